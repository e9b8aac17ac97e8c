/*
 * accord filters test: the dry run. Entries of feeds in files or at URLs, else those that were queued, each
 * with what the rules make of it, which rule that is, and the words that it hit. Nothing is changed.
 */
#include "filters.h"

#include "crawl.h"

#include <accord/feed.h>
#include <accord/json.h>
#include <accord/url.h>

#include <stdio.h>
#include <string.h>

#define FEED_BYTES ((size_t)64 << 20)
#define QUEUED 200

struct trial {
	struct filters_work *work;
	accord_filter *filter;
	accord_buffer out;
	size_t entries, wanted;
	bool json, failed;
};

static void write_verdict(struct trial *trial, const accord_filter_subject *subject,
			  const accord_filter_verdict *verdict, const char *answer)
{
	accord_json_writer json;
	accord_json_init(&json, &trial->out);
	accord_json_begin_object(&json);
	accord_json_member(&json, "url", subject->url);
	accord_json_member(&json, "title", subject->title);
	accord_json_member(&json, "answer", accord_slice_of(answer));
	if (verdict->rule) {
		accord_json_key(&json, "filter");
		accord_json_int(&json, verdict->rule->number);
		accord_json_member(&json, "field", accord_slice_of(verdict->field));
		accord_json_member(&json, "hit", verdict->hit);
	}
	accord_json_end_object(&json);
	accord_buffer_append_char(&trial->out, '\n');
}

/* Foreign words on a line of their own length: no control characters. */
static void append_words(accord_buffer *out, accord_slice words, size_t most)
{
	size_t len = words.len < most ? words.len : most;
	while (len && len < words.len && ((unsigned char)words.data[len] & 0xC0) == 0x80)
		len--;
	for (size_t i = 0; words.data && i < len; i++) {
		unsigned char c = (unsigned char)words.data[i];
		accord_buffer_append_char(out, c < 0x20 || c == 0x7f ? ' ' : (char)c);
	}
	accord_buffer_append_text(out, len < words.len ? "…" : "");
}

static void print_verdict(struct trial *trial, const accord_filter_subject *subject,
			  const accord_filter_verdict *verdict, const char *answer)
{
	accord_buffer_append_format(&trial->out, "%-5s  ", answer);
	append_words(&trial->out, subject->title.len ? subject->title : subject->url, 100);
	if (verdict->rule) {
		accord_buffer_append_format(&trial->out, "  (%s %lld, %s: ",
					    verdict->rule->number ? "filter" : "--try",
					    (long long)verdict->rule->number, verdict->field);
		append_words(&trial->out, verdict->hit, 60);
		accord_buffer_append_char(&trial->out, ')');
	} else if (verdict->answer == ACCORD_FILTER_BLOCK) {
		accord_buffer_append_text(&trial->out, "  (no keep rule hit)");
	} else if (verdict->answer == ACCORD_FILTER_OPEN) {
		accord_buffer_append_text(&trial->out, "  (the article's text decides)");
	}
	accord_buffer_append_char(&trial->out, '\n');
}

static void judge(struct trial *trial, const accord_filter_subject *subject)
{
	static const char *const answers[] = {"keep", "block", "open"};
	accord_filter_verdict verdict = accord_filter_check(trial->filter, subject);
	trial->entries++;
	trial->wanted += verdict.answer != ACCORD_FILTER_BLOCK;
	(trial->json ? write_verdict : print_verdict)(trial, subject, &verdict, answers[verdict.answer]);
	if (trial->out.len > 65536 && !flush_output(&trial->out))
		trial->failed = true;
}

static bool judge_feed(struct trial *trial, accord_slice bytes, const accord_feed_options *options, int64_t id,
		       const char *name)
{
	accord_feed feed;
	accord_error err;
	accord_arena *arena = accord_arena_new(0);
	accord_status status = arena ? accord_feed_parse(arena, bytes.data, bytes.len, options, &feed, &err)
				     : accord_error_set(&err, ACCORD_ENOMEM, "out of memory");
	for (size_t i = 0; status == ACCORD_OK && i < feed.entry_count; i++) {
		const accord_feed_entry *e = &feed.entries[i];
		accord_slice key = {NULL, 0};
		accord_url_canonical(arena, e->link, &key, NULL);
		accord_filter_subject subject = {.feed = id,
						 .title = e->title,
						 .url = key,
						 .content = e->content.data ? e->content : e->summary,
						 .categories = e->categories,
						 .category_count = e->category_count};
		judge(trial, &subject);
	}
	if (status != ACCORD_OK) {
		accord_error_at(&err, name, 0, 0);
		complain(&err);
	}
	accord_arena_free(arena);
	return status == ACCORD_OK;
}

static bool judge_file(void *context, const struct input *input)
{
	struct trial *trial = context;
	if (input->err) {
		complain(input->err);
		return false;
	}
	return judge_feed(trial, input->bytes, NULL, trial->work->feed, input->name);
}

