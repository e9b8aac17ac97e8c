/*
 * One pass over the members of the outermost object; their values are passed over by counting brackets. What is taken
 * out is checked as RFC 8259 asks; of everything else the full parser will judge.
 *
 *   {"id": "a", "text": "Long …", "x": [1]}   ->   {"id": "a", "text": "", "x": [1]}   and   Long …
 */
#include "long_strings.h"

#include <string.h>

#define LONG 16 /* bytes; shorter ones are left to the parser */
#define ONES 0x0101010101010101u
#define TOPS 0x8080808080808080u

static const char *const keys[LONG_STRINGS] = {"text", "html", "source", "url", "title", "published"};

struct line {
	const char *bytes;
	size_t len, at;
};

size_t long_string_of(const char *key, size_t len)
{
	for (size_t i = 0; i < LONG_STRINGS; i++)
		if (strlen(keys[i]) == len && !memcmp(keys[i], key, len))
			return i;
	return LONG_STRINGS;
}

/* Whether one of eight bytes is a quote, a backslash or a control character. */
static bool any_mark(uint64_t word)
{
	uint64_t quote = word ^ '"' * ONES, backslash = word ^ '\\' * ONES;
	return (((word - 0x20 * ONES) & ~word) | ((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash)) & TOPS;
}

#ifdef __SSE2__
#include <emmintrin.h>

/* Sixteen bytes at a time, as far as they reach: the place of the first mark, or where less than sixteen are left. */
static size_t next_of_sixteen(const char *bytes, size_t len, size_t at)
{
	const __m128i quote = _mm_set1_epi8('"'), backslash = _mm_set1_epi8('\\'), control = _mm_set1_epi8(0x1F);
	for (; at + 16 <= len; at += 16) {
		__m128i word = _mm_loadu_si128((const __m128i *)(const void *)(bytes + at));
		__m128i marks = _mm_or_si128(_mm_cmpeq_epi8(word, quote), _mm_cmpeq_epi8(word, backslash));
		int found = _mm_movemask_epi8(_mm_or_si128(marks, _mm_cmpeq_epi8(_mm_min_epu8(word, control), word)));
		if (found)
			return at + (size_t)__builtin_ctz((unsigned)found);
	}
	return at;
}
#else
#define next_of_sixteen(bytes, len, at) (at)
#endif

/* The place of the next quote, backslash or control character; `len` if there is none. */
static size_t next_mark(const char *bytes, size_t len, size_t at)
{
	at = next_of_sixteen(bytes, len, at);
	for (uint64_t word; at + sizeof word <= len; at += sizeof word) {
		memcpy(&word, bytes + at, sizeof word);
		if (any_mark(word))
			break;
	}
	while (at < len && (unsigned char)bytes[at] >= 0x20 && bytes[at] != '"' && bytes[at] != '\\')
		at++;
	return at;
}

static void skip_blanks(struct line *l)
{
	while (l->at < l->len && strchr(" \t\r\n", l->bytes[l->at]) && l->bytes[l->at])
		l->at++;
}

static bool take(struct line *l, char c)
{
	skip_blanks(l);
	if (l->at >= l->len || l->bytes[l->at] != c)
		return false;
	l->at++;
	return true;
}

/* Behind an opening quote: to the place behind the closing one. */
static bool skip_string(struct line *l)
{
	while ((l->at = next_mark(l->bytes, l->len, l->at)) < l->len) {
		if (l->bytes[l->at] == '"') {
			l->at++;
			return true;
		}
		if (l->bytes[l->at] != '\\' || l->at + 1 >= l->len)
			return false;
		l->at += 2;
	}
	return false;
}

/* Any value: brackets are counted, strings passed over. */
static bool skip_value(struct line *l)
{
	size_t depth = 0;
	for (skip_blanks(l); l->at < l->len; l->at++) {
		char c = l->bytes[l->at];
		if (c == '"') {
			l->at++;
			if (!skip_string(l))
				return false;
			l->at--;
		} else if (c == '{' || c == '[') {
			depth++;
		} else if (c == '}' || c == ']' || c == ',') {
			if (!depth)
				return true;
			depth -= c != ',';
		}
	}
	return false;
}

static bool hex4(const char *bytes, uint32_t *value)
{
	*value = 0;
	for (int i = 0; i < 4; i++) {
		char c = bytes[i];
		int digit = c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
		if (digit < 0)
			return false;
		*value = *value << 4 | (uint32_t)digit;
	}
	return true;
}

/* The escape at a backslash, written out; its length in the line, 0 if it is none. */
static size_t unescape(const char *at, size_t left, char *out, size_t *size)
{
	static const char letters[] = "\"\"\\\\//b\bf\fn\nr\rt\t";
	uint32_t point, low;
	if (left < 2)
		return 0;
	for (size_t i = 0; i + 1 < sizeof letters; i += 2)
		if (letters[i] == at[1]) {
			*out = letters[i + 1];
			*size = 1;
			return 2;
		}
	if (at[1] != 'u' || left < 6 || !hex4(at + 2, &point) || (point >= 0xDC00 && point <= 0xDFFF))
		return 0;
	if (point < 0xD800 || point > 0xDBFF) {
		*size = accord_utf8_encode(point, out);
		return 6;
	}
	if (left < 12 || at[6] != '\\' || at[7] != 'u' || !hex4(at + 8, &low) || low < 0xDC00 || low > 0xDFFF)
		return 0;
	*size = accord_utf8_encode(0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00), out);
	return 12;
}

