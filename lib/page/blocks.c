/*
 * What a block looks like without knowing where it stands: words, function words ("und", "che", "the"),
 * commas, whether it ends as sentences do. Prose has a third of function words in every language here; menus
 * and teaser lists hardly any.
 */
#include "blocks.h"

#include <string.h>

/* The commonest words of German, Italian, English, and of the neighbours a page may be in; up to seven bytes.
 */
static const char function_words[][8] = {
	"der",    "die",    "das",    "den",    "dem",    "des",    "und",   "ein",    "eine",  "einer",
	"einen",  "einem",  "eines",  "ist",    "sind",   "war",    "waren", "hat",    "haben", "hatte",
	"wird",   "werden", "wurde",  "wurden", "nicht",  "auch",   "sich",  "mit",    "von",   "vom",
	"auf",    "für",    "im",     "am",     "zu",     "zum",    "zur",   "bei",    "beim",  "nach",
	"aus",    "aber",   "als",    "wie",    "dass",   "daß",    "sie",   "er",     "es",    "wir",
	"ich",    "man",    "oder",   "noch",   "nur",    "über",   "um",    "an",     "in",    "wenn",
	"durch",  "bis",    "vor",    "so",     "kann",   "können", "soll",  "sein",   "seine", "ihre",
	"dieser", "diese",  "dieses", "mehr",   "was",    "schon",  "sei",   "ihr",    "ihm",   "uns",
	"doch",   "dann",   "unter",  "gegen",  "weil",   "damit",  "zwei",  "habe",   "muss",  "il",
	"lo",     "la",     "i",      "gli",    "le",     "di",     "del",   "dello",  "della", "dei",
	"degli",  "delle",  "da",     "dal",    "dalla",  "dai",    "nel",   "nella",  "nei",   "nelle",
	"con",    "su",     "sul",    "sulla",  "per",    "tra",    "fra",   "e",      "ed",    "o",
	"ma",     "che",    "chi",    "cui",    "non",    "un",     "uno",   "una",    "è",     "sono",
	"ha",     "hanno",  "era",    "stato",  "stata",  "come",   "si",    "più",    "al",    "alla",
	"ai",     "alle",   "anche",  "questo", "questa", "se",     "ci",    "suo",    "sua",   "dopo",
	"quando", "essere", "perché", "dell",   "all",    "nell",   "l",     "quello", "loro",  "poi",
	"ancora", "tutti",  "due",    "molto",  "the",    "of",     "and",   "to",     "a",     "is",
	"are",    "was",    "were",   "be",     "been",   "that",   "this",  "these",  "it",    "its",
	"for",    "on",     "with",   "as",     "by",     "at",     "from",  "or",     "an",    "have",
	"has",    "had",    "will",   "would",  "but",    "not",    "they",  "their",  "he",    "his",
	"she",    "her",    "we",     "our",    "you",    "your",   "which", "who",    "what",  "when",
	"where",  "there",  "than",   "into",   "about",  "up",     "out",   "if",     "can",   "could",
	"after",  "said",   "says",   "more",   "no",     "one",    "all",   "also",   "some",  "other",
	"over",   "my",     "do",     "just",   "me",     "so",     "how",   "them",   "les",   "et",
	"est",    "pour",   "dans",   "que",    "qui",    "sur",    "pas",   "au",     "aux",   "ce",
	"par",    "plus",   "ne",     "avec",   "el",     "los",    "las",   "en",     "y",     "del",
	"para",   "por",    "het",    "van",    "een",    "dat",    "niet",  "zijn",   "met",   "voor",
	"op",     "te",     "os",     "um",     "uma",    "não",    "mais",  "como",   "à",     "às",
	"na",     "w",      "z",      "się",    "nie",    "jest",   "och",   "att",    "som",   "av",
	"på",     "och",    "det",    "og",     "til",
};

#define SLOTS 1024

struct function_table {
	uint64_t slots[SLOTS];
};

static uint64_t pack_word(const char *word, size_t len)
{
	uint64_t packed = 0;
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)word[i];
		packed = packed << 8 | (c >= 'A' && c <= 'Z' ? c + 32u : c);
	}
	return packed;
}

static size_t slot_of(uint64_t packed)
{
	return (size_t)((packed * 0x9E3779B97F4A7C15ull) >> 54);
}

