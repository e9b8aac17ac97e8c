/* What PostgreSQL refuses, in sentences that say what to do. Its own words are given where there is none, but never its
 * details: they repeat what the statement was about. */
#include "postgresql.h"

#include <stdio.h>
#include <string.h>

static const struct {
	const char *state, *sentence;
} sentences[] = {
	{"53100", "the disk of the database server is full; nothing that was stored is lost: make room and run the same "
		  "command again"},
	{"25006", "the store cannot be written: the database is read-only"},
	{"42501", "the store cannot be written: this user of the database may not"},
	{"55P03", "another accord has been writing for minutes; run the command again when it is done"},
	{"57014", "the database ended a statement that took too long (statement_timeout)"},
	{"57P01", "the database server was stopped; what was committed is kept: run the same command again when it is back"},
	{"57P03", "the database server is starting or stopping: try again in a moment"},
	{"40001", "several runs of accord were in each other's way; run the same command again"},
	{"40P01", "several runs of accord were in each other's way; run the same command again"},
	{"42P07", "there are tables of another program in this database: give accord a database of its own, or a schema "
		  "(postgresql://…/DATABASE?options=-csearch_path%3DSCHEMA)"},
	{"53200", "the database server is out of memory"},
	{"54000", "an address or name is longer than PostgreSQL keeps in an index (2700 bytes)"},
};

void postgresql_note(accord_store *store, const PGresult *result)
{
	struct connection *c = store->connection;
	const char *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : NULL;
	const char *said = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : NULL;
	if (state && !strcmp(state, "25P02") && c->message[0])
		return; /* what failed before in this transaction says more */
	snprintf(c->state, sizeof c->state, "%s", state ? state : "");
	if (PQstatus(c->pg) != CONNECTION_OK && strncmp(c->state, "57P", 3) != 0) {
		snprintf(c->message, sizeof c->message,
			 "the connection to the database was lost; what was committed is kept: run the same command again");
		return;
	}
	for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
		if (!strcmp(c->state, sentences[i].state)) {
			snprintf(c->message, sizeof c->message, "%s", sentences[i].sentence);
			return;
		}
	snprintf(c->message, sizeof c->message, "the store refused: %s", said ? said : "the server gave no reason");
}

accord_status postgresql_failed(accord_store *store, accord_error *err)
{
	struct connection *c = store->connection;
	if (!c || !c->message[0])
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	accord_error_set(err, ACCORD_ESTORE, "%s", c->message);
	accord_error_at(err, store->path, 0, 0);
	return ACCORD_ESTORE;
}
