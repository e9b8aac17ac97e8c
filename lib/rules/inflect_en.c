/*
 * English. Regular verbs, or past and participle given (take took taken); a verb with a particle behind it is written
 * snap|up, and every form of it waits for the particle. British and American spellings are both made: organize and
 * organise, cancelled and canceled, license and licence.
 */
#include "inflect.h"

#include <string.h>

/* -fer, -mit … with the stress on the last syllable, which doubles the consonant. */
static const char *const doubling[] = {"mit", "prefer", "refer", "transfer", "infer", "confer", "defer", "cur", "pel",
                                       "trol", "bet", "upset", "program", "handicap", "kidnap", "outbid", "rebid",
                                       "abet", "allot", "begin", "forget", "regret", "equip", "begin", "overlap"};

static bool vowel(char c)
{
	return c && strchr("aeiou", c) != NULL;
}

/* One consonant behind one vowel in a word of one syllable (stop), or a stressed ending of that kind (commit). */
static bool doubles(accord_slice verb)
{
	if (verb.len < 3)
		return false;
	const char *end = verb.data + verb.len;
	char last = end[-1], before = end[-2], third = end[-3];
	bool short_syllable = !vowel(last) && !strchr("wxy", last) && vowel(before) && !vowel(third);
	if (verb.len > 3 && third == 'u' && end[-4] == 'q')
		short_syllable = !vowel(last) && vowel(before);
	if (!short_syllable)
		return false;
	for (size_t i = 0; i < sizeof doubling / sizeof *doubling; i++)
		if (ends_with(verb, doubling[i]))
			return true;
	size_t groups = 0;
	for (size_t i = 0; i < verb.len; i++)
		groups += vowel(verb.data[i]) && (i == 0 || !vowel(verb.data[i - 1]));
	return groups == 1;
}

static bool consonant_y(accord_slice word)
{
	return word.len > 1 && last_byte(word) == 'y' && !vowel(word.data[word.len - 2]);
}

/* -s or -es, -ies: for the third person and the plural alike. */
static void add_s(paradigm *p, uint32_t forms, accord_slice word)
{
	if (consonant_y(word))
		paradigm_add(p, forms, without_last(word, 1), "ies");
	else if (ends_with(word, "s") || ends_with(word, "x") || ends_with(word, "z") || ends_with(word, "ch") ||
	         ends_with(word, "sh") || (last_byte(word) == 'o' && word.len > 1 && !vowel(word.data[word.len - 2])))
		paradigm_add(p, forms, word, "es");
	else
		paradigm_add(p, forms, word, "s");
}

/* `verb` + `ending` (ing, ed) by the rules of doubling, of mute e and, for ed, of y. */
static void add_suffixed(paradigm *p, uint32_t forms, accord_slice verb, const char *ending)
{
	char doubled[FORM_MAX];
	bool ing = *ending == 'i', mute_e = last_byte(verb) == 'e';
	accord_slice with = verb;
	if (verb.len + 1 < sizeof doubled) {
		memcpy(doubled, verb.data, verb.len);
		doubled[verb.len] = last_byte(verb);
		with = (accord_slice){doubled, verb.len + 1};
	}
	if (ing && ends_with(verb, "ie")) {
		doubled[verb.len - 2] = 'y';
		paradigm_add(p, forms, (accord_slice){doubled, verb.len - 1}, ending);
	} else if (mute_e && ing) {
		bool kept = ends_with(verb, "ee") || ends_with(verb, "oe") || ends_with(verb, "ye");
		paradigm_add(p, forms, without_last(verb, kept ? 0 : 1), ending);
	} else if (mute_e) {
		paradigm_add(p, forms, verb, "d");
	} else if (!ing && consonant_y(verb)) {
		paradigm_add(p, forms, without_last(verb, 1), "ied");
	} else if (doubles(verb)) {
		paradigm_add(p, forms, with, ending);
	} else {
		paradigm_add(p, forms, verb, ending);
		if (last_byte(verb) == 'l' && verb.len > 3 && vowel(verb.data[verb.len - 2]) &&
		    !vowel(verb.data[verb.len - 3]))
			paradigm_add(p, forms, with, ending); /* signalled, signaled */
	}
}

