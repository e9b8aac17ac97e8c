/* A page to a document: charset, scan, tree, blocks, metadata, text, in this order. */
#include <accord/page.h>

#include "blocks.h"
#include "classify.h"
#include "metadata.h"
#include "site_rules.h"

#include <libxml/parser.h>
#include <string.h>
#include <strings.h>

#define LEAST_TEXT 40 /* bytes; an article shorter than that is none */

/* ---- charset ---- */

/* The name behind "charset=" or "encoding=" in the first bytes. */
accord_slice page_declared_charset(const char *bytes, size_t len)
{
	static const char *const keys[] = {"charset", "encoding"};
	if (len > 4096)
		len = 4096;
	for (size_t k = 0; k < 2; k++) {
		size_t n = strlen(keys[k]);
		for (size_t i = 0; i + n + 2 < len; i++) {
			if ((bytes[i] | 32) != keys[k][0] || strncasecmp(bytes + i, keys[k], n) != 0)
				continue;
			size_t at = i + n;
			while (at < len && (bytes[at] == ' ' || bytes[at] == '=' || bytes[at] == '"' ||
					    bytes[at] == '\''))
				at++;
			size_t from = at;
			while (at < len && at - from < 40 && bytes[at] > ' ' && !strchr("\"'>;?/", bytes[at]))
				at++;
			if (at > from && at > i + n)
				return (accord_slice){bytes + from, at - from};
		}
	}
	return (accord_slice){NULL, 0};
}

/* ---- text ---- */

/* Blocks that were kept, a blank line between them. */
static accord_slice join_blocks(accord_arena *arena, const struct page_tree *tree)
{
	size_t room = 1;
	for (size_t i = 0; i < tree->block_count; i++)
		if (tree->blocks[i].kept)
			room += tree->blocks[i].text_end - tree->blocks[i].text + 2;
	char *out = accord_arena_alloc(arena, room);
	size_t len = 0;
	for (size_t i = 0; out && i < tree->block_count; i++) {
		if (!tree->blocks[i].kept)
			continue;
		accord_slice text = page_block_text(tree, &tree->blocks[i]);
		if (len) {
			memcpy(out + len, "\n\n", 2);
			len += 2;
		}
		memcpy(out + len, text.data, text.len);
		len += text.len;
	}
	return (accord_slice){out, out ? len : 0};
}

/* What the page shows ahead of a text that it keeps in its data: the standfirst. */
static void keep_opening(struct page_tree *tree, accord_slice body)
{
	bool opening = true;
	for (size_t i = 0; i < tree->block_count; i++) {
		struct page_block *block = &tree->blocks[i];
		if (!block->kept)
			continue;
		accord_slice text = page_block_text(tree, block);
		size_t len = text.len < 40 ? text.len : 40;
		opening = opening && !memmem(body.data, body.len, text.data, len);
		if (!opening || text.len > 600) {
			block->kept = false;
			block->reason = "read from JSON-LD instead";
		}
		opening = false;
	}
}

/* articleBody as paragraphs; it may hold markup. */
static accord_slice json_ld_text(accord_arena *arena, accord_slice body)
{
	char *out = accord_arena_alloc(arena, body.len * 2 + 2);
	size_t len = 0, begin = 0;
	if (!out)
		return (accord_slice){NULL, 0};
	for (size_t i = 0; i <= body.len; i++) {
		bool cut = i == body.len || body.data[i] == '\n' ||
			   (body.data[i] == '<' && body.len - i > 2 && !strncasecmp(body.data + i, "<p", 2));
		if (!cut)
			continue;
		accord_slice line = page_plain(arena, (accord_slice){body.data + begin, i - begin});
		begin = i < body.len && body.data[i] == '\n' ? i + 1 : i;
		if (!line.len)
			continue;
		if (len) {
			memcpy(out + len, "\n\n", 2);
			len += 2;
		}
		memcpy(out + len, line.data, line.len);
		len += line.len;
	}
	return (accord_slice){out, len};
}

/* The opening that the page shows, then articleBody. */
static accord_slice rescued_text(accord_arena *arena, struct page_tree *tree, accord_slice body)
{
	accord_slice text = json_ld_text(arena, body);
	if (!text.len)
		return text;
	keep_opening(tree, text);
	accord_slice opening = join_blocks(arena, tree);
	char *both = accord_arena_alloc(arena, opening.len + text.len + 2);
	if (!opening.len || !both)
		return text;
	memcpy(both, opening.data, opening.len);
	memcpy(both + opening.len, "\n\n", 2);
	memcpy(both + opening.len + 2, text.data, text.len);
	return (accord_slice){both, opening.len + 2 + text.len};
}

