/* accord cite: a deal with what it rests on; --check runs a citation again. */
#include "stored.h"

#include <accord/cite.h>
#include <accord/tag.h>

#include <stdio.h>
#include <string.h>
#include <time.h>

struct args {
	const char *db, *format;
	struct text_list rules;
	bool check;
};

static const struct option_spec options[] = {
	DB_OPTION(struct args),
	{"check", 0, NULL, "run citations (JSON, files or standard input) again", OPTION_FLAG,
	 offsetof(struct args, check)},
	{"rules", 0, "DIR", "with --check: rule folder instead of the shipped one, may be repeated; later ones over earlier ones", OPTION_LIST,
	 offsetof(struct args, rules)},
	{"format", 'f', "FORM", "text or json", OPTION_TEXT, offsetof(struct args, format), "text json"},
	OPTIONS_END,
};

extern const struct command cite_command;

struct citing {
	accord_store *store;
	accord_arena *arena;
	accord_tagger *tagger;
};

static bool cite_one(struct citing *c, const char *id, bool json)
{
	accord_citation citation;
	accord_error err = {0};
	accord_buffer out;
	char today[16];
	time_t now = time(NULL);
	struct tm local;
	strftime(today, sizeof today, "%Y-%m-%d", localtime_r(&now, &local));
	if (accord_cite(c->store, c->arena, accord_slice_of(id), &citation, &err) != ACCORD_OK) {
		complain(&err);
		return false;
	}
	accord_buffer_init(&out, (size_t)1 << 30);
	if (json)
		accord_citation_write(&out, &citation, today);
	else
		accord_citation_text(&out, &citation, today);
	bool good = flush_output(&out);
	accord_buffer_free(&out);
	accord_arena_clear(c->arena);
	return good;
}

/* A line a report: what is as it was cited. The deal itself decides. */
static bool check_line(void *context, const struct input_line *line)
{
	struct citing *c = context;
	accord_cited_check *checks = NULL;
	accord_error err = {0};
	size_t n = 0;
	if (line->err) {
		complain(line->err);
		return false;
	}
	if (accord_citation_check(c->store, c->tagger, c->arena, line->bytes, &checks, &n, &err) !=
	    ACCORD_OK) {
		accord_error_at(&err, line->name, line->number, 0);
		complain(&err);
		accord_arena_clear(c->arena);
		return false;
	}
	bool good = true;
	for (size_t i = 0; i < n; i++) {
		const accord_cited_check *k = &checks[i];
		good &= k->present && k->same_text && k->same_page && k->same_deal;
		printf("%.*s  %s\n", (int)k->document.len, k->document.data,
		       !k->present     ? "is not in this store"
		       : !k->same_text ? "has another text today"
		       : !k->same_page ? "is here without the page that was cited"
		       : !k->same_deal ? (k->same_rules ? "does not tell that deal"
							: "does not tell that deal by today's rules")
		       : k->same_rules ? "as cited"
				       : "as cited, by other rules than then");
	}
	accord_arena_clear(c->arena);
	return good;
}

static int run(const void *options_read, int count, char **words)
{
	const struct args *args = options_read;
	struct citing c = {0};
	accord_error err = {0};
	bool json = args->format && !strcmp(args->format, "json"), good = true;
	int status = EXIT_SOME_FAILED;
	if (args->format && !json && strcmp(args->format, "text") != 0)
		return usage_error(&cite_command, "no format '%s'", args->format);
	if (!count && !args->check)
		return usage_error(&cite_command, "which deal?");
	c.store = open_store(args->db, ACCORD_STORE_READ);
	c.arena = accord_arena_new(0);
	good = c.store && c.arena;
	if (good && args->check &&
	    accord_tagger_new(args->rules.items, args->rules.count, &c.tagger, &err) != ACCORD_OK) {
		complain(&err);
		good = false;
	}
	if (good && args->check)
		status = each_line(count, words, check_line, &c);
	for (int i = 0; good && !args->check && i < count; i++) {
		if (i && !json)
			printf("\n");
		fflush(stdout);
		status = cite_one(&c, words[i], json) && (i == 0 || status == EXIT_ALL_WELL)
				 ? EXIT_ALL_WELL
				 : EXIT_SOME_FAILED;
	}
	accord_tagger_free(c.tagger);
	accord_arena_free(c.arena);
	accord_store_close(c.store);
	return status;
}

const struct command cite_command = {"cite",
				     "[--format text|json] DEAL... | --check [FILE...]",
				     "a deal with what it rests on, named by hashes; and run again",
				     options,
				     sizeof(struct args),
				     run};
