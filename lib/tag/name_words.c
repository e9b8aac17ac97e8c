/*
 * What the search for names notes about each word: its shape, its hints, whether the dictionary knows it.
 * What a capital says depends on the place: much inside an Italian or English sentence, little at its start
 * or in a headline, nothing in German, where the dictionary must tell nouns from names.
 */
#include "names.h"

#include <string.h>

/* ---- notes
 * ----------------------------------------------------------------------------------------------------- */

/* Whether a word is one that headlines in title case leave small. */
static bool small_in_titles(accord_slice word)
{
	static const char *const words[] = {"from", "with", "over", "into", "than", "upon", "amid", "after", "that"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (accord_slice_is(word, words[i]))
			return true;
	return false;
}

/* Headlines in title case and sentences in capitals: their capitals say nothing. "Kikoff raised money from Core Innovation Capital." is
 * neither: its verb is small, and it ends as sentences do. */
static uint8_t sentence_shape(const accord_tokens *tokens, accord_slice text, size_t first, size_t end)
{
	size_t words = 0, capitals = 0, upper = 0;
	const accord_token *last = &tokens->items[end - 1];
	bool ends = end - first > 4 && last->end - last->start == 1 && text.data[last->start] == '.';
	for (size_t i = first; i < end; i++) {
		const accord_token *t = &tokens->items[i];
		if (t->kind != ACCORD_TOKEN_WORD || t->letters < 4)
			continue;
		words++;
		if (ends && !(t->flags & ACCORD_TOKEN_CAPITAL) &&
		    !small_in_titles((accord_slice){text.data + t->start, t->end - t->start}))
			return 0;
		capitals += (t->flags & ACCORD_TOKEN_CAPITAL) != 0;
		upper += (t->flags & ACCORD_TOKEN_UPPER) != 0;
	}
	if (words >= 3 && upper * 10 >= words * 9)
		return SHAPE_SHOUT | SHAPE_BARE;
	return words >= 3 && capitals * 5 >= words * 4 ? SHAPE_BARE : 0;
}

uint16_t classes_of(const struct accord_gazetteer *g, uint32_t word, int language)
{
	uint32_t node = word ? g->trie.words[word].child : 0;
	uint16_t classes = 0;
	for (uint32_t n = node ? g->trie.nodes[node] : NO_NAME; n != NO_NAME; n = g->names[n].next)
		if (!(g->names[n].flags & NAME_LANGUAGES) || (g->names[n].flags & (NAME_DE << language)))
			classes |= (uint16_t)(1u << g->names[n].name_class);
	if (word && g->trie.words[word].begins_form)
		classes |= 1u << NAME_LEGAL_FORM;
	return classes;
}

/* A0EPM0, 3GPP2X: digits between letters. */
static bool serial_number(accord_slice text)
{
	bool letter = false, digit = false;
	for (size_t i = 0; i < text.len; i++) {
		bool is_digit = text.data[i] >= '0' && text.data[i] <= '9';
		if (!is_digit && digit && letter)
			return true;
		digit |= is_digit && letter;
		letter |= !is_digit;
	}
	return false;
}

/* 29enne, 29-year-olds, 3jährige: a figure and an ending, no capital. */
static bool figure_with_ending(accord_slice text)
{
	size_t at = 0;
	while (at < text.len && text.data[at] >= '0' && text.data[at] <= '9')
		at++;
	if (!at || at > 3 || text.len < at + 4)
		return false;
	for (; at < text.len; at++)
		if ((text.data[at] >= 'A' && text.data[at] <= 'Z') || (text.data[at] >= '0' && text.data[at] <= '9'))
			return false;
	return true;
}

/* Whether a word with the shape of one may be in a name, whatever its neighbours are. */
static bool like_name(const accord_token *t, const struct note *note, accord_slice text)
{
	if (note->hints & HINT_NEVER)
		return false;
	if (text.len > 60 ||
	    (text.len > 7 && (!memcmp(text.data, "http", 4) || !memcmp(text.data, "www.", 4))))
		return false;
	if ((t->flags & ACCORD_TOKEN_MIXED) && text.data[0] >= '0' && text.data[0] <= '9' && t->letters < 3 &&
	    text.data[text.len - 1] != 'M')
		return false; /* 5G, 4K */
	if ((note->shape & SHAPE_MIXED) && (serial_number(text) || figure_with_ending(text)))
		return false;
	return t->letters > 1 || (t->flags & ACCORD_TOKEN_ABBREVIATION);
}

/* The note on a token; `sentence` is the shape of its sentence, `first` whether its capital is that of the place. */
static struct note note_on(const accord_token *t, const struct token_word *w, accord_slice text, uint8_t sentence, bool first, bool german)
{
	struct note note = {.hints = w->hints, .classes = w->classes};
	if (t->kind != ACCORD_TOKEN_WORD)
		return note;
	note.shape = sentence;
	if (first || (german && !(t->flags & ACCORD_TOKEN_MIXED)))
		note.shape |= SHAPE_BARE;
	if (t->flags & ACCORD_TOKEN_MIXED)
		note.shape |= SHAPE_MIXED;
	if (t->flags & (ACCORD_TOKEN_CAPITAL | ACCORD_TOKEN_MIXED) && !(sentence & SHAPE_SHOUT))
		note.shape |= like_name(t, &note, text) ? SHAPE_NAME | SHAPE_LIKE : SHAPE_NAME;
	return note;
}

/* Whether the capital behind a sign is that of the place: behind a colon, and behind what opens, where no blank follows. */
static bool sign_opens(accord_slice sign, bool glued)
{
	if (sign.data[0] == ':' && sign.len == 1)
		return true;
	bool hyphen = sign.data[0] == '-' && sign.len == 1;
	return glued && !hyphen && (strchr("\"':(-", sign.data[0]) || (unsigned char)sign.data[0] >= 0x80);
}

static void annotate_sentence(struct finder *f, int field, size_t begin, size_t end)
{
	const struct field *in = &f->a->fields[field];
	const accord_token *tokens = in->tokens.items;
	const char *bytes = in->text.data;
	struct token_word *const *words = in->words;
	struct note *notes = f->notes[field];
	const struct token_words numbers = f->words[field];
	const bool german = f->language == 0;
	uint8_t shape = sentence_shape(&in->tokens, in->text, begin, end);
	bool first = true; /* up to the first word, signs aside, and behind a colon or an opening quote */
	for (size_t i = begin; i < end; i++) {
		const accord_token *t = &tokens[i];
		const struct token_word *w = words[i];
		const accord_slice text = {bytes + t->start, t->end - t->start};
		numbers.word[i] = w->name;
		numbers.stem[i] = w->stem;
		numbers.base[i] = w->base;
		notes[i] = note_on(t, w, text, shape, first, german);
		if (t->kind != ACCORD_TOKEN_PUNCT)
			first = false;
		else
			first = first || sign_opens(text, i + 1 < end && !(tokens[i + 1].flags & ACCORD_TOKEN_SPACE));
	}
}

bool annotate_field(struct finder *f, int field)
{
	const accord_tokens *tokens = &f->a->fields[field].tokens;
	f->notes[field] = accord_arena_alloc(f->a->arena, (tokens->count + 1) * sizeof **f->notes);
	f->words[field].word = accord_arena_alloc(f->a->arena, (tokens->count + 1) * sizeof(uint32_t));
	f->words[field].stem = accord_arena_alloc(f->a->arena, (tokens->count + 1) * sizeof(uint32_t));
	f->words[field].base = accord_arena_alloc(f->a->arena, (tokens->count + 1) * sizeof(uint32_t));
	if (!f->notes[field] || !f->words[field].word || !f->words[field].stem || !f->words[field].base)
		return false;
	for (size_t s = 0; s < tokens->sentence_count; s++)
		annotate_sentence(f, field, tokens->sentences[s], tokens->sentences[s + 1]);
	return true;
}

/* ---- words
 * ----------------------------------------------------------------------------------------------------- */

bool dictionary_lower(struct finder *f, accord_slice text)
{
	char lower[96];
	if (text.len > 90)
		return false;
	size_t size;
	uint32_t point = accord_utf8_decode(text.data, text.len, 0, &size);
	uint32_t small = point < 0x80 ? (point >= 'A' && point <= 'Z' ? point + 32 : point)
			 : point >= 0xC0 && point <= 0xDE ? point + 32
							  : point;
	size_t n = accord_utf8_encode(small, lower);
	memcpy(lower + n, text.data + size, text.len - size);
	n += text.len - size;
	return dictionary_has(f->dictionary, lower, n);
}

/* Endings that only common nouns have; they spare a look into the dictionary. */
static bool german_noun(accord_slice text)
{
	static const char *const endings[] = {
		"ung",    "ungen",       "heit",  "heiten", "keit",  "keiten", "schaft",  "schaften", "tion",
		"tionen", "it\xC3\xA4t", "ismus", "ungs",   "heits", "keits",  "schafts", "tions"};
	for (size_t i = 0; text.len > 8 && i < sizeof endings / sizeof *endings; i++) {
		size_t len = strlen(endings[i]);
		if (!memcmp(text.data + text.len - len, endings[i], len))
			return true;
	}
	return false;
}

static bool known_with_capital(struct finder *f, accord_slice part)
{
	char word[64];
	if (part.len >= sizeof word || part.len < 4)
		return false;
	memcpy(word, part.data, part.len);
	if (word[0] >= 'a' && word[0] <= 'z')
		word[0] = (char)(word[0] - 'a' + 'A');
	return dictionary_has(f->dictionary, word, part.len);
}

bool compound(struct finder *f, accord_slice text)
{
	static const char *const links[] = {"", "s", "n", "en", "es"};
	if (f->language != 0 || text.len < 9 || text.len > 60)
		return false;
	for (size_t cut = 4; cut + 4 < text.len; cut++) {
		accord_slice tail = {text.data + cut, text.len - cut};
		if (((unsigned char)tail.data[0] & 0xC0) == 0x80 || !known_with_capital(f, tail))
			continue;
		for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
			size_t link = strlen(links[i]);
			if (cut > link + 3 && !memcmp(text.data + cut - link, links[i], link) &&
			    known_with_capital(f, (accord_slice){text.data, cut - link}))
				return true;
		}
	}
	return false;
}

