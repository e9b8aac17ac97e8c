/*
 * Where a sentence points at a place: the nearest verb says it, or a word like "voraussichtlich". A
 * participle is past only with its auxiliary. The present of German and Italian announces; that of English
 * headlines tells what has been.
 */
#include "date.h"

#include <string.h>

struct cues {
	uint32_t future, future_to, be, perfect, subordinator, since, until;
};

static uint32_t forms_of(const accord_lexicon *lexicon, accord_word word)
{
	size_t count;
	uint32_t forms = 0;
	const accord_reading *readings = accord_lexicon_readings(lexicon, word, &count);
	for (size_t i = 0; i < count; i++) {
		accord_pos pos;
		accord_lexicon_lemma_name(lexicon, readings[i].lemma, &pos);
		if (pos == ACCORD_POS_VERB)
			forms |= readings[i].forms;
	}
	return forms;
}

static bool item_is(const struct date_reading *r, size_t i, const char *word)
{
	return accord_slice_is(r->items[i].text, word);
}

static bool is_of(const struct date_reading *r, size_t i, uint32_t class_of)
{
	return class_of && r->items[i].word &&
	       accord_rules_in_class(r->a->rules, r->items[i].word, class_of, ACCORD_FORM_ANY);
}

/* "hat … angekündigt", "ha annunciato": whether an auxiliary makes a participle past. */
static bool is_perfect(const struct date_reading *r, const struct cues *cues, size_t i)
{
	size_t back = r->a->lang[0] == 'd' ? 15 : 4, ahead = r->a->lang[0] == 'd' ? 2 : 0;
	size_t from = i > back ? i - back : 0;
	for (size_t k = from; k <= i + ahead && k < r->count; k++)
		if (k != i && is_of(r, k, cues->perfect))
			return true;
	return false;
}

/* "beginnt", "esce": no auxiliary, and not what may be another form of the verb as well. */
static bool is_present(const struct date_reading *r, const struct cues *cues, size_t i, uint32_t forms)
{
	if (r->a->lang[0] == 'e' || !(forms & ACCORD_FORM_PRESENT) ||
	    (forms & (ACCORD_FORM_PP | ACCORD_FORM_PAST)) || is_of(r, i, cues->perfect))
		return false;
	/* "stehen", "beginnen" are infinitives behind "zu" and at the end of a clause */
	return !(forms & ACCORD_FORM_INF) || (!(i && accord_slice_is(r->items[i - 1].text, "zu")) &&
					      i + 1 < r->count && r->items[i + 1].kind != ACCORD_ITEM_PUNCT);
}

static bool ends_in(accord_slice word, const char *ending)
{
	size_t n = strlen(ending);
	return word.len > n + 2 && !memcmp(word.data + word.len - n, ending, n);
}

/* English verbs of no lexicon: "vetoed" is past, "are haggling" goes on; 0 for what looks like neither. */
static int points_unknown(const struct date_reading *r, const struct cues *cues, size_t i)
{
	const accord_item *item = &r->items[i];
	if (r->a->lang[0] != 'e' || (item->flags & ACCORD_ITEM_CAPITAL))
		return 0;
	if (ends_in(item->text, "ing")) {
		for (size_t k = 1; k <= 2 && k <= i; k++)
			if (item_is(r, i - k, "is") || item_is(r, i - k, "are"))
				return 1;
		return 0;
	}
	bool planned = i > 0 && is_of(r, i - 1, cues->be);
	return ends_in(item->text, "ed") && !ends_in(item->text, "eed") && !planned ? -1 : 0;
}

