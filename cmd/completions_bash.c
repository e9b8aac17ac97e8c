/* The script for bash. It needs no bash-completion package; a colon parts words there, so it is seen to here.
 */
#include "completions.h"

static const char head[] = "# accord completions for bash; made by: accord completions bash\n"
			   "_accord_reply() {\n"
			   "\tlocal before=$1 cur=$2 word\n"
			   "\tshift 2\n"
			   "\tCOMPREPLY=()\n"
			   "\tfor word in \"$@\"; do\n"
			   "\t\t[[ $word == \"$cur\"* ]] && COMPREPLY+=(\"$before$word\")\n"
			   "\tdone\n"
			   "}\n"
			   "_accord_companies() {\n"
			   "\tlocal name\n"
			   "\t[[ -n $1 ]] || return\n"
			   "\twhile IFS= read -r name; do\n"
			   "\t\tCOMPREPLY+=(\"$(printf %q \"$name\")\")\n"
			   "\tdone < <(accord companies --names -- \"$1\" 2>/dev/null)\n"
			   "}\n"
			   "_accord_terms() {\n"
			   "\tlocal cur=$1 field value before=\n"
			   "\t[[ $cur == -* ]] && { before=-; cur=${cur#-}; }\n"
			   "\tif [[ $cur == *:* ]]; then\n"
			   "\t\tfield=${cur%%:*} value=${cur#*:}\n"
			   "\t\tcase $COMP_WORDBREAKS in *:*) before= ;; *) before=$before$field: ;; esac\n"
			   "\t\tcase $field in\n";

static const char tail[] = "complete -o nosort -F _accord accord 2>/dev/null || complete -F _accord accord\n";

static void options_of(accord_buffer *out, const struct command *c)
{
	for (const struct option_spec *o = c->options; o && o->name; o++)
		accord_buffer_append_format(out, " --%s", o->name);
	accord_buffer_append_text(out, " --help");
}

static void word(void *context, const char *text, size_t len)
{
	accord_buffer_append_format(context, " %.*s", (int)len, text);
}

static void values_of(accord_buffer *out, const struct command *c)
{
	for (const struct option_spec *o = c->options; o && o->name; o++) {
		if (!o->value)
			continue;
		accord_buffer_append_format(out, "\t%s:--%s", c->name, o->name);
		if (o->letter)
			accord_buffer_append_format(out, "|%s:-%c", c->name, o->letter);
		if (o->values)
			accord_buffer_append_format(out, ") _accord_reply '' \"$cur\" %s; return ;;\n",
						    o->values);
		else
			accord_buffer_append_text(
				out, ") compopt -o default 2>/dev/null; COMPREPLY=(); return ;;\n");
	}
}

static void verb_case(accord_buffer *out, const struct command *c)
{
	accord_buffer words;
	accord_buffer_init(&words, 1 << 16);
	each_subcommand(c, word, &words);
	accord_buffer_append_format(out, "\t%s)\n\t\tif [[ $cur == --* ]]; then _accord_reply '' \"$cur\"",
				    c->name);
	options_of(out, c);
	if (c->terms)
		accord_buffer_append_text(out, "; else _accord_terms \"$cur\"; fi ;;\n");
	else if (words.len)
		accord_buffer_append_format(out, "; else _accord_reply '' \"$cur\"%s; fi ;;\n", words.data);
	else
		accord_buffer_append_text(out,
					  "; else compopt -o default 2>/dev/null; COMPREPLY=(); fi ;;\n");
	accord_buffer_free(&words);
}

void write_bash(accord_buffer *out)
{
	accord_buffer_append_text(out, head);
	for (const struct query_field *f = query_fields; f->name; f++)
		if (f->values[0])
			accord_buffer_append_format(out,
						    "\t\t%s) _accord_reply \"$before\" \"$value\" %s ;;\n",
						    f->name, f->values);
	accord_buffer_append_text(out, "\t\t*) _accord_companies \"$value\" ;;\n\t\tesac\n\t\treturn\n\tfi\n"
				       "\t_accord_reply \"$before\" \"$cur\"");
	for (const struct query_field *f = query_fields; f->name; f++)
		accord_buffer_append_format(out, " %s:", f->name);
	accord_buffer_append_text(out, "\n\tcompopt -o nospace 2>/dev/null\n"
				       "\t[[ ${#COMPREPLY[@]} -gt 0 ]] || { compopt +o nospace 2>/dev/null; "
				       "_accord_companies \"$cur\"; }\n}\n"
				       "_accord() {\n"
				       "\tlocal line=${COMP_LINE:0:COMP_POINT} cur verb=${COMP_WORDS[1]} "
				       "prev=${COMP_WORDS[COMP_CWORD-1]}\n"
				       "\tcur=${line##*[[:space:]]}\n\tCOMPREPLY=()\n"
				       "\tif ((COMP_CWORD == 1)); then\n\t\t_accord_reply '' \"$cur\"");
	for (size_t i = 0; commands[i]; i++)
		accord_buffer_append_format(out, " %s", commands[i]->name);
	accord_buffer_append_text(out, "\n\t\treturn\n\tfi\n\tcase $verb:$prev in\n");
	for (size_t i = 0; commands[i]; i++)
		values_of(out, commands[i]);
	accord_buffer_append_text(out, "\tesac\n\tcase $verb in\n");
	for (size_t i = 0; commands[i]; i++)
		verb_case(out, commands[i]);
	accord_buffer_append_text(out, "\tesac\n}\n");
	accord_buffer_append_text(out, tail);
}
