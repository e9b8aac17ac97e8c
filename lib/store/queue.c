/* The queue of articles to fetch. A row never goes: what was done once is not queued again. */
#include "internal.h"

#define DUE_COLUMNS "id, feed, url, link, title, published, lang, added, not_before, attempts, reason, state"

static void read_due(accord_arena *arena, sqlite3_stmt *q, accord_due *due)
{
	*due = (accord_due){
		.id = sqlite3_column_int64(q, 0),
		.feed = sqlite3_column_int64(q, 1),
		.url = store_column(arena, q, 2),
		.link = store_column(arena, q, 3),
		.title = store_column(arena, q, 4),
		.published = store_column(arena, q, 5),
		.lang = store_column(arena, q, 6),
		.added = sqlite3_column_int64(q, 7),
		.not_before = sqlite3_column_int64(q, 8),
		.attempts = (uint32_t)sqlite3_column_int64(q, 9),
		.reason = store_column(arena, q, 10),
		.state = (accord_due_state)sqlite3_column_int(q, 11),
	};
}

static accord_status read_list(accord_store *store, accord_arena *arena, sqlite3_stmt *q, accord_due **rows,
			       size_t *count, accord_error *err)
{
	accord_due *list = NULL;
	size_t n = 0, room = 0;
	int row;
	while ((row = store_row(store, q, err)) > 0) {
		if (n == room) {
			size_t more = room ? 2 * room : 64;
			list = accord_arena_grow(arena, list, room * sizeof *list, more * sizeof *list);
			room = more;
		}
		if (!list) {
			sqlite3_reset(q);
			return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
		}
		read_due(arena, q, &list[n++]);
	}
	*rows = list;
	*count = n;
	return row < 0 ? ACCORD_ESTORE : ACCORD_OK;
}

accord_status accord_store_queue_add(accord_store *store, const accord_due *due, bool *added,
				     accord_error *err)
{
	accord_status status =
		store_run(store, err,
			  "INSERT INTO due (url, link, feed, title, published, lang, added, not_before) "
			  "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 "
			  "WHERE NOT EXISTS (SELECT 1 FROM document_url WHERE url = ?1) "
			  "ON CONFLICT (url) DO NOTHING",
			  "ssosssii", due->url, due->link, due->feed, due->title, due->published, due->lang,
			  due->added ? due->added : store_clock(), due->not_before);
	if (status == ACCORD_OK && added)
		*added = sqlite3_changes(store->db) > 0;
	return status;
}

accord_status accord_store_queue_take(accord_store *store, accord_arena *arena, int64_t now, int64_t lease,
				      size_t limit, accord_due **rows, size_t *count, accord_error *err)
{
	bool mine;
	accord_status status = store_enter(store, &mine, err);
	if (status != ACCORD_OK)
		return status;
	sqlite3_stmt *q = store_query(store, err,
				      "SELECT " DUE_COLUMNS " FROM due WHERE state = 0 AND not_before <= ? "
				      "ORDER BY id LIMIT ?",
				      "ii", now, limit ? (int64_t)limit : (int64_t)-1);
	status = q ? read_list(store, arena, q, rows, count, err) : ACCORD_ESTORE;
	for (size_t i = 0; status == ACCORD_OK && i < *count; i++)
		status = store_run(store, err, "UPDATE due SET not_before = ? WHERE id = ?", "ii",
				   now + lease, (*rows)[i].id);
	return store_leave(store, mine, status, err);
}

accord_status accord_store_queue_done(accord_store *store, int64_t id, accord_error *err)
{
	return store_run(store, err, "UPDATE due SET state = 1, reason = NULL WHERE id = ?", "i", id);
}

accord_status accord_store_queue_retry(accord_store *store, int64_t id, int64_t not_before,
				       const char *reason, accord_error *err)
{
	return store_run(store, err,
			 "UPDATE due SET not_before = ?, reason = ?, attempts = attempts + 1 WHERE id = ?",
			 "iti", not_before, reason, id);
}

accord_status accord_store_queue_release(accord_store *store, int64_t id, int64_t not_before,
					 accord_error *err)
{
	return store_run(store, err, "UPDATE due SET not_before = ? WHERE id = ?", "ii", not_before, id);
}

accord_status accord_store_queue_give_up(accord_store *store, int64_t id, const char *reason,
					 accord_error *err)
{
	return store_run(store, err,
			 "UPDATE due SET state = 2, reason = ?, attempts = attempts + 1 WHERE id = ?", "ti",
			 reason, id);
}

accord_status accord_store_queue_count(accord_store *store, accord_due_state state, int64_t *count,
				       accord_error *err)
{
	return store_number(store, err, count, 0, "SELECT count(*) FROM due WHERE state = ?", "i",
			    (int64_t)state);
}

accord_status accord_store_queue_list(accord_store *store, accord_arena *arena, accord_due_state state,
				      size_t limit, accord_due **rows, size_t *count, accord_error *err)
{
	sqlite3_stmt *q =
		store_query(store, err, "SELECT " DUE_COLUMNS " FROM due WHERE state = ? ORDER BY id LIMIT ?",
			    "ii", (int64_t)state, limit ? (int64_t)limit : (int64_t)-1);
	return q ? read_list(store, arena, q, rows, count, err) : ACCORD_ESTORE;
}
