/*
 * Who "die Finnen", "il colosso di Redmond", "its" and "which" are. The rules of references.rules say what is a reference
 * and how it is resolved (`resolve`); here stands how:
 *
 *   antecedent  the company right before (relative pronouns)
 *   subject     the first bare company of the clause, else the first of the sentence, else the topic (its, seine)
 *   controller  the subject of the clause that an infinitive, gerund or participle leans on (dopo aver comprato X, Y …)
 *   object      the company that is not the subject of the verb before: the first of the clause if it names two, else the
 *               most salient one that the clause does not name ("Google bought a tenth of it")
 *   country     the most salient company at home in the town, else in the country, that the words name
 *   topic       the most salient company (der Konzern, the company, it); of the trade that the words name, if one is there
 *   pronoun     the topic, where no person was named in this sentence or the one before (er)
 *   they        the two that the sentence named as one before, with a plural verb; else who was described last ("die Kalifornier … sie"), else the topic; no person as above
 *   latest      the one named last (dieser)
 *   former      the first, and `latter` the second, of the two that were named last (ersterer … letzterer)
 *   part        who played the part that the noun names in the last deal told (the buyer, il venditore)
 *   clitic      the most salient company of the clauses before in the sentence (la rileva), else as `other`
 *   other       the most salient company that this sentence does not name yet (the rival, der Konkurrent)
 *   pair        the two that the sentence names before, else those that were last named as one ("A and B"), else those of the
 *               news told just before, else the two most salient ones (die beiden, the two)
 *   mutual      the same for a word that stands before a noun (gegenseitige Lizenzen)
 *
 * A rule with `insert before` or `insert behind` replaces nothing: the company is put beside the words that the capture
 * `span` names, as an item without text of its own. So elided subjects ("Ha ceduto …") and clitics ("la rileverà") become
 * arguments that stand where a name would.
 *
 * Where a reference and a name, or two references, are coordinated ("la rivale e il gruppo di Redmond"), they become one item
 * as names do in tag/items.c.
 *
 * Salience is after Lappin and Leass (1994), much simplified: a mention adds weight, more for a subject and in the title;
 * all weights halve with each sentence. What a reference resolves to must not be named in the same clause already.
 */
#include "choose.h"
#include "discourse.h"

#include <accord/gazetteer.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define WEIGHT_SUBJECT 4.0
#define WEIGHT_OTHER 2.0
#define WEIGHT_GOVERNED 1.2 /* hangs on a preposition or another noun */
#define WEIGHT_REFERENCE 1.5
#define WEIGHT_RELATED 0.4 /* names another firm by its relation to this one */
#define WEIGHT_TITLED 1.0
#define LATER_BONUS 0.2 /* the last one named is nearer */
#define PAIR_SENTENCES 3 /* how long a pair is remembered */
#define PEOPLE_SENTENCES 2 /* how long "die Kalifornier" are */
#define MAX_INSERTED 6
#define MAX_JOINED 8 /* companies in a coordination with references */

/* The most salient company that passes: not `but`, of `country` if one is asked for, not named in the clause. */
static uint32_t most_salient(const struct discourse *d, uint32_t but, const char *country, bool absent);

/* Salience, and what being named before in the sentence, or in the headline, adds. */
static double weight_here(const struct discourse *d, uint32_t company)
{
	return salience(d, company) + (named_before(d, company) ? WEIGHT_OTHER : 0) +
	       (d->esteem[company].titled ? WEIGHT_TITLED : 0);
}

/* Whether a company is at home in one of the towns or countries of a region: "Stuttgart/Gerlingen", "SE/NO/DK". */
static bool in_region(const struct company *c, accord_slice places)
{
	for (size_t i = 0, from = 0; places.len && i <= places.len; i++) {
		if (i < places.len && places.data[i] != '/')
			continue;
		accord_slice place = {places.data + from, i - from};
		from = i + 1;
		if (accord_slice_is(place, c->country) || accord_gazetteer_seated(c->seat, place, false))
			return true;
	}
	return false;
}

/*
 * The most salient company whose seat one of the match's words names: "the Dallas giant", "der Redmonder Konzern", "die
 * Schwaben" (the value of the word in the class `region` holds the towns).
 */
static uint32_t seated_there(const struct discourse *d, const struct sentence *s, const accord_match *m)
{
	uint32_t best = NOBODY, region = accord_rules_class(d->a->rules, "region");
	for (uint32_t i = m->first; i <= m->last; i++) {
		accord_slice place = s->items[i].text, both, towns = {NULL, 0};
		if (!strcmp(d->a->lang, "de") && place.len > 4 && !memcmp(place.data + place.len - 3, "ern", 3))
			place.len--; /* mit den Wolfsburgern */
		both = place;
		if (i < m->last) /* Santa Clara */
			both.len = s->items[i + 1].end - s->items[i].start;
		uint32_t here = NOBODY;
		if (region && s->items[i].word)
			towns = accord_rules_class_value(d->a->rules, s->items[i].word, region);
		for (size_t k = 0; place.len > 3 && k < d->salient_count + d->nearby_count; k++) {
			uint32_t c = k < d->salient_count ? d->salient[k] : d->nearby[k - d->salient_count];
			const struct company *company = &d->a->companies[c];
			bool there = accord_gazetteer_seated(company->seat, place, true) ||
			             accord_gazetteer_seated(company->seat, both, false) || in_region(company, towns);
			if (there && !named_in_clause(d, c) &&
			    (here == NOBODY || ahead(weight_here(d, c), c, weight_here(d, here), here)))
				here = c;
		}
		if (here != NOBODY && (best == NOBODY || weight_here(d, here) > weight_here(d, best)))
			best = here;
	}
	return best;
}

