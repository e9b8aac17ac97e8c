/* What the files of the query module share. */
#ifndef QUERY_PARSER_H
#define QUERY_PARSER_H

#include <accord/query.h>

/* words.c: masks of types and statuses by their words in German, Italian and English; 0 for none. */
uint32_t type_words(accord_slice word);
uint32_t status_words(accord_slice word);

#endif
