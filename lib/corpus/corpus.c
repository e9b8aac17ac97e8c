/* From paths to files: folders walked in the order of their names, lists of names read as they come. */
#include "folder.h"
#include "reader.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define DEEPEST_FOLDER 64
#define LONGEST_PATH 65536

static const accord_corpus_options no_options;

static void reader_init(struct reader *r, const accord_corpus_options *options, accord_corpus_progress *progress,
			accord_corpus_progress *own, accord_corpus_each each, void *context)
{
	*own = (accord_corpus_progress){0};
	*r = (struct reader){.options = options ? options : &no_options,
			     .each = each,
			     .context = context,
			     .progress = progress ? progress : own};
	accord_buffer_init(&r->page, ACCORD_CORPUS_CEILING);
	accord_buffer_init(&r->unpacked, ACCORD_CORPUS_CEILING);
	accord_buffer_init(&r->head, (size_t)1 << 20);
}

static bool reader_end(struct reader *r)
{
	accord_buffer_free(&r->page);
	accord_buffer_free(&r->unpacked);
	accord_buffer_free(&r->head);
	return !r->stopped;
}

static void read_file(struct reader *r, const char *path, bool chosen)
{
	struct file_watch watch = {&r->progress->read, r->options->waiting, r->context};
	struct place p = {.file = path, .chosen = chosen};
	p.bottom = stream_file(path, 0, &watch);
	if (!p.bottom) {
		accord_error err = {0};
		accord_error_set(&err, ACCORD_EIO, "cannot read: %s", strerror(errno));
		accord_error_at(&err, path, 0, 0);
		accord_corpus_record record = {.error = &err};
		give(r, &p, &record);
		return;
	}
	read_content(r, &p, p.bottom);
	stream_close(p.bottom);
}

/* Whether a file in a folder is looked at: its name fits what is asked for, or says nothing. */
static bool is_wanted(const struct reader *r, const char *path)
{
	return kind_of_name(path) != NOTHING && name_matches(r, path);
}

/* What is done with each file of a tree. */
struct visitor {
	void (*file)(struct visitor *v, const char *path, const struct stat *info, bool chosen);
	void (*failed)(struct visitor *v, const char *path, int number);
	struct reader *r;
	uint64_t sought, found; /* an identity, and the files up to there */
};

static void visit(struct visitor *v, const char *path, unsigned depth);

static void visit_folder(struct visitor *v, const char *path, unsigned depth)
{
	struct folder f;
	int number = depth < DEEPEST_FOLDER ? folder_read(&f, path) : ELOOP;
	if (number && v->failed)
		v->failed(v, path, number);
	if (depth >= DEEPEST_FOLDER)
		return;
	size_t len = strlen(path);
	const char *slash = len && path[len - 1] == '/' ? "" : "/";
	for (size_t i = 0; i < f.count && !v->r->stopped; i++) {
		size_t size = len + strlen(folder_name(&f, i)) + 2;
		char *below = malloc(size);
		if (!below)
			break;
		snprintf(below, size, "%s%s%s", path, slash, folder_name(&f, i));
		visit(v, below, depth + 1);
		free(below);
	}
	folder_free(&f);
}

/* Links are followed only where they were named. */
static void visit(struct visitor *v, const char *path, unsigned depth)
{
	struct stat info = {0};
	int known = !strcmp(path, "-") ? -1 : depth ? lstat(path, &info) : stat(path, &info);
	if (known == 0 && S_ISDIR(info.st_mode))
		visit_folder(v, path, depth);
	else if (!depth || (known == 0 && S_ISREG(info.st_mode) && is_wanted(v->r, path)))
		v->file(v, path, &info, !depth);
}

static uint64_t mix(uint64_t hash, const void *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++)
		hash = (hash ^ ((const unsigned char *)bytes)[i]) * 1099511628211ull;
	return hash;
}

