/* accord companies: who is in the store, with how many deals; one company with its names and partners. */
#include "question.h"
#include "stored.h"

#include <stdio.h>
#include <string.h>

#define DEFAULT_LIMIT 30
#define PARTNERS 20

struct args {
	const char *db, *format, *color;
	long limit;
	bool all, names;
};

static const struct option_spec options[] = {
	DB_OPTION(struct args),
	{"limit", 'n', "N", "at most N companies (default: 30)", OPTION_NUMBER, offsetof(struct args, limit)},
	{"all", 0, NULL, "all of them", OPTION_FLAG, offsetof(struct args, all)},
	{"names", 0, NULL, "only the names, one a line", OPTION_FLAG, offsetof(struct args, names)},
	{"format", 'f', "FORM", "list or ndjson", OPTION_TEXT, offsetof(struct args, format), "list ndjson"},
	{"color", 0, "WHEN", "always, never or auto", OPTION_TEXT, offsetof(struct args, color),
	 "always never auto"},
	OPTIONS_END,
};

extern const struct command companies_command;

struct listing {
	accord_store *store;
	accord_arena *arena;
	accord_render render;
	accord_buffer out;
	bool details, names_only;
	accord_error err;
};

static void members(accord_json_writer *w, const accord_found_company *c)
{
	accord_json_key(w, "id");
	accord_json_slice(w, c->id);
	accord_json_key(w, "name");
	accord_json_slice(w, c->name);
	accord_json_key(w, "deals");
	accord_json_int(w, c->deals);
}

static void write_json(struct listing *l, const accord_found_company *c, const accord_slice *names,
		       size_t name_count, const accord_found_company *partners, size_t partner_count)
{
	accord_json_writer w;
	accord_json_init(&w, &l->out);
	accord_json_begin_object(&w);
	members(&w, c);
	accord_json_key(&w, "articles");
	accord_json_int(&w, c->articles);
	if (l->details) {
		accord_json_key(&w, "names");
		accord_json_begin_array(&w);
		for (size_t i = 0; i < name_count; i++)
			accord_json_slice(&w, names[i]);
		accord_json_end_array(&w);
		accord_json_key(&w, "partners");
		accord_json_begin_array(&w);
		for (size_t i = 0; i < partner_count; i++) {
			accord_json_begin_object(&w);
			members(&w, &partners[i]);
			accord_json_end_object(&w);
		}
		accord_json_end_array(&w);
	}
	accord_json_end_object(&w);
	accord_buffer_append_char(&l->out, '\n');
}

static void write_text(struct listing *l, const accord_found_company *c, const accord_slice *names,
		       size_t name_count, const accord_found_company *partners, size_t partner_count)
{
	accord_buffer_append_text(&l->out, l->render.colour ? "\033[1m" : "");
	accord_render_text(&l->out, c->name, 32, true);
	accord_buffer_append_text(&l->out, l->render.colour ? "\033[0m" : "");
	accord_buffer_append_format(&l->out, " %7lld deal%s %8lld article%s  ", (long long)c->deals,
				    c->deals == 1 ? " " : "s", (long long)c->articles,
				    c->articles == 1 ? " " : "s");
	accord_render_text(&l->out, c->id, 60, false);
	accord_buffer_append_char(&l->out, '\n');
	if (!l->details)
		return;
	for (size_t i = 0; i < name_count; i++) {
		accord_buffer_append_text(&l->out, i ? ", " : "  also: ");
		accord_render_text(&l->out, names[i], 60, false);
	}
	accord_buffer_append_text(&l->out, name_count ? "\n" : "");
	for (size_t i = 0; i < partner_count; i++) {
		accord_buffer_append_text(&l->out, "  with ");
		accord_render_text(&l->out, partners[i].name, 32, true);
		accord_buffer_append_format(&l->out, " %lld\n", (long long)partners[i].deals);
	}
}

static bool write_one(struct listing *l, const accord_found_company *c)
{
	accord_slice *names = NULL;
	accord_found_company *partners = NULL;
	size_t name_count = 0, partner_count = 0;
	if (l->names_only) {
		accord_render_text(&l->out, c->name, 200, false);
		accord_buffer_append_char(&l->out, '\n');
		return true;
	}
	if (l->details &&
	    (accord_companies_names(l->store, l->arena, c->row, &names, &name_count, &l->err) != ACCORD_OK ||
	     accord_companies_partners(l->store, l->arena, c->row, PARTNERS, &partners, &partner_count,
				       &l->err) != ACCORD_OK))
		return false;
	if (l->render.format == ACCORD_FORMAT_NDJSON)
		write_json(l, c, names, name_count, partners, partner_count);
	else
		write_text(l, c, names, name_count, partners, partner_count);
	return true;
}

/* What is near, as for a query. */
static void tell_near(struct listing *l, accord_slice name)
{
	accord_query *query;
	accord_query_unknown *unknown = NULL;
	size_t count = 0;
	accord_buffer text;
	accord_buffer_init(&text, 1 << 16);
	accord_buffer_append_format(&text, "company:\"%.*s\"", (int)(name.len < 200 ? name.len : 200), name.data);
	if (!memchr(name.data, '"', name.len) &&
	    accord_query_parse(l->arena, (accord_slice){text.data, text.len}, 0, &query, NULL) == ACCORD_OK &&
	    accord_query_resolve(l->store, l->arena, query, NULL, NULL, &unknown, &count, NULL) == ACCORD_OK && count)
		question_tell_unknown(unknown, count);
	else
		complain_text("no company of that name in the store");
	accord_buffer_free(&text);
}

static int list_companies(struct listing *l, const struct args *args, accord_slice name)
{
	accord_found_company *list = NULL;
	size_t n = 0, limit = args->all ? 0 : args->limit > 0 ? (size_t)args->limit : DEFAULT_LIMIT;
	bool good = accord_companies_find(l->store, l->arena, name, limit, &list, &n, &l->err) == ACCORD_OK;
	l->details = name.len > 0 && n > 0 && (n == 1 || list[0].deals >= 0);
	for (size_t i = 0; good && i < n; i++)
		good = write_one(l, &list[i]);
	if (!good)
		complain(&l->err);
	else if (!n && name.len)
		tell_near(l, name);
	good &= flush_output(&l->out);
	return good && n ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}

static int run(const void *options_read, int count, char **words)
{
	const struct args *args = options_read;
	struct listing l = {.arena = accord_arena_new(0)};
	int format = args->format ? accord_format_from(accord_slice_of(args->format)) : ACCORD_FORMAT_LIST;
	int status = EXIT_SOME_FAILED;
	if (format != ACCORD_FORMAT_LIST && format != ACCORD_FORMAT_NDJSON)
		status = usage_error(&companies_command, "no format '%s'", args->format);
	else if (!terminal_setup(&l.render, args->color))
		status = usage_error(&companies_command, "--color %s: always, never or auto", args->color);
	else if (l.arena && (l.store = open_store(args->db, ACCORD_STORE_READ))) {
		accord_buffer_init(&l.out, (size_t)1 << 30);
		l.render.format = (accord_format)format;
		l.names_only = args->names;
		status = list_companies(&l, args, accord_query_join(l.arena, count, words, false));
		accord_buffer_free(&l.out);
	}
	accord_arena_free(l.arena);
	accord_store_close(l.store);
	return status;
}

const struct command companies_command = {"companies",
					  "[--limit N] [--names] [--format list|ndjson] [NAME]",
					  "companies of the store, their names and partners",
					  options,
					  sizeof(struct args),
					  run};
