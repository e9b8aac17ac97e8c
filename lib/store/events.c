/* Events out: what the reports agree on, its history, and each report with its sentence. */
#include "internal.h"

#include <accord/period.h>

#include <string.h>

static accord_status read_parties(accord_store *store, accord_arena *arena, accord_event *event,
				  accord_error *err)
{
	size_t room = 64, n = 0;
	event->deal.parties = accord_arena_calloc(arena, room, sizeof *event->deal.parties);
	accord_sql *q =
		store_query(store, err,
			    "SELECT c.key, c.name, p.role, p.kind FROM event_party p JOIN company c "
			    "ON c.id = p.company WHERE p.event = ? ORDER BY p.n LIMIT 64",
			    "i", event->row);
	int row = q && event->deal.parties ? 1 : -1;
	while (row > 0 && n < room && (row = store_row(store, q, err)) > 0) {
		int role = accord_role_from(accord_sql_text(q, 2)), kind = accord_party_kind_from(accord_sql_text(q, 3));
		event->deal.parties[n++] =
			(accord_party){accord_sql_copy(arena, q, 0), accord_sql_copy(arena, q, 1),
				       role < 0 ? ACCORD_PARTY : (accord_role)role,
				       kind < 0 ? ACCORD_COMPANY : (accord_party_kind)kind};
	}
	if (row < 0)
		return ACCORD_ESTORE;
	accord_sql_reset(q);
	event->deal.party_count = n;
	return ACCORD_OK;
}

static accord_status read_steps(accord_store *store, accord_arena *arena, accord_event *event,
				accord_error *err)
{
	int64_t count = 0;
	accord_status status = store_number(
		store, err, &count, 0, "SELECT count(*) FROM event_step WHERE event = ?", "i", event->row);
	if (status != ACCORD_OK)
		return status;
	event->history = accord_arena_calloc(arena, (size_t)count + 1, sizeof *event->history);
	accord_sql *q = store_query(store, err,
				      "SELECT s.status, s.date, d.key FROM event_step s LEFT JOIN document d "
				      "ON d.id = s.document WHERE s.event = ? ORDER BY s.n",
				      "i", event->row);
	int row = q && event->history ? 1 : -1;
	while (row > 0 && (row = store_row(store, q, err)) > 0) {
		int what = accord_deal_status_from(accord_sql_text(q, 0));
		if (event->history_count < (size_t)count)
			event->history[event->history_count++] =
				(accord_event_step){what < 0 ? ACCORD_ANNOUNCED : (accord_deal_status)what,
						    accord_sql_copy(arena, q, 1), accord_sql_copy(arena, q, 2)};
	}
	return row < 0 ? ACCORD_ESTORE : ACCORD_OK;
}

static accord_status read_report(accord_store *store, accord_arena *arena, int64_t deal,
				 accord_event_report *report, accord_error *err)
{
	accord_sql *q =
		store_query(store, err,
			    "SELECT d.key, d.url, d.site, d.lang, d.published, d.title, o.key FROM deal e "
			    "JOIN document d ON d.id = e.document LEFT JOIN document o ON o.id = d.copy_of "
			    "WHERE e.id = ?",
			    "i", deal);
	int row = q ? store_row(store, q, err) : -1;
	if (row <= 0)
		return row < 0 ? ACCORD_ESTORE
			       : accord_error_set(err, ACCORD_ESTORE, "a report of the deal is missing");
	accord_slice *columns[] = {&report->document,  &report->url,   &report->site,   &report->lang,
				   &report->published, &report->title, &report->copy_of};
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		*columns[i] = accord_sql_copy(arena, q, (int)i);
	accord_sql_reset(q);
	return store_get_deal(store, arena, deal, &report->deal, &report->sentence, &report->fresh, err);
}

/* One report a document: where rules found the same deal twice in it, the surer one. */
static accord_status read_reports(accord_store *store, accord_arena *arena, accord_event *event,
				  accord_error *err)
{
	static const char query[] = "SELECT r.deal, r.why, r.document FROM event_report r JOIN deal e ON "
				    "e.id = r.deal JOIN document d "
				    "ON d.id = r.document WHERE r.event = ? ORDER BY d.published IS NULL, "
				    "substr(d.published, 1, 10), d.published, "
				    "d.key, e.confidence DESC, e.id";
	int64_t count = 0;
	accord_status status = store_number(
		store, err, &count, 0, "SELECT count(*) FROM event_report WHERE event = ?", "i", event->row);
	if (status != ACCORD_OK)
		return status;
	event->reports = accord_arena_calloc(arena, (size_t)count + 1, sizeof *event->reports);
	int64_t *deals = accord_arena_calloc(arena, (size_t)count + 1, sizeof *deals), last = 0;
	accord_sql *q = store_query(store, err, query, "i", event->row);
	int row = q && deals && event->reports ? 1 : -1;
	size_t n = 0;
	while (row > 0 && (row = store_row(store, q, err)) > 0) {
		if (accord_sql_int(q, 2) == last || n >= (size_t)count)
			continue;
		last = accord_sql_int(q, 2);
		deals[n] = accord_sql_int(q, 0);
		event->reports[n++].why = accord_sql_copy(arena, q, 1);
	}
	if (row < 0)
		return ACCORD_ESTORE;
	for (size_t i = 0; status == ACCORD_OK && i < n; i++)
		status = read_report(store, arena, deals[i], &event->reports[i], err);
	event->report_count = n;
	return status;
}

