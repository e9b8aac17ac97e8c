/*
 * libxml2's HTML parser as a maker of nesting: it is fed bare tags and text and tells, by SAX, where elements
 * truly begin and end. No tree of its own is built.
 */
#include "tree.h"

#include "words.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <pthread.h>
#include <string.h>

#define DEEPEST 800 /* pages nested deeper are read up to there */
#define NOWHERE UINT32_MAX

struct builder {
	struct page_tree *tree;
	accord_arena *arena;
	htmlParserCtxtPtr parser;
	size_t next_tag;
	uint32_t stack[DEEPEST]; /* open elements; NOWHERE for one that is no node */
	unsigned depth;
	uint32_t node;           /* the innermost open node */
	uint32_t block_node;     /* the innermost open block element */
	struct page_block block; /* the one that is being filled */
	uint32_t pictures;       /* so far */
	uint32_t link_start;     /* where the open link began, or NOWHERE */
	uint32_t span_bytes;     /* of the longest inline element with hints in the block */
	uint32_t span_hints;
	unsigned hidden_inline;
	bool failed;
};

accord_slice page_block_text(const struct page_tree *tree, const struct page_block *block)
{
	return (accord_slice){tree->text + block->text, block->text_end - block->text};
}

accord_slice page_node_text(const struct page_tree *tree, const struct page_node *node)
{
	return (accord_slice){tree->text + node->text, node->text_end - node->text};
}

static bool grow(struct builder *b, void **items, size_t *room, size_t need, size_t size)
{
	if (need <= *room)
		return true;
	size_t more = *room ? *room : 1024;
	while (more < need)
		more *= 2;
	void *grown = accord_arena_grow(b->arena, *items, *room * size, more * size);
	if (!grown || more > UINT32_MAX / 2) {
		b->failed = true;
		xmlStopParser(b->parser);
		return false;
	}
	*items = grown;
	*room = more;
	return true;
}

/* ---- blocks ---- */

static void begin_block(struct builder *b, bool after_break)
{
	uint32_t at = (uint32_t)b->tree->text_len;
	b->block = (struct page_block){
		.node = b->block_node, .text = at, .text_end = at, .after_break = after_break};
	b->span_bytes = b->span_hints = 0;
	if (b->link_start != NOWHERE)
		b->link_start = at;
}

static void count_link(struct builder *b)
{
	if (b->link_start == NOWHERE || b->tree->text_len <= b->link_start)
		return;
	b->block.link_bytes += (uint32_t)(b->tree->text_len - b->link_start);
	if (b->block.links < UINT16_MAX)
		b->block.links++;
}

static void end_block(struct builder *b, bool after_break)
{
	struct page_tree *tree = b->tree;
	count_link(b);
	uint32_t end = (uint32_t)tree->text_len;
	while (end > b->block.text && (tree->text[end - 1] == ' ' || tree->text[end - 1] == '\n'))
		end--;
	if (end > b->block.text) {
		b->block.text_end = end;
		if ((end - b->block.text) * 2 <= b->span_bytes * 3)
			b->block.hints = b->span_hints;
		void *blocks = tree->blocks;
		if (grow(b, &blocks, &tree->block_room, tree->block_count + 1, sizeof b->block)) {
			tree->blocks = blocks;
			tree->blocks[tree->block_count++] = b->block;
		}
		/* A space between blocks, so that an element's text reads as words. */
		void *text = tree->text;
		if (grow(b, &text, &tree->text_room, tree->text_len + 1, 1)) {
			tree->text = text;
			tree->text[tree->text_len++] = '\n';
		}
	}
	begin_block(b, after_break);
}

static void line_break(struct builder *b)
{
	struct page_tree *tree = b->tree;
	if (tree->text_len > b->block.text && tree->text[tree->text_len - 1] == ' ')
		tree->text_len--;
	if (tree->text_len <= b->block.text)
		return;
	if (tree->text[tree->text_len - 1] == '\n') {
		end_block(b, true);
		return;
	}
	void *text = tree->text;
	if (grow(b, &text, &tree->text_room, tree->text_len + 1, 1)) {
		tree->text = text;
		tree->text[tree->text_len++] = '\n';
	}
}

