/*
 * A feed from its bytes to its entries. The reader keeps what has come until it can say in which encoding and
 * format it is; from then on XML runs through scanner and elements piece by piece, and only an unfinished tag
 * is kept:
 *
 *   push -> [held: up to 1 MiB] -> judge -> [iconv] -> scan -> elements -> entry_seen
 *
 * JSON, and bytes whose encoding shows only in the whole, are held to the end. accord_feed_parse is the same
 * reader with all bytes at once, entries kept.
 */
#include "elements.h"
#include "encoding.h"
#include "json_feed.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SAMPLE ((size_t)1 << 20)
#define HELD_CEILING ((size_t)64 << 20)
#define ARENA_CEILING ((size_t)256 << 20)
#define PIECE ((size_t)256 << 10)
/* Junk before the root, at most: behind that it is no feed. */
#define JUNK_BYTES ((size_t)256 << 10)

static const char *const format_names[ACCORD_FEED_FORMATS] = {
	"unknown", "rss0.90", "rss0.91", "rss0.92", "rss0.93",     "rss0.94",
	"rss1.0",  "rss2.0",  "atom0.3", "atom1.0", "sitemap",     "sitemapindex",
	"jsonfeed1.0", "jsonfeed1.1"};

const char *accord_feed_format_name(accord_feed_format format)
{
	return format < ACCORD_FEED_FORMATS ? format_names[format] : format_names[0];
}

enum stage { STAGE_HOLD, STAGE_HOLD_ALL, STAGE_STREAM };

struct accord_feed_reader {
	accord_feed_options options;
	accord_feed_entry_seen seen;
	void *context;
	accord_arena *feed_arena, *entry_arena;
	accord_feed feed;
	struct elements elements;
	enum stage stage;
	accord_buffer held;   /* bytes as they came, not judged yet; then those of half a character */
	accord_buffer window; /* UTF-8 of a tag that has not ended */
	size_t retry;         /* length of the window at which it is scanned again */
	size_t scanned;
	iconv_t converter;
	bool converting, limit_reached;
};

static bool entry_seen(void *context, const accord_feed_entry *entry)
{
	accord_feed_reader *reader = context;
	size_t most = reader->options.most_entries;
	const struct draft *draft = &reader->elements.feed_draft;
	if (reader->elements.dialect) {
		reader->feed.title = draft->values[FIELD_TITLE];
		reader->feed.link = draft->values[FIELD_LINK];
		reader->feed.lang = draft->values[FIELD_LANG];
	}
	if (most && reader->feed.entry_count > most) {
		reader->feed.entry_count = most;
		reader->limit_reached = true;
		return false;
	}
	bool more = reader->seen(reader->context, &reader->feed, entry);
	accord_arena_clear(reader->entry_arena);
	return more;
}

accord_feed_reader *accord_feed_reader_new(const accord_feed_options *options, accord_feed_entry_seen seen,
					   void *context)
{
	accord_feed_reader *reader = calloc(1, sizeof *reader);
	if (!reader)
		return NULL;
	if (options)
		reader->options = *options;
	reader->seen = seen;
	reader->context = context;
	reader->feed_arena = accord_arena_new(ARENA_CEILING);
	reader->entry_arena = accord_arena_new(ARENA_CEILING);
	accord_buffer_init(&reader->held, HELD_CEILING);
	accord_buffer_init(&reader->window, HELD_CEILING);
	bool good = elements_init(&reader->elements, &reader->feed, reader->feed_arena, reader->entry_arena);
	reader->elements.seen = entry_seen;
	reader->elements.seen_context = reader;
	reader->elements.sitemaps = reader->options.sitemaps;
	if (reader->options.base_url)
		reader->elements.base_url = accord_slice_of(reader->options.base_url);
	if (good)
		return reader;
	accord_feed_reader_free(reader);
	return NULL;
}

void accord_feed_reader_free(accord_feed_reader *reader)
{
	if (!reader)
		return;
	if (reader->converting)
		iconv_close(reader->converter);
	elements_free(&reader->elements);
	accord_buffer_free(&reader->held);
	accord_buffer_free(&reader->window);
	accord_arena_free(reader->feed_arena);
	accord_arena_free(reader->entry_arena);
	free(reader);
}

/* Why something is no feed, in a sentence. */
static accord_status no_feed(const accord_feed_reader *reader, accord_error *err)
{
	const struct elements *e = &reader->elements;
	if (e->is_rdf)
		return accord_error_set(err, ACCORD_EINPUT, "not a feed: RDF without a channel");
	if (!*e->first_element)
		return accord_error_set(err, ACCORD_EINPUT, "not a feed: no elements");
	if (!strcasecmp(e->first_element, "html"))
		return accord_error_set(err, ACCORD_EINPUT, "not a feed but an HTML page");
	return accord_error_set(err, ACCORD_EINPUT, "not a feed: begins with <%s>", e->first_element);
}

