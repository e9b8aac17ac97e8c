/*
 * Open addressing over words that never change once they are in: a reader needs no lock, a writer takes one
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
#define MOST_LINES (MOST_WORDS / 4 * 5) /* most words take one */
#define PROBES 8
#define LONGEST_KEPT 40 /* bytes; longer words seldom come again */
#define AHEAD 16        /* tokens that are looked up together */
#define LINE 64         /* of the cache */

#define LITTLE_ENDIAN_FIRST (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__)

/* Words of one or two lines stand in a row, so that a slot is a number: half of the hash, then the line + 1; 0 if free. */
struct rows {
	_Atomic uint64_t slots[SLOTS];
	char lines[MOST_LINES][LINE];
};

struct word_table {
	const struct grammar *grammar;
	const struct accord_gazetteer *gazetteer;
	int language;
	pthread_mutex_t lock;
	accord_arena *scratch; /* under the lock, as are the counts */
	size_t words, lines;
	struct rows *rows;
};

struct word_table *word_table_new(const struct grammar *grammar, const struct accord_gazetteer *gazetteer)
{
	struct word_table *t = calloc(1, sizeof *t);
	if (!t)
		return NULL;
	t->grammar = grammar;
	t->gazetteer = gazetteer;
	t->language = language_index(grammar->lang);
	t->scratch = accord_arena_new(0);
	t->rows = accord_pages_new(sizeof *t->rows);
	if (!t->scratch || !t->rows || pthread_mutex_init(&t->lock, NULL)) {
		accord_arena_free(t->scratch);
		accord_pages_free(t->rows, sizeof *t->rows);
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
	accord_arena_free(t->scratch);
	accord_pages_free(t->rows, sizeof *t->rows);
	free(t);
}

/* ---- what is looked for -------------------------------------------------------------------------------------------- */

struct key {
	accord_slice text;
	uint64_t head, tail, hash;
	uint8_t kind;
};

static inline uint64_t eight(const char *bytes)
{
	uint64_t word;
	memcpy(&word, bytes, sizeof word);
	return word;
}

/* The first bytes of a word of less than eight; those behind it are read too, where the text has them. */
static inline uint64_t short_head(const char *bytes, size_t len, size_t left)
{
	if (left >= 8 && LITTLE_ENDIAN_FIRST)
		return len ? eight(bytes) & UINT64_MAX >> (64 - 8 * len) : 0;
	uint64_t word = 0;
	memcpy(&word, bytes, len);
	return word;
}

/* `left`: bytes of the text from the word's first on. */
static inline struct key key_of(accord_slice text, uint8_t kind, size_t left)
{
	const uint64_t factor = 0x9E3779B97F4A7C15u;
	struct key k = {.text = text, .kind = kind};
	k.head = text.len < 8 ? short_head(text.data, text.len, left) : eight(text.data);
	k.tail = text.len > 8 ? eight(text.data + text.len - 8) : 0;
	uint64_t h = ((uint64_t)text.len << 2 | kind) * factor;
	h = (h ^ k.head) * factor;
	h ^= h >> 29;
	for (size_t at = 8; at + 8 < text.len; at += 8) {
		h = (h ^ eight(text.data + at)) * factor;
		h ^= h >> 29;
	}
	h = (h ^ k.tail) * factor;
	k.hash = h ^ h >> 32;
	return k;
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
	w->begins_small = (w->name && words[w->name].begins_small) || (w->stem && words[w->stem].begins_small) ||
	                  (w->base && words[w->base].begins_small);
}

static size_t size_of(const struct key *k)
{
	return sizeof(struct token_word) + (k->text.len > 16 ? k->text.len : 0);
}

/* At `w`, where there is room for it; false without memory. */
static bool make(const struct word_table *t, accord_arena *scratch, const struct key *k, struct token_word *w)
{
	accord_item item = {.text = k->text};
	if (accord_rules_item(t->grammar->rules, scratch, k->kind, &item) != ACCORD_OK)
		return false;
	accord_rules_ask_expressions(t->grammar->rules, &item);
	*w = (struct token_word){.head = k->head,
	                         .tail = k->tail,
	                         .len = (uint8_t)(k->text.len < UINT8_MAX ? k->text.len : UINT8_MAX),
	                         .token_kind = k->kind,
	                         .item_kind = item.kind,
	                         .word = item.word,
	                         .suffixes = item.suffixes,
	                         .expressions = item.expressions,
	                         .marks = item.marks,
	                         .wakes = item.wakes};
	if (k->text.len > 16)
		memcpy(w->bytes, k->text.data, k->text.len);
	fill_names(t, k->text, &item, w);
	fill_beginnings(t->gazetteer, w);
	return true;
}

/* A word that the table does not take. */
static struct token_word *make_own(const struct word_table *t, accord_arena *arena, const struct key *k)
{
	struct token_word *w = accord_arena_alloc(arena, size_of(k));
	return w && make(t, arena, k, w) ? w : NULL;
}

/* ---- the table --------------------------------------------------------------------------------------------------- */

static inline bool is(const struct token_word *w, const struct key *k)
{
	return w->head == k->head && w->tail == k->tail && w->len == k->text.len && w->token_kind == k->kind &&
	       (w->len <= 16 || !memcmp(w->bytes, k->text.data, w->len));
}

static inline struct token_word *word_in(const struct word_table *t, uint64_t slot)
{
	return (struct token_word *)(void *)t->rows->lines[(uint32_t)slot - 1];
}

/* Among the slots where it may stand; `*room` is the first free one, or NULL. */
static inline struct token_word *find(const struct word_table *t, const struct key *k, _Atomic uint64_t **room)
{
	*room = NULL;
	for (size_t i = 0; i < PROBES; i++) {
		_Atomic uint64_t *slot = &t->rows->slots[(k->hash + i) & (SLOTS - 1)];
		uint64_t known = atomic_load_explicit(slot, memory_order_acquire);
		if (!known) {
			*room = slot;
			return NULL;
		}
		if (known >> 32 == k->hash >> 32 && is(word_in(t, known), k))
			return word_in(t, known);
	}
	return NULL;
}

/* A word that was not there: kept if there is room, else the document's own. */
static struct token_word *add(struct word_table *t, accord_arena *arena, const struct key *k)
{
	_Atomic uint64_t *room;
	size_t lines = (size_of(k) + LINE - 1) / LINE;
	if (k->text.len > LONGEST_KEPT)
		return make_own(t, arena, k);
	pthread_mutex_lock(&t->lock);
	struct token_word *w = find(t, k, &room); /* another thread may have been faster */
	if (!w && room && t->words < MOST_WORDS && t->lines + lines <= MOST_LINES) {
		uint64_t slot = k->hash >> 32 << 32 | (t->lines + 1);
		if (make(t, t->scratch, k, word_in(t, slot))) {
			w = word_in(t, slot);
			t->words++;
			t->lines += lines;
			atomic_store_explicit(room, slot, memory_order_release);
		}
		accord_arena_clear(t->scratch);
	}
	pthread_mutex_unlock(&t->lock);
	return w ? w : make_own(t, arena, k);
}

static uint16_t item_flags(const accord_token *t)
{
	_Static_assert((int)ACCORD_ITEM_CAPITAL == ACCORD_TOKEN_CAPITAL && (int)ACCORD_ITEM_UPPER == ACCORD_TOKEN_UPPER &&
	                       (int)ACCORD_ITEM_SPACE == ACCORD_TOKEN_SPACE &&
	                       (int)ACCORD_ITEM_SENTENCE_START == ACCORD_TOKEN_SENTENCE,
	               "shapes of tokens are those of items");
	return t->flags & (ACCORD_TOKEN_CAPITAL | ACCORD_TOKEN_UPPER | ACCORD_TOKEN_SPACE | ACCORD_TOKEN_SENTENCE);
}

/* The keys of the next tokens, and their slots on the way into the cache: looking a word up waits for memory, else. */
static inline void look_ahead(const struct word_table *t, accord_slice text, const accord_token *tokens, size_t count,
                              struct key *keys)
{
	for (size_t i = 0; i < count; i++) {
		keys[i] = key_of((accord_slice){text.data + tokens[i].start, tokens[i].end - tokens[i].start}, tokens[i].kind,
		                 text.len - tokens[i].start);
		__builtin_prefetch((const void *)&t->rows->slots[keys[i].hash & (SLOTS - 1)]);
	}
	for (size_t i = 0; i < count; i++) {
		uint64_t slot = atomic_load_explicit(&t->rows->slots[keys[i].hash & (SLOTS - 1)], memory_order_relaxed);
		__builtin_prefetch(t->rows->lines[slot ? (uint32_t)slot - 1 : 0]);
	}
}

/* The word in the first slot where it may stand, as most do. */
static inline struct token_word *find_first(const struct word_table *t, const struct key *k)
{
	uint64_t slot = atomic_load_explicit(&t->rows->slots[k->hash & (SLOTS - 1)], memory_order_acquire);
	if (!slot || slot >> 32 != k->hash >> 32 || !is(word_in(t, slot), k))
		return NULL;
	return word_in(t, slot);
}

static struct token_word *word_of(struct word_table *t, accord_arena *arena, const struct key *k)
{
	_Atomic uint64_t *room;
	struct token_word *w = find(t, k, &room);
	return w ? w : add(t, arena, k);
}

accord_status word_table_read(struct word_table *t, accord_arena *arena, accord_slice text, const accord_tokens *tokens,
                              struct token_word ***words, accord_item **items)
{
	struct key keys[AHEAD];
	accord_item *item = *items = accord_arena_alloc(arena, (tokens->count + 1) * sizeof **items);
	*words = accord_arena_alloc(arena, (tokens->count + 1) * sizeof **words);
	if (!*words || !*items)
		return ACCORD_ENOMEM;
	for (size_t first = 0; first < tokens->count; first += AHEAD) {
		const accord_token *token = &tokens->items[first];
		size_t count = tokens->count - first < AHEAD ? tokens->count - first : AHEAD;
		look_ahead(t, text, token, count, keys);
		for (size_t i = 0; i < count; i++, token++, item++) {
			struct token_word *w = find_first(t, &keys[i]);
			if (!w && !(w = word_of(t, arena, &keys[i])))
				return ACCORD_ENOMEM;
			(*words)[first + i] = w;
			*item = (accord_item){.text = keys[i].text, .start = token->start, .end = token->end,
			                      .flags = item_flags(token), .kind = w->item_kind, .word = w->word,
			                      .suffixes = w->suffixes, .wakes = w->wakes, .expressions = w->expressions,
			                      .marks = w->marks};
		}
	}
	return ACCORD_OK;
}
