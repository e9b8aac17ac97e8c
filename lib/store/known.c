/* Whether a document is stored already, before the work of tagging it. */
#include "internal.h"

#include <accord/url.h>

static void hash_slice(struct sha256 *hash, accord_slice slice)
{
	uint64_t len = slice.data ? slice.len : UINT64_MAX;
	sha256_add(hash, &len, sizeof len);
	if (slice.len)
		sha256_add(hash, slice.data, slice.len);
}

void store_content_hash(accord_slice title, accord_slice text, unsigned char digest[32])
{
	struct sha256 hash;
	sha256_begin(&hash);
	hash_slice(&hash, title);
	hash_slice(&hash, text);
	sha256_end(&hash, digest);
}

accord_status accord_store_knows(accord_store *store, const accord_document *doc, const char *rules, bool *known,
				 accord_error *err)
{
	unsigned char digest[32];
	accord_slice url = doc->url, content = {(const char *)digest, sizeof digest}, none = accord_slice_of("");
	int64_t found = 0;
	if (doc->url.len && accord_url_canonical(store->scratch, doc->url, &url, NULL) != ACCORD_OK)
		url = doc->url;
	store_content_hash(doc->title, doc->text.data ? doc->text : none, digest);
	accord_slice published = doc->published.len ? doc->published : none, lang = doc->lang.len ? doc->lang : none;
	accord_status status = store_number(
		store, err, &found, 0,
		"SELECT 1 FROM document WHERE content = ?1 AND rules = ?2 AND (?3 = '' OR published = ?3) "
		"AND (?4 = '' OR lang = ?4) AND (CASE WHEN ?5 <> '' THEN key = ?5 "
		"WHEN ?6 <> '' THEN id = (SELECT document FROM document_url WHERE url = ?6) ELSE own_key = 0 END) LIMIT 1",
		"btssss", content, rules, published, lang, doc->id.len ? doc->id : none, url.len ? url : none);
	accord_arena_clear(store->scratch);
	*known = found != 0;
	return status;
}
