/*
 * From blocks to article, in four steps:
 *
 *   1. prune: elements that by their tag or their class names are something else (navigation, teasers, comments …) drop
 *      out with all that stands in them, unless a good part of the page's prose does;
 *   2. container: the element that the page itself names as the article's body, else the one that gathers the prose;
 *   3. inside: single blocks that are mostly links, labels, bylines, repeated headlines are dropped;
 *   4. edges: what stands before the first and behind the last paragraph must earn its place.
 */
#include "classify.h"

#include "phrases.h"
#include "words.h"

#include <string.h>
#include <strings.h>

#define REPEAT_SLOTS 4096

struct picture {
	struct page_tree *tree;
	uint64_t *mass;   /* mass[i]: prose before block i, pruned blocks not counted */
	const char **why; /* for each block, why it is pruned, or NULL */
	uint64_t all;     /* prose of the whole page, pruned blocks counted */
	uint32_t trusted; /* hints that prune; one that would take most of the page does not */
	accord_slice title;
	uint32_t headline; /* its element, 0 if unknown */
	uint32_t *slots;   /* REPEAT_SLOTS, for repeated blocks */
	const struct page_node *named; /* the element that calls itself the article, with most prose; or NULL */
};

/* Prose inside an element. */
static uint64_t mass_in(const struct picture *p, const struct page_node *node)
{
	return p->mass[node->block_end] - p->mass[node->block];
}

static void sum_up(struct picture *p)
{
	uint64_t sum = 0;
	for (size_t i = 0; i < p->tree->block_count; i++) {
		p->mass[i] = sum;
		if (!p->why[i])
			sum += p->tree->blocks[i].mass;
	}
	p->mass[p->tree->block_count] = sum;
}

/* ---- 1. prune ---- */

struct hint_reason {
	uint32_t hint;
	uint8_t most;  /* percent of the page's prose that one element may take along */
	uint8_t total; /* and all of them together */
	const char *reason;
};

static const struct hint_reason negative[] = {
	{HINT_NAV, 30, 40, "named as navigation"},
	{HINT_SHARE, 30, 40, "named as share buttons"},
	{HINT_RELATED, 30, 60, "named as related articles"},
	{HINT_COMMENT, 70, 80, "named as comments"},
	{HINT_LETTER, 20, 30, "named as newsletter or subscription"},
	{HINT_AD, 25, 30, "named as advertisement"},
	{HINT_CONSENT, 30, 40, "named as consent, login or overlay"},
	{HINT_SIDE, 40, 50, "named as side column"},
	{HINT_FOOTER, 40, 50, "named as footer"},
	{HINT_CAPTION, 20, 40, "named as caption"},
	{HINT_IMAGE, 10, 25, "named as picture"},
	{HINT_TEASER, 25, 50, "named as teaser"},
	{HINT_TAGS, 20, 30, "named as tags or kicker"},
	{HINT_BIO, 20, 30, "named as author's biography"},
	{HINT_AUTHOR, 20, 30, "named as byline"},
	{HINT_EMBED, 20, 30, "named as embedded post"},
	{HINT_MEDIA, 20, 40, "named as gallery or player"},
	{HINT_TOOLS, 20, 30, "named as tools"},
	{HINT_META, 20, 30, "named as meta line"},
	{HINT_DATE, 20, 30, "named as date"},
	{HINT_SHOP, 20, 30, "named as shop"},
	{HINT_HIDDEN, 20, 20, "named as hidden"},
	{HINT_BOX, 20, 30, "named as box"},
	{HINT_PAYWALL, 8, 10, "named as paywall"},
};

#define TEASER_ROW 11 /* "teaser" is also what German editors call a standfirst */
#define NEGATIVES (sizeof negative / sizeof *negative)

/* Negative words that the element's other words take back: "article-card", "story-media". */
static uint32_t net_hints(const struct page_node *node)
{
	uint32_t hints = node->hints;
	if (hints & HINT_ITEM_BODY)
		return 0;
	if (hints & HINT_LEAD)
		hints &= ~(uint32_t)(HINT_TEASER | HINT_META | HINT_BOX | HINT_DATE | HINT_TAGS | HINT_CAPTION | HINT_IMAGE | HINT_MEDIA);
	if (hints & HINT_BODY)
		hints &= ~(uint32_t)(HINT_MEDIA | HINT_IMAGE | HINT_BOX | HINT_DATE | HINT_TAGS | HINT_PAYWALL | HINT_SHOP);
	if (node->tag == TAG_BLOCKQUOTE)
		hints &= ~(uint32_t)(HINT_SHARE | HINT_EMBED);
	if (hints & HINT_HEADLINE && page_tag_is_heading((enum page_tag)node->tag))
		return 0;
	return hints;
}

