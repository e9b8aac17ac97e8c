#include "question.h"

#include <accord/period.h>
#include <accord/rules.h>

#include <time.h>

int question_error(const accord_error *err)
{
	complain(err);
	return err->status == ACCORD_EINPUT ? EXIT_USAGE : EXIT_SOME_FAILED;
}

int64_t question_today(void)
{
	time_t now = time(NULL);
	struct tm local;
	localtime_r(&now, &local);
	return accord_day_of(local.tm_year + 1900, (unsigned)local.tm_mon + 1, (unsigned)local.tm_mday);
}

accord_slice question_alias(void *context, accord_slice name)
{
	struct question *q = context;
	const char *folders[ACCORD_DEFAULT_FOLDERS];
	if (!q->gazetteer)
		accord_gazetteer_load(folders, accord_rules_default_folders(folders), &q->gazetteer, NULL);
	const accord_known_company *company = q->gazetteer ? accord_gazetteer_find(q->gazetteer, name) : NULL;
	return company ? company->id : (accord_slice){NULL, 0};
}

void question_tell_unknown(const accord_query_unknown *unknown, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		accord_buffer line;
		accord_buffer_init(&line, 1 << 16);
		accord_buffer_append_text(&line, "no article names '");
		accord_render_text(&line, unknown[i].name, 60, false);
		accord_buffer_append_char(&line, '\'');
		for (size_t k = 0; k < unknown[i].near_count; k++) {
			accord_buffer_append_text(&line, !k                               ? "; did you mean "
							 : k + 1 == unknown[i].near_count ? " or "
											  : ", ");
			accord_render_text(&line, unknown[i].near[k], 40, false);
		}
		accord_buffer_append_text(&line, unknown[i].near_count ? "?" : "");
		complain_text("%s", line.data ? line.data : "");
		accord_buffer_free(&line);
	}
}

static void tell_understood(const accord_query *query)
{
	accord_buffer line;
	accord_buffer_init(&line, 1 << 20);
	accord_query_explain(&line, query);
	complain_text("%s", line.data ? line.data : "");
	accord_buffer_free(&line);
}

int question_open(struct question *q, const char *db, accord_store_mode mode, int count, char **words,
		  bool explain)
{
	accord_error err = {0};
	accord_query_unknown *unknown = NULL;
	*q = (struct question){.arena = accord_arena_new(0)};
	if (!q->arena) {
		complain_text("out of memory");
		return EXIT_SOME_FAILED;
	}
	q->text = accord_query_join(q->arena, count, words, true);
	/* A query that cannot be read is told before a store that cannot be opened. */
	if (accord_query_parse(q->arena, q->text, question_today(), &q->query, &err) != ACCORD_OK)
		return question_error(&err);
	q->store = open_store(db, mode);
	if (!q->store)
		return EXIT_SOME_FAILED;
	if (accord_query_expand(q->store, q->arena, q->text, &q->text, &err) != ACCORD_OK ||
	    accord_query_parse(q->arena, q->text, question_today(), &q->query, &err) != ACCORD_OK ||
	    accord_query_resolve(q->store, q->arena, q->query, question_alias, q, &unknown, &q->unknown,
				 &err) != ACCORD_OK)
		return question_error(&err);
	if (explain)
		tell_understood(q->query);
	question_tell_unknown(unknown, q->unknown);
	return -1;
}

void question_close(struct question *q)
{
	accord_gazetteer_free(q->gazetteer);
	accord_store_close(q->store);
	accord_arena_free(q->arena);
}
