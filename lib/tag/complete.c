/*
 * A party that the words of a match leave out: "the takeover of NextWave had closed" does not say whose it was, "the merger
 * with T-Mobile" not who merges. It is the other company of the sentence, if there is just one, else the topic: the
 * company that the text was about before this sentence (tag/coreference.c).
 */
#include "deal.h"

#include <string.h>

#define NOBODY UINT32_MAX

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
	case ACCORD_SPIN_OFF:
		return has(c, ACCORD_UNIT) && !has(c, ACCORD_PARENT) ? ACCORD_PARENT : -1;
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

#define UNIT_WORDS 4

/* "l'acquisizione di Splunk e del business dolciario di Nestlé": who owns a unit that is named with it is no further party. */
static bool owns_unit(const struct analysis *a, const struct sentence *s, size_t at)
{
	if (at < 2 || !(s->items[at].flags & ACCORD_ITEM_GOVERNED) || !(word_bits(a->grammar, &s->items[at - 1]) & W_PREPOSITION))
		return false;
	for (size_t i = at - 1, steps = 0; i > 0 && steps < UNIT_WORDS; i--, steps++) {
		const accord_item *item = &s->items[i - 1];
		if (item->kind != ACCORD_ITEM_WORD)
			return false;
		if (word_bits(a->grammar, item) & W_UNIT)
			return true;
	}
	return false;
}

/*
 * The company of the sentence that the candidate does not bind: the only one, else the only one that is named and no
 * pronoun; `several` if that does not tell.
 */
static uint32_t other_company(const struct analysis *a, const struct candidate *c, bool *several)
{
	uint32_t found = NOBODY, named = NOBODY;
	size_t names = 0;
	*several = false;
	for (size_t i = 0; i < c->sentence->count; i++) {
		const accord_item *item = &c->sentence->items[i];
		if (item->kind != ACCORD_ITEM_COMPANY || owns_unit(a, c->sentence, i))
			continue;
		for (size_t k = 0; k < item->entity_count; k++) {
			uint32_t company = a->ref_companies[item->entity + k];
			if (bound(c, company))
				continue;
			*several |= found != NOBODY && company != found;
			found = company;
			if (!(item->flags & ACCORD_ITEM_REFERENCE) && company != named) {
				named = company;
				names++;
			}
		}
	}
	if (!*several || names != 1)
		return found;
	*several = false;
	return named;
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
	c->traits |= TRAIT_COMPLETED;
}

/* Whether the sentence names it, and the candidate does not bind it. */
static bool in_sentence(const struct analysis *a, const struct candidate *c, uint32_t company)
{
	if (company == NOBODY || bound(c, company))
		return false;
	for (size_t i = 0; i < c->sentence->count; i++) {
		const accord_item *item = &c->sentence->items[i];
		for (size_t k = 0; item->kind == ACCORD_ITEM_COMPANY && k < item->entity_count; k++)
			if (a->ref_companies[item->entity + k] == company)
				return true;
	}
	return false;
}

/* The next role that the rule's field `complete` names, "target" or "acquirer target"; -1 behind the last. */
static int next_role(accord_slice *field)
{
	size_t n = 0;
	while (n < field->len && field->data[n] != ' ')
		n++;
	accord_slice name = {field->data, n};
	while (n < field->len && field->data[n] == ' ')
		n++;
	*field = (accord_slice){field->data + n, field->len - n};
	return name.len ? accord_role_from(name) : -1;
}

static uint32_t topic_of(const struct candidate *c)
{
	for (size_t i = 0; i < TOPICS; i++)
		if (c->sentence->topics[i] != NOBODY && !bound(c, c->sentence->topics[i]))
			return c->sentence->topics[i];
	return NOBODY;
}

static void add_guess(const struct analysis *a, struct candidate *c, uint32_t company, int role)
{
	c->parties[c->party_count++] =
		(struct candidate_party){company, a->companies[company].name, (accord_role)role, ACCORD_COMPANY};
	c->traits |= TRAIT_COMPLETED;
}

#define NEAR 6 /* sentences: how long a deal that was told is still talked about */

/* Who played the role in the deal of a type that was told last. */
static uint32_t player_of(const struct candidate *c, accord_deal_type type, int role, const struct candidate *told, size_t count)
{
	for (size_t i = count; i > 0; i--) {
		const struct candidate *before = &told[i - 1];
		if (c->sentence->number - before->sentence->number > NEAR)
			break;
		for (size_t k = 0; before->type == type && k < before->party_count; k++)
			if (before->parties[k].role == (accord_role)role && before->parties[k].company != NOBODY &&
			    !bound(c, before->parties[k].company))
				return before->parties[k].company;
	}
	return NOBODY;
}

static uint32_t player_before(const struct candidate *c, int role, const struct candidate *told, size_t count)
{
	return player_of(c, c->type, role, told, count);
}

