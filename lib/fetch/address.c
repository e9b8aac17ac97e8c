/*
 * Addresses that a crawler must not be led to: the IANA special-purpose registries for IPv4 and IPv6 (RFC
 * 6890 and its updates). IPv4 addresses inside IPv6 ones are looked at as such. For IPv6 only global unicast,
 * 2000::/3, is public.
 */
#include "address.h"

#include <accord/fetch.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

struct block {
	uint32_t address;
	unsigned bits;
};

static const struct block special_v4[] = {
	{0x00000000, 8},  {0x0A000000, 8},  {0x64400000, 10}, {0x7F000000, 8},  {0xA9FE0000, 16},
	{0xAC100000, 12}, {0xC0000000, 24}, {0xC0000200, 24}, {0xC0586300, 24}, {0xC0A80000, 16},
	{0xC6120000, 15}, {0xC6336400, 24}, {0xCB007100, 24}, {0xE0000000, 4},  {0xF0000000, 4},
};

static bool v4_is_public(uint32_t address)
{
	for (size_t i = 0; i < sizeof special_v4 / sizeof *special_v4; i++)
		if ((address ^ special_v4[i].address) >> (32 - special_v4[i].bits) == 0)
			return false;
	return true;
}

static uint32_t big_endian(const unsigned char *bytes)
{
	return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static bool v6_is_public(const unsigned char *a)
{
	static const unsigned char mapped[12] = {[10] = 0xFF, [11] = 0xFF};
	static const unsigned char nat64[12] = {0x00, 0x64, 0xFF, 0x9B};
	if (!memcmp(a, mapped, 12) || !memcmp(a, nat64, 12))
		return v4_is_public(big_endian(a + 12));
	if ((a[0] & 0xE0) != 0x20)
		return false;
	uint32_t front = big_endian(a);
	bool ietf = front >> 9 == 0x20010000u >> 9; /* 2001::/23: Teredo, ORCHID, benchmarking */
	bool documentation = front == 0x20010DB8 || front >> 12 == 0x3FFF0000u >> 12;
	bool six_to_four = front >> 16 == 0x2002; /* leads to an IPv4 address of anybody's choice */
	return !ietf && !documentation && !six_to_four;
}

bool address_is_public(const struct sockaddr *address)
{
	if (address->sa_family == AF_INET) {
		struct sockaddr_in in;
		memcpy(&in, address, sizeof in);
		return v4_is_public(ntohl(in.sin_addr.s_addr));
	}
	if (address->sa_family == AF_INET6) {
		struct sockaddr_in6 in;
		memcpy(&in, address, sizeof in);
		return v6_is_public(in.sin6_addr.s6_addr);
	}
	return false;
}

bool address_of_host(accord_slice host, struct sockaddr_storage *address)
{
	char text[64];
	bool six = host.len > 2 && host.data[0] == '[';
	if (six)
		host = (accord_slice){host.data + 1, host.len - 2};
	if (host.len >= sizeof text)
		return false;
	memcpy(text, host.data, host.len);
	text[host.len] = '\0';
	memset(address, 0, sizeof *address);
	address->ss_family = six ? AF_INET6 : AF_INET;
	if (six)
		return inet_pton(AF_INET6, text, &((struct sockaddr_in6 *)address)->sin6_addr) == 1;
	return inet_pton(AF_INET, text, &((struct sockaddr_in *)address)->sin_addr) == 1;
}

void address_text(const struct sockaddr *address, char text[64])
{
	const void *bytes = address->sa_family == AF_INET6
				    ? (const void *)&((const struct sockaddr_in6 *)address)->sin6_addr
				    : (const void *)&((const struct sockaddr_in *)address)->sin_addr;
	if (!inet_ntop(address->sa_family, bytes, text, 64))
		strcpy(text, "?");
}

bool accord_address_is_public(const char *ip)
{
	struct sockaddr_storage address;
	char host[80];
	size_t len = strlen(ip);
	bool six = memchr(ip, ':', len) != NULL;
	if (len > 64)
		return false;
	host[0] = '[';
	memcpy(host + 1, ip, len);
	host[len + 1] = ']';
	accord_slice slice = {six ? host : host + 1, six ? len + 2 : len};
	return address_of_host(slice, &address) && address_is_public((const struct sockaddr *)&address);
}
