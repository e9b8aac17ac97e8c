/*
 * OPML through libxml2's tree, in its recovering mode, since lists written by hand have bare ampersands in
 * addresses. No network, no external entities, libxml2's own limits on depth and amplification; the tree is
 * walked without recursion.
 */
#include <accord/opml.h>
#include <accord/url.h>

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <limits.h>
#include <string.h>

#define LARGEST ((size_t)64 << 20)
#define MOST_OUTLINES 200000
#define LONGEST_FOLDER 1024

static accord_slice copy_text(accord_arena *arena, xmlChar *text)
{
	accord_slice slice = accord_slice_trim(accord_slice_of((const char *)text)), copy = {NULL, 0};
	if (slice.len)
		accord_text_normalize(arena, slice.data, slice.len, &copy);
	xmlFree(text);
	return copy;
}

static bool is_named(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && !xmlStrcasecmp(node->name, (const xmlChar *)name);
}

/* Attribute names are written in all cases: xmlUrl, xmlurl, xmlURL. */
static accord_slice attribute(accord_arena *arena, xmlNode *node, const char *name)
{
	for (xmlAttr *a = node->properties; a; a = a->next)
		if (!xmlStrcasecmp(a->name, (const xmlChar *)name))
			return copy_text(arena, xmlNodeListGetString(node->doc, a->children, 1));
	return (accord_slice){NULL, 0};
}

static accord_slice name_of(accord_arena *arena, xmlNode *node)
{
	accord_slice text = attribute(arena, node, "title");
	return text.data ? text : attribute(arena, node, "text");
}

static void put_name(accord_buffer *folder, accord_slice name)
{
	if (folder->len)
		accord_buffer_append_char(folder, '/');
	for (size_t i = 0; i < name.len; i++) {
		if (name.data[i] == '/' || name.data[i] == '%')
			accord_buffer_append_format(folder, "%%%02X", (unsigned)name.data[i]);
		else
			accord_buffer_append_char(folder, name.data[i]);
	}
}

/* The names of the outlines that `node` stands in, outermost first. */
static accord_slice folder_of(accord_arena *arena, xmlNode *node)
{
	xmlNode *chain[64];
	size_t depth = 0;
	accord_buffer folder;
	accord_slice slice = {NULL, 0};
	for (xmlNode *n = node->parent; n && is_named(n, "outline") && depth < 64; n = n->parent)
		chain[depth++] = n;
	accord_buffer_init(&folder, LONGEST_FOLDER);
	while (depth) {
		accord_slice name = name_of(arena, chain[--depth]);
		if (name.data)
			put_name(&folder, name);
	}
	if (folder.len && !folder.failed)
		slice = accord_slice_copy(arena, (accord_slice){folder.data, folder.len});
	accord_buffer_free(&folder);
	return slice;
}

/* A flat list may name its folders in an attribute: category="/News/Tech,/Other"; the first counts. */
static accord_slice category_of(accord_arena *arena, xmlNode *node)
{
	accord_slice category = attribute(arena, node, "category");
	if (!category.data || category.data[0] != '/')
		return (accord_slice){NULL, 0};
	const char *comma = memchr(category.data, ',', category.len);
	size_t len = comma ? (size_t)(comma - category.data) : category.len;
	while (len > 1 && category.data[len - 1] == '/')
		len--;
	return len > 1 && len < LONGEST_FOLDER ? (accord_slice){category.data + 1, len - 1}
					       : (accord_slice){NULL, 0};
}

/* "feed://host/x", "feed:https://host/x": an invention of browsers for subscribing. */
static accord_slice without_feed_scheme(accord_arena *arena, accord_slice url)
{
	if (url.len <= 5 || strncasecmp(url.data, "feed:", 5) != 0)
		return url;
	accord_slice rest = {url.data + 5, url.len - 5};
	if (rest.len < 2 || memcmp(rest.data, "//", 2) != 0)
		return rest;
	char *text = accord_arena_alloc(arena, rest.len + 5);
	if (!text)
		return url;
	memcpy(text, "http:", 5);
	memcpy(text + 5, rest.data, rest.len);
	return (accord_slice){text, rest.len + 5};
}

