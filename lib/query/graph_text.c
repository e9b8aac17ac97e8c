/* A graph in a terminal: each company with its partners; as DOT; as JSON. */
#include "plot.h"

static void partner(const accord_render *r, accord_buffer *out, const accord_graph *g,
		    const accord_graph_link *l, size_t from)
{
	size_t other = l->from == from ? l->to : l->from;
	accord_buffer_append_text(out, !l->directed ? "   – " : l->from == from ? "   → " : "   ← ");
	accord_render_text(out, g->nodes[other].name, 32, true);
	colour_on(r, out, l->open == l->deals ? "33" : NULL);
	accord_buffer_append_format(out, " %s", type_label(l->type));
	colour_off(r, out);
	if (l->deals > 1)
		accord_buffer_append_format(out, " (%zu)", l->deals);
	if (l->open)
		accord_buffer_append_format(out, l->open == l->deals ? ", not done" : ", %zu not done",
					    l->open);
	accord_buffer_append_char(out, '\n');
}

/* Each link is told once, under the company with more deals. */
void graph_text(const accord_render *r, accord_buffer *out, const accord_graph *g)
{
	for (size_t i = 0; i < g->node_count; i++) {
		bool told = false;
		for (size_t k = 0; k < g->link_count; k++) {
			const accord_graph_link *l = &g->links[k];
			if ((l->from < l->to ? l->from : l->to) != i)
				continue;
			if (!told) {
				colour_on(r, out, "1");
				accord_render_text(out, g->nodes[i].name, 40, false);
				colour_off(r, out);
				accord_buffer_append_format(out, "  %zu deal%s\n", g->nodes[i].deals,
							    g->nodes[i].deals == 1 ? "" : "s");
			}
			told = true;
			partner(r, out, g, l, i);
		}
	}
	accord_buffer_append_format(out, "%zu companies, %zu links", g->node_count, g->link_count);
	if (g->left_out)
		accord_buffer_append_format(out, "; %zu with fewer deals or no partner left out",
					    g->left_out);
	accord_buffer_append_char(out, '\n');
}

static void quoted(accord_buffer *out, accord_slice text)
{
	accord_buffer plain;
	accord_buffer_init(&plain, 1 << 16);
	harmless_text(&plain, text);
	accord_buffer_append_char(out, '"');
	for (size_t i = 0; i < plain.len; i++) {
		if (plain.data[i] == '"' || plain.data[i] == '\\')
			accord_buffer_append_char(out, '\\');
		accord_buffer_append_char(out, plain.data[i]);
	}
	accord_buffer_append_char(out, '"');
	accord_buffer_free(&plain);
}

void graph_dot(accord_buffer *out, const accord_graph *g)
{
	accord_buffer_append_text(out, "digraph deals {\n\tgraph [overlap=false, splines=true];\n"
				       "\tnode [shape=box, style=rounded, fontname=\"sans-serif\"];\n"
				       "\tedge [fontname=\"sans-serif\", fontsize=10];\n");
	for (size_t i = 0; i < g->node_count; i++) {
		accord_buffer_append_char(out, '\t');
		quoted(out, g->nodes[i].id);
		accord_buffer_append_text(out, " [label=");
		quoted(out, g->nodes[i].name);
		accord_buffer_append_text(out, "];\n");
	}
	for (size_t i = 0; i < g->link_count; i++) {
		const accord_graph_link *l = &g->links[i];
		accord_buffer_append_char(out, '\t');
		quoted(out, g->nodes[l->from].id);
		accord_buffer_append_text(out, " -> ");
		quoted(out, g->nodes[l->to].id);
		accord_buffer_append_format(out, " [label=\"%s", type_label(l->type));
		if (l->deals > 1)
			accord_buffer_append_format(out, " (%zu)", l->deals);
		accord_buffer_append_format(out, "\", color=\"%s\"%s%s];\n", type_paint(l->type),
					    l->directed ? "" : ", dir=none",
					    l->open == l->deals ? ", style=dashed" : "");
	}
	accord_buffer_append_text(out, "}\n");
}

static void member(accord_json_writer *w, const char *key, accord_slice value)
{
	accord_json_key(w, key);
	accord_json_slice(w, value);
}

void graph_json(accord_buffer *out, const accord_graph *g)
{
	accord_json_writer w;
	accord_json_init(&w, out);
	accord_json_begin_object(&w);
	accord_json_key(&w, "nodes");
	accord_json_begin_array(&w);
	for (size_t i = 0; i < g->node_count; i++) {
		accord_json_begin_object(&w);
		member(&w, "id", g->nodes[i].id);
		member(&w, "name", g->nodes[i].name);
		accord_json_key(&w, "deals");
		accord_json_int(&w, (int64_t)g->nodes[i].deals);
		accord_json_end_object(&w);
	}
	accord_json_end_array(&w);
	accord_json_key(&w, "links");
	accord_json_begin_array(&w);
	for (size_t i = 0; i < g->link_count; i++) {
		const accord_graph_link *l = &g->links[i];
		accord_json_begin_object(&w);
		member(&w, "from", g->nodes[l->from].id);
		member(&w, "to", g->nodes[l->to].id);
		member(&w, "type", accord_slice_of(accord_deal_type_name(l->type)));
		accord_json_key(&w, "directed");
		accord_json_bool(&w, l->directed);
		accord_json_key(&w, "deals");
		accord_json_int(&w, (int64_t)l->deals);
		accord_json_key(&w, "open");
		accord_json_int(&w, (int64_t)l->open);
		accord_json_end_object(&w);
	}
	accord_json_end_array(&w);
	accord_json_end_object(&w);
	accord_buffer_append_char(out, '\n');
}
