/* accord show: one deal or one article in full. */
#include "pager.h"
#include "stored.h"

#include <stdio.h>
#include <string.h>

struct args {
	const char *db, *format, *color;
	bool why_merged;
};

static const struct option_spec options[] = {
	DB_OPTION(struct args),
	{"why-merged", 0, NULL, "why each report is in the deal", OPTION_FLAG,
	 offsetof(struct args, why_merged)},
	{"format", 'f', "FORM", "text or json", OPTION_TEXT, offsetof(struct args, format)},
	{"color", 0, "WHEN", "always, never or auto", OPTION_TEXT, offsetof(struct args, color)},
	OPTIONS_END,
};

extern const struct command show_command;

/* A deal if there is one of that id, else an article; the message of the more likely one if there is neither.
 */
static bool show_one(accord_store *store, accord_arena *arena, accord_render *render, const char *id,
		     bool json, bool why)
{
	accord_error first = {0}, err = {0};
	accord_buffer out;
	accord_event event;
	accord_stored_document doc;
	accord_slice asked = accord_slice_of(id);
	bool good = true;
	accord_buffer_init(&out, (size_t)1 << 30);
	if (accord_store_find_event(store, arena, asked, &event, &first) == ACCORD_OK) {
		if (json)
			accord_event_write(&out, &event, true);
		else
			accord_render_deal(render, &out, &event, why);
	} else if (first.status != ACCORD_ENOTFOUND) {
		complain(&first);
		good = false;
	} else if (accord_store_get_document(store, arena, asked, &doc, &err) == ACCORD_OK) {
		if (json)
			accord_document_write(&out, &doc.document, ACCORD_WRITE_TAGS);
		else
			accord_render_article(render, &out, &doc);
	} else {
		if (err.status == ACCORD_ENOTFOUND && !strncmp(id, "d-", 2))
			complain(&first);
		else if (err.status == ACCORD_ENOTFOUND && !strstr(err.message, "begin with"))
			complain_text("neither a deal nor an article %s in the store", id);
		else
			complain(&err);
		good = false;
	}
	good &= flush_output(&out);
	accord_buffer_free(&out);
	accord_arena_clear(arena);
	return good;
}

static int run(const void *options_read, int count, char **words)
{
	const struct args *args = options_read;
	accord_render render = {0};
	bool json = args->format && (!strcmp(args->format, "json") || !strcmp(args->format, "ndjson")),
	     good = true;
	if (!count)
		return usage_error(&show_command, "which deal or article?");
	if (args->format && !json && strcmp(args->format, "text") != 0)
		return usage_error(&show_command, "no format '%s'", args->format);
	if (!terminal_setup(&render, args->color))
		return usage_error(&show_command, "--color %s: always, never or auto", args->color);
	accord_store *store = open_store(args->db, ACCORD_STORE_READ);
	accord_arena *arena = accord_arena_new(0);
	if (store && !json)
		pager_start();
	for (int i = 0; store && arena && i < count; i++) {
		if (i && !json)
			printf("\n");
		fflush(stdout);
		good &= show_one(store, arena, &render, words[i], json, args->why_merged);
	}
	good &= store && arena;
	pager_end();
	accord_arena_free(arena);
	accord_store_close(store);
	return good ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}

const struct command show_command = {"show",
				     "[--why-merged] [--format text|json] ID...",
				     "one deal with its reports, or one article with its tags",
				     options,
				     sizeof(struct args),
				     run};
