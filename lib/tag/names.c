/*
 * Names of a document: candidates of title and text, what speaks for each, and the decision over the document
 * as a whole. A name that is a company at one place by strong evidence is one at all, shortened too:
 *
 *   "Yogitech S.p.A., Spezialist für …"  legal form      -> company
 *   "die Übernahme von Yogitech"         the same entry  -> the same company
 *   "Goodgame Studios" … "Goodgame"      its first word  -> the same company
 */
#include "names.h"

#include <accord/hash_map.h>

#include <stdlib.h>
#include <string.h>

/* ---- entries
 * --------------------------------------------------------------------------------------------------- */

/* Small letters and digits of a name only, so that "Yogi-Tech" and "Yogitech" meet. */
static accord_slice key_of(struct finder *f, accord_slice text)
{
	accord_slice folded = accord_text_fold(f->a->arena, text);
	char *key = accord_arena_alloc(f->a->arena, folded.len + 1);
	size_t n = 0;
	for (size_t i = 0; key && i < folded.len; i++)
		if (folded.data[i] > '/' || !strchr(" .-'&+/\n\t", folded.data[i]))
			key[n++] = folded.data[i];
	return (accord_slice){key, n};
}

static uint32_t *entry_slot(struct finder *f, accord_slice key)
{
	size_t i = accord_hash(key.data, key.len) & (f->table_size - 1);
	while (f->table[i] && !accord_slice_equal(f->entries[f->table[i] - 1].key, key))
		i = (i + 1) & (f->table_size - 1);
	return &f->table[i];
}

static struct entry *entry_by_key(struct finder *f, accord_slice key)
{
	uint32_t index = key.len && f->table_size ? *entry_slot(f, key) : 0;
	return index ? &f->entries[index - 1] : NULL;
}

static bool grow_table(struct finder *f)
{
	f->table_size = f->table_size ? f->table_size * 2 : 64;
	f->table = accord_arena_calloc(f->a->arena, f->table_size, sizeof *f->table);
	for (size_t i = 0; f->table && i < f->entry_count; i++)
		*entry_slot(f, f->entries[i].key) = (uint32_t)i + 1;
	return f->table != NULL;
}

static accord_slice text_of(const struct finder *f, const struct candidate *c)
{
	const struct field *in = &f->a->fields[c->field];
	uint32_t start = in->tokens.items[c->first].start, end = in->tokens.items[c->last].end;
	return (accord_slice){in->text.data + start, end - start};
}

/* The entry of an unknown name, made now if it is new. */
static bool enter(struct finder *f, struct candidate *c)
{
	accord_slice text = text_of(f, c), key = key_of(f, text);
	if (!key.data || ((f->entry_count + 1) * 2 > f->table_size && !grow_table(f)))
		return false;
	uint32_t *slot = entry_slot(f, key);
	if (!*slot) {
		struct entry *e =
			list_push(f->a->arena, &f->entries, &f->entry_count, &f->entry_capacity, sizeof *e);
		if (!e)
			return false;
		*e = (struct entry){.key = key,
				    .text = text,
				    .company = NO_NAME,
				    .joined = NO_NAME,
				    .known = NO_NAME,
				    .of = NAME_CLASSES};
		*slot = (uint32_t)f->entry_count;
	}
	c->entry = *slot - 1;
	return true;
}

/* ---- evidence over the document
 * -------------------------------------------------------------------------------- */

static bool company_candidate(const struct finder *f, const struct candidate *c)
{
	if (c->of == NAME_COMPANY) /* Klarna, Affirm and Zip: the one in the middle passes on what it is */
		return !c->guarded || c->evidence & EV_LISTED;
	return c->of == NAME_CLASSES && c->entry != NO_NAME && is_company(f, &f->entries[c->entry]);
}

/* ---- lists
 * ------------------------------------------------------------------------------------------------------- */

enum link { NO_LINK, COMMA, COORDINATOR };

#define LONGEST_REMARK 14 /* tokens of a bracket in a list */
#define LONGEST_LINK 6

/* "Infarm (Indoor-Gewächshäuser), Orbex …": the token behind the bracket that opens at `i`, or `i`. */
static size_t behind_remark(const struct finder *f, int field, size_t i)
{
	const accord_tokens *t = &f->a->fields[field].tokens;
	if (i >= t->count || !is_sign(f, field, i, '('))
		return i;
	for (size_t k = i + 1; k < t->count && k < i + LONGEST_REMARK; k++)
		if (is_sign(f, field, k, ')'))
			return k + 1;
	return i;
}

/* "and the Dutch NXP", "e la tedesca SAP", "sowie nun auch Axians": what may stand between a coordinator and a name. */
static bool leads_up(const struct finder *f, int field, size_t i)
{
	static const char *const words[] = {"nun",  "auch", "jetzt", "later", "now", "also", "anche", "poi", "sogar", "even",
					    "dem",  "den",	"der",	 "die",	  "das", "the", NULL};
	uint32_t bits = word_bits(f->a->grammar, &f->a->fields[field].raw[i]);
	static const char *const italian[] = {"a", "ad", "da", "di", "con", "all'", "alla", "dalla", "della", "dall'", NULL};
	if (f->language == 1 && among_words(token_text(f, field, i), italian))
		return true; /* insieme a X e a Y */
	return among_words(token_text(f, field, i), words) || (bits & (W_DETERMINER | W_DEMONYM)) ||
	       (f->notes[field][i].hints & HINT_DESCRIPTION) || town_adjective(f, field, i);
}

