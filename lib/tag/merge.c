/*
 * One deal told several times in an article is one deal. Candidates are taken in the order of the text, the title first;
 * each joins the first cluster that it does not contradict, one whose date it names before others.
 */
#include "deal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct cluster {
	struct candidate deal;       /* the richest telling, with what others added */
	struct candidate *members[8];
	size_t member_count, tellings;
};

static const struct candidate_party *party_of(const struct candidate *c, uint32_t company)
{
	for (size_t i = 0; i < c->party_count; i++)
		if (c->parties[i].company == company && company != UINT32_MAX)
			return &c->parties[i];
	return NULL;
}

static bool has_role(const struct candidate *c, accord_role role)
{
	for (size_t i = 0; i < c->party_count; i++)
		if (c->parties[i].role == role && c->parties[i].company != UINT32_MAX)
			return true;
	return false;
}

static size_t shared_parties(const struct candidate *a, const struct candidate *b)
{
	size_t n = 0;
	for (size_t i = 0; i < a->party_count; i++)
		n += a->parties[i].company != UINT32_MAX && party_of(b, a->parties[i].company) != NULL;
	return n;
}

/* A licence between the same two: once they only agree, once it is told who pays. */
static bool direction_open(const struct candidate *a, const struct candidate *b, accord_role one, accord_role other)
{
	return a->type == ACCORD_LICENSING && (one == ACCORD_PARTY || other == ACCORD_PARTY) && shared_parties(a, b) >= 2;
}

/* "All'operazione hanno partecipato anche X e Y": more investors of the round, whose firm the words leave out. */
static bool joins_round(const struct candidate *a, const struct candidate *b, accord_role role)
{
	return a->type == ACCORD_INVESTMENT && role == ACCORD_INVESTOR && (a->traits | b->traits) & TRAIT_COMPLETED;
}

/* A role that both fill with nobody in common is a contradiction, and so is one company in two roles. */
static bool roles_agree(const struct candidate *a, const struct candidate *b)
{
	for (size_t i = 0; i < a->party_count; i++) {
		const struct candidate_party *p = &a->parties[i];
		if (p->company == UINT32_MAX)
			continue;
		const struct candidate_party *q = party_of(b, p->company);
		if (q && q->role != p->role && !direction_open(a, b, p->role, q->role))
			return false;
		if (q || !has_role(b, p->role) || joins_round(a, b, p->role))
			continue;
		bool common = false;
		for (size_t k = 0; k < a->party_count; k++)
			common |= a->parties[k].role == p->role && a->parties[k].company != UINT32_MAX &&
			          party_of(b, a->parties[k].company) != NULL;
		if (!common)
			return false;
	}
	return true;
}

static bool dates_compatible(const struct candidate *a, const struct candidate *b)
{
	if (!a->date.len || !b->date.len)
		return a->date.len || b->date.len ? a->history == b->history || a->status_strength == BY_DEFAULT ||
		                                            b->status_strength == BY_DEFAULT
		                                  : true;
	if (dates_agree(a->date, b->date))
		return true;
	return a->date_strength == BY_DEFAULT || b->date_strength == BY_DEFAULT ? a->history == b->history : false;
}

#define OTHER_SUM 1.3 /* sums that differ by more are those of two deals, where they are told of two times */

/* Both say what was paid, in one currency, and one is news, the other history. */
static bool sums_differ(const struct candidate *a, const struct candidate *b)
{
	if (a->value_strength < BY_CLAUSE || b->value_strength < BY_CLAUSE || a->history == b->history ||
	    memcmp(a->value.currency, b->value.currency, sizeof a->value.currency) != 0)
		return false;
	return a->value.amount > b->value.amount * OTHER_SUM || b->value.amount > a->value.amount * OTHER_SUM;
}

/* "… sammelte im Juni Geld ein. Zu den Geldgebern zählen X und Y": who takes part, told with no date of its own, in the round before. */
static bool same_round(const struct candidate *told, const struct candidate *later)
{
	return told->type == ACCORD_INVESTMENT && later->sentence->field == ACCORD_TEXT && later->date_strength == BY_DEFAULT &&
	       later->status_strength == BY_DEFAULT && !later->history && told->date_strength > BY_DEFAULT &&
	       (shared_parties(told, later) >= 2 || (shared_parties(told, later) && !has_role(told, ACCORD_INVESTOR)));
}

/*
 * "The takeover has been approved. The group had offered $61 billion in May last year": the bid of an earlier day, not said to be done,
 * and news of the day about the same buyer and target are one deal.
 */
