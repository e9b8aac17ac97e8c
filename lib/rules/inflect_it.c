/*
 * Italian. An entry gives at most four forms, third persons of present (singular, plural) and remote past, and the
 * participle; by name also future, subjunctive (more than one: past ones too), imperfect, ger. Everything else follows:
 *
 *   verb stringere  stringe stringono strinse pp=stretto
 *   1st person string-o and subjunctive string-a from stringono; strinsi, strinsero from strinse; the rest is regular
 *
 * Verbs on -porre, -durre, -trarre follow their family; other -ere verbs without forms are regular only if listed.
 */
#include "inflect.h"

#include <string.h>

#define PRESENT (ACCORD_FORM_FINITE | ACCORD_FORM_PRESENT)
#define PAST (ACCORD_FORM_FINITE | ACCORD_FORM_PAST)
#define FUTURE (ACCORD_FORM_FINITE | ACCORD_FORM_FUTURE)
#define CONDITIONAL (ACCORD_FORM_FINITE | ACCORD_FORM_CONDITIONAL)
#define SUBJUNCTIVE (ACCORD_FORM_FINITE | ACCORD_FORM_SUBJUNCTIVE)
#define THIRD ACCORD_FORM_SINGULAR
#define THIRD_PLURAL ACCORD_FORM_PLURAL

/* What an entry says of its verb, in parts that endings are joined to. */
typedef struct verb {
	char conjugation;                /* a, e, i */
	bool isc;                        /* acquisisce */
	accord_slice infinitive;         /* acquisire, without -si */
	accord_slice stem;               /* acquis-, pon- (porre): present 1st plural, imperfect, gerund */
	accord_slice third, third_plural, remote, participle, future, subjunctive, imperfect, gerund;
	char before_i[FORM_MAX], before_e[FORM_MAX]; /* the stem as it is spelled before -i, -e: cerch-, cominc-, cominc- */
	char reflexive[FORM_MAX];        /* the infinitive, where it is built from one on -si */
	char built[6][FORM_MAX];         /* forms of a family */
} verb;

/* -ere verbs that follow credere, whole; others need forms. */
static const char *const regular_ere[] = {
	"credere",  "vendere",  "cedere",    "precedere", "procedere", "accedere", "eccedere",  "recedere", "intercedere",
	"ricevere", "battere",  "combattere", "abbattere", "dibattere", "ribattere", "ripetere", "competere", "temere",
	"godere",   "premere",  "gemere",    "fremere",   "tessere",   "mietere",  "svendere",  "rivendere", "retrocedere",
	"potere",   "dovere",   "ricredere", "splendere", "cernere",   "discernere", "esigere", "spremere", "impetere"};

/* -ire verbs without -isc-, by their ending. */
static const char *const plain_ire[] = {"seguire", "vestire", "partire", "sentire", "servire", "dormire", "vertire",
                                        "bollire", "fuggire", "coprire", "aprire",  "offrire", "soffrire", "mentire",
                                        "pentire", "cucire",  "venire",  "salire",  "morire",  "udire",   "uscire",
                                        "sortire", "dire"};
/* ... but these have it. */
static const char *const isc_after_all[] = {"ripartire", "impartire", "asservire", "assalire", "compartire", "spartire",
                                            "ardire", "gradire", "tradire", "ordire", "candire", "bandire", "stordire",
                                            "sbalordire", "smentire", "impedire", "spedire", "applaudire", "blandire"};

/* Irregular verbs that must give forms although their ending looks regular; whole words. */
static const char *const irregular[] = {"andare", "dare", "stare", "fare",   "dire",   "venire", "salire", "uscire",
                                        "aprire", "offrire", "coprire", "scoprire", "soffrire", "morire", "udire",
                                        "riuscire", "intervenire", "divenire", "pervenire", "convenire", "avvenire",
                                        "provenire", "riaprire", "potere", "dovere", "esigere", "disdire", "ridare",
                                        "rifare", "soddisfare", "ricoprire"};