/* Piece by piece
 * ----------------------------------------------------------------------------------------------- */

static accord_status scan_piece(accord_feed_reader *reader, const char *bytes, size_t len, bool last,
				accord_error *err)
{
	struct elements *e = &reader->elements;
	reader->scanned += len;
	if (reader->window.len) {
		accord_buffer_append(&reader->window, bytes, len);
		if (reader->window.failed)
			return accord_error_set(err, ACCORD_ENOMEM, "a tag of more than %zu MiB",
						HELD_CEILING >> 20);
		if (!last && reader->window.len < reader->retry)
			return ACCORD_OK;
		size_t done = scan(&e->scanner, reader->window.data, reader->window.len, last);
		memmove(reader->window.data, reader->window.data + done, reader->window.len - done);
		reader->window.len -= done;
	} else {
		size_t done = scan(&e->scanner, bytes, len, last);
		accord_buffer_append(&reader->window, bytes + done, len - done);
	}
	reader->retry = reader->window.len < PIECE ? reader->window.len : reader->window.len * 2;
	if (!e->dialect && (e->scanner.stop || reader->scanned - reader->window.len > JUNK_BYTES))
		return no_feed(reader, err);
	return ACCORD_OK;
}

static accord_status convert_piece(accord_feed_reader *reader, const char *bytes, size_t len,
				   accord_error *err)
{
	accord_buffer_append(&reader->held, bytes, len);
	if (reader->held.failed)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory for a feed");
	char *in = reader->held.data;
	size_t left = reader->held.len;
	char out[16384];
	accord_status status = ACCORD_OK;
	while (left && status == ACCORD_OK) {
		char *at = out;
		size_t room = sizeof out - 3;
		size_t result = iconv(reader->converter, &in, &left, &at, &room);
		int why = result == (size_t)-1 ? errno : 0;
		if (why == EILSEQ) {
			memcpy(at, "\xEF\xBF\xBD", 3);
			at += 3;
			in++;
			left--;
		}
		status = scan_piece(reader, out, (size_t)(at - out), false, err);
		if (why == EINVAL)
			break;
	}
	memmove(reader->held.data, in, left);
	reader->held.len = left;
	return status;
}

static accord_status stream(accord_feed_reader *reader, const char *bytes, size_t len, accord_error *err)
{
	accord_status status = ACCORD_OK;
	for (size_t at = 0; at < len && status == ACCORD_OK && !reader->elements.scanner.stop; at += PIECE) {
		size_t n = len - at < PIECE ? len - at : PIECE;
		status = reader->converting ? convert_piece(reader, bytes + at, n, err)
					    : scan_piece(reader, bytes + at, n, false, err);
	}
	return status;
}

static bool begins_json(accord_slice bytes)
{
	if (bytes.len >= 3 && !memcmp(bytes.data, "\xEF\xBB\xBF", 3))
		bytes = (accord_slice){bytes.data + 3, bytes.len - 3};
	while (bytes.len && strchr(" \t\r\n", *bytes.data) && *bytes.data)
		bytes.data++, bytes.len--;
	return bytes.len && *bytes.data == '{';
}

/* Enough is held to tell what it is. */
static accord_status judge(accord_feed_reader *reader, accord_error *err)
{
	accord_slice sample = {reader->held.data, reader->held.len};
	const char *charset = NULL;
	bool wide_json = sample.len > 1 && (sample.data[0] == '{' || sample.data[1] == '{');
	if (begins_json(sample) || wide_json ||
	    !judge_stream(reader->feed_arena, sample, reader->options.content_type, &charset)) {
		reader->stage = STAGE_HOLD_ALL;
		return ACCORD_OK;
	}
	accord_arena_clear(reader->feed_arena);
	reader->feed.charset = charset;
	reader->stage = STAGE_STREAM;
	if (strcasecmp(charset, "utf-8")) {
		reader->converter = iconv_open("UTF-8", charset);
		reader->converting = reader->converter != (iconv_t)-1;
	}
	accord_buffer held = reader->held;
	accord_buffer_init(&reader->held, HELD_CEILING);
	accord_status status = stream(reader, held.data, held.len, err);
	accord_buffer_free(&held);
	return status;
}

accord_status accord_feed_reader_push(accord_feed_reader *reader, const char *bytes, size_t len,
				      accord_error *err)
{
	if (reader->elements.scanner.stop)
		return ACCORD_OK;
	if (reader->stage == STAGE_STREAM)
		return stream(reader, bytes, len, err);
	accord_buffer_append(&reader->held, bytes, len);
	if (reader->held.failed)
		return accord_error_set(err, ACCORD_ENOMEM,
					"a feed that must be read whole is larger than %zu MiB",
					HELD_CEILING >> 20);
	size_t sample = reader->options.judge_after ? reader->options.judge_after : SAMPLE;
	return reader->stage == STAGE_HOLD && reader->held.len >= sample ? judge(reader, err) : ACCORD_OK;
}

