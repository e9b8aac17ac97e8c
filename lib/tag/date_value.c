/*
 * The fields of a date rule; templates are told in date_template.c.
 *
 *   value     the value, `none` if the words are no date
 *   narrative, nowadays   the value instead, in a narrative; where "today" means these days
 *   past, future  the value instead where the nearest verb points there
 *   otherwise the value where the first has nothing to count from
 *   whole     a unit: the value is the one of them that has it (the quarter that ended on 30 September)
 *   easter    days from Easter, whose year the value tells
 *   counted   `last`: that value is counted from the date mentioned last, where there is one
 *   steps     direction and number of steps for a value without a year: -1 the last one
 *   nth       the nth `unit` or weekday within the value
 *   begin, end  of a range;  mod;  type;  span: the capture that is the date, the words around it being
 * context
 */
#include "choose.h"
#include "date.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static accord_slice class_value(const struct date_reading *r, const accord_binding *b, const char *name)
{
	return match_class_value(r->a->rules, r->items, b, name);
}

static bool expand_field(const struct date_reading *r, const accord_match *m, const char *field,
			 char out[TIMEX_SIZE])
{
	accord_slice t = accord_rule_field(m->rule, field);
	return t.len && expand_template(r, m, t, out);
}

static int steps_of(const struct date_reading *r, const accord_match *m)
{
	char text[TIMEX_SIZE];
	return expand_field(r, m, "steps", text) ? atoi(text) : 0;
}

/* "letzter Montag im März", "the third week of 2018". */
static bool apply_nth(const struct date_reading *r, const accord_match *m, char value[TIMEX_SIZE])
{
	char text[TIMEX_SIZE], out[TIMEX_SIZE];
	const accord_binding *day = match_binding(m, accord_slice_of("weekday")),
			     *unit = match_binding(m, accord_slice_of("unit"));
	if (!accord_rule_field(m->rule, "nth").len)
		return true;
	if (!expand_field(r, m, "nth", text) || (!day && !unit))
		return false;
	accord_slice of = day ? class_value(r, day, "weekday") : class_value(r, unit, "time_unit");
	if (!of.len || !timex_within(value, day ? GRAIN_DAY : timex_grain_from(of),
				     day ? of.data[0] - '0' : 0, atoi(text), out))
		return false;
	memcpy(value, out, TIMEX_SIZE);
	return true;
}

static bool apply_whole(const accord_match *m, char value[TIMEX_SIZE])
{
	struct time_point p;
	accord_slice unit = accord_rule_field(m->rule, "whole");
	if (!unit.len)
		return true;
	if (!timex_read(value, &p) || !p.day.month || p.day.year < 1000)
		return false;
	switch (timex_grain_from(unit)) {
	case GRAIN_QUARTER:
		return snprintf(value, TIMEX_SIZE, "%04d-Q%d", p.day.year, (p.day.month + 2) / 3) > 0;
	case GRAIN_WEEK:
		return p.grain == GRAIN_DAY && timex_week_of(p.day, value);
	default:
		return false;
	}
}

static bool apply_easter(const struct date_reading *r, const accord_match *m, char value[TIMEX_SIZE])
{
	struct time_point p;
	char text[TIMEX_SIZE];
	if (!accord_rule_field(m->rule, "easter").len)
		return true;
	if (!expand_field(r, m, "easter", text) || !timex_read(value, &p) || p.grain < GRAIN_YEAR ||
	    p.day.year < 1583)
		return false;
	struct day d = calendar_day(calendar_easter(p.day.year) + atoi(text));
	return snprintf(value, TIMEX_SIZE, "%04d-%02d-%02d", d.year, d.month, d.day) > 0;
}

/* A day without a month beside a weekday: "Thursday 21", "Freitag, der 13." */
static bool apply_weekday(const struct date_reading *r, const accord_match *m, char value[TIMEX_SIZE])
{
	const accord_binding *b = match_binding(m, accord_slice_of("weekday"));
	if (!b || strncmp(value, "XXXX-XX-", 8) != 0 || value[8] < '0' || value[8] > '3')
		return true;
	accord_slice weekday = class_value(r, b, "weekday");
	return weekday.len == 1 && timex_day_on(&r->time, weekday.data[0] - '0', atoi(value + 8),
						tense_near(r, m->first, m->last), value);
}

