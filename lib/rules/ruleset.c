/*
 * Loading: all files of all folders are cut into blocks first; then, for each language, the words (so that classes find
 * their entries), the classes, lets and clauses, and at last the rules are compiled. All mistakes are told.
 */
#include "program.h"

#include <accord/hash_map.h>

#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define MAX_FILES 2000
#define MAX_FOLDER_DEPTH 4
#define ORDINARY_PAIRS (1 << 16)
#define ORDINARY_PROGRAMS (1 << 13)
#define ORDINARY_ATOMS (1 << 13)
#define BACKTRACKING 50000 /* what an expression may try on one word */

static const char *const languages[3] = {"de", "it", "en"};

static size_t language_number(const char *lang)
{
	size_t i = 0;
	while (i < 3 && strcmp(languages[i], lang))
		i++;
	return i;
}

struct loading {
	accord_ruleset *set;
	accord_arena *arena;
	struct diagnosis diagnosis;
	struct parsed_file **files;
	size_t file_count, file_capacity;
	bool kept;        /* compiled languages are read from images and written to them */
	uint64_t folders; /* their number, which names the images */
	accord_error *err;
};

/* ---- files -------------------------------------------------------------------------------------------------------- */

static char *read_bytes(accord_arena *arena, FILE *in, size_t *len)
{
	char *bytes = NULL;
	size_t capacity = 0;
	for (;;) {
		if (*len + 1 >= capacity) {
			size_t larger = capacity ? capacity * 2 : 1 << 14;
			bytes = accord_arena_grow(arena, bytes, capacity, larger);
			if (!bytes || larger > 2 * MAX_FILE_BYTES)
				return NULL;
			capacity = larger;
		}
		size_t n = fread(bytes + *len, 1, capacity - *len - 1, in);
		*len += n;
		if (!n)
			break;
	}
	bytes[*len] = '\0';
	return bytes;
}

static accord_status add_bytes(struct loading *g, const char *path, const char *bytes, size_t len, const char *lang,
                               uint32_t folder)
{
	struct parsed_file **grown = grow_array(g->arena, g->files, g->file_count, &g->file_capacity, sizeof *grown);
	struct parsed_file *f = accord_arena_calloc(g->arena, 1, sizeof *f);
	if (!grown || !f || g->file_count == MAX_FILES)
		return accord_error_set(g->err, ACCORD_ENOMEM, "more than %d rule files, or out of memory", MAX_FILES);
	g->files = grown;
	f->source = (struct source){.path = accord_arena_copy(g->arena, path, strlen(path)), .bytes = bytes, .len = len,
	                            .folder = folder};
	memcpy(f->source.lang, lang, 2);
	g->set->hash = g->set->hash * 1099511628211u + accord_hash(bytes, len);
	g->files[g->file_count++] = f;
	return ACCORD_OK;
}

static accord_status add_file(struct loading *g, const char *path, const char *lang, uint32_t folder)
{
	FILE *in = fopen(path, "rb");
	size_t len = 0;
	char *bytes = in ? read_bytes(g->arena, in, &len) : NULL;
	bool failed = !bytes || ferror(in);
	if (in)
		fclose(in);
	if (failed || len > MAX_FILE_BYTES) {
		accord_error_set(g->err, ACCORD_EIO, failed ? "cannot be read" : "larger than 4 MiB");
		accord_error_at(g->err, path, 0, 0);
		return ACCORD_EIO;
	}
	return add_bytes(g, path, bytes, len, lang, folder);
}

