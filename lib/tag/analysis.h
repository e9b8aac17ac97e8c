/*
 * What the stages of tagging share about one document. It lives in the document's arena.
 *
 * Title and text are each a field: tokens, then sentences of items in which every company, amount and date is one item.
 * Companies are numbered over the whole document; `refs` are the company mentions that items point to.
 */
#ifndef TAG_ANALYSIS_H
#define TAG_ANALYSIS_H

#include <accord/document.h>
#include <accord/rules.h>
#include <accord/tag.h>
#include <accord/token.h>

#include "grammar.h"
#include "word_table.h"

/* A name found by the stage of companies, persons, places …; tokens[first .. last] of its field. */
struct mention {
	uint32_t first, last;
	uint32_t start, end; /* bytes, without genitive s and quotes */
	uint8_t kind;        /* accord_item_kind */
	bool genitive;
	bool doubtful;       /* an unknown name that looks like a common word, a place or a person: "Pages", "Marla Keene" */
	bool reference;      /* an epithet of the company files: "il colosso di Redmond" */
	uint32_t company;    /* index of analysis.companies, for companies */
};

/* A company that the document names. */
struct company {
	accord_slice id, name;
	const char *country; /* ISO 3166-1 of its seat, "" if unknown */
	accord_slice seat;   /* towns of its headquarters, parted by commas, or unknown */
	accord_slice kind;   /* "chip", "telecom", …; unknown for unknown companies */
	bool known;
	bool listed; /* has a ticker: no start-up */
	uint32_t mentions;
};

#define TOPICS 2

struct sentence {
	accord_field field;
	accord_item *items;
	size_t count;
	uint32_t start, end; /* bytes */
	uint32_t paragraph;  /* counts through the text; the title is 0, the text begins at 1 */
	uint32_t number;     /* counts through title and text */
	bool clauses;        /* they are marked: those of a sentence that nobody asks about are not */
	uint32_t topics[TOPICS]; /* the most salient companies before it, best first; UINT32_MAX if there are fewer */
};

struct field {
	accord_field in;
	accord_slice text;
	accord_tokens tokens;
	accord_item *raw; /* one item a token */
	struct token_word **words; /* one a token */
	struct mention *mentions;
	size_t mention_count;
	size_t first_date, date_count;     /* in analysis.dates */
	size_t first_amount, amount_count; /* in analysis.amounts */
};

struct analysis {
	accord_arena *arena;
	const accord_rule_language *rules;
	const struct grammar *grammar;
	struct word_table *words;
	accord_document *doc;
	const char *lang;
	struct field fields[2]; /* by accord_field */
	struct company *companies;
	size_t company_count, company_capacity;
	bool business; /* some known company is among them */
	accord_timex *dates;
	size_t date_count, date_capacity;
	accord_amount *amounts;
	size_t amount_count, amount_capacity;
	uint64_t lent_currency; /* bits of the first 64 amounts whose currency the text leaves out */
	accord_company_mention *refs;
	uint32_t *ref_companies; /* the company of each ref */
	size_t ref_count, ref_capacity, ref_company_capacity;
	struct sentence *sentences;
	size_t sentence_count, sentence_capacity;
};

/*
 * Room for one more element in an array of the arena: returns its place, or NULL without memory. `capacity` is the
 * array's own; the array may move.
 */
void *list_push(accord_arena *arena, void *array_pointer, size_t *count, size_t *capacity, size_t size);

/* A company item for `ref`, or more refs that follow it. */
uint32_t add_ref(struct analysis *a, accord_field in, uint32_t start, uint32_t end, uint32_t company, bool reference);

/*
 * date.c, amount.c: fill analysis.dates and analysis.amounts with what stands in the field, in order of place, none
 * overlapping, spans that begin and end at tokens; set first_date and date_count (first_amount, amount_count) of the field.
 */
accord_status find_dates(struct analysis *a, struct field *field);
accord_status find_amounts(struct analysis *a, struct field *field);

/*
 * names.c: fill the fields' mentions (in order of place, none overlapping) and analysis.companies, over title and text
 * together. Fields have tokens and raw items by then.
 */
struct accord_gazetteer;
accord_status find_names(struct analysis *a, const struct accord_gazetteer *gazetteer);

/* items.c: tokens and what was found in them -> sentences of items. */
accord_status build_sentences(struct analysis *a, struct field *field);

/* clause.c: clause numbers and depths; phrase.c: then, with references resolved, inner and governed items around companies. */
void mark_clauses(const struct analysis *a, struct sentence *sentence);
void mark_phrases(struct analysis *a, struct sentence *sentence);
/* Whether what begins at item `i`, behind a comma, is a German infinitive with zu. */
bool infinitive_clause(const struct analysis *a, const struct sentence *s, size_t i);

/* German: whether a main clause begins at `at`, behind a comma: an article, a noun and its verb ("…, die Technik stammt von Yammer"). */
bool main_clause_at(const struct analysis *a, const struct sentence *s, size_t at);

/*
 * coreference.c: epithets, pronouns and elided subjects become company items. Sentence by sentence, in order. Marks the clauses,
 * unless the sentence names no company and none is in mind: then there is nothing to refer to.
 */
struct discourse;
struct discourse *discourse_new(struct analysis *a);
accord_status resolve_references(struct discourse *d, struct sentence *sentence);

/* deal.c: references, then matches, sentence by sentence -> deals of the document, merged. */
accord_status find_deals(struct analysis *a, accord_trace trace, void *context);

#endif
