/*
 * Company files: text -> companies and names.
 *
 *   company nokia                    a block begins in the first column
 *     name     Nokia                 a field is indented, its values are parted by commas
 *     alias    Nokia Corporation,
 *              Nokia Oyj             what is indented deeper continues the line above
 *     former   Nokia-Maillot         an old name, by which it is found as well
 *     country  FI
 *     de       die Finnen            with an article or in lower case an epithet, else a name in that
 * language only guard    Oy de en              a name that is a common word, in these languages, and needs
 * context there
 *
 * Nothing is copied: names are slices of the file's text, which lives as long as the gazetteer. Every mistake
 * is told with its place, and the rest of the file is read on.
 */
#include "name_lines.h"

#include <string.h>

#define LARGEST_GUARD 12

/* ---- companies
 * ------------------------------------------------------------------------------------------------- */

enum field {
	F_NAME,
	F_ALIAS,
	F_FORMER,
	F_TICKER,
	F_COUNTRY,
	F_KIND,
	F_WIKIDATA,
	F_DE,
	F_IT,
	F_EN,
	F_GUARD,
	F_PARENT,
	F_PRODUCT,
	F_SEAT,
	F_NONE
};

static const char *const field_names[] = {"name",  "alias",    "former",  "ticker", "country",
					  "kind",  "wikidata", "de",      "it",     "en",
					  "guard", "parent",   "product", "seat"};

struct block {
	accord_known_company company;
	uint32_t index;    /* in the gazetteer, NO_NAME before it was added */
	size_t first_name; /* its names in the gazetteer begin here */
	struct guard {
		accord_slice name; /* the unknown slice: every one-word name of the company */
		uint8_t languages; /* 0: all */
	} guards[LARGEST_GUARD];
	size_t guard_count;
	accord_slice line; /* that it begins with */
	bool wrong;
};

static enum field field_from(accord_slice word)
{
	for (int i = 0; i < F_NONE; i++)
		if (accord_slice_is(word, field_names[i]))
			return (enum field)i;
	return F_NONE;
}

static bool slug(accord_slice id)
{
	for (size_t i = 0; i < id.len; i++) {
		char c = id.data[i];
		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c == '-' && i && i + 1 < id.len)))
			return false;
	}
	return id.len > 0 && id.len <= 80;
}

bool two_capitals(accord_slice value)
{
	return value.len == 2 && value.data[0] >= 'A' && value.data[0] <= 'Z' && value.data[1] >= 'A' &&
	       value.data[1] <= 'Z';
}

static bool wikidata_id(accord_slice value)
{
	if (value.len < 2 || value.len > 12 || value.data[0] != 'Q')
		return false;
	for (size_t i = 1; i < value.len; i++)
		if (value.data[i] < '0' || value.data[i] > '9')
			return false;
	return true;
}

/* "der Redmonder Konzern" -> "Redmonder Konzern"; an epithet has an article or begins in lower case. */
static bool epithet(accord_slice *value)
{
	static const char *const articles[] = {"der ", "die ", "das ", "il ",  "lo ", "la ",
					       "i ",   "gli ", "le ",  "the ", "l'"};
	for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
		size_t len = strlen(articles[i]);
		if (value->len > len && !memcmp(value->data, articles[i], len)) {
			value->data += len;
			value->len -= len;
			return true;
		}
	}
	return false;
}

static bool add_localized(struct reading *r, struct block *b, enum field f, accord_slice value)
{
	uint8_t language = f == F_DE ? NAME_DE : f == F_IT ? NAME_IT : NAME_EN;
	enum name_class of = epithet(&value) ? NAME_EPITHET : NAME_COMPANY;
	return gazetteer_add_name(r->gazetteer, value, of, language, b->index);
}

static uint8_t language_flag(accord_slice word)
{
	return accord_slice_is(word, "de")   ? NAME_DE
	       : accord_slice_is(word, "it") ? NAME_IT
	       : accord_slice_is(word, "en") ? NAME_EN
					     : 0;
}

