/*
 * The queue and the loop. A host does one thing at a time: its robots.txt first, then its pages, each after a
 * pause. A page's way:
 *
 *   add -> queue of its host -> robots.txt says yes -> transfer -> redirect? back into the queue of that host
 *                                                               -> else its result
 *
 * Every job ends in exactly one call of on_result, whatever the servers do: each transfer has a deadline,
 * redirects are counted, a host that asks for more patience than the run has defers all it has.
 */
#include "address.h"
#include "engine.h"
#include "host.h"

#include <accord/version.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define POLL_MILLISECONDS 1000
#define TICK_SECONDS 0.2

accord_fetch_options accord_fetch_defaults(void)
{
	return (accord_fetch_options){
		.agent = ACCORD_AGENT,
		.hosts_at_once = 32,
		.pause = 2,
		.longest_crawl_delay = 30,
		.patience = 20,
		.connect_seconds = 15,
		.request_seconds = 60,
		.run_seconds = 0,
		.max_wire = (size_t)64 << 20,
		.max_body = (size_t)16 << 20,
		.max_redirects = 8,
	};
}

/* Jobs
 * ------------------------------------------------------------------------------------------------------------
 */

static void push_last(struct queue *queue, struct job *job)
{
	job->next = NULL;
	if (queue->last)
		queue->last->next = job;
	else
		queue->first = job;
	queue->last = job;
}

static void push_first(struct queue *queue, struct job *job)
{
	job->next = queue->first;
	queue->first = job;
	if (!queue->last)
		queue->last = job;
}

static struct job *pop(struct queue *queue)
{
	struct job *job = queue->first;
	queue->first = job->next;
	if (!queue->first)
		queue->last = NULL;
	return job;
}

/* A host that got work takes a random place, so that no order of the feeds shows in the order of requests. */
static bool activate(accord_fetcher *f, struct host *host)
{
	if (host->active)
		return true;
	if (f->active_count == f->active_capacity) {
		size_t n = f->active_capacity ? 2 * f->active_capacity : 64;
		struct host **grown = realloc(f->active, n * sizeof(struct host *));
		if (!grown)
			return false;
		f->active = grown;
		f->active_capacity = n;
	}
	size_t last = f->active_count++, place = (size_t)(random_fraction(f) * (double)f->active_count);
	f->active[last] = host;
	f->active[last] = f->active[place];
	f->active[place] = host;
	host->active = true;
	return true;
}

/* Find host and origin of job->url and stand in line there. */
accord_status job_enqueue(accord_fetcher *f, struct job *job, bool first, accord_error *err)
{
	accord_url url;
	accord_arena_clear(f->scratch);
	accord_status status = accord_url_parse(f->scratch, accord_slice_of(job->url), NULL, &url, err);
	if (status != ACCORD_OK)
		return status;
	job->may_be_private = host_is_allowed(f, &url);
	job->host = host_of(f, &url);
	job->origin = origin_of(f, &url);
	if (!job->host || !job->origin || !activate(f, job->host))
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	if (job->robots_of)
		push_last(&job->host->robots, job);
	else if (first)
		push_first(&job->host->pages, job);
	else
		push_last(&job->host->pages, job);
	return ACCORD_OK;
}

static char *copy_or_null(const char *text, bool *failed)
{
	char *copy = text ? strdup(text) : NULL;
	*failed = *failed || (text && !copy);
	return copy;
}

accord_status accord_fetcher_add(accord_fetcher *f, const accord_fetch_request *request, accord_error *err)
{
	accord_url url;
	accord_arena_clear(f->scratch);
	accord_status status = accord_url_parse(f->scratch, accord_slice_of(request->url), NULL, &url, err);
	if (status != ACCORD_OK)
		return status;
	struct job *job = calloc(1, sizeof *job);
	if (!job)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	bool failed = false;
	job->request = *request;
	job->request.url = copy_or_null(request->url, &failed);
	job->request.etag = copy_or_null(request->etag, &failed);
	job->request.last_modified = copy_or_null(request->last_modified, &failed);
	job->request.accept = copy_or_null(request->accept, &failed);
	job->url = copy_or_null(accord_url_text(f->scratch, &url, false).data, &failed);
	status = failed || !job->url ? accord_error_set(err, ACCORD_ENOMEM, "out of memory")
				     : job_enqueue(f, job, false, err);
	if (status != ACCORD_OK) {
		job_free(job);
		return status;
	}
	f->jobs++;
	f->counts.requests++;
	return ACCORD_OK;
}

/* robots.txt
 * ------------------------------------------------------------------------------------------------------ */

