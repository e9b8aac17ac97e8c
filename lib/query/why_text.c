/* The sentences of accord why for people and as NDJSON. */
#include "render.h"

#include <accord/why.h>

#include <string.h>

/* The sentence with both names marked, in colours or brackets. */
static void marked(const accord_render *r, accord_buffer *out, const accord_why_sentence *s)
{
	uint32_t at = 0;
	while (at < s->text.len) {
		const accord_span *next = NULL;
		for (int side = 0; side < 2; side++)
			for (size_t i = 0; i < s->named_count[side]; i++) {
				const accord_span *span = &s->named[side][i];
				if (span->start >= at && span->end <= s->text.len &&
				    (!next || span->start < next->start))
					next = span;
			}
		uint32_t end = next ? next->start : (uint32_t)s->text.len;
		terminal_text(out, (accord_slice){s->text.data + at, end - at});
		if (!next)
			break;
		if (r->colour)
			colour_on(r, out, "1;36");
		else
			accord_buffer_append_char(out, '[');
		terminal_text(out, (accord_slice){s->text.data + next->start, next->end - next->start});
		if (r->colour)
			colour_off(r, out);
		else
			accord_buffer_append_char(out, ']');
		at = next->end > at ? next->end : at + 1;
	}
	accord_buffer_append_char(out, '\n');
}

static void write_step(const accord_render *r, accord_buffer *out, const accord_why_step *step)
{
	accord_buffer name;
	bool won = step->outcome == ACCORD_RULE_WON;
	accord_buffer_init(&name, 4096);
	harmless_text(&name, step->rule);
	if (step->clause.len) {
		accord_buffer_append_text(&name, " · ");
		harmless_text(&name, step->clause);
	}
	accord_buffer_append_text(out, "    ");
	accord_render_text(out, step->trigger, 14, true);
	accord_buffer_append_char(out, ' ');
	colour_on(r, out, won ? "32" : "2");
	accord_render_text(out, (accord_slice){name.data, name.len}, 38, true);
	colour_off(r, out);
	accord_buffer_append_char(out, ' ');
	harmless_text(out, step->reason);
	accord_buffer_append_char(out, '\n');
	accord_buffer_free(&name);
}

static void write_outcome(const accord_render *r, accord_buffer *out, const accord_why_sentence *s)
{
	for (size_t i = 0; i < s->deal_count; i++) {
		const accord_deal *d = &s->deals[i];
		accord_buffer_append_text(out, "  = ");
		colour_on(r, out, "1");
		accord_buffer_append_format(out, "%s, %s: ", type_label(d->type),
					    accord_deal_status_name(d->status));
		write_parties(out, d);
		colour_off(r, out);
		accord_buffer_append_text(out, "  ");
		harmless_text(out, d->rule);
		accord_buffer_append_char(out, '\n');
	}
	if (s->deal_count)
		return;
	if (!s->company[0] || !s->company[1])
		accord_buffer_append_text(out, "  = no deal: a name was not taken for a company\n");
	else if (s->step_count && s->steps[0].outcome == ACCORD_RULE_WON)
		accord_buffer_append_text(
			out, "  = no deal: a rule matches, but the sentence denies or only supposes it\n");
	else if (!s->step_count)
		accord_buffer_append_text(out, "  = no deal: no word of it wakes a rule\n");
	else
		accord_buffer_append_text(out, "  = no deal: no rule came to its end\n");
}

void accord_render_why(const accord_render *r, accord_buffer *out, const accord_why_sentence *s)
{
	colour_on(r, out, "1");
	accord_render_text(out,
			   (accord_slice){s->published.data, s->published.len < 10 ? s->published.len : 10},
			   11, true);
	link_on(r, out, s->url);
	harmless_text(out, s->site.data ? s->site : s->document);
	link_off(r, out, s->url);
	colour_off(r, out);
	accord_buffer_append_text(out, " (");
	harmless_text(out, s->lang.data ? s->lang : accord_slice_of("?"));
	accord_buffer_append_format(out, ")%s  ", s->field == ACCORD_TITLE ? " headline" : "");
	harmless_text(out, s->document);
	accord_buffer_append_text(out, "\n  ");
	marked(r, out, s);
	for (size_t i = 0; i < s->step_count; i++)
		write_step(r, out, &s->steps[i]);
	if (s->woken)
		accord_buffer_append_format(out, "    and %zu more rule%s that came less far\n", s->woken,
					    s->woken == 1 ? "" : "s");
	write_outcome(r, out, s);
}

static const char *outcome_name(accord_rule_outcome outcome)
{
	static const char *const names[] = {"match", "beaten", "excepted", "lacks", "stopped", "companies"};
	return names[outcome];
}

static void member(accord_json_writer *w, const char *key, accord_slice value)
{
	accord_json_key(w, key);
	accord_json_slice(w, value);
}

void accord_why_write(accord_buffer *out, const accord_why_sentence *s)
{
	accord_json_writer w;
	accord_json_init(&w, out);
	accord_json_begin_object(&w);
	member(&w, "document", s->document);
	member(&w, "url", s->url);
	member(&w, "site", s->site);
	member(&w, "lang", s->lang);
	member(&w, "published", s->published);
	member(&w, "in", accord_slice_of(s->field == ACCORD_TITLE ? "title" : "text"));
	member(&w, "sentence", s->text);
	accord_json_key(&w, "companies");
	accord_json_bool(&w, s->company[0] && s->company[1]);
	accord_json_key(&w, "rules");
	accord_json_begin_array(&w);
	for (size_t i = 0; i < s->step_count; i++) {
		const accord_why_step *step = &s->steps[i];
		accord_json_begin_object(&w);
		member(&w, "rule", step->rule);
		member(&w, "clause", step->clause);
		member(&w, "trigger", step->trigger);
		member(&w, "outcome", accord_slice_of(outcome_name(step->outcome)));
		member(&w, "reason", step->reason);
		accord_json_end_object(&w);
	}
	accord_json_end_array(&w);
	accord_json_key(&w, "deals");
	accord_json_begin_array(&w);
	for (size_t i = 0; i < s->deal_count; i++) {
		accord_json_begin_object(&w);
		accord_deal_write(&w, &s->deals[i]);
		member(&w, "rule", s->deals[i].rule);
		accord_json_end_object(&w);
	}
	accord_json_end_array(&w);
	accord_json_end_object(&w);
	accord_buffer_append_char(out, '\n');
}
