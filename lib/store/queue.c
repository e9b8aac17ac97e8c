/*
 * The queue of articles to fetch. A row never goes: what was done once is not queued again, unless its feed
 * says that it changed. An entry is known by its address, else by its own id in the same feed: one whose
 * address changed while title and time did not is the same article.
 */
#include "internal.h"

#define DUE_COLUMNS                                                                                          \
	"id, feed, url, link, title, published, lang, added, not_before, attempts, reason, state, guid, "    \
	"categories, print, revisits, later"
#define MOST_REVISITS 8
#define FIRST_REVISIT 1800

static void read_due(accord_arena *arena, accord_sql *q, accord_due *due)
{
	*due = (accord_due){
		.id = accord_sql_int(q, 0),
		.feed = accord_sql_int(q, 1),
		.url = accord_sql_copy(arena, q, 2),
		.link = accord_sql_copy(arena, q, 3),
		.title = accord_sql_copy(arena, q, 4),
		.published = accord_sql_copy(arena, q, 5),
		.lang = accord_sql_copy(arena, q, 6),
		.added = accord_sql_int(q, 7),
		.not_before = accord_sql_int(q, 8),
		.attempts = (uint32_t)accord_sql_int(q, 9),
		.reason = accord_sql_copy(arena, q, 10),
		.state = (accord_due_state)(int)accord_sql_int(q, 11),
		.guid = accord_sql_copy(arena, q, 12),
		.categories = accord_sql_copy(arena, q, 13),
		.print = accord_sql_int(q, 14),
		.revisits = (uint32_t)accord_sql_int(q, 15),
		.later = accord_sql_int(q, 16) != 0,
	};
}

static accord_status read_list(accord_store *store, accord_arena *arena, accord_sql *q, accord_due **rows,
			       size_t *count, accord_error *err)
{
	accord_due *list = NULL;
	size_t n = 0, room = 0;
	int row;
	while ((row = store_row(store, q, err)) > 0) {
		if (n == room) {
			size_t more = room ? 2 * room : 64;
			list = accord_arena_grow(arena, list, room * sizeof *list, more * sizeof *list);
			room = more;
		}
		if (!list) {
			accord_sql_reset(q);
			return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
		}
		read_due(arena, q, &list[n++]);
	}
	*rows = list;
	*count = n;
	return row < 0 ? ACCORD_ESTORE : ACCORD_OK;
}

static accord_status insert_due(accord_store *store, const accord_due *due, accord_due_state state,
				accord_error *err)
{
	return store_run(store, err,
			 "INSERT INTO due (url, link, feed, title, published, lang, added, not_before, "
			 "reason, guid, categories, print, later, state) "
			 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
			 "ssosssiisssiii", due->url, due->link, due->feed, due->title, due->published,
			 due->lang, due->added ? due->added : store_clock(), due->not_before, due->reason,
			 due->guid, due->categories, due->print, (int64_t)due->later, (int64_t)state);
}

/* Another title or time than when it was fetched. Feeds that put the hour of the request there are many: each
 * time it takes twice as long until the next visit, and after a few nobody asks again. */
static accord_status visit_again(accord_store *store, const accord_due *due, int64_t id, int64_t revisits,
				 accord_offer *what, accord_error *err)
{
	int64_t wait = revisits ? (int64_t)FIRST_REVISIT << revisits : 0;
	*what = ACCORD_OFFER_CHANGED;
	return store_run(store, err,
			 "UPDATE due SET state = 0, attempts = 0, reason = NULL, not_before = ?, title = ?, "
			 "published = ?, categories = ?, print = ?, revisits = revisits + 1 WHERE id = ?",
			 "isssii", (due->added ? due->added : store_clock()) + wait, due->title,
			 due->published, due->categories, due->print, id);
}

/* The same entry under another address: nothing is to be fetched, and the address leads to its document as well. */
static accord_status note_address(accord_store *store, const accord_due *due, int64_t id, accord_error *err)
{
	accord_status status = insert_due(store, due, ACCORD_DUE_DONE, err);
	if (status == ACCORD_OK)
		status = store_run(store, err,
				   "INSERT INTO document_url (url, document) SELECT ?, u.document "
				   "FROM due d JOIN document_url u ON u.url = d.url WHERE d.id = ? "
				   "ON CONFLICT DO NOTHING",
				   "si", due->url, id);
	return status;
}

