/*
 * Compressed bytes: gzip members (RFC 1952) and zstd frames (RFC 8878) one after the other, raw deflate, brotli (RFC 7932);
 * bzip2, xz, lz4 and what else there is by libarchive. The first two are read here and not by libarchive because a member
 * is the unit in which a damaged web archive can be found again: the layer remembers where each began, packed and
 * unpacked, and looks for the next one behind damage.
 */
#include "stream.h"

#include <archive.h>
#include <archive_entry.h>
#include <brotli/decode.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include <zstd.h>

/* No text packs so well; what does is made to fill memory. */
#define BOMB_BYTES ((uint64_t)64 << 20)
#define BOMB_RATIO 250
#define MEMBERS_KEPT 4096
#define LONGEST_REWIND ((uint64_t)1 << 20)

struct member {
	uint64_t unpacked, packed; /* where it begins, in this stream and in the parent */
};

struct members {
	struct member kept[MEMBERS_KEPT];
	size_t count; /* of all that there were; the last ones are kept */
	uint64_t produced; /* bytes handed out so far */
};

static void members_add(struct members *m, uint64_t packed)
{
	m->kept[m->count++ % MEMBERS_KEPT] = (struct member){m->produced, packed};
}

static struct member members_last(const struct members *m)
{
	return m->count ? m->kept[(m->count - 1) % MEMBERS_KEPT] : (struct member){0};
}

/* The last member that begins at or before `offset`. */
static struct member members_at(const struct members *m, uint64_t offset)
{
	struct member found = {0};
	for (size_t i = m->count; i > 0 && m->count - i < MEMBERS_KEPT; i--) {
		found = m->kept[(i - 1) % MEMBERS_KEPT];
		if (found.unpacked <= offset)
			break;
	}
	return found;
}

/* The number, from 1, of the first member that begins at or behind `offset`; 0 if none is known. */
static size_t members_from(const struct members *m, uint64_t offset, struct member *found)
{
	size_t hit = 0;
	for (size_t i = m->count; i > 0 && m->count - i < MEMBERS_KEPT; i--) {
		if (m->kept[(i - 1) % MEMBERS_KEPT].unpacked < offset)
			break;
		hit = i;
	}
	if (hit)
		*found = m->kept[(hit - 1) % MEMBERS_KEPT];
	return hit;
}

/* The parent stands where a member begins again: it is opened anew, and those behind it are forgotten. */
static bool go_to_member(struct stream *s, struct members *m, uint64_t *offset)
{
	struct member found;
	size_t number = members_from(m, *offset, &found);
	if (!number || !stream_seek(s->parent, found.packed))
		return false;
	m->count = number - 1;
	m->produced = *offset = found.unpacked;
	return true;
}

static bool is_bomb(const struct members *m, uint64_t packed_now, size_t more)
{
	struct member last = members_last(m);
	uint64_t out = m->produced + more - last.unpacked, in = packed_now - last.packed;
	return out > BOMB_BYTES && out / BOMB_RATIO > in;
}

static size_t bomb(struct stream *s, uint64_t at)
{
	return stream_damaged(s, "what is packed at byte %llu unpacks to more than %d times its size",
	                      (unsigned long long)at, BOMB_RATIO);
}

/* ---- gzip ------------------------------------------------------------------------------------------------------------ */

struct gzip {
	z_stream z;
	bool open;
	struct members members;
};

static uint64_t place_of_member(const struct stream *s)
{
	const struct gzip *g = s->own;
	return s->parent->kind->place(s->parent, members_last(&g->members).packed);
}

/* Between members: zeros are padding; anything else that is no member is damage. False at the end or at damage. */
static bool open_member(struct stream *s)
{
	struct gzip *g = s->own;
	while (stream_want(s->parent, 1) && g->members.count && !stream_bytes(s->parent)[0])
		stream_take(s->parent, 1);
	size_t have = stream_want(s->parent, 2);
	if (!have)
		return stream_parent_ended(s);
	if (have < 2 || memcmp(stream_bytes(s->parent), "\x1f\x8b", 2) != 0)
		return stream_damaged(s, "no gzip member begins at byte %llu",
		                      (unsigned long long)stream_place(s->parent));
	memset(&g->z, 0, sizeof g->z);
	if (inflateInit2(&g->z, 15 + 16) != Z_OK)
		return stream_damaged(s, "out of memory");
	members_add(&g->members, s->parent->offset);
	return g->open = true;
}

