/*
 * From blocks to article, in four steps:
 *
 *   1. prune: elements that by their tag or their class names are something else (navigation, teasers,
 * comments …) drop out with all that stands in them, unless a good part of the page's prose does;
 *   2. container: the element that the page itself names as the article's body, else the one that gathers the
 * prose;
 *   3. inside: single blocks that are mostly links, labels, bylines, repeated headlines are dropped;
 *   4. edges: what stands before the first and behind the last paragraph must earn its place.
 */
#include "classify.h"

#include "page_date.h"
#include "phrases.h"
#include "picture.h"
#include "words.h"

#include <string.h>
#include <strings.h>

/* ---- 2. container ---- */

/* The element with most prose among those that pass; NULL if it has less than `least` percent of it. */
static const struct page_node *richest(const struct picture *p, bool (*passes)(const struct page_node *),
				       unsigned least)
{
	const struct page_node *best = NULL;
	uint64_t best_mass = 0, all = p->mass[p->tree->block_count];
	for (size_t i = 0; i < p->tree->node_count; i++) {
		const struct page_node *node = &p->tree->nodes[i];
		if (!passes(node))
			continue;
		uint64_t mass = mass_in(p, node);
		/* A whole article in one block is a copy for machines where there are paragraphs as well. */
		if (node->block_end - node->block == 1 && mass > 1500 && mass * 10 < all * 6)
			continue;
		/* The inner one of two that hold the same. */
		if (mass > best_mass || (mass == best_mass && mass)) {
			best = node;
			best_mass = mass;
		}
	}
	return best && best_mass * 100 >= all * least ? best : NULL;
}

static bool is_item_body(const struct page_node *node)
{
	return node->hints & HINT_ITEM_BODY;
}

static bool is_named_body(const struct page_node *node)
{
	return (node->hints & (HINT_ARTICLE | HINT_BODY)) == (HINT_ARTICLE | HINT_BODY);
}

static bool is_article(const struct page_node *node)
{
	return node->tag == TAG_ARTICLE;
}

static bool is_named_article(const struct page_node *node)
{
	return node->hints & HINT_ARTICLE && page_tags[node->tag].traits & TAG_BLOCK;
}

static bool is_main(const struct page_node *node)
{
	return node->tag == TAG_MAIN || node->hints & HINT_MAIN;
}

/* From the body down, as long as one element holds nearly all prose. */
static const struct page_node *descend(const struct picture *p, const struct page_node *from, unsigned share)
{
	for (;;) {
		const struct page_node *next = NULL;
		uint64_t mass = mass_in(p, from);
		size_t begin = (size_t)(from - p->tree->nodes) + 1;
		for (size_t i = begin;
		     i<from->end; i = p->tree->nodes[i].end> i ? p->tree->nodes[i].end : i + 1) {
			const struct page_node *child = &p->tree->nodes[i];
			if (mass_in(p, child) * 100 >= mass * share && child->block_end - child->block > 1)
				next = child;
		}
		if (!next || !mass)
			return from;
		from = next;
	}
}

/* The article begins below its headline: an element with much prose between the two is something further
 * down. */
static bool follows_headline(const struct picture *p, const struct page_node *node)
{
	uint32_t behind = p->headline ? p->tree->nodes[p->headline].block_end : node->block;
	return behind >= node->block || (p->mass[node->block] - p->mass[behind]) * 2 <= mass_in(p, node);
}

static const struct page_node *container(const struct picture *p)
{
	static const struct {
		bool (*passes)(const struct page_node *);
		unsigned least;
	} kinds[] = {{is_item_body, 40},
		     {is_named_body, 50},
		     {is_article, 50},
		     {is_named_article, 50},
		     {is_main, 50}};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		const struct page_node *found = richest(p, kinds[i].passes, kinds[i].least);
		if (found && follows_headline(p, found))
			return found;
	}
	return descend(p, p->tree->nodes, 97);
}
/* ---- 3. inside ---- */

static bool same_words(accord_slice a, accord_slice b)
{
	return a.len == b.len && a.len && !strncasecmp(a.data, b.data, a.len);
}

/*
 * A few words in one element with a picture and next to nothing else are its caption, whatever the class is
 * called. A picture inside the paragraph itself proves nothing.
 */
static bool is_caption(const struct picture *p, const struct page_block *block)
{
	const struct page_node *nodes = p->tree->nodes, *node = &nodes[block->node];
	if (block->words > 45 || node->hints & HINT_LEAD || nodes[node->parent].hints & HINT_LEAD ||
	    node->tag == TAG_LI || node->tag == TAG_TD || page_tag_is_heading((enum page_tag)node->tag))
		return false;
	bool plain = !page_node_attributes(p->tree, node)->class_name.len;
	if (node->tag == TAG_P && (plain || node->pictures_end > node->pictures))
		return false;
	for (int up = 0; up < 4 && node != nodes; up++, node = &nodes[node->parent]) {
		if (node->block_end - node->block > 2 || node->tag == TAG_ARTICLE)
			return false;
		if (node->pictures_end > node->pictures)
			return true;
	}
	return false;
}

