/*
 * What is PostgreSQL's own: that its tables are those of SQLite, that the same words are found, what is said when it
 * is not there, refuses, or goes away, and that a store may move from one to the other. postgresql.sh gives the server.
 */
#include <accord/sql.h>
#include <accord/store.h>

#include <libpq-fe.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct place {
	char folder[64], file[128], url[512];
	const char *server;
	accord_arena *arena;
};

static void on_server(struct place *p, const char *text)
{
	PGconn *pg = PQconnectdb(p->server);
	PQclear(PQexec(pg, "SET client_min_messages = error"));
	PGresult *result = PQexec(pg, text);
	ExecStatusType status = PQresultStatus(result);
	PQclear(result);
	PQfinish(pg);
	assert_true(status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK);
}

static int make_place(void **state)
{
	static int number;
	struct place *p = calloc(1, sizeof *p);
	char text[64];
	p->server = getenv("ACCORD_TEST_DB");
	strcpy(p->folder, "/tmp/accord-postgresql-XXXXXX");
	if (!p->server || !mkdtemp(p->folder))
		return -1;
	snprintf(p->file, sizeof p->file, "%s/a.db", p->folder);
	snprintf(text, sizeof text, "DROP SCHEMA IF EXISTS p%d CASCADE; CREATE SCHEMA p%d", number, number);
	on_server(p, text);
	snprintf(p->url, sizeof p->url, "%s?options=-csearch_path%%3Dp%d", p->server, number++);
	p->arena = accord_arena_new(0);
	*state = p;
	return 0;
}

static int remove_place(void **state)
{
	struct place *p = *state;
	static const char *const endings[] = {"", "-wal", "-shm"};
	char path[160];
	for (size_t i = 0; i < 3; i++) {
		snprintf(path, sizeof path, "%s%s", p->file, endings[i]);
		unlink(path);
	}
	rmdir(p->folder);
	accord_arena_free(p->arena);
	free(p);
	return 0;
}

static accord_store *opened(const char *path, accord_store_mode mode)
{
	accord_store *store = NULL;
	accord_error err = {0};
	if (accord_store_open(path, mode, &store, &err) != ACCORD_OK)
		fail_msg("%s", err.message);
	return store;
}

static void put(accord_store *store, const char *id, const char *text)
{
	accord_document doc = {.id = accord_slice_of(id), .title = accord_slice_of("Hafen"), .text = accord_slice_of(text)};
	accord_error err = {0};
	if (accord_store_put_document(store, &doc, NULL, NULL, NULL, &err) != ACCORD_OK)
		fail_msg("%s", err.message);
}

static int64_t count(accord_store *store, const char *query)
{
	accord_sql *q = accord_sql_prepare(store, query);
	assert_int_equal(accord_sql_step(q), ACCORD_SQL_ROW);
	int64_t n = accord_sql_int(q, 0);
	accord_sql_close(q);
	return n;
}

/* The answer of a query, its only column a line a row. */
static const char *lines(struct place *p, accord_store *store, const char *query)
{
	accord_buffer out;
	accord_buffer_init(&out, 1 << 20);
	accord_sql *q = accord_sql_prepare(store, query);
	while (accord_sql_step(q) == ACCORD_SQL_ROW) {
		accord_slice line = accord_sql_text(q, 0);
		accord_buffer_append(&out, line.data, line.len);
		accord_buffer_append_char(&out, '\n');
	}
	accord_sql_close(q);
	const char *copy = accord_arena_copy(p->arena, out.data ? out.data : "", out.len);
	accord_buffer_free(&out);
	return copy;
}

