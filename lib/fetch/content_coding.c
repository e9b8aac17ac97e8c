/*
 * Unpacking is ours and not libcurl's because libcurl takes a compressed stream that was cut off for a whole
 * one. A chain of stages, the coding applied last undone first; each unpacks in steps of a few kilobytes and
 * hands them on, so that a bomb is stopped at the ceiling of the last buffer however often it was packed.
 *
 * Lenient in three cases, as browsers are: deflate without its zlib header, gzip that was declared but not
 * applied, and a file that is gzip itself (feed.xml.gz) without any word about it: the last stage is always a
 * gzip that may be none.
 */
#include <accord/content_coding.h>

#include <brotli/decode.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include <zstd.h>

#define STEP ((size_t)16 * 1024)
#define MOST_STAGES 4
#define HEAD 3

enum coding { CODING_PLAIN, CODING_GZIP, CODING_DEFLATE, CODING_BROTLI, CODING_ZSTD };

struct stage {
	enum coding coding;
	char head[HEAD]; /* the first bytes, until they say what the stream is */
	size_t head_len;
	bool started, ended;
	z_stream z;
	bool z_open;
	BrotliDecoderState *brotli;
	ZSTD_DStream *zstd;
};

struct accord_content_decoder {
	struct stage stages[MOST_STAGES];
	size_t count;
	const char *unknown;
};

static const char too_large[] = "the body unpacks to more than is allowed";
static const char damaged[] = "the body's compression is damaged";
static const char cut_off[] = "the body's compression was cut off";
static const char no_memory[] = "out of memory";

static const char *push(accord_content_decoder *d, size_t at, const char *bytes, size_t len,
			accord_buffer *out);

static bool word_is(const char *word, size_t len, const char *text)
{
	return len == strlen(text) && !strncasecmp(word, text, len);
}

static void add_stage(accord_content_decoder *d, const char *word, size_t len)
{
	static const struct {
		const char *name;
		enum coding coding;
	} names[] = {{"gzip", CODING_GZIP},
		     {"x-gzip", CODING_GZIP},
		     {"deflate", CODING_DEFLATE},
		     {"br", CODING_BROTLI},
		     {"zstd", CODING_ZSTD}};
	if (!len || word_is(word, len, "identity"))
		return;
	if (d->count == MOST_STAGES - 1) {
		d->unknown = "the body is compressed too often";
		return;
	}
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (word_is(word, len, names[i].name)) {
			d->stages[d->count++].coding = names[i].coding;
			return;
		}
	d->unknown = "the body's compression is unknown";
}

accord_content_decoder *accord_content_decoder_new(const char *codings)
{
	accord_content_decoder *d = calloc(1, sizeof *d);
	size_t end = codings ? strlen(codings) : 0;
	while (d && end) {
		size_t start = end, to = end;
		while (start && codings[start - 1] != ',')
			start--;
		size_t from = start;
		while (from < to && (codings[from] == ' ' || codings[from] == '\t'))
			from++;
		while (to > from && (codings[to - 1] == ' ' || codings[to - 1] == '\t'))
			to--;
		add_stage(d, codings + from, to - from);
		end = start ? start - 1 : 0;
	}
	if (d)
		d->stages[d->count++].coding = CODING_GZIP;
	return d;
}

void accord_content_decoder_free(accord_content_decoder *d)
{
	for (size_t i = 0; d && i < d->count; i++) {
		struct stage *s = &d->stages[i];
		if (s->z_open)
			inflateEnd(&s->z);
		if (s->brotli)
			BrotliDecoderDestroyInstance(s->brotli);
		ZSTD_freeDStream(s->zstd);
	}
	free(d);
}

/* zlib and raw deflate share the two-byte question whether there is a header. */
static int zlib_window(const struct stage *s)
{
	unsigned first = (unsigned char)s->head[0], second = (unsigned char)s->head[1];
	if (s->coding == CODING_GZIP)
		return 15 + 16;
	return (first & 15) == 8 && (first << 8 | second) % 31 == 0 ? 15 : -15;
}

static const char *start(struct stage *s)
{
	s->started = true;
	if (s->coding == CODING_GZIP && (s->head_len < HEAD || memcmp(s->head, "\x1f\x8b\x08", HEAD) != 0))
		s->coding = CODING_PLAIN;
	switch (s->coding) {
	case CODING_PLAIN:
		return NULL;
	case CODING_GZIP:
	case CODING_DEFLATE:
		s->z_open = inflateInit2(&s->z, zlib_window(s)) == Z_OK;
		return s->z_open ? NULL : no_memory;
	case CODING_BROTLI:
		s->brotli = BrotliDecoderCreateInstance(NULL, NULL, NULL);
		return s->brotli ? NULL : no_memory;
	case CODING_ZSTD:
		s->zstd = ZSTD_createDStream();
		if (!s->zstd)
			return no_memory;
		ZSTD_DCtx_setParameter(s->zstd, ZSTD_d_windowLogMax,
				       23); /* RFC 9659: 8 MiB for web content */
		return NULL;
	}
	return NULL;
}