static bool one_process(const struct candidate *a, const struct candidate *b)
{
	const struct candidate *news = a->date_strength == BY_DEFAULT ? a : b, *bid = news == a ? b : a;
	bool open = bid->status == ACCORD_TALKS || bid->status == ACCORD_ANNOUNCED;
	return a->type == ACCORD_ACQUISITION && has_role(a, ACCORD_ACQUIRER) && has_role(a, ACCORD_TARGET) && shared_parties(a, b) >= 2 &&
	       news->date_strength == BY_DEFAULT && !news->history && bid->date_strength > BY_DEFAULT && open;
}

/* "Vodafone sells its unit to Swisscom. The Swiss had bought Fastweb": a part of a firm today, a whole firm before. */
static bool part_and_whole(const struct candidate *a, const struct candidate *b)
{
	bool part_a = !has_role(a, ACCORD_TARGET) && has_role(a, ACCORD_SELLER), part_b = !has_role(b, ACCORD_TARGET) && has_role(b, ACCORD_SELLER);
	return a->type == ACCORD_ACQUISITION && part_a != part_b && a->looks_back != b->looks_back;
}

static bool same_deal(const struct candidate *a, const struct candidate *b)
{
	if (part_and_whole(a, b))
		return false;
	if (a->type != b->type || !(dates_compatible(a, b) || same_round(a, b) || one_process(a, b)) ||
	    (sums_differ(a, b) && !one_process(a, b)))
		return false;
	size_t shared = shared_parties(a, b);
	bool mutual = a->type == ACCORD_LICENSING && has_role(a, ACCORD_PARTY) && has_role(b, ACCORD_PARTY) &&
	              a->party_count > 1 && b->party_count > 1;
	if (mutual || accord_type_symmetric(a->type)) {
		size_t smaller = a->party_count < b->party_count ? a->party_count : b->party_count;
		return shared >= 2 && shared >= smaller;
	}
	return shared && roles_agree(a, b);
}

static bool better_status(const struct candidate *than, const struct candidate *c)
{
	if (c->status == ACCORD_CANCELLED || than->status == ACCORD_CANCELLED)
		return c->status == ACCORD_CANCELLED && than->status != ACCORD_CANCELLED;
	if (c->history && c->status == ACCORD_TALKS && !than->history && than->status == ACCORD_ANNOUNCED)
		return false; /* the bid came before what is told now */
	if (c->status == ACCORD_RUMOR && than->status == ACCORD_TALKS && c->status_strength == than->status_strength)
		return true; /* a headline leaves out who told it */
	if (c->status == ACCORD_DENIED && c->status_strength == BY_CUE &&
	    (than->status == ACCORD_RUMOR || than->status == ACCORD_TALKS))
		return true; /* what was rumoured first is denied then */
	return c->status_strength > than->status_strength;
}

static void add_parties(struct candidate *to, const struct candidate *from)
{
	for (size_t i = 0; i < from->party_count && to->party_count < MAX_CANDIDATE_PARTIES; i++) {
		const struct candidate_party *p = &from->parties[i];
		bool there = false;
		for (size_t k = 0; k < to->party_count; k++) {
			bool same = p->company != UINT32_MAX ? to->parties[k].company == p->company
			                                     : accord_slice_equal(to->parties[k].name, p->name);
			if (same && to->type == ACCORD_LICENSING && to->parties[k].role == ACCORD_PARTY)
				to->parties[k].role = p->role; /* who pays whom is told later than that they agreed */
			there |= same;
		}
		if (!there)
			to->parties[to->party_count++] = *p;
	}
}

static void join(struct cluster *cluster, struct candidate *c)
{
	struct candidate *deal = &cluster->deal;
	if (better_status(deal, c)) {
		deal->status = c->status;
		deal->status_strength = c->status_strength;
	}
	bool guessed_day = c->date_strength == BY_DEFAULT && deal->dateless && deal->status == ACCORD_COMPLETED;
	if (c->dateless && deal->date_strength == BY_DEFAULT && deal->status == ACCORD_COMPLETED && deal->status_strength == c->status_strength) {
		deal->date = c->date; /* none: the day of publication was a guess */
		deal->dateless = true;
	}
	if (c->date.len && !guessed_day && (!deal->date.len || c->date_strength > deal->date_strength ||
	                    (c->date_strength == deal->date_strength && c->date.len > deal->date.len))) {
		deal->date = c->date;
		deal->date_strength = c->date_strength;
	}
	/* "1,2 miliardi" in a headline says less than "1,2 miliardi di dollari" below it */
	bool told_better = deal->sentence->field == ACCORD_TITLE && c->sentence->field == ACCORD_TEXT &&
	                   deal->value.amount == c->value.amount;
	if (c->value.currency[0] &&
	    (!deal->value.currency[0] || c->value_strength > deal->value_strength || told_better)) {
		deal->value = c->value;
		deal->value_strength = c->value_strength;
	}
	if (!deal->object.data)
		deal->object = c->object;
	if (c->confidence > deal->confidence) {
		deal->confidence = c->confidence;
		deal->match = c->match;
	}
	add_parties(deal, c);
	bool new_sentence = true;
	for (size_t i = 0; i < cluster->member_count; i++)
		new_sentence &= cluster->members[i]->sentence != c->sentence;
	if (new_sentence && cluster->member_count < sizeof cluster->members / sizeof *cluster->members)
		cluster->members[cluster->member_count++] = c;
	cluster->tellings++;
}