static bool ask_robots(accord_fetcher *f, struct origin *origin)
{
	struct job *job = calloc(1, sizeof *job);
	size_t size = strlen(origin->name) + sizeof "/robots.txt";
	if (!job || !(job->url = malloc(size))) {
		free(job);
		return false;
	}
	snprintf(job->url, size, "%s/robots.txt", origin->name);
	job->robots_of = origin;
	origin->asked++;
	if (job_enqueue(f, job, false, NULL) != ACCORD_OK) {
		job_free(job);
		return false;
	}
	origin->state = ORIGIN_ASKING;
	return true;
}

/* Departures
 * ------------------------------------------------------------------------------------------------------ */

/* What forbids a hop before any packet is sent; NULL if nothing does. */
static const char *refusal(accord_fetcher *f, struct job *job)
{
	accord_url url;
	struct sockaddr_storage address;
	accord_arena_clear(f->scratch);
	if (accord_url_parse(f->scratch, accord_slice_of(job->url), NULL, &url, NULL) != ACCORD_OK)
		return "no http or https URL";
	if (job->may_be_private)
		return NULL;
	if (address_of_host(url.host, &address) && !address_is_public((const struct sockaddr *)&address)) {
		snprintf(f->message, sizeof f->message, "the address %.*s is a private one and not allowed",
			 (int)url.host.len, url.host.data);
		return f->message;
	}
	if (!f->options.contact || !*f->options.contact)
		return "no contact is named (--contact or ACCORD_CONTACT), and other people's servers are "
		       "not asked "
		       "without one";
	return NULL;
}

/* Whether robots.txt lets the page go. Else it has got its result, or waits (*waits). */
static bool robots_consent(accord_fetcher *f, struct host *host, struct job *job, bool *waits)
{
	struct origin *origin = job->origin;
	if (origin->state == ORIGIN_UNKNOWN)
		origin_recall(f, origin);
	if (origin->state == ORIGIN_UNKNOWN && !ask_robots(f, origin))
		origin_close(f, origin, ACCORD_FAILED, 0, 0, "out of memory");
	*waits = origin->state == ORIGIN_ASKING;
	if (*waits)
		return false;
	if (origin->state == ORIGIN_CLOSED) {
		pop(&host->pages);
		job->unresolved = origin->unresolved;
		job_give(f, job, origin->outcome, origin->why, origin->retry_at);
		return false;
	}
	accord_arena_clear(f->scratch);
	job->verdict = accord_robots_check(origin->robots, f->scratch, accord_slice_of(job->url));
	double delay = job->verdict.crawl_delay;
	if (delay > f->options.longest_crawl_delay)
		delay = f->options.longest_crawl_delay;
	if (delay > host->delay) {
		host->next_at += delay - host->delay;
		host->delay = delay;
	}
	if (job->verdict.allowed && !job->request.only_robots)
		return true;
	pop(&host->pages);
	if (job->verdict.allowed) {
		job_give(f, job, ACCORD_FETCHED, NULL, 0);
		return false;
	}
	snprintf(f->message, sizeof f->message, "robots.txt, line %u: %.*s", job->verdict.line,
		 (int)(job->verdict.rule.len < 200 ? job->verdict.rule.len : 200), job->verdict.rule.data);
	job_give(f, job, ACCORD_FORBIDDEN, f->message, 0);
	return false;
}

/* A host that asked for more rest than we can wait gives all its jobs back. True if `job` was one of them. */
static bool deferred(accord_fetcher *f, struct host *host, struct queue *queue, struct job *job, double now)
{
	int64_t rest = host->state.rest_until - wall_seconds();
	if (rest <= 0)
		return false;
	bool in_time =
		(double)rest <= f->options.patience && (f->run_end == 0 || now + (double)rest < f->run_end);
	if (in_time) {
		if (host->next_at < now + (double)rest)
			host->next_at = now + (double)rest;
		return false;
	}
	pop(queue);
	job_fail(f, job, ACCORD_DEFERRED, "the host asked for a rest", host->state.rest_until);
	return true;
}

/* Send the host's next job off. True if one is on its way. */
static bool depart(accord_fetcher *f, struct host *host, double now)
{
	while (host->robots.first || host->pages.first) {
		struct queue *queue = host->robots.first ? &host->robots : &host->pages;
		struct job *job = queue->first;
		const char *why = refusal(f, job);
		if (why) {
			pop(queue);
			job_fail(f, job, ACCORD_REFUSED, why, 0);
			continue;
		}
		if (deferred(f, host, queue, job, now))
			continue;
		bool waits;
		if (!job->robots_of && !robots_consent(f, host, job, &waits)) {
			if (waits && !host->robots.first)
				return false; /* its robots.txt was redirected to another host */
			continue;
		}
		if (host->next_at > now || !host_take_turn(f, host, now))
			return false;
		pop(queue);
		host->busy = true;
		if (transfer_start(f, job))
			return true;
		host->busy = false;
		host_end_turn(f, host, 0);
		job_fail(f, job, ACCORD_FAILED, "out of memory", 0);
	}
	return false;
}

