/*
 * Answers for other programs: CSV (RFC 4180) and TSV, Markdown, a self-contained HTML page, an Atom feed (RFC
 * 4287). A spreadsheet takes a cell that begins with = + - @ for a formula; such a cell gets an apostrophe in
 * front.
 */
#include "render.h"

#include <accord/period.h>

#include <string.h>

static accord_slice slice_of(const accord_buffer *b)
{
	return (accord_slice){b->data ? b->data : "", b->len};
}

/* Some spreadsheets take the wide forms of these signs for the narrow ones. */
static bool begins_formula(accord_slice s)
{
	static const char *const wide[] = {"＝", "＋", "－", "＠"};
	if (!s.len)
		return false;
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
		if (s.len >= 3 && !memcmp(s.data, wide[i], 3))
			return true;
	return strchr("=+-@", s.data[0]) != NULL;
}

void spreadsheet_cell(accord_buffer *out, accord_slice text, char separator)
{
	accord_buffer plain;
	accord_buffer_init(&plain, (size_t)16 << 20);
	harmless_text(&plain, text);
	accord_slice s = slice_of(&plain);
	bool formula = begins_formula(s);
	bool quote = separator == ',' && (memchr(s.data, ',', s.len) || memchr(s.data, '"', s.len));
	if (quote)
		accord_buffer_append_char(out, '"');
	if (formula)
		accord_buffer_append_char(out, '\'');
	for (size_t i = 0; i < s.len; i++) {
		if (quote && s.data[i] == '"')
			accord_buffer_append_char(out, '"');
		accord_buffer_append_char(out, s.data[i]);
	}
	if (quote)
		accord_buffer_append_char(out, '"');
	accord_buffer_free(&plain);
}

void markdown_cell(accord_buffer *out, accord_slice text)
{
	accord_buffer plain;
	accord_buffer_init(&plain, (size_t)16 << 20);
	harmless_text(&plain, text);
	for (size_t i = 0; i < plain.len; i++) {
		if (strchr("|\\`*_[]<>", plain.data[i]))
			accord_buffer_append_char(out, '\\');
		accord_buffer_append_char(out, plain.data[i]);
	}
	accord_buffer_free(&plain);
}

void markup_text(accord_buffer *out, accord_slice text)
{
	accord_buffer plain;
	accord_buffer_init(&plain, (size_t)16 << 20);
	harmless_text(&plain, text);
	for (size_t i = 0; i < plain.len; i++)
		switch (plain.data[i]) {
		case '&':
			accord_buffer_append_text(out, "&amp;");
			break;
		case '<':
			accord_buffer_append_text(out, "&lt;");
			break;
		case '>':
			accord_buffer_append_text(out, "&gt;");
			break;
		case '"':
			accord_buffer_append_text(out, "&quot;");
			break;
		default:
			accord_buffer_append_char(out, plain.data[i]);
		}
	accord_buffer_free(&plain);
}

static const char *const columns[] = {"id",      "date",      "type",       "status",   "parties",
				      "roles",   "amount",    "currency",   "object",   "reports",
				      "sources", "languages", "confidence", "headline", "url"};
static const char *const report_columns[] = {"document", "site",          "language",    "published",
					     "title",    "report_status", "report_date", "sentence",
					     "rule",     "report_url",    "copy_of"};

enum {
	COLUMNS = sizeof columns / sizeof *columns,
	REPORT_COLUMNS = sizeof report_columns / sizeof *report_columns
};

static char separator_of(const accord_render *r)
{
	return r->format == ACCORD_FORMAT_TSV ? '\t' : ',';
}

void cells_begin(accord_render *r, accord_buffer *out)
{
	if (r->format == ACCORD_FORMAT_MARKDOWN) {
		accord_buffer_append_text(out,
					  "| date | type | status | parties | value | reports | headline |\n"
					  "|---|---|---|---|---:|---:|---|\n");
		return;
	}
	for (size_t i = 0; i < COLUMNS + (r->sources ? REPORT_COLUMNS : 0); i++) {
		if (i)
			accord_buffer_append_char(out, separator_of(r));
		accord_buffer_append_text(out, i < COLUMNS ? columns[i] : report_columns[i - COLUMNS]);
	}
	accord_buffer_append_text(out, r->format == ACCORD_FORMAT_CSV ? "\r\n" : "\n");
}

