/** @file feed_json.h Feeds as the JSON that `accord parse` writes (docs/json.md). */
#ifndef ACCORD_FEED_JSON_H
#define ACCORD_FEED_JSON_H

#include <accord/feed.h>
#include <accord/json.h>

/** An entry as an object; a field that it does not have is left out. */
void accord_feed_entry_write(accord_json_writer *writer, const accord_feed_entry *entry);

/** The members of a feed but its source and entries, into an open object. */
void accord_feed_write(accord_json_writer *writer, const accord_feed *feed);

#endif
