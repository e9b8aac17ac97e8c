/*
 * Patterns by recursive descent:
 *
 *   alt  = seq {"|" seq}        seq = item {item}        item = [role ":"] atom ["?" | "+" | "{" n "," n "}"]
 *   atom = "(" alt ")" | "!" atom | "~" atom | "^" | ".." | "..." | ">>" | "<" lemma {"|" lemma} [":" form] ">"
 *        | "@" class [":" form] | "/" regex "/" | string | glob | KIND | word | punctuation
 */
#include "syntax.h"

#include <string.h>

#define MAX_REPEAT 20

struct node *new_node(accord_arena *arena, enum node_kind kind, struct extent at)
{
	struct node *node = accord_arena_calloc(arena, 1, sizeof *node);
	if (node) {
		node->kind = (uint8_t)kind;
		node->at = at;
	}
	return node;
}

/* The array of kids doubles whenever its size reaches a power of two. */
bool add_kid(accord_arena *arena, struct node *parent, struct node *kid)
{
	size_t n = parent->count;
	if (!kid)
		return false;
	if (!(n & (n - 1))) {
		size_t capacity = n ? n * 2 : 1;
		struct node **grown = accord_arena_grow(arena, parent->kids, n * sizeof *grown,
		                                        capacity * sizeof *grown);
		if (!grown)
			return false;
		parent->kids = grown;
	}
	parent->kids[parent->count++] = kid;
	return true;
}

static char peek(const struct reader *r, uint32_t ahead)
{
	return r->at + ahead < r->end ? r->source->bytes[r->at + ahead] : '\0';
}

static struct node *wrong(struct reader *r, uint32_t start, uint32_t end, const char *hint, const char *message)
{
	if (!r->failed)
		diagnose(r->diagnosis, (struct extent){r->source, start, end}, hint, "%s", message);
	r->failed = true;
	return NULL;
}

static struct node *make(struct reader *r, enum node_kind kind, uint32_t start)
{
	if (++r->nodes > MAX_PATTERN_NODES)
		return wrong(r, start, r->at, "make two patterns of it", "the pattern is too long");
	struct node *node = new_node(r->arena, kind, (struct extent){r->source, start, r->at});
	if (!node)
		r->failed = true;
	return node;
}

static struct node *parse_atom(struct reader *r);

static bool ends_sequence(const struct reader *r)
{
	char c = peek(r, 0);
	return !c || c == '|' || c == ')' || (c == '-' && peek(r, 1) == '>');
}

static struct node *parse_sequence(struct reader *r)
{
	struct node *seq = make(r, N_SEQ, r->at);
	for (skip_blank(r); seq && !r->failed && !ends_sequence(r); skip_blank(r))
		if (!add_kid(r->arena, seq, parse_item(r)))
			return NULL;
	if (!seq || r->failed)
		return NULL;
	if (!seq->count)
		return wrong(r, r->at, r->at + 1, "as in: ( von | durch )", "an empty choice: a word or atom is missing");
	seq->at.end = seq->kids[seq->count - 1]->at.end;
	return seq->count == 1 ? seq->kids[0] : seq;
}

struct node *parse_pattern(struct reader *r)
{
	if (++r->depth > MAX_NESTING)
		return wrong(r, r->at, r->at + 1, NULL, "brackets are nested too deep");
	struct node *first = parse_sequence(r), *alt = NULL;
	while (first && !r->failed && peek(r, 0) == '|') {
		r->at++;
		if (!alt) {
			alt = make(r, N_ALT, first->at.start);
			if (!alt || !add_kid(r->arena, alt, first))
				return NULL;
		}
		if (!add_kid(r->arena, alt, parse_sequence(r)))
			return NULL;
		alt->at.end = alt->kids[alt->count - 1]->at.end;
	}
	r->depth--;
	return r->failed ? NULL : alt ? alt : first;
}

