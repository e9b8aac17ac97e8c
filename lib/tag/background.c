/*
 * What an article tells beside its news: relations that stand ("which they are building together"), deals of some weeks ago
 * ("vor kurzem", "nelle scorse settimane"), clauses that only say more of a name.
 */
#include "clause.h"
#include "deal.h"

#include <string.h>

/* A relative pronoun that has become its company; "it" behind a conjunction is none. */
static bool was_relative(const accord_item *item)
{
	static const char *const pronouns[] = {"which", "who",  "whose", "whom",  "that",   "che",    "cui",     "quale",   "quali",  "der", "die",
	                                       "das",   "dem",  "den",   "deren", "dessen", "denen",  "welche",  "welcher", "welches", NULL};
	return item->kind == ACCORD_ITEM_COMPANY && item->flags & ACCORD_ITEM_REFERENCE && one_of(item->text, pronouns);
}

bool relative_clause(const struct analysis *a, const struct sentence *s, uint32_t trigger)
{
	uint32_t first = trigger;
	while (first > 0 && s->items[first - 1].depth >= s->items[trigger].depth)
		first--;
	for (uint32_t i = first; i < trigger && i < first + 3; i++) {
		const accord_item *item = &s->items[i];
		if (was_relative(item) || (word_bits(a->grammar, item) & W_RELATIVE))
			return s->items[trigger].depth > 0;
	}
	return false;
}

static bool vague(const struct sentence *s, const accord_timex *t, size_t i)
{
	static const char *const lasting[] = {"for", "für", "per", "over", "über", "seit", "da", NULL};
	if (accord_slice_is(t->value, "PAST_REF"))
		return true;
	bool some = t->type == ACCORD_DURATION && t->value.len > 1 && t->value.data[1] == 'X'; /* PXW: some weeks */
	return some && i > 0 && s->items[i - 1].kind == ACCORD_ITEM_WORD && !one_of(s->items[i - 1].text, lasting);
}

bool vague_past(const struct analysis *a, const struct candidate *c)
{
	const struct sentence *s = c->sentence;
	for (size_t i = 0; i < s->count; i++)
		if (s->items[i].kind == ACCORD_ITEM_DATE && s->items[i].clause == s->items[c->match->trigger].clause &&
		    vague(s, &a->dates[s->items[i].entity], i))
			return true;
	return false;
}

bool is_agreement(accord_deal_type type)
{
	return type == ACCORD_PARTNERSHIP || type == ACCORD_LICENSING || type == ACCORD_SETTLEMENT || type == ACCORD_SUPPLY ||
	       type == ACCORD_INVESTMENT;
}

/* "hatte … bekommen", "era stata acquistata", "had raised": an auxiliary that is past and nothing else. */
bool past_auxiliary(const struct analysis *a, const struct candidate *c)
{
	const struct sentence *s = c->sentence;
	for (size_t i = 0; i < s->count; i++) {
		size_t count;
		uint32_t forms = 0;
		if (s->items[i].clause != s->items[c->match->trigger].clause || !(bits_at(a, s, i) & W_AUXILIARY))
			continue;
		const accord_reading *readings = accord_lexicon_readings(accord_rules_lexicon(a->rules), s->items[i].word, &count);
		for (size_t r = 0; r < count; r++)
			forms |= readings[r].forms;
		if ((forms & ACCORD_FORM_PAST) && !(forms & ACCORD_FORM_PRESENT))
			return true;
	}
	return false;
}

/* A participle or a modal verb in the clause: something was done, or will be. */
static bool done_or_planned(const struct analysis *a, const struct candidate *c)
{
	const struct sentence *s = c->sentence;
	uint32_t modal = accord_rules_class(a->rules, "modal"), plan = accord_rules_class(a->rules, "plan");
	for (size_t i = 0; i < s->count; i++) {
		accord_word word = s->items[i].word;
		if (s->items[i].clause != s->items[c->match->trigger].clause || !word)
			continue;
		if ((bits_at(a, s, i) & W_PARTICIPLE) || accord_rules_in_class(a->rules, word, modal, UINT32_MAX) ||
		    accord_rules_in_class(a->rules, word, plan, ACCORD_FORM_FINITE))
			return true;
	}
	return false;
}

