/* A timeline for a terminal: the lanes, the years below them, then the deals in words. */
#include "plot.h"

#include <accord/period.h>

#include <stdlib.h>
#include <string.h>

#define LABEL_WIDTH 20

struct axis {
	int64_t from, to;
	size_t width;
};

static size_t column_of(const struct axis *a, int64_t day)
{
	double share = a->to > a->from ? (double)(day - a->from) / (double)(a->to - a->from) : 0;
	size_t column = (size_t)(share * (double)(a->width - 1) + 0.5);
	return column < a->width ? column : a->width - 1;
}

/* A lane: a sign where a deal is, a figure where several share a place, a line while one was under way. */
static void write_lane(const accord_render *r, accord_buffer *out, const accord_timeline *t,
		       const struct axis *a, size_t lane)
{
	size_t *counts = calloc(a->width, sizeof *counts);
	const accord_timeline_point **at = calloc(a->width, sizeof *at);
	bool *under_way = calloc(a->width, sizeof *under_way);
	for (size_t i = 0; counts && at && under_way && i < t->point_count; i++) {
		const accord_timeline_point *p = &t->points[i];
		if (p->lane != lane)
			continue;
		size_t column = column_of(a, (p->from + p->to) / 2);
		counts[column]++;
		at[column] = p;
		for (size_t c = column + 1; c <= column_of(a, p->last); c++)
			under_way[c] = true;
	}
	accord_render_text(out, t->lanes[lane].name, LABEL_WIDTH - 1, true);
	accord_buffer_append_char(out, ' ');
	for (size_t c = 0; counts && at && under_way && c < a->width; c++) {
		if (!counts[c]) {
			accord_buffer_append_text(out, under_way[c] ? "─" : "·");
			continue;
		}
		colour_on(r, out, status_colour(at[c]->event->deal.status));
		if (counts[c] == 1)
			accord_buffer_append_text(out, status_sign(at[c]->event->deal.status));
		else
			accord_buffer_append_char(out, counts[c] < 10 ? (char)('0' + counts[c]) : '+');
		colour_off(r, out);
	}
	accord_buffer_append_char(out, '\n');
	free(counts);
	free(at);
	free(under_way);
}

/* Years at their first of January, as many as find room. */
static void write_years(accord_buffer *out, const struct axis *a)
{
	int64_t first, last;
	unsigned month, day;
	accord_day_split(a->from, &first, &month, &day);
	accord_day_split(a->to, &last, &month, &day);
	size_t used = 0;
	for (size_t i = 0; i < LABEL_WIDTH; i++)
		accord_buffer_append_char(out, ' ');
	for (int64_t year = first; year <= last; year++) {
		int64_t start = accord_day_of(year, 1, 1);
		size_t column = column_of(a, start < a->from ? a->from : start);
		if ((used && column < used + 1) || column + 4 > a->width)
			continue;
		for (; used < column; used++)
			accord_buffer_append_char(out, ' ');
		accord_buffer_append_format(out, "%04lld", (long long)year);
		used += 4;
	}
	accord_buffer_append_char(out, '\n');
}

static void write_point(const accord_render *r, accord_buffer *out, const accord_event *e)
{
	accord_buffer text;
	accord_buffer_init(&text, (size_t)1 << 16);
	accord_render_text(out, e->deal.date, 10, true);
	accord_buffer_append_char(out, ' ');
	colour_on(r, out, status_colour(e->deal.status));
	accord_buffer_append_text(out, status_sign(e->deal.status));
	colour_off(r, out);
	accord_buffer_append_char(out, ' ');
	accord_render_text(out, accord_slice_of(type_label(e->deal.type)), 13, true);
	accord_buffer_append_char(out, ' ');
	write_parties(&text, &e->deal);
	accord_render_text(out, (accord_slice){text.data ? text.data : "", text.len},
			   r->width > 56 ? r->width - 40 : 16, true);
	accord_buffer_append_char(out, ' ');
	accord_render_value(out, &e->deal.value, r->lang);
	while (out->len && out->data[out->len - 1] == ' ')
		out->data[--out->len] = '\0';
	accord_buffer_append_char(out, '\n');
	accord_buffer_free(&text);
}

void timeline_text(const accord_render *r, accord_buffer *out, const accord_timeline *t)
{
	struct axis a = {t->from, t->to, r->width > LABEL_WIDTH + 20 ? r->width - LABEL_WIDTH : 20};
	for (size_t i = 0; i < t->lane_count; i++)
		write_lane(r, out, t, &a, i);
	if (t->point_count)
		write_years(out, &a);
	accord_buffer_append_text(
		out, "● completed  ◉ announced  ○ talks  ◌ rumour  ✕ cancelled or denied  ─ under way\n\n");
	for (size_t i = 0; i < t->point_count; i++)
		write_point(r, out, t->points[i].event);
	if (t->undated)
		accord_buffer_append_format(out, "and %zu without a date\n", t->undated);
}
