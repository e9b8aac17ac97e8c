/*
 * From tags to fields. A stack of open elements knows of each what it is for: the feed, an entry, a field whose text is
 * being gathered, markup inside such a field, or nothing of interest. Which element fills which field stands in the
 * tables of rss.c, atom.c and modules.c.
 *
 * Wrong nesting is put right as a reader would: an end tag closes the element of its name and all inside it; one that
 * was never opened is passed over; an entry that begins inside an entry ends the former.
 *
 *   <item><title>A</titel><link>…   the stray end tag ends the title, as </titel> is no HTML
 *   <item>…<item>…                  two entries
 *
 * Namespaces: https://www.w3.org/TR/xml-names/; a prefix that was never declared has its usual meaning.
 */
#include "elements.h"
#include "plain_text.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Elements before the root (junk of a broken script) that are looked through for one. */
#define JUNK_CEILING 200

/* FNV-1a; <Title> and </title> are one. */
static uint64_t hash_name(accord_slice name)
{
	uint64_t hash = 14695981039346656037u;
	for (size_t i = 0; i < name.len; i++)
		hash = (hash ^ (unsigned char)(name.data[i] | 0x20)) * 1099511628211u;
	return hash;
}

static bool is(accord_slice name, const char *text)
{
	size_t len = strlen(text);
	return name.len == len && !strncasecmp(name.data, text, len);
}

static accord_slice attribute(accord_slice attributes, const char *wanted)
{
	accord_slice name, value;
	while (next_attribute(&attributes, &name, &value))
		if (is(name, wanted))
			return accord_slice_trim(value);
	return (accord_slice){NULL, 0};
}

static void split_name(accord_slice name, accord_slice *prefix, accord_slice *local)
{
	const char *colon = memchr(name.data, ':', name.len);
	size_t n = colon ? (size_t)(colon - name.data) : 0;
	*prefix = (accord_slice){name.data, n};
	*local = colon ? (accord_slice){colon + 1, name.len - n - 1} : name;
}

/* Namespaces --------------------------------------------------------------------------------------------------- */

static const struct {
	const char *begins; /* behind http:// or https:// */
	enum space space;
} known_spaces[] = {
	{"www.w3.org/2005/atom", SPACE_ATOM}, {"purl.org/atom/", SPACE_ATOM}, {"purl.org/dc/elements/", SPACE_DC},
	{"purl.org/dc/terms/", SPACE_TERMS}, {"purl.org/rss/1.0/modules/content", SPACE_CONTENT},
	{"purl.org/rss/1.0/modules/syndication", SPACE_SY}, {"purl.org/rss/1.0/modules/dc", SPACE_DC},
	{"purl.org/rss/1.0/modules", SPACE_OTHER}, {"purl.org/rss/", SPACE_CORE}, {"purl.org/net/rss", SPACE_CORE},
	{"my.netscape.com/", SPACE_CORE}, {"channel.netscape.com/", SPACE_CORE}, {"backend.userland.com/", SPACE_CORE},
	{"blogs.law.harvard.edu/tech/rss", SPACE_CORE}, {"cyber.harvard.edu/rss", SPACE_CORE},
	{"www.rssboard.org/rss-specification", SPACE_CORE}, {"www.itunes.com/dtds/", SPACE_ITUNES},
	{"search.yahoo.com/mrss", SPACE_MEDIA}, {"www.w3.org/1999/xhtml", SPACE_XHTML},
	{"www.w3.org/1999/02/22-rdf-syntax-ns", SPACE_RDF}, {"www.w3.org/xml/1998", SPACE_XML}};

static const struct {
	const char *prefix;
	enum space space;
} usual_prefixes[] = {{"xml", SPACE_XML}, {"rdf", SPACE_RDF}, {"dc", SPACE_DC}, {"dcterms", SPACE_TERMS},
	{"content", SPACE_CONTENT}, {"itunes", SPACE_ITUNES}, {"media", SPACE_MEDIA}, {"sy", SPACE_SY},
	{"atom", SPACE_ATOM}, {"atom10", SPACE_ATOM}, {"a10", SPACE_ATOM}, {"rss", SPACE_CORE}, {"xhtml", SPACE_XHTML}};

static enum space space_of_uri(const struct elements *e, accord_slice uri)
{
	uri = accord_slice_trim(uri);
	if (!uri.len || (e->home && hash_name(uri) == e->home))
		return SPACE_CORE;
	const char *behind = memmem(uri.data, uri.len, "://", 3);
	if (behind)
		uri = (accord_slice){behind + 3, uri.len - (size_t)(behind + 3 - uri.data)};
	for (size_t i = 0; i < sizeof known_spaces / sizeof *known_spaces; i++) {
		size_t len = strlen(known_spaces[i].begins);
		if (uri.len >= len && !strncasecmp(uri.data, known_spaces[i].begins, len))
			return known_spaces[i].space;
	}
	return SPACE_OTHER;
}

