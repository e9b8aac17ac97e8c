/*
 * The store: what goes in comes out, once; versions, copies, events; feeds and queue; and the bad days:
 * killed writers, two writers, readers beside a writer, newer schemas, damaged files, folders that cannot be
 * written. With ACCORD_TEST_DB, the URL of a PostgreSQL database (postgresql.sh), the same there, each test in a
 * schema of its own; but what is of files.
 */
#include <accord/query.h>
#include <accord/sql.h>
#include <accord/store.h>
#include <accord/words.h>

#include <errno.h>
#include <libpq-fe.h>
#include <setjmp.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define KILLS 200

/* What only a file can do. */
#define OF_FILES(place)                                                                                      \
	do {                                                                                                 \
		if ((place)->server)                                                                         \
			skip();                                                                              \
	} while (0)

struct place {
	char folder[64], path[512];
	bool server;
	accord_arena *arena;
};

static void make_schema(const char *url, char *path, size_t room)
{
	static int number;
	char text[64];
	PGconn *pg = PQconnectdb(url);
	snprintf(text, sizeof text, "DROP SCHEMA IF EXISTS s%d CASCADE", ++number);
	PQclear(PQexec(pg, "SET client_min_messages = error"));
	PQclear(PQexec(pg, text));
	snprintf(text, sizeof text, "CREATE SCHEMA s%d", number);
	PQclear(PQexec(pg, text));
	PQfinish(pg);
	snprintf(path, room, "%s?options=-csearch_path%%3Ds%d", url, number);
}

static int make_place(void **state)
{
	struct place *p = calloc(1, sizeof *p);
	strcpy(p->folder, "/tmp/accord-store-XXXXXX");
	if (!mkdtemp(p->folder))
		return -1;
	snprintf(p->path, sizeof p->path, "%s/a/b/accord.db", p->folder);
	const char *url = getenv("ACCORD_TEST_DB");
	p->server = url && *url;
	if (p->server)
		make_schema(url, p->path, sizeof p->path);
	p->arena = accord_arena_new(0);
	*state = p;
	return 0;
}

static int remove_place(void **state)
{
	struct place *p = *state;
	static const char *const files[] = {
		"a/b/accord.db", "a/b/accord.db-wal", "a/b/accord.db-shm",
		"a/b/copy.db", "a/b/new.db", "a/b/new.db-wal", "a/b/new.db-shm", "a/b/accord.db.version-1", "a/b/accord.db.version-3", "a/b", "a", ""};
	char path[256];
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		snprintf(path, sizeof path, "%s/%s", p->folder, files[i]);
		chmod(path, 0700);
		if (unlink(path) != 0)
			rmdir(path);
	}
	accord_arena_free(p->arena);
	free(p);
	return 0;
}

static accord_store *opened(struct place *p, accord_store_mode mode)
{
	accord_store *store = NULL;
	accord_error err = {0};
	if (accord_store_open(p->path, mode, &store, &err) != ACCORD_OK)
		fail_msg("%s", err.message);
	return store;
}

static int64_t count(accord_store *store, const char *query)
{
	accord_sql *q = accord_sql_prepare(store, query);
	assert_int_equal(accord_sql_step(q), ACCORD_SQL_ROW);
	int64_t n = accord_sql_int(q, 0);
	accord_sql_close(q);
	return n;
}

/* A document from JSON, stored. */
static accord_put put(accord_store *store, accord_arena *arena, const char *json)
{
	accord_document doc = {0};
	accord_error err = {0};
	accord_put what = ACCORD_PUT_SAME;
	if (accord_document_read(arena, json, strlen(json), &doc, &err) != ACCORD_OK ||
	    accord_store_put_document(store, &doc, NULL, &what, NULL, &err) != ACCORD_OK)
		fail_msg("%s", err.message);
	return what;
}

#define DEAL(type, status, date, parties)                                                                    \
	"{\"type\":\"" type "\",\"status\":\"" status "\",\"date\":" date                                    \
	",\"value\":null,\"object\":null,\"parties\":[" parties                                              \
	"],\"evidence\":[{\"in\":\"text\",\"start\":0,\"end\":5}],\"rule\":\"r\",\"confidence\":0.9}"
#define PARTY(name, role)                                                                                    \
	"{\"id\":\"" name "\",\"name\":\"" name "\",\"role\":\"" role "\",\"kind\":\"company\"}"
#define A_BUYS_B PARTY("a", "acquirer") "," PARTY("b", "target")
#define DOCUMENT(id, published, deals)                                                                       \
	"{\"id\":\"" id "\",\"site\":\"" id ".example\",\"lang\":\"en\",\"title\":\"" id                     \
	"\",\"published\":\"" published "\",\"text\":\"words of " id "\",\"deals\":[" deals "]}"

static void stores_once(void **state)
{
	struct place *p = *state;
	accord_store *store = opened(p, ACCORD_STORE_WRITE);
	const char *first =
		DOCUMENT("one", "2019-11-05", DEAL("acquisition", "announced", "\"2019-11-05\"", A_BUYS_B));
	assert_int_equal(put(store, p->arena, first), ACCORD_PUT_ADDED);
	assert_int_equal(put(store, p->arena, first), ACCORD_PUT_SAME);
	assert_int_equal(put(store, p->arena, DOCUMENT("one", "2019-11-05", "")), ACCORD_PUT_RETAGGED);
	assert_int_equal(count(store, "SELECT count(*) FROM document"), 1);
	assert_int_equal(count(store, "SELECT count(*) FROM deal"), 0);
	/* without an id, the URL is the key; without both, the text */
	assert_int_equal(
		put(store, p->arena, "{\"url\":\"https://x.example/a?utm_source=rss\",\"text\":\"t\"}"),
		ACCORD_PUT_ADDED);
	assert_int_equal(put(store, p->arena, "{\"url\":\"https://x.example/a\",\"text\":\"t\"}"),
			 ACCORD_PUT_SAME);
	assert_true(accord_store_has_url(store, accord_slice_of("https://x.example/a")));
	assert_int_equal(put(store, p->arena, "{\"text\":\"only text\"}"), ACCORD_PUT_ADDED);
	assert_int_equal(put(store, p->arena, "{\"text\":\"only text\"}"), ACCORD_PUT_SAME);
	/* two documents of a set may share a URL */
	assert_int_equal(
		put(store, p->arena, "{\"id\":\"s1\",\"url\":\"https://set.example/\",\"text\":\"x\"}"),
		ACCORD_PUT_ADDED);
	assert_int_equal(
		put(store, p->arena, "{\"id\":\"s2\",\"url\":\"https://set.example/\",\"text\":\"y\"}"),
		ACCORD_PUT_ADDED);
	accord_store_close(store);
}