static void answered(accord_fetcher *fetcher, const accord_fetch_result *result, void *context)
{
	struct trial *trial = context;
	accord_feed_row row = {.id = trial->work->feed};
	accord_feed_options options = {.base_url = result->url, .content_type = result->content_type};
	(void)fetcher;
	if (result->outcome != ACCORD_FETCHED) {
		complain_text("%s: %s", result->request->url, result->message ? result->message : "no answer");
		trial->failed = true;
		return;
	}
	if (!row.id)
		accord_store_feed_find(trial->work->store, trial->work->arena,
				       accord_slice_of(result->request->url), &row, NULL);
	if (!judge_feed(trial, result->body, &options, row.id, result->request->url))
		trial->failed = true;
}

static void judge_urls(struct trial *trial, int count, char **words)
{
	accord_fetcher *fetcher = NULL;
	accord_error err;
	bool good = accord_fetcher_new(&trial->work->network, &fetcher, &err) == ACCORD_OK;
	for (int i = 0; good && i < count; i++) {
		accord_fetch_request request = {.url = words[i], .max_body = FEED_BYTES};
		if (!strstr(words[i], "://"))
			continue;
		good = accord_fetcher_add(fetcher, &request, &err) == ACCORD_OK;
	}
	if (!good || accord_fetcher_run(fetcher, answered, trial, &err) != ACCORD_OK) {
		complain(&err);
		trial->failed = true;
	}
	accord_fetcher_free(fetcher);
}

static void judge_queued_row(struct trial *trial, const accord_due *due)
{
	accord_stored_document stored;
	accord_slice categories[64];
	accord_arena *arena = accord_arena_new(0);
	if (!arena)
		return;
	bool whole = accord_store_get_document(trial->work->store, arena, due->url, &stored, NULL) == ACCORD_OK;
	accord_filter_subject subject = {.feed = trial->work->feed ? trial->work->feed : due->feed,
					 .title = due->title,
					 .url = due->url,
					 .categories = categories,
					 .category_count = crawl_categories(due, categories, 64),
					 .content = whole ? stored.document.text : (accord_slice){NULL, 0},
					 .whole = whole};
	judge(trial, &subject);
	accord_arena_free(arena);
}

static void judge_queued(struct trial *trial)
{
	accord_due *rows;
	size_t count;
	accord_error err;
	long limit = trial->work->args->limit;
	if (accord_store_queue_newest(trial->work->store, trial->work->arena, limit > 0 ? (size_t)limit : QUEUED,
				      &rows, &count, &err) != ACCORD_OK) {
		complain(&err);
		trial->failed = true;
		return;
	}
	for (size_t i = 0; i < count; i++)
		judge_queued_row(trial, &rows[i]);
}

/* "block title PATTERN" */
static bool read_try(accord_arena *arena, const char *text, accord_filter_rule *rule)
{
	accord_filter_row row;
	char *copy = accord_arena_copy(arena, text, strlen(text)), *rest = NULL;
	const char *action = copy ? strtok_r(copy, " ", &rest) : NULL, *field = action ? strtok_r(NULL, " ", &rest) : NULL;
	if (!field || !rest || !*rest) {
		complain_text("--try '%s': that is no \"block title PATTERN\"", text);
		return false;
	}
	if (!filters_rule(action, field, rest, &row))
		return false;
	*rule = (accord_filter_rule){.keep = row.keep, .field = row.field, .pattern = row.pattern};
	return true;
}

static bool load(struct trial *trial)
{
	const struct filters_args *args = trial->work->args;
	accord_filter_row *rows;
	accord_error err;
	size_t count;
	if (accord_store_filters(trial->work->store, trial->work->arena, &rows, &count, &err) != ACCORD_OK) {
		complain(&err);
		return false;
	}
	size_t all = count + args->tries.count;
	accord_filter_rule *rules = accord_arena_calloc(trial->work->arena, all + 1, sizeof *rules);
	for (size_t i = 0; rules && i < count; i++)
		rules[i] = (accord_filter_rule){rows[i].id, rows[i].feed, rows[i].keep, rows[i].field,
						rows[i].pattern};
	for (size_t i = 0; rules && i < args->tries.count; i++)
		if (!read_try(trial->work->arena, args->tries.items[i], &rules[count + i]))
			return false;
	if (rules && accord_filter_new(rules, all, &trial->filter, &err) == ACCORD_OK)
		return true;
	complain_text("a filter cannot be used: %s", rules ? err.message : "out of memory");
	return false;
}

int filters_test(struct filters_work *work, int count, char **words)
{
	struct trial trial = {.work = work, .json = work->args->format && !strcmp(work->args->format, "ndjson")};
	int files = 0, status = EXIT_ALL_WELL;
	if (!load(&trial))
		return EXIT_SOME_FAILED;
	accord_buffer_init(&trial.out, (size_t)1 << 28);
	char **names = accord_arena_calloc(work->arena, (size_t)count + 1, sizeof *names);
	for (int i = 0; names && i < count; i++)
		if (!strstr(words[i], "://"))
			names[files++] = words[i];
	if (!count)
		judge_queued(&trial);
	if (names && files)
		status = each_input(files, names, judge_file, &trial);
	if (count > files)
		judge_urls(&trial, count, words);
	if (!flush_output(&trial.out) || trial.failed)
		status = EXIT_SOME_FAILED;
	if (!trial.json)
		fprintf(stderr, "accord filters: %zu entries, %zu wanted\n", trial.entries, trial.wanted);
	accord_buffer_free(&trial.out);
	accord_filter_free(trial.filter);
	return status;
}
