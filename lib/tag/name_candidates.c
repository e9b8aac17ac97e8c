/*
 * Where a name may be. A walk over the tokens takes, at each, the longest known name, else a run of words
 * that look like names; a first name before such a word makes a person of both. What is a name's shape
 * depends on the place: a capital says much inside an Italian or English sentence, little at its start or in
 * a headline, nothing in German, where the dictionary must tell nouns from names.
 *
 *   Der Netzausrüster Nokia kauft die Münchner Yogitech GmbH von Tim Cook
 *                     known           unknown, legal form        person
 */
#include "names.h"

#include <string.h>

#define LONGEST_RUN 8
#define MATCHES 16
#define MOST_SEARCHES 16 /* of the text for a name, a document */

/* ---- known names
 * ----------------------------------------------------------------------------------------------- */

/* Whether the text spells a name as the file does, points and blanks aside. */
static bool spelled_alike(accord_slice text, accord_slice name)
{
	size_t i = 0, k = 0;
	for (;;) {
		while (i < text.len && strchr(". -", text.data[i]))
			i++;
		while (k < name.len && strchr(". -", name.data[k]))
			k++;
		if (i == text.len || k == name.len)
			return (i == text.len || (i + 1 == text.len && text.data[i] == 's')) && k == name.len;
		if (text.data[i++] != name.data[k++])
			return false;
	}
}

/* A handle or hashtag: @microsoft */
static bool handle(const struct finder *f, int field, size_t token)
{
	return token > 0 && (is_sign(f, field, token - 1, '@') || is_sign(f, field, token - 1, '#'));
}

/* Upper or lower case as names have it: a name with a capital needs one; an acronym may be written Ibm, not
 * ibm. */
static bool case_fits(const struct finder *f, int field, size_t first, size_t last, const struct name *name)
{
	const accord_token *t = token_at(f, field, first);
	if (t->flags & (ACCORD_TOKEN_CAPITAL | ACCORD_TOKEN_MIXED))
		return true;
	size_t size;
	uint32_t point = accord_utf8_decode(name->text.data, name->text.len, 0, &size);
	if (!accord_is_upper(point)) /* adidas, eBay */
		return true;
	if (name->name_class == NAME_EPITHET)
		return true;
	return first == last && handle(f, field, first);
}

/* Fs for FS, Six for SIX: Italian papers write so, German and English ones do not. */
static bool lowered_acronym(const struct finder *f, int field, size_t first, size_t last,
			    const struct name *name)
{
	if (first != last || name->text.len < 2 || name->text.len > 4 ||
	    (token_at(f, field, first)->flags & ACCORD_TOKEN_UPPER))
		return false;
	for (size_t i = 0; i < name->text.len; i++)
		if (name->text.data[i] < 'A' || name->text.data[i] > 'Z')
			return false;
	return true;
}

static bool accepts(const struct finder *f, int field, size_t first, const struct name_match *m,
		    const struct name *name)
{
	if ((name->flags & NAME_LANGUAGES) && !(name->flags & (NAME_DE << f->language)))
		return false;
	if (name->name_class == NAME_LEGAL_FORM || name->name_class == NAME_FIRST_NAME)
		return false;
	if (!case_fits(f, field, first, m->last, name) ||
	    (f->language != 1 && lowered_acronym(f, field, first, m->last, name)))
		return false;
	if (name->flags & NAME_EXACT) {
		const struct field *in = &f->a->fields[field];
		uint32_t start = in->tokens.items[first].start, end = in->tokens.items[m->last].end;
		accord_slice text = {in->text.data + start, end - start};
		if (!spelled_alike(text, name->text) && !(f->notes[field][first].shape & SHAPE_SHOUT))
			return false;
	}
	return true;
}

/* Of several names with the same words the one that counts most. */
static int rank(const struct name *name)
{
	static const int ranks[NAME_CLASSES] = {
		[NAME_COMPANY] = 9, [NAME_ORGANIZATION] = 7, [NAME_MEDIUM] = 6,  [NAME_PERSON] = 5,
		[NAME_PLACE] = 4,   [NAME_PRODUCT] = 3,      [NAME_EPITHET] = 2,
	};
	return ranks[name->name_class] * 2 - (name->flags & NAME_GUARDED ? 1 : 0);
}

static bool first_word(const struct finder *f, int field, size_t token)
{
	return token_at(f, field, token)->flags & ACCORD_TOKEN_SENTENCE ||
	       (token > 0 && token_at(f, field, token - 1)->kind == ACCORD_TOKEN_PUNCT);
}

/* Times Square, Usain Bolt: a capitalised word inside a sentence, that nothing is known of, stands right
 * before. */
static bool end_of_name(const struct finder *f, int field, size_t token)
{
	if (f->language == 0 || !token || first_word(f, field, token) || !name_like(f, field, token - 1))
		return false;
	const struct note *before = &f->notes[field][token - 1];
	uint32_t bits = word_bits(f->a->grammar, &f->a->fields[field].raw[token - 1]);
	return !(before->shape & SHAPE_BARE) && !before->hints && !(bits & (W_DEMONYM | W_COMPANY_NOUN)) &&
	       !(before->classes & (1 << NAME_COMPANY | 1 << NAME_PLACE | 1 << NAME_LEGAL_FORM |
				    1 << NAME_MEDIUM | 1 << NAME_ORGANIZATION));
}

/* Whether the name is written with an exclamation mark, and one stands behind it that ends no sentence. */
static bool exclamation(const struct finder *f, int field, size_t first, size_t last, uint32_t name)
{
	const accord_tokens *tokens = &f->a->fields[field].tokens;
	bool marked = last + 1 < tokens->count && is_sign(f, field, last + 1, '!') && first == last &&
		      !(token_at(f, field, last + 1)->flags & ACCORD_TOKEN_SPACE);
	for (; marked && name != NO_NAME; name = f->g->names[name].next)
		if (f->g->names[name].text.data[f->g->names[name].text.len - 1] == '!')
			return true;
	return false;
}

/* German "Telekom- und Internetkonzern": what trade a firm is in, not who. */
static bool trade_of_firm(struct finder *f, int field, size_t last, size_t end)
{
	if (f->language != 0 || last + 3 >= end || !is_sign(f, field, last + 1, '-') ||
	    (token_at(f, field, last + 1)->flags & ACCORD_TOKEN_SPACE) ||
	    !(token_at(f, field, last + 2)->flags & ACCORD_TOKEN_SPACE))
		return false;
	const accord_item *raw = f->a->fields[field].raw;
	return (word_bits(f->a->grammar, &raw[last + 2]) & W_COORDINATOR) &&
	       ((word_bits(f->a->grammar, &raw[last + 3]) & W_COMPANY_NOUN) ||
		(f->notes[field][last + 3].hints & HINT_DESCRIPTION));
}

