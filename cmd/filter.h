/* The verbs that make a line of NDJSON of each record: clean, extract, tag. */
#ifndef FILTER_H
#define FILTER_H

#include "pipeline.h"

struct filter {
	/*
	 * Append the line of a record to `out`. On failure `doc` has source and id for the error object. Called by several
	 * threads at once: `context` is only read.
	 */
	accord_status (*line)(const void *context, accord_arena *arena, const accord_corpus_record *record, accord_buffer *out,
	                      accord_document *doc, accord_error *err);
	const void *context;
};

/* All inputs through the filter; returns the exit status. */
int filter_run(const struct filter *filter, const struct saved_args *args, int count, char **words,
               accord_corpus_options *options);

#endif
