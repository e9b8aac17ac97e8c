/*
 * A query into a tree. Words stand side by side and all must hold; OR joins the two beside it; brackets
 * group; a minus negates. `field:value` asks for one thing, a bare word is the name of a company, or a date
 * behind its preposition.
 *
 *   Microsoft (Nokia OR Xiaomi) type:licensing,asset_sale since:2016 -status:rumor
 *
 * Fields have names in three languages; a word that begins like a field but is none is an error, so that a
 * typing mistake does not quietly find nothing.
 */
#include "terms.h"

#include <accord/period.h>

#include <stdlib.h>
#include <string.h>

#define LONGEST 4096
#define DEEPEST 32

static const struct {
	const char *name;
	enum field field;
} fields[] = {
	{"company", F_COMPANY},  {"firma", F_COMPANY},
	{"azienda", F_COMPANY},  {"type", F_TYPE},
	{"art", F_TYPE},         {"typ", F_TYPE},
	{"tipo", F_TYPE},        {"status", F_STATUS},
	{"stand", F_STATUS},     {"stato", F_STATUS},
	{"role", F_ROLE},        {"rolle", F_ROLE},
	{"ruolo", F_ROLE},       {"since", F_SINCE},
	{"after", F_SINCE},      {"from", F_SINCE},
	{"seit", F_SINCE},       {"ab", F_SINCE},
	{"dal", F_SINCE},        {"until", F_UNTIL},
	{"before", F_UNTIL},     {"to", F_UNTIL},
	{"bis", F_UNTIL},        {"vor", F_UNTIL},
	{"fino", F_UNTIL},       {"date", F_DATE},
	{"datum", F_DATE},       {"data", F_DATE},
	{"lang", F_LANG},        {"sprache", F_LANG},
	{"lingua", F_LANG},      {"site", F_SITE},
	{"quelle", F_SITE},      {"sito", F_SITE},
	{"value", F_VALUE},      {"wert", F_VALUE},
	{"valore", F_VALUE},     {"currency", F_CURRENCY},
	{"wahrung", F_CURRENCY}, {"valuta", F_CURRENCY},
	{"rule", F_RULE},        {"regel", F_RULE},
	{"regola", F_RULE},      {"confidence", F_CONFIDENCE},
	{"object", F_OBJECT},    {"objekt", F_OBJECT},
	{"oggetto", F_OBJECT},   {"id", F_ID},
	{"fresh", F_FRESH},      {"text", F_TEXT},
	{"testo", F_TEXT},
};

/* Words before a date: `seit 2015`, `until last month`, `nel 2019`. */
static const struct {
	const char *word;
	enum field field;
} prepositions[] = {
	{"since", F_SINCE}, {"seit", F_SINCE},   {"ab", F_SINCE},    {"dal", F_SINCE},   {"from", F_SINCE},
	{"after", F_SINCE}, {"nach", F_SINCE},   {"dopo", F_SINCE},  {"until", F_UNTIL}, {"till", F_UNTIL},
	{"bis", F_UNTIL},   {"before", F_UNTIL}, {"entro", F_UNTIL}, {"in", F_DATE},     {"im", F_DATE},
	{"nel", F_DATE},    {"during", F_DATE},
};

