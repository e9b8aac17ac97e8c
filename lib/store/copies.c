/*
 * The same text on several sites: agency reports, syndication, a page with a new address. Each text is cut
 * into shingles of five words; the 64 smallest hashes of all its shingles are its sketch (Broder, "On the
 * resemblance and containment of documents", 1997: bottom-k sketches estimate resemblance without bias). The
 * eight smallest stand in an index, by which a new text finds candidates. What one text shares with the
 * other, measured against the shorter one, decides; so a shortened copy is still one. A group's first
 * document by day of publication, then time, then id, is the original.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

#define WORDS 5
#define CANDIDATES 200
#define LINKS 8            /* to members of one group: enough to hold it together, and a large group stays cheap */
#define FEWEST 20          /* shingles: shorter texts are alike by chance */
#define CONTAINED 0.62     /* of the shorter text */
#define SHORTEST_SHARE 0.3 /* of the longer one */

static int compare(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
	return x < y ? -1 : x > y;
}

static uint64_t mix(uint64_t x)
{
	x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
	x = (x ^ x >> 27) * 0x94D049BB133111EBu;
	return x ^ x >> 31;
}

/* Hashes of the words; letters and digits count, all else parts. */
static size_t hash_words(accord_slice text, uint64_t *words)
{
	size_t n = 0, start = 0;
	for (size_t at = 0, size; at <= text.len; at += size) {
		uint32_t c =
			at < text.len ? accord_utf8_decode(text.data, text.len, at, &size) : (size = 1, ' ');
		if (accord_is_letter(c) || accord_is_digit(c))
			continue;
		if (at > start)
			words[n++] = accord_hash(text.data + start, at - start);
		start = at + size;
	}
	return n;
}

bool store_make_sketch(accord_arena *arena, accord_slice text, struct sketch *sketch)
{
	accord_slice folded = accord_text_fold_loose(arena, text);
	uint64_t *words = accord_arena_alloc(arena, (folded.len / 2 + 2) * sizeof *words);
	memset(sketch, 0, sizeof *sketch);
	if (!words || !folded.data)
		return false;
	size_t n = hash_words(folded, words);
	if (n < FEWEST + WORDS - 1)
		return true;
	n -= WORDS - 1;
	for (size_t i = 0; i < n; i++) { /* in place: shingle i needs words i and behind */
		uint64_t h = 0;
		for (size_t k = 0; k < WORDS; k++)
			h = mix(h + words[i + k]);
		words[i] = h >> 1; /* SQLite's numbers have a sign */
	}
	qsort(words, n, sizeof *words, compare);
	for (size_t i = 0; i < n; i++)
		if (!i || words[i] != words[i - 1]) {
			if (sketch->count < SKETCH)
				sketch->hashes[sketch->count++] = words[i];
			sketch->shingles++;
		}
	return true;
}

/* The share of the shorter text that stands in the longer one too. */
double store_contained(const struct sketch *a, const struct sketch *b)
{
	uint32_t i = 0, j = 0, both = 0, seen = 0;
	while (seen < SKETCH && i < a->count && j < b->count) {
		bool same = a->hashes[i] == b->hashes[j];
		bool first = a->hashes[i] <= b->hashes[j];
		both += same;
		i += first;
		j += same || !first;
		seen++;
	}
	if (seen < SKETCH) { /* one ended: the rest of the other counts up to the sketch's size, if it is all
				there is */
		uint32_t rest = a->count - i + b->count - j;
		seen += rest < SKETCH - seen ? rest : SKETCH - seen;
	}
	double alike = seen ? (double)both / seen : 0;
	double smaller = a->shingles < b->shingles ? a->shingles : b->shingles;
	double larger = a->shingles < b->shingles ? b->shingles : a->shingles;
	if (smaller < FEWEST || smaller < SHORTEST_SHARE * larger)
		return 0;
	double common = alike * (smaller + larger) / (1 + alike);
	return common / smaller;
}

static accord_status forget(accord_store *store, int64_t document, accord_error *err)
{
	accord_status status = store_remove_shingles(store, document, err);
	if (status == ACCORD_OK)
		status = store_run(store, err,
				   "DELETE FROM near_copy WHERE document = ?1 OR (other = ?1 AND document IN "
				   "(SELECT other FROM near_copy WHERE document = ?1))",
				   "i", document);
	return status;
}

static accord_status candidates(accord_store *store, int64_t document, const struct sketch *sketch,
				int64_t *found, size_t *count, accord_error *err)
{
	accord_status status = ACCORD_OK;
	*count = 0;
	for (uint32_t i = 0; status == ACCORD_OK && i < sketch->count && i < INDEXED_SHINGLES; i++) {
		size_t from = *count, all = *count;
		status = store_find_shingle(store, (int64_t)sketch->hashes[i], document, found, &all, CANDIDATES, err);
		for (size_t n = from; n < all; n++) {
			size_t k = 0;
			while (k < *count && found[k] != found[n])
				k++;
			if (k == *count)
				found[(*count)++] = found[n];
		}
	}
	return status;
}

/* The groups that a document was linked with, each by its original. */
struct links {
	int64_t group[CANDIDATES];
	unsigned made[CANDIDATES];
	size_t count;
};

static unsigned *links_with(struct links *links, int64_t group)
{
	size_t i = 0;
	while (i < links->count && links->group[i] != group)
		i++;
	if (i == links->count) {
		links->group[i] = group;
		links->made[i] = 0;
		links->count++;
	}
	return &links->made[i];
}

