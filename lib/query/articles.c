/*
 * Articles by full text. What people write becomes an FTS5 expression in which every word is a quoted string,
 * so that nothing in it is syntax: `cloud "joint venture" -spiele micros*` is ("cloud" AND "joint venture"
 * AND "micros"*) NOT ("spiele").
 *
 * The most telling come first, unless there are so many that weighing them all takes longer than reading the
 * first ones: then the ones that were stored last.
 */
#include "parser.h"

#include <accord/words.h>

#include <string.h>

#define LONGEST 2000
#define MOST_WORDS 100
#define SNIPPET_WORDS 24
#define BROAD 5000 /* hits from which on they are not weighed */
#define FOREVER ((int64_t)1 << 40)

struct search {
	accord_arena *arena;
	accord_buffer with, without;
	accord_slice lang, site;
	int64_t from, to, today;
	size_t words;
	bool dated;
	accord_error *err;
};

static void add_word(struct search *s, accord_slice word, bool phrase)
{
	bool negated = !phrase && word.len > 1 && (word.data[0] == '-' || word.data[0] == '!'),
	     begins = false;
	if (negated) {
		word.data++;
		word.len--;
	}
	if (!phrase && word.len > 1 && word.data[word.len - 1] == '*') {
		begins = true;
		word.len--;
	}
	accord_buffer *to = negated ? &s->without : &s->with;
	if (to->len)
		accord_buffer_append_text(to, negated ? " OR " : " AND ");
	accord_buffer_append_char(to, '"');
	for (size_t i = 0; i < word.len; i++)
		accord_buffer_append_text(to, word.data[i] == '"' ? "\"\"" : (char[]){word.data[i], '\0'});
	accord_buffer_append_text(to, begins ? "\"*" : "\"");
	s->words++;
}

static accord_status add_field(struct search *s, accord_slice name, accord_slice value, bool *taken)
{
	int64_t from, to;
	*taken = true;
	if (accord_slice_is(name, "lang")) {
		s->lang = value;
		return ACCORD_OK;
	}
	if (accord_slice_is(name, "site")) {
		s->site = value;
		return ACCORD_OK;
	}
	bool since = accord_slice_is(name, "since"), until = accord_slice_is(name, "until"),
	     date = accord_slice_is(name, "date");
	if (!since && !until && !date) {
		*taken = false;
		return ACCORD_OK;
	}
	if (!accord_query_date(value, s->today, &from, &to))
		return accord_error_set(s->err, ACCORD_EINPUT,
					"'%.*s' is no date (2019, 2019-11, last month, 30d)",
					(int)(value.len < 60 ? value.len : 60), value.data);
	s->from = until ? s->from : from;
	s->to = since ? s->to : to;
	s->dated = true;
	return ACCORD_OK;
}

static accord_status read_words(struct search *s, accord_slice text)
{
	for (size_t at = 0; at < text.len;) {
		bool quoted = text.data[at] == '"', taken = false;
		size_t start = at += quoted;
		bool inside = false;
		while (at < text.len && (quoted ? text.data[at] != '"' : inside || text.data[at] != ' ')) {
			inside ^= !quoted && text.data[at] == '"';
			at++;
		}
		accord_slice word = accord_slice_trim((accord_slice){text.data + start, at - start});
		at += at < text.len;
		const char *colon = !quoted && word.len ? memchr(word.data, ':', word.len) : NULL;
		if (!word.len)
			continue;
		if (s->words >= MOST_WORDS)
			return accord_error_set(s->err, ACCORD_EINPUT, "more than %d words", MOST_WORDS);
		if (colon) {
			accord_slice value = {colon + 1, word.len - (size_t)(colon + 1 - word.data)};
			while (value.len && value.data[0] == '"')
				value = (accord_slice){value.data + 1, value.len - 1};
			while (value.len && value.data[value.len - 1] == '"')
				value.len--;
			accord_status status = add_field(
				s, (accord_slice){word.data, (size_t)(colon - word.data)}, value, &taken);
			if (status != ACCORD_OK)
				return status;
		}
		if (!taken)
			add_word(s, word, quoted);
	}
	if (s->without.len && !s->with.len)
		return accord_error_set(s->err, ACCORD_EINPUT,
					"beside words that must not stand there, name one that must");
	return ACCORD_OK;
}

static accord_slice snippet_of(struct search *s, accord_slice words, accord_slice text)
{
	return words.len ? accord_words_snippet(s->arena, text, words, SNIPPET_WORDS) : (accord_slice){NULL, 0};
}

