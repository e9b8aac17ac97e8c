/*
 * The compiled rules of a language, kept as an image (accord/image.h): where the pointers are in what a loaded language
 * holds at run time. What only loading needs is left out. Expressions are compiled anew, since PCRE2's code is its own.
 */
#include "program.h"

#include <stdio.h>
#include <string.h>

static const accord_image_field source_fields[] = {
	ACCORD_IMAGE_TEXT(struct source, path),
	{.offset = offsetof(struct source, bytes), .count_offset = offsetof(struct source, len), .count_size = sizeof(size_t),
	 .size = 1}};
static const accord_image_type source_type = {sizeof(struct source), source_fields, 2};

#define FIELDS(list) list, sizeof(list) / sizeof *(list)
#define EXTENT(s, member) ACCORD_IMAGE_ONE(s, member.source, source_type)
#define CODE(s, member)                                                                                                \
	ACCORD_IMAGE_PLAIN(s, member.items, member.count), ACCORD_IMAGE_PLAIN(s, member.openings, member.opening_count)

static const accord_image_field slot_fields[] = {ACCORD_IMAGE_SLICE(struct slot, name)};
static const accord_image_type slot_type = {sizeof(struct slot), FIELDS(slot_fields)};

static const accord_image_field argument_fields[] = {
	ACCORD_IMAGE_SLICE(struct argument, key), CODE(struct argument, code),
	{.offset = offsetof(struct argument, slots[0].name.data), .count_offset = offsetof(struct argument, slots[0].name.len),
	 .count_size = sizeof(size_t), .size = 1, .repeat = MAX_SLOTS, .stride = sizeof(struct slot)}};
static const accord_image_type argument_type = {sizeof(struct argument), FIELDS(argument_fields)};

static const accord_image_type rule_type;

static const accord_image_field program_fields[] = {ACCORD_IMAGE_ONE(struct program, rule, rule_type),
                                                    ACCORD_IMAGE_TEXT(struct program, clause),
                                                    CODE(struct program, back),
                                                    CODE(struct program, fore),
                                                    ACCORD_IMAGE_ARRAY(struct program, slots, slot_count, slot_type),
                                                    ACCORD_IMAGE_ARRAY(struct program, arguments, argument_count,
                                                                       argument_type),
                                                    EXTENT(struct program, at),
                                                    EXTENT(struct program, clause_at)};
static const accord_image_type program_type = {sizeof(struct program), FIELDS(program_fields)};

static const accord_image_field mark_fields[] = {ACCORD_IMAGE_SLICE(accord_example_mark, name)};
static const accord_image_type mark_type = {sizeof(accord_example_mark), FIELDS(mark_fields)};

static const accord_image_field example_fields[] = {
	ACCORD_IMAGE_SLICE(accord_rule_example, text), ACCORD_IMAGE_ARRAY(accord_rule_example, marks, mark_count, mark_type),
	ACCORD_IMAGE_SLICE(accord_rule_example, expected), ACCORD_IMAGE_TEXT(accord_rule_example, path),
	ACCORD_IMAGE_SLICE(accord_rule_example, source_line)};
static const accord_image_type example_type = {sizeof(accord_rule_example), FIELDS(example_fields)};

static const accord_image_field field_fields[] = {ACCORD_IMAGE_SLICE(struct field, name),
                                                  ACCORD_IMAGE_SLICE(struct field, value),
                                                  EXTENT(struct field, name_at), EXTENT(struct field, value_at)};
static const accord_image_type field_type = {sizeof(struct field), FIELDS(field_fields)};

static const accord_image_field rule_fields[] = {
	ACCORD_IMAGE_TEXT(struct accord_rule, name),
	ACCORD_IMAGE_ARRAY(struct accord_rule, fields, field_count, field_type),
	EXTENT(struct accord_rule, at),
	ACCORD_IMAGE_ARRAY(struct accord_rule, unless, unless_count, program_type),
	ACCORD_IMAGE_ARRAY(struct accord_rule, examples, example_count, example_type)};
static const accord_image_type rule_type = {sizeof(struct accord_rule), FIELDS(rule_fields)};

static const accord_image_field rule_pointer_fields[] = {{.type = &rule_type}};
static const accord_image_type rule_pointer_type = {sizeof(accord_rule *), FIELDS(rule_pointer_fields)};

static const accord_image_field atom_fields[] = {ACCORD_IMAGE_SLICE(struct atom, text)};
static const accord_image_type atom_type = {sizeof(struct atom), FIELDS(atom_fields)};

static const accord_image_field regex_fields[] = {ACCORD_IMAGE_SLICE(struct regex, text),
                                                  ACCORD_IMAGE_DROP(struct regex, code)};
static const accord_image_type regex_type = {sizeof(struct regex), FIELDS(regex_fields)};

static const accord_image_field member_fields[] = {ACCORD_IMAGE_DROP(struct member, pattern),
                                                   ACCORD_IMAGE_SLICE(struct member, text),
                                                   ACCORD_IMAGE_SLICE(struct member, include),
                                                   ACCORD_IMAGE_SLICE(struct member, value), EXTENT(struct member, at)};
