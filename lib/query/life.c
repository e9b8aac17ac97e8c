/*
 * The life of a deal: each step of its status with who told it first and in which words, and who had the deal
 * before all others. And where its reports disagree: every value, date, status, type and role that is told,
 * and by how many; copies of another article's text are not counted.
 */
#include "render.h"

#include <accord/period.h>

#include <string.h>

#define NAME_WIDTH 12

static accord_slice slice_of(const accord_buffer *b)
{
	return (accord_slice){b->data ? b->data : "", b->len};
}

static accord_slice day_of(accord_slice time)
{
	return (accord_slice){time.data, time.len < 10 ? time.len : 10};
}

static accord_slice teller(const accord_event_report *r)
{
	return r->site.data ? r->site : r->document;
}

/* The report that took a step: of its document, with its status. */
static const accord_event_report *report_of(const accord_event *e, const accord_event_step *s)
{
	const accord_event_report *found = NULL;
	for (size_t i = 0; i < e->report_count; i++)
		if (accord_slice_equal(e->reports[i].document, s->document) &&
		    (!found || (e->reports[i].deal.status == s->status && found->deal.status != s->status)))
			found = &e->reports[i];
	return found;
}

static void write_step(accord_render *r, accord_buffer *out, const accord_event *e, size_t i)
{
	const accord_event_step *s = &e->history[i];
	const accord_event_report *by = report_of(e, s);
	colour_on(r, out, "2");
	accord_render_text(out, accord_slice_of(i ? "" : "life"), NAME_WIDTH, true);
	colour_off(r, out);
	accord_render_text(out, s->date.data ? s->date : accord_slice_of("–"), 11, true);
	colour_on(r, out, status_colour(s->status));
	accord_render_text(out, accord_slice_of(accord_deal_status_name(s->status)), 10, true);
	colour_off(r, out);
	if (by) {
		accord_buffer_append_char(out, ' ');
		harmless_text(out, teller(by));
		accord_buffer_append_text(out, " (");
		harmless_text(out, by->lang.data ? by->lang : accord_slice_of("?"));
		accord_buffer_append_char(out, ')');
		if (by->published.len && !accord_slice_equal(day_of(by->published), s->date)) {
			accord_buffer_append_text(out, ", told ");
			harmless_text(out, day_of(by->published));
		}
	}
	accord_buffer_append_char(out, '\n');
	if (!by || !by->sentence.len)
		return;
	size_t indent = NAME_WIDTH + 11, width = r->width > indent + 20 ? r->width - indent : 20;
	for (size_t k = 0; k < indent; k++)
		accord_buffer_append_char(out, ' ');
	colour_on(r, out, "2");
	accord_render_text(out, by->sentence, width, false);
	colour_off(r, out);
	accord_buffer_append_char(out, '\n');
}

/* News of its day by an own text: only such a report can have had a deal first. */
static bool counts_as_first(const accord_event_report *r)
{
	return r->fresh && !r->copy_of.data && r->published.len >= 10;
}

bool first_report(const accord_event *e, const accord_event_report **first,
		  const accord_event_report **second, int64_t *days)
{
	accord_period a, b;
	*first = *second = NULL;
	for (size_t i = 0; i < e->report_count && !*second; i++) { /* they stand by time of publication */
		const accord_event_report *r = &e->reports[i];
		if (!counts_as_first(r))
			continue;
		if (!*first)
			*first = r;
		else if (!accord_slice_equal(teller(r), teller(*first)))
			*second = r;
	}
	if (!*second || !accord_period_of(day_of((*first)->published), &a) ||
	    !accord_period_of(day_of((*second)->published), &b))
		return false;
	*days = b.from - a.from;
	return *days >= 0;
}

static void write_first(accord_render *r, accord_buffer *out, const accord_event *e)
{
	const accord_event_report *first, *second;
	int64_t days;
	if (!first_report(e, &first, &second, &days))
		return;
	colour_on(r, out, "2");
	accord_render_text(out, accord_slice_of("first"), NAME_WIDTH, true);
	colour_off(r, out);
	harmless_text(out, teller(first));
	accord_buffer_append_text(out, " (");
	harmless_text(out, first->lang.data ? first->lang : accord_slice_of("?"));
	if (days)
		accord_buffer_append_format(out, "), %lld day%s before ", (long long)days,
					    days == 1 ? "" : "s");
	else
		accord_buffer_append_text(out, "), on the same day as ");
	harmless_text(out, teller(second));
	accord_buffer_append_char(out, '\n');
}

void write_life(accord_render *r, accord_buffer *out, const accord_event *e)
{
	for (size_t i = 0; i < e->history_count; i++)
		write_step(r, out, e, i);
	write_first(r, out, e);
}

/* What is told, and by how many: the texts of one field of the reports. */
struct told {
	accord_buffer text; /* what is written, one text a kind behind the other */
	size_t start[24], end[24], votes[24], count;
};

static void tell(struct told *t, size_t start)
{
	accord_slice new = {t->text.data + start, t->text.len - start};
	for (size_t i = 0; i < t->count; i++)
		if (accord_slice_equal((accord_slice){t->text.data + t->start[i], t->end[i] - t->start[i]},
				       new)) {
			t->votes[i]++;
			t->text.len = start;
			return;
		}
	if (t->count == sizeof t->votes / sizeof *t->votes)
		return;
	t->start[t->count] = start;
	t->end[t->count] = t->text.len;
	t->votes[t->count++] = 1;
}

