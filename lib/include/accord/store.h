/**
 * @file store.h
 * Everything that is kept, in one SQLite file or a database of PostgreSQL (docs/store.md): raw pages, documents with their tags, deals
 * gathered into events, subscriptions, the queue of articles to fetch, what hosts asked for.
 *
 * A store belongs to one thread at a time; open it once a thread, or hand it to one writer. Several processes
 * may have the same file open (WAL): readers never wait, writers wait for each other up to a minute. What a
 * function has returned ACCORD_OK for outside of accord_store_begin, or before an accord_store_commit that
 * returned it, survives any crash. All times are seconds since 1970 (UTC), 0 for "never". Slices handed out
 * live in the arena that was passed. ACCORD_ESTORE comes with a sentence that says what to do (disk full,
 * read-only, made by a newer accord, damaged).
 */
#ifndef ACCORD_STORE_H
#define ACCORD_STORE_H

#include <accord/arena.h>
#include <accord/document.h>
#include <accord/error.h>

typedef struct accord_store accord_store;

/* Opening
 * ------------------------------------------------------------------------------------------------------- */

typedef enum accord_store_mode {
	ACCORD_STORE_READ, /**< must exist; nothing is written */
	ACCORD_STORE_WRITE /**< made, folders included, if it does not exist; an older one is migrated after a
			      backup */
} accord_store_mode;

/**
 * Where the store is, a path or a postgresql:// URL: `option` if not NULL, else $ACCORD_DB, else $XDG_DATA_HOME/accord/accord.db, else
 * ~/.local/share/accord/accord.db.
 *
 * @return NUL-terminated, in the arena; NULL without memory or home
 */
const char *accord_store_default_path(accord_arena *arena, const char *option);

/** @return ACCORD_OK; ACCORD_ENOTFOUND if it must exist and does not; ACCORD_ESTORE */
accord_status accord_store_open(const char *path, accord_store_mode mode, accord_store **store,
				accord_error *err);
/** Whether several crawls may be at work on it at once, from several machines: a server keeps it, not a file. */
bool accord_store_shared(const accord_store *store);
/** Rolls back what was begun and not committed; NULL is fine. */
void accord_store_close(accord_store *store);

/** Writers: several changes as one. Not nested. Outside of it each function is a transaction of its own. */
accord_status accord_store_begin(accord_store *store, accord_error *err);
accord_status accord_store_commit(accord_store *store, accord_error *err);
void accord_store_rollback(accord_store *store);

/* Raw pages
 * ----------------------------------------------------------------------------------------------------- */

/** A page as it came. Equal bytes are stored once, however many URLs and days they came from. */
typedef struct accord_page_record {
	int64_t id;                                     /**< filled by put and get */
	accord_slice url;                               /**< where it was found, after redirects */
	accord_slice content_type, etag, last_modified; /**< headers, unknown where the server sent none */
	int http_status;
	int64_t fetched;
	accord_slice bytes;
	accord_slice address; /**< the IP address that answered, or unknown */
} accord_page_record;

/** Store a page; the same bytes of the same URL again only move `fetched` and the headers on. */
accord_status accord_store_put_page(accord_store *store, const accord_page_record *page, int64_t *id,
				    accord_error *err);
/** @return ACCORD_OK; ACCORD_ENOTFOUND; ACCORD_ESTORE */
accord_status accord_store_get_page(accord_store *store, accord_arena *arena, int64_t id,
				    accord_page_record *page, accord_error *err);

/** SHA-256 (FIPS 180-4) as 64 hexadecimal digits and a NUL. */
void accord_store_hash(accord_slice bytes, char hex[65]);

/* Documents
 * ----------------------------------------------------------------------------------------------------- */

/** What a put did. */
typedef enum accord_put {
	ACCORD_PUT_ADDED,
	ACCORD_PUT_CHANGED,
	ACCORD_PUT_RETAGGED,
	ACCORD_PUT_SAME
} accord_put;

typedef struct accord_put_options {
	int64_t page;       /**< raw page it was cleaned from, 0 if none */
	const char *rules;  /**< accord_tagger_version of what tagged it, or NULL */
	int64_t now;        /**< 0 for the clock's */
	accord_slice alias; /**< another URL that leads to it (the link in the feed before redirects), or
			       unknown */
} accord_put_options;

/**
 * Store a document with its tags and deals. It is the same document as one with its `id`, or, where it has no
 * id of its own, with its (canonical) `url`, or, without both, with its text. The same text is stored once;
 * other text makes a new version, the old one is kept. The deals are gathered into events by the next
 * accord_store_merge.
 *
 * @param options  may be NULL
 * @param[out] what,row  may be NULL; `row` is the document's number in the store
 */
