/* The text of a field made into its value: references read, links absolute, dates in ISO 8601, names without
 * addresses. */
#include "elements.h"
#include "plain_text.h"

#include <accord/feed_date.h>

#include <string.h>
#include <strings.h>

void decode_references(accord_buffer *out, accord_slice raw, const struct entity_value *entities,
		       size_t entity_count)
{
	size_t i = 0;
	while (i < raw.len) {
		const char *mark = memchr(raw.data + i, '&', raw.len - i);
		size_t run = mark ? (size_t)(mark - raw.data) : raw.len;
		accord_buffer_append(out, raw.data + i, run - i);
		i = run;
		if (!mark)
			return;
		size_t size;
		uint32_t code_point = html_reference(raw.data, raw.len, i, &size);
		char bytes[4];
		const char *semicolon = NULL;
		if (!code_point && entity_count)
			semicolon = memchr(mark, ';', raw.len - i < 26 ? raw.len - i : 26);
		for (size_t e = 0; semicolon && e < entity_count; e++) {
			size_t len = (size_t)(semicolon - mark) - 1;
			if (strlen(entities[e].name) == len && !memcmp(entities[e].name, mark + 1, len)) {
				accord_buffer_append_text(out, entities[e].value);
				i += len + 2;
				mark = NULL;
				break;
			}
		}
		if (!mark)
			continue;
		if (code_point) {
			accord_buffer_append(out, bytes, accord_utf8_encode(code_point, bytes));
			i += size;
		} else {
			accord_buffer_append_char(out, '&');
			i++;
		}
	}
}

void escape_html(accord_buffer *out, accord_slice text)
{
	size_t start = 0;
	for (size_t i = 0; i < text.len; i++) {
		const char *escape = text.data[i] == '<'   ? "&lt;"
				     : text.data[i] == '>' ? "&gt;"
				     : text.data[i] == '&' ? "&amp;"
							   : NULL;
		if (!escape)
			continue;
		accord_buffer_append(out, text.data + start, i - start);
		accord_buffer_append_text(out, escape);
		start = i + 1;
	}
	if (start < text.len)
		accord_buffer_append(out, text.data + start, text.len - start);
}

static int base64_digit(char c)
{
	return c >= 'A' && c <= 'Z'   ? c - 'A'
	       : c >= 'a' && c <= 'z' ? c - 'a' + 26
	       : c >= '0' && c <= '9' ? c - '0' + 52
	       : c == '+' || c == '-' ? 62
	       : c == '/' || c == '_' ? 63
				      : -1;
}

bool decode_base64(accord_buffer *out, accord_slice text)
{
	uint32_t bits = 0;
	int have = 0;
	for (size_t i = 0; i < text.len && text.data[i] != '='; i++) {
		if (strchr(" \t\r\n", text.data[i]))
			continue;
		int value = base64_digit(text.data[i]);
		if (value < 0)
			return false;
		bits = (bits << 6 | (uint32_t)value) & 0xFFFFFF;
		have += 6;
		if (have >= 8) {
			have -= 8;
			accord_buffer_append_char(out, (char)(bits >> have & 0xFF));
		}
	}
	return true;
}

/* How many bytes at `p` no reader wants to see: control characters, byte order marks, bidi overrides. 0 if it
 * may stay. */
static size_t unwanted(const unsigned char *p, const unsigned char *end)
{
	if (*p < 0x20)
		return *p != '\t' && *p != '\n' && *p != '\r';
	if (*p == 0x7F)
		return 1;
	if (*p == 0xC2)
		return end - p > 1 && p[1] < 0xA0 && p[1] >= 0x80 && p[1] != 0x85 ? 2 : 0;
	if (end - p < 3)
		return 0;
	if (*p == 0xE2)
		return (p[1] == 0x80 && p[2] >= 0xAA && p[2] <= 0xAE) ||
				       (p[1] == 0x81 && p[2] >= 0xA6 && p[2] <= 0xA9)
			       ? 3
			       : 0;
	if (*p == 0xEF)
		return (p[1] == 0xBB && p[2] == 0xBF) || (p[1] == 0xBF && p[2] >= 0xBE) ? 3 : 0;
	return 0;
}

static accord_slice trim(accord_slice text)
{
	while (text.len && (unsigned char)*text.data <= ' ')
		text.data++, text.len--;
	while (text.len && (unsigned char)text.data[text.len - 1] <= ' ')
		text.len--;
	return text;
}

accord_slice clean_copy(accord_arena *arena, accord_slice text)
{
	text = trim(text);
	if (!text.len)
		return (accord_slice){NULL, 0};
	char *copy = accord_arena_alloc(arena, text.len + 1);
	if (!copy)
		return (accord_slice){NULL, 0};
	const unsigned char *p = (const unsigned char *)text.data, *end = p + text.len, *start = p;
	size_t n = 0;
	while (p < end) {
		size_t drop = *p >= ' ' && *p < 0x7F ? 0 : unwanted(p, end);
		if (!drop) {
			p++;
			continue;
		}
		memcpy(copy + n, start, (size_t)(p - start));
		n += (size_t)(p - start);
		start = p += drop;
	}
	memcpy(copy + n, start, (size_t)(p - start));
	n += (size_t)(p - start);
	accord_slice clean =
		trim((accord_slice){copy, n}); /* again: a control character may have stood before a blank */
	copy[clean.data - copy + (ptrdiff_t)clean.len] = 0;
	return clean.len ? clean : (accord_slice){NULL, 0};
}

