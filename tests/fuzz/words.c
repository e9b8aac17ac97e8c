/* An expression, a NUL, a text: the snippet is a piece of the text, with as many marks that open as that close. */
#include <accord/words.h>

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What stands between the marks and the dots. */
static accord_slice without_marks(accord_arena *arena, accord_slice snippet)
{
	char *out = accord_arena_alloc(arena, snippet.len + 1);
	accord_slice bare = {out, 0};
	int open = 0;
	for (size_t i = 0; out && i < snippet.len; i++) {
		open += snippet.data[i] == '\1' ? 1 : snippet.data[i] == '\2' ? -1 : 0;
		if (open < 0 || open > 1)
			abort();
		if (snippet.data[i] != '\1' && snippet.data[i] != '\2')
			out[bare.len++] = snippet.data[i];
	}
	if (open)
		abort();
	if (bare.len >= 3 && !memcmp(bare.data, "…", 3))
		bare = (accord_slice){bare.data + 3, bare.len - 3};
	if (bare.len >= 3 && !memcmp(bare.data + bare.len - 3, "…", 3))
		bare.len -= 3;
	return bare;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = (const char *)data, *nul = size ? memchr(bytes, '\0', size) : NULL;
	if (!nul)
		return 0;
	accord_arena *arena = accord_arena_new((size_t)64 << 20);
	accord_slice expression = {bytes, (size_t)(nul - bytes)};
	accord_slice text = {nul + 1, size - expression.len - 1};
	bool plain = !memchr(text.data, '\1', text.len) && !memchr(text.data, '\2', text.len) &&
		     !memmem(text.data, text.len, "…", 3);
	accord_slice snippet = arena ? accord_words_snippet(arena, text, expression, 8) : (accord_slice){NULL, 0};
	if (plain && snippet.data) {
		accord_slice bare = without_marks(arena, snippet);
		if (bare.len && !memmem(text.data, text.len, bare.data, bare.len))
			abort();
	}
	accord_arena_free(arena);
	return 0;
}
