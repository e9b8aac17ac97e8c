/**
 * @file query.h
 * Questions to the store in the words of people (accord-query(7)), and answers in the forms that people and
 * programs read.
 *
 *   Microsoft Nokia type:licensing since:2016 -status:rumor
 */
#ifndef ACCORD_QUERY_H
#define ACCORD_QUERY_H

#include <accord/json.h>
#include <accord/store.h>

/* Questions
 * ----------------------------------------------------------------------------------------------------- */

typedef enum accord_query_kind {
	ACCORD_QUERY_ALL,     /**< every child */
	ACCORD_QUERY_ANY,     /**< some child */
	ACCORD_QUERY_COMPANY, /**< `words`, in `role` if that is not -1; `companies` once resolved */
	ACCORD_QUERY_TYPE,    /**< `mask` of accord_deal_type */
	ACCORD_QUERY_STATUS,  /**< `mask` of accord_deal_status */
	ACCORD_QUERY_ROLE,    /**< some named company has `role` */
	ACCORD_QUERY_DATE,    /**< between days `from` and `to` */
	ACCORD_QUERY_VALUE,   /**< between `low` and `high`, in `words` (currency) if that is known */
	ACCORD_QUERY_CURRENCY,
	ACCORD_QUERY_CONFIDENCE,
	ACCORD_QUERY_LANG,
	ACCORD_QUERY_SITE,
	ACCORD_QUERY_RULE,
	ACCORD_QUERY_OBJECT,
	ACCORD_QUERY_ID,
	ACCORD_QUERY_FRESH,
	ACCORD_QUERY_TEXT /**< a report's article holds `words` */
} accord_query_kind;

typedef struct accord_query {
	accord_query_kind kind;
	bool negated;
	bool bare; /**< a company word without quotes or field: it may join its neighbours or turn out to be a
		      type */
	bool below, above; /**< `low` itself, `high` itself are left out */
	int role;
	uint32_t mask;
	int64_t from, to;
	double low, high;
	accord_slice words;
	int64_t *companies;
	size_t company_count;
	struct accord_query **children;
	size_t child_count;
} accord_query;

/** Words of a command line as one query: a word that holds blanks behind a field (`since:last month`) is quoted; with `units`
 * one of several that holds blanks ('HMD Global' Nokia) is in parentheses. */
accord_slice accord_query_join(accord_arena *arena, int count, char *const *words, bool units);

/**
 * Read a query. Depth, number of terms and length are limited.
 *
 * @param today  day number (accord/period.h), for "last month"
 * @return ACCORD_OK; ACCORD_EINPUT with a sentence that names the word; ACCORD_ENOMEM
 */
accord_status accord_query_parse(accord_arena *arena, accord_slice text, int64_t today, accord_query **query,
				 accord_error *err);

/** How the query was understood: "(microsoft AND type:licensing AND since:2016-01-01)". For --explain and
 * tests. */
void accord_query_explain(accord_buffer *out, const accord_query *query);

/** Asked for a name that no article of the store uses: the id of the company it is an alias of, or unknown.
 */
typedef accord_slice (*accord_query_alias)(void *context, accord_slice name);

/** Names that nothing in the store goes by, with those that are near. */
typedef struct accord_query_unknown {
	accord_slice name;
	accord_slice near[5];
	size_t near_count;
} accord_query_unknown;

/**
 * Find the companies that the words mean: spelling tolerant (case, diacritics, legal form), neighbouring bare
 * words together where that is a name ("HMD Global"), a bare word that is no company but a type or status as
 * that.
 *
 * @param[out] unknown  in the arena; names that are none
 */
accord_status accord_query_resolve(accord_store *store, accord_arena *arena, accord_query *query,
				   accord_query_alias alias, void *context, accord_query_unknown **unknown,
				   size_t *unknown_count, accord_error *err);

/** The ids of all companies that a resolved query asks for, negated ones left out; at most `room`. */
size_t accord_query_companies(accord_store *store, accord_arena *arena, const accord_query *query,
			      accord_slice *ids, size_t room);

