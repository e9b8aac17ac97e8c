/* Companies in sentences, look-ups by name and mistakes in company files, over their tables. */
#include <accord/gazetteer.h>
#include <accord/tag.h>

#include "table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <pthread.h>

static accord_tagger *tagger;
static accord_gazetteer *gazetteer;
static const char *lang;

/* The companies of a text as "span=id | span=id"; references are none. */
static char *companies_of(accord_arena *arena, const char *text, const char *language)
{
	accord_document doc = {.text = accord_slice_of(text), .lang = accord_slice_of(language)};
	accord_error err;
	accord_buffer out;
	if (accord_tagger_document(tagger, arena, &doc, &err) != ACCORD_OK)
		return NULL;
	accord_buffer_init(&out, 1 << 20);
	for (size_t i = 0; i < doc.company_count; i++) {
		const accord_company_mention *m = &doc.companies[i];
		if (m->reference)
			continue;
		accord_buffer_append_format(&out, "%s%.*s=%.*s", out.len ? " | " : "",
					    (int)(m->span.end - m->span.start), text + m->span.start,
					    (int)m->id.len, m->id.data);
	}
	char *copy = accord_arena_copy(arena, out.len ? out.data : "", out.len);
	accord_buffer_free(&out);
	return copy;
}

static bool check_sentence(char *input, char *expected)
{
	accord_arena *arena = accord_arena_new(0);
	table_unescape(input);
	char *got = companies_of(arena, input, lang);
	bool same = got && !strcmp(got, expected);
	if (!same)
		fprintf(stderr, "got \"%s\", expected \"%s\"\n", got ? got : "(error)", expected);
	accord_arena_free(arena);
	return same;
}

static void sentences(const char *language)
{
	char path[512];
	lang = language;
	snprintf(path, sizeof path, "%s/tests/cases/company_%s.cases", ACCORD_SOURCE_DIR, language);
	assert_int_equal(table_run(path, check_sentence), 0);
}

static void test_german(void **state)
{
	(void)state;
	sentences("de");
}

static void test_italian(void **state)
{
	(void)state;
	sentences("it");
}

static void test_english(void **state)
{
	(void)state;
	sentences("en");
}

static bool check_find(char *input, char *expected)
{
	const accord_known_company *company = accord_gazetteer_find(gazetteer, accord_slice_of(input));
	bool same = company ? accord_slice_is(company->id, expected) : !strcmp(expected, "-");
	if (!same)
		fprintf(stderr, "%s: got %.*s\n", input, company ? (int)company->id.len : 1,
			company ? company->id.data : "-");
	return same;
}

static void test_find(void **state)
{
	(void)state;
	assert_int_equal(table_run(ACCORD_SOURCE_DIR "/tests/cases/company_find.cases", check_find), 0);
}

static bool check_file(char *input, char *expected)
{
	accord_gazetteer *read = NULL;
	accord_error err = {0};
	char got[600];
	size_t len = table_unescape(input);
	if (accord_gazetteer_read(input, len, &read, &err) == ACCORD_OK)
		snprintf(got, sizeof got, "%zu companies", accord_gazetteer_count(read));
	else
		snprintf(got, sizeof got, "%u:%u: %s", err.line, err.column, err.message);
	accord_gazetteer_free(read);
	if (strcmp(got, expected) != 0)
		fprintf(stderr, "got \"%s\", expected \"%s\"\n", got, expected);
	return !strcmp(got, expected);
}

static void test_files(void **state)
{
	(void)state;
	assert_int_equal(table_run(ACCORD_SOURCE_DIR "/tests/cases/company_file.cases", check_file), 0);
}

static void test_overlay(void **state)
{
	(void)state;
	static const char files[] = "company a\n  name Alpha\n  alias Alphix\ncompany a\n  name Beta\n";
	accord_gazetteer *read = NULL;
	assert_int_equal(accord_gazetteer_read(files, strlen(files), &read, NULL), ACCORD_OK);
	assert_int_equal(accord_gazetteer_count(read), 1);
	assert_null(accord_gazetteer_find(read, accord_slice_of("Alphix")));
	assert_non_null(accord_gazetteer_find(read, accord_slice_of("BETA")));
	accord_gazetteer_free(read);
}

/* A name of evidence at one place is found at all, and shortened; title and text are one document. */
static void test_document(void **state)
{
	(void)state;
	accord_arena *arena = accord_arena_new(0);
	accord_document doc = {
		.title = accord_slice_of("Quarzolin geht an Nokia"),
		.text = accord_slice_of("Die Finnen zahlen viel. Die Quarzolin GmbH baut Uhren."),
		.lang = accord_slice_of("de")};
	assert_int_equal(accord_tagger_document(tagger, arena, &doc, NULL), ACCORD_OK);
	size_t found = 0;
	for (size_t i = 0; i < doc.company_count; i++)
		found += accord_slice_is(doc.companies[i].id, "quarzolin");
	assert_int_equal(found, 2);
	accord_arena_free(arena);
}

/* Texts that are none, or in capitals, or without a blank: no crash, and nothing absurd. */
static void test_bad_input(void **state)
{
	(void)state;
	static const char *const languages[] = {"de", "it", "en"};
	char *endless = malloc(1 << 20);
	assert_non_null(endless);
	memset(endless, 'A', 1 << 20);
	endless[(1 << 20) - 1] = '\0';
	for (size_t i = 0; i < 3; i++) {
		accord_arena *arena = accord_arena_new(0);
		assert_string_equal(companies_of(arena, "", languages[i]), "");
		assert_string_equal(companies_of(arena, ". , ( ) & - ' \n\n \" -", languages[i]), "");
		assert_string_equal(companies_of(arena, endless, languages[i]), "");
		assert_non_null(
			companies_of(arena, "WIR SIND ALLE IM RECHT UND DAS IST GUT SO", languages[i]));
		accord_arena_free(arena);
	}
	free(endless);
}

static void *tag_often(void *context)
{
	(void)context;
	for (int i = 0; i < 20; i++) {
		accord_arena *arena = accord_arena_new(0);
		char *got =
			companies_of(arena, "Der Zulieferer Brunosol und die Tolmar AG bauen Chips.", "de");
		bool right = got && strstr(got, "tolmar");
		accord_arena_free(arena);
		if (!right)
			return tagger;
	}
	return NULL;
}

static void test_threads(void **state)
{
	(void)state;
	pthread_t threads[4];
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, tag_often, NULL), 0);
	for (size_t i = 0; i < 4; i++) {
		void *wrong;
		pthread_join(threads[i], &wrong);
		assert_null(wrong);
	}
}

static int load(void **state)
{
	(void)state;
	static const char *const folders[] = {ACCORD_SOURCE_DIR "/rules"};
	accord_error err;
	char text[800];
	if (accord_tagger_new(folders, 1, &tagger, &err) == ACCORD_OK &&
	    accord_gazetteer_load(folders, 1, &gazetteer, &err) == ACCORD_OK)
		return 0;
	fprintf(stderr, "%s\n", accord_error_text(&err, text, sizeof text));
	return 1;
}

static int unload(void **state)
{
	(void)state;
	accord_tagger_free(tagger);
	accord_gazetteer_free(gazetteer);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_german),   cmocka_unit_test(test_italian),
		cmocka_unit_test(test_english),  cmocka_unit_test(test_find),
		cmocka_unit_test(test_files),    cmocka_unit_test(test_overlay),
		cmocka_unit_test(test_document), cmocka_unit_test(test_bad_input),
		cmocka_unit_test(test_threads),
	};
	return cmocka_run_group_tests(tests, load, unload);
}
