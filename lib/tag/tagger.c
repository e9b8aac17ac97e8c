/*
 * The order of tagging: tokens -> dates, amounts, names -> items of sentences -> clauses, references -> deals. What is
 * loaded once (rules, lexicons, company names) is shared by all documents and never changed.
 */
#include "analysis.h"

#include <accord/gazetteer.h>
#include <accord/tag.h>

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const languages[] = {"de", "it", "en"};
#define LANGUAGES (sizeof languages / sizeof *languages)

/* What a document in that language needs; made when the first one comes. */
struct equipment {
	pthread_mutex_t lock;
	atomic_bool ready;
	struct grammar *grammar;
	struct word_table *words;
};

struct accord_tagger {
	accord_ruleset *rules;
	accord_gazetteer *gazetteer;
	struct equipment *equipment; /* by language */
	char version[17];
};

void accord_tagger_free(accord_tagger *tagger)
{
	if (!tagger)
		return;
	for (size_t i = 0; tagger->equipment && i < LANGUAGES; i++) {
		word_table_free(tagger->equipment[i].words);
		grammar_free(tagger->equipment[i].grammar);
		pthread_mutex_destroy(&tagger->equipment[i].lock);
	}
	free(tagger->equipment);
	accord_gazetteer_free(tagger->gazetteer);
	accord_rules_free(tagger->rules);
	free(tagger);
}

static accord_status load(accord_tagger *t, const char *const *folders, size_t count, accord_error *err)
{
	accord_status status = accord_rules_load(folders, count, NULL, NULL, &t->rules, err);
	if (status == ACCORD_OK)
		status = accord_gazetteer_load(folders, count, &t->gazetteer, err);
	for (size_t i = 0; status == ACCORD_OK && i < LANGUAGES; i++)
		if (!accord_rules_have(t->rules, languages[i]))
			return accord_error_set(err, ACCORD_ERULE, "no rules for '%s' in the rule folders",
			                        languages[i]);
	return status;
}

static void make_equipment(const accord_tagger *t, struct equipment *e, const char *lang)
{
	const accord_rule_language *rules = accord_rules_for(t->rules, lang);
	if (rules && !e->grammar)
		e->grammar = grammar_new(rules, lang);
	if (e->grammar && !e->words)
		e->words = word_table_new(e->grammar, t->gazetteer);
	if (e->words)
		atomic_store_explicit(&e->ready, true, memory_order_release);
}

/* NULL without memory. */
static const struct equipment *equipment_for(const accord_tagger *t, size_t language)
{
	struct equipment *e = &t->equipment[language];
	if (atomic_load_explicit(&e->ready, memory_order_acquire))
		return e;
	pthread_mutex_lock(&e->lock);
	if (!atomic_load(&e->ready))
		make_equipment(t, e, languages[language]);
	pthread_mutex_unlock(&e->lock);
	return atomic_load(&e->ready) ? e : NULL;
}

accord_status accord_tagger_new(const char *const *folders, size_t folder_count, accord_tagger **tagger,
                                accord_error *err)
{
	const char *defaults[ACCORD_DEFAULT_FOLDERS];
	if (!folder_count) {
		folder_count = accord_rules_default_folders(defaults);
		folders = defaults;
	}
	accord_tagger *t = calloc(1, sizeof *t);
	if (t)
		t->equipment = calloc(LANGUAGES, sizeof *t->equipment);
	if (!t || !t->equipment) {
		free(t);
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	}
	for (size_t i = 0; i < LANGUAGES; i++)
		pthread_mutex_init(&t->equipment[i].lock, NULL);
	accord_status status = load(t, folders, folder_count, err);
	if (status != ACCORD_OK) {
		accord_tagger_free(t);
		return status;
	}
	snprintf(t->version, sizeof t->version, "%016llx",
	         (unsigned long long)(accord_rules_hash(t->rules) ^ accord_gazetteer_hash(t->gazetteer)));
	*tagger = t;
	return ACCORD_OK;
}

const accord_ruleset *accord_tagger_rules(const accord_tagger *tagger)
{
	return tagger->rules;
}

const char *accord_tagger_version(const accord_tagger *tagger)
{
	return tagger->version;
}

/* ---- a document ------------------------------------------------------------------------------------------------ */

static accord_status prepare_field(struct analysis *a, accord_field in)
{
	struct field *f = &a->fields[in];
	f->in = in;
	f->text = accord_document_field(a->doc, in);
	if (!f->text.data)
		f->text = accord_slice_of("");
	accord_status status = accord_tokenize(a->arena, f->text, a->lang, &f->tokens);
	if (status == ACCORD_OK)
		status = word_table_read(a->words, a->arena, f->text, &f->tokens, &f->words, &f->raw);
	if (status == ACCORD_OK)
		status = find_dates(a, f);
	if (status == ACCORD_OK)
		status = find_amounts(a, f);
	return status;
}

static accord_status read_sentences(struct analysis *a)
{
	accord_status status = build_sentences(a, &a->fields[ACCORD_TITLE]);
	if (status == ACCORD_OK)
		status = build_sentences(a, &a->fields[ACCORD_TEXT]);
	return status;
}

