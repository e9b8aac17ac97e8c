/* The look of each block: words, function words, prose or not. */
#ifndef PAGE_BLOCKS_H
#define PAGE_BLOCKS_H

#include "tree.h"

/* Fill the counts of all blocks. */
void page_blocks_judge(struct page_tree *tree);

#endif
