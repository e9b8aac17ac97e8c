/*
 * Tokens and what was found in them become the items of sentences: every name, amount and date is one item, and a
 * coordination of companies ("A, B und C") is one company item with several entities.
 *
 *   Microsoft | und | Nokia | zahlen | 1,2 Mrd. Dollar     5 items
 *   [Microsoft und Nokia] | zahlen | [1,2 Mrd. Dollar]     3 items
 */
#include "analysis.h"

#include <string.h>

void *list_push(accord_arena *arena, void *array_pointer, size_t *count, size_t *capacity, size_t size)
{
	void *array;
	memcpy(&array, array_pointer, sizeof array);
	if (*count == *capacity) {
		size_t larger = *capacity ? *capacity * 2 : 16;
		array = accord_arena_grow(arena, array, *capacity * size, larger * size);
		if (!array)
			return NULL;
		memcpy(array_pointer, &array, sizeof array);
		*capacity = larger;
	}
	return (char *)array + size * (*count)++;
}

uint32_t add_ref(struct analysis *a, accord_field in, uint32_t start, uint32_t end, uint32_t company, bool reference)
{
	size_t companies = a->ref_count;
	uint32_t *of = list_push(a->arena, &a->ref_companies, &companies, &a->ref_company_capacity, sizeof *of);
	accord_company_mention *ref = list_push(a->arena, &a->refs, &a->ref_count, &a->ref_capacity, sizeof *ref);
	if (!of || !ref)
		return UINT32_MAX;
	const struct company *c = &a->companies[company];
	*of = company;
	*ref = (accord_company_mention){{in, start, end}, c->id, c->name, c->known, reference};
	return (uint32_t)a->ref_count - 1;
}

/* Where the walk through a field's findings stands; each list is in order of place. */
struct cursor {
	size_t mention, date, amount;
	uint32_t next; /* no finding begins between the last token that was asked for and this byte */
};

/* What begins at a token, the longest of it. */
struct found {
	uint32_t end; /* byte behind it; 0 if nothing begins here */
	uint8_t kind;
	uint32_t index;
};

static void longer(struct found *best, uint32_t end, uint8_t kind, size_t index)
{
	if (end > best->end)
		*best = (struct found){end, kind, (uint32_t)index};
}

/* Whether a name begins with a point of the compass, as "South African" does. */
static bool points(const struct analysis *a, const struct field *f, const struct mention *m)
{
	static const char *const words[] = {"South", "North", "East", "West", "Latin", "Central"};
	for (size_t i = 0; !strcmp(a->lang, "en") && i < sizeof words / sizeof *words; i++)
		if (accord_slice_is(f->raw[m->first].text, words[i]))
			return true;
	return false;
}

static bool capital_at(const struct field *f, size_t token)
{
	return token < f->tokens.count && f->raw[token].kind == ACCORD_ITEM_WORD && (f->raw[token].flags & ACCORD_ITEM_CAPITAL);
}

/* "Sunnyvale, CA-based", "Brisbane, Australia-based": the tokens from the comma behind `town` up to "based", 0 if there is no such. */
static size_t seat_with_state(const struct analysis *a, const struct field *f, size_t town)
{
	if (strcmp(a->lang, "en") != 0 || town + 4 >= f->tokens.count || !accord_slice_is(f->raw[town + 1].text, ",") ||
	    !capital_at(f, town + 2))
		return 0;
	size_t hyphen = town + 3 + capital_at(f, town + 3); /* "Los Gatos, New Mexico-based" */
	return hyphen + 1 < f->tokens.count && accord_slice_is(f->raw[hyphen].text, "-") &&
	                       accord_slice_is(f->raw[hyphen + 1].text, "based")
	               ? hyphen + 1 - town
	               : 0;
}

#define TOWN_WORDS 3

/* The tokens of ", CA", ", Calif.", ", New Jersey" behind `town`, where a preposition governs it; 0 if no state (class) follows. */
static size_t state_behind(const struct analysis *a, const struct field *f, size_t first, size_t town)
{
	if (!first || town + 2 >= f->tokens.count || !accord_slice_is(f->raw[town + 1].text, ",") ||
	    !capital_at(f, town + 2) || !(word_bits(a->grammar, &f->raw[first - 1]) & W_PREPOSITION))
		return 0;
	uint32_t states = accord_rules_class(a->rules, "state");
	const accord_item *state = &f->raw[town + 2];
	bool short_form = state->text.len == 2 && !(state->text.data[1] >= 'A' && state->text.data[1] <= 'Z');
	if (!states || short_form || !state->word || !accord_rules_in_class(a->rules, state->word, states, UINT32_MAX))
		return 0;
	bool abbreviated = town + 4 < f->tokens.count && accord_slice_is(f->raw[town + 3].text, ".") &&
	                   accord_slice_is(f->raw[town + 4].text, ",");
	return 2 + abbreviated;
}