/* What stands between two candidates of one list: only a comma or a coordinator, and what leads up to a name. */
static enum link link_between(const struct finder *f, const struct candidate *a, const struct candidate *b)
{
	static const char *const words[] = {"und", "and", "e", "ed", "&", "sowie", "oder", "or", "o", "/", NULL};
	enum link link = NO_LINK;
	if (a->field != b->field || b->first <= a->behind)
		return NO_LINK;
	size_t from = a->behind == a->end ? behind_remark(f, a->field, a->end) : a->behind;
	if (b->first > from + LONGEST_LINK)
		return NO_LINK;
	for (size_t i = from; i < b->first; i++) {
		if (is_sign(f, a->field, i, ',') && link == NO_LINK)
			link = COMMA;
		else if (among_words(token_text(f, a->field, i), words))
			link = COORDINATOR;
		else if (link == NO_LINK || !leads_up(f, a->field, i))
			return NO_LINK;
	}
	return link;
}

/* The candidate behind the i-th that is no remark on it: "Hazelight (It Takes Two), Ember Lab". */
static size_t next_member(const struct finder *f, size_t i)
{
	const struct candidate *c = f->candidates;
	size_t from = c[i].behind == c[i].end ? behind_remark(f, c[i].field, c[i].end) : c[i].behind, k = i + 1;
	while (k < f->candidate_count && c[k].field == c[i].field && c[k].first < from)
		k++;
	return k < f->candidate_count ? k : i + 1;
}

/* Candidate i and the next one are members of one list. A comma alone may also part clauses, "founded by A and B, C sells shoes". */
static bool coordinated(const struct finder *f, size_t i)
{
	const struct candidate *c = f->candidates;
	size_t k = next_member(f, i);
	enum link link = k < f->candidate_count ? link_between(f, &c[i], &c[k]) : NO_LINK;
	if (link != COMMA)
		return link == COORDINATOR;
	static const char *const more[] = {".", ",", "und", "and", "e", "sowie", "oder", "or", "o", NULL};
	size_t next = c[k].behind;
	bool goes_on = next < f->a->fields[c[i].field].tokens.count && among_words(token_text(f, c[i].field, next), more);
	size_t after = next_member(f, k);
	return goes_on || (after < f->candidate_count && link_between(f, &c[k], &c[after]) != NO_LINK) ||
	       (i > 0 && link_between(f, &c[i - 1], &c[i]) == COMMA);
}

/* Two words, of which the last is none of companies. */
static bool like_person(const struct finder *f, const struct candidate *c)
{
	return c->of == NAME_CLASSES && c->entry != NO_NAME && c->last == c->first + 1 &&
	       !(f->notes[c->field][c->last].hints & HINT_TAIL) &&
	       !((f->notes[c->field][c->first].shape | f->notes[c->field][c->last].shape) & SHAPE_MIXED);
}

static bool spread_coordination(struct finder *f)
{
	size_t pairs = f->candidate_count ? f->candidate_count - 1 : 0;
	bool *joined = accord_arena_alloc(f->a->arena, pairs + 1); /* whether they are is the same forth and back */
	if (!joined)
		return false;
	for (size_t step = 0; step < 2 * pairs;
	     step++) { /* forth and back, so that a list is known by any member */
		size_t i = step < pairs ? step : 2 * pairs - 1 - step;
		if (step < pairs)
			joined[i] = coordinated(f, i);
		if (!joined[i])
			continue;
		struct candidate *a = &f->candidates[i], *b = &f->candidates[next_member(f, i)];
		bool person = a->of == NAME_PERSON || (like_person(f, a) && (a->evidence & EV_PERSON));
		if (person && like_person(f, b)) /* Deepak Garg and Gazal Kalra */
			f->entries[b->entry].evidence |= EV_PERSON;
		else if (b->of == NAME_PERSON && like_person(f, a))
			f->entries[a->entry].evidence |= EV_PERSON;
		bool left = company_candidate(f, a), right = company_candidate(f, b);
		if (a->of == NAME_COMPANY && b->of == NAME_COMPANY && a->guarded && b->guarded && !left &&
		    !right) {
			a->evidence |= EV_COORDINATION; /* Google, Apple and Tesla */
			b->evidence |= EV_COORDINATION;
		}
		if (left && !right) {
			b->evidence |= EV_COORDINATION | EV_LISTED;
			if (b->entry != NO_NAME)
				f->entries[b->entry].evidence |= EV_COORDINATION;
			if (b->entry != NO_NAME && f->language == 1 && b->first > a->end + 1) /* insieme a X e a Y: no place */
				f->entries[b->entry].evidence &= ~(uint32_t)EV_PLACE;
		} else if (right && !left) {
			a->evidence |= EV_COORDINATION | EV_LISTED;
			if (a->entry != NO_NAME)
				f->entries[a->entry].evidence |= EV_COORDINATION;
		}
	}
	return true;
}