/* The prefix that an attribute declares ("" for xmlns itself); false if it declares none. */
static bool declares(accord_slice name, accord_slice *prefix)
{
	if (name.len < 5 || strncmp(name.data, "xmlns", 5) || (name.len > 5 && name.data[5] != ':'))
		return false;
	*prefix = name.len > 5 ? (accord_slice){name.data + 6, name.len - 6} : (accord_slice){name.data, 0};
	return true;
}

static bool has_declarations(accord_slice attributes)
{
	return attributes.len > 5 && memmem(attributes.data, attributes.len, "xmlns", 5);
}

static void declare_spaces(struct elements *e, struct frame *frame, accord_slice attributes)
{
	accord_slice name, value, prefix;
	while (has_declarations(attributes) && next_attribute(&attributes, &name, &value)) {
		if (!declares(name, &prefix) || prefix.len >= sizeof e->spaces[0].prefix || e->space_count == MOST_SPACES)
			continue;
		memcpy(e->spaces[e->space_count].prefix, prefix.data, prefix.len);
		e->spaces[e->space_count].prefix[prefix.len] = 0;
		e->spaces[e->space_count++].space = (unsigned char)space_of_uri(e, value);
		frame->space_count++;
	}
}

static enum space space_of_prefix(const struct elements *e, accord_slice prefix)
{
	for (size_t i = e->space_count; i-- > 0;)
		if (accord_slice_is(prefix, e->spaces[i].prefix))
			return (enum space)e->spaces[i].space;
	if (!prefix.len)
		return SPACE_CORE;
	for (size_t i = 0; i < sizeof usual_prefixes / sizeof *usual_prefixes; i++)
		if (is(prefix, usual_prefixes[i].prefix))
			return usual_prefixes[i].space;
	return SPACE_OTHER;
}

/* The namespace of a tag, its own declarations included. */
static enum space space_of_tag(const struct elements *e, const struct scan_tag *tag, accord_slice prefix)
{
	accord_slice rest = tag->attributes, name, value, declared;
	while (has_declarations(rest) && next_attribute(&rest, &name, &value))
		if (declares(name, &declared) && accord_slice_equal(declared, prefix))
			return space_of_uri(e, value);
	return space_of_prefix(e, prefix);
}

/* Fields ------------------------------------------------------------------------------------------------------- */

static struct draft *draft_of(struct elements *e)
{
	return e->in_entry ? &e->entry_draft : &e->feed_draft;
}

static void set_value(struct draft *draft, enum field field, unsigned rank, bool first, accord_slice value)
{
	if (!value.data || rank < draft->ranks[field] || (first && rank == draft->ranks[field]))
		return;
	draft->values[field] = value;
	draft->ranks[field] = (unsigned char)rank;
}

static accord_slice base_of(const struct elements *e)
{
	if (e->depth && e->frames[e->depth - 1].base.data)
		return e->frames[e->depth - 1].base;
	if (e->base_url.data)
		return e->base_url;
	accord_slice self = e->feed_draft.values[FIELD_SELF];
	return self.data ? self : e->feed_draft.values[FIELD_LINK];
}

static accord_slice decoded(struct elements *e, accord_slice raw)
{
	accord_buffer_clear(&e->scratch);
	decode_references(&e->scratch, raw, e->entities, e->entity_count);
	return accord_slice_trim((accord_slice){e->scratch.data, e->scratch.len});
}

static void set_link(struct elements *e, enum field field, unsigned rank, bool first, accord_slice text)
{
	struct draft *draft = draft_of(e);
	if (rank < draft->ranks[field] || (first && rank == draft->ranks[field]))
		return;
	set_value(draft, field, rank, first, link_copy(draft->arena, base_of(e), text));
}

/* <link rel="alternate" type="text/html" href="…"/>; false if it has no href, and may have its address as text. */
static bool take_atom_link(struct elements *e, const struct element_rule *rule, accord_slice attributes)
{
	static const char iana[] = "http://www.iana.org/assignments/relation/";
	accord_slice href = attribute(attributes, "href"), rel = attribute(attributes, "rel");
	accord_slice type = attribute(attributes, "type");
	if (rel.len > sizeof iana - 1 && !strncasecmp(rel.data, iana, sizeof iana - 1))
		rel = (accord_slice){rel.data + sizeof iana - 1, rel.len - (sizeof iana - 1)};
	bool alternate = !rel.len || is(rel, "alternate");
	if (!href.len)
		return !alternate;
	bool page = !type.len || memmem(type.data, type.len, "html", 4);
	accord_slice text = decoded(e, href);
	if (alternate)
		set_link(e, FIELD_LINK, rule->rank + page, rule->first, text);
	else if (!e->in_entry && is(rel, "self"))
		set_link(e, FIELD_SELF, 1, true, text);
	else if (!e->in_entry && is(rel, "hub"))
		set_link(e, FIELD_HUB, 1, true, text);
	else if (!e->in_entry && is(rel, "next"))
		set_link(e, FIELD_NEXT, 1, true, text);
	return true;
}

