/*
 * A resolved pattern becomes programs. It is laid out as a list; the atom that is to wake it is chosen, and where that
 * stands in a choice, the pattern is split into one program for each branch:
 *
 *   target:COMPANY .. ( von | durch ) .. acquirer:COMPANY @buy:pp     trigger @buy:pp, one program
 *   ( Übernahme | Kauf ) von target:COMPANY                           two programs
 */
#include "program.h"

#include <string.h>

#define MAX_LIST 200

struct list {
	struct node *items[MAX_LIST];
	size_t count;
	bool full;
};

struct compilation {
	struct resolution *r;
	accord_rule_language *language;
	accord_rule *rule; /* of the model; NULL of an argument */
	const struct program *model;
	bool unless, failed;
	size_t budget;
	struct program **made;
	size_t *made_count;
	size_t made_capacity;
};

/* ---- a pattern as a list ------------------------------------------------------------------------------------------ */

static void push(struct list *list, struct node *node)
{
	if (list->count == MAX_LIST || !node)
		list->full = true;
	else
		list->items[list->count++] = node;
}

static struct node *marker(accord_arena *arena, const struct node *capture, enum node_kind kind)
{
	struct node *node = new_node(arena, kind, capture->at);
	if (node)
		node->slot = capture->slot;
	return node;
}

static void flatten(accord_arena *arena, struct node *node, struct list *list)
{
	if (node->kind == N_SEQ) {
		for (size_t i = 0; i < node->count; i++)
			flatten(arena, node->kids[i], list);
	} else if (node->kind == N_CAPTURE) {
		push(list, marker(arena, node, N_LEFT));
		flatten(arena, node->kids[0], list);
		push(list, marker(arena, node, N_RIGHT));
	} else if (node->kind == N_ALT && node->count == 1) {
		flatten(arena, node->kids[0], list);
	} else if (node->kind == N_REPEAT && node->min > 0) {
		for (unsigned i = 0; i < node->min; i++)
			flatten(arena, node->kids[0], list);
		struct node *rest = new_node(arena, N_REPEAT, node->at);
		if (rest && node->max > node->min && add_kid(arena, rest, node->kids[0])) {
			rest->max = (uint16_t)(node->max - node->min);
			push(list, rest);
		}
	} else {
		push(list, node);
	}
}

/* ---- how a company may stand -------------------------------------------------------------------------------------- */

static bool is_word(const accord_rule_language *l, const struct node *node, const char *word)
{
	return node && node->kind == N_ATOM && l->atoms[node->id].kind == A_LEXICAL &&
	       accord_slice_is(l->atoms[node->id].text, word);
}

static bool is_company(const accord_rule_language *l, const struct node *node)
{
	return node->kind == N_ATOM && l->atoms[node->id].kind == A_KIND &&
	       (l->atoms[node->id].kinds & 1 << ACCORD_ITEM_COMPANY) && l->atoms[node->id].kinds < KIND_CAPITAL;
}

static bool is_possessive(const accord_rule_language *l, const struct node *node)
{
	return is_word(l, node, "'s") || is_word(l, node, "\xE2\x80\x99s");
}

/* A noun right behind a name makes the name a modifier: "the Fitbit acquisition". */
static bool is_noun(const accord_rule_language *l, const struct node *node)
{
	if (!node || node->kind != N_ATOM)
		return false;
	const struct atom *a = &l->atoms[node->id];
	return (a->kind == A_LEXICAL || a->kind == A_EXACT) && !a->verbal && a->rank >= 45;
}

static bool is_newcomer(const accord_rule_language *l, const struct node *node)
{
	return l->atoms[node->id].kind == A_KIND && l->atoms[node->id].kinds & KIND_NEWCOMER;
}

/* Behind which atoms a company stands bare: verbs, punctuation, other found things. */
static bool open_behind(const accord_rule_language *l, const struct node *node)
{
	const struct atom *a = &l->atoms[node->id];
	if (a->kind == A_KIND)
		return !(node->flags & (STAND_GENITIVE | STAND_MAYBE_GENITIVE));
	if (a->kind != A_LEXICAL || a->verbal || !a->text.len)
		return a->verbal;
	return strchr(",:;.!?()\"", a->text.data[0]) != NULL;
}

