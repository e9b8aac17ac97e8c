/*
 * Feeds: dates over a table, entries over a table of fragments, whole feeds over tests/feeds/NAME.feed and
 * what they must give, NAME.json. Each whole feed is read at once and in pieces of several sizes, with the
 * same result.
 */
#include <accord/feed_date.h>
#include <accord/feed_json.h>

#include "table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <dirent.h>

static accord_arena *arena;

static bool check_date(char *input, char *expected)
{
	accord_feed_date date;
	accord_error err;
	char got[ACCORD_FEED_DATE_SIZE + 256];
	if (accord_feed_date_read(accord_slice_of(input), &date, &err) == ACCORD_OK)
		accord_feed_date_text(&date, got);
	else
		snprintf(got, sizeof got, "! %s", err.message);
	while (*input == ' ')
		input++;
	if (!strcmp(got, expected))
		return true;
	fprintf(stderr, "\"%s\": got %s, expected %s\n", input, got, expected);
	return false;
}

static void dates(void **state)
{
	(void)state;
	assert_int_equal(table_run(TEST_CASES "/feed_date.cases", check_date), 0);
}

/* Reading
 * ------------------------------------------------------------------------------------------------------ */

static bool write_entry(void *context, const accord_feed *feed, const accord_feed_entry *entry)
{
	(void)feed;
	accord_feed_entry_write(context, entry);
	return true;
}

static void end_feed(accord_json_writer *writer, const accord_feed *feed)
{
	accord_json_end_array(writer);
	accord_feed_write(writer, feed);
	accord_json_end_object(writer);
}

static void write_error(accord_buffer *out, const accord_error *err)
{
	accord_json_writer writer;
	accord_buffer_clear(out);
	accord_json_init(&writer, out);
	accord_json_begin_object(&writer);
	accord_json_member(&writer, "error", accord_slice_of(err->message));
	accord_json_end_object(&writer);
}

/* A feed as JSON, read in pieces of `piece` bytes, or at once for 0. */
static json_t *read_feed(const char *bytes, size_t len, const accord_feed_options *options, size_t piece)
{
	accord_buffer out;
	accord_json_writer writer;
	accord_error err = {0};
	accord_buffer_init(&out, 1 << 24);
	accord_json_init(&writer, &out);
	accord_json_begin_object(&writer);
	accord_json_key(&writer, "entries");
	accord_json_begin_array(&writer);
	accord_status status = ACCORD_OK;
	if (!piece) {
		accord_feed feed;
		status = accord_feed_parse(arena, bytes, len, options, &feed, &err);
		for (size_t i = 0; status == ACCORD_OK && i < feed.entry_count; i++)
			accord_feed_entry_write(&writer, &feed.entries[i]);
		if (status == ACCORD_OK)
			end_feed(&writer, &feed);
	} else {
		/* Judged early, so that all behind is read piece by piece indeed. */
		accord_feed_options early = options ? *options : (accord_feed_options){0};
		early.judge_after = 100;
		accord_feed_reader *reader = accord_feed_reader_new(&early, write_entry, &writer);
		const accord_feed *feed;
		for (size_t at = 0; at < len && status == ACCORD_OK; at += piece)
			status = accord_feed_reader_push(reader, bytes + at,
							 len - at < piece ? len - at : piece, &err);
		if (status == ACCORD_OK &&
		    (status = accord_feed_reader_finish(reader, &feed, &err)) == ACCORD_OK)
			end_feed(&writer, feed);
		accord_feed_reader_free(reader);
	}
	if (status != ACCORD_OK)
		write_error(&out, &err);
	json_error_t error;
	json_t *root = json_loadb(out.data, out.len, 0, &error);
	if (!root)
		fprintf(stderr, "output is no JSON: %s\n", error.text);
	accord_buffer_free(&out);
	accord_arena_clear(arena);
	return root;
}

/* Whether all that `want` has, `got` has too; null stands for absent. */
static bool covers(const json_t *got, const json_t *want)
{
	if (json_is_object(want)) {
		const char *key;
		json_t *value;
		json_object_foreach((json_t *)(uintptr_t)want, key, value)
		{
			json_t *found = json_object_get(got, key);
			if (json_is_null(value) ? found != NULL : !found || !covers(found, value))
				return false;
		}
		return json_is_object(got);
	}
	if (json_is_array(want)) {
		for (size_t i = 0; i < json_array_size(want); i++)
			if (!covers(json_array_get(got, i), json_array_get(want, i)))
				return false;
		return json_array_size(got) == json_array_size(want);
	}
	return json_equal(got, want);
}

static bool check_json(const char *name, json_t *got, const json_t *want)
{
	bool good = got && want && covers(got, want);
	if (!good) {
		char *is = got ? json_dumps(got, JSON_COMPACT) : NULL,
		     *should = want ? json_dumps(want, JSON_COMPACT) : NULL;
		fprintf(stderr, "%s:\n  got      %s\n  expected %s\n", name, is ? is : "-",
			should ? should : "no JSON");
		free(is);
		free(should);
	}
	return good;
}

/* Fragments
 * ---------------------------------------------------------------------------------------------------- */

static const struct {
	const char *name, *before, *after;
} frames[] = {
	{"rss ", "<rss version='2.0'><channel><item>", "</item></channel></rss>"},
	{"channel ", "<rss version='2.0'><channel>", "</channel></rss>"},
	{"rdf ",
	 "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>",
	 "</rdf:RDF>"},
	{"atom ", "<feed xmlns='http://www.w3.org/2005/Atom'><entry>", "</entry></feed>"},
	{"atomfeed ", "<feed xmlns='http://www.w3.org/2005/Atom'>", "</feed>"},
	{"atom03 ", "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry>", "</entry></feed>"},
	{"jsonitem ", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{", "}]}"},
	{"raw ", "", ""},
};

