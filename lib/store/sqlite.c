/*
 * The SQLite driver. Opening a file: making it, bringing an older one up to date, refusing what is newer or no
 * store at all. Write-ahead logging lets readers read while one writes; synchronous FULL makes a commit
 * survive a power cut.
 */
#include "internal.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* An empty file gets the newest schema at once; migrations[v] leads from version v to v + 1, all in one
 * transaction after a backup. */
extern const char accord_store_schema[], accord_store_migrate_1[], accord_store_migrate_2[], accord_store_migrate_3[];
static const char *const migrations[STORE_VERSION] = {[1] = accord_store_migrate_1, [2] = accord_store_migrate_2,
						      [3] = accord_store_migrate_3};

#define BUSY_MILLISECONDS 60000

static const char no_store_yet[] = "there is no store yet: 'accord import' or 'accord fetch' makes it";

struct sqlite_sql {
	accord_sql base;
	sqlite3_stmt *statement;
};

/* Statements
 * ---------------------------------------------------------------------------------------------------- */

static sqlite3 *database(accord_store *store)
{
	return store->connection;
}

static sqlite3_stmt *statement_of(accord_sql *sql)
{
	return ((struct sqlite_sql *)sql)->statement;
}

static accord_status failed(accord_store *store, accord_error *err)
{
	const char *sentence = NULL;
	switch (sqlite3_errcode(database(store))) {
	case SQLITE_FULL:
		sentence = "the disk is full; nothing that was stored is lost: make room and run the same "
			   "command again";
		break;
	case SQLITE_READONLY:
	case SQLITE_PERM:
		sentence = "the store cannot be written: it, or its folder, is read-only for this user";
		break;
	case SQLITE_CANTOPEN:
		sentence = "the store cannot be opened: check that its folder exists and may be read and "
			   "written";
		break;
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		sentence = "another accord has been writing for over a minute; run the command again when it "
			   "is done";
		break;
	case SQLITE_NOTADB:
		sentence = "this file is no accord store";
		break;
	case SQLITE_CORRUPT:
		sentence = "the store is damaged; keep the file, and see what 'accord store check' says";
		break;
	case SQLITE_NOMEM:
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	default:
		break;
	}
	if (sentence)
		accord_error_set(err, ACCORD_ESTORE, "%s", sentence);
	else
		accord_error_set(err, ACCORD_ESTORE, "the store refused: %s", sqlite3_errmsg(database(store)));
	accord_error_at(err, store->path, 0, 0);
	return ACCORD_ESTORE;
}

static accord_sql *prepare(accord_store *store, const char *text, enum statement_use use)
{
	struct sqlite_sql *sql = calloc(1, sizeof *sql);
	char *ours = store_dialect(text, false);
	bool good = sql && ours &&
		    sqlite3_prepare_v3(database(store), ours, -1, use == STATEMENT_KEPT ? SQLITE_PREPARE_PERSISTENT : 0,
				       &sql->statement, NULL) == SQLITE_OK;
	free(ours);
	if (!good) {
		free(sql);
		return NULL;
	}
	sql->base = (accord_sql){&store_sqlite, store};
	return &sql->base;
}

static void finish(accord_sql *sql)
{
	sqlite3_finalize(statement_of(sql));
	free(sql);
}

static void reset(accord_sql *sql)
{
	sqlite3_reset(statement_of(sql));
}

static void unbind(accord_sql *sql)
{
	sqlite3_reset(statement_of(sql));
	sqlite3_clear_bindings(statement_of(sql));
}

static void bind_int(accord_sql *sql, int at, int64_t value)
{
	sqlite3_bind_int64(statement_of(sql), at, value);
}

static void bind_real(accord_sql *sql, int at, double value)
{
	sqlite3_bind_double(statement_of(sql), at, value);
}

