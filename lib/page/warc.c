/*
 * WARC records out of a stream (ISO 28500:2017). libarchive undoes the compression, a gzip member a record included; what
 * is ours is the records: a version line, header lines, a blank line, Content-Length bytes, two blank lines. A `response`
 * holds an HTTP message whose chunks and gzip are undone; a `resource` is the page itself.
 */
#include <accord/warc.h>
#include <accord/buffer.h>

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <zlib.h>

#define CHUNK ((size_t)64 * 1024)
#define LONGEST_LINE ((size_t)64 * 1024)
#define LARGEST_RECORD ((size_t)64 << 20)
#define LARGEST_PAGE ((size_t)64 << 20)

struct stream {
	struct archive *archive;
	char *chunk;
	size_t at, len;  /* what is left of the chunk */
	uint64_t offset; /* in the unpacked stream */
	bool failed;
};

struct record {
	accord_buffer head, block, body;
	char id[256], url[4096], date[40], type[16], content_type[256];
	size_t length;
};

/* ---- bytes --------------------------------------------------------------------------------------------------------- */

static bool fill(struct stream *s)
{
	if (s->at < s->len)
		return true;
	la_ssize_t n = archive_read_data(s->archive, s->chunk, CHUNK);
	s->failed |= n < 0;
	s->at = 0;
	s->len = n > 0 ? (size_t)n : 0;
	return s->len > 0;
}

/* A line without its end; false at the end of the stream or if it is too long. */
static bool read_line(struct stream *s, accord_buffer *line)
{
	accord_buffer_clear(line);
	while (fill(s)) {
		const char *start = s->chunk + s->at, *end = memchr(start, '\n', s->len - s->at);
		size_t n = end ? (size_t)(end - start) + 1 : s->len - s->at;
		accord_buffer_append(line, start, n);
		s->at += n;
		s->offset += n;
		if (line->failed)
			return false;
		if (!end)
			continue;
		while (line->len && strchr("\r\n", line->data[line->len - 1]))
			line->data[--line->len] = '\0';
		return true;
	}
	return line->len > 0;
}

/* `size` bytes, kept if `into` is given; false if the stream ends before. */
static bool read_bytes(struct stream *s, size_t size, accord_buffer *into)
{
	while (size) {
		if (!fill(s))
			return false;
		size_t n = s->len - s->at < size ? s->len - s->at : size;
		if (into)
			accord_buffer_append(into, s->chunk + s->at, n);
		s->at += n;
		s->offset += n;
		size -= n;
	}
	return true;
}

/* ---- headers ------------------------------------------------------------------------------------------------------- */

static bool header_value(const char *line, const char *name, const char **value)
{
	size_t n = strlen(name);
	if (strncasecmp(line, name, n) != 0 || line[n] != ':')
		return false;
	*value = line + n + 1 + strspn(line + n + 1, " \t");
	return true;
}

static void keep(const char *value, char *out, size_t size)
{
	size_t n = strlen(value);
	if (n && *value == '<' && value[n - 1] == '>')
		value++, n -= 2;
	if (n >= size)
		n = size - 1;
	memcpy(out, value, n);
	out[n] = '\0';
}

/* The header lines of a record whose version line was read; false if they end the stream or give no length. */
static bool read_head(struct stream *s, struct record *r)
{
	bool length = false;
	const char *value;
	r->id[0] = r->url[0] = r->date[0] = r->type[0] = r->content_type[0] = '\0';
	while (read_line(s, &r->head) && r->head.len) {
		const char *line = r->head.data;
		if (header_value(line, "WARC-Type", &value))
			keep(value, r->type, sizeof r->type);
		else if (header_value(line, "WARC-Record-ID", &value))
			keep(value, r->id, sizeof r->id);
		else if (header_value(line, "WARC-Target-URI", &value))
			keep(value, r->url, sizeof r->url);
		else if (header_value(line, "WARC-Date", &value))
			keep(value, r->date, sizeof r->date);
		else if (header_value(line, "Content-Type", &value))
			keep(value, r->content_type, sizeof r->content_type);
		else if (header_value(line, "Content-Length", &value)) {
			char *end;
			errno = 0;
			unsigned long long n = strtoull(value, &end, 10);
			length = !errno && end != value && *value != '-';
			r->length = length && n < SIZE_MAX ? (size_t)n : 0;
		}
	}
	return length && !s->failed;
}

