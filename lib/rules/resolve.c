/*
 * Names in a pattern are looked up: words are cut as texts are cut, classes and lets opened, the slots of a clause
 * filled with what a frame names. What comes out holds nothing but atoms, gaps, choices, repeats and captures.
 */
#include "program.h"

#include <string.h>

#define MAX_RESOLVED 4000
#define MAX_DEPTH 40

static const struct {
	const char *name;
	uint32_t kinds;
} kinds[] = {
	{"COMPANY", 1 << ACCORD_ITEM_COMPANY},
	{"COMPANIES", 1 << ACCORD_ITEM_COMPANY},
	{"ANY_COMPANY", 1 << ACCORD_ITEM_COMPANY | KIND_GOVERNED},
	{"AMOUNT", 1 << ACCORD_ITEM_AMOUNT},
	{"DATE", 1 << ACCORD_ITEM_DATE},
	{"PERCENT", 1 << ACCORD_ITEM_PERCENT},
	{"NUMBER", 1 << ACCORD_ITEM_NUMBER},
	{"NAME", 1 << ACCORD_ITEM_NAME | KIND_NAME_WORD},
	{"NEWCOMER", KIND_NEWCOMER},
	{"PERSON", 1 << ACCORD_ITEM_PERSON},
	{"PLACE", 1 << ACCORD_ITEM_PLACE},
	{"PRODUCT", 1 << ACCORD_ITEM_PRODUCT},
	{"ORGANIZATION", 1 << ACCORD_ITEM_ORGANIZATION},
	{"PARTY", 1 << ACCORD_ITEM_COMPANY | 1 << ACCORD_ITEM_ORGANIZATION | 1 << ACCORD_ITEM_PERSON},
	{"WORD", 1 << ACCORD_ITEM_WORD},
	{"CAPITAL", KIND_CAPITAL},
	{"ANY", KIND_ANY},
};

static const char *const upper_names[] = {"COMPANY", "COMPANIES", "ANY_COMPANY", "AMOUNT", "DATE", "PERCENT", "NUMBER", "NAME", "NEWCOMER", "PERSON",
                                          "PLACE", "PRODUCT", "ORGANIZATION", "PARTY", "WORD", "CAPITAL", "ANY", "NP",
                                          "FINITE", "END", "SUBJECT", "OBJECT", "VERB", "NOUN", "BY", "OF"};

static struct node *fail(struct resolution *r)
{
	r->failed = true;
	return NULL;
}

static struct node *fresh(struct resolution *r, enum node_kind kind, struct extent at)
{
	if (++r->nodes > MAX_RESOLVED) {
		if (!r->failed)
			diagnose(r->language->diagnosis, at, "make two patterns of it",
			         "the pattern is too large with all its choices");
		return fail(r);
	}
	struct node *node = new_node(r->language->scratch, kind, at);
	return node ? node : fail(r);
}

static struct node *atom_node(struct resolution *r, struct extent at, uint32_t atom)
{
	struct node *node = atom ? fresh(r, N_ATOM, at) : fail(r);
	if (!node)
		return NULL;
	node->atom = S_RESOLVED;
	node->id = atom;
	return node;
}

static struct node *kind_node(struct resolution *r, struct extent at, const char *name)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (!strcmp(kinds[i].name, name))
			return atom_node(r, at, atom_of_kind(r->language, name, kinds[i].kinds));
	return NULL;
}

/* A word as a text would have it: "cross-licensing" is three tokens. */
static struct node *word_node(struct resolution *r, const struct node *node)
{
	accord_tokens tokens;
	bool exact = node->atom == S_EXACT;
	accord_rule_language *l = r->language;
	if (accord_slice_is(node->text, "'s")) /* a token of names, in every language */
		return atom_node(r, node->at, atom_word(l, node->text));
	uint32_t known = atom_of_text(l, exact, node->text);
	if (known)
		return atom_node(r, node->at, known);
	/* "dell'" is one token only before a word: it is cut with one, which is left off again */
	bool elided = !strcmp(l->lang, "it") && node->text.len > 1 && node->text.data[node->text.len - 1] == '\'';
	const char *cut = elided ? arena_format(l->scratch, "%.*sa", (int)node->text.len, node->text.data) : NULL;
	accord_slice whole = cut ? accord_slice_of(cut) : node->text;
	if (accord_tokenize(l->scratch, whole, l->lang, &tokens) != ACCORD_OK || !tokens.count)
		return fail(r);
	if (cut && tokens.count > 1 && tokens.items[tokens.count - 1].start == node->text.len)
		tokens.count--;
	struct node *seq = tokens.count > 1 ? fresh(r, N_SEQ, node->at) : NULL;
	for (size_t i = 0; i < tokens.count && !r->failed; i++) {
		accord_slice text = {whole.data + tokens.items[i].start,
		                     tokens.items[i].end - tokens.items[i].start};
		accord_slice folded = accord_text_fold(l->scratch, text);
		uint32_t id = exact ? atom_exact(l, text) : folded.data ? atom_word(l, folded) : 0;
		struct node *atom = atom_node(r, node->at, id);
		if (!seq && atom)
			remember_atom(l, exact, node->text, id);
		if (!seq || !atom)
			return atom;
		add_kid(l->scratch, seq, atom);
	}
	return seq;
}

