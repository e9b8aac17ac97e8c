/*
 * Noun phrases around companies: which hang on a preposition or a possessive (they are no bare arguments), which words only
 * lead up to a name, whose a unit is, what an apposition says of a company's seat.
 */
#include "clause.h"

#include <string.h>

#define MAX_PREMODIFIERS 9

/* "snapped up Fitbit", "kauft … auf": the word belongs to the verb before it and governs nothing. */
static bool particle_of_verb(const struct analysis *a, const struct sentence *s, size_t i)
{
	const accord_lexicon *lexicon = accord_rules_lexicon(a->rules);
	bool closes = i + 1 >= s->count || s->items[i + 1].kind == ACCORD_ITEM_PUNCT || (bits_at(a, s, i + 1) & W_COORDINATOR);
	if (!strcmp(a->lang, "de") && !closes)
		return false; /* "gründet mit X": a German particle closes its clause */
	for (size_t back = 1; back <= 2 && back <= i; back++) {
		if (!(bits_at(a, s, i - back) & W_VERB))
			continue;
		size_t count;
		const accord_reading *readings = accord_lexicon_readings(lexicon, s->items[i - back].word, &count);
		for (size_t r = 0; r < count; r++)
			if (readings[r].particle && readings[r].particle == s->items[i].word)
				return true;
	}
	return false;
}

/* "dem Vernehmen nach Samsung": the preposition governs what stands before it (the class `postposed`). */
static bool postposition_at(const struct analysis *a, const struct sentence *s, size_t i)
{
	uint32_t nouns = accord_rules_class(a->rules, "postposed");
	return nouns && i > 1 && accord_slice_is(s->items[i].text, "nach") && s->items[i - 1].word &&
	       (bits_at(a, s, i - 2) & (W_DETERMINER | W_POSSESSIVE)) &&
	       accord_rules_in_class(a->rules, s->items[i - 1].word, nouns, UINT32_MAX);
}

/* "seit Google die Firma übernommen hat": the clause ends on its verb; "seit der Übernahme" is a preposition. */
static bool german_conjunction(const struct analysis *a, const struct sentence *s, size_t word, size_t subject)
{
	if (!accord_slice_is(s->items[word].text, "seit") && !accord_slice_is(s->items[word].text, "bis") &&
	    !accord_slice_is(s->items[word].text, "Seit") && !accord_slice_is(s->items[word].text, "Bis"))
		return false;
	size_t end = subject + 1;
	while (end < s->count && s->items[end].kind != ACCORD_ITEM_PUNCT)
		end++;
	return end > subject + 2 && (bits_at(a, s, end - 1) & W_FINITE) && !(bits_at(a, s, end - 1) & W_PREPOSITION);
}

/* "after Microsoft decided …", "until Apple spoilt the party": the word before the subject opens a clause (English). */
static bool subordinates(const struct analysis *a, const struct sentence *s, size_t word, size_t subject)
{
	if (!strcmp(a->lang, "de"))
		return german_conjunction(a, s, word, subject);
	uint32_t next = bits_at(a, s, subject + 1);
	return !strcmp(a->lang, "en") && (bits_at(a, s, word) & W_SUBORDINATOR) && (next & (W_FINITE | W_AUXILIARY)) &&
	       !(next & W_PREPOSITION) && !(s->items[subject].flags & ACCORD_ITEM_GENITIVE);
}

/* English "Under the agreement Nokia will supply …": the sentence's first phrase ends before its subject, without a comma. */
static bool fronted(const struct analysis *a, const struct sentence *s, size_t subject)
{
	if (strcmp(a->lang, "en") != 0 || subject < 2 || s->items[subject].flags & ACCORD_ITEM_GENITIVE)
		return false;
	const accord_item *noun = &s->items[subject - 1];
	uint32_t head = word_bits(a->grammar, noun), next = bits_at(a, s, subject + 1);
	return noun->kind == ACCORD_ITEM_WORD && !(noun->flags & ACCORD_ITEM_CAPITAL) && (head & W_NOUN) &&
	       !(head & (W_COMPANY_NOUN | W_DEMONYM | W_UNIT | W_ORGAN)) && (next & (W_FINITE | W_AUXILIARY)) &&
	       !(next & (W_NOUN | W_PREPOSITION));
}

