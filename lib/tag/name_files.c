/*
 * Name lists, hints, and the folders that hold all files of names.
 *
 *   names/media.txt      Reuters, dpa, =Economist        names parted by commas; with = only as it is spelled
 *   legal_forms.txt      S.p.A., Spa  IT                 with the one country of these forms behind two
 * blanks de/names.hints       class description  Konzern, *hersteller
 */
#include "name_lines.h"

#include <accord/hash_map.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LARGEST_FILE (64u << 20)

/* ---- lists and hints
 * ------------------------------------------------------------------------------------------- */

/* A legal form may name its one country behind two blanks: "S.p.A., Spa  IT". */
static uint32_t form_country(accord_slice *line)
{
	if (line->len < 4 || !two_capitals((accord_slice){line->data + line->len - 2, 2}) ||
	    line->data[line->len - 3] != ' ' || line->data[line->len - 4] != ' ')
		return NO_NAME;
	const char *code = line->data + line->len - 2;
	line->len -= 2;
	return (uint32_t)(unsigned char)code[0] << 8 | (unsigned char)code[1];
}

accord_status read_name_list(struct reading *r, accord_slice text, const char *source, enum name_class of)
{
	struct lines l = {text.data, text.data + text.len, {NULL, 0}, 0, 0};
	while (next_line(&l)) {
		accord_slice rest = l.line, value;
		uint32_t company = of == NAME_LEGAL_FORM ? form_country(&rest) : NO_NAME;
		while (next_value(&rest, &value)) {
			uint8_t flags = of == NAME_LEGAL_FORM ? NAME_EXACT : 0;
			if (value.data[0] == '=') { /* only as it is spelled */
				flags = NAME_EXACT;
				value.data++;
				value.len--;
			}
			if (!value.len || value.len > LONGEST_VALUE) {
				line_mistake(r, &l, source, value, NULL, "no name: '%.*s'", value);
				continue;
			}
			if (!gazetteer_add_name(r->gazetteer, value, of, flags, company))
				return ACCORD_ENOMEM;
		}
	}
	return ACCORD_OK;
}

static const struct {
	const char *name;
	uint32_t hint;
} hint_names[] = {
	{"description", HINT_DESCRIPTION},
	{"head", HINT_HEAD},
	{"office", HINT_OFFICE},
	{"title", HINT_TITLE},
	{"say", HINT_SAY},
	{"deal", HINT_DEAL},
	{"tail", HINT_TAIL},
	{"club", HINT_CLUB},
	{"product", HINT_PRODUCT},
	{"small", HINT_SMALL},
	{"place", HINT_PLACE},
	{"analyst", HINT_ANALYST},
	{"never", HINT_NEVER},
	{"exchange", HINT_EXCHANGE},
	{"source", HINT_SOURCE},
	{"money", HINT_MONEY},
	{"act", HINT_ACT},
	{"owned", HINT_OWNED},
};

static uint32_t hint_from(accord_slice name)
{
	for (size_t i = 0; i < sizeof hint_names / sizeof *hint_names; i++)
		if (accord_slice_is(name, hint_names[i].name))
			return hint_names[i].hint;
	return 0;
}

accord_status read_hints(struct reading *r, accord_slice text, const char *source, int language)
{
	struct lines l = {text.data, text.data + text.len, {NULL, 0}, 0, 0};
	uint32_t hint = 0;
	while (next_line(&l)) {
		accord_slice rest = l.line, value, word;
		if (!l.indent) {
			word = line_word(l.line, 0, &rest);
			bool known = accord_slice_is(word, "class");
			word = line_word(l.line, (size_t)(rest.data - l.line.data), &rest);
			hint = known ? hint_from(word) : 0;
			if (!hint) {
				line_mistake(r, &l, source, word,
					     "the classes are description, head, office, title, say, deal, "
					     "tail, club, "
					     "product, small, place, analyst, never, exchange, source, money",
					     "'%.*s' is no class of hints", word);
				continue;
			}
		}
		while (hint && next_value(&rest, &value))
			if (!gazetteer_add_hint(r->gazetteer, value, hint, language))
				return ACCORD_ENOMEM;
	}
	return ACCORD_OK;
}

/* ---- folders
 * --------------------------------------------------------------------------------------------------- */

