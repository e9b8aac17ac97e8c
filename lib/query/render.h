/* What the writers of answers share. */
#ifndef QUERY_RENDER_H
#define QUERY_RENDER_H

#include <accord/query.h>

/* terminal.c: SGR, only if the render has colours. */
void colour_on(const accord_render *r, accord_buffer *out, const char *code);
void colour_off(const accord_render *r, accord_buffer *out);
void link_on(const accord_render *r, accord_buffer *out, accord_slice url);
void link_off(const accord_render *r, accord_buffer *out, accord_slice url);
const char *status_colour(accord_deal_status status);
bool is_web_url(accord_slice url);
/* Every byte that a terminal or another format could take for more than text is out; white space is one
 * blank. */
void harmless_text(accord_buffer *out, accord_slice text);
/* show.c: the same with blanks at both ends and paragraphs as they are. */
void terminal_text(accord_buffer *out, accord_slice text);

/* parties.c: "Microsoft → LinkedIn", "Nokia – Microsoft", "Shutterstock → Giphy (from Meta)" */
void write_parties(accord_buffer *out, const accord_deal *deal);
/* On which side of the arrow a role stands: 0 left, 1 right, 2 behind, in brackets. */
int role_side(accord_deal_type type, accord_role role);
/* "joint venture" */
const char *type_label(accord_deal_type type);
/* "de en it", in order of first report */
void write_languages(accord_buffer *out, const accord_event *event);
/* Sites that tell it in their own words. */
size_t count_sources(const accord_event *event);
/* The report whose title stands for all: that of the headline, else the first. */
const accord_event_report *lead_report(const accord_event *event);

/* life.c: the steps of its status, who had it first; the values, dates, statuses, types and roles on which
 * reports differ. */
void write_life(accord_render *r, accord_buffer *out, const accord_event *event);
void write_disagreement(accord_render *r, accord_buffer *out, const accord_event *event);
/* The first own news of a deal and the first of another site, and the days between; false if one site alone
 * has it. */
bool first_report(const accord_event *event, const accord_event_report **first,
		  const accord_event_report **second, int64_t *days);

/* table.c, exchange.c (CSV, TSV, Markdown, HTML, Atom) */
void table_event(accord_render *r, accord_buffer *out, const accord_event *event);
void list_event(accord_render *r, accord_buffer *out, const accord_event *event);
void cells_begin(accord_render *r, accord_buffer *out);
void cells_event(accord_render *r, accord_buffer *out, const accord_event *event);
/* A cell of CSV or TSV that no spreadsheet takes for a formula; a cell of Markdown; text of HTML, SVG and
 * XML. */
void spreadsheet_cell(accord_buffer *out, accord_slice text, char separator);
void markdown_cell(accord_buffer *out, accord_slice text);
void markup_text(accord_buffer *out, accord_slice text);
void html_begin(accord_render *r, accord_buffer *out);
void html_event(accord_render *r, accord_buffer *out, const accord_event *event);
void html_end(accord_render *r, accord_buffer *out);
void atom_begin(accord_render *r, accord_buffer *out);
void atom_event(accord_render *r, accord_buffer *out, const accord_event *event);
void atom_end(accord_render *r, accord_buffer *out);

#endif
