/**
 * @file page.h
 * A web page of any design reduced to its article: headline, authors, date, text. No knowledge about single sites is
 * needed; a site's own rule file (rules/sites) may help with stubborn ones.
 */
#ifndef ACCORD_PAGE_H
#define ACCORD_PAGE_H

#include <accord/document.h>

/** Rules for single sites, read once and shared by threads. */
typedef struct accord_site_rules accord_site_rules;

/** What a listener is told of a block of the page, in reading order. */
typedef struct accord_page_block {
	accord_slice text;  /**< as it stands in the page; valid during the call */
	accord_slice place; /**< "article.story-body > p"; valid during the call */
	bool kept;
	const char *reason; /**< "paragraph of the article", "mostly links", …: a static string */
} accord_page_block;

typedef void (*accord_page_listener)(void *context, const accord_page_block *block);

typedef struct accord_page_options {
	const char *url;          /**< where the page was found, or NULL */
	const char *content_type; /**< the header as the server sent it, or NULL */
	const accord_site_rules *sites; /**< or NULL */
	accord_page_listener listener;  /**< told of every block, kept or dropped; or NULL */
	void *context;                  /**< handed to the listener */
} accord_page_options;

/**
 * Reduce a page to its article. Cost and memory are linear in `len`.
 *
 * @param arena      owns everything that `doc` will point to; also used as scratch
 * @param bytes,len  the page in any encoding, no NUL needed; only read
 * @param options    may be NULL
 * @param[out] doc   title, authors, published, modified, lang, url (canonical, else as given), site and text are set:
 *                   UTF-8, NFC, no control characters; a field not found is {NULL, 0}. Other members stay as they are.
 * @param[out] err   filled on failure only; may be NULL
 * @return ACCORD_OK; ACCORD_EINPUT if the page is empty, no HTML, or has no article; ACCORD_ENOMEM
 */
accord_status accord_page_clean(accord_arena *arena, const char *bytes, size_t len,
                                const accord_page_options *options, accord_document *doc, accord_error *err);

/**
 * Whether a page is no article but what stands in front of one: consent, login, subscription, a check for
 * robots, in German, Italian or English.
 *
 * @param doc            what accord_page_clean made of it
 * @param asked,answered the address that was asked, and the one that answered after redirects; may be NULL
 * @return why it is taken for one, a static string; NULL if it is not
 */
const char *accord_page_wall(accord_arena *arena, const accord_document *doc, const char *asked,
                             const char *answered);

/**
 * Read all *.site files of a folder (rules/sites/README.md has their form). A folder that does not exist has none.
 *
 * @param[out] sites  to be given back with accord_site_rules_free
 * @return ACCORD_OK; ACCORD_ERULE with file and line of the first mistake; ACCORD_EIO; ACCORD_ENOMEM
 */
accord_status accord_site_rules_load(const char *folder, accord_site_rules **sites, accord_error *err);
void accord_site_rules_free(accord_site_rules *sites);

#endif