static bool add_child(struct parser *p, accord_query *q, accord_query *child)
{
	accord_query **children = accord_arena_alloc(p->arena, (q->child_count + 1) * sizeof(accord_query *));
	if (!children)
		return query_fail(p, ACCORD_ENOMEM, "out of memory%.*s", (accord_slice){NULL, 0}) != NULL;
	if (q->child_count)
		memcpy(children, q->children, q->child_count * sizeof(accord_query *));
	children[q->child_count++] = child;
	q->children = children;
	return true;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void skip_blanks(struct parser *p)
{
	while (p->at < p->text.len && is_blank(p->text.data[p->at]))
		p->at++;
}

/* Up to the next blank or bracket; a quoted part belongs to it: `site:"a b"`. */
static accord_slice read_word(struct parser *p)
{
	size_t start = p->at;
	bool quoted = false;
	for (; p->at < p->text.len; p->at++) {
		char c = p->text.data[p->at];
		if (c == '"')
			quoted = !quoted;
		else if (!quoted && (is_blank(c) || c == '(' || c == ')'))
			break;
	}
	return (accord_slice){p->text.data + start, p->at - start};
}

static accord_slice unquote(accord_slice word)
{
	if (word.len && word.data[0] == '"') {
		word.data++;
		word.len--;
	}
	if (word.len && word.data[word.len - 1] == '"')
		word.len--;
	return accord_slice_trim(word);
}

/* The field that stands before the colon: a list's, or a role's name; -1 for none. */
static int field_of(struct parser *p, accord_slice name)
{
	accord_slice folded = accord_text_fold_loose(p->arena, name);
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		if (accord_slice_is(folded, fields[i].name))
			return (int)fields[i].field;
	return -1;
}

static bool is_word(accord_slice name)
{
	for (size_t i = 0; i < name.len; i++) {
		unsigned char c = (unsigned char)name.data[i];
		if (!((c | 32) >= 'a' && (c | 32) <= 'z') && c < 0x80 && c != '_')
			return false;
	}
	return name.len > 0;
}

static accord_query *read_fielded(struct parser *p, accord_slice word, size_t colon)
{
	accord_slice name = {word.data, colon},
		     value = unquote((accord_slice){word.data + colon + 1, word.len - colon - 1});
	int field = field_of(p, name), role = accord_role_from(name);
	if (field < 0 && role < 0)
		return query_fail(p, ACCORD_EINPUT, "no field '%.*s:'; man accord-query has the list", name);
	if (!value.len)
		return query_fail(p, ACCORD_EINPUT, "nothing stands behind '%.*s:'", name);
	if (field >= 0)
		return query_field_term(p, (enum field)field, value);
	accord_query *q = query_text_term(p, ACCORD_QUERY_COMPANY, value);
	if (q)
		q->role = role;
	return q;
}

/* Behind a preposition: the longest of the next three words that make a date. */
static accord_query *read_dated(struct parser *p, accord_slice word)
{
	size_t start = p->at, ends[3], n = 0;
	accord_slice folded = accord_text_fold_loose(p->arena, word);
	int field = -1;
	for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions; i++)
		if (accord_slice_is(folded, prepositions[i].word))
			field = (int)prepositions[i].field;
	if (field < 0)
		return NULL;
	skip_blanks(p);
	size_t begin = p->at;
	while (n < 3 && p->at < p->text.len) {
		if (!read_word(p).len)
			break;
		ends[n++] = p->at;
		skip_blanks(p);
	}
	while (n-- > 0) {
		int64_t from, to;
		accord_slice date = {p->text.data + begin, ends[n] - begin};
		if (!accord_query_date(date, p->today, &from, &to))
			continue;
		p->at = ends[n];
		return query_date_term(p, (enum field)field, date);
	}
	p->at = start;
	return NULL;
}

static accord_query *read_bare(struct parser *p, accord_slice word)
{
	int64_t from, to;
	accord_query *q = read_dated(p, word);
	if (q || p->failed)
		return q;
	bool year = word.len >= 4 && (word.data[0] == '1' || word.data[0] == '2');
	for (size_t i = 0; i < 4 && year; i++)
		year = word.data[i] >= '0' && word.data[i] <= '9';
	if (year && accord_query_date(word, p->today, &from, &to))
		return query_date_term(p, F_DATE, word);
	q = query_text_term(p, ACCORD_QUERY_COMPANY, word);
	if (q)
		q->bare = true;
	return q;
}

static accord_query *read_all(struct parser *p);

static accord_query *read_group(struct parser *p)
{
	accord_query *q = NULL;
	p->at++;
	if (++p->depth > DEEPEST)
		return query_fail(p, ACCORD_EINPUT, "brackets are nested too deep%.*s",
				  (accord_slice){NULL, 0});
	q = read_all(p);
	p->depth--;
	if (!p->failed && (p->at >= p->text.len || p->text.data[p->at] != ')'))
		return query_fail(p, ACCORD_EINPUT, "a closing bracket is missing%.*s",
				  (accord_slice){NULL, 0});
	p->at++;
	return q;
}

static accord_query *read_term(struct parser *p)
{
	bool negated = false;
	while (p->at < p->text.len && (p->text.data[p->at] == '-' || p->text.data[p->at] == '!')) {
		negated = !negated;
		p->at++;
	}
	accord_query *q;
	if (p->at < p->text.len && p->text.data[p->at] == '(') {
		q = read_group(p);
	} else {
		accord_slice word = read_word(p);
		const char *colon = memchr(word.data, ':', word.len);
		size_t name = colon ? (size_t)(colon - word.data) : 0;
		if (!word.len)
			q = query_fail(p, ACCORD_EINPUT, "nothing stands behind '-'%.*s", word);
		else if (word.data[0] == '"')
			q = query_text_term(p, ACCORD_QUERY_TEXT, unquote(word));
		else if (colon && is_word((accord_slice){word.data, name}))
			q = read_fielded(p, word, name);
		else
			q = read_bare(p, word);
	}
	if (q && negated)
		q->negated = !q->negated;
	return q;
}