static bool add_outline(accord_arena *arena, accord_opml *opml, xmlNode *node, size_t *capacity)
{
	accord_slice address = attribute(arena, node, "xmlUrl"), url;
	if (!address.data)
		return true;
	if (accord_url_resolve(arena, (accord_slice){NULL, 0}, without_feed_scheme(arena, address), &url,
			       NULL) != ACCORD_OK) {
		if (!opml->refused++)
			opml->first_refused = address;
		return true;
	}
	if (opml->count == *capacity) {
		size_t grown = *capacity ? 2 * *capacity : 64;
		accord_outline *outlines = accord_arena_grow(
			arena, opml->outlines, *capacity * sizeof *outlines, grown * sizeof *outlines);
		if (!outlines)
			return false;
		opml->outlines = outlines;
		*capacity = grown;
	}
	accord_slice folder = folder_of(arena, node);
	accord_outline outline = {.url = url,
				  .title = name_of(arena, node),
				  .lang = attribute(arena, node, "language"),
				  .link = attribute(arena, node, "htmlUrl"),
				  .folder = folder.data ? folder : category_of(arena, node)};
	if (outline.title.data && accord_slice_equal(outline.title, url))
		outline.title = (accord_slice){NULL, 0}; /* what a list without a name is written with */
	opml->outlines[opml->count++] = outline;
	return true;
}

/* The next node in the order of the document. */
static xmlNode *next_node(xmlNode *node, const xmlNode *root)
{
	if (node->type == XML_ELEMENT_NODE && node->children)
		return node->children;
	while (node && node != root && !node->next)
		node = node->parent;
	return node && node != root ? node->next : NULL;
}

static xmlDoc *parse(const char *bytes, size_t len, bool *damaged)
{
	xmlParserCtxt *parser = xmlNewParserCtxt();
	*damaged = true;
	if (!parser)
		return NULL;
	xmlDoc *doc = xmlCtxtReadMemory(parser, bytes, (int)len, NULL, NULL,
					XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR |
						XML_PARSE_NOWARNING);
	*damaged = !parser->wellFormed;
	xmlFreeParserCtxt(parser);
	return doc;
}

/* "&amp;", "&#228;", "&#xE4;": what XML knows without a document type. */
static bool is_reference(const char *at, size_t left)
{
	static const char *const known[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"};
	size_t n = 2;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (left >= strlen(known[i]) && !memcmp(at, known[i], strlen(known[i])))
			return true;
	if (left < 4 || at[1] != '#')
		return false;
	while (n < left && n < 10 &&
	       (at[n] == 'x' || (at[n] >= '0' && at[n] <= '9') ||
		((at[n] | 32) >= 'a' && (at[n] | 32) <= 'f')))
		n++;
	return n > 2 && n < left && at[n] == ';';
}

/* Bare ampersands of addresses, which the parser would drop with the name behind them, as "&amp;". */
static bool mend_ampersands(accord_arena *arena, const char *bytes, size_t len, accord_slice *mended)
{
	size_t bare = 0, n = 0;
	for (size_t i = 0; i < len; i++)
		bare += bytes[i] == '&' && !is_reference(bytes + i, len - i);
	char *out = bare && len + 4 * bare <= LARGEST ? accord_arena_alloc(arena, len + 4 * bare) : NULL;
	if (!out)
		return false;
	for (size_t i = 0; i < len; i++) {
		out[n++] = bytes[i];
		if (bytes[i] == '&' && !is_reference(bytes + i, len - i)) {
			memcpy(out + n, "amp;", 4);
			n += 4;
		}
	}
	*mended = (accord_slice){out, n};
	return true;
}

accord_status accord_opml_read(accord_arena *arena, const char *bytes, size_t len, accord_opml *opml,
			       accord_error *err)
{
	*opml = (accord_opml){0};
	if (!len || len > LARGEST)
		return accord_error_set(err, ACCORD_EINPUT,
					len ? "an OPML file of more than 64 MiB" : "an empty file");
	xmlDoc *doc = parse(bytes, len, &opml->damaged);
	accord_slice mended = {NULL, 0};
	if (opml->damaged && mend_ampersands(arena, bytes, len, &mended)) {
		bool still;
		if (doc)
			xmlFreeDoc(doc);
		doc = parse(mended.data, mended.len, &still);
	}
	xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
	size_t capacity = 0;
	bool room = true;
	for (xmlNode *node = root; room && node && opml->count < MOST_OUTLINES;
	     node = next_node(node, root)) {
		if (is_named(node, "outline"))
			room = add_outline(arena, opml, node, &capacity);
		else if (is_named(node, "title") && !opml->title.data)
			opml->title = copy_text(arena, xmlNodeGetContent(node));
	}
	bool is_opml = root && is_named(root, "opml");
	if (doc)
		xmlFreeDoc(doc);
	if (!room)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	if (!opml->count)
		return accord_error_set(err, ACCORD_EINPUT,
					is_opml ? "the OPML file has no outline with an xmlUrl"
						: "no OPML file");
	return ACCORD_OK;
}

/* Out
 * -------------------------------------------------------------------------------------------------------------
 */

static void put_escaped(accord_buffer *out, accord_slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.data[i];
		if (c == '&')
			accord_buffer_append_text(out, "&amp;");
		else if (c == '<')
			accord_buffer_append_text(out, "&lt;");
		else if (c == '"')
			accord_buffer_append_text(out, "&quot;");
		else if ((unsigned char)c >= 0x20)
			accord_buffer_append_char(out, c);
		else
			accord_buffer_append_char(out, ' ');
	}
}

