/*
 * One document's way: cleaned; passed over if it is not asked for, or known with the same text and tagged by the same rules
 * (so that a run that was cut short comes back fast to where it was); tagged; stored with many others in one
 * transaction.
 */
#include "import_jobs.h"
#include "import_mark.h"

#include <accord/feed_date.h>
#include <accord/period.h>
#include <accord/url.h>

#include <stdio.h>
#include <string.h>

#define BATCH_DOCUMENTS 2000 /* in one transaction, */
#define BATCH_SECONDS 2     /* or what comes in this time: other writers wait no longer */

volatile sig_atomic_t import_stopped;

enum outcome { NEWS, KNOWN, PASSED_OVER, FAILED };

struct job {
	accord_document doc;
	accord_slice html; /* raw bytes to keep; unknown if the document came as text */
	accord_corpus_record record;
	enum outcome outcome;
	accord_error err;
};

/* ---- work, in any thread --------------------------------------------------------------------------------------------- */

static bool is_language_asked(const struct import *import, accord_document *doc)
{
	if (!import->langs->count)
		return true;
	if (!doc->lang.len)
		doc->lang = accord_slice_of(accord_language_detect(doc->text, (accord_slice){NULL, 0}));
	for (size_t i = 0; i < import->langs->count; i++)
		if (doc->lang.len >= 2 && !strncmp(import->langs->items[i], doc->lang.data, 2))
			return true;
	return false;
}

/* The day of publication, else that on which the page was fetched; what has neither is not asked for. */
static bool is_day_asked(const struct import *import, const accord_document *doc, accord_slice fetched)
{
	accord_period asked, day;
	if (!import->since)
		return true;
	return accord_period_of(accord_slice_of(import->since), &asked) &&
	       (accord_period_of(doc->published, &day) || accord_period_of(fetched, &day)) && day.to >= asked.from;
}

static bool is_known(struct import *import, const accord_document *doc)
{
	bool known = false;
	if (!import->look || !import->rules)
		return false;
	pthread_mutex_lock(&import->lock);
	accord_store_knows(import->look, doc, import->rules, &known, NULL);
	pthread_mutex_unlock(&import->lock);
	return known;
}

/* A page that accord export wrote for a file without an address: its name is its source again. */
static void take_file_name(accord_arena *arena, accord_document *doc)
{
	char *name = doc->url.len > 5 && !memcmp(doc->url.data, "file:", 5) ? accord_arena_alloc(arena, doc->url.len) : NULL;
	size_t n = 0;
	if (!name)
		return;
	for (size_t i = 5; i < doc->url.len; i++) {
		unsigned code;
		bool coded = doc->url.data[i] == '%' && i + 2 < doc->url.len && sscanf(doc->url.data + i + 1, "%2x", &code) == 1;
		name[n++] = coded ? (char)code : doc->url.data[i];
		i += coded ? 2 : 0;
	}
	doc->source = (accord_slice){name, n};
	doc->url = doc->site = (accord_slice){NULL, 0};
}

static void work(void *context, void *slot, const accord_corpus_record *record, accord_arena *arena)
{
	struct import *import = context;
	struct job *job = slot;
	accord_page_options page = {.sites = import->sites};
	*job = (struct job){.record = *record, .outcome = FAILED};
	accord_status status = saved_document(arena, record, &page, SAVED_GIVEN_FIRST, &job->doc, &job->html, &job->err);
	if (status != ACCORD_OK)
		return;
	/* A page crawled twice is one document: where the record has a URL, that is the key. */
	if (record->kind == ACCORD_CORPUS_HTML && record->url.data)
		job->doc.id = (accord_slice){NULL, 0};
	take_file_name(arena, &job->doc);
	if (!job->doc.site.data && job->doc.url.data)
		job->doc.site = accord_url_site(arena, job->doc.url);
	job->outcome = PASSED_OVER;
	if (!is_language_asked(import, &job->doc) || !is_day_asked(import, &job->doc, record->date))
		return;
	job->outcome = is_known(import, &job->doc) ? KNOWN : NEWS;
	if (job->outcome == NEWS && import->tagger && !import->dry &&
	    accord_tagger_document(import->tagger, arena, &job->doc, &job->err) != ACCORD_OK) {
		job->outcome = FAILED;
		accord_error_at(&job->err, job->doc.source.data, record->line, 0);
	}
}

/* ---- the store, in one thread ---------------------------------------------------------------------------------------- */

static void failed(struct import *import, const accord_error *err)
{
	progress_clear(&import->progress);
	complain(err);
	import->failed++;
}

static bool end_batch(struct import *import)
{
	accord_error err = {0};
	accord_status status = import_mark(import, &err);
	if (status == ACCORD_OK && import->open)
		status = accord_store_commit(import->store, &err);
	import->open = import->open && status != ACCORD_OK;
	import->batch = import->unmarked = 0;
	import->batch_began = time(NULL);
	if (status == ACCORD_OK)
		return true;
	progress_clear(&import->progress);
	complain(&err);
	import->broken = true;
	return false;
}