/* Tables, columns in their order, types, which may be null, what they are by default. */
static void tables_are_the_same(void **state)
{
	struct place *p = *state;
	static const char of_file[] =
		"SELECT t.name || '.' || c.cid || ' ' || c.name || ' ' || CASE c.type WHEN 'INTEGER' THEN 'bigint' "
		"WHEN 'REAL' THEN 'double precision' WHEN 'BLOB' THEN 'bytea' ELSE lower(c.type) END || "
		"CASE WHEN c.\"notnull\" <> 0 OR c.pk > 0 THEN ' not null' ELSE '' END || ' ' || coalesce(c.dflt_value, '') "
		"FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT GLOB "
		"'article_text*' ORDER BY t.name, c.cid";
	static const char of_server[] =
		"SELECT concat(table_name, '.', ordinal_position - 1, ' ', column_name, ' ', data_type, CASE is_nullable WHEN "
		"'NO' THEN ' not null' END, ' ', column_default) FROM information_schema.columns WHERE table_schema = "
		"current_schema() AND table_name NOT IN ('article_text', 'accord_schema', 'deals', 'reports', 'deal_parties', "
		"'articles') ORDER BY table_name COLLATE \"C\", ordinal_position";
	accord_store *file = opened(p->file, ACCORD_STORE_WRITE), *server = opened(p->url, ACCORD_STORE_WRITE);
	const char *ours = lines(p, file, of_file);
	assert_non_null(strstr(ours, "document.7 authors text"));
	assert_string_equal(ours, lines(p, server, of_server));
	assert_int_equal(count(server, "SELECT count(*) FROM information_schema.columns WHERE table_schema = "
				       "current_schema() AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C' AND "
				       "table_name IN (SELECT relname FROM pg_class WHERE relkind = 'r')"),
			 0);
	accord_store_close(file);
	accord_store_close(server);
}

static void finds_the_same_words(void **state)
{
	struct place *p = *state;
	static const char *const texts[] = {
		"Die Übernahme der Schiffswerft ist perfekt.", "L'azienda è pronta: perché no?", "Straße, STRASSE, Straßen",
		"AT&T and T-Mobile paid 5,4 million", "naïve café; e\xcc\x81t\xc3\xa9 in Łódź", "Ελλάδα Россия 東京 한국",
		"O'Reilly's C++ and .NET 4.5.2", "İstanbul Ørsted Ægir", "joint venture, joint: venture; a venture joint", "x",
	};
	static const char *const asked[] = {
		"\"ubernahme\"", "\"ÜBERNAHME\"", "\"uber\"*", "\"perche\"", "\"l'azienda\"", "\"straße\"", "\"strasse\"",
		"\"strassen\"", "\"at&t\"", "\"5,4\"", "\"5\" AND \"4\"", "\"naive cafe\"", "\"ete\"", "\"łódź\"", "\"lodz\"",
		"\"Ελλαδα\"", "\"Ελλάδα\"", "\"россия\"", "\"東京\"", "\"한국\"", "\"한\"*", "\"c++\"", "\".net 4.5\"",
		"\"istanbul\"", "\"orsted\"", "\"ørsted\"", "\"joint venture\"", "\"venture joint\"", "(\"joint\") NOT (\"a\")",
		"\"hafen\"", "\"hafen die\"", "\"...\"", "\"x\" OR \"...\"", "\"x\" AND \"...\"", "(\"die\" OR \"x\") AND \"hafen\"",
		"\"o'reilly\"", "\"say \"\"x\"\"\"", "\"venture a\"*",
	};
	accord_store *stores[] = {opened(p->file, ACCORD_STORE_WRITE), opened(p->url, ACCORD_STORE_WRITE)};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		for (int s = 0; s < 2; s++) {
			char id[16];
			snprintf(id, sizeof id, "t%zu", i);
			put(stores[s], id, texts[i]);
		}
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
		const char *found[2];
		for (int s = 0; s < 2; s++) {
			accord_buffer out;
			accord_buffer_init(&out, 1 << 16);
			accord_sql *q = accord_sql_prepare(stores[s], "SELECT article_text.rowid FROM article_text WHERE " ACCORD_SQL_MATCH(
									      "?1") " ORDER BY article_text.rowid");
			accord_sql_bind_text(q, 1, accord_slice_of(asked[i]));
			accord_sql_step_result step;
			while ((step = accord_sql_step(q)) == ACCORD_SQL_ROW)
				accord_buffer_append_format(&out, "%lld ", (long long)accord_sql_int(q, 0));
			assert_int_equal(step, ACCORD_SQL_DONE);
			accord_sql_close(q);
			found[s] = accord_arena_copy(p->arena, out.data ? out.data : "", out.len);
			accord_buffer_free(&out);
		}
		if (strcmp(found[0], found[1]) != 0)
			fail_msg("%s: SQLite finds %s, PostgreSQL %s", asked[i], found[0], found[1]);
	}
	accord_store_close(stores[0]);
	accord_store_close(stores[1]);
}

