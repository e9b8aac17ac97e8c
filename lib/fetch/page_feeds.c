/*
 * Which feeds a page names: <link rel="alternate" type="application/rss+xml">, as the RSS board and the HTML
 * standard have it, and, for pages that forgot it, links whose address looks like a feed's.
 */
#include <accord/opml.h>
#include <accord/url.h>

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <limits.h>
#include <string.h>

#define LARGEST ((size_t)16 << 20)
#define MOST_FEEDS 32

struct finding {
	accord_arena *arena;
	accord_slice base;
	accord_slice *feeds;
	size_t count;
};

static bool is_named(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && !xmlStrcasecmp(node->name, (const xmlChar *)name);
}

static xmlChar *attribute(xmlNode *node, const char *name)
{
	return xmlGetProp(node, (const xmlChar *)name);
}

static bool has_word(const xmlChar *text, const char *word)
{
	return text && xmlStrcasestr(text, (const xmlChar *)word) != NULL;
}

static bool is_feed_type(const xmlChar *type)
{
	static const char *const types[] = {"rss+xml",          "atom+xml", "rdf+xml",        "feed+json",
					    "application/json", "text/xml", "application/xml"};
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (has_word(type, types[i]))
			return true;
	return false;
}

static void add(struct finding *f, const xmlChar *address)
{
	accord_slice url;
	if (f->count == MOST_FEEDS || !address ||
	    accord_url_resolve(f->arena, f->base, accord_slice_of((const char *)address), &url, NULL) !=
		    ACCORD_OK)
		return;
	for (size_t i = 0; i < f->count; i++)
		if (accord_slice_equal(f->feeds[i], url))
			return;
	f->feeds[f->count++] = url;
}

static void look_at_link(struct finding *f, xmlNode *node)
{
	xmlChar *rel = attribute(node, "rel"), *type = attribute(node, "type"),
		*href = attribute(node, "href");
	/* A feed of comments says nothing about deals; oEmbed and wp-json are application/json as well. */
	bool other = has_word(href, "/comments/") || has_word(href, "oembed") || has_word(href, "wp-json");
	if (href && !other && ((has_word(rel, "alternate") && is_feed_type(type)) || has_word(rel, "feed")))
		add(f, href);
	xmlFree(rel);
	xmlFree(type);
	xmlFree(href);
}

static void look_at_anchor(struct finding *f, xmlNode *node)
{
	static const char *const signs[] = {"/feed",    "/rss",     ".rss",      ".rdf",     "rss.xml",
					    "atom.xml", "feed.xml", "feed.json", "feed=rss", "feed=atom"};
	xmlChar *href = attribute(node, "href");
	for (size_t i = 0; href && i < sizeof signs / sizeof *signs; i++)
		if (has_word(href, signs[i]) && !has_word(href, "/comments/")) {
			add(f, href);
			break;
		}
	xmlFree(href);
}

static xmlNode *next_node(xmlNode *node, const xmlNode *root)
{
	if (node->type == XML_ELEMENT_NODE && node->children)
		return node->children;
	while (node && node != root && !node->next)
		node = node->parent;
	return node && node != root ? node->next : NULL;
}

static void find_base(struct finding *f, xmlNode *root)
{
	for (xmlNode *node = root; node; node = next_node(node, root)) {
		if (!is_named(node, "base"))
			continue;
		accord_slice base;
		xmlChar *href = attribute(node, "href");
		if (href && accord_url_resolve(f->arena, f->base, accord_slice_of((const char *)href), &base,
					       NULL) == ACCORD_OK)
			f->base = base;
		xmlFree(href);
		return;
	}
}

size_t accord_page_feeds(accord_arena *arena, const char *bytes, size_t len, accord_slice url,
			 accord_slice **feeds)
{
	struct finding f = {.arena = arena,
			    .base = url,
			    .feeds = accord_arena_calloc(arena, MOST_FEEDS, sizeof(accord_slice))};
	if (!len || len > LARGEST || !f.feeds)
		return 0;
	htmlDocPtr doc = htmlReadMemory(bytes, (int)len, NULL, NULL,
					HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
						HTML_PARSE_NOWARNING);
	xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
	if (root)
		find_base(&f, root);
	for (xmlNode *node = root; node; node = next_node(node, root))
		if (is_named(node, "link"))
			look_at_link(&f, node);
	if (!f.count)
		for (xmlNode *node = root; node; node = next_node(node, root))
			if (is_named(node, "a"))
				look_at_anchor(&f, node);
	if (doc)
		xmlFreeDoc(doc);
	*feeds = f.feeds;
	return f.count;
}