/* ---- the HTTP message ------------------------------------------------------------------------------------------------ */

static bool undo_chunks(const char *bytes, size_t len, accord_buffer *out)
{
	while (len) {
		char *end;
		unsigned long size = strtoul(bytes, &end, 16);
		const char *newline = memchr(bytes, '\n', len);
		if (end == bytes || !newline)
			return out->len > 0;
		size_t used = (size_t)(newline - bytes) + 1;
		bytes += used;
		len -= used;
		if (!size)
			return true;
		size_t n = size < len ? size : len;
		accord_buffer_append(out, bytes, n);
		bytes += n;
		len -= n;
		if (len && *bytes == '\r')
			bytes++, len--;
		if (len && *bytes == '\n')
			bytes++, len--;
	}
	return !out->failed;
}

static bool undo_gzip(const char *bytes, size_t len, accord_buffer *out)
{
	z_stream z = {.next_in = (Bytef *)(uintptr_t)bytes, .avail_in = (uInt)len};
	if (inflateInit2(&z, 15 + 32) != Z_OK) /* gzip or zlib, as the header says */
		return false;
	int status = Z_OK;
	while (status == Z_OK && accord_buffer_reserve(out, CHUNK)) {
		z.next_out = (Bytef *)out->data + out->len;
		z.avail_out = (uInt)CHUNK;
		status = inflate(&z, Z_NO_FLUSH);
		out->len += CHUNK - z.avail_out;
		if (status == Z_BUF_ERROR)
			break;
	}
	inflateEnd(&z);
	return (status == Z_STREAM_END || status == Z_OK) && !out->failed;
}

struct message {
	bool ok, chunked, gzip, unknown_coding;
	size_t body; /* where it begins */
};

/* Status line and header lines of the block; the lines are cut with NULs as they are read. */
static struct message read_message(struct record *r)
{
	struct message m = {0};
	char *at = r->block.data, *end = at + r->block.len;
	for (bool first = true; at < end; first = false) {
		char *newline = memchr(at, '\n', (size_t)(end - at));
		if (!newline)
			break;
		*newline = '\0';
		if (newline > at && newline[-1] == '\r')
			newline[-1] = '\0';
		const char *value;
		if (first)
			m.ok = !strncmp(at, "HTTP/", 5) && strstr(at, " 200");
		else if (header_value(at, "Content-Type", &value))
			keep(value, r->content_type, sizeof r->content_type);
		else if (header_value(at, "Transfer-Encoding", &value))
			m.chunked = strcasestr(value, "chunked") != NULL;
		else if (header_value(at, "Content-Encoding", &value)) {
			m.gzip = strcasestr(value, "gzip") || strcasestr(value, "deflate");
			m.unknown_coding = !m.gzip && *value && !strcasestr(value, "identity");
		}
		bool blank = !*at;
		at = newline + 1;
		m.body = (size_t)(at - r->block.data);
		if (blank)
			return m;
	}
	m.ok = false;
	return m;
}

static bool html_type(const char *type)
{
	return !*type || strcasestr(type, "html");
}

/* The page of a record in `bytes`; false if it holds none that concerns us. `err` is set if it should but cannot be read. */
static bool page_of(struct record *r, accord_slice *bytes, accord_error *err)
{
	*bytes = (accord_slice){r->block.data ? r->block.data : "", r->block.len};
	if (!strcasecmp(r->type, "resource"))
		return html_type(r->content_type);
	if (strcasecmp(r->type, "response") != 0 || !r->block.len)
		return false;
	struct message m = read_message(r);
	if (!m.ok || !html_type(r->content_type))
		return false;
	*bytes = (accord_slice){r->block.data + m.body, r->block.len - m.body};
	if (m.unknown_coding) {
		accord_error_set(err, ACCORD_EINPUT, "the page of this record has an unknown content encoding");
		return true;
	}
	accord_buffer_clear(&r->body);
	if (m.chunked && bytes->len && strchr("0123456789abcdefABCDEF", bytes->data[0])) {
		if (undo_chunks(bytes->data, bytes->len, &r->body))
			*bytes = (accord_slice){r->body.data ? r->body.data : "", r->body.len};
	}
	if (m.gzip && bytes->len > 2 && (unsigned char)bytes->data[0] == 0x1f) {
		accord_buffer unpacked;
		accord_buffer_init(&unpacked, LARGEST_PAGE);
		if (undo_gzip(bytes->data, bytes->len, &unpacked)) {
			accord_buffer_free(&r->body);
			r->body = unpacked;
			*bytes = (accord_slice){r->body.data ? r->body.data : "", r->body.len};
		} else {
			accord_buffer_free(&unpacked);
			accord_error_set(err, ACCORD_EINPUT, "the page of this record is damaged or too large");
		}
	}
	return true;
}

