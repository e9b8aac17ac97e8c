/* Tokens become items: each word is folded and looked up once; words that no rule knows walk the globs. */
#include "program.h"

#include <string.h>

#define QUICK_BYTES 96

/* Folded into a buffer, a typographic apostrophe made plain: ASCII and Latin-1 letters; anything else by the table. */
static accord_slice fold(accord_arena *scratch, accord_slice text, char *buffer)
{
	if (text.len > QUICK_BYTES)
		return accord_text_fold(scratch, text);
	size_t out = 0;
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.data[i];
		if (c >= 'A' && c <= 'Z') {
			c += 32;
		} else if (c == 0xE2 && i + 2 < text.len && !memcmp(text.data + i, "\xE2\x80\x99", 3)) {
			c = '\'';
			i += 2;
		} else if (c == 0xC3 && i + 1 < text.len) {
			unsigned char d = (unsigned char)text.data[i + 1];
			buffer[out++] = (char)c;
			i++;
			c = d >= 0x80 && d <= 0x9E && d != 0x97 ? d + 32 : d;
		} else if (c >= 0x80 && c != 0xE2) {
			return accord_text_fold(scratch, text);
		}
		buffer[out++] = (char)c;
	}
	return (accord_slice){buffer, out};
}

static uint16_t flags_of(const accord_token *t)
{
	uint16_t flags = 0;
	flags |= t->flags & ACCORD_TOKEN_CAPITAL ? ACCORD_ITEM_CAPITAL : 0;
	flags |= t->flags & ACCORD_TOKEN_UPPER ? ACCORD_ITEM_UPPER : 0;
	flags |= t->flags & ACCORD_TOKEN_SPACE ? ACCORD_ITEM_SPACE : 0;
	flags |= t->flags & ACCORD_TOKEN_SENTENCE ? ACCORD_ITEM_SENTENCE_START : 0;
	return flags;
}

accord_status accord_rules_item(const accord_rule_language *lang, accord_arena *scratch, accord_token_kind kind,
                                accord_item *item)
{
	static const uint8_t kinds[] = {[ACCORD_TOKEN_WORD] = ACCORD_ITEM_WORD, [ACCORD_TOKEN_NUMBER] = ACCORD_ITEM_NUMBER,
	                                [ACCORD_TOKEN_PUNCT] = ACCORD_ITEM_PUNCT};
	char buffer[QUICK_BYTES];
	accord_slice folded = fold(scratch, item->text, buffer);
	if (!folded.data)
		return ACCORD_ENOMEM;
	item->kind = kinds[kind];
	item->word = accord_lexicon_word(lang->lexicon, folded.data, folded.len);
	item->suffixes = 0;
	item->expressions = 0;
	if (item->word >= lang->word_count)
		item->word = 0;
	if (!item->word && kind == ACCORD_TOKEN_WORD)
		item->suffixes = glob_find(&lang->suffixes, folded, true) | glob_find(&lang->prefixes, folded, false) << 16;
	if (item->word && kind == ACCORD_TOKEN_WORD && (lang->rows[item->word].bits & WORD_NUMBER))
		item->kind = ACCORD_ITEM_NUMBER;
	item->marks = item->word ? lang->rows[item->word].marks : item->suffixes ? MARK_WORDS : 0;
	if (item->text.len && item->text.data[0] >= '0' && item->text.data[0] <= '9')
		item->marks |= MARK_NUMBER;
	item->wakes = item->word ? lang->rows[item->word].wakes : item->suffixes ? lang->glob_kinds : 0;
	return ACCORD_OK;
}

void accord_rules_ask_expressions(const accord_rule_language *lang, accord_item *item)
{
	item->expressions = expressions_of(lang, item->text);
	for (int kind = 0; kind < ACCORD_RULE_KINDS; kind++)
		if (item->expressions & lang->regex_wakes[kind])
			item->wakes |= (uint8_t)(1u << kind);
}

accord_status accord_rules_items(const accord_rule_language *lang, accord_arena *scratch, accord_slice text,
                                 const accord_tokens *tokens, accord_item **items)
{
	accord_item *out = accord_arena_alloc(scratch, (tokens->count + 1) * sizeof *out);
	if (!out)
		return ACCORD_ENOMEM;
	for (size_t i = 0; i < tokens->count; i++) {
		const accord_token *t = &tokens->items[i];
		out[i] = (accord_item){.text = {text.data + t->start, t->end - t->start}, .start = t->start, .end = t->end,
		                       .flags = flags_of(t)};
		if (accord_rules_item(lang, scratch, t->kind, &out[i]) != ACCORD_OK)
			return ACCORD_ENOMEM;
	}
	*items = out;
	return ACCORD_OK;
}