#define HAS_REACH 6

/* "It has development agreements with Nissan": the verb before the noun only says that there is one. */
static bool has_agreement(const struct analysis *a, const struct candidate *c)
{
	static const char *const has[] = {"has", "have", "hat", "haben", "ha", "hanno", "unterhält", "pflegt", "maintains", "vanta", NULL};
	const struct sentence *s = c->sentence;
	size_t at = c->match->trigger;
	if (!(bits_at(a, s, at) & W_NOUN) || c->sentence->paragraph <= 1)
		return false;
	for (size_t i = at; i > 0 && i + HAS_REACH > at; i--) {
		const accord_item *item = &s->items[i - 1];
		if (item->kind == ACCORD_ITEM_WORD && one_of(item->text, has))
			return !done_or_planned(a, c);
		if (item->clause != s->items[at].clause || (bits_at(a, s, i - 1) & W_FINITE && !(bits_at(a, s, i - 1) & W_NOUN)))
			return false;
	}
	return false;
}

bool standing_relation(const struct analysis *a, const struct candidate *c)
{
	bool lasts = c->type == ACCORD_PARTNERSHIP || c->type == ACCORD_LICENSING || c->type == ACCORD_SUPPLY;
	if (lasts && c->sentence->field == ACCORD_TEXT && has_agreement(a, c))
		return true;
	if (!lasts || c->sentence->field == ACCORD_TITLE || !relative_clause(a, c->sentence, c->match->trigger))
		return false;
	uint32_t tense = clause_tense(a, c);
	return (tense & ACCORD_FORM_PRESENT) &&
	       !(tense & (ACCORD_FORM_PAST | ACCORD_FORM_FUTURE | ACCORD_FORM_CONDITIONAL | ACCORD_FORM_SUBJUNCTIVE)) &&
	       !done_or_planned(a, c);
}

/* "…, bought by TE Connectivity for $895 million": behind a name and a comma, up to the trigger nothing but its adverbs. */
static bool participle_aside(const struct analysis *a, const struct candidate *c)
{
	const struct sentence *s = c->sentence;
	size_t i = c->match->trigger;
	if (!(bits_at(a, s, i) & W_PARTICIPLE))
		return false;
	while (i > 0 && s->items[i - 1].kind == ACCORD_ITEM_WORD && !(bits_at(a, s, i - 1) & (W_FINITE | W_AUXILIARY | W_COORDINATOR | W_NOUN)) &&
	       c->match->trigger - i < 3)
		i--;
	if (i < 2 || !is_punct(&s->items[i - 1], ','))
		return false;
	uint8_t before = s->items[i - 2].kind;
	return before == ACCORD_ITEM_COMPANY || before == ACCORD_ITEM_NAME || before == ACCORD_ITEM_PRODUCT;
}

/* "which the firm set up": a form of past and present alike, behind a subject in the singular, is past. */
static bool either_tense(const struct analysis *a, const struct candidate *c)
{
	size_t count;
	bool past = false, third_person = false;
	const accord_reading *readings =
		accord_lexicon_readings(accord_rules_lexicon(a->rules), c->sentence->items[c->match->trigger].word, &count);
	for (size_t i = 0; !strcmp(a->lang, "en") && i < count; i++) {
		past |= (readings[i].forms & ACCORD_FORM_PAST) != 0;
		third_person |= (readings[i].forms & ACCORD_FORM_PRESENT) && (readings[i].forms & ACCORD_FORM_SINGULAR) &&
				!(readings[i].forms & ACCORD_FORM_PAST);
	}
	return past && !third_person;
}

bool told_aside(const struct analysis *a, const struct candidate *c)
{
	uint32_t tense = clause_tense(a, c), open = ACCORD_FORM_FUTURE | ACCORD_FORM_CONDITIONAL | ACCORD_FORM_SUBJUNCTIVE;
	if (participle_aside(a, c))
		return true;
	if (!relative_clause(a, c->sentence, c->match->trigger) || (tense & open))
		return false;
	return (tense & ACCORD_FORM_PAST) && (!(tense & ACCORD_FORM_PRESENT) || either_tense(a, c));
}
