/* The longest span wins. Words of a match around its `span` are context and free for other matches. */
#include "choose.h"

#include <stdlib.h>
#include <string.h>

void match_span(const accord_match *m, uint32_t *first, uint32_t *last)
{
	accord_slice name = accord_rule_field(m->rule, "span");
	*first = m->first;
	*last = m->last;
	for (size_t k = 0; k < m->binding_count; k++)
		if (accord_slice_is(m->bindings[k].name, "span") ||
		    accord_slice_equal(m->bindings[k].name, name)) {
			*first = m->bindings[k].first;
			*last = m->bindings[k].last;
		}
}

static int longer_first(const void *x, const void *y)
{
	const accord_match *a = x, *b = y;
	uint32_t first, last;
	match_span(a, &first, &last);
	uint32_t a_length = last - first;
	match_span(b, &first, &last);
	uint32_t b_length = last - first;
	if (a_length != b_length)
		return a_length > b_length ? -1 : 1;
	int order = accord_rule_priority(b->rule) - accord_rule_priority(a->rule);
	if (order)
		return order;
	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;
	return a->trigger < b->trigger ? -1 : a->trigger > b->trigger;
}

static int in_order(const void *x, const void *y)
{
	accord_match *const *a = x, *const *b = y;
	return (*a)->first < (*b)->first ? -1 : (*a)->first > (*b)->first;
}

size_t choose_matches(accord_match *matches, size_t count, size_t items, accord_arena *arena,
		      accord_match ***chosen)
{
	uint8_t *taken = accord_arena_calloc(arena, items + 1, 1);
	*chosen = accord_arena_alloc(arena, (count + 1) * sizeof **chosen);
	size_t kept = 0;
	if (!taken || !*chosen)
		return 0;
	qsort(matches, count, sizeof *matches, longer_first);
	for (size_t i = 0; i < count; i++) {
		uint32_t first, last;
		bool room = true;
		match_span(&matches[i], &first, &last);
		for (uint32_t k = first; room && k <= last; k++)
			room = !taken[k];
		if (!room)
			continue;
		memset(taken + first, 1, last - first + 1);
		(*chosen)[kept++] = &matches[i];
	}
	qsort(*chosen, kept, sizeof **chosen, in_order);
	return kept;
}

const accord_binding *match_binding(const accord_match *m, accord_slice name)
{
	for (size_t i = 0; i < m->binding_count; i++)
		if (accord_slice_equal(m->bindings[i].name, name))
			return &m->bindings[i];
	return NULL;
}

accord_slice match_class_value(const accord_rule_language *rules, const accord_item *items,
			       const accord_binding *b, const char *class_name)
{
	uint32_t class_of = accord_rules_class(rules, class_name);
	accord_slice none = {NULL, 0};
	for (uint32_t i = b->first; class_of && i <= b->last; i++) {
		accord_slice v =
			items[i].word ? accord_rules_class_value(rules, items[i].word, class_of) : none;
		if (v.len)
			return v;
	}
	return none;
}
