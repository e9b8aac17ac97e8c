/*
 * German. Weak verbs, nouns and adjectives follow from the entry alone; strong and mixed verbs give three forms
 * (übernimmt übernahm übernommen), and a strong verb that gives none is a mistake rather than a guess.
 *
 *   auf|kaufen  finite stem + particle: kauft kaufte kaufen kauften; final: aufkauft ...; zu: aufzukaufen;
 *               pp: aufgekauft, with endings aufgekaufte ...; ing: aufkaufend
 */
#include "inflect.h"

#include <string.h>

#define FINITE (ACCORD_FORM_FINITE | ACCORD_FORM_FINAL)
#define PRESENT (FINITE | ACCORD_FORM_PRESENT)
#define PAST (FINITE | ACCORD_FORM_PAST)
#define THIRD ACCORD_FORM_SINGULAR

static const char adjective_endings[] = "e er es en em";

/* Infinitives that are strong or mixed, bare; with an unstressed prefix they stay so. */
static const char *const strong[] = {
	"backen",   "befehlen", "beginnen", "beißen",   "bergen",   "bersten",  "biegen",    "bieten",   "binden",
	"bitten",   "blasen",   "bleiben",  "braten",   "brechen",  "brennen",  "bringen",   "denken",   "dringen",
	"dürfen",   "essen",    "fahren",   "fallen",   "fangen",   "fechten",  "finden",    "flechten", "fliegen",
	"fliehen",  "fließen",  "fressen",  "frieren",  "geben",    "gehen",    "gelten",    "gessen",   "gießen",
	"gleichen", "gleiten",  "graben",   "greifen",  "haben",    "halten",   "hauen",     "heben",    "heißen",
	"helfen",   "kennen",   "klingen",  "kneifen",  "kommen",   "kriechen", "können",    "laden",    "lassen",
	"laufen",   "leiden",   "leihen",   "lesen",    "lieren",   "liegen",   "lingen",    "lügen",    "meiden",
	"messen",   "mögen",    "müssen",   "nehmen",   "nennen",   "nießen",   "pfeifen",   "preisen",  "raten",
	"reiben",   "reißen",   "reiten",   "rennen",   "riechen",  "ringen",   "rinnen",    "rufen",    "schaffen",
	"scheiden", "scheinen", "schehen",  "schieben", "schießen", "schlafen", "schlagen",  "schließen", "schmeißen",
	"schmelzen", "schneiden", "schreiben", "schreien", "schreiten", "schweigen", "schwellen", "schwimmen", "schwinden",
	"schwingen", "schwören", "sehen",   "sein",     "singen",   "sinken",   "sinnen",    "sitzen",   "sprechen",
	"springen", "stechen",  "stehen",   "stehlen",  "steigen",  "sterben",  "stoßen",    "streichen", "streiten",
	"tragen",   "treffen",  "treiben",  "treten",   "trinken",  "trügen",   "tun",       "wachsen",  "waschen",
	"wägen",    "weichen",  "weisen",   "werben",   "werden",   "werfen",   "wiegen",    "winden",   "winnen",
	"wissen",   "wollen",   "wringen",  "zeihen",   "ziehen",   "zwingen",  "derben",    "ginnen",   "fehlen"};

/* Weak in spite of what they seem to be made of; "fehlen" is strong behind a prefix only. */
static const char *const weak[] = {"bereiten", "begleiten", "fehlen",     "verfehlen", "gestehlen", "behaben",
                                   "bewollen", "verleiden", "geleiten", "beringen",  "umringen",  "veranlassen", "beschaffen", "verschaffen"};

static const char *const prefixes[] = {"be",    "emp",    "ent",  "er",   "ge",   "miss", "ver",  "zer",   "über",
                                       "unter", "hinter", "wider", "wieder", "um", "durch", "voll"};

/* Written without their bar they make no regular verb of a strong one: anbieten. */
static const char *const particles[] = {"ab", "an", "auf", "aus", "bei", "ein", "mit", "nach", "vor", "zu", "zurück"};

static bool has_vowel(accord_slice part)
{
	for (size_t i = 0; i < part.len; i++)
		if (strchr("aeiouyAEIOUY", part.data[i]) || (unsigned char)part.data[i] == 0xC3)
			return true;
	return false;
}

