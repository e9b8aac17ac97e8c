/*
 * What a pattern tests one item for, each thing once: an atom is interned by what it says, and the words that satisfy
 * it are listed when it is made, so that a test at run time is a look into a word's short list.
 */
#include "program.h"

#include <string.h>

#define MAX_REGEXES 2000
#define KEY_BYTES 420

/* What an atom says, as the name under which it is interned; what does not fit is cut, and longer atoms are refused. */
struct key {
	char bytes[KEY_BYTES];
	size_t len;
};

static struct key *key_begin(struct key *key, char kind)
{
	key->bytes[0] = kind;
	key->bytes[1] = ':';
	key->len = 2;
	return key;
}

static struct key *key_text(struct key *key, accord_slice text)
{
	size_t room = KEY_BYTES - key->len, len = text.len < room ? text.len : room;
	if (len)
		memcpy(key->bytes + key->len, text.data, len);
	key->len += len;
	return key;
}

static struct key *key_number(struct key *key, uint32_t number)
{
	char digits[9] = {':'};
	for (int i = 0; i < 8; i++)
		digits[8 - i] = "0123456789abcdef"[number >> (4 * i) & 15];
	return key_text(key, (accord_slice){digits, sizeof digits});
}

static uint32_t new_atom(accord_rule_language *l, const struct key *key, enum atom_kind kind, accord_slice text)
{
	struct atom *grown = grow_array(l->arena, l->atoms, l->atom_count ? l->atom_count : 1, &l->atom_capacity,
	                                sizeof *grown);
	if (!grown || l->atom_count >= MAX_ATOMS)
		return 0;
	l->atoms = grown;
	if (!l->atom_count) {
		l->atoms[0] = (struct atom){0};
		l->atom_count = 1;
	}
	uint32_t id = (uint32_t)l->atom_count++;
	l->atoms[id] = (struct atom){.kind = (uint8_t)kind, .text = text, .mark = (uint64_t)1 << id % MARK_BITS};
	return accord_hash_map_set(l->atom_names, key->bytes, key->len, id) ? id : 0;
}

static uint32_t known_atom(const accord_rule_language *l, const struct key *key)
{
	return accord_hash_map_get(l->atom_names, key->bytes, key->len, 0);
}

uint32_t atom_of_text(const accord_rule_language *l, bool exact, accord_slice text)
{
	struct key key;
	return text.len < KEY_BYTES - 2 ? known_atom(l, key_text(key_begin(&key, exact ? 'X' : 'W'), text)) : 0;
}

void remember_atom(accord_rule_language *l, bool exact, accord_slice text, uint32_t atom)
{
	struct key key;
	if (text.len >= KEY_BYTES - 2)
		return;
	key_text(key_begin(&key, exact ? 'X' : 'W'), text);
	accord_hash_map_set(l->atom_names, key.bytes, key.len, atom);
}

/* How rare words are, as far as their look tells: long ones are; function words never are. */
static uint8_t rank_of(const accord_rule_language *l, accord_word word)
{
	static const char *const frequent[] = {"preposition", "determiner", "definite",  "coordinator", "subordinator",
	                                       "relative",    "pronoun",    "auxiliary", "negation"};
	size_t len = accord_lexicon_form(l->lexicon, word).len;
	for (size_t i = 0; i < sizeof frequent / sizeof *frequent; i++)
		if (class_holds_word(l, frequent[i], word))
			return 20;
	return len >= 6 ? 100 : len == 5 ? 85 : len == 4 ? 70 : len == 3 ? 45 : 22;
}

static void add_pair(accord_rule_language *l, uint32_t atom, const struct class_word *w)
{
	struct word_atom *grown = grow_array(l->arena, l->pairs, l->pair_count, &l->pair_capacity, sizeof *grown);
	if (!grown)
		return;
	l->pairs = grown;
	l->pairs[l->pair_count++] = (struct word_atom){w->word, atom, w->particle, w->simple};
	if (!l->atoms[atom].rank)
		l->atoms[atom].rank = rank_of(l, w->word);
	l->atoms[atom].verbal |= w->verbal;
}

