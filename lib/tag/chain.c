/*
 * What is sold today was bought before: "Cisco is buying Splunk. KKR had bought the company in 2012." By salience the company is
 * Cisco, of which the text speaks; but whom history tells to have been bought, sold or funded is the one that is bought now. In the
 * same way other words that say nothing of their company ("it", "the operator") are held against the parts of the deal told before.
 */
#include "deal.h"

#define NEAR 3 /* sentences */

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

/* "Google bought Motorola and passed the firm on": who had bought it sells it. */
static bool sold_on(struct candidate *c, const struct candidate *before)
{
	uint32_t seller = player(c, ACCORD_SELLER), target = player(c, ACCORD_TARGET);
	if (before->type != ACCORD_ACQUISITION || seller == UINT32_MAX || target == UINT32_MAX ||
	    player(before, ACCORD_TARGET) != seller || player(before, ACCORD_ACQUIRER) != target)
		return false;
	for (size_t k = 0; k < c->party_count; k++)
		if (c->parties[k].role == ACCORD_SELLER || c->parties[k].role == ACCORD_TARGET)
			c->parties[k].role = c->parties[k].role == ACCORD_TARGET ? ACCORD_SELLER : ACCORD_TARGET;
	return true;
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
		if (sold_on(c, before))
			return true;
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

/* "Apple is buying a business of Intel's. It pays a billion for it": what was sold has no name, who sells it has. */
static bool names_seller(struct candidate *c, uint32_t taken, const struct candidate *told, size_t count)
{
	for (size_t i = count; i > 0 && c->sentence->number - told[i - 1].sentence->number <= NEAR; i--) {
		const struct candidate *before = &told[i - 1];
		if (before->type != ACCORD_ACQUISITION || player(before, ACCORD_TARGET) != UINT32_MAX ||
		    player(before, ACCORD_SELLER) != taken || player(before, ACCORD_ACQUIRER) != player(c, ACCORD_ACQUIRER))
			continue;
		for (size_t k = 0; k < c->party_count; k++)
			if (c->parties[k].role == ACCORD_TARGET && c->parties[k].company == taken)
				c->parties[k].role = ACCORD_SELLER;
		if (!c->object.data)
			c->object = before->object;
		return true;
	}
	return false;
}

/*
 * "Ericsson has won an order from Vodafone. Nokia got one from the operator": who played the part in the deal told before; the one of
 * whom the text speaks played the other. UINT32_MAX if no deal says so.
 */
static uint32_t in_that_part(const struct candidate *c, uint32_t taken, accord_role part, const struct candidate *told, size_t count)
{
	for (size_t i = count; i > 0 && c->sentence->number - told[i - 1].sentence->number <= NEAR; i--) {
		const struct candidate *before = &told[i - 1];
		uint32_t who = player(before, part);
		for (size_t k = 0; before->type == c->type && who != UINT32_MAX && k < before->party_count; k++)
			if (before->parties[k].company == taken && before->parties[k].role != part)
				return who;
	}
	return UINT32_MAX;
}

static void put_for(const struct analysis *a, struct candidate *c, uint32_t taken, uint32_t meant)
{
	for (size_t i = 0; i < c->party_count; i++)
		if (c->parties[i].company == meant)
			return;
	for (size_t i = 0; i < c->party_count; i++)
		if (c->parties[i].company == taken) {
			c->parties[i].company = meant;
			c->parties[i].name = a->companies[meant].name;
		}
}

static bool has_sides(accord_deal_type type)
{
	return type == ACCORD_SUPPLY || type == ACCORD_LICENSING || type == ACCORD_INVESTMENT || type == ACCORD_ASSET_SALE;
}

/* What the words leave open of the party that a binding takes for `taken`. */
static void mend(const struct analysis *a, struct candidate *c, uint32_t taken, accord_role role, const struct candidate *told, size_t count)
{
	bool bought = role == ACCORD_TARGET || role == ACCORD_RECIPIENT || (c->type == ACCORD_MERGER && role == ACCORD_PARTY);
	uint32_t meant = UINT32_MAX;
	if (c->type == ACCORD_ACQUISITION && role == ACCORD_TARGET &&
	    (turn_as_told(c, told, count) || names_seller(c, taken, told, count)))
		return;
	if (bought && told_as_past(a, c))
		meant = bought_by(c, taken, told, count);
	if (meant == UINT32_MAX && has_sides(c->type))
		meant = in_that_part(c, taken, role, told, count);
	if (meant != UINT32_MAX)
		put_for(a, c, taken, meant);
}

void pass_on(const struct analysis *a, struct candidate *c, const struct candidate *told, size_t count)
{
	for (size_t i = 0; i < c->match->binding_count; i++) {
		const accord_binding *b = &c->match->bindings[i];
		const accord_item *item = &c->sentence->items[b->first];
		if (b->role < 0 || item->kind != ACCORD_ITEM_COMPANY || !(item->flags & ACCORD_ITEM_VAGUE) || item->entity_count != 1)
			continue;
		uint32_t taken = a->ref_companies[item->entity];
		for (size_t k = 0; k < c->party_count; k++) /* a purchase of less than half has other roles than its match */
			if (c->parties[k].company == taken) {
				mend(a, c, taken, c->parties[k].role, told, count);
				break;
			}
	}
}
