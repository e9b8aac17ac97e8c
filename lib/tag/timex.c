/*
 * Which way a value without a year points (measured on news): a weekday is the day itself, else the last such
 * day, unless the verb is a future one; a month or a day is the nearest in the past with a small tolerance
 * for announcements; in a narrative everything hangs on the date mentioned last.
 */
#include "timex.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name, *letters;
	enum time_grain grain;
	bool clock;
} units[] = {{"year", "Y", GRAIN_YEAR, false},
	     {"month", "M", GRAIN_MONTH, false},
	     {"week", "W", GRAIN_WEEK, false},
	     {"day", "D", GRAIN_DAY, false},
	     {"quarter", "Q", GRAIN_QUARTER, false},
	     {"half", "H", GRAIN_HALF, false},
	     {"decade", "DE", GRAIN_DECADE, false},
	     {"century", "CE", GRAIN_CENTURY, false},
	     {"weekend", "WE", GRAIN_WEEKEND, false},
	     {"hour", "H", GRAIN_HOUR, true},
	     {"minute", "M", GRAIN_MINUTE, true},
	     {"second", "S", GRAIN_SECOND, true},
	     {"night", "NI", GRAIN_NIGHT, true},
	     {"season", "SX", GRAIN_SEASON, false},
	     {"millennium", "L", GRAIN_MILLENNIUM, false}};

enum time_grain timex_grain_from(accord_slice name)
{
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (accord_slice_is(name, units[i].name))
			return units[i].grain;
	return GRAIN_NONE;
}

const char *timex_unit_letters(enum time_grain grain, bool *clock)
{
	*clock = false;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (units[i].grain == grain) {
			*clock = units[i].clock;
			return units[i].letters;
		}
	return NULL;
}

/* ---- reading
 * ----------------------------------------------------------------------------------------------------- */

static const char *const season_names[] = {"SP", "SU", "FA", "WI"};

