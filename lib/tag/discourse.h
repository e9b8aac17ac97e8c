/* What a text has named so far, and how much it is in mind (salience.c); whom grammar alone points at (antecedent.c). */
#ifndef TAG_DISCOURSE_H
#define TAG_DISCOURSE_H

#include "analysis.h"

#define NOBODY UINT32_MAX

struct candidate;

struct discourse {
	struct analysis *a;
	const struct candidate *told; /* the deals of the sentences before */
	size_t told_count;
	struct esteem *esteem;   /* by company */
	size_t room;             /* of this and the two lists of companies below */
	uint32_t *salient;       /* the companies whose salience counts; the others need no look */
	size_t salient_count;
	int halvings;            /* of all saliences so far */
	uint32_t tick;           /* counts the references that were looked at */
	uint32_t *nearby;        /* companies that the sentence names before the reference that is looked at */
	size_t nearby_count;
	uint32_t pair[2];        /* the last two that were named as one, "A and B" */
	uint32_t pair_sentence;  /* where */
	uint32_t and_class;
	bool vague;       /* the reference looked at says nothing of its company */
	uint32_t person;  /* number of the last sentence that names a person, + 1 */
	uint32_t people;  /* the company that a description stood for last */
	uint32_t people_sentence; /* where */
};

/*
 * What the discourse keeps of a company. Salience halves with each sentence, which is reckoned when it is asked, so that a
 * sentence costs nothing for companies that were named long before it.
 */
struct esteem {
	double salience;       /* when `halved` halvings had been */
	int halved;
	bool listed;           /* among the salient ones */
	bool titled;           /* the headline names it */
	uint32_t before, clause, sentence; /* the last tick at which it was named there */
};

static inline uint32_t company_of(const struct analysis *a, const accord_item *item, size_t member)
{
	return a->ref_companies[item->entity + member];
}

static inline bool is_comma(const accord_item *item)
{
	return item->kind == ACCORD_ITEM_PUNCT && accord_slice_is(item->text, ",");
}

/* salience.c: who is in mind. */

/* Room for the companies that came up since the last sentence; false without memory. */
bool make_room(struct discourse *d);
double salience(const struct discourse *d, uint32_t company);
void raise_salience(struct discourse *d, uint32_t company, double weight);
/* A sentence on: those that are nearly forgotten leave the list. */
void halve_salience(struct discourse *d);
/*
 * Look at the reference at `at`: which companies the sentence names, before it and in its clause. One that only a
 * possessive stands for does not count as named in the clause.
 */
void look_around(struct discourse *d, const struct sentence *s, size_t at);
bool named_in_clause(const struct discourse *d, uint32_t company);
/* In this sentence, before the reference. */
bool named_before(const struct discourse *d, uint32_t company);
bool named_in_sentence(const struct discourse *d, uint32_t company);
/* Of two that weigh the same, the one that the document names first. */
bool ahead(double weight, uint32_t company, double most, uint32_t best);

/* told.c: NOBODY, or false, if nothing told before says it. */

/* "the buyer": who played the part that the match's noun names (class `deal_part`) in the last deal told. */
uint32_t player_of_part(const struct discourse *d, const struct sentence *s, const accord_match *m);
/* Whether a deal told before names it as buyer or investor. */
bool has_bought(const struct discourse *d, uint32_t company);
/* The two companies of the news told just before, if it has just two. */
bool two_of_deal(const struct discourse *d, const struct sentence *s, uint32_t who[2]);
/* "the former", "the latter": of the two named last before item `at`. */
uint32_t one_of_two(const struct discourse *d, const struct sentence *s, uint32_t at, bool latter);

/* antecedent.c: NOBODY, or NULL, if there is none. */

uint32_t antecedent(const struct analysis *a, const struct sentence *s, size_t at);
const accord_item *antecedent_item(const struct analysis *a, const struct sentence *s, size_t at);
/* The other member of the two that a relative pronoun in the plural follows. */
uint32_t other_antecedent(const struct analysis *a, const struct sentence *s, size_t at);
/* The two that the sentence named as one before `at`, for "sie" with a verb in the plural: 2, or 0 if there are none. */
size_t two_before(const struct analysis *a, const struct sentence *s, size_t at, uint32_t who[2]);
uint32_t subject(const struct analysis *a, const struct sentence *s, size_t at);
/* The subject of the clause that a participle, gerund or infinitive at `at` leans on: "dopo aver comprato X, Y …"; UINT32_MAX. */
uint32_t controller(const struct analysis *a, const struct sentence *s, size_t at);

/* The bare company nearest to the left in the clause, which is the subject of the verb between; NULL if there is none. */
const accord_item *nearest_subject(const struct sentence *s, size_t at);

#endif