static void keeps_versions(void **state)
{
	struct place *p = *state;
	accord_store *store = opened(p, ACCORD_STORE_WRITE);
	accord_stored_document doc;
	assert_int_equal(put(store, p->arena, "{\"id\":\"v\",\"title\":\"T\",\"text\":\"früher\"}"),
			 ACCORD_PUT_ADDED);
	assert_int_equal(put(store, p->arena, "{\"id\":\"v\",\"title\":\"T\",\"text\":\"später\"}"),
			 ACCORD_PUT_CHANGED);
	assert_int_equal(accord_store_get_document(store, p->arena, accord_slice_of("v"), &doc, NULL),
			 ACCORD_OK);
	assert_int_equal(doc.version, 2);
	assert_true(accord_slice_is(doc.document.text, "später"));
	assert_int_equal(count(store, "SELECT count(*) FROM document_version WHERE version = 1"), 1);
	assert_int_equal(count(store, "SELECT count(*) FROM article_text WHERE {article_text MATCH 'spater'|words @@ 'spater'}"),
			 1);
	assert_int_equal(count(store, "SELECT count(*) FROM article_text WHERE {article_text MATCH 'fruher'|words @@ 'fruher'}"),
			 0);
	assert_int_equal(accord_store_check(store, NULL), ACCORD_OK);
	accord_store_close(store);
}

static void returns_tags(void **state)
{
	struct place *p = *state;
	accord_store *store = opened(p, ACCORD_STORE_WRITE);
	accord_stored_document doc;
	put(store, p->arena,
	    "{\"id\":\"t\",\"lang\":\"de\",\"title\":\"A kauft B\",\"authors\":[\"X "
	    "Y\",\"Z\"],\"published\":\"2020-01-02\","
	    "\"group\":\"g\",\"text\":\"A kauft B für 5 Euro am Montag\","
	    "\"companies\":[{\"in\":\"text\",\"start\":0,\"end\":1,\"text\":\"A\",\"id\":\"a\",\"name\":"
	    "\"A\"}],"
	    "\"dates\":[{\"in\":\"text\",\"start\":24,\"end\":31,\"text\":\"Montag\",\"type\":\"DATE\","
	    "\"value\":\"2019-12-30\"}],"
	    "\"amounts\":[{\"in\":\"text\",\"start\":15,\"end\":21,\"text\":\"5 "
	    "Euro\",\"amount\":5,\"currency\":\"EUR\"}],"
	    "\"deals\":[" DEAL("acquisition", "announced", "null", A_BUYS_B) "]}");
	assert_int_equal(accord_store_get_document(store, p->arena, accord_slice_of("t"), &doc, NULL),
			 ACCORD_OK);
	const accord_document *d = &doc.document;
	assert_int_equal(d->company_count, 1);
	assert_true(accord_slice_is(d->companies[0].name, "A"));
	assert_int_equal(d->date_count, 1);
	assert_true(accord_slice_is(d->dates[0].value, "2019-12-30"));
	assert_int_equal(d->amount_count, 1);
	assert_true(d->amounts[0].money.amount == 5.0);
	assert_int_equal(d->author_count, 2);
	assert_int_equal(d->deal_count, 1);
	assert_int_equal(d->deals[0].party_count, 2);
	assert_int_equal(d->deals[0].evidence[0].end, 5);
	assert_true(accord_slice_is(d->extra, "\"group\":\"g\""));
	accord_store_close(store);
}

static void keeps_pages_once(void **state)
{
	struct place *p = *state;
	accord_store *store = opened(p, ACCORD_STORE_WRITE);
	char bytes[5000];
	memset(bytes, 'x', sizeof bytes);
	int64_t first, again, other;
	accord_page_record page = {.url = accord_slice_of("https://a.example/"),
				   .content_type = accord_slice_of("text/html"),
				   .http_status = 200,
				   .fetched = 10,
				   .bytes = {bytes, sizeof bytes}},
			   back;
	assert_int_equal(accord_store_put_page(store, &page, &first, NULL), ACCORD_OK);
	page.fetched = 20;
	assert_int_equal(accord_store_put_page(store, &page, &again, NULL), ACCORD_OK);
	page.url = accord_slice_of("https://b.example/");
	assert_int_equal(accord_store_put_page(store, &page, &other, NULL), ACCORD_OK);
	assert_int_equal(first, again);
	assert_int_not_equal(first, other);
	assert_int_equal(count(store, "SELECT count(*) FROM page_body"), 1);
	assert_int_equal(accord_store_get_page(store, p->arena, first, &back, NULL), ACCORD_OK);
	assert_int_equal(back.fetched, 20);
	assert_true(accord_slice_equal(back.bytes, page.bytes));
	assert_true(accord_slice_is(back.content_type, "text/html"));
	assert_int_equal(accord_store_get_page(store, p->arena, 99, &back, NULL), ACCORD_ENOTFOUND);
	assert_int_equal(accord_store_check(store, NULL), ACCORD_OK);
	/* SHA-256 of 5000 x, as sha256sum has it */
	assert_int_equal(
		count(store,
		      "SELECT {lower(hex(sha256))|encode(sha256, 'hex')} = "
		      "'c59d3c0480cc2d71d8f646e735e92da65450311eec46e81a5db8c7e6e8a92054' FROM page_body"),
		1);
	accord_store_close(store);
}

