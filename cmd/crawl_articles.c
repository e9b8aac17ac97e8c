/*
 * Articles: out of the queue, fetched once, cleaned, tagged, stored with the raw page. What fails for a
 * passing reason is due again later, a few times; what a server refuses for good is given up with the reason.
 * A page without an article is kept raw all the same, so that better rules can read it one day.
 */
#include "crawl.h"

#include <accord/url.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define TAKEN ((int64_t)1 << 40) /* not_before of what this run has in hand */
#define UNCLEAN "fetch:unclean"
#define FIRST_RETRY ((int64_t)15 * 60)
#define LATEST_RETRY ((int64_t)86400)
#define MOST_ATTEMPTS 5
#define BATCH 500
#define PAGE_TYPES "text/html, application/xhtml+xml;q=0.9, */*;q=0.5"

/* An article under way: what the feed said of it, for what its page lacks. */
struct article {
	int64_t id;
	uint32_t attempts;
	char *key, *title, *published, *lang;
};

static void article_free(struct article *article)
{
	free(article->key);
	free(article->title);
	free(article->published);
	free(article->lang);
	free(article);
}

static char *text_of(accord_slice slice)
{
	return slice.data ? strndup(slice.data, slice.len) : NULL;
}

static void ask_article(struct crawl *crawl, const accord_due *due)
{
	accord_error err;
	struct article *article = calloc(1, sizeof *article);
	char *link = text_of(due->link.data ? due->link : due->url);
	accord_fetch_request request = {.url = link,
					.accept = PAGE_TYPES,
					.max_body = PAGE_CEILING,
					.kind = REQUEST_ARTICLE,
					.number = (int64_t)(intptr_t)article};
	if (!article || !link) {
		free(article);
		free(link);
		return; /* due again after this run */
	}
	*article = (struct article){due->id,
				    due->attempts,
				    text_of(due->url),
				    text_of(due->title),
				    text_of(due->published),
				    text_of(due->lang)};
	accord_status status = accord_fetcher_add(crawl->fetcher, &request, &err);
	free(link);
	if (status == ACCORD_OK)
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
	if (crawl->broken || !crawl->more || counts.waiting >= BATCH)
		return;
	accord_arena *arena = accord_arena_new(0);
	if (!arena)
		return;
	int64_t now = (int64_t)time(NULL);
	if (!crawl_write(crawl))
		;
	else if (accord_store_queue_take(crawl->store, arena, now, TAKEN - now, BATCH, &rows, &count, &err) !=
		 ACCORD_OK)
		crawl_refused(crawl, &err);
	crawl->more = count == BATCH;
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

static void article_failed(struct crawl *crawl, const struct article *article,
			   const accord_fetch_result *result)
{
	accord_error err;
	accord_status status;
	int64_t now = (int64_t)time(NULL);
	const char *why = result->message ? result->message : "failed";
	if (!crawl_write(crawl))
		return;
	if (result->outcome == ACCORD_DEFERRED) {
		crawl->counts.deferred++;
		status = accord_store_queue_release(crawl->store, article->id,
						    result->retry_at > now ? result->retry_at : now, &err);
	} else if (passing(result) && article->attempts + 1 < MOST_ATTEMPTS) {
		int64_t again = now + crawl_back_off(FIRST_RETRY, LATEST_RETRY, article->attempts + 1);
		crawl->counts.articles_failed++;
		status = accord_store_queue_retry(crawl->store, article->id,
						  result->retry_at > again ? result->retry_at : again, why,
						  &err);
	} else {
		crawl->counts.articles_failed++;
		status = accord_store_queue_give_up(crawl->store, article->id, why, &err);
	}
	if (status != ACCORD_OK)
		crawl_refused(crawl, &err);
	crawl_say(crawl, "%-10s %s: %s", result->outcome == ACCORD_DEFERRED ? "deferred" : "failed",
		  result->request->url, why);
}

/* Whether two addresses belong to one site, on one port. */
static bool same_site(accord_arena *arena, accord_slice a, accord_slice b)
{
	accord_url left, right;
	return accord_url_parse(arena, a, NULL, &left, NULL) == ACCORD_OK &&
	       accord_url_parse(arena, b, NULL, &right, NULL) == ACCORD_OK &&
	       (left.port == right.port || (left.port + right.port == 80 + 443)) &&
	       accord_slice_equal(accord_url_site(arena, a), accord_url_site(arena, b));
}

/* Its own rel=canonical names the page, unless that is another site's: whoever copies could take its name
 * then. */
static void settle_url(struct crawl *crawl, accord_document *doc, const char *found)
{
	accord_slice key, from = accord_slice_of(found), site = accord_url_site(crawl->scratch, from);
	bool claim = doc->url.data && same_site(crawl->scratch, from, doc->url);
	if (accord_url_canonical(crawl->scratch, claim ? doc->url : from, &key, NULL) != ACCORD_OK)
		key = from;
	doc->url = key;
	if (site.data)
		doc->site = site;
}

static void fill_from_feed(accord_document *doc, const struct article *article)
{
	if (!doc->title.data || !doc->title.len)
		doc->title = accord_slice_of(article->title);
	if (!doc->published.data)
		doc->published = accord_slice_of(article->published);
	if (!doc->lang.data && article->lang && strlen(article->lang) >= 2)
		doc->lang = (accord_slice){article->lang, 2};
}

static bool store_article(struct crawl *crawl, const struct article *article, int64_t page,
			  accord_document *doc, accord_error *err)
{
	accord_put what;
	accord_put_options options = {.page = page,
				      .rules = crawl->tagger ? accord_tagger_version(crawl->tagger) : NULL,
				      .alias = accord_slice_of(article->key)};
	if (accord_store_put_document(crawl->store, doc, &options, &what, NULL, err) != ACCORD_OK)
		return crawl_refused(crawl, err);
	crawl->counts.stored += what == ACCORD_PUT_ADDED;
	crawl->counts.changed += what == ACCORD_PUT_CHANGED;
	crawl->counts.deals += doc->deal_count;
	if (accord_store_queue_done(crawl->store, article->id, err) != ACCORD_OK)
		return crawl_refused(crawl, err);
	return true;
}

/* No article in it: said, and not asked for again. */
static void give_up(struct crawl *crawl, const struct article *article, const accord_fetch_result *result,
		    const char *why)
{
	accord_error err;
	crawl->counts.articles_failed++;
	crawl_say(crawl, "no article %s: %s", result->request->url, why);
	if (accord_store_queue_give_up(crawl->store, article->id, why, &err) != ACCORD_OK)
		crawl_refused(crawl, &err);
}

/* Films and catalogues are not kept: no better rule will ever read them as an article. */
static bool worth_keeping(const accord_fetch_result *result)
{
	static const char *const types[] = {"html", "xml", "text/plain", "octet-stream"};
	for (size_t i = 0; result->content_type && i < sizeof types / sizeof *types; i++)
		if (strcasestr(result->content_type, types[i]))
			return result->body.len > 0;
	return !result->content_type && result->body.len > 0;
}

static void article_came(struct crawl *crawl, const struct article *article,
			 const accord_fetch_result *result)
{
	accord_error err;
	accord_document doc = {0};
	int64_t page = 0;
	accord_page_record record = {.url = accord_slice_of(result->url),
				     .bytes = result->body,
				     .content_type = accord_slice_of(result->content_type),
				     .etag = accord_slice_of(result->etag),
				     .last_modified = accord_slice_of(result->last_modified),
				     .http_status = result->status,
				     .fetched = (int64_t)time(NULL)};
	accord_page_options options = {
		.url = result->url, .content_type = result->content_type, .sites = crawl->sites};
	if (!crawl_write(crawl))
		return;
	accord_arena_clear(crawl->scratch);
	if (worth_keeping(result) && accord_store_put_page(crawl->store, &record, &page, &err) != ACCORD_OK) {
		crawl_refused(crawl, &err);
		return;
	}
	if (accord_page_clean(crawl->scratch, result->body.data, result->body.len, &options, &doc, &err) !=
	    ACCORD_OK) {
		give_up(crawl, article, result, err.message);
		return;
	}
	settle_url(crawl, &doc, result->url);
	fill_from_feed(&doc, article);
	if (crawl->tagger && accord_tagger_document(crawl->tagger, crawl->scratch, &doc, &err) != ACCORD_OK) {
		give_up(crawl, article, result, err.message);
		return;
	}
	if (store_article(crawl, article, page, &doc, &err))
		crawl_say(crawl, "article    %s: %zu deals", result->url, doc.deal_count);
}

void crawl_article_answered(struct crawl *crawl, const accord_fetch_result *result)
{
	struct article *article = (struct article *)(intptr_t)result->request->number;
	if (result->outcome == ACCORD_FETCHED)
		article_came(crawl, article, result);
	else
		article_failed(crawl, article, result);
	article_free(article);
}

/*
 * What a run has in hand is not due for anybody else. The lock says that no other run is at work; so what a
 * killed one had in hand can be put back at once, and a mark in the settings says that there may be such.
 */
bool crawl_recover(struct crawl *crawl)
{
	accord_error err;
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
		if (rows[i].not_before == TAKEN &&
		    accord_store_queue_release(crawl->store, rows[i].id, crawl->now, &err) != ACCORD_OK)
			crawl_refused(crawl, &err);
	accord_arena_free(arena);
	crawl_commit(crawl, true);
	return !crawl->broken;
}

void crawl_ended_well(struct crawl *crawl)
{
	accord_error err;
	if (!crawl->broken &&
	    accord_store_setting_set(crawl->store, UNCLEAN, accord_slice_of(""), &err) != ACCORD_OK)
		crawl_refused(crawl, &err);
}