/* How a word points: 1 future, -1 past, 2 present, 0 not at all. */
static int points(const struct date_reading *r, const struct cues *cues, size_t i)
{
	const accord_item *item = &r->items[i];
	if (item->kind != ACCORD_ITEM_WORD)
		return 0;
	uint32_t forms =
		item->word ? forms_of(accord_rules_lexicon(r->a->rules), item->word) : 0;
	bool was = (forms & ACCORD_FORM_PAST) && !(forms & ACCORD_FORM_PP); /* would, sollte */
	if ((is_of(r, i, cues->future) && !was) ||
	    (is_of(r, i, cues->future_to) && i + 1 < r->count &&
	     (accord_slice_is(r->items[i + 1].text, "to") ||
	      (item->text.len >= 3 && !is_of(r, i, cues->perfect) &&
	       accord_slice_is(r->items[i + 1].text, "for"))))) /* set for Monday, not: is for */
		return 1;
	if (forms & ACCORD_FORM_FUTURE)
		return 1;
	if (is_present(r, cues, i, forms))
		return 2;
	if (!(forms & (ACCORD_FORM_PAST | ACCORD_FORM_PP)))
		return points_unknown(r, cues, i);
	for (size_t k = 1; cues->be && k <= 3 && k <= i; k++) /* will be announced */
		if (is_of(r, i - k, cues->be))
			return 0;
	return (forms & ACCORD_FORM_PAST) || is_perfect(r, cues, i) ? -1 : 0;
}

/* "set for Monday", "due in March", "the vote is on Friday": what stands right before says it. */
static bool is_scheduled(const struct date_reading *r, const struct cues *cues, size_t first)
{
	static const char *const prepositions[] = {"for", "in", "on", "at", "by"};
	for (size_t i = 0; first >= 2 && i < sizeof prepositions / sizeof *prepositions; i++)
		if (item_is(r, first - 1, prepositions[i]))
			return is_of(r, first - 2, cues->future_to) && !is_of(r, first - 2, cues->perfect);
	return false;
}

/* "since Monday" is over; "by Friday", "until June" is to come, unless the verb right before is past. */
static enum tense tense_of_mark(const struct date_reading *r, const struct cues *cues, size_t first)
{
	if (!first)
		return TENSE_UNKNOWN;
	if (is_of(r, first - 1, cues->since))
		return TENSE_PAST;
	if (is_of(r, first - 1, cues->until))
		return first > 1 && points(r, cues, first - 2) < 0 ? TENSE_PAST : TENSE_FUTURE;
	return is_scheduled(r, cues, first) ? TENSE_FUTURE : TENSE_UNKNOWN;
}

/* The nearest verb counts; what stands behind a comma or in another clause is far. */
enum tense tense_near(const struct date_reading *r, size_t first, size_t last)
{
	const accord_rule_language *rules = r->a->rules;
	struct cues cues = {
		accord_rules_class(rules, "future_cue"),         accord_rules_class(rules, "future_to"),
		accord_rules_class(rules, "passive_infinitive"), accord_rules_class(rules, "perfect"),
		accord_rules_class(rules, "subordinator"),       accord_rules_class(rules, "since_mark"),
		accord_rules_class(rules, "until_mark")};
	enum tense marked = tense_of_mark(r, &cues, first);
	if (marked != TENSE_UNKNOWN)
		return marked;
	long nearest_future = 1000, nearest_past = 1000, nearest_present = 1000;
	for (int direction = -1; direction <= 1; direction += 2) {
		long distance = 0;
		for (long i = direction < 0 ? (long)first - 1 : (long)last + 1;
		     i >= 0 && i < (long)r->count && distance < 24; i += direction) {
			const accord_item *item = &r->items[i];
			distance++;
			if (item->kind == ACCORD_ITEM_PUNCT) {
				if (accord_slice_is(item->text, ";") || accord_slice_is(item->text, ":"))
					break;
				distance += accord_slice_is(item->text, ",") ? 6 : 0;
			} else if (is_of(r, (size_t)i, cues.subordinator)) {
				distance += 6;
			}
			int way = points(r, &cues, (size_t)i);
			if (way == 2 && distance < nearest_present)
				nearest_present = distance;
			else if (way == 1 && distance < nearest_future)
				nearest_future = distance;
			else if (way < 0 && distance < nearest_past)
				nearest_past = distance;
		}
	}
	if (nearest_present < nearest_future && nearest_present < nearest_past)
		return TENSE_PRESENT;
	if (nearest_future == 1000 && nearest_past == 1000)
		return TENSE_UNKNOWN;
	return nearest_future < nearest_past ? TENSE_FUTURE : TENSE_PAST;
}
