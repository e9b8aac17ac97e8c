/*
 * Feeds: asked with the validators of the last answer, read as they come, their new entries queued. When to
 * ask again: sooner where there was news, later where there was none, never before the server's own word
 * (max-age, Expires, ttl, skipHours), and after failures ever more rarely. A feed is never dropped: 410
 * disables it, anything else may pass.
 */
#include "crawl.h"

#include <accord/hash_map.h>
#include <accord/url.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define AN_HOUR ((int64_t)3600)
#define A_DAY ((int64_t)86400)
#define SHORTEST_INTERVAL (AN_HOUR / 2)
#define SITEMAP_DAYS 7
#define OFFLINE_NAMES 2 /* unknown in a run without a single answer */
#define OFFLINE_PAUSE ((int64_t)600)
#define FIRST_INTERVAL AN_HOUR
#define FEED_TYPES                                                                                           \
	"application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "      \
	"application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.5"

static const char *name_of(const struct feed_work *work)
{
	return work->row.url.data ? work->row.url.data : "?"; /* slices of the store end in NUL */
}

/* Entries
 * ---------------------------------------------------------------------------------------------------------
 */

/* What an edit changes: the title, and the time of the last change. 0 means that nothing is known. */
static int64_t entry_print(const accord_feed_entry *entry)
{
	accord_slice when = entry->updated.data ? entry->updated : entry->published;
	uint64_t hash = accord_hash(entry->title.data, entry->title.data ? entry->title.len : 0) * 31 +
			accord_hash(when.data, when.data ? when.len : 0);
	return (int64_t)(hash >> 1) | 1;
}

static accord_slice joined_categories(accord_arena *arena, const accord_feed_entry *entry)
{
	size_t size = 0, n = 0;
	for (size_t i = 0; i < entry->category_count; i++)
		size += entry->categories[i].len + 1;
	char *text = size ? accord_arena_alloc(arena, size) : NULL;
	for (size_t i = 0; text && i < entry->category_count; i++) {
		memcpy(text + n, entry->categories[i].data, entry->categories[i].len);
		n += entry->categories[i].len;
		text[n++] = '\n';
	}
	return (accord_slice){text, n ? n - 1 : 0};
}

/* An entry that is not wanted is noted with the rule, so that --explain can tell. */
static void judge_entry(struct feed_work *work, const accord_feed_entry *entry, accord_due *due, char reason[320])
{
	accord_filter_subject subject = {.feed = work->row.id,
					 .title = entry->title,
					 .url = due->url,
					 .content = entry->content.data ? entry->content : entry->summary,
					 .categories = entry->categories,
					 .category_count = entry->category_count};
	accord_filter_verdict verdict = accord_filter_check(work->crawl->filter, &subject);
	if (verdict.answer != ACCORD_FILTER_BLOCK)
		return;
	crawl_filter_reason(&verdict, reason, 320);
	due->reason = accord_slice_of(reason);
	due->state = ACCORD_DUE_GIVEN_UP;
}

/* A sitemap as a second source has all that a site ever wrote: what is new in it counts, older articles are for
 * --backfill. Days are compared as text. */
static bool is_recent(const struct crawl *crawl, const accord_feed_entry *entry)
{
	char day[16];
	time_t from = (time_t)(crawl->now - SITEMAP_DAYS * A_DAY);
	struct tm tm;
	accord_slice when = entry->published.data ? entry->published : entry->updated;
	if (when.len < 10 || !gmtime_r(&from, &tm) || !strftime(day, sizeof day, "%Y-%m-%d", &tm))
		return false;
	return memcmp(when.data, day, 10) >= 0;
}