/* Whether a name of the files may begin at a token: words with a small letter begin few, whatever names begin with them otherwise. */
static bool may_be_known(const struct finder *f, int field, size_t at)
{
	const struct token_word *w = f->a->fields[field].words[at];
	if (!w->begins_name || w->begins_small || token_at(f, field, at)->flags & (ACCORD_TOKEN_CAPITAL | ACCORD_TOKEN_MIXED))
		return w->begins_name;
	return handle(f, field, at);
}

/* The longest known name at a token, and of those with the same words the best; false if there is none. */
static bool known_at(struct finder *f, int field, size_t at, size_t end, struct candidate *c)
{
	struct name_match matches[MATCHES];
	const struct field *in = &f->a->fields[field];
	if (!may_be_known(f, field, at))
		return false;
	size_t count =
		gazetteer_match(f->g, &f->words[field], in->text, &in->tokens, at, end, matches, MATCHES);
	for (size_t i = count; i > 0; i--) {
		const struct name *best = NULL;
		for (uint32_t n = matches[i - 1].name; n != NO_NAME; n = f->g->names[n].next)
			if (accepts(f, field, at, &matches[i - 1], &f->g->names[n]) &&
			    (!best || rank(&f->g->names[n]) > rank(best)))
				best = &f->g->names[n];
		if (!best || trade_of_firm(f, field, matches[i - 1].last, end))
			continue;
		*c = (struct candidate){.field = (uint8_t)field,
					.of = best->name_class,
					.first = (uint32_t)at,
					.last = matches[i - 1].last,
					.end = matches[i - 1].last + 1,
					.company = best->company,
					.name = (uint32_t)(best - f->g->names),
					.genitive = matches[i - 1].genitive,
					.guarded = (best->flags & NAME_GUARDED) != 0,
					.entry = NO_NAME};
		if (exclamation(f, field, at, c->last, matches[i - 1].name)) /* Yahoo! */
			c->end = ++c->last + 1;
		/* A word that begins a sentence may be a common one, whatever the file says: "Aveva 80 anni".
		 */
		if (c->first == c->last && !c->guarded && first_word(f, field, at) &&
		    (word_bits(f->a->grammar, &in->raw[at]) & ~(uint32_t)(W_PLACE | W_DEMONYM)))
			c->guarded = true;
		if (c->first == c->last && c->of == NAME_COMPANY &&
		    (f->notes[field][at].classes & (1 << NAME_PLACE) || end_of_name(f, field, at)))
			c->guarded = true;
		return true;
	}
	return false;
}

static size_t one_form_end(const struct finder *f, int field, size_t token, uint16_t *country)
{
	struct name_match matches[MATCHES];
	const struct field *in = &f->a->fields[field];
	size_t at = token, longest = token;
	if (at + 1 < in->tokens.count && in->words[at]->token_kind == ACCORD_TOKEN_PUNCT && is_sign(f, field, at, ','))
		at++; /* Apple, Inc. */
	if (at >= in->tokens.count || !in->words[at]->begins_form)
		return token;
	size_t count = gazetteer_match(f->g, &f->words[field], in->text, &in->tokens, at, in->tokens.count,
				       matches, MATCHES);
	for (size_t i = 0; i < count; i++)
		for (uint32_t n = matches[i].name; n != NO_NAME && !matches[i].genitive;
		     n = f->g->names[n].next) {
			const struct name *name = &f->g->names[n];
			uint32_t start = in->tokens.items[at].start,
				 end = in->tokens.items[matches[i].last].end;
			bool goes_on = at > token && accord_slice_is(name->text, "Limited") && matches[i].last + 1 < in->tokens.count &&
				       name_like(f, field, matches[i].last + 1); /* Gioteck, Limited Run Games */
			if (name->name_class != NAME_LEGAL_FORM || goes_on ||
			    !spelled_alike((accord_slice){in->text.data + start, end - start}, name->text))
				continue;
			longest = matches[i].last + 1;
			if (country)
				*country = name->company == NO_NAME ? 0 : (uint16_t)name->company;
		}
	return longest;
}

size_t legal_form_end(const struct finder *f, int field, size_t token, uint16_t *country)
{
	const struct field *in = &f->a->fields[field];
	if (token >= in->tokens.count || (!in->words[token]->begins_form && in->words[token]->token_kind != ACCORD_TOKEN_PUNCT))
		return token; /* so it is nearly everywhere */
	size_t end = one_form_end(f, field, token, country);
	return end > token ? one_form_end(f, field, end, country) : token; /* Donaldson Co Inc */
}

/* ---- unknown names
 * --------------------------------------------------------------------------------------------- */

/* Whether a line break or more than a blank stands before a token: no name that nobody knows crosses one. */
static inline bool line_break(const struct finder *f, int field, size_t token)
{
	const struct field *in = &f->a->fields[field];
	uint32_t from = in->tokens.items[token - 1].end, to = in->tokens.items[token].start;
	return to > from && (to > from + 2 || in->text.data[from] == '\n' || in->text.data[to - 1] == '\n');
}

/* "Vision IT Group", "Wipro Airport IT Services": an abbreviation that is no name, between a name and a company's last word. */
static bool acronym_in_name(const struct finder *f, int field, size_t i, size_t end)
{
	static const char *const longer[] = {"3D", "IoT", "ICT", NULL};
	if (i + 2 >= end || !name_like(f, field, i + 2) || !(f->notes[field][i + 2].hints & HINT_TAIL) || line_break(f, field, i + 2))
		return false;
	const accord_token *t = token_at(f, field, i + 1);
	return (t->flags & ACCORD_TOKEN_UPPER && t->letters == 2) || among_words(token_text(f, field, i + 1), longer);
}

/* The token behind `i` that goes on with a name: over a hyphen or & without blanks, or directly; 0 if none
 * does. */
static size_t next_part(const struct finder *f, int field, size_t i, size_t end)
{
	if (i + 1 >= end || line_break(f, field, i + 1))
		return 0;
	if (name_like(f, field, i + 1))
		return i + 1;
	if (acronym_in_name(f, field, i, end))
		return i + 2;
	bool joins = is_sign(f, field, i + 1, '&') || is_sign(f, field, i + 1, '+');
	bool glued =
		is_sign(f, field, i + 1, '-') && !(token_at(f, field, i + 1)->flags & ACCORD_TOKEN_SPACE);
	if ((joins || glued) && i + 2 < end && name_like(f, field, i + 2) &&
	    (joins || !(token_at(f, field, i + 2)->flags & ACCORD_TOKEN_SPACE)))
		return i + 2;
	/* A number inside or behind a name only where it is glued to it: Bigpoint 24 is not. */
	return 0;
}

