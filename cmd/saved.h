/* How saved pages and documents are named on the command line: the same words for clean, extract, tag and import. */
#ifndef SAVED_H
#define SAVED_H

#include "command.h"

#include <accord/corpus.h>
#include <accord/document.h>
#include <accord/page.h>

struct saved_args {
	const char *from, *files_from;
	bool nul;
	struct text_list match;
	long jobs;
};

/* Rows for a table of options; `place` is the member of `type` that is a struct saved_args. */
#define SAVED_OPTIONS(type, place)                                                                                  \
	{"from", 0, "KIND", "what all inputs are: html, mhtml, warc, ndjson (else name and content tell)", OPTION_TEXT, \
	 offsetof(type, place) + offsetof(struct saved_args, from), "html mhtml warc ndjson"},                        \
		{"match", 0, "PATTERN", "only files, members of archives and URLs that match; may be repeated",        \
		 OPTION_LIST, offsetof(type, place) + offsetof(struct saved_args, match)},                            \
		{"files-from", 0, "FILE", "read names of inputs from FILE, one a line; - is standard input",            \
		 OPTION_TEXT, offsetof(type, place) + offsetof(struct saved_args, files_from)},                       \
		{"null", '0', NULL, "names in --files-from end with a NUL, as find -print0 writes them", OPTION_FLAG,   \
		 offsetof(type, place) + offsetof(struct saved_args, nul)},                                           \
		{"jobs", 'j', "N", "threads (default: all cores); with 1 a document is done before the next is read",  \
		 OPTION_NUMBER, offsetof(type, place) + offsetof(struct saved_args, jobs)}

/* What the words mean for the reader of corpora; EXIT_USAGE after a message, else -1. */
int saved_options(const struct command *command, const struct saved_args *args, int count, accord_corpus_options *options);

/* All inputs in order; without any, standard input. False if `each` ended it. */
bool saved_read(const struct saved_args *args, int count, char **words, const accord_corpus_options *options,
                accord_corpus_progress *progress, accord_corpus_each each, void *context);
/* Bytes of all inputs, 0 if that cannot be told; `*found` as accord_corpus_measure returns it. */
uint64_t saved_size(const struct saved_args *args, int count, char **words, const accord_corpus_options *options,
                    uint64_t sought, uint64_t *found);

/* "a.zip:pages/b.html", in the arena. */
accord_slice saved_source(accord_arena *arena, const accord_corpus_record *record);

/* Who is asked first about address, title, day: the page itself, or the line or record that it came in. */
enum saved_first { SAVED_PAGE_FIRST, SAVED_GIVEN_FIRST };

/*
 * The document of a record: a page is cleaned, with the address and content type of `page` where the record has none; a
 * line is read, its html cleaned. `doc` has source and id also on failure, for the error object.
 *
 * html: what was cleaned, unknown if the document came as text
 */
accord_status saved_document(accord_arena *arena, const accord_corpus_record *record, const accord_page_options *page,
                             enum saved_first first, accord_document *doc, accord_slice *html, accord_error *err);

#endif