static const char *prune_by_tag(const struct page_node *node, unsigned *most)
{
	*most = 40;
	switch (node->tag) {
	case TAG_NAV:
	case TAG_MENU:
		return "navigation element";
	case TAG_ASIDE:
		return "aside element";
	case TAG_FOOTER:
		return "footer element";
	case TAG_FIGCAPTION:
	case TAG_FIGURE:
		*most = 20;
		return "figure or its caption";
	case TAG_FORM:
		*most = 10;
		return "form";
	case TAG_ADDRESS:
		*most = 10;
		return "address element";
	default:
		return NULL;
	}
}

static bool is_body_like(const struct page_node *node)
{
	return node->tag == TAG_ARTICLE || node->hints & HINT_ITEM_BODY ||
	       (node->hints & (HINT_ARTICLE | HINT_BODY)) == (HINT_ARTICLE | HINT_BODY);
}

#define STRONG (HINT_CONSENT | HINT_COMMENT | HINT_FOOTER | HINT_LETTER)

/*
 * A short item is less than the consent banner or the comments around it: these may be most of the page where an article
 * stands apart from them.
 */
static bool article_stands_apart(const struct picture *p, const struct page_node *node)
{
	const struct page_node *named = p->named;
	return named && mass_in(p, named) >= 60 && (node >= p->tree->nodes + named->end || named >= p->tree->nodes + node->end);
}

static bool holds_headline(const struct picture *p, const struct page_node *node)
{
	uint32_t at = (uint32_t)(node - p->tree->nodes);
	return p->headline && at <= p->headline && p->headline < node->end;
}

/* Why an element is none of the article, or NULL; which hint said so. */
static const char *prune_reason(const struct picture *p, const struct page_node *node, size_t *by)
{
	uint64_t own = mass_in(p, node);
	unsigned most;
	*by = NEGATIVES;
	if (node->dropped)
		return "dropped by the site's rule";
	const char *reason = prune_by_tag(node, &most);
	if (reason && own * 100 <= p->all * most)
		return reason;
	if (node->hidden && own * 100 <= p->all * 20)
		return "hidden";
	uint32_t hints = net_hints(node) & p->trusted;
	if (node->tag == TAG_ARTICLE || node->tag == TAG_MAIN || !hints || holds_headline(p, node))
		return NULL;
	for (size_t i = 0; i < NEGATIVES; i++)
		if (hints & negative[i].hint &&
		    (own * 100 <= p->all * negative[i].most ||
		     (hints & negative[i].hint & STRONG && article_stands_apart(p, node)))) {
			*by = i;
			return negative[i].reason;
		}
	return NULL;
}

static void prune_elements(struct picture *p, uint64_t *taken)
{
	struct page_tree *tree = p->tree;
	for (size_t i = 1; i < tree->node_count;) {
		const struct page_node *node = &tree->nodes[i];
		size_t by;
		/* An inline element is asked only if whole blocks stand in it. */
		bool asked = page_tags[node->tag].traits & TAG_BLOCK || node->block_end > node->block;
		const char *reason = asked ? prune_reason(p, node, &by) : NULL;
		if (!reason) {
			i++;
			continue;
		}
		taken[by] += mass_in(p, node);
		for (uint32_t k = node->block; k < node->block_end; k++)
			p->why[k] = reason;
		i = node->end > i ? node->end : i + 1;
	}
}

static void prune_blocks(struct picture *p)
{
	struct page_tree *tree = p->tree;
	for (size_t i = 0; i < tree->block_count; i++) {
		const struct page_node span = {.tag = TAG_SPAN, .hints = tree->blocks[i].hints};
		uint32_t hints = net_hints(&span) & p->trusted;
		for (size_t k = 0; hints && !p->why[i] && k < NEGATIVES; k++)
			if (hints & negative[k].hint && tree->blocks[i].mass * 100 <= p->all * 8)
				p->why[i] = negative[k].reason;
	}
}

#define ENOUGH 600 /* bytes of prose that may well be a whole article */

/* Whether what was left stands in an element that calls itself the article. */
static bool body_remains(struct picture *p)
{
	bool remains = false;
	sum_up(p);
	for (size_t i = 0; i < p->tree->node_count && !remains; i++)
		remains = is_body_like(&p->tree->nodes[i]) && mass_in(p, &p->tree->nodes[i]) >= ENOUGH;
	return remains;
}

