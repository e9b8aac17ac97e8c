/* JSON out (RFC 8259). Strings are copied in runs: only a quote, a backslash, a control character or a broken
 * byte ends one. */
#include <accord/json.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void accord_json_init(accord_json_writer *writer, accord_buffer *out)
{
	writer->out = out;
	writer->comma = false;
}

static void before_value(accord_json_writer *writer)
{
	if (writer->comma)
		accord_buffer_append_char(writer->out, ',');
	writer->comma = true;
}

static void open_bracket(accord_json_writer *writer, char bracket)
{
	before_value(writer);
	accord_buffer_append_char(writer->out, bracket);
	writer->comma = false;
}

static void close_bracket(accord_json_writer *writer, char bracket)
{
	accord_buffer_append_char(writer->out, bracket);
	writer->comma = true;
}

void accord_json_begin_object(accord_json_writer *writer)
{
	open_bracket(writer, '{');
}

void accord_json_end_object(accord_json_writer *writer)
{
	close_bracket(writer, '}');
}

void accord_json_begin_array(accord_json_writer *writer)
{
	open_bracket(writer, '[');
}

void accord_json_end_array(accord_json_writer *writer)
{
	close_bracket(writer, ']');
}

void accord_json_key(accord_json_writer *writer, const char *key)
{
	before_value(writer);
	accord_buffer_append_char(writer->out, '"');
	accord_buffer_append_text(writer->out, key);
	accord_buffer_append(writer->out, "\":", 2);
	writer->comma = false;
}

static bool plain(unsigned char c)
{
	return c >= 0x20 && c != '"' && c != '\\' && c < 0x80;
}

#define ONES 0x0101010101010101u
#define TOPS 0x8080808080808080u

/* Whether one of eight bytes is not plain: a byte below n borrows from its top bit when n is taken away. */
static bool any_special(uint64_t word)
{
	uint64_t quote = word ^ '"' * ONES, backslash = word ^ '\\' * ONES;
	return (word | (word - 0x20 * ONES) | (quote - ONES) | (backslash - ONES)) & TOPS;
}

/* The end of the run of plain bytes that begins at `at`. */
static size_t plain_run(const char *bytes, size_t len, size_t at)
{
	for (uint64_t word; at + sizeof word <= len; at += sizeof word) {
		memcpy(&word, bytes + at, sizeof word);
		if (any_special(word))
			break;
	}
	while (at < len && plain((unsigned char)bytes[at]))
		at++;
	return at;
}

static void append_escaped(accord_buffer *out, unsigned char c)
{
	static const char letters[] = "\"\"\\\\\bb\ff\nn\rr\tt";
	for (size_t i = 0; i + 1 < sizeof letters; i += 2)
		if ((unsigned char)letters[i] == c) {
			accord_buffer_append_char(out, '\\');
			accord_buffer_append_char(out, letters[i + 1]);
			return;
		}
	accord_buffer_append_format(out, "\\u%04x", c);
}

void accord_json_string(accord_json_writer *writer, const char *bytes, size_t len)
{
	accord_buffer *out = writer->out;
	before_value(writer);
	accord_buffer_append_char(out, '"');
	size_t run = 0, at = 0;
	while ((at = plain_run(bytes, len, at)) < len) {
		unsigned char c = (unsigned char)bytes[at];
		size_t size = 1;
		bool broken = false;
		if (c >= 0x80) {
			uint32_t point = accord_utf8_decode(bytes, len, at, &size);
			broken = point == ACCORD_REPLACEMENT && size == 1;
			if (!broken) {
				at += size;
				continue;
			}
		}
		accord_buffer_append(out, bytes + run, at - run);
		if (broken)
			accord_buffer_append(out, "\xEF\xBF\xBD", 3);
		else
			append_escaped(out, c);
		at += size;
		run = at;
	}
	accord_buffer_append(out, bytes + run, at - run);
	accord_buffer_append_char(out, '"');
}

void accord_json_slice(accord_json_writer *writer, accord_slice slice)
{
	if (slice.data)
		accord_json_string(writer, slice.data, slice.len);
	else
		accord_json_null(writer);
}

void accord_json_int(accord_json_writer *writer, int64_t value)
{
	char digits[24];
	size_t at = sizeof digits;
	uint64_t left = value < 0 ? -(uint64_t)value : (uint64_t)value;
	before_value(writer);
	do {
		digits[--at] = (char)('0' + left % 10);
		left /= 10;
	} while (left);
	if (value < 0)
		digits[--at] = '-';
	accord_buffer_append(writer->out, digits + at, sizeof digits - at);
}

/* As printf writes it, which reads a format for each of the many offsets of a document. */
static void append_whole(accord_buffer *out, int64_t value, bool negative)
{
	char digits[24], *at = digits + sizeof digits;
	uint64_t rest = value < 0 ? (uint64_t)-value : (uint64_t)value;
	do {
		*--at = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest);
	if (negative)
		*--at = '-';
	accord_buffer_append(out, at, (size_t)(digits + sizeof digits - at));
}

void accord_json_number(accord_json_writer *writer, double value)
{
	if (!isfinite(value)) {
		accord_json_null(writer);
		return;
	}
	before_value(writer);
	if (value == floor(value) && fabs(value) < 1e15) {
		append_whole(writer->out, (int64_t)value, signbit(value));
		return;
	}
	char text[40];
	snprintf(text, sizeof text, "%.15g", value);
	if (strtod(text, NULL) != value)
		snprintf(text, sizeof text, "%.17g", value);
	accord_buffer_append_text(writer->out, text);
}

void accord_json_bool(accord_json_writer *writer, bool value)
{
	before_value(writer);
	accord_buffer_append_text(writer->out, value ? "true" : "false");
}

void accord_json_null(accord_json_writer *writer)
{
	before_value(writer);
	accord_buffer_append(writer->out, "null", 4);
}

void accord_json_raw(accord_json_writer *writer, const char *json, size_t len)
{
	before_value(writer);
	accord_buffer_append(writer->out, json, len);
}

void accord_json_member(accord_json_writer *writer, const char *key, accord_slice slice)
{
	if (!slice.data)
		return;
	accord_json_key(writer, key);
	accord_json_slice(writer, slice);
}
