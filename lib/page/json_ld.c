/* JSON-LD, as pages have it: nested in @graph and arrays, with raw line breaks in strings, in comments or
 * CDATA. */
#include "json_ld.h"

#include <jansson.h>
#include <string.h>

#define DEEPEST 12
#define LARGEST ((size_t)4 << 20)

struct search {
	accord_arena *arena;
	struct page_json_ld *found;
	json_t *const *values; /* all scripts */
	size_t count;
};

static accord_slice string_of(const json_t *value)
{
	if (!json_is_string(value))
		return (accord_slice){NULL, 0};
	return (accord_slice){json_string_value(value), json_string_length(value)};
}

static bool ends_with(accord_slice text, const char *tail)
{
	size_t len = strlen(tail);
	return text.len >= len && !memcmp(text.data + text.len - len, tail, len);
}

static bool is_article_name(accord_slice type)
{
	return ends_with(type, "Article") || ends_with(type, "BlogPosting") || ends_with(type, "Report") ||
	       ends_with(type, "LiveBlogPosting") || ends_with(type, "Review") ||
	       ends_with(type, "SocialMediaPosting") || ends_with(type, "DiscussionForumPosting");
}

/* Whether `passes` holds for @type or one of several. */
static bool has_type(const json_t *object, bool (*passes)(accord_slice))
{
	const json_t *type = json_object_get(object, "@type");
	if (json_is_string(type))
		return passes(string_of(type));
	size_t i;
	json_t *one;
	json_array_foreach(type, i, one) if (passes(string_of(one))) return true;
	return false;
}

static bool is_organization_name(accord_slice type)
{
	return ends_with(type, "Organization") || ends_with(type, "WebSite") ||
	       ends_with(type, "Corporation");
}

static void keep(struct search *s, accord_slice *slot, const json_t *value)
{
	accord_slice text = string_of(value);
	if (!slot->data && text.len)
		*slot = accord_slice_copy(s->arena, text);
}

static void add_author(struct search *s, accord_slice name, bool person)
{
	struct page_json_ld *found = s->found;
	name = page_plain(s->arena, accord_slice_copy(s->arena, name));
	if (!name.len || name.len > 300 || found->author_count == JSON_LD_AUTHORS)
		return;
	found->author_is_person[found->author_count] = person;
	found->authors[found->author_count++] = name;
}

/* The object of an @id, which stands at the top of a script or in its @graph. */
static const json_t *resolve(const struct search *s, accord_slice id)
{
	for (size_t k = 0; k < s->count; k++) {
		const json_t *graph = json_object_get(s->values[k], "@graph");
		const json_t *list = graph ? graph : s->values[k];
		size_t i;
		json_t *one;
		json_array_foreach(list, i,
				   one) if (i < 64 &&
					    accord_slice_equal(string_of(json_object_get(one, "@id")), id) &&
					    json_object_get(one, "name")) return one;
	}
	return NULL;
}

/* A name, an object with a name or its parts, or an array of these. */
static void read_authors(struct search *s, const json_t *author, int depth)
{
	accord_slice id = string_of(json_object_get(author, "@id"));
	if (id.len && !json_object_get(author, "name")) {
		const json_t *object = resolve(s, id);
		author = object ? object : author;
	}
	if (json_is_string(author)) {
		accord_slice name = string_of(author);
		if (name.len && !memmem(name.data, name.len, "://", 3))
			add_author(s, name, true);
	} else if (json_is_array(author) && depth < 3) {
		size_t i;
		json_t *one;
		json_array_foreach(author, i, one) read_authors(s, one, depth + 1);
	} else if (json_is_object(author)) {
		const json_t *name = json_object_get(author, "name");
		bool person = !has_type(author, is_organization_name);
		if (json_is_string(name)) {
			add_author(s, string_of(name), person);
		} else if (json_is_array(name)) {
			read_authors(s, name, depth + 1);
		} else {
			accord_slice given = string_of(json_object_get(author, "givenName"));
			accord_slice family = string_of(json_object_get(author, "familyName"));
			if (given.len + family.len == 0 || given.len + family.len > 200)
				return;
			char both[256];
			memcpy(both, given.data ? given.data : "", given.len);
			both[given.len] = ' ';
			memcpy(both + given.len + 1, family.data ? family.data : "", family.len);
			add_author(s, (accord_slice){both, given.len + 1 + family.len}, true);
		}
	}
}