/* ---- the archive ----------------------------------------------------------------------------------------------------- */

static accord_slice known(const char *text)
{
	return *text ? accord_slice_of(text) : (accord_slice){NULL, 0};
}

static void give(struct record *r, accord_warc_each each, void *context, bool *all_good)
{
	accord_error err = {0};
	accord_slice bytes;
	if (!page_of(r, &bytes, &err))
		return;
	accord_warc_page page = {known(r->id), known(r->url), known(r->date), known(r->content_type), bytes, NULL};
	if (err.status != ACCORD_OK) {
		accord_error_at(&err, *r->url ? r->url : r->id, 0, 0);
		page.error = &err;
		page.body = (accord_slice){NULL, 0};
	}
	if (!each(context, &page))
		*all_good = false;
}

static accord_status read_records(struct stream *s, struct record *r, accord_warc_each each, void *context,
                                  bool *all_good, accord_error *err)
{
	while (read_line(s, &r->head)) {
		uint64_t start = s->offset - r->head.len;
		if (!r->head.len)
			continue;
		if (strncmp(r->head.data, "WARC/", 5) != 0 || !read_head(s, r))
			return accord_error_set(err, ACCORD_EINPUT, "no WARC record at byte %llu of the unpacked archive",
			                        (unsigned long long)start);
		bool wanted = !strcasecmp(r->type, "response") || !strcasecmp(r->type, "resource");
		wanted = wanted && r->length <= LARGEST_RECORD;
		accord_buffer_clear(&r->block);
		if (!read_bytes(s, r->length, wanted ? &r->block : NULL))
			return accord_error_set(err, ACCORD_EINPUT,
			                        "the archive ends inside the record at byte %llu of its unpacked form",
			                        (unsigned long long)start);
		if (wanted)
			give(r, each, context, all_good);
	}
	if (s->failed)
		return accord_error_set(err, ACCORD_EINPUT, "damaged behind byte %llu of the unpacked archive: %s",
		                        (unsigned long long)s->offset, archive_error_string(s->archive));
	return ACCORD_OK;
}

static accord_status open_archive(struct stream *s, const char *path, accord_error *err)
{
	struct archive_entry *entry;
	s->archive = archive_read_new();
	s->chunk = malloc(CHUNK);
	if (!s->archive || !s->chunk)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	archive_read_support_filter_gzip(s->archive);
	archive_read_support_filter_zstd(s->archive);
	archive_read_support_format_raw(s->archive);
	archive_read_support_format_empty(s->archive);
	int opened = !strcmp(path, "-") ? archive_read_open_fd(s->archive, 0, CHUNK)
	                                : archive_read_open_filename(s->archive, path, CHUNK);
	int header = opened == ARCHIVE_OK ? archive_read_next_header(s->archive, &entry) : opened;
	if (header == ARCHIVE_OK || header == ARCHIVE_EOF)
		return ACCORD_OK;
	return accord_error_set(err, ACCORD_EIO, "cannot read: %s", archive_error_string(s->archive));
}

accord_status accord_warc_read(const char *path, accord_warc_each each, void *context, bool *all_good,
                               accord_error *err)
{
	struct stream s = {0};
	struct record *r = calloc(1, sizeof *r);
	*all_good = true;
	accord_status status = r ? open_archive(&s, path, err) : accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	if (status == ACCORD_OK) {
		accord_buffer_init(&r->head, LONGEST_LINE);
		accord_buffer_init(&r->block, LARGEST_RECORD + CHUNK);
		accord_buffer_init(&r->body, LARGEST_PAGE);
		status = read_records(&s, r, each, context, all_good, err);
		accord_buffer_free(&r->head);
		accord_buffer_free(&r->block);
		accord_buffer_free(&r->body);
	}
	if (status != ACCORD_OK)
		accord_error_at(err, path, 0, 0);
	archive_read_free(s.archive);
	free(s.chunk);
	free(r);
	return status;
}
