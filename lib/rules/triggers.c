/*
 * Which programs a sentence wakes, and which of their matches stay. A word knows the atoms that it satisfies, an atom
 * the programs that it wakes; so a sentence without a trigger costs one load a word, however many rules there are.
 */
#include "program.h"

#include <stdlib.h>
#include <string.h>

#define AHEAD 4  /* items: how far what words are to rules is fetched before it is asked */
#define LATE 254 /* places from here on are not told apart */

/* ---- what a sentence has ------------------------------------------------------------------------------------------ */

/* The marks that can be met on a side of an item: by its neighbour, or behind each kind of gap. */
struct side {
	uint64_t marks[1 + GAPS];
	uint8_t known; /* bits 1 << gap */
};

/* The first place where a word satisfies an atom, and the one behind the last. */
struct reach {
	uint8_t first, last;
};

/* A match, and when it would have been found if each list were gone through in the order of its programs. */
struct found {
	accord_match match;
	uint32_t list, program;
};

/* Gates that were passed wait until there are some, so that what is behind them is fetched meanwhile. */
#define MAX_WAITING 16

struct waiting {
	struct gate gate;
	size_t item;
};

struct collection {
	struct sentence_run *run;
	struct waiting waiting[MAX_WAITING];
	size_t waiting_count;
	struct found *items;
	size_t count, capacity;
	accord_status status;
	uint32_t list; /* counts those that were woken */
	bool counted, looked, placed;
	/* Of the sentence, once it was looked at. */
	unsigned companies; /* items that are companies */
	uint16_t kinds;     /* of its items */
	uint64_t marks[MAX_ITEMS + 2];     /* of item i at i + 1; the edges have what every item has */
	struct known_run known[KNOWN_RUNS];
	struct side left, right; /* of the item that wakes programs now */
	size_t beside;
	uint16_t before[MAX_ITEMS + 1]; /* companies before an item */
	uint64_t met[NEED_SETS / 64];     /* what is needed, but for sets, and met anywhere, as bits */
	struct reach reach[NEED_SETS];    /* of each of them */
	uint64_t expressions_placed;      /* those that were asked for, as bits */
	struct reach set_reach[MAX_NEED_SETS];  /* of each set of them that was asked for */
	uint8_t sets_known[MAX_NEED_SETS / 8];  /* … as bits */
};

/* An item that stands for found things has nothing of the word that it was. */
static inline uint64_t marks_of(const accord_item *item)
{
	uint64_t own = item->word || item->suffixes ? item->marks : item->marks & MARK_NUMBER;
	return MARK_ALWAYS | kind_mark(item->kind) | own;
}

static inline void place(struct collection *c, uint16_t need, size_t item)
{
	uint64_t *met = &c->met[need / 64], bit = (uint64_t)1 << (need & 63);
	if (!(*met & bit)) { /* items come in order */
		*met |= bit;
		c->reach[need].first = (uint8_t)(item < LATE ? item : LATE);
	}
	c->reach[need].last = (uint8_t)(item < LATE ? item + 1 : LATE + 1);
}

static void place_glob_atoms(struct collection *c, const struct glob_trie *trie, uint32_t node, size_t item)
{
	const accord_rule_language *l = c->run->language;
	for (; node; node = trie->nodes[node].parent_end)
		for (uint32_t a = trie->nodes[node].first_atom; a; a = l->glob_atoms[a - 1].next)
			if (l->glob_atoms[a - 1].need)
				place(c, l->glob_atoms[a - 1].need, item);
}

/* Which of the atoms that are needed the sentence satisfies, and where. */
static void place_atoms(struct collection *c)
{
	const accord_rule_language *l = c->run->language;
	c->placed = true;
	memset(c->met, 0, sizeof c->met);
	c->expressions_placed = 0;
	memset(c->sets_known, 0, (l->need_set_count + 7) / 8);
	for (size_t i = 0; i < c->run->count; i++) {
		const accord_item *item = &c->run->items[i];
		if (i + AHEAD < c->run->count)
			__builtin_prefetch(&l->rows[item[AHEAD].word]);
		if (item->word && item->word < l->word_count) {
			const struct word_row *row = &l->rows[item->word];
			for (uint32_t n = row[0].first_need; n < row[1].first_need; n++)
				place(c, l->needs[n], i);
		} else if (item->suffixes) {
			place_glob_atoms(c, &l->suffixes, item->suffixes & 0x7FFF, i);
			place_glob_atoms(c, &l->prefixes, item->suffixes >> 16 & 0x7FFF, i);
		}
	}
}

