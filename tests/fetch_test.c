/* URLs, robots.txt, header fields and addresses over their tables; OPML, unpacking and the feeds of a page
 * below. */
#include <accord/content_coding.h>
#include <accord/fetch.h>
#include <accord/opml.h>
#include <accord/url.h>

#include "response.h"
#include "table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <zlib.h>

static accord_arena *arena;

static bool same(const char *what, accord_slice got, const char *want)
{
	if (got.data ? accord_slice_is(got, want) : !strcmp(want, "-"))
		return true;
	fprintf(stderr, "%s: got \"%.*s\", expected \"%s\"\n", what, (int)got.len, got.data ? got.data : "",
		want);
	return false;
}

static bool check_url(char *input, char *expected)
{
	accord_slice key = {NULL, 0}, again = {NULL, 0}, in = {input, table_unescape(input)};
	table_unescape(expected);
	accord_url_canonical(arena, in, &key, NULL);
	if (key.data &&
	    (accord_url_canonical(arena, key, &again, NULL) != ACCORD_OK || !accord_slice_equal(key, again)))
		return same("applied twice", again, key.data);
	return same(input, key, expected);
}

static bool check_resolve(char *input, char *expected)
{
	char *relative = strchr(input, ' ');
	accord_slice absolute = {NULL, 0};
	*relative++ = '\0';
	table_unescape(relative);
	accord_url_resolve(arena, accord_slice_of(input), accord_slice_of(relative), &absolute, NULL);
	return same(relative, absolute, expected);
}

static bool check_robots(char *input, char *expected)
{
	char *bar = strstr(input, " | "), got[64], url[512];
	*bar = '\0';
	size_t len = table_unescape(input);
	accord_robots *robots;
	snprintf(url, sizeof url, "https://zeitung.example%s", bar + 3);
	if (accord_robots_parse(arena, input, len, "AccordBot", &robots, NULL) != ACCORD_OK)
		return false;
	accord_robots_verdict v = accord_robots_check(robots, arena, accord_slice_of(url));
	int n = snprintf(got, sizeof got, v.line ? "%s %u " : "%s - ", v.allowed ? "allowed" : "forbidden",
			 v.line);
	snprintf(got + n, sizeof got - (size_t)n, v.crawl_delay < 0 ? "-" : "%g", v.crawl_delay);
	return same(url, accord_slice_of(got), expected);
}

#define NOON 1572955200

static bool check_header(char *input, char *expected)
{
	struct response response = {.max_age = -1};
	char got[64];
	table_unescape(input);
	response_header_line(&response, "HTTP/1.1 200 OK\r\n", 17, NOON);
	for (char *line = strtok(input, "\n"); line; line = strtok(NULL, "\n"))
		response_header_line(&response, line, strlen(line), NOON);
	long long fresh = response_fresh_until(&response, NOON), retry = response.retry_at;
	snprintf(got, sizeof got, "%lld %lld", fresh ? fresh - NOON : 0, retry ? retry - NOON : 0);
	response_free(&response);
	return same("header", accord_slice_of(got), expected);
}

static bool check_address(char *input, char *expected)
{
	return same(input, accord_slice_of(accord_address_is_public(input) ? "public" : "private"), expected);
}

static void tables(void **state)
{
	(void)state;
	arena = accord_arena_new(0);
	assert_int_equal(table_run(TEST_CASES "/url.cases", check_url), 0);
	assert_int_equal(table_run(TEST_CASES "/resolve.cases", check_resolve), 0);
	assert_int_equal(table_run(TEST_CASES "/robots.cases", check_robots), 0);
	assert_int_equal(table_run(TEST_CASES "/header.cases", check_header), 0);
	assert_int_equal(table_run(TEST_CASES "/address.cases", check_address), 0);
	accord_arena_free(arena);
}

