/* The lines for fish: one an option. */
#include "completions.h"

#include <string.h>

static void quoted(accord_buffer *out, const char *text)
{
	accord_buffer_append_char(out, '\'');
	for (; *text; text++) {
		if (*text == '\'' || *text == '\\')
			accord_buffer_append_char(out, '\\');
		accord_buffer_append_char(out, *text);
	}
	accord_buffer_append_char(out, '\'');
}

static void option(accord_buffer *out, const struct command *c, const struct option_spec *o)
{
	accord_buffer_append_format(out, "complete -c accord -n '__fish_seen_subcommand_from %s' -l %s",
				    c->name, o->name);
	if (o->letter)
		accord_buffer_append_format(out, " -s %c", o->letter);
	if (o->values)
		accord_buffer_append_format(out, " -x -a '%s'", o->values);
	else if (o->value)
		accord_buffer_append_text(out, !strcmp(o->value, "FILE") || !strcmp(o->value, "DIR") ? " -r"
												     : " -x");
	accord_buffer_append_text(out, " -d ");
	quoted(out, o->help);
	accord_buffer_append_char(out, '\n');
}

static void word(void *context, const char *text, size_t len)
{
	accord_buffer_append_format(context, "%.*s ", (int)len, text);
}

void write_fish(accord_buffer *out)
{
	accord_buffer_append_text(out,
				  "# accord completions for fish; made by: accord completions fish\n"
				  "function __accord_terms\n\tset -l cur (commandline -ct)\n"
				  "\tif string match -q '*:*' -- $cur\n"
				  "\t\tset -l field (string replace -r ':.*' '' -- $cur)\n\t\tset -l values\n"
				  "\t\tswitch (string replace -r '^-' '' -- $field)\n");
	for (const struct query_field *f = query_fields; f->name; f++)
		if (f->values[0])
			accord_buffer_append_format(out, "\t\tcase %s\n\t\t\tset values %s\n", f->name,
						    f->values);
	accord_buffer_append_text(
		out, "\t\tend\n\t\tfor value in $values\n\t\t\techo $field:$value\n\t\tend\n\telse\n");
	for (const struct query_field *f = query_fields; f->name; f++)
		accord_buffer_append_format(out, "\t\techo %s:\n", f->name);
	accord_buffer_append_text(
		out, "\t\ttest -n \"$cur\"; and accord companies --names -- $cur 2>/dev/null\n\tend\nend\n"
		     "complete -c accord -f -n __fish_use_subcommand -l help\n");
	for (size_t i = 0; commands[i]; i++) {
		const struct command *c = commands[i];
		accord_buffer words;
		accord_buffer_init(&words, 1 << 16);
		each_subcommand(c, word, &words);
		accord_buffer_append_format(out, "complete -c accord -f -n __fish_use_subcommand -a %s -d ",
					    c->name);
		quoted(out, c->summary);
		accord_buffer_append_char(out, '\n');
		for (const struct option_spec *o = c->options; o && o->name; o++)
			option(out, c, o);
		if (c->terms)
			accord_buffer_append_format(
				out,
				"complete -c accord -f -n '__fish_seen_subcommand_from %s' -a "
				"'(__accord_terms)'\n",
				c->name);
		else if (words.len)
			accord_buffer_append_format(
				out, "complete -c accord -f -n '__fish_seen_subcommand_from %s' -a '%s'\n",
				c->name, words.data);
		accord_buffer_free(&words);
	}
}
