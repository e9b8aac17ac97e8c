/**
 * @file coverage.h
 * What accord may be missing: feeds that have fallen silent, pages of which no text came, sentences with two
 * companies and the word of a rule that told no deal.
 */
#ifndef ACCORD_COVERAGE_H
#define ACCORD_COVERAGE_H

#include <accord/store.h>
#include <accord/tag.h>

/** A feed that fails, or has brought nothing for longer than it used to. */
typedef struct accord_silent_feed {
	accord_slice url, title, last_error;
	int64_t last_success, last_change; /**< seconds since 1970, 0 for never */
	uint32_t errors;                   /**< in a row */
} accord_silent_feed;

/** One site in one language. */
typedef struct accord_site_coverage {
	accord_slice site, lang;     /**< unknown where the documents do not say */
	int64_t documents, textless; /**< textless: a page is kept, but hardly a text came of it */
	int64_t given_up; /**< articles that were not to be had (counted without language, at the first row of
			     a site) */
	size_t read;      /**< documents whose sentences were read */
	size_t candidates, missed; /**< sentences with two companies and a word that wakes a rule; of these,
				      without a deal */
} accord_site_coverage;

/** A sentence without a deal, with the rule that came furthest. */
typedef struct accord_missed_sentence {
	accord_slice document, site, lang, text, rule, trigger, reason;
} accord_missed_sentence;

typedef struct accord_coverage {
	accord_silent_feed *feeds;
	size_t feed_count;
	accord_site_coverage *sites; /**< most documents first */
	size_t site_count;
	accord_missed_sentence
		*missed; /**< at most `examples`, spread over the sites, the nearest to a match first */
	size_t missed_count;
} accord_coverage;

typedef struct accord_coverage_options {
	int64_t now;
	int64_t silent_days; /**< a feed is silent that brought nothing for so many days, 0 for 30 */
	size_t sample;       /**< read the sentences of the newest so many documents, 0 for none */
	size_t examples;     /**< at most so many missed sentences */
} accord_coverage_options;

/** @param tagger  may be NULL if `sample` is 0 */
accord_status accord_coverage_take(accord_store *store, const accord_tagger *tagger, accord_arena *arena,
				   const accord_coverage_options *options, accord_coverage *coverage,
				   accord_error *err);

#endif