/* A preposition that governs what follows; the English "to" of an infinitive is none. */
static bool preposition_at(const struct analysis *a, const struct sentence *s, size_t i)
{
	return (bits_at(a, s, i) & W_PREPOSITION) && !particle_of_verb(a, s, i) && !postposition_at(a, s, i);
}

/* "to buy X": the infinitive is no premodifier of X. */
static bool infinitive_at(const struct analysis *a, const struct sentence *s, size_t i)
{
	return !strcmp(a->lang, "en") && (bits_at(a, s, i) & W_VERB) && i && accord_slice_is(s->items[i - 1].text, "to");
}

/* "nach eigenen Angaben X": the noun belongs to its preposition, and no name follows it (the class `postposed`). */
static bool stands_for_itself(const struct analysis *a, const accord_item *item)
{
	uint32_t nouns = accord_rules_class(a->rules, "postposed");
	return nouns && item->word && accord_rules_in_class(a->rules, item->word, nouns, UINT32_MAX);
}

/* May stand between a determiner and the name: an adjective, a noun in apposition, a demonym, a number, a quote. */
static bool premodifier(const struct analysis *a, const accord_item *item)
{
	if (item->kind == ACCORD_ITEM_PUNCT)
		return accord_slice_is(item->text, "\"") || item->text.len > 1 || accord_slice_is(item->text, "-");
	if (item->kind == ACCORD_ITEM_PLACE || item->kind == ACCORD_ITEM_PRODUCT || item->kind == ACCORD_ITEM_NUMBER)
		return true;
	if ((item->kind != ACCORD_ITEM_WORD && item->kind != ACCORD_ITEM_NAME) || stands_for_itself(a, item))
		return false;
	uint32_t bits = word_bits(a->grammar, item);
	if (bits & (W_COMPANY_NOUN | W_DEMONYM | W_PLACE))
		return true;
	if ((bits & W_VERB) && !(bits & (W_PARTICIPLE | W_NOUN)))
		return false;
	return !(bits & (W_PREPOSITION | W_COORDINATOR | W_SUBORDINATOR | W_RELATIVE | W_PRONOUN | W_NEGATION |
	                 W_FINITE | W_AUXILIARY));
}

/* German: the "Ford" of "die Ford-Tochter X", the "und" of "der Bau- und Immobilienkonzern X". */
static bool part_of_compound(const struct analysis *a, const struct sentence *s, size_t i)
{
	if (strcmp(a->lang, "de") != 0 || i + 2 >= s->count)
		return false;
	const accord_item *item = &s->items[i], *next = &s->items[i + 1];
	bool glued = is_punct(next, '-') && !(next->flags & ACCORD_ITEM_SPACE) && !(s->items[i + 2].flags & ACCORD_ITEM_SPACE);
	bool halves = i > 0 && is_punct(&s->items[i - 1], '-') && (bits_at(a, s, i) & W_COORDINATOR) && next->flags & ACCORD_ITEM_CAPITAL;
	return (item->kind == ACCORD_ITEM_COMPANY && glued) || halves;
}

static bool noun_like(const struct analysis *a, const accord_item *item)
{
	return item->kind == ACCORD_ITEM_WORD &&
	       ((word_bits(a->grammar, item) & W_NOUN) ||
	        ((item->flags & ACCORD_ITEM_CAPITAL) && !(item->flags & ACCORD_ITEM_SENTENCE_START)));
}

/* An Italian preposition without article; the noun behind it does not lead up to a name. */
static bool bare_preposition(const struct analysis *a, const accord_item *item)
{
	static const char *const bare[] = {"di", "a", "da", "in", "con", "su", "per", "tra", "fra", "secondo",
	                                   "Di", "A", "Da", "In", "Con", "Su", "Per", "Tra", "Fra", "Secondo"};
	for (size_t i = 0; !strcmp(a->lang, "it") && i < sizeof bare / sizeof *bare; i++)
		if (accord_slice_is(item->text, bare[i]))
			return true;
	return false;
}

#define CONSORTIUM_REACH 7

/* The first word of a phrase that a word for a consortium closes at `head`: its adjectives and its article too. */
static size_t phrase_start(const struct analysis *a, const struct sentence *s, size_t head)
{
	size_t first = head;
	while (first > 0 && premodifier(a, &s->items[first - 1]) && !(bits_at(a, s, first - 1) & W_DETERMINER) && first + 3 > head)
		first--;
	return first > 0 && (bits_at(a, s, first - 1) & W_DETERMINER) ? first - 1 : head;
}