/* `n` digits at `at`, or -1. */
static int digits(const char *at, size_t n)
{
	int value = 0;
	for (size_t i = 0; i < n; i++) {
		if (at[i] < '0' || at[i] > '9')
			return -1;
		value = value * 10 + (at[i] - '0');
	}
	return value;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool read_week(const char *at, struct time_point *p)
{
	int week = digits(at + 1, 2);
	if (week < 1 || week > 53)
		return false;
	p->grain = !strcmp(at + 3, "-WE") ? GRAIN_WEEKEND : GRAIN_WEEK;
	p->part = week;
	struct day monday = calendar_day(calendar_week_start(p->day.year, week));
	p->day.month = monday.month;
	return true;
}

bool timex_read(const char *value, struct time_point *p)
{
	bool before_christ = !strncmp(value, "BC", 2);
	const char *v = value + (before_christ ? 2 : 0);
	*p = (struct time_point){GRAIN_NONE, {0, 0, 0}, 0};
	int year = digits(v, 2);
	if (year < 0)
		return false;
	if (!is_digit(v[2]) && !v[2]) {
		p->grain = GRAIN_CENTURY;
		p->day.year = year * 100;
		return true;
	}
	if (is_digit(v[2]) && !v[3]) {
		p->grain = GRAIN_DECADE;
		p->day.year = digits(v, 3) * 10;
		return true;
	}
	year = digits(v, 4);
	if (year < 0)
		return false;
	p->day.year = before_christ ? -year : year;
	p->grain = GRAIN_YEAR;
	v += 4;
	if (*v != '-')
		return *v == '\0' || *v == 'T';
	v++;
	if (*v == 'W' && v[1] != 'I')
		return read_week(v, p);
	if ((*v == 'Q' || *v == 'H') && is_digit(v[1])) {
		p->grain = *v == 'Q' ? GRAIN_QUARTER : GRAIN_HALF;
		p->part = v[1] - '0';
		p->day.month = *v == 'Q' ? p->part * 3 - 2 : p->part * 6 - 5;
		return true;
	}
	for (int s = 0; s < 4; s++)
		if (!strncmp(v, season_names[s], 2)) {
			p->grain = GRAIN_SEASON;
			p->part = s + 1;
			p->day.month = s * 3 + 3;
			return true;
		}
	int month = digits(v, 2);
	if (month < 1 || month > 12)
		return *v == 'X';
	p->grain = GRAIN_MONTH;
	p->day.month = month;
	if (v[2] != '-')
		return true;
	int day = digits(v + 3, 2);
	if (day < 1)
		return true;
	p->day.day = day;
	p->grain = GRAIN_DAY;
	return true;
}

/* ---- writing
 * ----------------------------------------------------------------------------------------------------- */

static size_t write_year(char *out, size_t size, int year)
{
	int n = year < 0 ? snprintf(out, size, "BC%04d", -year) : snprintf(out, size, "%04d", year);
	return n < 0 ? 0 : (size_t)n;
}

static void write_day(char out[TIMEX_SIZE], struct day d)
{
	size_t n = write_year(out, TIMEX_SIZE, d.year);
	snprintf(out + n, TIMEX_SIZE - n, "-%02d-%02d", d.month, d.day);
}

static void write_week(char out[TIMEX_SIZE], int64_t day, bool weekend)
{
	int year, week = calendar_week(day, &year);
	snprintf(out, TIMEX_SIZE, "%04d-W%02d%s", year, week, weekend ? "-WE" : "");
}

bool timex_week_of(struct day day, char out[TIMEX_SIZE])
{
	write_week(out, calendar_number(day), false);
	return true;
}

static bool sane(int year)
{
	return year > -5000 && year < 10000;
}

/* ---- shifts
 * ------------------------------------------------------------------------------------------------------- */

static int floor_div(int a, int b)
{
	return a >= 0 ? a / b : -((-a + b - 1) / b);
}

/* Units of a year: "2019-Q3" two quarters on. */
static void write_part(char out[TIMEX_SIZE], int year, int part, int n, int parts, char letter)
{
	int all = year * parts + part - 1 + n;
	year = floor_div(all, parts);
	size_t at = write_year(out, TIMEX_SIZE, year);
	snprintf(out + at, TIMEX_SIZE - at, "-%c%d", letter, all - year * parts + 1);
}

static bool shift_days(struct day from, enum time_grain unit, int n, char out[TIMEX_SIZE])
{
	int64_t number = calendar_number(from);
	if (unit == GRAIN_DAY)
		write_day(out, calendar_day(number + n));
	else
		write_week(out, number + 7 * (int64_t)n, unit == GRAIN_WEEKEND);
	return true;
}

/* "A year earlier" behind a quarter or a month is that quarter or month of the year before. */
static bool shift_like(const struct time_context *c, enum time_grain unit, int n, char out[TIMEX_SIZE])
{
	struct time_point p = c->quarter_fresh ? c->quarter : c->last;
	int year = p.day.year + n;
	if (!(c->quarter_fresh || c->fresh) || unit != GRAIN_YEAR || year < 1000 || !sane(year))
		return false;
	if (p.grain == GRAIN_QUARTER || p.grain == GRAIN_HALF)
		return snprintf(out, TIMEX_SIZE, "%04d-%c%d", year, p.grain == GRAIN_HALF ? 'H' : 'Q',
				p.part) > 0;
	return p.grain == GRAIN_MONTH && snprintf(out, TIMEX_SIZE, "%04d-%02d", year, p.day.month) > 0;
}

static bool find_origin(const struct time_context *c, enum time_origin origin, enum time_grain unit,
			struct time_point *p)
{
	if (origin == ORIGIN_LAST && unit == GRAIN_QUARTER)
		*p = c->quarter;
	else if (origin == ORIGIN_NEAR)
		*p = c->fresh ? c->last : (struct time_point){GRAIN_NONE, {0, 0, 0}, 0};
	else if ((origin == ORIGIN_LAST || c->narrative) && c->last.grain != GRAIN_NONE)
		*p = c->last;
	else
		*p = (struct time_point){c->dated ? GRAIN_DAY : GRAIN_NONE, c->today, 0};
	return p->grain != GRAIN_NONE;
}

bool timex_shift(const struct time_context *c, enum time_origin origin, enum time_grain unit, int n,
		 char out[TIMEX_SIZE])
{
	struct time_point p;
	if (n > 100000 || n < -100000)
		return false;
	if (origin == ORIGIN_LIKE)
		return shift_like(c, unit, n, out);
	if (!find_origin(c, origin, unit, &p))
		return false;
	struct day d = p.day;
	switch (unit) {
	case GRAIN_MILLENNIUM:
	case GRAIN_CENTURY:
		return snprintf(out, TIMEX_SIZE, "%02d", floor_div(d.year, 100) + n) > 0 &&
		       d.year / 100 + n >= 0;
	case GRAIN_DECADE:
		return snprintf(out, TIMEX_SIZE, "%03d", floor_div(d.year, 10) + n) > 0 &&
		       d.year / 10 + n >= 0;
	case GRAIN_YEAR:
		write_year(out, TIMEX_SIZE, d.year + n);
		return p.grain >= GRAIN_YEAR && sane(d.year + n);
	case GRAIN_HALF:
		if (!d.month)
			return false;
		write_part(out, d.year, (d.month + 5) / 6, n, 2, 'H');
		return true;
	case GRAIN_QUARTER:
		if (!d.month)
			return false;
		write_part(out, d.year, (d.month + 2) / 3, n, 4, 'Q');
		return true;
	case GRAIN_MONTH: {
		if (!d.month)
			return false;
		struct day to = calendar_add_months((struct day){d.year, d.month, 1}, n);
		size_t at = write_year(out, TIMEX_SIZE, to.year);
		snprintf(out + at, TIMEX_SIZE - at, "-%02d", to.month);
		return sane(to.year);
	}
	case GRAIN_WEEK:
	case GRAIN_WEEKEND:
	case GRAIN_DAY:
		if (p.grain == GRAIN_WEEK && unit == GRAIN_WEEK)
			d = calendar_day(calendar_week_start(d.year, p.part));
		return d.day > 0 && d.year > 0 && shift_days(d, unit, n, out);
	default:
		return false;
	}
}

static int64_t last_day_of(const struct time_point *p, int64_t *first)
{
	struct day a = p->day, b;
	a.month = a.month ? a.month : 1;
	a.day = 1;
	int months = p->grain == GRAIN_MONTH     ? 1
		     : p->grain == GRAIN_QUARTER ? 3
		     : p->grain == GRAIN_HALF    ? 6
						 : 12;
	b = calendar_add_months(a, months);
	*first = calendar_number(a);
	return calendar_number(b) - 1;
}

bool timex_within(const char *value, enum time_grain unit, int weekday, int n, char out[TIMEX_SIZE])
{
	struct time_point p;
	int64_t first, last, day;
	if (!timex_read(value, &p) || p.grain < GRAIN_YEAR || p.grain > GRAIN_MONTH ||
	    p.grain == GRAIN_SEASON || !n || n > 60 || n < -60)
		return false;
	last = last_day_of(&p, &first);
	if (weekday) {
		int ahead = (weekday - calendar_weekday(first) + 7) % 7,
		    back = (calendar_weekday(last) - weekday + 7) % 7;
		day = n > 0 ? first + ahead + 7 * (n - 1) : last - back + 7 * (n + 1);
	} else if (unit == GRAIN_WEEK) {
		/* whole weeks: the first is that of the first Monday, the last that of the last Sunday */
		int ahead = (1 - calendar_weekday(first) + 7) % 7, back = calendar_weekday(last) % 7;
		day = n > 0 ? first + ahead + 7 * (n - 1) : last - back + 7 * (n + 1) - 6;
		if (p.grain == GRAIN_YEAR) { /* weeks of a year are counted as ISO 8601 does; 28 December is
						in the last */
			int year, weeks = calendar_week(calendar_number((struct day){p.day.year, 12, 28}),
							&year);
			int week = n > 0 ? n : weeks + n + 1;
			if (week < 1 || week > weeks)
				return false;
			day = calendar_week_start(p.day.year, week) + 3;
		}
		write_week(out, day, false);
		return day >= first && day <= last;
	} else if (unit == GRAIN_DAY) {
		day = n > 0 ? first + n - 1 : last + n + 1;
	} else {
		return false;
	}
	write_day(out, calendar_day(day));
	return day >= first && day <= last;
}

/* ---- completion
 * --------------------------------------------------------------------------------------------------- */

/*
 * Which of the two candidates around today is meant, by their distance in days. A day without a year is near;
 * a month is rather the last one; verbs move the balance but do not make March of next year out of last week.
 */
static bool goes_ahead(enum tense tense, enum time_grain grain, int64_t behind, int64_t ahead)
{
	if (tense == TENSE_FUTURE)
		return behind > 7 && ahead < 240;
	if (tense == TENSE_PAST)
		return grain == GRAIN_DAY && ahead * 6 < behind;
	if (tense == TENSE_PRESENT)
		return ahead * 2 < behind * 3;
	if (grain == GRAIN_QUARTER || grain == GRAIN_HALF)
		return false; /* figures are of what is over */
	return grain == GRAIN_DAY || grain == GRAIN_SEASON ? ahead < behind : ahead * 3 < behind;
}

static bool complete_weekday(const struct time_context *c, char value[TIMEX_SIZE], enum tense tense,
			     int steps)
{
	int weekday = value[9] - '0';
	char tail[TIMEX_SIZE];
	struct time_point p = {GRAIN_DAY, c->today, 0};
	if (c->narrative && c->last.grain == GRAIN_DAY)
		p = c->last;
	else if (!c->dated)
		return true;
	int64_t today = calendar_number(p.day);
	int64_t behind = (calendar_weekday(today) - weekday + 7) % 7, ahead = (7 - behind) % 7;
	snprintf(tail, sizeof tail, "%s", value + 10);
	int64_t day = today - behind;
	if (steps > 0 || (!steps && (tense == TENSE_FUTURE || tense == TENSE_PRESENT)))
		day = steps && !ahead ? today + 7 : today + ahead;
	else if (steps < 0 && !behind)
		day = today - 7;
	day += steps > 1 ? 7 * (steps - 1) : steps < -1 ? 7 * (steps + 1) : 0;
	write_day(value, calendar_day(day));
	strncat(value, tail, TIMEX_SIZE - strlen(value) - 1);
	return true;
}

bool timex_day_on(const struct time_context *c, int weekday, int day, enum tense tense, char out[TIMEX_SIZE])
{
	int64_t today = calendar_number(c->today), nearest = 0, distance = INT64_MAX;
	for (int month = -6; c->dated && month <= 6; month++) {
		struct day d = calendar_add_months((struct day){c->today.year, c->today.month, 1}, month);
		d.day = day;
		if (day > calendar_month_days(d.year, d.month) || calendar_weekday(calendar_number(d)) != weekday)
			continue;
		int64_t ahead = calendar_number(d) - today, far = ahead < 0 ? -ahead : ahead;
		if ((tense == TENSE_FUTURE && ahead < -7) || (tense == TENSE_PAST && ahead > 7))
			far += 365;
		if (far < distance) {
			distance = far;
			nearest = calendar_number(d);
		}
	}
	if (distance == INT64_MAX)
		return false;
	write_day(out, calendar_day(nearest));
	return true;
}

/* XXXX- before a month, a day, a season, a quarter: the year. */
static int year_for(const struct time_context *c, const struct time_point *p, enum tense tense, int steps)
{
	struct day t = c->today;
	int64_t today = calendar_number(t);
	struct day from = p->day, to = p->day;
	int months = p->grain == GRAIN_QUARTER || p->grain == GRAIN_SEASON ? 3
		     : p->grain == GRAIN_HALF                              ? 6
									   : 1;
	from.day = from.day ? from.day : 1;
	/* the one of this year, in days */
	from.year = to.year = t.year;
	int64_t first = calendar_number(from), last = first;
	if (p->grain != GRAIN_DAY)
		last = calendar_number(calendar_add_months(from, months)) - 1;
	if (steps) {
		bool now = first <= today && today <= last;
		if (steps > 0)
			return t.year + (first > today ? 0 : 1) + steps - 1;
		return t.year + (last < today && !now ? 0 : -1) + steps + 1;
	}
	if (first <= today && today <= last)
		return t.year;
	if (last < today)
		return t.year + goes_ahead(tense, p->grain, today - last, first + 365 - today);
	return t.year - !goes_ahead(tense, p->grain, today - (last - 365), first - today);
}

/* Stories go on: January behind a December is of the next year. */
static int chained_year(const struct time_context *c, const struct time_point *p, int steps)
{
	int year = c->last.day.year, before = c->last.day.month;
	if (steps && before && p->day.month && c->last.grain >= GRAIN_MONTH) /* in November 2002 …, the following May */
		return year + (steps < 0 ? -(p->day.month >= before) : p->day.month <= before);
	if (steps)
		return year + (steps < 0 ? -1 : 1);
	bool turned =
		before >= 10 && p->day.month && p->day.month <= before - 8 && c->last.grain >= GRAIN_MONTH;
	return year + (turned && p->grain != GRAIN_SEASON);
}

static bool put_year(char value[TIMEX_SIZE], int year)
{
	char tail[TIMEX_SIZE];
	if (!sane(year))
		return false;
	snprintf(tail, sizeof tail, "%s", value + 4);
	write_year(value, TIMEX_SIZE, year);
	strncat(value, tail, TIMEX_SIZE - strlen(value) - 1);
	return true;
}

/* XXXX-XX-05, XXXX-XX-XXT17:30: the month or day of the last date, else of today. */
static bool complete_day(const struct time_context *c, char value[TIMEX_SIZE], enum tense tense)
{
	struct day base = c->today;
	char tail[TIMEX_SIZE];
	bool from_last = c->last.grain >= GRAIN_MONTH && c->last.day.month && (c->narrative || c->fresh);
	if (from_last)
		base = c->last.day;
	else if (!c->dated)
		return true;
	snprintf(tail, sizeof tail, "%s", value + 10);
	if (!strncmp(value + 8, "XX", 2)) {
		if (!base.day)
			return true;
		write_day(value, base);
		strncat(value, tail, TIMEX_SIZE - strlen(value) - 1);
		return true;
	}
	int day = digits(value + 8, 2);
	if (day < 1 || day > 31)
		return false;
	if (!from_last && day > base.day && tense != TENSE_FUTURE)
		base = calendar_add_months((struct day){base.year, base.month, 1}, -1);
	else if (!from_last && day < base.day && tense == TENSE_FUTURE)
		base = calendar_add_months((struct day){base.year, base.month, 1}, 1);
	if (day > calendar_month_days(base.year, base.month))
		return false;
	base.day = day;
	write_day(value, base);
	strncat(value, tail, TIMEX_SIZE - strlen(value) - 1);
	return true;
}

/* 29 February is of the last leap year, or the next one. */
static bool leap_day(char value[TIMEX_SIZE], const struct time_point *p, enum tense tense)
{
	for (int step = 1; p->day.month == 2 && p->day.day == 29 && step < 9; step++) {
		int year = p->day.year + (tense == TENSE_FUTURE || tense == TENSE_PRESENT ? step : -step);
		if (calendar_month_days(year, 2) == 29)
			return put_year(value, year);
	}
	return false;
}

bool timex_complete(const struct time_context *c, char value[TIMEX_SIZE], enum tense tense, int steps,
		    bool *guessed)
{
	struct time_point p;
	*guessed = false;
	if (!strncmp(value, "XXXX-WXX-", 9) && is_digit(value[9])) {
		*guessed = true;
		return complete_weekday(c, value, tense, steps);
	}
	if (!strncmp(value, "XXXX-XX-", 8) && value[8]) {
		*guessed = true;
		return strncmp(value + 8, "XX", 2) || value[10] == 'T' ? complete_day(c, value, tense) : true;
	}
	if (!strncmp(value, "XXXX-", 5)) {
		char probe[TIMEX_SIZE];
		snprintf(probe, sizeof probe, "2000%s", value + 4);
		if (!timex_read(probe, &p))
			return false;
		*guessed = true;
		bool chained = c->last.grain >= GRAIN_YEAR && (c->narrative || !c->dated || (c->chained && !steps));
		if (chained)
			return put_year(value, chained_year(c, &p, steps));
		if (!c->dated)
			return true;
		if (!put_year(value, year_for(c, &p, tense, steps)))
			return false;
	}
	if (timex_read(value, &p) && p.grain == GRAIN_WEEK && value[8] == '-' && is_digit(value[9]) &&
	    !value[10])
		write_day(value, calendar_day(calendar_week_start(p.day.year, p.part) + (value[9] - '1')));
	if (timex_read(value, &p) && p.grain == GRAIN_DAY)
		return p.day.day <= calendar_month_days(p.day.year, p.day.month) ||
		       (*guessed && leap_day(value, &p, tense));
	return true;
}

bool timex_between(const char *begin, const char *end, char out[TIMEX_SIZE])
{
	struct time_point a, b;
	if (!timex_read(begin, &a) || !timex_read(end, &b))
		return false;
	if (a.grain == GRAIN_DAY && b.grain == GRAIN_DAY) {
		int64_t days = calendar_number(b.day) - calendar_number(a.day);
		return days > 0 && snprintf(out, TIMEX_SIZE, "P%lldD", (long long)days) > 0;
	}
	if (a.day.month && b.day.month && a.grain == GRAIN_MONTH && b.grain == GRAIN_MONTH) {
		int months = (b.day.year - a.day.year) * 12 + b.day.month - a.day.month;
		return months > 0 && snprintf(out, TIMEX_SIZE, "P%dM", months) > 0;
	}
	int years = b.day.year - a.day.year;
	return years > 0 && snprintf(out, TIMEX_SIZE, "P%dY", years) > 0;
}
