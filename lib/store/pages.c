/* Raw pages: zstd, one copy for equal bytes. Text and pages of old versions go through the same packer. */
#include "internal.h"

#include <zstd.h>

#define LEVEL 6

void store_free_packers(accord_store *store)
{
	ZSTD_freeCCtx(store->packer);
	ZSTD_freeDCtx(store->unpacker);
}

accord_status store_pack(accord_store *store, accord_arena *arena, accord_slice bytes, accord_slice *packed,
			 accord_error *err)
{
	if (bytes.len > UNPACKED_CEILING)
		return accord_error_set(err, ACCORD_EINPUT, "larger than %zu MiB", UNPACKED_CEILING >> 20);
	if (!store->packer)
		store->packer = ZSTD_createCCtx();
	size_t room = ZSTD_compressBound(bytes.len);
	char *out = accord_arena_alloc(arena, room);
	if (!store->packer || !out)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	size_t n = ZSTD_compressCCtx(store->packer, out, room, bytes.data, bytes.len, LEVEL);
	if (ZSTD_isError(n))
		return accord_error_set(err, ACCORD_ENOMEM, "zstd: %s", ZSTD_getErrorName(n));
	*packed = (accord_slice){out, n};
	return ACCORD_OK;
}

accord_status store_unpack(accord_store *store, accord_arena *arena, accord_slice packed, accord_slice *bytes,
			   accord_error *err)
{
	if (!store->unpacker)
		store->unpacker = ZSTD_createDCtx();
	unsigned long long size =
		packed.data ? ZSTD_getFrameContentSize(packed.data, packed.len) : ZSTD_CONTENTSIZE_ERROR;
	if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > UNPACKED_CEILING)
		return accord_error_set(err, ACCORD_ESTORE, "a stored page is damaged");
	char *out = accord_arena_alloc(arena, (size_t)size + 1);
	if (!store->unpacker || !out)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	size_t n = ZSTD_decompressDCtx(store->unpacker, out, (size_t)size, packed.data, packed.len);
	if (ZSTD_isError(n) || n != size)
		return accord_error_set(err, ACCORD_ESTORE, "a stored page is damaged");
	out[n] = '\0';
	*bytes = (accord_slice){out, n};
	return ACCORD_OK;
}

static accord_status put_body(accord_store *store, accord_slice bytes, int64_t *body, bool *fresh, accord_error *err)
{
	unsigned char digest[32];
	struct sha256 hash;
	sha256_begin(&hash);
	sha256_add(&hash, bytes.data, bytes.len);
	sha256_end(&hash, digest);
	accord_slice name = {(const char *)digest, sizeof digest}, packed;
	accord_status status =
		store_number(store, err, body, 0, "SELECT id FROM page_body WHERE sha256 = ?", "b", name);
	*fresh = !*body;
	if (status != ACCORD_OK || *body)
		return status;
	status = store_pack(store, store->scratch, bytes, &packed, err);
	if (status == ACCORD_OK)
		status = store_number(store, err, body, 0,
				      "INSERT INTO page_body (sha256, size, packed) VALUES (?, ?, ?) RETURNING id",
				      "bib", name, (int64_t)bytes.len, packed);
	if (status != ACCORD_OK)
		return status;
	store_counted(store, COUNT_PAGE_BYTES, (int64_t)bytes.len);
	store_counted(store, COUNT_PAGE_BYTES_PACKED, (int64_t)packed.len);
	return ACCORD_OK;
}

/* The page itself: these bytes may have come from this URL before. */
static accord_status put_row(accord_store *store, const accord_page_record *page, int64_t body, bool fresh,
			     int64_t *row, accord_error *err)
{
	accord_slice url = page->url.data ? page->url : accord_slice_of("");
	accord_status status = ACCORD_OK;
	*row = 0;
	if (!fresh)
		status = store_number(store, err, row, 0, "SELECT id FROM page WHERE url = ? AND body = ?", "si", url, body);
	if (status != ACCORD_OK)
		return status;
	if (*row)
		return store_run(store, err,
				 "UPDATE page SET content_type = ?2, etag = ?3, last_modified = ?4, http_status = ?5, fetched = "
				 "{max|greatest}(fetched, ?6), address = coalesce(?7, address) WHERE id = ?1",
				 "isssiis", *row, page->content_type, page->etag, page->last_modified,
				 (int64_t)page->http_status, page->fetched, page->address);
	store_counted(store, COUNT_PAGE, 1);
	return store_number(store, err, row, 0,
			    "INSERT INTO page (body, url, content_type, etag, last_modified, http_status, fetched, address) "
			    "VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
			    "issssiis", body, url, page->content_type, page->etag, page->last_modified,
			    (int64_t)page->http_status, page->fetched, page->address);
}

accord_status accord_store_put_page(accord_store *store, const accord_page_record *page, int64_t *id,
				    accord_error *err)
{
	bool mine, fresh = false;
	int64_t body = 0, row = 0;
	accord_slice bytes = page->bytes.data ? page->bytes : accord_slice_of("");
	accord_status status = store_enter(store, &mine, err);
	if (status != ACCORD_OK)
		return status;
	status = put_body(store, bytes, &body, &fresh, err);
	if (status == ACCORD_OK)
		status = put_row(store, page, body, fresh, &row, err);
	accord_arena_clear(store->scratch);
	status = store_leave(store, mine, status, err);
	if (status == ACCORD_OK && id)
		*id = row;
	return status;
}

accord_status accord_store_get_page(accord_store *store, accord_arena *arena, int64_t id,
				    accord_page_record *page, accord_error *err)
{
	accord_sql *q =
		store_query(store, err,
			    "SELECT p.url, content_type, etag, last_modified, http_status, fetched, packed, address "
			    "FROM page p JOIN page_body b ON b.id = p.body WHERE p.id = ?",
			    "i", id);
	int row = q ? store_row(store, q, err) : -1;
	if (row < 0)
		return ACCORD_ESTORE;
	if (!row)
		return accord_error_set(err, ACCORD_ENOTFOUND, "no page %lld in the store", (long long)id);
	*page = (accord_page_record){
		.id = id,
		.url = accord_sql_copy(arena, q, 0),
		.content_type = accord_sql_copy(arena, q, 1),
		.etag = accord_sql_copy(arena, q, 2),
		.last_modified = accord_sql_copy(arena, q, 3),
		.http_status = (int)accord_sql_int(q, 4),
		.fetched = accord_sql_int(q, 5),
		.address = accord_sql_copy(arena, q, 7),
	};
	accord_slice packed = accord_sql_blob(q, 6);
	accord_status status = store_unpack(store, arena, packed, &page->bytes, err);
	accord_sql_reset(q);
	return status;
}
