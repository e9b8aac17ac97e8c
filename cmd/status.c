/*
 * accord status: the state of everything that cron looks after, on one screen: the last run, the queue, hosts
 * that asked for a rest, and the feeds, those first that need somebody.
 */
#include "feeds.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#define HOSTS_SHOWN 3
#define QUEUE_SHOWN 1000
#define HEAD_LINES 8 /* above the feeds, and the prompt below */

struct status_args {
	const char *db;
	bool json, all, queue;
};

static const struct option_spec options[] = {
	DB_OPTION(struct status_args),
	{"json", 0, NULL, "everything as one object", OPTION_FLAG, offsetof(struct status_args, json)},
	{"queue", 0, NULL, "the articles that wait or were given up, the newest first, and why", OPTION_FLAG,
	 offsetof(struct status_args, queue)},
	{"all", 0, NULL, "all feeds, however long the screen", OPTION_FLAG, offsetof(struct status_args, all)},
	OPTIONS_END};

struct state {
	accord_store *store;
	accord_arena *arena;
	int64_t now, waiting, given_up, next_due;
	accord_store_stats stats;
	accord_run_row *runs;
	accord_feed_row *feeds;
	accord_host_row *resting;
	accord_filter_row *filters;
	size_t run_count, feed_count, resting_count, filter_count;
	size_t well, quiet, failing, off, fresh;
};

static accord_status read_state(struct state *s, accord_error *err)
{
	accord_status status = accord_store_get_stats(s->store, &s->stats, err);
	if (status == ACCORD_OK)
		status = accord_store_queue_count(s->store, ACCORD_DUE_WAITING, &s->waiting, err);
	if (status == ACCORD_OK)
		status = accord_store_queue_count(s->store, ACCORD_DUE_GIVEN_UP, &s->given_up, err);
	if (status == ACCORD_OK)
		status = accord_store_runs(s->store, s->arena, 1, &s->runs, &s->run_count, err);
	if (status == ACCORD_OK)
		status = accord_store_feeds(s->store, s->arena, &s->feeds, &s->feed_count, err);
	if (status == ACCORD_OK)
		status = accord_store_hosts_resting(s->store, s->arena, s->now, 1000, &s->resting,
						    &s->resting_count, err);
	if (status == ACCORD_OK)
		status = accord_store_filters(s->store, s->arena, &s->filters, &s->filter_count, err);
	return status;
}

static void count_feeds(struct state *s)
{
	for (size_t i = 0; i < s->feed_count; i++) {
		const accord_feed_row *row = &s->feeds[i];
		const char *is = feeds_state(row, s->now);
		s->well += !strcmp(is, "well");
		s->quiet += !strcmp(is, "quiet");
		s->failing += !strcmp(is, "failing");
		s->off += !strcmp(is, "off");
		s->fresh += !strcmp(is, "new");
		if (!row->disabled && (!s->next_due || row->next_due < s->next_due))
			s->next_due = row->next_due ? row->next_due : s->now;
	}
}

/* The longer something fails the nearer to the top; then what is quiet, then the latest news. */
static int64_t urgency(const accord_feed_row *row)
{
	if (row->disabled)
		return INT64_MIN;
	return row->errors ? (int64_t)row->errors << 40 : row->last_change - ((int64_t)1 << 39);
}

static int by_urgency(const void *a, const void *b)
{
	int64_t x = urgency(a), y = urgency(b);
	return (x < y) - (x > y);
}

static void clock_text(int64_t when, char text[32])
{
	time_t t = (time_t)when;
	struct tm tm;
	if (!localtime_r(&t, &tm) || !strftime(text, 32, "%Y-%m-%d %H:%M", &tm))
		strcpy(text, "?");
}

static void print_run(const struct state *s)
{
	char when[32], due[32];
	const accord_run_row *r = s->runs;
	if (!s->run_count) {
		puts("fetch     never yet; 'accord fetch' from cron");
		return;
	}
	clock_text(r->began, when);
	printf("fetch     %s", when);
	if (r->ended)
		printf(", %" PRId64 " s: %" PRId64 " feeds (%" PRId64 " unchanged, %" PRId64 " failed), %" PRId64
		       " articles, %" PRId64 " changed, %" PRId64 " deals, %.1f MB\n",
		       r->ended - r->began, r->feeds, r->unchanged, r->feeds_failed, r->stored, r->changed, r->deals,
		       (double)r->bytes / 1e6);
	else
		puts(", still at work or killed");
	if (s->next_due)
		printf("due       next feed %s%s\n", s->next_due <= s->now ? "" : "in ",
		       s->next_due <= s->now ? "now" : feeds_distance(s->now, s->next_due, due));
}

static void print_hosts(const struct state *s)
{
	if (!s->resting_count)
		return;
	printf("resting   %zu hosts:", s->resting_count);
	for (size_t i = 0; i < s->resting_count && i < HOSTS_SHOWN; i++) {
		char until[32];
		accord_slice name = s->resting[i].origin;
		size_t skip = name.len > 5 && !memcmp(name.data, "host:", 5) ? 5 : 0;
		clock_text(s->resting[i].not_before, until);
		printf("%s %.*s until %s", i ? "," : "", (int)(name.len - skip), name.data + skip, until);
	}
	puts(s->resting_count > HOSTS_SHOWN ? ", …" : "");
}

