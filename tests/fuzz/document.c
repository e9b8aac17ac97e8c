/* A line of NDJSON: what was read is written, and what was written is read again. */
#include <accord/document.h>

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	accord_arena *arena = accord_arena_new((size_t)64 << 20);
	accord_document doc;
	accord_error err;
	accord_buffer out;
	accord_buffer_init(&out, (size_t)64 << 20);
	if (arena && accord_document_read(arena, (const char *)bytes, size, &doc, &err) == ACCORD_OK) {
		accord_document_write(&out, &doc, ACCORD_WRITE_TAGS | ACCORD_WRITE_REFERENCES);
		if (!out.failed && accord_document_read(arena, out.data, out.len, &doc, &err) != ACCORD_OK)
			abort();
	}
	accord_buffer_free(&out);
	accord_arena_free(arena);
	return 0;
}