static bool ends_in_one_of(accord_slice word, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (ends_with(word, list[i]))
			return true;
	return false;
}
#define ENDS_IN_ONE_OF(word, list) ends_in_one_of(word, list, sizeof(list) / sizeof *(list))

/* `word` without `cut` bytes, and `ending`, in a buffer of FORM_MAX bytes. */
static accord_slice build(char *buffer, accord_slice word, size_t cut, const char *ending)
{
	accord_slice kept = without_last(word, cut);
	size_t len = strlen(ending);
	if (kept.len + len > FORM_MAX)
		return (accord_slice){buffer, 0};
	memmove(buffer, kept.data, kept.len);
	memcpy(buffer + kept.len, ending, len);
	return (accord_slice){buffer, kept.len + len};
}

/* porre and its kind: everything follows from the family. False if the verb is of none. */
static bool follow_family(verb *v)
{
	static const struct {
		const char *infinitive;
		const char *stem, *third, *third_plural, *remote, *participle, *subjunctive;
	} families[] = {
		{"porre", "pon", "pone", "pongono", "pose", "posto", "ponga"},
		{"durre", "duc", "duce", "ducono", "dusse", "dotto", "duca"},
		{"trarre", "tra", "trae", "traggono", "trasse", "tratto", "tragga"},
	};
	for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
		if (!ends_with(v->infinitive, families[i].infinitive))
			continue;
		size_t cut = strlen(families[i].infinitive);
		v->stem = build(v->built[0], v->infinitive, cut, families[i].stem);
		v->third = build(v->built[1], v->infinitive, cut, families[i].third);
		v->third_plural = build(v->built[2], v->infinitive, cut, families[i].third_plural);
		v->remote = build(v->built[3], v->infinitive, cut, families[i].remote);
		v->participle = build(v->built[4], v->infinitive, cut, families[i].participle);
		v->subjunctive = build(v->built[5], v->infinitive, cut, families[i].subjunctive);
		v->conjugation = 'e';
		return true;
	}
	return false;
}

/* How the stem is spelled before i and e: cerca-re cerch-i, comincia-re cominc-i cominc-erà, studia-re stud-i. */
static void spell_stem(verb *v)
{
	accord_slice stem = v->stem;
	size_t cut_i = 0, cut_e = 0;
	const char *h = "";
	if (v->conjugation == 'a') {
		bool hard = ends_with(stem, "c") || ends_with(stem, "g");
		h = hard ? "h" : "";
		cut_i = last_byte(stem) == 'i';
		cut_e = ends_with(stem, "ci") || ends_with(stem, "gi");
	}
	v->before_i[build(v->before_i, stem, cut_i, h).len] = '\0';
	v->before_e[build(v->before_e, stem, cut_e, h).len] = '\0';
}

static void add_present(paradigm *p, const verb *v)
{
	accord_slice i_stem = accord_slice_of(v->before_i);
	if (v->third.len)
		paradigm_add(p, PRESENT | THIRD, v->third, "");
	else
		paradigm_add(p, PRESENT | THIRD, v->stem, v->conjugation == 'a' ? "a" : v->isc ? "isce" : "e");
	if (v->third_plural.len)
		paradigm_add(p, PRESENT | THIRD_PLURAL, v->third_plural, "");
	else
		paradigm_add(p, PRESENT | THIRD_PLURAL, v->stem, v->conjugation == 'a' ? "ano" : v->isc ? "iscono" : "ono");
	if (paradigm_add_named(p, "present", PRESENT))
		return;
	/* not finite for the rules: "fondo", "acquisto", "accordo" are nouns wherever the press writes them */
	if (v->third_plural.len && !ends_with(v->third_plural, "nno"))
		paradigm_add(p, ACCORD_FORM_PRESENT, without_last(v->third_plural, 3), "o");
	else if (!v->third_plural.len)
		paradigm_add(p, ACCORD_FORM_PRESENT, v->stem, v->isc ? "isco" : "o");
	if (v->third.len && !v->isc && v->conjugation != 'a')
		paradigm_add(p, PRESENT, without_last(v->third, 1), "i");
	else
		paradigm_add(p, PRESENT, v->isc ? v->stem : i_stem, v->isc ? "isci" : "i");
	paradigm_add(p, PRESENT, i_stem, "iamo");
	paradigm_add(p, PRESENT, v->stem, v->conjugation == 'a' ? "ate" : v->conjugation == 'e' ? "ete" : "ite");
}