/* The mask behind a colon; false after a mistake. */
static bool form_mask(struct resolution *r, const struct node *node, uint32_t *mask)
{
	static const char *const names[] = {"finite", "inf",     "pp",          "adj",         "zu",     "final",  "ing",
	                                    "ger",    "past",    "present",     "subjunctive", "conditional", "future",
	                                    "plural", "singular", "clitic",     "genitive",    "stem",   "base"};
	*mask = ACCORD_FORM_ANY;
	if (!node->form.len)
		return true;
	*mask = accord_form_from(r->language->lang, node->form);
	if (*mask)
		return true;
	const char *usable[sizeof names / sizeof *names];
	size_t count = 0;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (accord_form_from(r->language->lang, accord_slice_of(names[i])))
			usable[count++] = names[i];
	struct extent at = {node->at.source, (uint32_t)(node->form.data - node->at.source->bytes), 0};
	at.end = at.start + (uint32_t)node->form.len;
	diagnose(r->language->diagnosis, at, suggest(r->language->arena, node->form, usable, count, "the forms are"),
	         "'%.*s' is no form in %s", (int)node->form.len, node->form.data, r->language->lang);
	fail(r);
	return false;
}

/* German `zu` of a verb that has no prefix to hold it: "zu kaufen" beside "aufzukaufen". */
static struct node *with_zu(struct resolution *r, const struct node *node, struct node *atom, bool trigger)
{
	if (!atom || !r->language->german || !accord_slice_is(node->form, "zu"))
		return atom;
	struct node infinitive = *node;
	infinitive.form = accord_slice_of("inf");
	infinitive.trigger = false;
	struct node *inf = resolve(r, &infinitive);
	struct node *alt = fresh(r, N_ALT, node->at), *seq = fresh(r, N_SEQ, node->at);
	struct node *zu = atom_node(r, node->at, atom_word(r->language, accord_slice_of("zu")));
	if (r->failed)
		return NULL;
	inf->trigger = trigger;
	add_kid(r->language->scratch, seq, zu);
	add_kid(r->language->scratch, seq, inf);
	if (!r->language->atoms[atom->id].rank) /* no separable verb among them */
		return seq;
	add_kid(r->language->scratch, alt, atom);
	add_kid(r->language->scratch, alt, seq);
	return alt;
}

struct member_choice {
	struct resolution *r;
	const struct node *of;
	struct node *alt;
};

/* Give the head of a phrase the form that is asked: @conclude:pp of "unter Dach und Fach <bringen>". */
static bool give_form(struct node *node, accord_slice form)
{
	bool given = false;
	if (node->kind == N_ATOM && node->atom == S_LEMMA && !node->form.len) {
		node->form = form;
		return true;
	}
	for (size_t i = 0; i < node->count; i++)
		given |= give_form(node->kids[i], form);
	return given;
}

static struct node *copy_tree(accord_arena *arena, const struct node *node)
{
	struct node *copy = new_node(arena, (enum node_kind)node->kind, node->at);
	if (!copy)
		return NULL;
	*copy = *node;
	copy->kids = NULL;
	copy->count = 0;
	for (size_t i = 0; i < node->count; i++)
		if (!add_kid(arena, copy, copy_tree(arena, node->kids[i])))
			return NULL;
	return copy;
}

static bool add_member_choice(void *context, const struct member *m)
{
	struct member_choice *c = context;
	struct node *pattern = m->pattern;
	if (pattern->kind == N_ATOM && pattern->atom == S_GLOB)
		return true; /* stands in the class's own atom */
	if (c->of->form.len) {
		pattern = copy_tree(c->r->language->scratch, pattern);
		if (!pattern || !give_form(pattern, c->of->form))
			return true;
	}
	struct node *resolved = resolve(c->r, pattern);
	if (resolved && c->of->trigger) {
		/* the whole phrase wakes: its first atom does */
		struct node *head = resolved;
		while (head->count)
			head = head->kids[0];
		head->trigger = head->kind == N_ATOM;
	}
	return resolved && add_kid(c->r->language->scratch, c->alt, resolved);
}

