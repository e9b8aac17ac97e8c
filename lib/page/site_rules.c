/*
 * Rules for single sites, for the few pages that the general rules misread. A file has a line a fact:
 *
 *   site    example.org            # and all hosts below it
 *   body    div.story-text         # element by tag, .class, #id, any of the three
 *   drop    p.note, #teaser        # never part of the text
 *   title   h1.headline
 *   author  p.writer
 *   date    p.when
 */
#include "site_rules.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define LONGEST_NAME 80

enum fact { FACT_BODY, FACT_DROP, FACT_TITLE, FACT_AUTHOR, FACT_DATE, FACTS };

static const char *const fact_names[FACTS] = {"body", "drop", "title", "author", "date"};

/* An element by its tag, class and id; an empty one is not asked. */
struct selector {
	struct selector *next;
	enum fact fact;
	char tag[16], class_name[LONGEST_NAME], id[LONGEST_NAME];
};

struct site {
	struct site *next;
	char host[LONGEST_NAME];
	struct selector *selectors;
};

struct accord_site_rules {
	struct site *sites;
};

/* ---- reading ---- */

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
	       c == '_';
}

/* One "tag.class#id"; NULL if the text is none. */
static const char *read_selector(const char *at, struct selector *selector)
{
	memset(selector, 0, sizeof *selector);
	while (*at == ' ' || *at == '\t')
		at++;
	const char *begin = at;
	char *slot = selector->tag;
	size_t room = sizeof selector->tag, len = 0;
	for (; is_name(*at) || *at == '.' || *at == '#'; at++) {
		if (*at == '.' || *at == '#') {
			slot = *at == '.' ? selector->class_name : selector->id;
			room = LONGEST_NAME;
			len = 0;
		} else if (len + 1 < room) {
			slot[len++] = *at;
		} else {
			return NULL;
		}
	}
	while (*at == ' ' || *at == '\t')
		at++;
	return at > begin ? at : NULL;
}

static accord_status add_selectors(struct site *site, enum fact fact, const char *text, accord_error *err)
{
	for (;;) {
		struct selector *selector = malloc(sizeof *selector);
		if (!selector)
			return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
		text = read_selector(text, selector);
		if (!text || (*text && *text != ',' && *text != '#')) {
			free(selector);
			return accord_error_set(
				err, ACCORD_ERULE,
				"an element is written tag.class#id, with commas between several");
		}
		selector->fact = fact;
		selector->next = site->selectors;
		site->selectors = selector;
		if (*text != ',')
			return ACCORD_OK;
		text++;
	}
}

static accord_status read_line(accord_site_rules *sites, bool *open, char *line, accord_error *err)
{
	char *comment = strstr(line, "# ");
	if (comment || line[0] == '#')
		*(line[0] == '#' ? line : comment) = '\0';
	line[strcspn(line, "\r\n")] = '\0';
	size_t len = strlen(line);
	while (len && (line[len - 1] == ' ' || line[len - 1] == '\t'))
		line[--len] = '\0';
	char *key = line + strspn(line, " \t"), *value = key + strcspn(key, " \t");
	if (!*key)
		return ACCORD_OK;
	if (*value)
		*value++ = '\0';
	value += strspn(value, " \t");
	if (!strcmp(key, "site")) {
		struct site *site = calloc(1, sizeof *site);
		if (!site)
			return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
		snprintf(site->host, sizeof site->host, "%s", value);
		site->next = sites->sites;
		sites->sites = site;
		*open = true;
		return *value ? ACCORD_OK : accord_error_set(err, ACCORD_ERULE, "site without a host name");
	}
	if (!*open)
		return accord_error_set(err, ACCORD_ERULE, "the first line must be: site HOST");
	for (enum fact fact = 0; fact < FACTS; fact++)
		if (!strcmp(key, fact_names[fact]))
			return add_selectors(sites->sites, fact, value, err);
	return accord_error_set(err, ACCORD_ERULE, "\"%s\" is none of site, body, drop, title, author, date",
				key);
}

static accord_status read_file(accord_site_rules *sites, const char *path, accord_error *err)
{
	FILE *file = fopen(path, "r");
	if (!file) {
		accord_error_set(err, ACCORD_EIO, "%s", strerror(errno));
		accord_error_at(err, path, 0, 0);
		return ACCORD_EIO;
	}
	char line[1024];
	uint32_t number = 0;
	bool open = false;
	accord_status status = ACCORD_OK;
	while (status == ACCORD_OK && fgets(line, sizeof line, file)) {
		number++;
		status = read_line(sites, &open, line, err);
	}
	fclose(file);
	if (status != ACCORD_OK)
		accord_error_at(err, path, number, 1);
	return status;
}