/*
 * "una cordata di fondi capeggiata da X", "a consortium led by X": who leads it stands for it. `by` is the preposition
 * before X; returns the first word of the phrase, or `by` + 1 if there is no such phrase.
 */
static size_t consortium_before(const struct analysis *a, const struct sentence *s, size_t by)
{
	if (by < 2 || !(bits_at(a, s, by) & W_BY) || !(bits_at(a, s, by - 1) & W_LED))
		return by + 1;
	for (size_t k = by - 1; k > 0 && k + CONSORTIUM_REACH > by; k--) {
		const accord_item *item = &s->items[k - 1];
		if (item->kind == ACCORD_ITEM_COMPANY || (bits_at(a, s, k - 1) & W_AUXILIARY))
			break;
		if (!(bits_at(a, s, k - 1) & W_CONSORTIUM))
			continue;
		return phrase_start(a, s, k - 1);
	}
	return by + 1;
}

/*
 * German: "an ein Konsortium um X", "von Investoren wie X", "eine Gruppe unter Führung von X": X stands for them. `by` is the word
 * before X and its article; returns the first word of the phrase, or `by` + 1.
 */
static size_t members_before(const struct analysis *a, const struct sentence *s, size_t by)
{
	static const char *const joins[] = {"um", "aus", "mit", "von", "wie", "der", "des", "darunter", NULL};
	if (strcmp(a->lang, "de") != 0 || !by || !one_of(s->items[by].text, joins))
		return by + 1;
	size_t head = by - 1;
	if (bits_at(a, s, head) & W_LED && head > 0) { /* unter (der) Führung von */
		head -= (bits_at(a, s, head - 1) & W_DETERMINER) && head > 1;
		head -= head > 1 && accord_slice_is(s->items[head - 1].text, "unter") ? 2 : 1;
	} else if (accord_slice_is(s->items[head].text, "rund") && head > 0)
		head--;
	if (s->items[head].kind == ACCORD_ITEM_PUNCT && head > 0)
		head--; /* Investoren, darunter X */
	return bits_at(a, s, head) & W_CONSORTIUM ? phrase_start(a, s, head) : by + 1;
}

#define EXAMPLES_REACH 8

/*
 * "with companies such as X", "from investors including X": the names stand for the noun that they are examples of (English).
 * Returns the first word of that phrase, `name` if there is none.
 */
static size_t examples_before(const struct analysis *a, const struct sentence *s, size_t name)
{
	if (strcmp(a->lang, "en") != 0 || name < 2)
		return name;
	size_t at = name - 1;
	if (accord_slice_is(s->items[at].text, "as") && accord_slice_is(s->items[at - 1].text, "such"))
		at--;
	else if (!accord_slice_is(s->items[at].text, "including") && !accord_slice_is(s->items[at].text, "like"))
		return name;
	at -= at > 0 && is_punct(&s->items[at - 1], ',');
	if (!at || !(bits_at(a, s, at - 1) & (W_NOUN | W_COMPANY_NOUN)) || s->items[at - 1].kind != ACCORD_ITEM_WORD ||
	    s->items[at - 1].text.data[s->items[at - 1].text.len - 1] != 's')
		return name; /* the examples are several, or of several */
	at--;
	while (at > 0 && at + EXAMPLES_REACH > name && premodifier(a, &s->items[at - 1]) &&
	       !(bits_at(a, s, at - 1) & W_DETERMINER) && !infinitive_at(a, s, at - 1))
		at--;
	return at - (at > 0 && (bits_at(a, s, at - 1) & W_DETERMINER));
}

/* "francesi di", "Chinesen von" */
static bool people_of(const struct analysis *a, const struct sentence *s, size_t i)
{
	bool of = accord_slice_is(s->items[i + 1].text, "di") || accord_slice_is(s->items[i + 1].text, "von");
	/* "la sede milanese di X": behind its noun the adjective is nobody */
	bool people = i > 0 && (bits_at(a, s, i) & W_DEMONYM) && (bits_at(a, s, i - 1) & (W_DETERMINER | W_PREPOSITION));
	return of && (people || (s->items[i].kind == ACCORD_ITEM_COMPANY && s->items[i].flags & ACCORD_ITEM_REFERENCE));
}

