/* The window that all layers share, files, and parts of other streams. */
#include "stream.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define STEP ((size_t)64 * 1024)
#define LARGE_WINDOW ((size_t)4 << 20)
#define BEHIND_END UINT64_MAX /* what a file's seek says of such an offset, which need not be read for then */

/* ---- the window ------------------------------------------------------------------------------------------------------ */

struct stream *stream_new(const struct stream_kind *kind, struct stream *parent, size_t own)
{
	struct stream *s = calloc(1, sizeof *s + own);
	if (!s)
		return NULL;
	s->kind = kind;
	s->parent = parent;
	s->own = s + 1;
	return s;
}

void stream_close(struct stream *s)
{
	if (!s)
		return;
	if (s->kind->close)
		s->kind->close(s);
	free(s->window);
	free(s);
}

size_t stream_damaged(struct stream *s, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	vsnprintf(s->problem, sizeof s->problem, format, args);
	va_end(args);
	s->state = STREAM_DAMAGED;
	return 0;
}

size_t stream_parent_ended(struct stream *s)
{
	if (s->parent->state == STREAM_DAMAGED)
		memcpy(s->problem, s->parent->problem, sizeof s->problem);
	s->state = s->parent->state;
	return 0;
}

/* Room for STEP bytes more and one to lend: what is left moves to the front, then the window grows, by what comes and not
 * by what a header claims. */
static bool make_room(struct stream *s, size_t n)
{
	size_t have = stream_have(s), wanted = (n < have * 2 ? n : have * 2) + STEP + 1;
	if (s->capacity > s->end + STEP)
		return true;
	if (s->at && have)
		memmove(s->window, s->window + s->at, have);
	s->at = 0;
	s->end = have;
	if (wanted < have + STEP + 1)
		wanted = have + STEP + 1;
	bool grow = s->capacity < wanted, shrink = s->capacity > LARGE_WINDOW && wanted < LARGE_WINDOW / 4;
	if (!grow && !shrink)
		return true;
	size_t capacity = shrink || wanted > s->capacity * 2 ? wanted : s->capacity * 2;
	unsigned char *window = realloc(s->window, capacity);
	if (!window)
		return false;
	s->window = window;
	s->capacity = capacity;
	return true;
}

size_t stream_want(struct stream *s, size_t n)
{
	while (stream_have(s) < n && s->state == STREAM_OPEN) {
		if (!make_room(s, n)) {
			stream_damaged(s, "out of memory");
			break;
		}
		s->end += s->kind->read(s, s->window + s->end, s->capacity - s->end - 1);
	}
	return stream_have(s);
}

void stream_take(struct stream *s, size_t n)
{
	s->at += n;
	s->offset += n;
}

bool stream_skip(struct stream *s, uint64_t n)
{
	if (n > stream_have(s) + STEP && s->kind->seek && s->state == STREAM_OPEN) {
		uint64_t to = s->offset + n, reached = to;
		bool sought = s->kind->seek(s, &reached);
		if (reached == BEHIND_END)
			return false;
		if (sought) {
			s->at = s->end = 0;
			s->offset = reached;
			return reached == to;
		}
	}
	while (n) {
		size_t have = stream_want(s, 1);
		if (!have)
			return false;
		if (have > n)
			have = (size_t)n;
		stream_take(s, have);
		n -= have;
	}
	return true;
}

size_t stream_line(struct stream *s, size_t most)
{
	size_t seen = 0;
	for (;;) {
		size_t have = stream_want(s, seen + 1);
		const char *newline = have > seen ? memchr(stream_bytes(s) + seen, '\n', have - seen) : NULL;
		if (newline)
			return (size_t)(newline - stream_bytes(s)) + 1;
		if (have == seen || have > most)
			return have > most ? 0 : have;
		seen = have;
	}
}

bool stream_all(struct stream *s, size_t most)
{
	while (s->state == STREAM_OPEN && stream_have(s) <= most)
		stream_want(s, stream_have(s) + 1);
	return stream_have(s) <= most;
}

bool stream_resume(struct stream *s)
{
	s->offset += stream_have(s);
	s->at = s->end = 0;
	if (!s->kind->resume || !s->kind->resume(s))
		return false;
	s->state = STREAM_OPEN;
	return true;
}

bool stream_seek(struct stream *s, uint64_t offset)
{
	uint64_t first = s->offset - s->at; /* what was taken may stand in the window still */
	if (offset >= first && offset <= s->offset + stream_have(s)) {
		s->at = (size_t)(offset - first);
		s->offset = offset;
		return true;
	}
	if (!s->kind->seek || !s->kind->seek(s, &offset))
		return false;
	s->at = s->end = 0;
	s->offset = offset;
	s->state = STREAM_OPEN;
	return true;
}

uint64_t stream_place(const struct stream *s)
{
	return s->kind->place(s, s->offset);
}

bool stream_find(struct stream *s, const char *mark, size_t len)
{
	while (stream_want(s, len) >= len) {
		size_t have = stream_have(s);
		const char *hit = memmem(stream_bytes(s), have, mark, len);
		if (hit) {
			stream_take(s, (size_t)(hit - stream_bytes(s)));
			return true;
		}
		stream_take(s, have - len + 1);
	}
	return false;
}

