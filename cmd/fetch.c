/*
 * accord fetch: the cron job. All feeds that are due, then their new articles; cleaned, tagged, stored. Safe
 * to start twice: the second run sees the lock and leaves. Safe to kill: what was not committed is due again.
 *
 *   accord fetch --quiet        silent unless a feed needs a person (three failures in a row, gone for good)
 */
#include "crawl_reading.h"
#include "network.h"
#include "sites.h"
#include "stored.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#define DEFAULT_DEADLINE (6 * 3600.0)
#define BACKFILLED 1000
#define MOST_DAYS 36500.0

struct args {
	const char *db, *explain, *backfill, *since, *recheck;
	struct text_list rules;
	struct network_args network;
	bool all, feeds_only, untagged, quiet, verbose, json;
	long limit, digest;
};

static const struct option_spec options[] = {
	DB_OPTION(struct args),
	{"rules", 0, "DIR", "rule folder instead of the shipped one, may be repeated; later ones over earlier ones", OPTION_LIST,
	 offsetof(struct args, rules)},
	{"all", 0, NULL, "ask all feeds, also those that are not due yet", OPTION_FLAG,
	 offsetof(struct args, all)},
	{"feeds-only", 0, NULL, "queue new articles, do not fetch them", OPTION_FLAG,
	 offsetof(struct args, feeds_only)},
	{"untagged", 0, NULL, "store articles without companies and deals; 'accord reprocess' finds them",
	 OPTION_FLAG, offsetof(struct args, untagged)},
	{"limit", 0, "N", "ask at most N feeds, those first that are due longest; with --backfill, queue at most N "
	 "articles (1000)", OPTION_NUMBER, offsetof(struct args, limit)},
	{"backfill", 0, "URL", "queue old articles of a site from its sitemaps, or from one sitemap", OPTION_TEXT,
	 offsetof(struct args, backfill)},
	{"since", 0, "DATE", "with --backfill: only what is of that day or later, \"2019\", \"2019-11-05\"",
	 OPTION_TEXT, offsetof(struct args, since)},
	{"recheck", 0, "DAYS", "ask again for the articles stored or given up in the last DAYS days", OPTION_TEXT,
	 offsetof(struct args, recheck)},
	{"digest", 0, "N", "tell of a feed when it has failed N times in a row (3)", OPTION_NUMBER,
	 offsetof(struct args, digest)},
	{"explain", 0, "URL", "say why a URL was or was not fetched, and fetch nothing", OPTION_TEXT,
	 offsetof(struct args, explain)},
	{"jobs", 'j', "N", "hosts asked at a time (32)", OPTION_NUMBER,
	 offsetof(struct args, network) + offsetof(struct network_args, jobs)},
	{"deadline", 0, "SECONDS", "end of the whole run (6 hours); the rest is due next time", OPTION_TEXT,
	 offsetof(struct args, network) + offsetof(struct network_args, deadline)},
	NETWORK_OPTIONS(struct args, network),
	{"verbose", 'v', NULL, "a line a feed and article", OPTION_FLAG, offsetof(struct args, verbose)},
	{"json", 0, NULL, "the summary as an object, with the feeds that need a person", OPTION_FLAG,
	 offsetof(struct args, json)},
	{"quiet", 'q', NULL, "no summary", OPTION_FLAG, offsetof(struct args, quiet)},
	OPTIONS_END};

extern const struct command fetch_command;

static accord_fetcher *running;

static void stop(int number)
{
	(void)number;
	if (running)
		accord_fetcher_stop(running);
}

#define NO_LOCK (-3)