static void begin_file(accord_corpus_progress *at, const char *path, const struct stat *info)
{
	int64_t facts[] = {info->st_size, info->st_mtim.tv_sec, info->st_mtim.tv_nsec};
	uint64_t hash = at->identity ? at->identity : 14695981039346656037ull;
	hash = mix(mix(hash, path, strlen(path) + 1), facts, sizeof facts);
	at->identity = hash ? hash : 1;
	at->files++;
	at->records = 0;
}

static void visit_to_read(struct visitor *v, const char *path, const struct stat *info, bool chosen)
{
	accord_corpus_progress *at = v->r->progress;
	begin_file(at, path, info);
	if (at->files > at->skip_files)
		read_file(v->r, path, chosen);
	else
		at->read += (uint64_t)info->st_size;
}

static void visit_failed(struct visitor *v, const char *path, int number)
{
	struct place p = {.file = path};
	give_problem(v->r, &p, 0, 0, "cannot read: %s", strerror(number));
}

bool accord_corpus_read(const char *path, const accord_corpus_options *options, accord_corpus_progress *progress,
                        accord_corpus_each each, void *context)
{
	struct reader r;
	accord_corpus_progress own;
	reader_init(&r, options, progress, &own, each, context);
	struct visitor v = {visit_to_read, visit_failed, &r, 0, 0};
	visit(&v, path, 0);
	return reader_end(&r);
}

static void visit_to_measure(struct visitor *v, const char *path, const struct stat *info, bool chosen)
{
	(void)chosen;
	begin_file(v->r->progress, path, info);
	v->r->progress->read += (uint64_t)info->st_size;
	if (v->sought && v->r->progress->identity == v->sought)
		v->found = v->r->progress->files;
}

uint64_t accord_corpus_measure(const char *path, const accord_corpus_options *options, accord_corpus_progress *progress,
                               uint64_t sought)
{
	struct reader r = {.options = options ? options : &no_options, .progress = progress};
	struct visitor v = {visit_to_measure, NULL, &r, sought, 0};
	visit(&v, path, 0);
	return v.found;
}

/* ---- lists ----------------------------------------------------------------------------------------------------------- */

/* The next name, cut with a NUL; NULL at the end. `*used` bytes are to be taken when it was read. */
static char *next_name(struct stream *s, bool nul, size_t *used)
{
	size_t seen = 0;
	for (;;) {
		size_t have = stream_want(s, seen + 1);
		char *bytes = (char *)s->window + s->at;
		char *end = have > seen ? memchr(bytes + seen, nul ? '\0' : '\n', have - seen) : NULL;
		if (!end && have != seen && have < LONGEST_PATH) {
			seen = have;
			continue;
		}
		*used = end ? (size_t)(end - bytes) + 1 : have;
		if (!*used)
			return NULL;
		size_t len = end ? (size_t)(end - bytes) : have;
		if (!nul && len && bytes[len - 1] == '\r')
			len--;
		return strndup(bytes, len);
	}
}

bool accord_corpus_read_list(const char *list, bool nul, const accord_corpus_options *options,
                             accord_corpus_progress *progress, accord_corpus_each each, void *context)
{
	struct reader r;
	accord_corpus_progress own;
	uint64_t uncounted = 0;
	reader_init(&r, options, progress, &own, each, context);
	struct visitor v = {visit_to_read, visit_failed, &r, 0, 0};
	struct file_watch watch = {&uncounted, r.options->waiting, context};
	struct place p = {.file = list};
	struct stream *s = stream_file(list, 0, &watch);
	size_t used;
	if (!s)
		give_problem(&r, &p, 0, 0, "cannot read: %s", strerror(errno));
	for (char *name; s && !r.stopped && (name = next_name(s, nul, &used));) {
		stream_take(s, used);
		if (!strcmp(name, "-") && !strcmp(list, "-"))
			give_problem(&r, &p, 0, 0, "standard input is the list already");
		else if (*name)
			visit(&v, name, 0);
		free(name);
	}
	if (s && s->state == STREAM_DAMAGED)
		give_damage(&r, &p, s);
	stream_close(s);
	return reader_end(&r);
}
