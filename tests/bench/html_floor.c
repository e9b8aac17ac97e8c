/*
 * The floor that cleaning is held against: libxml2 parses each page into a tree and throws it away; nothing else.
 *
 *   html_floor FILE...      prints the bytes read and the CPU seconds of the parsing
 */
#include <libxml/HTMLparser.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static char *read_file(const char *path, size_t *size)
{
	FILE *file = fopen(path, "rb");
	if (!file || fseek(file, 0, SEEK_END) != 0)
		return NULL;
	long length = ftell(file);
	rewind(file);
	char *bytes = length > 0 ? malloc((size_t)length) : NULL;
	*size = bytes ? fread(bytes, 1, (size_t)length, file) : 0;
	fclose(file);
	return bytes;
}

int main(int argc, char **argv)
{
	size_t total = 0;
	double seconds = 0;
	for (int i = 1; i < argc; i++) {
		size_t size;
		char *bytes = read_file(argv[i], &size);
		if (!bytes)
			continue;
		clock_t start = clock();
		htmlDocPtr page = htmlReadMemory(bytes, (int)size, NULL, NULL,
		                                 HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
		                                         HTML_PARSE_NONET | HTML_PARSE_COMPACT);
		xmlFreeDoc(page);
		seconds += (double)(clock() - start) / CLOCKS_PER_SEC;
		total += size;
		free(bytes);
	}
	printf("%zu %.6f\n", total, seconds);
	return 0;
}
