/*
 * The authors: JSON-LD, meta elements, rel=author and itemprop, then elements whose class says byline. All
 * peers name somebody on four of ten pages that name nobody; so a name must look like a person's, and must
 * not be the site's.
 */
#include "metadata.h"

#include "words.h"

#include <string.h>
#include <strings.h>

#define MOST 12

struct author_list {
	const struct page_view *view;
	accord_slice names[MOST];
	size_t count;
};

static bool starts_with_word(accord_slice text, const char *word)
{
	size_t len = strlen(word);
	return text.len > len && !strncasecmp(text.data, word, len) &&
	       (text.data[len] == ' ' || text.data[len] == ':' || word[len - 1] == ':');
}

static accord_slice behind(accord_slice text, size_t len)
{
	accord_slice rest = {text.data + len, text.len - len};
	while (rest.len && (*rest.data == ':' || *rest.data == ' ')) {
		rest.data++;
		rest.len--;
	}
	return rest;
}

/* "Von", "By", "di", "Text:", "Written by" … in front of names. */
static accord_slice without_opening(accord_slice text)
{
	static const char *const openings[] = {
		"written by",
		"posted by",
		"published by",
		"story by",
		"words by",
		"verfasst von",
		"geschrieben von",
		"veröffentlicht von",
		"ein beitrag von",
		"ein gastbeitrag von",
		"ein artikel von",
		"ein kommentar von",
		"eine analyse von",
		"gastbeitrag von",
		"kommentar von",
		"von unserem redakteur",
		"von unserer redakteurin",
		"scritto da",
		"articolo di",
		"pubblicato da",
		"a cura di",
		"interview von",
		"interview:",
		"author:",
		"autor:",
		"autorin:",
		"autoren:",
		"autore:",
		"text:",
		"text von",
		"by:",
		"by",
		"von:",
		"von",
		"di",
		"da",
		"de",
		"par",
		"por",
		"redakteur:",
		"redaktion:",
		"reporter:",
		"dr.",
		"prof.",
	};
	for (bool again = true; again;) {
		again = false;
		for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
			if (starts_with_word(text, openings[i])) {
				text = behind(text, strlen(openings[i]));
				again = true;
			}
	}
	return text;
}

/* Words that no person is called; a name with one of them is an agency, a desk or a label. */
static bool is_no_person_word(const char *word, size_t len)
{
	static const char *const words[] = {
		"zur",         "zum",           "alle",
		"all",         "alles",         "übersicht",
		"unknown",     "anonymous",     "user",
		"montag",      "dienstag",      "mittwoch",
		"donnerstag",  "freitag",       "samstag",
		"sonntag",     "monday",        "tuesday",
		"wednesday",   "thursday",      "friday",
		"saturday",    "sunday",        "redaktion",
		"redazione",   "newsroom",      "staff",
		"team",        "editor",        "editors",
		"editorial",   "admin",         "administrator",
		"agency",      "agentur",       "agenzia",
		"agenturen",   "dpa",           "afp",
		"apa",         "reuters",       "ansa",
		"sid",         "epd",           "kna",
		"ap",          "press",         "news",
		"online",      "media",         "gmbh",
		"ag",          "inc",           "inc.",
		"ltd",         "llc",           "correspondent",
		"desk",        "www",           "http",
		"https",       "photo",         "foto",
		"fotos",       "uhr",           "comments",
		"kommentare",  "mehr",          "more",
		"read",        "follow",        "share",
		"view",        "posts",         "artikel",
		"article",     "updated",       "published",
		"autor",       "author",        "autore",
		"profil",      "newsletter",    "verlag",
		"zeitung",     "magazin",       "magazine",
		"associated",  "guest",         "gast",
		"contributor", "uncategorized", "service",
		"group",       "universität",   "university",
		"institut",    "institute",     "ministerium",
		"redakteur",   "email",         "e-mail",
		"twitter",     "facebook",      "on",
		"at",          "for",           "the",
		"der",         "die",           "das",
	};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i]) == len && !strncasecmp(words[i], word, len))
			return true;
	return false;
}

static bool is_particle(const char *word, size_t len)
{
	static const char *const words[] = {"von", "van", "de",  "der", "den", "del",   "della", "di",
					    "da",  "du",  "la",  "le",  "zu",  "ten",   "ter",   "dos",
					    "al",  "el",  "bin", "ben", "dal", "dalla", "y"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i]) == len && !memcmp(words[i], word, len))
			return true;
	return false;
}

