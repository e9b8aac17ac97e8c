/*
 * Fields of a feed and its entries: how the text of an element is gathered, what it becomes, and which of
 * several elements for one field counts.
 */
#include "elements.h"
#include "plain_text.h"

#include <string.h>
#include <strings.h>

struct draft *draft_of(struct elements *e)
{
	return e->in_entry ? &e->entry_draft : &e->feed_draft;
}

void set_value(struct draft *draft, enum field field, unsigned rank, bool first, accord_slice value)
{
	if (!value.data || rank < draft->ranks[field] || (first && rank == draft->ranks[field]))
		return;
	draft->values[field] = value;
	draft->ranks[field] = (unsigned char)rank;
}

accord_slice base_of(const struct elements *e)
{
	if (e->depth && e->frames[e->depth - 1].base.data)
		return e->frames[e->depth - 1].base;
	if (e->base_url.data)
		return e->base_url;
	accord_slice self = e->feed_draft.values[FIELD_SELF];
	return self.data ? self : e->feed_draft.values[FIELD_LINK];
}

accord_slice decoded(struct elements *e, accord_slice raw)
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

/* <link rel="alternate" type="text/html" href="…"/>; false if it has no href, and may have its address as
 * text. */
bool take_atom_link(struct elements *e, const struct element_rule *rule, accord_slice attributes)
{
	static const char iana[] = "http://www.iana.org/assignments/relation/";
	accord_slice href = attribute_value(attributes, "href"), rel = attribute_value(attributes, "rel");
	accord_slice type = attribute_value(attributes, "type");
	if (rel.len > sizeof iana - 1 && !strncasecmp(rel.data, iana, sizeof iana - 1))
		rel = (accord_slice){rel.data + sizeof iana - 1, rel.len - (sizeof iana - 1)};
	bool alternate = !rel.len || name_is(rel, "alternate");
	if (!href.len)
		return !alternate;
	bool page = !type.len || memmem(type.data, type.len, "html", 4);
	accord_slice text = decoded(e, href);
	if (alternate)
		set_link(e, FIELD_LINK, rule->rank + page, rule->first, text);
	else if (!e->in_entry && name_is(rel, "self"))
		set_link(e, FIELD_SELF, 1, true, text);
	else if (!e->in_entry && name_is(rel, "hub"))
		set_link(e, FIELD_HUB, 1, true, text);
	else if (!e->in_entry && name_is(rel, "next"))
		set_link(e, FIELD_NEXT, 1, true, text);
	return true;
}

/* How text is meant in Atom 1.0 (RFC 4287, 3.1 and 4.1.3) and 0.3, where a mode attribute says it. */
static enum capture atom_capture(accord_slice attributes)
{
	accord_slice type = attribute_value(attributes, "type"), mode = attribute_value(attributes, "mode");
	if (name_is(mode, "base64"))
		return type.len && !name_is(type, "text/plain") ? CAPTURE_BASE64 : CAPTURE_BASE64_TEXT;
	if (!type.len)
		return name_is(mode, "escaped") ? CAPTURE_HTML : CAPTURE_GUESS;
	if (name_is(type, "text") || name_is(type, "text/plain"))
		return CAPTURE_TEXT;
	bool xml = name_is(type, "xhtml") || memmem(type.data, type.len, "xml", 3);
	if (xml)
		return name_is(mode, "escaped") ? CAPTURE_HTML : CAPTURE_XHTML;
	return name_is(type, "html") || (type.len > 5 && !strncasecmp(type.data, "text/", 5))
		       ? CAPTURE_HTML
		       : CAPTURE_BASE64;
}

void begin_field(struct elements *e, const struct element_rule *rule, accord_slice attributes)
{
	accord_buffer_clear(&e->text);
	e->markup = false;
	e->capture_depth = e->depth;
	e->capture = rule->kind == TEXT_ATOM    ? atom_capture(attributes)
		     : rule->kind == TEXT_XHTML ? CAPTURE_XHTML
						: CAPTURE_GUESS;
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
	enum plain_mode mode = e->capture == CAPTURE_HTML || e->capture == CAPTURE_XHTML || e->markup
				       ? PLAIN_HTML
			       : e->capture == CAPTURE_GUESS ? PLAIN_GUESS
							     : PLAIN_RAW;
	return plain_copy(draft->arena, &e->scratch, text, mode);
}

static accord_slice take_html(struct elements *e, struct draft *draft, const struct element_rule *rule,
			      accord_slice text)
{
	bool plain = e->capture == CAPTURE_TEXT ||
		     (e->capture == CAPTURE_GUESS && rule->kind == TEXT_ATOM && !looks_like_html(text));
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
	static const char *const days[] = {"sunday",   "monday", "tuesday", "wednesday",
					   "thursday", "friday", "saturday"};
	static const struct {
		const char *name;
		uint32_t minutes;
	} periods[] = {
		{"hourly", 60}, {"daily", 1440}, {"weekly", 10080}, {"monthly", 43200}, {"yearly", 525600}};
	text = accord_slice_trim(text);
	unsigned number = small_number(text);
	if (field == FIELD_TTL)
		e->feed->ttl = number;
	else if (field == FIELD_HOUR && text.len && number <= 24)
		e->feed->skip_hours |= 1u << number % 24;
	else if (field == FIELD_FREQUENCY)
		e->frequency = number;
	for (unsigned i = 0; field == FIELD_DAY && i < 7; i++)
		if (name_is(text, days[i]))
			e->feed->skip_days |= 1u << i;
	for (size_t i = 0; field == FIELD_PERIOD && i < sizeof periods / sizeof *periods; i++)
		if (name_is(text, periods[i].name))
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
			set_value(draft, rule->field, rule->rank, rule->first,
				  take_html(e, draft, rule, text));
		break;
	case FIELD_CATEGORY:
		if (draft->categories.count < LONGEST_LIST)
			list_add(draft->arena, &draft->categories,
				 plain_copy(draft->arena, &e->scratch, text, PLAIN_GUESS));
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

void finish_field(struct elements *e, const struct frame *frame)
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

void finish_person(struct elements *e, const struct element_rule *rule)
{
	struct draft *draft = draft_of(e);
	accord_slice text = e->person_name.data ? e->person_name
			    : e->person_mail.data
				    ? e->person_mail
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
