/*
 * All cores on a stream of records: the reader fills jobs, workers do them in any order, a writer takes them in the order in
 * which they came, so that the output is the same whatever the number of threads. So many jobs are under way at most, and
 * so many bytes of input in them: where the writer is slow the reader waits. With one thread there is none of this: each
 * job is done and written before the next is read, and nothing is kept between two.
 *
 *        reader (the caller's thread)          workers                 writer
 *        saved_read → take(job, record)   →   work(job, arena)   →   write(job), idle()
 */
#ifndef PIPELINE_H
#define PIPELINE_H

#include "saved.h"

struct pipeline_steps {
	size_t job_size;                                /* a job is so many bytes, zero at first, used again and again */
	bool (*begin)(void *context, void *job);        /* once for each; may be NULL */
	void (*end)(void *context, void *job);
	void (*work)(void *context, void *job, const accord_corpus_record *record, accord_arena *arena);
	bool (*write)(void *context, void *job);        /* false: no more is wanted */
	/* Nothing has come for a while: what was written may go out. */
	void (*idle)(void *context);
	bool own_arena; /* what `work` makes lives until it is written; else the arena is cleared behind `work` */
};

/* The threads that `jobs` means: the cores that this process may use for 0. */
unsigned pipeline_threads(long jobs);

/* All inputs through the steps; false if it was ended before. `progress` says what is to be skipped; may be NULL. */
bool pipeline_run(const struct saved_args *args, int count, char **words, accord_corpus_options *options,
                  accord_corpus_progress *progress, const struct pipeline_steps *steps, void *context);

#endif
