/* A line of NDJSON into a document. What we do not know is kept as JSON and passed on. */
#include "long_strings.h"

#include <accord/document.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_TAGS 1000000 /* elements of one list; a line that has more is no document */

struct reader {
	accord_arena *arena;
	accord_document *doc;
	accord_error *err;
	struct long_strings taken; /* out of the line, before it was parsed */
};

static const struct {
	const char *key;
	size_t offset;
} strings[] = {
	{"source", offsetof(accord_document, source)},       {"url", offsetof(accord_document, url)},
	{"site", offsetof(accord_document, site)},           {"lang", offsetof(accord_document, lang)},
	{"title", offsetof(accord_document, title)},         {"published", offsetof(accord_document, published)},
	{"modified", offsetof(accord_document, modified)},   {"text", offsetof(accord_document, text)},
	{"html", offsetof(accord_document, html)},           {"content_type", offsetof(accord_document, content_type)}};

static accord_status wrong(struct reader *r, const char *key, const char *want)
{
	return accord_error_set(r->err, ACCORD_EINPUT, "\"%s\" is not %s", key, want);
}

static accord_slice copy_member(struct reader *r, const json_t *object, const char *key)
{
	return accord_slice_copy(r->arena, accord_json_get(object, key));
}

/* An id may be a number in other people's data: its digits are the id. */
static accord_status read_id(struct reader *r, const json_t *value)
{
	char digits[32];
	if (json_is_integer(value)) {
		int n = snprintf(digits, sizeof digits, "%lld", (long long)json_integer_value(value));
		r->doc->id = accord_slice_copy(r->arena, (accord_slice){digits, (size_t)n});
	} else if (json_is_string(value)) {
		r->doc->id = accord_slice_copy(r->arena, (accord_slice){json_string_value(value),
		                                                        json_string_length(value)});
	} else if (json_is_real(value)) {
		int n = snprintf(digits, sizeof digits, "%.15g", json_real_value(value));
		r->doc->id = accord_slice_copy(r->arena, (accord_slice){digits, (size_t)n});
	} else {
		return wrong(r, "id", "a string");
	}
	return ACCORD_OK;
}

/* An array of `size`-byte elements for a JSON list. */
static accord_status new_list(struct reader *r, const json_t *list, const char *key, size_t size, void *array_pointer)
{
	if (!json_is_array(list))
		return wrong(r, key, "a list");
	if (json_array_size(list) > MOST_TAGS)
		return wrong(r, key, "a list of a document's size");
	void *array = accord_arena_calloc(r->arena, json_array_size(list) + 1, size);
	if (!array)
		return accord_error_set(r->err, ACCORD_ENOMEM, "out of memory");
	memcpy(array_pointer, &array, sizeof array);
	return ACCORD_OK;
}

static accord_status read_authors(struct reader *r, const json_t *list)
{
	accord_status status = new_list(r, list, "authors", sizeof(accord_slice), &r->doc->authors);
	for (size_t i = 0; status == ACCORD_OK && i < json_array_size(list); i++) {
		const json_t *name = json_array_get(list, i);
		if (!json_is_string(name))
			return wrong(r, "authors", "a list of strings");
		r->doc->authors[r->doc->author_count++] = accord_slice_copy(
			r->arena, (accord_slice){json_string_value(name), json_string_length(name)});
	}
	return status;
}

static uint32_t offset_of(const json_t *object, const char *key)
{
	json_int_t value = json_integer_value(json_object_get(object, key));
	return value < 0 || value > UINT32_MAX ? 0 : (uint32_t)value;
}

static accord_span read_span(const json_t *object)
{
	accord_field in = accord_slice_is(accord_json_get(object, "in"), "title") ? ACCORD_TITLE : ACCORD_TEXT;
	return (accord_span){in, offset_of(object, "start"), offset_of(object, "end")};
}

static accord_money read_money(const json_t *object)
{
	accord_money money = {0};
	accord_slice currency = accord_json_get(object, "currency");
	money.amount = json_number_value(json_object_get(object, "amount"));
	if (currency.len == 3)
		memcpy(money.currency, currency.data, 3);
	return money;
}

