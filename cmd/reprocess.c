/*
 * accord reprocess: today's rules over what is stored. Documents are read in batches; threads clean (where
 * the raw page is kept) and tag them; one writer stores what changed. A document that was stored with the
 * same rules is left alone, so a run that was cut short goes on where it was. With --dry-run nothing is
 * stored: the report says which deals would be gained, lost, changed, each with its sentence and the rules
 * concerned.
 */
#include "corrections.h"
#include "progress.h"
#include "question.h"
#include "workers.h"

#include <accord/page.h>
#include <accord/tag.h>
#include <accord/url.h>

#include <signal.h>
#include <accord/sql.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BATCH 128
#define DOCUMENT_CEILING ((size_t)2 << 30)

struct args {
	const char *db, *format, *color;
	struct text_list rules;
	long threads;
	bool dry_run, all;
};

static const struct option_spec options[] = {
	DB_OPTION(struct args),
	{"dry-run", 0, NULL, "store nothing; report deals gained, lost and changed", OPTION_FLAG,
	 offsetof(struct args, dry_run)},
	{"all", 0, NULL, "also what these very rules have tagged", OPTION_FLAG, offsetof(struct args, all)},
	{"rules", 0, "DIR", "rule folder instead of the shipped one, may be repeated; later ones over earlier ones", OPTION_LIST,
	 offsetof(struct args, rules)},
	{"threads", 'j', "N", "threads (default: all cores)", OPTION_NUMBER, offsetof(struct args, threads)},
	{"format", 'f', "FORM", "of the report: text or json", OPTION_TEXT, offsetof(struct args, format)},
	{"color", 0, "WHEN", "always, never or auto", OPTION_TEXT, offsetof(struct args, color)},
	OPTIONS_END,
};

extern const struct command reprocess_command;

struct job {
	accord_arena *arena;
	accord_stored_document old;
	accord_page_record page; /* bytes unknown if the page is not kept */
	accord_document doc;     /* the result */
	accord_status status;
	accord_error err;
};

struct run {
	const struct args *args;
	struct question question;
	bool asked;          /* only what a query has to do with: its documents stand in the table `asked` */
	accord_store *store; /* the question's */
	accord_tagger *tagger;
	accord_render render;
	struct job jobs[BATCH];
	accord_buffer out;
	struct progress progress;
	bool json;
	long seen, gained, lost, changed, failed, stored;
};

static volatile sig_atomic_t stopped;

static void stop(int number)
{
	(void)number;
	stopped = 1;
}

/* What a document knows beside its page stays: id, url, where it came from; an import's title goes before the
 * page's. */
static accord_status clean(struct job *job)
{
	const accord_document *old = &job->old.document;
	accord_page_options page = {.url = old->url.data, .content_type = job->page.content_type.data};
	accord_status status = accord_page_clean(job->arena, job->page.bytes.data, job->page.bytes.len, &page,
						 &job->doc, &job->err);
	if (status != ACCORD_OK)
		return status;
	job->doc.id = old->id;
	job->doc.url = old->url;
	job->doc.site = old->site;
	job->doc.source = old->source;
	job->doc.extra = old->extra;
	if (!job->doc.title.len)
		job->doc.title = old->title;
	if (!job->doc.published.len)
		job->doc.published = old->published;
	return status;
}

static void work(struct run *run, struct job *job)
{
	if (job->status != ACCORD_OK)
		return;
	job->doc = job->old.document;
	if (job->page.bytes.data)
		job->status = clean(job);
	if (job->status == ACCORD_OK)
		job->status = accord_tagger_document(run->tagger, job->arena, &job->doc, &job->err);
}

static void work_on(void *context, size_t item)
{
	struct run *run = context;
	work(run, &run->jobs[item]);
}

static bool same_party(const accord_party *a, const accord_party *b)
{
	return accord_slice_equal(a->id, b->id) && a->role == b->role;
}

