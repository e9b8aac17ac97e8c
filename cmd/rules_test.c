/*
 * accord rules test: each `yes` and `no` runs through the whole tagger, against all rules of its language. A `yes` must
 * fire and bind exactly what is marked; names that the tagger does not know are taken from the marks. A `no` must not
 * become a deal of that rule.
 */
#include "corrections.h"
#include "rules.h"

#include <stdio.h>
#include <string.h>

struct testing {
	const accord_tagger *tagger;
	const accord_rule_language *lang;
	accord_arena *arena;
	const accord_rule *rule;
	const accord_rule_example *example;
	char found[600];   /* what was bound instead */
	bool fires, binds, beaten;
	size_t run, failed, helped;
	bool verbose;
};

static void note(struct testing *t, const char *text, size_t len)
{
	size_t at = strlen(t->found);
	if (at + len + 1 < sizeof t->found) {
		memcpy(t->found + at, text, len);
		t->found[at + len] = '\0';
	}
}

static void note_text(struct testing *t, const char *text)
{
	note(t, text, strlen(text));
}

static void note_match(struct testing *t, const accord_match *m, const accord_item *items)
{
	note_text(t, t->found[0] ? "; " : "");
	note_text(t, accord_rule_name(m->rule));
	note_text(t, m->clause ? " by clause " : ":");
	note_text(t, m->clause ? m->clause : "");
	for (size_t i = 0; i < m->binding_count; i++) {
		const accord_binding *b = &m->bindings[i];
		note_text(t, " ");
		note(t, b->name.data, b->name.len);
		note_text(t, "=");
		note(t, items[b->first].text.data, items[b->last].end - items[b->first].start);
	}
}

static const accord_binding *binding_at(const accord_match *m, const accord_item *items, const accord_example_mark *mark)
{
	for (size_t i = 0; i < m->binding_count; i++) {
		const accord_binding *b = &m->bindings[i];
		if (accord_slice_equal(b->name, mark->name) && items[b->first].start < mark->end &&
		    items[b->last].end > mark->start)
			return b;
	}
	return NULL;
}

/* Every mark is bound, and no company beside. */
static bool binds_all(const struct testing *t, const accord_match *m, const accord_item *items)
{
	for (size_t i = 0; i < t->example->mark_count; i++)
		if (!binding_at(m, items, &t->example->marks[i]))
			return false;
	for (size_t i = 0; i < m->binding_count; i++) {
		bool marked = m->bindings[i].role < 0;
		for (size_t k = 0; !marked && k < t->example->mark_count; k++)
			marked = items[m->bindings[i].first].start < t->example->marks[k].end &&
			         items[m->bindings[i].last].end > t->example->marks[k].start;
		if (!marked)
			return false;
	}
	return true;
}

static void look(struct testing *t, const accord_match *matches, size_t count, const accord_item *items)
{
	for (size_t i = 0; i < count; i++) {
		const accord_match *m = &matches[i];
		if (m->rule == t->rule) {
			t->fires = true;
			t->binds |= binds_all(t, m, items);
		} else if (accord_rule_type(m->rule) == accord_rule_type(t->rule)) {
			t->beaten = true;
		}
		note_match(t, m, items);
	}
}

static void look_at_sentence(void *context, const accord_sentence_trace *s)
{
	look(context, s->matches, s->match_count, s->items);
}

static void print_failure(const struct testing *t, const char *what, const char *hint)
{
	const accord_rule_example *e = t->example;
	accord_error err;
	accord_error_set(&err, ACCORD_ERULE, "example failed: %s %s", accord_rule_name(t->rule), what);
	accord_error_at(&err, e->path, e->line, e->column);
	print_mistake(NULL, &err, e->source_line,
	              (uint32_t)accord_utf8_count(e->source_line.data, e->source_line.len) + 1 - e->column, hint, false);
}

static bool deal_by_rule(const struct testing *t, const accord_document *doc, const accord_deal **deal)
{
	for (size_t i = 0; i < doc->deal_count; i++)
		if (accord_slice_is(doc->deals[i].rule, accord_rule_name(t->rule))) {
			*deal = &doc->deals[i];
			return true;
		}
	return false;
}

static void reset(struct testing *t)
{
	t->fires = t->binds = t->beaten = false;
	t->found[0] = '\0';
}

/* The items as the marks have them; true if the rule then fires as it should. */
static bool try_marks(struct testing *t)
{
	accord_item *items;
	accord_match *matches;
	size_t count, match_count;
	if (accord_rules_example_items(t->lang, t->arena, t->example, false, &items, &count) != ACCORD_OK ||
	    accord_rules_match(t->lang, accord_rule_kind_of(t->rule), t->arena, items, count, &matches, &match_count) !=
	            ACCORD_OK)
		return false;
	reset(t);
	look(t, matches, match_count, items);
	return t->fires && (t->binds || accord_rule_kind_of(t->rule) != ACCORD_RULE_DEAL);
}

