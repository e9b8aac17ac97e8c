/*
 * A scanner for XML that is not quite XML. libxml2 stops at the first error or, told to go on, drops text at
 * a bare ampersand and closes whatever is open at a wrong end tag; one feed in four of the wild needs better.
 * So this reads what is a tag for anybody's eyes and calls the rest text:
 *
 *   <title>Fish & Chips <3</title>   ->   start title, text "Fish & Chips ", text "<", text "3", end title
 *
 * Whether tags match is for elements.c to say. Nothing is allocated, nothing copied; entities of a DTD are no
 * business of the scanner, so nothing can expand. The grammar: https://www.w3.org/TR/xml/
 */
#include "scanner.h"

#include <string.h>

/* A tag longer than this ends at its first '>': some quote was never closed. */
#define TAG_CEILING ((size_t)8 << 20)
/* A reference is no longer than this: a '&' so near the end of a piece may be half of one. */
#define REFERENCE_CEILING 64

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool begins_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
	       (unsigned char)c >= 0x80;
}

static bool ends_name(char c)
{
	return is_space(c) || c == '>' || c == '/' || c == '=' || c == '<';
}

static void tell_damage(struct scanner *scanner, const char *what)
{
	if (!scanner->damage)
		scanner->damage = what;
}

static void give_text(struct scanner *scanner, const char *bytes, size_t len, bool cdata)
{
	if (len)
		scanner->events->text(scanner->context, (accord_slice){bytes, len}, cdata);
}

/*
 * The '>' that ends a tag, seen from behind its name; a '<' where one was forgotten; NULL if neither has
 * come. A quote counts only behind '='.
 */
static const char *find_tag_end(const char *at, const char *end)
{
	bool value = false;
	for (const char *p = at; p < end; p++) {
		if (*p == '>' || *p == '<')
			return p;
		if (value && (*p == '"' || *p == '\'')) {
			p = memchr(p + 1, *p, (size_t)(end - p - 1));
			if (!p)
				return NULL;
		}
		value = *p == '=' || (value && is_space(*p));
	}
	return NULL;
}

/* A start or end tag at *at; false if it has not ended yet. */
static bool scan_tag(struct scanner *scanner, const char **at, const char *end, bool last)
{
	const char *p = *at + 1;
	bool closing = p < end && *p == '/';
	p += closing;
	const char *name = p;
	while (p < end && !ends_name(*p))
		p++;
	const char *name_end = p;
	const char *stop = find_tag_end(p, end);
	if (!stop && !last && (size_t)(end - *at) < TAG_CEILING)
		return false;
	if (!stop) {
		tell_damage(scanner, "a tag does not end");
		stop = memchr(p, '>', (size_t)(end - p));
	}
	if (!stop) {
		*at = end;
		return true;
	}
	if (*stop == '<')
		tell_damage(scanner, "a tag does not end");
	struct scan_tag tag = {.raw = {*at, (size_t)(stop - *at) + (*stop == '>')},
			       .name = {name, (size_t)(name_end - name)}};
	*at = stop + (*stop == '>');
	tag.empty = stop > name_end && stop[-1] == '/';
	if (closing)
		scanner->events->end(scanner->context, tag.name);
	else {
		tag.attributes = (accord_slice){name_end, (size_t)(stop - name_end) - tag.empty};
		scanner->events->start(scanner->context, &tag);
	}
	return true;
}

/* <!DOCTYPE rss [ … ]>: to the '>' outside its brackets and quotes. */
static bool scan_doctype(struct scanner *scanner, const char **at, const char *end, bool last)
{
	int depth = 0;
	const char *p = *at + 2;
	for (; p < end; p++) {
		if (*p == '"' || *p == '\'') {
			const char *quote = memchr(p + 1, *p, (size_t)(end - p - 1));
			if (!quote)
				break;
			p = quote;
		}
		depth += *p == '[' ? 1 : *p == ']' ? -1 : 0;
		if (*p == '>' && depth <= 0)
			break;
	}
	if (p >= end || *p != '>') {
		if (!last && (size_t)(end - *at) < TAG_CEILING)
			return false;
		tell_damage(scanner, "the document type does not end");
		p = memchr(*at, '>', (size_t)(end - *at));
		scanner->declared = true;
		*at = p ? p + 1 : end;
		return true;
	}
	scanner->declared = true;
	scanner->events->doctype(scanner->context, (accord_slice){*at, (size_t)(p - *at)});
	*at = p + 1;
	return true;
}