static bool people(const struct analysis *a, const struct field *f, size_t token)
{
	return (word_bits(a->grammar, &f->raw[token]) & W_DEMONYM) || accord_slice_is(f->raw[token].text, "-");
}

/* "Swiss healthcare company Roche": a firm's name that is used as the adjective it is too (English). */
static bool used_as_adjective(const struct analysis *a, const struct field *f, const struct mention *m)
{
	if (strcmp(a->lang, "en") != 0 || m->first != m->last || m->genitive || m->last + 1 >= f->tokens.count)
		return false;
	const accord_item *next = &f->raw[m->last + 1];
	return (word_bits(a->grammar, &f->raw[m->last]) & W_DEMONYM) && next->kind == ACCORD_ITEM_WORD &&
	       !(next->flags & ACCORD_ITEM_CAPITAL) &&
	       !(word_bits(a->grammar, next) & (W_FINITE | W_AUXILIARY | W_PREPOSITION | W_COORDINATOR));
}

/* "Japanese", "Berliner", "Karlstad-based": a word for a people or a place that was taken for an unknown name. */
static bool mere_demonym(const struct analysis *a, const struct field *f, const struct mention *m)
{
	if (m->kind != ACCORD_ITEM_COMPANY && m->kind != ACCORD_ITEM_NAME)
		return false;
	if (used_as_adjective(a, f, m))
		return true;
	if (m->kind == ACCORD_ITEM_COMPANY && a->companies[m->company].known)
		return false;
	if (state_behind(a, f, m->first, m->last))
		return true; /* "of Surfside Beach, S.C." */
	bool hyphened = m->last == m->first + 2 && people(a, f, m->first) && people(a, f, m->first + 1);
	if (m->last > m->first + points(a, f, m) && !hyphened) /* "Italian-American" */
		return false;
	if (seat_with_state(a, f, m->last))
		return true; /* "Salem, NH-based LNX" */
	if (m->last + 2 < f->tokens.count && accord_slice_is(f->raw[m->last + 1].text, "-") &&
	    accord_slice_is(f->raw[m->last + 2].text, "based"))
		return true; /* "Karlstad-based Embracer" */
	return word_bits(a->grammar, &f->raw[m->last]) & W_DEMONYM;
}

/* The byte at which the next finding begins. */
static uint32_t next_finding(const struct analysis *a, const struct field *f, const struct cursor *at)
{
	uint32_t next = UINT32_MAX;
	if (at->mention < f->mention_count)
		next = f->tokens.items[f->mentions[at->mention].first].start;
	if (at->amount < f->amount_count && a->amounts[f->first_amount + at->amount].span.start < next)
		next = a->amounts[f->first_amount + at->amount].span.start;
	if (at->date < f->date_count && a->dates[f->first_date + at->date].span.start < next)
		next = a->dates[f->first_date + at->date].span.start;
	return next;
}

static struct found found_at(const struct analysis *a, const struct field *f, struct cursor *at, size_t token)
{
	struct found best = {0};
	uint32_t start = f->tokens.items[token].start;
	if (start < at->next)
		return best;
	while (at->mention < f->mention_count && f->mentions[at->mention].first < token)
		at->mention++;
	if (at->mention < f->mention_count && f->mentions[at->mention].first == token &&
	    !mere_demonym(a, f, &f->mentions[at->mention]))
		longer(&best, f->tokens.items[f->mentions[at->mention].last].end,
		       f->mentions[at->mention].kind, at->mention);
	while (at->amount < f->amount_count && a->amounts[f->first_amount + at->amount].span.start < start)
		at->amount++;
	if (at->amount < f->amount_count && a->amounts[f->first_amount + at->amount].span.start == start)
		longer(&best, a->amounts[f->first_amount + at->amount].span.end, ACCORD_ITEM_AMOUNT,
		       f->first_amount + at->amount);
	while (at->date < f->date_count && a->dates[f->first_date + at->date].span.start < start)
		at->date++;
	if (at->date < f->date_count && a->dates[f->first_date + at->date].span.start == start)
		longer(&best, a->dates[f->first_date + at->date].span.end, ACCORD_ITEM_DATE,
		       f->first_date + at->date);
	at->next = best.end ? 0 : next_finding(a, f, at);
	return best;
}

