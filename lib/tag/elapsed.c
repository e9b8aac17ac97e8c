/*
 * Deals that are told by how long ago they were: "seven years after they set up S-LCD", "zwei Jahre nach der Übernahme von Palm",
 * "due anni dopo aver comprato Palm". The span is counted back from the day of which the rest of the sentence tells, else from
 * that of publication. And which dates belong to such words and to no other deal of the sentence.
 */
#include "clause.h"
#include "deal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NOWHERE SIZE_MAX
#define PHRASE 14 /* items from "after" to the word that tells the deal */

static bool is_after(const struct analysis *a, const struct sentence *s, size_t i)
{
	uint32_t after = accord_rules_class(a->rules, "elapsed");
	return after && i < s->count && s->items[i].word && accord_rules_in_class(a->rules, s->items[i].word, after, UINT32_MAX);
}

static bool ends_on(accord_slice text, const char *end)
{
	size_t n = strlen(end);
	return text.len >= n && !memcmp(text.data + text.len - n, end, n);
}

/* The item of "after" that the span at `i` counts from: behind it, or its own last word ("due anni dopo"); NOWHERE if there is none. */
static size_t after_behind(const struct analysis *a, const struct sentence *s, size_t i)
{
	bool later = bits_at(a, s, i + 1) & W_FINITE && !(bits_at(a, s, i + 1) & (W_NOUN | W_DETERMINER)); /* "due anni dopo è pace" */
	if (ends_on(s->items[i].text, " dopo"))
		return later ? NOWHERE : i;
	size_t next = i + 1;
	if (next + 1 < s->count && is_punct(&s->items[next], ','))
		next++; /* "ein Jahr, nachdem …" */
	if (is_after(a, s, next))
		return next;
	bool at = i > 0 && (accord_slice_is(s->items[i - 1].text, "a") || accord_slice_is(s->items[i - 1].text, "A"));
	bool from = at && i + 1 < s->count && (bits_at(a, s, i + 1) & W_BY);
	return from ? i + 1 : NOWHERE; /* "a due anni dall'acquisizione" */
}

/* What may stand between "after" and the word that tells the deal: who did it, articles, adjectives, auxiliaries. */
static bool leads_up(const struct analysis *a, const accord_item *item)
{
	uint32_t bits = word_bits(a->grammar, item);
	if (item->kind == ACCORD_ITEM_COMPANY || item->flags & ACCORD_ITEM_INNER)
		return true;
	if (item->kind != ACCORD_ITEM_WORD || accord_slice_is(item->text, "that"))
		return accord_slice_is(item->text, "'s");
	if (bits & (W_DETERMINER | W_POSSESSIVE | W_PRONOUN | W_AUXILIARY | W_FINITE))
		return true;
	return !(item->flags & ACCORD_ITEM_CAPITAL) && !(bits & (W_NOUN | W_COORDINATOR | W_PREPOSITION | W_SUBORDINATOR));
}

/* Whether "after" at `from` leads up to the trigger. */
static bool leads_to(const struct analysis *a, const struct candidate *c, size_t from)
{
	const struct sentence *s = c->sentence;
	size_t trigger = c->match->trigger;
	if (trigger <= from || trigger - from > PHRASE)
		return false;
	bool verb_last = !strcmp(a->lang, "de") && accord_slice_is(s->items[from].text, "nachdem");
	for (size_t i = from + 1; i < trigger; i++)
		if (is_punct(&s->items[i], ',') || (!verb_last && !leads_up(a, &s->items[i])))
			return false;
	return true;
}

/* Months of a span of years or months, "P2.5Y", "P16M"; 0 of any other. */
static int span_months(accord_slice value, char *unit)
{
	char text[16];
	if (value.len < 3 || value.len >= sizeof text || value.data[0] != 'P')
		return 0;
	memcpy(text, value.data, value.len);
	text[value.len] = '\0';
	char *end;
	double n = strtod(text + 1, &end);
	*unit = *end;
	if (end == text + 1 || end[1] || n <= 0 || n > 200)
		return 0;
	return *end == 'Y' ? (int)(n * 12 + 0.5) : *end == 'M' ? (int)(n + 0.5) : 0;
}

/* The date that lies so many months before another; as fine as both allow, unknown if the other is too coarse. */
static accord_slice months_before(const struct analysis *a, accord_slice from, int months, char unit)
{
	accord_slice none = {NULL, 0};
	char text[16];
	bool month_told = from.len >= 7 && from.data[5] != 'Q';
	if (from.len < 4 || (unit == 'M' && !month_told))
		return none;
	snprintf(text, sizeof text, "%.4s", from.data);
	int year = atoi(text), month = month_told ? (from.data[5] - '0') * 10 + (from.data[6] - '0') : 12;
	int at = year * 12 + month - 1 - months;
	if (at < 12000)
		return none;
	size_t len = (size_t)snprintf(text, sizeof text, unit == 'M' ? "%04d-%02d" : "%04d", at / 12, at % 12 + 1);
	const char *copy = accord_arena_copy(a->arena, text, len);
	return copy ? (accord_slice){copy, len} : none;
}

