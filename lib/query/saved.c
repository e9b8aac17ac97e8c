/*
 * Saved queries: `@watch` stands for the text that was saved under that name, in brackets. They live in the
 * store, as settings "query:NAME"; @names in what is saved are put in place then, so that one level is all
 * there is.
 */
#include "parser.h"

#include <stdio.h>
#include <string.h>

#define LONGEST_NAME 60
#define LONGEST_TEXT 4096

static bool name_char(char c)
{
	unsigned char u = (unsigned char)c;
	return u >= 0x80 || ((u | 32) >= 'a' && (u | 32) <= 'z') || (u >= '0' && u <= '9') ||
	       (u && strchr("-_.", u));
}

static accord_status setting_name(accord_slice name, char out[80], accord_error *err)
{
	bool good = name.len && name.len <= LONGEST_NAME;
	for (size_t i = 0; good && i < name.len; i++)
		good = name_char(name.data[i]);
	if (!good)
		return accord_error_set(err, ACCORD_EINPUT,
					"the name of a saved query has letters, digits, - and _, at most %d",
					LONGEST_NAME);
	snprintf(out, 80, "query:%.*s", (int)name.len, name.data);
	return ACCORD_OK;
}

/* The name behind an @ that stands where a term begins; at text.data[at] is the @. */
static accord_slice name_at(accord_slice text, size_t at)
{
	size_t end = at + 1;
	bool begins = at == 0 || strchr(" \t\n(-!", text.data[at - 1]);
	while (begins && end < text.len && name_char(text.data[end]))
		end++;
	return (accord_slice){text.data + at + 1, end - at - 1};
}

accord_status accord_query_expand(accord_store *store, accord_arena *arena, accord_slice text,
				  accord_slice *expanded, accord_error *err)
{
	accord_buffer out;
	accord_status status = ACCORD_OK;
	bool quoted = false, any = false;
	accord_buffer_init(&out, 4 * LONGEST_TEXT);
	for (size_t i = 0; i < text.len && status == ACCORD_OK; i++) {
		accord_slice name = {NULL, 0}, saved;
		char setting[80];
		quoted ^= text.data[i] == '"';
		if (text.data[i] == '@' && !quoted)
			name = name_at(text, i);
		if (!name.len) {
			accord_buffer_append_char(&out, text.data[i]);
			continue;
		}
		status = setting_name(name, setting, err);
		if (status == ACCORD_OK &&
		    accord_store_setting_get(store, arena, setting, &saved, err) != ACCORD_OK)
			status = accord_error_set(err, ACCORD_EINPUT,
						  "no saved query '@%.*s'; accord deals --saved lists them",
						  (int)name.len, name.data);
		if (status != ACCORD_OK)
			break;
		accord_buffer_append_format(&out, "(%.*s)", (int)saved.len, saved.data);
		any = true;
		i += name.len;
	}
	if (status == ACCORD_OK && out.failed)
		status = accord_error_set(err, ACCORD_EINPUT, "the query is too large");
	if (status == ACCORD_OK && any)
		*expanded = accord_slice_copy(arena, (accord_slice){out.data, out.len});
	else if (status == ACCORD_OK)
		*expanded = text;
	accord_buffer_free(&out);
	return status;
}

accord_status accord_query_save(accord_store *store, accord_slice name, accord_slice text, accord_error *err)
{
	char setting[80];
	accord_status status = setting_name(name, setting, err);
	if (status == ACCORD_OK && text.len > LONGEST_TEXT)
		status = accord_error_set(err, ACCORD_EINPUT, "a query has at most %d bytes", LONGEST_TEXT);
	return status == ACCORD_OK ? accord_store_setting_set(store, setting, text, err) : status;
}

accord_status accord_query_forget(accord_store *store, accord_slice name, accord_error *err)
{
	char setting[80];
	accord_status status = setting_name(name, setting, err);
	return status == ACCORD_OK ? accord_store_setting_remove(store, setting, err) : status;
}

accord_status accord_query_saved_list(accord_store *store, accord_arena *arena, accord_saved_query **list,
				      size_t *count, accord_error *err)
{
	static const char query[] = "SELECT substr(name, 7), value FROM setting WHERE name >= 'query:' AND "
				    "name < 'query;' ORDER BY name LIMIT 1000";
	accord_saved_query *found = accord_arena_calloc(arena, 1000, sizeof *found);
	size_t n = 0;
	if (!found)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	accord_sql *q = accord_sql_prepare(store, query);
	if (!q)
		return accord_sql_failed(store, err);
	while (n < 1000 && accord_sql_step(q) == ACCORD_SQL_ROW) {
		found[n].name = accord_sql_copy(arena, q, 0);
		found[n++].text = accord_sql_copy(arena, q, 1);
	}
	accord_sql_close(q);
	*list = found;
	*count = n;
	return ACCORD_OK;
}
