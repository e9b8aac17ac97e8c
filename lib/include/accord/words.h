/**
 * @file words.h
 * Words as full-text search compares them: runs of letters and digits, without case and, on Latin letters,
 * without diacritics ("Übernahme" and "ubernahme" are one word). SQLite's tokenizer unicode61 with
 * remove_diacritics 2 cuts the same words; here they are cut for databases without it, and for snippets.
 */
#ifndef ACCORD_WORDS_H
#define ACCORD_WORDS_H

#include <accord/arena.h>
#include <accord/buffer.h>
#include <accord/text.h>

#define ACCORD_LONGEST_WORD 256 /**< bytes; what is longer is compared by its beginning */

typedef struct accord_folded_word {
	size_t start, end; /**< bytes of the text */
	char folded[ACCORD_LONGEST_WORD + 8];
	size_t len; /**< of `folded` */
} accord_folded_word;

/** The next word from `*at` on, which moves behind it. @return false at the end */
bool accord_folded_word_next(accord_slice text, size_t *at, accord_folded_word *word);

/** A part of a full-text expression (accord/sql.h, ACCORD_SQL_MATCH). */
typedef struct accord_words_token {
	enum {
		ACCORD_WORDS_END,
		ACCORD_WORDS_PHRASE, /**< in quotes; `phrase` may still hold doubled ones */
		ACCORD_WORDS_AND,
		ACCORD_WORDS_OR,
		ACCORD_WORDS_NOT,
		ACCORD_WORDS_OPEN,
		ACCORD_WORDS_CLOSE
	} kind;
	accord_slice phrase;
	bool begins; /**< its last word is the beginning of one */
} accord_words_token;

/** The next part of an expression; what is none is skipped. */
accord_words_token accord_words_next(accord_slice expression, size_t *at);

/**
 * A piece of a text, at most `most` words, that shows as many of an expression's phrases as one can: found
 * words between U+0001 and U+0002, "…" where something is left out. As SQLite's snippet().
 */
accord_slice accord_words_snippet(accord_arena *arena, accord_slice text, accord_slice expression, size_t most);

#endif
