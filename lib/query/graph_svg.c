/*
 * A graph as SVG, alone or on a page where a type can be switched off in the legend and a company, once
 * pointed at, shows whom it deals with. The page works without its script too: it is the drawing then.
 */
#include "plot.h"

#include <math.h>

#define WIDTH 1000.0
#define MARGIN 70.0

static double height_of(const accord_graph *g)
{
	return g->node_count < 12 ? 500 : g->node_count < 40 ? 700 : 900;
}

static double x_of(const accord_graph_node *n)
{
	return MARGIN + n->x * (WIDTH - 2 * MARGIN);
}

static double y_of(const accord_graph *g, const accord_graph_node *n)
{
	return MARGIN / 2 + n->y * (height_of(g) - MARGIN);
}

static double radius(const accord_graph_node *n)
{
	return 4 + 2 * sqrt((double)n->deals);
}

static bool shows(const accord_graph *g, accord_deal_type type)
{
	for (size_t i = 0; i < g->link_count; i++)
		if (g->links[i].type == type)
			return true;
	return false;
}

/* One arrow head a type, as markers cannot take the colour of their line everywhere. */
static void markers(accord_buffer *out, const accord_graph *g)
{
	accord_buffer_append_text(out, "<defs>");
	for (int t = 0; t < ACCORD_DEAL_TYPES; t++)
		if (shows(g, (accord_deal_type)t))
			accord_buffer_append_format(
				out,
				"<marker id=\"a%d\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" "
				"markerWidth=\"7\" markerHeight=\"7\" markerUnits=\"userSpaceOnUse\" "
				"orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"%s\"/></marker>",
				t, type_paint((accord_deal_type)t));
	accord_buffer_append_text(out, "</defs>\n");
}

/* Which of the links between two nodes it is: they are drawn side by side, as bows. */
static size_t rank_among(const accord_graph *g, size_t at)
{
	const accord_graph_link *l = &g->links[at];
	size_t n = 0;
	for (size_t i = 0; i < at; i++)
		n += (g->links[i].from == l->from && g->links[i].to == l->to) ||
		     (g->links[i].from == l->to && g->links[i].to == l->from);
	return n;
}

static void draw_link(accord_buffer *out, const accord_graph *g, size_t at)
{
	const accord_graph_link *l = &g->links[at];
	const accord_graph_node *a = &g->nodes[l->from], *b = &g->nodes[l->to];
	double ax = x_of(a), ay = y_of(g, a), bx = x_of(b), by = y_of(g, b);
	double length = fmax(hypot(bx - ax, by - ay), 1), ux = (bx - ax) / length, uy = (by - ay) / length;
	double bow = (l->from < l->to ? 1 : -1) * 14.0 * (double)((rank_among(g, at) + 1) / 2) *
		     (rank_among(g, at) % 2 ? 1 : -1);
	ax += ux * radius(a);
	ay += uy * radius(a);
	bx -= ux * (radius(b) + 1);
	by -= uy * (radius(b) + 1);
	accord_buffer_append_format(
		out, "<g class=\"link\" data-type=\"%d\" data-from=\"%zu\" data-to=\"%zu\"><title>",
		(int)l->type, l->from, l->to);
	markup_text(out, a->name);
	accord_buffer_append_text(out, l->directed ? " → " : " – ");
	markup_text(out, b->name);
	accord_buffer_append_format(out, ": %s", type_label(l->type));
	if (l->deals > 1)
		accord_buffer_append_format(out, " (%zu)", l->deals);
	accord_buffer_append_format(out, "%s</title>", l->open == l->deals ? ", not done" : "");
	accord_buffer_append_format(out,
				    "<path d=\"M%.1f %.1fQ%.1f %.1f %.1f %.1f\" fill=\"none\" stroke=\"%s\" "
				    "stroke-width=\"%.1f\"",
				    ax, ay, (ax + bx) / 2 - uy * 2 * bow, (ay + by) / 2 + ux * 2 * bow, bx,
				    by, type_paint(l->type), 1 + fmin((double)l->deals, 6) * 0.5);
	if (l->directed)
		accord_buffer_append_format(out, " marker-end=\"url(#a%d)\"", (int)l->type);
	accord_buffer_append_format(out, "%s/></g>\n",
				    l->open == l->deals ? " stroke-dasharray=\"5 4\"" : "");
}

