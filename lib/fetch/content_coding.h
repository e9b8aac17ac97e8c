/* Content-Encoding undone as it comes (RFC 9110, 8.4): gzip, deflate, br, zstd. */
#ifndef FETCH_CONTENT_CODING_H
#define FETCH_CONTENT_CODING_H

#include <accord/buffer.h>

#define CONTENT_CODINGS "gzip, deflate, br, zstd"

struct content_decoder;

/* For what the Content-Encoding field says (may be NULL). NULL without memory. */
struct content_decoder *content_decoder_new(const char *codings);
void content_decoder_free(struct content_decoder *decoder);
/* Unpack the next bytes onto `out`. Returns NULL, or why not: unknown, damaged, more than `out` may hold. */
const char *content_decoder_push(struct content_decoder *decoder, const char *bytes, size_t len,
				 accord_buffer *out);
/* After the last bytes: NULL, or that the stream was cut off. */
const char *content_decoder_end(struct content_decoder *decoder, accord_buffer *out);

#endif
