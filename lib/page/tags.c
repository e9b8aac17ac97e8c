/* Names of elements: a binary search over names packed into one number, first letter on top. */
#include "tags.h"

#define B TAG_BLOCK
#define S TAG_SKIP
#define V TAG_VOID

const struct page_tag_entry page_tags[TAGS] = {
	[TAG_OTHER] = {"u", 0},
	[TAG_A] = {"a", 0},
	[TAG_ADDRESS] = {"address", B},
	[TAG_APPLET] = {"applet", S},
	[TAG_AREA] = {"area", V},
	[TAG_ARTICLE] = {"article", B},
	[TAG_ASIDE] = {"aside", B},
	[TAG_AUDIO] = {"audio", S},
	[TAG_BLOCKQUOTE] = {"blockquote", B},
	[TAG_BODY] = {"body", B},
	[TAG_BR] = {"br", V},
	[TAG_BUTTON] = {"button", S},
	[TAG_CANVAS] = {"canvas", S},
	[TAG_CENTER] = {"center", B},
	[TAG_COL] = {"col", V},
	[TAG_DD] = {"dd", B},
	[TAG_DETAILS] = {"details", B},
	[TAG_DIV] = {"div", B},
	[TAG_DL] = {"dl", B},
	[TAG_DT] = {"dt", B},
	[TAG_EMBED] = {"embed", V},
	[TAG_FIELDSET] = {"fieldset", B},
	[TAG_FIGCAPTION] = {"figcaption", B},
	[TAG_FIGURE] = {"figure", B},
	[TAG_FOOTER] = {"footer", B},
	[TAG_FORM] = {"form", B},
	[TAG_H1] = {"h1", B},
	[TAG_H2] = {"h2", B},
	[TAG_H3] = {"h3", B},
	[TAG_H4] = {"h4", B},
	[TAG_H5] = {"h5", B},
	[TAG_H6] = {"h6", B},
	[TAG_HEAD] = {"head", 0},
	[TAG_HEADER] = {"header", B},
	[TAG_HR] = {"hr", B | V},
	[TAG_HTML] = {"html", 0},
	[TAG_IFRAME] = {"iframe", S},
	[TAG_IMG] = {"img", V},
	[TAG_INPUT] = {"input", V},
	[TAG_LI] = {"li", B},
	[TAG_LINK] = {"link", V},
	[TAG_MAIN] = {"main", B},
	[TAG_MAP] = {"map", S},
	[TAG_MATH] = {"math", S},
	[TAG_MENU] = {"menu", B},
	[TAG_META] = {"meta", V},
	[TAG_NAV] = {"nav", B},
	[TAG_NOFRAMES] = {"noframes", S},
	[TAG_NOSCRIPT] = {"noscript", S},
	[TAG_OBJECT] = {"object", S},
	[TAG_OL] = {"ol", B},
	[TAG_P] = {"p", B},
	[TAG_PARAM] = {"param", V},
	[TAG_PRE] = {"pre", B},
	[TAG_SCRIPT] = {"script", S},
	[TAG_SECTION] = {"section", B},
	[TAG_SELECT] = {"select", S},
	[TAG_SOURCE] = {"source", V},
	[TAG_SPAN] = {"span", 0},
	[TAG_STYLE] = {"style", S},
	[TAG_SUMMARY] = {"summary", B},
	[TAG_SVG] = {"svg", S},
	[TAG_TABLE] = {"table", B},
	[TAG_TBODY] = {"tbody", B},
	[TAG_TD] = {"td", B},
	[TAG_TEMPLATE] = {"template", S},
	[TAG_TEXTAREA] = {"textarea", S},
	[TAG_TFOOT] = {"tfoot", B},
	[TAG_TH] = {"th", B},
	[TAG_THEAD] = {"thead", B},
	[TAG_TIME] = {"time", 0},
	[TAG_TITLE] = {"title", 0},
	[TAG_TR] = {"tr", B},
	[TAG_TRACK] = {"track", V},
	[TAG_UL] = {"ul", B},
	[TAG_VIDEO] = {"video", S},
	[TAG_WBR] = {"wbr", V},
};

/* -1, 0, 1 as the name stands before, at or behind the entry's. */
static int compare(const char *name, size_t len, const char *entry)
{
	for (size_t i = 0; i < len; i++) {
		char c = name[i] >= 'A' && name[i] <= 'Z' ? (char)(name[i] + 32) : name[i];
		if (c != entry[i] || !c)
			return (unsigned char)c < (unsigned char)entry[i] ? -1 : 1;
	}
	return entry[len] ? -1 : 0;
}

enum page_tag page_tag_of(const char *name, size_t len)
{
	/* Where each letter's names begin, so that the search takes two or three steps. */
	static const uint8_t first[27] = {
		TAG_A,      TAG_BLOCKQUOTE, TAG_CANVAS, TAG_DD,     TAG_EMBED,  TAG_FIELDSET, TAG_H1,
		TAG_H1,     TAG_IFRAME,     TAG_LI,     TAG_LI,     TAG_LI,     TAG_MAIN,     TAG_NAV,
		TAG_OBJECT, TAG_P,          TAG_SCRIPT, TAG_SCRIPT, TAG_SCRIPT, TAG_TABLE,    TAG_UL,
		TAG_VIDEO,  TAG_WBR,        TAGS,       TAGS,       TAGS,       TAGS};
	unsigned letter = ((unsigned char)name[0] | 32u) - 'a';
	if (!len || len > 10 || letter > 25)
		return TAG_OTHER;
	for (unsigned low = first[letter], high = first[letter + 1]; low < high;) {
		unsigned middle = (low + high) / 2;
		int order = compare(name, len, page_tags[middle].name);
		if (!order)
			return (enum page_tag)middle;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return TAG_OTHER;
}
