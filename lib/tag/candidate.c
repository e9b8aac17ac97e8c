/* What a match binds becomes parties, value, date and object of a candidate. */
#include "deal.h"
#include "discourse.h"

#include <stdlib.h>
#include <string.h>

#define STAKE_BEFORE 5 /* items from "stake" to whose: "stake in its supplier X" */

static bool add_party(struct candidate *c, uint32_t company, accord_slice name, accord_role role,
                      accord_party_kind kind)
{
	for (size_t i = 0; i < c->party_count; i++) {
		const struct candidate_party *p = &c->parties[i];
		if (company != UINT32_MAX ? p->company != company : !accord_slice_equal(p->name, name))
			continue;
		if (p->role == ACCORD_SELLER && role == ACCORD_ACQUIRER)
			c->parties[i].role = role; /* "buys its rival X": whose X is, is not said */
		return p->role == role || role == ACCORD_SELLER; /* nobody deals with itself */
	}
	if (c->party_count < MAX_CANDIDATE_PARTIES)
		c->parties[c->party_count++] = (struct candidate_party){company, name, role, kind};
	return true;
}

/* Microsofts, Google's, Siemens' */
static accord_slice without_possessive(accord_slice name)
{
	static const char *const marks[] = {"'", "\xE2\x80\x99"};
	if (name.len > 2 && name.data[name.len - 1] == 's')
		name.len--;
	for (size_t i = 0; i < 2; i++) {
		size_t len = strlen(marks[i]);
		if (name.len > len && !memcmp(name.data + name.len - len, marks[i], len))
			name.len -= len;
	}
	return name;
}

uint32_t newcomer_company(struct analysis *a, const struct sentence *s, const accord_item *item)
{
	accord_slice name = item->text;
	if (item->flags & ACCORD_ITEM_GENITIVE)
		name = without_possessive(name);
	for (size_t i = 0; i < a->company_count; i++)
		if (accord_slice_equal(a->companies[i].name, name))
			return (uint32_t)i;
	struct company *place =
		list_push(a->arena, &a->companies, &a->company_count, &a->company_capacity, sizeof *place);
	accord_slice id = accord_text_fold(a->arena, name);
	if (!place || !id.data)
		return UINT32_MAX;
	char *slug = accord_arena_copy(a->arena, id.data, id.len);
	for (size_t i = 0; slug && i < id.len; i++)
		if (slug[i] == ' ')
			slug[i] = '-';
	*place = (struct company){.id = {slug ? slug : id.data, id.len}, .name = name, .country = "", .mentions = 1};
	uint32_t company = (uint32_t)a->company_count - 1;
	add_ref(a, s->field, item->start, item->start + (uint32_t)name.len, company, false);
	return company;
}

/*
 * An unknown company whose name begins the longer one of another is that one, shortened: "Sarcos", "Sarcos Robotics". A known one must be
 * the only company of the text that begins so ("Epic", where it is about Epic Games).
 */
static uint32_t full_name(const struct analysis *a, uint32_t company)
{
	accord_slice name = a->companies[company].name;
	uint32_t known = UINT32_MAX;
	size_t several = 0;
	for (uint32_t c = 0; !a->companies[company].known && c < a->company_count; c++) {
		accord_slice longer = a->companies[c].name;
		if (longer.len <= name.len + 1 || longer.data[name.len] != ' ' || memcmp(longer.data, name.data, name.len) != 0)
			continue;
		if (!a->companies[c].known)
			return c;
		known = c;
		several++;
	}
	return several == 1 ? known : company;
}

static bool add_item(struct analysis *a, struct candidate *c, const accord_item *item, accord_role role)
{
	if (item->kind == ACCORD_ITEM_NAME || item->kind == ACCORD_ITEM_WORD || item->kind == ACCORD_ITEM_PRODUCT) {
		uint32_t company = newcomer_company(a, c->sentence, item);
		company = company != UINT32_MAX ? full_name(a, company) : company;
		c->newcomers++;
		return company != UINT32_MAX && add_party(c, company, a->companies[company].name, role, ACCORD_COMPANY);
	}
	if (item->kind == ACCORD_ITEM_COMPANY) {
		for (size_t k = 0; k < item->entity_count; k++) {
			uint32_t company = full_name(a, a->ref_companies[item->entity + k]);
			if (!add_party(c, company, a->companies[company].name, role, ACCORD_COMPANY))
				return false;
		}
		return true;
	}
	if (item->kind == ACCORD_ITEM_ORGANIZATION)
		return add_party(c, UINT32_MAX, item->text, role, ACCORD_ORGANIZATION);
	if (item->kind == ACCORD_ITEM_PERSON)
		return add_party(c, UINT32_MAX, item->text, role, ACCORD_PERSON);
	return true;
}

