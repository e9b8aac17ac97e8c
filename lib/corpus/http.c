/* An HTTP answer out of a web archive: status, the header fields that matter, chunks joined, codings undone. */
#include "reader.h"

#include <accord/content_coding.h>

#include <stdlib.h>
#include <string.h>
#include <strings.h>

const char *header_value(const char *line, const char *name)
{
	size_t n = strlen(name);
	if (strncasecmp(line, name, n) != 0)
		return NULL;
	line += n + strspn(line + n, " \t");
	return *line == ':' ? line + 1 + strspn(line + 1, " \t") : NULL;
}

static void take_field(struct answer *a, const char *line)
{
	const char *value;
	if ((value = header_value(line, "Content-Type")))
		a->content_type = value;
	else if ((value = header_value(line, "Content-Encoding")))
		a->content_encoding = value;
	else if ((value = header_value(line, "Transfer-Encoding")))
		a->chunked = strcasestr(value, "chunked") != NULL;
	else if ((value = header_value(line, "ETag")))
		a->etag = value;
	else if ((value = header_value(line, "Last-Modified")))
		a->last_modified = value;
}

struct answer http_answer(char *block, size_t len)
{
	struct answer a = {0};
	char *at = block, *end = block + len;
	bool http = false;
	for (bool first = true; at < end; first = false) {
		char *newline = memchr(at, '\n', (size_t)(end - at));
		if (!newline)
			break;
		*newline = '\0';
		if (newline > at && newline[-1] == '\r')
			newline[-1] = '\0';
		if (first) {
			const char *blank = strchr(at, ' ');
			http = !strncmp(at, "HTTP/", 5) && blank;
			a.status = http ? atoi(blank + 1) : 0;
		} else {
			take_field(&a, at);
		}
		bool last = !*at;
		at = newline + 1;
		if (last) {
			a.ok = http;
			break;
		}
	}
	a.body = (size_t)(at - block);
	return a;
}

/* Some archives keep the field of what their crawler undid: bytes that are no chunks stay as they are. */
static bool undo_chunks(accord_slice in, accord_buffer *out)
{
	const char *bytes = in.data;
	size_t len = in.len;
	while (len) {
		size_t size = 0, digits = 0;
		while (digits < len && digits < 8 && strchr("0123456789abcdefABCDEF", bytes[digits]) && bytes[digits]) {
			char c = bytes[digits++];
			size = size * 16 + (size_t)(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
		}
		const char *newline = digits ? memchr(bytes, '\n', len) : NULL;
		if (!newline)
			return out->len > 0;
		len -= (size_t)(newline + 1 - bytes);
		bytes = newline + 1;
		if (!size)
			return !out->failed;
		size_t n = size < len ? size : len;
		accord_buffer_append(out, bytes, n);
		bytes += n;
		len -= n;
		while (len && (*bytes == '\r' || *bytes == '\n'))
			bytes++, len--;
	}
	return !out->failed;
}

const char *http_body(const struct answer *a, accord_slice body, accord_buffer *page, accord_buffer *unpacked,
                      accord_slice *out)
{
	*out = body;
	accord_buffer_clear(page);
	if (a->chunked && undo_chunks(body, page))
		*out = (accord_slice){page->data ? page->data : "", page->len};
	bool packed = out->len > 2 && !memcmp(out->data, "\x1f\x8b", 2);
	if (!packed && (!a->content_encoding || !*a->content_encoding))
		return NULL;
	const char *head = out->data;
	while (head < out->data + out->len && strchr(" \t\r\n", *head) && *head)
		head++;
	if (!packed && head < out->data + out->len && *head == '<')
		return NULL; /* undone already, and the field was left */
	accord_buffer_clear(unpacked);
	accord_content_decoder *decoder = accord_content_decoder_new(a->content_encoding);
	if (!decoder)
		return "out of memory";
	const char *wrong = accord_content_decoder_push(decoder, out->data, out->len, unpacked);
	if (!wrong)
		wrong = accord_content_decoder_end(decoder, unpacked);
	accord_content_decoder_free(decoder);
	*out = (accord_slice){unpacked->data ? unpacked->data : "", unpacked->len};
	return wrong;
}
