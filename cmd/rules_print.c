/*
 * A mistake of a rule file:
 *
 *   rules/de/deals/acquisition.rules:20:12: error: 'aquirer' is no role of acquisition
 *      20 |   pattern  aquirer:COMPANY ... @buy:pp
 *         |            ^~~~~~~ did you mean acquirer? the roles are acquirer, target, seller
 */
#include "rules.h"

#include <stdio.h>

/* Tabs stay tabs, so that the caret stands under its place in any terminal. */
static void print_indent(accord_slice line, uint32_t column)
{
	size_t at = 0, size;
	for (uint32_t i = 1; i < column; i++) {
		bool tab = at < line.len && line.data[at] == '\t';
		fputc(tab ? '\t' : ' ', stderr);
		if (at < line.len) {
			accord_utf8_decode(line.data, line.len, at, &size);
			at += size;
		}
	}
}

static void print_line(accord_slice line)
{
	for (size_t i = 0; i < line.len; i++) {
		unsigned char c = (unsigned char)line.data[i];
		fputc((c < 0x20 && c != '\t') || c == 0x7F ? '?' : c, stderr);
	}
}

void print_mistake(void *context, const accord_error *err, accord_slice line, uint32_t width, const char *hint,
                   bool warning)
{
	char place[300];
	size_t *errors = context;
	accord_error where = *err;
	where.message[0] = '\0';
	if (errors && !warning)
		(*errors)++;
	accord_error_text(&where, place, sizeof place);
	fprintf(stderr, "%s%s: %s\n", place, warning ? "warning" : "error", err->message);
	if (!err->line)
		return;
	fprintf(stderr, "%5u | ", err->line);
	print_line(line);
	fputs("\n      | ", stderr);
	print_indent(line, err->column);
	for (uint32_t i = 0; i < (width ? width : 1) && i < 200; i++)
		fputc(i ? '~' : '^', stderr);
	fprintf(stderr, "%s%s\n", hint ? " " : "", hint ? hint : "");
}
