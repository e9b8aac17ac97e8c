/* Dates in attributes and around headlines; page_date.h says which. A hand-written reader over the bytes, no
 * step back by more than one date. */
#include "page_date.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

struct month {
	char name[12];
	uint8_t number;
};

/* Beginnings of month names, folded; longer ones first where one begins another. */
static const struct month months[] = {
	{"january", 1},   {"jänner", 1},     {"januar", 1},     {"gennaio", 1},   {"janvier", 1},
	{"enero", 1},     {"januari", 1},    {"janeiro", 1},    {"jan", 1},       {"gen", 1},
	{"february", 2},  {"februar", 2},    {"febbraio", 2},   {"février", 2},   {"febrero", 2},
	{"feber", 2},     {"feb", 2},        {"march", 3},      {"märz", 3},      {"maerz", 3},
	{"marzo", 3},     {"mars", 3},       {"mär", 3},        {"mar", 3},       {"mrz", 3},
	{"april", 4},     {"aprile", 4},     {"avril", 4},      {"abril", 4},     {"apr", 4},
	{"maggio", 5},    {"may", 5},        {"mayo", 5},       {"mai", 5},       {"mag", 5},
	{"june", 6},      {"juni", 6},       {"giugno", 6},     {"juin", 6},      {"junio", 6},
	{"jun", 6},       {"giu", 6},        {"july", 7},       {"juli", 7},      {"luglio", 7},
	{"juillet", 7},   {"julio", 7},      {"jul", 7},        {"lug", 7},       {"august", 8},
	{"agosto", 8},    {"août", 8},       {"aug", 8},        {"ago", 8},       {"september", 9},
	{"settembre", 9}, {"septembre", 9},  {"septiembre", 9}, {"sept", 9},      {"sep", 9},
	{"set", 9},       {"october", 10},   {"oktober", 10},   {"ottobre", 10},  {"octobre", 10},
	{"octubre", 10},  {"oct", 10},       {"okt", 10},       {"ott", 10},      {"november", 11},
	{"novembre", 11}, {"noviembre", 11}, {"nov", 11},       {"december", 12}, {"dezember", 12},
	{"dicembre", 12}, {"décembre", 12},  {"diciembre", 12}, {"dec", 12},      {"dez", 12},
	{"dic", 12},
};

struct reader {
	const char *at, *end;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A letter, or a byte of one beyond ASCII. */
static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0xC3;
}

/* `least` to `most` digits and no further one; -1 if they are not there. */
static int read_number(struct reader *r, int least, int most)
{
	int value = 0, n = 0;
	const char *at = r->at;
	while (at < r->end && is_digit(*at) && n <= most) {
		value = value * 10 + (*at++ - '0');
		n++;
	}
	if (n < least || n > most)
		return -1;
	r->at = at;
	return value;
}

static bool read_char(struct reader *r, char c)
{
	if (r->at >= r->end || *r->at != c)
		return false;
	r->at++;
	return true;
}

static void skip_blanks(struct reader *r)
{
	while (r->at < r->end && (*r->at == ' ' || *r->at == '\n' || *r->at == '\t'))
		r->at++;
}

static bool read_word(struct reader *r, const char *word)
{
	size_t len = strlen(word);
	if ((size_t)(r->end - r->at) < len || strncasecmp(r->at, word, len) != 0)
		return false;
	if ((size_t)(r->end - r->at) > len && is_letter(r->at[len]))
		return false;
	r->at += len;
	return true;
}

static int read_month(struct reader *r)
{
	size_t left = (size_t)(r->end - r->at);
	for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
		size_t len = strnlen(months[i].name, sizeof months[i].name);
		if (left < len || strncasecmp(r->at, months[i].name, len) != 0)
			continue;
		if (left > len && is_letter(r->at[len]))
			continue;
		r->at += len;
		read_char(r, '.');
		return months[i].number;
	}
	return -1;
}

static bool plausible(int year, int month, int day)
{
	static const uint8_t days[] = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return year >= 1995 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= days[month];
}

static bool set_day(struct page_date *date, int year, int month, int day)
{
	if (year >= 0 && year < 100)
		year += 2000;
	if (!plausible(year, month, day))
		return false;
	*date = (struct page_date){.year = (int16_t)year,
				   .month = (uint8_t)month,
				   .day = (uint8_t)day,
				   .hour = -1,
				   .minute = -1,
				   .second = -1,
				   .offset = PAGE_NO_OFFSET};
	return true;
}