/* German: a word that only the context can make a name of. English, Italian: the same at the start of a
 * sentence. */
static bool weak(struct finder *f, int field, size_t token)
{
	const struct note *note = &f->notes[field][token];
	if (note->shape & SHAPE_MIXED)
		return false;
	if (note->classes & (1 << NAME_FIRST_NAME))
		return false;
	return (note->shape & SHAPE_BARE) && common_word(f, field, token);
}

/* "Dresdner" of "Dresden": a town that changes before the ending; the other towns are in the language's own list. */
static bool town_changed(const struct finder *f, accord_slice text, const char *ending, const char *town)
{
	size_t drop = strlen(ending), add = strlen(town);
	char name[64];
	if (text.len < drop + 3 || text.len - drop + add > sizeof name || memcmp(text.data + text.len - drop, ending, drop) != 0)
		return false;
	memcpy(name, text.data, text.len - drop);
	memcpy(name + text.len - drop, town, add);
	uint32_t word = gazetteer_word(f->g, name, text.len - drop + add);
	return classes_of(f->g, word, f->language) & (1 << NAME_PLACE);
}

/* Asked of a word once for all documents. */
static bool changed_town(const struct finder *f, struct token_word *w, accord_slice text)
{
	uint8_t known = atomic_load_explicit(&w->known, memory_order_relaxed);
	if (known & WORD_TOWN_ASKED)
		return known & WORD_TOWN;
	bool town = town_changed(f, text, "er", "") || town_changed(f, text, "er", "en") || town_changed(f, text, "ner", "en") ||
	            town_changed(f, text, "städter", "stadt");
	atomic_fetch_or_explicit(&w->known, (uint8_t)(WORD_TOWN_ASKED | (town ? WORD_TOWN : 0)), memory_order_relaxed);
	return town;
}

bool town_adjective(const struct finder *f, int field, size_t token)
{
	if (f->language != 0)
		return false;
	accord_slice text = token_text(f, field, token);
	if (text.len < 5 || memcmp(text.data + text.len - 2, "er", 2) != 0 ||
	    !(token_at(f, field, token)->flags & ACCORD_TOKEN_CAPITAL))
		return false;
	return (word_bits(f->a->grammar, &f->a->fields[field].raw[token]) & W_DEMONYM) ||
	       changed_town(f, f->a->fields[field].words[token], text);
}

/* A word that stands before a name and is no part of it: Hersteller, CEO, Münchner. */
static bool stands_before(struct finder *f, int field, size_t token)
{
	const struct note *note = &f->notes[field][token];
	if (note->hints & (HINT_DESCRIPTION | HINT_OFFICE | HINT_TITLE | HINT_ANALYST))
		return true;
	return town_adjective(f, field, token);
}

/* The words from `first` to `last`, and the legal form up to before `end`. */
static struct candidate with_legal_form(int field, size_t first, size_t last, size_t end)
{
	return (struct candidate){.field = (uint8_t)field,
				  .of = NAME_CLASSES,
				  .first = (uint32_t)first,
				  .last = (uint32_t)last,
				  .end = (uint32_t)end,
				  .company = NO_NAME,
				  .name = NO_NAME,
				  .entry = NO_NAME,
				  .evidence = EV_LEGAL_FORM};
}

/* "Irish SCA specialist", "the National Company Law Tribunal": letters behind a people, and a word that goes on. */
static bool no_form_here(const struct finder *f, int field, size_t at, size_t last, size_t form, size_t end)
{
	if (at == last && (word_bits(f->a->grammar, &f->a->fields[field].raw[at]) & W_DEMONYM) && f->language == 2)
		return true;
	bool company = form == last + 2 && accord_slice_is(token_text(f, field, last + 1), "Company");
	return company && form < end && name_like(f, field, form) && !line_break(f, field, form);
}

/* The token behind the legal form that ends the run of name-like words from `at` on, and the run's last token; 0 where none does. */
static size_t form_behind_run(const struct finder *f, int field, size_t at, size_t end, size_t *last)
{
	for (size_t i = at, length = 0; i && i < end && length < LONGEST_RUN; i = next_part(f, field, i, end), length++) {
		size_t form = legal_form_end(f, field, i + 1, NULL);
		*last = i;
		if (form > i + 1)
			return form;
	}
	return 0;
}

/* Whether the words from `first` to `last` stand in the field once more: two companies are seldom named twice in one breath. */
static bool said_again(struct finder *f, int field, size_t first, size_t last)
{
	const struct field *in = &f->a->fields[field];
	size_t start = in->tokens.items[first].start, len = in->tokens.items[last].end - start, found = 0;
	const char *at = in->text.data, *text_end = at + in->text.len;
	if (f->searches++ >= MOST_SEARCHES)
		return false;
	while (found < 2 && (at = memmem(at, (size_t)(text_end - at), in->text.data + start, len))) {
		found++;
		at += len;
	}
	return found > 1;
}

static bool company_alone(struct finder *f, int field, size_t first, size_t last, size_t end)
{
	struct candidate known;
	return known_at(f, field, first, end, &known) && known.of == NAME_COMPANY && !known.guarded && (!last || known.last == last);
}

/*
 * English "Eastern Minerals and Chemicals Corp", "Brandt and Lorimer Inc": one name over an "and", not two companies. So it is where the word
 * before it is a common one that ends no company's name, or where the document says both names together again.
 */
static size_t part_behind_and(struct finder *f, int field, size_t at, size_t i, size_t end)
{
	size_t last = 0;
	if (f->language != 2 || i + 2 >= end || !accord_slice_is(token_text(f, field, i + 1), "and") || !name_like(f, field, i + 2) ||
	    line_break(f, field, i + 2) || !form_behind_run(f, field, i + 2, end, &last))
		return 0;
	bool listed = at && (is_sign(f, field, at - 1, ',') || accord_slice_is(token_text(f, field, at - 1), "and"));
	if (listed || company_alone(f, field, at, i, end) || company_alone(f, field, i + 2, 0, end))
		return 0;
	bool common = i > at && common_word(f, field, i) && (common_word(f, field, i + 2) || !(f->notes[field][i].hints & HINT_TAIL)),
	     pair = i == at && last == i + 2 && said_again(f, field, at, last);
	return common || pair ? i + 2 : 0;
}

