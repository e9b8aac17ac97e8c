/* Option tables: parse (getopt_long), usage line, --help. */
#include "command.h"
#include "examples.h"
#include "near.h"
#include "stored.h"

#include <errno.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_OPTIONS 48
#define HELP_VALUE 1000
#define HELP_INDENT 33 /* of what an option does */
#define HELP_NARROW 60

static size_t option_count(const struct command *command)
{
	size_t n = 0;
	while (command->options && command->options[n].name)
		n++;
	return n < MAX_OPTIONS ? n : MAX_OPTIONS;
}

int usage_error(const struct command *command, const char *format, ...)
{
	char message[512];
	va_list args;
	va_start(args, format);
	vsnprintf(message, sizeof message, format, args);
	va_end(args);
	fprintf(stderr, "accord %s: %s\nusage: accord %s%s%s\n", command->name, message, command->name,
	        command->synopsis[0] ? " " : "", command->synopsis);
	return EXIT_USAGE;
}

/* The next piece that stays in one line: a word, or all between brackets. */
static size_t piece_length(const char *text)
{
	int depth = 0;
	size_t n = 0;
	for (; text[n] && (text[n] != ' ' || depth > 0); n++)
		depth += (text[n] == '[') - (text[n] == ']');
	return n;
}

/* Text that begins in column `column`, its further lines in column `indent`; the few signs of several bytes count as so many. */
static void print_wrapped(const char *text, size_t column, size_t indent, size_t width)
{
	for (bool first = true; *text; first = false) {
		size_t n = piece_length(text);
		if (!first && column + 1 + n > width) {
			printf("\n%*s", (int)indent, "");
			column = indent;
		} else if (!first) {
			putchar(' ');
			column++;
		}
		printf("%.*s", (int)n, text);
		column += n;
		text += n;
		while (*text == ' ')
			text++;
	}
	putchar('\n');
}

void command_help(const struct command *command)
{
	accord_render terminal;
	terminal_setup(&terminal, NULL);
	size_t width = terminal.width < HELP_NARROW ? HELP_NARROW : terminal.width > 120 ? 120 : terminal.width;
	printf("accord %s: %s\n\n", command->name, command->summary);
	size_t column = (size_t)printf("usage: accord %s ", command->name);
	print_wrapped(command->synopsis, column, column, width);
	size_t n = option_count(command);
	if (n)
		printf("\n");
	for (size_t i = 0; i < n; i++) {
		const struct option_spec *o = &command->options[i];
		char left[64];
		if (o->letter)
			snprintf(left, sizeof left, "-%c, --%s%s%s", o->letter, o->name, o->value ? " " : "",
			         o->value ? o->value : "");
		else
			snprintf(left, sizeof left, "    --%s%s%s", o->name, o->value ? " " : "",
			         o->value ? o->value : "");
		size_t used = (size_t)printf("  %-30s ", left);
		print_wrapped(o->help, used, HELP_INDENT, width);
	}
	for (const struct verb_examples *e = verb_examples; e->verb; e++)
		if (!strcmp(e->verb, command->name))
			printf("\nexamples:\n%s", e->lines);
	printf("\nThe manual page: man accord-%s\n", command->name);
}

static bool store_value(const struct option_spec *o, void *args, const char *value)
{
	char *place = (char *)args + o->offset;
	switch (o->kind) {
	case OPTION_FLAG:
		*(bool *)place = true;
		return true;
	case OPTION_TEXT:
		*(const char **)place = value;
		return true;
	case OPTION_NUMBER: {
		char *end;
		errno = 0;
		long number = strtol(value, &end, 10);
		if (errno || end == value || *end)
			return false;
		*(long *)place = number;
		return true;
	}
	case OPTION_LIST: {
		struct text_list *list = (struct text_list *)place;
		const char **items = realloc(list->items, (list->count + 1) * sizeof *items);
		if (!items)
			return false;
		items[list->count++] = value;
		list->items = items;
		return true;
	}
	}
	return false;
}

/* getopt's own two tables from ours. */
static void build_tables(const struct command *command, struct option *longs, char *shorts)
{
	size_t n = option_count(command);
	char *s = shorts;
	*s++ = ':';
	for (size_t i = 0; i < n; i++) {
		const struct option_spec *o = &command->options[i];
		longs[i] = (struct option){o->name, o->value ? required_argument : no_argument, NULL, (int)i + 256};
		if (o->letter) {
			*s++ = o->letter;
			if (o->value)
				*s++ = ':';
		}
	}
	longs[n] = (struct option){"help", no_argument, NULL, HELP_VALUE};
	longs[n + 1] = (struct option){0};
	*s++ = 'h';
	*s = '\0';
}

static const struct option_spec *option_of(const struct command *command, int value)
{
	if (value >= 256)
		return &command->options[value - 256];
	for (size_t i = 0; i < option_count(command); i++)
		if (command->options[i].letter == value)
			return &command->options[i];
	return NULL;
}

/* A negated term, "-Nokia", becomes "!Nokia", which means the same and is left alone by getopt; "-n" and "-n5" stay options. */
static void spare_terms(int argc, char **argv)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (argv[i][0] == '-' && argv[i][1] && argv[i][1] != '-' && argv[i][2] && !strchr("0123456789", argv[i][2]))
			argv[i][0] = '!';
}

static int no_option(const struct command *command, const char *given)
{
	char name[32];
	struct near near = {.word = name};
	snprintf(name, sizeof name, "%.*s", (int)strcspn(given + strspn(given, "-"), "="), given + strspn(given, "-"));
	for (size_t i = 0; !strncmp(given, "--", 2) && i < option_count(command); i++)
		near_look(&near, command->options[i].name);
	if (near.best)
		return usage_error(command, "no option %s; did you mean --%s?", given, near.best);
	return usage_error(command, "no option %s", given);
}

int options_read(const struct command *command, int argc, char **argv, void *args, int *count, char ***words)
{
	struct option longs[MAX_OPTIONS + 2];
	char shorts[2 * MAX_OPTIONS + 4];
	build_tables(command, longs, shorts);
	if (command->terms)
		spare_terms(argc, argv);
	opterr = 0;
	optind = 1;
	for (int c; (c = getopt_long(argc, argv, shorts, longs, NULL)) != -1;) {
		if (c == 'h' || c == HELP_VALUE) {
			command_help(command);
			return EXIT_ALL_WELL;
		}
		if (c == ':')
			return usage_error(command, "%s wants a value", argv[optind - 1]);
		const struct option_spec *o = c == '?' ? NULL : option_of(command, c);
		if (!o)
			return no_option(command, argv[optind - 1]);
		if (!store_value(o, args, optarg))
			return usage_error(command, "--%s %s: that is no number", o->name, optarg);
	}
	*count = argc - optind;
	*words = argv + optind;
	return -1;
}

void options_free(const struct command *command, void *args)
{
	for (size_t i = 0; i < option_count(command); i++)
		if (command->options[i].kind == OPTION_LIST)
			free(((struct text_list *)((char *)args + command->options[i].offset))->items);
}
