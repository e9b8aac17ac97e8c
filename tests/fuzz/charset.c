/* A page's bytes: the first line names what the page declares, the second its Content-Type. */
#include <accord/text.h>

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static accord_slice cut_line(accord_slice *rest)
{
	const char *end = rest->len ? memchr(rest->data, '\n', rest->len) : NULL;
	if (!end)
		return (accord_slice){NULL, 0};
	accord_slice line = {rest->data, (size_t)(end - rest->data)};
	rest->data = end + 1;
	rest->len -= line.len + 1;
	return line;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	accord_arena *arena = accord_arena_new((size_t)64 << 20);
	if (!arena)
		return 0;
	accord_slice rest = {(const char *)bytes, size}, declared = cut_line(&rest);
	accord_slice header = accord_slice_copy(arena, cut_line(&rest)), utf8, clean;
	const char *charset;
	if (accord_charset_decode(arena, rest.data, rest.len, header.data, declared, &utf8, &charset, NULL) == ACCORD_OK) {
		if (!accord_utf8_valid(utf8.data, utf8.len))
			abort();
		if (accord_text_normalize(arena, utf8.data, utf8.len, &clean) == ACCORD_OK &&
		    !accord_utf8_valid(clean.data, clean.len))
			abort();
		accord_text_fold_loose(arena, utf8);
		accord_language_detect(utf8, declared);
	}
	accord_text_normalize(arena, rest.data, rest.len, &clean);
	accord_arena_free(arena);
	return 0;
}
