/* Events into their tables: ids that stay, what changed, why each report is there. */
#include "merge.h"

#include <stdio.h>
#include <string.h>

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
		accord_status status = store_number(g->store, g->err, event, 0,
						 "INSERT INTO event (key, type, status, confidence, reports, "
						 "sources, langs, fresh, first_seen, changed) "
						 "VALUES (?, '', '', 0, 0, 0, '', 0, ?, 0) RETURNING id",
						 "ti", key, g->now);
		if (status != ACCORD_OK)
			return status;
	}
	return store_run(
		g->store, g->err,
		"UPDATE event SET type = ?2, status = ?3, date = ?4, date_from = nullif(?5, ?18), "
		"date_to = nullif(?6, ?18), last_from = nullif(?7, ?18), "
		"amount = CASE WHEN ?9 IS NULL THEN NULL ELSE ?8 END, "
		"currency = ?9, object = ?10, confidence = ?11, reports = ?12, sources = ?13, langs = ?14, "
		"headline = ?15, fresh = ?16, "
		"changed = CASE WHEN print IS NOT DISTINCT FROM ?17 THEN changed ELSE ?19 END, print = ?17 WHERE "
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
	accord_period p = {0, 0};
	bool dated = accord_period_of(e->deal.date, &p);
	for (size_t i = 0; status == ACCORD_OK && i < e->deal.party_count; i++)
		status = store_run(g->store, g->err,
				   "INSERT INTO event_party VALUES (?1, ?2, ?3, ?4, ?5, nullif(?6, ?7))", "iiittii",
				   event, (int64_t)i, e->companies[i],
				   accord_role_name(e->deal.parties[i].role),
				   accord_party_kind_name(e->deal.parties[i].kind), dated ? p.from : INT64_MIN,
				   INT64_MIN);
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
		merge_numbers(g,
			      store_query(g->store, g->err,
					  "SELECT deal FROM part WHERE whole = ? ORDER BY deal", "i", whole),
			      LARGEST_EVENT, &deals, &n);
	struct mention *m = status == ACCORD_OK ? accord_arena_calloc(g->arena, n + 1, sizeof *m) : NULL;
	if (status == ACCORD_OK && !m)
		return accord_error_set(g->err, ACCORD_ENOMEM, "out of memory");
	for (size_t i = 0; status == ACCORD_OK && i < n; i++)
		status = merge_load_mention(g, deals[i], &m[i]);
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
accord_status merge_retire_events(struct merging *g)
{
	accord_status status =
		store_run(g->store, g->err,
			  "INSERT INTO event_former_key SELECT e.key, (SELECT w.event FROM share s "
			  "JOIN whole w ON w.id = s.whole WHERE s.event = e.id ORDER BY s.n DESC, w.document "
			  "LIMIT 1) AS heir FROM former f JOIN event e ON e.id = f.event "
			  "WHERE e.id NOT IN (SELECT event FROM whole WHERE event IS NOT NULL) AND "
			  "EXISTS (SELECT 1 FROM share s WHERE s.event = e.id) ON CONFLICT DO NOTHING",
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

accord_status merge_write_events(struct merging *g)
{
	int64_t *wholes;
	size_t n;
	accord_arena *block = g->arena;
	g->arena = accord_arena_new(0);
	if (!g->arena) {
		g->arena = block;
		return accord_error_set(g->err, ACCORD_ENOMEM, "out of memory");
	}
	accord_status status = merge_numbers(
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