/* How text is meant in Atom 1.0 (RFC 4287, 3.1 and 4.1.3) and 0.3, where a mode attribute says it. */
static enum capture atom_capture(accord_slice attributes)
{
	accord_slice type = attribute(attributes, "type"), mode = attribute(attributes, "mode");
	if (is(mode, "base64"))
		return type.len && !is(type, "text/plain") ? CAPTURE_BASE64 : CAPTURE_BASE64_TEXT;
	if (!type.len)
		return is(mode, "escaped") ? CAPTURE_HTML : CAPTURE_GUESS;
	if (is(type, "text") || is(type, "text/plain"))
		return CAPTURE_TEXT;
	bool xml = is(type, "xhtml") || memmem(type.data, type.len, "xml", 3);
	if (xml)
		return is(mode, "escaped") ? CAPTURE_HTML : CAPTURE_XHTML;
	return is(type, "html") || (type.len > 5 && !strncasecmp(type.data, "text/", 5)) ? CAPTURE_HTML : CAPTURE_BASE64;
}

static void begin_field(struct elements *e, const struct element_rule *rule, accord_slice attributes)
{
	accord_buffer_clear(&e->text);
	e->markup = false;
	e->capture_depth = e->depth;
	e->capture = rule->kind == TEXT_ATOM ? atom_capture(attributes) : rule->kind == TEXT_XHTML ? CAPTURE_XHTML : CAPTURE_GUESS;
}

/* What base64 hid; text that is none stays as it is. */
static void unpack(struct elements *e)
{
	e->capture = e->capture == CAPTURE_BASE64 ? CAPTURE_HTML : CAPTURE_TEXT;
	accord_buffer_clear(&e->scratch);
	if (!decode_base64(&e->scratch, (accord_slice){e->text.data, e->text.len}) || e->scratch.failed)
		return;
	accord_buffer_clear(&e->text);
	accord_buffer_append(&e->text, e->scratch.data, e->scratch.len);
}

static accord_slice take_title(struct elements *e, struct draft *draft, accord_slice text)
{
	enum plain_mode mode = e->capture == CAPTURE_HTML || e->capture == CAPTURE_XHTML || e->markup ? PLAIN_HTML
	                       : e->capture == CAPTURE_GUESS                                       ? PLAIN_GUESS
	                                                                                           : PLAIN_RAW;
	return plain_copy(draft->arena, &e->scratch, text, mode);
}

static accord_slice take_html(struct elements *e, struct draft *draft, const struct element_rule *rule, accord_slice text)
{
	bool plain = e->capture == CAPTURE_TEXT || (e->capture == CAPTURE_GUESS && rule->kind == TEXT_ATOM &&
	                                            !looks_like_html(text));
	if (plain && !e->markup) {
		accord_buffer_clear(&e->scratch);
		escape_html(&e->scratch, text);
		text = (accord_slice){e->scratch.data, e->scratch.len};
	}
	return clean_copy(draft->arena, text);
}

static unsigned small_number(accord_slice text)
{
	unsigned value = 0;
	text = accord_slice_trim(text);
	for (size_t i = 0; i < text.len && text.data[i] >= '0' && text.data[i] <= '9' && value < 100000; i++)
		value = value * 10 + (unsigned)(text.data[i] - '0');
	return value;
}

/* When it is not worth asking: ttl, skipHours, skipDays (RSS 2.0), the syndication module. */
static void take_schedule(struct elements *e, enum field field, accord_slice text)
{
	static const char *const days[] = {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};
	static const struct {
		const char *name;
		uint32_t minutes;
	} periods[] = {{"hourly", 60}, {"daily", 1440}, {"weekly", 10080}, {"monthly", 43200}, {"yearly", 525600}};
	text = accord_slice_trim(text);
	unsigned number = small_number(text);
	if (field == FIELD_TTL)
		e->feed->ttl = number;
	else if (field == FIELD_HOUR && text.len && number <= 24)
		e->feed->skip_hours |= 1u << number % 24;
	else if (field == FIELD_FREQUENCY)
		e->frequency = number;
	for (unsigned i = 0; field == FIELD_DAY && i < 7; i++)
		if (is(text, days[i]))
			e->feed->skip_days |= 1u << i;
	for (size_t i = 0; field == FIELD_PERIOD && i < sizeof periods / sizeof *periods; i++)
		if (is(text, periods[i].name))
			e->period = periods[i].minutes;
}

