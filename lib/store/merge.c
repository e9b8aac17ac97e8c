/*
 * Reports into events. Only what changed is looked at: the blocks in which a deal came or went are gathered
 * again; deals that went together in any block are one event; events that hold one of these deals are written
 * anew. An event keeps its id as long as it holds a report that it held before; what two became one is found
 * under both ids.
 */
#include "blocks.h"
#include "gather.h"
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LARGEST_BLOCK 50000
#define LARGEST_EVENT 20000

struct merging {
	accord_store *store;
	accord_error *err;
	accord_arena *arena; /* for one block or event */
	int64_t serial, now;
};

static accord_status load_parties(struct merging *g, struct mention *m)
{
	sqlite3_stmt *q = store_query(g->store, g->err,
				      "SELECT p.company, c.key, p.role, p.kind FROM deal_party p JOIN "
				      "company c ON c.id = p.company WHERE p.deal = ? ORDER BY p.n",
				      "i", m->deal);
	int row = q ? 1 : -1;
	while (row > 0 && (row = store_row(g->store, q, g->err)) > 0) {
		if (m->party_count == MENTION_PARTIES)
			continue;
		accord_slice role = {(const char *)sqlite3_column_text(q, 2),
				     (size_t)sqlite3_column_bytes(q, 2)};
		accord_slice kind = {(const char *)sqlite3_column_text(q, 3),
				     (size_t)sqlite3_column_bytes(q, 3)};
		int r = accord_role_from(role), k = accord_party_kind_from(kind);
		m->parties[m->party_count++] = (struct mention_party){
			sqlite3_column_int64(q, 0), store_column(g->arena, q, 1),
			(uint8_t)(r < 0 ? ACCORD_PARTY : r), (uint8_t)(k < 0 ? ACCORD_COMPANY : k)};
	}
	return row < 0 ? ACCORD_ESTORE : ACCORD_OK;
}

static accord_status load_mention(struct merging *g, int64_t deal, struct mention *m)
{
	sqlite3_stmt *q = store_query(
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
		.document = sqlite3_column_int64(q, 0),
		.document_key = store_column(g->arena, q, 1),
		.site = store_column(g->arena, q, 2),
		.lang = store_column(g->arena, q, 3),
		.published = store_column(g->arena, q, 4),
		.title = store_column(g->arena, q, 5),
		.date = store_column(g->arena, q, 6),
		.object = store_column(g->arena, q, 7),
		.fresh = sqlite3_column_int(q, 10) != 0,
		.copy = sqlite3_column_int(q, 11) != 0,
		.day = sqlite3_column_type(q, 12) == SQLITE_NULL ? UNKNOWN_DAY : sqlite3_column_int64(q, 12),
		.confidence = sqlite3_column_double(q, 15),
	};
	int type = accord_deal_type_from(store_column(g->arena, q, 8)),
	    status = accord_deal_status_from(store_column(g->arena, q, 9));
	m->type = type < 0 ? ACCORD_PARTNERSHIP : (accord_deal_type)type;
	m->status = status < 0 ? ACCORD_ANNOUNCED : (accord_deal_status)status;
	m->has_date = accord_period_of(m->date, &m->told);
	m->value.amount = sqlite3_column_double(q, 13);
	const unsigned char *currency = sqlite3_column_text(q, 14);
	strncpy(m->value.currency, currency ? (const char *)currency : "", 3);
	sqlite3_reset(q);
	return load_parties(g, m);
}

/* The numbers that a query gives, at most `limit`. */
static accord_status numbers(struct merging *g, sqlite3_stmt *q, size_t limit, int64_t **list, size_t *count)
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
		items[n++] = sqlite3_column_int64(q, 0);
	}
	if (row < 0)
		return ACCORD_ESTORE;
	sqlite3_reset(q);
	*list = items;
	*count = n;
	return ACCORD_OK;
}

