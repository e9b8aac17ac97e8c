/*
 * Sitemaps (https://www.sitemaps.org/protocol.html) as feeds of addresses, and what news sitemaps say besides
 * (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap). An index of sitemaps has
 * the addresses of sitemaps for entries.
 */
#include "elements.h"

static const struct element_rule rules[] = {
	{"loc", IN_ENTRY, FIELD_LINK, 8, TEXT_HTML, true},
	{"lastmod", IN_ENTRY, FIELD_UPDATED, 8, TEXT_HTML, false},
};

static const struct element_rule news[] = {
	{"news", IN_ENTRY, FIELD_GROUP, 0, 0, false},
	{"title", IN_ENTRY, FIELD_TITLE, 8, TEXT_HTML, false},
	{"publication_date", IN_ENTRY, FIELD_PUBLISHED, 8, TEXT_HTML, false},
	{"keywords", IN_ENTRY, FIELD_CATEGORY, 4, TEXT_HTML, false},
	{"genres", IN_ENTRY, FIELD_CATEGORY, 4, TEXT_HTML, false},
};

static const struct element_table tables[] = {ELEMENT_TABLE(SPACE_CORE, rules), ELEMENT_TABLE(SPACE_NEWS, news)};

const struct dialect sitemap_dialect = {"url", tables, 2}, sitemap_index_dialect = {"sitemap", tables, 1};
