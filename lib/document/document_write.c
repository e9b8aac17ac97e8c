/* A document as one line of NDJSON, in the order of docs/json.md. */
#include <accord/document.h>

static void write_span(accord_json_writer *w, const accord_span *span)
{
	accord_json_key(w, "in");
	accord_json_slice(w, accord_slice_of(span->in == ACCORD_TITLE ? "title" : "text"));
	accord_json_key(w, "start");
	accord_json_int(w, span->start);
	accord_json_key(w, "end");
	accord_json_int(w, span->end);
}

/* The span and the words that it cuts out. */
static void begin_mention(accord_json_writer *w, const accord_document *doc, const accord_span *span)
{
	accord_json_begin_object(w);
	write_span(w, span);
	accord_slice field = accord_document_field(doc, span->in);
	accord_json_key(w, "text");
	if (field.data && span->start <= span->end && span->end <= field.len)
		accord_json_string(w, field.data + span->start, span->end - span->start);
	else
		accord_json_null(w);
}

static void write_companies(accord_json_writer *w, const accord_document *doc, unsigned what)
{
	accord_json_key(w, "companies");
	accord_json_begin_array(w);
	for (size_t i = 0; i < doc->company_count; i++) {
		const accord_company_mention *m = &doc->companies[i];
		if (m->reference && !(what & ACCORD_WRITE_REFERENCES))
			continue;
		begin_mention(w, doc, &m->span);
		accord_json_member(w, "id", m->id);
		accord_json_member(w, "name", m->name);
		if (m->reference) {
			accord_json_key(w, "reference");
			accord_json_bool(w, true);
		}
		accord_json_end_object(w);
	}
	accord_json_end_array(w);
}

static void write_dates(accord_json_writer *w, const accord_document *doc)
{
	accord_json_key(w, "dates");
	accord_json_begin_array(w);
	for (size_t i = 0; i < doc->date_count; i++) {
		const accord_timex *t = &doc->dates[i];
		begin_mention(w, doc, &t->span);
		accord_json_key(w, "type");
		accord_json_slice(w, accord_slice_of(accord_timex_type_name(t->type)));
		accord_json_key(w, "value");
		accord_json_slice(w, t->value);
		accord_json_member(w, "mod", t->mod);
		if (t->begin.data || t->end.data) {
			accord_json_key(w, "range");
			accord_json_begin_object(w);
			accord_json_key(w, "begin");
			accord_json_slice(w, t->begin);
			accord_json_key(w, "end");
			accord_json_slice(w, t->end);
			accord_json_end_object(w);
		}
		accord_json_end_object(w);
	}
	accord_json_end_array(w);
}

static void write_amounts(accord_json_writer *w, const accord_document *doc)
{
	accord_json_key(w, "amounts");
	accord_json_begin_array(w);
	for (size_t i = 0; i < doc->amount_count; i++) {
		const accord_amount *m = &doc->amounts[i];
		begin_mention(w, doc, &m->span);
		accord_json_key(w, "amount");
		if (m->has_amount)
			accord_json_number(w, m->money.amount);
		else
			accord_json_null(w);
		accord_json_key(w, "currency");
		if (m->money.currency[0])
			accord_json_slice(w, accord_slice_of(m->money.currency));
		else
			accord_json_null(w);
		accord_json_end_object(w);
	}
	accord_json_end_array(w);
}

