/*
 * What becomes of a job when its transfer has ended: a result, another hop, or, for a robots.txt, rules for
 * its origin.
 */
#include "engine.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROBOTS_ASKED_AT_MOST 2

void job_free(struct job *job)
{
	if (!job)
		return;
	free((char *)job->request.url);
	free((char *)job->request.etag);
	free((char *)job->request.last_modified);
	free((char *)job->request.accept);
	free(job->url);
	free(job->moved);
	free(job->cookies);
	response_free(&job->response);
	accord_buffer_free(&job->body);
	free(job);
}

/* Results
 * ---------------------------------------------------------------------------------------------------------
 */

void job_give(accord_fetcher *f, struct job *job, accord_fetch_outcome outcome, const char *message,
	      int64_t retry_at)
{
	int64_t now = wall_seconds();
	accord_fetch_result result = {
		.request = &job->request,
		.outcome = outcome,
		.status = job->response.status,
		.message = message,
		.url = job->url,
		.moved = job->moved,
		.content_type = job->response.content_type,
		.etag = job->response.etag,
		.last_modified = job->response.last_modified,
		.fresh_until = response_fresh_until(&job->response, now),
		.retry_at = retry_at ? retry_at : job->response.retry_at,
		.address = job->address[0] ? job->address : NULL,
		.wire_bytes = job->wire,
		.seconds = job->seconds,
		.redirects = job->hops,
		.robots = job->verdict,
	};
	result.unresolved = job->unresolved;
	result.hopeless = job->broken || job->hops > f->options.max_redirects;
	if (outcome == ACCORD_FETCHED)
		result.body = (accord_slice){job->body.data ? job->body.data : "", job->body.len};
	result.body_bytes = job->body_bytes;
	f->jobs--;
	f->counts.done++;
	if (f->on_result)
		f->on_result(f, &result, f->context);
	job_free(job);
}

/* robots.txt
 * ------------------------------------------------------------------------------------------------------ */

static void robots_answered(accord_fetcher *f, struct job *job)
{
	struct origin *origin = job->robots_of;
	int status = job->response.status;
	int64_t retry_at = job->response.retry_at, now = wall_seconds();
	char why[64];
	if ((status >= 200 && status < 300) || (status >= 400 && status < 500 && status != 429)) {
		host_answered(f, job->host);
		origin_take_answer(f, origin, status, (accord_slice){job->body.data, job->body.len});
	} else if ((status == 429 || status == 503) && retry_at > now &&
		   (double)(retry_at - now) <= f->options.patience && origin->asked < ROBOTS_ASKED_AT_MOST) {
		job->host->state.rest_until = retry_at;
		origin->state = ORIGIN_UNKNOWN;
	} else {
		snprintf(why, sizeof why, "the server answered %d", status);
		if (status == 429 || status == 503)
			host_failed(f, job->host, retry_at, true);
		origin_close(f, origin, ACCORD_FORBIDDEN, status, retry_at, why);
	}
	job_free(job);
}

static void robots_failed(accord_fetcher *f, struct job *job, accord_fetch_outcome outcome, const char *why,
			  int64_t retry_at)
{
	job->robots_of->unresolved = job->unresolved;
	origin_close(f, job->robots_of, outcome, job->response.status, retry_at, why);
	job_free(job);
}

/* The end of a job without an answer that could be used. */
void job_fail(accord_fetcher *f, struct job *job, accord_fetch_outcome outcome, const char *why,
	      int64_t retry_at)
{
	if (job->robots_of)
		robots_failed(f, job, outcome, why, retry_at);
	else
		job_give(f, job, outcome, why, retry_at);
}

/* Answers
 * ---------------------------------------------------------------------------------------------------------
 */

/*
 * Walls that ask for nothing but a cookie back send a browser to the same page again. What a hop has set goes
 * along as long as the host stays the same, and is forgotten with the request.
 */
