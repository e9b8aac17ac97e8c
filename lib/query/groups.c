/* The deals of a query counted by company, type, year or status. */
#include "parser.h"

#include <accord/hash_map.h>
#include <accord/period.h>

#include <stdlib.h>
#include <string.h>

int accord_query_group_from(accord_slice name)
{
	static const char *const names[] = {"company", "type", "year", "status"};
	for (int i = 0; i < (int)(sizeof names / sizeof *names); i++)
		if (accord_slice_is(name, names[i]))
			return i;
	return -1;
}

/*
 * What the store has counted (lib/store/counts.c) answers a query that asks for no more than type and status; the statement has
 * the columns of the others, so that the same code adds it up.
 */
#define KEPT ", e.deals, e.reports, e.first_date, e.last_date, 0 FROM event_count e"
static const char *const kept[] = {
	[ACCORD_GROUP_TYPE] = "SELECT e.type" KEPT,
	[ACCORD_GROUP_YEAR] = "SELECT nullif(e.year, '')" KEPT,
	[ACCORD_GROUP_STATUS] = "SELECT e.status" KEPT,
};

/*
 * SQLite sorts what it groups, which takes most of the time over a large store; so it gives the deals one by one, in the order in
 * which they lie, and they are counted here. PostgreSQL groups by hashes, and its answers come over a wire: it counts itself.
 */
/* The date that begins first or last, in PostgreSQL: the day before it, with as many signs as any. */
#define EDGE(most) "substr(" most "(lpad(CAST(e.date_from + 10000000 AS TEXT), 9, '0') || e.date), 10)"
#define FIGURES                                                                                                  \
	", {1|count(*)}, {e.reports|CAST(sum(e.reports) AS BIGINT)}, {e.date|" EDGE("min") "}, {e.date|" EDGE("max") "}, " \
	"{e.id|0} FROM event e"

static const struct {
	const char *head, *tail;
} selects[] = {
	[ACCORD_GROUP_COMPANY] = {"SELECT p.company" FIGURES
				  " {CROSS JOIN event_party p ON p.event = e.id|JOIN event_party p ON p.event = e.id AND NOT "
				  "EXISTS (SELECT 1 FROM event_party o WHERE o.event = p.event AND o.company = p.company "
				  "AND o.n < p.n)}",
				  "{| GROUP BY p.company}"},
	[ACCORD_GROUP_TYPE] = {"SELECT e.type" FIGURES, "{| GROUP BY e.type}"},
	[ACCORD_GROUP_YEAR] = {"SELECT substr(e.date, 1, 4)" FIGURES, "{| GROUP BY substr(e.date, 1, 4)}"},
	[ACCORD_GROUP_STATUS] = {"SELECT e.status" FIGURES, "{| GROUP BY e.status}"},
};

struct tally {
	accord_found_group figures;
	int64_t company, event; /* the event that was counted last: a company may have two roles in it */
	int64_t first_day, last_day; /* on which the dates begin: "2019" is before "2019-01-02", and both before "2019-Q2" */
};

struct tallies {
	accord_arena *arena;
	accord_hash_map *places; /* of the group's key in `list` */
	struct tally *list;
	size_t count, room;
};

static struct tally *tally_of(struct tallies *t, accord_slice key)
{
	size_t place = accord_hash_map_get(t->places, key.data ? key.data : "", key.len, UINT32_MAX);
	if (place != UINT32_MAX)
		return &t->list[place];
	if (t->count == t->room) {
		size_t more = t->room ? 2 * t->room : 64;
		struct tally *list = accord_arena_grow(t->arena, t->list, t->room * sizeof *list, more * sizeof *list);
		if (!list)
			return NULL;
		t->list = list;
		t->room = more;
	}
	if (!accord_hash_map_set(t->places, key.data ? key.data : "", key.len, (uint32_t)t->count))
		return NULL;
	t->list[t->count] = (struct tally){.event = -1};
	return &t->list[t->count++];
}

static int compare_text(accord_slice a, accord_slice b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int order = n ? memcmp(a.data, b.data, n) : 0;
	return order ? order : (a.len > b.len) - (a.len < b.len);
}

/* Dates seldom move a bound, so few are copied. */
static bool add_dates(accord_arena *arena, struct tally *t, accord_slice first, accord_slice last)
{
	accord_found_group *g = &t->figures;
	accord_period p;
	if (first.len && accord_period_of(first, &p) &&
	    (!g->first.len || p.from < t->first_day || (p.from == t->first_day && compare_text(first, g->first) < 0))) {
		t->first_day = p.from;
		g->first = accord_slice_copy(arena, first);
	}
	if (last.len && accord_period_of(last, &p) &&
	    (!g->last.len || p.from > t->last_day || (p.from == t->last_day && compare_text(last, g->last) > 0))) {
		t->last_day = p.from;
		g->last = accord_slice_copy(arena, last);
	}
	return (!g->first.len || g->first.data) && (!g->last.len || g->last.data);
}

