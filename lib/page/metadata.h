/*
 * What the page says about itself: title, authors, dates, site. Each is looked for in several places, in an
 * order of trust that was counted on real pages (docs/clean.md has the table).
 */
#ifndef PAGE_METADATA_H
#define PAGE_METADATA_H

#include "json_ld.h"
#include "page_date.h"
#include "tree.h"

struct page_view {
	accord_arena *arena;
	const struct page_scan *scan;
	const struct page_tree *tree;
	const struct page_json_ld *json_ld;
	accord_slice url;       /* canonical, else as the caller gave it; may be unknown */
	accord_slice site_name; /* og:site_name or the publisher's; may be unknown */
	accord_slice title;     /* set by page_title_find */
	uint32_t headline;      /* node of the headline, 0 if none */
};

/* The content of the first meta element of one of the names (NULL-terminated), in their order; plain text. */
accord_slice page_meta(const struct page_view *view, const char *const *names);

/* title.c: the headline; also says which element holds it. */
void page_title_find(struct page_view *view);
/* Letters and digits alone, folded, compared: "Foo – Bar" and "foo bar" are the same. */
bool page_same_words(accord_slice a, accord_slice b);

/* authors.c: persons, without "By", agencies and the site itself. */
void page_authors_find(const struct page_view *view, accord_slice **authors, size_t *count);
/* One byline string taken apart: "Von Anna Meier und Jan Kuhn, dpa" is two names. Appends at most `room`. */
size_t page_authors_split(accord_slice byline, accord_slice *names, size_t room);

/* metadata.c */
void page_dates_find(const struct page_view *view, accord_slice *published, accord_slice *modified);
accord_slice page_canonical_url(accord_arena *arena, const struct page_scan *scan,
				const struct page_json_ld *json_ld);

#endif
