/* accord robots: may a crawler fetch a URL, and which line of robots.txt says so? */
#include "network.h"

#include <accord/json.h>

#include <stdio.h>
#include <stdlib.h>

struct args {
	const char *agent, *file;
	struct network_args network;
};

static const struct option_spec options[] = {{"agent", 0, "NAME", "the crawler's product token (AccordBot)",
					      OPTION_TEXT, offsetof(struct args, agent)},
					     {"file", 0, "FILE", "a robots.txt instead of the host's own",
					      OPTION_TEXT, offsetof(struct args, file)},
					     NETWORK_OPTIONS(struct args, network),
					     OPTIONS_END};

extern const struct command robots_command;

struct work {
	const char *agent;
	accord_arena *rules, *scratch;
	accord_robots *robots;
	accord_fetcher *fetcher; /* where there is no file */
	char **answers; /* by number of the URL: answers come in any order, lines in that of the input */
	size_t count, capacity;
	bool failed;
};

static void write_verdict(accord_buffer *out, accord_slice url, const accord_robots_verdict *verdict,
			  bool allowed, const char *error)
{
	accord_json_writer json;
	accord_json_init(&json, out);
	accord_json_begin_object(&json);
	accord_json_key(&json, "url");
	accord_json_string(&json, url.data, url.len);
	if (error) {
		accord_json_key(&json, "error");
		accord_json_string(&json, error, accord_slice_of(error).len);
	}
	accord_json_key(&json, "allowed");
	accord_json_bool(&json, allowed);
	accord_json_key(&json, "rule");
	accord_json_slice(&json, verdict->rule);
	accord_json_key(&json, "line");
	if (verdict->line)
		accord_json_int(&json, verdict->line);
	else
		accord_json_null(&json);
	accord_json_key(&json, "crawl_delay");
	if (verdict->crawl_delay >= 0)
		accord_json_number(&json, verdict->crawl_delay);
	else
		accord_json_null(&json);
	accord_json_end_object(&json);
	accord_buffer_append_char(out, '\n');
}

static bool judge(struct work *work, accord_slice url)
{
	accord_robots_verdict verdict = accord_robots_check(work->robots, work->scratch, url);
	accord_buffer out;
	accord_buffer_init(&out, (size_t)1 << 20);
	write_verdict(&out, url, &verdict, verdict.allowed, NULL);
	accord_arena_clear(work->scratch);
	bool written = flush_output(&out);
	accord_buffer_free(&out);
	return written;
}

static void keep_answer(struct work *work, int64_t number, accord_slice url,
			const accord_robots_verdict *verdict, bool allowed, const char *error)
{
	accord_buffer out;
	accord_buffer_init(&out, (size_t)1 << 20);
	write_verdict(&out, url, verdict, allowed, error);
	work->answers[number] = out.data;
	if (error) {
		complain_text("%.*s: %s", (int)url.len, url.data, error);
		work->failed = true;
	}
}

static void answered(accord_fetcher *fetcher, const accord_fetch_result *result, void *context)
{
	(void)fetcher;
	bool said = result->outcome == ACCORD_FETCHED ||
		    (result->outcome == ACCORD_FORBIDDEN && result->robots.line);
	accord_robots_verdict none = {.crawl_delay = -1};
	keep_answer(context, result->request->number, accord_slice_of(result->request->url),
		    said ? &result->robots : &none, result->outcome == ACCORD_FETCHED,
		    said ? NULL : result->message);
}

static bool ask(struct work *work, accord_slice url)
{
	if (work->count == work->capacity) {
		size_t capacity = work->capacity ? 2 * work->capacity : 64;
		char **grown = realloc(work->answers, capacity * sizeof *grown);
		if (!grown)
			return false;
		work->answers = grown;
		work->capacity = capacity;
	}
	work->answers[work->count] = NULL;
	char *text = accord_arena_copy(work->scratch, url.data, url.len);
	accord_error err;
	accord_fetch_request request = {.url = text, .only_robots = true, .number = (int64_t)work->count++};
	accord_robots_verdict none = {.crawl_delay = -1};
	if (!text)
		return false;
	if (accord_fetcher_add(work->fetcher, &request, &err) != ACCORD_OK)
		keep_answer(work, request.number, url, &none, false, err.message);
	accord_arena_clear(work->scratch);
	return true;
}

static bool take_url(struct work *work, accord_slice url)
{
	bool taken = work->fetcher ? ask(work, url) : judge(work, url);
	work->failed = work->failed || !taken;
	return taken;
}

static bool take_line(void *context, const struct input_line *line)
{
	if (line->err) {
		complain(line->err);
		return false;
	}
	return take_url(context, line->bytes);
}

static bool read_rules(void *context, const struct input *input)
{
	struct work *work = context;
	accord_error err;
	if (input->err) {
		complain(input->err);
		return false;
	}
	if (accord_robots_parse(work->rules, input->bytes.data, input->bytes.len, work->agent, &work->robots,
				&err) == ACCORD_OK)
		return true;
	complain(&err);
	return false;
}

/* Without --file: one request a host, whatever the number of URLs. */
static void ask_hosts(struct work *work)
{
	accord_error err;
	accord_buffer out;
	if (accord_fetcher_run(work->fetcher, answered, work, &err) != ACCORD_OK) {
		complain(&err);
		work->failed = true;
	}
	accord_buffer_init(&out, (size_t)1 << 30);
	for (size_t i = 0; i < work->count; i++)
		if (work->answers[i])
			accord_buffer_append_text(&out, work->answers[i]);
	if (!flush_output(&out))
		work->failed = true;
	accord_buffer_free(&out);
}

static bool prepare(struct work *work, const struct args *args)
{
	accord_error err;
	accord_fetch_options network;
	char *file[] = {(char *)args->file, NULL};
	work->rules = accord_arena_new(0);
	work->scratch = accord_arena_new(0);
	if (!work->rules || !work->scratch) {
		complain_text("out of memory");
		return false;
	}
	if (args->file)
		return each_input(1, file, read_rules, work) == EXIT_ALL_WELL;
	if (!network_options(&robots_command, &args->network, &network))
		return false;
	network.agent = work->agent;
	if (accord_fetcher_new(&network, &work->fetcher, &err) == ACCORD_OK)
		return true;
	complain(&err);
	return false;
}

static int run(const void *options_read, int count, char **words)
{
	const struct args *args = options_read;
	struct work work = {.agent = args->agent ? args->agent : ACCORD_AGENT};
	bool ready = prepare(&work, args);
	for (int i = 0; ready && i < count; i++)
		take_url(&work, accord_slice_of(words[i]));
	if (ready && !count && each_line(0, NULL, take_line, &work) != EXIT_ALL_WELL)
		work.failed = true;
	if (ready && work.fetcher)
		ask_hosts(&work);
	for (size_t i = 0; i < work.count; i++)
		free(work.answers[i]);
	free(work.answers);
	accord_fetcher_free(work.fetcher);
	accord_arena_free(work.rules);
	accord_arena_free(work.scratch);
	return ready && !work.failed ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}

const struct command robots_command = {"robots",
				       "[--agent NAME] [--file FILE] [URL...]",
				       "what robots.txt says about URLs",
				       options,
				       sizeof(struct args),
				       run};
