/* SQLite behind three calls: a query with its values, a row, a sentence for what went wrong. */
#include "internal.h"

#include <stdarg.h>
#include <string.h>
#include <time.h>

int64_t store_clock(void)
{
	return (int64_t)time(NULL);
}

accord_status store_failed(accord_store *store, accord_error *err)
{
	const char *sentence = NULL;
	switch (sqlite3_errcode(store->db)) {
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
		accord_error_set(err, ACCORD_ESTORE, "the store refused: %s", sqlite3_errmsg(store->db));
	accord_error_at(err, store->path, 0, 0);
	return ACCORD_ESTORE;
}

static sqlite3_stmt *cached(accord_store *store, const char *text, accord_error *err)
{
	size_t slot = ((uintptr_t)text * 0x9E3779B97F4A7C15u >> 40) & (STATEMENT_SLOTS - 1);
	struct cached_statement *c = &store->statements[slot];
	for (size_t tried = 0; c->statement && c->text != text; tried++) {
		if (tried == STATEMENT_SLOTS)
			return NULL;
		slot = (slot + 1) & (STATEMENT_SLOTS - 1);
		c = &store->statements[slot];
	}
	if (c->statement)
		return c->statement;
	if (sqlite3_prepare_v3(store->db, text, -1, SQLITE_PREPARE_PERSISTENT, &c->statement, NULL) !=
	    SQLITE_OK) {
		store_failed(store, err);
		return NULL;
	}
	c->text = text;
	return c->statement;
}

static void bind_slice(sqlite3_stmt *statement, int at, accord_slice value, bool blob)
{
	if (!value.data)
		sqlite3_bind_null(statement, at);
	else if (blob)
		sqlite3_bind_blob64(statement, at, value.data, value.len, SQLITE_TRANSIENT);
	else
		sqlite3_bind_text64(statement, at, value.data, value.len, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static void bind_values(sqlite3_stmt *statement, const char *types, va_list args)
{
	for (int at = 1; *types; types++, at++) {
		int64_t number;
		switch (*types) {
		case 'i':
			sqlite3_bind_int64(statement, at, va_arg(args, int64_t));
			break;
		case 'o':
			number = va_arg(args, int64_t);
			if (number)
				sqlite3_bind_int64(statement, at, number);
			else
				sqlite3_bind_null(statement, at);
			break;
		case 'd':
			sqlite3_bind_double(statement, at, va_arg(args, double));
			break;
		case 't':
			bind_slice(statement, at, accord_slice_of(va_arg(args, const char *)), false);
			break;
		case 's':
		case 'b':
			bind_slice(statement, at, va_arg(args, accord_slice), *types == 'b');
			break;
		}
	}
}

static sqlite3_stmt *query_list(accord_store *store, accord_error *err, const char *text, const char *types,
				va_list args)
{
	sqlite3_stmt *statement = cached(store, text, err);
	if (!statement)
		return NULL;
	sqlite3_reset(statement);
	sqlite3_clear_bindings(statement);
	bind_values(statement, types, args);
	return statement;
}

sqlite3_stmt *store_query(accord_store *store, accord_error *err, const char *text, const char *types, ...)
{
	va_list args;
	va_start(args, types);
	sqlite3_stmt *statement = query_list(store, err, text, types, args);
	va_end(args);
	return statement;
}

int store_row(accord_store *store, sqlite3_stmt *statement, accord_error *err)
{
	int result = sqlite3_step(statement);
	if (result == SQLITE_ROW)
		return 1;
	if (result != SQLITE_DONE)
		store_failed(store, err);
	sqlite3_reset(statement);
	return result == SQLITE_DONE ? 0 : -1;
}

accord_status store_run(accord_store *store, accord_error *err, const char *text, const char *types, ...)
{
	va_list args;
	va_start(args, types);
	sqlite3_stmt *statement = query_list(store, err, text, types, args);
	va_end(args);
	if (!statement)
		return ACCORD_ESTORE;
	int row = store_row(store, statement, err);
	if (row > 0)
		sqlite3_reset(statement);
	return row < 0 ? ACCORD_ESTORE : ACCORD_OK;
}

accord_status store_number(accord_store *store, accord_error *err, int64_t *number, int64_t missing,
			   const char *text, const char *types, ...)
{
	va_list args;
	va_start(args, types);
	sqlite3_stmt *statement = query_list(store, err, text, types, args);
	va_end(args);
	if (!statement)
		return ACCORD_ESTORE;
	int row = store_row(store, statement, err);
	if (row < 0)
		return ACCORD_ESTORE;
	*number = missing;
	if (row > 0) {
		if (sqlite3_column_type(statement, 0) != SQLITE_NULL)
			*number = sqlite3_column_int64(statement, 0);
		sqlite3_reset(statement);
	}
	return ACCORD_OK;
}

accord_slice store_column(accord_arena *arena, sqlite3_stmt *statement, int column)
{
	const void *bytes = sqlite3_column_blob(statement, column);
	size_t len = (size_t)sqlite3_column_bytes(statement, column);
	if (!bytes)
		return sqlite3_column_type(statement, column) == SQLITE_NULL ? (accord_slice){NULL, 0}
									     : (accord_slice){"", 0};
	char *copy = accord_arena_copy(arena, bytes, len);
	return (accord_slice){copy, copy ? len : 0};
}

accord_status accord_store_begin(accord_store *store, accord_error *err)
{
	accord_status status = store_run(store, err, "BEGIN IMMEDIATE", "");
	store->in_transaction = status == ACCORD_OK;
	return status;
}

accord_status accord_store_commit(accord_store *store, accord_error *err)
{
	accord_status status = store_run(store, err, "COMMIT", "");
	if (status != ACCORD_OK)
		accord_store_rollback(store);
	store->in_transaction = false;
	return status;
}

void accord_store_rollback(accord_store *store)
{
	if (!sqlite3_get_autocommit(store->db))
		store_run(store, NULL, "ROLLBACK", "");
	store->in_transaction = false;
}

accord_status store_enter(accord_store *store, bool *mine, accord_error *err)
{
	*mine = !store->in_transaction;
	return *mine ? accord_store_begin(store, err) : ACCORD_OK;
}

accord_status store_leave(accord_store *store, bool mine, accord_status status, accord_error *err)
{
	if (!mine)
		return status;
	if (status == ACCORD_OK)
		return accord_store_commit(store, err);
	accord_store_rollback(store);
	return status;
}
