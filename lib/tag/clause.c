/*
 * A sentence as clauses, as far as rules need it: which items belong to an embedded clause (a gap may skip them), which
 * companies hang on a preposition or a possessive (they are no bare arguments), which words only lead up to a name.
 *
 *   Microsoft , das 2011 Skype gekauft hatte , übernimmt den Dienst Yammer
 *   0         1 1   1    1     1       1     1 0         0   inner  0          depth
 *
 * This is no parser. It errs on the side of depth 0, where rules see more.
 */
#include "clause.h"

#include <string.h>

#define MAX_DEPTH 6
#define MAX_APPOSITION 14
#define MAX_PARENTHESIS 80

static bool is_dash(const accord_item *item)
{
	return item->kind == ACCORD_ITEM_PUNCT && (item->flags & ACCORD_ITEM_SPACE) &&
	       (accord_slice_is(item->text, "-") || accord_slice_is(item->text, "\xE2\x80\x93") ||
	        accord_slice_is(item->text, "\xE2\x80\x94"));
}

/* ---- embedded clauses ----------------------------------------------------------------------------------------- */

struct embedding {
	char closes[4];  /* the punctuation that ends it */
	bool verb_seen;
	bool needs_verb; /* a comma ends it only behind a verb */
	uint16_t outer;  /* clause to go back to */
};

struct walk {
	struct embedding stack[MAX_DEPTH];
	size_t depth;
	uint16_t clause, next_clause;
	uint16_t told; /* the last clause in which a finite verb was seen, + 1 */
};

static void open_clause(struct walk *w, const char *closes, bool needs_verb)
{
	if (w->depth == MAX_DEPTH)
		return;
	struct embedding *e = &w->stack[w->depth++];
	*e = (struct embedding){.needs_verb = needs_verb, .outer = w->clause};
	memcpy(e->closes, closes, strlen(closes) + 1);
	w->clause = ++w->next_clause;
}

static void close_clause(struct walk *w)
{
	w->clause = w->stack[--w->depth].outer;
}

static bool inside_dashes(const struct walk *w)
{
	for (size_t i = 0; i < w->depth; i++)
		if (!strcmp(w->stack[i].closes, "-"))
			return true;
	return false;
}

/* The second dash ends what began within the two as well. */
static void close_dashes(struct walk *w)
{
	while (strcmp(w->stack[w->depth - 1].closes, "-"))
		close_clause(w);
	close_clause(w);
}

/* "…, den Rivalen für viel Geld zu übernehmen": behind the comma stands an infinitive, no relative clause. */
bool infinitive_clause(const struct analysis *a, const struct sentence *s, size_t i)
{
	for (; i + 1 < s->count && !is_punct(&s->items[i], ',') && !is_dash(&s->items[i]); i++) {
		if (accord_slice_is(s->items[i].text, "zu") && (bits_at(a, s, i + 1) & W_VERB))
			return true;
		if ((bits_at(a, s, i) & W_FINITE) && !(bits_at(a, s, i) & (W_NOUN | W_PREPOSITION | W_PARTICIPLE)))
			return false;
	}
	return false;
}

/* German relative clauses end in a finite verb; "…, bei der Bank gelandet." is none. Unknown words may be verbs. */
static bool verb_before_comma(const struct analysis *a, const struct sentence *s, size_t i)
{
	if (infinitive_clause(a, s, i))
		return false;
	for (; i < s->count && !is_punct(&s->items[i], ','); i++) {
		const accord_item *item = &s->items[i];
		if (bits_at(a, s, i) & W_FINITE)
			return true;
		if (item->kind == ACCORD_ITEM_WORD && !item->word && !(item->flags & ACCORD_ITEM_CAPITAL))
			return true;
	}
	return i >= s->count - 1 ? false : true; /* commas inside: an embedded clause may stand before the verb */
}

static bool finite_before_comma(const struct analysis *a, const struct sentence *s, size_t i)
{
	for (; i < s->count && !is_punct(&s->items[i], ','); i++)
		if (bits_at(a, s, i) & W_FINITE)
			return true;
	return false;
}

/* "quale", "quali" (Italian) */
static bool which_of(const struct analysis *a, const accord_item *item)
{
	return !strcmp(a->lang, "it") && (accord_slice_is(item->text, "quale") || accord_slice_is(item->text, "quali"));
}