/* OR between two terms; "oder", "o" are words of names too, so only the capitals join. */
static bool reads_or(struct parser *p)
{
	skip_blanks(p);
	size_t at = p->at;
	accord_slice word = read_word(p);
	if (accord_slice_is(word, "OR") || accord_slice_is(word, "ODER") || accord_slice_is(word, "||"))
		return true;
	p->at = at;
	return false;
}

static accord_query *read_any(struct parser *p)
{
	accord_query *first = read_term(p), *any = NULL;
	while (first && !p->failed && reads_or(p)) {
		skip_blanks(p);
		if (!any) {
			any = query_node(p, ACCORD_QUERY_ANY);
			if (!any || !add_child(p, any, first))
				return NULL;
		}
		if (p->at >= p->text.len || p->text.data[p->at] == ')')
			return query_fail(p, ACCORD_EINPUT, "nothing stands behind OR%.*s",
					  (accord_slice){NULL, 0});
		accord_query *next = read_term(p);
		if (!next || !add_child(p, any, next))
			return NULL;
	}
	return any ? any : first;
}

static accord_query *read_all(struct parser *p)
{
	accord_query *all = query_node(p, ACCORD_QUERY_ALL);
	for (;;) {
		skip_blanks(p);
		if (!all || p->failed || p->at >= p->text.len || p->text.data[p->at] == ')')
			break;
		size_t at = p->at;
		accord_slice word = read_word(p);
		if (accord_slice_is(word, "AND") || accord_slice_is(word, "UND"))
			continue;
		if (accord_slice_is(word, "OR") || accord_slice_is(word, "||"))
			return query_fail(p, ACCORD_EINPUT, "nothing stands before %.*s", word);
		p->at = at;
		bool negate = accord_slice_is(word, "NOT") || accord_slice_is(word, "NICHT");
		if (negate) {
			p->at += word.len;
			skip_blanks(p);
		}
		accord_query *q = read_any(p);
		if (!q || !add_child(p, all, q))
			return NULL;
		if (negate)
			q->negated = !q->negated;
	}
	return p->failed ? NULL : all;
}

accord_status accord_query_parse(accord_arena *arena, accord_slice text, int64_t today, accord_query **query,
				 accord_error *err)
{
	struct parser p = {.arena = arena, .today = today, .err = err};
	if (text.len > LONGEST)
		return accord_error_set(err, ACCORD_EINPUT, "a query has at most %d bytes", LONGEST);
	accord_status status = accord_text_normalize(arena, text.data ? text.data : "", text.len, &p.text);
	if (status != ACCORD_OK)
		return status;
	*query = read_all(&p);
	if (!p.failed && p.at < p.text.len)
		query_fail(&p, ACCORD_EINPUT, "a bracket closes that none opened%.*s",
			   (accord_slice){NULL, 0});
	if (p.failed)
		return err ? err->status : ACCORD_EINPUT;
	return ACCORD_OK;
}

/* One of several words of a command line that is several words itself: 'Company 0' 'Company 1'. Its words belong together, and
 * with no others. */
static bool is_unit(const char *word, int count)
{
	return count > 1 && strchr(word, ' ') && !strpbrk(word, ":\"()") && word[0] != ' ';
}

accord_slice accord_query_join(accord_arena *arena, int count, char *const *words, bool units)
{
	size_t size = 1, n = 0;
	for (int i = 0; i < count; i++)
		size += strlen(words[i]) + 5;
	char *text = accord_arena_alloc(arena, size);
	if (!text)
		return (accord_slice){NULL, 0};
	for (int i = 0; i < count; i++) {
		const char *word = words[i], *colon = strchr(word, ':');
		size_t len = strlen(word);
		bool quote = colon && strchr(colon, ' ') && !strchr(word, '"') && !strchr(word, '(') &&
			     !memchr(word, ' ', (size_t)(colon - word));
		bool unit = units && is_unit(word, count);
		if (n)
			text[n++] = ' ';
		if (unit && (*word == '-' || *word == '!')) { /* none of '-HMD Global' */
			text[n++] = *word++;
			len--;
		}
		if (unit)
			text[n++] = '(';
		size_t head = quote ? (size_t)(colon - word) + 1 : len;
		memcpy(text + n, word, head);
		n += head;
		if (quote) {
			text[n++] = '"';
			memcpy(text + n, word + head, len - head);
			n += len - head;
			text[n++] = '"';
		}
		if (unit)
			text[n++] = ')';
	}
	text[n] = '\0';
	return (accord_slice){text, n};
}
