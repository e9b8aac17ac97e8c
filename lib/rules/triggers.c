/*
 * Which programs a sentence wakes, and which of their matches stay. A word knows the atoms that it satisfies, an atom
 * the programs that it wakes; so a sentence without a trigger costs one load a word, however many rules there are.
 */
#include "program.h"

#include <stdlib.h>
#include <string.h>

#define PRESENT_BITS 65536

static bool wake_list(const struct sentence_run *run, const struct program_list *list, size_t item, wake_call call,
                      void *context)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (!call(context, &run->language->programs[list->items[i]], item))
			return false;
	return true;
}

static bool wake_by_word(struct sentence_run *run, accord_rule_kind kind, size_t i, wake_call call, void *context)
{
	const accord_rule_language *l = run->language;
	accord_word word = run->items[i].word;
	uint32_t last = 0;
	if (!(l->wake_kinds[word] & 1 << kind))
		return true;
	for (uint32_t p = l->pair_index[word]; p < l->pair_index[word + 1]; p++) {
		const struct atom *a = &l->atoms[l->pairs[p].atom];
		if (!a->wakes[kind].count || l->pairs[p].atom == last || !particle_fits(run, &l->pairs[p], i) ||
		    (a->kind == A_EXACT && !atom_matches(run, l->pairs[p].atom, 0, i)))
			continue;
		last = l->pairs[p].atom;
		if (!wake_list(run, &a->wakes[kind], i, call, context))
			return false;
	}
	return true;
}

static bool wake_by_glob(struct sentence_run *run, accord_rule_kind kind, const struct glob_trie *trie, uint32_t node,
                         size_t i, wake_call call, void *context)
{
	const accord_rule_language *l = run->language;
	for (; node; node = trie->nodes[node].parent_end)
		for (uint32_t a = trie->nodes[node].first_atom; a; a = l->glob_atoms[a - 1].next)
			if (!wake_list(run, &l->atoms[l->glob_atoms[a - 1].atom].wakes[kind], i, call, context))
				return false;
	return true;
}

static bool wake_by_regex(struct sentence_run *run, accord_rule_kind kind, size_t i, wake_call call, void *context)
{
	const accord_rule_language *l = run->language;
	uint8_t first = run->items[i].text.len ? (uint8_t)run->items[i].text.data[0] : 0;
	if (!(l->regex_first[first / 8] & 1 << (first & 7)))
		return true;
	for (size_t k = 0; k < l->regex_trigger_count; k++) {
		uint32_t atom = l->regex_triggers[k];
		if (l->atoms[atom].wakes[kind].count && atom_matches(run, atom, 0, i) &&
		    !wake_list(run, &l->atoms[atom].wakes[kind], i, call, context))
			return false;
	}
	return true;
}

bool wake_programs(struct sentence_run *run, accord_rule_kind kind, wake_call call, void *context)
{
	const accord_rule_language *l = run->language;
	for (size_t i = 0; i < run->count; i++) {
		const accord_item *item = &run->items[i];
		uint32_t globs = item->suffixes;
		if (item->word && item->word < l->word_count && !wake_by_word(run, kind, i, call, context))
			return false;
		if (!item->word && globs && (l->glob_kinds & 1 << kind) &&
		    (!wake_by_glob(run, kind, &l->suffixes, globs & 0x7FFF, i, call, context) ||
		     !wake_by_glob(run, kind, &l->prefixes, globs >> 16 & 0x7FFF, i, call, context)))
			return false;
		if ((l->item_kinds_wake[kind] & 1 << item->kind) &&
		    !wake_list(run, &l->by_kind[kind][item->kind], i, call, context))
			return false;
		if ((l->regex_kinds & 1 << kind) && !wake_by_regex(run, kind, i, call, context))
			return false;
		for (uint32_t p = 0; p < l->any_item[kind].count; p++) {
			const struct program *program = &l->programs[l->any_item[kind].items[p]];
			if (atom_matches(run, program->trigger, program->trigger_flags, i) && !call(context, program, i))
				return false;
		}
	}
	return true;
}

