/* The page of an MHTML file: headers, boundaries, encodings. What comes out is no longer than what went in. */
#include "../../lib/corpus/reader.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct saved_page *page = calloc(1, sizeof *page);
	accord_buffer out;
	accord_buffer_init(&out, (size_t)1 << 22);
	if (page && !mhtml_page((const char *)bytes, size, &out, page)) {
		if (page->bytes.len > size || (page->url.data && page->url.len != strlen(page->url.data)))
			abort();
	}
	accord_buffer_free(&out);
	free(page);
	return 0;
}
