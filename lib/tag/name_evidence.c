/*
 * What the words around a name say of it, as a set of kinds of evidence. The sets of all places of a name in
 * a document are joined; how much each kind weighs is one table, and a sum decides.
 */
#include "names.h"

#include <string.h>

struct place {
	struct finder *f;
	int field;
	size_t begin, end; /* of the sentence */
	const struct note *notes;
};

static const accord_token *token_of(const struct place *p, size_t i)
{
	return &p->f->a->fields[p->field].tokens.items[i];
}

static inline bool is(const struct place *p, size_t i, const char *word)
{
	return i >= p->begin && i < p->end && accord_slice_is(token_text(p->f, p->field, i), word);
}

static bool sign(const struct place *p, size_t i)
{
	return token_of(p, i)->kind == ACCORD_TOKEN_PUNCT;
}

static bool quote(const struct place *p, size_t i)
{
	accord_slice t = token_text(p->f, p->field, i);
	if (!sign(p, i))
		return false;
	static const char *const quotes[] = {"\"",       "\xE2\x80\x9E", "\xE2\x80\x9C", "\xE2\x80\x9D",
					     "\xC2\xBB", "\xC2\xAB",     "\xE2\x80\x98", "\xE2\x80\x9A"};
	for (size_t k = 0; k < sizeof quotes / sizeof *quotes; k++)
		if (accord_slice_is(t, quotes[k]))
			return true;
	return false;
}

static bool hinted(const struct place *p, size_t i, unsigned hints)
{
	return i >= p->begin && i < p->end && (p->notes[i].hints & hints);
}

static bool capital(const struct place *p, size_t i)
{
	return token_of(p, i)->flags & ACCORD_TOKEN_CAPITAL;
}

/* "Start-up", "start-up" are three tokens, "start up" is two. */
static bool startup_end(const struct place *p, size_t i)
{
	if (i > p->begin && i < p->end && is(p, i, "up") && (is(p, i - 1, "start") || is(p, i - 1, "scale")))
		return true;
	return i >= p->begin + 2 && i < p->end &&
	       (is(p, i, "up") || is(p, i, "ups") || is(p, i, "Up") || is(p, i, "Ups")) &&
	       is(p, i - 1, "-") && (is(p, i - 2, "Start") || is(p, i - 2, "start"));
}

static bool describes(const struct place *p, size_t i)
{
	if (i < p->begin || i >= p->end)
		return false;
	if (startup_end(p, i))
		return true;
	if (p->notes[i].hints & HINT_DESCRIPTION)
		return p->f->language != 0 || capital(p, i);
	return word_bits(p->f->a->grammar, &p->f->a->fields[p->field].raw[i]) & W_COMPANY_NOUN;
}

/* Italian: "la società pisana X", "il produttore di chip X": the description stands up to four words before.
 */
static bool described_before(const struct place *p, size_t i)
{
	if (describes(p, i))
		return true;
	if (p->f->language != 1)
		return false;
	for (size_t steps = 0; steps < 4 && i > p->begin; steps++, i--) {
		if (sign(p, i) || capital(p, i) || token_of(p, i)->kind == ACCORD_TOKEN_NUMBER)
			return false;
		if ((p->notes[i].hints & (HINT_NEVER | HINT_DEAL | HINT_SAY)) &&
		    !(p->notes[i].hints & HINT_SMALL))
			return false;
		if (steps == 0 && (p->notes[i].hints & HINT_SMALL))
			return false; /* la società di X: an owner, or a place */
		if (describes(p, i - 1))
			return true;
	}
	return false;
}

static uint32_t bits_of(const struct place *p, size_t i)
{
	return word_bits(p->f->a->grammar, &p->f->a->fields[p->field].raw[i]);
}

static bool one_of(const struct place *p, size_t i, const char *const *words)
{
	if (i < p->begin || i >= p->end)
		return false;
	return among_words(token_text(p->f, p->field, i), words);
}

/* "rivals such as X", "concorrenti come X", "Konkurrenten wie X": the token that the list belongs to, or `i`.
 */
static size_t list_head(const struct place *p, size_t i)
{
	static const char *const one[3][6] = {{"wie", "namens", "darunter", "etwa", "hei\xC3\x9Ft"},
					      {"come", "quali", "chiamata", "denominata"},
					      {"like", "including", "called", "named"}};
	size_t at = i;
	if (p->f->language == 2 && is(p, i, "as") && i > p->begin && is(p, i - 1, "such"))
		at = i - 1;
	else if (p->f->language == 1 && is(p, i, "cui") && i > p->begin &&
		 (is(p, i - 1, "tra") || is(p, i - 1, "fra")))
		at = i - 1;
	else if (!one_of(p, i, one[p->f->language]))
		return i;
	while (at > p->begin && (is(p, at - 1, ",") || is(p, at - 1, "etwa")))
		at--;
	return at > p->begin ? at - 1 : i;
}

/* A people, or a town's adjective in German: dänische, Darmstädter. */
static bool of_people(const struct place *p, size_t i)
{
	return (bits_of(p, i) & W_DEMONYM) || town_adjective(p->f, p->field, i);
}

/*
 * "la svedese X", "die dänische X", "i cinesi di X", "Amsterdam's X". Companies are feminine in Italian and
 * German; a man of that people is not.
 */
