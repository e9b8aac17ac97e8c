/*
 * What was found in a document, as JSON in one column: {"companies":[{"in":"text","start":0,"end":9,"id":…}],
 * "dates":[…],"amounts":[…]}. Deals have tables of their own; only their evidence is a list here:
 * [["text",0,70]].
 */
#include "internal.h"

#include <string.h>

static const char *const fields[] = {"title", "text"};

static void write_span(accord_json_writer *w, const accord_span *span)
{
	accord_json_key(w, "in");
	accord_json_string(w, fields[span->in], strlen(fields[span->in]));
	accord_json_key(w, "start");
	accord_json_int(w, span->start);
	accord_json_key(w, "end");
	accord_json_int(w, span->end);
}

static void write_companies(accord_json_writer *w, const accord_document *doc)
{
	accord_json_key(w, "companies");
	accord_json_begin_array(w);
	for (size_t i = 0; i < doc->company_count; i++) {
		const accord_company_mention *m = &doc->companies[i];
		accord_json_begin_object(w);
		write_span(w, &m->span);
		accord_json_member(w, "id", m->id);
		accord_json_member(w, "name", m->name);
		accord_json_key(w, "known");
		accord_json_bool(w, m->known);
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
		accord_json_begin_object(w);
		write_span(w, &t->span);
		accord_json_key(w, "type");
		const char *type = accord_timex_type_name(t->type);
		accord_json_string(w, type, strlen(type));
		accord_json_member(w, "value", t->value);
		accord_json_member(w, "mod", t->mod);
		accord_json_member(w, "begin", t->begin);
		accord_json_member(w, "finish", t->end);
		accord_json_end_object(w);
	}
	accord_json_end_array(w);
}

void store_write_tags(accord_buffer *out, const accord_document *doc)
{
	accord_json_writer w;
	accord_json_init(&w, out);
	accord_json_begin_object(&w);
	write_companies(&w, doc);
	write_dates(&w, doc);
	accord_json_key(&w, "amounts");
	accord_json_begin_array(&w);
	for (size_t i = 0; i < doc->amount_count; i++) {
		const accord_amount *a = &doc->amounts[i];
		accord_json_begin_object(&w);
		write_span(&w, &a->span);
		if (a->has_amount) {
			accord_json_key(&w, "amount");
			accord_json_number(&w, a->money.amount);
		}
		accord_json_key(&w, "currency");
		accord_json_string(&w, a->money.currency, strlen(a->money.currency));
		accord_json_end_object(&w);
	}
	accord_json_end_array(&w);
	accord_json_end_object(&w);
}

/* Offsets come from a file that others may have written: one outside of its field must not be believed. */
static accord_span read_span(const json_t *o, const accord_document *doc)
{
	accord_span span = {accord_slice_is(accord_json_get(o, "in"), "title") ? ACCORD_TITLE : ACCORD_TEXT,
			    0, 0};
	accord_slice field = accord_document_field(doc, span.in);
	json_int_t start = json_integer_value(json_object_get(o, "start"));
	json_int_t end = json_integer_value(json_object_get(o, "end"));
	if (start >= 0 && start <= end && (uint64_t)end <= field.len) {
		span.start = (uint32_t)start;
		span.end = (uint32_t)end;
	}
	return span;
}

static accord_slice member(accord_arena *arena, const json_t *o, const char *key)
{
	return accord_slice_copy(arena, accord_json_get(o, key));
}

static void read_companies(accord_arena *arena, const json_t *list, accord_document *doc)
{
	size_t n = json_array_size(list);
	doc->companies = accord_arena_calloc(arena, n, sizeof *doc->companies);
	doc->company_count = doc->companies ? n : 0;
	for (size_t i = 0; i < doc->company_count; i++) {
		const json_t *o = json_array_get(list, i);
		doc->companies[i] = (accord_company_mention){
			.span = read_span(o, doc),
			.id = member(arena, o, "id"),
			.name = member(arena, o, "name"),
			.known = json_is_true(json_object_get(o, "known")),
			.reference = json_is_true(json_object_get(o, "reference")),
		};
	}
}

