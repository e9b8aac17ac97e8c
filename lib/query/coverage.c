/* What may be missing, by site and language. Sentences are read again by today's rules, a sample of the
 * newest. */
#include "parser.h"
#include "steps.h"

#include <accord/coverage.h>

#include <stdlib.h>
#include <string.h>

#define HARDLY_A_TEXT 200 /* bytes */
#define MOST_SITES 2000
#define MOST_FEEDS 2000
#define KEPT 400 /* missed sentences from which the examples are taken */

struct kept {
	accord_missed_sentence sentence;
	accord_rule_outcome outcome;
	int reached;
};

struct taking {
	accord_store *store;
	accord_arena *arena, *scratch;
	accord_coverage *out;
	accord_why_step *steps;
	struct kept kept[KEPT];
	size_t kept_count;
	/* of the document that is read */
	const accord_document *doc;
	accord_site_coverage *site;
	struct kept *waiting;
	accord_span *spans;
	size_t waiting_count, waiting_room;
	bool failed;
};

static accord_status read_feeds(struct taking *t, const accord_coverage_options *options, accord_error *err)
{
	static const char query[] = "SELECT url, title, last_error, last_success, last_change, errors FROM "
				    "feed WHERE disabled = 0 AND "
				    "(errors > 0 OR (added < ?1 AND {max|greatest}(last_change, added) < ?1)) ORDER BY "
				    "last_change, url LIMIT ?2";
	accord_coverage *c = t->out;
	int64_t days = options->silent_days > 0 ? options->silent_days : 30;
	c->feeds = accord_arena_calloc(t->arena, MOST_FEEDS, sizeof *c->feeds);
	if (!c->feeds)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	accord_sql *q = accord_sql_prepare(t->store, query);
	if (!q)
		return accord_sql_failed(t->store, err);
	accord_sql_bind_int(q, 1, options->now - days * 86400);
	accord_sql_bind_int(q, 2, MOST_FEEDS);
	while (c->feed_count < MOST_FEEDS && accord_sql_step(q) == ACCORD_SQL_ROW)
		c->feeds[c->feed_count++] = (accord_silent_feed){
			accord_sql_copy(t->arena, q, 0), accord_sql_copy(t->arena, q, 1),
			accord_sql_copy(t->arena, q, 2), accord_sql_int(q, 3),
			accord_sql_int(q, 4),   (uint32_t)(int)accord_sql_int(q, 5)};
	accord_sql_close(q);
	return ACCORD_OK;
}

static accord_site_coverage *site_of(struct taking *t, accord_slice site, accord_slice lang)
{
	accord_coverage *c = t->out;
	for (size_t i = 0; i < c->site_count; i++)
		if (accord_slice_equal(c->sites[i].site, site) && accord_slice_equal(c->sites[i].lang, lang))
			return &c->sites[i];
	if (c->site_count == MOST_SITES)
		return NULL;
	c->sites[c->site_count] = (accord_site_coverage){.site = accord_slice_copy(t->arena, site),
							 .lang = accord_slice_copy(t->arena, lang)};
	return &c->sites[c->site_count++];
}

static accord_status read_sites(struct taking *t, accord_error *err)
{
	static const char query[] =
		"SELECT site, lang, count(*), sum(CASE WHEN page IS NOT NULL AND length(text) < ?1 THEN 1 ELSE 0 END) FROM document "
		"GROUP BY site, lang ORDER BY count(*) DESC, site NULLS FIRST, lang NULLS FIRST LIMIT ?2";
	accord_coverage *c = t->out;
	c->sites = accord_arena_calloc(t->arena, MOST_SITES, sizeof *c->sites);
	if (!c->sites)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	accord_sql *q = accord_sql_prepare(t->store, query);
	if (!q)
		return accord_sql_failed(t->store, err);
	accord_sql_bind_int(q, 1, HARDLY_A_TEXT);
	accord_sql_bind_int(q, 2, MOST_SITES);
	while (c->site_count < MOST_SITES && accord_sql_step(q) == ACCORD_SQL_ROW) {
		accord_site_coverage *s = &c->sites[c->site_count++];
		*s = (accord_site_coverage){.site = accord_sql_copy(t->arena, q, 0),
					    .lang = accord_sql_copy(t->arena, q, 1)};
		s->documents = accord_sql_int(q, 2);
		s->textless = accord_sql_int(q, 3);
	}
	accord_sql_close(q);
	return ACCORD_OK;
}