static uint32_t standing(const accord_rule_language *l, bool open, const struct node *next)
{
	bool maybe = next && next->kind == N_REPEAT && is_possessive(l, next->kids[0]);
	if (next && is_possessive(l, next))
		return STAND_GENITIVE;
	if (maybe)
		return STAND_MAYBE_GENITIVE;
	if (is_word(l, next, "-") || is_noun(l, next))
		return STAND_LINKED;
	return open ? STAND_BARE : 0;
}

static struct node *next_element(const struct list *list, size_t i)
{
	for (i++; i < list->count; i++)
		if (list->items[i]->kind != N_LEFT && list->items[i]->kind != N_RIGHT)
			return list->items[i];
	return NULL;
}

/*
 * Give every company its flags, in copies, since choices share nodes; drop the 's that belongs to the item before.
 * `open` says whether a company here would stand bare; returns the same for what follows.
 */
static bool mark_standing(struct compilation *c, struct list *list, bool open, const struct node *behind)
{
	const accord_rule_language *l = c->language;
	for (size_t i = 0; i < list->count; i++) {
		struct node *node = list->items[i];
		if (node->kind == N_GAP) {
			open |= node->gap != GAP_PHRASE;
			continue;
		}
		if (node->kind != N_ATOM && node->kind != N_ALT && node->kind != N_REPEAT)
			continue;
		struct node *copy = new_node(l->scratch, (enum node_kind)node->kind, node->at), *next = next_element(list, i);
		if (!copy) {
			c->failed = true;
			return open;
		}
		*copy = *node;
		list->items[i] = copy;
		if (!next)
			next = (struct node *)behind;
		if (node->kind == N_ATOM) {
			if (is_company(l, node) || is_newcomer(l, node)) {
				copy->flags = standing(l, open, next);
				if (copy->flags & (STAND_GENITIVE | STAND_MAYBE_GENITIVE))
					for (size_t k = i + 1; k < list->count; k++)
						if (list->items[k] == next) {
							memmove(&list->items[k], &list->items[k + 1],
							        (list->count - k - 1) * sizeof *list->items);
							list->count--;
							break;
						}
			}
			open = open_behind(l, copy);
			continue;
		}
		copy->kids = NULL;
		copy->count = 0;
		bool all_open = node->kind == N_REPEAT ? open : true;
		for (size_t k = 0; k < node->count; k++) {
			struct list inner = {.count = 0};
			flatten(l->scratch, node->kids[k], &inner);
			all_open &= mark_standing(c, &inner, open, next);
			struct node *seq = new_node(l->scratch, N_SEQ, node->kids[k]->at);
			for (size_t m = 0; seq && m < inner.count; m++)
				add_kid(l->scratch, seq, inner.items[m]);
			if (inner.full || !add_kid(l->scratch, copy, seq))
				c->failed = true;
		}
		open = all_open;
	}
	return open;
}

static unsigned count_atoms(const struct node *node)
{
	unsigned n = node->kind == N_ATOM, least = 0;
	if (node->kind == N_REPEAT)
		return 0;
	for (size_t i = 0; i < node->count; i++) {
		unsigned k = count_atoms(node->kids[i]);
		least = !i || k < least ? k : least;
		n += node->kind == N_ALT ? 0 : k;
	}
	return n + (node->kind == N_ALT ? least : 0);
}

static unsigned fewest_companies(const accord_rule_language *l, const struct node *node)
{
	unsigned n = 0;
	if (node->kind == N_ATOM)
		return is_company(l, node) && l->atoms[node->id].kinds == 1 << ACCORD_ITEM_COMPANY;
	if (node->kind == N_REPEAT)
		return 0;
	for (size_t i = 0; i < node->count; i++) {
		unsigned k = fewest_companies(l, node->kids[i]);
		if (node->kind == N_ALT)
			n = i == 0 || k < n ? k : n;
		else
			n += k;
	}
	return n;
}

