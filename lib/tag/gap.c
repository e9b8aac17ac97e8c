/*
 * Halves of a sentence that leave their verb out: "Cisco took over Splunk, Intel its rival Mobileye", "Broadcom kaufte 2012 VMware und
 * 2018 CA Technologies", "ha comprato VMware nel 2012 e CA Technologies nel 2018". What stands behind a comma or an "and" and has
 * no verb, but names or a name with a day or a sum of its own, tells another deal of the same kind: its names take the places of those
 * that stand alike in the half that has the verb.
 */
#include "clause.h"
#include "deal.h"

#include <string.h>

#define MOST_PLACES 3
#define MOST_HALVES 6
#define LONGEST 16 /* items of a half */

/* A name of a half, bare or behind a preposition. */
struct place {
	uint32_t item;
	int role; /* of the half that has the verb */
	bool governed;
};

struct half {
	uint32_t first, last;
	struct place names[MOST_PLACES];
	size_t count;
	accord_slice date;
	const accord_item *sum;
	bool dated; /* whatever the date is worth */
};

static bool separates(const struct analysis *a, const struct sentence *s, uint32_t i, uint8_t depth)
{
	if (s->items[i].depth > depth)
		return false;
	return is_punct(&s->items[i], ',') || is_punct(&s->items[i], ';') || (bits_at(a, s, i) & W_COORDINATOR);
}

static bool is_name(const accord_item *item)
{
	bool name = item->kind == ACCORD_ITEM_NAME && !(item->flags & ACCORD_ITEM_DOUBTFUL);
	return (item->kind == ACCORD_ITEM_COMPANY || name) && !(item->flags & ACCORD_ITEM_GENITIVE);
}

/* Whether a preposition stands before the phrase of the name; "took over X" has none. */
static bool behind_preposition(const struct analysis *a, const struct sentence *s, uint32_t i)
{
	if (s->items[i].kind == ACCORD_ITEM_COMPANY)
		return s->items[i].flags & ACCORD_ITEM_GOVERNED;
	while (i > 0 && ((s->items[i - 1].flags & ACCORD_ITEM_INNER) || (bits_at(a, s, i - 1) & (W_DETERMINER | W_POSSESSIVE)) == W_DETERMINER))
		i--;
	return i > 0 && (bits_at(a, s, i - 1) & W_PREPOSITION);
}

/* What a half may have beside names, days and sums. */
static bool fills(const struct analysis *a, const struct sentence *s, uint32_t i)
{
	const accord_item *item = &s->items[i];
	uint32_t bits = bits_at(a, s, i);
	if (item->kind == ACCORD_ITEM_PLACE || item->flags & ACCORD_ITEM_INNER)
		return true;
	if (item->kind == ACCORD_ITEM_COMPANY) /* "its rival": the possessive was resolved */
		return item->flags & ACCORD_ITEM_REFERENCE && item->flags & ACCORD_ITEM_GENITIVE;
	if (item->kind != ACCORD_ITEM_WORD || (bits & (W_RELATIVE | W_SUBORDINATOR | W_NEGATION)) != 0)
		return bits & W_DETERMINER;
	if ((bits & (W_FINITE | W_VERB | W_AUXILIARY)) && !(bits & (W_NOUN | W_PREPOSITION | W_DETERMINER)))
		return false;
	bool noun = (bits & W_NOUN) && i > 0 && i + 1 < s->count && is_name(&s->items[i + 1]) &&
		    ((bits_at(a, s, i - 1) & W_DETERMINER) || s->items[i - 1].flags & (ACCORD_ITEM_INNER | ACCORD_ITEM_GENITIVE));
	return noun || bits & (W_DETERMINER | W_POSSESSIVE | W_PREPOSITION | W_COMPANY_NOUN | W_DEMONYM); /* "its rival X" */
}

/* The half at items[first .. last]; false if something in it forbids to read it as one. */
static bool read_half(const struct analysis *a, const struct sentence *s, uint32_t first, uint32_t last, uint8_t depth, struct half *h)
{
	*h = (struct half){.first = first, .last = last};
	for (uint32_t i = first; i <= last; i++) {
		const accord_item *item = &s->items[i];
		if (item->depth > depth)
			continue;
		if (item->kind == ACCORD_ITEM_DATE && !h->dated) {
			h->dated = true;
			h->date = usable_date(a, item);
		} else if (item->kind == ACCORD_ITEM_AMOUNT && !h->sum && a->amounts[item->entity].has_amount) {
			h->sum = item;
		} else if (is_name(item) && h->count < MOST_PLACES) {
			h->names[h->count++] = (struct place){i, -1, behind_preposition(a, s, i)};
		} else if (!fills(a, s, i)) {
			return false;
		}
	}
	return true;
}

/* The places that the match binds up to `end`, in their order; 0 if there are too many or one role twice. */
static size_t places_of(const struct analysis *a, const struct candidate *c, uint32_t end, struct place *places)
{
	size_t n = 0;
	for (size_t i = 0; i < c->match->binding_count; i++) {
		const accord_binding *b = &c->match->bindings[i];
		if (b->role < 0 || b->first >= end)
			continue;
		if (n == MOST_PLACES || !is_name(&c->sentence->items[b->first]))
			return 0;
		size_t at = n++;
		for (; at > 0 && places[at - 1].item > b->first; at--)
			places[at] = places[at - 1];
		places[at] = (struct place){b->first, b->role, behind_preposition(a, c->sentence, b->first)};
	}
	return n;
}

