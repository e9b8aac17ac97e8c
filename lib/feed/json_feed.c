/*
 * JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). The text is read as a whole by jansson; two
 * things that it rightly refuses are put right before a second try: halves of surrogate pairs, and a feed cut
 * off behind some items.
 */
#include "json_feed.h"
#include "elements.h"
#include "plain_text.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#define MOST_CONTAINERS 1000000
#define MOST_COMMAS 4000000

static accord_slice text_of(const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);
	return json_is_string(value) ? (accord_slice){json_string_value(value), json_string_length(value)}
				     : (accord_slice){NULL, 0};
}

/* Repair
 * ------------------------------------------------------------------------------------------------------- */

static int hex4(const char *p)
{
	int value = 0;
	for (int i = 0; i < 4; i++) {
		char c = p[i];
		int digit = c >= '0' && c <= '9'                 ? c - '0'
			    : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
								 : -1;
		if (digit < 0)
			return -1;
		value = value * 16 + digit;
	}
	return value;
}

static bool is_escape(const char *p, const char *end, int low, int high)
{
	if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
		return false;
	int value = hex4(p + 2);
	return value >= low && value <= high;
}

/* \ud83d without its other half becomes \ufffd; control characters inside strings become blanks. */
static void mend_strings(char *p, char *end)
{
	while (p < end) {
		if ((unsigned char)*p < ' ') {
			*p++ = ' ';
		} else if (*p != '\\') {
			p++;
		} else if (is_escape(p, end, 0xD800, 0xDBFF) && is_escape(p + 6, end, 0xDC00, 0xDFFF)) {
			p += 12;
		} else {
			if (is_escape(p, end, 0xD800, 0xDFFF))
				memcpy(p + 2, "fffd", 4);
			p += 2;
		}
	}
}

/* Where the last whole member of the array "items" ends; 0 if none does. */
static size_t last_item_end(const char *text, size_t len)
{
	size_t depth = 0, end = 0;
	bool string = false;
	for (size_t i = 0; i < len; i++) {
		char c = text[i];
		if (string) {
			i += c == '\\';
			string = c != '"';
			continue;
		}
		string = c == '"';
		if (c == '{' || c == '[')
			depth++;
		else if ((c == '}' || c == ']') && depth) {
			depth--;
			if (c == '}' && depth == 2)
				end = i + 1;
		}
	}
	return end;
}

/* A value takes jansson up to some 200 bytes: how many there are is known before. */
static bool too_many_values(accord_slice utf8)
{
	size_t containers = 0, commas = 0;
	for (size_t i = 0; i < utf8.len; i++) {
		containers += utf8.data[i] == '{' || utf8.data[i] == '[';
		commas += utf8.data[i] == ',';
	}
	return containers > MOST_CONTAINERS || commas > MOST_COMMAS;
}

static json_t *load(accord_slice utf8, accord_arena *arena, accord_feed *feed, json_error_t *error)
{
	json_t *root = json_loadb(utf8.data, utf8.len, JSON_ALLOW_NUL | JSON_DISABLE_EOF_CHECK, error);
	if (root)
		return root;
	char *copy = accord_arena_alloc(arena, utf8.len + 3);
	if (!copy)
		return NULL;
	memcpy(copy, utf8.data, utf8.len);
	mend_strings(copy, copy + utf8.len);
	root = json_loadb(copy, utf8.len, JSON_ALLOW_NUL | JSON_DISABLE_EOF_CHECK, error);
	size_t end = root ? 0 : last_item_end(copy, utf8.len);
	if (end) {
		memcpy(copy + end, "]}", 3);
		root = json_loadb(copy, end + 2, JSON_ALLOW_NUL, error);
		if (root)
			feed->warning = accord_slice_of(
				"the feed is damaged: cut off inside an entry, which is left out");
	}
	return root;
}

/* Items
 * -------------------------------------------------------------------------------------------------------- */

/* Version 1.0 has `author`, 1.1 `authors`. */
static void take_authors(struct draft *draft, accord_buffer *scratch, const json_t *item)
{
	const json_t *list = json_object_get(item, "authors");
	for (size_t i = 0; i < json_array_size(list); i++)
		list_add(draft->arena, &draft->authors,
			 person_copy(draft->arena, scratch, text_of(json_array_get(list, i), "name")));
	const json_t *author = json_object_get(item, "author");
	if (!draft->authors.count)
		list_add(draft->arena, &draft->authors,
			 person_copy(draft->arena, scratch,
				     json_is_string(author) ? text_of(item, "author")
							    : text_of(author, "name")));
}

static void take_id(struct draft *draft, const json_t *item)
{
	const json_t *id = json_object_get(item, "id");
	char number[32];
	if (json_is_integer(id))
		snprintf(number, sizeof number, "%" JSON_INTEGER_FORMAT, json_integer_value(id));
	draft->values[FIELD_ID] =
		clean_copy(draft->arena, json_is_integer(id) ? accord_slice_of(number) : text_of(item, "id"));
}