/* What the dictionary says of a word, as WORD_… bits: asked once for all documents. */
static uint8_t ask_dictionary(struct finder *f, struct token_word *w, accord_slice text)
{
	uint8_t known = WORD_ASKED;
	if (f->language == 0) { /* with a capital the dictionary knows what it knows without one, and the nouns */
		if (german_noun(text) || dictionary_has(f->dictionary, text.data, text.len) ||
		    !dictionary_present(f->dictionary)) /* then no bare capital is evidence */
			known |= WORD_COMMON;
	} else if (dictionary_lower(f, text)) {
		known |= WORD_COMMON;
	} else if (dictionary_has(f->dictionary, text.data, text.len)) {
		known |= WORD_PROPER;
	}
	atomic_fetch_or_explicit(&w->known, known, memory_order_relaxed);
	return known;
}

bool common_word(struct finder *f, int field, size_t token)
{
	struct note *note = &f->notes[field][token];
	if (note->shape & SHAPE_ASKED)
		return note->shape & SHAPE_COMMON;
	note->shape |= SHAPE_ASKED;
	if ((note->shape & SHAPE_MIXED) || (token_at(f, field, token)->flags & ACCORD_TOKEN_UPPER))
		return false;
	struct token_word *w = f->a->fields[field].words[token];
	uint8_t known = atomic_load_explicit(&w->known, memory_order_relaxed);
	if (!(known & WORD_ASKED))
		known = ask_dictionary(f, w, token_text(f, field, token));
	if (known & WORD_PROPER)
		note->shape |= SHAPE_PROPER;
	if (known & WORD_COMMON)
		note->shape |= SHAPE_COMMON;
	return known & WORD_COMMON;
}
