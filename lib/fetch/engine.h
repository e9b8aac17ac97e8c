/* What the parts of the fetch engine share: jobs wait in the queue of their host, a host has origins with
 * robots.txt. */
#ifndef FETCH_ENGINE_H
#define FETCH_ENGINE_H

#include "response.h"

#include <accord/arena.h>
#include <accord/buffer.h>
#include <accord/fetch.h>
#include <accord/hash_map.h>
#include <accord/url.h>

#include <curl/curl.h>
#include <signal.h>

enum origin_state { ORIGIN_UNKNOWN, ORIGIN_ASKING, ORIGIN_RULES, ORIGIN_CLOSED };

/* scheme://host:port, and what its robots.txt says. */
struct origin {
	char *name;
	enum origin_state state;
	accord_arena *arena; /* of the rules */
	accord_robots *robots;
	unsigned asked;               /* how often in this run */
	accord_fetch_outcome outcome; /* of its pages when closed */
	bool unresolved;
	int status;
	int64_t retry_at;
	char why[160];
	char *old; /* a robots.txt that is over its day, for when no new one comes */
	size_t old_len;
};

struct job {
	struct job *next;
	accord_fetch_request request; /* its texts are ours */
	char *url;                    /* of the next hop, or the one in flight */
	char *moved;
	char *cookies;  /* "a=1; b=2", that redirects have set on the way; for this host only */
	bool temporary; /* a redirect that is not permanent was among them */
	struct host *host;
	struct origin *origin;
	struct origin *robots_of; /* the job is to get this origin's robots.txt */
	unsigned hops;
	double seconds;
	size_t wire;
	accord_robots_verdict verdict;

	/* in flight */
	CURL *easy;
	struct curl_slist *fields;
	struct response response;
	accord_buffer body;
	struct accord_content_decoder *decoder;
	size_t body_wire, wire_ceiling, body_bytes, body_ceiling;
	bool may_be_private, connected, body_full, unresolved;
	char refused[64];           /* an address that was not connected to */
	const char *broken;         /* which limit was reached */
	const char *unpacked_badly; /* what the end of the body showed */
	char address[64];
	char curl_error[CURL_ERROR_SIZE];
	size_t flight; /* index in fetcher->flying */
};

struct queue {
	struct job *first, *last;
};

/* One server, as far as politeness goes: a name, and the port if it is not 80 or 443. */
struct host {
	char *name;
	struct queue robots, pages;
	bool busy, active;
	int socket;     /* the last one opened */
	double next_at; /* monotonic */
	double delay;
	accord_host_state state;
};

struct allowed_host {
	char *host;
	uint32_t port;
};

struct accord_fetcher {
	accord_fetch_options options;
	char *agent, *user_agent, *ca_file;
	struct allowed_host *allowed;
	size_t allowed_count;
	CURLM *multi;
	CURL **spare;
	size_t spare_count, spare_capacity;
	struct job **flying;
	size_t flying_count;
	accord_hash_map *host_names, *origin_names;
	struct host **hosts;
	struct origin **origins;
	size_t host_count, host_capacity, origin_count, origin_capacity;
	struct host **active; /* those with jobs waiting */
	size_t active_count, active_capacity;
	size_t jobs; /* page jobs without a result yet */
	accord_arena *scratch;
	accord_fetch_callback *on_result;
	void *context;
	accord_fetch_counts counts;
	volatile sig_atomic_t stop;
	double run_end, last_tick;
	uint64_t random;
	char message[320];
};

/* transfer.c: one request on the wire
 * ------------------------------------------------------------------------------ */

/* Begin the job's next hop. False if memory is short: then nothing has begun. */
bool transfer_start(accord_fetcher *fetcher, struct job *job);
/* Take the job off the wire; its response and body stay. */
void transfer_end(accord_fetcher *fetcher, struct job *job);
/* What a failed transfer is called; NULL if it did not fail. Sets *outcome. */
const char *transfer_failure(accord_fetcher *fetcher, struct job *job, CURLcode code,
			     accord_fetch_outcome *outcome);

/* answers.c: what becomes of a job
 * ---------------------------------------------------------------------------------- */

void job_free(struct job *job);
/* A page job's result to whoever wants it; the job is gone then. */
void job_give(accord_fetcher *fetcher, struct job *job, accord_fetch_outcome outcome, const char *message,
	      int64_t retry_at);
/* The end of any job without an answer that could be used. */
void job_fail(accord_fetcher *fetcher, struct job *job, accord_fetch_outcome outcome, const char *why,
	      int64_t retry_at);
/* The transfer has ended. */
void job_landed(accord_fetcher *fetcher, struct job *job, CURLcode code);

/* fetcher.c: find host and origin of job->url and stand in line there, `first` before the other pages. */
accord_status job_enqueue(accord_fetcher *fetcher, struct job *job, bool first, accord_error *err);

/* hosts.c: servers and their robots.txt
 * ---------------------------------------------------------------------------- */

struct host *host_of(accord_fetcher *fetcher, const accord_url *url);
struct origin *origin_of(accord_fetcher *fetcher, const accord_url *url);
bool host_is_allowed(const accord_fetcher *fetcher, const accord_url *url);
/* Whether a request may begin now, as far as other crawls go; if not, next_at is when to ask again. */
bool host_take_turn(accord_fetcher *fetcher, struct host *host, double now);
void host_end_turn(accord_fetcher *fetcher, struct host *host, double pause);
void host_failed(accord_fetcher *fetcher, struct host *host, int64_t retry_at, bool at_once);
void host_answered(accord_fetcher *fetcher, struct host *host);
/* From what an earlier run has kept, if it is fresh enough. */
void origin_recall(accord_fetcher *fetcher, struct origin *origin);
/* The answer of the server: rules, none, or a closed door. */
void origin_take_answer(accord_fetcher *fetcher, struct origin *origin, int status, accord_slice body);
void origin_close(accord_fetcher *fetcher, struct origin *origin, accord_fetch_outcome outcome, int status,
		  int64_t retry_at, const char *why);
void hosts_free(accord_fetcher *fetcher);

double monotonic_seconds(void);
int64_t wall_seconds(void);
/* Between 0 and 1. */
double random_fraction(accord_fetcher *fetcher);

#endif
