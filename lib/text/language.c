/*
 * The language of a text, by a vote of function words: in running prose every second or third word is one, they differ
 * between languages that share letters, and headlines in capitals or company names do not disturb them. "la", which is
 * Italian, French, Spanish and Catalan, gives each of them less than "della", which is Italian alone: a word that stands
 * in n lists counts 12 / n for each.
 *
 * Where the vote does not decide (short texts, languages without a list) libexttextcat is asked, which compares frequencies
 * of letter groups (Cavnar and Trenkle 1994). It is the second voice because of the two it is the slower and, on text
 * full of names and figures, the weaker. Scripts other than Latin are told by their letters.
 */
#include <accord/hash_map.h>
#include <accord/text.h>

#include "language_words.h"

#include <libexttextcat/textcat.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LANGUAGES (sizeof function_words / sizeof *function_words)
#define LETTERS_SEEN 2048
#define FULL_VOTE 12u
#define LONGEST_WORD 15

static pthread_once_t built = PTHREAD_ONCE_INIT;
static accord_hash_map *words; /* word to a bit for each language; not changed once built */

static void build_words(void)
{
	accord_hash_map *map = accord_hash_map_new();
	for (size_t i = 0; map && i < LANGUAGES; i++) {
		const char *at = function_words[i].words;
		while (*at) {
			size_t len = strcspn(at, " ");
			uint32_t bits = accord_hash_map_get(map, at, len, 0);
			accord_hash_map_set(map, at, len, bits | 1u << i);
			at += len + (at[len] == ' ');
		}
	}
	words = map;
}