accord_status accord_site_rules_load(const char *folder, accord_site_rules **sites, accord_error *err)
{
	accord_status status = ACCORD_OK;
	DIR *names = opendir(folder);
	*sites = calloc(1, sizeof **sites);
	if (!*sites)
		status = accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	for (struct dirent *entry; names && status == ACCORD_OK && (entry = readdir(names));) {
		size_t len = strlen(entry->d_name);
		char path[4096];
		if (len < 6 || strcmp(entry->d_name + len - 5, ".site") != 0)
			continue;
		if (snprintf(path, sizeof path, "%s/%s", folder, entry->d_name) < (int)sizeof path)
			status = read_file(*sites, path, err);
	}
	if (names)
		closedir(names);
	if (status != ACCORD_OK) {
		accord_site_rules_free(*sites);
		*sites = NULL;
	}
	return status;
}

void accord_site_rules_free(accord_site_rules *sites)
{
	for (struct site *site = sites ? sites->sites : NULL, *next; site; site = next) {
		next = site->next;
		for (struct selector *selector = site->selectors, *after; selector; selector = after) {
			after = selector->next;
			free(selector);
		}
		free(site);
	}
	free(sites);
}

/* ---- applying ---- */

static const struct site *site_of(const accord_site_rules *sites, accord_slice url)
{
	const char *host = url.len ? memmem(url.data, url.len, "://", 3) : NULL;
	if (!host)
		return NULL;
	host += 3;
	size_t len = 0, most = (size_t)(url.data + url.len - host);
	while (len < most && host[len] != '/' && host[len] != ':' && host[len] != '?')
		len++;
	for (const struct site *site = sites->sites; site; site = site->next) {
		size_t n = strlen(site->host);
		if (len >= n && !strncasecmp(host + len - n, site->host, n) &&
		    (len == n || host[len - n - 1] == '.'))
			return site;
	}
	return NULL;
}

/* Whether a class attribute has the name among its words. */
static bool has_class(accord_slice names, const char *want)
{
	size_t n = strlen(want);
	for (size_t i = 0; i < names.len;) {
		size_t from = i;
		while (i < names.len && names.data[i] != ' ')
			i++;
		if (i - from == n && !memcmp(names.data + from, want, n))
			return true;
		i++;
	}
	return false;
}

static bool matches(const struct page_tree *tree, const struct page_node *node,
		    const struct selector *selector)
{
	const struct page_attributes *a = page_node_attributes(tree, node);
	if (*selector->tag && strcasecmp(selector->tag, page_tags[node->tag].name) != 0)
		return false;
	if (*selector->id && !accord_slice_is(a->id, selector->id))
		return false;
	return !*selector->class_name || has_class(a->class_name, selector->class_name);
}

static void apply(struct page_tree *tree, uint32_t at, enum fact fact, struct page_site_hints *hints)
{
	struct page_node *node = &tree->nodes[at];
	accord_slice text =
		node->text_end > node->text ? page_node_text(tree, node) : (accord_slice){NULL, 0};
	switch (fact) {
	case FACT_BODY:
		node->body = true;
		break;
	case FACT_DROP:
		node->dropped = true;
		break;
	case FACT_TITLE:
		if (!hints->title.data && text.len) {
			hints->title = text;
			hints->headline = at;
		}
		break;
	case FACT_AUTHOR:
		hints->author = hints->author.data ? hints->author : text;
		break;
	default:
		hints->date = hints->date.data ? hints->date : text;
	}
}

bool page_site_apply(const accord_site_rules *sites, accord_slice url, struct page_tree *tree,
		     struct page_site_hints *hints)
{
	memset(hints, 0, sizeof *hints);
	const struct site *site = sites ? site_of(sites, url) : NULL;
	if (!site)
		return false;
	for (uint32_t i = 1; i < tree->node_count; i++)
		for (const struct selector *s = site->selectors; s; s = s->next)
			if (matches(tree, &tree->nodes[i], s))
				apply(tree, i, s->fact, hints);
	return true;
}
