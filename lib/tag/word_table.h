/*
 * What the bytes of a token say wherever it stands: its number in the lexicon, its numbers in the gazetteer, its hints.
 * Text repeats its words, so each is looked up in all lists once and then found whole, by one hash of its bytes. The
 * table is shared by all documents and threads of a tagger.
 */
#ifndef TAG_WORD_TABLE_H
#define TAG_WORD_TABLE_H

#include "grammar.h"

#include <accord/gazetteer.h>
#include <accord/token.h>

#include <stdatomic.h>

/* What the dictionary and the lists of towns say of a word; it is asked when somebody wants to know. */
enum {
	WORD_ASKED = 1,       /* the dictionary was */
	WORD_COMMON = 2,      /* it has it as a common word */
	WORD_PROPER = 4,      /* … with a capital only */
	WORD_TOWN_ASKED = 8,
	WORD_TOWN = 16,       /* German: the adjective of a town, Dresdner */
	WORD_ENGLISH_ASKED = 32,
	WORD_ENGLISH = 64     /* the English dictionary has it with small letters */
};

/* A line of the cache holds all of it, and of most words the bytes as well. */
struct token_word {
	uint64_t head, tail; /* its first and its last eight bytes; of a shorter word all, and the last ones are 0 */
	uint64_t expressions, marks; /* as in accord_item */
	accord_word word;    /* in the lexicon */
	uint32_t suffixes;   /* as in accord_item */
	uint32_t hints;      /* enum hint */
	uint32_t name;       /* in the vocabulary of the gazetteer; 0 if no name has it */
	uint32_t stem, base; /* … without a genitive s, … without the last letter of a German adjective */
	uint16_t classes;    /* bits 1 << enum name_class of the one-word names it is */
	uint8_t len;         /* bytes; 255 of those that have more, which are in no table */
	uint8_t token_kind;
	uint8_t item_kind;
	uint8_t wakes;       /* as in accord_item */
	bool begins_name : 1; /* some name of the gazetteer begins with it, its stem or its base */
	bool begins_form : 1; /* … some legal form with it */
	bool begins_small : 1; /* … a name that a small letter may begin */
	_Atomic uint8_t known; /* WORD_… */
	char bytes[];        /* of a word of more than sixteen */
};
_Static_assert(sizeof(struct token_word) == 64, "a word is a line of the cache");

struct word_table;

/* NULL without memory. Rules, grammar and gazetteer must outlive it. */
struct word_table *word_table_new(const struct grammar *grammar, const struct accord_gazetteer *gazetteer);
void word_table_free(struct word_table *table);

/*
 * The words of all tokens, and an item for each. `words` and `items` live in the arena, tokens.count long. Threads may
 * call it at once.
 */
accord_status word_table_read(struct word_table *table, accord_arena *arena, accord_slice text,
                              const accord_tokens *tokens, struct token_word ***words, accord_item **items);

#endif
