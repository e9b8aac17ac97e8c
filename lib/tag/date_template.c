/*
 * The templates of date rules: text with captures in braces.
 *
 *   {year} {month} {day} {hour} {minute}   with the digits that ISO 8601 wants; {n} {weekday} {quarter} … as they are
 *   {year-1} {unit+n} {day+rel}            so many units from the day of publication (in a narrative: from the last date)
 *   {unit-n,unit2-n2}                      first the one, then the other
 *   {last.day+n} {near.month+n}            from the date mentioned last; from that of this sentence
 *   {like.year-1}                          as fine as that
 *   {numeric} {clock}                      5.11.2019, 5/11/2019, 2019-11-05 in the order of the language; 17.30
 *   {point} {point.year} {point.month}     the value of a date found before; cut to its year, to its month (of a day only)
 *   {point.hour}                           its time of the day, with the T before it
 *
 * What a captured word stands for says the class of the capture's name (digits behind the name do not count:
 * month2).
 */
#include "choose.h"
#include "date.h"
#include "number.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NAME_SIZE 24

static accord_slice class_value(const struct date_reading *r, const accord_binding *b, const char *name)
{
	return match_class_value(r->a->rules, r->items, b, name);
}

static void base_name(accord_slice name, char out[NAME_SIZE])
{
	size_t n = name.len < NAME_SIZE - 1 ? name.len : NAME_SIZE - 1;
	memcpy(out, name.data, n);
	while (n && out[n - 1] >= '0' && out[n - 1] <= '9')
		n--;
	out[n] = '\0';
}

static accord_slice capture_text(const struct date_reading *r, const accord_binding *b)
{
	const char *start = r->items[b->first].text.data;
	accord_slice last = r->items[b->last].text;
	return (accord_slice){start, (size_t)(last.data + last.len - start)};
}

static bool capture_number(const struct date_reading *r, const accord_binding *b, const char *base,
			   double *value)
{
	accord_slice own = class_value(r, b, base);
	char text[16];
	if (own.len && own.len < sizeof text) {
		char *end;
		memcpy(text, own.data, own.len);
		text[own.len] = '\0';
		*value = strtod(text, &end);
		return end != text;
	}
	static const char *const others[] = {"roman", "hundreds"};
	for (size_t i = 0; i < 2; i++) {
		accord_slice v = class_value(r, b, others[i]);
		if (v.len && number_from_digits(v, "en", value))
			return true;
	}
	if (number_from_items(r->a->rules, r->a->lang, r->items, b->first, b->last, value))
		return true;
	accord_slice t = capture_text(r, b); /* 15th, 1º, 15te, Q3, '90 */
	size_t at = 0;
	while (at < t.len && (t.data[at] < '0' || t.data[at] > '9'))
		at++;
	if (at == t.len || at > 4)
		return false;
	*value = 0;
	for (size_t n = 0; at < t.len && t.data[at] >= '0' && t.data[at] <= '9' && n < 9; at++, n++)
		*value = *value * 10 + (t.data[at] - '0');
	return true;
}

/* Two digits are a year near the time of publication. */
static int full_year(const struct date_reading *r, int year, size_t digits)
{
	if (year >= 100 || digits > 2)
		return year;
	int today = r->time.dated ? r->time.today.year : 2020, century = today / 100 * 100;
	return year <= today % 100 + 12 ? century + year : century - 100 + year;
}

struct output {
	char *text;
	size_t len;
	bool failed;
};

static void put(struct output *o, const char *text, size_t len)
{
	if (o->len + len >= TIMEX_SIZE) {
		o->failed = true;
		return;
	}
	memcpy(o->text + o->len, text, len);
	o->len += len;
	o->text[o->len] = '\0';
}

static void put_number(struct output *o, const char *format, int n)
{
	char text[24];
	snprintf(text, sizeof text, format, n);
	put(o, text, strlen(text));
}

/* "3" and "Y" are P3Y, "2" and "H" PT2H: clock units put a T behind the P. */
static bool put_unit(struct output *o, accord_slice unit)
{
	bool clock;
	const char *letters = timex_unit_letters(timex_grain_from(unit), &clock);
	if (!letters)
		return false;
	if (clock && o->text[0] == 'P' && o->text[1] != 'T' && o->len + 2 < TIMEX_SIZE) {
		memmove(o->text + 2, o->text + 1, o->len);
		o->text[1] = 'T';
		o->len++;
	}
	put(o, letters, strlen(letters));
	return true;
}

