/* accord deals: the query tool. */
#include "stored.h"

#include <accord/query.h>

struct args {
	const char *db, *format;
	bool sources;
	long limit;
};

static const struct option_spec options[] = {
	DB_OPTION(struct args),
	{"format", 'f', "FORM", "table, list, json, ndjson, csv, tsv, markdown, html or atom", OPTION_TEXT,
	 offsetof(struct args, format)},
	{"sources", 's', NULL, "every report of each deal", OPTION_FLAG, offsetof(struct args, sources)},
	{"limit", 'n', "N", "at most N deals, 0 for all", OPTION_NUMBER, offsetof(struct args, limit)},
	OPTIONS_END,
};

#include <sqlite3.h>
static int run(const void *options_read, int count, char **words)
{
	const struct args *args = options_read;
	(void)count; (void)words;
	accord_store *store = open_store(args->db, ACCORD_STORE_READ);
	if (!store) return 1;
	sqlite3_stmt *q = NULL;
	sqlite3_prepare_v2(accord_store_handle(store), "select id from event order by date_to desc", -1, &q, NULL);
	accord_buffer out;
	accord_buffer_init(&out, 1u << 30);
	accord_arena *a = accord_arena_new(0);
	while (sqlite3_step(q) == SQLITE_ROW) {
		accord_event e;
		accord_error err = {0};
		if (accord_store_get_event(store, a, sqlite3_column_int64(q, 0), &e, &err)) { complain(&err); return 1; }
		accord_event_write(&out, &e, args->sources);
		flush_output(&out);
	}
	sqlite3_finalize(q);
	accord_store_close(store);
	return 0;
}

const struct command deals_command = {"deals", "[--db FILE] [TERM...]", "ask for deals", options, sizeof(struct args), run};