/* The long stem of the imperfect, faceva: fac-; nothing where it has none (era). */
static accord_slice long_stem(const verb *v)
{
	if (!v->imperfect.len)
		return v->stem;
	bool long_one = ends_with(v->imperfect, "eva") || ends_with(v->imperfect, "ava") || ends_with(v->imperfect, "iva");
	return long_one ? without_last(v->imperfect, 3) : (accord_slice){NULL, 0};
}

static void add_imperfect(paradigm *p, const verb *v)
{
	char form[FORM_MAX];
	const char vowel[] = {v->conjugation, 'v', '\0'};
	accord_slice stem = v->imperfect.len ? without_last(v->imperfect, 1) : build(form, v->stem, 0, vowel);
	paradigm_add(p, PAST | THIRD, stem, "a");
	paradigm_add(p, PAST | THIRD_PLURAL, stem, "ano");
	paradigm_add_all(p, PAST, stem, "o i amo ate");
}

/* Given, but as the conjugation has it: assorbì, andò, dovette. */
static bool remote_is_regular(const verb *v)
{
	return ends_with(v->remote, "ò") || ends_with(v->remote, "ì") || ends_with(v->remote, "é") ||
	       (v->conjugation == 'e' && ends_with(v->remote, "ette"));
}

static void add_remote_past(paradigm *p, const verb *v)
{
	static const char *const regular[] = {"ò", "é ette", "ì"};
	static const char *const plural[] = {"arono", "erono ettero", "irono"};
	static const char *const others[] = {"ai asti ammo aste", "ei etti esti emmo este", "ii isti immo iste"};
	size_t row = v->conjugation == 'a' ? 0 : v->conjugation == 'e' ? 1 : 2;
	if (!v->remote.len || remote_is_regular(v)) {
		paradigm_add_all(p, PAST | THIRD, v->stem, regular[row]);
		paradigm_add_all(p, PAST | THIRD_PLURAL, v->stem, plural[row]);
		paradigm_add_all(p, PAST, v->stem, others[row]);
		return;
	}
	paradigm_add(p, PAST | THIRD, v->remote, "");
	if (last_byte(v->remote) == 'e') {
		accord_slice stem = without_last(v->remote, 1);
		paradigm_add(p, PAST | THIRD_PLURAL, stem, "ero");
		paradigm_add(p, PAST, stem, "i");
	}
	if (!paradigm_add_named(p, "past", PAST) && long_stem(v).len)
		paradigm_add_all(p, PAST, long_stem(v),
		                 row == 0 ? "asti ammo aste" : row == 1 ? "esti emmo este" : "isti immo iste");
}

static void add_future(paradigm *p, const verb *v)
{
	char form[FORM_MAX];
	accord_slice stem;
	if (v->future.len)
		stem = without_last(v->future, 2); /* verr-à */
	else if (v->conjugation == 'a')
		stem = build(form, accord_slice_of(v->before_e), 0, "er");
	else
		stem = without_last(v->infinitive, 1);
	paradigm_add(p, FUTURE | THIRD, stem, "à");
	paradigm_add(p, FUTURE | THIRD_PLURAL, stem, "anno");
	paradigm_add_all(p, FUTURE, stem, "ò ai emo ete");
	paradigm_add(p, CONDITIONAL | THIRD, stem, "ebbe");
	paradigm_add(p, CONDITIONAL | THIRD_PLURAL, stem, "ebbero");
	paradigm_add_all(p, CONDITIONAL, stem, "ei esti emmo este");
}

