/*
 * Articles: out of the queue, fetched once, handed to the readers. What fails for a passing reason is due
 * again later, a few times; what a server refuses for good is given up with the reason. An article whose feed
 * says that it changed is asked for with the validators of the stored page.
 */
#include "crawl_reading.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define UNCLEAN "fetch:unclean"
#define FIRST_RETRY ((int64_t)15 * 60)
#define LATEST_RETRY ((int64_t)86400)
#define MOST_ATTEMPTS 5
#define BATCH 500
#define SHARED_BATCH 20 /* where others want some, too */
#define RECOVERY_SECONDS 60
#define OFFLINE_PAUSE ((int64_t)600)
#define PAGE_TYPES "text/html, application/xhtml+xml;q=0.9, */*;q=0.5"

void article_free(struct article *article)
{
	if (!article)
		return;
	accord_arena_free(article->arena);
	free(article);
}

static struct article *article_new(const accord_due *due)
{
	struct article *article = calloc(1, sizeof *article);
	if (!article || !(article->arena = accord_arena_new(0))) {
		free(article);
		return NULL;
	}
	article->due = *due;
	accord_slice *texts[] = {&article->due.url,	  &article->due.link, &article->due.title,
				 &article->due.published, &article->due.lang, &article->due.categories};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		*texts[i] = accord_slice_copy(article->arena, *texts[i]);
	return article;
}

size_t crawl_categories(const accord_due *due, accord_slice *categories, size_t most)
{
	size_t n = 0;
	for (size_t at = 0; due->categories.data && at < due->categories.len && n < most;) {
		const char *begin = due->categories.data + at, *end = memchr(begin, '\n', due->categories.len - at);
		size_t len = end ? (size_t)(end - begin) : due->categories.len - at;
		categories[n++] = (accord_slice){begin, len};
		at += len + 1;
	}
	return n;
}

/* Filters made since it was queued count as well. True if it is still wanted, as far as one can say. */
static bool still_wanted(struct crawl *crawl, const accord_due *due)
{
	char reason[320];
	accord_slice categories[64];
	accord_filter_subject subject = {.feed = due->feed,
					 .title = due->title,
					 .url = due->url,
					 .categories = categories,
					 .category_count = crawl_categories(due, categories, 64)};
	accord_filter_verdict verdict = accord_filter_check(crawl->filter, &subject);
	if (verdict.answer != ACCORD_FILTER_BLOCK)
		return true;
	crawl_filter_reason(&verdict, reason, sizeof reason);
	crawl->counts.filtered++;
	if (crawl_write(crawl))
		accord_store_queue_give_up(crawl->store, due->id, reason, NULL);
	return false;
}

/* The validators of the page that the stored article was read from. */
static void take_validators(struct crawl *crawl, const accord_due *due, accord_fetch_request *request)
{
	accord_stored_document stored;
	accord_page_record page;
	accord_arena_clear(crawl->scratch);
	if (!due->revisits ||
	    accord_store_get_document(crawl->store, crawl->scratch, due->url, &stored, NULL) != ACCORD_OK ||
	    !stored.page ||
	    accord_store_get_page(crawl->store, crawl->scratch, stored.page, &page, NULL) != ACCORD_OK)
		return;
	request->etag = page.etag.data;
	request->last_modified = page.last_modified.data;
}

static void ask_article(struct crawl *crawl, const accord_due *due)
{
	accord_error err;
	if (!still_wanted(crawl, due))
		return;
	struct article *article = article_new(due);
	if (!article)
		return; /* due again after this run */
	accord_slice link = article->due.link.data ? article->due.link : article->due.url;
	accord_fetch_request request = {.url = link.data,
					.accept = PAGE_TYPES,
					.max_body = PAGE_CEILING,
					.kind = REQUEST_ARTICLE,
					.number = (int64_t)(intptr_t)article};
	take_validators(crawl, due, &request);
	if (accord_fetcher_add(crawl->fetcher, &request, &err) == ACCORD_OK)
		return;
	if (crawl_write(crawl))
		accord_store_queue_give_up(crawl->store, due->id, err.message, NULL);
	article_free(article);
}