/* German: "…, die Technik stammt von Yammer": an article, a noun and its verb, which does not stand last as in a relative clause. */
bool main_clause_at(const struct analysis *a, const struct sentence *s, size_t i)
{
	if (strcmp(a->lang, "de") != 0 || i + 3 >= s->count || !(bits_at(a, s, i) & W_DETERMINER) || (bits_at(a, s, i) & W_PREPOSITION))
		return false;
	const accord_item *noun = &s->items[i + 1];
	uint32_t verb = bits_at(a, s, i + 2);
	if (noun->kind != ACCORD_ITEM_WORD || !(noun->flags & ACCORD_ITEM_CAPITAL) || !(verb & W_FINITE) ||
	    (verb & (W_NOUN | W_PARTICIPLE | W_PREPOSITION)) || s->items[i + 3].kind == ACCORD_ITEM_PUNCT ||
	    (bits_at(a, s, i + 3) & (W_COORDINATOR | W_FINITE)))
		return false;
	size_t last = i + 3;
	while (last + 1 < s->count && s->items[last + 1].kind != ACCORD_ITEM_PUNCT)
		last++;
	return !(bits_at(a, s, last) & W_FINITE) || (bits_at(a, s, last) & W_PARTICIPLE);
}

/* Behind a comma: the word that opens a relative or subordinate clause, a preposition before it allowed. */
static bool opens_subclause(const struct analysis *a, const struct sentence *s, size_t i)
{
	uint32_t bits = bits_at(a, s, i);
	if (bits & W_PREPOSITION && i + 1 < s->count)
		bits |= bits_at(a, s, i + 1) & W_RELATIVE;
	if (bits & W_PREPOSITION && i + 2 < s->count && which_of(a, &s->items[i + 2]) && bits_at(a, s, i + 1) & W_DETERMINER)
		bits |= W_RELATIVE; /* "…, con la quale" */
	if (!(bits & (W_RELATIVE | W_SUBORDINATOR)))
		return s->items[i].flags & ACCORD_ITEM_REFERENCE;
	if (!(bits & W_SUBORDINATOR) && main_clause_at(a, s, i))
		return false;
	if (!strcmp(a->lang, "de") && i + 1 < s->count && accord_slice_is(s->items[i + 1].text, "auch") &&
	    !finite_before_comma(a, s, i + 2))
		return false; /* "wenn auch nicht exklusiv": no clause */
	return (bits & W_SUBORDINATOR) || strcmp(a->lang, "de") || verb_before_comma(a, s, i + 1);
}

/* "Yammer, ein soziales Netzwerk für Firmen, …": no finite verb up to the next comma, which is near. */
static bool opens_apposition(const struct analysis *a, const struct sentence *s, size_t comma)
{
	if (!comma || s->items[comma - 1].kind != ACCORD_ITEM_COMPANY)
		return false;
	uint32_t first = bits_at(a, s, comma + 1);
	if (!(first & (W_DETERMINER | W_COMPANY_NOUN | W_NOUN | W_DEMONYM)) || (first & (W_FINITE | W_COORDINATOR)))
		return false;
	for (size_t i = comma + 1; i < s->count && i < comma + MAX_APPOSITION; i++) {
		if (is_punct(&s->items[i], ','))
			return i > comma + 1;
		if (bits_at(a, s, i) & W_FINITE && !(bits_at(a, s, i) & (W_PARTICIPLE | W_NOUN)))
			return false;
	}
	return false;
}

#define MAX_PARTICIPLE_CLAUSE 16
#define MAX_NAME_TAIL 4

/* How far before a comma the company stands that the words behind it are about ("Yammer aus Kassel, …", "Yammer wiederum, …"); 0: none does. */
static size_t company_before(const struct analysis *a, const struct sentence *s, size_t comma)
{
	for (size_t back = 1; back <= MAX_NAME_TAIL && back <= comma; back++) {
		const accord_item *item = &s->items[comma - back];
		if (item->kind == ACCORD_ITEM_COMPANY)
			return back;
		if (item->kind == ACCORD_ITEM_PUNCT || (bits_at(a, s, comma - back) & W_FINITE))
			return 0;
	}
	return 0;
}

