/* How matches of date rules become TIMEX3: date.c walks the text, date_value.c reads a rule's fields,
 * date_template.c their templates, date_tense.c the verbs. */
#ifndef TAG_DATE_H
#define TAG_DATE_H

#include "analysis.h"
#include "timex.h"

/* A date that was found, with what a later rule may want to know of it. */
struct found_date {
	accord_timex timex;
	char value[TIMEX_SIZE], begin[TIMEX_SIZE], end[TIMEX_SIZE], mod[8];
	bool guessed;         /* the text does not tell the year */
	bool discard;         /* a rule that says what is no date */
	uint32_t first, last; /* items of the sentence, all that the match took in */
};

struct date_reading {
	const struct analysis *a;
	const accord_item *items; /* of the sentence */
	size_t count;
	struct time_context time;
	bool seldom_dated;              /* a long text that hardly speaks of days */
	bool afternoon;                 /* the match says p.m. */
	bool anchored;                  /* it has a day or a year beside the month */
	bool nowadays;                  /* "heute" is no day here */
	const struct found_date *found; /* what DATE items index */
};

/* What a match says. False if it says nothing: a day that does not exist, a word that is no number. */
bool read_date(struct date_reading *r, const accord_match *match, struct found_date *date);

/* date_template.c: a template with the match's captures put in; false if one is missing or says nothing. */
bool expand_template(const struct date_reading *r, const accord_match *match, accord_slice text,
		     char out[TIMEX_SIZE]);

/* Where the verb nearest to items[first .. last] points. */
enum tense tense_near(const struct date_reading *r, size_t first, size_t last);

#endif
