/*
 * What stands behind the fields of a query: types and statuses by their words, dates, amounts with or without
 * currency.
 */
#include "terms.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define MOST_TERMS 256
#define FOREVER ((int64_t)1 << 40)

accord_query *query_fail(struct parser *p, accord_status status, const char *format, accord_slice word)
{
	if (!p->failed)
		accord_error_set(p->err, status, format, (int)(word.len < 80 ? word.len : 80),
				 word.data ? word.data : "");
	p->failed = true;
	return NULL;
}

accord_query *query_node(struct parser *p, accord_query_kind kind)
{
	accord_query *q = accord_arena_calloc(p->arena, 1, sizeof *q);
	if (!q)
		return query_fail(p, ACCORD_ENOMEM, "out of memory%.*s", (accord_slice){NULL, 0});
	q->kind = kind;
	q->role = -1;
	if (++p->terms > MOST_TERMS)
		return query_fail(p, ACCORD_EINPUT, "too many terms in one query%.*s",
				  (accord_slice){NULL, 0});
	return q;
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
	accord_query *q = query_node(p, kind);
	accord_slice item;
	while (q && next_item(&value, &item)) {
		uint32_t bit = kind == ACCORD_QUERY_TYPE ? type_words(item) : status_words(item);
		if (!bit)
			return query_fail(p, ACCORD_EINPUT,
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

accord_query *query_date_term(struct parser *p, enum field field, accord_slice value)
{
	accord_query *q = query_node(p, ACCORD_QUERY_DATE);
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
			return query_fail(p, ACCORD_EINPUT, "'%.*s' is no range of dates (2015..2019)",
					  value);
		q->from = a.len ? from : -FOREVER;
		q->to = b.len ? to : FOREVER;
		return q;
	}
	if (!accord_query_date(value, p->today, &from, &to))
		return query_fail(p, ACCORD_EINPUT,
				  "'%.*s' is no date (2019, 2019-11, Q3 2019, 5.11.2019, last month, 30d)",
				  value);
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
	accord_query *q = query_node(p, kind);
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
		return query_fail(p, ACCORD_EINPUT, "'%.*s' is no amount (>1e9, <500M, 1bn..5bn, >=1,5Mrd)",
				  whole);
	upper = number;
	if (dots) {
		first = (accord_slice){dots + 2, value.len - (size_t)(dots - value.data) - 2};
		if (!read_number(&first, &upper))
			return query_fail(p, ACCORD_EINPUT, "'%.*s' is no range of amounts (1bn..5bn)",
					  whole);
	}
	if (first.len == 1 && first.data[0] == '%' && kind == ACCORD_QUERY_CONFIDENCE) {
		number /= 100;
		upper /= 100;
	} else if (first.len) {
		currency = read_currency(first);
		if (!currency.data)
			return query_fail(p, ACCORD_EINPUT, "'%.*s' is no currency (EUR, USD, $, €)", first);
	}
	q->words = currency;
	q->low = op == '<' ? 0 : number;
	q->high = op == '>' ? 1e300 : upper;
	q->below = op == '>' && !equal;
	q->above = op == '<' && !equal;
	return q;
}

accord_query *query_text_term(struct parser *p, accord_query_kind kind, accord_slice value)
{
	accord_query *q = query_node(p, kind);
	if (q)
		q->words = accord_slice_copy(p->arena, value);
	return q;
}

static accord_query *read_fresh(struct parser *p, accord_slice value)
{
	accord_query *q = query_node(p, ACCORD_QUERY_FRESH);
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
	return query_fail(p, ACCORD_EINPUT, "fresh:%.*s: yes or no", value);
}

accord_query *query_field_term(struct parser *p, enum field field, accord_slice value)
{
	accord_query *q = NULL;
	switch (field) {
	case F_COMPANY:
		return query_text_term(p, ACCORD_QUERY_COMPANY, value);
	case F_TYPE:
		return read_mask(p, ACCORD_QUERY_TYPE, value);
	case F_STATUS:
		return read_mask(p, ACCORD_QUERY_STATUS, value);
	case F_ROLE:
		q = query_node(p, ACCORD_QUERY_ROLE);
		if (q && (q->role = accord_role_from(value)) < 0)
			return query_fail(
				p, ACCORD_EINPUT,
				"no role '%.*s': acquirer, target, seller, investor, recipient, partner, "
				"licensor, licensee, buyer, supplier, customer, parent, unit, venture, party",
				value);
		return q;
	case F_SINCE:
	case F_UNTIL:
	case F_DATE:
		return query_date_term(p, field, value);
	case F_VALUE:
		return read_amount(p, ACCORD_QUERY_VALUE, value);
	case F_CONFIDENCE:
		q = read_amount(p, ACCORD_QUERY_CONFIDENCE, value);
		if (q && q->low == q->high) /* "confidence:0.8" asks for at least that */
			q->high = 1e300;
		return q;
	case F_CURRENCY:
		q = query_node(p, ACCORD_QUERY_CURRENCY);
		if (q && !(q->words = accord_slice_copy(p->arena, read_currency(value))).data)
			return query_fail(p, ACCORD_EINPUT, "'%.*s' is no currency (EUR, USD, $, €)", value);
		return q;
	case F_LANG:
		return query_text_term(p, ACCORD_QUERY_LANG, value);
	case F_SITE:
		return query_text_term(p, ACCORD_QUERY_SITE, value);
	case F_RULE:
		return query_text_term(p, ACCORD_QUERY_RULE, value);
	case F_OBJECT:
		return query_text_term(p, ACCORD_QUERY_OBJECT, value);
	case F_ID:
		return query_text_term(p, ACCORD_QUERY_ID, value);
	case F_TEXT:
		return query_text_term(p, ACCORD_QUERY_TEXT, value);
	case F_FRESH:
		return read_fresh(p, value);
	}
	return q;
}