static const struct reach nowhere = {UINT8_MAX, 0};

/* Few programs need an expression, so it is asked of the sentence's items when the first does. */
static void place_expression(struct collection *c, uint16_t need)
{
	const uint32_t regex = need - NEED_EXPRESSIONS;
	c->expressions_placed |= (uint64_t)1 << regex;
	for (size_t i = 0; i < c->run->count; i++) {
		const uint64_t known = c->run->items[i].expressions;
		if (known ? known >> regex & 1 : expression_matches(c->run, regex, i))
			place(c, need, i);
	}
}

/* Of an atom or an expression. */
static inline const struct reach *single_reach(struct collection *c, uint16_t need)
{
	if (need >= NEED_EXPRESSIONS && !(c->expressions_placed >> (need - NEED_EXPRESSIONS) & 1))
		place_expression(c, need);
	return c->met[need / 64] >> (need & 63) & 1 ? &c->reach[need] : &nowhere;
}

/* Of a set, that of any of its members. */
static struct reach widest_reach(struct collection *c, const struct need_set *set)
{
	const uint16_t *members = c->run->language->set_atoms + set->first;
	struct reach widest = nowhere;
	for (uint32_t i = 0; i < set->count; i++) {
		const struct reach *r = single_reach(c, members[i]);
		widest.first = r->first < widest.first ? r->first : widest.first;
		widest.last = r->last > widest.last ? r->last : widest.last;
	}
	return widest;
}

/* Where a need is met first and last. */
static inline const struct reach *reach_of(struct collection *c, uint16_t need)
{
	if (need < NEED_SETS)
		return single_reach(c, need);
	const uint16_t number = need - NEED_SETS;
	if (!(c->sets_known[number / 8] >> (number & 7) & 1)) {
		c->sets_known[number / 8] |= (uint8_t)(1u << (number & 7));
		c->set_reach[number] = widest_reach(c, &c->run->language->need_sets[number]);
	}
	return &c->set_reach[number];
}

/* Whether a word that is needed beside an item stands on its side. */
static inline bool meets(struct collection *c, uint16_t need, size_t item)
{
	const struct reach *r = reach_of(c, need & ~NEED_BEHIND & UINT16_MAX);
	return need & NEED_BEHIND ? r->last > item + 1 || r->last > LATE : r->first < item;
}

static bool meets_needs(struct collection *c, const struct wake *w, size_t item)
{
	for (const uint16_t *need = c->run->language->wake_needs + w->needs; *need; need++)
		if (!meets(c, *need, item))
			return false;
	return true;
}

/* Made when the first word wakes something: a sentence without enough companies needs no more. */
static void count_companies(struct collection *c)
{
	const struct sentence_run *run = c->run;
	c->counted = true;
	for (size_t i = 0; i < run->count; i++) {
		c->companies += run->items[i].kind == ACCORD_ITEM_COMPANY;
		c->kinds |= (uint16_t)(1u << run->items[i].kind);
	}
}

/* Made for the first list of programs that the sentence may have enough companies for. */
static void look_at_sentence(struct collection *c)
{
	struct sentence_run *run = c->run;
	unsigned companies = 0;
	uint64_t all = 0;
	c->looked = true;
	c->marks[0] = c->marks[run->count + 1] = MARK_ALWAYS;
	for (size_t i = 0; i < run->count; i++) {
		c->before[i] = (uint16_t)companies;
		companies += run->items[i].kind == ACCORD_ITEM_COMPANY;
		all |= c->marks[i + 1] = marks_of(&run->items[i]);
	}
	c->before[run->count] = (uint16_t)companies;
	run->all_marks = all;
	run->marks = c->marks;
	run->known = c->known;
	c->beside = SIZE_MAX;
}

/* ---- waking -------------------------------------------------------------------------------------------------------- */

static void look_beside(struct collection *c, size_t item)
{
	c->beside = item;
	c->left.marks[0] = c->marks[item];
	c->right.marks[0] = c->marks[item + 2];
	c->left.known = c->right.known = 1;
}

