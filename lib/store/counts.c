/*
 * What people ask for as a number, and what a long list is sorted by, is kept rather than counted: deals by type, status and
 * year, what each company has, rows of the large tables. A merge takes the events that it is about to write out of the counts
 * and adds those that it has written; sums of both together touch each count once:
 *
 *   former: d-1 talks 2019, d-2 announced 2019     whole: d-1 announced 2019 (d-2 is one with it)
 *   tally:  talks 2019 -1, announced 2019 -1, announced 2019 +1      talks 2019 -1
 */
#include "internal.h"

#include <accord/period.h>

#include <assert.h>
#include <string.h>

/* Of events `e` in `source`: how many of a kind; and of each company, which counts once where it has two roles. */
#define KINDS(sign, source)                                                                                         \
	"SELECT e.type, e.status, coalesce(substr(e.date, 1, 4), '') AS year, " sign "count(*) AS deals, " sign     \
	"CAST(sum(e.reports) AS BIGINT) AS reports FROM " source " GROUP BY 1, 2, 3"
#define COMPANIES(sign, source)                                                                                    \
	"SELECT p.company, " sign "count(*), " sign "CAST(sum(e.reports) AS BIGINT) FROM " source                  \
	" {CROSS|} JOIN event_party p ON p.event = e.id WHERE NOT EXISTS (SELECT 1 FROM event_party o WHERE "      \
	"o.event = p.event AND {+|}o.company = p.company AND o.n < p.n) GROUP BY p.company"
#define IN(table) table " f {CROSS|} JOIN event e ON e.id = f.event"
#define ARTICLES "SELECT company, count(*) FROM document_company GROUP BY company"
#define ROWS                                                                                           \
	"SELECT 'document' AS name, count(*) AS number FROM document UNION ALL "                       \
	"SELECT 'document_version', count(*) FROM document_version UNION ALL "                         \
	"SELECT 'page', count(*) FROM page UNION ALL SELECT 'deal', count(*) FROM deal UNION ALL "     \
	"SELECT 'company', count(*) FROM company UNION ALL "                                           \
	"SELECT 'page_bytes', CAST(coalesce(sum(size), 0) AS BIGINT) FROM page_body UNION ALL "        \
	"SELECT 'page_bytes_packed', CAST(coalesce(sum(length(packed)), 0) AS BIGINT) FROM page_body"
#define ROWS_THERE "SELECT name, number FROM (" ROWS ") AS r WHERE number <> 0"

/* The dates of a company's deals at one end of them. */
#define COMPANY_DATE(order)                                                                             \
	"(SELECT e.date FROM event_party p JOIN event e ON e.id = p.event WHERE p.company = company_count.company " \
	"AND p.day IS NOT NULL ORDER BY p.day " order " LIMIT 1)"
#define FIRST "{|NULLS FIRST}, e.date"
#define LAST "DESC {|NULLS LAST}, e.date DESC"

/* The same of a kind, ?1 to ?3, whose events begin between ?4 and ?5. */
#define KIND_DATE(order)                                                                                \
	"(SELECT e.date FROM event e {INDEXED BY event_by_type|} WHERE e.type = ?1 AND e.status = ?2 AND "     \
	"substr(e.date, 1, 4) = ?3 AND e.date_from BETWEEN ?4 AND ?5 ORDER BY e.date_from " order " LIMIT 1)"

/* Rows
 * --------------------------------------------------------------------------------------------------------- */

void store_counted(accord_store *store, enum store_count what, int64_t number)
{
	assert(store->in_transaction);
	store->counted[what] += number;
}

void store_forget_counted(accord_store *store)
{
	memset(store->counted, 0, sizeof store->counted);
}

