/**
 * @file tag.h
 * Companies, dates, amounts and deals of a document, by rules. A tagger is loaded once and shared by threads.
 */
#ifndef ACCORD_TAG_H
#define ACCORD_TAG_H

#include <accord/document.h>
#include <accord/rules.h>

typedef struct accord_tagger accord_tagger;

/**
 * Load rules, lexicons and company files.
 *
 * @param folders  rule folders, later ones over earlier ones; with folder_count 0 the default ones
 *                 (accord_rules_default_folders)
 * @return ACCORD_OK; ACCORD_ERULE with the first mistake; ACCORD_EIO
 */
accord_status accord_tagger_new(const char *const *folders, size_t folder_count, accord_tagger **tagger,
                                accord_error *err);
void accord_tagger_free(accord_tagger *tagger);

/** The rules of the tagger, for check, explain and tests. */
const accord_ruleset *accord_tagger_rules(const accord_tagger *tagger);

/** A number that changes when a rule, lexicon or company file does; 16 hex digits, stored with what the rules made. */
const char *accord_tagger_version(const accord_tagger *tagger);

/**
 * Tag a document: fills companies, dates, amounts, deals (what stood there is replaced); detects `lang` if it is unknown.
 * In a language other than de, it, en nothing is tagged. Cost is linear in the text.
 *
 * @param arena  owns what the document then points to; also used as scratch
 * @return ACCORD_OK; ACCORD_EINPUT if the text is not UTF-8; ACCORD_ENOMEM
 */
accord_status accord_tagger_document(const accord_tagger *tagger, accord_arena *arena, accord_document *doc,
                                     accord_error *err);

/** What a listener sees of a sentence: its items as the deal rules saw them, and their matches. */
typedef struct accord_sentence_trace {
	accord_field field;
	const accord_rule_language *lang;
	accord_item *items;
	size_t item_count;
	const accord_match *matches;
	size_t match_count;
	const accord_company_mention *companies; /**< what item.entity of company items indexes */
} accord_sentence_trace;

typedef void (*accord_trace)(void *context, const accord_sentence_trace *sentence);

/** As accord_tagger_document, telling `trace` of every sentence on the way. */
accord_status accord_tagger_trace(const accord_tagger *tagger, accord_arena *arena, accord_document *doc,
                                  accord_trace trace, void *context, accord_error *err);

#endif