accord_status accord_store_put_document(accord_store *store, const accord_document *doc,
					const accord_put_options *options, accord_put *what, int64_t *row,
					accord_error *err);

/**
 * Recognise a story that a site gives another address, as when a headline is rewritten and with it the path:
 * if one of that site is stored under another address, `doc->url` is noted as leading to it, and the next put
 * makes a version of it instead of a second document. Same means: known to be of one entry (`known`) with the
 * same title or a fifth of the text in common; else the same title, days of publication at most two apart,
 * and half of the shorter text in common.
 *
 * @param known       an address under which the same entry of a feed was stored, or unknown
 * @param[out] found  whether there was one; nothing is changed otherwise, nor if `doc->url` is stored already
 */
accord_status accord_store_same_story(accord_store *store, const accord_document *doc, accord_slice known,
				      bool *found, accord_error *err);

/** Whether the document that `url` leads to tells what `doc` tells: the same title, or a fifth of the text in common. */
accord_status accord_store_tells_story(accord_store *store, const accord_document *doc, accord_slice url, bool *same,
				       accord_error *err);

/** A stored document and what is known beside it. */
typedef struct accord_stored_document {
	int64_t row, page, stored; /**< numbers in the store; when it was stored last */
	int version;               /**< from 1 */
	accord_slice rules,
		copy_of; /**< version of the rules; id of the document whose text it repeats, or unknown */
	accord_document document; /**< with tags and deals */
} accord_stored_document;

/** @param id  its id, a URL that leads to it, or an unambiguous beginning of the id (4 characters or more) */
accord_status accord_store_get_document(accord_store *store, accord_arena *arena, accord_slice id,
					accord_stored_document *doc, accord_error *err);
accord_status accord_store_get_document_row(accord_store *store, accord_arena *arena, int64_t row,
					    accord_stored_document *doc, accord_error *err);
/**
 * Whether a document is stored with this title and text, tagged by these rules: putting it again would change nothing. Its
 * day and language are compared where `doc` has them; what it was tagged with is not, so it need not be tagged yet.
 */
accord_status accord_store_knows(accord_store *store, const accord_document *doc, const char *rules, bool *known,
				 accord_error *err);
/** Whether a URL (canonical) leads to a stored document. */
bool accord_store_has_url(accord_store *store, accord_slice url);
/** Where the story behind a URL stands: all addresses of its document and of those that repeat its text; at most `most`. */
accord_status accord_store_places(accord_store *store, accord_arena *arena, accord_slice url, size_t most,
				  accord_slice **places, size_t *count, accord_error *err);

/* Events
 * -------------------------------------------------------------------------------------------------------- */

/**
 * Gather the reports of documents that changed since the last call into events; with `all`, of all documents
 * again. One transaction. Call it once at the end of a run (import, fetch); what a killed run left is taken
 * up by the next call.
 */
accord_status accord_store_merge(accord_store *store, bool all, accord_error *err);

/**
 * Very many documents are about to be stored: what is written at random places is collected and written in order, which takes
 * less of the disk and 20 MB of memory. What is committed is safe all the same, and others may read and write meanwhile. End it
 * outside of a transaction, before the merge; where that is not done, the next writer does the rest.
 */
accord_status accord_store_bulk(accord_store *store, accord_error *err);
accord_status accord_store_end_bulk(accord_store *store, accord_error *err);

typedef struct accord_event_report {
	accord_slice document, url, site, lang, published, title; /**< of the document */
	accord_deal deal;                                         /**< as that document tells it */
	accord_slice sentence;                                    /**< the first sentence of evidence */
	accord_slice copy_of; /**< document whose text this one repeats, or unknown */
	accord_slice why;     /**< why it is in this event: "same parties, 3 days apart" */
	bool fresh;           /**< news of its day, not background retold */
	accord_span *named;   /**< where its parties stand, bytes of `sentence`; filled by accord_store_find_parties */
	size_t named_count;
} accord_event_report;

typedef struct accord_event_step {
	accord_deal_status status;
	accord_slice date;     /**< or unknown */
	accord_slice document; /**< who told it first */
} accord_event_step;

