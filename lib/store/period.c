/* Dates as periods of days. The calendar arithmetic is Howard Hinnant's days_from_civil (public domain). */
#include <accord/period.h>

#include <stdio.h>
#include <string.h>

int64_t accord_day_of(int64_t y, unsigned m, unsigned d)
{
	y -= m <= 2;
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t yoe = y - era * 400;
	int64_t doy = (153 * (int64_t)(m > 2 ? m - 3 : m + 9) + 2) / 5 + (int64_t)d - 1;
	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

void accord_day_split(int64_t z, int64_t *year, unsigned *month, unsigned *day)
{
	z += 719468;
	int64_t era = (z >= 0 ? z : z - 146096) / 146097;
	int64_t doe = z - era * 146097;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int64_t mp = (5 * doy + 2) / 153;
	*day = (unsigned)(doy - (153 * mp + 2) / 5 + 1);
	*month = (unsigned)(mp < 10 ? mp + 3 : mp - 9);
	*year = yoe + era * 400 + (*month <= 2);
}

const char *accord_day_text(int64_t day, char out[16])
{
	int64_t y;
	unsigned m, d;
	accord_day_split(day, &y, &m, &d);
	snprintf(out, 16, "%04d-%02u-%02u", (int)(y < -999 ? -999 : y > 9999 ? 9999 : y), m, d);
	return out;
}

unsigned accord_month_days(int64_t year, unsigned month)
{
	static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return days[(month - 1) % 12] + (month == 2 && leap);
}

/* `n` digits at `at`, or -1. */
static int digits(accord_slice s, size_t at, size_t n)
{
	int value = 0;
	if (at + n > s.len)
		return -1;
	for (size_t i = at; i < at + n; i++) {
		if (s.data[i] < '0' || s.data[i] > '9')
			return -1;
		value = value * 10 + (s.data[i] - '0');
	}
	return value;
}

/* `months` months from the one given. */
static bool months(accord_period *p, int year, unsigned first, unsigned n)
{
	unsigned last = first + n - 1;
	int64_t last_year = year + (int)((last - 1) / 12);
	last = (last - 1) % 12 + 1;
	p->from = accord_day_of(year, first, 1);
	p->to = accord_day_of(last_year, last, accord_month_days(last_year, last));
	return true;
}

/* ISO 8601: week 1 has the year's first Thursday. */
static bool week(accord_period *p, int year, int number)
{
	int64_t fourth = accord_day_of(year, 1, 4);
	int64_t monday = fourth - ((fourth + 3) % 7 + 7) % 7; /* 1970-01-01 was a Thursday */
	if (number < 1 || number > 53)
		return false;
	p->from = monday + 7 * (number - 1);
	p->to = p->from + 6;
	return true;
}

static bool part(accord_slice s, accord_period *p, int year)
{
	int n = digits(s, 6, 1);
	switch (s.data[5]) {
	case 'Q':
		return s.len == 7 && n >= 1 && n <= 4 && months(p, year, (unsigned)(3 * n - 2), 3);
	case 'H':
		return s.len == 7 && n >= 1 && n <= 2 && months(p, year, (unsigned)(6 * n - 5), 6);
	case 'W':
		if (s.len == 7 && s.data[6] == 'I')
			return months(p, year, 12, 3);
		return s.len >= 8 && week(p, year, digits(s, 6, 2));
	case 'S':
		if (s.len == 7 && (s.data[6] == 'P' || s.data[6] == 'U'))
			return months(p, year, s.data[6] == 'P' ? 3 : 6, 3);
		return false;
	case 'F':
		return s.len == 7 && s.data[6] == 'A' && months(p, year, 9, 3);
	default:
		return false;
	}
}

bool accord_period_of(accord_slice s, accord_period *p)
{
	int year = digits(s, 0, 4);
	if (!s.data)
		return false;
	if (s.len == 3 && digits(s, 0, 3) >= 0)
		return months(p, 10 * digits(s, 0, 3), 1, 120);
	if (year < 0)
		return false;
	if (s.len == 4)
		return months(p, year, 1, 12);
	if (s.len < 7 || s.data[4] != '-')
		return false;
	int month = digits(s, 5, 2);
	if (month < 0)
		return part(s, p, year);
	if (month < 1 || month > 12)
		return false;
	if (s.len == 7)
		return months(p, year, (unsigned)month, 1);
	int day = s.data[7] == '-' ? digits(s, 8, 2) : -1;
	if (day < 1 || day > (int)accord_month_days(year, (unsigned)month))
		return false;
	if (s.len > 10 && s.data[10] >= '0' && s.data[10] <= '9')
		return false;
	p->from = p->to = accord_day_of(year, (unsigned)month, (unsigned)day);
	return true;
}