static size_t screen_lines(void)
{
	const char *given = getenv("LINES");
	long n = given ? strtol(given, NULL, 10) : 0;
	struct winsize size;
	if (n <= 0 && isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		n = size.ws_row;
	return n < HEAD_LINES + 4 ? 24 : (size_t)n;
}

static bool print_feeds(const struct state *s, bool all)
{
	accord_buffer out;
	accord_render render;
	size_t most = screen_lines() - HEAD_LINES;
	terminal_setup(&render, NULL);
	printf("feeds     %zu: %zu well, %zu failing, %zu quiet, %zu new, %zu off\n", s->feed_count, s->well,
	       s->failing, s->quiet, s->fresh, s->off);
	accord_buffer_init(&out, (size_t)1 << 28);
	if (s->feed_count)
		feeds_table_head(&out);
	for (size_t i = 0; i < s->feed_count && (all || i < most); i++)
		feeds_table_row(&out, &s->feeds[i], s->now, render.width);
	if (!all && s->feed_count > most)
		accord_buffer_append_format(&out, "… and %zu more; --all shows them\n", s->feed_count - most);
	bool written = flush_output(&out);
	accord_buffer_free(&out);
	return written;
}

static bool print_state(const struct state *s, bool all)
{
	printf("archive   %" PRId64 " articles, %" PRId64 " deals from %" PRId64 " reports, %.1f MB\n",
	       s->stats.documents, s->stats.events, s->stats.deals, (double)s->stats.file_bytes / 1e6);
	print_run(s);
	printf("queue     %" PRId64 " articles waiting, %" PRId64 " given up, %zu filters\n", s->waiting, s->given_up,
	       s->filter_count);
	print_hosts(s);
	return print_feeds(s, all);
}

static void write_int(accord_json_writer *json, const char *key, int64_t number)
{
	accord_json_key(json, key);
	accord_json_int(json, number);
}

static bool write_state(const struct state *s)
{
	accord_buffer out;
	accord_json_writer json;
	accord_buffer_init(&out, (size_t)1 << 28);
	accord_json_init(&json, &out);
	accord_json_begin_object(&json);
	write_int(&json, "articles", s->stats.documents);
	write_int(&json, "deals", s->stats.events);
	write_int(&json, "file_bytes", s->stats.file_bytes);
	write_int(&json, "waiting", s->waiting);
	write_int(&json, "given_up", s->given_up);
	write_int(&json, "filters", (int64_t)s->filter_count);
	feeds_write_time(&json, "next_due", s->next_due);
	accord_json_key(&json, "last_run");
	if (s->run_count)
		feeds_write_run(&json, s->runs);
	else
		accord_json_null(&json);
	accord_json_key(&json, "resting");
	accord_json_begin_array(&json);
	for (size_t i = 0; i < s->resting_count; i++) {
		accord_json_begin_object(&json);
		accord_json_member(&json, "host", s->resting[i].origin);
		feeds_write_time(&json, "until", s->resting[i].not_before);
		accord_json_end_object(&json);
	}
	accord_json_end_array(&json);
	accord_json_key(&json, "feeds");
	accord_json_begin_array(&json);
	for (size_t i = 0; i < s->feed_count; i++)
		feeds_write_row(&json, &s->feeds[i], s->now);
	accord_json_end_array(&json);
	accord_json_end_object(&json);
	accord_buffer_append_char(&out, '\n');
	bool written = flush_output(&out);
	accord_buffer_free(&out);
	return written;
}

/* What was given up, or has failed before, with its reason; then how many wait for their first try. */
static bool print_queue(struct state *s)
{
	accord_due *rows;
	accord_error err;
	accord_buffer out;
	char next[32];
	size_t count, fresh = 0;
	if (accord_store_queue_newest(s->store, s->arena, QUEUE_SHOWN, &rows, &count, &err) != ACCORD_OK) {
		complain(&err);
		return false;
	}
	accord_buffer_init(&out, (size_t)1 << 28);
	for (size_t i = 0; i < count; i++) {
		bool waits = rows[i].state == ACCORD_DUE_WAITING;
		fresh += waits && !rows[i].reason.data;
		if (!rows[i].reason.data)
			continue;
		accord_buffer_append_format(&out, "%-8s  %.*s  (%.*s",
					    waits				? "waits"
					    : rows[i].state == ACCORD_DUE_DONE	? "fetched"
										: "given up",
					    (int)rows[i].url.len, rows[i].url.data, (int)rows[i].reason.len,
					    rows[i].reason.data);
		if (waits && rows[i].not_before > s->now)
			accord_buffer_append_format(&out, "; again in %s",
						    feeds_distance(s->now, rows[i].not_before, next));
		accord_buffer_append_text(&out, ")\n");
	}
	accord_buffer_append_format(&out, "%zu of the newest %zu wait for their first try\n", fresh, count);
	bool written = flush_output(&out);
	accord_buffer_free(&out);
	return written;
}

extern const struct command status_command;

static int run(const void *options_read, int count, char **words)
{
	const struct status_args *args = options_read;
	struct state s = {.now = (int64_t)time(NULL), .arena = accord_arena_new(0)};
	accord_error err = {0};
	bool good = false;
	if (count) {
		accord_arena_free(s.arena);
		return usage_error(&status_command, "what is '%s'?", words[0]);
	}
	s.store = s.arena ? open_store(args->db, ACCORD_STORE_READ) : NULL;
	if (s.store && read_state(&s, &err) == ACCORD_OK) {
		count_feeds(&s);
		if (s.feed_count)
			qsort(s.feeds, s.feed_count, sizeof *s.feeds, by_urgency);
		good = args->json    ? write_state(&s)
		       : args->queue ? print_queue(&s)
				     : print_state(&s, args->all);
	} else if (s.store) {
		complain(&err);
	}
	accord_store_close(s.store);
	accord_arena_free(s.arena);
	return good ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}

const struct command status_command = {
	"status", "[--db FILE] [--json | --queue] [--all]", "the last fetch, the queue and all feeds on one screen", options,
	sizeof(struct status_args), run};