/* Validators come back as they were sent: quotes, W/, odd dates, inner blanks. */
static void validators_stay_as_they_are(void **state)
{
	(void)state;
	struct response response = {.max_age = -1};
	static const char etag[] = "ETag:   W/\"a b\\\"c\"  \r\n",
			  date[] = "last-modified: Tuesday, 5-nov-19 12:00:00\r\n";
	response_header_line(&response, "HTTP/2 200 \r\n", 13, NOON);
	response_header_line(&response, etag, sizeof etag - 1, NOON);
	response_header_line(&response, date, sizeof date - 1, NOON);
	assert_int_equal(response.status, 200);
	assert_string_equal(response.etag, "W/\"a b\\\"c\"");
	assert_string_equal(response.last_modified, "Tuesday, 5-nov-19 12:00:00");
	response_header_line(&response, "HTTP/1.1 304 Not Modified\r\n", 27, NOON);
	assert_null(response.etag);
	response_free(&response);
}

static void header_without_end(void **state)
{
	(void)state;
	struct response response = {.max_age = -1};
	for (int i = 0; i < 40000; i++)
		response_header_line(&response, "X-A: b\r\n", 8, NOON);
	assert_true(response.too_large);
	response_free(&response);
}

static void long_urls_are_refused(void **state)
{
	(void)state;
	arena = accord_arena_new(0);
	char *text = malloc(ACCORD_URL_LONGEST + 2);
	accord_slice key;
	memset(text, 'a', ACCORD_URL_LONGEST + 1);
	memcpy(text, "https://zeitung.example/", 24);
	assert_int_equal(accord_url_canonical(arena, (accord_slice){text, ACCORD_URL_LONGEST}, &key, NULL),
			 ACCORD_OK);
	assert_int_equal(
		accord_url_canonical(arena, (accord_slice){text, ACCORD_URL_LONGEST + 1}, &key, NULL),
		ACCORD_EINPUT);
	free(text);
	accord_arena_free(arena);
}

static void sites(void **state)
{
	(void)state;
	arena = accord_arena_new(0);
	assert_true(accord_slice_is(accord_url_site(arena, accord_slice_of("https://www.zeitung.example/x")),
				    "zeitung.example"));
	assert_true(accord_slice_is(accord_url_site(arena, accord_slice_of("https://m.zeitung.example/")),
				    "zeitung.example"));
	assert_true(accord_slice_is(accord_url_site(arena, accord_slice_of("https://www.example/")),
				    "www.example"));
	assert_null(accord_url_site(arena, accord_slice_of("mailto:a@b.example")).data);
	accord_arena_free(arena);
}

/* Unpacking
 * ------------------------------------------------------------------------------------------------------- */

static size_t deflated(const char *in, size_t len, int window, unsigned char *out, size_t size)
{
	z_stream z = {
		.next_in = (Bytef *)in, .avail_in = (uInt)len, .next_out = out, .avail_out = (uInt)size};
	assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY), Z_OK);
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	deflateEnd(&z);
	return size - z.avail_out;
}

/* All bytes in pieces of `piece`; NULL or what went wrong. */
static const char *unpack(const char *codings, const unsigned char *bytes, size_t len, size_t piece,
			  accord_buffer *out)
{
	accord_content_decoder *decoder = accord_content_decoder_new(codings);
	const char *why = NULL;
	for (size_t at = 0; at < len && !why; at += piece)
		why = accord_content_decoder_push(decoder, (const char *)bytes + at,
					   len - at < piece ? len - at : piece, out);
	if (!why)
		why = accord_content_decoder_end(decoder, out);
	accord_content_decoder_free(decoder);
	return why;
}

static void assert_unpacks(const char *codings, const unsigned char *bytes, size_t len, const char *text)
{
	for (size_t piece = 1; piece <= len; piece = piece * 2 + 1) {
		accord_buffer out;
		accord_buffer_init(&out, 1 << 20);
		assert_null(unpack(codings, bytes, len, piece, &out));
		assert_int_equal(out.len, strlen(text));
		assert_memory_equal(out.data, text, out.len);
		accord_buffer_free(&out);
	}
}