/* "Orange", "Arm de en", "de": a name, the languages, or both. */
static struct guard guard_from(accord_slice value)
{
	struct guard guard = {value, 0};
	while (guard.name.len >= 2) {
		accord_slice last = {guard.name.data + guard.name.len - 2, 2};
		bool whole = guard.name.len == 2 || line_blank(guard.name.data[guard.name.len - 3]);
		if (!whole || !language_flag(last))
			break;
		guard.languages |= language_flag(last);
		guard.name.len -= 2;
		while (guard.name.len && line_blank(guard.name.data[guard.name.len - 1]))
			guard.name.len--;
	}
	return guard;
}

static void read_guards(struct block *b, accord_slice rest)
{
	accord_slice value;
	if (!rest.len && b->guard_count < LARGEST_GUARD)
		b->guards[b->guard_count++] = (struct guard){{NULL, 0}, 0};
	while (next_value(&rest, &value) && b->guard_count < LARGEST_GUARD)
		b->guards[b->guard_count++] = guard_from(value);
}

/* The company goes into the gazetteer at its name, so that names can point to it. */
static bool begin_names(struct reading *r, struct block *b, accord_slice name)
{
	bool replaced;
	b->company.name = name;
	b->index = gazetteer_add_company(r->gazetteer, &b->company, &replaced);
	b->first_name = r->gazetteer->name_count;
	return b->index != NO_NAME &&
	       gazetteer_add_name(r->gazetteer, name, NAME_COMPANY, NAME_CANONICAL, b->index);
}

static void single(struct reading *r, const struct lines *l, const char *source, accord_slice *field,
		   accord_slice rest, bool (*valid)(accord_slice), const char *hint, const char *format)
{
	if (valid && !valid(rest))
		line_mistake(r, l, source, rest, hint, format, rest);
	else
		*field = rest;
}

static bool read_field(struct reading *r, const struct lines *l, const char *source, struct block *b,
		       enum field f, accord_slice rest)
{
	accord_known_company *c = &b->company;
	accord_slice value;
	if (rest.len > LONGEST_VALUE * 20)
		rest.len = LONGEST_VALUE * 20;
	switch (f) {
	case F_NAME:
		if (b->index != NO_NAME)
			line_mistake(r, l, source, rest, "further names are aliases",
				     "company has two names: '%.*s'", rest);
		else
			return begin_names(r, b, rest);
		return true;
	case F_ALIAS:
	case F_FORMER:
	case F_PRODUCT:
		while (next_value(&rest, &value))
			if (!gazetteer_add_name(r->gazetteer, value,
						f == F_PRODUCT ? NAME_PRODUCT : NAME_COMPANY,
						f == F_FORMER ? NAME_FORMER : 0, b->index))
				return false;
		return true;
	case F_DE:
	case F_IT:
	case F_EN:
		while (next_value(&rest, &value))
			if (!add_localized(r, b, f, value))
				return false;
		return true;
	case F_GUARD:
		read_guards(b, rest);
		return true;
	case F_COUNTRY:
		single(r, l, source, &c->country, rest, two_capitals, "two capital letters, as in country DE",
		       "'%.*s' is no ISO 3166 country code");
		return true;
	case F_WIKIDATA:
		single(r, l, source, &c->wikidata, rest, wikidata_id, "as in wikidata Q1418",
		       "'%.*s' is no Wikidata id");
		return true;
	case F_PARENT:
		single(r, l, source, &c->parent, rest, slug, "the slug of another company",
		       "'%.*s' is no slug");
		return true;
	case F_TICKER:
		c->ticker = rest;
		return true;
	case F_KIND:
		c->kind = rest;
		return true;
	default:
		c->seat = rest;
		return true;
	}
}

static bool one_word(accord_slice text)
{
	return !memchr(text.data, ' ', text.len);
}

/* Guarded in some languages only: in the others the name is free, as a second entry. */
static void guard_name(struct accord_gazetteer *g, size_t i, uint8_t languages, uint32_t company)
{
	struct name unguarded = g->names[i];
	if (unguarded.name_class != NAME_COMPANY)
		return;
	g->names[i].flags |= NAME_GUARDED | NAME_EXACT;
	if (!languages || (unguarded.flags & NAME_LANGUAGES))
		return;
	g->names[i].flags |= languages;
	uint8_t others = NAME_LANGUAGES & (uint8_t)~languages;
	if (others)
		gazetteer_add_name(g, unguarded.text, NAME_COMPANY, others, company);
}

