/*
 * Zip archives (APPNOTE 6.3), WACZ among them. Entries are read in the order in which they stand, by their local headers,
 * so that a pipe will do and a lost directory loses nothing; the directory is asked only for the size of an entry that was
 * stored without one. Read here and not by libarchive to go on behind a damaged entry with its offset in the message.
 */
#include "reader.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <zlib.h>

#define LOCAL "PK\3\4"
#define CENTRAL "PK\1\2"
#define END "PK\5\6"
#define END_64 "PK\6\6"
#define LOCAL_SIZE 30
#define NAME_SIZE 4096
#define LARGEST_DIRECTORY ((size_t)256 << 20)

struct entry {
	char name[NAME_SIZE];
	uint64_t place;          /* of its header, in this stream */
	uint64_t packed, size;
	uint32_t crc;
	unsigned flags, method;
	bool sized;              /* `packed` is known */
};

/* From the directory: entries whose local header tells no size. */
struct sizes {
	struct { uint64_t place, packed; } *rows;
	size_t count, capacity;
	bool asked;
};

static unsigned two(const char *bytes)
{
	return (unsigned)(unsigned char)bytes[0] | (unsigned)(unsigned char)bytes[1] << 8;
}

static uint32_t four(const char *bytes)
{
	return two(bytes) | (uint32_t)two(bytes + 2) << 16;
}

static uint64_t eight(const char *bytes)
{
	return four(bytes) | (uint64_t)four(bytes + 4) << 32;
}

/* Sizes that do not fit into four bytes stand in the extra field 1, in the order size, packed, place. */
static void take_extra(const char *extra, size_t len, uint64_t *size, uint64_t *packed, uint64_t *place)
{
	uint64_t *fields[] = {size, packed, place};
	for (; len >= 4; extra += 4 + two(extra + 2)) {
		size_t n = two(extra + 2), at = 4;
		if (n + 4 > len)
			return;
		for (size_t i = 0; two(extra) == 1 && i < 3; i++)
			if (fields[i] && *fields[i] == UINT32_MAX && at + 8 <= n + 4) {
				*fields[i] = eight(extra + at);
				at += 8;
			}
		len -= n + 4;
	}
}

/* ---- entries --------------------------------------------------------------------------------------------------------- */

/* A local header, taken; false if it is cut off. */
static bool take_header(struct stream *s, struct entry *e)
{
	if (stream_want(s, LOCAL_SIZE) < LOCAL_SIZE)
		return false;
	const char *h = stream_bytes(s);
	size_t name = two(h + 26), extra = two(h + 28), whole = LOCAL_SIZE + name + extra;
	if (stream_want(s, whole) < whole)
		return false;
	h = stream_bytes(s);
	*e = (struct entry){.place = s->offset, .flags = two(h + 6), .method = two(h + 8), .crc = four(h + 14),
			    .packed = four(h + 18), .size = four(h + 22)};
	size_t kept = name < NAME_SIZE ? name : NAME_SIZE - 1;
	memcpy(e->name, h + LOCAL_SIZE, kept);
	e->name[strnlen(e->name, kept)] = '\0';
	take_extra(h + LOCAL_SIZE + name, extra, &e->size, &e->packed, NULL);
	e->sized = !(e->flags & 8) || e->packed;
	stream_take(s, whole);
	return true;
}

/* What a checked stream adds to the one below: the checksum and length of an entry. */
struct check {
	struct entry *entry;
	uint64_t len;
	uint32_t crc;
	bool told; /* the entry's own sum is known */
};

static size_t check_read(struct stream *s, unsigned char *into, size_t size)
{
	struct check *c = s->own;
	size_t n = stream_want(s->parent, 1);
	if (!n) {
		stream_parent_ended(s);
		if (s->state == STREAM_ENDED && c->told && (c->crc != c->entry->crc || c->len != c->entry->size))
			stream_damaged(s, "the entry at byte %llu is damaged: its checksum is not right",
				       (unsigned long long)stream_place(s));
		return 0;
	}
	if (n > size)
		n = size;
	memcpy(into, stream_bytes(s->parent), n);
	c->crc = (uint32_t)crc32(c->crc, into, (uInt)n);
	c->len += n;
	stream_take(s->parent, n);
	return n;
}

static uint64_t check_place(const struct stream *s, uint64_t offset)
{
	return s->parent->kind->place(s->parent, offset);
}

static const struct stream_kind check_kind = {check_read, NULL, NULL, check_place, NULL};

/* A stored web archive is read without the check, so that its own reader can go back in it. */
static struct stream *checked(struct stream *parent, struct entry *e)
{
	struct stream *s = stream_new(&check_kind, parent, sizeof(struct check));
	if (s)
		*(struct check *)s->own = (struct check){e, 0, 0, !(e->flags & 8)};
	return s;
}