/* What the queue knows of an entry. */
struct known {
	int64_t id, state, print, revisits, feed;
	bool by_address;
};

/* The row that has this address, or else this feed's entry of this id; 0 if there is none. */
static accord_status known_row(accord_store *store, const accord_due *due, struct known *row, accord_error *err)
{
	accord_sql *q = store_query(store, err, "SELECT id, state, print, revisits, feed FROM due WHERE url = ?", "s",
				      due->url);
	int found = q ? store_row(store, q, err) : -1;
	*row = (struct known){.by_address = found > 0};
	if (!found && due->guid.len && due->feed) {
		q = store_query(store, err,
				"SELECT id, state, print, revisits, feed FROM due WHERE feed = ? AND guid = ? "
				"ORDER BY id DESC LIMIT 1",
				"is", due->feed, due->guid);
		found = q ? store_row(store, q, err) : -1;
	}
	if (found > 0) {
		row->id = accord_sql_int(q, 0);
		row->state = accord_sql_int(q, 1);
		row->print = accord_sql_int(q, 2);
		row->revisits = accord_sql_int(q, 3);
		row->feed = accord_sql_int(q, 4);
	}
	if (q)
		accord_sql_reset(q);
	return found < 0 ? ACCORD_ESTORE : ACCORD_OK;
}

accord_status accord_store_queue_add(accord_store *store, const accord_due *due, accord_offer *what,
				     accord_error *err)
{
	struct known row;
	int64_t stored = 0;
	accord_offer ignored;
	accord_status status = known_row(store, due, &row, err);
	what = what ? what : &ignored;
	*what = ACCORD_OFFER_KNOWN;
	if (status != ACCORD_OK)
		return status;
	bool done = row.id && row.state == ACCORD_DUE_DONE;
	if (row.by_address) {
		/* Two feeds word an entry differently: only the one that it came from tells of edits. */
		bool edited = done && row.feed == due->feed && due->print && row.print && due->print != row.print;
		return edited && row.revisits < MOST_REVISITS
			       ? visit_again(store, due, row.id, row.revisits, what, err)
			       : ACCORD_OK;
	}
	if (done && row.print && due->print == row.print)
		return note_address(store, due, row.id, err);
	status = store_number(store, err, &stored, 0, "SELECT 1 FROM document_url WHERE url = ?", "s", due->url);
	if (status != ACCORD_OK || stored)
		return status;
	*what = ACCORD_OFFER_ADDED;
	return insert_due(store, due, due->state, err);
}

accord_status accord_store_queue_find(accord_store *store, accord_arena *arena, accord_slice url,
				      accord_due *due, accord_error *err)
{
	accord_sql *q = store_query(store, err, "SELECT " DUE_COLUMNS " FROM due WHERE url = ?", "s", url);
	int found = q ? store_row(store, q, err) : -1;
	if (found < 0)
		return ACCORD_ESTORE;
	if (!found)
		return accord_error_set(err, ACCORD_ENOTFOUND, "this address was never queued");
	read_due(arena, q, due);
	accord_sql_reset(q);
	return ACCORD_OK;
}

accord_status accord_store_queue_twin(accord_store *store, accord_arena *arena, int64_t id, accord_slice *url,
				      accord_error *err)
{
	accord_sql *q = store_query(store, err,
				      "SELECT o.url FROM due d JOIN due o ON o.feed = d.feed AND o.guid = d.guid "
				      "WHERE d.id = ? AND o.id <> d.id AND o.state = 1 ORDER BY o.id DESC LIMIT 1",
				      "i", id);
	int found = q ? store_row(store, q, err) : -1;
	if (found < 0)
		return ACCORD_ESTORE;
	if (!found)
		return accord_error_set(err, ACCORD_ENOTFOUND, "no other address of this entry");
	*url = accord_sql_copy(arena, q, 0);
	accord_sql_reset(q);
	return ACCORD_OK;
}