static void gathers_reports(void **state)
{
	struct place *p = *state;
	accord_store *store = opened(p, ACCORD_STORE_WRITE);
	accord_event event;
	put(store, p->arena,
	    DOCUMENT("n1", "2019-11-05", DEAL("acquisition", "rumor", "\"2019-11-05\"", A_BUYS_B)));
	assert_int_equal(accord_store_merge(store, false, NULL), ACCORD_OK);
	assert_int_equal(count(store, "SELECT count(*) FROM event"), 1);
	assert_int_equal(accord_store_get_event(store, p->arena, 1, &event, NULL), ACCORD_OK);
	accord_slice id = event.id;
	put(store, p->arena,
	    DOCUMENT("n2", "2019-11-20", DEAL("acquisition", "announced", "\"2019-11-20\"", A_BUYS_B)));
	put(store, p->arena,
	    DOCUMENT("n3", "2020-06-01", DEAL("acquisition", "completed", "\"2019\"", A_BUYS_B)));
	put(store, p->arena,
	    DOCUMENT("n4", "2020-06-01",
		     DEAL("acquisition", "announced", "\"2020-06-01\"",
			  PARTY("c", "acquirer") "," PARTY("b", "target"))));
	assert_int_equal(accord_store_merge(store, false, NULL), ACCORD_OK);
	assert_int_equal(count(store, "SELECT count(*) FROM event"), 2);
	assert_int_equal(accord_store_find_event(store, p->arena, id, &event, NULL), ACCORD_OK);
	assert_int_equal(event.report_count, 3);
	assert_int_equal(event.deal.status, ACCORD_COMPLETED);
	assert_true(accord_slice_is(event.deal.date, "2019-11-20"));
	assert_int_equal(event.history_count, 3);
	/* other rules find less: the event goes on under its id */
	put(store, p->arena, DOCUMENT("n1", "2019-11-05", ""));
	assert_int_equal(accord_store_merge(store, false, NULL), ACCORD_OK);
	assert_int_equal(accord_store_find_event(store, p->arena, id, &event, NULL), ACCORD_OK);
	assert_int_equal(event.report_count, 2);
	/* and all at once gives the same as one by one */
	assert_int_equal(accord_store_merge(store, true, NULL), ACCORD_OK);
	assert_int_equal(accord_store_find_event(store, p->arena, id, &event, NULL), ACCORD_OK);
	assert_int_equal(event.report_count, 2);
	put(store, p->arena, DOCUMENT("n4", "2020-06-01", ""));
	assert_int_equal(accord_store_merge(store, false, NULL), ACCORD_OK);
	assert_int_equal(count(store, "SELECT count(*) FROM event"), 1);
	assert_int_equal(accord_store_check(store, NULL), ACCORD_OK);
	accord_store_close(store);
}

static void runs_the_queue(void **state)
{
	struct place *p = *state;
	accord_store *store = opened(p, ACCORD_STORE_WRITE);
	accord_due due = {.url = accord_slice_of("https://a.example/1"),
			  .link = accord_slice_of("https://a.example/1?x")},
		   *rows;
	accord_feed_row feed = {.url = accord_slice_of("https://a.example/feed")}, *feeds;
	size_t n;
	int64_t waiting;
	bool added;
	assert_int_equal(accord_store_feed_add(store, &feed, &added, NULL), ACCORD_OK);
	assert_true(added);
	assert_int_equal(accord_store_feed_add(store, &feed, &added, NULL), ACCORD_OK);
	assert_false(added);
	assert_int_equal(accord_store_feeds_claim(store, p->arena, 1000, 60, 0, &feeds, &n, NULL), ACCORD_OK);
	assert_int_equal(n, 1);
	assert_int_equal(accord_store_feeds_claim(store, p->arena, 1000, 60, 0, &feeds, &n, NULL), ACCORD_OK);
	assert_int_equal(n, 0); /* leased */
	assert_int_equal(accord_store_feeds_claim(store, p->arena, 1061, 60, 0, &feeds, &n, NULL), ACCORD_OK);
	assert_int_equal(n, 1);
	due.feed = feeds[0].id;
	accord_offer what;
	due.print = 11;
	due.guid = accord_slice_of("tag:1");
	assert_int_equal(accord_store_queue_add(store, &due, &what, NULL), ACCORD_OK);
	assert_int_equal(what, ACCORD_OFFER_ADDED);
	assert_int_equal(accord_store_queue_take(store, p->arena, 1000, 60, 0, true, &rows, &n, NULL), ACCORD_OK);
	assert_int_equal(n, 1);
	assert_int_equal(accord_store_queue_retry(store, rows[0].id, 5000, "HTTP 503", NULL), ACCORD_OK);
	assert_int_equal(accord_store_queue_take(store, p->arena, 4000, 60, 0, true, &rows, &n, NULL), ACCORD_OK);
	assert_int_equal(n, 0);
	assert_int_equal(accord_store_queue_take(store, p->arena, 5000, 60, 0, true, &rows, &n, NULL), ACCORD_OK);
	assert_int_equal(n, 1);
	assert_int_equal(rows[0].attempts, 1);
	assert_true(accord_slice_is(rows[0].reason, "HTTP 503"));
	assert_int_equal(accord_store_queue_done(store, rows[0].id, NULL, NULL), ACCORD_OK);
	assert_int_equal(accord_store_queue_add(store, &due, &what, NULL), ACCORD_OK);
	assert_int_equal(what, ACCORD_OFFER_KNOWN); /* never twice */
	due.url = accord_slice_of("https://a.example/1-new-words");
	assert_int_equal(accord_store_queue_add(store, &due, &what, NULL), ACCORD_OK);
	assert_int_equal(what, ACCORD_OFFER_KNOWN); /* by its id */
	assert_int_equal(accord_store_queue_count(store, ACCORD_DUE_WAITING, &waiting, NULL), ACCORD_OK);
	assert_int_equal(waiting, 0);
	due.print = 12;
	assert_int_equal(accord_store_queue_add(store, &due, &what, NULL), ACCORD_OK);
	assert_int_equal(what, ACCORD_OFFER_CHANGED);
	assert_int_equal(accord_store_queue_count(store, ACCORD_DUE_WAITING, &waiting, NULL), ACCORD_OK);
	assert_int_equal(waiting, 1);
	assert_int_equal(accord_store_feed_remove(store, feed.url, NULL), ACCORD_OK);
	assert_int_equal(accord_store_feed_remove(store, feed.url, NULL), ACCORD_ENOTFOUND);
	accord_host_row host = {.origin = accord_slice_of("https://a.example"),
				.not_before = 7,
				.delay = 1.5},
			back;
	assert_int_equal(accord_store_host_put(store, &host, NULL), ACCORD_OK);
	assert_int_equal(accord_store_host_get(store, p->arena, host.origin, &back, NULL), ACCORD_OK);
	assert_true(back.not_before == 7 && back.delay == 1.5 && !back.robots.data);
	accord_store_close(store);
}

/* A child writes document after document, each in a transaction, telling each when it is in; then it is
 * killed. */
static void write_forever(struct place *p, int tell, int from)
{
	accord_store *store = opened(p, ACCORD_STORE_WRITE);
	for (int i = from;; i++) {
		char json[600];
		snprintf(
			json, sizeof json,
			DOCUMENT("k%d", "2019-11-05", DEAL("acquisition", "announced", "\"2019\"", A_BUYS_B)),
			i, i, i, i);
		put(store, p->arena, json);
		if (i % 3 == 0 && accord_store_merge(store, false, NULL) != ACCORD_OK)
			_exit(1);
		if (write(tell, &i, sizeof i) != (ssize_t)sizeof i)
			_exit(1);
	}
}