static bool complete(const struct date_reading *r, const accord_match *m, char value[TIMEX_SIZE],
		     bool *guessed)
{
	if (strncmp(value, "XXXX", 4) != 0)
		return timex_complete(&r->time, value, TENSE_UNKNOWN, 0, guessed);
	if (accord_rule_field(m->rule, "counted").len && r->time.last.grain >= GRAIN_MONTH) {
		struct time_context story = r->time;
		story.narrative = true;
		return timex_complete(&story, value, TENSE_UNKNOWN, steps_of(r, m), guessed);
	}
	return timex_complete(&r->time, value, tense_near(r, m->first, m->last), steps_of(r, m), guessed);
}

/* "vom 3. März bis 5. Juni 2019": the first day is of the same year. */
static void lend_year(struct found_date *d, bool begin_guessed, bool end_guessed)
{
	struct time_point b, e;
	if (begin_guessed == end_guessed || !timex_read(d->begin, &b) || !timex_read(d->end, &e) ||
	    b.day.year < 1000 || e.day.year < 1000)
		return;
	struct time_point *to = begin_guessed ? &b : &e;
	char *text = begin_guessed ? d->begin : d->end;
	int year = begin_guessed ? e.day.year : b.day.year;
	int earlier = b.day.month * 40 + b.day.day, later = e.day.month * 40 + e.day.day;
	if (to->grain == GRAIN_YEAR || (to->grain != GRAIN_DAY && to->grain != GRAIN_MONTH))
		return;
	year += earlier > later ? (begin_guessed ? -1 : 1) : 0;
	if (year < 1000 || year > 9999)
		return;
	char digits[16];
	snprintf(digits, sizeof digits, "%04d", year);
	memcpy(text, digits, 4);
}

/* "from May to March": where both years were guessed, the end is the first one after the begin. Weekdays keep
 * to their week. */
static void follow_year(struct found_date *d)
{
	struct time_point b, e;
	if (!timex_read(d->begin, &b) || !timex_read(d->end, &e) || b.grain != e.grain ||
	    (b.grain != GRAIN_DAY && b.grain != GRAIN_MONTH) || b.day.year < 1000)
		return;
	int from = b.day.month * 40 + b.day.day, to = e.day.month * 40 + e.day.day;
	int64_t days = calendar_number((struct day){e.day.year, e.day.month, e.day.day ? e.day.day : 1}) -
		       calendar_number((struct day){b.day.year, b.day.month, b.day.day ? b.day.day : 1});
	if ((days >= 0 && days < 366) || (b.grain == GRAIN_DAY && days > -7))
		return;
	char digits[16];
	snprintf(digits, sizeof digits, "%04d", (b.day.year + (to < from)) % 10000);
	memcpy(d->end, digits, 4);
}

static bool point_guessed(const struct date_reading *r, const accord_match *m, const char *field,
			  bool guessed)
{
	accord_slice t = accord_rule_field(m->rule, field);
	if (t.len < 3 || t.data[0] != '{')
		return guessed;
	const accord_binding *b = match_binding(m, (accord_slice){t.data + 1, t.len - 2});
	return b && r->items[b->first].kind == ACCORD_ITEM_DATE ? r->found[r->items[b->first].entity].guessed
								: guessed;
}