/* A block is at its end: what was read behind the name goes to the company, guards to its names. */
static void end_block(struct reading *r, struct block *b, const struct lines *l, const char *source)
{
	struct accord_gazetteer *g = r->gazetteer;
	if (!b->company.id.data || b->wrong)
		return;
	if (b->index == NO_NAME) {
		struct lines at = *l;
		at.number = b->company.line;
		at.line = b->line;
		line_mistake(r, &at, source, b->company.id, "as in   name Nokia",
			     "company '%.*s' has no name", b->company.id);
		return;
	}
	g->companies[b->index] = b->company;
	size_t end = g->name_count;
	for (size_t k = 0; k < b->guard_count; k++) {
		size_t guarded = 0;
		for (size_t i = b->first_name; i < end; i++)
			if (!b->guards[k].name.len
				    ? one_word(g->names[i].text)
				    : accord_slice_equal(g->names[i].text, b->guards[k].name)) {
				guard_name(g, i, b->guards[k].languages, b->index);
				guarded++;
			}
		if (!guarded)
			line_mistake(r, l, source, b->guards[k].name,
				     "guard stands behind the names: guard Orange, Arm de en",
				     "'%.*s' is no name of the company above", b->guards[k].name);
	}
}

static bool begin_block(struct reading *r, const struct lines *l, const char *source, struct block *b)
{
	accord_slice id, word = line_word(l->line, 0, &id);
	*b = (struct block){.index = NO_NAME, .wrong = true};
	if (!accord_slice_is(word, "company")) {
		line_mistake(r, l, source, word, "a block begins with   company SLUG",
			     "'%.*s' begins no block", word);
		return true;
	}
	if (!slug(id)) {
		line_mistake(r, l, source, id.len ? id : word,
			     "small letters, digits and hyphens: company deutsche-telekom",
			     "'%.*s' is no slug", id);
		return true;
	}
	b->company.id = id;
	b->company.line = l->number;
	b->line = l->line;
	b->company.source = accord_slice_of(source);
	b->wrong = false;
	return true;
}

accord_status read_companies(struct reading *r, accord_slice text, const char *source)
{
	struct lines l = {text.data, text.data + text.len, {NULL, 0}, 0, 0};
	struct block b = {.index = NO_NAME};
	enum field field = F_NONE;
	size_t indent = 0;
	while (next_line(&l)) {
		accord_slice rest;
		if (!l.indent) {
			end_block(r, &b, &l, source);
			begin_block(r, &l, source, &b);
			field = F_NONE;
			continue;
		}
		if (!b.company.id.data) {
			if (!b.wrong)
				line_mistake(r, &l, source, line_word(l.line, l.indent, &rest),
					     "company SLUG stands above its fields",
					     "a field outside of a block: '%.*s'",
					     line_word(l.line, l.indent, &rest));
			continue;
		}
		accord_slice word = line_word(l.line, l.indent, &rest);
		if (field != F_NONE && l.indent > indent) {
			rest = (accord_slice){l.line.data + l.indent, l.line.len - l.indent};
		} else {
			field = field_from(word);
			indent = l.indent;
			if (field == F_NONE) {
				line_mistake(r, &l, source, word,
					     "the fields are name, alias, former, ticker, country, kind, "
					     "wikidata, seat, "
					     "parent, product, guard, de, it, en",
					     "'%.*s' is no field of a company", word);
				continue;
			}
		}
		if (!rest.len && field != F_GUARD) {
			line_mistake(r, &l, source, word, NULL, "'%.*s' has no value", word);
			continue;
		}
		if (b.index == NO_NAME && field != F_NAME) {
			if (!b.wrong)
				line_mistake(r, &l, source, word, "as in   name Nokia",
					     "the name comes first, before '%.*s'", word);
			b.wrong = true;
			continue;
		}
		if (!read_field(r, &l, source, &b, field, rest))
			return ACCORD_ENOMEM;
	}
	end_block(r, &b, &l, source);
	return ACCORD_OK;
}
