/*
 * A resolved query into one SQL statement. Every value is a bound parameter; the statement itself is put
 * together from the pieces in this file and nothing else.
 */
#include "parser.h"

#include <string.h>

#define MOST_VALUES 8192
#define STATEMENT_CEILING ((size_t)1 << 20)

struct value {
	char kind; /* i, d, s */
	int64_t number;
	double real;
	accord_slice text;
};

#define LONGEST_DATE 3653 /* days: "199" is the nineties */
#define BROAD 5000 /* rows from which on a condition is tested event by event, newest first */

struct statement {
	accord_store *store;
	bool counting; /* all rows are wanted: no condition is tested event by event */
	const accord_query *leading; /* the company whose rows `p` of event_party lead to the events, in their order */
	accord_buffer sql;
	accord_arena *arena;
	struct value *values;
	size_t count, room;
	bool failed;
	int64_t named[256]; /* companies of the whole query, for role: */
	size_t named_count;
};

static void add_value(struct statement *s, struct value value)
{
	if (s->count == s->room) {
		size_t room = s->room ? 2 * s->room : 32;
		s->values =
			accord_arena_grow(s->arena, s->values, s->room * sizeof value, room * sizeof value);
		s->room = room;
	}
	if (!s->values || s->count >= MOST_VALUES)
		s->failed = true;
	else
		s->values[s->count++] = value;
}

static void text(struct statement *s, const char *piece)
{
	accord_buffer_append_text(&s->sql, piece);
}

static void bind_number(struct statement *s, int64_t number)
{
	add_value(s, (struct value){.kind = 'i', .number = number});
}

static void bind_real(struct statement *s, double number)
{
	add_value(s, (struct value){.kind = 'd', .real = number});
}

static void bind_text(struct statement *s, accord_slice slice)
{
	add_value(s, (struct value){.kind = 's', .text = slice});
}

static void marks(struct statement *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		text(s, i ? ", ?" : "?");
}

static void companies(struct statement *s, const int64_t *list, size_t n)
{
	text(s, "(");
	marks(s, n);
	text(s, ")");
	for (size_t i = 0; i < n; i++)
		bind_number(s, list[i]);
}

/* How many deals the companies of a term have; a deal of two of them counts twice. */
static int64_t company_deals(accord_store *store, const accord_query *q)
{
	int64_t deals = 0;
	accord_sql *count = accord_sql_prepare(store, "SELECT deals FROM company_count WHERE company = ?");
	for (size_t i = 0; count && i < q->company_count; i++) {
		accord_sql_bind_int(count, 1, q->companies[i]);
		deals += accord_sql_step(count) == ACCORD_SQL_ROW ? accord_sql_int(count, 0) : 0;
		accord_sql_reset(count);
	}
	accord_sql_close(count);
	return deals;
}

static void company(struct statement *s, const accord_query *q)
{
	if (!q->company_count) {
		text(s, "1 = 0");
		return;
	}
	bool leads = q == s->leading;
	if (leads)
		text(s, "NOT EXISTS (SELECT 1 FROM event_party o WHERE o.event = p.event AND {+|}o.company = p.company AND o.n < p.n");
	else if (!s->counting && company_deals(s->store, q) >= BROAD)
		text(s, "EXISTS (SELECT 1 FROM event_party x WHERE x.event = e.id AND {+|}x.company IN ");
	else
		text(s, "e.id IN (SELECT event FROM event_party WHERE company IN ");
	if (!leads)
		companies(s, q->companies, q->company_count);
	if (q->role >= 0) {
		text(s, " AND role = ?");
		bind_text(s, accord_slice_of(accord_role_name((accord_role)q->role)));
	}
	text(s, leads ? ") AND p.company = ?" : ")");
	if (!leads)
		return;
	bind_number(s, q->companies[0]);
	if (q->role >= 0) {
		text(s, " AND p.role = ?");
		bind_text(s, accord_slice_of(accord_role_name((accord_role)q->role)));
	}
}

