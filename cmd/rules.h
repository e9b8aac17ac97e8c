/* What the parts of `accord rules` share. */
#ifndef CMD_RULES_H
#define CMD_RULES_H

#include "command.h"

#include <accord/tag.h>

struct rules_args {
	struct text_list folders;
	const char *lang, *kind;
	bool verbose;
};

extern const struct command rules_command;

/* rules_print.c: mistakes as a compiler tells them, with the line and a caret. */
void print_mistake(void *context, const accord_error *err, accord_slice line, uint32_t width, const char *hint,
                   bool warning);

/* rules_test.c: run the examples of the rules whose name, file or language `words` name (all without words). */
int rules_test(const struct rules_args *args, int count, char **words);

/* rules_check.c: what only sentences can show, as warnings; false without memory. */
bool rules_check_examples(const struct rules_args *args, const accord_tagger *tagger, size_t *warnings);

/* rules_failure.c: what an example of a deal's rule was to give and what came, role by role, and which of the rule's orders came how far. */
void tell_failure(const accord_tagger *tagger, accord_arena *arena, const accord_rule *rule,
                  const accord_rule_example *example, const char *lang);

/* rules_explain.c */
int rules_explain(const struct rules_args *args, int count, char **words);

/* rules.c: the folders to load: --rules, else the default ones. */
size_t rules_folders(const struct rules_args *args, const char *const **folders,
                     const char *defaults[ACCORD_DEFAULT_FOLDERS]);

#endif
