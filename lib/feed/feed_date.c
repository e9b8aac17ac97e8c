/*
 * Dates by their words, not by a list of formats: the text is cut into numbers and words, and each takes the
 * one place that is left for it.
 *
 *   "Di, 5. Nov 2019 17:06 MEZ"   Di weekday · 5 day · Nov month · 2019 year · 17:06 time · MEZ +01:00
 *
 * Only ISO 8601 (https://www.w3.org/TR/NOTE-datetime) has to be told apart before, as its numbers run
 * together. Names of months, days and zones are those of RFC 822
 * (https://www.rfc-editor.org/rfc/rfc5322#section-4.3), and of German and Italian, which localised systems
 * write all the same.
 */
#include <accord/feed_date.h>

#include <stdio.h>
#include <string.h>

struct word {
	const char *name;
	int value;
};

/* Beginnings of month names, folded to lower case; the longest that fits decides. */
static const struct word months[] = {
	{"jan", 1},  {"jän", 1},  {"gen", 1},  {"feb", 2},  {"mar", 3},  {"mär", 3}, {"maer", 3},
	{"mrz", 3},  {"apr", 4},  {"may", 5},  {"mai", 5},  {"mag", 5},  {"jun", 6}, {"giu", 6},
	{"jul", 7},  {"lug", 7},  {"aug", 8},  {"ago", 8},  {"sep", 9},  {"set", 9}, {"oct", 10},
	{"okt", 10}, {"ott", 10}, {"nov", 11}, {"dec", 12}, {"dez", 12}, {"dic", 12}};

