/* Records in, lines out: an error object in its place for what fails, its sentence on standard error. */
#include "filter.h"

#include <stdio.h>

#define OUTPUT_CHUNK ((size_t)256 * 1024)
#define LARGE_LINE ((size_t)1 << 20)

struct job {
	accord_buffer out;
	accord_error err;
};

struct run {
	const struct filter *filter;
	accord_buffer out;
	bool failed, closed; /* some record; standard output */
};

static bool begin_job(void *context, void *slot)
{
	struct job *job = slot;
	(void)context;
	accord_buffer_init(&job->out, SIZE_MAX / 4);
	return true;
}

static void end_job(void *context, void *slot)
{
	struct job *job = slot;
	(void)context;
	accord_buffer_free(&job->out);
}

static void work(void *context, void *slot, const accord_corpus_record *record, accord_arena *arena)
{
	const struct run *run = context;
	struct job *job = slot;
	accord_document doc = {.source = {NULL, 0}};
	job->err.status = ACCORD_OK;
	if (!arena) {
		accord_error_set(&job->err, ACCORD_ENOMEM, "out of memory");
	} else {
		accord_error err = {0};
		accord_status status = run->filter->line(run->filter->context, arena, record, &job->out, &doc, &err);
		if (status != ACCORD_OK)
			job->err = err;
	}
	if (job->err.status == ACCORD_OK)
		return;
	accord_buffer_clear(&job->out);
	accord_document_write_error(&job->out, doc.source, doc.id, &job->err);
}

static void flush(void *context)
{
	struct run *run = context;
	if (run->closed || !run->out.len)
		return;
	run->closed = !flush_output(&run->out) || fflush(stdout) != 0;
}

static bool write_job(void *context, void *slot)
{
	struct run *run = context;
	struct job *job = slot;
	if (job->err.status != ACCORD_OK) {
		complain(&job->err);
		run->failed = true;
	}
	if (job->out.failed) {
		complain_text("out of memory while writing a result");
		run->failed = true;
	}
	accord_buffer_append(&run->out, job->out.data, job->out.len);
	if (job->out.capacity > LARGE_LINE)
		accord_buffer_free(&job->out);
	accord_buffer_clear(&job->out);
	if (run->out.len >= OUTPUT_CHUNK)
		flush(run);
	return !run->closed;
}

static void notice(void *context, const char *text)
{
	(void)context;
	complain_text("%s", text);
}

int filter_run(const struct filter *filter, const struct saved_args *args, int count, char **words,
               accord_corpus_options *options)
{
	static const struct pipeline_steps steps = {sizeof(struct job), begin_job, end_job, work, write_job, flush, false};
	struct run run = {.filter = filter};
	options->notice = notice;
	accord_buffer_init(&run.out, SIZE_MAX / 4);
	bool good = pipeline_run(args, count, words, options, NULL, &steps, &run);
	accord_buffer_free(&run.out);
	return good && !run.failed && !run.closed ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}
