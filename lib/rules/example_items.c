/*
 * The items of an example as its marks have them: what the earlier stages would find is taken from the brackets, so that
 * a rule can be tried on its own.
 */
#include "program.h"

#include <string.h>

static uint8_t kind_of(const accord_example_mark *mark, const accord_item *item)
{
	if (accord_slice_is(mark->name, "value"))
		return ACCORD_ITEM_AMOUNT;
	if (accord_slice_is(mark->name, "date"))
		return ACCORD_ITEM_DATE;
	if (accord_slice_is(mark->name, "percent"))
		return ACCORD_ITEM_PERCENT;
	if (accord_role_from(mark->name) >= 0)
		return ACCORD_ITEM_COMPANY;
	return item->kind;
}

static const accord_example_mark *mark_at(const accord_rule_example *e, uint32_t start)
{
	for (size_t i = 0; i < e->mark_count; i++)
		if (e->marks[i].start == start)
			return &e->marks[i];
	return NULL;
}

/* Whether a word is marked as a company in any example of the language: then it is one in sentences without marks too. */
static bool marked_elsewhere(const accord_rule_language *l, accord_slice word)
{
	for (size_t r = 0; r < l->rule_count; r++)
		for (size_t e = 0; e < l->rules[r]->example_count; e++) {
			const accord_rule_example *x = &l->rules[r]->examples[e];
			for (size_t m = 0; m < x->mark_count; m++)
				if (accord_role_from(x->marks[m].name) >= 0 &&
				    accord_slice_equal(word, (accord_slice){x->text.data + x->marks[m].start,
				                                            x->marks[m].end - x->marks[m].start}))
					return true;
		}
	return false;
}

/* "A und B" is one item with several companies, as the stages before make it. */
static size_t join_coordinated(const accord_rule_language *l, accord_slice text, accord_item *items, size_t count)
{
	size_t n = 0;
	for (size_t i = 0; i < count; i++) {
		items[n] = items[i];
		while (items[n].kind == ACCORD_ITEM_COMPANY && !(items[n].flags & ACCORD_ITEM_GENITIVE) && i + 2 < count &&
		       items[i + 2].kind == ACCORD_ITEM_COMPANY && class_holds_word(l, "and", items[i + 1].word)) {
			i += 2;
			items[n].entity_count++;
			items[n].end = items[i].end;
			items[n].flags |= items[i].flags & ACCORD_ITEM_GENITIVE;
			items[n].text = (accord_slice){text.data + items[n].start, items[n].end - items[n].start};
		}
		n++;
	}
	return n;
}

/* A company right behind a preposition, or with a hyphen or genitive behind it, is governed. */
static void govern(const accord_rule_language *l, accord_item *items, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (items[i].kind != ACCORD_ITEM_COMPANY)
			continue;
		size_t before = i;
		while (before > 0 && before + 4 > i && class_holds_word(l, "determiner", items[before - 1].word))
			items[--before].flags |= ACCORD_ITEM_INNER;
		if ((before > 0 && class_holds_word(l, "preposition", items[before - 1].word)) ||
		    (items[i].flags & ACCORD_ITEM_GENITIVE) ||
		    (i + 1 < count && accord_slice_is(items[i + 1].text, "-") && !(items[i + 1].flags & ACCORD_ITEM_SPACE)))
			items[i].flags |= ACCORD_ITEM_GOVERNED;
	}
}

accord_status accord_rules_example_items(const accord_rule_language *lang, accord_arena *scratch,
                                         const accord_rule_example *example, bool unmarked, accord_item **items,
                                         size_t *count)
{
	accord_tokens tokens;
	accord_item *out;
	size_t n = 0;
	accord_status status = accord_tokenize(scratch, example->text, lang->lang, &tokens);
	if (status == ACCORD_OK)
		status = accord_rules_items(lang, scratch, example->text, &tokens, &out);
	if (status != ACCORD_OK)
		return status;
	for (size_t i = 0; i < tokens.count; i++) {
		accord_item item = out[i];
		const accord_example_mark *mark = mark_at(example, item.start);
		uint8_t kind = mark ? kind_of(mark, &item) : item.kind;
		if (mark && kind != item.kind) {
			item.kind = kind;
			item.word = 0;
			item.entity_count = 1;
			while (i + 1 < tokens.count && out[i + 1].start < mark->end)
				i++;
			item.end = out[i].end;
		} else if (unmarked && item.kind == ACCORD_ITEM_WORD && (item.flags & ACCORD_ITEM_CAPITAL) && marked_elsewhere(lang, item.text)) {
			item.word = 0;
			item.kind = ACCORD_ITEM_COMPANY;
			item.entity_count = 1;
		}
		accord_slice next = i + 1 < tokens.count ? out[i + 1].text : (accord_slice){"", 0};
		if (item.kind == ACCORD_ITEM_COMPANY && (accord_slice_is(next, "'s") || accord_slice_is(next, "\xE2\x80\x99s"))) {
			item.flags |= ACCORD_ITEM_GENITIVE;
			item.end = out[++i].end;
		} else if (mark && lang->german && item.kind == ACCORD_ITEM_COMPANY && item.end == mark->end + 1) {
			item.flags |= ACCORD_ITEM_GENITIVE; /* [acquirer: Microsoft]s */
		}
		item.text = (accord_slice){example->text.data + item.start, item.end - item.start};
		item.suffixes = item.kind == ACCORD_ITEM_WORD ? item.suffixes : 0;
		out[n++] = item;
	}
	n = join_coordinated(lang, example->text, out, n);
	govern(lang, out, n);
	*items = out;
	*count = n;
	return ACCORD_OK;
}
