/*
 * Deals as a table that fits the terminal, or as a list. Narrow terminals get the headline on a line of its
 * own, so that nothing that tells the deal is cut first.
 */
#include "render.h"

#include <string.h>

#define DATE_WIDTH 10
#define TYPE_WIDTH 13
#define STATUS_WIDTH 9
#define VALUE_WIDTH 11
#define REPORTS_WIDTH 11
#define WIDE 118

static accord_slice slice_of(const accord_buffer *b)
{
	return (accord_slice){b->data ? b->data : "", b->len};
}

static void cell(accord_render *r, accord_buffer *out, accord_slice text, size_t width, const char *colour)
{
	colour_on(r, out, colour);
	accord_render_text(out, text, width, true);
	if (colour)
		colour_off(r, out);
	accord_buffer_append_char(out, ' ');
}

static void right_cell(accord_buffer *out, accord_slice text, size_t width)
{
	size_t used = accord_utf8_width(text.data, text.len);
	for (; used < width; used++)
		accord_buffer_append_char(out, ' ');
	accord_render_text(out, text, width, false);
	accord_buffer_append_char(out, ' ');
}

static void trim_line(accord_buffer *out)
{
	while (out->len && out->data[out->len - 1] == ' ')
		out->data[--out->len] = '\0';
	accord_buffer_append_char(out, '\n');
}

static void headline(accord_render *r, accord_buffer *out, const accord_event *e, size_t width, bool pad)
{
	const accord_event_report *lead = lead_report(e);
	accord_slice url = lead ? lead->url : (accord_slice){NULL, 0};
	link_on(r, out, url);
	accord_render_text(out, e->headline, width, pad);
	link_off(r, out, url);
}

static void indent(accord_buffer *out, size_t n)
{
	for (size_t i = 0; i < n; i++)
		accord_buffer_append_char(out, ' ');
}

/* How many bytes of a text stand in `width` columns. */
static size_t fitting(accord_slice text, size_t width)
{
	size_t at = 0, used = 0, size;
	while (at < text.len) {
		accord_utf8_decode(text.data, text.len, at, &size);
		used += accord_utf8_width(text.data + at, size);
		if (used > width)
			break;
		at += size;
	}
	return at;
}

/* The sentence with its parties marked: in colour, or between brackets. */
static void sentence(accord_render *r, accord_buffer *out, const accord_event_report *p, size_t width)
{
	size_t brackets = r->colour ? 0 : 2 * p->named_count, at = 0;
	size_t end = fitting(p->sentence, width > brackets ? width - brackets - 1 : width);
	colour_on(r, out, "2");
	for (size_t i = 0; i < p->named_count; i++) {
		const accord_span *n = &p->named[i];
		if (n->start < at || n->end > end)
			continue;
		terminal_text(out, (accord_slice){p->sentence.data + at, n->start - at});
		colour_on(r, out, "0;1;36");
		accord_buffer_append_text(out, r->colour ? "" : "[");
		terminal_text(out, (accord_slice){p->sentence.data + n->start, n->end - n->start});
		accord_buffer_append_text(out, r->colour ? "" : "]");
		colour_on(r, out, "0;2");
		at = n->end;
	}
	terminal_text(out, (accord_slice){p->sentence.data + at, end - at});
	accord_buffer_append_text(out, end < p->sentence.len ? "…" : "");
	colour_off(r, out);
}

static void report_lines(accord_render *r, accord_buffer *out, const accord_event *e)
{
	size_t width = r->width > 40 ? r->width : 40;
	for (size_t i = 0; r->sources && i < e->report_count; i++) {
		const accord_event_report *p = &e->reports[i];
		accord_slice day = {p->published.data, p->published.len < 10 ? p->published.len : 10};
		indent(out, 2);
		accord_buffer_append_text(out, p->copy_of.data ? "= " : p->fresh ? "• " : "  ");
		cell(r, out, day, DATE_WIDTH, "2");
		cell(r, out, p->site.data ? p->site : p->document, 18, NULL);
		cell(r, out, p->lang, 2, NULL);
		cell(r, out, accord_slice_of(accord_deal_status_name(p->deal.status)), STATUS_WIDTH,
		     status_colour(p->deal.status));
		link_on(r, out, p->url);
		accord_render_text(out, p->title, width > 50 ? width - 48 : 20, false);
		link_off(r, out, p->url);
		trim_line(out);
		if (r->context && p->sentence.len) {
			indent(out, 15);
			sentence(r, out, p, 2 * width);
			accord_buffer_append_char(out, '\n');
		}
	}
	const accord_event_report *lead = lead_report(e);
	if (r->context && !r->sources && lead && lead->sentence.len) {
		indent(out, DATE_WIDTH + 1);
		sentence(r, out, lead, 3 * (width - DATE_WIDTH - 1));
		accord_buffer_append_char(out, '\n');
	}
}

