/*
 * What is new: the store counts its merges, and an event knows the last one that changed what it says. --new
 * keeps under the text of the query the merge up to which it was answered; --watch looks again whenever
 * another process has written.
 */
#include "deals.h"

#include <accord/sql.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define LOOK_MICROSECONDS 500000
#define NAME_SIZE 4200

static volatile sig_atomic_t stopped;

static void stop(int number)
{
	(void)number;
	stopped = 1;
}

static void mark_name(const struct asking *ask, char name[NAME_SIZE])
{
	accord_slice text = ask->question.text;
	snprintf(name, NAME_SIZE, "new:%.*s", (int)(text.len < 4100 ? text.len : 4100),
		 text.data ? text.data : "");
}

/* Events changed since the mark, all of them (the mark moves over all), as far as the limit lets them be
 * written. */
static int changed_events(struct asking *ask, accord_arena *arena, int64_t **rows, size_t *count,
			  int64_t *newest)
{
	struct question *q = &ask->question;
	accord_error err = {0};
	int64_t all;
	accord_query_options options = ask->options;
	*count = 0;
	if (accord_query_count(q->store, arena, q->query, &options, &all, newest, &err) != ACCORD_OK ||
	    (all && accord_query_run(q->store, arena, q->query, &options, rows, count, &err) != ACCORD_OK))
		return question_error(&err);
	return -1;
}

int deals_new(struct asking *ask)
{
	char name[NAME_SIZE], number[32];
	accord_slice value;
	accord_error err = {0};
	int64_t *rows = NULL, newest = 0;
	size_t count;
	mark_name(ask, name);
	if (accord_store_setting_get(ask->question.store, ask->question.arena, name, &value, NULL) ==
		    ACCORD_OK &&
	    value.len)
		ask->options.changed_after = strtoll(value.data, NULL, 10);
	int result = changed_events(ask, ask->question.arena, &rows, &count, &newest);
	if (result < 0 && count)
		result = write_events(ask, rows, count);
	if (result >= 0)
		return result;
	snprintf(number, sizeof number, "%lld", (long long)newest);
	if (newest > ask->options.changed_after &&
	    accord_store_setting_set(ask->question.store, name, accord_slice_of(number), &err) != ACCORD_OK)
		return question_error(&err);
	return count ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}

static int64_t last_change(struct asking *ask)
{
	accord_sql *q = NULL;
	int64_t last = 0;
	if ((q = accord_sql_prepare(ask->question.store, "SELECT max(changed) FROM event")) &&
	    accord_sql_step(q) == ACCORD_SQL_ROW)
		last = accord_sql_int(q, 0);
	accord_sql_close(q);
	return last;
}

int deals_watch(struct asking *ask)
{
	struct sigaction action = {.sa_handler = stop};
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	int64_t version = accord_sql_serial(ask->question.store), *rows = NULL, newest = 0;
	int result = -1;
	size_t count;
	accord_arena *arena = accord_arena_new(0); /* of one look: this may run for months */
	ask->options.changed_after = last_change(ask);
	if (ask->options.changed_after == 0)
		ask->options.changed_after = -1; /* 0 would be all: an empty store has none yet */
	while (arena && !stopped && result < 0) {
		int64_t now = accord_sql_serial(ask->question.store);
		if (now == version) {
			usleep(LOOK_MICROSECONDS);
			continue;
		}
		version = now;
		result = changed_events(ask, arena, &rows, &count, &newest);
		if (result < 0 && count)
			result = write_events(ask, rows, count);
		accord_arena_clear(arena);
		if (newest > ask->options.changed_after)
			ask->options.changed_after = newest;
	}
	int status = !arena ? EXIT_SOME_FAILED : result < 0 ? EXIT_ALL_WELL : result;
	accord_arena_free(arena);
	return status;
}