static uint32_t people_before(const struct place *p, size_t i, const struct candidate *c)
{
	static const char *const masculine[] = {"il", "del", "al",  "dal", "nel", "sul",
						"Il", "Del", "Dal", "un",  NULL};
	static const char *const plural[] = {"i",   "gli",   "le", "ai",  "agli", "dai", "dagli",
					     "dei", "degli", "I",  "Gli", "coi",  NULL};
	static const char *const woman[] = {"la",    "della", "alla", "dalla", "nella",
					    "sulla", "una",   "La",   "con la", NULL};
	static const char *const elided[] = {"all'", "dell'", "dall'", "nell'", "sull'", "all\xE2\x80\x99",
					     "dell\xE2\x80\x99", "dall\xE2\x80\x99", "nell\xE2\x80\x99", NULL};
	static const char *const feminine[] = {"die", "Die", "der", "eine", "einer", NULL};
	if (i <= p->begin)
		return 0;
	if (p->f->language == 2) {
		bool of_place =
			(is(p, i, "'s") || is(p, i, "\xE2\x80\x99s")) &&
			((p->notes[i - 1].classes & (1 << NAME_PLACE)) || (bits_of(p, i - 1) & W_PLACE));
		return of_place ? EV_PEOPLE : 0;
	}
	if (p->f->language == 1 && i > p->begin + 1 && (is(p, i, "di") || is(p, i, "d'")) &&
	    of_people(p, i - 1))
		return one_of(p, i - 2, plural) ? EV_PEOPLE : 0;
	if (!of_people(p, i))
		return 0;
	accord_slice t = token_text(p->f, p->field, i);
	if (p->f->language == 1) { /* l'olandese Jeu Sprengers is a man as well */
		bool men = t.data[t.len - 1] == 'i' && !is(p, i - 1, "le") && !is(p, i - 1, "delle"); /* i due belgi X e Y */
		bool man = t.data[t.len - 1] == 'o' || men || one_of(p, i - 1, masculine) ||
			   (t.data[t.len - 1] != 'a' && !one_of(p, i - 1, woman) && c->first != c->last &&
			    !(p->notes[c->last].hints & HINT_TAIL));
		bool determined = (bits_of(p, i - 1) & W_DETERMINER) || one_of(p, i - 1, woman) || one_of(p, i - 1, elided);
		return determined && !man ? EV_PEOPLE : 0;
	}
	static const char *const datives[] = {"mit", "von", "bei", "an", "aus", "gegen\xC3\xBC" "ber", NULL};
	if (is(p, i - 1, "der") && i > p->begin + 1 && one_of(p, i - 2, datives))
		return EV_PEOPLE; /* mit der Schweizer X */
	bool nominative =
		is(p, i - 1, "der") && t.data[t.len - 1] != 'n'; /* der dänische X: a man, or with a noun */
	return one_of(p, i - 1, feminine) && !nominative ? EV_PEOPLE : 0;
}

/* "70 Prozent an X", "tre quarti di X", "30 percent of X", "die Mehrheit an X". */
static uint32_t share_before(const struct place *p, size_t k)
{
	static const char *const shares[] = {"%",        "Prozent",  "percent",  "cento",  "pct",
					     "quarti",   "terzi",    "quarters", "thirds", "maggioranza",
					     "majority", "Mehrheit", "Anteile",  "Anteil", "Beteiligung",
					     "half",     "cent",     NULL};
	static const char *const links[] = {"an", "von", "di", "del", "della", "dell'", "of", "in", NULL};
	if (k + 1 >= p->end || !one_of(p, k + 1, links))
		return 0;
	accord_slice t = token_text(p->f, p->field, k);
	bool holding = t.len > 11 && !memcmp(t.data + t.len - 11, "beteiligung", 11); /* Minderheitsbeteiligung an X */
	return holding || one_of(p, k, shares) ? EV_SHARE : 0;
}

/* "shares in X", "a stake in X": what is held in a company is held in no town. */
static bool holding(const struct place *p, size_t k)
{
	static const char *const held[] = {"shares", "Shares", "stake", "stakes", "investors", "Investors", "shareholders", "Shareholders", NULL};
	static const char *const italian[] = {"quota", "quote", "partecipazione", "partecipazioni", "azioni", "soci", NULL};
	return p->f->language && one_of(p, k, p->f->language == 1 ? italian : held) && is(p, k + 1, "in");
}

/* "Zu den Kunden zählen X und Y", "its customers include X", "tra i clienti ci sono X": who is counted among a company's own. */
static bool counted_among(const struct place *p, size_t i)
{
	static const char *const verbs[] = {"geh\xC3\xB6ren", "z\xC3\xA4hlen", "geh\xC3\xB6rt", "z\xC3\xA4hlt", "sind", "include", "includes", "included", "are",
					    "sono", "figurano", "spiccano", "figura", NULL};
	if (!one_of(p, i, verbs))
		return false;
	for (size_t k = i, steps = 0; k > p->begin && steps < 4; steps++) {
		k--;
		if (sign(p, k))
			return false;
		if (p->notes[k].hints & HINT_OWNED || (describes(p, k) && !is(p, i, "are")))
			return true;
	}
	return false;
}

/* "founded by X Y", "gegründet von X Y", "fondata da X Y": who founds is a person. */
static bool founder(const struct place *p, size_t i)
{
	static const char *const links[] = {"by", "von", "da", "dal", "dai", NULL};
	static const char *const verbs[] = {"founded", "established", "gegr\xC3\xBCndet", "gegr\xC3\xBCndete", "fondata", "fondato", "fondati", "fondate", NULL};
	bool link = false;
	for (size_t k = i, steps = 0; steps < 8; steps++, k--) {
		if (sign(p, k) && !is(p, k, "-"))
			return false;
		if (link && one_of(p, k, verbs))
			return true;
		link |= one_of(p, k, links);
		if (k == p->begin)
			return false;
	}
	return false;
}

/* "the film X", "die Band X": what bears a title, or plays. */
static bool work(const struct place *p, size_t i)
{
	static const char *const works[] = {"film",  "movie", "series", "novel",  "album", "band",  "song",	"musical", "Film",  "Serie", "Roman",
					    "Album", "Band",  "Lied",	"romanzo", "serie", "brano", "canzone", "libro",   "programma", NULL};
	return one_of(p, i, works);
}

