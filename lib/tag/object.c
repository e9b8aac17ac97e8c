/*
 * What changes hands, in the words of the article. A rule binds the noun that it knows ("business", "Sparte", "brevetti");
 * a reader wants the phrase: "handset business", "rund 1.500 Patente", "defizitäre Speichersparte", "attività Cdma". The
 * phrase grows over what may stand before its head, never over a company, a verb or a word of the grammar.
 */
#include "deal.h"

#include <string.h>

#define LONGEST 6 /* items on each side of the head */

static bool in_class(const struct analysis *a, const char *name, const accord_item *item)
{
	uint32_t number = accord_rules_class(a->rules, name);
	return item->word && number && accord_rules_in_class(a->rules, item->word, number, ACCORD_FORM_ANY);
}

static bool grammar_word(const struct analysis *a, const accord_item *item)
{
	static const char *const classes[] = {"determiner", "definite",    "possessive", "pronoun",  "preposition", "relative",
	                                      "auxiliary",  "subordinator", "coordinator", "negation", "adverb",      "particle"};
	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
		if (in_class(a, classes[i], item))
			return true;
	return false;
}

/* A word that the rules know as a verb, in a form that is no adjective. */
static bool verb_form(const struct analysis *a, const accord_item *item)
{
	size_t count;
	if (!item->word)
		return false;
	const accord_reading *readings = accord_lexicon_readings(accord_rules_lexicon(a->rules), item->word, &count);
	for (size_t i = 0; i < count; i++)
		if (readings[i].forms & (ACCORD_FORM_FINITE | ACCORD_FORM_INF | ACCORD_FORM_ZU | ACCORD_FORM_ING | ACCORD_FORM_CLITIC))
			return true;
	return false;
}

static bool ends_like_adjective(accord_slice text)
{
	static const char *const ends[] = {"e", "en", "er", "es", "em"};
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t n = strlen(ends[i]);
		if (text.len > n + 2 && !memcmp(text.data + text.len - n, ends[i], n))
			return true;
	}
	return false;
}

static bool same_phrase(const accord_item *item, const accord_item *head)
{
	return item->clause == head->clause && item->depth == head->depth;
}

/* What may stand between determiner and head: adjectives, numbers, in English nouns and names. */
static bool premodifies(const struct analysis *a, const accord_item *item, const accord_item *next)
{
	bool german = !strcmp(a->lang, "de"), english = !strcmp(a->lang, "en");
	switch (item->kind) {
	case ACCORD_ITEM_NUMBER:
		return true;
	case ACCORD_ITEM_PRODUCT:
	case ACCORD_ITEM_PLACE:
		return english && !(item->flags & ACCORD_ITEM_GENITIVE);
	case ACCORD_ITEM_NAME:
	case ACCORD_ITEM_WORD:
		break;
	default:
		return false;
	}
	if (in_class(a, "quantifier", item))
		return next->kind == ACCORD_ITEM_NUMBER;
	if (grammar_word(a, item) || verb_form(a, item))
		return false;
	bool capital = item->flags & ACCORD_ITEM_CAPITAL;
	if (german)
		return !capital && ends_like_adjective(item->text);
	return english && !(item->flags & (ACCORD_ITEM_SENTENCE_START | ACCORD_ITEM_GENITIVE));
}

/* Romance order: a bare name or acronym behind its head, "attività Cdma". */
static bool postmodifies(const struct analysis *a, const accord_item *item)
{
	if (strcmp(a->lang, "it") != 0)
		return false;
	return item->kind == ACCORD_ITEM_PRODUCT ||
	       (item->kind == ACCORD_ITEM_NAME && !(item->flags & ACCORD_ITEM_GENITIVE)) ||
	       (item->kind == ACCORD_ITEM_WORD && item->flags & ACCORD_ITEM_UPPER && item->text.len > 1);
}