/* "2013-06-11 (3 reports) · 2013-06-10 (1)", most told first; nothing for a field on which all agree, unless
 * `always`. */
static void write_told(accord_render *r, accord_buffer *out, const char *name, struct told *t, bool always)
{
	if (t->count < 2 && !(always && t->count))
		return;
	colour_on(r, out, "2");
	accord_render_text(out, accord_slice_of(name), NAME_WIDTH, true);
	colour_off(r, out);
	for (size_t left = t->count, n = 0; left; left--, n++) {
		size_t best = 0;
		for (size_t i = 1; i < t->count; i++)
			if (t->votes[i] > t->votes[best])
				best = i;
		accord_buffer_append_text(out, n ? " · " : "");
		accord_buffer_append(out, t->text.data + t->start[best], t->end[best] - t->start[best]);
		accord_buffer_append_format(out, n ? " (%zu)" : " (%zu report%s)", t->votes[best],
					    t->votes[best] == 1 ? "" : "s");
		t->votes[best] = 0;
	}
	accord_buffer_append_char(out, '\n');
}

enum told_field { TOLD_TYPE, TOLD_STATUS, TOLD_DATE, TOLD_VALUE };

static void collect(struct told *t, const accord_render *r, const accord_event *e, enum told_field field)
{
	accord_buffer_clear(&t->text);
	t->count = 0;
	for (size_t i = 0; i < e->report_count; i++) {
		const accord_deal *d = &e->reports[i].deal;
		size_t start = t->text.len;
		if (e->reports[i].copy_of.data)
			continue;
		if (field == TOLD_TYPE)
			accord_buffer_append_text(&t->text, type_label(d->type));
		else if (field == TOLD_STATUS)
			accord_buffer_append_text(&t->text, accord_deal_status_name(d->status));
		else if (field == TOLD_DATE)
			harmless_text(&t->text, d->date);
		else
			accord_render_value(&t->text, &d->value, r->lang);
		if (t->text.len > start)
			tell(t, start);
	}
}

/* What else a company is told to be, or that only some reports name it: "Kirkbi  investor (2 of 5 reports)".
 */
static void write_party(accord_render *r, accord_buffer *out, const accord_event *e, struct told *t,
			accord_slice id, accord_slice name, bool agreed)
{
	size_t told = 0, all = 0;
	accord_buffer_clear(&t->text);
	t->count = 0;
	for (size_t i = 0; i < e->report_count; i++) {
		const accord_deal *d = &e->reports[i].deal;
		all += !e->reports[i].copy_of.data;
		for (size_t p = 0; p < d->party_count && !e->reports[i].copy_of.data; p++) {
			if (!accord_slice_equal(d->parties[p].id, id))
				continue;
			size_t start = t->text.len;
			accord_buffer_append_text(&t->text, accord_role_name(d->parties[p].role));
			tell(t, start);
			told++;
			break;
		}
	}
	if (!told || (agreed && t->count < 2 && told * 2 >= all))
		return;
	accord_buffer text;
	accord_buffer_init(&text, (size_t)1 << 16);
	accord_render_text(&text, name, 40, false);
	accord_buffer_append_text(&text, ": ");
	for (size_t i = 0; i < t->count; i++) {
		accord_buffer_append_text(&text, i ? " · " : "");
		accord_buffer_append(&text, t->text.data + t->start[i], t->end[i] - t->start[i]);
		accord_buffer_append_format(&text, t->count > 1 ? " (%zu)" : " (%zu of %zu reports)",
					    t->votes[i], all);
	}
	colour_on(r, out, "2");
	accord_render_text(out, accord_slice_of(agreed ? "told as" : "also told"), NAME_WIDTH, true);
	colour_off(r, out);
	accord_buffer_append(out, slice_of(&text).data, text.len);
	accord_buffer_append_char(out, '\n');
	accord_buffer_free(&text);
}

static bool is_party(const accord_deal *deal, accord_slice id)
{
	for (size_t i = 0; i < deal->party_count; i++)
		if (accord_slice_equal(deal->parties[i].id, id))
			return true;
	return false;
}

static bool told_before(const accord_event *e, size_t report, size_t party, accord_slice id)
{
	for (size_t i = 0; i <= report; i++)
		for (size_t p = 0; p < (i == report ? party : e->reports[i].deal.party_count); p++)
			if (accord_slice_equal(e->reports[i].deal.parties[p].id, id))
				return true;
	return false;
}

void write_disagreement(accord_render *r, accord_buffer *out, const accord_event *e)
{
	struct told t = {.count = 0};
	accord_buffer_init(&t.text, (size_t)1 << 20);
	collect(&t, r, e, TOLD_VALUE);
	write_told(r, out, "value", &t, true);
	collect(&t, r, e, TOLD_DATE);
	write_told(r, out, "dates told", &t, false);
	collect(&t, r, e, TOLD_STATUS);
	write_told(r, out, "status told", &t, false);
	collect(&t, r, e, TOLD_TYPE);
	write_told(r, out, "types told", &t, false);
	for (size_t i = 0; i < e->deal.party_count; i++)
		write_party(r, out, e, &t, e->deal.parties[i].id, e->deal.parties[i].name, true);
	for (size_t i = 0; i < e->report_count; i++)
		for (size_t p = 0; p < e->reports[i].deal.party_count; p++) {
			const accord_party *party = &e->reports[i].deal.parties[p];
			if (!is_party(&e->deal, party->id) && !told_before(e, i, p, party->id))
				write_party(r, out, e, &t, party->id, party->name, false);
		}
	accord_buffer_free(&t.text);
}
