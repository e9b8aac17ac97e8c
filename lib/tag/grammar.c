#include "grammar.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	const char *class_name;
	uint32_t bits;
} classes[] = {
	{"preposition", W_PREPOSITION}, {"determiner", W_DETERMINER},     {"definite", W_DETERMINER | W_DEFINITE},
	{"coordinator", W_COORDINATOR}, {"subordinator", W_SUBORDINATOR}, {"relative", W_RELATIVE},
	{"pronoun", W_PRONOUN},         {"possessive", W_POSSESSIVE},     {"negation", W_NEGATION},
	{"company_noun", W_COMPANY_NOUN}, {"demonym", W_DEMONYM},         {"place", W_PLACE},
	{"auxiliary", W_AUXILIARY},     {"genitive", W_GENITIVE},         {"unit", W_UNIT},
	{"by", W_BY},                   {"led", W_LED},                   {"consortium", W_CONSORTIUM},
	{"organ", W_ORGAN},             {"deictic_day", W_DEICTIC},       {"weekday", W_WEEKDAY},
	{"firm_verb", W_DEALING},
};

/* What the readings of a word say without any class. */
static uint32_t reading_bits(const accord_lexicon *lexicon, accord_word word)
{
	size_t count;
	const accord_reading *readings = accord_lexicon_readings(lexicon, word, &count);
	uint32_t bits = 0;
	for (size_t i = 0; i < count; i++) {
		accord_pos pos;
		accord_lexicon_lemma_name(lexicon, readings[i].lemma, &pos);
		if (pos == ACCORD_POS_NOUN)
			bits |= W_NOUN;
		if (pos != ACCORD_POS_VERB)
			continue;
		bits |= W_VERB;
		if (readings[i].forms & (ACCORD_FORM_FINITE | ACCORD_FORM_STEM | ACCORD_FORM_FINAL))
			bits |= W_FINITE;
		if (readings[i].forms & (ACCORD_FORM_PP | ACCORD_FORM_ADJ))
			bits |= W_PARTICIPLE;
	}
	return bits;
}

struct filling {
	struct grammar *grammar;
	uint32_t bits;
};

static void add_bits(void *context, accord_word word, accord_slice value)
{
	struct filling *f = context;
	if (word < f->grammar->word_count)
		f->grammar->bits[word] |= f->bits;
	bool names_country = f->bits & (W_DEMONYM | W_PLACE) && value.len == 2;
	if (names_country && word < f->grammar->word_count)
		memcpy(f->grammar->countries[word], value.data, 2);
}

const char *word_country(const struct grammar *grammar, const accord_item *item)
{
	if (item->word >= grammar->word_count || !grammar->countries[item->word][0])
		return NULL;
	return grammar->countries[item->word];
}

struct grammar *grammar_new(const accord_rule_language *rules, const char *lang)
{
	const accord_lexicon *lexicon = accord_rules_lexicon(rules);
	size_t words = 1;
	while (accord_lexicon_form(lexicon, (accord_word)words).data)
		words++;
	struct grammar *g = calloc(1, sizeof *g);
	if (g) {
		g->bits = calloc(words, sizeof *g->bits);
		g->countries = calloc(words, sizeof *g->countries);
	}
	if (!g || !g->bits || !g->countries) {
		grammar_free(g);
		return NULL;
	}
	uint32_t *bits = g->bits;
	g->rules = rules;
	g->word_count = words;
	memcpy(g->lang, lang, 2);
	for (size_t w = 1; w < words; w++)
		bits[w] = reading_bits(lexicon, (accord_word)w);
	for (size_t c = 0; c < sizeof classes / sizeof *classes; c++) {
		struct filling filling = {g, classes[c].bits};
		accord_rules_each_word(rules, accord_rules_class(rules, classes[c].class_name), add_bits, &filling);
	}
	return g;
}

void grammar_free(struct grammar *grammar)
{
	if (!grammar)
		return;
	free(grammar->bits);
	free(grammar->countries);
	free(grammar);
}