static void write_roles(accord_buffer *out, const accord_deal *deal)
{
	for (size_t i = 0; i < deal->party_count; i++) {
		if (i)
			accord_buffer_append_text(out, "; ");
		harmless_text(out, deal->parties[i].name);
		accord_buffer_append_format(out, ":%s", accord_role_name(deal->parties[i].role));
	}
}

static void next_cell(accord_render *r, accord_buffer *out, accord_slice text)
{
	spreadsheet_cell(out, text, separator_of(r));
	accord_buffer_append_char(out, separator_of(r));
}

static void number_cell(accord_render *r, accord_buffer *out, double number, bool known)
{
	if (known)
		accord_buffer_append_format(out, "%.15g", number);
	accord_buffer_append_char(out, separator_of(r));
}

static void event_cells(accord_render *r, accord_buffer *out, const accord_event *e)
{
	const accord_deal *d = &e->deal;
	const accord_event_report *lead = lead_report(e);
	accord_buffer text;
	accord_buffer_init(&text, (size_t)1 << 20);
	next_cell(r, out, e->id);
	next_cell(r, out, d->date);
	next_cell(r, out, accord_slice_of(accord_deal_type_name(d->type)));
	next_cell(r, out, accord_slice_of(accord_deal_status_name(d->status)));
	write_parties(&text, d);
	next_cell(r, out, slice_of(&text));
	accord_buffer_clear(&text);
	write_roles(&text, d);
	next_cell(r, out, slice_of(&text));
	number_cell(r, out, d->value.amount, d->value.currency[0]);
	next_cell(r, out, accord_slice_of(d->value.currency));
	next_cell(r, out, d->object);
	number_cell(r, out, (double)e->report_count, true);
	number_cell(r, out, (double)count_sources(e), true);
	accord_buffer_clear(&text);
	write_languages(&text, e);
	next_cell(r, out, slice_of(&text));
	number_cell(r, out, d->confidence, true);
	next_cell(r, out, e->headline);
	spreadsheet_cell(out, lead ? lead->url : (accord_slice){NULL, 0}, separator_of(r));
	accord_buffer_free(&text);
}

static void report_cells(accord_render *r, accord_buffer *out, const accord_event_report *p)
{
	const accord_slice cells[REPORT_COLUMNS] = {
		p->document,  p->site,     p->lang,
		p->published, p->title,    accord_slice_of(accord_deal_status_name(p->deal.status)),
		p->deal.date, p->sentence, p->deal.rule,
		p->url,       p->copy_of};
	for (size_t i = 0; i < REPORT_COLUMNS; i++) {
		accord_buffer_append_char(out, separator_of(r));
		spreadsheet_cell(out, cells[i], separator_of(r));
	}
}

static void markdown_event(accord_render *r, accord_buffer *out, const accord_event *e)
{
	const accord_event_report *lead = lead_report(e);
	accord_buffer text;
	accord_buffer_init(&text, (size_t)1 << 20);
	accord_buffer_append_text(out, "| ");
	markdown_cell(out, e->deal.date);
	accord_buffer_append_format(out, " | %s | %s | ", type_label(e->deal.type),
				    accord_deal_status_name(e->deal.status));
	write_parties(&text, &e->deal);
	markdown_cell(out, slice_of(&text));
	accord_buffer_append_text(out, " | ");
	accord_buffer_clear(&text);
	accord_render_value(&text, &e->deal.value, r->lang);
	markdown_cell(out, slice_of(&text));
	accord_buffer_append_format(out, " | %zu | ", e->report_count);
	bool link = lead && is_web_url(lead->url) && !memchr(lead->url.data, ')', lead->url.len) &&
		    !memchr(lead->url.data, '|', lead->url.len);
	if (link)
		accord_buffer_append_char(out, '[');
	markdown_cell(out, e->headline);
	if (link) {
		accord_buffer_append_text(out, "](");
		accord_buffer_append(out, lead->url.data, lead->url.len);
		accord_buffer_append_char(out, ')');
	}
	accord_buffer_append_text(out, " |\n");
	accord_buffer_free(&text);
}