/* The beginning of an id, long enough for accord show. */
static accord_slice short_id(const accord_event *e, size_t width)
{
	return (accord_slice){e->id.data, e->id.len < width ? e->id.len : width};
}

static void reports_text(accord_buffer *text, const accord_event *e)
{
	accord_buffer_clear(text);
	accord_buffer_append_format(text, "%zu ", e->report_count);
	write_languages(text, e);
}

static void parties_and_value(accord_render *r, accord_buffer *out, accord_buffer *text,
			      const accord_event *e, size_t width)
{
	write_parties(text, &e->deal);
	cell(r, out, slice_of(text), width, "1");
	accord_buffer_clear(text);
	accord_render_value(text, &e->deal.value, r->lang);
	right_cell(out, slice_of(text), VALUE_WIDTH);
}

static void wide_row(accord_render *r, accord_buffer *out, accord_buffer *text, const accord_event *e)
{
	const size_t parties = 36;
	cell(r, out, accord_slice_of(type_label(e->deal.type)), TYPE_WIDTH, NULL);
	cell(r, out, accord_slice_of(accord_deal_status_name(e->deal.status)), STATUS_WIDTH,
	     status_colour(e->deal.status));
	parties_and_value(r, out, text, e, parties);
	reports_text(text, e);
	cell(r, out, slice_of(text), REPORTS_WIDTH, NULL);
	cell(r, out, short_id(e, DATE_WIDTH), DATE_WIDTH, "2");
	size_t used = DATE_WIDTH + TYPE_WIDTH + STATUS_WIDTH + parties + VALUE_WIDTH + REPORTS_WIDTH +
		      DATE_WIDTH + 7;
	headline(r, out, e, r->width > used + 10 ? r->width - used : 10, false);
	trim_line(out);
}

static void narrow_rows(accord_render *r, accord_buffer *out, accord_buffer *text, const accord_event *e)
{
	size_t width = r->width > 64 ? r->width : 64;
	cell(r, out, accord_slice_of(accord_deal_status_name(e->deal.status)), TYPE_WIDTH,
	     status_colour(e->deal.status));
	parties_and_value(r, out, text, e, width - DATE_WIDTH - TYPE_WIDTH - VALUE_WIDTH - 3);
	trim_line(out);
	cell(r, out, short_id(e, DATE_WIDTH), DATE_WIDTH, "2");
	cell(r, out, accord_slice_of(type_label(e->deal.type)), TYPE_WIDTH, NULL);
	reports_text(text, e);
	headline(r, out, e, width - DATE_WIDTH - TYPE_WIDTH - VALUE_WIDTH - 3, true);
	accord_buffer_append_char(out, ' ');
	right_cell(out, slice_of(text), VALUE_WIDTH);
	trim_line(out);
}

void table_event(accord_render *r, accord_buffer *out, const accord_event *e)
{
	accord_buffer text;
	accord_buffer_init(&text, (size_t)1 << 20);
	cell(r, out, e->deal.date.data ? e->deal.date : accord_slice_of("–"), DATE_WIDTH, NULL);
	if (r->width >= WIDE)
		wide_row(r, out, &text, e);
	else
		narrow_rows(r, out, &text, e);
	accord_buffer_free(&text);
	report_lines(r, out, e);
}

static void field(accord_render *r, accord_buffer *out, const char *name, accord_slice value)
{
	if (!value.len)
		return;
	colour_on(r, out, "2");
	accord_render_text(out, accord_slice_of(name), 11, true);
	colour_off(r, out);
	harmless_text(out, value);
	accord_buffer_append_char(out, '\n');
}

void list_event(accord_render *r, accord_buffer *out, const accord_event *e)
{
	accord_buffer text;
	accord_buffer_init(&text, (size_t)1 << 20);
	if (r->written)
		accord_buffer_append_char(out, '\n');
	write_parties(&text, &e->deal);
	colour_on(r, out, "1");
	accord_buffer_append(out, text.data ? text.data : "", text.len);
	colour_off(r, out);
	accord_buffer_append_char(out, '\n');
	field(r, out, "id", e->id);
	field(r, out, "type", accord_slice_of(type_label(e->deal.type)));
	field(r, out, "status", accord_slice_of(accord_deal_status_name(e->deal.status)));
	field(r, out, "date", e->deal.date);
	accord_buffer_clear(&text);
	accord_render_value(&text, &e->deal.value, r->lang);
	field(r, out, "value", slice_of(&text));
	field(r, out, "object", e->deal.object);
	accord_buffer_clear(&text);
	accord_buffer_append_format(&text, "%zu (%zu independent) ", e->report_count, count_sources(e));
	write_languages(&text, e);
	field(r, out, "reports", slice_of(&text));
	field(r, out, "headline", e->headline);
	const accord_event_report *lead = lead_report(e);
	if (lead)
		field(r, out, "source", lead->url);
	accord_buffer_free(&text);
	report_lines(r, out, e);
}
