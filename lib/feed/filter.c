/* Rules of keep and block, each a PCRE2 pattern over one field or all of them. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <accord/arena.h>
#include <accord/filter.h>

#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

#define MATCH_LIMIT 200000 /* steps of one match: what a sane pattern never needs */
#define LONGEST_TEXT ((size_t)1 << 20)

enum field { TITLE, URL, CATEGORY, CONTENT, ANY, FIELDS };

static const char *const field_names[FIELDS] = {"title", "url", "category", "content", "any"};

struct compiled {
	accord_filter_rule rule;
	enum field field;
	pcre2_code *code;
};

struct accord_filter {
	accord_arena *arena;
	struct compiled *rules;
	size_t count;
	pcre2_match_data *match;
	pcre2_match_context *context;
};

static bool field_of(accord_slice name, enum field *field)
{
	for (int i = 0; i < FIELDS; i++)
		if (accord_slice_is(name, field_names[i])) {
			*field = (enum field)i;
			return true;
		}
	return false;
}

static accord_status compile(accord_filter *filter, const accord_filter_rule *rule, accord_error *err)
{
	struct compiled *c = &filter->rules[filter->count];
	int code;
	PCRE2_SIZE at;
	*c = (struct compiled){.rule = *rule};
	if (!field_of(rule->field, &c->field))
		return accord_error_set(err, ACCORD_EINPUT,
					"'%.*s' is none of title, url, category, content, any",
					(int)(rule->field.len < 40 ? rule->field.len : 40), rule->field.data);
	c->rule.field = accord_slice_copy(filter->arena, rule->field);
	c->rule.pattern = accord_slice_copy(filter->arena, rule->pattern);
	if (!c->rule.pattern.data)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	c->code = pcre2_compile((PCRE2_SPTR)rule->pattern.data, rule->pattern.len,
				PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_MATCH_INVALID_UTF |
					PCRE2_NEVER_BACKSLASH_C,
				&code, &at, NULL);
	if (!c->code) {
		char why[120];
		pcre2_get_error_message(code, (PCRE2_UCHAR *)why, sizeof why);
		return accord_error_set(err, ACCORD_EINPUT, "'%.*s' is no pattern: %s (at character %zu)",
					(int)(rule->pattern.len < 80 ? rule->pattern.len : 80),
					rule->pattern.data, why, (size_t)at + 1);
	}
	pcre2_jit_compile(c->code, PCRE2_JIT_COMPLETE); /* without it matching is only slower */
	filter->count++;
	return ACCORD_OK;
}

accord_status accord_filter_new(const accord_filter_rule *rules, size_t count, accord_filter **result,
				accord_error *err)
{
	accord_filter *filter = calloc(1, sizeof *filter);
	if (filter) {
		filter->arena = accord_arena_new(0);
		filter->rules = calloc(count + 1, sizeof *filter->rules);
		filter->match = pcre2_match_data_create(1, NULL);
		filter->context = pcre2_match_context_create(NULL);
	}
	if (!filter || !filter->arena || !filter->rules || !filter->match || !filter->context) {
		accord_filter_free(filter);
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	}
	pcre2_set_match_limit(filter->context, MATCH_LIMIT);
	for (size_t i = 0; i < count; i++) {
		accord_status status = compile(filter, &rules[i], err);
		if (status != ACCORD_OK) {
			accord_filter_free(filter);
			return status;
		}
	}
	*result = filter;
	return ACCORD_OK;
}

void accord_filter_free(accord_filter *filter)
{
	if (!filter)
		return;
	for (size_t i = 0; filter->rules && i < filter->count; i++)
		pcre2_code_free(filter->rules[i].code);
	free(filter->rules);
	pcre2_match_data_free(filter->match);
	pcre2_match_context_free(filter->context);
	accord_arena_free(filter->arena);
	free(filter);
}

static bool hits(const accord_filter *filter, const struct compiled *c, accord_slice text, enum field field,
		 accord_filter_verdict *verdict)
{
	if (!text.data)
		return false;
	size_t len = text.len < LONGEST_TEXT ? text.len : LONGEST_TEXT;
	if (pcre2_match(c->code, (PCRE2_SPTR)text.data, len, 0, 0, filter->match, filter->context) < 0)
		return false;
	const PCRE2_SIZE *span = pcre2_get_ovector_pointer(filter->match);
	size_t from = span[0] <= span[1] ? span[0] : span[1]; /* \K may put the beginning behind the end */
	verdict->rule = &c->rule;
	verdict->field = field_names[field];
	verdict->hit = (accord_slice){text.data + from, span[1] - from};
	return true;
}

static bool rule_hits(const accord_filter *filter, const struct compiled *c,
		      const accord_filter_subject *subject, accord_filter_verdict *verdict)
{
	bool any = c->field == ANY;
	if ((any || c->field == TITLE) && hits(filter, c, subject->title, TITLE, verdict))
		return true;
	if ((any || c->field == URL) && hits(filter, c, subject->url, URL, verdict))
		return true;
	for (size_t i = 0; (any || c->field == CATEGORY) && i < subject->category_count; i++)
		if (hits(filter, c, subject->categories[i], CATEGORY, verdict))
			return true;
	return (any || c->field == CONTENT) && hits(filter, c, subject->content, CONTENT, verdict);
}

accord_filter_verdict accord_filter_check(const accord_filter *filter, const accord_filter_subject *subject)
{
	accord_filter_verdict verdict = {.answer = ACCORD_FILTER_KEEP}, kept = verdict;
	bool must = false, open = false;
	for (size_t i = 0; filter && i < filter->count; i++) {
		const struct compiled *c = &filter->rules[i];
		if (c->rule.feed && c->rule.feed != subject->feed)
			continue;
		must = must || c->rule.keep;
		if (c->rule.keep && kept.rule)
			continue; /* one is enough, but a block may still come */
		if (rule_hits(filter, c, subject, &verdict)) {
			if (!c->rule.keep) {
				verdict.answer = ACCORD_FILTER_BLOCK;
				return verdict;
			}
			kept = verdict;
		} else if (c->rule.keep && !subject->whole && (c->field == CONTENT || c->field == ANY)) {
			open = true;
		}
	}
	if (must && !kept.rule)
		kept.answer = open ? ACCORD_FILTER_OPEN : ACCORD_FILTER_BLOCK;
	return kept;
}
