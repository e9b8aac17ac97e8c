/* A deal with what it rests on, named by hashes; and the same run again. */
#include "parser.h"
#include "render.h"

#include <accord/cite.h>
#include <accord/correction.h>
#include <accord/period.h>
#include <accord/version.h>

#include <string.h>

static accord_status read_report(accord_store *store, accord_arena *arena, const accord_event_report *r,
				 accord_cited_report *c, accord_error *err)
{
	static const char query[] =
		"SELECT {lower(hex(d.content))|encode(d.content, 'hex')}, d.version, d.rules, {lower(hex(b.sha256))|encode(b.sha256, 'hex')}, p.url, p.fetched, "
		"coalesce(p.id, 0) FROM document d LEFT JOIN page p ON p.id = d.page LEFT JOIN page_body b "
		"ON b.id = p.body WHERE d.key = ?";
	*c = (accord_cited_report){.document = r->document,
				   .url = r->url,
				   .site = r->site,
				   .lang = r->lang,
				   .published = r->published,
				   .title = r->title,
				   .sentence = r->sentence,
				   .rule = r->deal.rule};
	accord_sql *q = accord_sql_prepare(store, query);
	if (!q)
		return accord_sql_failed(store, err);
	accord_sql_bind_text(q, 1, r->document);
	if (accord_sql_step(q) == ACCORD_SQL_ROW) {
		c->content = accord_sql_copy(arena, q, 0);
		c->version = accord_sql_int(q, 1);
		c->rules = accord_sql_copy(arena, q, 2);
		c->page = accord_sql_copy(arena, q, 3);
		c->page_url = accord_sql_copy(arena, q, 4);
		c->fetched = accord_sql_int(q, 5);
		c->page_row = accord_sql_int(q, 6);
		if (!c->page_row)
			c->page = c->page_url = (accord_slice){NULL, 0};
	}
	accord_sql_close(q);
	return ACCORD_OK;
}

accord_status accord_cite(accord_store *store, accord_arena *arena, accord_slice deal,
			  accord_citation *citation, accord_error *err)
{
	*citation = (accord_citation){0};
	accord_status status = accord_store_find_event(store, arena, deal, &citation->event, err);
	if (status != ACCORD_OK)
		return status;
	citation->reports =
		accord_arena_calloc(arena, citation->event.report_count + 1, sizeof *citation->reports);
	if (!citation->reports)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	for (size_t i = 0; i < citation->event.report_count && status == ACCORD_OK; i++)
		status = read_report(store, arena, &citation->event.reports[i],
				     &citation->reports[citation->report_count++], err);
	return status;
}

static void day(accord_buffer *out, int64_t seconds)
{
	char text[16];
	accord_buffer_append_text(out, accord_day_text(seconds / 86400, text));
}

static void report_text(accord_buffer *out, const accord_cited_report *c)
{
	accord_buffer_append_text(out, "\n- ");
	harmless_text(out, c->site.data ? c->site : c->document);
	if (c->published.len) {
		accord_buffer_append_text(out, ", ");
		harmless_text(out, (accord_slice){c->published.data,
						  c->published.len < 10 ? c->published.len : 10});
	}
	accord_buffer_append_text(out, ": ");
	harmless_text(out, c->title);
	accord_buffer_append_text(out, "\n  ");
	if (c->url.len) {
		harmless_text(out, c->url);
		accord_buffer_append_text(out, "\n  ");
	}
	accord_buffer_append_text(out, "“");
	harmless_text(out, c->sentence);
	accord_buffer_append_text(out, "”\n  text ");
	harmless_text(out, c->content);
	if (c->page.len) {
		accord_buffer_append_text(out, "\n  page ");
		harmless_text(out, c->page);
		accord_buffer_append_text(out, ", fetched ");
		day(out, c->fetched);
	}
	accord_buffer_append_text(out, "\n  rule ");
	harmless_text(out, c->rule);
	accord_buffer_append_text(out, ", rules ");
	harmless_text(out, c->rules.len ? c->rules : accord_slice_of("unknown"));
	accord_buffer_append_char(out, '\n');
}

void accord_citation_text(accord_buffer *out, const accord_citation *c, const char *today)
{
	const accord_deal *d = &c->event.deal;
	write_parties(out, d);
	accord_buffer_append_format(out, ", %s, %s", type_label(d->type), accord_deal_status_name(d->status));
	if (d->date.len) {
		accord_buffer_append_text(out, ", ");
		harmless_text(out, d->date);
	}
	if (d->value.currency[0]) {
		accord_buffer_append_text(out, ", ");
		accord_render_value(out, &d->value, "en");
	}
	accord_buffer_append_text(out, ".\n");
	harmless_text(out, c->event.id);
	accord_buffer_append_format(out, ", found by accord %s on %s in:\n", ACCORD_VERSION, today);
	for (size_t i = 0; i < c->report_count; i++)
		report_text(out, &c->reports[i]);
}

static void member(accord_json_writer *w, const char *key, accord_slice value)
{
	accord_json_key(w, key);
	accord_json_slice(w, value);
}