static void add_subjunctive(paradigm *p, const verb *v)
{
	char form[FORM_MAX];
	const char vowel[] = {v->conjugation, '\0'};
	accord_slice i_stem = accord_slice_of(v->before_i), present = i_stem;
	if (v->subjunctive.len)
		present = without_last(v->subjunctive, 1);
	else if (v->third_plural.len && ends_with(v->third_plural, "ono"))
		present = without_last(v->third_plural, 3);
	else if (v->isc)
		present = build(form, v->stem, 0, "isc");
	bool on_i = v->conjugation == 'a' && (!v->subjunctive.len || last_byte(v->subjunctive) == 'i');
	paradigm_add(p, SUBJUNCTIVE | THIRD, present, on_i ? "i" : "a");
	paradigm_add(p, SUBJUNCTIVE | THIRD_PLURAL, present, on_i ? "ino" : "ano");
	paradigm_add(p, SUBJUNCTIVE, i_stem, "iate");
	accord_slice stem = v->imperfect.len ? without_last(v->imperfect, 2) : build(form, v->stem, 0, vowel), further;
	for (size_t n = 1; (further = paradigm_named(p, "subjunctive", n)).len; n++)
		paradigm_add(p, SUBJUNCTIVE | ACCORD_FORM_PAST, further, "");
	if (!long_stem(v).len)
		return;
	paradigm_add(p, SUBJUNCTIVE | ACCORD_FORM_PAST | THIRD, stem, "sse");
	paradigm_add(p, SUBJUNCTIVE | ACCORD_FORM_PAST | THIRD_PLURAL, stem, "ssero");
	paradigm_add_all(p, SUBJUNCTIVE | ACCORD_FORM_PAST, stem, "ssi ssimo ste");
}

static const char clitics[] = "lo la li le ne gli si ci selo sela seli sele sene glielo gliela gliene";

static void add_infinitive(paradigm *p, const verb *v)
{
	bool rre = ends_with(v->infinitive, "rre");
	accord_slice shortened = without_last(v->infinitive, rre ? 2 : 1);
	paradigm_add(p, ACCORD_FORM_INF, v->infinitive, "");
	paradigm_add(p, ACCORD_FORM_INF, shortened, ""); /* aver acquistato */
	paradigm_add_all(p, ACCORD_FORM_INF | ACCORD_FORM_CLITIC, shortened, clitics);
}

static void add_gerund(paradigm *p, const verb *v)
{
	char form[FORM_MAX];
	accord_slice gerund = v->gerund;
	if (!gerund.len && v->imperfect.len && ends_with(v->imperfect, "eva"))
		gerund = build(form, v->imperfect, 2, "ndo");
	else if (!gerund.len)
		gerund = build(form, v->stem, 0, v->conjugation == 'a' ? "ando" : "endo");
	paradigm_add(p, ACCORD_FORM_ING, gerund, "");
	paradigm_add_all(p, ACCORD_FORM_ING | ACCORD_FORM_CLITIC, gerund, clitics);
}

static void add_participle(paradigm *p, accord_slice participle)
{
	const uint32_t clitic = ACCORD_FORM_PP | ACCORD_FORM_CLITIC;
	if (last_byte(participle) != 'o') {
		paradigm_add(p, ACCORD_FORM_PP, participle, "");
		return;
	}
	accord_slice stem = without_last(participle, 1);
	paradigm_add_all(p, ACCORD_FORM_PP | ACCORD_FORM_SINGULAR, stem, "o a");
	paradigm_add_all(p, ACCORD_FORM_PP | ACCORD_FORM_PLURAL, stem, "i e");
	paradigm_add_all(p, clitic, stem, "olo ala ili ele osi asi isi esi one ane");
}

