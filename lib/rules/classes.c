/*
 * Word classes: `class buy  kaufen, auf|kaufen, übernehmen`. A member is an entry of the lexicon (all its forms), a bare
 * word, a word with a star, several words, or another class (`@other`); it may carry a value (`Januar=01`). A second
 * definition in a later folder replaces the first; `class +buy …` adds to it.
 */
#include "program.h"

#include <stdlib.h>
#include <string.h>

#define MAX_CLASSES 4000

void *grow_array(accord_arena *arena, void *array, size_t count, size_t *capacity, size_t size)
{
	if (count < *capacity)
		return array;
	size_t larger = *capacity ? *capacity * 2 : 8;
	void *grown = accord_arena_grow(arena, array, *capacity * size, larger * size);
	if (grown)
		*capacity = larger;
	return grown;
}

struct word_class *find_class(const accord_rule_language *l, accord_slice name)
{
	uint32_t number = name.len ? accord_hash_map_get(l->class_names, name.data, name.len, 0) : 0;
	return number ? &l->classes[number - 1] : NULL;
}

const char *class_hint(accord_rule_language *l, accord_slice name)
{
	const char **names = accord_arena_calloc(l->arena, l->class_count + 1, sizeof *names);
	for (size_t i = 0; names && i < l->class_count; i++)
		names[i] = accord_arena_copy(l->arena, l->classes[i].name.data, l->classes[i].name.len);
	const char *best = names ? nearest_word(name, names, l->class_count) : NULL;
	return best ? arena_format(l->arena, "did you mean @%s?", best) :
	              arena_format(l->arena, "as in: class %.*s  word, word", (int)(name.len < 60 ? name.len : 60), name.data);
}

/* The end of a member: a comma outside of quotes, brackets and expressions. */
static uint32_t member_end(const struct source *s, uint32_t at, uint32_t end)
{
	char closing = 0;
	for (uint32_t i = at; i < end; i++) {
		char c = s->bytes[i];
		if (closing) {
			if (c == closing || c == '\n')
				closing = 0;
		} else if (c == '"' || (c == '/' && (i == at || s->bytes[i - 1] == ' '))) {
			closing = c;
		} else if (c == '<') {
			closing = '>';
		} else if (c == ',') {
			return i;
		} else if (c == '#' && i > at && strchr(" \t\n", s->bytes[i - 1])) {
			return i;
		}
	}
	return end;
}

static void read_member(accord_rule_language *l, struct word_class *c, const struct source *s, uint32_t start,
                        uint32_t end)
{
	accord_slice text = accord_slice_trim((accord_slice){s->bytes + start, end - start}), value = {NULL, 0};
	uint32_t first = (uint32_t)(text.data - s->bytes);
	const char *equals = text.data[0] == '/' || text.data[0] == '"' ? NULL : memchr(text.data, '=', text.len);
	if (equals && equals > text.data) {
		value = accord_slice_trim((accord_slice){equals + 1, (size_t)(text.data + text.len - equals - 1)});
		text = accord_slice_trim((accord_slice){text.data, (size_t)(equals - text.data)});
	}
	struct member *grown = grow_array(l->arena, c->members, c->count, &c->capacity, sizeof *grown);
	if (!grown || c->count == MAX_MEMBERS) {
		if (c->count == MAX_MEMBERS)
			diagnose(l->diagnosis, c->at, "make two classes and include one: @other",
			         "more than %d members in a class", MAX_MEMBERS);
		return;
	}
	c->members = grown;
	struct member *m = &c->members[c->count++];
	*m = (struct member){.text = text, .value = value, .at = {s, first, first + (uint32_t)text.len}};
	if (text.data[0] == '@' && !memchr(text.data, ' ', text.len))
		m->include = (accord_slice){text.data + 1, text.len - 1};
}

