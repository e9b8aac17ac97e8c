/**
 * @file token.h
 * A text as tokens, sentences and paragraphs, in byte offsets. Tokens are what rules match: words without their elided
 * article ("dell'" + "accordo"), possessive 's apart ("Google" + "'s"), hyphenated words in parts ("Yammer" "-"
 * "Übernahme"), abbreviations with their point ("Mrd.", "S.p.A.", "Inc."), numbers with their marks ("1.500", "5,44").
 */
#ifndef ACCORD_TOKEN_H
#define ACCORD_TOKEN_H

#include <accord/arena.h>
#include <accord/text.h>

typedef enum accord_token_kind { ACCORD_TOKEN_WORD, ACCORD_TOKEN_NUMBER, ACCORD_TOKEN_PUNCT } accord_token_kind;

enum {
	ACCORD_TOKEN_CAPITAL = 1,     /**< begins with an upper-case letter */
	ACCORD_TOKEN_UPPER = 2,       /**< at least two letters, all upper case */
	ACCORD_TOKEN_MIXED = 4,       /**< an upper-case letter behind a lower-case one, or a digit inside: iPhone, 3M, LinkedIn */
	ACCORD_TOKEN_SPACE = 8,       /**< white space stands before it */
	ACCORD_TOKEN_SENTENCE = 16,   /**< the first of a sentence */
	ACCORD_TOKEN_PARAGRAPH = 32,  /**< the first of a paragraph */
	ACCORD_TOKEN_ABBREVIATION = 64 /**< a word that keeps its final point */
};

typedef struct accord_token {
	uint32_t start, end;
	uint8_t kind, flags;
	uint16_t letters; /**< code points, at most 65535 */
} accord_token;

/** Sentence i is tokens[sentence[i] .. sentence[i + 1]). */
typedef struct accord_tokens {
	accord_token *items;
	size_t count;
	uint32_t *sentences; /**< sentence_count + 1 entries */
	size_t sentence_count;
} accord_tokens;

/**
 * Cut a text of at most 4 GiB into tokens and sentences. A blank line ends a paragraph and a sentence; a single line
 * break ends a sentence only where the next line begins with a capital and the line has no end punctuation and is short.
 *
 * @param lang  "de", "it", "en": which abbreviations, elisions and clitics there are
 * @return ACCORD_OK or ACCORD_ENOMEM
 */
accord_status accord_tokenize(accord_arena *arena, accord_slice text, const char *lang, accord_tokens *tokens);

#endif
