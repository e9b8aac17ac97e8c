/* Pages in whatever encoding: charset, scan, parser, metadata and text at once. What comes out must be clean
 * UTF-8. */
#include <accord/page.h>

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void hold(accord_slice slice)
{
	if (slice.data && !accord_utf8_valid(slice.data, slice.len))
		abort();
	for (size_t i = 0; i < slice.len; i++)
		if ((unsigned char)slice.data[i] < ' ' && slice.data[i] != '\n' && slice.data[i] != '\t')
			abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	accord_arena *arena = accord_arena_new((size_t)256 << 20);
	if (!arena)
		return 0;
	accord_document doc = {0};
	accord_error err;
	accord_page_options options = {.url = "https://news.example/a"};
	if (accord_page_clean(arena, (const char *)bytes, size, &options, &doc, &err) == ACCORD_OK) {
		hold(doc.title);
		hold(doc.text);
		hold(doc.url);
		for (size_t i = 0; i < doc.author_count; i++)
			hold(doc.authors[i]);
	} else if (!err.message[0]) {
		abort();
	}
	accord_arena_free(arena);
	return 0;
}