/* Start afresh, add, or complain of the second definition; NULL if the block is not to be read. */
static struct word_class *open_class(accord_rule_language *l, const struct block *b)
{
	bool adds = b->name.len > 1 && b->name.data[0] == '+';
	accord_slice name = adds ? (accord_slice){b->name.data + 1, b->name.len - 1} : b->name;
	struct word_class *c = find_class(l, name);
	if (c) {
		if (adds)
			return c;
		if (c->folder == b->name_at.source->folder) {
			diagnose(l->diagnosis, b->name_at,
			         arena_format(l->arena, "the first stands in %s; class +%.*s adds to it",
			                      c->at.source->path, (int)name.len, name.data),
			         "class '%.*s' is defined twice", (int)name.len, name.data);
			return NULL;
		}
		c->count = 0;
		c->folder = b->name_at.source->folder;
		c->at = b->name_at;
		return c;
	}
	struct word_class *grown = grow_array(l->arena, l->classes, l->class_count, &l->class_capacity, sizeof *grown);
	if (!grown || l->class_count == MAX_CLASSES)
		return NULL;
	l->classes = grown;
	c = &l->classes[l->class_count++];
	*c = (struct word_class){.name = name, .at = b->name_at, .folder = b->name_at.source->folder,
	                         .number = (uint16_t)l->class_count};
	return accord_hash_map_set(l->class_names, name.data, name.len, c->number) ? c : NULL;
}

void read_class(accord_rule_language *l, const struct block *b)
{
	struct word_class *c = open_class(l, b);
	const struct source *s = b->rest_at.source;
	struct reader r = {.source = s, .at = b->rest_at.start, .end = b->rest_at.end};
	if (!c)
		return;
	if (r.at >= r.end)
		diagnose(l->diagnosis, b->name_at, "as in: class buy  kaufen, übernehmen", "a class without members");
	while (skip_blank(&r), r.at < r.end) {
		if (s->bytes[r.at] == ',') {
			r.at++;
			continue;
		}
		uint32_t end = member_end(s, r.at, r.end);
		read_member(l, c, s, r.at, end > r.at ? end : r.at + 1);
		r.at = end > r.at ? end : r.at + 1;
	}
}

/* ---- members become words ----------------------------------------------------------------------------------------- */

struct form_walk {
	const accord_rule_language *language;
	accord_lemma lemma;
	class_visit visit;
	void *context;
};

static void visit_form(void *context, accord_slice form, uint32_t forms)
{
	struct form_walk *w = context;
	const accord_lexicon *lexicon = w->language->lexicon;
	accord_word word = accord_lexicon_word(lexicon, form.data, form.len);
	size_t count;
	const accord_reading *readings = accord_lexicon_readings(lexicon, word, &count);
	accord_pos pos = ACCORD_POS_WORD;
	accord_lexicon_lemma_name(lexicon, w->lemma, &pos);
	for (size_t i = 0; i < count; i++)
		if (readings[i].lemma == w->lemma && readings[i].forms == forms) {
			bool simple = pos == ACCORD_POS_VERB && !readings[i].particle &&
			              (!w->language->german ||
			               ((forms & ACCORD_FORM_FINITE) && !(forms & ACCORD_FORM_PP)));
			struct class_word cw = {word, readings[i].particle, forms, pos == ACCORD_POS_VERB, simple,
			                        {NULL, 0}};
			w->visit(w->context, &cw);
		}
}

void each_lemma_word(const accord_rule_language *l, accord_lemma lemma, class_visit visit, void *context)
{
	struct form_walk w = {l, lemma, visit, context};
	accord_lexicon_each_form(l->lexicon, lemma, visit_form, &w);
}

struct class_fill {
	accord_rule_language *language;
	struct word_class *into;
	accord_slice value;
};

static void add_class_word(void *context, const struct class_word *word)
{
	struct class_fill *f = context;
	struct word_class *c = f->into;
	struct class_word *grown = grow_array(f->language->arena, c->words, c->word_count, &c->word_capacity,
	                                      sizeof *grown);
	if (!grown)
		return;
	c->words = grown;
	c->words[c->word_count] = *word;
	if (f->value.data)
		c->words[c->word_count].value = f->value;
	c->word_count++;
}

static void resolve_class(accord_rule_language *l, struct word_class *c);

static void include_class(accord_rule_language *l, struct word_class *c, const struct member *m)
{
	struct word_class *other = find_class(l, m->include);
	if (!other) {
		diagnose(l->diagnosis, m->at, class_hint(l, m->include), "class '@%.*s' is not defined for %s",
		         (int)m->include.len, m->include.data, l->lang);
		return;
	}
	if (other->open) {
		diagnose(l->diagnosis, m->at, NULL, "class '@%.*s' includes itself", (int)m->include.len,
		         m->include.data);
		return;
	}
	resolve_class(l, other);
	struct class_fill f = {l, c, m->value};
	for (size_t i = 0; i < other->word_count; i++)
		add_class_word(&f, &other->words[i]);
}

