/*
 * Lines of company files, name lists and hints.
 */
#ifndef TAG_NAME_LINES_H
#define TAG_NAME_LINES_H

#include "company.h"

#define LONGEST_VALUE 200

struct lines {
	const char *at, *end;
	accord_slice line; /* without its comment and line break */
	uint32_t number;
	size_t indent;
};

bool line_blank(char c);

/* The next line that has anything in it. */
bool next_line(struct lines *l);

/*
 * Tell a mistake: `wrong` is the stretch of the line, `hint` what would be right or NULL, `format` a sentence
 * with one %.*s for `word`.
 */
void line_mistake(struct reading *r, const struct lines *l, const char *source, accord_slice wrong,
		  const char *hint, const char *format, accord_slice word);

/* Cuts the first value off a list; false at its end. `rest` begins behind its comma. */
bool next_value(accord_slice *rest, accord_slice *value);

/* The first word of a line's text; `rest` gets what stands behind it. */
accord_slice line_word(accord_slice line, size_t indent, accord_slice *rest);

/* Two capital letters, an ISO 3166 code. */
bool two_capitals(accord_slice value);

#endif