static bool check_fragment(char *input, char *expected)
{
	size_t f = 0;
	while (f < sizeof frames / sizeof *frames &&
	       strncmp(input, frames[f].name, strlen(frames[f].name)) != 0)
		f++;
	if (f == sizeof frames / sizeof *frames)
		return false;
	char *body = input + strlen(frames[f].name);
	size_t len = frames[f].name[0] == 'j' ? strlen(body) : table_unescape(body);
	accord_buffer whole;
	accord_buffer_init(&whole, 1 << 20);
	accord_buffer_append_text(&whole, frames[f].before);
	accord_buffer_append(&whole, body, len);
	accord_buffer_append_text(&whole, frames[f].after);
	static const accord_feed_options options = {.base_url = "https://news.example/feeds/all.xml"};
	json_t *got = read_feed(whole.data, whole.len, &options, 0);
	json_t *want = json_loads(expected, 0, NULL);
	bool entry = strcmp(frames[f].name, "raw ") && strcmp(frames[f].name, "channel ") &&
		     strcmp(frames[f].name, "atomfeed ") && strcmp(frames[f].name, "rdf ");
	bool good = check_json(input, entry ? json_array_get(json_object_get(got, "entries"), 0) : got, want);
	json_decref(got);
	json_decref(want);
	accord_buffer_free(&whole);
	return good;
}

static void fragments(void **state)
{
	(void)state;
	assert_int_equal(table_run(TEST_CASES "/feed.cases", check_fragment), 0);
}

/* Whole feeds
 * -------------------------------------------------------------------------------------------------- */

static char *read_file(const char *path, size_t *len)
{
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	char *bytes = malloc(1 << 20);
	assert_non_null(bytes);
	*len = fread(bytes, 1, 1 << 20, file);
	fclose(file);
	return bytes;
}

static int check_feed(const char *name)
{
	static const size_t pieces[] = {0, 1, 7, 100, 4096};
	char path[1024];
	size_t len;
	int failed = 0;
	snprintf(path, sizeof path, TEST_FEEDS "/%s", name);
	char *bytes = read_file(path, &len);
	snprintf(path + strlen(path) - 5, 6, ".json");
	json_t *want = json_load_file(path, 0, NULL);
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		json_t *got = read_feed(bytes, len, NULL, pieces[i]);
		failed += !check_json(name, got, want);
		json_decref(got);
	}
	json_decref(want);
	free(bytes);
	return failed;
}

static void whole_feeds(void **state)
{
	(void)state;
	DIR *folder = opendir(TEST_FEEDS);
	assert_non_null(folder);
	int failed = 0, count = 0;
	for (struct dirent *entry; (entry = readdir(folder));) {
		size_t len = strlen(entry->d_name);
		if (len > 5 && !strcmp(entry->d_name + len - 5, ".feed")) {
			failed += check_feed(entry->d_name);
			count++;
		}
	}
	closedir(folder);
	assert_int_equal(failed, 0);
	assert_true(count > 0);
}

/* Long feeds
 * --------------------------------------------------------------------------------------------------- */

static bool count_entry(void *context, const accord_feed *feed, const accord_feed_entry *entry)
{
	size_t *count = context;
	assert_string_equal(feed->title.data, "Größe");
	assert_string_equal(entry->title.data, "Müller übernimmt");
	++*count;
	return true;
}

/* Three megabytes in an encoding that must be converted on the way, in pieces that cut everything. */
static void streams_encodings(void **state)
{
	(void)state;
	size_t count = 0;
	accord_error err;
	const accord_feed *feed;
	accord_feed_reader *reader = accord_feed_reader_new(NULL, count_entry, &count);
	static const char head[] =
		"<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><rss><channel><title>Gr\xf6\xdf"
		"e</title>";
	static const char item[] = "<item><title>M\xfcller \xfc"
				   "bernimmt</title><description>kurz</description></item>";
	assert_int_equal(accord_feed_reader_push(reader, head, sizeof head - 1, &err), ACCORD_OK);
	for (int i = 0; i < 40000; i++) {
		assert_int_equal(accord_feed_reader_push(reader, item, 20, &err), ACCORD_OK);
		assert_int_equal(accord_feed_reader_push(reader, item + 20, sizeof item - 21, &err),
				 ACCORD_OK);
	}
	assert_int_equal(accord_feed_reader_push(reader, "</channel></rss>", 16, &err), ACCORD_OK);
	assert_int_equal(accord_feed_reader_finish(reader, &feed, &err), ACCORD_OK);
	assert_int_equal(count, 40000);
	assert_int_equal(feed->entry_count, 40000);
	assert_null(feed->warning.data);
	accord_feed_reader_free(reader);
}

static void limits_entries(void **state)
{
	(void)state;
	static const char text[] = "<rss><channel><item/><item/><item/></channel></rss>";
	accord_feed_options options = {.most_entries = 2};
	accord_feed feed;
	assert_int_equal(accord_feed_parse(arena, text, sizeof text - 1, &options, &feed, NULL), ACCORD_OK);
	assert_int_equal(feed.entry_count, 2);
	assert_string_equal(feed.warning.data, "only the first 2 entries are read");
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(dates), cmocka_unit_test(fragments),
					   cmocka_unit_test(whole_feeds), cmocka_unit_test(streams_encodings),
					   cmocka_unit_test(limits_entries)};
	arena = accord_arena_new(0);
	int failed = cmocka_run_group_tests_name("feed", tests, NULL, NULL);
	accord_arena_free(arena);
	return failed;
}