static void read_member(struct reader *r, struct place *p, struct stream *s, struct entry *e)
{
	struct place inside = *p;
	struct stream *part = e->sized ? stream_part(s, e->packed) : NULL, *below = part ? part : s;
	struct stream *plain = e->method == 8 ? stream_deflate(below) : NULL;
	bool archive = !plain && kind_of_name(e->name) == ACCORD_CORPUS_WARC;
	struct stream *sum = archive ? NULL : checked(plain ? plain : below, e);
	inside.member = e->name;
	inside.chosen = false;
	if (sum || archive)
		read_content(r, &inside, sum ? sum : below);
	if (plain && !e->sized && !r->stopped)
		while (stream_want(sum, 1))
			stream_take(sum, stream_have(sum)); /* the end shows only so */
	stream_close(sum);
	stream_close(plain);
	stream_close(part);
}

static bool is_wanted(const struct reader *r, const struct entry *e, bool wacz)
{
	size_t n = strlen(e->name);
	int kind = kind_of_name(e->name);
	return n && e->name[n - 1] != '/' && kind != NOTHING && name_matches(r, e->name) &&
	       (!wacz || kind == ACCORD_CORPUS_WARC) && !strstr(e->name, "__MACOSX/");
}

/* ---- the directory --------------------------------------------------------------------------------------------------- */

static void read_directory(struct stream *s, uint64_t place, size_t len, struct sizes *sizes)
{
	if (len > LARGEST_DIRECTORY || !stream_seek(s, place) || stream_want(s, len) < len)
		return;
	const char *at = stream_bytes(s);
	for (size_t left = len; left >= 46 && !memcmp(at, CENTRAL, 4);) {
		size_t name = two(at + 28), extra = two(at + 30), whole = 46 + name + extra + two(at + 32);
		uint64_t packed = four(at + 20), size = four(at + 24), local = four(at + 42);
		if (whole > left)
			return;
		take_extra(at + 46 + name, extra, &size, &packed, &local);
		if (sizes->count == sizes->capacity) {
			size_t more = sizes->capacity ? sizes->capacity * 2 : 64;
			void *rows = realloc(sizes->rows, more * sizeof *sizes->rows);
			if (!rows)
				return;
			sizes->rows = rows;
			sizes->capacity = more;
		}
		sizes->rows[sizes->count].place = local;
		sizes->rows[sizes->count++].packed = packed;
		at += whole;
		left -= whole;
	}
}

/* The end record stands in the last 64 KiB, and says where the directory is. */
static void find_directory(const struct place *p, struct sizes *sizes)
{
	uint64_t uncounted = 0;
	struct file_watch watch = {&uncounted, NULL, NULL};
	struct stat info;
	uint64_t size = stat(p->file, &info) == 0 ? (uint64_t)info.st_size : 0;
	uint64_t tail = size > 65536 + 22 + 20 ? size - 65536 - 22 - 20 : 0;
	struct stream *s = stream_file(p->file, tail, &watch);
	sizes->asked = true;
	if (!s)
		return;
	stream_all(s, 65536 * 2);
	const char *b = stream_bytes(s), *end = NULL;
	for (size_t i = stream_have(s); i >= 22 && !end; i--)
		if (!memcmp(b + i - 22, END, 4))
			end = b + i - 22;
	if (end) {
		uint64_t place = four(end + 16), len = four(end + 12);
		if (place == UINT32_MAX && end - b >= 20 && !memcmp(end - 20, "PK\6\7", 4)) {
			uint64_t end_64 = eight(end - 20 + 8);
			if (stream_seek(s, end_64) && stream_want(s, 56) >= 56 && !memcmp(stream_bytes(s), END_64, 4)) {
				len = eight(stream_bytes(s) + 40);
				place = eight(stream_bytes(s) + 48);
			}
		}
		read_directory(s, place, (size_t)len, sizes);
	}
	stream_close(s);
}

/* The packed size of an entry that was written before it was known. */
static bool ask_directory(const struct place *p, struct stream *s, struct sizes *sizes, struct entry *e)
{
	if (s != p->bottom || stream_is_pipe(s))
		return false;
	if (!sizes->asked)
		find_directory(p, sizes);
	for (size_t i = 0; i < sizes->count; i++)
		if (sizes->rows[i].place == e->place) {
			e->packed = sizes->rows[i].packed;
			return true;
		}
	return false;
}

/* ---- the archive ----------------------------------------------------------------------------------------------------- */

static bool is_mark(const char *b)
{
	return !memcmp(b, LOCAL, 4) || !memcmp(b, CENTRAL, 4) || !memcmp(b, END, 4) || !memcmp(b, END_64, 4);
}

/* Behind an entry whose size was written after it: signature or none, sum, two sizes of four or eight bytes. */
static void skip_descriptor(struct stream *s)
{
	static const unsigned char lengths[] = {16, 24, 12, 20};
	size_t have = stream_want(s, 28);
	for (size_t i = 0; i < sizeof lengths; i++)
		if (have >= lengths[i] + 4u && is_mark(stream_bytes(s) + lengths[i])) {
			stream_take(s, lengths[i]);
			return;
		}
}