typedef struct accord_event {
	int64_t row;
	accord_slice id;  /**< "d-" and 12 hex digits */
	accord_deal deal; /**< what the reports agree on; no evidence, no rule */
	accord_event_step *history;
	size_t history_count;
	accord_event_report *reports; /**< by time of publication */
	size_t report_count;
	accord_slice headline;   /**< of the best report; its sentence if it has no title */
	accord_slice first_seen; /**< ISO date on which the store learned of it */
} accord_event;

/** An event by its row, with its reports. */
accord_status accord_store_get_event(accord_store *store, accord_arena *arena, int64_t row,
				     accord_event *event, accord_error *err);
/** An event by its id, a former id of it, or an unambiguous beginning. */
accord_status accord_store_find_event(accord_store *store, accord_arena *arena, accord_slice id,
				      accord_event *event, accord_error *err);

/** Fill `named` of every report of an event, by the companies that are tagged in its articles. */
accord_status accord_store_find_parties(accord_store *store, accord_arena *arena, accord_event *event, accord_error *err);

/* Feeds
 * ---------------------------------------------------------------------------------------------------------
 */

typedef struct accord_feed_row {
	int64_t id;
	accord_slice url, title, lang,
		folder;    /**< folder: "News/Tech", as OPML outlines nest; all may be unknown but url */
	accord_slice link; /**< the site's own page */
	accord_slice etag, last_modified;  /**< validators of the last answer */
	int64_t added, interval, next_due; /**< interval in seconds between two looks */
	int64_t last_try, last_success, last_change;
	uint32_t errors;                       /**< in a row */
	accord_slice last_error;               /**< a sentence, unknown when the last try went well */
	int64_t entries_seen, articles_stored; /**< since it was added */
	bool disabled;
	int64_t requests, unchanged, bytes; /**< answers, of which 304; on the wire */
	int last_status;                    /**< HTTP, of the last answer; 0 if none came */
	uint32_t ttl, skip_hours, skip_days; /**< as accord_feed has them */
	int64_t failing_since, told;        /**< first of the errors in a row; when a person was told */
} accord_feed_row;

/** Subscribe. `row->url` must be set; `next_due` 0 is due at once. An existing one keeps its state (`*added`
 * false). */
accord_status accord_store_feed_add(accord_store *store, const accord_feed_row *row, bool *added,
				    accord_error *err);
/** Write all fields of a feed back, by `row->id`; but articles_stored, which accord_store_feed_stored counts. */
accord_status accord_store_feed_update(accord_store *store, const accord_feed_row *row, accord_error *err);
/** Another article of this feed is stored. */
accord_status accord_store_feed_stored(accord_store *store, int64_t feed, accord_error *err);
/** @return ACCORD_ENOTFOUND if there is none; the articles stay */
accord_status accord_store_feed_remove(accord_store *store, accord_slice url, accord_error *err);
accord_status accord_store_feed_find(accord_store *store, accord_arena *arena, accord_slice url,
				     accord_feed_row *row, accord_error *err);
/** All feeds, by folder, title, url. */
accord_status accord_store_feeds(accord_store *store, accord_arena *arena, accord_feed_row **rows,
				 size_t *count, accord_error *err);
/**
 * Feeds due at `now` (not disabled), the longest due first, at most `limit` (0: all). Their `next_due` moves
 * to `now + lease`, so that a second run started meanwhile leaves them alone; a feed whose run was killed is
 * due then.
 */
accord_status accord_store_feeds_claim(accord_store *store, accord_arena *arena, int64_t now, int64_t lease,
				       size_t limit, accord_feed_row **rows, size_t *count,
				       accord_error *err);

/* The queue of articles
 * ----------------------------------------------------------------------------------------- */

typedef enum accord_due_state { ACCORD_DUE_WAITING, ACCORD_DUE_DONE, ACCORD_DUE_GIVEN_UP } accord_due_state;

typedef struct accord_due {
	int64_t id, feed;
	accord_slice url;  /**< canonical: the key */
	accord_slice link; /**< as the feed has it: what is fetched */
	accord_slice title,
		published; /**< as the feed has them, or unknown: what the page lacks is taken from here */
	accord_slice lang;
	int64_t added, not_before;
	uint32_t attempts;
	accord_slice reason; /**< of the last failure, or why it was given up */
	accord_due_state state;
	accord_slice guid;       /**< the entry's own id in its feed */
	accord_slice categories; /**< one a line */
	int64_t print;           /**< hash of what the feed says of it: another one is an edit; 0 unknown */
	uint32_t revisits;       /**< how often it was asked for again */
	bool later;              /**< an old article, taken when nothing else waits */
} accord_due;

