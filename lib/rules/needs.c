/*
 * What a sentence must have before a program is worth running. A pattern's elements are looked through for words that
 * it cannot do without; of a choice one of several will do, if each of its branches has one:
 *
 *   COMPANIES ... ( @found ... @venture | @venture ... @found )      behind COMPANIES one of @found, @venture
 *
 * Patterns share such sets, which are numbered, so that a sentence is asked for each of them once.
 */
#include "program.h"

#include <string.h>

struct choice {
	size_t count;
	uint16_t atoms[MAX_NEEDED]; /* by atom.need */
};

/* The atom's number among those that are needed, given to it now if it has none; 0 if it is neither a word nor an expression, or
 * there are too many: then it is not asked for. */
static uint16_t number_of(accord_rule_language *l, struct atom *a)
{
	if (a->kind == A_REGEX)
		return a->regex < KNOWN_EXPRESSIONS ? (uint16_t)(NEED_EXPRESSIONS + a->regex) : 0;
	if (!a->need && a->kind == A_LEXICAL && l->need_count + 1 < NEED_EXPRESSIONS)
		a->need = ++l->need_count;
	return a->need;
}

/* Of the sets that an element asks for the one that says most: the smallest. False if it asks for no word. */
static bool need_of(accord_rule_language *l, const struct node *node, struct choice *need)
{
	struct choice part;
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
				*need = part;
				found = true;
			}
		return found;
	case N_ALT:
		need->count = 0;
		for (size_t i = 0; i < node->count; i++) {
			if (!need_of(l, node->kids[i], &part) || need->count + part.count > MAX_NEEDED)
				return false;
			memcpy(need->atoms + need->count, part.atoms, part.count * sizeof *part.atoms);
			need->count += part.count;
		}
		return node->count > 0;
	default:
		return false;
	}
}

static bool add_set(accord_rule_language *l, const struct choice *need)
{
	struct need_set *sets = grow_array(l->arena, l->need_sets, l->need_set_count, &l->need_set_capacity, sizeof *sets);
	if (!sets)
		return false;
	l->need_sets = sets;
	sets[l->need_set_count] = (struct need_set){(uint32_t)l->set_atom_count, (uint32_t)need->count};
	for (size_t i = 0; i < need->count; i++) {
		uint16_t *atoms = grow_array(l->arena, l->set_atoms, l->set_atom_count, &l->set_atom_capacity, sizeof *atoms);
		if (!atoms)
			return false;
		l->set_atoms = atoms;
		atoms[l->set_atom_count++] = need->atoms[i];
	}
	l->need_set_count++;
	return true;
}

/* The number of a need; 0 if there are too many sets, or no memory: then it is not asked for. */
static uint16_t number_need(accord_rule_language *l, const struct choice *need)
{
	if (need->count == 1)
		return need->atoms[0];
	if (!l->set_names)
		l->set_names = accord_hash_map_new();
	size_t size = need->count * sizeof *need->atoms;
	uint32_t known = accord_hash_map_get(l->set_names, (const char *)need->atoms, size, UINT32_MAX);
	if (known != UINT32_MAX)
		return (uint16_t)(NEED_SETS + known);
	known = (uint32_t)l->need_set_count;
	if (known == MAX_NEED_SETS || !l->set_names || !add_set(l, need) ||
	    !accord_hash_map_set(l->set_names, (const char *)need->atoms, size, known))
		return 0;
	return (uint16_t)(NEED_SETS + known);
}

/* A found thing that must be in the sentence, as a bit; 0 if it is none, or one of several. */
static uint16_t found_kind(const accord_rule_language *l, const struct node *node)
{
	if (node->kind != N_ATOM || l->atoms[node->id].kind != A_KIND)
		return 0;
	uint32_t kinds = l->atoms[node->id].kinds;
	return kinds < 1u << 12 && !(kinds & (kinds - 1)) ? (uint16_t)kinds : 0;
}

uint16_t found_kinds(const accord_rule_language *l, struct node *const *list, size_t count)
{
	uint16_t kinds = 0;
	for (size_t i = 0; i < count; i++)
		kinds |= found_kind(l, list[i]);
	return kinds;
}

size_t note_needs(accord_rule_language *l, struct node *const *list, size_t count, size_t trigger, uint16_t *needs)
{
	size_t found = 0;
	for (size_t i = 0; i < count && found < MAX_NEEDS; i++) {
		struct choice need;
		uint16_t number = i != trigger && need_of(l, list[i], &need) ? number_need(l, &need) : 0;
		if (number)
			needs[found++] = (uint16_t)(number | (i > trigger ? NEED_BEHIND : 0));
	}
	return found;
}
