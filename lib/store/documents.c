/*
 * Documents in and out. A document is found again by its id, else by its URL, else by its text; other text
 * makes a new version, and the old one goes to document_version. What the tags are changes without a new
 * version.
 */
#include "internal.h"

#include <accord/period.h>
#include <accord/url.h>

#include <stdio.h>
#include <string.h>

struct incoming {
	const accord_document *doc;
	accord_slice key, url, text, authors, tags, content, tags_hash;
	bool own_key;
	int64_t now, page, day;
	const char *rules;
	unsigned char content_bytes[32], tags_bytes[32];
};

static void hash_slice(struct sha256 *hash, accord_slice slice)
{
	uint64_t len = slice.data ? slice.len : UINT64_MAX;
	sha256_add(hash, &len, sizeof len);
	if (slice.len)
		sha256_add(hash, slice.data, slice.len);
}

static accord_slice buffer_copy(accord_arena *arena, accord_buffer *out)
{
	accord_slice copy = {NULL, 0};
	if (!out->failed && out->data)
		copy = (accord_slice){accord_arena_copy(arena, out->data, out->len), out->len};
	accord_buffer_free(out);
	return copy;
}

static accord_slice authors_json(accord_arena *arena, const accord_document *doc)
{
	accord_buffer out;
	accord_json_writer w;
	if (!doc->author_count)
		return (accord_slice){NULL, 0};
	accord_buffer_init(&out, (size_t)1 << 20);
	accord_json_init(&w, &out);
	accord_json_begin_array(&w);
	for (size_t i = 0; i < doc->author_count; i++)
		accord_json_string(&w, doc->authors[i].data, doc->authors[i].len);
	accord_json_end_array(&w);
	return buffer_copy(arena, &out);
}

static void hash_deal(struct sha256 *hash, const accord_deal *d)
{
	int32_t kind[3] = {(int32_t)d->type, (int32_t)d->status, (int32_t)d->party_count};
	sha256_add(hash, kind, sizeof kind);
	sha256_add(hash, &d->value.amount, sizeof d->value.amount);
	sha256_add(hash, d->value.currency, sizeof d->value.currency);
	sha256_add(hash, &d->confidence, sizeof d->confidence);
	hash_slice(hash, d->date);
	hash_slice(hash, d->object);
	hash_slice(hash, d->rule);
	for (size_t i = 0; i < d->evidence_count; i++) {
		uint32_t span[3] = {(uint32_t)d->evidence[i].in, d->evidence[i].start, d->evidence[i].end};
		sha256_add(hash, span, sizeof span);
	}
	for (size_t i = 0; i < d->party_count; i++) {
		int32_t role[2] = {(int32_t)d->parties[i].role, (int32_t)d->parties[i].kind};
		hash_slice(hash, d->parties[i].id);
		hash_slice(hash, d->parties[i].name);
		sha256_add(hash, role, sizeof role);
	}
}

static void hash_incoming(struct incoming *in)
{
	struct sha256 hash;
	store_content_hash(in->doc->title, in->text, in->content_bytes);
	in->content = (accord_slice){(const char *)in->content_bytes, 32};
	sha256_begin(&hash);
	hash_slice(&hash, in->tags);
	hash_slice(&hash, in->doc->lang);
	hash_slice(&hash, in->doc->published);
	hash_slice(&hash, in->authors);
	for (size_t i = 0; i < in->doc->deal_count; i++)
		hash_deal(&hash, &in->doc->deals[i]);
	sha256_end(&hash, in->tags_bytes);
	in->tags_hash = (accord_slice){(const char *)in->tags_bytes, 32};
}

/* "a-" and 12 hex digits of the URL's hash, or of the text's. */
static accord_slice made_key(accord_arena *arena, const struct incoming *in)
{
	struct sha256 hash;
	unsigned char digest[32];
	char *key = accord_arena_alloc(arena, 16);
	if (!key)
		return (accord_slice){NULL, 0};
	sha256_begin(&hash);
	if (in->url.data)
		sha256_add(&hash, in->url.data, in->url.len);
	else
		sha256_add(&hash, in->content_bytes, 32);
	sha256_end(&hash, digest);
	snprintf(key, 16, "a-%02x%02x%02x%02x%02x%02x", digest[0], digest[1], digest[2], digest[3], digest[4],
		 digest[5]);
	return (accord_slice){key, 14};
}