static accord_timex_type timex_type(accord_slice name)
{
	for (int t = ACCORD_DATE; t <= ACCORD_SET; t++)
		if (accord_slice_is(name, accord_timex_type_name((accord_timex_type)t)))
			return (accord_timex_type)t;
	return ACCORD_DATE;
}

static void read_dates(accord_arena *arena, const json_t *list, accord_document *doc)
{
	size_t n = json_array_size(list);
	doc->dates = accord_arena_calloc(arena, n, sizeof *doc->dates);
	doc->date_count = doc->dates ? n : 0;
	for (size_t i = 0; i < doc->date_count; i++) {
		const json_t *o = json_array_get(list, i);
		doc->dates[i] = (accord_timex){
			.span = read_span(o, doc),
			.type = timex_type(accord_json_get(o, "type")),
			.value = member(arena, o, "value"),
			.mod = member(arena, o, "mod"),
			.begin = member(arena, o, "begin"),
			.end = member(arena, o, "finish"),
		};
	}
}

static void read_amounts(accord_arena *arena, const json_t *list, accord_document *doc)
{
	size_t n = json_array_size(list);
	doc->amounts = accord_arena_calloc(arena, n, sizeof *doc->amounts);
	doc->amount_count = doc->amounts ? n : 0;
	for (size_t i = 0; i < doc->amount_count; i++) {
		const json_t *o = json_array_get(list, i), *amount = json_object_get(o, "amount");
		accord_slice currency = accord_json_get(o, "currency");
		doc->amounts[i].span = read_span(o, doc);
		doc->amounts[i].has_amount = json_is_number(amount);
		doc->amounts[i].money.amount = json_number_value(amount);
		memcpy(doc->amounts[i].money.currency, currency.data ? currency.data : "",
		       currency.len < 3 ? currency.len : 3);
	}
}

accord_status store_read_tags(accord_arena *arena, accord_slice tags, accord_document *doc, accord_error *err)
{
	json_t *root = NULL;
	if (!tags.data)
		return ACCORD_OK;
	accord_status status = accord_json_read(tags.data, tags.len, &root, err);
	if (status != ACCORD_OK)
		return accord_error_set(err, ACCORD_ESTORE, "the tags of a stored article are damaged");
	read_companies(arena, json_object_get(root, "companies"), doc);
	read_dates(arena, json_object_get(root, "dates"), doc);
	read_amounts(arena, json_object_get(root, "amounts"), doc);
	json_decref(root);
	return ACCORD_OK;
}

void store_write_evidence(accord_buffer *out, const accord_deal *deal)
{
	accord_json_writer w;
	accord_json_init(&w, out);
	accord_json_begin_array(&w);
	for (size_t i = 0; i < deal->evidence_count; i++) {
		accord_json_begin_array(&w);
		accord_json_string(&w, fields[deal->evidence[i].in], strlen(fields[deal->evidence[i].in]));
		accord_json_int(&w, deal->evidence[i].start);
		accord_json_int(&w, deal->evidence[i].end);
		accord_json_end_array(&w);
	}
	accord_json_end_array(&w);
}

accord_status store_read_evidence(accord_arena *arena, accord_slice text, accord_deal *deal,
				  accord_error *err)
{
	json_t *root = NULL;
	if (!text.data)
		return ACCORD_OK;
	if (accord_json_read(text.data, text.len, &root, err) != ACCORD_OK)
		return accord_error_set(err, ACCORD_ESTORE, "the evidence of a stored deal is damaged");
	size_t n = json_array_size(root);
	deal->evidence = accord_arena_calloc(arena, n, sizeof *deal->evidence);
	deal->evidence_count = deal->evidence ? n : 0;
	for (size_t i = 0; i < deal->evidence_count; i++) {
		const json_t *o = json_array_get(root, i);
		const char *in = json_string_value(json_array_get(o, 0));
		deal->evidence[i] = (accord_span){
			in && !strcmp(in, "title") ? ACCORD_TITLE : ACCORD_TEXT,
			(uint32_t)json_integer_value(json_array_get(o, 1)),
			(uint32_t)json_integer_value(json_array_get(o, 2)),
		};
	}
	json_decref(root);
	return ACCORD_OK;
}
