/*
 * RSS 0.90 to 2.0, RDF or not: which element is which field.
 *
 * https://www.rssboard.org/rss-specification (2.0), https://web.resource.org/rss/1.0/spec (1.0),
 * https://www.rssboard.org/rss-0-9-1-netscape, https://www.rssboard.org/rss-0-9-0
 */
#include "elements.h"

static const struct element_rule rules[] = {
	{"channel", IN_FEED, FIELD_GROUP, 0, 0, false},
	{"title", ANYWHERE, FIELD_TITLE, 8, TEXT_HTML, false},
	{"link", ANYWHERE, FIELD_LINK, 8, TEXT_HTML, false},
	{"description", IN_ENTRY, FIELD_SUMMARY, 8, TEXT_HTML, false},
	{"summary", IN_ENTRY, FIELD_SHORT, 4, TEXT_HTML, false},
	{"abstract", IN_ENTRY, FIELD_SUMMARY, 4, TEXT_HTML, false},
	{"fullitem", IN_ENTRY, FIELD_CONTENT, 7, TEXT_HTML, false},
	{"content", IN_ENTRY, FIELD_CONTENT, 4, TEXT_HTML, false},
	{"guid", IN_ENTRY, FIELD_ID, 8, TEXT_HTML, false},
	{"id", IN_ENTRY, FIELD_ID, 4, TEXT_HTML, false},
	{"pubdate", IN_ENTRY, FIELD_PUBLISHED, 8, TEXT_HTML, false},
	{"pubdate", IN_FEED, FIELD_UPDATED, 2, TEXT_HTML, false},
	{"lastbuilddate", ANYWHERE, FIELD_UPDATED, 8, TEXT_HTML, false},
	{"author", IN_ENTRY, FIELD_PERSON, 4, TEXT_HTML, false},
	{"name", IN_PERSON, FIELD_NAME, 4, TEXT_HTML, false},
	{"email", IN_PERSON, FIELD_MAIL, 4, TEXT_HTML, false},
	{"category", IN_ENTRY, FIELD_CATEGORY, 4, TEXT_HTML, false},
	{"language", IN_FEED, FIELD_LANG, 8, TEXT_HTML, false},
	{"ttl", IN_FEED, FIELD_TTL, 8, TEXT_HTML, false},
	{"skiphours", IN_FEED, FIELD_GROUP, 0, 0, false},
	{"skipdays", IN_FEED, FIELD_GROUP, 0, 0, false},
	{"hour", IN_FEED, FIELD_HOUR, 8, TEXT_HTML, false},
	{"day", IN_FEED, FIELD_DAY, 8, TEXT_HTML, false},
};

static const struct element_table tables[] = {ELEMENT_TABLE(SPACE_CORE, rules),
					      ELEMENT_TABLE(SPACE_ATOM, atom_rules)};

const struct dialect rss_dialect = {"item", tables, 2};
