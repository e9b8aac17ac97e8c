#include "pager.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t pager;

static const char *wanted(void)
{
	const char *own = getenv("ACCORD_PAGER"), *all = getenv("PAGER");
	const char *command = own ? own : all ? all : "less";
	return *command && strcmp(command, "cat") != 0 ? command : NULL;
}

/* In the child: the shell reads the command, as it may have options and quotes. */
static void become(const char *command, int input, int output)
{
	dup2(input, STDIN_FILENO);
	close(input);
	close(output);
	setenv("LESS", "FRX", 0);
	setenv("LV", "-c", 0);
	signal(SIGPIPE, SIG_DFL);
	execl("/bin/sh", "sh", "-c", command, (char *)NULL);
	_exit(127);
}

void pager_start(void)
{
	const char *command = wanted();
	int ends[2];
	if (pager || !command || !isatty(STDOUT_FILENO) || pipe(ends) != 0)
		return;
	fflush(stdout);
	pager = fork();
	if (pager == 0)
		become(command, ends[0], ends[1]);
	close(ends[0]);
	if (pager > 0)
		dup2(ends[1], STDOUT_FILENO);
	else
		pager = 0;
	close(ends[1]);
}

void pager_end(void)
{
	if (!pager)
		return;
	fflush(stdout);
	close(STDOUT_FILENO);    /* the pager sees the end */
	signal(SIGINT, SIG_IGN); /* it is the pager's key now */
	while (waitpid(pager, NULL, 0) < 0)
		;
	pager = 0;
}