/* The lock goes with the process, however it ends. -1: somebody has it; -2: it cannot be made. */
static int take_lock(const char *db)
{
	accord_arena *arena = accord_arena_new(0);
	const char *path = arena ? accord_store_default_path(arena, db) : NULL;
	accord_buffer name;
	int fd = -2;
	accord_buffer_init(&name, 8192);
	accord_buffer_append_format(&name, "%s.fetch.lock", path ? path : "");
	if (path && !name.failed) {
		fd = open(name.data, O_CREAT | O_RDWR | O_CLOEXEC, 0600);
		if (fd < 0) {
			complain_text("%s: %s", name.data, strerror(errno));
			fd = -2;
		} else if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
			close(fd);
			fd = -1;
		}
	}
	accord_buffer_free(&name);
	accord_arena_free(arena);
	return fd;
}

static void (*const answer_takers[])(struct crawl *, const accord_fetch_result *) = {
	[REQUEST_FEED] = crawl_feed_answered,
	[REQUEST_ARTICLE] = crawl_article_answered,
	[REQUEST_SITE] = crawl_site_answered,
	[REQUEST_SITEMAP] = crawl_sitemap_answered};

static void on_result(accord_fetcher *fetcher, const accord_fetch_result *result, void *context)
{
	struct crawl *crawl = context;
	(void)fetcher;
	crawl->counts.bytes += result->wire_bytes;
	crawl->answers += result->status > 0;
	crawl->unresolved += result->unresolved;
	if (result->outcome == ACCORD_DEFERRED && !result->retry_at)
		crawl->ending = true; /* what is given back must not be taken again */
	answer_takers[result->request->kind](crawl, result);
	crawl_keep_read(crawl, false);
	if (!crawl->feeds_only && !crawl->ending)
		crawl_ask_articles(crawl);
	crawl_commit(crawl, false);
}

static void on_tick(accord_fetcher *fetcher, void *context)
{
	struct crawl *crawl = context;
	accord_fetch_counts counts;
	crawl_keep_read(crawl, false);
	crawl_commit(crawl, true);
	crawl_recover_others(crawl);
	if (!crawl->progress)
		return;
	accord_fetcher_count(fetcher, &counts);
	fprintf(stderr,
		"\r\033[K%zu of %zu done, %zu on the way, %zu hosts, %zu articles, %.1f MB, %zu deals",
		counts.done, counts.requests, counts.in_flight, counts.hosts, crawl->counts.stored,
		(double)counts.wire_bytes / 1e6, crawl->counts.deals);
}

/* Feeds forget what we do not fetch, rules can be mended: with broken ones the articles are stored all the
 * same. */
static struct readers *start_readers(struct crawl *crawl)
{
	const struct args *args = crawl->start_context;
	accord_error err = {0};
	double begin = crawl_cpu_seconds();
	load_sites(&crawl->sites); /* a mistake there was told; pages are cleaned without */
	if (!args->untagged &&
	    accord_tagger_new(args->rules.items, args->rules.count, &crawl->tagger, &err) != ACCORD_OK) {
		complain(&err);
		complain_text("articles are stored untagged until the rules are mended; then 'accord reprocess'");
		crawl->rules_broken = true;
	}
	crawl->cpu.rules = crawl_cpu_seconds() - begin;
	return readers_new(crawl);
}

static bool prepare(struct crawl *crawl, const struct args *args, accord_fetch_options *network)
{
	accord_error err = {0};
	crawl->rows = accord_arena_new(0);
	crawl->scratch = accord_arena_new((size_t)1 << 30);
	crawl->now = (int64_t)time(NULL);
	crawl->verbose = args->verbose;
	crawl->feeds_only = args->feeds_only;
	crawl->progress = !args->quiet && !args->verbose && isatty(STDERR_FILENO);
	crawl->more = true;
	crawl->start_readers = start_readers;
	crawl->start_context = args;
	crawl->patience = args->digest > 0 && args->digest < 1000 ? (unsigned)args->digest : 3;
	if (!crawl->rows || !crawl->scratch) {
		complain_text("out of memory");
		return false;
	}
	crawl->store = open_store(args->db, ACCORD_STORE_WRITE);
	if (!crawl->store || !crawl_load_filter(crawl->store, crawl->rows, &crawl->filter))
		return false;
	crawl->turns = accord_store_shared(crawl->store) ? open_store(args->db, ACCORD_STORE_WRITE) : NULL;
	if (accord_store_shared(crawl->store) && !crawl->turns)
		return false;
	crawl->turn_seconds = network->request_seconds + 30;
	network->memory = crawl_memory(crawl);
	network->on_tick = on_tick;
	network->tick_context = crawl;
	if (accord_fetcher_new(network, &crawl->fetcher, &err) != ACCORD_OK) {
		complain(&err);
		return false;
	}
	return true;
}