static uint32_t most_salient(const struct discourse *d, uint32_t but, const char *country, bool absent)
{
	uint32_t best = NOBODY;
	double most = 0;
	for (size_t k = 0; k < d->salient_count + d->nearby_count; k++) {
		uint32_t c = k < d->salient_count ? d->salient[k] : d->nearby[k - d->salient_count];
		if (c == but || (country && strcmp(d->a->companies[c].country, country) != 0))
			continue;
		double weight = weight_here(d, c);
		if (!ahead(weight, c, most, best) || named_in_clause(d, c) || (absent && named_in_sentence(d, c)))
			continue;
		best = c;
		most = weight;
	}
	return best;
}

/* The most salient company that the sentence names before the reference, but not in its clause. */
static uint32_t named_in_other_clause(const struct discourse *d)
{
	uint32_t best = NOBODY;
	for (size_t k = 0; k < d->nearby_count; k++) {
		uint32_t c = d->nearby[k];
		if (!named_in_clause(d, c) && (best == NOBODY || salience(d, c) > salience(d, best)))
			best = c;
	}
	return best;
}

/* "chip" for "der Chiphersteller": the value of the last word in the class `trade`; unknown if it says none. */
static accord_slice captured_trade(const struct analysis *a, const struct sentence *s, const accord_match *m)
{
	uint32_t number = accord_rules_class(a->rules, "trade");
	accord_slice trade = {NULL, 0};
	for (uint32_t i = m->first; number && i <= m->last; i++) {
		accord_slice value = accord_rules_class_value(a->rules, s->items[i].word, number);
		if (value.len)
			trade = value;
	}
	return trade;
}

static bool is_of_trade(const struct company *c, accord_slice trade)
{
	for (size_t i = 0; c->kind.len && i + c->kind.len <= trade.len; i++)
		if (!memcmp(trade.data + i, c->kind.data, c->kind.len) && (!i || trade.data[i - 1] == '/') &&
		    (i + c->kind.len == trade.len || trade.data[i + c->kind.len] == '/'))
			return true;
	return false;
}

/* The most salient company of that trade (or of one of them, "software/internet"). */
static uint32_t of_trade(const struct discourse *d, accord_slice trade)
{
	uint32_t best = NOBODY;
	for (size_t k = 0; trade.len && k < d->salient_count; k++) {
		uint32_t c = d->salient[k];
		bool fits = is_of_trade(&d->a->companies[c], trade);
		if (fits && !named_in_clause(d, c) &&
		    (best == NOBODY || ahead(salience(d, c), c, salience(d, best), best)))
			best = c;
	}
	return best;
}

/* Whether more than one company in mind is of that trade: then it does not say which. */
static bool several_of_trade(const struct discourse *d, accord_slice trade)
{
	size_t n = 0;
	for (size_t k = 0; trade.len && k < d->salient_count; k++)
		n += is_of_trade(&d->a->companies[d->salient[k]], trade);
	return n > 1;
}

static const char *captured_country(const struct analysis *a, const struct sentence *s, const accord_match *m)
{
	for (uint32_t i = m->first; i <= m->last; i++) {
		const char *country = word_country(a->grammar, &s->items[i]);
		if (country)
			return country;
	}
	return NULL;
}

/* Whether a person was named before item `at`, in this sentence or the one before. */
static bool person_near(const struct discourse *d, const struct sentence *s, uint32_t at)
{
	bool person = d->person == s->number || d->person == s->number + 1;
	for (size_t i = 0; i < at; i++)
		person |= s->items[i].kind == ACCORD_ITEM_PERSON;
	return person;
}

/*
 * "Teklogix, the Canadian maker of terminals for which …": an apposition that no comma closes is the company before it
 * (English: elsewhere articles and relative pronouns look alike).
 */
static uint32_t apposed(const struct analysis *a, const struct sentence *s, const accord_match *m)
{
	if (strcmp(a->lang, "en") != 0 || m->first < 2 || !is_comma(&s->items[m->first - 1]))
		return NOBODY;
	const accord_item *before = &s->items[m->first - 2];
	bool named = before->kind == ACCORD_ITEM_COMPANY && before->entity_count == 1;
	return named && !(before->flags & (ACCORD_ITEM_REFERENCE | ACCORD_ITEM_GENITIVE)) ? company_of(a, before, 0) : NOBODY;
}

/* The company named last, in this sentence or the one before. */
static uint32_t latest(const struct discourse *d, const struct sentence *s, uint32_t at)
{
	for (const struct sentence *in = s;; in--) {
		for (size_t i = in == s ? at : in->count; i > 0; i--)
			if (in->items[i - 1].kind == ACCORD_ITEM_COMPANY && !(in->items[i - 1].flags & ACCORD_ITEM_GENITIVE))
				return company_of(d->a, &in->items[i - 1], in->items[i - 1].entity_count - 1u);
		if (in != s || !s->number || in[-1].field != s->field)
			return NOBODY;
	}
}

