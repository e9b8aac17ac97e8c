/* Saved pages and documents: options into those of the reader, records into documents. */
#include "saved.h"

#include <string.h>

int saved_options(const struct command *command, const struct saved_args *args, int count, accord_corpus_options *options)
{
	*options = (accord_corpus_options){.match = args->match.items, .match_count = args->match.count};
	if (args->from) {
		options->from = accord_corpus_kind_named(args->from);
		if (options->from == ACCORD_CORPUS_ANY || options->from == ACCORD_CORPUS_TEXT)
			return usage_error(command, "--from %s: it is html, mhtml, warc or ndjson", args->from);
	}
	if (args->files_from && count)
		return usage_error(command, "inputs are either named or listed by --files-from");
	if (args->nul && !args->files_from)
		return usage_error(command, "-0 is about the names in --files-from");
	if (args->jobs < 0)
		return usage_error(command, "--jobs %ld: at least one", args->jobs);
	return -1;
}

bool saved_read(const struct saved_args *args, int count, char **words, const accord_corpus_options *options,
                accord_corpus_progress *progress, accord_corpus_each each, void *context)
{
	if (args->files_from)
		return accord_corpus_read_list(args->files_from, args->nul, options, progress, each, context);
	if (!count)
		return accord_corpus_read("-", options, progress, each, context);
	for (int i = 0; i < count; i++)
		if (!accord_corpus_read(words[i], options, progress, each, context))
			return false;
	return true;
}

uint64_t saved_size(const struct saved_args *args, int count, char **words, const accord_corpus_options *options,
                    uint64_t sought, uint64_t *found)
{
	accord_corpus_progress sum = {0};
	*found = 0;
	for (int i = 0; i < count && !args->files_from; i++) {
		if (!strcmp(words[i], "-"))
			return 0;
		uint64_t here = accord_corpus_measure(words[i], options, &sum, sought);
		if (here)
			*found = here;
	}
	return sum.read;
}

accord_slice saved_source(accord_arena *arena, const accord_corpus_record *record)
{
	size_t file = strlen(record->file), member = record->member ? strlen(record->member) : 0;
	char *text = accord_arena_alloc(arena, file + member + 2);
	if (!text)
		return (accord_slice){NULL, 0};
	memcpy(text, record->file, file + 1);
	if (record->member) {
		text[file] = ':';
		memcpy(text + file + 1, record->member, member + 1);
		file += member + 1;
	}
	return (accord_slice){text, file};
}

static void join(accord_document *doc, const accord_document *given, enum saved_first first)
{
	const accord_slice *from[] = {&given->url, &given->site, &given->lang, &given->title, &given->published, &given->modified};
	accord_slice *to[] = {&doc->url, &doc->site, &doc->lang, &doc->title, &doc->published, &doc->modified};
	for (size_t i = 0; i < sizeof from / sizeof *from; i++)
		if (from[i]->len && (first == SAVED_GIVEN_FIRST || !to[i]->len))
			*to[i] = *from[i];
	if (!doc->author_count) {
		doc->authors = given->authors;
		doc->author_count = given->author_count;
	}
}

static accord_status clean(accord_arena *arena, accord_slice html, const accord_page_options *page, enum saved_first first,
                           accord_document *doc, accord_error *err)
{
	accord_document given = *doc;
	accord_status status = accord_page_clean(arena, html.data, html.len, page, doc, err);
	if (status == ACCORD_OK)
		join(doc, &given, first);
	return status;
}

static accord_status line_document(accord_arena *arena, const accord_corpus_record *record, const accord_page_options *page,
                                   enum saved_first first, accord_document *doc, accord_slice *html, accord_error *err)
{
	accord_status status = accord_document_read(arena, record->bytes.data, record->bytes.len, doc, err);
	accord_slice source = saved_source(arena, record);
	if (status == ACCORD_OK && doc->html.data) {
		accord_page_options options = *page;
		options.url = doc->url.data ? doc->url.data : page->url;
		options.content_type = doc->content_type.data ? doc->content_type.data : page->content_type;
		*html = doc->html;
		status = clean(arena, doc->html, &options, first, doc, err);
		if (!doc->source.data)
			doc->source = source;
	} else if (status == ACCORD_OK && !doc->text.data) {
		status = accord_error_set(err, ACCORD_EINPUT, "the document has neither html nor text");
	}
	if (status != ACCORD_OK) {
		accord_error_at(err, source.data, record->line, 0);
		if (err)
			err->line = record->line; /* JSON counts lines within the line */
		if (!doc->source.data)
			doc->source = source;
	}
	return status;
}

accord_status saved_document(accord_arena *arena, const accord_corpus_record *record, const accord_page_options *page,
                             enum saved_first first, accord_document *doc, accord_slice *html, accord_error *err)
{
	*doc = (accord_document){.source = {NULL, 0}};
	*html = (accord_slice){NULL, 0};
	if (record->error) {
		*err = *record->error;
		doc->source = saved_source(arena, record);
		return err->status;
	}
	if (record->kind == ACCORD_CORPUS_LINES)
		return line_document(arena, record, page, first, doc, html, err);
	accord_page_options options = *page;
	doc->source = saved_source(arena, record);
	doc->id = accord_slice_copy(arena, record->id);
	doc->url = accord_slice_copy(arena, record->url);
	options.url = record->url.data ? record->url.data : page->url;
	options.content_type = record->content_type.data ? record->content_type.data : page->content_type;
	*html = record->bytes;
	accord_status status = clean(arena, record->bytes, &options, first, doc, err);
	if (status != ACCORD_OK) /* of many records in one file, the address tells which */
		accord_error_at(err, record->line || !record->url.data || !record->id.data ? doc->source.data : doc->url.data, 0, 0);
	return status;
}