/* The stem of an infinitive: kauf-en, steuer-n, tu-n. */
static accord_slice stem_of(accord_slice infinitive)
{
	return without_last(infinitive, ends_with(infinitive, "en") ? 2 : ends_with(infinitive, "n") ? 1 : 0);
}

static bool strong_behind(accord_slice infinitive, const char *const *beginnings, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (begins_with(infinitive, beginnings[i]) &&
		    ONE_OF(without_first(infinitive, strlen(beginnings[i])), strong))
			return true;
	return false;
}

static bool is_strong(accord_slice infinitive)
{
	if (ONE_OF(infinitive, weak))
		return false;
	return ONE_OF(infinitive, strong) || strong_behind(infinitive, prefixes, sizeof prefixes / sizeof *prefixes) ||
	       strong_behind(infinitive, particles, sizeof particles / sizeof *particles);
}

/* Participles without ge-: lizenziert, prophezeit, übernommen, entwickelt; but geerbt (er-ben), gebeugt. */
static bool without_ge(accord_slice infinitive, accord_slice stem)
{
	if (ends_with(infinitive, "ieren") || ends_with(infinitive, "eien"))
		return true;
	if (ends_with(stem, "el") || ends_with(stem, "er"))
		stem = without_last(stem, 2);
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
		accord_slice rest = without_first(stem, strlen(prefixes[i]));
		if (begins_with(stem, prefixes[i]) && rest.len && has_vowel(rest))
			return true;
	}
	return false;
}

/* Whether -t and -st need an e: arbeit-et, rechn-et, öffn-et; but film-t, warn-t, wohn-t. */
static bool needs_e(accord_slice stem)
{
	char last = last_byte(stem);
	if (last == 't' || last == 'd')
		return true;
	if ((last != 'm' && last != 'n') || stem.len < 3)
		return false;
	char before = stem.data[stem.len - 2];
	if (before == 'h')
		return stem.data[stem.len - 3] == 'c';
	return !strchr("aeiouylrmn", before) && (unsigned char)before < 0x80;
}

static bool hisses(accord_slice stem)
{
	return ends_with(stem, "s") || ends_with(stem, "z") || ends_with(stem, "x") || ends_with(stem, "ß");
}

/* Add a finite form: as it stands, or for a separable verb both apart (kauft … auf) and in one word (aufkauft). */
static void add_finite(paradigm *p, uint32_t forms, accord_slice stem, const char *ending)
{
	if (!p->separable.len) {
		paradigm_add(p, forms, stem, ending);
		return;
	}
	p->particle = accord_lexicon_intern(p->lexicon, p->separable.data, p->separable.len);
	paradigm_add(p, (forms & ~(uint32_t)ACCORD_FORM_FINAL) | ACCORD_FORM_STEM, stem, ending);
	p->particle = 0;
	p->prefix = p->separable;
	paradigm_add(p, forms & ~(uint32_t)ACCORD_FORM_FINITE, stem, ending);
	p->prefix = (accord_slice){NULL, 0};
}

/* Add every form that the entry names so; false if it names none. */
static bool add_named_finite(paradigm *p, const char *key, uint32_t forms)
{
	size_t n = 0;
	for (accord_slice form; (form = paradigm_named(p, key, n)).len; n++)
		add_finite(p, forms, form, "");
	return n > 0;
}

static void add_present(paradigm *p, accord_slice infinitive, accord_slice stem, accord_slice third)
{
	const char *t = needs_e(stem) ? "et" : "t";
	add_finite(p, PRESENT | THIRD, third.len ? third : stem, third.len ? "" : t);
	if (add_named_finite(p, "present", PRESENT))
		return;
	add_finite(p, PRESENT | ACCORD_FORM_PLURAL, infinitive, "");
	add_finite(p, PRESENT, stem, t);
	if (third.len && last_byte(third) != 't') { /* kann, will, weiß: the first person is the same */
		add_finite(p, PRESENT, third, hisses(third) ? "t" : "st");
		return;
	}
	add_finite(p, PRESENT, stem, "e");
	if (!third.len || ends_with(third, "et"))
		add_finite(p, PRESENT, stem, needs_e(stem) ? "est" : hisses(stem) ? "t" : "st");
	else if (last_byte(stem) == 't')
		add_finite(p, PRESENT, third, "st");
	else if (!hisses(without_last(third, 1)))
		add_finite(p, PRESENT, without_last(third, 1), "st");
}

