/* Statements in one call: a query with its values, a row, a number. The driver does the rest. */
#include "internal.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

int64_t store_clock(void)
{
	return (int64_t)time(NULL);
}

char *store_dialect(const char *text, bool postgresql)
{
	char *out = malloc(strlen(text) + 1), *p = out;
	bool inside = false, second = false;
	for (; out && *text; text++)
		if (!inside && *text == '{') {
			inside = true;
			second = false;
		} else if (inside && *text == '|' && !second) {
			second = true;
		} else if (inside && *text == '}') {
			inside = false;
		} else if (!inside || second == postgresql) {
			*p++ = *text;
		}
	if (out)
		*p = '\0';
	return out;
}

bool store_is_clean(accord_slice text)
{
	for (size_t i = 0, size; i < text.len; i += size) {
		size = 1;
		if (!text.data[i] ||
		    ((unsigned char)text.data[i] >= 0x80 &&
		     accord_utf8_decode(text.data, text.len, i, &size) == ACCORD_REPLACEMENT && size == 1))
			return false;
	}
	return true;
}

void store_clean(accord_slice text, accord_buffer *out)
{
	for (size_t i = 0, size; i < text.len; i += size) {
		char code[4];
		uint32_t c = accord_utf8_decode(text.data, text.len, i, &size);
		accord_buffer_append(out, code, accord_utf8_encode(c ? c : ACCORD_REPLACEMENT, code));
	}
}

accord_sql *accord_sql_prepare(accord_store *store, const char *text)
{
	return store->driver->prepare(store, text, STATEMENT_ONCE);
}

accord_sql *accord_sql_prepare_long(accord_store *store, const char *text)
{
	return store->driver->prepare(store, text, STATEMENT_LONG);
}

void accord_sql_close(accord_sql *statement)
{
	if (statement)
		statement->driver->finish(statement);
}

void accord_sql_reset(accord_sql *statement)
{
	if (statement)
		statement->driver->reset(statement);
}

void accord_sql_bind_int(accord_sql *statement, int at, int64_t value)
{
	if (statement)
		statement->driver->bind_int(statement, at, value);
}

void accord_sql_bind_real(accord_sql *statement, int at, double value)
{
	if (statement)
		statement->driver->bind_real(statement, at, value);
}

void accord_sql_bind_text(accord_sql *statement, int at, accord_slice value)
{
	if (statement)
		statement->driver->bind_text(statement, at, value, false);
}

void accord_sql_bind_null(accord_sql *statement, int at)
{
	if (statement)
		statement->driver->bind_null(statement, at);
}

void accord_sql_bind_blob(accord_sql *statement, int at, accord_slice value)
{
	if (statement)
		statement->driver->bind_text(statement, at, value, true);
}

accord_sql_step_result accord_sql_step(accord_sql *statement)
{
	return statement ? statement->driver->step(statement) : ACCORD_SQL_FAILED;
}

int64_t accord_sql_int(accord_sql *statement, int column)
{
	return statement->driver->get_int(statement, column);
}

double accord_sql_real(accord_sql *statement, int column)
{
	return statement->driver->get_real(statement, column);
}

bool accord_sql_is_null(accord_sql *statement, int column)
{
	return statement->driver->is_null(statement, column);
}

accord_slice accord_sql_text(accord_sql *statement, int column)
{
	return statement->driver->get_text(statement, column, false);
}

accord_slice accord_sql_blob(accord_sql *statement, int column)
{
	return statement->driver->get_text(statement, column, true);
}

accord_slice accord_sql_copy(accord_arena *arena, accord_sql *statement, int column)
{
	return accord_slice_copy(arena, accord_sql_blob(statement, column));
}

int64_t accord_sql_changes(accord_store *store)
{
	return store->driver->changes(store);
}

accord_status accord_sql_script(accord_store *store, const char *text, accord_error *err)
{
	return store->driver->script(store, text, err);
}

accord_status accord_sql_failed(accord_store *store, accord_error *err)
{
	return store->driver->failed(store, err);
}

int64_t accord_sql_serial(accord_store *store)
{
	return store->driver->serial(store);
}

static accord_sql *cached(accord_store *store, const char *text, accord_error *err)
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
	c->statement = store->driver->prepare(store, text, STATEMENT_KEPT);
	if (!c->statement) {
		accord_sql_failed(store, err);
		return NULL;
	}
	c->text = text;
	return c->statement;
}

