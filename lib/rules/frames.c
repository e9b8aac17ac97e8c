/*
 * Frames: a verb or noun with its arguments, multiplied by the clauses or phrases of the language. What FASTUS did for
 * its domain patterns: the verb is written once, the program makes its constructions.
 *
 *   verb @buy  SUBJECT=acquirer  OBJECT=target  von=seller      ×   clause main  SUBJECT ... VERB:finite ... OBJECT
 *   = acquirer:COMPANY ... @buy:finite ... target:COMPANY, and `von .. seller:COMPANY` anywhere in that clause
 */
#include "program.h"

#include <string.h>

#define MAX_ARGUMENTS 8
#define MAX_TEMPLATES 500

struct reader reader_of(accord_rule_language *l, struct extent at)
{
	return (struct reader){at.source, l->diagnosis, l->arena, at.start, at.end, 0, 0, false};
}

int read_arrow(struct reader *r)
{
	skip_blank(r);
	if (r->failed || r->at + 1 >= r->end || memcmp(r->source->bytes + r->at, "->", 2))
		return -1;
	r->at += 2;
	skip_blank(r);
	uint32_t start = r->at;
	accord_slice name = read_name(r);
	int status = accord_deal_status_from(name);
	if (status < 0) {
		const char *names[ACCORD_DEAL_STATUSES];
		for (int i = 0; i < ACCORD_DEAL_STATUSES; i++)
			names[i] = accord_deal_status_name((accord_deal_status)i);
		diagnose(r->diagnosis, (struct extent){r->source, start, r->at},
		         suggest(r->arena, name, names, ACCORD_DEAL_STATUSES, "a status is one of"), "'%.*s' is no status",
		         (int)(name.len < 60 ? name.len : 60), name.data);
	}
	skip_blank(r);
	return status;
}

/* ---- let, clause, phrase ------------------------------------------------------------------------------------------ */

static struct template *place_for(accord_rule_language *l, struct template_list *list, const struct block *b)
{
	for (size_t i = 0; i < list->count; i++) {
		struct template *t = &list->items[i];
		if (!accord_slice_equal(t->name, b->name))
			continue;
		if (t->folder == b->name_at.source->folder) {
			diagnose(l->diagnosis, b->name_at, arena_format(l->arena, "the first stands in %s", t->at.source->path),
			         "%s '%.*s' is defined twice", block_kind_name(b->kind), (int)b->name.len, b->name.data);
			return NULL;
		}
		return t;
	}
	struct template *grown = grow_array(l->arena, list->items, list->count, &list->capacity, sizeof *grown);
	if (!grown || list->count == MAX_TEMPLATES)
		return NULL;
	list->items = grown;
	return &list->items[list->count++];
}

void read_template(accord_rule_language *l, const struct block *b)
{
	struct template_list *list = b->kind == B_LET ? &l->lets : b->kind == B_CLAUSE ? &l->clauses : &l->phrases;
	struct template *t = b->name.len ? place_for(l, list, b) : NULL;
	struct reader r = reader_of(l, b->rest_at);
	if (!t)
		return;
	*t = (struct template){.name = b->name, .at = b->name_at, .folder = b->name_at.source->folder, .status = -1};
	skip_blank(&r);
	if (b->kind == B_LET) {
		if (r.at >= r.end || r.source->bytes[r.at] != '=') {
			diagnose(l->diagnosis, b->name_at, "as in: let THING = target:COMPANY | object:NP", "a let needs a =");
			return;
		}
		r.at++;
		skip_blank(&r);
	}
	t->pattern = parse_pattern(&r);
	t->status = read_arrow(&r);
	if (t->pattern && r.at < r.end)
		diagnose(l->diagnosis, (struct extent){r.source, r.at, r.at + 1}, NULL, "the pattern ends here");
}

static bool uses(const struct node *node, const char *slot)
{
	if (node->kind == N_SLOT && accord_slice_is(node->text, slot))
		return true;
	for (size_t i = 0; i < node->count; i++)
		if (uses(node->kids[i], slot))
			return true;
	return false;
}

static void check_template(accord_rule_language *l, const struct template *t, const char *head)
{
	struct resolution r = {.language = l, .check_only = true};
	if (!t->pattern)
		return;
	resolve(&r, t->pattern);
	if (!r.failed && !uses(t->pattern, head))
		diagnose(l->diagnosis, t->at, arena_format(l->arena, "as in: SUBJECT ... %s ... OBJECT", head),
		         "%s has no %s", accord_slice_is((accord_slice){head, 4}, "VERB") ? "a clause" : "a phrase", head);
	accord_arena_clear(l->scratch);
}

