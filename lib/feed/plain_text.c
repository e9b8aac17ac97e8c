/*
 * Titles are plain text in the output and anything in feeds: text, escaped HTML, HTML escaped twice. A full
 * HTML parser would be asked for a tree a title; here tags are only skipped and references read, in one pass:
 *
 *   <b>Eil</b>: M&uuml;ller &amp; S&ouml;hne  ->  Eil: Müller & Söhne
 *
 * What counts as a tag depends on how sure we are that it is HTML (enum plain_mode).
 */
#include "plain_text.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char *const elements[] = {
	"a",      "abbr",     "acronym", "address", "applet",  "area",     "article",    "aside",
	"audio",  "b",        "base",    "bdi",     "bdo",     "big",      "blink",      "blockquote",
	"body",   "br",       "button",  "canvas",  "caption", "center",   "cite",       "code",
	"col",    "colgroup", "dd",      "del",     "details", "dfn",      "dialog",     "dir",
	"div",    "dl",       "dt",      "em",      "embed",   "fieldset", "figcaption", "figure",
	"font",   "footer",   "form",    "h1",      "h2",      "h3",       "h4",         "h5",
	"h6",     "head",     "header",  "hr",      "html",    "i",        "iframe",     "img",
	"input",  "ins",      "kbd",     "label",   "legend",  "li",       "main",       "map",
	"mark",   "marquee",  "menu",    "meta",    "nav",     "nobr",     "noscript",   "object",
	"ol",     "optgroup", "option",  "p",       "param",   "picture",  "pre",        "q",
	"s",      "samp",     "script",  "section", "select",  "small",    "span",       "strike",
	"strong", "style",    "sub",     "summary", "sup",     "svg",      "table",      "tbody",
	"td",     "textarea", "tfoot",   "th",      "thead",   "tr",       "tt",         "u",
	"ul",     "var",      "video",   "wbr"};

static const char *const voids[] = {"area",  "base", "br",   "col",   "embed",  "hr",    "img",
				    "input", "link", "meta", "param", "source", "track", "wbr"};

/* Elements that end a word: "<p>a</p><p>b</p>" is "a b", but "<b>a</b>b" is "ab". */
static const char *const blocks[] = {
	"address",    "article", "blockquote", "br",   "center", "dd",  "div", "dl", "dt",
	"figcaption", "figure",  "footer",     "form", "h1",     "h2",  "h3",  "h4", "h5",
	"h6",         "header",  "hr",         "li",   "main",   "nav", "ol",  "p",  "pre",
	"section",    "table",   "td",         "th",   "tr",     "ul"};

struct name {
	const char *text;
	size_t len;
};

static int compare_name(const void *key, const void *item)
{
	const struct name *name = key;
	const char *other = *(const char *const *)item;
	size_t len = strlen(other);
	int order = strncasecmp(name->text, other, name->len < len ? name->len : len);
	return order ? order : name->len < len ? -1 : name->len > len;
}

#define NAMED(list, text, len)                                                                               \
	(bsearch(&(struct name){text, len}, list, sizeof list / sizeof *list, sizeof *list, compare_name) != \
	 NULL)

bool html_element(const char *name, size_t len)
{
	return len && len < 12 && NAMED(elements, name, len);
}

bool html_void(const char *name, size_t len)
{
	return len && len < 12 && NAMED(voids, name, len);
}

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static uint32_t windows_1252(uint32_t code_point)
{
	static const uint16_t high[32] = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
					  0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
					  0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
					  0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};
	return code_point >= 0x80 && code_point < 0xA0 ? high[code_point - 0x80] : code_point;
}

static uint32_t numeric_reference(const char *text, size_t len, size_t at, size_t *size)
{
	size_t i = at + 2;
	bool hex = i < len && (text[i] == 'x' || text[i] == 'X');
	i += hex;
	uint32_t value = 0;
	size_t first = i;
	for (; i < len && i - first < 12; i++) {
		char c = text[i];
		int digit = c >= '0' && c <= '9'                        ? c - '0'
			    : hex && (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
									: -1;
		if (digit < 0)
			break;
		value = value > 0x10FFFF ? value : value * (hex ? 16 : 10) + (uint32_t)digit;
	}
	if (i == first)
		return 0;
	*size = i - at + (i < len && text[i] == ';');
	bool bad = !value || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000);
	return bad ? ACCORD_REPLACEMENT : windows_1252(value);
}

uint32_t html_reference(const char *text, size_t len, size_t at, size_t *size)
{
	if (at + 2 >= len)
		return 0;
	if (text[at + 1] == '#')
		return numeric_reference(text, len, at, size);
	size_t i = at + 1;
	while (i < len && i - at < 10 && is_name(text[i]))
		i++;
	if (i >= len || text[i] != ';')
		return 0;
	*size = i + 1 - at;
	return html_entity(text + at + 1, i - at - 1);
}

/* The end of the tag that begins at text[at] == '<': behind its '>', or 0 if there is none. Quotes may hold a
 * '>'. */
static size_t tag_end(accord_slice text, size_t at)
{
	for (size_t i = at + 1; i < text.len; i++) {
		char c = text.data[i];
		if (c == '>')
			return i + 1;
		if ((c == '"' || c == '\'') && text.data[i - 1] == '=') {
			const char *quote = memchr(text.data + i + 1, c, text.len - i - 1);
			if (quote)
				i = (size_t)(quote - text.data);
		}
	}
	return 0;
}

