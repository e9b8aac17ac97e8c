/* The corrections of the rule folders in use, as `accord rules test` and `accord reprocess` tell of them. */
#ifndef CORRECTIONS_H
#define CORRECTIONS_H

#include "command.h"

#include <accord/correction.h>

struct corrections_count {
	size_t all, failing;
};

/*
 * Try them all; `failed` is told of each that does not hold, with what was found instead; may be NULL. False
 * after a message if they cannot be read.
 */
bool corrections_try(const accord_tagger *tagger, const char *const *folders, size_t folder_count,
		     void (*failed)(const accord_correction *correction, const char *found),
		     struct corrections_count *count);

#endif
