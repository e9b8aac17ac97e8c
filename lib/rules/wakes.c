/*
 * The programs that a trigger wakes, in the order in which they are asked whether they may match: those that cannot do without the
 * same word stand behind one door, and there those together that ask the same of the trigger's neighbours, so that one look rules
 * out many. A verb wakes some hundred.
 *
 *   buy   door @venture   COMPANIES ... @buy ... @venture … and thirty more, of which none is touched where no @venture stands
 *         door will       COMPANIES ... will ... @buy …
 *         no word         COMPANIES ... @buy ... COMPANIES
 */
#include "program.h"

#include <stdlib.h>
#include <string.h>

bool push_wake(accord_rule_language *l, uint32_t *gate, const struct wake *wake, const uint16_t *needs, size_t need_count)
{
	struct pending_wake *grown = grow_array(l->arena, l->pending, l->pending_count, &l->pending_capacity, sizeof *grown);
	if (!grown)
		return false;
	l->pending = grown;
	struct pending_wake *place = &grown[l->pending_count++];
	*place = (struct pending_wake){.wake = *wake, .next = *gate, .need_count = (uint8_t)need_count};
	memcpy(place->needs, needs, need_count * sizeof *needs);
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
	const uint64_t asked[][2] = {{p->door, q->door},
	                             {a->companies, b->companies},
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
static uint32_t place_needs(accord_rule_language *l, const struct pending_wake *p, const struct pending_wake *before)
{
	if (before && !memcmp(before->needs, p->needs, sizeof p->needs))
		return before->wake.needs;
	uint32_t at = (uint32_t)l->wake_need_count;
	memcpy(l->wake_needs + at, p->needs, p->need_count * sizeof *p->needs);
	l->wake_needs[at + p->need_count] = 0;
	l->wake_need_count += p->need_count + 1u;
	return at;
}

/* How many behind each a look at its neighbours rules out with it. */
static void count_runs(struct wake *wakes, size_t count)
{
	for (size_t i = count; i-- > 0;) {
		struct wake *w = &wakes[i];
		bool left = i + 1 < count && same_left(w, w + 1), right = left && same_right(w, w + 1);
		w->left_run = (uint8_t)(left && w[1].left_run < UINT8_MAX ? w[1].left_run + 1 : 1);
		w->right_run = (uint8_t)(right && w[1].right_run < UINT8_MAX ? w[1].right_run + 1 : 1);
	}
}

/* ---- doors -------------------------------------------------------------------------------------------------------- */

#define OFTEN 256 /* of a need that nearly every sentence meets */

/* How often sentences meet needs, roughly; and how many programs of a gate have them. */
struct frequencies {
	uint16_t met[NEED_SETS + MAX_NEED_SETS];
	uint16_t shared[2 * NEED_BEHIND]; /* by the need with its side; all 0 between two gates */
};

static uint16_t often(const accord_rule_language *l, accord_word word)
{
	size_t letters = accord_lexicon_form(l->lexicon, word).len;
	return l->rows[word].bits & WORD_FUNCTION ? 64 : letters < 4 ? 8 : letters == 4 ? 2 : 1;
}

static void add_up(uint16_t *sum, unsigned more)
{
	*sum = (uint16_t)(*sum + more < OFTEN ? *sum + more : OFTEN);
}

static void estimate(const accord_rule_language *l, struct frequencies *f)
{
	for (accord_word w = 1; w < l->word_count; w++)
		for (uint32_t n = l->rows[w].first_need; n < l->rows[w + 1].first_need; n++)
			add_up(&f->met[l->needs[n]], often(l, w));
	for (size_t s = 0; s < l->need_set_count; s++)
		for (uint32_t i = 0; i < l->need_sets[s].count; i++)
			add_up(&f->met[NEED_SETS + s], f->met[l->set_atoms[l->need_sets[s].first + i]]);
}

/* Of a program's needs the one that tells most: rare words that many of the gate's programs ask for. */
static uint16_t choose_door(const struct frequencies *f, const struct pending_wake *p)
{
	uint16_t best = 0;
	uint32_t most = 0;
	for (size_t i = 0; i < p->need_count; i++) {
		uint32_t worth = f->shared[p->needs[i]] * (uint32_t)(OFTEN + 1 - f->met[p->needs[i] & ~NEED_BEHIND & UINT16_MAX]);
		if (worth > most) {
			most = worth;
			best = p->needs[i];
		}
	}
	return best;
}

static void choose_doors(struct frequencies *f, struct pending_wake *const *pending, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t n = 0; n < pending[i]->need_count; n++)
			f->shared[pending[i]->needs[n]] += f->shared[pending[i]->needs[n]] < UINT16_MAX;
	for (size_t i = 0; i < count; i++)
		pending[i]->door = choose_door(f, pending[i]);
	for (size_t i = 0; i < count; i++)
		for (size_t n = 0; n < pending[i]->need_count; n++)
			f->shared[pending[i]->needs[n]] = 0;
}

/* The first door of what is left of a gate's wakes; it leads to those that have the same, in order. False without memory. */
static bool open_door(accord_rule_language *l, struct pending_wake *const *pending, size_t count, size_t *capacity)
{
	struct door *grown = grow_array(l->arena, l->doors, l->door_count, capacity, sizeof *grown);
	if (!grown)
		return false;
	l->doors = grown;
	struct door door = {.need = pending[0]->door, .kinds = UINT16_MAX, .companies = pending[0]->wake.companies};
	struct wake *wakes = l->wakes + l->wake_count;
	while (door.count < count && door.count < UINT16_MAX && pending[door.count]->door == door.need) {
		struct pending_wake *p = pending[door.count];
		p->wake.needs = place_needs(l, p, door.count ? pending[door.count - 1] : NULL);
		door.kinds &= p->wake.kinds;
		wakes[door.count++] = p->wake;
	}
	count_runs(wakes, door.count);
	l->wake_count += door.count;
	grown[l->door_count++] = door;
	return true;
}

/* ---- gates -------------------------------------------------------------------------------------------------------- */

/* While they are opened. */
struct opening_gates {
	struct pending_wake **room; /* those of one gate */
	struct frequencies *frequencies;
	size_t door_capacity;
};

/* What all the wakes of a gate ask for. */
static void demand(struct gate *gate, const struct wake *wakes)
{
	gate->companies = UINT16_MAX;
	for (uint32_t i = 0; i < gate->count; i++) {
		const struct wake *w = &wakes[i];
		gate->left |= w->left_gap ? MARK_ALWAYS : w->left;
		gate->right |= w->right_gap ? MARK_ALWAYS : w->right;
		gate->companies = w->companies < gate->companies ? w->companies : gate->companies;
	}
}

/* The pending wakes of a chain become a gate with its doors; `chain` becomes its number. */
static bool open_gate(accord_rule_language *l, struct opening_gates *o, uint32_t *chain)
{
	struct gate gate = {.first = (uint32_t)l->wake_count, .first_door = (uint32_t)l->door_count};
	if (!*chain)
		return true;
	for (uint32_t p = *chain; p; p = l->pending[p - 1].next)
		o->room[gate.count++] = &l->pending[p - 1];
	choose_doors(o->frequencies, o->room, gate.count);
	qsort(o->room, gate.count, sizeof *o->room, by_demands);
	for (uint32_t opened = 0; opened < gate.count; opened = (uint32_t)l->wake_count - gate.first)
		if (!open_door(l, o->room + opened, gate.count - opened, &o->door_capacity))
			return false;
	gate.door_count = (uint16_t)(l->door_count - gate.first_door);
	demand(&gate, l->wakes + gate.first);
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
	struct opening_gates o = {.room = accord_arena_alloc(l->scratch, (l->pending_count + 1) * sizeof *o.room),
	                          .frequencies = accord_arena_calloc(l->scratch, 1, sizeof *o.frequencies)};
	l->wakes = accord_arena_alloc(l->arena, (l->pending_count + 1) * sizeof *l->wakes);
	l->wake_needs = accord_arena_alloc(l->arena, (l->pending_count + 1) * (MAX_NEEDS + 1) * sizeof *l->wake_needs);
	l->gates = grow_array(l->arena, l->gates, 0, &l->gate_capacity, sizeof *l->gates);
	if (!o.room || !o.frequencies || !l->wakes || !l->wake_needs || !l->gates)
		return false;
	estimate(l, o.frequencies);
	l->gates[0] = (struct gate){0};
	l->gate_count = 1;
	for (int kind = 0; kind < ACCORD_RULE_KINDS; kind++) {
		for (size_t a = 1; a < l->atom_count; a++)
			if (!open_gate(l, &o, &l->atoms[a].gates[kind]))
				return false;
		for (size_t k = 0; k < sizeof l->by_kind[kind] / sizeof *l->by_kind[kind]; k++)
			if (!open_gate(l, &o, &l->by_kind[kind][k]))
				return false;
		if (!open_gate(l, &o, &l->any_item[kind]))
			return false;
	}
	return true;
}