static bool percent_sign(const accord_item *item)
{
	static const char *const words[] = {"%", "Prozent", "percent", "pct", "pc"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (accord_slice_is(item->text, words[i]))
			return true;
	return false;
}

/* "15,75 %", "20 Prozent", "51 per cent", "per cento": how many tokens it takes, 0 if it is none. */
static size_t percent_at(const struct field *f, size_t token, size_t end)
{
	if (f->raw[token].kind != ACCORD_ITEM_NUMBER || token + 1 >= end)
		return 0;
	if (percent_sign(&f->raw[token + 1]))
		return 2;
	if (token + 2 < end && accord_slice_is(f->raw[token + 1].text, "per") &&
	    (accord_slice_is(f->raw[token + 2].text, "cent") || accord_slice_is(f->raw[token + 2].text, "cento")))
		return 3;
	return 0;
}

static void extend(const struct field *f, accord_item *item, uint32_t end)
{
	item->end = end;
	item->expressions = 0; /* of another text */
	item->text = (accord_slice){f->text.data + item->start, end - item->start};
}

/* "MTF-Gruppe", "VW-Konzern": the compound means the company itself (the class `group_noun`). */
static bool group_behind(const struct analysis *a, const struct field *f, size_t token, size_t end)
{
	uint32_t nouns = accord_rules_class(a->rules, "group_noun");
	return nouns && token + 1 < end && accord_slice_is(f->raw[token].text, "-") &&
	       !(f->raw[token].flags & ACCORD_ITEM_SPACE) && !(f->raw[token + 1].flags & ACCORD_ITEM_SPACE) &&
	       f->raw[token + 1].word && accord_rules_in_class(a->rules, f->raw[token + 1].word, nouns, UINT32_MAX);
}

/* Whether a comma and another capital follow a word with a capital, or the next words that have one: "Los Gatos, CA". */
static bool maybe_town(const struct field *f, size_t token)
{
	for (size_t word = 0; word < TOWN_WORDS && capital_at(f, token); word++, token++)
		if (capital_at(f, token + 2) && accord_slice_is(f->raw[token + 1].text, ","))
			return true;
	return false;
}

/* A token that is an item by itself: nothing was found in it, and it is no percentage and no town. */
static inline bool stands_alone(const struct field *f, const struct cursor *at, size_t token)
{
	const accord_item *item = &f->raw[token];
	return item->start < at->next && item->kind != ACCORD_ITEM_NUMBER &&
	       (!(item->flags & ACCORD_ITEM_CAPITAL) || !maybe_town(f, token));
}

/* One item for what begins at `token`; moves the token behind it. */
static bool take_item(struct analysis *a, struct field *f, struct cursor *at, size_t *token, size_t end,
                      accord_item *item)
{
	*item = f->raw[*token];
	struct found best = found_at(a, f, at, *token);
	size_t percent = percent_at(f, *token, end);
	if (percent && f->tokens.items[*token + percent - 1].end >= best.end) {
		item->kind = ACCORD_ITEM_PERCENT;
		*token += percent;
		extend(f, item, f->tokens.items[*token - 1].end);
		return true;
	}
	size_t town = best.end && (best.kind == ACCORD_ITEM_PLACE || best.kind == ACCORD_ITEM_NAME) ? f->mentions[best.index].last
	              : !best.end && capital_at(f, *token)                                          ? *token
	                                                                                            : end;
	size_t seat = town < end ? seat_with_state(a, f, town) : 0;
	for (size_t word = 0; !seat && town < end && word < TOWN_WORDS; word++) { /* "of Los Gatos, CA" */
		seat = state_behind(a, f, *token, town);
		if (seat || best.end || !capital_at(f, town + 1))
			break;
		town++;
	}
	if (seat && town + seat < end) { /* one word that leads up to a name, its comma included */
		item->kind = ACCORD_ITEM_PLACE;
		item->word = 0;
		*token = town + seat + 1;
		extend(f, item, f->tokens.items[*token - 1].end);
		return true;
	}
	(*token)++;
	if (!best.end)
		return true;
	item->kind = best.kind;
	item->entity = best.index;
	item->entity_count = 1;
	while (*token < end && f->tokens.items[*token].start < best.end)
		(*token)++;
	bool whole = f->tokens.items[*token - 1].end == item->end;
	if (best.kind == ACCORD_ITEM_COMPANY || !whole)
		item->word = 0; /* a place or person of one word keeps it, so that its country can be asked */
	extend(f, item, f->tokens.items[*token - 1].end);
	if (best.kind == ACCORD_ITEM_AMOUNT || best.kind == ACCORD_ITEM_DATE)
		return true;
	const struct mention *m = &f->mentions[best.index];
	if (m->genitive)
		item->flags |= ACCORD_ITEM_GENITIVE;
	if (m->doubtful)
		item->flags |= ACCORD_ITEM_DOUBTFUL;
	if (best.kind == ACCORD_ITEM_COMPANY && group_behind(a, f, *token, end)) {
		*token += 2;
		extend(f, item, f->tokens.items[*token - 1].end);
	}
	if (best.kind == ACCORD_ITEM_COMPANY) {
		item->entity = add_ref(a, f->in, m->start, m->end, m->company, m->reference);
		if (m->reference)
			item->flags |= ACCORD_ITEM_REFERENCE;
		a->companies[m->company].mentions++;
	}
	return item->entity != UINT32_MAX;
}

static bool comma(const accord_item *item)
{
	return item->kind == ACCORD_ITEM_PUNCT && accord_slice_is(item->text, ",");
}

static bool coordinator(const struct analysis *a, const accord_item *item)
{
	return (word_bits(a->grammar, item) & W_COORDINATOR) || accord_slice_is(item->text, "&") || accord_slice_is(item->text, "/");
}

/* A determiner or a company noun that may stand before a member: "A und der Konkurrent B". */
static bool before_member(const struct analysis *a, const accord_item *item)
{
	uint32_t bits = word_bits(a->grammar, item);
	if ((bits & W_RELATIVE) && strcmp(a->lang, "de") != 0)
		return false; /* "A, which B and C founded" */
	if (bits & W_PREPOSITION || (bits & W_FINITE && !(bits & W_COMPANY_NOUN)))
		return false; /* "fondo" is a form of fondere too */
	return bits & (W_DETERMINER | W_COMPANY_NOUN | W_DEMONYM);
}

#define MAX_ATTRIBUTE 7

/* The hyphen of a compound: "Start-up-Finanzierer". */
static bool glued(const accord_item *item)
{
	return item->kind == ACCORD_ITEM_PUNCT && accord_slice_is(item->text, "-") && !(item->flags & ACCORD_ITEM_SPACE);
}

/* A German attribute between article and name: "und die auf Datenbanken spezialisierte B", "und der halbstaatlichen B". */
static size_t behind_attribute(const struct analysis *a, const accord_item *items, size_t count, size_t member)
{
	size_t at = member + 1;
	if (strcmp(a->lang, "de") != 0 || member >= count || !(word_bits(a->grammar, &items[member]) & W_DETERMINER))
		return 0;
	for (; at < count && at <= member + MAX_ATTRIBUTE && items[at].kind != ACCORD_ITEM_COMPANY; at++) {
		uint32_t bits = word_bits(a->grammar, &items[at]);
		bool preposition = bits & W_PREPOSITION;
		bool name = items[at].kind == ACCORD_ITEM_PLACE || items[at].kind == ACCORD_ITEM_NAME;
		if (items[at].kind != ACCORD_ITEM_WORD && !name && !glued(&items[at]))
			return 0;
		if ((preposition && at > member + 1) || (bits & (W_COORDINATOR | W_NEGATION)) ||
		    (bits & W_FINITE && !(bits & (W_PARTICIPLE | W_NOUN))))
			return 0;
	}
	if (at >= count || items[at].kind != ACCORD_ITEM_COMPANY || at == member + 1)
		return 0;
	const accord_item *last = &items[at - 1];
	bool adjective = !(last->flags & ACCORD_ITEM_CAPITAL) && last->text.data[last->text.len - 1] != 's' &&
	                 !(word_bits(a->grammar, last) & W_PREPOSITION);
	bool noun = (last->kind == ACCORD_ITEM_WORD || last->kind == ACCORD_ITEM_NAME) && last->flags & ACCORD_ITEM_CAPITAL; /* what it is: "die Finanzierer X und Y" */
	return adjective || noun || (word_bits(a->grammar, last) & (W_COMPANY_NOUN | W_DEMONYM)) ? at : 0;
}

/* "dem Blackberry-Anbieter Research in Motion": the first name only says what the other one does. */
static size_t named_kind(const accord_item *items, size_t count, size_t member)
{
	bool compound = member + 2 < count && items[member + 1].kind == ACCORD_ITEM_PUNCT &&
	                accord_slice_is(items[member + 1].text, "-") && !(items[member + 1].flags & ACCORD_ITEM_SPACE) &&
	                !(items[member + 2].flags & ACCORD_ITEM_SPACE) && items[member + 2].kind == ACCORD_ITEM_WORD;
	if (!compound)
		return member;
	return member + 3 < count && items[member + 3].kind == ACCORD_ITEM_COMPANY ? member + 3 : 0;
}

#define MEMBER_REACH 6

/* "A and South African telecom giant B", "A sowie Singapurs Staatsfonds B": a description that a word for a firm closes. */
static size_t described_member(const struct analysis *a, const accord_item *items, size_t count, size_t i)
{
	const uint32_t outside = W_FINITE | W_AUXILIARY | W_PREPOSITION | W_RELATIVE | W_COORDINATOR;
	for (size_t k = i + 1; k < count && k <= i + MEMBER_REACH; k++) {
		const accord_item *item = &items[k];
		bool owned = k > i + 2 && items[k - 2].flags & ACCORD_ITEM_GENITIVE; /* Singapurs Staatsfonds X */
		if (item->kind == ACCORD_ITEM_COMPANY)
			return owned || word_bits(a->grammar, &items[k - 1]) & W_COMPANY_NOUN ? k : 0;
		bool name = item->kind == ACCORD_ITEM_NAME || item->kind == ACCORD_ITEM_PLACE || (k > i + 1 && glued(item));
		uint32_t bits = word_bits(a->grammar, item);
		if (k > i + 1 && (bits & W_DETERMINER) && !strcmp(a->lang, "en"))
			return 0; /* "bought from A and rewarded the retailer B": a verb stands before the article */
		if (!name && (item->kind != ACCORD_ITEM_WORD || ((bits & outside) && !(bits & (W_NOUN | W_COMPANY_NOUN)))))
			return 0;
	}
	return 0;
}

/* The Italian preposition of which the word is a form, with an article or without: "dalla" is "da"; 0 if it is none. */
static char preposition_of(const struct analysis *a, const accord_item *item)
{
	static const struct {
		const char *begins;
		char preposition;
	} forms[] = {{"da", 'd'}, {"de", 'g'}, {"di", 'g'}, {"d'", 'g'}, {"co", 'c'}, {"a", 'a'}, {"su", 's'}, {"tr", 't'}, {"ne", 'n'}, {"in", 'n'}};
	if (strcmp(a->lang, "it") != 0 || !(word_bits(a->grammar, item) & W_PREPOSITION))
		return 0;
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (item->text.len >= strlen(forms[i].begins) && !memcmp(item->text.data, forms[i].begins, strlen(forms[i].begins)))
			return forms[i].preposition;
	return 0;
}

/* The company item that continues a coordination behind `i` (a comma or coordinator); 0 if none does. */
static size_t next_member(const struct analysis *a, const accord_item *items, size_t count, size_t i)
{
	size_t member = i + 1;
	if (!strcmp(a->lang, "en") && member < count && items[member].kind == ACCORD_ITEM_PLACE &&
	    (items[member].flags & ACCORD_ITEM_GENITIVE))
		member++; /* "Fiat and France's PSA" */
	while (member < count && member < i + 5 && before_member(a, &items[member]))
		member++;
	if (member > i + 1 && member < count && (word_bits(a->grammar, &items[member - 1]) & W_DEMONYM) &&
	    accord_slice_is(items[member].text, "di"))
		member++; /* "Fininvest e i francesi di Vivendi" */
	if (member < count && items[member].kind == ACCORD_ITEM_COMPANY)
		return named_kind(items, count, member);
	bool described = !strcmp(a->lang, "de") || (!strcmp(a->lang, "en") && coordinator(a, &items[i]));
	size_t found = described ? described_member(a, items, count, i) : 0;
	if (found || !strcmp(a->lang, "en"))
		return found;
	return behind_attribute(a, items, count, i + 1);
}

static bool finite_at(const struct analysis *a, const accord_item *items, size_t count, size_t i)
{
	uint32_t bits = i < count ? word_bits(a->grammar, &items[i]) : 0;
	return (bits & W_FINITE) && !(bits & (W_NOUN | W_PREPOSITION));
}

/*
 * "After they set up A, B and C went …": the comma behind A ends a clause. It does where a verb stands before A, with no
 * comma between, and another right behind the list.
 */
static bool clause_ends_behind(const struct analysis *a, const accord_item *items, size_t count, size_t i, size_t end)
{
	if (!comma(&items[i + 1]) || !finite_at(a, items, count, end + 1))
		return false;
	for (size_t k = i; k > 0 && !comma(&items[k - 1]); k--)
		if (word_bits(a->grammar, &items[k - 1]) & W_FINITE)
			return true;
	return false;
}

/* "da", "dal", "dai" are one; "von" and "vom"; "di" and "della". */
static bool same_preposition(const struct analysis *a, const accord_item *one, const accord_item *other)
{
	char italian = preposition_of(a, one);
	if (italian)
		return italian == preposition_of(a, other);
	return one->text.len > 1 && other->text.len > 1 && !memcmp(one->text.data, other->text.data, 2);
}

/*
 * "sottoscritto da A, B e dal fondo C", "geführt von A und von B": the coordinator at `link` repeats the preposition that
 * governs the list from `first` on. The place of the repeated one, or `link`.
 */
static size_t repeated_preposition(const struct analysis *a, const accord_item *items, size_t count, size_t first, size_t link)
{
	if (link + 2 >= count || !(word_bits(a->grammar, &items[link + 1]) & W_PREPOSITION))
		return link;
	size_t at = first;
	while (at > 0 && first - at < 4 && before_member(a, &items[at - 1]))
		at--;
	return at > 0 && same_preposition(a, &items[at - 1], &items[link + 1]) ? link + 1 : link;
}

/* A list "A, B, C …" that was walked from its first member: up to `commas` only commas join them, and it ends at `end`. */
struct walked_list {
	size_t first, commas, end;
};

/*
 * The end of the coordination that begins with the company at `i`: only what a coordinator closes is one, "A, B und C";
 * "A, B" alone may be anything. From any member that only commas join the walk would be the same, and is not made again.
 */
static size_t coordination_end(const struct analysis *a, const accord_item *items, size_t count, size_t i,
                               struct walked_list *list)
{
	size_t end = i, at = i;
	if (items[i].flags & ACCORD_ITEM_GENITIVE)
		return i;
	if (i > list->first && i <= list->commas)
		return list->end > i ? list->end : i;
	*list = (struct walked_list){i, i, 0};
	while (at + 1 < count) {
		bool joined = coordinator(a, &items[at + 1]);
		size_t link = at + 1;
		if (comma(&items[link]) && link + 1 < count && coordinator(a, &items[link + 1])) {
			if (at == i)
				break; /* "with A, and B": of two members a comma parts clauses */
			link++;
			joined = true;
		}
		if (!joined && !comma(&items[at + 1]))
			break;
		if (end > i && comma(&items[at + 1])) /* "A e B, e C …": what a coordinator closed is over */
			break;
		if (joined || !strcmp(a->lang, "it"))
			link = repeated_preposition(a, items, count, i, link); /* "di A, di B e di C" */
		size_t member = next_member(a, items, count, link);
		if (!member)
			break;
		at = member;
		if (joined)
			end = list->end = member;
		if (!list->end)
			list->commas = member;
		if (items[member].flags & ACCORD_ITEM_GENITIVE)
			break;
	}
	return end;
}

/* A ref that is no member moves behind the members, so that theirs stand side by side. */
static void move_behind(struct analysis *a, uint32_t ref, uint32_t last)
{
	accord_company_mention mention = a->refs[ref];
	uint32_t company = a->ref_companies[ref];
	for (; ref < last; ref++) {
		a->refs[ref] = a->refs[ref + 1];
		a->ref_companies[ref] = a->ref_companies[ref + 1];
	}
	a->refs[last] = mention;
	a->ref_companies[last] = company;
}

/* How many companies a coordination joins, from the item `i` to the item `end`; those that are no members are moved behind. */
static uint32_t gather_members(struct analysis *a, const accord_item *items, size_t count, size_t i, size_t end)
{
	uint32_t members = 1, last = items[end].entity;
	for (size_t k = i + 1; k <= end; k++) {
		if (items[k].kind != ACCORD_ITEM_COMPANY)
			continue;
		if (named_kind(items, count, k) == k)
			members++;
		else
			move_behind(a, items[i].entity + members, last);
	}
	return members;
}

/* Coordinated companies become one item with all their refs, which must stand side by side. */
static size_t join_coordinations(struct analysis *a, const struct field *f, accord_item *items, size_t count)
{
	struct walked_list list = {0, 0, 0};
	size_t out = 0;
	for (size_t i = 0; i < count; i++, out++) {
		size_t end = items[i].kind == ACCORD_ITEM_COMPANY ? coordination_end(a, items, count, i, &list) : i;
		bool joins = end > i && !clause_ends_behind(a, items, count, i, end);
		uint32_t members = joins ? gather_members(a, items, count, i, end) : 0;
		if (out != i)
			items[out] = items[i];
		if (!joins)
			continue;
		accord_item *item = &items[out];
		item->flags |= items[end].flags & ACCORD_ITEM_GENITIVE;
		item->entity_count = (uint16_t)members;
		extend(f, item, items[end].end);
		i = end;
	}
	return out;
}

/* "Der Essenslieferdienst Delivery Hero": an epithet right before the name is what the name is, no company of its own. */
static void drop_epithets(const struct analysis *a, accord_item *items, size_t count)
{
	for (size_t i = 0; i + 1 < count; i++) {
		accord_item *item = &items[i], *next = &items[i + 1];
		bool epithet = item->kind == ACCORD_ITEM_COMPANY && item->flags & ACCORD_ITEM_REFERENCE && item->entity_count == 1;
		bool name = next->kind == ACCORD_ITEM_COMPANY && !(next->flags & ACCORD_ITEM_REFERENCE);
		if (!epithet || !name || a->ref_companies[item->entity] != a->ref_companies[next->entity])
			continue;
		item->kind = ACCORD_ITEM_WORD;
		item->entity_count = 0;
		item->flags &= (uint16_t)~ACCORD_ITEM_REFERENCE;
	}
}

/*
 * Room for the items of a sentence, of which those before `token` are its tokens' own. Where that is all of them, nobody asks
 * for the tokens' any more, and they are the sentence's.
 */
static accord_item *first_items(const struct analysis *a, const struct field *f, size_t first, size_t token, size_t end)
{
	if (token == end)
		return f->raw + first;
	accord_item *items = accord_arena_alloc(a->arena, (end - first) * sizeof *items);
	if (items && token > first)
		memcpy(items, f->raw + first, (token - first) * sizeof *items);
	return items;
}

static accord_status build_sentence(struct analysis *a, struct field *f, struct cursor *at, size_t first, size_t end,
                                    uint32_t paragraph)
{
	size_t token = first, count, refs = a->ref_count;
	while (token < end && stands_alone(f, at, token))
		token++;
	accord_item *items = first_items(a, f, first, token, end);
	struct sentence *s = list_push(a->arena, &a->sentences, &a->sentence_count, &a->sentence_capacity, sizeof *s);
	if (!items || !s)
		return ACCORD_ENOMEM;
	for (count = token - first; token < end;)
		if (stands_alone(f, at, token))
			items[count++] = f->raw[token++];
		else if (!take_item(a, f, at, &token, end, &items[count++]))
			return ACCORD_ENOMEM;
	if (a->ref_count > refs) {
		drop_epithets(a, items, count);
		count = join_coordinations(a, f, items, count);
	}
	*s = (struct sentence){f->in, items, count, f->tokens.items[first].start, f->tokens.items[end - 1].end,
	                       paragraph, (uint32_t)a->sentence_count - 1, false, {UINT32_MAX, UINT32_MAX}};
	return ACCORD_OK;
}

accord_status build_sentences(struct analysis *a, struct field *f)
{
	struct cursor at = {0};
	uint32_t paragraph = 0;
	for (size_t i = 0; i < f->tokens.sentence_count; i++) {
		uint32_t first = f->tokens.sentences[i], end = f->tokens.sentences[i + 1];
		if (f->in == ACCORD_TEXT && (f->tokens.items[first].flags & ACCORD_TOKEN_PARAGRAPH))
			paragraph++;
		accord_status status = build_sentence(a, f, &at, first, end, paragraph);
		if (status != ACCORD_OK)
			return status;
	}
	return ACCORD_OK;
}