/** What the queue did with an entry. */
typedef enum accord_offer {
	ACCORD_OFFER_KNOWN,  /**< nothing: it was queued before, or its page is stored */
	ACCORD_OFFER_ADDED,  /**< a new one, in the state that `due` has */
	ACCORD_OFFER_CHANGED /**< fetched once, and the same feed has another print of it now: waits again */
} accord_offer;

/**
 * Offer an article to the queue. It is known by its url, else by `feed` and `guid`: with another address and
 * the same print it is the same article, and the new address is noted.
 *
 * @param[out] what  may be NULL
 */
accord_status accord_store_queue_add(accord_store *store, const accord_due *due, accord_offer *what,
				     accord_error *err);
/** Another address under which the same feed had the entry of this row, fetched; ACCORD_ENOTFOUND if none. */
accord_status accord_store_queue_twin(accord_store *store, accord_arena *arena, int64_t id, accord_slice *url,
				      accord_error *err);
/** @return ACCORD_ENOTFOUND if this url was never queued */
accord_status accord_store_queue_find(accord_store *store, accord_arena *arena, accord_slice url,
				      accord_due *due, accord_error *err);
/** Let all articles wait again whose document was stored at or after `since`, and those queued since then and given up, but
 * by filters. */
accord_status accord_store_queue_again(accord_store *store, int64_t since, int64_t *count,
				       accord_error *err);
/** Up to `limit` waiting articles whose `not_before` has come, oldest first, with `later` those of a backfill behind
 * the others; leased like feeds until `now + lease`. Of a shared store some of the oldest 2000, and perhaps fewer than
 * there are, where others take theirs at the same moment. */
accord_status accord_store_queue_take(accord_store *store, accord_arena *arena, int64_t now, int64_t lease,
				      size_t limit, bool later, accord_due **rows, size_t *count,
				      accord_error *err);
/** @param reason  what is to be known of it all the same ("now a consent wall"), or NULL */
accord_status accord_store_queue_done(accord_store *store, int64_t id, const char *reason, accord_error *err);
/** Try again at `not_before`; counts an attempt. */
accord_status accord_store_queue_retry(accord_store *store, int64_t id, int64_t not_before,
				       const char *reason, accord_error *err);
/** Put a taken one back, no attempt counted (the run ends, the host asked to wait). */
accord_status accord_store_queue_release(accord_store *store, int64_t id, int64_t not_before,
					 accord_error *err);
accord_status accord_store_queue_give_up(accord_store *store, int64_t id, const char *reason,
					 accord_error *err);
accord_status accord_store_queue_count(accord_store *store, accord_due_state state, int64_t *count,
				       accord_error *err);
/** All of one state, oldest first, at most `limit` (0: all). */
accord_status accord_store_queue_list(accord_store *store, accord_arena *arena, accord_due_state state,
				      size_t limit, accord_due **rows, size_t *count, accord_error *err);

/** The newest of all states, newest first. */
accord_status accord_store_queue_newest(accord_store *store, accord_arena *arena, size_t limit, accord_due **rows,
					size_t *count, accord_error *err);

/* Hosts
 * ---------------------------------------------------------------------------------------------------------
 */

/** What an origin (https://host[:port]) asked for: its robots.txt and when it may be asked again. */
typedef struct accord_host_row {
	accord_slice origin;
	accord_slice robots; /**< the file as it came; unknown if never fetched */
	int robots_status;   /**< HTTP status of that answer, 0 for none */
	int64_t robots_expires;
	int64_t not_before; /**< Retry-After or back-off */
	int64_t last_request;
	double delay;    /**< seconds between two requests, 0 if not asked for */
	uint32_t errors; /**< in a row */
} accord_host_row;

/** @return ACCORD_ENOTFOUND for an origin never put */
accord_status accord_store_host_get(accord_store *store, accord_arena *arena, accord_slice origin,
				    accord_host_row *row, accord_error *err);
/** Those that may not be asked before a time after `now`, at most `limit`; origin, not_before and errors only. */
accord_status accord_store_hosts_resting(accord_store *store, accord_arena *arena, int64_t now, size_t limit,
					 accord_host_row **rows, size_t *count, accord_error *err);
accord_status accord_store_host_put(accord_store *store, const accord_host_row *row, accord_error *err);

/* Several crawls on one store (accord_store_shared; else these do nothing, and every turn is free)
 * ------------------------------------------------------------------------------------------------------- */

/** A feed's `next_due`, an article's `not_before`, while the run N has it in hand: this and N. */
#define ACCORD_IN_HAND ((int64_t)1 << 40)