/* "the firm's sensor unit", "the Germans' sensor unit": the mark behind a reference belongs to it, as it does to a name. */
static bool owner_mark(const struct analysis *a, const struct sentence *s, uint32_t last)
{
	if (strcmp(a->lang, "en") != 0 || last + 2 >= s->count || s->items[last + 1].start != s->items[last].end ||
	    s->items[last + 2].kind == ACCORD_ITEM_PUNCT)
		return false;
	accord_slice noun = s->items[last].text, mark = s->items[last + 1].text;
	bool plural = noun.len && noun.data[noun.len - 1] == 's' &&
	              (accord_slice_is(mark, "'") || accord_slice_is(mark, "\xE2\x80\x99"));
	return plural || accord_slice_is(mark, "'s") || accord_slice_is(mark, "\xE2\x80\x99s");
}

/*
 * "the National Health Service": a last word with a capital makes a name of its own. "The group found a buyer" is more than a
 * description: a determiner stands in it. So is "the US company's battery unit", not "the world's largest chip maker".
 */
static bool names_something(const struct analysis *a, const struct sentence *s, const accord_match *m)
{
	const accord_item *last = &s->items[m->last];
	if (m->last > m->first && last->kind == ACCORD_ITEM_WORD && (last->flags & ACCORD_ITEM_CAPITAL) &&
	    !(word_bits(a->grammar, last) & (W_DEMONYM | W_PLACE)))
		return true;
	for (uint32_t i = m->first + 1; i <= m->last; i++)
		if (word_bits(a->grammar, &s->items[i]) & (W_DETERMINER | W_POSSESSIVE) ||
		    (i < m->last && word_bits(a->grammar, &s->items[i - 1]) & W_COMPANY_NOUN && owner_mark(a, s, i - 1)))
			return true;
	return false;
}

/* Whose name the words themselves hold ("die Nokia-Tochter"): they speak of another one. */
static uint32_t within(const struct analysis *a, const struct sentence *s, const accord_match *m)
{
	for (uint32_t i = m->first; i <= m->last; i++)
		if (s->items[i].kind == ACCORD_ITEM_COMPANY && s->items[i].entity_count == 1)
			return company_of(a, &s->items[i], 0);
	return NOBODY;
}

/* "das Start-up", "der Neuling" (the class `young_firm`): no company that is traded at an exchange. */
static uint32_t young_firm(const struct discourse *d, const struct sentence *s, const accord_match *m)
{
	uint32_t nouns = accord_rules_class(d->a->rules, "young_firm"), best = NOBODY;
	const accord_item *last = &s->items[m->last];
	if (!nouns || !last->word || !accord_rules_in_class(d->a->rules, last->word, nouns, UINT32_MAX))
		return NOBODY;
	for (size_t k = 0; k < d->salient_count; k++) {
		uint32_t c = d->salient[k];
		bool fits = !d->a->companies[c].listed && !named_in_clause(d, c) && !has_bought(d, c);
		if (fits && (best == NOBODY || ahead(weight_here(d, c), c, weight_here(d, best), best)))
			best = c;
	}
	return best;
}

#define AND_REACH 4

/* What leads up to the second verb of a sentence: "and sold it", "before selling it", "only to sell it". */
static bool second_verb(const struct discourse *d, const accord_item *item)
{
	bool word = accord_slice_is(item->text, "before") || accord_slice_is(item->text, "only");
	return word || (word_bits(d->a->grammar, item) & W_COORDINATOR);
}

/* "Google bought Motorola in 2012 and sold it to Lenovo": the one of the clause before that is not its subject. */
static uint32_t object_before(const struct discourse *d, const struct sentence *s, uint32_t at)
{
	uint32_t first = subject(d->a, s, at), found = NOBODY, i = at;
	while (i > 0 && at - i < AND_REACH && !second_verb(d, &s->items[i]))
		i--;
	if (!second_verb(d, &s->items[i]))
		return NOBODY;
	bool same_clause = !(word_bits(d->a->grammar, &s->items[i]) & W_COORDINATOR); /* "before selling it" */
	for (size_t k = 0; k < d->nearby_count; k++) {
		uint32_t c = d->nearby[k];
		if (c == first || (!same_clause && named_in_clause(d, c)))
			continue;
		if (found != NOBODY)
			return NOBODY; /* which of them, nobody says */
		found = c;
	}
	return found;
}

#define CLITIC_REACH 3

/* "Intel le aveva rilevate": what is plural is no company. */
static bool plural_clitic(const struct sentence *s, uint32_t verb)
{
	for (uint32_t i = verb > 0 ? verb - 1 : 0; i > 0 && verb - i < CLITIC_REACH; i--) /* "le cedette" is another case: to her */
		if (accord_slice_is(s->items[i - 1].text, "le") || accord_slice_is(s->items[i - 1].text, "li"))
			return true;
	return false;
}

/* The company that the match names itself: a daughter's own name, which ends it, else the first. */
static uint32_t named_inside(const struct analysis *a, const struct sentence *s, const accord_match *m)
{
	if (s->items[m->last].kind == ACCORD_ITEM_COMPANY)
		return company_of(a, &s->items[m->last], 0);
	for (size_t i = m->first; i <= m->last; i++)
		if (s->items[i].kind == ACCORD_ITEM_COMPANY)
			return company_of(a, &s->items[i], 0);
	return NOBODY;
}

