/*
 * Forms of dictionary entries. tests/cases/forms_LANG.cases has an entry as a rule file writes it, and what is expected:
 *
 *   verb auf|kaufen ==> finite+stem: kauft kaufte; zu: aufzukaufen; not: geaufkauft
 *   verb anbieten ==> ! irregular
 *
 * Each listed word must have a reading of the entry with all the bits that are named before it. The shipped entries of rules/LANG
 * are added too, entry by entry: none may be refused.
 */
#include <accord/lexicon.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define WORDS_MAX 80

static size_t split(char *text, accord_slice words[WORDS_MAX])
{
	size_t count = 0;
	for (char *word = strtok(text, " \t\r\n"); word && count < WORDS_MAX; word = strtok(NULL, " \t\r\n"))
		words[count++] = accord_slice_of(word);
	return count;
}

static accord_pos pos_of(accord_slice kind)
{
	return accord_slice_is(kind, "verb")        ? ACCORD_POS_VERB :
	       accord_slice_is(kind, "noun")        ? ACCORD_POS_NOUN :
	       accord_slice_is(kind, "adjective")   ? ACCORD_POS_ADJECTIVE :
	                                              ACCORD_POS_WORD;
}

static bool has_reading(const accord_lexicon *lexicon, accord_lemma lemma, accord_slice form, uint32_t forms)
{
	size_t count;
	accord_word word = accord_lexicon_word(lexicon, form.data, form.len);
	const accord_reading *readings = accord_lexicon_readings(lexicon, word, &count);
	for (size_t i = 0; i < count; i++)
		if (readings[i].lemma == lemma && (readings[i].forms & forms) == forms)
			return true;
	return false;
}

/* "finite+past" as a mask. */
static uint32_t mask_of(const char *lang, const char *names)
{
	uint32_t mask = 0;
	while (*names) {
		size_t len = strcspn(names, "+");
		uint32_t bit = accord_form_from(lang, (accord_slice){names, len});
		if (!bit)
			fail_msg("'%s' names no form of %s", names, lang);
		mask |= bit;
		names += len + (names[len] == '+');
	}
	return mask;
}

/* One group of the right-hand side: "finite+stem: kauft kaufte". */
static void check_group(const accord_lexicon *lexicon, const char *lang, accord_lemma lemma, char *group, const char *line)
{
	accord_slice words[WORDS_MAX];
	char *colon = strchr(group, ':');
	if (!colon)
		fail_msg("no colon in '%s'", line);
	*colon = '\0';
	while (*group == ' ')
		group++;
	bool absent = !strcmp(group, "not");
	uint32_t mask = absent || !strcmp(group, "any") ? 0 : mask_of(lang, group);
	size_t count = split(colon + 1, words);
	for (size_t i = 0; i < count; i++)
		if (has_reading(lexicon, lemma, words[i], mask) == absent)
			fail_msg("%s: %s %s %s", line, words[i].data, absent ? "is made, though" : "is missing as", group);
}

static void check_case(const char *lang, char *line)
{
	accord_slice words[WORDS_MAX];
	accord_error err = {0};
	accord_lemma lemma = 0;
	char whole[1024];
	snprintf(whole, sizeof whole, "%s", line);
	char *expected = strstr(line, "==>");
	if (!expected)
		fail_msg("no ==> in '%s'", whole);
	*expected = '\0';
	expected += 3;
	size_t count = split(line, words);
	assert_true(count >= 2);
	accord_lexicon *lexicon = accord_lexicon_new(lang);
	assert_non_null(lexicon);
	accord_status status = accord_lexicon_add(lexicon, pos_of(words[0]), words[1], words + 2, count - 2, &lemma, &err);
	char *refusal = strchr(expected, '!');
	if (refusal) {
		refusal[strcspn(refusal, "\r\n")] = '\0';
		assert_int_equal(status, ACCORD_ERULE);
		if (!strstr(err.message, refusal + 2))
			fail_msg("%s: the message is \"%s\"", whole, err.message);
	} else {
		if (status != ACCORD_OK)
			fail_msg("%s: %s", whole, err.message);
		for (char *group = expected, *next; group; group = next) {
			next = strchr(group, ';');
			if (next)
				*next++ = '\0';
			check_group(lexicon, lang, lemma, group, whole);
		}
	}
	accord_lexicon_free(lexicon);
}