void accord_citation_write(accord_buffer *out, const accord_citation *c, const char *today)
{
	accord_json_writer w;
	accord_json_init(&w, out);
	accord_json_begin_object(&w);
	member(&w, "accord", accord_slice_of(ACCORD_VERSION));
	member(&w, "cited", accord_slice_of(today));
	accord_json_key(&w, "deal");
	accord_json_begin_object(&w);
	member(&w, "id", c->event.id);
	accord_deal_write(&w, &c->event.deal);
	accord_json_end_object(&w);
	accord_json_key(&w, "reports");
	accord_json_begin_array(&w);
	for (size_t i = 0; i < c->report_count; i++) {
		const accord_cited_report *r = &c->reports[i];
		accord_json_begin_object(&w);
		member(&w, "document", r->document);
		member(&w, "url", r->url);
		member(&w, "site", r->site);
		member(&w, "published", r->published);
		member(&w, "title", r->title);
		member(&w, "sentence", r->sentence);
		member(&w, "text_sha256", r->content);
		member(&w, "page_sha256", r->page);
		member(&w, "page_url", r->page_url);
		accord_json_key(&w, "fetched");
		accord_json_int(&w, r->fetched);
		accord_json_key(&w, "version");
		accord_json_int(&w, r->version);
		member(&w, "rule", r->rule);
		member(&w, "rules", r->rules);
		accord_json_key(&w, "found");
		accord_json_begin_object(&w);
		accord_deal_write(&w, &c->event.reports[i].deal);
		accord_json_end_object(&w);
		accord_json_end_object(&w);
	}
	accord_json_end_array(&w);
	accord_json_end_object(&w);
	accord_buffer_append_char(out, '\n');
}

/* What a report was cited to have found, as an expectation. */
static accord_status read_found(accord_arena *arena, const json_t *found, accord_expectation *e,
				accord_error *err)
{
	int type = accord_deal_type_from(accord_json_get(found, "type"));
	const json_t *parties = json_object_get(found, "parties");
	size_t n = json_array_size(parties);
	*e = (accord_expectation){true, ACCORD_ACQUISITION, -1, NULL, 0};
	if (type < 0 || n > 64)
		return accord_error_set(err, ACCORD_EINPUT, "the citation has a report without a deal");
	e->type = (accord_deal_type)type;
	e->parties = accord_arena_calloc(arena, n + 1, sizeof *e->parties);
	if (!e->parties)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	for (size_t i = 0; i < n; i++) {
		const json_t *p = json_array_get(parties, i);
		int role = accord_role_from(accord_json_get(p, "role"));
		if (role >= 0)
			e->parties[e->party_count++] =
				(accord_party){accord_json_get(p, "id"), accord_json_get(p, "name"),
					       (accord_role)role, ACCORD_COMPANY};
	}
	return ACCORD_OK;
}

static accord_status check_page(accord_store *store, accord_arena *arena,
				const accord_stored_document *stored, accord_slice cited, bool *same,
				accord_error *err)
{
	accord_page_record page;
	char hex[65];
	*same = !cited.len;
	if (!cited.len || !stored->page)
		return ACCORD_OK;
	accord_status status = accord_store_get_page(store, arena, stored->page, &page, err);
	if (status == ACCORD_OK) {
		accord_store_hash(page.bytes, hex);
		*same = accord_slice_is(cited, hex);
	}
	return status;
}

static accord_status check_report(accord_store *store, const accord_tagger *tagger, accord_arena *arena,
				  const json_t *cited, accord_cited_check *check, accord_error *err)
{
	accord_stored_document stored;
	accord_cited_report now;
	accord_event_report key = {.document = accord_json_get(cited, "document")};
	accord_expectation expected;
	check->document = accord_slice_copy(arena, key.document);
	check->same_rules = accord_slice_is(accord_json_get(cited, "rules"), accord_tagger_version(tagger));
	accord_status status = read_found(arena, json_object_get(cited, "found"), &expected, err);
	if (status == ACCORD_OK)
		status = accord_store_get_document(store, arena, key.document, &stored, err);
	if (status == ACCORD_ENOTFOUND)
		return ACCORD_OK;
	check->present = status == ACCORD_OK;
	if (status == ACCORD_OK)
		status = read_report(store, arena, &key, &now, err);
	if (status == ACCORD_OK)
		status = check_page(store, arena, &stored, accord_json_get(cited, "page_sha256"),
				    &check->same_page, err);
	if (status != ACCORD_OK)
		return status;
	check->same_text = accord_slice_equal(now.content, accord_json_get(cited, "text_sha256"));
	status = accord_tagger_document(tagger, arena, &stored.document, err);
	for (size_t i = 0; status == ACCORD_OK && i < stored.document.deal_count; i++)
		check->same_deal |=
			accord_expectation_met(arena, &expected, &stored.document.deals[i], false);
	return status;
}

accord_status accord_citation_check(accord_store *store, const accord_tagger *tagger, accord_arena *arena,
				    accord_slice json, accord_cited_check **checks, size_t *count,
				    accord_error *err)
{
	json_t *citation = NULL;
	*count = 0;
	accord_status status = accord_json_read(json.data ? json.data : "", json.len, &citation, err);
	if (status != ACCORD_OK)
		return status;
	const json_t *reports = json_object_get(citation, "reports");
	size_t n = json_array_size(reports);
	if (!n)
		status = accord_error_set(err, ACCORD_EINPUT, "this is no citation: it has no reports");
	*checks = accord_arena_calloc(arena, n + 1, sizeof **checks);
	if (status == ACCORD_OK && !*checks)
		status = accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	for (size_t i = 0; i < n && status == ACCORD_OK; i++)
		status = check_report(store, tagger, arena, json_array_get(reports, i),
				      &(*checks)[(*count)++], err);
	json_decref(citation);
	return status;
}
