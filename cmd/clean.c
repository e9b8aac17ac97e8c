/* accord clean: web pages to articles. */
#include "command.h"
#include "sites.h"

#include <accord/document.h>
#include <accord/page.h>
#include <accord/rules.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct args {
	const char *url, *content_type;
	bool explain;
};

static const struct option_spec options[] = {
	{"url", 0, "URL", "where the page was found", OPTION_TEXT, offsetof(struct args, url)},
	{"content-type", 0, "TYPE", "the header as the server sent it", OPTION_TEXT,
	 offsetof(struct args, content_type)},
	{"explain", 0, NULL, "tell on standard error what was kept and dropped, block by block, and why",
	 OPTION_FLAG, offsetof(struct args, explain)},
	OPTIONS_END,
};

struct run {
	const struct args *args;
	accord_arena *arena;
	accord_buffer out;
	accord_page_options page;
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

static bool clean_one(void *context, const struct input *input)
{
	struct run *run = context;
	accord_error err = {0};
	accord_document doc = {0};
	accord_slice source = accord_slice_of(input->name);
	accord_status status = input->err ? input->err->status : ACCORD_OK;
	if (input->err)
		err = *input->err;
	else
		status = accord_page_clean(run->arena, input->bytes.data, input->bytes.len, &run->page, &doc,
					   &err);
	doc.source = source;
	if (status == ACCORD_OK) {
		accord_document_write(&run->out, &doc, 0);
	} else {
		accord_error_at(&err, input->name, 0, 0);
		complain(&err);
		accord_document_write_error(&run->out, source, (accord_slice){NULL, 0}, &err);
	}
	accord_arena_clear(run->arena);
	return flush_output(&run->out) && status == ACCORD_OK;
}

static int run(const void *options_read, int count, char **words)
{
	const struct args *args = options_read;
	struct run state = {.args = args, .arena = accord_arena_new((size_t)3 << 30)};
	if (!state.arena) {
		complain_text("out of memory");
		return EXIT_SOME_FAILED;
	}
	accord_site_rules *sites = NULL;
	if (!load_sites(&sites)) {
		accord_arena_free(state.arena);
		return EXIT_SOME_FAILED;
	}
	state.page = (accord_page_options){.url = args->url,
					   .content_type = args->content_type,
					   .sites = sites,
					   .listener = args->explain ? explain : NULL};
	accord_buffer_init(&state.out, (size_t)1 << 30);
	int status = each_input(count, words, clean_one, &state);
	accord_buffer_free(&state.out);
	accord_arena_free(state.arena);
	accord_site_rules_free(sites);
	return status;
}

const struct command clean_command = {"clean",
				      "[--url URL] [--content-type TYPE] [--explain] [FILE...]",
				      "reduce web pages to their articles",
				      options,
				      sizeof(struct args),
				      run};