static struct node *class_node(struct resolution *r, const struct node *node)
{
	accord_rule_language *l = r->language;
	struct word_class *c = find_class(l, node->text);
	uint32_t forms;
	if (!c) {
		diagnose(l->diagnosis, node->at, class_hint(l, node->text), "class '@%.*s' is not defined for %s",
		         (int)node->text.len, node->text.data, l->lang);
		return fail(r);
	}
	if (!form_mask(r, node, &forms))
		return NULL;
	struct node *alt = fresh(r, N_ALT, node->at), *atom = atom_node(r, node->at, atom_class(l, c, node->form, forms));
	if (r->failed)
		return NULL;
	atom->trigger = node->trigger;
	struct member_choice choice = {r, node, alt};
	add_kid(l->scratch, alt, atom);
	if (!each_pattern_member(l, c, add_member_choice, &choice))
		return fail(r);
	return alt->count == 1 ? with_zu(r, node, atom, node->trigger) : alt;
}

static struct node *lemma_node(struct resolution *r, const struct node *node)
{
	uint32_t forms;
	if (!form_mask(r, node, &forms))
		return NULL;
	struct node *atom = atom_node(r, node->at, atom_lemma(r->language, node, forms));
	if (!atom)
		return NULL;
	atom->trigger = node->trigger;
	return with_zu(r, node, atom, node->trigger);
}

/* NP: up to seven words and a head, as many as there are. */
static struct node *phrase_node(struct resolution *r, struct extent at)
{
	accord_rule_language *l = r->language;
	struct node *seq = fresh(r, N_SEQ, at), *repeat = fresh(r, N_REPEAT, at);
	struct node *word = atom_node(r, at, atom_of_kind(l, "NP", KIND_NP_WORD));
	struct node *head = atom_node(r, at, atom_of_kind(l, "NP", KIND_NP_HEAD));
	if (r->failed)
		return NULL;
	repeat->max = 7;
	add_kid(l->scratch, repeat, word);
	add_kid(l->scratch, seq, repeat);
	add_kid(l->scratch, seq, head);
	return seq;
}

/* ---- slots, lets, found things ------------------------------------------------------------------------------------ */

static struct template *find_let(const accord_rule_language *l, accord_slice name)
{
	for (size_t i = 0; i < l->lets.count; i++)
		if (accord_slice_equal(l->lets.items[i].name, name))
			return &l->lets.items[i];
	return NULL;
}

static struct node *head_node(struct resolution *r, const struct node *slot)
{
	struct node *head = new_node(r->language->scratch, N_ATOM, r->frame->head->at);
	if (!head)
		return fail(r);
	*head = *r->frame->head;
	if (slot->form.len)
		head->form = slot->form;
	head->trigger = true;
	if (head->atom == S_WORD)
		head->atom = S_LEMMA;
	return resolve(r, head);
}

/* A slot of a clause. `*known` is false if the name is none. */
static struct node *slot_node(struct resolution *r, const struct node *node, bool *known)
{
	static const char *const names[] = {"VERB", "NOUN", "SUBJECT", "OBJECT", "BY", "OF"};
	size_t i = 0;
	while (i < 6 && !accord_slice_is(node->text, names[i]))
		i++;
	*known = i < 6;
	if (i == 6)
		return NULL;
	if (!r->frame) {
		if (r->check_only)
			return kind_node(r, node->at, "COMPANY");
		diagnose(r->language->diagnosis, node->at, "slots stand in `clause` and `phrase` blocks",
		         "%s has no meaning in a pattern", names[i]);
		return fail(r);
	}
	struct node *const fillers[] = {NULL, NULL, r->frame->subject, r->frame->object, r->frame->by, r->frame->of};
	if (i < 2)
		return head_node(r, node);
	if (fillers[i])
		return resolve(r, fillers[i]);
	r->unsuited |= i != 3;
	return NULL; /* dropped: a verb without an object */
}

