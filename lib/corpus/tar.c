/*
 * Tar archives (POSIX ustar and pax, GNU long names): 512-byte headers with a checksum. Read here and not by libarchive
 * because its reader gives up at the first header that is damaged; this one looks for the next that is whole.
 */
#include "reader.h"

#include <stdlib.h>
#include <string.h>

#define BLOCK 512
#define MAGIC 257 /* where "ustar" stands in a header */
#define LARGEST_EXTENSION ((size_t)1 << 20) /* a long name, a pax header */
#define NAME_SIZE 4096

struct entry {
	char name[NAME_SIZE]; /* of the next member; "" if its own header is to be taken */
	uint64_t size, pax_size;
	bool has_pax_size;
	char type;
};

/* Octal with blanks around it, or GNU's big-endian binary where the first bit is set. */
static bool read_number(const char *field, size_t len, uint64_t *number)
{
	const unsigned char *b = (const unsigned char *)field;
	uint64_t n = 0;
	if (b[0] & 0x80) {
		for (size_t i = len > 8 ? len - 8 : 1; i < len; i++)
			n = n << 8 | b[i];
		*number = n;
		return n < UINT64_MAX / 4;
	}
	size_t i = 0;
	while (i < len && b[i] == ' ')
		i++;
	for (; i < len && b[i] >= '0' && b[i] <= '7'; i++)
		n = n * 8 + (uint64_t)(b[i] - '0');
	*number = n;
	return i == len || b[i] == ' ' || b[i] == '\0';
}

static bool is_header(const char *block)
{
	uint64_t stated, sum = 0;
	const unsigned char *b = (const unsigned char *)block;
	for (size_t i = 0; i < BLOCK; i++)
		sum += i >= 148 && i < 156 ? ' ' : b[i];
	return b[0] && read_number(block + 148, 8, &stated) && stated == sum;
}

static bool is_zero(const char *block)
{
	for (size_t i = 0; i < BLOCK; i++)
		if (block[i])
			return false;
	return true;
}

static void take_header(const char *block, struct entry *e)
{
	e->type = block[156];
	if (!read_number(block + 124, 12, &e->size))
		e->size = 0;
	if (e->has_pax_size)
		e->size = e->pax_size;
	if (*e->name)
		return;
	size_t n = 0;
	if (!memcmp(block + 257, "ustar", 5) && block[345]) {
		n = strnlen(block + 345, 155);
		memcpy(e->name, block + 345, n);
		e->name[n++] = '/';
	}
	size_t len = strnlen(block, 100);
	memcpy(e->name + n, block, len);
	e->name[n + len] = '\0';
}

static void keep_name(struct entry *e, const char *bytes, size_t len)
{
	len = strnlen(bytes, len);
	if (len >= NAME_SIZE)
		len = NAME_SIZE - 1;
	memcpy(e->name, bytes, len);
	e->name[len] = '\0';
}

/* "27 path=pages/long name.html\n" and the like. */
static void take_pax(struct entry *e, const char *bytes, size_t len)
{
	while (len) {
		size_t record = 0, digits = 0;
		while (digits < len && digits < 8 && bytes[digits] >= '0' && bytes[digits] <= '9')
			record = record * 10 + (size_t)(bytes[digits++] - '0');
		if (!digits || record > len || record < digits + 2 || bytes[digits] != ' ')
			return;
		const char *key = bytes + digits + 1;
		size_t n = record - digits - 2;
		if (n > 5 && !memcmp(key, "path=", 5)) {
			keep_name(e, key + 5, n - 5);
		} else if (n > 5 && !memcmp(key, "size=", 5)) {
			e->pax_size = strtoull(key + 5, NULL, 10);
			e->has_pax_size = true;
		}
		bytes += record;
		len -= record;
	}
}

static void read_member(struct reader *r, struct place *p, struct stream *s, const struct entry *e)
{
	struct place inside = *p;
	struct stream *part = stream_part(s, e->size);
	if (!part)
		return;
	inside.member = e->name;
	inside.chosen = false;
	read_content(r, &inside, part);
	stream_close(part);
}

static bool is_file(char type)
{
	return type == '0' || type == '\0' || type == '7';
}

/* What follows a header; false if the archive ends in it. */
static bool read_entry(struct reader *r, struct place *p, struct stream *s, struct entry *e)
{
	uint64_t begin = s->offset, end = begin + e->size + (BLOCK - e->size % BLOCK) % BLOCK;
	bool extension = e->type == 'x' || e->type == 'L';
	if (extension && e->size <= LARGEST_EXTENSION) {
		size_t have = stream_want(s, (size_t)e->size);
		if (have < e->size)
			return false;
		if (e->type == 'L')
			keep_name(e, stream_bytes(s), (size_t)e->size);
		else
			take_pax(e, stream_bytes(s), (size_t)e->size);
	} else if (is_file(e->type) && kind_of_name(e->name) != NOTHING && name_matches(r, e->name)) {
		read_member(r, p, s, e);
	}
	if (!extension)
		*e = (struct entry){0};
	return r->stopped || s->offset > end || stream_skip(s, end - s->offset);
}

/* The next block whose checksum is right; behind damage it may stand anywhere. */
static bool find_header(struct stream *s)
{
	for (;;) {
		while (stream_want(s, BLOCK) >= BLOCK) {
			size_t have = stream_have(s);
			const char *b = stream_bytes(s), *magic = memmem(b + MAGIC, have - MAGIC, "ustar", 5);
			stream_take(s, magic ? (size_t)(magic - b) - MAGIC : have - MAGIC - 4);
			if (magic && stream_want(s, BLOCK) >= BLOCK && is_header(stream_bytes(s)))
				return true;
			if (magic)
				stream_take(s, 1);
		}
		if (s->state != STREAM_DAMAGED || !stream_resume(s))
			return false;
	}
}

static bool recover(struct reader *r, const struct place *p, struct stream *s, uint64_t place, const char *wrong)
{
	char problem[sizeof s->problem];
	memcpy(problem, s->problem, sizeof problem);
	bool damaged = s->state == STREAM_DAMAGED && stream_have(s) < BLOCK;
	bool found = find_header(s);
	const char *behind = found ? "going on at the next header" : "no header is found behind it";
	if (damaged)
		give_problem(r, p, place, 0, "%s; %s", problem, behind);
	else
		give_problem(r, p, place, 0, "%s at byte %llu; %s", wrong, (unsigned long long)place, behind);
	return found;
}

void read_tar(struct reader *r, struct place *p, struct stream *s)
{
	struct entry *e = calloc(1, sizeof *e);
	while (e && !r->stopped) {
		size_t have = stream_want(s, BLOCK);
		uint64_t place = stream_place(s);
		const char *wrong = NULL;
		if (have < BLOCK) {
			wrong = have || s->state == STREAM_DAMAGED ? "the archive is cut off"
			                                           : "the archive ends without its end mark";
		} else if (is_zero(stream_bytes(s))) {
			drain(r, p, s); /* its checksum may stand behind */
			break;
		} else if (!is_header(stream_bytes(s))) {
			wrong = "no header of a tar archive stands";
		}
		if (!wrong) {
			take_header(stream_bytes(s), e);
			stream_take(s, BLOCK);
			if (!read_entry(r, p, s, e))
				wrong = "the archive is cut off";
			place = stream_place(s);
		}
		if (wrong) {
			*e = (struct entry){0};
			if (!recover(r, p, s, place, wrong))
				break;
		}
	}
	free(e);
}
