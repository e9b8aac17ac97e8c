/* accord fetch --explain URL: what the store and the host's robots.txt say about an address. */
#include "crawl.h"

#include <accord/url.h>

#include <stdio.h>
#include <string.h>
#include <time.h>

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

static bool explain_queued(struct crawl *crawl, accord_slice key)
{
	static const char *const states[] = {"waiting", "fetched", "given up"};
	for (int state = ACCORD_DUE_WAITING; state <= ACCORD_DUE_GIVEN_UP; state++) {
		accord_due *rows = NULL;
		size_t count = 0;
		accord_error err;
		if (accord_store_queue_list(crawl->store, crawl->rows, (accord_due_state)state, 0, &rows,
					    &count, &err) != ACCORD_OK)
			return crawl_refused(crawl, &err);
		for (size_t i = 0; i < count; i++) {
			if (!accord_slice_equal(rows[i].url, key))
				continue;
			printf("%-12s %s, %u attempts\n", "queue", states[state], rows[i].attempts);
			print_text("reason", rows[i].reason);
			print_time("queued", rows[i].added);
			print_time("not before", state == ACCORD_DUE_WAITING ? rows[i].not_before : 0);
			return true;
		}
	}
	printf("%-12s never queued: no subscribed feed had it\n", "queue");
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
	printf("%-12s %s\n", "stored", accord_store_has_url(crawl->store, key) ? "yes" : "no");
	if (!explain_queued(crawl, key))
		return false;
	bool asked = accord_fetcher_add(crawl->fetcher, &request, &err) == ACCORD_OK &&
		     accord_fetcher_run(crawl->fetcher, robots_answered, NULL, &err) == ACCORD_OK;
	if (!asked)
		complain(&err);
	crawl_commit(crawl, true);
	return asked && !crawl->broken;
}
