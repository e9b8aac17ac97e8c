/*
 * A store as another one, whatever database each is in: table by table, row by row, with the numbers that the rows
 * have. Then both are read, and what they say is compared. The source is read as it stands at one moment; the copy
 * is one transaction, so that one which fails leaves nothing.
 */
#include "internal.h"

#include <stdio.h>
#include <string.h>

/* In the order in which their references allow it; columns with i integer, d real, t text, b bytes; `keys` of the
 * first columns are the key. copy_of points to rows that may come later: it is filled behind. */
static const struct table {
	const char *name, *columns, *types;
	int keys;
} tables[] = {
	{"page_body", "id, sha256, size, packed", "ibib", 1},
	{"page", "id, body, url, content_type, etag, last_modified, http_status, fetched, address", "iittttiit", 1},
	{"document",
	 "id, key, own_key, url, site, lang, title, authors, published, published_day, modified, source, text, content, "
	 "tags, tags_hash, extra, sketch, page, rules, version, stored",
	 "itittttttittt"
	 "btbtbitii",
	 1},
	{"document_url", "url, document", "ti", 1},
	{"document_version", "document, version, title, published, text, page, stored", "iittbii", 2},
	{"shingle", "hash, document", "ii", 2},
	{"near_copy", "document, other", "ii", 2},
	{"company", "id, key, name, folded", "ittt", 1},
	{"company_name", "folded, company, name", "tit", 2},
	{"document_company", "company, document, mentions", "iii", 2},
	{"deal",
	 "id, document, type, status, date, amount, currency, object, rule, confidence, evidence, sentence, fresh",
	 "iitttdtttdtti", 1},
	{"deal_party", "deal, n, company, role, kind", "iiitt", 2},
	{"deal_block", "block, deal, gathering", "tii", 2},
	{"dirty_block", "block", "t", 1},
	{"dirty_event", "event", "i", 1},
	{"event",
	 "id, key, type, status, date, date_from, date_to, last_from, amount, currency, object, confidence, reports, "
	 "sources, langs, headline, fresh, first_seen, changed, print",
	 "ittttiiidttdiittiiit", 1},
	{"event_party", "event, n, company, role, kind, day", "iiitti", 2},
	{"event_report", "event, deal, document, block, why", "iiitt", 2},
	{"event_step", "event, n, status, date, document", "iitti", 2},
	{"event_former_key", "key, event", "ti", 1},
	{"event_count", "type, status, year, deals, reports, first_date, last_date", "tttiitt", 3},
	{"company_count", "company, deals, reports, articles, first_date, last_date", "iiiitt", 1},
	{"store_count", "name, number", "ti", 1},
	{"feed",
	 "id, url, title, lang, folder, link, etag, last_modified, added, poll_interval, next_due, last_try, "
	 "last_success, last_change, errors, last_error, entries_seen, articles_stored, disabled, requests, unchanged, "
	 "bytes, last_status, ttl, skip_hours, skip_days, failing_since, told",
	 "ittttttt"
	 "iiiiiiit"
	 "iiiiiiiiiiii",
	 1},
	{"due",
	 "id, url, link, feed, title, published, lang, added, not_before, attempts, reason, state, guid, categories, "
	 "print, revisits, later",
	 "ittitttiiitittiii", 1},
	{"filter", "id, feed, keep, field, pattern, added", "iiitti", 1},
	{"run",
	 "id, began, ended, feeds, unchanged, feeds_failed, queued, stored, changed, articles_failed, deferred, deals, "
	 "bytes",
	 "iiiiiiiiiiiii", 1},
	{"host", "origin, robots, robots_status, robots_expires, not_before, last_request, delay, errors", "tbiiiidi", 1},
	{"setting", "name, value", "tt", 1},
};

#define TABLES (sizeof tables / sizeof *tables)
#define AT_ONCE 600 /* values in one INSERT */

struct transfer {
	accord_store *from, *to;
	accord_error *err;
	accord_buffer text; /* of a statement, or a clean text */
};

/* The columns of the key, or of the table with another name for each: "1, 2". */
static void key_order(const struct table *t, accord_buffer *out)
{
	for (int i = 1; i <= t->keys; i++)
		accord_buffer_append_format(out, i > 1 ? ", %d" : "%d", i);
}

static accord_sql *select_all(struct transfer *x, accord_store *store, const struct table *t)
{
	accord_buffer_clear(&x->text);
	accord_buffer_append_format(&x->text, "SELECT %s FROM %s ORDER BY ", t->columns, t->name);
	key_order(t, &x->text);
	accord_sql *q = x->text.failed ? NULL : accord_sql_prepare_long(store, x->text.data);
	if (!q)
		accord_sql_failed(store, x->err);
	return q;
}

