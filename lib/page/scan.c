/* The pass before the parser; scan.h tells the idea. One loop over the bytes, no step back: linear whatever
 * comes. */
#include "scan.h"
#include "words.h"

#include <string.h>
#include <strings.h>

#define INLINE_DEPTH 64 /* nested inline elements whose end tags are matched */

struct scanner {
	struct page_scan *scan;
	accord_arena *arena;
	const char *at, *end;
	char *out, *out_end;
	const char *end_tag[TAGS]; /* where the next end tag of a skipped element stands, once looked for */
	struct {
		uint64_t name;
		bool kept;
	} inlines[INLINE_DEPTH];
	unsigned inline_depth;
	unsigned pre;
	bool heading; /* inside h1 or h2 */
	bool space;  /* white space was read and not yet written */
	bool bare;   /* directly behind a block tag: white space means nothing */
	bool failed; /* out of memory */
};

/* Room for one more item of an array that doubles. */
static void *one_more(struct scanner *s, void *items, size_t *room, size_t count, size_t size)
{
	if (count < *room)
		return items;
	size_t more = *room ? *room * 2 : 16;
	void *grown = accord_arena_grow(s->arena, items, *room * size, more * size);
	if (grown)
		*room = more;
	else
		s->failed = true;
	return grown;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static const char *find_byte(const char *at, const char *end, char c)
{
	const char *found = at < end ? memchr(at, c, (size_t)(end - at)) : NULL;
	return found ? found : end;
}

/* ---- writing ---- */

static void put(struct scanner *s, const char *bytes, size_t len)
{
	if ((size_t)(s->out_end - s->out) < len)
		return;
	memcpy(s->out, bytes, len);
	s->out += len;
}

static void put_space(struct scanner *s)
{
	if (s->space && !s->bare)
		put(s, " ", 1);
	s->space = false;
}

static void put_text(struct scanner *s, const char *at, const char *end)
{
	while (at < end) {
		unsigned char c = (unsigned char)*at;
		if (c <= ' ' || c == 0x7f) {
			if (c == '\n' && s->pre) {
				put(s, "\n", 1);
				s->space = false;
			} else {
				s->space = true;
			}
			at++;
			continue;
		}
		const char *run = at;
		while (at < end && (unsigned char)*at > ' ' && *at != 0x7f)
			at++;
		put_space(s);
		put(s, run, (size_t)(at - run));
		s->bare = false;
	}
}

static void put_tag(struct scanner *s, enum page_tag tag, bool closing)
{
	if (page_tags[tag].traits & TAG_BLOCK || tag == TAG_BR) {
		s->space = false;
		s->bare = true;
	} else {
		put_space(s);
	}
	const char *name = page_tags[tag].name;
	put(s, closing ? "</" : "<", closing ? 2 : 1);
	put(s, name, strlen(name));
	put(s, ">", 1);
}

/* ---- attributes ---- */

struct raw_attributes {
	struct page_attributes kept;
	accord_slice name, http_equiv, lang, type, role, style, test_id, component, href;
	bool any; /* something of `kept` is set */
};

static bool named(const char *name, size_t len, const char *want, size_t want_len)
{
	return len == want_len && !strncasecmp(name, want, len);
}

#define IS(word) named(name, len, word, sizeof(word) - 1)

static void keep_attribute(struct raw_attributes *raw, const char *name, size_t len, accord_slice value)
{
	struct page_attributes *kept = &raw->kept;
	accord_slice *slot = NULL;
	switch (name[0] | 32) {
	case 'a':
		if (IS("aria-hidden") && value.len == 4 && !memcmp(value.data, "true", 4))
			kept->hidden = raw->any = true;
		break;
	case 'c':
		slot = IS("class") ? &kept->class_name : IS("content") ? &kept->content : NULL;
		break;
	case 'd':
		if (IS("datetime"))
			slot = &kept->datetime;
		else if (IS("data-testid") || IS("data-test-id") || IS("data-qa"))
			slot = &raw->test_id;
		else if (IS("data-component") || IS("data-component-name") || IS("data-block") ||
			 IS("data-type"))
			slot = &raw->component;
		break;
	case 'h':
		if (IS("hidden"))
			kept->hidden = raw->any = true;
		slot = IS("href") ? &raw->href : IS("http-equiv") ? &raw->http_equiv : NULL;
		break;
	case 'i':
		slot = IS("id") ? &kept->id : IS("itemprop") ? &kept->itemprop : NULL;
		break;
	case 'l':
		slot = IS("lang") ? &raw->lang : NULL;
		break;
	case 'n':
		slot = IS("name") ? &raw->name : NULL;
		break;
	case 'p':
		slot = IS("property") ? &kept->property : NULL;
		break;
	case 'r':
		slot = IS("rel") ? &kept->rel : IS("role") ? &raw->role : NULL;
		break;
	case 's':
		slot = IS("style") ? &raw->style : NULL;
		break;
	case 't':
		slot = IS("type") ? &raw->type : NULL;
		break;
	default:
		break;
	}
	if (slot && !slot->data && value.len < 4096) {
		*slot = value;
		raw->any = true;
	}
}

/* Read attributes up to and with the '>'; returns where the tag ends. */
static const char *read_attributes(const char *at, const char *end, struct raw_attributes *raw)
{
	memset(raw, 0, sizeof *raw);
	while (at < end && *at != '>') {
		if (is_blank(*at) || *at == '/' || *at == '=') {
			at++;
			continue;
		}
		const char *name = at;
		while (at < end && !is_blank(*at) && *at != '=' && *at != '>' && *at != '/')
			at++;
		size_t len = (size_t)(at - name);
		while (at < end && is_blank(*at))
			at++;
		accord_slice value = {"", 0};
		if (at < end && *at == '=') {
			at++;
			while (at < end && is_blank(*at))
				at++;
			if (at < end && (*at == '"' || *at == '\'')) {
				const char *close = find_byte(at + 1, end, *at);
				value = (accord_slice){at + 1, (size_t)(close - at - 1)};
				at = close < end ? close + 1 : end;
			} else {
				const char *from = at;
				while (at < end && !is_blank(*at) && *at != '>')
					at++;
				value = (accord_slice){from, (size_t)(at - from)};
			}
		}
		if (len > 1)
			keep_attribute(raw, name, len, value);
	}
	return at < end ? at + 1 : end;
}

static bool style_hides(accord_slice style)
{
	const char *display = style.data ? memmem(style.data, style.len, "display", 7) : NULL;
	if (!display)
		return false;
	size_t left = style.len - (size_t)(display - style.data);
	return memmem(display, left < 20 ? left : 20, "none", 4) != NULL;
}

/* The hints of all naming attributes; remembers what the element is for. */
static void judge_attributes(struct raw_attributes *raw, enum page_tag tag)
{
	struct page_attributes *kept = &raw->kept;
	const accord_slice names[] = {kept->class_name, raw->role, raw->test_id, raw->component};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (names[i].len)
			kept->hints |= page_hints(names[i].data, names[i].len);
	/* The id of a heading or paragraph is made of its own words. */
	if (kept->id.len && !page_tag_is_heading(tag) && tag != TAG_P && tag != TAG_LI)
		kept->hints |= page_hints(kept->id.data, kept->id.len);
	if (accord_slice_is(kept->itemprop, "articleBody"))
		kept->hints |= HINT_ITEM_BODY;
	if (style_hides(raw->style))
		kept->hidden = true;
}

#define MOST_TAGS 2000000 /* elements that reach the parser */
#define MOST_ATTRIBUTES                                                                                      \
	400000 /* elements whose attributes are kept; no page that is read by people has as many */

static uint32_t store_attributes(struct scanner *s, const struct raw_attributes *raw)
{
	struct page_scan *scan = s->scan;
	if (scan->attribute_count == MOST_ATTRIBUTES)
		return 0;
	struct page_attributes *items =
		one_more(s, scan->attributes, &scan->attribute_room, scan->attribute_count, sizeof *items);
	if (!items)
		return 0;
	scan->attributes = items;
	items[scan->attribute_count] = raw->kept;
	return (uint32_t)scan->attribute_count++;
}

static void store_tag(struct scanner *s, enum page_tag tag, uint32_t attributes)
{
	struct page_scan *scan = s->scan;
	struct page_start_tag *tags = one_more(s, scan->tags, &scan->tag_room, scan->tag_count, sizeof *tags);
	if (!tags)
		return;
	scan->tags = tags;
	tags[scan->tag_count++] = (struct page_start_tag){(uint8_t)tag, attributes};
}

/* ---- elements of the head ---- */

static void store_meta(struct scanner *s, const struct raw_attributes *raw)
{
	struct page_scan *scan = s->scan;
	accord_slice key = raw->kept.property.data   ? raw->kept.property
			   : raw->name.data          ? raw->name
			   : raw->kept.itemprop.data ? raw->kept.itemprop
						     : raw->http_equiv;
	if (!key.len || !raw->kept.content.len)
		return;
	struct page_meta *metas = one_more(s, scan->metas, &scan->meta_room, scan->meta_count, sizeof *metas);
	if (!metas)
		return;
	scan->metas = metas;
	metas[scan->meta_count++] = (struct page_meta){key, raw->kept.content};
}

static void store_json_ld(struct scanner *s, const char *from, const char *to)
{
	struct page_scan *scan = s->scan;
	accord_slice *items =
		one_more(s, scan->json_ld, &scan->json_ld_room, scan->json_ld_count, sizeof *items);
	if (!items)
		return;
	scan->json_ld = items;
	items[scan->json_ld_count++] = (accord_slice){from, (size_t)(to - from)};
}

/*
 * Where the end tag of a skipped element begins, `end` if there is none. What was found is kept: a page of a
 * million
 * "<button>" is searched through once.
 */
static const char *find_end_tag(struct scanner *s, enum page_tag tag)
{
	if (s->end_tag[tag] && s->end_tag[tag] >= s->at)
		return s->end_tag[tag];
	const char *name = page_tags[tag].name;
	size_t len = strlen(name);
	const char *at = s->at;
	for (;;) {
		at = find_byte(at, s->end, '<');
		if ((size_t)(s->end - at) < len + 3) {
			at = s->end;
			break;
		}
		if (at[1] == '/' && !strncasecmp(at + 2, name, len) && !is_letter(at[2 + len]))
			break;
		at++;
	}
	return s->end_tag[tag] = at;
}

/* Raw text ends with its end tag or with the page; of the others only the tag is dropped where no end is
 * near. */
static bool is_raw(enum page_tag tag)
{
	return tag == TAG_SCRIPT || tag == TAG_STYLE || tag == TAG_TEXTAREA;
}

#define NEAR 65536

static void skip_element(struct scanner *s, enum page_tag tag, const struct raw_attributes *raw)
{
	/* Films and frames leave a picture in their place: what stands beside it may be its caption. */
	if (tag == TAG_VIDEO || tag == TAG_IFRAME || tag == TAG_AUDIO || tag == TAG_OBJECT) {
		store_tag(s, TAG_IMG, 0);
		put_tag(s, TAG_IMG, false);
	}
	const char *stop = find_end_tag(s, tag);
	bool far = stop == s->end || (size_t)(stop - s->at) > NEAR;
	bool whole = tag == TAG_NOSCRIPT || tag == TAG_SVG || tag == TAG_IFRAME || tag == TAG_TEMPLATE;
	if (far && !is_raw(tag) && (!whole || stop == s->end))
		return;
	if (tag == TAG_SCRIPT && raw->type.len && memmem(raw->type.data, raw->type.len, "ld+json", 7))
		store_json_ld(s, s->at, stop);
	s->at = find_byte(stop, s->end, '>');
	if (s->at < s->end)
		s->at++;
}

static bool is_canonical(accord_slice rel)
{
	return rel.len == 9 && !strncasecmp(rel.data, "canonical", 9);
}

/* Elements that the parser never sees; false for all others. */
static bool read_head_element(struct scanner *s, enum page_tag tag, const struct raw_attributes *raw)
{
	struct page_scan *scan = s->scan;
	switch (tag) {
	case TAG_META:
		store_meta(s, raw);
		return true;
	case TAG_LINK:
		if (is_canonical(raw->kept.rel) && !scan->canonical.data)
			scan->canonical = raw->href;
		return true;
	case TAG_TITLE: {
		const char *stop = find_end_tag(s, TAG_TITLE);
		if (stop == s->end)
			return true;
		if (!scan->title.data)
			scan->title = (accord_slice){s->at, (size_t)(stop - s->at)};
		s->at = stop;
		return true;
	}
	case TAG_HTML:
		if (!scan->lang.data)
			scan->lang = raw->lang;
		return true;
	case TAG_HEAD:
	case TAG_BODY:
	case TAG_AREA:
	case TAG_COL:
	case TAG_EMBED:
	case TAG_INPUT:
	case TAG_PARAM:
	case TAG_SOURCE:
	case TAG_TRACK:
	case TAG_WBR:
		return true;
	default:
		return false;
	}
}

/* ---- tags ---- */

static uint64_t pack_name(const char *name, size_t len)
{
	uint64_t packed = len;
	for (size_t i = 0; i < len && i < 7; i++)
		packed = packed << 8 | (unsigned char)(name[i] | 32);
	return packed;
}

/* Whether an inline element's attributes matter: most links and spans are mere dress. */
static bool tells_something(const struct raw_attributes *raw)
{
	const struct page_attributes *kept = &raw->kept;
	return kept->hints || kept->hidden || kept->itemprop.len || kept->property.len || kept->rel.len;
}

/* Inline elements go to the parser only if their attributes tell something. */
static void open_inline(struct scanner *s, uint64_t name, const struct raw_attributes *raw)
{
	bool tells = tells_something(raw);
	if (s->inline_depth < INLINE_DEPTH) {
		s->inlines[s->inline_depth].name = name;
		s->inlines[s->inline_depth++].kept = tells;
	} else {
		tells = false;
	}
	if (!tells || s->scan->tag_count >= MOST_TAGS)
		return;
	store_tag(s, TAG_SPAN, store_attributes(s, raw));
	put_tag(s, TAG_SPAN, false);
}

/*
 * A kicker in a heading is often set apart by style alone: "<h1><span>Kicker</span>Headline</h1>". Where a word would go
 * on with a capital behind the end of an inline element, a space stands between them.
 */
static bool words_meet(const struct scanner *s)
{
	unsigned char before = (unsigned char)s->out[-1];
	bool word = s->out[-2] != ' ' && s->out[-2] != '>'; /* "<i>i</i>Phone" is one */
	bool ends = (before >= 'a' && before <= 'z') || before >= 0x80 || (before && strchr(":!?.", before));
	return s->heading && word && ends && s->at < s->end && *s->at >= 'A' && *s->at <= 'Z';
}

static void close_inline(struct scanner *s, uint64_t name)
{
	s->space |= words_meet(s);
	for (unsigned i = s->inline_depth; i-- > 0;) {
		if (s->inlines[i].name != name)
			continue;
		for (unsigned k = i; k < s->inline_depth; k++)
			if (s->inlines[k].kept)
				put_tag(s, TAG_SPAN, true);
		s->inline_depth = i;
		return;
	}
}

static bool leads_to_author(accord_slice href)
{
	static const char *const folders[] = {"/author/", "/autor/",   "/autoren/", "/autori/",
					      "/autore/", "/authors/", "/auteur/",  "/staff/"};
	for (size_t i = 0; href.len > 8 && i < sizeof folders / sizeof *folders; i++)
		if (memmem(href.data, href.len, folders[i], strlen(folders[i])))
			return true;
	return false;
}

static void read_start_tag(struct scanner *s)
{
	const char *name = s->at + 1, *at = name;
	while (at < s->end && !is_blank(*at) && *at != '>' && *at != '/')
		at++;
	size_t len = (size_t)(at - name);
	enum page_tag tag = page_tag_of(name, len);
	struct raw_attributes raw;
	if (at < s->end && *at == '>') {
		memset(&raw, 0, sizeof raw);
		s->at = at + 1;
	} else {
		s->at = read_attributes(at, s->end, &raw);
	}
	s->scan->any_tag |= tag != TAG_OTHER;
	uint8_t traits = page_tags[tag].traits;
	if (traits & TAG_SKIP) {
		skip_element(s, tag, &raw);
		return;
	}
	if (read_head_element(s, tag, &raw))
		return;
	if (tag == TAG_IMG)
		raw.any = false;
	if (raw.any)
		judge_attributes(&raw, tag);
	/* A link to a writer's page says as much as rel=author. */
	if (tag == TAG_A && !raw.kept.rel.len && leads_to_author(raw.href))
		raw.kept.rel = accord_slice_of("author");
	/* A custom element is named like a class: <amp-consent>, <share-bar>. */
	if (tag == TAG_OTHER && len > 4 && memchr(name, '-', len))
		raw.kept.hints |= page_hints(name, len);
	if (tag == TAG_OTHER || tag == TAG_SPAN) {
		if (s->at[-1] != '>' || s->at[-2] != '/')
			open_inline(s, pack_name(name, len), &raw);
		return;
	}
	if (s->scan->tag_count >= MOST_TAGS)
		return;
	s->pre += tag == TAG_PRE;
	s->heading |= tag == TAG_H1 || tag == TAG_H2;
	bool kept = raw.any && (tag != TAG_A || tells_something(&raw));
	store_tag(s, tag, kept ? store_attributes(s, &raw) : 0);
	put_tag(s, tag, false);
}

static void read_end_tag(struct scanner *s)
{
	const char *name = s->at + 2, *at = name;
	while (at < s->end && !is_blank(*at) && *at != '>')
		at++;
	size_t len = (size_t)(at - name);
	enum page_tag tag = page_tag_of(name, len);
	s->at = find_byte(at, s->end, '>');
	if (s->at < s->end)
		s->at++;
	if (tag == TAG_OTHER || tag == TAG_SPAN) {
		close_inline(s, pack_name(name, len));
		return;
	}
	if (page_tags[tag].traits & (TAG_SKIP | TAG_VOID) || tag == TAG_HTML || tag == TAG_BODY ||
	    tag == TAG_HEAD || tag == TAG_TITLE)
		return;
	if (tag == TAG_PRE && s->pre)
		s->pre--;
	if (tag == TAG_H1 || tag == TAG_H2)
		s->heading = false;
	put_tag(s, tag, true);
}

static void skip_comment(struct scanner *s)
{
	if (s->end - s->at >= 4 && s->at[2] == '-' && s->at[3] == '-') {
		const char *from = s->at + 4;
		if (from < s->end && *from == '>') {
			s->at = from + 1;
			return;
		}
		const char *close = memmem(from, (size_t)(s->end - from), "-->", 3);
		s->at = close ? close + 3 : s->end;
		return;
	}
	s->at = find_byte(s->at, s->end, '>');
	if (s->at < s->end)
		s->at++;
}

accord_status page_scan(accord_arena *arena, accord_slice page, struct page_scan *scan, accord_error *err)
{
	static const struct raw_attributes nothing;
	static const char head[] = "<html><body>";
	memset(scan, 0, sizeof *scan);
	struct scanner s = {.scan = scan, .arena = arena, .at = page.data, .end = page.data + page.len};
	size_t room = page.len + page.len / 4 + 64;
	char *out = accord_arena_alloc(arena, room);
	if (!out)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	s.out = out;
	s.out_end = out + room;
	s.bare = true;
	put(&s, head, sizeof head - 1);
	store_attributes(&s, &nothing);
	while (s.at < s.end && !s.failed) {
		const char *tag = find_byte(s.at, s.end, '<');
		if (tag > s.at)
			put_text(&s, s.at, tag);
		s.at = tag;
		if (s.end - tag < 2) {
			s.at = s.end;
		} else if (is_letter(tag[1])) {
			read_start_tag(&s);
		} else if (tag[1] == '/' && s.end - tag > 2 && is_letter(tag[2])) {
			read_end_tag(&s);
		} else if (tag[1] == '!' || tag[1] == '?' || tag[1] == '/') {
			skip_comment(&s);
		} else {
			put_space(&s);
			put(&s, "<", 1);
			s.bare = false;
			s.at++;
		}
	}
	if (s.failed)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	scan->html = (accord_slice){out, (size_t)(s.out - out)};
	return ACCORD_OK;
}
