/* Jobs in batches: work in parallel, store in order, some hundred documents a transaction. */
#include "import_jobs.h"
#include "workers.h"

#include <accord/page.h>
#include <accord/url.h>

#include <string.h>

#define BATCH_DOCUMENTS 500 /* in one transaction, */
#define BATCH_SECONDS 2     /* or what comes in this time: other writers wait no longer */
#define DOCUMENT_CEILING ((size_t)2 << 30)

volatile sig_atomic_t import_stopped;

bool import_begin(struct import *import)
{
	for (size_t i = 0; i < JOBS; i++)
		if (!(import->jobs[i].arena = accord_arena_new(DOCUMENT_CEILING)))
			return false;
	return true;
}

void import_free(struct import *import)
{
	for (size_t i = 0; i < JOBS; i++)
		accord_arena_free(import->jobs[i].arena);
	accord_store_close(import->store);
	accord_tagger_free(import->tagger);
}

void import_failed(struct import *import, const accord_error *err)
{
	complain(err);
	import->failed++;
}

/* What the input says itself goes before what its page says. */
static void take_given(accord_document *doc, const accord_document *given)
{
	const accord_slice *from[] = {&given->id,    &given->url,       &given->site,   &given->lang,
				      &given->title, &given->published, &given->source, &given->extra};
	accord_slice *to[] = {&doc->id,    &doc->url,       &doc->site,   &doc->lang,
			      &doc->title, &doc->published, &doc->source, &doc->extra};
	for (size_t i = 0; i < sizeof from / sizeof *from; i++)
		if (from[i]->len)
			*to[i] = *from[i];
}

static void clean(struct job *job)
{
	accord_document given = job->doc;
	accord_page_options page = {.url = given.url.data, .content_type = given.content_type.data};
	job->status =
		accord_page_clean(job->arena, job->page.data, job->page.len, &page, &job->doc, &job->err);
	if (job->status == ACCORD_OK)
		take_given(&job->doc, &given);
}

static void work(void *context, size_t item)
{
	struct import *import = context;
	struct job *job = &import->jobs[item];
	if (job->status == ACCORD_OK && job->page.data)
		clean(job);
	else if (job->status == ACCORD_OK && !job->doc.text.data)
		job->status =
			accord_error_set(&job->err, ACCORD_EINPUT, "the document has neither text nor html");
	if (job->status != ACCORD_OK)
		return;
	if (!job->doc.site.data && job->doc.url.data)
		job->doc.site = accord_url_site(job->arena, job->doc.url);
	if (import->tagger)
		job->status = accord_tagger_document(import->tagger, job->arena, &job->doc, &job->err);
}

static bool end_batch(struct import *import)
{
	accord_error err = {0};
	if (!import->batch)
		return true;
	import->batch = 0;
	if (accord_store_commit(import->store, &err) == ACCORD_OK)
		return true;
	complain(&err);
	import->broken = true;
	return false;
}

static accord_status put(struct import *import, struct job *job, accord_put *what)
{
	accord_put_options options = {.rules = import->tagger ? accord_tagger_version(import->tagger) : NULL};
	accord_status status = ACCORD_OK;
	if (!import->batch) {
		status = accord_store_begin(import->store, &job->err);
		import->batch_began = time(NULL);
	}
	if (status == ACCORD_OK && job->page.data) {
		accord_page_record record = {.url = job->doc.url.len ? job->doc.url : job->doc.source,
					     .content_type = job->doc.content_type,
					     .fetched = time(NULL),
					     .bytes = job->page};
		status = accord_store_put_page(import->store, &record, &options.page, &job->err);
	}
	if (status != ACCORD_OK)
		return status;
	return accord_store_put_document(import->store, &job->doc, &options, what, NULL, &job->err);
}

static void store_job(struct import *import, struct job *job)
{
	accord_put what = ACCORD_PUT_SAME;
	if (job->status == ACCORD_OK) {
		job->status = put(import, job, &what);
		import->broken |= job->status == ACCORD_ESTORE;
		import->batch += job->status == ACCORD_OK;
	}
	if (job->status != ACCORD_OK) {
		accord_error_at(&job->err, job->source, job->line, 0);
		import_failed(import, &job->err);
		return;
	}
	import->counts[what]++;
	if (import->batch >= BATCH_DOCUMENTS || time(NULL) - import->batch_began >= BATCH_SECONDS)
		end_batch(import);
}

static void do_jobs(struct import *import)
{
	work_in_parallel(import->threads, import->count, work, import);
	for (size_t i = 0; i < import->count && !import->broken; i++)
		store_job(import, &import->jobs[i]);
	import->count = import->bytes = 0;
}

struct job *import_job(struct import *import, const char *source, uint32_t line, size_t bytes)
{
	if (import->count == JOBS || import->bytes > JOBS_BYTES)
		do_jobs(import);
	if (import_stopped || import->broken)
		return NULL;
	struct job *job = &import->jobs[import->count++];
	accord_arena *arena = job->arena;
	accord_arena_clear(arena);
	*job = (struct job){.arena = arena, .line = line};
	job->source = accord_arena_copy(arena, source, strlen(source));
	import->bytes += bytes;
	return job;
}

bool import_finish(struct import *import)
{
	do_jobs(import);
	if (import->broken)
		accord_store_rollback(import->store);
	return !import->broken && end_batch(import);
}