/* "First Bank of Harlow", "Mutual Insurance Co of America": the last token of the place behind an "of", or `last`. */
static size_t bank_of_place(const struct finder *f, int field, size_t last, size_t behind, size_t end)
{
	static const char *const kinds[] = {"Bank", "Banks", "Co", "Company", NULL},
				 *const lands[] = {"America", "Canada", "Australia", "Japan", "India", "China", "Ireland", "Scotland", "Illinois", "Texas", "California", "North", NULL};
	if (f->language != 2 || behind + 1 >= end || !accord_slice_is(token_text(f, field, behind), "of") ||
	    !name_like(f, field, behind + 1) || line_break(f, field, behind + 1) || !among_words(token_text(f, field, behind - 1), kinds) ||
	    (behind > last + 1 && !among_words(token_text(f, field, behind + 1), lands)))
		return last; /* "the Harlow Insurance Co of Dallas" sits there */
	size_t i = behind + 1;
	while (i + 1 < end && i < behind + 3 && name_like(f, field, i + 1) && !line_break(f, field, i + 1))
		i++;
	bool state = i + 2 < end && is_sign(f, field, i + 1, ',') && name_like(f, field, i + 2); /* of Harlow, S.C.: it sits there */
	return state ? last : i;
}

/* Words from `at` on that end in a legal form, common ones too: "Deutsche Annington Immobilien SE". */
static bool legal_run(struct finder *f, int field, size_t at, size_t end, struct candidate *c)
{
	if (!name_like(f, field, at) ||
	    (stands_before(f, field, at) && !(f->notes[field][at].shape & SHAPE_MIXED) &&
	     (f->notes[field][at].hints || at + 1 >= end || !common_word(f, field, at + 1) ||
	      f->notes[field][at + 1].hints & HINT_DESCRIPTION)))
		return false; /* Münchner Yogitech GmbH, Münchner Firma Yogitech GmbH, but not Wiener Börse AG */
	for (size_t i = at, length = 0; length < LONGEST_RUN; length++) {
		size_t form = legal_form_end(f, field, i + 1, NULL);
		if (form > i + 1 && no_form_here(f, field, at, i, form, end))
			return false;
		if (form > i + 1) {
			size_t last = bank_of_place(f, field, i, form, end);
			*c = with_legal_form(field, at, last, last > i ? last + 1 : form);
			return true;
		}
		size_t next = next_part(f, field, i, end);
		next = next ? next : part_behind_and(f, field, at, i, end);
		if (!next || (next == i + 1 && (f->notes[field][next].hints & (HINT_OFFICE | HINT_TITLE))))
			return false;
		i = next;
	}
	return false;
}

static bool person_at(struct finder *f, int field, size_t at, size_t end, struct candidate *c);

/* Black & Veatch: a common word may begin such a name. */
static bool ampersand(const struct finder *f, int field, size_t token, size_t end)
{
	return token + 2 < end && is_sign(f, field, token + 1, '&') && name_like(f, field, token + 2);
}

/* German: Global Infrastructure Partners. An adjective has a capital inside a sentence only as a noun, and
 * then an ending. */
static bool bare_adjective(struct finder *f, int field, size_t token, size_t end)
{
	accord_slice text = token_text(f, field, token);
	if (f->language != 0 ||
	    (first_word(f, field, token) && !(token && is_sign(f, field, token - 1, ','))) || text.len < 4 ||
	    token + 1 >= end || strchr("enrsm", text.data[text.len - 1]) || f->notes[field][token].hints ||
	    f->notes[field][token].classes)
		return false;
	return name_like(f, field, token + 1) && !line_break(f, field, token + 1) &&
	       !weak(f, field, token + 1) && !f->notes[field][token + 1].classes && dictionary_lower(f, text);
}

/* "the Dutch Quarzolin", but "British Land": a people before a word that no dictionary has is no part of the name. */
static bool people_before_name(struct finder *f, int field, size_t at, size_t end)
{
	return f->language == 2 && at + 1 < end && (word_bits(f->a->grammar, &f->a->fields[field].raw[at]) & W_DEMONYM) &&
	       name_like(f, field, at + 1) && !line_break(f, field, at + 1) && !common_word(f, field, at + 1) &&
	       !(f->notes[field][at + 1].hints & (HINT_TAIL | HINT_CLUB));
}

/* "Milkman Technologies, a delivery startup": a common word at the start of a sentence, and a company's last word behind it. */
static bool opens_with_tail(struct finder *f, int field, size_t at, size_t end)
{
	size_t next = f->language != 0 ? next_part(f, field, at, end) : 0;
	if (!next || is_sign(f, field, at + 1, '-') || !(f->notes[field][next].hints & HINT_TAIL) ||
	    (f->notes[field][at].hints & (HINT_DESCRIPTION | HINT_OFFICE | HINT_HEAD)))
		return false;
	return !(f->notes[field][next].shape & SHAPE_BARE);
}

/* German "Star Capital", "die Vision IT Group": a noun and, one or two words on, what English calls companies by and German does not. */
static bool noun_with_english_tail(struct finder *f, int field, size_t at, size_t end)
{
	if (f->language != 0 || f->notes[field][at].hints || f->notes[field][at].classes)
		return false;
	size_t i = next_part(f, field, at, end);
	if (i && i + 1 < end && !(f->notes[field][i].hints & HINT_TAIL) && !f->notes[field][i].hints &&
	    (!weak(f, field, i) || english_word(f, &(struct candidate){.field = (uint8_t)field}, i)))
		i = next_part(f, field, i, end);
	return i && (f->notes[field][i].hints & HINT_TAIL) && !dictionary_lower(f, token_text(f, field, i)) && !common_word(f, field, i) &&
	       english_word(f, &(struct candidate){.field = (uint8_t)field}, i);
}

/*
 * German: "2015 kaufte Vexilo Tolmar", "am Montag hat Vexilo Tolmar übernommen": behind a verb with no subject before it, and with
 * nothing behind that could be the object, two names are two companies.
 */
static bool subject_and_object(struct finder *f, int field, size_t at, size_t end)
{
	const struct note *notes = f->notes[field];
	if (f->language != 0 || !at || first_word(f, field, at) || at + 1 >= end || !name_like(f, field, at + 1) ||
	    weak(f, field, at + 1) || notes[at + 1].hints)
		return false;
	bool verb = notes[at - 1].hints & HINT_DEAL,
	     waits = word_bits(f->a->grammar, &f->a->fields[field].raw[at - 1]) & W_AUXILIARY;
	bool closed = at + 2 == end || is_sign(f, field, at + 2, '.') || is_sign(f, field, at + 2, ',');
	bool priced = at + 2 < end && accord_slice_is(token_text(f, field, at + 2), "f\xC3\xBCr");
	bool participle = at + 2 < end && (notes[at + 2].hints & HINT_DEAL);
	if (!(verb && (closed || priced)) && !(waits && (participle || priced)))
		return false;
	for (size_t i = at - 1; i-- > 0 && !(token_at(f, field, i + 1)->flags & ACCORD_TOKEN_SENTENCE);)
		if ((notes[i].classes & (1 << NAME_COMPANY)) ||
		    (name_like(f, field, i) && !common_word(f, field, i) && !(notes[i].hints & HINT_NEVER)))
			return false; /* somebody stands before the verb: both words are the object */
	return true;
}

