/* What the parts of accord feeds share. */
#ifndef FEEDS_H
#define FEEDS_H

#include "network.h"
#include "stored.h"

#include <accord/json.h>
#include <accord/opml.h>

struct feeds_args {
	const char *db, *folder, *title, *lang, *format;
	bool unchecked;
	struct network_args network;
};

struct feeds_work {
	const struct feeds_args *args;
	accord_fetch_options network;
	accord_store *store;
	accord_arena *arena;
};

bool feeds_subscribe(struct feeds_work *work, const accord_outline *outline, bool *added);
bool feeds_address(struct feeds_work *work, const char *word, accord_slice *url);
bool feeds_all(struct feeds_work *work, accord_feed_row **rows, size_t *count);
/* feeds_list.c */
bool feeds_list(struct feeds_work *work);
/* How a feed is: "well", "new", "quiet" (no news for two months), "failing", "off". */
const char *feeds_state(const accord_feed_row *row, int64_t now);
/* "3 h", "2 d": how far away a time is; "-" if either is none. In `text`, which is returned. */
const char *feeds_distance(int64_t from, int64_t to, char text[32]);
/* A line of the table, cut to `width` columns (0: whole), and the line above it. */
void feeds_table_head(accord_buffer *out);
void feeds_table_row(accord_buffer *out, const accord_feed_row *row, int64_t now, size_t width);
/* The same as an object. */
void feeds_write_row(accord_json_writer *json, const accord_feed_row *row, int64_t now);
/* What a fetch did, as an object. */
void feeds_write_run(accord_json_writer *json, const accord_run_row *run);
void feeds_write_time(accord_json_writer *json, const char *key, int64_t when);
/* feeds_add.c: subscribe to feeds, or to those of a site. Returns the exit status. */
int feeds_add(struct feeds_work *work, int count, char **words);

#endif