static void role(struct statement *s, const accord_query *q)
{
	text(s, "EXISTS (SELECT 1 FROM event_party p WHERE p.event = e.id AND p.role = ?");
	bind_text(s, accord_slice_of(accord_role_name((accord_role)q->role)));
	if (s->named_count) {
		text(s, " AND p.company IN ");
		companies(s, s->named, s->named_count);
	}
	text(s, ")");
}

static void mask(struct statement *s, const accord_query *q)
{
	bool type = q->kind == ACCORD_QUERY_TYPE, more = false;
	text(s, type ? "e.type IN (" : "e.status IN (");
	for (int bit = 0; bit < (type ? (int)ACCORD_DEAL_TYPES : (int)ACCORD_DEAL_STATUSES); bit++) {
		if (!(q->mask >> bit & 1))
			continue;
		text(s, more ? ", ?" : "?");
		more = true;
		bind_text(s, accord_slice_of(type ? accord_deal_type_name((accord_deal_type)bit)
						  : accord_deal_status_name((accord_deal_status)bit)));
	}
	text(s, ")");
}

/* Whether a condition holds for so many rows that collecting them first would cost more than it saves. */
static bool is_broad(struct statement *s, const char *query, accord_slice value)
{
	accord_sql *q = s->counting ? NULL : accord_sql_prepare(s->store, query);
	if (!q)
		return false;
	accord_sql_bind_text(q, 1, value);
	accord_sql_bind_int(q, 2, BROAD);
	bool broad = accord_sql_step(q) == ACCORD_SQL_ROW && (int)accord_sql_int(q, 0) == BROAD;
	accord_sql_close(q);
	return broad;
}

static bool is_broad_amount(struct statement *s, double low, double high)
{
	static const char query[] =
		"SELECT count(*) FROM (SELECT 1 FROM event WHERE amount BETWEEN ?1 AND ?2 LIMIT ?3) AS few";
	accord_sql *q = accord_sql_prepare(s->store, query);
	if (!q)
		return false;
	accord_sql_bind_real(q, 1, low);
	accord_sql_bind_real(q, 2, high);
	accord_sql_bind_int(q, 3, BROAD);
	bool broad = accord_sql_step(q) == ACCORD_SQL_ROW && (int)accord_sql_int(q, 0) == BROAD;
	accord_sql_close(q);
	return broad;
}

static void amount(struct statement *s, const accord_query *q)
{
	bool exact = q->low == q->high;
	double low = exact ? q->low * 0.995 : q->low, high = exact ? q->high * 1.005 : q->high;
	/* With the plus the order of the answer chooses the index: right if many are that large, and only
	 * then. */
	bool rare = q->kind == ACCORD_QUERY_VALUE && !is_broad_amount(s, low, high);
	const char *column = rare                            ? "e.amount"
			     : q->kind == ACCORD_QUERY_VALUE ? "{+|}e.amount"
							     : "{+|}e.confidence";
	text(s, "(");
	text(s, column);
	text(s, q->below ? " > ? AND " : " >= ? AND ");
	text(s, column);
	text(s, q->above ? " < ?" : " <= ?");
	bind_real(s, low);
	bind_real(s, high);
	if (q->words.len) {
		text(s, " AND e.currency = upper(?)");
		bind_text(s, q->words);
	}
	text(s, ")");
}

static void site(struct statement *s, const accord_query *q)
{
	if (is_broad(s, "SELECT count(*) FROM (SELECT 1 FROM document WHERE site = lower(?1) LIMIT ?2) AS few",
		     q->words))
		text(s, "EXISTS (SELECT 1 FROM event_report r {CROSS|} JOIN document d ON d.id = r.document "
			"WHERE r.event = e.id AND d.site = lower(?))");
	else
		text(s, "e.id IN (SELECT r.event FROM document d JOIN event_report r ON r.document = d.id "
			"WHERE d.site = lower(?))");
	bind_text(s, q->words);
}