/* "+01:00", "+0100", "Z", " GMT+1". */
static void read_offset(struct reader *r, struct page_date *date)
{
	struct reader try = *r;
	skip_blanks(&try);
	if (read_word(&try, "z") || read_word(&try, "gmt") || read_word(&try, "utc")) {
		date->offset = 0;
		*r = try;
		return;
	}
	int sign = read_char(&try, '+') ? 1 : read_char(&try, '-') ? -1 : 0;
	if (!sign)
		return;
	int hours = read_number(&try, 2, 2), minutes = 0;
	if (hours < 0) {
		int both = read_number(&try, 4, 4);
		if (both < 0)
			return;
		hours = both / 100;
		minutes = both % 100;
	} else if (read_char(&try, ':')) {
		minutes = read_number(&try, 2, 2);
	}
	if (hours > 14 || minutes < 0 || minutes > 59)
		return;
	date->offset = (int16_t)(sign * (hours * 60 + minutes));
	*r = try;
}

/* "17:06[:30[.123]]", "17.06 Uhr", "5:06 pm". */
static bool read_clock(struct reader *r, struct page_date *date)
{
	struct reader try = *r;
	int hour = read_number(&try, 1, 2);
	if (hour < 0 || hour > 24)
		return false;
	bool dotted = try.at < try.end && *try.at == '.';
	if (try.at >= try.end || (*try.at != ':' && *try.at != '.' && (*try.at | 32) != 'h'))
		return false;
	try.at++;
	int minute = read_number(&try, 2, 2), second = -1;
	if (minute < 0 || minute > 59)
		return false;
	if (!dotted && read_char(&try, ':')) {
		second = read_number(&try, 2, 2);
		if (second > 59)
			second = -1;
		if (read_char(&try, '.') || read_char(&try, ','))
			while (try.at < try.end && is_digit(*try.at))
				try.at++;
	}
	struct reader behind = try;
	skip_blanks(&behind);
	if (dotted && !(behind.at < behind.end && (*behind.at | 32) == 'u'))
		return false;
	if (read_word(&behind, "pm") || read_word(&behind, "p.m")) {
		hour += hour < 12 ? 12 : 0;
		try = behind;
	} else if (read_word(&behind, "am") || read_word(&behind, "a.m")) {
		hour = hour == 12 ? 0 : hour;
		try = behind;
	} else if (read_word(&behind, "uhr")) {
		try = behind;
	}
	if (hour == 24)
		return false;
	date->hour = (int8_t)hour;
	date->minute = (int8_t)minute;
	date->second = (int8_t)second;
	*r = try;
	read_offset(r, date);
	return true;
}

/* What may stand between day and clock: ", um", " - ", "| ore", "alle ore", "T". */
static void read_time_behind(struct reader *r, struct page_date *date)
{
	static const char *const words[] = {"um", "ore", "alle", "at", "h", "t", "o", "kl", "à", "a", "las"};
	struct reader try = *r;
	for (int steps = 0; steps < 6; steps++) {
		if (read_clock(&try, date)) {
			*r = try;
			return;
		}
		const char *before = try.at;
		skip_blanks(&try);
		while (try.at < try.end && strchr(",-|/(;.", *try.at) && *try.at)
			try.at++;
		while (try.end - try.at > 2 && (unsigned char)try.at[0] == 0xE2 &&
		       (unsigned char)try.at[1] == 0x80)
			try.at += 3;
		if (try.end - try.at > 1 && (unsigned char)try.at[0] == 0xC2)
			try.at += 2;
		for (size_t i = 0; i < sizeof words / sizeof *words; i++)
			if (read_word(&try, words[i]))
				break;
		if (try.at < try.end && (*try.at == 'T' || *try.at == 't') && try.at + 1 < try.end &&
		    is_digit(try.at[1]))
			try.at++;
		if (try.at == before)
			return;
	}
}

