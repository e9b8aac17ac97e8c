/* A timeline as SVG, alone or on a page with the deals as a table below. */
#include "plot.h"

#include <accord/period.h>

#define LABEL 170
#define WIDTH 1000
#define LANE 26
#define TOP 14

struct scale {
	int64_t from, to;
};

static double across(const struct scale *s, int64_t day)
{
	double share = s->to > s->from ? (double)(day - s->from) / (double)(s->to - s->from) : 0.5;
	return LABEL + 12 + share * (WIDTH - LABEL - 36);
}

static void years(accord_buffer *out, const struct scale *s, double bottom)
{
	int64_t first, last;
	unsigned month, day;
	accord_day_split(s->from, &first, &month, &day);
	accord_day_split(s->to, &last, &month, &day);
	int64_t step = 1 + (last - first) / 20;
	for (int64_t year = first + (first % step ? step - first % step : 0); year <= last; year += step) {
		int64_t start = accord_day_of(year, 1, 1);
		double x = across(s, start < s->from ? s->from : start);
		accord_buffer_append_format(
			out,
			"<line class=\"year\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%.1f\"/>"
			"<text class=\"year\" x=\"%.1f\" y=\"%.1f\">%lld</text>\n",
			x, TOP, x, bottom, x, bottom + 14, (long long)year);
	}
}

/* The shape says how far it came, the colour which type it is. */
static void sign(accord_buffer *out, double x, double y, accord_deal_status status, const char *paint)
{
	if (status == ACCORD_CANCELLED || status == ACCORD_DENIED)
		accord_buffer_append_format(
			out,
			"<path d=\"M%.1f %.1fl8 8m0 -8l-8 8\" stroke=\"%s\" stroke-width=\"2.5\" "
			"fill=\"none\"/>",
			x - 4, y - 4, paint);
	else
		accord_buffer_append_format(out,
					    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" stroke=\"%s\" "
					    "stroke-width=\"2\" fill=\"%s\"%s/>",
					    x, y, paint, status == ACCORD_COMPLETED ? paint : "#fff",
					    status == ACCORD_RUMOR ? " stroke-dasharray=\"2 2\"" : "");
	if (status == ACCORD_ANNOUNCED)
		accord_buffer_append_format(out, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2\" fill=\"%s\"/>", x,
					    y, paint);
}

/* Deals of one lane that would cover each other stand a little above and below it. */
static double aside(const struct scale *s, const accord_timeline *t, const accord_timeline_point *p)
{
	size_t before = 0;
	for (const accord_timeline_point *o = t->points; o < p; o++)
		before += o->lane == p->lane &&
			  across(s, (p->from + p->to) / 2) - across(s, (o->from + o->to) / 2) < 9 &&
			  across(s, (p->from + p->to) / 2) - across(s, (o->from + o->to) / 2) > -9;
	return (before % 2 ? 1 : -1) * 6.0 * (double)((before + 1) / 2 % 3);
}

static void point(const accord_render *r, accord_buffer *out, const struct scale *s, const accord_timeline *t,
		  const accord_timeline_point *p)
{
	const accord_event *e = p->event;
	const accord_event_report *lead = lead_report(e);
	bool link = lead && is_web_url(lead->url);
	double x = across(s, (p->from + p->to) / 2),
	       y = TOP + (double)p->lane * LANE + LANE / 2.0 + aside(s, t, p);
	if (p->last > p->to)
		accord_buffer_append_format(
			out, "<line class=\"way\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", x, y,
			across(s, p->last), y);
	if (link) {
		accord_buffer_append_text(out, "<a href=\"");
		markup_text(out, lead->url);
		accord_buffer_append_text(out, "\">");
	}
	accord_buffer_append_text(out, "<g class=\"deal\"><title>");
	markup_text(out, e->deal.date);
	accord_buffer_append_format(out, " %s, %s: ", type_label(e->deal.type),
				    accord_deal_status_name(e->deal.status));
	accord_buffer text;
	accord_buffer_init(&text, (size_t)1 << 16);
	write_parties(&text, &e->deal);
	accord_buffer_append_text(&text, e->deal.value.currency[0] ? ", " : "");
	accord_render_value(&text, &e->deal.value, r->lang);
	markup_text(out, (accord_slice){text.data ? text.data : "", text.len});
	accord_buffer_free(&text);
	accord_buffer_append_text(out, "</title>");
	sign(out, x, y, e->deal.status, type_paint(e->deal.type));
	accord_buffer_append_text(out, link ? "</g></a>\n" : "</g>\n");
}

