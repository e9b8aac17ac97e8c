/* Looking after a store on a server: most of it is the server's own affair. */
#include "postgresql.h"

#include <unistd.h>

accord_status postgresql_check(accord_store *store, accord_error *err)
{
	int64_t missing = 0;
	accord_status status = store_number(store, err, &missing, 0,
					    "SELECT count(*) FROM document d WHERE NOT EXISTS "
					    "(SELECT 1 FROM article_text t WHERE t.rowid = d.id)",
					    "");
	if (status == ACCORD_OK && missing) {
		accord_error_set(err, ACCORD_ESTORE, "damaged: %lld articles are missing in the full-text index",
				 (long long)missing);
		accord_error_at(err, store->path, 0, 0);
		status = ACCORD_ESTORE;
	}
	return status;
}

/* Into a new SQLite file. */
accord_status postgresql_backup(accord_store *store, const char *path, accord_error *err)
{
	accord_store *to = NULL;
	if (access(path, F_OK) == 0) {
		accord_error_set(err, ACCORD_EIO, "exists already; a backup does not overwrite");
		accord_error_at(err, path, 0, 0);
		return ACCORD_EIO;
	}
	accord_status status = accord_store_open(path, ACCORD_STORE_WRITE, &to, err);
	if (status == ACCORD_OK)
		status = accord_store_copy(store, to, err);
	accord_store_close(to);
	if (status != ACCORD_OK)
		unlink(path);
	return status;
}

accord_status postgresql_compact(accord_store *store, accord_error *err)
{
	accord_status status = accord_sql_script(store, "SET statement_timeout = 0", err);
	if (status == ACCORD_OK)
		status = accord_store_begin(store, err);
	if (status == ACCORD_OK)
		status = store_leave(store, true, store_recount(store, err), err);
	return status == ACCORD_OK ? accord_sql_script(store, "VACUUM (ANALYZE)", err) : status;
}

accord_status postgresql_size(accord_store *store, int64_t *bytes, accord_error *err)
{
	return store_number(store, err, bytes, 0,
			    "SELECT CAST(sum(pg_total_relation_size(oid)) AS BIGINT) FROM pg_class WHERE relkind = 'r' AND "
			    "relnamespace = CAST(current_schema() AS regnamespace)",
			    "");
}