uint32_t atom_word(accord_rule_language *l, accord_slice folded)
{
	struct key key;
	key_text(key_begin(&key, 'w'), folded);
	uint32_t id = known_atom(l, &key);
	if (id)
		return id;
	accord_word word = accord_lexicon_intern(l->lexicon, folded.data, folded.len);
	id = word ? new_atom(l, &key, A_LEXICAL, accord_slice_copy(l->arena, folded)) : 0;
	struct class_word w = {word, 0, 0, false, false, {NULL, 0}};
	if (id)
		add_pair(l, id, &w);
	return id;
}

uint32_t atom_exact(accord_rule_language *l, accord_slice text)
{
	struct key key;
	key_text(key_begin(&key, 'x'), text);
	uint32_t id = known_atom(l, &key);
	accord_slice folded = accord_text_fold(l->scratch, text);
	if (id || !folded.data)
		return id;
	accord_word word = accord_lexicon_intern(l->lexicon, folded.data, folded.len);
	id = word ? new_atom(l, &key, A_EXACT, accord_slice_copy(l->arena, text)) : 0;
	struct class_word w = {word, 0, 0, false, false, {NULL, 0}};
	if (id)
		add_pair(l, id, &w);
	return id;
}

accord_lemma lemma_of_any(const accord_rule_language *l, accord_slice name, accord_lemma found[4], uint8_t *count)
{
	static const accord_pos order[] = {ACCORD_POS_VERB, ACCORD_POS_NOUN, ACCORD_POS_ADJECTIVE, ACCORD_POS_WORD};
	*count = 0;
	for (size_t i = 0; i < 4; i++) {
		accord_lemma lemma = accord_lexicon_lemma(l->lexicon, order[i], name);
		if (lemma)
			found[(*count)++] = lemma;
	}
	return *count ? found[0] : 0;
}

struct pair_fill {
	accord_rule_language *language;
	uint32_t atom, forms;
};

static void add_form(void *context, const struct class_word *w)
{
	struct pair_fill *f = context;
	if (w->forms & f->forms)
		add_pair(f->language, f->atom, w);
}

/* One name of <a|b>: an entry, a word with a star, a bare word. False if there is no such entry but a form is asked. */
static bool add_lemma_part(accord_rule_language *l, uint32_t atom, accord_slice name, uint32_t forms)
{
	accord_lemma lemmas[4];
	uint8_t count;
	struct pair_fill f = {l, atom, forms};
	lemma_of_any(l, name, lemmas, &count);
	for (size_t i = 0; i < count; i++)
		each_lemma_word(l, lemmas[i], add_form, &f);
	if (count)
		return true;
	accord_slice folded = accord_text_fold(l->scratch, name);
	if (!folded.data || forms != ACCORD_FORM_ANY)
		return false;
	if (folded.data[0] == '*' || folded.data[folded.len - 1] == '*') {
		bool suffix = folded.data[0] == '*';
		accord_slice rest = {folded.data + suffix, folded.len - 1};
		l->atoms[atom].rank = 90;
		return rest.len && glob_add(l, suffix ? &l->suffixes : &l->prefixes, rest, suffix, atom);
	}
	accord_word word = accord_lexicon_intern(l->lexicon, folded.data, folded.len);
	struct class_word w = {word, 0, 0, false, false, {NULL, 0}};
	if (word)
		add_pair(l, atom, &w);
	return word != 0;
}

static size_t part_end(accord_slice text, size_t at)
{
	while (at < text.len && text.data[at] != '|')
		at++;
	return at;
}

/* English spells most participles like the past tense: what asks for the one must not take the other. */
static void mark_finite(accord_rule_language *l, uint32_t atom, uint32_t forms)
{
	if (atom && forms != ACCORD_FORM_ANY && (forms & ACCORD_FORM_FINITE) && !(forms & ACCORD_FORM_PP))
		l->atoms[atom].finite = !strcmp(l->lang, "en");
}

