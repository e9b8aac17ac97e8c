/*
 * Cleaning of pages: each tests/pages/NAME.html against NAME.json (members that are named must be the same;
 * "holds" and "lacks" are strings that the text must and must not have), and tables of titles, authors and
 * dates, whose input is the markup around an article that is always the same.
 */
#include <accord/json.h>
#include <accord/page.h>

#include "table.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static accord_arena *arena;

static const char article[] = "<p>Der Hersteller hat am Montag angekündigt, dass er die neue Fabrik im "
			      "kommenden Jahr bauen will, und zwar "
			      "in der Nähe der Stadt.</p><p>Die Kosten sind noch nicht bekannt, aber sie "
			      "werden wohl hoch sein.</p>";

/* ---- tables ---- */

static accord_document clean_markup(const char *markup)
{
	accord_document doc = {0};
	char *page = NULL;
	int len = asprintf(&page, "<html lang=de>%s%s</html>", markup, article);
	accord_error err;
	if (accord_page_clean(arena, page, (size_t)len, NULL, &doc, &err) != ACCORD_OK)
		fprintf(stderr, "%s\n", err.message);
	free(page);
	return doc;
}

static bool same(accord_slice got, const char *want)
{
	if (got.len == strlen(want) && !memcmp(got.data ? got.data : "", want, got.len))
		return true;
	fprintf(stderr, "got \"%.*s\", expected \"%s\"\n", (int)got.len, got.data ? got.data : "", want);
	return false;
}

static bool check_title(char *input, char *expected)
{
	table_unescape(input);
	table_unescape(expected);
	bool good = same(clean_markup(input).title, expected);
	accord_arena_clear(arena);
	return good;
}

static bool check_date(char *input, char *expected)
{
	table_unescape(input);
	bool good = same(clean_markup(input).published, expected);
	accord_arena_clear(arena);
	return good;
}

static bool check_authors(char *input, char *expected)
{
	table_unescape(input);
	accord_document doc = clean_markup(input);
	char names[512];
	size_t len = 0;
	for (size_t i = 0; i < doc.author_count; i++)
		len += (size_t)snprintf(names + len, sizeof names - len, "%s%.*s", i ? "; " : "",
					(int)doc.authors[i].len, doc.authors[i].data);
	bool good = same((accord_slice){names, len}, expected);
	accord_arena_clear(arena);
	return good;
}

static bool check_wall(char *input, char *expected)
{
	char *bar = strstr(input, " | ");
	*bar = '\0';
	accord_document doc = {.title = accord_slice_of(input), .text = accord_slice_of(bar + 3)};
	const char *why = accord_page_wall(arena, &doc, NULL, NULL);
	if ((why != NULL) == !strcmp(expected, "wall"))
		return true;
	fprintf(stderr, "%s: %s\n", input, why ? why : "is taken for an article");
	return false;
}

static void walls(void **state)
{
	(void)state;
	accord_document doc = {.title = accord_slice_of("A"), .text = accord_slice_of("B")};
	assert_int_equal(table_run(TEST_CASES "/wall.cases", check_wall), 0);
	assert_non_null(accord_page_wall(arena, &doc, "https://a.example/1", "https://login.a.example/?to=/1"));
	assert_null(accord_page_wall(arena, &doc, "https://a.example/1", "https://a.example/1-neu?login=1"));
	assert_null(accord_page_wall(arena, &doc, "https://a.example/login-leak", "https://a.example/login-leak/"));
}

static void titles(void **state)
{
	(void)state;
	assert_int_equal(table_run(TEST_CASES "/title.cases", check_title), 0);
}

static void dates(void **state)
{
	(void)state;
	assert_int_equal(table_run(TEST_CASES "/page_date.cases", check_date), 0);
}

static void authors(void **state)
{
	(void)state;
	assert_int_equal(table_run(TEST_CASES "/authors.cases", check_authors), 0);
}

/* ---- pages ---- */

static accord_buffer read_file(const char *path)
{
	accord_buffer bytes;
	accord_buffer_init(&bytes, (size_t)16 << 20);
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	char piece[4096];
	for (size_t n; (n = fread(piece, 1, sizeof piece, file)) > 0;)
		accord_buffer_append(&bytes, piece, n);
	fclose(file);
	return bytes;
}

static bool contains(accord_slice text, const char *part)
{
	return text.data && memmem(text.data, text.len, part, strlen(part));
}

