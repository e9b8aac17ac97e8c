/* Opening a store, whichever database it is in: where it is; its settings. */
#include "internal.h"

#include <stdlib.h>
#include <stdio.h>
#include <string.h>

const char *accord_store_default_path(accord_arena *arena, const char *option)
{
	const char *db = option ? option : getenv("ACCORD_DB");
	if (db && *db)
		return accord_arena_copy(arena, db, strlen(db));
	const char *base = getenv("XDG_DATA_HOME"), *rest = "/accord/accord.db";
	if (!base || !*base) {
		base = getenv("HOME");
		rest = "/.local/share/accord/accord.db";
	}
	if (!base || !*base)
		return NULL;
	size_t size = strlen(base) + strlen(rest) + 1;
	char *path = accord_arena_alloc(arena, size);
	if (path)
		snprintf(path, size, "%s%s", base, rest);
	return path;
}

static bool is_url(const char *path)
{
	return !strncmp(path, "postgresql://", 13) || !strncmp(path, "postgres://", 11);
}

bool accord_store_shared(const accord_store *store)
{
	return store->driver->shared;
}

accord_status accord_store_open(const char *path, accord_store_mode mode, accord_store **result,
				accord_error *err)
{
	accord_store *store = calloc(1, sizeof *store);
	if (store) {
		store->driver = is_url(path) ? &store_postgresql : &store_sqlite;
		store->path = strdup(path);
		store->scratch = accord_arena_new(0);
		store->writable = mode == ACCORD_STORE_WRITE;
	}
	if (!store || !store->path || !store->scratch) {
		accord_store_close(store);
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	}
	accord_status status = store->driver->open(store, err);
	if (status == ACCORD_OK)
		*result = store;
	else
		accord_store_close(store);
	return status;
}

void accord_store_close(accord_store *store)
{
	if (!store)
		return;
	if (store->connection && store->in_transaction)
		accord_store_rollback(store);
	store->driver->close(store);
	store_free_shingles(store->shingles);
	store_free_packers(store);
	accord_arena_free(store->scratch);
	free(store->path);
	free(store);
}

accord_status accord_store_setting_get(accord_store *store, accord_arena *arena, const char *name,
				       accord_slice *value, accord_error *err)
{
	accord_sql *q = store_query(store, err, "SELECT value FROM setting WHERE name = ?", "t", name);
	int row = q ? store_row(store, q, err) : -1;
	if (row < 0)
		return ACCORD_ESTORE;
	if (!row)
		return accord_error_set(err, ACCORD_ENOTFOUND, "no setting %s", name);
	*value = accord_sql_copy(arena, q, 0);
	accord_sql_reset(q);
	return ACCORD_OK;
}

accord_status accord_store_setting_set(accord_store *store, const char *name, accord_slice value,
				       accord_error *err)
{
	return store_run(store, err,
			 "INSERT INTO setting (name, value) VALUES (?, ?) "
			 "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
			 "ts", name, value);
}

accord_status accord_store_setting_remove(accord_store *store, const char *name, accord_error *err)
{
	accord_status status = store_run(store, err, "DELETE FROM setting WHERE name = ?", "t", name);
	if (status == ACCORD_OK && !accord_sql_changes(store))
		return accord_error_set(err, ACCORD_ENOTFOUND, "no setting %s", name);
	return status;
}
