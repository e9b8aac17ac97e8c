/* A deal on its way: what one match says, before those that tell the same deal are merged. */
#ifndef TAG_DEAL_H
#define TAG_DEAL_H

#include "analysis.h"

#define MAX_CANDIDATE_PARTIES 24
#define LEAST_SUM 10000 /* what is less is the price of a share or a product */
#define MAX_CANDIDATES 2000 /* of one document; what is more is a list, not an article */

struct candidate_party {
	uint32_t company; /* index of analysis.companies; UINT32_MAX for an organization or a person */
	accord_slice name;
	accord_role role;
	accord_party_kind kind;
};

/* How much a status, date or value is worth when two mentions of one deal disagree. */
enum strength { BY_DEFAULT, BY_TENSE, BY_CLAUSE, BY_CUE };

/* What makes a deal surer or more doubtful (confidence.c). */
enum trait {
	TRAIT_TITLE = 1 << 0,
	TRAIT_COMPLETED = 1 << 1, /* a party comes from the context */
	TRAIT_NEWCOMER = 1 << 2,  /* a name is a company only because it deals */
	TRAIT_UNKNOWN = 1 << 3,   /* a party is on no list */
	TRAIT_REFERENCE = 1 << 4, /* a pronoun or epithet stands for a party */
	TRAIT_ALONE = 1 << 5      /* only one company is named */
};

struct candidate {
	const accord_match *match;
	struct sentence *sentence;
	accord_deal_type type;
	accord_deal_status status;
	enum strength status_strength;
	accord_slice date;      /* ISO 8601, unknown if none */
	enum strength date_strength; /* BY_CUE: bound or in the clause; BY_DEFAULT: the day of publication */
	bool history;           /* told as past, with no date of these days */
	bool dateless;          /* told as done without its day, which no day of publication can be */
	bool alike;             /* of the kind of the one told before (alike.c): what it is, is no guess */
	bool looks_back;        /* told in passing as done: "nach der Übernahme von X"; news of the day it is not */
	accord_money value;
	enum strength value_strength;
	accord_slice object;
	double confidence;
	unsigned traits; /* those that are known before the confidence is judged */
	struct candidate_party parties[MAX_CANDIDATE_PARTIES];
	size_t party_count;
	size_t newcomers; /* parties that only their role tells to be companies */
	size_t goes_on; /* number of the candidate that it goes on about, + 1; 0 if it tells a deal of its own */
};

/*
 * Whether two names that no list knows may be the companies of a match: where its rule is sure of it, or where its rule is no
 * back-off and the text names some company besides, as news of business does and a report of a match does not.
 */
bool two_newcomers_count(const struct analysis *a, const accord_match *m);

/* newcomers.c: the sentence's matches, with names that no list knows as companies where they take part in a deal. */
accord_status match_deals(struct analysis *a, struct sentence *s, accord_match **matches, size_t *count);

/* candidate.c: a name that nothing told to be a company is one where it plays a role; its number, UINT32_MAX without memory. */
uint32_t newcomer_company(struct analysis *a, const struct sentence *s, const accord_item *item);
/* candidate.c: what a match binds; false if it makes no deal (one company in two roles, too few parties). */
bool fill_candidate(struct analysis *a, struct sentence *s, const accord_match *m, struct candidate *c);

/* sides.c: who supplies, by what the two make, where the rule does not know. */
void right_sides(const struct analysis *a, struct candidate *c);

/* apart.c: the deals, `most` at the most, of "has agreements with A, B and C"; 0 where the candidate is one deal. */
size_t deals_apart(const struct analysis *a, const struct candidate *c, struct candidate *deals, size_t most);

/* object.c: the noun phrase around the noun items[first .. last] that a rule bound as what changes hands. */
accord_slice object_phrase(const struct analysis *a, const struct candidate *c, uint32_t first, uint32_t last);

/* alike.c: "a similar agreement" is of the type of the one that the `count` deals told before end with; whether it was
 * one, and has its parties. */
bool take_kind(const struct analysis *a, struct candidate *c, const struct candidate *told, size_t count);

