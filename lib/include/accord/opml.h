/**
 * @file opml.h
 * Lists of subscriptions, OPML 1.0 to 2.0 (http://opml.org/spec2.opml), in and out without loss of nesting,
 * names and languages; and the feeds that a site's page names.
 */
#ifndef ACCORD_OPML_H
#define ACCORD_OPML_H

#include <accord/arena.h>
#include <accord/buffer.h>
#include <accord/error.h>
#include <accord/text.h>

/** One feed of a list. Unknown slices for what the list does not say. */
typedef struct accord_outline {
	accord_slice url; /**< of the feed, absolute http or https */
	accord_slice title, lang, link;
	accord_slice folder; /**< "News/Tech": the outlines it stands in; a '/' or '%' in a name is written
				%2F, %25 */
} accord_outline;

typedef struct accord_opml {
	accord_slice title;
	accord_outline *outlines;
	size_t count;
	size_t refused;             /**< outlines whose address is no http or https URL */
	accord_slice first_refused; /**< the first such address */
	bool damaged;               /**< the file is not well-formed; what could be read was */
} accord_opml;

/**
 * Read a list; a damaged one as far as it goes. Nothing is loaded from elsewhere.
 *
 * @return ACCORD_OK; ACCORD_EINPUT if it holds no outline with a feed
 */
accord_status accord_opml_read(accord_arena *arena, const char *bytes, size_t len, accord_opml *opml,
			       accord_error *err);

/** Append a list. Outlines of one folder must stand together (as accord_store_feeds gives them). */
void accord_opml_write(accord_buffer *out, accord_slice title, const accord_outline *outlines, size_t count);

/**
 * Addresses of feeds that an HTML page names: link elements first (RSS, Atom, JSON Feed), then links that
 * look like feeds.
 *
 * @param url         where the page was found
 * @param[out] feeds  absolute addresses, each once, at most 32
 * @return how many
 */
size_t accord_page_feeds(accord_arena *arena, const char *bytes, size_t len, accord_slice url,
			 accord_slice **feeds);

#endif
