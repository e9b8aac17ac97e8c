/*
 * Hosts as browsers read them: https://url.spec.whatwg.org/#host-parsing. A name is percent-decoded, mapped
 * by UTS 46 (libidn2, non-transitional) and checked; what ends in a number is an IPv4 address or nothing, so
 * that 127.1, 0x7f000001 and 2130706433 all become 127.0.0.1 before anybody asks whether that is loopback.
 */
#include "host.h"

#include <arpa/inet.h>
#include <idn2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST_NAME 253
#define LONGEST_LABEL 63

static int hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* One part of an IPv4 address: decimal, 0x hexadecimal or 0 octal. False if it is no number. */
static bool ipv4_number(const char *part, size_t len, uint64_t *value)
{
	unsigned base = 10;
	if (!len)
		return false;
	if (len >= 2 && part[0] == '0' && lower(part[1]) == 'x') {
		base = 16;
		part += 2;
		len -= 2;
	} else if (len >= 2 && part[0] == '0') {
		base = 8;
		part++;
		len--;
	}
	*value = 0;
	for (size_t i = 0; i < len; i++) {
		int digit = hex_value(part[i]);
		if (digit < 0 || (unsigned)digit >= base)
			return false;
		if (*value <= UINT32_MAX)
			*value = *value * base + (unsigned)digit;
	}
	return true;
}

/* Whether the last label is a number, which makes the whole an IPv4 address or an error. */
static bool ends_in_number(const char *name, size_t len)
{
	size_t at = len;
	while (at && name[at - 1] != '.')
		at--;
	const char *last = name + at;
	size_t n = len - at;
	bool digits = n > 0;
	for (size_t i = 0; i < n; i++)
		digits = digits && last[i] >= '0' && last[i] <= '9';
	uint64_t value;
	return digits || ipv4_number(last, n, &value);
}

static bool ipv4_parse(const char *name, size_t len, uint32_t *address)
{
	uint64_t parts[4];
	size_t count = 0;
	for (size_t at = 0; at <= len;) {
		size_t n = 0;
		while (at + n < len && name[at + n] != '.')
			n++;
		if (count == 4 || !ipv4_number(name + at, n, &parts[count]))
			return false;
		count++;
		at += n + 1;
	}
	uint64_t last = parts[count - 1];
	if (last >= (uint64_t)1 << (8 * (5 - count)))
		return false;
	*address = (uint32_t)last;
	for (size_t i = 0; i + 1 < count; i++) {
		if (parts[i] > 255)
			return false;
		*address |= (uint32_t)parts[i] << (8 * (3 - i));
	}
	return true;
}

/* The longest run of two or more zero pieces, for "::". */
static size_t longest_zeros(const uint16_t pieces[8], size_t *length)
{
	size_t best = 8;
	*length = 1;
	for (size_t i = 0; i < 8; i++) {
		size_t n = 0;
		while (i + n < 8 && !pieces[i + n])
			n++;
		if (n > *length) {
			best = i;
			*length = n;
		}
		i += n;
	}
	return best;
}

static bool ipv6_parse(accord_arena *arena, accord_slice inside, accord_slice *host)
{
	char text[64];
	unsigned char bytes[16];
	if (inside.len >= sizeof text || memchr(inside.data, 0, inside.len))
		return false;
	memcpy(text, inside.data, inside.len);
	text[inside.len] = '\0';
	if (inet_pton(AF_INET6, text, bytes) != 1)
		return false;
	uint16_t pieces[8];
	for (size_t i = 0; i < 8; i++)
		pieces[i] = (uint16_t)(bytes[2 * i] << 8 | bytes[2 * i + 1]);
	size_t run, skip = longest_zeros(pieces, &run);
	size_t n = (size_t)snprintf(text, sizeof text, "[");
	for (size_t i = 0; i < 8; i++) {
		if (i == skip) {
			n += (size_t)snprintf(text + n, sizeof text - n, i ? ":" : "::");
			i += run - 1;
			continue;
		}
		n += (size_t)snprintf(text + n, sizeof text - n, i < 7 ? "%x:" : "%x", pieces[i]);
	}
	n += (size_t)snprintf(text + n, sizeof text - n, "]");
	*host = (accord_slice){accord_arena_copy(arena, text, n), n};
	return host->data != NULL;
}

static size_t percent_decode(const char *in, size_t len, char *out)
{
	size_t n = 0;
	for (size_t i = 0; i < len; i++) {
		if (in[i] == '%' && i + 2 < len && hex_value(in[i + 1]) >= 0 && hex_value(in[i + 2]) >= 0) {
			out[n++] = (char)(hex_value(in[i + 1]) << 4 | hex_value(in[i + 2]));
			i += 2;
		} else {
			out[n++] = in[i];
		}
	}
	return n;
}

static bool is_ascii(const char *name, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)name[i] >= 0x80)
			return false;
	return true;
}

/* Labels that libidn2 should see: those outside ASCII, and those that say they are punycode. */
static bool wants_idna(const char *name, size_t len)
{
	if (!is_ascii(name, len))
		return true;
	for (size_t i = 0; i + 4 <= len; i++)
		if ((i == 0 || name[i - 1] == '.') && !strncasecmp(name + i, "xn--", 4))
			return true;
	return false;
}

/* In place where it fits into `size`; 0 if it is no name. */
static size_t to_ascii(char *name, size_t len, size_t size)
{
	uint8_t *ascii = NULL;
	if (!accord_utf8_valid(name, len) || memchr(name, 0, len))
		return 0;
	name[len] = '\0';
	int rc = idn2_lookup_u8((const uint8_t *)name, &ascii, IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);
	size_t n = rc == IDN2_OK ? strlen((const char *)ascii) : 0;
	if (n && n < size)
		memcpy(name, ascii, n);
	else if (rc != IDN2_OK && is_ascii(name, len))
		n = len; /* punycode that IDNA 2008 forbids (emoji): the DNS may know it all the same */
	else
		n = 0;
	idn2_free(ascii);
	return n;
}

static bool labels_sound(const char *name, size_t len)
{
	if (!len || len > LONGEST_NAME)
		return false;
	size_t label = 0;
	for (size_t i = 0; i <= len; i++) {
		if (i < len && name[i] != '.') {
			unsigned char c = (unsigned char)name[i];
			if (c <= 0x20 || c >= 0x7f || strchr("#/:<>?@[\\]^|%", c) || ++label > LONGEST_LABEL)
				return false;
			continue;
		}
		if (!label)
			return false;
		label = 0;
	}
	return true;
}

bool url_host_parse(accord_arena *arena, accord_slice text, accord_slice *host)
{
	if (text.len && text.data[0] == '[')
		return text.len > 2 && text.data[text.len - 1] == ']' &&
		       ipv6_parse(arena, (accord_slice){text.data + 1, text.len - 2}, host);
	char name[1024];
	if (text.len >= sizeof name)
		return false;
	size_t len = percent_decode(text.data, text.len, name);
	if (wants_idna(name, len) && !(len = to_ascii(name, len, sizeof name)))
		return false;
	for (size_t i = 0; i < len; i++)
		name[i] = lower(name[i]);
	if (len && name[len - 1] == '.')
		len--;
	if (!labels_sound(name, len))
		return false;
	if (ends_in_number(name, len)) {
		uint32_t address;
		if (!ipv4_parse(name, len, &address))
			return false;
		len = (size_t)snprintf(name, sizeof name, "%u.%u.%u.%u", address >> 24, address >> 16 & 255,
				       address >> 8 & 255, address & 255);
	}
	*host = (accord_slice){accord_arena_copy(arena, name, len), len};
	return host->data != NULL;
}