static void store_field(struct elements *e, const struct element_rule *rule, accord_slice text)
{
	struct draft *draft = draft_of(e);
	switch (rule->field) {
	case FIELD_TITLE:
		set_value(draft, FIELD_TITLE, rule->rank, rule->first, take_title(e, draft, text));
		break;
	case FIELD_LINK:
		set_link(e, FIELD_LINK, rule->rank + 1, rule->first, text);
		break;
	case FIELD_ID:
		set_value(draft, FIELD_ID, rule->rank, rule->first, clean_copy(draft->arena, text));
		break;
	case FIELD_LANG:
		set_value(draft, FIELD_LANG, rule->rank, rule->first, clean_copy(draft->arena, text));
		break;
	case FIELD_PUBLISHED:
	case FIELD_UPDATED:
		set_value(draft, rule->field, rule->rank, rule->first, date_copy(draft->arena, text));
		break;
	case FIELD_SUMMARY:
	case FIELD_SHORT:
	case FIELD_CONTENT:
		if (rule->rank >= draft->ranks[rule->field])
			set_value(draft, rule->field, rule->rank, rule->first, take_html(e, draft, rule, text));
		break;
	case FIELD_CATEGORY:
		if (draft->categories.count < LONGEST_LIST)
			list_add(draft->arena, &draft->categories, plain_copy(draft->arena, &e->scratch, text, PLAIN_GUESS));
		break;
	case FIELD_NAME:
		e->person_name = clean_copy(draft->arena, text);
		break;
	case FIELD_MAIL:
		e->person_mail = clean_copy(draft->arena, text);
		break;
	default:
		take_schedule(e, (enum field)rule->field, text);
	}
}

static void finish_field(struct elements *e, const struct frame *frame)
{
	if (e->capture >= CAPTURE_BASE64)
		unpack(e);
	if (e->text.failed)
		e->warning = "a field of more than 16 MiB is left out";
	else
		store_field(e, frame->rule, (accord_slice){e->text.data ? e->text.data : "", e->text.len});
	e->capture = CAPTURE_NONE;
	if (e->text.capacity > FIELD_CEILING / 16)
		accord_buffer_free(&e->text);
}

static void finish_person(struct elements *e, const struct element_rule *rule)
{
	struct draft *draft = draft_of(e);
	accord_slice text = e->person_name.data ? e->person_name
	                    : e->person_mail.data ? e->person_mail
	                                          : (accord_slice){e->person.data ? e->person.data : "", e->person.len};
	if (rule->rank < draft->author_rank || e->person.failed)
		return;
	accord_slice name = person_copy(draft->arena, &e->scratch, text);
	if (!name.len)
		return;
	if (rule->rank > draft->author_rank)
		draft->authors.count = 0;
	draft->author_rank = rule->rank;
	list_add(draft->arena, &draft->authors, name);
}

/* The stack ---------------------------------------------------------------------------------------------------- */

static void finish_entry(struct elements *e)
{
	struct draft *draft = &e->entry_draft;
	/* A guid is the link where there is no other, unless it says that it is none (RSS 2.0). */
	if (!draft->values[FIELD_LINK].data && e->dialect == &rss_dialect && !e->guid_is_name)
		draft->values[FIELD_LINK] = link_copy(draft->arena, (accord_slice){NULL, 0}, draft->values[FIELD_ID]);
	/* RSS with <summary> beside <description>: the latter is the text. */
	if (draft->values[FIELD_SHORT].data) {
		if (!draft->values[FIELD_CONTENT].data)
			draft->values[FIELD_CONTENT] = draft->values[FIELD_SUMMARY];
		draft->values[FIELD_SUMMARY] = draft->values[FIELD_SHORT];
	}
	/* Atom: the feed's authors are those of entries without (RFC 4287, 4.1.2). */
	if (!draft->authors.count && e->dialect == &atom_dialect)
		draft->authors = e->feed_draft.authors;
	draft_entry(draft, &e->entry);
	e->guid_is_name = false;
	e->feed->entry_count++;
	e->in_entry = false;
	if (!e->seen(e->seen_context, &e->entry))
		e->scanner.stop = true;
	draft_clear(draft);
}

