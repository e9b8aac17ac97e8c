/*
 * Amounts of money. Rules find figure, scale and currency; here they are multiplied, the currency of a
 * country's kroner or dollars is told apart, and a figure whose currency the text leaves out takes that of
 * the amount before it:
 *
 *   value    `none`: no amount of a deal (per share); `open`: an amount without a figure ("Milliardendeal")
 *   currency `omitted`: the words name none; `home` where the words before it speak of a price
 *
 * Captures: n (the figure; of a range the first one), scale (scale1 of a range's first figure, scale2 a
 * second one: lakh crore), part (of a scale: ein Viertel einer Milliarde), currency, of (whose dollars).
 */
#include "analysis.h"
#include "choose.h"
#include "number.h"

#include <math.h>
#include <string.h>

#define LENT_BITS 64
#define MEMORY 4 /* sentences for which a currency is remembered */

struct reading {
	struct analysis *a;
	const accord_item *items;
	size_t count;
	char last[4]; /* the currency named last */
	size_t sentence, last_sentence;
};

static const accord_binding *binding_of(const accord_match *m, const char *name)
{
	return match_binding(m, accord_slice_of(name));
}

static accord_slice class_value(const struct reading *r, const accord_binding *b, const char *name)
{
	return match_class_value(r->a->rules, r->items, b, name);
}

/* "A $3 million deal" is of no Australian dollars: a code of one or two letters stands right before the sign.
 */
static bool stray_letter(const struct reading *r, const accord_binding *of)
{
	const accord_item *code = &r->items[of->first];
	return code->text.len <= 2 && !accord_slice_is(code->text, "US") &&
	       (!(code->flags & ACCORD_ITEM_CAPITAL) || of->last + 1 >= r->count ||
		(r->items[of->last + 1].flags & ACCORD_ITEM_SPACE));
}

/* Krone and SE, dollar and CA: an ISO 4217 code is the country and the unit's initial. */
static void read_currency(const struct reading *r, const accord_match *m, char out[4])
{
	static const struct {
		const char *unit, *initial, *usual;
	} families[] = {{"krone", "K", "SEK"}, {"dollar", "D", "USD"}, {"pound", "P", "GBP"},
			{"franc", "F", "CHF"}, {"peso", "N", "MXN"},   {"rupee", "R", "INR"},
			{"won", "W", "KRW"},   {"real", "L", "BRL"}, {"riyal", "R", "SAR"}};
	const accord_binding *b = binding_of(m, "currency"), *of = binding_of(m, "of");
	out[0] = '\0';
	if (!b)
		return;
	accord_slice unit = class_value(r, b, "currency"), country = {NULL, 0};
	if (of && !stray_letter(r, of))
		country = class_value(r, of, "currency_of");
	if (accord_slice_is(country, "BR") && accord_slice_is(unit, "dollar"))
		unit = accord_slice_of("real"); /* R$ */
	for (size_t i = 0; i < sizeof families / sizeof *families; i++)
		if (accord_slice_is(unit, families[i].unit)) {
			memcpy(out, families[i].usual, 4);
			if (country.len == 2) {
				memcpy(out, country.data, 2);
				out[2] = families[i].initial[0];
			}
			return;
		}
	if (unit.len == 3) {
		memcpy(out, unit.data, 3);
		out[3] = '\0';
	}
}

/* 500mila: digits and a scale in one word. */
static bool glued_number(accord_slice t, const char *lang, double *value)
{
	size_t digits = 0;
	while (digits < t.len && ((t.data[digits] >= '0' && t.data[digits] <= '9') || t.data[digits] == '.' ||
				  t.data[digits] == ','))
		digits++;
	if (!digits || digits == t.len || !number_from_digits((accord_slice){t.data, digits}, lang, value))
		return false;
	if (!accord_slice_is((accord_slice){t.data + digits, t.len - digits}, "mila"))
		return false;
	*value *= 1000;
	return true;
}

