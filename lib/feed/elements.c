/*
 * From tags to fields. A stack of open elements knows of each what it is for: the feed, an entry, a field
 * whose text is being gathered, markup inside such a field, or nothing of interest. Which element fills which
 * field stands in the tables of rss.c, atom.c and modules.c.
 *
 * Wrong nesting is put right as a reader would: an end tag closes the element of its name and all inside it;
 * one that was never opened is passed over; an entry that begins inside an entry ends the former.
 *
 *   <item><title>A</titel><link>…   the stray end tag ends the title, as </titel> is no HTML
 *   <item>…<item>…                  two entries
 */
#include "elements.h"
#include "plain_text.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static void finish_entry(struct elements *e)
{
	struct draft *draft = &e->entry_draft;
	/* A guid is the link where there is no other, unless it says that it is none (RSS 2.0). */
	if (!draft->values[FIELD_LINK].data && e->dialect == &rss_dialect && !e->guid_is_name)
		draft->values[FIELD_LINK] =
			link_copy(draft->arena, (accord_slice){NULL, 0}, draft->values[FIELD_ID]);
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

void pop_to(struct elements *e, size_t depth)
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

struct frame *push(struct elements *e, accord_slice name, enum role role)
{
	accord_slice base = e->depth ? e->frames[e->depth - 1].base : (accord_slice){NULL, 0};
	struct frame *frame = &e->frames[e->depth++];
	*frame = (struct frame){.name = name_hash(name), .base = base, .role = (unsigned char)role};
	return frame;
}

static const struct element_rule *find_in(const struct element_table *tables, size_t count, enum space space,
					  accord_slice local, unsigned where)
{
	for (size_t t = 0; t < count; t++)
		for (size_t i = 0; tables[t].space == space && i < tables[t].count; i++)
			if ((tables[t].rules[i].where & where) && name_is(local, tables[t].rules[i].name))
				return &tables[t].rules[i];
	return NULL;
}

static const struct element_rule *find_rule(const struct elements *e, enum space space, accord_slice local,
					    unsigned where)
{
	const struct element_rule *rule =
		find_in(e->dialect->tables, e->dialect->table_count, space, local, where);
	return rule ? rule : find_in(module_tables, module_table_count, space, local, where);
}

static bool is_entry(const struct elements *e, const struct scan_tag *tag)
{
	accord_slice prefix, local;
	split_name(tag->name, &prefix, &local);
	return name_is(local, e->dialect->entry) && space_of_tag(e, tag, prefix) == SPACE_CORE;
}

void take_base(struct elements *e, struct frame *frame, accord_slice attributes)
{
	if (!memmem(attributes.data, attributes.len, "xml:base", 8))
		return;
	accord_slice base = link_copy(draft_of(e)->arena, base_of(e),
				      decoded(e, attribute_value(attributes, "xml:base")));
	if (base.data)
		frame->base = base;
}

static void begin_entry(struct elements *e, struct frame *frame, accord_slice attributes)
{
	frame->role = ROLE_ENTRY;
	e->in_entry = true;
	accord_slice about = attribute_value(attributes, "rdf:about");
	if (!about.data)
		about = attribute_value(attributes, "about");
	if (about.data)
		set_value(&e->entry_draft, FIELD_ID, 1, false,
			  clean_copy(e->entry_draft.arena, decoded(e, about)));
}

/* Attributes that are values: category terms, guids that are no links, links. True if the text is of no
 * interest. */
static bool take_attributes(struct elements *e, const struct element_rule *rule, accord_slice attributes)
{
	struct draft *draft = draft_of(e);
	if (rule->field == FIELD_ATOM_LINK ||
	    (rule->field == FIELD_LINK && attribute_value(attributes, "href").len))
		return take_atom_link(e, rule, attributes);
	if (rule->field == FIELD_CATEGORY && rule->kind == TEXT_ATOM) {
		accord_slice term = attribute_value(attributes, "term");
		if (!term.len)
			term = attribute_value(attributes, "label");
		if (!term.len)
			return false;
		accord_buffer_clear(&e->text);
		decode_references(&e->text, term, e->entities, e->entity_count);
		list_add(draft->arena, &draft->categories,
			 plain_copy(draft->arena, &e->scratch, (accord_slice){e->text.data, e->text.len},
				    PLAIN_GUESS));
		return true;
	}
	return false;
}

static const struct element_rule link_text = {"link", ANYWHERE, FIELD_LINK, 5, TEXT_HTML, true};

static void begin_known(struct elements *e, struct frame *frame, const struct element_rule *rule,
			accord_slice attributes)
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
		if (rule->field == FIELD_ID && name_is(attribute_value(attributes, "ispermalink"), "false"))
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

void begin_structure(struct elements *e, const struct scan_tag *tag)
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
	if (where == IN_FEED && name_is(local, "channel")) {
		e->has_channel = true;
		set_value(&e->feed_draft, FIELD_LANG, 1, true,
			  clean_copy(e->feed_draft.arena, attribute_value(tag->attributes, "xml:lang")));
	}
	if (tag->empty)
		pop_to(e, e->depth - 1);
}

/* Markup inside a field
 * ------------------------------------------------------------------------------------------ */

static void append_tag(struct elements *e, const struct scan_tag *tag, accord_slice prefix,
		       accord_slice local)
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
	bool silent = e->capture == CAPTURE_XHTML && e->depth == e->capture_depth && name_is(local, "div") &&
		      blank(&e->text);
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
	if (field->rule->field == FIELD_SUMMARY || field->rule->field == FIELD_SHORT ||
	    field->rule->field == FIELD_CONTENT || html_element(local.data, local.len))
		return false;
	return find_rule(e, space_of_tag(e, tag, prefix), local, e->in_entry ? IN_ENTRY : IN_FEED) != NULL;
}

/* Events
 * ---------------------------------------------------------------------------------------------------------
 */

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
	uint64_t hash = name_hash(name);
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

static void on_doctype(void *context, accord_slice declaration)
{
	read_doctype(context, declaration);
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
		e->warning =
			e->in_entry ? "cut off inside an entry, which is left out" : "cut off before its end";
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