#define LONGEST_LIST 12 /* candidates of a list that are looked at, on either side */

/*
 * "Investors include Sequoia, Accel, Insight and Battery": a common word whose capital no place explains, or a first name, in one list with two
 * companies, is a third. German nouns have capitals anyway.
 */
static void call_the_roll(struct finder *f)
{
	size_t count = f->candidate_count;
	for (size_t i = 0; f->language != 0 && i < count; i++) {
		struct candidate *c = &f->candidates[i];
		if (c->of != NAME_CLASSES || c->entry == NO_NAME || c->first != c->last || !(c->evidence & (EV_COMMON | EV_PERSON)) ||
		    f->notes[c->field][c->first].shape & SHAPE_BARE)
			continue;
		size_t companies = 0;
		for (size_t k = i; k > 0 && i - k < LONGEST_LIST && coordinated(f, k - 1); k--)
			companies += company_candidate(f, &f->candidates[k - 1]);
		for (size_t k = i; k + 1 < count && k - i < LONGEST_LIST && coordinated(f, k); k++)
			companies += company_candidate(f, &f->candidates[k + 1]);
		if (companies < 2)
			continue;
		f->entries[c->entry].evidence |= EV_INSIDE | EV_COORDINATION | EV_OWNED;
		f->entries[c->entry].evidence &= ~(uint32_t)EV_PERSON; /* Enel, Fiamma and Barilla */
	}
}

/*
 * "Microsoft, Publicis Sapient and Capgemini": what stands behind a company's name was taken for its product; between two companies of one
 * list it is a company of its own.
 */
static bool list_daughters(struct finder *f)
{
	for (size_t i = 1; i + 1 < f->candidate_count; i++) {
		struct candidate *c = &f->candidates[i];
		if (c->of != NAME_PRODUCT || c->name == NO_NAME || f->g->names[c->name].name_class != NAME_COMPANY || c->last != c->first + 1 ||
		    f->notes[c->field][c->last].hints & HINT_PRODUCT || !company_candidate(f, &f->candidates[i - 1]) ||
		    !company_candidate(f, &f->candidates[i + 1]) || !coordinated(f, i - 1) || !coordinated(f, i))
			continue;
		c->of = NAME_CLASSES;
		c->name = c->company = NO_NAME;
		c->evidence = EV_COORDINATION;
		if (!enter(f, c))
			return false;
		f->entries[c->entry].evidence |= EV_COORDINATION;
	}
	return true;
}

static bool behind_article(const struct finder *f, const struct candidate *c)
{
	return c->first > 0 && (word_bits(f->a->grammar, &f->a->fields[c->field].raw[c->first - 1]) & W_DETERMINER);
}

static bool weigh_candidates(struct finder *f)
{
	for (size_t i = 0; i < f->candidate_count; i++) {
		struct candidate *c = &f->candidates[i];
		if (c->of == NAME_CLASSES || c->guarded || c->of == NAME_MEDIUM || c->of == NAME_PRODUCT)
			c->evidence = evidence_around(f, c);
		/* A paper that is bought, or named with its legal form, is a company; one that reports is
		 * none. */
		if (c->of == NAME_MEDIUM && !(c->evidence & EV_SOURCE) &&
		    (c->evidence & (EV_EXCHANGE | EV_HEAD)))
			c->of = NAME_CLASSES;
		/* What a product is called, its maker may be: MySQL, the Swedish database firm; not an iPhone. */
		if (c->of == NAME_PRODUCT && c->name != NO_NAME && !behind_article(f, c) &&
		    (c->evidence & (EV_APPOSITION | EV_EXCHANGE | EV_OFFICE)))
			c->of = NAME_CLASSES;
		if (c->of == NAME_CLASSES && !enter(f, c))
			return false;
		if (c->of == NAME_CLASSES) {
			struct entry *e = &f->entries[c->entry];
			e->evidence |= c->evidence;
			e->fields |= (uint8_t)(1u << c->field);
			if (c->evidence & EV_LEGAL_FORM)
				legal_form_end(f, c->field, c->last + 1, &e->legal_country);
		}
	}
	return true;
}

/* ---- short forms, genitives, surnames
 * -------------------------------------------------------------------------- */

/* Entry `e` stands for what `of` stands for; candidates follow at the end, in follow_joins. */
static void join(struct finder *f, uint32_t e, uint32_t of, bool genitive)
{
	if (e == of || f->entries[of].joined != NO_NAME)
		return;
	f->entries[e].joined = of;
	f->entries[e].genitive = genitive;
	f->entries[e].of = NAME_CLASSES;
}

static void follow_joins(struct finder *f)
{
	for (size_t i = 0; i < f->candidate_count; i++) {
		struct candidate *c = &f->candidates[i];
		for (int steps = 0;
		     steps < 4 && c->entry != NO_NAME && f->entries[c->entry].joined != NO_NAME; steps++) {
			c->genitive |= f->entries[c->entry].genitive;
			c->entry = f->entries[c->entry].joined;
		}
	}
}

