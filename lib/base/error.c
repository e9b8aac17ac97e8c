#include <accord/error.h>

#include <stdio.h>
#include <string.h>

accord_status accord_error_set(accord_error *err, accord_status status, const char *format, ...)
{
	if (!err)
		return status;
	memset(err, 0, sizeof *err);
	err->status = status;
	va_list args;
	va_start(args, format);
	vsnprintf(err->message, sizeof err->message, format, args);
	va_end(args);
	return status;
}

void accord_error_at(accord_error *err, const char *source, uint32_t line, uint32_t column)
{
	if (!err)
		return;
	if (source && !err->source[0])
		snprintf(err->source, sizeof err->source, "%s", source);
	if (line && !err->line) {
		err->line = line;
		err->column = column;
	}
}

const char *accord_error_text(const accord_error *err, char *buffer, size_t size)
{
	char place[32] = "";
	if (err->line && err->column)
		snprintf(place, sizeof place, "%u:%u:", err->line, err->column);
	else if (err->line)
		snprintf(place, sizeof place, "%u:", err->line);
	snprintf(buffer, size, "%s%s%s%s%s", err->source, err->source[0] ? ":" : "", place,
	         err->source[0] || place[0] ? " " : "", err->message);
	return buffer;
}