static bool read_range(const struct date_reading *r, const accord_match *m, struct found_date *d)
{
	bool begin_guessed, end_guessed;
	if (!expand_field(r, m, "begin", d->begin) || !expand_field(r, m, "end", d->end) ||
	    !complete(r, m, d->begin, &begin_guessed) || !complete(r, m, d->end, &end_guessed))
		return false;
	begin_guessed = point_guessed(r, m, "begin", begin_guessed);
	end_guessed = point_guessed(r, m, "end", end_guessed);
	lend_year(d, begin_guessed, end_guessed);
	if (begin_guessed && end_guessed)
		follow_year(d);
	struct time_point b, e;
	if (!timex_read(d->begin, &b) || !timex_read(d->end, &e) || b.grain < GRAIN_YEAR ||
	    e.grain < GRAIN_YEAR)
		return false;
	if (!timex_between(d->begin, d->end, d->value)) {
		/* the week after: "from Friday to Tuesday" */
		if (b.grain != GRAIN_DAY || e.grain != GRAIN_DAY || !begin_guessed || !end_guessed)
			return false;
		int64_t end = calendar_number(e.day);
		while (end <= calendar_number(b.day))
			end += 7;
		struct day moved = calendar_day(end);
		if (end - calendar_number(b.day) > 6 || moved.year > 9999 || moved.year < 0)
			return false;
		snprintf(d->end, TIMEX_SIZE, "%04d-%02d-%02d", moved.year, moved.month, moved.day);
		timex_between(d->begin, d->end, d->value);
	}
	d->guessed = begin_guessed && end_guessed;
	return true;
}

static accord_timex_type type_of(const accord_match *m, const char *value)
{
	accord_slice written = accord_rule_field(m->rule, "type");
	static const char *const names[] = {"DATE", "TIME", "DURATION", "SET"};
	for (int i = 0; i < 4; i++)
		if (accord_slice_is(written, names[i]))
			return (accord_timex_type)i;
	if (value[0] == 'P' && ((value[1] >= '0' && value[1] <= '9') || value[1] == 'X' || value[1] == 'T'))
		return ACCORD_DURATION;
	return strchr(value, 'T') && !strstr(value, "REF") ? ACCORD_TIME : ACCORD_DATE;
}

/* The value of a rule that says another one for what is over or to come. */
static bool expand_by_tense(const struct date_reading *r, const accord_match *m, char out[TIMEX_SIZE])
{
	if (!accord_rule_field(m->rule, "past").len && !accord_rule_field(m->rule, "future").len)
		return false;
	enum tense tense = tense_near(r, m->first, m->last);
	return (tense == TENSE_PAST && expand_field(r, m, "past", out)) ||
	       ((tense == TENSE_FUTURE || tense == TENSE_PRESENT) && expand_field(r, m, "future", out));
}

static bool read_value(const struct date_reading *r, const accord_match *m, struct found_date *d)
{
	if (accord_rule_field(m->rule, "begin").len)
		return read_range(r, m, d);
	bool done = (r->time.narrative && expand_field(r, m, "narrative", d->value)) ||
		    (r->nowadays && expand_field(r, m, "nowadays", d->value)) ||
		    expand_by_tense(r, m, d->value) || expand_field(r, m, "value", d->value) ||
		    expand_field(r, m, "otherwise", d->value);
	if (!done)
		return false;
	if (accord_slice_is(accord_rule_field(m->rule, "type"), "SET"))
		return true; /* every Monday is no Monday */
	if (!apply_weekday(r, m, d->value) || !complete(r, m, d->value, &d->guessed) || !apply_nth(r, m, d->value) ||
	    !apply_whole(m, d->value) || !apply_easter(r, m, d->value))
		return false;
	accord_slice value = accord_rule_field(m->rule, "value");
	if (value.len && value.data[0] == '{')
		d->guessed = point_guessed(r, m, "value", d->guessed);
	return true;
}

bool read_date(struct date_reading *r, const accord_match *m, struct found_date *d)
{
	r->afternoon = match_binding(m, accord_slice_of("pm")) != NULL;
	r->anchored = match_binding(m, accord_slice_of("day")) || match_binding(m, accord_slice_of("year"));
	*d = (struct found_date){.first = m->first, .last = m->last};
	uint32_t first, last;
	match_span(m, &first, &last);
	d->timex = (accord_timex){.span = {ACCORD_TEXT, r->items[first].start, r->items[last].end}};
	if (accord_slice_is(accord_rule_field(m->rule, "value"), "none")) {
		d->discard = true;
		return true;
	}
	if (!read_value(r, m, d))
		return false;
	char mod[TIMEX_SIZE];
	if (expand_field(r, m, "mod", mod))
		snprintf(d->mod, sizeof d->mod, "%.7s", mod);
	d->timex.type = d->begin[0] ? ACCORD_DURATION : type_of(m, d->value);
	return true;
}
