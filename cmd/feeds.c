/* accord feeds: the subscriptions. add, import, export, list, remove, disable, enable. */
#include "feeds.h"

#include <accord/opml.h>
#include <accord/url.h>

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const struct option_spec options[] = {
	DB_OPTION(struct feeds_args),
	{"folder", 0, "PATH", "add, import: the folder they go to, \"News/Tech\"", OPTION_TEXT,
	 offsetof(struct feeds_args, folder)},
	{"title", 0, "TEXT", "add: a name instead of the feed's own", OPTION_TEXT,
	 offsetof(struct feeds_args, title)},
	{"lang", 0, "LANG", "add: the language, where the feed does not say it", OPTION_TEXT,
	 offsetof(struct feeds_args, lang)},
	{"unchecked", 0, NULL, "add: take the address as that of a feed, ask nobody", OPTION_FLAG,
	 offsetof(struct feeds_args, unchecked)},
	{"format", 0, "FORMAT", "list: table or ndjson", OPTION_TEXT, offsetof(struct feeds_args, format)},
	NETWORK_OPTIONS(struct feeds_args, network),
	OPTIONS_END};

extern const struct command feeds_command;

bool feeds_subscribe(struct feeds_work *work, const accord_outline *outline, bool *added)
{
	accord_error err;
	accord_feed_row row = {.url = outline->url,
			       .title = outline->title,
			       .lang = outline->lang,
			       .folder = outline->folder,
			       .link = outline->link,
			       .added = (int64_t)time(NULL)};
	if (accord_store_feed_add(work->store, &row, added, &err) == ACCORD_OK)
		return true;
	complain(&err);
	return false;
}

/* The address as it is kept: as browsers write it, without fragment. */
bool feeds_address(struct feeds_work *work, const char *word, accord_slice *url)
{
	accord_error err;
	accord_url parts;
	char *text = accord_arena_alloc(work->arena, strlen(word) + sizeof "https://");
	if (!text)
		return false;
	/* people type "heise.de" */
	strcpy(text, strstr(word, "://") || !strncmp(word, "http", 4) ? "" : "https://");
	strcat(text, word);
	if (accord_url_parse(work->arena, accord_slice_of(text), NULL, &parts, &err) != ACCORD_OK) {
		accord_error_at(&err, word, 0, 0);
		complain(&err);
		return false;
	}
	*url = accord_url_text(work->arena, &parts, false);
	return url->data != NULL;
}

/* import
 * ----------------------------------------------------------------------------------------------------------
 */

static bool import_list(void *context, const struct input *input)
{
	struct feeds_work *work = context;
	accord_error err;
	accord_opml list;
	size_t added = 0;
	if (input->err) {
		complain(input->err);
		return false;
	}
	if (accord_opml_read(work->arena, input->bytes.data, input->bytes.len, &list, &err) != ACCORD_OK ||
	    accord_store_begin(work->store, &err) != ACCORD_OK) {
		accord_error_at(&err, input->name, 0, 0);
		complain(&err);
		return false;
	}
	for (size_t i = 0; i < list.count; i++) {
		bool new = false;
		if (!list.outlines[i].folder.data)
			list.outlines[i].folder = accord_slice_of(work->args->folder);
		if (!feeds_subscribe(work, &list.outlines[i], &new)) {
			accord_store_rollback(work->store);
			return false;
		}
		added += new;
	}
	if (accord_store_commit(work->store, &err) != ACCORD_OK) {
		complain(&err);
		return false;
	}
	if (list.refused)
		complain_text("%s: %zu addresses left out that are no http or https URL, the first: %.*s",
			      input->name, list.refused, (int)list.first_refused.len,
			      list.first_refused.data);
	fprintf(stderr, "accord feeds: %zu new, %zu known%s\n", added, list.count - added,
		list.damaged ? "; the file is damaged, what could be read was" : "");
	return true;
}

/* export
 * ---------------------------------------------------------------------------------------------------- */

bool feeds_all(struct feeds_work *work, accord_feed_row **rows, size_t *count)
{
	accord_error err;
	if (accord_store_feeds(work->store, work->arena, rows, count, &err) == ACCORD_OK)
		return true;
	complain(&err);
	return false;
}

static bool export_list(struct feeds_work *work)
{
	accord_feed_row *rows;
	size_t count;
	accord_buffer out;
	if (!feeds_all(work, &rows, &count))
		return false;
	accord_outline *outlines = accord_arena_calloc(work->arena, count + 1, sizeof *outlines);
	if (!outlines)
		return false;
	for (size_t i = 0; i < count; i++)
		outlines[i] = (accord_outline){.url = rows[i].url,
					       .title = rows[i].title,
					       .lang = rows[i].lang,
					       .link = rows[i].link,
					       .folder = rows[i].folder};
	accord_buffer_init(&out, (size_t)1 << 30);
	accord_opml_write(&out, accord_slice_of("accord: subscriptions"), outlines, count);
	bool written = flush_output(&out);
	accord_buffer_free(&out);
	return written;
}