void crawl_ask_articles(struct crawl *crawl)
{
	accord_fetch_counts counts;
	accord_error err;
	accord_due *rows;
	size_t count = 0;
	accord_fetcher_count(crawl->fetcher, &counts);
	size_t batch = crawl->turns ? SHARED_BATCH : BATCH;
	if (crawl->broken || !crawl->more || counts.waiting >= batch)
		return;
	accord_arena *arena = accord_arena_new(0);
	if (!arena)
		return;
	int64_t now = (int64_t)time(NULL);
	bool later = crawl->counts.feeds + crawl->feeds_deferred >= crawl->feed_count; /* news first */
	if (crawl->turns)
		crawl_commit(crawl, true); /* what others write need not be waited for */
	else
		crawl_write(crawl);
	if (!crawl->broken && accord_store_queue_take(crawl->store, arena, now, crawl_hand(crawl) - now, batch, later, &rows,
						      &count, &err) != ACCORD_OK)
		crawl_refused(crawl, &err);
	crawl->more = crawl->turns ? count > 0 : count == batch;
	for (size_t i = 0; i < count; i++)
		ask_article(crawl, &rows[i]);
	accord_arena_free(arena);
}

static bool passing(const accord_fetch_result *result)
{
	switch (result->outcome) {
	case ACCORD_FAILED:
		return !result->hopeless;
	case ACCORD_HTTP_ERROR:
		return result->status >= 500 || result->status == 429 || result->status == 408 ||
		       result->status == 425;
	case ACCORD_FORBIDDEN:
		return result->robots.line == 0; /* robots.txt could not be read */
	default:
		return false;
	}
}

void crawl_article_failed(struct crawl *crawl, const struct article *article, bool may_pass, int64_t not_before,
			  const char *why)
{
	accord_error err;
	accord_status status;
	uint32_t attempts = article->due.attempts + 1;
	int64_t again = (int64_t)time(NULL) + crawl_back_off(FIRST_RETRY, LATEST_RETRY, attempts);
	if (!crawl_write(crawl))
		return;
	crawl->counts.articles_failed++;
	if (may_pass && attempts < MOST_ATTEMPTS)
		status = accord_store_queue_retry(crawl->store, article->due.id,
						  not_before > again ? not_before : again, why, &err);
	else
		status = accord_store_queue_give_up(crawl->store, article->due.id, why, &err);
	if (status != ACCORD_OK)
		crawl_refused(crawl, &err);
	crawl_say(crawl, "failed     %.*s: %s", (int)article->due.url.len, article->due.url.data, why);
}

static void article_deferred(struct crawl *crawl, const struct article *article, const accord_fetch_result *result)
{
	accord_error err;
	int64_t now = (int64_t)time(NULL), again = result->unresolved ? now + OFFLINE_PAUSE : result->retry_at;
	if (!crawl_write(crawl))
		return;
	crawl->counts.deferred++;
	if (accord_store_queue_release(crawl->store, article->due.id, again > now ? again : now, &err) != ACCORD_OK)
		crawl_refused(crawl, &err);
	crawl_say(crawl, "deferred   %s: %s", result->request->url, result->message);
}

static void article_unchanged(struct crawl *crawl, const struct article *article)
{
	accord_error err;
	if (crawl_write(crawl) &&
	    accord_store_queue_done(crawl->store, article->due.id, NULL, &err) != ACCORD_OK)
		crawl_refused(crawl, &err);
	crawl_say(crawl, "unchanged  %.*s", (int)article->due.url.len, article->due.url.data);
}

static accord_slice kept(accord_arena *arena, const char *text)
{
	return accord_slice_copy(arena, accord_slice_of(text));
}

/* The page to the readers, with all that the store wants to know of it. Takes the article. */
static void article_came(struct crawl *crawl, struct article *article, const accord_fetch_result *result)
{
	if (!crawl->readers)
		crawl->readers = crawl->start_readers(crawl);
	struct reading *reading = crawl->readers ? readers_blank(crawl->readers) : NULL;
	if (!reading) {
		crawl_article_failed(crawl, article, true, 0, "out of memory");
		article_free(article);
		return;
	}
	accord_arena *arena = reading->arena;
	reading->article = article;
	reading->asked = kept(arena, result->request->url);
	reading->page = (accord_page_record){.url = kept(arena, result->url),
					     .bytes = accord_slice_copy(arena, result->body),
					     .content_type = kept(arena, result->content_type),
					     .etag = kept(arena, result->etag),
					     .last_modified = kept(arena, result->last_modified),
					     .address = kept(arena, result->address),
					     .http_status = result->status,
					     .fetched = (int64_t)time(NULL)};
	readers_hand_over(crawl->readers, reading);
	crawl_keep_read(crawl, false);
}