/* German "Yogitechs": the entry without the s, if there is one or the dictionary has none of the two. */
static void join_genitives(struct finder *f)
{
	for (uint32_t i = 0; f->language != 1 && i < f->entry_count; i++) {
		struct entry *e = &f->entries[i];
		if (e->key.len < 4 || e->key.data[e->key.len - 1] != 's')
			continue;
		struct entry *stem = entry_by_key(f, (accord_slice){e->key.data, e->key.len - 1});
		if (!stem)
			continue;
		stem->evidence |= (e->evidence & ~(uint32_t)EV_COMMON) | EV_POSSESSIVE;
		join(f, i, (uint32_t)(stem - f->entries), true);
	}
}

static void decide_entries(struct finder *f)
{
	for (size_t i = 0; i < f->entry_count; i++)
		if (is_company(f, &f->entries[i]))
			f->entries[i].of = NAME_COMPANY;
		else if (f->entries[i].evidence & EV_CLUB)
			f->entries[i].of = NAME_ORGANIZATION;
}

/* The last token that a candidate shares with a company's name, both from their beginning: the candidate's own last one at least. */
static uint32_t shared_end(const struct finder *f, const struct candidate *c, accord_slice name)
{
	const accord_tokens *t = &f->a->fields[c->field].tokens;
	accord_slice text = f->a->fields[c->field].text;
	uint32_t start = t->items[c->first].start, last = c->first;
	size_t common = 0;
	while (common < name.len && start + common < text.len && text.data[start + common] == name.data[common])
		common++;
	for (uint32_t i = c->first; i < t->count && t->items[i].end - start <= common; i++) {
		size_t len = t->items[i].end - start;
		if (len == name.len || name.data[len] == ' ')
			last = i;
	}
	return last > c->last ? last : c->last;
}

/*
 * "Dream Chip Technologies" … "Dream Chip", "der Rivale Creative Chips" … "mit Creative Chips": where common words end a name, a name of
 * the document that goes on in the same words tells how far it reaches.
 */
static void widen(struct finder *f, uint32_t entry)
{
	const struct entry *e = &f->entries[entry];
	for (size_t i = 0; i < f->candidate_count; i++) {
		struct candidate *c = &f->candidates[i];
		if ((c->of != NAME_CLASSES && c->of != NAME_PRODUCT && c->of != NAME_COMPANY) || c->entry == entry || c->end != c->last + 1 || c->dropped)
			continue;
		uint32_t last = shared_end(f, c, e->text);
		accord_slice whole = text_of(f, c);
		bool product = c->of == NAME_PRODUCT && accord_slice_equal(whole, e->text);
		if (last == c->last && !product)
			continue;
		c->last = last;
		c->end = c->behind = last + 1;
		c->of = NAME_CLASSES;
		c->entry = entry;
		c->name = c->company = NO_NAME;
		c->guarded = false;
		for (size_t k = i + 1; k < f->candidate_count && f->candidates[k].field == c->field && f->candidates[k].first <= last; k++)
			f->candidates[k].dropped = true;
	}
}

#define MOST_WIDENED 20000000 /* names times candidates of a document, beyond which it is no article */

static void widen_short_forms(struct finder *f)
{
	if (f->entry_count && f->candidate_count > MOST_WIDENED / f->entry_count)
		return;
	for (uint32_t i = 0; i < f->entry_count; i++)
		if (f->entries[i].of == NAME_COMPANY && memchr(f->entries[i].text.data, ' ', f->entries[i].text.len))
			widen(f, i);
}

/* ---- names in small letters
 * -------------------------------------------------------------------------------------- */

static bool spelled_at(const struct finder *f, int field, size_t at, const struct candidate *c)
{
	const struct field *in = &f->a->fields[field];
	const struct token_word *first = f->a->fields[c->field].words[c->first], *here = in->words[at];
	if (here->head != first->head || here->len != first->len || at + (c->last - c->first) >= in->tokens.count)
		return false;
	for (size_t i = 0; i <= c->last - c->first; i++)
		if (!accord_slice_equal(token_text(f, field, at + i), token_text(f, c->field, c->first + i)))
			return false;
	return true;
}

static bool taken(const struct finder *f, int field, size_t first, size_t last)
{
	for (size_t i = 0; i < f->candidate_count; i++)
		if (f->candidates[i].field == field && f->candidates[i].first <= last &&
		    first < f->candidates[i].end)
			return true;
	return false;
}

static int by_field_and_place(const void *x, const void *y)
{
	const struct candidate *a = x, *b = y;
	if (a->field != b->field)
		return a->field < b->field ? -1 : 1;
	return a->first < b->first ? -1 : a->first > b->first;
}

