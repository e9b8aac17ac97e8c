/* Numbers, checks, a copy, compaction. */
#include "internal.h"

#include <string.h>

accord_status accord_store_get_stats(accord_store *store, accord_store_stats *s, accord_error *err)
{
	*s = (accord_store_stats){0};
	accord_status status = store->driver->size(store, &s->file_bytes, err);
	if (status != ACCORD_OK)
		return status;
	accord_sql *q = store_query(
		store, err,
		"SELECT coalesce((SELECT number FROM store_count WHERE name = 'document'), 0), "
		"coalesce((SELECT number FROM store_count WHERE name = 'document_version'), 0), "
		"coalesce((SELECT number FROM store_count WHERE name = 'page'), 0), "
		"coalesce((SELECT number FROM store_count WHERE name = 'deal'), 0), "
		"(SELECT CAST(coalesce(sum(deals), 0) AS BIGINT) FROM event_count), "
		"coalesce((SELECT number FROM store_count WHERE name = 'company'), 0), "
		"(SELECT count(*) FROM feed), (SELECT count(*) FROM due WHERE state = 0), "
		"coalesce((SELECT number FROM store_count WHERE name = 'page_bytes'), 0), "
		"coalesce((SELECT number FROM store_count WHERE name = 'page_bytes_packed'), 0)",
		"");
	if (!q || store_row(store, q, err) <= 0)
		return ACCORD_ESTORE;
	int64_t *numbers[] = {&s->documents,  &s->versions,         &s->pages, &s->deals,
			      &s->events,     &s->companies,        &s->feeds, &s->waiting,
			      &s->page_bytes, &s->page_bytes_packed};
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		*numbers[i] = accord_sql_int(q, (int)i);
	accord_sql_reset(q);
	return ACCORD_OK;
}

static accord_status check_pages(accord_store *store, accord_error *err)
{
	int64_t id = 0;
	for (;;) {
		accord_slice bytes, packed;
		unsigned char digest[32];
		struct sha256 hash;
		accord_sql *q =
			store_query(store, err,
				    "SELECT id, sha256, packed FROM page_body WHERE id > ? ORDER BY id "
				    "LIMIT 1",
				    "i", id);
		int row = q ? store_row(store, q, err) : -1;
		if (row <= 0)
			return row < 0 ? ACCORD_ESTORE : ACCORD_OK;
		id = accord_sql_int(q, 0);
		accord_slice name = accord_sql_copy(store->scratch, q, 1);
		packed = accord_sql_blob(q, 2);
		accord_status status = store_unpack(store, store->scratch, packed, &bytes, err);
		accord_sql_reset(q);
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
	accord_status status = store->driver->check(store, err);
	if (status == ACCORD_OK)
		status = store_check_counts(store, err);
	return status == ACCORD_OK ? check_pages(store, err) : status;
}

accord_status accord_store_backup(accord_store *store, const char *path, accord_error *err)
{
	return store->driver->backup(store, path, err);
}

accord_status accord_store_compact(accord_store *store, accord_error *err)
{
	return store->driver->compact(store, err);
}
