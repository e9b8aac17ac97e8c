/*
 * accord import: saved corpora into the store. NDJSON documents with text are tagged, with html cleaned and tagged; pages,
 * however they were saved, are cleaned and tagged, their bytes kept. What is stored already is left as it is, so that a run
 * that was cut short is simply started again. An input that fails never stops the others.
 */
#include "import_jobs.h"
#include "sites.h"

#include <accord/period.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct args {
	struct saved_args saved;
	const char *db, *since;
	struct text_list rules, langs;
	long threads, limit;
	bool tagged, quiet, dry;
};

extern const struct command import_command;

static const struct option_spec options[] = {
	DB_OPTION(struct args),
	SAVED_OPTIONS(struct args, saved),
	{"lang", 0, "LANG", "only documents in this language; may be repeated", OPTION_LIST, offsetof(struct args, langs)},
	{"since", 0, "DATE", "only what was published, else fetched, on that day or later", OPTION_TEXT,
	 offsetof(struct args, since)},
	{"limit", 0, "N", "end after N documents", OPTION_NUMBER, offsetof(struct args, limit)},
	{"dry-run", 'n', NULL, "store nothing, tell what would be", OPTION_FLAG, offsetof(struct args, dry)},
	{"rules", 0, "DIR", "rule folder, may be repeated; later ones over earlier ones", OPTION_LIST,
	 offsetof(struct args, rules)},
	{"tagged", 0, NULL, "the documents are tagged already (accord tag, accord extract): keep their tags",
	 OPTION_FLAG, offsetof(struct args, tagged)},
	{"threads", 0, "N", "the same as --jobs", OPTION_NUMBER, offsetof(struct args, threads)},
	{"quiet", 'q', NULL, "no progress, and no summary at the end", OPTION_FLAG, offsetof(struct args, quiet)},
	OPTIONS_END,
};

/* The second time it is meant at once. */
static void stop(int number)
{
	import_stopped = 1;
	signal(number, SIG_DFL);
}

static void summary(const struct import *import)
{
	char passed_over[64] = "";
	if (import->passed_over)
		snprintf(passed_over, sizeof passed_over, ", %ld not asked for", import->passed_over);
	if (import->dry)
		fprintf(stderr, "accord import: would store %ld, %ld known%s, %ld failed\n", import->counts[ACCORD_PUT_ADDED],
			import->counts[ACCORD_PUT_SAME], passed_over, import->failed);
	else
		fprintf(stderr, "accord import: %ld new, %ld changed, %ld tagged again, %ld known%s, %ld failed%s\n",
			import->counts[ACCORD_PUT_ADDED], import->counts[ACCORD_PUT_CHANGED],
			import->counts[ACCORD_PUT_RETAGGED], import->counts[ACCORD_PUT_SAME], passed_over, import->failed,
			import_stopped ? "; stopped, run it again to go on" : "");
}

/* A second handle that only reads: which documents are there already. A store that is new has none. */
static bool open_stores(struct import *import, const char *db)
{
	accord_arena *arena = accord_arena_new(0);
	const char *path = arena ? accord_store_default_path(arena, db) : NULL;
	if (!import->dry)
		import->store = open_store(db, ACCORD_STORE_WRITE);
	if (import->store)
		accord_store_bulk(import->store, NULL);
	if (path && (import->dry || import->store) && accord_store_open(path, ACCORD_STORE_READ, &import->look, NULL) != ACCORD_OK)
		import->look = NULL;
	accord_arena_free(arena);
	return import->dry || import->store;
}

static bool begin(struct import *import, const struct args *args)
{
	accord_error err = {0};
	import->dry = args->dry;
	import->langs = &args->langs;
	import->since = args->since;
	import->limit = args->limit;
	pthread_mutex_init(&import->lock, NULL);
	if (!load_sites(&import->sites))
		return false;
	if (!args->tagged &&
	    accord_tagger_new(args->rules.items, args->rules.count, &import->tagger, &err) != ACCORD_OK) {
		complain(&err);
		return false;
	}
	import->rules = import->tagger ? accord_tagger_version(import->tagger) : NULL;
	return open_stores(import, args->db);
}

static void import_free(struct import *import)
{
	accord_store_close(import->look); /* the last to leave must be one that may write, and clears the log away */
	accord_store_close(import->store);
	accord_tagger_free(import->tagger);
	accord_site_rules_free(import->sites);
}

static int check_args(const struct args *args, int count, accord_corpus_options *corpus)
{
	accord_period day;
	int status = saved_options(&import_command, &args->saved, count, corpus);
	if (status >= 0)
		return status;
	if (args->since && !accord_period_of(accord_slice_of(args->since), &day))
		return usage_error(&import_command, "--since %s: that is no date like 2019-11-05", args->since);
	if (args->limit < 0)
		return usage_error(&import_command, "--limit %ld: at least one", args->limit);
	corpus->otherwise = ACCORD_CORPUS_LINES;
	return -1;
}

static int run(const void *options_read, int count, char **words)
{
	const struct args *args = options_read;
	struct saved_args saved = args->saved;
	struct import *import = calloc(1, sizeof *import);
	accord_corpus_options corpus;
	accord_error err = {0};
	int status = check_args(args, count, &corpus);
	if (!import || status >= 0) {
		free(import);
		return status >= 0 ? status : EXIT_SOME_FAILED;
	}
	if (!saved.jobs)
		saved.jobs = args->threads;
	bool good = begin(import, args);
	signal(SIGINT, stop);
	signal(SIGTERM, stop);
	if (good) {
		accord_corpus_progress progress = {0};
		uint64_t size = import_resume(import, &saved, count, words, &corpus, &progress);
		long before = import_documents(import) + import->passed_over + import->failed;
		if (before && !args->quiet)
			fprintf(stderr, "accord import: going on behind %ld records of a run that was cut short\n", before);
		progress_begin(&import->progress, "import", size, args->quiet);
		pipeline_run(&saved, count, words, &corpus, &progress, &import_steps, import);
		good = import_finish(import);
	}
	if (good && import->store && accord_store_merge(import->store, false, &err) != ACCORD_OK) {
		complain(&err);
		good = false;
	}
	if (good && !args->quiet)
		summary(import);
	good &= !import->failed && !import_stopped;
	import_free(import);
	free(import);
	return good ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}

const struct command import_command = {
	"import",
	"[--db FILE] [--from KIND] [--match PATTERN] [--files-from FILE] [--jobs N] [--lang LANG] [--since DATE] [--limit N] "
	"[--dry-run] [--tagged] [PATH...]",
	"saved pages and documents into the store",
	options,
	sizeof(struct args),
	run};
