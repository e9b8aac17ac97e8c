/* Eight bytes as one word, for the loops of this module that must run at the speed of memory. */
#ifndef ACCORD_TEXT_ASCII_H
#define ACCORD_TEXT_ASCII_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define ASCII_ONES 0x0101010101010101u
#define ASCII_TOPS 0x8080808080808080u

static inline uint64_t ascii_word(const char *bytes)
{
	uint64_t word;
	memcpy(&word, bytes, sizeof word);
	return word;
}

/* Top bit of each byte that is below `n` (1 to 128), for bytes below 128; other bytes must be looked at
 * apart. */
static inline uint64_t ascii_below(uint64_t word, unsigned n)
{
	return ~(word + (128 - (uint64_t)n) * ASCII_ONES) & ASCII_TOPS & ~word;
}

/* Where the run of ASCII that begins at `at` ends. */
static inline size_t ascii_run(const char *bytes, size_t len, size_t at)
{
	while (at + 16 <= len && !((ascii_word(bytes + at) | ascii_word(bytes + at + 8)) & ASCII_TOPS))
		at += 16;
	while (at < len && (unsigned char)bytes[at] < 0x80)
		at++;
	return at;
}

#endif