/* Four digits first: 2019-11-05, 2019/11/05, 2019.11.05, 20191105. */
static bool read_year_first(struct reader *r, struct page_date *date)
{
	struct reader try = *r;
	int whole = read_number(&try, 8, 8);
	if (whole > 0 && set_day(date, whole / 10000, whole / 100 % 100, whole % 100)) {
		*r = try;
		return true;
	}
	try = *r;
	int year = read_number(&try, 4, 4);
	if (year < 1995 || try.at >= try.end)
		return false;
	char mark = *try.at;
	if (mark != '-' && mark != '/' && mark != '.')
		return false;
	try.at++;
	int month = read_number(&try, 1, 2);
	if (month < 0 || !read_char(&try, mark))
		return false;
	int day = read_number(&try, 1, 2);
	if (day < 0 || !set_day(date, year, month, day))
		return false;
	*r = try;
	return true;
}

/* 05.11.2019, 5/11/19, 05-11-2019, 5. November 2019, 5 nov. 2019, 5th of November, 2019. */
static bool read_day_first(struct reader *r, bool month_first, struct page_date *date)
{
	struct reader try = *r;
	int day = read_number(&try, 1, 2);
	if (day < 1 || try.at >= try.end)
		return false;
	char mark = *try.at;
	if (mark == '.' || mark == '/' || mark == '-') {
		struct reader numeric = try;
		numeric.at++;
		if (mark == '.')
			skip_blanks(&numeric);
		int month = read_number(&numeric, 1, 2);
		if (month > 0 && read_char(&numeric, mark)) {
			if (mark == '.')
				skip_blanks(&numeric);
			struct reader digits = numeric;
			int year = read_number(&numeric, 4, 4);
			if (year < 0) {
				numeric = digits;
				year = mark == '-' ? -1 : read_number(&numeric, 2, 2);
			}
			if (month > 12 || (month_first && mark == '/' && day <= 12)) {
				int swap = day;
				day = month;
				month = swap;
			}
			/* 1.2.2019.4 is a version. */
			if (numeric.end - numeric.at > 1 && *numeric.at == '.' && is_digit(numeric.at[1]))
				return false;
			if (year >= 0 && (year >= 1995 || (year >= 5 && year < 50)) &&
			    set_day(date, year, month, day)) {
				*r = numeric;
				return true;
			}
			return false;
		}
	}
	if (try.end - try.at > 1 && (unsigned char)try.at[0] == 0xC2) /* 1° maggio */
		try.at += 2;
	else if (!read_char(&try, '.') && !read_word(&try, "st") && !read_word(&try, "nd") &&
		 !read_word(&try, "rd"))
		read_word(&try, "th");
	skip_blanks(&try);
	if (read_word(&try, "of") || read_word(&try, "de"))
		skip_blanks(&try);
	if (read_char(&try, '-') || read_char(&try, '/'))
		skip_blanks(&try);
	int month = read_month(&try);
	if (month < 0)
		return false;
	while (try.at < try.end &&
	       (*try.at == ' ' || *try.at == ',' || *try.at == '.' || *try.at == '-' || *try.at == '/'))
		try.at++;
	if (read_word(&try, "de") || read_word(&try, "del"))
		skip_blanks(&try);
	read_char(&try, '\'');
	struct reader digits = try;
	int year = read_number(&try, 4, 4);
	if (year < 0) {
		try = digits;
		year = read_number(&try, 2, 2);
		if (year < 5 || year > 49 || (try.at < try.end && (*try.at == ':' || *try.at == '.')))
			return false;
	}
	if (!set_day(date, year, month, day))
		return false;
	*r = try;
	return true;
}

/* November 5, 2019; Nov. 5th 2019. */
static bool read_month_first(struct reader *r, struct page_date *date)
{
	struct reader try = *r;
	int month = read_month(&try);
	if (month < 0)
		return false;
	skip_blanks(&try);
	int day = read_number(&try, 1, 2);
	if (day < 1)
		return false;
	if (!read_word(&try, "st") && !read_word(&try, "nd") && !read_word(&try, "rd"))
		read_word(&try, "th");
	while (try.at < try.end && (*try.at == ' ' || *try.at == ',' || *try.at == '.'))
		try.at++;
	int year = read_number(&try, 4, 4);
	if (year < 0 || !set_day(date, year, month, day))
		return false;
	*r = try;
	return true;
}

