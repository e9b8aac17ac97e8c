/*
 * When all atoms are known: for each word the atoms that it satisfies, side by side; which words wake which kinds of
 * rule; what a word does to gaps.
 */
#include "program.h"

#include <stdlib.h>
#include <string.h>

static int by_atom(const void *a, const void *b)
{
	const struct word_atom *x = a, *y = b;
	if (x->atom != y->atom)
		return x->atom < y->atom ? -1 : 1;
	return x->particle < y->particle ? -1 : x->particle > y->particle;
}

/* The pairs of one word, nearly always few of them and in order. */
static void sort_few(struct word_atom *pairs, size_t count)
{
	if (count > 100) {
		qsort(pairs, count, sizeof *pairs, by_atom);
		return;
	}
	for (size_t i = 1; i < count; i++) {
		struct word_atom pair = pairs[i];
		size_t at = i;
		for (; at > 0 && by_atom(&pairs[at - 1], &pair) > 0; at--)
			pairs[at] = pairs[at - 1];
		pairs[at] = pair;
	}
}

/* Pairs in the order of words, of a word in the order of atoms. */
static bool sort_pairs(accord_rule_language *l)
{
	uint32_t *index = accord_arena_calloc(l->scratch, l->word_count + 2, sizeof *index);
	struct word_atom *sorted = accord_arena_alloc(l->arena, (l->pair_count + 1) * sizeof *sorted);
	if (!index || !sorted)
		return false;
	for (size_t i = 0; i < l->pair_count; i++)
		index[l->pairs[i].word + 1]++;
	for (size_t w = 1; w <= l->word_count + 1; w++)
		index[w] += index[w - 1];
	uint32_t *filled = accord_arena_calloc(l->scratch, l->word_count + 1, sizeof *filled);
	if (!filled)
		return false;
	for (size_t i = 0; i < l->pair_count; i++)
		sorted[index[l->pairs[i].word] + filled[l->pairs[i].word]++] = l->pairs[i];
	for (size_t w = 1; w < l->word_count; w++)
		sort_few(sorted + index[w], index[w + 1] - index[w]);
	for (size_t w = 0; w <= l->word_count; w++)
		l->rows[w].first_pair = index[w];
	l->pairs = sorted;
	l->pair_capacity = l->pair_count;
	return true;
}

/* Words of the lexicon satisfy atoms with a star like any other, so that only unknown words walk the tries. */
static bool add_glob_pairs(accord_rule_language *l, accord_word word, const struct glob_trie *trie, bool reversed)
{
	uint32_t node = glob_find(trie, accord_lexicon_form(l->lexicon, word), reversed);
	for (; node; node = trie->nodes[node].parent_end)
		for (uint32_t a = trie->nodes[node].first_atom; a; a = l->glob_atoms[a - 1].next) {
			struct word_atom *grown = grow_array(l->arena, l->pairs, l->pair_count, &l->pair_capacity,
			                                     sizeof *grown);
			if (!grown)
				return false;
			l->pairs = grown;
			l->pairs[l->pair_count++] = (struct word_atom){word, l->glob_atoms[a - 1].atom, 0, false};
		}
	return true;
}

/* Each node learns the nearest node above it that ends a glob. Nodes stand behind their parents. */
static void link_ends(struct glob_trie *trie)
{
	for (uint32_t node = 0; node < trie->count; node++) {
		uint32_t end = trie->nodes[node].first_atom ? node : trie->nodes[node].parent_end;
		for (uint32_t kid = trie->nodes[node].first_child; kid; kid = trie->nodes[kid].next_sibling)
			trie->nodes[kid].parent_end = end;
	}
}

static uint8_t bits_of(const accord_rule_language *l, accord_word word)
{
	size_t count;
	const accord_reading *readings = accord_lexicon_readings(l->lexicon, word, &count);
	uint8_t bits = 0;
	bool finite = false;
	for (size_t i = 0; i < count; i++) {
		accord_pos pos = ACCORD_POS_WORD;
		accord_lexicon_lemma_name(l->lexicon, readings[i].lemma, &pos);
		if (pos == ACCORD_POS_NOUN)
			bits |= WORD_NOUN;
		if (pos == ACCORD_POS_VERB && (readings[i].forms & (ACCORD_FORM_FINITE | ACCORD_FORM_STEM)) &&
		    !(readings[i].forms & ACCORD_FORM_PP))
			finite = true;
	}
	if (finite && !(bits & WORD_NOUN))
		bits |= WORD_STOPS_PHRASE;
	return bits;
}

static void add_class_bits(accord_rule_language *l, const char *name, uint8_t bits)
{
	const struct word_class *c = find_class(l, accord_slice_of(name));
	for (size_t i = 0; c && i < c->word_count; i++)
		if (c->words[i].word < l->word_count)
			l->rows[c->words[i].word].bits |= bits;
}

static void fill_bits(accord_rule_language *l)
{
	static const struct {
		const char *name;
		uint8_t bits;
	} classes[] = {{"preposition", WORD_STOPS_PHRASE | WORD_FUNCTION}, {"subordinator", WORD_STOPS_PHRASE | WORD_FUNCTION},
	               {"coordinator", WORD_STOPS_PHRASE | WORD_FUNCTION | WORD_COORDINATOR},
	               {"relative", WORD_FUNCTION},  {"negation", WORD_STOPS_PHRASE | WORD_FUNCTION},
	               {"auxiliary", WORD_STOPS_PHRASE | WORD_FUNCTION | WORD_AUXILIARY},
	               {"adverb", WORD_ADVERB}, {"determiner", WORD_FUNCTION},
	               {"definite", WORD_FUNCTION},  {"pronoun", WORD_FUNCTION}, {"particle", WORD_PARTICLE},
	               {"number", WORD_NUMBER}};
	for (accord_word w = 1; w < l->word_count; w++)
		l->rows[w].bits = bits_of(l, w);
	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
		add_class_bits(l, classes[i].name, classes[i].bits);
	for (accord_word w = 1; w < l->word_count; w++) {
		size_t count;
		const accord_reading *readings = accord_lexicon_readings(l->lexicon, w, &count);
		for (size_t i = 0; i < count; i++)
			if (readings[i].particle && readings[i].particle < l->word_count)
				l->rows[readings[i].particle].bits |= WORD_PARTICLE;
	}
}