/* "https://www.heise.de/x" is of heise.de, as sites are written. */
static accord_slice host_of(accord_slice url)
{
	const char *slashes = url.len > 8 ? memmem(url.data, url.len, "://", 3) : NULL;
	if (!slashes)
		return (accord_slice){NULL, 0};
	const char *host = slashes + 3, *end = url.data + url.len;
	if (end - host > 4 && !memcmp(host, "www.", 4))
		host += 4;
	const char *stop = host;
	while (stop < end && !strchr("/:?#", *stop))
		stop++;
	return (accord_slice){host, (size_t)(stop - host)};
}

static accord_status read_given_up(struct taking *t, accord_error *err)
{
	accord_slice none = {NULL, 0};
	accord_sql *q = accord_sql_prepare(t->store, "SELECT url FROM due WHERE state = 2");
	if (!q)
		return accord_sql_failed(t->store, err);
	while (accord_sql_step(q) == ACCORD_SQL_ROW) {
		accord_slice url = accord_sql_text(q, 0);
		accord_slice host = host_of(url);
		accord_site_coverage *site = NULL;
		for (size_t i = 0; i < t->out->site_count && !site; i++)
			if (accord_slice_equal(t->out->sites[i].site, host))
				site = &t->out->sites[i];
		site = site ? site : site_of(t, host, none);
		if (site)
			site->given_up++;
	}
	accord_sql_close(q);
	return ACCORD_OK;
}

static bool two_companies(const accord_sentence_trace *t)
{
	accord_slice first = {NULL, 0};
	for (size_t i = 0; i < t->item_count; i++)
		for (uint32_t e = 0; t->items[i].kind == ACCORD_ITEM_COMPANY && e < t->items[i].entity_count;
		     e++) {
			accord_slice id = t->companies[t->items[i].entity + e].id;
			if (first.data && !accord_slice_equal(first, id))
				return true;
			first = id;
		}
	return false;
}

static void look_at(void *context, const accord_sentence_trace *s)
{
	struct taking *t = context;
	struct rule_steps steps = {.items = t->steps};
	if (t->failed || !s->item_count || !two_companies(s))
		return;
	t->failed = rule_steps_of(&steps, t->scratch, s) != ACCORD_OK;
	if (!steps.count)
		return;
	if (t->waiting_count == t->waiting_room) {
		size_t room = t->waiting_room ? 2 * t->waiting_room : 16;
		t->waiting = accord_arena_grow(t->scratch, t->waiting, t->waiting_room * sizeof *t->waiting,
					       room * sizeof *t->waiting);
		t->spans = accord_arena_grow(t->scratch, t->spans, t->waiting_room * sizeof *t->spans,
					     room * sizeof *t->spans);
		t->waiting_room = room;
	}
	t->failed |= !t->waiting || !t->spans;
	if (t->failed)
		return;
	accord_slice field = accord_document_field(t->doc, s->field);
	accord_span span = {s->field, s->items[0].start, s->items[s->item_count - 1].end};
	t->spans[t->waiting_count] = span;
	t->waiting[t->waiting_count++] = (struct kept){{t->doc->id,
							t->doc->site,
							t->doc->lang,
							{field.data + span.start, span.end - span.start},
							steps.items[0].rule,
							steps.items[0].trigger,
							steps.items[0].reason},
						       steps.items[0].outcome,
						       steps.items[0].reached};
}

static bool told(const accord_document *doc, const accord_span *span)
{
	for (size_t i = 0; i < doc->deal_count; i++)
		for (size_t e = 0; e < doc->deals[i].evidence_count; e++) {
			const accord_span *evidence = &doc->deals[i].evidence[e];
			if (evidence->in == span->in && evidence->start < span->end &&
			    evidence->end > span->start)
				return true;
		}
	return false;
}

static void keep(struct taking *t, const struct kept *k)
{
	if (t->kept_count == KEPT)
		return;
	struct kept *copy = &t->kept[t->kept_count++];
	*copy = *k;
	accord_slice *slices[] = {&copy->sentence.document, &copy->sentence.site, &copy->sentence.lang,
				  &copy->sentence.text,     &copy->sentence.rule, &copy->sentence.trigger,
				  &copy->sentence.reason};
	for (size_t i = 0; i < sizeof slices / sizeof *slices; i++)
		*slices[i] = accord_slice_copy(t->arena, *slices[i]);
}