/* The companies that a match stands for: 0, 1 or 2 of them. */
static size_t resolve(struct discourse *d, const struct sentence *s, const accord_match *m, uint32_t who[2])
{
	accord_slice how = accord_rule_field(m->rule, "resolve");
	who[0] = who[1] = NOBODY;
	d->vague = false;
	look_around(d, s, m->first);
	bool description = accord_slice_is(how, "country") || accord_slice_is(how, "topic");
	uint32_t named = description && m->last > m->first ? apposed(d->a, s, m) : NOBODY;
	if (named != NOBODY) {
		who[0] = named;
	} else if (accord_slice_is(how, "named")) {
		who[0] = named_inside(d->a, s, m);
	} else if (accord_slice_is(how, "antecedent")) {
		who[0] = antecedent(d->a, s, m->first);
		if (who[0] != NOBODY)
			who[1] = other_antecedent(d->a, s, m->first);
	} else if (accord_slice_is(how, "subject")) {
		who[0] = subject(d->a, s, m->first);
		if (who[0] == NOBODY)
			who[0] = most_salient(d, NOBODY, NULL, false);
	} else if (accord_slice_is(how, "controller")) {
		who[0] = controller(d->a, s, m->first);
	} else if (accord_slice_is(how, "object")) {
		d->vague = true;
		const accord_item *nearest = nearest_subject(s, m->first);
		uint32_t first = subject(d->a, s, m->first);
		if (nearest && first != NOBODY && first != company_of(d->a, nearest, 0))
			who[0] = first;
		else
			who[0] = most_salient(d, NOBODY, NULL, false);
	} else if (accord_slice_is(how, "country")) {
		const char *country = captured_country(d->a, s, m);
		who[0] = seated_there(d, s, m);
		if (who[0] == NOBODY && country)
			who[0] = most_salient(d, NOBODY, country, false);
		if (who[0] == NOBODY && country) /* a company of which nothing is known may be at home anywhere */
			who[0] = most_salient(d, NOBODY, "", false);
		if (who[0] == NOBODY && !country && m->last > m->first + 1) /* a town that is nobody's seat in the lists */
			who[0] = most_salient(d, NOBODY, NULL, false);
		if (who[0] != NOBODY) {
			d->people = who[0];
			d->people_sentence = s->number;
		}
	} else if (accord_slice_is(how, "pronoun") || accord_slice_is(how, "they")) {
		bool people = accord_slice_is(how, "they") && d->people != NOBODY &&
		              s->number - d->people_sentence <= PEOPLE_SENTENCES && !named_in_clause(d, d->people);
		if (accord_slice_is(how, "they") && two_before(d->a, s, m->first, who))
			return 2;
		d->vague = true;
		if (people)
			who[0] = d->people;
		else if (!person_near(d, s, m->first))
			who[0] = most_salient(d, NOBODY, NULL, false);
	} else if (accord_slice_is(how, "part")) {
		who[0] = player_of_part(d, s, m);
	} else if (accord_slice_is(how, "former") || accord_slice_is(how, "latter")) {
		who[0] = one_of_two(d, s, m->first, accord_slice_is(how, "latter"));
	} else if (accord_slice_is(how, "latest")) {
		who[0] = latest(d, s, m->first);
	} else if (accord_slice_is(how, "clitic") && plural_clitic(s, m->first)) {
		return 0;
	} else if (accord_slice_is(how, "clitic")) {
		who[0] = named_in_other_clause(d);
		if (who[0] == NOBODY)
			who[0] = most_salient(d, NOBODY, NULL, true);
	} else if (accord_slice_is(how, "other")) {
		d->vague = m->first == m->last; /* "it"; "the rival" says more */
		who[0] = most_salient(d, NOBODY, NULL, true);
		if (d->vague && !s->items[m->first].depth && object_before(d, s, m->first) != NOBODY)
			who[0] = object_before(d, s, m->first);
	} else {
		who[0] = of_trade(d, captured_trade(d->a, s, m));
		if (who[0] == NOBODY)
			who[0] = young_firm(d, s, m);
		d->vague = (who[0] == NOBODY && within(d->a, s, m) == NOBODY) || several_of_trade(d, captured_trade(d->a, s, m));
		if (who[0] == NOBODY)
			who[0] = most_salient(d, within(d->a, s, m), NULL, false);
		bool two = accord_slice_is(how, "pair") || accord_slice_is(how, "mutual");
		if (!two && who[0] != NOBODY) { /* "die Siemens-Tochter … sie" */
			d->people = who[0];
			d->people_sentence = s->number;
		}
		if (two && d->nearby_count == 2) {
			who[0] = d->nearby[0];
			who[1] = d->nearby[1];
		} else if (two && d->pair[0] != NOBODY && s->number - d->pair_sentence <= PAIR_SENTENCES) {
			who[0] = d->pair[0];
			who[1] = d->pair[1];
		} else if (two && two_of_deal(d, s, who)) {
			return 2;
		} else if (two && who[0] != NOBODY) {
			who[1] = most_salient(d, who[0], NULL, false);
			if (who[1] == NOBODY)
				return 0;
		}
	}
	return (who[0] != NOBODY) + (who[1] != NOBODY);
}

/* ---- items and weights ----------------------------------------------------------------------------------------- */

/* items[first .. last] become one company item; `pronoun`: "ihr" is no possessive here ("gehört ihr"). */
static bool replace(struct analysis *a, struct sentence *s, uint32_t first, uint32_t last, const uint32_t *who,
                    size_t count, bool pronoun)
{
	accord_item *item = &s->items[first];
	uint32_t end = s->items[last].end, ref = UINT32_MAX;
	for (size_t k = 0; k < count; k++) {
		uint32_t added = add_ref(a, s->field, item->start, end, who[k], true);
		if (added == UINT32_MAX)
			return false;
		if (!k)
			ref = added;
	}
	bool possessive = (!pronoun && word_bits(a->grammar, &s->items[last]) & W_POSSESSIVE) ||
	                  (s->items[last].flags & ACCORD_ITEM_GENITIVE) || (last > first && owner_mark(a, s, last - 1));
	item->kind = ACCORD_ITEM_COMPANY;
	item->entity = ref;
	item->entity_count = (uint16_t)count;
	item->word = 0;
	item->flags = (uint16_t)((item->flags | ACCORD_ITEM_REFERENCE) & ~ACCORD_ITEM_INNER);
	if (possessive)
		item->flags |= ACCORD_ITEM_GENITIVE;
	item->end = end;
	item->text.len = end - item->start;
	if (last > first)
		memmove(item + 1, &s->items[last + 1], (s->count - last - 1) * sizeof *item);
	s->count -= last - first;
	return true;
}