static void check_cases(const char *lang)
{
	char path[512], line[1024];
	size_t cases = 0;
	snprintf(path, sizeof path, "%s/tests/cases/forms_%s.cases", ACCORD_SOURCE_DIR, lang);
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	while (fgets(line, sizeof line, file)) {
		if (line[0] == '#' || line[0] == '\n')
			continue;
		check_case(lang, line);
		cases++;
	}
	fclose(file);
	assert_true(cases >= 60);
}

static void test_german_forms(void **state)
{
	(void)state;
	check_cases("de");
}

static void test_italian_forms(void **state)
{
	(void)state;
	check_cases("it");
}

static void test_english_forms(void **state)
{
	(void)state;
	check_cases("en");
}

/* Add an entry with its continuation lines; fields of other blocks are left alone. */
static void add_entry(accord_lexicon *lexicon, char *entry, const char *path)
{
	accord_slice words[WORDS_MAX];
	accord_error err = {0};
	size_t count = split(entry, words);
	bool listed = count && (pos_of(words[0]) != ACCORD_POS_WORD || accord_slice_is(words[0], "word"));
	if (!listed)
		return;
	accord_status status = accord_lexicon_add(lexicon, pos_of(words[0]), words[1], words + 2, count - 2, NULL, &err);
	if (status != ACCORD_OK)
		fail_msg("%s: %s %s: %s", path, words[0].data, words[1].data, err.message);
}

static void add_file(accord_lexicon *lexicon, const char *path)
{
	char entry[8192] = "", line[1024];
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	while (fgets(line, sizeof line, file)) {
		if (line[0] != ' ' && line[0] != '\t') {
			add_entry(lexicon, entry, path);
			entry[0] = '\0';
		}
		if (line[0] != '#' && strlen(entry) + strlen(line) < sizeof entry)
			strcat(entry, line);
	}
	add_entry(lexicon, entry, path);
	fclose(file);
}

static void test_shipped_entries(void **state)
{
	static const char *const langs[] = {"de", "it", "en"};
	static const char *const files[] = {"words", "verbs", "nouns", "demonyms", "places"};
	char path[512];
	(void)state;
	for (size_t l = 0; l < 3; l++) {
		accord_lexicon *lexicon = accord_lexicon_new(langs[l]);
		assert_non_null(lexicon);
		for (size_t f = 0; f < 5; f++) {
			snprintf(path, sizeof path, "%s/rules/%s/%s.lex", ACCORD_SOURCE_DIR, langs[l], files[f]);
			add_file(lexicon, path);
		}
		accord_lexicon_free(lexicon);
	}
}

static accord_lemma add(accord_lexicon *lexicon, accord_pos pos, const char *name)
{
	accord_lemma lemma = 0;
	accord_status status = accord_lexicon_add(lexicon, pos, accord_slice_of(name), NULL, 0, &lemma, NULL);
	assert_int_equal(status, ACCORD_OK);
	return lemma;
}

static void test_names(void **state)
{
	(void)state;
	accord_lexicon *lexicon = accord_lexicon_new("de");
	accord_lemma verb = add(lexicon, ACCORD_POS_VERB, "auf|kaufen");
	accord_lemma noun = add(lexicon, ACCORD_POS_NOUN, "Übernahme");
	assert_int_equal(accord_lexicon_lemma(lexicon, ACCORD_POS_VERB, accord_slice_of("auf|kaufen")), verb);
	assert_int_equal(accord_lexicon_lemma(lexicon, ACCORD_POS_VERB, accord_slice_of("aufkaufen")), verb);
	assert_int_equal(accord_lexicon_lemma(lexicon, ACCORD_POS_NOUN, accord_slice_of("übernahme")), noun);
	assert_int_equal(accord_lexicon_lemma(lexicon, ACCORD_POS_VERB, accord_slice_of("übernahme")), 0);
	assert_int_equal(add(lexicon, ACCORD_POS_NOUN, "Übernahme"), noun);
	accord_pos pos;
	assert_true(accord_slice_is(accord_lexicon_lemma_name(lexicon, noun, &pos), "Übernahme"));
	assert_int_equal(pos, ACCORD_POS_NOUN);
	accord_lemma apart = add(lexicon, ACCORD_POS_VERB, "über|setzen");
	accord_lemma joined = add(lexicon, ACCORD_POS_VERB, "übersetzen");
	assert_int_not_equal(apart, joined);
	assert_int_equal(accord_lexicon_lemma(lexicon, ACCORD_POS_VERB, accord_slice_of("übersetzen")), joined);
	accord_lexicon_free(lexicon);
}

