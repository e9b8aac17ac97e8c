/*
 * accord feeds add: the address may be a feed's or a site's. What answers is read; a page is searched for the
 * feeds that it names, then the usual paths of its host are tried, one after the other. The first that proves
 * to be a feed is subscribed to.
 */
#include "feeds.h"

#include <accord/feed.h>
#include <accord/url.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FEED_CEILING ((size_t)64 << 20)
#define MOST_TRIES 12

static const char *const usual_paths[] = {"/feed/", "/rss.xml",   "/feed.xml", "/atom.xml",
					  "/rss",   "/index.xml", "/feed.json", "/news-sitemap.xml",
					  "/sitemap-news.xml"};

struct adding {
	const char *word;
	accord_slice *candidates; /* named by the page, then usual paths */
	size_t count, next, named;
	bool searched, done;
	char why[240]; /* what the first address answered */
};

struct adder {
	struct feeds_work *work;
	accord_fetcher *fetcher;
	struct adding *all;
	bool failed;
};

static void ask(struct adder *adder, size_t index, const char *url)
{
	struct adding *adding = &adder->all[index];
	accord_error err;
	accord_fetch_request request = {
		.url = url,
		.number = (int64_t)index,
		.max_body = FEED_CEILING,
		.accept = "application/atom+xml, application/rss+xml, application/feed+json, "
			  "text/html;q=0.8, */*;q=0.5"};
	if (accord_fetcher_add(adder->fetcher, &request, &err) == ACCORD_OK)
		return;
	snprintf(adding->why, sizeof adding->why, "%s", err.message);
}

static void subscribe(struct adder *adder, struct adding *adding, const char *url, const accord_feed *feed)
{
	const struct feeds_args *args = adder->work->args;
	bool added = false;
	accord_outline outline = {.url = accord_slice_of(url),
				  .title = args->title ? accord_slice_of(args->title) : feed->title,
				  .lang = args->lang ? accord_slice_of(args->lang) : feed->lang,
				  .link = feed->link,
				  .folder = accord_slice_of(args->folder)};
	adding->done = true;
	if (!feeds_subscribe(adder->work, &outline, &added)) {
		adder->failed = true;
		return;
	}
	fprintf(stderr, "accord feeds: %s %s, %zu entries\n", added ? "added" : "known already:", url,
		feed->entry_count);
	for (size_t i = adding->next; i < adding->named; i++)
		fprintf(stderr, "accord feeds: the site also has %s\n", adding->candidates[i].data);
}

/* The page's own feeds, then the usual paths of its host. */
static void search(struct adder *adder, struct adding *adding, const accord_fetch_result *result)
{
	accord_arena *arena = adder->work->arena;
	accord_slice *named = NULL, url = accord_slice_of(result->url);
	size_t paths = sizeof usual_paths / sizeof *usual_paths;
	adding->searched = true;
	adding->named = accord_page_feeds(arena, result->body.data, result->body.len, url, &named);
	adding->candidates = accord_arena_calloc(arena, adding->named + paths, sizeof(accord_slice));
	if (!adding->candidates)
		return;
	for (size_t i = 0; i < adding->named; i++)
		adding->candidates[adding->count++] = named[i];
	for (size_t i = 0; i < paths; i++)
		if (accord_url_resolve(arena, url, accord_slice_of(usual_paths[i]),
				       &adding->candidates[adding->count], NULL) == ACCORD_OK)
			adding->count++;
}

static void try_next(struct adder *adder, size_t index)
{
	struct adding *adding = &adder->all[index];
	if (adding->next < adding->count && adding->next < MOST_TRIES) {
		const char *url = adding->candidates[adding->next++].data;
		ask(adder, index, url);
		return;
	}
	complain_text("%s: no feed found%s%s", adding->word, adding->why[0] ? ": " : "", adding->why);
	adder->failed = true;
	adding->done = true;
}

static void answered(accord_fetcher *fetcher, const accord_fetch_result *result, void *context)
{
	struct adder *adder = context;
	struct adding *adding = &adder->all[result->request->number];
	accord_feed_options options = {
		.base_url = result->url, .content_type = result->content_type, .sitemaps = true};
	accord_feed feed;
	accord_error err;
	(void)fetcher;
	if (result->outcome != ACCORD_FETCHED) {
		if (!adding->why[0])
			snprintf(adding->why, sizeof adding->why, "%s",
				 result->message ? result->message : "no answer");
	} else if (accord_feed_parse(adder->work->arena, result->body.data, result->body.len, &options, &feed,
				     &err) == ACCORD_OK &&
		   feed.format != ACCORD_SITEMAP_INDEX) {
		subscribe(adder, adding, result->moved ? result->moved : result->request->url, &feed);
		return;
	} else if (!adding->searched) {
		search(adder, adding, result);
	}
	try_next(adder, (size_t)result->request->number);
}

static bool add_unchecked(struct feeds_work *work, const char *word)
{
	bool added;
	accord_outline outline = {.title = accord_slice_of(work->args->title),
				  .lang = accord_slice_of(work->args->lang),
				  .folder = accord_slice_of(work->args->folder)};
	return feeds_address(work, word, &outline.url) && feeds_subscribe(work, &outline, &added);
}

static bool add_checked(struct feeds_work *work, int count, char **words)
{
	struct adder adder = {.work = work,
			      .all = accord_arena_calloc(work->arena, (size_t)count, sizeof *adder.all)};
	accord_error err;
	if (!adder.all || accord_fetcher_new(&work->network, &adder.fetcher, &err) != ACCORD_OK) {
		if (adder.all)
			complain(&err);
		return false;
	}
	for (int i = 0; i < count; i++) {
		accord_slice url;
		adder.all[i].word = words[i];
		if (feeds_address(work, words[i], &url))
			ask(&adder, (size_t)i, url.data);
		else
			adder.failed = true;
	}
	if (accord_fetcher_run(adder.fetcher, answered, &adder, &err) != ACCORD_OK) {
		complain(&err);
		adder.failed = true;
	}
	accord_fetcher_free(adder.fetcher);
	return !adder.failed;
}

int feeds_add(struct feeds_work *work, int count, char **words)
{
	if (!work->args->unchecked)
		return add_checked(work, count, words) ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
	int status = EXIT_ALL_WELL;
	for (int i = 0; i < count; i++)
		if (!add_unchecked(work, words[i]))
			status = EXIT_SOME_FAILED;
	return status;
}