/* Two to five words with capitals, no digits, none of them a desk's. */
static bool looks_like_person(accord_slice name)
{
	unsigned words = 0, capitals = 0;
	if (name.len < 4 || name.len > 60)
		return false;
	for (size_t i = 0; i < name.len;) {
		while (i < name.len && name.data[i] == ' ')
			i++;
		size_t from = i;
		while (i < name.len && name.data[i] != ' ') {
			if (strchr("0123456789@/:()<>{}[]|#?!\"=;\n", name.data[i]))
				return false;
			i++;
		}
		if (i == from)
			break;
		const char *word = name.data + from;
		words++;
		if (is_particle(word, i - from))
			continue;
		if (is_no_person_word(word, i - from))
			return false;
		size_t size;
		uint32_t first = accord_utf8_decode(word, i - from, 0, &size);
		if (!accord_is_upper(first))
			return false;
		capitals++;
	}
	return words >= 2 && words <= 5 && capitals >= 2;
}

/* A name of any kind, as a nickname is: one to four words without digits-only, addresses or a desk's words.
 */
static bool looks_like_name(accord_slice name)
{
	unsigned words = 0;
	if (name.len < 3 || name.len > 40)
		return false;
	for (size_t i = 0; i < name.len;) {
		while (i < name.len && name.data[i] == ' ')
			i++;
		size_t from = i;
		while (i < name.len && name.data[i] != ' ') {
			if (strchr("@/:()<>{}[]|#?!\"=;\n,", name.data[i]))
				return false;
			/* "news.example" is an address. */
			if (name.data[i] == '.' && i + 1 < name.len && name.data[i + 1] >= 'a' &&
			    name.data[i + 1] <= 'z')
				return false;
			i++;
		}
		if (i == from)
			break;
		words++;
		if (is_no_person_word(name.data + from, i - from))
			return false;
	}
	return words >= 1 && words <= 3 && !(name.data[0] >= '0' && name.data[0] <= '9');
}

static bool is_site(const struct page_view *view, accord_slice name)
{
	if (page_same_words(name, view->site_name) || page_same_words(name, view->json_ld->publisher))
		return true;
	return false;
}

/* How sure the place is that what stands there is a name. */
enum trust { TRUST_PERSON, TRUST_NAME, TRUST_ANY };

static void add(struct author_list *list, accord_slice name, enum trust trust)
{
	name = accord_slice_trim(name);
	while (name.len && strchr(",;.-|", name.data[name.len - 1])) {
		/* "Jr.", "J." keep their point. */
		if (name.data[name.len - 1] == '.' && name.len > 3 &&
		    (name.data[name.len - 3] == ' ' || !memcmp(name.data + name.len - 3, "Jr.", 3)))
			break;
		name.len--;
	}
	bool good = trust == TRUST_ANY    ? name.len > 1 && name.len < 60
		    : trust == TRUST_NAME ? looks_like_person(name) || looks_like_name(name)
					  : looks_like_person(name);
	if (!good || (trust != TRUST_ANY && is_site(list->view, name)))
		return;
	for (size_t i = 0; i < list->count; i++)
		if (page_same_words(list->names[i], name))
			return;
	if (list->count < MOST)
		list->names[list->count++] = name;
}

/* Where the next name begins behind " und ", " and ", " e ", ", ", " & ", "; ", " / "; the joint's width. */
static size_t joint_at(accord_slice text, size_t i)
{
	static const char *const joints[] = {", and ", " und ", " and ", " e ", " ed ", " sowie ", " et ",
					     " with ", ", ",    " & ",   "; ",  ";",    " / ",     " | ",
					     " y ",    "\n",    " – ",   " - ", " · ",  " • "};
	for (size_t k = 0; k < sizeof joints / sizeof *joints; k++) {
		size_t len = strlen(joints[k]);
		if (text.len - i > len && !memcmp(text.data + i, joints[k], len))
			return len;
	}
	return 0;
}

size_t page_authors_split(accord_slice byline, accord_slice *names, size_t room)
{
	size_t count = 0, begin = 0;
	if (byline.len)
		byline = without_opening(accord_slice_trim(byline));
	if (!byline.len)
		return 0;
	for (size_t i = 0; i <= byline.len && count < room; i++) {
		size_t width = i < byline.len ? joint_at(byline, i) : 0;
		if (!width && i < byline.len)
			continue;
		accord_slice part = accord_slice_trim((accord_slice){byline.data + begin, i - begin});
		part = without_opening(part);
		if (part.len)
			names[count++] = part;
		if (!width)
			break;
		i += width - 1;
		begin = i + 1;
	}
	return count;
}

