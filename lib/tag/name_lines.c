/*
 * Lines of company files, name lists and hints: comments off, values parted, mistakes told with their place.
 */
#include "name_lines.h"

#include <string.h>

bool line_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

/* The next line that has anything in it. */
bool next_line(struct lines *l)
{
	while (l->at < l->end) {
		const char *start = l->at, *stop = memchr(start, '\n', (size_t)(l->end - start));
		l->at = stop ? stop + 1 : l->end;
		if (!stop)
			stop = l->end;
		l->number++;
		for (const char *mark = start; (mark = memchr(mark, '#', (size_t)(stop - mark))); mark++)
			if (mark == start || line_blank(mark[-1])) {
				stop = mark;
				break;
			}
		while (stop > start && line_blank(stop[-1]))
			stop--;
		const char *text = start;
		while (text < stop && line_blank(*text))
			text++;
		if (text == stop)
			continue;
		l->indent = (size_t)(text - start);
		l->line = (accord_slice){start, (size_t)(stop - start)};
		return true;
	}
	return false;
}

/* Where a mistake is told from: the line and the stretch of it that is wrong. */
void line_mistake(struct reading *r, const struct lines *l, const char *source, accord_slice wrong,
		  const char *hint, const char *format, accord_slice word)
{
	accord_error err = {0};
	uint32_t column = 1;
	if (wrong.data >= l->line.data && wrong.data <= l->line.data + l->line.len)
		column = 1 + (uint32_t)accord_utf8_count(l->line.data, (size_t)(wrong.data - l->line.data));
	size_t shown = word.len < 60 ? word.len : 60;
	accord_error_set(&err, ACCORD_ERULE, format, (int)shown, word.data ? word.data : "");
	accord_error_at(&err, source, l->number, column);
	uint32_t width = (uint32_t)accord_utf8_count(wrong.data, wrong.len);
	if (r->report)
		r->report(r->context, &err, l->line, width ? width : 1, hint, false);
	if (!r->mistakes++ && r->err)
		*r->err = err;
}

/* Cuts the first value off a list; false at its end. `rest` begins behind its comma. */
bool next_value(accord_slice *rest, accord_slice *value)
{
	while (rest->len) {
		const char *comma = memchr(rest->data, ',', rest->len);
		size_t len = comma ? (size_t)(comma - rest->data) : rest->len;
		const char *start = rest->data, *stop = start + len;
		rest->data += len + (comma != NULL);
		rest->len -= len + (comma != NULL);
		while (start < stop && line_blank(*start))
			start++;
		while (stop > start && line_blank(stop[-1]))
			stop--;
		if (start == stop)
			continue;
		*value = (accord_slice){start, (size_t)(stop - start)};
		return true;
	}
	return false;
}

/* The first word of a line's text; `rest` gets what stands behind it. */
accord_slice line_word(accord_slice line, size_t indent, accord_slice *rest)
{
	const char *start = line.data + indent, *stop = line.data + line.len, *end = start;
	while (end < stop && !line_blank(*end))
		end++;
	const char *more = end;
	while (more < stop && line_blank(*more))
		more++;
	*rest = (accord_slice){more, (size_t)(stop - more)};
	return (accord_slice){start, (size_t)(end - start)};
}
