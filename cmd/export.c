/*
 * accord export: what is stored, as NDJSON documents that accord import takes again; all of it, or what tells
 * the deals of a query, or these as a bundle that can be run again elsewhere; or all pages that are kept as a
 * web archive.
 */
#include "export.h"

#include <accord/document.h>

#include <accord/sql.h>
#include <stdlib.h>
#include <string.h>

#define OUTPUT_CHUNK ((size_t)256 * 1024)

struct args {
	const char *db, *bundle, *format;
	bool untagged, pages, warc;
};

static const struct option_spec options[] = {
	DB_OPTION(struct args),
	{"untagged", 0, NULL, "without companies, dates, amounts and deals", OPTION_FLAG,
	 offsetof(struct args, untagged)},
	{"pages", 0, NULL, "the raw page as html instead of text and tags, where it is kept", OPTION_FLAG,
	 offsetof(struct args, pages)},
	{"bundle", 0, "FILE", "citations, documents, pages and rules of the deals as a tar file", OPTION_TEXT,
	 offsetof(struct args, bundle)},
	{"format", 0, "FORMAT", "ndjson: documents (the default); warc: all pages that are kept as a web archive", OPTION_TEXT,
	 offsetof(struct args, format), "ndjson warc"},
	{"warc", 0, NULL, "the same as --format warc", OPTION_FLAG, offsetof(struct args, warc)},
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

struct exporting {
	accord_store *store;
	accord_arena *arena;
	const struct args *args;
	accord_buffer out;
};

static bool export_one(struct exporting *e, int64_t row)
{
	accord_stored_document doc;
	accord_error err = {0};
	accord_status status = accord_store_get_document_row(e->store, e->arena, row, &doc, &err);
	if (status == ACCORD_OK && e->args->pages && doc.page)
		status = write_page(e->store, e->arena, &doc, &e->out, &err);
	else if (status == ACCORD_OK)
		accord_document_write(&e->out, &doc.document, e->args->untagged ? 0 : ACCORD_WRITE_TAGS);
	if (status != ACCORD_OK)
		complain(&err);
	accord_arena_clear(e->arena);
	return status == ACCORD_OK && (e->out.len < OUTPUT_CHUNK || flush_output(&e->out));
}

/* `query` has the rows of documents in its first column. */
static bool export_rows(struct exporting *e, const char *query)
{
	accord_sql *q = accord_sql_prepare_long(e->store, query);
	bool good = q != NULL;

	while (good && accord_sql_step(q) == ACCORD_SQL_ROW)
		good = export_one(e, accord_sql_int(q, 0));
	accord_sql_close(q);
	return good;
}

/* Each document once, under the first of the deals that it tells. */
static bool export_deals(struct exporting *e, const int64_t *rows, size_t count)
{
	bool good = accord_sql_script(e->store, "CREATE TEMP TABLE asked (event {INTEGER|BIGINT} PRIMARY KEY)", NULL) ==
		    ACCORD_OK;
	accord_sql *q = good ? accord_sql_prepare(e->store, "INSERT INTO asked VALUES (?) ON CONFLICT DO NOTHING") : NULL;
	for (size_t i = 0; good && q && i < count; i++) {
		accord_sql_bind_int(q, 1, rows[i]);
		good = accord_sql_step(q) == ACCORD_SQL_DONE;
		accord_sql_reset(q);
	}
	accord_sql_close(q);
	return good &&
	       export_rows(
		       e,
		       "SELECT DISTINCT document FROM event_report WHERE event IN (SELECT event FROM asked) "
		       "ORDER BY document");
}

static int answer(struct question *q, const struct args *args, bool asked)
{
	struct exporting e = {.store = q->store, .args = args};
	accord_query_options all = {.limit = 0};
	accord_error err = {0};
	int64_t *rows = NULL;
	size_t count = 0;
	if ((asked || args->bundle) &&
	    accord_query_run(q->store, q->arena, q->query, &all, &rows, &count, &err) != ACCORD_OK)
		return question_error(&err);
	if ((asked || args->bundle) && !count) {
		complain_text("no deals: %s", q->text.data ? q->text.data : "");
		return EXIT_SOME_FAILED;
	}
	if (args->bundle)
		return export_bundle(q, args->bundle, rows, count);
	accord_buffer_init(&e.out, (size_t)1 << 30);
	e.arena = accord_arena_new(0);
	bool good = e.arena && (asked ? export_deals(&e, rows, count)
				      : export_rows(&e, "SELECT id FROM document ORDER BY id"));
	good &= flush_output(&e.out);
	accord_buffer_free(&e.out);
	accord_arena_free(e.arena);
	return good ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}

static int run(const void *options_read, int count, char **words)
{
	const struct args *args = options_read;
	struct question q;
	bool warc = args->warc || (args->format && !strcmp(args->format, "warc"));
	if (args->format && !warc && strcmp(args->format, "ndjson") != 0)
		return usage_error(&export_command, "--format %s: it is ndjson or warc", args->format);
	if (warc && (count || args->untagged || args->pages || args->bundle))
		return usage_error(&export_command, "a web archive is of all pages: it goes with no other word");
	int status = question_open(&q, args->db, ACCORD_STORE_READ, count, words, false);
	if (status < 0 && warc)
		status = export_warc(q.store, q.arena);
	else if (status < 0)
		status = answer(&q, args, count > 0);
	question_close(&q);
	return status;
}

const struct command export_command = {"export",
				       "[--untagged | --pages | --bundle FILE.tar.gz | --format warc] [TERM...]",
				       "the stored documents as NDJSON, or deals with all that they rest on",
				       options,
				       sizeof(struct args),
				       run,
				       true};