static void add_participles(paradigm *p, const verb *v)
{
	static const char *const endings[] = {"ato", "uto", "ito"};
	char form[FORM_MAX];
	size_t named = 0;
	if (v->participle.len)
		add_participle(p, v->participle);
	for (accord_slice pp; (pp = paradigm_named(p, "pp", named)).len; named++)
		add_participle(p, pp);
	if (!v->participle.len && !named) {
		size_t row = v->conjugation == 'a' ? 0 : v->conjugation == 'e' ? 1 : 2;
		const char *ending = endings[row];
		if (row == 1 && (last_byte(v->stem) == 'c' || ends_with(v->stem, "sc")))
			ending = "iuto"; /* cresciuto */
		add_participle(p, build(form, v->stem, 0, ending));
	}
}

/* aggiudicarsi has the forms of aggiudicare, proporsi those of proporre. */
static accord_slice without_si(char *buffer, accord_slice infinitive)
{
	static const char *const families[] = {"porsi", "dursi", "trarsi"};
	if (!ends_with(infinitive, "rsi"))
		return infinitive;
	return build(buffer, infinitive, 2, ENDS_IN_ONE_OF(infinitive, families) ? "re" : "e");
}

static accord_status needs_forms(const paradigm *p, accord_error *err)
{
	return accord_error_set(err, ACCORD_ERULE, "'%.*s' is irregular: four more forms are needed", (int)p->name.len,
	                        p->name.data);
}

/* Take the entry apart; an error if the verb is irregular and gives nothing. */
static accord_status read_verb(paradigm *p, verb *v, accord_error *err)
{
	v->infinitive = without_si(v->reflexive, p->name);
	accord_slice whole = v->infinitive;
	if (whole.len < 4 || !ends_with(whole, "re"))
		return accord_error_set(err, ACCORD_ERULE, "'%.*s' is no infinitive: an Italian verb ends in -re or -rsi",
		                        (int)p->name.len, p->name.data);
	if (!follow_family(v)) {
		char vowel = whole.data[whole.len - 3];
		v->conjugation = vowel == 'a' || vowel == 'i' ? vowel : 'e';
		v->stem = without_last(whole, vowel == 'r' ? 2 : 3);
		bool given = paradigm_positional(p, 0).len || paradigm_positional(p, 2).len || paradigm_named(p, "pp", 0).len;
		if (!given && (ONE_OF(whole, irregular) || (v->conjugation == 'e' && !ONE_OF(whole, regular_ere))))
			return needs_forms(p, err);
		v->third = paradigm_positional(p, 0);
		v->third_plural = paradigm_positional(p, 1);
		v->remote = paradigm_positional(p, 2);
		v->participle = paradigm_positional(p, 3);
		v->subjunctive = paradigm_named(p, "subjunctive", 0);
		bool plain = ENDS_IN_ONE_OF(whole, plain_ire) && !ENDS_IN_ONE_OF(whole, isc_after_all);
		v->isc = v->conjugation == 'i' && (v->third.len ? ends_with(v->third, "isce") : !plain);
	}
	v->future = paradigm_named(p, "future", 0);
	v->imperfect = paradigm_named(p, "imperfect", 0);
	v->gerund = paradigm_named(p, "ger", 0);
	if ((v->future.len && v->future.len < 3) || (v->imperfect.len && v->imperfect.len < 3))
		return accord_error_set(err, ACCORD_ERULE, "'%.*s': future and imperfect are those of the third person",
		                        (int)p->name.len, p->name.data);
	spell_stem(v);
	return ACCORD_OK;
}

static accord_status inflect_verb(paradigm *p, accord_error *err)
{
	verb v = {0};
	accord_status status = read_verb(p, &v, err);
	if (status != ACCORD_OK)
		return status;
	add_infinitive(p, &v);
	add_present(p, &v);
	add_imperfect(p, &v);
	add_remote_past(p, &v);
	add_future(p, &v);
	add_subjunctive(p, &v);
	add_gerund(p, &v);
	add_participles(p, &v);
	return ACCORD_OK;
}

