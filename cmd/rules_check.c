/*
 * accord rules check: the mistakes and warnings that loading tells, and what only sentences can show: examples of a rule
 * that another rule wins, and ties between rules that only their names decide.
 */
#include "rules.h"

#include <stdio.h>
#include <string.h>

#define MOST_TOLD 200 /* of one kind */

struct checking {
	accord_arena *arena;
	const accord_rule *rule;
	const accord_rule_example *example;
	bool wins;
	const accord_rule_step *beaten; /* the rule's own best match that lost; lives in the arena */
	const char *ties[MOST_TOLD][2]; /* names of rules that were told */
	size_t tie_count, warnings;
};

static void warn(struct checking *c, const char *hint, const char *message)
{
	const accord_rule_example *e = c->example;
	accord_error err;
	accord_error_set(&err, ACCORD_ERULE, "%s", message);
	accord_error_at(&err, e->path, e->line, e->column);
	print_mistake(NULL, &err, e->source_line,
	              (uint32_t)accord_utf8_count(e->source_line.data, e->source_line.len) + 1 - e->column, hint, true);
	c->warnings++;
}

static void look_at_step(void *context, const accord_rule_step *step)
{
	struct checking *c = context;
	if (step->rule != c->rule)
		return;
	c->wins |= step->outcome == ACCORD_RULE_WON;
	if (step->outcome == ACCORD_RULE_BEATEN && !c->beaten) {
		accord_rule_step *kept = accord_arena_alloc(c->arena, sizeof *kept);
		if (kept)
			*kept = *step;
		c->beaten = kept;
	}
}

static bool told(struct checking *c, const char *one, const char *other)
{
	for (size_t i = 0; i < c->tie_count; i++)
		if (!strcmp(c->ties[i][0], one) && !strcmp(c->ties[i][1], other))
			return true;
	if (c->tie_count == MOST_TOLD)
		return true;
	c->ties[c->tie_count][0] = one;
	c->ties[c->tie_count++][1] = other;
	return false;
}

static void look_at_tie(void *context, const accord_match *winner, const accord_match *other)
{
	struct checking *c = context;
	char message[240];
	const char *one = accord_rule_name(winner->rule), *two = accord_rule_name(other->rule);
	if (told(c, one, two))
		return;
	snprintf(message, sizeof message, "%s and %s tie", one, two);
	warn(c, "both match this example, and bind other words: give one a priority", message);
}

static void look_at_sentence(void *context, const accord_sentence_trace *s)
{
	struct checking *c = context;
	if (c->example->positive)
		accord_rules_trace(s->lang, ACCORD_RULE_DEAL, c->arena, s->items, s->item_count, look_at_step, c);
	accord_rules_ties(s->lang, ACCORD_RULE_DEAL, c->arena, s->items, s->item_count, look_at_tie, c);
}

static void check_example(struct checking *c, const accord_tagger *tagger, const char *lang)
{
	accord_document doc = {.text = c->example->text, .lang = accord_slice_of(lang)};
	accord_error err;
	char message[240];
	c->wins = false;
	c->beaten = NULL;
	if (accord_tagger_trace(tagger, c->arena, &doc, look_at_sentence, c, &err) != ACCORD_OK)
		complain(&err);
	if (!c->wins && c->beaten) {
		snprintf(message, sizeof message, "an example of %s, which another rule wins", accord_rule_name(c->rule));
		warn(c, c->beaten->reason, message);
	}
	accord_arena_clear(c->arena);
}

bool rules_check_examples(const struct rules_args *args, const accord_tagger *tagger, size_t *warnings)
{
	static const char *const languages[] = {"de", "it", "en"};
	struct checking c = {.arena = accord_arena_new((size_t)256 << 20)};
	for (size_t i = 0; c.arena && i < sizeof languages / sizeof *languages; i++) {
		const accord_rule_language *lang = accord_rules_for(accord_tagger_rules(tagger), languages[i]);
		const accord_rule *rule;
		if (!lang || (args->lang && strcmp(args->lang, languages[i])))
			continue;
		for (size_t r = 0; (rule = accord_rules_at(lang, r)); r++) {
			const accord_rule_example *examples;
			size_t n = accord_rule_examples(rule, &examples);
			c.rule = rule;
			for (size_t k = 0; accord_rule_kind_of(rule) == ACCORD_RULE_DEAL && k < n; k++) {
				c.example = &examples[k];
				check_example(&c, tagger, languages[i]);
			}
		}
	}
	*warnings = c.warnings;
	bool complete = c.arena != NULL;
	accord_arena_free(c.arena);
	return complete;
}
