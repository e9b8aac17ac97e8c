/* Whom the order of words alone points at: the name before a relative pronoun, the subject of the clause. */
#include "discourse.h"

#include <string.h>

/* A German relative clause has its finite verb before the next comma: "…, den Rest die Schweden." is none. */
static bool finite_before_comma(const struct analysis *a, const struct sentence *s, size_t at)
{
	for (size_t i = at; i < s->count; i++) {
		const accord_item *item = &s->items[i];
		if (item->kind == ACCORD_ITEM_PUNCT && (is_comma(item) || i + 1 == s->count))
			return false;
		bool known = item->word != 0;
		if ((word_bits(a->grammar, item) & W_FINITE) ||
		    (!known && item->kind == ACCORD_ITEM_WORD && !(item->flags & ACCORD_ITEM_CAPITAL)))
			return true;
	}
	return false;
}

/*
 * Whether a word that may be a relative pronoun is one: behind a comma, a preposition between them allowed, or (not in
 * German) right behind the name; and no noun phrase begins with it ("…, die Firma aus Berlin, …").
 */
static bool relative_here(const struct analysis *a, const struct sentence *s, size_t at)
{
	if (!at || at + 1 >= s->count)
		return false;
	uint32_t next = word_bits(a->grammar, &s->items[at + 1]);
	if (next & (W_COMPANY_NOUN | W_DEMONYM))
		return false;
	const accord_item *before = &s->items[at - 1];
	if (!strcmp(a->lang, "de") && (!finite_before_comma(a, s, at + 1) || infinitive_clause(a, s, at)))
		return false; /* "X plant, die Sparte zu verkaufen" */
	if (main_clause_at(a, s, at))
		return false;
	if (is_comma(before))
		return true;
	if (at > 1 && (word_bits(a->grammar, before) & W_PREPOSITION) && is_comma(&s->items[at - 2]))
		return true;
	return before->kind == ACCORD_ITEM_COMPANY && strcmp(a->lang, "de") != 0;
}

#define APPOSITION 14

/* "Yammer, ein kleines Netzwerk aus San Francisco, das …": the name before the apposition that the pronoun follows. */
static const accord_item *before_apposition(const struct analysis *a, const struct sentence *s, size_t at)
{
	size_t i = at;
	while (i > 0 && !is_comma(&s->items[i - 1]))
		i--;
	for (size_t k = i > 1 ? i - 1 : 0, steps = 0; k > 1 && steps < APPOSITION; k--, steps++) {
		const accord_item *item = &s->items[k - 1];
		if (is_comma(item)) {
			const accord_item *name = &s->items[k - 2];
			bool article = word_bits(a->grammar, &s->items[k]) & W_DETERMINER;
			return article && name->kind == ACCORD_ITEM_COMPANY ? name : NULL;
		}
		if (word_bits(a->grammar, item) & W_FINITE && !(word_bits(a->grammar, item) & (W_NOUN | W_PREPOSITION | W_PARTICIPLE)))
			return NULL;
	}
	return NULL;
}

const accord_item *antecedent_item(const struct analysis *a, const struct sentence *s, size_t at)
{
	if (!relative_here(a, s, at))
		return NULL;
	const accord_item *named = before_apposition(a, s, at);
	if (named)
		return named;
	for (size_t i = at, steps = 0; i > 0 && steps < 4; i--, steps++) {
		const accord_item *item = &s->items[i - 1];
		if (item->kind == ACCORD_ITEM_COMPANY) /* "Nokia-Telefone, die": the name only says whose */
			return item[1].kind == ACCORD_ITEM_PUNCT && accord_slice_is(item[1].text, "-") ? NULL : item;
		if (steps == 1 && !strcmp(a->lang, "de") && is_comma(&item[1]))
			continue; /* "sich von Yammer trennen, das": the verb closes its clause before the relative one */
		if (word_bits(a->grammar, item) & W_FINITE && !(word_bits(a->grammar, item) & (W_NOUN | W_PREPOSITION)))
			return NULL;
	}
	return NULL;
}

uint32_t antecedent(const struct analysis *a, const struct sentence *s, size_t at)
{
	const accord_item *named = antecedent_item(a, s, at);
	return named ? company_of(a, named, named->entity_count - 1u) : NOBODY;
}