uint32_t atom_lemma(accord_rule_language *l, const struct node *node, uint32_t forms)
{
	accord_slice text = node->text;
	struct key key;
	key_number(key_text(key_begin(&key, 'l'), text), forms);
	uint32_t id = known_atom(l, &key);
	if (id)
		return id;
	id = new_atom(l, &key, A_LEXICAL, (accord_slice){node->at.source->bytes + node->at.start, node->at.end - node->at.start});
	for (size_t at = 0; id && at < text.len;) {
		size_t end = part_end(text, at), further = end < text.len ? part_end(text, end + 1) : end;
		accord_lemma lemmas[4];
		uint8_t count;
		if (further > end && lemma_of_any(l, (accord_slice){text.data + at, further - at}, lemmas, &count))
			end = further; /* auf|kaufen */
		accord_slice name = accord_slice_trim((accord_slice){text.data + at, end - at});
		if (!name.len || !add_lemma_part(l, id, name, forms))
			diagnose(l->diagnosis, node->at, "forms come from an entry: verb, noun, word in rules/*/*.lex",
			         "'%.*s' is not in the lexicon of %s", (int)name.len, name.data, l->lang);
		at = end + 1;
	}
	mark_finite(l, id, forms);
	return id;
}

static bool add_class_glob(void *context, const struct member *m)
{
	struct pair_fill *f = context;
	const struct node *p = m->pattern;
	if (f->forms != ACCORD_FORM_ANY || p->kind != N_ATOM || p->atom != S_GLOB)
		return true;
	return add_lemma_part(f->language, f->atom, p->text, f->forms);
}

uint32_t atom_class(accord_rule_language *l, struct word_class *c, accord_slice form, uint32_t forms)
{
	struct key key;
	key_number(key_number(key_begin(&key, 'c'), c->number), forms);
	uint32_t id = known_atom(l, &key);
	c->used = true;
	if (id)
		return id;
	const char *name = arena_format(l->arena, "@%.*s%s%.*s", (int)c->name.len, c->name.data, form.len ? ":" : "",
	                                (int)form.len, form.len ? form.data : "");
	id = new_atom(l, &key, A_LEXICAL, accord_slice_of(name));
	struct pair_fill f = {l, id, forms};
	if (!id)
		return 0;
	for (size_t i = 0; i < c->word_count; i++) {
		bool bare = c->words[i].forms == ACCORD_FORM_ANY;
		if (bare ? forms == ACCORD_FORM_ANY : (c->words[i].forms & forms) != 0)
			add_pair(l, id, &c->words[i]);
	}
	each_pattern_member(l, c, add_class_glob, &f);
	mark_finite(l, id, forms);
	return id;
}

uint32_t atom_glob(accord_rule_language *l, accord_slice folded)
{
	struct key key;
	key_text(key_begin(&key, 'g'), folded);
	uint32_t id = known_atom(l, &key);
	if (id)
		return id;
	id = new_atom(l, &key, A_LEXICAL, accord_slice_copy(l->arena, folded));
	return id && add_lemma_part(l, id, folded, ACCORD_FORM_ANY) ? id : 0;
}

bool compile_expression(struct regex *re, int *code, size_t *offset)
{
	re->code = pcre2_compile((PCRE2_SPTR)re->text.data, re->text.len,
	                         PCRE2_UTF | PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_NEVER_BACKSLASH_C, code, offset,
	                         NULL);
	if (re->code)
		pcre2_jit_compile(re->code, PCRE2_JIT_COMPLETE);
	return re->code != NULL;
}

static bool compile_regex(accord_rule_language *l, const struct node *node, struct regex *re)
{
	int code;
	size_t offset;
	const uint8_t *first = NULL;
	uint32_t unit_type = 0, unit = 0, empty = 0;
	if (!compile_expression(re, &code, &offset)) {
		PCRE2_UCHAR message[120];
		pcre2_get_error_message(code, message, sizeof message);
		uint32_t at = node->at.start + 1 + (uint32_t)offset;
		diagnose(l->diagnosis, (struct extent){node->at.source, at < node->at.end ? at : at - 1, at + 1}, NULL,
		         "in the expression: %s", (const char *)message);
		return false;
	}
	memset(re->first, 0xFF, sizeof re->first);
	pcre2_pattern_info(re->code, PCRE2_INFO_MATCHEMPTY, &empty);
	pcre2_pattern_info(re->code, PCRE2_INFO_FIRSTBITMAP, &first);
	pcre2_pattern_info(re->code, PCRE2_INFO_FIRSTCODETYPE, &unit_type);
	if (!empty && first) {
		memcpy(re->first, first, sizeof re->first);
	} else if (!empty && unit_type == 1) {
		pcre2_pattern_info(re->code, PCRE2_INFO_FIRSTCODEUNIT, &unit);
		memset(re->first, 0, sizeof re->first);
		re->first[(unit & 255) / 8] |= (uint8_t)(1 << (unit & 7));
		unit ^= 0x20; /* [Qq] is one unit to PCRE2, in either case */
		if ((unit | 0x20) >= 'a' && (unit | 0x20) <= 'z')
			re->first[(unit & 255) / 8] |= (uint8_t)(1 << (unit & 7));
	}
	return true;
}