accord_status store_write_counted(accord_store *store, accord_error *err)
{
	static const char *const names[STORE_COUNTS] = {
		[COUNT_DOCUMENT] = "document",     [COUNT_DOCUMENT_VERSION] = "document_version", [COUNT_PAGE] = "page",
		[COUNT_DEAL] = "deal",	           [COUNT_COMPANY] = "company",	[COUNT_PAGE_BYTES] = "page_bytes",
		[COUNT_PAGE_BYTES_PACKED] = "page_bytes_packed"};
	accord_status status = ACCORD_OK;
	for (int i = 0; status == ACCORD_OK && i < STORE_COUNTS; i++)
		if (store->counted[i])
			status = store_run(store, err,
					   "INSERT INTO store_count (name, number) VALUES (?, ?) ON CONFLICT (name) DO UPDATE "
					   "SET number = store_count.number + excluded.number",
					   "ti", names[i], store->counted[i]);
	return status;
}

accord_status store_count_article(accord_store *store, int64_t document, int64_t sign, accord_error *err)
{
	return store_run(store, err,
			 "INSERT INTO company_count (company, deals, reports, articles) SELECT company, 0, 0, ?2 FROM "
			 "document_company WHERE document = ?1 ON CONFLICT (company) DO UPDATE SET articles = "
			 "company_count.articles + excluded.articles",
			 "ii", document, sign);
}

/* Deals
 * -------------------------------------------------------------------------------------------------------- */

static accord_status make_tallies(accord_store *store, accord_error *err)
{
	static const char text[] =
		"CREATE TEMP TABLE IF NOT EXISTS tally_kind (type TEXT COLLATE {BINARY|\"C\"}, status TEXT COLLATE "
		"{BINARY|\"C\"}, year TEXT COLLATE {BINARY|\"C\"}, deals BIGINT, reports BIGINT);"
		"CREATE TEMP TABLE IF NOT EXISTS tally_company (company BIGINT, deals BIGINT, reports BIGINT);"
		"DELETE FROM tally_kind; DELETE FROM tally_company";
	return accord_sql_script(store, text, err);
}

struct kind {
	accord_slice type, status, year;
	int64_t from, to; /* days that its events may begin on; a week of the year may begin in the one before */
};

static accord_status read_kinds(accord_store *store, accord_arena *arena, const char *query, struct kind **list,
				size_t *count, accord_error *err)
{
	size_t room = 0;
	int step;
	accord_sql *q = accord_sql_prepare(store, query);
	*list = NULL;
	*count = 0;
	while (q && (step = accord_sql_step(q)) == ACCORD_SQL_ROW) {
		if (*count == room) {
			size_t more = room ? 2 * room : 64;
			*list = accord_arena_grow(arena, *list, room * sizeof **list, more * sizeof **list);
			room = more;
		}
		if (!*list)
			break;
		accord_period year = {0, -1};
		struct kind *k = &(*list)[(*count)++];
		*k = (struct kind){.type = accord_sql_copy(arena, q, 0), .status = accord_sql_copy(arena, q, 1),
				   .year = accord_sql_copy(arena, q, 2)};
		bool dated = accord_period_of(k->year, &year);
		k->from = year.from - (dated ? 7 : 0);
		k->to = year.to + (dated ? 7 : 0);
	}
	bool good = q && step == ACCORD_SQL_DONE;
	accord_sql_close(q);
	return good ? ACCORD_OK : accord_sql_failed(store, err);
}

static accord_status date_kinds(accord_store *store, accord_error *err)
{
	struct kind *list;
	size_t count;
	accord_arena *arena = accord_arena_new(0);
	if (!arena)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	accord_status status =
		read_kinds(store, arena, "SELECT DISTINCT type, status, year FROM tally_kind", &list, &count, err);
	for (size_t i = 0; status == ACCORD_OK && i < count; i++)
		status = store_run(store, err,
				   "UPDATE event_count SET first_date = " KIND_DATE(", e.date") ", last_date = " KIND_DATE(
					   "DESC, e.date DESC") " WHERE type = ?1 AND status = ?2 AND year = ?3",
				   "sssii", list[i].type, list[i].status, list[i].year, list[i].from, list[i].to);
	accord_arena_free(arena);
	return status;
}

