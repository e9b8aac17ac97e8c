/* What each fetch did. A year of runs every ten minutes is kept; older ones go. */
#include "internal.h"

#define MOST_RUNS 52560

accord_status accord_store_run_put(accord_store *store, accord_run_row *run, accord_error *err)
{
	int64_t id;
	accord_status status = store_number(
		store, err, &id, 0,
		"INSERT INTO run (id, began, ended, feeds, unchanged, feeds_failed, queued, stored, changed, "
		"articles_failed, deferred, deals, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
		"ON CONFLICT (id) DO UPDATE SET ended = excluded.ended, feeds = excluded.feeds, "
		"unchanged = excluded.unchanged, feeds_failed = excluded.feeds_failed, "
		"queued = excluded.queued, stored = excluded.stored, changed = excluded.changed, "
		"articles_failed = excluded.articles_failed, deferred = excluded.deferred, "
		"deals = excluded.deals, bytes = excluded.bytes RETURNING id",
		"oiiiiiiiiiiii", run->id, run->began, run->ended, run->feeds, run->unchanged,
		run->feeds_failed, run->queued, run->stored, run->changed, run->articles_failed, run->deferred,
		run->deals, run->bytes);
	if (status == ACCORD_OK && !run->id) {
		run->id = id;
		status = store_run(store, err, "DELETE FROM run WHERE id <= ?", "i", run->id - MOST_RUNS);
	}
	return status;
}

accord_status accord_store_runs(accord_store *store, accord_arena *arena, size_t limit, accord_run_row **rows,
				size_t *count, accord_error *err)
{
	accord_run_row *list = accord_arena_calloc(arena, limit ? limit : 1, sizeof *list);
	size_t n = 0;
	if (!list)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	accord_sql *q = store_query(store, err,
				      "SELECT id, began, ended, feeds, unchanged, feeds_failed, queued, stored, "
				      "changed, articles_failed, deferred, deals, bytes "
				      "FROM run ORDER BY id DESC LIMIT ?",
				      "i", (int64_t)limit);
	int row = q ? 1 : -1;
	while (row > 0 && (row = store_row(store, q, err)) > 0) {
		accord_run_row *r = &list[n++];
		int64_t *columns[] = {&r->id,     &r->began,   &r->ended,           &r->feeds,    &r->unchanged,
				      &r->feeds_failed, &r->queued, &r->stored, &r->changed, &r->articles_failed,
				      &r->deferred, &r->deals, &r->bytes};
		for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
			*columns[i] = accord_sql_int(q, (int)i);
	}
	*rows = list;
	*count = n;
	return row < 0 ? ACCORD_ESTORE : ACCORD_OK;
}
