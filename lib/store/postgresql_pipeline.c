/* Statements that were sent without waiting for their answers: taking those, and what to do where one of them failed. */
#include "postgresql.h"

#include <stdlib.h>

PGresult *postgresql_take_answers(accord_store *store)
{
	struct connection *c = store->connection;
	PGresult *last = NULL;
	bool good = PQpipelineSync(c->pg) == 1;
	if (!good)
		postgresql_note(store, NULL);
	for (; good && c->pending; c->pending--) {
		PGresult *result = PQgetResult(c->pg);
		ExecStatusType status = PQresultStatus(result);
		good = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
		if (!good) {
			postgresql_note(store, result);
			PQclear(result);
			break;
		}
		const char *touched = PQcmdTuples(result);
		c->changes = touched && *touched ? strtoll(touched, NULL, 10) : 0;
		PQclear(last);
		last = result;
		PQclear(PQgetResult(c->pg)); /* each answer ends in NULL */
	}
	/* behind a failure the others are told to have been passed over, then comes the mark */
	for (int nothing = 0; PQpipelineStatus(c->pg) != PQ_PIPELINE_OFF && nothing < 2;) {
		PGresult *result = PQgetResult(c->pg);
		bool mark = PQresultStatus(result) == PGRES_PIPELINE_SYNC;
		nothing = result ? 0 : nothing + 1;
		PQclear(result);
		if (mark)
			break;
	}
	c->pending = 0;
	PQexitPipelineMode(c->pg);
	if (good)
		return last;
	PQclear(last);
	return NULL;
}

bool postgresql_settle(accord_store *store)
{
	const struct connection *c = store->connection;
	if (!c->pending)
		return true;
	PGresult *last = postgresql_take_answers(store);
	PQclear(last);
	return last != NULL;
}