static unsigned read_count(struct reader *r)
{
	unsigned n = 0;
	for (skip_blank(r); peek(r, 0) >= '0' && peek(r, 0) <= '9' && n < 1000; r->at++)
		n = n * 10 + (unsigned)(peek(r, 0) - '0');
	skip_blank(r);
	return n;
}

static struct node *repeat(struct reader *r, struct node *atom, unsigned min, unsigned max)
{
	struct node *node = make(r, N_REPEAT, atom->at.start);
	if (!node || !add_kid(r->arena, node, atom))
		return NULL;
	node->min = (uint16_t)min;
	node->max = (uint16_t)max;
	return node;
}

/* A star with a letter right behind it is the next word, *übernahme, and repeats nothing. */
static bool begins_glob(const struct reader *r)
{
	char next = peek(r, 1);
	return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || (unsigned char)next >= 0x80;
}

/* `?`, `+` and `{n,m}` behind an atom; a blank may stand before them. */
static struct node *parse_quantifier(struct reader *r, struct node *atom)
{
	uint32_t before = r->at;
	skip_blank(r);
	uint32_t start = r->at;
	char c = peek(r, 0);
	if (c == '?' || c == '+') {
		r->at++;
		if (atom->kind == N_GAP)
			return wrong(r, start, r->at, "a gap may always be empty", "a gap cannot be repeated");
		return repeat(r, atom, c == '+', c == '?' ? 1 : 8);
	}
	if (c == '*' && !begins_glob(r))
		return wrong(r, start, start + 1, "x? x+ x{0,4}; a star is the rest of a word: *übernahme",
		             "there is no repeat without a bound");
	if (c != '{') {
		r->at = before;
		return atom;
	}
	r->at++;
	unsigned min = read_count(r), max = min;
	if (peek(r, 0) == ',') {
		r->at++;
		max = read_count(r);
	}
	if (peek(r, 0) != '}' || max < min || max < 1 || max > MAX_REPEAT)
		return wrong(r, start, r->at + 1, "as in: x{2,4}; at most 20", "this is no count");
	r->at++;
	return repeat(r, atom, min, max);
}

/* `role:` before an atom; a colon with a blank behind it is punctuation. */
static accord_slice parse_role(struct reader *r)
{
	uint32_t at = r->at;
	while (at < r->end && ((r->source->bytes[at] >= 'a' && r->source->bytes[at] <= 'z') ||
	                       r->source->bytes[at] == '_' ||
	                       (at > r->at && r->source->bytes[at] >= '0' && r->source->bytes[at] <= '9')))
		at++;
	if (at == r->at || at + 1 >= r->end || r->source->bytes[at] != ':' ||
	    strchr(" \t\r\n|)?+", r->source->bytes[at + 1]))
		return (accord_slice){NULL, 0};
	accord_slice role = {r->source->bytes + r->at, at - r->at};
	r->at = at + 1;
	return role;
}

struct node *parse_item(struct reader *r)
{
	uint32_t start = r->at;
	accord_slice role = parse_role(r);
	struct node *atom = parse_atom(r);
	if (!atom)
		return NULL;
	if (role.len && (atom->kind == N_GAP || atom->kind == N_START || atom->kind == N_END || atom->kind == N_BESIDE || atom->kind == N_CAPTURE))
		return wrong(r, start, r->at, "as in: acquirer:COMPANY", "a role binds words or what was found, no gap");
	struct node *item = parse_quantifier(r, atom);
	if (!item || !role.len)
		return item;
	if (item->kind == N_REPEAT && item->min == 0) { /* role:x? is an optional binding */
		struct node *capture = make(r, N_CAPTURE, start);
		if (!capture || !add_kid(r->arena, capture, item->kids[0]))
			return NULL;
		capture->text = role;
		capture->at.end = start + (uint32_t)role.len;
		if (item->max > 1) {
			item->min = 1;
			capture->kids[0] = item;
			return repeat(r, capture, 0, 1);
		}
		item->kids[0] = capture;
		return item;
	}
	struct node *capture = make(r, N_CAPTURE, start);
	if (!capture || !add_kid(r->arena, capture, item))
		return NULL;
	capture->text = role;
	capture->at.end = start + (uint32_t)role.len;
	return capture;
}

