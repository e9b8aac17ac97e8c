/*
 * The pass over the page before the parser: at memory speed it leaves out what no reader sees (scripts,
 * styles, drawings, comments: half of a page's bytes), reads the head on the way, and hands the parser
 * nothing but bare tags and text. What the attributes say is kept beside: the n-th tag of the reduced page is
 * tags[n].
 *
 *   <div class="article__body"><script>…</script><p style="x">Text <b>bold</b></div>   becomes
 *   <div><p>Text bold</div>      with tags = {DIV, ARTICLE | BODY}, {P}
 */
#ifndef PAGE_SCAN_H
#define PAGE_SCAN_H

#include "tags.h"

#include <accord/arena.h>
#include <accord/text.h>

/* The attributes of an element that are read again later; slices of the page, entities not decoded. */
struct page_attributes {
	accord_slice class_name, id, itemprop, datetime, content, rel, property;
	uint32_t hints;
	bool hidden; /* hidden, aria-hidden, display:none */
};

struct page_start_tag {
	uint8_t tag;
	uint32_t attributes; /* number in `attributes`; 0 has none */
};

/* A meta element: name, property, itemprop or http-equiv, and its content. */
struct page_meta {
	accord_slice key, content;
};

struct page_scan {
	accord_slice html; /* the reduced page, UTF-8 */
	struct page_start_tag *tags;
	size_t tag_count, tag_room;
	struct page_attributes *attributes;
	size_t attribute_count, attribute_room;
	struct page_meta *metas;
	size_t meta_count, meta_room;
	accord_slice *json_ld;
	size_t json_ld_count, json_ld_room;
	accord_slice title, lang, canonical;
	bool any_tag; /* something that looks like HTML was seen */
};

/* Read a page that is well-formed UTF-8. */
accord_status page_scan(accord_arena *arena, accord_slice page, struct page_scan *scan, accord_error *err);

/* What a page declares as its encoding in its first bytes (meta charset, http-equiv, XML declaration). */
accord_slice page_declared_charset(const char *bytes, size_t len);

/* Text with its character references replaced, white space collapsed, and tags taken out. */
accord_slice page_plain(accord_arena *arena, accord_slice html);

#endif
