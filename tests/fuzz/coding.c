/* The first line is a Content-Encoding field, then come the bytes, in pieces as the second byte says. */
#include <accord/content_coding.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	const char *newline = size ? memchr(bytes, '\n', size) : NULL;
	size_t at = newline ? (size_t)(newline - (const char *)bytes) : 0,
	       piece = size > 1 ? bytes[1] + 1u : 1;
	char *codings = strndup((const char *)bytes, at);
	accord_content_decoder *decoder = accord_content_decoder_new(codings);
	accord_buffer out;
	const char *why = NULL;
	accord_buffer_init(&out, (size_t)1 << 20);
	for (at += newline != NULL; decoder && !why && at < size; at += piece)
		why = accord_content_decoder_push(decoder, (const char *)bytes + at,
					   size - at < piece ? size - at : piece, &out);
	if (decoder && !why)
		accord_content_decoder_end(decoder, &out);
	if (out.len > (size_t)1 << 20)
		abort();
	accord_content_decoder_free(decoder);
	accord_buffer_free(&out);
	free(codings);
	return 0;
}
