/* accord why: what two companies have or have not to do with each other, and what the rules made of it. */
#include "pager.h"
#include "question.h"

#include <accord/why.h>

#include <stdio.h>
#include <string.h>

#define DEFAULT_LIMIT 30
#define DEFAULT_STEPS 5

struct args {
	const char *db, *format, *color;
	struct text_list rules;
	long limit, steps;
};

static const struct option_spec options[] = {
	DB_OPTION(struct args),
	{"limit", 'n', "N", "read the newest N articles that name both (default: 30)", OPTION_NUMBER,
	 offsetof(struct args, limit)},
	{"steps", 0, "N", "at most N rules a sentence (default: 5)", OPTION_NUMBER,
	 offsetof(struct args, steps)},
	{"rules", 0, "DIR", "rule folder instead of the shipped one, may be repeated; later ones over earlier ones", OPTION_LIST,
	 offsetof(struct args, rules)},
	{"format", 'f', "FORM", "text or ndjson", OPTION_TEXT, offsetof(struct args, format), "text ndjson"},
	{"color", 0, "WHEN", "always, never or auto", OPTION_TEXT, offsetof(struct args, color),
	 "always never auto"},
	OPTIONS_END,
};

extern const struct command why_command;

struct asking {
	const struct args *args;
	struct question question;
	accord_why_side sides[2];
	accord_render render;
	accord_buffer out;
	bool json;
	size_t written;
};

static void write_sentence(void *context, const accord_why_sentence *sentence)
{
	struct asking *a = context;
	if (a->json) {
		accord_why_write(&a->out, sentence);
	} else {
		accord_buffer_append_text(&a->out, a->written ? "\n" : "");
		accord_render_why(&a->render, &a->out, sentence);
	}
	a->written++;
}

/* The two company terms of the query; anything else in it is a misunderstanding. */
static int find_sides(struct asking *a)
{
	const accord_query *all = a->question.query;
	accord_error err = {0};
	size_t n = 0;
	for (size_t i = 0; i < all->child_count; i++) {
		const accord_query *term = all->children[i];
		if (term->kind != ACCORD_QUERY_COMPANY || term->negated || n == 2)
			return usage_error(&why_command,
					   "name two companies, one of several words as company:\"A B\"");
		if (accord_why_side_of(a->question.store, a->question.arena, term, &a->sides[n++], &err) !=
		    ACCORD_OK)
			return question_error(&err);
	}
	return n == 2 ? -1 : usage_error(&why_command, "name two companies");
}

/* What the store has of the pair, before the sentences. */
static int write_known(struct asking *a)
{
	accord_query_options five = {.limit = 5};
	accord_error err = {0};
	int64_t *rows;
	size_t count;
	if (accord_query_run(a->question.store, a->question.arena, a->question.query, &five, &rows, &count,
			     &err) != ACCORD_OK)
		return question_error(&err);
	accord_render_begin(&a->render, &a->out);
	for (size_t i = 0; i < count; i++) {
		accord_event event;
		if (accord_store_get_event(a->question.store, a->question.arena, rows[i], &event, &err) !=
		    ACCORD_OK)
			return question_error(&err);
		accord_render_event(&a->render, &a->out, &event);
	}
	accord_buffer_append_text(&a->out, count ? "\n" : "");
	return -1;
}

static void tell_figures(const struct asking *a, const accord_why_figures *f)
{
	if (!f->documents)
		complain_text("no article names both");
	else if (!f->sentences)
		complain_text("%lld article%s name%s both, but never in one sentence",
			      (long long)f->documents, f->documents == 1 ? "" : "s",
			      f->documents == 1 ? "s" : "");
	else if ((int64_t)f->read < f->documents)
		complain_text("the newest %zu of %lld articles that name both were read; --limit reads more",
			      f->read, (long long)f->documents);
	(void)a;
}

static int answer(struct asking *a)
{
	accord_error err = {0};
	accord_tagger *tagger = NULL;
	accord_why_figures figures = {0};
	size_t limit = a->args->limit > 0 ? (size_t)a->args->limit : DEFAULT_LIMIT;
	size_t steps = a->args->steps > 0 ? (size_t)a->args->steps : DEFAULT_STEPS;
	int result = find_sides(a);
	if (result < 0 && !a->json)
		result = write_known(a);
	if (result >= 0)
		return result;
	if (accord_tagger_new(a->args->rules.items, a->args->rules.count, &tagger, &err) != ACCORD_OK ||
	    accord_why(a->question.store, tagger, a->sides, limit, steps, write_sentence, a, &figures,
		       &err) != ACCORD_OK)
		result = question_error(&err);
	accord_tagger_free(tagger);
	if (!flush_output(&a->out))
		result = EXIT_SOME_FAILED;
	if (result >= 0)
		return result;
	tell_figures(a, &figures);
	return figures.sentences ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}

static int run(const void *options_read, int count, char **words)
{
	struct asking a = {.args = options_read};
	const char *format = a.args->format;
	a.json = format && (!strcmp(format, "ndjson") || !strcmp(format, "json"));
	if (format && !a.json && strcmp(format, "text") != 0)
		return usage_error(&why_command, "no format '%s'", format);
	if (!terminal_setup(&a.render, a.args->color))
		return usage_error(&why_command, "--color %s: always, never or auto", a.args->color);
	if (count < 2)
		return usage_error(&why_command, "name two companies");
	accord_buffer_init(&a.out, (size_t)1 << 30);
	int result = question_open(&a.question, a.args->db, ACCORD_STORE_READ, count, words, false);
	if (result < 0) {
		if (!a.json)
			pager_start();
		result = answer(&a);
		pager_end();
	}
	accord_buffer_free(&a.out);
	question_close(&a.question);
	return result;
}

const struct command why_command = {"why",
				    "[--limit N] [--steps N] [--format text|ndjson] COMPANY COMPANY",
				    "the sentences that name two companies, and what each rule made of them",
				    options,
				    sizeof(struct args),
				    run,
				    true};