/* gzip may have several members; what else stands behind the end is nobody's business. */
static const char *inflate_some(struct stage *s, const char **in, size_t *left, char *step, size_t *made)
{
	s->z.next_in = (Bytef *)*in;
	s->z.avail_in = (uInt)*left;
	s->z.next_out = (Bytef *)step;
	s->z.avail_out = (uInt)STEP;
	int status = inflate(&s->z, Z_NO_FLUSH);
	*in = (const char *)s->z.next_in;
	*left = s->z.avail_in;
	*made = STEP - s->z.avail_out;
	if (status == Z_STREAM_END) {
		s->ended = true;
		if (s->coding == CODING_GZIP && *left >= 2 && !memcmp(*in, "\x1f\x8b", 2)) {
			inflateReset(&s->z);
			s->ended = false;
		}
		return NULL;
	}
	return status == Z_OK || status == Z_BUF_ERROR ? NULL : damaged;
}

static const char *brotli_some(struct stage *s, const char **in, size_t *left, char *step, size_t *made)
{
	size_t room = STEP;
	const uint8_t *next = (const uint8_t *)*in;
	uint8_t *to = (uint8_t *)step;
	BrotliDecoderResult result = BrotliDecoderDecompressStream(s->brotli, left, &next, &room, &to, NULL);
	*in = (const char *)next;
	*made = STEP - room;
	s->ended = result == BROTLI_DECODER_RESULT_SUCCESS;
	return result == BROTLI_DECODER_RESULT_ERROR ? damaged : NULL;
}

static const char *zstd_some(struct stage *s, const char **in, size_t *left, char *step, size_t *made)
{
	ZSTD_inBuffer from = {*in, *left, 0};
	ZSTD_outBuffer to = {step, STEP, 0};
	size_t hint = ZSTD_decompressStream(s->zstd, &to, &from);
	if (ZSTD_isError(hint))
		return damaged;
	*in += from.pos;
	*left -= from.pos;
	*made = to.pos;
	s->ended = hint == 0; /* another frame may follow: then it is not the end */
	return NULL;
}

static const char *unpack(accord_content_decoder *d, size_t at, const char *in, size_t left,
			  accord_buffer *out)
{
	struct stage *s = &d->stages[at];
	char step[STEP];
	for (size_t made = STEP; left || made == STEP;) {
		const char *why;
		if (s->ended && s->coding != CODING_ZSTD)
			return NULL;
		if (s->coding == CODING_BROTLI)
			why = brotli_some(s, &in, &left, step, &made);
		else if (s->coding == CODING_ZSTD)
			why = zstd_some(s, &in, &left, step, &made);
		else
			why = inflate_some(s, &in, &left, step, &made);
		if (!why && made)
			why = push(d, at + 1, step, made, out);
		if (why)
			return why;
	}
	return NULL;
}

static const char *pass_on(accord_content_decoder *d, size_t at, const char *bytes, size_t len,
			   accord_buffer *out)
{
	if (d->stages[at].coding == CODING_PLAIN)
		return push(d, at + 1, bytes, len, out);
	return unpack(d, at, bytes, len, out);
}

static const char *push(accord_content_decoder *d, size_t at, const char *bytes, size_t len,
			accord_buffer *out)
{
	if (at == d->count) {
		bool full = len > out->ceiling - out->len;
		accord_buffer_append(out, bytes, len);
		return !out->failed ? NULL : full ? too_large : no_memory;
	}
	struct stage *s = &d->stages[at];
	while (!s->started) {
		if (!len)
			return NULL;
		s->head[s->head_len++] = *bytes++;
		len--;
		if (s->head_len < HEAD)
			continue;
		const char *why = start(s);
		if (!why)
			why = pass_on(d, at, s->head, HEAD, out);
		if (why)
			return why;
	}
	return len ? pass_on(d, at, bytes, len, out) : NULL;
}

const char *accord_content_decoder_push(accord_content_decoder *d, const char *bytes, size_t len, accord_buffer *out)
{
	return d->unknown ? d->unknown : push(d, 0, bytes, len, out);
}

const char *accord_content_decoder_end(accord_content_decoder *d, accord_buffer *out)
{
	for (size_t i = 0; i < d->count; i++) {
		struct stage *s = &d->stages[i];
		bool empty = !s->started && !s->head_len;
		const char *why = NULL;
		if (!s->started && !empty) {
			why = start(s);
			if (!why)
				why = pass_on(d, i, s->head, s->head_len, out);
		}
		if (why)
			return why;
		if (!empty && s->coding != CODING_PLAIN && !s->ended)
			return cut_off;
	}
	return NULL;
}
