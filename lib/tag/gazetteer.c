/*
 * All names at once. A text's words are numbered through one vocabulary (a hash look-up a token); names are
 * paths in a trie over these numbers, whose edges lie in one hash table. A text is held against all names by
 * walking the trie from each token, so the cost is that of the few steps that names begin with, whatever the
 * number of names:
 *
 *   "Deutsche Telekom AG" -> deutsche(17) telekom(18)    root -17-> 5 -18-> 6 (company deutsche-telekom)
 *
 * Case is folded, points of abbreviations and hyphens are taken off ("S.p.A." = "SpA", "T-Mobile" = "T
 * Mobile"); names that ask for their own spelling are compared once they are found.
 */
#include "company.h"

#include <accord/hash_map.h>

#include <utf8proc.h>

#include <stdlib.h>
#include <string.h>

#define LONGEST_WORD 64

/* ---- words
 * ----------------------------------------------------------------------------------------------------- */

/* Small letters, no points inside; 0 if the word is too long to be part of a name. */
static size_t fold_word(const char *bytes, size_t len, char out[LONGEST_WORD + 4])
{
	size_t n = 0;
	if (len > LONGEST_WORD)
		return 0;
	bool domain = len > 4 && memchr(bytes + 2, '.', len - 3) && bytes[len - 1] != '.';
	for (size_t i = 0; i < len;) {
		unsigned char c = (unsigned char)bytes[i];
		if (n > LONGEST_WORD - 4)
			return 0;
		if (c < 0x80) {
			i++;
			if (c != '.' || domain)
				out[n++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
			continue;
		}
		size_t size;
		uint32_t point = accord_utf8_decode(bytes, len, i, &size);
		i += size;
		if (point == 0x2019) { /* l’Oréal = l'Oréal */
			out[n++] = '\'';
			continue;
		}
		n += accord_utf8_encode((uint32_t)utf8proc_tolower((utf8proc_int32_t)point), out + n);
	}
	return n;
}

static uint32_t find_folded(const struct gazetteer_trie *t, const char *bytes, size_t len)
{
	if (!t->vocabulary_size || !len)
		return 0;
	uint64_t hash = accord_hash(bytes, len);
	for (size_t i = hash & (t->vocabulary_size - 1);; i = (i + 1) & (t->vocabulary_size - 1)) {
		uint32_t word = (uint32_t)t->vocabulary[i];
		if (!word)
			return 0;
		if (t->vocabulary[i] >> 32 == hash >> 32 && t->words[word].len == len &&
		    !memcmp(t->words[word].bytes, bytes, len))
			return word;
	}
}

uint32_t gazetteer_word(const struct accord_gazetteer *g, const char *bytes, size_t len)
{
	char folded[LONGEST_WORD + 4];
	return find_folded(&g->trie, folded, fold_word(bytes, len, folded));
}

static void put_word(uint64_t *slots, size_t size, uint64_t hash, uint32_t word)
{
	size_t i = hash & (size - 1);
	while (slots[i])
		i = (i + 1) & (size - 1);
	slots[i] = hash >> 32 << 32 | word;
}

static bool grow_vocabulary(struct gazetteer_trie *t)
{
	size_t size = t->vocabulary_size ? t->vocabulary_size * 4 : 1 << 14;
	uint64_t *slots = calloc(size, sizeof *slots);
	if (!slots)
		return false;
	for (size_t w = 1; w < t->word_count; w++)
		put_word(slots, size, accord_hash(t->words[w].bytes, t->words[w].len), (uint32_t)w);
	free(t->vocabulary);
	t->vocabulary = slots;
	t->vocabulary_size = size;
	return true;
}

/* The number of a word, given to it now if it is new; 0 without memory or if it cannot be part of a name. */
static uint32_t intern_word(struct accord_gazetteer *g, const char *bytes, size_t len)
{
	struct gazetteer_trie *t = &g->trie;
	char folded[LONGEST_WORD + 4];
	size_t n = fold_word(bytes, len, folded);
	if (!n)
		return 0;
	uint32_t word = find_folded(t, folded, n);
	if (word)
		return word;
	if ((t->word_count + 1) * 2 > t->vocabulary_size && !grow_vocabulary(t))
		return 0;
	if (t->word_count + 1 >= t->word_capacity) {
		size_t capacity = t->word_capacity ? t->word_capacity * 2 : 1 << 13;
		void *larger = realloc(t->words, capacity * sizeof *t->words);
		if (!larger)
			return 0;
		t->words = larger;
		t->word_capacity = capacity;
	}
	if (!t->word_count)
		memset(&t->words[t->word_count++], 0, sizeof *t->words);
	/* Most words of the files are their own folded form but for the case, so the copy is needed. */
	char *copy = accord_arena_copy(g->arena, folded, n);
	if (!copy)
		return 0;
	word = (uint32_t)t->word_count++;
	memset(&t->words[word], 0, sizeof *t->words);
	t->words[word].bytes = copy;
	t->words[word].len = (uint32_t)n;
	put_word(t->vocabulary, t->vocabulary_size, accord_hash(folded, n), word);
	return word;
}

/* ---- hints
 * ----------------------------------------------------------------------------------------------------- */

bool gazetteer_add_hint(struct accord_gazetteer *g, accord_slice word, uint32_t hint, int language)
{
	if (word.len > 1 && word.data[0] == '*') {
		if (g->ending_count == g->ending_capacity) {
			size_t capacity = g->ending_capacity ? g->ending_capacity * 2 : 64;
			void *larger = realloc(g->endings, capacity * sizeof *g->endings);
			if (!larger)
				return false;
			g->endings = larger;
			g->ending_capacity = capacity;
		}
		struct ending *e = &g->endings[g->ending_count++];
		memset(e, 0, sizeof *e); /* the bytes behind the last member too: they go into the image */
		e->text = (accord_slice){word.data + 1, word.len - 1};
		e->hints[language] = hint;
		return true;
	}
	uint32_t number = intern_word(g, word.data, word.len);
	if (number)
		g->trie.words[number].hints[language] |= hint;
	return number != 0;
}

static bool ends_with(const char *bytes, size_t len, accord_slice ending)
{
	return len > ending.len && !memcmp(bytes + len - ending.len, ending.data, ending.len);
}

uint32_t gazetteer_hints(const struct accord_gazetteer *g, uint32_t word, const char *bytes, size_t len,
			 int language)
{
	uint32_t hints = word ? g->trie.words[word].hints[language] : 0;
	if (hints || len < 5)
		return hints;
	for (size_t i = 0; i < g->ending_count; i++)
		if (g->endings[i].hints[language] && ends_with(bytes, len, g->endings[i].text))
			hints |= g->endings[i].hints[language];
	return hints;
}

/* ---- names and companies
 * --------------------------------------------------------------------------------------- */

bool gazetteer_add_name(struct accord_gazetteer *g, accord_slice text, enum name_class of, uint8_t flags,
			uint32_t company)
{
	if (g->name_count == g->name_capacity) {
		size_t capacity = g->name_capacity ? g->name_capacity * 2 : 1 << 13;
		void *larger = realloc(g->names, capacity * sizeof *g->names);
		if (!larger)
			return false;
		g->names = larger;
		g->name_capacity = capacity;
	}
	struct name *name = &g->names[g->name_count++];
	memset(name, 0, sizeof *name); /* as of an ending */
	*name = (struct name){text, company, NO_NAME, (uint8_t)of, flags};
	return true;
}

/* The slot of an id, or the free one where it would stand. */
static size_t id_slot(const struct accord_gazetteer *g, accord_slice id, uint64_t hash)
{
	size_t i = hash & (g->ids_size - 1);
	while (g->ids[i] && (g->ids[i] >> 32 != hash >> 32 ||
			     !accord_slice_equal(g->companies[(uint32_t)g->ids[i] - 1].id, id)))
		i = (i + 1) & (g->ids_size - 1);
	return i;
}

uint32_t gazetteer_company_by_id(const struct accord_gazetteer *g, accord_slice id)
{
	if (!g->ids_size || !id.len)
		return NO_NAME;
	uint32_t found = (uint32_t)g->ids[id_slot(g, id, accord_hash(id.data, id.len))];
	return found ? found - 1 : NO_NAME;
}

static bool grow_companies(struct accord_gazetteer *g)
{
	size_t capacity = g->company_capacity ? g->company_capacity * 4 : 1 << 13;
	void *larger = realloc(g->companies, capacity * sizeof *g->companies);
	uint64_t *ids = larger ? calloc(capacity * 2, sizeof *ids) : NULL;
	if (larger)
		g->companies = larger;
	if (!ids)
		return false;
	g->company_capacity = capacity;
	free(g->ids);
	g->ids = ids;
	g->ids_size = capacity * 2;
	for (size_t i = 0; i < g->company_count; i++) {
		accord_slice id = g->companies[i].id;
		uint64_t hash = accord_hash(id.data, id.len);
		g->ids[id_slot(g, id, hash)] = hash >> 32 << 32 | (i + 1);
	}
	return true;
}

uint32_t gazetteer_add_company(struct accord_gazetteer *g, const accord_known_company *company,
			       bool *replaced)
{
	uint32_t index = gazetteer_company_by_id(g, company->id);
	*replaced = index != NO_NAME;
	if (*replaced) { /* its names so far are given up */
		for (size_t i = 0; i < g->name_count; i++)
			if (g->names[i].company == index && g->names[i].name_class != NAME_LEGAL_FORM) {
				g->names[i].company = NO_NAME;
				g->names[i].name_class = NAME_CLASSES;
			}
		g->companies[index] = *company;
		return index;
	}
	if (g->company_count == g->company_capacity && !grow_companies(g))
		return NO_NAME;
	index = (uint32_t)g->company_count++;
	g->companies[index] = *company;
	uint64_t hash = accord_hash(company->id.data, company->id.len);
	g->ids[id_slot(g, company->id, hash)] = hash >> 32 << 32 | (index + 1);
	return index;
}

/* ---- trie
 * ------------------------------------------------------------------------------------------------------ */

static inline uint64_t edge_hash(uint64_t key)
{
	uint64_t mixed = (key ^ key >> 29) * 0xBF58476D1CE4E5B9u;
	return mixed ^ mixed >> 32;
}

static struct edge *edge_slot(const struct gazetteer_trie *t, uint64_t key, uint64_t hash)
{
	size_t i = hash & (t->edge_size - 1);
	while (t->edges[i].key && t->edges[i].key != key)
		i = (i + 1) & (t->edge_size - 1);
	return &t->edges[i];
}

/* Where the bit of an edge stands; in the upper half of the hash, since the lower one finds its slot. */
static inline uint64_t *word_of_bit(const struct gazetteer_trie *t, uint64_t hash, uint64_t *bit)
{
	*bit = (uint64_t)1 << (hash >> 58);
	return &t->edge_bits[(hash >> 24) & (t->edge_words - 1)];
}

static uint32_t child_of(const struct gazetteer_trie *t, uint32_t node, uint32_t word)
{
	if (!word)
		return 0;
	if (!node)
		return t->words[word].child;
	uint64_t key = (uint64_t)node << 32 | word, hash = edge_hash(key), bit;
	if (!(*word_of_bit(t, hash, &bit) & bit))
		return 0;
	struct edge *edge = edge_slot(t, key, hash);
	return edge->key ? edge->child : 0;
}

static void put_edge(struct gazetteer_trie *t, struct edge edge)
{
	uint64_t hash = edge_hash(edge.key), bit, *word = word_of_bit(t, hash, &bit);
	*word |= bit;
	*edge_slot(t, edge.key, hash) = edge;
}

static uint32_t new_node(struct gazetteer_trie *t)
{
	if (t->node_count == t->node_capacity) {
		size_t capacity = t->node_capacity ? t->node_capacity * 2 : 1 << 13;
		void *larger = realloc(t->nodes, capacity * sizeof *t->nodes);
		if (!larger)
			return 0;
		t->nodes = larger;
		t->node_capacity = capacity;
	}
	if (!t->node_count)
		t->nodes[t->node_count++] = NO_NAME;
	t->nodes[t->node_count] = NO_NAME;
	return (uint32_t)t->node_count++;
}

static bool grow_edges(struct gazetteer_trie *t)
{
	struct gazetteer_trie old = *t;
	t->edge_size = old.edge_size ? old.edge_size * 2 : 1 << 13;
	t->edge_words = t->edge_size / 16;
	t->edges = calloc(t->edge_size, sizeof *t->edges);
	t->edge_bits = calloc(t->edge_words, sizeof *t->edge_bits);
	if (!t->edges || !t->edge_bits) {
		free(t->edges);
		free(t->edge_bits);
		*t = old;
		return false;
	}
	for (size_t i = 0; i < old.edge_size; i++)
		if (old.edges[i].key)
			put_edge(t, old.edges[i]);
	free(old.edges);
	free(old.edge_bits);
	return true;
}

static uint32_t add_child(struct gazetteer_trie *t, uint32_t node, uint32_t word)
{
	uint32_t child = child_of(t, node, word);
	if (child)
		return child;
	child = new_node(t);
	if (!node || !child) {
		t->words[word].child = child;
		return child;
	}
	if ((t->edge_count + 1) * 2 > t->edge_size && !grow_edges(t))
		return 0;
	put_edge(t, (struct edge){(uint64_t)node << 32 | word, child});
	t->edge_count++;
	return child;
}

/* Signs that a name may or may not have: the walk through a text steps over them too. */
static bool skipped_sign(const char *bytes, const accord_token *t)
{
	return t->kind == ACCORD_TOKEN_PUNCT && t->end - t->start == 1 && strchr("-./!*", bytes[t->start]);
}

/* Whether a text may write the name with a small letter: the file does, or it is what a company is called besides its name. */
static bool begins_small(const struct name *name)
{
	size_t size;
	if (name->name_class == NAME_EPITHET)
		return true;
	return name->text.len && !accord_is_upper(accord_utf8_decode(name->text.data, name->text.len, 0, &size));
}

/* One name as a path; false without memory. */
static bool insert_name(struct accord_gazetteer *g, uint32_t index, accord_arena *scratch)
{
	struct gazetteer_trie *t = &g->trie;
	accord_tokens tokens;
	accord_slice text = g->names[index].text;
	uint32_t node = 0;
	if (accord_tokenize(scratch, text, "en", &tokens) != ACCORD_OK)
		return false;
	for (size_t i = 0; i < tokens.count; i++) {
		const accord_token *token = &tokens.items[i];
		if (skipped_sign(text.data, token))
			continue;
		uint32_t word = intern_word(g, text.data + token->start, token->end - token->start);
		if (!word) /* too long a word: nothing that a text would hold */
			return t->word_count > 0;
		if (!node && g->names[index].name_class == NAME_LEGAL_FORM)
			t->words[word].begins_form = 1;
		if (!node && begins_small(&g->names[index]))
			t->words[word].begins_small = 1;
		node = add_child(t, node, word);
		if (!node)
			return false;
	}
	if (!node)
		return true;
	g->names[index].next = t->nodes[node];
	t->nodes[node] = index;
	return true;
}

bool gazetteer_build(struct accord_gazetteer *g)
{
	accord_arena *scratch = accord_arena_new(0);
	bool built = scratch != NULL;
	if (!g->trie.edge_size)
		built = built && grow_edges(&g->trie);
	/* Backwards, so that the first of several names with the same words is the first of the list. */
	for (size_t i = g->name_count; built && i > 0; i--) {
		if (g->names[i - 1].name_class == NAME_CLASSES)
			continue;
		built = insert_name(g, (uint32_t)i - 1, scratch);
		accord_arena_clear(scratch);
	}
	accord_arena_free(scratch);
	return built;
}

static size_t walk(const struct accord_gazetteer *g, const struct token_words *words, accord_slice text,
		   const accord_tokens *tokens, size_t at, size_t end, bool inflected,
		   struct name_match *matches, size_t room)
{
	const struct gazetteer_trie *t = &g->trie;
	size_t found = 0;
	uint32_t node = 0;
	for (size_t i = at; i < end && found < room; i++) {
		const accord_token *token = &tokens->items[i];
		if (i > at && skipped_sign(text.data, token)) {
			if (token->flags & ACCORD_TOKEN_SPACE)
				break;
			continue;
		}
		uint32_t stem = child_of(t, node, words->stem[i]);
		if (stem && t->nodes[stem] != NO_NAME)
			matches[found++] = (struct name_match){t->nodes[stem], (uint32_t)i, true};
		uint32_t next = inflected && i == at ? 0 : child_of(t, node, words->word[i]);
		if (!next) { /* within a name only: its last word has its own ending */
			node = child_of(t, node, words->base[i]);
			if (!node)
				break;
			continue;
		}
		node = next;
		if (t->nodes[node] != NO_NAME && found < room)
			matches[found++] = (struct name_match){t->nodes[node], (uint32_t)i, false};
	}
	return found;
}

size_t gazetteer_match(const struct accord_gazetteer *g, const struct token_words *words, accord_slice text,
		       const accord_tokens *tokens, size_t at, size_t end, struct name_match *matches,
		       size_t room)
{
	size_t found = walk(g, words, text, tokens, at, end, false, matches, room);
	/* "der Deutschen Bank", where another name begins with "Deutschen" as well */
	return found || !words->base[at] ? found : walk(g, words, text, tokens, at, end, true, matches, room);
}

/* ---- the public side
 * ------------------------------------------------------------------------------------------- */

int language_index(const char *lang)
{
	return !strncmp(lang, "de", 2) ? 0 : !strncmp(lang, "it", 2) ? 1 : !strncmp(lang, "en", 2) ? 2 : -1;
}

static accord_gazetteer *gazetteer_new(void)
{
	accord_gazetteer *g = calloc(1, sizeof *g);
	if (!g)
		return NULL;
	g->arena = accord_arena_new(0);
	g->key = g->hash = 14695981039346656037u;
	static const char *const languages[] = {"de", "it", "en"};
	for (int i = 0; i < 3; i++)
		g->dictionaries[i] = dictionary_new(languages[i]);
	if (!g->arena || !g->dictionaries[0] || !g->dictionaries[1] || !g->dictionaries[2]) {
		accord_gazetteer_free(g);
		return NULL;
	}
	return g;
}

void accord_gazetteer_free(accord_gazetteer *g)
{
	if (!g)
		return;
	for (int i = 0; i < 3; i++)
		dictionary_free(g->dictionaries[i]);
	if (!g->image.root) {
		free(g->companies);
		free(g->ids);
		free(g->names);
		free(g->endings);
		free(g->trie.vocabulary);
		free(g->trie.words);
		free(g->trie.edges);
		free(g->trie.edge_bits);
		free(g->trie.nodes);
	}
	accord_image_close(&g->image);
	accord_arena_free(g->arena);
	free(g);
}

static accord_status finish(struct reading *r, accord_status status, accord_gazetteer **gazetteer,
			    accord_error *err)
{
	if (status == ACCORD_OK && r->mistakes)
		status = ACCORD_ERULE;
	if (status == ACCORD_OK && !gazetteer_build(r->gazetteer))
		status = accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	if (status == ACCORD_OK)
		*gazetteer = r->gazetteer;
	else
		accord_gazetteer_free(r->gazetteer);
	return status;
}

accord_status accord_gazetteer_load_reporting(const char *const *folders, size_t folder_count,
					      accord_gazetteer_report report, void *context,
					      accord_gazetteer **gazetteer, accord_error *err)
{
	struct reading r = {.gazetteer = gazetteer_new(), .report = report, .context = context, .err = err};
	if (!r.gazetteer)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	accord_status status = ACCORD_OK;
	for (size_t i = 0; status == ACCORD_OK && i < folder_count; i++)
		status = read_rule_folder(&r, folders[i]);
	return finish(&r, status, gazetteer, err);
}

/* What was built from the same files at an earlier start; NULL if there is none. */
static accord_gazetteer *kept_gazetteer(const char *const *folders, size_t count)
{
	char path[4096];
	accord_error err = {0};
	struct reading r = {.gazetteer = accord_image_folder(path) ? gazetteer_new() : NULL, .err = &err, .only_key = true};
	accord_status status = r.gazetteer ? ACCORD_OK : ACCORD_ENOTFOUND;
	for (size_t i = 0; status == ACCORD_OK && i < count; i++)
		status = read_rule_folder(&r, folders[i]);
	if (status == ACCORD_OK && gazetteer_read_image(r.gazetteer, folders, count)) {
		accord_arena_clear(r.gazetteer->arena);
		return r.gazetteer;
	}
	accord_gazetteer_free(r.gazetteer);
	return NULL;
}

accord_status accord_gazetteer_load(const char *const *folders, size_t folder_count,
				    accord_gazetteer **gazetteer, accord_error *err)
{
	accord_gazetteer *kept = kept_gazetteer(folders, folder_count);
	if (kept) {
		*gazetteer = kept;
		return ACCORD_OK;
	}
	accord_status status = accord_gazetteer_load_reporting(folders, folder_count, NULL, NULL, gazetteer, err);
	if (status == ACCORD_OK)
		gazetteer_write_image(*gazetteer, folders, folder_count);
	return status;
}

accord_status accord_gazetteer_read(const char *text, size_t len, accord_gazetteer **gazetteer,
				    accord_error *err)
{
	struct reading r = {.gazetteer = gazetteer_new(), .err = err};
	char *copy = r.gazetteer ? accord_arena_copy(r.gazetteer->arena, text, len) : NULL;
	if (!copy) {
		accord_gazetteer_free(r.gazetteer);
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	}
	accord_status status = accord_utf8_valid(copy, len)
				       ? read_companies(&r, (accord_slice){copy, len}, "text")
				       : accord_error_set(err, ACCORD_ERULE, "is not UTF-8");
	return finish(&r, status, gazetteer, err);
}

uint64_t accord_gazetteer_hash(const accord_gazetteer *g)
{
	return g->hash;
}

size_t accord_gazetteer_count(const accord_gazetteer *g)
{
	return g->company_count;
}

const accord_known_company *accord_gazetteer_company(const accord_gazetteer *g, size_t index)
{
	return &g->companies[index];
}

/* The company among the names that end at a node. */
static uint32_t company_at(const accord_gazetteer *g, uint32_t name)
{
	for (; name != NO_NAME; name = g->names[name].next)
		if (g->names[name].name_class == NAME_COMPANY)
			return g->names[name].company;
	return NO_NAME;
}

/* Whether what is left from token `at` on is a legal form. */
static bool legal_form_left(const accord_gazetteer *g, const struct token_words *words, accord_slice text,
			    const accord_tokens *tokens, size_t at)
{
	struct name_match found[4];
	if (at + 1 < tokens->count && text.data[tokens->items[at].start] == ',') /* Meta Platforms, Inc. */
		at++;
	size_t count = gazetteer_match(g, words, text, tokens, at, tokens->count, found, 4);
	for (size_t i = 0; i < count; i++)
		for (uint32_t n = found[i].name; n != NO_NAME && found[i].last + 1 == tokens->count;
		     n = g->names[n].next)
			if (g->names[n].name_class == NAME_LEGAL_FORM)
				return true;
	return false;
}

const accord_known_company *accord_gazetteer_find(const accord_gazetteer *g, accord_slice name)
{
	uint32_t company = gazetteer_company_by_id(g, name);
	accord_arena *scratch = company == NO_NAME && name.len < 1000 ? accord_arena_new(1 << 20) : NULL;
	accord_tokens tokens = {0};
	struct name_match found[8];
	if (scratch && accord_tokenize(scratch, name, "en", &tokens) == ACCORD_OK && tokens.count) {
		struct token_words words;
		while (tokens.count > 1 &&
		       skipped_sign(name.data, &tokens.items[tokens.count - 1])) /* Apple Inc. */
			tokens.count--;
		words.word = accord_arena_calloc(scratch, tokens.count, sizeof *words.word);
		words.stem = words.base = accord_arena_calloc(scratch, tokens.count, sizeof *words.stem);
		for (size_t i = 0; words.word && i < tokens.count; i++)
			words.word[i] = gazetteer_word(g, name.data + tokens.items[i].start,
						       tokens.items[i].end - tokens.items[i].start);
		size_t count =
			words.stem ? gazetteer_match(g, &words, name, &tokens, 0, tokens.count, found, 8) : 0;
		for (size_t i = count; i > 0 && company == NO_NAME; i--)
			if (found[i - 1].last + 1 == tokens.count ||
			    legal_form_left(g, &words, name, &tokens, found[i - 1].last + 1))
				company = company_at(g, found[i - 1].name);
	}
	accord_arena_free(scratch);
	return company == NO_NAME ? NULL : &g->companies[company];
}

void accord_gazetteer_each_name(const accord_gazetteer *g, const accord_known_company *company,
				void (*each)(void *context, accord_slice name), void *context)
{
	uint32_t index = (uint32_t)(company - g->companies);
	for (size_t i = 0; i < g->name_count; i++)
		if (g->names[i].company == index && g->names[i].name_class == NAME_COMPANY)
			each(context, g->names[i].text);
}