/* "the", "ihre"; a possessive that was resolved is a company by now. */
static bool article(const struct analysis *a, const accord_item *item)
{
	bool whose = item->flags & ACCORD_ITEM_REFERENCE && item->flags & ACCORD_ITEM_GENITIVE && !(item->flags & ACCORD_ITEM_CAPITAL);
	return whose || in_class(a, "determiner", item) || in_class(a, "definite", item) || in_class(a, "possessive", item);
}

static bool joins(const accord_item *items, uint32_t hyphen)
{
	return accord_slice_is(items[hyphen].text, "-") && !((items[hyphen].flags | items[hyphen + 1].flags) & ACCORD_ITEM_SPACE);
}

/* How many items the modifier that ends before `low` has, 0 if there is none. "set-top": a compound belongs together. */
static uint32_t modifier_before(const struct analysis *a, const struct candidate *c, uint32_t low)
{
	const accord_item *items = c->sentence->items;
	uint32_t n = 1;
	if (low > 1 && joins(items, low - 1) && items[low - 2].kind != ACCORD_ITEM_PUNCT)
		return 2;
	while (low > n + 1 && joins(items, low - n - 1) && items[low - n - 2].kind != ACCORD_ITEM_PUNCT)
		n += 2;
	bool stands = low >= n && low - 1 != c->match->trigger && same_phrase(&items[low - 1], &items[low]) &&
	              (n > 1 || premodifies(a, &items[low - 1], &items[low]));
	return stands ? n : 0;
}

/* "part of its division": where the division is bound, the portion before it; `low` if there is none. */
static uint32_t portion_start(const struct analysis *a, const accord_item *items, uint32_t low)
{
	uint32_t i = low;
	while (i > 0 && low - i < 2 && article(a, &items[i - 1]))
		i--;
	if (i > 1 && in_class(a, "portion_of", &items[i - 1]) && in_class(a, "portion", &items[i - 2]))
		return i - 2;
	return low;
}

/* Of what it is a portion: "Rest seiner Beteiligung", "parte dei brevetti", "part of its server business"; `last` if it is none. */
static uint32_t portion_end(const struct analysis *a, const struct sentence *s, uint32_t last)
{
	const accord_item *items = s->items;
	bool german = !strcmp(a->lang, "de");
	uint32_t i = last + 1, words = 0;
	if (!in_class(a, "portion", &items[last]) || i >= s->count)
		return last;
	if (!in_class(a, "portion_of", &items[i]) && !(german && article(a, &items[i]) && items[i].kind == ACCORD_ITEM_COMPANY))
		return last;
	for (i++; i < s->count && words < LONGEST && same_phrase(&items[i], &items[last]); i++, words++) {
		const accord_item *item = &items[i];
		bool head = item->kind == ACCORD_ITEM_WORD && !grammar_word(a, item) && !verb_form(a, item);
		if (head && (german ? (item->flags & ACCORD_ITEM_CAPITAL) != 0 :
		                        i + 1 == s->count || !premodifies(a, &items[i + 1], &items[i + 1])))
			return i;
		if (!article(a, item) && !premodifies(a, item, item))
			break;
	}
	return last;
}

accord_slice object_phrase(const struct analysis *a, const struct candidate *c, uint32_t first, uint32_t last)
{
	const accord_item *items = c->sentence->items, *head = &items[last];
	while (first < last && grammar_word(a, &items[first]))
		first++; /* "the brand": without its article */
	uint32_t low = first, high = last;
	for (uint32_t n; first - low < LONGEST && (n = modifier_before(a, c, low)); low -= n)
		;
	while (high + 1 < c->sentence->count && high - last < LONGEST && high + 1 != c->match->trigger &&
	       same_phrase(&items[high + 1], head) && postmodifies(a, &items[high + 1]))
		high++;
	low = portion_start(a, items, low);
	if (high == last)
		high = portion_end(a, c->sentence, last);
	uint32_t start = items[low].start, end = items[high].end;
	return (accord_slice){a->fields[c->sentence->field].text.data + start, end - start};
}