static accord_status read_rows(accord_store *store, struct search *s, accord_sql *q, accord_slice words,
			       accord_found_article **list, size_t *count)
{
	accord_found_article *found = NULL;
	size_t n = 0, room = 0;
	int step;
	while ((step = accord_sql_step(q)) == ACCORD_SQL_ROW) {
		if (n == room) {
			size_t more = room ? 2 * room : 32;
			found = accord_arena_grow(s->arena, found, room * sizeof *found,
						  more * sizeof *found);
			room = more;
			if (!found)
				return accord_error_set(s->err, ACCORD_ENOMEM, "out of memory");
		}
		found[n++] = (accord_found_article){.id = accord_sql_copy(s->arena, q, 0),
						    .url = accord_sql_copy(s->arena, q, 1),
						    .site = accord_sql_copy(s->arena, q, 2),
						    .lang = accord_sql_copy(s->arena, q, 3),
						    .published = accord_sql_copy(s->arena, q, 4),
						    .title = accord_sql_copy(s->arena, q, 5),
						    .snippet = snippet_of(s, words, accord_sql_text(q, 6)),
						    .deals = accord_sql_int(q, 7)};
	}
	*list = found;
	*count = n;
	if (step == ACCORD_SQL_DONE)
		return ACCORD_OK;
	return accord_sql_failed(store, s->err);
}

#define CONDITIONS                                                                                           \
	"(?2 IS NULL OR d.lang = ?2) AND (?3 IS NULL OR d.site = lower(?3)) AND (?4 = 0 OR d.published_day " \
	"BETWEEN ?5 AND ?6) "
#define COLUMNS "SELECT d.key, d.url, d.site, d.lang, d.published, d.title, "
#define DEALS ", (SELECT count(*) FROM deal x WHERE x.document = d.id) "

#define BY_WORDS                                                                                             \
	COLUMNS "d.text" DEALS                                                                               \
		"FROM article_text {CROSS|} JOIN document d ON d.id = article_text.rowid WHERE "             \
		ACCORD_SQL_MATCH("?1") " AND " CONDITIONS "ORDER BY "

static bool is_broad(accord_store *store, accord_slice match)
{
	accord_sql *q = accord_sql_prepare(
		store, "SELECT 1 FROM article_text WHERE " ACCORD_SQL_MATCH("?1") " LIMIT 1 OFFSET ?2");
	accord_sql_bind_text(q, 1, match);
	accord_sql_bind_int(q, 2, BROAD);
	bool broad = accord_sql_step(q) == ACCORD_SQL_ROW;
	accord_sql_close(q);
	return broad;
}

static accord_status search(accord_store *store, struct search *s, size_t limit, accord_found_article **list,
			    size_t *count)
{
	static const char by_rank[] = BY_WORDS ACCORD_SQL_RANK("?1") " LIMIT ?7",
			  by_row[] = BY_WORDS "article_text.rowid DESC LIMIT ?7";
	static const char by_day[] = COLUMNS "NULL" DEALS "FROM document d WHERE ?1 IS NULL AND " CONDITIONS
					     "ORDER BY d.published_day DESC NULLS LAST, d.id DESC LIMIT ?7";
	accord_sql *q = NULL;
	if (s->without.len)
		accord_buffer_append_format(&s->with, ") NOT (%s", s->without.data);
	accord_buffer match;
	accord_buffer_init(&match, 1 << 20);
	if (s->with.len)
		accord_buffer_append_format(&match, "(%s)", s->with.data);
	accord_slice words = {match.data, match.len};
	accord_status status = ACCORD_OK;
	if (match.failed || s->with.failed || s->without.failed)
		status = accord_error_set(s->err, ACCORD_EINPUT, "the query is too large");
	else if (!(q = accord_sql_prepare(store, !words.len                        ? by_day
						 : limit && is_broad(store, words) ? by_row
										   : by_rank)))
		status = accord_sql_failed(store, s->err);
	if (status == ACCORD_OK) {
		accord_sql_bind_text(q, 1, words);
		accord_sql_bind_text(q, 2, s->lang);
		accord_sql_bind_text(q, 3, s->site);
		accord_sql_bind_int(q, 4, s->dated);
		accord_sql_bind_int(q, 5, s->from);
		accord_sql_bind_int(q, 6, s->to);
		accord_sql_bind_int(q, 7, limit ? (int64_t)limit : INT64_MAX);
		status = read_rows(store, s, q, words, list, count);
	}
	accord_sql_close(q);
	accord_buffer_free(&match);
	return status;
}

accord_status accord_articles_find(accord_store *store, accord_arena *arena, accord_slice text, int64_t today,
				   size_t limit, accord_found_article **list, size_t *count,
				   accord_error *err)
{
	struct search s = {.arena = arena, .from = -FOREVER, .to = FOREVER, .today = today, .err = err};
	if (text.len > LONGEST)
		return accord_error_set(err, ACCORD_EINPUT, "a query has at most %d bytes", LONGEST);
	accord_buffer_init(&s.with, 1 << 16);
	accord_buffer_init(&s.without, 1 << 16);
	accord_slice plain;
	accord_status status = accord_text_normalize(arena, text.data ? text.data : "", text.len, &plain);
	if (status == ACCORD_OK)
		status = read_words(&s, plain);
	if (status == ACCORD_OK)
		status = search(store, &s, limit, list, count);
	accord_buffer_free(&s.with);
	accord_buffer_free(&s.without);
	return status;
}
