/*
 * One hop of one request with libcurl. Redirects are not followed here: each is a new request to be judged.
 * The address is judged when libcurl asks for a socket, that is after the name was resolved and for each
 * address of it, so a name that answers differently the second time gains nothing.
 */
#include "address.h"
#include "engine.h"

#include <accord/content_coding.h>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_FIELD 4096

static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address)
{
	struct job *job = context;
	if (purpose != CURLSOCKTYPE_IPCXN)
		return CURL_SOCKET_BAD;
	if (!job->may_be_private && !address_is_public(&address->addr)) {
		address_text(&address->addr, job->refused);
		return CURL_SOCKET_BAD;
	}
	job->host->socket = socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
	return job->host->socket;
}

/*
 * A server that sends header and body apart waits for our acknowledgement in between (RFC 896), and the
 * kernel likes to delay that: 40 ms a page on a connection that is used again. libcurl does not tell which
 * socket a transfer uses, but a host has one at a time. A descriptor that is closed by now, or another
 * socket's, takes no harm.
 */
static void acknowledge_at_once(const struct host *host)
{
#ifdef TCP_QUICKACK
	int on = 1;
	if (host->socket > 0)
		setsockopt(host->socket, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
#else
	(void)host;
#endif
}

static size_t take_header(char *line, size_t size, size_t count, void *context)
{
	struct job *job = context;
	size_t len = size * count;
	job->connected = true;
	response_header_line(&job->response, line, len, wall_seconds());
	if (len <= 2)
		acknowledge_at_once(job->host);
	if (!job->response.too_large)
		return len;
	job->broken = "the header is larger than 256 KiB";
	return 0;
}

/* What was unpacked so far goes to whoever wants it as it comes. */
static const char *drain(struct job *job)
{
	if (!job->request.sink || job->response.status != 200) {
		job->body_bytes = job->body.len;
		return NULL;
	}
	job->body_bytes += job->body.len;
	if (job->body_bytes > job->body_ceiling)
		return "the body unpacks to more than is allowed";
	accord_fetch_answer answer = {job->url, job->response.content_type, job->response.etag,
				      job->response.last_modified};
	if (job->body.len &&
	    !job->request.sink(job->request.sink_context, &answer, job->body.data, job->body.len))
		return "the rest of the body was not wanted";
	accord_buffer_clear(&job->body);
	return NULL;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context)
{
	struct job *job = context;
	size_t len = size * count;
	job->body_wire += len;
	if (job->response.status < 200 || job->response.status >= 300)
		return len; /* nobody reads what an error or a redirect has to say */
	if (!job->decoder && !(job->decoder = accord_content_decoder_new(job->response.encoding)))
		job->broken = "out of memory";
	else if (job->body_wire > job->wire_ceiling)
		job->broken = "the body is larger than is allowed";
	else
		job->broken = accord_content_decoder_push(job->decoder, bytes, len, &job->body);
	if (!job->broken)
		job->broken = drain(job);
	if (!job->broken)
		return len;
	if (job->robots_of && job->body.failed) { /* what is behind does not count (RFC 9309, 2.5) */
		job->broken = NULL;
		job->body_full = true;
	}
	return 0;
}

static bool add_field(struct job *job, const char *name, const char *value)
{
	char line[MAX_FIELD + 64];
	if (!value || !*value || strlen(value) > MAX_FIELD || strpbrk(value, "\r\n"))
		return true;
	snprintf(line, sizeof line, "%s: %s", name, value);
	struct curl_slist *longer = curl_slist_append(job->fields, line);
	if (!longer)
		return false;
	job->fields = longer;
	return true;
}

static CURL *spare_handle(accord_fetcher *fetcher)
{
	if (fetcher->spare_count)
		return fetcher->spare[--fetcher->spare_count];
	return curl_easy_init();
}

static void set_callbacks(struct job *job)
{
	CURL *easy = job->easy;
	curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, job->curl_error);
	curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket);
	curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, job);
	curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header);
	curl_easy_setopt(easy, CURLOPT_HEADERDATA, job);
	curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
	curl_easy_setopt(easy, CURLOPT_WRITEDATA, job);
}

static size_t body_ceiling(const accord_fetcher *fetcher, const struct job *job)
{
	if (job->robots_of)
		return ACCORD_ROBOTS_LONGEST;
	return job->request.max_body ? job->request.max_body : fetcher->options.max_body;
}

static void set_behaviour(accord_fetcher *fetcher, struct job *job)
{
	CURL *easy = job->easy;
	double left = fetcher->options.request_seconds - job->seconds;
	if (fetcher->run_end > 0 && fetcher->run_end - monotonic_seconds() < left)
		left = fetcher->run_end - monotonic_seconds();
	curl_easy_setopt(easy, CURLOPT_URL, job->url);
	curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(easy, CURLOPT_PATH_AS_IS, 1L);
	curl_easy_setopt(easy, CURLOPT_PROXY, ""); /* behind a proxy the address could not be judged */
	curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(easy, CURLOPT_USERAGENT, fetcher->user_agent);
	curl_easy_setopt(easy, CURLOPT_HTTP_CONTENT_DECODING, 0L);
	curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
	if (fetcher->ca_file)
		curl_easy_setopt(easy, CURLOPT_CAINFO, fetcher->ca_file); /* the system's folder stays */
	curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, (long)(fetcher->options.connect_seconds * 1000));
	curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, left > 0.001 ? (long)(left * 1000) : 1L);
	curl_easy_setopt(easy, CURLOPT_HTTPHEADER, job->fields);
}