/* "15,75 %", "fünf Prozent": the number in front. */
static double percent_of(const struct analysis *a, const accord_item *item)
{
	accord_slice word = accord_rules_class_value(a->rules, item->word, accord_rules_class(a->rules, "number"));
	char digits[32];
	size_t n = 0;
	for (size_t i = 0; i < item->text.len && n + 1 < sizeof digits; i++) {
		char ch = item->text.data[i];
		if (ch == ',')
			ch = '.';
		if ((ch < '0' || ch > '9') && ch != '.')
			break;
		digits[n++] = ch;
	}
	if (!n && word.len && word.len < sizeof digits) {
		memcpy(digits, word.data, word.len);
		n = word.len;
	}
	digits[n] = '\0';
	return strtod(digits, NULL);
}

static void bind_value(const struct analysis *a, struct candidate *c, const accord_binding *b)
{
	for (uint32_t i = b->first; i <= b->last; i++) {
		const accord_item *item = &c->sentence->items[i];
		if (item->kind == ACCORD_ITEM_AMOUNT && a->amounts[item->entity].has_amount &&
		    a->amounts[item->entity].money.amount >= LEAST_SUM) {
			c->value = a->amounts[item->entity].money;
			c->value_strength = BY_CUE;
			return;
		}
	}
}

static void bind_date(const struct analysis *a, struct candidate *c, const accord_binding *b)
{
	for (uint32_t i = b->first; i <= b->last; i++)
		if (c->sentence->items[i].kind == ACCORD_ITEM_DATE) {
			c->date = a->dates[c->sentence->items[i].entity].value;
			c->date_strength = BY_CUE;
			return;
		}
}

/* The two sides of each type, for "A und B haben einen Liefervertrag geschlossen": first who pays, then who is paid. */
static const accord_role sides[ACCORD_DEAL_TYPES][2] = {
	[ACCORD_ACQUISITION] = {ACCORD_ACQUIRER, ACCORD_TARGET}, [ACCORD_MERGER] = {ACCORD_PARTY, ACCORD_PARTY},
	[ACCORD_INVESTMENT] = {ACCORD_INVESTOR, ACCORD_RECIPIENT}, [ACCORD_JOINT_VENTURE] = {ACCORD_PARTNER, ACCORD_PARTNER},
	[ACCORD_PARTNERSHIP] = {ACCORD_PARTNER, ACCORD_PARTNER}, [ACCORD_LICENSING] = {ACCORD_PARTY, ACCORD_PARTY},
	[ACCORD_ASSET_SALE] = {ACCORD_BUYER, ACCORD_SELLER}, [ACCORD_SUPPLY] = {ACCORD_CUSTOMER, ACCORD_SUPPLIER},
	[ACCORD_SETTLEMENT] = {ACCORD_PARTY, ACCORD_PARTY}, [ACCORD_SPIN_OFF] = {ACCORD_PARENT, ACCORD_UNIT},
};

/* Two companies as one item whose roles the words do not tell. */
static bool bind_pair(struct analysis *a, struct candidate *c, const accord_item *item)
{
	if (item->kind != ACCORD_ITEM_COMPANY || item->entity_count != 2)
		return false;
	for (size_t k = 0; k < 2; k++) {
		uint32_t company = full_name(a, a->ref_companies[item->entity + k]);
		if (!add_party(c, company, a->companies[company].name, sides[c->type][k], ACCORD_COMPANY))
			return false;
	}
	return true;
}

