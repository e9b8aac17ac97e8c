/*
 * Names that no list knows may be companies where they play a part in a deal: "Flipkart gobbled up Letsbuy", "a round of
 * Compound and Fly Ventures". The sentence is matched once more with such names as companies; of that second reading counts
 * what gives a part to one of them and to a known company or a sum beside it.
 *
 * Rules need not say so: `NEWCOMER` in a rule is for places that are so telling that a name is a company alone there.
 */
#include "deal.h"
#include "discourse.h"

#include <string.h>

#define LEAST_NAME 3 /* bytes */
#define PLAIN 50     /* priority of a rule that is no back-off */
#define SURE 55      /* priority of a rule that asks for no company besides */

/* One word that the rules know is no name: "Series", "GHz". */
static bool known_word(const struct analysis *a, const accord_item *item)
{
	size_t count = 0;
	if (item->word)
		accord_lexicon_readings(accord_rules_lexicon(a->rules), item->word, &count);
	return count > 0 || word_bits(a->grammar, item);
}

static bool hyphen(const accord_item *item)
{
	return item->kind == ACCORD_ITEM_PUNCT && accord_slice_is(item->text, "-") && !(item->flags & ACCORD_ITEM_SPACE);
}

/*
 * "Exein ha stretto …": a word of no lexicon, right before the verb of which it is the subject, or a comma; its capital says nothing, as
 * the sentence begins with it. German nouns have capitals anyway.
 */
static bool begins_before_verb(const struct analysis *a, const struct sentence *s, size_t i)
{
	const accord_item *item = &s->items[i];
	const uint16_t begins = ACCORD_ITEM_SENTENCE_START | ACCORD_ITEM_CAPITAL;
	if (item->kind != ACCORD_ITEM_WORD || item->word || (item->flags & begins) != begins || i + 1 >= s->count)
		return false;
	uint32_t next = word_bits(a->grammar, &s->items[i + 1]);
	bool apart = s->items[i + 1].kind == ACCORD_ITEM_PUNCT && accord_slice_is(s->items[i + 1].text, ",");
	return strcmp(a->lang, "de") != 0 && item->text.len >= LEAST_NAME &&
	       (apart || ((next & W_FINITE) && !(next & W_NOUN)));
}

/*
 * "Edison Stoccaggio", "KKR Infrastructure" (not German): a company's name and one word that no list knows were taken for a product of the
 * company. Where the two play a part in a deal they are a daughter of it. Figures are of products ("Galaxy S9").
 */
static bool maybe_daughter(const struct analysis *a, const accord_item *item)
{
	if (strcmp(a->lang, "de") == 0 || item->kind != ACCORD_ITEM_PRODUCT || item->flags & ACCORD_ITEM_DOUBTFUL)
		return false;
	size_t spaces = 0, last = 0;
	for (size_t i = 0; i < item->text.len; i++) {
		char ch = item->text.data[i];
		if ((ch >= '0' && ch <= '9') || ch == '-')
			return false;
		if (ch == ' ') {
			spaces++;
			last = i + 1;
		}
	}
	return spaces == 1 && item->text.len > last + LEAST_NAME;
}

static bool in_class(const struct analysis *a, const accord_item *item, const char *name)
{
	uint32_t class_of = item->word ? accord_rules_class(a->rules, name) : 0;
	return class_of && accord_rules_in_class(a->rules, item->word, class_of, ACCORD_FORM_ANY);
}

/* "la fabbrica di Borgo Rotondo": works that a name of no list tells are called by their town; "la famiglia Rossi" is of people. */
static bool town_of_site(const struct analysis *a, const struct sentence *s, size_t i)
{
	return i > 1 && in_class(a, &s->items[i - 1], "genitive") && in_class(a, &s->items[i - 2], "site");
}

static bool may_be_company(const struct analysis *a, const struct sentence *s, size_t i)
{
	const accord_item *item = &s->items[i];
	if (begins_before_verb(a, s, i))
		return true;
	if (maybe_daughter(a, item) && (i + 1 == s->count || s->items[i + 1].kind != ACCORD_ITEM_NAME))
		return true;
	if (item->kind != ACCORD_ITEM_NAME || item->text.len < LEAST_NAME || known_word(a, item))
		return false;
	bool one_word = !memchr(item->text.data, ' ', item->text.len);
	if (item->flags & ACCORD_ITEM_DOUBTFUL && (strcmp(a->lang, "it") != 0 || (one_word && item->flags & ACCORD_ITEM_SENTENCE_START)))
		return false;
	if (i > 0 && s->items[i - 1].kind == ACCORD_ITEM_NUMBER)
		return false; /* "700 MHz" */
	if (town_of_site(a, s, i) || (i > 0 && in_class(a, &s->items[i - 1], "kin")))
		return false;
	if (i > 0 && (hyphen(&s->items[i - 1]) || s->items[i - 1].kind == ACCORD_ITEM_PERSON))
		return false;
	return i + 1 == s->count || !hyphen(&s->items[i + 1]);
}

/* "Brightpeak, che nel 2018 era finita nelle mani di Reply": a relative pronoun is the newcomer before it; `promoted` says which. */
static void promote_relatives(const struct analysis *a, struct sentence *trial, uint32_t *promoted)
{
	for (size_t i = 1; i < trial->count; i++) {
		accord_item *item = &trial->items[i];
		if (item->kind != ACCORD_ITEM_WORD || !(word_bits(a->grammar, item) & W_RELATIVE))
			continue;
		const accord_item *named = antecedent_item(a, trial, i);
		size_t name = named ? (size_t)(named - trial->items) : i;
		if (!promoted[name])
			continue;
		promoted[i] = promoted[name];
		item->kind = ACCORD_ITEM_COMPANY;
		item->entity_count = 0;
		item->word = 0;
		item->flags |= ACCORD_ITEM_REFERENCE;
	}
}

