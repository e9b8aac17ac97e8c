/* What the steps of classification share. */
#ifndef PAGE_PICTURE_H
#define PAGE_PICTURE_H

#include "tree.h"

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
	const struct page_node
		*named; /* the element that calls itself the article, with most prose; or NULL */
};

/* Prose inside an element. */
static inline uint64_t mass_in(const struct picture *p, const struct page_node *node)
{
	return p->mass[node->block_end] - p->mass[node->block];
}

/* prune.c: say in `why` what is no article, and sum up what is left. */
void page_prune(struct picture *p);
/* Whether a reason of prune.c is that the element is called a teaser, as German editors call a standfirst
 * too. */
bool page_pruned_as_teaser(const char *reason);

/* copies.c: text that stands in the page twice, and paragraphs that were cut off from their like. */
void page_drop_repeated(struct picture *p);
void page_drop_copies(struct picture *p);
void page_keep_alike(struct picture *p);
void page_drop_tail(struct picture *p);
void page_drop_teasers(struct picture *p);

/* classify.c: why a single block of the container does not belong to the article, or NULL. */
const char *page_drop_reason(const struct picture *p, const struct page_block *block);

#endif
