/* How a query was understood, in one line: what the tests compare, and accord deals --explain prints. */
#include "parser.h"

#include <accord/period.h>

#include <string.h>

#define FAR ((int64_t)1 << 39)

static void masked(accord_buffer *out, const char *field, uint32_t mask, bool type)
{
	bool more = false;
	accord_buffer_append_text(out, field);
	for (int bit = 0; bit < 32; bit++) {
		if (!(mask >> bit & 1))
			continue;
		if (more)
			accord_buffer_append_char(out, ',');
		more = true;
		accord_buffer_append_text(out, type ? accord_deal_type_name((accord_deal_type)bit)
						    : accord_deal_status_name((accord_deal_status)bit));
	}
}

static void quoted(accord_buffer *out, const char *field, accord_slice words)
{
	bool quote = !words.len || memchr(words.data, ' ', words.len);
	accord_buffer_append_text(out, field);
	accord_buffer_append_text(out, quote ? "\"" : "");
	accord_buffer_append(out, words.data, words.len);
	accord_buffer_append_text(out, quote ? "\"" : "");
}

static void dates(accord_buffer *out, const accord_query *q)
{
	char day[16];
	if (q->from > -FAR) {
		accord_buffer_append_text(out, "since:");
		accord_buffer_append_text(out, accord_day_text(q->from, day));
	}
	if (q->from > -FAR && q->to < FAR)
		accord_buffer_append_char(out, ' ');
	if (q->to < FAR) {
		accord_buffer_append_text(out, "until:");
		accord_buffer_append_text(out, accord_day_text(q->to, day));
	}
}

static void amounts(accord_buffer *out, const char *field, const accord_query *q)
{
	accord_buffer_append_text(out, field);
	if (q->high > 1e200)
		accord_buffer_append_format(out, "%s%.15g", q->below ? ">" : ">=", q->low);
	else if (q->low <= 0)
		accord_buffer_append_format(out, "%s%.15g", q->above ? "<" : "<=", q->high);
	else if (q->low < q->high)
		accord_buffer_append_format(out, "%.15g..%.15g", q->low, q->high);
	else
		accord_buffer_append_format(out, "%.15g", q->low);
	accord_buffer_append(out, q->words.data ? q->words.data : "", q->words.len);
}

static void leaf(accord_buffer *out, const accord_query *q)
{
	switch (q->kind) {
	case ACCORD_QUERY_COMPANY:
		if (q->role >= 0)
			accord_buffer_append_format(out, "%s:", accord_role_name((accord_role)q->role));
		quoted(out, q->bare || q->role >= 0 ? "" : "company:", q->words);
		break;
	case ACCORD_QUERY_TYPE:
		masked(out, "type:", q->mask, true);
		break;
	case ACCORD_QUERY_STATUS:
		masked(out, "status:", q->mask, false);
		break;
	case ACCORD_QUERY_ROLE:
		accord_buffer_append_format(out, "role:%s", accord_role_name((accord_role)q->role));
		break;
	case ACCORD_QUERY_DATE:
		dates(out, q);
		break;
	case ACCORD_QUERY_VALUE:
		amounts(out, "value:", q);
		break;
	case ACCORD_QUERY_CONFIDENCE:
		amounts(out, "confidence:", q);
		break;
	case ACCORD_QUERY_FRESH:
		accord_buffer_append_text(out, q->mask ? "fresh:yes" : "fresh:no");
		break;
	case ACCORD_QUERY_CURRENCY:
		quoted(out, "currency:", q->words);
		break;
	case ACCORD_QUERY_LANG:
		quoted(out, "lang:", q->words);
		break;
	case ACCORD_QUERY_SITE:
		quoted(out, "site:", q->words);
		break;
	case ACCORD_QUERY_RULE:
		quoted(out, "rule:", q->words);
		break;
	case ACCORD_QUERY_OBJECT:
		quoted(out, "object:", q->words);
		break;
	case ACCORD_QUERY_ID:
		quoted(out, "id:", q->words);
		break;
	case ACCORD_QUERY_TEXT:
		quoted(out, "text:", q->words);
		break;
	default:
		break;
	}
}

static void explain(accord_buffer *out, const accord_query *q, bool outermost)
{
	if (q->kind == ACCORD_QUERY_ALL && q->child_count == 1 && !q->negated) {
		explain(out, q->children[0], false);
		return;
	}
	if (q->negated)
		accord_buffer_append_char(out, '-');
	if (q->kind != ACCORD_QUERY_ALL && q->kind != ACCORD_QUERY_ANY) {
		leaf(out, q);
		return;
	}
	if (!q->child_count && outermost)
		accord_buffer_append_text(out, "everything");
	bool bracket = !outermost || q->negated;
	if (bracket)
		accord_buffer_append_char(out, '(');
	for (size_t i = 0; i < q->child_count; i++) {
		if (i)
			accord_buffer_append_text(out, q->kind == ACCORD_QUERY_ANY ? " OR " : " AND ");
		explain(out, q->children[i], false);
	}
	if (bracket)
		accord_buffer_append_char(out, ')');
}

void accord_query_explain(accord_buffer *out, const accord_query *query)
{
	explain(out, query, true);
}
