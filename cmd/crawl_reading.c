/*
 * The readers: threads that clean and tag pages while the main thread talks to servers and to the store. Only
 * so many pages are under way at a time; when there are more, the main thread waits for one, and the servers
 * wait with it.
 */
#include "crawl_reading.h"

#include <accord/url.h>

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define MOST_THREADS 16
#define MOST_UNDER_WAY 48                 /* pages, */
#define MOST_BYTES ((size_t)48 << 20)     /* or what makes so many bytes: reading takes some times as much */
#define LARGE_PAGE ((size_t)1 << 20)      /* its memory is given back, not kept for the next */
#define ARENA_CEILING ((size_t)1 << 30)

struct queue {
	struct reading *first, *last;
};

struct readers {
	const accord_tagger *tagger;
	const accord_site_rules *sites;
	pthread_t threads[MOST_THREADS];
	size_t thread_count, under_way, bytes;
	struct reading *blank;
	pthread_mutex_t lock;
	pthread_cond_t handed, done;
	struct queue unread, read; /* behind the lock */
	bool ending;
};

static void push(struct queue *queue, struct reading *reading)
{
	reading->next = NULL;
	if (queue->last)
		queue->last->next = reading;
	else
		queue->first = reading;
	queue->last = reading;
}

static struct reading *pop(struct queue *queue)
{
	struct reading *reading = queue->first;
	if (!reading)
		return NULL;
	queue->first = reading->next;
	if (!queue->first)
		queue->last = NULL;
	return reading;
}

double crawl_cpu_seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
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

static bool is_root(accord_arena *arena, accord_slice url)
{
	accord_url parts;
	return accord_url_parse(arena, url, NULL, &parts, NULL) == ACCORD_OK && parts.path.len <= 1;
}

/* Its own rel=canonical names the page, unless that is another site's: whoever copies could take its name then; or
 * the start page, which careless templates put everywhere. */
static void settle_url(struct reading *reading)
{
	accord_document *doc = &reading->doc;
	accord_arena *arena = reading->arena;
	accord_slice claimed, from = reading->page.url, site = accord_url_site(arena, from);
	if (accord_url_canonical(arena, from, &reading->key, NULL) != ACCORD_OK)
		reading->key = from;
	if (!doc->url.data || !same_site(arena, from, doc->url) || is_root(arena, doc->url) ||
	    accord_url_canonical(arena, doc->url, &claimed, NULL) != ACCORD_OK)
		claimed = reading->key;
	doc->url = claimed;
	if (site.data)
		doc->site = site;
}

static void fill_from_feed(accord_document *doc, const accord_due *due)
{
	if (!doc->title.data || !doc->title.len)
		doc->title = due->title;
	if (!doc->published.data)
		doc->published = due->published;
	if (!doc->lang.data && due->lang.len >= 2)
		doc->lang = (accord_slice){due->lang.data, 2};
}

/* Some feeds have other feeds for links. */
static bool is_feed_type(accord_slice type)
{
	static const char *const types[] = {"rss+xml", "atom+xml", "rdf+xml", "feed+json"};
	for (size_t i = 0; type.data && i < sizeof types / sizeof *types; i++)
		if (strcasestr(type.data, types[i]))
			return true;
	return false;
}

static void clean(const struct readers *readers, struct reading *reading)
{
	accord_page_options options = {.url = reading->page.url.data,
				       .content_type = reading->page.content_type.data,
				       .sites = readers->sites};
	if (is_feed_type(reading->page.content_type))
		reading->status =
			accord_error_set(&reading->err, ACCORD_EINPUT, "a feed, where an article should be");
	else
		reading->status = accord_page_clean(reading->arena, reading->page.bytes.data,
						    reading->page.bytes.len, &options, &reading->doc,
						    &reading->err);
	if (reading->status != ACCORD_OK)
		return;
	reading->wall =
		accord_page_wall(reading->arena, &reading->doc, reading->asked.data, reading->page.url.data);
	settle_url(reading);
	fill_from_feed(&reading->doc, &reading->article->due);
}

static void read_page(const struct readers *readers, struct reading *reading)
{
	double begin = crawl_cpu_seconds();
	clean(readers, reading);
	double cleaned = crawl_cpu_seconds();
	reading->clean_seconds = cleaned - begin;
	if (reading->status == ACCORD_OK && !reading->wall && readers->tagger)
		reading->status = accord_tagger_document(readers->tagger, reading->arena, &reading->doc,
							 &reading->err);
	reading->tag_seconds = crawl_cpu_seconds() - cleaned;
}