/* remove, disable, enable
 * ----------------------------------------------------------------------------------------- */

static bool find_feed(struct feeds_work *work, const char *word, accord_feed_row *row)
{
	accord_error err;
	accord_slice url;
	if (accord_store_feed_find(work->store, work->arena, accord_slice_of(word), row, NULL) == ACCORD_OK)
		return true;
	if (!feeds_address(work, word, &url))
		return false;
	if (accord_store_feed_find(work->store, work->arena, url, row, &err) == ACCORD_OK)
		return true;
	complain_text("%s: no such subscription", word);
	return false;
}

static bool remove_feed(struct feeds_work *work, const char *word)
{
	accord_error err;
	accord_feed_row row;
	if (!find_feed(work, word, &row))
		return false;
	if (accord_store_feed_remove(work->store, row.url, &err) == ACCORD_OK)
		return true;
	complain(&err);
	return false;
}

static bool set_disabled(struct feeds_work *work, const char *word, bool disabled)
{
	accord_error err;
	accord_feed_row row;
	if (!find_feed(work, word, &row))
		return false;
	row.disabled = disabled;
	if (!disabled) {
		row.errors = 0;
		row.failing_since = row.told = 0;
		row.next_due = 0;
		row.last_error = (accord_slice){NULL, 0};
	}
	if (accord_store_feed_update(work->store, &row, &err) == ACCORD_OK)
		return true;
	complain(&err);
	return false;
}

static bool disable_feed(struct feeds_work *work, const char *word)
{
	return set_disabled(work, word, true);
}

static bool enable_feed(struct feeds_work *work, const char *word)
{
	return set_disabled(work, word, false);
}

/* The verb's own verbs
 * -------------------------------------------------------------------------------------------- */

static int each_word(struct feeds_work *work, int count, char **words,
		     bool (*one)(struct feeds_work *, const char *))
{
	int status = EXIT_ALL_WELL;
	for (int i = 0; i < count; i++)
		if (!one(work, words[i]))
			status = EXIT_SOME_FAILED;
	return status;
}

static int dispatch(struct feeds_work *work, const char *verb, int count, char **words)
{
	if (!strcmp(verb, "add"))
		return feeds_add(work, count, words);
	if (!strcmp(verb, "import"))
		return each_input(count, words, import_list, work);
	if (!strcmp(verb, "export"))
		return export_list(work) ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
	if (!strcmp(verb, "list"))
		return feeds_list(work) ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
	if (!strcmp(verb, "remove"))
		return each_word(work, count, words, remove_feed);
	if (!strcmp(verb, "disable"))
		return each_word(work, count, words, disable_feed);
	return each_word(work, count, words, enable_feed);
}

static bool usage_is_wrong(const struct feeds_args *args, const char *verb, int count)
{
	static const char *const verbs[] = {"add", "import", "export", "list", "remove", "disable", "enable"};
	bool known = false;
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		known = known || !strcmp(verb, verbs[i]);
	bool names = strcmp(verb, "export") != 0 && strcmp(verb, "list") != 0;
	if (!known)
		usage_error(&feeds_command,
			    "'%s' is none of add, import, export, list, remove, disable, enable", verb);
	else if (names && strcmp(verb, "import") != 0 && !count)
		usage_error(&feeds_command, "%s what?", verb);
	else if (!names && count)
		usage_error(&feeds_command, "%s takes no names", verb);
	else if (args->format && strcmp(args->format, "table") != 0 && strcmp(args->format, "ndjson") != 0)
		usage_error(&feeds_command, "--format %s: table or ndjson", args->format);
	else
		return false;
	return true;
}

static int run(const void *options_read, int count, char **words)
{
	struct feeds_work work = {.args = options_read};
	const char *verb = count ? words[0] : "list";
	count -= count > 0;
	if (usage_is_wrong(work.args, verb, count) ||
	    !network_options(&feeds_command, &work.args->network, &work.network))
		return EXIT_USAGE;
	work.arena = accord_arena_new(0);
	work.store = work.arena ? open_store(work.args->db, ACCORD_STORE_WRITE) : NULL;
	int status = work.store ? dispatch(&work, verb, count, words + 1) : EXIT_SOME_FAILED;
	accord_store_close(work.store);
	accord_arena_free(work.arena);
	return status;
}

const struct command feeds_command = {
	"feeds",
	"add URL... | import [FILE.opml...] | export | list | remove URL... | disable URL... | enable URL...",
	"the subscriptions",
	options,
	sizeof(struct feeds_args),
	run};