/* "Jan Kuhn am 05.11.2019" without what begins with the date. */
static accord_slice without_date(accord_slice byline)
{
	static const char *const joints[] = {" am ", " on ", " vom ", " il ", " at ", " um ", " | ", " - "};
	enum { ALWAYS = 3 }; /* the first ones cut without a digit behind them, too: "am Donnerstag" */
	size_t digit = 0;
	while (digit < byline.len && !(byline.data[digit] >= '0' && byline.data[digit] <= '9'))
		digit++;
	if (digit < 6)
		return byline;
	accord_slice head = accord_slice_trim((accord_slice){byline.data, digit});
	size_t most = digit == byline.len ? ALWAYS : sizeof joints / sizeof *joints;
	for (size_t i = 0; i < most; i++) {
		const char *at = memmem(head.data, head.len, joints[i], strlen(joints[i]));
		if (at && at > head.data + 3)
			head.len = (size_t)(at - head.data);
		size_t len = strlen(joints[i]) - 1;
		if (head.len > len + 3 && !memcmp(head.data + head.len - len, joints[i], len))
			head.len -= len;
	}
	return head;
}

/* All persons of a byline; what follows the first part that is none is a place, an agency, a date. */
static void add_byline(struct author_list *list, accord_slice byline, enum trust trust)
{
	accord_slice parts[MOST];
	if (byline.len > 300)
		return;
	size_t n = page_authors_split(without_date(byline), parts, MOST);
	for (size_t i = 0; i < n; i++) {
		size_t before = list->count;
		add(list, parts[i], n == 1 ? trust : TRUST_PERSON);
		if (list->count == before && i)
			break;
	}
}

static void from_json_ld(struct author_list *list)
{
	const struct page_json_ld *found = list->view->json_ld;
	for (size_t i = 0; i < found->author_count; i++)
		add_byline(list, found->authors[i], found->author_is_person[i] ? TRUST_NAME : TRUST_PERSON);
}

static const char *const meta_names[] = {"author",
					 "article:author",
					 "parsely-author",
					 "sailthru.author",
					 "dc.creator",
					 "dcterms.creator",
					 "citation_author",
					 "byl",
					 "cxenseparse:author",
					 "article.author"};

static void from_meta(struct author_list *list, enum trust trust)
{
	const struct page_scan *scan = list->view->scan;
	for (size_t k = 0; k < sizeof meta_names / sizeof *meta_names && !list->count; k++)
		for (size_t i = 0; i < scan->meta_count; i++) {
			accord_slice key = scan->metas[i].key;
			if (key.len != strlen(meta_names[k]) ||
			    strncasecmp(key.data, meta_names[k], key.len) != 0)
				continue;
			accord_slice value = page_plain(list->view->arena, scan->metas[i].content);
			if (value.len && !memmem(value.data, value.len, "://", 3))
				add_byline(list, value, trust);
		}
}

/* What link previews of WordPress have: twitter:label1 "Written by", twitter:data1 the name. */
static void from_preview(struct author_list *list)
{
	static const char *const labels[] = {"Written by", "Verfasst von", "Geschrieben von",
					     "Scritto da", "Escrito por",  "Écrit par"};
	static const char *const label_names[] = {"twitter:label1", NULL}, *const data_names[] = {
										   "twitter:data1", NULL};
	accord_slice label = page_meta(list->view, label_names);
	for (size_t i = 0; label.len && i < sizeof labels / sizeof *labels; i++)
		if (accord_slice_is(label, labels[i]))
			add_byline(list, page_meta(list->view, data_names), TRUST_NAME);
}

static bool is_author_item(const struct page_attributes *a)
{
	return (a->itemprop.len == 6 && !strncasecmp(a->itemprop.data, "author", 6)) ||
	       (a->rel.len >= 6 && !strncasecmp(a->rel.data, "author", 6));
}

/* In comments, teasers, side columns; what lies around the headline as well is not asked. */
static bool in_comments(const struct page_view *view, const struct page_node *node)
{
	const struct page_tree *tree = view->tree;
	const uint32_t others =
		HINT_COMMENT | HINT_RELATED | HINT_TEASER | HINT_SIDE | HINT_NAV | HINT_FOOTER;
	for (;;) {
		if (node->hints & others || node->tag == TAG_ASIDE || node->tag == TAG_FOOTER ||
		    node->tag == TAG_NAV)
			return true;
		if (node == tree->nodes)
			return false;
		node = &tree->nodes[node->parent];
		uint32_t at = (uint32_t)(node - tree->nodes);
		if (view->headline && at <= view->headline && view->headline < node->end)
			return false;
	}
}

