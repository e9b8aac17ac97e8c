/* The host part of a URL (WHATWG URL Standard, 3.5): names, IPv4 in all its spellings, IPv6. */
#ifndef FETCH_HOST_H
#define FETCH_HOST_H

#include <accord/arena.h>
#include <accord/text.h>

/*
 * `text` as a host: lower-case ASCII name, dotted quad, or [IPv6] with its zeros compressed; in the arena.
 * False if it cannot be one.
 */
bool url_host_parse(accord_arena *arena, accord_slice text, accord_slice *host);

#endif
