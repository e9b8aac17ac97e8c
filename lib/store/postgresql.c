/*
 * The PostgreSQL driver, over libpq. A statement is sent with its first step and its whole answer taken then, so
 * that statements may be at work within each other as in SQLite; parameters go as text, columns come binary. In a
 * transaction, what gives no rows is sent without waiting for its answer (a pipeline): the next statement that has an
 * answer brings theirs along, and what one of them refused is told then. So a document costs a third of the round trips.
 * Whoever writes documents holds an advisory lock until the end of the transaction: writers take turns, as they
 * do on a file, and so no two can wait for each other. Claims (queue.c, feeds.c) take rows that nobody else has.
 */
#include "postgresql.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST_PENDING 64
#define PIECE 500 /* rows of a long answer that are in memory */
#define TRIES 6 /* of a statement that got into another's way */

/* Types of the catalogue (pg_type.dat). */
enum { BOOL = 16, BYTEA = 17, INT8 = 20, INT2 = 21, INT4 = 23, TEXT = 25, FLOAT8 = 701 };

/* What stands behind a place: CAST(? AS tsvector) takes a text, CAST(? AS tsquery) an expression of words. */
enum place_kind { PLAIN, VECTOR, QUERY };

struct place {
	Oid type;
	enum place_kind kind;
	char *value;
	size_t len, room;
	bool bound;
};

struct postgresql_sql {
	accord_sql base;
	char *text; /* with $1, $2 … */
	char name[16]; /* "" if it is run once */
	bool prepared;
	struct place *places;
	int place_count, place_room;
	/* As libpq wants them: one array each. */
	const char **values;
	int *lengths, *formats;
	Oid *types;
	PGresult *result;
	int row;
	bool in_pieces, open; /* through a cursor of `name`; whether that is open */
};

static struct connection *connection_of(accord_store *store)
{
	return store->connection;
}

static struct postgresql_sql *ours(accord_sql *sql)
{
	return (struct postgresql_sql *)sql;
}

/* Statements
 * ---------------------------------------------------------------------------------------------------- */

static bool make_place(struct postgresql_sql *sql, int n)
{
	if (n > MOST_PLACES)
		return false;
	if (n > sql->place_room) {
		int room = n > 2 * sql->place_room ? n : 2 * sql->place_room;
		struct place *grown = realloc(sql->places, (size_t)room * sizeof *grown);
		if (!grown)
			return false;
		memset(grown + sql->place_room, 0, (size_t)(room - sql->place_room) * sizeof *grown);
		sql->places = grown;
		sql->place_room = room;
	}
	sql->place_count = n > sql->place_count ? n : sql->place_count;
	return true;
}

static bool make_arrays(struct postgresql_sql *sql)
{
	size_t n = (size_t)sql->place_count + 1;
	sql->values = calloc(n, sizeof *sql->values);
	sql->lengths = calloc(n, sizeof *sql->lengths);
	sql->formats = calloc(n, sizeof *sql->formats);
	sql->types = calloc(n, sizeof *sql->types);
	return sql->values && sql->lengths && sql->formats && sql->types;
}

/* `?` and `?3` become $1 and $3, outside of quotes; what they are cast to is noted. */
static bool number_places(struct postgresql_sql *sql, const char *text, accord_buffer *out)
{
	char quote = '\0';
	int next = 1;
	for (; *text; text++) {
		if (quote || *text != '?') {
			quote = quote ? (*text == quote ? '\0' : quote) : *text == '\'' || *text == '"' ? *text : '\0';
			accord_buffer_append_char(out, *text);
			continue;
		}
		int n = 0;
		while (text[1] >= '0' && text[1] <= '9' && n < MOST_PLACES)
			n = 10 * n + (*++text - '0');
		n = n ? n : next;
		if (!make_place(sql, n))
			return false;
		next = n + 1;
		if (!strncmp(text + 1, " AS tsvector", 12))
			sql->places[n - 1].kind = VECTOR;
		if (!strncmp(text + 1, " AS tsquery", 11))
			sql->places[n - 1].kind = QUERY;
		accord_buffer_append_format(out, "$%d", n);
	}
	return !out->failed;
}

