/* Which blocks are the article. */
#ifndef PAGE_CLASSIFY_H
#define PAGE_CLASSIFY_H

#include "tree.h"

/*
 * Set `kept` and `reason` of every block.
 *
 * @param title     the headline, which does not belong to the text; may be unknown
 * @param headline  the element that holds it, 0 if there is none
 */
accord_status page_classify(accord_arena *arena, struct page_tree *tree, accord_slice title,
			    uint32_t headline, accord_error *err);

#endif