/*
 * "Yammer, 2012 von Microsoft gekauft (und 2014 an IBM verkauft), …" (German): no finite verb up to the next comma, right before
 * which a participle stands. Where more than the name stands before, the verb of the sentence must follow at once.
 */
static bool opens_participle(const struct analysis *a, const struct sentence *s, size_t comma)
{
	size_t back = strcmp(a->lang, "de") != 0 ? 0 : company_before(a, s, comma);
	if (!back)
		return false;
	for (size_t i = comma + 1; i < s->count && i < comma + MAX_PARTICIPLE_CLAUSE; i++) {
		uint32_t bits = bits_at(a, s, i), before = bits_at(a, s, i - 1);
		if (is_punct(&s->items[i], ','))
			return i > comma + 2 && (before & W_PARTICIPLE) &&
			       (back == 1 || (i + 1 < s->count && bits_at(a, s, i + 1) & W_FINITE));
		if ((bits & W_FINITE) && !(bits & (W_PARTICIPLE | W_NOUN | W_PREPOSITION)))
			return false;
		if ((bits & W_COORDINATOR) && !(before & W_PARTICIPLE))
			return false;
	}
	return false;
}

static bool closed_later(const struct sentence *s, size_t from, bool dash, char mark)
{
	for (size_t i = from; i < s->count && i < from + MAX_PARENTHESIS; i++)
		if (dash ? is_dash(&s->items[i]) : is_punct(&s->items[i], mark))
			return true;
	return false;
}

/* What begins at a comma: an embedded clause, an apposition, or nothing. */
static void at_comma(const struct analysis *a, const struct sentence *s, size_t i, struct walk *w)
{
	if (w->depth) {
		const struct embedding *e = &w->stack[w->depth - 1];
		if (!strcmp(e->closes, ",") && (!e->needs_verb || e->verb_seen))
			close_clause(w);
	}
	if (i + 1 >= s->count)
		return;
	if (opens_subclause(a, s, i + 1))
		open_clause(w, ",", true);
	else if (opens_apposition(a, s, i) || opens_participle(a, s, i))
		open_clause(w, ",", false);
}

/* A coordinator before a finite verb or behind a comma begins a clause of the same depth. */
static bool begins_coordinated(const struct analysis *a, const struct sentence *s, size_t i)
{
	static const char *const joins[] = {"und", "oder", "sowie", "beziehungsweise", "bzw", "u", NULL};
	bool german = !strcmp(a->lang, "de");
	if (!(bits_at(a, s, i) & W_COORDINATOR))
		return false;
	if (german && !one_of(s->items[i].text, joins) && (!i || !is_punct(&s->items[i - 1], ',')))
		return false; /* "hat noch einmal investiert" */
	bool to = i + 3 < s->count && accord_slice_is(s->items[i + 2].text, "to");
	if (to && !strcmp(a->lang, "en") && (bits_at(a, s, i + 1) & W_FINITE) && (bits_at(a, s, i + 3) & W_VERB))
		return true; /* "and plans to sell": no noun */
	for (size_t k = i + 1; k < s->count && k < i + 6; k++) {
		uint32_t bits = bits_at(a, s, k);
		if ((bits & W_PREPOSITION) && k + 1 < s->count && s->items[k + 1].kind == ACCORD_ITEM_DATE)
			continue; /* "e nel 2022 aveva comprato" */
		/* German: at the end "investiert" is a participle, where an auxiliary stands before */
		bool participle = german && (bits & W_PARTICIPLE) && (k + 1 == s->count || s->items[k + 1].kind == ACCORD_ITEM_PUNCT);
		if ((bits & W_FINITE) && !(bits & W_NOUN) && !participle)
			return true;
		bool dated = (bits & W_PREPOSITION) && k + 1 < s->count && s->items[k + 1].kind == ACCORD_ITEM_DATE;
		if (s->items[k].kind == ACCORD_ITEM_PUNCT || ((bits & W_PREPOSITION) && !dated))
			return false; /* "…, and in 2020 it acquired" goes on */
	}
	return false;
}

