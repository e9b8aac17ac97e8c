/* What happened in a sentence: which programs woke, how far each came, what stopped it, who won. */
#include "program.h"

#include <stdlib.h>
#include <string.h>

#define MAX_STEPS 4000

struct telling {
	struct sentence_run *run;
	accord_arena *scratch;
	void (*line)(void *context, const char *text); /* or NULL */
	void *line_context;
	void (*step)(void *context, const accord_rule_step *step);
	void *context;
	const accord_match *matches;
	size_t match_count, steps;
	unsigned companies;
	/* of an explanation, which puts them in order */
	accord_rule_step *kept;
	size_t kept_count, kept_capacity;
};

static void tell(struct telling *t, const char *text)
{
	if (text)
		t->line(t->line_context, text);
}

static const char *kind_name(uint8_t kind)
{
	static const char *const names[] = {"word", "punctuation", "number", "COMPANY", "AMOUNT", "DATE", "PERCENT",
	                                    "PERSON", "PLACE", "PRODUCT", "ORGANIZATION", "NAME"};
	return kind < sizeof names / sizeof *names ? names[kind] : "?";
}

static const char *readings_text(struct telling *t, const accord_item *item)
{
	size_t count;
	const accord_lexicon *lexicon = t->run->language->lexicon;
	const accord_reading *r = accord_lexicon_readings(lexicon, item->word, &count);
	char *text = arena_format(t->scratch, "%s", "");
	for (size_t i = 0; text && i < count && i < 4; i++) {
		char forms[200];
		accord_slice lemma = accord_lexicon_lemma_name(lexicon, r[i].lemma, NULL);
		text = arena_format(t->scratch, "%s%s<%.*s:%s>", text, i ? " " : "", (int)lemma.len, lemma.data,
		                    accord_form_names(r[i].forms, forms, sizeof forms));
	}
	return text ? text : "";
}

static void tell_items(struct telling *t)
{
	for (size_t i = 0; i < t->run->count; i++) {
		const accord_item *item = &t->run->items[i];
		tell(t, arena_format(t->scratch, "%3zu  clause %u depth %u  %-12s %.*s%s%s%s  %s", i, item->clause, item->depth,
		                     kind_name(item->kind), (int)(item->text.len < 60 ? item->text.len : 60), item->text.data,
		                     item->flags & ACCORD_ITEM_GOVERNED ? " (governed)" : "",
		                     item->flags & ACCORD_ITEM_GENITIVE ? " (genitive)" : "",
		                     item->flags & ACCORD_ITEM_REFERENCE ? " (reference)" : "", readings_text(t, item)));
	}
}

static const char *bindings_text(struct telling *t, const accord_match *m)
{
	const char *text = "";
	for (size_t i = 0; text && i < m->binding_count; i++) {
		const accord_item *first = &t->run->items[m->bindings[i].first], *last = &t->run->items[m->bindings[i].last];
		int len = (int)(last->end - first->start);
		text = arena_format(t->scratch, "%s %.*s=%.*s", text, (int)m->bindings[i].name.len, m->bindings[i].name.data,
		                    len < 60 ? len : 60, first->text.data);
	}
	return text ? text : "";
}

static bool won(const struct telling *t, const accord_match *m)
{
	for (size_t i = 0; i < t->match_count; i++)
		if (t->matches[i].rule == m->rule && t->matches[i].trigger == m->trigger && t->matches[i].clause == m->clause &&
		    t->matches[i].first == m->first && t->matches[i].last == m->last)
			return true;
	return false;
}

/* By whom a match is beaten, and what decided. */
static const char *beaten_text(struct telling *t, const accord_match *m)
{
	for (size_t i = 0; i < t->match_count; i++) {
		const accord_match *w = &t->matches[i];
		const char *by;
		if (rivals(w, m))
			continue;
		compare_rank(w, m, &by);
		return arena_format(t->scratch, "beaten:%s  by %s%s%s: %s", bindings_text(t, m), w->rule->name,
		                    w->clause ? " · " : "", w->clause ? w->clause : "", by);
	}
	return arena_format(t->scratch, "beaten:%s", bindings_text(t, m));
}