static struct node *parse_group(struct reader *r)
{
	uint32_t start = r->at++;
	struct node *inner = parse_pattern(r);
	if (!inner)
		return NULL;
	if (peek(r, 0) != ')')
		return wrong(r, start, start + 1, NULL, "this bracket is not closed");
	r->at++;
	return inner;
}

/* !x takes a word that is not x; ~x only looks at the neighbour. */
static struct node *parse_not(struct reader *r, enum node_kind kind)
{
	uint32_t start = r->at++;
	if (++r->depth > MAX_NESTING)
		return wrong(r, start, r->at, NULL, "brackets are nested too deep");
	struct node *inner = parse_atom(r);
	if (!inner)
		return NULL;
	r->depth--;
	struct node *node = make(r, kind, start);
	if (!node || !add_kid(r->arena, node, inner))
		return NULL;
	return node;
}

static struct node *parse_gap(struct reader *r, enum gap_kind gap, uint32_t len)
{
	uint32_t start = r->at;
	r->at += len;
	struct node *node = make(r, N_GAP, start);
	if (node)
		node->gap = (uint8_t)gap;
	return node;
}

/* `:form` behind a class, or inside <…>. */
static accord_slice parse_form(struct reader *r)
{
	uint32_t start = r->at + 1, at = start;
	if (peek(r, 0) != ':')
		return (accord_slice){NULL, 0};
	while (at < r->end && r->source->bytes[at] >= 'a' && r->source->bytes[at] <= 'z')
		at++;
	if (at == start)
		return (accord_slice){NULL, 0};
	r->at = at;
	return (accord_slice){r->source->bytes + start, at - start};
}

static struct node *parse_lemma(struct reader *r)
{
	uint32_t start = r->at;
	const char *bytes = r->source->bytes;
	const char *close = memchr(bytes + start, '>', r->end - start);
	const char *newline = memchr(bytes + start, '\n', r->end - start);
	if (!close || (newline && newline < close))
		return wrong(r, start, start + 1, "as in: <kaufen>, <von|durch>, <kaufen:pp>", "this < has no >");
	uint32_t end = (uint32_t)(close - bytes), colon = end;
	for (uint32_t i = start + 1; i < end; i++)
		if (bytes[i] == ':')
			colon = i;
	accord_slice name = accord_slice_trim((accord_slice){bytes + start + 1, colon - start - 1});
	r->at = colon;
	accord_slice form = parse_form(r);
	if (!name.len || r->at != end)
		return wrong(r, start, end + 1, "as in: <kaufen>, <von|durch>, <kaufen:pp>", "this is no word form");
	r->at = end + 1;
	struct node *node = make(r, N_ATOM, start);
	if (!node)
		return NULL;
	node->atom = S_LEMMA;
	node->text = name;
	node->form = form;
	return node;
}

static struct node *parse_class(struct reader *r)
{
	uint32_t start = r->at++;
	while (r->at < r->end && is_name_byte(r->source->bytes[r->at]) && !strchr(".-", r->source->bytes[r->at]))
		r->at++;
	accord_slice name = {r->source->bytes + start + 1, r->at - start - 1};
	if (!name.len)
		return wrong(r, start, r->at + 1, "as in: @buy", "@ needs the name of a class");
	accord_slice form = parse_form(r);
	struct node *node = make(r, N_ATOM, start);
	if (!node)
		return NULL;
	node->atom = S_CLASS;
	node->text = name;
	node->form = form;
	return node;
}

