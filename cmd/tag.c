/* accord tag: documents in, the same documents with companies, dates, amounts and deals out. */
#include "command.h"

#include <accord/document.h>
#include <accord/tag.h>

#include <stddef.h>
#include <string.h>

struct args {
	bool text, references;
	const char *lang, *published;
	struct text_list rules;
};

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
	OPTIONS_END};

struct tagging {
	const struct args *args;
	accord_tagger *tagger;
	accord_arena *arena;
	accord_buffer out;
};

static bool write_result(struct tagging *t, const accord_document *doc, accord_slice source, accord_error *err)
{
	if (!err) {
		accord_document_write(&t->out, doc,
		                      ACCORD_WRITE_TAGS | (t->args->references ? ACCORD_WRITE_REFERENCES : 0u));
	} else {
		complain(err);
		accord_document_write_error(&t->out, source, doc->id, err);
	}
	bool written = flush_output(&t->out);
	accord_arena_clear(t->arena);
	return written && !err;
}

static bool tag_line(void *context, const struct input_line *line)
{
	struct tagging *t = context;
	accord_document doc = {0};
	accord_error err = {0};
	accord_slice source = accord_slice_of(line->name);
	if (line->err)
		return write_result(t, &doc, source, line->err);
	accord_status status = accord_document_read(t->arena, line->bytes.data, line->bytes.len, &doc, &err);
	if (status == ACCORD_OK)
		status = accord_tagger_document(t->tagger, t->arena, &doc, &err);
	if (status == ACCORD_OK)
		return write_result(t, &doc, source, NULL);
	accord_error_at(&err, line->name, line->number, 0);
	err.line = line->number; /* JSON counts lines within the line */
	return write_result(t, &doc, source, &err);
}

static bool tag_text(void *context, const struct input *input)
{
	struct tagging *t = context;
	accord_document doc = {.source = accord_slice_of(input->name)};
	accord_error err = {0};
	if (input->err)
		return write_result(t, &doc, doc.source, input->err);
	accord_status status = accord_text_normalize(t->arena, input->bytes.data, input->bytes.len, &doc.text);
	if (status != ACCORD_OK)
		accord_error_set(&err, status, "out of memory");
	doc.lang = accord_slice_of(t->args->lang);
	doc.published = accord_slice_of(t->args->published);
	if (status == ACCORD_OK)
		status = accord_tagger_document(t->tagger, t->arena, &doc, &err);
	if (status == ACCORD_OK)
		return write_result(t, &doc, doc.source, NULL);
	accord_error_at(&err, input->name, 0, 0);
	return write_result(t, &doc, doc.source, &err);
}

static int run(const void *options_given, int count, char **words)
{
	struct tagging t = {.args = options_given};
	accord_error err = {0};
	if (accord_tagger_new(t.args->rules.items, t.args->rules.count, &t.tagger, &err) != ACCORD_OK) {
		complain(&err);
		return EXIT_USAGE; /* nothing was read: not the same as an input that failed */
	}
	accord_buffer_init(&t.out, SIZE_MAX / 2);
	t.arena = accord_arena_new(0);
	int status = EXIT_SOME_FAILED;
	if (!t.arena)
		complain_text("out of memory");
	else
		status = t.args->text ? each_input(count, words, tag_text, &t) : each_line(count, words, tag_line, &t);
	accord_buffer_free(&t.out);
	accord_arena_free(t.arena);
	accord_tagger_free(t.tagger);
	return status;
}

const struct command tag_command = {"tag", "[--text [--lang LANG] [--published DATE]] [--rules DIR] [FILE...]",
                                    "tag documents with companies, dates, amounts and deals",
                                    options, sizeof(struct args), run};
