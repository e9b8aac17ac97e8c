/*
 * The long strings of a line of NDJSON, read without a tree: nearly all of a document is its text, and building it
 * byte by byte into a JSON value took longer than finding its names. So it is with its addresses and its title.
 */
#ifndef DOCUMENT_LONG_STRINGS_H
#define DOCUMENT_LONG_STRINGS_H

#include <accord/arena.h>
#include <accord/text.h>

#define LONG_STRINGS 6

struct long_strings {
	accord_slice values[LONG_STRINGS]; /* by key; unknown if the line has none, or a short one */
	accord_slice rest;                 /* the line with "" in their places */
};

/*
 * Take the long strings out of a line. False if the line is not plain enough (a repeated or escaped key, anything that
 * looks broken): then a full parser must read it, and say what is wrong. Strings and rest live in the arena.
 */
bool take_long_strings(accord_arena *arena, const char *line, size_t len, struct long_strings *taken);

/* Which of the values a key has; LONG_STRINGS for any other key. */
size_t long_string_of(const char *key, size_t len);

#endif