static accord_status read_companies(struct reader *r, const json_t *list)
{
	accord_document *doc = r->doc;
	accord_status status = new_list(r, list, "companies", sizeof *doc->companies, &doc->companies);
	for (size_t i = 0; status == ACCORD_OK && i < json_array_size(list); i++) {
		const json_t *m = json_array_get(list, i);
		doc->companies[doc->company_count++] = (accord_company_mention){
			.span = read_span(m), .id = copy_member(r, m, "id"), .name = copy_member(r, m, "name"),
			.reference = json_is_true(json_object_get(m, "reference"))};
	}
	return status;
}

static accord_timex_type timex_type_from(accord_slice name)
{
	for (int t = ACCORD_DATE; t <= ACCORD_SET; t++)
		if (accord_slice_is(name, accord_timex_type_name((accord_timex_type)t)))
			return (accord_timex_type)t;
	return ACCORD_DATE;
}

static accord_status read_dates(struct reader *r, const json_t *list)
{
	accord_document *doc = r->doc;
	accord_status status = new_list(r, list, "dates", sizeof *doc->dates, &doc->dates);
	for (size_t i = 0; status == ACCORD_OK && i < json_array_size(list); i++) {
		const json_t *m = json_array_get(list, i), *range = json_object_get(m, "range");
		doc->dates[doc->date_count++] = (accord_timex){
			read_span(m), timex_type_from(accord_json_get(m, "type")), copy_member(r, m, "value"),
			copy_member(r, m, "mod"), copy_member(r, range, "begin"), copy_member(r, range, "end")};
	}
	return status;
}

static accord_status read_amounts(struct reader *r, const json_t *list)
{
	accord_document *doc = r->doc;
	accord_status status = new_list(r, list, "amounts", sizeof *doc->amounts, &doc->amounts);
	for (size_t i = 0; status == ACCORD_OK && i < json_array_size(list); i++) {
		const json_t *m = json_array_get(list, i);
		doc->amounts[doc->amount_count++] = (accord_amount){
			read_span(m), read_money(m), json_is_number(json_object_get(m, "amount"))};
	}
	return status;
}

static accord_status read_parties(struct reader *r, const json_t *list, accord_deal *deal)
{
	accord_status status = new_list(r, list, "parties", sizeof *deal->parties, &deal->parties);
	for (size_t i = 0; status == ACCORD_OK && i < json_array_size(list); i++) {
		const json_t *m = json_array_get(list, i);
		int role = accord_role_from(accord_json_get(m, "role"));
		int kind = accord_party_kind_from(accord_json_get(m, "kind"));
		accord_slice name = copy_member(r, m, "name"), id = copy_member(r, m, "id");
		if (role < 0 || !name.data)
			return wrong(r, "parties", "a list of names with roles");
		deal->parties[deal->party_count++] = (accord_party){id.data ? id : name, name, (accord_role)role,
		                                                    kind < 0 ? ACCORD_COMPANY
		                                                             : (accord_party_kind)kind};
	}
	return status;
}

static accord_status read_deal(struct reader *r, const json_t *m, accord_deal *deal)
{
	int type = accord_deal_type_from(accord_json_get(m, "type"));
	int deal_status = accord_deal_status_from(accord_json_get(m, "status"));
	if (type < 0)
		return wrong(r, "type", "a deal type");
	const json_t *evidence = json_object_get(m, "evidence"), *confidence = json_object_get(m, "confidence");
	*deal = (accord_deal){(accord_deal_type)type,
	                      deal_status < 0 ? ACCORD_ANNOUNCED : (accord_deal_status)deal_status,
	                      copy_member(r, m, "date"),
	                      read_money(json_object_get(m, "value")),
	                      copy_member(r, m, "object"),
	                      .rule = copy_member(r, m, "rule"),
	                      .confidence = json_is_number(confidence) ? json_number_value(confidence) : 1};
	accord_status status = read_parties(r, json_object_get(m, "parties"), deal);
	if (status == ACCORD_OK && evidence)
		status = new_list(r, evidence, "evidence", sizeof *deal->evidence, &deal->evidence);
	for (size_t i = 0; status == ACCORD_OK && i < json_array_size(evidence); i++)
		deal->evidence[deal->evidence_count++] = read_span(json_array_get(evidence, i));
	return status;
}