/* Pairs are in the order of words by now. */
static bool fill_needs(accord_rule_language *l)
{
	size_t count = 0;
	l->needs = accord_arena_alloc(l->arena, (l->pair_count + 1) * sizeof *l->needs);
	for (size_t w = 0; l->needs && w < l->word_count; w++) {
		l->rows[w].first_need = (uint32_t)count;
		for (uint32_t p = l->rows[w].first_pair; p < l->rows[w + 1].first_pair; p++)
			if (l->atoms[l->pairs[p].atom].need)
				l->needs[count++] = l->atoms[l->pairs[p].atom].need;
	}
	l->rows[l->word_count].first_need = (uint32_t)count;
	l->need_pair_count = count;
	return l->needs != NULL;
}

static void fill_marks(accord_rule_language *l)
{
	for (size_t i = 0; i < l->pair_count; i++)
		l->rows[l->pairs[i].word].marks |= l->atoms[l->pairs[i].atom].mark;
	for (size_t i = 0; i < l->glob_atom_count; i++)
		l->glob_atoms[i].need = l->atoms[l->glob_atoms[i].atom].need;
}

/* Those of one word and kind: counted from the last. */
static void count_runs(struct word_wake *wakes, size_t first, size_t end)
{
	for (size_t i = end; i-- > first;)
		wakes[i].run = (uint16_t)(end - i);
}

/* Of the pairs of a word those whose atoms wake something, kind by kind. */
static bool fill_wakes(accord_rule_language *l)
{
	size_t count = 0, capacity = 0;
	for (size_t w = 0; w < l->word_count; w++) {
		l->rows[w].first_wake = (uint32_t)count;
		for (uint8_t kind = 0; kind < ACCORD_RULE_KINDS; kind++) {
			size_t first = count;
			for (uint32_t p = l->rows[w].first_pair; p < l->rows[w + 1].first_pair; p++) {
				const struct atom *a = &l->atoms[l->pairs[p].atom];
				if (!a->gates[kind])
					continue;
				struct word_wake *grown = grow_array(l->arena, l->word_wakes, count, &capacity, sizeof *grown);
				if (!grown)
					return false;
				l->word_wakes = grown;
				const struct word_atom *pair = &l->pairs[p];
				grown[count++] = (struct word_wake){a->gates[kind], pair->particle, (uint16_t)pair->atom, 0, kind,
				                                    pair->simple, a->kind == A_EXACT};
				l->rows[w].wakes |= (uint8_t)(1u << kind);
			}
			count_runs(l->word_wakes, first, count);
		}
	}
	l->rows[l->word_count].first_wake = (uint32_t)count;
	l->word_wake_count = count;
	return true;
}

static void fill_triggers(accord_rule_language *l)
{
	for (size_t i = 0; i < l->glob_atom_count; i++)
		for (int k = 0; k < ACCORD_RULE_KINDS; k++)
			if (l->atoms[l->glob_atoms[i].atom].gates[k])
				l->glob_kinds |= (uint8_t)(1 << k);
	for (uint32_t a = 1; a < l->atom_count; a++) {
		bool wakes = false;
		for (int k = 0; k < ACCORD_RULE_KINDS; k++)
			if (l->atoms[a].kind == A_REGEX && l->atoms[a].gates[k]) {
				uint32_t bit = l->atoms[a].regex;
				l->regex_wakes[k] |= (uint64_t)1 << (bit < KNOWN_EXPRESSIONS ? bit : KNOWN_EXPRESSIONS);
				l->regex_kinds |= (uint8_t)(1 << k);
				wakes = true;
			}
		uint32_t *grown = wakes ? grow_array(l->arena, l->regex_triggers, l->regex_trigger_count,
		                                     &l->regex_trigger_capacity, sizeof *grown) : NULL;
		if (!grown)
			continue;
		l->regex_triggers = grown;
		l->regex_triggers[l->regex_trigger_count++] = a;
		for (size_t b = 0; b < 32; b++)
			l->regex_first[b] |= l->regexes[l->atoms[a].regex].first[b];
	}
}

bool index_words(accord_rule_language *l)
{
	l->word_count = 1;
	while (accord_lexicon_form(l->lexicon, (accord_word)l->word_count).data)
		l->word_count++;
	link_ends(&l->suffixes);
	link_ends(&l->prefixes);
	for (accord_word w = 1; w < l->word_count; w++)
		if (!add_glob_pairs(l, w, &l->suffixes, true) || !add_glob_pairs(l, w, &l->prefixes, false))
			return false;
	l->rows = accord_arena_calloc(l->arena, l->word_count + 1, sizeof *l->rows);
	if (!l->rows || !sort_pairs(l) || !fill_needs(l))
		return false;
	fill_marks(l);
	fill_bits(l);
	if (!arrange_wakes(l) || !fill_wakes(l))
		return false;
	fill_triggers(l);
	return true;
}
