/*
 * A text against the shipped rules: any bytes must come to an end without a fault, and give the same tags when they are
 * read again. The first byte chooses the language.
 */
#include <accord/document.h>
#include <accord/tag.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Made for the first text, and kept until the end. */
static accord_tagger *tagger(void)
{
	static accord_tagger *made;
	const char *folder = FUZZ_RULES_DIR;
	accord_error err;
	if (!made && accord_tagger_new(&folder, 1, &made, &err) != ACCORD_OK)
		abort();
	return made;
}

static void tag(accord_arena *arena, accord_slice text, const char *lang, accord_buffer *out)
{
	accord_document doc = {.text = text, .lang = accord_slice_of(lang), .published = accord_slice_of("2019-11-05")};
	accord_error err;
	if (accord_tagger_document(tagger(), arena, &doc, &err) == ACCORD_OK)
		accord_document_write(out, &doc, ACCORD_WRITE_TAGS | ACCORD_WRITE_REFERENCES);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const languages[] = {"de", "it", "en"};
	if (!size || size > 20000)
		return 0;
	accord_arena *arena = accord_arena_new((size_t)256 << 20);
	accord_buffer once, again;
	accord_slice text;
	accord_buffer_init(&once, (size_t)64 << 20);
	accord_buffer_init(&again, (size_t)64 << 20);
	if (arena && accord_text_normalize(arena, (const char *)data + 1, size - 1, &text) == ACCORD_OK) {
		tag(arena, text, languages[data[0] % 3], &once);
		tag(arena, text, languages[data[0] % 3], &again);
		if (once.len != again.len || (once.len && memcmp(once.data, again.data, once.len) != 0))
			abort();
	}
	accord_buffer_free(&once);
	accord_buffer_free(&again);
	accord_arena_free(arena);
	return 0;
}
