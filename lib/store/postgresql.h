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

/* Keep the sentence for a failure. */
void postgresql_note(accord_store *store, const PGresult *result);

/* postgresql_open.c */
accord_status postgresql_open(accord_store *store, accord_error *err);
void postgresql_close(accord_store *store);

/* postgresql_words.c: a text as a tsvector, an expression (accord/words.h) as a tsquery, both as literals. */
void postgresql_vector(accord_slice text, accord_buffer *out);
void postgresql_query(accord_slice expression, accord_buffer *out);

#endif
