/* The names in a folder, in order: in one block, since a folder may hold a million. */
#include "folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static int by_name(const void *a, const void *b, void *names)
{
	return strcmp((const char *)names + *(const size_t *)a, (const char *)names + *(const size_t *)b);
}

static bool add(struct folder *f, const char *name, size_t *capacity)
{
	if (f->count == *capacity) {
		size_t more = *capacity ? *capacity * 2 : 64;
		size_t *starts = realloc(f->starts, more * sizeof *starts);
		if (!starts)
			return false;
		f->starts = starts;
		*capacity = more;
	}
	f->starts[f->count++] = f->names.len;
	accord_buffer_append(&f->names, name, strlen(name) + 1);
	return !f->names.failed;
}

int folder_read(struct folder *f, const char *path)
{
	size_t capacity = 0;
	DIR *folder = opendir(path);
	int number = 0;
	*f = (struct folder){0};
	accord_buffer_init(&f->names, (size_t)4 << 30);
	if (!folder)
		return errno;
	for (struct dirent *entry; !number;) {
		errno = 0;
		entry = readdir(folder);
		if (!entry) {
			number = errno;
			break;
		}
		if (entry->d_name[0] != '.' && !add(f, entry->d_name, &capacity))
			number = ENOMEM;
	}
	closedir(folder);
	if (f->count)
		qsort_r(f->starts, f->count, sizeof *f->starts, by_name, f->names.data);
	return number;
}

const char *folder_name(const struct folder *f, size_t i)
{
	return f->names.data + f->starts[i];
}

void folder_free(struct folder *f)
{
	accord_buffer_free(&f->names);
	free(f->starts);
}
