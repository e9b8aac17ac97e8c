/* What the parts of accord filters share. */
#ifndef FILTERS_H
#define FILTERS_H

#include "network.h"
#include "stored.h"

#include <accord/filter.h>

struct filters_args {
	const char *db, *feed, *format;
	struct text_list tries;
	long limit;
	struct network_args network;
};

struct filters_work {
	const struct filters_args *args;
	accord_fetch_options network;
	accord_store *store;
	accord_arena *arena;
	int64_t feed; /* that --feed names, 0 without */
};

/* "block", "title", "PATTERN" as a rule that can be compiled; false after a message. */
bool filters_rule(const char *action, const char *field, const char *pattern, accord_filter_row *row);
/* filters_test.c: what the rules make of feeds in files, at URLs, or of what was queued. Returns the exit status. */
int filters_test(struct filters_work *work, int count, char **words);

#endif
