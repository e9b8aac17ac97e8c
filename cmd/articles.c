/* accord articles: full-text search over what is stored. */
#include "stored.h"

#include <accord/period.h>

#include <stdio.h>
#include <string.h>
#include <time.h>

#define DEFAULT_LIMIT 20

struct args {
	const char *db, *format, *color;
	long limit;
	bool all;
};

static const struct option_spec options[] = {
	DB_OPTION(struct args),
	{"limit", 'n', "N", "at most N articles (default: 20)", OPTION_NUMBER, offsetof(struct args, limit)},
	{"all", 0, NULL, "all of them", OPTION_FLAG, offsetof(struct args, all)},
	{"format", 'f', "FORM", "list or ndjson", OPTION_TEXT, offsetof(struct args, format)},
	{"color", 0, "WHEN", "always, never or auto", OPTION_TEXT, offsetof(struct args, color)},
	OPTIONS_END,
};

extern const struct command articles_command;

static void add(accord_buffer *out, accord_slice text, size_t width)
{
	accord_render_text(out, text.data ? text : accord_slice_of("–"), width, false);
}

/* The snippet's hits stand between the control characters 1 and 2: bold, or as they are. */
static void write_snippet(accord_buffer *out, accord_slice snippet, bool colour)
{
	for (size_t at = 0; at < snippet.len;) {
		size_t n = at;
		while (n < snippet.len && snippet.data[n] != 1 && snippet.data[n] != 2)
			n++;
		bool blank = n > at && snippet.data[at] == ' ',
		     tail = n > at + 1 && snippet.data[n - 1] == ' ';
		accord_buffer_append_text(out, blank ? " " : "");
		accord_render_text(out, (accord_slice){snippet.data + at, n - at}, 1000, false);
		if (out->len && out->data[out->len - 1] == ' ')
			tail = false;
		accord_buffer_append_text(out, tail ? " " : "");
		if (n < snippet.len && colour)
			accord_buffer_append_text(out, snippet.data[n] == 1 ? "\033[1m" : "\033[0m");
		at = n + 1;
	}
}

static void write_text(accord_buffer *out, const accord_found_article *a, const accord_render *r)
{
	accord_buffer_append_text(out, r->colour ? "\033[1m" : "");
	add(out, a->title, 400);
	accord_buffer_append_text(out, r->colour ? "\033[0m\n  " : "\n  ");
	add(out, (accord_slice){a->published.data, a->published.len < 10 ? a->published.len : 10}, 10);
	accord_buffer_append_char(out, ' ');
	add(out, a->site, 60);
	accord_buffer_append_char(out, ' ');
	add(out, a->lang, 8);
	accord_buffer_append_format(out, ", %lld deal%s, ", (long long)a->deals, a->deals == 1 ? "" : "s");
	add(out, a->id, 100);
	accord_buffer_append_char(out, '\n');
	if (a->snippet.len) {
		accord_buffer_append_text(out, "  ");
		write_snippet(out, a->snippet, r->colour);
		accord_buffer_append_char(out, '\n');
	}
}

static void write_json(accord_buffer *out, const accord_found_article *a)
{
	accord_json_writer w;
	accord_json_init(&w, out);
	accord_json_begin_object(&w);
	const struct {
		const char *key;
		accord_slice value;
	} members[] = {{"id", a->id},     {"url", a->url},     {"site", a->site},
		       {"lang", a->lang}, {"title", a->title}, {"published", a->published}};
	for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
		accord_json_key(&w, members[i].key);
		accord_json_slice(&w, members[i].value);
	}
	if (a->snippet.len) {
		accord_buffer plain;
		accord_buffer_init(&plain, 1 << 16);
		write_snippet(&plain, a->snippet, false);
		accord_json_key(&w, "snippet");
		accord_json_string(&w, plain.data ? plain.data : "", plain.len);
		accord_buffer_free(&plain);
	}
	accord_json_key(&w, "deals");
	accord_json_int(&w, a->deals);
	accord_json_end_object(&w);
	accord_buffer_append_char(out, '\n');
}

static int answer(accord_store *store, accord_arena *arena, const struct args *args, const accord_render *r,
		  int count, char **words)
{
	accord_error err = {0};
	accord_found_article *list = NULL;
	size_t n = 0;
	accord_buffer out;
	size_t limit = args->all ? 0 : args->limit > 0 ? (size_t)args->limit : DEFAULT_LIMIT;
	if (accord_articles_find(store, arena, accord_query_join(arena, count, words, false), time(NULL) / 86400,
				 limit, &list, &n, &err) != ACCORD_OK) {
		complain(&err);
		return err.status == ACCORD_EINPUT ? EXIT_USAGE : EXIT_SOME_FAILED;
	}
	accord_buffer_init(&out, (size_t)1 << 30);
	bool good = true;
	for (size_t i = 0; i < n && good; i++) {
		if (r->format == ACCORD_FORMAT_NDJSON)
			write_json(&out, &list[i]);
		else
			write_text(&out, &list[i], r);
		good = flush_output(&out);
	}
	accord_buffer_free(&out);
	if (!n)
		complain_text("no article fits");
	return n && good ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}

static int run(const void *options_read, int count, char **words)
{
	const struct args *args = options_read;
	accord_render render = {0};
	int format = args->format ? accord_format_from(accord_slice_of(args->format)) : ACCORD_FORMAT_LIST;
	if (format != ACCORD_FORMAT_LIST && format != ACCORD_FORMAT_NDJSON)
		return usage_error(&articles_command, "no format '%s'", args->format);
	if (!terminal_setup(&render, args->color))
		return usage_error(&articles_command, "--color %s: always, never or auto", args->color);
	render.format = (accord_format)format;
	accord_store *store = open_store(args->db, ACCORD_STORE_READ);
	accord_arena *arena = accord_arena_new(0);
	int status = store && arena ? answer(store, arena, args, &render, count, words) : EXIT_SOME_FAILED;
	accord_arena_free(arena);
	accord_store_close(store);
	return status;
}

const struct command articles_command = {"articles",
					 "[--limit N] [--format list|ndjson] [WORD...]",
					 "search the text of stored articles",
					 options,
					 sizeof(struct args),
					 run,
					 true};
