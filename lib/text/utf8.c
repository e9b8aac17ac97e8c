/*
 * UTF-8 as RFC 3629 has it, and slices. Runs of ASCII are passed eight bytes at a time: a word whose bytes
 * all have the top bit clear needs no further look.
 */
#include <accord/text.h>

#include "ascii.h"

#include <string.h>
#include <utf8proc.h>

accord_slice accord_slice_trim(accord_slice slice)
{
	size_t start = 0, end = slice.len, size;
	while (start < end && accord_is_space(accord_utf8_decode(slice.data, end, start, &size)))
		start += size;
	while (end > start) {
		size_t at = end - 1;
		while (at > start && end - at < 4 && ((unsigned char)slice.data[at] & 0xC0) == 0x80)
			at--;
		uint32_t point = accord_utf8_decode(slice.data, end, at, &size);
		if (at + size != end || !accord_is_space(point))
			break;
		end = at;
	}
	return slice.data ? (accord_slice){slice.data + start, end - start} : slice;
}

accord_slice accord_slice_copy(accord_arena *arena, accord_slice slice)
{
	if (!slice.data)
		return slice;
	char *copy = accord_arena_copy(arena, slice.data, slice.len);
	return (accord_slice){copy, copy ? slice.len : 0};
}

/* The length of the well-formed sequence at `p`, 0 if there is none. */
static size_t sequence(const unsigned char *p, size_t left)
{
	unsigned char first = p[0];
	if (first < 0x80)
		return 1;
	if (first < 0xC2 || first > 0xF4)
		return 0;
	if (left < 2)
		return 0;
	if (first < 0xE0)
		return (p[1] & 0xC0) == 0x80 ? 2 : 0;
	unsigned char low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
	unsigned char high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
	if (p[1] < low || p[1] > high || left < 3 || (p[2] & 0xC0) != 0x80)
		return 0;
	if (first < 0xF0)
		return 3;
	return left >= 4 && (p[3] & 0xC0) == 0x80 ? 4 : 0;
}

uint32_t accord_utf8_decode(const char *bytes, size_t len, size_t at, size_t *size)
{
	const unsigned char *p = (const unsigned char *)bytes + at;
	size_t n = sequence(p, len - at);
	*size = n ? n : 1;
	switch (n) {
	case 1:
		return p[0];
	case 2:
		return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
	case 3:
		return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
	case 4:
		return (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
	default:
		return ACCORD_REPLACEMENT;
	}
}

size_t accord_utf8_encode(uint32_t point, char out[4])
{
	if (point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
		point = ACCORD_REPLACEMENT;
	if (point < 0x80) {
		out[0] = (char)point;
		return 1;
	}
	size_t size = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
	for (size_t i = size - 1; i > 0; i--) {
		out[i] = (char)(0x80 | (point & 0x3F));
		point >>= 6;
	}
	static const unsigned char marks[] = {0, 0, 0xC0, 0xE0, 0xF0};
	out[0] = (char)(marks[size] | point);
	return size;
}

bool accord_utf8_valid(const char *bytes, size_t len)
{
	size_t at = 0;
	while ((at = ascii_run(bytes, len, at)) < len) {
		size_t n = sequence((const unsigned char *)bytes + at, len - at);
		if (!n)
			return false;
		at += n;
	}
	return true;
}

/* A byte counts unless its two top bits are 10; eight at a time, their marks are summed by the
 * multiplication. */
size_t accord_utf8_count(const char *bytes, size_t len)
{
	size_t count = 0, at = 0;
	for (; at + 8 <= len; at += 8) {
		uint64_t word = ascii_word(bytes + at);
		uint64_t continuation = (word >> 7) & (~word >> 6) & ASCII_ONES;
		count += 8 - (size_t)((continuation * ASCII_ONES) >> 56);
	}
	for (; at < len; at++)
		count += ((unsigned char)bytes[at] & 0xC0) != 0x80;
	return count;
}

size_t accord_utf8_width(const char *bytes, size_t len)
{
	size_t width = 0, size;
	for (size_t at = 0; at < len; at += size) {
		int columns = utf8proc_charwidth((utf8proc_int32_t)accord_utf8_decode(bytes, len, at, &size));
		width += columns > 0 ? (size_t)columns : 0;
	}
	return width;
}

static bool ascii_letter(uint32_t point)
{
	return (point | 0x20) >= 'a' && (point | 0x20) <= 'z';
}

bool accord_is_letter(uint32_t point)
{
	if (point < 0x80)
		return ascii_letter(point);
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)point);
	return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool accord_is_upper(uint32_t point)
{
	if (point < 0x80)
		return point >= 'A' && point <= 'Z';
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)point);
	return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool accord_is_lower(uint32_t point)
{
	if (point < 0x80)
		return point >= 'a' && point <= 'z';
	return utf8proc_category((utf8proc_int32_t)point) == UTF8PROC_CATEGORY_LL;
}

bool accord_is_digit(uint32_t point)
{
	return point >= '0' && point <= '9';
}

bool accord_is_space(uint32_t point)
{
	if (point < 0x80)
		return point == ' ' || (point >= '\t' && point <= '\r');
	return point == 0x85 || point == 0xA0 || point == 0x1680 || (point >= 0x2000 && point <= 0x200A) ||
	       point == 0x2028 || point == 0x2029 || point == 0x202F || point == 0x205F || point == 0x3000;
}