#define MAX_ATTRIBUTE 9

/*
 * German: "die [bislang von Ford finanzierte] Firma X": the article before an attribute whose participle stands at `at`,
 * or has a complement before it; `at` if there is none.
 */
static size_t article_of_attribute(const struct analysis *a, const struct sentence *s, size_t at, size_t name)
{
	bool adjective = at < name && s->items[at].kind == ACCORD_ITEM_WORD && !(s->items[at].flags & ACCORD_ITEM_CAPITAL);
	if (strcmp(a->lang, "de") != 0 || !adjective || s->items[at].text.data[s->items[at].text.len - 1] == 's')
		return at;
	bool complement = false;
	for (size_t k = at; k > 0 && k + MAX_ATTRIBUTE > at; k--) {
		const accord_item *item = &s->items[k - 1];
		uint32_t bits = bits_at(a, s, k - 1);
		bool next_opens = k < at && (bits_at(a, s, k) & W_PREPOSITION);
		if (item->kind == ACCORD_ITEM_PUNCT || (bits & (W_COORDINATOR | W_SUBORDINATOR)) ||
		    (bits & W_FINITE && !(bits & (W_PARTICIPLE | W_NOUN | W_PREPOSITION))))
			return at;
		if ((bits & (W_DETERMINER | W_POSSESSIVE)) && complement && (next_opens || !(s->items[k].flags & ACCORD_ITEM_CAPITAL)))
			return k - 1;
		complement |= bits & W_PREPOSITION;
	}
	return at;
}

static bool participle_like(const struct analysis *a, const struct sentence *s, size_t i)
{
	if (i >= s->count || s->items[i].kind != ACCORD_ITEM_WORD)
		return false;
	accord_slice text = s->items[i].text;
	bool unknown = !s->items[i].word && text.len > 3 && !memcmp(text.data + text.len - 2, "ed", 2);
	return unknown || (bits_at(a, s, i) & W_PARTICIPLE);
}

/* "KKR-owned Marvell", "Microsoft-organised group CPTN": whose it is stands before the participle (English). */
static bool owner_before(const struct analysis *a, const struct sentence *s, size_t hyphen)
{
	return !strcmp(a->lang, "en") && hyphen > 0 && is_punct(&s->items[hyphen], '-') &&
	       !(s->items[hyphen].flags & ACCORD_ITEM_SPACE) && s->items[hyphen - 1].kind == ACCORD_ITEM_COMPANY &&
	       participle_like(a, s, hyphen + 1);
}

/* "Skyhook, a wholly owned subsidiary of TruePosition, …": what the noun at `i` says of the name before it. */
static bool in_apposition(const struct analysis *a, const struct sentence *s, size_t i)
{
	while (i > 0 && premodifier(a, &s->items[i - 1]) && !(bits_at(a, s, i - 1) & W_DETERMINER))
		i--;
	i -= i > 0 && (bits_at(a, s, i - 1) & W_DETERMINER);
	return i > 1 && is_punct(&s->items[i - 1], ',') && s->items[i - 2].kind == ACCORD_ITEM_COMPANY;
}

/* "state-owned", "KKR-backed": behind a hyphen the word is a participle, and leads up to a name. */
static bool compound_participle(const struct analysis *a, const struct sentence *s, size_t i)
{
	return !strcmp(a->lang, "en") && i > 1 && participle_like(a, s, i) && is_punct(&s->items[i - 1], '-') &&
	       !(s->items[i - 1].flags & ACCORD_ITEM_SPACE);
}

/* "from new partners Amazon and Webroot": behind a preposition, a determiner or an adjective the word is no verb. */
static bool plural_noun(const struct analysis *a, const struct sentence *s, size_t i)
{
	if (strcmp(a->lang, "en") != 0 || !i || !(bits_at(a, s, i) & W_NOUN) || !(bits_at(a, s, i) & W_FINITE) ||
	    (s->items[i].flags & ACCORD_ITEM_CAPITAL))
		return false;
	const accord_item *before = &s->items[i - 1];
	uint32_t bits = bits_at(a, s, i - 1);
	bool adjective = before->kind == ACCORD_ITEM_WORD && before->word && !(before->flags & ACCORD_ITEM_CAPITAL) &&
	                 !(bits & (W_VERB | W_NOUN | W_AUXILIARY | W_PRONOUN | W_RELATIVE | W_COORDINATOR | W_NEGATION));
	return adjective && !accord_slice_is(before->text, "to");
}