static void *work(void *context)
{
	struct readers *readers = context;
	pthread_mutex_lock(&readers->lock);
	for (;;) {
		struct reading *reading = pop(&readers->unread);
		if (!reading && readers->ending)
			break;
		if (!reading) {
			pthread_cond_wait(&readers->handed, &readers->lock);
			continue;
		}
		pthread_mutex_unlock(&readers->lock);
		read_page(readers, reading);
		pthread_mutex_lock(&readers->lock);
		push(&readers->read, reading);
		pthread_cond_signal(&readers->done);
	}
	pthread_mutex_unlock(&readers->lock);
	return NULL;
}

struct readers *readers_new(const struct crawl *crawl)
{
	struct readers *readers = calloc(1, sizeof *readers);
	if (!readers)
		return NULL;
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	size_t wanted = cores < 1 ? 1 : cores > MOST_THREADS ? MOST_THREADS : (size_t)cores;
	readers->tagger = crawl->tagger;
	readers->sites = crawl->sites;
	pthread_mutex_init(&readers->lock, NULL);
	pthread_cond_init(&readers->handed, NULL);
	pthread_cond_init(&readers->done, NULL);
	while (readers->thread_count < wanted &&
	       pthread_create(&readers->threads[readers->thread_count], NULL, work, readers) == 0)
		readers->thread_count++;
	return readers;
}

static void reading_free(struct reading *reading)
{
	article_free(reading->article);
	accord_arena_free(reading->arena);
	free(reading);
}

static void free_all(struct reading *reading)
{
	while (reading) {
		struct reading *next = reading->next;
		reading_free(reading);
		reading = next;
	}
}

void readers_free(struct readers *readers)
{
	if (!readers)
		return;
	pthread_mutex_lock(&readers->lock);
	readers->ending = true;
	free_all(readers->unread.first);
	readers->unread = (struct queue){NULL, NULL};
	pthread_cond_broadcast(&readers->handed);
	pthread_mutex_unlock(&readers->lock);
	while (readers->thread_count)
		pthread_join(readers->threads[--readers->thread_count], NULL);
	free_all(readers->read.first);
	free_all(readers->blank);
	pthread_mutex_destroy(&readers->lock);
	pthread_cond_destroy(&readers->handed);
	pthread_cond_destroy(&readers->done);
	free(readers);
}

struct reading *readers_blank(struct readers *readers)
{
	struct reading *reading = readers->blank;
	if (reading) {
		readers->blank = reading->next;
		return reading;
	}
	reading = calloc(1, sizeof *reading);
	if (reading && !(reading->arena = accord_arena_new(ARENA_CEILING))) {
		free(reading);
		return NULL;
	}
	return reading;
}

void readers_hand_over(struct readers *readers, struct reading *reading)
{
	readers->under_way++;
	readers->bytes += reading->page.bytes.len;
	if (!readers->thread_count) {
		read_page(readers, reading);
		push(&readers->read, reading);
		return;
	}
	pthread_mutex_lock(&readers->lock);
	push(&readers->unread, reading);
	pthread_cond_signal(&readers->handed);
	pthread_mutex_unlock(&readers->lock);
}

struct reading *readers_take(struct readers *readers, bool wait)
{
	if (!readers->under_way)
		return NULL;
	pthread_mutex_lock(&readers->lock);
	while (wait && !readers->read.first)
		pthread_cond_wait(&readers->done, &readers->lock);
	struct reading *reading = pop(&readers->read);
	pthread_mutex_unlock(&readers->lock);
	if (reading) {
		readers->under_way--;
		readers->bytes -= reading->page.bytes.len;
	}
	return reading;
}

bool readers_full(const struct readers *readers)
{
	return readers->under_way >= MOST_UNDER_WAY || readers->bytes >= MOST_BYTES;
}

void readers_give_back(struct readers *readers, struct reading *reading)
{
	accord_arena *arena = reading->arena;
	if (reading->page.bytes.len > LARGE_PAGE) {
		reading_free(reading);
		return;
	}
	article_free(reading->article);
	accord_arena_clear(arena);
	*reading = (struct reading){.next = readers->blank, .arena = arena};
	readers->blank = reading;
}