/*
 * Names lie now and then: a grid called "sidebar-grid" may hold each paragraph. A word that would take more of the page
 * than such things have is not believed, and all is judged again without it.
 */
static void prune(struct picture *p)
{
	p->trusted = ~(uint32_t)0;
	for (size_t i = 0; i < p->tree->node_count; i++) {
		const struct page_node *node = &p->tree->nodes[i];
		if (is_body_like(node) && (!p->named || mass_in(p, node) > mass_in(p, p->named)))
			p->named = node;
	}
	for (int round = 0; round < 5; round++) {
		uint64_t taken[NEGATIVES + 1] = {0};
		memset(p->why, 0, p->tree->block_count * sizeof *p->why);
		sum_up(p);
		prune_elements(p, taken);
		uint32_t doubtful = 0;
		for (size_t i = 0; i < NEGATIVES; i++)
			if (taken[i] * 100 > p->all * negative[i].total && !(negative[i].hint & STRONG && p->named))
				doubtful |= negative[i].hint;
		if (!doubtful || body_remains(p))
			break;
		p->trusted &= ~doubtful;
	}
	prune_blocks(p);
	sum_up(p);
}

/* ---- 2. container ---- */

/* The element with most prose among those that pass; NULL if it has less than `least` percent of it. */
static const struct page_node *richest(const struct picture *p, bool (*passes)(const struct page_node *), unsigned least)
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
		for (size_t i = begin; i < from->end; i = p->tree->nodes[i].end > i ? p->tree->nodes[i].end : i + 1) {
			const struct page_node *child = &p->tree->nodes[i];
			if (mass_in(p, child) * 100 >= mass * share && child->block_end - child->block > 1)
				next = child;
		}
		if (!next || !mass)
			return from;
		from = next;
	}
}

static const struct page_node *container(const struct picture *p)
{
	const struct page_node *found = richest(p, is_item_body, 40);
	if (!found)
		found = richest(p, is_named_body, 50);
	if (!found)
		found = richest(p, is_article, 50);
	if (!found)
		found = richest(p, is_named_article, 50);
	if (!found)
		found = richest(p, is_main, 50);
	return found ? found : descend(p, p->tree->nodes, 97);
}

/* ---- 3. inside ---- */

static bool same_words(accord_slice a, accord_slice b)
{
	return a.len == b.len && a.len && !strncasecmp(a.data, b.data, a.len);
}

/*
 * A few words in one element with a picture and next to nothing else are its caption, whatever the class is called. A
 * picture inside the paragraph itself proves nothing.
 */
static bool is_caption(const struct picture *p, const struct page_block *block)
{
	const struct page_node *nodes = p->tree->nodes, *node = &nodes[block->node];
	if (block->words > 45 || node->hints & HINT_LEAD || nodes[node->parent].hints & HINT_LEAD || node->tag == TAG_LI || node->tag == TAG_TD || page_tag_is_heading((enum page_tag)node->tag))
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
static const char *drop_reason(const struct picture *p, const struct page_block *block)
{
	accord_slice text = page_block_text(p->tree, block);
	const struct page_node *node = &p->tree->nodes[block->node];
	if (same_words(text, p->title) || node->tag == TAG_H1)
		return "the headline";
	if (block->link_bytes * 10 > text.len * 8 && (text.len < 200 || block->links > 2))
		return "mostly links";
	if (node->tag == TAG_LI && block->link_bytes * 2 > text.len && !(block->sentence && block->words >= 12))
		return "list of links";
	if (is_caption(p, block))
		return "caption of a picture";
	const char *phrase = page_phrase_reason(text);
	if (phrase)
		return phrase;
	if ((node->tag == TAG_TD || node->tag == TAG_TH) && block->words < 3 && !(block->mass && block->sentence))
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
		const char *reason = p->why[i] ? p->why[i] : drop_reason(p, block);
		block->kept = !reason;
		block->reason = reason ? reason : "in the article";
	}
}

/* ---- 4. edges ---- */

static bool is_heading(const struct picture *p, const struct page_block *block)
{
	return page_tag_is_heading((enum page_tag)p->tree->nodes[block->node].tag);
}

/* Whether a block may stand first or last: prose, a sentence, or a line of a paragraph or list that says something. */
static bool may_end(const struct picture *p, const struct page_block *block)
{
	if (block->mass || block->sentence)
		return true;
	uint8_t tag = p->tree->nodes[block->node].tag;
	return (tag == TAG_P || tag == TAG_LI || tag == TAG_PRE || tag == TAG_BLOCKQUOTE) && block->words >= 3 &&
	       !block->links;
}