void accord_deal_write(accord_json_writer *w, const accord_deal *deal)
{
	accord_json_key(w, "type");
	accord_json_slice(w, accord_slice_of(accord_deal_type_name(deal->type)));
	accord_json_key(w, "status");
	accord_json_slice(w, accord_slice_of(accord_deal_status_name(deal->status)));
	accord_json_key(w, "date");
	accord_json_slice(w, deal->date);
	accord_json_key(w, "value");
	if (deal->value.currency[0]) {
		accord_json_begin_object(w);
		accord_json_key(w, "amount");
		accord_json_number(w, deal->value.amount);
		accord_json_key(w, "currency");
		accord_json_slice(w, accord_slice_of(deal->value.currency));
		accord_json_end_object(w);
	} else {
		accord_json_null(w);
	}
	accord_json_key(w, "object");
	accord_json_slice(w, deal->object);
	accord_json_key(w, "parties");
	accord_json_begin_array(w);
	for (size_t i = 0; i < deal->party_count; i++) {
		const accord_party *p = &deal->parties[i];
		accord_json_begin_object(w);
		accord_json_member(w, "id", p->id);
		accord_json_key(w, "name");
		accord_json_slice(w, p->name);
		accord_json_key(w, "role");
		accord_json_slice(w, accord_slice_of(accord_role_name(p->role)));
		accord_json_key(w, "kind");
		accord_json_slice(w, accord_slice_of(accord_party_kind_name(p->kind)));
		accord_json_end_object(w);
	}
	accord_json_end_array(w);
}

static void write_deals(accord_json_writer *w, const accord_document *doc)
{
	accord_json_key(w, "deals");
	accord_json_begin_array(w);
	for (size_t i = 0; i < doc->deal_count; i++) {
		const accord_deal *deal = &doc->deals[i];
		accord_json_begin_object(w);
		accord_deal_write(w, deal);
		accord_json_key(w, "evidence");
		accord_json_begin_array(w);
		for (size_t k = 0; k < deal->evidence_count; k++) {
			accord_json_begin_object(w);
			write_span(w, &deal->evidence[k]);
			accord_json_end_object(w);
		}
		accord_json_end_array(w);
		accord_json_key(w, "rule");
		accord_json_slice(w, deal->rule);
		accord_json_key(w, "confidence");
		accord_json_number(w, deal->confidence);
		accord_json_end_object(w);
	}
	accord_json_end_array(w);
}

static void write_head(accord_json_writer *w, const accord_document *doc)
{
	accord_json_member(w, "id", doc->id);
	accord_json_member(w, "source", doc->source);
	accord_json_member(w, "url", doc->url);
	accord_json_member(w, "site", doc->site);
	accord_json_key(w, "lang");
	accord_json_slice(w, doc->lang);
	accord_json_key(w, "title");
	accord_json_slice(w, doc->title);
	accord_json_key(w, "authors");
	accord_json_begin_array(w);
	for (size_t i = 0; i < doc->author_count; i++)
		accord_json_slice(w, doc->authors[i]);
	accord_json_end_array(w);
	accord_json_key(w, "published");
	accord_json_slice(w, doc->published);
	accord_json_member(w, "modified", doc->modified);
	accord_json_key(w, "text");
	accord_json_slice(w, doc->text.data ? doc->text : accord_slice_of(""));
	if (doc->extra.len)
		accord_json_raw(w, doc->extra.data, doc->extra.len);
}

void accord_document_write(accord_buffer *out, const accord_document *doc, unsigned what)
{
	accord_json_writer w;
	accord_json_init(&w, out);
	accord_json_begin_object(&w);
	write_head(&w, doc);
	if (what & ACCORD_WRITE_TAGS) {
		write_companies(&w, doc, what);
		write_dates(&w, doc);
		write_amounts(&w, doc);
		write_deals(&w, doc);
	}
	accord_json_end_object(&w);
	accord_buffer_append_char(out, '\n');
}

void accord_document_write_error(accord_buffer *out, accord_slice source, accord_slice id, const accord_error *err)
{
	accord_json_writer w;
	accord_json_init(&w, out);
	accord_json_begin_object(&w);
	accord_json_member(&w, "id", id);
	accord_json_member(&w, "source", source);
	accord_json_key(&w, "error");
	accord_json_slice(&w, accord_slice_of(err->message));
	accord_json_end_object(&w);
	accord_buffer_append_char(out, '\n');
}