void cells_event(accord_render *r, accord_buffer *out, const accord_event *e)
{
	const char *end = r->format == ACCORD_FORMAT_CSV ? "\r\n" : "\n";
	if (r->format == ACCORD_FORMAT_MARKDOWN) {
		markdown_event(r, out, e);
		return;
	}
	for (size_t i = 0; i < (r->sources ? e->report_count : 1); i++) {
		event_cells(r, out, e);
		if (r->sources)
			report_cells(r, out, &e->reports[i]);
		accord_buffer_append_text(out, end);
	}
}

void html_begin(accord_render *r, accord_buffer *out)
{
	accord_buffer_append_text(out,
				  "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
				  "<meta name=\"viewport\" content=\"width=device-width\"><title>Deals: ");
	markup_text(out, r->query.len ? r->query : accord_slice_of("all"));
	accord_buffer_append_text(
		out,
		"</title>\n<style>body{font:15px/1.4 sans-serif;margin:2em}table{border-collapse:collapse}"
		"td,th{padding:.3em .8em;border-bottom:1px solid #ccc;text-align:left;vertical-align:top}"
		"td.n{text-align:right;white-space:nowrap}.completed{color:#176617}.cancelled,.denied"
		"{color:#a01616}.rumor,.talks{color:#7a5600}ul{margin:.2em 0;color:#444}"
		"@media(prefers-color-scheme:dark){body{background:#111;color:#ddd}a{color:#8bf}"
		".completed{color:#7d7}.cancelled,.denied{color:#f88}.rumor,.talks{color:#db6}ul{color:#aaa}}"
		"</style></head><body>\n<h1>Deals: ");
	markup_text(out, r->query.len ? r->query : accord_slice_of("all"));
	accord_buffer_append_text(
		out, "</h1>\n<table><tr><th>Date<th>Type<th>Status<th>Parties<th>Value<th>Reports<th>Headline"
		     "</tr>\n");
}

static void html_link(accord_buffer *out, accord_slice url, accord_slice text)
{
	bool web = is_web_url(url);
	if (web) {
		accord_buffer_append_text(out, "<a rel=\"noreferrer\" href=\"");
		markup_text(out, url);
		accord_buffer_append_text(out, "\">");
	}
	markup_text(out, text);
	accord_buffer_append_text(out, web ? "</a>" : "");
}

static void html_reports(accord_buffer *out, const accord_event *e)
{
	accord_buffer_append_text(out, "<ul>");
	for (size_t i = 0; i < e->report_count; i++) {
		const accord_event_report *p = &e->reports[i];
		accord_buffer_append_text(out, "<li>");
		markup_text(out,
			    (accord_slice){p->published.data, p->published.len < 10 ? p->published.len : 10});
		accord_buffer_append_char(out, ' ');
		html_link(out, p->url, p->site.data ? p->site : p->document);
		accord_buffer_append_text(out, ": ");
		markup_text(out, p->sentence);
	}
	accord_buffer_append_text(out, "</ul>");
}

