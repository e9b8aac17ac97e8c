/*
 * What a person has to know, once: a feed that failed several times in a row, that is gone, that leads where
 * it must not. Each is told when it happens and then once a day, with since when it fails; the exit status
 * says at every run that somebody is needed.
 */
#include "crawl.h"

#include <stdio.h>
#include <time.h>

#define A_DAY ((int64_t)86400)

static const char *day_of(int64_t when, char text[32])
{
	time_t t = (time_t)when;
	struct tm tm;
	if (!when || !localtime_r(&t, &tm) || !strftime(text, 32, "%Y-%m-%d %H:%M", &tm))
		return "?";
	return text;
}

static void tell(struct crawl *crawl, accord_feed_row *row)
{
	char since[32], how_often[80] = "";
	accord_error err;
	if (row->errors > 1)
		snprintf(how_often, sizeof how_often, "; %u failures in a row since %s", row->errors,
			 day_of(row->failing_since, since));
	complain_text("%.*s: %.*s%s%s", (int)(row->url.len < 200 ? row->url.len : 200), row->url.data,
		      (int)(row->last_error.len < 160 ? row->last_error.len : 160),
		      row->last_error.data ? row->last_error.data : "failed", how_often,
		      row->disabled ? "; not asked any more" : "");
	row->told = crawl->now;
	if (crawl_write(crawl) && accord_store_feed_update(crawl->store, row, &err) != ACCORD_OK)
		crawl_refused(crawl, &err);
}

void crawl_digest(struct crawl *crawl)
{
	accord_feed_row *rows = NULL;
	accord_error err;
	size_t count = 0;
	if (crawl->broken ||
	    accord_store_feeds(crawl->store, crawl->rows, &rows, &count, &err) != ACCORD_OK)
		return;
	crawl->needy = accord_arena_calloc(crawl->rows, count + 1, sizeof *crawl->needy);
	for (size_t i = 0; crawl->needy && i < count; i++) {
		bool now = rows[i].told == TELL_NOW;
		if (!now && (rows[i].disabled || rows[i].errors < crawl->patience))
			continue;
		crawl->counts.need_person++;
		crawl->needy[crawl->needy_count++] = &rows[i];
		if (now || rows[i].told < crawl->now - A_DAY)
			tell(crawl, &rows[i]);
	}
}
