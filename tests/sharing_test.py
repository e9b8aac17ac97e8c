#!/usr/bin/env python3
"""Several accord at work on one store in PostgreSQL: fetches against tests/server/server.py, where what the server counted is
judged; imports, which must tell the deals that one import into a file tells.

    postgresql.sh sharing_test.py PATH/TO/accord [TEST…]
"""
import glob
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "server"))
import server  # noqa: E402

ACCORD = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else "accord"
DB, PSQL = os.environ["ACCORD_TEST_DB"], os.environ["ACCORD_TEST_PSQL"]
SITE = server.Site()
COUNT = SITE.counters
HOSTS = (1, 5, 7, 9)
STORIES = 40
DELAY = 0.05  # seconds; long beside what a busy machine takes to see a request
ARTICLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "corpus", "articles", "*", "*.ndjson")


class Sharing(unittest.TestCase):
    number = 0

    def setUp(self):
        COUNT.reset()
        Sharing.number += 1
        schema = "f%d" % Sharing.number
        subprocess.run([PSQL, "-q", "-d", DB, "-c", "CREATE SCHEMA " + schema], check=True)
        self.db = "%s?options=-csearch_path%%3D%s" % (DB, schema)
        self.folder = tempfile.TemporaryDirectory()
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": self.folder.name, "ACCORD_DB": self.db}
        self.environment.pop("ACCORD_CONTACT", None)
        self.accord("feeds", "add", "--unchecked", *[SITE.url("/many", host) for host in HOSTS])

    def tearDown(self):
        self.folder.cleanup()

    def accord(self, *words, expect=0):
        done = subprocess.run([ACCORD, *words], capture_output=True, env=self.environment, timeout=100)
        self.assertEqual(done.returncode, expect, done.stderr.decode())
        return done.stdout.decode()

    def begin(self, *words, delay=DELAY):
        allowed = [w for host in SITE.hosts for w in ("--allow-host", host)]
        return subprocess.Popen([ACCORD, "fetch", "--untagged", "--delay", str(delay), *allowed, *words],
                                env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def end(self, run):
        _, errors = run.communicate(timeout=100)
        self.assertEqual(run.returncode, 0, errors.decode())

    def stored(self):
        return json.loads(self.accord("store", "stats", "--json"))

    def stories(self):
        return {(host, i): len(COUNT.of("/langsam/%d" % i, "127.0.0.%d" % host)) for host in HOSTS for i in range(STORIES)}

    def in_turn(self):
        for host in HOSTS:
            name = "127.0.0.%d" % host
            self.assertEqual(COUNT.parallel.get(name), 1, "requests of a host at one time")
            self.assertGreater(min(COUNT.gaps(name)), DELAY * 0.8, "the pause between two")

    def together(self, count):
        runs = [self.begin("--json") for _ in range(count)]
        shares = []
        for run in runs:
            out, errors = run.communicate(timeout=100)
            self.assertEqual(run.returncode, 0, errors.decode())
            shares.append(json.loads(out)["run"]["stored"])
        self.assertEqual(set(self.stories().values()), {1}, "each story once")
        self.assertEqual([len(COUNT.of("/many", "127.0.0.%d" % h)) for h in HOSTS], [1] * len(HOSTS), "each feed once")
        self.assertEqual(self.stored()["documents"], len(HOSTS) * STORIES)
        self.assertEqual(self.stored()["waiting"], 0)
        self.assertEqual(sum(shares), len(HOSTS) * STORIES)
        self.in_turn()
        return shares

    def test_two(self):
        self.together(2)

    def test_four(self):
        self.together(4)

    def test_queue_is_shared(self):
        """With the queue full, not one run takes it all."""
        self.end(self.begin("--feeds-only"))
        self.assertEqual(self.stored()["waiting"], len(HOSTS) * STORIES)
        COUNT.reset()
        runs = [self.begin("--json", delay=0.1) for _ in range(3)]
        shares = [json.loads(run.communicate(timeout=100)[0])["run"]["stored"] for run in runs]
        self.assertEqual(set(self.stories().values()), {1})
        self.assertEqual(sum(shares), len(HOSTS) * STORIES)
        self.assertGreater(sorted(shares)[-2], 0)
        self.in_turn()

    def wait_for_stories(self, count):
        limit = time.monotonic() + 60
        while sum(self.stories().values()) < count and time.monotonic() < limit:
            time.sleep(0.01)

    def taken_up(self):
        self.end(self.begin())
        hits = self.stories().values()
        self.assertGreaterEqual(min(hits), 1)
        self.assertLess(sum(hits), len(HOSTS) * STORIES + 30, "what was committed is not asked for again")
        self.assertEqual(self.stored()["documents"], len(HOSTS) * STORIES)
        self.assertEqual(self.stored()["waiting"], 0)

    def test_killed(self):
        """What a killed run had in hand is given back as soon as another looks; nothing is lost."""
        run = self.begin()
        self.wait_for_stories(20)
        run.send_signal(signal.SIGKILL)
        run.communicate()
        self.taken_up()

    def test_cut_off(self):
        """The server goes away: one sentence, and the next run goes on."""
        run = self.begin()
        self.wait_for_stories(20)
        subprocess.run([PSQL, "-q", "-d", DB, "-c", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE "
                        "application_name = 'accord'"], check=True, stdout=subprocess.DEVNULL)
        _, errors = run.communicate(timeout=100)
        self.assertEqual(run.returncode, 1)
        self.assertEqual(errors.decode().count("run the same command again"), 1, errors.decode())
        self.taken_up()

    def test_rest_holds_for_all(self):
        """Who is told to wait writes it down for the others."""
        self.accord("feeds", "add", "--unchecked", SITE.url("/busy", 6), SITE.url("/feed", 6))
        runs = [self.begin("--feeds-only") for _ in range(2)]
        for run in runs:
            run.communicate(timeout=100)
        asked = [r["path"] for r in COUNT.requests if r["host"] == "127.0.0.6" and r["path"] != "/robots.txt"]
        self.assertEqual(asked.count("/busy"), 1)
        self.assertEqual(asked[-1], "/busy", "nothing behind the answer that asks for a rest")

    def deals(self, db):
        """What they say, in an order of our own. Ids and how a company is written are up to what came first."""
        lines = self.accord("--db", db, "deals", "--format", "ndjson", "--sources", "--limit", "0").splitlines()
        deals = [json.loads(line) for line in lines]
        for deal in deals:
            del deal["id"]
            for party in deal["parties"]:
                del party["name"]
            deal["reports"].sort(key=lambda report: json.dumps(report, sort_keys=True))
        return sorted(json.dumps(deal, sort_keys=True) for deal in deals)

    def test_imports(self):
        """Three parts and the whole at the same time, each merging at its end."""
        articles = {}
        for path in sorted(glob.glob(ARTICLES)):
            for line in open(path, encoding="utf-8"):
                articles.setdefault(json.loads(line)["id"], line)
        lines = list(articles.values())
        files = []
        for i, part in enumerate([lines[0::3], lines[1::3], lines[2::3], lines]):
            files.append(os.path.join(self.folder.name, "%d.ndjson" % i))
            with open(files[-1], "w", encoding="utf-8") as file:
                file.writelines(part)
        runs = [subprocess.Popen([ACCORD, "import", "--quiet", path], env=self.environment, stderr=subprocess.PIPE)
                for path in files]
        for run in runs:
            self.end(run)
        alone = os.path.join(self.folder.name, "a.db")
        self.accord("--db", alone, "import", "--quiet", files[-1])
        self.assertEqual(self.deals(self.db), self.deals(alone))
        self.accord("store", "check")


if __name__ == "__main__":
    unittest.main(verbosity=2)