static void legend(accord_buffer *out, const accord_timeline *t, double y)
{
	static const accord_deal_status shown[] = {ACCORD_COMPLETED, ACCORD_ANNOUNCED, ACCORD_TALKS,
						   ACCORD_RUMOR, ACCORD_CANCELLED};
	bool used[ACCORD_DEAL_TYPES] = {false};
	double x = 12;
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++, x += 110) {
		sign(out, x, y, shown[i], "#555");
		accord_buffer_append_format(out, "<text x=\"%.1f\" y=\"%.1f\">%s</text>\n", x + 10, y + 4,
					    accord_deal_status_name(shown[i]));
	}
	for (size_t i = 0; i < t->point_count; i++)
		used[t->points[i].event->deal.type] = true;
	x = 12;
	for (int type = 0; type < ACCORD_DEAL_TYPES; type++) {
		if (!used[type])
			continue;
		accord_buffer_append_format(
			out,
			"<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"%s\"/><text x=\"%.1f\" "
			"y=\"%.1f\">%s</text>\n",
			x, y + 22, type_paint((accord_deal_type)type), x + 10, y + 26,
			type_label((accord_deal_type)type));
		x += 110;
	}
}

static void timeline_svg(const accord_render *r, accord_buffer *out, const accord_timeline *t)
{
	struct scale s = {t->from, t->to};
	double bottom = TOP + (double)t->lane_count * LANE, height = bottom + 80;
	accord_buffer_append_format(
		out,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %.0f\" width=\"%d\" "
		"height=\"%.0f\" "
		"role=\"img\" font-family=\"sans-serif\" "
		"font-size=\"12\">\n<style>.year{stroke:#ccc}text.year{stroke:none;"
		"fill:#666;text-anchor:middle}.way{stroke:#999;stroke-width:2}.lane{stroke:#eee}</style>\n"
		"<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n",
		WIDTH, height, WIDTH, height);
	if (t->point_count)
		years(out, &s, bottom);
	for (size_t i = 0; i < t->lane_count; i++) {
		double y = TOP + (double)i * LANE + LANE / 2.0;
		accord_buffer_append_format(
			out,
			"<line class=\"lane\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>"
			"<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">",
			LABEL, y, WIDTH - 12, y, LABEL - 8, y + 4);
		accord_buffer name;
		accord_buffer_init(&name, 4096);
		accord_render_text(&name, t->lanes[i].name, 24, false);
		markup_text(out, (accord_slice){name.data ? name.data : "", name.len});
		accord_buffer_free(&name);
		accord_buffer_append_text(out, "</text>\n");
	}
	for (size_t i = 0; i < t->point_count; i++)
		point(r, out, &s, t, &t->points[i]);
	legend(out, t, bottom + 36);
	accord_buffer_append_text(out, "</svg>\n");
}

void accord_render_timeline(accord_render *r, accord_buffer *out, const accord_timeline *t,
			    accord_plot_format format)
{
	static const char style[] =
		"body{font:15px/1.4 sans-serif;margin:2em}svg{max-width:100%;height:auto}"
		"table{border-collapse:collapse}td{padding:.2em .8em;border-bottom:1px solid #ccc}";
	if (format == ACCORD_PLOT_TEXT) {
		timeline_text(r, out, t);
		return;
	}
	if (format == ACCORD_PLOT_SVG) {
		timeline_svg(r, out, t);
		return;
	}
	page_begin(out, r->query.len ? r->query : accord_slice_of("All deals"), style);
	timeline_svg(r, out, t);
	accord_buffer_append_text(out, "<table>\n");
	for (size_t i = 0; i < t->point_count; i++)
		html_event(r, out, t->points[i].event);
	accord_buffer_append_text(out, "</table>\n");
	page_end(out, NULL);
}