static void close_cursor(struct postgresql_sql *sql)
{
	char text[40];
	snprintf(text, sizeof text, "CLOSE %s", sql->name);
	postgresql_settle(sql->base.store);
	PQclear(PQexec(connection_of(sql->base.store)->pg, text));
	sql->open = false;
}

static void reset(accord_sql *sql)
{
	if (ours(sql)->open)
		close_cursor(ours(sql));
	PQclear(ours(sql)->result);
	ours(sql)->result = NULL;
	ours(sql)->row = -1;
}

static void finish(accord_sql *sql)
{
	reset(sql);
	for (int i = 0; i < ours(sql)->place_count; i++)
		free(ours(sql)->places[i].value);
	free(ours(sql)->places);
	free(ours(sql)->values);
	free(ours(sql)->lengths);
	free(ours(sql)->formats);
	free(ours(sql)->types);
	free(ours(sql)->text);
	free(sql);
}

static accord_sql *prepare(accord_store *store, const char *text, enum statement_use use)
{
	struct postgresql_sql *sql = calloc(1, sizeof *sql);
	char *dialect = store_dialect(text, true);
	accord_buffer out;
	accord_buffer_init(&out, (size_t)2 << 20);
	bool good = sql && dialect && number_places(sql, dialect, &out) && out.data && make_arrays(sql);
	free(dialect);
	if (sql) {
		sql->base = (accord_sql){&store_postgresql, store};
		sql->text = out.data;
	}
	if (!good) {
		if (sql)
			finish(&sql->base);
		return NULL;
	}
	sql->in_pieces = use == STATEMENT_LONG;
	if (use != STATEMENT_ONCE)
		snprintf(sql->name, sizeof sql->name, "a%u", ++connection_of(store)->names);
	return &sql->base;
}

static void unbind(accord_sql *sql)
{
	reset(sql);
	for (int i = 0; i < ours(sql)->place_count; i++)
		ours(sql)->places[i].bound = false;
}

/* Room for a value of `len` bytes and a NUL; NULL if there is none, or no such place. */
static char *room_for(accord_sql *sql, int at, Oid type, size_t len)
{
	if (at < 1 || at > ours(sql)->place_count)
		return NULL;
	struct place *p = &ours(sql)->places[at - 1];
	p->type = type;
	p->bound = false;
	if (len + 1 > p->room) {
		char *grown = realloc(p->value, len + 1);
		if (!grown)
			return NULL;
		p->value = grown;
		p->room = len + 1;
	}
	p->len = len;
	p->bound = true;
	p->value[len] = '\0';
	return p->value;
}

static void bind_int(accord_sql *sql, int at, int64_t value)
{
	char *out = room_for(sql, at, INT8, 24);
	if (out)
		snprintf(out, 24, "%lld", (long long)value);
}

static void bind_real(accord_sql *sql, int at, double value)
{
	char *out = room_for(sql, at, FLOAT8, 40);
	if (out)
		snprintf(out, 40, "%.17g", value);
}

static void bind_clean(accord_sql *sql, int at, accord_slice value)
{
	accord_buffer out;
	accord_buffer_init(&out, (size_t)1 << 30);
	store_clean(value, &out);
	char *to = room_for(sql, at, TEXT, out.len);
	if (to && out.len)
		memcpy(to, out.data, out.len);
	accord_buffer_free(&out);
}

static void bind_null(accord_sql *sql, int at)
{
	if (at >= 1 && at <= ours(sql)->place_count)
		ours(sql)->places[at - 1].bound = false;
}