static accord_status read_incoming(accord_store *store, const accord_document *doc,
				   const accord_put_options *options, struct incoming *in, accord_error *err)
{
	accord_arena *arena = store->scratch;
	accord_buffer tags;
	accord_period day;
	*in = (struct incoming){.doc = doc, .text = doc->text.data ? doc->text : accord_slice_of("")};
	if (options) {
		in->page = options->page;
		in->rules = options->rules;
		in->now = options->now;
	}
	if (!in->now)
		in->now = store_clock();
	if (doc->url.len && accord_url_canonical(arena, doc->url, &in->url, NULL) != ACCORD_OK)
		in->url = doc->url;
	in->authors = authors_json(arena, doc);
	accord_buffer_init(&tags, (size_t)256 << 20);
	store_write_tags(&tags, doc);
	in->tags = buffer_copy(arena, &tags);
	if (!in->tags.data)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	in->day = doc->published.len >= 10 && accord_period_of(doc->published, &day) ? day.from : INT64_MIN;
	hash_incoming(in);
	in->own_key = doc->id.len > 0;
	in->key = in->own_key ? doc->id : made_key(arena, in);
	return in->key.data ? ACCORD_OK : accord_error_set(err, ACCORD_ENOMEM, "out of memory");
}

/* The row of the document that this one is; 0 if it is new. */
static accord_status find_existing(accord_store *store, const struct incoming *in, int64_t *row,
				   accord_error *err)
{
	accord_status status =
		store_number(store, err, row, 0, "SELECT id FROM document WHERE key = ?", "s", in->key);
	if (status != ACCORD_OK || *row || !in->url.data)
		return status;
	/* One that came with another id is the same only if it says the same: pages of a set may share a URL.
	 */
	return store_number(
		store, err, row, 0,
		"SELECT d.id FROM document_url u JOIN document d ON d.id = u.document WHERE u.url = ?1 AND "
		"((?2 = 0 OR d.own_key = 0) OR d.content = ?3)",
		"sib", in->url, (int64_t)in->own_key, in->content);
}

static accord_status add_url(accord_store *store, accord_slice url, int64_t row, accord_error *err)
{
	if (!url.len)
		return ACCORD_OK;
	return store_run(store, err, "INSERT INTO document_url (url, document) VALUES (?, ?) ON CONFLICT DO NOTHING", "si",
			 url, row);
}

accord_status store_index_text(accord_store *store, int64_t row, accord_slice title, accord_slice text,
			       accord_error *err)
{
	return store_run(store, err, "INSERT INTO article_text {(rowid, title, text) VALUES (?1, ?2, ?3)|(rowid, words) VALUES "
			 "(?1, tsvector_concat(tsvector_concat(CAST(?2 AS tsvector), '.:1'), CAST(?3 AS tsvector)))}",
			 "iss",
			 row, title, text);
}

static accord_status unindex_text(accord_store *store, int64_t row, accord_error *err)
{
	return store_run(store, err,
			 "{INSERT INTO article_text (article_text, rowid, title, text) "
			 "SELECT 'delete', id, title, text FROM document WHERE id = ?1|"
			 "DELETE FROM article_text WHERE rowid = ?1}",
			 "i", row);
}

static accord_status insert_document(accord_store *store, const struct incoming *in, int64_t *row,
				     accord_error *err)
{
	const accord_document *d = in->doc;
	accord_status status =
		store_number(store, err, row, 0,
			  "INSERT INTO document (key, own_key, url, site, lang, title, authors, published, "
			  "modified, source, text, "
			  "content, tags, tags_hash, extra, page, rules, stored, published_day) "
			  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ?)) RETURNING id",
			  "sisssssssssbsbsotiii", in->key, (int64_t)in->own_key,
			  d->url.data ? d->url : in->url, d->site, d->lang, d->title, in->authors,
			  d->published, d->modified, d->source, in->text, in->content, in->tags,
			  in->tags_hash, d->extra, in->page, in->rules, in->now, in->day, (int64_t)INT64_MIN);
	if (status != ACCORD_OK)
		return status;
	store_counted(store, COUNT_DOCUMENT, 1);
	return store_index_text(store, *row, d->title, in->text, err);
}

static accord_status keep_version(accord_store *store, int64_t row, accord_error *err)
{
	accord_sql *q = store_query(store, err, "SELECT text FROM document WHERE id = ?", "i", row);
	if (!q || store_row(store, q, err) <= 0)
		return ACCORD_ESTORE;
	accord_slice text = accord_sql_copy(store->scratch, q, 0), packed;
	accord_sql_reset(q);
	accord_status status = store_pack(store, store->scratch, text, &packed, err);
	if (status != ACCORD_OK)
		return status;
	store_counted(store, COUNT_DOCUMENT_VERSION, 1);
	return store_run(
		store, err,
		"INSERT INTO document_version (document, version, title, published, text, page, stored) "
		"SELECT id, version, title, published, ?, page, stored FROM document WHERE id = ?",
		"bi", packed, row);
}

