#include "corrections.h"

static bool try_one(const accord_tagger *tagger, accord_arena *scratch, const accord_correction *c,
		    void (*failed)(const accord_correction *correction, const char *found),
		    struct corrections_count *count)
{
	accord_buffer found;
	accord_error err = {0};
	bool holds = false;
	accord_buffer_init(&found, 1 << 20);
	bool good = accord_correction_holds(tagger, scratch, c, &found, &holds, &err) == ACCORD_OK;
	if (!good)
		complain(&err);
	count->all++;
	count->failing += good && !holds;
	if (good && !holds && failed)
		failed(c, found.data ? found.data : "");
	accord_buffer_free(&found);
	accord_arena_clear(scratch);
	return good;
}

bool corrections_try(const accord_tagger *tagger, const char *const *folders, size_t folder_count,
		     void (*failed)(const accord_correction *correction, const char *found),
		     struct corrections_count *count)
{
	accord_arena *arena = accord_arena_new(0), *scratch = accord_arena_new((size_t)256 << 20);
	accord_correction *list = NULL;
	accord_error err = {0};
	size_t n = 0;
	bool good = arena && scratch;
	*count = (struct corrections_count){0, 0};
	if (good && accord_corrections_read(arena, folders, folder_count, &list, &n, &err) != ACCORD_OK) {
		complain(&err);
		good = false;
	}
	for (size_t i = 0; good && i < n; i++)
		good = try_one(tagger, scratch, &list[i], failed, count);
	accord_arena_free(arena);
	accord_arena_free(scratch);
	return good;
}
