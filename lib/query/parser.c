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
#include "parser.h"

#include <accord/period.h>

#include <stdlib.h>
#include <string.h>

#define LONGEST 4096
#define DEEPEST 32
#define MOST_TERMS 256
#define FOREVER ((int64_t)1 << 40)

enum field {
	F_COMPANY,
	F_TYPE,
	F_STATUS,
	F_ROLE,
	F_SINCE,
	F_UNTIL,
	F_DATE,
	F_LANG,
	F_SITE,
	F_VALUE,
	F_CURRENCY,
	F_RULE,
	F_CONFIDENCE,
	F_OBJECT,
	F_ID,
	F_FRESH,
	F_TEXT
};

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

struct parser {
	accord_arena *arena;
	accord_slice text;
	size_t at, terms;
	int depth;
	int64_t today;
	accord_error *err;
	bool failed;
};

static accord_query *fail(struct parser *p, accord_status status, const char *format, accord_slice word)
{
	if (!p->failed)
		accord_error_set(p->err, status, format, (int)(word.len < 80 ? word.len : 80),
				 word.data ? word.data : "");
	p->failed = true;
	return NULL;
}

static accord_query *new_node(struct parser *p, accord_query_kind kind)
{
	accord_query *q = accord_arena_calloc(p->arena, 1, sizeof *q);
	if (!q)
		return fail(p, ACCORD_ENOMEM, "out of memory%.*s", (accord_slice){NULL, 0});
	q->kind = kind;
	q->role = -1;
	if (++p->terms > MOST_TERMS)
		return fail(p, ACCORD_EINPUT, "too many terms in one query%.*s", (accord_slice){NULL, 0});
	return q;
}

