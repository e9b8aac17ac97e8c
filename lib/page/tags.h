/* The elements of HTML that matter here, in alphabetical order of their names, and what is special about
 * each. */
#ifndef PAGE_TAGS_H
#define PAGE_TAGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum page_tag {
	TAG_OTHER, /* unknown, or inline and of no interest */
	TAG_A,
	TAG_ADDRESS,
	TAG_APPLET,
	TAG_AREA,
	TAG_ARTICLE,
	TAG_ASIDE,
	TAG_AUDIO,
	TAG_BLOCKQUOTE,
	TAG_BODY,
	TAG_BR,
	TAG_BUTTON,
	TAG_CANVAS,
	TAG_CENTER,
	TAG_COL,
	TAG_DD,
	TAG_DETAILS,
	TAG_DIV,
	TAG_DL,
	TAG_DT,
	TAG_EMBED,
	TAG_FIELDSET,
	TAG_FIGCAPTION,
	TAG_FIGURE,
	TAG_FOOTER,
	TAG_FORM,
	TAG_H1,
	TAG_H2,
	TAG_H3,
	TAG_H4,
	TAG_H5,
	TAG_H6,
	TAG_HEAD,
	TAG_HEADER,
	TAG_HR,
	TAG_HTML,
	TAG_IFRAME,
	TAG_IMG,
	TAG_INPUT,
	TAG_LI,
	TAG_LINK,
	TAG_MAIN,
	TAG_MAP,
	TAG_MATH,
	TAG_MENU,
	TAG_META,
	TAG_NAV,
	TAG_NOFRAMES,
	TAG_NOSCRIPT,
	TAG_OBJECT,
	TAG_OL,
	TAG_P,
	TAG_PARAM,
	TAG_PRE,
	TAG_SCRIPT,
	TAG_SECTION,
	TAG_SELECT,
	TAG_SOURCE,
	TAG_SPAN,
	TAG_STYLE,
	TAG_SUMMARY,
	TAG_SVG,
	TAG_TABLE,
	TAG_TBODY,
	TAG_TD,
	TAG_TEMPLATE,
	TAG_TEXTAREA,
	TAG_TFOOT,
	TAG_TH,
	TAG_THEAD,
	TAG_TIME,
	TAG_TITLE,
	TAG_TR,
	TAG_TRACK,
	TAG_UL,
	TAG_VIDEO,
	TAG_WBR,
	TAGS
};

enum {
	TAG_BLOCK = 1, /* begins and ends a block of text */
	TAG_SKIP = 2,  /* dropped with all that stands in it */
	TAG_VOID = 4   /* has no end tag */
};

struct page_tag_entry {
	const char *name;
	uint8_t traits;
};

extern const struct page_tag_entry page_tags[TAGS];

/* The element of a name, in any case; TAG_OTHER if it is none of these. */
enum page_tag page_tag_of(const char *name, size_t len);

static inline bool page_tag_is_heading(enum page_tag tag)
{
	return tag >= TAG_H1 && tag <= TAG_H6;
}

#endif