/* Whether only words of the name itself were taken for names there: they give way. */
static bool gives_way(struct finder *f, int field, size_t first, size_t last)
{
	for (size_t i = 0; i < f->candidate_count; i++) {
		const struct candidate *c = &f->candidates[i];
		if (c->field == field && c->first <= last && first < c->end &&
		    (c->of != NAME_CLASSES || c->first < first || c->end > last + 1 || c->last - c->first == last - first))
			return false;
	}
	for (size_t i = 0; i < f->candidate_count; i++)
		if (f->candidates[i].field == field && f->candidates[i].first <= last && first < f->candidates[i].end)
			f->candidates[i].dropped = true;
	return true;
}

/* A candidate for each place of the document that spells a name as `name` does and has none. */
static bool find_again(struct finder *f, struct candidate name)
{
	for (int field = 0; field < 2; field++)
		for (size_t at = 0; at < f->a->fields[field].tokens.count; at++) {
			size_t last = at + (name.last - name.first);
			if (!spelled_at(f, field, at, &name) || (taken(f, field, at, last) && !gives_way(f, field, at, last)))
				continue;
			struct candidate *again = list_push(f->a->arena, &f->candidates, &f->candidate_count,
							    &f->candidate_capacity, sizeof *again);
			if (!again)
				return false;
			*again = name;
			again->field = (uint8_t)field;
			again->first = (uint32_t)at;
			again->last = (uint32_t)last;
			again->end = again->behind = again->last + 1;
			again->evidence = 0;
			again->genitive = false;
		}
	return true;
}

static void put_in_order(struct finder *f, size_t known)
{
	if (f->candidate_count > known)
		qsort(f->candidates, f->candidate_count, sizeof *f->candidates, by_field_and_place);
}

#define LARGEST_AGAIN 8 /* names of a document that are looked for again */

/* "igus GmbH" … "igus": no capital shows such a name, so that it is looked for where its legal form is left
 * out. */
static bool find_small_again(struct finder *f)
{
	size_t known = f->candidate_count, names = 0;
	for (size_t i = 0; i < known && names < LARGEST_AGAIN; i++) {
		struct candidate c = f->candidates[i];
		if (c.of != NAME_CLASSES || !(c.evidence & EV_LEGAL_FORM) ||
		    (token_at(f, c.field, c.first)->flags & (ACCORD_TOKEN_CAPITAL | ACCORD_TOKEN_MIXED)))
			continue;
		names++;
		if (!find_again(f, c))
			return false;
	}
	put_in_order(f, known);
	return true;
}

/*
 * "La società vicentina Officina Stellare …" "Officina Stellare e Leonardo hanno …": common words are no name at the beginning of a sentence,
 * unless they are one elsewhere.
 */
static bool find_common_again(struct finder *f)
{
	size_t known = f->candidate_count, names = 0;
	for (size_t i = 0; i < known && names < LARGEST_AGAIN; i++) {
		struct candidate c = f->candidates[i];
		if (c.of != NAME_CLASSES || c.entry == NO_NAME || c.last == c.first || c.last - c.first > 3 || c.dropped ||
		    f->entries[c.entry].of != NAME_COMPANY || !common_word(f, c.field, c.first))
			continue;
		names++;
		if (!find_again(f, c))
			return false;
	}
	put_in_order(f, known);
	return f->candidate_count == known || spread_coordination(f);
}

static bool surname(const struct finder *f, uint32_t word)
{
	for (size_t i = 0; i < f->surname_count; i++)
		if (f->surnames[i] == word)
			return true;
	return false;
}

/* Surnames that are words of the vocabulary, and so may be a company's name: a small set by their number. */
static void note_surname(struct finder *f, const struct candidate *person)
{
	uint32_t word = f->words[person->field].word[person->last];
	if (word && f->surname_count < LARGEST_SURNAMES && !surname(f, word))
		f->surnames[f->surname_count++] = word;
}

/* A company of the files that is called like a person of the document, Schlecker, needs evidence at each
 * place. */
static void doubt_namesakes(struct finder *f)
{
	for (size_t i = 0; i < f->candidate_count; i++) {
		struct candidate *c = &f->candidates[i];
		if (c->of != NAME_COMPANY || c->first != c->last || c->end > c->last + 1 || c->guarded ||
		    !surname(f, f->words[c->field].word[c->first]))
			continue;
		c->guarded = true;
		c->evidence = evidence_around(f, c) | EV_PERSON;
	}
}

/* Surnames of the document's persons: a later "Cook" is the person, unless it is a company by its own
 * evidence. */
static void find_surnames(struct finder *f)
{
	for (size_t i = 0; i < f->candidate_count; i++) {
		const struct candidate *c = &f->candidates[i];
		if (c->of != NAME_PERSON || c->last == c->first)
			continue;
		accord_slice key = key_of(f, token_text(f, c->field, c->last));
		struct entry *e = key.data ? entry_by_key(f, key) : NULL;
		note_surname(f, c);
		if (e && (e->of == NAME_CLASSES ||
			  !(e->evidence & (EV_LEGAL_FORM | EV_EXCHANGE | EV_DESCRIPTION | EV_HEAD))))
			e->of = NAME_PERSON;
	}
	doubt_namesakes(f);
}

