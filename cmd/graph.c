/* accord graph: who deals with whom. */
#include "pager.h"
#include "question.h"

#include <accord/plot.h>

#include <stdio.h>

#define DEFAULT_NODES 40
#define MOST_NODES 400

struct args {
	const char *db, *format, *color;
	long limit;
};

static const struct option_spec options[] = {
	DB_OPTION(struct args),
	{"format", 'f', "FORM", "text, dot, svg, html or json", OPTION_TEXT, offsetof(struct args, format),
	 "text dot svg html json"},
	{"limit", 'n', "N", "the N companies with the most deals (default: 40)", OPTION_NUMBER,
	 offsetof(struct args, limit)},
	{"color", 0, "WHEN", "always, never or auto", OPTION_TEXT, offsetof(struct args, color),
	 "always never auto"},
	OPTIONS_END,
};

extern const struct command graph_command;

static int draw(struct question *q, const struct args *args, accord_render *render, accord_plot_format format)
{
	accord_query_options all = {.limit = 0};
	accord_error err = {0};
	accord_graph graph;
	accord_buffer out;
	size_t most = args->limit > 0 ? (size_t)args->limit : DEFAULT_NODES;
	if (accord_graph_make(q->store, q->arena, q->query, &all, most < MOST_NODES ? most : MOST_NODES,
			      &graph, &err) != ACCORD_OK)
		return question_error(&err);
	if (!graph.node_count && !q->unknown)
		complain_text("no deals%s%s", q->text.len ? ": " : " in the store yet", q->text.data);
	if (!graph.node_count)
		return EXIT_SOME_FAILED;
	if (format == ACCORD_PLOT_SVG || format == ACCORD_PLOT_HTML)
		accord_graph_lay_out(&graph);
	accord_buffer_init(&out, (size_t)1 << 30);
	accord_render_graph(render, &out, &graph, format);
	bool written = flush_output(&out);
	accord_buffer_free(&out);
	return written ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}

static int run(const void *options_read, int count, char **words)
{
	const struct args *args = options_read;
	struct question q;
	accord_render render = {0};
	int format = args->format ? accord_plot_format_from(accord_slice_of(args->format)) : ACCORD_PLOT_TEXT;
	if (format < 0)
		return usage_error(&graph_command, "no format '%s'", args->format);
	if (!terminal_setup(&render, args->color))
		return usage_error(&graph_command, "--color %s: always, never or auto", args->color);
	int result = question_open(&q, args->db, ACCORD_STORE_READ, count, words, false);
	if (result < 0) {
		render.query = q.text;
		if (format == ACCORD_PLOT_TEXT)
			pager_start();
		result = draw(&q, args, &render, (accord_plot_format)format);
		pager_end();
	}
	question_close(&q);
	return result;
}

const struct command graph_command = {"graph",
				      "[--format text|dot|svg|html|json] [--limit N] [TERM...]",
				      "who deals with whom",
				      options,
				      sizeof(struct args),
				      run,
				      true};
