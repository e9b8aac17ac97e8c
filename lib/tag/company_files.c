/*
 * Company files, name lists and hints: text -> companies and names.
 *
 *   company nokia                    a block begins in the first column
 *     name     Nokia                 a field is indented, its values are parted by commas
 *     alias    Nokia Corporation,
 *              Nokia Oyj             what is indented deeper continues the line above
 *     former   Nokia-Maillot         an old name, by which it is found as well
 *     country  FI
 *     de       die Finnen            with an article or in lower case an epithet, else a name in that language only
 *     guard    Oy de en              a name that is a common word, in these languages, and needs context there
 *
 * Nothing is copied: names are slices of the file's text, which lives as long as the gazetteer. Every mistake is told
 * with its place, and the rest of the file is read on.
 */
#include "company.h"

#include <accord/hash_map.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LARGEST_FILE (64u << 20)
#define LONGEST_VALUE 200
#define LARGEST_GUARD 12

/* ---- lines ----------------------------------------------------------------------------------------------------- */

struct lines {
	const char *at, *end;
	accord_slice line;    /* without its comment and line break */
	uint32_t number;
	size_t indent;
};

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

/* The next line that has anything in it. */
static bool next_line(struct lines *l)
{
	while (l->at < l->end) {
		const char *start = l->at, *stop = memchr(start, '\n', (size_t)(l->end - start));
		l->at = stop ? stop + 1 : l->end;
		if (!stop)
			stop = l->end;
		l->number++;
		for (const char *mark = start; (mark = memchr(mark, '#', (size_t)(stop - mark))); mark++)
			if (mark == start || blank(mark[-1])) {
				stop = mark;
				break;
			}
		while (stop > start && blank(stop[-1]))
			stop--;
		const char *text = start;
		while (text < stop && blank(*text))
			text++;
		if (text == stop)
			continue;
		l->indent = (size_t)(text - start);
		l->line = (accord_slice){start, (size_t)(stop - start)};
		return true;
	}
	return false;
}

/* Where a mistake is told from: the line and the stretch of it that is wrong. */
static void mistake(struct reading *r, const struct lines *l, const char *source, accord_slice wrong, const char *hint,
                    const char *format, accord_slice word)
{
	accord_error err = {0};
	uint32_t column = 1;
	if (wrong.data >= l->line.data && wrong.data <= l->line.data + l->line.len)
		column = 1 + (uint32_t)accord_utf8_count(l->line.data, (size_t)(wrong.data - l->line.data));
	size_t shown = word.len < 60 ? word.len : 60;
	accord_error_set(&err, ACCORD_ERULE, format, (int)shown, word.data ? word.data : "");
	accord_error_at(&err, source, l->number, column);
	uint32_t width = (uint32_t)accord_utf8_count(wrong.data, wrong.len);
	if (r->report)
		r->report(r->context, &err, l->line, width ? width : 1, hint, false);
	if (!r->mistakes++ && r->err)
		*r->err = err;
}

/* Cuts the first value off a list; false at its end. `rest` begins behind its comma. */
static bool next_value(accord_slice *rest, accord_slice *value)
{
	while (rest->len) {
		const char *comma = memchr(rest->data, ',', rest->len);
		size_t len = comma ? (size_t)(comma - rest->data) : rest->len;
		const char *start = rest->data, *stop = start + len;
		rest->data += len + (comma != NULL);
		rest->len -= len + (comma != NULL);
		while (start < stop && blank(*start))
			start++;
		while (stop > start && blank(stop[-1]))
			stop--;
		if (start == stop)
			continue;
		*value = (accord_slice){start, (size_t)(stop - start)};
		return true;
	}
	return false;
}

/* The first word of a line's text; `rest` gets what stands behind it. */
static accord_slice first_word(accord_slice line, size_t indent, accord_slice *rest)
{
	const char *start = line.data + indent, *stop = line.data + line.len, *end = start;
	while (end < stop && !blank(*end))
		end++;
	const char *more = end;
	while (more < stop && blank(*more))
		more++;
	*rest = (accord_slice){more, (size_t)(stop - more)};
	return (accord_slice){start, (size_t)(end - start)};
}

/* ---- companies ------------------------------------------------------------------------------------------------- */

enum field { F_NAME, F_ALIAS, F_FORMER, F_TICKER, F_COUNTRY, F_KIND, F_WIKIDATA, F_DE, F_IT, F_EN, F_GUARD, F_PARENT,
             F_PRODUCT, F_SEAT, F_NONE };

static const char *const field_names[] = {"name", "alias", "former", "ticker", "country", "kind",   "wikidata",
                                          "de",   "it",    "en",     "guard",  "parent",  "product", "seat"};

