/*
 * "Ceres has agreements with Nissan, Honda and Cummins": as many deals as there are names behind the plural, each of the first party with
 * one of them. What the three have with each other is not told. The class `apart` holds the plurals of agreements; between them and
 * the names stands at most a preposition.
 */
#include "deal.h"

#define NAMES_BEHIND 3 /* items from the plural to the names: "agreements in place with" */

/* The binding of several companies that stands behind a plural of agreements, NULL if there is none. */
static const accord_binding *list_behind(const struct analysis *a, const struct candidate *c)
{
	uint32_t number = accord_rules_class(a->rules, "apart");
	const accord_item *items = c->sentence->items;
	for (size_t i = 0; number && i < c->match->binding_count; i++) {
		const accord_binding *b = &c->match->bindings[i];
		if (b->role < 0 || items[b->first].kind != ACCORD_ITEM_COMPANY || items[b->first].entity_count < 2)
			continue;
		for (uint32_t k = b->first; k > 0 && b->first - k < NAMES_BEHIND; k--)
			if (items[k - 1].word && accord_rules_in_class(a->rules, items[k - 1].word, number, UINT32_MAX))
				return b;
	}
	return NULL;
}

size_t deals_apart(const struct analysis *a, const struct candidate *c, struct candidate *deals, size_t most)
{
	const accord_binding *list = accord_type_symmetric(c->type) && c->party_count > 2 ? list_behind(a, c) : NULL;
	size_t n = 0;
	if (!list)
		return 0;
	const accord_item *names = &c->sentence->items[list->first];
	if ((size_t)names->entity_count + 1 != c->party_count || c->parties[0].company == a->ref_companies[names->entity])
		return 0; /* the one who has them must be one, and stand first */
	for (size_t i = 1; i < c->party_count && n < most; i++) {
		deals[n] = *c;
		deals[n].parties[1] = c->parties[i];
		deals[n++].party_count = 2;
	}
	return n;
}