static void take_cookies(struct job *job, accord_slice next)
{
	size_t origin = strlen(job->origin->name);
	bool same_host = next.len > origin && !memcmp(next.data, job->origin->name, origin) && next.data[origin] == '/';
	if (!same_host || job->response.cookies) {
		free(job->cookies);
		job->cookies = same_host ? job->response.cookies : NULL;
		if (same_host)
			job->response.cookies = NULL;
	}
}

/* The next hop in place of the last; NULL if all is well, else why not. */
static const char *next_hop(accord_fetcher *f, struct job *job, bool *ours)
{
	accord_slice next;
	accord_error err;
	int status = job->response.status;
	*ours = false;
	if (!job->response.location)
		return "a redirect that does not say where to";
	if (++job->hops > f->options.max_redirects)
		return "too many redirects";
	accord_arena_clear(f->scratch);
	if (accord_url_resolve(f->scratch, accord_slice_of(job->url), accord_slice_of(job->response.location),
			       &next, &err) != ACCORD_OK) {
		*ours = true;
		return "a redirect to what is no http or https URL";
	}
	const char *hash = memchr(next.data, '#', next.len);
	if (hash)
		next.len = (size_t)(hash - next.data);
	bool itself = next.len == strlen(job->url) && !memcmp(next.data, job->url, next.len);
	if (itself && !job->response.cookies)
		return "a redirect to itself";
	take_cookies(job, next);
	char *url = strndup(next.data, next.len);
	if (!url)
		return "out of memory";
	job->temporary = job->temporary || (status != 301 && status != 308);
	if (!job->temporary) {
		free(job->moved);
		job->moved = strdup(url);
	}
	free(job->url);
	job->url = url;
	return NULL;
}

static void follow(accord_fetcher *f, struct job *job)
{
	bool ours;
	const char *why = next_hop(f, job, &ours);
	if (!why && f->options.request_seconds <= job->seconds)
		why = "the redirects took too long";
	if (why) {
		job_fail(f, job, ours ? ACCORD_REFUSED : ACCORD_FAILED, why, 0);
		return;
	}
	accord_buffer_free(&job->body);
	response_free(&job->response);
	if (job_enqueue(f, job, true, NULL) != ACCORD_OK)
		job_fail(f, job, ACCORD_FAILED, "out of memory", 0);
}

static void page_answered(accord_fetcher *f, struct job *job)
{
	int status = job->response.status;
	bool asked_conditionally = job->request.etag || job->request.last_modified;
	if (status == 429 || status == 503)
		host_failed(f, job->host, job->response.retry_at, true);
	else
		host_answered(f, job->host);
	snprintf(f->message, sizeof f->message, "the server answered %d", status);
	if (status == 200)
		job_give(f, job, ACCORD_FETCHED, NULL, 0);
	else if (status == 304 && asked_conditionally)
		job_give(f, job, ACCORD_NOT_MODIFIED, NULL, 0);
	else if (status == 410)
		job_give(f, job, ACCORD_GONE, "the server answered 410: gone for good", 0);
	else
		job_give(f, job, ACCORD_HTTP_ERROR, f->message, 0);
}

static bool is_redirect(int status)
{
	return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

void job_landed(accord_fetcher *f, struct job *job, CURLcode code)
{
	accord_fetch_outcome outcome;
	struct host *host = job->host;
	transfer_end(f, job);
	const char *failure = transfer_failure(f, job, code, &outcome);
	host->busy = false;
	host->next_at = monotonic_seconds() + host->delay * (1 + 0.1 * random_fraction(f));
	if (failure) {
		/* an unknown name is nothing that the host did: perhaps it is we who are not connected */
		if (outcome == ACCORD_FAILED && !job->broken && !job->unresolved && job->response.status == 0)
			host_failed(f, host, 0, false);
		job_fail(f, job, outcome, failure, 0);
	} else if (is_redirect(job->response.status)) {
		follow(f, job);
	} else if (job->robots_of) {
		robots_answered(f, job);
	} else {
		page_answered(f, job);
	}
	/* only now: what was learned of the host is written down before another crawl may ask it */
	double pause = host->next_at - monotonic_seconds();
	host_end_turn(f, host, pause > 0 ? pause : 0);
}
