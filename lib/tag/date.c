/*
 * Dates of a field, sentence by sentence. Rules run twice: over words, then, where a date was found, over
 * words and dates, for what is made of dates ("Ende Mai", "von 2010 bis 2012"). The longest match wins, one
 * that says "no date" too.
 */
#include "choose.h"
#include "date.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_COMPOSED                                                                                         \
	4 /* passes over words and dates: of "am 16. und 17. sowie am 23. und 24. Mai" each takes one */
#define MAX_ROUNDS 4 /* of choosing, when a match turns out to say nothing */
#define OPENING 500  /* bytes in which "today" is the day of a report */

/* ---- what kind of text
 * ------------------------------------------------------------------------------------------- */

static int plain_year(accord_slice t)
{
	if (t.len != 4 || (t.data[0] != '1' && t.data[0] != '2'))
		return 0;
	int year = 0;
	for (size_t i = 0; i < 4; i++) {
		if (t.data[i] < '0' || t.data[i] > '9')
			return 0;
		year = year * 10 + (t.data[i] - '0');
	}
	return year <= 2100 ? year : 0;
}

/*
 * A history has many years, nearly all of them long gone, and never speaks of yesterday or of a weekday. In a
 * long text without either, "heute" is nowadays.
 */
/* Days that are named from the day of the report: "gestern", "Montag". */
static size_t named_days(const struct date_reading *r, const struct field *f)
{
	const struct grammar *g = r->a->grammar;
	size_t days = 0;
	for (size_t i = 0; i < f->tokens.count; i++) {
		const accord_item *item = &f->raw[i];
		if (!item->word || item->word >= g->word_count || !(g->bits[item->word] & (W_DEICTIC | W_WEEKDAY)))
			continue;
		days += item->kind != ACCORD_ITEM_NUMBER && (g->bits[item->word] & W_DEICTIC || item->text.len > 3);
	}
	return days;
}

static void judge_text(struct date_reading *r, const struct field *f)
{
	size_t years = 0, old = 0;
	int today = r->time.dated ? r->time.today.year : 9999;
	for (size_t i = 0; i < f->tokens.count; i++) {
		if (f->tokens.items[i].kind != ACCORD_TOKEN_NUMBER)
			continue;
		int year = f->raw[i].kind == ACCORD_ITEM_NUMBER ? plain_year(f->raw[i].text) : 0;
		years += year > 0;
		old += year > 0 && year < today - 3;
	}
	bool old_years = years >= 8 && old * 10 >= years * 8 && years * 150 > f->tokens.count;
	size_t days = old_years || f->text.len > 3000 ? named_days(r, f) : 0;
	r->time.narrative = !r->time.dated || (old_years && days * 12 < years);
	r->seldom_dated = f->text.len > 3000 && days * 1500 < f->text.len;
}

static bool read_published(accord_slice text, struct day *day)
{
	char head[11] = {0};
	struct time_point p;
	if (text.len < 4)
		return false;
	memcpy(head, text.data, text.len < 10 ? text.len : 10);
	if (!timex_read(head, &p) || p.grain != GRAIN_DAY || p.day.year < 1000)
		return false;
	*day = p.day;
	return p.day.day <= calendar_month_days(p.day.year, p.day.month);
}

/* ---- a sentence
 * --------------------------------------------------------------------------------------------------- */

static int by_place(const void *x, const void *y)
{
	const struct found_date *a = x, *b = y;
	return a->timex.span.start < b->timex.span.start ? -1 : a->timex.span.start > b->timex.span.start;
}

struct list {
	struct found_date *items;
	size_t count, capacity;
};

/* "il fondo, che l'aveva acquistata nel 2016": what a relative clause dates, the story does not go on from. */
static bool in_aside(const struct date_reading *r, size_t first)
{
	for (size_t i = first; i-- > 0;) {
		uint32_t bits = word_bits(r->a->grammar, &r->items[i]);
		if (bits & W_RELATIVE && i > 0 && r->items[i - 1].kind == ACCORD_ITEM_PUNCT)
			return true;
		if (r->items[i].kind == ACCORD_ITEM_PUNCT)
			return false;
	}
	return false;
}

