/*
 * What a later sentence adds to a deal without telling it anew: "Der Kaufpreis liegt bei …", "Verkäufer ist X", "Leadinvestor
 * war Y", "Das teilte der Konzern am Freitag mit". A `follow` rule binds roles, `value`, `date`, or gives a `status`; it
 * holds for the last deal told before it whose type has the role (or is the rule's `type`), if that is near enough.
 * What comes out is a candidate of its own that repeats the deal with what is new; merging puts the two together.
 */
#include "calendar.h"
#include "deal.h"

#include <stdio.h>
#include <string.h>

#define MAX_DISTANCE 4 /* sentences */
#define MONTH 7        /* characters of a month in ISO 8601 */

static bool takes_part(const struct candidate *c, uint32_t company)
{
	for (size_t i = 0; i < c->party_count; i++)
		if (c->parties[i].company == company)
			return true;
	return false;
}

/* Whether each role that the match binds is one of the deal's type, and some company of it is new to the deal. */
static bool suits(const struct analysis *a, const struct candidate *c, const struct sentence *s, const accord_match *m)
{
	int type = accord_rule_type(m->rule);
	if (type >= 0 && type != (int)c->type)
		return false;
	for (size_t i = 0; i < m->binding_count; i++) {
		int role = accord_role_from(m->bindings[i].name);
		if (role < 0)
			continue;
		if (!accord_type_has_role(c->type, (accord_role)role))
			return false;
		const accord_item *item = &s->items[m->bindings[i].first];
		bool fresh = item->kind == ACCORD_ITEM_NAME || item->kind == ACCORD_ITEM_PRODUCT; /* NEWCOMER */
		for (size_t k = 0; item->kind == ACCORD_ITEM_COMPANY && k < item->entity_count; k++)
			fresh |= !takes_part(c, a->ref_companies[item->entity + k]);
		if (!fresh)
			return false;
	}
	return true;
}

/* A date of an announcement is for news; what is told as history has its own. */
static bool wants_date(const struct candidate *c, const accord_match *m)
{
	for (size_t i = 0; i < m->binding_count; i++)
		if (accord_slice_is(m->bindings[i].name, "date"))
			return c->date_strength == BY_DEFAULT && !c->history;
	return true;
}

static bool binds(const accord_match *m, bool *party)
{
	bool sum = false;
	*party = false;
	for (size_t i = 0; i < m->binding_count; i++) {
		*party |= accord_role_from(m->bindings[i].name) >= 0;
		sum |= accord_slice_is(m->bindings[i].name, "value");
	}
	return sum;
}

/* A day of the match's clause, for a sum of what stands before it, that lies in an earlier month or year than the deal's. */
static accord_slice earlier_day(const struct analysis *a, const struct candidate *c, const struct sentence *s, const accord_match *m)
{
	bool party, sum = binds(m, &party);
	for (size_t i = 0; (party || sum) && c->date.len && i < s->count; i++) {
		bool near = s->items[i].clause == s->items[m->trigger].clause || (sum && i < m->last); /* "Als sie 2020 zugriff, war von … die Rede" */
		if (s->items[i].kind != ACCORD_ITEM_DATE || !near)
			continue;
		accord_slice date = usable_date(a, &s->items[i]);
		size_t precision = date.len < c->date.len ? date.len : c->date.len;
		if (precision > MONTH)
			precision = MONTH;
		if (date.len && memcmp(date.data, c->date.data, precision) < 0)
			return date;
	}
	return (accord_slice){NULL, 0};
}

/* "The chip maker agreed to pay $61 billion in May": the buyer of a deal that has no day of its own, who is the subject of the sum. */
static bool paid_by_buyer(const struct analysis *a, const struct candidate *c, const struct sentence *s, const accord_match *m)
{
	bool party, sum = binds(m, &party);
	if (!sum || party || c->date_strength != BY_DEFAULT || c->history)
		return false;
	for (size_t i = 0; i < s->count && i < m->last; i++) {
		const accord_item *item = &s->items[i];
		if (item->kind != ACCORD_ITEM_COMPANY || item->clause != s->items[m->trigger].clause ||
		    item->flags & (ACCORD_ITEM_GOVERNED | ACCORD_ITEM_GENITIVE))
			continue;
		for (size_t k = 0; k < c->party_count; k++)
			if (c->parties[k].company == a->ref_companies[item->entity])
				return c->parties[k].role == ACCORD_ACQUIRER || c->parties[k].role == ACCORD_INVESTOR ||
				       c->parties[k].role == ACCORD_BUYER;
		return false;
	}
	return false;
}