static bool put_numeric(const struct date_reading *r, struct output *o, accord_slice t)
{
	int n[3] = {0, 0, 0};
	size_t len[3] = {0, 0, 0}, k = 0;
	char mark = 0;
	for (size_t i = 0; i < t.len && k < 3; i++) {
		if (t.data[i] >= '0' && t.data[i] <= '9') {
			if (++len[k] > 4)
				return false;
			n[k] = n[k] * 10 + (t.data[i] - '0');
		} else if (len[k]) {
			if (!mark)
				mark = t.data[i];
			k++;
		}
	}
	int parts = (int)k + (k < 3 && len[k] > 0);
	int year, month, day;
	accord_slice lang = r->a->doc->lang;
	bool american =
		r->a->lang[0] == 'e' && mark != '.' && !(lang.len > 4 && strncmp(lang.data, "en-US", 5) != 0);
	if (len[0] == 4) {
		year = n[0], month = n[1], day = n[2];
		if (parts == 2 && month == year % 100 + 1)
			return false; /* 2010-11 are two years */
		if (parts == 2)
			return month >= 1 && month <= 12 &&
			       (put_number(o, "%04d", year), put_number(o, "-%02d", month), true);
	} else if (parts == 2 && len[1] == 4) { /* 5/2019 */
		return n[0] >= 1 && n[0] <= 12 &&
		       (put_number(o, "%04d", n[1]), put_number(o, "-%02d", n[0]), true);
	} else {
		bool month_first = american ? n[0] <= 12 : n[1] > 12 && n[0] <= 12;
		month = month_first ? n[0] : n[1];
		day = month_first ? n[1] : n[0];
		year = parts == 3 ? full_year(r, n[2], len[2]) : -1;
	}
	if (parts < 2 || month < 1 || month > 12 || day < 1 || day > 31)
		return false;
	if (year < 0)
		put(o, "XXXX", 4);
	else
		put_number(o, "%04d", year);
	put_number(o, "-%02d", month);
	put_number(o, "-%02d", day);
	return true;
}

/* "day+rel" in its parts: how many of which unit. */
struct shift {
	enum time_grain grain;
	double n;
};

static bool read_shift(const struct date_reading *r, const accord_match *m, accord_slice e,
		       struct shift *shift)
{
	char base[NAME_SIZE];
	size_t sign = 0;
	while (sign < e.len && e.data[sign] != '+' && e.data[sign] != '-')
		sign++;
	if (sign == e.len)
		return false;
	accord_slice name = {e.data, sign}, by = {e.data + sign + 1, e.len - sign - 1};
	const accord_binding *unit = match_binding(m, name), *count = match_binding(m, by);
	double n = 0;
	if (count) {
		base_name(by, base);
		if (!capture_number(r, count, base, &n))
			return false;
	} else {
		for (size_t i = 0; i < by.len; i++) {
			if (by.data[i] < '0' || by.data[i] > '9')
				return false;
			n = n * 10 + (by.data[i] - '0');
		}
	}
	*shift = (struct shift){timex_grain_from(unit ? class_value(r, unit, "time_unit") : name),
				e.data[sign] == '-' ? -n : n};
	/* one and a half years are months, half a century is years */
	if (n != (double)(int)n && shift->grain <= GRAIN_YEAR && shift->grain > GRAIN_NONE) {
		shift->n *= shift->grain == GRAIN_YEAR ? 12 : shift->grain == GRAIN_DECADE ? 10 : 100;
		shift->grain = shift->grain == GRAIN_YEAR ? GRAIN_MONTH : GRAIN_YEAR;
	}
	return n < 100000 && n > -100000;
}

/* "two years and three days ago": the years move the day from which the days are counted. */
static bool move_today(struct time_context *c, const struct shift *by)
{
	int n = (int)by->n;
	if (!c->dated)
		return false;
	switch (by->grain) {
	case GRAIN_DECADE:
	case GRAIN_YEAR:
	case GRAIN_QUARTER:
	case GRAIN_MONTH: {
		int months = by->grain == GRAIN_DECADE ? 120 : by->grain == GRAIN_YEAR ? 12 : by->grain == GRAIN_QUARTER ? 3 : 1;
		c->today = calendar_add_months(c->today, n * months);
		return c->today.year > 0 && c->today.year < 10000;
	}
	case GRAIN_WEEK:
	case GRAIN_DAY:
		c->today = calendar_day(calendar_number(c->today) + n * (by->grain == GRAIN_WEEK ? 7 : 1));
		return c->today.year > 0 && c->today.year < 10000;
	default:
		return false;
	}
}

