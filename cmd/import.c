/*
 * accord import: saved corpora into the store. NDJSON documents with text are tagged, with html cleaned and
 * tagged; HTML files and the pages of WARC files are cleaned and tagged, their bytes kept; folders are
 * walked. What is stored already is left as it is, so that a run that was cut short is simply started again.
 * An input that fails never stops the others.
 */
#include "stored.h"

#include <accord/page.h>
#include <accord/tag.h>
#include <accord/url.h>
#include <accord/warc.h>

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define BATCH_DOCUMENTS 500 /* in one transaction, */
#define BATCH_SECONDS 2     /* or what comes in this time: other writers wait no longer */
#define DEEPEST_FOLDER 64
#define DOCUMENT_CEILING ((size_t)2 << 30)

struct args {
	const char *db;
	struct text_list rules;
	bool tagged, quiet;
};

static const struct option_spec options[] = {
	DB_OPTION(struct args),
	{"rules", 0, "DIR", "a folder of rules to use over the shipped ones", OPTION_LIST,
	 offsetof(struct args, rules)},
	{"tagged", 0, NULL, "the documents are tagged already (accord tag, accord extract): keep their tags",
	 OPTION_FLAG, offsetof(struct args, tagged)},
	{"quiet", 'q', NULL, "no summary at the end", OPTION_FLAG, offsetof(struct args, quiet)},
	OPTIONS_END,
};

struct import {
	const struct args *args;
	accord_store *store;
	accord_tagger *tagger;
	accord_arena *arena;
	size_t batch;
	time_t batch_began;
	bool broken; /* the store itself refused: nothing more can be done */
	long counts[4], failed;
};

static volatile sig_atomic_t stopped;

static void stop(int number)
{
	(void)number;
	stopped = 1;
}

static bool end_batch(struct import *import)
{
	accord_error err = {0};
	if (!import->batch)
		return true;
	import->batch = 0;
	if (accord_store_commit(import->store, &err) == ACCORD_OK)
		return true;
	complain(&err);
	import->broken = true;
	return false;
}

static bool begin_batch(struct import *import, accord_error *err)
{
	if (import->batch)
		return true;
	if (accord_store_begin(import->store, err) != ACCORD_OK)
		return false;
	import->batch_began = time(NULL);
	return true;
}

static bool fail(struct import *import, const char *source, uint32_t line, accord_error *err)
{
	accord_error_at(err, source, line, 0);
	complain(err);
	import->failed++;
	return false;
}

/* What the input says itself goes before what its page says. */
static void take_given(accord_document *doc, const accord_document *given)
{
	const accord_slice *from[] = {&given->id,    &given->url,       &given->site,   &given->lang,
				      &given->title, &given->published, &given->source, &given->extra};
	accord_slice *to[] = {&doc->id,    &doc->url,       &doc->site,   &doc->lang,
			      &doc->title, &doc->published, &doc->source, &doc->extra};
	for (size_t i = 0; i < sizeof from / sizeof *from; i++)
		if (from[i]->len)
			*to[i] = *from[i];
}

static accord_status clean(struct import *import, accord_slice bytes, accord_document *doc, accord_error *err)
{
	accord_document given = *doc;
	accord_page_options page = {
		.url = doc->url.len ? accord_arena_copy(import->arena, doc->url.data, doc->url.len) : NULL,
		.content_type = doc->content_type.len
					? accord_arena_copy(import->arena, doc->content_type.data,
							    doc->content_type.len)
					: NULL,
	};
	accord_status status = accord_page_clean(import->arena, bytes.data, bytes.len, &page, doc, err);
	if (status == ACCORD_OK)
		take_given(doc, &given);
	return status;
}

static accord_status store_one(struct import *import, accord_document *doc, accord_slice page,
			       accord_put *what, accord_error *err)
{
	int64_t row = 0;
	accord_put_options put = {.rules = import->tagger ? accord_tagger_version(import->tagger) : NULL};
	accord_status status = ACCORD_OK;
	if (page.data) {
		accord_page_record record = {.url = doc->url.len ? doc->url : doc->source,
					     .content_type = doc->content_type,
					     .fetched = time(NULL),
					     .bytes = page};
		status = accord_store_put_page(import->store, &record, &put.page, err);
	}
	return status == ACCORD_OK ? accord_store_put_document(import->store, doc, &put, what, &row, err)
				   : status;
}