static void read_article(struct search *s, const json_t *object)
{
	struct page_json_ld *found = s->found;
	found->article = true;
	keep(s, &found->headline, json_object_get(object, "headline"));
	keep(s, &found->published, json_object_get(object, "datePublished"));
	keep(s, &found->published, json_object_get(object, "dateCreated"));
	keep(s, &found->modified, json_object_get(object, "dateModified"));
	keep(s, &found->body, json_object_get(object, "articleBody"));
	keep(s, &found->lang, json_object_get(object, "inLanguage"));
	keep(s, &found->url, json_object_get(object, "url"));
	const json_t *publisher = json_object_get(object, "publisher");
	keep(s, &found->publisher, json_object_get(publisher, "name"));
	if (!found->author_count)
		read_authors(s, json_object_get(object, "author"), 0);
	if (!found->author_count)
		read_authors(s, json_object_get(object, "creator"), 0);
}

/* A page of any type that is dated: used where no article stands in the data. */
static void read_web_page(struct search *s, const json_t *object)
{
	keep(s, &s->found->published, json_object_get(object, "datePublished"));
	keep(s, &s->found->modified, json_object_get(object, "dateModified"));
}

static bool is_web_page_name(accord_slice type)
{
	return ends_with(type, "WebPage") || ends_with(type, "VideoObject") ||
	       ends_with(type, "PodcastEpisode") || ends_with(type, "Recipe");
}

static void search_value(struct search *s, const json_t *value, int depth, bool articles)
{
	if (depth > DEEPEST)
		return;
	size_t i;
	json_t *one;
	if (json_is_array(value)) {
		json_array_foreach(value, i, one) search_value(s, one, depth + 1, articles);
		return;
	}
	if (!json_is_object(value))
		return;
	if (articles ? has_type(value, is_article_name) : has_type(value, is_web_page_name)) {
		/* The first article of the page is the one; lists of further ones follow. */
		if (articles && s->found->article && s->found->headline.data)
			return;
		if (articles)
			read_article(s, value);
		else
			read_web_page(s, value);
	}
	static const char *const inner[] = {"@graph", "mainEntity", "mainEntityOfPage", "hasPart"};
	for (i = 0; i < sizeof inner / sizeof *inner; i++)
		search_value(s, json_object_get(value, inner[i]), depth + 1, articles);
}

/* Raw control characters inside strings are no JSON, but common: blanks serve as well. Comment marks go too.
 */
static json_t *load(accord_arena *arena, accord_slice script)
{
	json_error_t error;
	while (script.len && script.data[0] != '{' && script.data[0] != '[') {
		script.data++;
		script.len--;
	}
	while (script.len && script.data[script.len - 1] != '}' && script.data[script.len - 1] != ']')
		script.len--;
	if (!script.len || script.len > LARGEST)
		return NULL;
	json_t *value = json_loadb(script.data, script.len, 0, &error);
	if (value)
		return value;
	char *clean = accord_arena_copy(arena, script.data, script.len);
	if (!clean)
		return NULL;
	for (size_t i = 0; i < script.len; i++)
		if ((unsigned char)clean[i] < ' ')
			clean[i] = ' ';
	return json_loadb(clean, script.len, JSON_DISABLE_EOF_CHECK, &error);
}

/* Where the whole cannot be read, single members still can. */
static accord_slice rescue(accord_arena *arena, accord_slice script, const char *key)
{
	const char *at = memmem(script.data, script.len, key, strlen(key)), *end = script.data + script.len;
	if (!at)
		return (accord_slice){NULL, 0};
	at += strlen(key);
	while (at < end && (*at == ' ' || *at == ':' || *at == '\n' || *at == '\t'))
		at++;
	if (at >= end || *at++ != '"')
		return (accord_slice){NULL, 0};
	const char *close = memchr(at, '"', (size_t)(end - at));
	if (!close || close - at > 300 || memchr(at, '\\', (size_t)(close - at)))
		return (accord_slice){NULL, 0};
	return accord_slice_copy(arena, (accord_slice){at, (size_t)(close - at)});
}

void page_json_ld_read(accord_arena *arena, const struct page_scan *scan, struct page_json_ld *found)
{
	memset(found, 0, sizeof *found);
	json_t *values[32];
	size_t count = 0;
	for (size_t i = 0; i < scan->json_ld_count && count < 32; i++) {
		json_t *value = load(arena, scan->json_ld[i]);
		if (value) {
			values[count++] = value;
			continue;
		}
		if (!found->published.data)
			found->published = rescue(arena, scan->json_ld[i], "\"datePublished\"");
		if (!found->headline.data)
			found->headline = rescue(arena, scan->json_ld[i], "\"headline\"");
	}
	struct search s = {arena, found, values, count};
	for (size_t i = 0; i < count; i++)
		search_value(&s, values[i], 0, true);
	for (size_t i = 0; i < count && !found->published.data; i++)
		search_value(&s, values[i], 0, false);
	for (size_t i = 0; i < count; i++)
		json_decref(values[i]);
}
