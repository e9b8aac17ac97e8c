/* Rule blocks: their fields are checked, their patterns and frames compiled. */
#include "program.h"

#include <stdlib.h>
#include <string.h>

static const char *const deal_fields[] = {"type", "verb", "noun", "pattern", "unless", "yes", "no", "priority",
                                          "status", "confidence", "complete", "note"};

/* `# comment` behind a value is no part of it. */
accord_slice without_comment(accord_slice value)
{
	const char *sign = value.len ? memchr(value.data, '#', value.len) : NULL;
	for (size_t i = sign ? (size_t)(sign - value.data) : value.len; i + 1 < value.len; i++)
		if (i && value.data[i] == '#' && strchr(" \t", value.data[i - 1]) && strchr(" \t", value.data[i + 1]))
			return accord_slice_trim((accord_slice){value.data, i});
	return value;
}

/* One of 64 bits for a name of a field. */
static inline uint64_t field_mark(const char *name, size_t len)
{
	return (uint64_t)1 << ((len * 5 + (uint8_t)name[0] * 3u + (uint8_t)name[len - 1]) & 63);
}

static const struct field *field_of(const accord_rule *rule, const char *name)
{
	const size_t len = strlen(name);
	if (!(rule->field_marks & field_mark(name, len)))
		return NULL;
	for (size_t i = 0; i < rule->field_count; i++)
		if (rule->fields[i].name.len == len && !memcmp(rule->fields[i].name.data, name, len))
			return &rule->fields[i];
	return NULL;
}

accord_slice accord_rule_field(const accord_rule *rule, const char *field)
{
	const struct field *f = field_of(rule, field);
	return f ? without_comment(f->value) : (accord_slice){NULL, 0};
}

/* The rule of that name that stands in an earlier folder, emptied; a new one; NULL after a mistake. */
static accord_rule *place_for(accord_rule_language *l, const struct block *b, const char *name)
{
	for (size_t i = 0; i < l->rule_count; i++) {
		accord_rule *rule = l->rules[i];
		if (strcmp(rule->name, name))
			continue;
		if (rule->folder != b->name_at.source->folder)
			return rule;
		diagnose(l->diagnosis, b->name_at, arena_format(l->arena, "the first stands in %s", rule->at.source->path),
		         "rule '%s' is defined twice", name);
		return NULL;
	}
	accord_rule **grown = grow_array(l->arena, l->rules, l->rule_count, &l->rule_capacity, sizeof *grown);
	if (!grown)
		return NULL;
	l->rules = grown;
	return l->rules[l->rule_count++] = accord_arena_calloc(l->arena, 1, sizeof(accord_rule));
}

/* `cue rumor soll | angeblich`: the status and the pattern in the head. */
static void read_head(accord_rule_language *l, accord_rule *rule, const struct block *b)
{
	bool head = b->rest_at.end > b->rest_at.start;
	struct field *fields = accord_arena_calloc(l->arena, b->field_count + 2, sizeof *fields);
	if (!fields)
		return;
	if (head && rule->kind == ACCORD_RULE_CUE)
		fields[rule->field_count++] = (struct field){accord_slice_of("status"), b->name, b->name_at, b->name_at};
	if (head && rule->kind != ACCORD_RULE_DEAL)
		fields[rule->field_count++] = (struct field){
			accord_slice_of("pattern"),
			{b->rest_at.source->bytes + b->rest_at.start, b->rest_at.end - b->rest_at.start},
			b->rest_at, b->rest_at};
	else if (head)
		diagnose(l->diagnosis, b->rest_at, "fields stand below, indented", "a rule has only a name in its first line");
	if (b->field_count)
		memcpy(fields + rule->field_count, b->fields, b->field_count * sizeof *fields);
	rule->field_count += b->field_count;
	rule->fields = fields;
	for (size_t i = 0; i < rule->field_count; i++)
		if (fields[i].name.len)
			rule->field_marks |= field_mark(fields[i].name.data, fields[i].name.len);
}

