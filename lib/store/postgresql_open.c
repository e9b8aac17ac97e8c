/*
 * Opening a store in PostgreSQL: connecting, making the tables, bringing older ones up to date, refusing what is
 * newer. Two programs may find an empty database at the same moment: the version is asked again once it is our
 * turn. A URL has a password: what people read names the server and the database only.
 */
#include "postgresql.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OLDEST_SERVER 120000
#define TEN_SECONDS "10"

/* The server of version 3 is the first. migrations[v] leads from version v to v + 1, all in one transaction. */
extern const char accord_store_schema_postgresql[], accord_store_migrate_postgresql_3[];
static const char *const migrations[STORE_VERSION] = {[3] = accord_store_migrate_postgresql_3};

/* Statements that hang, and writers that do not come to an end, end the run with a sentence; what the user or the
 * database itself has set goes before. */
static const char settings[] =
	"SELECT set_config(name, value, false) FROM (VALUES ('statement_timeout', '900s'), ('lock_timeout', '300s'), "
	"('idle_in_transaction_session_timeout', '900s')) AS s (name, value) WHERE current_setting(name) = '0'; "
	"SET client_min_messages = error; SET standard_conforming_strings = on";

static accord_status refuse(accord_store *store, accord_error *err, accord_status status, const char *sentence)
{
	accord_error_set(err, status, "%s", sentence);
	accord_error_at(err, store->path, 0, 0);
	return status;
}

/* "postgresql://host:port/database" of a URL that may have a user, a password and parameters. */
static char *shown_name(const PQconninfoOption *options)
{
	const char *host = "", *port = "", *name = "";
	for (const PQconninfoOption *o = options; o->keyword; o++)
		if (!o->val)
			continue;
		else if (!strcmp(o->keyword, "host"))
			host = o->val;
		else if (!strcmp(o->keyword, "port"))
			port = o->val;
		else if (!strcmp(o->keyword, "dbname"))
			name = o->val;
	size_t room = strlen(host) + strlen(port) + strlen(name) + 32;
	char *shown = malloc(room);
	if (shown)
		snprintf(shown, room, "postgresql://%s%s%s/%s", host, *port ? ":" : "", port, name);
	return shown;
}

/* What libpq says of a failed connection is several lines with addresses; the last words of the first say why. */
static accord_status no_connection(accord_store *store, PGconn *pg, accord_error *err)
{
	char said[200];
	const char *text = PQerrorMessage(pg), *why = strstr(text, "FATAL:");
	if (why)
		why += 6;
	else if ((why = strstr(text, "failed: ")))
		why += 8;
	else
		why = text;
	while (*why == ' ')
		why++;
	snprintf(said, sizeof said, "%.*s", (int)strcspn(why, "\n"), why);
	accord_error_set(err, ACCORD_ESTORE, "no connection to the database: %s", said);
	accord_error_at(err, store->path, 0, 0);
	return ACCORD_ESTORE;
}

static accord_status connect_to(accord_store *store, struct connection *c, accord_error *err)
{
	PQconninfoOption *options = PQconninfoParse(store->path, NULL);
	char *url = store->path;
	if (!options) { /* its own words might repeat a password */
		store->path = strdup("postgresql://…");
		free(url);
		return refuse(store, err, ACCORD_EINPUT,
			      "no URL of a database: postgresql://USER@HOST:PORT/DATABASE, with %-escapes for signs that "
			      "are none of a URL's");
	}
	store->path = shown_name(options);
	PQconninfoFree(options);
	const char *const names[] = {"connect_timeout", "fallback_application_name", "dbname", "client_encoding", NULL};
	const char *const values[] = {TEN_SECONDS, "accord", url, "UTF8", NULL};
	c->pg = PQconnectdbParams(names, values, 1);
	memset(url, 0, strlen(url));
	free(url);
	if (!c->pg || !store->path)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	if (PQstatus(c->pg) != CONNECTION_OK)
		return no_connection(store, c->pg, err);
	const char *encoding = PQparameterStatus(c->pg, "server_encoding");
	if (PQserverVersion(c->pg) < OLDEST_SERVER)
		return refuse(store, err, ACCORD_ESTORE, "the database server is older than PostgreSQL 12");
	if (!encoding || strcmp(encoding, "UTF8") != 0)
		return refuse(store, err, ACCORD_ESTORE,
			      "the database does not keep UTF-8: make one with 'createdb --encoding=UTF8 --template=template0'");
	return accord_sql_script(store, settings, err);
}

/* 0 where there are no tables of ours. */
static accord_status read_version(accord_store *store, int64_t *version, accord_error *err)
{
	int64_t there = 0;
	accord_status status = store_number(
		store, err, &there, 0, "SELECT 1 FROM pg_class WHERE oid = to_regclass('accord_schema')", "");
	*version = 0;
	if (status == ACCORD_OK && there)
		status = store_number(store, err, version, 0, "SELECT version FROM accord_schema", "");
	if (status != ACCORD_OK || *version <= STORE_VERSION)
		return status;
	accord_error_set(err, ACCORD_ESTORE,
			 "the store was written by a newer accord (schema %lld, this one knows %d): use that one",
			 (long long)*version, STORE_VERSION);
	accord_error_at(err, store->path, 0, 0);
	return ACCORD_ESTORE;
}

static accord_status migrate_from(accord_store *store, int64_t version, accord_error *err)
{
	accord_status status = ACCORD_OK;
	if (!version)
		return accord_sql_script(store, accord_store_schema_postgresql, err);
	for (; status == ACCORD_OK && version < STORE_VERSION; version++)
		status = migrations[version] ? accord_sql_script(store, migrations[version], err)
					     : refuse(store, err, ACCORD_ESTORE, "the store is of no version that ever was");
	if (status == ACCORD_OK)
		status = store_recount(store, err);
	return status == ACCORD_OK ? store_run(store, err, "UPDATE accord_schema SET version = ?", "i",
					       (int64_t)STORE_VERSION)
				   : status;
}

static accord_status migrate(accord_store *store, accord_error *err)
{
	int64_t version;
	accord_status status = read_version(store, &version, err);
	if (status != ACCORD_OK || version == STORE_VERSION)
		return status;
	if (!store->writable && !version)
		return refuse(store, err, ACCORD_ENOTFOUND,
			      "there is no store yet: 'accord import' or 'accord fetch' makes it");
	if (!store->writable)
		return refuse(store, err, ACCORD_ESTORE,
			      "the store is older than this accord: run 'accord store check' once, as a user who may write it, "
			      "to bring it up to date");
	status = accord_store_begin(store, err);
	if (status != ACCORD_OK)
		return status;
	status = read_version(store, &version, err);
	if (status == ACCORD_OK && version < STORE_VERSION)
		status = migrate_from(store, version, err);
	return store_leave(store, true, status, err);
}

accord_status postgresql_open(accord_store *store, accord_error *err)
{
	struct connection *c = calloc(1, sizeof *c);
	store->connection = c;
	if (!c)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	accord_status status = connect_to(store, c, err);
	return status == ACCORD_OK ? migrate(store, err) : status;
}

void postgresql_close(accord_store *store)
{
	struct connection *c = store->connection;
	store_forget_statements(store);
	if (c)
		PQfinish(c->pg);
	free(c);
	store->connection = NULL;
}
