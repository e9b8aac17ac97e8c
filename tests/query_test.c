/* The query language and what is written of answers; tables in cases/. */
#include "table.h"

#include <accord/companies.h>
#include <accord/period.h>
#include <accord/query.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define TODAY "2026-11-21"

static bool query_case(char *input, char *expected)
{
	size_t len = table_unescape(input);
	accord_period today;
	accord_error err = {0};
	accord_query *query = NULL;
	accord_buffer out;
	accord_arena *arena = accord_arena_new(0);
	accord_buffer_init(&out, 1 << 20);
	accord_period_of(accord_slice_of(TODAY), &today);
	bool good;
	if (accord_query_parse(arena, (accord_slice){input, len}, today.from, &query, &err) == ACCORD_OK) {
		accord_query_explain(&out, query);
		good = out.data && !strcmp(out.data, expected);
		if (!good)
			fprintf(stderr, "%s ==> %s\n", input, out.data ? out.data : "");
	} else {
		good = !strncmp(expected, "! ", 2) &&
		       !strncmp(err.message, expected + 2, strlen(expected + 2));
		if (!good)
			fprintf(stderr, "%s ==> ! %s\n", input, err.message);
	}
	accord_buffer_free(&out);
	accord_arena_free(arena);
	return good;
}

static void queries(void **state)
{
	(void)state;
	assert_int_equal(table_run(TEST_CASES "/query.cases", query_case), 0);
}

static bool period_case(char *input, char *expected)
{
	accord_period p;
	char got[64] = "-", from[16], to[16];
	if (accord_period_of(accord_slice_of(input), &p))
		snprintf(got, sizeof got, "%s %s", accord_day_text(p.from, from), accord_day_text(p.to, to));
	return !strcmp(got, expected);
}

static void periods(void **state)
{
	(void)state;
	assert_int_equal(table_run(TEST_CASES "/period.cases", period_case), 0);
}

static bool fold_case(char *input, char *expected)
{
	accord_arena *arena = accord_arena_new(0);
	bool good = accord_slice_is(accord_company_fold(arena, accord_slice_of(input)), expected);
	accord_arena_free(arena);
	return good;
}

static void folding(void **state)
{
	(void)state;
	assert_int_equal(table_run(TEST_CASES "/company_fold.cases", fold_case), 0);
}

/* "lang amount currency ==> as people read it" */
static bool value_case(char *input, char *expected)
{
	char lang[8], currency[8];
	double amount;
	accord_money money = {0};
	accord_buffer out;
	if (sscanf(input, "%7s %lf %7s", lang, &amount, currency) != 3)
		return false;
	money.amount = amount;
	memcpy(money.currency, currency, 3);
	accord_buffer_init(&out, 1 << 16);
	accord_render_value(&out, &money, lang);
	bool good = out.data && !strcmp(out.data, expected);
	if (!good)
		fprintf(stderr, "%s ==> %s\n", input, out.data ? out.data : "");
	accord_buffer_free(&out);
	return good;
}

static void values(void **state)
{
	(void)state;
	assert_int_equal(table_run(TEST_CASES "/value.cases", value_case), 0);
}

/* "width text ==> what a terminal gets, padded, between bars" */
static bool cell_case(char *input, char *expected)
{
	char *text = strchr(input, ' ');
	accord_buffer out;
	if (!text)
		return false;
	size_t len = table_unescape(text + 1);
	table_unescape(expected);
	accord_buffer_init(&out, 1 << 16);
	accord_buffer_append_char(&out, '|');
	accord_render_text(&out, (accord_slice){text + 1, len}, strtoul(input, NULL, 10), true);
	accord_buffer_append_char(&out, '|');
	bool good = !strcmp(out.data, expected);
	if (!good)
		fprintf(stderr, "got %s\n", out.data);
	accord_buffer_free(&out);
	return good;
}

static void cells(void **state)
{
	(void)state;
	assert_int_equal(table_run(TEST_CASES "/cell.cases", cell_case), 0);
}

static void joins_words(void **state)
{
	(void)state;
	char a[] = "Microsoft", b[] = "since:last month", c[] = "\"two words\"";
	char *words[] = {a, b, c, NULL};
	accord_arena *arena = accord_arena_new(0);
	assert_string_equal(accord_query_join(arena, 3, words, true).data,
			    "Microsoft since:\"last month\" \"two words\"");
	/* what was one word to the shell is no neighbour of the next; alone it is the whole query */
	char d[] = "HMD Global", e[] = "-HMD Global", f[] = "(a b)";
	char *units[] = {d, a, e, f, NULL};
	assert_string_equal(accord_query_join(arena, 4, units, true).data, "(HMD Global) Microsoft -(HMD Global) (a b)");
	assert_string_equal(accord_query_join(arena, 4, units, false).data, "HMD Global Microsoft -HMD Global (a b)");
	assert_string_equal(accord_query_join(arena, 1, units, true).data, "HMD Global");
	accord_arena_free(arena);
}

/* What would run away: deep brackets, thousands of terms, a very long query. */
static void has_limits(void **state)
{
	(void)state;
	char text[5000];
	accord_query *query;
	accord_arena *arena = accord_arena_new(0);
	memset(text, '(', sizeof text);
	assert_int_equal(accord_query_parse(arena, (accord_slice){text, 4000}, 0, &query, NULL),
			 ACCORD_EINPUT);
	for (size_t i = 0; i < sizeof text; i++)
		text[i] = i % 2 ? ' ' : 'a';
	assert_int_equal(accord_query_parse(arena, (accord_slice){text, 4000}, 0, &query, NULL),
			 ACCORD_EINPUT);
	assert_int_equal(accord_query_parse(arena, (accord_slice){text, 5000}, 0, &query, NULL),
			 ACCORD_EINPUT);
	accord_arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(queries),    cmocka_unit_test(periods), cmocka_unit_test(folding),
		cmocka_unit_test(values),     cmocka_unit_test(cells),   cmocka_unit_test(joins_words),
		cmocka_unit_test(has_limits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
