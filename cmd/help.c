#include "command.h"

#include <stdio.h>

static void overview(void)
{
	printf("accord reads technology news in German, Italian and English and finds the deals in it.\n\n"
	       "usage: accord VERB [OPTION...] [WORD...]\n\n");
	for (size_t i = 0; commands[i]; i++)
		printf("  %-12s %s\n", commands[i]->name, commands[i]->summary);
	printf("\n'accord help VERB' or 'man accord-VERB' tells more; exit status: 0 all well, 1 some input failed, 2 usage.\n");
}

static int run(const void *args, int count, char **words)
{
	(void)args;
	if (!count) {
		overview();
		return EXIT_ALL_WELL;
	}
	const struct command *command = command_named(words[0]);
	if (!command)
		return no_command(words[0]);
	command_help(command);
	return EXIT_ALL_WELL;
}

const struct command help_command = {"help", "[VERB]", "what there is, and how a verb is used", NULL, 0, run};