static bool consonant_before_last(accord_slice word, size_t from_end)
{
	return word.len > from_end && !strchr("aeiou", word.data[word.len - from_end - 1]);
}

/* The plural of a noun or adjective that ends in a vowel, as a cut and an ending; false for what never changes. */
static bool plural_of(accord_slice word, size_t *cut, const char **ending)
{
	static const struct {
		const char *singular;
		size_t cut;
		const char *plural;
	} table[] = {{"ista", 1, "i"}, {"ico", 1, "i"},  {"co", 1, "hi"}, {"go", 1, "hi"}, {"io", 1, ""},
	             {"ca", 1, "he"},  {"ga", 1, "he"},  {"o", 1, "i"},   {"a", 1, "e"},   {"e", 1, "i"}};
	if ((ends_with(word, "cia") || ends_with(word, "gia")) && consonant_before_last(word, 3)) {
		*cut = 2; /* provincia, province */
		*ending = "e";
		return true;
	}
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (ends_with(word, table[i].singular)) {
			*cut = table[i].cut;
			*ending = table[i].plural;
			return true;
		}
	return false;
}

static void inflect_noun(paradigm *p)
{
	size_t cut;
	const char *ending;
	accord_slice noun = p->name;
	if (paradigm_has_positional(p, 0)) {
		paradigm_add(p, ACCORD_FORM_SINGULAR, noun, "");
		for (size_t i = 0; paradigm_positional(p, i).len; i++)
			paradigm_add(p, ACCORD_FORM_PLURAL, paradigm_positional(p, i), "");
	} else if (plural_of(noun, &cut, &ending)) {
		paradigm_add(p, ACCORD_FORM_SINGULAR, noun, "");
		paradigm_add(p, ACCORD_FORM_PLURAL, without_last(noun, cut), ending);
	} else { /* città, brevetti-gate, spin-off */
		paradigm_add(p, ACCORD_FORM_SINGULAR | ACCORD_FORM_PLURAL, noun, "");
	}
}

/* Four endings (tedesco), two (francese), or none; given forms are the plurals (turco  turchi), the rest follows. */
static void inflect_adjective(paradigm *p)
{
	const uint32_t singular = ACCORD_FORM_ADJ | ACCORD_FORM_SINGULAR, plural = ACCORD_FORM_ADJ | ACCORD_FORM_PLURAL;
	accord_slice word = p->name, given = paradigm_positional(p, 0), stem = without_last(word, 1);
	size_t cut = 0;
	const char *ending = "";
	bool changes = plural_of(word, &cut, &ending);
	paradigm_add(p, singular | ACCORD_FORM_BASE | (changes ? 0 : ACCORD_FORM_PLURAL), word, "");
	for (size_t i = 0; (given = paradigm_positional(p, i)).len; i++)
		paradigm_add(p, plural, given, "");
	if (!changes)
		return;
	if (!paradigm_has_positional(p, 0))
		paradigm_add(p, plural, without_last(word, cut), ending);
	if (last_byte(word) == 'o') {
		bool hard = ends_with(word, "co") || ends_with(word, "go");
		paradigm_add(p, singular, stem, "a");
		paradigm_add(p, plural, stem, hard ? "he" : "e");
	} else if (ends_with(word, "ista")) {
		paradigm_add(p, plural, stem, "e");
	}
}

accord_status inflect_it(paradigm *p, accord_pos pos, accord_error *err)
{
	if (pos == ACCORD_POS_VERB)
		return inflect_verb(p, err);
	if (pos == ACCORD_POS_NOUN)
		inflect_noun(p);
	else
		inflect_adjective(p);
	return ACCORD_OK;
}