static accord_status update_document(accord_store *store, const struct incoming *in, int64_t row,
				     bool changed, accord_error *err)
{
	const accord_document *d = in->doc;
	accord_status status = changed ? keep_version(store, row, err) : ACCORD_OK;
	if (status == ACCORD_OK && changed)
		status = unindex_text(store, row, err);
	if (status == ACCORD_OK && changed)
		status = store_index_text(store, row, d->title, in->text, err);
	if (status == ACCORD_OK && changed)
		status = store_run(
			store, err,
			"UPDATE document SET title = ?, text = ?, content = ?, version = version + 1 "
			"WHERE id = ?",
			"ssbi", d->title, in->text, in->content, row);
	if (status != ACCORD_OK)
		return status;
	return store_run(
		store, err,
		"UPDATE document SET site = coalesce(?, site), lang = coalesce(?, lang), authors = ?, "
		"published = coalesce(?, published), modified = coalesce(?, modified), tags = ?, tags_hash = "
		"?, "
		"page = coalesce(?, page), rules = ?, stored = ?, "
		"published_day = coalesce(nullif(?, ?), published_day) WHERE id = ?",
		"ssssssbotiiii", d->site, d->lang, in->authors, d->published, d->modified, in->tags,
		in->tags_hash, in->page, in->rules, in->now, in->day, (int64_t)INT64_MIN, row);
}

static accord_status put_companies(accord_store *store, const accord_document *doc, int64_t row, bool fresh,
				   accord_error *err)
{
	accord_status status = fresh ? ACCORD_OK : store_count_article(store, row, -1, err);
	if (status == ACCORD_OK && !fresh)
		status = store_run(store, err, "DELETE FROM document_company WHERE document = ?", "i", row);
	for (size_t i = 0; status == ACCORD_OK && i < doc->company_count; i++) {
		const accord_company_mention *m = &doc->companies[i];
		accord_slice field = accord_document_field(doc, m->span.in);
		int64_t company;
		if (m->span.start > m->span.end || m->span.end > field.len)
			continue;
		status = store_company(store, m->id, m->name, &company, err);
		if (status == ACCORD_OK)
			status = store_run(
				store, err,
				"INSERT INTO document_company (company, document, mentions) "
				"VALUES (?, ?, 1) ON CONFLICT (company, document) DO UPDATE SET "
				"mentions = document_company.mentions + 1",
				"ii", company, row);
		accord_slice words = {field.data + m->span.start, m->span.end - m->span.start};
		if (status == ACCORD_OK && m->known && !m->reference && !accord_slice_equal(words, m->name))
			status = store_company_called(store, company, words, err);
	}
	if (status == ACCORD_OK && doc->company_count)
		status = store_count_article(store, row, 1, err);
	return status;
}

static accord_status put(accord_store *store, struct incoming *in, accord_put *what, int64_t *row,
			 accord_error *err)
{
	accord_status status = find_existing(store, in, row, err);
	if (status != ACCORD_OK)
		return status;
	if (!*row) {
		*what = ACCORD_PUT_ADDED;
		status = insert_document(store, in, row, err);
	} else {
		int64_t same = 0;
		status = store_number(store, err, &same, 0,
				      "SELECT CASE WHEN content = ? THEN 1 ELSE 0 END + CASE WHEN tags_hash = ? AND "
				      "rules IS NOT DISTINCT FROM ? THEN 2 ELSE 0 END FROM document WHERE id = ?",
				      "bbti", in->content, in->tags_hash, in->rules, *row);
		*what = !(same & 1) ? ACCORD_PUT_CHANGED : same & 2 ? ACCORD_PUT_SAME : ACCORD_PUT_RETAGGED;
		if (status != ACCORD_OK || *what == ACCORD_PUT_SAME)
			return status;
		status = update_document(store, in, *row, *what == ACCORD_PUT_CHANGED, err);
	}
	if (status == ACCORD_OK)
		status = put_companies(store, in->doc, *row, *what == ACCORD_PUT_ADDED, err);
	if (status == ACCORD_OK && *what != ACCORD_PUT_ADDED)
		status = store_remove_deals(store, *row, err);
	if (status == ACCORD_OK && *what != ACCORD_PUT_RETAGGED)
		status = store_link_copies(store, *row, *what == ACCORD_PUT_ADDED, in->text, err);
	return status == ACCORD_OK ? store_put_deals(store, *row, in->doc, err) : status;
}

