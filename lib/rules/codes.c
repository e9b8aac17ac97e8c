/*
 * Pieces of code that say the same are kept once: a verb's programs differ in what stands before the trigger or behind it,
 * seldom in both, and half of all code is a few short pieces.
 */
#include "program.h"

#include <string.h>

struct code_table {
	struct code *slots; /* open addressing by the hash of the instructions */
	size_t count, size;
};

static uint64_t hash_of(const struct code *code)
{
	return accord_hash((const char *)code->items, code->count * sizeof *code->items);
}

static struct code *slot_of(const struct code_table *t, const struct code *code)
{
	for (size_t i = hash_of(code) & (t->size - 1);; i = (i + 1) & (t->size - 1)) {
		struct code *slot = &t->slots[i];
		if (!slot->items || (slot->count == code->count &&
		                     !memcmp(slot->items, code->items, code->count * sizeof *code->items)))
			return slot;
	}
}

static bool grow_table(accord_rule_language *l)
{
	struct code_table *t = l->codes ? l->codes : accord_arena_calloc(l->arena, 1, sizeof *t);
	size_t size = t && t->size ? t->size * 2 : 1 << 12;
	struct code *slots = t ? accord_arena_calloc(l->arena, size, sizeof *slots) : NULL;
	if (!slots)
		return false;
	struct code_table larger = {slots, t->count, size};
	for (size_t i = 0; i < t->size; i++)
		if (t->slots[i].items)
			*slot_of(&larger, &t->slots[i]) = t->slots[i];
	*t = larger;
	l->codes = t;
	return true;
}

bool share_code(accord_rule_language *l, struct code *code)
{
	if ((!l->codes || (l->codes->count + 1) * 2 > l->codes->size) && !grow_table(l))
		return false;
	struct code *slot = slot_of(l->codes, code);
	if (slot->items) {
		*code = *slot;
		return true;
	}
	struct instruction *copy = accord_arena_alloc(l->arena, code->count * sizeof *copy);
	if (!copy)
		return false;
	memcpy(copy, code->items, code->count * sizeof *copy);
	code->items = copy;
	if (!note_openings(l, code))
		return false;
	*slot = *code;
	l->codes->count++;
	return true;
}
