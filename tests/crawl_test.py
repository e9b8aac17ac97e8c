#!/usr/bin/env python3
"""accord feeds and accord fetch against tests/server/server.py: what the server counted is what is judged.

    [postgresql.sh] crawl_test.py PATH/TO/accord [PATH/TO/librebinding.so] [TEST…]

With ACCORD_TEST_DB the stores are schemas of that PostgreSQL database.
"""
import json
import os
import re
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "server"))
import server  # noqa: E402

ACCORD = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else "accord"
REBINDING = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 and sys.argv[1].endswith(".so") else None
SITE = server.Site()
COUNT = SITE.counters
SERVER = os.environ.get("ACCORD_TEST_DB")


class Crawl(unittest.TestCase):
    def setUp(self):
        COUNT.reset()
        self.folder = tempfile.TemporaryDirectory()
        self.db = self.another_store()
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": self.folder.name}
        self.environment.pop("ACCORD_CONTACT", None)

    def tearDown(self):
        self.folder.cleanup()

    stores = 0

    def another_store(self):
        Crawl.stores += 1
        if not SERVER:
            return os.path.join(self.folder.name, "%d.db" % Crawl.stores)
        self.psql(SERVER, "CREATE SCHEMA c%d" % Crawl.stores)
        return "%s?options=-csearch_path%%3Dc%d" % (SERVER, Crawl.stores)

    def psql(self, db, query):
        done = subprocess.run([os.environ["ACCORD_TEST_PSQL"], "-qAt", "-R", "\x1e", "-F", "\x1f", "-d", db, "-c", query],
                              capture_output=True, check=True)
        rows = done.stdout.decode().removesuffix("\n").split("\x1e") if done.stdout else []
        words = {"": None, "t": 1, "f": 0}
        return [tuple(words[v] if v in words else int(v) if v.isdigit() else v for v in row.split("\x1f"))
                for row in rows]

    def sql(self, query):
        if SERVER:
            return self.psql(self.db, query)
        with sqlite3.connect(self.db) as connection:
            return connection.execute(query).fetchall()

    def command(self, verb, *words, hosts=True):
        plain = ["--untagged"] if verb == "fetch" else []  # the crawl is judged, not the tags
        allowed = plain + [w for h in SITE.hosts for w in ("--allow-host", h) if hosts]
        return [ACCORD, *verb.split(), "--db", self.db, *allowed, *words]

    def run_accord(self, verb, *words, hosts=True, expect=0):
        done = subprocess.run(self.command(verb, *words, hosts=hosts), capture_output=True, env=self.environment,
                              timeout=600)
        done.out, done.err = done.stdout.decode(), done.stderr.decode()
        if expect is not None:
            self.assertEqual(done.returncode, expect, done.err)
        return done

    def add(self, *paths, host=1):
        self.run_accord("feeds add", "--unchecked", *[SITE.url(p, host) for p in paths], hosts=False)

    def fetch(self, *words, expect=0, delay="0"):
        return self.run_accord("fetch", "--delay", delay, *words, expect=expect)

    def feeds(self):
        lines = self.run_accord("feeds list", "--format", "ndjson", hosts=False).out.splitlines()
        return {json.loads(line)["url"]: json.loads(line) for line in lines}

    def feed(self, path, host=1):
        return self.feeds()[SITE.url(path, host)]

    def hits(self, path, host=None):
        return len(COUNT.of(path, host))

    # 1: validators
    def test_validators_go_back_as_they_came(self):
        self.add("/feed")
        self.fetch("--feeds-only")
        self.fetch("--feeds-only", "--all")
        first, second = COUNT.of("/feed")
        self.assertNotIn("if-none-match", first["headers"])
        self.assertEqual(second["status"], 304)
        self.assertEqual(second["headers"]["if-modified-since"], "Tuesday, 5-nov-2019 08:00:00")

    def test_validators_of_a_304_count(self):
        self.add("/new-etag")
        for _ in range(3):
            self.fetch("--all")
        self.assertEqual([r["headers"].get("if-none-match") for r in COUNT.of("/new-etag")], [None, '"1"', '"2"'])

    def test_no_validators_of_what_could_not_be_read(self):
        self.add("/short", "/cut-gzip")
        self.fetch()
        self.fetch("--all")
        for path in ("/short", "/cut-gzip"):
            self.assertEqual(self.hits(path), 2)
            self.assertNotIn("if-none-match", COUNT.of(path)[1]["headers"])
            self.assertEqual(self.feed(path)["errors"], 2)

    # 2: freshness
    def test_a_feed_is_asked_when_it_is_due(self):
        self.add("/feed", "/fresh", "/ttl")
        self.fetch("--feeds-only")
        self.fetch("--feeds-only")
        for path in ("/feed", "/fresh", "/ttl"):
            self.assertEqual(self.hits(path), 1)

        def hours(path):
            row = self.feed(path)
            ends = [time.mktime(time.strptime(row[k], "%Y-%m-%dT%H:%M:%SZ")) for k in ("last_try", "next_due")]
            return (ends[1] - ends[0]) / 3600
        self.assertLess(hours("/feed"), 2)
        self.assertGreaterEqual(hours("/fresh"), 9.9)
        self.assertGreaterEqual(hours("/ttl"), 9.9)

    def test_hours_and_days_that_a_feed_skips(self):
        self.add("/skip")
        for _ in range(2):  # what the feed said holds for a 304 as well
            self.fetch("--all")
            due = time.strptime(self.feed("/skip")["next_due"], "%Y-%m-%dT%H:%M:%SZ")
            self.assertEqual((due.tm_wday, due.tm_hour), (6, 5))

    # 3: 429
    def test_retry_after_holds_over_runs(self):
        self.add("/busy", "/feed")
        self.fetch(expect=None)
        asked = self.hits("/feed")
        self.fetch("--all", expect=None)
        self.assertEqual(self.hits("/busy"), 1)
        self.assertEqual(self.hits("/feed"), asked)
        self.assertFalse(self.feed("/busy")["disabled"])

    # 4: gone, moved
    def test_gone_stops_and_moved_moves(self):
        self.add("/gone", "/moved")
        self.fetch(expect=1)
        self.fetch("--all", expect=0)
        self.assertEqual((self.hits("/gone"), self.hits("/moved"), self.hits("/new")), (1, 1, 2))
        self.assertTrue(self.feed("/gone")["disabled"])
        self.assertIn(SITE.url("/new"), self.feeds())
        self.assertNotIn(SITE.url("/moved"), self.feeds())

    # 5: politeness
    def test_one_request_a_host_with_a_pause_and_hosts_in_parallel(self):
        for host in (1, 5, 6):
            self.add("/feed", host=host)
        self.fetch(delay="0.3")
        for host in ("127.0.0.1", "127.0.0.5", "127.0.0.6"):
            self.assertEqual(COUNT.parallel[host], 1)
            self.assertEqual(len(COUNT.gaps(host)), 4)
            self.assertGreater(min(COUNT.gaps(host)), 0.28)
        self.assertGreater(COUNT.together, 0)

    def test_hosts_are_taken_in_random_order(self):
        self.add("/html", host=1)
        for host in range(5, 10):
            self.add("/html", host=host)
        orders = set()
        for _ in range(4):  # all four alike once in 370 millions of runs
            COUNT.reset()
            self.fetch("--all", "--jobs", "1", expect=None)
            orders.add(tuple(r["host"] for r in COUNT.of("/html")))
        self.assertGreater(len(orders), 1)

    def test_crawl_delay(self):
        self.add("/new", host=3)
        self.fetch()
        self.assertGreater(min(COUNT.gaps("127.0.0.3")), 0.95)

    # 6: robots.txt
    def test_robots(self):
        self.add("/feed", host=2)
        self.add("/feed", host=4)
        self.add("/aim?to=/geheim/a", host=3)
        self.add("/redirect?to=" + SITE.url("/feed", 2))
        self.fetch(expect=None)
        self.assertEqual({r["path"] for r in COUNT.requests if r["host"] in ("127.0.0.2", "127.0.0.4")}, {"/robots.txt"})
        self.assertEqual(self.hits("/geheim/a"), 0)
        for host in (1, 2, 3):
            mine = [r for r in COUNT.requests if r["host"] == "127.0.0.%d" % host]
            self.assertEqual(mine[0]["path"], "/robots.txt")
            self.assertEqual(sum(r["path"] == "/robots.txt" for r in mine), 1)
        self.fetch("--all", expect=None)
        self.assertEqual(self.hits("/robots.txt", "127.0.0.1"), 1)  # kept for a day
        self.assertIn("line 2: Disallow: /", self.feed("/feed", 2)["last_error"])
        said = self.run_accord("fetch", "--explain", SITE.url("/geheim/a", 3)).out
        self.assertIn("given up", said)
        self.assertIn("Disallow: /geheim/", said)

    def test_every_kind_of_robots_txt(self):
        closed = {10, 12, 13, 14}  # cannot be read: nothing is asked
        for host in range(7, 16):
            self.add("/new", "/geheim/feed", host=host)
        self.fetch(expect=None)
        for host in range(7, 16):
            asked = {r["path"] for r in COUNT.requests if r["host"] == "127.0.0.%d" % host} - {"/robots.txt", "/loop"}
            if host in closed:
                self.assertEqual(asked, set(), host)
            elif host in (8, 9):  # no rules
                self.assertEqual(asked, {"/new", "/geheim/feed", "/artikel/neu"}, host)
            else:
                self.assertEqual(asked - {"/robots-anderswo"}, {"/new", "/artikel/neu"}, host)
        self.assertLess(self.hits("/robots.txt") + self.hits("/loop"), 40)

    def test_robots_verb_asks_the_host(self):
        urls = [SITE.url("/geheim/x", 3), SITE.url("/x", 3), "javascript:0"]
        done = subprocess.run([ACCORD, "robots", "--allow-host", SITE.hosts[2], *urls], capture_output=True)
        first, second, third = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual(done.returncode, 1)
        self.assertEqual((first["allowed"], first["line"], first["crawl_delay"]), (False, 4, 1))
        self.assertTrue(second["allowed"])
        self.assertIn("error", third)
        self.assertEqual(len(COUNT.requests), 1)

    # 7: who we are
    def test_user_agent(self):
        self.add("/new")
        self.fetch("--contact", "https://bot.example/")
        self.assertEqual({re.sub(r"/[0-9.]+ ", "/N ", r["headers"]["user-agent"]) for r in COUNT.requests},
                         {"AccordBot/N (+https://bot.example/)"})

    def test_no_contact_no_questions(self):
        done = subprocess.run([ACCORD, "robots", "https://192.88.98.1/"], capture_output=True, env=self.environment)
        self.assertEqual(done.returncode, 1)
        self.assertIn("contact", json.loads(done.stdout)["error"])

    # 8: it always ends
    def test_every_bad_habit_ends(self):
        bad = ["/bomb", "/endless", "/loop", "/drip"]
        self.add("/feed", "/gzip", "/drip", "/loop", *["/aim?to=" + p for p in bad])
        self.fetch("--timeout", "1", expect=None)
        self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, 1 << 20)  # KiB, sanitizers included
        for path in ("/bomb", "/endless", "/drip"):
            self.assertIn(path, COUNT.cut)
        self.assertLess(self.hits("/loop"), 30)
        self.assertEqual(self.hits("/artikel/hafen"), 1)
        self.assertEqual(self.hits("/artikel/gepackt"), 1)
        self.assertEqual(self.feed("/feed")["errors"], 0)

    def test_answers_that_are_no_http(self):
        good = ["chunked", "ohne-laenge", "vorab", "gzip-gelogen", "doppelt-gepackt"]
        bad = ["kein-http", "stumm", "grosses-feld", "endlose-felder", "chunked-ohne-ende", "chunked-falsch", "zwei-laengen",
               "laenge-negativ", "unbekannt-gepackt", "304-ungefragt", "ohne-ziel"]
        for i, name in enumerate(good + bad):  # a host that answers nothing three times rests
            self.add("/roh/" + name, host=(1, 5, 6, 8, 9)[i % 5])
        self.fetch("--timeout", "5", expect=None)
        rows = {url.rsplit("/", 1)[1]: row for url, row in self.feeds().items()}
        self.assertEqual({n: rows[n]["last_error"] for n in good}, dict.fromkeys(good))
        self.assertEqual({n: rows[n]["errors"] for n in bad}, dict.fromkeys(bad, 1))
        self.assertIn("/roh/endlose-felder", COUNT.cut)
        self.assertIn("256 KiB", rows["endlose-felder"]["last_error"])
        self.assertIn("cut off", rows["chunked-ohne-ende"]["last_error"])
        self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, 1 << 20)

    def test_the_run_has_a_deadline(self):
        self.add("/many")
        done = self.fetch("--deadline", "1", delay="0.2")
        self.assertIn("deferred", done.out)
        self.assertLess(self.hits("/many") + sum(r["path"].startswith("/langsam") for r in COUNT.requests), 20)
        self.fetch()
        self.assertEqual(len({r["path"] for r in COUNT.requests if r["path"].startswith("/langsam")}), 40)

    def test_what_is_given_back_is_not_taken_again(self):
        self.add("/thousand")
        self.fetch("--deadline", "0.5", delay="0.1")
        self.assertLess(len(COUNT.requests), 20)
        self.fetch()
        self.assertEqual(len({r["path"] for r in COUNT.requests if r["path"].startswith("/artikel")}), 1200)

    # 9: lock, kill
    @unittest.skipIf(SERVER, "there it stays: sharing_test.py")
    def test_a_second_run_leaves(self):
        self.add("/many")
        first = subprocess.Popen(self.command("fetch", "--delay", "0"), stdout=subprocess.DEVNULL, env=self.environment)
        while not self.hits("/langsam/3"):
            time.sleep(0.01)
        second = self.fetch("--all")
        self.assertIn("another fetch", second.err)
        self.assertEqual(first.wait(), 0)
        self.assertEqual(self.hits("/many"), 1)

    def test_a_killed_run_is_taken_up(self):
        self.add("/many")
        run = subprocess.Popen(self.command("fetch", "--delay", "0"), stdout=subprocess.DEVNULL, env=self.environment)
        while not self.hits("/langsam/20"):
            time.sleep(0.01)
        run.send_signal(signal.SIGKILL)
        run.wait()
        self.fetch()
        pages = [r["path"] for r in COUNT.requests if r["path"].startswith("/langsam")]
        self.assertEqual(len(set(pages)), 40)
        self.assertLessEqual(max(pages.count(p) for p in set(pages)), 2)
        self.assertEqual(self.articles(), 40)

    def test_an_interrupted_run_gives_back(self):
        self.add("/many")
        run = subprocess.Popen(self.command("fetch", "--delay", "0"), stdout=subprocess.DEVNULL, env=self.environment)
        while not self.hits("/langsam/5"):
            time.sleep(0.01)
        run.send_signal(signal.SIGTERM)
        self.assertEqual(run.wait(), 0)
        self.fetch()
        self.assertEqual(self.articles(), 40)

    def articles(self):
        return self.sql("SELECT count(*) FROM document")[0][0]

    # 10 and 20: wild feeds, and their dates
    def test_a_wild_feed_gives_its_whole_entries(self):
        self.add("/wild")
        done = self.fetch("--verbose", "--feeds-only")
        self.assertIn("damaged: the feed is damaged: cut off inside an entry", done.err)
        rows = self.sql("SELECT title, published, added FROM due ORDER BY id")
        self.assertEqual([r[0] for r in rows], ["Küste & Meer", "Der Hafen", "Il porto è grande", "Später"])
        self.assertEqual(rows[0][1], "2019-11-05T17:06:00+01:00")
        self.assertTrue(rows[1][1].startswith("2019-11-05T17:06"))
        self.assertEqual(rows[2][1], "2019-11-05T17:06:00+01:00")
        self.assertIsNone(rows[3][1])
        self.assertLess(abs(rows[3][2] - time.time()), 60)  # when it was seen stands beside

    # 11: what is no feed
    def test_what_is_no_feed_is_an_error_and_nothing_is_lost(self):
        self.add("/html", "/empty", "/short")
        self.fetch()
        for path in ("/html", "/empty", "/short"):
            self.assertEqual(self.feed(path)["errors"], 1)
            self.assertIsNone(self.feed(path)["last_success"])
        self.assertFalse(self.feed("/html")["disabled"])

    # 12: one story once
    def test_an_article_is_fetched_once(self):
        self.add("/feed", "/other")
        self.fetch()
        self.fetch("--all")
        for story in server.STORIES + ["mole"]:
            self.assertEqual(self.hits("/artikel/" + story), 1)
        self.assertEqual(self.articles(), 4)

    def test_a_claimed_address_is_believed_if_the_story_is_the_same(self):
        self.add(*["/aim?to=/anspruch/" + s for s in ("erster", "zweiter", "start1", "start2")])
        self.fetch()
        self.assertEqual(self.sql("SELECT count(*), max(version) FROM document"), [(4, 1)])
        self.assertEqual(self.sql("SELECT count(*) FROM document WHERE url LIKE '%/anspruch/erster'"), [(1,)])
        self.add("/feed")
        self.fetch()
        self.add("/aim?to=/stummel")
        self.fetch()
        self.assertEqual(self.sql("SELECT version, length(text) > 500 FROM document WHERE url LIKE '%/artikel/hafen'"), [(1, 1)])

    def test_two_feeds_do_not_edit_each_others_entries(self):
        self.add("/feed")
        self.fetch()
        self.sql("UPDATE due SET print = 5")  # as another feed would have told it
        self.sql("UPDATE due SET feed = NULL")
        self.fetch("--all")
        self.sql("UPDATE feed SET etag = NULL, last_modified = NULL")
        self.fetch("--all")
        self.assertEqual(self.hits("/artikel/hafen"), 1)

    def test_where_a_story_stands(self):
        self.add("/new", "/aim?to=/artikel/neu?ausgabe=2")
        self.add("/new", host=5)
        self.fetch()
        said = self.run_accord("fetch", "--explain", SITE.url("/artikel/neu")).out
        self.assertIn("stands at    " + SITE.url("/artikel/neu?ausgabe=2"), said)
        self.assertIn("from         " + SITE.url("/new"), said)

    # 13: edits
    def stage(self, number):
        COUNT.stage = number
        self.sql("UPDATE due SET not_before = 0")  # the pause before a second visit is not what is tried here
        self.fetch("--all")
        self.sql("UPDATE due SET not_before = 0")
        self.fetch("--all")

    def test_edits_are_versions_and_walls_are_not(self):
        self.add("/changing")
        self.stage(0)
        self.assertEqual(self.hits("/wechsel/alter-titel"), 1)
        self.stage(1)
        self.assertEqual(COUNT.of("/wechsel/alter-titel")[1]["headers"]["if-none-match"], '"wechsel-0"')
        self.assertEqual(self.sql("SELECT version, text LIKE '%Mittwoch%' FROM document"), [(2, 1)])
        self.stage(2)
        self.assertEqual(self.sql("SELECT version, text LIKE '%Mittwoch%' FROM document"), [(2, 1)])
        self.assertIn("wall", self.sql("SELECT reason FROM due")[0][0])
        self.stage(3)
        self.assertEqual(self.sql("SELECT version, text LIKE '%Freitag%', url LIKE '%/wechsel/%' FROM document"), [(3, 1, 1)])
        self.assertEqual(self.sql("SELECT count(*) FROM document_url")[0][0], 2)
        self.stage(4)
        self.assertEqual(self.sql("SELECT version, text LIKE '%Freitag%' FROM document"), [(3, 1)])
        self.assertEqual(self.sql("SELECT version FROM document_version ORDER BY version"), [(1,), (2,)])
        self.assertEqual(self.sql("SELECT count(*) FROM page")[0][0], 5)  # what came is kept all the same

    def test_an_edit_is_asked_for_ever_more_rarely(self):
        self.add("/changing")
        for minute in range(4):
            COUNT.stage = 1 if minute % 2 else 0
            self.fetch("--all")
        self.assertEqual(self.hits("/wechsel/alter-titel"), 2)
        self.assertGreater(self.sql("SELECT not_before - added FROM due")[0][0], 3000)

    def test_a_wall_is_no_article(self):
        self.add("/aim?to=/wand", "/aim?to=/umweg/artikel")
        self.fetch()
        self.assertEqual(self.articles(), 0)
        reasons = dict(self.sql("SELECT url, reason FROM due WHERE state = 0 AND attempts = 1"))
        self.assertIn("consent or login wall", reasons[SITE.url("/wand")])
        self.assertIn("led to a page of consent or login", reasons[SITE.url("/umweg/artikel")])

    # 14: full text, and the page itself
    def test_the_page_is_kept_with_where_it_came_from(self):
        self.add("/new")
        self.fetch()
        url, kind, status, address, size = self.sql("SELECT p.url, p.content_type, p.http_status, p.address, b.size FROM page p "
                                                    "JOIN page_body b ON b.id = p.body")[0]
        self.assertEqual((url, kind, status, address), (SITE.url("/artikel/neu"), "text/html", 200, "127.0.0.1"))
        self.assertEqual(size, len(server.page("neu", "127.0.0.1")))
        text = self.sql("SELECT text FROM document")[0][0]
        self.assertEqual(text.count("beginnt am Dienstag der Umbau"), 4)  # the feed has none of it
        self.assertNotIn("Start", text)
        before = len(COUNT.requests)
        self.run_accord("reprocess", hosts=False)  # offline
        self.assertEqual(len(COUNT.requests), before)
        self.assertEqual(self.sql("SELECT text FROM document")[0][0], text)

    def test_pages_go_out_as_a_web_archive_and_in_again(self):
        self.add("/new", "/feed")
        self.fetch()
        path = os.path.join(self.folder.name, "all.warc")
        with open(path, "wb") as file:
            file.write(subprocess.run(self.command("export", "--warc")[:4] + ["--warc"], env=self.environment,
                                      capture_output=True, check=True).stdout)
        with open(path, "rb") as file:
            archive = file.read()
        self.assertEqual(archive.count(b"WARC-Type: response"), 4)
        self.assertEqual(archive.count(b"WARC-IP-Address: 127.0.0.1\r\n"), 8)
        self.assertIn(b"GET /artikel/neu HTTP/1.1\r\nHost: " + SITE.hosts[0].encode(), archive)
        self.assertIn(server.page("neu", "127.0.0.1"), archive)
        texts = self.sql("SELECT title, text FROM document ORDER BY title")
        self.db = self.another_store()
        self.run_accord("import", path, hosts=False)
        self.assertEqual(self.sql("SELECT title, text FROM document ORDER BY title"), texts)

    # 15: filters
    def filter(self, *words):
        self.run_accord("filters", *words, hosts=False)

    def states(self):
        return {url.rsplit("/", 1)[1]: (state, reason) for url, state, reason in
                self.sql("SELECT url, state, reason FROM due")}

    def test_filters_keep_and_block(self):
        self.add("/rubriken")
        self.filter("add", "block", "title", "^anzeige")
        self.filter("add", "keep", "category", "wirtschaft", "--feed", SITE.url("/rubriken"))
        self.fetch()
        states = self.states()
        self.assertEqual({k: v[0] for k, v in states.items()}, {"r1": 1, "r2": 2, "r3": 2, "r4": 1})
        self.assertEqual(states["r3"][1], "filter 1: block title /^anzeige/")
        self.assertEqual(states["r2"][1], "filter: no keep rule hit")
        self.assertEqual(self.hits("/artikel/r2") + self.hits("/artikel/r3"), 0)
        said = self.run_accord("fetch", "--explain", SITE.url("/artikel/r3")).out
        self.assertIn("filter 1: block title /^anzeige/", said)
        self.filter("remove", "1")  # what only it has kept out comes after all
        self.fetch("--all")
        self.assertEqual(self.hits("/artikel/r3"), 1)

    def test_a_filter_over_content_sees_the_article(self):
        self.add("/rubriken")
        self.filter("add", "keep", "content", "Schiffe|meldete der Hafen|Reederei mit")  # a teaser, or an article's text
        self.filter("add", "block", "content", "Nachspielzeit")
        self.fetch()
        self.assertEqual({k: v[0] for k, v in self.states().items()}, {"r1": 1, "r2": 2, "r3": 1, "r4": 1})
        self.filter("add", "block", "content", "beginnt am Dienstag")
        self.sql("UPDATE due SET state = 0, not_before = 0 WHERE url LIKE '%r4'")
        self.fetch()
        self.assertIn("filter 3: block content", self.states()["r4"][1])

    def test_a_filter_can_be_tried(self):
        self.add("/rubriken")
        self.filter("add", "block", "title", "derby")
        done = self.run_accord("filters test", "--try", "block any möbel", "--format", "ndjson", SITE.url("/rubriken"))
        tried = [json.loads(line) for line in done.out.splitlines()]
        self.assertEqual([(t["answer"], t.get("filter"), t.get("hit")) for t in tried],
                         [("keep", None, None), ("block", 1, "Derby"), ("block", 0, "Möbel"), ("keep", None, None)])
        self.assertEqual(self.sql("SELECT count(*) FROM due")[0][0], 0)
        path = os.path.join(self.folder.name, "feed.xml")
        with open(path, "wb") as file:
            file.write(server.feed("http://k.example", [("Derby", "http://k.example/d")]))
        self.assertIn("filter 1, title: Derby", self.run_accord("filters test", path, hosts=False).out)
        self.fetch()
        self.assertIn("2 wanted", self.run_accord("filters test", "--try", "block title reederei", hosts=False).err)
        self.assertIn("0 wanted", self.run_accord("filters test", "--try", "block content die.reederei", hosts=False).err)

    def test_a_filter_with_a_mistake_is_refused(self):
        for words in (["add", "block", "title", "(("], ["add", "block", "colour", "x"], ["add", "hide", "title", "x"]):
            self.run_accord("filters", *words, hosts=False, expect=1)
        self.run_accord("filters add", "block", "title", hosts=False, expect=2)
        self.run_accord("filters remove", "9", hosts=False, expect=1)
        self.assertEqual(self.run_accord("filters", hosts=False).out, "")

    def test_a_cookie_goes_back_within_a_request_and_no_further(self):
        self.add("/aim?to=/keks", "/aim?to=/keks/fort")
        self.fetch()
        self.assertEqual([r["headers"].get("cookie") for r in COUNT.of("/keks")], [None, "besuch=1"])
        self.assertEqual([r["headers"].get("cookie") for r in COUNT.of("/keks/fort")], [None, "besuch=1"])
        self.assertEqual([r["headers"].get("cookie") for r in COUNT.of("/artikel/fort")], [None])
        self.assertEqual(self.articles(), 2)

    # sitemaps
    def test_backfill_from_the_sitemaps_that_robots_txt_names(self):
        site = SITE.url("/", 6)
        done = self.fetch("--backfill", site, "--limit", "8", "--since", "2019-11-05", "--contact", "a@b.example")
        self.assertIn("8 articles queued", done.out)
        self.assertEqual(self.articles(), 8)
        self.assertEqual((self.hits("/karten"), self.hits("/karten/2018.xml"), self.hits("/karten/2019.xml.gz")), (1, 0, 1))
        self.assertEqual(self.hits("/karten/bilder-images.xml"), 0)
        self.fetch("--backfill", site, "--since", "2019-11-05", "--contact", "a@b.example")  # goes on
        self.assertEqual(self.articles(), 16)
        self.assertEqual(max(self.hits("/artikel/meldung-aus-dem-hafen-%d" % d) for d in range(1, 21)), 1)
        self.assertEqual(self.hits("/thema") + self.hits("/"), 0)
        self.fetch("--backfill", site, "--contact", "a@b.example")
        self.assertEqual(self.articles(), 25)

    def test_a_news_sitemap_is_a_feed(self):
        self.add("/nachrichtenkarte", "/karten")
        self.fetch()
        self.fetch("--all")
        self.assertEqual((self.hits("/artikel/heute"), self.hits("/artikel/damals")), (1, 0))
        self.assertEqual(self.feed("/nachrichtenkarte")["unchanged"], 1)
        self.assertIn("index of sitemaps", self.feed("/karten")["last_error"])

    def test_news_go_before_the_backfill(self):
        self.fetch("--backfill", SITE.url("/karten/2018.xml"), "--feeds-only")
        self.add("/feed")
        self.fetch()
        order = [r["path"] for r in COUNT.requests if r["path"].startswith("/artikel")]
        self.assertEqual(order[:3], ["/artikel/" + s for s in server.STORIES])
        self.assertEqual(len(order), 8)

    def test_recheck(self):
        self.add("/feed", "/aim?to=/nichts", "/aim?to=/busy")
        self.filter("add", "block", "url", "bruecke")
        self.fetch(expect=None)
        shown = self.run_accord("status --queue", hosts=False).out
        self.assertIn("given up  %s  (the server answered 404)" % SITE.url("/nichts"), shown)
        self.assertIn("filter 1: block url /bruecke/", shown)
        self.sql("UPDATE host SET not_before = 0")
        self.fetch("--recheck", "1", expect=None)
        self.assertEqual((self.hits("/artikel/hafen"), self.hits("/nichts"), self.hits("/artikel/bruecke")), (2, 2, 0))
        self.assertEqual(self.sql("SELECT max(version) FROM document")[0][0], 1)

    # 16: OPML
    def test_opml_in_and_out(self):
        path = os.path.join(self.folder.name, "in.opml")
        with open(path, "w", encoding="utf-8") as file:
            file.write('<opml version="2.0"><body><outline text="Küste &amp; Meer"><outline text="A/B">'
                       '<outline text="Eins" xmlUrl="https://eins.example/rss?a=1&b=2" language="de"/></outline></outline>'
                       '<outline text="Due" xmlUrl="https://due.example/rss" language="it" htmlUrl="https://due.example/"/>'
                       '</body></opml>')
        self.assertIn("2 new", self.run_accord("feeds import", path, hosts=False).err)
        once = self.run_accord("feeds export", hosts=False).out
        self.assertIn("0 new", self.run_accord("feeds import", path, hosts=False).err)
        self.assertEqual(self.run_accord("feeds export", hosts=False).out, once)
        for piece in ('text="Küste &amp; Meer"', 'text="A/B"', 'text="Eins"', 'a=1&amp;b=2', 'language="it"',
                      'htmlUrl="https://due.example/"'):
            self.assertIn(piece, once)
        out = os.path.join(self.folder.name, "out.opml")
        with open(out, "w", encoding="utf-8") as file:
            file.write(once)
        self.db = self.another_store()
        self.run_accord("feeds import", out, hosts=False)
        self.assertEqual(self.run_accord("feeds export", hosts=False).out, once)

    def test_what_is_no_opml_is_an_error(self):
        path = os.path.join(self.folder.name, "in.opml")
        with open(path, "w") as file:
            file.write("<html><p>nein</html>")
        self.assertIn("no OPML", self.run_accord("feeds import", path, hosts=False, expect=1).err)

    # subscriptions
    def test_a_site_is_searched_for_its_feed(self):
        self.run_accord("feeds add", "--delay", "0", SITE.url("/site"))
        self.assertEqual(list(self.feeds()), [SITE.url("/new")])
        self.assertEqual(self.feed("/new")["title"], "Küstenblatt")

    def test_a_site_that_names_none_is_tried(self):
        self.run_accord("feeds add", "--delay", "0", SITE.url("/plain-site", 5))
        self.assertEqual(list(self.feeds()), [SITE.url("/feed/", 5)])
        self.run_accord("feeds add", "--delay", "0", SITE.url("/gone"), expect=None)

    def test_remove_disable_enable(self):
        self.add("/feed", "/new")
        self.run_accord("feeds disable", SITE.url("/feed"), hosts=False)
        self.run_accord("feeds remove", SITE.url("/new"), hosts=False)
        self.run_accord("feeds remove", SITE.url("/new"), hosts=False, expect=1)
        self.fetch("--all")
        self.assertEqual(COUNT.requests, [])
        self.run_accord("feeds enable", SITE.url("/feed"), hosts=False)
        self.fetch("--feeds-only")
        self.assertEqual(self.hits("/feed"), 1)

    def test_usage(self):
        for verb, words in (("feeds frobnicate", []), ("feeds add", []), ("fetch", ["wort"]), ("fetch", ["--delay", "x"]),
                            ("feeds list", ["--format", "xls"])):
            self.run_accord(verb, *words, hosts=False, expect=2)
        self.run_accord("fetch", "--allow-host", "127.0.0.1", hosts=False, expect=1)

    # 17: silence
    def test_silent_when_all_is_well_and_told_when_not(self):
        self.add("/new")
        done = self.fetch("--quiet")
        self.assertEqual((done.out, done.err), ("", ""))
        self.add("/html")
        for failures in (1, 2):
            done = self.fetch("--quiet", "--all")
            self.assertEqual((done.out, done.err), ("", ""))
        done = self.fetch("--quiet", "--all", expect=1)
        self.assertIn("/html", done.err)
        self.assertIn("3 failures in a row since 2", done.err)
        done = self.fetch("--quiet", "--all", expect=1)  # somebody is still needed, and knows
        self.assertEqual((done.out, done.err), ("", ""))
        self.sql("UPDATE feed SET told = told - 90000")
        self.assertIn("/html", self.fetch("--quiet", "--all", expect=1).err)
        self.assertEqual(done.out, "")

    def test_the_summary_for_programs(self):
        self.add("/new", "/html", "/gone")
        told = json.loads(self.fetch("--json", "--digest", "1", expect=1).out)
        self.assertEqual((told["run"]["feeds"], told["run"]["feeds_failed"], told["run"]["stored"]), (3, 2, 1))
        self.assertEqual({f["url"] for f in told["needs_person"]}, {SITE.url("/html"), SITE.url("/gone")})
        self.assertEqual({f["last_status"] for f in told["needs_person"]}, {200, 410})

    def test_progress_on_a_terminal(self):
        self.add("/many")
        import pty
        ours, theirs = pty.openpty()
        run = subprocess.Popen(self.command("fetch", "--delay", "0"), stdout=subprocess.DEVNULL, stderr=theirs,
                               env=self.environment)
        os.close(theirs)
        shown = b""
        try:
            while chunk := os.read(ours, 4096):
                shown += chunk
        except OSError:  # the other end was closed
            pass
        os.close(ours)
        self.assertEqual(run.wait(), 0)
        lines = re.findall(r"(\d+) of (\d+) done, \d+ on the way, \d+ hosts, (\d+) articles, [\d.]+ MB, \d+ deals", shown.decode())
        self.assertGreater(len(lines), 2)
        self.assertGreater(int(lines[-1][2]), int(lines[0][2]))
        self.assertNotIn("\n", shown.decode())  # one line, written over, and gone at the end
        self.assertTrue(shown.endswith(b"\r\x1b[K"))

    def test_what_is_gone_is_told_once(self):
        self.add("/gone")
        self.assertIn("410", self.fetch("--quiet", expect=1).err)
        self.assertEqual(self.fetch("--quiet", "--all").err, "")

    # 18: history
    def test_history_and_status(self):
        self.add("/new", "/html", "/gone")
        self.add("/busy", host=5)
        for _ in range(4):
            self.fetch("--all", expect=None)
        row = self.feed("/new")
        self.assertEqual((row["requests"], row["unchanged"], row["entries_seen"], row["articles_stored"], row["state"]),
                         (4, 3, 1, 1, "well"))
        self.assertIsNotNone(row["last_change"])
        listed = self.run_accord("feeds list", hosts=False).out
        self.assertIn("75 %", listed)
        told = json.loads(self.run_accord("status", "--json", hosts=False).out)
        self.assertEqual((told["articles"], told["last_run"]["unchanged"], len(told["feeds"])), (1, 1, 4))
        self.assertEqual(told["feeds"][0]["url"], SITE.url("/html"))  # who needs somebody stands first
        self.assertEqual(len(told["resting"]), 1)
        self.environment["LINES"], self.environment["COLUMNS"] = "14", "70"
        shown = self.run_accord("status", hosts=False).out
        self.assertLessEqual(len(shown.splitlines()), 14)
        self.assertIn("4: 1 well, 2 failing, 0 quiet, 0 new, 1 off", shown)
        self.add(*["/n%d" % i for i in range(60)])
        shown = self.run_accord("status", hosts=False).out.splitlines()
        self.assertLessEqual(len(shown), 14)
        self.assertLessEqual(max(len(line) for line in shown if not re.match(r"fetch|resting", line)), 70)

    # 19: safety
    def test_nobody_leads_us_inside(self):
        inside = SITE.internal_port
        ways = ["127.0.0.1", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]",
                "localhost"]
        self.add(*["/redirect?to=http://%s:%d/geheim" % (w, inside) for w in ways])
        self.add(*["/redirect?to=" + u for u in ("file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1:70/_x")])
        self.add("/aim?to=/thief", "/aim?to=http://127.0.0.1:%d/" % inside)
        self.fetch("--contact", "a@b.example", expect=1)
        self.assertEqual(COUNT.internal, 0)
        urls = [row[0] for row in self.sql("SELECT url FROM document")]
        self.assertEqual([u for u in urls if str(inside) in u], [])

    @unittest.skipUnless(REBINDING, "no resolver to preload was named")
    def test_a_name_that_leads_inside_when_we_connect(self):
        self.environment.update(LD_PRELOAD=REBINDING, ASAN_OPTIONS="verify_asan_link_order=0")
        name = "http://a.rebinding.example:%d" % SITE.port
        self.run_accord("feeds add", "--unchecked", name + "/feed", hosts=False)
        self.add("/redirect?to=" + name + "/feed", "/aim?to=" + name + "/artikel/hafen")
        self.fetch("--contact", "a@b.example", expect=1)
        self.assertEqual({r["path"] for r in COUNT.requests}, {"/robots.txt", "/redirect", "/aim"})
        self.assertEqual({r["headers"]["host"] for r in COUNT.requests}, {SITE.hosts[0]})
        for feed in (name + "/feed", SITE.url("/redirect?to=" + name + "/feed")):
            self.assertRegex(self.feeds()[feed]["last_error"], "address (127.0.0.1|::1) is a private one")

    # offline
    def test_nothing_is_held_against_feeds_without_a_connection(self):
        names = ["http://%s.invalid/feed" % n for n in "abc"]
        self.run_accord("feeds add", "--unchecked", *names, hosts=False)
        self.sql("INSERT INTO due (url, added) VALUES ('http://a.invalid/artikel', 1)")
        for _ in range(2):
            done = self.fetch("--all", "--quiet", "--contact", "a@b.example", expect=1)
            self.assertEqual(done.err.count("\n"), 1)
            self.assertIn("no connection", done.err)
        self.assertEqual({f["errors"] for f in self.feeds().values()}, {0})
        self.assertEqual(self.sql("SELECT state, attempts FROM due"), [(0, 0)])
        self.add("/new")  # with an answer from anywhere it is the names that are wrong
        self.fetch("--all", "--contact", "a@b.example")
        self.assertEqual([self.feeds()[n]["errors"] for n in names], [1, 1, 1])

    def test_no_escape_sequence_reaches_the_terminal(self):
        self.add("/escapes")
        done = self.fetch("--verbose")
        listed = self.run_accord("feeds list", hosts=False)
        for text in (done.out, done.err, listed.out):
            self.assertEqual(re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", text), [])


if __name__ == "__main__":
    unittest.main()