/* Whether a name's words from `first` on only say what kind of company it is: Satcon | Technology. */
static bool only_tails(const struct finder *f, const struct candidate *c, size_t first)
{
	for (size_t i = first; i <= c->last; i++)
		if (!(f->notes[c->field][i].hints & HINT_TAIL))
			return false;
	return true;
}

/* "Goodgame" for "Goodgame Studios": the first words of a company's name, if they are an entry of their own.
 */
static void join_short_forms(struct finder *f)
{
	for (size_t i = 0; i < f->candidate_count; i++) {
		const struct candidate *c = &f->candidates[i];
		if (c->entry == NO_NAME || f->entries[c->entry].of != NAME_COMPANY || c->last == c->first)
			continue;
		struct candidate part = *c;
		for (part.last = c->first; part.last < c->last; part.last++) {
			accord_slice key = key_of(f, text_of(f, &part));
			struct entry *e = key.data ? entry_by_key(f, key) : NULL;
			if (f->notes[c->field][part.last].hints & HINT_DESCRIPTION && part.last == c->first)
				continue; /* "Fondo" is no Fondo Italia Venture */
			uint32_t index = e ? (uint32_t)(e - f->entries) : NO_NAME;
			bool same = e && (e->of != NAME_COMPANY || only_tails(f, c, part.last + 1));
			if (e && same && index != c->entry && !(e->evidence & (EV_PERSON | EV_PLACE)))
				join(f, index, c->entry, false);
		}
	}
}

/* "Epic" for "Epic Games", which the files know: its first words, where they are no name that the document explains otherwise. */
static void join_known_short_forms(struct finder *f)
{
	const uint32_t others = EV_PERSON | EV_PLACE | EV_CLUB | EV_PRODUCT;
	for (size_t i = 0; i < f->candidate_count; i++) {
		const struct candidate *c = &f->candidates[i];
		if (c->of != NAME_COMPANY || c->entry != NO_NAME || c->dropped || c->guarded || c->last == c->first)
			continue;
		struct candidate part = *c;
		for (part.last = c->first; part.last < c->last; part.last++) {
			accord_slice key = key_of(f, text_of(f, &part));
			struct entry *e = key.data ? entry_by_key(f, key) : NULL;
			bool title = f->notes[c->field][c->first].hints & HINT_TITLE;
			bool plain = e && e->evidence & EV_COMMON && !only_tails(f, c, part.last + 1);
			if (!e || e->of != NAME_CLASSES || e->joined != NO_NAME || e->evidence & others || title || plain)
				continue;
			e->known = c->company;
			e->of = NAME_COMPANY;
		}
	}
}

/* Whether `form` is what a name is shortened to: its first letters, or its beginning. */
static bool abbreviates(struct finder *f, const struct candidate *form, const struct candidate *name)
{
	accord_slice text = text_of(f, form), whole = key_of(f, text_of(f, name)), part = key_of(f, text);
	if (form->first != form->last || !whole.data || !part.data || part.len < 2)
		return false;
	if (part.len > 2 && part.len < whole.len && !memcmp(part.data, whole.data, part.len))
		return true;
	size_t letters = 0;
	for (size_t i = name->first; i < name->end && letters < part.len; i++) {
		accord_slice word = key_of(f, token_text(f, name->field, i));
		if (word.len && word.data[0] == part.data[letters])
			letters++;
	}
	return letters == part.len &&
	       (f->a->fields[form->field].tokens.items[form->first].flags & ACCORD_TOKEN_UPPER);
}

/* "Modern Times Group (MTG)", "Hamburger Sparkasse AG (Haspa)": from then on the short form is the company.
 */
static void join_bracketed(struct finder *f)
{
	for (size_t i = 0; i + 1 < f->candidate_count; i++) {
		const struct candidate *a = &f->candidates[i], *b = &f->candidates[i + 1];
		const accord_tokens *t = &f->a->fields[a->field].tokens;
		if (a->field != b->field || b->first != a->end + 1 || b->of != NAME_CLASSES ||
		    b->entry == NO_NAME || b->end >= t->count ||
		    !accord_slice_is(token_text(f, a->field, a->end), "(") ||
		    !accord_slice_is(token_text(f, a->field, b->end), ")") || !company_candidate(f, a) ||
		    !abbreviates(f, b, a))
			continue;
		if (a->of == NAME_COMPANY)
			f->entries[b->entry].known = a->company;
		else
			join(f, b->entry, a->entry, false);
		f->entries[b->entry].of = NAME_COMPANY;
	}
}

/* ---- companies of the document
 * --------------------------------------------------------------------------------- */

static accord_slice name_in_document(struct finder *f, uint32_t company)
{
	struct use *use = use_of(f, company);
	if (use && !use->today && use->former != NO_NAME)
		return f->g->names[use->former].text;
	if (use && !use->plain && use->whole.len)
		return use->whole;
	return f->g->companies[company].name;
}

static uint32_t add_company(struct finder *f, struct company company)
{
	struct analysis *a = f->a;
	struct company *place =
		list_push(a->arena, &a->companies, &a->company_count, &a->company_capacity, sizeof *place);
	if (!place)
		return NO_NAME;
	*place = company;
	a->business |= company.known;
	return (uint32_t)a->company_count - 1;
}

