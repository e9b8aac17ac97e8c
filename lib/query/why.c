/*
 * The sentences that name two companies, read again. Articles are found by the companies that were tagged in
 * them and by the full text, so that a name which was not taken for a company is found too; that it was not
 * is then the answer.
 */
#include "parser.h"
#include "steps.h"

#include <accord/companies.h>

#include <stdlib.h>
#include <string.h>

#define MOST_NAMES 24

static accord_status read_list(accord_store *store, accord_arena *arena, const char *query, int64_t company,
			       accord_slice *list, size_t *count, bool fold, accord_error *err)
{
	accord_sql *q = accord_sql_prepare(store, query);
	if (!q)
		return accord_sql_failed(store, err);
	accord_sql_bind_int(q, 1, company);
	while (*count < MOST_NAMES && accord_sql_step(q) == ACCORD_SQL_ROW) {
		accord_slice text = accord_sql_copy(arena, q, 0);
		list[(*count)++] = fold ? accord_text_fold_loose(arena, text) : text;
	}
	accord_sql_close(q);
	return ACCORD_OK;
}

accord_status accord_why_side_of(accord_store *store, accord_arena *arena, const accord_query *company,
				 accord_why_side *side, accord_error *err)
{
	*side = (accord_why_side){.name = company->words};
	side->ids = accord_arena_calloc(arena, MOST_NAMES, sizeof *side->ids);
	side->names = accord_arena_calloc(arena, MOST_NAMES, sizeof *side->names);
	if (!side->ids || !side->names)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	side->names[side->name_count++] = accord_text_fold_loose(arena, company->words);
	accord_status status = ACCORD_OK;
	for (size_t i = 0; i < company->company_count && status == ACCORD_OK; i++) {
		status = read_list(store, arena, "SELECT key FROM company WHERE id = ?",
				   company->companies[i], side->ids, &side->id_count, false, err);
		if (status == ACCORD_OK)
			status = read_list(store, arena, "SELECT name FROM company_name WHERE company = ?",
					   company->companies[i], side->names, &side->name_count, true, err);
	}
	return status;
}

struct asking {
	const accord_why_side *sides;
	const accord_document *doc;
	accord_arena *arena;
	size_t most;
	void (*each)(void *context, const accord_why_sentence *sentence);
	void *context;
	accord_why_sentence *kept; /* of this document: they wait for its deals */
	size_t kept_count, kept_room;
	accord_span *spans; /* of the kept sentences, in the document */
	accord_why_figures *figures;
	accord_why_step *steps;
	bool failed;
};

static bool has_id(const accord_why_side *side, accord_slice id)
{
	for (size_t i = 0; i < side->id_count; i++)
		if (accord_slice_equal(side->ids[i], id))
			return true;
	return false;
}

static void note_span(accord_why_sentence *s, int side, uint32_t start, uint32_t end)
{
	if (s->named_count[side] < 4)
		s->named[side][s->named_count[side]++] = (accord_span){s->field, start, end};
}

static void find_companies(const accord_sentence_trace *t, const accord_why_side *sides,
			   accord_why_sentence *s)
{
	uint32_t begin = t->items[0].start;
	for (size_t i = 0; i < t->item_count; i++) {
		const accord_item *item = &t->items[i];
		for (uint32_t e = 0; item->kind == ACCORD_ITEM_COMPANY && e < item->entity_count; e++) {
			const accord_company_mention *m = &t->companies[item->entity + e];
			for (int side = 0; side < 2; side++)
				if (has_id(&sides[side], m->id)) {
					s->company[side] = true;
					note_span(s, side, m->span.start - begin, m->span.end - begin);
				}
		}
	}
}

/* A name among the words, from one boundary of a word to another; compared folded, so there is no place to
 * mark. */
static bool names(accord_slice folded, accord_slice name)
{
	for (size_t at = 0; name.len >= 2 && at + name.len <= folded.len; at++) {
		if (memcmp(folded.data + at, name.data, name.len) != 0)
			continue;
		size_t size;
		uint32_t after = at + name.len < folded.len
					 ? accord_utf8_decode(folded.data, folded.len, at + name.len, &size)
					 : ' ';
		bool begins = at == 0 || !((unsigned char)folded.data[at - 1] >= 0x80 ||
					   accord_is_letter((unsigned char)folded.data[at - 1]));
		if (begins && !accord_is_letter(after))
			return true;
	}
	return false;
}