/* ---- code --------------------------------------------------------------------------------------------------------- */

struct writer {
	struct compilation *c;
	struct instruction items[MAX_CODE];
	uint16_t count;
	bool backward;
};

static uint16_t emit(struct writer *w, enum opcode op, const struct node *node)
{
	if (w->count == MAX_CODE) {
		if (!w->c->failed)
			diagnose(w->c->language->diagnosis, node ? node->at : w->c->model->at, "make two patterns of it",
			         "the pattern is too large");
		w->c->failed = true;
		return 0;
	}
	struct instruction *i = &w->items[w->count];
	*i = (struct instruction){.op = (uint8_t)op, .x = (uint16_t)(w->count + 1)};
	return w->count++;
}

static void emit_node(struct writer *w, const struct node *node);

static void emit_optional(struct writer *w, const struct node *kid, unsigned times)
{
	uint16_t split = emit(w, OP_SPLIT, kid);
	emit_node(w, kid);
	if (times > 1 && !w->c->failed)
		emit_optional(w, kid, times - 1);
	w->items[split].y = w->count;
}

static void emit_choice(struct writer *w, const struct node *node)
{
	uint16_t jumps[MAX_CODE];
	size_t count = 0;
	for (size_t i = 0; i < node->count && !w->c->failed; i++) {
		bool last = i + 1 == node->count;
		uint16_t split = last ? 0 : emit(w, OP_SPLIT, node);
		emit_node(w, node->kids[i]);
		if (last)
			break;
		jumps[count++] = emit(w, OP_JUMP, node);
		w->items[split].y = w->count;
	}
	for (size_t i = 0; i < count; i++)
		w->items[jumps[i]].x = w->count;
}

static void emit_slot(struct writer *w, const struct node *node, bool left)
{
	uint16_t at = emit(w, left ? OP_LEFT : OP_RIGHT, node);
	w->items[at].arg = (uint8_t)node->slot;
}

static void emit_node(struct writer *w, const struct node *node)
{
	uint16_t at;
	if (w->c->failed)
		return;
	switch (node->kind) {
	case N_SEQ:
		for (size_t i = 0; i < node->count; i++)
			emit_node(w, node->kids[w->backward ? node->count - 1 - i : i]);
		break;
	case N_ALT:
		emit_choice(w, node);
		break;
	case N_REPEAT:
		for (unsigned i = 0; i < node->min; i++)
			emit_node(w, node->kids[0]);
		if (node->max > node->min)
			emit_optional(w, node->kids[0], (unsigned)(node->max - node->min));
		break;
	case N_CAPTURE:
		emit_slot(w, node, !w->backward);
		emit_node(w, node->kids[0]);
		emit_slot(w, node, w->backward);
		break;
	case N_LEFT:
	case N_RIGHT:
		emit_slot(w, node, node->kind == N_LEFT);
		break;
	case N_GAP:
		at = emit(w, OP_GAP, node);
		w->items[at].arg = node->gap;
		break;
	case N_START:
	case N_END:
		emit(w, node->kind == N_START ? OP_START : OP_END, node);
		break;
	case N_BESIDE:
		at = emit(w, OP_BESIDE, node);
		w->items[at].atom = node->id;
		break;
	default:
		at = emit(w, OP_ATOM, node);
		w->items[at].atom = node->id;
		w->items[at].flags = (uint16_t)node->flags;
	}
}

static bool emit_list(struct compilation *c, const struct list *list, size_t from, size_t to, bool backward,
                      struct code *code)
{
	struct writer w;
	w.c = c;
	w.count = 0;
	w.backward = backward;
	for (size_t i = from; i < to; i++)
		emit_node(&w, list->items[backward ? from + to - 1 - i : i]);
	emit(&w, OP_MATCH, NULL);
	code->count = w.count;
	code->items = w.items;
	spread_all_marks(c->language, code);
	return !c->failed && share_code(c->language, code);
}

/* ---- the trigger -------------------------------------------------------------------------------------------------- */

