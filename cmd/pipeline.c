/* Reader, workers and writer over a ring of jobs. */
#include "pipeline.h"

#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define MOST_THREADS 256
#define JOBS_A_THREAD 16                  /* so that a slow one does not keep the others waiting, */
#define WORTH_WAKING 8                    /* jobs; a thread is not woken for each, unless there is nothing else to do */
#define BYTES_A_THREAD ((size_t)16 << 20) /* or what makes so many bytes */
#define LARGE ((size_t)1 << 20)           /* memory that is given back, not kept for the next */
#define ARENA_CEILING ((size_t)4 << 30)
#define IDLE_NANOSECONDS 50000000 /* then what is written goes out */

enum state { EMPTY, FILLED, DONE };

struct slot {
	enum state state;
	accord_corpus_record record; /* points into `bytes` */
	accord_error err;
	accord_buffer bytes;
	accord_arena *arena; /* with own_arena */
	size_t cost;
	void *job;
};

struct pipeline {
	const struct pipeline_steps *steps;
	void *context;
	const accord_corpus_options *inner; /* as the verb gave them */
	unsigned threads;
	struct slot *slots;
	size_t slot_count;
	accord_arena *arena; /* of the only thread */
	struct timespec flushed;
	pthread_mutex_t lock;
	pthread_cond_t filled, done, emptied;
	uint64_t fill, take, write; /* numbers of the next jobs to fill, to work on, to write */
	size_t bytes;               /* under way */
	size_t finished;            /* since the writer was last at work */
	bool ended, stopped;
};

unsigned pipeline_threads(long jobs)
{
	cpu_set_t set;
	if (jobs <= 0)
		jobs = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : sysconf(_SC_NPROCESSORS_ONLN);
	return jobs < 1 ? 1 : jobs > MOST_THREADS ? MOST_THREADS : (unsigned)jobs;
}

/* ---- a record of one's own ------------------------------------------------------------------------------------------- */

static void keep_text(accord_buffer *bytes, const char *text, size_t len)
{
	accord_buffer_append(bytes, text, len);
	accord_buffer_append_char(bytes, '\0');
}

/* Copied into one buffer; pointers are set when it grows no more. */
static void keep_record(struct slot *slot, const accord_corpus_record *record)
{
	accord_corpus_record *r = &slot->record;
	*r = *record;
	const char **names[] = {&r->file, &r->member};
	accord_slice *slices[] = {&r->id, &r->url, &r->content_type, &r->date, &r->etag, &r->last_modified, &r->address, &r->bytes};
	accord_buffer_clear(&slot->bytes);
	for (size_t i = 0; i < 2; i++)
		if (*names[i])
			keep_text(&slot->bytes, *names[i], strlen(*names[i]));
	for (size_t i = 0; i < sizeof slices / sizeof *slices; i++)
		if (slices[i]->data)
			keep_text(&slot->bytes, slices[i]->data, slices[i]->len);
	const char *at = slot->bytes.data;
	if (slot->bytes.failed) {
		accord_error_set(&slot->err, ACCORD_ENOMEM, "out of memory");
		accord_error_at(&slot->err, record->file, 0, 0);
		*r = (accord_corpus_record){.file = "", .error = &slot->err};
		return;
	}
	for (size_t i = 0; i < 2; i++)
		if (*names[i]) {
			*names[i] = at;
			at += strlen(at) + 1;
		}
	for (size_t i = 0; i < sizeof slices / sizeof *slices; i++)
		if (slices[i]->data) {
			slices[i]->data = at;
			at += slices[i]->len + 1;
		}
	if (record->error) {
		slot->err = *record->error;
		r->error = &slot->err;
	}
}

static void trim_slot(struct slot *slot)
{
	if (slot->bytes.capacity > LARGE)
		accord_buffer_free(&slot->bytes);
	if (slot->arena)
		accord_arena_clear(slot->arena);
}

/* ---- one thread ------------------------------------------------------------------------------------------------------ */

static int64_t nanoseconds_since(const struct timespec *then)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
	return (int64_t)(now.tv_sec - then->tv_sec) * 1000000000 + (now.tv_nsec - then->tv_nsec);
}

