/* accord timeline: what companies did, along the years. */
#include "pager.h"
#include "question.h"

#include <accord/plot.h>

#include <stdio.h>

#define DEFAULT_LIMIT 500
#define DEFAULT_LANES 20

struct args {
	const char *db, *format, *color;
	long limit, lanes;
};

static const struct option_spec options[] = {
	DB_OPTION(struct args),
	{"format", 'f', "FORM", "text, svg or html", OPTION_TEXT, offsetof(struct args, format),
	 "text svg html"},
	{"limit", 'n', "N", "the newest N deals (default: 500)", OPTION_NUMBER, offsetof(struct args, limit)},
	{"lanes", 0, "N", "at most N lanes (default: 20)", OPTION_NUMBER, offsetof(struct args, lanes)},
	{"color", 0, "WHEN", "always, never or auto", OPTION_TEXT, offsetof(struct args, color),
	 "always never auto"},
	OPTIONS_END,
};

extern const struct command timeline_command;

static int draw(struct question *q, const struct args *args, accord_render *render, accord_plot_format format)
{
	accord_query_options options_asked = {.limit = args->limit > 0 ? (size_t)args->limit : DEFAULT_LIMIT};
	accord_error err = {0};
	accord_timeline timeline;
	accord_slice asked[64];
	accord_buffer out;
	int64_t *rows;
	size_t count, named = accord_query_companies(q->store, q->arena, q->query, asked, 64);
	if (accord_query_run(q->store, q->arena, q->query, &options_asked, &rows, &count, &err) != ACCORD_OK)
		return question_error(&err);
	accord_event *events = accord_arena_calloc(q->arena, count + 1, sizeof *events);
	for (size_t i = 0; events && i < count; i++)
		if (accord_store_get_event(q->store, q->arena, rows[i], &events[i], &err) != ACCORD_OK)
			return question_error(&err);
	if (!events || accord_timeline_make(q->arena, events, count, asked, named,
					    args->lanes > 0 ? (size_t)args->lanes : DEFAULT_LANES, &timeline,
					    &err) != ACCORD_OK)
		return question_error(&err);
	if (!count && !q->unknown)
		complain_text("no deals: %s", q->text.data);
	if (!count)
		return EXIT_SOME_FAILED;
	accord_buffer_init(&out, (size_t)1 << 30);
	accord_render_timeline(render, &out, &timeline, format);
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
	if (format < 0 || format >= ACCORD_PLOT_DOT)
		return usage_error(&timeline_command, "no format '%s'", args->format);
	if (!terminal_setup(&render, args->color))
		return usage_error(&timeline_command, "--color %s: always, never or auto", args->color);
	if (!count)
		return usage_error(&timeline_command, "of which company?");
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

const struct command timeline_command = {"timeline",
					 "[--format text|svg|html] [--lanes N] COMPANY... [TERM...]",
					 "what companies did, along the years",
					 options,
					 sizeof(struct args),
					 run,
					 true};