void crawl_keep_read(struct crawl *crawl, bool all)
{
	struct reading *reading;
	while (crawl->readers && (reading = readers_take(crawl->readers, all || readers_full(crawl->readers)))) {
		double begin = crawl_cpu_seconds();
		crawl_keep(crawl, reading);
		crawl->cpu.store += crawl_cpu_seconds() - begin;
		crawl->cpu.clean += reading->clean_seconds;
		crawl->cpu.tag += reading->tag_seconds;
		readers_give_back(crawl->readers, reading);
	}
}

void crawl_article_answered(struct crawl *crawl, const accord_fetch_result *result)
{
	struct article *article = (struct article *)(intptr_t)result->request->number;
	if (result->outcome == ACCORD_FETCHED) {
		article_came(crawl, article, result);
		return;
	}
	if (result->outcome == ACCORD_DEFERRED || (result->unresolved && !crawl->answers))
		article_deferred(crawl, article, result);
	else if (result->outcome == ACCORD_NOT_MODIFIED)
		article_unchanged(crawl, article);
	else
		crawl_article_failed(crawl, article, passing(result), result->retry_at,
				     result->message ? result->message : "failed");
	article_free(article);
}

/*
 * What a run has in hand is not due for anybody else. On a shared store it has the run's number, and is given back by
 * others when that run is not at work any more. On a file, the lock says that no other run is at work; so what a
 * killed one had in hand can be put back at once, and a mark in the settings says that there may be such.
 */
int64_t crawl_hand(const struct crawl *crawl)
{
	return ACCORD_IN_HAND + (crawl->turns ? crawl->run.id : 0);
}

void crawl_recover_others(struct crawl *crawl)
{
	accord_error err;
	int64_t count = 0, now = (int64_t)time(NULL);
	if (!crawl->turns || crawl->broken || (double)now - crawl->last_recovery < RECOVERY_SECONDS)
		return;
	crawl->last_recovery = (double)now;
	if (accord_store_run_recover(crawl->turns, now, &count, &err) != ACCORD_OK)
		crawl_refused(crawl, &err);
	crawl->more |= count > 0;
}

bool crawl_recover(struct crawl *crawl)
{
	accord_error err;
	if (crawl->turns) {
		if (accord_store_run_hold(crawl->turns, crawl->run.id, &err) != ACCORD_OK)
			crawl_refused(crawl, &err);
		crawl_recover_others(crawl);
		return !crawl->broken;
	}
	accord_slice unclean;
	accord_due *rows = NULL;
	size_t count = 0;
	if (accord_store_setting_get(crawl->store, crawl->rows, UNCLEAN, &unclean, NULL) != ACCORD_OK ||
	    !unclean.len)
		return accord_store_setting_set(crawl->store, UNCLEAN, accord_slice_of("yes"), &err) ==
			       ACCORD_OK ||
		       crawl_refused(crawl, &err);
	accord_arena *arena = accord_arena_new(0);
	if (!arena)
		return false;
	accord_status status =
		accord_store_queue_list(crawl->store, arena, ACCORD_DUE_WAITING, 0, &rows, &count, &err);
	if (status != ACCORD_OK)
		crawl_refused(crawl, &err);
	for (size_t i = 0; i < count && crawl_write(crawl); i++)
		if (rows[i].not_before == ACCORD_IN_HAND &&
		    accord_store_queue_release(crawl->store, rows[i].id, crawl->now, &err) != ACCORD_OK)
			crawl_refused(crawl, &err);
	accord_arena_free(arena);
	crawl_commit(crawl, true);
	return !crawl->broken;
}

void crawl_ended(struct crawl *crawl, bool well)
{
	accord_error err;
	if (crawl->turns && !crawl->broken &&
	    accord_store_run_release(crawl->turns, crawl->run.id, (int64_t)time(NULL), &err) != ACCORD_OK)
		crawl_refused(crawl, &err);
	if (well && !crawl->turns && !crawl->broken &&
	    accord_store_setting_set(crawl->store, UNCLEAN, accord_slice_of(""), &err) != ACCORD_OK)
		crawl_refused(crawl, &err);
}