/* A whole file in the gazetteer's arena; the unknown slice if there is none. */
static accord_status read_file(struct reading *r, const char *path, accord_slice *text)
{
	*text = (accord_slice){NULL, 0};
	FILE *file = fopen(path, "rb");
	if (!file)
		return ACCORD_OK;
	accord_status status = ACCORD_OK;
	long size = -1;
	if (!fseek(file, 0, SEEK_END))
		size = ftell(file);
	if (size < 0 || (unsigned long)size > LARGEST_FILE) {
		status = accord_error_set(r->err, ACCORD_EIO, "cannot be read, or is larger than 64 MB");
		accord_error_at(r->err, path, 0, 0);
		goto out;
	}
	rewind(file);
	char *bytes = accord_arena_alloc(r->gazetteer->arena, (size_t)size + 1);
	if (!bytes) {
		status = accord_error_set(r->err, ACCORD_ENOMEM, "out of memory");
		goto out;
	}
	size_t len = fread(bytes, 1, (size_t)size, file);
	bytes[len] = '\0';
	*text = (accord_slice){bytes, len};
	if (!r->only_key && !accord_utf8_valid(bytes, len)) {
		status = accord_error_set(r->err, ACCORD_ERULE, "is not UTF-8");
		accord_error_at(r->err, path, 0, 0);
	}
	uint64_t hash = accord_hash(bytes, len), parts[] = {r->gazetteer->key, hash, accord_hash(path, strlen(path))};
	r->gazetteer->hash = (r->gazetteer->hash ^ hash) * 1099511628211u;
	r->gazetteer->key = accord_hash((const char *)parts, sizeof parts);
out:
	fclose(file);
	return status;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The files of a folder with an ending, sorted, so that the order on the disk does not matter. */
static accord_status list_folder(struct reading *r, const char *folder, const char *ending, char ***files,
				 size_t *count)
{
	*files = NULL;
	*count = 0;
	DIR *dir = opendir(folder);
	if (!dir)
		return ACCORD_OK;
	size_t capacity = 0, tail = strlen(ending);
	accord_status status = ACCORD_OK;
	for (struct dirent *entry; (entry = readdir(dir)) && status == ACCORD_OK;) {
		size_t len = strlen(entry->d_name);
		if (len <= tail || strcmp(entry->d_name + len - tail, ending) != 0 || entry->d_name[0] == '.')
			continue;
		if (*count == capacity) {
			size_t larger = capacity ? capacity * 2 : 32;
			*files = accord_arena_grow(r->gazetteer->arena, *files, capacity * sizeof **files,
						   larger * sizeof **files);
			capacity = larger;
		}
		size_t size = strlen(folder) + len + 2;
		char *path = *files ? accord_arena_alloc(r->gazetteer->arena, size) : NULL;
		if (!path) {
			status = accord_error_set(r->err, ACCORD_ENOMEM, "out of memory");
			break;
		}
		snprintf(path, size, "%s/%s", folder, entry->d_name);
		(*files)[(*count)++] = path;
	}
	closedir(dir);
	if (*count)
		qsort(*files, *count, sizeof **files, by_name);
	return status;
}

static enum name_class class_of_list(const char *path)
{
	static const struct {
		const char *name;
		enum name_class of;
	} lists[] = {{"first_names", NAME_FIRST_NAME}, {"places", NAME_PLACE},
		     {"media", NAME_MEDIUM},           {"products", NAME_PRODUCT},
		     {"persons", NAME_PERSON},         {"organizations", NAME_ORGANIZATION}};
	const char *base = strrchr(path, '/');
	base = base ? base + 1 : path;
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (!strncmp(base, lists[i].name, strlen(lists[i].name)))
			return lists[i].of;
	return NAME_CLASSES;
}

static accord_status read_list_file(struct reading *r, const char *path, enum name_class of)
{
	accord_slice text;
	accord_status status = read_file(r, path, &text);
	if (status != ACCORD_OK || !text.data || r->only_key)
		return status;
	return of == NAME_COMPANY ? read_companies(r, text, path) : read_name_list(r, text, path, of);
}

accord_status read_rule_folder(struct reading *r, const char *folder)
{
	static const char *const languages[] = {"de", "it", "en"};
	char path[4096];
	char **files;
	size_t count;
	snprintf(path, sizeof path, "%s/companies", folder);
	accord_status status = list_folder(r, path, ".companies", &files, &count);
	for (size_t i = 0; status == ACCORD_OK && i < count; i++)
		status = read_list_file(r, files[i], NAME_COMPANY);
	if (status != ACCORD_OK)
		return status;
	snprintf(path, sizeof path, "%s/names", folder);
	status = list_folder(r, path, ".txt", &files, &count);
	for (size_t i = 0; status == ACCORD_OK && i < count; i++)
		if (class_of_list(files[i]) != NAME_CLASSES)
			status = read_list_file(r, files[i], class_of_list(files[i]));
	snprintf(path, sizeof path, "%s/legal_forms.txt", folder);
	if (status == ACCORD_OK)
		status = read_list_file(r, accord_arena_copy(r->gazetteer->arena, path, strlen(path)),
					NAME_LEGAL_FORM);
	for (int i = 0; status == ACCORD_OK && i < 3; i++) {
		accord_slice text;
		snprintf(path, sizeof path, "%s/%s/names.hints", folder, languages[i]);
		status = read_file(r, path, &text);
		if (status == ACCORD_OK && text.data && !r->only_key)
			status = read_hints(r, text,
					    accord_arena_copy(r->gazetteer->arena, path, strlen(path)), i);
	}
	return status;
}