/* "A third company, X, makes …": what a comma parts from the word that it is called by. */
static bool called_apart(const struct place *p, const struct candidate *c, size_t i)
{
	bool firm = c->first == c->last || c->last > c->first + 1 || (p->notes[c->last].hints & HINT_TAIL) ||
		    (p->notes[c->first].shape & SHAPE_MIXED);
	static const char *const more[] = {"and", "or", "&", NULL};
	bool member = one_of(p, c->end + 1, more) || (c->end + 1 < p->end && capital(p, c->end + 1)); /* networks, IP, LTE and 5G */
	return p->f->language == 2 && firm && is(p, i, ",") && i > p->begin && describes(p, i - 1) && is(p, c->end, ",") && !member;
}

/* German "Mit X erhielt ein weiteres Start-up Geld", "hinter X stehen die Gründer …": a part of the sentence in front, and who it is behind
 * the verb. */
static bool told_behind_verb(const struct place *p, const struct candidate *c, size_t i)
{
	static const char *const fronts[] = {"Mit", "mit", "Hinter", "hinter", NULL};
	size_t n = c->end;
	if (p->f->language != 0 || !one_of(p, i, fronts) || n >= p->end || !(bits_of(p, n) & (W_FINITE | W_AUXILIARY)))
		return false;
	bool behind = is(p, i, "Hinter") || is(p, i, "hinter");
	for (size_t k = n + 1; k < p->end && k < n + 6 && (!sign(p, k) || is(p, k, "-")); k++)
		if (describes(p, k) || (behind && p->notes[k].hints & HINT_OFFICE))
			return (bits_of(p, n + 1) & W_DETERMINER) != 0;
	return false;
}

/* "drei Zulieferer (X, Y und Z)", "tre fornitori nel Canavese (X e Y)": the first of a bracket behind what its members are. */
static bool in_bracket(const struct place *p, const struct candidate *c, size_t i)
{
	static const char *const more[] = {",", "e", "ed", "und", "and", "&", NULL};
	if (!is(p, i, "(") || !one_of(p, c->end, more))
		return false;
	for (size_t k = i, steps = 0; k > p->begin && steps < 8; steps++) {
		k--;
		if (sign(p, k))
			steps += 2;
		if (describes(p, k))
			return true;
	}
	return false;
}

/* "San Francisco-based X" */
static bool based(const struct place *p, size_t i)
{
	return p->f->language == 2 && is(p, i, "based") && i > p->begin && is(p, i - 1, "-");
}

/* "owners of a PlayStation or Xbox", "inside the iPhone, the iPad": one word behind an article, and no noun behind it that it describes. */
static bool thing(const struct place *p, const struct candidate *c)
{
	static const char *const articles[] = {"a", "an", "the", "your", "my", "our", "his", "her", NULL};
	static const char *const links[] = {"or", "and", "is", "was", "has", "had", "can", "to", "for", "in", "on", "with", "that", NULL};
	if (p->f->language != 2 || c->first != c->last || c->first <= p->begin || !one_of(p, c->first - 1, articles))
		return false;
	return c->end >= p->end || (sign(p, c->end) && !is(p, c->end, "-") && !is(p, c->end, "\"")) || one_of(p, c->end, links);
}

static uint32_t before(const struct place *p, const struct candidate *c)
{
	uint32_t evidence = 0;
	if (c->first <= p->begin)
		return 0;
	size_t i = c->first - 1;
	if (quote(p, i)) {
		if (c->last + 1 < p->end && quote(p, c->last + 1))
			evidence |= EV_QUOTED;
		if (i == p->begin)
			return evidence;
		i--;
	}
	size_t head = list_head(p, i);
	if (head == i ? described_before(p, i)
		      : describes(p, head) || (head > p->begin && describes(p, head - 1)))
		evidence |= EV_DESCRIPTION;
	evidence |= people_before(p, i, c);
	if (c->last == c->first + 1 && !(p->notes[c->last].hints & HINT_TAIL) && founder(p, i))
		evidence |= EV_PERSON;
	if (called_apart(p, c, i) || told_behind_verb(p, c, i) || in_bracket(p, c, i))
		evidence |= EV_DESCRIPTION;
	static const char *const appoints[] = {"named", "names", "appointed", "appoints", "made", "hired", "hires", NULL};
	if (p->f->language == 2 && one_of(p, i, appoints) && hinted(p, c->end, HINT_OFFICE))
		evidence |= EV_PERSON; /* Microsoft named Suleyman CEO */
	if (counted_among(p, i))
		evidence |= EV_OWNED;
	if (based(p, i) && (c->first == c->last || (p->notes[c->last].hints & HINT_TAIL)))
		evidence |= EV_PEOPLE;
	bool named_so = i > p->begin && is(p, i - 1, "dal"); /* "dal titolo X" */
	if (p->f->language == 1 && hinted(p, i, HINT_HEAD) && !named_so)
		evidence |= EV_HEAD;
	if (p->f->language == 1 && is(p, i, "di") && i > p->begin + 1 && is(p, i - 1, "ad") &&
	    token_of(p, i - 2)->kind == ACCORD_TOKEN_WORD && !capital(p, i - 1) &&
	    (is(p, i - 2, "l'") || is(p, i - 2, "L'") || is(p, i - 2, "dell'") || is(p, i - 2, "dall'") || is(p, i - 2, "all'")))
		evidence |= EV_OFFICE; /* l'ad di X */
	bool firm = p->f->language == 2 && (evidence & EV_DESCRIPTION); /* the radio maker X */
	if (hinted(p, i, HINT_TITLE) ||
	    (p->f->language != 1 && !firm && hinted(p, i, HINT_OFFICE | HINT_ANALYST)))
		evidence |= EV_PERSON;
	if (hinted(p, i, HINT_SAY) && p->f->language != 2)
		evidence |= EV_PERSON;
	if (hinted(p, i, HINT_PLACE))
		evidence |= EV_PLACE;
	if (hinted(p, i, HINT_SOURCE))
		evidence |= EV_SOURCE;
	if (hinted(p, i, HINT_PRODUCT) || work(p, i) || thing(p, c))
		evidence |= EV_PRODUCT;
	if (head == i && !(evidence & EV_DESCRIPTION) && hinted(p, i, HINT_CLUB))
		evidence |= EV_CLUB; /* das Institut X, la squadra X */
	/* CEO of X, Übernahme von X, buys X, acquisisce la X */
	size_t k = i;
	while (k > p->begin && (p->notes[k].hints & HINT_SMALL) && i - k < 2)
		k--;
	if (k < i && hinted(p, k, HINT_OFFICE))
		evidence |= EV_OFFICE;
	if (k < i && hinted(p, k, HINT_OWNED))
		evidence |= EV_OWNED;
	if (k < i && hinted(p, k, HINT_ANALYST))
		evidence |= EV_SPOKESMAN | (is(p, k + 1, "at") || is(p, k + 1, "bei") ? EV_OFFICE : 0u);
	if (k < i && (((evidence & (EV_OFFICE | EV_SPOKESMAN)) && is(p, k + 1, "at")) || holding(p, k)))
		evidence &= ~(uint32_t)EV_PLACE; /* an analyst at X, shares in X, not: at Rome */
	if (k < i)
		evidence |= share_before(p, k);
	if (hinted(p, k, HINT_DEAL))
		evidence |= EV_DEAL;
	if (k < i && hinted(p, k, HINT_MONEY)) /* 28 Millionen Euro für X, a funding round for X */
		evidence |= EV_MONEY;
	return evidence;
}

