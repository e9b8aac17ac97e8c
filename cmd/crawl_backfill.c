/*
 * accord fetch --backfill: the articles of a site that no feed has any more, from its sitemaps. Which sitemaps
 * there are is said by robots.txt; an index leads to others, those changed last are read first. What looks
 * like an article, is new enough and not known goes into the queue behind all news, at most so many a run; the
 * next run with the same words goes on where this one ended.
 */
#include "crawl.h"

#include <accord/robots.h>
#include <accord/url.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST_SITEMAPS 400 /* of a run */
#define DEEPEST 3         /* index in index in index */
#define SITEMAP_TYPES "application/xml, text/xml, */*;q=0.5"

struct backfill {
	struct crawl *crawl;
	const char *since; /* ISO date, or NULL */
	accord_slice site;
	size_t limit, queued, asked, seen;
	bool done, guessed;
	struct sitemap *all; /* asked for in this run */
};

/* A sitemap under way. */
struct sitemap {
	struct sitemap *next;
	struct backfill *backfill;
	accord_slice url;
	unsigned depth;
	accord_feed_reader *reader;
	accord_feed_options options;
	accord_status failure;
	accord_error err;
	struct found {
		accord_slice url, changed;
	} *found; /* of an index */
	size_t found_count, found_room, entries;
};

static bool ask_sitemap(struct backfill *b, accord_slice url, unsigned depth);

/* What an entry is
 * ----------------------------------------------------------------------------------------------- */

static bool digits(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p[i] < '0' || p[i] > '9')
			return false;
	return true;
}

/* A day in the path: /2019/11/05/, /2019-11-05-, /20191105. Into `day` as ISO; false if there is none. */
static bool day_of_path(accord_slice url, char day[11])
{
	for (size_t i = 0; i + 8 <= url.len; i++) {
		const char *p = url.data + i;
		bool parted = i + 10 <= url.len && (p[4] == '/' || p[4] == '-') && p[7] == p[4] && digits(p + 5, 2) &&
			      digits(p + 8, 2);
		if (!digits(p, 4) || (p[0] != '1' && p[0] != '2') || (i && p[-1] >= '0' && p[-1] <= '9'))
			continue;
		const char *month = p + (parted ? 5 : 4), *of_month = p + (parted ? 8 : 6);
		bool together = digits(p, 8) && (i + 8 == url.len || p[8] < '0' || p[8] > '9');
		if ((!parted && !together) || memcmp(month, "12", 2) > 0 || memcmp(of_month, "31", 2) > 0)
			continue;
		snprintf(day, 11, "%.4s-%.2s-%.2s", p, month, of_month);
		return true;
	}
	return false;
}

/* Start pages, sections and lists of tags stand in sitemaps, too: an article's address has a headline, a day or a
 * number in it. */
