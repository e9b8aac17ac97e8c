/* accord clean: web pages to articles. */
#include "filter.h"
#include "sites.h"

#include <stdio.h>

struct args {
	struct saved_args saved;
	const char *url, *content_type;
	bool explain;
};

extern const struct command clean_command;

static const struct option_spec options[] = {
	{"url", 0, "URL", "where a page was found that does not say so", OPTION_TEXT, offsetof(struct args, url)},
	{"content-type", 0, "TYPE", "the header as the server sent it, for pages that came without", OPTION_TEXT,
	 offsetof(struct args, content_type)},
	{"explain", 0, NULL, "tell on standard error what was kept and dropped, block by block, and why",
	 OPTION_FLAG, offsetof(struct args, explain)},
	SAVED_OPTIONS(struct args, saved),
	OPTIONS_END,
};

/* Control characters have no business on a terminal. */
static void print_clean(FILE *file, accord_slice text, size_t most)
{
	size_t len = text.len < most ? text.len : most;
	while (len < text.len && len && ((unsigned char)text.data[len] & 0xC0) == 0x80)
		len--;
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text.data[i];
		fputc(c < ' ' || c == 0x7f ? ' ' : c, file);
	}
	if (len < text.len)
		fputs(" …", file);
}

static void explain(void *context, const accord_page_block *block)
{
	(void)context;
	fprintf(stderr, "%s  %-32s  ", block->kept ? "kept   " : "dropped", block->reason);
	print_clean(stderr, block->place, 40);
	fputs("  ", stderr);
	print_clean(stderr, block->text, 80);
	fputc('\n', stderr);
}

struct cleaning {
	accord_page_options page;
};

static accord_status clean_one(const void *context, accord_arena *arena, const accord_corpus_record *record,
			       accord_buffer *out, accord_document *doc, accord_error *err)
{
	const struct cleaning *c = context;
	accord_slice html;
	accord_status status = saved_document(arena, record, &c->page, SAVED_PAGE_FIRST, doc, &html, err);
	if (status != ACCORD_OK)
		return status;
	if (!doc->source.data)
		doc->source = saved_source(arena, record);
	accord_document_write(out, doc, 0);
	return ACCORD_OK;
}

static int run(const void *options_read, int count, char **words)
{
	const struct args *args = options_read;
	struct saved_args saved = args->saved;
	struct cleaning c = {0};
	struct filter filter = {clean_one, &c};
	accord_corpus_options corpus;
	accord_site_rules *sites = NULL;
	int status = saved_options(&clean_command, &saved, count, &corpus);
	if (status >= 0)
		return status;
	if (!load_sites(&sites))
		return EXIT_USAGE;
	if (args->explain)
		saved.jobs = 1; /* blocks of two pages would be told at once */
	c.page = (accord_page_options){.url = args->url,
				       .content_type = args->content_type,
				       .sites = sites,
				       .listener = args->explain ? explain : NULL};
	status = filter_run(&filter, &saved, count, words, &corpus);
	accord_site_rules_free(sites);
	return status;
}

const struct command clean_command = {
	"clean",
	"[--url URL] [--content-type TYPE] [--explain] [--from KIND] [--match PATTERN] [--files-from FILE] [--jobs N] [PATH...]",
	"reduce saved web pages to their articles",
	options,
	sizeof(struct args),
	run};
