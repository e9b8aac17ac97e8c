/*
 * Runs a fuzzer without libFuzzer: over each file of the folders given, over each of its halves and over copies with one
 * byte in 64 changed, from a fixed seed, so that every run does the same.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

#define LARGEST (1 << 20)
#define VARIANTS 24

static uint32_t next_random(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

/* A copy of its own, so that the sanitizer sees a read past the end. */
static void run_copy(const uint8_t *bytes, size_t size, uint32_t *seed, int changes)
{
	uint8_t *copy = malloc(size ? size : 1);
	if (!copy)
		exit(1);
	memcpy(copy, bytes, size);
	for (size_t i = 0; changes && i < size / 64 + 1 && size; i++)
		copy[next_random(seed) % size] = (uint8_t)next_random(seed);
	LLVMFuzzerTestOneInput(copy, size);
	free(copy);
}

static void run_file(const char *path)
{
	FILE *file = fopen(path, "rb");
	uint8_t *bytes = malloc(LARGEST);
	if (!file || !bytes) {
		fprintf(stderr, "cannot read %s\n", path);
		exit(1);
	}
	size_t size = fread(bytes, 1, LARGEST, file);
	fclose(file);
	uint32_t seed = 2463534242u ^ (uint32_t)size;
	run_copy(bytes, size, &seed, 0);
	run_copy(bytes, size / 2, &seed, 0);
	run_copy(bytes + size / 2, size - size / 2, &seed, 0);
	for (int i = 0; i < VARIANTS; i++)
		run_copy(bytes, size, &seed, 1);
	free(bytes);
}

int main(int argc, char **argv)
{
	int files = 0;
	LLVMFuzzerTestOneInput((const uint8_t *)"", 0);
	for (int i = 1; i < argc; i++) {
		DIR *folder = opendir(argv[i]);
		if (!folder) {
			fprintf(stderr, "no folder %s: a fuzzer needs a corpus\n", argv[i]);
			return 1;
		}
		for (struct dirent *entry; (entry = readdir(folder));) {
			char path[4096];
			if (entry->d_name[0] == '.')
				continue;
			snprintf(path, sizeof path, "%s/%s", argv[i], entry->d_name);
			run_file(path);
			files++;
		}
		closedir(folder);
	}
	printf("%d files\n", files);
	return files ? 0 : 1;
}