static void close_member(struct gzip *g)
{
	if (g->open)
		inflateEnd(&g->z);
	g->open = false;
}

/*
 * One call of zlib on what the parent has: how many bytes came out. The stream is damaged where nothing more can come; the member
 * is closed where it ends. `what` names what is packed in a message.
 */
static size_t inflate_some(struct stream *s, unsigned char *into, size_t size, const char *what)
{
	struct gzip *g = s->own;
	size_t have = stream_want(s->parent, 1);
	if (!have && s->parent->state == STREAM_DAMAGED)
		return stream_parent_ended(s);
	if (!have)
		return stream_damaged(s, "the file ends inside what was packed from byte %llu on",
		                      (unsigned long long)place_of_member(s));
	g->z.next_in = (Bytef *)(uintptr_t)stream_bytes(s->parent);
	g->z.avail_in = (uInt)(have < 1u << 30 ? have : 1u << 30);
	g->z.next_out = into;
	g->z.avail_out = (uInt)(size < 1u << 30 ? size : 1u << 30);
	uInt given = g->z.avail_in, room = g->z.avail_out;
	int status = inflate(&g->z, Z_NO_FLUSH);
	stream_take(s->parent, given - g->z.avail_in);
	size_t n = room - g->z.avail_out;
	if (is_bomb(&g->members, s->parent->offset, n))
		return bomb(s, place_of_member(s));
	if (status == Z_STREAM_END)
		close_member(g);
	else if (status != Z_OK && status != Z_BUF_ERROR)
		n += stream_damaged(s, "%s from byte %llu on is damaged at byte %llu", what,
		                    (unsigned long long)place_of_member(s), (unsigned long long)stream_place(s->parent));
	return n;
}

static size_t gzip_read(struct stream *s, unsigned char *into, size_t size)
{
	struct gzip *g = s->own;
	size_t n = 0;
	g->members.produced = s->offset + stream_have(s);
	while (!n && s->state == STREAM_OPEN && (g->open || open_member(s)))
		n = inflate_some(s, into, size, "the gzip member");
	return n;
}

/* Whether a member that begins here unpacks to anything. */
static bool member_unpacks(struct stream *parent)
{
	unsigned char out[512];
	size_t have = stream_want(parent, 1024);
	const unsigned char *b = (const unsigned char *)stream_bytes(parent);
	z_stream z = {.next_in = (Bytef *)(uintptr_t)b, .avail_in = (uInt)(have < 4096 ? have : 4096)};
	if (have < 18 || b[2] != 8 || (b[3] & 0xE0) || inflateInit2(&z, 15 + 16) != Z_OK)
		return false;
	z.next_out = out;
	z.avail_out = sizeof out;
	int status = inflate(&z, Z_NO_FLUSH);
	inflateEnd(&z);
	return (status == Z_OK || status == Z_STREAM_END) && z.avail_out < sizeof out;
}

/* The damage may have led the unpacking into the next members: look for them from the damaged one's begin. */
static void rewind_to_member(struct stream *s)
{
	struct gzip *g = s->own;
	uint64_t begin = members_last(&g->members).packed + 1;
	if (g->open && s->parent->offset > begin && s->parent->offset - begin <= LONGEST_REWIND)
		stream_seek(s->parent, begin);
}

static bool gzip_resume(struct stream *s)
{
	struct gzip *g = s->own;
	rewind_to_member(s);
	close_member(g);
	while (stream_find(s->parent, "\x1f\x8b\x08", 3)) {
		if (member_unpacks(s->parent))
			return true;
		stream_take(s->parent, 1);
	}
	return false;
}