static void survives_kill(void **state)
{
	struct place *p = *state;
	int last = -1;
	srand(7);
	for (int run = 0; run < (p->server ? KILLS / 8 : KILLS); run++) {
		int pipes[2];
		assert_int_equal(pipe(pipes), 0);
		pid_t child = fork();
		if (!child) {
			close(pipes[0]);
			write_forever(p, pipes[1], last + 1);
		}
		close(pipes[1]);
		int first; /* to connect to a server takes its time */
		if (p->server && read(pipes[0], &first, sizeof first) == (ssize_t)sizeof first)
			last = first;
		usleep(1000 + (unsigned)rand() % 25000);
		kill(child, SIGKILL);
		for (int told; read(pipes[0], &told, sizeof told) == (ssize_t)sizeof told;)
			last = told;
		close(pipes[0]);
		waitpid(child, NULL, 0);
		accord_store *store = opened(p, ACCORD_STORE_WRITE);
		int64_t stored = count(store, "SELECT count(*) FROM document");
		assert_true(stored >= last + 1); /* all that was told, and at most one more */
		last = (int)stored - 1;
		accord_store_close(store);
	}
	assert_true(last > 10);
	accord_store *store = opened(p, ACCORD_STORE_WRITE);
	assert_int_equal(accord_store_merge(store, false, NULL), ACCORD_OK);
	assert_int_equal(accord_store_check(store, NULL), ACCORD_OK);
	assert_int_equal(count(store, "SELECT count(*) FROM event"), last >= 0 ? 1 : 0);
	assert_int_equal(count(store, "SELECT CAST(coalesce(sum(reports), 0) AS BIGINT) FROM event"), last + 1);
	accord_store_close(store);
}

static void two_writers(void **state)
{
	struct place *p = *state;
	accord_store_close(opened(p, ACCORD_STORE_WRITE));
	pid_t children[2];
	for (int w = 0; w < 2; w++) {
		children[w] = fork();
		if (!children[w]) {
			accord_store *store = opened(p, ACCORD_STORE_WRITE);
			for (int i = 0; i < 100; i++) {
				char json[300];
				snprintf(json, sizeof json, "{\"id\":\"w%d-%d\",\"text\":\"t %d %d\"}", w, i,
					 w, i);
				put(store, p->arena, json);
			}
			accord_store_close(store);
			_exit(0);
		}
	}
	for (int w = 0; w < 2; w++) {
		int status = 1;
		waitpid(children[w], &status, 0);
		assert_int_equal(status, 0);
	}
	accord_store *store = opened(p, ACCORD_STORE_READ);
	assert_int_equal(count(store, "SELECT count(*) FROM document"), 200);
	accord_store_close(store);
}

static void reads_beside_a_writer(void **state)
{
	struct place *p = *state;
	accord_store *writer = opened(p, ACCORD_STORE_WRITE);
	put(writer, p->arena, "{\"id\":\"a\",\"text\":\"x\"}");
	assert_int_equal(accord_store_begin(writer, NULL), ACCORD_OK);
	put(writer, p->arena, "{\"id\":\"b\",\"text\":\"y\"}");
	accord_store *reader = opened(p, ACCORD_STORE_READ);
	assert_int_equal(count(reader, "SELECT count(*) FROM document"), 1);
	assert_int_equal(accord_store_commit(writer, NULL), ACCORD_OK);
	assert_int_equal(count(reader, "SELECT count(*) FROM document"), 2);
	accord_store_close(reader);
	/* what was begun and not committed is gone */
	assert_int_equal(accord_store_begin(writer, NULL), ACCORD_OK);
	put(writer, p->arena, "{\"id\":\"c\",\"text\":\"z\"}");
	accord_store_close(writer);
	reader = opened(p, ACCORD_STORE_READ);
	assert_int_equal(count(reader, "SELECT count(*) FROM document"), 2);
	accord_store_close(reader);
}

static void refuses(struct place *p, accord_store_mode mode, accord_status status, const char *sentence)
{
	accord_store *store = NULL;
	accord_error err = {0};
	assert_int_equal(accord_store_open(p->path, mode, &store, &err), status);
	if (!strstr(err.message, sentence))
		fail_msg("'%s' does not say '%s'", err.message, sentence);
}

static void write_file(const char *path, const void *bytes, size_t len)
{
	FILE *file = fopen(path, "r+");
	file = file ? file : fopen(path, "w");
	assert_non_null(file);
	fwrite(bytes, 1, len, file);
	fclose(file);
}

static void refuses_what_is_none(void **state)
{
	struct place *p = *state;
	OF_FILES(p);
	refuses(p, ACCORD_STORE_READ, ACCORD_ENOTFOUND, "there is no store yet");
	accord_store_close(opened(p, ACCORD_STORE_WRITE)); /* makes the folders */
	unlink(p->path);
	fclose(fopen(p->path, "w")); /* made, and then killed */
	refuses(p, ACCORD_STORE_READ, ACCORD_ENOTFOUND, "there is no store yet");
	accord_store *store = opened(p, ACCORD_STORE_WRITE);
	accord_store_close(store);
	assert_int_equal(truncate(p->path, 0), 0); /* stopped before the first table stood */
	refuses(p, ACCORD_STORE_READ, ACCORD_ENOTFOUND, "there is no store yet");
	store = opened(p, ACCORD_STORE_WRITE);
	put(store, p->arena, "{\"id\":\"a\",\"text\":\"x\"}");
	accord_sql_script(store, "PRAGMA user_version = 9999", NULL);
	accord_store_close(store);
	refuses(p, ACCORD_STORE_READ, ACCORD_ESTORE, "newer accord");
	refuses(p, ACCORD_STORE_WRITE, ACCORD_ESTORE, "newer accord");
	unlink(p->path);
	write_file(p->path,
		   "this is a letter, not a database, and longer than a header of one hundred bytes would "
		   "be, really",
		   96);
	refuses(p, ACCORD_STORE_WRITE, ACCORD_ESTORE, "no accord store");
	unlink(p->path);
	sqlite3 *db = NULL;
	sqlite3_open(p->path, &db);
	sqlite3_exec(db, "CREATE TABLE cookies (x)", NULL, NULL, NULL);
	sqlite3_close(db);
	refuses(p, ACCORD_STORE_WRITE, ACCORD_ESTORE, "another program");
}