/* The next header that may be one. */
static bool find_entry(struct stream *s)
{
	for (;;) {
		while (stream_find(s, "PK", 2)) {
			size_t have = stream_want(s, LOCAL_SIZE);
			const char *b = stream_bytes(s);
			if (have >= 22 && (!memcmp(b, CENTRAL, 4) || !memcmp(b, END, 4)))
				return true;
			if (have >= LOCAL_SIZE && !memcmp(b, LOCAL, 4) && two(b + 4) < 100 && two(b + 26) && two(b + 26) < NAME_SIZE)
				return true;
			stream_take(s, 2);
		}
		if (s->state != STREAM_DAMAGED || !stream_resume(s))
			return false;
	}
}

/* With `back`, from there: the sizes of the entry before may have been wrong. */
static bool recover(struct reader *r, const struct place *p, struct stream *s, uint64_t place, uint64_t back, const char *wrong)
{
	char problem[sizeof s->problem];
	memcpy(problem, s->problem, sizeof problem);
	bool damaged = s->state == STREAM_DAMAGED;
	if (back && !damaged)
		stream_seek(s, back);
	bool found = find_entry(s);
	const char *behind = found ? "going on at the next entry" : "no entry is found behind it";
	if (damaged)
		give_problem(r, p, place, 0, "%s; %s", problem, behind);
	else
		give_problem(r, p, place, 0, "%s at byte %llu; %s", wrong, (unsigned long long)place, behind);
	return found;
}

static const char *read_entry(struct reader *r, struct place *p, struct stream *s, struct sizes *sizes, bool wacz)
{
	struct entry *e = malloc(sizeof *e);
	const char *wrong = NULL;
	if (!e)
		return "out of memory";
	if (!take_header(s, e)) {
		free(e);
		return "the archive is cut off";
	}
	uint64_t begin = s->offset;
	if (!e->sized && e->method == 0)
		e->sized = ask_directory(p, s, sizes, e);
	if (!e->sized && e->method != 8) {
		wrong = "an entry of unknown size stands";
	} else if (is_wanted(r, e, wacz) && (e->flags & 1)) {
		give_problem(r, p, e->place, 0, "the entry %s is encrypted", e->name);
	} else if (is_wanted(r, e, wacz) && e->method != 8 && e->method != 0) {
		give_problem(r, p, e->place, 0, "the entry %s is packed by method %u, which is unknown here", e->name, e->method);
	} else if (is_wanted(r, e, wacz) || !e->sized) {
		read_member(r, p, s, e);
	}
	if (e->sized && !wrong && !r->stopped) {
		uint64_t end = begin + e->packed;
		if (s->offset > end ? !stream_seek(s, end) : !stream_skip(s, end - s->offset))
			wrong = "the archive is cut off";
	}
	if (!wrong && (e->flags & 8))
		skip_descriptor(s);
	free(e);
	return wrong;
}

/* The directory at the end: whole, or what is wrong. */
static const char *pass_directory(struct stream *s)
{
	for (;;) {
		size_t have = stream_want(s, 46);
		const char *b = stream_bytes(s);
		if (have >= 22 && !memcmp(b, END, 4))
			return NULL;
		if (have >= 46 && !memcmp(b, CENTRAL, 4)) {
			if (!stream_skip(s, 46u + two(b + 28) + two(b + 30) + two(b + 32)))
				return "the directory is cut off";
		} else if (have >= 20 && !memcmp(b, END_64, 4)) {
			if (!stream_skip(s, 12 + eight(b + 4)))
				return "the directory is cut off";
		} else if (have >= 20 && !memcmp(b, "PK\6\7", 4)) {
			stream_take(s, 20);
		} else {
			return have < 22 ? "the directory is cut off" : "the directory is damaged";
		}
	}
}

void read_zip(struct reader *r, struct place *p, struct stream *s)
{
	struct sizes sizes = {0};
	uint64_t back = 0;
	size_t n = strlen(p->file);
	bool wacz = n > 5 && !strcmp(p->file + n - 5, ".wacz");
	while (!r->stopped) {
		size_t have = stream_want(s, 4);
		uint64_t place = stream_place(s);
		const char *wrong = NULL;
		if (have < 4) {
			wrong = "the archive ends without its directory";
		} else if (!memcmp(stream_bytes(s), LOCAL, 4)) {
			uint64_t begin = s->offset + 4, problems = r->problems;
			wrong = read_entry(r, p, s, &sizes, wacz);
			back = wrong || r->problems > problems ? begin : 0;
		} else if (!memcmp(stream_bytes(s), CENTRAL, 4) || !memcmp(stream_bytes(s), END, 4) ||
			 !memcmp(stream_bytes(s), END_64, 4)) {
			wrong = pass_directory(s);
			if (wrong)
				give_problem(r, p, place, 0, "%s at byte %llu", wrong, (unsigned long long)stream_place(s));
			else
				drain(r, p, s);
			break;
		} else {
			wrong = "no entry of a zip archive begins";
		}
		if (wrong && !recover(r, p, s, place, back, wrong))
			break;
		back = wrong ? 0 : back;
	}
	free(sizes.rows);
}