static bool gzip_seek(struct stream *s, uint64_t *offset)
{
	struct gzip *g = s->own;
	if (!go_to_member(s, &g->members, offset))
		return false;
	close_member(g);
	return true;
}

static uint64_t gzip_place(const struct stream *s, uint64_t offset)
{
	const struct gzip *g = s->own;
	return s->parent->kind->place(s->parent, members_at(&g->members, offset).packed);
}

static void gzip_close(struct stream *s)
{
	close_member(s->own);
}

static const struct stream_kind gzip_kind = {gzip_read, gzip_resume, gzip_seek, gzip_place, gzip_close};

struct stream *stream_gzip(struct stream *parent)
{
	return stream_new(&gzip_kind, parent, sizeof(struct gzip));
}

/* ---- raw deflate ----------------------------------------------------------------------------------------------------- */

static size_t deflate_read(struct stream *s, unsigned char *into, size_t size)
{
	struct gzip *g = s->own;
	size_t n = 0;
	g->members.produced = s->offset + stream_have(s);
	if (!g->members.count) {
		if (inflateInit2(&g->z, -15) != Z_OK)
			return stream_damaged(s, "out of memory");
		members_add(&g->members, s->parent->offset);
		g->open = true;
	}
	while (!n && s->state == STREAM_OPEN && g->open)
		n = inflate_some(s, into, size, "what is packed");
	if (!n && s->state == STREAM_OPEN)
		s->state = STREAM_ENDED;
	return n;
}

static const struct stream_kind deflate_kind = {deflate_read, NULL, NULL, gzip_place, gzip_close};

struct stream *stream_deflate(struct stream *parent)
{
	return stream_new(&deflate_kind, parent, sizeof(struct gzip));
}

/* ---- zstd ------------------------------------------------------------------------------------------------------------ */

#define ZSTD_MAGIC "\x28\xb5\x2f\xfd"
#define LARGEST_DICTIONARY ((size_t)16 << 20)

struct zstd {
	ZSTD_DCtx *z;
	bool open, asked; /* inside a frame; looked for a dictionary */
	struct members members;
};

