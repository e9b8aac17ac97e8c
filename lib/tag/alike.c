/*
 * "A settled with B and has reached a similar agreement with C": of what kind the second one is, the first has told. An
 * agreement that is only called like another takes the type of the one told before it, and its firms take the parts of that.
 *
 * "Adobe drops its takeover of Figma. The two companies had agreed the deal in September": the agreement of the two is that deal.
 */
#include "deal.h"

#define REACH 3 /* sentences */

static bool in_class(const struct analysis *a, const char *name, const accord_item *item)
{
	uint32_t number = accord_rules_class(a->rules, name);
	return item->word && number && accord_rules_in_class(a->rules, item->word, number, ACCORD_FORM_ANY);
}

/* "A similar agreement", "un accordo simile": the word stands beside the agreement, in the clause that tells of it. */
static bool called_alike(const struct analysis *a, const struct candidate *c)
{
	const accord_item *items = c->sentence->items;
	for (uint32_t i = 0; i + 1 < c->sentence->count; i++) {
		bool near = items[i].clause == items[c->match->trigger].clause || (i >= c->match->first && i <= c->match->last);
		if (near && ((in_class(a, "alike", &items[i]) && in_class(a, "contract", &items[i + 1])) ||
		             (in_class(a, "contract", &items[i]) && in_class(a, "alike", &items[i + 1]))))
			return true;
	}
	return false;
}

static const struct candidate_party *part_in(const struct candidate *c, uint32_t company)
{
	for (size_t i = 0; company != UINT32_MAX && i < c->party_count; i++)
		if (c->parties[i].company == company)
			return &c->parties[i];
	return NULL;
}

/* The agreement of another kind, told before, in which one of the firms takes part; NULL if there is none. */
static const struct candidate *model(const struct candidate *c, const struct candidate *told, size_t count)
{
	for (size_t i = count; i > 0; i--) {
		const struct candidate *before = &told[i - 1];
		if (before->sentence->field != c->sentence->field || c->sentence->number - before->sentence->number > REACH)
			return NULL;
		bool agreement = before->type == ACCORD_LICENSING || before->type == ACCORD_SETTLEMENT ||
		                 before->type == ACCORD_SUPPLY || before->type == ACCORD_JOINT_VENTURE;
		if (agreement && c->party_count == 1 && before->party_count > 1)
			return before; /* "and has reached a similar agreement with C" */
		for (size_t k = 0; agreement && k < c->party_count; k++)
			if (part_in(before, c->parties[k].company))
				return before;
	}
	return NULL;
}

bool take_kind(const struct analysis *a, struct candidate *c, const struct candidate *told, size_t count)
{
	if (c->type != ACCORD_PARTNERSHIP || !called_alike(a, c))
		return false;
	const struct candidate *before = model(c, told, count);
	accord_role other = ACCORD_PARTNER;
	if (!before)
		return false;
	if (c->party_count == 1 && !part_in(before, c->parties[0].company))
		c->parties[c->party_count++] = before->parties[0]; /* who was told first goes on */
	for (size_t i = 0; i < before->party_count; i++)
		if (!part_in(c, before->parties[i].company) && before->parties[i].role != ACCORD_VENTURE)
			other = before->parties[i].role;
	size_t same_parts = 0;
	for (size_t i = 0; i < c->party_count; i++)
		same_parts += part_in(before, c->parties[i].company) != NULL;
	if (same_parts < c->party_count && !accord_type_has_role(before->type, other))
		return false;
	c->type = before->type;
	c->alike = true;
	for (size_t i = 0; i < c->party_count; i++) {
		const struct candidate_party *same = part_in(before, c->parties[i].company);
		c->parties[i].role = same ? same->role : other;
	}
	return true;
}

#define AGREED_REACH 3 /* sentences */

/* Whether some word of the sentence is of the class. */
static bool speaks_of(const struct analysis *a, const struct candidate *c, const char *name)
{
	for (uint32_t i = 0; i < c->sentence->count; i++)
		if (in_class(a, name, &c->sentence->items[i]))
			return true;
	return false;
}

/* Both parties stand for each other's side of the deal, in whatever roles. */
static bool same_two(const struct candidate *c, const struct candidate *before)
{
	size_t sides = 0;
	for (size_t i = 0; i < c->party_count; i++)
		sides += part_in(before, c->parties[i].company) != NULL;
	return c->party_count == 2 && sides == 2;
}

bool takes_up(const struct analysis *a, struct candidate *c, const struct candidate *told, size_t count)
{
	const accord_item *trigger = &c->sentence->items[c->match->trigger];
	bool bare = c->type == ACCORD_PARTNERSHIP || c->type == ACCORD_SETTLEMENT;
	bool meant = false;
	for (size_t i = 0; i < c->match->binding_count; i++) {
		const accord_item *item = &c->sentence->items[c->match->bindings[i].first];
		meant |= item->kind == ACCORD_ITEM_COMPANY && item->entity_count == 2 && item->flags & ACCORD_ITEM_REFERENCE;
	}
	if (!bare || !meant || speaks_of(a, c, "dispute") ||
	    !(in_class(a, "agree", trigger) || in_class(a, "contract", trigger) || speaks_of(a, c, "contract") || speaks_of(a, c, "agree")))
		return false;
	for (size_t i = count; i > 0 && c->sentence->number - told[i - 1].sentence->number <= AGREED_REACH; i--) {
		const struct candidate *before = &told[i - 1];
		bool deal = before->type == ACCORD_ACQUISITION || before->type == ACCORD_MERGER || before->type == ACCORD_JOINT_VENTURE;
		if (!deal || before->status == ACCORD_COMPLETED || !same_two(c, before))
			continue;
		c->type = before->type;
		c->party_count = before->party_count;
		for (size_t k = 0; k < before->party_count; k++)
			c->parties[k] = before->parties[k];
		c->goes_on = i;
		return true;
	}
	return false;
}