static bool expected_holds(struct testing *t, const accord_deal *deal, char *hint, size_t size)
{
	int status = accord_deal_status_from(t->example->expected);
	if (!t->example->expected.len || status < 0 || (int)deal->status == status)
		return true;
	snprintf(hint, size, "found %s", accord_deal_status_name(deal->status));
	return false;
}

static bool run_deal_example(struct testing *t, const char *lang)
{
	accord_document doc = {.text = t->example->text, .lang = accord_slice_of(lang)};
	const accord_deal *deal = NULL;
	accord_error err;
	char hint[700];
	reset(t);
	if (accord_tagger_trace(t->tagger, t->arena, &doc, look_at_sentence, t, &err) != ACCORD_OK) {
		complain(&err);
		return false;
	}
	if (!t->example->positive) {
		if (!deal_by_rule(t, &doc, &deal))
			return true;
		print_failure(t, "fires", t->found);
		return false;
	}
	bool by_tagger = t->binds && deal_by_rule(t, &doc, &deal);
	if (by_tagger && !expected_holds(t, deal, hint, sizeof hint)) {
		print_failure(t, "gives another status", hint);
		return false;
	}
	if (by_tagger || t->binds)
		return true;
	bool beaten = t->beaten && !t->fires, fired = t->fires;
	snprintf(hint, sizeof hint, "%.600s", t->found[0] ? t->found : "nothing matched; `accord rules explain` tells more");
	if (try_marks(t)) {
		t->helped++;
		if (t->verbose)
			complain_text("%s:%u: only with the names that are marked (%s)", t->example->path, t->example->line, hint);
		return true;
	}
	print_failure(t, fired ? "binds other words" : beaten ? "is beaten by another rule" : "does not fire",
	              t->found[0] ? t->found : hint);
	return false;
}

/* [2018-05: Mai 2018]; a range [2018/2019: 2018/19] by its begin and end; [none: May] is no date at all. */
static bool date_fits(const accord_timex *d, const accord_example_mark *m, bool *overlaps)
{
	char range[120];
	*overlaps |= d->span.start < m->end && d->span.end > m->start;
	if (d->span.start != m->start || d->span.end != m->end)
		return false;
	snprintf(range, sizeof range, "%.*s/%.*s", (int)d->begin.len, d->begin.data ? d->begin.data : "", (int)d->end.len,
	         d->end.data ? d->end.data : "");
	return accord_slice_equal(d->value, m->name) || accord_slice_is(m->name, range);
}

/* A date's mark is its value, read as of a Tuesday in November 2019. */
static bool run_date_example(struct testing *t, const char *lang)
{
	accord_document doc = {.text = t->example->text, .lang = accord_slice_of(lang),
	                       .published = accord_slice_of("2019-11-05")};
	accord_error err;
	reset(t);
	if (accord_tagger_document(t->tagger, t->arena, &doc, &err) != ACCORD_OK) {
		complain(&err);
		return false;
	}
	for (size_t i = 0; i < doc.date_count; i++) {
		const accord_timex *d = &doc.dates[i];
		note_text(t, i ? ", " : "found ");
		note(t, doc.text.data + d->span.start, d->span.end - d->span.start);
		note_text(t, "=");
		note(t, d->value.data, d->value.len);
	}
	for (size_t k = 0; k < t->example->mark_count; k++) {
		const accord_example_mark *m = &t->example->marks[k];
		bool found = false, overlaps = false;
		for (size_t i = 0; i < doc.date_count; i++)
			found |= date_fits(&doc.dates[i], m, &overlaps);
		if (accord_slice_is(m->name, "none"))
			found = !overlaps;
		if (!found) {
			print_failure(t, "finds another date", t->found);
			return false;
		}
	}
	return true;
}