typedef enum accord_query_sort {
	ACCORD_SORT_NEWEST,
	ACCORD_SORT_OLDEST,
	ACCORD_SORT_VALUE,
	ACCORD_SORT_REPORTS,
	ACCORD_SORT_CONFIDENCE,
	ACCORD_SORT_SEEN /**< what the store learned last, first */
} accord_query_sort;

/** "newest", "date", "oldest", "value", "reports", "confidence", "seen"; -1 for none of these. */
int accord_query_sort_from(accord_slice name);

typedef struct accord_query_options {
	accord_query_sort sort;
	size_t limit; /**< 0 for all */
	double min_confidence;
	int64_t changed_after; /**< only events that a merge after this one changed; 0 for all (accord deals
				  --new) */
	bool fresh;            /**< only events of which some report is news of its day */
} accord_query_options;

/** The rows of the events (accord_store_get_event) that answer a resolved query. */
accord_status accord_query_run(accord_store *store, accord_arena *arena, const accord_query *query,
			       const accord_query_options *options, int64_t **rows, size_t *count,
			       accord_error *err);
/** How many there are, `limit` not regarded; `newest` is the number of the last merge that changed anything.
 */
accord_status accord_query_count(accord_store *store, accord_arena *arena, const accord_query *query,
				 const accord_query_options *options, int64_t *count, int64_t *newest,
				 accord_error *err);

typedef enum accord_query_group {
	ACCORD_GROUP_COMPANY,
	ACCORD_GROUP_TYPE,
	ACCORD_GROUP_YEAR,
	ACCORD_GROUP_STATUS
} accord_query_group;

/** "company", "type", "year", "status"; -1 for none of these. */
int accord_query_group_from(accord_slice name);

typedef struct accord_found_group {
	accord_slice id, name; /**< id of a company, else the same; both unknown for deals without a year */
	int64_t deals, reports;
	accord_slice first, last; /**< dates of its oldest and newest deal, or unknown */
} accord_found_group;

/**
 * The deals that answer a resolved query, counted by group: the largest group first, years from the newest
 * on. A deal counts for each of its companies. Of the options, `limit` is that of groups and `sort` is not
 * regarded.
 */
accord_status accord_query_groups(accord_store *store, accord_arena *arena, const accord_query *query,
				  const accord_query_options *options, accord_query_group group,
				  accord_found_group **list, size_t *count, accord_error *err);

/* Saved queries
 * -------------------------------------------------------------------------------------------------- */

typedef struct accord_saved_query {
	accord_slice name, text;
} accord_saved_query;

/**
 * Put saved queries in the place of their names: `@watch since:2019` becomes `(Nokia type:licensing)
 * since:2019`.
 *
 * @param[out] expanded  `text` itself where it has no @name
 * @return ACCORD_OK; ACCORD_EINPUT for a name under which nothing is saved
 */
accord_status accord_query_expand(accord_store *store, accord_arena *arena, accord_slice text,
				  accord_slice *expanded, accord_error *err);
/** Save an expanded query under a name (letters, digits, - _ .), over what stood there. */
accord_status accord_query_save(accord_store *store, accord_slice name, accord_slice text, accord_error *err);
/** @return ACCORD_ENOTFOUND if nothing is saved under that name */
accord_status accord_query_forget(accord_store *store, accord_slice name, accord_error *err);
/** All of them (at most 1000), by name. */
accord_status accord_query_saved_list(accord_store *store, accord_arena *arena, accord_saved_query **list,
				      size_t *count, accord_error *err);

/** A date as people write it: "2019", "Q3 2019", "05.11.2019", "November 2019", "last month", "vor 3 Wochen",
 * "30d". */
bool accord_query_date(accord_slice text, int64_t today, int64_t *from, int64_t *to);

/* Articles and companies
 * ----------------------------------------------------------------------------------------- */

typedef struct accord_found_article {
	accord_slice id, url, site, lang, published, title;
	accord_slice snippet; /**< words around the hit; the hits stand between \1 and \2; unknown if no word
				 was asked */
	int64_t deals;        /**< told in it */
} accord_found_article;