static void idle(struct pipeline *p)
{
	p->steps->idle(p->context);
	clock_gettime(CLOCK_MONOTONIC_COARSE, &p->flushed);
}

static bool do_at_once(void *context, const accord_corpus_record *record)
{
	struct pipeline *p = context;
	p->steps->work(p->context, p->slots[0].job, record, p->arena);
	bool more = p->steps->write(p->context, p->slots[0].job);
	accord_arena_clear(p->arena);
	if (nanoseconds_since(&p->flushed) > IDLE_NANOSECONDS)
		idle(p);
	return more;
}

static void reader_waits(void *context)
{
	struct pipeline *p = context;
	if (p->threads == 1)
		idle(p);
}

static void pass_notice(void *context, const char *text)
{
	struct pipeline *p = context;
	if (p->inner->notice)
		p->inner->notice(p->context, text);
}

/* ---- several --------------------------------------------------------------------------------------------------------- */

static bool fill_slot(void *context, const accord_corpus_record *record)
{
	struct pipeline *p = context;
	size_t cost = record->bytes.len + 4096;
	pthread_mutex_lock(&p->lock);
	while (!p->stopped && (p->fill - p->write == p->slot_count ||
	                       (p->fill > p->write && p->bytes + cost > p->threads * BYTES_A_THREAD)))
		pthread_cond_wait(&p->emptied, &p->lock);
	bool stopped = p->stopped;
	struct slot *slot = &p->slots[p->fill % p->slot_count];
	pthread_mutex_unlock(&p->lock);
	if (stopped)
		return false;
	keep_record(slot, record); /* nobody looks at an empty slot */
	slot->cost = cost;
	pthread_mutex_lock(&p->lock);
	slot->state = FILLED;
	p->fill++;
	p->bytes += cost;
	pthread_cond_signal(&p->filled);
	pthread_mutex_unlock(&p->lock);
	return true;
}

static void *work(void *context)
{
	struct pipeline *p = context;
	accord_arena *own = accord_arena_new(ARENA_CEILING);
	pthread_mutex_lock(&p->lock);
	for (;;) {
		while (p->take == p->fill && !p->ended && !p->stopped)
			pthread_cond_wait(&p->filled, &p->lock);
		if (p->stopped || p->take == p->fill)
			break;
		struct slot *slot = &p->slots[p->take++ % p->slot_count];
		pthread_mutex_unlock(&p->lock);
		accord_arena *arena = slot->arena ? slot->arena : own;
		p->steps->work(p->context, slot->job, &slot->record, arena);
		if (own)
			accord_arena_clear(own);
		pthread_mutex_lock(&p->lock);
		slot->state = DONE;
		if (++p->finished >= WORTH_WAKING || p->take == p->fill)
			pthread_cond_signal(&p->done);
	}
	pthread_mutex_unlock(&p->lock);
	accord_arena_free(own);
	return NULL;
}

static void wait_a_moment(struct pipeline *p)
{
	struct timespec until;
	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_nsec += IDLE_NANOSECONDS;
	until.tv_sec += until.tv_nsec / 1000000000;
	until.tv_nsec %= 1000000000;
	pthread_cond_timedwait(&p->done, &p->lock, &until);
}

static bool is_next_done(const struct pipeline *p)
{
	return p->write < p->fill && p->slots[p->write % p->slot_count].state == DONE;
}

/*
 * Wait for the next job in order. What is written goes out when nothing is under way, or when nothing has come for a moment. False
 * when there is none any more.
 */
static bool wait_for_next(struct pipeline *p, bool *unflushed)
{
	while (!p->stopped && !(p->ended && p->write == p->fill)) {
		if (is_next_done(p))
			return true;
		if (!*unflushed && p->write == p->fill) {
			pthread_cond_wait(&p->done, &p->lock);
			continue;
		}
		if (p->write < p->fill)
			wait_a_moment(p);
		if (is_next_done(p) || !*unflushed)
			continue;
		*unflushed = false;
		pthread_mutex_unlock(&p->lock);
		p->steps->idle(p->context);
		pthread_mutex_lock(&p->lock);
	}
	return false;
}