static bool bind(struct analysis *a, struct candidate *c, const accord_binding *b, double *percent)
{
	const accord_item *items = c->sentence->items;
	if (b->role >= 0) {
		for (uint32_t i = b->first; i <= b->last; i++)
			if (!add_item(a, c, &items[i], (accord_role)b->role))
				return false;
	} else if (accord_slice_is(b->name, "pair")) {
		return bind_pair(a, c, &items[b->first]);
	} else if (accord_slice_is(b->name, "value")) {
		bind_value(a, c, b);
	} else if (accord_slice_is(b->name, "date")) {
		bind_date(a, c, b);
	} else if (accord_slice_is(b->name, "percent")) {
		for (uint32_t i = b->first; i <= b->last; i++)
			if (items[i].kind == ACCORD_ITEM_PERCENT)
				*percent = percent_of(a, &items[i]);
	} else if (accord_slice_is(b->name, "object")) {
		c->object = object_phrase(a, c, b->first, b->last);
	}
	return true;
}

/*
 * More than half is control, less is a stake, whatever the verb; a stake that somebody sells on is an asset (deal model,
 * "Choosing between types" and decision 8).
 */
static void choose_by_percent(struct candidate *c, double percent)
{
	static const accord_role roles[][3] = {{ACCORD_ACQUIRER, ACCORD_INVESTOR, ACCORD_BUYER},
	                                       {ACCORD_TARGET, ACCORD_RECIPIENT, ACCORD_TARGET}};
	bool control = c->type == ACCORD_INVESTMENT && percent > 50;
	bool stake = c->type == ACCORD_ACQUISITION && percent > 0 && percent < 50, sold = false;
	if (!control && !stake)
		return;
	for (size_t i = 0; i < c->party_count; i++)
		sold |= c->parties[i].role == ACCORD_SELLER;
	c->type = control ? ACCORD_ACQUISITION : sold ? ACCORD_ASSET_SALE : ACCORD_INVESTMENT;
	size_t kept = 0, from = control, to = control ? 0 : sold ? 2 : 1;
	for (size_t i = 0; i < c->party_count; i++) {
		for (size_t k = 0; k < 2; k++)
			if (c->parties[i].role == roles[k][from]) {
				c->parties[i].role = roles[k][to];
				break;
			}
		if (accord_type_has_role(c->type, c->parties[i].role))
			c->parties[kept++] = c->parties[i];
	}
	c->party_count = kept;
}

/* "acquired a 78.8% stake in X": how much of it, where the rule asked for the stake alone. */
static double percent_of_stake(const struct analysis *a, const struct candidate *c)
{
	uint32_t number = accord_rules_class(a->rules, "stake");
	const accord_item *items = c->sentence->items;
	for (size_t k = 0; number && c->type == ACCORD_INVESTMENT && k < c->match->binding_count; k++) {
		const accord_binding *b = &c->match->bindings[k];
		if (b->role != ACCORD_RECIPIENT)
			continue;
		for (uint32_t i = b->first; i > 1 && b->first - i < STAKE_BEFORE; i--)
			if (items[i - 1].word && accord_rules_in_class(a->rules, items[i - 1].word, number, UINT32_MAX) &&
			    items[i - 2].kind == ACCORD_ITEM_PERCENT)
				return percent_of(a, &items[i - 2]);
	}
	return 0;
}

static size_t companies_in(const struct candidate *c)
{
	size_t n = 0;
	for (size_t i = 0; i < c->party_count; i++)
		n += c->parties[i].kind == ACCORD_COMPANY;
	return n;
}

/* ---- German: which of two names is the subject ----------------------------------------------------------------- */

static bool ends_on(accord_slice text, const char *end)
{
	size_t n = strlen(end);
	return text.len > n && !memcmp(text.data + text.len - n, end, n);
}

/* "A und B", "die Kalifornier" are plural; "die Tochter", a name are not; "sie" may be either. */
enum number { SINGULAR, PLURAL, EITHER };

static enum number number_of(const struct sentence *s, const accord_item *item)
{
	if (item->entity_count > 1)
		return item->flags & ACCORD_ITEM_REFERENCE && item->text.len > 4 ? EITHER : PLURAL; /* "das Konsortium aus A und B" */
	if (!(item->flags & ACCORD_ITEM_REFERENCE))
		return SINGULAR;
	if (!(item->flags & ACCORD_ITEM_CAPITAL))
		return EITHER;
	bool article = item > s->items && accord_slice_is(item[-1].text, "die");
	bool people = ends_on(item->text, "er") || ends_on(item->text, "en");
	return article && people && !ends_on(item->text, "tochter") && !ends_on(item->text, "Tochter") ? PLURAL : SINGULAR;
}

