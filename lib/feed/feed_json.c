/* Feeds and entries as JSON. */
#include <accord/feed_json.h>

static void write_list(accord_json_writer *writer, const char *key, const accord_slice *items, size_t count)
{
	if (!count)
		return;
	accord_json_key(writer, key);
	accord_json_begin_array(writer);
	for (size_t i = 0; i < count; i++)
		accord_json_slice(writer, items[i]);
	accord_json_end_array(writer);
}

void accord_feed_entry_write(accord_json_writer *writer, const accord_feed_entry *entry)
{
	accord_json_begin_object(writer);
	accord_json_member(writer, "id", entry->id);
	accord_json_member(writer, "link", entry->link);
	accord_json_member(writer, "title", entry->title);
	write_list(writer, "authors", entry->authors, entry->author_count);
	accord_json_member(writer, "published", entry->published);
	accord_json_member(writer, "updated", entry->updated);
	accord_json_member(writer, "summary", entry->summary);
	accord_json_member(writer, "content", entry->content);
	write_list(writer, "categories", entry->categories, entry->category_count);
	accord_json_end_object(writer);
}

static void write_bits(accord_json_writer *writer, const char *key, uint32_t bits)
{
	if (!bits)
		return;
	accord_json_key(writer, key);
	accord_json_begin_array(writer);
	for (int i = 0; i < 32; i++)
		if (bits >> i & 1)
			accord_json_int(writer, i);
	accord_json_end_array(writer);
}

void accord_feed_write(accord_json_writer *writer, const accord_feed *feed)
{
	accord_json_member(writer, "format", accord_slice_of(accord_feed_format_name(feed->format)));
	accord_json_member(writer, "title", feed->title);
	accord_json_member(writer, "link", feed->link);
	accord_json_member(writer, "lang", feed->lang);
	accord_json_member(writer, "updated", feed->updated);
	accord_json_member(writer, "self", feed->self);
	accord_json_member(writer, "hub", feed->hub);
	accord_json_member(writer, "next", feed->next);
	if (feed->ttl) {
		accord_json_key(writer, "ttl");
		accord_json_int(writer, feed->ttl);
	}
	write_bits(writer, "skip_hours", feed->skip_hours);
	write_bits(writer, "skip_days", feed->skip_days);
	accord_json_member(writer, "warning", feed->warning);
}
