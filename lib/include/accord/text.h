/**
 * @file text.h
 * UTF-8 slices and what is done with them: decode, fold, normalise, judge. All offsets and lengths are bytes.
 */
#ifndef ACCORD_TEXT_H
#define ACCORD_TEXT_H

#include <accord/arena.h>
#include <accord/error.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/** Bytes that somebody else owns; not NUL-terminated. "Unknown" is data == NULL. */
typedef struct accord_slice {
	const char *data;
	size_t len;
} accord_slice;

/** The slice of a string literal or NUL-terminated string; NULL gives the unknown slice. Inline, so that the length of a
 *  literal costs nothing. */
static inline accord_slice accord_slice_of(const char *text)
{
	return text ? (accord_slice){text, strlen(text)} : (accord_slice){NULL, 0};
}

static inline bool accord_slice_equal(accord_slice a, accord_slice b)
{
	if (!a.data || !b.data)
		return !a.data && !b.data;
	return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

/** Equal to a NUL-terminated string. Of a list of words most are told by the first byte, so those are not measured. */
static inline bool accord_slice_is(accord_slice slice, const char *text)
{
	if (!slice.data || !text || __builtin_constant_p(strlen(text)))
		return accord_slice_equal(slice, accord_slice_of(text));
	for (size_t i = 0; i < slice.len; i++)
		if (!text[i] || text[i] != slice.data[i])
			return false;
	return !text[slice.len];
}

/** Without white space (Unicode's, no-break spaces included) at both ends. */
accord_slice accord_slice_trim(accord_slice slice);
/** A copy in the arena, NUL-terminated behind its end; the unknown slice stays unknown. */
accord_slice accord_slice_copy(accord_arena *arena, accord_slice slice);

#define ACCORD_REPLACEMENT 0xFFFDu

/**
 * Decode the code point at `at` (`at < len`).
 *
 * @param[out] size  bytes it takes, at least 1
 * @return the code point; ACCORD_REPLACEMENT for a byte that is no UTF-8 (RFC 3629: no surrogates, no overlong forms)
 */
uint32_t accord_utf8_decode(const char *bytes, size_t len, size_t at, size_t *size);
/** Encode into `out` (room for 4 bytes); returns the length, 3 for what is no code point (as U+FFFD). */
size_t accord_utf8_encode(uint32_t code_point, char out[4]);
/** Whether all bytes are well-formed UTF-8. */
bool accord_utf8_valid(const char *bytes, size_t len);
/** Code points in a slice. */
size_t accord_utf8_count(const char *bytes, size_t len);
/** Columns a terminal needs (utf8proc's widths). */
size_t accord_utf8_width(const char *bytes, size_t len);

/**
 * Well-formed UTF-8 in NFC without control characters (tab and newline stay), from bytes that should be UTF-8: broken
 * bytes become U+FFFD, bidi controls, BOMs and zero-width spaces go; soft hyphens go.
 */
accord_status accord_text_normalize(accord_arena *arena, const char *bytes, size_t len, accord_slice *out);

/** Lower-cased (simple case folding by code point, ß kept), same NFC. ASCII is done without a table. */
accord_slice accord_text_fold(accord_arena *arena, accord_slice text);
/** Folded, and diacritics taken off (ü → u, é → e): for tolerant look-ups, never for display. */
accord_slice accord_text_fold_loose(accord_arena *arena, accord_slice text);

bool accord_is_letter(uint32_t code_point);
bool accord_is_upper(uint32_t code_point);
bool accord_is_lower(uint32_t code_point);
bool accord_is_digit(uint32_t code_point);
bool accord_is_space(uint32_t code_point);

/**
 * The bytes of a page or feed as UTF-8, in the WHATWG order: BOM, HTTP header, what the document declares, detection
 * (uchardet), windows-1252. A declaration that the bytes contradict (declared UTF-8 that is none; declared Latin-1 that is
 * valid UTF-8 beyond ASCII) loses.
 *
 * @param content_type  the header as the server sent it, or NULL
 * @param declared      the encoding that a meta element or XML declaration names, or the unknown slice
 * @param[out] utf8     in the arena, or the input itself when it was clean UTF-8 already
 * @param[out] charset  the WHATWG name of the encoding that was used, a static string
 */
accord_status accord_charset_decode(accord_arena *arena, const char *bytes, size_t len, const char *content_type,
                                    accord_slice declared, accord_slice *utf8, const char **charset,
                                    accord_error *err);

/**
 * The language of a text.
 *
 * @param text  UTF-8; a few kilobytes of it are looked at
 * @param hint  what the page declares ("de-AT"), or the unknown slice; decides only where the text is short or undecided
 * @return ISO 639-1 ("de"), a static string; "" when it cannot be told
 */
const char *accord_language_detect(accord_slice text, accord_slice hint);

#endif
