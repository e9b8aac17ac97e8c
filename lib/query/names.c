/*
 * Which companies the words of a query mean. Names are compared folded, against all that articles call a
 * company; neighbouring words are tried together first, the longest run that is a name wins. What is no name
 * may be a type or a status ("Microsoft übernahme"); else it is unknown, and the nearest names by edit
 * distance are told.
 */
#include "parser.h"

#include <accord/companies.h>

#include <stdlib.h>
#include <string.h>

#define LONGEST_RUN 5
#define MOST_COMPANIES 64
#define LONGEST_NAME 60

struct resolver {
	accord_store *store;
	accord_arena *arena;
	accord_sql *by_name, *by_key;
	accord_query_alias alias;
	void *context;
	accord_query_unknown *unknown;
	size_t unknown_count;
	accord_error *err;
	accord_status status;
};

static void collect(struct resolver *r, accord_sql *q, accord_slice value, int64_t *list, size_t *count)
{
	accord_sql_reset(q);
	accord_sql_bind_text(q, 1, value);
	int step;
	while ((step = accord_sql_step(q)) == ACCORD_SQL_ROW) {
		int64_t id = accord_sql_int(q, 0);
		size_t k = 0;
		while (k < *count && list[k] != id)
			k++;
		if (k == *count && k < MOST_COMPANIES)
			list[(*count)++] = id;
	}
	if (step != ACCORD_SQL_DONE)
		r->status = accord_sql_failed(r->store, r->err);
	accord_sql_reset(q);
}

/* The companies that go by a name; false if there are none. */
static bool find(struct resolver *r, accord_slice name, accord_query *q)
{
	int64_t list[MOST_COMPANIES];
	size_t count = 0;
	accord_slice folded = accord_company_fold(r->arena, name);
	if (folded.len)
		collect(r, r->by_name, folded, list, &count);
	if (!count)
		collect(r, r->by_key, name, list, &count);
	accord_slice id = !count && r->alias ? r->alias(r->context, name) : (accord_slice){NULL, 0};
	if (id.len)
		collect(r, r->by_key, id, list, &count);
	if (!count)
		return false;
	q->companies = accord_arena_alloc(r->arena, count * sizeof *list);
	if (!q->companies)
		return false;
	memcpy(q->companies, list, count * sizeof *list);
	q->company_count = count;
	return true;
}

static bool joins(const accord_query *q)
{
	return q->kind == ACCORD_QUERY_COMPANY && q->bare && !q->company_count;
}

/* The words of children[at .. at + n) with blanks between. */
static accord_slice join_words(struct resolver *r, const accord_query *all, size_t at, size_t n)
{
	size_t size = 1, len = 0;
	for (size_t i = 0; i < n; i++)
		size += all->children[at + i]->words.len + 1;
	char *text = accord_arena_alloc(r->arena, size);
	if (!text)
		return (accord_slice){NULL, 0};
	for (size_t i = 0; i < n; i++) {
		accord_slice w = all->children[at + i]->words;
		if (i)
			text[len++] = ' ';
		memcpy(text + len, w.data, w.len);
		len += w.len;
	}
	return (accord_slice){text, len};
}

/* The longest run of bare words from here that is one name; the run becomes its first node. */
static void try_runs(struct resolver *r, accord_query *all, size_t at)
{
	size_t run = 1;
	while (run < LONGEST_RUN && at + run < all->child_count && joins(all->children[at + run]) &&
	       !all->children[at + run]->negated)
		run++;
	for (; run > 1; run--) {
		accord_slice name = join_words(r, all, at, run);
		if (!name.data || !find(r, name, all->children[at]))
			continue;
		all->children[at]->words = name;
		memmove(all->children + at + 1, all->children + at + run,
			(all->child_count - at - run) * sizeof(accord_query *));
		all->child_count -= run - 1;
		return;
	}
}

static void note_unknown(struct resolver *r, accord_slice name)
{
	accord_query_unknown *more = accord_arena_grow(r->arena, r->unknown, r->unknown_count * sizeof *more,
						       (r->unknown_count + 1) * sizeof *more);
	if (!more)
		return;
	r->unknown = more;
	more[r->unknown_count++] = (accord_query_unknown){.name = name};
}

static void resolve_company(struct resolver *r, accord_query *q)
{
	if (q->company_count || find(r, q->words, q))
		return;
	uint32_t type = q->bare ? type_words(q->words) : 0,
		 status = q->bare && !type ? status_words(q->words) : 0;
	if (type || status) {
		q->kind = type ? ACCORD_QUERY_TYPE : ACCORD_QUERY_STATUS;
		q->mask = type | status;
	} else {
		note_unknown(r, q->words);
	}
}

static void resolve(struct resolver *r, accord_query *q)
{
	if (q->kind == ACCORD_QUERY_COMPANY)
		resolve_company(r, q);
	for (size_t i = 0; i < q->child_count && r->status == ACCORD_OK; i++) {
		if (q->kind == ACCORD_QUERY_ALL && joins(q->children[i]))
			try_runs(r, q, i);
		resolve(r, q->children[i]);
	}
}

/* Optimal string alignment distance (neighbours swapped count one), at most `most` + 1; bytes of folded
 * names. */
