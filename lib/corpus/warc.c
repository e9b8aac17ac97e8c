/*
 * Web archives (ISO 28500:2017, WARC 1.0 and 1.1): a version line, header lines, a blank line, Content-Length bytes, two
 * blank lines; in a .warc.gz each record is a gzip member of its own. Pages are `response` records with an HTML answer and
 * `resource` records with HTML; a `revisit` says that the server sent the same page again, which is read from where it
 * stands if that is in this file.
 *
 * A record that is not what its header says is an error in its place; then the next version line is looked for from its
 * begin, since a wrong length has swallowed what follows.
 */
#include "reader.h"

#include <accord/hash_map.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define LONGEST_LINE ((size_t)64 * 1024)
#define MOST_LINES 1000
#define LARGE_RECORD ((uint64_t)16 << 20)
#define MOST_PAGES 200000 /* remembered for revisits in this file */

struct record {
	char type[16], id[256], url[4096], date[40], content_type[256], digest[128], refers[256], address[64];
	uint64_t length, place; /* of the block; where the record begins in the file */
	bool has_length;
};

/* Where the pages of this file stand, by id and by digest of payload. */
struct known {
	accord_hash_map *numbers;
	uint64_t *places;
	size_t count, missing; /* pages remembered; revisits whose page is in another file */
};

/* ---- headers --------------------------------------------------------------------------------------------------------- */

static void keep(const char *value, char *out, size_t size)
{
	size_t n = strlen(value);
	while (n && strchr(" \t\r\n", value[n - 1]))
		n--;
	if (n > 1 && *value == '<' && value[n - 1] == '>')
		value++, n -= 2;
	if (n >= size)
		n = size - 1;
	memcpy(out, value, n);
	out[n] = '\0';
}

static void take_field(struct record *record, const char *line)
{
	const struct {
		const char *name;
		char *out;
		size_t size;
	} fields[] = {{"WARC-Type", record->type, sizeof record->type},
		      {"WARC-Record-ID", record->id, sizeof record->id},
		      {"WARC-Target-URI", record->url, sizeof record->url},
		      {"WARC-Date", record->date, sizeof record->date},
		      {"Content-Type", record->content_type, sizeof record->content_type},
		      {"WARC-Payload-Digest", record->digest, sizeof record->digest},
		      {"WARC-Refers-To", record->refers, sizeof record->refers},
		      {"WARC-IP-Address", record->address, sizeof record->address}};
	const char *value = header_value(line, "Content-Length");
	if (value) {
		char *end;
		errno = 0;
		record->length = strtoull(value, &end, 10);
		record->has_length = !errno && end != value && *value != '-' && !end[strspn(end, " \t\r\n")];
	}
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		if ((value = header_value(line, fields[i].name)))
			keep(value, fields[i].out, fields[i].size);
}

static bool is_version(const char *line, size_t len)
{
	return len >= 8 && !memcmp(line, "WARC/", 5) && (line[5] == '0' || line[5] == '1') && line[6] == '.';
}

/* Version line and header lines; NULL, or what is wrong. */
static const char *read_head(struct reader *r, struct stream *s, struct record *record)
{
	size_t len = stream_line(s, LONGEST_LINE);
	*record = (struct record){.place = stream_place(s)};
	if (!is_version(stream_bytes(s), len))
		return "has no version line";
	stream_take(s, len);
	for (size_t lines = 0; lines < MOST_LINES; lines++) {
		len = stream_line(s, LONGEST_LINE);
		if (!len || stream_bytes(s)[len - 1] != '\n')
			return s->state == STREAM_OPEN ? "has a header line that is too long" : "has a header that is cut off";
		accord_buffer_clear(&r->head);
		accord_buffer_append(&r->head, stream_bytes(s), len);
		stream_take(s, len);
		if (r->head.data[0] == '\n' || (r->head.data[0] == '\r' && r->head.data[1] == '\n'))
			return record->has_length ? NULL : "has no length";
		take_field(record, r->head.data);
	}
	return "has too many header lines";
}

/* ---- finding the way again ------------------------------------------------------------------------------------------- */

static bool at_record(struct stream *s)
{
	size_t have = stream_want(s, 32);
	const char *b = stream_bytes(s), *line = have > 10 ? memchr(b, '\n', 12 < have ? 12 : have) : NULL;
	size_t left = line ? have - (size_t)(line + 1 - b) : 0;
	return is_version(b, have) && line && left >= 8 && (!strncasecmp(line + 1, "WARC-", 5) || !strncasecmp(line + 1, "Content-", 8));
}

static bool find_record(struct stream *s)
{
	for (;;) {
		while (stream_find(s, "WARC/", 5)) {
			if (at_record(s))
				return true;
			stream_take(s, 5);
		}
		if (s->state != STREAM_DAMAGED || !stream_resume(s))
			return false;
	}
}

