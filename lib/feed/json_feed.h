/* JSON Feed. See json_feed.c. */
#ifndef FEED_JSON_FEED_H
#define FEED_JSON_FEED_H

#include <accord/feed.h>

struct json_feed_target {
	accord_feed *feed;
	accord_arena *feed_arena, *entry_arena;
	accord_slice base_url;
	bool (*seen)(void *context, const accord_feed_entry *entry); /* false: stop */
	void *context;
};

accord_status json_feed_read(accord_slice utf8, const struct json_feed_target *target, accord_error *err);

#endif
