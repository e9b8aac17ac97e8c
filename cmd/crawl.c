/*
 * The store during a crawl. Results come by the thousand, and a transaction for each would wait for the disk
 * each time; so one is kept open for a fraction of a second. What a killed run had not committed is due
 * again.
 */
#include "crawl.h"

#include <accord/url.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define COMMIT_SECONDS 0.5
#define A_DAY 86400

static double monotonic(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

bool crawl_refused(struct crawl *crawl, const accord_error *err)
{
	if (!crawl->broken) {
		crawl->err = *err;
		crawl->broken = true;
		if (crawl->fetcher)
			accord_fetcher_stop(crawl->fetcher);
	}
	return false;
}

bool crawl_write(struct crawl *crawl)
{
	accord_error err;
	if (crawl->broken)
		return false;
	if (crawl->open)
		return true;
	if (accord_store_begin(crawl->store, &err) != ACCORD_OK)
		return crawl_refused(crawl, &err);
	crawl->open = true;
	crawl->last_commit = monotonic();
	return true;
}

void crawl_commit(struct crawl *crawl, bool now)
{
	accord_error err;
	/* others wait for their turn to write to a shared store */
	now |= crawl->turns != NULL;
	if (!crawl->open || (!now && monotonic() - crawl->last_commit < COMMIT_SECONDS))
		return;
	crawl->open = false;
	if (accord_store_commit(crawl->store, &err) != ACCORD_OK) {
		accord_store_rollback(crawl->store);
		crawl_refused(crawl, &err);
	}
}

/* Titles and addresses are foreign text: no control character reaches the terminal. */
void crawl_say(const struct crawl *crawl, const char *format, ...)
{
	char line[1024];
	va_list args;
	if (!crawl->verbose)
		return;
	va_start(args, format);
	vsnprintf(line, sizeof line, format, args);
	va_end(args);
	for (unsigned char *p = (unsigned char *)line; *p; p++)
		if (*p < 0x20 || *p == 0x7f)
			*p = '?';
	fprintf(stderr, "%s\n", line);
}

/* "filter 3: block title /bundesliga/", "filter: no keep rule hit" */
void crawl_filter_reason(const accord_filter_verdict *verdict, char *reason, size_t size)
{
	const accord_filter_rule *rule = verdict->rule;
	if (!rule)
		snprintf(reason, size, "filter: no keep rule hit");
	else
		snprintf(reason, size, "filter %lld: %s %s /%.*s/", (long long)rule->number,
			 rule->keep ? "keep" : "block", verdict->field,
			 (int)(rule->pattern.len < 200 ? rule->pattern.len : 200), rule->pattern.data);
}

/* A filter with a mistake would let in, or keep out, what nobody meant: the run does not begin. */
bool crawl_load_filter(accord_store *store, accord_arena *arena, accord_filter **filter)
{
	accord_filter_row *rows;
	accord_error err = {0};
	size_t count;
	if (accord_store_filters(store, arena, &rows, &count, &err) != ACCORD_OK) {
		complain(&err);
		return false;
	}
	accord_filter_rule *rules = accord_arena_calloc(arena, count + 1, sizeof *rules);
	for (size_t i = 0; rules && i < count; i++)
		rules[i] = (accord_filter_rule){rows[i].id, rows[i].feed, rows[i].keep, rows[i].field,
						rows[i].pattern};
	*filter = NULL;
	if (rules && (!count || accord_filter_new(rules, count, filter, &err) == ACCORD_OK))
		return true;
	complain_text("a filter cannot be used: %s", rules ? err.message : "out of memory");
	return false;
}

int64_t crawl_back_off(int64_t first, int64_t most, unsigned failures)
{
	int64_t seconds = first;
	for (unsigned i = 1; i < failures && seconds < most; i++)
		seconds *= 2;
	if (seconds > most)
		seconds = most;
	return seconds + (int64_t)((double)seconds * 0.1 * ((double)random() / (double)RAND_MAX));
}

/* robots.txt and resting hosts are rows of the store's table of hosts; a host's own row has the name
 * "host:NAME". */

static bool get_row(struct crawl *crawl, accord_slice name, accord_host_row *row)
{
	accord_arena_clear(crawl->scratch);
	*row = (accord_host_row){0};
	return accord_store_host_get(crawl->store, crawl->scratch, name, row, NULL) == ACCORD_OK;
}

static void put_row(struct crawl *crawl, const accord_host_row *row)
{
	accord_error err;
	if (crawl_write(crawl) && accord_store_host_put(crawl->store, row, &err) != ACCORD_OK)
		crawl_refused(crawl, &err);
}

static bool get_robots(void *context, const char *origin, accord_robots_copy *copy)
{
	accord_host_row row;
	if (!get_row(context, accord_slice_of(origin), &row) || !row.robots_expires)
		return false;
	*copy = (accord_robots_copy){row.robots_expires - A_DAY, row.robots_status, row.robots};
	return true;
}

static void put_robots(void *context, const char *origin, const accord_robots_copy *copy)
{
	accord_slice body = copy->body.data ? copy->body : (accord_slice){"", 0};
	accord_host_row row = {.origin = accord_slice_of(origin),
			       .robots = body,
			       .robots_status = copy->status,
			       .robots_expires = copy->fetched + A_DAY,
			       .last_request = copy->fetched};
	put_row(context, &row);
}

bool crawl_robots_of(struct crawl *crawl, accord_slice url, accord_slice *body)
{
	accord_url parts;
	accord_host_row row;
	accord_arena *arena = crawl->rows;
	if (accord_url_parse(arena, url, NULL, &parts, NULL) != ACCORD_OK ||
	    !get_row(crawl, accord_url_origin(arena, &parts), &row) || !row.robots.data)
		return false;
	*body = row.robots;
	return true;
}

static accord_slice host_key(const char *host, char key[320])
{
	int n = snprintf(key, 320, "host:%s", host);
	return (accord_slice){key, n < 320 ? (size_t)n : 319};
}

static bool get_host(void *context, const char *host, accord_host_state *state)
{
	char key[320];
	accord_host_row row;
	if (!get_row(context, host_key(host, key), &row))
		return false;
	*state = (accord_host_state){row.not_before, row.errors};
	return true;
}

static void put_host(void *context, const char *host, const accord_host_state *state)
{
	char key[320];
	accord_host_row row = {.origin = host_key(host, key),
			       .not_before = state->rest_until,
			       .errors = state->failures,
			       .last_request = (int64_t)time(NULL)};
	put_row(context, &row);
}

static double take_turn(void *context, const char *host)
{
	struct crawl *crawl = context;
	accord_error err;
	double wait = 1;
	if (!crawl->broken && accord_store_host_turn(crawl->turns, accord_slice_of(host), crawl->run.id,
						     crawl->turn_seconds, &wait,
						     &err) != ACCORD_OK)
		crawl_refused(crawl, &err);
	return crawl->broken ? 1 : wait;
}

static void end_turn(void *context, const char *host, double pause)
{
	struct crawl *crawl = context;
	accord_error err;
	if (accord_store_host_give_back(crawl->turns, accord_slice_of(host), pause, &err) != ACCORD_OK)
		crawl_refused(crawl, &err);
}

accord_fetch_memory crawl_memory(struct crawl *crawl)
{
	accord_fetch_memory memory = {crawl, get_robots, put_robots, get_host, put_host, NULL, NULL};
	if (crawl->turns) {
		memory.take_turn = take_turn;
		memory.end_turn = end_turn;
	}
	return memory;
}
