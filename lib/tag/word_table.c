/*
 * Open addressing over pointers to words that never change once they are in: a reader needs no lock, a writer takes one
 * and sets a free slot. A place is looked for in a few slots only; where none is free, or the table holds as many words
 * as it may, the word is made for this document alone. So what is found never depends on what was there before.
 */
#include "word_table.h"

#include "company.h"
#include "names.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#define SLOTS (1u << 17)
#define MOST_WORDS (SLOTS / 2)
#define PROBES 8
#define LONGEST_KEPT 40 /* bytes; longer words seldom come again */

struct slot {
	_Atomic uint32_t hash;
	_Atomic(const struct token_word *) word;
};

struct word_table {
	const struct grammar *grammar;
	const struct accord_gazetteer *gazetteer;
	int language;
	pthread_mutex_t lock;
	accord_arena *arena; /* of the words; under the lock, as is the count */
	size_t count;
	struct slot *slots;
};

struct word_table *word_table_new(const struct grammar *grammar, const struct accord_gazetteer *gazetteer)
{
	struct word_table *t = calloc(1, sizeof *t);
	if (!t)
		return NULL;
	t->grammar = grammar;
	t->gazetteer = gazetteer;
	t->language = language_index(grammar->lang);
	t->arena = accord_arena_new(0);
	t->slots = calloc(SLOTS, sizeof *t->slots); /* pages are touched as they are needed */
	if (!t->arena || !t->slots || pthread_mutex_init(&t->lock, NULL)) {
		accord_arena_free(t->arena);
		free(t->slots);
		free(t);
		return NULL;
	}
	return t;
}

void word_table_free(struct word_table *t)
{
	if (!t)
		return;
	pthread_mutex_destroy(&t->lock);
	accord_arena_free(t->arena);
	free(t->slots);
	free(t);
}

/* Four or eight bytes at a time, the last ones over again: three steps for most words. */
static inline uint64_t hash_of(const char *bytes, size_t len, uint8_t kind)
{
	const uint64_t factor = 0x9E3779B97F4A7C15u;
	uint64_t h = (len << 2 | kind) * factor, word;
	size_t at = 0;
	if (len >= 8) {
		for (; at + 8 <= len; at += 8) {
			memcpy(&word, bytes + at, 8);
			h = (h ^ word) * factor;
			h ^= h >> 29;
		}
		memcpy(&word, bytes + len - 8, 8);
	} else if (len >= 4) {
		uint32_t low, high;
		memcpy(&low, bytes, 4);
		memcpy(&high, bytes + len - 4, 4);
		word = low | (uint64_t)high << 32;
	} else {
		word = len ? (uint64_t)(uint8_t)bytes[0] | (uint64_t)(uint8_t)bytes[len / 2] << 8 |
				     (uint64_t)(uint8_t)bytes[len - 1] << 16
			   : 0;
	}
	h = (h ^ word) * factor;
	return h ^ h >> 32;
}

/* ---- a word that is new ------------------------------------------------------------------------------------------ */

/* The word without a genitive s; 0 where it has none. */
static uint32_t stem_of(const struct word_table *t, accord_slice text)
{
	if (t->language == 1 || text.len < 4 || text.data[text.len - 1] != 's')
		return 0;
	return gazetteer_word(t->gazetteer, text.data, text.len - 1);
}

/* Deutschen, Deutscher -> Deutsche; 0 where it has no such ending. */
static uint32_t base_of(const struct word_table *t, accord_slice text)
{
	if (t->language != 0 || text.len < 5 || text.data[text.len - 2] != 'e' || !strchr("nrms", text.data[text.len - 1]))
		return 0;
	return gazetteer_word(t->gazetteer, text.data, text.len - 1);
}

static void fill_names(const struct word_table *t, accord_slice text, const accord_item *item, struct token_word *w)
{
	const struct accord_gazetteer *g = t->gazetteer;
	if (w->token_kind != ACCORD_TOKEN_WORD) {
		if (w->token_kind == ACCORD_TOKEN_PUNCT || text.len < 8) /* & is a word of names */
			w->name = gazetteer_word(g, text.data, text.len);
		return;
	}
	w->name = gazetteer_word(g, text.data, text.len);
	w->stem = stem_of(t, text);
	w->base = base_of(t, text);
	w->hints = gazetteer_hints(g, w->name, text.data, text.len, t->language);
	w->classes = classes_of(g, w->name, t->language);
	uint32_t bits = word_bits(t->grammar, item);
	if (bits & W_PLACE)
		w->classes |= 1u << NAME_PLACE;
	if (bits & W_DEALING)
		w->hints |= HINT_DEAL;
}

static void fill_beginnings(const struct accord_gazetteer *g, struct token_word *w)
{
	const struct vocabulary_word *words = g->trie.words;
	w->begins_name = (w->name && words[w->name].child) || (w->stem && words[w->stem].child) ||
	                 (w->base && words[w->base].child);
	w->begins_form = w->name && words[w->name].begins_form;
}