static bool add_child(struct parser *p, accord_query *q, accord_query *child)
{
	accord_query **children = accord_arena_alloc(p->arena, (q->child_count + 1) * sizeof(accord_query *));
	if (!children)
		return fail(p, ACCORD_ENOMEM, "out of memory%.*s", (accord_slice){NULL, 0}) != NULL;
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

/* The next of a list parted by commas; false at the end. */
static bool next_item(accord_slice *list, accord_slice *item)
{
	if (!list->len)
		return false;
	const char *comma = memchr(list->data, ',', list->len);
	size_t n = comma ? (size_t)(comma - list->data) : list->len;
	*item = accord_slice_trim((accord_slice){list->data, n});
	size_t used = comma ? n + 1 : n;
	list->data += used;
	list->len -= used;
	return true;
}

static accord_query *read_mask(struct parser *p, accord_query_kind kind, accord_slice value)
{
	accord_query *q = new_node(p, kind);
	accord_slice item;
	while (q && next_item(&value, &item)) {
		uint32_t bit = kind == ACCORD_QUERY_TYPE ? type_words(item) : status_words(item);
		if (!bit)
			return fail(p, ACCORD_EINPUT,
				    kind == ACCORD_QUERY_TYPE
					    ? "no deal type '%.*s': acquisition, merger, investment, "
					      "joint_venture, partnership, "
					      "licensing, asset_sale, supply, settlement, spin_off"
					    : "no status '%.*s': rumor, talks, announced, completed, "
					      "cancelled, denied",
				    item);
		q->mask |= bit;
	}
	return q;
}

static accord_query *read_date(struct parser *p, enum field field, accord_slice value)
{
	accord_query *q = new_node(p, ACCORD_QUERY_DATE);
	int64_t from, to;
	const char *dots = value.len > 3 ? memmem(value.data, value.len, "..", 2) : NULL;
	if (!q)
		return NULL;
	if (field == F_DATE && dots) {
		int64_t none;
		accord_slice a = {value.data, (size_t)(dots - value.data)},
			     b = {dots + 2, value.len - a.len - 2};
		if ((a.len && !accord_query_date(a, p->today, &from, &none)) ||
		    (b.len && !accord_query_date(b, p->today, &none, &to)))
			return fail(p, ACCORD_EINPUT, "'%.*s' is no range of dates (2015..2019)", value);
		q->from = a.len ? from : -FOREVER;
		q->to = b.len ? to : FOREVER;
		return q;
	}
	if (!accord_query_date(value, p->today, &from, &to))
		return fail(p, ACCORD_EINPUT,
			    "'%.*s' is no date (2019, 2019-11, Q3 2019, 5.11.2019, last month, 30d)", value);
	q->from = field == F_UNTIL ? -FOREVER : from;
	q->to = field == F_SINCE ? FOREVER : to;
	return q;
}

/* "1.5bn", "500 M", "1,5 Mrd", "2e9": the number and the factor of what stands behind it; what is left is a
 * currency. */
static bool read_number(accord_slice *text, double *number)
{
	static const struct {
		const char *word;
		double factor;
	} factors[] = {{"milliarden", 1e9}, {"milliarde", 1e9}, {"miliardi", 1e9}, {"miliardo", 1e9},
		       {"billion", 1e9},    {"millionen", 1e6}, {"million", 1e6},  {"milioni", 1e6},
		       {"milione", 1e6},    {"mrd", 1e9},       {"mld", 1e9},      {"mio", 1e6},
		       {"mln", 1e6},        {"bn", 1e9},        {"tsd", 1e3},      {"b", 1e9},
		       {"m", 1e6},          {"k", 1e3},         {"g", 1e9}};
	char digits[48];
	size_t n = 0, i = 0;
	for (; i < text->len && n < sizeof digits - 1; i++) {
		char c = text->data[i];
		bool exponent =
			(c == 'e' || c == 'E') && n && i + 1 < text->len &&
			(text->data[i + 1] == '+' || (text->data[i + 1] >= '0' && text->data[i + 1] <= '9'));
		if (!(c >= '0' && c <= '9') && c != '.' && c != ',' && !exponent &&
		    !(c == '+' && n && digits[n - 1] == 'e'))
			break;
		digits[n++] = exponent ? 'e' : c == ',' ? '.' : c;
	}
	digits[n] = '\0';
	for (size_t dots = 0, k = n; k-- > 0;) /* 1.500.000: several points part thousands */
		if (digits[k] == '.' && dots++) {
			size_t w = 0;
			for (size_t r = 0; r < n; r++)
				if (digits[r] != '.')
					digits[w++] = digits[r];
			digits[w] = '\0';
			break;
		}
	char *end;
	*number = strtod(digits, &end);
	if (!n || *end)
		return false;
	accord_slice rest = accord_slice_trim((accord_slice){text->data + i, text->len - i});
	for (size_t f = 0; f < sizeof factors / sizeof *factors; f++) {
		size_t len = strlen(factors[f].word);
		bool ends =
			rest.len == len ||
			(rest.len > len && !((rest.data[len] | 32) >= 'a' && (rest.data[len] | 32) <= 'z'));
		if (rest.len >= len && ends && !strncasecmp(rest.data, factors[f].word, len)) {
			*number *= factors[f].factor;
			rest.data += len;
			rest.len -= len;
			break;
		}
	}
	if (rest.len && rest.data[0] == '.') {
		rest.data++;
		rest.len--;
	}
	*text = accord_slice_trim(rest);
	return true;
}

static accord_slice read_currency(accord_slice word)
{
	static const struct {
		const char *word, *code;
	} names[] = {{"$", "USD"},     {"€", "EUR"},        {"£", "GBP"},       {"¥", "JPY"},
		     {"euro", "EUR"},  {"dollar", "USD"},   {"dollars", "USD"}, {"dollari", "USD"},
		     {"pfund", "GBP"}, {"sterline", "GBP"}, {"yen", "JPY"},     {"franken", "CHF"},
		     {"us$", "USD"}};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (word.len == strlen(names[i].word) && !strncasecmp(word.data, names[i].word, word.len))
			return accord_slice_of(names[i].code);
	bool code = word.len == 3;
	for (size_t i = 0; i < word.len; i++)
		code &= (word.data[i] | 32) >= 'a' && (word.data[i] | 32) <= 'z';
	return code ? word : (accord_slice){NULL, 0};
}

/* What stands before the number: <, <=, >, >=, =; nothing is "at least" for a value. */
static size_t read_operator(accord_slice value, char *op, bool *equal)
{
	size_t n = 0;
	*op = '=';
	if (value.len && strchr("<>=", value.data[0]))
		*op = value.data[n++];
	*equal = n < value.len && value.data[n] == '=';
	return n + (*equal && *op != '=');
}

static accord_query *read_amount(struct parser *p, accord_query_kind kind, accord_slice value)
{
	accord_query *q = new_node(p, kind);
	accord_slice whole = value, currency = {NULL, 0};
	char op;
	bool equal;
	double number, upper;
	if (!q)
		return NULL;
	size_t skipped = read_operator(value, &op, &equal);
	value = accord_slice_trim((accord_slice){value.data + skipped, value.len - skipped});
	if (value.len && value.data[0] == '$') {
		currency = accord_slice_of("USD");
		value = (accord_slice){value.data + 1, value.len - 1};
	} else if (value.len > 3 && !memcmp(value.data, "€", 3)) {
		currency = accord_slice_of("EUR");
		value = (accord_slice){value.data + 3, value.len - 3};
	}
	const char *dots = value.len ? memmem(value.data, value.len, "..", 2) : NULL;
	accord_slice first = value;
	if (dots)
		first.len = (size_t)(dots - value.data);
	if (!read_number(&first, &number))
		return fail(p, ACCORD_EINPUT, "'%.*s' is no amount (>1e9, <500M, 1bn..5bn, >=1,5Mrd)", whole);
	upper = number;
	if (dots) {
		first = (accord_slice){dots + 2, value.len - (size_t)(dots - value.data) - 2};
		if (!read_number(&first, &upper))
			return fail(p, ACCORD_EINPUT, "'%.*s' is no range of amounts (1bn..5bn)", whole);
	}
	if (first.len == 1 && first.data[0] == '%' && kind == ACCORD_QUERY_CONFIDENCE) {
		number /= 100;
		upper /= 100;
	} else if (first.len) {
		currency = read_currency(first);
		if (!currency.data)
			return fail(p, ACCORD_EINPUT, "'%.*s' is no currency (EUR, USD, $, €)", first);
	}
	q->words = currency;
	q->low = op == '<' ? 0 : number;
	q->high = op == '>' ? 1e300 : upper;
	q->below = op == '>' && !equal;
	q->above = op == '<' && !equal;
	return q;
}

static accord_query *read_text_term(struct parser *p, accord_query_kind kind, accord_slice value)
{
	accord_query *q = new_node(p, kind);
	if (q)
		q->words = accord_slice_copy(p->arena, value);
	return q;
}

static accord_query *read_fresh(struct parser *p, accord_slice value)
{
	accord_query *q = new_node(p, ACCORD_QUERY_FRESH);
	static const char *const no[] = {"no", "nein", "false", "0"}, *const yes[] = {"yes", "ja", "si",
										      "true", "1"};
	if (!q)
		return NULL;
	for (size_t i = 0; i < sizeof no / sizeof *no; i++)
		if (accord_slice_is(value, no[i])) {
			q->mask = 0;
			return q;
		}
	q->mask = 1;
	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
		if (accord_slice_is(value, yes[i]))
			return q;
	return fail(p, ACCORD_EINPUT, "fresh:%.*s: yes or no", value);
}

static accord_query *read_field(struct parser *p, enum field field, accord_slice value)
{
	accord_query *q = NULL;
	switch (field) {
	case F_COMPANY:
		return read_text_term(p, ACCORD_QUERY_COMPANY, value);
	case F_TYPE:
		return read_mask(p, ACCORD_QUERY_TYPE, value);
	case F_STATUS:
		return read_mask(p, ACCORD_QUERY_STATUS, value);
	case F_ROLE:
		q = new_node(p, ACCORD_QUERY_ROLE);
		if (q && (q->role = accord_role_from(value)) < 0)
			return fail(
				p, ACCORD_EINPUT,
				"no role '%.*s': acquirer, target, seller, investor, recipient, partner, "
				"licensor, licensee, buyer, supplier, customer, parent, unit, venture, party",
				value);
		return q;
	case F_SINCE:
	case F_UNTIL:
	case F_DATE:
		return read_date(p, field, value);
	case F_VALUE:
		return read_amount(p, ACCORD_QUERY_VALUE, value);
	case F_CONFIDENCE:
		q = read_amount(p, ACCORD_QUERY_CONFIDENCE, value);
		if (q && q->low == q->high) /* "confidence:0.8" asks for at least that */
			q->high = 1e300;
		return q;
	case F_CURRENCY:
		q = new_node(p, ACCORD_QUERY_CURRENCY);
		if (q && !(q->words = accord_slice_copy(p->arena, read_currency(value))).data)
			return fail(p, ACCORD_EINPUT, "'%.*s' is no currency (EUR, USD, $, €)", value);
		return q;
	case F_LANG:
		return read_text_term(p, ACCORD_QUERY_LANG, value);
	case F_SITE:
		return read_text_term(p, ACCORD_QUERY_SITE, value);
	case F_RULE:
		return read_text_term(p, ACCORD_QUERY_RULE, value);
	case F_OBJECT:
		return read_text_term(p, ACCORD_QUERY_OBJECT, value);
	case F_ID:
		return read_text_term(p, ACCORD_QUERY_ID, value);
	case F_TEXT:
		return read_text_term(p, ACCORD_QUERY_TEXT, value);
	case F_FRESH:
		return read_fresh(p, value);
	}
	return q;
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
		return fail(p, ACCORD_EINPUT, "no field '%.*s:'; man accord-query has the list", name);
	if (!value.len)
		return fail(p, ACCORD_EINPUT, "nothing stands behind '%.*s:'", name);
	if (field >= 0)
		return read_field(p, (enum field)field, value);
	accord_query *q = read_text_term(p, ACCORD_QUERY_COMPANY, value);
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
		return read_date(p, (enum field)field, date);
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
		return read_date(p, F_DATE, word);
	q = read_text_term(p, ACCORD_QUERY_COMPANY, word);
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
		return fail(p, ACCORD_EINPUT, "brackets are nested too deep%.*s", (accord_slice){NULL, 0});
	q = read_all(p);
	p->depth--;
	if (!p->failed && (p->at >= p->text.len || p->text.data[p->at] != ')'))
		return fail(p, ACCORD_EINPUT, "a closing bracket is missing%.*s", (accord_slice){NULL, 0});
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
			q = fail(p, ACCORD_EINPUT, "nothing stands behind '-'%.*s", word);
		else if (word.data[0] == '"')
			q = read_text_term(p, ACCORD_QUERY_TEXT, unquote(word));
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
			any = new_node(p, ACCORD_QUERY_ANY);
			if (!any || !add_child(p, any, first))
				return NULL;
		}
		if (p->at >= p->text.len || p->text.data[p->at] == ')')
			return fail(p, ACCORD_EINPUT, "nothing stands behind OR%.*s",
				    (accord_slice){NULL, 0});
		accord_query *next = read_term(p);
		if (!next || !add_child(p, any, next))
			return NULL;
	}
	return any ? any : first;
}

