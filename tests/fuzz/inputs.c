/*
 * Any bytes as a saved corpus, from a file that can be sought in. It ends, and each record is whole: of the file, with bytes or an
 * error, ended by a NUL; records do not go on for ever.
 */
#include <accord/corpus.h>

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

struct seen {
	size_t records, most;
};

static bool look(void *context, const accord_corpus_record *record)
{
	struct seen *seen = context;
	if (!record->file || (!record->error && (!record->bytes.data || record->bytes.data[record->bytes.len])))
		abort();
	if (record->error && (!record->error->message[0] || record->error->status == ACCORD_OK))
		abort();
	if (++seen->records > seen->most)
		abort();
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	char path[64];
	int fd = memfd_create("corpus", 0);
	if (fd < 0 || write(fd, bytes, size) != (ssize_t)size)
		exit(1);
	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	struct seen seen = {.most = size * 40 + 16};
	accord_corpus_options options = {.otherwise = size % 2 ? ACCORD_CORPUS_LINES : ACCORD_CORPUS_HTML};
	accord_corpus_read(path, &options, NULL, look, &seen);
	close(fd);
	return 0;
}