static accord_sql *insert_rows(struct transfer *x, const struct table *t, int64_t rows)
{
	accord_buffer_clear(&x->text);
	accord_buffer_append_format(&x->text, "INSERT INTO %s (%s) VALUES ", t->name, t->columns);
	for (int64_t r = 0; r < rows; r++)
		for (size_t i = 0; t->types[i]; i++)
			accord_buffer_append_text(&x->text, i ? ", ?" : r ? "), (?" : "(?");
	accord_buffer_append_char(&x->text, ')');
	accord_sql *q = x->text.failed ? NULL : accord_sql_prepare(x->to, x->text.data);
	if (!q)
		accord_sql_failed(x->to, x->err);
	return q;
}

/* The row at hand of `q` to the places of `to` behind `at`. */
static void pass_on(const struct table *t, accord_sql *q, accord_sql *to, int at)
{
	for (int i = 0; t->types[i]; i++) {
		int place = at + i + 1;
		if (accord_sql_is_null(q, i))
			accord_sql_bind_null(to, place);
		else if (t->types[i] == 'i')
			accord_sql_bind_int(to, place, accord_sql_int(q, i));
		else if (t->types[i] == 'd')
			accord_sql_bind_real(to, place, accord_sql_real(q, i));
		else if (t->types[i] == 't')
			accord_sql_bind_text(to, place, accord_sql_text(q, i));
		else
			accord_sql_bind_blob(to, place, accord_sql_blob(q, i));
	}
}

static accord_status run_insert(struct transfer *x, accord_sql *insert)
{
	accord_sql_step_result result = accord_sql_step(insert);
	accord_status status = result == ACCORD_SQL_FAILED ? accord_sql_failed(x->to, x->err) : ACCORD_OK;
	accord_sql_reset(insert);
	return status;
}

/* `rows` rows of `q` as one statement. */
static accord_status copy_some(struct transfer *x, const struct table *t, accord_sql *q, accord_sql *insert,
			       int64_t rows)
{
	int columns = (int)strlen(t->types);
	if (!insert)
		return ACCORD_ESTORE;
	for (int64_t i = 0; i < rows; i++) {
		if (accord_sql_step(q) != ACCORD_SQL_ROW)
			return accord_sql_failed(x->from, x->err);
		pass_on(t, q, insert, (int)i * columns);
	}
	return run_insert(x, insert);
}

static accord_status count_rows(struct transfer *x, accord_store *store, const struct table *t, int64_t *count)
{
	accord_buffer_clear(&x->text);
	accord_buffer_append_format(&x->text, "SELECT count(*) FROM %s", t->name);
	accord_sql *q = x->text.failed ? NULL : accord_sql_prepare(store, x->text.data);
	bool good = accord_sql_step(q) == ACCORD_SQL_ROW;
	*count = good ? accord_sql_int(q, 0) : 0;
	accord_sql_close(q);
	return good ? ACCORD_OK : accord_sql_failed(store, x->err);
}

/* The next row that is made gets a number behind those that came along. */
static accord_status set_counter(struct transfer *x, const struct table *t)
{
	accord_buffer_clear(&x->text);
	accord_buffer_append_format(&x->text,
				    "{SELECT 1|SELECT setval(pg_get_serial_sequence('%s', 'id'), coalesce(max(id), 0) + 1, "
				    "false) FROM %s}",
				    t->name, t->name);
	return accord_sql_script(x->to, x->text.data, x->err);
}

static accord_status copy_table(struct transfer *x, const struct table *t)
{
	int64_t count, at_once = (int64_t)(AT_ONCE / strlen(t->types)), done = 0;
	accord_status status = count_rows(x, x->from, t, &count);
	if (status != ACCORD_OK || !count)
		return status;
	accord_sql *q = select_all(x, x->from, t), *many = NULL, *rest = NULL;
	status = q ? ACCORD_OK : ACCORD_ESTORE;
	if (status == ACCORD_OK && count >= at_once)
		many = insert_rows(x, t, at_once);
	for (; status == ACCORD_OK && count - done >= at_once; done += at_once)
		status = copy_some(x, t, q, many, at_once);
	if (status == ACCORD_OK && done < count) {
		rest = insert_rows(x, t, count - done);
		status = copy_some(x, t, q, rest, count - done);
	}
	accord_sql_close(q);
	accord_sql_close(many);
	accord_sql_close(rest);
	return status == ACCORD_OK && !strncmp(t->columns, "id,", 3) ? set_counter(x, t) : status;
}

/* What is made of other columns: which text repeats which, and the index of words. */
static accord_status finish_documents(struct transfer *x)
{
	accord_status status = ACCORD_OK;
	accord_sql_step_result result = ACCORD_SQL_DONE;
	accord_sql *q = accord_sql_prepare_long(x->from, "SELECT id, copy_of, title, text FROM document ORDER BY id");
	while (status == ACCORD_OK && (result = accord_sql_step(q)) == ACCORD_SQL_ROW) {
		status = store_index_text(x->to, accord_sql_int(q, 0), accord_sql_text(q, 2), accord_sql_text(q, 3),
					  x->err);
		if (status == ACCORD_OK && !accord_sql_is_null(q, 1))
			status = store_run(x->to, x->err, "UPDATE document SET copy_of = ? WHERE id = ?", "ii",
					   accord_sql_int(q, 1), accord_sql_int(q, 0));
	}
	if (status == ACCORD_OK && result == ACCORD_SQL_FAILED)
		status = accord_sql_failed(x->from, x->err);
	accord_sql_close(q);
	return status;
}

