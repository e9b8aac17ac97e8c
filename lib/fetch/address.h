/* Which IP addresses belong to the public internet. */
#ifndef FETCH_ADDRESS_H
#define FETCH_ADDRESS_H

#include <accord/text.h>

#include <sys/socket.h>

bool address_is_public(const struct sockaddr *address);
/* A host of a URL that is an IP address, "[...]" for IPv6; false for names. */
bool address_of_host(accord_slice host, struct sockaddr_storage *address);
/* "1.2.3.4" or "2001:db8::1" into `text`. */
void address_text(const struct sockaddr *address, char text[64]);

#endif
