/**
 * @file feed.h
 * Feeds read into entries: RSS 0.90 to 2.0, RSS 1.0, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1, however
 * damaged. What is whole in a damaged feed is given, with a warning; what is no feed at all is an error.
 *
 * Either at once (accord_feed_parse) or as the bytes come (accord_feed_reader_…), in memory that depends on
 * the longest entry, not on their number. Nothing is ever loaded from elsewhere, and no entity expands to
 * more than a line.
 */
#ifndef ACCORD_FEED_H
#define ACCORD_FEED_H

#include <accord/arena.h>
#include <accord/error.h>
#include <accord/text.h>

typedef enum accord_feed_format {
	ACCORD_FEED_UNKNOWN,
	ACCORD_RSS_090,
	ACCORD_RSS_091,
	ACCORD_RSS_092,
	ACCORD_RSS_093,
	ACCORD_RSS_094,
	ACCORD_RSS_10,
	ACCORD_RSS_20,
	ACCORD_ATOM_03,
	ACCORD_ATOM_10,
	ACCORD_SITEMAP,
	ACCORD_SITEMAP_INDEX, /**< its entries are sitemaps */
	ACCORD_JSON_FEED_10,
	ACCORD_JSON_FEED_11,
	ACCORD_FEED_FORMATS
} accord_feed_format;

/** As the JSON has it: "rss0.91", "atom1.0", "jsonfeed1.1", "sitemap"; "unknown". */
const char *accord_feed_format_name(accord_feed_format format);

/** One entry. A field that the feed does not have is the unknown slice; all is UTF-8 without control
 * characters. */
typedef struct accord_feed_entry {
	accord_slice id;                 /**< guid, atom:id, rdf:about, as written */
	accord_slice link;               /**< absolute, http or https */
	accord_slice title;              /**< plain text on one line */
	accord_slice published, updated; /**< ISO 8601; a time without a zone is taken for UTC */
	accord_slice summary, content;   /**< HTML as the feed has it; plain text is escaped into HTML */
	accord_slice *authors;           /**< names; the address where there is only that */
	size_t author_count;
	accord_slice *categories;
	size_t category_count;
} accord_feed_entry;

typedef struct accord_feed {
	accord_feed_format format;
	accord_slice title, link, lang, updated; /**< as of entries; lang as the feed writes it ("de-AT") */
	accord_slice self;                       /**< where the feed says it lives, or unknown */
	accord_slice hub;                        /**< WebSub hub, or unknown */
	accord_slice next;   /**< next page of the feed (RFC 5005, JSON Feed next_url), or unknown */
	uint32_t ttl;        /**< minutes until it is worth asking again (ttl, sy:updatePeriod); 0 unknown */
	uint32_t skip_hours; /**< bit h: no need to ask in hour h, GMT */
	uint32_t skip_days;  /**< bit d: no need to ask on day d, 0 is Sunday, GMT */
	accord_feed_entry *entries; /**< of accord_feed_parse only */
	size_t entry_count;         /**< entries given so far */
	const char *charset;        /**< encoding that was read, a static string */
	accord_slice warning;       /**< what is wrong with a damaged feed, one sentence; else unknown */
} accord_feed;

typedef struct accord_feed_options {
	const char *base_url;     /**< where the feed was found, for relative links; or NULL */
	const char *content_type; /**< the header as the server sent it, or NULL */
	size_t most_entries;      /**< later ones are left out with a warning; 0 for no limit */
	bool sitemaps;            /**< take a sitemap, or an index of sitemaps, for a feed too */
	size_t judge_after;       /**< bytes of a stream by which its encoding is judged; 0 for 1 MiB */
} accord_feed_options;

/**
 * Read a feed that is in memory.
 *
 * @param arena    owns everything that `feed` will point to
 * @param options  may be NULL
 * @return ACCORD_OK, also for a damaged feed (see warning); ACCORD_EINPUT if it is no feed; ACCORD_ENOMEM
 */
accord_status accord_feed_parse(accord_arena *arena, const char *bytes, size_t len,
				const accord_feed_options *options, accord_feed *feed, accord_error *err);

typedef struct accord_feed_reader accord_feed_reader;

/**
 * Called for each entry as soon as it has ended. `feed` has what was read before it; `entry` lives until the
 * call returns.
 *
 * @return false to stop reading
 */
typedef bool (*accord_feed_entry_seen)(void *context, const accord_feed *feed,
				       const accord_feed_entry *entry);

/** @param options  may be NULL; its texts must live as long as the reader. @return NULL without memory */
accord_feed_reader *accord_feed_reader_new(const accord_feed_options *options, accord_feed_entry_seen seen,
					   void *context);
void accord_feed_reader_free(accord_feed_reader *reader);

/**
 * The next bytes of the feed, in pieces of any size. A JSON Feed, and an encoding that can only be told from
 * the whole, are kept until the end (at most 64 MiB).
 *
 * @return ACCORD_OK; ACCORD_EINPUT as soon as it is clear that this is no feed; ACCORD_ENOMEM
 */
accord_status accord_feed_reader_push(accord_feed_reader *reader, const char *bytes, size_t len,
				      accord_error *err);

/**
 * No more bytes. `*feed` (without its entries) lives as long as the reader.
 *
 * @return as accord_feed_parse
 */
accord_status accord_feed_reader_finish(accord_feed_reader *reader, const accord_feed **feed,
					accord_error *err);

#endif
