/*
 * A rule file is a list of blocks. A block begins in column 1 with its kind and name; its fields are indented, one a
 * line; a line indented deeper continues the one above.
 *
 *   rule de.acquisition.buy          block, name
 *     type     acquisition           field
 *     verb     @buy  SUBJECT=acquirer
 *                    OBJECT=target   continues the field
 */
#include "syntax.h"

#include <string.h>

static const char *const kind_names[B_KINDS] = {
	"rule",   "date", "amount", "mention", "cue",  "follow", "reference", "class",
	"let",    "clause", "phrase", "verb",  "noun", "word",   "adjective", "company"};

const char *block_kind_name(enum block_kind kind)
{
	return kind_names[kind];
}

struct cutter {
	struct parsed_file *file;
	accord_arena *arena;
	struct diagnosis *d;
	size_t at, block_capacity, field_capacity;
	uint32_t field_indent, line;
};

static struct extent extent_of(const struct cutter *c, size_t start, size_t end)
{
	return (struct extent){&c->file->source, (uint32_t)start, (uint32_t)end};
}

static accord_slice slice_of(const struct cutter *c, size_t start, size_t end)
{
	return (accord_slice){c->file->source.bytes + start, end - start};
}

static size_t line_end(const struct cutter *c, size_t at)
{
	const char *newline = memchr(c->file->source.bytes + at, '\n', c->file->source.len - at);
	return newline ? (size_t)(newline - c->file->source.bytes) : c->file->source.len;
}

static size_t word_end(const struct cutter *c, size_t at, size_t end)
{
	const char *bytes = c->file->source.bytes;
	while (at < end && bytes[at] != ' ' && bytes[at] != '\t' && bytes[at] != '\r')
		at++;
	return at;
}

static size_t skip_spaces(const struct cutter *c, size_t at, size_t end)
{
	const char *bytes = c->file->source.bytes;
	while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r'))
		at++;
	return at;
}

static size_t trim_end(const struct cutter *c, size_t start, size_t end)
{
	const char *bytes = c->file->source.bytes;
	while (end > start && strchr(" \t\r\n", bytes[end - 1]))
		end--;
	return end;
}

static void begin_block(struct cutter *c, size_t start, size_t end)
{
	struct parsed_file *f = c->file;
	size_t word = word_end(c, start, end), name = skip_spaces(c, word, end);
	accord_slice kind = slice_of(c, start, word);
	struct block b = {.kind = B_KINDS, .at = extent_of(c, start, word)};
	for (int k = 0; k < B_KINDS; k++)
		if (accord_slice_is(kind, kind_names[k]))
			b.kind = (enum block_kind)k;
	if (b.kind == B_KINDS)
		diagnose(c->d, b.at, suggest(c->arena, kind, kind_names, B_COMPANY, "a block is one of"),
		         "'%.*s' is no kind of block", (int)(kind.len < 60 ? kind.len : 60), kind.data);
	else if (b.kind == B_COMPANY)
		diagnose(c->d, b.at, "companies stand in rules/companies/*.companies", "no place for a company");
	size_t name_end = word_end(c, name, end);
	b.name = slice_of(c, name, name_end);
	b.name_at = extent_of(c, name, name_end);
	if (!b.name.len && b.kind < B_COMPANY)
		diagnose(c->d, b.at, arena_format(c->arena, "as in: %s NAME", kind_names[b.kind]), "a %s needs a name",
		         kind_names[b.kind]);
	size_t rest = skip_spaces(c, name_end, end);
	b.rest_at = extent_of(c, rest, trim_end(c, rest, end));
	if (f->block_count == c->block_capacity) {
		size_t capacity = c->block_capacity ? c->block_capacity * 2 : 64;
		f->blocks = accord_arena_grow(c->arena, f->blocks, c->block_capacity * sizeof *f->blocks,
		                              capacity * sizeof *f->blocks);
		c->block_capacity = f->blocks ? capacity : 0;
		if (!f->blocks)
			f->block_count = 0;
	}
	if (f->blocks)
		f->blocks[f->block_count++] = b;
	c->field_capacity = 0;
	c->field_indent = 0;
}

/* Blocks that have no fields: indented lines continue their head. */
static bool fieldless(enum block_kind kind)
{
	return kind >= B_CLASS;
}

static void add_field(struct cutter *c, struct block *b, size_t start, size_t end)
{
	if (b->field_count == MAX_FIELDS) {
		diagnose(c->d, extent_of(c, start, end), NULL, "more than %d fields in a block", MAX_FIELDS);
		c->at = c->file->source.len;
		return;
	}
	if (b->field_count == c->field_capacity) {
		size_t capacity = c->field_capacity ? c->field_capacity * 2 : 8;
		struct field *grown = accord_arena_grow(c->arena, b->fields, c->field_capacity * sizeof *grown,
		                                        capacity * sizeof *grown);
		if (!grown)
			return;
		b->fields = grown;
		c->field_capacity = capacity;
	}
	size_t word = word_end(c, start, end), value = skip_spaces(c, word, end), last = trim_end(c, value, end);
	b->fields[b->field_count++] =
		(struct field){slice_of(c, start, word), slice_of(c, value, last), extent_of(c, start, word),
	                       extent_of(c, value, last), c->line};
}

static void indented_line(struct cutter *c, size_t start, size_t text, size_t end)
{
	struct parsed_file *f = c->file;
	uint32_t indent = (uint32_t)(text - start);
	if (!f->block_count) {
		diagnose(c->d, extent_of(c, text, end), "a block begins in column 1, as in: rule NAME",
		         "an indented line outside of any block");
		return;
	}
	struct block *b = &f->blocks[f->block_count - 1];
	size_t last = trim_end(c, text, end);
	if (fieldless(b->kind) || b->kind == B_KINDS) {
		b->rest_at.end = (uint32_t)last;
	} else if (b->field_count && indent > c->field_indent) {
		struct field *field = &b->fields[b->field_count - 1];
		field->value_at.end = (uint32_t)last;
		field->value.len = last - field->value_at.start;
	} else {
		c->field_indent = indent;
		add_field(c, b, text, end);
	}
}

void parse_file(accord_arena *arena, struct diagnosis *d, struct parsed_file *file)
{
	struct cutter c = {file, arena, d, 0, 0, 0, 0, 0};
	const char *bytes = file->source.bytes;
	if (!accord_utf8_valid(bytes, file->source.len)) {
		size_t at = 0, size;
		while (at < file->source.len &&
		       (accord_utf8_decode(bytes, file->source.len, at, &size) != ACCORD_REPLACEMENT || size == 3))
			at += size;
		diagnose(d, extent_of(&c, at, at + 1), "rule files are UTF-8", "this byte is no UTF-8");
		return;
	}
	if (memchr(bytes, '\0', file->source.len)) {
		diagnose(d, extent_of(&c, 0, 1), NULL, "the file has a NUL byte: no text");
		return;
	}
	if (file->source.len >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3))
		c.at = 3;
	while (c.at < file->source.len) {
		size_t start = c.at, end = line_end(&c, start), text = skip_spaces(&c, start, end);
		c.at = end + 1;
		c.line++;
		if (text == end || (bytes[text] == '#' && (text + 1 >= end || strchr(" \t\r#", bytes[text + 1]))))
			continue;
		if (text > start)
			indented_line(&c, start, text, end);
		else if (file->block_count < MAX_BLOCKS)
			begin_block(&c, start, end);
		else
			break;
	}
	if (file->block_count == MAX_BLOCKS)
		diagnose(d, extent_of(&c, 0, 1), NULL, "more than %d blocks in a file", MAX_BLOCKS);
}
