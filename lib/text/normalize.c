/*
 * Cleaning, NFC and folding. Most text is clean and composed already, so each function first looks for
 * something to do: no code point below U+0300 takes part in a composition with another of them (UAX #15,
 * quick check), and the marks, signs and scripts that news carry otherwise are listed in `composes`. Only a
 * text with others goes to utf8proc.
 *
 * Ordering of combining marks is quadratic in the length of a run of them; runs are cut to 30 marks, the
 * bound of UAX #15's Stream-Safe Text Format.
 */
#include <accord/text.h>

#include "ascii.h"

#include <stdlib.h>
#include <utf8proc.h>

#define LONGEST_MARKS 30

enum fate { KEEP, DROP, BLANK, BREAK };

static enum fate fate_of(uint32_t point)
{
	if (point < 0x20)
		return point == '\t' || point == '\n' ? KEEP : point == '\v' || point == '\f' ? BLANK : DROP;
	if (point < 0x7F)
		return KEEP;
	if (point < 0xAE)
		return point < 0xA0 || point == 0xAD ? DROP : KEEP;
	if (point == 0x2028 || point == 0x2029)
		return BREAK;
	if (point == 0x200B || point == 0x200C || point == 0x200E || point == 0x200F || point == 0x061C ||
	    point == 0xFEFF)
		return DROP;
	return (point >= 0x202A && point <= 0x202E) || (point >= 0x2060 && point <= 0x206F) ? DROP : KEEP;
}

/* Whether NFC could change the code point or one before it; a superset. */
static bool composes(uint32_t point)
{
	if (point < 0x300)
		return false;
	return !((point >= 0x400 && point <= 0x482) || (point >= 0x48A && point <= 0x55F) ||
		 (point >= 0x2002 && point <= 0x20CF) || (point >= 0x2190 && point <= 0x2328) ||
		 (point >= 0x2500 && point <= 0x2ADB) || (point >= 0x3001 && point <= 0x3029) ||
		 (point >= 0x4E00 && point <= 0x9FFF) || (point >= 0xAC00 && point <= 0xD7A3) ||
		 (point >= 0xFF01 && point <= 0xFF60) || point == 0xFFFD ||
		 (point >= 0x1F300 && point <= 0x1FAFF));
}

/* The end of the run of printable ASCII, tabs and newlines. */
static size_t plain_run(const char *bytes, size_t len, size_t at)
{
	for (; at + 8 <= len; at += 8) {
		uint64_t word = ascii_word(bytes + at);
		if (word & ASCII_TOPS)
			break;
		uint64_t suspicious = ascii_below(word, 0x20) | (ascii_below(word ^ 0x7F * ASCII_ONES, 1));
		uint64_t newline = ascii_below(word ^ '\n' * ASCII_ONES, 1),
			 tab = ascii_below(word ^ '\t' * ASCII_ONES, 1);
		if (suspicious & ~(newline | tab))
			break;
	}
	while (at < len && (unsigned char)bytes[at] < 0x80 && fate_of((unsigned char)bytes[at]) == KEEP)
		at++;
	return at;
}

typedef struct survey {
	size_t clean, broken; /* bytes before the first that must change; bytes that are no UTF-8 */
	bool composes;
} survey;

static survey look_over(const char *bytes, size_t len)
{
	survey found = {len, 0, false};
	size_t at = 0, size;
	while ((at = plain_run(bytes, len, at)) < len) {
		uint32_t point = accord_utf8_decode(bytes, len, at, &size);
		bool broken = point == ACCORD_REPLACEMENT && size == 1;
		found.broken += broken;
		found.composes |= composes(point);
		if (found.clean == len && (broken || fate_of(point) != KEEP))
			found.clean = at;
		at += size;
	}
	return found;
}

static bool is_mark(uint32_t point)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)point);
	return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

/* Copies bytes[at..len) without what has to go; `cut_marks` shortens runs of combining marks. */
static size_t clean_into(char *out, const char *bytes, size_t len, size_t at, bool cut_marks)
{
	size_t used = at, marks = 0;
	memcpy(out, bytes, at);
	while (at < len) {
		size_t run = plain_run(bytes, len, at), size;
		memcpy(out + used, bytes + at, run - at);
		used += run - at;
		marks = run > at ? 0 : marks;
		if ((at = run) == len)
			break;
		uint32_t point = accord_utf8_decode(bytes, len, at, &size);
		enum fate fate = fate_of(point);
		if (point == '\r')
			fate = at + 1 < len && bytes[at + 1] == '\n' ? DROP : BREAK;
		at += size;
		if (fate == DROP)
			continue;
		marks = cut_marks && is_mark(point) ? marks + 1 : 0;
		if (marks > LONGEST_MARKS)
			continue;
		used += accord_utf8_encode(fate == BLANK ? ' ' : fate == BREAK ? '\n' : point, out + used);
	}
	return used;
}