/* X (NASDAQ: XYZ), X (ISIN …), X <XYZ.O> */
static bool exchange_behind(const struct place *p, size_t n)
{
	if (is(p, n, "<") && n + 2 < p->end &&
	    (token_of(p, n + 1)->flags & (ACCORD_TOKEN_UPPER | ACCORD_TOKEN_CAPITAL)))
		return is(p, n + 2, ">") || is(p, n + 2, ".") || is(p, n + 3, ">");
	if (!is(p, n, "("))
		return false;
	for (size_t i = n + 1; i < p->end && i < n + 4; i++)
		if (hinted(p, i, HINT_EXCHANGE))
			return true;
	return n + 3 < p->end && (token_of(p, n + 1)->flags & ACCORD_TOKEN_UPPER) && is(p, n + 2, ".") &&
	       token_of(p, n + 3)->letters <= 2;
}

/* X, a maker of …; X, ein Hersteller von; X, società del gruppo */
static bool apposition_behind(const struct place *p, size_t n)
{
	if (!is(p, n, ",") && !is(p, n, "("))
		return false;
	for (size_t i = n + 1, steps = 0; i < p->end && steps < (p->f->language == 0 ? 10u : 6u);
	     i++, steps++) {
		if (sign(p, i) && !is(p, i, "-"))
			return false;
		if (describes(p, i))
			return true;
		if (p->f->language == 2 && (bits_of(p, i) & W_FINITE) && !(bits_of(p, i) & W_NOUN))
			return false; /* founded by X, Y makes … */
		if ((steps || p->f->language == 0) &&
		    (p->notes[i].hints & (HINT_SAY | HINT_DEAL | HINT_OFFICE | HINT_ANALYST | HINT_TITLE)))
			return false;
		if (p->f->language == 2 && (is(p, i, "of") || is(p, i, "which") || is(p, i, "who")))
			return false;
	}
	return false;
}

/* English "with Adept, a startup that": a name that nothing but a name explains, were it a common word. */
static bool plain_apposition(const struct place *p, size_t n)
{
	static const char *const articles[] = {"a", "an", "one", NULL};
	if (p->f->language != 2 || !is(p, n, ",") || !one_of(p, n + 1, articles))
		return false;
	for (size_t i = n + 2; i < p->end && i < n + 6 && (!sign(p, i) || is(p, i, "-")); i++)
		if (describes(p, i))
			return true;
	return false;
}

#define DEFINITION_REACH 6 /* tokens between "is a" and what it is */

/* "X is a maker of chips", "X ist eine Softwarefirma", "X è una società". */
static bool definition_behind(const struct place *p, size_t n)
{
	static const char *const copulas[] = {"is", "was", "ist", "war", "\xC3\xA8", "era", NULL};
	static const char *const articles[] = {"a", "an", "the", "one", "ein", "eine", "der", "die", "das", "un", "una", "un'", "il", "la", "l'", "lo", NULL};
	if (!one_of(p, n, copulas) || !one_of(p, n + 1, articles))
		return false;
	for (size_t i = n + 2; i < p->end && i < n + 2 + DEFINITION_REACH; i++) {
		if (sign(p, i) && !is(p, i, "-"))
			return false;
		if (describes(p, i)) /* not: a company-wide rule, a group of five */
			return i + 1 >= p->end || (!is(p, i + 1, "-") && !(is(p, i, "group") && is(p, i + 1, "of")));
		if (p->notes[i].hints & (HINT_OFFICE | HINT_ANALYST | HINT_TITLE | HINT_PRODUCT | HINT_HEAD))
			return false;
		if (is(p, i, "of") || is(p, i, "von") || is(p, i, "di") || is(p, i, "for") || is(p, i, "in"))
			return is(p, n + 1, "one") && is(p, i, "of") ? describes(p, i + 3) || describes(p, i + 2) : false;
	}
	return false;
}