void store_forget_statements(accord_store *store)
{
	for (size_t i = 0; i < STATEMENT_SLOTS; i++) {
		accord_sql_close(store->statements[i].statement);
		store->statements[i] = (struct cached_statement){NULL, NULL};
	}
}

static void bind_values(accord_sql *q, const char *types, va_list args)
{
	const struct driver *driver = q->driver;
	for (int at = 1; *types; types++, at++) {
		int64_t number;
		switch (*types) {
		case 'i':
			driver->bind_int(q, at, va_arg(args, int64_t));
			break;
		case 'o':
			number = va_arg(args, int64_t);
			if (number)
				driver->bind_int(q, at, number);
			break;
		case 'd':
			driver->bind_real(q, at, va_arg(args, double));
			break;
		case 't':
			driver->bind_text(q, at, accord_slice_of(va_arg(args, const char *)), false);
			break;
		case 's':
		case 'b':
			driver->bind_text(q, at, va_arg(args, accord_slice), *types == 'b');
			break;
		}
	}
}

static accord_sql *query_list(accord_store *store, accord_error *err, const char *text, const char *types,
				va_list args)
{
	accord_sql *statement = cached(store, text, err);
	if (!statement)
		return NULL;
	store->driver->unbind(statement);
	bind_values(statement, types, args);
	return statement;
}

accord_sql *store_query(accord_store *store, accord_error *err, const char *text, const char *types, ...)
{
	va_list args;
	va_start(args, types);
	accord_sql *statement = query_list(store, err, text, types, args);
	va_end(args);
	return statement;
}

int store_row(accord_store *store, accord_sql *statement, accord_error *err)
{
	accord_sql_step_result result = accord_sql_step(statement);
	if (result == ACCORD_SQL_ROW)
		return 1;
	if (result != ACCORD_SQL_DONE)
		accord_sql_failed(store, err);
	accord_sql_reset(statement);
	return result == ACCORD_SQL_DONE ? 0 : -1;
}

accord_status store_run(accord_store *store, accord_error *err, const char *text, const char *types, ...)
{
	va_list args;
	va_start(args, types);
	accord_sql *statement = query_list(store, err, text, types, args);
	va_end(args);
	return statement ? store->driver->run(statement, err) : ACCORD_ESTORE;
}

accord_status store_number(accord_store *store, accord_error *err, int64_t *number, int64_t missing,
			   const char *text, const char *types, ...)
{
	va_list args;
	va_start(args, types);
	accord_sql *statement = query_list(store, err, text, types, args);
	va_end(args);
	if (!statement)
		return ACCORD_ESTORE;
	int row = store_row(store, statement, err);
	if (row < 0)
		return ACCORD_ESTORE;
	*number = missing;
	if (row > 0) {
		if (!accord_sql_is_null(statement, 0))
			*number = accord_sql_int(statement, 0);
		accord_sql_reset(statement);
	}
	return ACCORD_OK;
}

accord_status accord_store_begin(accord_store *store, accord_error *err)
{
	accord_status status = store->driver->begin(store, true, err);
	store->in_transaction = status == ACCORD_OK;
	return status;
}

accord_status accord_store_commit(accord_store *store, accord_error *err)
{
	accord_status status = store_write_counted(store, err);
	store_forget_counted(store);
	if (status == ACCORD_OK)
		status = store_note_shingles(store, err);
	if (status == ACCORD_OK)
		status = store->driver->commit(store, err);
	if (status != ACCORD_OK)
		accord_store_rollback(store);
	store->in_transaction = false;
	return status;
}

void accord_store_rollback(accord_store *store)
{
	store->driver->rollback(store);
	store_forget_counted(store);
	store_forget_shingles(store);
	store->in_transaction = false;
}

accord_status store_enter(accord_store *store, bool *mine, accord_error *err)
{
	*mine = !store->in_transaction;
	return *mine ? accord_store_begin(store, err) : ACCORD_OK;
}

accord_status store_enter_claim(accord_store *store, bool *mine, accord_error *err)
{
	*mine = !store->in_transaction;
	accord_status status = *mine ? store->driver->begin(store, false, err) : ACCORD_OK;
	store->in_transaction = status == ACCORD_OK;
	return status;
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
