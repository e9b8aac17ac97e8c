/* What the parts of `accord deals` share. */
#ifndef CMD_DEALS_H
#define CMD_DEALS_H

#include "question.h"

struct deals_args {
	const char *db, *format, *sort, *color, *min_confidence, *limit, *group_by, *save, *forget;
	bool sources, context, count, only_new, explain, fresh, watch, saved;
};

struct asking {
	const struct deals_args *args;
	struct question question;
	accord_query_options options;
	accord_render render;
	int group; /* accord_query_group, or -1 */
};

extern const struct command deals_command;

/* deals.c: write the events of these rows; -1, or the exit status after a message. */
int write_events(struct asking *ask, const int64_t *rows, size_t count);

/* deals_new.c: --new, once; --watch, until it is interrupted. */
int deals_new(struct asking *ask);
int deals_watch(struct asking *ask);

/* deals_saved.c: --save NAME, --forget NAME, --saved. */
int deals_save(const struct deals_args *args, int count, char **words);
int deals_forget(const struct deals_args *args);
int deals_list_saved(const struct deals_args *args);

#endif
