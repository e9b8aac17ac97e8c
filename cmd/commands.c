/* The table of commands, in the order of the data. A new verb is a file of its own and a line here. */
#include "command.h"

#include <string.h>

extern const struct command feeds_command, filters_command, fetch_command, status_command, import_command;
extern const struct command deals_command, show_command, articles_command, companies_command, store_command;
extern const struct command why_command, timeline_command, graph_command;
extern const struct command reprocess_command, export_command;
extern const struct command parse_command, clean_command, tag_command, rules_command, extract_command, url_command, robots_command;
extern const struct command completions_command, help_command, version_command;

const struct command *const commands[] = {
	&feeds_command,  &filters_command,  &fetch_command, &status_command, &import_command, &deals_command,  &show_command,
	&why_command,
	&timeline_command, &graph_command,
	&articles_command, &companies_command, &store_command, &reprocess_command, &export_command,
	&parse_command, &clean_command,
	&tag_command,    &rules_command,   &extract_command,  &url_command,    &robots_command, &completions_command, &help_command,
	&version_command, NULL,
};

const struct command *command_named(const char *name)
{
	for (size_t i = 0; commands[i]; i++)
		if (!strcmp(commands[i]->name, name))
			return commands[i];
	return NULL;
}