static accord_status link_one(accord_store *store, int64_t document, const struct sketch *sketch,
			      int64_t other, struct links *links, accord_error *err)
{
	struct sketch theirs;
	accord_sql *q = store_query(store, err, "SELECT coalesce(copy_of, id), sketch FROM document WHERE id = ?",
				      "i", other);
	int row = q ? store_row(store, q, err) : -1;
	if (row < 0)
		return ACCORD_ESTORE;
	unsigned *made = row > 0 ? links_with(links, accord_sql_int(q, 0)) : NULL;
	accord_slice stored = row > 0 ? accord_sql_blob(q, 1) : (accord_slice){NULL, 0};
	bool alike = made && *made < LINKS && stored.len == sizeof theirs;
	if (alike) {
		memcpy(&theirs, stored.data, sizeof theirs);
		alike = theirs.count <= SKETCH && store_contained(sketch, &theirs) >= CONTAINED;
	}
	accord_sql_reset(q);
	if (!alike)
		return ACCORD_OK;
	++*made;
	return store_run(store, err, "INSERT INTO near_copy VALUES (?1, ?2), (?2, ?1) ON CONFLICT DO NOTHING", "ii",
			 document, other);
}

/* All documents that near_copy joins with this one, itself included, walked breadth first. */
static accord_status settle_group(accord_store *store, int64_t document, accord_error *err)
{
	static const char group[] =
		"WITH RECURSIVE g (id) AS (VALUES (?1) UNION SELECT n.other FROM near_copy n JOIN g ON "
		"n.document = g.id "
		"{LIMIT 1000|}) "
		"SELECT d.id FROM (SELECT id FROM g LIMIT 1000) AS g JOIN document d ON d.id = g.id "
		"ORDER BY d.published IS NULL, substr(d.published, 1, 10), d.published, d.key";
	int64_t members[1000], n = 0;
	accord_sql *q = store_query(store, err, group, "i", document);
	int row = q ? 1 : -1;
	while (row > 0 && n < 1000 && (row = store_row(store, q, err)) > 0)
		members[n++] = accord_sql_int(q, 0);
	if (row < 0)
		return ACCORD_ESTORE;
	accord_sql_reset(q);
	accord_status status = ACCORD_OK;
	for (int64_t i = 0; status == ACCORD_OK && i < n; i++) {
		status = store_run(store, err,
				   "UPDATE document SET copy_of = ?1 WHERE id = ?2 AND copy_of IS DISTINCT FROM ?1",
				   "oi", i ? members[0] : (int64_t)0, members[i]);
		if (status == ACCORD_OK && accord_sql_changes(store))
			status = store_mark_dirty(store, members[i], err);
	}
	return status;
}

/* Joins a group whose original stays the first: nothing else changes then, and the group need not be walked. */
static accord_status join_group(accord_store *store, int64_t document, int64_t original, bool *joined,
				accord_error *err)
{
	static const char earlier[] =
		"SELECT 1 FROM document a, document b WHERE a.id = ?1 AND b.id = ?2 AND a.copy_of IS NULL AND "
		"(a.published IS NULL, substr(a.published, 1, 10), a.published, a.key) < "
		"(b.published IS NULL, substr(b.published, 1, 10), b.published, b.key)";
	accord_sql *q = store_query(store, err, earlier, "ii", original, document);
	int row = q ? store_row(store, q, err) : -1;
	if (row < 0)
		return ACCORD_ESTORE;
	*joined = row > 0;
	accord_sql_reset(q);
	if (!*joined)
		return ACCORD_OK;
	accord_status status = store_run(store, err, "UPDATE document SET copy_of = ? WHERE id = ?", "ii", original,
					 document);
	return status == ACCORD_OK ? store_mark_dirty(store, document, err) : status;
}

/* The document's group, of those that it was linked with: one as a rule, else they become one. */
static accord_status find_group(accord_store *store, int64_t document, const struct links *links, accord_error *err)
{
	size_t groups = 0;
	int64_t only = document;
	bool joined = false;
	for (size_t i = 0; i < links->count; i++)
		if (links->made[i]) {
			groups++;
			only = links->group[i];
		}
	if (!groups)
		return ACCORD_OK;
	if (groups == 1 && only != document) {
		accord_status status = join_group(store, document, only, &joined, err);
		if (status != ACCORD_OK)
			return status;
	}
	return joined ? ACCORD_OK : settle_group(store, document, err);
}

accord_status store_link_copies(accord_store *store, int64_t document, bool fresh, accord_slice text, accord_error *err)
{
	struct sketch sketch;
	int64_t found[CANDIDATES];
	size_t count = 0;
	if (!store_make_sketch(store->scratch, text, &sketch))
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	accord_status status = fresh ? ACCORD_OK : forget(store, document, err);
	if (status == ACCORD_OK)
		status = store_run(store, err, "UPDATE document SET sketch = ?, copy_of = NULL WHERE id = ?",
				   "bi",
				   (accord_slice){sketch.shingles >= FEWEST ? (const char *)&sketch : NULL,
						  sizeof sketch},
				   document);
	if (status != ACCORD_OK || sketch.shingles < FEWEST)
		return status;
	status = candidates(store, document, &sketch, found, &count, err);
	struct links links = {.count = 0};
	for (size_t i = 0; status == ACCORD_OK && i < count; i++)
		status = link_one(store, document, &sketch, found[i], &links, err);
	if (status == ACCORD_OK)
		status = store_put_shingles(store, document, &sketch, err);
	return status == ACCORD_OK ? find_group(store, document, &links, err) : status;
}