static void put_attribute(accord_buffer *out, const char *name, accord_slice value)
{
	if (!value.data)
		return;
	accord_buffer_append_format(out, " %s=\"", name);
	put_escaped(out, value);
	accord_buffer_append_char(out, '"');
}

static void indent(accord_buffer *out, size_t depth)
{
	for (size_t i = 0; i < depth + 2; i++)
		accord_buffer_append_text(out, "  ");
}

/* The part of a folder's path at `*at`, which moves behind it. False at the end. */
static bool next_part(accord_slice folder, size_t *at, accord_slice *part)
{
	if (*at >= folder.len)
		return false;
	const char *start = folder.data + *at, *slash = memchr(start, '/', folder.len - *at);
	*part = (accord_slice){start, slash ? (size_t)(slash - start) : folder.len - *at};
	*at += part->len + 1;
	return true;
}

static void open_folder(accord_buffer *out, accord_slice part, size_t depth)
{
	char name[LONGEST_FOLDER + 1];
	size_t n = 0;
	for (size_t i = 0; i < part.len && n < LONGEST_FOLDER; i++) {
		bool escaped = i + 2 < part.len && part.data[i] == '%';
		if (escaped && !memcmp(part.data + i, "%2F", 3))
			name[n++] = '/';
		else if (escaped && !memcmp(part.data + i, "%25", 3))
			name[n++] = '%';
		else {
			name[n++] = part.data[i];
			continue;
		}
		i += 2;
	}
	indent(out, depth);
	accord_buffer_append_text(out, "<outline");
	put_attribute(out, "text", (accord_slice){name, n});
	accord_buffer_append_text(out, ">\n");
}

static void close_folders(accord_buffer *out, size_t from, size_t to)
{
	while (from > to) {
		indent(out, --from);
		accord_buffer_append_text(out, "</outline>\n");
	}
}

/* How many parts two paths have in common. */
static size_t common_parts(accord_slice a, accord_slice b)
{
	size_t at = 0, bt = 0, n = 0;
	accord_slice pa, pb;
	while (next_part(a, &at, &pa) && next_part(b, &bt, &pb) && accord_slice_equal(pa, pb))
		n++;
	return n;
}

static size_t change_folder(accord_buffer *out, accord_slice from, accord_slice to, size_t depth)
{
	size_t common = common_parts(from, to), at = 0, n = 0;
	accord_slice part;
	close_folders(out, depth, common);
	while (next_part(to, &at, &part)) {
		if (n >= common)
			open_folder(out, part, n);
		n++;
	}
	return n;
}

void accord_opml_write(accord_buffer *out, accord_slice title, const accord_outline *outlines, size_t count)
{
	accord_slice folder = {"", 0};
	size_t depth = 0;
	accord_buffer_append_text(
		out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n"
		     "    <title>");
	put_escaped(out, title);
	accord_buffer_append_text(out, "</title>\n  </head>\n  <body>\n");
	for (size_t i = 0; i < count; i++) {
		const accord_outline *o = &outlines[i];
		accord_slice into = o->folder.data ? o->folder : (accord_slice){"", 0};
		depth = change_folder(out, folder, into, depth);
		folder = into;
		indent(out, depth);
		accord_buffer_append_text(out, "<outline type=\"rss\"");
		put_attribute(out, "text", o->title.data ? o->title : o->url);
		if (o->title.data)
			put_attribute(out, "title", o->title);
		put_attribute(out, "xmlUrl", o->url);
		put_attribute(out, "htmlUrl", o->link);
		put_attribute(out, "language", o->lang);
		accord_buffer_append_text(out, "/>\n");
	}
	close_folders(out, depth, 0);
	accord_buffer_append_text(out, "  </body>\n</opml>\n");
}