static accord_status read_document(struct taking *t, const accord_tagger *tagger, int64_t row,
				   accord_error *err)
{
	accord_stored_document stored;
	accord_status status = accord_store_get_document_row(t->store, t->scratch, row, &stored, err);
	if (status != ACCORD_OK)
		return status;
	t->doc = &stored.document;
	t->waiting = NULL;
	t->spans = NULL;
	t->waiting_count = t->waiting_room = 0;
	t->site = site_of(t, stored.document.site, stored.document.lang);
	status = accord_tagger_trace(tagger, t->scratch, &stored.document, look_at, t, err);
	if (status == ACCORD_OK && t->failed)
		status = accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	if (status != ACCORD_OK || !t->site)
		return status;
	t->site->read++;
	t->site->candidates += t->waiting_count;
	for (size_t i = 0; i < t->waiting_count; i++)
		if (!told(&stored.document, &t->spans[i])) {
			t->site->missed++;
			keep(t, &t->waiting[i]);
		}
	return ACCORD_OK;
}

static int by_nearness(const void *pa, const void *pb)
{
	const struct kept *a = pa, *b = pb;
	if (a->outcome != b->outcome)
		return a->outcome < b->outcome ? -1 : 1;
	return a->reached != b->reached ? (a->reached > b->reached ? -1 : 1) : 0;
}

/* The nearest to a match first, no more than a third of them from one site. */
static void choose(struct taking *t, size_t most)
{
	accord_coverage *c = t->out;
	qsort(t->kept, t->kept_count, sizeof *t->kept, by_nearness);
	for (size_t i = 0; i < t->kept_count && c->missed_count < most; i++) {
		size_t same = 0;
		for (size_t k = 0; k < c->missed_count; k++)
			same += accord_slice_equal(c->missed[k].site, t->kept[i].sentence.site);
		if (same <= most / 3 || !t->kept[i].sentence.site.data)
			c->missed[c->missed_count++] = t->kept[i].sentence;
	}
}

static accord_status read_sentences(struct taking *t, const accord_tagger *tagger,
				    const accord_coverage_options *options, accord_error *err)
{
	accord_status status = ACCORD_OK;
	int64_t *rows = accord_arena_calloc(t->arena, options->sample + 1, sizeof *rows);
	size_t n = 0;
	t->steps = accord_arena_calloc(t->arena, MOST_STEPS, sizeof *t->steps);
	t->out->missed = accord_arena_calloc(t->arena, options->examples + 1, sizeof *t->out->missed);
	if (!rows || !t->steps || !t->out->missed)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	accord_sql *q = accord_sql_prepare(t->store, "SELECT id FROM document WHERE copy_of IS NULL ORDER BY published_day DESC NULLS LAST, "
			       "id DESC LIMIT ?");
	if (!q)
		return accord_sql_failed(t->store, err);
	accord_sql_bind_int(q, 1, (int64_t)options->sample);
	while (n < options->sample && accord_sql_step(q) == ACCORD_SQL_ROW)
		rows[n++] = accord_sql_int(q, 0);
	accord_sql_close(q);
	for (size_t i = 0; status == ACCORD_OK && i < n; i++) {
		status = read_document(t, tagger, rows[i], err);
		accord_arena_clear(t->scratch);
	}
	choose(t, options->examples);
	return status;
}

accord_status accord_coverage_take(accord_store *store, const accord_tagger *tagger, accord_arena *arena,
				   const accord_coverage_options *options, accord_coverage *coverage,
				   accord_error *err)
{
	struct taking *t = accord_arena_calloc(arena, 1, sizeof *t);
	*coverage = (accord_coverage){0};
	if (!t || !(t->scratch = accord_arena_new((size_t)1 << 30)))
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	t->store = store;
	t->arena = arena;
	t->out = coverage;
	accord_status status = read_feeds(t, options, err);
	if (status == ACCORD_OK)
		status = read_sites(t, err);
	if (status == ACCORD_OK)
		status = read_given_up(t, err);
	if (status == ACCORD_OK && options->sample && tagger)
		status = read_sentences(t, tagger, options, err);
	accord_arena_free(t->scratch);
	return status;
}
