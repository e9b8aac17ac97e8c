/* What stands in a page twice, and what was torn apart: the last looks at the blocks that were kept. */
#include "picture.h"

#include <string.h>

/* A block that stands there twice is read once; one that stands there thrice is none of the author's. */
void page_drop_repeated(struct picture *p)
{
	struct page_block *blocks = p->tree->blocks;
	uint32_t *seen = p->slots;
	for (size_t i = 0; i < p->tree->block_count; i++) {
		accord_slice text = page_block_text(p->tree, &blocks[i]);
		if (!blocks[i].kept || text.len < 25)
			continue;
		uint64_t hash = 1469598103934665603ull;
		for (size_t k = 0; k < text.len; k++)
			hash = (hash ^ (unsigned char)text.data[k]) * 1099511628211ull;
		size_t slot = (size_t)(hash >> 40) % REPEAT_SLOTS;
		for (size_t step = 0; step < 8; step++, slot = (slot + 1) % REPEAT_SLOTS) {
			if (!seen[slot]) {
				seen[slot] = (uint32_t)i + 1;
				break;
			}
			struct page_block *before = &blocks[seen[slot] - 1];
			accord_slice earlier = page_block_text(p->tree, before);
			if (earlier.len != text.len || memcmp(earlier.data, text.data, text.len) != 0)
				continue;
			blocks[i].kept = false;
			blocks[i].reason = "stands there twice";
			break;
		}
	}
}

#define COPY 800 /* bytes from which a block may hold others */

/* A long block that holds other blocks of the text is a second copy of it, made for machines. */
void page_drop_copies(struct picture *p)
{
	struct page_block *blocks = p->tree->blocks;
	for (size_t i = 0; i < p->tree->block_count; i++) {
		accord_slice text = page_block_text(p->tree, &blocks[i]);
		if (!blocks[i].kept || text.len < COPY)
			continue;
		unsigned asked = 0, found = 0;
		for (size_t k = i > 120 ? i - 120 : 0; k < p->tree->block_count && k < i + 40 && asked < 8;
		     k++) {
			accord_slice other = page_block_text(p->tree, &blocks[k]);
			if (k == i || !blocks[k].kept || other.len < 50 || other.len * 2 > text.len)
				continue;
			asked++;
			found += memmem(text.data, text.len, other.data, 40) != NULL;
		}
		if (found >= 2 && found * 2 >= asked) {
			blocks[i].kept = false;
			blocks[i].reason = "a copy of the paragraphs";
		}
	}
}

/* Paragraphs of one text look alike: their element's tag and class. */
static uint64_t style_of(const struct picture *p, const struct page_block *block)
{
	const struct page_node *node = &p->tree->nodes[block->node];
	accord_slice name = page_node_attributes(p->tree, node)->class_name;
	uint64_t hash = 1469598103934665603ull ^ node->tag;
	for (size_t i = 0; i < name.len; i++)
		hash = (hash ^ (unsigned char)name.data[i]) * 1099511628211ull;
	return hash;
}

struct style {
	uint64_t hash;
	uint64_t mass;
	uint8_t tag;
	bool classed; /* has a class name, so that it says more than "p" */
};

/* The style with most of the kept prose: by majority vote (Boyer and Moore, 1981), then counted. */
static struct style main_style(const struct picture *p, uint64_t *all)
{
	struct style main = {0};
	int64_t lead = 0;
	for (size_t i = 0; i < p->tree->block_count; i++) {
		const struct page_block *block = &p->tree->blocks[i];
		if (!block->kept || !block->mass)
			continue;
		uint64_t hash = style_of(p, block);
		if (lead <= 0) {
			const struct page_node *node = &p->tree->nodes[block->node];
			main.hash = hash;
			main.tag = node->tag;
			main.classed = page_node_attributes(p->tree, node)->class_name.len > 0;
			lead = 0;
		}
		lead += main.hash == hash ? (int64_t)block->mass : -(int64_t)block->mass;
	}
	*all = 0;
	for (size_t i = 0; i < p->tree->block_count; i++) {
		const struct page_block *block = &p->tree->blocks[i];
		if (!block->kept || !block->mass)
			continue;
		*all += block->mass;
		main.mass += style_of(p, block) == main.hash ? block->mass : 0;
	}
	return main;
}

/* Paragraphs that look like the article's, cut off from it by an element that ended too early. */
void page_keep_alike(struct picture *p)
{
	uint64_t all;
	struct style style = main_style(p, &all);
	size_t last = 0;
	if (!style.classed || style.mass * 100 < all * 60)
		return;
	for (size_t i = 0; i < p->tree->block_count; i++) {
		struct page_block *block = &p->tree->blocks[i];
		if (block->kept)
			last = i;
		if (block->kept || p->why[i] || !last || i > last + 30 || !block->mass ||
		    style_of(p, block) != style.hash || page_drop_reason(p, block))
			continue;
		block->kept = true;
		block->reason = "looks like the article's paragraphs";
		last = i;
	}
}

#define GAP 3 /* blocks in a row that were not kept */

/*
 * What is left behind a stretch of dropped blocks, in another dress than the article's paragraphs and much
 * shorter than what stands before, is the next thing on the page: a teaser, a note about the paper.
 */
void page_drop_tail(struct picture *p)
{
	struct page_block *blocks = p->tree->blocks;
	uint64_t all, before = 0;
	struct style style = main_style(p, &all);
	size_t gap = 0, cut = p->tree->block_count;
	for (size_t i = 0; i < p->tree->block_count; i++) {
		if (!blocks[i].kept) {
			gap++;
			continue;
		}
		bool alike = blocks[i].mass && style_of(p, &blocks[i]) == style.hash;
		if (alike)
			cut = p->tree->block_count;
		else if (gap >= GAP && before * 10 >= all * 9 && cut == p->tree->block_count)
			cut = i;
		before += blocks[i].mass;
		gap = 0;
	}
	for (size_t i = cut; i < p->tree->block_count; i++)
		if (blocks[i].kept) {
			blocks[i].kept = false;
			blocks[i].reason = "behind a gap after the article";
		}
}

/* A heading that is, by half at least, a link. */
static bool is_linked_heading(const struct picture *p, const struct page_block *block)
{
	uint32_t len = block->text_end - block->text;
	return page_tag_is_heading((enum page_tag)p->tree->nodes[block->node].tag) &&
	       block->link_bytes * 10 >= len * 4;
}

#define RUN 3 /* linked headings in a row that make a list of teasers */

/* Headings that are links, each with a sentence or two below it: a list of other articles. */
void page_drop_teasers(struct picture *p)
{
	struct page_block *blocks = p->tree->blocks;
	size_t begin = 0, headings = 0, behind = 0, words = 0;
	uint64_t all;
	struct style style = main_style(p, &all);
	for (size_t i = 0; i <= p->tree->block_count; i++) {
		bool end = i == p->tree->block_count;
		if (!end && is_linked_heading(p, &blocks[i])) {
			begin = headings ? begin : i;
			headings++;
			behind = words = 0;
			continue;
		}
		if (!end) {
			behind++;
			words += blocks[i].words;
		}
		if (!headings || (!end && behind <= 4 && words <= 60))
			continue;
		/* The text behind the last of them may be a teaser's or the article's: it is left. */
		for (size_t k = begin; headings >= RUN && k + behind < i + !end; k++)
			if (blocks[k].kept && !(blocks[k].mass && style_of(p, &blocks[k]) == style.hash)) {
				blocks[k].kept = false;
				blocks[k].reason = "list of teasers";
			}
		headings = 0;
	}
}
