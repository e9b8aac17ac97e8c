/* The way of all content: unpacked, recognised, handed to the reader of its format; records and errors on their way out. */
#include "reader.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_LAYERS 2 /* a file that was packed twice is read, one that was packed for ever is not */
#define MOST_DEPTH 1  /* an archive in an archive is not opened */

/* Whether an earlier reading had this one already. */
static bool is_skipped(const accord_corpus_progress *at)
{
	if (!at->skip_files && !at->skip_records)
		return false;
	return at->files <= at->skip_files || (at->files == at->skip_files + 1 && at->records <= at->skip_records);
}

void give(struct reader *r, const struct place *p, accord_corpus_record *record)
{
	record->file = p->file;
	record->member = p->member;
	r->progress->records++;
	record->progress = *r->progress;
	if (!r->stopped && !is_skipped(r->progress) && !r->each(r->context, record))
		r->stopped = true;
}

static void give_error(struct reader *r, const struct place *p, uint64_t offset, uint32_t line, const char *text)
{
	char source[sizeof((accord_error *)NULL)->source];
	accord_error err = {0};
	accord_error_set(&err, ACCORD_EINPUT, "%s", text);
	snprintf(source, sizeof source, "%s%s%s", p->file, p->member ? ":" : "", p->member ? p->member : "");
	accord_error_at(&err, source, line, 0);
	accord_corpus_record record = {.offset = offset, .line = line, .error = &err};
	r->problems++;
	give(r, p, &record);
}

void give_problem(struct reader *r, const struct place *p, uint64_t offset, uint32_t line, const char *format, ...)
{
	char text[240];
	va_list args;
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	give_error(r, p, offset, line, text);
}

void give_damage(struct reader *r, const struct place *p, const struct stream *s)
{
	give_error(r, p, stream_place(s), 0, s->problem);
}

void give_notice(struct reader *r, const char *format, ...)
{
	char text[400];
	va_list args;
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	if (r->options->notice)
		r->options->notice(r->context, text);
}

void drain(struct reader *r, const struct place *p, struct stream *s)
{
	while (stream_want(s, 1))
		stream_take(s, stream_have(s));
	if (s->state == STREAM_DAMAGED)
		give_damage(r, p, s);
}

/* Browsers leave a comment in front of a page that they save: <!-- saved from url=(0019)https://… --> and its like. */
static accord_slice saved_from(const char *bytes, size_t len, char *url, size_t size)
{
	static const char *const marks[] = {"saved from url=", "Page saved with SingleFile"};
	if (len > 4096)
		len = 4096;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		const char *at = memmem(bytes, len, marks[i], strlen(marks[i]));
		const char *end = at ? memmem(at, len - (size_t)(at - bytes), "-->", 3) : NULL;
		const char *http = end ? memmem(at, (size_t)(end - at), "http", 4) : NULL;
		size_t n = 0;
		while (http && http + n < end && n + 1 < size && (unsigned char)http[n] > ' ')
			n++;
		if (n < 8)
			continue;
		memcpy(url, http, n);
		url[n] = '\0';
		return (accord_slice){url, n};
	}
	return (accord_slice){NULL, 0};
}

static void read_page(struct reader *r, struct place *p, struct stream *s, accord_corpus_kind kind)
{
	char url[4096];
	uint64_t offset = stream_place(s);
	if (!stream_all(s, ACCORD_CORPUS_CEILING)) {
		give_problem(r, p, offset, 0, "larger than %zu MiB", ACCORD_CORPUS_CEILING >> 20);
		return;
	}
	if (s->state == STREAM_DAMAGED) {
		give_damage(r, p, s);
		return;
	}
	if (s->window)
		s->window[s->end] = '\0'; /* the byte that a window has to lend */
	accord_slice bytes = {s->window ? stream_bytes(s) : "", stream_have(s)};
	accord_corpus_record record = {.kind = kind, .offset = offset, .bytes = bytes};
	if (kind == ACCORD_CORPUS_HTML)
		record.url = saved_from(bytes.data, bytes.len, url, sizeof url);
	give(r, p, &record);
	stream_take(s, stream_have(s));
}

static void read_archive(struct reader *r, struct place *p, struct stream *s, int kind)
{
	if (p->depth >= MOST_DEPTH) {
		give_problem(r, p, stream_place(s), 0, "an archive within an archive is not opened");
		return;
	}
	p->depth++;
	if (kind == TAR)
		read_tar(r, p, s);
	else
		read_zip(r, p, s);
	p->depth--;
}

static void read_kind(struct reader *r, struct place *p, struct stream *s, const char *name)
{
	int kind = kind_of(s, name, p->chosen, r);
	/* What was named is read, or said to be no page, whatever its name ends in; what lies in a folder or archive is passed over. */
	if (kind == ACCORD_CORPUS_ANY || (kind == NOTHING && p->chosen))
		kind = p->chosen ? (int)r->options->otherwise : NOTHING;
	if (kind == ACCORD_CORPUS_ANY)
		kind = ACCORD_CORPUS_HTML;
	switch (kind) {
	case ACCORD_CORPUS_HTML:
	case ACCORD_CORPUS_TEXT:
		read_page(r, p, s, (accord_corpus_kind)kind);
		return;
	case ACCORD_CORPUS_MHTML:
		read_mhtml(r, p, s);
		return;
	case ACCORD_CORPUS_WARC:
		read_warc(r, p, s);
		return;
	case ACCORD_CORPUS_LINES:
		read_lines(r, p, s);
		return;
	case TAR:
	case ZIP:
		read_archive(r, p, s, kind);
		return;
	}
}

static struct stream *unpacked(struct stream *s, enum packing packing)
{
	switch (packing) {
	case GZIP:
		return stream_gzip(s);
	case ZSTD:
		return stream_zstd(s);
	case BROTLI:
		return stream_brotli(s);
	case OTHER:
		return stream_other(s);
	case PLAIN:
		break;
	}
	return NULL;
}

void read_content(struct reader *r, struct place *p, struct stream *s)
{
	const char *name = p->member ? p->member : p->file;
	struct stream *layers[MOST_LAYERS];
	size_t count = 0;
	while (count < MOST_LAYERS) {
		enum packing packing = packing_of(s, count ? "" : name);
		if (packing == PLAIN)
			break;
		s = layers[count] = unpacked(s, packing);
		if (!s)
			break;
		count++;
	}
	if (s)
		read_kind(r, p, s, name);
	else
		give_problem(r, p, 0, 0, "out of memory");
	while (count > 0)
		stream_close(layers[--count]);
}
