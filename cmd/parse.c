/*
 * accord parse: feeds into entries, one object a feed. Entries are written while the feed is being read once
 * they fill a megabyte; a longer feed therefore has its own members behind its entries.
 */
#include "command.h"

#include <accord/document.h>
#include <accord/feed_json.h>

#define WRITTEN_AT_ONCE ((size_t)1 << 20)
#define OUTPUT_CEILING ((size_t)512 << 20)

struct args {
	const char *base_url, *content_type;
	bool sitemaps;
};

static const struct option_spec options[] = {
	{"base-url", 0, "URL", "the address of the feed, for relative links", OPTION_TEXT,
	 offsetof(struct args, base_url)},
	{"content-type", 0, "TYPE", "the Content-Type that the server sent with it", OPTION_TEXT,
	 offsetof(struct args, content_type)},
	{"sitemaps", 0, NULL, "take sitemaps for feeds too", OPTION_FLAG, offsetof(struct args, sitemaps)},
	OPTIONS_END};

struct parse {
	accord_feed_options options;
	accord_feed_reader *reader; /* of the input at hand */
	accord_buffer entries;      /* not written yet */
	accord_json_writer writer;  /* into entries */
	bool begun;                 /* the object is partly written */
	bool failed;
	bool unread; /* nobody reads the output any more */
	accord_error err;
};

static void begin_object(accord_json_writer *writer, const char *source)
{
	accord_json_begin_object(writer);
	accord_json_member(writer, "source", accord_slice_of(source));
}

/* Source and entries so far go out; the rest of the object follows when it is known. */
static bool write_entries(struct parse *parse, const char *source)
{
	if (!parse->begun) {
		accord_buffer head;
		accord_json_writer writer;
		accord_buffer_init(&head, OUTPUT_CEILING);
		accord_json_init(&writer, &head);
		begin_object(&writer, source);
		accord_json_key(&writer, "entries");
		accord_json_begin_array(&writer);
		bool written = flush_output(&head);
		accord_buffer_free(&head);
		if (!written)
			return false;
		parse->begun = true;
	}
	return flush_output(&parse->entries);
}

static bool entry_seen(void *context, const accord_feed *feed, const accord_feed_entry *entry)
{
	(void)feed;
	struct parse *parse = context;
	accord_feed_entry_write(&parse->writer, entry);
	return !parse->unread;
}

/* The object of a feed that was short enough to be kept: the feed first, as people read it. */
static void write_short(struct parse *parse, const char *source, const accord_feed *feed)
{
	accord_buffer out;
	accord_json_writer writer;
	accord_buffer_init(&out, OUTPUT_CEILING);
	accord_json_init(&writer, &out);
	begin_object(&writer, source);
	accord_feed_write(&writer, feed);
	accord_json_key(&writer, "entries");
	accord_json_begin_array(&writer);
	if (parse->entries.len)
		accord_json_raw(&writer, parse->entries.data, parse->entries.len);
	accord_json_end_array(&writer);
	accord_json_end_object(&writer);
	accord_buffer_append_char(&out, '\n');
	flush_output(&out);
	accord_buffer_free(&out);
}

/* The end of an object whose entries are partly out already: valid whatever has happened. */
static void write_end(struct parse *parse, const char *source, const accord_feed *feed, accord_error *err)
{
	write_entries(parse, source);
	accord_buffer out;
	accord_buffer_init(&out, OUTPUT_CEILING);
	accord_json_writer writer = {.out = &out, .comma = true};
	accord_json_end_array(&writer);
	accord_feed copy = *feed;
	if (err && !copy.warning.data)
		copy.warning = accord_slice_of(err->message);
	accord_feed_write(&writer, &copy);
	accord_json_end_object(&writer);
	accord_buffer_append_char(&out, '\n');
	flush_output(&out);
	accord_buffer_free(&out);
}

static bool finish(struct parse *parse, const char *source, accord_error *read_error)
{
	const accord_feed *feed = NULL;
	if (read_error && !parse->failed) {
		parse->err = *read_error;
		parse->failed = true;
	}
	accord_error late = {0};
	accord_status status = accord_feed_reader_finish(parse->reader, &feed, &late);
	if (status != ACCORD_OK && !parse->failed) {
		parse->err = late;
		parse->failed = true;
	}
	if (parse->failed) {
		accord_error_at(&parse->err, source, 0, 0);
		complain(&parse->err);
	}
	if (status == ACCORD_OK && feed->warning.data)
		complain_text("%s: %.*s", source, (int)feed->warning.len, feed->warning.data);
	if (parse->begun) {
		write_end(parse, source, feed, parse->failed ? &parse->err : NULL);
	} else if (parse->failed) {
		accord_buffer_clear(&parse->entries);
		accord_document_write_error(&parse->entries, accord_slice_of(source), (accord_slice){NULL, 0},
					    &parse->err);
		flush_output(&parse->entries);
	} else {
		write_short(parse, source, feed);
	}
	accord_feed_reader_free(parse->reader);
	parse->reader = NULL;
	return !parse->failed;
}

static bool begin(struct parse *parse)
{
	parse->reader = accord_feed_reader_new(&parse->options, entry_seen, parse);
	accord_buffer_clear(&parse->entries);
	accord_json_init(&parse->writer, &parse->entries);
	parse->begun = parse->failed = false;
	parse->err = (accord_error){0};
	return parse->reader != NULL;
}

static bool parse_piece(void *context, const struct input_piece *piece)
{
	struct parse *parse = context;
	if (!parse->reader && !begin(parse)) {
		complain_text("out of memory");
		return false;
	}
	if (piece->last)
		return finish(parse, piece->name, piece->err);
	if (!parse->failed)
		parse->failed = accord_feed_reader_push(parse->reader, piece->bytes.data, piece->bytes.len,
							&parse->err) != ACCORD_OK;
	if (parse->entries.len > WRITTEN_AT_ONCE)
		parse->unread |= !write_entries(parse, piece->name);
	return true;
}

static int run(const void *options_read, int count, char **words)
{
	const struct args *args = options_read;
	struct parse parse = {.options = {.base_url = args->base_url,
						  .content_type = args->content_type,
						  .sitemaps = args->sitemaps}};
	accord_buffer_init(&parse.entries, OUTPUT_CEILING);
	int status = each_piece(count, words, parse_piece, &parse);
	accord_buffer_free(&parse.entries);
	return status;
}

const struct command parse_command = {"parse",
				      "[--base-url URL] [--content-type TYPE] [FILE...]",
				      "read feeds (RSS, Atom, RDF, JSON Feed) into entries",
				      options,
				      sizeof(struct args),
				      run};