static size_t parties_in_common(const accord_deal *a, const accord_deal *b, bool roles)
{
	size_t n = 0;
	for (size_t i = 0; i < a->party_count; i++)
		for (size_t k = 0; k < b->party_count; k++)
			n += roles ? same_party(&a->parties[i], &b->parties[k])
				   : accord_slice_equal(a->parties[i].id, b->parties[k].id);
	return n;
}

static bool same_deal(const accord_deal *a, const accord_deal *b)
{
	return a->status == b->status && accord_slice_equal(a->date, b->date) &&
	       a->value.amount == b->value.amount && !strcmp(a->value.currency, b->value.currency) &&
	       a->party_count == b->party_count && parties_in_common(a, b, true) == a->party_count;
}

static accord_slice sentence_of(const accord_document *doc, const accord_deal *deal)
{
	for (size_t i = 0; i < deal->evidence_count; i++) {
		accord_slice field = accord_document_field(doc, deal->evidence[i].in);
		if (deal->evidence[i].start < deal->evidence[i].end && deal->evidence[i].end <= field.len)
			return (accord_slice){field.data + deal->evidence[i].start,
					      deal->evidence[i].end - deal->evidence[i].start};
	}
	return (accord_slice){NULL, 0};
}

static void member(accord_json_writer *w, const char *key, accord_slice value)
{
	accord_json_key(w, key);
	accord_json_slice(w, value);
}

static void report_json(struct run *run, const struct job *job, const char *what, const accord_deal *old,
			const accord_deal *new)
{
	accord_json_writer w;
	accord_json_init(&w, &run->out);
	accord_json_begin_object(&w);
	member(&w, "change", accord_slice_of(what));
	member(&w, "document", job->doc.id);
	member(&w, "title", job->doc.title);
	for (int i = 0; i < 2; i++) {
		const accord_deal *deal = i ? new : old;
		accord_json_key(&w, i ? "new" : "old");
		if (!deal) {
			accord_json_null(&w);
			continue;
		}
		accord_json_begin_object(&w);
		accord_deal_write(&w, deal);
		member(&w, "rule", deal->rule);
		member(&w, "sentence", sentence_of(i ? &job->doc : &job->old.document, deal));
		accord_json_end_object(&w);
	}
	accord_json_end_object(&w);
	accord_buffer_append_char(&run->out, '\n');
}

static void deal_line(struct run *run, char sign, const accord_deal *deal)
{
	if (run->render.colour)
		accord_buffer_append_text(&run->out, sign == '+' ? "\033[32m" : "\033[31m");
	accord_buffer_append_format(&run->out, "%c %s %s ", sign, accord_deal_type_name(deal->type),
				    accord_deal_status_name(deal->status));
	accord_render_text(&run->out, deal->date.data ? deal->date : accord_slice_of("–"), 20, false);
	for (size_t i = 0; i < deal->party_count; i++) {
		accord_buffer_append_format(&run->out, "%s%s ", i ? ", " : "  ",
					    accord_role_name(deal->parties[i].role));
		accord_render_text(&run->out, deal->parties[i].name, 60, false);
	}
	if (deal->value.currency[0]) {
		accord_buffer_append_text(&run->out, "  ");
		accord_render_value(&run->out, &deal->value, run->render.lang);
	}
	accord_buffer_append_text(&run->out, "  [");
	accord_render_text(&run->out, deal->rule, 80, false);
	accord_buffer_append_text(&run->out, run->render.colour ? "]\033[0m\n" : "]\n");
}

static void report_text(struct run *run, const struct job *job, const accord_deal *old,
			const accord_deal *new)
{
	accord_slice sentence = new ? sentence_of(&job->doc, new) : sentence_of(&job->old.document, old);
	accord_render_text(&run->out, job->doc.id, 60, false);
	accord_buffer_append_text(&run->out, ": ");
	accord_render_text(&run->out, sentence, 400, false);
	accord_buffer_append_char(&run->out, '\n');
	if (old)
		deal_line(run, '-', old);
	if (new)
		deal_line(run, '+', new);
}

