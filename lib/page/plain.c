/* Markup to plain text for titles, names and dates: tags out, character references replaced, white space
 * collapsed. */
#include "scan.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* "&#8211;", "&#x2013;", "&amp;": returns the bytes read, 0 if it is none. */
static size_t read_reference(const char *at, const char *end, uint32_t *code_point)
{
	const char *from = at++;
	if (at < end && *at == '#') {
		at++;
		unsigned base = at < end && (*at | 32) == 'x' ? 16 : 10;
		at += base == 16;
		uint32_t value = 0;
		const char *digits = at;
		for (; at < end && at - digits < 8; at++) {
			unsigned digit = *at >= '0' && *at <= '9' ? (unsigned)(*at - '0')
					 : (*at | 32) >= 'a' && (*at | 32) <= 'f'
						 ? (unsigned)((*at | 32) - 'a' + 10)
						 : 99;
			if (digit >= base)
				break;
			value = value * base + digit;
		}
		if (at == digits)
			return 0;
		*code_point = value;
	} else {
		xmlChar name[16];
		size_t n = 0;
		while (at < end && n + 1 < sizeof name &&
		       ((*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') ||
			(*at >= '0' && *at <= '9')))
			name[n++] = (xmlChar)*at++;
		name[n] = 0;
		if (at >= end || *at != ';')
			return 0;
		const htmlEntityDesc *entity = htmlEntityLookup(name);
		if (!entity && strcmp((const char *)name, "apos") != 0)
			return 0;
		*code_point = entity ? entity->value : '\'';
	}
	if (at < end && *at == ';')
		at++;
	return (size_t)(at - from);
}

/* One pass; references may be written twice over ("&amp;uuml;"), so the caller runs it again where one was
 * found. */
static size_t plain_pass(const char *in, size_t len, char *out, bool *references)
{
	const char *end = in + len;
	char *from = out;
	bool blank = true;
	while (in < end) {
		char c = *in;
		if (c == '<' && end - in > 1 &&
		    (in[1] == '/' || in[1] == '!' || ((in[1] | 32) >= 'a' && (in[1] | 32) <= 'z'))) {
			const char *close = memchr(in, '>', (size_t)(end - in));
			if (close) {
				in = close + 1;
				c = ' ';
				if (!blank)
					*out++ = c;
				blank = true;
				continue;
			}
		}
		uint32_t code_point;
		size_t used = c == '&' ? read_reference(in, end, &code_point) : 0;
		char bytes[4];
		size_t n;
		if (used) {
			*references = true;
			in += used;
			n = accord_utf8_encode(code_point < 32 ? ' ' : code_point, bytes);
		} else {
			in++;
			bytes[0] = c;
			n = 1;
		}
		if ((n == 1 && (unsigned char)bytes[0] <= ' ') || (n == 2 && !memcmp(bytes, "\xC2\xA0", 2))) {
			if (!blank)
				*out++ = ' ';
			blank = true;
			continue;
		}
		if ((unsigned char)c == 0xC2 && !used && in < end && (unsigned char)*in == 0xA0) {
			in++;
			if (!blank)
				*out++ = ' ';
			blank = true;
			continue;
		}
		memcpy(out, bytes, n);
		out += n;
		blank = false;
	}
	if (out > from && out[-1] == ' ')
		out--;
	return (size_t)(out - from);
}

accord_slice page_plain(accord_arena *arena, accord_slice html)
{
	if (!html.data)
		return html;
	/* A reference is at least as long as what it stands for. */
	char *out = accord_arena_alloc(arena, html.len + 8);
	if (!out)
		return (accord_slice){NULL, 0};
	bool references = false;
	size_t len = plain_pass(html.data, html.len, out, &references);
	if (references && memchr(out, '&', len))
		len = plain_pass(out, len, out, &references);
	if (!len)
		return (accord_slice){NULL, 0};
	return (accord_slice){out, len};
}