/* A year in which companies were founded: towns and guilds are older. */
static bool recent_year(const struct place *p, size_t i)
{
	accord_slice t = token_text(p->f, p->field, i);
	return token_of(p, i)->kind == ACCORD_TOKEN_NUMBER && t.len == 4 &&
	       (!memcmp(t.data, "19", 2) || !memcmp(t.data, "20", 2));
}

/* "X was founded in 2010", "X wurde 2010 in Berlin gegründet", "X è stata fondata nel 2010". */
static bool founding_behind(const struct place *p, size_t n)
{
	static const char *const starts[] = {"was", "wurde", "\xC3\xA8", "fu", "nasce", NULL};
	static const char *const verbs[] = {"founded", "established", "incorporated", "gegr\xC3\xBCndet", "fondata", "fondato", "nata", "costituita", "nasce", NULL};
	bool verb = false, year = false;
	if (!one_of(p, n, starts))
		return false;
	for (size_t i = n; i < p->end && i < n + 9 && !sign(p, i); i++) {
		verb |= one_of(p, i, verbs);
		year |= recent_year(p, i);
	}
	return verb && year;
}

#define ACT_REACH 14 /* tokens between an auxiliary and its participle */

/* "X said it would", "X announced that its": of a person it were he or she. */
static bool speaks_as_it(const struct place *p, size_t n)
{
	static const char *const neuter[] = {"it", "its", "It", NULL};
	if (n >= p->end)
		return false;
	if (p->f->language == 0) { /* X teilte mit, dass es */
		for (size_t i = n; i + 1 < p->end && i < n + 6; i++)
			if (is(p, i, "dass") && i > n)
				return is(p, i + 1, "es") && (bits_of(p, n) & W_FINITE);
		return false;
	}
	if (p->f->language != 2 || !(bits_of(p, n) & W_FINITE))
		return false;
	return one_of(p, n + 1, neuter) || (is(p, n + 1, "that") && one_of(p, n + 2, neuter));
}

/* Italian "X, che ha rilevato Y", "X, che è stata acquisita": persons do so as well, so that of two words none is believed. */
static bool deals_in_che(const struct place *p, const struct candidate *c, size_t n)
{
	static const char *const auxiliaries[] = {"ha", "aveva", "\xC3\xA8", "era", "sta", NULL};
	if (p->f->language != 1 || c->first != c->last || !is(p, n, ",") || !is(p, n + 1, "che") || !one_of(p, n + 2, auxiliaries))
		return false;
	for (size_t i = n + 3; i < p->end && i < n + 7 && !sign(p, i) && !capital(p, i); i++)
		if (hinted(p, i, HINT_DEAL))
			return true;
	return false;
}

/* "X, which bought Y", "X, das Y gekauft hat": of a person it were "who", "der". */
static bool deals_in_relative(const struct place *p, size_t n)
{
	if (!is(p, n, ",") || !is(p, n + 1, p->f->language == 2 ? "which" : "das") || p->f->language == 1)
		return false;
	for (size_t i = n + 2; i < p->end && i < n + 12 && !is(p, i, ",") && !is(p, i, "."); i++)
		if (hinted(p, i, HINT_DEAL))
			return true;
	return false;
}

/* "X employs 300 people", "X hat Maria Schmidt zur Chefin berufen", "X ha chiuso l'anno": at `n` stands what X does. */
static bool act_behind(const struct place *p, size_t n)
{
	if (hinted(p, n, HINT_ACT) || speaks_as_it(p, n))
		return true;
	static const char *const relatives[] = {"which", "das", "die", "che", NULL};
	if (is(p, n, ",") && one_of(p, n + 1, relatives)) { /* X, which makes chips, */
		for (size_t i = n + 2; i < p->end && i < n + (p->f->language == 0 ? 12u : 4u) && !sign(p, i); i++)
			if (hinted(p, i, HINT_ACT))
				return true;
		return false;
	}
	bool german = p->f->language == 0, waits = n < p->end && (bits_of(p, n) & W_AUXILIARY);
	for (size_t i = n + 1; i < p->end && i < n + (german && waits ? ACT_REACH : 3u) && !sign(p, i); i++) {
		if (!german && (capital(p, i) || (bits_of(p, i) & W_DETERMINER)))
			return false;
		if (hinted(p, i, HINT_ACT))
			return true;
	}
	return false;
}

/* A million is a sum that companies get; 999 Euro is a price. */
static bool round_sum(const struct place *p, size_t i)
{
	static const char *const scales[] = {"million", "millions", "billion", "m", "bn", "M", "B", "Millionen", "Milliarden", "Mio", "Mio.",
					     "Mrd", "Mrd.", "milioni", "miliardi", "mln", "mld", NULL};
	return one_of(p, i, scales);
}

static bool capital_word(const struct place *p, size_t i)
{
	return p->f->language != 0 && capital(p, i) && token_of(p, i)->letters > 1;
}

/* German "X aus Karlsruhe": the token behind the town, or `n`. */
static size_t behind_seat(const struct place *p, size_t n)
{
	bool seat = p->f->language == 0 && is(p, n, "aus") && n + 1 < p->end && (p->notes[n + 1].classes & (1 << NAME_PLACE));
	return seat ? n + 2 : n;
}

/* Whether a document names a company beyond doubt, before anything is weighed. */
static bool names_company(const struct finder *f)
{
	for (size_t i = 0; i < f->candidate_count; i++)
		if (f->candidates[i].of == NAME_COMPANY && !f->candidates[i].guarded)
			return true;
	return false;
}

/* ", whose shares", ", i cui dipendenti", ", deren Kunden" */
static bool owns_in_relative(const struct place *p, size_t n)
{
	if (!is(p, n, ","))
		return false;
	bool whose = is(p, n + 1, "whose") || is(p, n + 1, "deren") || is(p, n + 1, "dessen");
	bool cui = is(p, n + 2, "cui") && (is(p, n + 1, "i") || is(p, n + 1, "le") || is(p, n + 1, "il") || is(p, n + 1, "la"));
	return (whose && hinted(p, n + 2, HINT_OWNED)) || (cui && hinted(p, n + 3, HINT_OWNED));
}

