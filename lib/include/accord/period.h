/**
 * @file period.h
 * Dates of any precision as days: "2013", "2013-Q3", "2013-09" and "2013-09-03" are all periods.
 */
#ifndef ACCORD_PERIOD_H
#define ACCORD_PERIOD_H

#include <accord/text.h>

/** First and last day, counted from 1970-01-01 (day 0). */
typedef struct accord_period {
	int64_t from, to;
} accord_period;

/**
 * Read an ISO 8601 or TIMEX3 date: year, decade ("201"), half ("2013-H1"), quarter, season ("2013-SU"),
 * month, week
 * ("2019-W45"), day; what stands behind a day (a time) is left out.
 *
 * @return false for anything else (PRESENT_REF, durations, day 31 of February)
 */
bool accord_period_of(accord_slice date, accord_period *period);

/** Day number of a date of the proleptic Gregorian calendar, and back. */
int64_t accord_day_of(int64_t year, unsigned month, unsigned day);
void accord_day_split(int64_t day, int64_t *year, unsigned *month, unsigned *day_of_month);
/** As "2013-09-03"; `out` has room for 16 bytes. */
const char *accord_day_text(int64_t day, char out[16]);
/** Days of a month. */
unsigned accord_month_days(int64_t year, unsigned month);

#endif