/* "Ein Konsortium aus A und B": the words before the names say nothing more; the names are left, and nothing governs them. */
static void keep_names(struct sentence *s, uint32_t first, uint32_t last)
{
	s->items[last].flags &= (uint16_t)~(ACCORD_ITEM_GENITIVE | ACCORD_ITEM_GOVERNED);
	s->items[last].flags |= ACCORD_ITEM_REFERENCE; /* a group is one: its verb may be in the singular */
	memmove(&s->items[first], &s->items[last], (s->count - last) * sizeof *s->items);
	s->count -= last - first;
}

/* The refs of an item that stands for companies in places of their own: copies side by side, without text; the first. */
static uint32_t copy_refs(struct analysis *a, const struct sentence *s, uint32_t place, const uint32_t *who, size_t count)
{
	uint32_t first = UINT32_MAX;
	for (size_t k = 0; k < count; k++) {
		uint32_t added = add_ref(a, s->field, place, place, who[k], true);
		if (added == UINT32_MAX)
			return UINT32_MAX;
		if (!k)
			first = added;
	}
	return first;
}

/* "che lo ha acquistato": the Italian clitic whose company now stands behind the verb says nothing more to the rules. */
static void spend_clitic(const struct analysis *a, struct sentence *s, uint32_t verb)
{
	static const char *const forms[] = {"lo", "la", "l'", "li", "ne"}; /* "le" is a dative: to her */
	if (strcmp(a->lang, "it") != 0)
		return;
	for (uint32_t k = verb; k > 0 && verb - k < 4; k--)
		for (size_t f = 0; f < sizeof forms / sizeof *forms; f++)
			if (s->items[k - 1].kind == ACCORD_ITEM_WORD && accord_slice_is(s->items[k - 1].text, forms[f])) {
				s->items[k - 1].word = 0;
				return;
			}
}

/* The companies `who`, unheard, before item `at`. */
static bool insert(const struct discourse *d, struct sentence *s, uint32_t at, uint32_t beside, const uint32_t *who,
                   size_t count)
{
	accord_item *items = accord_arena_alloc(d->a->arena, (s->count + 1) * sizeof *items);
	const accord_item *neighbour = &s->items[beside];
	uint32_t place = at > beside ? neighbour->end : neighbour->start;
	uint32_t refs = items ? copy_refs(d->a, s, place, who, count) : UINT32_MAX;
	if (refs == UINT32_MAX)
		return false;
	memcpy(items, s->items, at * sizeof *items);
	memcpy(items + at + 1, s->items + at, (s->count - at) * sizeof *items);
	items[at] = (accord_item){.kind = ACCORD_ITEM_COMPANY, .entity = refs, .entity_count = (uint16_t)count,
	                          .flags = ACCORD_ITEM_REFERENCE, .clause = neighbour->clause, .depth = neighbour->depth,
	                          .start = place, .end = place, .text = accord_slice_of("")};
	s->items = items;
	s->count++;
	return true;
}

/* Words that lead up to the second of two: "e il colosso di Redmond" is one item by now, "e la rivale X" is not. */
static size_t joined_to(const struct discourse *d, const struct sentence *s, size_t i)
{
	const struct analysis *a = d->a;
	if (i + 2 >= s->count || !accord_rules_in_class(a->rules, s->items[i + 1].word, d->and_class, UINT32_MAX))
		return 0;
	size_t k = i + 2;
	while (k < s->count && k < i + 5 && s->items[k].kind == ACCORD_ITEM_WORD &&
	       (word_bits(a->grammar, &s->items[k]) & (W_DETERMINER | W_COMPANY_NOUN | W_DEMONYM)) &&
	       !(word_bits(a->grammar, &s->items[k]) & W_PREPOSITION))
		k++;
	return k < s->count && s->items[k].kind == ACCORD_ITEM_COMPANY ? k : 0;
}

/* "Cisco compra la rivale e il gruppo di Tokyo vende": what stands behind "e" begins a clause of its own. */
static bool own_clause(const struct analysis *a, const struct sentence *s, size_t i, size_t second)
{
	bool verb_before = false, verb_behind = second + 1 < s->count &&
	                                        (word_bits(a->grammar, &s->items[second + 1]) & W_FINITE) &&
	                                        !(word_bits(a->grammar, &s->items[second + 1]) & W_NOUN);
	for (size_t k = 0; k < i; k++)
		verb_before |= s->items[k].clause == s->items[i].clause && (word_bits(a->grammar, &s->items[k]) & W_FINITE);
	return verb_before && verb_behind;
}

