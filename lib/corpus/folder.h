/* The visible names in a folder, ordered by their bytes. */
#ifndef CORPUS_FOLDER_H
#define CORPUS_FOLDER_H

#include <accord/buffer.h>

struct folder {
	accord_buffer names;
	size_t *starts, count;
};

/* 0, or errno; what was read before stands in `f` all the same. */
int folder_read(struct folder *f, const char *path);
const char *folder_name(const struct folder *f, size_t i);
void folder_free(struct folder *f);

#endif
