/* Between parser.c, which finds the terms of a query, and terms.c, which reads what stands behind a field. */
#ifndef QUERY_TERMS_H
#define QUERY_TERMS_H

#include "parser.h"

enum field {
	F_COMPANY,
	F_TYPE,
	F_STATUS,
	F_ROLE,
	F_SINCE,
	F_UNTIL,
	F_DATE,
	F_LANG,
	F_SITE,
	F_VALUE,
	F_CURRENCY,
	F_RULE,
	F_CONFIDENCE,
	F_OBJECT,
	F_ID,
	F_FRESH,
	F_TEXT
};

struct parser {
	accord_arena *arena;
	accord_slice text;
	size_t at, terms;
	int depth;
	int64_t today;
	accord_error *err;
	bool failed;
};

/* Fill the error, once, with a format that takes a word (%.*s); always NULL. */
accord_query *query_fail(struct parser *p, accord_status status, const char *format, accord_slice word);
accord_query *query_node(struct parser *p, accord_query_kind kind);
accord_query *query_text_term(struct parser *p, accord_query_kind kind, accord_slice value);
accord_query *query_date_term(struct parser *p, enum field field, accord_slice value);
/* The term of any field; NULL after an error. */
accord_query *query_field_term(struct parser *p, enum field field, accord_slice value);

#endif