void check_templates(accord_rule_language *l)
{
	for (size_t i = 0; i < l->clauses.count; i++)
		check_template(l, &l->clauses.items[i], "VERB");
	for (size_t i = 0; i < l->phrases.count; i++)
		check_template(l, &l->phrases.items[i], "NOUN");
}

/* ---- reading a frame ---------------------------------------------------------------------------------------------- */

/* A role brings its own atom; anything else is taken as it is written. */
static struct node *role_pattern(accord_rule_language *l, struct node *node)
{
	static const struct {
		const char *role, *atom;
	} own[] = {{"value", "AMOUNT"}, {"date", "DATE"}, {"object", "NP"}, {"percent", "PERCENT"}};
	const char *atom = "COMPANIES";
	if (node->kind != N_ATOM || node->atom != S_WORD)
		return node;
	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (accord_slice_is(node->text, own[i].role))
			atom = own[i].atom;
	struct node *capture = new_node(l->arena, N_CAPTURE, node->at), *kind = new_node(l->arena, N_SLOT, node->at);
	if (!capture || !kind || !add_kid(l->arena, capture, kind))
		return NULL;
	capture->text = node->text;
	kind->text = accord_slice_of(atom);
	return capture;
}

/* The = of an argument, outside of quotes; 0 if the next word has none. */
static uint32_t find_equals(const struct reader *r)
{
	char closing = 0;
	for (uint32_t i = r->at; i < r->end; i++) {
		char c = r->source->bytes[i];
		if (closing) {
			closing = c == closing ? 0 : closing;
		} else if (c == '"') {
			closing = c;
		} else if (c == '<') {
			closing = '>';
		} else if (c == '=') {
			return i;
		} else if (strchr(" \t\n\r", c)) {
			break;
		}
	}
	return 0;
}

/* Prepositions are meant in all their forms (von: vom; da: dal, dalla …); strings are several words, case folded. */
static void spread_key(struct node *node)
{
	if (node->kind == N_ATOM && node->atom == S_WORD && !memchr(node->text.data, '|', node->text.len))
		node->atom = S_LEMMA;
	else if (node->kind == N_ATOM && node->atom == S_EXACT)
		node->atom = S_WORD;
	for (size_t i = 0; i < node->count; i++)
		spread_key(node->kids[i]);
}

static struct node **slot_of(struct frame *f, accord_slice key)
{
	if (f->kind == FRAME_VERB)
		return accord_slice_is(key, "SUBJECT") ? &f->subject : accord_slice_is(key, "OBJECT") ? &f->object : NULL;
	return accord_slice_is(key, "BY") ? &f->by : accord_slice_is(key, "OF") ? &f->of : NULL;
}

struct pending {
	struct node *pattern;
	struct argument *argument;
};

/* KEY=VALUE; a preposition's pattern waits until the whole line is read. */
static bool read_argument(accord_rule_language *l, struct reader *r, struct frame *f, struct pending *pending)
{
	uint32_t start = r->at, equals = find_equals(r), key_end = equals;
	accord_slice key = {r->source->bytes + start, equals - start};
	if (!equals || !key.len) {
		diagnose(l->diagnosis, (struct extent){r->source, start, start + 1},
		         f->kind == FRAME_VERB ? "as in: SUBJECT=acquirer  von=seller" : "as in: BY=acquirer  OF=target",
		         "an argument is written KEY=ROLE");
		return false;
	}
	bool required = key.len > 1 && key.data[key.len - 1] == '!';
	key_end -= required;
	r->at = equals + 1;
	struct node *value = parse_item(r);
	value = value ? role_pattern(l, value) : NULL;
	if (!value)
		return false;
	struct node **slot = slot_of(f, key);
	if (slot) {
		*slot = value;
		return true;
	}
	if (key.data[0] >= 'A' && key.data[0] <= 'Z' && key.len > 1 && key.data[1] >= 'A' && key.data[1] <= 'Z') {
		static const char *const verb[] = {"SUBJECT", "OBJECT"}, *const noun[] = {"BY", "OF"};
		diagnose(l->diagnosis, (struct extent){r->source, start, equals},
		         suggest(l->arena, key, f->kind == FRAME_VERB ? verb : noun, 2, "the places are"),
		         "'%.*s' is no place of a %s", (int)(key.len < 60 ? key.len : 60), key.data,
		         f->kind == FRAME_VERB ? "verb" : "noun");
		return false;
	}
	if (f->argument_count == MAX_ARGUMENTS) {
		diagnose(l->diagnosis, (struct extent){r->source, start, equals}, NULL, "more than %d prepositions", MAX_ARGUMENTS);
		return false;
	}
	struct reader k = *r;
	k.at = start;
	k.end = key_end;
	struct node *words = parse_pattern(&k), *seq = new_node(l->arena, N_SEQ, (struct extent){r->source, start, r->at});
	struct node *gap = new_node(l->arena, N_GAP, (struct extent){r->source, start, r->at});
	if (!words || !seq || !gap)
		return false;
	spread_key(words);
	gap->gap = GAP_PHRASE;
	add_kid(l->arena, seq, words);
	add_kid(l->arena, seq, gap);
	add_kid(l->arena, seq, value);
	struct argument *a = &f->arguments[f->argument_count];
	*a = (struct argument){.key = key, .required = required};
	pending[f->argument_count++] = (struct pending){seq, a};
	return true;
}