/* A bare word of one token; several tokens are a phrase. Text goes on behind it, so that "Mrd." keeps its point. */
static bool single_word(accord_rule_language *l, struct word_class *c, const struct member *m)
{
	accord_tokens tokens;
	const char *inside = arena_format(l->scratch, "%.*s x", (int)m->text.len, m->text.data);
	bool single = inside && accord_tokenize(l->scratch, accord_slice_of(inside), l->lang, &tokens) == ACCORD_OK &&
	              tokens.count == 2 && tokens.items[0].end == m->text.len;
	if (single) {
		accord_slice folded = accord_text_fold(l->scratch, m->text);
		accord_word word = folded.data ? accord_lexicon_intern(l->lexicon, folded.data, folded.len) : 0;
		struct class_fill f = {l, c, m->value};
		struct class_word cw = {word, 0, ACCORD_FORM_ANY, false, false, {NULL, 0}};
		if (word)
			add_class_word(&f, &cw);
	}
	accord_arena_clear(l->scratch);
	return single;
}

/* Whether a member says what its class is made of: it is one thing only, an entry or a bare word. */
static bool tells_kind(const accord_rule_language *l, const struct member *m, accord_pos *kind)
{
	accord_lemma lemmas[4];
	uint8_t count;
	if (m->include.data || memchr(m->text.data, ' ', m->text.len))
		return false;
	lemma_of_any(l, m->text, lemmas, &count);
	*kind = ACCORD_POS_WORD;
	if (count == 1)
		accord_lexicon_lemma_name(l->lexicon, lemmas[0], kind);
	return count < 2;
}

/*
 * What a class is made of: what its first member is that is one thing only. A bare word makes it a class of bare words,
 * unless there are more entries of one kind: it is a noun or verb then of which only the entry is missing.
 */
static accord_pos kind_of_class(const accord_rule_language *l, const struct word_class *c)
{
	size_t votes[ACCORD_POS_ADJECTIVE + 1] = {0};
	accord_pos kind, most = ACCORD_POS_WORD;
	for (size_t i = 0; i < c->count; i++) {
		if (!tells_kind(l, &c->members[i], &kind))
			continue;
		if (!votes[ACCORD_POS_WORD] && kind != ACCORD_POS_WORD)
			return kind;
		votes[kind]++;
	}
	for (int k = ACCORD_POS_WORD; k <= ACCORD_POS_ADJECTIVE; k++)
		if (votes[k] > votes[most])
			most = (accord_pos)k;
	return most;
}

/*
 * "buy" is a verb in @buy and a noun in @takeover: of several entries of that name the one of the class's kind counts.
 * In a class of words, "near" is the preposition and never the verb.
 */
static void keep_kind(const accord_rule_language *l, struct member *m, accord_pos kind)
{
	for (size_t i = 0; i < m->lemma_count; i++) {
		accord_pos pos = ACCORD_POS_WORD;
		accord_lexicon_lemma_name(l->lexicon, m->lemmas[i], &pos);
		if (pos == kind) {
			m->lemmas[0] = m->lemmas[i];
			m->lemma_count = 1;
			return;
		}
	}
	if (kind == ACCORD_POS_WORD)
		m->lemma_count = 0;
}

static void resolve_member(accord_rule_language *l, struct word_class *c, struct member *m, accord_pos kind)
{
	if (m->include.data) {
		include_class(l, c, m);
		return;
	}
	struct class_fill f = {l, c, m->value};
	lemma_of_any(l, m->text, m->lemmas, &m->lemma_count);
	keep_kind(l, m, kind);
	for (size_t i = 0; i < m->lemma_count; i++)
		each_lemma_word(l, m->lemmas[i], add_class_word, &f);
	if (m->lemma_count)
		return;
	if (memchr(m->text.data, '|', m->text.len) && m->text.data[0] != '<' && m->text.data[0] != '/') {
		diagnose(l->diagnosis, m->at, "a separable verb needs an entry: verb auf|kaufen",
		         "'%.*s' is not in the lexicon", (int)m->text.len, m->text.data);
		return;
	}
	bool plain = !memchr(m->text.data, '*', m->text.len) && !strchr("<@/\"(", m->text.data[0]);
	if (plain && single_word(l, c, m))
		return;
	struct reader r = {m->at.source, l->diagnosis, l->arena, m->at.start, m->at.end, 0, 0, false};
	m->pattern = parse_pattern(&r);
	skip_blank(&r);
	if (m->pattern && r.at < r.end)
		diagnose(l->diagnosis, m->at, NULL, "this is no member of a class");
}