static void pop_to(struct elements *e, size_t depth)
{
	e->overflow = 0;
	while (e->depth > depth && !e->scanner.stop) {
		struct frame *frame = &e->frames[e->depth - 1];
		if (frame->role == ROLE_FIELD && e->capture)
			finish_field(e, frame);
		else if (frame->role == ROLE_PERSON)
			finish_person(e, frame->rule);
		else if (frame->role == ROLE_ENTRY)
			finish_entry(e);
		e->space_count -= frame->space_count;
		e->depth--;
	}
	e->root_ended = e->depth == 0;
}

static struct frame *push(struct elements *e, accord_slice name, enum role role)
{
	accord_slice base = e->depth ? e->frames[e->depth - 1].base : (accord_slice){NULL, 0};
	struct frame *frame = &e->frames[e->depth++];
	*frame = (struct frame){.name = hash_name(name), .base = base, .role = (unsigned char)role};
	return frame;
}

static const struct element_rule *find_in(const struct element_table *tables, size_t count, enum space space,
                                          accord_slice local, unsigned where)
{
	for (size_t t = 0; t < count; t++)
		for (size_t i = 0; tables[t].space == space && i < tables[t].count; i++)
			if ((tables[t].rules[i].where & where) && is(local, tables[t].rules[i].name))
				return &tables[t].rules[i];
	return NULL;
}

static const struct element_rule *find_rule(const struct elements *e, enum space space, accord_slice local,
                                            unsigned where)
{
	const struct element_rule *rule = find_in(e->dialect->tables, e->dialect->table_count, space, local, where);
	return rule ? rule : find_in(module_tables, module_table_count, space, local, where);
}

static bool is_entry(const struct elements *e, const struct scan_tag *tag)
{
	accord_slice prefix, local;
	split_name(tag->name, &prefix, &local);
	return is(local, e->dialect->entry) && space_of_tag(e, tag, prefix) == SPACE_CORE;
}

static void take_base(struct elements *e, struct frame *frame, accord_slice attributes)
{
	if (!memmem(attributes.data, attributes.len, "xml:base", 8))
		return;
	accord_slice base = link_copy(draft_of(e)->arena, base_of(e), decoded(e, attribute(attributes, "xml:base")));
	if (base.data)
		frame->base = base;
}

static void begin_entry(struct elements *e, struct frame *frame, accord_slice attributes)
{
	frame->role = ROLE_ENTRY;
	e->in_entry = true;
	accord_slice about = attribute(attributes, "rdf:about");
	if (!about.data)
		about = attribute(attributes, "about");
	if (about.data)
		set_value(&e->entry_draft, FIELD_ID, 1, false, clean_copy(e->entry_draft.arena, decoded(e, about)));
}

/* Attributes that are values: category terms, guids that are no links, links. True if the text is of no interest. */
static bool take_attributes(struct elements *e, const struct element_rule *rule, accord_slice attributes)
{
	struct draft *draft = draft_of(e);
	if (rule->field == FIELD_ATOM_LINK || (rule->field == FIELD_LINK && attribute(attributes, "href").len))
		return take_atom_link(e, rule, attributes);
	if (rule->field == FIELD_CATEGORY && rule->kind == TEXT_ATOM) {
		accord_slice term = attribute(attributes, "term");
		if (!term.len)
			term = attribute(attributes, "label");
		if (!term.len)
			return false;
		accord_buffer_clear(&e->text);
		decode_references(&e->text, term, e->entities, e->entity_count);
		list_add(draft->arena, &draft->categories,
		         plain_copy(draft->arena, &e->scratch, (accord_slice){e->text.data, e->text.len}, PLAIN_GUESS));
		return true;
	}
	return false;
}

static const struct element_rule link_text = {"link", ANYWHERE, FIELD_LINK, 5, TEXT_HTML, true};

static void begin_known(struct elements *e, struct frame *frame, const struct element_rule *rule, accord_slice attributes)
{
	frame->rule = rule;
	if (rule->field == FIELD_GROUP) {
		frame->role = (unsigned char)(e->in_entry ? ROLE_GROUP : ROLE_FEED);
	} else if (rule->field == FIELD_PERSON) {
		frame->role = ROLE_PERSON;
		accord_buffer_clear(&e->person);
		e->person_name = e->person_mail = (accord_slice){NULL, 0};
	} else if (!take_attributes(e, rule, attributes)) {
		if (rule->field == FIELD_ATOM_LINK)
			frame->rule = rule = &link_text;
		frame->role = ROLE_FIELD;
		begin_field(e, rule, attributes);
		if (rule->field == FIELD_ID && is(attribute(attributes, "ispermalink"), "false"))
			e->guid_is_name = true;
	}
}