/* "Xiaomi wächst, Nokia verliert", "Tim compra X, Iliad vende Y": behind a clause with its verb, another subject with its own. */
static bool begins_next(const struct analysis *a, const struct sentence *s, size_t comma, const struct walk *w)
{
	if (w->depth || w->told != w->clause + 1)
		return false;
	size_t i = comma + 1;
	bool person = i < s->count && (s->items[i].kind == ACCORD_ITEM_PERSON || s->items[i].kind == ACCORD_ITEM_NAME);
	while (!person && i < s->count && i < comma + 5 && s->items[i].kind != ACCORD_ITEM_COMPANY &&
	       (bits_at(a, s, i) & (W_DETERMINER | W_COMPANY_NOUN | W_DEMONYM)) && !(bits_at(a, s, i) & W_PREPOSITION))
		i++;
	if (i + 1 >= s->count || (!person && s->items[i].kind != ACCORD_ITEM_COMPANY))
		return false;
	uint32_t next = bits_at(a, s, i + 1);
	return (next & W_FINITE) && !(next & (W_NOUN | W_PARTICIPLE | W_PREPOSITION));
}

/* "le aree in cui …": a relative clause without a comma (Italian). */
static bool preposition_and_relative(const struct analysis *a, const struct sentence *s, size_t i)
{
	if (!i || i + 1 >= s->count || is_punct(&s->items[i - 1], ','))
		return false;
	const accord_item *next = &s->items[i + 1];
	return (bits_at(a, s, i) & W_PREPOSITION) &&
	       (accord_slice_is(next->text, "cui") || accord_slice_is(next->text, "quale") || accord_slice_is(next->text, "quali"));
}

#define CONJUNCTION_REACH 8

/* "after the board had refused", "because no price could be agreed": a verb of its own follows within the clause. */
static bool verb_follows(const struct analysis *a, const struct sentence *s, size_t i)
{
	for (size_t k = i + 1; k < s->count && k <= i + CONJUNCTION_REACH && s->items[k].kind != ACCORD_ITEM_PUNCT; k++) {
		uint32_t bits = bits_at(a, s, k);
		if ((bits & (W_FINITE | W_AUXILIARY)) && !(bits & (W_NOUN | W_PREPOSITION)))
			return k > i + 1;
	}
	return false;
}

/*
 * "ended the talks because no price could be agreed", "will float Arm after its sale collapsed": what follows a conjunction is a
 * clause of its own, without a comma (English). The item at `i` has a text.
 */
static bool opens_conjunction(const struct analysis *a, const struct sentence *s, size_t i, const struct walk *w)
{
	static const char *const reasons[] = {"because", "although", "though", "whereas", "unless"};
	static const char *const times[] = {"after", "before", "since", "until", "when", "while", "once"};
	if (!i || i + 1 >= s->count || is_punct(&s->items[i - 1], ','))
		return false;
	const accord_slice word = s->items[i].text;
	for (size_t k = 0; k < sizeof reasons / sizeof *reasons; k++)
		if (reasons[k][0] == word.data[0] && accord_slice_is(word, reasons[k]))
			return !accord_slice_is(s->items[i + 1].text, "of");
	for (size_t k = 0; w->told == w->clause + 1 && k < sizeof times / sizeof *times; k++)
		if (times[k][0] == word.data[0] && accord_slice_is(word, times[k]))
			return verb_follows(a, s, i);
	return false;
}

/*
 * "la società di Stoccarda che sviluppa software": a relative clause without a comma (Italian): "che" between a noun or a name and a
 * finite verb. Behind a verb it says what somebody says.
 */
static bool relative_behind_noun(const struct analysis *a, const struct sentence *s, size_t i)
{
	if (!i || i + 1 >= s->count || !accord_slice_is(s->items[i].text, "che"))
		return false;
	const accord_item *before = &s->items[i - 1];
	uint32_t noun = bits_at(a, s, i - 1), verb = bits_at(a, s, i + 1);
	bool named = before->kind == ACCORD_ITEM_PLACE || before->kind == ACCORD_ITEM_NAME || before->kind == ACCORD_ITEM_PRODUCT;
	bool word = before->kind == ACCORD_ITEM_WORD && (noun & W_NOUN) && !(noun & (W_FINITE | W_PARTICIPLE | W_PREPOSITION));
	uint32_t sum = s->items[i + 1].word;
	uint32_t cost = accord_rules_class(a->rules, "cost"), value = accord_rules_class(a->rules, "value");
	if (sum && (accord_rules_in_class(a->rules, sum, cost, UINT32_MAX) || accord_rules_in_class(a->rules, sum, value, UINT32_MAX)))
		return false; /* "un'intesa che vale 200 milioni": the sum is the deal's */
	return (named || word) && (verb & W_FINITE) && !(verb & (W_NOUN | W_PREPOSITION));
}

