/* What the writers of completions share: the words that every shell gets to know. */
#ifndef COMPLETIONS_H
#define COMPLETIONS_H

#include "command.h"

/* What stands behind a field of a query, parted by blanks: {"type", "acquisition merger …"}. */
struct query_field {
	const char *name, *values; /* values is "" where anything may stand */
};
extern const struct query_field query_fields[]; /* ends with a NULL name */

/* The first words of a verb that has verbs of its own ("check", "stats" of store); each with `each`. */
void each_subcommand(const struct command *command, void (*each)(void *context, const char *word, size_t len),
		     void *context);

void write_bash(accord_buffer *out);
void write_zsh(accord_buffer *out);
void write_fish(accord_buffer *out);

#endif
