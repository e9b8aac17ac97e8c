/*
 * Words with a star. `*übernahme` stands in a trie that is walked from a word's end, `Übernahme*` in one that is walked
 * from its beginning: a word is tested against all of them at once, and most words leave after two or three bytes.
 */
#include "program.h"

static uint32_t child_of(const struct glob_trie *trie, uint32_t node, uint8_t byte)
{
	uint32_t child = trie->nodes[node].first_child;
	while (child && trie->nodes[child].byte != byte)
		child = trie->nodes[child].next_sibling;
	return child;
}

static uint32_t add_node(accord_rule_language *l, struct glob_trie *trie, uint32_t parent, uint8_t byte)
{
	struct glob_node *grown = grow_array(l->arena, trie->nodes, trie->count, &trie->capacity, sizeof *grown);
	if (!grown || trie->count >= MAX_GLOB_NODES)
		return 0;
	trie->nodes = grown;
	uint32_t node = (uint32_t)trie->count++;
	trie->nodes[node] = (struct glob_node){0, 0, 0, 0, byte};
	if (node) {
		trie->nodes[node].next_sibling = trie->nodes[parent].first_child;
		trie->nodes[parent].first_child = node;
	}
	return node;
}

bool glob_add(accord_rule_language *l, struct glob_trie *trie, accord_slice text, bool reversed, uint32_t atom)
{
	if (!trie->count && (add_node(l, trie, 0, 0), !trie->count))
		return false;
	uint32_t node = 0;
	for (size_t i = 0; i < text.len; i++) {
		uint8_t byte = (uint8_t)text.data[reversed ? text.len - 1 - i : i];
		uint32_t next = child_of(trie, node, byte);
		if (!next)
			next = add_node(l, trie, node, byte);
		if (!next)
			return false;
		node = next;
	}
	struct glob_atom *grown = grow_array(l->arena, l->glob_atoms, l->glob_atom_count, &l->glob_atom_capacity,
	                                     sizeof *grown);
	if (!grown)
		return false;
	l->glob_atoms = grown;
	l->glob_atoms[l->glob_atom_count++] = (struct glob_atom){atom, trie->nodes[node].first_atom};
	trie->nodes[node].first_atom = (uint32_t)l->glob_atom_count;
	return true;
}

/* The deepest node with atoms that a word reaches; 0 if none. */
uint32_t glob_find(const struct glob_trie *trie, accord_slice folded, bool reversed)
{
	uint32_t node = 0, best = 0;
	if (!trie->count)
		return 0;
	for (size_t i = 0; i < folded.len; i++) {
		node = child_of(trie, node, (uint8_t)folded.data[reversed ? folded.len - 1 - i : i]);
		if (!node)
			break;
		if (trie->nodes[node].first_atom)
			best = node;
	}
	return best;
}

/* Whether an atom stands at a node or at one above it (`parent_end` leads from end to end). */
bool glob_holds(const accord_rule_language *l, const struct glob_trie *trie, uint32_t node, uint32_t atom)
{
	for (; node; node = trie->nodes[node].parent_end)
		for (uint32_t a = trie->nodes[node].first_atom; a; a = l->glob_atoms[a - 1].next)
			if (l->glob_atoms[a - 1].atom == atom)
				return true;
	return false;
}