/* Tag and store a document whose text stands; `page` are its raw bytes, if there are any. */
static bool put_document(struct import *import, accord_document *doc, accord_slice page, const char *source,
			 uint32_t line)
{
	accord_error err = {0};
	accord_put what = ACCORD_PUT_SAME;
	if (!doc->site.data && doc->url.data)
		doc->site = accord_url_site(import->arena, doc->url);
	if (import->tagger && accord_tagger_document(import->tagger, import->arena, doc, &err) != ACCORD_OK)
		return fail(import, source, line, &err);
	accord_status status =
		begin_batch(import, &err) ? store_one(import, doc, page, &what, &err) : ACCORD_ESTORE;
	if (status == ACCORD_ESTORE)
		import->broken = true;
	if (status != ACCORD_OK)
		return fail(import, source, line, &err);
	import->counts[what]++;
	import->batch++;
	if (import->batch >= BATCH_DOCUMENTS || time(NULL) - import->batch_began >= BATCH_SECONDS)
		return end_batch(import);
	return true;
}

static bool import_line(void *context, const struct input_line *line)
{
	struct import *import = context;
	accord_error err = {0};
	accord_document doc = {0};
	if (stopped || import->broken)
		return false;
	if (line->err) {
		complain(line->err);
		import->failed++;
		return false;
	}
	accord_slice page = {NULL, 0};
	accord_status status =
		accord_document_read(import->arena, line->bytes.data, line->bytes.len, &doc, &err);
	if (status == ACCORD_OK && !doc.text.data && doc.html.data) {
		page = doc.html;
		status = clean(import, page, &doc, &err);
	} else if (status == ACCORD_OK && !doc.text.data) {
		status = accord_error_set(&err, ACCORD_EINPUT, "the document has neither text nor html");
	}
	bool good = status == ACCORD_OK ? put_document(import, &doc, page, line->name, line->number)
					: fail(import, line->name, line->number, &err);
	accord_arena_clear(import->arena);
	return good;
}

static bool import_page(void *context, const struct input *input)
{
	struct import *import = context;
	accord_error err = {0};
	if (stopped || import->broken)
		return false;
	if (input->err) {
		complain(input->err);
		import->failed++;
		return false;
	}
	accord_document doc = {.source = accord_slice_of(input->name)};
	accord_status status = clean(import, input->bytes, &doc, &err);
	bool good = status == ACCORD_OK ? put_document(import, &doc, input->bytes, input->name, 0)
					: fail(import, input->name, 0, &err);
	accord_arena_clear(import->arena);
	return good;
}

static bool import_record(void *context, const accord_warc_page *page)
{
	struct import *import = context;
	accord_error err = {0};
	if (stopped || import->broken)
		return false;
	if (page->error) {
		complain(page->error);
		import->failed++;
		return false;
	}
	accord_document doc = {.id = page->id, .url = page->url, .content_type = page->content_type};
	const char *source = page->url.data ? page->url.data : "a record";
	accord_status status = clean(import, page->body, &doc, &err);
	if (status == ACCORD_OK &&
	    page->url.data) /* a page crawled twice is one document: its URL is the key */
		doc.id = (accord_slice){NULL, 0};
	bool good = status == ACCORD_OK ? put_document(import, &doc, page->body, source, 0)
					: fail(import, source, 0, &err);
	accord_arena_clear(import->arena);
	return good;
}

static bool import_warc(struct import *import, const char *name)
{
	accord_error err = {0};
	bool good = true;
	accord_status status = accord_warc_read(name, import_record, import, &good, &err);
	return status == ACCORD_OK ? good : fail(import, name, 0, &err);
}

enum kind { OTHER, LINES, PAGE, WARC };

static enum kind kind_of_name(const char *name)
{
	static const struct {
		const char *ending;
		enum kind kind;
	} endings[] = {{".ndjson", LINES}, {".jsonl", LINES}, {".html", PAGE},
		       {".htm", PAGE},     {".xhtml", PAGE},  {".warc", WARC}};
	size_t len = strlen(name);
	if (len > 3 && !strcmp(name + len - 3, ".gz"))
		len -= 3;
	else if (len > 4 && !strcmp(name + len - 4, ".zst"))
		len -= 4;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t n = strlen(endings[i].ending);
		if (len > n && !strncasecmp(name + len - n, endings[i].ending, n))
			return endings[i].kind;
	}
	return OTHER;
}