/* ---- metadata ---- */

static accord_slice normal(accord_arena *arena, accord_slice text)
{
	accord_slice out = {NULL, 0};
	if (!text.len || accord_text_normalize(arena, text.data, text.len, &out) != ACCORD_OK || !out.len)
		return (accord_slice){NULL, 0};
	return out;
}

/* The host without "www." and the like. */
static accord_slice site_of(accord_arena *arena, accord_slice url)
{
	static const char *const fronts[] = {"www.", "m.", "mobile.", "amp."};
	const char *host = url.len ? memmem(url.data, url.len, "://", 3) : NULL;
	if (!host)
		return (accord_slice){NULL, 0};
	host += 3;
	const char *end = host, *stop = url.data + url.len;
	while (end < stop && *end != '/' && *end != '?' && *end != '#' && *end != ':')
		end++;
	for (size_t i = 0; i < sizeof fronts / sizeof *fronts; i++) {
		size_t len = strlen(fronts[i]);
		if ((size_t)(end - host) > len + 3 && !strncasecmp(host, fronts[i], len)) {
			host += len;
			break;
		}
	}
	if (end == host)
		return (accord_slice){NULL, 0};
	char *copy = accord_arena_copy(arena, host, (size_t)(end - host));
	for (char *c = copy; c && *c; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c + 32);
	return (accord_slice){copy, copy ? (size_t)(end - host) : 0};
}

static void fill_metadata(struct page_view *view, accord_document *doc)
{
	accord_arena *arena = view->arena;
	page_dates_find(view, &doc->published, &doc->modified);
	for (size_t i = 0; i < doc->author_count; i++)
		doc->authors[i] = normal(arena, doc->authors[i]);
	doc->title = normal(arena, view->title);
	if (view->url.len) {
		doc->url = normal(arena, view->url);
		doc->site = site_of(arena, view->url);
	}
}

/* The byline that the site's rule points to. */
static void set_authors(accord_arena *arena, accord_slice byline, accord_document *doc)
{
	accord_slice names[8];
	size_t count = page_authors_split(page_plain(arena, byline), names, 8);
	accord_slice *copy = count ? accord_arena_calloc(arena, count, sizeof *copy) : NULL;
	if (!copy)
		return;
	memcpy(copy, names, count * sizeof *copy);
	doc->authors = copy;
	doc->author_count = count;
}

static void fill_language(struct page_view *view, accord_document *doc)
{
	accord_slice hint = view->scan->lang.len ? view->scan->lang : view->json_ld->lang;
	const char *lang = accord_language_detect(doc->text, hint);
	doc->lang = lang && *lang ? accord_slice_of(lang) : (accord_slice){NULL, 0};
}

/* "Anna Meier is the paper's correspondent in Rome": at the end of the text, it is not about the matter any
 * more. */
static void drop_biography(struct page_tree *tree, const accord_slice *authors, size_t count)
{
	size_t last = tree->block_count, seen = 0, kept = 0;
	for (size_t i = 0; i < tree->block_count; i++)
		kept += tree->blocks[i].kept;
	while (last-- > 0 && seen < 3 && kept > 5) {
		struct page_block *block = &tree->blocks[last];
		if (!block->kept)
			continue;
		seen++;
		accord_slice text = page_block_text(tree, block);
		for (size_t i = 0; i < count; i++) {
			accord_slice name = authors[i];
			if (name.len < 5 || text.len < name.len + 4 || text.len > 700 ||
			    strncasecmp(text.data, name.data, name.len) != 0)
				continue;
			block->kept = false;
			block->reason = "tells of its author";
		}
	}
}

/* ---- the whole ---- */

static void tell(const struct page_tree *tree, const accord_page_options *options)
{
	for (size_t i = 0; i < tree->block_count; i++) {
		const struct page_block *block = &tree->blocks[i];
		const struct page_node *node = &tree->nodes[block->node];
		const struct page_attributes *a = page_node_attributes(tree, node);
		char place[200];
		size_t len = 0;
		const char *name = page_tags[node->tag].name;
		memcpy(place, name, strlen(name));
		len = strlen(name);
		if (a->class_name.len && a->class_name.len < 150) {
			place[len++] = '.';
			memcpy(place + len, a->class_name.data, a->class_name.len);
			len += a->class_name.len;
		}
		accord_page_block told = {
			page_block_text(tree, block), {place, len}, block->kept, block->reason};
		options->listener(options->context, &told);
	}
}

