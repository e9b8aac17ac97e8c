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
	size_t batch; /* documents in the transaction that is open */
	time_t batch_began;
	bool broken; /* the store itself refused: nothing more can be done */
	long counts[4], failed, passed_over;
};

/* Set by a signal: what is under way is stored, then the run ends. */
extern volatile sig_atomic_t import_stopped;

/* The steps of a document, for a pipeline whose context is a struct import. */
extern const struct pipeline_steps import_steps;

/* All transactions closed; false if the store refused. */
bool import_finish(struct import *import);
long import_documents(const struct import *import);

#endif
