/*
 * The fields of a date rule; templates are told in date_template.c.
 *
 *   value     the value, `none` if the words are no date
 *   narrative, nowadays   the value instead, in a narrative; where "today" means these days
 *   otherwise the value where the first has nothing to count from
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

static bool complete(const struct date_reading *r, const accord_match *m, char value[TIMEX_SIZE],
		     bool *guessed)
{
	if (strncmp(value, "XXXX", 4) != 0)
		return timex_complete(&r->time, value, TENSE_UNKNOWN, 0, guessed);
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

static bool read_value(const struct date_reading *r, const accord_match *m, struct found_date *d)
{
	if (accord_rule_field(m->rule, "begin").len)
		return read_range(r, m, d);
	bool done = (r->time.narrative && expand_field(r, m, "narrative", d->value)) ||
		    (r->nowadays && expand_field(r, m, "nowadays", d->value)) ||
		    expand_field(r, m, "value", d->value) || expand_field(r, m, "otherwise", d->value);
	if (!done)
		return false;
	if (accord_slice_is(accord_rule_field(m->rule, "type"), "SET"))
		return true; /* every Monday is no Monday */
	if (!complete(r, m, d->value, &d->guessed) || !apply_nth(r, m, d->value))
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
	if (accord_slice_is(accord_rule_field(m->rule, "value"), "none")) {
		d->discard = true;
		return true;
	}
	if (!read_value(r, m, d))
		return false;
	char mod[TIMEX_SIZE];
	if (expand_field(r, m, "mod", mod))
		snprintf(d->mod, sizeof d->mod, "%.7s", mod);
	uint32_t first, last;
	match_span(m, &first, &last);
	d->timex = (accord_timex){.span = {ACCORD_TEXT, r->items[first].start, r->items[last].end}};
	d->timex.type = d->begin[0] ? ACCORD_DURATION : type_of(m, d->value);
	return true;
}
