#include "command.h"

#include <accord/version.h>

#include <stdio.h>

static int run(const void *args, int count, char **words)
{
	(void)args, (void)count, (void)words;
	printf("accord %s\n", ACCORD_VERSION);
	return EXIT_ALL_WELL;
}

const struct command version_command = {"version", "", "the version of the program", NULL, 0, run};
