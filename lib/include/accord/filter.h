/**
 * @file filter.h
 * Which entries of feeds are wanted: rules of keep and block over title, URL, categories and content, for one
 * feed or for all. A block rule that hits decides. Where there are keep rules, one of them has to hit.
 *
 * What a feed shows of an article may be a teaser. A keep rule over content that does not hit it leaves the
 * question open (ACCORD_FILTER_OPEN) until the article's own text is there (`whole`).
 */
#ifndef ACCORD_FILTER_H
#define ACCORD_FILTER_H

#include <accord/error.h>
#include <accord/text.h>

typedef struct accord_filter accord_filter;

typedef struct accord_filter_rule {
	int64_t number; /**< the caller's */
	int64_t feed;   /**< 0: all feeds */
	bool keep;      /**< else block */
	accord_slice field;   /**< "title", "url", "category", "content", "any" */
	accord_slice pattern; /**< PCRE2, without case; hits anywhere in the field */
} accord_filter_rule;

typedef struct accord_filter_subject {
	int64_t feed;
	accord_slice title, url, content; /**< valid UTF-8, or unknown; content may be HTML */
	const accord_slice *categories;
	size_t category_count;
	bool whole; /**< content is the article's text, not what a feed shows of it */
} accord_filter_subject;

typedef enum accord_filter_answer { ACCORD_FILTER_KEEP, ACCORD_FILTER_BLOCK, ACCORD_FILTER_OPEN } accord_filter_answer;

typedef struct accord_filter_verdict {
	accord_filter_answer answer;
	const accord_filter_rule *rule; /**< that decided, as long as the filter; NULL: no rule hit */
	const char *field;              /**< in which it hit, a static string */
	accord_slice hit;               /**< what it hit, in the subject's text */
} accord_filter_verdict;

/**
 * Compile rules; their texts are copied.
 *
 * @return ACCORD_OK; ACCORD_EINPUT for an unknown field or a pattern that is none, with its number; ACCORD_ENOMEM
 */
accord_status accord_filter_new(const accord_filter_rule *rules, size_t count, accord_filter **filter,
				accord_error *err);
/** NULL is fine. */
void accord_filter_free(accord_filter *filter);

/**
 * Judge one entry. A pattern that gives up on a text (too much backtracking) does not hit it. One thread at a
 * time.
 *
 * @param filter  NULL wants everything
 */
accord_filter_verdict accord_filter_check(const accord_filter *filter, const accord_filter_subject *subject);

#endif