/*
 * German: "Siemens kauft den Softwarehersteller Kantor", "im Mai kaufte Bosch das Start-up Kompass": a noun right behind what a firm
 * is called by, where that is the object. Behind a subject the second noun were the object: "damit liefert der Hersteller Teile".
 */
static bool called_noun(struct finder *f, int field, size_t at, size_t end)
{
	const struct note *notes = f->notes[field];
	if (f->language != 0 || at < 3 || first_word(f, field, at) || notes[at].hints)
		return false;
	bool startup = at > 4 && is_sign(f, field, at - 2, '-') && accord_slice_is(token_text(f, field, at - 3), "Start");
	size_t noun = startup ? at - 3 : at - 1;
	if (noun < 3 || first_word(f, field, noun) || !(token_at(f, field, noun)->flags & ACCORD_TOKEN_CAPITAL) ||
	    !(startup || notes[noun].hints & HINT_DESCRIPTION))
		return false;
	/* die Übernahme des Herstellers Kompass, des Berliner Start-ups Kompass: nothing else stands behind a genitive */
	bool genitive = accord_slice_is(token_text(f, field, noun - 1), "des") || accord_slice_is(token_text(f, field, noun - 2), "des");
	bool closed = at + 1 >= end || (token_at(f, field, at + 1)->kind == ACCORD_TOKEN_PUNCT && !is_sign(f, field, at + 1, '-')) ||
		      notes[at + 1].hints & (HINT_DEAL | HINT_SMALL) ||
		      (genitive && word_bits(f->a->grammar, &f->a->fields[field].raw[at + 1]) & (W_FINITE | W_AUXILIARY));
	if (!closed)
		return false;
	if (genitive)
		return true;
	if (noun > 5 && is_sign(f, field, noun - 1, '-') && !(token_at(f, field, noun)->flags & ACCORD_TOKEN_SPACE))
		noun -= 2; /* die US-Tochter */
	accord_slice article = token_text(f, field, noun - 1);
	const struct note *last = &notes[noun - 2], *first = &notes[noun - 3];
	bool company = last->classes & (1 << NAME_COMPANY), verb = last->hints & HINT_DEAL;
	if (accord_slice_is(article, "den"))
		return company || verb;
	if (!accord_slice_is(article, "das") && !accord_slice_is(article, "die"))
		return false;
	return company ? first->hints & HINT_DEAL : verb && first->classes & (1 << NAME_COMPANY);
}

/*
 * English, Italian: "Harbor, which bought Nokia", "Harbor was acquired by Nokia", "Primavera, acquisita da Nokia": a sentence that begins
 * with one noun without an article, and that noun buys or is bought. Plurals need none, nor do parts of a sentence.
 */
static bool noun_that_deals(const struct finder *f, int field, size_t at, size_t end)
{
	static const char *const before_verb[] = {"which", "che", "has", "had", "was", "been", "be", "is", "will", "ha", "\xC3\xA8", "stata", "sar\xC3\xA0", NULL};
	static const char *const by[] = {"by", "da", "dal", "dalla", "dall'", "dai", NULL};
	accord_slice text = token_text(f, field, at);
	if (f->language == 0 || !(token_at(f, field, at)->flags & ACCORD_TOKEN_SENTENCE) || text.len < 4 || text.data[text.len - 1] == 's' ||
	    f->notes[field][at].hints || f->notes[field][at].shape & SHAPE_SHOUT ||
	    word_bits(f->a->grammar, &f->a->fields[field].raw[at]) & (W_FINITE | W_COMPANY_NOUN | W_DEMONYM | W_DETERMINER | W_PLACE))
		return false;
	size_t i = at + 1;
	bool comma = i < end && is_sign(f, field, i, ','), relative = false;
	for (i += comma; i < end && i < at + 6 && among_words(token_text(f, field, i), before_verb); i++)
		relative |= comma && i == at + 2 && token_at(f, field, i)->letters > 2; /* which, che */
	bool adverb = i == at + 1; /* Originally owned by X, it … */
	if (i + 1 >= end || !(f->notes[field][i].hints & HINT_DEAL) || adverb)
		return false;
	return among_words(token_text(f, field, i + 1), by) || (relative && (f->notes[field][i + 1].classes & (1 << NAME_COMPANY)));
}

/* English "Analyst Romit Shah": a title, and no last word of firms behind it. */
static bool titled_person(const struct finder *f, int field, size_t at, size_t end)
{
	return f->language == 2 && (f->notes[field][at].hints & HINT_ANALYST) && at + 2 < end && name_like(f, field, at + 1) &&
	       name_like(f, field, at + 2) && !(f->notes[field][at + 2].hints & HINT_TAIL);
}

/* A run of name-like words from `at`. In German common nouns end it. */
static bool unknown_at(struct finder *f, int field, size_t at, size_t end, struct candidate *c)
{
	if (!name_like(f, field, at))
		return false;
	bool called = weak(f, field, at) && (called_noun(f, field, at, end) || noun_that_deals(f, field, at, end));
	if ((weak(f, field, at) && !called && !ampersand(f, field, at, end) && !bare_adjective(f, field, at, end) &&
	     !opens_with_tail(f, field, at, end) && !noun_with_english_tail(f, field, at, end)) ||
	    (stands_before(f, field, at) && (f->notes[field][at].shape & SHAPE_BARE || titled_person(f, field, at, end))) ||
	    people_before_name(f, field, at, end))
		return false;
	size_t last = at, longest = subject_and_object(f, field, at, end) ? 0 : LONGEST_RUN;
	for (size_t i = at, length = 0; length < longest; length++) {
		size_t next = next_part(f, field, i, end);
		struct candidate other;
		if (!next || (next == i + 1 && known_at(f, field, next, end, &other) &&
			      other.of == NAME_COMPANY && !other.guarded))
			break;
		unsigned hints = f->notes[field][next].hints;
		bool glued = is_sign(f, field, i + 1, '+') || is_sign(f, field, i + 1, '&'); /* Endress+Hauser, Heckler & Koch */
		if (glued && next == i + 2 && weak(f, field, next) && !weak(f, field, i) && length == 0 && !f->notes[field][next].hints) {
			last = next;
			break;
		}
		if (next == i + 2 &&
		    (weak(f, field, next) || (hints & (HINT_HEAD | HINT_DESCRIPTION | HINT_PRODUCT))))
			break; /* TCC-Gruppe, Yogitech-Chip */
		bool english_name = f->language == 2 && !(f->notes[field][next].shape & SHAPE_BARE) &&
				    (hints & HINT_DESCRIPTION) && !common_word(f, field, next); /* Antarctic Softtech */
		if (next == i + 1 && (hints & (HINT_DESCRIPTION | HINT_OFFICE | HINT_TITLE)) &&
		    !(hints & HINT_TAIL) && !english_name)
			break;
		if (next == i + 1 && person_at(f, field, next, end, &other))
			break;
		i = next;
		/* den Rivalen Creative Chips: English words behind a description */
		bool english = f->language == 0 && i == at + 1 && at > 0 && (f->notes[field][at - 1].hints & HINT_DESCRIPTION) &&
			       english_word(f, &(struct candidate){.field = (uint8_t)field}, at) &&
			       english_word(f, &(struct candidate){.field = (uint8_t)field}, i);
		if (!weak(f, field, i) || (hints & HINT_TAIL) || english)
			last = i;
	}
	uint32_t word = f->words[field].word[at];
	if (last == at && word && (f->g->trie.words[word].hints[f->language] & HINT_TAIL) && !called)
		return false; /* "Group", "Solutions" alone */
	if (one_form_end(f, field, at, NULL) == last + 1)
		return false; /* "Ltd" alone */
	size_t bank = last > at ? bank_of_place(f, field, last, last + 1, end) : last;
	unsigned evidence = bank > last ? EV_TAIL : 0u;
	last = bank;
	*c = (struct candidate){.field = (uint8_t)field,
				.of = NAME_CLASSES,
				.first = (uint32_t)at,
				.last = (uint32_t)last,
				.end = (uint32_t)last + 1,
				.company = NO_NAME,
				.name = NO_NAME,
				.entry = NO_NAME,
				.evidence = evidence | (called ? EV_INSIDE | (f->language ? EV_DEAL : 0u) : 0u)};
	return true;
}

