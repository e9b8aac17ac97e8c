/*
 * Examples: `yes  [acquirer: Microsoft] kauft [target: Yammer]. => talks`. The brackets come out, their places stay.
 */
#include "program.h"

#include <string.h>

#define MAX_MARKS 24

static size_t line_start(const struct source *s, uint32_t at)
{
	size_t begin = at;
	while (begin > 0 && s->bytes[begin - 1] != '\n')
		begin--;
	return begin;
}

static void place_example(const struct field *f, accord_rule_example *e)
{
	const struct source *s = f->value_at.source;
	size_t begin = line_start(s, f->value_at.start), end = begin;
	e->path = s->path;
	e->line = f->line;
	e->column = (uint32_t)accord_utf8_count(s->bytes + begin, f->value_at.start - begin) + 1;
	while (end < s->len && s->bytes[end] != '\n' && s->bytes[end] != '\r')
		end++;
	e->source_line = (accord_slice){s->bytes + begin, end - begin};
}

/* "[role: words]" at the bracket; false after a mistake. */
static bool read_mark(accord_rule_language *l, const accord_rule *rule, const struct field *f, size_t at,
                      size_t *words, size_t *close, accord_slice *name)
{
	accord_slice v = f->value;
	struct extent here = {f->value_at.source, f->value_at.start + (uint32_t)at, f->value_at.start + (uint32_t)at + 1};
	const char *end = memchr(v.data + at, ']', v.len - at), *colon = memchr(v.data + at, ':', v.len - at);
	for (const char *c = colon; c && end && c + 1 < end; c++) /* the colon of [2019-11-05T17:06: …] has a blank behind it */
		if (c[0] == ':' && c[1] == ' ') {
			colon = c;
			break;
		}
	if (!end || !colon || colon > end) {
		diagnose(l->diagnosis, here, "as in: [acquirer: Microsoft]", "a mark is written [role: words]");
		return false;
	}
	*name = accord_slice_trim((accord_slice){v.data + at + 1, (size_t)(colon - v.data) - at - 1});
	accord_slice text = accord_slice_trim((accord_slice){colon + 1, (size_t)(end - colon) - 1});
	*words = (size_t)(text.data - v.data);
	*close = (size_t)(end - v.data);
	if (!text.len || !name->len) {
		diagnose(l->diagnosis, here, "as in: [acquirer: Microsoft]", "an empty mark");
		return false;
	}
	if (rule->kind != ACCORD_RULE_DEAL || rule->type < 0)
		return true;
	int role = accord_role_from(*name);
	bool other = accord_slice_is(*name, "value") || accord_slice_is(*name, "date") || accord_slice_is(*name, "object") ||
	             accord_slice_is(*name, "percent") || accord_slice_is(*name, "pair");
	if (other || (role >= 0 && accord_type_has_role((accord_deal_type)rule->type, (accord_role)role)))
		return true;
	const char *names[ACCORD_ROLES];
	size_t count = 0;
	for (int i = 0; i < ACCORD_ROLES; i++)
		if (accord_type_has_role((accord_deal_type)rule->type, (accord_role)i))
			names[count++] = accord_role_name((accord_role)i);
	here.start++;
	here.end = here.start + (uint32_t)name->len;
	diagnose(l->diagnosis, here, suggest(l->arena, *name, names, count, "the roles are"), "'%.*s' is no role of %s",
	         (int)(name->len < 60 ? name->len : 60), name->data, accord_deal_type_name((accord_deal_type)rule->type));
	return false;
}

static bool read_example(accord_rule_language *l, const accord_rule *rule, const struct field *f, accord_rule_example *e)
{
	accord_slice v = f->value;
	char *text = accord_arena_alloc(l->arena, v.len + 1);
	accord_example_mark *marks = accord_arena_alloc(l->arena, MAX_MARKS * sizeof *marks);
	size_t out = 0;
	if (!text || !marks)
		return false;
	*e = (accord_rule_example){.positive = accord_slice_is(f->name, "yes"), .marks = marks};
	place_example(f, e);
	for (size_t i = 0; i < v.len; i++) {
		if (v.data[i] == '=' && i + 1 < v.len && v.data[i + 1] == '>') {
			e->expected = accord_slice_trim((accord_slice){v.data + i + 2, v.len - i - 2});
			break;
		}
		if (v.data[i] != '[' || e->mark_count == MAX_MARKS) {
			char c = v.data[i];
			bool blank = c == '\n' || c == '\t' || c == '\r' || c == ' ';
			if (!blank || (out && text[out - 1] != ' '))
				text[out++] = blank ? ' ' : c;
			continue;
		}
		size_t words, close;
		accord_slice name;
		if (!read_mark(l, rule, f, i, &words, &close, &name))
			return false;
		accord_slice marked = accord_slice_trim((accord_slice){v.data + words, close - words});
		memcpy(text + out, marked.data, marked.len);
		marks[e->mark_count++] = (accord_example_mark){name, (uint32_t)out, (uint32_t)(out + marked.len)};
		out += marked.len;
		i = close;
	}
	while (out && text[out - 1] == ' ')
		out--;
	text[out] = '\0';
	e->text = (accord_slice){text, out};
	if (out)
		return true;
	diagnose(l->diagnosis, f->name_at, "as in: yes  [acquirer: Microsoft] kauft [target: Yammer].", "an empty example");
	return false;
}

void read_examples(accord_rule_language *l, accord_rule *rule)
{
	size_t count = 0, yes = 0;
	for (size_t i = 0; i < rule->field_count; i++)
		count += accord_slice_is(rule->fields[i].name, "yes") || accord_slice_is(rule->fields[i].name, "no");
	rule->examples = accord_arena_calloc(l->arena, count + 1, sizeof *rule->examples);
	for (size_t i = 0; rule->examples && i < rule->field_count; i++) {
		const struct field *f = &rule->fields[i];
		if (!accord_slice_is(f->name, "yes") && !accord_slice_is(f->name, "no"))
			continue;
		yes += accord_slice_is(f->name, "yes");
		rule->example_count += read_example(l, rule, f, &rule->examples[rule->example_count]);
	}
	if (rule->kind == ACCORD_RULE_DEAL && (!yes || yes == count))
		diagnose(l->diagnosis, rule->at,
		         yes ? "as in: no  SENTENCE on which it must not fire" : "as in: yes  [role: NAME] SENTENCE",
		         "the rule has no `%s`: every rule carries its proof", yes ? "no" : "yes");
}

size_t accord_rule_examples(const accord_rule *rule, const accord_rule_example **examples)
{
	*examples = rule->examples;
	return rule->example_count;
}