static void draw_node(accord_buffer *out, const accord_graph *g, size_t i)
{
	const accord_graph_node *n = &g->nodes[i];
	double x = x_of(n), y = y_of(g, n), r = radius(n);
	bool left = x > WIDTH * 0.8;
	accord_buffer_append_format(out, "<g class=\"node\" data-node=\"%zu\" tabindex=\"0\"><title>", i);
	markup_text(out, n->name);
	accord_buffer_append_format(
		out,
		": %zu deal%s</title><circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/><text x=\"%.1f\" "
		"y=\"%.1f\"%s>",
		n->deals, n->deals == 1 ? "" : "s", x, y, r, left ? x - r - 3 : x + r + 3, y + 4,
		left ? " text-anchor=\"end\"" : "");
	accord_buffer name;
	accord_buffer_init(&name, 4096);
	accord_render_text(&name, n->name, 24, false);
	markup_text(out, (accord_slice){name.data ? name.data : "", name.len});
	accord_buffer_free(&name);
	accord_buffer_append_text(out, "</text></g>\n");
}

static void legend(accord_buffer *out, const accord_graph *g, double y)
{
	double x = 12;
	accord_buffer_append_text(out, "<g id=\"legend\">\n");
	for (int t = 0; t < ACCORD_DEAL_TYPES; t++) {
		size_t deals = 0;
		for (size_t i = 0; i < g->link_count; i++)
			deals += g->links[i].type == (accord_deal_type)t ? g->links[i].deals : 0;
		if (!deals)
			continue;
		if (x > WIDTH - 150) {
			x = 12;
			y += 22;
		}
		accord_buffer_append_format(out,
					    "<g class=\"key\" data-type=\"%d\" tabindex=\"0\" "
					    "role=\"button\"><line x1=\"%.1f\" y1=\"%.1f\" "
					    "x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"3\"/><text "
					    "x=\"%.1f\" y=\"%.1f\">%s (%zu)"
					    "</text></g>\n",
					    t, x, y, x + 22, y, type_paint((accord_deal_type)t), x + 28,
					    y + 4, type_label((accord_deal_type)t), deals);
		x += 150;
	}
	accord_buffer_append_format(
		out,
		"<line x1=\"12\" y1=\"%.1f\" x2=\"34\" y2=\"%.1f\" stroke=\"#555\" stroke-width=\"2\" "
		"stroke-dasharray=\"5 4\"/><text x=\"40\" y=\"%.1f\">rumour, talks, cancelled or denied; an "
		"arrow leads from buyer, investor, licensor, supplier</text>\n</g>\n",
		y + 22, y + 22, y + 26);
}

static void graph_svg(accord_buffer *out, const accord_graph *g)
{
	double height = height_of(g);
	accord_buffer_append_format(
		out,
		"<svg id=\"graph\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" "
		"width=\"%.0f\" "
		"height=\"%.0f\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\">\n<style>.node "
		"circle{fill:#fff;"
		"stroke:#333;stroke-width:1.5}.node "
		"text{paint-order:stroke;stroke:#fff;stroke-width:3px;fill:#111}"
		".link path{opacity:.8}</style>\n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n",
		WIDTH, height + 90, WIDTH, height + 90);
	markers(out, g);
	for (size_t i = 0; i < g->link_count; i++)
		draw_link(out, g, i);
	for (size_t i = 0; i < g->node_count; i++)
		draw_node(out, g, i);
	legend(out, g, height + 12);
	accord_buffer_append_text(out, "</svg>\n");
}