/* The document's number of a company of the files. */
static uint32_t known_company(struct finder *f, uint32_t index)
{
	struct use *use = use_of(f, index);
	if (!use || use->number != NO_NAME)
		return use ? use->number : NO_NAME;
	const accord_known_company *k = &f->g->companies[index];
	struct company company = {
		.id = k->id, .name = name_in_document(f, index), .kind = k->kind, .known = true, .listed = k->ticker.len > 0};
	char *country =
		accord_arena_copy(f->a->arena, k->country.data ? k->country.data : "", k->country.len);
	company.country = country ? country : "";
	return use->number = add_company(f, company);
}

/* "Müller & Söhne" -> "mueller-soehne" */
static accord_slice slug_of(struct finder *f, accord_slice name)
{
	accord_slice folded = accord_text_fold(f->a->arena, name);
	char *slug = accord_arena_alloc(f->a->arena, folded.len * 3 + 2);
	size_t n = 0;
	for (size_t i = 0, size; slug && i < folded.len; i += size) {
		uint32_t point = accord_utf8_decode(folded.data, folded.len, i, &size);
		const char *spelled = point == 0xE4   ? "ae"
				      : point == 0xF6 ? "oe"
				      : point == 0xFC ? "ue"
				      : point == 0xDF ? "ss"
						      : NULL;
		if (spelled) {
			memcpy(slug + n, spelled, 2);
			n += 2;
			continue;
		}
		accord_slice plain =
			size > 1 ? accord_text_fold_loose(f->a->arena, (accord_slice){folded.data + i, size})
				 : (accord_slice){folded.data + i, size};
		for (size_t k = 0; k < plain.len && k < 3; k++) {
			char c = plain.data[k];
			if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
				slug[n++] = c;
			else if (accord_is_letter(point) && (unsigned char)c >= 0x80)
				slug[n++] = c;
			else if (n && slug[n - 1] != '-' && !strchr(".'", c))
				slug[n++] = '-';
		}
	}
	while (n && slug[n - 1] == '-')
		n--;
	if (!n && slug)
		slug[n++] = 'x';
	return (accord_slice){slug, n};
}

static uint32_t unknown_company(struct finder *f, uint32_t entry)
{
	struct entry *e = &f->entries[entry];
	if (e->known != NO_NAME)
		return known_company(f, e->known);
	if (e->company != NO_NAME)
		return e->company;
	struct company company = {.id = slug_of(f, e->text), .name = e->text, .country = "", .known = false};
	if (!company.id.data)
		return NO_NAME;
	if (e->legal_country) {
		char code[2] = {(char)(e->legal_country >> 8), (char)e->legal_country};
		char *country = accord_arena_copy(f->a->arena, code, 2);
		company.country = country ? country : "";
	}
	return e->company = add_company(f, company);
}

/* ---- mentions
 * -------------------------------------------------------------------------------------------------- */

static bool possessive_mark(const struct finder *f, int field, size_t token)
{
	const accord_tokens *tokens = &f->a->fields[field].tokens;
	if (token >= tokens->count ||
	    (tokens->items[token].flags & (ACCORD_TOKEN_SPACE | ACCORD_TOKEN_SENTENCE)))
		return false;
	accord_slice t = token_text(f, field, token);
	bool mark = t.data[0] == '\'' || (t.len >= 3 && !memcmp(t.data, "\xE2\x80\x99", 3));
	if (!mark)
		return false;
	if (t.len == 2 || t.len == 4)
		return t.data[t.len - 1] == 's' || t.data[t.len - 1] == 'S';
	/* Siemens' Sparte, but not 'Siemens' */
	uint32_t end = tokens->items[token].start;
	return f->language != 1 && end && f->a->fields[field].text.data[end - 1] == 's' &&
	       tokens->items[token].kind == ACCORD_TOKEN_PUNCT;
}

static int item_kind(const struct finder *f, const struct candidate *c)
{
	switch (c->of) {
	case NAME_COMPANY:
	case NAME_EPITHET:
		return ACCORD_ITEM_COMPANY;
	case NAME_PRODUCT:
		return ACCORD_ITEM_PRODUCT;
	case NAME_MEDIUM:
	case NAME_ORGANIZATION:
		return ACCORD_ITEM_ORGANIZATION;
	case NAME_PLACE:
		return ACCORD_ITEM_PLACE;
	case NAME_PERSON:
		return ACCORD_ITEM_PERSON;
	default:
		break;
	}
	switch (f->entries[c->entry].of) {
	case NAME_COMPANY:
		return ACCORD_ITEM_COMPANY;
	case NAME_PERSON:
		return ACCORD_ITEM_PERSON;
	case NAME_ORGANIZATION:
		return ACCORD_ITEM_ORGANIZATION;
	default:
		return ACCORD_ITEM_NAME;
	}
}