/* The tallies into the counts. A sum of nothing changes nothing, but the dates of what was counted may be others. */
static accord_status add_up(accord_store *store, accord_error *err)
{
	accord_status status = store_run(
		store, err,
		"INSERT INTO event_count (type, status, year, deals, reports) SELECT type, status, year, CAST(sum(deals) AS "
		"BIGINT), CAST(sum(reports) AS BIGINT) FROM tally_kind WHERE true GROUP BY type, status, year HAVING sum(deals) "
		"<> 0 OR sum(reports) <> 0 ON CONFLICT (type, status, year) DO UPDATE SET deals = event_count.deals + "
		"excluded.deals, reports = event_count.reports + excluded.reports",
		"");
	if (status == ACCORD_OK)
		status = store_run(
			store, err,
			"INSERT INTO company_count (company, deals, reports, articles) SELECT company, CAST(sum(deals) AS BIGINT), "
			"CAST(sum(reports) AS BIGINT), 0 FROM tally_company WHERE true GROUP BY company HAVING sum(deals) <> 0 OR "
			"sum(reports) <> 0 ON CONFLICT (company) DO UPDATE SET deals = company_count.deals + excluded.deals, "
			"reports = company_count.reports + excluded.reports",
			"");
	if (status == ACCORD_OK)
		status = store_run(store, err,
				   "UPDATE company_count SET first_date = " COMPANY_DATE(FIRST) ", last_date = " COMPANY_DATE(
					   LAST) " WHERE company IN (SELECT company FROM tally_company)",
				   "");
	return status == ACCORD_OK ? date_kinds(store, err) : status;
}

accord_status store_count_former(accord_store *store, accord_error *err)
{
	accord_status status = make_tallies(store, err);
	if (status == ACCORD_OK)
		status = store_run(store, err, "INSERT INTO tally_kind " KINDS("-", IN("former")), "");
	if (status == ACCORD_OK)
		status = store_run(store, err, "INSERT INTO tally_company " COMPANIES("-", IN("former")), "");
	return status;
}

accord_status store_count_wholes(accord_store *store, accord_error *err)
{
	accord_status status = store_run(store, err, "INSERT INTO tally_kind " KINDS("", IN("whole")), "");
	if (status == ACCORD_OK)
		status = store_run(store, err, "INSERT INTO tally_company " COMPANIES("", IN("whole")), "");
	return status == ACCORD_OK ? add_up(store, err) : status;
}

/* Anew, and whether it is right
 * --------------------------------------------------------------------------------------------------- */

accord_status store_recount(accord_store *store, accord_error *err)
{
	static const char days[] =
		"UPDATE event_party SET day = (SELECT date_from FROM event WHERE id = event_party.event) WHERE day IS "
		"DISTINCT FROM (SELECT date_from FROM event WHERE id = event_party.event)";
	accord_status status = make_tallies(store, err);
	if (status == ACCORD_OK)
		status = accord_sql_script(store, "DELETE FROM event_count; DELETE FROM company_count; DELETE FROM store_count",
					   err);
	if (status == ACCORD_OK)
		status = store_run(store, err, days, "");
	if (status == ACCORD_OK)
		status = store_run(store, err, "INSERT INTO tally_kind " KINDS("", "event e"), "");
	if (status == ACCORD_OK)
		status = store_run(store, err, "INSERT INTO tally_company " COMPANIES("", "event e"), "");
	if (status == ACCORD_OK)
		status = store_run(store, err,
				   "INSERT INTO company_count (company, deals, reports, articles) SELECT company, 0, 0, number FROM "
				   "(SELECT company, count(*) AS number FROM document_company GROUP BY company) AS named",
				   "");
	if (status == ACCORD_OK)
		status = add_up(store, err);
	return status == ACCORD_OK ? store_run(store, err, "INSERT INTO store_count (name, number) " ROWS_THERE, "") : status;
}