static unsigned where_of(const struct elements *e)
{
	switch (e->depth ? e->frames[e->depth - 1].role : ROLE_FEED) {
	case ROLE_FEED:
		return IN_FEED;
	case ROLE_ENTRY:
		return IN_ENTRY;
	case ROLE_GROUP:
		return e->in_entry ? IN_ENTRY : IN_FEED;
	case ROLE_PERSON:
		return IN_PERSON;
	default:
		return 0;
	}
}

/* Close whatever stands open between the feed and a new entry. */
static void close_entry(struct elements *e)
{
	size_t depth = e->depth;
	while (depth > 1 && e->frames[depth - 1].role != ROLE_FEED)
		depth--;
	if (depth == e->depth)
		return;
	e->warning = e->in_entry ? "an entry does not end" : e->warning;
	pop_to(e, depth);
}

static void begin_structure(struct elements *e, const struct scan_tag *tag)
{
	bool entry = is_entry(e, tag);
	if (entry)
		close_entry(e);
	if (e->scanner.stop)
		return;
	if (e->depth == DEEPEST) {
		e->overflow += !tag->empty;
		return;
	}
	unsigned where = where_of(e);
	accord_slice prefix, local;
	split_name(tag->name, &prefix, &local);
	struct frame *frame = push(e, tag->name, ROLE_OTHER);
	declare_spaces(e, frame, tag->attributes);
	if (tag->attributes.len > 8)
		take_base(e, frame, tag->attributes);
	const struct element_rule *rule = NULL;
	if (entry)
		begin_entry(e, frame, tag->attributes);
	else if (where && (rule = find_rule(e, space_of_prefix(e, prefix), local, where)))
		begin_known(e, frame, rule, tag->attributes);
	if (where == IN_FEED && is(local, "channel")) {
		e->has_channel = true;
		set_value(&e->feed_draft, FIELD_LANG, 1, true,
		          clean_copy(e->feed_draft.arena, attribute(tag->attributes, "xml:lang")));
	}
	if (tag->empty)
		pop_to(e, e->depth - 1);
}

/* Markup inside a field ---------------------------------------------------------------------------------------- */

static void append_tag(struct elements *e, const struct scan_tag *tag, accord_slice prefix, accord_slice local)
{
	bool strip = prefix.len && space_of_tag(e, tag, prefix) == SPACE_XHTML;
	accord_slice name = strip ? local : tag->name;
	accord_buffer_append_char(&e->text, '<');
	accord_buffer_append(&e->text, name.data, name.len);
	accord_buffer_append(&e->text, tag->attributes.data, tag->attributes.len);
	if (tag->empty && html_void(local.data, local.len)) {
		accord_buffer_append_text(&e->text, "/>");
	} else {
		accord_buffer_append_char(&e->text, '>');
		if (tag->empty) {
			accord_buffer_append_text(&e->text, "</");
			accord_buffer_append(&e->text, name.data, name.len);
			accord_buffer_append_char(&e->text, '>');
		}
	}
}

static bool blank(const accord_buffer *text)
{
	for (size_t i = 0; i < text->len; i++)
		if ((unsigned char)text->data[i] > ' ')
			return false;
	return true;
}

static void begin_markup(struct elements *e, const struct scan_tag *tag)
{
	accord_slice prefix, local;
	split_name(tag->name, &prefix, &local);
	/* The div around XHTML is not part of it (RFC 4287, 3.1.1.3). */
	bool silent = e->capture == CAPTURE_XHTML && e->depth == e->capture_depth && is(local, "div") && blank(&e->text);
	e->markup = true;
	if (!silent)
		append_tag(e, tag, prefix, local);
	if (tag->empty)
		return;
	if (e->depth == DEEPEST) {
		e->overflow++;
		return;
	}
	struct frame *frame = push(e, tag->name, silent ? ROLE_SILENT : ROLE_MARKUP);
	declare_spaces(e, frame, tag->attributes);
}

static void end_markup(struct elements *e, accord_slice name)
{
	accord_slice prefix, local;
	split_name(name, &prefix, &local);
	if (prefix.len && space_of_prefix(e, prefix) == SPACE_XHTML)
		name = local;
	accord_buffer_append_text(&e->text, "</");
	accord_buffer_append(&e->text, name.data, name.len);
	accord_buffer_append_char(&e->text, '>');
}

/* Whether a tag inside a field shows that the field's end tag is missing. */
static bool breaks_out(const struct elements *e, const struct scan_tag *tag)
{
	if (e->capture == CAPTURE_XHTML)
		return false;
	if (is_entry(e, tag))
		return true;
	const struct frame *field = &e->frames[e->capture_depth - 1];
	accord_slice prefix, local;
	split_name(tag->name, &prefix, &local);
	if (field->rule->field == FIELD_SUMMARY || field->rule->field == FIELD_SHORT || field->rule->field == FIELD_CONTENT ||
	    html_element(local.data, local.len))
		return false;
	return find_rule(e, space_of_tag(e, tag, prefix), local, e->in_entry ? IN_ENTRY : IN_FEED) != NULL;
}

