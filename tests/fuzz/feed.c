/*
 * Feeds, at once and in pieces. The first byte says how large the pieces are and whether there is a base URL.
 * Both ways must give the same entries where both take the input for UTF-8.
 */
#include <accord/feed.h>

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static bool count_entry(void *context, const accord_feed *feed, const accord_feed_entry *entry)
{
	(void)feed;
	if (entry->title.data && strlen(entry->title.data) != entry->title.len)
		abort();
	++*(size_t *)context;
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	accord_arena *arena = accord_arena_new((size_t)256 << 20);
	if (!arena)
		return 0;
	uint8_t first = size ? bytes[0] : 0;
	const char *text = (const char *)bytes;
	accord_feed_options options = {.judge_after = 16,
				       .sitemaps = true,
				       .base_url = first & 1 ? "https://news.example/feed" : NULL};
	accord_feed feed;
	accord_status status = accord_feed_parse(arena, text, size, &options, &feed, NULL);
	size_t count = 0, piece = (size_t)(first >> 1) + 1;
	const accord_feed *streamed = NULL;
	accord_feed_reader *reader = accord_feed_reader_new(&options, count_entry, &count);
	if (reader) {
		for (size_t at = 0; at < size; at += piece)
			accord_feed_reader_push(reader, text + at, size - at < piece ? size - at : piece,
						NULL);
		accord_status other = accord_feed_reader_finish(reader, &streamed, NULL);
		bool same = feed.charset && streamed->charset && !strcmp(feed.charset, "UTF-8") &&
			    !strcmp(streamed->charset, "UTF-8");
		if (same && status == ACCORD_OK && other == ACCORD_OK && feed.format == streamed->format &&
		    count != feed.entry_count)
			abort();
		accord_feed_reader_free(reader);
	}
	accord_arena_free(arena);
	return 0;
}
