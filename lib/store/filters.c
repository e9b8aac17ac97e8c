/* Which entries are wanted: the rules, and what they have kept out. */
#include "internal.h"

#include <stdio.h>

accord_status accord_store_filter_add(accord_store *store, const accord_filter_row *row, int64_t *id,
				      accord_error *err)
{
	int64_t number;
	accord_status status = store_number(store, err, &number, 0,
					    "INSERT INTO filter (feed, keep, field, pattern, added) "
					    "VALUES (?, ?, ?, ?, ?) RETURNING id",
					    "oissi", row->feed, (int64_t)row->keep, row->field, row->pattern,
					    store_clock());
	if (status == ACCORD_OK && id)
		*id = number;
	return status;
}

/* The reason of a blocked article begins with "filter N:"; where keep rules hit nothing, with "filter:". */
accord_status accord_store_filter_remove(accord_store *store, int64_t id, accord_error *err)
{
	char mark[40];
	bool mine;
	accord_status status = store_enter(store, &mine, err);
	if (status != ACCORD_OK)
		return status;
	status = store_run(store, err, "DELETE FROM filter WHERE id = ?", "i", id);
	if (status == ACCORD_OK && !accord_sql_changes(store))
		status = accord_error_set(err, ACCORD_ENOTFOUND, "no filter %lld", (long long)id);
	snprintf(mark, sizeof mark, "filter %lld:", (long long)id);
	if (status == ACCORD_OK)
		status = store_run(store, err,
				   "UPDATE due SET state = 0, attempts = 0, reason = NULL, not_before = 0 "
				   "WHERE state = 2 AND (substr(reason, 1, length(?1)) = ?1 OR "
				   "substr(reason, 1, 7) = 'filter:')",
				   "t", mark);
	return store_leave(store, mine, status, err);
}

accord_status accord_store_filters(accord_store *store, accord_arena *arena, accord_filter_row **rows,
				   size_t *count, accord_error *err)
{
	accord_filter_row *list = NULL;
	size_t n = 0, room = 0;
	accord_sql *q =
		store_query(store, err, "SELECT id, feed, keep, field, pattern FROM filter ORDER BY id", "");
	int row = q ? 1 : -1;
	while (row > 0 && (row = store_row(store, q, err)) > 0) {
		if (n == room) {
			size_t more = room ? 2 * room : 32;
			list = accord_arena_grow(arena, list, room * sizeof *list, more * sizeof *list);
			room = more;
		}
		if (!list) {
			accord_sql_reset(q);
			return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
		}
		list[n++] = (accord_filter_row){
			.id = accord_sql_int(q, 0),
			.feed = accord_sql_int(q, 1),
			.keep = accord_sql_int(q, 2) != 0,
			.field = accord_sql_copy(arena, q, 3),
			.pattern = accord_sql_copy(arena, q, 4),
		};
	}
	*rows = list;
	*count = n;
	return row < 0 ? ACCORD_ESTORE : ACCORD_OK;
}
