/* The examples of the manual pages, for `accord help VERB`; the table is made by examples.cmake. */
#ifndef EXAMPLES_H
#define EXAMPLES_H

#include <stddef.h>

struct verb_examples {
	const char *verb, *lines; /* each line indented by two blanks */
};
extern const struct verb_examples verb_examples[]; /* ends with a NULL verb */

#endif