static void tells_damage(void **state)
{
	struct place *p = *state;
	OF_FILES(p);
	accord_store *store = opened(p, ACCORD_STORE_WRITE);
	for (int i = 0; i < 200; i++) {
		char json[3000];
		int n = snprintf(json, sizeof json, "{\"id\":\"d%d\",\"text\":\"", i);
		memset(json + n, 'a' + i % 26, 2000);
		strcpy(json + n + 2000, "\"}");
		put(store, p->arena, json);
	}
	accord_store_close(store);
	struct stat info;
	assert_int_equal(stat(p->path, &info), 0);
	FILE *file = fopen(p->path, "r+");
	for (long at = 8192; at < info.st_size; at += 4096) {
		fseek(file, at, SEEK_SET);
		fwrite("\377\377\377\377\377\377\377\377", 1, 8, file);
	}
	fclose(file);
	accord_error err = {0};
	store = NULL;
	accord_status status = accord_store_open(p->path, ACCORD_STORE_WRITE, &store, &err);
	if (status == ACCORD_OK)
		status = accord_store_check(store, &err);
	assert_int_equal(status, ACCORD_ESTORE);
	assert_non_null(strstr(err.message, "damaged"));
	accord_store_close(store);
}

static void backs_up(void **state)
{
	struct place *p = *state;
	char copy[160];
	OF_FILES(p);
	snprintf(copy, sizeof copy, "%s/a/b/copy.db", p->folder);
	accord_store *store = opened(p, ACCORD_STORE_WRITE);
	put(store, p->arena, "{\"id\":\"a\",\"text\":\"x\"}");
	assert_int_equal(accord_store_backup(store, copy, NULL), ACCORD_OK);
	assert_int_equal(accord_store_backup(store, copy, NULL), ACCORD_EIO);
	assert_int_equal(accord_store_compact(store, NULL), ACCORD_OK);
	accord_store_close(store);
	strcpy(p->path, copy);
	store = opened(p, ACCORD_STORE_READ);
	assert_int_equal(count(store, "SELECT count(*) FROM document"), 1);
	accord_store_close(store);
}

static void reads_read_only_folders(void **state)
{
	struct place *p = *state;
	OF_FILES(p);
	char folder[80];
	accord_store *store = opened(p, ACCORD_STORE_WRITE);
	put(store, p->arena, "{\"id\":\"a\",\"text\":\"x\"}");
	accord_store_close(store);
	snprintf(folder, sizeof folder, "%s/a/b", p->folder);
	chmod(p->path, 0444);
	chmod(folder, 0555);
	if (access(folder, W_OK) == 0) { /* root may write anywhere: the child does not want to be root */
		pid_t child = fork();
		if (!child) {
			accord_error err = {0};
			chmod(p->folder, 0755);
			snprintf(folder, sizeof folder, "%s/a", p->folder);
			chmod(folder, 0755);
			if (setgid(65534) != 0 || setuid(65534) != 0)
				_exit(77);
			store = NULL;
			if (accord_store_open(p->path, ACCORD_STORE_READ, &store, &err) != ACCORD_OK)
				_exit(1);
			accord_store_close(store);
			store = NULL;
			_exit(accord_store_open(p->path, ACCORD_STORE_WRITE, &store, &err) == ACCORD_ESTORE &&
					      strstr(err.message, "read-only")
				      ? 0
				      : 2);
		}
		int status = 1;
		waitpid(child, &status, 0);
		assert_true(WIFEXITED(status) && (WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 77));
	} else {
		store = opened(p, ACCORD_STORE_READ);
		assert_int_equal(count(store, "SELECT count(*) FROM document"), 1);
		accord_store_close(store);
		refuses(p, ACCORD_STORE_WRITE, ACCORD_ESTORE, "read-only");
	}
	snprintf(folder, sizeof folder, "%s/a/b", p->folder);
	chmod(folder, 0700);
}

static void tells_full_disk(void **state)
{
	struct place *p = *state;
	OF_FILES(p);
	accord_store *store = opened(p, ACCORD_STORE_WRITE);
	accord_document doc = {.id = accord_slice_of("big")};
	accord_error err = {0};
	char *text = malloc(1000000);
	put(store, p->arena, "{\"id\":\"a\",\"text\":\"x\"}");
	/* a ceiling on pages is SQLite's own way to play a full disk */
	accord_sql_script(store, "PRAGMA max_page_count = 60", NULL);
	memset(text, 'x', 1000000);
	doc.text = (accord_slice){text, 1000000};
	assert_int_equal(accord_store_put_document(store, &doc, NULL, NULL, NULL, &err), ACCORD_ESTORE);
	assert_non_null(strstr(err.message, "disk is full"));
	accord_store_close(store);
	store = opened(p, ACCORD_STORE_WRITE);
	assert_int_equal(count(store, "SELECT count(*) FROM document"), 1);
	assert_int_equal(accord_store_check(store, NULL), ACCORD_OK);
	accord_store_close(store);
	free(text);
}

/* Columns and indexes of all tables, one a line. */
static char *shape(struct place *p, accord_store *store)
{
	static const char query[] =
		"SELECT group_concat(line, char(10)) FROM (SELECT t.name || ' ' || c.name || ' ' || c.type || ' ' || "
		"c.\"notnull\" || ' ' || ifnull(c.dflt_value, '') || ' ' || c.pk AS line FROM sqlite_schema t, "
		"pragma_table_info(t.name) c WHERE t.type = 'table' UNION ALL "
		"SELECT sql FROM sqlite_schema WHERE type <> 'table' AND sql IS NOT NULL ORDER BY 1)";
	accord_sql *q = accord_sql_prepare(store, query);
	assert_int_equal(accord_sql_step(q), ACCORD_SQL_ROW);
	accord_slice text = accord_sql_text(q, 0);
	char *copy = accord_arena_copy(p->arena, text.data, text.len);
	accord_sql_close(q);
	return copy;
}

static char *whole_file(struct place *p, const char *path)
{
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	char *text = accord_arena_calloc(p->arena, 1, 1 << 20);
	assert_true(fread(text, 1, (1 << 20) - 1, file) > 0);
	fclose(file);
	return text;
}

