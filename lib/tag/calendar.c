/*
 * Day numbers by the era arithmetic of Howard Hinnant ("chrono-compatible low-level date algorithms"): years
 * begin in March, so that the leap day is the last of a year.
 */
#include "calendar.h"

int64_t calendar_number(struct day d)
{
	int64_t y = d.month <= 2 ? (int64_t)d.year - 1 : d.year;
	int64_t era = (y >= 0 ? y : y - 399) / 400, year = y - era * 400;
	int64_t in_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
	int64_t in_era = year * 365 + year / 4 - year / 100 + in_year;
	return era * 146097 + in_era - 719468;
}

struct day calendar_day(int64_t number)
{
	int64_t z = number + 719468, era = (z >= 0 ? z : z - 146096) / 146097, in_era = z - era * 146097;
	int64_t year = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
	int64_t in_year = in_era - (365 * year + year / 4 - year / 100), m = (5 * in_year + 2) / 153;
	struct day d = {(int)(year + era * 400), (int)(m < 10 ? m + 3 : m - 9),
			(int)(in_year - (153 * m + 2) / 5 + 1)};
	d.year += d.month <= 2;
	return d;
}

int calendar_weekday(int64_t number)
{
	int64_t n = (number + 3) % 7;
	return (int)(n < 0 ? n + 7 : n) + 1;
}

int calendar_month_days(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return month == 2 && leap ? 29 : month >= 1 && month <= 12 ? days[month - 1] : 0;
}

int calendar_week(int64_t number, int *year)
{
	int64_t thursday = number - calendar_weekday(number) + 4;
	*year = calendar_day(thursday).year;
	return (int)((thursday - calendar_number((struct day){*year, 1, 1})) / 7) + 1;
}

int64_t calendar_week_start(int year, int week)
{
	int64_t fourth = calendar_number((struct day){year, 1, 4});
	return fourth - calendar_weekday(fourth) + 1 + 7 * ((int64_t)week - 1);
}

struct day calendar_add_months(struct day d, int months)
{
	int64_t all = (int64_t)d.year * 12 + d.month - 1 + months;
	int64_t year = (all >= 0 ? all : all - 11) / 12;
	struct day out = {(int)year, (int)(all - year * 12) + 1, d.day};
	int last = calendar_month_days(out.year, out.month);
	if (out.day > last)
		out.day = last;
	return out;
}

/* The anonymous Gregorian computus ("Nature", 1876). */
int64_t calendar_easter(int year)
{
	int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25,
	    g = (b - f + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
	int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
	return calendar_number((struct day){year, n / 31, n % 31 + 1});
}