static void refuses(const char *path, accord_store_mode mode, accord_status status, const char *sentence)
{
	accord_store *store = NULL;
	accord_error err = {0};
	char text[600];
	assert_int_equal(accord_store_open(path, mode, &store, &err), status);
	accord_error_text(&err, text, sizeof text);
	if (!strstr(text, sentence))
		fail_msg("'%s' does not say '%s'", text, sentence);
	if (strstr(text, "geheim") || strstr(text, "secret"))
		fail_msg("'%s' tells a password", text);
}

static void refuses_what_is_none(void **state)
{
	struct place *p = *state;
	char other[600];
	refuses(p->url, ACCORD_STORE_READ, ACCORD_ENOTFOUND, "there is no store yet");
	accord_store *store = opened(p->url, ACCORD_STORE_WRITE);
	put(store, "a", "x");
	assert_int_equal(accord_sql_script(store, "UPDATE accord_schema SET version = 9999", NULL), ACCORD_OK);
	accord_store_close(store);
	refuses(p->url, ACCORD_STORE_READ, ACCORD_ESTORE, "newer accord");
	refuses(p->url, ACCORD_STORE_WRITE, ACCORD_ESTORE, "newer accord");
	on_server(p, "DROP SCHEMA IF EXISTS cookies CASCADE; CREATE SCHEMA cookies; CREATE TABLE cookies.page (x int)");
	snprintf(other, sizeof other, "%s?options=-csearch_path%%3Dcookies", p->server);
	refuses(other, ACCORD_STORE_READ, ACCORD_ENOTFOUND, "there is no store yet");
	refuses(other, ACCORD_STORE_WRITE, ACCORD_ESTORE, "another program");
	refuses("postgresql://accord:geheim@127.0.0.1:1/none", ACCORD_STORE_WRITE, ACCORD_ESTORE,
		"postgresql://127.0.0.1:1/none: no connection");
	refuses("postgresql://accord:geheim@[::1/none", ACCORD_STORE_WRITE, ACCORD_EINPUT, "no URL of a database");
	refuses("postgresql://accord:geheim@/none?secret=secret", ACCORD_STORE_READ, ACCORD_EINPUT, "no URL of a database");
	snprintf(other, sizeof other, "%s_missing?password=geheim", p->server);
	refuses(other, ACCORD_STORE_WRITE, ACCORD_ESTORE, "does not exist");
}

static void tells_that_it_went_away(void **state)
{
	struct place *p = *state;
	accord_error err = {0};
	accord_store *store = opened(p->url, ACCORD_STORE_WRITE);
	put(store, "a", "x");
	int64_t pid = count(store, "SELECT pg_backend_pid()");
	char text[80];
	snprintf(text, sizeof text, "SELECT pg_terminate_backend(%lld)", (long long)pid);
	on_server(p, text);
	accord_document doc = {.id = accord_slice_of("b"), .text = accord_slice_of("y")};
	assert_int_equal(accord_store_put_document(store, &doc, NULL, NULL, NULL, &err), ACCORD_ESTORE);
	assert_non_null(strstr(err.message, "run the same command again"));
	assert_int_equal(accord_store_put_document(store, &doc, NULL, NULL, NULL, &err), ACCORD_ESTORE);
	accord_store_close(store);
	store = opened(p->url, ACCORD_STORE_READ);
	assert_int_equal(count(store, "SELECT count(*) FROM document"), 1);
	accord_store_close(store);
}