static bool looks_like_page(void *context, const struct input *input)
{
	accord_slice text = accord_slice_trim(
		(accord_slice){input->bytes.data, input->bytes.len < 4096 ? input->bytes.len : 4096});
	*(enum kind *)context = text.len && text.data[0] == '<' ? PAGE : LINES;
	return true;
}

static bool import_file(struct import *import, char *name, enum kind kind)
{
	char *words[] = {name, NULL};
	struct stat info;
	if (kind == OTHER && stat(name, &info) == 0 &&
	    S_ISREG(info.st_mode)) /* a pipe can be read only once */
		each_input(1, words, looks_like_page, &kind);
	if (kind == WARC)
		return import_warc(import, name);
	int status = kind == PAGE ? each_input(1, words, import_page, import)
				  : each_line(1, words, import_line, import);
	return status == EXIT_ALL_WELL;
}

static int visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

/* A folder, in order of names; links are followed only where they were named on the command line. */
static bool import_path(struct import *import, const char *path, int depth)
{
	struct stat info;
	bool good = true;
	if (!strcmp(path, "-") || (depth ? lstat(path, &info) : stat(path, &info)) != 0 ||
	    !S_ISDIR(info.st_mode)) {
		char *name = strdup(path);
		enum kind kind = kind_of_name(path);
		good = name && (!(depth && (kind == OTHER || !S_ISREG(info.st_mode)))
					? import_file(import, name, kind)
					: true);
		free(name);
		return good;
	}
	struct dirent **entries = NULL;
	int n = depth < DEEPEST_FOLDER ? scandir(path, &entries, visible, alphasort) : 0;
	if (n < 0) {
		complain_text("%s: %s", path, strerror(errno));
		import->failed++;
		return false;
	}
	for (int i = 0; i < n; i++) {
		size_t size = strlen(path) + strlen(entries[i]->d_name) + 2;
		char *name = malloc(size);
		if (name && !stopped && !import->broken) {
			snprintf(name, size, "%s/%s", path, entries[i]->d_name);
			good &= import_path(import, name, depth + 1);
		}
		free(name);
		free(entries[i]);
	}
	free(entries);
	return good;
}

static void summary(const struct import *import)
{
	fprintf(stderr, "accord import: %ld new, %ld changed, %ld tagged again, %ld known, %ld failed%s\n",
		import->counts[ACCORD_PUT_ADDED], import->counts[ACCORD_PUT_CHANGED],
		import->counts[ACCORD_PUT_RETAGGED], import->counts[ACCORD_PUT_SAME], import->failed,
		stopped ? "; stopped, run it again to go on" : "");
}

static bool begin(struct import *import)
{
	accord_error err = {0};
	import->arena = accord_arena_new(DOCUMENT_CEILING);
	if (!import->arena) {
		complain_text("out of memory");
		return false;
	}
	if (!import->args->tagged && accord_tagger_new(import->args->rules.items, import->args->rules.count,
						       &import->tagger, &err) != ACCORD_OK) {
		complain(&err);
		return false;
	}
	import->store = open_store(import->args->db, ACCORD_STORE_WRITE);
	return import->store != NULL;
}

static int run(const void *options_read, int count, char **words)
{
	struct import import = {.args = options_read};
	char dash[] = "-", *standard_input[] = {dash, NULL};
	accord_error err = {0};
	bool good = begin(&import);
	signal(SIGINT, stop);
	signal(SIGTERM, stop);
	for (int i = 0; good && i < (count ? count : 1) && !stopped && !import.broken; i++)
		if (!import_path(&import, count ? words[i] : standard_input[0], 0))
			import.failed += !import.failed;
	if (good && import.broken)
		accord_store_rollback(import.store);
	else if (good)
		good = end_batch(&import);
	if (good && !import.broken && accord_store_merge(import.store, false, &err) != ACCORD_OK) {
		complain(&err);
		good = false;
	}
	if (good && !import.args->quiet)
		summary(&import);
	accord_store_close(import.store);
	accord_tagger_free(import.tagger);
	accord_arena_free(import.arena);
	return good && !import.failed && !import.broken ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}

const struct command import_command = {"import",
				       "[--db FILE] [--rules DIR] [--tagged] [PATH...]",
				       "NDJSON, HTML files and folders into the store",
				       options,
				       sizeof(struct args),
				       run};