/* Whether the next finite verb behind `at` is a plural: "A e B, che nel 2020 hanno unito …". */
static bool plural_follows(const struct analysis *a, const struct sentence *s, size_t at)
{
	const accord_lexicon *lexicon = accord_rules_lexicon(a->rules);
	for (size_t i = at + 1; i < s->count && i < at + 8; i++) {
		if (!(word_bits(a->grammar, &s->items[i]) & W_FINITE))
			continue;
		size_t count;
		const accord_reading *readings = accord_lexicon_readings(lexicon, s->items[i].word, &count);
		for (size_t r = 0; r < count; r++)
			if (readings[r].forms & ACCORD_FORM_FINITE)
				return (readings[r].forms & ACCORD_FORM_PLURAL) && !(readings[r].forms & ACCORD_FORM_SINGULAR);
	}
	return false;
}

/* "A und B haben angekündigt, dass sie … werden": the two that the sentence named as one last, if a verb in the plural follows. */
size_t two_before(const struct analysis *a, const struct sentence *s, size_t at, uint32_t who[2])
{
	for (size_t i = at; i > 0; i--) {
		const accord_item *item = &s->items[i - 1];
		if (item->kind != ACCORD_ITEM_COMPANY || item->flags & ACCORD_ITEM_GENITIVE)
			continue;
		if (item->entity_count != 2 || !plural_follows(a, s, at))
			return 0;
		who[0] = company_of(a, item, 0);
		who[1] = company_of(a, item, 1);
		return 2;
	}
	return 0;
}

/* The other member of the two that a relative pronoun in the plural follows. */
uint32_t other_antecedent(const struct analysis *a, const struct sentence *s, size_t at)
{
	for (size_t i = at, steps = 0; i > 0 && steps < 4; i--, steps++) {
		const accord_item *item = &s->items[i - 1];
		if (item->kind == ACCORD_ITEM_COMPANY)
			return item->entity_count == 2 && plural_follows(a, s, at) ? company_of(a, item, 0) : NOBODY;
	}
	return NOBODY;
}

/* The first bare company of the clause, else of what stands around it no deeper, else the first that is named at all. */
uint32_t subject(const struct analysis *a, const struct sentence *s, size_t at)
{
	const accord_item *first = NULL, *around = NULL;
	for (size_t i = 0; i < at; i++) {
		const accord_item *item = &s->items[i];
		if (item->kind != ACCORD_ITEM_COMPANY || (item->flags & ACCORD_ITEM_GENITIVE))
			continue;
		bool bare = !(item->flags & ACCORD_ITEM_GOVERNED);
		if (bare && item->clause == s->items[at].clause)
			return company_of(a, item, 0);
		if (bare && !around && item->depth <= s->items[at].depth)
			around = item;
		if (!first)
			first = item;
	}
	if (around)
		return company_of(a, around, 0);
	return first ? company_of(a, first, 0) : NOBODY;
}

/* The bare company nearest to the left in the clause, which is the subject of the verb between; NULL if there is none. */
const accord_item *nearest_subject(const struct sentence *s, size_t at)
{
	for (size_t i = at; i > 0; i--) {
		const accord_item *item = &s->items[i - 1];
		if (item->kind == ACCORD_ITEM_COMPANY && item->clause == s->items[at].clause &&
		    !(item->flags & (ACCORD_ITEM_GENITIVE | ACCORD_ITEM_GOVERNED)))
			return item;
	}
	return NULL;
}

static bool bare_company(const accord_item *item)
{
	return item->kind == ACCORD_ITEM_COMPANY && !(item->flags & (ACCORD_ITEM_GENITIVE | ACCORD_ITEM_GOVERNED));
}

/*
 * "Cisco taglia i costi dopo aver comprato Splunk": the first bare company of the clause around. "Dopo aver comprato Splunk, Cisco …",
 * "Rilevando Splunk, Cisco …": where none stands before, the first behind the comma, up to the verb.
 */
uint32_t controller(const struct analysis *a, const struct sentence *s, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (bare_company(&s->items[i]) && s->items[i].depth <= s->items[at].depth)
			return company_of(a, &s->items[i], 0);
	size_t comma = at;
	while (comma < s->count && !(is_comma(&s->items[comma]) && s->items[comma].depth <= s->items[at].depth))
		comma++;
	for (size_t i = comma; i < s->count; i++) {
		if (bare_company(&s->items[i]) && s->items[i].depth <= s->items[at].depth)
			return company_of(a, &s->items[i], 0);
		if ((word_bits(a->grammar, &s->items[i]) & W_FINITE) && !(word_bits(a->grammar, &s->items[i]) & (W_NOUN | W_PREPOSITION)))
			return NOBODY;
	}
	return NOBODY;
}
