/*
 * accord deals: the query tool. Exit status 0 with an answer, 1 with none (as grep), 2 for a query that
 * cannot be read.
 */
#include "stored.h"

#include <accord/gazetteer.h>
#include <accord/period.h>
#include <accord/query.h>
#include <accord/rules.h>

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define OUTPUT_CHUNK ((size_t)256 * 1024)
#define OUTPUT_CEILING ((size_t)1 << 30)
#define DEFAULT_LIMIT 50

struct args {
	const char *db, *format, *sort, *color, *min_confidence, *limit;
	bool sources, context, count, only_new, explain;
};

static const struct option_spec options[] = {
	DB_OPTION(struct args),
	{"format", 'f', "FORM", "table, list, json, ndjson, csv, tsv, markdown, html or atom", OPTION_TEXT,
	 offsetof(struct args, format)},
	{"sources", 's', NULL, "every report of each deal", OPTION_FLAG, offsetof(struct args, sources)},
	{"context", 'c', NULL, "the sentence that tells it", OPTION_FLAG, offsetof(struct args, context)},
	{"limit", 'n', "N", "at most N deals; 0 for all (default: 50 in tables, all else)", OPTION_TEXT,
	 offsetof(struct args, limit)},
	{"sort", 0, "KEY", "newest, oldest, value, reports, confidence or seen", OPTION_TEXT,
	 offsetof(struct args, sort)},
	{"count", 0, NULL, "only how many there are", OPTION_FLAG, offsetof(struct args, count)},
	{"new", 0, NULL, "what is new or has moved on since the last --new with the same query", OPTION_FLAG,
	 offsetof(struct args, only_new)},
	{"min-confidence", 0, "X", "leave out less sure ones (0 to 1)", OPTION_TEXT,
	 offsetof(struct args, min_confidence)},
	{"color", 0, "WHEN", "always, never or auto", OPTION_TEXT, offsetof(struct args, color)},
	{"explain", 0, NULL, "say on standard error how the query was understood", OPTION_FLAG,
	 offsetof(struct args, explain)},
	OPTIONS_END,
};

struct asking {
	const struct args *args;
	accord_store *store;
	accord_arena *arena;
	accord_query *query;
	accord_query_options options;
	accord_render render;
	accord_slice text;
	accord_gazetteer *gazetteer; /* loaded when a name is asked for that no article uses */
	char setting[4200];
};

extern const struct command deals_command;

/* Names in the query that the store does not know, and what is near. */
static void tell_unknown(const accord_query_unknown *unknown, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		accord_buffer line;
		accord_buffer_init(&line, 1 << 16);
		accord_buffer_append_text(&line, "no article names '");
		accord_render_text(&line, unknown[i].name, 60, false);
		accord_buffer_append_char(&line, '\'');
		for (size_t k = 0; k < unknown[i].near_count; k++) {
			accord_buffer_append_text(&line, !k                               ? "; did you mean "
							 : k + 1 == unknown[i].near_count ? " or "
											  : ", ");
			accord_render_text(&line, unknown[i].near[k], 40, false);
		}
		accord_buffer_append_text(&line, unknown[i].near_count ? "?" : "");
		complain_text("%s", line.data ? line.data : "");
		accord_buffer_free(&line);
	}
}

static int read_options(struct asking *ask)
{
	const struct args *a = ask->args;
	int format = a->format ? accord_format_from(accord_slice_of(a->format)) : ACCORD_FORMAT_TABLE;
	int sort = a->sort ? accord_query_sort_from(accord_slice_of(a->sort)) : ACCORD_SORT_NEWEST;
	char *end = NULL;
	if (format < 0)
		return usage_error(&deals_command, "no format '%s'", a->format);
	if (sort < 0)
		return usage_error(&deals_command, "no sort key '%s'", a->sort);
	ask->options.sort = (accord_query_sort)sort;
	ask->options.limit = format <= ACCORD_FORMAT_LIST ? DEFAULT_LIMIT : 0;
	if (a->limit) {
		ask->options.limit = strtoul(a->limit, &end, 10);
		if (*end || end == a->limit || a->limit[0] == '-')
			return usage_error(&deals_command, "--limit %s: that is no number", a->limit);
	}
	if (a->min_confidence) {
		ask->options.min_confidence = strtod(a->min_confidence, &end);
		if (*end || !(ask->options.min_confidence >= 0 && ask->options.min_confidence <= 1))
			return usage_error(&deals_command, "--min-confidence %s: between 0 and 1",
					   a->min_confidence);
	}
	ask->render.format = (accord_format)format;
	ask->render.sources = a->sources;
	ask->render.context = a->context;
	if (!terminal_setup(&ask->render, a->color))
		return usage_error(&deals_command, "--color %s: always, never or auto", a->color);
	return -1;
}

static int ask_error(const accord_error *err)
{
	complain(err);
	return err->status == ACCORD_EINPUT ? EXIT_USAGE : EXIT_SOME_FAILED;
}

static int64_t today(void)
{
	time_t now = time(NULL);
	struct tm local;
	localtime_r(&now, &local);
	return accord_day_of(local.tm_year + 1900, (unsigned)local.tm_mon + 1, (unsigned)local.tm_mday);
}

/* The id of the company that the shipped files know under a name: "Facebook" is meta. */
static accord_slice alias(void *context, accord_slice name)
{
	struct asking *ask = context;
	const char *folders[ACCORD_DEFAULT_FOLDERS];
	if (!ask->gazetteer)
		accord_gazetteer_load(folders, accord_rules_default_folders(folders), &ask->gazetteer, NULL);
	const accord_known_company *company =
		ask->gazetteer ? accord_gazetteer_find(ask->gazetteer, name) : NULL;
	return company ? company->id : (accord_slice){NULL, 0};
}