/*
 * German: beside those who pay stand others who pay, not whom they pay: that says the round told before, else the purchase
 * ("X kauft alle Anteile an Y. Verkäufer ist Z, der 2017 eingestiegen war").
 */
static uint32_t paid_before(const struct analysis *a, const struct candidate *c, int role, const struct candidate *told,
                            size_t count)
{
	if (strcmp(a->lang, "de") != 0 || role != ACCORD_RECIPIENT)
		return NOBODY;
	uint32_t recipient = player_of(c, ACCORD_INVESTMENT, ACCORD_RECIPIENT, told, count);
	return recipient != NOBODY ? recipient : player_of(c, ACCORD_ACQUISITION, ACCORD_TARGET, told, count);
}

/*
 * "The takeover of NextWave has closed": who took it over, if a deal told near before has one of the companies in the same role and
 * tells the role that is missing.
 */
static uint32_t partner_before(const struct candidate *c, int role, const struct candidate *told, size_t count)
{
	for (size_t i = count; i > 0 && c->sentence->number - told[i - 1].sentence->number <= NEAR; i--) {
		const struct candidate *before = &told[i - 1];
		uint32_t partner = NOBODY;
		bool shared = false;
		for (size_t k = 0; before->type == c->type && k < before->party_count; k++) {
			const struct candidate_party *p = &before->parties[k];
			for (size_t n = 0; n < c->party_count; n++)
				shared |= p->company != NOBODY && p->company == c->parties[n].company && p->role == c->parties[n].role;
			if (p->role == (accord_role)role && p->company != NOBODY && !bound(c, p->company))
				partner = p->company;
		}
		if (shared && partner != NOBODY)
			return partner;
	}
	return NOBODY;
}

/* Whether a company played the role in a deal of that type that was told near before. */
static bool played_before(const struct candidate *c, uint32_t company, int role, const struct candidate *told, size_t count)
{
	for (size_t i = count; i > 0 && c->sentence->number - told[i - 1].sentence->number <= NEAR; i--)
		for (size_t k = 0; told[i - 1].type == c->type && k < told[i - 1].party_count; k++)
			if (told[i - 1].parties[k].role == (accord_role)role && told[i - 1].parties[k].company == company)
				return true;
	return false;
}

/*
 * What the rule asks for: the one other company of the sentence, else the topic where it had the role before, else who had
 * it in the deal told before, else the topic. Partners and parties are filled up to two.
 */
/* Partners and parties are two, those of a licence that says no direction too. */
static bool among_equals(accord_deal_type type, int role)
{
	return accord_type_symmetric(type) || (type == ACCORD_LICENSING && role == ACCORD_PARTY);
}

/* The companies that the sentence names, if there are just two. */
static bool two_of_sentence(const struct analysis *a, const struct candidate *c, uint32_t two[2])
{
	two[0] = two[1] = NOBODY;
	for (size_t i = 0; i < c->sentence->count; i++) {
		const accord_item *item = &c->sentence->items[i];
		for (size_t k = 0; item->kind == ACCORD_ITEM_COMPANY && k < item->entity_count; k++) {
			uint32_t company = a->ref_companies[item->entity + k];
			if (company == two[0] || company == two[1])
				continue;
			if (two[1] != NOBODY)
				return false;
			two[two[0] != NOBODY] = company;
		}
	}
	return two[1] != NOBODY;
}

/* A deal of two equals of which the words bind nobody is that of the two whom the sentence names, if there are just two. */
static bool complete_two(const struct analysis *a, struct candidate *c, int role)
{
	uint32_t two[2];
	if (c->party_count || !among_equals(c->type, role) || !two_of_sentence(a, c, two))
		return false;
	add_guess(a, c, two[0], role);
	add_guess(a, c, two[1], role);
	return true;
}

/* A purchase of less than half has become an investment (tag/candidate.c): who was to be its target is the recipient. */
static int role_in(accord_deal_type type, int role)
{
	bool stake = type == ACCORD_INVESTMENT;
	if (stake && role == ACCORD_TARGET)
		return ACCORD_RECIPIENT;
	return stake && role == ACCORD_ACQUIRER ? ACCORD_INVESTOR : role;
}

/* Who plays the role in what is news among the deals of that type told near before; where all are history, in the last of them. */
static uint32_t player_in_news(const struct candidate *c, int role, const struct candidate *told, size_t count)
{
	uint32_t found = NOBODY;
	bool news = false;
	for (size_t i = count; i > 0 && c->sentence->number - told[i - 1].sentence->number <= NEAR; i--) {
		if (told[i - 1].type != c->type || told[i - 1].status == ACCORD_COMPLETED)
			continue;
		news = true;
		for (size_t k = 0; found == NOBODY && k < told[i - 1].party_count; k++)
			if (told[i - 1].parties[k].role == (accord_role)role && !bound(c, told[i - 1].parties[k].company))
				found = told[i - 1].parties[k].company;
	}
	return news ? found : player_before(c, role, told, count);
}