/* A writer that another holds up longer than lock_timeout ends with a sentence, and nothing of it is kept. */
static void waits_for_its_turn(void **state)
{
	struct place *p = *state;
	accord_error err = {0};
	accord_document doc = {.id = accord_slice_of("b"), .text = accord_slice_of("y")};
	accord_store *first = opened(p->url, ACCORD_STORE_WRITE), *second = opened(p->url, ACCORD_STORE_WRITE);
	assert_int_equal(accord_store_begin(first, NULL), ACCORD_OK);
	put(first, "a", "x");
	assert_int_equal(accord_sql_script(second, "SET lock_timeout = '50ms'", NULL), ACCORD_OK);
	assert_int_equal(accord_store_put_document(second, &doc, NULL, NULL, NULL, &err), ACCORD_ESTORE);
	assert_non_null(strstr(err.message, "another accord has been writing"));
	assert_int_equal(accord_store_commit(first, NULL), ACCORD_OK);
	assert_int_equal(accord_store_put_document(second, &doc, NULL, NULL, NULL, &err), ACCORD_OK);
	assert_int_equal(count(second, "SELECT count(*) FROM document"), 2);
	accord_store_close(first);
	accord_store_close(second);
}

/* What two take at the same time is not the same, and neither waits for the other. */
static void claims_are_apart(void **state)
{
	struct place *p = *state;
	accord_store *first = opened(p->url, ACCORD_STORE_WRITE), *second = opened(p->url, ACCORD_STORE_WRITE);
	accord_due *a, *b;
	size_t n, m;
	for (int i = 0; i < 10; i++) {
		char url[64];
		snprintf(url, sizeof url, "https://a.example/%d", i);
		assert_int_equal(accord_store_queue_add(first, &(accord_due){.url = accord_slice_of(url), .added = 1}, NULL, NULL),
				 ACCORD_OK);
	}
	assert_int_equal(accord_store_begin(first, NULL), ACCORD_OK);
	assert_int_equal(accord_store_queue_take(first, p->arena, 100, 100, 6, false, &a, &n, NULL), ACCORD_OK);
	assert_int_equal(accord_store_queue_take(second, p->arena, 100, 100, 6, false, &b, &m, NULL), ACCORD_OK);
	assert_int_equal(n, 6);
	assert_true(m <= 4); /* those that it looked at and that nobody holds */
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < m; k++)
			assert_true(a[i].id != b[k].id);
	accord_store_rollback(first);
	size_t rest;
	assert_int_equal(accord_store_queue_take(second, p->arena, 100, 100, 0, false, &b, &rest, NULL), ACCORD_OK);
	assert_int_equal(m + rest, 10);
	accord_store_close(first);
	accord_store_close(second);
}

static void add_feed(accord_store *store, const char *url)
{
	accord_store_feed_add(store, &(accord_feed_row){.url = accord_slice_of(url)}, NULL, NULL);
}

/* What gives no rows is not waited for in a transaction: its failure is told by what comes next, and nothing is kept. */
static void tells_failures_later(void **state)
{
	struct place *p = *state;
	accord_error err = {0};
	char url[9000] = "https://a.example/";
	for (size_t i = strlen(url); i < sizeof url - 1; i++)
		url[i] = (char)('a' + rand() % 26); /* too long for an index, and not to be compressed */
	accord_store *store = opened(p->url, ACCORD_STORE_WRITE);
	add_feed(store, "https://a.example/1");
	assert_int_equal(accord_store_begin(store, NULL), ACCORD_OK);
	add_feed(store, "https://a.example/2");
	add_feed(store, url);
	add_feed(store, "https://a.example/3");
	assert_int_equal(accord_store_commit(store, &err), ACCORD_ESTORE);
	assert_non_null(strstr(err.message, "2700 bytes"));
	assert_int_equal(count(store, "SELECT count(*) FROM feed"), 1);
	assert_int_equal(accord_store_begin(store, NULL), ACCORD_OK);
	add_feed(store, url);
	accord_document doc = {.id = accord_slice_of("b"), .text = accord_slice_of("y")};
	assert_int_equal(accord_store_put_document(store, &doc, NULL, NULL, NULL, &err), ACCORD_ESTORE);
	assert_non_null(strstr(err.message, "2700 bytes"));
	accord_store_rollback(store);
	assert_int_equal(accord_store_begin(store, NULL), ACCORD_OK);
	for (int i = 0; i < 200; i++) {
		snprintf(url, sizeof url, "https://b.example/%d", i);
		add_feed(store, url);
	}
	assert_int_equal(accord_store_commit(store, &err), ACCORD_OK);
	assert_int_equal(count(store, "SELECT count(*) FROM feed"), 201);
	accord_store_close(store);
}

