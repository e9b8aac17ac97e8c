/*
 * The WHATWG URL parser, https://url.spec.whatwg.org/#url-parsing, cut down to http and https: its states for
 * special schemes, read as straight code. libcurl's URL interface is no substitute: it keeps dot segments
 * that are escaped, takes no backslashes, and leaves IPv4 in other spellings alone.
 */
#include "host.h"

#include <accord/url.h>

#include <stdio.h>
#include <string.h>

/* Bytes to be escaped in each part, besides controls and all beyond ASCII. */
#define PATH_ESCAPES " \"#<>?`{}"
#define QUERY_ESCAPES " \"#<>'"
#define FRAGMENT_ESCAPES " \"<>`"

struct reader {
	accord_arena *arena;
	const char *at, *end;
	accord_url *url;
};

struct writer {
	char *out;
	size_t len;
};

static accord_status refuse(accord_error *err, const char *why)
{
	return accord_error_set(err, ACCORD_EINPUT, "%s", why);
}

static bool is_slash(char c)
{
	return c == '/' || c == '\\';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Controls and blanks at both ends go, tabs and line breaks everywhere. */
static bool clean_input(accord_arena *arena, accord_slice text, accord_slice *clean)
{
	while (text.len && (unsigned char)text.data[0] <= 0x20) {
		text.data++;
		text.len--;
	}
	while (text.len && (unsigned char)text.data[text.len - 1] <= 0x20)
		text.len--;
	char *out = accord_arena_alloc(arena, text.len + 1);
	if (!out)
		return false;
	size_t n = 0;
	for (size_t i = 0; i < text.len; i++)
		if (text.data[i] != '\t' && text.data[i] != '\n' && text.data[i] != '\r')
			out[n++] = text.data[i];
	out[n] = '\0';
	*clean = (accord_slice){out, n};
	return true;
}

static void put_escaped(struct writer *w, const char *bytes, size_t len, const char *escapes)
{
	static const char hex[] = "0123456789ABCDEF";
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)bytes[i];
		if (c < 0x20 || c > 0x7e || strchr(escapes, c)) {
			w->out[w->len++] = '%';
			w->out[w->len++] = hex[c >> 4];
			w->out[w->len++] = hex[c & 15];
		} else {
			w->out[w->len++] = (char)c;
		}
	}
}

/* 1 for ".", 2 for "..", with any dot spelled %2e; else 0. */
static int dot_segment(const char *segment, size_t len)
{
	int dots = 0;
	for (size_t i = 0; i < len; dots++) {
		if (segment[i] == '.')
			i++;
		else if (len - i >= 3 && !strncasecmp(segment + i, "%2e", 3))
			i += 3;
		else
			return 0;
		if (dots == 2)
			return 0;
	}
	return dots;
}

static void drop_segment(struct writer *w)
{
	while (w->len && w->out[--w->len] != '/')
		;
}

/* Segments up to '?' or '#', behind what `w` holds already ("" or "/a/b"). */
static void read_path(struct reader *r, struct writer *w)
{
	for (;;) {
		const char *segment = r->at;
		while (r->at < r->end && !is_slash(*r->at) && *r->at != '?' && *r->at != '#')
			r->at++;
		size_t len = (size_t)(r->at - segment);
		bool last = r->at == r->end || !is_slash(*r->at);
		int dots = dot_segment(segment, len);
		if (dots == 2)
			drop_segment(w);
		if (!dots || last)
			w->out[w->len++] = '/';
		if (!dots)
			put_escaped(w, segment, len, PATH_ESCAPES);
		if (last)
			return;
		r->at++;
	}
}

static accord_slice read_escaped(struct reader *r, const char *end, const char *escapes)
{
	size_t len = (size_t)(end - r->at);
	struct writer w = {accord_arena_alloc(r->arena, 3 * len + 1), 0};
	if (!w.out)
		return (accord_slice){NULL, 0};
	put_escaped(&w, r->at, len, escapes);
	w.out[w.len] = '\0';
	r->at = end;
	return (accord_slice){w.out, w.len};
}