/* Whether an agreement of "the two" is the purchase, merger or venture of the same two that was told before; then it goes on about it. */
bool takes_up(const struct analysis *a, struct candidate *c, const struct candidate *told, size_t count);

/* chain.c: "the company" that history tells to have been bought is the one that is bought in the deal told before, not its buyer. */
void pass_on(const struct analysis *a, struct candidate *c, const struct candidate *told, size_t count);

/* complete.c: a party that the words leave out, from the sentence, from the `count` deals told before or the topic; false if the
 * rule wants it from a deal told before, and none has it. */
bool complete_candidate(const struct analysis *a, struct candidate *c, const struct candidate *told, size_t count);
/* Whether enough parties are there: two of a symmetric type, one company of any other. */
bool enough_parties(const struct analysis *a, const struct candidate *c);

/*
 * gap.c: deals that halves of the sentence tell without a verb, as `c` is told by its match ("A took over B, C its rival D"); at most
 * `room`, their number. What such a half has is taken from `c`.
 */
size_t gapped_halves(struct analysis *a, struct candidate *c, const accord_match *matches, size_t count, struct candidate *found, size_t room);
/* deal_date.c: whether what the candidate's date tells is history. */
void settle_history(const struct analysis *a, struct candidate *c);

/* deal_status.c: `cues` are the cue matches of the sentence; false if the deal is negated. */
bool judge_status(const struct analysis *a, struct candidate *c, const accord_match *cues, size_t cue_count);

/* The tenses of the finite verbs of the trigger's clause, as bits. */
uint32_t clause_tense(const struct analysis *a, const struct candidate *c);

/* background.c: whether a relative pronoun opens the clause of the trigger. */
bool relative_clause(const struct analysis *a, const struct sentence *s, uint32_t trigger);
/* Whether the clause has an auxiliary that is past and nothing else ("hatte", "had"). */
bool past_auxiliary(const struct analysis *a, const struct candidate *c);
/* "recently", "vor einigen Wochen", "nelle scorse settimane" in the clause: when, nobody says. */
bool vague_past(const struct analysis *a, const struct candidate *c);
/* Agreements of the background are done as soon as they are not the news (deal model, decision 3). */
bool is_agreement(accord_deal_type type);
/* "…, which they are building together": no news, but how things stand. */
bool standing_relation(const struct analysis *a, const struct candidate *c);

/* "…, which it bought", "…, bought by TE": whether a clause beside a name tells the deal as past. */
bool told_aside(const struct analysis *a, const struct candidate *c);

/* deal_date.c: the day and the sum, from the clause, the sentence, the day of publication. */
void find_date(struct analysis *a, struct candidate *c);
/* Whether deals of the type have a price: cooperation and spin-offs have none. */
bool value_counts(accord_deal_type type);
void find_value(struct analysis *a, struct candidate *c);
/* The date of an item as deals have it; unknown if it cannot date one (durations, the future). */
accord_slice usable_date(const struct analysis *a, const accord_item *item);
/* elapsed.c: "two years after buying X": the day counted back from the sentence's, or from that of publication; unknown without. */
accord_slice elapsed_date(const struct analysis *a, const struct candidate *c);
/* "… after the takeover of Y in 2008": whether the date belongs to words behind "after" that do not tell the candidate. */
bool dates_what_came_before(const struct analysis *a, const struct candidate *c, size_t date);
/* Whether two ISO dates can be the same day ("2013" and "2013-09-03"). */
bool dates_agree(accord_slice a, accord_slice b);

/* confidence.c: how sure the candidate is, 0 to 1; and once a second sentence of the article tells it too. */
double candidate_confidence(const struct analysis *a, const struct candidate *c);
double confidence_told_again(double confidence);

/* follow.c: what a sentence adds to a deal told before it. */
accord_status follow_deals(struct analysis *a, struct sentence *s, struct candidate **candidates, size_t *count,
                           size_t *capacity);

/* merge.c: one deal told several times. Fills the document's deals. */
accord_status merge_candidates(struct analysis *a, struct candidate *candidates, size_t count);

#endif