static accord_status refuse_early(const char *bytes, size_t len, accord_error *err)
{
	if (!len)
		return accord_error_set(err, ACCORD_EINPUT, "empty page");
	if (len >= 5 && !memcmp(bytes, "%PDF-", 5))
		return accord_error_set(err, ACCORD_EINPUT, "a PDF file, not a web page");
	return ACCORD_OK;
}

/* Everything that is known of a page on its way. */
struct page {
	accord_arena *arena;
	const accord_page_options *options;
	struct page_scan scan;
	struct page_tree tree;
	struct page_json_ld json_ld;
	struct page_view view;
	struct page_site_hints site;
};

/* Bytes to blocks. */
static accord_status read_page(struct page *page, const char *bytes, size_t len, accord_error *err)
{
	accord_slice utf8;
	const char *charset;
	accord_status status = refuse_early(bytes, len, err);
	if (status == ACCORD_OK)
		status = accord_charset_decode(page->arena, bytes, len, page->options->content_type,
					       page_declared_charset(bytes, len), &utf8, &charset, err);
	if (status == ACCORD_OK)
		status = page_scan(page->arena, utf8, &page->scan, err);
	if (status != ACCORD_OK)
		return status;
	if (!page->scan.any_tag)
		return accord_error_set(err, ACCORD_EINPUT, "no HTML page");
	status = page_tree_build(page->arena, &page->scan, &page->tree, err);
	if (status != ACCORD_OK)
		return status;
	page_json_ld_read(page->arena, &page->scan, &page->json_ld);
	page_blocks_judge(&page->tree);
	return ACCORD_OK;
}

/* Address, site and headline, which the classification needs. */
static void find_headline(struct page *page)
{
	static const char *const site_names[] = {"og:site_name", "application-name", NULL};
	struct page_view *view = &page->view;
	*view = (struct page_view){
		.arena = page->arena, .scan = &page->scan, .tree = &page->tree, .json_ld = &page->json_ld};
	view->url = page_canonical_url(page->arena, &page->scan, &page->json_ld);
	if (!view->url.len && page->options->url)
		view->url = accord_slice_of(page->options->url);
	view->site_name = page_meta(view, site_names);
	page_site_apply(page->options->sites, view->url, &page->tree, &page->site);
	page_title_find(view);
	if (page->site.title.data) {
		view->title = page_plain(page->arena, page->site.title);
		view->headline = page->site.headline;
	}
}

/* The text of the blocks that were kept, else what JSON-LD has. */
static accord_slice find_text(struct page *page, const accord_document *doc)
{
	drop_biography(&page->tree, doc->authors, doc->author_count);
	if (page->options->listener)
		tell(&page->tree, page->options);
	accord_slice text = join_blocks(page->arena, &page->tree);
	accord_slice body = page->json_ld.body;
	if (body.len > 300 && text.len * 2 < body.len)
		text = rescued_text(page->arena, &page->tree, body);
	return text;
}

accord_status accord_page_clean(accord_arena *arena, const char *bytes, size_t len,
				const accord_page_options *options, accord_document *doc, accord_error *err)
{
	static const accord_page_options none;
	struct page *page = accord_arena_calloc(arena, 1, sizeof *page);
	if (!page)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	page->arena = arena;
	page->options = options ? options : &none;
	accord_status status = read_page(page, bytes, len, err);
	if (status != ACCORD_OK)
		return status;
	find_headline(page);
	status = page_classify(arena, &page->tree, page->view.title, page->view.headline, err);
	if (status != ACCORD_OK)
		return status;
	page_authors_find(&page->view, &doc->authors, &doc->author_count);
	if (page->site.author.data)
		set_authors(arena, page->site.author, doc);
	accord_slice text = find_text(page, doc);
	if (text.len < LEAST_TEXT)
		return accord_error_set(err, ACCORD_EINPUT, "no article in the page");
	doc->text = normal(arena, text);
	fill_metadata(&page->view, doc);
	struct page_date date;
	if (page->site.date.data && page_date_find(page->site.date, false, &date, NULL, NULL))
		doc->published = page_date_text(arena, &date);
	fill_language(&page->view, doc);
	return ACCORD_OK;
}