/* "the Horsham company": a town; no firm has the article before its name. */
static bool town_company(const struct place *p, const struct candidate *c, size_t n)
{
	static const char *const plain[] = {"company", "firm", "startup", "start", "business", "giant", NULL};
	static const char *const articles[] = {"the", "The", "a", "an", NULL};
	return p->f->language == 2 && c->first > p->begin && one_of(p, c->first - 1, articles) && one_of(p, n, plain);
}

/* "X für rund 85 Millionen Dollar", "X for $1.5bn". */
static uint32_t price_behind(const struct place *p, size_t n)
{
	static const char *const links[] = {"f\xC3\xBCr", "um", "for", "per", "(", NULL};
	if (n >= p->end || !one_of(p, n, links))
		return 0;
	bool bracket = is(p, n, "("); /* Exein (70 milioni), Hercle ($52 million) */
	bool number = false;
	for (size_t i = n + 1; i < p->end && i < n + 7; i++) {
		number |= token_of(p, i)->kind == ACCORD_TOKEN_NUMBER;
		if (bracket && (is(p, i, ")") || capital_word(p, i)))
			return 0;
		if (bracket ? number && round_sum(p, i)
			    : is(p, i, "$") || is(p, i, "\xE2\x82\xAC") || is(p, i, "\xC2\xA3") || is(p, i, "Rs") ||
				      (number && hinted(p, i, HINT_MONEY)))
			return EV_PRICE;
	}
	return 0;
}

static uint32_t behind(const struct place *p, const struct candidate *c)
{
	uint32_t evidence = 0;
	size_t n = c->end;
	if (n < p->end && quote(p, n) && c->first > p->begin && quote(p, c->first - 1))
		n++;
	if (n >= p->end)
		return 0;
	if (exchange_behind(p, n) || c->behind > c->end)
		return EV_EXCHANGE;
	if (is(p, n, "-") && n + 1 < p->end && !(token_of(p, n + 1)->flags & ACCORD_TOKEN_SPACE)) {
		if (hinted(p, n + 1, HINT_HEAD | HINT_OFFICE | HINT_ANALYST))
			evidence |= EV_HEAD;
		else if (hinted(p, n + 1, HINT_DEAL))
			evidence |= EV_DEAL;
		if (hinted(p, n + 1, HINT_PRODUCT))
			evidence |= EV_PRODUCT;
		return evidence;
	}
	accord_slice t = token_text(p->f, p->field, n);
	bool possessive = t.len >= 2 && t.data[t.len - 1] == 's' &&
			  (t.data[0] == '\'' || (unsigned char)t.data[0] == 0xE2) && t.len <= 4;
	if (possessive) {
		evidence |= EV_POSSESSIVE;
		n++;
	}
	bool bare_mark = !possessive && p->f->language == 2 && n + 1 < p->end && (is(p, n, "'") || is(p, n, "\xE2\x80\x99")) &&
			 hinted(p, n + 1, HINT_HEAD | HINT_OFFICE | HINT_OWNED); /* Zenefits' founder */
	if (bare_mark || (p->f->language == 2 && hinted(p, n, HINT_HEAD | HINT_OFFICE)))
		evidence |= EV_HEAD;
	if (p->f->language == 2 && describes(p, n) && !possessive && !town_company(p, c, n))
		evidence |= EV_HEAD;
	if (p->f->language == 0 && (is(p, n, "Aktie") || is(p, n, "Aktien") || is(p, n, "Konzern")))
		evidence |= EV_HEAD;
	bool german_seat = p->f->language == 0 && is(p, n, "aus") && c->first == c->last &&
			   !(c->first > p->begin && (bits_of(p, c->first - 1) & W_DETERMINER)); /* not: das Jeanslabel aus Neuss */
	bool seated = (german_seat || (p->f->language == 2 && is(p, n, "of"))) && n + 1 < p->end &&
		      (p->notes[n + 1].classes & (1 << NAME_PLACE)); /* Hytera of Shenzhen, Starface aus Karlsruhe */
	if (apposition_behind(p, n) || seated || (!possessive && definition_behind(p, n)))
		evidence |= EV_APPOSITION;
	size_t seat = behind_seat(p, n);
	if (seat > n && c->first == c->last && names_company(p->f))
		evidence |= EV_APPOSITION;
	evidence |= price_behind(p, seat);
	if (owns_in_relative(p, n))
		evidence |= EV_OWNED;
	if (hinted(p, n, HINT_SAY) && p->f->language == 0)
		evidence |= EV_PERSON;
	if (n < p->end &&
	    (word_bits(p->f->a->grammar, &p->f->a->fields[p->field].raw[n]) & (W_FINITE | W_AUXILIARY)))
		evidence |= EV_FINITE;
	if (!possessive && (act_behind(p, n) || founding_behind(p, n)))
		evidence |= EV_ACT;
	if (deals_in_relative(p, n) || deals_in_che(p, c, n))
		evidence |= EV_DEAL;
	for (size_t i = n; i < p->end && i < n + 3 && !sign(p, i) && !capital(p, i); i++)
		if (p->notes[i].hints & HINT_DEAL)
			evidence |= EV_DEAL;
	return evidence;
}

/* The sentence that a token stands in, by bisection. */
static void sentence_of(struct place *p, size_t token)
{
	const accord_tokens *t = &p->f->a->fields[p->field].tokens;
	size_t low = 0, high = t->sentence_count;
	while (low + 1 < high) {
		size_t middle = (low + high) / 2;
		if (t->sentences[middle] <= token)
			low = middle;
		else
			high = middle;
	}
	p->begin = t->sentences[low];
	p->end = t->sentences[low + 1];
}