static void codings(void **state)
{
	(void)state;
	static const char text[] =
		"Die Kabelwerk GmbH geht an die Nordlicht AG, teilten beide mit, teilten beide mit.";
	unsigned char gzip[512], twice[512], zlib[512], raw[512];
	size_t gzip_len = deflated(text, sizeof text - 1, 31, gzip, sizeof gzip);
	size_t twice_len = deflated((char *)gzip, gzip_len, 31, twice, sizeof twice);
	size_t zlib_len = deflated(text, sizeof text - 1, 15, zlib, sizeof zlib);
	size_t raw_len = deflated(text, sizeof text - 1, -15, raw, sizeof raw);
	assert_unpacks("gzip", gzip, gzip_len, text);
	assert_unpacks("gzip, X-GZIP", twice, twice_len, text);
	assert_unpacks("deflate", zlib, zlib_len, text);
	assert_unpacks("deflate", raw, raw_len, text);
	assert_unpacks(NULL, gzip, gzip_len, text);                           /* a file that is gzip itself */
	assert_unpacks("gzip", (unsigned char *)text, sizeof text - 1, text); /* declared, not applied */
	assert_unpacks("identity", (unsigned char *)text, sizeof text - 1, text);
	accord_buffer out;
	accord_buffer_init(&out, 1 << 20);
	assert_non_null(unpack("gzip", gzip, gzip_len - 9, 100, &out));
	assert_non_null(unpack("deflate", zlib, zlib_len - 5, 100, &out));
	assert_non_null(unpack("compress", gzip, gzip_len, 100, &out));
	assert_non_null(unpack("br", gzip, gzip_len, 100, &out));
	assert_non_null(unpack("zstd", gzip, gzip_len, 100, &out));
	assert_non_null(unpack("gzip, gzip, gzip, gzip", gzip, gzip_len, 100, &out));
	gzip[gzip_len / 2] ^= 0x55;
	assert_non_null(unpack("gzip", gzip, gzip_len, 100, &out));
	accord_buffer_free(&out);
}

/* 256 MiB of nothing, packed twice into a few hundred bytes: stopped at the ceiling. */
static void bomb(void **state)
{
	(void)state;
	size_t size = (size_t)64 << 20;
	char *nothing = calloc(1, size);
	unsigned char *once = malloc(1 << 20), *twice = malloc(1 << 20);
	size_t once_len = deflated(nothing, size, 31, once, 1 << 20);
	size_t twice_len = deflated((char *)once, once_len, 31, twice, 1 << 20);
	free(nothing);
	accord_buffer out;
	accord_buffer_init(&out, 1 << 20);
	assert_non_null(unpack("gzip, gzip", twice, twice_len, 16384, &out));
	assert_true(out.len <= 1 << 20);
	accord_buffer_free(&out);
	free(once);
	free(twice);
}

/* Lists of feeds
 * -------------------------------------------------------------------------------------------------- */

static const char list[] =
	"<?xml version=\"1.0\"?><opml version=\"2.0\"><head><title>Quellen &amp; Co</title></head><body>"
	"<outline text=\"A/B\"><outline text=\"Tief &lt;unten&gt;\">"
	"<outline type=\"rss\" text=\"Eins\" xmlUrl=\"https://eins.example/rss?a=1&b=2\" "
	"htmlUrl=\"https://eins.example/\" "
	"language=\"de\"/></outline>"
	"<outline type=\"rss\" title=\"Zwei\" text=\"2\" xmlURL=\"feed://zwei.example/rss\" "
	"language=\"it\"/></outline>"
	"<outline text=\"Drei\" xmlUrl=\"https://drei.example/rss\" category=\"/Flach/Hier,/Dort\"/>"
	"<outline text=\"Vier\" xmlUrl=\"javascript:alert(1)\"/>"
	"<outline text=\"100 %\"><outline xmlUrl=\"https://f\xC3\xBCnf.example/\"/></outline></body></opml>";

static void assert_outline(const accord_outline *o, const char *folder, const char *title, const char *url)
{
	assert_true(folder ? accord_slice_is(o->folder, folder) : !o->folder.data);
	assert_true(title ? accord_slice_is(o->title, title) : !o->title.data);
	assert_true(same("url", o->url, url));
}

