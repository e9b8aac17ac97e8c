/* What changes hands is told as its phrase: adjectives, numbers and the whole that it is a portion of, not the head alone. */
#include <accord/document.h>
#include <accord/tag.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static const struct {
	const char *lang, *text, *object;
} cases[] = {
	{"en", "Cisco is selling its struggling set-top box unit to Technicolor.", "struggling set-top box unit"},
	{"en", "Lenovo has agreed to buy IBM's low-end server business for $2.3 billion.", "low-end server business"},
	{"en", "Google bought about 1,000 patents from IBM.", "about 1,000 patents"},
	{"en", "Microsoft acquires part of its mobile division from Nokia.", "part of its mobile division"},
	{"de", "Microsoft verkauft rund 1.500 Patente an Xiaomi.", "rund 1.500 Patente"},
	{"de", "Siemens verkauft die defizitäre Netzwerksparte an Nokia.", "defizitäre Netzwerksparte"},
	{"de", "Intel verkauft einen Teil seiner Speichersparte an SK Hynix.", "Teil seiner Speichersparte"},
	{"it", "Google ha comprato da IBM circa 1.000 brevetti.", "circa 1.000 brevetti"},
	{"it", "Nortel vende le attività CDMA a Ericsson.", "attività CDMA"},
};

static void objects_are_phrases(void **state)
{
	const char *folder = TEST_RULES;
	accord_tagger *tagger;
	accord_error err;
	size_t wrong = 0;
	(void)state;
	assert_int_equal(accord_tagger_new(&folder, 1, &tagger, &err), ACCORD_OK);
	accord_arena *arena = accord_arena_new(0);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		accord_document doc = {.text = accord_slice_of(cases[i].text), .lang = accord_slice_of(cases[i].lang),
		                       .published = accord_slice_of("2014-01-23")};
		assert_int_equal(accord_tagger_document(tagger, arena, &doc, &err), ACCORD_OK);
		accord_slice found = doc.deal_count ? doc.deals[0].object : (accord_slice){0};
		if (!accord_slice_is(found, cases[i].object)) {
			wrong++;
			print_error("%s\n  expected \"%s\", found \"%.*s\" in %zu deals\n", cases[i].text, cases[i].object,
			            (int)found.len, found.data ? found.data : "", doc.deal_count);
		}
		accord_arena_clear(arena);
	}
	accord_arena_free(arena);
	accord_tagger_free(tagger);
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(objects_are_phrases)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
