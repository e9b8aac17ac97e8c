/*
 * Deals of short texts, in which one sentence goes on about what another told, and of single plain sentences:
 * tests/cases/deals_*.cases. A text's deals are written "type status role:Name role:Name", in the order of the document, parted by " | ".
 */
#include <accord/tag.h>

#include "table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static accord_tagger *tagger;
static const char *lang;

static void write_deal(accord_buffer *out, const accord_deal *deal)
{
	accord_buffer_append_format(out, "%s%s %s", out->len ? " | " : "", accord_deal_type_name(deal->type),
	                            accord_deal_status_name(deal->status));
	for (size_t i = 0; i < deal->party_count; i++)
		accord_buffer_append_format(out, " %s:%.*s", accord_role_name(deal->parties[i].role),
		                            (int)deal->parties[i].name.len, deal->parties[i].name.data);
}

static bool check_text(char *input, char *expected)
{
	accord_arena *arena = accord_arena_new(0);
	accord_error err;
	accord_buffer out;
	table_unescape(input);
	accord_document doc = {.text = accord_slice_of(input), .lang = accord_slice_of(lang),
	                       .published = accord_slice_of("2021-04-22")};
	accord_buffer_init(&out, 1 << 20);
	bool good = accord_tagger_document(tagger, arena, &doc, &err) == ACCORD_OK;
	for (size_t i = 0; good && i < doc.deal_count; i++)
		write_deal(&out, &doc.deals[i]);
	good = good && out.len == strlen(expected) && (!out.len || !memcmp(out.data, expected, out.len));
	if (!good)
		fprintf(stderr, "%s\n  got      \"%.*s\"\n  expected \"%s\"\n", input, (int)out.len, out.len ? out.data : "",
		        expected);
	accord_buffer_free(&out);
	accord_arena_free(arena);
	return good;
}

static size_t failures(const char *kind, const char *language)
{
	char path[512];
	snprintf(path, sizeof path, "%s/tests/cases/deals_%s%s.cases", ACCORD_SOURCE_DIR, kind, language);
	return (size_t)table_run(path, check_text);
}

static void texts(const char *language)
{
	lang = language;
	assert_int_equal(failures("", language) + failures("plain_", language), 0);
}

static void test_german(void **state)
{
	(void)state;
	texts("de");
}

static void test_italian(void **state)
{
	(void)state;
	texts("it");
}

static void test_english(void **state)
{
	(void)state;
	texts("en");
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_german), cmocka_unit_test(test_italian),
	                                   cmocka_unit_test(test_english)};
	const char *folder = ACCORD_SOURCE_DIR "/rules";
	accord_error err;
	if (accord_tagger_new(&folder, 1, &tagger, &err) != ACCORD_OK) {
		fprintf(stderr, "%s\n", err.message);
		return 1;
	}
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	accord_tagger_free(tagger);
	return failed;
}
