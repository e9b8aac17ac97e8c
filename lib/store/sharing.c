/*
 * Several crawls on one store of a server. Each holds a lock there as long as it is connected, named by the number of
 * its run, and what it has in hand is marked with that number: what a run has in hand that holds its lock no more
 * (killed, or cut off) may be given to others at once, and nothing else may. Hosts are asked in turns, by the clock
 * of the database: whoever has the turn asks one thing, and gives it back with the pause that is to follow.
 */
#include "internal.h"

/* Of the lock of run ?1; pg_locks shows both halves as unsigned. */
#define RUN_LOCK "hashtext('accord run ' || current_schema()), CAST(?1 AS INTEGER)"
#define IS_DEAD(run)                                                                                         \
	"NOT EXISTS (SELECT 1 FROM pg_locks l WHERE l.locktype = 'advisory' AND l.objsubid = 2 AND "         \
	"l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND "                 \
	"CAST(l.classid AS BIGINT) = hashtext('accord run ' || current_schema()) & 4294967295 AND "          \
	"CAST(l.objid AS BIGINT) = " run ")"
#define IN_DEAD_HAND(column) column " > ?1 AND " IS_DEAD(column " - ?1")
#define SHORTEST_LOOK 0.05 /* seconds */
#define LONGEST_LOOK 0.25
#define NOW "CAST(extract(epoch FROM clock_timestamp()) AS DOUBLE PRECISION)"

accord_status accord_store_run_hold(accord_store *store, int64_t run, accord_error *err)
{
	if (!store->driver->shared)
		return ACCORD_OK;
	/* A turn that is lost with the server is none that one would miss. */
	accord_status status = accord_sql_script(store, "SET synchronous_commit = off", err);
	return status == ACCORD_OK ? store_run(store, err, "SELECT pg_advisory_lock(" RUN_LOCK ")", "i", run) : status;
}

accord_status accord_store_run_recover(accord_store *store, int64_t now, int64_t *count, accord_error *err)
{
	*count = 0;
	if (!store->driver->shared)
		return ACCORD_OK;
	accord_status status = store_run(store, err, "UPDATE due SET not_before = ?2 WHERE state = 0 AND " IN_DEAD_HAND("not_before"),
					 "ii", ACCORD_IN_HAND, now);
	*count = accord_sql_changes(store);
	if (status == ACCORD_OK)
		status = store_run(store, err, "UPDATE feed SET next_due = ?2 WHERE " IN_DEAD_HAND("next_due"), "ii",
				   ACCORD_IN_HAND, now);
	return status;
}

accord_status accord_store_run_release(accord_store *store, int64_t run, int64_t now, accord_error *err)
{
	if (!store->driver->shared)
		return ACCORD_OK;
	accord_status status = store_run(store, err, "UPDATE due SET not_before = ?2 WHERE state = 0 AND not_before = ?1",
					 "ii", ACCORD_IN_HAND + run, now);
	if (status == ACCORD_OK)
		status = store_run(store, err, "UPDATE feed SET next_due = ?2 WHERE next_due = ?1", "ii",
				   ACCORD_IN_HAND + run, now);
	return status == ACCORD_OK ? store_run(store, err, "SELECT pg_advisory_unlock(" RUN_LOCK ")", "i", run) : status;
}

/* "turn:NAME" is a row of its own among the hosts: taken until the time `delay`, `errors` is the run that has it. */
accord_status accord_store_host_turn(accord_store *store, accord_slice host, int64_t run, double hold, double *wait,
				     accord_error *err)
{
	static const char take[] =
		"INSERT INTO host (origin, delay, errors) SELECT 'turn:' || ?1, " NOW " + ?2, ?3 WHERE NOT EXISTS "
		"(SELECT 1 FROM host r WHERE r.origin = 'host:' || ?1 AND r.not_before > " NOW ") "
		"ON CONFLICT (origin) DO UPDATE SET delay = excluded.delay, errors = excluded.errors "
		"WHERE host.delay <= " NOW " OR (host.errors > 0 AND " IS_DEAD("host.errors") ") RETURNING 1";
	static const char left[] = "SELECT delay - " NOW " FROM host WHERE origin = 'turn:' || ?1";
	*wait = 0;
	if (!store->driver->shared)
		return ACCORD_OK;
	accord_sql *q = store_query(store, err, take, "sdi", host, hold, run);
	int row = q ? store_row(store, q, err) : -1;
	accord_sql_reset(q);
	if (row)
		return row < 0 ? ACCORD_ESTORE : ACCORD_OK;
	q = store_query(store, err, left, "s", host);
	row = q ? store_row(store, q, err) : -1;
	*wait = row > 0 ? accord_sql_real(q, 0) : LONGEST_LOOK;
	accord_sql_reset(q);
	/* Whoever has it may give it back at any moment. */
	*wait = *wait > LONGEST_LOOK ? LONGEST_LOOK : *wait < SHORTEST_LOOK ? SHORTEST_LOOK : *wait;
	return row < 0 ? ACCORD_ESTORE : ACCORD_OK;
}

accord_status accord_store_host_give_back(accord_store *store, accord_slice host, double pause, accord_error *err)
{
	if (!store->driver->shared)
		return ACCORD_OK;
	return store_run(store, err, "UPDATE host SET errors = 0, delay = " NOW " + ?2 WHERE origin = 'turn:' || ?1", "sd", host, pause);
}