/* The end
 * ------------------------------------------------------------------------------------------------------ */

static accord_status read_whole(accord_feed_reader *reader, accord_slice bytes, accord_error *err)
{
	accord_slice utf8;
	accord_status status = decode_whole(reader->feed_arena, bytes, reader->options.content_type, &utf8,
					    &reader->feed.charset, err);
	if (status != ACCORD_OK)
		return status;
	if (!accord_slice_trim(utf8).len)
		return accord_error_set(err, ACCORD_EINPUT, "not a feed: empty");
	if (begins_json(utf8)) {
		struct json_feed_target target = {&reader->feed,
						  reader->feed_arena,
						  reader->elements.entry_draft.arena,
						  reader->elements.base_url,
						  reader->elements.seen,
						  reader->elements.seen_context};
		if (!memcmp(utf8.data, "\xEF\xBB\xBF", utf8.len < 3 ? utf8.len : 3))
			utf8 = (accord_slice){utf8.data + 3, utf8.len - 3};
		return json_feed_read(utf8, &target, err);
	}
	scan(&reader->elements.scanner, utf8.data, utf8.len, true);
	return ACCORD_OK;
}

static void write_warning(accord_feed_reader *reader)
{
	char sentence[160];
	const char *what = reader->elements.warning;
	if (reader->limit_reached)
		snprintf(sentence, sizeof sentence, "only the first %zu entries are read",
			 reader->options.most_entries);
	else if (what)
		snprintf(sentence, sizeof sentence, "the feed is damaged: %s", what);
	if (reader->limit_reached || what)
		reader->feed.warning = accord_slice_copy(reader->feed_arena, accord_slice_of(sentence));
}

static accord_status finish(accord_feed_reader *reader, accord_slice rest, accord_error *err)
{
	accord_status status = ACCORD_OK;
	struct elements *e = &reader->elements;
	if (reader->stage == STAGE_STREAM) {
		if (reader->window.len && !e->scanner.stop)
			scan(&e->scanner, reader->window.data, reader->window.len, true);
	} else {
		status = read_whole(reader, rest, err);
	}
	if (status != ACCORD_OK || reader->feed.format >= ACCORD_JSON_FEED_10)
		return status;
	if (!e->dialect || (e->is_rdf && !e->has_channel && !reader->feed.entry_count))
		return no_feed(reader, err);
	elements_finish(e);
	write_warning(reader);
	return ACCORD_OK;
}

accord_status accord_feed_reader_finish(accord_feed_reader *reader, const accord_feed **feed,
					accord_error *err)
{
	*feed = &reader->feed;
	return finish(reader, (accord_slice){reader->held.data ? reader->held.data : "", reader->held.len},
		      err);
}

/* At once
 * ------------------------------------------------------------------------------------------------------ */

struct collector {
	accord_feed_reader *reader;
	accord_arena *arena;
	accord_feed_entry *entries;
	size_t count, capacity;
	bool failed;
};

static bool collect(void *context, const accord_feed_entry *entry)
{
	struct collector *collector = context;
	size_t most = collector->reader->options.most_entries;
	if (most && collector->count == most) {
		collector->reader->limit_reached = true;
		return false;
	}
	if (collector->count == collector->capacity) {
		size_t capacity = collector->capacity ? collector->capacity * 2 : 32;
		accord_feed_entry *entries =
			accord_arena_grow(collector->arena, collector->entries,
					  collector->capacity * sizeof *entries, capacity * sizeof *entries);
		if (!entries) {
			collector->failed = true;
			return false;
		}
		collector->entries = entries;
		collector->capacity = capacity;
	}
	collector->entries[collector->count++] = *entry;
	return true;
}

accord_status accord_feed_parse(accord_arena *arena, const char *bytes, size_t len,
				const accord_feed_options *options, accord_feed *feed, accord_error *err)
{
	*feed = (accord_feed){0};
	accord_feed_reader *reader = calloc(1, sizeof *reader);
	if (!reader)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory for a feed");
	struct collector collector = {.reader = reader, .arena = arena};
	if (options)
		reader->options = *options;
	reader->feed_arena = arena;
	elements_init(&reader->elements, &reader->feed, arena, arena);
	reader->elements.seen = collect;
	reader->elements.seen_context = &collector;
	reader->elements.sitemaps = reader->options.sitemaps;
	if (reader->options.base_url)
		reader->elements.base_url = accord_slice_of(reader->options.base_url);
	accord_status status = finish(reader, (accord_slice){bytes, len}, err);
	if (status == ACCORD_OK && collector.failed)
		status = accord_error_set(err, ACCORD_ENOMEM, "out of memory for the entries of a feed");
	*feed = reader->feed;
	feed->entries = collector.entries;
	feed->entry_count = collector.count;
	elements_free(&reader->elements);
	free(reader);
	return status;
}
