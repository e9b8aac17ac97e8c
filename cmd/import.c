/*
 * accord import: saved corpora into the store. NDJSON documents with text are tagged, with html cleaned and
 * tagged; HTML files and the pages of WARC files are cleaned and tagged, their bytes kept; folders are
 * walked. What is stored already is left as it is, so that a run that was cut short is simply started again.
 * An input that fails never stops the others.
 */
#include "import_jobs.h"

#include <accord/warc.h>

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#define DEEPEST_FOLDER 64

struct args {
	const char *db;
	struct text_list rules;
	long threads;
	bool tagged, quiet;
};

static const struct option_spec options[] = {
	DB_OPTION(struct args),
	{"rules", 0, "DIR", "a folder of rules to use over the shipped ones", OPTION_LIST,
	 offsetof(struct args, rules)},
	{"tagged", 0, NULL, "the documents are tagged already (accord tag, accord extract): keep their tags",
	 OPTION_FLAG, offsetof(struct args, tagged)},
	{"threads", 'j', "N", "threads (default: all cores)", OPTION_NUMBER, offsetof(struct args, threads)},
	{"quiet", 'q', NULL, "no summary at the end", OPTION_FLAG, offsetof(struct args, quiet)},
	OPTIONS_END,
};

static void stop(int number)
{
	(void)number;
	import_stopped = 1;
}

static bool import_line(void *context, const struct input_line *line)
{
	struct import *import = context;
	if (line->err) {
		import_failed(import, line->err);
		return false;
	}
	struct job *job = import_job(import, line->name, line->number, line->bytes.len);
	if (!job)
		return false;
	job->status =
		accord_document_read(job->arena, line->bytes.data, line->bytes.len, &job->doc, &job->err);
	if (job->status == ACCORD_OK && !job->doc.text.data)
		job->page = job->doc.html;
	return true;
}

static accord_slice kept(struct job *job, accord_slice slice)
{
	return accord_slice_copy(job->arena, slice);
}

static bool import_page(void *context, const struct input *input)
{
	struct import *import = context;
	if (input->err) {
		import_failed(import, input->err);
		return false;
	}
	struct job *job = import_job(import, input->name, 0, input->bytes.len);
	if (!job)
		return false;
	job->doc.source = accord_slice_of(job->source);
	job->page = kept(job, input->bytes);
	return true;
}

/* A page crawled twice is one document: where the record has a URL, that is the key. */
static bool import_record(void *context, const accord_warc_page *page)
{
	struct import *import = context;
	if (page->error) {
		import_failed(import, page->error);
		return false;
	}
	struct job *job = import_job(import, page->url.data ? page->url.data : "a record", 0, page->body.len);
	if (!job)
		return false;
	job->doc.url = kept(job, page->url);
	job->doc.id = page->url.data ? (accord_slice){NULL, 0} : kept(job, page->id);
	job->doc.content_type = kept(job, page->content_type);
	job->page = kept(job, page->body);
	return true;
}

static bool import_warc(struct import *import, const char *name)
{
	accord_error err = {0};
	bool good = true;
	if (accord_warc_read(name, import_record, import, &good, &err) == ACCORD_OK)
		return good;
	accord_error_at(&err, name, 0, 0);
	import_failed(import, &err);
	return false;
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
		if (name && !import_stopped && !import->broken) {
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
		import_stopped ? "; stopped, run it again to go on" : "");
}

static bool begin(struct import *import, const struct args *args)
{
	accord_error err = {0};
	import->threads = args->threads;
	if (!import_begin(import)) {
		complain_text("out of memory");
		return false;
	}
	if (!args->tagged &&
	    accord_tagger_new(args->rules.items, args->rules.count, &import->tagger, &err) != ACCORD_OK) {
		complain(&err);
		return false;
	}
	import->store = open_store(args->db, ACCORD_STORE_WRITE);
	return import->store != NULL;
}

static int run(const void *options_read, int count, char **words)
{
	const struct args *args = options_read;
	struct import *import = calloc(1, sizeof *import);
	char dash[] = "-", *standard_input[] = {dash, NULL};
	accord_error err = {0};
	if (!import)
		return EXIT_SOME_FAILED;
	bool good = begin(import, args), all_read = true;
	signal(SIGINT, stop);
	signal(SIGTERM, stop);
	for (int i = 0; good && i < (count ? count : 1) && !import_stopped && !import->broken; i++)
		all_read &= import_path(import, count ? words[i] : standard_input[0], 0);
	good = good && import_finish(import);
	if (good && accord_store_merge(import->store, false, &err) != ACCORD_OK) {
		complain(&err);
		good = false;
	}
	if (good && !args->quiet)
		summary(import);
	good &= all_read && !import->failed;
	import_free(import);
	free(import);
	return good ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}

const struct command import_command = {"import",
				       "[--db FILE] [--rules DIR] [--tagged] [PATH...]",
				       "NDJSON, HTML files and folders into the store",
				       options,
				       sizeof(struct args),
				       run};