/* ---- arguments and exceptions ------------------------------------------------------------------------------------- */

static bool overlaps(const accord_match *m, uint32_t first, uint32_t last)
{
	for (size_t i = 0; i < m->binding_count; i++)
		if (first <= m->bindings[i].last && m->bindings[i].first <= last)
			return true;
	return false;
}

static void add_bindings(accord_match *m, const struct slot *slots, size_t count, const captures *c)
{
	for (size_t i = 0; i < count; i++)
		if (c->first[i] >= 0 && c->last[i] >= c->first[i])
			m->bindings[m->binding_count++] = (accord_binding){slots[i].name, slots[i].role,
			                                                   (uint32_t)c->first[i], (uint32_t)c->last[i]};
}

static bool same_clause(const accord_item *a, const accord_item *b)
{
	return a->clause == b->clause && a->depth == b->depth;
}

static bool bind_at(struct sentence_run *run, const struct argument *a, size_t at, size_t trigger, accord_match *m)
{
	captures found;
	uint32_t last;
	if (!same_clause(&run->items[at], &run->items[trigger]) || !run_argument(run, a, at, &found, &last))
		return false;
	for (size_t s = 0; s < a->slot_count; s++)
		if (found.first[s] >= 0 && overlaps(m, (uint32_t)found.first[s], (uint32_t)found.last[s]))
			return false;
	add_bindings(m, a->slots, a->slot_count, &found);
	return true;
}

/* The place of an argument that is nearest behind the trigger, else nearest before it. */
static bool bind_argument(struct sentence_run *run, const struct argument *a, size_t trigger, accord_match *m)
{
	for (size_t at = trigger + 1; at < run->count; at++)
		if (bind_at(run, a, at, trigger, m))
			return true;
	for (size_t at = trigger; at-- > 0;)
		if (bind_at(run, a, at, trigger, m))
			return true;
	return !a->required;
}

bool bind_arguments(struct sentence_run *run, const struct program *p, size_t trigger, const captures *core,
                    accord_match *m)
{
	add_bindings(m, p->slots, p->slot_count, core);
	for (size_t i = 0; i < p->argument_count; i++)
		if (m->binding_count + MAX_SLOTS <= 3 * MAX_SLOTS && !bind_argument(run, &p->arguments[i], trigger, m))
			return false;
	return true;
}

static bool search_unless(struct sentence_run *run, const accord_rule *rule, size_t trigger)
{
	for (size_t k = 0; k < rule->unless_count; k++)
		for (size_t i = 0; i < run->count; i++) {
			const struct program *p = &rule->unless[k];
			captures found;
			uint32_t first, last;
			if (run->items[i].clause == run->items[trigger].clause &&
			    atom_matches(run, p->trigger, p->trigger_flags, i) &&
			    run_program(run, p, i, &found, &first, &last, NULL))
				return true;
		}
	return false;
}

/* Exceptions are asked of a clause, not of a trigger: what was found for a rule there is kept. */
bool unless_holds(struct sentence_run *run, const accord_rule *rule, size_t trigger)
{
	if (!rule->unless_count)
		return false;
	uint16_t clause = run->items[trigger].clause;
	if (!run->asked)
		run->asked = accord_arena_calloc(run->scratch, ASKED_EXCEPTIONS, sizeof *run->asked);
	if (!run->asked)
		return search_unless(run, rule, trigger);
	struct asked_exception *asked = &run->asked[((uintptr_t)rule / 64 + clause) % ASKED_EXCEPTIONS];
	if (asked->rule != rule || asked->clause != clause)
		*asked = (struct asked_exception){rule, clause, search_unless(run, rule, trigger)};
	return asked->holds;
}

/* ---- matches ------------------------------------------------------------------------------------------------------ */