static void report(struct run *run, const struct job *job, const accord_deal *old, const accord_deal *new)
{
	const char *what = !old ? "gained" : !new ? "lost" : "changed";
	*(!old ? &run->gained : !new ? &run->lost : &run->changed) += 1;
	if (!run->args->dry_run)
		return;
	if (run->json)
		report_json(run, job, what, old, new);
	else
		report_text(run, job, old, new);
}

/* Deals of before and after are paired by type and parties; what has no partner was lost or gained. */
static void compare(struct run *run, const struct job *job)
{
	const accord_document *old = &job->old.document, *new = &job->doc;
	bool *taken = calloc(new->deal_count + 1, sizeof *taken);
	for (size_t i = 0; taken && i < old->deal_count; i++) {
		size_t best = new->deal_count, most = 0;
		for (size_t k = 0; k < new->deal_count; k++) {
			if (taken[k] || new->deals[k].type != old->deals[i].type)
				continue;
			size_t score = 4 * parties_in_common(&old->deals[i], &new->deals[k], false) +
				       same_deal(&old->deals[i], &new->deals[k]) * 2 +
				       accord_slice_equal(old->deals[i].date, new->deals[k].date);
			if (score >= 4 && score > most) {
				most = score;
				best = k;
			}
		}
		if (best < new->deal_count)
			taken[best] = true;
		if (best == new->deal_count)
			report(run, job, &old->deals[i], NULL);
		else if (!same_deal(&old->deals[i], &new->deals[best]))
			report(run, job, &old->deals[i], &new->deals[best]);
	}
	for (size_t k = 0; taken && k < new->deal_count; k++)
		if (!taken[k])
			report(run, job, NULL, &new->deals[k]);
	free(taken);
}

static bool finish(struct run *run, struct job *job)
{
	accord_put_options put = {.page = job->old.page, .rules = accord_tagger_version(run->tagger)};
	run->seen++;
	if (job->status == ACCORD_OK) {
		compare(run, job);
		if (run->args->dry_run)
			return true;
		job->status = accord_store_put_document(run->store, &job->doc, &put, NULL, NULL, &job->err);
		run->stored += job->status == ACCORD_OK;
	}
	if (job->status == ACCORD_OK)
		return true;
	accord_error_at(&job->err, job->old.document.id.data, 0, 0);
	complain(&job->err);
	run->failed++;
	return job->status != ACCORD_ESTORE;
}

static bool read_job(struct run *run, struct job *job, int64_t row)
{
	accord_arena_clear(job->arena);
	job->err = (accord_error){0};
	job->page = (accord_page_record){0};
	job->doc = (accord_document){0};
	job->status = accord_store_get_document_row(run->store, job->arena, row, &job->old, &job->err);
	if (job->status == ACCORD_OK && job->old.page)
		job->status =
			accord_store_get_page(run->store, job->arena, job->old.page, &job->page, &job->err);
	return job->status == ACCORD_OK;
}

/* The rows behind `last` that other rules have tagged. */
static size_t next_rows(struct run *run, int64_t last, int64_t rows[BATCH])
{
	static const char every[] =
		"SELECT id FROM document WHERE id > ?1 AND (?3 <> 0 OR rules IS DISTINCT FROM ?2) ORDER BY id LIMIT ?4";
	static const char asked[] =
		"SELECT id FROM document WHERE id > ?1 AND (?3 <> 0 OR rules IS DISTINCT FROM ?2) AND id IN "
		"(SELECT document FROM asked) ORDER BY id LIMIT ?4";
	const char *query = run->asked ? asked : every;
	size_t n = 0;
	accord_sql *q = accord_sql_prepare(run->store, query);
	if (!q)
		return 0;
	accord_sql_bind_int(q, 1, last);
	accord_sql_bind_text(q, 2, accord_slice_of(accord_tagger_version(run->tagger)));
	accord_sql_bind_int(q, 3, run->args->all || run->args->dry_run);
	accord_sql_bind_int(q, 4, BATCH);
	while (n < BATCH && accord_sql_step(q) == ACCORD_SQL_ROW)
		rows[n++] = accord_sql_int(q, 0);
	accord_sql_close(q);
	return n;
}

