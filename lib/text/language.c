/*
 * The language of a text, by a vote of function words: in running prose every second or third word is one,
 * they differ between languages that share letters, and headlines in capitals or company names do not disturb
 * them. "la", which is Italian, French, Spanish and Catalan, gives each of them less than "della", which is
 * Italian alone: a word that stands in n lists counts 60 / n for each.
 *
 * Where the vote does not decide (short texts, languages without a list) the language that the page declares
 * is believed if the words do not speak against it; then libexttextcat is asked, which compares frequencies
 * of letter groups (Cavnar and Trenkle 1994). Scripts other than Latin are told by their letters.
 */
#include <accord/hash_map.h>
#include <accord/text.h>

#include "language_guess.h"
#include "language_words.h"

#include <pthread.h>
#include <string.h>
#include <utf8proc.h>

#define LANGUAGES (sizeof function_words / sizeof *function_words)
#define LETTERS_SEEN 2048
#define FULL_VOTE 60u
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

/* Other scripts, and the language that is likeliest in them. Kana stand before Han, which Japanese uses too.
 */
static const struct script {
	uint32_t first, last;
	const char *language;
} scripts[] = {{0x370, 0x3FF, "el"},  {0x400, 0x52F, "ru"},   {0x531, 0x58F, "hy"},   {0x590, 0x5FF, "he"},
	       {0x600, 0x6FF, "ar"},  {0x900, 0x97F, "hi"},   {0x980, 0x9FF, "bn"},   {0xB80, 0xBFF, "ta"},
	       {0xE00, 0xE7F, "th"},  {0x10A0, 0x10FF, "ka"}, {0x3040, 0x30FF, "ja"}, {0x4E00, 0x9FFF, "zh"},
	       {0xAC00, 0xD7A3, "ko"}};

#define SCRIPTS (sizeof scripts / sizeof *scripts)

typedef struct tally {
	unsigned scores[LANGUAGES];
	unsigned words, letters;
	unsigned in_script[SCRIPTS], ukrainian;
	size_t seen; /* bytes */
} tally;

static void count_foreign(tally *ballot, uint32_t point)
{
	for (size_t i = 0; i < SCRIPTS; i++)
		ballot->in_script[i] += point >= scripts[i].first && point <= scripts[i].last;
	ballot->ukrainian += point == 0x454 || point == 0x456 || point == 0x457 || point == 0x491;
}

static void vote(tally *ballot, const char *word, size_t len)
{
	ballot->words++;
	uint32_t bits = accord_hash_map_get(words, word, len, 0);
	if (!bits)
		return;
	unsigned share = FULL_VOTE / (unsigned)__builtin_popcount(bits);
	for (size_t i = 0; i < LANGUAGES; i++)
		ballot->scores[i] += bits >> i & 1 ? share : 0;
}

/* Words are runs of letters; those longer than any function word only count. */
static void read_words(tally *ballot, accord_slice text)
{
	char word[LONGEST_WORD + 4];
	size_t len = 0, at = 0, size;
	bool inside = false;
	while (at < text.len && ballot->letters < LETTERS_SEEN) {
		uint32_t point = accord_utf8_decode(text.data, text.len, at, &size);
		at += size;
		if (accord_is_letter(point)) {
			inside = true;
			ballot->letters++;
			if (point >= 0x370 && point < 0x1E00)
				count_foreign(ballot, point);
			else if (point >= 0x3040)
				count_foreign(ballot, point);
			if (len < LONGEST_WORD)
				len += accord_utf8_encode(
					point < 0x80 ? point | 0x20
						     : (uint32_t)utf8proc_tolower((utf8proc_int32_t)point),
					word + len);
		} else if (inside) {
			vote(ballot, word, len);
			len = 0;
			inside = false;
		}
	}
	if (inside)
		vote(ballot, word, len);
	ballot->seen = at;
}

static const char *by_script(const tally *ballot)
{
	for (size_t i = 0; i < SCRIPTS; i++) {
		bool kana = scripts[i].first == 0x3040;
		if (ballot->in_script[i] * (kana ? 10 : 2) > ballot->letters)
			return scripts[i].first == 0x400 && ballot->ukrainian * 50 > ballot->letters
				       ? "uk"
				       : scripts[i].language;
	}
	return NULL;
}

/* The index of the language that a tag like "de-AT" names; LANGUAGES if it has no list of words. */
static size_t listed(accord_slice hint)
{
	size_t i = 0;
	if (hint.len < 2 || (hint.len > 2 && hint.data[2] != '-' && hint.data[2] != '_'))
		return LANGUAGES;
	char code[3] = {(char)(hint.data[0] | 0x20), (char)(hint.data[1] | 0x20), 0};
	if (!strcmp(code, "no"))
		code[1] = 'b', code[0] = 'n';
	while (i < LANGUAGES && strcmp(function_words[i].language, code) != 0)
		i++;
	return i;
}

/* Twelve votes in a hundred words, and a quarter more than the next: a tie of cousins (da, nb) is no
 * decision. */
static bool decided(const tally *ballot, size_t best, size_t second)
{
	unsigned won = ballot->scores[best];
	return won >= 3 * FULL_VOTE && won * 100 >= ballot->words * FULL_VOTE * 12 &&
	       won * 4 >= ballot->scores[second] * 5;
}

const char *accord_language_detect(accord_slice text, accord_slice hint)
{
	pthread_once(&built, build_words);
	tally ballot = {0};
	if (!words)
		return "";
	read_words(&ballot, text);
	const char *script = by_script(&ballot);
	if (script)
		return script;
	size_t best = 0, second = 1;
	if (ballot.scores[1] > ballot.scores[0])
		best = 1, second = 0;
	for (size_t i = 2; i < LANGUAGES; i++) {
		if (ballot.scores[i] > ballot.scores[best])
			second = best, best = i;
		else if (ballot.scores[i] > ballot.scores[second])
			second = i;
	}
	if (decided(&ballot, best, second))
		return function_words[best].language;
	size_t declared = listed(hint);
	bool few = ballot.scores[best] < 3 * FULL_VOTE;
	if (declared < LANGUAGES && (few || ballot.scores[declared] * 3 >= ballot.scores[best]))
		return function_words[declared].language;
	const char *guessed = text_guess_language((accord_slice){text.data, ballot.seen});
	if (*guessed)
		return guessed;
	return ballot.scores[best] > ballot.scores[second] ? function_words[best].language : "";
}
