/* What each fetch did. A year of runs every ten minutes is kept; older ones go. */
#include "internal.h"

#define MOST_RUNS 52560

accord_status accord_store_run_put(accord_store *store, accord_run_row *run, accord_error *err)
{
	accord_status status = ACCORD_OK;
	if (!run->id) {
		status = store_number(store, err, &run->id, 0,
				      "INSERT INTO run (began) VALUES (?) RETURNING id", "i", run->began);
		if (status == ACCORD_OK)
			status = store_run(store, err, "DELETE FROM run WHERE id <= ?", "i", run->id - MOST_RUNS);
	}
	if (status != ACCORD_OK)
		return status;
	return store_run(store, err,
			 "UPDATE run SET ended = ?, feeds = ?, unchanged = ?, feeds_failed = ?, queued = ?, "
			 "stored = ?, changed = ?, articles_failed = ?, deferred = ?, deals = ?, bytes = ? "
			 "WHERE id = ?",
			 "iiiiiiiiiiii", run->ended, run->feeds, run->unchanged, run->feeds_failed, run->queued,
			 run->stored, run->changed, run->articles_failed, run->deferred, run->deals, run->bytes,
			 run->id);
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
