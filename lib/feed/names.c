/*
 * Names of elements and attributes, and the namespaces that their prefixes stand for
 * (https://www.w3.org/TR/xml-names/). A prefix that was never declared has its usual meaning; a namespace
 * that only this feed's root has is that of its format.
 */
#include "elements.h"

#include <string.h>
#include <strings.h>

/* FNV-1a; <Title> and </title> are one. */
uint64_t name_hash(accord_slice name)
{
	uint64_t hash = 14695981039346656037u;
	for (size_t i = 0; i < name.len; i++)
		hash = (hash ^ (unsigned char)(name.data[i] | 0x20)) * 1099511628211u;
	return hash;
}

bool name_is(accord_slice name, const char *text)
{
	size_t len = strlen(text);
	return name.len == len && !strncasecmp(name.data, text, len);
}

accord_slice attribute_value(accord_slice attributes, const char *wanted)
{
	accord_slice name, value;
	while (next_attribute(&attributes, &name, &value))
		if (name_is(name, wanted))
			return accord_slice_trim(value);
	return (accord_slice){NULL, 0};
}

void split_name(accord_slice name, accord_slice *prefix, accord_slice *local)
{
	const char *colon = memchr(name.data, ':', name.len);
	size_t n = colon ? (size_t)(colon - name.data) : 0;
	*prefix = (accord_slice){name.data, n};
	*local = colon ? (accord_slice){colon + 1, name.len - n - 1} : name;
}

static const struct {
	const char *begins; /* behind http:// or https:// */
	enum space space;
} known_spaces[] = {{"www.w3.org/2005/atom", SPACE_ATOM},
		    {"purl.org/atom/", SPACE_ATOM},
		    {"purl.org/dc/elements/", SPACE_DC},
		    {"purl.org/dc/terms/", SPACE_TERMS},
		    {"purl.org/rss/1.0/modules/content", SPACE_CONTENT},
		    {"purl.org/rss/1.0/modules/syndication", SPACE_SY},
		    {"purl.org/rss/1.0/modules/dc", SPACE_DC},
		    {"purl.org/rss/1.0/modules", SPACE_OTHER},
		    {"purl.org/rss/", SPACE_CORE},
		    {"purl.org/net/rss", SPACE_CORE},
		    {"my.netscape.com/", SPACE_CORE},
		    {"channel.netscape.com/", SPACE_CORE},
		    {"backend.userland.com/", SPACE_CORE},
		    {"blogs.law.harvard.edu/tech/rss", SPACE_CORE},
		    {"cyber.harvard.edu/rss", SPACE_CORE},
		    {"www.rssboard.org/rss-specification", SPACE_CORE},
		    {"www.sitemaps.org/schemas/sitemap/", SPACE_CORE},
		    {"www.google.com/schemas/sitemap-news/", SPACE_NEWS},
		    {"www.itunes.com/dtds/", SPACE_ITUNES},
		    {"search.yahoo.com/mrss", SPACE_MEDIA},
		    {"www.w3.org/1999/xhtml", SPACE_XHTML},
		    {"www.w3.org/1999/02/22-rdf-syntax-ns", SPACE_RDF},
		    {"www.w3.org/xml/1998", SPACE_XML}};

static const struct {
	const char *prefix;
	enum space space;
} usual_prefixes[] = {{"xml", SPACE_XML},       {"rdf", SPACE_RDF},         {"dc", SPACE_DC},
		      {"dcterms", SPACE_TERMS}, {"content", SPACE_CONTENT}, {"itunes", SPACE_ITUNES},
		      {"media", SPACE_MEDIA},   {"sy", SPACE_SY},           {"atom", SPACE_ATOM},
		      {"atom10", SPACE_ATOM},   {"a10", SPACE_ATOM},        {"rss", SPACE_CORE},
		      {"xhtml", SPACE_XHTML},   {"news", SPACE_NEWS}};

static enum space space_of_uri(const struct elements *e, accord_slice uri)
{
	uri = accord_slice_trim(uri);
	if (!uri.len || (e->home && name_hash(uri) == e->home))
		return SPACE_CORE;
	const char *behind = memmem(uri.data, uri.len, "://", 3);
	if (behind)
		uri = (accord_slice){behind + 3, uri.len - (size_t)(behind + 3 - uri.data)};
	for (size_t i = 0; i < sizeof known_spaces / sizeof *known_spaces; i++) {
		size_t len = strlen(known_spaces[i].begins);
		if (uri.len >= len && !strncasecmp(uri.data, known_spaces[i].begins, len))
			return known_spaces[i].space;
	}
	return SPACE_OTHER;
}

/* The prefix that an attribute declares ("" for xmlns itself); false if it declares none. */
bool declares(accord_slice name, accord_slice *prefix)
{
	if (name.len < 5 || strncmp(name.data, "xmlns", 5) || (name.len > 5 && name.data[5] != ':'))
		return false;
	*prefix = name.len > 5 ? (accord_slice){name.data + 6, name.len - 6} : (accord_slice){name.data, 0};
	return true;
}

static bool has_declarations(accord_slice attributes)
{
	return attributes.len > 5 && memmem(attributes.data, attributes.len, "xmlns", 5);
}

void declare_spaces(struct elements *e, struct frame *frame, accord_slice attributes)
{
	accord_slice name, value, prefix;
	while (has_declarations(attributes) && next_attribute(&attributes, &name, &value)) {
		if (!declares(name, &prefix) || prefix.len >= sizeof e->spaces[0].prefix ||
		    e->space_count == MOST_SPACES)
			continue;
		memcpy(e->spaces[e->space_count].prefix, prefix.data, prefix.len);
		e->spaces[e->space_count].prefix[prefix.len] = 0;
		e->spaces[e->space_count++].space = (unsigned char)space_of_uri(e, value);
		frame->space_count++;
	}
}

enum space space_of_prefix(const struct elements *e, accord_slice prefix)
{
	for (size_t i = e->space_count; i-- > 0;)
		if (accord_slice_is(prefix, e->spaces[i].prefix))
			return (enum space)e->spaces[i].space;
	if (!prefix.len)
		return SPACE_CORE;
	for (size_t i = 0; i < sizeof usual_prefixes / sizeof *usual_prefixes; i++)
		if (name_is(prefix, usual_prefixes[i].prefix))
			return usual_prefixes[i].space;
	return SPACE_OTHER;
}

/* The namespace of a tag, its own declarations included. */
enum space space_of_tag(const struct elements *e, const struct scan_tag *tag, accord_slice prefix)
{
	accord_slice rest = tag->attributes, name, value, declared;
	while (has_declarations(rest) && next_attribute(&rest, &name, &value))
		if (declares(name, &declared) && accord_slice_equal(declared, prefix))
			return space_of_uri(e, value);
	return space_of_prefix(e, prefix);
}