static bool add_fields(struct job *job)
{
	bool added = add_field(job, "Accept-Encoding", ACCORD_CONTENT_CODINGS) &&
		     add_field(job, "Accept", job->robots_of ? "text/plain, */*;q=0.5" : job->request.accept);
	if (!job->robots_of)
		added = added && add_field(job, "If-None-Match", job->request.etag) &&
			add_field(job, "If-Modified-Since", job->request.last_modified) &&
			add_field(job, "Cookie", job->cookies);
	return added;
}

bool transfer_start(accord_fetcher *fetcher, struct job *job)
{
	job->response = (struct response){.max_age = -1};
	job->body_ceiling = body_ceiling(fetcher, job);
	accord_buffer_init(&job->body, job->body_ceiling);
	job->wire_ceiling = fetcher->options.max_wire;
	job->body_wire = job->body_bytes = 0;
	job->refused[0] = job->address[0] = job->curl_error[0] = '\0';
	job->broken = job->unpacked_badly = NULL;
	job->connected = job->body_full = job->unresolved = false;
	job->easy = spare_handle(fetcher);
	if (!job->easy || !add_fields(job)) {
		transfer_end(fetcher, job);
		return false;
	}
	set_callbacks(job);
	set_behaviour(fetcher, job);
	if (curl_multi_add_handle(fetcher->multi, job->easy) != CURLM_OK) {
		transfer_end(fetcher, job);
		return false;
	}
	job->flight = fetcher->flying_count;
	fetcher->flying[fetcher->flying_count++] = job;
	return true;
}

static void take_figures(accord_fetcher *fetcher, struct job *job)
{
	curl_off_t bytes = 0, micros = 0;
	char *ip = NULL;
	curl_easy_getinfo(job->easy, CURLINFO_SIZE_DOWNLOAD_T, &bytes);
	curl_easy_getinfo(job->easy, CURLINFO_TOTAL_TIME_T, &micros);
	curl_easy_getinfo(job->easy, CURLINFO_PRIMARY_IP, &ip);
	size_t wire = (bytes > 0 ? (size_t)bytes : 0) + job->response.header_bytes;
	job->wire += wire;
	job->seconds += (double)micros / 1e6;
	fetcher->counts.wire_bytes += wire;
	if (ip && *ip)
		snprintf(job->address, sizeof job->address, "%s", ip);
}

void transfer_end(accord_fetcher *fetcher, struct job *job)
{
	if (job->easy && job->flight < fetcher->flying_count && fetcher->flying[job->flight] == job) {
		take_figures(fetcher, job);
		curl_multi_remove_handle(fetcher->multi, job->easy);
		fetcher->flying_count--;
		fetcher->flying[job->flight] = fetcher->flying[fetcher->flying_count];
		fetcher->flying[job->flight]->flight = job->flight;
	}
	if (job->easy && fetcher->spare_count < fetcher->spare_capacity) {
		curl_easy_reset(job->easy);
		fetcher->spare[fetcher->spare_count++] = job->easy;
	} else if (job->easy) {
		curl_easy_cleanup(job->easy);
	}
	job->easy = NULL;
	if (job->decoder && !job->broken && !job->body_full)
		job->unpacked_badly = accord_content_decoder_end(job->decoder, &job->body);
	if (job->decoder && !job->broken && !job->unpacked_badly)
		job->unpacked_badly = drain(job);
	accord_content_decoder_free(job->decoder);
	job->decoder = NULL;
	curl_slist_free_all(job->fields);
	job->fields = NULL;
}

const char *transfer_failure(accord_fetcher *fetcher, struct job *job, CURLcode code,
			     accord_fetch_outcome *outcome)
{
	*outcome = ACCORD_FAILED;
	if (job->body_full)
		return NULL;
	if (code == CURLE_OK)
		return job->unpacked_badly;
	if (job->broken)
		return job->broken;
	if (job->refused[0] && !job->connected) {
		*outcome = ACCORD_REFUSED;
		snprintf(fetcher->message, sizeof fetcher->message,
			 "the host's address %s is a private one and not allowed", job->refused);
		return fetcher->message;
	}
	switch (code) {
	case CURLE_OPERATION_TIMEDOUT:
		return job->connected ? "the answer took too long" : "no answer in time";
	case CURLE_PARTIAL_FILE:
		return "the body was cut off";
	case CURLE_OUT_OF_MEMORY:
		return "a header field is too large";
	case CURLE_GOT_NOTHING:
		return "the server closed the connection without an answer";
	case CURLE_COULDNT_RESOLVE_HOST:
		job->unresolved = true;
		return "the host's name is unknown";
	default:
		snprintf(fetcher->message, sizeof fetcher->message, "%s",
			 job->curl_error[0] ? job->curl_error : curl_easy_strerror(code));
		return fetcher->message;
	}
}
