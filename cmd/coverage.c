/* accord coverage: what may be missing, by site and language. */
#include "pager.h"
#include "stored.h"

#include <accord/coverage.h>
#include <accord/period.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define DEFAULT_SAMPLE 300
#define DEFAULT_EXAMPLES 15

struct args {
	const char *db, *format, *color;
	struct text_list rules;
	const char *sample;
	long days, examples;
};

static const struct option_spec options[] = {
	DB_OPTION(struct args),
	{"sample", 'n', "N", "read the sentences of the newest N articles; 0 for none (default: 300)",
	 OPTION_TEXT, offsetof(struct args, sample)},
	{"days", 0, "N", "a feed is silent that brought nothing for N days (default: 30)", OPTION_NUMBER,
	 offsetof(struct args, days)},
	{"examples", 0, "N", "at most N sentences (default: 15)", OPTION_NUMBER,
	 offsetof(struct args, examples)},
	{"rules", 0, "DIR", "rule folder instead of the shipped one, may be repeated; later ones over earlier ones", OPTION_LIST,
	 offsetof(struct args, rules)},
	{"format", 'f', "FORM", "text or json", OPTION_TEXT, offsetof(struct args, format), "text json"},
	{"color", 0, "WHEN", "always, never or auto", OPTION_TEXT, offsetof(struct args, color),
	 "always never auto"},
	OPTIONS_END,
};

extern const struct command coverage_command;

static void heading(const accord_render *r, accord_buffer *out, const char *text)
{
	accord_buffer_append_format(out, r->colour ? "\033[1m%s\033[0m\n" : "%s\n", text);
}

static void day(accord_buffer *out, int64_t time)
{
	char text[16];
	accord_buffer_append_text(out, time > 0 ? accord_day_text(time / 86400, text) : "never     ");
}

static void write_feeds(const accord_render *r, accord_buffer *out, const accord_coverage *c)
{
	if (!c->feed_count)
		return;
	heading(r, out, "Silent feeds (last answer, last news)");
	for (size_t i = 0; i < c->feed_count; i++) {
		const accord_silent_feed *f = &c->feeds[i];
		accord_buffer_append_text(out, "  ");
		day(out, f->last_success);
		accord_buffer_append_text(out, "  ");
		day(out, f->last_change);
		accord_buffer_append_text(out, "  ");
		accord_render_text(out, f->url, 200, false);
		if (f->errors) {
			accord_buffer_append_format(out, "  failed %u time%s: ", f->errors,
						    f->errors == 1 ? "" : "s");
			accord_render_text(out, f->last_error, 120, false);
		}
		accord_buffer_append_char(out, '\n');
	}
	accord_buffer_append_char(out, '\n');
}

static void write_sites(const accord_render *r, accord_buffer *out, const accord_coverage *c)
{
	heading(r, out,
		"Site                      lang  articles  no text  given up    read  candidates  no deal");
	for (size_t i = 0; i < c->site_count; i++) {
		const accord_site_coverage *s = &c->sites[i];
		accord_render_text(out, s->site.data ? s->site : accord_slice_of("–"), 25, true);
		accord_buffer_append_char(out, ' ');
		accord_render_text(out, s->lang.data ? s->lang : accord_slice_of("–"), 4, true);
		accord_buffer_append_format(out, "  %8lld  %7lld  %8lld  %6zu  %10zu  %7zu\n",
					    (long long)s->documents, (long long)s->textless,
					    (long long)s->given_up, s->read, s->candidates, s->missed);
	}
}

static void write_missed(const accord_render *r, accord_buffer *out, const accord_coverage *c)
{
	if (!c->missed_count)
		return;
	accord_buffer_append_char(out, '\n');
	heading(r, out, "Two companies and the word of a rule, but no deal; the nearest first");
	for (size_t i = 0; i < c->missed_count; i++) {
		const accord_missed_sentence *m = &c->missed[i];
		accord_buffer_append_text(out, "  ");
		accord_render_text(out, m->text, r->width > 60 ? 3 * r->width : 180, false);
		accord_buffer_append_text(out, "\n    ");
		accord_buffer_append_text(out, r->colour ? "\033[2m" : "");
		accord_render_text(out, m->trigger, 24, false);
		accord_buffer_append_text(out, ": ");
		accord_render_text(out, m->rule, 60, false);
		accord_buffer_append_text(out, ", ");
		accord_render_text(out, m->reason, 100, false);
		accord_buffer_append_text(out, "; ");
		accord_render_text(out, m->site.data ? m->site : m->lang, 40, false);
		accord_buffer_append_char(out, ' ');
		accord_render_text(out, m->document, 60, false);
		accord_buffer_append_text(out, r->colour ? "\033[0m\n" : "\n");
	}
}

static void member(accord_json_writer *w, const char *key, accord_slice value)
{
	accord_json_key(w, key);
	accord_json_slice(w, value);
}