/* Tell what is wrong, and go to the next record; false if there is none. */
static bool recover(struct reader *r, const struct place *p, struct stream *s, const struct record *record, uint64_t begin,
                    const char *wrong)
{
	char problem[sizeof s->problem];
	bool damaged = s->state == STREAM_DAMAGED;
	memcpy(problem, s->problem, sizeof problem);
	if (!damaged || stream_have(s))
		stream_seek(s, begin + 1);
	bool found = find_record(s);
	char on[64];
	snprintf(on, sizeof on, found ? "the next record is at byte %llu" : "no record is found behind it",
	         (unsigned long long)stream_place(s));
	if (damaged)
		give_problem(r, p, record->place, 0, "%s; %s", problem, on);
	else
		give_problem(r, p, record->place, 0, "the record at byte %llu %s; %s", (unsigned long long)record->place, wrong, on);
	return found;
}

/* ---- pages ----------------------------------------------------------------------------------------------------------- */

static accord_slice known_text(const char *text)
{
	return text && *text ? accord_slice_of(text) : (accord_slice){NULL, 0};
}

static bool is_html(const char *type)
{
	return !type || !*type || strcasestr(type, "html");
}

/* The page in a block that ends in a byte which may be written; false if it holds none that concerns us. */
static bool page_of(struct reader *r, const struct record *record, char *block, size_t len, accord_corpus_record *page,
                    const char **wrong)
{
	*page = (accord_corpus_record){.kind = ACCORD_CORPUS_HTML,
	                               .offset = record->place,
	                               .id = known_text(record->id),
	                               .url = known_text(record->url),
	                               .date = known_text(record->date),
	                               .address = known_text(record->address),
	                               .content_type = known_text(record->content_type)};
	page->bytes = (accord_slice){block, len};
	block[len] = '\0';
	bool http = !strncasecmp(record->content_type, "application/http", 16) ||
	            (!*record->content_type && len > 5 && !memcmp(block, "HTTP/", 5));
	if (!http)
		return !strcasecmp(record->type, "resource") && is_html(record->content_type);
	struct answer a = http_answer(block, len);
	if (!a.ok || (a.status != 200 && a.status != 203) || !is_html(a.content_type))
		return false;
	page->http_status = a.status;
	page->content_type = known_text(a.content_type);
	page->etag = known_text(a.etag);
	page->last_modified = known_text(a.last_modified);
	uint64_t most = (uint64_t)len * 250 > (64u << 20) ? (uint64_t)len * 250 : 64u << 20;
	r->unpacked.ceiling = most < ACCORD_CORPUS_CEILING ? (size_t)most : ACCORD_CORPUS_CEILING;
	*wrong = http_body(&a, (accord_slice){block + a.body, len - a.body}, &r->page, &r->unpacked, &page->bytes);
	return true;
}

/* Buffers that a large page made are not kept for the small ones. */
static void trim(accord_buffer *buffer)
{
	if (buffer->capacity > (size_t)4 << 20)
		accord_buffer_free(buffer);
}

static void remember(struct known *known, const struct record *record)
{
	const char *keys[] = {record->id, record->digest};
	if (!known->numbers || known->count >= MOST_PAGES)
		return;
	if (known->count % 1024 == 0) {
		uint64_t *places = realloc(known->places, (known->count + 1024) * sizeof *places);
		if (!places)
			return;
		known->places = places;
	}
	for (size_t i = 0; i < 2; i++)
		if (*keys[i])
			accord_hash_map_set(known->numbers, keys[i], strlen(keys[i]), (uint32_t)known->count);
	known->places[known->count++] = record->place;
}

static void give_page(struct reader *r, const struct place *p, const struct record *record, char *block)
{
	accord_corpus_record page;
	const char *wrong = NULL;
	size_t len = (size_t)record->length;
	char kept = block[len];
	if (page_of(r, record, block, len, &page, &wrong)) {
		if (wrong)
			give_problem(r, p, record->place, 0, "%s, in the record at byte %llu%s%s", wrong,
			             (unsigned long long)record->place, *record->url ? ", " : "", record->url);
		else
			give(r, p, &page);
	}
	block[len] = kept;
	trim(&r->page);
	trim(&r->unpacked);
}

/* The block in the window, and its end as it should be; NULL, or what is wrong. */
static const char *want_block(struct stream *s, const struct record *record)
{
	size_t len = (size_t)record->length, have = stream_want(s, len + 4);
	if (have < len)
		return "is cut off";
	const char *behind = stream_bytes(s) + len;
	if (s->state == STREAM_DAMAGED && have <= len + 4)
		return "is damaged";
	if (have >= len + 4 && memcmp(behind, "\r\n\r\n", 4) != 0) {
		have = stream_want(s, len + 16);
		behind = stream_bytes(s) + len;
		size_t skip = 0;
		while (len + skip < have && (behind[skip] == '\r' || behind[skip] == '\n'))
			skip++;
		if (len + skip < have && !is_version(behind + skip, have - len - skip))
			return "is not as long as it says";
	}
	return NULL;
}

/* ---- revisits -------------------------------------------------------------------------------------------------------- */

