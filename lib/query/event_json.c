/* Events as JSON, one object a line: docs/json.md. */
#include <accord/query.h>

#include <string.h>

static void write_text(accord_json_writer *w, const char *key, const char *text)
{
	accord_json_key(w, key);
	accord_json_string(w, text, strlen(text));
}

static void write_slice(accord_json_writer *w, const char *key, accord_slice slice)
{
	accord_json_key(w, key);
	accord_json_slice(w, slice);
}

static void write_value(accord_json_writer *w, const accord_money *value)
{
	accord_json_key(w, "value");
	if (!value->currency[0]) {
		accord_json_null(w);
		return;
	}
	accord_json_begin_object(w);
	accord_json_key(w, "amount");
	accord_json_number(w, value->amount);
	write_text(w, "currency", value->currency);
	accord_json_end_object(w);
}

static void write_history(accord_json_writer *w, const accord_event *event)
{
	accord_json_key(w, "history");
	accord_json_begin_array(w);
	for (size_t i = 0; i < event->history_count; i++) {
		accord_json_begin_object(w);
		write_text(w, "status", accord_deal_status_name(event->history[i].status));
		write_slice(w, "date", event->history[i].date);
		accord_json_end_object(w);
	}
	accord_json_end_array(w);
}

static void write_report(accord_json_writer *w, const accord_event_report *r)
{
	accord_json_begin_object(w);
	write_slice(w, "document", r->document);
	write_slice(w, "url", r->url);
	write_slice(w, "site", r->site);
	write_slice(w, "lang", r->lang);
	write_slice(w, "published", r->published);
	write_slice(w, "title", r->title);
	write_text(w, "status", accord_deal_status_name(r->deal.status));
	write_slice(w, "date", r->deal.date);
	write_value(w, &r->deal.value);
	write_slice(w, "sentence", r->sentence);
	write_slice(w, "rule", r->deal.rule);
	accord_json_key(w, "confidence");
	accord_json_number(w, r->deal.confidence);
	accord_json_key(w, "fresh");
	accord_json_bool(w, r->fresh);
	accord_json_member(w, "copy_of", r->copy_of);
	accord_json_end_object(w);
}

void accord_event_write(accord_buffer *out, const accord_event *event, bool sources)
{
	accord_json_writer w;
	accord_json_init(&w, out);
	accord_json_begin_object(&w);
	write_slice(&w, "id", event->id);
	accord_deal_write(&w, &event->deal);
	write_history(&w, event);
	accord_json_key(&w, "confidence");
	accord_json_number(&w, event->deal.confidence);
	if (sources) {
		accord_json_key(&w, "reports");
		accord_json_begin_array(&w);
		for (size_t i = 0; i < event->report_count; i++)
			write_report(&w, &event->reports[i]);
		accord_json_end_array(&w);
	}
	accord_json_end_object(&w);
	accord_buffer_append_char(out, '\n');
}
