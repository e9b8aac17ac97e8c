/*
 * accord completions: a script for the shell that knows the verbs, their options and what these take, the
 * fields of a query with the types, statuses and roles, and asks the store for names of companies.
 */
#include "completions.h"

#include <ctype.h>
#include <string.h>

const struct query_field query_fields[] = {
	{"type", "acquisition merger investment joint_venture partnership licensing asset_sale supply "
		 "settlement spin_off"},
	{"status", "rumor talks announced completed cancelled denied"},
	{"role", "acquirer target seller party investor recipient partner venture licensor licensee buyer "
		 "supplier customer "
		 "parent unit"},
	{"lang", "de it en"},
	{"currency", "EUR USD GBP JPY CHF"},
	{"fresh", "yes no"},
	{"since", ""},
	{"until", ""},
	{"date", ""},
	{"value", ""},
	{"site", ""},
	{"rule", ""},
	{"object", ""},
	{"confidence", ""},
	{"text", ""},
	{"id", ""},
	{NULL, NULL},
};

/* They stand in the synopsis: "check | stats [--json] | backup FILE". */
void each_subcommand(const struct command *command, void (*each)(void *context, const char *word, size_t len),
		     void *context)
{
	const char *at = command->synopsis;
	if (!strstr(at, " | ") || !islower((unsigned char)at[0]))
		return;
	while (at) {
		size_t len = strcspn(at, " ");
		each(context, at, len);
		at = strstr(at, " | ");
		if (at)
			at += 3;
	}
}

static int run(const void *options_read, int count, char **words)
{
	extern const struct command completions_command;
	accord_buffer out;
	(void)options_read;
	accord_buffer_init(&out, (size_t)4 << 20);
	if (count == 1 && !strcmp(words[0], "bash"))
		write_bash(&out);
	else if (count == 1 && !strcmp(words[0], "zsh"))
		write_zsh(&out);
	else if (count == 1 && !strcmp(words[0], "fish"))
		write_fish(&out);
	else
		return usage_error(&completions_command, "for bash, zsh or fish?");
	bool written = flush_output(&out);
	accord_buffer_free(&out);
	return written ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}

const struct command completions_command = {"completions",
					    "bash | zsh | fish",
					    "what makes a shell complete accord's command lines",
					    NULL,
					    0,
					    run};