static bool put_shift(const struct date_reading *r, const accord_match *m, struct output *o, accord_slice e,
		      enum time_origin origin)
{
	char out[TIMEX_SIZE];
	struct shift shift;
	struct time_context time = r->time;
	const char *comma;
	while ((comma = memchr(e.data, ',', e.len)) != NULL) {
		size_t before = (size_t)(comma - e.data);
		if (!read_shift(r, m, (accord_slice){e.data, before}, &shift) || !move_today(&time, &shift))
			return false;
		time.narrative = false;
		e = (accord_slice){comma + 1, e.len - before - 1};
	}
	if (!read_shift(r, m, e, &shift) || !timex_shift(&time, origin, shift.grain, (int)shift.n, out))
		return false;
	put(o, out, strlen(out));
	return true;
}

/* The value of a date found before, cut to its year or month. */
static bool put_point(const struct date_reading *r, struct output *o, const accord_item *item,
		      enum time_grain cut)
{
	const struct found_date *d = &r->found[item->entity];
	struct time_point p;
	if (!d->value[0] || d->begin[0])
		return false;
	if (cut == GRAIN_NONE) {
		put(o, d->value, strlen(d->value));
		return true;
	}
	const char *clock = strchr(d->value, 'T');
	if (cut == GRAIN_HOUR) {
		if (d->timex.type != ACCORD_TIME || !clock || clock[1] < '0' || clock[1] > '9')
			return false;
		put(o, clock, strlen(clock));
		return true;
	}
	if (!timex_read(d->value, &p) || p.grain < GRAIN_YEAR ||
	    (cut == GRAIN_MONTH && p.grain != GRAIN_DAY) ||
	    (cut == GRAIN_DAY && (p.grain != GRAIN_DAY || d->timex.type != ACCORD_DATE)))
		return false;
	put_number(o, p.day.year < 0 ? "BC%04d" : "%04d", abs(p.day.year));
	if (cut != GRAIN_YEAR)
		put_number(o, "-%02d", p.day.month);
	if (cut == GRAIN_DAY)
		put_number(o, "-%02d", p.day.day);
	return true;
}

/* 17.30, 9:05 */
static bool put_clock(struct output *o, accord_slice t, bool afternoon)
{
	int n[2] = {0, 0};
	size_t part = 0;
	for (size_t i = 0; i < t.len && i < 8; i++) {
		if (t.data[i] >= '0' && t.data[i] <= '9')
			n[part] = n[part] * 10 + (t.data[i] - '0');
		else if (++part > 1)
			break;
	}
	n[0] += afternoon && n[0] < 12 ? 12 : 0;
	put_number(o, "%02d", n[0]);
	put_number(o, ":%02d", n[1]);
	return part && n[0] <= 24 && n[1] < 60;
}

static bool has_letter(accord_slice t)
{
	for (size_t i = 0; i < t.len; i++)
		if ((t.data[i] >= 'A' && t.data[i] <= 'Z') || (t.data[i] >= 'a' && t.data[i] <= 'z'))
			return true;
	return false;
}

static bool one_of(accord_slice word, const char *const *list)
{
	for (; *list; list++)
		if (accord_slice_is(word, *list))
			return true;
	return false;
}

/*
 * German and English write months and weekdays with a capital: "may", "march", "sun", "so" are none, nor is
 * "tagen". Long English names pass without; Italian "mar", "set", "ago" need a day or a year beside them.
 */
static bool well_written(const struct date_reading *r, const char *base, const accord_binding *b)
{
	static const char *const words[] = {"august", "mondays", NULL}, *const verbs[] = {"may", "mar",
											  "march", NULL};
	const accord_item *item = &r->items[b->first];
	bool month = !strcmp(base, "month"), weekday = !strcmp(base, "weekday");
	if ((item->text.len && item->text.data[0] >= '0' && item->text.data[0] <= '9') ||
	    item->kind == ACCORD_ITEM_DATE)
		return true;
	switch (r->a->lang[0]) {
	case 'i':
		return !month || item->text.len > 3 || r->anchored;
	case 'e':
		return (!month && !weekday) || (item->flags & ACCORD_ITEM_CAPITAL) ||
		       (item->text.len >= 6 && !one_of(item->text, words)) ||
		       (month && r->anchored && !one_of(item->text, verbs));
	default:
		return (!month && !weekday && strcmp(base, "unit") != 0) ||
		       (item->flags & ACCORD_ITEM_CAPITAL);
	}
}

