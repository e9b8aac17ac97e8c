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
#define AHEAD 16        /* tokens that are looked up together */
#define LINE 64         /* of the cache */

#define LITTLE_ENDIAN_FIRST (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__)

struct slot {
	_Atomic uint32_t hash;
	_Atomic(struct token_word *) word;
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
}

static struct token_word *make(const struct word_table *t, accord_arena *arena, const struct key *k)
{
	accord_item item = {.text = k->text};
	size_t longer = k->text.len > 16 ? k->text.len : 0;
	char *room = accord_arena_alloc(arena, sizeof(struct token_word) + longer + LINE);
	struct token_word *w = room ? (struct token_word *)(room + (LINE - (uintptr_t)room % LINE) % LINE) : NULL;
	if (!w || accord_rules_item(t->grammar->rules, arena, k->kind, &item) != ACCORD_OK)
		return NULL;
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
	memcpy(w->bytes, k->text.data, longer);
	fill_names(t, k->text, &item, w);
	fill_beginnings(t->gazetteer, w);
	return w;
}

/* ---- the table --------------------------------------------------------------------------------------------------- */

static inline bool is(const struct token_word *w, const struct key *k)
{
	return w->head == k->head && w->tail == k->tail && w->len == k->text.len && w->token_kind == k->kind &&
	       (w->len <= 16 || !memcmp(w->bytes, k->text.data, w->len));
}

static inline uint32_t mark_of(uint64_t hash)
{
	return (uint32_t)(hash >> 32) | 1;
}

/* Among the slots where it may stand; `*room` is the first free one, or NULL. */
static inline struct token_word *find(struct word_table *t, const struct key *k, struct slot **room)
{
	uint32_t mark = mark_of(k->hash);
	*room = NULL;
	for (size_t i = 0; i < PROBES; i++) {
		struct slot *slot = &t->slots[(k->hash + i) & (SLOTS - 1)];
		uint32_t known = atomic_load_explicit(&slot->hash, memory_order_acquire);
		if (!known) {
			*room = slot;
			return NULL;
		}
		struct token_word *w = known == mark ? atomic_load_explicit(&slot->word, memory_order_relaxed) : NULL;
		if (w && is(w, k))
			return w;
	}
	return NULL;
}

/* A word that was not there: kept if there is room, else the document's own. */
static struct token_word *add(struct word_table *t, accord_arena *arena, const struct key *k)
{
	struct slot *room;
	if (k->text.len > LONGEST_KEPT)
		return make(t, arena, k);
	pthread_mutex_lock(&t->lock);
	struct token_word *w = find(t, k, &room); /* another thread may have been faster */
	bool keep = !w && room && t->count < MOST_WORDS;
	if (keep && (w = make(t, t->arena, k))) {
		atomic_store_explicit(&room->word, w, memory_order_relaxed);
		atomic_store_explicit(&room->hash, mark_of(k->hash), memory_order_release);
		t->count++;
	}
	pthread_mutex_unlock(&t->lock);
	return w ? w : make(t, arena, k);
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
		__builtin_prefetch(&t->slots[keys[i].hash & (SLOTS - 1)]);
	}
	for (size_t i = 0; i < count; i++)
		__builtin_prefetch(atomic_load_explicit(&t->slots[keys[i].hash & (SLOTS - 1)].word, memory_order_relaxed));
}

/* The word in the first slot where it may stand, as most do. */
static inline struct token_word *find_first(const struct word_table *t, const struct key *k)
{
	const struct slot *slot = &t->slots[k->hash & (SLOTS - 1)];
	if (atomic_load_explicit(&slot->hash, memory_order_acquire) != mark_of(k->hash))
		return NULL;
	struct token_word *w = atomic_load_explicit(&slot->word, memory_order_relaxed);
	return is(w, k) ? w : NULL;
}

static struct token_word *word_of(struct word_table *t, accord_arena *arena, const struct key *k)
{
	struct slot *room;
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