struct collection {
	struct sentence_run *run;
	accord_match *items;
	size_t count, capacity;
	accord_status status;
	unsigned companies; /* items that are companies */
	uint16_t kinds;     /* of the items, once `present` is filled */
	bool asked;
	uint16_t before[MAX_ITEMS + 1]; /* companies before an item */
	uint8_t present[PRESENT_BITS / 8];
};

static bool keep(struct collection *c, const accord_match *m)
{
	if (c->count == c->capacity) {
		size_t capacity = c->capacity ? c->capacity * 2 : 8;
		accord_match *grown = accord_arena_grow(c->run->scratch, c->items, c->capacity * sizeof *grown,
		                                        capacity * sizeof *grown);
		if (!grown)
			return false;
		c->items = grown;
		c->capacity = capacity;
	}
	accord_match *place = &c->items[c->count];
	*place = *m;
	place->bindings = accord_arena_alloc(c->run->scratch, (m->binding_count + 1) * sizeof *m->bindings);
	if (!place->bindings)
		return false;
	memcpy(place->bindings, m->bindings, m->binding_count * sizeof *m->bindings);
	c->count++;
	return true;
}

/* Which atoms of words the sentence satisfies somewhere: one look-up a word, made when the first program wakes. */
static void find_present(struct collection *c)
{
	const accord_rule_language *l = c->run->language;
	c->asked = true;
	c->before[0] = 0;
	for (size_t i = 0; i < c->run->count; i++)
		c->before[i + 1] = (uint16_t)(c->before[i] + (c->run->items[i].kind == ACCORD_ITEM_COMPANY));
	if (l->atom_count > PRESENT_BITS)
		return;
	memset(c->present, 0, (l->atom_count + 7) / 8);
	for (size_t i = 0; i < c->run->count; i++) {
		const accord_item *item = &c->run->items[i];
		c->kinds |= (uint16_t)(1u << item->kind);
		if (item->word && item->word < l->word_count) {
			for (uint32_t p = l->pair_index[item->word]; p < l->pair_index[item->word + 1]; p++)
				c->present[l->pairs[p].atom / 8] |= (uint8_t)(1u << (l->pairs[p].atom & 7));
			continue;
		}
		for (uint32_t node = item->suffixes & 0x7FFF; node; node = l->suffixes.nodes[node].parent_end)
			for (uint32_t a = l->suffixes.nodes[node].first_atom; a; a = l->glob_atoms[a - 1].next)
				c->present[l->glob_atoms[a - 1].atom / 8] |= (uint8_t)(1u << (l->glob_atoms[a - 1].atom & 7));
		for (uint32_t node = item->suffixes >> 16 & 0x7FFF; node; node = l->prefixes.nodes[node].parent_end)
			for (uint32_t a = l->prefixes.nodes[node].first_atom; a; a = l->glob_atoms[a - 1].next)
				c->present[l->glob_atoms[a - 1].atom / 8] |= (uint8_t)(1u << (l->glob_atoms[a - 1].atom & 7));
	}
}

static bool has(const struct collection *c, uint32_t atom)
{
	return c->present[atom / 8] & 1u << (atom & 7);
}

/* Whether the sentence has what the program cannot do without. */
static bool worth_running(struct collection *c, const struct program *p, size_t item)
{
	if (p->companies > c->companies)
		return false;
	if (!c->asked)
		find_present(c);
	if (p->companies_before > c->before[item] ||
	    p->companies_behind > c->before[c->run->count] - c->before[item + 1])
		return false;
	if (c->run->language->atom_count > PRESENT_BITS)
		return true;
	if ((p->kinds & c->kinds) != p->kinds)
		return false;
	for (size_t i = 0; i < p->needed_count; i++)
		if (!has(c, p->needed[i]))
			return false;
	bool any = !p->any_count;
	for (size_t i = 0; !any && i < p->any_count; i++)
		any = has(c, p->any[i]);
	return any;
}