/** Be known as the run `run`, at work as long as this store is open. Take a store for it and for turns that nothing else
 * uses: it must not be in a transaction. */
accord_status accord_store_run_hold(accord_store *store, int64_t run, accord_error *err);
/** What runs have in hand that are no more at work is due at `now`. @param[out] count  of articles */
accord_status accord_store_run_recover(accord_store *store, int64_t now, int64_t *count, accord_error *err);
/** Nothing is in this run's hand any more; what still was, is due at `now`. */
accord_status accord_store_run_release(accord_store *store, int64_t run, int64_t now, accord_error *err);
/**
 * Take the turn to ask a host, for `hold` seconds at most and while the run `run` is at work; no two have it at one
 * time, and nobody while the host rests.
 *
 * @param[out] wait  0: it is ours; else seconds after which to ask again
 */
accord_status accord_store_host_turn(accord_store *store, accord_slice host, int64_t run, double hold, double *wait,
				     accord_error *err);
/** Give the turn back: nobody has it for `pause` seconds. */
accord_status accord_store_host_give_back(accord_store *store, accord_slice host, double pause, accord_error *err);

/* Filters and runs
 * ----------------------------------------------------------------------------------------------- */

/** One rule of which entries are wanted; accord/filter.h applies them. */
typedef struct accord_filter_row {
	int64_t id, feed; /**< feed 0: for all */
	bool keep;        /**< else block */
	accord_slice field, pattern;
} accord_filter_row;

accord_status accord_store_filter_add(accord_store *store, const accord_filter_row *row, int64_t *id,
				      accord_error *err);
/** What only this rule has kept out waits again. @return ACCORD_ENOTFOUND if there is none of that number */
accord_status accord_store_filter_remove(accord_store *store, int64_t id, accord_error *err);
/** All rules, by number. */
accord_status accord_store_filters(accord_store *store, accord_arena *arena, accord_filter_row **rows,
				   size_t *count, accord_error *err);

/** What a fetch did. */
typedef struct accord_run_row {
	int64_t id, began, ended; /**< ended 0: at work, or killed */
	int64_t feeds, unchanged, feeds_failed, queued, stored, changed, articles_failed, deferred, deals, bytes;
} accord_run_row;

/** Write a run down, as a new one (id 0; `run->id` is filled) or again. */
accord_status accord_store_run_put(accord_store *store, accord_run_row *run, accord_error *err);
/** The newest runs, newest first, at most `limit`. */
accord_status accord_store_runs(accord_store *store, accord_arena *arena, size_t limit, accord_run_row **rows,
				size_t *count, accord_error *err);

/* Settings
 * ------------------------------------------------------------------------------------------------------ */

/** A text kept under a name ("new:QUERY" is used by accord deals --new). @return ACCORD_ENOTFOUND if never
 * set */
accord_status accord_store_setting_get(accord_store *store, accord_arena *arena, const char *name,
				       accord_slice *value, accord_error *err);
accord_status accord_store_setting_set(accord_store *store, const char *name, accord_slice value,
				       accord_error *err);
/** @return ACCORD_ENOTFOUND if there is none of that name */
accord_status accord_store_setting_remove(accord_store *store, const char *name, accord_error *err);

/* Care
 * ----------------------------------------------------------------------------------------------------------
 */

typedef struct accord_store_stats {
	int64_t documents, versions, pages, deals, events, companies, feeds, waiting;
	int64_t file_bytes, page_bytes, page_bytes_packed;
} accord_store_stats;

accord_status accord_store_get_stats(accord_store *store, accord_store_stats *stats, accord_error *err);
/** SQLite's integrity check, foreign keys, the full-text index, and that every page unpacks to its hash. */
accord_status accord_store_check(accord_store *store, accord_error *err);
/** A copy of the store as an SQLite file, also while others write; refuses to overwrite. */
accord_status accord_store_backup(accord_store *store, const char *path, accord_error *err);
/**
 * All of a store into an empty one, whichever databases they are in, also while others write to the first. What was
 * written is read again and compared, table by table; one transaction, so that a copy that fails leaves nothing.
 *
 * @return ACCORD_OK; ACCORD_EINPUT if `to` is not empty; ACCORD_ESTORE
 */
accord_status accord_store_copy(accord_store *from, accord_store *to, accord_error *err);
/** Give unused room back to the file system (VACUUM), full-text index optimised. */
accord_status accord_store_compact(accord_store *store, accord_error *err);

#endif