static void crawl_free(struct crawl *crawl)
{
	crawl_feeds_free(crawl);
	crawl_backfill_free(crawl);
	readers_free(crawl->readers);
	accord_filter_free(crawl->filter);
	accord_fetcher_free(crawl->fetcher);
	accord_tagger_free(crawl->tagger);
	accord_site_rules_free(crawl->sites);
	accord_store_close(crawl->store);
	accord_store_close(crawl->turns);
	accord_arena_free(crawl->rows);
	accord_arena_free(crawl->scratch);
}

/* Feeds as a rule; with --backfill sitemaps; with --recheck articles. */
static bool ask(struct crawl *crawl, const struct args *args)
{
	accord_error err;
	size_t limit = args->limit > 0 ? (size_t)args->limit : 0;
	double days;
	int64_t count;
	if (args->backfill)
		return crawl_backfill(crawl, args->backfill, args->since, limit ? limit : BACKFILLED);
	if (!args->recheck)
		return crawl_ask_feeds(crawl, args->all, limit);
	seconds_of(args->recheck, MOST_DAYS, &days);
	if (accord_store_queue_again(crawl->store, crawl->now - (int64_t)(days * 86400), &count, &err) != ACCORD_OK)
		return crawl_refused(crawl, &err);
	crawl->counts.queued += (size_t)count;
	return true;
}

static void merge(struct crawl *crawl)
{
	accord_error err;
	double begin = crawl_cpu_seconds();
	if (!crawl->broken && crawl->counts.stored + crawl->counts.changed > 0 &&
	    accord_store_merge(crawl->store, false, &err) != ACCORD_OK)
		crawl_refused(crawl, &err);
	crawl->cpu.merge += crawl_cpu_seconds() - begin;
}

/* Written down at the beginning, so that a killed run can be told from one that never was. */
static void note_run(struct crawl *crawl, bool ended)
{
	const struct crawl_counts *c = &crawl->counts;
	accord_error err;
	accord_run_row *run = &crawl->run;
	*run = (accord_run_row){.id = run->id,
				.began = crawl->now,
				.ended = ended ? (int64_t)time(NULL) : 0,
				.feeds = (int64_t)c->feeds,
				.unchanged = (int64_t)c->unchanged,
				.feeds_failed = (int64_t)c->feeds_failed,
				.queued = (int64_t)c->queued,
				.stored = (int64_t)c->stored,
				.changed = (int64_t)c->changed,
				.articles_failed = (int64_t)c->articles_failed,
				.deferred = (int64_t)c->deferred,
				.deals = (int64_t)c->deals,
				.bytes = (int64_t)c->bytes};
	if (!crawl->broken && accord_store_run_put(crawl->store, run, &err) != ACCORD_OK)
		crawl_refused(crawl, &err);
}