/* The small words of surnames: Ursula von der Leyen, Carlo De Benedetti. */
static bool particle(const struct finder *f, int field, size_t token)
{
	static const char *const particles[] = {"von",   "van", "de", "der", "den", "di", "del",
						"della", "dei", "da", "du",  "la",  "le", "ten",
						"ter",   "bin", "al", "el",  "zu",  "dos"};
	accord_slice text = token_text(f, field, token);
	for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
		if (accord_slice_is(text, particles[i]))
			return true;
	return false;
}

static bool man_behind_feminine(const struct finder *f, int field, size_t at)
{
	static const char *const articles[] = {"la", "della", "alla", "dalla", "nella", "La", NULL},
				 *const men[] = {"Ettore", "Cesare", "Davide", "Simone", "Raffaele", "Salvatore", "Gabriele", "Michele", "Daniele", "Emanuele", NULL};
	accord_slice name = token_text(f, field, at);
	return at && among_words(token_text(f, field, at - 1), articles) && (name.data[name.len - 1] == 'o' || among_words(name, men));
}

/* A first name (or an initial) and what follows it: a person. */
static bool person_at(struct finder *f, int field, size_t at, size_t end, struct candidate *c)
{
	const struct note *notes = f->notes[field];
	if (!name_like(f, field, at) || !(notes[at].classes & (1 << NAME_FIRST_NAME)))
		return false;
	size_t i = at + 1, last = at;
	while (i < end && i < at + 6) {
		const accord_token *t = token_at(f, field, i);
		if (t->letters == 1 && (t->flags & ACCORD_TOKEN_CAPITAL)) {
			i++; /* Paul S. Grewal */
			if (i < end && is_sign(f, field, i, '.'))
				i++;
			continue;
		}
		if (is_sign(f, field, i, '-') && i + 1 < end && !(t->flags & ACCORD_TOKEN_SPACE) &&
		    (notes[i - 1].classes & (1 << NAME_FIRST_NAME)) && name_like(f, field, i + 1)) {
			i++; /* Jean-Claude */
			continue;
		}
		if (!(t->flags & ACCORD_TOKEN_CAPITAL) && particle(f, field, i) && i + 1 < end &&
		    name_like(f, field, i + 1) && last == i - 1) {
			i++; /* van, de, von */
			continue;
		}
		if (!name_like(f, field, i) ||
		    (notes[i].hints & (HINT_OFFICE | HINT_TITLE | HINT_HEAD | HINT_CLUB)))
			break;
		if ((notes[i].shape & SHAPE_BARE) && f->language != 0 && common_word(f, field, i))
			break;
		last = i++;
		if (last - at >= 1 && !(notes[last].classes & (1 << NAME_FIRST_NAME)))
			break; /* the surname */
	}
	if (last == at)
		return false;
	/* A company that is called like a person: Hugo Boss, Gerry Weber GmbH. */
	struct candidate known;
	if (legal_form_end(f, field, last + 1, NULL) > last + 1 ||
	    (notes[last].hints & (HINT_TAIL | HINT_CLUB)) ||
	    (notes[last].shape & SHAPE_MIXED && f->language == 0 && common_word(f, field, at)))
		return false;
	if (last + 1 < end && name_like(f, field, last + 1) && (notes[last + 1].hints & HINT_TAIL))
		return false;
	if (known_at(f, field, at, end, &known) && known.last > at)
		return false;
	/* "la Ettore Cella": a man's name behind a woman's article is a firm's */
	bool firm = f->language == 1 && man_behind_feminine(f, field, at);
	*c = (struct candidate){.field = (uint8_t)field,
				.of = firm ? NAME_CLASSES : NAME_PERSON,
				.evidence = firm ? EV_PEOPLE : 0u,
				.first = (uint32_t)at,
				.last = (uint32_t)last,
				.end = (uint32_t)last + 1,
				.company = NO_NAME,
				.name = NO_NAME,
				.entry = NO_NAME};
	return true;
}

/* ---- known name and what follows
 * ------------------------------------------------------------------------------- */

static bool all_places(const struct finder *f, int field, size_t first, size_t last)
{
	for (size_t i = first; i <= last; i++)
		if (!(f->notes[field][i].classes & (1 << NAME_PLACE)))
			return false;
	return true;
}

/* "Ströer Content Group", "Toshiba Client Solutions": the last word of a company's name up to three words
 * behind `next`, or 0. */
static size_t tail_behind(struct finder *f, int field, size_t next, size_t end)
{
	for (size_t i = next; i < end && i < next + 3 && name_like(f, field, i) && !line_break(f, field, i);
	     i++) {
		unsigned hints = f->notes[field][i].hints;
		if (hints & HINT_TAIL)
			return i;
		if (acronym_in_name(f, field, i, end))
			return i + 2; /* Wipro Airport IT Services */
		if ((hints & ~(unsigned)(HINT_DEAL | HINT_MONEY)) || f->notes[field][i].classes || /* Nexus Venture Partners */
		    (f->language == 0 && weak(f, field, i) && !dictionary_lower(f, token_text(f, field, i))))
			return 0;
	}
	return 0;
}

