/*
 * References that lean on what was told before: "the buyer", "der Verkäufer" are who played that part in the last deal; "the former",
 * "la seconda" the first and the second of the two that were named last.
 */
#include "deal.h"
#include "discourse.h"

#include <string.h>

#define NEAR 6 /* sentences: how long a deal that was told is still talked about */
#define TWO_REACH 2 /* sentences: how long "the former" has its two */

/* Whether a part that a noun names is the role in a deal of that type: a buyer of a stake is its investor. */
static bool plays(const struct candidate_party *p, accord_role part)
{
	if (p->company == NOBODY)
		return false;
	if (part == ACCORD_ACQUIRER)
		return p->role == ACCORD_ACQUIRER || p->role == ACCORD_BUYER || p->role == ACCORD_INVESTOR;
	if (part == ACCORD_TARGET)
		return p->role == ACCORD_TARGET || p->role == ACCORD_RECIPIENT;
	return p->role == part;
}

/* The only company that played the part in a deal; NOBODY if none or several did. */
static uint32_t only_player(const struct candidate *c, accord_role part)
{
	uint32_t found = NOBODY;
	for (size_t i = 0; i < c->party_count; i++) {
		if (!plays(&c->parties[i], part))
			continue;
		if (found != NOBODY)
			return NOBODY;
		found = c->parties[i].company;
	}
	return found;
}

uint32_t player_of_part(const struct discourse *d, const struct sentence *s, const accord_match *m)
{
	uint32_t parts = accord_rules_class(d->a->rules, "deal_part");
	for (uint32_t i = m->last + 1; parts && i > m->first; i--) {
		accord_slice name = accord_rules_class_value(d->a->rules, s->items[i - 1].word, parts);
		int part = name.len ? accord_role_from(name) : -1;
		for (size_t k = part < 0 ? 0 : d->told_count; k > 0 && s->number - d->told[k - 1].sentence->number <= NEAR; k--) {
			uint32_t company = only_player(&d->told[k - 1], (accord_role)part);
			if (company != NOBODY)
				return named_in_clause(d, company) ? NOBODY : company;
		}
	}
	return NOBODY;
}

bool has_bought(const struct discourse *d, uint32_t company)
{
	for (size_t i = 0; i < d->told_count; i++)
		for (size_t k = 0; k < d->told[i].party_count; k++)
			if (d->told[i].parties[k].company == company &&
			    (d->told[i].parties[k].role == ACCORD_ACQUIRER || d->told[i].parties[k].role == ACCORD_INVESTOR))
				return true;
	return false;
}

bool two_of_deal(const struct discourse *d, const struct sentence *s, uint32_t who[2])
{
	if (!d->told_count)
		return false;
	const struct candidate *c = &d->told[d->told_count - 1];
	size_t n = 0;
	if (c->history || c->status == ACCORD_COMPLETED || s->number - c->sentence->number > 1)
		return false; /* what was told in passing is not what the text goes on about */
	for (size_t i = 0; i < c->party_count; i++) {
		if (c->parties[i].company == NOBODY)
			continue;
		if (n == 2)
			return false;
		who[n++] = c->parties[i].company;
	}
	return n == 2 && who[0] != who[1];
}

/* The last two companies that were named, in their order, before item `at` of the sentence; pronouns and possessors aside. */
static bool two_named(const struct discourse *d, const struct sentence *s, uint32_t at, uint32_t who[2])
{
	size_t n = 0;
	for (const struct sentence *in = s; s->number - in->number <= TWO_REACH && in->field == s->field; in--) {
		for (size_t i = in == s ? at : in->count; i > 0; i--) {
			const accord_item *item = &in->items[i - 1];
			if (item->kind != ACCORD_ITEM_COMPANY || item->flags & (ACCORD_ITEM_REFERENCE | ACCORD_ITEM_GENITIVE))
				continue;
			for (size_t k = item->entity_count; k > 0; k--) {
				uint32_t company = company_of(d->a, item, k - 1);
				if (n && company == who[1])
					continue;
				who[n++ ? 0 : 1] = company;
				if (n == 2)
					return true;
			}
		}
		if (!in->number)
			break;
	}
	return false;
}

uint32_t one_of_two(const struct discourse *d, const struct sentence *s, uint32_t at, bool latter)
{
	uint32_t who[2] = {NOBODY, NOBODY};
	if (d->pair[0] != NOBODY && s->number - d->pair_sentence <= TWO_REACH && s->number != d->pair_sentence)
		return d->pair[latter];
	return two_named(d, s, at, who) ? who[latter] : NOBODY;
}
