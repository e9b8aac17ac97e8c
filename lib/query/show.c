/*
 * One deal in full, or one article with what was found in it. With colours, companies, dates, amounts and the
 * sentences of deals are marked by them; without, by brackets.
 */
#include "render.h"

#include <stdlib.h>
#include <string.h>

static accord_slice slice_of(const accord_buffer *b)
{
	return (accord_slice){b->data ? b->data : "", b->len};
}

static void line(accord_render *r, accord_buffer *out, const char *name, accord_slice value)
{
	if (!value.len)
		return;
	colour_on(r, out, "2");
	accord_render_text(out, accord_slice_of(name), 12, true);
	colour_off(r, out);
	harmless_text(out, value);
	accord_buffer_append_char(out, '\n');
}

/* Words wrapped at the width of the terminal behind `indent` blanks. */
static void wrapped(accord_buffer *out, accord_slice text, size_t indent, size_t width)
{
	accord_buffer plain;
	accord_buffer_init(&plain, (size_t)16 << 20);
	harmless_text(&plain, text);
	size_t column = 0;
	for (size_t at = 0; at < plain.len;) {
		const char *blank = memchr(plain.data + at, ' ', plain.len - at);
		size_t len = blank ? (size_t)(blank - plain.data) - at : plain.len - at;
		size_t columns = accord_utf8_width(plain.data + at, len);
		if (column && column + 1 + columns > width) {
			accord_buffer_append_char(out, '\n');
			column = 0;
		}
		if (!column)
			for (; column < indent; column++)
				accord_buffer_append_char(out, ' ');
		else {
			accord_buffer_append_char(out, ' ');
			column++;
		}
		accord_buffer_append(out, plain.data + at, len);
		column += columns;
		at += len + 1;
	}
	accord_buffer_append_char(out, '\n');
	accord_buffer_free(&plain);
}

static void parties(accord_render *r, accord_buffer *out, const accord_deal *deal)
{
	for (size_t i = 0; i < deal->party_count; i++) {
		accord_buffer text;
		accord_buffer_init(&text, (size_t)1 << 16);
		harmless_text(&text, deal->parties[i].name);
		if (deal->parties[i].kind != ACCORD_COMPANY)
			accord_buffer_append_format(&text, " (%s)",
						    accord_party_kind_name(deal->parties[i].kind));
		line(r, out, accord_role_name(deal->parties[i].role), slice_of(&text));
		accord_buffer_free(&text);
	}
}

/* Where a report tells the deal: that is part of how sure it is. */
enum place { HEADLINE, LEAD, BODY, BACKGROUND, PLACES };
#define LEAD_BYTES 280

static const char *const place_names[PLACES] = {"headline", "lead", "body", "background"};

static enum place place_of(const accord_event_report *p)
{
	enum place place = BODY;
	if (!p->fresh)
		return BACKGROUND;
	for (size_t i = 0; i < p->deal.evidence_count; i++) {
		if (p->deal.evidence[i].in == ACCORD_TITLE)
			return HEADLINE;
		if (p->deal.evidence[i].start < LEAD_BYTES)
			place = LEAD;
	}
	return place;
}

/* "0.97: 5 independent sources of 6 reports; told in 3 headlines, 1 lead, 1 background" */
static void confidence(accord_render *r, accord_buffer *out, const accord_event *e)
{
	size_t places[PLACES] = {0}, sources = count_sources(e);
	accord_buffer text;
	bool any = false;
	accord_buffer_init(&text, 4096);
	for (size_t i = 0; i < e->report_count; i++)
		places[place_of(&e->reports[i])] += !e->reports[i].copy_of.data;
	accord_buffer_append_format(&text, "%.2f: %zu report%s of %zu independent source%s",
				    e->deal.confidence, e->report_count, e->report_count == 1 ? "" : "s",
				    sources, sources == 1 ? "" : "s");
	for (int i = 0; i < PLACES; i++)
		if (places[i]) {
			accord_buffer_append_format(&text, "%s%s (%zu)", any ? ", " : "; ", place_names[i],
						    places[i]);
			any = true;
		}
	line(r, out, "confidence", slice_of(&text));
	accord_buffer_free(&text);
}