/* NULs and broken bytes, which PostgreSQL does not take, become U+FFFD; long texts lose places, not words. */
static void takes_any_bytes(void **state)
{
	struct place *p = *state;
	accord_store *store = opened(p->url, ACCORD_STORE_WRITE);
	accord_document doc = {.id = accord_slice_of("a"), .text = {"x\0y \xff z", 7}};
	accord_stored_document stored;
	assert_int_equal(accord_store_put_document(store, &doc, NULL, NULL, NULL, NULL), ACCORD_OK);
	assert_int_equal(accord_store_get_document(store, p->arena, accord_slice_of("a"), &stored, NULL), ACCORD_OK);
	assert_string_equal(stored.document.text.data, "x\xef\xbf\xbdy \xef\xbf\xbd z");
	accord_buffer text;
	accord_buffer_init(&text, 1 << 24);
	for (int i = 0; i < 400000; i++)
		accord_buffer_append_format(&text, "w%d ", i % 60000);
	accord_buffer_append_text(&text, "ende");
	put(store, "long", text.data);
	accord_buffer_free(&text);
	assert_int_equal(count(store, "SELECT count(*) FROM article_text WHERE words @@ 'w59999'"), 1);
	accord_page_record page = {.url = accord_slice_of("https://a.example/"), .bytes = {"\0\xff<", 3}, .fetched = 5}, back;
	int64_t id;
	assert_int_equal(accord_store_put_page(store, &page, &id, NULL), ACCORD_OK);
	assert_int_equal(accord_store_get_page(store, p->arena, id, &back, NULL), ACCORD_OK);
	assert_int_equal(back.bytes.len, 3);
	assert_memory_equal(back.bytes.data, "\0\xff<", 3);
	accord_store_close(store);
}

