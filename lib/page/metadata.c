/* Meta elements, dates and addresses of a page. */
#include "metadata.h"

#include "words.h"

#include <string.h>
#include <strings.h>

accord_slice page_meta(const struct page_view *view, const char *const *names)
{
	const struct page_scan *scan = view->scan;
	for (size_t k = 0; names[k]; k++)
		for (size_t i = 0; i < scan->meta_count; i++) {
			accord_slice key = scan->metas[i].key;
			if (key.len == strlen(names[k]) && !strncasecmp(key.data, names[k], key.len)) {
				accord_slice value = page_plain(view->arena, scan->metas[i].content);
				if (value.len)
					return value;
			}
		}
	return (accord_slice){NULL, 0};
}

accord_slice page_canonical_url(accord_arena *arena, const struct page_scan *scan,
				const struct page_json_ld *json_ld)
{
	static const char *const names[] = {"og:url", NULL};
	struct page_view view = {.arena = arena, .scan = scan, .json_ld = json_ld};
	accord_slice url = page_plain(arena, scan->canonical);
	if (url.len > 8 && !strncasecmp(url.data, "http", 4))
		return url;
	url = page_meta(&view, names);
	if (url.len > 8 && !strncasecmp(url.data, "http", 4))
		return url;
	return (accord_slice){NULL, 0};
}

/* 5/11 is the fifth of November but in American English. */
static bool month_first(const struct page_view *view)
{
	static const char *const locale_names[] = {"og:locale", NULL};
	accord_slice lang = view->scan->lang, locale = page_meta(view, locale_names);
	if (locale.len >= 5 &&
	    (!strncasecmp(locale.data, "en_GB", 5) || strncasecmp(locale.data, "en", 2) != 0))
		return false;
	if (lang.len >= 5 && !strncasecmp(lang.data, "en", 2) && strncasecmp(lang.data + 3, "US", 2) != 0)
		return false;
	return lang.len >= 2 && !strncasecmp(lang.data, "en", 2);
}

static bool read_date(accord_slice text, bool american, struct page_date *date)
{
	return text.len && page_date_find(text, american, date, NULL, NULL);
}

static bool meta_date(const struct page_view *view, const char *const *names, bool american,
		      struct page_date *date)
{
	return read_date(page_meta(view, names), american, date);
}

/* An element with itemprop or property saying date, or time elements. */
static bool element_date(const struct page_view *view, const char *property, bool american,
			 struct page_date *date)
{
	const struct page_tree *tree = view->tree;
	size_t len = strlen(property);
	for (size_t i = 1; i < tree->node_count; i++) {
		const struct page_node *node = &tree->nodes[i];
		const struct page_attributes *a = page_node_attributes(tree, node);
		accord_slice name = a->itemprop.len ? a->itemprop : a->property;
		if (name.len < len || !memmem(name.data, name.len, property, len))
			continue;
		accord_slice text = page_node_text(tree, node);
		if (read_date(a->datetime, american, date) || read_date(a->content, american, date) ||
		    (node->text_end > node->text && read_date(text, american, date)))
			return true;
	}
	return false;
}

/* A time element, not of a teaser or comment; the one nearest behind the headline, else the first. */
static bool time_date(const struct page_view *view, bool american, struct page_date *date)
{
	const struct page_tree *tree = view->tree;
	const uint32_t bad = HINT_COMMENT | HINT_RELATED | HINT_TEASER | HINT_SIDE | HINT_NAV;
	bool found = false;
	for (size_t i = 1; i < tree->node_count; i++) {
		const struct page_node *node = &tree->nodes[i];
		if (node->tag != TAG_TIME)
			continue;
		bool outside = false;
		for (uint32_t up = (uint32_t)i; up; up = tree->nodes[up].parent)
			outside |= (tree->nodes[up].hints & bad) || tree->nodes[up].tag == TAG_ASIDE ||
				   tree->nodes[up].tag == TAG_NAV || tree->nodes[up].tag == TAG_FOOTER;
		if (outside)
			continue;
		const struct page_attributes *a = page_node_attributes(tree, node);
		struct page_date one;
		if (!read_date(a->datetime, american, &one) &&
		    !(node->text_end > node->text && read_date(page_node_text(tree, node), american, &one)))
			continue;
		if (!found || (view->headline && i > view->headline && i < view->headline + 60)) {
			bool near = view->headline && i > view->headline;
			*date = one;
			if (near || !view->headline)
				return true;
			found = true;
		}
	}
	return found;
}

/* A date in the short lines around the headline. */
static bool headline_date(const struct page_view *view, bool american, struct page_date *date)
{
	const struct page_tree *tree = view->tree;
	if (!view->headline)
		return false;
	uint32_t block = tree->nodes[view->headline].block_end;
	for (uint32_t k = 0; k < 14 && block + k < tree->block_count; k++) {
		accord_slice text = page_block_text(tree, &tree->blocks[block + k]);
		if (text.len < 160 && read_date(text, american, date))
			return true;
	}
	block = tree->nodes[view->headline].block;
	for (uint32_t k = 1; k < 6 && k <= block; k++) {
		accord_slice text = page_block_text(tree, &tree->blocks[block - k]);
		if (text.len < 100 && read_date(text, american, date))
			return true;
	}
	return false;
}