/* Minutes east of Greenwich. */
static const struct word zones[] = {
	{"z", 0},      {"ut", 0},     {"utc", 0},    {"gmt", 0},     {"wet", 0},     {"west", 60},
	{"bst", 60},   {"ist", 330},  {"cet", 60},   {"mez", 60},    {"met", 60},    {"cest", 120},
	{"mesz", 120}, {"mest", 120}, {"eet", 120},  {"eest", 180},  {"msk", 180},   {"oez", 120},
	{"oesz", 180}, {"est", -300}, {"edt", -240}, {"cst", -360},  {"cdt", -300},  {"mst", -420},
	{"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"akst", -540}, {"akdt", -480}, {"hst", -600},
	{"ast", -240}, {"adt", -180}, {"nst", -210}, {"ndt", -150},  {"brt", -180},  {"art", -180},
	{"sast", 120}, {"gst", 240},  {"pkt", 300},  {"sgt", 480},   {"hkt", 480},   {"awst", 480},
	{"jst", 540},  {"kst", 540},  {"acst", 570}, {"acdt", 630},  {"aest", 600},  {"aedt", 660},
	{"nzst", 720}, {"nzdt", 780}, {"et", -300},  {"pt", -480}};

static const char *const month_names[] = {"January",   "February", "March",    "April",
					  "May",       "June",     "July",     "August",
					  "September", "October",  "November", "December"};

struct reader {
	const char *at, *end;
	accord_feed_date *date;
	bool noon, afternoon; /* AM or PM was named */
	bool month_first;     /* a month was named before any number, and may be a weekday */
	bool us;              /* 11/05/2019 with AM or PM behind is November */
	bool bad_clock;       /* 25:00, 16:61 */
	int lone[2];          /* small numbers whose place is not known yet */
	int lone_count;
};

static bool digit(const char *p, const char *end)
{
	return p < end && *p >= '0' && *p <= '9';
}

/* Up to `most` digits; -1 if there are none. */
static int number(const char **p, const char *end, int most, int *digits)
{
	int value = 0, n = 0;
	for (; n < most && digit(*p, end); n++)
		value = value * 10 + *(*p)++ - '0';
	*digits = n;
	return n ? value : -1;
}

static int fixed(const char **p, const char *end, int digits)
{
	const char *start = *p;
	int n, value = number(p, end, digits, &n);
	if (n == digits)
		return value;
	*p = start;
	return -1;
}

static int full_year(int year, int digits)
{
	return digits > 2 ? year : year < 69 ? 2000 + year : 1900 + year;
}

static int days_of(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return days[month - 1] + (month == 2 && leap);
}

/* Clock
 * ------------------------------------------------------------------------------------------------------- */

static void set_offset(accord_feed_date *date, int minutes, bool zulu)
{
	date->has_offset = minutes > -15 * 60 && minutes < 15 * 60;
	date->offset = date->has_offset ? minutes : 0;
	date->zulu = zulu && date->has_offset;
}

/* +01:00, +0100, +1, -0330 */
static bool read_offset(const char **at, const char *end, accord_feed_date *date)
{
	const char *p = *at;
	if (p >= end || (*p != '+' && *p != '-'))
		return false;
	int sign = *p++ == '-' ? -1 : 1, n;
	int hours = number(&p, end, 4, &n), minutes = 0;
	if (hours < 0)
		return false;
	if (n > 2) {
		minutes = hours % 100;
		hours /= 100;
	} else if (p < end && *p == ':' && digit(p + 1, end)) {
		p++;
		minutes = number(&p, end, 2, &n);
	}
	set_offset(date, sign * (hours * 60 + minutes), false);
	*at = p;
	return true;
}

/* 17:06:00.123, 1706 where `colon` is 0 */
static bool read_clock(const char **at, const char *end, char colon, accord_feed_date *date)
{
	const char *p = *at;
	int n, hour = number(&p, end, 2, &n), minute = 0, second = 0;
	if (hour < 0 || (colon && (p >= end || *p != colon)))
		return false;
	p += colon != 0;
	minute = number(&p, end, 2, &n);
	if (minute < 0 || hour > 24 || minute > 59)
		return false;
	const char *rest = p;
	p += colon && p < end && *p == colon;
	if (p > rest || !colon)
		second = number(&p, end, 2, &n);
	if (second < 0) {
		second = 0;
		p = rest;
	} else if (p + 1 < end && (*p == '.' || *p == ',') && digit(p + 1, end)) {
		for (p++; digit(p, end);)
			p++;
	}
	if (second > 60)
		return false;
	date->hour = hour;
	date->minute = minute;
	date->second = second == 60 ? 59 : second;
	date->has_time = true;
	*at = p;
	return true;
}

static void skip_blanks(const char **at, const char *end)
{
	while (*at < end && (**at == ' ' || **at == '\t' || **at == '\n' || **at == '\r'))
		(*at)++;
}

/* ISO 8601
 * ---------------------------------------------------------------------------------------------------- */

static void month_of_day(accord_feed_date *date, int day)
{
	date->month = 1;
	while (date->month < 12 && day > days_of(date->year, date->month))
		day -= days_of(date->year, date->month++);
	date->day = day;
}

/* 2019-W45-2: the week that has the year's 4th of January is the first. */
static void day_of_week(accord_feed_date *date, int week, int weekday)
{
	int y = date->year - 1;
	int first = (1 + y * 365 + y / 4 - y / 100 + y / 400) % 7; /* weekday of 1 January, Sunday is 0 */
	int monday = first == 0 ? -5 : 2 - first; /* day of the year of the first week's Monday */
	if (first > 4 || first == 0)
		monday = first == 0 ? 2 : 9 - first;
	int day = monday + (week - 1) * 7 + weekday - 1;
	int length = days_of(date->year, 2) + 337;
	if (day < 1)
		day += days_of(--date->year, 2) + 337;
	else if (day > length) {
		day -= length;
		date->year++;
	}
	month_of_day(date, day);
}

/* What stands behind the year, with '-' or without; false if it is not ISO. */
static bool read_iso_day(const char **at, const char *end, char dash, accord_feed_date *date)
{
	const char *p = *at;
	if (p < end && (*p == 'W' || *p == 'w')) {
		p++;
		int week = fixed(&p, end, 2), n;
		p += dash && p < end && *p == dash;
		int weekday = number(&p, end, 1, &n);
		if (week < 1 || week > 53 || weekday > 7)
			return false;
		day_of_week(date, week, weekday < 1 ? 1 : weekday);
		*at = p;
		return true;
	}
	const char *run = p;
	while (digit(run, end))
		run++;
	if (run - p == 3) {
		month_of_day(date, fixed(&p, end, 3));
		*at = p;
		return true;
	}
	int n;
	date->month = number(&p, end, 2, &n);
	if (date->month < 1)
		return false;
	if (dash ? p < end && *p == dash && digit(p + 1, end) : digit(p, end)) {
		p += dash != 0;
		date->day = number(&p, end, 2, &n);
	}
	*at = p;
	return true;
}

/* YYYY, YYYY-MM, YYYY-MM-DD, YYYYMMDD, YYYY/MM/DD, with T or a blank and a time. */
static bool read_iso(struct reader *reader)
{
	const char *p = reader->at, *end = reader->end;
	accord_feed_date date = {0};
	const char *run = p;
	while (digit(run, end))
		run++;
	if (run - p != 4 && run - p != 8 && run - p != 14 && !(run - p == 6 && run == end))
		return false;
	date.year = fixed(&p, end, 4);
	char dash = p < end && strchr("-/.", *p) ? *p : 0;
	if (p < end && (dash || digit(p, end))) {
		p += dash != 0;
		if (!read_iso_day(&p, end, dash, &date))
			return false;
	} else if (p < end) {
		return false;
	}
	if (p < end && date.day && (digit(p, end) || *p == 'T' || *p == 't' || *p == ' ' || *p == ',')) {
		bool letter = *p == 'T' || *p == 't' || digit(p, end);
		p += !digit(p, end);
		skip_blanks(&p, end);
		const char *clock = p;
		if (!read_clock(&p, end, ':', &date)) {
			p = clock;
			if (letter && !read_clock(&p, end, 0, &date)) {
				int n, hour = number(&p, end, 2, &n);
				if (hour >= 0 && hour <= 24) {
					date.hour = hour;
					date.has_time = true;
				}
				reader->bad_clock = hour > 24;
			}
		}
	}
	reader->at = p;
	*reader->date = date;
	return true;
}

/* Words
 * ------------------------------------------------------------------------------------------------------- */

static size_t read_word(struct reader *reader, char *out, size_t size)
{
	size_t n = 0;
	while (reader->at < reader->end) {
		unsigned char c = (unsigned char)*reader->at;
		if (!((c | 32) >= 'a' && (c | 32) <= 'z') && c < 0x80)
			break;
		if (n > 0 && c == 0x84 && (unsigned char)out[n - 1] == 0xC3)
			c = 0xA4; /* Ä */
		if (n + 1 < size)
			out[n++] = (char)(c < 0x80 ? c | 32 : c);
		reader->at++;
	}
	out[n] = 0;
	return n;
}

static int month_named(const char *word)
{
	if (!strncmp(word, "mart", 4)) /* martedì is a Tuesday */
		return 0;
	for (size_t i = 0; i < sizeof months / sizeof *months; i++)
		if (!strncmp(word, months[i].name, strlen(months[i].name)))
			return months[i].value;
	return 0;
}

static void take_word(struct reader *reader)
{
	char word[24];
	size_t len = read_word(reader, word, sizeof word);
	accord_feed_date *date = reader->date;
	int month = month_named(word);
	/* Italian "mar" is Tuesday or March: before any number it gives way to a later month. */
	if (month && (!date->month || reader->month_first)) {
		date->month = month;
		reader->month_first = !date->day && !date->year && !strcmp(word, "mar");
		return;
	}
	if (!strcmp(word, "am") || !strcmp(word, "pm")) {
		reader->afternoon |= date->has_time && *word == 'p';
		reader->noon |= date->has_time;
		return;
	}
	if (len > 5 || date->has_offset)
		return;
	for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
		if (!strcmp(word, zones[i].name) && (len > 2 || date->has_time)) {
			set_offset(date, zones[i].value, i < 4);
			if (i < 4 && read_offset(&reader->at, reader->end, date)) /* GMT+2 */
				date->zulu = false;
			return;
		}
	/* RFC 822's military letters are used with either sign; RFC 5322 has them mean nothing. */
	if (len == 1 && date->has_time && word[0] != 'h')
		set_offset(date, 0, true);
}

/* Numbers
 * ----------------------------------------------------------------------------------------------------- */

/* 05.11.2019, 5/11/19, 11-05-2019 */
static bool take_numeric_date(struct reader *reader)
{
	const char *p = reader->at;
	int n, year_digits, first = number(&p, reader->end, 2, &n);
	char mark = p < reader->end ? *p : 0;
	if (first < 0 || !mark || !strchr("./-", mark) || reader->date->month)
		return false;
	p++;
	int second = number(&p, reader->end, 2, &n);
	if (second < 0 || p >= reader->end || *p != mark)
		return false;
	p++;
	int year = number(&p, reader->end, 4, &year_digits);
	if (year < 0 || (year_digits != 2 && year_digits != 4))
		return false;
	if (mark == '-' && year_digits == 2 && second >= 1 &&
	    second <= 12) { /* 19-11-05 is ISO 8601, shortened */
		int day = year;
		year = first;
		first = day;
	}
	bool swap = second > 12 || (mark == '/' && reader->us && first <= 12);
	reader->date->year = full_year(year, year_digits);
	reader->date->month = swap ? first : second;
	reader->date->day = swap ? second : first;
	reader->at = p;
	return true;
}

/* 17.06 Uhr: a point in a time, once the day is known. */
static bool take_pointed_clock(struct reader *reader)
{
	accord_feed_date *date = reader->date;
	const char *p = reader->at;
	int n;
	if (!date->month || !date->year || date->has_time || number(&p, reader->end, 2, &n) < 0)
		return false;
	if (p + 2 >= reader->end || *p != '.' || !digit(p + 1, reader->end) || !digit(p + 2, reader->end))
		return false;
	return read_clock(&reader->at, reader->end, '.', date);
}

static void place_number(struct reader *reader, int value, int digits)
{
	accord_feed_date *date = reader->date;
	if (digits == 4 && !date->year)
		date->year = value;
	else if (digits <= 2 && !date->day && value >= 1 && value <= 31)
		date->day = value;
	else if (digits <= 2 && !date->year && date->month)
		date->year = full_year(value, 2);
	else if (digits <= 2 && !date->year && reader->lone_count < 2)
		reader->lone[reader->lone_count++] = value;
}

static void take_number(struct reader *reader)
{
	const char *p = reader->at;
	int digits, value = number(&p, reader->end, 9, &digits);
	if (digits <= 2 && p + 1 < reader->end && *p == ':' && digit(p + 1, reader->end)) {
		if (read_clock(&reader->at, reader->end, ':', reader->date))
			return;
		reader->bad_clock = true;
	}
	if (take_numeric_date(reader) || take_pointed_clock(reader))
		return;
	reader->at = p;
	while (digit(reader->at, reader->end))
		reader->at++;
	place_number(reader, value, digits);
}

/* Seconds, or milliseconds, since 1970. */
static bool read_epoch(struct reader *reader)
{
	const char *p = reader->at;
	int64_t value = 0;
	while (digit(p, reader->end) && p - reader->at < 14)
		value = value * 10 + *p++ - '0';
	size_t digits = (size_t)(p - reader->at);
	if (p + 1 < reader->end && *p == '.' && digit(p + 1, reader->end))
		for (p++; digit(p, reader->end);)
			p++;
	if (p != reader->end || (digits != 9 && digits != 10 && digits != 13))
		return false;
	if (digits == 13)
		value /= 1000;
	accord_feed_date date = {.has_time = true, .has_offset = true, .zulu = true};
	int64_t days = value / 86400, seconds = value % 86400;
	date.hour = (int)(seconds / 3600);
	date.minute = (int)(seconds / 60 % 60);
	date.second = (int)(seconds % 60);
	for (date.year = 1970; days >= days_of(date.year, 2) + 337; date.year++)
		days -= days_of(date.year, 2) + 337;
	month_of_day(&date, (int)days + 1);
	*reader->date = date;
	reader->at = p;
	return true;
}

/* The whole
 * --------------------------------------------------------------------------------------------------- */

static void read_rest(struct reader *reader)
{
	while (reader->at < reader->end) {
		unsigned char c = (unsigned char)*reader->at;
		if (c >= '0' && c <= '9')
			take_number(reader);
		else if ((c | 32) >= 'a' && (c | 32) <= 'z')
			take_word(reader);
		else if (c >= 0x80)
			take_word(reader);
		else if (!reader->date->has_time || reader->date->has_offset ||
			 !read_offset(&reader->at, reader->end, reader->date))
			reader->at++;
	}
}

static void settle(struct reader *reader)
{
	accord_feed_date *date = reader->date;
	if (!date->year && reader->lone_count && date->month)
		date->year = full_year(reader->lone[0], 2);
	if (reader->noon && date->hour <= 12)
		date->hour = date->hour % 12 + (reader->afternoon ? 12 : 0);
}

static void next_day(accord_feed_date *date)
{
	date->hour = 0;
	if (++date->day <= days_of(date->year, date->month))
		return;
	date->day = 1;
	if (++date->month > 12) {
		date->month = 1;
		date->year++;
	}
}

static accord_status check(accord_feed_date *date, accord_error *err)
{
	if (!date->year)
		return accord_error_set(err, ACCORD_EINPUT, "no year in a date");
	if (date->year < 1900 || date->year > 2100)
		return accord_error_set(err, ACCORD_EINPUT, "%d is no year of news", date->year);
	if (date->month > 12)
		return accord_error_set(err, ACCORD_EINPUT, "there is no month %d", date->month);
	if ((date->day || date->has_time) && !date->month)
		return accord_error_set(err, ACCORD_EINPUT, "no month in a date");
	if (date->has_time && !date->day)
		return accord_error_set(err, ACCORD_EINPUT, "a time without a day");
	if (date->month && (date->day < 0 || date->day > days_of(date->year, date->month)))
		return accord_error_set(err, ACCORD_EINPUT, "%s %d has no day %d",
					month_names[date->month - 1], date->year, date->day);
	if (date->hour == 24) {
		if (date->minute || date->second)
			return accord_error_set(err, ACCORD_EINPUT, "24:%02d is no time", date->minute);
		next_day(date);
	}
	if (date->hour > 24)
		return accord_error_set(err, ACCORD_EINPUT, "there is no hour %d", date->hour);
	return ACCORD_OK;
}

static bool names_noon(accord_slice text)
{
	for (size_t i = 1; i + 1 < text.len; i++)
		if ((text.data[i + 1] | 32) == 'm' &&
		    ((text.data[i] | 32) == 'a' || (text.data[i] | 32) == 'p') &&
		    (text.data[i - 1] == ' ' || digit(text.data + i - 1, text.data + i)))
			return true;
	return false;
}

accord_status accord_feed_date_read(accord_slice text, accord_feed_date *date, accord_error *err)
{
	*date = (accord_feed_date){0};
	text = accord_slice_trim(text);
	if (!text.len)
		return accord_error_set(err, ACCORD_EINPUT, "an empty date");
	if (text.len > 200)
		text.len = 200;
	struct reader reader = {
		.at = text.data, .end = text.data + text.len, .date = date, .us = names_noon(text)};
	if (!read_epoch(&reader) && !read_iso(&reader))
		*date = (accord_feed_date){0};
	read_rest(&reader);
	settle(&reader);
	if (reader.bad_clock)
		return accord_error_set(err, ACCORD_EINPUT, "there is no such time of day");
	return check(date, err);
}

size_t accord_feed_date_text(const accord_feed_date *date, char *buffer)
{
	int n = snprintf(buffer, ACCORD_FEED_DATE_SIZE, "%04d", date->year % 10000);
	if (date->month)
		n += snprintf(buffer + n, ACCORD_FEED_DATE_SIZE - (size_t)n, "-%02d", date->month % 100);
	if (date->month && date->day)
		n += snprintf(buffer + n, ACCORD_FEED_DATE_SIZE - (size_t)n, "-%02d", date->day % 100);
	if (!date->has_time)
		return (size_t)n;
	n += snprintf(buffer + n, ACCORD_FEED_DATE_SIZE - (size_t)n, "T%02d:%02d:%02d", date->hour % 100,
		      date->minute % 100, date->second % 100);
	if (date->zulu && !date->offset)
		n += snprintf(buffer + n, ACCORD_FEED_DATE_SIZE - (size_t)n, "Z");
	else if (date->has_offset) {
		int offset = date->offset < 0 ? -date->offset : date->offset;
		n += snprintf(buffer + n, ACCORD_FEED_DATE_SIZE - (size_t)n, "%c%02d:%02d",
			      date->offset < 0 ? '-' : '+', offset / 60 % 100, offset % 60);
	}
	return (size_t)n;
}