#define MAX_TRADE_WORDS 3

/*
 * Italian: "il produttore di chip Intel", "la banca d'affari Goldman Sachs", "il colosso delle aste online eBay": the noun for a firm
 * before "di" and what the firm makes, which begins at `at`; `at` if there is none.
 */
static size_t maker_before(const struct analysis *a, const struct sentence *s, size_t at)
{
	size_t of = at;
	if (strcmp(a->lang, "it") != 0)
		return at;
	if (of > 0 && (bits_at(a, s, of - 1) & W_DETERMINER) && !(bits_at(a, s, of - 1) & W_GENITIVE))
		of--;
	if (of < 2 || !(bits_at(a, s, of - 1) & W_GENITIVE))
		return at;
	for (size_t k = of - 1; k > 0 && k + MAX_TRADE_WORDS > of - 1; k--) {
		if (s->items[k - 1].kind != ACCORD_ITEM_WORD)
			return at;
		if (bits_at(a, s, k - 1) & W_COMPANY_NOUN)
			return k - 1;
		if (!(bits_at(a, s, k - 1) & W_DEMONYM) && !premodifier(a, &s->items[k - 1]))
			return at;
	}
	return at;
}

/* Italian "Negli Stati Uniti Intel compra …": a place at which something happens does not lead up to a name. */
static bool place_alone(const struct analysis *a, const struct sentence *s, size_t at, size_t i)
{
	return !strcmp(a->lang, "it") && at + 1 == i && s->items[at].kind == ACCORD_ITEM_PLACE;
}

/*
 * German: "im Mai hat der finnische Konzern X": what follows is the subject, not whose the noun before is. "der" is a nominative before an
 * adjective in -e and before a firm's masculine noun; the genitive is "der finnischen Firma X" (the class `feminine_firm`).
 */
static bool nominative_article(const struct analysis *a, const struct sentence *s, size_t article, size_t name)
{
	uint32_t feminine = accord_rules_class(a->rules, "feminine_firm");
	const accord_item *next = &s->items[article + 1];
	if (!feminine || !accord_slice_is(s->items[article].text, "der") || next->kind != ACCORD_ITEM_WORD || article + 1 >= name)
		return false;
	if (!(next->flags & ACCORD_ITEM_CAPITAL))
		return next->text.data[next->text.len - 1] == 'e';
	return article + 2 == name && next->word && (bits_at(a, s, article + 1) & W_COMPANY_NOUN) &&
	       !accord_rules_in_class(a->rules, next->word, feminine, ACCORD_FORM_ANY);
}

/*
 * From the company at `i` to the left: premodifiers, a determiner, a preposition. Premodifiers count only where a
 * determiner, a preposition or a company noun holds them together; else they are other words of the clause.
 */