static int by_place(const void *left, const void *right)
{
	const accord_company_mention *l = left, *r = right;
	if (l->span.in != r->span.in)
		return l->span.in == ACCORD_TITLE ? -1 : 1;
	if (l->span.start != r->span.start)
		return l->span.start < r->span.start ? -1 : 1;
	return l->span.end < r->span.end ? -1 : l->span.end > r->span.end;
}

/* Names that only a deal told to be companies came last. */
static void publish(struct analysis *a)
{
	accord_document *doc = a->doc;
	size_t kept = 0;
	for (size_t i = 0; i < a->ref_count; i++) /* what has no text was only thought of */
		if (a->refs[i].span.end > a->refs[i].span.start)
			a->refs[kept++] = a->refs[i];
	a->ref_count = kept;
	if (a->ref_count)
		qsort(a->refs, a->ref_count, sizeof *a->refs, by_place);
	doc->companies = a->refs;
	doc->company_count = a->ref_count;
	doc->dates = a->dates;
	doc->date_count = a->date_count;
	doc->amounts = a->amounts;
	doc->amount_count = a->amount_count;
}

#define SHORT_TEXT 200 /* bytes: too little to tell a language from its neighbours */

static size_t language_index_of(accord_slice lang)
{
	for (size_t i = 0; i < LANGUAGES; i++)
		if (lang.len >= 2 && !memcmp(lang.data, languages[i], 2) && (lang.len == 2 || lang.data[2] == '-'))
			return i;
	return LANGUAGES;
}

/* A sentence or two is taken for the language whose lexicon knows most of its words, if that is a third of them. */
static const char *guess_short(const accord_tagger *tagger, accord_arena *arena, accord_slice text)
{
	size_t best = 0, most = 0;
	for (size_t i = LANGUAGES; i-- > 0;) {
		accord_tokens tokens;
		accord_item *items;
		size_t known = 0, words = 0;
		const accord_rule_language *rules = accord_rules_for(tagger->rules, languages[i]);
		if (!rules || accord_tokenize(arena, text, languages[i], &tokens) != ACCORD_OK ||
		    accord_rules_items(rules, arena, text, &tokens, &items) != ACCORD_OK)
			continue;
		for (size_t k = 0; k < tokens.count; k++) {
			words += items[k].kind == ACCORD_ITEM_WORD;
			known += items[k].kind == ACCORD_ITEM_WORD && items[k].word;
		}
		if (known > most && known * 3 >= words) {
			most = known;
			best = i;
		}
	}
	return most ? languages[best] : NULL;
}

static size_t language_of(const accord_tagger *tagger, accord_arena *arena, accord_document *doc)
{
	if (doc->lang.data)
		return language_index_of(doc->lang);
	doc->lang = accord_slice_of(accord_language_detect(doc->text, (accord_slice){NULL, 0}));
	const char *guess = doc->text.len < SHORT_TEXT && language_index_of(doc->lang) == LANGUAGES
	                            ? guess_short(tagger, arena, doc->text)
	                            : NULL;
	if (guess)
		doc->lang = accord_slice_of(guess);
	return language_index_of(doc->lang);
}

static void forget_tags(accord_document *doc)
{
	doc->company_count = doc->date_count = doc->amount_count = doc->deal_count = 0;
}

accord_status accord_tagger_trace(const accord_tagger *tagger, accord_arena *arena, accord_document *doc,
                                  accord_trace trace, void *context, accord_error *err)
{
	forget_tags(doc);
	if (!accord_utf8_valid(doc->text.data, doc->text.len) || !accord_utf8_valid(doc->title.data, doc->title.len))
		return accord_error_set(err, ACCORD_EINPUT, "the text is not UTF-8");
	size_t language = language_of(tagger, arena, doc);
	if (language == LANGUAGES)
		return ACCORD_OK;
	const struct equipment *e = equipment_for(tagger, language);
	struct analysis *a = e ? accord_arena_calloc(arena, 1, sizeof *a) : NULL;
	if (!a)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	a->arena = arena;
	a->doc = doc;
	a->lang = languages[language];
	a->grammar = e->grammar;
	a->words = e->words;
	a->rules = a->grammar->rules;
	accord_status status = prepare_field(a, ACCORD_TITLE);
	if (status == ACCORD_OK)
		status = prepare_field(a, ACCORD_TEXT);
	if (status == ACCORD_OK)
		status = find_names(a, tagger->gazetteer);
	if (status == ACCORD_OK)
		status = read_sentences(a);
	if (status == ACCORD_OK)
		status = find_deals(a, trace, context);
	if (status != ACCORD_OK)
		return accord_error_set(err, status, "the document is too large to tag");
	publish(a);
	return ACCORD_OK;
}

accord_status accord_tagger_document(const accord_tagger *tagger, accord_arena *arena, accord_document *doc,
                                     accord_error *err)
{
	return accord_tagger_trace(tagger, arena, doc, NULL, NULL, err);
}