static void fill_table(struct function_table *table)
{
	memset(table, 0, sizeof *table);
	for (size_t i = 0; i < sizeof function_words / sizeof *function_words; i++) {
		uint64_t packed =
			pack_word(function_words[i], strnlen(function_words[i], sizeof *function_words));
		size_t slot = slot_of(packed);
		while (table->slots[slot] && table->slots[slot] != packed)
			slot = (slot + 1) % SLOTS;
		table->slots[slot] = packed;
	}
}

static bool is_function_word(const struct function_table *table, const char *word, size_t len)
{
	if (len > 7)
		return false;
	uint64_t packed = pack_word(word, len);
	for (size_t slot = slot_of(packed); table->slots[slot]; slot = (slot + 1) % SLOTS)
		if (table->slots[slot] == packed)
			return true;
	return false;
}

/* Letters and digits, and all bytes beyond ASCII but the punctuation of U+2000..U+203F and « ». */
static size_t word_byte(const unsigned char *at, const unsigned char *end)
{
	if ((*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') || (*at >= '0' && *at <= '9'))
		return 1;
	if (*at < 0x80)
		return 0;
	if (*at == 0xE2 && end - at > 2 && (at[1] == 0x80 || at[1] == 0x81))
		return 0;
	if (*at == 0xC2)
		return 0;
	return 1;
}

static bool ends_as_sentence(const char *text, size_t len)
{
	/* Quotes and brackets behind the mark do not count. */
	while (len) {
		unsigned char c = (unsigned char)text[len - 1];
		if (c == '"' || c == '\'' || c == ')' || c == ']' || c == ' ') {
			len--;
		} else if (len >= 3 && !memcmp(text + len - 3, "\xE2\x80", 2) && c != 0xA6) {
			len -= 3;
		} else if (len >= 2 && !memcmp(text + len - 2, "\xC2\xBB", 2)) {
			len -= 2;
		} else if (len >= 2 && !memcmp(text + len - 2, "\xC2\xAB", 2)) {
			len -= 2;
		} else {
			static const char *const marks[] = {"\xE2\x80\xA6", "。", "！", "？", "؟", "۔", "।"};
			bool marked = c == '.' || c == '!' || c == '?' || c == ':';
			for (size_t i = 0; i < sizeof marks / sizeof *marks && !marked; i++) {
				size_t n = strlen(marks[i]);
				marked = len >= n && !memcmp(text + len - n, marks[i], n);
			}
			return marked;
		}
	}
	return false;
}

static void count_words(const struct function_table *table, const char *text, size_t len,
			struct page_block *block)
{
	const unsigned char *at = (const unsigned char *)text, *end = at + len;
	unsigned words = 0, functions = 0, commas = 0, foreign = 0, ideographs = 0;
	while (at < end) {
		const unsigned char *from = at;
		for (; at < end && word_byte(at, end); at++) {
			foreign += *at >= 0xCE && *at <= 0xED && *at != 0xE2;
			ideographs += *at >= 0xE3 && *at <= 0xED;
		}
		if (at > from) {
			words++;
			functions += is_function_word(table, (const char *)from, (size_t)(at - from));
			continue;
		}
		commas += *at == ',';
		at++;
	}
	/* Scripts without blanks have two characters to a word; of others than Latin the function words are
	 * not known. */
	words += ideographs / 2;
	if (foreign * 6 > len)
		functions = words / 3;
	block->words = (uint16_t)(words > UINT16_MAX ? UINT16_MAX : words);
	block->function_words = (uint16_t)(functions > UINT16_MAX ? UINT16_MAX : functions);
	block->commas = (uint16_t)(commas > UINT16_MAX ? UINT16_MAX : commas);
}

/* Bytes of prose; a block of a sentence or more, not made of links, with function words in it. */
static uint32_t prose_mass(const struct page_block *block, size_t len)
{
	if (block->words < 8 || block->link_bytes * 2 > len)
		return 0;
	bool dense = block->function_words * 5 >= block->words;
	if (!dense && !(block->words >= 20 && block->sentence && block->commas))
		return 0;
	if (!block->sentence && block->words < 15)
		return 0;
	return (uint32_t)(len - block->link_bytes);
}

void page_blocks_judge(struct page_tree *tree)
{
	struct function_table table;
	fill_table(&table);
	for (size_t i = 0; i < tree->block_count; i++) {
		struct page_block *block = &tree->blocks[i];
		accord_slice text = page_block_text(tree, block);
		count_words(&table, text.data, text.len, block);
		block->sentence = ends_as_sentence(text.data, text.len);
		block->mass = prose_mass(block, text.len);
	}
}