static void mark_phrase(const struct analysis *a, struct sentence *s, size_t i)
{
	size_t at = i, steps = 0, noun = i;
	bool firm = false;
	while (at > 0 && steps < MAX_PREMODIFIERS && 
	       (premodifier(a, &s->items[at - 1]) || compound_participle(a, s, at - 1) || owner_before(a, s, at) ||
	        plural_noun(a, s, at - 1) || part_of_compound(a, s, at - 1)) &&
	       !(bits_at(a, s, at - 1) & W_DETERMINER) && !infinitive_at(a, s, at - 1)) {
		at--, steps++;
		if (owner_before(a, s, at + 1))
			noun = at;
		if (bits_at(a, s, at) & (W_COMPANY_NOUN | W_DEMONYM))
			noun = at;
		firm |= bits_at(a, s, at) & W_COMPANY_NOUN;
	}
	if (!firm && at < i) {
		size_t maker = maker_before(a, s, at);
		noun = maker < at ? maker : noun;
		at = maker;
	}
	bool determiner = at > 0 && (bits_at(a, s, at - 1) & (W_DETERMINER | W_POSSESSIVE));
	size_t attribute = determiner ? at : article_of_attribute(a, s, at, i);
	determiner |= attribute < at;
	size_t first = attribute < at ? attribute : determiner ? at - 1 : at;
	bool preposition = first > 0 && preposition_at(a, s, first - 1);
	if (preposition && !determiner && noun == i && at < i &&
	    (bare_preposition(a, &s->items[first - 1]) || place_alone(a, s, at, i)))
		preposition = false; /* "secondo fonti di stampa Intel compra …": the noun belongs to what stands before */
	if (!determiner && !preposition) {
		first = noun;
		preposition = first > 0 && preposition_at(a, s, first - 1);
	}
	if (preposition && first > 2 && people_of(a, s, first - 2)) {
		first -= 3; /* "i francesi di Iliad", "die Chinesen von Midea": the people are the company */
		preposition = preposition_at(a, s, first);
		first += preposition;
	}
	if (preposition) {
		size_t phrase = consortium_before(a, s, first - 1);
		if (phrase < first) {
			first = phrase;
			preposition = first > 0 && preposition_at(a, s, first - 1);
		}
	}
	size_t members = examples_before(a, s, first);
	if (members == first && first > 1)
		members = members_before(a, s, first - 1);
	if (members < first) {
		first = members;
		preposition = first > 0 && preposition_at(a, s, first - 1);
	}
	if (preposition && first == 1 && fronted(a, s, i))
		return;
	for (size_t k = first; k < i; k++)
		s->items[k].flags |= ACCORD_ITEM_INNER;
	if (preposition && (subordinates(a, s, first - 1, i) || !s->items[i].text.len))
		preposition = false; /* what was put beside a verb hangs on nothing: "dopo (X) aver comprato Y" */
	bool organ = preposition && first > 1 && (bits_at(a, s, first - 2) & W_ORGAN) &&
	             !in_apposition(a, s, first - 2); /* "the board of X": X itself */
	if (organ)
		s->items[first - 1].flags |= ACCORD_ITEM_INNER;
	else if (preposition)
		s->items[i].flags |= ACCORD_ITEM_GOVERNED;
	if (determiner && (bits_at(a, s, first) & W_GENITIVE) && first > 0 && noun_like(a, &s->items[first - 1]) &&
	    !nominative_article(a, s, first, i))
		s->items[i].flags |= ACCORD_ITEM_GOVERNED;
}

/* "Nestle's Perrier unit", "its Oppenheimer arm": the name is the unit's own. */
static bool unit_of_owner(const struct analysis *a, const struct sentence *s, size_t i)
{
	return !strcmp(a->lang, "en") && i > 0 && (bits_at(a, s, i + 1) & W_UNIT) && s->items[i - 1].kind == ACCORD_ITEM_COMPANY &&
	       (s->items[i - 1].flags & ACCORD_ITEM_GENITIVE);
}

/*
 * English "its Hulu stake", "the Cisco partner was bought": behind a possessive, or before an auxiliary, a word that might be
 * a verb is a noun, and the name before it says which.
 */
static bool noun_behind(const struct analysis *a, const struct sentence *s, size_t i)
{
	uint32_t next = bits_at(a, s, i + 1), verb = bits_at(a, s, i + 2);
	if (strcmp(a->lang, "en") != 0 || !i || !(next & W_NOUN) || !(next & W_VERB) || (next & (W_PREPOSITION | W_UNIT | W_COMPANY_NOUN)))
		return false;
	bool possessive = s->items[i - 1].kind == ACCORD_ITEM_COMPANY && (s->items[i - 1].flags & ACCORD_ITEM_GENITIVE);
	return possessive || ((bits_at(a, s, i - 1) & W_DETERMINER) && (verb & W_AUXILIARY) && (verb & W_FINITE));
}