static void read_query_and_fragment(struct reader *r)
{
	if (r->at < r->end && *r->at == '?') {
		r->at++;
		const char *hash = memchr(r->at, '#', (size_t)(r->end - r->at));
		r->url->query = read_escaped(r, hash ? hash : r->end, QUERY_ESCAPES);
	}
	if (r->at < r->end && *r->at == '#') {
		r->at++;
		r->url->fragment = read_escaped(r, r->end, FRAGMENT_ESCAPES);
	}
}

/* The path behind `kept` bytes of a base's path, then the rest. */
static accord_status read_from_path(struct reader *r, accord_slice kept, accord_error *err)
{
	struct writer w = {accord_arena_alloc(r->arena, kept.len + 3 * (size_t)(r->end - r->at) + 2), 0};
	if (!w.out)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	if (kept.len)
		memcpy(w.out, kept.data, kept.len);
	w.len = kept.len;
	read_path(r, &w);
	w.out[w.len] = '\0';
	r->url->path = (accord_slice){w.out, w.len};
	read_query_and_fragment(r);
	return ACCORD_OK;
}

static bool read_port(const char *digits, const char *end, uint32_t *port)
{
	if (digits == end)
		return true; /* "host:" has the scheme's port */
	uint32_t value = 0;
	for (; digits < end; digits++) {
		if (*digits < '0' || *digits > '9')
			return false;
		value = value * 10 + (uint32_t)(*digits - '0');
		if (value > 65535)
			return false;
	}
	*port = value;
	return true;
}

static accord_status read_authority(struct reader *r, accord_error *err)
{
	const char *start = r->at, *end = r->at;
	while (end < r->end && !is_slash(*end) && *end != '?' && *end != '#')
		end++;
	for (const char *p = start; p < end; p++)
		if (*p == '@')
			start = p + 1;
	const char *colon = end, *bracket = memchr(start, ']', (size_t)(end - start));
	for (const char *p = start < end && *start == '[' && bracket ? bracket : start; p < end; p++)
		if (*p == ':') {
			colon = p;
			break;
		}
	if (start == colon)
		return refuse(err, "the URL names no host");
	if (!url_host_parse(r->arena, (accord_slice){start, (size_t)(colon - start)}, &r->url->host))
		return refuse(err, "the URL's host cannot be one");
	r->url->port = r->url->secure ? 443 : 80;
	if (colon < end && !read_port(colon + 1, end, &r->url->port))
		return refuse(err, "the URL's port cannot be one");
	r->at = end;
	if (r->at < r->end && is_slash(*r->at))
		r->at++;
	return read_from_path(r, (accord_slice){"", 0}, err);
}

/* Relative to a base: everything that begins without scheme and host. */
static accord_status read_relative(struct reader *r, const accord_url *base, accord_error *err)
{
	accord_url *url = r->url;
	url->secure = base->secure;
	if (r->end - r->at >= 2 && is_slash(r->at[0]) && is_slash(r->at[1])) {
		while (r->at < r->end && is_slash(*r->at))
			r->at++;
		return read_authority(r, err);
	}
	url->host = base->host;
	url->port = base->port;
	if (r->at < r->end && is_slash(*r->at)) {
		r->at++;
		return read_from_path(r, (accord_slice){"", 0}, err);
	}
	if (r->at == r->end || *r->at == '?' || *r->at == '#') {
		url->path = base->path;
		if (r->at == r->end || *r->at == '#')
			url->query = base->query;
		read_query_and_fragment(r);
		return ACCORD_OK;
	}
	accord_slice folder = base->path;
	while (folder.len && folder.data[folder.len - 1] != '/')
		folder.len--;
	folder.len -= folder.len > 0;
	return read_from_path(r, folder, err);
}

/* The length of "scheme:" at the start, or 0. */
static size_t scheme_length(accord_slice text)
{
	size_t i = 0;
	if (!text.len || !is_letter(text.data[0]))
		return 0;
	while (i < text.len && (is_letter(text.data[i]) || (text.data[i] >= '0' && text.data[i] <= '9') ||
				(text.data[i] && strchr("+-.", text.data[i]))))
		i++;
	return i < text.len && text.data[i] == ':' ? i + 1 : 0;
}