static int distance(accord_slice a, accord_slice b, int most)
{
	int rows[3][LONGEST_NAME + 1];
	if (a.len > LONGEST_NAME || b.len > LONGEST_NAME || (int)a.len - (int)b.len > most ||
	    (int)b.len - (int)a.len > most)
		return most + 1;
	for (size_t j = 0; j <= b.len; j++)
		rows[0][j] = (int)j;
	for (size_t i = 1; i <= a.len; i++) {
		int *row = rows[i % 3], *up = rows[(i + 2) % 3], *up2 = rows[(i + 1) % 3],
		    least = row[0] = (int)i;
		for (size_t j = 1; j <= b.len; j++) {
			int cost = up[j - 1] + (a.data[i - 1] != b.data[j - 1]);
			if (up[j] + 1 < cost)
				cost = up[j] + 1;
			if (row[j - 1] + 1 < cost)
				cost = row[j - 1] + 1;
			if (i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] &&
			    a.data[i - 2] == b.data[j - 1] && up2[j - 2] + 1 < cost)
				cost = up2[j - 2] + 1;
			row[j] = cost;
			least = cost < least ? cost : least;
		}
		if (least > most)
			return most + 1;
	}
	return rows[a.len % 3][b.len];
}

struct near {
	int distance;
	int64_t deals, company;
	accord_slice name;
};

static int nearer(const struct near *a, const struct near *b)
{
	if (a->distance != b->distance)
		return a->distance - b->distance;
	return a->deals != b->deals ? (a->deals > b->deals ? -1 : 1) : 0;
}

/* All names of the store are gone through: it happens only where nothing was found. */
static void find_near(struct resolver *r, accord_query_unknown *u)
{
	static const char query[] =
		"SELECT n.folded, c.name, c.id FROM company_name n JOIN company c ON c.id = n.company";
	accord_sql *q = accord_sql_prepare_long(r->store, query);
	accord_sql *deals = accord_sql_prepare(r->store, "SELECT coalesce((SELECT deals FROM company_count WHERE company = ?), 0)");
	struct near best[5];
	size_t count = 0;
	accord_slice folded = accord_company_fold(r->arena, u->name);
	int most = folded.len <= 3 ? 1 : folded.len <= 5 ? 1 : 2;
	if (!folded.len || !q || !deals)
		goto out;
	while (accord_sql_step(q) == ACCORD_SQL_ROW) {
		accord_slice known = accord_sql_text(q, 0);
		bool begins = folded.len >= 3 && known.len > folded.len &&
			      !memcmp(known.data, folded.data, folded.len);
		struct near n = {distance(folded, known, most), 0, accord_sql_int(q, 2), {NULL, 0}};
		if (n.distance > most && !begins)
			continue;
		if (begins && n.distance > most)
			n.distance = most + 1;
		accord_sql_reset(deals);
		accord_sql_bind_int(deals, 1, n.company);
		n.deals = accord_sql_step(deals) == ACCORD_SQL_ROW ? accord_sql_int(deals, 0) : 0;
		size_t at = 0;
		for (size_t i = 0; i < count; i++)
			if (best[i].company == n.company)
				goto next;
		while (at < count && nearer(&best[at], &n) <= 0)
			at++;
		if (at == 5)
			continue;
		count += count < 5;
		memmove(best + at + 1, best + at, (count - at - 1) * sizeof *best);
		n.name = accord_slice_copy(r->arena, accord_sql_text(q, 1));
		best[at] = n;
	next:;
	}
	for (size_t i = 0; i < count; i++)
		u->near[u->near_count++] = best[i].name;
out:
	accord_sql_close(q);
	accord_sql_close(deals);
}

accord_status accord_query_resolve(accord_store *store, accord_arena *arena, accord_query *query,
				   accord_query_alias alias, void *context, accord_query_unknown **unknown,
				   size_t *unknown_count, accord_error *err)
{
	struct resolver r = {.store = store,
			     .arena = arena,
			     .alias = alias,
			     .context = context,
			     .err = err};
	r.by_name = accord_sql_prepare(store, "SELECT company FROM company_name WHERE folded = ?");
	r.by_key = accord_sql_prepare(store, "SELECT id FROM company WHERE key = ?");
	if (!r.by_name || !r.by_key)
		r.status = accord_sql_failed(store, err);
	else
		resolve(&r, query);
	accord_sql_close(r.by_name);
	accord_sql_close(r.by_key);
	for (size_t i = 0; i < r.unknown_count && r.status == ACCORD_OK; i++)
		find_near(&r, &r.unknown[i]);
	*unknown = r.unknown;
	*unknown_count = r.unknown_count;
	return r.status;
}

static void add_ids(accord_sql *q, accord_arena *arena, const accord_query *query, accord_slice *ids,
		    size_t room, size_t *count)
{
	if (query->negated)
		return;
	for (size_t i = 0; i < query->company_count && *count < room; i++) {
		accord_sql_reset(q);
		accord_sql_bind_int(q, 1, query->companies[i]);
		if (accord_sql_step(q) == ACCORD_SQL_ROW)
			ids[(*count)++] = accord_sql_copy(arena, q, 0);
	}
	for (size_t i = 0; i < query->child_count; i++)
		add_ids(q, arena, query->children[i], ids, room, count);
}

size_t accord_query_companies(accord_store *store, accord_arena *arena, const accord_query *query,
			      accord_slice *ids, size_t room)
{
	accord_sql *q = NULL;
	size_t count = 0;
	if ((q = accord_sql_prepare(store, "SELECT key FROM company WHERE id = ?")))
		add_ids(q, arena, query, ids, room, &count);
	accord_sql_close(q);
	return count;
}