static void add_subjunctive(paradigm *p, accord_slice stem)
{
	if (add_named_finite(p, "subjunctive", FINITE | ACCORD_FORM_SUBJUNCTIVE))
		return;
	add_finite(p, FINITE | ACCORD_FORM_SUBJUNCTIVE | THIRD, stem, "e");
	if (needs_e(stem))
		return; /* bietet is indicative first */
	add_finite(p, FINITE | ACCORD_FORM_SUBJUNCTIVE, stem, "est");
	add_finite(p, FINITE | ACCORD_FORM_SUBJUNCTIVE, stem, "et");
}

static void add_weak_past(paradigm *p, accord_slice stem)
{
	const char *e = needs_e(stem) ? "e" : "";
	char past[FORM_MAX];
	if (stem.len + 3 > sizeof past)
		return;
	memcpy(past, stem.data, stem.len);
	memcpy(past + stem.len, e, strlen(e));
	accord_slice t = {past, stem.len + strlen(e)};
	add_finite(p, PAST | THIRD, t, "te");
	add_finite(p, PAST | ACCORD_FORM_PLURAL, t, "ten");
	add_finite(p, PAST, t, "test");
	add_finite(p, PAST, t, "tet");
}

/* The preterite with its last a, o or u as ä, ö, ü (nahm, nähm; wurde, würde): false if it has no such vowel. */
static bool umlaut(accord_slice past, char out[FORM_MAX], size_t *len)
{
	static const char *const pairs[] = {"aä", "oö", "uü"};
	size_t end = past.len;
	if (last_byte(past) == 'e')
		end--;
	for (size_t i = end; i-- > 0;) {
		if (!strchr("aeiouäöü", past.data[i]) && (unsigned char)past.data[i] < 0x80)
			continue;
		if (past.data[i] == 'u' && i && past.data[i - 1] == 'a')
			i--;
		for (size_t v = 0; v < 3; v++) {
			if (past.data[i] != pairs[v][0] || past.len + 1 > FORM_MAX)
				continue;
			memcpy(out, past.data, i);
			memcpy(out + i, pairs[v] + 1, 2);
			memcpy(out + i + 2, past.data + i + 1, past.len - i - 1);
			*len = past.len + 1;
			return true;
		}
		return false;
	}
	return false;
}

static void add_conditional(paradigm *p, accord_slice past)
{
	static const char *const mixed[] = {"brachte", "dachte", "mochte", "konnte", "musste", "durfte",
	                                    "wusste",  "hatte",  "wurde"};
	const uint32_t forms = FINITE | ACCORD_FORM_CONDITIONAL;
	char form[FORM_MAX];
	size_t len;
	if (add_named_finite(p, "conditional", forms))
		return;
	bool on_e = last_byte(past) == 'e', takes_umlaut = !on_e;
	for (size_t i = 0; i < sizeof mixed / sizeof *mixed && !takes_umlaut; i++)
		takes_umlaut = ends_with(past, mixed[i]);
	if (takes_umlaut && umlaut(past, form, &len)) {
		accord_slice stem = {form, len};
		add_finite(p, forms | THIRD, stem, on_e ? "" : "e");
		add_finite(p, forms | ACCORD_FORM_PLURAL, stem, on_e ? "n" : "en");
	} else if (!on_e) {
		add_finite(p, forms | THIRD, past, "e"); /* ließe; the plural is the preterite's */
	}
}

static void add_strong_past(paradigm *p, accord_slice past)
{
	bool on_e = last_byte(past) == 'e', long_t = needs_e(past);
	add_finite(p, PAST | THIRD, past, "");
	add_finite(p, PAST | ACCORD_FORM_PLURAL, past, on_e ? "n" : "en");
	add_finite(p, PAST, past, on_e ? "st" : long_t || hisses(past) ? "est" : "st");
	add_finite(p, PAST, past, on_e ? "t" : long_t ? "et" : "t");
	add_conditional(p, past);
}

static void add_one_participle(paradigm *p, accord_slice participle)
{
	paradigm_add(p, ACCORD_FORM_PP, participle, "");
	paradigm_add_all(p, ACCORD_FORM_ADJ, participle, adjective_endings);
}

