#include "steps.h"

#include <stdlib.h>

static bool further(const accord_why_step *a, const accord_why_step *b)
{
	return a->outcome != b->outcome ? a->outcome < b->outcome : a->reached > b->reached;
}

static void note_step(void *context, const accord_rule_step *step)
{
	struct rule_steps *list = context;
	const accord_item *trigger = &list->trace->items[step->trigger];
	accord_why_step new = {.rule = accord_slice_of(accord_rule_name(step->rule)),
			       .clause = accord_slice_of(step->clause),
			       .trigger = trigger->text,
			       .reason = accord_slice_of(step->reason),
			       .outcome = step->outcome,
			       .reached = step->reached};
	if (trigger->kind == ACCORD_ITEM_COMPANY && step->outcome >= ACCORD_RULE_STOPPED)
		return;
	for (size_t i = 0; i < list->count; i++)
		if (accord_slice_equal(list->items[i].rule, new.rule)) {
			if (further(&new, &list->items[i]))
				list->items[i] = new;
			return;
		}
	list->woken++;
	if (list->count < MOST_STEPS)
		list->items[list->count++] = new;
}

static int by_distance(const void *pa, const void *pb)
{
	const accord_why_step *a = pa, *b = pb;
	if (further(a, b) != further(b, a))
		return further(a, b) ? -1 : 1;
	size_t n = a->rule.len < b->rule.len ? a->rule.len : b->rule.len;
	for (size_t i = 0; i < n; i++)
		if (a->rule.data[i] != b->rule.data[i])
			return (unsigned char)a->rule.data[i] < (unsigned char)b->rule.data[i] ? -1 : 1;
	return 0;
}

accord_status rule_steps_of(struct rule_steps *list, accord_arena *arena,
			    const accord_sentence_trace *sentence)
{
	list->count = list->woken = 0;
	list->trace = sentence;
	accord_status status = accord_rules_trace(sentence->lang, ACCORD_RULE_DEAL, arena, sentence->items,
						  sentence->item_count, note_step, list);
	qsort(list->items, list->count, sizeof *list->items, by_distance);
	return status;
}