static void take_content(struct draft *draft, accord_buffer *scratch, const json_t *item)
{
	accord_slice html = text_of(item, "content_html");
	if (!html.len) {
		accord_buffer_clear(scratch);
		escape_html(scratch, text_of(item, "content_text"));
		html = (accord_slice){scratch->data, scratch->len};
	}
	draft->values[FIELD_CONTENT] = clean_copy(draft->arena, html);
	accord_slice summary = text_of(item, "summary");
	accord_buffer_clear(scratch);
	if (summary.len && !looks_like_html(summary)) {
		escape_html(scratch, summary);
		summary = (accord_slice){scratch->data, scratch->len};
	}
	draft->values[FIELD_SUMMARY] = clean_copy(draft->arena, summary);
}

static void take_item(struct draft *draft, accord_buffer *scratch, accord_slice base, const json_t *root,
		      const json_t *item)
{
	accord_arena *arena = draft->arena;
	take_id(draft, item);
	draft->values[FIELD_LINK] = link_copy(arena, base, text_of(item, "url"));
	if (!draft->values[FIELD_LINK].data)
		draft->values[FIELD_LINK] = link_copy(arena, base, text_of(item, "external_url"));
	draft->values[FIELD_TITLE] = plain_copy(arena, scratch, text_of(item, "title"), PLAIN_GUESS);
	draft->values[FIELD_PUBLISHED] = date_copy(arena, text_of(item, "date_published"));
	draft->values[FIELD_UPDATED] = date_copy(arena, text_of(item, "date_modified"));
	take_content(draft, scratch, item);
	take_authors(draft, scratch, item);
	if (!draft->authors.count)
		take_authors(draft, scratch, root);
	const json_t *tags = json_object_get(item, "tags");
	for (size_t i = 0; i < json_array_size(tags); i++) {
		const json_t *tag = json_array_get(tags, i);
		if (json_is_string(tag))
			list_add(arena, &draft->categories,
				 plain_copy(arena, scratch,
					    (accord_slice){json_string_value(tag), json_string_length(tag)},
					    PLAIN_GUESS));
	}
}

static void take_feed(const struct json_feed_target *target, accord_buffer *scratch, const json_t *root)
{
	accord_feed *feed = target->feed;
	accord_arena *arena = target->feed_arena;
	accord_slice version = text_of(root, "version");
	feed->format = version.len && memmem(version.data, version.len, "1.1", 3) ? ACCORD_JSON_FEED_11
										  : ACCORD_JSON_FEED_10;
	feed->title = plain_copy(arena, scratch, text_of(root, "title"), PLAIN_GUESS);
	feed->self = link_copy(arena, target->base_url, text_of(root, "feed_url"));
	feed->link = link_copy(arena, target->base_url.data ? target->base_url : feed->self,
			       text_of(root, "home_page_url"));
	feed->next = link_copy(arena, target->base_url.data ? target->base_url : feed->self,
			       text_of(root, "next_url"));
	feed->lang = clean_copy(arena, text_of(root, "language"));
	const json_t *hubs = json_object_get(root, "hubs");
	feed->hub = link_copy(arena, target->base_url, text_of(json_array_get(hubs, 0), "url"));
}

accord_status json_feed_read(accord_slice utf8, const struct json_feed_target *target, accord_error *err)
{
	json_error_t error;
	if (too_many_values(utf8))
		return accord_error_set(err, ACCORD_EINPUT, "a JSON feed with too many values");
	json_t *root = load(utf8, target->feed_arena, target->feed, &error);
	if (!root) {
		accord_error_set(err, ACCORD_EINPUT, "not a feed: JSON with a mistake, %.120s", error.text);
		if (err) {
			err->line = error.line > 0 ? (uint32_t)error.line : 0;
			err->column = error.column > 0 ? (uint32_t)error.column : 0;
		}
		return ACCORD_EINPUT;
	}
	const json_t *items = json_object_get(root, "items");
	accord_status status = ACCORD_OK;
	if (!json_is_array(items) || !json_is_string(json_object_get(root, "version")))
		status = accord_error_set(err, ACCORD_EINPUT,
					  "not a feed: JSON without the version and items of JSON Feed");
	accord_buffer scratch;
	accord_buffer_init(&scratch, FIELD_CEILING * 6);
	if (status == ACCORD_OK)
		take_feed(target, &scratch, root);
	accord_slice base = target->base_url.data     ? target->base_url
			    : target->feed->self.data ? target->feed->self
						      : target->feed->link;
	for (size_t i = 0; status == ACCORD_OK && i < json_array_size(items); i++) {
		struct draft draft = {.arena = target->entry_arena};
		accord_feed_entry entry;
		if (!json_is_object(json_array_get(items, i)))
			continue;
		take_item(&draft, &scratch, base, root, json_array_get(items, i));
		draft_entry(&draft, &entry);
		target->feed->entry_count++;
		if (!target->seen(target->context, &entry))
			break;
	}
	accord_buffer_free(&scratch);
	json_decref(root);
	return status;
}