static struct token_word *make(const struct word_table *t, accord_arena *arena, accord_slice text, uint8_t kind)
{
	accord_item item = {.text = text};
	struct token_word *w = accord_arena_calloc(arena, 1, sizeof *w);
	char *bytes = w ? accord_arena_copy(arena, text.data, text.len) : NULL;
	if (!bytes || accord_rules_item(t->grammar->rules, arena, kind, &item) != ACCORD_OK)
		return NULL;
	accord_rules_ask_expressions(t->grammar->rules, &item);
	*w = (struct token_word){.bytes = bytes,
	                         .len = (uint32_t)text.len,
	                         .token_kind = kind,
	                         .item_kind = item.kind,
	                         .word = item.word,
	                         .suffixes = item.suffixes,
	                         .expressions = item.expressions,
	                         .marks = item.marks,
	                         .wakes = item.wakes};
	fill_names(t, text, &item, w);
	fill_beginnings(t->gazetteer, w);
	return w;
}

/* ---- the table --------------------------------------------------------------------------------------------------- */

static bool is(const struct token_word *w, accord_slice text, uint8_t kind)
{
	return w->len == text.len && w->token_kind == kind && !memcmp(w->bytes, text.data, text.len);
}

/* Among the slots where it may stand; `*room` is the first free one, or NULL. */
static inline const struct token_word *find(struct word_table *t, accord_slice text, uint8_t kind, uint64_t hash,
                                            struct slot **room)
{
	uint32_t mark = (uint32_t)(hash >> 32) | 1;
	*room = NULL;
	for (size_t i = 0; i < PROBES; i++) {
		struct slot *slot = &t->slots[(hash + i) & (SLOTS - 1)];
		uint32_t known = atomic_load_explicit(&slot->hash, memory_order_acquire);
		if (!known) {
			*room = slot;
			return NULL;
		}
		const struct token_word *w = known == mark ? atomic_load_explicit(&slot->word, memory_order_relaxed) : NULL;
		if (w && is(w, text, kind))
			return w;
	}
	return NULL;
}

/* A word that was not there: kept if there is room, else the document's own. */
static const struct token_word *add(struct word_table *t, accord_arena *arena, accord_slice text, uint8_t kind,
                                    uint64_t hash)
{
	struct slot *room;
	if (text.len > LONGEST_KEPT)
		return make(t, arena, text, kind);
	pthread_mutex_lock(&t->lock);
	const struct token_word *w = find(t, text, kind, hash, &room); /* another thread may have been faster */
	bool keep = !w && room && t->count < MOST_WORDS;
	if (keep && (w = make(t, t->arena, text, kind))) {
		atomic_store_explicit(&room->word, w, memory_order_relaxed);
		atomic_store_explicit(&room->hash, (uint32_t)(hash >> 32) | 1, memory_order_release);
		t->count++;
	}
	pthread_mutex_unlock(&t->lock);
	return w ? w : make(t, arena, text, kind);
}

static uint16_t item_flags(const accord_token *t)
{
	_Static_assert((int)ACCORD_ITEM_CAPITAL == ACCORD_TOKEN_CAPITAL && (int)ACCORD_ITEM_UPPER == ACCORD_TOKEN_UPPER &&
	                       (int)ACCORD_ITEM_SPACE == ACCORD_TOKEN_SPACE &&
	                       (int)ACCORD_ITEM_SENTENCE_START == ACCORD_TOKEN_SENTENCE,
	               "shapes of tokens are those of items");
	return t->flags & (ACCORD_TOKEN_CAPITAL | ACCORD_TOKEN_UPPER | ACCORD_TOKEN_SPACE | ACCORD_TOKEN_SENTENCE);
}

accord_status word_table_read(struct word_table *t, accord_arena *arena, accord_slice text, const accord_tokens *tokens,
                              const struct token_word ***words, accord_item **items)
{
	*words = accord_arena_alloc(arena, (tokens->count + 1) * sizeof **words);
	*items = accord_arena_alloc(arena, (tokens->count + 1) * sizeof **items);
	if (!*words || !*items)
		return ACCORD_ENOMEM;
	for (size_t i = 0; i < tokens->count; i++) {
		const accord_token *token = &tokens->items[i];
		accord_slice slice = {text.data + token->start, token->end - token->start};
		uint64_t hash = hash_of(slice.data, slice.len, token->kind);
		struct slot *room;
		const struct token_word *w = find(t, slice, token->kind, hash, &room);
		if (!w && !(w = add(t, arena, slice, token->kind, hash)))
			return ACCORD_ENOMEM;
		(*words)[i] = w;
		(*items)[i] = (accord_item){.text = slice, .start = token->start, .end = token->end, .flags = item_flags(token),
		                            .kind = w->item_kind, .word = w->word, .suffixes = w->suffixes,
		                            .wakes = w->wakes, .expressions = w->expressions, .marks = w->marks};
	}
	return ACCORD_OK;
}