static accord_status read_deals(struct reader *r, const json_t *list)
{
	accord_document *doc = r->doc;
	accord_status status = new_list(r, list, "deals", sizeof *doc->deals, &doc->deals);
	for (size_t i = 0; status == ACCORD_OK && i < json_array_size(list); i++)
		status = read_deal(r, json_array_get(list, i), &doc->deals[doc->deal_count++]);
	return status;
}

static accord_status read_string(struct reader *r, const char *key, const json_t *value, bool *known)
{
	for (size_t i = 0; i < sizeof strings / sizeof *strings; i++) {
		if (strcmp(strings[i].key, key) != 0)
			continue;
		*known = true;
		if (json_is_null(value))
			return ACCORD_OK;
		if (!json_is_string(value))
			return wrong(r, key, "a string");
		size_t which = long_string_of(key, strlen(key));
		accord_slice copy = which < LONG_STRINGS ? r->taken.values[which] : (accord_slice){NULL, 0};
		if (!copy.data)
			copy = accord_slice_copy(r->arena, (accord_slice){json_string_value(value),
			                                                  json_string_length(value)});
		memcpy((char *)r->doc + strings[i].offset, &copy, sizeof copy);
		return copy.data ? ACCORD_OK : accord_error_set(r->err, ACCORD_ENOMEM, "out of memory");
	}
	return ACCORD_OK;
}

static const struct {
	const char *key;
	accord_status (*read)(struct reader *r, const json_t *value);
} members[] = {{"id", read_id},       {"authors", read_authors}, {"companies", read_companies},
               {"dates", read_dates}, {"amounts", read_amounts}, {"deals", read_deals}};

static accord_status read_member(struct reader *r, const char *key, const json_t *value, accord_buffer *extra)
{
	bool known = false;
	accord_status status = read_string(r, key, value, &known);
	if (known)
		return status;
	for (size_t i = 0; i < sizeof members / sizeof *members; i++)
		if (!strcmp(members[i].key, key))
			return json_is_null(value) ? ACCORD_OK : members[i].read(r, value);
	accord_json_writer w;
	accord_json_init(&w, extra);
	if (extra->len)
		accord_buffer_append_char(extra, ',');
	accord_json_string(&w, key, strlen(key));
	accord_buffer_append_char(extra, ':');
	char *json = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
	if (!json)
		return accord_error_set(r->err, ACCORD_ENOMEM, "out of memory");
	accord_buffer_append_text(extra, json);
	free(json);
	return ACCORD_OK;
}

accord_status accord_document_read(accord_arena *arena, const char *line, size_t len, accord_document *doc,
                                   accord_error *err)
{
	memset(doc, 0, sizeof *doc);
	json_t *object = NULL;
	struct reader r = {arena, doc, err, {.rest = {NULL, 0}}};
	accord_status status = ACCORD_OK;
	if (take_long_strings(arena, line, len, &r.taken))
		accord_json_read(r.taken.rest.data, r.taken.rest.len, &object, NULL);
	if (!object) { /* as a whole, for the place of the mistake */
		memset(&r.taken, 0, sizeof r.taken);
		status = accord_json_read(line, len, &object, err);
	}
	if (status != ACCORD_OK)
		return status;
	accord_buffer extra;
	accord_buffer_init(&extra, SIZE_MAX / 4);
	if (!json_is_object(object))
		status = accord_error_set(err, ACCORD_EINPUT, "the line is no JSON object");
	const char *key;
	json_t *value;
	if (status == ACCORD_OK)
		json_object_foreach(object, key, value) {
			status = read_member(&r, key, value, &extra);
			if (status != ACCORD_OK)
				break;
		}
	if (status == ACCORD_OK && extra.failed)
		status = accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	if (status == ACCORD_OK && extra.len)
		doc->extra = accord_slice_copy(arena, (accord_slice){extra.data, extra.len});
	accord_buffer_free(&extra);
	json_decref(object);
	return status;
}
