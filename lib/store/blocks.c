/*
 * A block is a key that two reports of one deal have in common: what is bought, or a pair of parties. Within
 * a block, gather.c compares all reports; so no report is compared with the whole store. A takeover stands
 * under its target (so that one without a named buyer finds it) and under each pair; a round under its
 * recipient; all others under pairs, or, where only one party is named, under that.
 */
#include "blocks.h"

#include <stdio.h>
#include <string.h>

char deal_family(accord_deal_type type)
{
	static const char families[ACCORD_DEAL_TYPES] = {
		[ACCORD_ACQUISITION] = 'a',   [ACCORD_MERGER] = 'a',      [ACCORD_INVESTMENT] = 'i',
		[ACCORD_JOINT_VENTURE] = 'j', [ACCORD_PARTNERSHIP] = 'p', [ACCORD_LICENSING] = 'l',
		[ACCORD_ASSET_SALE] = 's',    [ACCORD_SUPPLY] = 'c',      [ACCORD_SETTLEMENT] = 't',
		[ACCORD_SPIN_OFF] = 'o',
	};
	return families[type];
}

struct list {
	accord_arena *arena;
	accord_slice *items;
	size_t count;
};

static void add(struct list *list, char family, char kind, accord_slice a, accord_slice b)
{
	size_t size = a.len + b.len + 8;
	char *text = list->count < MAX_BLOCKS ? accord_arena_alloc(list->arena, size) : NULL;
	if (!text)
		return;
	int n = b.data ? snprintf(text, size, "%c%c:%.*s|%.*s", family, kind, (int)a.len, a.data, (int)b.len,
				  b.data)
		       : snprintf(text, size, "%c%c:%.*s", family, kind, (int)a.len, a.data);
	accord_slice made = {text, (size_t)n};
	for (size_t i = 0; i < list->count; i++)
		if (accord_slice_equal(list->items[i], made))
			return;
	list->items[list->count++] = made;
}

/* Whether two parties stand across from each other, as deal-model has it. */
static bool across(accord_role a, accord_role b)
{
	switch (a) {
	case ACCORD_ACQUIRER:
		return b == ACCORD_TARGET || b == ACCORD_SELLER || b == ACCORD_PARTY;
	case ACCORD_INVESTOR:
		return b == ACCORD_RECIPIENT;
	case ACCORD_BUYER:
		return b == ACCORD_SELLER;
	case ACCORD_SUPPLIER:
		return b == ACCORD_CUSTOMER;
	case ACCORD_PARENT:
		return b == ACCORD_UNIT;
	case ACCORD_LICENSOR:
		return b == ACCORD_LICENSEE || b == ACCORD_PARTY;
	case ACCORD_LICENSEE:
		return b == ACCORD_PARTY;
	case ACCORD_PARTY:
		return b == ACCORD_PARTY || b == ACCORD_TARGET;
	case ACCORD_PARTNER:
		return b == ACCORD_PARTNER || b == ACCORD_VENTURE;
	default:
		return false;
	}
}

static int before(accord_slice a, accord_slice b)
{
	int order = memcmp(a.data, b.data, a.len < b.len ? a.len : b.len);
	return order ? order : a.len < b.len ? -1 : a.len > b.len;
}

/* What the deal is about, for families where that alone tells much. */
static bool anchors(char family, accord_role role)
{
	switch (family) {
	case 'a':
		return role == ACCORD_TARGET || role == ACCORD_PARTY;
	case 'i':
		return role == ACCORD_RECIPIENT;
	case 'j':
		return role == ACCORD_VENTURE;
	case 'o':
		return role == ACCORD_UNIT;
	default:
		return false;
	}
}

size_t deal_blocks(accord_arena *arena, const accord_deal *deal, accord_slice blocks[MAX_BLOCKS])
{
	struct list list = {arena, blocks, 0};
	char family = deal_family(deal->type);
	size_t n = deal->party_count < 12 ? deal->party_count : 12;
	const accord_party *p = deal->parties;
	accord_slice none = {NULL, 0};
	for (size_t i = 0; i < n; i++)
		if (anchors(family, p[i].role))
			add(&list, family, 'T', p[i].id, none);
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++) {
			bool pair = across(p[i].role, p[j].role) && (p[i].role != p[j].role || i < j);
			if (!pair || accord_slice_equal(p[i].id, p[j].id))
				continue;
			bool order = before(p[i].id, p[j].id) < 0;
			add(&list, family, 'P', order ? p[i].id : p[j].id, order ? p[j].id : p[i].id);
		}
	bool lone = !list.count;
	for (size_t i = 0; lone && i < n; i++)
		add(&list, family, 'S', p[i].id, none);
	return list.count;
}