/*
 * German: behind the verb stand the subject and then the object, with nothing between them: "2015 kaufte Siemens Yogitech", "am
 * Montag hat Siemens Yogitech übernommen". Whether `first` and `next` stand so: behind a verb, and the sentence speaks of a deal.
 */
static bool buys(const struct finder *f, int field, size_t first, size_t next, size_t end)
{
	const struct note *notes = f->notes[field];
	if (!first)
		return false;
	if (notes[first - 1].hints & HINT_DEAL)
		return true;
	uint32_t before = word_bits(f->a->grammar, &f->a->fields[field].raw[first - 1]);
	if (!(before & W_AUXILIARY))
		return false;
	for (size_t i = next + 1; i < end; i++)
		if (notes[i].hints & HINT_DEAL)
			return true;
	return false;
}

/* "Lombardia Informatica", "Silicon Valley Bank": a place and what companies are called behind it. */
static void place_with_tail(struct finder *f, size_t end, struct candidate *c)
{
	size_t next = c->last + 1;
	int field = c->field;
	if (c->of != NAME_PLACE || c->genitive || next >= end || !name_like(f, field, next) || line_break(f, field, next) ||
	    (f->notes[field][next].shape & SHAPE_BARE && (f->language != 0 || common_word(f, field, next))))
		return;
	size_t last = tail_behind(f, field, next, end);
	if (!last || (last + 1 < end && name_like(f, field, last + 1)))
		return;
	c->last = (uint32_t)last;
	c->end = (uint32_t)legal_form_end(f, field, last + 1, NULL);
	c->of = NAME_CLASSES;
	c->name = c->company = NO_NAME;
	c->evidence |= EV_TAIL | (c->end > last + 1 ? EV_LEGAL_FORM : 0u);
}

/*
 * "TUI Group", "Goldman Sachs International", "Vodafone Holding": words that only say that it is a company; the name is that
 * of the company itself. "Barclays Bank" is the bank.
 */
static bool neutral_tail(const struct finder *f, const struct candidate *c, size_t first, size_t last)
{
	static const char *const words[] = {"Group",	   "Gruppe",   "Holding", "Holdings",  "International", "Corporation",
					    "Company", "Companies", "Worldwide", "Konzern", "Europe", "Enterprises", "Gruppo"};
	if (c->company == NO_NAME || c->guarded || c->of != NAME_COMPANY)
		return false;
	bool bank = accord_slice_is(f->g->companies[c->company].kind, "bank");
	for (size_t i = first; i <= last; i++) {
		accord_slice t = token_text(f, c->field, i);
		bool neutral = bank && accord_slice_is(t, "Bank");
		for (size_t k = 0; !neutral && k < sizeof words / sizeof *words; k++)
			neutral = accord_slice_is(t, words[k]);
		if (!neutral)
			return false;
	}
	return true;
}

/* Nokia Lumia, Samsung Galaxy, Windows-Gerät; Nokia Networks is a company of its own; Oracle Deutschland the
 * same one. */
static void look_behind(struct finder *f, size_t end, struct candidate *c)
{
	size_t next = c->last + 1, form;
	int field = c->field;
	place_with_tail(f, end, c);
	if (c->of == NAME_COMPANY && c->first > 0 && (f->notes[field][c->first - 1].hints & HINT_CLUB) &&
	    (token_at(f, field, c->first - 1)->flags & ACCORD_TOKEN_UPPER)) {
		c->of = NAME_ORGANIZATION; /* FC Carl Zeiss */
		return;
	}
	if (c->genitive || c->of != NAME_COMPANY)
		return;
	form = legal_form_end(f, field, next, NULL);
	if (form > next) {
		c->end = (uint32_t)form;
		c->evidence |= EV_LEGAL_FORM;
		return;
	}
	struct candidate run;
	if (next < end && name_like(f, field, next) && legal_run(f, field, c->first, end, &run)) {
		if (all_places(f, field, next, run.last) || /* Microsoft Deutschland GmbH, Barclays Bank PLC */
		    neutral_tail(f, c, next, run.last)) {
			c->end = run.end;
			c->evidence |= EV_LEGAL_FORM;
		} else { /* Bosch Sicherheitssysteme GmbH: a company of its own */
			*c = run;
		}
		return;
	}
	if (next < end && is_sign(f, field, next, '-') && next + 1 < end &&
	    !(token_at(f, field, next + 1)->flags & ACCORD_TOKEN_SPACE)) {
		if (f->language == 2 && (word_bits(f->a->grammar, &f->a->fields[field].raw[c->last]) & W_DEMONYM) &&
		    !(f->notes[field][next + 1].shape & SHAPE_NAME))
			c->of = NAME_PLACE; /* Swiss-based */
		if (f->notes[field][next + 1].hints & HINT_PRODUCT)
			c->of = NAME_PRODUCT;
		else if (f->notes[field][next + 1].hints & HINT_CLUB) /* Robert-Bosch-Straße, Siemens-Stiftung */
			c->of = NAME_ORGANIZATION;
		return;
	}
	if (next >= end || !name_like(f, field, next))
		return;
	const struct note *note = &f->notes[field][next];
	struct candidate known;
	bool titled = (note->shape & SHAPE_BARE) && f->language != 0;
	size_t tail = titled ? (note->hints & HINT_TAIL ? next : 0) : tail_behind(f, field, next, end);
	if (tail) {
		size_t last = tail;
		while (last + 1 < end && name_like(f, field, last + 1) &&
		       (f->notes[field][last + 1].hints & HINT_TAIL))
			last++;
		if (neutral_tail(f, c, next, last)) {
			c->end = (uint32_t)legal_form_end(f, field, last + 1, NULL);
			c->evidence |= EV_TAIL;
			return;
		}
		c->last = (uint32_t)last;
		c->end = (uint32_t)legal_form_end(f, field, last + 1, NULL);
		c->of = NAME_CLASSES;
		c->name = NO_NAME;
		c->guarded = false;
		c->evidence |= EV_TAIL | (c->end > last + 1 ? EV_LEGAL_FORM : 0u);
		return;
	}
	uint32_t before = c->first ? word_bits(f->a->grammar, &f->a->fields[field].raw[c->first - 1]) : 0;
	bool noun = f->language == 0 && common_word(f, field, next);
	if (noun && before & (W_FINITE | W_AUXILIARY | W_PREPOSITION))
		return; /* liefert Siemens Chips, bestellt bei Siemens Chips: subject and object */
	if (note->hints & HINT_PRODUCT && f->language == 0 && c->first > 0 && f->notes[field][c->first - 1].hints & HINT_DESCRIPTION) {
		*c = (struct candidate){.field = (uint8_t)field, .of = NAME_CLASSES, .first = c->first, .last = (uint32_t)next, .end = (uint32_t)next + 1,
					.company = NO_NAME, .name = NO_NAME, .entry = NO_NAME}; /* der Rivale Creative Chips */
		return;
	}
	if (note->hints & HINT_PRODUCT) {
		c->of = NAME_PRODUCT;
		c->last = (uint32_t)next;
		c->end = c->last + 1;
		return;
	}
	if (note->classes & (1 << NAME_PLACE)) { /* Oracle Deutschland, Microsoft Italia */
		if (!titled && !common_word(f, field, next)) {
			c->end = (uint32_t)legal_form_end(f, field, next + 1, NULL);
			if (c->end == next + 1)
				c->end = (uint32_t)next + 1;
		}
		return;
	}
	if (note->hints || titled || known_at(f, field, next, end, &known) ||
	    (note->classes & (1 << NAME_FIRST_NAME)))
		return;
	if (f->language == 0 ? common_word(f, field, next) : false)
		return;
	struct candidate person;
	if (person_at(f, field, next, end, &person))
		return;
	if (f->language == 0 && buys(f, field, c->first, next, end))
		return; /* 2015 kaufte Siemens Yogitech: two companies */
	c->last = (uint32_t)next;
	c->end = c->last + 1;
	bool described = c->first > 0 && f->notes[field][c->first - 1].hints & HINT_DESCRIPTION;
	if (described && f->language != 2) { /* der Netzwerkspezialist BT Stemmer: a company of its own */
		c->of = NAME_CLASSES;
		c->name = NO_NAME;
		c->guarded = false;
		return;
	}
	c->of = NAME_PRODUCT; /* Sony Xperia: what no list knows behind a company's name is a product of it. */
}