static const char style[] =
	"body{font:15px/1.4 sans-serif;margin:1.5em}svg{max-width:100%;height:auto}"
	".node,.key{cursor:pointer}.off{display:none}.key.struck text{text-decoration:line-through;"
	"opacity:.5}.dim{opacity:.12}#about{min-height:1.4em;color:#333}";

/* Types switched off stand behind the # of the address, so that a view can be passed on: graph.html#hide=0,3
 */
static const char script[] =
	"(function(){var "
	"svg=document.getElementById('graph'),about=document.getElementById('about'),hidden={};\n"
	"function all(s){return Array.prototype.slice.call(svg.querySelectorAll(s));}\n"
	"function name(n){return svg.querySelector('.node[data-node=\"'+n+'\"] title').textContent;}\n"
	"function "
	"show(){all('.link').forEach(function(l){l.classList.toggle('off',!!hidden[l.dataset.type]);});\n"
	"all('.key').forEach(function(k){k.classList.toggle('struck',!!hidden[k.dataset.type]);});\n"
	"var "
	"seen={};all('.link:not(.off)').forEach(function(l){seen[l.dataset.from]=seen[l.dataset.to]=true;});"
	"\n"
	"all('.node').forEach(function(n){n.classList.toggle('off',!seen[n.dataset.node]);});\n"
	"svg.dataset.shown=all('.link:not(.off)').length;}\n"
	"function read(){hidden={};var m=/hide=([\\d,]*)/.exec(location.hash);\n"
	"if(m)m[1].split(',').forEach(function(t){if(t)hidden[t]=true;});show();}\n"
	"function toggle(t){if(hidden[t])delete hidden[t];else hidden[t]=true;\n"
	"var h=Object.keys(hidden).join(',');location.hash=h?'hide='+h:'';show();}\n"
	"function point(n){var near={};near[n]=true;all('.link').forEach(function(l){\n"
	"var mine=l.dataset.from===n||l.dataset.to===n;l.classList.toggle('dim',!mine);\n"
	"if(mine&&!l.classList.contains('off'))near[l.dataset.from]=near[l.dataset.to]=true;});\n"
	"all('.node').forEach(function(o){o.classList.toggle('dim',!near[o.dataset.node]);});\n"
	"about.textContent=name(n)+' · '+all('.link:not(.off)').filter(function(l){\n"
	"return l.dataset.from===n||l.dataset.to===n;}).map(function(l){\n"
	"return l.querySelector('title').textContent;}).join('; ');}\n"
	"function "
	"leave(){all('.dim').forEach(function(o){o.classList.remove('dim');});about.textContent='';}\n"
	"all('.key').forEach(function(k){function "
	"t(){toggle(k.dataset.type);}k.addEventListener('click',t);\n"
	"k.addEventListener('keydown',function(e){if(e.key==='Enter'||e.key===' "
	"'){e.preventDefault();t();}});});\n"
	"all('.node').forEach(function(n){['mouseenter','focus'].forEach(function(e){\n"
	"n.addEventListener(e,function(){point(n.dataset.node);});});\n"
	"['mouseleave','blur'].forEach(function(e){n.addEventListener(e,leave);});});\n"
	"window.addEventListener('hashchange',read);read();})();";

void accord_render_graph(accord_render *r, accord_buffer *out, const accord_graph *g,
			 accord_plot_format format)
{
	switch (format) {
	case ACCORD_PLOT_SVG:
		graph_svg(out, g);
		break;
	case ACCORD_PLOT_HTML:
		page_begin(out, r->query.len ? r->query : accord_slice_of("All deals"), style);
		accord_buffer_append_text(out, "<p id=\"about\"></p>\n");
		graph_svg(out, g);
		page_end(out, script);
		break;
	case ACCORD_PLOT_DOT:
		graph_dot(out, g);
		break;
	case ACCORD_PLOT_JSON:
		graph_json(out, g);
		break;
	default:
		graph_text(r, out, g);
	}
}
