/*
 * Reports into events. Only what changed is looked at: the blocks in which a deal came or went are gathered
 * again; deals that went together in any block are one event; events that hold one of these deals are written
 * anew. An event keeps its id as long as it holds a report that it held before; what two became one is found
 * under both ids.
 */
#include "merge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LARGEST_BLOCK 50000

static accord_status load_parties(struct merging *g, struct mention *m)
{
	accord_sql *q = store_query(g->store, g->err,
				      "SELECT p.company, c.key, p.role, p.kind FROM deal_party p JOIN "
				      "company c ON c.id = p.company WHERE p.deal = ? ORDER BY p.n",
				      "i", m->deal);
	int row = q ? 1 : -1;
	while (row > 0 && (row = store_row(g->store, q, g->err)) > 0) {
		if (m->party_count == MENTION_PARTIES)
			continue;
		accord_slice role = accord_sql_text(q, 2);
		accord_slice kind = accord_sql_text(q, 3);
		int r = accord_role_from(role), k = accord_party_kind_from(kind);
		m->parties[m->party_count++] = (struct mention_party){
			accord_sql_int(q, 0), accord_sql_copy(g->arena, q, 1),
			(uint8_t)(r < 0 ? ACCORD_PARTY : r), (uint8_t)(k < 0 ? ACCORD_COMPANY : k)};
	}
	return row < 0 ? ACCORD_ESTORE : ACCORD_OK;
}

accord_status merge_load_mention(struct merging *g, int64_t deal, struct mention *m)
{
	accord_sql *q = store_query(
		g->store, g->err,
		"SELECT e.document, d.key, d.site, d.lang, d.published, d.title, e.date, e.object, "
		"e.type, e.status, e.fresh, d.copy_of IS NOT NULL, d.published_day, e.amount, "
		"e.currency, e.confidence FROM deal e JOIN document d ON d.id = e.document "
		"WHERE e.id = ?",
		"i", deal);
	int row = q ? store_row(g->store, q, g->err) : -1;
	if (row <= 0)
		return row < 0 ? ACCORD_ESTORE
			       : accord_error_set(g->err, ACCORD_ESTORE, "a report is missing");
	*m = (struct mention){
		.deal = deal,
		.document = accord_sql_int(q, 0),
		.document_key = accord_sql_copy(g->arena, q, 1),
		.site = accord_sql_copy(g->arena, q, 2),
		.lang = accord_sql_copy(g->arena, q, 3),
		.published = accord_sql_copy(g->arena, q, 4),
		.title = accord_sql_copy(g->arena, q, 5),
		.date = accord_sql_copy(g->arena, q, 6),
		.object = accord_sql_copy(g->arena, q, 7),
		.fresh = accord_sql_int(q, 10) != 0,
		.copy = accord_sql_int(q, 11) != 0,
		.day = accord_sql_is_null(q, 12) ? UNKNOWN_DAY : accord_sql_int(q, 12),
		.confidence = accord_sql_real(q, 15),
	};
	int type = accord_deal_type_from(accord_sql_copy(g->arena, q, 8)),
	    status = accord_deal_status_from(accord_sql_copy(g->arena, q, 9));
	m->type = type < 0 ? ACCORD_PARTNERSHIP : (accord_deal_type)type;
	m->status = status < 0 ? ACCORD_ANNOUNCED : (accord_deal_status)status;
	m->has_date = accord_period_of(m->date, &m->told);
	m->value.amount = accord_sql_real(q, 13);
	accord_slice currency = accord_sql_text(q, 14);
	strncpy(m->value.currency, currency.data ? currency.data : "", 3);
	accord_sql_reset(q);
	return load_parties(g, m);
}

/* The numbers that a query gives, at most `limit`. */
accord_status merge_numbers(struct merging *g, accord_sql *q, size_t limit, int64_t **list, size_t *count)
{
	int64_t *items = NULL;
	size_t n = 0, room = 0;
	int row = q ? 1 : -1;
	while (row > 0 && n < limit && (row = store_row(g->store, q, g->err)) > 0) {
		if (n == room) {
			size_t more = room ? 2 * room : 16;
			items = accord_arena_grow(g->arena, items, room * sizeof *items,
						  more * sizeof *items);
			room = more;
			if (!items)
				return accord_error_set(g->err, ACCORD_ENOMEM, "out of memory");
		}
		items[n++] = accord_sql_int(q, 0);
	}
	if (row < 0)
		return ACCORD_ESTORE;
	accord_sql_reset(q);
	*list = items;
	*count = n;
	return ACCORD_OK;
}