static void opml(void **state)
{
	(void)state;
	accord_opml first, second;
	accord_buffer out, again;
	arena = accord_arena_new(0);
	assert_int_equal(accord_opml_read(arena, list, sizeof list - 1, &first, NULL), ACCORD_OK);
	assert_int_equal(first.count, 4);
	assert_int_equal(first.refused, 1);
	assert_true(accord_slice_is(first.title, "Quellen & Co"));
	assert_outline(&first.outlines[0], "A%2FB/Tief <unten>", "Eins", "https://eins.example/rss?a=1&b=2");
	assert_outline(&first.outlines[1], "A%2FB", "Zwei", "http://zwei.example/rss");
	assert_outline(&first.outlines[2], "Flach/Hier", "Drei", "https://drei.example/rss");
	assert_outline(&first.outlines[3], "100 %25", NULL, "https://xn--fnf-hoa.example/");
	assert_true(accord_slice_is(first.outlines[0].lang, "de"));
	accord_buffer_init(&out, 1 << 20);
	accord_buffer_init(&again, 1 << 20);
	accord_opml_write(&out, first.title, first.outlines, first.count);
	assert_int_equal(accord_opml_read(arena, out.data, out.len, &second, NULL), ACCORD_OK);
	assert_false(second.damaged);
	accord_opml_write(&again, second.title, second.outlines, second.count);
	assert_int_equal(again.len, out.len);
	assert_memory_equal(again.data, out.data, out.len);
	assert_int_equal(accord_opml_read(arena, "<html><p>nein</html>", 20, &second, NULL), ACCORD_EINPUT);
	assert_int_equal(accord_opml_read(arena, "", 0, &second, NULL), ACCORD_EINPUT);
	accord_buffer_free(&out);
	accord_buffer_free(&again);
	accord_arena_free(arena);
}

static void feeds_of_a_page(void **state)
{
	(void)state;
	static const char page[] =
		"<!DOCTYPE html><head><base href=\"/de/\"><link rel=stylesheet href=a.css>"
		"<link rel='alternate' type='application/json+oembed' href='/oembed?x'>"
		"<LINK REL=Alternate TYPE='application/rss+xml; charset=utf-8' HREF='rss.xml'>"
		"<link rel=alternate type=application/atom+xml href=https://news.example/atom>"
		"<link rel=alternate type=application/rss+xml href=/comments/feed/>"
		"<link rel=alternate hreflang=it href=/it/></head><body><a href=/feed/anders>x</a>";
	static const char plain[] =
		"<p><a href='impressum'>i</a><a href='/blog/feed/'>RSS</a><a href='?feed=rss2'>2</a>";
	accord_slice *feeds, url = accord_slice_of("https://zeitung.example/start");
	arena = accord_arena_new(0);
	assert_int_equal(accord_page_feeds(arena, page, sizeof page - 1, url, &feeds), 2);
	assert_true(accord_slice_is(feeds[0], "https://zeitung.example/de/rss.xml"));
	assert_true(accord_slice_is(feeds[1], "https://news.example/atom"));
	assert_int_equal(accord_page_feeds(arena, plain, sizeof plain - 1, url, &feeds), 2);
	assert_true(accord_slice_is(feeds[0], "https://zeitung.example/blog/feed/"));
	assert_true(accord_slice_is(feeds[1], "https://zeitung.example/start?feed=rss2"));
	accord_arena_free(arena);
}

static void allowed_hosts_are_host_and_port(void **state)
{
	(void)state;
	static const char *const bad[] = {"127.0.0.1",       "127.0.0.1:", ":80", "127.0.0.1:0",
					  "127.0.0.1:99999", "a b:80",     "a:8x"};
	accord_fetcher *fetcher;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		accord_fetch_options options = accord_fetch_defaults();
		options.allow_hosts = &bad[i];
		options.allow_count = 1;
		assert_int_equal(accord_fetcher_new(&options, &fetcher, NULL), ACCORD_EINPUT);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tables),
		cmocka_unit_test(validators_stay_as_they_are),
		cmocka_unit_test(header_without_end),
		cmocka_unit_test(long_urls_are_refused),
		cmocka_unit_test(sites),
		cmocka_unit_test(codings),
		cmocka_unit_test(bomb),
		cmocka_unit_test(opml),
		cmocka_unit_test(feeds_of_a_page),
		cmocka_unit_test(allowed_hosts_are_host_and_port),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