/* tests/stores/version_N.sql are schemas of old, as the programs of their day made them. */
static void brings_old_ones_up_to_date(void **state)
{
	struct place *p = *state;
	OF_FILES(p);
	char path[600];
	sqlite3 *db = NULL;
	accord_feed_row feed;
	accord_store *store = opened(p, ACCORD_STORE_WRITE); /* makes the folders */
	char *fresh = shape(p, store);
	accord_store_close(store);
	unlink(p->path);
	sqlite3_open(p->path, &db);
	assert_int_equal(sqlite3_exec(db, whole_file(p, TEST_STORES "/version_1.sql"), NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db,
				      "INSERT INTO feed (url, added, errors) VALUES ('https://a.example/feed', 5, 2);"
				      "INSERT INTO due (url, feed, added, state) VALUES ('https://a.example/1', 1, 5, 1);"
				      "PRAGMA user_version = 1; PRAGMA application_id = 0x61636364",
				      NULL, NULL, NULL),
			 SQLITE_OK);
	sqlite3_close(db);
	store = opened(p, ACCORD_STORE_WRITE);
	assert_string_equal(shape(p, store), fresh);
	assert_int_equal(accord_store_feed_find(store, p->arena, accord_slice_of("https://a.example/feed"), &feed,
						NULL),
			 ACCORD_OK);
	assert_int_equal(feed.errors, 2);
	assert_int_equal(count(store, "SELECT count(*) FROM due WHERE state = 1 AND later = 0"), 1);
	accord_store_close(store);
	snprintf(path, sizeof path, "%s.version-1", p->path);
	assert_int_equal(access(path, F_OK), 0); /* a copy of what was */
}

