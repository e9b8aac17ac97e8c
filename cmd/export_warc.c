/*
 * accord export --format warc: the raw pages as a web archive (WARC/1.1, ISO 28500), for programs that read such, and
 * for accord import and extract. What the store keeps of an answer is written: status, type, validators, body
 * (unpacked), time, IP address. The request is what we send to everybody, without the contact.
 */
#include "export.h"

#include <accord/fetch.h>
#include <accord/url.h>
#include <accord/version.h>

#include <inttypes.h>
#include <accord/sql.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static const char *date_of(int64_t when, char text[32])
{
	time_t t = (time_t)when;
	struct tm tm;
	if (!gmtime_r(&t, &tm) || !strftime(text, 32, "%Y-%m-%dT%H:%M:%SZ", &tm))
		strcpy(text, "1970-01-01T00:00:00Z");
	return text;
}

/* Ids are made of the body's hash and the number of the page, so that two exports agree. */
static void append_id(accord_buffer *out, const char *hash, int64_t id, char kind)
{
	accord_buffer_append_format(out, "<urn:uuid:%.8s-%.4s-%.4s-%.4s-%c%03" PRIx64 "%08" PRIx64 ">", hash, hash + 8,
				    hash + 12, hash + 16, kind, (uint64_t)id >> 32 & 0xfff, (uint64_t)id & 0xffffffff);
}

static void append_header(accord_buffer *out, const char *name, accord_slice value)
{
	if (value.data && !memchr(value.data, '\n', value.len) && !memchr(value.data, '\r', value.len))
		accord_buffer_append_format(out, "%s: %.*s\r\n", name, (int)value.len, value.data);
}

/* A page that was imported from a file without an address has the file's name for one: as a URI that is a file's. */
static void append_target(accord_buffer *out, accord_slice url)
{
	accord_buffer_append_text(out, "WARC-Target-URI: ");
	bool address = url.data && memmem(url.data, url.len, "://", 3);
	if (!address)
		accord_buffer_append_text(out, "file:");
	for (size_t i = 0; i < url.len; i++) {
		unsigned char c = (unsigned char)url.data[i];
		if (c <= ' ' || c == 0x7f || (!address && (c == '%' || c == '?' || c == '#' || c > 0x7f)))
			accord_buffer_append_format(out, "%%%02X", c);
		else
			accord_buffer_append_char(out, (char)c);
	}
	accord_buffer_append_text(out, "\r\n");
}

/* Of all bytes of the record's block. */
static void append_digest(accord_buffer *out, accord_arena *arena, const accord_buffer *block, accord_slice body)
{
	char hash[65], *bytes = accord_arena_alloc(arena, block->len + body.len + 1);
	if (!bytes)
		return;
	memcpy(bytes, block->data, block->len);
	memcpy(bytes + block->len, body.data, body.len);
	accord_store_hash((accord_slice){bytes, block->len + body.len}, hash);
	accord_buffer_append_format(out, "WARC-Block-Digest: sha256:%s\r\n", hash);
}

static void write_record(accord_buffer *out, accord_arena *arena, const accord_page_record *page, const char *hash, const char *type,
			 const accord_buffer *block, accord_slice body)
{
	char date[32];
	bool response = *type == 'r' && type[2] == 's';
	accord_buffer_append_format(out, "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Record-ID: ", type);
	append_id(out, hash, page->id, response ? 'a' : 'b');
	accord_buffer_append_text(out, "\r\n");
	if (!response) {
		accord_buffer_append_text(out, "WARC-Concurrent-To: ");
		append_id(out, hash, page->id, 'a');
		accord_buffer_append_text(out, "\r\n");
	}
	append_target(out, page->url);
	accord_buffer_append_format(out, "WARC-Date: %s\r\n", date_of(page->fetched, date));
	append_header(out, "WARC-IP-Address", page->address);
	if (response)
		accord_buffer_append_format(out, "WARC-Payload-Digest: sha256:%s\r\n", hash);
	append_digest(out, arena, block, body);
	accord_buffer_append_format(out, "Content-Type: application/http; msgtype=%s\r\nContent-Length: %zu\r\n\r\n", type,
				    block->len + body.len);
	accord_buffer_append(out, block->data, block->len);
	accord_buffer_append(out, body.data, body.len);
	accord_buffer_append_text(out, "\r\n\r\n");
}

static void write_page(accord_buffer *out, accord_arena *arena, const accord_page_record *page, const char *hash)
{
	accord_buffer block;
	accord_url url;
	accord_slice none = {"", 0};
	accord_buffer_init(&block, (size_t)1 << 20);
	accord_buffer_append_format(&block, "HTTP/1.1 %d OK\r\n", page->http_status ? page->http_status : 200);
	append_header(&block, "Content-Type", page->content_type);
	append_header(&block, "ETag", page->etag);
	append_header(&block, "Last-Modified", page->last_modified);
	accord_buffer_append_format(&block, "Content-Length: %zu\r\n\r\n", page->bytes.len);
	write_record(out, arena, page, hash, "response", &block, page->bytes);
	accord_buffer_clear(&block);
	if (accord_url_parse(arena, page->url, NULL, &url, NULL) == ACCORD_OK) {
		accord_slice origin = accord_url_origin(arena, &url), host = origin;
		const char *slashes = memmem(origin.data, origin.len, "://", 3);
		if (slashes)
			host = (accord_slice){slashes + 3, origin.len - (size_t)(slashes + 3 - origin.data)};
		size_t path = origin.len < page->url.len && !memcmp(origin.data, page->url.data, origin.len) ? origin.len : 0;
		accord_buffer_append_format(&block, "GET %.*s HTTP/1.1\r\n", (int)(page->url.len - path),
					    page->url.data + path);
		append_header(&block, "Host", host);
		accord_buffer_append_text(&block, "User-Agent: " ACCORD_AGENT "/" ACCORD_VERSION "\r\n\r\n");
		write_record(out, arena, page, hash, "request", &block, none);
	}
	accord_buffer_free(&block);
}

static void write_info(accord_buffer *out)
{
	static const char fields[] = "software: accord/" ACCORD_VERSION "\r\nformat: WARC File Format 1.1\r\n"
				     "robots: obey\r\n";
	char date[32];
	accord_buffer_append_format(out,
				    "WARC/1.1\r\nWARC-Type: warcinfo\r\n"
				    "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
				    "WARC-Date: %s\r\nContent-Type: application/warc-fields\r\n"
				    "Content-Length: %zu\r\n\r\n%s\r\n\r\n",
				    date_of((int64_t)time(NULL), date), sizeof fields - 1, fields);
}

int export_warc(accord_store *store, accord_arena *arena)
{
	accord_buffer out;
	accord_error err = {0};
	accord_buffer_init(&out, (size_t)1 << 30);
	accord_sql *q = accord_sql_prepare_long(store,
			   "SELECT p.id, {lower(hex(b.sha256))|encode(b.sha256, 'hex')} FROM page p JOIN page_body b ON b.id = p.body ORDER BY p.id");
	bool good = q != NULL;
	if (good)
		write_info(&out);
	while (good && accord_sql_step(q) == ACCORD_SQL_ROW) {
		accord_page_record page;
		good = accord_store_get_page(store, arena, accord_sql_int(q, 0), &page, &err) == ACCORD_OK;
		if (good)
			write_page(&out, arena, &page, accord_sql_text(q, 1).data);
		else
			complain(&err);
		good = good && flush_output(&out);
		accord_arena_clear(arena);
	}
	accord_sql_close(q);
	good = flush_output(&out) && good;
	accord_buffer_free(&out);
	return good ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}