static bool put_capture(const struct date_reading *r, struct output *o, accord_slice name,
			const accord_binding *b)
{
	char base[NAME_SIZE];
	double n;
	base_name(name, base);
	if (!well_written(r, base, b))
		return false;
	if (r->items[b->first].kind == ACCORD_ITEM_DATE)
		return put_point(r, o, &r->items[b->first], GRAIN_NONE);
	if (!strcmp(base, "numeric"))
		return put_numeric(r, o, capture_text(r, b));
	if (!strcmp(base, "unit"))
		return put_unit(o, class_value(r, b, "time_unit"));
	if (!strcmp(base, "clock"))
		return put_clock(o, capture_text(r, b), r->afternoon);
	accord_slice own = class_value(r, b, base);
	if (has_letter(own) || (own.len && !strcmp(base, "feast"))) {
		put(o, own.data, own.len);
		return true;
	}
	if (!capture_number(r, b, base, &n) || n < -1e6 || n > 1e6)
		return false;
	if (!strcmp(base, "rel") || !strcmp(base, "movable") || !strcmp(base, "sequel") ||
	    !strcmp(base, "nth")) {
		put_number(o, "%d", (int)n);
		return true;
	}
	if (n < 0)
		return false;
	if (!strcmp(base, "year")) {
		accord_slice t = capture_text(r, b);
		size_t digits = 0;
		for (size_t i = 0; i < t.len; i++)
			digits += t.data[i] >= '0' && t.data[i] <= '9';
		put_number(o, "%04d", full_year(r, (int)n, digits ? digits : 4));
		return n < 3000;
	}
	if (!strcmp(base, "month") || !strcmp(base, "day") || !strcmp(base, "hour") ||
	    !strcmp(base, "minute") || !strcmp(base, "week")) {
		n += base[0] == 'h' && r->afternoon && n < 12 ? 12 : 0;
		int most = base[0] == 'd' ? 31 : base[0] == 'h' ? 24 : base[1] == 'o' ? 12 : 59;
		put_number(o, "%02d", (int)n);
		return n <= most && (n > 0 || base[0] == 'h' || base[1] == 'i');
	}
	if (!strcmp(base, "decade")) /* 90 and 1990: 199 */
		put_number(o, "%03d",
			   (int)(n < 100 ? (n >= 30 || !r->time.dated ? 1900 + n : 1900 + n) : n) / 10);
	else if (!strcmp(base, "century"))
		put_number(o, "%02d", (int)n - 1);
	else if (n == (double)(int)n)
		put_number(o, "%d", (int)n);
	else {
		char text[32];
		snprintf(text, sizeof text, "%.4g", n);
		put(o, text, strlen(text));
	}
	return true;
}

/* What stands between braces. */
static bool put_expression(const struct date_reading *r, const accord_match *m, struct output *o,
			   accord_slice e)
{
	static const char *const origins[] = {"", "last.", "near.",
					      "like."}; /* as enum time_origin has them */
	enum time_origin origin = ORIGIN_LIKE;
	while (origin != ORIGIN_TODAY && !(e.len > 5 && !memcmp(e.data, origins[origin], 5)))
		origin--;
	if (origin != ORIGIN_TODAY)
		e = (accord_slice){e.data + 5, e.len - 5};
	for (size_t i = 1; i < e.len; i++)
		if (e.data[i] == '+' || e.data[i] == '-')
			return put_shift(r, m, o, e, origin);
	enum time_grain cut = GRAIN_NONE;
	const char *point = memchr(e.data, '.', e.len);
	if (point) {
		size_t before = (size_t)(point - e.data);
		cut = timex_grain_from((accord_slice){point + 1, e.len - before - 1});
		e.len = before;
	}
	const accord_binding *b = match_binding(m, e);
	if (!b)
		return false;
	if (cut != GRAIN_NONE)
		return r->items[b->first].kind == ACCORD_ITEM_DATE &&
		       put_point(r, o, &r->items[b->first], cut);
	return put_capture(r, o, e, b);
}

bool expand_template(const struct date_reading *r, const accord_match *m, accord_slice t,
		     char out[TIMEX_SIZE])
{
	struct output o = {out, 0, false};
	out[0] = '\0';
	for (size_t i = 0; i < t.len && !o.failed; i++) {
		if (t.data[i] != '{') {
			put(&o, t.data + i, 1);
			continue;
		}
		const char *close = memchr(t.data + i, '}', t.len - i);
		if (!close ||
		    !put_expression(r, m, &o,
				    (accord_slice){t.data + i + 1, (size_t)(close - t.data) - i - 1}))
			return false;
		i = (size_t)(close - t.data);
	}
	return !o.failed && o.len > 0;
}
