/* Every sentence's matches become candidates; those that tell one deal are merged. */
#include "deal.h"
#include "discourse.h"

#include <stdlib.h>
#include <string.h>

#define BACK_OFF 20 /* rules of a lower priority */

static bool guesses_both(const accord_rule *rule)
{
	accord_slice asked = accord_rule_field(rule, "complete");
	return asked.len > 4 && !memcmp(asked.data, "two ", 4);
}

/* Whether a match says itself who deals with whom. */
static bool tells_sides(const accord_match *m)
{
	size_t parties = 0;
	for (size_t i = 0; i < m->binding_count; i++)
		parties += m->bindings[i].role >= 0;
	return parties > 1;
}

/*
 * A rule that guesses counts only where no other finds a deal of that type in the sentence. One that binds nobody (`complete two`) counts only
 * where no other rule, of whatever type, says who deals with whom, nor a better one of its kind what is dealt.
 */
static bool outdone(const accord_match *matches, size_t count, const accord_match *m)
{
	bool better = false, both = guesses_both(m->rule);
	int priority = accord_rule_priority(m->rule);
	for (size_t i = 0; priority < BACK_OFF && i < count; i++) {
		int other = accord_rule_priority(matches[i].rule);
		better |= other >= BACK_OFF && accord_rule_type(matches[i].rule) == accord_rule_type(m->rule);
		better |= both && other > priority && (tells_sides(&matches[i]) || guesses_both(matches[i].rule));
	}
	return better;
}

#define COMPARED 64 /* deals of one sentence; one with more is a list */

/* "bought A for $3 billion, and in 2020 it acquired B": the only sum of a sentence is that of the deal in whose clause it stands. */
static void leave_sum(struct candidate *candidates, size_t first, size_t count)
{
	for (size_t i = first; i < count; i++)
		for (size_t k = first; candidates[i].value_strength == BY_TENSE && k < count; k++) {
			const struct candidate *other = &candidates[k];
			if (other->value_strength <= BY_TENSE || other->type != candidates[i].type ||
			    other->value.amount != candidates[i].value.amount || other->match->trigger == candidates[i].match->trigger)
				continue;
			candidates[i].value = (accord_money){0};
			candidates[i].value_strength = BY_DEFAULT;
		}
}

/* Whether the two give two companies of one type each other's role: "signed a contract with" tells no direction, another rule may. */
static bool turned_round(const struct candidate *a, const struct candidate *b)
{
	size_t turned = 0;
	for (size_t i = 0; a->type == b->type && i < a->party_count; i++)
		for (size_t k = 0; a->parties[i].company != UINT32_MAX && k < b->party_count; k++)
			turned += a->parties[i].company == b->parties[k].company && a->parties[i].role != b->parties[k].role;
	return turned > 1;
}

/* Of two deals of a sentence that contradict each other the one of the higher priority stays. */
static void drop_turned(struct candidate *candidates, size_t first, size_t *count)
{
	size_t out = first;
	for (size_t i = first; i < *count; i++) {
		bool beaten = false;
		for (size_t k = first; k < *count; k++)
			beaten |= turned_round(&candidates[i], &candidates[k]) &&
			          accord_rule_priority(candidates[k].match->rule) > accord_rule_priority(candidates[i].match->rule);
		if (!beaten)
			candidates[out++] = candidates[i];
	}
	*count = out;
}

/* Whether every company of `a` takes part in `b`, and the words of the two matches overlap. */
static bool within_other(const struct candidate *a, const struct candidate *b)
{
	size_t found = 0, companies = 0;
	for (size_t i = 0; i < a->party_count; i++) {
		bool in = false;
		for (size_t k = 0; k < b->party_count; k++)
			in |= a->parties[i].company == b->parties[k].company && a->parties[i].company != UINT32_MAX;
		companies += a->parties[i].company != UINT32_MAX;
		found += in;
	}
	return companies && found == a->party_count && a->match->first <= b->match->last && b->match->first <= a->match->last;
}

static bool is_sale(int type)
{
	return type == ACCORD_ACQUISITION || type == ACCORD_ASSET_SALE || type == ACCORD_INVESTMENT;
}

/*
 * "Intel rileva da Nokia il 100% di Yogitech" is one purchase, though it reads as that of a company, of a share and of a thing: of two that one
 * verb or its object tell of the same companies, the one of the higher priority stays, else the one that says more.
 */
static bool said_better(const struct candidate *a, const struct candidate *b)
{
	if (a->type == b->type || !within_other(a, b))
		return false;
	if (a->match->trigger != b->match->trigger && !(is_sale(a->type) && is_sale(b->type)))
		return false;
	int mine = accord_rule_priority(a->match->rule), other = accord_rule_priority(b->match->rule);
	return mine < other || (mine == other && a->party_count < b->party_count);
}

static void drop_weaker_readings(struct candidate *candidates, size_t first, size_t *count)
{
	size_t out = first;
	for (size_t i = first; i < *count; i++) {
		bool beaten = false;
		for (size_t k = first; k < *count; k++)
			beaten |= k != i && said_better(&candidates[i], &candidates[k]);
		if (!beaten)
			candidates[out++] = candidates[i];
	}
	*count = out;
}

#define HALVES 4
#define APART 12

