/**
 * @file content_coding.h
 * Content-Encoding undone as it comes (RFC 9110, 8.4): gzip, deflate, br, zstd, also several of them. Lenient as browsers
 * are: deflate without its zlib header, gzip that was declared but not applied, gzip that nobody declared.
 */
#ifndef ACCORD_CONTENT_CODING_H
#define ACCORD_CONTENT_CODING_H

#include <accord/buffer.h>

/** What we can undo, as Accept-Encoding says it. */
#define ACCORD_CONTENT_CODINGS "gzip, deflate, br, zstd"

typedef struct accord_content_decoder accord_content_decoder;

/** For what the Content-Encoding field says (may be NULL). NULL without memory. */
accord_content_decoder *accord_content_decoder_new(const char *codings);
/** NULL is fine. */
void accord_content_decoder_free(accord_content_decoder *decoder);
/**
 * Unpack the next bytes onto `out`, whose ceiling bounds what a bomb may unpack to.
 *
 * @return NULL, or why not, a static string: unknown, damaged, more than `out` may hold
 */
const char *accord_content_decoder_push(accord_content_decoder *decoder, const char *bytes, size_t len,
					accord_buffer *out);
/** After the last bytes: NULL, or that the stream was cut off. */
const char *accord_content_decoder_end(accord_content_decoder *decoder, accord_buffer *out);

#endif
