/**
 * @file robots.h
 * robots.txt as RFC 9309 defines it: which rule of the file speaks about a URL, for one crawler.
 *
 *   accord_robots *robots;
 *   accord_robots_parse(arena, bytes, len, "AccordBot", &robots, NULL);
 *   if (!accord_robots_check(robots, scratch, url).allowed) …
 */
#ifndef ACCORD_ROBOTS_H
#define ACCORD_ROBOTS_H

#include <accord/arena.h>
#include <accord/error.h>
#include <accord/text.h>

/** What stands behind this many bytes of a robots.txt is not read (RFC 9309, 2.5 asks for at least 500 KiB).
 */
#define ACCORD_ROBOTS_LONGEST ((size_t)1 << 20)

/** The rules that one file has for one crawler. */
typedef struct accord_robots accord_robots;

typedef struct accord_robots_verdict {
	bool allowed;
	accord_slice rule;  /**< the line that decided, as it stands in the file ("Disallow: /x"); unknown if
			       none did */
	uint32_t line;      /**< its number, from 1; 0 if no rule matched */
	double crawl_delay; /**< seconds between two requests that the file asks for; negative if it does not
			     */
} accord_robots_verdict;

/**
 * Read a robots.txt. Any bytes will do: what is no rule is passed over, an HTML page has no rules.
 *
 * @param arena  owns the result
 * @param agent  the crawler's product token ("AccordBot"); "AccordBot/1.0" is read as such
 * @return ACCORD_OK or ACCORD_ENOMEM
 */
accord_status accord_robots_parse(accord_arena *arena, const char *bytes, size_t len, const char *agent,
				  accord_robots **robots, accord_error *err);

/**
 * What the rules say about a URL. The longest matching path wins, `Allow` where two are equally long; without
 * a match it is allowed, and so is /robots.txt itself.
 *
 * @param scratch  for the comparison only; the verdict points to the robots' own arena
 * @param url      absolute; one that is neither http nor https is not allowed
 */
accord_robots_verdict accord_robots_check(const accord_robots *robots, accord_arena *scratch,
					  accord_slice url);

/** The `index`-th address of a Sitemap line, as it stands there; the unknown slice behind the last. */
accord_slice accord_robots_sitemap(const accord_robots *robots, size_t index);

#endif
