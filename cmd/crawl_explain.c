/* accord fetch --explain URL: what the store and the host's robots.txt say about an address. */
#include "crawl.h"

#include <accord/url.h>

#include <stdio.h>
#include <string.h>
#include <time.h>

#define MOST_PLACES 50

static void print_time(const char *label, int64_t when)
{
	char text[40];
	time_t t = (time_t)when;
	struct tm tm;
	if (!when || !gmtime_r(&t, &tm) || !strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &tm))
		return;
	printf("%-12s %s\n", label, text);
}

static void print_text(const char *label, accord_slice text)
{
	if (!text.data)
		return;
	printf("%-12s ", label);
	for (size_t i = 0; i < text.len; i++)
		putchar((unsigned char)text.data[i] < 0x20 || text.data[i] == 0x7f ? '?' : text.data[i]);
	putchar('\n');
}

static const char *feed_of(struct crawl *crawl, int64_t id)
{
	accord_feed_row *rows = NULL;
	size_t count = 0;
	accord_store_feeds(crawl->store, crawl->rows, &rows, &count, NULL);
	for (size_t i = 0; i < count; i++)
		if (rows[i].id == id)
			return rows[i].url.data;
	return NULL;
}

/* What the filters say of what is known of it now; a filter made later than the article was queued tells here. */
static void explain_filters(struct crawl *crawl, accord_slice key, const accord_due *due)
{
	char reason[320];
	accord_slice categories[64];
	accord_filter_subject subject = {.feed = due->feed,
					 .title = due->title,
					 .url = key,
					 .categories = categories,
					 .category_count = crawl_categories(due, categories, 64)};
	accord_filter_verdict verdict = accord_filter_check(crawl->filter, &subject);
	if (verdict.answer == ACCORD_FILTER_OPEN || (!verdict.rule && verdict.answer == ACCORD_FILTER_KEEP))
		return;
	crawl_filter_reason(&verdict, reason, sizeof reason);
	print_text("filters", accord_slice_of(reason));
}

/* One story once: under which addresses it stood, its own and those of copies. */
static void explain_places(struct crawl *crawl, accord_slice key)
{
	accord_slice *places = NULL;
	size_t count = 0;
	accord_store_places(crawl->store, crawl->rows, key, MOST_PLACES, &places, &count, NULL);
	printf("%-12s %s\n", "stored", count ? "yes" : "no");
	for (size_t i = 0; i < count; i++)
		if (!accord_slice_equal(places[i], key))
			print_text("stands at", places[i]);
}

static bool explain_queued(struct crawl *crawl, accord_slice key)
{
	static const char *const states[] = {"waiting", "fetched", "given up"};
	accord_due due = {.state = ACCORD_DUE_WAITING};
	accord_error err;
	accord_status status = accord_store_queue_find(crawl->store, crawl->rows, key, &due, &err);
	if (status != ACCORD_OK && status != ACCORD_ENOTFOUND)
		return crawl_refused(crawl, &err);
	if (status == ACCORD_ENOTFOUND) {
		printf("%-12s never queued: no subscribed feed had it\n", "queue");
	} else {
		const char *feed = due.feed ? feed_of(crawl, due.feed) : NULL;
		printf("%-12s %s%s, %u attempts\n", "queue", states[due.state], due.later ? " (backfill)" : "",
		       due.attempts);
		print_text("reason", due.reason);
		print_text("from", accord_slice_of(feed));
		print_time("queued", due.added);
		bool in_hand = due.not_before > crawl->now + (int64_t)10 * 365 * 86400; /* of a run at work */
		print_time("not before", due.state == ACCORD_DUE_WAITING && !in_hand ? due.not_before : 0);
	}
	explain_filters(crawl, key, &due);
	return true;
}

static void robots_answered(accord_fetcher *fetcher, const accord_fetch_result *result, void *context)
{
	(void)fetcher, (void)context;
	if (result->outcome == ACCORD_FETCHED)
		printf("%-12s allowed%s", "robots.txt", result->robots.line ? ", " : "\n");
	else
		printf("%-12s %s\n", "robots.txt", result->message);
	if (result->outcome == ACCORD_FETCHED && result->robots.line)
		printf("line %u: %.*s\n", result->robots.line, (int)result->robots.rule.len,
		       result->robots.rule.data);
	if (result->robots.crawl_delay > 0)
		printf("%-12s %g s\n", "Crawl-delay", result->robots.crawl_delay);
	print_time("host rests", result->outcome == ACCORD_DEFERRED ? result->retry_at : 0);
}

bool crawl_explain(struct crawl *crawl, const char *url)
{
	accord_error err;
	accord_slice key;
	accord_feed_row feed;
	accord_fetch_request request = {.url = url, .only_robots = true};
	if (accord_url_canonical(crawl->rows, accord_slice_of(url), &key, &err) != ACCORD_OK) {
		complain(&err);
		return false;
	}
	print_text("key", key);
	if (accord_store_feed_find(crawl->store, crawl->rows, accord_slice_of(url), &feed, NULL) ==
	    ACCORD_OK) {
		print_text("feed", feed.title.data ? feed.title : feed.url);
		print_time("last success", feed.last_success);
		print_text("last error", feed.last_error);
		print_time("next due", feed.next_due);
		if (feed.disabled)
			puts("disabled");
	}
	explain_places(crawl, key);
	if (!explain_queued(crawl, key))
		return false;
	bool asked = accord_fetcher_add(crawl->fetcher, &request, &err) == ACCORD_OK &&
		     accord_fetcher_run(crawl->fetcher, robots_answered, NULL, &err) == ACCORD_OK;
	if (!asked)
		complain(&err);
	crawl_commit(crawl, true);
	return asked && !crawl->broken;
}