static const char *stop_text(struct telling *t, const struct progress *p)
{
	if (!p->missing)
		return "nothing fits";
	const struct atom *a = &t->run->language->atoms[p->missing->atom];
	if (p->stop >= t->run->count)
		return arena_format(t->scratch, "the sentence ends before %.*s", (int)a->text.len, a->text.data);
	const accord_item *item = &t->run->items[p->stop];
	return arena_format(t->scratch, "no %.*s %s '%.*s'", (int)a->text.len, a->text.data,
	                    p->reached >= 1000 ? "up to" : "back to", (int)(item->text.len < 60 ? item->text.len : 60),
	                    item->text.data);
}

static bool tell_program(void *context, const struct wake *wake, size_t item)
{
	struct telling *t = context;
	const struct program *p = &t->run->language->programs[wake->program];
	captures found;
	accord_binding bindings[4 * MAX_SLOTS];
	accord_match m = {.rule = p->rule, .trigger = (uint32_t)item, .clause = p->clause, .status = p->status,
	                  .bindings = bindings, .weight = p->weight};
	struct progress progress = {0, 0, NULL};
	accord_rule_step step = {.rule = p->rule, .clause = p->clause, .trigger = (uint32_t)item};
	if (p->companies > t->companies) {
		step.outcome = ACCORD_RULE_COMPANIES;
		step.reason = arena_format(t->scratch, "needs %u companies, the sentence has %u", p->companies, t->companies);
	} else if (!run_program(t->run, p, item, &found, &m.first, &m.last, &progress)) {
		step.outcome = ACCORD_RULE_STOPPED;
		step.reason = stop_text(t, &progress);
	} else if (!bind_arguments(t->run, p, item, &found, &m)) {
		step.outcome = ACCORD_RULE_LACKS;
		step.reason = "a preposition that must be there is missing";
	} else if (unless_holds(t->run, p->rule, item)) {
		step.outcome = ACCORD_RULE_EXCEPTED;
		step.reason = "its `unless` holds";
	} else {
		step.outcome = won(t, &m) ? ACCORD_RULE_WON : ACCORD_RULE_BEATEN;
		step.reason = step.outcome == ACCORD_RULE_WON ? arena_format(t->scratch, "MATCH:%s", bindings_text(t, &m)) :
		                                                beaten_text(t, &m);
	}
	step.reached = progress.reached;
	step.reason = step.reason ? step.reason : "";
	t->step(t->context, &step);
	return ++t->steps < MAX_STEPS;
}

static accord_status trace(struct telling *t, struct sentence_run *run, accord_rule_kind kind)
{
	accord_match *matches;
	accord_status status = accord_rules_match(run->language, kind, t->scratch, run->items, run->count, &matches, &t->match_count);
	if (status != ACCORD_OK)
		return status;
	t->run = run;
	t->matches = matches;
	for (size_t i = 0; i < run->count; i++)
		t->companies += run->items[i].kind == ACCORD_ITEM_COMPANY;
	if (t->line)
		tell_items(t);
	wake_programs(run, kind, tell_program, t);
	return ACCORD_OK;
}

accord_status accord_rules_trace(const accord_rule_language *lang, accord_rule_kind kind, accord_arena *scratch,
                                 accord_item *items, size_t count, void (*step)(void *context, const accord_rule_step *step),
                                 void *context)
{
	struct sentence_run run = {.language = lang, .items = items, .count = count < MAX_ITEMS ? count : MAX_ITEMS,
	                           .scratch = scratch};
	struct telling t = {.scratch = scratch, .step = step, .context = context};
	return trace(&t, &run, kind);
}

