/* A site's own rule, laid upon a tree before it is judged. */
#ifndef PAGE_SITE_RULES_H
#define PAGE_SITE_RULES_H

#include "tree.h"

#include <accord/page.h>

/* What a rule found; slices of the tree's text, unknown where the site has no such line. */
struct page_site_hints {
	accord_slice title, author, date;
	uint32_t headline; /* the element of `title` */
};

/*
 * Mark the elements that the rule of the URL's host names: `body` becomes the container, `drop` goes.
 *
 * @return whether the site has a rule
 */
bool page_site_apply(const accord_site_rules *sites, accord_slice url, struct page_tree *tree,
		     struct page_site_hints *hints);

#endif
