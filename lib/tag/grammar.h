/*
 * What the stages of tagging ask about a word, as bits: filled once from the classes of the language's words.lex and
 * nouns.lex, so that a question costs one load.
 */
#ifndef TAG_GRAMMAR_H
#define TAG_GRAMMAR_H

#include <accord/rules.h>

enum word_bit {
	W_PREPOSITION = 1 << 0,
	W_DETERMINER = 1 << 1,
	W_COORDINATOR = 1 << 2,
	W_SUBORDINATOR = 1 << 3,
	W_RELATIVE = 1 << 4,
	W_PRONOUN = 1 << 5,
	W_POSSESSIVE = 1 << 6,
	W_NEGATION = 1 << 7,
	W_COMPANY_NOUN = 1 << 8, /* Konzern, azienda, firm: may be the head of an epithet or stand in apposition */
	W_DEMONYM = 1 << 9,      /* finnisch, Finnen, finlandese */
	W_VERB = 1 << 10,        /* some form of some verb */
	W_FINITE = 1 << 11,      /* some finite form */
	W_PARTICIPLE = 1 << 12,
	W_DEFINITE = 1 << 13,    /* der, il, the, this: a determiner that points back */
	W_PLACE = 1 << 14,
	W_NOUN = 1 << 15,
	W_AUXILIARY = 1 << 16,
	W_UNIT = 1 << 18,        /* Sparte, divisione, business: part of a company, no company */
	W_ORGAN = 1 << 19,       /* board, shareholders: who speaks and acts for a company */
	W_BY = 1 << 20,          /* da, by */
	W_LED = 1 << 21,         /* guidata, led: behind a noun for a group */
	W_CONSORTIUM = 1 << 22,  /* cordata, consortium: a group that its leader stands for */
	W_DEICTIC = 1 << 23,     /* heute, ieri */
	W_WEEKDAY = 1 << 24,
	W_DEALING = 1 << 25,     /* any form of a verb of dealing: speaks for a company beside it */
	W_GENITIVE = 1 << 17     /* de: des, der, eines, einer as the mark of a genitive */
};

struct grammar {
	const accord_rule_language *rules;
	char lang[3];
	uint32_t *bits; /* by accord_word */
	size_t word_count;
	char (*countries)[3]; /* by accord_word, "" for a word that names none */
};

struct grammar *grammar_new(const accord_rule_language *rules, const char *lang);
void grammar_free(struct grammar *grammar);

/* The country (ISO 3166-1) that a demonym or place word names, NUL-terminated and living with the rules; else NULL. */
const char *word_country(const struct grammar *grammar, const accord_item *item);

static inline uint32_t word_bits(const struct grammar *grammar, const accord_item *item)
{
	return item->kind == ACCORD_ITEM_WORD && item->word < grammar->word_count ? grammar->bits[item->word] : 0;
}

#endif
