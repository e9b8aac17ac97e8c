/* What goes to standard error, and the one way out to standard output. */
#include "command.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* News and file names may hold escape sequences; a terminal must not see them. */
static void print_line(const char *text)
{
	fputs("accord: ", stderr);
	for (const unsigned char *p = (const unsigned char *)text; *p; p++)
		fputc(*p < 0x20 || *p == 0x7f ? '?' : *p, stderr);
	fputc('\n', stderr);
}

void complain(const accord_error *err)
{
	char line[512];
	print_line(accord_error_text(err, line, sizeof line));
}

void complain_text(const char *format, ...)
{
	char line[512];
	va_list args;
	va_start(args, format);
	vsnprintf(line, sizeof line, format, args);
	va_end(args);
	print_line(line);
}

bool flush_output(accord_buffer *out)
{
	if (out->failed) {
		complain_text("out of memory while writing a result");
		accord_buffer_clear(out);
		return false;
	}
	bool written = !out->len || fwrite(out->data, 1, out->len, stdout) == out->len;
	accord_buffer_clear(out);
	if (!written && errno != EPIPE)
		complain_text("cannot write to standard output: %s", strerror(errno));
	return written;
}