static unsigned worth(const accord_rule_language *l, const struct node *node)
{
	unsigned best = 0;
	switch (node->kind) {
	case N_ATOM:
		return l->atoms[node->id].rank;
	case N_SEQ:
	case N_CAPTURE:
		for (size_t i = 0; i < node->count; i++) {
			unsigned w = worth(l, node->kids[i]);
			best = w > best ? w : best;
		}
		return best;
	case N_REPEAT:
		return node->min ? worth(l, node->kids[0]) : 0;
	case N_ALT:
		for (size_t i = 0; i < node->count; i++) {
			unsigned w = worth(l, node->kids[i]);
			best = !i || w < best ? w : best;
		}
		return best > 1 ? best - 1 : best; /* an atom of the same worth is simpler */
	default:
		return 0;
	}
}

static bool holds_trigger(const struct node *node)
{
	if (node->kind == N_ATOM)
		return node->trigger;
	for (size_t i = 0; i < node->count; i++)
		if (holds_trigger(node->kids[i]))
			return true;
	return false;
}

/* The element that wakes the list: the one that a frame marks, else the rarest. */
static size_t choose(const struct compilation *c, const struct list *list)
{
	size_t best = list->count;
	unsigned most = 0;
	for (size_t i = 0; i < list->count; i++) {
		const struct node *node = list->items[i];
		if (holds_trigger(node) && node->kind != N_REPEAT)
			return i;
		unsigned w = worth(c->language, node);
		if (node->kind == N_ALT && node->count > c->budget)
			w = w ? 1 : 0;
		if (w > most) {
			most = w;
			best = i;
		}
	}
	return best;
}

static bool register_program(struct compilation *c, const struct program *p, const uint16_t *needs, size_t need_count)
{
	accord_rule_language *l = c->language;
	if (c->unless) {
		struct program *grown = grow_array(l->arena, *c->made, *c->made_count, &c->made_capacity, sizeof *grown);
		if (!grown)
			return false;
		*c->made = grown;
		grown[(*c->made_count)++] = *p;
		return true;
	}
	struct program *grown = grow_array(l->arena, l->programs, l->program_count, &l->program_capacity, sizeof *grown);
	if (!grown || l->program_count == MAX_PROGRAMS)
		return false;
	l->programs = grown;
	uint32_t id = (uint32_t)l->program_count++;
	grown[id] = *p;
	c->rule->fires = true;
	struct atom *a = &l->atoms[p->trigger];
	accord_rule_kind kind = p->rule->kind;
	struct wake wake = {.program = id,
	                    .kinds = p->kinds,
	                    .companies = p->companies,
	                    .companies_before = p->companies_before,
	                    .companies_behind = p->companies_behind};
	uint8_t left_gap, right_gap;
	wake.left = opening_marks(&p->back, &left_gap);
	wake.right = opening_marks(&p->fore, &right_gap);
	wake.left_gap = left_gap & 15;
	wake.right_gap = right_gap & 15;
	if (a->kind == A_KIND && a->kinds < 1u << 12) {
		for (unsigned k = 0; k < 12; k++)
			if (a->kinds & 1u << k) {
				l->item_kinds_wake[kind] |= (uint16_t)(1u << k);
				push_wake(l, &l->by_kind[kind][k], &wake, needs, need_count);
			}
		return true;
	}
	if (a->kind == A_KIND)
		return push_wake(l, &l->any_item[kind], &wake, needs, need_count);
	return push_wake(l, &a->gates[kind], &wake, needs, need_count);
}