static accord_status gather_block(struct merging *g, accord_slice block)
{
	int64_t *deals;
	size_t n;
	accord_status status = merge_numbers(g,
					     store_query(g->store, g->err,
							 "SELECT deal FROM deal_block WHERE block = ? "
							 "ORDER BY deal",
							 "s", block),
					     LARGEST_BLOCK, &deals, &n);
	struct mention *m = status == ACCORD_OK ? accord_arena_calloc(g->arena, n + 1, sizeof *m) : NULL;
	if (status == ACCORD_OK && !m)
		return accord_error_set(g->err, ACCORD_ENOMEM, "out of memory");
	for (size_t i = 0; status == ACCORD_OK && n > 1 && i < n; i++)
		status = merge_load_mention(g, deals[i], &m[i]);
	if (status == ACCORD_OK && n > 1)
		status = gather_mentions(g->arena, m, n, g->err);
	int64_t *names = accord_arena_calloc(g->arena, n + 1, sizeof *names);
	if (status == ACCORD_OK && !names)
		return accord_error_set(g->err, ACCORD_ENOMEM, "out of memory");
	for (size_t i = 0; status == ACCORD_OK && i < n;
	     i++) { /* deals ascend: the first seen of a gathering names it */
		if (!names[m[i].gathering])
			names[m[i].gathering] = deals[i];
		status = store_run(g->store, g->err,
				   "UPDATE deal_block SET gathering = ? WHERE block = ? AND deal = ?", "isi",
				   names[m[i].gathering], block, deals[i]);
		if (status == ACCORD_OK)
			status = store_run(g->store, g->err, "INSERT INTO affected VALUES (?) ON CONFLICT DO NOTHING", "i",
					   deals[i]);
	}
	return status;
}

static accord_status gather_blocks(struct merging *g)
{
	accord_status status = ACCORD_OK;
	accord_buffer at;
	accord_buffer_init(&at, 1 << 20);
	while (status == ACCORD_OK) {
		accord_sql *q = store_query(g->store, g->err,
					      "SELECT block FROM dirty_block WHERE block > ? ORDER BY block "
					      "LIMIT 1",
					      "s", (accord_slice){at.data ? at.data : "", at.len});
		int row = q ? store_row(g->store, q, g->err) : -1;
		if (row <= 0) {
			status = row < 0 ? ACCORD_ESTORE : ACCORD_OK;
			break;
		}
		accord_buffer_clear(&at);
		accord_slice block = accord_sql_text(q, 0);
		accord_buffer_append(&at, block.data, block.len);
		accord_sql_reset(q);
		if (at.failed)
			status = accord_error_set(g->err, ACCORD_ENOMEM, "out of memory");
		else
			status = gather_block(g, (accord_slice){at.data, at.len});
		accord_arena_clear(g->arena);
	}
	accord_buffer_free(&at);
	return status;
}

/* Temporary tables of one merge. */
static accord_status make_tables(struct merging *g)
{
	static const char text[] =
		"CREATE TEMP TABLE IF NOT EXISTS affected (deal {INTEGER|BIGINT} PRIMARY KEY);"
		"CREATE TEMP TABLE IF NOT EXISTS part (deal {INTEGER|BIGINT} PRIMARY KEY, whole BIGINT, "
		"document BIGINT, block TEXT);"
		"CREATE INDEX IF NOT EXISTS part_by_whole ON part (whole);"
		"CREATE TEMP TABLE IF NOT EXISTS whole (id {INTEGER|BIGINT} PRIMARY KEY, earliest BIGINT, "
		"document TEXT COLLATE {BINARY|\"C\"}, event BIGINT);"
		"CREATE INDEX IF NOT EXISTS whole_by_event ON whole (event);"
		"CREATE TEMP TABLE IF NOT EXISTS former (event {INTEGER|BIGINT} PRIMARY KEY);"
		"DELETE FROM affected; DELETE FROM part; DELETE FROM whole; DELETE FROM former";
	return accord_sql_script(g->store, text, g->err);
}

