/*
 * A page as browsers save it with its pictures (MHTML, RFC 2557): a mail of several parts (RFC 2045, 2046), of which the
 * one that `start` names, else the first that is HTML, is the page. Its address is the part's Content-Location.
 */
#include "reader.h"

#include <accord/feed_date.h>

#include <stdio.h>
#include <string.h>
#include <strings.h>

#define DEEPEST_PART 3
#define FIELD_SIZE 4096

struct part {
	accord_slice head, body;
};

/* ---- header fields --------------------------------------------------------------------------------------------------- */

/* Header lines and what follows the blank line behind them. */
static struct part split_part(accord_slice bytes)
{
	const char *at = bytes.data, *end = bytes.data + bytes.len;
	while (at < end) {
		const char *newline = memchr(at, '\n', (size_t)(end - at));
		const char *next = newline ? newline + 1 : end;
		if (*at == '\n' || (*at == '\r' && at + 1 < end && at[1] == '\n'))
			return (struct part){{bytes.data, (size_t)(at - bytes.data)}, {next, (size_t)(end - next)}};
		at = next;
	}
	return (struct part){bytes, {end, 0}};
}

/* The value of a field, its folded lines joined; false if there is none. */
static bool field(accord_slice head, const char *name, char *out, size_t size)
{
	size_t n = strlen(name), len = 0;
	bool inside = false;
	*out = '\0';
	for (const char *at = head.data, *end = head.data + head.len; at < end;) {
		const char *newline = memchr(at, '\n', (size_t)(end - at));
		const char *stop = newline ? newline : end, *next = newline ? newline + 1 : end;
		bool folded = *at == ' ' || *at == '\t';
		if (inside && !folded)
			break;
		if (!inside && (size_t)(stop - at) > n && !strncasecmp(at, name, n) && at[n] == ':') {
			inside = true;
			at += n + 1;
		} else if (!inside) {
			at = next;
			continue;
		}
		while (at < stop && (*at == ' ' || *at == '\t'))
			at++;
		while (stop > at && (stop[-1] == '\r' || stop[-1] == ' '))
			stop--;
		size_t more = (size_t)(stop - at);
		if (len + more + 1 >= size)
			more = size - len - 1;
		memcpy(out + len, at, more);
		len += more;
		out[len] = '\0';
		at = next;
	}
	return inside;
}

/* A parameter of a value: `boundary="----x"`. */
static bool parameter(const char *value, const char *name, char *out, size_t size)
{
	size_t n = strlen(name), len = 0;
	for (const char *at = strchr(value, ';'); at; at = strchr(at, ';')) {
		at += 1 + strspn(at + 1, " \t");
		if (strncasecmp(at, name, n) != 0 || at[n + strspn(at + n, " ")] != '=')
			continue;
		at = strchr(at + n, '=') + 1;
		at += strspn(at, " ");
		const char *stops = *at == '"' ? "\"" : "; \t";
		at += *at == '"';
		len = strcspn(at, stops);
		if (len >= size)
			return false;
		memcpy(out, at, len);
		out[len] = '\0';
		return len > 0;
	}
	return false;
}

/* ---- bodies ---------------------------------------------------------------------------------------------------------- */

