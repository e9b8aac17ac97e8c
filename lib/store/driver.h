/*
 * What stands between the store and a database. A driver is one file (sqlite.c) and the only one that includes
 * that database's header; the rest of the store and the query module speak through accord/sql.h and the calls
 * of internal.h.
 */
#ifndef STORE_DRIVER_H
#define STORE_DRIVER_H

#include <accord/sql.h>

enum statement_use {
	STATEMENT_ONCE,
	STATEMENT_KEPT, /* it will be run often */
	STATEMENT_LONG  /* its answer may be longer than memory */
};

struct driver {
	bool shared; /* several runs may work on it at once, from several machines */

	/* Connect to store->path, make or migrate the tables. `store->connection` is the driver's own; close is
	 * called after a failure, too. */
	accord_status (*open)(accord_store *store, accord_error *err);
	void (*close)(accord_store *store);

	/* A statement begins with struct accord_sql. */
	accord_sql *(*prepare)(accord_store *store, const char *text, enum statement_use use);
	void (*finish)(accord_sql *statement);
	void (*reset)(accord_sql *statement);
	void (*unbind)(accord_sql *statement); /* all places null again */
	void (*bind_int)(accord_sql *statement, int at, int64_t value);
	void (*bind_real)(accord_sql *statement, int at, double value);
	void (*bind_text)(accord_sql *statement, int at, accord_slice value, bool blob);
	void (*bind_null)(accord_sql *statement, int at);
	accord_sql_step_result (*step)(accord_sql *statement);
	/* A kept statement whose rows nobody wants. In a transaction its failure may be told by a later call, at the
	 * latest by commit. */
	accord_status (*run)(accord_sql *statement, accord_error *err);
	int64_t (*get_int)(accord_sql *statement, int column);
	double (*get_real)(accord_sql *statement, int column);
	bool (*is_null)(accord_sql *statement, int column);
	accord_slice (*get_text)(accord_sql *statement, int column, bool blob);

	int64_t (*changes)(accord_store *store);
	accord_status (*script)(accord_store *store, const char *text, accord_error *err);
	accord_status (*failed)(accord_store *store, accord_error *err);
	int64_t (*serial)(accord_store *store);

	/* With `turn`, a transaction that no other writer of documents runs beside. */
	accord_status (*begin)(accord_store *store, bool turn, accord_error *err);
	accord_status (*commit)(accord_store *store, accord_error *err);
	void (*rollback)(accord_store *store);

	accord_status (*check)(accord_store *store, accord_error *err);
	accord_status (*backup)(accord_store *store, const char *path, accord_error *err);
	accord_status (*compact)(accord_store *store, accord_error *err);
	accord_status (*size)(accord_store *store, int64_t *bytes, accord_error *err);
};

struct accord_sql {
	const struct driver *driver;
	accord_store *store;
};

extern const struct driver store_sqlite, store_postgresql;

#endif