/* Rows that one of two queries has and the other has not. */
#define DIFFERENCE(kept, counted)                                                                                 \
	"SELECT count(*) FROM (SELECT * FROM (" kept " EXCEPT " counted ") AS more UNION ALL SELECT * FROM (SELECT * " \
	"FROM (" counted ") AS c EXCEPT " kept ") AS less) AS differs"

static const struct {
	const char *of, *query;
} checks[] = {
	{"deals by type, status and year",
	 DIFFERENCE("SELECT type, status, year, deals, reports FROM event_count WHERE deals <> 0", KINDS("", "event e"))},
	{"deals of companies",
	 DIFFERENCE("SELECT company, deals, reports FROM company_count WHERE deals <> 0", COMPANIES("", "event e"))},
	{"articles about companies",
	 DIFFERENCE("SELECT company, articles FROM company_count WHERE articles <> 0", ARTICLES)},
	{"articles and pages",
	 DIFFERENCE("SELECT name, number FROM store_count WHERE number <> 0", ROWS_THERE)},
	{"days of deals", "SELECT count(*) FROM event_party p JOIN event e ON e.id = p.event WHERE p.day IS DISTINCT FROM e.date_from"},
	{"first and last deals of companies",
	 "SELECT count(*) FROM company_count WHERE first_date IS DISTINCT FROM " COMPANY_DATE(FIRST)
	 " OR last_date IS DISTINCT FROM " COMPANY_DATE(LAST)},
};

static accord_status differs(accord_store *store, const char *of, int64_t rows, accord_error *err)
{
	accord_error_set(err, ACCORD_ESTORE,
			 "the kept numbers of %s are not what counting gives (%lld differ); nothing else is wrong with them: "
			 "'accord store compact' counts anew",
			 of, (long long)rows);
	accord_error_at(err, store->path, 0, 0);
	return ACCORD_ESTORE;
}

static accord_status check_kind_dates(accord_store *store, accord_arena *arena, accord_error *err)
{
	struct kind *list;
	size_t count;
	int64_t wrong = 0;
	accord_status status =
		read_kinds(store, arena, "SELECT type, status, year FROM event_count", &list, &count, err);
	for (size_t i = 0; status == ACCORD_OK && !wrong && i < count; i++)
		status = store_number(store, err, &wrong, 0,
				      "SELECT 1 FROM event_count WHERE type = ?1 AND status = ?2 AND year = ?3 AND (first_date IS "
				      "DISTINCT FROM " KIND_DATE(", e.date") " OR last_date IS DISTINCT FROM " KIND_DATE(
					      "DESC, e.date DESC") ")",
				      "sssii", list[i].type, list[i].status, list[i].year, list[i].from, list[i].to);
	return status == ACCORD_OK && wrong ? differs(store, "first and last deals", wrong, err) : status;
}

static accord_status check_all(accord_store *store, accord_error *err)
{
	accord_status status = ACCORD_OK;
	for (size_t i = 0; status == ACCORD_OK && i < sizeof checks / sizeof *checks; i++) {
		int64_t rows = 0;
		status = store_number(store, err, &rows, 0, checks[i].query, "");
		if (status == ACCORD_OK && rows)
			status = differs(store, checks[i].of, rows, err);
	}
	accord_arena *arena = accord_arena_new(0);
	if (status == ACCORD_OK)
		status = arena ? check_kind_dates(store, arena, err) : accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	accord_arena_free(arena);
	return status;
}

/* All of it as it stands at one moment: others may write meanwhile. */
accord_status store_check_counts(accord_store *store, accord_error *err)
{
	accord_status status = accord_sql_script(store, "{BEGIN|BEGIN ISOLATION LEVEL REPEATABLE READ}", err);
	if (status != ACCORD_OK)
		return status;
	status = check_all(store, err);
	accord_sql_script(store, "ROLLBACK", NULL);
	return status;
}
