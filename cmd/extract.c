/*
 * accord extract: pages in, tagged documents out: clean and tag in one step. Pages come as HTML files, as records of WARC
 * files, or as NDJSON lines that carry `html`; the file name tells which, or --from.
 */
#include "command.h"
#include "sites.h"

#include <accord/document.h>
#include <accord/page.h>
#include <accord/tag.h>
#include <accord/warc.h>

#include <stddef.h>
#include <string.h>
#include <strings.h>

struct args {
	const char *from, *url, *content_type;
	bool references;
	struct text_list rules;
};

extern const struct command extract_command;

static const struct option_spec options[] = {
	{"from", 0, "KIND", "what the inputs are: html, warc or ndjson (else the file name tells)", OPTION_TEXT,
	 offsetof(struct args, from)},
	{"url", 0, "URL", "where an HTML page was found", OPTION_TEXT, offsetof(struct args, url)},
	{"content-type", 0, "TYPE", "the header as the server sent it", OPTION_TEXT, offsetof(struct args, content_type)},
	{"references", 0, NULL, "also write pronouns and epithets that stand for a company", OPTION_FLAG,
	 offsetof(struct args, references)},
	{"rules", 0, "DIR", "rule folder, may be repeated; later ones over earlier ones", OPTION_LIST,
	 offsetof(struct args, rules)},
	OPTIONS_END};

struct extraction {
	const struct args *args;
	accord_tagger *tagger;
	accord_arena *arena;
	accord_buffer out;
	const char *name;
	accord_site_rules *sites;
};

static bool write_result(struct extraction *x, accord_document *doc, accord_status status, accord_error *err)
{
	if (status == ACCORD_OK) {
		accord_document_write(&x->out, doc,
		                      ACCORD_WRITE_TAGS | (x->args->references ? ACCORD_WRITE_REFERENCES : 0u));
	} else {
		accord_error_at(err, x->name, 0, 0);
		complain(err);
		accord_document_write_error(&x->out, doc->source, doc->id, err);
	}
	bool written = flush_output(&x->out);
	accord_arena_clear(x->arena);
	return written && status == ACCORD_OK;
}

/* A page whose id, url and source may be known already. */
static bool extract_page(struct extraction *x, accord_document *doc, accord_slice page, const char *url,
                         const char *content_type)
{
	accord_error err = {0};
	accord_page_options page_options = {.url = url, .content_type = content_type, .sites = x->sites};
	accord_status status = accord_page_clean(x->arena, page.data, page.len, &page_options, doc, &err);
	if (status == ACCORD_OK)
		status = accord_tagger_document(x->tagger, x->arena, doc, &err);
	return write_result(x, doc, status, &err);
}

static bool extract_html(void *context, const struct input *input)
{
	struct extraction *x = context;
	accord_document doc = {.source = accord_slice_of(input->name)};
	x->name = input->name;
	if (input->err)
		return write_result(x, &doc, input->err->status, input->err);
	return extract_page(x, &doc, input->bytes, x->args->url, x->args->content_type);
}

static bool extract_line(void *context, const struct input_line *line)
{
	struct extraction *x = context;
	accord_document doc = {.source = accord_slice_of(line->name)};
	accord_error err = {0};
	x->name = line->name;
	if (line->err)
		return write_result(x, &doc, line->err->status, line->err);
	accord_status status = accord_document_read(x->arena, line->bytes.data, line->bytes.len, &doc, &err);
	if (!doc.source.data)
		doc.source = accord_slice_of(line->name);
	if (status == ACCORD_OK && doc.html.data)
		return extract_page(x, &doc, doc.html, doc.url.data, doc.content_type.data);
	if (status == ACCORD_OK && !doc.text.data)
		status = accord_error_set(&err, ACCORD_EINPUT, "the document has neither html nor text");
	if (status == ACCORD_OK)
		status = accord_tagger_document(x->tagger, x->arena, &doc, &err);
	accord_error_at(&err, line->name, line->number, 0);
	err.line = line->number; /* JSON counts lines within the line */
	return write_result(x, &doc, status, &err);
}

static bool extract_record(void *context, const accord_warc_page *page)
{
	struct extraction *x = context;
	accord_document doc = {.source = accord_slice_of(x->name), .id = page->id, .url = page->url};
	if (page->error)
		return write_result(x, &doc, page->error->status, page->error);
	return extract_page(x, &doc, page->body, page->url.data, page->content_type.data);
}

static bool extract_warc(struct extraction *x, const char *name)
{
	accord_error err = {0};
	bool good = true;
	x->name = name;
	accord_status status = accord_warc_read(name, extract_record, x, &good, &err);
	accord_document doc = {.source = accord_slice_of(name)};
	return status == ACCORD_OK ? good : write_result(x, &doc, status, &err) && false;
}

static bool ends_in(const char *name, const char *tail)
{
	size_t n = strlen(name), t = strlen(tail);
	return n >= t && !strcasecmp(name + n - t, tail);
}

/* What an input is: what --from says, else what its name says. */
static const char *kind_of(const struct extraction *x, const char *name)
{
	static const char *const tails[][2] = {{".warc", "warc"},     {".warc.gz", "warc"}, {".warc.zst", "warc"},
	                                       {".ndjson", "ndjson"}, {".jsonl", "ndjson"}, {".ndjson.gz", "ndjson"},
	                                       {".jsonl.gz", "ndjson"}, {".ndjson.zst", "ndjson"}};
	if (x->args->from)
		return x->args->from;
	for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
		if (ends_in(name, tails[i][0]))
			return tails[i][1];
	return "html";
}

static int extract_inputs(struct extraction *x, int count, char **words)
{
	char dash[] = "-", *standard_input[] = {dash, NULL};
	int status = EXIT_ALL_WELL;
	if (!count) {
		count = 1;
		words = standard_input;
	}
	for (int i = 0; i < count; i++) {
		const char *kind = kind_of(x, words[i]);
		int one = !strcmp(kind, "ndjson") ? each_line(1, &words[i], extract_line, x)
		          : !strcmp(kind, "warc") ? !extract_warc(x, words[i])
		                                  : each_input(1, &words[i], extract_html, x);
		if (one)
			status = EXIT_SOME_FAILED;
	}
	return status;
}

static int run(const void *options_given, int count, char **words)
{
	struct extraction x = {.args = options_given};
	accord_error err = {0};
	const char *from = x.args->from;
	if (from && strcmp(from, "html") && strcmp(from, "warc") && strcmp(from, "ndjson"))
		return usage_error(&extract_command, "--from %s: it is html, warc or ndjson", from);
	if (!load_sites(&x.sites))
		return EXIT_SOME_FAILED;
	if (accord_tagger_new(x.args->rules.items, x.args->rules.count, &x.tagger, &err) != ACCORD_OK) {
		complain(&err);
		accord_site_rules_free(x.sites);
		return EXIT_USAGE; /* nothing was read: not the same as an input that failed */
	}
	accord_buffer_init(&x.out, SIZE_MAX / 4);
	x.arena = accord_arena_new((size_t)4 << 30);
	int status = EXIT_SOME_FAILED;
	if (x.arena)
		status = extract_inputs(&x, count, words);
	else
		complain_text("out of memory");
	accord_buffer_free(&x.out);
	accord_arena_free(x.arena);
	accord_tagger_free(x.tagger);
	accord_site_rules_free(x.sites);
	return status;
}

const struct command extract_command = {
	"extract", "[--from html|warc|ndjson] [--url URL] [--rules DIR] [FILE...]",
	"clean and tag pages in one step", options, sizeof(struct args), run};
