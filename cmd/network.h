/* Options of every verb that talks to servers, and the engine's options made from them. */
#ifndef NETWORK_H
#define NETWORK_H

#include "command.h"

#include <accord/fetch.h>

struct network_args {
	struct text_list allow_hosts;
	const char *contact, *agent, *ca_file, *delay, *deadline, *timeout;
	long jobs;
};

/* clang-format off */
#define NETWORK_AT(args, member, field) (offsetof(args, member) + offsetof(struct network_args, field))
#define NETWORK_OPTIONS(args, member)                                                                        \
	{"allow-host", 0, "HOST:PORT", "a private address that may be asked all the same (repeatable)",      \
	 OPTION_LIST, NETWORK_AT(args, member, allow_hosts)},                                                \
	{"ca-file", 0, "FILE", "certificates (PEM) to trust besides the system's, for a company's own servers", \
	 OPTION_TEXT, NETWORK_AT(args, member, ca_file)},                                                    \
	{"contact", 0, "URL", "URL or mail address told to servers (else $ACCORD_CONTACT)",                  \
	 OPTION_TEXT, NETWORK_AT(args, member, contact)},                                                    \
	{"delay", 0, "SECONDS", "pause between two requests to a host (2)",                                  \
	 OPTION_TEXT, NETWORK_AT(args, member, delay)},                                                      \
	{"timeout", 0, "SECONDS", "end of a request with all its redirects (60)",                            \
	 OPTION_TEXT, NETWORK_AT(args, member, timeout)}
/* clang-format on */

/* False after a message if a value is no number. `options` may point into `args`. */
bool network_options(const struct command *command, const struct network_args *args,
		     accord_fetch_options *options);

/* Whether there is anybody whom we may ask: with a contact everybody, without one only allowed hosts. False after a
 * message. */
bool network_may_start(const accord_fetch_options *options);

/* A number of seconds, "2" or "0.5"; false if it is none or not in 0 … most. */
bool seconds_of(const char *text, double most, double *seconds);

#endif
