/*
 * How much each company is in mind. Salience is after Lappin and Leass (1994), much simplified: a mention adds weight (the
 * weights stand in coreference.c), and all weights halve with each sentence.
 */
#include "discourse.h"

#include <math.h>
#include <string.h>

#define LEAST_SALIENCE 0.02

struct discourse *discourse_new(struct analysis *a)
{
	struct discourse *d = accord_arena_calloc(a->arena, 1, sizeof *d);
	if (!d)
		return NULL;
	d->a = a;
	d->pair[0] = d->pair[1] = d->people = NOBODY;
	return make_room(d) ? d : NULL;
}

/* A deal may have told a name to be a company since the last sentence. */
bool make_room(struct discourse *d)
{
	size_t need = d->a->company_count + 1, had = d->room;
	if (need <= had)
		return true;
	need += need / 2;
	d->esteem = accord_arena_grow(d->a->arena, d->esteem, had * sizeof *d->esteem, need * sizeof *d->esteem);
	d->salient = accord_arena_grow(d->a->arena, d->salient, had * sizeof *d->salient, need * sizeof *d->salient);
	d->nearby = accord_arena_grow(d->a->arena, d->nearby, had * sizeof *d->nearby, need * sizeof *d->nearby);
	if (!d->esteem || !d->salient || !d->nearby)
		return false;
	memset(d->esteem + had, 0, (need - had) * sizeof *d->esteem);
	d->room = need;
	return true;
}

double salience(const struct discourse *d, uint32_t company)
{
	const struct esteem *e = &d->esteem[company];
	return e->salience > 0 ? ldexp(e->salience, e->halved - d->halvings) : 0;
}

void raise_salience(struct discourse *d, uint32_t company, double weight)
{
	struct esteem *e = &d->esteem[company];
	e->salience = salience(d, company) + weight;
	e->halved = d->halvings;
	if (!e->listed)
		d->salient[d->salient_count++] = company;
	e->listed = true;
}

/* A sentence on: those that are nearly forgotten leave the list. */
void halve_salience(struct discourse *d)
{
	size_t kept = 0;
	d->halvings++;
	for (size_t i = 0; i < d->salient_count; i++) {
		uint32_t company = d->salient[i];
		d->esteem[company].listed = salience(d, company) >= LEAST_SALIENCE;
		if (d->esteem[company].listed)
			d->salient[kept++] = company;
	}
	d->salient_count = kept;
}

/*
 * Look at the reference at `at`: which companies the sentence names, before it and in its clause. One that only a
 * possessive stands for does not count as named in the clause.
 */
void look_around(struct discourse *d, const struct sentence *s, size_t at)
{
	bool english = !strcmp(d->a->lang, "en");
	uint16_t opening = s->count && s->items[0].depth ? s->items[0].clause : UINT16_MAX;
	d->tick++;
	d->nearby_count = 0;
	for (size_t i = 0; i < s->count; i++) {
		const accord_item *item = &s->items[i];
		if (item->kind != ACCORD_ITEM_COMPANY)
			continue;
		bool possessive = item->flags & ACCORD_ITEM_REFERENCE && item->flags & ACCORD_ITEM_GENITIVE;
		for (size_t k = 0; k < item->entity_count; k++) {
			uint32_t company = company_of(d->a, item, k);
			struct esteem *e = &d->esteem[company];
			e->sentence = d->tick;
			/* "Der Konzern verkauft die Sparte an X": X, named behind in the clause, is another one. English clauses
			 * often begin without a comma ("of the company once X is gone"). */
			bool apart = !english && !(item->flags & (ACCORD_ITEM_REFERENCE | ACCORD_ITEM_GENITIVE));
			if (i > at && apart && item->clause == s->items[at].clause)
				e->clause = d->tick;
			if (i >= at)
				continue;
			/* what a relative clause names is no topic, but "Wie X mitteilt, …" brings X to mind */
			if (item->depth <= s->items[at].depth || item->clause == opening) {
				if (e->before != d->tick)
					d->nearby[d->nearby_count++] = company;
				e->before = d->tick;
			}
			if (item->clause == s->items[at].clause && !possessive)
				e->clause = d->tick;
		}
	}
}

bool named_in_clause(const struct discourse *d, uint32_t company)
{
	return d->esteem[company].clause == d->tick;
}

/* In this sentence, before the reference. */
bool named_before(const struct discourse *d, uint32_t company)
{
	return d->esteem[company].before == d->tick;
}

bool named_in_sentence(const struct discourse *d, uint32_t company)
{
	return d->esteem[company].sentence == d->tick;
}

/* Of two that weigh the same, the one that the document names first. */
bool ahead(double weight, uint32_t company, double most, uint32_t best)
{
	return best == NOBODY || weight > most || (weight >= most && company < best);
}
