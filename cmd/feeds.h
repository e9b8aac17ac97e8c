/* What the parts of accord feeds share. */
#ifndef FEEDS_H
#define FEEDS_H

#include "network.h"
#include "stored.h"

#include <accord/opml.h>

struct feeds_args {
	const char *db, *folder, *title, *lang, *format;
	bool unchecked;
	struct network_args network;
};

struct feeds_work {
	const struct feeds_args *args;
	accord_fetch_options network;
	accord_store *store;
	accord_arena *arena;
};

bool feeds_subscribe(struct feeds_work *work, const accord_outline *outline, bool *added);
bool feeds_address(struct feeds_work *work, const char *word, accord_slice *url);
/* feeds_add.c: subscribe to feeds, or to those of a site. Returns the exit status. */
int feeds_add(struct feeds_work *work, int count, char **words);

#endif