static int by_word(const void *a, const void *b)
{
	const struct class_word *x = a, *y = b;
	if (x->word != y->word)
		return x->word < y->word ? -1 : 1;
	return x->particle < y->particle ? -1 : x->particle > y->particle;
}

/* Several readings of a word that differ in nothing but their forms are one. */
static void merge_words(struct word_class *c)
{
	size_t kept = 0;
	if (!c->word_count)
		return;
	qsort(c->words, c->word_count, sizeof *c->words, by_word);
	for (size_t i = 0; i < c->word_count; i++) {
		struct class_word *last = kept ? &c->words[kept - 1] : NULL;
		if (last && last->word == c->words[i].word && last->particle == c->words[i].particle &&
		    last->simple == c->words[i].simple) {
			last->forms |= c->words[i].forms;
			last->verbal |= c->words[i].verbal;
			if (!last->value.data)
				last->value = c->words[i].value;
		} else {
			c->words[kept++] = c->words[i];
		}
	}
	c->word_count = kept;
}

static void resolve_class(accord_rule_language *l, struct word_class *c)
{
	if (c->words || c->open)
		return;
	c->open = true;
	accord_pos kind = kind_of_class(l, c);
	for (size_t i = 0; i < c->count; i++)
		resolve_member(l, c, &c->members[i], kind);
	merge_words(c);
	c->open = false;
}

void resolve_classes(accord_rule_language *l)
{
	for (size_t i = 0; i < l->class_count; i++)
		resolve_class(l, &l->classes[i]);
}

bool each_pattern_member(accord_rule_language *l, struct word_class *c, member_visit visit, void *context)
{
	bool ok = true;
	if (c->open)
		return true;
	c->open = true;
	for (size_t i = 0; ok && i < c->count; i++) {
		struct word_class *other = c->members[i].include.data ? find_class(l, c->members[i].include) : NULL;
		if (other)
			ok = each_pattern_member(l, other, visit, context);
		else if (c->members[i].pattern)
			ok = visit(context, &c->members[i]);
	}
	c->open = false;
	return ok;
}

/* ---- questions of other stages ------------------------------------------------------------------------------------ */

uint32_t accord_rules_class(const accord_rule_language *lang, const char *name)
{
	struct word_class *c = find_class(lang, accord_slice_of(name));
	return c ? c->number : 0;
}

/* The first of the class's words that is `word`, NULL if none is. */
static const struct class_word *find_word(const struct word_class *c, accord_word word)
{
	size_t low = 0, high = c->word_count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (c->words[middle].word < word)
			low = middle + 1;
		else
			high = middle;
	}
	return low < c->word_count && c->words[low].word == word ? &c->words[low] : NULL;
}

bool accord_rules_in_class(const accord_rule_language *lang, accord_word word, uint32_t class_number, uint32_t forms)
{
	if (!word || !class_number || class_number > lang->class_count)
		return false;
	const struct word_class *c = &lang->classes[class_number - 1];
	const struct class_word *end = c->words + c->word_count;
	for (const struct class_word *w = find_word(c, word); w && w < end && w->word == word; w++)
		if (w->forms & forms)
			return true;
	return false;
}

accord_slice accord_rules_class_value(const accord_rule_language *lang, accord_word word, uint32_t class_number)
{
	if (!word || !class_number || class_number > lang->class_count)
		return (accord_slice){NULL, 0};
	const struct class_word *w = find_word(&lang->classes[class_number - 1], word);
	return w ? w->value : (accord_slice){NULL, 0};
}

void accord_rules_each_word(const accord_rule_language *lang, uint32_t class_number,
                            void (*each)(void *context, accord_word word, accord_slice value), void *context)
{
	if (!class_number || class_number > lang->class_count)
		return;
	const struct word_class *c = &lang->classes[class_number - 1];
	for (size_t i = 0; i < c->word_count; i++)
		each(context, c->words[i].word, c->words[i].value);
}

bool class_holds_word(const accord_rule_language *l, const char *class_name, accord_word word)
{
	return accord_rules_in_class(l, word, accord_rules_class(l, class_name), ACCORD_FORM_ANY);
}
