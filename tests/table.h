/*
 * Reader of tests/cases tables: `input ==> expected`, a line a case; "#" begins a comment line. \xHH stands
 * for a byte, \uHHHH for a code point, \n \r \t as in C, \s for a space.
 */
#ifndef ACCORD_TESTS_TABLE_H
#define ACCORD_TESTS_TABLE_H

#include <accord/text.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** Resolve the escapes in place; returns the new length. The bytes are NUL-terminated, but may contain NULs.
 */
static inline size_t table_unescape(char *text)
{
	char *out = text;
	for (const char *at = text; *at;) {
		static const char letters[] = "n\nr\rt\ts ";
		const char *letter = at[0] == '\\' && at[1] ? strchr(letters, at[1]) : NULL;
		bool byte = at[0] == '\\' && at[1] == 'x', point = at[0] == '\\' && at[1] == 'u';
		if (byte || point) {
			char digits[5] = "";
			memcpy(digits, at + 2, byte ? 2 : 4);
			unsigned value = (unsigned)strtoul(digits, NULL, 16);
			if (byte)
				*out++ = (char)value;
			else
				out += accord_utf8_encode(value, out);
			at += byte ? 4 : 6;
		} else if (letter) {
			*out++ = letter[1];
			at += 2;
		} else {
			*out++ = *at++;
		}
	}
	*out = '\0';
	return (size_t)(out - text);
}

/**
 * Calls `check` with both sides of each line, escapes not yet resolved; it returns whether the case holds.
 *
 * @return the number of cases that do not, each told on standard error; -1 if the table cannot be read or is
 * empty
 */
static inline int table_run(const char *path, bool (*check)(char *input, char *expected))
{
	FILE *file = fopen(path, "r");
	char *line = NULL;
	size_t size = 0;
	int number = 0, cases = 0, failed = 0;
	while (file && getline(&line, &size, file) > 0) {
		number++;
		line[strcspn(line, "\n")] = '\0';
		char *arrow = strstr(line, " ==>");
		if (line[0] == '#' || !line[0])
			continue;
		if (!arrow) {
			fprintf(stderr, "%s:%d: no ==>\n", path, number);
			failed++;
			continue;
		}
		*arrow = '\0';
		char *expected = arrow + 4 + (arrow[4] == ' ');
		cases++;
		if (!check(line, expected)) {
			fprintf(stderr, "%s:%d: failed\n", path, number);
			failed++;
		}
	}
	free(line);
	if (file)
		fclose(file);
	return cases ? failed : -1;
}

#endif