/* The particle is a word of its own, and only the finite forms wait for it. */
static void test_particles(void **state)
{
	size_t count;
	(void)state;
	accord_lexicon *lexicon = accord_lexicon_new("de");
	add(lexicon, ACCORD_POS_VERB, "auf|kaufen");
	add(lexicon, ACCORD_POS_VERB, "kaufen");
	accord_word particle = accord_lexicon_word(lexicon, "auf", 3);
	assert_int_not_equal(particle, 0);
	const accord_reading *kauft =
		accord_lexicon_readings(lexicon, accord_lexicon_word(lexicon, "kauft", 5), &count);
	assert_int_equal(count, 2);
	assert_int_equal(kauft[0].particle, particle);
	assert_int_equal(kauft[1].particle, 0);
	const accord_reading *pp =
		accord_lexicon_readings(lexicon, accord_lexicon_word(lexicon, "aufgekauft", 10), &count);
	assert_int_equal(count, 1);
	assert_int_equal(pp[0].particle, 0);
	accord_lexicon_free(lexicon);
}

static void test_hostile_entries(void **state)
{
	static const char *const names[] = {"", "|", "auf|", "|kaufen", "a|b|c", "n", "en", "rsi", "arsi", "re", "e", "|n"};
	static const char *const langs[] = {"de", "it", "en"};
	static const char *const given[] = {"=", "pp=", "x=y", "future=a", "imperfect=é", "-", "a", "\xC3"};
	char long_name[400];
	(void)state;
	memset(long_name, 'a', sizeof long_name - 1);
	long_name[sizeof long_name - 1] = '\0';
	for (size_t l = 0; l < 3; l++) {
		accord_lexicon *lexicon = accord_lexicon_new(langs[l]);
		for (int pos = ACCORD_POS_WORD; pos <= ACCORD_POS_ADJECTIVE; pos++) {
			accord_slice forms[40];
			assert_int_equal(accord_lexicon_add(lexicon, (accord_pos)pos, accord_slice_of(long_name), NULL, 0,
			                                    NULL, NULL), ACCORD_ERULE);
			for (size_t n = 0; n < sizeof names / sizeof *names; n++)
				for (size_t g = 0; g < sizeof given / sizeof *given; g++) {
					for (size_t f = 0; f < 40; f++)
						forms[f] = accord_slice_of(given[g]);
					accord_slice name = accord_slice_of(names[n]);
					accord_lexicon_add(lexicon, (accord_pos)pos, name, forms, g % 5, NULL, NULL);
					accord_lexicon_add(lexicon, (accord_pos)pos, name, forms, 40, NULL, NULL);
				}
		}
		accord_lexicon_free(lexicon);
	}
}

static void test_form_names(void **state)
{
	char buffer[80], small[8];
	(void)state;
	assert_string_equal(accord_form_names(ACCORD_FORM_FINITE | ACCORD_FORM_PAST, buffer, sizeof buffer), "finite past");
	accord_form_names(ACCORD_FORM_ANY, small, sizeof small);
	assert_true(strlen(small) < sizeof small);
	assert_int_equal(accord_form_from("it", accord_slice_of("ger")), ACCORD_FORM_ING);
	assert_int_equal(accord_form_from("en", accord_slice_of("zu")), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_german_forms),  cmocka_unit_test(test_italian_forms),
		cmocka_unit_test(test_english_forms), cmocka_unit_test(test_shipped_entries),
		cmocka_unit_test(test_names),         cmocka_unit_test(test_particles),
		cmocka_unit_test(test_hostile_entries), cmocka_unit_test(test_form_names),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