static bool join_references(const struct discourse *d, struct sentence *s)
{
	for (size_t i = 0; i + 2 < s->count; i++) {
		accord_item *item = &s->items[i];
		if (item->kind != ACCORD_ITEM_COMPANY || item->flags & ACCORD_ITEM_GENITIVE)
			continue;
		size_t second = joined_to(d, s, i);
		const accord_item *other = &s->items[second];
		if (!second || other->flags & ACCORD_ITEM_GENITIVE || other->depth != item->depth ||
		    !((item->flags | other->flags) & ACCORD_ITEM_REFERENCE) || own_clause(d->a, s, i, second))
			continue;
		uint32_t who[MAX_JOINED];
		size_t count = 0;
		for (size_t k = 0; k < item->entity_count && count < MAX_JOINED; k++)
			who[count++] = company_of(d->a, item, k);
		for (size_t k = 0; k < other->entity_count && count < MAX_JOINED; k++)
			who[count++] = company_of(d->a, other, k);
		if (count == 2 && who[0] == who[1])
			continue;
		uint32_t refs = copy_refs(d->a, s, item->end, who, count);
		if (refs == UINT32_MAX)
			return false;
		item->entity = refs;
		item->entity_count = (uint16_t)count;
		item->end = other->end;
		item->text.len = other->text.data ? (size_t)(other->text.data + other->text.len - item->text.data) : item->text.len;
		memmove(item + 1, other + 1, (s->count - second - 1) * sizeof *item);
		s->count -= second - i;
	}
	return true;
}

static bool is_pronoun(const accord_rule *rule)
{
	accord_slice how = accord_rule_field(rule, "resolve");
	return accord_slice_is(how, "pronoun") || accord_slice_is(how, "they") || accord_slice_is(how, "latest");
}

static bool in_relation(const struct analysis *a, const accord_item *item)
{
	uint32_t relations = accord_rules_class(a->rules, "relation");
	return item->word && relations && accord_rules_in_class(a->rules, item->word, relations, ACCORD_FORM_ANY);
}

/* "Celonis-Rivale", "Apple supplier X": the name only says of which other firm the noun speaks. */
static bool only_relates(const struct analysis *a, const struct sentence *s, size_t i)
{
	if (i + 1 >= s->count || s->items[i].flags & (ACCORD_ITEM_GENITIVE | ACCORD_ITEM_REFERENCE))
		return false;
	const accord_item *next = &s->items[i + 1];
	if (!strcmp(a->lang, "de"))
		return i + 2 < s->count && accord_slice_is(next->text, "-") && !(next->flags & ACCORD_ITEM_SPACE) &&
		       in_relation(a, &s->items[i + 2]);
	return !strcmp(a->lang, "en") && in_relation(a, next);
}

static void weigh(struct discourse *d, const struct sentence *s)
{
	bool subject_seen = false;
	for (size_t i = 0; i < s->count; i++) {
		const accord_item *item = &s->items[i];
		if (item->kind == ACCORD_ITEM_PERSON)
			d->person = s->number + 1;
		if (item->kind != ACCORD_ITEM_COMPANY)
			continue;
		bool organ = i + 1 < s->count && (word_bits(d->a->grammar, &s->items[i + 1]) & W_ORGAN);
		bool bare = !organ && !(item->flags & (ACCORD_ITEM_GENITIVE | ACCORD_ITEM_GOVERNED)) && !item->depth;
		double weight = bare && !subject_seen ? WEIGHT_SUBJECT : WEIGHT_OTHER;
		if (organ || item->flags & (ACCORD_ITEM_GENITIVE | ACCORD_ITEM_GOVERNED)) /* "BlackBerry's shareholders" */
			weight = WEIGHT_GOVERNED;
		if (item->flags & ACCORD_ITEM_REFERENCE)
			weight = WEIGHT_REFERENCE;
		bool related = only_relates(d->a, s, i);
		if (related)
			weight = WEIGHT_RELATED;
		subject_seen |= bare;
		weight += LATER_BONUS * (double)i / (double)s->count;
		if (item->entity_count == 2 && company_of(d->a, item, 0) != company_of(d->a, item, 1)) {
			d->pair[0] = company_of(d->a, item, 0);
			d->pair[1] = company_of(d->a, item, 1);
			d->pair_sentence = s->number;
		}
		for (size_t k = 0; k < item->entity_count; k++) {
			uint32_t company = company_of(d->a, item, k);
			raise_salience(d, company, weight);
			d->esteem[company].titled |= s->field == ACCORD_TITLE && !related;
		}
	}
}

/* Whether a match still covers what it covered: earlier replacements in the sentence move items to the left. */
struct shift {
	uint32_t behind, by;
};

/* The longer of two that begin together first. */
static int by_place(const void *left, const void *right)
{
	const accord_match *l = left, *r = right;
	if (l->first != r->first)
		return l->first < r->first ? -1 : 1;
	if (l->last != r->last)
		return l->last > r->last ? -1 : 1;
	bool before = accord_slice_is(accord_rule_field(l->rule, "insert"), "before");
	if (before != accord_slice_is(accord_rule_field(r->rule, "insert"), "before"))
		return before ? -1 : 1; /* "e ne rileva": the subject is put before the verb, then the clitic behind it */
	return accord_rule_priority(r->rule) - accord_rule_priority(l->rule);
}

/* A relative pronoun at `at`, or behind a preposition there. */
static bool relative_near(const struct analysis *a, const struct sentence *s, size_t at)
{
	if (word_bits(a->grammar, &s->items[at]) & W_PREPOSITION)
		at++;
	return at < s->count && (word_bits(a->grammar, &s->items[at]) & W_RELATIVE);
}