static void bind_text(accord_sql *sql, int at, accord_slice value, bool blob)
{
	accord_buffer words;
	if (at < 1 || at > ours(sql)->place_count)
		return;
	struct place *p = &ours(sql)->places[at - 1];
	p->type = blob ? BYTEA : TEXT;
	p->bound = false;
	if (p->kind != PLAIN) {
		accord_buffer_init(&words, (size_t)16 << 20);
		if (p->kind == VECTOR)
			postgresql_vector(value, &words);
		else if (value.data)
			postgresql_query(value, &words);
		char *to = value.data || p->kind == VECTOR ? room_for(sql, at, TEXT, words.len) : NULL;
		if (to && words.len)
			memcpy(to, words.data, words.len);
		accord_buffer_free(&words);
	} else if (value.data && !blob && !store_is_clean(value)) {
		bind_clean(sql, at, value);
	} else if (value.data) {
		char *to = room_for(sql, at, p->type, value.len);
		if (to && value.len)
			memcpy(to, value.data, value.len);
	}
}

static void fill_arrays(struct postgresql_sql *sql)
{
	for (int i = 0; i < sql->place_count; i++) {
		const struct place *p = &sql->places[i];
		sql->values[i] = p->bound ? p->value : NULL;
		sql->lengths[i] = (int)p->len;
		sql->formats[i] = p->type == BYTEA;
		sql->types[i] = p->type;
	}
}

/* Whether a result is a good one; if not, it is noted. */
static bool is_good(struct postgresql_sql *sql, const PGresult *result)
{
	ExecStatusType status = PQresultStatus(result);
	bool good = status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
	if (!good)
		postgresql_note(sql->base.store, result);
	return good;
}

static PGresult *run_text(struct postgresql_sql *sql, const char *text)
{
	return PQexecParams(connection_of(sql->base.store)->pg, text, sql->place_count, sql->types, sql->values,
			    sql->lengths, sql->formats, 1);
}

/* A long answer comes through a cursor; one that no transaction holds is kept by the server until it is read. */
static bool open_cursor(struct postgresql_sql *sql)
{
	struct connection *c = connection_of(sql->base.store);
	accord_buffer text;
	accord_buffer_init(&text, (size_t)2 << 20);
	accord_buffer_append_format(&text, "DECLARE %s NO SCROLL CURSOR %sFOR %s", sql->name,
				    PQtransactionStatus(c->pg) == PQTRANS_IDLE ? "WITH HOLD " : "", sql->text);
	PGresult *made = text.failed ? NULL : run_text(sql, text.data);
	accord_buffer_free(&text);
	sql->open = is_good(sql, made);
	PQclear(made);
	return sql->open;
}

static PGresult *next_piece(struct postgresql_sql *sql)
{
	char text[60];
	snprintf(text, sizeof text, "FETCH %d FROM %s", PIECE, sql->name);
	return PQexecParams(connection_of(sql->base.store)->pg, text, 0, NULL, NULL, NULL, NULL, 1);
}

static bool send_kept(struct postgresql_sql *sql)
{
	struct connection *c = connection_of(sql->base.store);
	bool good = PQpipelineStatus(c->pg) != PQ_PIPELINE_OFF || PQenterPipelineMode(c->pg);
	good = good && PQsendQueryPrepared(c->pg, sql->name, sql->place_count, sql->values, sql->lengths, sql->formats, 1);
	if (good)
		c->pending++;
	else
		postgresql_note(sql->base.store, NULL);
	return good;
}

static bool prepare_kept(struct postgresql_sql *sql)
{
	PGconn *pg = connection_of(sql->base.store)->pg;
	if (sql->prepared)
		return true;
	if (!postgresql_settle(sql->base.store))
		return false;
	PGresult *made = PQprepare(pg, sql->name, sql->text, sql->place_count, sql->types);
	sql->prepared = is_good(sql, made);
	PQclear(made);
	return sql->prepared;
}