struct block {
	accord_known_company company;
	uint32_t index;         /* in the gazetteer, NO_NAME before it was added */
	size_t first_name;      /* its names in the gazetteer begin here */
	struct guard {
		accord_slice name; /* the unknown slice: every one-word name of the company */
		uint8_t languages; /* 0: all */
	} guards[LARGEST_GUARD];
	size_t guard_count;
	accord_slice line;      /* that it begins with */
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

static bool two_capitals(accord_slice value)
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
	static const char *const articles[] = {"der ", "die ", "das ", "il ", "lo ", "la ", "i ", "gli ", "le ", "the ",
	                                       "l'"};
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
	return accord_slice_is(word, "de") ? NAME_DE : accord_slice_is(word, "it") ? NAME_IT
	                                           : accord_slice_is(word, "en") ? NAME_EN : 0;
}

/* "Orange", "Arm de en", "de": a name, the languages, or both. */
static struct guard guard_from(accord_slice value)
{
	struct guard guard = {value, 0};
	while (guard.name.len >= 2) {
		accord_slice last = {guard.name.data + guard.name.len - 2, 2};
		bool whole = guard.name.len == 2 || blank(guard.name.data[guard.name.len - 3]);
		if (!whole || !language_flag(last))
			break;
		guard.languages |= language_flag(last);
		guard.name.len -= 2;
		while (guard.name.len && blank(guard.name.data[guard.name.len - 1]))
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
	return b->index != NO_NAME && gazetteer_add_name(r->gazetteer, name, NAME_COMPANY, NAME_CANONICAL, b->index);
}

static void single(struct reading *r, const struct lines *l, const char *source, accord_slice *field, accord_slice rest,
                   bool (*valid)(accord_slice), const char *hint, const char *format)
{
	if (valid && !valid(rest))
		mistake(r, l, source, rest, hint, format, rest);
	else
		*field = rest;
}

static bool read_field(struct reading *r, const struct lines *l, const char *source, struct block *b, enum field f,
                       accord_slice rest)
{
	accord_known_company *c = &b->company;
	accord_slice value;
	if (rest.len > LONGEST_VALUE * 20)
		rest.len = LONGEST_VALUE * 20;
	switch (f) {
	case F_NAME:
		if (b->index != NO_NAME)
			mistake(r, l, source, rest, "further names are aliases", "company has two names: '%.*s'", rest);
		else
			return begin_names(r, b, rest);
		return true;
	case F_ALIAS:
	case F_FORMER:
	case F_PRODUCT:
		while (next_value(&rest, &value))
			if (!gazetteer_add_name(r->gazetteer, value, f == F_PRODUCT ? NAME_PRODUCT : NAME_COMPANY,
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
		single(r, l, source, &c->wikidata, rest, wikidata_id, "as in wikidata Q1418", "'%.*s' is no Wikidata id");
		return true;
	case F_PARENT:
		single(r, l, source, &c->parent, rest, slug, "the slug of another company", "'%.*s' is no slug");
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
		mistake(r, &at, source, b->company.id, "as in   name Nokia", "company '%.*s' has no name", b->company.id);
		return;
	}
	g->companies[b->index] = b->company;
	size_t end = g->name_count;
	for (size_t k = 0; k < b->guard_count; k++) {
		size_t guarded = 0;
		for (size_t i = b->first_name; i < end; i++)
			if (!b->guards[k].name.len ? one_word(g->names[i].text)
			                           : accord_slice_equal(g->names[i].text, b->guards[k].name)) {
				guard_name(g, i, b->guards[k].languages, b->index);
				guarded++;
			}
		if (!guarded)
			mistake(r, l, source, b->guards[k].name, "guard stands behind the names: guard Orange, Arm de en",
			        "'%.*s' is no name of the company above", b->guards[k].name);
	}
}

static bool begin_block(struct reading *r, const struct lines *l, const char *source, struct block *b)
{
	accord_slice id, word = first_word(l->line, 0, &id);
	*b = (struct block){.index = NO_NAME, .wrong = true};
	if (!accord_slice_is(word, "company")) {
		mistake(r, l, source, word, "a block begins with   company SLUG", "'%.*s' begins no block", word);
		return true;
	}
	if (!slug(id)) {
		mistake(r, l, source, id.len ? id : word, "small letters, digits and hyphens: company deutsche-telekom",
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
				mistake(r, &l, source, first_word(l.line, l.indent, &rest),
				        "company SLUG stands above its fields", "a field outside of a block: '%.*s'",
				        first_word(l.line, l.indent, &rest));
			continue;
		}
		accord_slice word = first_word(l.line, l.indent, &rest);
		if (field != F_NONE && l.indent > indent) {
			rest = (accord_slice){l.line.data + l.indent, l.line.len - l.indent};
		} else {
			field = field_from(word);
			indent = l.indent;
			if (field == F_NONE) {
				mistake(r, &l, source, word,
				        "the fields are name, alias, former, ticker, country, kind, wikidata, seat, "
				        "parent, product, guard, de, it, en",
				        "'%.*s' is no field of a company", word);
				continue;
			}
		}
		if (!rest.len && field != F_GUARD) {
			mistake(r, &l, source, word, NULL, "'%.*s' has no value", word);
			continue;
		}
		if (b.index == NO_NAME && field != F_NAME) {
			if (!b.wrong)
				mistake(r, &l, source, word, "as in   name Nokia",
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

/* ---- lists and hints ------------------------------------------------------------------------------------------- */

/* A legal form may name its one country behind two blanks: "S.p.A., Spa  IT". */
static uint32_t form_country(accord_slice *line)
{
	if (line->len < 4 || !two_capitals((accord_slice){line->data + line->len - 2, 2}) ||
	    line->data[line->len - 3] != ' ' || line->data[line->len - 4] != ' ')
		return NO_NAME;
	const char *code = line->data + line->len - 2;
	line->len -= 2;
	return (uint32_t)(unsigned char)code[0] << 8 | (unsigned char)code[1];
}

accord_status read_name_list(struct reading *r, accord_slice text, const char *source, enum name_class of)
{
	struct lines l = {text.data, text.data + text.len, {NULL, 0}, 0, 0};
	while (next_line(&l)) {
		accord_slice rest = l.line, value;
		uint32_t company = of == NAME_LEGAL_FORM ? form_country(&rest) : NO_NAME;
		while (next_value(&rest, &value)) {
			uint8_t flags = of == NAME_LEGAL_FORM ? NAME_EXACT : 0;
			if (value.data[0] == '=') { /* only as it is spelled */
				flags = NAME_EXACT;
				value.data++;
				value.len--;
			}
			if (!value.len || value.len > LONGEST_VALUE) {
				mistake(r, &l, source, value, NULL, "no name: '%.*s'", value);
				continue;
			}
			if (!gazetteer_add_name(r->gazetteer, value, of, flags, company))
				return ACCORD_ENOMEM;
		}
	}
	return ACCORD_OK;
}

static const struct {
	const char *name;
	uint16_t hint;
} hint_names[] = {
	{"description", HINT_DESCRIPTION}, {"head", HINT_HEAD},       {"office", HINT_OFFICE}, {"title", HINT_TITLE},
	{"say", HINT_SAY},                 {"deal", HINT_DEAL},       {"tail", HINT_TAIL},     {"club", HINT_CLUB},
	{"product", HINT_PRODUCT},         {"small", HINT_SMALL},     {"place", HINT_PLACE},   {"analyst", HINT_ANALYST},
	{"never", HINT_NEVER},             {"exchange", HINT_EXCHANGE}, {"source", HINT_SOURCE},
	{"money", HINT_MONEY},
};

static uint16_t hint_from(accord_slice name)
{
	for (size_t i = 0; i < sizeof hint_names / sizeof *hint_names; i++)
		if (accord_slice_is(name, hint_names[i].name))
			return hint_names[i].hint;
	return 0;
}

accord_status read_hints(struct reading *r, accord_slice text, const char *source, int language)
{
	struct lines l = {text.data, text.data + text.len, {NULL, 0}, 0, 0};
	uint16_t hint = 0;
	while (next_line(&l)) {
		accord_slice rest = l.line, value, word;
		if (!l.indent) {
			word = first_word(l.line, 0, &rest);
			bool known = accord_slice_is(word, "class");
			word = first_word(l.line, (size_t)(rest.data - l.line.data), &rest);
			hint = known ? hint_from(word) : 0;
			if (!hint) {
				mistake(r, &l, source, word,
				        "the classes are description, head, office, title, say, deal, tail, club, "
				        "product, small, place, analyst, never, exchange, source, money",
				        "'%.*s' is no class of hints", word);
				continue;
			}
		}
		while (hint && next_value(&rest, &value))
			if (!gazetteer_add_hint(r->gazetteer, value, hint, language))
				return ACCORD_ENOMEM;
	}
	return ACCORD_OK;
}

/* ---- folders --------------------------------------------------------------------------------------------------- */

/* A whole file in the gazetteer's arena; the unknown slice if there is none. */
static accord_status read_file(struct reading *r, const char *path, accord_slice *text)
{
	*text = (accord_slice){NULL, 0};
	FILE *file = fopen(path, "rb");
	if (!file)
		return ACCORD_OK;
	accord_status status = ACCORD_OK;
	long size = -1;
	if (!fseek(file, 0, SEEK_END))
		size = ftell(file);
	if (size < 0 || (unsigned long)size > LARGEST_FILE) {
		status = accord_error_set(r->err, ACCORD_EIO, "cannot be read, or is larger than 64 MB");
		accord_error_at(r->err, path, 0, 0);
		goto out;
	}
	rewind(file);
	char *bytes = accord_arena_alloc(r->gazetteer->arena, (size_t)size + 1);
	if (!bytes) {
		status = accord_error_set(r->err, ACCORD_ENOMEM, "out of memory");
		goto out;
	}
	size_t len = fread(bytes, 1, (size_t)size, file);
	bytes[len] = '\0';
	*text = (accord_slice){bytes, len};
	if (!accord_utf8_valid(bytes, len)) {
		status = accord_error_set(r->err, ACCORD_ERULE, "is not UTF-8");
		accord_error_at(r->err, path, 0, 0);
	}
	r->gazetteer->hash = (r->gazetteer->hash ^ accord_hash(bytes, len)) * 1099511628211u;
out:
	fclose(file);
	return status;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The files of a folder with an ending, sorted, so that the order on the disk does not matter. */
static accord_status list_folder(struct reading *r, const char *folder, const char *ending, char ***files, size_t *count)
{
	*files = NULL;
	*count = 0;
	DIR *dir = opendir(folder);
	if (!dir)
		return ACCORD_OK;
	size_t capacity = 0, tail = strlen(ending);
	accord_status status = ACCORD_OK;
	for (struct dirent *entry; (entry = readdir(dir)) && status == ACCORD_OK;) {
		size_t len = strlen(entry->d_name);
		if (len <= tail || strcmp(entry->d_name + len - tail, ending) != 0 || entry->d_name[0] == '.')
			continue;
		if (*count == capacity) {
			size_t larger = capacity ? capacity * 2 : 32;
			*files = accord_arena_grow(r->gazetteer->arena, *files, capacity * sizeof **files,
			                           larger * sizeof **files);
			capacity = larger;
		}
		size_t size = strlen(folder) + len + 2;
		char *path = *files ? accord_arena_alloc(r->gazetteer->arena, size) : NULL;
		if (!path) {
			status = accord_error_set(r->err, ACCORD_ENOMEM, "out of memory");
			break;
		}
		snprintf(path, size, "%s/%s", folder, entry->d_name);
		(*files)[(*count)++] = path;
	}
	closedir(dir);
	if (*count)
		qsort(*files, *count, sizeof **files, by_name);
	return status;
}

static enum name_class class_of_list(const char *path)
{
	static const struct {
		const char *name;
		enum name_class of;
	} lists[] = {{"first_names", NAME_FIRST_NAME}, {"places", NAME_PLACE},     {"media", NAME_MEDIUM},
	             {"products", NAME_PRODUCT},       {"persons", NAME_PERSON},   {"organizations", NAME_ORGANIZATION}};
	const char *base = strrchr(path, '/');
	base = base ? base + 1 : path;
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (!strncmp(base, lists[i].name, strlen(lists[i].name)))
			return lists[i].of;
	return NAME_CLASSES;
}

static accord_status read_list_file(struct reading *r, const char *path, enum name_class of)
{
	accord_slice text;
	accord_status status = read_file(r, path, &text);
	if (status != ACCORD_OK || !text.data)
		return status;
	return of == NAME_COMPANY ? read_companies(r, text, path) : read_name_list(r, text, path, of);
}

accord_status read_rule_folder(struct reading *r, const char *folder)
{
	static const char *const languages[] = {"de", "it", "en"};
	char path[4096];
	char **files;
	size_t count;
	snprintf(path, sizeof path, "%s/companies", folder);
	accord_status status = list_folder(r, path, ".companies", &files, &count);
	for (size_t i = 0; status == ACCORD_OK && i < count; i++)
		status = read_list_file(r, files[i], NAME_COMPANY);
	if (status != ACCORD_OK)
		return status;
	snprintf(path, sizeof path, "%s/names", folder);
	status = list_folder(r, path, ".txt", &files, &count);
	for (size_t i = 0; status == ACCORD_OK && i < count; i++)
		if (class_of_list(files[i]) != NAME_CLASSES)
			status = read_list_file(r, files[i], class_of_list(files[i]));
	snprintf(path, sizeof path, "%s/legal_forms.txt", folder);
	if (status == ACCORD_OK)
		status = read_list_file(r, accord_arena_copy(r->gazetteer->arena, path, strlen(path)), NAME_LEGAL_FORM);
	for (int i = 0; status == ACCORD_OK && i < 3; i++) {
		accord_slice text;
		snprintf(path, sizeof path, "%s/%s/names.hints", folder, languages[i]);
		status = read_file(r, path, &text);
		if (status == ACCORD_OK && text.data)
			status = read_hints(r, text, accord_arena_copy(r->gazetteer->arena, path, strlen(path)), i);
	}
	return status;
}
