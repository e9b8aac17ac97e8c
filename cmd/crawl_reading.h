/* Pages on their way from the network to the store: cleaned and tagged by threads of their own. */
#ifndef CRAWL_READING_H
#define CRAWL_READING_H

#include "crawl.h"

/* An article under way: what the feed said of it, for what its page lacks. */
struct article {
	accord_due due; /* texts in `arena` */
	accord_arena *arena;
};

/* A page to read, and what came of it. All texts live in `arena`. */
struct reading {
	struct reading *next;
	struct article *article;
	accord_arena *arena;
	accord_page_record page; /* as it came; `id` is filled when it is stored */
	accord_slice asked;      /* the address that was asked, before redirects */
	accord_slice key;        /* the canonical one of that which answered; doc.url may be what the page claims */
	accord_document doc;
	accord_status status;
	accord_error err;
	const char *wall; /* what stands in front of the article, or NULL */
	double clean_seconds, tag_seconds;
};

/* crawl_reading.c */
/* Start the threads; without any, hand_over reads at once. */
struct readers *readers_new(const struct crawl *crawl);
void readers_free(struct readers *readers);
/* A blank one to fill; NULL without memory. */
struct reading *readers_blank(struct readers *readers);
void readers_hand_over(struct readers *readers, struct reading *reading);
/* One that has been read; NULL if there is none, or, with `wait`, if none is under way either. */
struct reading *readers_take(struct readers *readers, bool wait);
/* More are under way than should be: take some before the next. */
bool readers_full(const struct readers *readers);
/* The reading is done with. */
void readers_give_back(struct readers *readers, struct reading *reading);

/* crawl_keep.c: what was read, into the store */
void crawl_keep(struct crawl *crawl, struct reading *reading);

/* crawl_articles.c */
void article_free(struct article *article);
/* Try again later, or give up after too many attempts; `why` is what is remembered. */
void crawl_article_failed(struct crawl *crawl, const struct article *article, bool passing, int64_t not_before,
			  const char *why);

#endif
