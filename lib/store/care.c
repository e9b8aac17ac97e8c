/* Numbers, checks, a copy, compaction. */
#include "internal.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

accord_status accord_store_get_stats(accord_store *store, accord_store_stats *s, accord_error *err)
{
	*s = (accord_store_stats){0};
	struct stat info;
	if (stat(store->path, &info) == 0)
		s->file_bytes = info.st_size;
	sqlite3_stmt *q = store_query(
		store, err,
		"SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM document_version), "
		"(SELECT count(*) FROM page), (SELECT count(*) FROM deal), (SELECT count(*) FROM event), "
		"(SELECT count(*) FROM company), (SELECT count(*) FROM feed), "
		"(SELECT count(*) FROM due WHERE state = 0), "
		"(SELECT coalesce(sum(size), 0) FROM page_body), "
		"(SELECT coalesce(sum(length(packed)), 0) FROM page_body)",
		"");
	if (!q || store_row(store, q, err) <= 0)
		return ACCORD_ESTORE;
	int64_t *numbers[] = {&s->documents,  &s->versions,         &s->pages, &s->deals,
			      &s->events,     &s->companies,        &s->feeds, &s->waiting,
			      &s->page_bytes, &s->page_bytes_packed};
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		*numbers[i] = sqlite3_column_int64(q, (int)i);
	sqlite3_reset(q);
	return ACCORD_OK;
}

static accord_status check_pragma(accord_store *store, const char *text, accord_error *err)
{
	sqlite3_stmt *q = store_query(store, err, text, "");
	int row = q ? store_row(store, q, err) : -1;
	if (row < 0)
		return ACCORD_ESTORE;
	const char *said = row ? (const char *)sqlite3_column_text(q, 0) : "ok";
	bool good = said && !strcmp(said, "ok");
	if (!good) {
		accord_error_set(err, ACCORD_ESTORE, "damaged: %s", said ? said : "?");
		accord_error_at(err, store->path, 0, 0);
	}
	if (row)
		sqlite3_reset(q);
	return good ? ACCORD_OK : ACCORD_ESTORE;
}

static accord_status check_pages(accord_store *store, accord_error *err)
{
	int64_t id = 0;
	for (;;) {
		accord_slice bytes, packed;
		unsigned char digest[32];
		struct sha256 hash;
		sqlite3_stmt *q =
			store_query(store, err,
				    "SELECT id, sha256, packed FROM page_body WHERE id > ? ORDER BY id "
				    "LIMIT 1",
				    "i", id);
		int row = q ? store_row(store, q, err) : -1;
		if (row <= 0)
			return row < 0 ? ACCORD_ESTORE : ACCORD_OK;
		id = sqlite3_column_int64(q, 0);
		accord_slice name = store_column(store->scratch, q, 1);
		packed = (accord_slice){sqlite3_column_blob(q, 2), (size_t)sqlite3_column_bytes(q, 2)};
		accord_status status = store_unpack(store, store->scratch, packed, &bytes, err);
		sqlite3_reset(q);
		if (status == ACCORD_OK) {
			sha256_begin(&hash);
			sha256_add(&hash, bytes.data, bytes.len);
			sha256_end(&hash, digest);
			if (name.len != 32 || memcmp(name.data, digest, 32) != 0)
				status = accord_error_set(err, ACCORD_ESTORE, "page %lld is damaged",
							  (long long)id);
		}
		accord_arena_clear(store->scratch);
		if (status != ACCORD_OK)
			return status;
	}
}

accord_status accord_store_check(accord_store *store, accord_error *err)
{
	accord_status status = check_pragma(store, "PRAGMA integrity_check(1)", err);
	if (status == ACCORD_OK)
		status = check_pragma(
			store,
			"SELECT 'a row of ' || \"table\" || ' points nowhere' FROM pragma_foreign_key_check "
			"LIMIT 1",
			err);
	if (status == ACCORD_OK && store->writable)
		status = store_run(store, err,
				   "INSERT INTO article_text (article_text) VALUES ('integrity-check')", "");
	return status == ACCORD_OK ? check_pages(store, err) : status;
}

accord_status accord_store_backup(accord_store *store, const char *path, accord_error *err)
{
	sqlite3 *to = NULL;
	if (access(path, F_OK) == 0) {
		accord_error_set(err, ACCORD_EIO, "exists already; a backup does not overwrite");
		accord_error_at(err, path, 0, 0);
		return ACCORD_EIO;
	}
	int result = sqlite3_open_v2(path, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
	sqlite3_backup *b = result == SQLITE_OK ? sqlite3_backup_init(to, "main", store->db, "main") : NULL;
	if (b) {
		while ((result = sqlite3_backup_step(b, 1000)) == SQLITE_OK || result == SQLITE_BUSY)
			if (result == SQLITE_BUSY)
				sqlite3_sleep(50);
		sqlite3_backup_finish(b);
	} else if (result == SQLITE_OK) {
		result = sqlite3_errcode(to);
	}
	accord_status status = ACCORD_OK;
	if (result != SQLITE_DONE) {
		status = accord_error_set(err, ACCORD_EIO, "the backup failed: %s",
					  to ? sqlite3_errmsg(to) : "out of memory");
		accord_error_at(err, path, 0, 0);
		unlink(path);
	}
	sqlite3_close(to);
	return status;
}

accord_status accord_store_compact(accord_store *store, accord_error *err)
{
	accord_status status =
		store_run(store, err, "INSERT INTO article_text (article_text) VALUES ('optimize')", "");
	if (status == ACCORD_OK)
		status = store_run(store, err, "VACUUM", "");
	if (status == ACCORD_OK)
		status = store_run(store, err, "PRAGMA optimize", "");
	return status;
}
