/* What the files of the PostgreSQL driver share: the connection, words of full text. */
#ifndef STORE_POSTGRESQL_H
#define STORE_POSTGRESQL_H

#include "internal.h"

#include <libpq-fe.h>

/* One writer of documents at a time, in this schema of this database; held until the transaction ends. */
#define POSTGRESQL_TURN "SELECT pg_advisory_xact_lock(1633903460, hashtext(current_schema()))"

#define MOST_PLACES 32767 /* for values in one statement: the protocol counts them in 16 bits */

struct connection {
	PGconn *pg;
	char message[240], state[8]; /* of the last failure */
	int64_t changes;
	unsigned names;   /* of prepared statements */
	unsigned pending; /* statements that were sent and whose answers nobody has looked at */
};

/* postgresql_failure.c: keep the sentence for a failure; tell it. */
void postgresql_note(accord_store *store, const PGresult *result);
accord_status postgresql_failed(accord_store *store, accord_error *err);

/* postgresql_pipeline.c
 * The answers of what was sent and not waited for, in its order; the last of them as result. NULL after a failure, of
 * which the first is noted. */
PGresult *postgresql_take_answers(accord_store *store);
/* Before anything else is asked. False if something that was sent before was refused. */
bool postgresql_settle(accord_store *store);

/* postgresql_care.c */
accord_status postgresql_check(accord_store *store, accord_error *err);
accord_status postgresql_backup(accord_store *store, const char *path, accord_error *err);
accord_status postgresql_compact(accord_store *store, accord_error *err);
accord_status postgresql_size(accord_store *store, int64_t *bytes, accord_error *err);

/* postgresql_open.c */
accord_status postgresql_open(accord_store *store, accord_error *err);
void postgresql_close(accord_store *store);

/* postgresql_words.c: a text as a tsvector, an expression (accord/words.h) as a tsquery, both as literals. */
void postgresql_vector(accord_slice text, accord_buffer *out);
void postgresql_query(accord_slice expression, accord_buffer *out);

#endif
