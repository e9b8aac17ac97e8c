/*
 * What was read, into the store. The raw page is kept in any case, so that better rules can read it one day. A
 * stored article is written over by a newer version of it only: not by a consent or login wall, not by an
 * error page, not by the first paragraph of what was whole before.
 */
#include "crawl_reading.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#define HALF 2

/* Films and catalogues are not kept: no better rule will ever read them as an article. */
static bool worth_keeping(const accord_page_record *page)
{
	static const char *const types[] = {"html", "xml", "text/plain", "octet-stream"};
	for (size_t i = 0; page->content_type.data && i < sizeof types / sizeof *types; i++)
		if (strcasestr(page->content_type.data, types[i]))
			return page->bytes.len > 0;
	return !page->content_type.data && page->bytes.len > 0;
}

static void done(struct crawl *crawl, const struct reading *reading, const char *reason)
{
	accord_error err;
	if (accord_store_queue_done(crawl->store, reading->article->due.id, reason, &err) != ACCORD_OK)
		crawl_refused(crawl, &err);
}

/* No article in it: said, and not asked for again. What was stored before stays. */
static void not_an_article(struct crawl *crawl, const struct reading *reading, bool stored, const char *why)
{
	accord_error err;
	char reason[300];
	crawl_say(crawl, "no article %.*s: %s", (int)reading->asked.len, reading->asked.data, why);
	if (stored) {
		snprintf(reason, sizeof reason, "the article that is stored stays: %s", why);
		done(crawl, reading, reason);
	} else {
		crawl->counts.articles_failed++;
		if (accord_store_queue_give_up(crawl->store, reading->article->due.id, why, &err) != ACCORD_OK)
			crawl_refused(crawl, &err);
	}
}

/* Filters over what the feed shows let through what only the article's text can decide. */
static bool is_wanted(struct crawl *crawl, const struct reading *reading)
{
	accord_error err;
	char reason[320];
	const accord_due *due = &reading->article->due;
	accord_slice categories[64];
	accord_filter_subject subject = {.feed = due->feed,
					 .title = due->title.len ? due->title : reading->doc.title,
					 .url = due->url,
					 .content = reading->doc.text,
					 .categories = categories,
					 .category_count = crawl_categories(due, categories, 64),
					 .whole = true};
	accord_filter_verdict verdict = accord_filter_check(crawl->filter, &subject);
	if (verdict.answer != ACCORD_FILTER_BLOCK)
		return true;
	crawl_filter_reason(&verdict, reason, sizeof reason);
	crawl->counts.filtered++;
	crawl_say(crawl, "unwanted   %.*s: %s", (int)reading->asked.len, reading->asked.data, reason);
	if (accord_store_queue_give_up(crawl->store, due->id, reason, &err) != ACCORD_OK)
		crawl_refused(crawl, &err);
	return false;
}

/* Whether the new text is a mere beginning of the stored one, as behind a wall that lets the first lines be read. */
static bool was_cut(struct crawl *crawl, const struct reading *reading)
{
	accord_stored_document old;
	accord_arena_clear(crawl->scratch);
	if (accord_store_get_document(crawl->store, crawl->scratch, reading->doc.url, &old, NULL) != ACCORD_OK)
		return false;
	return reading->doc.text.len * HALF < old.document.text.len;
}

/* Whether another page waits in the queue under an address: it will speak for itself. */
static bool another_waits(struct crawl *crawl, const struct reading *reading, accord_slice url)
{
	accord_due due;
	accord_arena_clear(crawl->scratch);
	return accord_store_queue_find(crawl->store, crawl->scratch, url, &due, NULL) == ACCORD_OK &&
	       due.state == ACCORD_DUE_WAITING && due.id != reading->article->due.id;
}

/*
 * A page may claim the address of another one of its site: believed if what is stored there tells the same, or if nothing is
 * and nothing will come from there. So it does not matter which of the two is read first: if they are one story, the one
 * that comes later is recognised.
 */
static void doubt_claim(struct crawl *crawl, struct reading *reading)
{
	accord_error err;
	bool same = true;
	if (accord_slice_equal(reading->doc.url, reading->key))
		return;
	if (!accord_store_has_url(crawl->store, reading->doc.url)) {
		if (another_waits(crawl, reading, reading->doc.url))
			reading->doc.url = reading->key;
		return;
	}
	if (accord_store_tells_story(crawl->store, &reading->doc, reading->doc.url, &same, &err) != ACCORD_OK)
		crawl_refused(crawl, &err);
	if (!same)
		reading->doc.url = reading->key;
}

static void recognise(struct crawl *crawl, const struct reading *reading, bool *stored)
{
	accord_error err;
	accord_slice twin = {NULL, 0};
	bool found = false;
	accord_arena_clear(crawl->scratch);
	accord_store_queue_twin(crawl->store, crawl->scratch, reading->article->due.id, &twin, NULL);
	if (accord_store_same_story(crawl->store, &reading->doc, twin, &found, &err) != ACCORD_OK)
		crawl_refused(crawl, &err);
	if (found)
		crawl_say(crawl, "same story %.*s", (int)reading->asked.len, reading->asked.data);
	*stored = *stored || found;
}

static void put(struct crawl *crawl, const struct reading *reading)
{
	accord_put what;
	accord_error err;
	const accord_due *due = &reading->article->due;
	accord_put_options options = {.page = reading->page.id,
				      .rules = crawl->tagger ? accord_tagger_version(crawl->tagger) : NULL,
				      .alias = due->url};
	if (accord_store_put_document(crawl->store, &reading->doc, &options, &what, NULL, &err) != ACCORD_OK ||
	    (what == ACCORD_PUT_ADDED && due->feed &&
	     accord_store_feed_stored(crawl->store, due->feed, &err) != ACCORD_OK)) {
		crawl_refused(crawl, &err);
		return;
	}
	crawl->counts.stored += what == ACCORD_PUT_ADDED;
	crawl->counts.changed += what == ACCORD_PUT_CHANGED;
	crawl->counts.deals += reading->doc.deal_count;
	crawl_say(crawl, "%-10s %.*s: %zu deals", what == ACCORD_PUT_CHANGED ? "changed" : "article",
		  (int)reading->asked.len, reading->asked.data, reading->doc.deal_count);
	done(crawl, reading, NULL);
}

void crawl_keep(struct crawl *crawl, struct reading *reading)
{
	accord_error err;
	const accord_due *due = &reading->article->due;
	if (!crawl_write(crawl))
		return;
	if (worth_keeping(&reading->page) &&
	    accord_store_put_page(crawl->store, &reading->page, &reading->page.id, &err) != ACCORD_OK) {
		crawl_refused(crawl, &err);
		return;
	}
	bool stored = accord_store_has_url(crawl->store, due->url);
	if (reading->status != ACCORD_OK) {
		not_an_article(crawl, reading, stored, reading->err.message);
		return;
	}
	if (reading->wall && stored) {
		not_an_article(crawl, reading, true, reading->wall);
		return;
	}
	if (reading->wall) {
		crawl_article_failed(crawl, reading->article, true, 0, reading->wall);
		return;
	}
	if (!is_wanted(crawl, reading))
		return;
	doubt_claim(crawl, reading);
	stored = stored || accord_store_has_url(crawl->store, reading->doc.url);
	recognise(crawl, reading, &stored);
	if (stored && was_cut(crawl, reading))
		not_an_article(crawl, reading, true, "less than half of its text is left");
	else
		put(crawl, reading);
}