static void deactivate(accord_fetcher *f, size_t place)
{
	f->active[place]->active = false;
	f->active[place] = f->active[--f->active_count];
}

/* Let every host go that may; returns the seconds until the next one may. */
static double depart_all(accord_fetcher *f)
{
	double now = monotonic_seconds(), wait = POLL_MILLISECONDS / 1000.0;
	for (size_t i = 0; i < f->active_count && !f->stop;) {
		struct host *host = f->active[i];
		bool room = f->flying_count < f->options.hosts_at_once;
		if (room && !host->busy)
			depart(f, host, now);
		if (f->active[i] != host)
			continue; /* a callback has added a host in this place, ours comes later */
		if (!host->robots.first && !host->pages.first) {
			deactivate(f, i);
			continue;
		}
		if (room && !host->busy && host->next_at > now && host->next_at - now < wait)
			wait = host->next_at - now;
		i++;
	}
	return wait;
}

/* The loop
 * -------------------------------------------------------------------------------------------------------- */

static bool land_all(accord_fetcher *f)
{
	CURLMsg *message;
	int left;
	bool any = false;
	while ((message = curl_multi_info_read(f->multi, &left))) {
		if (message->msg != CURLMSG_DONE)
			continue;
		for (size_t i = 0; i < f->flying_count; i++)
			if (f->flying[i]->easy == message->easy_handle) {
				job_landed(f, f->flying[i], message->data.result);
				any = true;
				break;
			}
	}
	return any;
}

static void defer_queue(accord_fetcher *f, struct queue *queue, const char *why)
{
	while (queue->first) {
		struct job *job = pop(queue);
		job_fail(f, job, ACCORD_DEFERRED, why, 0);
	}
}

static void defer_all(accord_fetcher *f, const char *why)
{
	while (f->flying_count) {
		struct job *job = f->flying[0];
		job->host->busy = false;
		transfer_end(f, job);
		host_end_turn(f, job->host, job->host->delay);
		job_fail(f, job, ACCORD_DEFERRED, why, 0);
	}
	for (size_t i = 0; i < f->host_count; i++) {
		defer_queue(f, &f->hosts[i]->robots, why);
		defer_queue(f, &f->hosts[i]->pages, why);
	}
}

static void tick(accord_fetcher *f, double now)
{
	if (!f->options.on_tick || now - f->last_tick < TICK_SECONDS)
		return;
	f->last_tick = now;
	f->options.on_tick(f, f->options.tick_context);
}

accord_status accord_fetcher_run(accord_fetcher *f, accord_fetch_callback *on_result, void *context,
				 accord_error *err)
{
	accord_status status = ACCORD_OK;
	f->on_result = on_result;
	f->context = context;
	f->run_end = f->options.run_seconds > 0 ? monotonic_seconds() + f->options.run_seconds : 0;
	while (f->jobs && status == ACCORD_OK) {
		double wait = depart_all(f), now = monotonic_seconds();
		if (!f->jobs)
			break;
		if (f->stop || (f->run_end > 0 && now >= f->run_end)) {
			defer_all(f, f->stop ? "the run was stopped" : "the run's time is over");
			continue;
		}
		int running;
		CURLMcode code = curl_multi_perform(f->multi, &running);
		if (!land_all(f) && code == CURLM_OK)
			code = curl_multi_poll(f->multi, NULL, 0, (int)(wait * 1000) + 1, NULL);
		if (code != CURLM_OK)
			status = accord_error_set(err, ACCORD_ENET, "%s", curl_multi_strerror(code));
		tick(f, now);
	}
	return status;
}

void accord_fetcher_stop(accord_fetcher *f)
{
	f->stop = 1;
}

void accord_fetcher_count(const accord_fetcher *f, accord_fetch_counts *counts)
{
	*counts = f->counts;
	counts->in_flight = f->flying_count;
	counts->hosts = f->host_count;
	counts->waiting = f->jobs > f->flying_count ? f->jobs - f->flying_count : 0;
}

/* Beginning and end
 * ----------------------------------------------------------------------------------------------- */

static accord_status add_allowed(accord_fetcher *f, const char *text, accord_error *err)
{
	accord_slice host;
	const char *colon = strrchr(text, ':');
	char *end = NULL;
	unsigned long port = colon ? strtoul(colon + 1, &end, 10) : 0;
	if (!colon || colon == text || !colon[1] || *end || port < 1 || port > 65535 ||
	    !url_host_parse(f->scratch, (accord_slice){text, (size_t)(colon - text)}, &host))
		return accord_error_set(err, ACCORD_EINPUT, "an allowed host is HOST:PORT, not '%s'", text);
	char *copy = strndup(host.data, host.len);
	if (!copy)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	f->allowed[f->allowed_count++] = (struct allowed_host){copy, (uint32_t)port};
	return ACCORD_OK;
}

