/* A URL's path on the first line, a robots.txt behind it: the verdict stays within the file. */
#include <accord/robots.h>

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	accord_arena *arena = accord_arena_new((size_t)64 << 20);
	const char *newline = size ? memchr(bytes, '\n', size) : NULL;
	size_t first = newline ? (size_t)(newline - (const char *)bytes) : 0;
	char *url = arena ? accord_arena_alloc(arena, first + 16) : NULL;
	accord_robots *robots;
	if (!url) {
		accord_arena_free(arena);
		return 0;
	}
	memcpy(url, "https://a.de/", 13);
	if (first)
		memcpy(url + 13, bytes, first);
	if (accord_robots_parse(arena, (const char *)bytes + first, size - first, "AccordBot/1", &robots,
				NULL) == ACCORD_OK) {
		accord_robots_verdict v = accord_robots_check(robots, arena, (accord_slice){url, 13 + first});
		if ((v.line != 0) != (v.rule.data != NULL) || v.line > size || (!v.allowed && !v.line))
			if (first <= 8000 || v.line)
				abort();
		for (size_t i = 0; accord_robots_sitemap(robots, i).data; i++)
			;
	}
	accord_arena_free(arena);
	return 0;
}