bool page_date_find(accord_slice text, bool month_first, struct page_date *date, size_t *begin, size_t *end)
{
	if (!text.len)
		return false;
	struct reader r = {text.data, text.data + text.len};
	bool inside = false; /* of a word or number */
	while (r.at < r.end) {
		const char *from = r.at;
		char c = *from;
		bool found = false;
		if (!inside && is_digit(c))
			found = read_year_first(&r, date) || read_day_first(&r, month_first, date);
		else if (!inside && is_letter(c))
			found = read_month_first(&r, date);
		if (found) {
			read_time_behind(&r, date);
			if (begin)
				*begin = (size_t)(from - text.data);
			if (end)
				*end = (size_t)(r.at - text.data);
			return true;
		}
		inside = is_digit(c) || is_letter(c);
		r.at = from + 1;
	}
	return false;
}

bool page_date_in_url(accord_slice url, struct page_date *date)
{
	if (!url.len)
		return false;
	struct reader r = {url.data, url.data + url.len};
	bool inside = false;
	while (r.at < r.end) {
		const char *from = r.at;
		if (!inside && is_digit(*from)) {
			struct reader try = r;
			int year = read_number(&try, 4, 4);
			char mark = try.at < try.end ? *try.at : 0;
			if (year >= 1995 && (mark == '/' || mark == '-')) {
				try.at++;
				int month = read_number(&try, 1, 2);
				if (month < 0)
					month = read_month(&try);
				if (month > 0 && read_char(&try, mark)) {
					int day = read_number(&try, 1, 2);
					if (day > 0 && set_day(date, year, month, day))
						return true;
				}
			}
			try = r;
			int whole = read_number(&try, 8, 8);
			if (whole > 0 && set_day(date, whole / 10000, whole / 100 % 100, whole % 100))
				return true;
		}
		inside = is_digit(*from);
		r.at = from + 1;
	}
	return false;
}

accord_slice page_date_text(accord_arena *arena, const struct page_date *date)
{
	char text[48];
	int n = snprintf(text, sizeof text, "%04d-%02u-%02u", date->year, date->month, date->day);
	if (date->hour >= 0) {
		n += snprintf(text + n, sizeof text - (size_t)n, "T%02d:%02d", date->hour, date->minute);
		if (date->second >= 0)
			n += snprintf(text + n, sizeof text - (size_t)n, ":%02d", date->second);
		if (date->offset != PAGE_NO_OFFSET) {
			int minutes = date->offset < 0 ? -date->offset : date->offset;
			n += snprintf(text + n, sizeof text - (size_t)n, "%c%02d:%02d",
				      date->offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
		}
	}
	char *copy = accord_arena_copy(arena, text, (size_t)n);
	return (accord_slice){copy, copy ? (size_t)n : 0};
}

/* https://howardhinnant.github.io/date_algorithms.html, days_from_civil */
int32_t page_date_day_number(const struct page_date *date)
{
	int32_t year = date->year - (date->month <= 2), era = year / 400, of_era = year - era * 400;
	int32_t of_year = (153 * (date->month + (date->month > 2 ? -3 : 9)) + 2) / 5 + date->day - 1;
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year;
}

static int days_in(int year, int month)
{
	static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100) || year % 400 == 0;
	return days[month - 1] + (month == 2 && leap);
}

/* From the last Sunday of March to the last of October, each time at 01:00 UTC. */
static bool is_summer(const struct page_date *date)
{
	if (date->month < 3 || date->month > 10)
		return false;
	if (date->month > 3 && date->month < 10)
		return true;
	struct page_date last = *date;
	last.day = 31;
	/* Day number 3 of the algorithm's era (0000-03-04) was a Saturday: 4 is a Sunday. */
	int32_t sunday = 31 - (page_date_day_number(&last) + 3) % 7;
	bool behind = date->day > sunday || (date->day == sunday && date->hour >= 1);
	return date->month == 3 ? behind : !behind;
}

void page_date_to_central_europe(struct page_date *date)
{
	if (date->hour < 0 || date->offset != 0)
		return;
	int hours = is_summer(date) ? 2 : 1;
	date->offset = (int16_t)(hours * 60);
	date->hour = (int8_t)(date->hour + hours);
	if (date->hour < 24)
		return;
	date->hour = (int8_t)(date->hour - 24);
	if (++date->day <= days_in(date->year, date->month))
		return;
	date->day = 1;
	if (++date->month > 12) {
		date->month = 1;
		date->year++;
	}
}

bool page_date_same_day(const struct page_date *a, const struct page_date *b)
{
	return a->year == b->year && a->month == b->month && a->day == b->day;
}
