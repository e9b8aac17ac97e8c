/* The fields of an HTTP answer that we act on (RFC 9110, RFC 9111). */
#ifndef FETCH_RESPONSE_H
#define FETCH_RESPONSE_H

#include <accord/text.h>

struct response {
	int status;
	char *etag, *last_modified, *location, *content_type, *encoding;
	char *cookies;         /* "a=1; b=2": the names and values of Set-Cookie fields */
	int64_t date, expires; /* seconds since 1970; 0: absent; expires -1: over already */
	int64_t max_age;       /* -1: not stated */
	int64_t age;
	int64_t retry_at;
	size_t header_bytes;
	bool too_large, no_cache;
};

/* Take one line of a header as libcurl hands it over, line end included; a status line begins a new answer.
 */
void response_header_line(struct response *response, const char *line, size_t len, int64_t now);
/* Until when the answer may be used without asking again; 0 if it does not say. */
int64_t response_fresh_until(const struct response *response, int64_t now);
void response_free(struct response *response);

#endif
