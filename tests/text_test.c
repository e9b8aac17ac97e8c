/* UTF-8, charsets and languages over their tables; what a table cannot say is below them. */
#include <accord/text.h>

#include "table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <pthread.h>

static accord_arena *arena;

static bool same(const char *what, accord_slice got, const char *want, size_t want_len)
{
	if (got.len == want_len && (!want_len || !memcmp(got.data, want, want_len)))
		return true;
	fprintf(stderr, "%s: got \"%.*s\", expected \"%s\"\n", what, (int)got.len, got.data ? got.data : "",
		want);
	return false;
}

static bool check_utf8(char *input, char *expected)
{
	char *bytes = input + strcspn(input, " "), number[32];
	if (*bytes)
		*bytes++ = '\0';
	size_t len = table_unescape(bytes), want_len = table_unescape(expected);
	accord_slice in = {bytes, len}, got = {NULL, 0};
	if (!strcmp(input, "valid"))
		got = accord_slice_of(accord_utf8_valid(bytes, len) ? "yes" : "no");
	else if (!strcmp(input, "count") || !strcmp(input, "width"))
		got = (accord_slice){number,
				     (size_t)snprintf(number, sizeof number, "%zu",
						      input[0] == 'c' ? accord_utf8_count(bytes, len)
								      : accord_utf8_width(bytes, len))};
	else if (!strcmp(input, "trim"))
		got = accord_slice_trim(in);
	else if (!strcmp(input, "normalize"))
		accord_text_normalize(arena, bytes, len, &got);
	else if (!strcmp(input, "fold"))
		got = accord_text_fold(arena, in);
	else if (!strcmp(input, "loose"))
		got = accord_text_fold_loose(arena, in);
	return same(input, got, expected, want_len);
}

static char *next_field(char **rest)
{
	char *field = *rest, *bar = strstr(field, " | ");
	if (bar)
		*bar = '\0';
	*rest = bar ? bar + 3 : field + strlen(field);
	return strcmp(field, "-") != 0 ? field : NULL;
}

static bool check_charset(char *input, char *expected)
{
	char *content_type = next_field(&input), *declared = next_field(&input),
	     *encoding = next_field(&expected);
	size_t len = table_unescape(input), want_len = table_unescape(expected);
	accord_slice got;
	const char *charset;
	accord_status status = accord_charset_decode(arena, input, len, content_type,
						     accord_slice_of(declared), &got, &charset, NULL);
	return status == ACCORD_OK &&
	       same("encoding", accord_slice_of(charset), encoding, strlen(encoding)) &&
	       same("text", got, expected, want_len);
}

static bool check_language(char *input, char *expected)
{
	accord_slice hint = {NULL, 0};
	if (input[0] == '[') {
		hint = (accord_slice){input + 1, strcspn(input + 1, "]")};
		input += hint.len + 2;
	}
	const char *got = accord_language_detect(accord_slice_of(input), hint);
	return same("language", accord_slice_of(got), expected, strlen(expected));
}

static void tables(void **state)
{
	(void)state;
	assert_int_equal(table_run(TEST_CASES "/utf8.cases", check_utf8), 0);
	assert_int_equal(table_run(TEST_CASES "/charset.cases", check_charset), 0);
	assert_int_equal(table_run(TEST_CASES "/language.cases", check_language), 0);
}

/* Each code point is written and read back; each is cleaned and folded without harm at each place of an
 * 8-byte step. */
static void every_code_point(void **state)
{
	(void)state;
	for (uint32_t point = 0; point <= 0x110000; point++) {
		char bytes[16] = "1234567";
		size_t at = point % 8, size, len = at + accord_utf8_encode(point, bytes + at);
		bool exists = point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
		assert_int_equal(accord_utf8_decode(bytes, len, at, &size),
				 exists ? point : ACCORD_REPLACEMENT);
		assert_true(accord_utf8_valid(bytes, len) && accord_utf8_count(bytes, len) == at + 1);
		accord_slice clean, folded;
		assert_int_equal(accord_text_normalize(arena, bytes, len, &clean), ACCORD_OK);
		folded = accord_text_fold_loose(arena, clean);
		assert_true(accord_utf8_valid(clean.data, clean.len) &&
			    accord_utf8_valid(folded.data, folded.len));
		if (point % 4096 == 0)
			accord_arena_clear(arena);
	}
}

/* Sorting combining marks is quadratic in a run of them: a run is cut short. */
static void runs_of_marks(void **state)
{
	(void)state;
	size_t len = 400000;
	char *bytes = malloc(len);
	assert_non_null(bytes);
	for (size_t i = 0; i < len; i += 4)
		memcpy(bytes + i, "\xCC\x81\xCC\xA3", 4);
	accord_slice out;
	assert_int_equal(accord_text_normalize(arena, bytes, len, &out), ACCORD_OK);
	assert_true(out.len <= 60);
	free(bytes);
}

static void unknown_slices(void **state)
{
	(void)state;
	accord_slice none = accord_slice_of(NULL), empty = accord_slice_of("");
	assert_null(none.data);
	assert_true(accord_slice_equal(none, none));
	assert_false(accord_slice_equal(none, empty));
	assert_true(accord_slice_is(empty, ""));
	assert_null(accord_slice_trim(none).data);
	assert_null(accord_slice_copy(arena, none).data);
	assert_string_equal(accord_slice_copy(arena, empty).data, "");
	assert_string_equal(accord_language_detect(none, none), "");
}

static void *detect_often(void *answer)
{
	static const char text[] =
		"Ez a szoveg olyan nyelven van, amelyet a szavak szavazata nem ismer biztosan";
	for (int i = 0; i < 20; i++)
		*(const char **)answer = accord_language_detect(accord_slice_of(text), accord_slice_of(NULL));
	return NULL;
}

static void threads(void **state)
{
	(void)state;
	pthread_t ids[4];
	const char *answers[4];
	for (int i = 0; i < 4; i++)
		assert_int_equal(pthread_create(&ids[i], NULL, detect_often, &answers[i]), 0);
	for (int i = 0; i < 4; i++)
		assert_int_equal(pthread_join(ids[i], NULL), 0);
	for (int i = 1; i < 4; i++)
		assert_string_equal(answers[i], answers[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(tables), cmocka_unit_test(every_code_point),
					   cmocka_unit_test(runs_of_marks), cmocka_unit_test(unknown_slices),
					   cmocka_unit_test(threads)};
	arena = accord_arena_new(0);
	int failed = cmocka_run_group_tests_name("text", tests, NULL, NULL);
	accord_arena_free(arena);
	return failed;
}
