/**
 * @file why.h
 * Why two companies have no deal, or a surprising one: the sentences that name both, read again by today's
 * rules, with how far each rule came and what stopped it.
 */
#ifndef ACCORD_WHY_H
#define ACCORD_WHY_H

#include <accord/query.h>
#include <accord/tag.h>

/** One of the two: what it is called, the ids that articles have it under, and all its names. */
typedef struct accord_why_side {
	accord_slice name;
	accord_slice *ids;
	size_t id_count;
	accord_slice *names; /**< folded (accord_text_fold_loose): for sentences where it was not taken for a
				company */
	size_t name_count;
} accord_why_side;

/**
 * A side from a company term of a resolved query; a name that no article has is one too (its words alone).
 *
 * @return ACCORD_OK; ACCORD_ENOMEM; ACCORD_ESTORE
 */
accord_status accord_why_side_of(accord_store *store, accord_arena *arena, const accord_query *company,
				 accord_why_side *side, accord_error *err);

/** How far one rule came in a sentence, the furthest of its patterns. */
typedef struct accord_why_step {
	accord_slice rule, clause;    /**< the clause is unknown for a plain pattern */
	accord_slice trigger, reason; /**< the word that woke it; in words */
	accord_rule_outcome outcome;
	int reached;
} accord_why_step;

typedef struct accord_why_sentence {
	accord_slice document, url, site, lang, published;
	accord_field field;
	accord_slice text;
	accord_span named[2][4]; /**< where each side stands, offsets into `text` */
	size_t named_count[2];
	bool company[2];        /**< taken for a company there; else only its name was found in the words */
	accord_why_step *steps; /**< the furthest first */
	size_t step_count;
	size_t woken;       /**< rules that woke beside those */
	accord_deal *deals; /**< that came of this sentence; parties in the arena */
	size_t deal_count;
} accord_why_sentence;

typedef struct accord_why_figures {
	int64_t documents; /**< that name both */
	size_t read;       /**< of them read again */
	size_t sentences;  /**< that name both */
	size_t deals;      /**< that came of them */
} accord_why_figures;

/**
 * Read again what names both, the newest `limit` articles, and hand each sentence with both to `each`. Its
 * slices live until `each` returns. Costs about what tagging those articles costs.
 *
 * @param steps  at most so many rules a sentence
 */
accord_status accord_why(accord_store *store, const accord_tagger *tagger, const accord_why_side sides[2],
			 size_t limit, size_t steps,
			 void (*each)(void *context, const accord_why_sentence *sentence), void *context,
			 accord_why_figures *figures, accord_error *err);

/** A sentence with both names marked, the rules below it, and what came of it. */
void accord_render_why(const accord_render *render, accord_buffer *out, const accord_why_sentence *sentence);
/** The same as one line of JSON. */
void accord_why_write(accord_buffer *out, const accord_why_sentence *sentence);

#endif