static void moves_there_and_back(void **state)
{
	struct place *p = *state;
	char back[160];
	accord_error err = {0};
	accord_page_record page = {.url = accord_slice_of("https://a.example/1"), .bytes = {"\0\xff<", 3}, .fetched = 5};
	accord_store *file = opened(p->file, ACCORD_STORE_WRITE);
	for (int i = 0; i < 700; i++) { /* more than one statement takes, and than one piece of a long answer has */
		char id[16], text[64];
		snprintf(id, sizeof id, "d%d", i);
		snprintf(text, sizeof text, "Die Werft %d baut ein Schiff", i);
		put(file, id, text);
	}
	put(file, "d3", "Die Werft baut kein Schiff");
	accord_store_put_page(file, &page, NULL, NULL);
	accord_store_feed_add(file, &(accord_feed_row){.url = accord_slice_of("https://a.example/feed")}, NULL, NULL);
	accord_store *server = opened(p->url, ACCORD_STORE_WRITE);
	assert_int_equal(accord_store_copy(file, server, &err), ACCORD_OK);
	assert_int_equal(accord_store_copy(file, server, &err), ACCORD_EINPUT);
	assert_non_null(strstr(err.message, "empty"));
	assert_int_equal(count(server, "SELECT count(*) FROM article_text WHERE words @@ 'werft & !ein'"), 1);
	assert_int_equal(count(server, "SELECT count(*) FROM document_version"), 1);
	put(server, "new", "Ein neuer Text"); /* numbers go on behind those that came along */
	assert_int_equal(count(server, "SELECT count(*) FROM document"), 701);
	assert_int_equal(accord_store_check(server, &err), ACCORD_OK);
	snprintf(back, sizeof back, "%s/b.db", p->folder);
	assert_int_equal(accord_store_backup(server, back, &err), ACCORD_OK);
	assert_int_equal(accord_store_backup(server, back, &err), ACCORD_EIO);
	accord_store *copy = opened(back, ACCORD_STORE_WRITE);
	assert_int_equal(count(copy, "SELECT count(*) FROM document"), 701);
	assert_int_equal(count(copy, "SELECT count(*) FROM article_text WHERE article_text MATCH 'schiff'"), 700);
	assert_int_equal(accord_store_check(copy, &err), ACCORD_OK);
	accord_store_close(copy);
	accord_store_close(server);
	accord_store_close(file);
	unlink(back);
	strcat(back, "-wal");
	unlink(back);
	strcpy(back + strlen(back) - 3, "shm");
	unlink(back);
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

/* Columns and indexes of all tables, one a line. */
static const char *shape(struct place *p, accord_store *store)
{
	return lines(p, store,
		     "SELECT line FROM (SELECT concat(table_name, '.', ordinal_position, ' ', column_name, ' ', data_type, "
		     "is_nullable, collation_name) COLLATE \"C\" AS line FROM information_schema.columns WHERE table_schema = "
		     "current_schema() UNION ALL SELECT replace(indexdef, schemaname || '.', '') COLLATE \"C\" FROM pg_indexes WHERE "
		     "schemaname = current_schema()) AS all_lines ORDER BY line");
}

/* tests/stores/version_3_postgresql.sql is the schema of the first program that knew servers. */
static void brings_old_ones_up_to_date(void **state)
{
	struct place *p = *state;
	accord_error err = {0};
	char path[600];
	accord_store *store = opened(p->url, ACCORD_STORE_WRITE);
	const char *fresh = shape(p, store);
	accord_store_close(store);
	on_server(p, "DROP SCHEMA IF EXISTS old CASCADE; CREATE SCHEMA old");
	snprintf(path, sizeof path, "%s?options=-csearch_path%%3Dold", p->server);
	PGconn *pg = PQconnectdb(path);
	static const char *const files[] = {TEST_STORES "/version_3_postgresql.sql", TEST_STORES "/version_3_rows.sql"};
	for (size_t i = 0; i < 2; i++) {
		char *text = whole_file(p, files[i]);
		for (char *at = text; i && (at = strstr(at, "X'00'")); at++)
			memcpy(at, " 'x' ", 5);
		PGresult *result = PQexec(pg, text);
		if (PQresultStatus(result) != PGRES_COMMAND_OK)
			fail_msg("%s", PQresultErrorMessage(result));
		PQclear(result);
	}
	PQfinish(pg);
	refuses(path, ACCORD_STORE_READ, ACCORD_ESTORE, "older than this accord");
	store = opened(path, ACCORD_STORE_WRITE);
	assert_string_equal(shape(p, store), fresh);
	assert_int_equal(count(store, "SELECT version FROM accord_schema"), 4);
	assert_int_equal(count(store, "SELECT deals FROM event_count WHERE type = 'acquisition' AND year = '2019'"), 2);
	assert_int_equal(count(store, "SELECT deals * 100 + reports * 10 + articles FROM company_count WHERE company = 1"), 231);
	assert_int_equal(accord_sql_script(store, "INSERT INTO article_text (rowid, words) VALUES (1, 'words:1')", NULL),
			 ACCORD_OK);
	if (accord_store_check(store, &err) != ACCORD_OK)
		fail_msg("%s", err.message);
	accord_store_close(store);
	accord_store *file = opened(p->file, ACCORD_STORE_WRITE);
	store = opened(path, ACCORD_STORE_READ);
	if (accord_store_copy(store, file, &err) != ACCORD_OK)
		fail_msg("%s", err.message);
	assert_int_equal(count(file, "SELECT deals FROM company_count WHERE company = 2"), 2);
	assert_int_equal(accord_store_check(file, &err), ACCORD_OK);
	accord_store_close(file);
	accord_store_close(store);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_place, remove_place)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(tables_are_the_same),  TEST(finds_the_same_words), TEST(refuses_what_is_none), TEST(tells_that_it_went_away),
		TEST(waits_for_its_turn),   TEST(claims_are_apart),     TEST(takes_any_bytes),      TEST(moves_there_and_back), TEST(brings_old_ones_up_to_date), TEST(tells_failures_later),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