static bool is_named(struct asking *a, accord_slice sentence, const accord_why_side *side)
{
	accord_slice folded = accord_text_fold_loose(a->arena, sentence);
	for (size_t i = 0; folded.data && i < side->name_count; i++)
		if (names(folded, side->names[i]))
			return true;
	return false;
}

static void add_steps(struct asking *a, const accord_sentence_trace *t, accord_why_sentence *s)
{
	struct rule_steps list = {.items = a->steps};
	if (rule_steps_of(&list, a->arena, t) != ACCORD_OK)
		a->failed = true;
	s->step_count = list.count < a->most ? list.count : a->most;
	s->woken = list.woken - s->step_count;
	s->steps = accord_arena_calloc(a->arena, s->step_count + 1, sizeof *s->steps);
	if (!s->steps)
		a->failed = true;
	else
		memcpy(s->steps, list.items, s->step_count * sizeof *s->steps);
}

static void look_at(void *context, const accord_sentence_trace *t)
{
	struct asking *a = context;
	if (!t->item_count || a->failed)
		return;
	accord_slice field = accord_document_field(a->doc, t->field);
	uint32_t start = t->items[0].start, end = t->items[t->item_count - 1].end;
	accord_why_sentence s = {.document = a->doc->id,
				 .url = a->doc->url,
				 .site = a->doc->site,
				 .lang = a->doc->lang,
				 .published = a->doc->published,
				 .field = t->field};
	s.text = (accord_slice){field.data + start, end - start};
	find_companies(t, a->sides, &s);
	for (int side = 0; side < 2; side++)
		if (!s.company[side] && !is_named(a, s.text, &a->sides[side]))
			return;
	add_steps(a, t, &s);
	if (a->kept_count == a->kept_room) {
		size_t room = a->kept_room ? 2 * a->kept_room : 8;
		a->kept = accord_arena_grow(a->arena, a->kept, a->kept_room * sizeof s, room * sizeof s);
		a->spans = accord_arena_grow(a->arena, a->spans, a->kept_room * sizeof *a->spans,
					     room * sizeof *a->spans);
		a->kept_room = room;
	}
	if (!a->kept || !a->spans) {
		a->failed = true;
		return;
	}
	a->spans[a->kept_count] = (accord_span){t->field, start, end};
	a->kept[a->kept_count++] = s;
}

static void add_deals(struct asking *a, accord_why_sentence *s, const accord_span *span)
{
	s->deals = accord_arena_calloc(a->arena, a->doc->deal_count + 1, sizeof *s->deals);
	for (size_t i = 0; s->deals && i < a->doc->deal_count; i++)
		for (size_t e = 0; e < a->doc->deals[i].evidence_count; e++) {
			const accord_span *told = &a->doc->deals[i].evidence[e];
			if (told->in != span->in || told->start >= span->end || told->end <= span->start)
				continue;
			s->deals[s->deal_count++] = a->doc->deals[i];
			break;
		}
}

static accord_status read_document(accord_store *store, const accord_tagger *tagger, struct asking *a,
				   int64_t row, accord_error *err)
{
	accord_stored_document stored;
	accord_status status = accord_store_get_document_row(store, a->arena, row, &stored, err);
	if (status != ACCORD_OK)
		return status;
	a->doc = &stored.document;
	a->kept = NULL;
	a->spans = NULL;
	a->kept_count = a->kept_room = 0;
	status = accord_tagger_trace(tagger, a->arena, &stored.document, look_at, a, err);
	if (status == ACCORD_OK && a->failed)
		status = accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	for (size_t i = 0; status == ACCORD_OK && i < a->kept_count; i++) {
		add_deals(a, &a->kept[i], &a->spans[i]);
		a->figures->sentences++;
		a->figures->deals += a->kept[i].deal_count;
		a->each(a->context, &a->kept[i]);
	}
	return status;
}

/* `("nokia" OR "nokia oyj") AND ("intel")`, each name a phrase. */
static void match_text(accord_buffer *out, const accord_why_side sides[2])
{
	for (int s = 0; s < 2; s++) {
		accord_buffer_append_text(out, s ? ") AND (" : "(");
		for (size_t i = 0; i < sides[s].name_count; i++) {
			accord_buffer_append_text(out, i ? " OR \"" : "\"");
			for (size_t k = 0; k < sides[s].names[i].len; k++) {
				char c = sides[s].names[i].data[k];
				accord_buffer_append_char(out, c == '"' ? ' ' : c);
			}
			accord_buffer_append_char(out, '"');
		}
	}
	accord_buffer_append_char(out, ')');
}

