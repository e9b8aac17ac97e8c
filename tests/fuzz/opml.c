/* A list of feeds: what was read is written, what was written is well-formed and reads as the same feeds. */
#include <accord/opml.h>

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	accord_arena *arena = accord_arena_new((size_t)64 << 20);
	accord_opml first, second;
	accord_buffer out;
	accord_slice *feeds;
	accord_buffer_init(&out, (size_t)16 << 20);
	if (arena && accord_opml_read(arena, (const char *)bytes, size, &first, NULL) == ACCORD_OK) {
		accord_opml_write(&out, first.title, first.outlines, first.count);
		if (!out.failed && (accord_opml_read(arena, out.data, out.len, &second, NULL) != ACCORD_OK ||
				    second.damaged || second.count != first.count))
			abort();
		for (size_t i = 0; !out.failed && i < first.count; i++)
			if (!accord_slice_equal(first.outlines[i].url, second.outlines[i].url))
				abort();
	}
	if (arena)
		accord_page_feeds(arena, (const char *)bytes, size, accord_slice_of("https://a.de/"), &feeds);
	accord_buffer_free(&out);
	accord_arena_free(arena);
	return 0;
}
