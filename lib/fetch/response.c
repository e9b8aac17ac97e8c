/*
 * Validators are kept byte for byte, as servers compare them so. Of several fields of one name the first
 * counts. Ages and dates are bounded: nobody makes us wait longer than a week.
 */
#include "response.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

#define MAX_HEADER_BYTES ((size_t)256 * 1024)
#define LONGEST_FIELD ((size_t)8192)
#define LONGEST_COOKIES ((size_t)3072)
#define A_WEEK ((int64_t)7 * 24 * 3600)

void response_free(struct response *r)
{
	free(r->etag);
	free(r->last_modified);
	free(r->location);
	free(r->content_type);
	free(r->encoding);
	free(r->cookies);
	*r = (struct response){.max_age = -1};
}

static accord_slice trim(accord_slice s)
{
	while (s.len && strchr(" \t\r\n", s.data[0])) {
		s.data++;
		s.len--;
	}
	while (s.len && strchr(" \t\r\n", s.data[s.len - 1]))
		s.len--;
	return s;
}

static void keep(char **field, accord_slice value)
{
	if (!*field && value.len && value.len <= LONGEST_FIELD && !memchr(value.data, 0, value.len))
		*field = strndup(value.data, value.len);
}

static bool number_of(accord_slice text, int64_t *number)
{
	if (!text.len || text.data[0] < '0' || text.data[0] > '9')
		return false;
	*number = 0;
	for (size_t i = 0; i < text.len && text.data[i] >= '0' && text.data[i] <= '9'; i++)
		if (*number < A_WEEK)
			*number = *number * 10 + (text.data[i] - '0');
	return true;
}

static bool date_of(accord_slice text, int64_t *date)
{
	char buffer[80];
	if (!text.len || text.len >= sizeof buffer)
		return false;
	memcpy(buffer, text.data, text.len);
	buffer[text.len] = '\0';
	time_t t = curl_getdate(buffer, NULL);
	*date = t;
	return t > 0;
}

static bool word_is(accord_slice s, const char *word)
{
	return s.len == strlen(word) && !strncasecmp(s.data, word, s.len);
}

static void read_cache_control(struct response *r, accord_slice value)
{
	while (value.len) {
		const char *comma = memchr(value.data, ',', value.len);
		size_t n = comma ? (size_t)(comma - value.data) : value.len;
		accord_slice part = trim((accord_slice){value.data, n});
		if (word_is(part, "no-cache") || word_is(part, "no-store"))
			r->no_cache = true;
		if (part.len > 8 && !strncasecmp(part.data, "max-age=", 8)) {
			accord_slice seconds = {part.data + 8, part.len - 8};
			if (seconds.len && seconds.data[0] == '"') {
				seconds.data++;
				seconds.len--;
			}
			if (!number_of(seconds, &r->max_age))
				r->max_age = 0;
		}
		value.data += n + (comma != NULL);
		value.len -= n + (comma != NULL);
	}
}

static void read_retry_after(struct response *r, accord_slice value, int64_t now)
{
	int64_t when;
	if (number_of(value, &when))
		when += now;
	else if (!date_of(value, &when))
		return;
	r->retry_at = when > now + A_WEEK ? now + A_WEEK : when;
}

/* Name and value; what else it says (path, domain, time) does not matter for the one next hop on the same host. */
static void add_cookie(struct response *r, accord_slice value)
{
	const char *end = memchr(value.data, ';', value.len);
	accord_slice pair = trim((accord_slice){value.data, end ? (size_t)(end - value.data) : value.len});
	size_t old = r->cookies ? strlen(r->cookies) : 0;
	if (!memchr(pair.data, '=', pair.len) || memchr(pair.data, 0, pair.len) ||
	    old + pair.len + 3 > LONGEST_COOKIES)
		return;
	char *longer = realloc(r->cookies, old + pair.len + 3);
	if (!longer)
		return;
	r->cookies = longer;
	if (old) {
		memcpy(longer + old, "; ", 2);
		old += 2;
	}
	memcpy(longer + old, pair.data, pair.len);
	longer[old + pair.len] = '\0';
}

static void read_field(struct response *r, accord_slice name, accord_slice value, int64_t now)
{
	if (word_is(name, "etag"))
		keep(&r->etag, value);
	else if (word_is(name, "last-modified"))
		keep(&r->last_modified, value);
	else if (word_is(name, "location"))
		keep(&r->location, value);
	else if (word_is(name, "content-type"))
		keep(&r->content_type, value);
	else if (word_is(name, "content-encoding"))
		keep(&r->encoding, value);
	else if (word_is(name, "date"))
		date_of(value, &r->date);
	else if (word_is(name, "expires") && !date_of(value, &r->expires))
		r->expires = -1; /* "0" and the like: over already */
	else if (word_is(name, "age"))
		number_of(value, &r->age);
	else if (word_is(name, "cache-control"))
		read_cache_control(r, value);
	else if (word_is(name, "set-cookie"))
		add_cookie(r, value);
	else if (word_is(name, "retry-after"))
		read_retry_after(r, value, now);
}

void response_header_line(struct response *r, const char *line, size_t len, int64_t now)
{
	size_t bytes = r->header_bytes + len;
	if (len > 5 && !memcmp(line, "HTTP/", 5)) {
		response_free(r);
		const char *space = memchr(line, ' ', len);
		for (const char *p = space ? space + 1 : line + len; p < line + len && *p >= '0' && *p <= '9';
		     p++)
			r->status = r->status < 1000 ? r->status * 10 + (*p - '0') : r->status;
	}
	r->header_bytes = bytes;
	r->too_large = bytes > MAX_HEADER_BYTES;
	const char *colon = memchr(line, ':', len);
	if (!colon || r->too_large)
		return;
	accord_slice value = {colon + 1, len - (size_t)(colon - line) - 1};
	read_field(r, (accord_slice){line, (size_t)(colon - line)}, trim(value), now);
}

int64_t response_fresh_until(const struct response *r, int64_t now)
{
	int64_t seconds = 0;
	if (r->no_cache)
		return 0;
	if (r->max_age >= 0)
		seconds = r->max_age - r->age;
	else if (r->expires > 0)
		seconds = r->expires - (r->date > 0 ? r->date : now);
	if (seconds <= 0)
		return 0;
	return now + (seconds > A_WEEK ? A_WEEK : seconds);
}