#define GUESSED 0.7 /* a rule of less confidence guesses */

static bool guessed(const struct cluster *cluster)
{
	accord_slice confidence = accord_rule_field(cluster->deal.match->rule, "confidence");
	return !cluster->deal.alike && confidence.len && strtod(confidence.data, NULL) < GUESSED;
}

/* Whether one sentence tells both, or the headline tells the guess: "firmano un accordo" says less there than what follows. */
static bool told_together(const struct cluster *guess, const struct cluster *other)
{
	for (size_t i = 0; i < guess->member_count; i++) {
		if (guess->members[i]->sentence->field == ACCORD_TITLE)
			return true;
		for (size_t k = 0; k < other->member_count; k++)
			if (guess->members[i]->sentence == other->members[k]->sentence && !other->members[k]->goes_on)
				return true; /* a sentence that adds a day to a deal does not tell it again */
	}
	return false;
}

/* Whether a deal that was only guessed is told as one of another type between the same companies: that is what it was. */
static bool gives_way(const struct cluster *clusters, size_t count, const struct cluster *guess)
{
	if (!guessed(guess))
		return false;
	for (size_t k = 0; k < count; k++)
		if (clusters[k].deal.type != guess->deal.type && !guessed(&clusters[k]) &&
		    shared_parties(&guess->deal, &clusters[k].deal) >= 2 && told_together(guess, &clusters[k]))
			return true;
	return false;
}

/* Two that are told to have bought, supplied or split off each other: one of the two tellings was misread. */
static bool turned_round(const struct candidate *a, const struct candidate *b)
{
	static const accord_deal_type one_way[] = {ACCORD_ACQUISITION, ACCORD_SUPPLY, ACCORD_SPIN_OFF, ACCORD_ASSET_SALE};
	bool asked = false;
	for (size_t i = 0; i < sizeof one_way / sizeof *one_way; i++)
		asked |= a->type == one_way[i];
	if (!asked || a->type != b->type || a->party_count != 2 || b->party_count != 2 || !dates_compatible(a, b))
		return false;
	const struct candidate_party *p = party_of(b, a->parties[0].company), *q = party_of(b, a->parties[1].company);
	return p && q && p->role == a->parties[1].role && q->role == a->parties[0].role && p->role != q->role;
}

/* Whether a deal without a buyer ("X trennt sich von Y") is told as Y's way to the stock exchange. */
static bool split_off(const struct candidate *sale, const struct candidate *split)
{
	if (sale->type != ACCORD_ACQUISITION || split->type != ACCORD_SPIN_OFF || has_role(sale, ACCORD_ACQUIRER))
		return false;
	for (size_t i = 0; i < sale->party_count; i++) {
		const struct candidate_party *p = party_of(split, sale->parties[i].company);
		if (p && p->role == (sale->parties[i].role == ACCORD_SELLER ? ACCORD_PARENT : ACCORD_UNIT))
			continue;
		return false;
	}
	return sale->party_count == 2;
}

/* A headline's "50 Milliarden für X" names no investor: where X is bought, it was the price. */
static bool price_told(const struct candidate *round, const struct candidate *purchase)
{
	if (round->type != ACCORD_INVESTMENT || round->party_count != 1 || purchase->type != ACCORD_ACQUISITION || purchase->history)
		return false;
	const struct candidate_party *p = party_of(purchase, round->parties[0].company);
	return p && p->role == ACCORD_TARGET;
}