static bool read_figure(const struct reading *r, const accord_match *m, double *amount)
{
	const accord_binding *n = binding_of(m, "n"), *own = binding_of(m, "scale1"),
			     *scale = own ? own : binding_of(m, "scale");
	double value = 1, factor = 1;
	if (n && !glued_number(r->items[n->first].text, r->a->lang, &value) &&
	    !number_from_items(r->a->rules, r->a->lang, r->items, n->first, n->last, &value))
		return false;
	if (scale && !number_from_digits(class_value(r, scale, "scale"), "en", &factor))
		return false;
	const accord_binding *part = binding_of(m, "part"), *more = binding_of(m, "scale2");
	double share = 1, again = 1;
	if ((part && !number_from_digits(class_value(r, part, "part_of"), "en", &share)) ||
	    (more && !number_from_digits(class_value(r, more, "scale"), "en", &again)))
		return false;
	factor *= share * again;
	if (!n && !scale)
		return false;
	if (binding_of(m, "plus")) /* due milioni e mezzo */
		value += 0.5;
	*amount = round(value * factor * 100) / 100;
	return *amount >= 0 && *amount < 1e18;
}

static bool in_class(const struct reading *r, const accord_item *item, const char *name)
{
	uint32_t class_of = item->word ? accord_rules_class(r->a->rules, name) : 0;
	return class_of && accord_rules_in_class(r->a->rules, item->word, class_of, ACCORD_FORM_ANY);
}

/* "850 Millionen Kunden" counts customers: behind a bare figure no noun may follow. */
static bool counts_something(const struct reading *r, size_t next)
{
	static const char *const ends[] = {"preposition", "coordinator", "auxiliary", "subordinator",
					   "relative",    "negation",    "adverb"};
	if (next >= r->count || r->items[next].kind == ACCORD_ITEM_PUNCT)
		return next < r->count && (accord_slice_is(r->items[next].text, "%") ||
					   accord_slice_is(r->items[next].text, "-"));
	if (in_class(r, &r->items[next], "genitive"))
		return true;
	if (r->a->lang[0] == 'd' && accord_slice_is(r->items[next].text, "ein"))
		return false; /* sammelt 45 Millionen ein */
	if (r->a->lang[0] == 'd' && (r->items[next].flags & ACCORD_ITEM_CAPITAL) &&
	    r->items[next].kind == ACCORD_ITEM_WORD)
		return true;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (in_class(r, &r->items[next], ends[i]))
			return false;
	return true;
}

/* "26,3 milioni", "4 miliardi": hardly a count of people. */
static bool precise(const struct reading *r, const accord_match *m)
{
	const accord_binding *n = binding_of(m, "n"), *scale = binding_of(m, "scale");
	accord_slice factor = scale ? class_value(r, scale, "scale") : (accord_slice){NULL, 0};
	accord_slice figure = n ? r->items[n->first].text : (accord_slice){NULL, 0};
	return figure.len && figure.data[0] >= '0' && figure.data[0] <= '9' &&
	       (factor.len >= 10 || memchr(figure.data, ',', figure.len));
}

/* The currency of an amount that names none; false if it is likely none at all. */
static bool lend_currency(const struct reading *r, const accord_match *m, char out[4])
{
	bool home = accord_slice_is(accord_rule_field(m->rule, "currency"), "home");
	size_t since = r->sentence - r->last_sentence;
	if (counts_something(r, m->last + 1))
		return false;
	if (r->last[0] && since <= (home ? MEMORY : 1)) {
		memcpy(out, r->last, 4);
		return true;
	}
	/* Italian news names billions and no currency */
	if (r->a->lang[0] == 'i' && !home)
		home = precise(r, m);
	if (!home || r->a->lang[0] == 'e')
		return false;
	memcpy(out, r->last[0] ? r->last : "EUR", 4);
	return true;
}

/* Y400bn, W300bn: a letter is a currency only where the figure is glued to it. */
static bool loose_letter(const struct reading *r, const accord_match *m)
{
	const accord_binding *b = binding_of(m, "currency");
	if (!b || b->last > b->first || r->items[b->first].kind != ACCORD_ITEM_WORD ||
	    r->items[b->first].text.len > 1)
		return false;
	return b->last + 1 >= r->count || r->items[b->last + 1].kind != ACCORD_ITEM_NUMBER ||
	       (r->items[b->last + 1].flags & ACCORD_ITEM_SPACE);
}

