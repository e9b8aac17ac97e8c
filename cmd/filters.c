/* accord filters: which entries of feeds are wanted. list, add, remove; test tries them without consequences. */
#include "filters.h"

#include <accord/json.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct option_spec options[] = {
	DB_OPTION(struct filters_args),
	{"feed", 0, "URL", "add: for this feed only; test: as if the entries were this feed's", OPTION_TEXT,
	 offsetof(struct filters_args, feed)},
	{"try", 0, "RULE", "test: with this rule too, \"block title PATTERN\" (repeatable)", OPTION_LIST,
	 offsetof(struct filters_args, tries)},
	{"limit", 0, "N", "test: of what was queued, the newest N (200)", OPTION_NUMBER,
	 offsetof(struct filters_args, limit)},
	{"format", 0, "FORMAT", "list, test: table or ndjson", OPTION_TEXT, offsetof(struct filters_args, format)},
	NETWORK_OPTIONS(struct filters_args, network),
	OPTIONS_END};

extern const struct command filters_command;

bool filters_rule(const char *action, const char *field, const char *pattern, accord_filter_row *row)
{
	accord_error err;
	accord_filter *filter = NULL;
	*row = (accord_filter_row){.keep = !strcmp(action, "keep"),
				   .field = accord_slice_of(field),
				   .pattern = accord_slice_of(pattern)};
	if (!row->keep && strcmp(action, "block") != 0) {
		complain_text("a filter says keep or block, not '%s'", action);
		return false;
	}
	accord_filter_rule rule = {.keep = row->keep, .field = row->field, .pattern = row->pattern};
	if (accord_filter_new(&rule, 1, &filter, &err) != ACCORD_OK) {
		complain(&err);
		return false;
	}
	accord_filter_free(filter);
	return true;
}

static bool add(struct filters_work *work, char **words)
{
	accord_filter_row row;
	accord_error err;
	int64_t id;
	if (!filters_rule(words[0], words[1], words[2], &row))
		return false;
	row.feed = work->feed;
	if (accord_store_filter_add(work->store, &row, &id, &err) != ACCORD_OK) {
		complain(&err);
		return false;
	}
	fprintf(stderr, "accord filters: number %" PRId64 "\n", id);
	return true;
}

static bool remove_one(struct filters_work *work, const char *word)
{
	accord_error err;
	char *end;
	long long id = strtoll(word, &end, 10);
	if (end == word || *end) {
		complain_text("'%s' is no number of a filter", word);
		return false;
	}
	if (accord_store_filter_remove(work->store, id, &err) == ACCORD_OK)
		return true;
	complain(&err);
	return false;
}

static accord_slice feed_of(const accord_feed_row *feeds, size_t count, int64_t id)
{
	for (size_t i = 0; i < count; i++)
		if (feeds[i].id == id)
			return feeds[i].url;
	return accord_slice_of("all feeds");
}

static void write_row(accord_buffer *out, const accord_filter_row *row, accord_slice feed)
{
	accord_json_writer json;
	accord_json_init(&json, out);
	accord_json_begin_object(&json);
	accord_json_key(&json, "number");
	accord_json_int(&json, row->id);
	accord_json_member(&json, "action", accord_slice_of(row->keep ? "keep" : "block"));
	accord_json_member(&json, "field", row->field);
	accord_json_member(&json, "pattern", row->pattern);
	accord_json_member(&json, "feed", row->feed ? feed : (accord_slice){NULL, 0});
	accord_json_end_object(&json);
	accord_buffer_append_char(out, '\n');
}

static bool list(struct filters_work *work)
{
	accord_filter_row *rows;
	accord_feed_row *feeds;
	size_t count, feed_count;
	accord_error err;
	accord_buffer out;
	if (accord_store_filters(work->store, work->arena, &rows, &count, &err) != ACCORD_OK ||
	    accord_store_feeds(work->store, work->arena, &feeds, &feed_count, &err) != ACCORD_OK) {
		complain(&err);
		return false;
	}
	accord_buffer_init(&out, (size_t)1 << 28);
	for (size_t i = 0; i < count; i++) {
		accord_slice feed = feed_of(feeds, feed_count, rows[i].feed);
		if (work->args->format && !strcmp(work->args->format, "ndjson"))
			write_row(&out, &rows[i], feed);
		else
			accord_buffer_append_format(&out, "%4" PRId64 "  %-5s  %-8.*s  /%.*s/  %.*s\n", rows[i].id,
						    rows[i].keep ? "keep" : "block", (int)rows[i].field.len,
						    rows[i].field.data, (int)rows[i].pattern.len,
						    rows[i].pattern.data, (int)feed.len, feed.data);
	}
	if (!count)
		fputs("accord filters: none; every entry of every feed is wanted\n", stderr);
	bool written = flush_output(&out);
	accord_buffer_free(&out);
	return written;
}

static bool find_feed(struct filters_work *work)
{
	accord_feed_row row;
	accord_error err;
	if (!work->args->feed)
		return true;
	if (accord_store_feed_find(work->store, work->arena, accord_slice_of(work->args->feed), &row, &err) !=
	    ACCORD_OK) {
		complain(&err);
		return false;
	}
	work->feed = row.id;
	return true;
}

static int dispatch(struct filters_work *work, const char *verb, int count, char **words)
{
	int status = EXIT_ALL_WELL;
	if (!find_feed(work))
		return EXIT_SOME_FAILED;
	if (!strcmp(verb, "list"))
		return list(work) ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
	if (!strcmp(verb, "add"))
		return add(work, words) ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
	if (!strcmp(verb, "test"))
		return filters_test(work, count, words);
	for (int i = 0; i < count; i++)
		if (!remove_one(work, words[i]))
			status = EXIT_SOME_FAILED;
	return status;
}

static bool usage_is_wrong(const struct filters_args *args, const char *verb, int count)
{
	bool adds = !strcmp(verb, "add"), lists = !strcmp(verb, "list");
	if (!adds && !lists && strcmp(verb, "remove") != 0 && strcmp(verb, "test") != 0)
		usage_error(&filters_command, "'%s' is none of list, add, remove, test", verb);
	else if (adds && count != 3)
		usage_error(&filters_command, "add keep|block title|url|category|content|any PATTERN");
	else if (lists && count)
		usage_error(&filters_command, "list takes no names");
	else if (!strcmp(verb, "remove") && !count)
		usage_error(&filters_command, "remove which number?");
	else if (args->format && strcmp(args->format, "table") != 0 && strcmp(args->format, "ndjson") != 0)
		usage_error(&filters_command, "--format %s: table or ndjson", args->format);
	else
		return false;
	return true;
}

static int run(const void *options_read, int count, char **words)
{
	struct filters_work work = {.args = options_read};
	const char *verb = count ? words[0] : "list";
	count -= count > 0;
	if (usage_is_wrong(work.args, verb, count) ||
	    !network_options(&filters_command, &work.args->network, &work.network))
		return EXIT_USAGE;
	work.arena = accord_arena_new(0);
	work.store = work.arena ? open_store(work.args->db, ACCORD_STORE_WRITE) : NULL;
	int status = work.store ? dispatch(&work, verb, count, words + 1) : EXIT_SOME_FAILED;
	accord_store_close(work.store);
	accord_arena_free(work.arena);
	return status;
}

const struct command filters_command = {
	"filters",
	"list | add keep|block FIELD PATTERN [--feed URL] | remove N... | test [FILE|URL...]",
	"which entries of feeds are wanted",
	options,
	sizeof(struct filters_args),
	run};