/* A word of English is no name of its own, in whatever language: Content Management Software. */
bool english_word(struct finder *f, const struct candidate *c, size_t token)
{
	char lower[64];
	struct token_word *w = f->a->fields[c->field].words[token];
	uint8_t known = atomic_load_explicit(&w->known, memory_order_relaxed);
	accord_slice text = token_text(f, c->field, token);
	if (text.len >= sizeof lower || (f->notes[c->field][token].shape & SHAPE_MIXED) ||
	    (text.len < 5 && (token_at(f, c->field, token)->flags & ACCORD_TOKEN_UPPER))) /* SIS is no sis */
		return false;
	if (known & WORD_ENGLISH_ASKED)
		return known & WORD_ENGLISH;
	for (size_t i = 0; i < text.len; i++)
		lower[i] =
			(char)(text.data[i] >= 'A' && text.data[i] <= 'Z' ? text.data[i] + 32 : text.data[i]);
	bool english = dictionary_has(f->g->dictionaries[2], lower, text.len);
	atomic_fetch_or_explicit(&w->known, (uint8_t)(WORD_ENGLISH_ASKED | (english ? WORD_ENGLISH : 0)), memory_order_relaxed);
	return english;
}

/* "la Red Circle Investments": English words in another language, and a last word that nothing but companies has. */
static bool strong_tail(const struct finder *f, const struct candidate *c)
{
	static const char *const tails[] = {"Investments", "Holding", "Holdings", "Ventures", "Partners", "Technologies", "Labs", "Studios", "Industries",
					    "Therapeutics", "Pharmaceuticals", "Semiconductors", "Networks", "Robotics", "Airlines", "Motors", "Games", "Invest",
					    "Growth", "Capital", NULL};
	static const char *const trades[] = {"Venture", "Private", "Growth", "Seed", "Risk", "Human", "Working", "Video", "Indie", "Board", "Mobile", "Online",
					     "Casual", "Social", "Big", "Organic", "Equity", "Peer", "Focus", "Corporate", "User", "Target", "Task", "Age", NULL};
	if (f->language == 2 || (f->language == 1 && f->notes[c->field][c->first].shape & SHAPE_BARE))
		return false;
	accord_slice last = token_text(f, c->field, c->last), first = token_text(f, c->field, c->first);
	if (!(token_at(f, c->field, c->last)->flags & ACCORD_TOKEN_SPACE))
		return false; /* Save-Games, Venture-Capital */
	if (c->last == c->first + 1 && among_words(first, trades))
		return false; /* Venture Capital is a trade */
	return among_words(last, tails) || (f->language == 0 && accord_slice_is(last, "Group"));
}

/* X Technologies, Yogisoft: the last word is one of companies, and what stands before it no common words
 * only. */
static bool telling_tail(struct finder *f, const struct candidate *c)
{
	if (!(f->notes[c->field][c->last].hints & HINT_TAIL))
		return false;
	if (c->first == c->last) {
		uint32_t word = f->words[c->field].word[c->last];
		bool whole = word && (f->g->trie.words[word].hints[f->language] & HINT_TAIL);
		return !whole && !common_word(f, c->field, c->last);
	}
	if (f->language == 2 && !(f->notes[c->field][c->first].shape & f->notes[c->field][c->last].shape & SHAPE_BARE))
		return true; /* at the start of a sentence the last word's capital says it: Axis Bank agreed */
	if (strong_tail(f, c))
		return true;
	for (size_t i = c->first; i < c->last; i++)
		if (name_like(f, c->field, i) && !english_word(f, c, i) &&
		    !(f->notes[c->field][i].hints & HINT_TAIL))
			return true;
	return false;
}

/*
 * "the sensor maker Harper", "chipmaker Summit", "il gruppo Marcello": right behind a word that only firms are called by, a first name
 * or a word of clubs is a firm's. A rival, partner or investor may be a person.
 */
static bool called_firm(const struct place *p, const struct candidate *c)
{
	static const char *const people[] = {"rival",	 "rivals", "partner", "partners", "investor",  "backer",  "bidder",  "buyer",	 "suitor",    "owner",
					     "designer", "specialist", "competitor", "parent", "unit", "arm", "house", "service", "label", "site", "rivale",
					     "concorrente", "leader", "specialista", "big", "advisor", "investitore", "acquirente", "socio", "gigante",
					     "casa", "studio", "marchio", "brand", "firma", "divisione", "Investor", "Konkurrent", "Rivale", "Mutter", "Tochter",
					     "Spezialist", "Partner", "Gesellschafter", "Mitbewerber", "Entwickler", "Produzent", "Anbieter", "Betreiber", "produttore", "editore",
					     "costruttore", "fornitore", "operatore", "distributore", "sviluppatore", "developer", "publisher", "producer", "broker", "contractor", NULL};
	return c->first == c->last && c->first > p->begin && describes(p, c->first - 1) && !one_of(p, c->first - 1, people) &&
	       !(p->notes[c->first - 1].hints & (HINT_ANALYST | HINT_TITLE | (p->f->language == 2 ? 0u : HINT_OFFICE))); /* chip maker */
}

/* German compounds of many things: Nacktfotos, Browsergames, Ladestationen. */
static bool plural_noun(accord_slice text)
{
	return text.len > 8 && (text.data[text.len - 1] == 's' || !memcmp(text.data + text.len - 2, "en", 2));
}

