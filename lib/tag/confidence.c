/*
 * How sure a deal is: the share of deals told in the same way that were right when this was measured (docs/quality.md has
 * the table; tests/quality.py makes it again). Each thing that makes a deal surer or more doubtful shifts the log-odds by a
 * fixed weight, as in a scorecard:
 *
 *   "Intel buys Yogitech"        as most deals: 1.0                                       0.73
 *   the same, told again         1.0 + 1.5                                                0.92
 *   "its purchase of Exein"      a reference and a name that no list knows: 1.0 - 0.2 - 0.4   0.60
 *
 * A rule whose author gives it a `confidence` of its own starts there.
 */
#include "deal.h"

#include <math.h>
#include <stdlib.h>

#define USUAL 1.0  /* log-odds of a deal with nothing particular about it */
#define TOLD_AGAIN 1.5
#define LEAST 0.05
#define MOST 0.95

static const struct {
	enum trait trait;
	double weight;
} weights[] = {
	{TRAIT_TITLE, 0.3},     {TRAIT_COMPLETED, -0.5}, {TRAIT_NEWCOMER, -1.2}, {TRAIT_UNKNOWN, -0.4},
	{TRAIT_REFERENCE, -0.2}, {TRAIT_ALONE, -0.6},
};

static double log_odds(double p)
{
	return log(p / (1 - p));
}

static double bounded(double odds)
{
	double p = 1 / (1 + exp(-odds));
	return p < LEAST ? LEAST : p > MOST ? MOST : p;
}

/* What the match shows: who was named, who only meant. */
static unsigned traits_of(const struct analysis *a, const struct candidate *c)
{
	unsigned traits = c->traits;
	size_t companies = 0;
	for (size_t i = 0; i < c->match->binding_count; i++) {
		const accord_binding *b = &c->match->bindings[i];
		for (uint32_t k = b->first; b->role >= 0 && k <= b->last; k++) {
			const accord_item *item = &c->sentence->items[k];
			if (item->kind == ACCORD_ITEM_NAME)
				traits |= TRAIT_NEWCOMER;
			if (item->kind == ACCORD_ITEM_COMPANY && item->flags & ACCORD_ITEM_REFERENCE)
				traits |= TRAIT_REFERENCE;
		}
	}
	for (size_t i = 0; i < c->party_count; i++) {
		companies += c->parties[i].kind == ACCORD_COMPANY;
		if (c->parties[i].company != UINT32_MAX && !a->companies[c->parties[i].company].known)
			traits |= TRAIT_UNKNOWN;
	}
	if (companies < 2)
		traits |= TRAIT_ALONE;
	if (c->sentence->field == ACCORD_TITLE)
		traits |= TRAIT_TITLE;
	return traits;
}

double candidate_confidence(const struct analysis *a, const struct candidate *c)
{
	accord_slice own = accord_rule_field(c->match->rule, "confidence");
	double odds = own.len ? log_odds(strtod(own.data, NULL)) : USUAL;
	unsigned traits = traits_of(a, c);
	for (size_t i = 0; i < sizeof weights / sizeof *weights; i++)
		if (traits & weights[i].trait)
			odds += weights[i].weight;
	return bounded(odds);
}

double confidence_told_again(double confidence)
{
	return bounded(log_odds(confidence) + TOLD_AGAIN);
}