static void keep_step(void *context, const accord_rule_step *step)
{
	struct telling *t = context;
	accord_rule_step *grown = grow_array(t->scratch, t->kept, t->kept_count, &t->kept_capacity, sizeof *grown);
	if (!grown)
		return;
	t->kept = grown;
	t->kept[t->kept_count++] = *step;
}

/* Trigger by trigger; what matched first, then rule by rule, that which came furthest first. */
static int in_order(const void *x, const void *y)
{
	const accord_rule_step *a = x, *b = y;
	if (a->trigger != b->trigger)
		return a->trigger < b->trigger ? -1 : 1;
	bool a_matched = a->outcome <= ACCORD_RULE_LACKS, b_matched = b->outcome <= ACCORD_RULE_LACKS;
	if (a_matched != b_matched)
		return a_matched ? -1 : 1;
	if (a_matched && a->outcome != b->outcome)
		return a->outcome < b->outcome ? -1 : 1;
	int order = strcmp(a->rule->name, b->rule->name);
	if (order)
		return order;
	if (a->outcome != b->outcome)
		return a->outcome < b->outcome ? -1 : 1;
	if (a->reached != b->reached)
		return a->reached > b->reached ? -1 : 1;
	order = strcmp(a->clause ? a->clause : "", b->clause ? b->clause : "");
	return order ? order : strcmp(a->reason, b->reason);
}

static void tell_trigger(struct telling *t, const accord_rule_step *steps, size_t count)
{
	size_t rules = 0;
	accord_slice text = t->run->items[steps->trigger].text;
	for (size_t i = 0; i < count; i++) {
		size_t k = 0;
		while (k < i && steps[k].rule != steps[i].rule)
			k++;
		rules += k == i;
	}
	tell(t, arena_format(t->scratch, "'%.*s' (%u) wakes %zu rule%s in %zu order%s", (int)(text.len < 60 ? text.len : 60),
	                     text.data, steps->trigger, rules, rules == 1 ? "" : "s", count, count == 1 ? "" : "s"));
}

/* Of the orders of a rule that were stopped, the one that came furthest. */
static void tell_steps(struct telling *t)
{
	if (t->kept_count)
		qsort(t->kept, t->kept_count, sizeof *t->kept, in_order);
	for (size_t i = 0; i < t->kept_count;) {
		const accord_rule_step *s = &t->kept[i];
		size_t end = i;
		if (!i || s[-1].trigger != s->trigger) {
			while (end < t->kept_count && t->kept[end].trigger == s->trigger)
				end++;
			tell_trigger(t, s, end - i);
		}
		for (end = i + 1; s->outcome > ACCORD_RULE_LACKS && end < t->kept_count && t->kept[end].rule == s->rule &&
		                  t->kept[end].trigger == s->trigger && t->kept[end].outcome > ACCORD_RULE_LACKS;)
			end++;
		const char *more = end - i > 1 ? arena_format(t->scratch, "  (and %zu that came less far)", end - i - 1) : "";
		tell(t, arena_format(t->scratch, "  %s%s%s  %s%s", s->rule->name, s->clause ? " · " : "",
		                     s->clause ? s->clause : "", s->reason, more ? more : ""));
		i = end;
	}
}

accord_status accord_rules_explain(const accord_rule_language *lang, accord_rule_kind kind, accord_arena *scratch,
                                   accord_item *items, size_t count, void (*line)(void *context, const char *text),
                                   void *context)
{
	struct sentence_run run = {.language = lang, .items = items, .count = count < MAX_ITEMS ? count : MAX_ITEMS,
	                           .scratch = scratch};
	struct telling t = {.scratch = scratch, .line = line, .line_context = context, .step = keep_step, .context = &t};
	accord_status status = trace(&t, &run, kind);
	if (status == ACCORD_OK && !t.kept_count)
		tell(&t, "no rule woke: no word of any trigger is in this sentence");
	else if (status == ACCORD_OK)
		tell_steps(&t);
	return status;
}