static struct node *upper_node(struct resolution *r, const struct node *node)
{
	bool known;
	accord_rule_language *l = r->language;
	struct node *slot = slot_node(r, node, &known);
	if (known)
		return slot;
	if (accord_slice_is(node->text, "NP"))
		return phrase_node(r, node->at);
	if (accord_slice_is(node->text, "FINITE"))
		return atom_node(r, node->at, atom_finite(l));
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (accord_slice_is(node->text, kinds[i].name))
			return kind_node(r, node->at, kinds[i].name);
	struct template *let = find_let(l, node->text);
	if (let && !let->open && let->pattern) {
		let->open = true;
		struct node *body = resolve(r, let->pattern);
		let->open = false;
		return body;
	}
	if (let && !let->pattern)
		return fail(r);
	if (!let && node->text.len <= 3 && !node->form.len) { /* KW, IPO, AG: a word that happens to be in capitals */
		struct node word = *node;
		word.atom = S_WORD;
		return word_node(r, &word);
	}
	diagnose(l->diagnosis, node->at,
	         let ? NULL : suggest(l->arena, node->text, upper_names, sizeof upper_names / sizeof *upper_names, "known are"),
	         let ? "let '%.*s' leads back to itself" : "'%.*s' is nothing that a pattern knows", (int)node->text.len,
	         node->text.data);
	return fail(r);
}

/* ---- captures ----------------------------------------------------------------------------------------------------- */

static bool role_fits(struct resolution *r, const struct node *node, int *role)
{
	static const char *const free_roles[] = {"value", "date", "object", "percent", "pair"};
	const size_t free_count = sizeof free_roles / sizeof *free_roles;
	*role = -1;
	if (!r->rule || r->rule->kind != ACCORD_RULE_DEAL || r->rule->type < 0)
		return true;
	for (size_t i = 0; i < free_count; i++)
		if (accord_slice_is(node->text, free_roles[i]))
			return true;
	const char *names[ACCORD_ROLES + sizeof free_roles / sizeof *free_roles];
	size_t count = 0;
	for (int i = 0; i < ACCORD_ROLES; i++)
		if (accord_type_has_role((accord_deal_type)r->rule->type, (accord_role)i)) {
			names[count++] = accord_role_name((accord_role)i);
			if (accord_slice_is(node->text, names[count - 1]))
				*role = i;
		}
	if (*role >= 0)
		return true;
	for (size_t i = 0; i < free_count; i++)
		names[count++] = free_roles[i];
	diagnose(r->language->diagnosis, node->at,
	         suggest(r->language->arena, node->text, names, count, "the roles are"), "'%.*s' is no role of %s",
	         (int)node->text.len, node->text.data, accord_deal_type_name((accord_deal_type)r->rule->type));
	fail(r);
	return false;
}

/* The kinds of items, as bits, that a pattern may take in. */
static uint16_t kinds_taken(const accord_rule_language *l, const struct node *node)
{
	uint16_t taken = 0;
	if (node->kind == N_GAP)
		return UINT16_MAX;
	if (node->kind == N_ATOM) {
		const struct atom *atom = &l->atoms[node->id];
		if (atom->kind != A_KIND)
			return 1 << ACCORD_ITEM_WORD;
		if (atom->kinds & KIND_NEWCOMER)
			return 1 << ACCORD_ITEM_NAME;
		return atom->kinds & ~(uint32_t)(0xFFF | KIND_GOVERNED) ? UINT16_MAX : (uint16_t)(atom->kinds & 0xFFF);
	}
	for (size_t i = 0; i < node->count; i++)
		taken |= kinds_taken(l, node->kids[i]);
	return taken;
}

static struct node *capture_node(struct resolution *r, const struct node *node)
{
	int role;
	if (!role_fits(r, node, &role))
		return NULL;
	struct node *inner = resolve(r, node->kids[0]);
	if (!inner)
		return NULL;
	if (r->slot_count == MAX_SLOTS) {
		diagnose(r->language->diagnosis, node->at, NULL, "more than %d captures in a pattern", MAX_SLOTS);
		return fail(r);
	}
	struct node *copy = fresh(r, N_CAPTURE, node->at);
	if (!copy)
		return NULL;
	copy->slot = (uint16_t)r->slot_count;
	r->slots[r->slot_count++] = (struct slot){node->text, role};
	add_kid(r->language->scratch, copy, inner);
	if (r->rule && r->rule->kind == ACCORD_RULE_DEAL && role >= 0)
		r->language->party_kinds |= kinds_taken(r->language, inner);
	return copy;
}

/* ---- inner nodes -------------------------------------------------------------------------------------------------- */