/* Keyed by the canonical address; an entry without a link has no article. */
static bool queue_entry(void *context, const accord_feed *feed, const accord_feed_entry *entry)
{
	struct feed_work *work = context;
	struct crawl *crawl = work->crawl;
	accord_slice key;
	accord_error err;
	accord_offer what = ACCORD_OFFER_KNOWN;
	char reason[320];
	work->entries++;
	if (feed->format == ACCORD_SITEMAP_INDEX) {
		work->failure = accord_error_set(&work->err, ACCORD_EINPUT,
						 "an index of sitemaps: subscribe to one of them, or use fetch --backfill");
		return false;
	}
	if (!entry->link.data || (feed->format == ACCORD_SITEMAP && !is_recent(crawl, entry)))
		return true;
	accord_arena_clear(crawl->scratch);
	if (accord_url_canonical(crawl->scratch, entry->link, &key, NULL) != ACCORD_OK)
		return true;
	bool says_when = entry->published.data || feed->format == ACCORD_SITEMAP; /* lastmod is no publication */
	accord_due due = {.feed = work->row.id,
			  .url = key,
			  .link = entry->link,
			  .title = entry->title,
			  .published = says_when ? entry->published : entry->updated,
			  .lang = work->row.lang.data ? work->row.lang : feed->lang,
			  .added = crawl->now,
			  .guid = entry->id,
			  .categories = joined_categories(crawl->scratch, entry),
			  .print = entry_print(entry)};
	if (!crawl_write(crawl))
		return false;
	judge_entry(work, entry, &due, reason);
	if (accord_store_queue_add(crawl->store, &due, &what, &err) != ACCORD_OK)
		return crawl_refused(crawl, &err);
	if (due.state == ACCORD_DUE_GIVEN_UP)
		crawl->counts.filtered += what == ACCORD_OFFER_ADDED;
	else
		work->added += what != ACCORD_OFFER_KNOWN;
	return true;
}

static bool read_feed(void *context, const accord_fetch_answer *answer, const char *bytes, size_t len)
{
	struct feed_work *work = context;
	double begin = crawl_cpu_seconds();
	if (!work->reader) {
		work->base_url = strdup(answer->url);
		work->content_type = answer->content_type ? strdup(answer->content_type) : NULL;
		work->options = (accord_feed_options){.base_url = work->base_url,
						       .content_type = work->content_type,
						       .most_entries = MOST_ENTRIES,
						       .sitemaps = true};
		work->reader = accord_feed_reader_new(&work->options, queue_entry, work);
		if (!work->reader)
			work->failure = accord_error_set(&work->err, ACCORD_ENOMEM, "out of memory");
	}
	accord_error err;
	accord_status pushed = ACCORD_OK;
	if (work->reader && work->failure == ACCORD_OK)
		pushed = accord_feed_reader_push(work->reader, bytes, len, &err);
	if (pushed != ACCORD_OK && work->failure == ACCORD_OK) { /* else queue_entry has said what is wrong */
		work->failure = pushed;
		work->err = err;
	}
	work->crawl->cpu.feeds += crawl_cpu_seconds() - begin;
	return work->failure == ACCORD_OK;
}

/* Asking
 * ----------------------------------------------------------------------------------------------------------
 */

static bool ask_feed(struct crawl *crawl, size_t index)
{
	struct feed_work *work = &crawl->feeds[index];
	accord_error err;
	accord_fetch_request request = {
		.url = name_of(work),
		.etag = work->row.etag.data,
		.last_modified = work->row.last_modified.data,
		.accept = FEED_TYPES,
		.max_body = FEED_CEILING,
		.sink = read_feed,
		.sink_context = work,
		.kind = REQUEST_FEED,
		.number = (int64_t)index,
	};
	if (accord_fetcher_add(crawl->fetcher, &request, &err) == ACCORD_OK)
		return true;
	complain_text("%s: %s", name_of(work), err.message);
	crawl->counts.feeds_failed++;
	crawl->feeds_deferred++;
	return true;
}

bool crawl_ask_feeds(struct crawl *crawl, bool all, size_t limit)
{
	accord_error err;
	accord_feed_row *rows = NULL;
	size_t count = 0;
	int64_t until = all ? ACCORD_IN_HAND - 1 : crawl->now;
	/* On a file no lease: the lock keeps other runs away, and what a killed run has claimed stays due. */
	int64_t hand = crawl->turns ? crawl_hand(crawl) : crawl->now;
	if (accord_store_feeds_claim(crawl->store, crawl->rows, until, hand - until, limit, &rows,
				     &count, &err) != ACCORD_OK)
		return crawl_refused(crawl, &err);
	crawl->feeds = calloc(count + 1, sizeof *crawl->feeds);
	if (!crawl->feeds)
		return false;
	crawl->feed_count = count;
	for (size_t i = 0; i < count; i++) {
		crawl->feeds[i].crawl = crawl;
		crawl->feeds[i].row = crawl->feeds[i].before = rows[i];
		if (!ask_feed(crawl, i))
			return false;
	}
	return true;
}

/* Answers
 * ---------------------------------------------------------------------------------------------------------
 */

