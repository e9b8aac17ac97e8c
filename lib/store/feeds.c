/* Subscriptions. */
#include "internal.h"

#define FEED_COLUMNS                                                                                         \
	"id, url, title, lang, folder, link, etag, last_modified, added, poll_interval, next_due, "          \
	"last_try, "                                                                                         \
	"last_success, last_change, errors, last_error, entries_seen, articles_stored, disabled, "           \
	"requests, unchanged, bytes, last_status, ttl, skip_hours, skip_days, failing_since, told"

static void read_feed(accord_arena *arena, accord_sql *q, accord_feed_row *row)
{
	*row = (accord_feed_row){
		.id = accord_sql_int(q, 0),
		.url = accord_sql_copy(arena, q, 1),
		.title = accord_sql_copy(arena, q, 2),
		.lang = accord_sql_copy(arena, q, 3),
		.folder = accord_sql_copy(arena, q, 4),
		.link = accord_sql_copy(arena, q, 5),
		.etag = accord_sql_copy(arena, q, 6),
		.last_modified = accord_sql_copy(arena, q, 7),
		.added = accord_sql_int(q, 8),
		.interval = accord_sql_int(q, 9),
		.next_due = accord_sql_int(q, 10),
		.last_try = accord_sql_int(q, 11),
		.last_success = accord_sql_int(q, 12),
		.last_change = accord_sql_int(q, 13),
		.errors = (uint32_t)accord_sql_int(q, 14),
		.last_error = accord_sql_copy(arena, q, 15),
		.entries_seen = accord_sql_int(q, 16),
		.articles_stored = accord_sql_int(q, 17),
		.disabled = accord_sql_int(q, 18) != 0,
		.requests = accord_sql_int(q, 19),
		.unchanged = accord_sql_int(q, 20),
		.bytes = accord_sql_int(q, 21),
		.last_status = (int)accord_sql_int(q, 22),
		.ttl = (uint32_t)accord_sql_int(q, 23),
		.skip_hours = (uint32_t)accord_sql_int(q, 24),
		.skip_days = (uint32_t)accord_sql_int(q, 25),
		.failing_since = accord_sql_int(q, 26),
		.told = accord_sql_int(q, 27),
	};
}

static accord_status read_feeds(accord_store *store, accord_arena *arena, accord_sql *q,
				accord_feed_row **rows, size_t *count, accord_error *err)
{
	accord_feed_row *list = NULL;
	size_t n = 0, room = 0;
	int row;
	while ((row = store_row(store, q, err)) > 0) {
		if (n == room) {
			size_t more = room ? 2 * room : 32;
			list = accord_arena_grow(arena, list, room * sizeof *list, more * sizeof *list);
			room = more;
		}
		if (!list) {
			accord_sql_reset(q);
			return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
		}
		read_feed(arena, q, &list[n++]);
	}
	*rows = list;
	*count = n;
	return row < 0 ? ACCORD_ESTORE : ACCORD_OK;
}

accord_status accord_store_feed_add(accord_store *store, const accord_feed_row *row, bool *added,
				    accord_error *err)
{
	accord_status status =
		store_run(store, err,
			  "INSERT INTO feed (url, title, lang, folder, link, added, poll_interval, next_due) "
			  "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (url) DO NOTHING",
			  "sssssiii", row->url, row->title, row->lang, row->folder, row->link,
			  row->added ? row->added : store_clock(), row->interval, row->next_due);
	if (status == ACCORD_OK && added)
		*added = accord_sql_changes(store) > 0;
	return status;
}

accord_status accord_store_feed_update(accord_store *store, const accord_feed_row *row, accord_error *err)
{
	return store_run(
		store, err,
		"UPDATE feed SET title = ?, lang = ?, folder = ?, link = ?, etag = ?, last_modified = ?, "
		"poll_interval = ?, next_due = ?, last_try = ?, last_success = ?, last_change = ?, errors = "
		"?, "
		"last_error = ?, entries_seen = ?, disabled = ?, url = ?, requests = ?, "
		"unchanged = ?, bytes = ?, last_status = ?, ttl = ?, skip_hours = ?, skip_days = ?, "
		"failing_since = ?, told = ? WHERE id = ?",
		"ssssssiiiiiisiisiiiiiiiiii", row->title, row->lang, row->folder, row->link, row->etag,
		row->last_modified, row->interval, row->next_due, row->last_try, row->last_success,
		row->last_change, (int64_t)row->errors, row->last_error, row->entries_seen,
		(int64_t)row->disabled, row->url, row->requests,
		row->unchanged, row->bytes, (int64_t)row->last_status, (int64_t)row->ttl,
		(int64_t)row->skip_hours, (int64_t)row->skip_days, row->failing_since, row->told, row->id);
}

accord_status accord_store_feed_stored(accord_store *store, int64_t feed, accord_error *err)
{
	return store_run(store, err, "UPDATE feed SET articles_stored = articles_stored + 1 WHERE id = ?", "i",
			 feed);
}

accord_status accord_store_feed_remove(accord_store *store, accord_slice url, accord_error *err)
{
	accord_status status = store_run(store, err, "DELETE FROM feed WHERE url = ?", "s", url);
	if (status == ACCORD_OK && !accord_sql_changes(store))
		return accord_error_set(err, ACCORD_ENOTFOUND, "no such feed: %.*s",
					(int)(url.len < 200 ? url.len : 200), url.data);
	return status;
}

accord_status accord_store_feed_find(accord_store *store, accord_arena *arena, accord_slice url,
				     accord_feed_row *row, accord_error *err)
{
	accord_sql *q =
		store_query(store, err, "SELECT " FEED_COLUMNS " FROM feed WHERE url = ?", "s", url);
	int found = q ? store_row(store, q, err) : -1;
	if (found < 0)
		return ACCORD_ESTORE;
	if (!found)
		return accord_error_set(err, ACCORD_ENOTFOUND, "no such feed: %.*s",
					(int)(url.len < 200 ? url.len : 200), url.data);
	read_feed(arena, q, row);
	accord_sql_reset(q);
	return ACCORD_OK;
}

accord_status accord_store_feeds(accord_store *store, accord_arena *arena, accord_feed_row **rows,
				 size_t *count, accord_error *err)
{
	accord_sql *q = store_query(store, err,
				      "SELECT " FEED_COLUMNS " FROM feed "
				      "ORDER BY folder NULLS FIRST, {title COLLATE NOCASE|lower(title)} NULLS FIRST, url",
				      "");
	return q ? read_feeds(store, arena, q, rows, count, err) : ACCORD_ESTORE;
}

accord_status accord_store_feeds_claim(accord_store *store, accord_arena *arena, int64_t now, int64_t lease,
				       size_t limit, accord_feed_row **rows, size_t *count, accord_error *err)
{
	bool mine;
	accord_status status = store_enter_claim(store, &mine, err);
	if (status != ACCORD_OK)
		return status;
	accord_sql *q =
		store_query(store, err,
			    "SELECT " FEED_COLUMNS " FROM feed WHERE disabled = 0 AND next_due <= ? "
			    "ORDER BY next_due, id LIMIT ? {|FOR UPDATE SKIP LOCKED}",
			    "ii", now, limit ? (int64_t)limit : INT64_MAX);
	status = q ? read_feeds(store, arena, q, rows, count, err) : ACCORD_ESTORE;
	for (size_t i = 0; status == ACCORD_OK && i < *count; i++)
		status = store_run(store, err, "UPDATE feed SET next_due = ? WHERE id = ?", "ii", now + lease,
				   (*rows)[i].id);
	return store_leave(store, mine, status, err);
}