static void on_text(void *context, const xmlChar *chars, int len)
{
	struct builder *b = context;
	struct page_tree *tree = b->tree;
	if (b->hidden_inline || len <= 0)
		return;
	void *grown = tree->text;
	if (!grow(b, &grown, &tree->text_room, tree->text_len + (size_t)len, 1))
		return;
	tree->text = grown;
	char *out = tree->text + tree->text_len;
	const char *in = (const char *)chars, *end = in + len;
	bool blank = tree->text_len <= b->block.text || out[-1] == ' ' || out[-1] == '\n';
	while (in < end) {
		char c = *in++;
		/* No-break spaces are spaces here. */
		if ((unsigned char)c == 0xC2 && in < end && (unsigned char)*in == 0xA0) {
			in++;
			c = ' ';
		}
		if (c == ' ' || c == '\t' || c == '\r') {
			if (!blank)
				*out++ = ' ';
			blank = true;
			continue;
		}
		if (c == '\n' && blank && out > tree->text && out[-1] == ' ')
			out--;
		*out++ = c;
		blank = c == '\n';
	}
	tree->text_len = (size_t)(out - tree->text);
}

/* ---- elements ---- */

static uint32_t add_node(struct builder *b, enum page_tag tag, uint32_t attributes)
{
	struct page_tree *tree = b->tree;
	void *nodes = tree->nodes;
	if (!grow(b, &nodes, &tree->node_room, tree->node_count + 1, sizeof *tree->nodes))
		return NOWHERE;
	tree->nodes = nodes;
	const struct page_attributes *a = &tree->scan->attributes[attributes];
	struct page_node *node = &tree->nodes[tree->node_count];
	*node = (struct page_node){.tag = (uint8_t)tag,
				   .hints = a->hints,
				   .attributes = attributes,
				   .parent = b->node,
				   .depth = (uint16_t)b->depth,
				   .hidden = a->hidden,
				   .text = (uint32_t)tree->text_len,
				   .block = (uint32_t)tree->block_count,
				   .pictures = b->pictures};
	if (tree->node_count && tree->nodes[b->node].hidden)
		node->hidden = true;
	return (uint32_t)tree->node_count++;
}

/* The record of a start tag that the parser tells of; it makes some up (an implied p), which have none. */
static bool next_tag(struct builder *b, const char *name, struct page_start_tag *tag)
{
	const struct page_scan *scan = b->tree->scan;
	if (b->next_tag >= scan->tag_count)
		return false;
	*tag = scan->tags[b->next_tag];
	if (strcmp(page_tags[tag->tag].name, name) != 0)
		return false;
	b->next_tag++;
	return true;
}

static void push(struct builder *b, uint32_t node)
{
	if (b->depth == DEEPEST) {
		xmlStopParser(b->parser);
		return;
	}
	b->stack[b->depth++] = node;
}

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes)
{
	(void)attributes;
	struct builder *b = context;
	struct page_start_tag start;
	if (!next_tag(b, (const char *)name, &start)) {
		push(b, NOWHERE);
		return;
	}
	enum page_tag tag = (enum page_tag)start.tag;
	if (tag == TAG_BR) {
		line_break(b);
		push(b, NOWHERE);
		return;
	}
	if (tag == TAG_IMG) {
		b->pictures++;
		push(b, NOWHERE);
		return;
	}
	bool block = page_tags[tag].traits & TAG_BLOCK;
	if (block)
		end_block(b, false);
	uint32_t node = NOWHERE;
	if (block || start.attributes || tag == TAG_TIME)
		node = add_node(b, tag, start.attributes);
	push(b, node == NOWHERE && tag == TAG_A ? NOWHERE - 1 : node);
	if (tag == TAG_A)
		b->link_start = (uint32_t)b->tree->text_len;
	if (node == NOWHERE)
		return;
	b->node = node;
	if (block) {
		b->block_node = b->block.node = node;
	} else if (b->tree->nodes[node].hidden && !b->tree->nodes[b->tree->nodes[node].parent].hidden) {
		b->hidden_inline++;
	}
}