/* What another cluster tells better. */
static bool told_better(const struct cluster *clusters, size_t count, const struct cluster *c)
{
	for (size_t k = 0; k < count; k++) {
		const struct cluster *other = &clusters[k];
		if (other == c || !other->member_count)
			continue;
		if (split_off(&c->deal, &other->deal) || price_told(&c->deal, &other->deal))
			return true;
		bool surer = other->tellings > c->tellings ||
		             (other->tellings == c->tellings && (other->deal.confidence > c->deal.confidence ||
		                                                 (other->deal.confidence >= c->deal.confidence && other < c)));
		if (surer && turned_round(&c->deal, &other->deal))
			return true;
	}
	return false;
}

/*
 * Where one side buys, "merger", "nozze", "Fusion" say the same thing again (deal model, decision 1): what the merger adds goes to
 * the acquisition of the same two. "Buy it, then merge it with B" is of another pair.
 */
static bool is_purchase(struct cluster *clusters, size_t count, struct cluster *merger)
{
	if (merger->deal.type != ACCORD_MERGER || merger->deal.party_count > 2)
		return false;
	for (size_t k = 0; k < count; k++) {
		struct candidate *deal = &clusters[k].deal;
		if (deal->type != ACCORD_ACQUISITION || guessed(&clusters[k]) || shared_parties(&merger->deal, deal) < 2 ||
		    !dates_compatible(&merger->deal, deal))
			continue;
		if (better_status(deal, &merger->deal)) {
			deal->status = merger->deal.status;
			deal->status_strength = merger->deal.status_strength;
		}
		return true;
	}
	return false;
}

static accord_status write_deal(struct analysis *a, const struct cluster *cluster, accord_deal *out)
{
	const struct candidate *c = &cluster->deal;
	double confidence = cluster->member_count > 1 ? confidence_told_again(c->confidence) : c->confidence;
	*out = (accord_deal){c->type, c->status, c->date, c->value, c->object, .confidence = round(confidence * 100) / 100};
	const char *rule = accord_rule_name(c->match->rule);
	out->rule = (accord_slice){rule, strlen(rule)};
	out->parties = accord_arena_alloc(a->arena, c->party_count * sizeof *out->parties);
	out->evidence = accord_arena_alloc(a->arena, cluster->member_count * sizeof *out->evidence);
	if (!out->parties || !out->evidence)
		return ACCORD_ENOMEM;
	for (size_t i = 0; i < c->party_count; i++) {
		const struct candidate_party *p = &c->parties[i];
		accord_slice id = p->company != UINT32_MAX ? a->companies[p->company].id : p->name;
		out->parties[out->party_count++] = (accord_party){id, p->name, p->role, p->kind};
	}
	for (size_t i = 0; i < cluster->member_count; i++) {
		const struct sentence *s = cluster->members[i]->sentence;
		out->evidence[out->evidence_count++] = (accord_span){s->field, s->start, s->end};
	}
	return ACCORD_OK;
}

accord_status merge_candidates(struct analysis *a, struct candidate *candidates, size_t count)
{
	struct cluster *clusters = accord_arena_calloc(a->arena, count + 1, sizeof *clusters);
	struct cluster **homes = accord_arena_calloc(a->arena, count + 1, sizeof *homes); /* by candidate */
	if (!clusters || !homes)
		return ACCORD_ENOMEM;
	size_t cluster_count = 0;
	for (size_t i = 0; i < count; i++) {
		struct candidate *c = &candidates[i];
		struct cluster *home = c->goes_on && c->goes_on <= i ? homes[c->goes_on - 1] : NULL;
		for (size_t k = 0; !c->goes_on && k < cluster_count; k++) {
			if (!same_deal(&clusters[k].deal, c))
				continue;
			bool dated = c->date.len && c->date_strength > BY_DEFAULT &&
			             dates_agree(c->date, clusters[k].deal.date);
			if (!home || dated)
				home = &clusters[k];
			if (dated)
				break;
		}
		if (!home) {
			home = &clusters[cluster_count++];
			home->deal = *c;
		}
		homes[i] = home;
		join(home, c);
	}
	a->doc->deals = accord_arena_calloc(a->arena, cluster_count + 1, sizeof *a->doc->deals);
	if (!a->doc->deals)
		return ACCORD_ENOMEM;
	for (size_t k = 0; k < cluster_count; k++) {
		if (gives_way(clusters, cluster_count, &clusters[k]) || is_purchase(clusters, cluster_count, &clusters[k]) ||
		    told_better(clusters, cluster_count, &clusters[k]))
			clusters[k].member_count = 0; /* not told */
	}
	for (size_t k = 0; k < cluster_count; k++) {
		if (!clusters[k].member_count)
			continue;
		accord_status status = write_deal(a, &clusters[k], &a->doc->deals[a->doc->deal_count++]);
		if (status != ACCORD_OK)
			return status;
	}
	return ACCORD_OK;
}
