/* What the two halves of a merge share: merge.c says which reports go together, event_write.c writes the
 * events. */
#ifndef STORE_MERGE_H
#define STORE_MERGE_H

#include "blocks.h"
#include "gather.h"
#include "internal.h"

#define LARGEST_EVENT 20000

struct merging {
	accord_store *store;
	accord_error *err;
	accord_arena *arena; /* for one block or event */
	int64_t serial, now;
};

/* A report with all that gathering looks at, in the arena of the merge. */
accord_status merge_load_mention(struct merging *g, int64_t deal, struct mention *m);
/* The numbers that a query gives, at most `limit`. */
accord_status merge_numbers(struct merging *g, accord_sql *q, size_t limit, int64_t **list, size_t *count);

/* event_write.c: the wholes of the temporary tables as events, those gone retired. */
accord_status merge_write_events(struct merging *g);
accord_status merge_retire_events(struct merging *g);

#endif
