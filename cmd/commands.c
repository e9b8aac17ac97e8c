/* The table of commands, in the order of help. A new verb is a file of its own and two lines here. */
#include "command.h"
#include "near.h"

#include <string.h>

extern const struct command feeds_command;
extern const struct command filters_command;
extern const struct command fetch_command;
extern const struct command status_command;
extern const struct command import_command;
extern const struct command deals_command;
extern const struct command show_command;
extern const struct command why_command;
extern const struct command cite_command;
extern const struct command correct_command;
extern const struct command coverage_command;
extern const struct command timeline_command;
extern const struct command graph_command;
extern const struct command articles_command;
extern const struct command companies_command;
extern const struct command reprocess_command;
extern const struct command store_command;
extern const struct command export_command;
extern const struct command parse_command;
extern const struct command clean_command;
extern const struct command tag_command;
extern const struct command extract_command;
extern const struct command rules_command;
extern const struct command url_command;
extern const struct command robots_command;
extern const struct command completions_command;
extern const struct command help_command;
extern const struct command version_command;

const struct command *const commands[] = {
	&feeds_command,
	&filters_command,
	&fetch_command,
	&status_command,
	&import_command,
	&deals_command,
	&show_command,
	&why_command,
	&cite_command,
	&correct_command,
	&coverage_command,
	&timeline_command,
	&graph_command,
	&articles_command,
	&companies_command,
	&reprocess_command,
	&store_command,
	&export_command,
	&parse_command,
	&clean_command,
	&tag_command,
	&extract_command,
	&rules_command,
	&url_command,
	&robots_command,
	&completions_command,
	&help_command,
	&version_command,
	NULL,
};

int no_command(const char *name)
{
	struct near near = {.word = name};
	for (size_t i = 0; commands[i]; i++)
		near_look(&near, commands[i]->name);
	if (near.best)
		complain_text("no verb '%s'; did you mean '%s'? 'accord help' lists them all", name, near.best);
	else
		complain_text("no verb '%s'; 'accord help' lists them", name);
	return EXIT_USAGE;
}

const struct command *command_named(const char *name)
{
	for (size_t i = 0; commands[i]; i++)
		if (!strcmp(commands[i]->name, name))
			return commands[i];
	return NULL;
}
