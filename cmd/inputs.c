/* Files, standard input, gzip and zstd as one stream of inputs or of lines. */
#include "command.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK ((size_t)64 * 1024)

/* libarchive's raw format: any bytes, through whatever compression filters they wear (RFC 1952, RFC 8878). */
static struct archive *open_stream(const char *name, accord_error *err)
{
	struct archive *a = archive_read_new();
	if (!a) {
		accord_error_set(err, ACCORD_ENOMEM, "out of memory");
		return NULL;
	}
	archive_read_support_filter_gzip(a);
	archive_read_support_filter_zstd(a);
	archive_read_support_format_raw(a);
	archive_read_support_format_empty(a);
	struct archive_entry *entry;
	int opened = strcmp(name, "-") == 0 ? archive_read_open_fd(a, 0, CHUNK)
	                                    : archive_read_open_filename(a, name, CHUNK);
	int header = opened == ARCHIVE_OK ? archive_read_next_header(a, &entry) : opened;
	if (header == ARCHIVE_OK || header == ARCHIVE_EOF)
		return a;
	int number = archive_errno(a);
	accord_error_set(err, ACCORD_EIO, "cannot read: %s", number > 0 ? strerror(number) : archive_error_string(a));
	accord_error_at(err, name, 0, 0);
	archive_read_free(a);
	return NULL;
}

/* The next bytes of a stream; 0 at its end, -1 with `err` filled. */
static la_ssize_t read_some(struct archive *a, const char *name, char *bytes, size_t size, accord_error *err)
{
	if (!archive_file_count(a))
		return 0; /* an empty input has no entry to read from */
	la_ssize_t n = archive_read_data(a, bytes, size);
	if (n >= 0)
		return n;
	accord_error_set(err, ACCORD_EIO, "damaged: %s", archive_error_string(a));
	accord_error_at(err, name, 0, 0);
	return -1;
}

static bool read_all(const char *name, accord_buffer *bytes, accord_error *err)
{
	struct archive *a = open_stream(name, err);
	if (!a)
		return false;
	bool good = true;
	for (la_ssize_t n = 1; good && n > 0;) {
		if (!accord_buffer_reserve(bytes, CHUNK)) {
			accord_error_set(err, ACCORD_ENOMEM, "larger than %zu MiB", INPUT_CEILING >> 20);
			accord_error_at(err, name, 0, 0);
			good = false;
			break;
		}
		n = read_some(a, name, bytes->data + bytes->len, CHUNK, err);
		if (n > 0)
			bytes->len += (size_t)n;
		good = n >= 0;
	}
	archive_read_free(a);
	return good;
}

int each_input(int count, char **words, bool (*one)(void *context, const struct input *input), void *context)
{
	char dash[] = "-", *standard_input[] = {dash, NULL};
	if (!count) {
		count = 1;
		words = standard_input;
	}
	int status = EXIT_ALL_WELL;
	accord_buffer bytes;
	accord_buffer_init(&bytes, INPUT_CEILING + CHUNK);
	for (int i = 0; i < count; i++) {
		accord_error err = {0};
		struct input input = {.name = words[i]};
		accord_buffer_clear(&bytes);
		if (read_all(words[i], &bytes, &err))
			input.bytes = (accord_slice){bytes.data ? bytes.data : "", bytes.len};
		else
			input.err = &err;
		if (!one(context, &input))
			status = EXIT_SOME_FAILED;
	}
	accord_buffer_free(&bytes);
	return status;
}

static bool give_pieces(const char *name, char *chunk, bool (*one)(void *context, const struct input_piece *piece),
                        void *context)
{
	accord_error err = {0};
	struct archive *a = open_stream(name, &err);
	la_ssize_t n = -1;
	while (a && (n = read_some(a, name, chunk, CHUNK, &err)) > 0) {
		struct input_piece piece = {.name = name, .bytes = {chunk, (size_t)n}};
		one(context, &piece);
	}
	struct input_piece end = {.name = name, .last = true, .err = n < 0 ? &err : NULL};
	bool good = one(context, &end);
	if (a)
		archive_read_free(a);
	return good;
}

