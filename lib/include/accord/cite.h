/**
 * @file cite.h
 * A citation that can be run again: a deal with the pages, texts and rules that it was found in and by, each
 * named by its hash, and the version of the program.
 */
#ifndef ACCORD_CITE_H
#define ACCORD_CITE_H

#include <accord/store.h>
#include <accord/tag.h>

/** What one report of a deal rests on. Hashes are lower-case hexadecimal. */
typedef struct accord_cited_report {
	accord_slice document, url, site, lang, published, title, sentence, rule;
	accord_slice content;        /**< SHA-256 of title and text, as they stand in the store */
	accord_slice page, page_url; /**< SHA-256 of the page's bytes; both unknown if no page is kept */
	int64_t page_row, fetched;   /**< 0 if no page is kept */
	int64_t version;             /**< of the document */
	accord_slice rules;          /**< version of the rules that tagged it (accord_tagger_version) */
} accord_cited_report;

typedef struct accord_citation {
	accord_event event;
	accord_cited_report *reports; /**< one for each report of the event, in its order */
	size_t report_count;
} accord_citation;

/** @return ACCORD_ENOTFOUND for a deal that is not there */
accord_status accord_cite(accord_store *store, accord_arena *arena, accord_slice deal,
			  accord_citation *citation, accord_error *err);

/** A citation as text for a footnote, or as one line of JSON; `today` is an ISO date. */
void accord_citation_text(accord_buffer *out, const accord_citation *citation, const char *today);
void accord_citation_write(accord_buffer *out, const accord_citation *citation, const char *today);

/** What running one cited report again has shown. */
typedef struct accord_cited_check {
	accord_slice document;
	bool present;    /**< the document is in the store */
	bool same_text;  /**< with the cited title and text, in its newest version */
	bool same_page;  /**< the page's bytes have the cited hash, or none was cited */
	bool same_rules; /**< the rules of `tagger` are the cited ones */
	bool same_deal;  /**< they find a deal of that type between those parties */
} accord_cited_check;

/**
 * Run a citation again, on this store with these rules: `json` is what accord_citation_write wrote.
 *
 * @return ACCORD_OK; ACCORD_EINPUT if it is no citation; ACCORD_ESTORE
 */
accord_status accord_citation_check(accord_store *store, const accord_tagger *tagger, accord_arena *arena,
				    accord_slice json, accord_cited_check **checks, size_t *count,
				    accord_error *err);

#endif
