/*
 * The proleptic Gregorian calendar and ISO 8601 weeks. Days are counted from 1970-01-01, so that differences
 * are plain subtraction.
 */
#ifndef TAG_CALENDAR_H
#define TAG_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

struct day {
	int year;
	int month, day; /* from 1; 0 where it is not known */
};

int64_t calendar_number(struct day day);
struct day calendar_day(int64_t number);
/* 1 Monday … 7 Sunday. */
int calendar_weekday(int64_t number);
int calendar_month_days(int year, int month);
/* The ISO week of a day and the year that week belongs to. */
int calendar_week(int64_t number, int *year);
/* The Monday of an ISO week. */
int64_t calendar_week_start(int year, int week);
/* Moved by months, the day cut to the month's length. */
struct day calendar_add_months(struct day day, int months);
int64_t calendar_easter(int year);

#endif