static void end_inline(struct builder *b, struct page_node *node)
{
	const struct page_node *parent = &b->tree->nodes[node->parent];
	if (node->hidden && !parent->hidden && b->hidden_inline)
		b->hidden_inline--;
	uint32_t from = node->text > b->block.text ? node->text : b->block.text;
	uint32_t bytes = (uint32_t)b->tree->text_len - from;
	if (node->hints && b->tree->text_len > from && bytes >= b->span_bytes) {
		b->span_hints = bytes == b->span_bytes ? b->span_hints | node->hints : node->hints;
		b->span_bytes = bytes;
	}
}

static void on_end(void *context, const xmlChar *name)
{
	(void)name;
	struct builder *b = context;
	if (!b->depth)
		return;
	uint32_t at = b->stack[--b->depth];
	bool link = at == NOWHERE - 1;
	struct page_node *node = at < NOWHERE - 1 ? &b->tree->nodes[at] : NULL;
	if (link || (node && node->tag == TAG_A)) {
		count_link(b);
		b->link_start = NOWHERE;
	}
	if (!node)
		return;
	if (page_tags[node->tag].traits & TAG_BLOCK) {
		end_block(b, false);
		node = &b->tree->nodes[at];
	} else {
		end_inline(b, node);
	}
	node->text_end = (uint32_t)b->tree->text_len;
	node->end = (uint32_t)b->tree->node_count;
	node->block_end = (uint32_t)b->tree->block_count;
	node->pictures_end = b->pictures;
	b->node = node->parent;
	if (page_tags[node->tag].traits & TAG_BLOCK) {
		uint32_t up = node->parent;
		while (up && !(page_tags[b->tree->nodes[up].tag].traits & TAG_BLOCK))
			up = b->tree->nodes[up].parent;
		b->block_node = b->block.node = up;
	}
}

/* Elements that the parser left open, or that a stop cut off, end with the page. */
static void close_all(struct builder *b)
{
	while (b->depth)
		on_end(b, NULL);
	end_block(b, false);
	struct page_node *body = b->tree->nodes;
	body->text_end = (uint32_t)b->tree->text_len;
	body->end = (uint32_t)b->tree->node_count;
	body->block_end = (uint32_t)b->tree->block_count;
	body->pictures_end = b->pictures;
}

static bool parse(struct builder *b)
{
	const accord_slice html = b->tree->scan->html;
	static const htmlSAXHandler silent = {.initialized = 1};
	htmlSAXHandler handler = silent;
	handler.startElement = on_start;
	handler.endElement = on_end;
	handler.characters = on_text;
	handler.ignorableWhitespace = on_text;
	handler.cdataBlock = on_text;
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	pthread_once(&once, xmlInitParser); /* pages are read by several threads, and libxml2 does this by itself for one */
	b->parser = htmlCreateMemoryParserCtxt(html.data, (int)html.len);
	if (!b->parser)
		return false;
	htmlSAXHandlerPtr own = b->parser->sax;
	b->parser->sax = &handler;
	b->parser->userData = b;
	htmlCtxtUseOptions(b->parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
					      HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED);
	b->parser->sax = &handler;
	xmlSwitchEncoding(b->parser, XML_CHAR_ENCODING_UTF8);
	htmlParseDocument(b->parser);
	close_all(b);
	b->parser->sax = own;
	htmlFreeParserCtxt(b->parser);
	return !b->failed;
}

accord_status page_tree_build(accord_arena *arena, const struct page_scan *scan, struct page_tree *tree,
			      accord_error *err)
{
	memset(tree, 0, sizeof *tree);
	tree->scan = scan;
	if (scan->html.len > INT32_MAX)
		return accord_error_set(err, ACCORD_EINPUT, "page larger than 2 GiB");
	struct builder *b = accord_arena_calloc(arena, 1, sizeof *b);
	if (!b)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	b->tree = tree;
	b->arena = arena;
	b->link_start = NOWHERE;
	if (add_node(b, TAG_BODY, 0) == NOWHERE)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	begin_block(b, false);
	if (!parse(b))
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	return ACCORD_OK;
}
