/*
 * Opening a store: where it is, making it, bringing an older one up to date, refusing what is newer or no
 * store at all. Write-ahead logging lets readers read while one writes; synchronous FULL makes a commit
 * survive a power cut.
 */
#include "internal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* An empty file gets the newest schema at once; migrations[v] leads from version v to v + 1, all in one
 * transaction after a backup. */
extern const char accord_store_schema[], accord_store_migrate_1[], accord_store_migrate_2[];
static const char *const migrations[STORE_VERSION] = {[1] = accord_store_migrate_1, [2] = accord_store_migrate_2};

#define BUSY_MILLISECONDS 60000

static const char no_store_yet[] = "there is no store yet: 'accord import' or 'accord fetch' makes it";

const char *accord_store_default_path(accord_arena *arena, const char *option)
{
	const char *db = option ? option : getenv("ACCORD_DB");
	if (db && *db)
		return accord_arena_copy(arena, db, strlen(db));
	const char *base = getenv("XDG_DATA_HOME"), *rest = "/accord/accord.db";
	if (!base || !*base) {
		base = getenv("HOME");
		rest = "/.local/share/accord/accord.db";
	}
	if (!base || !*base)
		return NULL;
	size_t size = strlen(base) + strlen(rest) + 1;
	char *path = accord_arena_alloc(arena, size);
	if (path)
		snprintf(path, size, "%s%s", base, rest);
	return path;
}

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

static accord_status pragma(accord_store *store, const char *text, accord_error *err)
{
	return sqlite3_exec(store->db, text, NULL, NULL, NULL) == SQLITE_OK ? ACCORD_OK
									    : store_failed(store, err);
}

/* What a hostile database file could do by views, triggers or a damaged page is switched off. */
static accord_status configure(accord_store *store, accord_error *err)
{
	sqlite3_extended_result_codes(store->db, 0);
	sqlite3_busy_timeout(store->db, BUSY_MILLISECONDS);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	accord_status status = pragma(store,
				      "PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON;"
				      "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;"
				      "PRAGMA mmap_size = 268435456",
				      err);
	if (status == ACCORD_OK && store->writable)
		status = pragma(store,
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
		status = pragma(store, accord_store_schema, err);
	for (; status == ACCORD_OK && version > 0 && version < STORE_VERSION; version++)
		status = pragma(store, migrations[version], err);
	snprintf(stamp, sizeof stamp, "PRAGMA user_version = %d; PRAGMA application_id = %d", STORE_VERSION,
		 STORE_APPLICATION);
	return status == ACCORD_OK ? pragma(store, stamp, err) : status;
}

/* A copy beside the store. One of that name may be there, from a migration that was killed behind it: it stays. */
static accord_status keep_copy(accord_store *store, int64_t version, accord_error *err)
{
	char backup[4096];
	struct stat about;
	int n = snprintf(backup, sizeof backup, "%s.version-%lld", store->path, (long long)version);
	for (int i = 2; i < 100 && n > 0 && (size_t)n < sizeof backup && stat(backup, &about) == 0; i++)
		snprintf(backup + n, sizeof backup - (size_t)n, "-%d", i);
	return accord_store_backup(store, backup, err);
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
	if (sqlite3_open_v2(name, &store->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, NULL) ==
	    SQLITE_OK)
		return configure(store, err);
	if (!store->db)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	return store_failed(store, err);
}

static void close_file(accord_store *store)
{
	for (size_t i = 0; i < STATEMENT_SLOTS; i++) {
		sqlite3_finalize(store->statements[i].statement);
		store->statements[i].statement = NULL;
	}
	sqlite3_close_v2(store->db);
	store->db = NULL;
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
	int code = store->db ? sqlite3_errcode(store->db) : SQLITE_OK;
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

accord_status accord_store_open(const char *path, accord_store_mode mode, accord_store **result,
				accord_error *err)
{
	struct stat info;
	if (mode == ACCORD_STORE_READ && stat(path, &info) != 0 && errno == ENOENT) {
		accord_error_set(err, ACCORD_ENOTFOUND, "%s", no_store_yet);
		accord_error_at(err, path, 0, 0);
		return ACCORD_ENOTFOUND;
	}
	accord_store *store = calloc(1, sizeof *store);
	if (store) {
		store->path = strdup(path);
		store->scratch = accord_arena_new(0);
		store->writable = mode == ACCORD_STORE_WRITE;
	}
	if (!store || !store->path || !store->scratch) {
		accord_store_close(store);
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	}
	accord_status status;
	if (store->writable) {
		make_folders(path);
		status = open_file(store, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, err);
		if (status == ACCORD_OK)
			status = migrate(store, err);
	} else {
		status = open_reader(store, err);
	}
	if (status != ACCORD_OK) {
		accord_store_close(store);
		return status;
	}
	*result = store;
	return ACCORD_OK;
}

void accord_store_close(accord_store *store)
{
	if (!store)
		return;
	if (store->db && store->in_transaction)
		accord_store_rollback(store);
	close_file(store);
	store_free_packers(store);
	accord_arena_free(store->scratch);
	free(store->path);
	free(store);
}

void *accord_store_handle(accord_store *store)
{
	return store->db;
}

accord_status accord_store_setting_get(accord_store *store, accord_arena *arena, const char *name,
				       accord_slice *value, accord_error *err)
{
	sqlite3_stmt *q = store_query(store, err, "SELECT value FROM setting WHERE name = ?", "t", name);
	int row = q ? store_row(store, q, err) : -1;
	if (row < 0)
		return ACCORD_ESTORE;
	if (!row)
		return accord_error_set(err, ACCORD_ENOTFOUND, "no setting %s", name);
	*value = store_column(arena, q, 0);
	sqlite3_reset(q);
	return ACCORD_OK;
}

accord_status accord_store_setting_set(accord_store *store, const char *name, accord_slice value,
				       accord_error *err)
{
	return store_run(store, err,
			 "INSERT INTO setting (name, value) VALUES (?, ?) "
			 "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
			 "ts", name, value);
}

accord_status accord_store_setting_remove(accord_store *store, const char *name, accord_error *err)
{
	accord_status status = store_run(store, err, "DELETE FROM setting WHERE name = ?", "t", name);
	if (status == ACCORD_OK && !sqlite3_changes(store->db))
		return accord_error_set(err, ACCORD_ENOTFOUND, "no setting %s", name);
	return status;
}