static void trim_edges(struct picture *p, uint32_t begin, uint32_t end)
{
	struct page_block *blocks = p->tree->blocks;
	while (begin < end && !(blocks[begin].kept && may_end(p, &blocks[begin]))) {
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
	if (drop_reason(p, block))
		return false;
	if (named)
		return block->words >= 4;
	return block->words >= 8 && (block->sentence || block->mass) && block->link_bytes * 3 < block->text_end - block->text;
}

/*
 * What stands in the container but outside its core is kept only if it reads like prose: a last paragraph behind an
 * advertisement that closed its element too early, a standfirst, a part of the text in an element of its own.
 */
static void keep_zone(struct picture *p, const struct page_node *zone, const struct page_node *core)
{
	for (uint32_t i = zone->block; i < zone->block_end; i++) {
		struct page_block *block = &p->tree->blocks[i];
		if (i >= core->block && i < core->block_end)
			continue;
		if (p->why[i])
			continue;
		const char *reason = drop_reason(p, block);
		bool prose = block->mass && block->sentence && block->words >= 12;
		block->kept = !reason && prose;
		block->reason = reason ? reason : prose ? "prose near the article" : "near the article, no prose";
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
		bool teaser = p->why[i] && i < begin + 12 && p->why[i] == negative[TEASER_ROW].reason && blocks[i].mass &&
		              !blocks[i].links;
		if ((p->why[i] && !teaser) || !may_lead(p, &blocks[i]))
			continue;
		blocks[i].kept = true;
		blocks[i].reason = "between headline and text";
	}
}

/* A block that stands there twice is read once; one that stands there thrice is none of the author's. */
static void drop_repeated(struct picture *p)
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
static void drop_copies(struct picture *p)
{
	struct page_block *blocks = p->tree->blocks;
	for (size_t i = 0; i < p->tree->block_count; i++) {
		accord_slice text = page_block_text(p->tree, &blocks[i]);
		if (!blocks[i].kept || text.len < COPY)
			continue;
		unsigned asked = 0, found = 0;
		for (size_t k = i > 120 ? i - 120 : 0; k < p->tree->block_count && k < i + 40 && asked < 8; k++) {
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
static void keep_alike(struct picture *p)
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
		if (block->kept || p->why[i] || !last || i > last + 30 || !block->mass || style_of(p, block) != style.hash ||
		    drop_reason(p, block))
			continue;
		block->kept = true;
		block->reason = "looks like the article's paragraphs";
		last = i;
	}
}

/* Nothing was kept: a page of short lines. Take the container as it is, if there is a sentence in it at all. */
static void keep_something(struct picture *p, const struct page_node *body)
{
	struct page_block *blocks = p->tree->blocks;
	bool sentence = false;
	for (uint32_t i = body->block; i < body->block_end; i++) {
		if (blocks[i].kept)
			return;
		sentence |= !p->why[i] && !drop_reason(p, &blocks[i]) && (blocks[i].mass || blocks[i].words >= 8);
	}
	for (uint32_t i = body->block; sentence && i < body->block_end; i++) {
		if (p->why[i] || drop_reason(p, &blocks[i]))
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

accord_status page_classify(accord_arena *arena, struct page_tree *tree, accord_slice title, uint32_t headline,
                            accord_error *err)
{
	struct picture p = {.tree = tree, .title = title, .headline = headline};
	p.mass = accord_arena_calloc(arena, tree->block_count + 1, sizeof *p.mass);
	p.why = accord_arena_calloc(arena, tree->block_count + 1, sizeof *p.why);
	p.slots = accord_arena_calloc(arena, REPEAT_SLOTS, sizeof *p.slots);
	if (!p.mass || !p.why || !p.slots)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	sum_up(&p);
	p.all = p.mass[tree->block_count];
	prune(&p);
	const struct page_node *body = container(&p);
	for (size_t i = 0; i < tree->block_count; i++) {
		tree->blocks[i].kept = false;
		tree->blocks[i].reason = p.why[i] ? p.why[i] : "outside the article";
	}
	if (!keep_ruled(&p)) {
		const struct page_node *core = descend(&p, body, 85);
		keep_inside(&p, core->block, core->block_end);
		trim_edges(&p, core->block, core->block_end);
		keep_zone(&p, body, core);
		keep_lead(&p, core);
		keep_alike(&p);
	}
	drop_copies(&p);
	drop_repeated(&p);
	keep_something(&p, body);
	return ACCORD_OK;
}
