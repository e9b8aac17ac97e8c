/* What clause.c and phrase.c both ask of the items of a sentence. */
#ifndef TAG_CLAUSE_H
#define TAG_CLAUSE_H

#include "analysis.h"

static inline bool is_punct(const accord_item *item, char mark)
{
	return item->kind == ACCORD_ITEM_PUNCT && item->text.len == 1 && item->text.data[0] == mark;
}

static inline uint32_t bits_at(const struct analysis *a, const struct sentence *s, size_t i)
{
	return i < s->count ? word_bits(a->grammar, &s->items[i]) : 0;
}

/* Whether the text is one of the words, of which NULL is the last. */
static inline bool one_of(accord_slice text, const char *const *words)
{
	for (; *words; words++)
		if (accord_slice_is(text, *words))
			return true;
	return false;
}

#endif