/* A word that no list knows may be the verb that a relative clause has to have; in German it stands at the end. */
static bool perhaps_verb(const struct analysis *a, const struct sentence *s, size_t i)
{
	const accord_item *item = &s->items[i];
	bool last = i + 1 < s->count && s->items[i + 1].kind == ACCORD_ITEM_PUNCT;
	return item->kind == ACCORD_ITEM_WORD && !item->word && !(item->flags & ACCORD_ITEM_CAPITAL) &&
	       (!strcmp(a->lang, "it") || (last && !strcmp(a->lang, "de")));
}

/* Whether an item that is no punctuation opens a clause although no comma stands before it. */
static bool opens_without_comma(const struct analysis *a, const struct sentence *s, size_t i, const struct walk *w)
{
#define LETTER(c) (1u << ((c) - 'a'))
	const uint32_t first_letters = /* of the English conjunctions */
		LETTER('a') | LETTER('b') | LETTER('o') | LETTER('s') | LETTER('t') | LETTER('u') | LETTER('w');
	const accord_item *item = &s->items[i];
	if (!item->text.len)
		return false;
	const char first = item->text.data[0];
	if (a->lang[0] == 'e')
		return first >= 'a' && first <= 'z' && (first_letters & LETTER(first)) && opens_conjunction(a, s, i, w);
#undef LETTER
	return a->lang[0] == 'i' && (preposition_and_relative(a, s, i) || relative_behind_noun(a, s, i));
}

static void at_punctuation(const struct analysis *a, const struct sentence *s, size_t i, struct walk *w)
{
	const accord_item *item = &s->items[i];
	if (is_dash(item) && inside_dashes(w)) {
		close_dashes(w);
	} else if (is_punct(item, '(') && closed_later(s, i + 1, false, ')')) {
		open_clause(w, ")", false);
	} else if (is_dash(item) && !w->depth && closed_later(s, i + 1, true, 0)) {
		open_clause(w, "-", false);
	} else if (is_punct(item, ',')) {
		at_comma(a, s, i, w);
		if (begins_next(a, s, i, w))
			w->clause = ++w->next_clause;
	} else if (is_punct(item, ';') || is_punct(item, ':')) {
		w->depth = 0;
		w->clause = ++w->next_clause;
	}
}

void mark_clauses(const struct analysis *a, struct sentence *s)
{
	struct walk w = {0};
	s->clauses = true;
	if (s->count && (bits_at(a, s, 0) & W_SUBORDINATOR) && closed_later(s, 1, false, ','))
		open_clause(&w, ",", true);
	for (size_t i = 0; i < s->count; i++) {
		accord_item *item = &s->items[i];
		const bool punct = item->kind == ACCORD_ITEM_PUNCT;
		const uint32_t bits = word_bits(a->grammar, item);
		struct embedding *e = w.depth ? &w.stack[w.depth - 1] : NULL;
		if (punct && e && !strcmp(e->closes, ")") && is_punct(item, ')')) {
			item->depth = (uint8_t)w.depth;
			item->clause = w.clause;
			close_clause(&w);
			continue;
		}
		if (punct)
			at_punctuation(a, s, i, &w);
		else if (opens_without_comma(a, s, i, &w))
			open_clause(&w, ",", true);
		else if ((bits & W_COORDINATOR) && begins_coordinated(a, s, i) && (a->lang[0] == 'i' || w.told == w.clause + 1))
			w.clause = ++w.next_clause;
		item->depth = (uint8_t)w.depth;
		item->clause = w.clause;
		if ((bits & W_FINITE) && !(bits & (W_NOUN | W_PREPOSITION)))
			w.told = w.clause + 1;
		if (w.depth && ((bits & (W_FINITE | W_VERB)) || perhaps_verb(a, s, i)))
			w.stack[w.depth - 1].verb_seen = true;
	}
}
