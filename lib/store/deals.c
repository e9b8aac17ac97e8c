/* Deals as one document tells them: in, out, and marking what the next merge has to look at. */
#include "blocks.h"
#include "internal.h"

#include <accord/period.h>

#include <string.h>

/*
 * News of its day: the deal's date lies within a week before the day of publication, or names the very month.
 * History told with its year is not, nor is anything without a date.
 */
static bool is_fresh(const accord_document *doc, const accord_deal *deal)
{
	accord_period told, day;
	if (!accord_period_of(doc->published, &day) || !accord_period_of(deal->date, &told))
		return false;
	if (told.to - told.from > 31)
		return false;
	int64_t age = day.from - (told.to < day.from ? told.to : day.from);
	return age <= 7 && told.from <= day.to + 7;
}

static accord_slice first_evidence(const accord_document *doc, const accord_deal *deal)
{
	for (size_t i = 0; i < deal->evidence_count; i++) {
		accord_slice field = accord_document_field(doc, deal->evidence[i].in);
		uint32_t start = deal->evidence[i].start, end = deal->evidence[i].end;
		if (start < end && end <= field.len)
			return accord_slice_trim((accord_slice){field.data + start, end - start});
	}
	return (accord_slice){NULL, 0};
}

/* Parties with the ids of their rows, as blocks need them. */
static accord_status put_parties(accord_store *store, int64_t row, accord_deal *deal, accord_error *err)
{
	accord_party *parties = accord_arena_calloc(store->scratch, deal->party_count, sizeof *parties);
	accord_status status = parties || !deal->party_count
				       ? ACCORD_OK
				       : accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	for (size_t i = 0; status == ACCORD_OK && i < deal->party_count; i++) {
		int64_t company;
		parties[i] = deal->parties[i];
		status = store_company(store, parties[i].id, parties[i].name, &company, err);
		if (status == ACCORD_OK)
			status = store_run(store, err,
					   "INSERT INTO deal_party (deal, n, company, role, kind) "
					   "VALUES (?, ?, ?, ?, ?)",
					   "iiitt", row, (int64_t)i, company,
					   accord_role_name(parties[i].role),
					   accord_party_kind_name(parties[i].kind));
		if (status != ACCORD_OK)
			break;
		accord_sql *q =
			store_query(store, err, "SELECT key FROM company WHERE id = ?", "i", company);
		if (!q || store_row(store, q, err) <= 0)
			return ACCORD_ESTORE;
		parties[i].id = accord_sql_copy(store->scratch, q, 0);
		accord_sql_reset(q);
	}
	deal->parties = parties;
	return status;
}

static accord_status put_blocks(accord_store *store, int64_t row, const accord_deal *deal, accord_error *err)
{
	accord_slice blocks[MAX_BLOCKS];
	size_t n = deal_blocks(store->scratch, deal, blocks);
	accord_status status = ACCORD_OK;
	for (size_t i = 0; status == ACCORD_OK && i < n; i++) {
		status = store_run(store, err, "INSERT INTO deal_block (block, deal) VALUES (?, ?) ON CONFLICT DO NOTHING",
				   "si", blocks[i], row);
		if (status == ACCORD_OK)
			status = store_run(store, err, "INSERT INTO dirty_block VALUES (?) ON CONFLICT DO NOTHING", "s",
					   blocks[i]);
	}
	return status;
}

static accord_status put_deal(accord_store *store, int64_t document, const accord_document *doc,
			      accord_deal deal, accord_error *err)
{
	accord_buffer evidence;
	accord_buffer_init(&evidence, (size_t)1 << 20);
	store_write_evidence(&evidence, &deal);
	bool value = deal.value.currency[0];
	int64_t row;
	accord_status status = store_number(store, err, &row, 0,
					 "INSERT INTO deal (document, type, status, date, amount, currency, "
					 "object, rule, confidence, evidence, "
					 "sentence, fresh) VALUES (?1, ?2, ?3, ?4, "
					 "CASE WHEN ?6 IS NULL THEN NULL ELSE ?5 END, ?6, ?7, ?8, ?9, ?10, ?11, ?12) RETURNING id",
					 "ittsdtssdssi", document, accord_deal_type_name(deal.type),
					 accord_deal_status_name(deal.status), deal.date, deal.value.amount,
					 value ? deal.value.currency : NULL, deal.object, deal.rule,
					 deal.confidence, (accord_slice){evidence.data, evidence.len},
					 first_evidence(doc, &deal), (int64_t)is_fresh(doc, &deal));
	accord_buffer_free(&evidence);
	if (status == ACCORD_OK) {
		store_counted(store, COUNT_DEAL, 1);
		status = put_parties(store, row, &deal, err);
	}
	return status == ACCORD_OK ? put_blocks(store, row, &deal, err) : status;
}

accord_status store_put_deals(accord_store *store, int64_t document, const accord_document *doc,
			      accord_error *err)
{
	accord_status status = ACCORD_OK;
	for (size_t i = 0; status == ACCORD_OK && i < doc->deal_count; i++)
		status = put_deal(store, document, doc, doc->deals[i], err);
	return status;
}

