#!/usr/bin/env python3
"""How fast a crawl is when no politeness holds it up, against a server of its own on loopback.

    crawl.py --accord build/release/cmd/accord [--feeds 200] [--articles 50] [--unchanged 1000] [--hosts 50] [--untagged]

Two figures: a first crawl of so many feeds with so many articles each (articles a second, and what each stage took of the
processor, as accord says it), and a run over feeds that have nothing new (seconds). The server is a process of its own and
takes a core; its share of the processor stands beside.
"""
import argparse
import asyncio
import multiprocessing
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time

NAMES = ["Microsoft", "Siemens", "Nokia", "Infineon", "SAP", "Bosch", "Telekom", "Ericsson", "Intel", "Samsung", "Xiaomi"]
VERBS = ["übernimmt", "kauft", "beliefert", "verklagt", "lobt", "übertrifft", "besucht"]
WORDS = [a + b for a in ("Hafen", "Markt", "Werk", "Chip", "Daten", "Kabel", "Strom", "Netz", "Geräte", "Fach", "Probe", "Jahres")
         for b in ("betrieb", "plan", "zahlen", "kunden", "bau", "preise", "leitung", "messe", "speicher", "technik")]


def sentence(dice):
    """No run of five words is the same often, as copies of texts are looked for by such runs."""
    def word():
        return dice.choice(WORDS)
    if dice.random() < 0.2:
        return "%s %s %s %s nach dem %s für %d Millionen Euro." % (dice.choice(NAMES), dice.choice(VERBS), word(),
                                                                  dice.choice(NAMES), word(), dice.randrange(900))
    return "%s %s und %s %d mit dem %s, der %s und %s %s, sagte %s %s." % (
        word(), word(), word(), dice.randrange(1990, 2020), word(), word(), word(), dice.choice(VERBS), word(), word())


def page(key):
    dice = random.Random(key)
    text = "".join("<p>%s</p>" % " ".join(sentence(dice) for _ in range(4)) for _ in range(8))
    links = "".join("<li><a href=/artikel/%s-%d>%s</a>" % (key, i, dice.choice(WORDS)) for i in range(40))
    return ("<!DOCTYPE html><html lang=de><head><meta charset=utf-8><title>%s %s</title><meta property="
            "'article:published_time' content='2019-11-05T08:00:00+01:00'></head><body><nav><ul>%s</ul></nav><article><h1>%s "
            "%s</h1>%s</article><footer>Impressum</footer></body></html>" %
            (dice.choice(WORDS), key, links, dice.choice(WORDS), key, text)).encode()


def feed(base, number, articles):
    dice = random.Random(number)
    items = "".join("<item><title>%s %d-%d</title><link>%s/artikel/%d-%d</link><guid>%d-%d</guid><pubDate>Tue, 05 Nov 2019 "
                    "08:00:00 +0100</pubDate><description>%s</description></item>" %
                    (dice.choice(WORDS), number, i, base, number, i, number, i, sentence(dice)) for i in range(articles))
    return ("<rss version='2.0'><channel><title>Blatt %d</title>%s</channel></rss>" % (number, items)).encode()


class Server(asyncio.Protocol):
    articles = 0

    def connection_made(self, transport):
        self.transport, self.held = transport, b""

    def data_received(self, data):
        self.held += data
        while b"\r\n\r\n" in self.held:
            head, self.held = self.held.split(b"\r\n\r\n", 1)
            self.transport.write(self.answer(head))

    def answer(self, head):
        path = head.split(b" ", 2)[1].decode()
        if path == "/robots.txt":
            status, kind, body = b"404 Not Found", b"text/plain", b""
        elif path.startswith("/feed"):
            if b"if-none-match" in head.lower():
                return b"HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n"
            base = "http://%s:%d" % self.transport.get_extra_info("sockname")[:2]
            status, kind, body = b"200 OK", b"application/rss+xml", feed(base, int(path[6:]), Server.articles)
        else:
            status, kind, body = b"200 OK", b"text/html", page(path[9:])
        return b"HTTP/1.1 %s\r\nContent-Type: %s\r\nETag: \"1\"\r\nContent-Length: %d\r\n\r\n%s" % (status, kind, len(body), body)


def serve(port_pipe, hosts, articles):
    async def main():
        Server.articles = articles
        loop = asyncio.get_running_loop()
        first = await loop.create_server(Server, "127.0.0.1", 0)
        port = first.sockets[0].getsockname()[1]
        for i in range(2, hosts + 1):
            await loop.create_server(Server, "127.0.0.%d" % i, port)
        port_pipe.send(port)
        while not port_pipe.poll():
            await asyncio.sleep(0.2)
        port_pipe.recv()
        port_pipe.send(resource.getrusage(resource.RUSAGE_SELF).ru_utime + resource.getrusage(resource.RUSAGE_SELF).ru_stime)
    asyncio.run(main())


class Bench:
    def __init__(self, args, folder, articles):
        self.args, self.db = args, os.path.join(folder, "%d.db" % articles)
        self.pipe, theirs = multiprocessing.Pipe()
        self.server = multiprocessing.Process(target=serve, args=(theirs, args.hosts, articles), daemon=True)
        self.server.start()
        self.port = self.pipe.recv()

    def accord(self, verb, *words):
        allowed = ["--allow-host=127.0.0.%d:%d" % (i + 1, self.port) for i in range(self.args.hosts)] if verb == "fetch" else []
        began, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([self.args.accord, verb, *words, "--db", self.db, *allowed], capture_output=True, text=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode:
            sys.exit(done.stderr[-2000:])
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return done, time.monotonic() - began, cpu, after.ru_maxrss

    def subscribe(self, count):
        self.accord("feeds", "add", "--unchecked", *["http://127.0.0.%d:%d/feed/%d" % (i % self.args.hosts + 1, self.port, i)
                                                    for i in range(count)])

    def fetch(self, *words):
        plain = ["--untagged"] if self.args.untagged else []
        return self.accord("fetch", "--delay", "0", "--verbose", *plain, *words)

    def close(self):
        self.pipe.send(None)
        seconds = self.pipe.recv()
        self.server.join()
        return seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--accord", default="accord")
    parser.add_argument("--untagged", action="store_true")
    for name, number in (("feeds", 200), ("articles", 50), ("unchanged", 1000), ("hosts", 50)):
        parser.add_argument("--" + name, type=int, default=number)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(args, folder, args.articles)
        bench.subscribe(args.feeds)
        done, seconds, cpu, memory = bench.fetch()
        stored = int(re.search(r"(\d+) stored", done.stdout)[1])
        print("first crawl: %d feeds, %d articles in %.1f s: %.0f articles a second; %.1f s of processor time, %d MiB" %
              (args.feeds, stored, seconds, stored / seconds, cpu, memory // 1024))
        print("  accord: %s" % [line for line in done.stderr.splitlines() if "processor time" in line][0])
        print("  server: %.1f s" % bench.close())
        bench = Bench(args, folder, 0)
        bench.subscribe(args.unchanged)
        bench.fetch()
        least = min((bench.fetch("--all") for _ in range(3)), key=lambda run: run[1])
        unchanged = int(re.search(r"(\d+) unchanged", least[0].stdout)[1])
        print("nothing new: %d of %d feeds unchanged in %.2f s, %.2f s of processor time" %
              (unchanged, args.unchanged, least[1], least[2]))
        bench.close()


if __name__ == "__main__":
    main()
