/*
 * The first step: elements that by their tag or their class names are something else (navigation, teasers,
 * comments …) drop out with all that stands in them, unless a good part of the page's prose does.
 */
#include "picture.h"

#include "words.h"

#include <string.h>

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

#define NEGATIVES (sizeof negative / sizeof *negative)

/* Negative words that the element's other words take back: "article-card", "story-media". */
static uint32_t net_hints(const struct page_node *node)
{
	uint32_t hints = node->hints;
	if (hints & HINT_ITEM_BODY)
		return 0;
	if (hints & HINT_LEAD)
		hints &= ~(uint32_t)(HINT_TEASER | HINT_META | HINT_BOX | HINT_DATE | HINT_TAGS |
				     HINT_CAPTION | HINT_IMAGE | HINT_MEDIA);
	if (hints & HINT_BODY)
		hints &= ~(uint32_t)(HINT_MEDIA | HINT_IMAGE | HINT_BOX | HINT_DATE | HINT_TAGS |
				     HINT_PAYWALL | HINT_SHOP);
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
 * A short item is less than the consent banner or the comments around it: these may be most of the page where
 * an article stands apart from them.
 */
static bool article_stands_apart(const struct picture *p, const struct page_node *node)
{
	const struct page_node *named = p->named;
	return named && mass_in(p, named) >= 60 &&
	       (node >= p->tree->nodes + named->end || named >= p->tree->nodes + node->end);
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

static void prune_elements(struct picture *p, uint64_t *taken, uint64_t *inside)
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
		if (p->named && node > p->named && node < p->tree->nodes + p->named->end)
			inside[by] += mass_in(p, node);
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
 * Names lie now and then: a grid called "sidebar-grid" may hold each paragraph. A word that would take more
 * of the page than such things have is not believed, and all is judged again without it.
 */
void page_prune(struct picture *p)
{
	p->trusted = ~(uint32_t)0;
	for (size_t i = 0; i < p->tree->node_count; i++) {
		const struct page_node *node = &p->tree->nodes[i];
		if (is_body_like(node) && (!p->named || mass_in(p, node) > mass_in(p, p->named)))
			p->named = node;
	}
	for (int round = 0; round < 5; round++) {
		uint64_t taken[NEGATIVES + 1] = {0}, inside[NEGATIVES + 1] = {0};
		memset(p->why, 0, p->tree->block_count * sizeof *p->why);
		sum_up(p);
		uint64_t named = p->named ? mass_in(p, p->named) : 0;
		prune_elements(p, taken, inside);
		uint32_t doubtful = 0, wrong = 0;
		for (size_t i = 0; i < NEGATIVES; i++) {
			if (negative[i].hint & STRONG && p->named)
				continue;
			if (taken[i] * 100 > p->all * negative[i].total)
				doubtful |= negative[i].hint;
			if (inside[i] * 100 > named * 50)
				wrong |= negative[i].hint;
		}
		if (doubtful && !body_remains(p))
			wrong |= doubtful;
		if (!wrong)
			break;
		p->trusted &= ~wrong;
	}
	prune_blocks(p);
	sum_up(p);
}

bool page_pruned_as_teaser(const char *reason)
{
	for (size_t i = 0; i < NEGATIVES; i++)
		if (negative[i].hint == HINT_TEASER)
			return reason == negative[i].reason;
	return false;
}