/* A candidate, or the several that it is, and what halves of its sentence tell without a verb. */
static bool push_with_halves(struct analysis *a, struct candidate *c, const accord_match *matches, size_t count,
                             struct candidate **candidates, size_t *candidate_count, size_t *capacity)
{
	struct candidate told[APART > 1 + HALVES ? APART : 1 + HALVES];
	size_t apart = deals_apart(a, c, told, APART), n = apart;
	if (!apart) {
		n = 1 + gapped_halves(a, c, matches, count, told + 1, HALVES);
		told[0] = *c;
	}
	for (size_t i = 0; i < n && *candidate_count < MAX_CANDIDATES; i++) {
		struct candidate *place = list_push(a->arena, candidates, candidate_count, capacity, sizeof *place);
		if (!place)
			return false;
		if (i && !apart)
			settle_history(a, &told[i]);
		told[i].confidence = candidate_confidence(a, &told[i]);
		*place = told[i];
	}
	return true;
}

/*
 * "X signed a contract with Y" tells who supplies whom less surely than what an earlier sentence said of the two: a deal that turns one
 * round whose rule has a higher priority is that one again.
 */
static bool said_otherwise(const struct candidate *told, size_t count, const struct candidate *c)
{
	for (size_t i = count > COMPARED ? count - COMPARED : 0; i < count; i++)
		if (turned_round(&told[i], c) && accord_rule_priority(told[i].match->rule) > accord_rule_priority(c->match->rule))
			return true;
	return false;
}

/* What goes on about a deal adds its day; how it stands was told with the deal, and the day of publication says nothing. */
static void weaken(struct candidate *c)
{
	c->status_strength = BY_DEFAULT;
	if (c->date_strength == BY_DEFAULT)
		c->date = (accord_slice){NULL, 0};
}

static accord_status add_candidates(struct analysis *a, struct sentence *s, const accord_match *matches, size_t count,
                                    struct candidate **candidates, size_t *candidate_count, size_t *capacity)
{
	accord_match *cues;
	size_t cue_count;
	if (!count)
		return ACCORD_OK;
	accord_status status = accord_rules_match(a->rules, ACCORD_RULE_CUE, a->arena, s->items, s->count, &cues,
	                                          &cue_count);
	if (status != ACCORD_OK)
		return status;
	size_t first = *candidate_count;
	for (size_t i = 0; i < count && *candidate_count < MAX_CANDIDATES; i++) {
		struct candidate c;
		if (outdone(matches, count, &matches[i]) || !fill_candidate(a, s, &matches[i], &c))
			continue;
		pass_on(a, &c, *candidates, *candidate_count);
		if (!takes_up(a, &c, *candidates, *candidate_count) && !take_kind(a, &c, *candidates, *candidate_count) &&
		    !complete_candidate(a, &c, *candidates, *candidate_count))
			continue;
		if (!enough_parties(a, &c) || said_otherwise(*candidates, *candidate_count, &c) || !judge_status(a, &c, cues, cue_count))
			continue;
		find_date(a, &c);
		if (c.goes_on)
			weaken(&c);
		find_value(a, &c);
		if (!push_with_halves(a, &c, matches, count, candidates, candidate_count, capacity))
			return ACCORD_ENOMEM;
	}
	if (*candidate_count - first <= COMPARED) {
		drop_turned(*candidates, first, candidate_count);
		drop_weaker_readings(*candidates, first, candidate_count);
		leave_sum(*candidates, first, *candidate_count);
	}
	return ACCORD_OK;
}

static int by_trigger(const void *left, const void *right)
{
	const accord_match *l = left, *r = right;
	if (l->trigger != r->trigger)
		return l->trigger < r->trigger ? -1 : 1;
	return strcmp(accord_rule_name(l->rule), accord_rule_name(r->rule));
}

/*
 * Whether the sentence can tell a deal at all: it names a party or a sum, or somebody whom the text is about can be meant, or a deal
 * was `told` before. Most sentences of most pages cannot, and no rule is tried on them.
 */
static bool may_tell(const struct analysis *a, const struct sentence *s, bool told)
{
	const unsigned apart = 1u << ACCORD_ITEM_ORGANIZATION | 1u << ACCORD_ITEM_PERSON; /* they make no deal alone */
	unsigned kinds = 1u << ACCORD_ITEM_COMPANY | 1u << ACCORD_ITEM_AMOUNT | (accord_rules_party_kinds(a->rules) & ~apart);
	if (told || s->topics[0] != UINT32_MAX)
		return true;
	for (size_t i = 0; i < s->count; i++)
		if (kinds >> s->items[i].kind & 1)
			return true;
	return false;
}

accord_status find_deals(struct analysis *a, accord_trace trace, void *context)
{
	struct candidate *candidates = NULL;
	size_t count = 0, capacity = 0;
	struct discourse *discourse = discourse_new(a);
	if (!discourse)
		return ACCORD_ENOMEM;
	for (size_t i = 0; i < a->sentence_count; i++) {
		struct sentence *s = &a->sentences[i];
		accord_match *matches = NULL;
		size_t match_count = 0;
		discourse->told = candidates;
		discourse->told_count = count;
		accord_status status = resolve_references(discourse, s);
		if (status != ACCORD_OK)
			return status;
		if (!trace && !may_tell(a, s, count > 0))
			continue;
		if (!s->clauses)
			mark_clauses(a, s);
		status = match_deals(a, s, &matches, &match_count);
		if (status == ACCORD_OK && match_count)
			qsort(matches, match_count, sizeof *matches, by_trigger); /* what is told first comes first */
		if (status == ACCORD_OK)
			status = add_candidates(a, s, matches, match_count, &candidates, &count, &capacity);
		if (status == ACCORD_OK)
			status = follow_deals(a, s, &candidates, &count, &capacity);
		if (status != ACCORD_OK)
			return status;
		if (trace)
			trace(context, &(accord_sentence_trace){s->field, a->rules, s->items, s->count, matches,
			                                        match_count, a->refs});
	}
	return merge_candidates(a, candidates, count);
}