struct tag {
	const char *name;
	size_t name_len, end;
	bool closing;
};

/* Tags whose end was looked for in vain, each time up to the end of the text: more are not tried, or cost is
 * squared. */
#define MOST_FAILURES 16

/* What stands at text[at] == '<', if it is a tag, comment or declaration (the latter with name_len 0). */
static bool read_tag(accord_slice text, size_t at, bool known_only, unsigned *failures, struct tag *tag)
{
	size_t i = at + 1;
	if (*failures >= MOST_FAILURES)
		return false;
	if (i < text.len && text.data[i] == '!') {
		bool comment = text.len - i > 2 && !memcmp(text.data + i, "!--", 3);
		const char *end = comment ? memmem(text.data + i, text.len - i, "-->", 3)
					  : memchr(text.data + i, '>', text.len - i);
		*tag = (struct tag){.end = end ? (size_t)(end - text.data) + (comment ? 3 : 1) : 0};
		*failures += !end;
		return end && (comment || !known_only);
	}
	tag->closing = i < text.len && text.data[i] == '/';
	i += tag->closing;
	tag->name = text.data + i;
	while (i < text.len && is_name(text.data[i]))
		i++;
	tag->name_len = (size_t)(text.data + i - tag->name);
	if (!tag->name_len || (*tag->name >= '0' && *tag->name <= '9'))
		return false;
	bool ends = i < text.len && strchr(" \t\r\n/>", text.data[i]);
	if (known_only && (!ends || !html_element(tag->name, tag->name_len)))
		return false;
	tag->end = tag_end(text, at);
	*failures += !tag->end;
	return tag->end != 0;
}

bool looks_like_html(accord_slice text)
{
	unsigned failures = 0;
	for (size_t i = 0; i < text.len; i++) {
		struct tag tag;
		size_t size;
		if (text.data[i] == '<' && read_tag(text, i, true, &failures, &tag))
			return true;
		if (text.data[i] == '&' && html_reference(text.data, text.len, i, &size))
			return true;
	}
	return false;
}

/* Behind the end tag of a script or style that begins at `at`: nobody reads their text. */
static size_t skip_content(accord_slice text, const struct tag *tag, unsigned *failures)
{
	bool unread = (tag->name_len == 6 && !strncasecmp(tag->name, "script", 6)) ||
		      (tag->name_len == 5 && !strncasecmp(tag->name, "style", 5));
	bool hidden = unread && !tag->closing && *failures < MOST_FAILURES;
	for (size_t i = tag->end; hidden && i + 2 + tag->name_len < text.len; i++)
		if (text.data[i] == '<' && text.data[i + 1] == '/' &&
		    !strncasecmp(text.data + i + 2, tag->name, tag->name_len)) {
			size_t end = tag_end(text, i);
			return end ? end : text.len;
		}
	*failures += hidden;
	return tag->end;
}

struct line {
	accord_buffer *out;
	size_t first;
	bool blank; /* a blank is due before the next character */
};

static bool is_blank(uint32_t c)
{
	return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x2028 || c == 0x2029 || c == 0x3000;
}

static void put(struct line *line, uint32_t code_point)
{
	if (is_blank(code_point)) {
		line->blank = true;
		return;
	}
	if (line->blank && line->out->len > line->first)
		accord_buffer_append_char(line->out, ' ');
	line->blank = false;
	char bytes[4];
	accord_buffer_append(line->out, bytes, accord_utf8_encode(code_point, bytes));
}

/* Text up to the next byte that needs a look. */
static size_t put_run(struct line *line, accord_slice text, size_t at)
{
	size_t end = at;
	while (end < text.len && (unsigned char)text.data[end] > ' ' &&
	       (unsigned char)text.data[end] < 0xC2 && text.data[end] != '<' && text.data[end] != '&')
		end++;
	if (end == at)
		return at;
	if (line->blank && line->out->len > line->first)
		accord_buffer_append_char(line->out, ' ');
	line->blank = false;
	accord_buffer_append(line->out, text.data + at, end - at);
	return end;
}

void plain_text(accord_buffer *out, accord_slice text, enum plain_mode mode)
{
	struct line line = {out, out->len, false};
	unsigned failures = 0;
	for (size_t i = 0; i < text.len;) {
		size_t size = 1;
		struct tag tag;
		uint32_t reference;
		if (mode != PLAIN_RAW && text.data[i] == '<' &&
		    read_tag(text, i, mode == PLAIN_GUESS, &failures, &tag)) {
			if (tag.name_len && NAMED(blocks, tag.name, tag.name_len))
				line.blank = true;
			i = tag.name_len ? skip_content(text, &tag, &failures) : tag.end;
		} else if (mode != PLAIN_RAW && text.data[i] == '&' &&
			   (reference = html_reference(text.data, text.len, i, &size))) {
			put(&line, reference);
			i += size;
		} else {
			size_t end = put_run(&line, text, i);
			if (end == i) {
				put(&line, accord_utf8_decode(text.data, text.len, i, &size));
				end = i + size;
			}
			i = end;
		}
	}
}