/* The string between two quotes as what it says; false if it is broken. It never grows. */
static bool decode(accord_arena *arena, const char *bytes, size_t len, accord_slice *value)
{
	char *out = accord_arena_alloc(arena, len + 4);
	size_t n = 0, size;
	for (size_t at = 0, run = 0; out; run = at) {
		at = next_mark(bytes, len, at);
		memcpy(out + n, bytes + run, at - run);
		n += at - run;
		if (at >= len) {
			out[n] = '\0';
			*value = (accord_slice){out, n};
			return accord_utf8_valid(out, n);
		}
		size_t taken = bytes[at] == '\\' ? unescape(bytes + at, len - at, out + n, &size) : 0;
		if (!taken)
			return false;
		n += size;
		at += taken;
	}
	return false;
}

struct rest {
	char *bytes;
	size_t len;
};

static void append(struct rest *rest, const char *bytes, size_t len)
{
	memcpy(rest->bytes + rest->len, bytes, len);
	rest->len += len;
}

/* One member; `copied` is where the rest stands so far in the line. */
static bool read_member(struct line *l, accord_arena *arena, struct long_strings *taken, bool seen[LONG_STRINGS],
                        struct rest *rest, size_t *copied)
{
	if (!take(l, '"'))
		return false;
	size_t key = l->at;
	if (!skip_string(l) || memchr(l->bytes + key, '\\', l->at - key))
		return false;
	size_t which = long_string_of(l->bytes + key, l->at - 1 - key);
	if (!take(l, ':'))
		return false;
	if (which == LONG_STRINGS)
		return skip_value(l);
	if (seen[which])
		return false;
	seen[which] = true;
	skip_blanks(l);
	if (l->at >= l->len || l->bytes[l->at] != '"')
		return skip_value(l);
	size_t start = ++l->at;
	if (!skip_string(l))
		return false;
	size_t end = l->at - 1;
	if (end - start < LONG)
		return true;
	append(rest, l->bytes + *copied, start - *copied);
	*copied = end;
	return decode(arena, l->bytes + start, end - start, &taken->values[which]);
}

bool take_long_strings(accord_arena *arena, const char *line, size_t len, struct long_strings *taken)
{
	struct line l = {line, len, 0};
	struct rest rest = {accord_arena_alloc(arena, len + 1), 0};
	bool seen[LONG_STRINGS] = {false};
	size_t copied = 0;
	memset(taken, 0, sizeof *taken);
	if (!rest.bytes || len < LONG || !take(&l, '{'))
		return false;
	do {
		if (!read_member(&l, arena, taken, seen, &rest, &copied))
			return false;
	} while (take(&l, ','));
	if (!take(&l, '}'))
		return false;
	append(&rest, line + copied, len - copied);
	taken->rest = (accord_slice){rest.bytes, rest.len};
	return true;
}
