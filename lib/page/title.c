/*
 * The headline. og:title is often another one, written for sharing; the title element carries the site's
 * name. So: the h1 that is nearest to what those two say, else og:title, else the title element without the
 * site's part.
 */
#include "metadata.h"

#include "words.h"

#include <string.h>

#define LONGEST 400

/* Words of a title as hashes, for comparing as sets. */
struct word_set {
	uint32_t words[64];
	size_t count;
};

static bool is_word_byte(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0xC3;
}

static void collect_words(accord_slice text, struct word_set *set)
{
	set->count = 0;
	for (size_t i = 0; i < text.len && set->count < 64;) {
		uint32_t hash = 2166136261u;
		size_t from = i;
		while (i < text.len && (is_word_byte((unsigned char)text.data[i]) ||
					(i > from && (unsigned char)text.data[i] >= 0x80 &&
					 (unsigned char)text.data[from] != 0xE2))) {
			unsigned char c = (unsigned char)text.data[i++];
			hash = (hash ^ (c >= 'A' && c <= 'Z' ? c + 32u : c)) * 16777619u;
		}
		if (i > from && (unsigned char)text.data[from] != 0xE2)
			set->words[set->count++] = hash;
		else if (i == from)
			i++;
	}
}

/* Overlap of two titles' words, 0 to 100 (F1 over words). */
static unsigned likeness(accord_slice a, accord_slice b)
{
	struct word_set x, y;
	bool used[64] = {false};
	collect_words(a, &x);
	collect_words(b, &y);
	if (!x.count || !y.count)
		return 0;
	size_t hits = 0;
	for (size_t i = 0; i < x.count; i++)
		for (size_t k = 0; k < y.count; k++)
			if (!used[k] && x.words[i] == y.words[k]) {
				used[k] = true;
				hits++;
				break;
			}
	return (unsigned)(200 * hits / (x.count + y.count));
}

bool page_same_words(accord_slice a, accord_slice b)
{
	struct word_set x, y;
	collect_words(a, &x);
	collect_words(b, &y);
	return x.count && x.count == y.count && !memcmp(x.words, y.words, x.count * sizeof *x.words);
}