/* Comparing
 * ----------------------------------------------------------------------------------------------------- */

static void hash_text(struct transfer *x, struct sha256 *hash, accord_slice text)
{
	if (!store_is_clean(text)) { /* as PostgreSQL keeps it */
		accord_buffer_clear(&x->text);
		store_clean(text, &x->text);
		text = (accord_slice){x->text.data, x->text.len};
	}
	uint64_t len = text.len;
	sha256_add(hash, &len, sizeof len);
	sha256_add(hash, text.data, text.len);
}

static void hash_row(struct transfer *x, struct sha256 *hash, const struct table *t, accord_sql *q)
{
	for (int i = 0; t->types[i]; i++) {
		bool null = accord_sql_is_null(q, i);
		int64_t number = null || t->types[i] != 'i' ? 0 : accord_sql_int(q, i);
		double real = null || t->types[i] != 'd' ? 0 : accord_sql_real(q, i);
		sha256_add(hash, null ? "n" : &t->types[i], 1);
		if (!null && t->types[i] == 'i')
			sha256_add(hash, &number, sizeof number);
		else if (!null && t->types[i] == 'd')
			sha256_add(hash, &real, sizeof real);
		else if (!null && t->types[i] == 't')
			hash_text(x, hash, accord_sql_text(q, i));
		else if (!null)
			sha256_add(hash, accord_sql_blob(q, i).data, accord_sql_blob(q, i).len);
	}
}

static accord_status hash_table(struct transfer *x, accord_store *store, const struct table *t,
				unsigned char digest[32])
{
	struct sha256 hash;
	accord_sql_step_result result;
	accord_sql *q = select_all(x, store, t);
	sha256_begin(&hash);
	while ((result = accord_sql_step(q)) == ACCORD_SQL_ROW)
		hash_row(x, &hash, t, q);
	accord_sql_close(q);
	sha256_end(&hash, digest);
	return result == ACCORD_SQL_DONE ? ACCORD_OK : accord_sql_failed(store, x->err);
}

static accord_status compare_table(struct transfer *x, const struct table *t)
{
	unsigned char ours[32], theirs[32];
	accord_status status = hash_table(x, x->from, t, ours);
	if (status == ACCORD_OK)
		status = hash_table(x, x->to, t, theirs);
	if (status == ACCORD_OK && memcmp(ours, theirs, 32) != 0)
		status = accord_error_set(x->err, ACCORD_ESTORE,
					  "the copy of the table %s is not what the store has; nothing was kept", t->name);
	return status;
}

static accord_status is_empty(struct transfer *x)
{
	for (size_t i = 0; i < TABLES; i++) {
		int64_t count;
		accord_status status = count_rows(x, x->to, &tables[i], &count);
		if (status != ACCORD_OK)
			return status;
		if (!count)
			continue;
		accord_error_set(x->err, ACCORD_EINPUT, "a store with something in it; a copy wants an empty one");
		accord_error_at(x->err, x->to->path, 0, 0);
		return ACCORD_EINPUT;
	}
	return ACCORD_OK;
}

accord_status accord_store_copy(accord_store *from, accord_store *to, accord_error *err)
{
	struct transfer x = {.from = from, .to = to, .err = err};
	accord_buffer_init(&x.text, (size_t)1 << 30);
	/* one waits while the other is read */
	static const char patience[] = "{SELECT 1|SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0}";
	accord_status status = accord_sql_script(to, patience, err);
	if (status == ACCORD_OK)
		status = accord_sql_script(from, patience, err);
	if (status == ACCORD_OK)
		status = accord_sql_script(from, "{BEGIN|BEGIN ISOLATION LEVEL REPEATABLE READ}", err);
	if (status != ACCORD_OK) {
		accord_buffer_free(&x.text);
		return status;
	}
	status = accord_store_begin(to, err);
	if (status == ACCORD_OK) {
		status = is_empty(&x);
		for (size_t i = 0; status == ACCORD_OK && i < TABLES; i++)
			status = copy_table(&x, &tables[i]);
		if (status == ACCORD_OK)
			status = finish_documents(&x);
		for (size_t i = 0; status == ACCORD_OK && i < TABLES; i++)
			status = compare_table(&x, &tables[i]);
		status = store_leave(to, true, status, err);
	}
	accord_sql_script(from, "ROLLBACK", NULL);
	accord_buffer_free(&x.text);
	return status;
}
