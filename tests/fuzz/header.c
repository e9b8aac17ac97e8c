/* A header as a server may send it, line by line; what is made of it stays within its bounds. */
#include "../../lib/fetch/response.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define NOW ((int64_t)1572940800)
#define A_WEEK ((int64_t)7 * 86400)

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check(const struct response *r)
{
	const char *const texts[] = {r->etag, r->last_modified, r->location, r->content_type, r->encoding, r->cookies};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (texts[i] && (strlen(texts[i]) > 8192 || strpbrk(texts[i], "\n")))
			abort();
	int64_t fresh = response_fresh_until(r, NOW);
	if (fresh && (fresh <= NOW || fresh > NOW + A_WEEK))
		abort();
	if (r->retry_at > NOW + A_WEEK || r->status < 0 || r->status > 10000)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct response response = {.max_age = -1};
	const char *text = (const char *)bytes;
	for (size_t at = 0; at < size;) {
		const char *end = memchr(text + at, '\n', size - at);
		size_t len = end ? (size_t)(end - text) - at + 1 : size - at;
		response_header_line(&response, text + at, len, NOW);
		check(&response);
		at += len;
	}
	response_free(&response);
	return 0;
}