/* "2015 hatte der Konzern Yammer gekauft", "will der Konzern Yammer kaufen": right behind the name, what the auxiliary stands for. */
static bool closes_on_verb(const struct analysis *a, const struct sentence *s, const accord_match *m, uint32_t verbs)
{
	size_t at = m->last + 2;
	if (!(word_bits(a->grammar, &s->items[m->first - 2]) & W_AUXILIARY))
		return false;
	while (at < s->count && (s->items[at].kind == ACCORD_ITEM_DATE || s->items[at].kind == ACCORD_ITEM_AMOUNT ||
	                         (word_bits(a->grammar, &s->items[at]) & W_PREPOSITION)))
		at++; /* "… Yammer für 20 Millionen gekauft" */
	return at < s->count && s->items[at].word &&
	       accord_rules_in_class(a->rules, s->items[at].word, verbs, ACCORD_FORM_PP | ACCORD_FORM_INF);
}

/*
 * German: "2015 kaufte der Konzern Yammer für 20 Millionen": behind a verb that needs an object (the class `takes_object`) the name is
 * that object, unless another noun phrase follows that may be it ("kaufte der Konzern Nokia eine Firma").
 */
static bool object_behind(const struct analysis *a, const struct sentence *s, const accord_match *m)
{
	uint32_t verbs = accord_rules_class(a->rules, "takes_object");
	size_t name = m->last + 1;
	if (!verbs || m->first < 2 || !s->items[m->first - 2].word)
		return false;
	if (closes_on_verb(a, s, m, verbs))
		return true;
	if (!accord_rules_in_class(a->rules, s->items[m->first - 2].word, verbs, ACCORD_FORM_FINITE))
		return false;
	for (size_t i = 0; i < s->count; i++)
		if (i != name && s->items[i].kind == ACCORD_ITEM_COMPANY && s->items[i].clause == s->items[name].clause &&
		    !(s->items[i].flags & ACCORD_ITEM_GOVERNED))
			return false;
	uint32_t bits = name + 1 < s->count ? word_bits(a->grammar, &s->items[name + 1]) : 0;
	return name + 1 >= s->count || !((bits & (W_DETERMINER | W_POSSESSIVE)) || s->items[name + 1].flags & ACCORD_ITEM_CAPITAL);
}

/* The noun phrase goes on behind the match: "der finnische Konzern Nokia", "die deutschen Behörden", "die Finnen von X". */
static bool leads_to_name(const struct analysis *a, const struct sentence *s, const accord_match *m)
{
	if (m->last + 1 >= s->count || s->items[m->last].flags & ACCORD_ITEM_GENITIVE)
		return false;
	const accord_item *next = &s->items[m->last + 1];
	if (m->last == m->first && !strcmp(a->lang, "de") && (accord_slice_is(s->items[m->first].text, "es") ||
	    (is_pronoun(m->rule) && next->kind == ACCORD_ITEM_COMPANY)))
		return false; /* "dass es Yammer kauft", "werde man Yammer kaufen" */
	if (m->last > m->first && (word_bits(a->grammar, &s->items[m->last]) & W_UNIT))
		return true; /* "the handset business" is a part of somebody */
	if (accord_slice_is(accord_rule_field(m->rule, "resolve"), "mutual"))
		return false;
	if (accord_slice_is(accord_rule_field(m->rule, "resolve"), "antecedent") ||
	    accord_slice_is(accord_rule_field(m->rule, "resolve"), "subject"))
		return false;
	if (next->kind == ACCORD_ITEM_COMPANY || next->kind == ACCORD_ITEM_NAME)
		return !object_behind(a, s, m);
	if (!strcmp(a->lang, "it") && next->kind == ACCORD_ITEM_WORD && next->flags & ACCORD_ITEM_CAPITAL)
		return true; /* a name that nobody found */
	if (m->first > 1 && is_comma(&s->items[m->first - 1]) && s->items[m->first - 2].kind == ACCORD_ITEM_COMPANY &&
	    (s->items[m->first].depth > s->items[m->first - 2].depth ||
	     (!strcmp(a->lang, "it") && relative_near(a, s, m->last + 1))))
		return true; /* "Netco, la società nella quale …": an apposition */
	if (next->kind == ACCORD_ITEM_PUNCT)
		return accord_slice_is(next->text, "-");
	uint32_t bits = word_bits(a->grammar, next);
	if (!strcmp(a->lang, "it") && (bits & W_GENITIVE) && m->last + 2 < s->count &&
	    s->items[m->last + 2].kind == ACCORD_ITEM_COMPANY)
		return true; /* "la società di Tim" is none that the text is about, nor Tim */
	if ((bits & (W_PREPOSITION)) && m->last + 2 < s->count && s->items[m->last + 2].kind == ACCORD_ITEM_COMPANY &&
	    (accord_slice_is(next->text, "von") || accord_slice_is(next->text, "di")))
		return word_bits(a->grammar, &s->items[m->last]) & W_DEMONYM;
	if (!strcmp(a->lang, "de")) /* "die Münchner Polizei", but "liefert der Konzern Chips" */
		return next->flags & ACCORD_ITEM_CAPITAL && !(bits & W_FINITE) &&
		       !(bits & W_NOUN && word_bits(a->grammar, &s->items[m->last]) & W_COMPANY_NOUN);
	const uint32_t outside = W_VERB | W_PREPOSITION | W_COORDINATOR | W_PRONOUN | W_NEGATION | W_AUXILIARY |
	                         W_RELATIVE | W_SUBORDINATOR | W_DETERMINER;
	if (word_bits(a->grammar, &s->items[m->last]) & W_DEMONYM) /* "the German cartel office" */
		return !(bits & outside);
	return (bits & W_NOUN) && !(bits & (W_FINITE | W_VERB));
}

