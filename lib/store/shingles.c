/*
 * The index of shingles, by which a new text finds those it may be a copy of. Its rows lie by their hash, so each of a
 * document's eight is written to a page of its own: for the bytes that are written by far the most expensive part of a
 * document, in a large store. While very many documents are stored (accord_store_bulk) the rows therefore wait in memory, where
 * they are found as well, and go into the index many at a time, in its order.
 *
 * Nothing is lost with the memory: a setting says up to which document the index is whole, and the rows of the others are made
 * again from their sketches, by whoever stores the next document.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

#define WHOLE_UP_TO "copies:indexed" /* the setting; none where the index is whole */
#define MOST_WAITING ((size_t)1 << 19)
#define MANY 2000 /* documents after which the index of words is put in order */
#define HEADS ((size_t)1 << 18)
#define NOBODY UINT32_MAX
#define UNREAD INT64_MIN

struct waiting {
	int64_t hash, document; /* document 0: taken out again */
	uint32_t next;          /* of those in the same place */
};

struct store_shingles {
	struct waiting *list;
	uint32_t *heads;
	size_t count;
	int64_t known; /* documents up to this one are in the index, or wait here */
	int64_t first; /* of this transaction that waits; 0 for none */
	int64_t added; /* documents, since accord_store_bulk */
};

static size_t place_of(int64_t hash)
{
	return (size_t)((uint64_t)hash * 0x9E3779B97F4A7C15u >> 46);
}

static void clear(struct store_shingles *s)
{
	memset(s->heads, 0xff, HEADS * sizeof *s->heads);
	s->count = 0;
	s->first = 0;
}

static struct store_shingles *make(void)
{
	struct store_shingles *s = calloc(1, sizeof *s);
	if (!s)
		return NULL;
	s->list = malloc((MOST_WAITING + SKETCH) * sizeof *s->list);
	s->heads = malloc(HEADS * sizeof *s->heads);
	s->known = UNREAD;
	if (s->list && s->heads) {
		clear(s);
		return s;
	}
	store_free_shingles(s);
	return NULL;
}

void store_free_shingles(struct store_shingles *s)
{
	if (s) {
		free(s->list);
		free(s->heads);
	}
	free(s);
}

static void add(struct store_shingles *s, const struct sketch *sketch, int64_t document)
{
	for (uint32_t i = 0; i < sketch->count && i < INDEXED_SHINGLES; i++) {
		struct waiting *w = &s->list[s->count];
		uint32_t *head = &s->heads[place_of((int64_t)sketch->hashes[i])];
		*w = (struct waiting){(int64_t)sketch->hashes[i], document, *head};
		*head = (uint32_t)s->count++;
	}
}

static int by_hash(const void *pa, const void *pb)
{
	const struct waiting *a = pa, *b = pb;
	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	return (a->document > b->document) - (a->document < b->document);
}

static accord_status insert(accord_store *store, int64_t hash, int64_t document, accord_error *err)
{
	return store_run(store, err, "INSERT INTO shingle VALUES (?, ?) ON CONFLICT DO NOTHING", "ii", hash, document);
}

static accord_status write_waiting(accord_store *store, struct store_shingles *s, accord_error *err)
{
	accord_status status = ACCORD_OK;
	qsort(s->list, s->count, sizeof *s->list, by_hash);
	for (size_t i = 0; status == ACCORD_OK && i < s->count; i++)
		if (s->list[i].document)
			status = insert(store, s->list[i].hash, s->list[i].document, err);
	clear(s);
	return status == ACCORD_OK ? store_run(store, err, "DELETE FROM setting WHERE name = ?", "t", WHOLE_UP_TO) : status;
}

/* What is not in the index and does not wait here: documents stored by a run that was killed, or by others while this one is at work. */
static accord_status load(accord_store *store, struct store_shingles *s, int64_t but, accord_error *err)
{
	accord_status status = ACCORD_OK;
	int row = 1;
	while (status == ACCORD_OK && row > 0) {
		accord_sql *q = store_query(store, err,
					    "SELECT id, sketch FROM document WHERE id > ? AND id <> ? ORDER BY id LIMIT 1000", "ii",
					    s->known, but);
		size_t rows = 0;
		row = q ? 1 : -1;
		while (row > 0 && s->count < MOST_WAITING && (row = store_row(store, q, err)) > 0) {
			accord_slice bytes = accord_sql_blob(q, 1);
			struct sketch sketch;
			s->known = accord_sql_int(q, 0);
			rows++;
			if (bytes.len != sizeof sketch)
				continue;
			memcpy(&sketch, bytes.data, sizeof sketch);
			s->first = s->first ? s->first : s->known;
			add(s, &sketch, s->known);
		}
		accord_sql_reset(q);
		if (row < 0)
			return ACCORD_ESTORE;
		if (s->count >= MOST_WAITING)
			status = write_waiting(store, s, err);
		row = rows > 0;
	}
	return status;
}

/* Once in each transaction: has anybody stored documents that are not in the index? */
static accord_status catch_up(accord_store *store, int64_t document, accord_error *err)
{
	int64_t whole = 0, last = 0;
	struct store_shingles *s = store->shingles;
	store->shingles_seen = true;
	if (s && s->known != UNREAD)
		return load(store, s, document, err);
	accord_status status = store_number(store, err, &whole, -1, "SELECT CAST(value AS BIGINT) FROM setting WHERE name = ?",
					    "t", WHOLE_UP_TO);
	if (status == ACCORD_OK && s && whole < 0)
		status = store_number(store, err, &last, 0, "SELECT max(id) FROM document WHERE id <> ?", "i", document);
	if (status != ACCORD_OK || (!s && whole < 0))
		return status;
	if (s) {
		s->known = whole < 0 ? last : whole;
		return load(store, s, document, err);
	}
	s = make();
	if (!s)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	s->known = whole;
	status = load(store, s, document, err);
	if (status == ACCORD_OK)
		status = write_waiting(store, s, err);
	store_free_shingles(s);
	return status;
}