/* `complete told recipient`: only who had the role in a deal told before; false if nobody had. */
static bool complete_only_told(const struct analysis *a, struct candidate *c, accord_slice field,
                               const struct candidate *told, size_t count)
{
	for (int named = next_role(&field); named >= 0; named = next_role(&field)) {
		int role = role_in(c->type, named);
		if (has(c, (accord_role)role))
			continue;
		uint32_t company = player_in_news(c, role, told, count);
		if (company == NOBODY && role == ACCORD_TARGET) { /* what is sold has no name, who sells it has */
			role = ACCORD_SELLER;
			company = player_in_news(c, role, told, count);
		}
		if (company == NOBODY || c->party_count == MAX_CANDIDATE_PARTIES)
			return false;
		add_guess(a, c, company, role);
	}
	return true;
}

static void complete_as_told(const struct analysis *a, struct candidate *c, accord_slice field,
                             const struct candidate *told, size_t count)
{
	for (int named = next_role(&field); named >= 0; named = next_role(&field)) {
		int role = role_in(c->type, named);
		size_t wanted = among_equals(c->type, role) ? 2 : 1, there = 0;
		if (complete_two(a, c, role))
			continue;
		for (size_t i = 0; i < c->party_count; i++)
			there += c->parties[i].role == (accord_role)role;
		for (; there < wanted && c->party_count < MAX_CANDIDATE_PARTIES; there++) {
			bool several;
			uint32_t company = paid_before(a, c, role, told, count);
			bool told_before = company != NOBODY;
			if (!told_before)
				company = other_company(a, c, &several);
			if (!told_before && (company == NOBODY || several)) {
				uint32_t topic = topic_of(c);
				bool same = topic != NOBODY && played_before(c, topic, role, told, count);
				company = same ? topic : player_before(c, role, told, count);
			}
			if (company == NOBODY && role == ACCORD_TARGET) { /* what was sold has no name, who sold it has */
				company = player_before(c, ACCORD_SELLER, told, count);
				role = company != NOBODY ? (int)ACCORD_SELLER : role;
			}
			if (company == NOBODY)
				company = topic_of(c);
			if (company == NOBODY)
				break;
			add_guess(a, c, company, role);
		}
	}
}

static const char only_told[] = "told ", only_two[] = "two ";

/*
 * `complete two target acquirer`: words that tell a deal without saying whose ("Unter neuer Flagge segelt X: Y hat ihn gekapert") are those of
 * the two whom the sentence names, the roles in the order of the names; false if it names fewer or more.
 */
static bool complete_only_two(const struct analysis *a, struct candidate *c, accord_slice field)
{
	uint32_t two[2];
	int first = next_role(&field), second = next_role(&field);
	if (c->party_count || first < 0 || !two_of_sentence(a, c, two))
		return false;
	add_guess(a, c, two[0], first);
	add_guess(a, c, two[1], second < 0 ? first : second);
	return true;
}

/* What no rule asks for: the other side of a deal that names one. */
static void complete_side(const struct analysis *a, struct candidate *c, const struct candidate *told, size_t count)
{
	if (!c->party_count && !c->object.data) {
		complete_pair(a, c);
		return;
	}
	int role = missing_role(c);
	bool several;
	if (role < 0 || c->party_count == MAX_CANDIDATE_PARTIES)
		return;
	uint32_t partner = among_equals(c->type, role) ? NOBODY : partner_before(c, role, told, count);
	if (partner != NOBODY) {
		add_guess(a, c, partner, role);
		return;
	}
	uint32_t company = other_company(a, c, &several);
	bool mutual = accord_type_symmetric(c->type) || c->type == ACCORD_LICENSING;
	if (company == NOBODY && !(mutual && stands_bare(a, c)))
		company = topic_of(c);
	if (several && in_sentence(a, c, c->sentence->topics[0])) {
		company = c->sentence->topics[0];
		several = false;
	}
	if (company != NOBODY && !several)
		add_guess(a, c, company, role);
}

bool complete_candidate(const struct analysis *a, struct candidate *c, const struct candidate *told, size_t count)
{
	accord_slice asked = accord_rule_field(c->match->rule, "complete");
	size_t n = sizeof only_told - 1, two = sizeof only_two - 1;
	if (asked.len > two && !memcmp(asked.data, only_two, two))
		return complete_only_two(a, c, (accord_slice){asked.data + two, asked.len - two});
	if (asked.len > n && !memcmp(asked.data, only_told, n))
		return complete_only_told(a, c, (accord_slice){asked.data + n, asked.len - n}, told, count);
	if (asked.len)
		complete_as_told(a, c, asked, told, count);
	else
		complete_side(a, c, told, count);
	return true;
}
