/*
 * The programs that a trigger wakes, in the order in which they are asked whether they may match: those that ask the same of the
 * sentence and of the trigger's neighbours stand together, so that one look rules out many. A verb wakes some hundred.
 */
#include "program.h"

#include <stdlib.h>
#include <string.h>

bool push_wake(accord_rule_language *l, uint32_t *gate, const struct wake *wake, const uint16_t *needs)
{
	struct pending_wake *grown = grow_array(l->arena, l->pending, l->pending_count, &l->pending_capacity, sizeof *grown);
	if (!grown)
		return false;
	l->pending = grown;
	struct pending_wake *place = &grown[l->pending_count++];
	*place = (struct pending_wake){.wake = *wake, .next = *gate};
	memcpy(place->needs, needs, wake->need_count * sizeof *needs);
	*gate = (uint32_t)l->pending_count;
	return true;
}

static bool same_left(const struct wake *a, const struct wake *b)
{
	return a->companies == b->companies && a->companies_before == b->companies_before &&
	       a->companies_behind == b->companies_behind && a->left_gap == b->left_gap && a->left == b->left;
}

static bool same_right(const struct wake *a, const struct wake *b)
{
	return a->right_gap == b->right_gap && a->right == b->right;
}

/* What is asked first of two programs, then second. The fewest companies come first. */
static int by_demands(const void *x, const void *y)
{
	const struct pending_wake *p = *(struct pending_wake *const *)x, *q = *(struct pending_wake *const *)y;
	const struct wake *a = &p->wake, *b = &q->wake;
	const uint64_t asked[][2] = {{a->companies, b->companies},
	                             {a->companies_before, b->companies_before},
	                             {a->companies_behind, b->companies_behind},
	                             {a->left_gap, b->left_gap},
	                             {a->left, b->left},
	                             {a->right_gap, b->right_gap},
	                             {a->right, b->right},
	                             {a->kinds, b->kinds}};
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
		if (asked[i][0] != asked[i][1])
			return asked[i][0] < asked[i][1] ? -1 : 1;
	int order = memcmp(p->needs, q->needs, sizeof p->needs);
	return order ? order : a->program < b->program ? -1 : a->program > b->program;
}

/* Where the needs of a wake stand: at those of the wake before it, if they are the same. */
static uint32_t place_needs(accord_rule_language *l, const struct pending_wake *p, const struct wake *before)
{
	size_t size = p->wake.need_count * sizeof *p->needs;
	if (before && before->need_count == p->wake.need_count && !memcmp(l->wake_needs + before->needs, p->needs, size))
		return before->needs;
	uint32_t at = (uint32_t)l->wake_need_count;
	memcpy(l->wake_needs + at, p->needs, size);
	l->wake_need_count += p->wake.need_count;
	return at;
}

/* How many behind each a look at its neighbours rules out with it. */
static void count_runs(struct wake *wakes, size_t count)
{
	for (size_t i = count; i-- > 0;) {
		struct wake *w = &wakes[i];
		bool left = i + 1 < count && same_left(w, w + 1), right = left && same_right(w, w + 1);
		w->left_run = (uint16_t)(left && w[1].left_run < UINT16_MAX ? w[1].left_run + 1 : 1);
		w->right_run = (uint16_t)(right && w[1].right_run < UINT16_MAX ? w[1].right_run + 1 : 1);
	}
}

/* The pending wakes of a chain become a gate, and their wakes stand in order; `chain` becomes its number. */
static bool open_gate(accord_rule_language *l, struct pending_wake **room, uint32_t *chain)
{
	struct gate gate = {.first = (uint32_t)l->wake_count};
	if (!*chain)
		return true;
	for (uint32_t p = *chain; p; p = l->pending[p - 1].next)
		room[gate.count++] = &l->pending[p - 1];
	qsort(room, gate.count, sizeof *room, by_demands);
	for (uint32_t i = 0; i < gate.count; i++) {
		struct wake *w = &l->wakes[l->wake_count];
		*w = room[i]->wake;
		w->needs = place_needs(l, room[i], i ? w - 1 : NULL);
		gate.left |= w->left_gap ? MARK_ALWAYS : w->left;
		gate.right |= w->right_gap ? MARK_ALWAYS : w->right;
		l->wake_count++;
	}
	count_runs(l->wakes + gate.first, gate.count);
	gate.companies = l->wakes[gate.first].companies;
	struct gate *grown = grow_array(l->arena, l->gates, l->gate_count, &l->gate_capacity, sizeof *grown);
	if (!grown)
		return false;
	l->gates = grown;
	*chain = (uint32_t)l->gate_count;
	grown[l->gate_count++] = gate;
	return true;
}

bool arrange_wakes(accord_rule_language *l)
{
	struct pending_wake **room = accord_arena_alloc(l->scratch, (l->pending_count + 1) * sizeof *room);
	l->wakes = accord_arena_alloc(l->arena, (l->pending_count + 1) * sizeof *l->wakes);
	l->wake_needs = accord_arena_alloc(l->arena, (l->pending_count + 1) * MAX_NEEDS * sizeof *l->wake_needs);
	l->gates = grow_array(l->arena, l->gates, 0, &l->gate_capacity, sizeof *l->gates);
	if (!room || !l->wakes || !l->wake_needs || !l->gates)
		return false;
	l->gates[0] = (struct gate){0};
	l->gate_count = 1;
	for (int kind = 0; kind < ACCORD_RULE_KINDS; kind++) {
		for (size_t a = 1; a < l->atom_count; a++)
			if (!open_gate(l, room, &l->atoms[a].gates[kind]))
				return false;
		for (size_t k = 0; k < sizeof l->by_kind[kind] / sizeof *l->by_kind[kind]; k++)
			if (!open_gate(l, room, &l->by_kind[kind][k]))
				return false;
		if (!open_gate(l, room, &l->any_item[kind]))
			return false;
	}
	return true;
}