accord_status accord_store_put_document(accord_store *store, const accord_document *doc,
					const accord_put_options *options, accord_put *what, int64_t *row,
					accord_error *err)
{
	struct incoming in;
	bool mine;
	accord_put done = ACCORD_PUT_SAME;
	int64_t number = 0;
	accord_status status = read_incoming(store, doc, options, &in, err);
	if (status == ACCORD_OK)
		status = store_enter(store, &mine, err);
	if (status == ACCORD_OK) {
		status = put(store, &in, &done, &number, err);
		if (status == ACCORD_OK)
			status = add_url(store, in.url, number, err);
		if (status == ACCORD_OK && options)
			status = add_url(store, options->alias, number, err);
		status = store_leave(store, mine, status, err);
	}
	accord_arena_clear(store->scratch);
	if (status != ACCORD_OK)
		return status;
	if (what)
		*what = done;
	if (row)
		*row = number;
	return ACCORD_OK;
}

bool accord_store_has_url(accord_store *store, accord_slice url)
{
	int64_t found = 0;
	return store_number(store, NULL, &found, 0, "SELECT 1 FROM document_url WHERE url = ?", "s", url) ==
		       ACCORD_OK &&
	       found;
}

static accord_status read_authors(accord_arena *arena, accord_slice json, accord_document *doc)
{
	json_t *list = NULL;
	if (!json.data || accord_json_read(json.data, json.len, &list, NULL) != ACCORD_OK)
		return ACCORD_OK;
	size_t n = json_array_size(list);
	doc->authors = accord_arena_calloc(arena, n, sizeof *doc->authors);
	for (size_t i = 0; doc->authors && i < n; i++)
		doc->authors[doc->author_count++] =
			accord_slice_copy(arena, accord_slice_of(json_string_value(json_array_get(list, i))));
	json_decref(list);
	return ACCORD_OK;
}

accord_status accord_store_get_document_row(accord_store *store, accord_arena *arena, int64_t row,
					    accord_stored_document *stored, accord_error *err)
{
	accord_sql *q = store_query(
		store, err,
		"SELECT key, url, site, lang, title, published, modified, source, text, extra, "
		"authors, tags, page, stored, version, rules, "
		"(SELECT o.key FROM document o WHERE o.id = d.copy_of) FROM document d WHERE id = ?",
		"i", row);
	int found = q ? store_row(store, q, err) : -1;
	if (found < 0)
		return ACCORD_ESTORE;
	if (!found)
		return accord_error_set(err, ACCORD_ENOTFOUND, "no such article in the store");
	accord_document *doc = &stored->document;
	*stored = (accord_stored_document){.row = row};
	accord_slice *columns[] = {&doc->id,        &doc->url,      &doc->site,   &doc->lang, &doc->title,
				   &doc->published, &doc->modified, &doc->source, &doc->text, &doc->extra};
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		*columns[i] = accord_sql_copy(arena, q, (int)i);
	accord_slice authors = accord_sql_copy(arena, q, 10), tags = accord_sql_copy(arena, q, 11);
	stored->page = accord_sql_int(q, 12);
	stored->stored = accord_sql_int(q, 13);
	stored->version = (int)accord_sql_int(q, 14);
	stored->rules = accord_sql_copy(arena, q, 15);
	stored->copy_of = accord_sql_copy(arena, q, 16);
	accord_sql_reset(q);
	accord_status status = read_authors(arena, authors, doc);
	if (status == ACCORD_OK)
		status = store_read_tags(arena, tags, doc, err);
	return status == ACCORD_OK ? store_get_deals(store, arena, row, doc, err) : status;
}

accord_status accord_store_get_document(accord_store *store, accord_arena *arena, accord_slice id,
					accord_stored_document *doc, accord_error *err)
{
	int64_t row = 0, more = 0;
	accord_status status = store_number(store, err, &row, 0,
					    "SELECT id FROM document WHERE key = ?1 UNION ALL "
					    "SELECT document FROM document_url WHERE url = ?1",
					    "s", id);
	if (status == ACCORD_OK && !row && id.len >= 4) {
		status = store_number(store, err, &more, 0,
				      "SELECT count(*) FROM document WHERE substr(key, 1, length(?1)) = "
				      "?1 AND key >= ?1 AND key < ?1 || {char|chr}(1114111)",
				      "s", id);
		if (status == ACCORD_OK && more == 1)
			status = store_number(store, err, &row, 0,
					      "SELECT id FROM document WHERE key >= ?1 AND "
					      "key < ?1 || {char|chr}(1114111)",
					      "s", id);
	}
	if (status != ACCORD_OK)
		return status;
	int shown = (int)(id.len < 100 ? id.len : 100);
	if (!row && more > 1)
		return accord_error_set(err, ACCORD_ENOTFOUND, "%lld articles begin with %.*s",
					(long long)more, shown, id.data);
	if (!row)
		return accord_error_set(err, ACCORD_ENOTFOUND, "no article %.*s in the store", shown,
					id.data);
	return accord_store_get_document_row(store, arena, row, doc, err);
}
