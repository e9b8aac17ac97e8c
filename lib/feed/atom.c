/*
 * Atom 1.0 (https://www.rfc-editor.org/rfc/rfc4287) and 0.3 (draft-ietf-atompub-format, 2003): which element
 * is which field. RSS has Atom's elements too, beside its own.
 */
#include "elements.h"

const struct element_rule atom_rules[ATOM_RULES] = {
	{"title", ANYWHERE, FIELD_TITLE, 5, TEXT_ATOM, false},
	{"link", ANYWHERE, FIELD_ATOM_LINK, 5, TEXT_ATOM, true},
	{"id", IN_ENTRY, FIELD_ID, 5, TEXT_HTML, false},
	{"published", IN_ENTRY, FIELD_PUBLISHED, 5, TEXT_HTML, false},
	{"issued", IN_ENTRY, FIELD_PUBLISHED, 4, TEXT_HTML, false},
	{"created", IN_ENTRY, FIELD_PUBLISHED, 3, TEXT_HTML, false},
	{"updated", ANYWHERE, FIELD_UPDATED, 5, TEXT_HTML, false},
	{"modified", ANYWHERE, FIELD_UPDATED, 4, TEXT_HTML, false},
	{"summary", IN_ENTRY, FIELD_SUMMARY, 5, TEXT_ATOM, false},
	{"content", IN_ENTRY, FIELD_CONTENT, 5, TEXT_ATOM, false},
	{"author", ANYWHERE, FIELD_PERSON, 4, TEXT_HTML, false},
	{"name", IN_PERSON, FIELD_NAME, 4, TEXT_HTML, false},
	{"email", IN_PERSON, FIELD_MAIL, 4, TEXT_HTML, false},
	{"category", IN_ENTRY, FIELD_CATEGORY, 4, TEXT_ATOM, false},
};

static const struct element_table tables[] = {ELEMENT_TABLE(SPACE_CORE, atom_rules),
					      ELEMENT_TABLE(SPACE_ATOM, atom_rules)};

const struct dialect atom_dialect = {"entry", tables, 2};