/* `auf|kaufen`: the head of a frame may be a separable entry, as it is written in the lexicon. */
static void join_particle(struct reader *r, struct node *head)
{
	const char *bytes = r->source->bytes;
	if (head->kind != N_ATOM || head->atom != S_WORD || r->at >= r->end || bytes[r->at] != '|')
		return;
	r->at++;
	read_name(r);
	head->at.end = r->at;
	head->text = (accord_slice){bytes + head->at.start, r->at - head->at.start};
}

static bool read_frame(accord_rule_language *l, accord_rule *rule, struct reader *r, struct frame *f, int *status)
{
	struct pending pending[MAX_ARGUMENTS];
	skip_blank(r);
	f->head = parse_item(r);
	f->arguments = accord_arena_calloc(l->arena, MAX_ARGUMENTS, sizeof *f->arguments);
	if (!f->head || !f->arguments)
		return false;
	join_particle(r, f->head);
	if (f->head->kind != N_ATOM || (f->head->atom == S_REGEX || f->head->atom == S_EXACT)) {
		diagnose(l->diagnosis, f->head->at, "as in: verb @buy …, verb lizenzieren …, noun *übernahme …",
		         "a frame begins with a class, an entry or a word with a star");
		return false;
	}
	for (skip_blank(r); r->at < r->end && r->source->bytes[r->at] != '-'; skip_blank(r))
		if (!read_argument(l, r, f, pending))
			return false;
	*status = read_arrow(r);
	for (size_t i = 0; i < f->argument_count; i++) {
		struct resolution res = {.language = l, .rule = rule};
		struct node *pattern = resolve(&res, pending[i].pattern);
		if (!pattern || !compile_argument(&res, pattern, pending[i].argument))
			return false;
		accord_arena_clear(l->scratch);
	}
	return true;
}

/* Whether a clause suits a frame: what the frame names must have a place, and something must be bound. */
static bool suits(const struct frame *f, const struct template *t)
{
	if (!t->pattern)
		return false;
	if (f->kind == FRAME_VERB) {
		if (f->object)
			return uses(t->pattern, "OBJECT");
		return uses(t->pattern, "SUBJECT");
	}
	return uses(t->pattern, "OF") == (f->of != NULL);
}

void compile_frame(accord_rule_language *l, accord_rule *rule, const struct field *field, bool noun)
{
	struct frame f = {.kind = noun ? FRAME_NOUN : FRAME_VERB};
	struct reader r = reader_of(l, field->value_at);
	int status;
	if (!read_frame(l, rule, &r, &f, &status))
		return;
	const struct template_list *list = noun ? &l->phrases : &l->clauses;
	for (size_t i = 0; i < list->count; i++) {
		const struct template *t = &list->items[i];
		if (!suits(&f, t))
			continue;
		struct resolution res = {.language = l, .rule = rule, .frame = &f};
		struct node *pattern = resolve(&res, t->pattern);
		if (pattern && !res.unsuited && !res.failed) {
			struct program model = {.rule = rule, .status = status >= 0 ? status : t->status,
			                        .arguments = f.arguments, .argument_count = (uint8_t)f.argument_count,
			                        .at = field->value_at, .clause_at = t->at};
			model.clause = accord_arena_copy(l->arena, t->name.data, t->name.len);
			if (model.status < 0)
				model.status = rule->status;
			compile_pattern(&res, rule, pattern, &model, false, NULL, NULL);
		}
		accord_arena_clear(l->scratch);
		if (res.failed)
			break;
	}
}
