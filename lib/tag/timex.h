/*
 * From what a text says to a TIMEX3 value. A rule yields an under-specified value, with X where the text says
 * nothing:
 * XXXX-05-11, XXXX-WXX-3, XXXX-Q3, XXXX-XX-XXT17:30. All decisions about direction are here and nowhere else.
 */
#ifndef TAG_TIMEX_H
#define TAG_TIMEX_H

#include "calendar.h"

#include <accord/text.h>

#define TIMEX_SIZE 48

enum time_grain {
	GRAIN_NONE,
	GRAIN_CENTURY,
	GRAIN_DECADE,
	GRAIN_YEAR,
	GRAIN_HALF,
	GRAIN_QUARTER,
	GRAIN_SEASON,
	GRAIN_MONTH,
	GRAIN_WEEK,
	GRAIN_WEEKEND,
	GRAIN_DAY,
	GRAIN_HOUR,
	GRAIN_MINUTE,
	GRAIN_SECOND,
	GRAIN_NIGHT,
	GRAIN_MILLENNIUM
};

/* A value read back: its year and what of the rest is known. Years before Christ are negative. */
struct time_point {
	enum time_grain grain;
	struct day day; /* month and day 0 where the value does not tell them */
	int part;       /* number of the half, quarter, week; of the season, 1 spring … 4 winter */
};

/* Where the sentence points, as its verbs have it. */
enum tense { TENSE_UNKNOWN, TENSE_PAST, TENSE_PRESENT, TENSE_FUTURE };

struct time_context {
	bool dated; /* `today` is known */
	struct day today;
	struct time_point last;    /* the last date mentioned */
	bool fresh;                /* in the same sentence */
	struct time_point quarter; /* the last one that was a quarter */
	bool quarter_fresh;
	bool chained;   /* a year long gone was named just before */
	bool narrative; /* dates chain from one to the next; `today` says nothing of them */
};

enum time_grain timex_grain_from(accord_slice name); /* "year", "month" …; GRAIN_NONE if there is none */
/* The letters of a duration: Y, M, W, D, Q, DE, CE, H …; *clock whether they stand behind T. */
const char *timex_unit_letters(enum time_grain grain, bool *clock);

/* False if the value has no place on the calendar (P3Y, PAST_REF, XXXX-XX-XX). */
bool timex_read(const char *value, struct time_point *point);

/* What units are counted from. */
enum time_origin {
	ORIGIN_TODAY, /* the day of publication; in a narrative the last date */
	ORIGIN_LAST,  /* the last date mentioned, of quarters the last quarter; else today (quarters: nothing)
		       */
	ORIGIN_NEAR,  /* the last date of this sentence */
	ORIGIN_LIKE   /* the same, and the value is as fine as that: "2018-Q3" is a year before 2019-Q3 */
};

/*
 * `n` units from an origin: "2018", "2019-W44", "2019-10-31". False if there is nothing to count from, or it
 * is too coarse for the unit.
 */
bool timex_shift(const struct time_context *c, enum time_origin origin, enum time_grain unit, int n,
		 char out[TIMEX_SIZE]);

/* The ISO week of a day. */
bool timex_week_of(struct day day, char out[TIMEX_SIZE]);

/* "Friday the 13th": the day of that number which is such a weekday, the nearest to today on the side where the tense
 * points; false if there is none within half a year. */
bool timex_day_on(const struct time_context *c, int weekday, int day, enum tense tense, char out[TIMEX_SIZE]);

/* The `n`th (1 first, -1 last) unit within a value: the last week of 2014-09; weekday 1 to 7 or 0. */
bool timex_within(const char *value, enum time_grain unit, int weekday, int n, char out[TIMEX_SIZE]);

/*
 * Fill the X of a value in place. `steps` counts from the nearest in that direction: +1 the next one after
 * today, -1 the last one before it; 0 leaves it to tense and habit. *guessed tells that a year was filled in.
 * False for a day that does not exist.
 */
bool timex_complete(const struct time_context *c, char value[TIMEX_SIZE], enum tense tense, int steps,
		    bool *guessed);

/* The time between two values, "P3D", "P2Y"; false if they cannot be compared. */
bool timex_between(const char *begin, const char *end, char out[TIMEX_SIZE]);

#endif