/* "In June 2021 SoftBank had led a round": told of another month or year than the deal before, it is another deal. */
static bool other_time(const struct analysis *a, const struct candidate *c, const struct sentence *s, const accord_match *m)
{
	return earlier_day(a, c, s, m).len && !paid_by_buyer(a, c, s, m);
}

/* A sum is paid by or for somebody else: "VeriSign declined to raise its offer of …", "844 Millionen für Trolltech". */
static bool other_sum(const struct analysis *a, const struct candidate *c, const struct sentence *s, const accord_match *m)
{
	const accord_binding *value = NULL;
	bool party = false;
	for (size_t i = 0; i < m->binding_count; i++) {
		value = accord_slice_is(m->bindings[i].name, "value") ? &m->bindings[i] : value;
		party |= accord_role_from(m->bindings[i].name) >= 0;
	}
	if (!value || party)
		return false;
	size_t end = value->last + 1;
	while (end < s->count && end < value->last + 5u && s->items[end].kind != ACCORD_ITEM_PUNCT && s->items[end].kind != ACCORD_ITEM_COMPANY)
		end++;
	bool for_whom = end < s->count && s->items[end].kind == ACCORD_ITEM_COMPANY && s->items[end].flags & ACCORD_ITEM_GOVERNED &&
			accord_rules_in_class(a->rules, s->items[value->last + 1].word, accord_rules_class(a->rules, "paid_for"), UINT32_MAX);
	for (size_t i = 0; i < s->count && i <= (for_whom ? end : value->first); i++) {
		const accord_item *item = &s->items[i];
		bool bare = item->kind == ACCORD_ITEM_COMPANY && item->clause == s->items[value->first].clause &&
			    !(item->flags & (ACCORD_ITEM_GOVERNED | ACCORD_ITEM_GENITIVE)) && i < value->first;
		for (size_t k = 0; (bare || (for_whom && i == end)) && k < item->entity_count; k++)
			if (!takes_part(c, a->ref_companies[item->entity + k]))
				return true;
	}
	return false;
}

#define WEEK 7

/* "Under Tuesday's proposal its chief would run …": by its verb the day lies ahead, but what was proposed was so a week before. */
static accord_slice last_weekday(const struct analysis *a, const accord_item *item)
{
	accord_slice none = {NULL, 0}, day = a->dates[item->entity].value, today = a->doc->published;
	char text[32];
	struct day ahead, now;
	if (day.len != 10 || today.len < 10 || a->dates[item->entity].type != ACCORD_DATE)
		return none;
	snprintf(text, sizeof text, "%.10s %.10s", day.data, today.data);
	if (sscanf(text, "%d-%d-%d %d-%d-%d", &ahead.year, &ahead.month, &ahead.day, &now.year, &now.month, &now.day) != 6)
		return none;
	int64_t gap = calendar_number(ahead) - calendar_number(now);
	if (gap <= 0 || gap >= WEEK)
		return none;
	ahead = calendar_day(calendar_number(ahead) - WEEK);
	size_t len = (size_t)snprintf(text, sizeof text, "%04d-%02d-%02d", ahead.year % 10000, ahead.month % 100, ahead.day % 100);
	const char *copy = accord_arena_copy(a->arena, text, len);
	return copy ? (accord_slice){copy, len} : none;
}

