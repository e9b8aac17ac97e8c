/*
 * accord rules explain 'SENTENCE': its items, the rules that woke, how far each came, who won. Without --kind the rules of
 * deals, and which cues and follow rules matched beside them; with it the rules of that kind. Cues and follow rules see the
 * items that deal rules see; dates, amounts and references are looked for before there are any, so in bare words.
 */
#include "rules.h"

#include <stdio.h>
#include <string.h>

static const struct {
	const char *name;
	accord_rule_kind kind;
	bool bare; /* looked for in words, before items are made */
} kinds[] = {{"rule", ACCORD_RULE_DEAL, false},     {"cue", ACCORD_RULE_CUE, false},
             {"follow", ACCORD_RULE_FOLLOW, false}, {"reference", ACCORD_RULE_REFERENCE, true},
             {"date", ACCORD_RULE_DATE, true},      {"amount", ACCORD_RULE_AMOUNT, true}};
#define KINDS (sizeof kinds / sizeof *kinds)

struct explaining {
	accord_arena *arena;
	accord_buffer out;
	size_t kind; /* of kinds; KINDS: none was asked for */
};

static void add_line(void *context, const char *text)
{
	struct explaining *e = context;
	accord_buffer_append_text(&e->out, text);
	accord_buffer_append_char(&e->out, '\n');
}

/* Of the rules of a kind those that match, a line each with their words. */
static void add_matches(struct explaining *e, const accord_sentence_trace *s, accord_rule_kind kind, const char *what)
{
	accord_match *matches;
	size_t count;
	if (accord_rules_match(s->lang, kind, e->arena, s->items, s->item_count, &matches, &count) != ACCORD_OK)
		return;
	for (size_t i = 0; i < count; i++) {
		const accord_item *first = &s->items[matches[i].first], *last = &s->items[matches[i].last];
		accord_slice scope = accord_rule_field(matches[i].rule, "scope");
		accord_buffer_append_format(&e->out, "%s: %s  '%.*s'%s%.*s\n", what, accord_rule_name(matches[i].rule),
		                            (int)(last->end - first->start), first->text.data, scope.len ? "  scope " : "",
		                            (int)scope.len, scope.len ? scope.data : "");
	}
}

static void explain_sentence(void *context, const accord_sentence_trace *s)
{
	struct explaining *e = context;
	if (e->kind < KINDS && kinds[e->kind].bare)
		return;
	accord_rules_explain(s->lang, e->kind < KINDS ? kinds[e->kind].kind : ACCORD_RULE_DEAL, e->arena, s->items,
	                     s->item_count, add_line, e);
	if (e->kind == KINDS) {
		add_matches(e, s, ACCORD_RULE_CUE, "cue");
		add_matches(e, s, ACCORD_RULE_FOLLOW, "follow");
	}
}

/* Sentence by sentence, each word an item. */
static accord_status explain_bare(struct explaining *e, const accord_tagger *tagger, const accord_document *doc)
{
	char lang[3] = {0};
	accord_tokens tokens;
	accord_item *items;
	memcpy(lang, doc->lang.data ? doc->lang.data : "", doc->lang.len < 2 ? 0 : 2);
	const accord_rule_language *rules = accord_rules_for(accord_tagger_rules(tagger), lang);
	if (!rules)
		return ACCORD_OK;
	accord_status status = accord_tokenize(e->arena, doc->text, lang, &tokens);
	if (status == ACCORD_OK)
		status = accord_rules_items(rules, e->arena, doc->text, &tokens, &items);
	for (size_t s = 0; status == ACCORD_OK && s < tokens.sentence_count; s++)
		status = accord_rules_explain(rules, kinds[e->kind].kind, e->arena, items + tokens.sentences[s],
		                              tokens.sentences[s + 1] - tokens.sentences[s], add_line, e);
	return status;
}

