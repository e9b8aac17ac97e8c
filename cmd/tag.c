/* accord tag: documents in, the same documents with companies, dates, amounts and deals out. */
#include "filter.h"

#include <accord/tag.h>

#include <string.h>

struct args {
	struct saved_args saved;
	bool text, references;
	const char *lang, *published;
	struct text_list rules;
};

extern const struct command tag_command;

static const struct option_spec options[] = {
	{"text", 0, NULL, "inputs are plain text, one document each", OPTION_FLAG, offsetof(struct args, text)},
	{"lang", 0, "LANG", "the language of plain text: de, it, en (else it is detected)", OPTION_TEXT,
         offsetof(struct args, lang)},
	{"published", 0, "DATE", "the day of publication of plain text, for relative dates", OPTION_TEXT,
         offsetof(struct args, published)},
	{"references", 0, NULL, "also write pronouns and epithets that stand for a company", OPTION_FLAG,
         offsetof(struct args, references)},
	{"rules", 0, "DIR", "rule folder, may be repeated; later ones over earlier ones", OPTION_LIST,
         offsetof(struct args, rules)},
	SAVED_OPTIONS(struct args, saved),
	OPTIONS_END};

struct tagging {
	const struct args *args;
	accord_tagger *tagger;
	unsigned what; /* is written */
};

static accord_status read_document(const struct args *args, accord_arena *arena, const accord_corpus_record *record,
                                   accord_document *doc, accord_error *err)
{
	if (record->error) {
		*err = *record->error;
		return err->status;
	}
	if (record->kind == ACCORD_CORPUS_LINES)
		return accord_document_read(arena, record->bytes.data, record->bytes.len, doc, err);
	if (record->kind != ACCORD_CORPUS_TEXT)
		return accord_error_set(err, ACCORD_EINPUT, "a page is no text yet: accord extract cleans and tags it");
	*doc = (accord_document){.source = saved_source(arena, record),
	                         .lang = accord_slice_of(args->lang),
	                         .published = accord_slice_of(args->published)};
	accord_status status = accord_text_normalize(arena, record->bytes.data, record->bytes.len, &doc->text);
	return status == ACCORD_OK ? status : accord_error_set(err, status, "out of memory");
}

static accord_status tag_one(const void *context, accord_arena *arena, const accord_corpus_record *record,
                             accord_buffer *out, accord_document *doc, accord_error *err)
{
	const struct tagging *t = context;
	accord_status status = read_document(t->args, arena, record, doc, err);
	if (status == ACCORD_OK)
		status = accord_tagger_document(t->tagger, arena, doc, err);
	if (status == ACCORD_OK) {
		accord_document_write(out, doc, t->what);
		return ACCORD_OK;
	}
	accord_slice id = doc->id;
	*doc = (accord_document){.source = saved_source(arena, record), .id = id};
	accord_error_at(err, doc->source.data, record->line, 0);
	if (record->line)
		err->line = record->line; /* JSON counts lines within the line */
	return status;
}

static int run(const void *options_given, int count, char **words)
{
	const struct args *args = options_given;
	struct tagging t = {args, NULL, ACCORD_WRITE_TAGS | (args->references ? ACCORD_WRITE_REFERENCES : 0u)};
	struct filter filter = {tag_one, &t};
	accord_corpus_options corpus;
	accord_error err = {0};
	int status = saved_options(&tag_command, &args->saved, count, &corpus);
	if (status >= 0)
		return status;
	if (!corpus.from)
		corpus.from = args->text ? ACCORD_CORPUS_TEXT : ACCORD_CORPUS_LINES;
	if (accord_tagger_new(args->rules.items, args->rules.count, &t.tagger, &err) == ACCORD_OK) {
		status = filter_run(&filter, &args->saved, count, words, &corpus);
	} else {
		complain(&err);
		status = EXIT_USAGE; /* nothing was read: not the same as an input that failed */
	}
	accord_tagger_free(t.tagger);
	return status;
}

const struct command tag_command = {
	"tag", "[--text [--lang LANG] [--published DATE]] [--rules DIR] [--files-from FILE] [--jobs N] [PATH...]",
	"tag documents with companies, dates, amounts and deals", options, sizeof(struct args), run};
