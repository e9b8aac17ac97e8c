/*
 * What a sentence must have before a program is worth running. A pattern's elements are looked through for words that
 * it cannot do without; of a choice one of several will do, if each of its branches has one:
 *
 *   COMPANIES ... ( @found ... @venture | @venture ... @found )      behind COMPANIES one of @found, @venture
 */
#include "program.h"

#include <string.h>

/* The atom's number among those that are needed, given to it now if it has none; 0 if it is no word, or there are too
 * many: then it is not asked for. */
static uint16_t number_of(accord_rule_language *l, struct atom *a)
{
	if (!a->need && a->kind == A_LEXICAL && l->need_count < MAX_NEED_ATOMS)
		a->need = ++l->need_count;
	return a->need;
}

/* Of the sets that an element asks for the one that says most: the smallest. False if it asks for no word. */
static bool need_of(accord_rule_language *l, const struct node *node, struct need *need)
{
	struct need part;
	bool found = false;
	switch (node->kind) {
	case N_ATOM:
		need->count = 1;
		need->atoms[0] = number_of(l, &l->atoms[node->id]);
		return need->atoms[0] != 0;
	case N_REPEAT:
		return node->min && need_of(l, node->kids[0], need);
	case N_SEQ:
	case N_CAPTURE:
		for (size_t i = 0; i < node->count; i++)
			if (need_of(l, node->kids[i], &part) && (!found || part.count < need->count)) {
				memcpy(need->atoms, part.atoms, part.count * sizeof *part.atoms);
				need->count = part.count;
				found = true;
			}
		return found;
	case N_ALT:
		need->count = 0;
		for (size_t i = 0; i < node->count; i++) {
			if (!need_of(l, node->kids[i], &part) || need->count + part.count > MAX_NEEDED)
				return false;
			memcpy(need->atoms + need->count, part.atoms, part.count * sizeof *part.atoms);
			need->count = (uint8_t)(need->count + part.count);
		}
		return node->count > 0;
	default:
		return false;
	}
}

/* A found thing that must be in the sentence, as a bit; 0 if it is none, or one of several. */
static uint16_t found_kind(const accord_rule_language *l, const struct node *node)
{
	if (node->kind != N_ATOM || l->atoms[node->id].kind != A_KIND)
		return 0;
	uint32_t kinds = l->atoms[node->id].kinds;
	return kinds < 1u << 12 && !(kinds & (kinds - 1)) ? (uint16_t)kinds : 0;
}

bool note_needs(accord_rule_language *l, struct program *p, struct node *const *list, size_t count,
                size_t trigger)
{
	struct need needs[MAX_NEEDS] = {{0}}; /* what is not used is zero, so that images are the same each time */
	p->need_count = 0;
	for (size_t i = 0; i < count; i++) {
		p->kinds |= found_kind(l, list[i]);
		if (i != trigger && p->need_count < MAX_NEEDS && need_of(l, list[i], &needs[p->need_count]))
			needs[p->need_count++].behind = i > trigger;
	}
	if (!p->need_count)
		return true;
	struct need *kept = accord_arena_alloc(l->arena, p->need_count * sizeof *kept);
	if (!kept)
		return false;
	memcpy(kept, needs, p->need_count * sizeof *kept);
	p->needs = kept;
	return true;
}