static void bind_text(accord_sql *sql, int at, accord_slice value, bool blob)
{
	if (!value.data)
		sqlite3_bind_null(statement_of(sql), at);
	else if (blob)
		sqlite3_bind_blob64(statement_of(sql), at, value.data, value.len, SQLITE_TRANSIENT);
	else
		sqlite3_bind_text64(statement_of(sql), at, value.data, value.len, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static void bind_null(accord_sql *sql, int at)
{
	sqlite3_bind_null(statement_of(sql), at);
}

static accord_sql_step_result step(accord_sql *sql)
{
	int result = sqlite3_step(statement_of(sql));
	return result == SQLITE_ROW ? ACCORD_SQL_ROW : result == SQLITE_DONE ? ACCORD_SQL_DONE : ACCORD_SQL_FAILED;
}

static accord_status run(accord_sql *sql, accord_error *err)
{
	accord_status status = step(sql) == ACCORD_SQL_FAILED ? failed(sql->store, err) : ACCORD_OK;
	reset(sql);
	return status;
}

static int64_t get_int(accord_sql *sql, int column)
{
	return sqlite3_column_int64(statement_of(sql), column);
}

static double get_real(accord_sql *sql, int column)
{
	return sqlite3_column_double(statement_of(sql), column);
}

static bool is_null(accord_sql *sql, int column)
{
	return sqlite3_column_type(statement_of(sql), column) == SQLITE_NULL;
}

static accord_slice get_text(accord_sql *sql, int column, bool blob)
{
	sqlite3_stmt *q = statement_of(sql);
	const void *bytes = blob ? sqlite3_column_blob(q, column) : sqlite3_column_text(q, column);
	size_t len = (size_t)sqlite3_column_bytes(q, column);
	if (!bytes)
		return sqlite3_column_type(q, column) == SQLITE_NULL ? (accord_slice){NULL, 0} : (accord_slice){"", 0};
	return (accord_slice){bytes, len};
}

static int64_t changes(accord_store *store)
{
	return sqlite3_changes(database(store));
}

static accord_status script(accord_store *store, const char *text, accord_error *err)
{
	char *ours = store_dialect(text, false);
	if (!ours)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	int result = sqlite3_exec(database(store), ours, NULL, NULL, NULL);
	free(ours);
	return result == SQLITE_OK ? ACCORD_OK : failed(store, err);
}

static int64_t serial(accord_store *store)
{
	int64_t version = -1;
	store_number(store, NULL, &version, -1, "PRAGMA data_version", "");
	return version;
}

static accord_status begin(accord_store *store, bool turn, accord_error *err)
{
	(void)turn; /* a file has one writer in any case */
	return store_run(store, err, "BEGIN IMMEDIATE", "");
}

static accord_status commit(accord_store *store, accord_error *err)
{
	return store_run(store, err, "COMMIT", "");
}

static void rollback(accord_store *store)
{
	if (!sqlite3_get_autocommit(database(store)))
		store_run(store, NULL, "ROLLBACK", "");
}

/* Opening
 * ------------------------------------------------------------------------------------------------------- */

static void make_folders(const char *path)
{
	char *copy = strdup(path);
	for (char *p = copy ? copy + 1 : NULL; p && (p = strchr(p, '/')); *p++ = '/') {
		*p = '\0';
		if (mkdir(copy, 0700) != 0 && errno != EEXIST)
			break; /* opening says what is wrong */
	}
	free(copy);
}

/* What a hostile database file could do by views, triggers or a damaged page is switched off. */
static accord_status configure(accord_store *store, accord_error *err)
{
	sqlite3_extended_result_codes(database(store), 0);
	sqlite3_busy_timeout(database(store), BUSY_MILLISECONDS);
	sqlite3_db_config(database(store), SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(database(store), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(database(store), SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	accord_status status = script(store,
				      "PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON;"
				      "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;"
				      "PRAGMA mmap_size = 268435456",
				      err);
	if (status == ACCORD_OK && store->writable)
		status = script(store,
				"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
				"PRAGMA wal_autocheckpoint = 4000",
				err);
	return status;
}

static accord_status refuse(accord_store *store, accord_error *err, const char *sentence, int64_t version)
{
	if (version)
		accord_error_set(err, ACCORD_ESTORE, sentence, version, STORE_VERSION);
	else
		accord_error_set(err, ACCORD_ESTORE, "%s", sentence);
	accord_error_at(err, store->path, 0, 0);
	return ACCORD_ESTORE;
}

static accord_status read_version(accord_store *store, int64_t *version, bool *empty, accord_error *err)
{
	int64_t application = 0, tables = 0;
	accord_status status = store_number(store, err, version, 0, "PRAGMA user_version", "");
	if (status == ACCORD_OK)
		status = store_number(store, err, &application, 0, "PRAGMA application_id", "");
	if (status == ACCORD_OK)
		status = store_number(store, err, &tables, 0, "SELECT count(*) FROM sqlite_schema", "");
	if (status != ACCORD_OK)
		return status;
	*empty = !tables && !*version;
	if (!*empty && application != STORE_APPLICATION)
		return refuse(store, err, "this is a database of another program, not an accord store", 0);
	if (*version > STORE_VERSION)
		return refuse(store, err,
			      "the store was written by a newer accord (schema %lld, this one knows %d): "
			      "use that one, or import into a new store with --db",
			      *version);
	return ACCORD_OK;
}

static accord_status migrate_from(accord_store *store, int64_t version, accord_error *err)
{
	accord_status status = ACCORD_OK;
	char stamp[80];
	if (!version)
		status = script(store, accord_store_schema, err);
	for (; status == ACCORD_OK && version > 0 && version < STORE_VERSION; version++)
		status = script(store, migrations[version], err);
	if (status == ACCORD_OK)
		status = store_recount(store, err);
	snprintf(stamp, sizeof stamp, "PRAGMA user_version = %d; PRAGMA application_id = %d", STORE_VERSION,
		 STORE_APPLICATION);
	return status == ACCORD_OK ? script(store, stamp, err) : status;
}

static accord_status backup(accord_store *store, const char *path, accord_error *err)
{
	sqlite3 *to = NULL;
	if (access(path, F_OK) == 0) {
		accord_error_set(err, ACCORD_EIO, "exists already; a backup does not overwrite");
		accord_error_at(err, path, 0, 0);
		return ACCORD_EIO;
	}
	int result = sqlite3_open_v2(path, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
	sqlite3_backup *b = result == SQLITE_OK ? sqlite3_backup_init(to, "main", database(store), "main") : NULL;
	if (b) {
		while ((result = sqlite3_backup_step(b, 1000)) == SQLITE_OK || result == SQLITE_BUSY)
			if (result == SQLITE_BUSY)
				sqlite3_sleep(50);
		sqlite3_backup_finish(b);
	} else if (result == SQLITE_OK) {
		result = sqlite3_errcode(to);
	}
	accord_status status = ACCORD_OK;
	if (result != SQLITE_DONE) {
		status = accord_error_set(err, ACCORD_EIO, "the backup failed: %s",
					  to ? sqlite3_errmsg(to) : "out of memory");
		accord_error_at(err, path, 0, 0);
		unlink(path);
	}
	sqlite3_close(to);
	return status;
}

/* A copy beside the store. One of that name may be there, from a migration that was killed behind it: it stays. */
static accord_status keep_copy(accord_store *store, int64_t version, accord_error *err)
{
	char copy[4096];
	struct stat about;
	int n = snprintf(copy, sizeof copy, "%s.version-%lld", store->path, (long long)version);
	for (int i = 2; i < 100 && n > 0 && (size_t)n < sizeof copy && stat(copy, &about) == 0; i++)
		snprintf(copy + n, sizeof copy - (size_t)n, "-%d", i);
	return backup(store, copy, err);
}

/* Two programs may find an old store at the same moment: the version is asked again once the write lock is
 * ours. */
static accord_status migrate(accord_store *store, accord_error *err)
{
	int64_t version;
	bool empty;
	accord_status status = read_version(store, &version, &empty, err);
	if (status != ACCORD_OK || version == STORE_VERSION)
		return status;
	if (!store->writable && empty) { /* whoever made it was killed before it was a store */
		accord_error_set(err, ACCORD_ENOTFOUND, "%s", no_store_yet);
		accord_error_at(err, store->path, 0, 0);
		return ACCORD_ENOTFOUND;
	}
	if (!store->writable)
		return refuse(store, err,
			      "the store is older than this accord: run 'accord store check' once, "
			      "as a user who may write it, to bring it up to date",
			      0);
	if (!empty) {
		status = keep_copy(store, version, err);
		if (status != ACCORD_OK)
			return status;
	}
	status = accord_store_begin(store, err);
	if (status == ACCORD_OK)
		status = read_version(store, &version, &empty, err);
	if (status == ACCORD_OK && version < STORE_VERSION)
		status = migrate_from(store, version, err);
	return store_leave(store, true, status, err);
}

static accord_status open_file(accord_store *store, const char *name, int flags, accord_error *err)
{
	sqlite3 *db = NULL;
	int result = sqlite3_open_v2(name, &db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, NULL);
	store->connection = db;
	if (!db)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	return result == SQLITE_OK ? configure(store, err) : failed(store, err);
}

static void close_file(accord_store *store)
{
	store_forget_statements(store);
	sqlite3_close_v2(database(store));
	store->connection = NULL;
}

static bool has_log(const char *path)
{
	char log[4096];
	struct stat info;
	snprintf(log, sizeof log, "%s-wal", path);
	return stat(log, &info) == 0 && info.st_size > 0;
}

/* "file:PATH?immutable=1", with what a URI cannot hold escaped. */
static char *immutable_name(accord_arena *arena, const char *path)
{
	char *name = accord_arena_alloc(arena, 3 * strlen(path) + 32), *p = name;
	if (!name)
		return NULL;
	p += sprintf(p, "file:");
	for (; *path; path++)
		p += strchr("%?#", *path) ? sprintf(p, "%%%02X", (unsigned char)*path)
					  : sprintf(p, "%c", *path);
	sprintf(p, "?immutable=1");
	return name;
}

/*
 * A reader of a WAL database needs to make its index file beside it. In a folder where it may not, the file
 * is read as it stands, which is right as long as no log waits beside it.
 */
static accord_status open_reader(accord_store *store, accord_error *err)
{
	accord_error first = {0};
	accord_status status = open_file(store, store->path, SQLITE_OPEN_READONLY, &first);
	if (status == ACCORD_OK)
		status = migrate(store, &first);
	int code = store->connection ? sqlite3_errcode(database(store)) : SQLITE_OK;
	if (status == ACCORD_OK || has_log(store->path) ||
	    (code != SQLITE_CANTOPEN && code != SQLITE_READONLY)) {
		if (status != ACCORD_OK && err)
			*err = first;
		return status;
	}
	close_file(store);
	char *name = immutable_name(store->scratch, store->path);
	if (!name)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	status = open_file(store, name, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, err);
	return status == ACCORD_OK ? migrate(store, err) : status;
}

static accord_status open_store(accord_store *store, accord_error *err)
{
	struct stat info;
	if (!store->writable && stat(store->path, &info) != 0 && errno == ENOENT) {
		accord_error_set(err, ACCORD_ENOTFOUND, "%s", no_store_yet);
		accord_error_at(err, store->path, 0, 0);
		return ACCORD_ENOTFOUND;
	}
	if (!store->writable)
		return open_reader(store, err);
	make_folders(store->path);
	accord_status status = open_file(store, store->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, err);
	return status == ACCORD_OK ? migrate(store, err) : status;
}

/* Care
 * ---------------------------------------------------------------------------------------------------------- */

static accord_status check_pragma(accord_store *store, const char *text, accord_error *err)
{
	accord_sql *q = store_query(store, err, text, "");
	int row = q ? store_row(store, q, err) : -1;
	if (row < 0)
		return ACCORD_ESTORE;
	accord_slice said = row ? accord_sql_text(q, 0) : accord_slice_of("ok");
	bool good = accord_slice_is(said, "ok");
	if (!good) {
		accord_error_set(err, ACCORD_ESTORE, "damaged: %s", said.data ? said.data : "?");
		accord_error_at(err, store->path, 0, 0);
	}
	accord_sql_reset(q);
	return good ? ACCORD_OK : ACCORD_ESTORE;
}

static accord_status check(accord_store *store, accord_error *err)
{
	accord_status status = check_pragma(store, "PRAGMA integrity_check(1)", err);
	if (status == ACCORD_OK)
		status = check_pragma(
			store,
			"SELECT 'a row of ' || \"table\" || ' points nowhere' FROM pragma_foreign_key_check "
			"LIMIT 1",
			err);
	if (status == ACCORD_OK && store->writable)
		status = store_run(store, err,
				   "INSERT INTO article_text (article_text) VALUES ('integrity-check')", "");
	return status;
}

static accord_status compact(accord_store *store, accord_error *err)
{
	accord_status status = accord_store_begin(store, err);
	if (status == ACCORD_OK)
		status = store_leave(store, true, store_recount(store, err), err);
	if (status == ACCORD_OK)
		status = store_run(store, err, "INSERT INTO article_text (article_text) VALUES ('optimize')", "");
	if (status == ACCORD_OK)
		status = store_run(store, err, "VACUUM", "");
	if (status == ACCORD_OK)
		status = store_run(store, err, "PRAGMA optimize", "");
	return status;
}

static accord_status size(accord_store *store, int64_t *bytes, accord_error *err)
{
	(void)err;
	struct stat info;
	*bytes = stat(store->path, &info) == 0 ? info.st_size : 0;
	return ACCORD_OK;
}

const struct driver store_sqlite = {
	.open = open_store,
	.close = close_file,
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
	.failed = failed,
	.serial = serial,
	.begin = begin,
	.commit = commit,
	.rollback = rollback,
	.check = check,
	.backup = backup,
	.compact = compact,
	.size = size,
};
