/* Companies of the store: how many deals, with whom, what articles call them. */
#include "parser.h"

#include <accord/companies.h>

#include <string.h>

static accord_status read_rows(accord_store *store, accord_arena *arena, accord_sql *q,
			       accord_found_company **list, size_t *count, accord_error *err)
{
	accord_found_company *found = NULL;
	size_t n = 0, room = 0;
	int step;
	while ((step = accord_sql_step(q)) == ACCORD_SQL_ROW) {
		if (n == room) {
			size_t more = room ? 2 * room : 32;
			found = accord_arena_grow(arena, found, room * sizeof *found, more * sizeof *found);
			room = more;
			if (!found) {
				accord_sql_close(q);
				return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
			}
		}
		found[n++] = (accord_found_company){accord_sql_int(q, 0), accord_sql_copy(arena, q, 1),
						    accord_sql_copy(arena, q, 2), accord_sql_int(q, 3),
						    accord_sql_int(q, 4)};
	}
	accord_sql_close(q);
	*list = found;
	*count = n;
	return step == ACCORD_SQL_DONE ? ACCORD_OK : accord_sql_failed(store, err);
}

accord_status accord_companies_find(accord_store *store, accord_arena *arena, accord_slice name, size_t limit,
				    accord_found_company **list, size_t *count, accord_error *err)
{
	static const char all[] = "SELECT c.id, c.key, c.name, deals, articles FROM (SELECT company, deals, articles "
				  "FROM company_count WHERE deals > 0 ORDER BY deals DESC, company LIMIT ?2) AS most "
				  "JOIN company c ON c.id = company WHERE ?1 IS NULL ORDER BY deals DESC, c.key";
	/* An id that is meant, then names that begin with what was asked, the shortest first. */
	static const char named[] =
		"SELECT c.id, c.key, c.name, coalesce(k.deals, 0) AS n, coalesce(k.articles, 0) FROM (SELECT company, min(size) "
		"AS size FROM (SELECT company, length(folded) AS size FROM company_name WHERE folded >= ?1 AND folded < ?1 || "
		"{char|chr}(1114111) UNION ALL SELECT id, 0 FROM company WHERE key = ?3) AS each_name GROUP BY company) AS "
		"found JOIN company c ON c.id = found.company LEFT JOIN company_count k ON k.company = c.id "
		"ORDER BY found.size, n DESC, c.key LIMIT ?2";
	accord_slice folded = name.len ? accord_company_fold(arena, name) : name;
	accord_sql *q = accord_sql_prepare(store, name.len ? named : all);
	if (!q)
		return accord_sql_failed(store, err);
	accord_sql_bind_text(q, 1, name.len ? folded : (accord_slice){NULL, 0});
	if (name.len)
		accord_sql_bind_text(q, 3, name);
	accord_sql_bind_int(q, 2, limit ? (int64_t)limit : INT64_MAX);
	return read_rows(store, arena, q, list, count, err);
}

accord_status accord_companies_partners(accord_store *store, accord_arena *arena, int64_t row, size_t limit,
					accord_found_company **list, size_t *count, accord_error *err)
{
	static const char partners[] = "SELECT c.id, c.key, c.name, count(DISTINCT a.event) AS n, 0 FROM "
				       "event_party a JOIN event_party b ON b.event = a.event "
				       "AND b.company <> a.company JOIN company c ON c.id = b.company WHERE "
				       "a.company = ?1 GROUP BY c.id "
				       "ORDER BY n DESC, c.key LIMIT ?2";
	accord_sql *q = accord_sql_prepare(store, partners);
	if (!q)
		return accord_sql_failed(store, err);
	accord_sql_bind_int(q, 1, row);
	accord_sql_bind_int(q, 2, limit ? (int64_t)limit : INT64_MAX);
	return read_rows(store, arena, q, list, count, err);
}

accord_status accord_companies_names(accord_store *store, accord_arena *arena, int64_t row,
				     accord_slice **names, size_t *count, accord_error *err)
{
	accord_slice *list = accord_arena_calloc(arena, 100, sizeof *list);
	size_t n = 0;
	if (!list)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	accord_sql *q = accord_sql_prepare(store, "SELECT n.name FROM company_name n JOIN company c ON c.id = n.company "
			       "WHERE n.company = ? AND n.name <> c.name ORDER BY n.folded LIMIT 100");
	if (!q)
		return accord_sql_failed(store, err);
	accord_sql_bind_int(q, 1, row);
	while (n < 100 && accord_sql_step(q) == ACCORD_SQL_ROW)
		list[n++] = accord_sql_copy(arena, q, 0);
	accord_sql_close(q);
	*names = list;
	*count = n;
	return ACCORD_OK;
}
