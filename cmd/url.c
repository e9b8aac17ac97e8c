/* accord url: the key under which the page of a URL is stored. */
#include "command.h"

#include <accord/json.h>
#include <accord/url.h>

#include <stdio.h>

#define OUTPUT_CHUNK ((size_t)64 * 1024)

struct work {
	accord_arena *arena;
	accord_buffer out;
	bool failed;
};

static void write_key(struct work *work, accord_slice url)
{
	accord_slice canonical = {NULL, 0};
	accord_json_writer json;
	accord_url_canonical(work->arena, url, &canonical, NULL);
	accord_json_init(&json, &work->out);
	accord_json_begin_object(&json);
	accord_json_key(&json, "url");
	accord_json_string(&json, url.data, url.len);
	accord_json_key(&json, "canonical");
	accord_json_slice(&json, canonical);
	accord_json_end_object(&json);
	accord_buffer_append_char(&work->out, '\n');
	accord_arena_clear(work->arena);
	if (work->out.len > OUTPUT_CHUNK && !flush_output(&work->out))
		work->failed = true;
}

/* Not each_line: a blank line is a URL that cannot be fetched, and has its answer. */
static void read_lines(struct work *work)
{
	char line[2 * ACCORD_URL_LONGEST];
	size_t len = 0;
	bool any = false;
	for (int c; !work->failed && (c = getc_unlocked(stdin)) != EOF;) {
		any = c != '\n';
		if (any && len < sizeof line)
			line[len++] = (char)c; /* a longer line is no URL anyway */
		if (any)
			continue;
		write_key(work, (accord_slice){line, len});
		len = 0;
	}
	if (any)
		write_key(work, (accord_slice){line, len});
}

static int run(const void *args, int count, char **words)
{
	(void)args;
	struct work work = {.arena = accord_arena_new(0)};
	accord_buffer_init(&work.out, (size_t)1 << 24);
	if (!work.arena) {
		complain_text("out of memory");
		return EXIT_SOME_FAILED;
	}
	for (int i = 0; i < count && !work.failed; i++)
		write_key(&work, accord_slice_of(words[i]));
	if (!count)
		read_lines(&work);
	if (!flush_output(&work.out))
		work.failed = true;
	accord_buffer_free(&work.out);
	accord_arena_free(work.arena);
	return work.failed ? EXIT_SOME_FAILED : EXIT_ALL_WELL;
}

const struct command url_command = {"url", "[URL...]", "the key under which a page is stored", NULL, 0, run};