static struct stream *unpacked_record(struct stream *file)
{
	stream_want(file, 4);
	return stream_have(file) >= 4 && !memcmp(stream_bytes(file), "\x1f\x8b", 2)             ? stream_gzip(file)
	       : stream_have(file) >= 4 && !memcmp(stream_bytes(file), "\x28\xb5\x2f\xfd", 4) ? stream_zstd(file)
											   : NULL;
}

/* The page of the first visit, under the address and date of the second. */
static bool give_again(struct reader *r, struct place *p, const struct record *revisit, uint64_t place)
{
	uint64_t uncounted = 0;
	struct file_watch watch = {&uncounted, NULL, NULL};
	struct stream *file = stream_file(p->file, place, &watch);
	struct stream *packed = file ? unpacked_record(file) : NULL, *s = packed ? packed : file;
	struct record *record = malloc(sizeof *record);
	bool good = s && record && !read_head(r, s, record) &&
	            (!strcmp(record->id, revisit->refers) || !strcmp(record->digest, revisit->digest)) &&
	            record->length <= ACCORD_CORPUS_CEILING && !want_block(s, record);
	if (good) {
		memcpy(record->id, revisit->id, sizeof record->id);
		memcpy(record->url, revisit->url, sizeof record->url);
		memcpy(record->date, revisit->date, sizeof record->date);
		memcpy(record->address, revisit->address, sizeof record->address);
		record->place = revisit->place;
		give_page(r, p, record, (char *)s->window + s->at);
	}
	stream_close(packed);
	stream_close(file);
	free(record);
	return good;
}

static void read_revisit(struct reader *r, struct place *p, struct known *known, const struct record *record)
{
	const char *keys[] = {record->refers, record->digest};
	uint32_t number = UINT32_MAX;
	for (size_t i = 0; i < 2 && number == UINT32_MAX; i++)
		if (*keys[i])
			number = accord_hash_map_get(known->numbers, keys[i], strlen(keys[i]), UINT32_MAX);
	if (number == UINT32_MAX || !give_again(r, p, record, known->places[number]))
		known->missing++;
}

/* ---- the archive ----------------------------------------------------------------------------------------------------- */

static bool is_page_type(const char *type)
{
	return !strcasecmp(type, "response") || !strcasecmp(type, "resource");
}

/* A film, a disk image: not taken into memory to be looked at. */
static bool is_large_other(struct stream *s, const struct record *record)
{
	if (record->length <= LARGE_RECORD)
		return false;
	size_t have = stream_want(s, 8192);
	const char *b = stream_bytes(s);
	return !is_page_type(record->type) || (!memmem(b, have, "html", 4) && !memmem(b, have, "HTML", 4));
}

/* A record whose head was read; NULL, or what is wrong with it. */
static const char *read_record(struct reader *r, struct place *p, struct stream *s, struct known *known,
                               const struct record *record)
{
	bool page = is_page_type(record->type);
	if (is_large_other(s, record))
		return stream_skip(s, record->length) ? NULL : "is cut off";
	if (record->length > ACCORD_CORPUS_CEILING) {
		if (!stream_skip(s, record->length))
			return "is cut off";
		if (page)
			give_problem(r, p, record->place, 0, "the record at byte %llu is larger than %zu MiB",
			             (unsigned long long)record->place, ACCORD_CORPUS_CEILING >> 20);
		return NULL;
	}
	const char *wrong = want_block(s, record);
	if (wrong)
		return wrong;
	if (page && url_matches(r, record->url)) {
		remember(known, record);
		give_page(r, p, record, (char *)s->window + s->at);
	} else if (!strcasecmp(record->type, "revisit") && url_matches(r, record->url)) {
		read_revisit(r, p, known, record);
	}
	stream_take(s, (size_t)record->length);
	return NULL;
}

/* The next record is at hand; false at the end. Line ends between records may be missing or too many. */
static bool next_record(struct stream *s)
{
	while (stream_want(s, 1) && strchr("\r\n", stream_bytes(s)[0]) && stream_bytes(s)[0])
		stream_take(s, 1);
	return stream_have(s) > 0;
}

static void read_records(struct reader *r, struct place *p, struct stream *s, struct known *known, struct record *record)
{
	while (!r->stopped) {
		bool more = next_record(s);
		uint64_t begin = s->offset;
		if (!more && s->state != STREAM_DAMAGED)
			return;
		*record = (struct record){.place = stream_place(s)};
		const char *wrong = more ? read_head(r, s, record) : "is damaged";
		if (!wrong)
			wrong = read_record(r, p, s, known, record);
		if (wrong && !recover(r, p, s, record, begin, wrong))
			return;
	}
}

void read_warc(struct reader *r, struct place *p, struct stream *s)
{
	struct record *record = malloc(sizeof *record);
	struct known known = {0};
	if (!p->depth && !stream_is_pipe(p->bottom))
		known.numbers = accord_hash_map_new();
	if (record)
		read_records(r, p, s, &known, record);
	else
		give_problem(r, p, 0, 0, "out of memory");
	if (known.missing)
		give_notice(r, "%s: %zu pages were seen again whose first visit is in another archive", p->file, known.missing);
	accord_hash_map_free(known.numbers);
	free(known.places);
	free(record);
}