uint32_t atom_regex(accord_rule_language *l, const struct node *node)
{
	struct key key;
	key_text(key_begin(&key, 'r'), node->text);
	uint32_t id = known_atom(l, &key);
	if (id || node->text.len > 380)
		return id;
	struct regex *grown = grow_array(l->arena, l->regexes, l->regex_count, &l->regex_capacity, sizeof *grown);
	if (!grown || l->regex_count == MAX_REGEXES)
		return 0;
	l->regexes = grown;
	struct regex *re = &l->regexes[l->regex_count];
	*re = (struct regex){.text = node->text};
	if (!compile_regex(l, node, re))
		return 0;
	id = new_atom(l, &key, A_REGEX, (accord_slice){node->text.data - 1, node->text.len + 2});
	if (id) {
		l->atoms[id].regex = (uint32_t)l->regex_count;
		l->atoms[id].rank = 15;
	}
	l->regex_count++;
	return id;
}

uint32_t atom_of_kind(accord_rule_language *l, const char *name, uint32_t kinds)
{
	struct key key;
	key_number(key_text(key_begin(&key, 'k'), accord_slice_of(name)), kinds);
	uint32_t id = known_atom(l, &key);
	if (id)
		return id;
	id = new_atom(l, &key, A_KIND, accord_slice_of(name));
	if (!id)
		return 0;
	l->atoms[id].kinds = kinds;
	if (kinds < 1u << 12)
		l->atoms[id].rank = kinds & (1 << ACCORD_ITEM_WORD | 1 << ACCORD_ITEM_PUNCT) ? 1 :
		                    kinds & (1 << ACCORD_ITEM_NUMBER) ? 12 : 30;
	else
		l->atoms[id].rank = 2;
	return id;
}

uint32_t atom_not(accord_rule_language *l, uint32_t inner)
{
	struct key key;
	key_number(key_begin(&key, 'n'), inner);
	uint32_t id = known_atom(l, &key);
	if (id)
		return id;
	const char *text = arena_format(l->arena, "!%.*s", (int)l->atoms[inner].text.len, l->atoms[inner].text.data);
	id = new_atom(l, &key, A_NOT, accord_slice_of(text));
	if (id)
		l->atoms[id].inner = inner;
	return id;
}

/* FINITE: a finite form of any verb. Its words are listed with the word index, since it has no entry of its own. */
uint32_t atom_finite(accord_rule_language *l)
{
	struct key key;
	uint32_t id = known_atom(l, key_begin(&key, 'f'));
	if (id)
		return id;
	id = new_atom(l, &key, A_LEXICAL, accord_slice_of("FINITE"));
	size_t count;
	for (accord_word w = 1; id && accord_lexicon_form(l->lexicon, w).data; w++) {
		const accord_reading *readings = accord_lexicon_readings(l->lexicon, w, &count);
		for (size_t i = 0; i < count; i++) {
			accord_pos pos;
			accord_lexicon_lemma_name(l->lexicon, readings[i].lemma, &pos);
			if (pos == ACCORD_POS_VERB && (readings[i].forms & (ACCORD_FORM_FINITE | ACCORD_FORM_STEM))) {
				struct class_word cw = {w, 0, readings[i].forms, true, false, {NULL, 0}};
				add_pair(l, id, &cw);
				break;
			}
		}
	}
	if (id)
		l->atoms[id].rank = 5;
	return id;
}
