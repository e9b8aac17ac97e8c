/*
 * Text for terminals. News is foreign text: control characters could move the cursor or change the title,
 * bidi controls could make a line read otherwise than it is; both go. Columns are utf8proc's (East Asian
 * wide, emoji, combining marks).
 */
#include "render.h"

#include <string.h>
#include <utf8proc.h>

static bool harmless(uint32_t c)
{
	switch (utf8proc_category((utf8proc_int32_t)c)) {
	case UTF8PROC_CATEGORY_CC:
	case UTF8PROC_CATEGORY_CF:
	case UTF8PROC_CATEGORY_CS:
	case UTF8PROC_CATEGORY_CO:
	case UTF8PROC_CATEGORY_CN:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return c == 0x200D; /* joins emoji */
	default:
		return true;
	}
}

/* Decode the next harmless character; white space of any kind is a blank, runs are one. 0 at the end. */
static uint32_t next_plain(accord_slice text, size_t *at, bool *blank)
{
	while (*at < text.len) {
		size_t size;
		uint32_t c = accord_utf8_decode(text.data, text.len, *at, &size);
		*at += size;
		if (accord_is_space(c) || c == '\n' || c == '\t' || c == '\r') {
			if (*blank)
				continue;
			*blank = true;
			return ' ';
		}
		if (!harmless(c))
			continue;
		*blank = false;
		return c;
	}
	return 0;
}

static int columns(uint32_t c)
{
	int width = utf8proc_charwidth((utf8proc_int32_t)c);
	return width < 0 ? 0 : width;
}

void harmless_text(accord_buffer *out, accord_slice text)
{
	size_t at = 0;
	bool blank = true;
	for (uint32_t c; (c = next_plain(text, &at, &blank));) {
		char bytes[4];
		accord_buffer_append(out, bytes, accord_utf8_encode(c, bytes));
	}
}

static size_t width_of(accord_slice text)
{
	size_t at = 0, width = 0;
	bool blank = true;
	for (uint32_t c; (c = next_plain(text, &at, &blank));)
		width += (size_t)columns(c);
	return width;
}

void accord_render_text(accord_buffer *out, accord_slice text, size_t width, bool pad)
{
	size_t at = 0, used = 0, all = width_of(text);
	bool blank = true, cut = all > width;
	for (uint32_t c; width && (c = next_plain(text, &at, &blank));) {
		char bytes[4];
		if (used + (size_t)columns(c) + cut > width)
			break;
		used += (size_t)columns(c);
		accord_buffer_append(out, bytes, accord_utf8_encode(c, bytes));
	}
	if (cut && width) {
		accord_buffer_append_text(out, "…");
		used++;
	}
	for (; pad && used < width; used++)
		accord_buffer_append_char(out, ' ');
}

void colour_on(const accord_render *r, accord_buffer *out, const char *code)
{
	if (r->colour && code)
		accord_buffer_append_format(out, "\033[%sm", code);
}

void colour_off(const accord_render *r, accord_buffer *out)
{
	if (r->colour)
		accord_buffer_append_text(out, "\033[0m");
}

bool is_web_url(accord_slice url)
{
	bool web = (url.len > 8 && !memcmp(url.data, "https://", 8)) ||
		   (url.len > 7 && !memcmp(url.data, "http://", 7));
	for (size_t i = 0; web && i < url.len; i++)
		web = (unsigned char)url.data[i] > 0x20 && url.data[i] != 0x7f;
	return web;
}

void link_on(const accord_render *r, accord_buffer *out, accord_slice url)
{
	if (!r->links || !is_web_url(url) || url.len > 2000)
		return;
	accord_buffer_append_text(out, "\033]8;;");
	for (size_t i = 0; i < url.len; i++) {
		unsigned char c = (unsigned char)url.data[i];
		if (c > 0x20 && c < 0x7f)
			accord_buffer_append_char(out, (char)c);
		else
			accord_buffer_append_format(out, "%%%02X", c);
	}
	accord_buffer_append_text(out, "\033\\");
}

void link_off(const accord_render *r, accord_buffer *out, accord_slice url)
{
	if (r->links && is_web_url(url) && url.len <= 2000)
		accord_buffer_append_text(out, "\033]8;;\033\\");
}

const char *status_colour(accord_deal_status status)
{
	static const char *const colours[ACCORD_DEAL_STATUSES] = {
		[ACCORD_RUMOR] = "33",     [ACCORD_TALKS] = "33",     [ACCORD_ANNOUNCED] = "36",
		[ACCORD_COMPLETED] = "32", [ACCORD_CANCELLED] = "31", [ACCORD_DENIED] = "31",
	};
	return colours[status];
}