static int compare_text(const char *name, const json_t *want, accord_slice text)
{
	int failures = 0;
	size_t i;
	json_t *part;
	json_array_foreach(json_object_get(want, "holds"), i,
			   part) if (!contains(text, json_string_value(part)))
	{
		fprintf(stderr, "%s: the text lacks \"%s\"\n", name, json_string_value(part));
		failures++;
	}
	json_array_foreach(json_object_get(want, "lacks"), i,
			   part) if (contains(text, json_string_value(part)))
	{
		fprintf(stderr, "%s: the text holds \"%s\"\n", name, json_string_value(part));
		failures++;
	}
	return failures;
}

static int compare_members(const char *name, const json_t *want, const accord_document *doc)
{
	const struct {
		const char *name;
		accord_slice got;
	} members[] = {{"title", doc->title},       {"published", doc->published},
		       {"modified", doc->modified}, {"lang", doc->lang},
		       {"url", doc->url},           {"site", doc->site},
		       {"text", doc->text}};
	int failures = 0;
	for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
		const json_t *value = json_object_get(want, members[i].name);
		if (value && !same(members[i].got, json_is_null(value) ? "" : json_string_value(value))) {
			fprintf(stderr, "%s: %s\n", name, members[i].name);
			failures++;
		}
	}
	const json_t *names = json_object_get(want, "authors");
	if (names && json_array_size(names) != doc->author_count) {
		fprintf(stderr, "%s: %zu authors\n", name, doc->author_count);
		return failures + 1;
	}
	for (size_t i = 0; i < json_array_size(names); i++)
		failures += !same(doc->authors[i], json_string_value(json_array_get(names, i)));
	return failures;
}

static int check_page(const char *name)
{
	char path[512];
	json_t *want = NULL;
	accord_document doc = {0};
	accord_error err = {0};
	snprintf(path, sizeof path, "%s/%s", TEST_PAGES, name);
	accord_buffer page = read_file(path);
	snprintf(path, sizeof path, "%s/%.*sjson", TEST_PAGES, (int)strlen(name) - 4, name);
	accord_buffer expected = read_file(path);
	assert_int_equal(accord_json_read(expected.data, expected.len, &want, &err), ACCORD_OK);
	accord_page_options options = {.url = json_string_value(json_object_get(want, "given_url")),
				       .content_type =
					       json_string_value(json_object_get(want, "content_type"))};
	accord_status status = accord_page_clean(arena, page.data, page.len, &options, &doc, &err);
	const char *refused = json_string_value(json_object_get(want, "error"));
	int failures = 0;
	if (refused ? status != ACCORD_EINPUT || !strstr(err.message, refused) : status != ACCORD_OK) {
		fprintf(stderr, "%s: %s\n", name, status == ACCORD_OK ? "was not refused" : err.message);
		failures++;
	} else if (!refused) {
		failures += compare_members(name, want, &doc) + compare_text(name, want, doc.text);
		assert_true(!doc.text.data || accord_utf8_valid(doc.text.data, doc.text.len));
	}
	json_decref(want);
	accord_buffer_free(&page);
	accord_buffer_free(&expected);
	accord_arena_clear(arena);
	return failures;
}

static void pages(void **state)
{
	(void)state;
	DIR *folder = opendir(TEST_PAGES);
	assert_non_null(folder);
	int failures = 0, count = 0;
	for (struct dirent *entry; (entry = readdir(folder));) {
		size_t len = strlen(entry->d_name);
		if (len > 5 && !strcmp(entry->d_name + len - 5, ".html")) {
			failures += check_page(entry->d_name);
			count++;
		}
	}
	closedir(folder);
	assert_true(count > 10);
	assert_int_equal(failures, 0);
}

/* ---- what no file can say ---- */

static void refused(void **state)
{
	(void)state;
	static const struct {
		const char *bytes;
		size_t len;
	} inputs[] = {{"", 0},
		      {"   \n", 4},
		      {"%PDF-1.4 and more", 17},
		      {"\x89PNG\r\n\x1a\n....", 12},
		      {"plain words", 11},
		      {"<html><body></body></html>", 26},
		      {"<p>\0\0\0", 6},
		      {"<", 1},
		      {"<!--", 4},
		      {"<script>", 8}, {"<title>x</title", 15}};
	for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
		accord_document doc = {0};
		accord_error err = {0};
		assert_int_equal(accord_page_clean(arena, inputs[i].bytes, inputs[i].len, NULL, &doc, &err),
				 ACCORD_EINPUT);
		assert_true(err.message[0]);
		accord_arena_clear(arena);
	}
}