/* The sentence with its unknown names as companies; `promoted` is 0 of the others, else which item has the name, from 1. */
static bool promote(struct analysis *a, const struct sentence *s, struct sentence *trial, uint32_t *promoted)
{
	bool any = false, beside = false; /* a newcomer counts beside a company or a sum only */
	for (size_t i = 0; i < s->count; i++)
		beside |= s->items[i].kind == ACCORD_ITEM_COMPANY || s->items[i].kind == ACCORD_ITEM_AMOUNT;
	if (!beside)
		return false;
	*trial = *s;
	trial->items = accord_arena_alloc(a->arena, (s->count + 1) * sizeof *trial->items);
	if (!trial->items)
		return false;
	memcpy(trial->items, s->items, s->count * sizeof *trial->items);
	for (size_t i = 0; i < s->count; i++) {
		if (!may_be_company(a, s, i))
			continue;
		promoted[i] = (uint32_t)i + 1;
		any = true;
		trial->items[i].kind = ACCORD_ITEM_COMPANY;
		trial->items[i].entity_count = 0;
		trial->items[i].word = 0;
	}
	if (any) {
		promote_relatives(a, trial, promoted);
		for (size_t i = 0; i < trial->count; i++)
			trial->items[i].clause = trial->items[i].depth = 0;
		mark_clauses(a, trial);
		mark_phrases(a, trial);
	}
	return any;
}

bool two_newcomers_count(const struct analysis *a, const accord_match *m)
{
	int priority = accord_rule_priority(m->rule);
	return priority >= SURE || (priority >= PLAIN && a->business);
}

/*
 * A newcomer takes part, and beside it a company that was found before, or a sum; or two newcomers take part in what a rule of such
 * priority tells: "Interparfums e Lampugnani hanno firmato un contratto di licenza". One that looks like common words ("Radius Health") wants a
 * company beside it, and no rule that guesses.
 */
static bool counts(const struct analysis *a, const struct sentence *s, const accord_match *m, const uint32_t *promoted)
{
	size_t fresh = 0;
	bool established = false, doubtful = false;
	int priority = accord_rule_priority(m->rule);
	for (size_t b = 0; b < m->binding_count; b++)
		for (uint32_t i = m->bindings[b].first; i <= m->bindings[b].last; i++) {
			fresh += m->bindings[b].role >= 0 && promoted[i] != 0;
			doubtful |= m->bindings[b].role >= 0 && promoted[i] && s->items[i].flags & ACCORD_ITEM_DOUBTFUL;
			established |= s->items[i].kind == ACCORD_ITEM_AMOUNT;
			established |= m->bindings[b].role >= 0 && s->items[i].kind == ACCORD_ITEM_COMPANY;
		}
	if (doubtful && (!established || priority < PLAIN))
		return false;
	return fresh && (established || (fresh > 1 && two_newcomers_count(a, m)));
}

/* What a pronoun was bound to is said of the name that it stands for. */
static void bind_names(accord_match *m, const uint32_t *promoted)
{
	for (size_t b = 0; b < m->binding_count; b++) {
		accord_binding *binding = &m->bindings[b];
		if (binding->role >= 0 && binding->first == binding->last && promoted[binding->first])
			binding->first = binding->last = promoted[binding->first] - 1;
	}
}

static size_t parts(const accord_match *m)
{
	size_t n = 0;
	for (size_t b = 0; b < m->binding_count; b++)
		n += m->bindings[b].role >= 0;
	return n;
}

/* The first reading's match of the same type at the same word. */
static accord_match *rival(accord_match *matches, size_t count, const accord_match *m)
{
	for (size_t i = 0; i < count; i++)
		if (accord_rule_type(matches[i].rule) == accord_rule_type(m->rule) && matches[i].trigger == m->trigger)
			return &matches[i];
	return NULL;
}

accord_status match_deals(struct analysis *a, struct sentence *s, accord_match **matches, size_t *count)
{
	struct sentence trial;
	accord_match *again, *all;
	size_t again_count;
	accord_status status = accord_rules_match(a->rules, ACCORD_RULE_DEAL, a->arena, s->items, s->count, matches, count);
	uint32_t *promoted = accord_arena_calloc(a->arena, s->count + 1, sizeof *promoted);
	if (status != ACCORD_OK || !promoted || !promote(a, s, &trial, promoted))
		return status;
	status = accord_rules_match(a->rules, ACCORD_RULE_DEAL, a->arena, trial.items, trial.count, &again, &again_count);
	if (status != ACCORD_OK || !again_count)
		return status;
	all = accord_arena_alloc(a->arena, (*count + again_count) * sizeof *all);
	if (!all)
		return ACCORD_ENOMEM;
	size_t first = *count;
	if (first)
		memcpy(all, *matches, first * sizeof *all);
	for (size_t i = 0; i < again_count; i++) {
		bind_names(&again[i], promoted);
		if (!counts(a, s, &again[i], promoted))
			continue;
		accord_match *old = rival(all, first, &again[i]);
		if (!old)
			all[(*count)++] = again[i];
		else if (parts(&again[i]) > parts(old))
			*old = again[i];
	}
	*matches = all;
	return ACCORD_OK;
}