/* The root ----------------------------------------------------------------------------------------------------- */

static accord_feed_format rss_version(accord_slice version)
{
	static const struct {
		const char *begins;
		accord_feed_format format;
	} versions[] = {{"0.90", ACCORD_RSS_090}, {"0.91", ACCORD_RSS_091}, {"0.92", ACCORD_RSS_092},
		{"0.93", ACCORD_RSS_093}, {"0.94", ACCORD_RSS_094}, {"0.9", ACCORD_RSS_090}, {"1.", ACCORD_RSS_10}};
	for (size_t i = 0; i < sizeof versions / sizeof *versions; i++)
		if (version.len >= strlen(versions[i].begins) &&
		    !memcmp(version.data, versions[i].begins, strlen(versions[i].begins)))
			return versions[i].format;
	return ACCORD_RSS_20;
}

static accord_feed_format format_of_root(accord_slice local, accord_slice attributes, accord_slice uri)
{
	accord_slice version = attribute(attributes, "version");
	if (is(local, "rss"))
		return rss_version(version);
	if (is(local, "channel"))
		return ACCORD_RSS_20;
	if (is(local, "rdf"))
		return memmem(attributes.data, attributes.len, "netscape.com/rdf", 16) ? ACCORD_RSS_090 : ACCORD_RSS_10;
	if (is(local, "feed") || is(local, "entry")) {
		bool old = version.len || (uri.len && !memmem(uri.data, uri.len, "2005/", 5));
		bool new = uri.len && memmem(uri.data, uri.len, "2005/Atom", 9);
		return old && !new ? ACCORD_ATOM_03 : ACCORD_ATOM_10;
	}
	return ACCORD_FEED_UNKNOWN;
}

static void find_home(struct elements *e, accord_slice prefix, accord_slice attributes, accord_slice *uri)
{
	accord_slice name, value, declared;
	while (next_attribute(&attributes, &name, &value))
		if (declares(name, &declared) && accord_slice_equal(declared, prefix))
			*uri = accord_slice_trim(value);
	e->home = uri->len ? hash_name(*uri) : 0;
}

static void begin_root(struct elements *e, const struct scan_tag *tag)
{
	accord_slice prefix, local, uri = {NULL, 0};
	split_name(tag->name, &prefix, &local);
	if (!e->junk++) {
		size_t n = tag->name.len < sizeof e->first_element ? tag->name.len : sizeof e->first_element - 1;
		memcpy(e->first_element, tag->name.data, n);
	}
	if (is(local, "html") || is(local, "head") || is(local, "body") || e->junk > JUNK_CEILING) {
		e->scanner.stop = true;
		return;
	}
	find_home(e, prefix, tag->attributes, &uri);
	e->feed->format = format_of_root(local, tag->attributes, uri);
	if (e->feed->format == ACCORD_FEED_UNKNOWN) {
		e->home = 0;
		return;
	}
	if (is(local, "rdf"))
		e->home = 0;
	e->is_rdf = is(local, "rdf");
	e->has_channel = is(local, "channel");
	e->dialect = e->feed->format >= ACCORD_ATOM_03 ? &atom_dialect : &rss_dialect;
	if (is(local, "entry")) {
		begin_structure(e, tag);
		return;
	}
	struct frame *frame = push(e, tag->name, ROLE_FEED);
	declare_spaces(e, frame, tag->attributes);
	take_base(e, frame, tag->attributes);
	set_value(&e->feed_draft, FIELD_LANG, 1, true,
	          clean_copy(e->feed_draft.arena, attribute(tag->attributes, "xml:lang")));
	if (tag->empty)
		pop_to(e, 0);
}

/* Events ------------------------------------------------------------------------------------------------------- */

static void on_start(void *context, const struct scan_tag *tag)
{
	struct elements *e = context;
	if (e->root_ended)
		return;
	if (!e->dialect) {
		begin_root(e, tag);
		return;
	}
	if (e->capture && breaks_out(e, tag)) {
		e->warning = "a field does not end";
		pop_to(e, e->capture_depth - 1);
	}
	if (e->capture)
		begin_markup(e, tag);
	else
		begin_structure(e, tag);
}