/* What may have been mentioned last, for the dates that hang on it. */
static void remember(const struct date_reading *r, struct time_context *time, const struct found_date *d)
{
	struct time_point p;
	const char *value = d->end[0] ? d->end : d->value;
	if (d->discard || !timex_read(value, &p) || p.grain < GRAIN_YEAR)
		return;
	/* a bare year says less than the day before it in the same year */
	if (p.grain == GRAIN_YEAR && time->last.grain > GRAIN_YEAR && time->last.day.year == p.day.year &&
	    !time->narrative)
		return;
	if (p.grain == GRAIN_QUARTER) {
		time->quarter = p;
		time->quarter_fresh = true;
	}
	time->last = p;
	time->fresh = true;
	if (!d->guessed && !in_aside(r, d->first))
		time->chained = time->dated && p.day.year < time->today.year - 1;
}

/* Read the chosen matches in order; those that say nothing (31 February) are taken out and counted. */
static accord_status read_chosen(struct date_reading *r, accord_match **chosen, size_t kept,
				 struct list *found, size_t *failed)
{
	*failed = 0;
	for (size_t i = 0; i < kept; i++) {
		struct found_date d;
		if (!read_date(r, chosen[i], &d)) {
			chosen[i]->rule = NULL;
			++*failed;
			continue;
		}
		struct found_date *place =
			list_push(r->a->arena, &found->items, &found->count, &found->capacity, sizeof *place);
		if (!place)
			return ACCORD_ENOMEM;
		*place = d;
		remember(r, &r->time, &d);
	}
	return ACCORD_OK;
}

static size_t drop_failed(accord_match *matches, size_t count)
{
	size_t kept = 0;
	for (size_t i = 0; i < count; i++)
		if (matches[i].rule)
			matches[kept++] = matches[i];
	return kept;
}

static accord_status find_in(struct date_reading *r, accord_item *items, size_t count, struct list *found)
{
	accord_match *matches;
	accord_match **chosen;
	size_t match_count, failed = 1;
	accord_arena *arena = r->a->arena;
	accord_status status = accord_rules_match(r->a->rules, ACCORD_RULE_DATE, arena, items, count,
						  &matches, &match_count);
	struct time_context before = r->time;
	r->items = items;
	r->count = count;
	for (int round = 0; status == ACCORD_OK && match_count && failed && round < MAX_ROUNDS; round++) {
		r->time = before;
		found->count = 0;
		size_t kept = choose_matches(matches, match_count, count, arena, &chosen);
		status = read_chosen(r, chosen, kept, found, &failed);
		match_count = failed ? drop_failed(matches, match_count) : match_count;
	}
	if (found->count)
		qsort(found->items, found->count, sizeof *found->items, by_place);
	return status;
}

/* The sentence again, each date one item. What was discarded stays as words. */
static size_t join_items(const accord_item *items, size_t count, const struct list *found, accord_item *out)
{
	size_t n = 0, next = 0;
	for (size_t i = 0; i < count; i++) {
		while (next < found->count &&
		       (found->items[next].discard || items[i].start > found->items[next].timex.span.start))
			next++;
		if (next == found->count || items[i].start != found->items[next].timex.span.start) {
			out[n++] = items[i];
			continue;
		}
		uint32_t end = found->items[next].timex.span.end;
		size_t last = i;
		while (last + 1 < count && items[last + 1].start < end)
			last++;
		out[n] = items[i];
		out[n].kind = ACCORD_ITEM_DATE;
		out[n].word = 0;
		out[n].suffixes = 0;
		out[n].expressions = 0;
		out[n].text.len = 0; /* no expression is to match it again */
		out[n].end = items[last].end;
		out[n].entity = (uint32_t)next;
		n++;
		i = last;
	}
	return n;
}

/* No rule over words and dates revives what one over words has called no date. */
static bool in_discarded(const struct list *found, const struct found_date *d)
{
	for (size_t i = 0; i < found->count; i++)
		if (found->items[i].discard && found->items[i].timex.span.start <= d->timex.span.start &&
		    d->timex.span.end <= found->items[i].timex.span.end)
			return true;
	return false;
}