/* Its answer comes behind those of what is pending. */
static PGresult *run_kept(struct postgresql_sql *sql)
{
	PGconn *pg = connection_of(sql->base.store)->pg;
	if (connection_of(sql->base.store)->pending)
		return send_kept(sql) ? postgresql_take_answers(sql->base.store) : NULL;
	PGresult *result = PQexecPrepared(pg, sql->name, sql->place_count, sql->values, sql->lengths, sql->formats, 1);
	if (is_good(sql, result))
		return result;
	PQclear(result);
	return NULL;
}

static PGresult *run_otherwise(struct postgresql_sql *sql)
{
	if (!postgresql_settle(sql->base.store) || (sql->in_pieces && !open_cursor(sql)))
		return NULL;
	PGresult *result = sql->in_pieces ? next_piece(sql) : run_text(sql, sql->text);
	if (is_good(sql, result))
		return result;
	PQclear(result);
	return NULL;
}

/* Send it, and take the answer, or the first piece of it; true if it is a good one. */
static bool send(struct postgresql_sql *sql)
{
	fill_arrays(sql);
	if (sql->in_pieces || !sql->name[0])
		sql->result = run_otherwise(sql);
	else
		sql->result = prepare_kept(sql) ? run_kept(sql) : NULL;
	if (!sql->result) {
		reset(&sql->base);
		return false;
	}
	const char *touched = PQcmdTuples(sql->result);
	connection_of(sql->base.store)->changes = touched && *touched ? strtoll(touched, NULL, 10) : 0;
	return true;
}

static bool may_repeat(const accord_store *store, const struct connection *c)
{
	return !store->in_transaction && (!strcmp(c->state, "40001") || !strcmp(c->state, "40P01"));
}

static accord_sql_step_result step(accord_sql *base)
{
	struct postgresql_sql *sql = ours(base);
	struct connection *c = connection_of(base->store);
	for (int tried = 1; !sql->result; tried++) {
		sql->row = -1;
		if (send(sql))
			break;
		if (tried == TRIES || !may_repeat(base->store, c))
			return ACCORD_SQL_FAILED;
		nanosleep(&(struct timespec){0, 20000000L * tried}, NULL);
	}
	if (++sql->row < PQntuples(sql->result))
		return ACCORD_SQL_ROW;
	if (sql->in_pieces && PQntuples(sql->result) == PIECE) {
		bool settled = postgresql_settle(base->store);
		PQclear(sql->result);
		sql->result = settled ? next_piece(sql) : NULL;
		sql->row = 0;
		if (!settled || !is_good(sql, sql->result)) {
			reset(base);
			return ACCORD_SQL_FAILED;
		}
		if (PQntuples(sql->result))
			return ACCORD_SQL_ROW;
	}
	reset(base);
	return ACCORD_SQL_DONE;
}

static accord_status run(accord_sql *base, accord_error *err)
{
	struct postgresql_sql *sql = ours(base);
	bool good;
	if (base->store->in_transaction && sql->prepared) {
		fill_arrays(sql);
		good = send_kept(sql) && (connection_of(base->store)->pending < MOST_PENDING || postgresql_settle(base->store));
	} else {
		good = step(base) != ACCORD_SQL_FAILED;
		reset(base);
	}
	return good ? ACCORD_OK : postgresql_failed(base->store, err);
}

static uint64_t big_endian(const char *bytes, int len)
{
	uint64_t n = 0;
	for (int i = 0; i < len; i++)
		n = n << 8 | (unsigned char)bytes[i];
	return n;
}

static bool is_null(accord_sql *sql, int column)
{
	return PQgetisnull(ours(sql)->result, ours(sql)->row, column);
}

static double get_real(accord_sql *base, int column)
{
	struct postgresql_sql *sql = ours(base);
	double real;
	if (PQftype(sql->result, column) != FLOAT8)
		return (double)base->driver->get_int(base, column);
	if (is_null(base, column))
		return 0;
	uint64_t bits = big_endian(PQgetvalue(sql->result, sql->row, column), 8);
	memcpy(&real, &bits, sizeof real);
	return real;
}