/* "… der Yogitech Inc." at the end of a sentence: the point is the sentence's. */
static bool sentence_point(const struct finder *f, const struct candidate *c)
{
	const accord_tokens *t = &f->a->fields[c->field].tokens;
	accord_slice form = token_text(f, c->field, c->end - 1);
	bool last = c->end >= t->count || (t->items[c->end].flags & ACCORD_TOKEN_SENTENCE);
	bool capitals = true; /* AG, SE, GmbH have no point of their own */
	for (size_t i = 0; i + 1 < form.len; i++)
		capitals &= (form.data[i] >= 'A' && form.data[i] <= 'Z') ||
			    (form.data[i] == 'm' && form.len == 5);
	return (last || capitals) && form.len > 1 && form.data[form.len - 1] == '.' &&
	       !memchr(form.data, '.', form.len - 1);
}

/*
 * Whether an unknown name is no company by itself: a dictionary has all its words ("Pages", "Greensboro"), or
 * it is two or more words of which none is common, as persons' names are ("Marla Keene").
 */
static bool doubtful_name(struct finder *f, const struct candidate *c)
{
	size_t words = 0, common = 0, known = 0;
	for (size_t i = c->first; i <= c->last; i++) {
		if (!name_like(f, c->field, i))
			continue;
		bool plain = common_word(f, c->field, i) || english_word(f, c, i);
		words++;
		common += plain || f->notes[c->field][i].shape & SHAPE_MIXED;
		known += plain || f->notes[c->field][i].shape & SHAPE_PROPER;
	}
	return known == words || (words > 1 && !common);
}

/* "Xbox Live", "Windows Phone": a product that the files know, or a word of products behind a name; what else stands there may be a daughter. */
static bool sure_product(const struct finder *f, const struct candidate *c)
{
	const uint32_t bits = word_bits(f->a->grammar, &f->a->fields[c->field].raw[c->last]);
	return c->of == NAME_PRODUCT && (c->name == NO_NAME || f->g->names[c->name].name_class != NAME_COMPANY ||
					 f->notes[c->field][c->last].hints & HINT_PRODUCT || bits & W_DEMONYM);
}

static bool emit(struct finder *f, const struct candidate *c, struct mention *m)
{
	const accord_token *tokens = f->a->fields[c->field].tokens.items;
	*m = (struct mention){.first = c->first,
			      .last = c->end - 1,
			      .start = tokens[c->first].start,
			      .end = tokens[c->end - 1].end,
			      .kind = (uint8_t)item_kind(f, c),
			      .genitive = c->genitive,
			      .doubtful = (item_kind(f, c) == ACCORD_ITEM_NAME && doubtful_name(f, c)) || sure_product(f, c),
			      .reference = c->of == NAME_EPITHET,
			      .company = NO_NAME};
	if (c->genitive && c->end == c->last + 1)
		m->end--;
	else if (c->end > c->last + 1 && sentence_point(f, c))
		m->end--;
	if (possessive_mark(f, c->field, c->end)) {
		m->last++;
		m->genitive = true;
	}
	if (m->kind == ACCORD_ITEM_COMPANY && c->behind > c->end)
		m->last = c->behind - 1; /* the item takes the ticker in, the mention does not */
	if (m->kind == ACCORD_ITEM_COMPANY) {
		m->company =
			c->entry == NO_NAME ? known_company(f, c->company) : unknown_company(f, c->entry);
		if (m->company == NO_NAME)
			return false;
	}
	return true;
}

static bool emit_field(struct finder *f, int field)
{
	struct field *in = &f->a->fields[field];
	in->mentions = accord_arena_alloc(f->a->arena, (f->candidate_count + 1) * sizeof *in->mentions);
	in->mention_count = 0;
	if (!in->mentions)
		return false;
	for (size_t i = 0; i < f->candidate_count; i++) {
		const struct candidate *c = &f->candidates[i];
		if (c->field == field && !c->dropped && !emit(f, c, &in->mentions[in->mention_count++]))
			return false;
	}
	return true;
}

accord_status find_names(struct analysis *a, const struct accord_gazetteer *gazetteer)
{
	struct finder f = {.a = a, .g = gazetteer, .language = language_index(a->lang)};
	f.dictionary = gazetteer->dictionaries[f.language];
	for (int field = 0; field < 2; field++)
		if (!annotate_field(&f, field) || !collect_candidates(&f, field))
			return ACCORD_ENOMEM;
	if (!weigh_candidates(&f) || !find_small_again(&f))
		return ACCORD_ENOMEM;
	note_meant(&f);
	join_genitives(&f);
	if (!spread_coordination(&f) || !list_daughters(&f))
		return ACCORD_ENOMEM;
	call_the_roll(&f);
	decide_entries(&f);
	widen_short_forms(&f);
	if (!find_common_again(&f))
		return ACCORD_ENOMEM;
	find_surnames(&f);
	join_short_forms(&f);
	join_known_short_forms(&f);
	join_bracketed(&f);
	follow_joins(&f);
	judge_known(&f);
	note_names(&f);
	return emit_field(&f, 0) && emit_field(&f, 1) ? ACCORD_OK : ACCORD_ENOMEM;
}
