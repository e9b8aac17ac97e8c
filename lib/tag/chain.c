/*
 * What is sold today was bought before: "Cisco is buying Splunk. KKR had bought the company in 2012." By salience the company is
 * Cisco, of which the text speaks; but whom history tells to have been bought, sold or funded is the one that is bought now.
 */
#include "deal.h"

#define NEAR 3 /* sentences */

static const accord_binding *bound_to(const struct candidate *c, accord_role role)
{
	for (size_t i = 0; i < c->match->binding_count; i++)
		if (c->match->bindings[i].role == (int)role)
			return &c->match->bindings[i];
	return NULL;
}

/* Whether the clause tells what was: a past tense, or a day of another year. */
static bool told_as_past(const struct analysis *a, const struct candidate *c)
{
	const struct sentence *s = c->sentence;
	uint32_t tense = clause_tense(a, c);
	accord_slice today = a->doc->published;
	for (size_t i = 0; i < s->count; i++) {
		accord_slice date = {NULL, 0};
		if (s->items[i].kind == ACCORD_ITEM_DATE && s->items[i].clause == s->items[c->match->trigger].clause)
			date = usable_date(a, &s->items[i]);
		if (date.len >= 4 && today.len >= 4 && !dates_agree(date, (accord_slice){today.data, 4}))
			return true;
	}
	return ((tense & ACCORD_FORM_PAST) && !(tense & ACCORD_FORM_PRESENT)) || past_auxiliary(a, c);
}

/* Who is bought by `company` in a purchase told near before that is no history itself; UINT32_MAX if nobody is. */
static uint32_t bought_by(const struct candidate *c, uint32_t company, const struct candidate *told, size_t count)
{
	for (size_t i = count; i > 0 && c->sentence->number - told[i - 1].sentence->number <= NEAR; i--) {
		const struct candidate *before = &told[i - 1];
		uint32_t target = UINT32_MAX;
		bool buyer = false;
		for (size_t k = 0; before->type == ACCORD_ACQUISITION && before->status != ACCORD_COMPLETED && k < before->party_count; k++) {
			buyer |= before->parties[k].role == ACCORD_ACQUIRER && before->parties[k].company == company;
			if (before->parties[k].role == ACCORD_TARGET)
				target = before->parties[k].company;
		}
		if (buyer && target != UINT32_MAX)
			return target;
	}
	return UINT32_MAX;
}

static uint32_t player(const struct candidate *c, accord_role role)
{
	for (size_t i = 0; i < c->party_count; i++)
		if (c->parties[i].role == role)
			return c->parties[i].company;
	return UINT32_MAX;
}

/*
 * "RIM has closed the purchase of Certicom. Since Monday the supplier has belonged to the Canadians": where the words name neither, who
 * buys whom is as it was told just before.
 */
static bool turn_as_told(struct candidate *c, const struct candidate *told, size_t count)
{
	uint32_t buyer = player(c, ACCORD_ACQUIRER), target = player(c, ACCORD_TARGET);
	for (size_t i = count; i > 0 && c->sentence->number - told[i - 1].sentence->number <= NEAR; i--) {
		const struct candidate *before = &told[i - 1];
		if (before->type != ACCORD_ACQUISITION || buyer == UINT32_MAX || target == UINT32_MAX ||
		    player(before, ACCORD_ACQUIRER) != target || player(before, ACCORD_TARGET) != buyer)
			continue;
		for (size_t k = 0; k < c->party_count; k++)
			if (c->parties[k].role == ACCORD_ACQUIRER || c->parties[k].role == ACCORD_TARGET)
				c->parties[k].role = c->parties[k].role == ACCORD_TARGET ? ACCORD_ACQUIRER : ACCORD_TARGET;
		return true;
	}
	return false;
}

void pass_on(const struct analysis *a, struct candidate *c, const struct candidate *told, size_t count)
{
	accord_role role = c->type == ACCORD_INVESTMENT ? ACCORD_RECIPIENT : ACCORD_TARGET;
	const accord_binding *b = bound_to(c, role);
	if (!b && c->type == ACCORD_INVESTMENT)
		b = bound_to(c, ACCORD_TARGET); /* a purchase of less than half */
	if ((c->type != ACCORD_ACQUISITION && c->type != ACCORD_INVESTMENT) || !b)
		return;
	const accord_item *item = &c->sentence->items[b->first];
	if (item->kind != ACCORD_ITEM_COMPANY || !(item->flags & ACCORD_ITEM_VAGUE) || item->entity_count != 1)
		return;
	if (turn_as_told(c, told, count) || !told_as_past(a, c))
		return;
	uint32_t meant = bought_by(c, a->ref_companies[item->entity], told, count);
	for (size_t i = 0; meant != UINT32_MAX && i < c->party_count; i++)
		if (c->parties[i].company == meant)
			return;
	for (size_t i = 0; meant != UINT32_MAX && i < c->party_count; i++)
		if (c->parties[i].role == role && c->parties[i].company == a->ref_companies[item->entity]) {
			c->parties[i].company = meant;
			c->parties[i].name = a->companies[meant].name;
		}
}
