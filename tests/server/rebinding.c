/*
 * A resolver for tests, preloaded before the system's: *.rebinding.example is our own loopback, as a hostile
 * zone of the DNS may say of any name at any moment, first IPv6, then IPv4.
 */
#include <netdb.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>

static struct addrinfo *loopback(int family, const char *port, struct addrinfo *next)
{
	struct {
		struct addrinfo info;
		struct sockaddr_storage address;
	} *one = calloc(1, sizeof *one);
	if (!one)
		return next;
	if (family == AF_INET6) {
		struct sockaddr_in6 in = {.sin6_family = AF_INET6, .sin6_addr = IN6ADDR_LOOPBACK_INIT};
		in.sin6_port = htons((unsigned short)(port ? atoi(port) : 0));
		memcpy(&one->address, &in, sizeof in);
	} else {
		struct sockaddr_in in = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
		in.sin_port = htons((unsigned short)(port ? atoi(port) : 0));
		memcpy(&one->address, &in, sizeof in);
	}
	one->info.ai_family = family;
	one->info.ai_socktype = SOCK_STREAM;
	one->info.ai_addrlen = family == AF_INET6 ? sizeof(struct sockaddr_in6) : sizeof(struct sockaddr_in);
	one->info.ai_addr = (struct sockaddr *)&one->address;
	one->info.ai_next = next;
	return &one->info;
}

int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **result)
{
	const char *end = node ? strstr(node, ".rebinding.example") : NULL;
	(void)hints;
	*result = NULL;
	if (!end)
		return EAI_NONAME;
	*result = loopback(AF_INET6, service, loopback(AF_INET, service, NULL));
	return *result ? 0 : EAI_MEMORY;
}

void freeaddrinfo(struct addrinfo *list)
{
	while (list) {
		struct addrinfo *next = list->ai_next;
		free(list);
		list = next;
	}
}