static void *write_in_order(void *context)
{
	struct pipeline *p = context;
	bool unflushed = false;
	pthread_mutex_lock(&p->lock);
	while (wait_for_next(p, &unflushed)) {
		struct slot *slot = &p->slots[p->write % p->slot_count];
		pthread_mutex_unlock(&p->lock);
		bool more = p->steps->write(p->context, slot->job);
		trim_slot(slot);
		unflushed = true;
		pthread_mutex_lock(&p->lock);
		slot->state = EMPTY;
		p->bytes -= slot->cost;
		p->write++;
		p->finished = 0;
		if (!more) {
			p->stopped = true;
			pthread_cond_broadcast(&p->filled);
		}
		if (!more || p->fill - p->write <= p->slot_count - WORTH_WAKING)
			pthread_cond_signal(&p->emptied);
	}
	pthread_mutex_unlock(&p->lock);
	return NULL;
}

static void end_input(struct pipeline *p)
{
	pthread_mutex_lock(&p->lock);
	p->ended = true;
	pthread_cond_broadcast(&p->filled);
	pthread_cond_signal(&p->done);
	pthread_mutex_unlock(&p->lock);
}

/* ---- the whole ------------------------------------------------------------------------------------------------------- */

static bool make_slots(struct pipeline *p)
{
	p->slot_count = p->threads == 1 ? 1 : p->threads * JOBS_A_THREAD;
	p->slots = calloc(p->slot_count, sizeof *p->slots);
	for (size_t i = 0; p->slots && i < p->slot_count; i++) {
		struct slot *slot = &p->slots[i];
		accord_buffer_init(&slot->bytes, ACCORD_CORPUS_CEILING + LARGE);
		slot->job = calloc(1, p->steps->job_size);
		if (p->steps->own_arena && p->threads > 1)
			slot->arena = accord_arena_new(ARENA_CEILING);
		if (!slot->job || (p->steps->begin && !p->steps->begin(p->context, slot->job)))
			return false;
	}
	return p->slots && (p->threads > 1 || (p->arena = accord_arena_new(ARENA_CEILING)));
}

static void free_slots(struct pipeline *p)
{
	for (size_t i = 0; p->slots && i < p->slot_count; i++) {
		if (p->slots[i].job && p->steps->end)
			p->steps->end(p->context, p->slots[i].job);
		free(p->slots[i].job);
		accord_buffer_free(&p->slots[i].bytes);
		accord_arena_free(p->slots[i].arena);
	}
	free(p->slots);
	accord_arena_free(p->arena);
}

static void init_locks(struct pipeline *p)
{
	pthread_condattr_t monotonic;
	pthread_condattr_init(&monotonic);
	pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->filled, NULL);
	pthread_cond_init(&p->emptied, NULL);
	pthread_cond_init(&p->done, &monotonic);
	pthread_condattr_destroy(&monotonic);
}

/* As many threads as can be had; without a writer and a worker, none. */
static bool run_threads(struct pipeline *p, const struct saved_args *args, int count, char **words,
                        accord_corpus_options *options, accord_corpus_progress *progress)
{
	pthread_t workers[MOST_THREADS], writer;
	unsigned n = 0;
	init_locks(p);
	if (pthread_create(&writer, NULL, write_in_order, p) != 0)
		return false;
	while (n < p->threads && pthread_create(&workers[n], NULL, work, p) == 0)
		n++;
	bool good = n && saved_read(args, count, words, options, progress, fill_slot, p);
	end_input(p);
	while (n > 0)
		pthread_join(workers[--n], NULL);
	pthread_join(writer, NULL);
	return good && !p->stopped;
}

bool pipeline_run(const struct saved_args *args, int count, char **words, accord_corpus_options *options,
                  accord_corpus_progress *progress, const struct pipeline_steps *steps, void *context)
{
	accord_corpus_options given = *options;
	struct pipeline p = {.steps = steps, .context = context, .inner = &given, .threads = pipeline_threads(args->jobs)};
	options->waiting = reader_waits;
	options->notice = pass_notice;
	bool good = make_slots(&p);
	if (!good)
		complain_text("out of memory");
	else if (p.threads == 1)
		good = saved_read(args, count, words, options, progress, do_at_once, &p);
	else
		good = run_threads(&p, args, count, words, options, progress);
	steps->idle(context);
	free_slots(&p);
	*options = given;
	return good;
}
