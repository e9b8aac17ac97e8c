/*
 * What the class, id and role names of an element say about what stands in it: "article__body", "teaserList",
 * "nav-main", "condividi". Names are cut into words at punctuation, digits and capitals; a word may be a
 * compound
 * ("storybody", "relatedlinks"), so that a known beginning is taken off and the rest looked up again.
 */
#ifndef PAGE_WORDS_H
#define PAGE_WORDS_H

#include <stddef.h>
#include <stdint.h>

enum {
	HINT_ARTICLE = 1u << 0,  /* article, story, post */
	HINT_BODY = 1u << 1,     /* body, content, text */
	HINT_LEAD = 1u << 2,     /* standfirst, summary */
	HINT_HEADLINE = 1u << 3, /* headline, title */
	HINT_AUTHOR = 1u << 4,   /* byline, author */
	HINT_DATE = 1u << 5,
	HINT_NAV = 1u << 6,
	HINT_SHARE = 1u << 7,
	HINT_RELATED = 1u << 8,
	HINT_TEASER = 1u << 9,
	HINT_LETTER = 1u << 10, /* newsletter, subscribe */
	HINT_COMMENT = 1u << 11,
	HINT_AD = 1u << 12,
	HINT_FOOTER = 1u << 13,
	HINT_SIDE = 1u << 14,
	HINT_CONSENT = 1u << 15, /* cookie, login, overlay */
	HINT_PAYWALL = 1u << 16,
	HINT_CAPTION = 1u << 17, /* captions, picture credits */
	HINT_TAGS = 1u << 18,    /* keywords, categories, kicker */
	HINT_HIDDEN = 1u << 19,
	HINT_BIO = 1u << 20,
	HINT_BOX = 1u << 21, /* fact boxes, tables of contents */
	HINT_EMBED = 1u << 22,
	HINT_MEDIA = 1u << 23, /* gallery, video, player */
	HINT_HEADER = 1u << 24,
	HINT_META = 1u << 25,  /* the line of author, date and tools */
	HINT_TOOLS = 1u << 26, /* rating, print, counters */
	HINT_SHOP = 1u << 27,
	HINT_IMAGE = 1u << 28, /* pictures: what stands with them may be a caption */
	HINT_LIST = 1u << 29,
	HINT_MAIN = 1u << 30,
	HINT_ITEM_BODY = 1u << 31 /* itemprop=articleBody */
};

/* Hints of a class, id or role value. */
uint32_t page_hints(const char *value, size_t len);

#endif