accord_slice plain_copy(accord_arena *arena, accord_buffer *scratch, accord_slice text, int mode)
{
	accord_buffer_clear(scratch);
	plain_text(scratch, text, (enum plain_mode)mode);
	return clean_copy(arena, (accord_slice){scratch->data, scratch->len});
}

accord_slice date_copy(accord_arena *arena, accord_slice text)
{
	accord_feed_date date;
	if (accord_feed_date_read(text, &date, NULL) != ACCORD_OK)
		return (accord_slice){NULL, 0};
	if (date.has_time && !date.has_offset)
		date.has_offset = date.zulu = true;
	char buffer[ACCORD_FEED_DATE_SIZE];
	size_t len = accord_feed_date_text(&date, buffer);
	return accord_slice_copy(arena, (accord_slice){buffer, len});
}

accord_slice link_copy(accord_arena *arena, accord_slice base, accord_slice text)
{
	accord_slice absolute;
	text = trim(text);
	if (text.len > 4 && text.len < 2048 && !strncasecmp(text.data, "www.", 4)) {
		char whole[2048 + 8]; /* no path is meant */
		memcpy(whole, "http://", 7);
		memcpy(whole + 7, text.data, text.len);
		bool good = accord_url_resolve(arena, base, (accord_slice){whole, text.len + 7}, &absolute,
					       NULL) == ACCORD_OK;
		return good ? absolute : (accord_slice){NULL, 0};
	}
	if (!text.len || accord_url_resolve(arena, base, text, &absolute, NULL) != ACCORD_OK)
		return (accord_slice){NULL, 0};
	return absolute;
}

static bool holds_address(accord_slice text)
{
	const char *at = text.len ? memchr(text.data, '@', text.len) : NULL;
	return at && !memchr(text.data, ' ', text.len) && at > text.data && at + 1 < text.data + text.len;
}

/* Take the bracketed part off: "a (b)" → outside "a", inside "b". */
static bool split_brackets(accord_slice text, char open, char close, accord_slice *outside,
			   accord_slice *inside)
{
	const char *first = memchr(text.data, open, text.len);
	const char *last = memrchr(text.data, close, text.len);
	if (!first || !last || last < first)
		return false;
	*inside = trim((accord_slice){first + 1, (size_t)(last - first) - 1});
	*outside = trim((accord_slice){text.data, (size_t)(first - text.data)});
	return true;
}

accord_slice person_copy(accord_arena *arena, accord_buffer *scratch, accord_slice text)
{
	text = plain_copy(arena, scratch, text, PLAIN_GUESS);
	if (!text.len || !memchr(text.data, '@', text.len))
		return text;
	if (text.len > 7 && !strncasecmp(text.data, "mailto:", 7))
		text = (accord_slice){text.data + 7, text.len - 7};
	accord_slice outside, inside;
	if (split_brackets(text, '(', ')', &outside, &inside) ||
	    split_brackets(text, '<', '>', &outside, &inside) ||
	    split_brackets(text, '[', ']', &outside, &inside)) {
		if (!inside.len || (outside.len && !holds_address(outside)))
			text = outside;
		else
			text = inside;
	} else {
		/* "me@news.example Eva Muster" and the other way round */
		const char *space = memchr(text.data, ' ', text.len),
			   *last = memrchr(text.data, ' ', text.len);
		if (space && holds_address((accord_slice){text.data, (size_t)(space - text.data)}))
			text = trim((accord_slice){space, text.len - (size_t)(space - text.data)});
		else if (last && memchr(last, '@', text.len - (size_t)(last - text.data)))
			text = trim((accord_slice){text.data, (size_t)(last - text.data)});
	}
	while (text.len && strchr(" ,;-", text.data[text.len - 1]))
		text.len--;
	return text.len ? accord_slice_copy(arena, text) : (accord_slice){NULL, 0};
}

void list_add(accord_arena *arena, struct slice_list *list, accord_slice item)
{
	if (!item.len || list->count >= LONGEST_LIST)
		return;
	for (size_t i = 0; i < list->count; i++)
		if (accord_slice_equal(list->items[i], item))
			return;
	if (list->count == list->capacity) {
		size_t capacity = list->capacity ? list->capacity * 2 : 4;
		accord_slice *items = accord_arena_grow(arena, list->items, list->capacity * sizeof *items,
							capacity * sizeof *items);
		if (!items)
			return;
		list->items = items;
		list->capacity = capacity;
	}
	list->items[list->count++] = item;
}

/* Where a name is known, a bare address beside it says nothing new. */
static void drop_addresses(struct slice_list *authors)
{
	size_t names = 0;
	for (size_t i = 0; i < authors->count; i++)
		names += !holds_address(authors->items[i]);
	if (!names || names == authors->count)
		return;
	size_t n = 0;
	for (size_t i = 0; i < authors->count; i++)
		if (!holds_address(authors->items[i]))
			authors->items[n++] = authors->items[i];
	authors->count = n;
}

void draft_entry(const struct draft *draft, accord_feed_entry *entry)
{
	struct slice_list authors = draft->authors;
	drop_addresses(&authors);
	*entry = (accord_feed_entry){.id = draft->values[FIELD_ID],
				     .link = draft->values[FIELD_LINK],
				     .title = draft->values[FIELD_TITLE],
				     .published = draft->values[FIELD_PUBLISHED],
				     .updated = draft->values[FIELD_UPDATED],
				     .summary = draft->values[FIELD_SUMMARY],
				     .content = draft->values[FIELD_CONTENT],
				     .authors = authors.items,
				     .author_count = authors.count,
				     .categories = draft->categories.items,
				     .category_count = draft->categories.count};
}

void draft_clear(struct draft *draft)
{
	*draft = (struct draft){.arena = draft->arena};
}
