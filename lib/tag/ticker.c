/*
 * What exchanges call a company, in brackets behind its name: "Siemens (Xetra: SIE, ISIN DE0007236101)", "Intel (INTC.O)",
 * "Apple <AAPL.O>", "Intel (INTC -1.2%)". It is no name of its own, and tells that what stands before it is a company.
 */
#include "names.h"

#include <string.h>

#define LONGEST_BRACKET 24 /* tokens */
#define LONGEST_CODE 12    /* an ISIN */
#define LONGEST_SYMBOL 6

/* Capitals and digits only: AAPL, 6758, DE0007236101. */
static bool is_code(accord_slice t, size_t longest)
{
	for (size_t i = 0; i < t.len; i++)
		if (!((t.data[i] >= 'A' && t.data[i] <= 'Z') || (t.data[i] >= '0' && t.data[i] <= '9')))
			return false;
	return t.len > 0 && t.len <= longest;
}

/* AAPL.O, 0700.HK, whether they are one token or three; the token behind, or `at`. */
static size_t dotted_code(const struct finder *f, int field, size_t at, size_t close)
{
	accord_slice t = token_text(f, field, at);
	const char *point = memchr(t.data, '.', t.len);
	if (point) {
		size_t before = (size_t)(point - t.data);
		bool code = is_code((accord_slice){t.data, before}, LONGEST_SYMBOL) &&
			    is_code((accord_slice){point + 1, t.len - before - 1}, 2);
		return code ? at + 1 : at;
	}
	if (at + 2 < close && is_code(t, LONGEST_SYMBOL) && is_sign(f, field, at + 1, '.') &&
	    is_code(token_text(f, field, at + 2), 2))
		return at + 3;
	return at;
}

/* "INTC -1.2%", "QCOM +0.85 %" */
static bool quoted_change(const struct finder *f, int field, size_t at, size_t close)
{
	if (!is_code(token_text(f, field, at), LONGEST_SYMBOL) || close - at < 3 || close - at > 5 ||
	    !is_sign(f, field, close - 1, '%'))
		return false;
	for (size_t i = at + 1; i + 1 < close; i++)
		if (token_at(f, field, i)->kind == ACCORD_TOKEN_WORD)
			return false;
	return true;
}

/* A sequence of exchanges, signs and codes: "NYSE: SI; ISIN DE0007236101", "Euronext Paris: DSY". */
static bool listing(const struct finder *f, int field, size_t first, size_t close)
{
	bool exchange = false, code = false, colon = false;
	for (size_t i = first; i < close; i++) {
		const accord_token *t = token_at(f, field, i);
		accord_slice text = token_text(f, field, i);
		if (f->notes[field][i].hints & HINT_EXCHANGE) {
			exchange = true;
		} else if (t->kind == ACCORD_TOKEN_PUNCT) {
			/* the symbol stands behind the colon, its market before it */
			bool market = i > first && (token_at(f, field, i - 1)->flags & ACCORD_TOKEN_CAPITAL);
			colon |= market && is_sign(f, field, i, ':') && i + 1 < close &&
				 is_code(token_text(f, field, i + 1), LONGEST_SYMBOL);
		} else if (is_code(text, LONGEST_CODE) || dotted_code(f, field, i, close) > i) {
			code = true;
		} else if (!(t->flags & ACCORD_TOKEN_CAPITAL) && !exchange) {
			return false;
		}
	}
	return code && (exchange || colon);
}

/* "Intel (INTC)"; but GE in "General Electric (GE)" is what the company is called. */
static bool own_symbol(const struct finder *f, const struct candidate *c, size_t at, size_t close)
{
	if (c->company == NO_NAME || c->name == NO_NAME || close != at + 1)
		return false;
	accord_slice ticker = f->g->companies[c->company].ticker;
	if (!ticker.len || !accord_slice_equal(ticker, token_text(f, c->field, at)))
		return false;
	uint32_t name = c->name; /* the names of a company stand together */
	while (name && f->g->names[name - 1].company == c->company)
		name--;
	for (; name < f->g->name_count && f->g->names[name].company == c->company; name++)
		if (accord_slice_equal(f->g->names[name].text, ticker))
			return false;
	return true;
}

size_t ticker_end(const struct finder *f, const struct candidate *c)
{
	const accord_tokens *tokens = &f->a->fields[c->field].tokens;
	size_t open = c->end, close = open + 1;
	bool angle = open < tokens->count && is_sign(f, c->field, open, '<');
	if (open + 2 >= tokens->count || (!angle && !is_sign(f, c->field, open, '(')))
		return c->end;
	while (close < tokens->count && close < open + LONGEST_BRACKET && !is_sign(f, c->field, close, angle ? '>' : ')') &&
	       !(tokens->items[close].flags & ACCORD_TOKEN_SENTENCE))
		close++;
	if (close >= tokens->count || close == open + 1 || !is_sign(f, c->field, close, angle ? '>' : ')'))
		return c->end;
	size_t first = open + 1;
	bool ticker = dotted_code(f, c->field, first, close) == close || own_symbol(f, c, first, close) ||
		      (angle ? is_code(token_text(f, c->field, first), LONGEST_SYMBOL) && close == first + 1
			     : quoted_change(f, c->field, first, close) || listing(f, c->field, first, close));
	return ticker ? close + 1 : c->end;
}