/* Version 4 counts what version 3 has. */
static void counts_what_an_old_one_has(void **state)
{
	struct place *p = *state;
	OF_FILES(p);
	sqlite3 *db = NULL;
	accord_error err = {0};
	accord_store *store = opened(p, ACCORD_STORE_WRITE);
	char *fresh = shape(p, store);
	accord_sql_script(store, "PRAGMA journal_mode = DELETE", NULL);
	accord_store_close(store);
	unlink(p->path);
	sqlite3_open(p->path, &db);
	assert_int_equal(sqlite3_exec(db, whole_file(p, TEST_STORES "/version_3.sql"), NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "PRAGMA user_version = 3; PRAGMA application_id = 0x61636364", NULL, NULL, NULL),
			 SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, whole_file(p, TEST_STORES "/version_3_rows.sql"), NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	store = opened(p, ACCORD_STORE_WRITE);
	assert_string_equal(shape(p, store), fresh);
	assert_int_equal(count(store, "SELECT deals FROM event_count WHERE type = 'acquisition' AND year = '2019'"), 2);
	assert_int_equal(count(store, "SELECT reports FROM event_count WHERE year = ''"), 1);
	assert_int_equal(count(store, "SELECT deals * 100 + reports * 10 + articles FROM company_count WHERE company = 1"), 231);
	assert_int_equal(count(store, "SELECT count(*) FROM company_count WHERE first_date = '2019-11' AND last_date = "
				      "'2019-12-05'"),
			 1);
	if (accord_store_check(store, &err) != ACCORD_OK)
		fail_msg("%s", err.message);
	accord_store_close(store);
}

static void knows_a_story_again(void **state)
{
	struct place *p = *state;
	accord_store *store = opened(p, ACCORD_STORE_WRITE);
	accord_document doc = {0};
	accord_slice none = {NULL, 0};
	bool found;
	static const char old[] =
		"{\"url\":\"https://a.example/1-port\",\"site\":\"a.example\",\"title\":\"Port to be widened\","
		"\"published\":\"2019-11-05\",\"text\":\"The port authority will widen the western basin from next "
		"spring, so that two of the new ferries can turn there at the same time; the work is to last three years "
		"and to cost less than was feared at first.\"}";
	put(store, p->arena, old);
	assert_int_equal(accord_document_read(p->arena, old, strlen(old), &doc, NULL), ACCORD_OK);
	doc.url = accord_slice_of("https://a.example/1-western-basin");
	doc.title = accord_slice_of("Western basin");
	assert_int_equal(accord_store_same_story(store, &doc, none, &found, NULL), ACCORD_OK);
	assert_false(found); /* another title, no common entry: a template may be behind it */
	assert_int_equal(accord_store_same_story(store, &doc, accord_slice_of("https://a.example/1-port"), &found,
						 NULL),
			 ACCORD_OK);
	assert_true(found);
	doc.text = accord_slice_of("Other words.");
	assert_int_equal(accord_store_put_document(store, &doc, NULL, NULL, NULL, NULL), ACCORD_OK);
	assert_int_equal(count(store, "SELECT count(*) FROM document"), 1);
	assert_int_equal(count(store, "SELECT version FROM document"), 2);
	/* another site's is a copy, not a version */
	assert_int_equal(accord_document_read(p->arena, old, strlen(old), &doc, NULL), ACCORD_OK);
	doc.url = accord_slice_of("https://b.example/port");
	doc.site = accord_slice_of("b.example");
	assert_int_equal(accord_store_same_story(store, &doc, none, &found, NULL), ACCORD_OK);
	assert_false(found);
	accord_store_close(store);
}

/* The examples of FIPS 180-4, and one of many blocks. */
static void names_bytes_by_their_hash(void **state)
{
	static char many[1000000];
	memset(many, 'a', sizeof many);
	const struct {
		accord_slice bytes;
		const char *hash;
	} cases[] = {
		{{"", 0}, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
		{{"abc", 3}, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
		{{"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56},
		 "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
		{{many, sizeof many}, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char hex[65];
		accord_store_hash(cases[i].bytes, hex);
		assert_string_equal(hex, cases[i].hash);
	}
}

/* The piece of an article that shows what was asked for is cut as SQLite cuts it. */
static void cuts_snippets_as_sqlite(void **state)
{
	struct place *p = *state;
	OF_FILES(p);
	static const char *const words[] = {"hafen", "Werft.", "neue", "die", "Schiff,", "5.4", "über:", "alt", "(kran)", "Kai\\n\\n"};
	static const char *const asked[] = {"\"hafen\"", "\"neue werft\"", "\"uber\"* AND \"die\"",
					    "(\"hafen\" OR \"schiff alt\") NOT (\"neue neue neue\")", "\"die\" AND \"die hafen\""};
	accord_store *store = opened(p, ACCORD_STORE_WRITE);
	size_t compared = 0;
	srand(11);
	for (int i = 0; i < 120; i++) {
		accord_buffer json;
		accord_buffer_init(&json, 1 << 16);
		accord_buffer_append_format(&json, "{\"id\":\"s%d\",\"title\":\"die hafen\",\"text\":\"", i);
		for (int n = 1 + rand() % 90; n > 0; n--)
			accord_buffer_append_format(&json, "%s ", words[rand() % 10]);
		accord_buffer_append_text(&json, "Ende\"}");
		put(store, p->arena, json.data);
		accord_buffer_free(&json);
	}
	accord_sql *q = accord_sql_prepare(store, "SELECT d.text, snippet(article_text, 1, char(1), char(2), '…', 24) FROM "
						  "article_text JOIN document d ON d.id = article_text.rowid WHERE article_text MATCH ?1");
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
		accord_sql_bind_text(q, 1, accord_slice_of(asked[i]));
		for (; accord_sql_step(q) == ACCORD_SQL_ROW; compared++) {
			accord_slice ours = accord_words_snippet(p->arena, accord_sql_text(q, 0), accord_slice_of(asked[i]), 24);
			assert_string_equal(ours.data, accord_sql_text(q, 1).data);
		}
		accord_sql_reset(q);
	}
	accord_sql_close(q);
	assert_true(compared > 200);
	accord_store_close(store);
}

/* The groups of a query as lines; with `slow`, counted deal by deal. */
static char *groups(struct place *p, accord_store *store, const char *text, accord_query_group group, bool slow)
{
	accord_query *query;
	accord_query_unknown *unknown;
	accord_found_group *list;
	accord_query_options options = {.min_confidence = slow ? 1e-9 : 0};
	accord_buffer out;
	size_t n;
	accord_buffer_init(&out, 1 << 20);
	assert_int_equal(accord_query_parse(p->arena, accord_slice_of(text), 18000, &query, NULL), ACCORD_OK);
	assert_int_equal(accord_query_resolve(store, p->arena, query, NULL, NULL, &unknown, &n, NULL), ACCORD_OK);
	int64_t all, newest;
	assert_int_equal(accord_query_count(store, p->arena, query, &options, &all, &newest, NULL), ACCORD_OK);
	accord_buffer_append_format(&out, "%lld in all\n", (long long)all);
	assert_int_equal(accord_query_groups(store, p->arena, query, &options, group, &list, &n, NULL), ACCORD_OK);
	for (size_t i = 0; i < n; i++)
		accord_buffer_append_format(&out, "%.*s %lld %lld %.*s %.*s\n", (int)list[i].id.len, list[i].id.data,
					    (long long)list[i].deals, (long long)list[i].reports, (int)list[i].first.len,
					    list[i].first.data, (int)list[i].last.len, list[i].last.data);
	char *copy = accord_arena_copy(p->arena, out.data, out.len);
	accord_buffer_free(&out);
	return copy;
}

static void expect_counts(struct place *p, accord_store *store)
{
	static const char *const queries[] = {"", "type:licensing", "-status:rumor", "type:acquisition OR status:talks", "c1"};
	accord_error err = {0};
	if (accord_store_check(store, &err) != ACCORD_OK)
		fail_msg("%s", err.message);
	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
		for (int group = ACCORD_GROUP_COMPANY; group <= ACCORD_GROUP_STATUS; group++)
			assert_string_equal(groups(p, store, queries[i], (accord_query_group)group, false),
					    groups(p, store, queries[i], (accord_query_group)group, true));
}

/* A document with up to two deals among five companies, drawn at random. */
static const char *random_document(struct place *p, int id)
{
	static const char *const types[] = {"acquisition", "licensing", "investment"},
				*const statuses[] = {"rumor", "talks", "announced", "completed"},
				*const dates[] = {"null", "\"2019\"", "\"2019-Q2\"", "\"2019-04\"", "\"2019-04-01\"",
						  "\"2015-W01\"", "\"2014-12-30\"", "\"199\"", "\"2021-06-30\""},
				*const roles[][2] = {{"acquirer", "target"}, {"licensor", "licensee"}, {"investor", "recipient"}};
	accord_buffer out;
	accord_buffer_init(&out, 1 << 20);
	accord_buffer_append_format(&out,
				    "{\"id\":\"d%d\",\"site\":\"s%d.example\",\"lang\":\"en\",\"title\":\"t\","
				    "\"published\":\"2019-04-0%d\",\"text\":\"words %d of this\",\"companies\":["
				    "{\"in\":\"text\",\"start\":0,\"end\":5,\"id\":\"c%d\",\"name\":\"c%d\"}],\"deals\":[",
				    id, rand() % 3, 1 + rand() % 9, rand(), rand() % 5, rand() % 5);
	for (int i = 0, n = rand() % 3; i < n; i++) {
		int kind = rand() % 3, a = rand() % 5, b = rand() % 5;
		accord_buffer_append_format(
			&out,
			"%s{\"type\":\"%s\",\"status\":\"%s\",\"date\":%s,\"value\":null,\"object\":null,\"parties\":["
			"{\"id\":\"c%d\",\"name\":\"c%d\",\"role\":\"%s\",\"kind\":\"company\"},"
			"{\"id\":\"c%d\",\"name\":\"c%d\",\"role\":\"%s\",\"kind\":\"company\"}],\"evidence\":[{\"in\":"
			"\"text\",\"start\":0,\"end\":5}],\"rule\":\"r\",\"confidence\":0.9}",
			i ? "," : "", types[kind], statuses[rand() % 4], dates[rand() % 9], a, a, roles[kind][0], b, b,
			roles[kind][1]);
	}
	accord_buffer_append_text(&out, "]}");
	const char *copy = accord_arena_copy(p->arena, out.data, out.len);
	accord_buffer_free(&out);
	return copy;
}

/* Whatever comes, changes and goes, in one transaction or in many, taken back or not: what is kept is what is there. */
static void keeps_counts(void **state)
{
	struct place *p = *state;
	accord_error err = {0};
	accord_store *store = opened(p, ACCORD_STORE_WRITE);
	srand(3);
	expect_counts(p, store);
	for (int round = 0; round < 40; round++) {
		bool together = rand() % 2, taken_back = together && rand() % 4 == 0;
		if (together)
			assert_int_equal(accord_store_begin(store, NULL), ACCORD_OK);
		for (int n = rand() % 20; n >= 0; n--)
			put(store, p->arena, random_document(p, rand() % 60));
		accord_page_record page = {.url = accord_slice_of("https://a.example/"), .bytes = accord_slice_of(round % 3 ? "x" : "yy")};
		assert_int_equal(accord_store_put_page(store, &page, NULL, NULL), ACCORD_OK);
		if (round % 5)
			assert_int_equal(accord_store_merge(store, round % 7 == 0, NULL), ACCORD_OK);
		if (taken_back)
			accord_store_rollback(store);
		else if (together)
			assert_int_equal(accord_store_commit(store, NULL), ACCORD_OK);
		expect_counts(p, store);
	}
	assert_true(count(store, "SELECT count(*) FROM event") > 20);
	assert_int_equal(accord_store_compact(store, NULL), ACCORD_OK);
	expect_counts(p, store);
	static const char *const spoiled[] = {
		"UPDATE company_count SET deals = deals + 1 WHERE company = (SELECT min(company) FROM company_count)",
		"UPDATE company_count SET articles = articles - 1 WHERE company = (SELECT max(company) FROM company_count)",
		"UPDATE company_count SET last_date = '2030' WHERE company = (SELECT max(company) FROM company_count)",
		"DELETE FROM event_count WHERE type = 'licensing'",
		"UPDATE event_count SET first_date = '2001' WHERE year = '2019'",
		"UPDATE store_count SET number = number + 1 WHERE name = 'page'",
		"UPDATE event_party SET day = 1 WHERE n = 0",
	};
	for (size_t i = 0; i < sizeof spoiled / sizeof *spoiled; i++) {
		assert_int_equal(accord_sql_script(store, spoiled[i], NULL), ACCORD_OK);
		assert_int_equal(accord_store_check(store, &err), ACCORD_ESTORE);
		assert_non_null(strstr(err.message, "'accord store compact' counts anew"));
		assert_int_equal(accord_store_compact(store, NULL), ACCORD_OK);
		expect_counts(p, store);
	}
	accord_store_close(store);
}

/* A document of 40 words that `text` decides; those of one text are copies. */
static void put_text(accord_store *store, accord_arena *arena, int id, unsigned text)
{
	accord_buffer json;
	accord_buffer_init(&json, 1 << 16);
	accord_buffer_append_format(&json, "{\"id\":\"d%03d\",\"published\":\"2019-04-01\",\"text\":\"", id);
	for (unsigned i = 0; i < 40; i++)
		accord_buffer_append_format(&json, "w%u ", text * 1000 + i);
	accord_buffer_append_text(&json, "\"}");
	put(store, arena, json.data);
	accord_buffer_free(&json);
}

/* Whatever waited, whoever was killed, and in whatever order several wrote: every copy is found, and the index is whole. */
static void finds_copies_of_what_waits(void **state)
{
	struct place *p = *state;
	accord_store *first = opened(p, ACCORD_STORE_WRITE), *second = opened(p, ACCORD_STORE_WRITE);
	srand(5);
	int id = 0;
	for (int round = 0; round < 150; round++) {
		accord_store **one = rand() % 2 ? &first : &second;
		unsigned text = (unsigned)id + 6; /* a few documents have it, and most of them still wait */
		switch (rand() % 9) {
		case 0:
		case 4:
			assert_int_equal(accord_store_bulk(*one, NULL), ACCORD_OK);
			break;
		case 1:
			assert_int_equal(accord_store_end_bulk(*one, NULL), ACCORD_OK);
			break;
		case 2: /* as if it had been killed */
			accord_store_close(*one);
			*one = opened(p, ACCORD_STORE_WRITE);
			break;
		case 3: /* with some that are taken back */
			assert_int_equal(accord_store_begin(*one, NULL), ACCORD_OK);
			put_text(*one, p->arena, id + 50, text - (unsigned)rand() % 6);
			accord_store_rollback(*one);
			break;
		default:
			assert_int_equal(accord_store_begin(*one, NULL), ACCORD_OK);
			for (int n = 0; n < 3; n++) /* now and then one with another text than before */
				put_text(*one, p->arena, rand() % 8 || !id ? id++ : rand() % id, text - (unsigned)rand() % 6);
			assert_int_equal(accord_store_commit(*one, NULL), ACCORD_OK);
		}
		assert_int_equal(count(first, "SELECT count(*) FROM document d JOIN document o ON o.text = d.text AND o.key < d.key "
					      "WHERE d.copy_of IS NULL"),
				 0);
	}
	accord_store_end_bulk(first, NULL);
	accord_store_end_bulk(second, NULL);
	put_text(first, p->arena, id, 7777);
	assert_true(id > 40);
	assert_int_equal(count(first, "SELECT count(*) FROM document d WHERE (SELECT count(*) FROM shingle s WHERE s.document = "
				      "d.id) < 8"),
			 0);
	assert_int_equal(count(first, "SELECT count(*) FROM setting WHERE name = 'copies:indexed'"), 0);
	accord_store_close(first);
	accord_store_close(second);
}

/* After very many the index of words is one piece, and all is found in it. */
static void joins_the_index_of_words(void **state)
{
	struct place *p = *state;
	OF_FILES(p);
	accord_store *store = opened(p, ACCORD_STORE_WRITE);
	assert_int_equal(accord_store_bulk(store, NULL), ACCORD_OK);
	for (int i = 0; i < 2500; i++) {
		if (i % 250 == 0)
			assert_int_equal(accord_store_begin(store, NULL), ACCORD_OK);
		put_text(store, p->arena, i, (unsigned)i);
		if (i % 250 == 249)
			assert_int_equal(accord_store_commit(store, NULL), ACCORD_OK);
	}
	assert_true(count(store, "SELECT count(DISTINCT segid) FROM article_text_idx") > 1);
	assert_int_equal(accord_store_end_bulk(store, NULL), ACCORD_OK);
	assert_int_equal(count(store, "SELECT count(DISTINCT segid) FROM article_text_idx"), 1);
	assert_int_equal(count(store, "SELECT count(*) FROM article_text WHERE article_text MATCH '\"w7007 w7008\"'"), 1);
	assert_int_equal(accord_store_check(store, NULL), ACCORD_OK);
	accord_store_close(store);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_place, remove_place)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(stores_once),
		TEST(keeps_versions),
		TEST(keeps_counts),
		TEST(joins_the_index_of_words),
		TEST(finds_copies_of_what_waits),
		TEST(counts_what_an_old_one_has),
		TEST(returns_tags),
		TEST(keeps_pages_once),
		TEST(gathers_reports),
		TEST(runs_the_queue),
		TEST(knows_a_story_again),
		TEST(brings_old_ones_up_to_date),
		TEST(survives_kill),
		TEST(two_writers),
		TEST(reads_beside_a_writer),
		TEST(refuses_what_is_none),
		TEST(tells_damage),
		TEST(backs_up),
		TEST(reads_read_only_folders),
		TEST(tells_full_disk),
		TEST(cuts_snippets_as_sqlite),
		cmocka_unit_test(names_bytes_by_their_hash),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
