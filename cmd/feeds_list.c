/* accord feeds list: how each subscription is, as a table for people or as objects. */
#include "feeds.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define QUIET ((int64_t)60 * 86400)

const char *feeds_state(const accord_feed_row *row, int64_t now)
{
	int64_t news = row->last_change ? row->last_change : row->added;
	if (row->disabled)
		return "off";
	if (row->errors)
		return "failing";
	if (!row->last_success)
		return "new";
	return now - news > QUIET ? "quiet" : "well";
}

const char *feeds_distance(int64_t from, int64_t to, char text[32])
{
	int64_t s = to - from;
	if (!from || !to)
		return "-";
	if (s < 0)
		s = 0;
	if (s < 5400)
		snprintf(text, 32, "%d min", (int)(s / 60));
	else if (s < 172800)
		snprintf(text, 32, "%d h", (int)(s / 3600));
	else
		snprintf(text, 32, "%d d", (int)(s / 86400 < 99999 ? s / 86400 : 99999));
	return text;
}

static double entries_a_day(const accord_feed_row *row, int64_t now)
{
	double days = (double)(now - row->added) / 86400;
	return (double)row->entries_seen / (days < 1 ? 1 : days);
}

/* Of the answers, those that were 304; -1 before the first. */
static double share_unchanged(const accord_feed_row *row)
{
	return row->requests ? (double)row->unchanged / (double)row->requests : -1;
}

void feeds_write_time(accord_json_writer *json, const char *key, int64_t when)
{
	char text[40];
	time_t t = (time_t)when;
	struct tm tm;
	accord_json_key(json, key);
	if (when > 0 && gmtime_r(&t, &tm) && strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &tm))
		accord_json_string(json, text, strlen(text));
	else
		accord_json_null(json);
}

static void write_number(accord_json_writer *json, const char *key, int64_t number)
{
	accord_json_key(json, key);
	accord_json_int(json, number);
}

void feeds_write_row(accord_json_writer *json, const accord_feed_row *row, int64_t now)
{
	const struct {
		const char *key;
		accord_slice value;
	} texts[] = {{"url", row->url},       {"title", row->title}, {"lang", row->lang},
		     {"folder", row->folder}, {"link", row->link},   {"last_error", row->last_error}};
	accord_json_begin_object(json);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		accord_json_key(json, texts[i].key);
		accord_json_slice(json, texts[i].value);
	}
	accord_json_member(json, "state", accord_slice_of(feeds_state(row, now)));
	feeds_write_time(json, "added", row->added);
	feeds_write_time(json, "last_try", row->last_try);
	feeds_write_time(json, "last_success", row->last_success);
	feeds_write_time(json, "last_change", row->last_change);
	feeds_write_time(json, "failing_since", row->failing_since);
	feeds_write_time(json, "next_due", row->next_due >= ACCORD_IN_HAND ? row->last_try : row->next_due);
	write_number(json, "last_status", row->last_status);
	write_number(json, "errors", row->errors);
	write_number(json, "requests", row->requests);
	write_number(json, "unchanged", row->unchanged);
	write_number(json, "bytes", row->bytes);
	write_number(json, "entries_seen", row->entries_seen);
	write_number(json, "articles_stored", row->articles_stored);
	accord_json_key(json, "entries_a_day");
	accord_json_number(json, (double)(int64_t)(entries_a_day(row, now) * 10) / 10);
	accord_json_key(json, "disabled");
	accord_json_bool(json, row->disabled);
	accord_json_end_object(json);
}

void feeds_write_run(accord_json_writer *json, const accord_run_row *r)
{
	const struct {
		const char *key;
		int64_t number;
	} numbers[] = {{"feeds", r->feeds},	{"unchanged", r->unchanged}, {"feeds_failed", r->feeds_failed},
		       {"queued", r->queued},	{"stored", r->stored},	     {"changed", r->changed},
		       {"articles_failed", r->articles_failed}, {"deferred", r->deferred}, {"deals", r->deals},
		       {"bytes", r->bytes}};
	accord_json_begin_object(json);
	feeds_write_time(json, "began", r->began);
	feeds_write_time(json, "ended", r->ended);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		write_number(json, numbers[i].key, numbers[i].number);
	accord_json_end_object(json);
}

void feeds_table_head(accord_buffer *out)
{
	accord_buffer_append_text(out, "state   errors   success      news       due  a day   304  feed\n");
}

/* Cut behind `width` characters, with a sign that it was. */
static void cut_line(accord_buffer *out, size_t from, size_t width)
{
	size_t columns = 0;
	for (size_t at = from; width && at < out->len; at++) {
		if (((unsigned char)out->data[at] & 0xC0) == 0x80)
			continue;
		if (++columns < width || (columns == width && at + 1 == out->len))
			continue;
		out->len = at;
		accord_buffer_append_text(out, "…");
		return;
	}
}

void feeds_table_row(accord_buffer *out, const accord_feed_row *row, int64_t now, size_t width)
{
	char well[32], news[32], due[32], share[16] = "-";
	size_t from = out->len;
	if (share_unchanged(row) >= 0)
		snprintf(share, sizeof share, "%.0f %%", share_unchanged(row) * 100);
	accord_buffer_append_format(
		out, "%-8s%6u %9s %9s %9s %6.1f %5s  ", feeds_state(row, now), row->errors,
		feeds_distance(row->last_success, now, well), feeds_distance(row->last_change, now, news),
		row->disabled          ? "-"
		: row->next_due <= now || row->next_due >= ACCORD_IN_HAND ? "now"
				       : feeds_distance(now, row->next_due, due),
		entries_a_day(row, now), share);
	if (row->last_error.data && row->failing_since)
		accord_buffer_append_format(out, "%.*s, since %s: ", (int)row->last_error.len,
					    row->last_error.data, feeds_distance(row->failing_since, now, well));
	else if (row->last_error.data)
		accord_buffer_append_format(out, "%.*s: ", (int)row->last_error.len, row->last_error.data);
	if (row->title.data)
		accord_buffer_append_format(out, "%.*s  ", (int)row->title.len, row->title.data);
	accord_buffer_append(out, row->url.data, row->url.len);
	cut_line(out, from, width);
	accord_buffer_append_char(out, '\n');
}

bool feeds_list(struct feeds_work *work)
{
	accord_feed_row *rows;
	size_t count;
	accord_buffer out;
	accord_json_writer writer;
	int64_t now = (int64_t)time(NULL);
	bool json = work->args->format && !strcmp(work->args->format, "ndjson");
	if (!feeds_all(work, &rows, &count))
		return false;
	accord_buffer_init(&out, (size_t)1 << 30);
	if (!json && count)
		feeds_table_head(&out);
	for (size_t i = 0; i < count; i++) {
		if (!json) {
			feeds_table_row(&out, &rows[i], now, 0);
			continue;
		}
		accord_json_init(&writer, &out);
		feeds_write_row(&writer, &rows[i], now);
		accord_buffer_append_char(&out, '\n');
	}
	if (!count)
		fputs("accord feeds: no subscriptions yet; 'accord feeds add URL' or 'accord feeds import "
		      "FILE.opml'\n",
		      stderr);
	bool written = flush_output(&out);
	accord_buffer_free(&out);
	return written;
}
