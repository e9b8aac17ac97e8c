/* The verb, then its own table of options. Exit status: 0 all well, 1 some input failed, 2 usage. */
#include "command.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int run_command(const struct command *command, int argc, char **argv)
{
	void *args = calloc(1, command->args_size + 1);
	if (!args) {
		complain_text("out of memory");
		return EXIT_SOME_FAILED;
	}
	int count;
	char **words;
	int status = options_read(command, argc, argv, args, &count, &words);
	if (status < 0)
		status = command->run(args, count, words);
	options_free(command, args);
	free(args);
	if (fflush(stdout) != 0 && status == EXIT_ALL_WELL)
		status = EXIT_SOME_FAILED;
	return status;
}

int main(int argc, char **argv)
{
	setlocale(LC_CTYPE, "");
	signal(SIGPIPE, SIG_IGN);
	if (argc > 2 && !strcmp(argv[1], "--db")) { /* the one option that may stand before the verb */
		setenv("ACCORD_DB", argv[2], 1);
		argv[2] = argv[0];
		argc -= 2;
		argv += 2;
	}
	const char *verb = argc > 1 ? argv[1] : "help";
	if (!strcmp(verb, "--help") || !strcmp(verb, "-h"))
		verb = "help";
	if (!strcmp(verb, "--version"))
		verb = "version";
	const struct command *command = command_named(verb);
	if (!command)
		return no_command(verb);
	if (argc < 2) {
		run_command(command, 1, argv);
		return EXIT_USAGE;
	}
	return run_command(command, argc - 1, argv + 1);
}
