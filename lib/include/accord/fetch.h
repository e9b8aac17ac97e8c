/**
 * @file fetch.h
 * Asking web servers for pages, so that they and we can live with it: one request at a time for a host, a
 * pause between two, robots.txt on every hop, limits on everything. The engine knows no store: requests go
 * in, each gives exactly one result by callback, and what should outlast a run (robots.txt, resting hosts)
 * goes through accord_fetch_memory.
 *
 *   accord_fetch_options options = accord_fetch_defaults();
 *   options.contact = "https://example.org/bot";
 *   accord_fetcher_new(&options, &fetcher, &err);
 *   accord_fetcher_add(fetcher, &(accord_fetch_request){.url = "https://news.example/feed"}, &err);
 *   accord_fetcher_run(fetcher, on_result, context);
 *   accord_fetcher_free(fetcher);
 */
#ifndef ACCORD_FETCH_H
#define ACCORD_FETCH_H

#include <accord/error.h>
#include <accord/robots.h>
#include <accord/text.h>

/** The name by which robots.txt knows us. */
#define ACCORD_AGENT "AccordBot"

typedef struct accord_fetcher accord_fetcher;

/** A robots.txt as a server gave it. */
typedef struct accord_robots_copy {
	int64_t fetched; /**< seconds since 1970 */
	int status;      /**< HTTP status; 0 if no answer came */
	accord_slice body;
} accord_robots_copy;

/** How a host has to be treated in the next run. */
typedef struct accord_host_state {
	int64_t rest_until; /**< no request before that time; 0 for none */
	unsigned failures;  /**< in a row: no connection, no answer, 429, 503 */
} accord_host_state;

/** What outlasts a run. Every function may be NULL; a getter returns false if it knows nothing. */
typedef struct accord_fetch_memory {
	void *context;
	/** `copy->body` must stay as it is until the next call. */
	bool (*get_robots)(void *context, const char *origin, accord_robots_copy *copy);
	void (*put_robots)(void *context, const char *origin, const accord_robots_copy *copy);
	bool (*get_host)(void *context, const char *host, accord_host_state *state);
	void (*put_host)(void *context, const char *host, const accord_host_state *state);
	/** Where several crawls ask the same hosts: 0 if it is our turn, which lasts until end_turn; else the seconds until
	 * asking again makes sense. */
	double (*take_turn)(void *context, const char *host);
	/** Our turn is over; nobody's may begin for `pause` seconds. */
	void (*end_turn)(void *context, const char *host, double pause);
} accord_fetch_memory;

typedef struct accord_fetch_options {
	const char *agent;   /**< product token, also for robots.txt */
	const char *contact; /**< URL or mail address in the User-Agent; without one only allowed hosts are
				asked */
	const char *const
		*allow_hosts; /**< "HOST:PORT" of private addresses that may be asked all the same */
	size_t allow_count;
	const char *ca_file; /**< PEM certificates to trust besides the system's, or NULL */
	unsigned hosts_at_once;     /**< requests in flight, each to another host */
	double pause;               /**< seconds between the end of a request and the next to the same host */
	double longest_crawl_delay; /**< a Crawl-delay beyond that is cut to it */
	double patience;            /**< how long a run waits for a host that asked for a rest */
	double connect_seconds, request_seconds; /**< the latter for a request with all its redirects */
	double run_seconds;        /**< then everything that is left is deferred; 0 for no end */
	size_t max_wire, max_body; /**< bytes as they come, and unpacked */
	unsigned max_redirects;
	accord_fetch_memory memory;
	/** Called a few times a second while a run goes on; NULL for none. */
	void (*on_tick)(accord_fetcher *fetcher, void *context);
	void *tick_context;
} accord_fetch_options;

/** What the program uses if nothing else is asked for. */
accord_fetch_options accord_fetch_defaults(void);

/** What is known of an answer whose body is still coming. */
typedef struct accord_fetch_answer {
	const char *url;                                 /**< after redirects */
	const char *content_type, *etag, *last_modified; /**< NULL where the server sent none */
} accord_fetch_answer;