/* Kids of a sequence; what a frame does not have falls out together with the gap before it. */
static struct node *sequence_node(struct resolution *r, const struct node *node)
{
	struct node *seq = fresh(r, N_SEQ, node->at);
	bool dropped = false;
	for (size_t i = 0; seq && i < node->count; i++) {
		struct node *kid = resolve(r, node->kids[i]);
		if (r->failed || r->unsuited)
			return NULL;
		if (!kid) {
			if (seq->count && seq->kids[seq->count - 1]->kind == N_GAP)
				seq->count--;
			dropped = true;
			continue;
		}
		if (dropped && kid->kind == N_GAP && !seq->count)
			continue;
		add_kid(r->language->scratch, seq, kid);
	}
	return seq && seq->count ? seq : NULL;
}

static struct node *choice_node(struct resolution *r, const struct node *node)
{
	struct node *alt = fresh(r, N_ALT, node->at);
	for (size_t i = 0; alt && i < node->count; i++) {
		struct node *kid = resolve(r, node->kids[i]);
		if (r->failed || r->unsuited)
			return NULL;
		if (kid)
			add_kid(r->language->scratch, alt, kid);
	}
	return alt && alt->count ? alt : NULL;
}

static struct node *not_node(struct resolution *r, const struct node *node)
{
	struct node *inner = resolve(r, node->kids[0]);
	if (!inner)
		return NULL;
	if (inner->kind == N_ALT) { /* !( a | b ): not a and not b would take several tokens; one token is asked */
		diagnose(r->language->diagnosis, node->at, "as in: !<a|b>, ~<a|b>, !@class", "one word is asked here, not a choice");
		return fail(r);
	}
	if (inner->kind != N_ATOM) {
		diagnose(r->language->diagnosis, node->at, "as in: !<a|b>, ~<a|b>, !@class", "one word is asked here");
		return fail(r);
	}
	if (node->kind == N_NOT)
		return atom_node(r, node->at, atom_not(r->language, inner->id));
	struct node *beside = fresh(r, N_BESIDE, node->at);
	if (beside)
		beside->id = inner->id;
	return beside;
}

static struct node *copy_with_kid(struct resolution *r, const struct node *node)
{
	struct node *inner = node->count ? resolve(r, node->kids[0]) : NULL;
	if (node->count && !inner)
		return NULL;
	struct node *copy = fresh(r, (enum node_kind)node->kind, node->at);
	if (!copy)
		return NULL;
	copy->gap = node->gap;
	copy->min = node->min;
	copy->max = node->max;
	if (inner)
		add_kid(r->language->scratch, copy, inner);
	return copy;
}

/* SUBJECT? of a frame that has none is no reason to leave the clause out. */
static struct node *repeat_node(struct resolution *r, const struct node *node)
{
	bool before = r->unsuited;
	struct node *copy = copy_with_kid(r, node);
	if (!copy && node->min == 0)
		r->unsuited = before;
	return copy;
}

static struct node *atom_of(struct resolution *r, const struct node *node)
{
	switch (node->atom) {
	case S_WORD:
	case S_EXACT:
		return word_node(r, node);
	case S_LEMMA:
		return lemma_node(r, node);
	case S_CLASS:
		return class_node(r, node);
	case S_GLOB: {
		accord_slice folded = accord_text_fold(r->language->scratch, node->text);
		struct node *atom = atom_node(r, node->at, folded.data ? atom_glob(r->language, folded) : 0);
		if (atom)
			atom->trigger = node->trigger;
		return atom;
	}
	case S_REGEX:
		return atom_node(r, node->at, atom_regex(r->language, node));
	default:
		return atom_node(r, node->at, node->id);
	}
}

struct node *resolve(struct resolution *r, const struct node *node)
{
	struct node *out = NULL;
	if (r->failed || ++r->depth > MAX_DEPTH) {
		if (!r->failed)
			diagnose(r->language->diagnosis, node->at, NULL, "lets and classes are nested too deep");
		return fail(r);
	}
	switch (node->kind) {
	case N_SEQ: out = sequence_node(r, node); break;
	case N_ALT: out = choice_node(r, node); break;
	case N_ATOM: out = atom_of(r, node); break;
	case N_NOT:
	case N_BESIDE: out = not_node(r, node); break;
	case N_SLOT: out = upper_node(r, node); break;
	case N_CAPTURE: out = capture_node(r, node); break;
	case N_REPEAT: out = repeat_node(r, node); break;
	default: out = copy_with_kid(r, node); break;
	}
	r->depth--;
	return out;
}