static int hex(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* Quoted-printable (RFC 2045, 6.7); an equals sign that begins nothing stands for itself. */
static void undo_quoted(accord_slice in, accord_buffer *out)
{
	const char *at = in.data, *end = in.data + in.len;
	while (at < end) {
		const char *sign = memchr(at, '=', (size_t)(end - at));
		accord_buffer_append(out, at, (size_t)((sign ? sign : end) - at));
		if (!sign)
			return;
		at = sign + 1;
		const char *blank = at;
		while (blank < end && (*blank == ' ' || *blank == '\t' || *blank == '\r'))
			blank++;
		int high = at < end ? hex(*at) : -1, low = at + 1 < end ? hex(at[1]) : -1;
		if (blank < end && *blank == '\n') {
			at = blank + 1;
		} else if (high >= 0 && low >= 0) {
			accord_buffer_append_char(out, (char)(high * 16 + low));
			at += 2;
		} else {
			accord_buffer_append_char(out, '=');
		}
	}
}

static void undo_base64(accord_slice in, accord_buffer *out)
{
	uint32_t bits = 0;
	unsigned count = 0;
	for (size_t i = 0; i < in.len; i++) {
		char c = in.data[i];
		int value = c >= 'A' && c <= 'Z'   ? c - 'A'
		            : c >= 'a' && c <= 'z' ? c - 'a' + 26
		            : c >= '0' && c <= '9' ? c - '0' + 52
		            : c == '+'             ? 62
		            : c == '/'             ? 63
		                                   : -1;
		if (value < 0)
			continue;
		bits = bits << 6 | (uint32_t)value;
		if (++count % 4 == 0) {
			char bytes[3] = {(char)(bits >> 16), (char)(bits >> 8), (char)bits};
			accord_buffer_append(out, bytes, 3);
		}
	}
	char rest[2] = {(char)(bits >> (count % 4 == 2 ? 4 : 10)), (char)(bits >> 2)};
	if (count % 4 >= 2)
		accord_buffer_append(out, rest, count % 4 - 1);
}

static void undo(struct part part, accord_buffer *out)
{
	char encoding[64];
	accord_buffer_clear(out);
	if (!field(part.head, "Content-Transfer-Encoding", encoding, sizeof encoding))
		*encoding = '\0';
	if (!strcasecmp(encoding, "quoted-printable"))
		undo_quoted(part.body, out);
	else if (!strcasecmp(encoding, "base64"))
		undo_base64(part.body, out);
	else
		accord_buffer_append(out, part.body.data, part.body.len);
}

/* ---- parts ----------------------------------------------------------------------------------------------------------- */

/* The next boundary line at or behind `at`; NULL if there is none. `*next` is what follows it, `*last` if it closes. */
static const char *find_boundary(const char *at, const char *end, const char *mark, const char **next, bool *last)
{
	size_t n = strlen(mark);
	for (const char *from = at; from < end;) {
		const char *hit = memmem(from, (size_t)(end - from), mark, n);
		if (!hit)
			return NULL;
		const char *behind = hit + n;
		bool closes = end - behind >= 2 && !memcmp(behind, "--", 2);
		bool whole = closes || behind == end || *behind == '\r' || *behind == '\n' || *behind == ' ';
		if ((hit == at || hit[-1] == '\n') && whole) {
			const char *newline = memchr(behind, '\n', (size_t)(end - behind));
			*next = newline ? newline + 1 : end;
			*last = closes;
			return hit;
		}
		from = hit + 1;
	}
	return NULL;
}

static bool is_html(const char *type)
{
	return !strncasecmp(type, "text/html", 9) || !strncasecmp(type, "application/xhtml+xml", 21);
}

/* The page in a part or below it: the one whose id is `start`, else the first. */
static bool find_page(struct part part, unsigned depth, struct part *page, struct saved_page *about)
{
	char type[FIELD_SIZE], boundary[256] = "--", start[256] = "", id[256];
	if (!field(part.head, "Content-Type", type, sizeof type))
		return false;
	if (is_html(type)) {
		*page = part;
		return true;
	}
	if (strncasecmp(type, "multipart/", 10) != 0 || depth == DEEPEST_PART ||
	    !parameter(type, "boundary", boundary + 2, sizeof boundary - 2))
		return false;
	parameter(type, "start", start, sizeof start);
	const char *at = part.body.data, *end = at + part.body.len, *next;
	bool found = false, last = false, chosen = false;
	at = find_boundary(at, end, boundary, &next, &last);
	while (at && !last) {
		const char *begin = next;
		at = find_boundary(begin, end, boundary, &next, &last);
		const char *stop = at ? at : end;
		struct part below = split_part((accord_slice){begin, (size_t)(stop - begin)}), inner;
		bool named = *start && field(below.head, "Content-ID", id, sizeof id) && !strcmp(id, start);
		if ((!found || (named && !chosen)) && find_page(below, depth + 1, &inner, about)) {
			*page = inner;
			about->whole = at != NULL;
			found = true;
			chosen = named;
		}
	}
	if (depth == 0)
		about->closed = last;
	return found;
}

static accord_slice kept_field(accord_slice head, const char *name, char out[FIELD_SIZE])
{
	return field(head, name, out, FIELD_SIZE) && *out ? accord_slice_of(out) : (accord_slice){NULL, 0};
}

static accord_slice saved_on(accord_slice head, char out[FIELD_SIZE])
{
	accord_feed_date date;
	accord_slice text = kept_field(head, "Date", out);
	if (!text.len || accord_feed_date_read(text, &date, NULL) != ACCORD_OK)
		return (accord_slice){NULL, 0};
	return (accord_slice){out, accord_feed_date_text(&date, out)};
}

const char *mhtml_page(const char *bytes, size_t len, accord_buffer *out, struct saved_page *page)
{
	struct part file = split_part((accord_slice){bytes, len}), part = {{NULL, 0}, {NULL, 0}};
	page->whole = page->closed = true;
	if (!find_page(file, 0, &part, page))
		return "no page is in this MHTML file";
	page->url = kept_field(part.head, "Content-Location", page->fields[0]);
	if (!page->url.len || !memmem(page->url.data, page->url.len, "://", 3))
		page->url = kept_field(file.head, "Snapshot-Content-Location", page->fields[0]);
	if (!page->url.len)
		page->url = kept_field(file.head, "Content-Location", page->fields[0]);
	page->content_type = kept_field(part.head, "Content-Type", page->fields[1]);
	page->date = saved_on(file.head, page->fields[2]);
	undo(part, out);
	page->bytes = (accord_slice){out->data ? out->data : "", out->len};
	return out->failed ? "out of memory" : NULL;
}

void read_mhtml(struct reader *r, struct place *p, struct stream *s)
{
	uint64_t offset = stream_place(s);
	static const size_t ceiling = ACCORD_CORPUS_CEILING / 2; /* the page stands beside the file */
	struct saved_page page = {0};
	if (!stream_all(s, ceiling)) {
		give_problem(r, p, offset, 0, "larger than %zu MiB", ceiling >> 20);
		return;
	}
	const char *wrong = mhtml_page(s->window ? stream_bytes(s) : "", stream_have(s), &r->page, &page);
	if (!wrong && page.whole) {
		accord_corpus_record record = {.kind = ACCORD_CORPUS_HTML, .offset = offset, .bytes = page.bytes,
					       .url = page.url, .content_type = page.content_type, .date = page.date};
		give(r, p, &record);
	} else if (s->state != STREAM_DAMAGED) {
		give_problem(r, p, offset, 0, "%s", wrong ? wrong : "the MHTML file is cut off inside its page");
	}
	if (s->state == STREAM_DAMAGED)
		give_damage(r, p, s);
	else if (!wrong && page.whole && !page.closed)
		give_problem(r, p, offset, 0, "the MHTML file is cut off behind its page");
	if (r->page.capacity > (size_t)4 << 20)
		accord_buffer_free(&r->page);
}