/* "de.acquisition" means all rules below it. */
static void rule(struct statement *s, const accord_query *q)
{
	bool pattern = memchr(q->words.data, '*', q->words.len);
	bool broad = pattern || is_broad(s,
					 "SELECT count(*) FROM (SELECT 1 FROM deal WHERE rule = ?1 OR "
					 "(rule > ?1 || '.' AND rule < ?1 || '/') LIMIT ?2) AS few",
					 q->words);
	text(s, broad ? "EXISTS (SELECT 1 FROM event_report r {CROSS|} JOIN deal x ON x.id = r.deal "
			"WHERE r.event = e.id AND ("
		      : "e.id IN (SELECT r.event FROM deal x JOIN event_report r ON r.deal = x.id WHERE (");
	text(s, pattern ? "{x.rule GLOB ?|x.rule ~ accord_glob(?)}))" : "x.rule = ? OR (x.rule > ? || '.' AND x.rule < ? || '/')))");
	for (int i = 0; i < (pattern ? 1 : 3); i++)
		bind_text(s, q->words);
}

/* The articles that a phrase stands in, as a JSON list, if they are few; they are looked for once only. */
static bool few_hits(struct statement *s, accord_slice match, accord_slice *list)
{
	accord_sql *q = NULL;
	accord_buffer out;
	size_t n = 0;
	q = accord_sql_prepare(s->store, "SELECT article_text.rowid FROM article_text WHERE " ACCORD_SQL_MATCH("?1") " LIMIT ?2");
	if (!q)
		return false;
	accord_sql_bind_text(q, 1, match);
	accord_sql_bind_int(q, 2, BROAD);
	accord_buffer_init(&out, (size_t)1 << 20);
	accord_buffer_append_char(&out, '[');
	while (accord_sql_step(q) == ACCORD_SQL_ROW)
		accord_buffer_append_format(&out, n++ ? ",%lld" : "%lld",
					    (long long)accord_sql_int(q, 0));
	accord_buffer_append_char(&out, ']');
	accord_sql_close(q);
	*list = accord_slice_copy(s->arena, (accord_slice){out.data, out.len});
	bool few = n < BROAD && !out.failed && list->data;
	accord_buffer_free(&out);
	return few;
}

/* A phrase for FTS5: quotes doubled, so that nothing in it is syntax. */
static void full_text(struct statement *s, const accord_query *q)
{
	char *phrase = accord_arena_alloc(s->arena, 2 * q->words.len + 3);
	size_t n = 0;
	if (!phrase) {
		s->failed = true;
		return;
	}
	phrase[n++] = '"';
	for (size_t i = 0; i < q->words.len; i++) {
		if (q->words.data[i] == '"')
			phrase[n++] = '"';
		phrase[n++] = q->words.data[i];
	}
	phrase[n++] = '"';
	accord_slice match = {phrase, n}, hits = {NULL, 0};
	if (s->counting) {
		text(s, "e.id IN (SELECT r.event FROM article_text JOIN event_report r ON r.document = "
			"article_text.rowid WHERE " ACCORD_SQL_MATCH("?") ")");
		bind_text(s, match);
	} else if (few_hits(s, match, &hits)) {
		text(s, "e.id IN (SELECT r.event FROM event_report r WHERE r.document IN "
			"(SELECT CAST(value AS BIGINT) FROM " ACCORD_SQL_LIST("?") "))");
		bind_text(s, hits);
	} else {
		text(s,
		     "EXISTS (SELECT 1 FROM event_report r {CROSS|} JOIN article_text ON article_text.rowid = "
		     "r.document WHERE r.event = e.id AND " ACCORD_SQL_MATCH("?") ")");
		bind_text(s, match);
	}
}