/* Deals that lost a companion: those of events whose reports went, and all that stood in one event with an
 * affected one. */
static accord_status widen(struct merging *g)
{
	accord_status status =
		store_run(g->store, g->err, "INSERT INTO former SELECT event FROM dirty_event WHERE true ON CONFLICT DO NOTHING", "");
	if (status == ACCORD_OK)
		status = store_run(g->store, g->err,
				   "INSERT INTO former SELECT r.event FROM affected a "
				   "JOIN event_report r ON r.deal = a.deal WHERE true ON CONFLICT DO NOTHING",
				   "");
	if (status == ACCORD_OK)
		status = store_run(g->store, g->err,
				   "INSERT INTO affected SELECT r.deal FROM former f "
				   "JOIN event_report r ON r.event = f.event JOIN deal d ON d.id = r.deal "
				   "WHERE true ON CONFLICT DO NOTHING",
				   "");
	return status;
}

/* All deals that any block joins with this one, breadth first. */
static accord_status walk(struct merging *g, int64_t deal)
{
	int64_t *queue;
	size_t n;
	accord_status status = merge_numbers(
		g,
		store_query(g->store, g->err,
			    "WITH RECURSIVE w (deal) AS (VALUES (?1) UNION SELECT o.deal FROM w "
			    "JOIN deal_block b ON b.deal = w.deal JOIN deal_block o "
			    "ON o.block = b.block AND o.gathering = b.gathering) SELECT deal FROM w",
			    "i", deal),
		LARGEST_EVENT, &queue, &n);
	int64_t earliest = INT64_MAX;
	accord_slice key = {NULL, 0};
	for (size_t i = 0; status == ACCORD_OK && i < n; i++) {
		struct mention m;
		accord_slice blocks[MAX_BLOCKS];
		accord_party parties[MENTION_PARTIES];
		status = merge_load_mention(g, queue[i], &m);
		if (status != ACCORD_OK)
			break;
		accord_deal d = {.type = m.type, .parties = parties, .party_count = m.party_count};
		for (size_t p = 0; p < m.party_count; p++)
			parties[p] = (accord_party){m.parties[p].key, m.parties[p].key,
						    (accord_role)m.parties[p].role,
						    (accord_party_kind)m.parties[p].kind};
		size_t count = deal_blocks(g->arena, &d, blocks);
		int64_t from = m.has_date ? m.told.from : m.day == UNKNOWN_DAY ? INT64_MAX - 1 : m.day;
		if (from < earliest) {
			earliest = from;
			key = m.document_key;
		}
		status = store_run(g->store, g->err, "INSERT INTO part VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", "iiis",
				   queue[i], deal, m.document, count ? blocks[0] : accord_slice_of(""));
	}
	if (status == ACCORD_OK)
		status = store_run(g->store, g->err, "INSERT INTO whole VALUES (?, ?, ?, NULL)", "iis", deal,
				   earliest, key);
	if (status == ACCORD_OK)
		status = store_run(
			g->store, g->err,
			"INSERT INTO former SELECT r.event FROM part p JOIN event_report r "
			"ON r.deal = p.deal WHERE p.whole = ? ON CONFLICT DO NOTHING",
			"i", deal);
	return status;
}

static accord_status find_wholes(struct merging *g)
{
	int64_t deal = 0;
	accord_status status = ACCORD_OK;
	while (status == ACCORD_OK) {
		status = store_number(
			g->store, g->err, &deal, 0,
			"SELECT a.deal FROM affected a WHERE a.deal > ? AND NOT EXISTS "
			"(SELECT 1 FROM part p WHERE p.deal = a.deal) AND EXISTS "
			"(SELECT 1 FROM deal_block b WHERE b.deal = a.deal) ORDER BY a.deal LIMIT 1",
			"i", deal);
		if (status != ACCORD_OK || !deal)
			break;
		status = walk(g, deal);
		accord_arena_clear(g->arena);
	}
	return status;
}