/* "Altron's software unit": whom the words name, so that there is nothing to look for. */
static bool is_named(const accord_rule *rule)
{
	return accord_slice_is(accord_rule_field(rule, "resolve"), "named");
}

/* "the latter Escrypt": what follows is no name of the latter. */
static bool names_one_of_two(const accord_rule *rule)
{
	accord_slice how = accord_rule_field(rule, "resolve");
	return accord_slice_is(how, "former") || accord_slice_is(how, "latter");
}

/* What the text is about before this sentence. */
static void note_topics(const struct discourse *d, struct sentence *s)
{
	for (size_t k = 0; k < d->salient_count; k++) {
		uint32_t c = d->salient[k], *topics = s->topics;
		double weight = salience(d, c);
		if (topics[0] == NOBODY || ahead(weight, c, salience(d, topics[0]), topics[0])) {
			topics[1] = topics[0];
			topics[0] = c;
		} else if (topics[1] == NOBODY || ahead(weight, c, salience(d, topics[1]), topics[1])) {
			topics[1] = c;
		}
	}
}

static bool names(const struct sentence *s, accord_item_kind kind)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->items[i].kind == kind)
			return true;
	return false;
}

accord_status resolve_references(struct discourse *d, struct sentence *s)
{
	struct analysis *a = d->a;
	if (!make_room(d))
		return ACCORD_ENOMEM;
	if (s->number != 1)
		halve_salience(d);
	if (!d->salient_count && !d->told_count && !names(s, ACCORD_ITEM_COMPANY)) { /* there is nobody to refer to */
		d->person = names(s, ACCORD_ITEM_PERSON) ? s->number + 1 : d->person;
		return ACCORD_OK;
	}
	note_topics(d, s);
	const size_t refs = a->ref_count;
	mark_clauses(a, s);
	mark_phrases(a, s);
	accord_match *matches;
	size_t count;
	accord_status status = accord_rules_match(a->rules, ACCORD_RULE_REFERENCE, a->arena, s->items, s->count,
	                                          &matches, &count);
	if (status != ACCORD_OK)
		return status;
	for (size_t i = 0; i < count; i++) {
		uint32_t first, last;
		match_span(&matches[i], &first, &last);
		matches[i].first = first;
		matches[i].last = last;
	}
	if (count)
		qsort(matches, count, sizeof *matches, by_place);
	/* From the left, so that a later reference sees what an earlier one became; overlapping ones lose. */
	struct shift shift = {0, 0};
	uint32_t inserted = 0;
	for (size_t i = 0; i < count; i++) {
		accord_match m = matches[i];
		accord_slice beside = accord_rule_field(m.rule, "insert");
		bool clitic = i > 0 && accord_slice_is(beside, "behind") && matches[i - 1].first == m.first &&
		              accord_slice_is(accord_rule_field(matches[i - 1].rule, "insert"), "before");
		if (m.first < shift.behind && !clitic)
			continue;
		uint32_t behind = m.last + 1;
		m.first += inserted - shift.by;
		m.last += inserted - shift.by;
		if (m.first == m.last && s->items[m.first].kind == ACCORD_ITEM_COMPANY && !beside.len)
			continue; /* "die Commerzbank" is a name, whatever its end is */
		uint32_t who[2];
		if (beside.len) {
			bool before = accord_slice_is(beside, "before");
			size_t found = inserted == MAX_INSERTED ? 0 : resolve(d, s, &m, who);
			if (!found)
				continue;
			if (!insert(d, s, before ? m.first : m.last + 1, before ? m.first : m.last, who, found))
				return ACCORD_ENOMEM;
			if (!before)
				spend_clitic(a, s, m.first);
			inserted++;
			shift.behind = behind;
			continue;
		}
		bool named = is_named(m.rule);
		if (!named && !strcmp(a->lang, "en") && names_something(a, s, &m))
			continue;
		size_t found = !named && !names_one_of_two(m.rule) && leads_to_name(a, s, &m) ? 0 : resolve(d, s, &m, who);
		if (!found) {
			if (captured_country(a, s, &m) && m.last > m.first + 1)
				shift.behind = behind; /* "the Dutch maker" of whom nobody knows is not "the maker" either */
			continue;
		}
		if (named && s->items[m.last].kind == ACCORD_ITEM_COMPANY && s->items[m.last].entity_count > 1) {
			keep_names(s, m.first, m.last);
			shift.behind = behind;
			shift.by += m.last - m.first;
			continue;
		}
		uint32_t mark = owner_mark(a, s, m.last);
		m.last += mark;
		if (!replace(a, s, m.first, m.last, who, found, is_pronoun(m.rule)))
			return ACCORD_ENOMEM;
		if (named && !mark) /* the daughter is no owner, though the parent was hers */
			s->items[m.first].flags &= (uint16_t)~(ACCORD_ITEM_GENITIVE | ACCORD_ITEM_GOVERNED);
		if (d->vague && found == 1)
			s->items[m.first].flags |= ACCORD_ITEM_VAGUE;
		shift.behind = behind + mark;
		shift.by += m.last - m.first;
	}
	if (!join_references(d, s))
		return ACCORD_ENOMEM;
	if (a->ref_count > refs) /* else nothing stands for a company that did not before */
		mark_phrases(a, s);
	weigh(d, s);
	return ACCORD_OK;
}