/* A million of whatever must neither crash nor be quadratic; the time is not asserted, but would be felt. */
static void hostile(void **state)
{
	(void)state;
	static const char *const pieces[] = {"<div>",
					     "<b><p>",
					     "<button>",
					     "<a href=x>",
					     "<span class=date>",
					     "<li>",
					     "</div>",
					     "<!-->",
					     "<table>",
					     "&amp;",
					     "<",
					     "<x ",
					     "<h1>a b c</h1>",
					     "<time>1. Mai 2019</time>",
					     "\0\0\0\0",
					     "<script type=application/ld+json>[</script>"};
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		size_t len = pieces[i][0] ? strlen(pieces[i]) : 4, count = 200000;
		char *page = malloc(len * count);
		assert_non_null(page);
		for (size_t k = 0; k < count; k++)
			memcpy(page + k * len, pieces[i], len);
		accord_document doc = {0};
		accord_page_clean(arena, page, len * count, NULL, &doc, NULL);
		accord_arena_clear(arena);
		free(page);
	}
}

static void count_block(void *context, const accord_page_block *block)
{
	assert_non_null(block->reason);
	++*(size_t *)context;
}

static void explained(void **state)
{
	(void)state;
	size_t blocks = 0;
	accord_page_options options = {.listener = count_block, .context = &blocks};
	accord_document doc = {0};
	assert_int_equal(accord_page_clean(arena, article, sizeof article - 1, &options, &doc, NULL),
			 ACCORD_OK);
	assert_int_equal(blocks, 2);
	accord_arena_clear(arena);
}

/* A site's rule picks body, title, author and date, and takes a note out. */
static void site_rule(void **state)
{
	(void)state;
	static const char page[] =
		"<html lang=en><head><title>Sheet</title></head><body><div class='x'><p class='t'>Plant to "
		"be built in Halle</p>"
		"<p class='w'>Joan Miller</p><p class='d'>3 March 2020</p></div><div class='s'><p>The maker "
		"will build the new plant in the "
		"coming year, and it will be large.</p><p class='n'>This is a note that nobody wants to "
		"read, and it is long enough.</p>"
		"</div><div class='o'><p>What stands here is of no interest to the reader of the story, but "
		"it is longer than that by "
		"some words, and then some more words that make it longer still.</p></div></body></html>";
	char folder[] = "/tmp/accord-sites-XXXXXX", path[64];
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/a.site", folder);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs("# a comment\nsite sheet.example  # and below\nbody div.s\ndrop p.n, #none\ntitle p.t\nauthor "
	      "p.w\ndate .d\n",
	      file);
	fclose(file);
	accord_site_rules *sites = NULL;
	accord_error err = {0};
	assert_int_equal(accord_site_rules_load(folder, &sites, &err), ACCORD_OK);
	accord_page_options options = {.url = "https://www.sheet.example/1", .sites = sites};
	accord_document doc = {0};
	assert_int_equal(accord_page_clean(arena, page, sizeof page - 1, &options, &doc, &err), ACCORD_OK);
	assert_true(same(doc.title, "Plant to be built in Halle"));
	assert_true(same(doc.published, "2020-03-03"));
	assert_int_equal(doc.author_count, 1);
	assert_true(same(doc.authors[0], "Joan Miller"));
	assert_true(same(doc.text,
			 "The maker will build the new plant in the coming year, and it will be large."));
	accord_site_rules_free(sites);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("site sheet.example\nboddy div.s\n", file);
	fclose(file);
	assert_int_equal(accord_site_rules_load(folder, &sites, &err), ACCORD_ERULE);
	assert_int_equal(err.line, 2);
	assert_null(sites);
	remove(path);
	remove(folder);
	accord_arena_clear(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(walls),
		cmocka_unit_test(titles),    cmocka_unit_test(dates),
					   cmocka_unit_test(authors),   cmocka_unit_test(pages),
					   cmocka_unit_test(refused),   cmocka_unit_test(hostile),
					   cmocka_unit_test(explained), cmocka_unit_test(site_rule)};
	arena = accord_arena_new(0);
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	accord_arena_free(arena);
	return failed;
}