typedef struct accord_fetch_request {
	const char *url;
	const char *etag, *last_modified; /**< validators as they were received, or NULL */
	const char *accept;               /**< media types for the Accept field, or NULL */
	size_t max_body;                  /**< 0: as the options say */
	/**
	 * Takes the body of a 200 as it comes, unpacked, instead of it being gathered in memory; false ends
	 * the transfer (outcome ACCORD_FAILED). What came may still turn out to be cut off: the result tells.
	 */
	bool (*sink)(void *context, const accord_fetch_answer *answer, const char *bytes, size_t len);
	void *sink_context;
	bool only_robots; /**< do not fetch it, just say whether robots.txt lets us */
	int kind;         /**< the caller's */
	int64_t number;   /**< the caller's */
} accord_fetch_request;

typedef enum accord_fetch_outcome {
	ACCORD_FETCHED,      /**< 200 with a whole body (or only_robots, and allowed) */
	ACCORD_NOT_MODIFIED, /**< 304 to validators that were sent */
	ACCORD_GONE,         /**< 410: never ask again */
	ACCORD_HTTP_ERROR,   /**< another status than those */
	ACCORD_FORBIDDEN,    /**< by robots.txt, or by one that cannot be read */
	ACCORD_REFUSED,      /**< by us: private address, other scheme, no contact */
	ACCORD_FAILED,       /**< no connection, time over, body cut or too large, redirects without end */
	ACCORD_DEFERRED      /**< not asked: the host rests, or the run ended; due again at retry_at */
} accord_fetch_outcome;

/** Valid during the callback only. A field that the server did not send is unknown, 0 or NULL. */
typedef struct accord_fetch_result {
	const accord_fetch_request *request;
	accord_fetch_outcome outcome;
	int status;          /**< HTTP status of the last answer */
	const char *message; /**< one sentence, for all outcomes but the first two */
	const char *url;     /**< where the body came from, after redirects */
	const char *moved;   /**< where permanent redirects (301, 308) from the first hop on led; NULL if none
				did */
	accord_slice body;   /**< unpacked; empty where a sink took it */
	size_t body_bytes;   /**< its length */
	const char *content_type, *etag, *last_modified;
	int64_t fresh_until; /**< by Cache-Control or Expires; 0 if they say nothing */
	int64_t retry_at;    /**< by Retry-After, or when a deferred request may be tried; 0 for unknown */
	const char *address; /**< the IP address that answered */
	size_t wire_bytes;
	double seconds;
	unsigned redirects;
	bool unresolved; /**< the host's name is unknown: it is gone, or we are not connected */
	bool hopeless; /**< failed at a limit (size, redirects): another try would end there, too */
	accord_robots_verdict robots; /**< for the last URL; its rule may be unknown */
} accord_fetch_result;

typedef struct accord_fetch_counts {
	size_t requests, waiting, in_flight, hosts, done;
	uint64_t wire_bytes;
} accord_fetch_counts;

/** @return ACCORD_OK; ACCORD_EINPUT if an allowed host is no HOST:PORT; ACCORD_EIO if the file of certificates
 * cannot be read; ACCORD_ENOMEM. Texts in options are
 * copied. */
accord_status accord_fetcher_new(const accord_fetch_options *options, accord_fetcher **fetcher,
				 accord_error *err);

/** Gives everything back; NULL is fine. Requests that were not run give no result. */
void accord_fetcher_free(accord_fetcher *fetcher);

/**
 * Put a request into the queue; also from within a callback. Texts are copied.
 *
 * @return ACCORD_OK; ACCORD_EINPUT if the URL is neither http nor https; ACCORD_ENOMEM
 */
accord_status accord_fetcher_add(accord_fetcher *fetcher, const accord_fetch_request *request,
				 accord_error *err);

typedef void accord_fetch_callback(accord_fetcher *fetcher, const accord_fetch_result *result, void *context);

/** Work until every request has its result. Hosts are taken in random order. */
accord_status accord_fetcher_run(accord_fetcher *fetcher, accord_fetch_callback *on_result, void *context,
				 accord_error *err);

/** End the run soon: all that is left is deferred. May be called from a signal handler. */
void accord_fetcher_stop(accord_fetcher *fetcher);

/** How far it is. */
void accord_fetcher_count(const accord_fetcher *fetcher, accord_fetch_counts *counts);

/** Whether the two may be told to the public: neither private, loopback, link-local, multicast nor reserved.
 */
bool accord_address_is_public(const char *ip);

#endif