/*
 * "451 Research", "500 Startups": a number and the last word of a company's name. A number in front of more
 * than one capital is a count.
 */
static bool numbered_at(struct finder *f, int field, size_t at, size_t end, struct candidate *c)
{
	const accord_token *t = token_at(f, field, at);
	if (t->kind != ACCORD_TOKEN_NUMBER || t->end - t->start < 2 || t->end - t->start > 3 ||
	    at + 1 >= end || f->language == 0 || !name_like(f, field, at + 1) ||
	    !(f->notes[field][at + 1].hints & HINT_TAIL) || (at + 2 < end && name_like(f, field, at + 2)) ||
	    line_break(f, field, at + 1))
		return false;
	*c = (struct candidate){.field = (uint8_t)field,
				.of = NAME_CLASSES,
				.first = (uint32_t)at,
				.last = (uint32_t)at + 1,
				.end = (uint32_t)legal_form_end(f, field, at + 2, NULL),
				.company = NO_NAME,
				.name = NO_NAME,
				.entry = NO_NAME};
	return true;
}

/* Whether a word with a small letter may belong to a name that its legal form makes one: igus GmbH. */
static bool small_name(struct finder *f, int field, size_t token)
{
	const accord_token *t = token_at(f, field, token);
	accord_slice text = token_text(f, field, token);
	if (t->kind != ACCORD_TOKEN_WORD || (t->flags & ACCORD_TOKEN_CAPITAL) || t->letters < 3 ||
	    (f->notes[field][token].hints & (HINT_NEVER | HINT_SMALL | HINT_DEAL | HINT_SAY)))
		return false;
	return dictionary_present(f->dictionary) && !dictionary_has(f->dictionary, text.data, text.len);
}

/* "die cobra GmbH", "beauty alliance GmbH & Co. KG". */
static bool small_at(struct finder *f, int field, size_t at, size_t end, struct candidate *c)
{
	for (size_t i = at; i < end && i < at + 3; i++) {
		const accord_token *t = token_at(f, field, i);
		if (t->kind != ACCORD_TOKEN_WORD || (t->flags & ACCORD_TOKEN_CAPITAL) ||
		    (i > at && line_break(f, field, i)))
			return false;
		size_t form = legal_form_end(f, field, i + 1, NULL);
		if (form == i + 1)
			continue;
		for (size_t k = at; k <= i; k++)
			if (!small_name(f, field, k))
				return false;
		*c = with_legal_form(field, at, i, form);
		return true;
	}
	return false;
}

/* The first token from `at` on with which a legal form may begin. */
static size_t next_form(const struct field *in, size_t at)
{
	while (at < in->tokens.count && !in->words[at]->begins_form)
		at++;
	return at;
}

#define SMALL_REACH 4                    /* tokens from a small word to the legal form that makes it a name */
#define RUN_REACH (2 * LONGEST_RUN + 2) /* … from the first of a run: two a part, and a comma before the form */

/*
 * Whether nothing can begin at a token: no name of the files does, it has no shape of a name, and no legal form is near
 * that would make one of a small word. So it is with most words of a text. `form`: where the next legal form may begin.
 */
static bool plain_word(const struct finder *f, int field, size_t at, size_t form)
{
	const struct token_word *w = f->a->fields[field].words[at];
	return !may_be_known(f, field, at) && !name_like(f, field, at) && w->token_kind != ACCORD_TOKEN_NUMBER &&
	       form > at + SMALL_REACH;
}

/* The name that begins at a token, whatever tells it. */
static bool candidate_at(struct finder *f, int field, size_t at, size_t end, size_t form, struct candidate *c)
{
	struct candidate of_files;
	const bool like = name_like(f, field, at), known = known_at(f, field, at, end, &of_files),
		   company = known && of_files.of == NAME_COMPANY;
	if (like && !company && form <= at + RUN_REACH && legal_run(f, field, at, end, c))
		return true;
	if (like && !(company && of_files.last > of_files.first) && person_at(f, field, at, end, c))
		return true;
	if (known) {
		*c = of_files;
		look_behind(f, end, c);
		return true;
	}
	return (like && unknown_at(f, field, at, end, c)) || numbered_at(f, field, at, end, c) ||
	       (form <= at + SMALL_REACH && small_at(f, field, at, end, c));
}

bool collect_candidates(struct finder *f, int field)
{
	const accord_tokens *tokens = &f->a->fields[field].tokens;
	size_t form = 0;
	for (size_t s = 0; s < tokens->sentence_count; s++) {
		size_t end = tokens->sentences[s + 1];
		for (size_t i = tokens->sentences[s]; i < end;) {
			struct candidate c;
			if (form <= i)
				form = next_form(&f->a->fields[field], i + 1);
			if (plain_word(f, field, i, form) || !candidate_at(f, field, i, end, form, &c)) {
				i++;
				continue;
			}
			struct candidate *place = list_push(f->a->arena, &f->candidates, &f->candidate_count,
							    &f->candidate_capacity, sizeof *place);
			if (!place)
				return false;
			c.behind = (uint32_t)ticker_end(f, &c);
			*place = c;
			i = c.behind > c.last + 1 ? c.behind : c.last + 1;
		}
	}
	return true;
}