static void leaf(struct statement *s, const accord_query *q)
{
	switch (q->kind) {
	case ACCORD_QUERY_COMPANY:
		company(s, q);
		break;
	case ACCORD_QUERY_TYPE:
	case ACCORD_QUERY_STATUS:
		mask(s, q);
		break;
	case ACCORD_QUERY_ROLE:
		role(s, q);
		break;
	case ACCORD_QUERY_DATE:
		/* no date is longer than a decade: the index of first days is read from there on */
		text(s, "(e.date_to >= ? AND e.date_from BETWEEN ? AND ?)");
		bind_number(s, q->from);
		bind_number(s, q->from - LONGEST_DATE);
		bind_number(s, q->to);
		break;
	case ACCORD_QUERY_VALUE:
	case ACCORD_QUERY_CONFIDENCE:
		amount(s, q);
		break;
	case ACCORD_QUERY_CURRENCY:
		text(s, "e.currency = upper(?)");
		bind_text(s, q->words);
		break;
	case ACCORD_QUERY_LANG:
		text(s, "{instr|strpos}(e.langs, lower(?)) > 0");
		bind_text(s, q->words);
		break;
	case ACCORD_QUERY_SITE:
		site(s, q);
		break;
	case ACCORD_QUERY_RULE:
		rule(s, q);
		break;
	case ACCORD_QUERY_OBJECT:
		text(s, "{instr|strpos}(lower(e.object), {lower(?)|lower(? COLLATE \"C\")}) > 0");
		bind_text(s, q->words);
		break;
	case ACCORD_QUERY_ID:
		text(s, "e.key = ?");
		bind_text(s, q->words);
		break;
	case ACCORD_QUERY_FRESH:
		text(s, "e.fresh = ?");
		bind_number(s, (int64_t)q->mask);
		break;
	case ACCORD_QUERY_TEXT:
		full_text(s, q);
		break;
	default:
		break;
	}
}

static void emit(struct statement *s, const accord_query *q)
{
	text(s, "(");
	if (q->kind != ACCORD_QUERY_ALL && q->kind != ACCORD_QUERY_ANY)
		leaf(s, q);
	else if (!q->child_count)
		text(s, "1 = 1");
	for (size_t i = 0; i < q->child_count; i++) {
		if (i)
			text(s, q->kind == ACCORD_QUERY_ANY ? " OR " : " AND ");
		emit(s, q->children[i]);
	}
	text(s, q->negated ? ") IS NOT TRUE" : ")");
}

static void gather_named(struct statement *s, const accord_query *q)
{
	if (q->negated)
		return;
	for (size_t i = 0; i < q->company_count && s->named_count < 256; i++)
		s->named[s->named_count++] = q->companies[i];
	for (size_t i = 0; i < q->child_count; i++)
		gather_named(s, q->children[i]);
}

static const char *order_of(accord_query_sort sort)
{
	switch (sort) {
	case ACCORD_SORT_OLDEST:
		return " ORDER BY e.date_from NULLS LAST, e.key";
	case ACCORD_SORT_VALUE:
		return " ORDER BY e.amount DESC NULLS LAST, e.date_from DESC NULLS LAST, e.key DESC";
	case ACCORD_SORT_REPORTS:
		return " ORDER BY e.sources DESC, e.reports DESC, e.date_from DESC NULLS LAST, e.key DESC";
	case ACCORD_SORT_CONFIDENCE:
		return " ORDER BY e.confidence DESC, e.date_from DESC NULLS LAST, e.key DESC";
	case ACCORD_SORT_SEEN:
		return " ORDER BY e.changed DESC, e.date_from DESC NULLS LAST, e.key DESC";
	default:
		return " ORDER BY e.date_from DESC NULLS LAST, e.key DESC";
	}
}

int accord_query_sort_from(accord_slice name)
{
	static const char *const names[] = {"newest", "oldest", "value", "reports", "confidence", "seen"};
	for (int i = 0; i < 6; i++)
		if (accord_slice_is(name, names[i]))
			return i;
	return accord_slice_is(name, "date") ? ACCORD_SORT_NEWEST : -1;
}

