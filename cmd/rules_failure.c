/*
 * Why an example failed, below its message:
 *
 *         acquirer  Microsoft
 *       - target    Yammer
 *       + target    LinkedIn        de.acquisition.buy · main
 *     de.acquisition.takeover · of_by, at 'Übernahme': no durch up to 'ist'
 *
 * With - stands what was marked and is not bound, with + what is bound and was not marked; then how far the rule's own
 * orders came, furthest first.
 */
#include "rules.h"

#include <stdio.h>
#include <string.h>

#define MOST_ORDERS 4
#define MOST_BOUND 24

struct bound_word {
	char role[32], text[120];
	uint32_t start, end;
};

struct failure {
	accord_arena *arena;
	const accord_rule *rule;
	const accord_rule_example *example;
	const accord_sentence_trace *sentence;
	char found_by[160];
	bool own; /* what was found is the rule's own match */
	struct bound_word found[MOST_BOUND];
	size_t found_count;
	struct order {
		char name[160], trigger[60], reason[200];
		accord_rule_outcome outcome;
		int reached;
	} orders[MOST_ORDERS]; /* furthest first */
	size_t order_count;
};

static void copy_text(char *out, size_t size, const char *text, size_t len)
{
	snprintf(out, size, "%.*s", (int)(len < size ? len : size - 1), text);
}

static void take_match(struct failure *f, const accord_match *m, const accord_item *items)
{
	f->own = m->rule == f->rule;
	snprintf(f->found_by, sizeof f->found_by, "%s%s%s", accord_rule_name(m->rule), m->clause ? " · " : "",
	         m->clause ? m->clause : "");
	f->found_count = 0;
	for (size_t i = 0; i < m->binding_count && f->found_count < MOST_BOUND; i++) {
		const accord_item *first = &items[m->bindings[i].first], *last = &items[m->bindings[i].last];
		struct bound_word *w = &f->found[f->found_count++];
		copy_text(w->role, sizeof w->role, m->bindings[i].name.data, m->bindings[i].name.len);
		copy_text(w->text, sizeof w->text, first->text.data, last->end - first->start);
		w->start = first->start;
		w->end = last->end;
	}
}

/* The rule's own match, else that of a rule of its type. */
static void look_at_match(struct failure *f, const accord_match *m, const accord_item *items)
{
	bool own = m->rule == f->rule;
	if (!f->own && (own || (!f->found_by[0] && accord_rule_type(m->rule) == accord_rule_type(f->rule))))
		take_match(f, m, items);
}

static bool further(const accord_rule_step *a, const struct order *b)
{
	return a->outcome != b->outcome ? a->outcome < b->outcome : a->reached > b->reached;
}

static void look_at_step(void *context, const accord_rule_step *step)
{
	struct failure *f = context;
	if (step->rule != f->rule)
		return;
	size_t at = f->order_count;
	while (at > 0 && further(step, &f->orders[at - 1]))
		at--;
	if (at == MOST_ORDERS)
		return;
	size_t kept = f->order_count < MOST_ORDERS ? f->order_count : MOST_ORDERS - 1;
	memmove(&f->orders[at + 1], &f->orders[at], (kept - at) * sizeof *f->orders);
	f->order_count = kept + 1;
	const accord_item *trigger = &f->sentence->items[step->trigger];
	struct order *o = &f->orders[at];
	snprintf(o->name, sizeof o->name, "%s%s%s", accord_rule_name(step->rule), step->clause ? " · " : "",
	         step->clause ? step->clause : "");
	copy_text(o->trigger, sizeof o->trigger, trigger->text.data, trigger->text.len);
	copy_text(o->reason, sizeof o->reason, step->reason, strlen(step->reason));
	o->outcome = step->outcome;
	o->reached = step->reached;
}

static void look_at_sentence(void *context, const accord_sentence_trace *s)
{
	struct failure *f = context;
	f->sentence = s;
	for (size_t i = 0; i < s->match_count; i++)
		look_at_match(f, &s->matches[i], s->items);
	accord_rules_trace(s->lang, ACCORD_RULE_DEAL, f->arena, s->items, s->item_count, look_at_step, f);
}

static void print_roles(const struct failure *f)
{
	const accord_rule_example *e = f->example;
	bool matched[MOST_BOUND] = {false};
	for (size_t k = 0; k < e->mark_count; k++) {
		const accord_example_mark *m = &e->marks[k];
		bool bound = false;
		for (size_t i = 0; i < f->found_count; i++)
			if (f->found[i].start < m->end && f->found[i].end > m->start &&
			    strlen(f->found[i].role) == m->name.len && !memcmp(f->found[i].role, m->name.data, m->name.len))
				bound = matched[i] = true;
		fprintf(stderr, "      %c %-10.*s %.*s\n", bound ? ' ' : '-', (int)m->name.len, m->name.data,
		        (int)(m->end - m->start), e->text.data + m->start);
	}
	for (size_t i = 0; i < f->found_count; i++)
		if (!matched[i])
			fprintf(stderr, "      + %-10s %-16s %s\n", f->found[i].role, f->found[i].text, f->found_by);
}

void tell_failure(const accord_tagger *tagger, accord_arena *arena, const accord_rule *rule,
                  const accord_rule_example *example, const char *lang)
{
	struct failure f = {.arena = arena, .rule = rule, .example = example};
	accord_document doc = {.text = example->text, .lang = accord_slice_of(lang)};
	if (accord_tagger_trace(tagger, arena, &doc, look_at_sentence, &f, NULL) != ACCORD_OK)
		return;
	print_roles(&f);
	for (size_t i = 0; i < f.order_count; i++)
		fprintf(stderr, "    %s, at '%s': %s\n", f.orders[i].name, f.orders[i].trigger, f.orders[i].reason);
	if (!f.order_count)
		fprintf(stderr, "    %s does not wake: no word of any trigger of it is in this sentence\n", accord_rule_name(rule));
}
