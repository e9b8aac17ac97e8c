/* What was meant by a word that is none: set `word`, look at all that it may be, `best` is the nearest or NULL. */
#ifndef CMD_NEAR_H
#define CMD_NEAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct near {
	const char *word, *best;
	size_t off; /* letters */
};

void near_look(struct near *near, const char *candidate);

#endif