int each_piece(int count, char **words, bool (*one)(void *context, const struct input_piece *piece), void *context)
{
	char dash[] = "-", *standard_input[] = {dash, NULL};
	if (!count) {
		count = 1;
		words = standard_input;
	}
	char *chunk = malloc(CHUNK);
	if (!chunk) {
		complain_text("out of memory");
		return EXIT_SOME_FAILED;
	}
	int status = EXIT_ALL_WELL;
	for (int i = 0; i < count; i++)
		if (!give_pieces(words[i], chunk, one, context))
			status = EXIT_SOME_FAILED;
	free(chunk);
	return status;
}

static bool blank(const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (!strchr(" \t\r", bytes[i]))
			return false;
	return true;
}

struct line_reader {
	const char *name;
	uint32_t number;
	accord_buffer rest; /* a line that has not ended yet */
	bool (*one)(void *context, const struct input_line *line);
	void *context;
	bool failed;
};

static void give_line(struct line_reader *reader, const char *bytes, size_t len)
{
	reader->number++;
	if (len && bytes[len - 1] == '\r')
		len--;
	if (blank(bytes, len))
		return;
	struct input_line line = {reader->name, reader->number, {bytes, len}, NULL};
	if (!reader->one(reader->context, &line))
		reader->failed = true;
}

static void give_error(struct line_reader *reader, accord_error *err)
{
	struct input_line line = {reader->name, reader->number, {NULL, 0}, err};
	reader->one(reader->context, &line);
	reader->failed = true;
}

/* Lines within `bytes` go straight on; what is left without a newline waits in `rest`. */
static bool take_chunk(struct line_reader *reader, const char *bytes, size_t len)
{
	const char *newline;
	while ((newline = memchr(bytes, '\n', len))) {
		size_t n = (size_t)(newline - bytes);
		if (reader->rest.len) {
			accord_buffer_append(&reader->rest, bytes, n);
			if (reader->rest.failed)
				return false;
			give_line(reader, reader->rest.data, reader->rest.len);
			accord_buffer_clear(&reader->rest);
		} else {
			give_line(reader, bytes, n);
		}
		bytes = newline + 1;
		len -= n + 1;
	}
	accord_buffer_append(&reader->rest, bytes, len);
	return !reader->rest.failed;
}

static void read_lines(struct line_reader *reader, char *chunk)
{
	accord_error err = {0};
	struct archive *a = open_stream(reader->name, &err);
	la_ssize_t n = -1;
	while (a && (n = read_some(a, reader->name, chunk, CHUNK, &err)) > 0)
		if (!take_chunk(reader, chunk, (size_t)n)) {
			accord_error_set(&err, ACCORD_ENOMEM, "a line is larger than %zu MiB", INPUT_CEILING >> 20);
			accord_error_at(&err, reader->name, reader->number + 1, 0);
			n = -1;
			break;
		}
	if (reader->rest.len && !reader->rest.failed)
		give_line(reader, reader->rest.data, reader->rest.len);
	if (n < 0)
		give_error(reader, &err);
	if (a)
		archive_read_free(a);
}

int each_line(int count, char **words, bool (*one)(void *context, const struct input_line *line), void *context)
{
	char dash[] = "-", *standard_input[] = {dash, NULL};
	if (!count) {
		count = 1;
		words = standard_input;
	}
	char *chunk = malloc(CHUNK);
	if (!chunk) {
		complain_text("out of memory");
		return EXIT_SOME_FAILED;
	}
	bool failed = false;
	for (int i = 0; i < count; i++) {
		struct line_reader reader = {.name = words[i], .one = one, .context = context};
		accord_buffer_init(&reader.rest, INPUT_CEILING);
		read_lines(&reader, chunk);
		accord_buffer_free(&reader.rest);
		failed |= reader.failed;
	}
	free(chunk);
	return failed ? EXIT_SOME_FAILED : EXIT_ALL_WELL;
}
