/*
 * The mark of a run is a setting whose name is made of its inputs and options; its value is the identity of the files begun (a
 * hash of their paths, sizes and times), the records of the last of them, and the counts so far. If the files are no longer what
 * they were, the identity is not met again, and the run begins anew.
 */
#include "import_mark.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static void add_word(accord_buffer *out, const char *word)
{
	accord_buffer_append_text(out, word ? word : "");
	accord_buffer_append_char(out, '\n');
}

static void add_list(accord_buffer *out, const struct text_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		add_word(out, list->items[i]);
	add_word(out, "");
}

static void name_mark(struct import *import, const struct saved_args *args, int count, char **words)
{
	accord_buffer all;
	char hash[65];
	accord_buffer_init(&all, (size_t)64 << 20);
	add_word(&all, import->rules);
	add_list(&all, import->langs);
	add_word(&all, import->since);
	accord_buffer_append_format(&all, "%ld\n", import->limit);
	add_word(&all, args->from);
	add_list(&all, &args->match);
	for (int i = 0; i < count; i++)
		add_word(&all, words[i]);
	if (!all.failed) {
		accord_store_hash((accord_slice){all.data, all.len}, hash);
		snprintf(import->mark, sizeof import->mark, "import:%.16s", hash);
	}
	accord_buffer_free(&all);
}

accord_status import_mark(struct import *import, accord_error *err)
{
	char text[256];
	if (!import->store || !*import->mark || !import->unmarked)
		return ACCORD_OK;
	int n = snprintf(text, sizeof text, "%016" PRIx64 " %" PRIu64 " %ld %ld %ld %ld %ld %ld", import->mark_identity,
			 import->mark_records, import->counts[ACCORD_PUT_ADDED], import->counts[ACCORD_PUT_CHANGED],
			 import->counts[ACCORD_PUT_RETAGGED], import->counts[ACCORD_PUT_SAME], import->passed_over,
			 import->failed);
	return accord_store_setting_set(import->store, import->mark, (accord_slice){text, (size_t)n}, err);
}

void import_unmark(struct import *import)
{
	if (import->store && *import->mark)
		accord_store_setting_remove(import->store, import->mark, NULL);
}

/* What an earlier run left; false if there was none. */
static bool read_mark(struct import *import, uint64_t *identity, uint64_t *records, long counts[6])
{
	accord_arena *arena = accord_arena_new(0);
	accord_slice value;
	bool good = arena && import->store && *import->mark &&
		    accord_store_setting_get(import->store, arena, import->mark, &value, NULL) == ACCORD_OK && value.data &&
		    sscanf(value.data, "%" SCNx64 " %" SCNu64 " %ld %ld %ld %ld %ld %ld", identity, records, &counts[0],
			   &counts[1], &counts[2], &counts[3], &counts[4], &counts[5]) == 8;
	accord_arena_free(arena);
	return good;
}

uint64_t import_resume(struct import *import, const struct saved_args *args, int count, char **words,
                       const accord_corpus_options *options, accord_corpus_progress *progress)
{
	uint64_t identity = 0, records = 0, found;
	long counts[6];
	bool again = count > 0 && !args->files_from;
	for (int i = 0; i < count; i++)
		again &= strcmp(words[i], "-") != 0;
	if (again && import->store)
		name_mark(import, args, count, words);
	if (!read_mark(import, &identity, &records, counts))
		identity = 0;
	uint64_t size = saved_size(args, count, words, options, identity, &found);
	if (!identity || !found)
		return size;
	progress->skip_files = found - 1;
	progress->skip_records = records;
	import->counts[ACCORD_PUT_ADDED] = counts[0];
	import->counts[ACCORD_PUT_CHANGED] = counts[1];
	import->counts[ACCORD_PUT_RETAGGED] = counts[2];
	import->counts[ACCORD_PUT_SAME] = counts[3];
	import->passed_over = counts[4];
	import->failed = counts[5];
	return size;
}
