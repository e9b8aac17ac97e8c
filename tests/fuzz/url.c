/* A base on the first line, a URL behind it: the key of a key is itself, and what was resolved can be read
 * again. */
#include <accord/url.h>

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check_key(accord_arena *arena, accord_slice text)
{
	accord_slice key, again;
	if (accord_url_canonical(arena, text, &key, NULL) != ACCORD_OK)
		return;
	if (key.len <= ACCORD_URL_LONGEST && accord_url_canonical(arena, key, &again, NULL) != ACCORD_OK)
		abort();
	for (size_t i = 0; i < key.len; i++)
		if ((unsigned char)key.data[i] <= 0x20 || (unsigned char)key.data[i] > 0x7e)
			abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	accord_arena *arena = accord_arena_new((size_t)16 << 20);
	const char *newline = size ? memchr(bytes, '\n', size) : NULL;
	size_t first = newline ? (size_t)(newline - (const char *)bytes) : 0;
	accord_slice base = {(const char *)bytes, first}, text = {(const char *)bytes + first, size - first},
		     out;
	accord_url url;
	if (!arena)
		return 0;
	check_key(arena, text);
	accord_url_site(arena, text);
	if (accord_url_resolve(arena, base, text, &out, NULL) == ACCORD_OK && out.len <= ACCORD_URL_LONGEST &&
	    accord_url_parse(arena, out, NULL, &url, NULL) != ACCORD_OK)
		abort();
	accord_arena_free(arena);
	return 0;
}