static const accord_image_type member_type = {sizeof(struct member), FIELDS(member_fields)};

static const accord_image_field class_word_fields[] = {ACCORD_IMAGE_SLICE(struct class_word, value)};
static const accord_image_type class_word_type = {sizeof(struct class_word), FIELDS(class_word_fields)};

static const accord_image_field class_fields[] = {
	ACCORD_IMAGE_SLICE(struct word_class, name),
	ACCORD_IMAGE_ARRAY(struct word_class, members, count, member_type),
	ACCORD_IMAGE_ARRAY(struct word_class, words, word_count, class_word_type), EXTENT(struct word_class, at)};
static const accord_image_type class_type = {sizeof(struct word_class), FIELDS(class_fields)};

typedef struct accord_rule_language language;

static const accord_image_field language_fields[] = {
	ACCORD_IMAGE_DROP(language, arena),
	ACCORD_IMAGE_DROP(language, scratch),
	ACCORD_IMAGE_DROP(language, diagnosis),
	ACCORD_IMAGE_DROP(language, mistakes.arena),
	ACCORD_IMAGE_DROP(language, mistakes.items),
	ACCORD_IMAGE_ONE(language, lexicon, lexicon_image_type),
	ACCORD_IMAGE_ARRAY(language, classes, class_count, class_type),
	ACCORD_IMAGE_ONE(language, class_names, accord_hash_map_image_type),
	ACCORD_IMAGE_DROP(language, lets.items),
	ACCORD_IMAGE_DROP(language, clauses.items),
	ACCORD_IMAGE_DROP(language, phrases.items),
	ACCORD_IMAGE_ARRAY(language, rules, rule_count, rule_pointer_type),
	ACCORD_IMAGE_ARRAY(language, atoms, atom_count, atom_type),
	ACCORD_IMAGE_DROP(language, atom_names),
	ACCORD_IMAGE_DROP(language, codes),
	ACCORD_IMAGE_PLAIN(language, pairs, pair_count),
	{.offset = offsetof(language, rows), .count_offset = offsetof(language, word_count), .count_size = sizeof(size_t),
	 .more = 1, .size = sizeof(struct word_row)},
	ACCORD_IMAGE_PLAIN(language, needs, need_pair_count),
	ACCORD_IMAGE_PLAIN(language, word_wakes, word_wake_count),
	ACCORD_IMAGE_PLAIN(language, gates, gate_count),
	ACCORD_IMAGE_PLAIN(language, doors, door_count),
	ACCORD_IMAGE_PLAIN(language, wakes, wake_count),
	ACCORD_IMAGE_PLAIN(language, wake_needs, wake_need_count),
	ACCORD_IMAGE_DROP(language, pending),
	ACCORD_IMAGE_PLAIN(language, need_sets, need_set_count),
	ACCORD_IMAGE_PLAIN(language, set_atoms, set_atom_count),
	ACCORD_IMAGE_DROP(language, set_names),
	ACCORD_IMAGE_PLAIN(language, suffixes.nodes, suffixes.count),
	ACCORD_IMAGE_PLAIN(language, prefixes.nodes, prefixes.count),
	ACCORD_IMAGE_PLAIN(language, glob_atoms, glob_atom_count),
	ACCORD_IMAGE_ARRAY(language, regexes, regex_count, regex_type),
	ACCORD_IMAGE_DROP(language, match_context),
	ACCORD_IMAGE_PLAIN(language, regex_triggers, regex_trigger_count),
	ACCORD_IMAGE_ARRAY(language, programs, program_count, program_type)};
static const accord_image_type language_type = {sizeof(language), FIELDS(language_fields)};

/* A file a language and set of folders, so that what is written next is not what is asked for next but one. */
static void name_image(char name[64], const char *lang, uint64_t folders)
{
	snprintf(name, 64, "rules-%s-%016llx.image", lang, (unsigned long long)folders);
}

bool write_compiled(const accord_rule_language *l, uint64_t folders, uint64_t key, const accord_image_region *sources,
                    size_t source_count)
{
	char name[64];
	name_image(name, l->lang, folders);
	return accord_image_write(name, key, sources, source_count, l, &language_type);
}

bool has_compiled(const char *lang, uint64_t folders, uint64_t key)
{
	char name[64];
	name_image(name, lang, folders);
	return accord_image_exists(name, key);
}

bool read_compiled(accord_rule_language *l, const char *lang, uint64_t folders, uint64_t key)
{
	char name[64];
	name_image(name, lang, folders);
	accord_image image = accord_image_open(name, key);
	if (!image.root)
		return false;
	memcpy(l, image.root, sizeof *l);
	l->image = image;
	l->mistakes = (struct diagnosis){0};
	l->lets.count = l->clauses.count = l->phrases.count = 0;
	bool complete = prepare_matching(l);
	int code;
	size_t offset;
	for (size_t i = 0; complete && i < l->regex_count; i++)
		complete = compile_expression(&l->regexes[i], &code, &offset);
	if (!complete)
		free_language(l);
	return complete;
}