/* Inside CDATA, a comment or an instruction: up to its end mark, or all but what might be the half of one. */
static bool scan_special(struct scanner *scanner, const char **at, const char *end, bool last)
{
	static const char *const marks[] = {[SCAN_CDATA] = "]]>",
					    [SCAN_COMMENT] = "-->",
					    [SCAN_INSTRUCTION] = "?>",
					    [SCAN_DECLARATION] = ">"};
	const char *mark = marks[scanner->state];
	size_t mark_len = strlen(mark), left = (size_t)(end - *at);
	const char *stop = memmem(*at, left, mark, mark_len);
	size_t n = stop ? (size_t)(stop - *at) : last ? left : left > mark_len ? left - mark_len : 0;
	if (scanner->state == SCAN_CDATA)
		give_text(scanner, *at, n, true);
	*at += n + (stop ? mark_len : 0);
	if (stop)
		scanner->state = SCAN_TEXT;
	else if (last)
		tell_damage(scanner, scanner->state == SCAN_CDATA ? "a CDATA section does not end"
								  : "a comment or declaration does not end");
	return stop || last;
}

static bool begins(const char *at, const char *end, const char *mark)
{
	size_t len = strlen(mark);
	return (size_t)(end - at) >= len && !memcmp(at, mark, len);
}

/* What begins with '<'; false if more bytes are needed to tell. */
static bool scan_markup(struct scanner *scanner, const char **at, const char *end, bool last)
{
	const char *p = *at;
	if (end - p < 9 && !last && !memchr(p, '>', (size_t)(end - p)))
		return false;
	if (end - p < 2) {
		give_text(scanner, p, 1, true);
		*at = end;
		return true;
	}
	if (begins_name(p[1]) || (p[1] == '/' && end - p > 2 && begins_name(p[2])))
		return scan_tag(scanner, at, end, last);
	size_t skip = 0;
	if (begins(p, end, "<![CDATA["))
		scanner->state = SCAN_CDATA, skip = 9;
	else if (begins(p, end, "<!--"))
		scanner->state = SCAN_COMMENT, skip = 4;
	else if (p[1] == '?')
		scanner->state = SCAN_INSTRUCTION, skip = 2;
	else if (p[1] == '!' && end - p > 2 && begins_name(p[2]) && !scanner->declared)
		return scan_doctype(scanner, at, end, last);
	else if (p[1] == '!' && end - p > 2 && begins_name(p[2]))
		scanner->state = SCAN_DECLARATION, skip = 2;
	else {
		tell_damage(scanner, "a '<' stands alone");
		give_text(scanner, p, 1, true);
		skip = 1;
	}
	*at += skip;
	return true;
}

/* Text up to the next '<' or the end of the piece. */
static bool scan_text(struct scanner *scanner, const char **at, const char *end, bool last)
{
	size_t left = (size_t)(end - *at);
	const char *stop = memchr(*at, '<', left);
	size_t n = stop ? (size_t)(stop - *at) : left;
	if (!stop && !last) {
		const char *reference = memrchr(*at, '&', n);
		if (reference && (size_t)(end - reference) < REFERENCE_CEILING)
			n = (size_t)(reference - *at);
	}
	give_text(scanner, *at, n, false);
	*at += n;
	return stop || last;
}

size_t scan(struct scanner *scanner, const char *bytes, size_t len, bool last)
{
	const char *at = bytes, *end = bytes + len;
	while (at < end && !scanner->stop) {
		bool more = scanner->state != SCAN_TEXT ? scan_special(scanner, &at, end, last)
			    : *at == '<'                ? scan_markup(scanner, &at, end, last)
							: scan_text(scanner, &at, end, last);
		if (!more)
			break;
	}
	return scanner->stop ? len : (size_t)(at - bytes);
}

bool next_attribute(accord_slice *rest, accord_slice *name, accord_slice *value)
{
	const char *p = rest->data, *end = p + rest->len;
	while (p < end && (is_space(*p) || *p == '/' || *p == '=' || *p == '"' || *p == '\''))
		p++;
	if (p == end)
		return false;
	name->data = p;
	while (p < end && !is_space(*p) && *p != '=' && *p != '/')
		p++;
	name->len = (size_t)(p - name->data);
	while (p < end && is_space(*p))
		p++;
	*value = (accord_slice){p, 0};
	if (p < end && *p == '=') {
		for (p++; p < end && is_space(*p);)
			p++;
		char quote = p < end && (*p == '"' || *p == '\'') ? *p++ : 0;
		value->data = p;
		while (p < end && (quote ? *p != quote : !is_space(*p)))
			p++;
		value->len = (size_t)(p - value->data);
	}
	*rest = (accord_slice){p, (size_t)(end - p)};
	return true;
}