/* /regex/ and "string": up to the next unescaped mark on the line. */
static struct node *parse_quoted(struct reader *r, char mark, enum atom_syntax kind)
{
	uint32_t start = r->at++;
	const char *bytes = r->source->bytes;
	while (r->at < r->end && bytes[r->at] != mark && bytes[r->at] != '\n')
		r->at += 1 + (bytes[r->at] == '\\' && mark == '/' && r->at + 1 < r->end);
	if (r->at >= r->end || bytes[r->at] != mark || r->at == start + 1)
		return wrong(r, start, start + 1, mark == '/' ? "as in: /[A-Z]{2,5}/" : "as in: \"Apple\"",
		             mark == '/' ? "this expression has no end" : "this string has no end");
	r->at++;
	struct node *node = make(r, N_ATOM, start);
	if (!node)
		return NULL;
	node->atom = (uint8_t)kind;
	node->text = (accord_slice){bytes + start + 1, r->at - start - 2};
	return node;
}

static bool upper_case_name(accord_slice word)
{
	if (word.len < 2)
		return false;
	for (size_t i = 0; i < word.len; i++)
		if (!(word.data[i] >= 'A' && word.data[i] <= 'Z') && word.data[i] != '_')
			return false;
	return true;
}

/* COMPANY, END, SUBJECT?, VERB:finite: grammar and found things. */
static struct node *parse_upper(struct reader *r, uint32_t start, accord_slice word)
{
	bool end = accord_slice_is(word, "END");
	struct node *node = make(r, end ? N_END : N_SLOT, start);
	if (!node || end)
		return node;
	node->text = word;
	node->form = parse_form(r);
	node->at.end = r->at;
	return node;
}

static struct node *parse_word(struct reader *r)
{
	uint32_t start = r->at;
	const char *bytes = r->source->bytes;
	while (r->at < r->end && !strchr(" \t\r\n()|<>\"?{}", bytes[r->at])) {
		if (bytes[r->at] == '+' && (r->at + 1 >= r->end || strchr(" \t\r\n)|", bytes[r->at + 1])) && r->at > start)
			break;
		if (bytes[r->at] == ':' && r->at > start)
			break;
		r->at++;
	}
	accord_slice word = {bytes + start, r->at - start};
	if (!word.len)
		return wrong(r, start, start + 1, NULL, "this sign stands alone; quote it if it is meant");
	if (upper_case_name(word))
		return parse_upper(r, start, word);
	bool front = word.data[0] == '*', back = word.data[word.len - 1] == '*';
	if (memchr(word.data + front, '*', word.len - front - (word.len > front && back)) || (front && word.len == 1))
		return wrong(r, start, r->at, "as in: *übernahme, Übernahme*",
		             "a star stands at the beginning or the end of a word");
	if (front && back)
		return wrong(r, start, r->at, "/.*word.*/ does it, at a cost", "only one star in a word");
	struct node *node = make(r, N_ATOM, start);
	if (!node)
		return NULL;
	node->atom = front || back ? S_GLOB : S_WORD;
	node->text = word;
	return node;
}

static struct node *parse_atom(struct reader *r)
{
	if (r->failed)
		return NULL;
	char c = peek(r, 0), next = peek(r, 1);
	uint32_t start = r->at;
	if (c == '(')
		return parse_group(r);
	if (c == '!' && next && !strchr(" \t\r\n", next))
		return parse_not(r, N_NOT);
	if (c == '~' && next && !strchr(" \t\r\n", next))
		return parse_not(r, N_BESIDE);
	if (c == '^') {
		r->at++;
		return make(r, N_START, start);
	}
	if (c == '.' && next == '.')
		return parse_gap(r, peek(r, 2) == '.' ? GAP_CLAUSE : GAP_PHRASE, peek(r, 2) == '.' ? 3 : 2);
	if (c == '>' && next == '>')
		return parse_gap(r, GAP_REST, 2);
	if (c == '<')
		return parse_lemma(r);
	if (c == '@')
		return parse_class(r);
	if (c == '/' && next && !strchr(" \t\r\n)", next))
		return parse_quoted(r, '/', S_REGEX);
	if (c == '"')
		return parse_quoted(r, '"', S_EXACT);
	return parse_word(r);
}