static void add_participles(paradigm *p, accord_slice stem, accord_slice given)
{
	p->prefix = p->separable;
	if (given.len) {
		if (p->separable.len && given.len > p->separable.len + 2 &&
		    !memcmp(given.data, p->separable.data, p->separable.len))
			p->prefix = (accord_slice){NULL, 0}; /* angeboten in full */
		add_one_participle(p, given);
		p->prefix = (accord_slice){NULL, 0};
	} else {
		char form[FORM_MAX];
		size_t at = 0, before = p->separable.len + 2;
		if (before + stem.len + 3 > sizeof form)
			return;
		if (p->separable.len)
			memcpy(form, p->separable.data, p->separable.len);
		at = p->separable.len;
		if (!without_ge(p->name, stem)) {
			memcpy(form + at, "ge", 2);
			at += 2;
		}
		memcpy(form + at, stem.data, stem.len);
		at += stem.len;
		if (needs_e(stem))
			form[at++] = 'e';
		form[at++] = 't';
		p->prefix = (accord_slice){NULL, 0};
		add_one_participle(p, (accord_slice){form, at});
	}
	for (size_t n = 0; paradigm_named(p, "pp", n).len; n++)
		add_one_participle(p, paradigm_named(p, "pp", n));
}

static void add_infinitives(paradigm *p, accord_slice infinitive)
{
	p->prefix = p->separable;
	paradigm_add(p, ACCORD_FORM_INF, infinitive, "");
	paradigm_add(p, ACCORD_FORM_ING, infinitive, "d");
	char present[FORM_MAX];
	if (infinitive.len + 1 < sizeof present) {
		memcpy(present, infinitive.data, infinitive.len);
		present[infinitive.len] = 'd';
		paradigm_add_all(p, ACCORD_FORM_ING | ACCORD_FORM_ADJ, (accord_slice){present, infinitive.len + 1},
		                 adjective_endings);
	}
	p->prefix = (accord_slice){NULL, 0};
	if (!p->separable.len || p->separable.len + 2 + infinitive.len > sizeof present)
		return;
	memcpy(present, p->separable.data, p->separable.len);
	memcpy(present + p->separable.len, "zu", 2);
	memcpy(present + p->separable.len + 2, infinitive.data, infinitive.len);
	paradigm_add(p, ACCORD_FORM_ZU, (accord_slice){present, p->separable.len + 2 + infinitive.len}, "");
}

static accord_status inflect_verb(paradigm *p, accord_error *err)
{
	accord_slice infinitive = p->name, stem = stem_of(infinitive);
	accord_slice third = paradigm_positional(p, 0), past = paradigm_positional(p, 1);
	accord_slice participle = paradigm_positional(p, 2);
	if (last_byte(infinitive) != 'n' || !stem.len)
		return accord_error_set(err, ACCORD_ERULE, "'%.*s' is no infinitive: a German verb ends in -n",
		                        (int)infinitive.len, infinitive.data);
	if (!participle.len && (third.len || is_strong(infinitive)))
		return accord_error_set(err, ACCORD_ERULE, "'%.*s%.*s' is irregular: three more forms are needed",
		                        (int)p->separable.len, p->separable.len ? p->separable.data : "",
		                        (int)infinitive.len, infinitive.data);
	add_infinitives(p, infinitive);
	add_present(p, infinitive, stem, third);
	add_subjunctive(p, stem);
	if (past.len)
		add_strong_past(p, past);
	else
		add_weak_past(p, stem);
	add_named_finite(p, "past", PAST);
	add_participles(p, stem, participle);
	return ACCORD_OK;
}

static bool ends_with_any(accord_slice word, const char *const *endings, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (ends_with(word, endings[i]))
			return true;
	return false;
}
#define ENDS_WITH_ANY(word, list) ends_with_any(word, list, sizeof(list) / sizeof *(list))

/* The plural of a noun that gives none; the commonest way for its ending. */
static const char *plural_ending(accord_slice noun, size_t *cut)
{
	static const char *const en[] = {"ung", "heit", "keit", "schaft", "ion", "tät", "enz", "anz", "ur", "ik",
	                                 "or",  "ist",  "ent",  "ant",    "ei",  "and"};
	static const char *const same[] = {"er", "el", "en", "chen", "lein"};
	*cut = 0;
	if (ends_with(noun, "ment"))
		return "s";
	if (ends_with(noun, "um")) {
		*cut = 2;
		return "en";
	}
	if (ends_with(noun, "erin"))
		return "nen";
	if (ENDS_WITH_ANY(noun, en))
		return "en";
	if (last_byte(noun) == 'e')
		return "n";
	if (ENDS_WITH_ANY(noun, same))
		return "";
	return strchr("aiouy", last_byte(noun)) ? "s" : "e";
}

