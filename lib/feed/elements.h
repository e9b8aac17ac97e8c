/* From tags to the fields of a feed: the part that all XML formats share. See elements.c. */
#ifndef FEED_ELEMENTS_H
#define FEED_ELEMENTS_H

#include "scanner.h"

#include <accord/buffer.h>
#include <accord/feed.h>
#include <accord/url.h>

/* The namespaces that mean something here. CORE is that of the format itself: the root's, RSS's own, or none.
 */
enum space {
	SPACE_CORE,
	SPACE_ATOM,
	SPACE_DC,
	SPACE_TERMS,
	SPACE_CONTENT,
	SPACE_ITUNES,
	SPACE_MEDIA,
	SPACE_SY,
	SPACE_RDF,
	SPACE_XHTML,
	SPACE_XML,
	SPACE_NEWS,
	SPACE_OTHER,
	SPACES
};

enum field {
	FIELD_TITLE,
	FIELD_LINK,
	FIELD_ID,
	FIELD_PUBLISHED,
	FIELD_UPDATED,
	FIELD_SUMMARY,
	FIELD_SHORT,
	FIELD_CONTENT,
	FIELD_LANG,
	FIELD_SELF,
	FIELD_HUB,
	FIELD_NEXT,
	FIELD_VALUES, /* those that are one slice */
	FIELD_CATEGORY,
	FIELD_NAME,
	FIELD_MAIL,
	FIELD_TTL,
	FIELD_HOUR,
	FIELD_DAY,
	FIELD_PERIOD,
	FIELD_FREQUENCY,
	FIELD_ATOM_LINK, /* <link rel href>: which field it is depends on rel */
	FIELD_PERSON,    /* an author, as text or with <name> and <email> inside */
	FIELD_GROUP      /* its children count as if they stood outside */
};

enum { IN_FEED = 1, IN_ENTRY = 2, IN_PERSON = 4, ANYWHERE = 3 };

/* How the text of a field is meant. */
enum text_kind { TEXT_HTML, TEXT_ATOM /* its type attribute says */, TEXT_XHTML };

/*
 * A row of a format's table: the element `name` (lower case) fills `field`, unless something of a higher rank
 * has. Of equals the later one wins, the first one if `first`.
 */
struct element_rule {
	const char *name;
	unsigned char where, field, rank, kind;
	bool first;
};

struct element_table {
	enum space space;
	const struct element_rule *rules;
	size_t count;
};

/* Atom's elements stand in RSS too. */
#define ATOM_RULES 14
extern const struct element_rule atom_rules[ATOM_RULES];

#define ELEMENT_TABLE(space, rules)                                                                          \
	{                                                                                                    \
		space, rules, sizeof rules / sizeof *rules                                                   \
	}

/* What makes a format: the name of its entries and its tables, best first; modules (modules.c) are for all.
 */
struct dialect {
	const char *entry;
	const struct element_table *tables;
	size_t table_count;
};

extern const struct dialect rss_dialect, atom_dialect, sitemap_dialect, sitemap_index_dialect;
extern const struct element_table module_tables[];
extern const size_t module_table_count;

/* What is being filled: the feed, or one entry. */
struct draft {
	accord_arena *arena;
	accord_slice values[FIELD_VALUES];
	unsigned char ranks[FIELD_VALUES];
	struct slice_list {
		accord_slice *items;
		size_t count, capacity;
	} authors, categories;
	unsigned char author_rank, category_rank;
};

enum role {
	ROLE_OTHER,
	ROLE_FEED,
	ROLE_ENTRY,
	ROLE_FIELD,
	ROLE_PERSON,
	ROLE_GROUP,
	ROLE_MARKUP,
	ROLE_SILENT
};

#define DEEPEST 256
#define MOST_SPACES 64
#define MOST_ENTITIES 64
/* Authors and categories of one entry: whoever has more is not describing an article. */
#define LONGEST_LIST 256
#define FIELD_CEILING ((size_t)16 << 20)

struct frame {
	uint64_t name; /* hash, as written */
	accord_slice base;
	const struct element_rule *rule;
	unsigned char role, space_count;
};

struct entity_value {
	char name[24], value[232];
};

/* How the text of the field at hand is taken. */
enum capture {
	CAPTURE_NONE,
	CAPTURE_HTML,
	CAPTURE_GUESS,
	CAPTURE_TEXT,
	CAPTURE_XHTML,
	CAPTURE_BASE64,
	CAPTURE_BASE64_TEXT
};

struct elements {
	struct scanner scanner;
	const struct dialect *dialect; /* NULL before the root */
	accord_feed *feed;
	struct draft feed_draft, entry_draft;
	bool in_entry, root_ended, is_rdf, has_channel;
	bool sitemaps; /* are feeds as well */
	bool guid_is_name; /* isPermaLink="false" */
	unsigned junk;     /* elements before the root */
	char first_element[24];
	struct frame frames[DEEPEST];
	size_t depth, overflow; /* overflow: elements open beyond DEEPEST */
	struct {
		char prefix[16];
		unsigned char space;
	} spaces[MOST_SPACES];
	size_t space_count;
	uint64_t home; /* the namespace of the root, hashed; 0 for none */
	enum capture capture;
	bool markup;          /* the field at hand has elements inside */
	size_t capture_depth; /* depth of the field's own frame */
	accord_buffer text;   /* the field at hand */
	accord_buffer scratch;
	accord_buffer person; /* an author's text outside <name> and <email> */
	accord_slice person_name, person_mail;
	accord_slice base_url; /* of the options */
	struct entity_value *entities;
	size_t entity_count;
	uint32_t period, frequency;
	accord_feed_entry entry;
	bool (*seen)(void *context, const accord_feed_entry *entry); /* false: stop */
	void *seen_context;
	const char *warning; /* static text */
};