static uint32_t little(const char *bytes)
{
	const unsigned char *b = (const unsigned char *)bytes;
	return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

/* A .warc.zst may begin with a skippable frame that holds the dictionary of all others, itself packed or not. */
static bool take_dictionary(struct stream *s)
{
	struct zstd *d = s->own;
	d->asked = true;
	if (stream_want(s->parent, 8) < 8 || little(stream_bytes(s->parent)) != 0x184D2A5D)
		return true;
	size_t size = little(stream_bytes(s->parent) + 4);
	if (size > LARGEST_DICTIONARY || stream_want(s->parent, size + 8) < size + 8)
		return stream_damaged(s, "the dictionary at byte %llu is cut off or too large",
		                      (unsigned long long)stream_place(s->parent));
	const char *bytes = stream_bytes(s->parent) + 8;
	unsigned long long unpacked = ZSTD_getFrameContentSize(bytes, size);
	size_t status;
	if (size < 4 || memcmp(bytes, ZSTD_MAGIC, 4) != 0) {
		status = ZSTD_DCtx_loadDictionary(d->z, bytes, size);
	} else {
		size_t room = unpacked < LARGEST_DICTIONARY ? (size_t)unpacked : LARGEST_DICTIONARY;
		void *dictionary = malloc(room + 1);
		status = dictionary ? ZSTD_decompress(dictionary, room, bytes, size) : (size_t)-1;
		if (!ZSTD_isError(status))
			status = ZSTD_DCtx_loadDictionary(d->z, dictionary, status);
		free(dictionary);
	}
	if (ZSTD_isError(status))
		return stream_damaged(s, "the dictionary at byte %llu is damaged",
		                      (unsigned long long)stream_place(s->parent));
	stream_take(s->parent, size + 8);
	return true;
}

static size_t zstd_read(struct stream *s, unsigned char *into, size_t size)
{
	struct zstd *d = s->own;
	d->members.produced = s->offset + stream_have(s);
	if (!d->asked && !take_dictionary(s))
		return 0;
	for (;;) {
		size_t have = stream_want(s->parent, 1);
		uint64_t begin = s->parent->kind->place(s->parent, members_last(&d->members).packed);
		if (!have && (!d->open || s->parent->state == STREAM_DAMAGED))
			return stream_parent_ended(s);
		if (!have)
			return stream_damaged(s, "the file ends inside what was packed from byte %llu on",
			                      (unsigned long long)begin);
		if (!d->open)
			members_add(&d->members, s->parent->offset);
		d->open = true;
		ZSTD_inBuffer in = {stream_bytes(s->parent), have, 0};
		ZSTD_outBuffer out = {into, size, 0};
		size_t status = ZSTD_decompressStream(d->z, &out, &in);
		stream_take(s->parent, in.pos);
		if (ZSTD_isError(status))
			return out.pos + stream_damaged(s, "the zstd frame from byte %llu on is damaged at byte %llu",
			                                (unsigned long long)s->parent->kind->place(
								s->parent, members_last(&d->members).packed),
			                                (unsigned long long)stream_place(s->parent));
		if (is_bomb(&d->members, s->parent->offset, out.pos))
			return bomb(s, begin);
		if (status == 0)
			d->open = false;
		if (out.pos)
			return out.pos;
	}
}

static bool zstd_resume(struct stream *s)
{
	struct zstd *d = s->own;
	uint64_t begin = members_last(&d->members).packed + 1;
	if (d->open && s->parent->offset > begin && s->parent->offset - begin <= LONGEST_REWIND)
		stream_seek(s->parent, begin);
	else if (stream_have(s->parent))
		stream_take(s->parent, 1);
	d->open = false;
	ZSTD_DCtx_reset(d->z, ZSTD_reset_session_only);
	return stream_find(s->parent, ZSTD_MAGIC, 4);
}

static bool zstd_seek(struct stream *s, uint64_t *offset)
{
	struct zstd *d = s->own;
	if (!go_to_member(s, &d->members, offset))
		return false;
	d->open = false;
	ZSTD_DCtx_reset(d->z, ZSTD_reset_session_only);
	return true;
}

static uint64_t zstd_place(const struct stream *s, uint64_t offset)
{
	const struct zstd *d = s->own;
	return s->parent->kind->place(s->parent, members_at(&d->members, offset).packed);
}

static void zstd_close(struct stream *s)
{
	ZSTD_freeDCtx(((struct zstd *)s->own)->z);
}

static const struct stream_kind zstd_kind = {zstd_read, zstd_resume, zstd_seek, zstd_place, zstd_close};

struct stream *stream_zstd(struct stream *parent)
{
	struct stream *s = stream_new(&zstd_kind, parent, sizeof(struct zstd));
	struct zstd *d = s ? s->own : NULL;
	if (s && !(d->z = ZSTD_createDCtx())) {
		stream_close(s);
		return NULL;
	}
	return s;
}

/* ---- brotli ---------------------------------------------------------------------------------------------------------- */

struct brotli {
	BrotliDecoderState *state;
	uint64_t begin, produced;
	bool ended;
};

static size_t brotli_read(struct stream *s, unsigned char *into, size_t size)
{
	struct brotli *b = s->own;
	while (!b->ended) {
		size_t have = stream_want(s->parent, 1), left = have, room = size;
		const uint8_t *in = (const uint8_t *)stream_bytes(s->parent);
		uint8_t *out = into;
		BrotliDecoderResult result = BrotliDecoderDecompressStream(b->state, &left, &in, &room, &out, NULL);
		stream_take(s->parent, have - left);
		size_t n = size - room;
		b->produced += n;
		if (b->produced > BOMB_BYTES && b->produced / (BOMB_RATIO * 40) > s->parent->offset - b->begin)
			return bomb(s, s->parent->kind->place(s->parent, b->begin));
		if (result == BROTLI_DECODER_RESULT_ERROR)
			return stream_damaged(s, "what brotli packed is damaged at byte %llu",
			                      (unsigned long long)stream_place(s->parent));
		b->ended = result == BROTLI_DECODER_RESULT_SUCCESS;
		if (n)
			return n;
		if (!have && !b->ended)
			return s->parent->state == STREAM_DAMAGED
			               ? stream_parent_ended(s)
			               : stream_damaged(s, "the file ends at byte %llu, inside what brotli packed",
			                                (unsigned long long)stream_place(s->parent));
	}
	if (stream_want(s->parent, 1))
		return stream_damaged(s, "something stands at byte %llu, behind what brotli packed",
		                      (unsigned long long)stream_place(s->parent));
	s->state = STREAM_ENDED;
	return 0;
}

static uint64_t brotli_place(const struct stream *s, uint64_t offset)
{
	(void)offset;
	return s->parent->kind->place(s->parent, ((const struct brotli *)s->own)->begin);
}

static void brotli_close(struct stream *s)
{
	BrotliDecoderDestroyInstance(((struct brotli *)s->own)->state);
}

static const struct stream_kind brotli_kind = {brotli_read, NULL, NULL, brotli_place, brotli_close};

struct stream *stream_brotli(struct stream *parent)
{
	struct stream *s = stream_new(&brotli_kind, parent, sizeof(struct brotli));
	struct brotli *b = s ? s->own : NULL;
	if (s && !(b->state = BrotliDecoderCreateInstance(NULL, NULL, NULL))) {
		free(s);
		return NULL;
	}
	if (b)
		b->begin = parent->offset;
	return s;
}

/* ---- the others, by libarchive --------------------------------------------------------------------------------------- */

struct other {
	struct archive *archive;
	uint64_t begin, produced;
	size_t lent; /* bytes of the parent's window that libarchive looks at */
	bool opened;
};

static la_ssize_t lend(struct archive *a, void *context, const void **bytes)
{
	struct stream *s = context;
	struct other *o = s->own;
	(void)a;
	stream_take(s->parent, o->lent);
	o->lent = stream_want(s->parent, 1);
	*bytes = stream_bytes(s->parent);
	return (la_ssize_t)o->lent;
}

static size_t other_read(struct stream *s, unsigned char *into, size_t size)
{
	struct other *o = s->own;
	struct archive_entry *entry;
	la_ssize_t n = 0;
	if (!o->opened) {
		o->opened = true;
		archive_read_support_filter_all(o->archive);
		archive_read_support_format_raw(o->archive);
		archive_read_support_format_empty(o->archive);
		if (archive_read_open(o->archive, s, NULL, lend, NULL) != ARCHIVE_OK ||
		    archive_read_next_header(o->archive, &entry) < ARCHIVE_WARN)
			n = -1;
	}
	if (!n)
		n = archive_file_count(o->archive) ? archive_read_data(o->archive, into, size) : 0;
	if (n > 0) {
		o->produced += (uint64_t)n;
		if (o->produced > BOMB_BYTES && o->produced / (BOMB_RATIO * 40) > s->parent->offset - o->begin)
			return bomb(s, s->parent->kind->place(s->parent, o->begin));
		return (size_t)n;
	}
	if (s->parent->state == STREAM_DAMAGED)
		return stream_parent_ended(s);
	if (n < 0)
		return stream_damaged(s, "what is packed is damaged at byte %llu: %s",
		                      (unsigned long long)stream_place(s->parent), archive_error_string(o->archive));
	s->state = STREAM_ENDED;
	return 0;
}

static uint64_t other_place(const struct stream *s, uint64_t offset)
{
	(void)offset;
	return s->parent->kind->place(s->parent, ((const struct other *)s->own)->begin);
}

static void other_close(struct stream *s)
{
	archive_read_free(((struct other *)s->own)->archive);
}

static const struct stream_kind other_kind = {other_read, NULL, NULL, other_place, other_close};

struct stream *stream_other(struct stream *parent)
{
	struct stream *s = stream_new(&other_kind, parent, sizeof(struct other));
	struct other *o = s ? s->own : NULL;
	if (s && !(o->archive = archive_read_new())) {
		free(s);
		return NULL;
	}
	if (o)
		o->begin = parent->offset;
	return s;
}