static accord_status begin_batch(struct import *import, accord_error *err)
{
	if (import->open)
		return ACCORD_OK;
	accord_status status = accord_store_begin(import->store, err);
	import->open = status == ACCORD_OK;
	return status;
}

static int64_t fetched(accord_slice date)
{
	accord_feed_date d;
	if (!date.len || accord_feed_date_read(date, &d, NULL) != ACCORD_OK || !d.day)
		return time(NULL);
	return accord_day_of(d.year, (unsigned)d.month, (unsigned)d.day) * 86400 + d.hour * 3600 + d.minute * 60 + d.second -
	       (int64_t)d.offset * 60;
}

static accord_status put_page(struct import *import, struct job *job, int64_t *id, accord_error *err)
{
	const accord_corpus_record *r = &job->record;
	accord_page_record page = {.url = job->doc.url.len ? job->doc.url : job->doc.source,
				   .content_type = r->content_type.data ? r->content_type : job->doc.content_type,
				   .etag = r->etag,
				   .last_modified = r->last_modified,
				   .http_status = r->http_status,
				   .fetched = fetched(r->date),
				   .address = r->address,
				   .bytes = job->html};
	return accord_store_put_page(import->store, &page, id, err);
}

static accord_status put(struct import *import, struct job *job, accord_put *what)
{
	accord_put_options options = {.rules = import->rules};
	accord_status status = begin_batch(import, &job->err);
	if (status == ACCORD_OK && job->html.data)
		status = put_page(import, job, &options.page, &job->err);
	if (status == ACCORD_OK)
		status = accord_store_put_document(import->store, &job->doc, &options, what, NULL, &job->err);
	import->batch += status == ACCORD_OK;
	return status;
}

/* The page alone: of a document that is known, whose bytes may be others all the same; of a web archive's page that is no
 * article, as one that was fetched would be kept. */
static void keep_page(struct import *import, struct job *job)
{
	accord_error err = {0};
	if (!job->html.data || import->dry || begin_batch(import, &err) != ACCORD_OK)
		return;
	if (put_page(import, job, NULL, &err) == ACCORD_OK)
		import->batch++;
	else
		import->broken = true;
}

static void store_news(struct import *import, struct job *job)
{
	accord_put what = ACCORD_PUT_ADDED;
	accord_status status = import->dry ? ACCORD_OK : put(import, job, &what);
	if (status == ACCORD_OK) {
		import->counts[what]++;
		return;
	}
	import->broken |= status == ACCORD_ESTORE;
	accord_error_at(&job->err, job->doc.source.data ? job->doc.source.data : job->record.file, job->record.line, 0);
	failed(import, &job->err);
}

long import_documents(const struct import *import)
{
	return import->counts[ACCORD_PUT_ADDED] + import->counts[ACCORD_PUT_CHANGED] + import->counts[ACCORD_PUT_RETAGGED] +
	       import->counts[ACCORD_PUT_SAME];
}

static bool is_batch_full(const struct import *import)
{
	return import->batch >= BATCH_DOCUMENTS || import->unmarked >= 10 * BATCH_DOCUMENTS ||
	       time(NULL) - import->batch_began >= BATCH_SECONDS;
}

static bool write_job(void *context, void *slot)
{
	struct import *import = context;
	struct job *job = slot;
	if (import_stopped || import->broken)
		return false;
	switch (job->outcome) {
	case NEWS:
		store_news(import, job);
		break;
	case KNOWN:
		keep_page(import, job);
		import->counts[ACCORD_PUT_SAME]++;
		break;
	case PASSED_OVER:
		import->passed_over++;
		break;
	case FAILED:
		if (job->err.status == ACCORD_EINPUT && job->record.http_status) {
			job->doc.url = job->record.url;
			keep_page(import, job);
		}
		failed(import, &job->err);
		break;
	}
	long documents = import_documents(import);
	import->unmarked++;
	import->mark_identity = job->record.progress.identity;
	import->mark_records = job->record.progress.records;
	progress_step(&import->progress, documents, import->failed, job->record.progress.read);
	if (is_batch_full(import))
		end_batch(import);
	return !import->broken && !(import->limit && documents >= import->limit);
}

/* Nothing comes: no other writer should wait for us. */
static void idle(void *context)
{
	struct import *import = context;
	if (import->open && time(NULL) - import->batch_began >= BATCH_SECONDS)
		end_batch(import);
}

const struct pipeline_steps import_steps = {sizeof(struct job), NULL, NULL, work, write_job, idle, true};

bool import_finish(struct import *import)
{
	accord_error err = {0};
	progress_clear(&import->progress);
	if (import->broken && import->store)
		accord_store_rollback(import->store);
	if (import->broken || !end_batch(import))
		return false;
	if (import->store && accord_store_end_bulk(import->store, &err) != ACCORD_OK) {
		complain(&err);
		return false;
	}
	if (!import_stopped)
		import_unmark(import);
	return true;
}
