/* What the files of the query module share. */
#ifndef QUERY_PARSER_H
#define QUERY_PARSER_H

#include <accord/query.h>
#include <accord/sql.h>


/* words.c: masks of types and statuses by their words in German, Italian and English; 0 for none. */
uint32_t type_words(accord_slice word);
uint32_t status_words(accord_slice word);

/*
 * sql.c: `head` (SELECT … FROM event e …), the query and what the options leave out as WHERE, `tail` (GROUP
 * BY, ORDER BY) and the options' limit; without `tail` no limit either. Values are bound; they live in the
 * arena. NULL after filling err.
 */
accord_sql *query_select(accord_store *store, accord_arena *arena, const accord_query *query,
			   const accord_query_options *options, const char *head, const char *tail,
			   accord_error *err);

/* Whether the rows of event_count can answer it: it asks for types and statuses, and nothing is left out; whether it asks for
 * nothing at all. */
bool query_is_counted(const accord_query *query, const accord_query_options *options);
bool query_is_everything(const accord_query *query);

#endif