/* NFC by utf8proc, whose result is copied into the arena. */
static accord_status compose(accord_arena *arena, const char *bytes, size_t len, accord_slice *out)
{
	utf8proc_uint8_t *composed = NULL;
	utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)bytes, (utf8proc_ssize_t)len,
					     &composed, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (size < 0)
		return ACCORD_ENOMEM;
	char *copy = accord_arena_copy(arena, (const char *)composed, (size_t)size);
	free(composed);
	if (!copy)
		return ACCORD_ENOMEM;
	*out = (accord_slice){copy, (size_t)size};
	return ACCORD_OK;
}

accord_status accord_text_normalize(accord_arena *arena, const char *bytes, size_t len, accord_slice *out)
{
	survey found = look_over(bytes, len);
	if (found.broken > (SIZE_MAX - len) / 2 - 1)
		return ACCORD_ENOMEM;
	char *copy = accord_arena_alloc(arena, len + 2 * found.broken + 1);
	if (!copy)
		return ACCORD_ENOMEM;
	size_t used = clean_into(copy, bytes, len, found.composes ? 0 : found.clean, found.composes);
	copy[used] = '\0';
	if (found.composes)
		return compose(arena, copy, used, out);
	*out = (accord_slice){copy, used};
	return ACCORD_OK;
}

/* ASCII capitals of eight bytes to small letters; bytes beyond ASCII stay. */
static uint64_t lower_word(uint64_t word)
{
	uint64_t capital = ascii_below(word, 'Z' + 1) & ~ascii_below(word, 'A') & ~word & ASCII_TOPS;
	return word | capital >> 2;
}

static size_t lower_ascii_run(char *out, const char *bytes, size_t len, size_t at)
{
	size_t end = ascii_run(bytes, len, at), start = at;
	for (; at + 8 <= end; at += 8) {
		uint64_t word = lower_word(ascii_word(bytes + at));
		memcpy(out + at - start, &word, sizeof word);
	}
	for (; at < end; at++)
		out[at - start] = (char)(bytes[at] >= 'A' && bytes[at] <= 'Z' ? bytes[at] + 32 : bytes[at]);
	return end;
}

static uint32_t lower(uint32_t point)
{
	if (point >= 0xC0 && point <= 0xDE)
		return point == 0xD7 ? point : point + 0x20;
	return point < 0x100 ? point : (uint32_t)utf8proc_tolower((utf8proc_int32_t)point);
}

/* The letter under its marks, for the alphabets whose letters carry them; 0 for a mark alone. */
static uint32_t without_marks(uint32_t point)
{
	if (point >= 0x300 && point <= 0x36F)
		return 0;
	static const uint32_t strokes[][2] = {{0xF8, 'o'},  {0x111, 'd'}, {0x127, 'h'},
					      {0x131, 'i'}, {0x142, 'l'}, {0x167, 't'}};
	for (size_t i = 0; i < sizeof strokes / sizeof strokes[0]; i++)
		if (strokes[i][0] == point)
			return strokes[i][1];
	if (point < 0xC0 || point >= 0x2000)
		return point;
	utf8proc_int32_t parts[8];
	utf8proc_ssize_t count =
		utf8proc_decompose_char((utf8proc_int32_t)point, parts, 8, UTF8PROC_DECOMPOSE, NULL);
	return count > 1 && count <= 8 && is_mark((uint32_t)parts[1]) ? (uint32_t)parts[0] : point;
}

static const char *pair_for(uint32_t point)
{
	return point == 0xDF ? "ss" : point == 0xE6 ? "ae" : point == 0x153 ? "oe" : NULL;
}

/* A lower-case form takes at most half as much again (U+023A, two bytes, becomes U+2C65, three); a broken
 * byte three. */
static accord_slice fold(accord_arena *arena, accord_slice text, bool loose)
{
	if (!text.data)
		return text;
	size_t ascii = ascii_run(text.data, text.len, 0), rest = text.len - ascii;
	if (rest > (SIZE_MAX - text.len) / 2 - 1)
		return (accord_slice){NULL, 0};
	char *out = accord_arena_alloc(arena, text.len + 2 * rest + 1);
	if (!out)
		return (accord_slice){NULL, 0};
	size_t used = 0, at = 0, size;
	for (;;) {
		size_t end = lower_ascii_run(out + used, text.data, text.len, at);
		used += end - at;
		if ((at = end) == text.len)
			break;
		uint32_t point = lower(accord_utf8_decode(text.data, text.len, at, &size));
		at += size;
		const char *pair = loose ? pair_for(point) : NULL;
		if (pair) {
			memcpy(out + used, pair, 2);
			used += 2;
			continue;
		}
		point = loose ? without_marks(point) : point;
		if (point)
			used += accord_utf8_encode(point, out + used);
	}
	out[used] = '\0';
	return (accord_slice){out, used};
}

accord_slice accord_text_fold(accord_arena *arena, accord_slice text)
{
	return fold(arena, text, false);
}

accord_slice accord_text_fold_loose(accord_arena *arena, accord_slice text)
{
	return fold(arena, text, true);
}