accord_status store_find_shingle(accord_store *store, int64_t hash, int64_t document, int64_t *found, size_t *count,
				 size_t room, accord_error *err)
{
	accord_status status = store->shingles_seen ? ACCORD_OK : catch_up(store, document, err);
	if (status != ACCORD_OK)
		return status;
	accord_sql *q = store_query(store, err, "SELECT document FROM shingle WHERE hash = ? AND document <> ? LIMIT 200", "ii",
				    hash, document);
	int row = q ? 1 : -1;
	size_t first = *count;
	while (row > 0 && *count < room && (row = store_row(store, q, err)) > 0)
		found[(*count)++] = accord_sql_int(q, 0);
	if (row < 0)
		return ACCORD_ESTORE;
	accord_sql_reset(q);
	const struct store_shingles *s = store->shingles;
	for (uint32_t i = s ? s->heads[place_of(hash)] : NOBODY; i != NOBODY && *count < room && *count < first + 200;
	     i = s->list[i].next)
		if (s->list[i].hash == hash && s->list[i].document && s->list[i].document != document)
			found[(*count)++] = s->list[i].document;
	return ACCORD_OK;
}

accord_status store_put_shingles(accord_store *store, int64_t document, const struct sketch *sketch, accord_error *err)
{
	struct store_shingles *s = store->shingles;
	accord_status status = ACCORD_OK;
	if (!s || s->known == UNREAD || document <= s->known) {
		for (uint32_t i = 0; status == ACCORD_OK && i < sketch->count && i < INDEXED_SHINGLES; i++)
			status = insert(store, (int64_t)sketch->hashes[i], document, err);
		return status;
	}
	s->known = document;
	s->added++;
	s->first = s->first ? s->first : document;
	add(s, sketch, document);
	return s->count < MOST_WAITING ? ACCORD_OK : write_waiting(store, s, err);
}

accord_status store_remove_shingles(accord_store *store, int64_t document, accord_error *err)
{
	struct store_shingles *s = store->shingles;
	for (size_t i = 0; s && document <= s->known && i < s->count; i++)
		if (s->list[i].document == document)
			s->list[i].document = 0;
	return store_run(store, err, "DELETE FROM shingle WHERE document = ?", "i", document);
}

accord_status store_note_shingles(accord_store *store, accord_error *err)
{
	struct store_shingles *s = store->shingles;
	store->shingles_seen = false;
	if (!s || !s->first)
		return ACCORD_OK;
	int64_t whole = s->first - 1;
	s->first = 0;
	return store_run(store, err,
			 "INSERT INTO setting (name, value) VALUES (?, CAST(CAST(? AS BIGINT) AS TEXT)) ON CONFLICT DO NOTHING",
			 "ti", WHOLE_UP_TO, whole);
}

void store_forget_shingles(accord_store *store)
{
	store->shingles_seen = false;
	if (!store->shingles)
		return;
	clear(store->shingles);
	store->shingles->known = UNREAD;
}

/* Pages that several transactions change are written to the file once in 128 MB of log. */
accord_status accord_store_bulk(accord_store *store, accord_error *err)
{
	if (store->driver->shared || store->shingles)
		return ACCORD_OK;
	store->shingles = make();
	if (!store->shingles)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	return accord_sql_script(store, "{PRAGMA wal_autocheckpoint = 32768|SELECT 1}", err);
}

/*
 * Each transaction has left a piece of full-text index; a phrase is looked up in all of them. Where a large part of the
 * articles is new, they become one, some megabytes at a time: others may write in between.
 */
static accord_status join_words(accord_store *store, int64_t added, accord_error *err)
{
	int64_t all = 0, before = 0, after = 0;
	accord_status status = store_number(store, err, &all, 0, "SELECT number FROM store_count WHERE name = 'document'", "");
	if (status != ACCORD_OK || added < MANY || added < all / 4)
		return status;
	status = store_run(store, err, "INSERT INTO article_text (article_text, rank) VALUES ('merge', -1)", "");
	do {
		if (status == ACCORD_OK)
			status = store_number(store, err, &before, 0, "SELECT total_changes()", "");
		if (status == ACCORD_OK)
			status = store_run(store, err, "INSERT INTO article_text (article_text, rank) VALUES ('merge', 4000)", "");
		if (status == ACCORD_OK)
			status = store_number(store, err, &after, 0, "SELECT total_changes()", "");
	} while (status == ACCORD_OK && after - before >= 2);
	return status;
}

accord_status accord_store_end_bulk(accord_store *store, accord_error *err)
{
	bool mine;
	accord_status status = ACCORD_OK;
	if (!store->shingles)
		return ACCORD_OK;
	status = store_enter(store, &mine, err);
	if (status != ACCORD_OK)
		return status;
	status = catch_up(store, 0, err);
	if (status == ACCORD_OK)
		status = write_waiting(store, store->shingles, err);
	status = store_leave(store, mine, status, err);
	int64_t added = store->shingles->added;
	store_free_shingles(store->shingles);
	store->shingles = NULL;
	return status == ACCORD_OK ? join_words(store, added, err) : status;
}
