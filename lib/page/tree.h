/*
 * The page as the parser nests it, in two flat arrays in reading order: elements that tell something, and
 * blocks, which are runs of text without a block element's border inside. An element covers blocks [block,
 * block_end) and elements [itself, end), so that a question about a subtree is a walk over an interval.
 */
#ifndef PAGE_TREE_H
#define PAGE_TREE_H

#include "scan.h"

struct page_node {
	uint8_t tag;
	bool hidden;        /* itself or something around it */
	bool dropped, body; /* by the site's own rule */
	uint16_t depth;
	uint32_t hints;      /* its own */
	uint32_t attributes; /* in the scan */
	uint32_t parent, end;
	uint32_t text, text_end;   /* bytes of page_tree.text */
	uint32_t block, block_end; /* blocks that lie in it; an inline element has the block it stands in */
	uint32_t pictures, pictures_end; /* pictures of the page before its start and its end */
};

struct page_block {
	uint32_t node; /* the nearest block element around it */
	uint32_t text, text_end;
	uint32_t link_bytes;
	uint16_t links;
	bool after_break; /* begins behind <br><br>, not at an element's border */
	uint32_t hints;   /* of an inline element that holds most of it */
	/* filled by page_blocks_judge */
	uint16_t words, function_words, commas;
	bool sentence; /* ends as sentences do */
	uint32_t mass; /* bytes, if it reads like prose, else 0 */
	bool kept;
	const char *reason;
};

struct page_tree {
	const struct page_scan *scan;
	struct page_node *nodes; /* nodes[0] is the body */
	size_t node_count, node_room;
	struct page_block *blocks;
	size_t block_count, block_room;
	char *text;
	size_t text_len, text_room;
};

/* Let libxml2 nest the scanned page. */
accord_status page_tree_build(accord_arena *arena, const struct page_scan *scan, struct page_tree *tree,
			      accord_error *err);

/* The text of a block or of an element. */
accord_slice page_block_text(const struct page_tree *tree, const struct page_block *block);
accord_slice page_node_text(const struct page_tree *tree, const struct page_node *node);

static inline const struct page_attributes *page_node_attributes(const struct page_tree *tree,
								 const struct page_node *node)
{
	return &tree->scan->attributes[node->attributes];
}

#endif