/* The number of the finite verb nearest to the trigger, EITHER if its form leaves it open. */
static enum number verb_number(const struct analysis *a, const struct sentence *s, uint32_t trigger)
{
	const accord_lexicon *lexicon = accord_rules_lexicon(a->rules);
	for (uint32_t i = trigger + 1; i > 0; i--) {
		const accord_item *item = &s->items[i - 1];
		size_t count;
		if (item->clause != s->items[trigger].clause || item->kind != ACCORD_ITEM_WORD || !item->word)
			continue;
		const accord_reading *readings = accord_lexicon_readings(lexicon, item->word, &count);
		uint32_t forms = 0;
		for (size_t r = 0; r < count; r++)
			if (readings[r].forms & ACCORD_FORM_FINITE && !(readings[r].forms & (ACCORD_FORM_INF | ACCORD_FORM_PP)))
				forms |= readings[r].forms;
		if (!forms)
			continue;
		bool one = forms & ACCORD_FORM_SINGULAR, more = forms & ACCORD_FORM_PLURAL;
		return one == more ? EITHER : one ? SINGULAR : PLURAL;
	}
	return EITHER;
}

/* The case that the article of a phrase shows: "der Konzern", "den Rivalen X"; the words between are inner ones. */
enum show { NOMINATIVE, ACCUSATIVE, NEITHER };

static enum show case_of(const struct sentence *s, const accord_item *item)
{
	const accord_item *word = item;
	while (word > s->items && (word[-1].flags & ACCORD_ITEM_INNER))
		word--;
	if (word == item && word > s->items)
		word--; /* "der Konzern" as one reference */
	if (word < item && word > s->items && accord_slice_is(word[-1].text, ","))
		return NEITHER; /* "der Hersteller, den Nokia erworben hatte": a relative pronoun, of another case than the name */
	if (accord_slice_is(word->text, "der") || accord_slice_is(word->text, "Der"))
		return NOMINATIVE;
	return accord_slice_is(word->text, "den") || accord_slice_is(word->text, "Den") ? ACCUSATIVE : NEITHER;
}

/*
 * "A, B und C hat X gekauft", "X wollen die Schweden kaufen": the order does not tell who buys, the number of the verb
 * or the case of an article does. Buyer and target change places where only that agrees.
 */
static void agree(const struct analysis *a, struct candidate *c)
{
	const accord_item *buyer = NULL, *target = NULL, *items = c->sentence->items;
	for (size_t i = 0; i < c->match->binding_count; i++) {
		const accord_binding *b = &c->match->bindings[i];
		if (b->role == ACCORD_ACQUIRER)
			buyer = &items[b->first];
		else if (b->role == ACCORD_TARGET)
			target = &items[b->first];
		else if (b->role >= 0)
			return;
	}
	if (strcmp(a->lang, "de") != 0 || c->type != ACCORD_ACQUISITION || !buyer || !target ||
	    ((buyer->flags | target->flags) & (ACCORD_ITEM_GOVERNED | ACCORD_ITEM_GENITIVE)))
		return;
	accord_slice trigger = items[c->match->trigger].text;
	if (trigger.len > 6 && !memcmp(trigger.data, "geh\xC3\xB6r", 6))
		return; /* "gehört den Chinesen": a dative */
	enum number verb = verb_number(a, c->sentence, c->match->trigger);
	bool by_number = verb != EITHER && number_of(c->sentence, target) == verb && number_of(c->sentence, buyer) != verb &&
	                 number_of(c->sentence, buyer) != EITHER;
	enum show of_buyer = case_of(c->sentence, buyer), of_target = case_of(c->sentence, target);
	bool by_case = (of_buyer == ACCUSATIVE && of_target != ACCUSATIVE) || (of_target == NOMINATIVE && of_buyer == NEITHER);
	if (!by_number && !by_case)
		return;
	for (size_t i = 0; i < c->party_count; i++) {
		if (c->parties[i].role == ACCORD_ACQUIRER)
			c->parties[i].role = ACCORD_TARGET;
		else if (c->parties[i].role == ACCORD_TARGET)
			c->parties[i].role = ACCORD_ACQUIRER;
	}
}

