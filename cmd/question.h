/* A question on the command line: its words understood against the store. Shared by the verbs that take a
 * query. */
#ifndef QUESTION_H
#define QUESTION_H

#include "stored.h"

#include <accord/gazetteer.h>

struct question {
	accord_store *store;
	accord_arena *arena;
	accord_slice text; /* saved queries already put in the place of their @names */
	accord_query *query;
	size_t unknown;              /* names that the store does not know; they have been told */
	accord_gazetteer *gazetteer; /* loaded when a name is asked for that no article uses */
};

/*
 * Open the store, read and resolve the query, tell unknown names with what is near. -1 to go on, else the
 * exit status, after a message. Always to be closed.
 */
int question_open(struct question *q, const char *db, accord_store_mode mode, int count, char **words,
		  bool explain);
void question_close(struct question *q);

/* Complain; the exit status that fits. */
int question_error(const accord_error *err);

/* Names that the store does not know, on standard error, with what is near. */
void question_tell_unknown(const accord_query_unknown *unknown, size_t count);
/* Day number of today where the user is. */
int64_t question_today(void);

/* The id of the company that the shipped files know under a name ("Facebook" is meta), or unknown; `context`
 * is a struct question. */
accord_slice question_alias(void *context, accord_slice name);

#endif