static accord_status gather_block(struct merging *g, accord_slice block)
{
	int64_t *deals;
	size_t n;
	accord_status status = numbers(g,
				       store_query(g->store, g->err,
						   "SELECT deal FROM deal_block WHERE block = ? "
						   "ORDER BY deal",
						   "s", block),
				       LARGEST_BLOCK, &deals, &n);
	struct mention *m = status == ACCORD_OK ? accord_arena_calloc(g->arena, n + 1, sizeof *m) : NULL;
	if (status == ACCORD_OK && !m)
		return accord_error_set(g->err, ACCORD_ENOMEM, "out of memory");
	for (size_t i = 0; status == ACCORD_OK && n > 1 && i < n; i++)
		status = load_mention(g, deals[i], &m[i]);
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
			status = store_run(g->store, g->err, "INSERT OR IGNORE INTO affected VALUES (?)", "i",
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
		sqlite3_stmt *q = store_query(g->store, g->err,
					      "SELECT block FROM dirty_block WHERE block > ? ORDER BY block "
					      "LIMIT 1",
					      "s", (accord_slice){at.data ? at.data : "", at.len});
		int row = q ? store_row(g->store, q, g->err) : -1;
		if (row <= 0) {
			status = row < 0 ? ACCORD_ESTORE : ACCORD_OK;
			break;
		}
		accord_buffer_clear(&at);
		accord_buffer_append(&at, (const char *)sqlite3_column_text(q, 0),
				     (size_t)sqlite3_column_bytes(q, 0));
		sqlite3_reset(q);
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
		"CREATE TEMP TABLE IF NOT EXISTS affected (deal INTEGER PRIMARY KEY);"
		"CREATE TEMP TABLE IF NOT EXISTS part (deal INTEGER PRIMARY KEY, whole INTEGER, document "
		"INTEGER, block TEXT);"
		"CREATE INDEX IF NOT EXISTS temp.part_by_whole ON part (whole);"
		"CREATE TEMP TABLE IF NOT EXISTS whole (id INTEGER PRIMARY KEY, earliest INTEGER, document "
		"TEXT, event INTEGER);"
		"CREATE INDEX IF NOT EXISTS temp.whole_by_event ON whole (event);"
		"CREATE TEMP TABLE IF NOT EXISTS former (event INTEGER PRIMARY KEY);"
		"DELETE FROM affected; DELETE FROM part; DELETE FROM whole; DELETE FROM former";
	if (sqlite3_exec(g->store->db, text, NULL, NULL, NULL) != SQLITE_OK)
		return store_failed(g->store, g->err);
	return ACCORD_OK;
}

/* Deals that lost a companion: those of events whose reports went, and all that stood in one event with an
 * affected one. */
static accord_status widen(struct merging *g)
{
	accord_status status =
		store_run(g->store, g->err, "INSERT OR IGNORE INTO former SELECT event FROM dirty_event", "");
	if (status == ACCORD_OK)
		status = store_run(g->store, g->err,
				   "INSERT OR IGNORE INTO former SELECT r.event FROM affected a "
				   "JOIN event_report r ON r.deal = a.deal",
				   "");
	if (status == ACCORD_OK)
		status = store_run(g->store, g->err,
				   "INSERT OR IGNORE INTO affected SELECT r.deal FROM former f "
				   "JOIN event_report r ON r.event = f.event JOIN deal d ON d.id = r.deal",
				   "");
	return status;
}

/* All deals that any block joins with this one, breadth first. */
static accord_status walk(struct merging *g, int64_t deal)
{
	int64_t *queue;
	size_t n;
	accord_status status =
		numbers(g,
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
		status = load_mention(g, queue[i], &m);
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
		status = store_run(g->store, g->err, "INSERT OR IGNORE INTO part VALUES (?, ?, ?, ?)", "iiis",
				   queue[i], deal, m.document, count ? blocks[0] : accord_slice_of(""));
	}
	if (status == ACCORD_OK)
		status = store_run(g->store, g->err, "INSERT INTO whole VALUES (?, ?, ?, NULL)", "iis", deal,
				   earliest, key);
	if (status == ACCORD_OK)
		status = store_run(
			g->store, g->err,
			"INSERT OR IGNORE INTO former SELECT r.event FROM part p JOIN event_report r "
			"ON r.deal = p.deal WHERE p.whole = ?",
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
	sqlite3 *db = g->store->db;
	if (sqlite3_exec(db,
			 "CREATE INDEX IF NOT EXISTS temp.part_by_document ON part (document);"
			 "CREATE TEMP TABLE IF NOT EXISTS share (whole INTEGER, event INTEGER, n INTEGER);"
			 "DELETE FROM share",
			 NULL, NULL, NULL) != SQLITE_OK ||
	    sqlite3_exec(db, shares, NULL, NULL, NULL) != SQLITE_OK)
		return store_failed(g->store, g->err);
	sqlite3_stmt *q = store_query(g->store, g->err,
				      "SELECT s.whole, s.event FROM share s JOIN event e ON e.id = s.event "
				      "JOIN whole w ON w.id = s.whole "
				      "ORDER BY s.n DESC, e.key, w.earliest, w.document",
				      "");
	int row = q ? 1 : -1;
	while (row > 0 && (row = store_row(g->store, q, g->err)) > 0) {
		int64_t whole = sqlite3_column_int64(q, 0), event = sqlite3_column_int64(q, 1);
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

static bool key_taken(struct merging *g, const char *key)
{
	int64_t taken = 0;
	store_number(g->store, NULL, &taken, 0,
		     "SELECT 1 FROM event WHERE key = ?1 UNION ALL "
		     "SELECT 1 FROM event_former_key WHERE key = ?1",
		     "t", key);
	return taken != 0;
}

/* "d-" and a hash of what stays as reports are added: type family, parties, year; month and day where that is
 * taken. */
static void make_key(struct merging *g, accord_slice block, accord_slice date, char key[20])
{
	static const size_t precision[] = {4, 7, 10};
	for (unsigned attempt = 0; attempt < 1000; attempt++) {
		struct sha256 hash;
		unsigned char d[32];
		size_t len = attempt < 3 ? precision[attempt] : 10;
		sha256_begin(&hash);
		sha256_add(&hash, block.data, block.len);
		sha256_add(&hash, "|", 1);
		sha256_add(&hash, date.data ? date.data : "", date.len < len ? date.len : len);
		if (attempt >= 3)
			sha256_add(&hash, &attempt, sizeof attempt);
		sha256_end(&hash, d);
		snprintf(key, 20, "d-%02x%02x%02x%02x%02x%02x", d[0], d[1], d[2], d[3], d[4], d[5]);
		if (!key_taken(g, key))
			return;
	}
}

/* What of an event a reader would call news: stands in one text, so that a change is seen. */
static accord_slice fingerprint(struct merging *g, const struct consensus *e)
{
	accord_buffer out;
	accord_buffer_init(&out, 1 << 16);
	accord_buffer_append_format(&out, "%d %d %.0f %s %.*s", (int)e->deal.type, (int)e->deal.status,
				    e->deal.value.amount, e->deal.value.currency, (int)e->deal.date.len,
				    e->deal.date.data ? e->deal.date.data : "");
	for (size_t i = 0; i < e->deal.party_count; i++)
		accord_buffer_append_format(&out, " %.*s", (int)e->deal.parties[i].id.len,
					    e->deal.parties[i].id.data);
	accord_slice copy = {accord_arena_copy(g->arena, out.data, out.len), out.len};
	accord_buffer_free(&out);
	return copy;
}

static accord_status clear_event(struct merging *g, int64_t event)
{
	accord_status status =
		store_run(g->store, g->err, "DELETE FROM event_party WHERE event = ?", "i", event);
	if (status == ACCORD_OK)
		status = store_run(g->store, g->err, "DELETE FROM event_report WHERE event = ?", "i", event);
	if (status == ACCORD_OK)
		status = store_run(g->store, g->err, "DELETE FROM event_step WHERE event = ?", "i", event);
	return status;
}

static accord_status write_row(struct merging *g, const struct consensus *e, int64_t *event, const char *key)
{
	accord_period p = {0, 0};
	bool dated = accord_period_of(e->deal.date, &p);
	bool value = e->deal.value.currency[0];
	accord_slice print = fingerprint(g, e);
	int64_t none = INT64_MIN;
	if (!*event) {
		accord_status status = store_run(g->store, g->err,
						 "INSERT INTO event (key, type, status, confidence, reports, "
						 "sources, langs, fresh, first_seen, changed) "
						 "VALUES (?, '', '', 0, 0, 0, '', 0, ?, 0)",
						 "ti", key, g->now);
		*event = sqlite3_last_insert_rowid(g->store->db);
		if (status != ACCORD_OK)
			return status;
	}
	return store_run(
		g->store, g->err,
		"UPDATE event SET type = ?2, status = ?3, date = ?4, date_from = nullif(?5, ?18), "
		"date_to = nullif(?6, ?18), last_from = nullif(?7, ?18), amount = iif(?9 IS NULL, NULL, ?8), "
		"currency = ?9, object = ?10, confidence = ?11, reports = ?12, sources = ?13, langs = ?14, "
		"headline = ?15, fresh = ?16, changed = iif(print IS ?17, changed, ?19), print = ?17 WHERE "
		"id = ?1",
		"ittsiiidtsdiissisii", *event, accord_deal_type_name(e->deal.type),
		accord_deal_status_name(e->deal.status), e->deal.date, dated ? p.from : none,
		dated ? p.to : none, e->last_day, e->deal.value.amount, value ? e->deal.value.currency : NULL,
		e->deal.object, e->deal.confidence, (int64_t)e->reports, (int64_t)e->sources, e->langs,
		e->headline->title, (int64_t)e->fresh, print, none, g->serial);
}

/* In words, for accord show --why-merged. */
static void explain(char *text, size_t size, const struct mention *m, const struct consensus *e)
{
	accord_period p;
	size_t n = (size_t)snprintf(text, size, "same parties");
	if (!m->has_date)
		n += (size_t)snprintf(text + n, size - n, ", no date of its own");
	else if (accord_period_of(e->deal.date, &p)) {
		int64_t gap = m->told.from > p.to   ? m->told.from - p.to
			      : p.from > m->told.to ? p.from - m->told.to
						    : 0;
		if (gap)
			n += (size_t)snprintf(text + n, size - n, ", %lld day%s apart", (long long)gap,
					      gap == 1 ? "" : "s");
		else
			n += (size_t)snprintf(text + n, size - n, ", %s",
					      m->told.to > m->told.from ? "the period holds the date"
									: "same date");
	}
	if (m->value.currency[0] && e->deal.value.currency[0]) {
		bool same = strcmp(m->value.currency, e->deal.value.currency) == 0 &&
			    m->value.amount == e->deal.value.amount;
		n += (size_t)snprintf(text + n, size - n,
				      same ? ", same value"
				      : values_contradict(&m->value, &e->deal.value)
					      ? ", another value"
					      : ", value does not contradict");
	}
	if (m->copy)
		snprintf(text + n, size - n, ", a copy");
}

static accord_status write_lists(struct merging *g, const struct consensus *e, const struct mention *m,
				 size_t n, int64_t event)
{
	accord_status status = ACCORD_OK;
	for (size_t i = 0; status == ACCORD_OK && i < e->deal.party_count; i++)
		status = store_run(g->store, g->err, "INSERT INTO event_party VALUES (?, ?, ?, ?, ?)",
				   "iiitt", event, (int64_t)i, e->companies[i],
				   accord_role_name(e->deal.parties[i].role),
				   accord_party_kind_name(e->deal.parties[i].kind));
	for (size_t i = 0; status == ACCORD_OK && i < e->step_count; i++)
		status = store_run(g->store, g->err, "INSERT INTO event_step VALUES (?, ?, ?, ?, ?)", "iitsi",
				   event, (int64_t)i, accord_deal_status_name(e->steps[i].status),
				   e->steps[i].date, e->steps[i].by->document);
	for (size_t i = 0; status == ACCORD_OK && i < n; i++) {
		char why[160];
		explain(why, sizeof why, &m[i], e);
		status = store_run(g->store, g->err,
				   "INSERT INTO event_report SELECT ?, deal, document, block, ? FROM part "
				   "WHERE deal = ?",
				   "iti", event, why, m[i].deal);
	}
	return status;
}

static accord_status write_event(struct merging *g, int64_t whole, int64_t event)
{
	int64_t *deals;
	size_t n;
	struct consensus e;
	accord_slice blocks[MAX_BLOCKS];
	accord_status status =
		numbers(g,
			store_query(g->store, g->err, "SELECT deal FROM part WHERE whole = ? ORDER BY deal",
				    "i", whole),
			LARGEST_EVENT, &deals, &n);
	struct mention *m = status == ACCORD_OK ? accord_arena_calloc(g->arena, n + 1, sizeof *m) : NULL;
	if (status == ACCORD_OK && !m)
		return accord_error_set(g->err, ACCORD_ENOMEM, "out of memory");
	for (size_t i = 0; status == ACCORD_OK && i < n; i++)
		status = load_mention(g, deals[i], &m[i]);
	if (status == ACCORD_OK)
		status = agree_on_event(g->arena, m, n, &e, g->err);
	if (status != ACCORD_OK)
		return status;
	char key[20] = "";
	if (!event)
		make_key(g, deal_blocks(g->arena, &e.deal, blocks) ? blocks[0] : accord_slice_of(""),
			 e.deal.date, key);
	else
		status = clear_event(g, event);
	if (status == ACCORD_OK)
		status = write_row(g, &e, &event, key);
	if (status == ACCORD_OK)
		status = store_run(g->store, g->err, "UPDATE whole SET event = ? WHERE id = ?", "ii", event,
				   whole);
	return status == ACCORD_OK ? write_lists(g, &e, m, n, event) : status;
}

/* Former events that nobody went on with: their ids lead to the whole that has most of them. */
static accord_status retire(struct merging *g)
{
	accord_status status =
		store_run(g->store, g->err,
			  "INSERT OR IGNORE INTO event_former_key SELECT e.key, (SELECT w.event FROM share s "
			  "JOIN whole w ON w.id = s.whole WHERE s.event = e.id ORDER BY s.n DESC, w.document "
			  "LIMIT 1) AS heir FROM former f JOIN event e ON e.id = f.event "
			  "WHERE e.id NOT IN (SELECT event FROM whole WHERE event IS NOT NULL) AND "
			  "EXISTS (SELECT 1 FROM share s WHERE s.event = e.id)",
			  "");
	if (status == ACCORD_OK)
		status = store_run(g->store, g->err,
				   "UPDATE event_former_key SET event = (SELECT n.event FROM event e JOIN "
				   "event_former_key n "
				   "ON n.key = e.key WHERE e.id = event_former_key.event) WHERE event IN "
				   "(SELECT e.id FROM former f "
				   "JOIN event e ON e.id = f.event JOIN event_former_key n ON n.key = e.key)",
				   "");
	if (status == ACCORD_OK)
		status = store_run(g->store, g->err,
				   "DELETE FROM event WHERE id IN (SELECT event FROM former) AND id NOT IN "
				   "(SELECT event FROM whole WHERE event IS NOT NULL)",
				   "");
	return status;
}

static accord_status write_events(struct merging *g)
{
	int64_t *wholes;
	size_t n;
	accord_arena *block = g->arena;
	g->arena = accord_arena_new(0);
	if (!g->arena) {
		g->arena = block;
		return accord_error_set(g->err, ACCORD_ENOMEM, "out of memory");
	}
	accord_status status = numbers(
		g, store_query(g->store, g->err, "SELECT id FROM whole ORDER BY earliest, document, id", ""),
		SIZE_MAX, &wholes, &n);
	accord_arena *list = g->arena;
	g->arena = block;
	for (size_t i = 0; status == ACCORD_OK && i < n; i++) {
		int64_t event;
		status = store_number(g->store, g->err, &event, 0, "SELECT event FROM whole WHERE id = ?",
				      "i", wholes[i]);
		if (status == ACCORD_OK)
			status = write_event(g, wholes[i], event);
		accord_arena_clear(g->arena);
	}
	accord_arena_free(list);
	return status;
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
		status = write_events(g);
	if (status == ACCORD_OK)
		status = retire(g);
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
				   "INSERT OR IGNORE INTO dirty_block SELECT DISTINCT block FROM deal_block",
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
