/* What the verbs that work on the store share. */
#ifndef STORED_H
#define STORED_H

#include "command.h"

#include <accord/query.h>
#include <accord/store.h>

#define DB_OPTION(type)                                                                                      \
	{                                                                                                    \
		"db", 0, "FILE",                                                                             \
			"the store, or postgresql://… (default: $ACCORD_DB, else ~/.local/share/accord/accord.db)", \
			OPTION_TEXT, offsetof(type, db)                                                      \
	}

/* Open the store that --db names, or the default one; complains and returns NULL if that fails. */
accord_store *open_store(const char *db, accord_store_mode mode);

/*
 * Width, colours, links and language of what goes to standard output: COLUMNS, else the terminal's, else 80;
 * colours on a terminal unless NO_COLOR is set or `color` ("always", "never", "auto", NULL) says otherwise.
 * False for another word.
 */
bool terminal_setup(accord_render *render, const char *color);

#endif
