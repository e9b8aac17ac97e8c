/*
 * One story under two addresses of a site. A CMS that puts the headline into the path moves the article with
 * each new headline, and often gives it a new id; what stays is the entry's id, or the title, and much of the
 * text. Different stories of one template ("X shares gain") share text, too: without the entry's id the title
 * must be the same and the day nearly.
 */
#include "internal.h"

#include <accord/period.h>

#include <string.h>

#define SAME_ENTRY 0.2
#define SAME_TITLE 0.5
#define DAYS_APART 2
#define MOST_CANDIDATES 16

struct wanted {
	const accord_document *doc;
	accord_slice title; /* folded */
	struct sketch sketch;
	bool sketched; /* made when there is somebody to compare with, as there seldom is */
};

static bool same_title(accord_store *store, const struct wanted *wanted, accord_slice title)
{
	accord_slice folded = accord_text_fold_loose(store->scratch, title);
	return folded.len && accord_slice_equal(folded, wanted->title);
}

/* Whether the row at hand (title, sketch, text) is the wanted story. */
static bool is_story(accord_store *store, struct wanted *wanted, accord_sql *q, bool same_entry)
{
	struct sketch theirs;
	bool titled = same_title(store, wanted, accord_sql_copy(store->scratch, q, 1));
	double common = 0;
	if (titled && accord_slice_equal(accord_sql_copy(store->scratch, q, 3), wanted->doc->text))
		return true;
	if (!wanted->sketched)
		wanted->sketched = store_make_sketch(store->scratch, wanted->doc->text, &wanted->sketch);
	accord_slice stored = accord_sql_blob(q, 2);
	if (wanted->sketched && stored.len == sizeof theirs) {
		memcpy(&theirs, stored.data, sizeof theirs);
		if (theirs.count <= SKETCH)
			common = store_contained(&wanted->sketch, &theirs);
	}
	return same_entry ? titled || common >= SAME_ENTRY : titled && common >= SAME_TITLE;
}

static accord_status by_entry(accord_store *store, struct wanted *wanted, accord_slice known, int64_t *row,
			      accord_error *err)
{
	accord_sql *q = store_query(store, err,
				      "SELECT d.id, d.title, d.sketch, d.text FROM document_url u "
				      "JOIN document d ON d.id = u.document WHERE u.url = ? AND d.site IS NOT DISTINCT FROM ?",
				      "ss", known, wanted->doc->site);
	int found = q ? store_row(store, q, err) : -1;
	if (found > 0 && is_story(store, wanted, q, true))
		*row = accord_sql_int(q, 0);
	if (q)
		accord_sql_reset(q);
	return found < 0 ? ACCORD_ESTORE : ACCORD_OK;
}

static accord_status by_title(accord_store *store, struct wanted *wanted, int64_t *row, accord_error *err)
{
	accord_period day;
	if (!wanted->doc->title.len || wanted->doc->published.len < 10 ||
	    !accord_period_of(wanted->doc->published, &day))
		return ACCORD_OK;
	accord_sql *q = store_query(store, err,
				      "SELECT id, title, sketch, text FROM document {INDEXED BY document_by_site|} "
				      "WHERE site = ? AND published_day BETWEEN ? AND ? AND title = ? LIMIT ?",
				      "siisi", wanted->doc->site, (int64_t)day.from - DAYS_APART,
				      (int64_t)day.from + DAYS_APART, wanted->doc->title,
				      (int64_t)MOST_CANDIDATES);
	int found = q ? 1 : -1;
	while (!*row && found > 0 && (found = store_row(store, q, err)) > 0)
		if (is_story(store, wanted, q, false))
			*row = accord_sql_int(q, 0);
	if (q)
		accord_sql_reset(q);
	return found < 0 ? ACCORD_ESTORE : ACCORD_OK;
}

accord_status accord_store_same_story(accord_store *store, const accord_document *doc, accord_slice known,
				      bool *found, accord_error *err)
{
	struct wanted wanted = {.doc = doc};
	int64_t row = 0;
	bool mine;
	*found = false;
	if (!doc->url.data || !doc->site.data || !doc->text.data || accord_store_has_url(store, doc->url))
		return ACCORD_OK;
	accord_status status = store_enter(store, &mine, err);
	if (status != ACCORD_OK)
		return status;
	wanted.title = accord_text_fold_loose(store->scratch, doc->title);
	if (known.data)
		status = by_entry(store, &wanted, known, &row, err);
	if (status == ACCORD_OK && !row)
		status = by_title(store, &wanted, &row, err);
	if (status == ACCORD_OK && row)
		status = store_run(store, err, "INSERT INTO document_url (url, document) VALUES (?, ?) ON CONFLICT DO NOTHING",
				   "si", doc->url, row);
	*found = row != 0;
	accord_arena_clear(store->scratch);
	return store_leave(store, mine, status, err);
}

accord_status accord_store_tells_story(accord_store *store, const accord_document *doc, accord_slice url, bool *same,
				       accord_error *err)
{
	struct wanted wanted = {.doc = doc, .title = accord_text_fold_loose(store->scratch, doc->title)};
	int64_t row = 0;
	accord_status status = by_entry(store, &wanted, url, &row, err);
	*same = row != 0;
	accord_arena_clear(store->scratch);
	return status;
}

accord_status accord_store_places(accord_store *store, accord_arena *arena, accord_slice url, size_t most,
				  accord_slice **places, size_t *count, accord_error *err)
{
	accord_slice *list = accord_arena_calloc(arena, most + 1, sizeof *list);
	size_t n = 0;
	if (!list)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	accord_sql *q = store_query(
		store, err,
		"WITH one (original) AS (SELECT coalesce(d.copy_of, d.id) FROM document_url u JOIN document d "
		"ON d.id = u.document WHERE u.url = ?1) "
		"SELECT p.url FROM one JOIN document d ON d.id = original OR d.copy_of = original "
		"JOIN document_url p ON p.document = d.id ORDER BY p.url <> ?1, p.url LIMIT ?2",
		"si", url, (int64_t)most);
	int row = q ? 1 : -1;
	while (row > 0 && (row = store_row(store, q, err)) > 0)
		list[n++] = accord_sql_copy(arena, q, 0);
	*places = list;
	*count = n;
	return row < 0 ? ACCORD_ESTORE : ACCORD_OK;
}