static void bind_all(accord_sql *q, const struct statement *s)
{
	for (size_t i = 0; i < s->count; i++) {
		const struct value *v = &s->values[i];
		if (v->kind == 'i')
			accord_sql_bind_int(q, (int)i + 1, v->number);
		else if (v->kind == 'd')
			accord_sql_bind_real(q, (int)i + 1, v->real);
		else
			accord_sql_bind_text(q, (int)i + 1, v->text);
	}
}

static accord_sql *select_led(accord_store *store, accord_arena *arena, const accord_query *query,
			      const accord_query_options *options, const accord_query *leading, const char *head,
			      const char *tail, accord_error *err)
{
	struct statement s = {.arena = arena, .store = store, .counting = !options->limit || !tail, .leading = leading};
	accord_sql *q = NULL;
	bool all = tail && !options->limit;
	accord_buffer_init(&s.sql, STATEMENT_CEILING);
	gather_named(&s, query);
	text(&s, head);
	text(&s, " WHERE ");
	emit(&s, query);
	if (options->min_confidence > 0) {
		text(&s, " AND e.confidence >= ?");
		bind_real(&s, options->min_confidence);
	}
	if (options->fresh)
		text(&s, " AND e.fresh = 1");
	if (options->changed_after != 0) {
		text(&s, " AND e.changed > ?");
		bind_number(&s, options->changed_after);
	}
	if (tail) {
		text(&s, tail);
		text(&s, " LIMIT ?");
		bind_number(&s, options->limit ? (int64_t)options->limit : INT64_MAX);
	}
	if (s.failed || s.sql.failed)
		accord_error_set(err, ACCORD_EINPUT, "the query is too large");
	else if (!(q = all ? accord_sql_prepare_long(store, s.sql.data) : accord_sql_prepare(store, s.sql.data)))
		accord_sql_failed(store, err);
	else
		bind_all(q, &s);
	accord_buffer_free(&s.sql);
	return q;
}

accord_sql *query_select(accord_store *store, accord_arena *arena, const accord_query *query,
			   const accord_query_options *options, const char *head, const char *tail,
			   accord_error *err)
{
	return select_led(store, arena, query, options, NULL, head, tail, err);
}

static bool is_left_whole(const accord_query_options *options)
{
	return options->min_confidence <= 0 && !options->fresh && !options->changed_after;
}

static bool has_only_counted(const accord_query *q)
{
	bool counted = q->kind <= ACCORD_QUERY_ANY || q->kind == ACCORD_QUERY_TYPE || q->kind == ACCORD_QUERY_STATUS;
	for (size_t i = 0; counted && i < q->child_count; i++)
		counted = has_only_counted(q->children[i]);
	return counted;
}

bool query_is_counted(const accord_query *query, const accord_query_options *options)
{
	return is_left_whole(options) && has_only_counted(query);
}

bool query_is_everything(const accord_query *query)
{
	return query->kind == ACCORD_QUERY_ALL && !query->negated && !query->child_count;
}

/* The only term of a query, however it is wrapped. */
static const accord_query *only_term(const accord_query *q)
{
	while (q->kind <= ACCORD_QUERY_ANY && !q->negated && q->child_count == 1)
		q = q->children[0];
	return q;
}

static bool is_one_company(const accord_query *q)
{
	return q->kind == ACCORD_QUERY_COMPANY && !q->negated && q->company_count == 1;
}

/*
 * A company in very many deals leads: its rows lie in the order of the answer, so that reading ends with the limit. Of
 * several the one with the fewest deals; one with few is looked up as a whole.
 */
static const accord_query *find_leading(accord_store *store, const accord_query *query,
					const accord_query_options *options)
{
	const accord_query *best = NULL;
	int64_t fewest = INT64_MAX;
	if (!options->limit || options->changed_after || options->sort > ACCORD_SORT_OLDEST || query->negated)
		return NULL;
	const accord_query *one = only_term(query);
	bool all = one->kind == ACCORD_QUERY_ALL && !one->negated;
	for (size_t i = 0; i < (all ? one->child_count : 1); i++) {
		const accord_query *q = all ? only_term(one->children[i]) : one;
		int64_t deals = q->kind == ACCORD_QUERY_COMPANY && !q->negated ? company_deals(store, q) : INT64_MAX;
		if (deals >= fewest)
			continue;
		fewest = deals;
		best = is_one_company(q) && deals >= BROAD ? q : NULL;
	}
	return best;
}