static inline bool can_meet(const struct collection *c, struct side *side, size_t item, int direction, uint8_t gap,
                            uint64_t marks)
{
	if (!(side->known >> gap & 1)) {
		side->known |= (uint8_t)(1u << gap);
		side->marks[gap] = marks_in_reach(c->run, item, direction, (enum gap_kind)(gap - 1));
	}
	return side->marks[gap] & marks;
}

static inline bool enough_companies(struct collection *likely, unsigned companies)
{
	if (!likely || !companies)
		return true;
	if (!likely->counted)
		count_companies(likely);
	return companies <= likely->companies;
}

/* What is asked of the companies and words of a sentence at an item. */
struct place {
	size_t item;
	unsigned companies, before, behind; /* in the sentence; before and behind the item */
};

/* Of some wakes those that may match at an item, by what can be told without the programs themselves. */
static bool wake_some(struct collection *c, const struct wake *w, size_t count, const struct place *at, wake_call call, void *context)
{
	uint32_t unmet = UINT32_MAX;
	for (const struct wake *end = w + count; w < end && w->companies <= at->companies;) {
		if (w->companies_before > at->before || w->companies_behind > at->behind ||
		    !can_meet(c, &c->left, at->item, -1, w->left_gap, w->left)) {
			w += w->left_run;
			continue;
		}
		if (!can_meet(c, &c->right, at->item, 1, w->right_gap, w->right)) {
			w += w->right_run;
			continue;
		}
		if ((w->kinds & c->kinds) == w->kinds && w->needs != unmet) {
			const char *program = (const char *)&c->run->language->programs[w->program];
			__builtin_prefetch(program);
			__builtin_prefetch(program + 64);
			if (!meets_needs(c, w, at->item))
				unmet = w->needs;
			else if (!call(context, w, at->item))
				return false;
		}
		w++;
	}
	return true;
}

static struct place look_at(struct collection *c, size_t item)
{
	if (!c->looked)
		look_at_sentence(c);
	if (c->beside != item)
		look_beside(c, item);
	return (struct place){item, c->companies, c->before[item], c->companies - c->before[item + 1]};
}

static inline void make_ready(struct collection *c)
{
	if (!c->counted)
		count_companies(c);
	if (!c->placed)
		place_atoms(c);
}

/* Behind a gate the doors that a word of the sentence opens. */
static bool wake_likely(struct collection *c, const struct gate *gate, size_t item, wake_call call, void *context)
{
	const struct door *door = c->run->language->doors + gate->first_door;
	const struct wake *w = c->run->language->wakes + gate->first;
	make_ready(c);
	c->list++;
	for (const struct door *end = door + gate->door_count; door < end; w += door++->count) {
		if (door->companies > c->companies || (door->kinds & c->kinds) != door->kinds ||
		    (door->need && !meets(c, door->need, item)))
			continue;
		const struct place at = look_at(c, item);
		if (!wake_some(c, w, door->count, &at, call, context))
			return false;
	}
	return true;
}

/* Whether the neighbours of an item and the companies of the sentence let anything through the gate. */
static inline bool passes(struct sentence_run *run, const struct gate *gate, uint64_t left, uint64_t right)
{
	return !run->likely ||
	       ((gate->left & left) && (gate->right & right) && enough_companies(run->likely, gate->companies));
}

static inline uint64_t marks_beside(const struct sentence_run *run, size_t i, int direction)
{
	size_t beside = i + (size_t)direction;
	return beside < run->count ? marks_of(&run->items[beside]) : MARK_ALWAYS;
}

static bool wake_waiting(struct collection *c, wake_call call, void *context)
{
	const size_t count = c->waiting_count;
	c->waiting_count = 0;
	for (size_t i = 0; i < count; i++)
		if (!wake_likely(c, &c->waiting[i].gate, c->waiting[i].item, call, context))
			return false;
	return true;
}

/* Behind a gate that was passed; where only likely programs are woken, in the same order, but later. */
static bool wake_gate(struct sentence_run *run, const struct gate *gate, size_t item, wake_call call, void *context)
{
	const struct wake *wakes = run->language->wakes + gate->first;
	if (run->likely) {
		struct collection *c = run->likely;
		__builtin_prefetch(run->language->doors + gate->first_door);
		__builtin_prefetch(wakes);
		c->waiting[c->waiting_count++] = (struct waiting){*gate, item};
		return c->waiting_count < MAX_WAITING || wake_waiting(c, call, context);
	}
	for (uint32_t i = 0; i < gate->count; i++)
		if (!call(context, &wakes[i], item))
			return false;
	return true;
}

