/* Documents on their way into the store: cleaned and tagged by all cores, stored in the order in which they came. */
#ifndef IMPORT_JOBS_H
#define IMPORT_JOBS_H

#include "pipeline.h"
#include "progress.h"
#include "stored.h"

#include <accord/tag.h>

#include <pthread.h>
#include <signal.h>

struct import {
	accord_store *store;   /* the writer's; NULL in a dry run */
	accord_store *look;    /* what is known already, behind `lock`; NULL: nothing is */
	pthread_mutex_t lock;
	accord_tagger *tagger; /* NULL: the tags that came are kept */
	accord_site_rules *sites;
	const char *rules;     /* version of the tagger's, or NULL */
	bool dry;
	const struct text_list *langs; /* only these; all if there is none */
	const char *since;             /* only what is of that day or later, or NULL */
	long limit;                    /* documents that are stored, at most; 0: all */
	struct progress progress;
	char mark[32]; /* the setting in the store that says how far the run is; "" where it cannot be found again */
	uint64_t mark_identity, mark_records;
	size_t batch, unmarked; /* documents in the transaction that is open; records since the mark */
	bool open;              /* a transaction is */
	time_t batch_began;
	bool broken; /* the store itself refused: nothing more can be done */
	long counts[4], failed, passed_over;
};

/* Set by a signal: what is under way is stored, then the run ends. */
extern volatile sig_atomic_t import_stopped;

/* The steps of a document, for a pipeline whose context is a struct import. */
extern const struct pipeline_steps import_steps;

/*
 * The mark of a run with these inputs and options, and what an earlier one left that was cut short: `progress` then says what to
 * skip, the counts go on. The size of the inputs is told too.
 */
uint64_t import_resume(struct import *import, const struct saved_args *args, int count, char **words,
                       const accord_corpus_options *options, accord_corpus_progress *progress);
/* All transactions closed, the mark gone unless the run was stopped; false if the store refused. */
bool import_finish(struct import *import);
long import_documents(const struct import *import);

#endif
