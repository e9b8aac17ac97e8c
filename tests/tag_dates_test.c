/*
 * Dates and amounts, from tables of sentences and from the examples in the rule files themselves. Sentences
 * are read as of Tuesday, 5 November 2019.
 */
#include "analysis.h"
#include "table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h needs the four above */
#include <cmocka.h>

#define PUBLISHED "2019-11-05"

static accord_ruleset *rules;
static struct grammar *grammars[3]; /* in the order of the languages */
static const char *lang;

struct finding {
	accord_arena *arena;
	accord_document doc;
	struct analysis analysis;
};

static void find(struct finding *f, accord_slice text)
{
	memset(f, 0, sizeof *f);
	f->arena = accord_arena_new(0);
	f->doc.text = text;
	f->doc.lang = accord_slice_of(lang);
	f->doc.published = accord_slice_of(PUBLISHED);
	struct analysis *a = &f->analysis;
	a->arena = f->arena;
	a->doc = &f->doc;
	a->lang = lang;
	a->rules = accord_rules_for(rules, lang);
	a->grammar = grammars[!strcmp(lang, "de") ? 0 : !strcmp(lang, "it") ? 1 : 2];
	struct field *field = &a->fields[ACCORD_TEXT];
	field->in = ACCORD_TEXT;
	field->text = text;
	assert_int_equal(accord_tokenize(f->arena, text, lang, &field->tokens), ACCORD_OK);
	assert_int_equal(accord_rules_items(a->rules, f->arena, text, &field->tokens, &field->raw),
			 ACCORD_OK);
	assert_int_equal(find_dates(a, field), ACCORD_OK);
	assert_int_equal(find_amounts(a, field), ACCORD_OK);
}

static void value_of_date(const accord_timex *t, char *out, size_t size)
{
	const char *mod = t->mod.data ? " " : "";
	if (t->begin.data)
		snprintf(out, size, "%.*s/%.*s", (int)t->begin.len, t->begin.data, (int)t->end.len,
			 t->end.data);
	else
		snprintf(out, size, "%.*s%s%.*s", (int)t->value.len, t->value.data, mod, (int)t->mod.len,
			 t->mod.data ? t->mod.data : "");
}

static void value_of_amount(const accord_amount *m, char *out, size_t size)
{
	if (m->has_amount)
		snprintf(out, size, "%s %.15g", m->money.currency, m->money.amount);
	else
		snprintf(out, size, "open");
}

/* "words=value; words=value" */
static void describe(const struct finding *f, bool amounts, char *out, size_t size)
{
	const struct analysis *a = &f->analysis;
	size_t count = amounts ? a->amount_count : a->date_count, n = 0;
	out[0] = '\0';
	for (size_t i = 0; i < count && n < size; i++) {
		accord_span span = amounts ? a->amounts[i].span : a->dates[i].span;
		char value[120];
		if (amounts)
			value_of_amount(&a->amounts[i], value, sizeof value);
		else
			value_of_date(&a->dates[i], value, sizeof value);
		n += (size_t)snprintf(out + n, size - n, "%s%.*s=%s", i ? "; " : "",
				      (int)(span.end - span.start), f->doc.text.data + span.start, value);
	}
}

static bool check(char *input, char *expected, bool amounts)
{
	struct finding f;
	char found[1000];
	table_unescape(input);
	table_unescape(expected);
	find(&f, accord_slice_of(input));
	describe(&f, amounts, found, sizeof found);
	accord_arena_free(f.arena);
	if (!strcmp(found, expected))
		return true;
	fprintf(stderr, "  %s\n    found    %s\n    expected %s\n", input, found, expected);
	return false;
}

static bool check_dates(char *input, char *expected)
{
	return check(input, expected, false);
}

static bool check_amounts(char *input, char *expected)
{
	return check(input, expected, true);
}

static void tables(void **state)
{
	static const char *const languages[] = {"de", "it", "en"};
	char path[600];
	(void)state;
	for (size_t i = 0; i < 3; i++) {
		lang = languages[i];
		snprintf(path, sizeof path, TEST_CASES "/dates_%s.cases", lang);
		assert_int_equal(table_run(path, check_dates), 0);
		snprintf(path, sizeof path, TEST_CASES "/amounts_%s.cases", lang);
		assert_int_equal(table_run(path, check_amounts), 0);
	}
}

/* Whether the words of a mark were found with its value; of `none`, that nothing was found there. */
static bool mark_holds(const struct finding *f, const accord_example_mark *mark, bool amounts)
{
	const struct analysis *a = &f->analysis;
	size_t count = amounts ? a->amount_count : a->date_count;
	bool none = accord_slice_is(mark->name, "none");
	for (size_t i = 0; i < count; i++) {
		accord_span span = amounts ? a->amounts[i].span : a->dates[i].span;
		char value[120];
		if (span.end <= mark->start || span.start >= mark->end)
			continue;
		if (none)
			return false;
		if (amounts)
			value_of_amount(&a->amounts[i], value, sizeof value);
		else
			value_of_date(&a->dates[i], value, sizeof value);
		value[strcspn(value, amounts ? "" : " ")] = '\0';
		return span.start == mark->start && span.end == mark->end &&
		       accord_slice_is(mark->name, value);
	}
	return none;
}

static int check_example(const accord_rule *rule, const accord_rule_example *example)
{
	struct finding f;
	char found[1000];
	int failed = 0;
	bool amounts = accord_rule_kind_of(rule) == ACCORD_RULE_AMOUNT;
	find(&f, example->text);
	describe(&f, amounts, found, sizeof found);
	for (size_t m = 0; m < example->mark_count; m++)
		if (!mark_holds(&f, &example->marks[m], amounts)) {
			fprintf(stderr, "%s:%u: %s: %.*s\n    found %s\n", example->path, example->line,
				accord_rule_name(rule), (int)example->text.len, example->text.data, found);
			failed++;
		}
	accord_arena_free(f.arena);
	return failed;
}

static void examples(void **state)
{
	static const char *const languages[] = {"de", "it", "en"};
	int failed = 0, checked = 0;
	(void)state;
	for (size_t i = 0; i < 3; i++) {
		lang = languages[i];
		const accord_rule *rule;
		for (size_t r = 0; (rule = accord_rules_at(accord_rules_for(rules, lang), r)); r++) {
			accord_rule_kind kind = accord_rule_kind_of(rule);
			const accord_rule_example *list;
			if (kind != ACCORD_RULE_DATE && kind != ACCORD_RULE_AMOUNT)
				continue;
			size_t count = accord_rule_examples(rule, &list);
			for (size_t e = 0; e < count; e++, checked++)
				failed += check_example(rule, &list[e]);
		}
	}
	assert_true(checked > 300);
	assert_int_equal(failed, 0);
}

static int load(void **state)
{
	static const char *const languages[] = {"de", "it", "en"};
	const char *folder = RULES;
	accord_error err = {0};
	char text[500];
	(void)state;
	if (accord_rules_load(&folder, 1, NULL, NULL, &rules, &err) != ACCORD_OK) {
		fprintf(stderr, "%s\n", accord_error_text(&err, text, sizeof text));
		return -1;
	}
	for (size_t i = 0; i < 3; i++) {
		grammars[i] = grammar_new(accord_rules_for(rules, languages[i]), languages[i]);
		if (!grammars[i])
			return -1;
	}
	return 0;
}

static int unload(void **state)
{
	(void)state;
	for (size_t i = 0; i < 3; i++)
		grammar_free(grammars[i]);
	accord_rules_free(rules);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(tables), cmocka_unit_test(examples)};
	return cmocka_run_group_tests(tests, load, unload);
}