static bool compile_list(struct compilation *c, struct list *list)
{
	size_t at = choose(c, list);
	if (list->full && !c->failed) {
		diagnose(c->language->diagnosis, c->model->at, "make two patterns of it", "the pattern is too long");
		c->failed = true;
	}
	if (c->failed)
		return false;
	if (at == list->count) {
		diagnose(c->language->diagnosis, c->model->at, "one word, class or found thing that is not optional",
		         "nothing in this pattern can wake it");
		return false;
	}
	struct node *element = list->items[at];
	if (element->kind == N_ALT || element->kind == N_SEQ) {
		for (size_t k = 0; k < element->count; k++) {
			struct list *branch = accord_arena_alloc(c->language->scratch, sizeof *branch);
			if (!branch || !c->budget)
				return false;
			if (element->kind == N_ALT && holds_trigger(element) && !holds_trigger(element->kids[k]))
				continue;
			branch->count = 0;
			branch->full = false;
			for (size_t i = 0; i < at; i++)
				push(branch, list->items[i]);
			flatten(c->language->scratch, element->kind == N_ALT ? element->kids[k] : element, branch);
			for (size_t i = at + 1; i < list->count; i++)
				push(branch, list->items[i]);
			if (!compile_list(c, branch))
				return false;
			if (element->kind == N_SEQ)
				break;
		}
		return true;
	}
	if (element->trigger && !c->language->atoms[element->id].rank)
		return true; /* no word has that form: nothing can ever wake it */
	struct program p = *c->model;
	c->budget--;
	p.trigger = element->id;
	p.trigger_flags = element->flags;
	p.trigger_marks = marks_of_atom(c->language, element->id);
	unsigned companies = 0, weight = 0;
	for (size_t i = 0; i < list->count; i++) {
		unsigned here = fewest_companies(c->language, list->items[i]);
		companies += here;
		if (i < at)
			p.companies_before = (uint8_t)(p.companies_before + here);
		else if (i > at)
			p.companies_behind = (uint8_t)(p.companies_behind + here);
		weight += count_atoms(list->items[i]);
	}
	p.weight = (uint8_t)(weight > 250 ? 250 : weight);
	p.companies = (uint8_t)(companies > 20 ? 20 : companies);
	uint16_t needs[MAX_NEEDS];
	size_t need_count = note_needs(c->language, list->items, list->count, at, needs);
	p.kinds |= found_kinds(c->language, list->items, list->count);
	p.slot_count = (uint8_t)c->r->slot_count;
	if (!c->r->kept_slots) {
		struct slot *kept = accord_arena_alloc(c->language->arena, (c->r->slot_count + 1) * sizeof *kept);
		if (!kept)
			return false;
		memcpy(kept, c->r->slots, c->r->slot_count * sizeof *kept);
		c->r->kept_slots = kept;
	}
	p.slots = c->r->kept_slots;
	return emit_list(c, list, 0, at, true, &p.back) && emit_list(c, list, at + 1, list->count, false, &p.fore) &&
	       register_program(c, &p, needs, need_count);
}

bool compile_pattern(struct resolution *r, accord_rule *rule, struct node *pattern, const struct program *model,
                     bool unless, struct program **made, size_t *made_count)
{
	struct compilation c = {.r = r, .language = r->language, .rule = rule, .model = model, .unless = unless,
	                        .budget = MAX_SPLIT, .made = made, .made_count = made_count,
	                        .made_capacity = made_count ? *made_count : 0};
	struct list *list = accord_arena_alloc(r->language->scratch, sizeof *list);
	if (!list)
		return false;
	list->count = 0;
	list->full = false;
	flatten(r->language->scratch, pattern, list);
	mark_standing(&c, list, true, NULL);
	return !c.failed && compile_list(&c, list);
}

bool compile_argument(struct resolution *r, struct node *pattern, struct argument *argument)
{
	static const struct program none;
	struct compilation c = {.r = r, .language = r->language, .model = &none};
	struct list *list = accord_arena_alloc(r->language->scratch, sizeof *list);
	if (!list)
		return false;
	list->count = 0;
	list->full = false;
	flatten(r->language->scratch, pattern, list);
	mark_standing(&c, list, true, NULL);
	if (list->full || c.failed || !emit_list(&c, list, 0, list->count, false, &argument->code))
		return false;
	argument->slot_count = (uint8_t)r->slot_count;
	memset(argument->slots, 0, sizeof argument->slots);
	memcpy(argument->slots, r->slots, r->slot_count * sizeof *r->slots);
	return true;
}
