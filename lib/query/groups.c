/* The deals of a query counted by company, type, year or status. */
#include "parser.h"

#include <string.h>

int accord_query_group_from(accord_slice name)
{
	static const char *const names[] = {"company", "type", "year", "status"};
	for (int i = 0; i < (int)(sizeof names / sizeof *names); i++)
		if (accord_slice_is(name, names[i]))
			return i;
	return -1;
}

/* The plus keeps the grouping from choosing an index that leads through the rows criss-cross. */
#define FIGURES ", count(*) AS n, CAST(sum(e.reports) AS BIGINT), min(e.date), max(e.date) FROM event e"

static const struct {
	const char *head, *tail;
} selects[] = {
	[ACCORD_GROUP_COMPANY] = {"SELECT c.key, c.name" FIGURES
				  " {CROSS|} JOIN event_party p ON p.event = e.id AND NOT EXISTS "
				  "(SELECT 1 FROM event_party o WHERE o.event = p.event AND o.company = "
				  "p.company AND o.n < p.n) "
				  "{CROSS|} JOIN company c ON c.id = p.company",
				  " GROUP BY {+|}c.id ORDER BY n DESC, c.key"},
	[ACCORD_GROUP_TYPE] = {"SELECT e.type, e.type" FIGURES, " GROUP BY {+|}e.type ORDER BY n DESC, e.type"},
	[ACCORD_GROUP_YEAR] = {"SELECT substr(e.date, 1, 4) AS year, substr(e.date, 1, 4)" FIGURES,
			       " GROUP BY {+|}year ORDER BY year DESC NULLS LAST"},
	[ACCORD_GROUP_STATUS] = {"SELECT e.status, e.status" FIGURES,
				 " GROUP BY {+|}e.status ORDER BY n DESC, e.status"},
};

accord_status accord_query_groups(accord_store *store, accord_arena *arena, const accord_query *query,
				  const accord_query_options *options, accord_query_group group,
				  accord_found_group **list, size_t *count, accord_error *err)
{
	accord_sql *q =
		query_select(store, arena, query, options, selects[group].head, selects[group].tail, err);
	accord_found_group *found = NULL;
	size_t n = 0, room = 0;
	int step;
	if (!q)
		return err ? err->status : ACCORD_ESTORE;
	while ((step = accord_sql_step(q)) == ACCORD_SQL_ROW) {
		if (n == room) {
			size_t more = room ? 2 * room : 64;
			found = accord_arena_grow(arena, found, room * sizeof *found, more * sizeof *found);
			room = more;
			if (!found)
				break;
		}
		found[n++] = (accord_found_group){accord_sql_copy(arena, q, 0),  accord_sql_copy(arena, q, 1),
						  accord_sql_int(q, 2), accord_sql_int(q, 3),
						  accord_sql_copy(arena, q, 4),  accord_sql_copy(arena, q, 5)};
	}
	accord_sql_close(q);
	if (n && !found)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	*list = found;
	*count = n;
	return step == ACCORD_SQL_DONE ? ACCORD_OK : accord_sql_failed(store, err);
}
