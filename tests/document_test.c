/* Lines of NDJSON through reading and writing, and the names of the deal model. */
#include <accord/document.h>

#include "table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static accord_arena *arena;

/* "=" expects the input itself; "! message" expects a refusal; input and output are JSON, so escapes are its
 * own. */
static bool check_document(char *input, char *expected)
{
	accord_document doc;
	accord_error err;
	accord_buffer out;
	accord_buffer_init(&out, 1 << 20);
	unsigned what = ACCORD_WRITE_TAGS;
	if (!strncmp(input, "references ", 11))
		what |= ACCORD_WRITE_REFERENCES, input += 11;
	else if (!strncmp(input, "bare ", 5))
		what = 0, input += 5;
	if (accord_document_read(arena, input, strlen(input), &doc, &err) == ACCORD_OK) {
		accord_document_write(&out, &doc, what);
	} else {
		accord_buffer_append_text(&out, "! ");
		accord_buffer_append_text(&out, err.message);
		accord_buffer_append_char(&out, '\n');
	}
	out.data[--out.len] = '\0';
	const char *want = strcmp(expected, "=") != 0 ? expected : input;
	bool ok = !strcmp(out.data, want);
	if (!ok)
		fprintf(stderr, "got      %s\nexpected %s\n", out.data, want);
	accord_buffer_free(&out);
	accord_arena_clear(arena);
	return ok;
}

static void table(void **state)
{
	(void)state;
	assert_int_equal(table_run(TEST_CASES "/document.cases", check_document), 0);
}

static void write_one(accord_buffer *out, double number, const char *text, size_t len)
{
	accord_json_writer w;
	accord_buffer_clear(out);
	accord_json_init(&w, out);
	if (text)
		accord_json_string(&w, text, len);
	else
		accord_json_number(&w, number);
}

static void numbers_and_strings(void **state)
{
	(void)state;
	static const struct {
		double number;
		const char *json;
	} numbers[] = {{5440000000, "5440000000"},       {0.9, "0.9"}, {-0.5, "-0.5"},
		       {1.0 / 3, "0.33333333333333331"}, {0, "0"},     {123456789.5, "123456789.5"}};
	accord_buffer out;
	accord_buffer_init(&out, 1 << 20);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		write_one(&out, numbers[i].number, NULL, 0);
		assert_string_equal(out.data, numbers[i].json);
	}
	/* What must be escaped, at each place of an eight-byte step. */
	for (size_t at = 0; at < 20; at++) {
		char text[] = "abcdefghijklmnopqrstuvwxyz", want[64];
		text[at] = '"';
		snprintf(want, sizeof want, "\"%.*s\\\"%s\"", (int)at, text, text + at + 1);
		write_one(&out, 0, text, 26);
		assert_string_equal(out.data, want);
	}
	write_one(&out, 0, "a\0b\x1F\n\\\xFC\xC3\xBC\xEF\xBF\xBD\x7F", 13);
	assert_string_equal(out.data, "\"a\\u0000b\\u001f\\n\\\\\xEF\xBF\xBD\xC3\xBC\xEF\xBF\xBD\x7F\"");
	accord_buffer_free(&out);
}

static void names(void **state)
{
	(void)state;
	for (int t = 0; t < ACCORD_DEAL_TYPES; t++) {
		assert_int_equal(
			accord_deal_type_from(accord_slice_of(accord_deal_type_name((accord_deal_type)t))),
			t);
		int roles = 0;
		for (int r = 0; r < ACCORD_ROLES; r++)
			roles += accord_type_has_role((accord_deal_type)t, (accord_role)r);
		assert_true(roles >= 1 && roles <= 3);
	}
	for (int s = 0; s < ACCORD_DEAL_STATUSES; s++)
		assert_int_equal(accord_deal_status_from(
					 accord_slice_of(accord_deal_status_name((accord_deal_status)s))),
				 s);
	for (int r = 0; r < ACCORD_ROLES; r++)
		assert_int_equal(accord_role_from(accord_slice_of(accord_role_name((accord_role)r))), r);
	assert_int_equal(accord_role_from(accord_slice_of("owner")), -1);
	assert_int_equal(accord_party_kind_from(accord_slice_of(NULL)), -1);
}

