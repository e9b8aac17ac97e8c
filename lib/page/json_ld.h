/* What schema.org JSON-LD says about the article (https://schema.org/Article,
 * https://www.w3.org/TR/json-ld11/). */
#ifndef PAGE_JSON_LD_H
#define PAGE_JSON_LD_H

#include "scan.h"

#define JSON_LD_AUTHORS 16

struct page_json_ld {
	bool article; /* an object that is an article of some kind was found */
	accord_slice headline, published, modified, body, lang, url, publisher;
	accord_slice authors[JSON_LD_AUTHORS];
	bool author_is_person[JSON_LD_AUTHORS]; /* said to be one, or nothing said */
	size_t author_count;
};

/* Read all scripts of the page; what cannot be read is passed over. Slices live in the arena. */
void page_json_ld_read(accord_arena *arena, const struct page_scan *scan, struct page_json_ld *found);

#endif
