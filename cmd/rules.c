/* accord rules: for people who write rules. */
#include "rules.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static const struct option_spec options[] = {
	{"rules", 0, "DIR", "rule folder, may be repeated; later ones over earlier ones", OPTION_LIST,
         offsetof(struct rules_args, folders)},
	{"lang", 0, "LANG", "only de, it or en", OPTION_TEXT, offsetof(struct rules_args, lang)},
	{"kind", 0, "KIND", "explain: rule (of deals), cue, follow, reference, date or amount", OPTION_TEXT,
         offsetof(struct rules_args, kind)},
	{"verbose", 'v', NULL, "also say which examples need their marks", OPTION_FLAG, offsetof(struct rules_args, verbose)},
	OPTIONS_END};

size_t rules_folders(const struct rules_args *args, const char *const **folders,
                     const char *defaults[ACCORD_DEFAULT_FOLDERS])
{
	*folders = args->folders.count ? args->folders.items : defaults;
	return args->folders.count ? args->folders.count : accord_rules_default_folders(defaults);
}

static accord_ruleset *load(const struct rules_args *args)
{
	const char *defaults[ACCORD_DEFAULT_FOLDERS];
	const char *const *folders;
	size_t count = rules_folders(args, &folders, defaults), errors = 0;
	accord_ruleset *rules;
	accord_error err = {0};
	if (accord_rules_load(folders, count, print_mistake, &errors, &rules, &err) == ACCORD_OK)
		return rules;
	if (!errors)
		complain(&err);
	return NULL;
}

static int finish(accord_buffer *out, accord_ruleset *rules, bool found)
{
	bool written = flush_output(out);
	accord_buffer_free(out);
	accord_rules_free(rules);
	return written && found ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}

static int check(const struct rules_args *args)
{
	accord_buffer out;
	accord_ruleset *rules = load(args);
	if (!rules)
		return EXIT_SOME_FAILED;
	const char *defaults[ACCORD_DEFAULT_FOLDERS];
	const char *const *folders;
	size_t folder_count = rules_folders(args, &folders, defaults), warnings = 0;
	accord_tagger *tagger;
	accord_error err = {0};
	/* Sentences are tagged with the rules of all languages; a folder that has fewer is checked without them. */
	bool whole = accord_rules_have(rules, "de") && accord_rules_have(rules, "it") && accord_rules_have(rules, "en");
	bool made = whole && accord_tagger_new(folders, folder_count, &tagger, &err) == ACCORD_OK;
	bool tried = made ? rules_check_examples(args, tagger, &warnings) : !whole;
	if (whole && !made)
		complain(&err);
	accord_rules_figures f = accord_rules_count(rules);
	accord_buffer_init(&out, 4096);
	accord_buffer_append_format(&out, "%zu rules, %zu programs, %zu word forms, %zu classes, %zu examples, no mistake",
	                            f.rules, f.programs, f.words, f.classes, f.examples);
	if (f.warnings + warnings)
		accord_buffer_append_format(&out, ", %zu warning%s", f.warnings + warnings, f.warnings + warnings == 1 ? "" : "s");
	accord_buffer_append_char(&out, '\n');
	if (made)
		accord_tagger_free(tagger);
	return finish(&out, rules, tried);
}

static const accord_rule_language *language_at(const struct rules_args *args, const accord_ruleset *rules, size_t i)
{
	static const char *const languages[] = {"de", "it", "en"};
	return !args->lang || !strcmp(args->lang, languages[i]) ? accord_rules_for(rules, languages[i]) : NULL;
}

static int list(const struct rules_args *args, int count, char **words)
{
	accord_ruleset *rules = load(args);
	accord_buffer out;
	const accord_rule *rule;
	bool found = false;
	if (!rules)
		return EXIT_SOME_FAILED;
	accord_buffer_init(&out, (size_t)16 << 20);
	for (size_t k = 0; k < 3; k++) {
		const accord_rule_language *lang = language_at(args, rules, k);
		for (size_t i = 0; lang && (rule = accord_rules_at(lang, i)); i++) {
			uint32_t line;
			const char *path = accord_rule_place(rule, &line), *name = accord_rule_name(rule);
			if (count && strncmp(name, words[0], strlen(words[0])))
				continue;
			int type = accord_rule_type(rule);
			accord_buffer_append_format(&out, "%s\t%s\t%s:%u\n", name,
			                            type >= 0 ? accord_deal_type_name((accord_deal_type)type) : "-", path, line);
			found = true;
		}
	}
	return finish(&out, rules, found);
}

struct form_list {
	accord_buffer *out;
};

static void add_form(void *context, accord_slice form, uint32_t forms)
{
	struct form_list *f = context;
	char names[300];
	accord_buffer_append_format(f->out, "  %.*s\t%s\n", (int)form.len, form.data,
	                            accord_form_names(forms, names, sizeof names));
}

static int forms(const struct rules_args *args, int count, char **words)
{
	static const accord_pos positions[] = {ACCORD_POS_VERB, ACCORD_POS_NOUN, ACCORD_POS_ADJECTIVE, ACCORD_POS_WORD};
	static const char *const names[] = {"verb", "noun", "adjective", "word"};
	accord_buffer out;
	bool found = false;
	if (!count)
		return usage_error(&rules_command, "forms needs a word");
	accord_ruleset *rules = load(args);
	if (!rules)
		return EXIT_SOME_FAILED;
	accord_buffer_init(&out, (size_t)16 << 20);
	struct form_list f = {&out};
	for (size_t k = 0; k < 3; k++) {
		const accord_rule_language *lang = language_at(args, rules, k);
		const accord_lexicon *lexicon = lang ? accord_rules_lexicon(lang) : NULL;
		for (int w = 0; lexicon && w < count; w++)
			for (size_t p = 0; p < 4; p++) {
				accord_lemma lemma = accord_lexicon_lemma(lexicon, positions[p], accord_slice_of(words[w]));
				if (!lemma)
					continue;
				accord_slice name = accord_lexicon_lemma_name(lexicon, lemma, NULL);
				accord_buffer_append_format(&out, "%s %s %.*s\n", (const char *const[]){"de", "it", "en"}[k],
				                            names[p], (int)name.len, name.data);
				accord_lexicon_each_form(lexicon, lemma, add_form, &f);
				found = true;
			}
	}
	if (!found)
		complain_text("no entry of that name in the lexicons");
	return finish(&out, rules, found);
}

static int run(const void *options_read, int count, char **words)
{
	const struct rules_args *args = options_read;
	if (args->lang && strcmp(args->lang, "de") && strcmp(args->lang, "it") && strcmp(args->lang, "en"))
		return usage_error(&rules_command, "there are rules for de, it and en, not for '%s'", args->lang);
	if (!count)
		return usage_error(&rules_command, "say what to do: check, test, explain, list or forms");
	if (!strcmp(words[0], "check"))
		return check(args);
	if (!strcmp(words[0], "test"))
		return rules_test(args, count - 1, words + 1);
	if (!strcmp(words[0], "explain"))
		return rules_explain(args, count - 1, words + 1);
	if (!strcmp(words[0], "list"))
		return list(args, count - 1, words + 1);
	if (!strcmp(words[0], "forms"))
		return forms(args, count - 1, words + 1);
	return usage_error(&rules_command, "'%s' is none of check, test, explain, list, forms", words[0]);
}

const struct command rules_command = {
	"rules", "check | test [RULE|FILE...] | explain SENTENCE | list [PREFIX] | forms WORD...",
	"check, test and explain rule files", options, sizeof(struct rules_args), run};