void read_rule(accord_rule_language *l, const struct block *b)
{
	if (!b->name.len)
		return;
	const char *name = accord_arena_copy(l->arena, b->name.data, b->name.len);
	if (b->kind == B_CUE && b->rest_at.end > b->rest_at.start) {
		uint32_t line = 1;
		for (uint32_t i = 0; i < b->at.start; i++)
			line += b->at.source->bytes[i] == '\n';
		name = arena_format(l->arena, "%s.cue.%.*s.%u.%u", l->lang, (int)b->name.len, b->name.data, line,
		                    b->at.source->folder);
	}
	accord_rule *rule = name ? place_for(l, b, name) : NULL;
	if (!rule)
		return;
	*rule = (accord_rule){.name = name, .kind = (accord_rule_kind)b->kind, .type = -1, .priority = 50, .status = -1,
	                      .at = b->name_at, .folder = b->name_at.source->folder};
	read_head(l, rule, b);
}

/* ---- fields ------------------------------------------------------------------------------------------------------- */

static void check_names(accord_rule_language *l, const accord_rule *rule)
{
	for (size_t i = 0; rule->kind == ACCORD_RULE_DEAL && i < rule->field_count; i++) {
		const struct field *f = &rule->fields[i];
		size_t k = 0, count = sizeof deal_fields / sizeof *deal_fields;
		while (k < count && !accord_slice_is(f->name, deal_fields[k]))
			k++;
		if (k == count)
			diagnose(l->diagnosis, f->name_at, suggest(l->arena, f->name, deal_fields, count, "the fields are"),
			         "'%.*s' is no field of a rule", (int)(f->name.len < 60 ? f->name.len : 60), f->name.data);
	}
}

static void read_type(accord_rule_language *l, accord_rule *rule)
{
	const struct field *f = field_of(rule, "type");
	const char *names[ACCORD_DEAL_TYPES];
	for (int i = 0; i < ACCORD_DEAL_TYPES; i++)
		names[i] = accord_deal_type_name((accord_deal_type)i);
	if (!f) {
		diagnose(l->diagnosis, rule->at, "as in: type acquisition", "the rule has no type");
		return;
	}
	accord_slice value = without_comment(f->value);
	rule->type = accord_deal_type_from(value);
	if (rule->type < 0)
		diagnose(l->diagnosis, f->value_at, suggest(l->arena, value, names, ACCORD_DEAL_TYPES, "the types are"),
		         "'%.*s' is no type of deal", (int)(value.len < 60 ? value.len : 60), value.data);
}

static void read_number(accord_rule_language *l, accord_rule *rule)
{
	const struct field *f = field_of(rule, "priority");
	if (!f)
		return;
	accord_slice value = without_comment(f->value);
	int n = 0;
	bool digits = value.len > 0 && value.len <= 3;
	for (size_t i = 0; digits && i < value.len; i++) {
		digits = value.data[i] >= '0' && value.data[i] <= '9';
		n = n * 10 + value.data[i] - '0';
	}
	if (digits && n <= 100)
		rule->priority = n;
	else
		diagnose(l->diagnosis, f->value_at, "50 if none is given", "a priority is a number from 0 to 100");
}

static void read_status(accord_rule_language *l, accord_rule *rule)
{
	const struct field *f = field_of(rule, "status");
	if (!f || (rule->kind != ACCORD_RULE_DEAL && rule->kind != ACCORD_RULE_CUE))
		return;
	const char *names[ACCORD_DEAL_STATUSES + 1];
	for (int i = 0; i < ACCORD_DEAL_STATUSES; i++)
		names[i] = accord_deal_status_name((accord_deal_status)i);
	names[ACCORD_DEAL_STATUSES] = "none";
	accord_slice value = without_comment(f->value);
	rule->status = accord_deal_status_from(value);
	if (rule->status < 0 && !(rule->kind == ACCORD_RULE_CUE && accord_slice_is(value, "none")))
		diagnose(l->diagnosis, f->value_at,
		         suggest(l->arena, value, names, ACCORD_DEAL_STATUSES + (rule->kind == ACCORD_RULE_CUE), "a status is one of"),
		         "'%.*s' is no status", (int)(value.len < 60 ? value.len : 60), value.data);
}