/* Why a block of the container does not belong to the article, or NULL. */
const char *page_drop_reason(const struct picture *p, const struct page_block *block)
{
	accord_slice text = page_block_text(p->tree, block);
	const struct page_node *node = &p->tree->nodes[block->node];
	if (same_words(text, p->title) || node->tag == TAG_H1)
		return "the headline";
	if (block->link_bytes * 10 > text.len * 8 && (text.len < 200 || block->links > 2))
		return "mostly links";
	if (node->tag == TAG_LI && block->link_bytes * 2 > text.len &&
	    !(block->sentence && block->words >= 12))
		return "list of links";
	if (is_caption(p, block))
		return "caption of a picture";
	const char *phrase = page_phrase_reason(text);
	if (phrase)
		return phrase;
	if ((node->tag == TAG_TD || node->tag == TAG_TH) && block->words < 3 &&
	    !(block->mass && block->sentence))
		return "cell of a table";
	if (!page_tag_is_heading((enum page_tag)node->tag) && node->tag != TAG_LI && node->tag != TAG_P &&
	    node->tag != TAG_BLOCKQUOTE && block->words < 6 && !block->sentence)
		return "label";
	return NULL;
}

static void keep_inside(struct picture *p, uint32_t begin, uint32_t end)
{
	for (uint32_t i = begin; i < end; i++) {
		struct page_block *block = &p->tree->blocks[i];
		const char *reason = p->why[i] ? p->why[i] : page_drop_reason(p, block);
		block->kept = !reason;
		block->reason = reason ? reason : "in the article";
	}
}

/* An element that begins with such a sentence is a box about it, if it is small beside the rest. */
static void drop_boxes(struct picture *p, uint32_t begin, uint32_t end)
{
	const struct page_node *nodes = p->tree->nodes;
	uint64_t all = p->mass[end] - p->mass[begin];
	for (uint32_t i = begin; i < end; i++) {
		const char *reason = p->tree->blocks[i].reason;
		if (p->tree->blocks[i].kept || !page_phrase_heads_box(reason))
			continue;
		const struct page_node *box = NULL, *up = &nodes[p->tree->blocks[i].node];
		for (; up != nodes && up->block == i && mass_in(p, up) * 8 <= all && up->block_end <= end;
		     up = &nodes[up->parent])
			box = up;
		for (uint32_t k = i; box && k < box->block_end; k++) {
			p->tree->blocks[k].kept = false;
			p->tree->blocks[k].reason = reason;
		}
		i = box && box->block_end > i ? box->block_end - 1 : i;
	}
}
/* ---- 4. edges ---- */

static bool is_heading(const struct picture *p, const struct page_block *block)
{
	return page_tag_is_heading((enum page_tag)p->tree->nodes[block->node].tag);
}

/* Whether a block may stand first or last: prose, a sentence, or a line of a paragraph or list that says
 * something. */
static bool may_end(const struct picture *p, const struct page_block *block)
{
	if (block->mass || block->sentence)
		return true;
	uint8_t tag = p->tree->nodes[block->node].tag;
	return (tag == TAG_P || tag == TAG_LI || tag == TAG_PRE || tag == TAG_BLOCKQUOTE) &&
	       block->words >= 3 && !block->links;
}

/* "Friday 22 November 2024 08:49 GMT", "Anna Meier, 05.11.2019": few words, a date among them, no sentence.
 */
static bool is_date_line(const struct picture *p, const struct page_block *block)
{
	struct page_date date;
	return block->words <= 12 && !block->sentence &&
	       page_date_find(page_block_text(p->tree, block), false, &date, NULL, NULL);
}

static void trim_edges(struct picture *p, uint32_t begin, uint32_t end)
{
	struct page_block *blocks = p->tree->blocks;
	while (begin < end &&
	       !(blocks[begin].kept && may_end(p, &blocks[begin]) && !is_date_line(p, &blocks[begin]))) {
		if (blocks[begin].kept)
			blocks[begin].reason = "before the first paragraph";
		blocks[begin++].kept = false;
	}
	while (end > begin && !(blocks[end - 1].kept && may_end(p, &blocks[end - 1]))) {
		end--;
		if (blocks[end].kept)
			blocks[end].reason = "behind the last paragraph";
		blocks[end].kept = false;
	}
	/* A heading without a text of its own. */
	bool text_follows = false;
	for (uint32_t i = end; i-- > begin;) {
		if (!blocks[i].kept)
			continue;
		if (!is_heading(p, &blocks[i])) {
			text_follows = true;
		} else if (!text_follows) {
			blocks[i].kept = false;
			blocks[i].reason = "heading without text";
		}
	}
}

