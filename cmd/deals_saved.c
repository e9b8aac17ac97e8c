/* Saved queries: accord deals --save watch Nokia type:licensing; then accord deals @watch --new. */
#include "deals.h"

#include <stdio.h>

int deals_save(const struct deals_args *args, int count, char **words)
{
	struct question q;
	accord_error err = {0};
	if (!count)
		return usage_error(&deals_command, "--save %s: which query?", args->save);
	int result = question_open(&q, args->db, ACCORD_STORE_WRITE, count, words, args->explain);
	if (result < 0) {
		result = EXIT_ALL_WELL;
		if (accord_query_save(q.store, accord_slice_of(args->save), q.text, &err) != ACCORD_OK)
			result = question_error(&err);
	}
	question_close(&q);
	return result;
}

int deals_forget(const struct deals_args *args)
{
	accord_error err = {0};
	accord_store *store = open_store(args->db, ACCORD_STORE_WRITE);
	accord_status status =
		store ? accord_query_forget(store, accord_slice_of(args->forget), &err) : ACCORD_ESTORE;
	if (status == ACCORD_ENOTFOUND)
		complain_text("no saved query '@%s'", args->forget);
	else if (status != ACCORD_OK && store)
		complain(&err);
	accord_store_close(store);
	return status == ACCORD_OK ? EXIT_ALL_WELL : status == ACCORD_EINPUT ? EXIT_USAGE : EXIT_SOME_FAILED;
}

int deals_list_saved(const struct deals_args *args)
{
	accord_error err = {0};
	accord_saved_query *list;
	size_t count = 0;
	accord_store *store = open_store(args->db, ACCORD_STORE_READ);
	accord_arena *arena = accord_arena_new(0);
	bool good = store && arena;
	if (good && accord_query_saved_list(store, arena, &list, &count, &err) != ACCORD_OK) {
		complain(&err);
		good = false;
	}
	for (size_t i = 0; good && i < count; i++)
		printf("@%-16.*s %.*s\n", (int)list[i].name.len, list[i].name.data, (int)list[i].text.len,
		       list[i].text.data);
	accord_arena_free(arena);
	accord_store_close(store);
	return good && count ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}