static bool rename_party(struct analysis *a, struct candidate *c, const struct place *old, const accord_item *name)
{
	size_t kept = 0;
	for (size_t i = 0; i < c->party_count; i++)
		if (c->parties[i].role != (accord_role)old->role)
			c->parties[kept++] = c->parties[i];
	c->party_count = kept;
	for (size_t k = 0; k < (name->kind == ACCORD_ITEM_COMPANY ? name->entity_count : 1u); k++) {
		uint32_t company = name->kind == ACCORD_ITEM_COMPANY ? a->ref_companies[name->entity + k] : newcomer_company(a, c->sentence, name);
		if (company == UINT32_MAX || c->party_count == MAX_CANDIDATE_PARTIES)
			return false;
		for (size_t i = 0; i < c->party_count; i++)
			if (c->parties[i].company == company)
				return false; /* nobody deals with itself */
		c->parties[c->party_count++] =
			(struct candidate_party){company, a->companies[company].name, (accord_role)old->role, ACCORD_COMPANY};
	}
	return true;
}

/* The names of the half take the last places that stand alike: bare for bare, behind a preposition for the same. */
static bool put_in_place(struct analysis *a, struct candidate *c, const struct half *h, const struct place *places, size_t count)
{
	if (h->count > count)
		return false;
	for (size_t k = h->count, at = count; k > 0; k--) {
		while (at > 0 && places[at - 1].governed != h->names[k - 1].governed)
			at--;
		if (!at || !rename_party(a, c, &places[--at], &c->sentence->items[h->names[k - 1].item]))
			return false;
	}
	return true;
}

static bool tells_a_deal(const struct candidate *c, const struct half *h, size_t count)
{
	const accord_item *items = c->sentence->items;
	size_t known = 0;
	for (size_t i = 0; i < h->count; i++)
		known += items[h->names[i].item].kind == ACCORD_ITEM_COMPANY;
	if (!h->count)
		return h->dated && h->sum && c->value_strength == BY_CUE;
	if (h->count == 1)
		return (h->dated || h->sum) && (known || count > 1);
	return known && h->count <= count;
}

/* Other rules tell what a half says that has a word of dealing of its own. */
static bool has_trigger(const accord_match *matches, size_t count, const struct half *h)
{
	for (size_t i = 0; i < count; i++)
		if (matches[i].trigger >= h->first && matches[i].trigger <= h->last)
			return true;
	return false;
}

/* What the match bound of the half ("bought A in 2012 and B in 2018" as two targets) leaves the first deal. */
static void give_up(const struct analysis *a, struct candidate *c, const struct half *h)
{
	for (size_t n = 0; n < h->count; n++) {
		const accord_item *name = &c->sentence->items[h->names[n].item];
		size_t kept = 0, same = 0;
		for (size_t i = 0; name->kind == ACCORD_ITEM_COMPANY && i < c->party_count; i++)
			same += c->parties[i].company == a->ref_companies[name->entity];
		for (size_t i = 0; same && i < c->party_count; i++)
			if (c->parties[i].company != a->ref_companies[name->entity])
				c->parties[kept++] = c->parties[i];
		c->party_count = same ? kept : c->party_count;
	}
}

static void date_and_sum(const struct analysis *a, struct candidate *c, const struct half *h)
{
	if (h->dated) {
		c->date = h->date;
		c->date_strength = BY_CUE;
	}
	c->value = (accord_money){0};
	c->value_strength = BY_DEFAULT;
	if (h->sum && value_counts(c->type)) {
		c->value = a->amounts[h->sum->entity].money;
		c->value_strength = BY_CUE;
	}
	c->object = (accord_slice){NULL, 0};
}

static uint32_t half_end(const struct analysis *a, const struct sentence *s, uint32_t from, uint8_t depth)
{
	uint32_t i = from;
	while (i < s->count && !separates(a, s, i, depth) && !is_punct(&s->items[i], '.') && !is_punct(&s->items[i], ':'))
		i++;
	return i;
}

size_t gapped_halves(struct analysis *a, struct candidate *c, const accord_match *matches, size_t count, struct candidate *found, size_t room)
{
	const struct sentence *s = c->sentence;
	uint8_t depth = s->items[c->match->trigger].depth;
	uint32_t i = c->match->trigger + 1;
	size_t n = 0;
	for (size_t k = 0; k < MOST_HALVES && n < room; k++) {
		struct half h;
		struct place places[MOST_PLACES];
		while (i < s->count && !separates(a, s, i, depth))
			i++;
		uint32_t first = i + 1;
		while (first < s->count && separates(a, s, first, depth))
			first++; /* ", and" */
		uint32_t end = half_end(a, s, first, depth);
		i = end;
		if (first >= s->count || end == first || end - first > LONGEST || !read_half(a, s, first, end - 1, depth, &h))
			continue;
		size_t place_count = places_of(a, c, first, places);
		if (!place_count || !tells_a_deal(c, &h, place_count) || has_trigger(matches, count, &h))
			continue;
		struct candidate other = *c;
		if (!put_in_place(a, &other, &h, places, place_count))
			continue;
		give_up(a, c, &h);
		date_and_sum(a, &other, &h);
		found[n++] = other;
	}
	return n;
}