/* Whether a block may be the standfirst: a sentence or two, no byline, no date, no link list. */
static bool may_lead(const struct picture *p, const struct page_block *block)
{
	const struct page_node *node = &p->tree->nodes[block->node];
	bool named = (node->hints | p->tree->nodes[node->parent].hints) & HINT_LEAD;
	if (page_drop_reason(p, block))
		return false;
	if (named)
		return block->words >= 4;
	return block->words >= 8 && (block->sentence || block->mass) &&
	       block->link_bytes * 3 < block->text_end - block->text;
}
/*
 * What stands in the container but outside its core is kept only if it reads like prose: a last paragraph
 * behind an advertisement that closed its element too early, a standfirst, a part of the text in an element
 * of its own.
 */
static void keep_zone(struct picture *p, const struct page_node *zone, const struct page_node *core)
{
	for (uint32_t i = zone->block; i < zone->block_end; i++) {
		struct page_block *block = &p->tree->blocks[i];
		if (i >= core->block && i < core->block_end)
			continue;
		if (p->why[i])
			continue;
		const char *reason = page_drop_reason(p, block);
		bool prose = block->mass && block->sentence && block->words >= 12;
		block->kept = !reason && prose;
		block->reason = reason  ? reason
				: prose ? "prose near the article"
					: "near the article, no prose";
	}
}

/* The standfirst often stands outside the body's element, between headline and text. */
static void keep_lead(struct picture *p, const struct page_node *body)
{
	struct page_block *blocks = p->tree->blocks;
	uint32_t begin = body->block > 30 ? body->block - 30 : 0;
	if (p->headline) {
		uint32_t behind = p->tree->nodes[p->headline].block_end;
		if (behind > body->block || behind + 40 < body->block)
			return;
		begin = behind;
	} else {
		return;
	}
	for (uint32_t i = begin; i < body->block; i++) {
		bool teaser = p->why[i] && i < begin + 12 && page_pruned_as_teaser(p->why[i]) &&
			      blocks[i].mass && !blocks[i].links;
		if ((p->why[i] && !teaser) || !may_lead(p, &blocks[i]))
			continue;
		blocks[i].kept = true;
		blocks[i].reason = "between headline and text";
	}
}
/* Nothing was kept: a page of short lines. Take the container as it is, if there is a sentence in it at all.
 */
static void keep_something(struct picture *p, const struct page_node *body)
{
	struct page_block *blocks = p->tree->blocks;
	bool sentence = false;
	for (uint32_t i = body->block; i < body->block_end; i++) {
		if (blocks[i].kept)
			return;
		sentence |= !p->why[i] && !page_drop_reason(p, &blocks[i]) &&
			    (blocks[i].mass || blocks[i].words >= 8);
	}
	for (uint32_t i = body->block; sentence && i < body->block_end; i++) {
		if (p->why[i] || page_drop_reason(p, &blocks[i]))
			continue;
		blocks[i].kept = true;
		blocks[i].reason = "nothing better in the page";
	}
}

/* The site's rule names the body: nothing is looked for beyond it. False if it names none. */
static bool keep_ruled(struct picture *p)
{
	bool any = false;
	for (uint32_t i = 1; i < p->tree->node_count; i++) {
		const struct page_node *node = &p->tree->nodes[i];
		if (!node->body)
			continue;
		keep_inside(p, node->block, node->block_end);
		any = true;
	}
	return any;
}

accord_status page_classify(accord_arena *arena, struct page_tree *tree, accord_slice title,
			    uint32_t headline, accord_error *err)
{
	struct picture p = {.tree = tree, .title = title, .headline = headline};
	p.mass = accord_arena_calloc(arena, tree->block_count + 1, sizeof *p.mass);
	p.why = accord_arena_calloc(arena, tree->block_count + 1, sizeof *p.why);
	p.slots = accord_arena_calloc(arena, REPEAT_SLOTS, sizeof *p.slots);
	if (!p.mass || !p.why || !p.slots)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	for (size_t i = 0; i < tree->block_count; i++)
		p.all += tree->blocks[i].mass;
	page_prune(&p);
	const struct page_node *body = container(&p);
	for (size_t i = 0; i < tree->block_count; i++) {
		tree->blocks[i].kept = false;
		tree->blocks[i].reason = p.why[i] ? p.why[i] : "outside the article";
	}
	if (!keep_ruled(&p)) {
		const struct page_node *core = descend(&p, body, 85);
		keep_inside(&p, core->block, core->block_end);
		drop_boxes(&p, core->block, core->block_end);
		trim_edges(&p, core->block, core->block_end);
		keep_zone(&p, body, core);
		keep_lead(&p, core);
		page_keep_alike(&p);
		page_drop_teasers(&p);
		page_drop_tail(&p);
	}
	page_drop_copies(&p);
	page_drop_repeated(&p);
	keep_something(&p, body);
	return ACCORD_OK;
}