static void add_bound(struct analysis *a, struct candidate *c, const struct sentence *s, const accord_binding *b)
{
	for (uint32_t i = b->first; i <= b->last; i++) {
		const accord_item *item = &s->items[i];
		int role = accord_role_from(b->name);
		if (role >= 0 && item->kind == ACCORD_ITEM_COMPANY) {
			for (size_t k = 0; k < item->entity_count && c->party_count < MAX_CANDIDATE_PARTIES; k++) {
				uint32_t company = a->ref_companies[item->entity + k];
				if (!takes_part(c, company))
					c->parties[c->party_count++] = (struct candidate_party){
						company, a->companies[company].name, (accord_role)role, ACCORD_COMPANY};
			}
		} else if (role >= 0 && (item->kind == ACCORD_ITEM_NAME || item->kind == ACCORD_ITEM_PRODUCT)) {
			uint32_t company = newcomer_company(a, s, item);
			if (company != UINT32_MAX && !takes_part(c, company) && c->party_count < MAX_CANDIDATE_PARTIES)
				c->parties[c->party_count++] = (struct candidate_party){
					company, a->companies[company].name, (accord_role)role, ACCORD_COMPANY};
		} else if (accord_slice_is(b->name, "value") && value_counts(c->type) && item->kind == ACCORD_ITEM_AMOUNT &&
		           a->amounts[item->entity].has_amount &&
		           a->amounts[item->entity].money.amount >= LEAST_SUM) {
			if (c->value.currency[0] && c->value_strength >= BY_CLAUSE)
				continue; /* what stands beside the deal is nearer */
			c->value = a->amounts[item->entity].money;
			c->value_strength = BY_CUE;
		} else if (accord_slice_is(b->name, "date") && item->kind == ACCORD_ITEM_DATE) {
			accord_slice date = usable_date(a, item);
			if (!date.data)
				date = last_weekday(a, item);
			if (date.data) {
				c->date = date;
				c->date_strength = BY_CUE;
			}
		}
	}
}

/* The deal that a match goes on about: the last one that suits. */
static const struct candidate *deal_before(const struct analysis *a, const struct candidate *candidates, size_t count,
                                           const struct sentence *s, const accord_match *m)
{
	for (size_t i = count; i > 0; i--) {
		const struct candidate *c = &candidates[i - 1];
		if (c->sentence->field == ACCORD_TEXT && s->number - c->sentence->number > MAX_DISTANCE)
			return NULL;
		if (c->sentence->field == ACCORD_TITLE && s->paragraph > 1)
			return NULL;
		if (suits(a, c, s, m) && wants_date(c, m) && !other_time(a, c, s, m) && !other_sum(a, c, s, m))
			return c;
	}
	return NULL;
}

accord_status follow_deals(struct analysis *a, struct sentence *s, struct candidate **candidates, size_t *count,
                           size_t *capacity)
{
	accord_match *matches;
	size_t match_count;
	if (!*count)
		return ACCORD_OK;
	accord_status status = accord_rules_match(a->rules, ACCORD_RULE_FOLLOW, a->arena, s->items, s->count, &matches,
	                                          &match_count);
	for (size_t i = 0; status == ACCORD_OK && i < match_count && *count < MAX_CANDIDATES; i++) {
		const struct candidate *before = deal_before(a, *candidates, *count, s, &matches[i]);
		if (!before)
			continue;
		struct candidate c = *before;
		c.sentence = s;
		c.goes_on = (size_t)(before - *candidates) + 1;
		c.status_strength = BY_DEFAULT;
		int told = accord_deal_status_from(accord_rule_field(matches[i].rule, "status"));
		if (told >= 0) {
			c.status = (accord_deal_status)told;
			c.status_strength = BY_CUE;
		}
		accord_slice day = earlier_day(a, before, s, &matches[i]);
		if (day.len) { /* the buyer's word of then is the deal's day */
			c.date = day;
			c.date_strength = BY_CLAUSE;
		}
		for (size_t k = 0; k < matches[i].binding_count; k++)
			add_bound(a, &c, s, &matches[i].bindings[k]);
		struct candidate *place = list_push(a->arena, candidates, count, capacity, sizeof *place);
		if (!place)
			return ACCORD_ENOMEM;
		*place = c;
	}
	return status;
}