/* What was found before any rule of deals ran. */
static void add_entities(struct explaining *e, const accord_document *doc)
{
	for (size_t i = 0; i < doc->company_count; i++) {
		const accord_company_mention *c = &doc->companies[i];
		accord_buffer_append_format(&e->out, "company: %.*s  '%.*s'%s\n", (int)c->id.len, c->id.data,
		                            (int)(c->span.end - c->span.start), doc->text.data + c->span.start,
		                            c->reference ? "  (reference)" : "");
	}
	for (size_t i = 0; i < doc->date_count; i++) {
		const accord_timex *d = &doc->dates[i];
		accord_buffer_append_format(&e->out, "date: %.*s  '%.*s'\n", (int)d->value.len, d->value.data,
		                            (int)(d->span.end - d->span.start), doc->text.data + d->span.start);
	}
	for (size_t i = 0; i < doc->amount_count; i++) {
		const accord_amount *a = &doc->amounts[i];
		accord_buffer_append_format(&e->out, "amount: %.0f %s  '%.*s'\n", a->money.amount, a->money.currency,
		                            (int)(a->span.end - a->span.start), doc->text.data + a->span.start);
	}
}

static void add_deals(struct explaining *e, const accord_document *doc)
{
	for (size_t i = 0; i < doc->deal_count; i++) {
		const accord_deal *d = &doc->deals[i];
		accord_buffer_append_format(&e->out, "deal: %s, %s", accord_deal_type_name(d->type),
		                            accord_deal_status_name(d->status));
		for (size_t p = 0; p < d->party_count; p++)
			accord_buffer_append_format(&e->out, ", %s %.*s", accord_role_name(d->parties[p].role),
			                            (int)d->parties[p].name.len, d->parties[p].name.data);
		if (d->value.currency[0])
			accord_buffer_append_format(&e->out, ", %.0f %s", d->value.amount, d->value.currency);
		accord_buffer_append_format(&e->out, "  (%.*s)\n", (int)d->rule.len, d->rule.data);
	}
	if (!doc->deal_count)
		accord_buffer_append_text(&e->out, "no deal\n");
}

int rules_explain(const struct rules_args *args, int count, char **words)
{
	const char *defaults[ACCORD_DEFAULT_FOLDERS];
	const char *const *folders;
	size_t folder_count = rules_folders(args, &folders, defaults);
	accord_tagger *tagger;
	accord_error err = {0};
	if (count != 1)
		return usage_error(&rules_command, "explain takes one sentence, in quotes");
	size_t kind = args->kind ? 0 : KINDS;
	while (args->kind && kind < KINDS && strcmp(args->kind, kinds[kind].name))
		kind++;
	if (args->kind && kind == KINDS)
		return usage_error(&rules_command, "'%s' is none of rule, cue, follow, reference, date, amount", args->kind);
	accord_status status = accord_tagger_new(folders, folder_count, &tagger, &err);
	if (status != ACCORD_OK) {
		complain(&err);
		return EXIT_SOME_FAILED;
	}
	struct explaining e = {.arena = accord_arena_new((size_t)256 << 20), .kind = kind};
	accord_document doc = {.text = accord_slice_of(words[0]), .lang = accord_slice_of(args->lang)};
	accord_buffer_init(&e.out, (size_t)64 << 20);
	if (!e.arena)
		status = accord_error_set(&err, ACCORD_ENOMEM, "out of memory");
	else
		status = accord_text_normalize(e.arena, words[0], strlen(words[0]), &doc.text);
	if (status == ACCORD_OK)
		status = accord_tagger_trace(tagger, e.arena, &doc, explain_sentence, &e, &err);
	if (status == ACCORD_OK && kind < KINDS && kinds[kind].bare)
		status = explain_bare(&e, tagger, &doc);
	if (status == ACCORD_OK) {
		add_entities(&e, &doc);
		add_deals(&e, &doc);
	} else {
		complain(&err);
	}
	bool written = flush_output(&e.out);
	accord_buffer_free(&e.out);
	accord_arena_free(e.arena);
	accord_tagger_free(tagger);
	return status == ACCORD_OK && written ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}