static void report(accord_render *r, accord_buffer *out, const accord_event_report *p, bool why)
{
	accord_buffer text;
	accord_buffer_init(&text, (size_t)1 << 20);
	accord_buffer_append_char(out, '\n');
	colour_on(r, out, "1");
	accord_render_text(out,
			   (accord_slice){p->published.data, p->published.len < 10 ? p->published.len : 10},
			   10, true);
	accord_buffer_append_char(out, ' ');
	harmless_text(out, p->site.data ? p->site : p->document);
	colour_off(r, out);
	accord_buffer_append_text(out, " (");
	harmless_text(out, p->lang.data ? p->lang : accord_slice_of("?"));
	accord_buffer_append_format(out, ") %s%s", accord_deal_status_name(p->deal.status),
				    p->fresh ? "" : ", background");
	if (p->copy_of.data) {
		accord_buffer_append_text(out, ", copy of ");
		harmless_text(out, p->copy_of);
	}
	accord_buffer_append_text(out, "\n  ");
	link_on(r, out, p->url);
	harmless_text(out, p->title);
	link_off(r, out, p->url);
	accord_buffer_append_char(out, '\n');
	if (p->sentence.len)
		wrapped(out, p->sentence, 4, r->width);
	accord_buffer_append_text(out, "  ");
	colour_on(r, out, "2");
	accord_buffer_append_format(out, "%.2f %s ", p->deal.confidence, place_names[place_of(p)]);
	harmless_text(out, p->deal.rule);
	if (why && p->why.len) {
		accord_buffer_append_text(out, "; ");
		harmless_text(out, p->why);
	}
	accord_buffer_append_text(out, "; article ");
	harmless_text(out, p->document);
	colour_off(r, out);
	accord_buffer_append_char(out, '\n');
	if (p->url.len) {
		accord_buffer_append_text(out, "  ");
		harmless_text(out, p->url);
		accord_buffer_append_char(out, '\n');
	}
	accord_buffer_free(&text);
}

void accord_render_deal(accord_render *r, accord_buffer *out, const accord_event *e, bool why)
{
	colour_on(r, out, "1");
	write_parties(out, &e->deal);
	colour_off(r, out);
	accord_buffer_append_char(out, '\n');
	line(r, out, "deal", e->id);
	line(r, out, "type", accord_slice_of(type_label(e->deal.type)));
	line(r, out, "status", accord_slice_of(accord_deal_status_name(e->deal.status)));
	line(r, out, "date", e->deal.date);
	parties(r, out, &e->deal);
	line(r, out, "object", e->deal.object);
	write_disagreement(r, out, e);
	write_life(r, out, e);
	confidence(r, out, e);
	for (size_t i = 0; i < e->report_count; i++)
		report(r, out, &e->reports[i], why);
}

/* A stretch to mark; outer ones first, so that inner ones can be set inside. */
struct mark {
	uint32_t start, end;
	int kind; /* 0 evidence, 1 company, 2 date, 3 amount */
	accord_slice note;
};

static const char *const mark_colours[] = {"4", "1;36", "35", "32"};

static int mark_order(const void *pa, const void *pb)
{
	const struct mark *a = pa, *b = pb;
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	return a->kind - b->kind;
}

static void add_mark(struct mark *marks, size_t *n, accord_field field, const accord_span *span, int kind,
		     accord_slice note)
{
	if (span->in == field && span->start < span->end)
		marks[(*n)++] = (struct mark){span->start, span->end, kind, note};
}

static size_t collect(const accord_document *doc, accord_field field, struct mark *marks)
{
	size_t n = 0;
	accord_slice none = {NULL, 0};
	for (size_t i = 0; i < doc->company_count; i++)
		add_mark(marks, &n, field, &doc->companies[i].span, 1, doc->companies[i].id);
	for (size_t i = 0; i < doc->date_count; i++)
		add_mark(marks, &n, field, &doc->dates[i].span, 2, doc->dates[i].value);
	for (size_t i = 0; i < doc->amount_count; i++)
		add_mark(marks, &n, field, &doc->amounts[i].span, 3, none);
	for (size_t i = 0; i < doc->deal_count; i++)
		for (size_t k = 0; k < doc->deals[i].evidence_count; k++)
			add_mark(marks, &n, field, &doc->deals[i].evidence[k], 0, none);
	qsort(marks, n, sizeof *marks, mark_order);
	return n;
}