static bool wake_at(struct sentence_run *run, uint32_t number, size_t i, wake_call call, void *context)
{
	const struct gate *gate = &run->language->gates[number];
	return !gate->count || !passes(run, gate, marks_beside(run, i, -1), marks_beside(run, i, 1)) ||
	       wake_gate(run, gate, i, call, context);
}

static bool wake_by_word(struct sentence_run *run, accord_rule_kind kind, size_t i, wake_call call, void *context)
{
	const accord_rule_language *l = run->language;
	const struct word_wake *w = &l->word_wakes[l->rows[run->items[i].word].first_wake];
	const uint64_t left = marks_beside(run, i, -1), right = marks_beside(run, i, 1);
	uint32_t last = 0;
	while (w->kind != kind) /* the word wakes some of that kind */
		w += w->run;
	for (const struct word_wake *end = w + w->run; w < end; w++) {
		const struct gate *gate = &l->gates[w->gate];
		if (!passes(run, gate, left, right) || w->atom == last || !particle_fits(run, w->particle, w->simple, i) ||
		    (w->exact && !atom_matches(run, w->atom, 0, i)))
			continue;
		last = w->atom;
		if (!wake_gate(run, gate, i, call, context))
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
			if (!wake_at(run, l->atoms[l->glob_atoms[a - 1].atom].gates[kind], i, call, context))
				return false;
	return true;
}

static bool wake_by_regex(struct sentence_run *run, accord_rule_kind kind, size_t i, wake_call call, void *context)
{
	const accord_rule_language *l = run->language;
	for (size_t k = 0; k < l->regex_trigger_count; k++) {
		uint32_t atom = l->regex_triggers[k];
		if (l->atoms[atom].gates[kind] && atom_matches(run, atom, 0, i) &&
		    !wake_at(run, l->atoms[atom].gates[kind], i, call, context))
			return false;
	}
	return true;
}

/* One of the programs that any item might wake; those before it in order go first. */
static bool wake_alone(struct sentence_run *run, const struct wake *w, size_t i, wake_call call, void *context)
{
	struct collection *c = run->likely;
	if (!c)
		return call(context, w, i);
	if (!wake_waiting(c, call, context))
		return false;
	make_ready(c);
	c->list++;
	const struct place at = look_at(c, i);
	return wake_some(c, w, 1, &at, call, context);
}

static bool wake_by_any(struct sentence_run *run, uint32_t number, size_t i, wake_call call, void *context)
{
	const struct gate *gate = &run->language->gates[number];
	const struct wake *wakes = run->language->wakes + gate->first;
	for (uint32_t k = 0; k < gate->count; k++) {
		const struct program *p = &run->language->programs[wakes[k].program];
		if (atom_matches(run, p->trigger, p->trigger_flags, i) && !wake_alone(run, &wakes[k], i, call, context))
			return false;
	}
	return true;
}

/* Whether an expression that wakes this kind may match an item. */
static inline bool opens_regex(const accord_rule_language *l, accord_rule_kind kind, const accord_item *item)
{
	if (item->expressions)
		return item->expressions & l->regex_wakes[kind];
	uint8_t first = item->text.len ? (uint8_t)item->text.data[0] : 0;
	return l->regex_first[first / 8] & 1 << (first & 7);
}

/* What the words that come next wake: first their rows, then what the rows point at. */
static inline void fetch_ahead(const struct sentence_run *run, unsigned bit, size_t i)
{
	const accord_rule_language *l = run->language;
	const accord_item *item = &run->items[i];
	if (i + AHEAD < run->count && item[AHEAD].wakes & bit)
		__builtin_prefetch(&l->rows[item[AHEAD].word]);
	if (i + AHEAD / 2 < run->count && item[AHEAD / 2].wakes & bit)
		__builtin_prefetch(&l->word_wakes[l->rows[item[AHEAD / 2].word].first_wake]);
}

bool wake_programs(struct sentence_run *run, accord_rule_kind kind, wake_call call, void *context)
{
	const accord_rule_language *l = run->language;
	const unsigned bit = 1u << kind, item_kinds = l->item_kinds_wake[kind];
	const bool regexes = l->regex_kinds & bit, any = l->any_item[kind];
	for (size_t i = 0; i < run->count; i++) {
		const accord_item *item = &run->items[i];
		const bool woken = item->wakes & bit;
		fetch_ahead(run, bit, i);
		if (!woken && !(item_kinds >> item->kind & 1) && !any && (item->expressions || !regexes))
			continue;
		if (woken && item->word && (l->rows[item->word].wakes & bit) && !wake_by_word(run, kind, i, call, context))
			return false;
		if (woken && !item->word && item->suffixes &&
		    (!wake_by_glob(run, kind, &l->suffixes, item->suffixes & 0x7FFF, i, call, context) ||
		     !wake_by_glob(run, kind, &l->prefixes, item->suffixes >> 16 & 0x7FFF, i, call, context)))
			return false;
		if ((item_kinds >> item->kind & 1) && !wake_at(run, l->by_kind[kind][item->kind], i, call, context))
			return false;
		if (regexes && opens_regex(l, kind, item) && !wake_by_regex(run, kind, i, call, context))
			return false;
		if (any && !wake_by_any(run, l->any_item[kind], i, call, context))
			return false;
	}
	return !run->likely || wake_waiting(run->likely, call, context);
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
	if (run->items[at].flags & ACCORD_ITEM_ATTACHED && at != trigger + 1)
		return false;
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

static inline bool has_marks(const struct sentence_run *run, size_t item, uint64_t marks)
{
	return !run->marks || (run->marks[item + 1] & marks);
}

static bool search_unless(struct sentence_run *run, const accord_rule *rule, size_t trigger)
{
	for (size_t k = 0; k < rule->unless_count; k++)
		for (size_t i = 0; i < run->count; i++) {
			const struct program *p = &rule->unless[k];
			if (run->marks && !(run->all_marks & p->trigger_marks))
				break;
			captures found;
			uint32_t first, last;
			if (run->items[i].clause == run->items[trigger].clause && has_marks(run, i, p->trigger_marks) &&
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

static bool keep(struct collection *c, const accord_match *m, uint32_t program)
{
	if (c->count == c->capacity) {
		size_t capacity = c->capacity ? c->capacity * 2 : 8;
		struct found *grown = accord_arena_grow(c->run->scratch, c->items, c->capacity * sizeof *grown,
		                                        capacity * sizeof *grown);
		if (!grown)
			return false;
		c->items = grown;
		c->capacity = capacity;
	}
	struct found *place = &c->items[c->count];
	*place = (struct found){*m, c->list, program};
	place->match.bindings = accord_arena_alloc(c->run->scratch, (m->binding_count + 1) * sizeof *m->bindings);
	if (!place->match.bindings)
		return false;
	memcpy(place->match.bindings, m->bindings, m->binding_count * sizeof *m->bindings);
	c->count++;
	return true;
}

static bool run_and_keep(void *context, const struct wake *wake, size_t item)
{
	struct collection *c = context;
	const struct program *p = &c->run->language->programs[wake->program];
	captures found;
	accord_binding bindings[4 * MAX_SLOTS];
	accord_match m = {.rule = p->rule, .trigger = (uint32_t)item, .clause = p->clause, .status = p->status,
	                  .bindings = bindings, .weight = p->weight};
	if (!run_program(c->run, p, item, &found, &m.first, &m.last, NULL) ||
	    !bind_arguments(c->run, p, item, &found, &m) || unless_holds(c->run, p->rule, item))
		return true;
	if (!keep(c, &m, wake->program)) {
		c->status = ACCORD_ENOMEM;
		return false;
	}
	return true;
}

/* Matches that compete: same trigger, and same type; of rules without a type, the same rule. */
int rivals(const accord_match *a, const accord_match *b)
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

/* Which of two rivals is the better, and by what; 0 where only names and places are left to decide. */
int compare_rank(const accord_match *a, const accord_match *b, const char **by)
{
	*by = "a higher priority";
	if (a->rule->priority != b->rule->priority)
		return a->rule->priority > b->rule->priority ? -1 : 1;
	*by = "more is bound";
	if (bound(a) != bound(b))
		return bound(a) > bound(b) ? -1 : 1;
	*by = "its order says a status";
	if ((a->status >= 0) != (b->status >= 0)) /* of two readings, the one that says more */
		return a->status >= 0 ? -1 : 1;
	*by = "it asks for more";
	if (a->weight != b->weight)
		return a->weight > b->weight ? -1 : 1;
	uint32_t a_length = a->last - a->first, b_length = b->last - b->first;
	bool longer = a->rule->kind != ACCORD_RULE_DEAL; /* a deal's nearer arguments are the safer ones */
	*by = longer ? "it is longer" : "it is shorter";
	if (a_length != b_length)
		return (a_length > b_length) == longer ? -1 : 1;
	*by = "a tie, which the name decides";
	return 0;
}

static int better_first(const void *x, const void *y)
{
	const struct found *f = x, *g = y;
	const accord_match *a = &f->match, *b = &g->match;
	const char *by;
	int order = rivals(a, b);
	if (!order)
		order = compare_rank(a, b, &by);
	if (!order)
		order = strcmp(a->rule->name, b->rule->name);
	if (order)
		return order;
	if (a->clause && b->clause && (order = strcmp(a->clause, b->clause)))
		return order;
	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;
	if (f->list != g->list)
		return f->list < g->list ? -1 : 1;
	return f->program < g->program ? -1 : f->program > g->program;
}

/* Whether two matches say different things: then it matters who wins. */
static bool bind_alike(const accord_match *a, const accord_match *b)
{
	if (a->binding_count != b->binding_count)
		return false;
	for (size_t i = 0; i < a->binding_count; i++) {
		size_t k = 0;
		while (k < b->binding_count &&
		       (a->bindings[i].role != b->bindings[k].role || a->bindings[i].first != b->bindings[k].first ||
		        a->bindings[i].last != b->bindings[k].last || !accord_slice_equal(a->bindings[i].name, b->bindings[k].name)))
			k++;
		if (k == b->binding_count)
			return false;
	}
	return true;
}

static void sort_matches(struct collection *c)
{
	if (c->count)
		qsort(c->items, c->count, sizeof *c->items, better_first);
}

/* The best of each trigger and type. */
static accord_status select_best(struct collection *c, accord_match **matches, size_t *count)
{
	*count = 0;
	*matches = NULL;
	if (!c->count)
		return ACCORD_OK;
	*matches = accord_arena_alloc(c->run->scratch, c->count * sizeof **matches);
	if (!*matches)
		return ACCORD_ENOMEM;
	sort_matches(c);
	for (size_t i = 0; i < c->count; i++)
		if (!*count || rivals(&(*matches)[*count - 1], &c->items[i].match))
			(*matches)[(*count)++] = c->items[i].match;
	return ACCORD_OK;
}

static accord_status collect(struct collection *c, struct sentence_run *run, accord_rule_kind kind)
{
	c->run = run;
	run->likely = c;
	c->items = NULL;
	c->count = c->capacity = 0;
	c->status = ACCORD_OK;
	c->list = 0;
	c->kinds = 0;
	c->companies = 0;
	c->counted = c->looked = c->placed = false;
	c->waiting_count = 0;
	if (run->count > MAX_ITEMS)
		run->count = MAX_ITEMS;
	wake_programs(run, kind, run_and_keep, c);
	return c->status;
}

accord_status accord_rules_match(const accord_rule_language *lang, accord_rule_kind kind, accord_arena *scratch,
                                 accord_item *items, size_t count, accord_match **matches, size_t *match_count)
{
	struct sentence_run run = {.language = lang, .items = items, .count = count, .scratch = scratch};
	struct collection c;
	accord_status status = collect(&c, &run, kind);
	*matches = NULL;
	*match_count = 0;
	return status == ACCORD_OK ? select_best(&c, matches, match_count) : status;
}

unsigned accord_rules_party_kinds(const accord_rule_language *lang)
{
	return lang->party_kinds;
}

accord_status accord_rules_ties(const accord_rule_language *lang, accord_rule_kind kind, accord_arena *scratch,
                                accord_item *items, size_t count, accord_rule_tie tie, void *context)
{
	struct sentence_run run = {.language = lang, .items = items, .count = count, .scratch = scratch};
	struct collection c;
	const char *by;
	accord_status status = collect(&c, &run, kind);
	if (status != ACCORD_OK)
		return status;
	sort_matches(&c);
	for (size_t i = 0, winner = 0; i < c.count; i++) {
		const accord_match *best = &c.items[winner].match, *m = &c.items[i].match;
		if (rivals(best, m))
			winner = i;
		else if (m->rule != best->rule && !compare_rank(best, m, &by) && !bind_alike(best, m))
			tie(context, best, m);
	}
	return ACCORD_OK;
}
