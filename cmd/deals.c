/*
 * accord deals: the query tool. Exit status 0 with an answer, 1 with none (as grep), 2 for a query that
 * cannot be read.
 */
#include "deals.h"
#include "pager.h"

#include <stdio.h>
#include <stdlib.h>

#define OUTPUT_CHUNK ((size_t)256 * 1024)
#define OUTPUT_CEILING ((size_t)1 << 30)
#define DEFAULT_LIMIT 50

#define AT(field) offsetof(struct deals_args, field)

static const struct option_spec options[] = {
	DB_OPTION(struct deals_args),
	{"format", 'f', "FORM", "table, list, json, ndjson, csv, tsv, markdown, html or atom", OPTION_TEXT,
	 AT(format), "table list json ndjson csv tsv markdown html atom"},
	{"sources", 's', NULL, "every report of each deal", OPTION_FLAG, AT(sources)},
	{"context", 'c', NULL, "the sentence that tells it", OPTION_FLAG, AT(context)},
	{"limit", 'n', "N", "at most N deals; 0 for all (default: 50 in tables, all else)", OPTION_TEXT,
	 AT(limit)},
	{"sort", 0, "KEY", "newest, oldest, value, reports, confidence or seen", OPTION_TEXT, AT(sort),
	 "newest oldest value reports confidence seen"},
	{"count", 0, NULL, "only how many there are", OPTION_FLAG, AT(count)},
	{"group-by", 'g', "KEY", "how many by company, type, year or status", OPTION_TEXT, AT(group_by),
	 "company type year status"},
	{"fresh", 0, NULL, "only what some article told as news of its day", OPTION_FLAG, AT(fresh)},
	{"new", 0, NULL, "what is new or has moved on since the last --new with the same query", OPTION_FLAG,
	 AT(only_new)},
	{"watch", 'w', NULL, "go on, and write what is new as it comes", OPTION_FLAG, AT(watch)},
	{"min-confidence", 0, "X", "leave out less sure ones (0 to 1)", OPTION_TEXT, AT(min_confidence)},
	{"save", 0, "NAME", "save the query: @NAME stands for it from now on", OPTION_TEXT, AT(save)},
	{"saved", 0, NULL, "list the saved queries", OPTION_FLAG, AT(saved)},
	{"forget", 0, "NAME", "forget a saved query", OPTION_TEXT, AT(forget)},
	{"color", 0, "WHEN", "always, never or auto", OPTION_TEXT, AT(color), "always never auto"},
	{"explain", 0, NULL, "say on standard error how the query was understood", OPTION_FLAG, AT(explain)},
	OPTIONS_END,
};

static int read_limit(struct asking *ask, accord_format format)
{
	const char *given = ask->args->limit;
	char *end = NULL;
	ask->options.limit = format <= ACCORD_FORMAT_LIST ? DEFAULT_LIMIT : 0;
	if (!given)
		return -1;
	ask->options.limit = strtoul(given, &end, 10);
	if (*end || end == given || given[0] == '-')
		return usage_error(&deals_command, "--limit %s: that is no number", given);
	return -1;
}

static int read_options(struct asking *ask)
{
	const struct deals_args *a = ask->args;
	int format = a->format ? accord_format_from(accord_slice_of(a->format)) : ACCORD_FORMAT_TABLE;
	int sort = a->sort ? accord_query_sort_from(accord_slice_of(a->sort)) : ACCORD_SORT_NEWEST;
	char *end = NULL;
	ask->group = a->group_by ? accord_query_group_from(accord_slice_of(a->group_by)) : -1;
	if (format < 0)
		return usage_error(&deals_command, "no format '%s'", a->format);
	if (sort < 0)
		return usage_error(&deals_command, "no sort key '%s'", a->sort);
	if (a->group_by && ask->group < 0)
		return usage_error(&deals_command, "--group-by %s: company, type, year or status",
				   a->group_by);
	if (a->watch + a->only_new + a->count + (a->group_by != NULL) > 1)
		return usage_error(&deals_command, "only one of --count, --group-by, --new and --watch");
	ask->options.sort = (accord_query_sort)sort;
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
	return read_limit(ask, (accord_format)format);
}