/* An amount's mark is currency and sum: [USD 4500000000: 4,5 Milliarden]; `no` means that nothing is found. */
static bool run_amount_example(struct testing *t, const char *lang)
{
	accord_document doc = {.text = t->example->text, .lang = accord_slice_of(lang)};
	accord_error err;
	char text[100];
	reset(t);
	if (accord_tagger_document(t->tagger, t->arena, &doc, &err) != ACCORD_OK) {
		complain(&err);
		return false;
	}
	for (size_t i = 0; i < doc.amount_count; i++) {
		snprintf(text, sizeof text, "%s%s %.0f", i ? ", " : "found ", doc.amounts[i].money.currency,
		         doc.amounts[i].money.amount);
		note_text(t, text);
	}
	size_t found = 0;
	for (size_t k = 0; k < t->example->mark_count; k++) {
		const accord_example_mark *m = &t->example->marks[k];
		bool fits = accord_slice_is(m->name, "none") && !doc.amount_count;
		for (size_t i = 0; i < doc.amount_count; i++) {
			const accord_amount *a = &doc.amounts[i];
			snprintf(text, sizeof text, "%s %.0f", a->money.currency, a->money.amount);
			fits |= a->span.start < m->end && a->span.end > m->start &&
			        (!a->has_amount || accord_slice_is(m->name, text));
		}
		found += fits;
	}
	if (t->example->positive ? found == t->example->mark_count : !doc.amount_count || !try_marks(t))
		return true;
	print_failure(t, t->example->positive ? "finds another amount" : "fires", t->found[0] ? t->found : "found nothing");
	return false;
}

/* Rules of cues and the like are tried on the bare words. */
static bool run_plain_example(struct testing *t)
{
	bool fires = try_marks(t) || t->fires;
	if (fires == t->example->positive)
		return true;
	print_failure(t, fires ? "fires" : "does not fire", t->found[0] ? t->found : NULL);
	return false;
}

static bool wanted(const accord_rule *rule, int count, char **words)
{
	uint32_t line;
	const char *name = accord_rule_name(rule), *path = accord_rule_place(rule, &line);
	for (int i = 0; i < count; i++)
		if (!strncmp(name, words[i], strlen(words[i])) || strstr(path, words[i]))
			return true;
	return !count;
}

static void test_language(struct testing *t, const char *lang, int count, char **words)
{
	const accord_rule *rule;
	for (size_t i = 0; (rule = accord_rules_at(t->lang, i)); i++) {
		const accord_rule_example *examples;
		size_t n = accord_rule_examples(rule, &examples);
		t->rule = rule;
		for (size_t k = 0; wanted(rule, count, words) && k < n; k++) {
			t->example = &examples[k];
			t->run++;
			accord_rule_kind kind = accord_rule_kind_of(rule);
			bool ok = kind == ACCORD_RULE_DEAL ? run_deal_example(t, lang) :
			          kind == ACCORD_RULE_DATE && examples[k].positive ? run_date_example(t, lang) :
			          kind == ACCORD_RULE_AMOUNT ? run_amount_example(t, lang) :
			                                       run_plain_example(t);
			t->failed += !ok;
			if (!ok && kind == ACCORD_RULE_DEAL)
				tell_failure(t->tagger, t->arena, rule, t->example, lang);
			accord_arena_clear(t->arena);
		}
	}
}

static void print_correction(const accord_correction *c, const char *found)
{
	complain_text("%s:%u: correction of %.*s does not hold; found: %s", c->path, c->line, (int)c->name.len, c->name.data,
	              found);
}

int rules_test(const struct rules_args *args, int count, char **words)
{
	static const char *const languages[] = {"de", "it", "en"};
	const char *defaults[ACCORD_DEFAULT_FOLDERS];
	const char *const *folders;
	size_t folder_count = rules_folders(args, &folders, defaults);
	accord_tagger *tagger;
	accord_error err = {0};
	if (accord_tagger_new(folders, folder_count, &tagger, &err) != ACCORD_OK) {
		complain(&err);
		return EXIT_SOME_FAILED;
	}
	struct testing t = {.tagger = tagger, .arena = accord_arena_new((size_t)256 << 20), .verbose = args->verbose};
	for (size_t i = 0; t.arena && i < sizeof languages / sizeof *languages; i++) {
		t.lang = accord_rules_for(accord_tagger_rules(tagger), languages[i]);
		if (t.lang && (!args->lang || !strcmp(args->lang, languages[i])))
			test_language(&t, languages[i], count, words);
	}
	struct corrections_count corrections = {0, 0};
	bool read = count || corrections_try(tagger, folders, folder_count, print_correction, &corrections);
	t.failed += corrections.failing;
	accord_buffer out;
	accord_buffer_init(&out, 4096);
	accord_buffer_append_format(&out, "%zu examples, %zu failed", t.run, t.failed - corrections.failing);
	if (corrections.all)
		accord_buffer_append_format(&out, "; %zu corrections, %zu failed", corrections.all, corrections.failing);
	if (t.helped)
		accord_buffer_append_format(&out, ", %zu only with the names that are marked", t.helped);
	accord_buffer_append_char(&out, '\n');
	bool written = flush_output(&out);
	accord_buffer_free(&out);
	accord_arena_free(t.arena);
	accord_tagger_free(tagger);
	return t.failed || !read || !written || (!t.run && count) ? EXIT_SOME_FAILED : EXIT_ALL_WELL;
}
