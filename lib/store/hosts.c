/* What hosts asked for: robots.txt, waiting times. */
#include "internal.h"

accord_status accord_store_host_get(accord_store *store, accord_arena *arena, accord_slice origin,
				    accord_host_row *row, accord_error *err)
{
	accord_sql *q =
		store_query(store, err,
			    "SELECT origin, robots, robots_status, robots_expires, not_before, last_request, "
			    "delay, errors FROM host WHERE origin = ?",
			    "s", origin);
	int found = q ? store_row(store, q, err) : -1;
	if (found < 0)
		return ACCORD_ESTORE;
	if (!found)
		return accord_error_set(err, ACCORD_ENOTFOUND, "no such host in the store");
	*row = (accord_host_row){
		.origin = accord_sql_copy(arena, q, 0),
		.robots = accord_sql_copy(arena, q, 1),
		.robots_status = (int)accord_sql_int(q, 2),
		.robots_expires = accord_sql_int(q, 3),
		.not_before = accord_sql_int(q, 4),
		.last_request = accord_sql_int(q, 5),
		.delay = accord_sql_real(q, 6),
		.errors = (uint32_t)accord_sql_int(q, 7),
	};
	accord_sql_reset(q);
	return ACCORD_OK;
}

accord_status accord_store_hosts_resting(accord_store *store, accord_arena *arena, int64_t now, size_t limit,
					 accord_host_row **rows, size_t *count, accord_error *err)
{
	accord_host_row *list = accord_arena_calloc(arena, limit + 1, sizeof *list);
	size_t n = 0;
	if (!list)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	accord_sql *q = store_query(store, err,
				      "SELECT origin, not_before, errors FROM host WHERE not_before > ? "
				      "ORDER BY not_before DESC LIMIT ?",
				      "ii", now, (int64_t)limit);
	int row = q ? 1 : -1;
	while (row > 0 && (row = store_row(store, q, err)) > 0)
		list[n++] = (accord_host_row){.origin = accord_sql_copy(arena, q, 0),
					      .not_before = accord_sql_int(q, 1),
					      .errors = (uint32_t)accord_sql_int(q, 2)};
	*rows = list;
	*count = n;
	return row < 0 ? ACCORD_ESTORE : ACCORD_OK;
}

accord_status accord_store_host_put(accord_store *store, const accord_host_row *row, accord_error *err)
{
	return store_run(
		store, err,
		"INSERT INTO host (origin, robots, robots_status, robots_expires, not_before, last_request, "
		"delay, errors) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (origin) DO UPDATE SET "
		"robots = excluded.robots, robots_status = excluded.robots_status, "
		"robots_expires = excluded.robots_expires, not_before = excluded.not_before, "
		"last_request = excluded.last_request, delay = excluded.delay, errors = excluded.errors",
		"sbiiiidi", row->origin, row->robots, (int64_t)row->robots_status, row->robots_expires,
		row->not_before, row->last_request, row->delay, (int64_t)row->errors);
}