/* Each event goes on as the whole that has most of its reports, found by document and block; one event a
 * whole. */
static accord_status inherit(struct merging *g)
{
	static const char shares[] =
		"INSERT INTO share SELECT p.whole, r.event, count(*) FROM former f JOIN event_report r ON "
		"r.event = f.event "
		"JOIN part p ON p.document = r.document AND p.block = r.block GROUP BY p.whole, r.event";
	static const char tables[] =
		"CREATE INDEX IF NOT EXISTS part_by_document ON part (document);"
		"CREATE TEMP TABLE IF NOT EXISTS share (whole BIGINT, event BIGINT, n BIGINT);"
		"CREATE INDEX IF NOT EXISTS share_by_event ON share (event);"
		"DELETE FROM share";
	accord_status made = accord_sql_script(g->store, tables, g->err);
	if (made == ACCORD_OK)
		made = accord_sql_script(g->store, shares, g->err);
	if (made != ACCORD_OK)
		return made;
	accord_sql *q = store_query(g->store, g->err,
				      "SELECT s.whole, s.event FROM share s JOIN event e ON e.id = s.event "
				      "JOIN whole w ON w.id = s.whole "
				      "ORDER BY s.n DESC, e.key, w.earliest, w.document",
				      "");
	int row = q ? 1 : -1;
	while (row > 0 && (row = store_row(g->store, q, g->err)) > 0) {
		int64_t whole = accord_sql_int(q, 0), event = accord_sql_int(q, 1);
		accord_status status = store_run(
			g->store, g->err,
			"UPDATE whole SET event = ?2 WHERE id = ?1 AND event IS NULL AND NOT EXISTS "
			"(SELECT 1 FROM whole WHERE event = ?2)",
			"ii", whole, event);
		if (status != ACCORD_OK)
			return status;
	}
	return row < 0 ? ACCORD_ESTORE : ACCORD_OK;
}

static accord_status merge(struct merging *g)
{
	accord_status status = make_tables(g);
	if (status == ACCORD_OK)
		status = store_number(g->store, g->err, &g->serial, 0,
				      "SELECT coalesce(max(changed), 0) + 1 FROM event", "");
	if (status == ACCORD_OK)
		status = gather_blocks(g);
	if (status == ACCORD_OK)
		status = widen(g);
	if (status == ACCORD_OK)
		status = find_wholes(g);
	if (status == ACCORD_OK)
		status = inherit(g);
	if (status == ACCORD_OK)
		status = store_count_former(g->store, g->err);
	if (status == ACCORD_OK)
		status = merge_write_events(g);
	if (status == ACCORD_OK)
		status = merge_retire_events(g);
	if (status == ACCORD_OK)
		status = store_count_wholes(g->store, g->err);
	if (status == ACCORD_OK)
		status = store_run(g->store, g->err, "DELETE FROM dirty_block", "");
	if (status == ACCORD_OK)
		status = store_run(g->store, g->err, "DELETE FROM dirty_event", "");
	return status;
}

accord_status accord_store_merge(accord_store *store, bool all, accord_error *err)
{
	struct merging g = {.store = store, .err = err, .now = store_clock()};
	int64_t dirty = 0;
	bool mine;
	accord_status status = store_enter(store, &mine, err);
	if (status != ACCORD_OK)
		return status;
	if (all)
		status = store_run(store, err,
				   "INSERT INTO dirty_block SELECT DISTINCT block FROM deal_block WHERE true ON CONFLICT DO NOTHING",
				   "");
	if (status == ACCORD_OK)
		status = store_number(store, err, &dirty, 0,
				      "SELECT EXISTS (SELECT 1 FROM dirty_block) OR "
				      "EXISTS (SELECT 1 FROM dirty_event)",
				      "");
	if (status == ACCORD_OK && dirty) {
		g.arena = accord_arena_new(0);
		status = g.arena ? merge(&g) : accord_error_set(err, ACCORD_ENOMEM, "out of memory");
		accord_arena_free(g.arena);
	}
	return store_leave(store, mine, status, err);
}