/* "Microsoft CEO", "Nokia-Chef", "Google's offices": the name only says whose the next noun is. */
static void mark_possessor(const struct analysis *a, struct sentence *s, size_t i)
{
	accord_item *item = &s->items[i];
	if (i + 1 >= s->count)
		return;
	accord_item *next = &s->items[i + 1];
	if (word_bits(a->grammar, next) & W_ORGAN) { /* "Nokia's board", "Nokia shareholders": Nokia itself */
		item->flags &= (uint16_t)~ACCORD_ITEM_GENITIVE;
		next->flags |= ACCORD_ITEM_INNER;
	} else if (item->flags & ACCORD_ITEM_GENITIVE)
		item->flags |= ACCORD_ITEM_GOVERNED;
	else if (is_punct(next, '-') && !(next->flags & ACCORD_ITEM_SPACE) && i + 2 < s->count &&
	         noun_like(a, &s->items[i + 2]))
		item->flags |= ACCORD_ITEM_GOVERNED;
	else if (noun_behind(a, s, i))
		item->flags |= ACCORD_ITEM_GOVERNED;
	else if (unit_of_owner(a, s, i))
		return; /* "Massachusetts Mutual's Oppenheimer unit paid" */
	else if (!strcmp(a->lang, "en") && next->kind == ACCORD_ITEM_WORD && (word_bits(a->grammar, next) & W_NOUN) &&
	         !(word_bits(a->grammar, next) & (W_FINITE | W_VERB | W_PREPOSITION)))
		item->flags |= ACCORD_ITEM_GOVERNED;
}

/* "der finnische Netzausrüster X": the words before a name tell where an unknown company is at home. */
static void learn_country(struct analysis *a, const struct sentence *s, size_t i)
{
	if (s->items[i].entity_count != 1)
		return;
	struct company *c = &a->companies[a->ref_companies[s->items[i].entity]];
	for (size_t k = i; !c->country[0] && k > 0 && (s->items[k - 1].flags & ACCORD_ITEM_INNER); k--) {
		const char *country = word_country(a->grammar, &s->items[k - 1]);
		if (country)
			c->country = country;
	}
}

#define SEAT_REACH 8

/*
 * "die Münchner X", "X aus Graz", "X, ein Start-up aus Graz": where an unknown company is at home. The word is kept as the
 * text has it; it need only be known again ("die Grazer", "die Münchner").
 */
static void learn_seat(struct analysis *a, const struct sentence *s, size_t i)
{
	if (s->items[i].entity_count != 1)
		return;
	struct company *c = &a->companies[a->ref_companies[s->items[i].entity]];
	if (c->known || c->seat.len)
		return;
	for (size_t k = i; !c->seat.len && k > 0 && (s->items[k - 1].flags & ACCORD_ITEM_INNER); k--)
		if ((bits_at(a, s, k - 1) & (W_DEMONYM | W_PLACE)) && s->items[k - 1].flags & ACCORD_ITEM_CAPITAL)
			c->seat = s->items[k - 1].text;
	for (size_t k = i + 1; !c->seat.len && k + 1 < s->count && k < i + SEAT_REACH; k++) {
		if (s->items[k].kind == ACCORD_ITEM_COMPANY || (is_punct(&s->items[k], ',') && k > i + 1) ||
		    (k > i + 1 && !is_punct(&s->items[i + 1], ',')))
			return;
		if (accord_slice_is(s->items[k].text, "aus") && (bits_at(a, s, k + 1) & W_PLACE))
			c->seat = s->items[k + 1].text;
	}
}

/* "verkaufte nach der Übernahme von Yammer …": whom the takeover was of is none of whom the verb buys from. */
static void mark_attached(const struct analysis *a, struct sentence *s)
{
	uint32_t nouns = 0;
	for (size_t i = 1; i < s->count; i++) {
		if (!s->items[i - 1].word || !(bits_at(a, s, i) & W_PREPOSITION))
			continue;
		nouns = nouns ? nouns : accord_rules_class(a->rules, "dealt_noun");
		if (nouns && accord_rules_in_class(a->rules, s->items[i - 1].word, nouns, UINT32_MAX))
			s->items[i].flags |= ACCORD_ITEM_ATTACHED;
	}
}

void mark_phrases(struct analysis *a, struct sentence *s)
{
	mark_attached(a, s);
	for (size_t i = 0; i < s->count; i++) /* what was an article may have become a pronoun */
		s->items[i].flags &= (uint16_t)~(ACCORD_ITEM_INNER | ACCORD_ITEM_GOVERNED);
	for (size_t i = 0; i < s->count; i++)
		if (s->items[i].kind == ACCORD_ITEM_COMPANY) {
			mark_phrase(a, s, i);
			mark_possessor(a, s, i);
			learn_country(a, s, i);
			learn_seat(a, s, i);
		}
}