static int64_t get_int(accord_sql *base, int column)
{
	struct postgresql_sql *sql = ours(base);
	if (is_null(base, column))
		return 0;
	const char *value = PQgetvalue(sql->result, sql->row, column);
	switch (PQftype(sql->result, column)) {
	case BOOL:
		return *value != 0;
	case INT2:
		return (int16_t)big_endian(value, 2);
	case INT4:
		return (int32_t)big_endian(value, 4);
	case INT8:
		return (int64_t)big_endian(value, 8);
	case FLOAT8:
		return (int64_t)get_real(base, column);
	default:
		return strtoll(value, NULL, 10);
	}
}

static accord_slice get_text(accord_sql *base, int column, bool blob)
{
	struct postgresql_sql *sql = ours(base);
	(void)blob;
	if (is_null(base, column))
		return (accord_slice){NULL, 0};
	return (accord_slice){PQgetvalue(sql->result, sql->row, column),
			      (size_t)PQgetlength(sql->result, sql->row, column)};
}

static int64_t changes(accord_store *store)
{
	postgresql_settle(store);
	return connection_of(store)->changes;
}

static accord_status script(accord_store *store, const char *text, accord_error *err)
{
	if (!postgresql_settle(store))
		return postgresql_failed(store, err);
	char *dialect = store_dialect(text, true);
	if (!dialect)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	PGresult *result = PQexec(connection_of(store)->pg, dialect);
	free(dialect);
	ExecStatusType status = PQresultStatus(result);
	bool good = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
	if (!good)
		postgresql_note(store, result);
	PQclear(result);
	return good ? ACCORD_OK : postgresql_failed(store, err);
}

static int64_t serial(accord_store *store)
{
	int64_t last = -1;
	store_number(store, NULL, &last, 0, "SELECT max(changed) FROM event", "");
	return last;
}

/* Transactions
 * -------------------------------------------------------------------------------------------------- */

static accord_status begin(accord_store *store, bool turn, accord_error *err)
{
	accord_status status = script(store, turn ? "BEGIN; " POSTGRESQL_TURN : "BEGIN", err);
	if (status != ACCORD_OK)
		PQclear(PQexec(connection_of(store)->pg, "ROLLBACK"));
	return status;
}

/* COMMIT of a transaction that has failed is answered by ROLLBACK, and no error. */
static accord_status commit(accord_store *store, accord_error *err)
{
	struct connection *c = connection_of(store);
	if (!postgresql_settle(store))
		return postgresql_failed(store, err);
	bool broken = PQtransactionStatus(c->pg) == PQTRANS_INERROR;
	accord_status status = script(store, "COMMIT", err);
	return status == ACCORD_OK && broken ? postgresql_failed(store, err) : status;
}

static void rollback(accord_store *store)
{
	struct connection *c = connection_of(store);
	postgresql_settle(store);
	PGTransactionStatusType status = PQtransactionStatus(c->pg);
	if (status == PQTRANS_INTRANS || status == PQTRANS_INERROR)
		PQclear(PQexec(c->pg, "ROLLBACK"));
}

const struct driver store_postgresql = {
	.shared = true,
	.open = postgresql_open,
	.close = postgresql_close,
	.prepare = prepare,
	.finish = finish,
	.reset = reset,
	.unbind = unbind,
	.bind_int = bind_int,
	.bind_real = bind_real,
	.bind_text = bind_text,
	.bind_null = bind_null,
	.step = step,
	.run = run,
	.get_int = get_int,
	.get_real = get_real,
	.is_null = is_null,
	.get_text = get_text,
	.changes = changes,
	.script = script,
	.failed = postgresql_failed,
	.serial = serial,
	.begin = begin,
	.commit = commit,
	.rollback = rollback,
	.check = postgresql_check,
	.backup = postgresql_backup,
	.compact = postgresql_compact,
	.size = postgresql_size,
};