static accord_status read_row(accord_store *store, accord_arena *arena, int64_t id, accord_event *event,
			      accord_error *err)
{
	accord_sql *q = store_query(store, err,
				      "SELECT key, type, status, date, amount, currency, object, confidence, "
				      "headline, first_seen FROM event WHERE id = ?",
				      "i", id);
	int row = q ? store_row(store, q, err) : -1;
	if (row <= 0)
		return row < 0 ? ACCORD_ESTORE
			       : accord_error_set(err, ACCORD_ENOTFOUND, "no such deal in the store");
	int type = accord_deal_type_from(accord_sql_text(q, 1)), status = accord_deal_status_from(accord_sql_text(q, 2));
	accord_slice currency = accord_sql_text(q, 5);
	char *day = accord_arena_alloc(arena, 16);
	*event = (accord_event){
		.row = id,
		.id = accord_sql_copy(arena, q, 0),
		.deal =
			{
				.type = type < 0 ? ACCORD_PARTNERSHIP : (accord_deal_type)type,
				.status = status < 0 ? ACCORD_ANNOUNCED : (accord_deal_status)status,
				.date = accord_sql_copy(arena, q, 3),
				.value.amount = accord_sql_real(q, 4),
				.object = accord_sql_copy(arena, q, 6),
				.confidence = accord_sql_real(q, 7),
			},
		.headline = accord_sql_copy(arena, q, 8),
	};
	if (currency.len)
		memcpy(event->deal.value.currency, currency.data, currency.len < 3 ? currency.len : 3);
	int64_t seen = accord_sql_int(q, 9);
	accord_sql_reset(q);
	if (!day)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	event->first_seen = accord_slice_of(accord_day_text(seen / 86400, day));
	return ACCORD_OK;
}

accord_status accord_store_get_event(accord_store *store, accord_arena *arena, int64_t row,
				     accord_event *event, accord_error *err)
{
	accord_status status = read_row(store, arena, row, event, err);
	if (status == ACCORD_OK)
		status = read_parties(store, arena, event, err);
	if (status == ACCORD_OK)
		status = read_steps(store, arena, event, err);
	if (status == ACCORD_OK)
		status = read_reports(store, arena, event, err);
	if (status == ACCORD_OK && !event->headline.len && event->report_count) /* articles without a title */
		event->headline = event->reports[0].sentence;
	return status;
}

accord_status accord_store_find_event(accord_store *store, accord_arena *arena, accord_slice id,
				      accord_event *event, accord_error *err)
{
	int64_t row = 0, more = 0;
	accord_status status = store_number(store, err, &row, 0,
					    "SELECT id FROM event WHERE key = ?1 UNION ALL "
					    "SELECT event FROM event_former_key WHERE key = ?1",
					    "s", id);
	if (status == ACCORD_OK && !row && id.len >= 4)
		status = store_number(store, err, &more, 0,
				      "SELECT count(*) FROM event WHERE key >= ?1 AND "
				      "key < ?1 || {char|chr}(1114111)",
				      "s", id);
	if (status == ACCORD_OK && more == 1)
		status = store_number(store, err, &row, 0,
				      "SELECT id FROM event WHERE key >= ?1 AND key < ?1 || {char|chr}(1114111)",
				      "s", id);
	if (status != ACCORD_OK)
		return status;
	int shown = (int)(id.len < 100 ? id.len : 100);
	if (!row && more > 1)
		return accord_error_set(err, ACCORD_ENOTFOUND, "%lld deals begin with %.*s", (long long)more,
					shown, id.data);
	if (!row)
		return accord_error_set(err, ACCORD_ENOTFOUND, "no deal %.*s in the store", shown, id.data);
	return accord_store_get_event(store, arena, row, event, err);
}

static bool is_party(const accord_deal *deal, accord_slice id)
{
	for (size_t i = 0; i < deal->party_count; i++)
		if (accord_slice_equal(deal->parties[i].id, id))
			return true;
	return false;
}

/* The tags of the article have places in the article; the sentence begins where its first evidence does. */
static accord_status find_parties(accord_arena *arena, accord_sql *q, accord_event_report *r, accord_error *err)
{
	accord_slice tags = accord_sql_copy(arena, q, 0);
	accord_document doc = {.title = accord_sql_copy(arena, q, 1), .text = accord_sql_copy(arena, q, 2)};
	const accord_span *sentence = r->deal.evidence;
	accord_status status = store_read_tags(arena, tags, &doc, err);
	if (status != ACCORD_OK || !r->deal.evidence_count)
		return status;
	r->named = accord_arena_calloc(arena, doc.company_count + 1, sizeof *r->named);
	if (!r->named)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	for (size_t i = 0; i < doc.company_count; i++) {
		accord_span span = doc.companies[i].span;
		if (span.in != sentence->in || span.start < sentence->start || span.end > sentence->end ||
		    span.end - sentence->start > r->sentence.len || !is_party(&r->deal, doc.companies[i].id))
			continue;
		r->named[r->named_count++] =
			(accord_span){span.in, span.start - sentence->start, span.end - sentence->start};
	}
	return ACCORD_OK;
}

accord_status accord_store_find_parties(accord_store *store, accord_arena *arena, accord_event *event, accord_error *err)
{
	for (size_t i = 0; i < event->report_count; i++) {
		accord_event_report *r = &event->reports[i];
		accord_sql *q = store_query(store, err, "SELECT tags, title, text FROM document WHERE key = ? AND tags IS NOT NULL", "s", r->document);
		int row = q ? store_row(store, q, err) : -1;
		if (row < 0)
			return ACCORD_ESTORE;
		accord_status status = row ? find_parties(arena, q, r, err) : ACCORD_OK;
		accord_sql_reset(q);
		if (status != ACCORD_OK)
			return status;
	}
	return ACCORD_OK;
}