static bool has_suffix(const char *name, const char *suffix)
{
	size_t n = strlen(name), m = strlen(suffix);
	return n > m && !strcmp(name + n - m, suffix);
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static accord_status read_folder(struct loading *g, const char *path, const char *lang, uint32_t folder, int depth)
{
	struct dirent **entries;
	int count = scandir(path, &entries, NULL, by_name);
	accord_status status = ACCORD_OK;
	for (int i = 0; i < count; i++) {
		char full[4096];
		struct stat about;
		const char *name = entries[i]->d_name;
		int n = snprintf(full, sizeof full, "%s/%s", path, name);
		if (status == ACCORD_OK && name[0] != '.' && n > 0 && (size_t)n < sizeof full && !stat(full, &about)) {
			if (S_ISDIR(about.st_mode) && depth < MAX_FOLDER_DEPTH)
				status = read_folder(g, full, lang, folder, depth + 1);
			else if (S_ISREG(about.st_mode) && (has_suffix(name, ".rules") || has_suffix(name, ".lex")))
				status = add_file(g, full, lang, folder);
		}
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
	return status;
}

/* ---- words -------------------------------------------------------------------------------------------------------- */

static accord_pos pos_of(enum block_kind kind)
{
	return kind == B_VERB ? ACCORD_POS_VERB : kind == B_NOUN ? ACCORD_POS_NOUN :
	       kind == B_ADJECTIVE ? ACCORD_POS_ADJECTIVE : ACCORD_POS_WORD;
}

static void read_word(accord_rule_language *l, const struct block *b)
{
	accord_slice forms[64];
	size_t count = 0;
	struct reader r = reader_of(l, b->rest_at);
	const char *bytes = r.source->bytes;
	for (skip_blank(&r); r.at < r.end && count < 64; skip_blank(&r)) {
		uint32_t start = r.at;
		while (r.at < r.end && !strchr(" \t\r\n", bytes[r.at]))
			r.at++;
		forms[count++] = (accord_slice){bytes + start, r.at - start};
	}
	accord_error err = {0};
	if (!b->name.len || accord_lexicon_add(l->lexicon, pos_of(b->kind), b->name, forms, count, NULL, &err) == ACCORD_OK)
		return;
	const char *hint = !strstr(err.message, "more forms") ? NULL :
	                   l->german ? "as in: verb an|bieten  bietet bot geboten" :
	                   !strcmp(l->lang, "it") ? "as in: verb stringere  stringe stringono strinse pp=stretto" :
	                                            "as in: verb take  took taken";
	diagnose(l->diagnosis, b->name_at, hint, "%s", err.message);
}

/* ---- one language ------------------------------------------------------------------------------------------------- */

bool prepare_matching(accord_rule_language *l)
{
	l->match_context = pcre2_match_context_create(NULL);
	if (l->match_context)
		pcre2_set_match_limit(l->match_context, BACKTRACKING);
	return l->match_context != NULL;
}

static accord_status begin_language(accord_rule_language *l, const char *lang)
{
	memcpy(l->lang, lang, 3);
	l->german = !strcmp(lang, "de");
	l->arena = accord_arena_new((size_t)512 << 20);
	l->mistakes = (struct diagnosis){.arena = l->arena};
	l->diagnosis = &l->mistakes;
	l->scratch = accord_arena_new((size_t)64 << 20);
	l->lexicon = accord_lexicon_new(lang);
	l->atom_names = accord_hash_map_new();
	l->class_names = accord_hash_map_new();
	if (!l->arena || !l->scratch || !l->lexicon || !l->atom_names || !l->class_names || !prepare_matching(l))
		return ACCORD_ENOMEM;
	/* Room for an ordinary set, which costs nothing until it is used; growing would copy it all several times. */
	l->pair_capacity = ORDINARY_PAIRS;
	l->pairs = accord_arena_alloc(l->arena, l->pair_capacity * sizeof *l->pairs);
	l->program_capacity = ORDINARY_PROGRAMS;
	l->programs = accord_arena_alloc(l->arena, l->program_capacity * sizeof *l->programs);
	l->atom_capacity = ORDINARY_ATOMS;
	l->atoms = accord_arena_alloc(l->arena, l->atom_capacity * sizeof *l->atoms);
	if (!l->pairs || !l->programs || !l->atoms)
		return ACCORD_ENOMEM;
	return ACCORD_OK;
}

static void each_block(struct loading *g, accord_rule_language *l, void (*visit)(accord_rule_language *, const struct block *))
{
	for (size_t i = 0; i < g->file_count; i++)
		if (!strcmp(g->files[i]->source.lang, l->lang))
			for (size_t b = 0; b < g->files[i]->block_count; b++)
				visit(l, &g->files[i]->blocks[b]);
}

static void visit_word(accord_rule_language *l, const struct block *b)
{
	if (b->kind == B_VERB || b->kind == B_NOUN || b->kind == B_WORD || b->kind == B_ADJECTIVE)
		read_word(l, b);
}

static void visit_name(accord_rule_language *l, const struct block *b)
{
	if (b->kind == B_CLASS && b->name.len && b->name.data[0] != '+')
		read_class(l, b);
	else if (b->kind == B_LET || b->kind == B_CLAUSE || b->kind == B_PHRASE)
		read_template(l, b);
	else if (b->kind < B_CLASS)
		read_rule(l, b);
}

static void visit_addition(accord_rule_language *l, const struct block *b)
{
	if (b->kind == B_CLASS && b->name.len && b->name.data[0] == '+')
		read_class(l, b);
}

static bool of_language(const struct parsed_file *f, const char *lang)
{
	return !strcmp(f->source.lang, lang);
}

static accord_status compile_language(struct loading *g, accord_rule_language *l, const char *lang)
{
	accord_status status = begin_language(l, lang);
	if (status != ACCORD_OK)
		return status;
	for (size_t i = 0; i < g->file_count; i++)
		if (of_language(g->files[i], lang))
			parse_file(l->arena, l->diagnosis, g->files[i]);
	each_block(g, l, visit_word);
	each_block(g, l, visit_name);
	each_block(g, l, visit_addition);
	resolve_classes(l);
	check_templates(l);
	for (size_t i = 0; i < l->rule_count; i++)
		if (l->rules[i])
			compile_rule(l, l->rules[i]);
	if (!index_words(l))
		return ACCORD_ENOMEM;
	accord_arena_free(l->scratch);
	l->scratch = NULL;
	l->codes = NULL;
	l->warnings = l->mistakes.count - l->mistakes.errors;
	return ACCORD_OK;
}

/* Everything that the compiled language hangs on, as a number. */
static uint64_t key_of(const struct loading *g, const char *lang)
{
	uint64_t key = 1;
	for (size_t i = 0; i < g->file_count; i++) {
		const struct source *s = &g->files[i]->source;
		if (!of_language(g->files[i], lang))
			continue;
		uint64_t parts[] = {key, s->folder, accord_hash(s->path, strlen(s->path)), accord_hash(s->bytes, s->len)};
		key = accord_hash((const char *)parts, sizeof parts);
	}
	return key;
}

static void keep_language(const struct loading *g, const accord_rule_language *l, uint64_t key)
{
	accord_image_region sources[MAX_FILES];
	size_t count = 0;
	for (size_t i = 0; i < g->file_count; i++)
		if (of_language(g->files[i], l->lang))
			sources[count++] = (accord_image_region){g->files[i]->source.bytes, g->files[i]->source.len};
	write_compiled(l, g->folders, key, sources, count); /* without it the next start takes longer, nothing else */
}

static accord_status load_language(struct loading *g, struct later *later, const char *lang)
{
	accord_rule_language *l = &later->language;
	accord_status status = compile_language(g, l, lang);
	if (status == ACCORD_OK && g->kept && !l->mistakes.errors)
		keep_language(g, l, later->key);
	return status;
}

/* An image was there when the set was loaded, so the sources are without mistakes. */
static void read_later(struct loading *g, struct later *later, const char *lang)
{
	pthread_mutex_lock(&later->lock);
	if (!atomic_load(&later->ready)) {
		bool whole = read_compiled(&later->language, lang, g->folders, later->key);
		if (!whole && load_language(g, later, lang) != ACCORD_OK)
			free_language(&later->language);
		else
			atomic_store(&later->ready, true);
		later->language.diagnosis = NULL;
	}
	pthread_mutex_unlock(&later->lock);
}

/* The languages share nothing but the files, which are only read: each is compiled in a thread of its own. */
struct language_job {
	struct loading *loading;
	struct later *language;
	const char *lang;
	accord_status status;
	pthread_t thread;
	bool started;
};

static void *run_job(void *argument)
{
	struct language_job *job = argument;
	job->status = load_language(job->loading, job->language, job->lang);
	return NULL;
}

static accord_status load_languages(struct loading *g)
{
	struct language_job jobs[3] = {{0}};
	accord_status status = ACCORD_OK;
	for (size_t i = 0; i < 3; i++) {
		struct later *later = g->set->languages[i];
		jobs[i] = (struct language_job){.loading = g, .language = later, .lang = languages[i]};
		if (later && g->kept)
			later->key = key_of(g, languages[i]);
		if (!later || (g->kept && has_compiled(languages[i], g->folders, later->key)))
			jobs[i].language = NULL;
		else
			jobs[i].started = !pthread_create(&jobs[i].thread, NULL, run_job, &jobs[i]);
	}
	for (size_t i = 0; i < 3; i++) {
		if (!jobs[i].language)
			continue;
		if (jobs[i].started)
			pthread_join(jobs[i].thread, NULL);
		else
			run_job(&jobs[i]);
		if (jobs[i].status != ACCORD_OK && status == ACCORD_OK)
			status = jobs[i].status;
		atomic_store(&jobs[i].language->ready, true);
		take_mistakes(&g->diagnosis, &jobs[i].language->language.mistakes);
	}
	return status;
}

/* ---- the set ------------------------------------------------------------------------------------------------------ */

static bool is_folder(const char *path)
{
	struct stat about;
	return !stat(path, &about) && S_ISDIR(about.st_mode);
}

static accord_status add_language(accord_ruleset *set, size_t i)
{
	if (set->languages[i])
		return ACCORD_OK;
	struct later *later = calloc(1, sizeof *later);
	if (!later || pthread_mutex_init(&later->lock, NULL)) {
		free(later);
		return ACCORD_ENOMEM;
	}
	set->languages[i] = later;
	return ACCORD_OK;
}

static accord_status read_files(struct loading *g, const char *const *folders, size_t count)
{
	for (size_t f = 0; f < count; f++) {
		if (!is_folder(folders[f])) {
			accord_error_set(g->err, ACCORD_EIO, "no such folder of rules");
			accord_error_at(g->err, folders[f], 0, 0);
			return ACCORD_EIO;
		}
		for (size_t i = 0; i < 3; i++) {
			char path[4096];
			int n = snprintf(path, sizeof path, "%s/%s", folders[f], languages[i]);
			if (n < 0 || (size_t)n >= sizeof path || !is_folder(path))
				continue;
			accord_status status = add_language(g->set, i);
			if (status == ACCORD_OK)
				status = read_folder(g, path, languages[i], (uint32_t)f, 0);
			if (status != ACCORD_OK)
				return status;
		}
	}
	return ACCORD_OK;
}

static accord_status begin_set(struct loading *g, accord_error *first)
{
	g->set = calloc(1, sizeof *g->set);
	g->err = first;
	g->arena = accord_arena_new((size_t)512 << 20);
	g->diagnosis.arena = g->arena;
	if (g->set)
		g->set->arena = g->arena;
	else
		accord_arena_free(g->arena);
	return g->set && g->arena ? ACCORD_OK : accord_error_set(first, ACCORD_ENOMEM, "out of memory");
}

/* What is needed for a language that is read later stays with the set. */
static accord_status keep_loading(struct loading *g, accord_ruleset **rules, accord_error *err)
{
	accord_ruleset *set = g->set;
	set->loading = accord_arena_alloc(g->arena, sizeof *set->loading);
	if (!set->loading) {
		accord_rules_free(set);
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	}
	*set->loading = *g;
	set->loading->err = NULL;
	*rules = set;
	return ACCORD_OK;
}

/* Compile what was read; tell the mistakes; hand the set over if there is none. */
static accord_status finish_set(struct loading *g, accord_status status, accord_rules_report report, void *context,
                                accord_ruleset **rules, accord_error *err)
{
	if (status == ACCORD_OK)
		status = load_languages(g);
	if (status == ACCORD_ENOMEM && !g->err->message[0])
		accord_error_set(g->err, ACCORD_ENOMEM, "out of memory while rules are loaded");
	if (g->set && g->arena)
		diagnosis_report(&g->diagnosis, report, context, g->err);
	if (status == ACCORD_OK && g->diagnosis.errors)
		status = ACCORD_ERULE;
	if (status != ACCORD_OK) {
		if (err)
			*err = *g->err;
		accord_rules_free(g->set);
		return status;
	}
	for (size_t i = 0; i < 3; i++) {
		if (!g->set->languages[i] || !atomic_load(&g->set->languages[i]->ready))
			continue;
		g->set->warnings += g->set->languages[i]->language.warnings;
		g->set->languages[i]->language.diagnosis = NULL;
	}
	return keep_loading(g, rules, err);
}

accord_status accord_rules_load(const char *const *folders, size_t folder_count, accord_rules_report report,
                                void *context, accord_ruleset **rules, accord_error *err)
{
	accord_error first = {0};
	struct loading g = {0};
	accord_status status = begin_set(&g, &first);
	g.kept = !report; /* who wants to hear of mistakes hears of all, warnings too */
	for (size_t i = 0; i < folder_count; i++)
		g.folders = g.folders * 31 + accord_hash(folders[i], strlen(folders[i]));
	if (status == ACCORD_OK)
		status = read_files(&g, folders, folder_count);
	return finish_set(&g, status, report, context, rules, err);
}

accord_status accord_rules_load_bytes(const char *lang, const char *path, accord_slice bytes, accord_rules_report report,
                                      void *context, accord_ruleset **rules, accord_error *err)
{
	accord_error first = {0};
	struct loading g = {0};
	accord_status status = begin_set(&g, &first);
	size_t i = language_number(lang);
	if (status == ACCORD_OK && (i == 3 || bytes.len > MAX_FILE_BYTES))
		status = accord_error_set(&first, ACCORD_EINPUT, i == 3 ? "no such language" : "larger than 4 MiB");
	char *copy = status == ACCORD_OK ? accord_arena_copy(g.arena, bytes.data, bytes.len) : NULL;
	if (status == ACCORD_OK)
		status = copy ? add_bytes(&g, path, copy, bytes.len, lang, 0) : ACCORD_ENOMEM;
	if (status == ACCORD_OK)
		status = add_language(g.set, i);
	return finish_set(&g, status, report, context, rules, err);
}

void free_language(accord_rule_language *l)
{
	for (size_t i = 0; i < l->regex_count; i++)
		pcre2_code_free(l->regexes[i].code);
	pcre2_match_context_free(l->match_context);
	if (!l->image.root) {
		accord_lexicon_free(l->lexicon);
		accord_hash_map_free(l->atom_names);
		accord_hash_map_free(l->class_names);
		accord_hash_map_free(l->set_names);
		accord_arena_free(l->scratch);
		accord_arena_free(l->arena);
	}
	accord_image_close(&l->image);
	memset(l, 0, sizeof *l);
}

void accord_rules_free(accord_ruleset *rules)
{
	if (!rules)
		return;
	for (size_t i = 0; i < 3; i++) {
		if (!rules->languages[i])
			continue;
		free_language(&rules->languages[i]->language);
		pthread_mutex_destroy(&rules->languages[i]->lock);
		free(rules->languages[i]);
	}
	accord_arena_free(rules->arena);
	free(rules);
}

uint64_t accord_rules_hash(const accord_ruleset *rules)
{
	return rules->hash;
}

bool accord_rules_have(const accord_ruleset *rules, const char *lang)
{
	size_t i = language_number(lang);
	return i < 3 && rules->languages[i];
}

const accord_rule_language *accord_rules_for(const accord_ruleset *rules, const char *lang)
{
	size_t i = language_number(lang);
	struct later *later = i < 3 ? rules->languages[i] : NULL;
	if (later && !atomic_load_explicit(&later->ready, memory_order_acquire))
		read_later(rules->loading, later, lang);
	return later && atomic_load_explicit(&later->ready, memory_order_acquire) ? &later->language : NULL;
}

const accord_lexicon *accord_rules_lexicon(const accord_rule_language *lang)
{
	return lang->lexicon;
}

accord_rules_figures accord_rules_count(const accord_ruleset *rules)
{
	accord_rules_figures f = {.warnings = rules->warnings};
	for (size_t i = 0; i < 3; i++) {
		const accord_rule_language *l = accord_rules_for(rules, languages[i]);
		if (!l)
			continue;
		f.rules += l->rule_count;
		f.programs += l->program_count;
		f.words += l->word_count;
		f.classes += l->class_count;
		for (size_t r = 0; r < l->rule_count; r++)
			f.examples += l->rules[r]->example_count;
	}
	return f;
}