static void on_end(void *context, accord_slice name)
{
	struct elements *e = context;
	if (!e->dialect || e->root_ended)
		return;
	uint64_t hash = hash_name(name);
	size_t i = e->depth;
	while (i > 0 && e->frames[i - 1].name != hash)
		i--;
	/* Beyond the deepest level elements are only counted; the end of a field or entry ends them all. */
	bool outer = i && (!e->capture || i <= e->capture_depth);
	if (e->overflow && !(outer && e->capture)) {
		e->overflow--;
		if (e->capture)
			end_markup(e, name);
		return;
	}
	if (!i) {
		if (e->capture && e->capture != CAPTURE_XHTML && !html_element(name.data, name.len)) {
			e->warning = "an end tag has no beginning";
			pop_to(e, e->capture_depth - 1);
		}
		return;
	}
	if (e->capture && i > e->capture_depth && e->frames[i - 1].role == ROLE_MARKUP)
		end_markup(e, name);
	pop_to(e, i - 1);
}

static void on_text(void *context, accord_slice text, bool cdata)
{
	struct elements *e = context;
	if (!e->capture) {
		if (e->depth && e->frames[e->depth - 1].role == ROLE_PERSON) {
			if (cdata)
				accord_buffer_append(&e->person, text.data, text.len);
			else
				decode_references(&e->person, text, e->entities, e->entity_count);
		}
		return;
	}
	if (e->capture == CAPTURE_XHTML) {
		if (cdata)
			escape_html(&e->text, text);
		else
			accord_buffer_append(&e->text, text.data, text.len);
	} else if (cdata) {
		accord_buffer_append(&e->text, text.data, text.len);
	} else {
		decode_references(&e->text, text, e->entities, e->entity_count);
	}
}

/* <!ENTITY nbsp "&#160;">: short texts only, also with what earlier ones expand to in them, so that none can grow. */
static void on_doctype(void *context, accord_slice declaration)
{
	struct elements *e = context;
	const char *p = declaration.data, *end = p + declaration.len;
	while ((p = memmem(p, (size_t)(end - p), "<!ENTITY", 8))) {
		p += 8;
		while (p < end && (unsigned char)*p <= ' ')
			p++;
		const char *name = p;
		while (p < end && (unsigned char)*p > ' ')
			p++;
		size_t name_len = (size_t)(p - name);
		while (p < end && (unsigned char)*p <= ' ')
			p++;
		const char *quote = p < end && (*p == '"' || *p == '\'') ? memchr(p + 1, *p, (size_t)(end - p - 1)) : NULL;
		if (!quote || !name_len || name_len >= sizeof e->entities->name || e->entity_count == MOST_ENTITIES)
			continue;
		if (!e->entities && !(e->entities = calloc(MOST_ENTITIES, sizeof *e->entities)))
			return;
		accord_slice value = decoded(e, (accord_slice){p + 1, (size_t)(quote - p - 1)});
		p = quote;
		if (value.len >= sizeof e->entities->value)
			continue;
		struct entity_value *entity = &e->entities[e->entity_count];
		memcpy(entity->name, name, name_len);
		memcpy(entity->value, value.data ? value.data : "", value.len);
		e->entity_count++;
	}
}

bool elements_init(struct elements *e, accord_feed *feed, accord_arena *feed_arena, accord_arena *entry_arena)
{
	static const struct scan_events events = {on_start, on_end, on_text, on_doctype};
	e->scanner = (struct scanner){.events = &events, .context = e};
	e->feed = feed;
	e->feed_draft.arena = feed_arena;
	e->entry_draft.arena = entry_arena;
	accord_buffer_init(&e->text, FIELD_CEILING);
	accord_buffer_init(&e->scratch, FIELD_CEILING * 6);
	accord_buffer_init(&e->person, 4096);
	return feed_arena && entry_arena;
}

void elements_free(struct elements *e)
{
	accord_buffer_free(&e->text);
	accord_buffer_free(&e->scratch);
	accord_buffer_free(&e->person);
	free(e->entities);
}

void elements_finish(struct elements *e)
{
	accord_feed *feed = e->feed;
	const struct draft *draft = &e->feed_draft;
	if (e->depth && !e->scanner.stop)
		e->warning = e->in_entry ? "cut off inside an entry, which is left out" : "cut off before its end";
	else if (!e->warning)
		e->warning = e->scanner.damage;
	feed->title = draft->values[FIELD_TITLE];
	feed->link = draft->values[FIELD_LINK];
	feed->lang = draft->values[FIELD_LANG];
	feed->updated = draft->values[FIELD_UPDATED];
	feed->self = draft->values[FIELD_SELF];
	feed->hub = draft->values[FIELD_HUB];
	feed->next = draft->values[FIELD_NEXT];
	if (!feed->ttl && e->period)
		feed->ttl = e->period / (e->frequency ? e->frequency : 1);
}