accord_status store_mark_dirty(accord_store *store, int64_t document, accord_error *err)
{
	accord_status status =
		store_run(store, err,
			  "INSERT INTO dirty_block SELECT b.block FROM deal d JOIN deal_block b "
			  "ON b.deal = d.id WHERE d.document = ? ON CONFLICT DO NOTHING",
			  "i", document);
	if (status != ACCORD_OK)
		return status;
	return store_run(
		store, err,
		"INSERT INTO dirty_event SELECT event FROM event_report WHERE document = ? ON CONFLICT DO NOTHING", "i",
		document);
}

accord_status store_remove_deals(accord_store *store, int64_t document, accord_error *err)
{
	accord_status status = store_mark_dirty(store, document, err);
	if (status != ACCORD_OK)
		return status;
	status = store_run(store, err, "DELETE FROM deal WHERE document = ?", "i", document);
	if (status == ACCORD_OK)
		store_counted(store, COUNT_DEAL, -accord_sql_changes(store));
	return status;
}

static accord_status read_parties(accord_store *store, accord_arena *arena, int64_t row, accord_deal *deal,
				  accord_error *err)
{
	accord_party list[64];
	size_t n = 0;
	accord_sql *q = store_query(store, err,
				      "SELECT c.key, c.name, p.role, p.kind FROM deal_party p JOIN company c "
				      "ON c.id = p.company WHERE p.deal = ? ORDER BY p.n LIMIT 64",
				      "i", row);
	int found = -1;
	while (q && n < 64 && (found = store_row(store, q, err)) > 0) {
		int role = accord_role_from(accord_sql_copy(arena, q, 2)),
		    kind = accord_party_kind_from(accord_sql_copy(arena, q, 3));
		list[n++] = (accord_party){
			.id = accord_sql_copy(arena, q, 0),
			.name = accord_sql_copy(arena, q, 1),
			.role = role < 0 ? ACCORD_PARTY : (accord_role)role,
			.kind = kind < 0 ? ACCORD_COMPANY : (accord_party_kind)kind,
		};
	}
	if (found < 0)
		return ACCORD_ESTORE;
	accord_sql_reset(q);
	deal->parties = accord_arena_calloc(arena, n + 1, sizeof *list);
	if (!deal->parties)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	memcpy(deal->parties, list, n * sizeof *list);
	deal->party_count = n;
	return ACCORD_OK;
}

accord_status store_get_deal(accord_store *store, accord_arena *arena, int64_t row, accord_deal *deal,
			     accord_slice *sentence, bool *fresh, accord_error *err)
{
	accord_sql *q =
		store_query(store, err,
			    "SELECT type, status, date, amount, currency, object, rule, confidence, "
			    "evidence, sentence, fresh FROM deal WHERE id = ?",
			    "i", row);
	int found = q ? store_row(store, q, err) : -1;
	if (found <= 0)
		return found < 0 ? ACCORD_ESTORE
				 : accord_error_set(err, ACCORD_ENOTFOUND, "no such report in the store");
	int type = accord_deal_type_from(accord_sql_copy(arena, q, 0)),
	    status = accord_deal_status_from(accord_sql_copy(arena, q, 1));
	*deal = (accord_deal){
		.type = type < 0 ? ACCORD_PARTNERSHIP : (accord_deal_type)type,
		.status = status < 0 ? ACCORD_ANNOUNCED : (accord_deal_status)status,
		.date = accord_sql_copy(arena, q, 2),
		.object = accord_sql_copy(arena, q, 5),
		.rule = accord_sql_copy(arena, q, 6),
		.confidence = accord_sql_real(q, 7),
	};
	deal->value.amount = accord_sql_real(q, 3);
	accord_slice currency = accord_sql_text(q, 4);
	strncpy(deal->value.currency, currency.data ? currency.data : "", 3);
	accord_slice evidence = accord_sql_copy(arena, q, 8);
	*sentence = accord_sql_copy(arena, q, 9);
	*fresh = accord_sql_int(q, 10) != 0;
	accord_sql_reset(q);
	accord_status read = store_read_evidence(arena, evidence, deal, err);
	return read == ACCORD_OK ? read_parties(store, arena, row, deal, err) : read;
}

accord_status store_get_deals(accord_store *store, accord_arena *arena, int64_t document,
			      accord_document *doc, accord_error *err)
{
	int64_t rows[1024];
	size_t n = 0;
	int found = -1;
	accord_sql *q = store_query(
		store, err, "SELECT id FROM deal WHERE document = ? ORDER BY id LIMIT 1024", "i", document);
	while (q && n < 1024 && (found = store_row(store, q, err)) > 0)
		rows[n++] = accord_sql_int(q, 0);
	if (found < 0)
		return ACCORD_ESTORE;
	accord_sql_reset(q);
	doc->deals = accord_arena_calloc(arena, n + 1, sizeof *doc->deals);
	accord_status status = doc->deals ? ACCORD_OK : accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	for (size_t i = 0; status == ACCORD_OK && i < n; i++) {
		accord_slice sentence;
		bool fresh;
		status = store_get_deal(store, arena, rows[i], &doc->deals[i], &sentence, &fresh, err);
		for (size_t k = 0; status == ACCORD_OK && k < doc->deals[i].evidence_count; k++) {
			accord_span *span = &doc->deals[i].evidence[k];
			if (span->end > accord_document_field(doc, span->in).len || span->start > span->end)
				span->start = span->end = 0;
		}
		doc->deal_count += status == ACCORD_OK;
	}
	return status;
}
