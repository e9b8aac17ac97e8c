/*
 * What stands beside a format's own elements in any feed: Dublin Core
 * (https://www.dublincore.org/documents/dces/), the content and syndication modules of RSS 1.0
 * (https://web.resource.org/rss/1.0/modules/), Media RSS, the podcast elements where nothing better says it,
 * an XHTML body.
 */
#include "elements.h"

static const struct element_rule dublin_core[] = {
	{"title", ANYWHERE, FIELD_TITLE, 3, TEXT_HTML, false},
	{"description", IN_ENTRY, FIELD_SUMMARY, 3, TEXT_HTML, false},
	{"creator", IN_ENTRY, FIELD_PERSON, 4, TEXT_HTML, false},
	{"author", IN_ENTRY, FIELD_PERSON, 4, TEXT_HTML, false},
	{"subject", IN_ENTRY, FIELD_CATEGORY, 4, TEXT_HTML, false},
	{"date", IN_ENTRY, FIELD_PUBLISHED, 2, TEXT_HTML, false},
	{"date", IN_FEED, FIELD_UPDATED, 3, TEXT_HTML, false},
	{"language", IN_FEED, FIELD_LANG, 5, TEXT_HTML, false},
};

static const struct element_rule dublin_core_terms[] = {
	{"issued", IN_ENTRY, FIELD_PUBLISHED, 3, TEXT_HTML, false},
	{"created", IN_ENTRY, FIELD_PUBLISHED, 2, TEXT_HTML, false},
	{"modified", ANYWHERE, FIELD_UPDATED, 3, TEXT_HTML, false},
};

static const struct element_rule content[] = {{"encoded", IN_ENTRY, FIELD_CONTENT, 8, TEXT_HTML, false}};

static const struct element_rule xhtml[] = {
	{"body", IN_ENTRY, FIELD_CONTENT, 6, TEXT_XHTML, false},
	{"div", IN_ENTRY, FIELD_CONTENT, 6, TEXT_XHTML, false},
};

static const struct element_rule syndication[] = {
	{"updateperiod", IN_FEED, FIELD_PERIOD, 1, TEXT_HTML, false},
	{"updatefrequency", IN_FEED, FIELD_FREQUENCY, 1, TEXT_HTML, false},
};

static const struct element_rule podcast[] = {
	{"title", ANYWHERE, FIELD_TITLE, 1, TEXT_HTML, false},
	{"author", IN_ENTRY, FIELD_PERSON, 1, TEXT_HTML, false},
	{"summary", IN_ENTRY, FIELD_SUMMARY, 2, TEXT_HTML, false},
};

static const struct element_rule media[] = {
	{"group", IN_ENTRY, FIELD_GROUP, 0, 0, false},
	{"title", IN_ENTRY, FIELD_TITLE, 1, TEXT_HTML, false},
	{"description", IN_ENTRY, FIELD_SUMMARY, 1, TEXT_HTML, false},
};

const struct element_table module_tables[] = {
	ELEMENT_TABLE(SPACE_DC, dublin_core),  ELEMENT_TABLE(SPACE_TERMS, dublin_core_terms),
	ELEMENT_TABLE(SPACE_CONTENT, content), ELEMENT_TABLE(SPACE_XHTML, xhtml),
	ELEMENT_TABLE(SPACE_SY, syndication),  ELEMENT_TABLE(SPACE_ITUNES, podcast),
	ELEMENT_TABLE(SPACE_MEDIA, media)};
const size_t module_table_count = sizeof module_tables / sizeof *module_tables;