static bool fill_asked(accord_store *store, const char *query, const int64_t *rows, size_t count)
{
	accord_sql *q = accord_sql_prepare(store, query);
	bool good = q != NULL;
	for (size_t i = 0; good && i < count; i++) {
		accord_sql_bind_int(q, 1, rows[i]);
		good = accord_sql_step(q) == ACCORD_SQL_DONE;
		accord_sql_reset(q);
	}
	accord_sql_close(q);
	return good;
}

/*
 * What a query has to do with: the articles that tell its deals, and, as deals may be gained, those that name
 * all companies which it names.
 */
static bool find_asked(struct run *run)
{
	struct question *question = &run->question;
	accord_query_options all = {.limit = 0};
	accord_error err = {0};
	accord_slice ids[64];
	int64_t *rows = NULL, companies[64];
	size_t count = 0, n = accord_query_companies(run->store, question->arena, question->query, ids, 64),
	       known = 0;
	if (accord_query_run(run->store, question->arena, question->query, &all, &rows, &count, &err) !=
	    ACCORD_OK)
		return question_error(&err) < 0;
	for (size_t i = 0; i < n; i++) {
		accord_found_company *found;
		size_t some;
		if (accord_companies_find(run->store, question->arena, ids[i], 1, &found, &some, NULL) ==
			    ACCORD_OK &&
		    some)
			companies[known++] = found[0].row;
	}
	bool good =
		accord_sql_script(
			run->store,
			"CREATE TEMP TABLE asked (document {INTEGER|BIGINT} PRIMARY KEY); CREATE TEMP TABLE names "
			"(document BIGINT, company BIGINT)",
			&err) == ACCORD_OK &&
		fill_asked(run->store,
			   "INSERT INTO asked SELECT document FROM event_report WHERE event = ? ON CONFLICT DO NOTHING",
			   rows, count) &&
		fill_asked(
			run->store,
			"INSERT INTO names SELECT document, company FROM document_company WHERE company = ?",
			companies, known);
	char merge[200];
	snprintf(merge, sizeof merge,
		 "INSERT INTO asked SELECT document FROM names WHERE true GROUP BY document HAVING "
		 "count(DISTINCT company) >= %zu ON CONFLICT DO NOTHING",
		 known ? known : 1);
	good = good && accord_sql_script(run->store, merge, &err) == ACCORD_OK;
	if (!good) {
		accord_sql_failed(run->store, &err);
		complain(&err);
	}
	return good;
}

static bool one_batch(struct run *run, const int64_t *rows, size_t n)
{
	accord_error err = {0};
	bool writes = !run->args->dry_run, good = true;
	for (size_t i = 0; i < n; i++)
		read_job(run, &run->jobs[i], rows[i]);
	work_in_parallel(run->args->threads, n, work_on, run);
	progress_clear(&run->progress);
	if (writes && accord_store_begin(run->store, &err) != ACCORD_OK) {
		complain(&err);
		return false;
	}
	for (size_t i = 0; i < n && good; i++)
		good = finish(run, &run->jobs[i]);
	if (writes && !good)
		accord_store_rollback(run->store);
	else if (writes && accord_store_commit(run->store, &err) != ACCORD_OK) {
		complain(&err);
		good = false;
	}
	return flush_output(&run->out) && good;
}

/* Documents lie by their number: that of the last one tells how far the run is. */
static uint64_t last_row(accord_store *store)
{
	accord_sql *q = accord_sql_prepare(store, "SELECT coalesce(max(id), 0) FROM document");
	uint64_t last = q && accord_sql_step(q) == ACCORD_SQL_ROW ? (uint64_t)accord_sql_int(q, 0) : 0;
	accord_sql_close(q);
	return last;
}

