/* Documents on their way into the store: cleaned and tagged by all cores, stored in the order in which they
 * came. */
#ifndef IMPORT_JOBS_H
#define IMPORT_JOBS_H

#include "stored.h"

#include <accord/tag.h>

#include <signal.h>
#include <time.h>

#define JOBS 64                       /* documents worked on together, */
#define JOBS_BYTES ((size_t)32 << 20) /* or what makes so many bytes */

struct job {
	accord_arena *arena;
	accord_document doc;
	accord_slice page;  /* raw bytes to clean and keep; unknown if the document came as text */
	const char *source; /* for messages; in the arena */
	uint32_t line;
	accord_status status;
	accord_error err;
};

struct import {
	accord_store *store;
	accord_tagger *tagger; /* NULL: the tags that came are kept */
	long threads;
	struct job jobs[JOBS];
	size_t count, bytes;
	size_t batch; /* documents in the transaction that is open */
	time_t batch_began;
	bool broken; /* the store itself refused: nothing more can be done */
	long counts[4], failed;
};

/* Set by a signal: what is under way is stored, then the run ends. */
extern volatile sig_atomic_t import_stopped;

bool import_begin(struct import *import);
void import_free(struct import *import);
/* A job to fill, its document read from a line, a page or a record; NULL if the run is to end. `bytes` is its
 * size. */
struct job *import_job(struct import *import, const char *source, uint32_t line, size_t bytes);
/* An input that could not be read. */
void import_failed(struct import *import, const accord_error *err);
/* All jobs done, all transactions closed; false if the store refused. */
bool import_finish(struct import *import);

#endif