static void bind_ids(accord_sql *q, int at, accord_arena *arena, const accord_why_side *side)
{
	accord_buffer list;
	accord_json_writer w;
	accord_buffer_init(&list, 1 << 16);
	accord_json_init(&w, &list);
	accord_json_begin_array(&w);
	for (size_t i = 0; i < side->id_count; i++)
		accord_json_slice(&w, side->ids[i]);
	accord_json_end_array(&w);
	const char *text = accord_arena_copy(arena, list.data ? list.data : "[]", list.data ? list.len : 2);
	accord_sql_bind_text(q, at, accord_slice_of(text));
	accord_buffer_free(&list);
}

static accord_status find_documents(accord_store *store, accord_arena *arena, const accord_why_side sides[2],
				    size_t limit, int64_t *rows, size_t *count, int64_t *all,
				    accord_error *err)
{
	static const char query[] = "WITH a AS (SELECT document FROM document_company WHERE company IN "
				    "(SELECT id FROM company WHERE key IN "
				    "(SELECT value FROM " ACCORD_SQL_LIST("?1") "))), b AS (SELECT document FROM "
				    "document_company WHERE company IN "
				    "(SELECT id FROM company WHERE key IN (SELECT value FROM "
				    ACCORD_SQL_LIST("?2") "))), found AS (SELECT document "
				    "FROM a INTERSECT SELECT document FROM b UNION SELECT rowid FROM "
				    "article_text WHERE " ACCORD_SQL_MATCH("?3") ") "
				    "SELECT d.id, count(*) OVER () FROM found JOIN document d ON d.id = "
				    "found.document WHERE d.copy_of IS NULL "
				    "ORDER BY d.published_day DESC NULLS LAST, d.id DESC LIMIT ?4";
	accord_sql *q = accord_sql_prepare(store, query);
	if (!q)
		return accord_sql_failed(store, err);
	accord_buffer match;
	accord_buffer_init(&match, 1 << 16);
	match_text(&match, sides);
	bind_ids(q, 1, arena, &sides[0]);
	bind_ids(q, 2, arena, &sides[1]);
	accord_sql_bind_text(q, 3, (accord_slice){match.data, match.len});
	accord_sql_bind_int(q, 4, (int64_t)limit);
	int step;
	while ((step = accord_sql_step(q)) == ACCORD_SQL_ROW && *count < limit) {
		rows[(*count)++] = accord_sql_int(q, 0);
		*all = accord_sql_int(q, 1);
	}
	accord_sql_close(q);
	accord_buffer_free(&match);
	return step == ACCORD_SQL_DONE || step == ACCORD_SQL_ROW ? ACCORD_OK : accord_sql_failed(store, err);
}

accord_status accord_why(accord_store *store, const accord_tagger *tagger, const accord_why_side sides[2],
			 size_t limit, size_t steps,
			 void (*each)(void *context, const accord_why_sentence *sentence), void *context,
			 accord_why_figures *figures, accord_error *err)
{
	accord_arena *own = accord_arena_new(0);
	struct asking a = {.sides = sides,
			   .arena = accord_arena_new((size_t)1 << 30),
			   .most = steps,
			   .each = each,
			   .context = context,
			   .figures = figures};
	int64_t *rows = own ? accord_arena_calloc(own, limit + 1, sizeof *rows) : NULL;
	*figures = (accord_why_figures){0};
	accord_status status = ACCORD_OK;
	a.steps = own ? accord_arena_calloc(own, MOST_STEPS, sizeof *a.steps) : NULL;
	if (!rows || !a.steps || !a.arena)
		status = accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	if (status == ACCORD_OK)
		status = find_documents(store, own, sides, limit, rows, &figures->read, &figures->documents,
					err);
	for (size_t i = 0; status == ACCORD_OK && i < figures->read; i++) {
		status = read_document(store, tagger, &a, rows[i], err);
		accord_arena_clear(a.arena);
	}
	accord_arena_free(a.arena);
	accord_arena_free(own);
	return status;
}