static bool passes_item(const struct page_view *view, const struct page_node *node)
{
	return node->attributes && is_author_item(page_node_attributes(view->tree, node)) &&
	       !in_comments(view, node);
}

/* hCard, as blog themes have it (http://microformats.org/wiki/hcard): <span class="author vcard"><a
 * class="fn">. */
static bool passes_card(const struct page_view *view, const struct page_node *node)
{
	accord_slice name = page_node_attributes(view->tree, node)->class_name;
	return node->hints & HINT_AUTHOR && name.len && memmem(name.data, name.len, "vcard", 5) &&
	       !in_comments(view, node);
}

static bool passes_class(const struct page_view *view, const struct page_node *node)
{
	return node->hints & HINT_AUTHOR && !in_comments(view, node);
}

/*
 * Elements that say author. The first that holds a name opens a group; others count only if they stand close
 * by, so that the list of a site's writers is not taken for the article's.
 */
static void from_elements(struct author_list *list,
			  bool (*passes)(const struct page_view *, const struct page_node *),
			  enum trust trust)
{
	const struct page_tree *tree = list->view->tree;
	size_t last = 0;
	for (size_t i = 1; i < tree->node_count; i++) {
		const struct page_node *node = &tree->nodes[i];
		if (last && i > last + 12)
			break;
		if (!passes(list->view, node) || node->text_end <= node->text ||
		    node->text_end - node->text > 200)
			continue;
		size_t before = list->count;
		add_byline(list, page_plain(list->view->arena, page_node_text(tree, node)), trust);
		if (list->count == before)
			continue;
		last = node->end > i ? node->end : i;
		i = last - (node->end > i);
	}
}

/* ---- running text ---- */

static bool opens_byline(accord_slice text)
{
	static const char *const openings[] = {"von",      "by",         "di",         "text:",   "text von",
					       "autor:",   "autorin:",   "author:",    "autore:", "par",
					       "por",      "a cura di",  "written by", "von:",    "by:",
					       "words by", "bericht von"};
	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
		if (starts_with_word(text, openings[i]))
			return true;
	return false;
}

/* A line that is a byline and nothing else. */
static void from_line(struct author_list *list, const struct page_block *block)
{
	accord_slice text = page_block_text(list->view->tree, block);
	if (text.len > 90 || text.len < 6 || block->words > 14 || !opens_byline(text))
		return;
	add_byline(list, text, TRUST_PERSON);
}

/* Lines around the headline, then the last lines of the article. */
static void from_text(struct author_list *list)
{
	const struct page_tree *tree = list->view->tree;
	if (!list->view->headline)
		return;
	uint32_t at = tree->nodes[list->view->headline].block_end;
	for (uint32_t k = 0; k < 10 && at + k < tree->block_count && !list->count; k++)
		from_line(list, &tree->blocks[at + k]);
	uint32_t last = 0;
	for (uint32_t i = at; i < tree->block_count; i++)
		if (tree->blocks[i].kept && tree->blocks[i].mass)
			last = i;
	for (uint32_t i = last; last && !list->count && i < tree->block_count && i < last + 3; i++)
		from_line(list, &tree->blocks[i]);
}

/* The page names nobody but a desk, an agency or itself as the author: better than nothing. */
static void from_desk(struct author_list *list)
{
	const struct page_json_ld *found = list->view->json_ld;
	for (size_t i = 0; i < found->author_count && !list->count; i++)
		add(list, found->authors[i], TRUST_ANY);
}

void page_authors_find(const struct page_view *view, accord_slice **authors, size_t *count)
{
	struct author_list list = {.view = view};
	from_json_ld(&list);
	if (!list.count)
		from_meta(&list, TRUST_NAME);
	if (!list.count)
		from_preview(&list);
	if (!list.count)
		from_elements(&list, passes_item, TRUST_NAME);
	if (!list.count)
		from_elements(&list, passes_card, TRUST_NAME);
	if (!list.count)
		from_elements(&list, passes_class, TRUST_PERSON);
	if (!list.count)
		from_text(&list);
	if (!list.count)
		from_desk(&list);
	*count = 0;
	*authors = list.count ? accord_arena_calloc(view->arena, list.count, sizeof **authors) : NULL;
	if (!*authors)
		return;
	for (size_t i = 0; i < list.count; i++)
		(*authors)[i] = list.names[i];
	*count = list.count;
}