static accord_query *read_all(struct parser *p)
{
	accord_query *all = new_node(p, ACCORD_QUERY_ALL);
	for (;;) {
		skip_blanks(p);
		if (!all || p->failed || p->at >= p->text.len || p->text.data[p->at] == ')')
			break;
		size_t at = p->at;
		accord_slice word = read_word(p);
		if (accord_slice_is(word, "AND") || accord_slice_is(word, "UND"))
			continue;
		if (accord_slice_is(word, "OR") || accord_slice_is(word, "||"))
			return fail(p, ACCORD_EINPUT, "nothing stands before %.*s", word);
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
		fail(&p, ACCORD_EINPUT, "a bracket closes that none opened%.*s", (accord_slice){NULL, 0});
	if (p.failed)
		return err ? err->status : ACCORD_EINPUT;
	return ACCORD_OK;
}

accord_slice accord_query_join(accord_arena *arena, int count, char *const *words)
{
	size_t size = 1, n = 0;
	for (int i = 0; i < count; i++)
		size += strlen(words[i]) + 4;
	char *text = accord_arena_alloc(arena, size);
	if (!text)
		return (accord_slice){NULL, 0};
	for (int i = 0; i < count; i++) {
		const char *word = words[i], *colon = strchr(word, ':');
		size_t len = strlen(word);
		bool quote = colon && strchr(colon, ' ') && !strchr(word, '"') && !strchr(word, '(') &&
			     !memchr(word, ' ', (size_t)(colon - word));
		if (n)
			text[n++] = ' ';
		size_t head = quote ? (size_t)(colon - word) + 1 : len;
		memcpy(text + n, word, head);
		n += head;
		if (quote) {
			text[n++] = '"';
			memcpy(text + n, word + head, len - head);
			n += len - head;
			text[n++] = '"';
		}
	}
	text[n] = '\0';
	return (accord_slice){text, n};
}