static bool add_row(struct tallies *t, accord_sql *q, accord_query_group group)
{
	int64_t company = group == ACCORD_GROUP_COMPANY ? accord_sql_int(q, 0) : 0, event = accord_sql_int(q, 5);
	accord_slice name = company ? (accord_slice){(const char *)&company, sizeof company} : accord_sql_text(q, 0);
	struct tally *tally = tally_of(t, name);
	if (!tally)
		return false;
	if (event && tally->event == event)
		return true;
	if (tally->event < 0 && !company)
		tally->figures.id = tally->figures.name = name.data ? accord_slice_copy(t->arena, name) : name;
	tally->event = event;
	tally->company = company;
	tally->figures.deals += accord_sql_int(q, 1);
	tally->figures.reports += accord_sql_int(q, 2);
	return add_dates(t->arena, tally, accord_sql_text(q, 3), accord_sql_text(q, 4));
}

static bool name_companies(accord_store *store, struct tallies *t)
{
	accord_sql *q = accord_sql_prepare(store, "SELECT key, name FROM company WHERE id = ?");
	bool good = q != NULL;
	for (size_t i = 0; good && i < t->count; i++) {
		accord_sql_bind_int(q, 1, t->list[i].company);
		good = accord_sql_step(q) == ACCORD_SQL_ROW;
		t->list[i].figures.id = accord_sql_copy(t->arena, q, 0);
		t->list[i].figures.name = accord_sql_copy(t->arena, q, 1);
		accord_sql_reset(q);
	}
	accord_sql_close(q);
	return good;
}

static int by_deals(const void *pa, const void *pb)
{
	const accord_found_group *a = pa, *b = pb;
	if (a->deals != b->deals)
		return a->deals > b->deals ? -1 : 1;
	return compare_text(a->id, b->id);
}

/* The newest first, those without a year last. */
static int by_year(const void *pa, const void *pb)
{
	const accord_found_group *a = pa, *b = pb;
	return compare_text(b->id, a->id);
}

static accord_status count_groups(accord_store *store, struct tallies *t, accord_sql *q, accord_query_group group,
				  accord_error *err)
{
	int step;
	while ((step = accord_sql_step(q)) == ACCORD_SQL_ROW)
		if (!add_row(t, q, group))
			return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	if (step != ACCORD_SQL_DONE || (group == ACCORD_GROUP_COMPANY && !name_companies(store, t)))
		return accord_sql_failed(store, err);
	return ACCORD_OK;
}

/* All companies with all their deals; where only the first are wanted, those that have as many as the last of them too. */
static accord_sql *kept_companies(accord_store *store, size_t limit, accord_error *err)
{
	static const char query[] =
		"SELECT k.company, k.deals, k.reports, k.first_date, k.last_date, 0 FROM company_count k WHERE k.deals > 0 AND "
		"k.deals >= coalesce((SELECT deals FROM company_count ORDER BY deals DESC, company LIMIT 1 OFFSET ?1), 0)";
	accord_sql *q = accord_sql_prepare_long(store, query);
	if (!q)
		accord_sql_failed(store, err);
	accord_sql_bind_int(q, 1, limit ? (int64_t)limit - 1 : INT64_MAX);
	return q;
}

/* The statement that gives the groups, or what has to be counted into them. */
static accord_sql *select_groups(accord_store *store, accord_arena *arena, const accord_query *query,
				 const accord_query_options *options, accord_query_group group, accord_error *err)
{
	accord_query_options all = *options;
	bool counted = query_is_counted(query, options);
	all.limit = 0;
	if (counted && group == ACCORD_GROUP_COMPANY && query_is_everything(query))
		return kept_companies(store, options->limit, err);
	if (counted && group != ACCORD_GROUP_COMPANY)
		return query_select(store, arena, query, &all, kept[group], " AND e.deals > 0", err);
	return query_select(store, arena, query, &all, selects[group].head, selects[group].tail, err);
}

accord_status accord_query_groups(accord_store *store, accord_arena *arena, const accord_query *query,
				  const accord_query_options *options, accord_query_group group,
				  accord_found_group **list, size_t *count, accord_error *err)
{
	accord_sql *q = select_groups(store, arena, query, options, group, err);
	if (!q)
		return err ? err->status : ACCORD_ESTORE;
	struct tallies t = {.arena = arena, .places = accord_hash_map_new()};
	accord_status status = t.places ? count_groups(store, &t, q, group, err)
					: accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	accord_sql_close(q);
	accord_hash_map_free(t.places);
	*list = accord_arena_alloc(arena, (t.count + 1) * sizeof **list);
	if (status != ACCORD_OK)
		return status;
	if (!*list)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	for (size_t i = 0; i < t.count; i++)
		(*list)[i] = t.list[i].figures;
	qsort(*list, t.count, sizeof **list, group == ACCORD_GROUP_YEAR ? by_year : by_deals);
	*count = options->limit && options->limit < t.count ? options->limit : t.count;
	return ACCORD_OK;
}