accord_status accord_store_queue_again(accord_store *store, int64_t since, int64_t *count,
				       accord_error *err)
{
	accord_status status = store_run(
		store, err,
		"UPDATE due SET state = 0, attempts = 0, reason = NULL, not_before = 0, "
		"revisits = CASE WHEN state = 1 THEN revisits + 1 ELSE revisits END "
		"WHERE (state = 1 AND EXISTS (SELECT 1 FROM document_url u JOIN document d ON d.id = u.document "
		"WHERE u.url = due.url AND d.stored >= ?1)) "
		"OR (state = 2 AND added >= ?1 AND substr(coalesce(reason, ''), 1, 6) <> 'filter')",
		"i", since);
	*count = accord_sql_changes(store);
	return status;
}

/* Where several crawls take their shares, each takes from many feeds, and so of many hosts: some of the first. */
#define IS_DUE "state = 0 AND later <= ?1 AND not_before <= ?2"
#define SPREAD                                                                                               \
	"{| AND id IN (SELECT id FROM (SELECT id, later FROM due WHERE " IS_DUE " ORDER BY later, id LIMIT 2000) AS " \
	"first ORDER BY later, random() LIMIT ?3)}"

accord_status accord_store_queue_take(accord_store *store, accord_arena *arena, int64_t now, int64_t lease,
				      size_t limit, bool later, accord_due **rows, size_t *count,
				      accord_error *err)
{
	bool mine;
	accord_status status = store_enter_claim(store, &mine, err);
	if (status != ACCORD_OK)
		return status;
	accord_sql *q = store_query(store, err,
				    "SELECT " DUE_COLUMNS " FROM due WHERE " IS_DUE SPREAD
				    " ORDER BY later, id LIMIT ?3 {|FOR UPDATE SKIP LOCKED}",
				    "iii", (int64_t)later, now, limit ? (int64_t)limit : INT64_MAX);
	status = q ? read_list(store, arena, q, rows, count, err) : ACCORD_ESTORE;
	for (size_t i = 0; status == ACCORD_OK && i < *count; i++)
		status = store_run(store, err, "UPDATE due SET not_before = ? WHERE id = ?", "ii",
				   now + lease, (*rows)[i].id);
	return store_leave(store, mine, status, err);
}

accord_status accord_store_queue_done(accord_store *store, int64_t id, const char *reason, accord_error *err)
{
	return store_run(store, err, "UPDATE due SET state = 1, reason = ? WHERE id = ?", "ti", reason, id);
}

accord_status accord_store_queue_retry(accord_store *store, int64_t id, int64_t not_before,
				       const char *reason, accord_error *err)
{
	return store_run(store, err,
			 "UPDATE due SET not_before = ?, reason = ?, attempts = attempts + 1 WHERE id = ?",
			 "iti", not_before, reason, id);
}

accord_status accord_store_queue_release(accord_store *store, int64_t id, int64_t not_before,
					 accord_error *err)
{
	return store_run(store, err, "UPDATE due SET not_before = ? WHERE id = ?", "ii", not_before, id);
}

accord_status accord_store_queue_give_up(accord_store *store, int64_t id, const char *reason,
					 accord_error *err)
{
	return store_run(store, err,
			 "UPDATE due SET state = 2, reason = ?, attempts = attempts + 1 WHERE id = ?", "ti",
			 reason, id);
}

accord_status accord_store_queue_count(accord_store *store, accord_due_state state, int64_t *count,
				       accord_error *err)
{
	return store_number(store, err, count, 0, "SELECT count(*) FROM due WHERE state = ?", "i",
			    (int64_t)state);
}

accord_status accord_store_queue_list(accord_store *store, accord_arena *arena, accord_due_state state,
				      size_t limit, accord_due **rows, size_t *count, accord_error *err)
{
	accord_sql *q =
		store_query(store, err, "SELECT " DUE_COLUMNS " FROM due WHERE state = ? ORDER BY id LIMIT ?",
			    "ii", (int64_t)state, limit ? (int64_t)limit : INT64_MAX);
	return q ? read_list(store, arena, q, rows, count, err) : ACCORD_ESTORE;
}

accord_status accord_store_queue_newest(accord_store *store, accord_arena *arena, size_t limit, accord_due **rows,
					size_t *count, accord_error *err)
{
	accord_sql *q = store_query(store, err, "SELECT " DUE_COLUMNS " FROM due ORDER BY id DESC LIMIT ?", "i",
				      (int64_t)limit);
	return q ? read_list(store, arena, q, rows, count, err) : ACCORD_ESTORE;
}
