/* The function for zsh: _arguments with a line an option, and a function for the terms of a query. */
#include "completions.h"

#include <string.h>

/* Inside single quotes and brackets of _arguments. */
static void quoted(accord_buffer *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '\'')
			accord_buffer_append_text(out, "'\\''");
		else if (strchr("[]:\\", *text))
			accord_buffer_append_format(out, "\\%c", *text);
		else
			accord_buffer_append_char(out, *text);
	}
}

/* What follows the name of an option: its help, and what its value may be. */
static void description(accord_buffer *out, const struct option_spec *o)
{
	accord_buffer_append_char(out, '[');
	quoted(out, o->help);
	accord_buffer_append_char(out, ']');
	if (o->value) {
		accord_buffer_append_char(out, ':');
		quoted(out, o->value);
		if (o->values)
			accord_buffer_append_format(out, ":(%s)", o->values);
		else
			accord_buffer_append_text(out, !strcmp(o->value, "FILE")  ? ":_files"
						       : !strcmp(o->value, "DIR") ? ":_files -/"
										  : ": ");
	}
	accord_buffer_append_char(out, '\'');
}

static void option(accord_buffer *out, const struct option_spec *o)
{
	accord_buffer_append_text(out, " \\\n\t\t\t'");
	if (o->kind == OPTION_LIST)
		accord_buffer_append_char(out, '*');
	accord_buffer_append_format(out, "--%s", o->name);
	description(out, o);
	if (o->letter) {
		accord_buffer_append_format(out, " \\\n\t\t\t'-%c", o->letter);
		description(out, o);
	}
}

static void word(void *context, const char *text, size_t len)
{
	accord_buffer_append_format(context, "%.*s ", (int)len, text);
}

static void verb_case(accord_buffer *out, const struct command *c)
{
	accord_buffer words;
	accord_buffer_init(&words, 1 << 16);
	each_subcommand(c, word, &words);
	accord_buffer_append_format(out, "\t%s)\n\t\t_arguments", c->name);
	for (const struct option_spec *o = c->options; o && o->name; o++)
		option(out, o);
	if (c->terms)
		accord_buffer_append_text(out, " \\\n\t\t\t'*:term:_accord_terms' ;;\n");
	else if (words.len)
		accord_buffer_append_format(out, " \\\n\t\t\t'1:what:(%s)' '*:file:_files' ;;\n", words.data);
	else
		accord_buffer_append_text(out, " \\\n\t\t\t'*:file:_files' ;;\n");
	accord_buffer_free(&words);
}

void write_zsh(accord_buffer *out)
{
	accord_buffer_append_text(
		out, "#compdef accord\n# accord completions for zsh; made by: accord completions zsh\n"
		     "_accord_terms() {\n\tlocal -a names\n\tlocal field=${PREFIX%%:*}\n"
		     "\tif [[ $PREFIX == *:* ]]; then\n\t\tcompset -P '*:'\n\t\tcase ${field#-} in\n");
	for (const struct query_field *f = query_fields; f->name; f++)
		if (f->values[0])
			accord_buffer_append_format(out, "\t\t%s) compadd -- %s; return ;;\n", f->name,
						    f->values);
	accord_buffer_append_text(out, "\t\tesac\n\telse\n\t\tcompadd -S '' --");
	for (const struct query_field *f = query_fields; f->name; f++)
		accord_buffer_append_format(out, " %s:", f->name);
	accord_buffer_append_text(
		out, "\n\tfi\n\t[[ -n $PREFIX ]] || return 0\n"
		     "\tnames=(${(f)\"$(accord companies --names -- ${(Q)PREFIX} 2>/dev/null)\"})\n"
		     "\t(( $#names )) && compadd -U -- $names\n}\n"
		     "_accord() {\n\tlocal curcontext=$curcontext verb\n"
		     "\tif (( CURRENT == 2 )); then\n\t\tlocal -a verbs\n\t\tverbs=(\n");
	for (size_t i = 0; commands[i]; i++) {
		accord_buffer_append_format(out, "\t\t\t'%s:", commands[i]->name);
		quoted(out, commands[i]->summary);
		accord_buffer_append_text(out, "'\n");
	}
	accord_buffer_append_text(out, "\t\t)\n\t\t_describe verb verbs\n\t\treturn\n\tfi\n\tverb=$words[2]\n"
				       "\tshift words\n\t(( CURRENT-- ))\n\tcase $verb in\n");
	for (size_t i = 0; commands[i]; i++)
		verb_case(out, commands[i]);
	accord_buffer_append_text(
		out, "\tesac\n}\nif [[ $funcstack[1] == _accord ]]; then\n\t_accord \"$@\"\nelse\n"
		     "\tcompdef _accord accord\nfi\n");
}