/* Out of the hours and days in which the feed says that nothing happens; GMT. 1970 began on a Thursday. */
static int64_t past_skipped_hours(int64_t when, uint32_t hours, uint32_t days)
{
	for (int i = 0; i < 24 * 7; i++) {
		bool day = days >> ((when / A_DAY + 4) % 7) & 1, hour = hours >> ((when / AN_HOUR) % 24) & 1;
		if (!day && !hour)
			return when;
		when = day ? (when / A_DAY + 1) * A_DAY : (when / AN_HOUR + 1) * AN_HOUR;
	}
	return when; /* every hour of the week is skipped: that cannot be meant */
}

static int64_t latest(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* A little sooner or later, so that feeds added together do not stay together. */
static int64_t jittered(int64_t seconds)
{
	return seconds - seconds / 20 + (int64_t)((double)seconds / 10 * ((double)random() / (double)RAND_MAX));
}

static void schedule(struct feed_work *work, const accord_fetch_result *result)
{
	accord_feed_row *row = &work->row;
	int64_t now = (int64_t)time(NULL);
	if (row->interval < SHORTEST_INTERVAL)
		row->interval = FIRST_INTERVAL;
	row->interval = work->added ? row->interval * 2 / 3 : row->interval * 5 / 4;
	if (row->interval < SHORTEST_INTERVAL)
		row->interval = SHORTEST_INTERVAL;
	if (row->interval > A_DAY)
		row->interval = A_DAY;
	int64_t due = latest(now + jittered(row->interval), result->fresh_until);
	due = latest(due, now + (int64_t)row->ttl * 60);
	if (due > now + A_DAY)
		due = now + A_DAY;
	row->next_due = past_skipped_hours(due, row->skip_hours, row->skip_days);
}

static void write_row(struct feed_work *work)
{
	struct crawl *crawl = work->crawl;
	accord_error err;
	if (!crawl_write(crawl))
		return;
	accord_status status = accord_store_feed_update(crawl->store, &work->row, &err);
	if (status == ACCORD_ENOTFOUND)
		return; /* removed while we were out */
	if (status != ACCORD_OK)
		crawl_refused(crawl, &err);
}

/* Another subscription may have the new address already; then the old one has done its duty. */
static void follow_move(struct feed_work *work, const char *moved)
{
	struct crawl *crawl = work->crawl;
	accord_feed_row other;
	accord_slice url = accord_slice_of(moved);
	accord_arena_clear(crawl->scratch);
	if (!moved || accord_slice_equal(url, work->row.url))
		return;
	if (accord_store_feed_find(crawl->store, crawl->scratch, url, &other, NULL) == ACCORD_OK) {
		work->row.disabled = true;
		work->row.told = TELL_NOW;
		work->row.last_error =
			accord_slice_of("moved for good to an address that is subscribed already");
		return;
	}
	crawl_say(crawl, "feed moved: %s -> %s", name_of(work), moved);
	work->row.url = accord_slice_copy(crawl->rows, url);
}

static void take_validators(struct feed_work *work, const accord_fetch_result *result, bool all)
{
	accord_arena *arena = work->crawl->rows;
	if (all || result->etag)
		work->row.etag = accord_slice_copy(arena, accord_slice_of(result->etag));
	if (all || result->last_modified)
		work->row.last_modified = accord_slice_copy(arena, accord_slice_of(result->last_modified));
}

static void take_what_is_new(struct feed_work *work, const accord_feed *feed)
{
	accord_arena *arena = work->crawl->rows;
	if (!work->row.title.data)
		work->row.title = accord_slice_copy(arena, feed->title);
	if (!work->row.link.data)
		work->row.link = accord_slice_copy(arena, feed->link);
	if (!work->row.lang.data)
		work->row.lang = accord_slice_copy(arena, feed->lang);
	work->row.ttl = feed->ttl;
	work->row.skip_hours = feed->skip_hours;
	work->row.skip_days = feed->skip_days;
}

static void note_success(struct feed_work *work, const accord_fetch_result *result)
{
	accord_feed_row *row = &work->row;
	row->last_success = row->last_try;
	row->errors = 0;
	row->failing_since = row->told = 0;
	row->last_error = (accord_slice){NULL, 0};
	row->entries_seen += (int64_t)work->added;
	if (work->added)
		row->last_change = row->last_try;
	schedule(work, result);
	follow_move(work, result->moved);
}

static void note_failure(struct feed_work *work, const accord_fetch_result *result, const char *why)
{
	struct crawl *crawl = work->crawl;
	accord_feed_row *row = &work->row;
	char reason[200];
	snprintf(reason, sizeof reason, "%s", why && *why ? why : "failed");
	row->last_error = accord_slice_copy(crawl->rows, accord_slice_of(reason));
	if (!row->errors++)
		row->failing_since = row->last_try;
	row->next_due = latest(row->last_try + crawl_back_off(FIRST_INTERVAL, A_DAY, row->errors), result->retry_at);
	if (result->outcome == ACCORD_GONE)
		row->disabled = true;
	bool refused = result->outcome == ACCORD_REFUSED;
	if (row->disabled || (refused && row->told < crawl->now - A_DAY))
		row->told = TELL_NOW;
	crawl->counts.need_person += refused;
	crawl->counts.feeds_failed++;
	crawl_say(crawl, "failed     %s: %s", name_of(work), reason);
}

static void feed_came(struct feed_work *work, const accord_fetch_result *result)
{
	struct crawl *crawl = work->crawl;
	const accord_feed *feed = NULL;
	if (!work->reader)
		work->failure =
			accord_error_set(&work->err, ACCORD_EINPUT, "an empty body where a feed should be");
	accord_error err;
	accord_status finished = work->failure;
	if (work->failure == ACCORD_OK)
		finished = accord_feed_reader_finish(work->reader, &feed, &err);
	if (finished != ACCORD_OK && work->failure == ACCORD_OK) {
		work->failure = finished;
		work->err = err;
	}
	if (work->failure != ACCORD_OK) {
		note_failure(work, result, work->err.message);
		return;
	}
	take_validators(work, result, true);
	take_what_is_new(work, feed);
	note_success(work, result);
	crawl->counts.entries += work->entries;
	crawl_say(crawl, "feed       %s: %zu entries, %zu new%s%s", name_of(work), work->entries, work->added,
		  feed->warning.data ? "; damaged: " : "", feed->warning.data ? feed->warning.data : "");
}

void crawl_feed_answered(struct crawl *crawl, const accord_fetch_result *result)
{
	struct feed_work *work = &crawl->feeds[result->request->number];
	if (result->outcome == ACCORD_DEFERRED) {
		crawl->counts.deferred++;
		crawl->feeds_deferred++;
		work->row.next_due = result->retry_at > crawl->now ? result->retry_at : crawl->now;
		crawl_say(crawl, "deferred   %s: %s", name_of(work), result->message);
	} else {
		work->row.last_try = (int64_t)time(NULL);
		crawl->counts.feeds++;
		work->row.requests++;
		work->row.bytes += (int64_t)result->wire_bytes;
		work->row.last_status = result->status;
		if (result->outcome == ACCORD_FETCHED) {
			feed_came(work, result);
		} else if (result->outcome == ACCORD_NOT_MODIFIED) {
			crawl->counts.unchanged++;
			work->row.unchanged++;
			take_validators(work, result, false);
			note_success(work, result);
			crawl_say(crawl, "unchanged  %s", name_of(work));
		} else {
			/* what a broken reader says is nearer to the cause than "not wanted" */
			note_failure(work, result,
				     work->failure != ACCORD_OK ? work->err.message : result->message);
		}
	}
	crawl->counts.queued += work->added;
	bool last = crawl->counts.feeds + crawl->feeds_deferred >= crawl->feed_count;
	crawl->more = crawl->more || work->added || last; /* behind the last feed old articles may go, too */
	write_row(work);
	accord_feed_reader_free(work->reader);
	work->reader = NULL;
}

bool crawl_offline(const struct crawl *crawl)
{
	return crawl->unresolved >= OFFLINE_NAMES && !crawl->answers;
}

/* A notebook that was asleep for a week must not find all its feeds failing. */
void crawl_forgive_feeds(struct crawl *crawl)
{
	for (size_t i = 0; i < crawl->feed_count; i++) {
		struct feed_work *work = &crawl->feeds[i];
		if (work->row.errors == work->before.errors)
			continue;
		work->row = work->before;
		work->row.next_due = (int64_t)time(NULL) + OFFLINE_PAUSE;
		write_row(work);
	}
}

void crawl_feeds_free(struct crawl *crawl)
{
	for (size_t i = 0; i < crawl->feed_count; i++) {
		accord_feed_reader_free(crawl->feeds[i].reader);
		free(crawl->feeds[i].base_url);
		free(crawl->feeds[i].content_type);
	}
	free(crawl->feeds);
}
