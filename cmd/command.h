/*
 * A verb is a thin file: a table of options, a run function, one line in commands.c. The option table feeds the parser,
 * the usage line and --help.
 *
 *   struct args { const char *base_url; bool verbose; struct text_list hosts; };
 *   static const struct option_spec options[] = {
 *       {"base-url", 0, "URL", "resolve relative links against URL", OPTION_TEXT, offsetof(struct args, base_url)},
 *       {"verbose", 'v', NULL, "say what is done", OPTION_FLAG, offsetof(struct args, verbose)},
 *       OPTIONS_END};
 *   static int run(const void *options_read, int count, char **words) { const struct args *args = options_read; … }
 *   const struct command parse_command = {"parse", "[--base-url URL] [FILE...]", "read feeds into entries",
 *                                         options, sizeof(struct args), run};
 */
#ifndef COMMAND_H
#define COMMAND_H

#include <accord/buffer.h>
#include <accord/error.h>
#include <accord/text.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Exit status, as the contract has it. */
enum { EXIT_ALL_WELL = 0, EXIT_SOME_FAILED = 1, EXIT_USAGE = 2 };

enum option_kind { OPTION_FLAG, OPTION_TEXT, OPTION_LIST, OPTION_NUMBER };

/* What a repeatable option collects. */
struct text_list {
	const char **items;
	size_t count;
};

struct option_spec {
	const char *name;  /* long name, without the dashes */
	char letter;       /* short name, or 0 */
	const char *value; /* how the value is called in the usage line; NULL for a flag */
	const char *help;
	enum option_kind kind;
	size_t offset; /* bool, const char *, struct text_list or long in the command's args */
	const char *values; /* the words that it takes, parted by blanks, for completions; NULL for any */
};

#define OPTIONS_END                                                                                                 \
	{                                                                                                           \
		NULL, 0, NULL, NULL, OPTION_FLAG, 0, NULL                                                             \
	}

struct command {
	const char *name, *synopsis, *summary;
	const struct option_spec *options; /* may be NULL */
	size_t args_size;
	/* `args` points to args_size bytes, zero where an option was not given; `words` are the rest, NULL-terminated. */
	int (*run)(const void *args, int count, char **words);
	bool terms; /* words are terms of a query: `-status:rumor` is no bundle of options but what must not be */
};

/* All commands, in the order of help; ends with NULL. */
extern const struct command *const commands[];

const struct command *command_named(const char *name);
/* Tell that there is none of that name, and which is near; the exit status. */
int no_command(const char *name);

/* options.c: read argv behind the verb; EXIT_USAGE after a message, -1 to go on, EXIT_ALL_WELL after --help. */
int options_read(const struct command *command, int argc, char **argv, void *args, int *count, char ***words);
void options_free(const struct command *command, void *args);
void command_help(const struct command *command);
/* "accord VERB: MESSAGE" and the usage line on standard error; returns EXIT_USAGE. */
int usage_error(const struct command *command, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* diagnostics.c: one line on standard error, "accord: source:line: message", free of control characters. */
void complain(const accord_error *err);
void complain_text(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Write all of a buffer to standard output and empty it; false (after one message) when nobody reads any more. */
bool flush_output(accord_buffer *out);

/* inputs.c ------------------------------------------------------------------------------------------------------ */

#define INPUT_CEILING ((size_t)512 << 20) /* bytes of one input, unpacked */

struct input {
	const char *name; /* as given; "-" for standard input */
	accord_slice bytes;
	accord_error *err; /* set if it could not be read: then bytes is unknown */
};

/*
 * Hand each input to `one`, unpacked if it is gzip or zstd; without words, standard input. A file that cannot be read
 * is handed over too, with `err`, so that its error object stands in its place. `one` returns false if the input failed.
 * Returns the exit status: EXIT_SOME_FAILED if any call returned false.
 */
int each_input(int count, char **words, bool (*one)(void *context, const struct input *input), void *context);

/*
 * The same in pieces as they are read, for inputs of any length: memory is one piece. The last call for an input has
 * `last`, no bytes, and `err` if it could not be read to its end; what `one` returns counts there only.
 */
struct input_piece {
	const char *name;
	accord_slice bytes;
	bool last;
	accord_error *err;
};
int each_piece(int count, char **words, bool (*one)(void *context, const struct input_piece *piece), void *context);

/*
 * The same for lines of NDJSON or of plain words: blank lines are left out, a line is at most INPUT_CEILING. `number`
 * counts from 1 in its file. Reads as it goes: memory is one line.
 */
struct input_line {
	const char *name;
	uint32_t number;
	accord_slice bytes; /* without the newline */
	accord_error *err;
};
int each_line(int count, char **words, bool (*one)(void *context, const struct input_line *line), void *context);

#endif
