/**
 * @file url.h
 * URLs as browsers read them (WHATWG URL Standard, for http and https only), and the canonical form under
 * which a page is stored: one story, one key, whatever tracking, session or AMP dress its link wore.
 *
 *   HTTPS://News.Example:443/a/./1.html?utm_source=rss&id=5#top  ->  https://news.example/a/1.html?id=5
 */
#ifndef ACCORD_URL_H
#define ACCORD_URL_H

#include <accord/arena.h>
#include <accord/error.h>
#include <accord/text.h>

/** A longer input is refused: no server takes it, and keys stay bounded. */
#define ACCORD_URL_LONGEST 8192

/** The parts of an http or https URL; all slices live in the arena. */
typedef struct accord_url {
	bool secure;        /**< https */
	accord_slice host;  /**< lower case ASCII, no trailing dot; IPv4 as dotted quad, IPv6 in brackets */
	uint32_t port;      /**< the scheme's own where none is named */
	accord_slice path;  /**< begins with '/', percent-encoded as the standard has it */
	accord_slice query; /**< without '?'; unknown if there is none */
	accord_slice fragment; /**< without '#'; unknown if there is none */
} accord_url;

/**
 * Read a URL. User information is dropped.
 *
 * @param text  any bytes; white space around it and tabs and line breaks inside are taken out
 * @param base  what a relative one is resolved against, or NULL: then it must be absolute
 * @return ACCORD_OK; ACCORD_EINPUT if it is no http or https URL; ACCORD_ENOMEM
 */
accord_status accord_url_parse(accord_arena *arena, accord_slice text, const accord_url *base,
			       accord_url *url, accord_error *err);

/** As text again, NUL-terminated; {NULL, 0} without memory. */
accord_slice accord_url_text(accord_arena *arena, const accord_url *url, bool with_fragment);

/** scheme://host[:port], the unit for which a robots.txt speaks. */
accord_slice accord_url_origin(accord_arena *arena, const accord_url *url);

/**
 * `relative` as an absolute http or https URL, its fragment kept.
 *
 * @param base  an absolute URL, or the unknown slice where there is none
 * @return ACCORD_OK; ACCORD_EINPUT for `javascript:`, `mailto:` and the like, and for a relative one without
 * a base
 */
accord_status accord_url_resolve(accord_arena *arena, accord_slice base, accord_slice relative,
				 accord_slice *absolute, accord_error *err);

/**
 * The key under which the page of a URL is stored. Removed: tracking and session parameters, empty
 * parameters, the fragment (unless it is a route, #/…), AMP forms, the wrapper of a known redirector. Octets
 * that need no escape are unescaped. Kept: scheme, www, order of parameters, trailing slash, case of the
 * path. Applied twice it changes nothing.
 *
 * @return ACCORD_OK; ACCORD_EINPUT if nothing of that address could be fetched
 */
accord_status accord_url_canonical(accord_arena *arena, accord_slice text, accord_slice *canonical,
				   accord_error *err);

/**
 * The site of a URL, as people name it: the host without "www.", "m.", "mobile." or "amp." in front. Points
 * into the arena; the unknown slice if the URL cannot be read.
 */
accord_slice accord_url_site(accord_arena *arena, accord_slice text);

#endif
