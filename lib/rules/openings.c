/*
 * What can stand where a piece of code begins. A program is woken by one word, and nearly always the word beside it
 * already shows that it cannot match; so the atoms that the code would ask of its first item are collected once, when
 * rules are loaded, by following it as the matcher does until it waits for an item.
 *
 *   ( Anfang | Mitte | Ende ) month:@month      behind nothing, before: one of three words
 *   acquirer:COMPANY ... @buy                   a gap comes first: anything
 */
#include "program.h"

#include <string.h>

static uint64_t marks_of_kinds(uint32_t kinds)
{
	uint64_t marks = 0;
	if (kinds & ~(uint32_t)(0xFFF | KIND_GOVERNED))
		return MARK_ALWAYS;
	for (unsigned k = 0; k < 12; k++)
		if (kinds & 1u << k)
			marks |= kind_mark(k) ? kind_mark(k) : MARK_ALWAYS;
	return marks;
}

/* Every match begins with a digit. */
static bool numeric(const struct regex *re)
{
	for (unsigned byte = 0; byte < 256; byte++)
		if ((byte < '0' || byte > '9') && re->first[byte / 8] & 1u << (byte & 7))
			return false;
	return true;
}

uint64_t marks_of_atom(const accord_rule_language *l, uint32_t atom)
{
	const struct atom *a = &l->atoms[atom];
	if (a->kind == A_LEXICAL)
		return a->mark;
	if (a->kind == A_KIND)
		return marks_of_kinds(a->kinds);
	return a->kind == A_REGEX && numeric(&l->regexes[a->regex]) ? MARK_NUMBER : MARK_ALWAYS;
}

struct walk {
	const struct code *code;
	bool seen[MAX_CODE];
	struct opening found[MAX_OPENINGS];
	size_t count;
	bool open; /* anything may stand there */
};

static void add(struct walk *w, const struct instruction *i)
{
	for (size_t k = 0; k < w->count; k++)
		if (w->found[k].atom == i->atom && w->found[k].flags == i->flags)
			return;
	if (w->count == MAX_OPENINGS)
		w->open = true;
	else
		w->found[w->count++] = (struct opening){i->atom, i->flags};
}

static void follow(struct walk *w, uint16_t pc)
{
	for (;;) {
		const struct instruction *i = &w->code->items[pc];
		if (w->open || w->seen[pc])
			return;
		w->seen[pc] = true;
		switch (i->op) {
		case OP_ATOM:
			add(w, i);
			return;
		case OP_GAP:
		case OP_MATCH:
			w->open = true;
			return;
		case OP_SPLIT:
			follow(w, i->x);
			pc = i->y;
			break;
		default: /* edges and captures take no item */
			pc = i->x;
		}
	}
}

static uint64_t marks_from(const accord_rule_language *l, const struct code *code, const struct instruction *i)
{
	switch (i->op) {
	case OP_ATOM:
		return marks_of_atom(l, i->atom);
	case OP_GAP:
	case OP_MATCH:
		return MARK_ALWAYS;
	case OP_SPLIT:
		return code->items[i->x].marks | code->items[i->y].marks;
	default:
		return code->items[i->x].marks;
	}
}

/* From the end, since code leads on; once more where a step leads back. False when nothing has changed. */
static bool spread_marks(const accord_rule_language *l, struct code *code)
{
	bool changed = false;
	for (size_t k = code->count; k-- > 0;) {
		uint64_t marks = marks_from(l, code, &code->items[k]);
		changed |= marks != code->items[k].marks;
		code->items[k].marks = marks;
	}
	return changed;
}

void spread_all_marks(const accord_rule_language *l, struct code *code)
{
	while (spread_marks(l, code))
		;
}

bool note_openings(const accord_rule_language *l, struct code *code)
{
	struct walk w = {.code = code};
	follow(&w, 0);
	code->openings = NULL;
	code->opening_count = 0;
	if (w.open || !w.count)
		return true;
	code->openings = accord_arena_alloc(l->arena, w.count * sizeof *w.found);
	if (!code->openings)
		return false;
	memcpy(code->openings, w.found, w.count * sizeof *w.found);
	code->opening_count = (uint16_t)w.count;
	return true;
}

uint64_t opening_marks(const struct code *code, uint8_t *gap)
{
	const struct instruction *i = code->items;
	while (i->op == OP_LEFT || i->op == OP_RIGHT || i->op == OP_JUMP)
		i = &code->items[i->x];
	*gap = i->op == OP_GAP ? (uint8_t)(i->arg + 1) : 0;
	return code->items[i->op == OP_GAP ? i->x : 0].marks;
}