static void number(accord_json_writer *w, const char *key, int64_t value)
{
	accord_json_key(w, key);
	accord_json_int(w, value);
}

static void write_json(accord_buffer *out, const accord_coverage *c)
{
	accord_json_writer w;
	accord_json_init(&w, out);
	accord_json_begin_object(&w);
	accord_json_key(&w, "feeds");
	accord_json_begin_array(&w);
	for (size_t i = 0; i < c->feed_count; i++) {
		accord_json_begin_object(&w);
		member(&w, "url", c->feeds[i].url);
		member(&w, "title", c->feeds[i].title);
		number(&w, "last_success", c->feeds[i].last_success);
		number(&w, "last_change", c->feeds[i].last_change);
		number(&w, "errors", c->feeds[i].errors);
		member(&w, "last_error", c->feeds[i].last_error);
		accord_json_end_object(&w);
	}
	accord_json_end_array(&w);
	accord_json_key(&w, "sites");
	accord_json_begin_array(&w);
	for (size_t i = 0; i < c->site_count; i++) {
		const accord_site_coverage *s = &c->sites[i];
		accord_json_begin_object(&w);
		member(&w, "site", s->site);
		member(&w, "lang", s->lang);
		number(&w, "documents", s->documents);
		number(&w, "without_text", s->textless);
		number(&w, "given_up", s->given_up);
		number(&w, "read", (int64_t)s->read);
		number(&w, "candidates", (int64_t)s->candidates);
		number(&w, "missed", (int64_t)s->missed);
		accord_json_end_object(&w);
	}
	accord_json_end_array(&w);
	accord_json_key(&w, "missed");
	accord_json_begin_array(&w);
	for (size_t i = 0; i < c->missed_count; i++) {
		const accord_missed_sentence *m = &c->missed[i];
		accord_json_begin_object(&w);
		member(&w, "document", m->document);
		member(&w, "site", m->site);
		member(&w, "lang", m->lang);
		member(&w, "sentence", m->text);
		member(&w, "trigger", m->trigger);
		member(&w, "rule", m->rule);
		member(&w, "reason", m->reason);
		accord_json_end_object(&w);
	}
	accord_json_end_array(&w);
	accord_json_end_object(&w);
	accord_buffer_append_char(out, '\n');
}

static bool take(accord_store *store, accord_arena *arena, const struct args *args, size_t sample,
		 accord_coverage *c)
{
	accord_coverage_options what = {.now = time(NULL),
					.silent_days = args->days,
					.sample = sample,
					.examples = args->examples > 0 ? (size_t)args->examples
								       : DEFAULT_EXAMPLES};
	accord_tagger *tagger = NULL;
	accord_error err = {0};
	accord_status status = ACCORD_OK;
	if (sample)
		status = accord_tagger_new(args->rules.items, args->rules.count, &tagger, &err);
	if (status == ACCORD_OK)
		status = accord_coverage_take(store, tagger, arena, &what, c, &err);
	if (status != ACCORD_OK)
		complain(&err);
	accord_tagger_free(tagger);
	return status == ACCORD_OK;
}

static int write_all(const accord_render *render, const accord_coverage *c, bool json)
{
	accord_buffer out;
	accord_buffer_init(&out, (size_t)1 << 30);
	if (json) {
		write_json(&out, c);
	} else {
		pager_start();
		write_feeds(render, &out, c);
		write_sites(render, &out, c);
		write_missed(render, &out, c);
	}
	bool good = flush_output(&out);
	accord_buffer_free(&out);
	pager_end();
	return good ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}

static int run(const void *options_read, int count, char **words)
{
	const struct args *args = options_read;
	accord_render render = {0};
	accord_coverage coverage;
	char *end = NULL;
	unsigned long sample = args->sample ? strtoul(args->sample, &end, 10) : DEFAULT_SAMPLE;
	bool json = args->format && !strcmp(args->format, "json");
	(void)words;
	if (count)
		return usage_error(&coverage_command, "takes no words");
	if (args->sample && (*end || end == args->sample || args->sample[0] == '-' || sample > 10000000))
		return usage_error(&coverage_command, "--sample %s: that is no number", args->sample);
	if (args->format && !json && strcmp(args->format, "text") != 0)
		return usage_error(&coverage_command, "no format '%s'", args->format);
	if (!terminal_setup(&render, args->color))
		return usage_error(&coverage_command, "--color %s: always, never or auto", args->color);
	accord_store *store = open_store(args->db, ACCORD_STORE_READ);
	accord_arena *arena = accord_arena_new(0);
	int status = EXIT_SOME_FAILED;
	if (store && arena && take(store, arena, args, sample, &coverage))
		status = write_all(&render, &coverage, json);
	accord_arena_free(arena);
	accord_store_close(store);
	return status;
}

const struct command coverage_command = {
	"coverage",
	"[--sample N] [--days N] [--format text|json]",
	"what may be missing: silent feeds, pages without text, sentences without a deal",
	options,
	sizeof(struct args),
	run};
