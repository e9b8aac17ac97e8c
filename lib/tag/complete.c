/*
 * A party that the words of a match leave out: "the takeover of NextWave had closed" does not say whose it was, "the merger
 * with T-Mobile" not who merges. It is the other company of the sentence, if there is just one, else the topic: the
 * company that the text was about before this sentence (tag/coreference.c).
 */
#include "deal.h"

#define NOBODY UINT32_MAX

/* A guess is worth less than what is said. */
#define GUESS 0.75

static bool has(const struct candidate *c, accord_role role)
{
	for (size_t i = 0; i < c->party_count; i++)
		if (c->parties[i].role == role)
			return true;
	return false;
}

/* The role that is missing, -1 if the deal is whole or may stay as it is. */
static int missing_role(const struct candidate *c)
{
	switch (c->type) {
	case ACCORD_ACQUISITION:
		if (has(c, ACCORD_TARGET) && !has(c, ACCORD_ACQUIRER) && !has(c, ACCORD_SELLER))
			return ACCORD_ACQUIRER;
		if (has(c, ACCORD_ACQUIRER) && !has(c, ACCORD_TARGET) && !has(c, ACCORD_SELLER) && c->object.data)
			return ACCORD_SELLER;
		return -1;
	case ACCORD_INVESTMENT:
		return has(c, ACCORD_INVESTOR) && !has(c, ACCORD_RECIPIENT) ? ACCORD_RECIPIENT : -1;
	case ACCORD_MERGER:
	case ACCORD_SETTLEMENT:
		return c->party_count == 1 ? ACCORD_PARTY : -1;
	case ACCORD_PARTNERSHIP:
		return c->party_count == 1 ? ACCORD_PARTNER : -1;
	case ACCORD_JOINT_VENTURE:
		return c->party_count == 1 && has(c, ACCORD_PARTNER) ? ACCORD_PARTNER : -1;
	case ACCORD_LICENSING:
		if (c->party_count == 1 && has(c, ACCORD_LICENSEE) && c->match->status == ACCORD_COMPLETED)
			return ACCORD_LICENSOR;
		return c->party_count == 1 && has(c, ACCORD_PARTY) ? ACCORD_PARTY : -1;
	default:
		return -1;
	}
}

static bool bound(const struct candidate *c, uint32_t company)
{
	for (size_t i = 0; i < c->party_count; i++)
		if (c->parties[i].company == company)
			return true;
	return false;
}

/* The one company of the sentence that the candidate does not bind; `several` if there are more. */
static uint32_t other_company(const struct analysis *a, const struct candidate *c, bool *several)
{
	uint32_t found = NOBODY;
	*several = false;
	for (size_t i = 0; i < c->sentence->count; i++) {
		const accord_item *item = &c->sentence->items[i];
		for (size_t k = 0; item->kind == ACCORD_ITEM_COMPANY && k < item->entity_count; k++) {
			uint32_t company = a->ref_companies[item->entity + k];
			if (bound(c, company) || company == found)
				continue;
			*several |= found != NOBODY;
			found = company;
		}
	}
	return found;
}

/*
 * "the merger with T-Mobile" leaves its subject out; "SAP announced a partnership" does not: its partner has no name. Only
 * what hangs on a preposition or possessive wants a partner from outside the sentence.
 */
static bool stands_bare(const struct analysis *a, const struct candidate *c)
{
	for (size_t i = 0; i < c->sentence->count; i++) {
		const accord_item *item = &c->sentence->items[i];
		if (item->kind == ACCORD_ITEM_COMPANY && !(item->flags & ACCORD_ITEM_GOVERNED) &&
		    bound(c, a->ref_companies[item->entity]))
			return true;
	}
	return false;
}

/* "The alliance ended in a takeover" names nobody: it is the two that the text is about. */
static void complete_pair(const struct analysis *a, struct candidate *c)
{
	static const accord_role roles[TOPICS] = {ACCORD_ACQUIRER, ACCORD_TARGET};
	const uint32_t *topics = c->sentence->topics;
	if (c->type != ACCORD_ACQUISITION || topics[0] == NOBODY || topics[1] == NOBODY)
		return;
	for (size_t i = 0; i < TOPICS; i++)
		c->parties[c->party_count++] =
			(struct candidate_party){topics[i], a->companies[topics[i]].name, roles[i], ACCORD_COMPANY};
	c->confidence *= GUESS;
}

void complete_candidate(const struct analysis *a, struct candidate *c)
{
	if (!c->party_count && !c->object.data) {
		complete_pair(a, c);
		return;
	}
	int role = missing_role(c);
	bool several;
	if (role < 0 || c->party_count == MAX_CANDIDATE_PARTIES)
		return;
	uint32_t company = other_company(a, c, &several);
	bool mutual = accord_type_symmetric(c->type) || c->type == ACCORD_LICENSING;
	for (size_t i = 0; company == NOBODY && i < TOPICS && !(mutual && stands_bare(a, c)); i++)
		if (c->sentence->topics[i] != NOBODY && !bound(c, c->sentence->topics[i]))
			company = c->sentence->topics[i];
	if (company == NOBODY || several)
		return;
	c->parties[c->party_count++] =
		(struct candidate_party){company, a->companies[company].name, (accord_role)role, ACCORD_COMPANY};
	c->confidence *= GUESS;
}