static bool all_batches(struct run *run)
{
	int64_t rows[BATCH], last = 0;
	accord_error err = {0};
	bool good = true;
	progress_begin(&run->progress, "reprocess", last_row(run->store), false);
	for (size_t n; good && !stopped && (n = next_rows(run, last, rows)) > 0; last = rows[n - 1]) {
		good = one_batch(run, rows, n);
		progress_step(&run->progress, run->seen, run->failed, (uint64_t)rows[n - 1]);
	}
	progress_clear(&run->progress);
	if (good && !run->args->dry_run && accord_store_merge(run->store, false, &err) != ACCORD_OK) {
		complain(&err);
		good = false;
	}
	fprintf(stderr,
		"accord reprocess: %ld articles, deals: %ld gained, %ld lost, %ld changed; %ld failed%s%s\n",
		run->seen, run->gained, run->lost, run->changed, run->failed,
		run->args->dry_run ? "; nothing was stored" : "",
		!stopped ? "" : run->args->dry_run ? "; stopped" : "; stopped, run it again to go on");
	return good;
}

/* Whether what readers have corrected is right by these rules. */
static void tell_corrections(struct run *run)
{
	const char *defaults[ACCORD_DEFAULT_FOLDERS];
	const char *const *folders = run->args->rules.count ? run->args->rules.items : defaults;
	size_t n = run->args->rules.count ? run->args->rules.count : accord_rules_default_folders(defaults);
	struct corrections_count count;
	if (corrections_try(run->tagger, folders, n, NULL, &count) && count.all)
		fprintf(stderr, "accord reprocess: corrections that hold: %zu of %zu%s\n",
			count.all - count.failing, count.all,
			count.failing ? "; `accord rules test` tells which do not" : "");
}

static int run_reprocess(const void *options_read, int count, char **words)
{
	const struct args *args = options_read;
	accord_error err = {0};
	struct run *run = calloc(1, sizeof *run);
	if (!run)
		return EXIT_SOME_FAILED;
	run->args = args;
	run->json = args->format && !strcmp(args->format, "json");
	accord_buffer_init(&run->out, (size_t)1 << 30);
	bool good = terminal_setup(&run->render, args->color);
	for (size_t i = 0; i < BATCH && good; i++)
		good = (run->jobs[i].arena = accord_arena_new(DOCUMENT_CEILING)) != NULL;
	if (good &&
	    accord_tagger_new(args->rules.items, args->rules.count, &run->tagger, &err) != ACCORD_OK) {
		complain(&err);
		good = false;
	}
	int understood = good ? question_open(&run->question, args->db,
					      args->dry_run ? ACCORD_STORE_READ : ACCORD_STORE_WRITE, count,
					      words, false)
			      : EXIT_SOME_FAILED;
	run->store = run->question.store;
	run->asked = count > 0;
	good = understood < 0 && !run->question.unknown && (!run->asked || find_asked(run));
	signal(SIGINT, stop);
	signal(SIGTERM, stop);
	good = good && all_batches(run);
	if (good)
		tell_corrections(run);
	int status = good && !run->failed       ? EXIT_ALL_WELL
		     : understood == EXIT_USAGE ? EXIT_USAGE
						: EXIT_SOME_FAILED;
	for (size_t i = 0; i < BATCH; i++)
		accord_arena_free(run->jobs[i].arena);
	question_close(&run->question);
	accord_tagger_free(run->tagger);
	accord_buffer_free(&run->out);
	free(run);
	return status;
}

const struct command reprocess_command = {"reprocess",
					  "[--dry-run] [--all] [--rules DIR] [--format text|json] [TERM...]",
					  "today's rules over what is stored",
					  options,
					  sizeof(struct args),
					  run_reprocess,
					  true};