/* "Tim è legata da un anno a Google", "arbeiten seit zwei Jahren zusammen": since when a relation stands. */
static bool standing_since(const struct analysis *a, const struct candidate *c, size_t i)
{
	const struct sentence *s = c->sentence;
	bool lasts = c->type == ACCORD_PARTNERSHIP || c->type == ACCORD_SUPPLY || c->type == ACCORD_LICENSING || c->type == ACCORD_JOINT_VENTURE;
	if (!lasts || !i || s->items[i].clause != s->items[c->match->trigger].clause || (i > 1 && bits_at(a, s, i - 2) & W_NOUN))
		return false;
	return accord_slice_is(s->items[i - 1].text, strcmp(a->lang, "it") ? "seit" : "da");
}

static bool ends_later(accord_slice text)
{
	static const char *const ends[] = {" later", " sp\xC3\xA4ter", " darauf", " danach", " dopo", " tardi"};
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (ends_on(text, ends[i]))
			return true;
	return false;
}

/* Whether "and" or a comma stands between two items. */
static bool parted(const struct analysis *a, const struct sentence *s, size_t i, size_t k)
{
	size_t from = i < k ? i : k, to = i < k ? k : i;
	for (size_t n = from + 1; n < to; n++)
		if ((bits_at(a, s, n) & W_COORDINATOR) || is_punct(&s->items[n], ',') || is_punct(&s->items[n], ';'))
			return true;
	return false;
}

/* The day told last before item `at`, in the sentence or the one before it. */
static accord_slice day_before(const struct analysis *a, const struct sentence *s, size_t at)
{
	for (size_t back = 0; back < 2; back++, s--) {
		for (size_t i = back ? s->count : at; i > 0; i--) {
			accord_slice date = s->items[i - 1].kind == ACCORD_ITEM_DATE ? usable_date(a, &s->items[i - 1]) : (accord_slice){NULL, 0};
			if (date.len)
				return date;
		}
		if (!s->number || s[-1].field != s->field)
			break;
	}
	return (accord_slice){NULL, 0};
}

/* "bought by Google in 2012 and passed on to Lenovo two years later": counted on from the day told before. */
static accord_slice later_date(const struct analysis *a, const struct candidate *c)
{
	const struct sentence *s = c->sentence;
	accord_slice none = {NULL, 0};
	for (size_t i = 0; i < s->count; i++) {
		char unit;
		if (s->items[i].kind != ACCORD_ITEM_DATE || !ends_later(s->items[i].text) ||
		    (parted(a, s, i, c->match->trigger) && parted(a, s, i, c->match->last)))
			continue;
		const accord_timex *t = &a->dates[s->items[i].entity];
		int months = t->type == ACCORD_DURATION ? span_months(t->value, &unit) : 0;
		accord_slice from = months ? day_before(a, s, i) : none, today = a->doc->published;
		accord_slice date = from.len ? months_before(a, from, -months, unit) : none;
		if (date.len && today.len >= date.len && memcmp(date.data, today.data, date.len) <= 0)
			return date;
	}
	return none;
}

accord_slice elapsed_date(const struct analysis *a, const struct candidate *c)
{
	const struct sentence *s = c->sentence;
	accord_slice none = {NULL, 0}, day = a->doc->published, later = later_date(a, c);
	if (later.len)
		return later;
	for (size_t i = 0; i < s->count; i++) {
		char unit;
		if (s->items[i].kind != ACCORD_ITEM_DATE)
			continue;
		const accord_timex *t = &a->dates[s->items[i].entity];
		int months = t->type == ACCORD_DURATION ? span_months(t->value, &unit) : 0;
		if (!months) {
			accord_slice date = usable_date(a, &s->items[i]);
			day = date.len ? date : day; /* "In 2014, two years after …" */
			continue;
		}
		if (standing_since(a, c, i))
			return months_before(a, day, months, unit);
		size_t after = after_behind(a, s, i);
		if (after != NOWHERE && leads_to(a, c, after))
			return months_before(a, day, months, unit);
	}
	return none;
}

/* Where the words that "after" at `from` governs end: at a comma, in a German main clause at its verb. */
static size_t phrase_end(const struct analysis *a, const struct sentence *s, size_t from)
{
	bool german = !strcmp(a->lang, "de");
	size_t i = from + 1;
	for (; i < s->count && !is_punct(&s->items[i], ',') && !is_punct(&s->items[i], ';'); i++)
		if (german && (bits_at(a, s, i) & W_FINITE) && !(bits_at(a, s, i) & (W_NOUN | W_PREPOSITION | W_PARTICIPLE)))
			break;
	return i;
}

bool dates_what_came_before(const struct analysis *a, const struct candidate *c, size_t date)
{
	const struct sentence *s = c->sentence;
	uint32_t nouns[] = {accord_rules_class(a->rules, "takeover"), accord_rules_class(a->rules, "sale"),
	                    accord_rules_class(a->rules, "merger")};
	for (size_t i = 0; i + 1 < date; i++) {
		size_t end = is_after(a, s, i) && date - i <= PHRASE ? phrase_end(a, s, i) : 0;
		if (date >= end || (c->match->trigger > i && c->match->trigger < end))
			continue;
		for (size_t k = i + 1; k < date; k++) {
			accord_word word = s->items[k].word;
			uint32_t bits = bits_at(a, s, k);
			bool told = (bits & W_VERB) && !(bits & (W_NOUN | W_PREPOSITION | W_AUXILIARY));
			for (size_t n = 0; word && n < sizeof nouns / sizeof *nouns; n++)
				told |= nouns[n] && accord_rules_in_class(a->rules, word, nouns[n], UINT32_MAX);
			if (told)
				return true;
		}
	}
	return false;
}