/* Everything between the first question and the last commit. */
static bool work(struct crawl *crawl, const struct args *args)
{
	accord_error err = {0};
	struct sigaction action = {.sa_handler = stop};
	running = crawl->fetcher;
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	bool ended = false;
	note_run(crawl, false);
	bool asked = crawl_recover(crawl) && ask(crawl, args);
	if (asked) {
		if (!args->feeds_only)
			crawl_ask_articles(crawl);
		crawl_commit(crawl, true);
		ended = accord_fetcher_run(crawl->fetcher, on_result, crawl, &err) == ACCORD_OK;
		if (!ended)
			complain(&err);
	}
	running = NULL;
	crawl_keep_read(crawl, true);
	bool offline = crawl_offline(crawl);
	if (offline) {
		complain_text("no connection: not one host's name could be resolved; nothing is held against the feeds");
		crawl_forgive_feeds(crawl);
		crawl->counts.need_person = 0;
	} else {
		crawl_digest(crawl);
	}
	crawl_commit(crawl, true);
	crawl_ended(crawl, ended);
	if (crawl->progress)
		fputs("\r\033[K", stderr);
	merge(crawl);
	note_run(crawl, true);
	if (crawl->broken)
		complain(&crawl->err);
	return asked && !offline && !crawl->broken && err.status == ACCORD_OK;
}

/* A year, month or day: the beginning of an ISO date, by which others are compared. */
static bool is_iso_date(const char *text)
{
	static const char form[] = "0000-00-00";
	size_t n = strlen(text);
	for (size_t i = 0; i < n; i++)
		if (i >= sizeof form - 1 || (form[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != form[i]))
			return false;
	return n == 4 || n == 7 || n == 10;
}

static bool usage_is_wrong(const struct args *args, int count, char **words)
{
	double days;
	if (count)
		usage_error(&fetch_command, "what is '%s'? feeds are added by 'accord feeds add'", words[0]);
	else if (args->since && !is_iso_date(args->since))
		usage_error(&fetch_command, "--since %s: that is no date like 2019-11-05", args->since);
	else if (args->recheck && !seconds_of(args->recheck, MOST_DAYS, &days))
		usage_error(&fetch_command, "--recheck %s: that is no number of days", args->recheck);
	else if (args->since && !args->backfill)
		usage_error(&fetch_command, "--since belongs to --backfill");
	else
		return false;
	return true;
}

static double seconds_on(clockid_t clock)
{
	struct timespec t;
	clock_gettime(clock, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* A run that nobody else disturbs, and what it tells. */
static bool locked_run(struct crawl *crawl, const struct args *args)
{
	double began = seconds_on(CLOCK_MONOTONIC), began_cpu = seconds_on(CLOCK_PROCESS_CPUTIME_ID);
	bool good = work(crawl, args);
	if (args->verbose)
		crawl_stages(crawl, seconds_on(CLOCK_PROCESS_CPUTIME_ID) - began_cpu);
	if (args->json)
		crawl_write_summary(crawl);
	else if (!args->quiet)
		crawl_summary(crawl, seconds_on(CLOCK_MONOTONIC) - began);
	return good && !crawl->rules_broken && !crawl->counts.need_person;
}

static int run(const void *options_read, int count, char **words)
{
	const struct args *args = options_read;
	accord_fetch_options network;
	struct crawl crawl = {0};
	if (usage_is_wrong(args, count, words) || !network_options(&fetch_command, &args->network, &network))
		return EXIT_USAGE;
	if (!args->network.deadline)
		network.run_seconds = DEFAULT_DEADLINE;
	if (!network_may_start(&network))
		return EXIT_SOME_FAILED;
	bool good = prepare(&crawl, args, &network);
	if (good && args->explain) {
		good = crawl_explain(&crawl, args->explain);
	} else if (good) {
		/* a server keeps several apart, and from several machines */
		int lock = crawl.turns ? NO_LOCK : take_lock(args->db);
		if (lock == -1 && !args->quiet)
			fprintf(stderr, "accord: another fetch is at work on this store; this one leaves\n");
		good = lock == -1 || ((lock >= 0 || lock == NO_LOCK) && locked_run(&crawl, args));
		if (lock >= 0)
			close(lock);
	}
	crawl_free(&crawl);
	return good ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}

const struct command fetch_command = {"fetch",
				      "[--db FILE] [--contact URL] [--all] [--verbose]",
				      "due feeds and their new articles into the store",
				      options,
				      sizeof(struct args),
				      run};