static bool looks_like_article(accord_slice url)
{
	char day[11];
	size_t hyphens = 0, run = 0, longest = 0, end = url.len;
	if (day_of_path(url, day))
		return true;
	const char *query = memchr(url.data, '?', url.len), *host = memmem(url.data, url.len, "://", 3);
	const char *path = host ? memchr(host + 3, '/', url.len - (size_t)(host + 3 - url.data)) : NULL;
	size_t begin = path ? (size_t)(path - url.data) : url.len;
	end = query ? (size_t)(query - url.data) : end;
	while (end > begin && url.data[end - 1] == '/')
		end--;
	for (size_t i = end; i > begin && url.data[i - 1] != '/'; i--) {
		char c = url.data[i - 1];
		hyphens += c == '-' || c == '_';
		run = c >= '0' && c <= '9' ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	return hyphens >= 3 || longest >= 4;
}

static bool new_enough(const struct backfill *b, const accord_feed_entry *entry, accord_slice url)
{
	char day[11];
	accord_slice when = entry->published.data ? entry->published : entry->updated;
	size_t n = b->since ? strlen(b->since) : 0;
	if (!n)
		return true;
	if (!when.data && day_of_path(url, day))
		when = (accord_slice){day, 10};
	return when.data && memcmp(when.data, b->since, n < when.len ? n : when.len) >= 0;
}

static bool queue_article(struct sitemap *s, const accord_feed_entry *entry)
{
	struct backfill *b = s->backfill;
	struct crawl *crawl = b->crawl;
	accord_offer what = ACCORD_OFFER_KNOWN;
	accord_error err;
	accord_slice key;
	b->seen++;
	accord_arena_clear(crawl->scratch);
	if (accord_url_canonical(crawl->scratch, entry->link, &key, NULL) != ACCORD_OK ||
	    !accord_slice_equal(accord_url_site(crawl->scratch, key), b->site) || !looks_like_article(key) ||
	    !new_enough(b, entry, key))
		return true;
	accord_due due = {.url = key,
			  .link = entry->link,
			  .title = entry->title,
			  .published = entry->published,
			  .added = crawl->now,
			  .later = true};
	if (!crawl_write(crawl))
		return false;
	if (accord_store_queue_add(crawl->store, &due, &what, &err) != ACCORD_OK)
		return crawl_refused(crawl, &err);
	b->queued += what == ACCORD_OFFER_ADDED;
	b->done = b->queued >= b->limit;
	return !b->done;
}

/* Sitemaps of pictures, people and subjects hold no articles. */
static bool worth_reading(accord_slice url)
{
	static const char *const others[] = {"image", "video", "author", "autor", "tag", "categor",
					     "rubri", "product", "user",  "bilder", "immagini"};
	const char *slash = memrchr(url.data, '/', url.len);
	accord_slice name = slash ? (accord_slice){slash, url.len - (size_t)(slash - url.data)} : url;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		for (size_t at = 0, n = strlen(others[i]); at + n <= name.len; at++)
			if (!strncasecmp(name.data + at, others[i], n))
				return false;
	return true;
}

static bool note_sitemap(struct sitemap *s, const accord_feed_entry *entry)
{
	accord_arena *arena = s->backfill->crawl->rows;
	const char *since = s->backfill->since;
	accord_slice changed = entry->updated;
	if (!worth_reading(entry->link) ||
	    (since && changed.data && memcmp(changed.data, since, strlen(since) < changed.len ? strlen(since) : changed.len) < 0))
		return true;
	if (s->found_count == s->found_room) {
		size_t room = s->found_room ? 2 * s->found_room : 64;
		s->found = accord_arena_grow(arena, s->found, s->found_room * sizeof *s->found,
					     room * sizeof *s->found);
		s->found_room = room;
	}
	if (!s->found || s->found_count >= 50000) /* what the protocol allows */
		return false;
	s->found[s->found_count++] =
		(struct found){accord_slice_copy(arena, entry->link), accord_slice_copy(arena, changed)};
	return true;
}

static bool take_entry(void *context, const accord_feed *feed, const accord_feed_entry *entry)
{
	struct sitemap *s = context;
	s->entries++;
	if (!entry->link.data)
		return true;
	return feed->format == ACCORD_SITEMAP_INDEX ? note_sitemap(s, entry) : queue_article(s, entry);
}

/* Asking and answers
 * -------------------------------------------------------------------------------------------- */

static bool read_sitemap(void *context, const accord_fetch_answer *answer, const char *bytes, size_t len)
{
	struct sitemap *s = context;
	if (s->backfill->done)
		return false;
	if (!s->reader) {
		accord_slice base = accord_slice_copy(s->backfill->crawl->rows, accord_slice_of(answer->url));
		s->options = (accord_feed_options){
			.base_url = base.data, .most_entries = MOST_ENTRIES, .sitemaps = true};
		s->reader = accord_feed_reader_new(&s->options, take_entry, s);
		if (!s->reader)
			s->failure = accord_error_set(&s->err, ACCORD_ENOMEM, "out of memory");
	}
	if (s->failure == ACCORD_OK)
		s->failure = accord_feed_reader_push(s->reader, bytes, len, &s->err);
	return s->failure == ACCORD_OK && !s->backfill->done;
}

static bool ask_sitemap(struct backfill *b, accord_slice url, unsigned depth)
{
	struct crawl *crawl = b->crawl;
	accord_error err;
	for (const struct sitemap *known = b->all; known; known = known->next)
		if (accord_slice_equal(known->url, url))
			return false; /* an index that names itself, or two that name one */
	struct sitemap *s = accord_arena_calloc(crawl->rows, 1, sizeof *s);
	if (!s || b->asked >= MOST_SITEMAPS || depth > DEEPEST)
		return false;
	*s = (struct sitemap){.next = b->all, .backfill = b, .url = accord_slice_copy(crawl->rows, url), .depth = depth};
	b->all = s;
	accord_fetch_request request = {.url = s->url.data,
					.accept = SITEMAP_TYPES,
					.max_body = FEED_CEILING,
					.sink = read_sitemap,
					.sink_context = s,
					.kind = REQUEST_SITEMAP,
					.number = (int64_t)(intptr_t)s};
	if (!s->url.data || accord_fetcher_add(crawl->fetcher, &request, &err) != ACCORD_OK)
		return false;
	b->asked++;
	return true;
}

static int newest_first(const void *a, const void *b)
{
	const struct found *x = a, *y = b;
	size_t n = x->changed.len < y->changed.len ? x->changed.len : y->changed.len;
	if (!x->changed.data || !y->changed.data)
		return (y->changed.data != NULL) - (x->changed.data != NULL);
	return memcmp(y->changed.data, x->changed.data, n);
}

void crawl_sitemap_answered(struct crawl *crawl, const accord_fetch_result *result)
{
	struct sitemap *s = (struct sitemap *)(intptr_t)result->request->number;
	struct backfill *b = s->backfill;
	const accord_feed *feed = NULL;
	const char *why = result->message ? result->message : "failed";
	bool good = result->outcome == ACCORD_FETCHED && s->reader && s->failure == ACCORD_OK &&
		    (s->failure = accord_feed_reader_finish(s->reader, &feed, &s->err)) == ACCORD_OK;
	if (good && feed->format < ACCORD_SITEMAP)
		crawl_say(crawl, "sitemap    %s: a feed; subscribe to it", s->url.data);
	if (s->failure != ACCORD_OK)
		why = s->err.message;
	else if (result->outcome == ACCORD_FETCHED && !s->reader)
		why = "an empty body where a sitemap should be";
	if (good || b->done)
		crawl_say(crawl, "sitemap    %s: %zu entries, %zu articles queued so far", s->url.data, s->entries,
			  b->queued);
	else if (b->guessed)
		crawl_say(crawl, "failed     %s: %s", s->url.data, why);
	else
		complain_text("%s: %s", s->url.data, why);
	if (s->found_count)
		qsort(s->found, s->found_count, sizeof *s->found, newest_first);
	for (size_t i = 0; i < s->found_count && !b->done; i++)
		ask_sitemap(b, s->found[i].url, s->depth + 1);
	accord_feed_reader_free(s->reader);
	s->reader = NULL;
	crawl->more = crawl->more || b->queued;
}

/* Its robots.txt was asked for, and is in the store now. */
void crawl_site_answered(struct crawl *crawl, const accord_fetch_result *result)
{
	static const char *const usual[] = {"/sitemap.xml", "/sitemap_index.xml", "/news-sitemap.xml"};
	struct backfill *b = crawl->backfill;
	accord_robots *robots = NULL;
	accord_slice body, url = accord_slice_of(result->url), address;
	size_t named = 0;
	if (result->outcome != ACCORD_FETCHED) {
		complain_text("%s: %s", result->request->url, result->message ? result->message : "no answer");
		return;
	}
	if (crawl_robots_of(crawl, url, &body) &&
	    accord_robots_parse(crawl->rows, body.data, body.len, ACCORD_AGENT, &robots, NULL) == ACCORD_OK)
		while ((address = accord_robots_sitemap(robots, named)).data && named < MOST_SITEMAPS) {
			named++;
			if (accord_url_resolve(crawl->rows, url, address, &address, NULL) == ACCORD_OK)
				ask_sitemap(b, address, 0);
		}
	b->guessed = !named;
	for (size_t i = 0; !named && i < sizeof usual / sizeof *usual; i++)
		if (accord_url_resolve(crawl->rows, url, accord_slice_of(usual[i]), &address, NULL) == ACCORD_OK)
			ask_sitemap(b, address, 0);
}

static bool ends_with(accord_slice text, const char *end)
{
	size_t n = strlen(end);
	return text.len >= n && !memcmp(text.data + text.len - n, end, n);
}

bool crawl_backfill(struct crawl *crawl, const char *word, const char *since, size_t limit)
{
	accord_error err;
	accord_slice url;
	struct backfill *b = accord_arena_calloc(crawl->rows, 1, sizeof *b);
	if (!b)
		return false;
	*b = (struct backfill){.crawl = crawl, .since = since, .limit = limit};
	crawl->backfill = b;
	if (accord_url_canonical(crawl->rows, accord_slice_of(word), &url, &err) != ACCORD_OK) {
		accord_error_at(&err, word, 0, 0);
		complain(&err);
		return false;
	}
	b->site = accord_url_site(crawl->rows, url);
	if (ends_with(url, ".xml") || ends_with(url, ".xml.gz"))
		return ask_sitemap(b, url, 0);
	accord_fetch_request request = {.url = url.data, .only_robots = true, .kind = REQUEST_SITE};
	if (accord_fetcher_add(crawl->fetcher, &request, &err) == ACCORD_OK)
		return true;
	complain(&err);
	return false;
}

size_t crawl_backfilled(const struct crawl *crawl, size_t *sitemaps, size_t *entries)
{
	const struct backfill *b = crawl->backfill;
	*sitemaps = b ? b->asked : 0;
	*entries = b ? b->seen : 0;
	return b ? b->queued : 0;
}

void crawl_backfill_free(struct crawl *crawl)
{
	for (struct sitemap *s = crawl->backfill ? crawl->backfill->all : NULL; s; s = s->next)
		accord_feed_reader_free(s->reader);
}