void html_event(accord_render *r, accord_buffer *out, const accord_event *e)
{
	const accord_event_report *lead = lead_report(e);
	const char *status = accord_deal_status_name(e->deal.status);
	accord_buffer text;
	accord_buffer_init(&text, (size_t)1 << 20);
	accord_buffer_append_text(out, "<tr id=\"");
	markup_text(out, e->id);
	accord_buffer_append_text(out, "\"><td>");
	markup_text(out, e->deal.date);
	accord_buffer_append_format(out, "<td>%s<td class=\"%s\">%s<td>", type_label(e->deal.type), status,
				    status);
	write_parties(&text, &e->deal);
	markup_text(out, slice_of(&text));
	accord_buffer_append_text(out, "<td class=\"n\">");
	accord_buffer_clear(&text);
	accord_render_value(&text, &e->deal.value, r->lang);
	markup_text(out, slice_of(&text));
	accord_buffer_append_format(out, "<td class=\"n\">%zu<td>", e->report_count);
	html_link(out, lead ? lead->url : (accord_slice){NULL, 0}, e->headline);
	if (r->sources)
		html_reports(out, e);
	accord_buffer_append_text(out, "</tr>\n");
	accord_buffer_free(&text);
}

void html_end(accord_render *r, accord_buffer *out)
{
	accord_buffer_append_format(out, "</table>\n<p>%zu deal%s</p></body></html>\n", r->written,
				    r->written == 1 ? "" : "s");
}

static void stamp(accord_buffer *out, int64_t seconds)
{
	char day[16];
	int64_t clock = seconds % 86400;
	accord_buffer_append_format(out, "%sT%02d:%02d:%02dZ", accord_day_text(seconds / 86400, day),
				    (int)(clock / 3600), (int)(clock / 60 % 60), (int)(clock % 60));
}

void atom_begin(accord_render *r, accord_buffer *out)
{
	accord_buffer_append_text(
		out,
		"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
		"<title>Deals: ");
	markup_text(out, r->query.len ? r->query : accord_slice_of("all"));
	accord_buffer_append_text(out, "</title>\n<id>urn:accord:query:");
	for (size_t i = 0; i < r->query.len; i++)
		accord_buffer_append_format(out, "%02x", (unsigned char)r->query.data[i]);
	accord_buffer_append_text(out, "</id>\n<author><name>accord</name></author>\n<updated>");
	stamp(out, r->now);
	accord_buffer_append_text(out, "</updated>\n");
}

/* The day of the last report: what is told again later moves the entry on. */
static void atom_updated(accord_render *r, accord_buffer *out, const accord_event *e)
{
	accord_period day = {0, 0};
	bool known = false;
	for (size_t i = e->report_count; i-- > 0 && !known;)
		known = e->reports[i].published.len >= 10 && accord_period_of(e->reports[i].published, &day);
	stamp(out, known ? day.from * 86400 : r->now);
}

void atom_event(accord_render *r, accord_buffer *out, const accord_event *e)
{
	const accord_event_report *lead = lead_report(e);
	accord_buffer text;
	accord_buffer_init(&text, (size_t)1 << 20);
	accord_buffer_append_text(out, "<entry><id>urn:accord:");
	markup_text(out, e->id);
	accord_buffer_append_text(out, "</id><title>");
	write_parties(&text, &e->deal);
	markup_text(out, slice_of(&text));
	accord_buffer_append_format(out, ": %s, %s", type_label(e->deal.type),
				    accord_deal_status_name(e->deal.status));
	accord_buffer_clear(&text);
	accord_render_value(&text, &e->deal.value, r->lang);
	if (text.len) {
		accord_buffer_append_text(out, ", ");
		markup_text(out, slice_of(&text));
	}
	accord_buffer_append_text(out, "</title><updated>");
	atom_updated(r, out, e);
	accord_buffer_append_format(out, "</updated><category term=\"%s\"/>",
				    accord_deal_type_name(e->deal.type));
	if (lead && is_web_url(lead->url)) {
		accord_buffer_append_text(out, "<link href=\"");
		markup_text(out, lead->url);
		accord_buffer_append_text(out, "\"/>");
	}
	accord_buffer_append_text(out, "<summary>");
	markup_text(out, e->headline);
	accord_buffer_append_text(out, "</summary><content type=\"text\">");
	markup_text(out, lead ? lead->sentence : e->headline);
	accord_buffer_append_text(out, "</content></entry>\n");
	accord_buffer_free(&text);
}

void atom_end(accord_render *r, accord_buffer *out)
{
	(void)r;
	accord_buffer_append_text(out, "</feed>\n");
}