int write_events(struct asking *ask, const int64_t *rows, size_t count)
{
	accord_buffer out;
	accord_arena *arena = accord_arena_new(0);
	accord_error err = {0};
	int result = -1;
	accord_buffer_init(&out, OUTPUT_CEILING);
	accord_render_begin(&ask->render, &out);
	for (size_t i = 0; arena && i < count && result < 0; i++) {
		accord_event event;
		accord_status status =
			accord_store_get_event(ask->question.store, arena, rows[i], &event, &err);
		if (status == ACCORD_OK && ask->render.context)
			status = accord_store_find_parties(ask->question.store, arena, &event, &err);
		if (status != ACCORD_OK) {
			result = question_error(&err);
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

static int count_only(struct asking *ask)
{
	accord_error err = {0};
	int64_t all = 0, newest = 0;
	if (accord_query_count(ask->question.store, ask->question.arena, ask->question.query, &ask->options,
			       &all, &newest, &err) != ACCORD_OK)
		return question_error(&err);
	printf("%lld\n", (long long)all);
	return all ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}

static int write_groups(struct asking *ask)
{
	accord_found_group *groups;
	accord_error err = {0};
	accord_buffer out;
	size_t count;
	if (accord_query_groups(ask->question.store, ask->question.arena, ask->question.query, &ask->options,
				(accord_query_group)ask->group, &groups, &count, &err) != ACCORD_OK)
		return question_error(&err);
	accord_buffer_init(&out, OUTPUT_CEILING);
	bool known = accord_render_groups(&ask->render, &out, groups, count), written = flush_output(&out);
	accord_buffer_free(&out);
	if (!known)
		return usage_error(&deals_command,
				   "groups are written as table, json, ndjson, csv, tsv or markdown");
	return count && written ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}

static int answer(struct asking *ask)
{
	accord_error err = {0};
	int64_t *rows;
	size_t count = 0, limit = ask->options.limit; /* one beyond it tells whether there are more */
	ask->options.limit += limit > 0;
	if (accord_query_run(ask->question.store, ask->question.arena, ask->question.query, &ask->options,
			     &rows, &count, &err) != ACCORD_OK)
		return question_error(&err);
	bool more = limit && count > limit;
	count -= more;
	more &= ask->render.format <= ACCORD_FORMAT_LIST && !ask->args->limit; /* who said how many knows */
	int result = count || ask->render.format >= ACCORD_FORMAT_JSON ? write_events(ask, rows, count) : -1;
	if (result >= 0)
		return result;
	if (more)
		complain_text("there are more; --limit 0 shows all, --count tells how many");
	return count ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}

/* Nothing was found although the store knows the names: how many each has, and where more is to be learned.
 */
static void tell_none(const struct asking *ask, bool asked)
{
	accord_found_company *list;
	accord_slice ids[8];
	size_t n = accord_query_companies(ask->question.store, ask->question.arena, ask->question.query, ids,
					  8),
	       found;
	complain_text("no deals%s%s", asked ? ": " : " in the store yet",
		      asked ? ask->question.text.data : "");
	for (size_t i = 0; i < n; i++)
		if (accord_companies_find(ask->question.store, ask->question.arena, ids[i], 1, &list, &found,
					  NULL) == ACCORD_OK &&
		    found)
			complain_text("%.*s has %lld deal%s, and is named in %lld article%s",
				      (int)list[0].name.len, list[0].name.data, (long long)list[0].deals,
				      list[0].deals == 1 ? "" : "s", (long long)list[0].articles,
				      list[0].articles == 1 ? "" : "s");
	if (n == 2)
		complain_text("'accord why' with both names shows the sentences that name them together");
}

static int ask_store(struct asking *ask, bool asked)
{
	const struct deals_args *a = ask->args;
	if (a->only_new)
		return deals_new(ask);
	if (a->watch)
		return deals_watch(ask);
	int result = a->count ? count_only(ask) : ask->group >= 0 ? write_groups(ask) : answer(ask);
	if (result == EXIT_SOME_FAILED && !ask->question.unknown && !a->count)
		tell_none(ask, asked);
	return result;
}

static int run(const void *options_read, int count, char **words)
{
	struct asking ask = {.args = options_read};
	const struct deals_args *a = ask.args;
	int result = read_options(&ask);
	if (result >= 0)
		return result;
	if (a->saved)
		return deals_list_saved(a);
	if (a->forget)
		return deals_forget(a);
	if (a->save)
		return deals_save(a, count, words);
	ask.options.fresh = a->fresh;
	result = question_open(&ask.question, a->db, a->only_new ? ACCORD_STORE_WRITE : ACCORD_STORE_READ,
			       count, words, a->explain);
	if (result < 0) {
		ask.render.query = ask.question.text;
		if (!a->watch)
			pager_start();
		result = ask_store(&ask, count > 0);
		pager_end();
	}
	question_close(&ask.question);
	return result;
}

const struct command deals_command = {
	"deals",
	"[--format FORM] [--sources] [--limit N] [--sort KEY] [--group-by KEY] [--new | --watch] [TERM...]",
	"ask for deals: companies, type:, status:, since:, value:, …",
	options,
	sizeof(struct deals_args),
	run,
	true};
