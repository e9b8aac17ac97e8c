/*
 * The root of a feed, found behind whatever a broken script wrote before it: which format and version it is
 * of; and the entities of its document type.
 */
#include "elements.h"

#include <stdlib.h>
#include <string.h>

/* Elements before the root (junk of a broken script) that are looked through for one. */
#define JUNK_CEILING 200

static accord_feed_format rss_version(accord_slice version)
{
	static const struct {
		const char *begins;
		accord_feed_format format;
	} versions[] = {{"0.90", ACCORD_RSS_090}, {"0.91", ACCORD_RSS_091}, {"0.92", ACCORD_RSS_092},
			{"0.93", ACCORD_RSS_093}, {"0.94", ACCORD_RSS_094}, {"0.9", ACCORD_RSS_090},
			{"1.", ACCORD_RSS_10}};
	for (size_t i = 0; i < sizeof versions / sizeof *versions; i++)
		if (version.len >= strlen(versions[i].begins) &&
		    !memcmp(version.data, versions[i].begins, strlen(versions[i].begins)))
			return versions[i].format;
	return ACCORD_RSS_20;
}

static accord_feed_format format_of_root(accord_slice local, accord_slice attributes, accord_slice uri)
{
	accord_slice version = attribute_value(attributes, "version");
	if (name_is(local, "rss"))
		return rss_version(version);
	if (name_is(local, "channel"))
		return ACCORD_RSS_20;
	if (name_is(local, "rdf"))
		return memmem(attributes.data, attributes.len, "netscape.com/rdf", 16) ? ACCORD_RSS_090
										       : ACCORD_RSS_10;
	if (name_is(local, "feed") || name_is(local, "entry")) {
		bool old = version.len || (uri.len && !memmem(uri.data, uri.len, "2005/", 5));
		bool new = uri.len &&memmem(uri.data, uri.len, "2005/Atom", 9);
		return old && !new ? ACCORD_ATOM_03 : ACCORD_ATOM_10;
	}
	return ACCORD_FEED_UNKNOWN;
}

static accord_feed_format format_of_sitemap(accord_slice local)
{
	return name_is(local, "urlset")		? ACCORD_SITEMAP
	       : name_is(local, "sitemapindex") ? ACCORD_SITEMAP_INDEX
						: ACCORD_FEED_UNKNOWN;
}

static const struct dialect *dialect_of(accord_feed_format format)
{
	if (format >= ACCORD_SITEMAP)
		return format == ACCORD_SITEMAP ? &sitemap_dialect : &sitemap_index_dialect;
	return format >= ACCORD_ATOM_03 ? &atom_dialect : &rss_dialect;
}

static void find_home(struct elements *e, accord_slice prefix, accord_slice attributes, accord_slice *uri)
{
	accord_slice name, value, declared;
	while (next_attribute(&attributes, &name, &value))
		if (declares(name, &declared) && accord_slice_equal(declared, prefix))
			*uri = accord_slice_trim(value);
	e->home = uri->len ? name_hash(*uri) : 0;
}

void begin_root(struct elements *e, const struct scan_tag *tag)
{
	accord_slice prefix, local, uri = {NULL, 0};
	split_name(tag->name, &prefix, &local);
	for (size_t i = 0; !e->junk && i < tag->name.len && i + 1 < sizeof e->first_element; i++)
		e->first_element[i] = (unsigned char)tag->name.data[i] < 0x7F ? tag->name.data[i] : '?';
	e->junk++;
	if (name_is(local, "html") || name_is(local, "head") || name_is(local, "body") ||
	    e->junk > JUNK_CEILING) {
		e->scanner.stop = true;
		return;
	}
	find_home(e, prefix, tag->attributes, &uri);
	e->feed->format = format_of_root(local, tag->attributes, uri);
	if (e->feed->format == ACCORD_FEED_UNKNOWN && e->sitemaps)
		e->feed->format = format_of_sitemap(local);
	if (e->feed->format == ACCORD_FEED_UNKNOWN) {
		e->home = 0;
		return;
	}
	if (name_is(local, "rdf"))
		e->home = 0;
	e->is_rdf = name_is(local, "rdf");
	e->has_channel = name_is(local, "channel");
	e->dialect = dialect_of(e->feed->format);
	if (name_is(local, "entry")) {
		begin_structure(e, tag);
		return;
	}
	struct frame *frame = push(e, tag->name, ROLE_FEED);
	declare_spaces(e, frame, tag->attributes);
	take_base(e, frame, tag->attributes);
	set_value(&e->feed_draft, FIELD_LANG, 1, true,
		  clean_copy(e->feed_draft.arena, attribute_value(tag->attributes, "xml:lang")));
	if (tag->empty)
		pop_to(e, 0);
}

/* <!ENTITY nbsp "&#160;">: short texts only, also with what earlier ones expand to in them, so that none can
 * grow. */
void read_doctype(struct elements *e, accord_slice declaration)
{
	const char *p = declaration.data, *end = p + declaration.len;
	while ((p = memmem(p, (size_t)(end - p), "<!ENTITY", 8))) {
		p += 8;
		while (p < end && (unsigned char)*p <= ' ')
			p++;
		const char *name = p;
		while (p < end && (unsigned char)*p > ' ')
			p++;
		size_t name_len = (size_t)(p - name);
		while (p < end && (unsigned char)*p <= ' ')
			p++;
		const char *quote = p < end && (*p == '"' || *p == '\'')
					    ? memchr(p + 1, *p, (size_t)(end - p - 1))
					    : NULL;
		if (!quote || !name_len || name_len >= sizeof e->entities->name ||
		    e->entity_count == MOST_ENTITIES)
			continue;
		if (!e->entities && !(e->entities = calloc(MOST_ENTITIES, sizeof *e->entities)))
			return;
		accord_slice value = decoded(e, (accord_slice){p + 1, (size_t)(quote - p - 1)});
		p = quote;
		if (value.len >= sizeof e->entities->value)
			continue;
		struct entity_value *entity = &e->entities[e->entity_count];
		memcpy(entity->name, name, name_len);
		memcpy(entity->value, value.data ? value.data : "", value.len);
		e->entity_count++;
	}
}