static void add_verb(paradigm *p, accord_slice verb)
{
	const uint32_t present = ACCORD_FORM_FINITE | ACCORD_FORM_PRESENT;
	const uint32_t past = ACCORD_FORM_FINITE | ACCORD_FORM_PAST;
	accord_slice given = paradigm_positional(p, 0), participle = paradigm_positional(p, 1);
	bool own_plural = paradigm_add_named(p, "plural", present | ACCORD_FORM_PLURAL);
	paradigm_add(p, ACCORD_FORM_INF | (own_plural ? 0 : ACCORD_FORM_PLURAL | ACCORD_FORM_PRESENT), verb, "");
	if (!paradigm_add_named(p, "present", present | ACCORD_FORM_SINGULAR))
		add_s(p, present | ACCORD_FORM_SINGULAR, verb);
	if (!paradigm_add_named(p, "ing", ACCORD_FORM_ING))
		add_suffixed(p, ACCORD_FORM_ING, verb, "ing");
	paradigm_add_named(p, "past", past);
	paradigm_add_named(p, "pp", ACCORD_FORM_PP);
	if (!given.len && !paradigm_named(p, "past", 0).len) {
		add_suffixed(p, past | ACCORD_FORM_PP, verb, "ed");
		return;
	}
	paradigm_add(p, past, given, "");
	if (participle.len || !paradigm_named(p, "pp", 0).len)
		paradigm_add(p, ACCORD_FORM_PP, participle.len ? participle : given, "");
}

/* The other spelling of a word, in a buffer of FORM_MAX; false if there is one only. */
static bool other_spelling(accord_slice word, char *buffer, accord_slice *other)
{
	static const struct {
		const char *one, *two;
	} pairs[] = {{"ize", "ise"}, {"yze", "yse"}, {"license", "licence"}, {"licence", "license"}};
	static const char *const one_way[] = {"seize", "size", "prize", "resize", "downsize", "capsize"};
	if (ONE_OF(word, one_way))
		return false;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		size_t cut = strlen(pairs[i].one);
		if (!ends_with(word, pairs[i].one) || word.len >= FORM_MAX)
			continue;
		memcpy(buffer, word.data, word.len);
		memcpy(buffer + word.len - cut, pairs[i].two, cut);
		*other = (accord_slice){buffer, word.len};
		return true;
	}
	return false;
}

static void add_noun(paradigm *p, accord_slice noun)
{
	paradigm_add(p, ACCORD_FORM_SINGULAR, noun, "");
	for (size_t i = 0; paradigm_positional(p, i).len; i++)
		paradigm_add(p, ACCORD_FORM_PLURAL, paradigm_positional(p, i), "");
	if (!paradigm_has_positional(p, 0))
		add_s(p, ACCORD_FORM_PLURAL, noun);
}

accord_status inflect_en(paradigm *p, accord_pos pos, accord_error *err)
{
	char buffer[FORM_MAX];
	accord_slice other;
	bool has_other = other_spelling(p->name, buffer, &other);
	(void)err;
	if (pos == ACCORD_POS_VERB) {
		if (p->separable.len)
			p->particle = accord_lexicon_intern(p->lexicon, p->separable.data, p->separable.len);
		add_verb(p, p->name);
		if (has_other)
			add_verb(p, other);
	} else if (pos == ACCORD_POS_NOUN) {
		add_noun(p, p->name);
		if (has_other)
			add_noun(p, other);
	} else {
		paradigm_add(p, ACCORD_FORM_BASE, p->name, "");
		for (size_t i = 0; paradigm_positional(p, i).len; i++)
			paradigm_add(p, ACCORD_FORM_BASE, paradigm_positional(p, i), "");
	}
	return ACCORD_OK;
}
