/* What the parts of a crawl share: feeds in, articles queued, fetched, cleaned, tagged, stored. See fetch.c.
 */
#ifndef CRAWL_H
#define CRAWL_H

#include "command.h"

#include <accord/feed.h>
#include <accord/fetch.h>
#include <accord/filter.h>
#include <accord/page.h>
#include <accord/store.h>
#include <accord/tag.h>

enum { REQUEST_FEED, REQUEST_ARTICLE, REQUEST_SITE, REQUEST_SITEMAP };

#define FEED_CEILING ((size_t)128 << 20) /* unpacked; read as it comes */
#define PAGE_CEILING ((size_t)16 << 20)
#define MOST_ENTRIES 200000

/* feed.told of one whose failure does not pass by waiting: gone, moved to another subscription, refused */
#define TELL_NOW ((int64_t)-1)

struct crawl_counts {
	size_t feeds, unchanged, feeds_failed, entries, queued, filtered, stored, changed, articles_failed,
		deferred, deals;
	size_t need_person; /* feeds that failed several times in a row, or are gone */
	uint64_t bytes;
};

/* Seconds of processor time by stage; what is left of the whole is the network's. */
struct crawl_cpu {
	double rules, feeds, clean, tag, store, merge;
};

struct readers;
struct backfill;

struct feed_work {
	struct crawl *crawl;
	accord_feed_row row; /* in crawl->rows */
	accord_feed_row before;
	accord_feed_reader *reader;
	accord_feed_options options;
	char *base_url, *content_type; /* what options point to */
	accord_status failure;         /* of the reader, while bytes come */
	accord_error err;
	size_t entries, added;
};

struct crawl {
	accord_store *store;
	accord_store *turns; /* the same, for hosts' turns, where several crawls share the store; else NULL */
	double turn_seconds; /* longer than any request takes */
	accord_tagger *tagger;
	accord_site_rules *sites;
	accord_fetcher *fetcher;
	accord_filter *filter;
	struct readers *readers; /* made for the first page */
	/* Load what reading needs, for the first page: with nothing new the rules are not read. */
	struct readers *(*start_readers)(struct crawl *crawl);
	const void *start_context;
	bool rules_broken;
	struct backfill *backfill;
	struct crawl_cpu cpu;
	accord_run_row run;
	accord_arena *rows;    /* feed rows, for the whole run */
	accord_arena *scratch; /* one result */
	struct feed_work *feeds;
	size_t feed_count, feeds_deferred;
	size_t answers, unresolved; /* results with an HTTP status; those whose host's name is unknown */
	struct crawl_counts counts;
	accord_feed_row **needy; /* feeds that need a person, found by crawl_digest */
	size_t needy_count;
	int64_t now; /* beginning of the run */
	unsigned patience; /* failures in a row until a person is told */
	bool verbose, progress, feeds_only;
	bool open, broken;
	bool ending; /* the run's time is over, or it was stopped */
	bool more;   /* articles may be due in the queue */
	double last_commit, last_recovery;
	accord_error err; /* of the store: the run ends */
};

/* crawl.c: the store, and what is told */
/* A transaction is open when this returns true; it is closed again by crawl_commit. */
bool crawl_write(struct crawl *crawl);
/* Commit what was written; unless `now`, only if the last commit is some time ago. */
void crawl_commit(struct crawl *crawl, bool now);
/* Note that the store refused: the run ends. Returns false. */
bool crawl_refused(struct crawl *crawl, const accord_error *err);
void crawl_say(const struct crawl *crawl, const char *format, ...) __attribute__((format(printf, 2, 3)));
accord_fetch_memory crawl_memory(struct crawl *crawl);
/* The robots.txt that is kept for a URL's origin, valid until crawl->scratch is cleared; false if there is none. */
bool crawl_robots_of(struct crawl *crawl, accord_slice url, accord_slice *body);

/* Why an entry is not wanted, in words. */
void crawl_filter_reason(const accord_filter_verdict *verdict, char *reason, size_t size);
/* The store's filters, compiled; NULL if there are none. False after a message. */
bool crawl_load_filter(accord_store *store, accord_arena *arena, accord_filter **filter);

/* crawl_feeds.c */
bool crawl_ask_feeds(struct crawl *crawl, bool all, size_t limit);
void crawl_feed_answered(struct crawl *crawl, const accord_fetch_result *result);
/* Whether no name could be resolved in this run, and nobody answered: then it is we who are not connected. */
bool crawl_offline(const struct crawl *crawl);
/* Behind a run without a connection: take back what it noted of feeds. */
void crawl_forgive_feeds(struct crawl *crawl);
void crawl_feeds_free(struct crawl *crawl);

/* crawl_digest.c: the feeds that need a person, on standard error, each once a day. Sets counts.need_person. */
void crawl_digest(struct crawl *crawl);

/* fetch_summary.c: a line, an object; where `whole` seconds of processor time went */
void crawl_summary(const struct crawl *crawl, double seconds);
void crawl_write_summary(struct crawl *crawl);
void crawl_stages(const struct crawl *crawl, double whole);

/* crawl_articles.c */
void crawl_ask_articles(struct crawl *crawl);
void crawl_article_answered(struct crawl *crawl, const accord_fetch_result *result);
/* Into the store with what the readers have done; with `all`, wait for all that is under way. */
void crawl_keep_read(struct crawl *crawl, bool all);
/* The categories of a queued entry, at most `most`; returns how many. */
size_t crawl_categories(const accord_due *due, accord_slice *categories, size_t most);
/* Processor time of the calling thread. */
double crawl_cpu_seconds(void);

/* After the lock is taken: put back what a killed run had in hand. */
bool crawl_recover(struct crawl *crawl);
/* On a shared store, now and then: put back what runs had in hand that were killed meanwhile. */
void crawl_recover_others(struct crawl *crawl);
/* Nothing is in hand any more; `well`: the run was not broken off. */
void crawl_ended(struct crawl *crawl, bool well);
/* Until when what this run takes in hand is not due for others. */
int64_t crawl_hand(const struct crawl *crawl);

/* crawl_backfill.c */
/* Ask for the sitemaps of a site, or for one of them; `since` is an ISO date or NULL. False after a message. */
bool crawl_backfill(struct crawl *crawl, const char *word, const char *since, size_t limit);
void crawl_site_answered(struct crawl *crawl, const accord_fetch_result *result);
void crawl_sitemap_answered(struct crawl *crawl, const accord_fetch_result *result);
/* How many articles were queued; how many sitemaps were asked for, and how many entries they had. */
size_t crawl_backfilled(const struct crawl *crawl, size_t *sitemaps, size_t *entries);
void crawl_backfill_free(struct crawl *crawl);

/* crawl_explain.c: why a URL was or was not fetched, on standard output */
bool crawl_explain(struct crawl *crawl, const char *url);

/* Seconds until the next try after `failures` in a row: doubling from `first` to `most`. */
int64_t crawl_back_off(int64_t first, int64_t most, unsigned failures);

#endif