/* "AccordBot/0.1.0 (+https://example.org/bot)" */
static char *user_agent(const char *agent, const char *contact)
{
	char text[512];
	if (!contact || !*contact || strpbrk(contact, "\r\n"))
		snprintf(text, sizeof text, "%s/%s", agent, ACCORD_VERSION);
	else
		snprintf(text, sizeof text, "%s/%s (%s%s)", agent, ACCORD_VERSION,
			 strncmp(contact, "http", 4) == 0 ? "+" : "", contact);
	return strdup(text);
}

static uint64_t random_seed(void)
{
	uint64_t seed = (uint64_t)wall_seconds() ^ (uint64_t)getpid() << 32;
	int fd = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
	if (fd >= 0) {
		if (read(fd, &seed, sizeof seed) < 0)
			seed ^= 1;
		close(fd);
	}
	return seed;
}

static bool prepare(accord_fetcher *f, const accord_fetch_options *options)
{
	f->options = *options;
	if (!f->options.hosts_at_once)
		f->options.hosts_at_once = 1;
	f->spare_capacity = f->options.hosts_at_once;
	f->agent = strdup(options->agent ? options->agent : ACCORD_AGENT);
	f->user_agent = f->agent ? user_agent(f->agent, options->contact) : NULL;
	f->options.contact = options->contact && *options->contact ? f->user_agent : NULL;
	f->options.agent = f->agent;
	f->ca_file = options->ca_file ? strdup(options->ca_file) : NULL;
	f->options.allow_hosts = NULL;
	f->allowed = calloc(options->allow_count + 1, sizeof *f->allowed);
	f->spare = calloc(f->spare_capacity, sizeof(CURL *));
	f->flying = calloc(f->spare_capacity, sizeof(struct job *));
	f->host_names = accord_hash_map_new();
	f->origin_names = accord_hash_map_new();
	f->scratch = accord_arena_new(0);
	f->multi = curl_multi_init();
	f->random = random_seed();
	return f->agent && f->user_agent && (f->ca_file || !options->ca_file) && f->allowed && f->spare && f->flying && f->host_names &&
	       f->origin_names && f->scratch && f->multi;
}

accord_status accord_fetcher_new(const accord_fetch_options *options, accord_fetcher **fetcher,
				 accord_error *err)
{
	accord_status status = ACCORD_OK;
	accord_fetcher *f = NULL;
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
		return accord_error_set(err, ACCORD_ENET, "libcurl does not start");
	if (options->ca_file && access(options->ca_file, R_OK) != 0) {
		accord_error_set(err, ACCORD_EIO, "%s", strerror(errno));
		accord_error_at(err, options->ca_file, 0, 0);
		return ACCORD_EIO;
	}
	f = calloc(1, sizeof *f);
	if (!f || !prepare(f, options))
		status = accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	for (size_t i = 0; status == ACCORD_OK && i < options->allow_count; i++)
		status = add_allowed(f, options->allow_hosts[i], err);
	if (status != ACCORD_OK) {
		accord_fetcher_free(f);
		return status;
	}
	curl_multi_setopt(f->multi, CURLMOPT_MAXCONNECTS, (long)f->options.hosts_at_once + 8);
	curl_multi_setopt(f->multi, CURLMOPT_PIPELINING, (long)CURLPIPE_MULTIPLEX);
	*fetcher = f;
	return ACCORD_OK;
}

static void queue_free(struct queue *queue)
{
	while (queue->first)
		job_free(pop(queue));
}

void accord_fetcher_free(accord_fetcher *f)
{
	if (!f)
		return;
	while (f->flying_count) {
		struct job *job = f->flying[0];
		transfer_end(f, job);
		job_free(job);
	}
	for (size_t i = 0; i < f->host_count; i++) {
		queue_free(&f->hosts[i]->robots);
		queue_free(&f->hosts[i]->pages);
	}
	while (f->spare_count)
		curl_easy_cleanup(f->spare[--f->spare_count]);
	if (f->multi)
		curl_multi_cleanup(f->multi);
	hosts_free(f);
	for (size_t i = 0; i < f->allowed_count; i++)
		free(f->allowed[i].host);
	free(f->allowed);
	free(f->spare);
	free(f->flying);
	free(f->active);
	free(f->agent);
	free(f->user_agent);
	free(f->ca_file);
	accord_arena_free(f->scratch);
	free(f);
}