/* `complete target`, `complete told recipient`, `complete two party`: roles of the type, parted by blanks. */
static void check_complete(accord_rule_language *l, const accord_rule *rule)
{
	const struct field *f = rule->type >= 0 ? field_of(rule, "complete") : NULL;
	if (!f)
		return;
	accord_slice value = without_comment(f->value);
	for (size_t i = 0, from = 0; i <= value.len; i++) {
		if (i < value.len && value.data[i] != ' ')
			continue;
		accord_slice name = {value.data + from, i - from};
		int role = accord_role_from(name);
		from = i + 1;
		if (name.len && !accord_slice_is(name, "none") && !accord_slice_is(name, "told") && !accord_slice_is(name, "two") && (role < 0 || !accord_type_has_role((accord_deal_type)rule->type, (accord_role)role)))
			diagnose(l->diagnosis, f->value_at, "as in: complete target", "'%.*s' is no role of %s",
			         (int)(name.len < 60 ? name.len : 60), name.data,
			         accord_deal_type_name((accord_deal_type)rule->type));
	}
}

static void compile_field(accord_rule_language *l, accord_rule *rule, const struct field *field, bool unless)
{
	struct reader r = reader_of(l, field->value_at);
	struct resolution res = {.language = l, .rule = unless ? NULL : rule};
	skip_blank(&r);
	if (r.at >= r.end) {
		diagnose(l->diagnosis, field->name_at, "as in: pattern  target:COMPANY von acquirer:COMPANY @buy:pp",
		         "an empty pattern");
		return;
	}
	struct node *pattern = parse_pattern(&r);
	int status = read_arrow(&r);
	if (!pattern)
		return;
	if (r.at < r.end) {
		diagnose(l->diagnosis, (struct extent){r.source, r.at, r.at + 1}, "quote it if it is meant: \")\"",
		         "nothing opens this bracket");
		return;
	}
	struct program model = {.rule = rule, .status = status >= 0 ? status : rule->status, .at = field->value_at};
	struct node *resolved = resolve(&res, pattern);
	if (resolved && !res.failed)
		compile_pattern(&res, rule, resolved, &model, unless, &rule->unless, &rule->unless_count);
	accord_arena_clear(l->scratch);
}

void compile_rule(accord_rule_language *l, accord_rule *rule)
{
	bool any = false;
	size_t errors = l->diagnosis->errors;
	check_names(l, rule);
	if (rule->kind == ACCORD_RULE_DEAL)
		read_type(l, rule);
	read_number(l, rule);
	read_status(l, rule);
	check_complete(l, rule);
	for (size_t i = 0; i < rule->field_count; i++) {
		const struct field *f = &rule->fields[i];
		bool verb = accord_slice_is(f->name, "verb"), noun = accord_slice_is(f->name, "noun");
		bool pattern = accord_slice_is(f->name, "pattern");
		any |= verb || noun || pattern;
		if (pattern || accord_slice_is(f->name, "unless"))
			compile_field(l, rule, f, !pattern);
		else if ((verb || noun) && (rule->type >= 0 || rule->kind != ACCORD_RULE_DEAL))
			compile_frame(l, rule, f, noun);
	}
	if (!any)
		diagnose(l->diagnosis, rule->at, "a verb, noun or pattern says when it fires", "the rule has no trigger");
	else if (!rule->fires && l->diagnosis->errors == errors)
		diagnose_warning(l->diagnosis, rule->at, "no word of the lexicon has a form that its triggers ask for",
		                 "the rule can never fire");
	read_examples(l, rule);
}

/* ---- what others ask ---------------------------------------------------------------------------------------------- */

const char *accord_rule_name(const accord_rule *rule)
{
	return rule->name;
}

accord_rule_kind accord_rule_kind_of(const accord_rule *rule)
{
	return rule->kind;
}

int accord_rule_type(const accord_rule *rule)
{
	return rule->type;
}

int accord_rule_priority(const accord_rule *rule)
{
	return rule->priority;
}

const char *accord_rule_place(const accord_rule *rule, uint32_t *line)
{
	*line = 1;
	for (uint32_t i = 0; i < rule->at.start; i++)
		*line += rule->at.source->bytes[i] == '\n';
	return rule->at.source->path;
}

const accord_rule *accord_rules_at(const accord_rule_language *lang, size_t i)
{
	return i < lang->rule_count ? lang->rules[i] : NULL;
}
