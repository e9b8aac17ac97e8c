/* The matcher by table: each case is a pattern, a sentence and what must be bound (tests/cases/rule_patterns.cases). */
#include <accord/buffer.h>
#include <accord/rules.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define MAX_CASES 500

static const char words[] =
	"verb kaufen\nverb auf|kaufen\nverb übernehmen  übernimmt übernahm übernommen\nword von  vom\nword durch\n"
	"word der  die das dem den des\nword auf\nclass preposition  von, durch, auf\nclass determiner  der\n"
	"class coordinator  und, oder\nclass and  und\nclass buy  kaufen, auf|kaufen, übernehmen\n"
	"class phrase  unter Dach und Fach\nnoun Motor  Motoren\nnoun Sensor  Sensoren\n"
	"class goods  Platine, Motor, Sensor\nclass near  bei, nahe, neben, kaufen\nlet WHO = who:COMPANY\n";

struct pattern_case {
	char *pattern, *sentence, *expected;
	unsigned line;
};

static size_t read_cases(struct pattern_case *cases)
{
	FILE *in = fopen(TEST_CASES "/rule_patterns.cases", "r");
	char line[2000];
	size_t count = 0;
	unsigned number = 0;
	assert_non_null(in);
	while (fgets(line, sizeof line, in)) {
		number++;
		line[strcspn(line, "\n")] = '\0';
		char *sentence = strstr(line, " :: "), *expected = strstr(line, " ==> ");
		if (!sentence || !expected || line[0] == '#')
			continue;
		*sentence = *expected = '\0';
		assert_true(count < MAX_CASES);
		cases[count++] = (struct pattern_case){strdup(line), strdup(sentence + 4), strdup(expected + 5), number};
	}
	fclose(in);
	return count;
}

/* A rule file with one rule, whose example is the sentence. */
static accord_ruleset *load_case(const struct pattern_case *c)
{
	accord_buffer text;
	accord_ruleset *rules;
	accord_error err = {0};
	accord_buffer_init(&text, 1 << 20);
	accord_buffer_append_format(&text, "%sfollow case\n  pattern %s\n  yes %s\n", words, c->pattern, c->sentence);
	accord_status status =
		accord_rules_load_bytes("de", "cases", (accord_slice){text.data, text.len}, NULL, NULL, &rules, &err);
	if (status != ACCORD_OK)
		print_error("rule_patterns.cases:%u: %s\n", c->line, err.message);
	assert_int_equal(status, ACCORD_OK);
	accord_buffer_free(&text);
	return rules;
}

static void tell_bindings(accord_buffer *out, const accord_match *m, const accord_item *items)
{
	for (size_t i = 0; i < m->binding_count; i++) {
		const accord_binding *b = &m->bindings[i];
		accord_buffer_append_format(out, "%s%.*s=%.*s", i ? "; " : "", (int)b->name.len, b->name.data,
		                            (int)(items[b->last].end - items[b->first].start), items[b->first].text.data);
	}
	if (!m->binding_count)
		accord_buffer_append_text(out, "nothing");
}

static bool run_case(const struct pattern_case *c)
{
	accord_ruleset *rules = load_case(c);
	const accord_rule_language *lang = accord_rules_for(rules, "de");
	const accord_rule *rule = accord_rules_at(lang, 0);
	const accord_rule_example *examples;
	accord_arena *arena = accord_arena_new(0);
	accord_item *items;
	accord_match *matches;
	accord_buffer out;
	size_t count, match_count;
	accord_buffer_init(&out, 4096);
	assert_int_equal(accord_rule_examples(rule, &examples), 1);
	assert_int_equal(accord_rules_example_items(lang, arena, examples, true, &items, &count), ACCORD_OK);
	assert_int_equal(accord_rules_match(lang, ACCORD_RULE_FOLLOW, arena, items, count, &matches, &match_count), ACCORD_OK);
	if (match_count)
		tell_bindings(&out, &matches[0], items);
	const char *found = out.len ? out.data : "-";
	bool same = !strcmp(found, c->expected);
	if (!same)
		print_error("rule_patterns.cases:%u: %s :: %s\n  expected %s\n  found    %s\n", c->line, c->pattern, c->sentence,
		            c->expected, found);
	accord_buffer_free(&out);
	accord_arena_free(arena);
	accord_rules_free(rules);
	return same;
}

static void test_patterns(void **state)
{
	(void)state;
	struct pattern_case *cases = calloc(MAX_CASES, sizeof *cases);
	size_t count = read_cases(cases), failed = 0;
	for (size_t i = 0; i < count; i++)
		failed += !run_case(&cases[i]);
	for (size_t i = 0; i < count; i++) {
		free(cases[i].pattern);
		free(cases[i].sentence);
		free(cases[i].expected);
	}
	free(cases);
	assert_int_equal(failed, 0);
}

/* A sentence of thousands of items against a pattern that has many ways through it. */
static void test_long_sentence(void **state)
{
	(void)state;
	static const char rule[] = "follow long\n  pattern ( a | b )+ ... ( a b? ){2,9} >> ( b a? )+ >> END\n  yes a\n";
	accord_ruleset *rules;
	accord_error err;
	accord_buffer text;
	accord_tokens tokens;
	accord_item *items;
	accord_match *matches;
	size_t count;
	accord_buffer_init(&text, 1 << 20);
	for (int i = 0; i < 20000; i++)
		accord_buffer_append_text(&text, i % 3 ? "a " : "b ");
	assert_int_equal(accord_rules_load_bytes("de", "long", accord_slice_of(rule), NULL, NULL, &rules, &err), ACCORD_OK);
	const accord_rule_language *lang = accord_rules_for(rules, "de");
	accord_arena *arena = accord_arena_new(0);
	accord_slice slice = {text.data, text.len};
	assert_int_equal(accord_tokenize(arena, slice, "de", &tokens), ACCORD_OK);
	assert_int_equal(accord_rules_items(lang, arena, slice, &tokens, &items), ACCORD_OK);
	assert_int_equal(accord_rules_match(lang, ACCORD_RULE_FOLLOW, arena, items, tokens.count, &matches, &count), ACCORD_OK);
	accord_arena_free(arena);
	accord_buffer_free(&text);
	accord_rules_free(rules);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_patterns), cmocka_unit_test(test_long_sentence)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