/* A separator between headline and site name: its width, 0 if there is none here. */
static size_t separator_at(accord_slice text, size_t i)
{
	static const char *const marks[] = {
		" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " « ", " • ", " ‹ ", "|", " / "};
	for (size_t k = 0; k < sizeof marks / sizeof *marks; k++) {
		size_t len = strlen(marks[k]);
		if (text.len - i > len && !memcmp(text.data + i, marks[k], len))
			return len;
	}
	return 0;
}

/* Whether a part of the title element is the site: its stated name, or its host's ("Zeit Online" of zeit.de
 * is not seen). */
static bool is_site_part(const struct page_view *view, accord_slice part)
{
	if (page_same_words(part, view->site_name) || page_same_words(part, view->json_ld->publisher))
		return true;
	char folded[64];
	size_t n = 0;
	for (size_t i = 0; i < part.len && n < sizeof folded; i++)
		if (is_word_byte((unsigned char)part.data[i]) && (unsigned char)part.data[i] < 0x80)
			folded[n++] = (char)(part.data[i] | 32);
	const char *host = view->url.len ? memmem(view->url.data, view->url.len, "://", 3) : NULL;
	if (!host || n < 4 || n == sizeof folded)
		return false;
	const char *end = memchr(host + 3, '/', view->url.len - (size_t)(host + 3 - view->url.data));
	size_t len = (size_t)((end ? end : view->url.data + view->url.len) - host);
	return memmem(host, len, folded, n) != NULL;
}

/* The longest part of a title element between separators that is not the site; the first on a tie. */
static accord_slice main_part(const struct page_view *view, accord_slice title)
{
	accord_slice best = {NULL, 0};
	size_t begin = 0;
	for (size_t i = 0; i <= title.len; i++) {
		size_t width = i < title.len ? separator_at(title, i) : 0;
		if (!width && i < title.len)
			continue;
		accord_slice part = accord_slice_trim((accord_slice){title.data + begin, i - begin});
		struct word_set best_words, words;
		collect_words(best, &best_words);
		collect_words(part, &words);
		if (!best.data || (words.count > best_words.count && !is_site_part(view, part)) ||
		    is_site_part(view, best))
			best = part;
		if (!width)
			break;
		i += width - 1;
		begin = i + 1;
	}
	return best;
}

static accord_slice heading_text(const struct page_view *view, const struct page_node *node)
{
	return page_plain(view->arena, page_node_text(view->tree, node));
}

static bool in_article(const struct page_view *view, const struct page_node *node)
{
	for (;; node = &view->tree->nodes[node->parent]) {
		if (node->tag == TAG_ARTICLE || node->tag == TAG_MAIN)
			return true;
		if (node == view->tree->nodes)
			return false;
	}
}

/* What a heading is worth as the headline: likeness to the page's own titles first, 0 if it cannot be it. */
static unsigned heading_value(const struct page_view *view, const struct page_node *node, accord_slice text,
			      const accord_slice *titles, size_t count)
{
	const struct page_attributes *a = page_node_attributes(view->tree, node);
	unsigned like = 0;
	bool stated = false; /* pages printed or saved by hand may have nothing but the heading */
	for (size_t i = 0; i < count; i++) {
		stated |= titles[i].len > 0;
		unsigned one = titles[i].len ? likeness(text, titles[i]) : 0;
		like = one > like ? one : like;
	}
	bool named = node->hints & HINT_HEADLINE && accord_slice_is(a->itemprop, "headline");
	if (stated && like < (node->tag == TAG_H1 ? 30 : 60))
		return 0;
	if (!stated && node->tag != TAG_H1 && !named)
		return 0;
	unsigned value = like * 2 + (node->tag == TAG_H1 ? 40 : 0) + (named ? 20 : 0) +
			 (in_article(view, node) ? 10 : 0);
	if (is_site_part(view, text))
		value = value > 150 ? value - 150 : 1;
	return value;
}

/* The heading that best agrees with the page's own titles. */
static accord_slice best_heading(struct page_view *view, const accord_slice *titles, size_t count)
{
	accord_slice best = {NULL, 0};
	unsigned best_value = 0, asked = 0;
	for (size_t i = 1; i < view->tree->node_count && asked < 1000; i++) {
		const struct page_node *node = &view->tree->nodes[i];
		bool named = node->hints & HINT_HEADLINE &&
			     accord_slice_is(page_node_attributes(view->tree, node)->itemprop, "headline");
		if (node->tag != TAG_H1 && node->tag != TAG_H2 && !named)
			continue;
		if (node->text_end <= node->text || node->text_end - node->text > LONGEST)
			continue;
		asked++;
		accord_slice text = heading_text(view, node);
		unsigned value = text.len ? heading_value(view, node, text, titles, count) : 0;
		if (value > best_value) {
			best_value = value;
			best = text;
			view->headline = (uint32_t)i;
		}
	}
	return best;
}

static bool is_word_end(const char *text, size_t len)
{
	return len && is_word_byte((unsigned char)text[len - 1]);
}

/* Not a dash, a bar, a quotation mark. */
static bool is_word_begin(const char *text)
{
	return is_word_byte((unsigned char)*text) && (unsigned char)*text != 0xE2;
}

/*
 * A heading may hold more than the headline: the kicker before it, a standfirst behind it. Where one of the
 * page's other titles is its beginning or its end, that part is the headline. The first `exact` titles are
 * whole, the others cut.
 */
static accord_slice without_kicker(accord_slice heading, const accord_slice *titles, size_t exact,
				   size_t count)
{
	for (size_t i = 0; i < count; i++) {
		accord_slice part = titles[i];
		struct word_set words;
		collect_words(part, &words);
		if (words.count < 3 || part.len + 2 > heading.len || part.len * 4 < heading.len)
			continue;
		accord_slice tail = {heading.data + heading.len - part.len, part.len};
		accord_slice head = {heading.data, part.len};
		/* What was cut at a separator proves nothing where the heading has the same one. */
		bool whole = i < exact;
		size_t cut = heading.len - part.len;
		if (page_same_words(tail, part) && tail.data[-1] == ' ' && tail.data[-2] != ',' &&
		    (whole || is_word_end(heading.data, cut - 1)))
			return tail;
		if (page_same_words(head, part) && head.data[part.len] == ' ' &&
		    is_word_begin(head.data + part.len + 1))
			return head;
	}
	return heading;
}

/*
 * The other way round: the heading leaves out the kicker, which stands on the page in an element of its own,
 * and the page's titles agree that it belongs to the headline ("Kenia: …").
 */
static accord_slice with_kicker(accord_slice heading, accord_slice stated, accord_slice shared)
{
	if (!page_same_words(stated, shared) || stated.len < heading.len + 3)
		return heading;
	accord_slice tail = {stated.data + stated.len - heading.len, heading.len};
	return page_same_words(tail, heading) && tail.data[-1] == ' ' && tail.data[-2] == ':' ? stated
											      : heading;
}

/* Where no h1 or h2 is the headline: another heading or block that says the same as the title. */
static void find_place(struct page_view *view)
{
	const struct page_tree *tree = view->tree;
	for (uint32_t i = 1; i < tree->node_count && view->title.len; i++) {
		const struct page_node *node = &tree->nodes[i];
		uint32_t len = node->text_end - node->text;
		if (node->text_end <= node->text || len > view->title.len + 40 || len + 8 < view->title.len ||
		    node->block_end - node->block != 1)
			continue;
		if (page_same_words(page_node_text(tree, node), view->title)) {
			view->headline = i;
			return;
		}
	}
}

void page_title_find(struct page_view *view)
{
	static const char *const shared_names[] = {"og:title", "twitter:title", "dc.title", NULL};
	accord_slice element = page_plain(view->arena, view->scan->title);
	accord_slice shared = page_meta(view, shared_names);
	accord_slice stated = view->json_ld->headline.len && view->json_ld->headline.len < LONGEST
				      ? page_plain(view->arena, view->json_ld->headline)
				      : (accord_slice){NULL, 0};
	accord_slice cut = element.data ? main_part(view, element) : element;
	accord_slice shared_cut = shared.len ? main_part(view, shared) : shared;
	const accord_slice titles[] = {stated, shared, shared_cut, cut};
	accord_slice heading = best_heading(view, titles, 4);
	if (heading.len)
		view->title = with_kicker(without_kicker(heading, titles, 2, 4), stated, shared);
	else if (stated.len)
		view->title = stated;
	else if (shared.len)
		view->title = shared_cut;
	else
		view->title = cut;
	if (!view->headline)
		find_place(view);
}