/**
 * Articles by full text: words that must all stand in it, "phrases", -words that must not, begin*; and the
 * fields lang:, site:, since:, until:, date:. The newest first, or with words the most telling first.
 *
 * @param limit  0 for all
 * @return ACCORD_OK; ACCORD_EINPUT for a query that cannot be read
 */
accord_status accord_articles_find(accord_store *store, accord_arena *arena, accord_slice text, int64_t today,
				   size_t limit, accord_found_article **list, size_t *count,
				   accord_error *err);

typedef struct accord_found_company {
	int64_t row;
	accord_slice id, name;
	int64_t deals, articles; /**< for a partner: deals together; articles 0 */
} accord_found_company;

/** Companies by number of deals, or those with a name that fits (tolerant, also as a beginning). */
accord_status accord_companies_find(accord_store *store, accord_arena *arena, accord_slice name, size_t limit,
				    accord_found_company **list, size_t *count, accord_error *err);
/** Those that have deals with one, most deals first. */
accord_status accord_companies_partners(accord_store *store, accord_arena *arena, int64_t row, size_t limit,
					accord_found_company **list, size_t *count, accord_error *err);
/** What articles call it. */
accord_status accord_companies_names(accord_store *store, accord_arena *arena, int64_t row,
				     accord_slice **names, size_t *count, accord_error *err);

/* Answers
 * ------------------------------------------------------------------------------------------------------- */

typedef enum accord_format {
	ACCORD_FORMAT_TABLE,
	ACCORD_FORMAT_LIST,
	ACCORD_FORMAT_JSON,
	ACCORD_FORMAT_NDJSON,
	ACCORD_FORMAT_CSV,
	ACCORD_FORMAT_TSV,
	ACCORD_FORMAT_MARKDOWN,
	ACCORD_FORMAT_HTML,
	ACCORD_FORMAT_ATOM
} accord_format;

/** By name; -1 for none. */
int accord_format_from(accord_slice name);

typedef struct accord_render {
	accord_format format;
	unsigned width;        /**< columns of the terminal */
	bool colour, links;    /**< SGR colours, OSC 8 hyperlinks */
	bool sources, context; /**< each report; the sentence */
	const char *lang;      /**< how values are written: "de", "it", else English */
	accord_slice query;    /**< for titles of HTML and Atom */
	int64_t now;
	size_t written; /**< events so far; the renderer counts */
} accord_render;

/** What stands before the first event, one event, what stands behind the last. */
void accord_render_begin(accord_render *render, accord_buffer *out);
void accord_render_event(accord_render *render, accord_buffer *out, const accord_event *event);
void accord_render_end(accord_render *render, accord_buffer *out);

/** Groups in the format and width of `render`: a table with bars, NDJSON, JSON, CSV, TSV or Markdown; false
 * for another. */
bool accord_render_groups(const accord_render *render, accord_buffer *out, const accord_found_group *groups,
			  size_t count);

/** An event as the contract has it, one JSON object and a newline; the reports only with `sources`. */
void accord_event_write(accord_buffer *out, const accord_event *event, bool sources);

/** A deal in full: parties, value, history, each report with its sentence; `why`: with the reason it was
 * merged. */
void accord_render_deal(accord_render *render, accord_buffer *out, const accord_event *event, bool why);

/** An article with what was found in it: coloured, or in brackets without colours. */
void accord_render_article(accord_render *render, accord_buffer *out, const accord_stored_document *stored);

/**
 * Text for a terminal: control, bidi and invisible characters taken out, white space one blank, cut to
 * `width` columns with "…"; padded with blanks if `pad`. Columns by utf8proc.
 */
void accord_render_text(accord_buffer *out, accord_slice text, size_t width, bool pad);

/** "26.2 bn $", "26,2 Mrd. $", "26,2 mld $"; `lang` as above. */
void accord_render_value(accord_buffer *out, const accord_money *value, const char *lang);

#endif
