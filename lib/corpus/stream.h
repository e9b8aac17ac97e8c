/*
 * Bytes that are pulled through layers: a file, what unpacks it, a member of an archive. Each layer has a window of its
 * bytes; `stream_want` widens it, `stream_take` moves on. A layer that meets damage says so in `state` once the bytes
 * before it are out, and may find its way again with `stream_resume`.
 *
 *   while (stream_want(s, 1)) { use(stream_bytes(s), stream_have(s)); stream_take(s, stream_have(s)); }
 *   if (s->state == STREAM_DAMAGED) complain(s->problem);
 */
#ifndef CORPUS_STREAM_H
#define CORPUS_STREAM_H

#include <accord/text.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum stream_state { STREAM_OPEN, STREAM_ENDED, STREAM_DAMAGED };

struct stream;

struct stream_kind {
	/* At most `size` more bytes, at least one unless `state` was set. */
	size_t (*read)(struct stream *s, unsigned char *into, size_t size);
	/* Go on behind damage; false if there is nothing more. May be NULL. */
	bool (*resume)(struct stream *s);
	/* Go back or forth to the first byte at or behind `offset` that can be reached; false if there is none. May be NULL. */
	bool (*seek)(struct stream *s, uint64_t *offset);
	/* The byte of the file that makes byte `offset` of this stream. */
	uint64_t (*place)(const struct stream *s, uint64_t offset);
	void (*close)(struct stream *s);
};

struct stream {
	const struct stream_kind *kind;
	struct stream *parent; /* not owned */
	void *own;
	unsigned char *window;
	size_t at, end, capacity;
	uint64_t offset; /* of window[at] */
	enum stream_state state;
	char problem[200]; /* if damaged: what and at which byte of the file */
};

/* What a file stream tells the outside. */
struct file_watch {
	uint64_t *read;                 /* counts bytes */
	void (*waiting)(void *context); /* may be NULL */
	void *context;
};

/* A file or, for "-", standard input; at `from`, which must be 0 for a pipe. NULL with errno. */
struct stream *stream_file(const char *path, uint64_t from, const struct file_watch *watch);
bool stream_is_pipe(const struct stream *file);
/* The next `size` bytes of the parent. */
struct stream *stream_part(struct stream *parent, uint64_t size);
/* Unpacked: gzip members or zstd frames one after the other, brotli, what else libarchive knows. NULL without memory. */
struct stream *stream_gzip(struct stream *parent);
struct stream *stream_zstd(struct stream *parent);
struct stream *stream_brotli(struct stream *parent);
struct stream *stream_other(struct stream *parent);
/* Raw deflate of a zip entry, which says itself where it ends. */
struct stream *stream_deflate(struct stream *parent);
void stream_close(struct stream *s);

static inline const char *stream_bytes(const struct stream *s)
{
	return (const char *)s->window + s->at;
}

static inline size_t stream_have(const struct stream *s)
{
	return s->end - s->at;
}

/* At least `n` bytes in the window if the stream has them, else fewer; returns how many there are. */
size_t stream_want(struct stream *s, size_t n);
void stream_take(struct stream *s, size_t n);
/* Pass over `n` bytes; false if the stream ends before. */
bool stream_skip(struct stream *s, uint64_t n);
/* Length of the line at hand with its newline, the rest of the stream if it ends without one; 0 at the end, or if it is
 * longer than `most` (then `have` is more than `most`). */
size_t stream_line(struct stream *s, size_t most);
/* The whole rest into the window; false if it is more than `most` bytes. */
bool stream_all(struct stream *s, size_t most);
/* Forget the window and go on behind damage. */
bool stream_resume(struct stream *s);
/* To the first reachable byte at or behind `offset`; bounded, so that bad files cannot make it quadratic. */
bool stream_seek(struct stream *s, uint64_t offset);
uint64_t stream_place(const struct stream *s);
/* Move the window to the next place where `mark` stands; false if the stream has none. */
bool stream_find(struct stream *s, const char *mark, size_t len);

/* For layers. */
struct stream *stream_new(const struct stream_kind *kind, struct stream *parent, size_t own);
size_t stream_damaged(struct stream *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The parent has no more: ended or damaged as it is. */
size_t stream_parent_ended(struct stream *s);

#endif