/* Text without what a terminal could take for more, its blanks and paragraphs as they are. */
void terminal_text(accord_buffer *out, accord_slice text)
{
	for (size_t at = 0; at < text.len;) {
		const char *end = memchr(text.data + at, '\n', text.len - at);
		size_t len = end ? (size_t)(end - text.data) - at : text.len - at;
		bool head = len && text.data[at] == ' ', tail = len > 1 && text.data[at + len - 1] == ' ';
		if (head)
			accord_buffer_append_char(out, ' ');
		accord_slice part = accord_slice_trim((accord_slice){text.data + at, len});
		harmless_text(out, part);
		if (tail && part.len)
			accord_buffer_append_char(out, ' ');
		if (end)
			accord_buffer_append_char(out, '\n');
		at += len + (end != NULL);
	}
}

static void marked(accord_render *r, accord_buffer *out, accord_slice text, const struct mark *marks,
		   size_t n)
{
	uint32_t at = 0, evidence_end = 0;
	for (size_t i = 0; i < n; i++) {
		const struct mark *m = &marks[i];
		if (m->kind == 0) {
			evidence_end = m->end > evidence_end ? m->end : evidence_end;
			continue;
		}
		if (m->start < at || m->end > text.len)
			continue;
		terminal_text(out, (accord_slice){text.data + at, m->start - at});
		if (r->colour)
			colour_on(r, out, mark_colours[m->kind]);
		else
			accord_buffer_append_char(out, '[');
		terminal_text(out, (accord_slice){text.data + m->start, m->end - m->start});
		if (r->colour)
			colour_off(r, out);
		else if (m->note.len && m->kind == 2) {
			accord_buffer_append_text(out, "|");
			harmless_text(out, m->note);
		}
		if (!r->colour)
			accord_buffer_append_char(out, ']');
		at = m->end;
	}
	terminal_text(out, (accord_slice){text.data + at, text.len - at});
	accord_buffer_append_char(out, '\n');
}

static void article_deals(accord_render *r, accord_buffer *out, const accord_document *doc)
{
	for (size_t i = 0; i < doc->deal_count; i++) {
		const accord_deal *d = &doc->deals[i];
		accord_buffer_append_text(out, i ? "" : "\n");
		colour_on(r, out, "1");
		accord_buffer_append_format(out, "%s ", type_label(d->type));
		colour_off(r, out);
		write_parties(out, d);
		accord_buffer_append_format(out, ", %s", accord_deal_status_name(d->status));
		if (d->date.data) {
			accord_buffer_append_text(out, ", ");
			harmless_text(out, d->date);
		}
		if (d->value.currency[0]) {
			accord_buffer_append_text(out, ", ");
			accord_render_value(out, &d->value, r->lang);
		}
		colour_on(r, out, "2");
		accord_buffer_append_format(out, "  %.2f ", d->confidence);
		harmless_text(out, d->rule);
		colour_off(r, out);
		accord_buffer_append_char(out, '\n');
	}
}

void accord_render_article(accord_render *r, accord_buffer *out, const accord_stored_document *s)
{
	const accord_document *doc = &s->document;
	size_t most = doc->company_count + doc->date_count + doc->amount_count + 1;
	for (size_t i = 0; i < doc->deal_count; i++)
		most += doc->deals[i].evidence_count;
	struct mark *marks = calloc(most, sizeof *marks);
	if (!marks) {
		out->failed = true;
		return;
	}
	colour_on(r, out, "1");
	marked(r, out, doc->title, marks, collect(doc, ACCORD_TITLE, marks));
	colour_off(r, out);
	line(r, out, "article", doc->id);
	line(r, out, "url", doc->url);
	line(r, out, "site", doc->site);
	line(r, out, "published", doc->published);
	line(r, out, "language", doc->lang);
	for (size_t i = 0; i < doc->author_count; i++)
		line(r, out, i ? "" : "by", doc->authors[i]);
	line(r, out, "copy of", s->copy_of);
	if (s->version > 1) {
		colour_on(r, out, "2");
		accord_buffer_append_format(out, "version     %d", s->version);
		colour_off(r, out);
		accord_buffer_append_char(out, '\n');
	}
	article_deals(r, out, doc);
	accord_buffer_append_char(out, '\n');
	marked(r, out, doc->text, marks, collect(doc, ACCORD_TEXT, marks));
	free(marks);
}