accord_status accord_url_parse(accord_arena *arena, accord_slice text, const accord_url *base,
			       accord_url *url, accord_error *err)
{
	accord_slice clean;
	*url = (accord_url){0};
	if (text.len > ACCORD_URL_LONGEST)
		return refuse(err, "the URL is longer than 8192 bytes");
	if (!clean_input(arena, text, &clean))
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	struct reader r = {arena, clean.data, clean.data + clean.len, url};
	size_t scheme = scheme_length(clean);
	if (!scheme)
		return base ? read_relative(&r, base, err) : refuse(err, "no absolute URL");
	if (scheme == 6 && !strncasecmp(clean.data, "https:", 6))
		url->secure = true;
	else if (scheme != 5 || strncasecmp(clean.data, "http:", 5) != 0)
		return refuse(err, "the URL is neither http nor https");
	r.at += scheme;
	bool two_slashes = r.end - r.at >= 2 && r.at[0] == '/' && r.at[1] == '/';
	if (base && base->secure == url->secure && !two_slashes)
		return read_relative(&r, base, err);
	while (r.at < r.end && is_slash(*r.at))
		r.at++;
	return read_authority(&r, err);
}

accord_slice accord_url_origin(accord_arena *arena, const accord_url *url)
{
	size_t size = url->host.len + sizeof "https://:65535";
	char *out = accord_arena_alloc(arena, size);
	if (!out)
		return (accord_slice){NULL, 0};
	int n = snprintf(out, size, "%s://%.*s", url->secure ? "https" : "http", (int)url->host.len,
			 url->host.data);
	if (url->port != (url->secure ? 443u : 80u))
		n += snprintf(out + n, size - (size_t)n, ":%u", url->port);
	return (accord_slice){out, (size_t)n};
}

static size_t put_part(char *out, size_t at, char mark, accord_slice part)
{
	if (mark)
		out[at++] = mark;
	memcpy(out + at, part.data, part.len);
	return at + part.len;
}

accord_slice accord_url_text(accord_arena *arena, const accord_url *url, bool with_fragment)
{
	accord_slice origin = accord_url_origin(arena, url);
	char *out = accord_arena_alloc(arena,
				       origin.len + url->path.len + url->query.len + url->fragment.len + 3);
	if (!origin.data || !out)
		return (accord_slice){NULL, 0};
	size_t n = put_part(out, 0, 0, origin);
	n = put_part(out, n, 0, url->path);
	if (url->query.data)
		n = put_part(out, n, '?', url->query);
	if (with_fragment && url->fragment.data)
		n = put_part(out, n, '#', url->fragment);
	out[n] = '\0';
	return (accord_slice){out, n};
}

accord_status accord_url_resolve(accord_arena *arena, accord_slice base, accord_slice relative,
				 accord_slice *absolute, accord_error *err)
{
	accord_url from, url;
	bool has_base = base.data && accord_url_parse(arena, base, NULL, &from, NULL) == ACCORD_OK;
	accord_status status = accord_url_parse(arena, relative, has_base ? &from : NULL, &url, err);
	if (status != ACCORD_OK)
		return status;
	*absolute = accord_url_text(arena, &url, true);
	return absolute->data ? ACCORD_OK : accord_error_set(err, ACCORD_ENOMEM, "out of memory");
}

accord_slice accord_url_site(accord_arena *arena, accord_slice text)
{
	static const char *const fronts[] = {"www.", "www2.", "m.", "mobile.", "amp."};
	accord_url url;
	if (accord_url_parse(arena, text, NULL, &url, NULL) != ACCORD_OK)
		return (accord_slice){NULL, 0};
	for (size_t i = 0; i < sizeof fronts / sizeof *fronts; i++) {
		size_t n = strlen(fronts[i]);
		if (url.host.len > n && !memcmp(url.host.data, fronts[i], n) &&
		    memchr(url.host.data + n, '.', url.host.len - n))
			return (accord_slice){url.host.data + n, url.host.len - n};
	}
	return url.host;
}
