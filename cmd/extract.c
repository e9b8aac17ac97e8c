/* accord extract: saved pages in, tagged documents out: clean and tag in one step. Documents that are text already are tagged. */
#include "filter.h"
#include "sites.h"

#include <accord/tag.h>

struct args {
	struct saved_args saved;
	const char *url, *content_type;
	bool references;
	struct text_list rules;
};

extern const struct command extract_command;

static const struct option_spec options[] = {
	SAVED_OPTIONS(struct args, saved),
	{"url", 0, "URL", "where a page was found that does not say so", OPTION_TEXT, offsetof(struct args, url)},
	{"content-type", 0, "TYPE", "the header as the server sent it, for pages that came without", OPTION_TEXT,
	 offsetof(struct args, content_type)},
	{"references", 0, NULL, "also write pronouns and epithets that stand for a company", OPTION_FLAG,
	 offsetof(struct args, references)},
	{"rules", 0, "DIR", "rule folder, may be repeated; later ones over earlier ones", OPTION_LIST,
	 offsetof(struct args, rules)},
	OPTIONS_END};

struct extraction {
	accord_tagger *tagger;
	accord_site_rules *sites;
	accord_page_options page;
	unsigned what; /* is written */
};

static accord_status extract_one(const void *context, accord_arena *arena, const accord_corpus_record *record,
                                 accord_buffer *out, accord_document *doc, accord_error *err)
{
	const struct extraction *x = context;
	accord_slice html;
	accord_status status = saved_document(arena, record, &x->page, SAVED_PAGE_FIRST, doc, &html, err);
	if (status != ACCORD_OK)
		return status;
	if (!doc->source.data)
		doc->source = saved_source(arena, record);
	status = accord_tagger_document(x->tagger, arena, doc, err);
	if (status != ACCORD_OK) {
		accord_error_at(err, doc->source.data, record->line, 0);
		return status;
	}
	accord_document_write(out, doc, x->what);
	return ACCORD_OK;
}

static int run(const void *options_given, int count, char **words)
{
	const struct args *args = options_given;
	struct extraction x = {.what = ACCORD_WRITE_TAGS | (args->references ? ACCORD_WRITE_REFERENCES : 0u)};
	struct filter filter = {extract_one, &x};
	accord_corpus_options corpus;
	accord_error err = {0};
	int status = saved_options(&extract_command, &args->saved, count, &corpus);
	if (status >= 0)
		return status;
	if (!load_sites(&x.sites))
		return EXIT_USAGE;
	x.page = (accord_page_options){.url = args->url, .content_type = args->content_type, .sites = x.sites};
	if (accord_tagger_new(args->rules.items, args->rules.count, &x.tagger, &err) == ACCORD_OK) {
		status = filter_run(&filter, &args->saved, count, words, &corpus);
	} else {
		complain(&err);
		status = EXIT_USAGE; /* nothing was read: not the same as an input that failed */
	}
	accord_tagger_free(x.tagger);
	accord_site_rules_free(x.sites);
	return status;
}

const struct command extract_command = {
	"extract", "[--from KIND] [--match PATTERN] [--files-from FILE] [--jobs N] [--url URL] [--rules DIR] [PATH...]",
	"clean and tag saved pages in one step", options, sizeof(struct args), run};