accord_status accord_query_run(accord_store *store, accord_arena *arena, const accord_query *query,
			       const accord_query_options *options, int64_t **rows, size_t *count,
			       accord_error *err)
{
	static const char led[] = "SELECT e.id FROM event_party p {INDEXED BY event_party_by_company CROSS|} JOIN event e ON "
				  "e.id = p.event";
	const accord_query *leading = find_leading(store, query, options);
	const char *order = !leading                              ? order_of(options->sort)
			    : options->sort == ACCORD_SORT_NEWEST ? " ORDER BY p.day DESC NULLS LAST, e.key DESC"
								  : " ORDER BY p.day NULLS LAST, e.key";
	accord_sql *q = select_led(store, arena, query, options, leading,
				   leading                  ? led
				   : options->changed_after ? "SELECT e.id FROM event e {INDEXED BY event_by_changed|}"
							    : "SELECT e.id FROM event e",
				   order, err);
	int64_t *list = NULL;
	size_t n = 0, room = 0;
	int step = ACCORD_SQL_DONE;
	if (!q)
		return ACCORD_ESTORE;
	while ((step = accord_sql_step(q)) == ACCORD_SQL_ROW) {
		if (n == room) {
			size_t more = room ? 2 * room : 64;
			list = accord_arena_grow(arena, list, room * sizeof *list, more * sizeof *list);
			room = more;
			if (!list)
				break;
		}
		list[n++] = accord_sql_int(q, 0);
	}
	accord_status status = ACCORD_OK;
	if (n && !list)
		status = accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	else if (step != ACCORD_SQL_DONE)
		status = accord_sql_failed(store, err);
	accord_sql_close(q);
	*rows = list;
	*count = n;
	return status;
}

/* How many there are, and the number of the merge that changed something last. */
static accord_sql *select_count(accord_store *store, accord_arena *arena, const accord_query *query,
				const accord_query_options *options, accord_error *err)
{
	const accord_query *one = only_term(query);
	if (is_left_whole(options) && is_one_company(one) && one->role < 0) {
		accord_sql *q = accord_sql_prepare(store, "SELECT coalesce((SELECT deals FROM company_count WHERE company = ?), 0), "
							  "(SELECT coalesce(max(changed), 0) FROM event)");
		if (!q)
			accord_sql_failed(store, err);
		accord_sql_bind_int(q, 1, one->companies[0]);
		return q;
	}
	const char *head = query_is_counted(query, options)
				   ? "SELECT CAST(coalesce(sum(e.deals), 0) AS BIGINT), (SELECT coalesce(max(changed), 0) FROM "
				     "event) FROM event_count e"
			   : options->changed_after
				   ? "SELECT count(*), coalesce(max(e.changed), 0) FROM event e {INDEXED BY event_by_changed|}"
				   : "SELECT count(*), (SELECT coalesce(max(changed), 0) FROM event) FROM event e";
	return query_select(store, arena, query, options, head, NULL, err);
}

accord_status accord_query_count(accord_store *store, accord_arena *arena, const accord_query *query,
				 const accord_query_options *options, int64_t *count, int64_t *newest,
				 accord_error *err)
{
	accord_sql *q = select_count(store, arena, query, options, err);
	if (!q)
		return ACCORD_ESTORE;
	bool good = accord_sql_step(q) == ACCORD_SQL_ROW;
	*count = good ? accord_sql_int(q, 0) : 0;
	*newest = good ? accord_sql_int(q, 1) : 0;
	accord_sql_close(q);
	return good ? ACCORD_OK : accord_sql_failed(store, err);
}
