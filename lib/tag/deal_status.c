/*
 * Is it done, rumoured or dead? Cues of the clause first, the strongest wins; then what clause or rule says; then tense.
 *
 * A cue holds in its clause and in clauses embedded in it, or as far as its `scope` says: sentence, before, after; trigger: only
 * for a deal that a word of the cue itself tells ("nach der Übernahme").
 */
#include "deal.h"

#include <string.h>

/* The order in which cues beat each other; -1 is "none", a negation. */
static int cue_rank(int status)
{
	switch (status) {
	case -1:
		return 7;
	case ACCORD_DENIED:
		return 6;
	case ACCORD_CANCELLED:
		return 5;
	case ACCORD_RUMOR:
		return 4;
	case ACCORD_TALKS:
		return 3;
	case ACCORD_COMPLETED:
		return 2;
	default:
		return 1;
	}
}

#define STANDS_APART 3

/*
 * "Apple, which bought Beats in 2014, is said to be in talks with Nokia": what a relative clause tells as past, with its own
 * day, is not what the sentence around has heard or plans.
 */
static bool told_apart(const struct analysis *a, const struct candidate *c, const accord_match *cue)
{
	const struct sentence *s = c->sentence;
	uint32_t trigger = c->match->trigger;
	bool beside = cue->trigger > c->match->last + STANDS_APART || cue->trigger + STANDS_APART < c->match->first;
	if (c->match->status == ACCORD_COMPLETED && (beside || s->items[cue->trigger].clause != s->items[trigger].clause))
		return true; /* "Western Digital, Toshiba's joint venture partner, objects, and Broadcom is said to …" */
	if (s->items[cue->trigger].depth >= s->items[trigger].depth || !relative_clause(a, s, trigger))
		return false;
	for (size_t i = 0; i < s->count; i++) {
		accord_slice date = {NULL, 0};
		if (s->items[i].kind == ACCORD_ITEM_DATE && s->items[i].clause == s->items[trigger].clause)
			date = usable_date(a, &s->items[i]);
		if (date.len && date.len < 10) /* a day may be that of the report */
			return true;
	}
	return false;
}

static bool in_scope(const struct analysis *a, const struct candidate *c, const accord_match *cue)
{
	const accord_item *items = c->sentence->items;
	accord_slice scope = accord_rule_field(cue->rule, "scope");
	uint32_t trigger = c->match->trigger;
	if (accord_slice_is(scope, "trigger"))
		return trigger >= cue->first && trigger <= cue->last;
	if (told_apart(a, c, cue))
		return false;
	if (accord_slice_is(scope, "sentence"))
		return true;
	bool above = items[cue->trigger].depth < items[trigger].depth;
	if (above && accord_slice_is(accord_rule_field(cue->rule, "status"), "none"))
		return false; /* "nicht das Geschäft, das an X ging": the sale is true all the same */
	bool same = above || items[cue->trigger].clause == items[trigger].clause;
	if (accord_slice_is(scope, "before"))
		return same && cue->trigger < trigger;
	if (accord_slice_is(scope, "after"))
		return same && cue->trigger > trigger;
	return same || (cue->trigger >= c->match->first && cue->trigger <= c->match->last);
}

#define DISPUTE_REACH 8

/* "Die Klagen werden fallen gelassen", "ritirano le cause": the word is about the dispute, not about the deal. */
static bool of_dispute(const struct analysis *a, const struct sentence *s, uint32_t at)
{
	uint32_t dispute = accord_rules_class(a->rules, "dispute");
	size_t from = at > DISPUTE_REACH ? at - DISPUTE_REACH : 0;
	for (size_t i = from; dispute && i < s->count && i <= at + DISPUTE_REACH; i++)
		if (s->items[i].word && accord_rules_in_class(a->rules, s->items[i].word, dispute, UINT32_MAX))
			return true;
	return false;
}

/* The finite verb of the trigger's clause that is nearest before the trigger, or the trigger itself. */
uint32_t clause_tense(const struct analysis *a, const struct candidate *c)
{
	const struct sentence *s = c->sentence;
	const accord_lexicon *lexicon = accord_rules_lexicon(a->rules);
	uint32_t tense = 0;
	for (size_t i = 0; i < s->count; i++) {
		if (s->items[i].clause != s->items[c->match->trigger].clause || s->items[i].kind != ACCORD_ITEM_WORD)
			continue;
		size_t count;
		const accord_reading *readings = accord_lexicon_readings(lexicon, s->items[i].word, &count);
		for (size_t r = 0; r < count; r++)
			tense |= readings[r].forms & (ACCORD_FORM_PAST | ACCORD_FORM_PRESENT | ACCORD_FORM_CONDITIONAL |
			                              ACCORD_FORM_SUBJUNCTIVE | ACCORD_FORM_FUTURE);
		if (i >= c->match->trigger && tense)
			break;
	}
	return tense;
}

/* A round is closed when it is news, and a contract that is "abgeschlossen", "concluso" is signed, no more. */
static bool closed_when_told(accord_deal_type type)
{
	return type == ACCORD_INVESTMENT || type == ACCORD_SETTLEMENT || type == ACCORD_LICENSING ||
	       type == ACCORD_PARTNERSHIP || type == ACCORD_SUPPLY;
}

bool judge_status(const struct analysis *a, struct candidate *c, const accord_match *cues, size_t cue_count)
{
	int best = 0;
	bool any = false;
	for (size_t i = 0; i < cue_count; i++) {
		if (!in_scope(a, c, &cues[i]))
			continue;
		accord_slice name = accord_rule_field(cues[i].rule, "status");
		int status = accord_slice_is(name, "none") ? -1 : accord_deal_status_from(name);
		if (status == ACCORD_CANCELLED && c->type == ACCORD_SETTLEMENT && of_dispute(a, c->sentence, cues[i].trigger))
			continue; /* lawsuits are withdrawn and dropped in every settlement */
		bool passing = status == ACCORD_COMPLETED && accord_slice_is(accord_rule_field(cues[i].rule, "scope"), "trigger");
		if (status == ACCORD_COMPLETED && closed_when_told(c->type) && !passing)
			continue;
		c->looks_back |= passing;
		if (!any || cue_rank(status) > cue_rank(best))
			best = status;
		any = true;
	}
	if (any && best == -1)
		return false;
	uint32_t tense = clause_tense(a, c);
	if ((tense & ACCORD_FORM_PAST) && !(tense & ACCORD_FORM_PRESENT))
		c->history = true;
	if (any) {
		c->status = (accord_deal_status)best;
		c->status_strength = BY_CUE;
	} else if (standing_relation(a, c)) {
		c->status = ACCORD_COMPLETED;
		c->status_strength = BY_DEFAULT; /* any other telling knows better */
		c->looks_back = true;
	} else if (c->match->status >= 0) {
		c->status = (accord_deal_status)c->match->status;
		c->status_strength = BY_CLAUSE;
	} else {
		/* A headline in the present tense means what it says: what the text wants or plans is decided. */
		bool plain = c->sentence->field == ACCORD_TITLE && (tense & ACCORD_FORM_PRESENT);
		c->status = ACCORD_ANNOUNCED;
		c->status_strength = plain ? BY_CLAUSE : BY_DEFAULT;
	}
	return true;
}