/* Feminine by its ending, or by a plural on -en that no masculine ending explains: without a genitive of its own. */
static bool feminine(accord_slice noun, accord_slice plural)
{
	static const char *const endings[] = {"ung", "heit", "keit", "schaft", "ion", "tät", "enz", "anz", "ik", "ei", "erin"};
	static const char *const weak_masculine[] = {"or", "ist", "ent", "ant", "um", "er", "el"};
	if (last_byte(noun) == 'e' || ENDS_WITH_ANY(noun, endings))
		return true;
	return plural.len && ends_with(plural, "en") && plural.len == noun.len + 2 && !ENDS_WITH_ANY(noun, weak_masculine);
}

static void add_genitive(paradigm *p, accord_slice noun)
{
	static const char *const short_only[] = {"er", "el", "en", "em", "or", "ing", "a", "i", "o", "u", "y"};
	const uint32_t forms = ACCORD_FORM_SINGULAR | ACCORD_FORM_GENITIVE;
	if (hisses(noun)) {
		paradigm_add(p, forms, noun, ends_with(noun, "nis") ? "ses" : "es");
		return;
	}
	paradigm_add(p, forms, noun, "s");
	if (!ENDS_WITH_ANY(noun, short_only))
		paradigm_add(p, forms, noun, "es");
}

static void inflect_noun(paradigm *p)
{
	const uint32_t plural_bit = ACCORD_FORM_PLURAL;
	accord_slice noun = p->name, plural = paradigm_positional(p, 0);
	paradigm_add(p, ACCORD_FORM_SINGULAR, noun, "");
	if (!paradigm_add_named(p, "genitive", ACCORD_FORM_SINGULAR | ACCORD_FORM_GENITIVE) && !feminine(noun, plural))
		add_genitive(p, noun);
	for (size_t i = 0; (plural = paradigm_positional(p, i)).len; i++) {
		paradigm_add(p, plural_bit, plural, "");
		if (last_byte(plural) != 'n' && last_byte(plural) != 's')
			paradigm_add(p, plural_bit, plural, "n");
	}
	if (paradigm_has_positional(p, 0))
		return;
	size_t cut;
	const char *ending = plural_ending(noun, &cut);
	paradigm_add(p, plural_bit, without_last(noun, cut), ending);
	if (!*ending && last_byte(noun) != 'n')
		paradigm_add(p, plural_bit, noun, "n");
	else if (!strcmp(ending, "e"))
		paradigm_add(p, plural_bit, noun, "en");
}

/* finnisch, flexibel (flexible), teuer (teure); a given form is the stem before endings: hoch  hoh. */
static void inflect_adjective(paradigm *p)
{
	char stem[FORM_MAX];
	accord_slice name = p->name, given = paradigm_positional(p, 0);
	paradigm_add(p, ACCORD_FORM_BASE, name, "");
	if (given.len) {
		for (size_t i = 0; (given = paradigm_positional(p, i)).len; i++)
			paradigm_add_all(p, ACCORD_FORM_ADJ, given, adjective_endings);
		return;
	}
	if (last_byte(name) == 'e')
		name = without_last(name, 1); /* Vorsitzende: the noun made from an adjective */
	bool drops = ends_with(name, "el") || ends_with(name, "euer") || ends_with(name, "auer");
	if (drops && name.len < sizeof stem) {
		memcpy(stem, name.data, name.len - 2);
		stem[name.len - 2] = last_byte(name);
		name = (accord_slice){stem, name.len - 1};
	}
	paradigm_add_all(p, ACCORD_FORM_ADJ, name, adjective_endings);
}

accord_status inflect_de(paradigm *p, accord_pos pos, accord_error *err)
{
	if (pos == ACCORD_POS_VERB)
		return inflect_verb(p, err);
	if (pos == ACCORD_POS_NOUN)
		inflect_noun(p);
	else
		inflect_adjective(p);
	return ACCORD_OK;
}