/* ---- files ----------------------------------------------------------------------------------------------------------- */

struct file {
	int fd;
	bool pipe, owned;
	struct file_watch watch;
	uint64_t again; /* bytes that were read a second time */
};

#define MOST_AGAIN ((uint64_t)256 << 20)

static size_t file_read(struct stream *s, unsigned char *into, size_t size)
{
	struct file *f = s->own;
	struct pollfd ready = {.fd = f->fd, .events = POLLIN};
	if (f->pipe && f->watch.waiting && poll(&ready, 1, 0) == 0)
		f->watch.waiting(f->watch.context);
	ssize_t n;
	do
		n = read(f->fd, into, size);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		return stream_damaged(s, "cannot read on at byte %llu: %s",
		                      (unsigned long long)(s->offset + stream_have(s)), strerror(errno));
	if (n == 0)
		s->state = STREAM_ENDED;
	if (f->watch.read)
		*f->watch.read += (uint64_t)n;
	return (size_t)n;
}

static bool file_seek(struct stream *s, uint64_t *offset)
{
	struct file *f = s->own;
	uint64_t here = s->offset + stream_have(s);
	if (f->pipe || (*offset < here && (f->again += here - *offset) > MOST_AGAIN))
		return false;
	struct stat info;
	if (fstat(f->fd, &info) != 0)
		return false;
	if (*offset > (uint64_t)info.st_size) {
		*offset = BEHIND_END;
		return false;
	}
	if (lseek(f->fd, (off_t)*offset, SEEK_SET) < 0)
		return false;
	if (f->watch.read && *offset > here)
		*f->watch.read += *offset - here;
	return true;
}

static uint64_t file_place(const struct stream *s, uint64_t offset)
{
	(void)s;
	return offset;
}

static void file_close(struct stream *s)
{
	struct file *f = s->own;
	if (f->owned)
		close(f->fd);
}

static const struct stream_kind file_kind = {file_read, NULL, file_seek, file_place, file_close};

struct stream *stream_file(const char *path, uint64_t from, const struct file_watch *watch)
{
	bool standard_input = !strcmp(path, "-");
	int fd = standard_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	struct stat info;
	if (fd < 0)
		return NULL;
	struct stream *s = fstat(fd, &info) == 0 ? stream_new(&file_kind, NULL, sizeof(struct file)) : NULL;
	if (s) {
		bool pipe = !S_ISREG(info.st_mode) || (standard_input && lseek(fd, 0, SEEK_CUR) != 0);
		*(struct file *)s->own = (struct file){.fd = fd, .pipe = pipe, .owned = !standard_input, .watch = *watch};
		s->offset = from;
	}
	if (s && !S_ISDIR(info.st_mode) && (!from || lseek(fd, (off_t)from, SEEK_SET) >= 0))
		return s;
	int number = S_ISDIR(info.st_mode) ? EISDIR : errno;
	if (s)
		stream_close(s);
	else if (!standard_input)
		close(fd);
	errno = number;
	return NULL;
}

bool stream_is_pipe(const struct stream *file)
{
	return file->kind != &file_kind || ((const struct file *)file->own)->pipe;
}

/* ---- parts ----------------------------------------------------------------------------------------------------------- */

struct part {
	uint64_t begin, size, left; /* `begin` counts in the parent */
};

static size_t part_read(struct stream *s, unsigned char *into, size_t size)
{
	struct part *p = s->own;
	if (!p->left) {
		s->state = STREAM_ENDED;
		return 0;
	}
	size_t n = stream_want(s->parent, 1);
	if (!n && s->parent->state == STREAM_DAMAGED)
		return stream_parent_ended(s);
	if (!n)
		return stream_damaged(s, "the file ends at byte %llu, %llu bytes before it should",
		                      (unsigned long long)stream_place(s->parent), (unsigned long long)p->left);
	if (n > size)
		n = size;
	if (n > p->left)
		n = (size_t)p->left;
	memcpy(into, stream_bytes(s->parent), n);
	stream_take(s->parent, n);
	p->left -= n;
	return n;
}

static bool part_seek(struct stream *s, uint64_t *offset)
{
	struct part *p = s->own;
	if (*offset > p->size)
		return false;
	uint64_t to = p->begin + *offset;
	if (!s->parent->kind->seek || !stream_seek(s->parent, to))
		return false;
	*offset = s->parent->offset - p->begin;
	p->left = p->size > *offset ? p->size - *offset : 0;
	return true;
}

static uint64_t part_place(const struct stream *s, uint64_t offset)
{
	const struct part *p = s->own;
	return s->parent->kind->place(s->parent, p->begin + offset);
}

static const struct stream_kind part_kind = {part_read, NULL, part_seek, part_place, NULL};

struct stream *stream_part(struct stream *parent, uint64_t size)
{
	struct stream *s = stream_new(&part_kind, parent, sizeof(struct part));
	if (s)
		*(struct part *)s->own = (struct part){parent->offset, size, size};
	return s;
}
