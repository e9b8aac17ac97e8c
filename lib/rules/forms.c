/*
 * The names of forms, as rule files write them behind a colon: `<kaufen:pp>`. Which language has which is one column.
 */
#include <accord/lexicon.h>

#include <stdio.h>
#include <string.h>

enum { DE = 1, IT = 2, EN = 4, ALL = 7 };

static const struct {
	const char *name;
	uint32_t bit;
	int languages;
} names[] = {
	{"finite", ACCORD_FORM_FINITE, ALL},
	{"inf", ACCORD_FORM_INF, ALL},
	{"pp", ACCORD_FORM_PP, ALL},
	{"adj", ACCORD_FORM_ADJ, DE | IT},
	{"zu", ACCORD_FORM_ZU, DE},
	{"final", ACCORD_FORM_FINAL, DE},
	{"ing", ACCORD_FORM_ING, DE | EN},
	{"ger", ACCORD_FORM_ING, IT},
	{"past", ACCORD_FORM_PAST, ALL},
	{"present", ACCORD_FORM_PRESENT, ALL},
	{"subjunctive", ACCORD_FORM_SUBJUNCTIVE, DE | IT},
	{"conditional", ACCORD_FORM_CONDITIONAL, DE | IT},
	{"future", ACCORD_FORM_FUTURE, IT},
	{"plural", ACCORD_FORM_PLURAL, ALL},
	{"singular", ACCORD_FORM_SINGULAR, ALL},
	{"clitic", ACCORD_FORM_CLITIC, IT},
	{"genitive", ACCORD_FORM_GENITIVE, DE},
	{"stem", ACCORD_FORM_STEM, DE},
	{"base", ACCORD_FORM_BASE, ALL},
};

uint32_t accord_form_from(const char *lang, accord_slice name)
{
	int language = !strcmp(lang, "de") ? DE : !strcmp(lang, "it") ? IT : EN;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if ((names[i].languages & language) && accord_slice_is(name, names[i].name))
			return names[i].bit;
	return 0;
}

const char *accord_form_names(uint32_t forms, char *buffer, size_t size)
{
	size_t at = 0;
	if (size)
		buffer[0] = '\0';
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (!(forms & names[i].bit))
			continue;
		forms &= ~names[i].bit; /* "ing" and "ger" are one bit */
		int wrote = snprintf(buffer + at, size - at, "%s%s", at ? " " : "", names[i].name);
		if (wrote < 0 || (size_t)wrote >= size - at)
			break;
		at += (size_t)wrote;
	}
	return buffer;
}
