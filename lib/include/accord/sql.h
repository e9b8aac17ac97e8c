/**
 * @file sql.h
 * Statements on a store, whichever database is behind it: prepare, bind, step, read columns, as SQLite has it.
 *
 *     accord_sql *q = accord_sql_prepare(store, "SELECT key, stored FROM document WHERE site = ?");
 *     accord_sql_bind_text(q, 1, site);
 *     while (accord_sql_step(q) == ACCORD_SQL_ROW)
 *         …accord_sql_text(q, 0), accord_sql_int(q, 1)…
 *     accord_sql_close(q);
 *
 * Parameters are `?`, or `?1`, `?2` … where one stands twice. SQL is written so that SQLite and PostgreSQL take
 * it alike: ON CONFLICT, RETURNING, coalesce, CASE, IS NOT DISTINCT FROM, NULLS FIRST and LAST with every
 * order of what may be null, conditions compared (`fresh = 1`), a name for each SELECT in a FROM. Where they
 * differ, the two ways stand side by side, SQLite's first: `{max|greatest}(a, b)`. All functions take NULL for the statement, so that a chain needs one test at
 * its end. A statement belongs to its store's thread and must be closed before the store is.
 */
#ifndef ACCORD_SQL_H
#define ACCORD_SQL_H

#include <accord/store.h>

typedef struct accord_sql accord_sql;

typedef enum accord_sql_step_result {
	ACCORD_SQL_FAILED = -1, /**< accord_sql_failed has the sentence; of a NULL statement, too */
	ACCORD_SQL_DONE,
	ACCORD_SQL_ROW
} accord_sql_step_result;

/** Whether articles have the words of a full-text expression: quoted phrases (a star behind one makes its last
 * word a beginning), AND, OR, NOT, brackets. For queries FROM article_text. */
#define ACCORD_SQL_MATCH(place)                                                                              \
	"{article_text MATCH " place "|article_text.words @@ CAST(" place " AS tsquery)}"
/** What such a query is ordered by to have the most telling first. */
#define ACCORD_SQL_RANK(place)                                                                               \
	"{article_text.rank|ts_rank_cd(article_text.words, CAST(" place " AS tsquery), 1) DESC, "  \
	"article_text.rowid}"
/** The items of a JSON list, as rows with the one column `value`, text in PostgreSQL. */
#define ACCORD_SQL_LIST(place)                                                                               \
	"{json_each(" place ")|json_array_elements_text(CAST(" place " AS json)) AS list (value)}"

/** @return NULL if the text is no SQL that the database takes, or without memory */
accord_sql *accord_sql_prepare(accord_store *store, const char *text);
/** A SELECT whose answer may be longer than memory: it is taken in pieces. */
accord_sql *accord_sql_prepare_long(accord_store *store, const char *text);
void accord_sql_close(accord_sql *statement);
/** Back to before its first row; what was bound stays. */
void accord_sql_reset(accord_sql *statement);

/** Values by their place, from 1; copied. A place that was never bound is null. */
void accord_sql_bind_int(accord_sql *statement, int at, int64_t value);
void accord_sql_bind_real(accord_sql *statement, int at, double value);
/** The unknown slice is null. */
void accord_sql_bind_text(accord_sql *statement, int at, accord_slice value);
void accord_sql_bind_blob(accord_sql *statement, int at, accord_slice value);
void accord_sql_bind_null(accord_sql *statement, int at);

accord_sql_step_result accord_sql_step(accord_sql *statement);

/** Columns of the row at hand, from 0. Null is 0. */
int64_t accord_sql_int(accord_sql *statement, int column);
double accord_sql_real(accord_sql *statement, int column);
bool accord_sql_is_null(accord_sql *statement, int column);
/** Text or bytes, valid until the next step or reset; text has a NUL behind it. Null is the unknown slice. */
accord_slice accord_sql_text(accord_sql *statement, int column);
accord_slice accord_sql_blob(accord_sql *statement, int column);
/** The same in the arena; the unknown slice without memory. */
accord_slice accord_sql_copy(accord_arena *arena, accord_sql *statement, int column);

/** Rows that the last INSERT, UPDATE or DELETE of this store touched. */
int64_t accord_sql_changes(accord_store *store);
/** Run statements that take no values and give no rows, separated by semicolons. */
accord_status accord_sql_script(accord_store *store, const char *text, accord_error *err);
/** Fill `err` with the sentence for the last failure. @return ACCORD_ESTORE or ACCORD_ENOMEM */
accord_status accord_sql_failed(accord_store *store, accord_error *err);
/** A number that changes when another connection has written to the store; -1 on failure. */
int64_t accord_sql_serial(accord_store *store);

#endif