/* Dates made of dates replace those that they are made of; what was discarded stays, for the next pass. */
static accord_status merge_found(accord_arena *arena, struct list *found, const struct list *composed)
{
	struct found_date *merged =
		accord_arena_alloc(arena, (found->count + composed->count + 1) * sizeof *merged);
	size_t n = 0, c = 0;
	if (!merged)
		return ACCORD_ENOMEM;
	for (size_t i = 0; i < found->count; i++) {
		const struct found_date *d = &found->items[i];
		while (c < composed->count && (composed->items[c].discard ||
					       composed->items[c].timex.span.end <= d->timex.span.start)) {
			if (!composed->items[c].discard && !in_discarded(found, &composed->items[c]))
				merged[n++] = composed->items[c];
			c++;
		}
		bool inside = c < composed->count && composed->items[c].timex.span.start < d->timex.span.end;
		if (!inside || d->discard)
			merged[n++] = *d;
	}
	for (; c < composed->count; c++)
		if (!composed->items[c].discard && !in_discarded(found, &composed->items[c]))
			merged[n++] = composed->items[c];
	*found = (struct list){merged, n, found->count + composed->count + 1};
	return ACCORD_OK;
}

static accord_status compose(struct date_reading *r, accord_item *items, size_t count, struct list *found)
{
	accord_item *joined = accord_arena_alloc(r->a->arena, (count + 1) * sizeof *joined);
	if (!joined)
		return ACCORD_ENOMEM;
	accord_status status = ACCORD_OK;
	for (int pass = 0; status == ACCORD_OK && found->count && pass < MAX_COMPOSED; pass++) {
		struct list composed = {0};
		r->found = found->items;
		size_t n = join_items(items, count, found, joined);
		status = find_in(r, joined, n, &composed);
		if (status != ACCORD_OK || !composed.count)
			break;
		status = merge_found(r->a->arena, found, &composed);
	}
	return status;
}

static accord_status publish(struct analysis *a, struct field *f, const struct list *found)
{
	for (size_t i = 0; i < found->count; i++) {
		const struct found_date *d = &found->items[i];
		if (d->discard)
			continue;
		accord_timex *t =
			list_push(a->arena, &a->dates, &a->date_count, &a->date_capacity, sizeof *t);
		if (!t)
			return ACCORD_ENOMEM;
		*t = d->timex;
		t->span.in = f->in;
		t->value = accord_slice_copy(a->arena, accord_slice_of(d->value));
		if (d->mod[0])
			t->mod = accord_slice_copy(a->arena, accord_slice_of(d->mod));
		if (d->begin[0]) {
			t->begin = accord_slice_copy(a->arena, accord_slice_of(d->begin));
			t->end = accord_slice_copy(a->arena, accord_slice_of(d->end));
		}
		f->date_count++;
	}
	return ACCORD_OK;
}

accord_status find_dates(struct analysis *a, struct field *f)
{
	struct date_reading r = {.a = a};
	r.time.dated = read_published(a->doc->published, &r.time.today);
	f->first_date = a->date_count;
	f->date_count = 0;
	if (!f->tokens.count)
		return ACCORD_OK;
	judge_text(&r, f);
	if (f->in == ACCORD_TITLE)
		r.time.narrative = r.seldom_dated = false;
	accord_status status = ACCORD_OK;
	for (size_t s = 0; status == ACCORD_OK && s < f->tokens.sentence_count; s++) {
		accord_item *items = f->raw + f->tokens.sentences[s];
		size_t count = f->tokens.sentences[s + 1] - f->tokens.sentences[s];
		struct list found = {0};
		if (!r.time.fresh)
			r.time.chained = false;
		r.time.fresh = r.time.quarter_fresh = false;
		r.nowadays = r.time.narrative || (r.seldom_dated && count && items[0].start > OPENING);
		status = find_in(&r, items, count, &found);
		if (status == ACCORD_OK && found.count)
			status = compose(&r, items, count, &found);
		if (status == ACCORD_OK)
			status = publish(a, f, &found);
	}
	return status;
}