/*
 * "Swisscom e Vodafone hanno firmato un accordo per l'acquisizione di Vodafone Italia": of two buyers the one whose name begins the
 * target's sells.
 */
static void seller_among_buyers(struct candidate *c)
{
	struct candidate_party *named = NULL;
	size_t buyers = 0;
	for (size_t i = 0; i < c->party_count; i++) {
		struct candidate_party *p = &c->parties[i];
		if (p->role != ACCORD_ACQUIRER)
			continue;
		buyers++;
		for (size_t k = 0; k < c->party_count; k++) {
			accord_slice target = c->parties[k].name;
			if (c->parties[k].role == ACCORD_TARGET && target.len > p->name.len + 1 && target.data[p->name.len] == ' ' &&
			    !memcmp(target.data, p->name.data, p->name.len))
				named = p;
		}
	}
	if (buyers > 1 && named)
		named->role = ACCORD_SELLER;
}

/* Where "after", "since" leads up to the trigger; 0 if nothing does. */
static uint32_t controlled_from(const struct analysis *a, const struct candidate *c)
{
	const accord_item *items = c->sentence->items;
	uint32_t number = accord_rules_class(a->rules, "controls"), i = c->match->trigger;
	while (i > 0 && ((items[i - 1].flags & ACCORD_ITEM_INNER) || items[i - 1].flags & ACCORD_ITEM_GENITIVE ||
	                 (word_bits(a->grammar, &items[i - 1]) & (W_DETERMINER | W_POSSESSIVE))))
		i--;
	bool only_to = i > 2 && accord_slice_is(items[i - 1].text, "to") && accord_slice_is(items[i - 2].text, "only");
	if (only_to)
		return i - 1; /* "bought it, only to sell it" */
	bool led = number && i > 1 && items[i - 1].word && accord_rules_in_class(a->rules, items[i - 1].word, number, UINT32_MAX);
	return led ? i - 1 : 0;
}

/*
 * "Cisco buys Splunk two years after acquiring Duo", "Cisco kauft Splunk nach der Übernahme von Duo": the name nearest before "after" is
 * no buyer; the subject of the sentence is. Who that is, for the only binding before; UINT32_MAX if the name may stay.
 */
static uint32_t controlling(const struct analysis *a, const struct candidate *c, uint32_t *from)
{
	size_t left = 0;
	*from = controlled_from(a, c);
	for (size_t i = 0; *from && i < c->match->binding_count; i++) {
		const accord_binding *b = &c->match->bindings[i];
		left += b->role >= 0 && b->first <= *from && c->sentence->items[b->first].kind == ACCORD_ITEM_COMPANY;
	}
	return left == 1 ? controller(a, c->sentence, *from) : UINT32_MAX;
}

bool fill_candidate(struct analysis *a, struct sentence *s, const accord_match *m, struct candidate *c)
{
	*c = (struct candidate){.match = m, .sentence = s, .type = (accord_deal_type)accord_rule_type(m->rule)};
	double percent = 0;
	uint32_t from, who = controlling(a, c, &from);
	for (size_t i = 0; i < m->binding_count; i++) {
		const accord_binding *b = &m->bindings[i];
		bool controlled = who != UINT32_MAX && b->role >= 0 && b->first <= from;
		if (controlled ? !add_party(c, who, a->companies[who].name, (accord_role)b->role, ACCORD_COMPANY) : !bind(a, c, b, &percent))
			return false;
	}
	agree(a, c);
	choose_by_percent(c, percent > 0 ? percent : percent_of_stake(a, c));
	seller_among_buyers(c);
	right_sides(a, c);
	return true;
}

/* A deal has two sides, or one that is told; the company that two found together is neither of the two. */
bool enough_parties(const struct analysis *a, const struct candidate *c)
{
	bool known = companies_in(c) > c->newcomers || (c->newcomers && c->value_strength == BY_CUE);
	known |= c->newcomers > 1 && two_newcomers_count(a, c->match);
	size_t owners = 0;
	for (size_t i = 0; i < c->party_count; i++)
		owners += c->parties[i].role != ACCORD_VENTURE;
	return known && (!accord_type_symmetric(c->type) || owners >= 2);
}
