/* accord store: check, numbers, a copy, another database, compaction. */
#include "stored.h"

#include <accord/store.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct args {
	const char *db;
	bool json;
};

static const struct option_spec options[] = {
	DB_OPTION(struct args),
	{"json", 0, NULL, "numbers as JSON", OPTION_FLAG, offsetof(struct args, json)},
	OPTIONS_END,
};

extern const struct command store_command;

static accord_status print_stats(accord_store *store, bool json, accord_error *err)
{
	accord_store_stats s;
	accord_status status = accord_store_get_stats(store, &s, err);
	if (status != ACCORD_OK)
		return status;
	const struct {
		const char *name;
		int64_t number;
	} rows[] = {{"documents", s.documents},
		    {"versions", s.versions},
		    {"pages", s.pages},
		    {"reports", s.deals},
		    {"deals", s.events},
		    {"companies", s.companies},
		    {"feeds", s.feeds},
		    {"waiting", s.waiting},
		    {"file_bytes", s.file_bytes},
		    {"page_bytes", s.page_bytes},
		    {"page_bytes_packed", s.page_bytes_packed}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (json)
			printf("%s\"%s\":%" PRId64, i ? "," : "{", rows[i].name, rows[i].number);
		else
			printf("%-18s %15" PRId64 "\n", rows[i].name, rows[i].number);
	if (json)
		printf("}\n");
	return ACCORD_OK;
}

static int copy_store(const char *from, const char *to)
{
	accord_error err = {0};
	accord_store *source = open_store(from, ACCORD_STORE_READ);
	accord_store *target = source ? open_store(to, ACCORD_STORE_WRITE) : NULL;
	bool good = target && accord_store_copy(source, target, &err) == ACCORD_OK;
	if (target && !good)
		complain(&err);
	accord_store_close(target);
	accord_store_close(source);
	if (good)
		fprintf(stderr, "accord store: copied and compared\n");
	return good ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}

static int run(const void *options_read, int count, char **words)
{
	const struct args *args = options_read;
	accord_error err = {0};
	const char *what = count ? words[0] : "";
	bool check = !strcmp(what, "check"), stats = !strcmp(what, "stats"), backup = !strcmp(what, "backup");
	bool compact = !strcmp(what, "compact"), merge = !strcmp(what, "merge");
	if (!strcmp(what, "copy"))
		return count == 3 ? copy_store(words[1], words[2]) : usage_error(&store_command, "copy FROM TO");
	if (!check && !stats && !backup && !compact && !merge)
		return usage_error(&store_command, "check, stats, backup FILE, copy FROM TO, compact or merge?");
	if (count != (backup ? 2 : 1))
		return usage_error(&store_command,
				   backup ? "backup wants one file" : "%s takes no further word", what);
	accord_store *store = open_store(args->db, stats || backup ? ACCORD_STORE_READ : ACCORD_STORE_WRITE);
	if (!store)
		return EXIT_SOME_FAILED;
	accord_status status = check    ? accord_store_check(store, &err)
			       : stats  ? print_stats(store, args->json, &err)
			       : backup ? accord_store_backup(store, words[1], &err)
			       : merge  ? accord_store_merge(store, true, &err)
					: accord_store_compact(store, &err);
	accord_store_close(store);
	if (status != ACCORD_OK) {
		complain(&err);
		return EXIT_SOME_FAILED;
	}
	if (check)
		fprintf(stderr, "accord store: all well\n");
	return EXIT_ALL_WELL;
}

const struct command store_command = {"store",
				      "check | stats [--json] | backup FILE | copy FROM TO | compact | merge",
				      "look after the store",
				      options,
				      sizeof(struct args),
				      run};
