/* accord export: what is stored, as NDJSON documents that accord import takes again. */
#include "stored.h"

#include <accord/document.h>

#include <sqlite3.h>

#define OUTPUT_CHUNK ((size_t)256 * 1024)

struct args {
	const char *db;
	bool untagged, pages;
};

static const struct option_spec options[] = {
	DB_OPTION(struct args),
	{"untagged", 0, NULL, "without companies, dates, amounts and deals", OPTION_FLAG,
	 offsetof(struct args, untagged)},
	{"pages", 0, NULL, "the raw page as html instead of text and tags, where it is kept", OPTION_FLAG,
	 offsetof(struct args, pages)},
	OPTIONS_END,
};

extern const struct command export_command;

/* The page goes out as UTF-8 text only if it is that; JSON cannot hold other bytes. */
static accord_status write_page(accord_store *store, accord_arena *arena,
				const accord_stored_document *stored, accord_buffer *out, accord_error *err)
{
	accord_page_record page;
	accord_json_writer w;
	accord_status status = accord_store_get_page(store, arena, stored->page, &page, err);
	if (status != ACCORD_OK)
		return status;
	const char *charset;
	accord_slice none = {NULL, 0}, html;
	status = accord_charset_decode(arena, page.bytes.data, page.bytes.len, page.content_type.data, none,
				       &html, &charset, err);
	if (status != ACCORD_OK)
		return status;
	accord_json_init(&w, out);
	accord_json_begin_object(&w);
	accord_json_member(&w, "id", stored->document.id);
	accord_json_member(&w, "url", page.url);
	accord_json_key(&w, "html");
	accord_json_slice(&w, html);
	accord_json_end_object(&w);
	accord_buffer_append_char(out, '\n');
	return ACCORD_OK;
}

static int export_all(accord_store *store, accord_arena *arena, const struct args *args)
{
	accord_buffer out;
	accord_error err = {0};
	sqlite3_stmt *q = NULL;
	accord_status status = ACCORD_OK;
	accord_buffer_init(&out, (size_t)1 << 30);
	sqlite3_prepare_v2(accord_store_handle(store), "SELECT id FROM document ORDER BY id", -1, &q, NULL);
	bool good = q != NULL;
	while (good && sqlite3_step(q) == SQLITE_ROW) {
		accord_stored_document doc;
		status = accord_store_get_document_row(store, arena, sqlite3_column_int64(q, 0), &doc, &err);
		if (status == ACCORD_OK && args->pages && doc.page)
			status = write_page(store, arena, &doc, &out, &err);
		else if (status == ACCORD_OK)
			accord_document_write(&out, &doc.document, args->untagged ? 0 : ACCORD_WRITE_TAGS);
		if (status != ACCORD_OK)
			complain(&err);
		good = status == ACCORD_OK && (out.len < OUTPUT_CHUNK || flush_output(&out));
		accord_arena_clear(arena);
	}
	sqlite3_finalize(q);
	good &= flush_output(&out);
	accord_buffer_free(&out);
	return good ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}

static int run(const void *options_read, int count, char **words)
{
	(void)words;
	const struct args *args = options_read;
	if (count)
		return usage_error(&export_command, "takes no words");
	accord_store *store = open_store(args->db, ACCORD_STORE_READ);
	accord_arena *arena = accord_arena_new(0);
	int status = store && arena ? export_all(store, arena, args) : EXIT_SOME_FAILED;
	accord_arena_free(arena);
	accord_store_close(store);
	return status;
}

const struct command export_command = {"export", "[--untagged | --pages]", "the stored documents as NDJSON",
				       options,  sizeof(struct args),      run};