/* What the name itself says; `evident` if anything around it speaks for a company. */
static uint32_t inside(struct finder *f, const struct candidate *c, bool evident)
{
	const struct note *notes = f->notes[c->field];
	uint32_t evidence = 0;
	if (telling_tail(f, c))
		evidence |= EV_TAIL;
	if (c->last == c->first && (notes[c->first].shape & SHAPE_MIXED) &&
	    !(f->a->fields[c->field].tokens.items[c->first].flags & ACCORD_TOKEN_UPPER))
		evidence |= EV_SHAPE;
	for (size_t i = c->first; i <= c->last; i++)
		if (notes[i].hints & HINT_CLUB)
			evidence |= EV_CLUB;
	if (c->first == c->last && (common_word(f, c->field, c->first) ||
				    (evident && f->language != 2 && english_word(f, c, c->first))))
		evidence |= EV_COMMON;
	if (c->first == c->last && evident && !(notes[c->first].shape & SHAPE_MIXED) &&
	    !(evidence & EV_COMMON) && compound(f, token_text(f, c->field, c->first)))
		evidence |= EV_COMPOUND | (plural_noun(token_text(f, c->field, c->first)) ? EV_COMMON : 0u);
	for (size_t i = c->first; i + 2 <= c->last; i++) /* Endress+Hauser */
		if (!(token_at(f, c->field, i + 1)->flags & ACCORD_TOKEN_SPACE) &&
		    (is_sign(f, c->field, i + 1, '+') ||
		     (is_sign(f, c->field, i + 1, '&') && !english_word(f, c, i) && !english_word(f, c, i + 2) && token_at(f, c->field, i)->letters > 2)))
			evidence |= EV_TAIL;
	if (c->first == c->last && (notes[c->first].shape & SHAPE_PROPER))
		evidence |= EV_PROPER;
	if (c->first == c->last &&
	    (word_bits(f->a->grammar, &f->a->fields[c->field].raw[c->first]) & W_DEMONYM))
		evidence |= EV_PLACE; /* the Japanese conglomerate */
	if (notes[c->first].classes & (1 << NAME_FIRST_NAME | 1 << NAME_PERSON))
		evidence |= c->first == c->last ? EV_PERSON : 0u;
	if (c->first > 0 && name_like(f, c->field, c->first - 1) &&
	    (notes[c->first - 1].classes & (1 << NAME_FIRST_NAME)) && !(notes[c->first].shape & SHAPE_MIXED))
		evidence |= EV_PERSON;
	return evidence;
}

uint32_t evidence_around(struct finder *f, const struct candidate *c)
{
	struct place p = {f, c->field, 0, 0, f->notes[c->field]};
	sentence_of(&p, c->first);
	uint32_t evidence = c->evidence | before(&p, c) | behind(&p, c);
	if (c->genitive)
		evidence |= EV_POSSESSIVE;
	if (p.notes[c->first].shape & SHAPE_MIXED && !(p.notes[c->first].shape & SHAPE_BARE))
		evidence &= ~(uint32_t)EV_PLACE; /* no town is called Cloud4Wi */
	if (town_company(&p, c, c->end))
		evidence |= EV_PLACE;
	uint32_t own = inside(f, c, evidence != 0);
	const uint32_t strong = EV_DESCRIPTION | EV_APPOSITION | EV_OFFICE | EV_SHARE | EV_PRICE | EV_PEOPLE;
	if (own & EV_COMMON && c->evidence & EV_INSIDE && f->language != 0)
		own |= EV_MEANT; /* Harbor, which bought: a noun whose place alone says that it is a name */
	bool foreign = f->language == 0 && !common_word(f, c->field, c->first); /* der US-Konkurrent Archer: no noun of German */
	if ((own & EV_COMMON) && (evidence & strong) && (foreign || (f->language != 0 && !(p.notes[c->first].shape & SHAPE_BARE))))
		own |= EV_INSIDE;
	if ((own & EV_COMMON) && !(p.notes[c->first].shape & SHAPE_BARE) && plain_apposition(&p, c->end))
		own &= ~(uint32_t)EV_COMMON;
	if (called_firm(&p, c))
		own &= ~(uint32_t)(EV_PERSON | EV_CLUB);
	if (own & EV_TAIL && c->last > c->first)
		evidence &= ~(uint32_t)EV_PLACE; /* insieme a Panakes Partners */
	return evidence | own;
}

static const struct {
	uint32_t evidence;
	int weight;
} weights[] = {
	{EV_LEGAL_FORM, 9}, {EV_EXCHANGE, 6},  {EV_DESCRIPTION, 4}, {EV_APPOSITION, 3},   {EV_HEAD, 4},
	{EV_OFFICE, 3},     {EV_SPOKESMAN, 2}, {EV_TAIL, 3},        {EV_COORDINATION, 3}, {EV_DEAL, 3},
	{EV_POSSESSIVE, 1}, {EV_MONEY, 3},     {EV_SHAPE, 2},       {EV_PERSON, -5},      {EV_PLACE, -3},
	{EV_CLUB, -8},      {EV_COMMON, -3},   {EV_PROPER, -2},     {EV_QUOTED, -1},      {EV_PRODUCT, -3},
	{EV_PEOPLE, 3},     {EV_SHARE, 3},     {EV_PRICE, 3},       {EV_INSIDE, 2},       {EV_COMPOUND, -1},
	{EV_ACT, 3}, {EV_OWNED, 3}, {EV_MEANT, 3},
};

/* What a headline names and the text has as a subject or owner is what the text is about. */
#define HEADLINED (1u << ACCORD_TITLE | 1u << ACCORD_TEXT)
#define HEADLINE_WEIGHT 2

bool is_company(const struct finder *f, const struct entry *e)
{
	int sum = 0;
	bool topic = f->language == 2 && (e->fields & HEADLINED) == HEADLINED;
	if (topic && (e->evidence & (EV_FINITE | EV_POSSESSIVE)))
		sum += HEADLINE_WEIGHT + !!(e->evidence & EV_FINITE);
	for (size_t i = 0; i < sizeof weights / sizeof *weights; i++)
		if (e->evidence & weights[i].evidence)
			sum += weights[i].weight;
	return sum >= 3;
}
