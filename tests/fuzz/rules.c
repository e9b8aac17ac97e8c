/* A rule file, and behind a line of %% a sentence for it: any bytes must come to an end without a fault. */
#include <accord/rules.h>

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void ignore(void *context, const char *text)
{
	(void)context;
	(void)text;
}

static void match_all(const accord_rule_language *lang, accord_arena *arena, accord_slice text)
{
	accord_tokens tokens;
	accord_item *items;
	if (accord_tokenize(arena, text, "de", &tokens) != ACCORD_OK ||
	    accord_rules_items(lang, arena, text, &tokens, &items) != ACCORD_OK)
		return;
	for (size_t i = 0; i < tokens.count; i += 3) /* every third item is a company */
		if (items[i].kind == ACCORD_ITEM_WORD) {
			items[i].kind = ACCORD_ITEM_COMPANY;
			items[i].depth = (uint8_t)(i % 4);
		}
	for (int kind = 0; kind < ACCORD_RULE_KINDS; kind++) {
		accord_match *matches;
		size_t count;
		accord_rules_match(lang, (accord_rule_kind)kind, arena, items, tokens.count, &matches, &count);
		accord_rules_explain(lang, (accord_rule_kind)kind, arena, items, tokens.count, ignore, NULL);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = (const char *)data, *cut = size > 4 ? memmem(bytes, size, "\n%%\n", 4) : NULL;
	accord_slice rules = {bytes, cut ? (size_t)(cut - bytes) : size};
	accord_slice sentence = cut ? (accord_slice){cut + 4, size - rules.len - 4} : (accord_slice){"A kauft B.", 10};
	accord_ruleset *set;
	accord_error err;
	if (size > 20000 || accord_rules_load_bytes("de", "fuzz", rules, NULL, NULL, &set, &err) != ACCORD_OK)
		return 0;
	accord_arena *arena = accord_arena_new((size_t)256 << 20);
	accord_slice clean;
	if (arena && accord_text_normalize(arena, sentence.data, sentence.len, &clean) == ACCORD_OK)
		match_all(accord_rules_for(set, "de"), arena, clean);
	accord_arena_free(arena);
	accord_rules_free(set);
	return 0;
}
