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

struct token_word {
	const char *bytes;
	uint32_t len;
	uint8_t token_kind;
	uint8_t item_kind;
	uint16_t classes;    /* bits 1 << enum name_class of the one-word names it is */
	bool begins_name;    /* some name of the gazetteer begins with it, its stem or its base */
	bool begins_form;    /* … some legal form with it */
	uint8_t wakes;       /* as in accord_item */
	uint32_t hints;      /* enum hint */
	accord_word word;    /* in the lexicon */
	uint32_t suffixes;   /* as in accord_item */
	uint64_t expressions, marks; /* as in accord_item */
	uint32_t name;       /* in the vocabulary of the gazetteer; 0 if no name has it */
	uint32_t stem, base; /* … without a genitive s, … without the last letter of a German adjective */
};

struct word_table;

/* NULL without memory. Rules, grammar and gazetteer must outlive it. */
struct word_table *word_table_new(const struct grammar *grammar, const struct accord_gazetteer *gazetteer);
void word_table_free(struct word_table *table);

/*
 * The words of all tokens, and an item for each. `words` and `items` live in the arena, tokens.count long. Threads may
 * call it at once.
 */
accord_status word_table_read(struct word_table *table, accord_arena *arena, accord_slice text,
                              const accord_tokens *tokens, const struct token_word ***words, accord_item **items);

#endif