bool elements_init(struct elements *elements, accord_feed *feed, accord_arena *feed_arena,
		   accord_arena *entry_arena);
void elements_free(struct elements *elements);
/* After the last byte: what is still open is cut off. */
void elements_finish(struct elements *elements);

/* elements.c: the stack of open elements.
 * ------------------------------------------------------------------------ */

struct frame *push(struct elements *elements, accord_slice name, enum role role);
/* Close what is open beyond `depth`, fields and entries filled on the way. */
void pop_to(struct elements *elements, size_t depth);
/* xml:base of an element that was just pushed. */
void take_base(struct elements *elements, struct frame *frame, accord_slice attributes);
/* A start tag outside any field. */
void begin_structure(struct elements *elements, const struct scan_tag *tag);

/* root.c
 * -------------------------------------------------------------------------------------------------------- */

/* A start tag before the root was found: perhaps it is the root. */
void begin_root(struct elements *elements, const struct scan_tag *tag);
void read_doctype(struct elements *elements, accord_slice declaration);

/* names.c
 * ------------------------------------------------------------------------------------------------------- */

/* <Title> and </title> have one hash. */
uint64_t name_hash(accord_slice name);
/* In any case of its letters. */
bool name_is(accord_slice name, const char *text);
/* The value of an attribute, undecoded, trimmed; unknown if it is not there. */
accord_slice attribute_value(accord_slice attributes, const char *wanted);
void split_name(accord_slice name, accord_slice *prefix, accord_slice *local);
/* The prefix that an attribute declares ("" for xmlns itself); false if it declares none. */
bool declares(accord_slice name, accord_slice *prefix);
/* Keep what an element declares until its frame is popped. */
void declare_spaces(struct elements *elements, struct frame *frame, accord_slice attributes);
enum space space_of_prefix(const struct elements *elements, accord_slice prefix);
/* The namespace of a tag, its own declarations included. */
enum space space_of_tag(const struct elements *elements, const struct scan_tag *tag, accord_slice prefix);

/* fields.c
 * ------------------------------------------------------------------------------------------------------ */

/* What the element at hand belongs to: the entry that is open, or the feed. */
struct draft *draft_of(struct elements *elements);
void set_value(struct draft *draft, enum field field, unsigned rank, bool first, accord_slice value);
/* What relative links here are relative to; unknown if nothing says. */
accord_slice base_of(const struct elements *elements);
/* An attribute's value with its references read, in elements->scratch. */
accord_slice decoded(struct elements *elements, accord_slice raw);
/* <link rel="alternate" type="text/html" href="…"/>; false if it has no href, and may have its address as
 * text. */
bool take_atom_link(struct elements *elements, const struct element_rule *rule, accord_slice attributes);
/* Gather the text of the element that was just pushed. */
void begin_field(struct elements *elements, const struct element_rule *rule, accord_slice attributes);
void finish_field(struct elements *elements, const struct frame *frame);
void finish_person(struct elements *elements, const struct element_rule *rule);

/* values.c: what becomes of the text of a field.
 * ---------------------------------------------------------------- */

/* Append raw text with its references read; `entities` are those of the document type. */
void decode_references(accord_buffer *out, accord_slice raw, const struct entity_value *entities,
		       size_t entity_count);
/* Append text as HTML. */
void escape_html(accord_buffer *out, accord_slice text);
bool decode_base64(accord_buffer *out, accord_slice text);
/* A copy in the arena, trimmed, without control and bidi characters; unknown if nothing is left. */
accord_slice clean_copy(accord_arena *arena, accord_slice text);
/* `text` as one line of plain text in the arena. `mode` is one of enum plain_mode. */
accord_slice plain_copy(accord_arena *arena, accord_buffer *scratch, accord_slice text, int mode);
/* A date as ISO 8601, unknown if it is none; a time without a zone is UTC. */
accord_slice date_copy(accord_arena *arena, accord_slice text);
/* An absolute link, unknown if there is none. */
accord_slice link_copy(accord_arena *arena, accord_slice base, accord_slice text);
/* "me@news.example (Eva Muster)", "Eva Muster <me@…>" → the name; only an address → the address. */
accord_slice person_copy(accord_arena *arena, accord_buffer *scratch, accord_slice text);
/* Append to a list; one that is there already, and an unknown one, is left out. */
void list_add(accord_arena *arena, struct slice_list *list, accord_slice item);
/* Values of a draft as an entry. */
void draft_entry(const struct draft *draft, accord_feed_entry *entry);
void draft_clear(struct draft *draft);

#endif