/* A date in elements named as dates, then in the dateline of the first paragraph, then in any short line. */
static bool text_date(const struct page_view *view, bool american, struct page_date *date)
{
	const struct page_tree *tree = view->tree;
	for (size_t i = 1; i < tree->node_count; i++) {
		const struct page_node *node = &tree->nodes[i];
		if (!(node->hints & (HINT_DATE | HINT_META | HINT_AUTHOR)) || node->text_end <= node->text ||
		    node->text_end - node->text > 200)
			continue;
		if (read_date(page_node_text(tree, node), american, date))
			return true;
	}
	for (size_t i = 0; i < tree->block_count; i++) {
		accord_slice text = page_block_text(tree, &tree->blocks[i]);
		if (!tree->blocks[i].kept)
			continue;
		text.len = text.len > 70 ? 70 : text.len;
		if (read_date(text, american, date))
			return true;
		break;
	}
	for (size_t i = 0; i < tree->block_count; i++) {
		accord_slice text = page_block_text(tree, &tree->blocks[i]);
		if (text.len < 100 && read_date(text, american, date))
			return true;
	}
	return false;
}

/* Pages whose readers live by Central European time. */
static bool is_central_european(const struct page_view *view)
{
	static const char *const domains[] = {".de", ".at", ".ch", ".it", ".li", ".lu"};
	accord_slice lang = view->scan->lang.len ? view->scan->lang : view->json_ld->lang;
	if (lang.len >= 2 && (!strncasecmp(lang.data, "de", 2) || !strncasecmp(lang.data, "it", 2)))
		return true;
	const char *host = view->url.len ? memmem(view->url.data, view->url.len, "://", 3) : NULL;
	if (!host)
		return false;
	const char *stop = view->url.data + view->url.len,
		   *end = memchr(host + 3, '/', (size_t)(stop - host - 3));
	end = end ? end : stop;
	for (size_t i = 0; i < sizeof domains / sizeof *domains; i++)
		if (end - host > 6 && !memcmp(end - 3, domains[i], 3))
			return true;
	return false;
}

/*
 * Many systems store UTC. The day that the page shows is the one that counts: known for Central Europe by its
 * rules, else read from the line below the headline where it is a neighbour of the stored one.
 */
static void to_readers_day(const struct page_view *view, bool american, struct page_date *date)
{
	struct page_date shown;
	if (date->hour < 0 || date->offset != 0)
		return;
	if (is_central_european(view)) {
		page_date_to_central_europe(date);
		return;
	}
	if (!headline_date(view, american, &shown))
		return;
	int32_t apart = page_date_day_number(&shown) - page_date_day_number(date);
	/* Ten in the morning in UTC is the same day from California to Calcutta. */
	if (!(apart == -1 && date->hour < 10) && !(apart == 1 && date->hour >= 10))
		return;
	*date = shown;
	date->hour = date->minute = date->second = -1;
	date->offset = PAGE_NO_OFFSET;
}

static bool find_published(const struct page_view *view, bool american, struct page_date *date)
{
	static const char *const first[] = {"article:published_time", "og:article:published_time",
					    "article:published", "og:published_time", NULL};
	static const char *const other[] = {"datepublished",
					    "date_published",
					    "dc.date.issued",
					    "dcterms.issued",
					    "dcterms.created",
					    "dc.date",
					    "dcterms.date",
					    "dc.date.created",
					    "parsely-pub-date",
					    "sailthru.date",
					    "cxenseparse:recs:publishtime",
					    "publish-date",
					    "publishdate",
					    "publish_date",
					    "published_time",
					    "pubdate",
					    "publication_date",
					    "published-date",
					    "article.published",
					    "date",
					    "last-published",
					    "article_date_original",
					    "originalpublicationdate",
					    "citation_publication_date",
					    "citation_date",
					    "dc.created",
					    "created",
					    "og:pubdate",
					    "rnews:datepublished",
					    "release_date",
					    "datecreated",
					    "article:create_time",
					    NULL};
	if (meta_date(view, first, american, date))
		return true;
	if (read_date(view->json_ld->published, american, date))
		return true;
	if (element_date(view, "datePublished", american, date) || meta_date(view, other, american, date))
		return true;
	if (time_date(view, american, date))
		return true;
	if (page_date_in_url(view->url, date))
		return true;
	return headline_date(view, american, date) || text_date(view, american, date);
}

void page_dates_find(const struct page_view *view, accord_slice *published, accord_slice *modified)
{
	static const char *const changed[] = {"article:modified_time",
					      "og:updated_time",
					      "last-modified",
					      "lastmod",
					      "dcterms.modified",
					      "datemodified",
					      NULL};
	bool american = month_first(view);
	struct page_date date;
	*published = *modified = (accord_slice){NULL, 0};
	if (find_published(view, american, &date)) {
		to_readers_day(view, american, &date);
		*published = page_date_text(view->arena, &date);
	}
	if (read_date(view->json_ld->modified, american, &date) ||
	    meta_date(view, changed, american, &date) ||
	    element_date(view, "dateModified", american, &date)) {
		if (is_central_european(view))
			page_date_to_central_europe(&date);
		*modified = page_date_text(view->arena, &date);
	}
}
