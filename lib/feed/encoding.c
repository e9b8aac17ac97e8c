/*
 * Which encoding a feed is in. What text/charset.c knows of pages holds here too; XML adds its declaration,
 * and UTF-16 and UTF-32 that show by the zeros around the first '<'
 * (https://www.w3.org/TR/xml/#sec-guessing).
 */
#include "encoding.h"

#include <iconv.h>
#include <string.h>
#include <strings.h>

/* An XML declaration stands within these bytes, whatever junk is before it. */
#define DECLARATION_WITHIN 2048

/* Encodings that have zeros where others have none: iconv's name, NULL for all others. */
static const char *wide_encoding(accord_slice bytes)
{
	static const struct {
		const char *begins;
		size_t len;
		const char *charset;
	} wide[] = {
		{"\xFF\xFE\0\0", 4, "utf-32le"}, {"\0\0\xFE\xFF", 4, "utf-32be"}, {"<\0\0\0", 4, "utf-32le"},
		{"\0\0\0<", 4, "utf-32be"},      {"\xFF\xFE", 2, "utf-16le"},     {"\xFE\xFF", 2, "utf-16be"},
		{"<\0?\0", 4, "utf-16le"},       {"\0<\0?", 4, "utf-16be"},       {"<\0r\0", 4, "utf-16le"},
		{"\0<\0r", 4, "utf-16be"},       {"<\0f\0", 4, "utf-16le"},       {"\0<\0f", 4, "utf-16be"},
		{"{\0", 2, "utf-16le"},          {"\0{", 2, "utf-16be"}};
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
		if (bytes.len >= wide[i].len && !memcmp(bytes.data, wide[i].begins, wide[i].len))
			return wide[i].charset;
	return NULL;
}

/* <?xml version="1.0" encoding="…"?>, without UTF-16 and its like: who can be read here is not in them. */
static accord_slice declared_encoding(accord_slice bytes)
{
	if (bytes.len > DECLARATION_WITHIN)
		bytes.len = DECLARATION_WITHIN;
	const char *end = bytes.data + bytes.len;
	const char *p = memmem(bytes.data, bytes.len, "<?xml", 5);
	const char *stop = p ? memmem(p, (size_t)(end - p), "?>", 2) : NULL;
	p = stop ? memmem(p, (size_t)(stop - p), "encoding", 8) : NULL;
	if (!p)
		return (accord_slice){NULL, 0};
	for (p += 8; p < stop && strchr(" \t\r\n=", *p);)
		p++;
	const char *quote =
		p < stop && (*p == '"' || *p == '\'') ? memchr(p + 1, *p, (size_t)(stop - p - 1)) : NULL;
	if (!quote)
		return (accord_slice){NULL, 0};
	accord_slice name = accord_slice_trim((accord_slice){p + 1, (size_t)(quote - p - 1)});
	bool wide = name.len > 3 &&
		    (!strncasecmp(name.data, "utf-16", 6) || !strncasecmp(name.data, "utf-32", 6) ||
		     !strncasecmp(name.data, "ucs", 3) || !strncasecmp(name.data, "utf16", 5) ||
		     !strncasecmp(name.data, "utf_16", 6) || !strncasecmp(name.data, "utf32", 5));
	return wide ? (accord_slice){NULL, 0} : name;
}

/* Code pages of DOS and the Mac are not on the web's list of encodings, but in old feeds; iconv's name, or
 * NULL. */
static const char *old_code_page(accord_slice declared, accord_slice bytes, char name[static 16])
{
	static const char *const begins[] = {"cp4", "cp7", "cp8", "ibm4", "ibm7", "ibm8"};
	bool old = false;
	for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
		old |= declared.len > 4 && declared.len < 16 &&
		       !strncasecmp(declared.data, begins[i], strlen(begins[i]));
	bool mac = declared.len > 7 && (!strncasecmp(declared.data, "mac_roman", 9) ||
					!strncasecmp(declared.data, "macroman", 8));
	if ((!old && !mac) || accord_utf8_valid(bytes.data, bytes.len))
		return NULL;
	memcpy(name, mac ? "MACINTOSH" : declared.data, mac ? sizeof "MACINTOSH" : declared.len);
	if (!mac)
		name[declared.len] = 0;
	iconv_t converter = iconv_open("UTF-8", name);
	if (converter == (iconv_t)-1)
		return NULL;
	iconv_close(converter);
	return name;
}

static accord_status convert(accord_arena *arena, accord_slice bytes, const char *charset, accord_slice *utf8,
			     accord_error *err)
{
	iconv_t converter = iconv_open("UTF-8", charset);
	size_t room = bytes.len * 3 + 16;
	char *out = accord_arena_alloc(arena, room), *at = out, *in = (char *)(uintptr_t)bytes.data;
	if (converter == (iconv_t)-1 || !out) {
		if (converter != (iconv_t)-1)
			iconv_close(converter);
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory for a feed in %s", charset);
	}
	size_t left = bytes.len, step = !strncmp(charset, "utf-32", 6)   ? 4
					: !strncmp(charset, "utf-16", 6) ? 2
									 : 1;
	while (left && iconv(converter, &in, &left, &at, &room) == (size_t)-1 && left > step && room > 4) {
		in += step; /* what is no character is passed over */
		left -= step;
	}
	iconv_close(converter);
	*utf8 = (accord_slice){out, (size_t)(at - out)};
	return ACCORD_OK;
}

accord_status decode_whole(accord_arena *arena, accord_slice bytes, const char *content_type,
			   accord_slice *utf8, const char **charset, accord_error *err)
{
	const char *wide = wide_encoding(bytes);
	if (wide) {
		*charset = wide;
		return convert(arena, bytes, wide, utf8, err);
	}
	char name[16];
	accord_slice declared = declared_encoding(bytes);
	if (old_code_page(declared, bytes, name)) {
		*charset = "an old code page";
		return convert(arena, bytes, name, utf8, err);
	}
	return accord_charset_decode(arena, bytes.data, bytes.len, content_type, declared, utf8, charset,
				     err);
}

bool judge_stream(accord_arena *arena, accord_slice sample, const char *content_type, const char **charset)
{
	const char *wide = wide_encoding(sample);
	if (wide) {
		*charset = wide;
	} else {
		/* The sample must not end inside a character. */
		const char *last = memrchr(sample.data, '>', sample.len);
		if (last)
			sample.len = (size_t)(last - sample.data) + 1;
		accord_slice utf8;
		char name[16];
		if (old_code_page(declared_encoding(sample), sample, name))
			return false;
		if (accord_charset_decode(arena, sample.data, sample.len, content_type,
					  declared_encoding(sample), &utf8, charset, NULL) != ACCORD_OK)
			return false;
	}
	if (!strcasecmp(*charset, "utf-8"))
		return true;
	iconv_t converter = iconv_open("UTF-8", *charset);
	if (converter == (iconv_t)-1)
		return false;
	iconv_close(converter);
	return true;
}