static void error_object(void **state)
{
	(void)state;
	accord_error err;
	accord_error_set(&err, ACCORD_EINPUT, "no article in \"page\"");
	accord_buffer out;
	accord_buffer_init(&out, 1 << 20);
	accord_document_write_error(&out, accord_slice_of("a.html"), accord_slice_of(NULL), &err);
	assert_string_equal(out.data, "{\"source\":\"a.html\",\"error\":\"no article in \\\"page\\\"\"}\n");
	accord_buffer_free(&out);
}

static void deep_nesting(void **state)
{
	(void)state;
	char line[10000];
	memset(line, '[', sizeof line);
	accord_document doc;
	accord_error err;
	assert_int_equal(accord_document_read(arena, line, sizeof line, &doc, &err), ACCORD_EINPUT);
}

/* "~" in a line stands for 300 letters: so long a text is read apart from the rest of its line. */
static accord_status read_long(const char *pattern, accord_document *doc, accord_error *err)
{
	accord_buffer line;
	accord_buffer_init(&line, 1 << 20);
	for (const char *at = pattern; *at; at++)
		for (int i = 0; i < (*at == '~' ? 300 : 1); i++)
			accord_buffer_append_char(&line, *at == '~' ? 'x' : *at);
	accord_status status = accord_document_read(arena, line.data, line.len, doc, err);
	accord_buffer_free(&line);
	return status;
}

/* The bytes behind the letters that "~" stood for. */
static accord_slice behind(accord_slice text)
{
	size_t n = strspn(text.data, "x");
	assert_true(n >= 300);
	return (accord_slice){text.data + n, text.len - n};
}

static void long_strings(void **state)
{
	static const struct {
		const char *line, *text, *html;
	} read[] = {
		{"{\"id\": \"a\", \"text\": \"~\\u00e9\\n\\\"\\\\\\/ \\ud83d\\ude00 \xC3\xBC.\", \"x\": [1, {\"text\": \"~no\"}]}",
	         "\xC3\xA9\n\"\\/ \xF0\x9F\x98\x80 \xC3\xBC.", NULL},
		{" { \"html\" : \"~<p>\" , \"text\":\"~end\" } ", "end", "<p>"},
		{"{\"te\\u0078t\": \"~escaped\"}", "escaped", NULL},
		{"{\"text\": \"short\", \"text\": \"~last\"}", "last", NULL},
		{"{\"text\": \"~first\", \"text\": \"~last\"}", "last", NULL},
		{"{\"x\": \"]}\\\"\", \"text\": \"~end\", \"id\": 7}", "end", NULL}};
	static const char *const refused[] = {"{\"text\": \"~\\ud83d alone\"}", "{\"text\": \"~\\x\"}", "{\"text\": \"~\n\"}",
	                                      "{\"text\": \"~\xC3\"}",           "{\"text\": \"~\"",     "{\"text\": \"~\",}",
	                                      "{\"text\": \"~\" \"x\": 1}",     "{\"text\": \"~\"} {}",  "{\"text\": \"~\", \"id\": tru}"};
	accord_document doc;
	accord_error err;
	(void)state;
	for (size_t i = 0; i < sizeof read / sizeof *read; i++) {
		assert_int_equal(read_long(read[i].line, &doc, &err), ACCORD_OK);
		assert_true(accord_slice_is(behind(doc.text), read[i].text));
		if (read[i].html)
			assert_true(accord_slice_is(behind(doc.html), read[i].html));
	}
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		err.message[0] = '\0';
		assert_int_equal(read_long(refused[i], &doc, &err), ACCORD_EINPUT);
		assert_true(strlen(err.message) > 5);
	}
	accord_arena_clear(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(table), cmocka_unit_test(numbers_and_strings),
					   cmocka_unit_test(names), cmocka_unit_test(error_object),
					   cmocka_unit_test(deep_nesting), cmocka_unit_test(long_strings)};
	arena = accord_arena_new(0);
	int failed = cmocka_run_group_tests_name("document", tests, NULL, NULL);
	accord_arena_free(arena);
	return failed;
}