static bool read_amount(const struct reading *r, const accord_match *m, accord_amount *amount)
{
	accord_slice value = accord_rule_field(m->rule, "value");
	uint32_t first, last;
	match_span(m, &first, &last);
	*amount = (accord_amount){.span = {ACCORD_TEXT, r->items[first].start, r->items[last].end}};
	if (accord_slice_is(value, "none") || loose_letter(r, m))
		return false;
	const accord_binding *of = binding_of(m, "of");
	if (of && of->first == first && stray_letter(r, of))
		amount->span.start = r->items[first + 1].start;
	else if (of && of->last == last && last > first && stray_letter(r, of))
		amount->span.end = r->items[last - 1].end;
	read_currency(r, m, amount->money.currency);
	if (accord_slice_is(value, "open")) {
		amount->money.currency[0] = '\0'; /* no figure, so no value */
		return true;
	}
	if (accord_rule_field(m->rule, "currency").len && !lend_currency(r, m, amount->money.currency))
		return false;
	amount->has_amount = read_figure(r, m, &amount->money.amount);
	return amount->has_amount && amount->money.currency[0];
}

static accord_status find_in(struct reading *r, struct field *f)
{
	accord_match *matches;
	accord_match **chosen;
	size_t match_count;
	struct analysis *a = r->a;
	accord_status status = accord_rules_match(a->rules, ACCORD_RULE_AMOUNT, a->arena,
						  (accord_item *)r->items, r->count, &matches, &match_count);
	if (status != ACCORD_OK || !match_count)
		return status;
	size_t kept = choose_matches(matches, match_count, r->count, a->arena, &chosen);
	for (size_t i = 0; i < kept; i++) {
		accord_amount amount;
		if (!read_amount(r, chosen[i], &amount))
			continue;
		accord_amount *place = list_push(a->arena, &a->amounts, &a->amount_count, &a->amount_capacity,
						 sizeof *place);
		if (!place)
			return ACCORD_ENOMEM;
		if (a->amount_count <= LENT_BITS && accord_rule_field(chosen[i]->rule, "currency").len)
			a->lent_currency |= UINT64_C(1) << (a->amount_count - 1);
		amount.span.in = f->in;
		*place = amount;
		f->amount_count++;
		if (amount.money.currency[0]) {
			memcpy(r->last, amount.money.currency, 4);
			r->last_sentence = r->sentence;
		}
	}
	return ACCORD_OK;
}

/*
 * "1,2 miliardi per Yammer" in the headline, "1,2 miliardi di dollari" in the text: a figure that names no currency has that of
 * the same figure elsewhere, whatever stood near it.
 */
static void settle_lent(struct analysis *a)
{
	for (size_t i = 0; i < a->amount_count && i < LENT_BITS; i++) {
		if (!(a->lent_currency >> i & 1))
			continue;
		for (size_t k = 0; k < a->amount_count; k++) {
			bool lent = k < LENT_BITS && (a->lent_currency >> k & 1);
			if (lent || !a->amounts[k].has_amount || a->amounts[k].money.amount != a->amounts[i].money.amount)
				continue;
			memcpy(a->amounts[i].money.currency, a->amounts[k].money.currency, sizeof a->amounts[i].money.currency);
			break;
		}
	}
}

accord_status find_amounts(struct analysis *a, struct field *f)
{
	struct reading r = {.a = a};
	f->first_amount = a->amount_count;
	f->amount_count = 0;
	if (a->amount_count) /* the title's currency */
		memcpy(r.last, a->amounts[a->amount_count - 1].money.currency, 4);
	accord_status status = ACCORD_OK;
	for (size_t s = 0; status == ACCORD_OK && s < f->tokens.sentence_count; s++) {
		r.items = f->raw + f->tokens.sentences[s];
		r.count = f->tokens.sentences[s + 1] - f->tokens.sentences[s];
		r.sentence = s;
		status = find_in(&r, f);
	}
	settle_lent(a);
	return status;
}