static bool try_program(void *context, const struct program *p, size_t item)
{
	struct collection *c = context;
	if (!worth_running(c, p, item))
		return true;
	captures found;
	accord_binding bindings[4 * MAX_SLOTS];
	accord_match m = {.rule = p->rule, .trigger = (uint32_t)item, .clause = p->clause, .status = p->status,
	                  .bindings = bindings, .weight = p->weight};
	if (!run_program(c->run, p, item, &found, &m.first, &m.last, NULL) ||
	    !bind_arguments(c->run, p, item, &found, &m) || unless_holds(c->run, p->rule, item))
		return true;
	if (!keep(c, &m)) {
		c->status = ACCORD_ENOMEM;
		return false;
	}
	return true;
}

/* Matches that compete: same trigger, and same type; of rules without a type, the same rule. */
static int rivals(const accord_match *a, const accord_match *b)
{
	if (a->trigger != b->trigger)
		return a->trigger < b->trigger ? -1 : 1;
	if (a->rule->type != b->rule->type)
		return a->rule->type < b->rule->type ? -1 : 1;
	if (a->rule->kind == ACCORD_RULE_CUE)
		return strcmp(a->rule->name, b->rule->name);
	return 0;
}

/* Roles of companies are what a deal is made of; value, date, object follow. */
static size_t bound(const accord_match *m)
{
	size_t n = 0;
	for (size_t i = 0; i < m->binding_count; i++)
		n += m->bindings[i].role >= 0 ? 2 : 1;
	return n;
}

static int better_first(const void *x, const void *y)
{
	const accord_match *a = x, *b = y;
	int order = rivals(a, b);
	if (order)
		return order;
	if (a->rule->priority != b->rule->priority)
		return a->rule->priority > b->rule->priority ? -1 : 1;
	if (bound(a) != bound(b))
		return bound(a) > bound(b) ? -1 : 1;
	if ((a->status >= 0) != (b->status >= 0)) /* of two readings, the one that says more */
		return a->status >= 0 ? -1 : 1;
	if (a->weight != b->weight)
		return a->weight > b->weight ? -1 : 1;
	uint32_t a_length = a->last - a->first, b_length = b->last - b->first;
	bool longer = a->rule->kind != ACCORD_RULE_DEAL; /* a deal's nearer arguments are the safer ones */
	if (a_length != b_length)
		return (a_length > b_length) == longer ? -1 : 1;
	order = strcmp(a->rule->name, b->rule->name);
	if (order)
		return order;
	if (a->clause && b->clause && (order = strcmp(a->clause, b->clause)))
		return order;
	return a->first < b->first ? -1 : a->first > b->first;
}

static void select_best(struct collection *c)
{
	size_t kept = 0;
	if (c->count)
		qsort(c->items, c->count, sizeof *c->items, better_first);
	for (size_t i = 0; i < c->count; i++)
		if (!kept || rivals(&c->items[kept - 1], &c->items[i]))
			c->items[kept++] = c->items[i];
	c->count = kept;
}

accord_status accord_rules_match(const accord_rule_language *lang, accord_rule_kind kind, accord_arena *scratch,
                                 accord_item *items, size_t count, accord_match **matches, size_t *match_count)
{
	struct sentence_run run = {.language = lang, .items = items, .count = count, .scratch = scratch};
	struct collection c;
	c.run = &run;
	c.items = NULL;
	c.count = c.capacity = 0;
	c.status = ACCORD_OK;
	c.companies = 0;
	c.kinds = 0;
	c.asked = false;
	*matches = NULL;
	*match_count = 0;
	for (size_t i = 0; i < count; i++)
		c.companies += items[i].kind == ACCORD_ITEM_COMPANY;
	if (c.companies < lang->fewest_companies[kind])
		return ACCORD_OK;
	if (run.count > MAX_ITEMS)
		run.count = MAX_ITEMS;
	wake_programs(&run, kind, try_program, &c);
	if (c.status != ACCORD_OK)
		return c.status;
	select_best(&c);
	*matches = c.items;
	*match_count = c.count;
	return ACCORD_OK;
}
