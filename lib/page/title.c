/*
 * The headline. og:title is often another one, written for sharing; the title element carries the site's name. So: the h1
 * that is nearest to what those two say, else og:title, else the title element without the site's part.
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
		                        (i > from && (unsigned char)text.data[i] >= 0x80 && (unsigned char)text.data[from] != 0xE2))) {
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
	static const char *const marks[] = {" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " « ", " • ", " ‹ ", "|", " / "};
	for (size_t k = 0; k < sizeof marks / sizeof *marks; k++) {
		size_t len = strlen(marks[k]);
		if (text.len - i > len && !memcmp(text.data + i, marks[k], len))
			return len;
	}
	return 0;
}

/* The longest part of a title element between separators; the first on a tie. A colon never parts. */
static accord_slice main_part(accord_slice title)
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
		if (!best.data || words.count > best_words.count)
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

/* The heading that best agrees with the page's own titles. */
static accord_slice best_heading(struct page_view *view, accord_slice element, accord_slice shared, unsigned *score)
{
	accord_slice best = {NULL, 0};
	*score = 0;
	for (size_t i = 1; i < view->tree->node_count; i++) {
		const struct page_node *node = &view->tree->nodes[i];
		bool named = node->hints & HINT_HEADLINE &&
		             accord_slice_is(page_node_attributes(view->tree, node)->itemprop, "headline");
		if (node->tag != TAG_H1 && node->tag != TAG_H2 && !named)
			continue;
		if (node->text_end - node->text > LONGEST || node->text_end <= node->text)
			continue;
		accord_slice text = heading_text(view, node);
		if (!text.len)
			continue;
		unsigned a = likeness(text, element), b = likeness(text, shared);
		unsigned value = (a > b ? a : b) * 2 + (node->tag == TAG_H1 ? 40 : 0) + (named ? 20 : 0);
		unsigned least = node->tag == TAG_H1 ? 30 : 60;
		if ((a > b ? a : b) < least)
			continue;
		if (value > *score) {
			*score = value;
			best = text;
			view->headline = (uint32_t)i;
		}
	}
	return best;
}

void page_title_find(struct page_view *view)
{
	static const char *const shared_names[] = {"og:title", "twitter:title", "dc.title", NULL};
	accord_slice element = page_plain(view->arena, view->scan->title);
	accord_slice shared = page_meta(view, shared_names);
	accord_slice cut = element.data ? main_part(element) : element;
	unsigned score;
	accord_slice heading = best_heading(view, cut, shared.data ? shared : view->json_ld->headline, &score);
	if (heading.len)
		view->title = heading;
	else if (view->json_ld->headline.len && view->json_ld->headline.len < LONGEST)
		view->title = page_plain(view->arena, view->json_ld->headline);
	else if (shared.len)
		view->title = main_part(shared);
	else
		view->title = cut;
}