static int understand(struct asking *ask, int count, char **words, size_t *unknown_count)
{
	accord_error err = {0};
	accord_query_unknown *unknown = NULL;
	ask->text = accord_query_join(ask->arena, count, words);
	ask->render.query = ask->text;
	if (accord_query_parse(ask->arena, ask->text, today(), &ask->query, &err) != ACCORD_OK)
		return ask_error(&err);
	ask->store = open_store(ask->args->db, ask->args->only_new ? ACCORD_STORE_WRITE : ACCORD_STORE_READ);
	if (!ask->store)
		return EXIT_SOME_FAILED;
	if (accord_query_resolve(ask->store, ask->arena, ask->query, alias, ask, &unknown, unknown_count,
				 &err) != ACCORD_OK)
		return ask_error(&err);
	if (ask->args->explain) {
		accord_buffer line;
		accord_buffer_init(&line, 1 << 20);
		accord_query_explain(&line, ask->query);
		complain_text("%s", line.data ? line.data : "");
		accord_buffer_free(&line);
	}
	tell_unknown(unknown, *unknown_count);
	return -1;
}

/* The number of the merge up to which this query was answered before. */
static void read_mark(struct asking *ask)
{
	accord_slice value;
	snprintf(ask->setting, sizeof ask->setting, "new:%.*s",
		 (int)(ask->text.len < 4100 ? ask->text.len : 4100), ask->text.data);
	if (ask->args->only_new &&
	    accord_store_setting_get(ask->store, ask->arena, ask->setting, &value, NULL) == ACCORD_OK &&
	    value.len)
		ask->options.changed_after = strtoll(value.data, NULL, 10);
}

static int write_mark(struct asking *ask, int64_t newest)
{
	char number[32];
	accord_error err = {0};
	if (!ask->args->only_new || newest <= ask->options.changed_after)
		return -1;
	snprintf(number, sizeof number, "%lld", (long long)newest);
	if (accord_store_setting_set(ask->store, ask->setting, accord_slice_of(number), &err) != ACCORD_OK)
		return ask_error(&err);
	return -1;
}

static int write_events(struct asking *ask, const int64_t *rows, size_t count)
{
	accord_buffer out;
	accord_arena *arena = accord_arena_new(0);
	accord_error err = {0};
	int result = -1;
	accord_buffer_init(&out, OUTPUT_CEILING);
	accord_render_begin(&ask->render, &out);
	for (size_t i = 0; arena && i < count && result < 0; i++) {
		accord_event event;
		if (accord_store_get_event(ask->store, arena, rows[i], &event, &err) != ACCORD_OK) {
			result = ask_error(&err);
			break;
		}
		accord_render_event(&ask->render, &out, &event);
		accord_arena_clear(arena);
		if (out.len > OUTPUT_CHUNK && !flush_output(&out))
			result = EXIT_SOME_FAILED;
	}
	if (result < 0)
		accord_render_end(&ask->render, &out);
	if (!flush_output(&out) || !arena)
		result = EXIT_SOME_FAILED;
	accord_buffer_free(&out);
	accord_arena_free(arena);
	return result;
}

static int answer(struct asking *ask)
{
	accord_error err = {0};
	int64_t *rows, all = 0, newest = 0;
	size_t count = 0;
	read_mark(ask);
	bool counting = ask->args->count || ask->args->only_new;
	if (counting && accord_query_count(ask->store, ask->arena, ask->query, &ask->options, &all, &newest,
					   &err) != ACCORD_OK)
		return ask_error(&err);
	if (ask->args->count) {
		printf("%lld\n", (long long)all);
		return all ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
	}
	size_t limit = ask->options.limit; /* one beyond it tells whether there are more */
	ask->options.limit += limit > 0;
	if (accord_query_run(ask->store, ask->arena, ask->query, &ask->options, &rows, &count, &err) !=
	    ACCORD_OK)
		return ask_error(&err);
	bool more = limit && count > limit;
	count -= more;
	more &= ask->render.format <= ACCORD_FORMAT_LIST;
	bool frame = ask->render.format >= ACCORD_FORMAT_JSON && !ask->args->only_new;
	int result = count || frame ? write_events(ask, rows, count) : -1;
	if (result < 0)
		result = write_mark(ask, newest);
	if (result >= 0)
		return result;
	if (more)
		complain_text("there are more; --limit 0 shows all, --count tells how many");
	return count ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}

static int run(const void *options_read, int count, char **words)
{
	struct asking ask = {.args = options_read, .arena = accord_arena_new(0)};
	size_t unknown = 0;
	int result = ask.arena ? read_options(&ask) : EXIT_SOME_FAILED;
	if (result < 0)
		result = understand(&ask, count, words, &unknown);
	if (result < 0) {
		result = answer(&ask);
		if (result == EXIT_SOME_FAILED && !unknown && !ask.args->only_new && !ask.args->count)
			complain_text("no deals%s%s", count ? ": " : " in the store yet",
				      count ? ask.text.data : "");
	}
	accord_gazetteer_free(ask.gazetteer);
	accord_store_close(ask.store);
	accord_arena_free(ask.arena);
	return result;
}

const struct command deals_command = {
	"deals",
	"[--format FORM] [--sources] [--limit N] [--sort KEY] [--new] [TERM...]",
	"ask for deals: companies, type:, status:, since:, value:, …",
	options,
	sizeof(struct args),
	run,
	true};
