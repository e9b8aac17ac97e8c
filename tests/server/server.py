#!/usr/bin/env python3
"""A loopback web server with good feeds and the habits of bad servers, for tests/crawl_test.py. Standard library only.

It listens on 127.0.0.1 … 127.0.0.15, each a host of its own on one port, and on a second port that stands for an internal
service: no crawler may reach that through a redirect. Every request is counted (Counters). What a path does is said by
the function behind it in PATHS.
"""
import gzip
import http.server
import json
import random
import socketserver
import threading
import time
import urllib.parse
import zlib

HOSTS = 15
ROBOTS = {  # by the last number of the host's address
    2: "User-agent: *\nDisallow: /\n",
    3: "User-agent: *\nDisallow: /geheim/\nUser-agent: AccordBot\nDisallow: /geheim/\nCrawl-delay: 1\n",
    4: 503,
    7: "\ufeffUSER-AGENT : *\r\nDisallow : /geheim/\r\n# Ende\r\n",
    8: "<!DOCTYPE html><title>Hallo</title><p>User-agent: *<p>Disallow: /",
    9: 404,
    10: 500,
    11: "/robots-anderswo",
    12: "/loop",
    13: 429,
    14: None,
    15: "User-agent: *\nDisallow: /\nAllow: /new\nAllow: /artikel/\n" + "#" * 1100000 + "\nAllow: /\n",
    6: "User-agent: *\nDisallow: /geheim/\nSitemap: /karten\nSitemap: https://127.0.0.1:1/gibt-es-nicht.xml\n",
}
STORIES = ["hafen", "bruecke", "leuchtturm"]


class Counters:
    def __init__(self):
        self.lock = threading.Lock()
        self.reset()

    def reset(self):
        with self.lock:
            self.requests = []  # {"host", "path", "status", "begin", "end", "headers"}
            self.now = {}       # host: requests at work
            self.parallel = {}  # host: most requests at one time
            self.together = 0   # most hosts at work at one time
            self.internal = 0
            self.cut = set()    # paths whose body the client stopped reading
            self.turns = {}     # path: how often, for those that change
            self.stage = 0      # of the stories that change; a test sets it

    def turn(self, path):
        with self.lock:
            self.turns[path] = self.turns.get(path, 0) + 1
            return self.turns[path]

    def begin(self, host, path, headers):
        with self.lock:
            self.now[host] = self.now.get(host, 0) + 1
            self.parallel[host] = max(self.parallel.get(host, 0), self.now[host])
            self.together = max(self.together, sum(1 for n in self.now.values() if n))
            request = {"host": host, "path": path, "status": 0, "begin": time.monotonic(), "end": None,
                       "headers": {k.lower(): v for k, v in headers.items()}}
            self.requests.append(request)
            return request

    def end(self, request, status):
        with self.lock:
            self.now[request["host"]] -= 1
            request["status"], request["end"] = status, time.monotonic()

    def of(self, path, host=None):
        with self.lock:
            return [r for r in self.requests if r["path"] == path and (not host or r["host"] == host)]

    def gaps(self, host):
        """Seconds from the end of each request to the beginning of the next."""
        with self.lock:
            mine = [r for r in self.requests if r["host"] == host and r["end"]]
        return [b["begin"] - a["end"] for a, b in zip(mine, mine[1:])]


def feed(base, links, extra=""):
    items = "".join("<item><title>%s</title><link>%s</link><guid>%s</guid>"
                    "<pubDate>Tue, 05 Nov 2019 08:0%d:00 +0100</pubDate></item>" % (t, l, l, i % 10)
                    for i, (t, l) in enumerate(links))
    return ('<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Küstenblatt</title><link>%s/</link>'
            '<language>de</language>%s%s</channel></rss>' % (base, extra, items)).encode()


def page(title, host, canonical=""):
    dice = random.Random(title)  # other words on every page: copies of one text are another matter
    words = ["%s%d" % (dice.choice(("Kai", "Schleuse", "Mole", "Kran", "Boje")), dice.randrange(10000)) for _ in range(120)]
    paragraphs = "".join("<p>In %s beginnt am Dienstag der Umbau von %s, teilte die Reederei mit. Bis zum Frühjahr fahren "
                         "die Fähren über %s.</p>" % (host, ", ".join(words[i:i + 20]), words[i])
                         for i in range(0, 120, 30))
    return ("<!DOCTYPE html><html lang=de><head><meta charset=utf-8><title>%s</title>%s"
            "<meta property='article:published_time' content='2019-11-05T08:00:00+01:00'></head><body><nav><a href=/>Start"
            "</a></nav><article><h1>%s</h1>%s</article></body></html>" % (title, canonical, title, paragraphs)).encode()


WALL = ("<!DOCTYPE html><html lang=de><head><title>Küstenblatt</title></head><body><main><h1>Weiterlesen mit Werbung</h1>"
        "<p>Wir und unsere Partner verwenden Cookies und ähnliche Verfahren, um Inhalte und Werbung zu personalisieren. Mit "
        "einem Klick auf Akzeptieren erteilen Sie Ihre Einwilligung; Einzelheiten stehen in unserer Datenschutzerklärung.</p>"
        "<p>Sie haben schon ein Abo? Bitte anmelden. Abonnenten lesen ohne Tracking und ohne Werbung. Ihre Zustimmung ist "
        "freiwillig und kann in den Einstellungen jederzeit widerrufen werden.</p></main></body></html>")


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    @property
    def base(self):
        return "http://%s:%d" % (self.host, self.server.server_address[1])

    def answer(self, status=200, body=b"", kind="application/rss+xml", **fields):
        self.status = status
        self.send_response(status)
        if status not in (204, 304):
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(fields.pop("length", len(body))))
        for name, value in fields.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if status not in (204, 304):
            self.wfile.write(body)

    def conditional(self, body, etag=None, modified=None, **fields):
        asked = self.headers.get("If-None-Match"), self.headers.get("If-Modified-Since")
        if (etag or modified) and asked == (etag, modified):
            return self.answer(304)
        if etag:
            fields["ETag"] = etag
        if modified:
            fields["Last_Modified"] = modified
        self.answer(200, body, **fields)

    def do_GET(self):
        site = self.server.site
        self.host = self.connection.getsockname()[0]
        self.url = urllib.parse.urlsplit(self.path)
        self.status = 0
        request = site.counters.begin(self.host, self.url.path, self.headers)
        try:
            self.dispatch(site)
            self.wfile.flush()
        except (BrokenPipeError, ConnectionResetError):
            site.counters.cut.add(self.url.path)
            self.close_connection = True
        finally:
            site.counters.end(request, self.status)

    def robots(self, rules):
        if rules is None:  # the connection ends in the middle
            self.answer(200, b"User-agent: *\nDisa", "text/plain", length=400)
            self.close_connection = True
        elif isinstance(rules, int):
            self.answer(rules, b"", "text/plain", **({"Retry_After": "1"} if rules == 429 else {}))
        elif rules.startswith("/"):
            self.answer(302, b"", Location=rules)
        else:
            self.answer(200, rules.encode(), "text/plain")

    def dispatch(self, site):
        path = self.url.path
        if path == "/robots.txt":
            rules = ROBOTS.get(int(self.host.split(".")[3]), "User-agent: *\nDisallow: /geheim/\n")
            return self.robots(rules)
        first = path.strip("/").split("/")[0]
        if first in PATHS:
            return PATHS[first](self, site)
        self.answer(404, b"nichts", "text/plain")


PATHS = {}


def path(function):
    PATHS[function.__name__.strip("_").replace("_", "-")] = function
    return function


@path
def _feed(h, site):
    """A good feed with validators that look odd; ?n= stories."""
    links = [(s, "%s/artikel/%s?utm_source=rss" % (h.base, s)) for s in STORIES]
    h.conditional(feed(h.base, links), 'W/"küste ,1"'.encode().decode("latin-1"), "Tuesday, 5-nov-2019 08:00:00")


@path
def _other(h, site):
    """Another feed with the same stories, other tracking, and one story of its own."""
    links = [(s, "%s/artikel/%s?fbclid=7#top" % (h.base, s)) for s in STORIES] + [("mole", h.base + "/artikel/mole")]
    h.conditional(feed(h.base, links), '"other"')


@path
def _artikel(h, site):
    slug = h.url.path.split("/")[-1]
    h.answer(200, page(slug, h.host), "text/html")


@path
def _many(h, site):
    """A feed of 40 stories whose pages take their time."""
    h.conditional(feed(h.base, [("s%d" % i, "%s/langsam/%d" % (h.base, i)) for i in range(40)]), '"many"')


@path
def _thousand(h, site):
    """More stories than a run takes in hand at once."""
    h.answer(200, feed(h.base, [("t%d" % i, "%s/artikel/%d" % (h.base, i)) for i in range(1200)]))


@path
def _langsam(h, site):
    time.sleep(0.05)
    h.answer(200, page("Meldung " + h.url.path.split("/")[-1], h.host), "text/html")


@path
def _changing(h, site):
    """One story through its life. Stage 0: new. 1: edited. 2: a consent wall stands in front. 3: under another address,
    with other words in it. 4: cut off behind the first paragraph. The feed tells of each change."""
    stage = site.counters.stage
    link = "%s/wechsel/%s" % (h.base, "neuer-titel" if stage >= 3 else "alter-titel")
    h.answer(200, ('<rss version="2.0"><channel><title>K</title><item><title>Wechsel</title><link>%s</link><guid>story-1'
                   '</guid><pubDate>Tue, 05 Nov 2019 08:0%d:00 +0100</pubDate></item></channel></rss>' %
                   (link, stage)).encode())


@path
def _wechsel(h, site):
    stage = site.counters.stage
    if stage == 2:
        return h.answer(200, WALL.encode(), "text/html")
    body = page("Wechsel", h.host).decode()
    if stage in (1, 3):
        body = body.replace("Dienstag", ("", "Mittwoch", "", "Freitag")[stage])
    if stage == 4:
        body = body.split("</p>")[0] + "</p></article></body></html>"
    h.conditional(body.encode(), '"wechsel-%d"' % stage, kind="text/html")


@path
def _anspruch(h, site):
    """Articles that all claim one address: /anspruch/start the start page, others the first of them."""
    slug = h.url.path.split("/")[-1]
    claim = "/" if slug.startswith("start") else "/anspruch/erster"
    h.answer(200, page("Anspruch " + slug, h.host, "<link rel=canonical href='%s'>" % (h.base + claim)), "text/html")


@path
def _stummel(h, site):
    """What is left of /artikel/hafen behind a paywall, and its address."""
    body = page("hafen", h.host, "<link rel=canonical href='%s/artikel/hafen'>" % h.base).decode()
    h.answer(200, (body.split("</p>")[0] + "</p></article></body></html>").encode(), "text/html")


@path
def _wand(h, site):
    """A wall from the first visit on."""
    h.answer(200, WALL.encode(), "text/html")


@path
def _keks(h, site):
    """Redirects to itself until the cookie comes back; /keks/fort leads to another host then, which must not see it."""
    if "besuch=1" not in (h.headers.get("Cookie") or ""):
        return h.answer(302, b"", Location=h.path, Set_Cookie="besuch=1; Path=/; HttpOnly")
    if h.url.path.endswith("/fort"):
        return h.answer(302, b"", Location="http://127.0.0.5:%d/artikel/fort" % h.server.server_address[1])
    h.answer(200, page("Keks", h.host), "text/html")


def sitemap(entries, root="urlset", entry="url"):
    return ('<?xml version="1.0"?><%s xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
            'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">%s</%s>' %
            (root, "".join("<%s><loc>%s</loc>%s</%s>" % (entry, loc, more, entry) for loc, more in entries), root)).encode()


@path
def _karten(h, site):
    """An index of sitemaps: an old one, a packed one, one of pictures, and itself."""
    name = h.url.path.rstrip("/").split("/")[-1]
    if name == "2018.xml":
        return h.answer(200, sitemap([("%s/artikel/2018/11/0%d/alt%d" % (h.base, d, d), "") for d in range(1, 6)]), "text/xml")
    if name == "2019.xml.gz":
        urls = [("%s/artikel/meldung-aus-dem-hafen-%d" % (h.base, d),
                 "<lastmod>2019-11-%02dT08:00:00+01:00</lastmod>" % d) for d in range(1, 21)]
        extra = [(h.base + "/", "<lastmod>2019-12-01</lastmod>"), (h.base + "/thema", "<lastmod>2019-12-01</lastmod>"),
                 ("http://anderswo.example/ein-langer-fremder-titel", "<lastmod>2019-12-01</lastmod>")]
        return h.answer(200, gzip.compress(sitemap(extra + urls)), "application/gzip")
    h.answer(200, sitemap([(h.base + "/karten/2018.xml", "<lastmod>2018-12-31</lastmod>"),
                           (h.base + "/karten/2019.xml.gz", "<lastmod>2019-12-31</lastmod>"),
                           (h.base + "/karten/bilder-images.xml", ""), (h.base + "/karten", "")],
                          "sitemapindex", "sitemap"), "application/xml")


@path
def _nachrichtenkarte(h, site):
    """A news sitemap: one story of today, one of long ago."""
    news = "<news:news><news:publication_date>%s</news:publication_date><news:title>Neu</news:title></news:news>"
    h.conditional(sitemap([(h.base + "/artikel/heute", news % time.strftime("%Y-%m-%d")),
                           (h.base + "/artikel/damals", news % "2009-01-01")]), '"karte"', kind="application/xml")


@path
def _robots_anderswo(h, site):
    h.answer(200, b"User-agent: *\nDisallow: /geheim/\n", "text/plain")


def raw(h, *pieces, pause=0):
    """Bytes as they are, then the end of the connection."""
    h.status = 200
    h.close_connection = True
    for piece in pieces:
        h.wfile.write(piece)
        h.wfile.flush()
        time.sleep(pause)


OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n"


@path
def _roh(h, site):
    """Answers that are not what HTTP says: /roh/NAME."""
    body = feed(h.base, [("roh", h.base + "/artikel/roh")])
    chunk = b"%x\r\n%s\r\n" % (len(body), body)
    chunked = OK + b"Transfer-Encoding: chunked\r\n\r\n"
    name = h.url.path.split("/")[-1]
    if name == "endlose-felder":
        while True:
            h.wfile.write(b"X-%d: %s\r\n" % (random.randrange(10 ** 6), b"y" * 900) if h.status else OK)
            h.status = 200
    answers = {
        "kein-http": [b"\x00\x01\x02 guten Tag\r\n\r\n"],
        "stumm": [],
        "grosses-feld": [OK + b"X-Gross: " + b"g" * (1 << 20) + b"\r\n\r\n", body],
        "chunked": [chunked, chunk, b"0\r\nX-Ende: 1\r\n\r\n"],
        "chunked-ohne-ende": [chunked, chunk],
        "chunked-falsch": [chunked, b"zz\r\n", body],
        "zwei-laengen": [OK + b"Content-Length: %d\r\nContent-Length: 3\r\n\r\n" % len(body), body],
        "laenge-negativ": [OK + b"Content-Length: -1\r\n\r\n", body],
        "ohne-laenge": [OK + b"Connection: close\r\n\r\n", body],
        "vorab": [b"HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n",
                  OK + b"Content-Length: %d\r\n\r\n" % len(body), body],
        "gzip-gelogen": [OK + b"Content-Encoding: gzip\r\nConnection: close\r\n\r\n", body],
        "unbekannt-gepackt": [OK + b"Content-Encoding: xz\r\nConnection: close\r\n\r\n", body],
        "doppelt-gepackt": [OK + b"Content-Encoding: gzip, gzip\r\nConnection: close\r\n\r\n",
                            gzip.compress(gzip.compress(body))],
        "304-ungefragt": [b"HTTP/1.1 304 Not Modified\r\n\r\n"],
        "ohne-ziel": [b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n"],
    }
    raw(h, *answers[name])


@path
def _wild(h, site):
    """RSS as nobody should write it: undeclared entities, a wrong charset, dates in German and Italian and of the year
    9999, HTML inside, junk before it, no end."""
    items = "".join("<item><title>%s</title><link>%s/artikel/w%d</link><pubDate>%s</pubDate></item>" % (t, h.base, i, d)
                    for i, (t, d) in enumerate((
                        ("K&uuml;ste & Meer", "Di, 05 Nov 2019 17:06:00 CET"),
                        ("Der <b>Hafen</b>", "5. November 2019, 17:06 Uhr"),
                        ("Il porto \xe8 grande", "mar, 05 nov 2019 17:06:00 +0100"),
                        ("Sp\xe4ter", "Fri, 31 Dec 9999 23:59:59 GMT"))))
    body = ("\n\n<!-- x --><?xml version='1.0' encoding='utf-8'?><rss><channel><title>Wild</title>" + items +
            "<item><title>halb").encode("latin-1")
    h.answer(200, body, "text/html; charset=utf-8")


@path
def _umweg(h, site):
    """An article that leads to a login page, which has much text of its own."""
    if h.url.path.endswith("/login"):
        return h.answer(200, page("Willkommen", h.host), "text/html")
    h.answer(302, b"", Location="/umweg/login?ziel=" + urllib.parse.quote(h.url.path))


@path
def _rubriken(h, site):
    """Entries with categories, for filters."""
    items = "".join("<item><title>%s</title><link>%s/artikel/%s</link><category>%s</category><description>%s</description>"
                    "</item>" % (t, h.base, s, c, d)
                    for t, s, c, d in (("Hafen wird größer", "r1", "Wirtschaft", "Mehr Platz für Schiffe."),
                                       ("Derby endet 2:1", "r2", "Sport", "Ein Tor in der Nachspielzeit."),
                                       ("Anzeige: Möbel", "r3", "Wirtschaft", "Jetzt kaufen."),
                                       ("Reederei kauft Werft", "r4", "Wirtschaft", "Der Preis blieb ungenannt.")))
    h.answer(200, ('<rss version="2.0"><channel><title>R</title>%s</channel></rss>' % items).encode())


@path
def _skip(h, site):
    """Nothing happens at any hour but one, on any day but Sunday."""
    hours = "".join("<hour>%d</hour>" % i for i in range(24) if i != 5)
    days = "".join("<day>%s</day>" % d for d in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"))
    turn = site.counters.turn(h.url.path)
    if turn > 1:
        return h.answer(304)
    h.answer(200, feed(h.base, [], "<skipHours>%s</skipHours><skipDays>%s</skipDays>" % (hours, days)), ETag='"s"')


@path
def _aim(h, site):
    """A feed with one entry that leads to ?to=."""
    to = urllib.parse.parse_qs(h.url.query)["to"][0]
    h.answer(200, feed(h.base, [("ziel", urllib.parse.urljoin(h.base, to))]))


@path
def _new_etag(h, site):
    """A 304 that brings a new ETag, which counts from then on."""
    turn = site.counters.turn(h.url.path)
    if turn == 1:
        return h.answer(200, feed(h.base, []), ETag='"1"')
    h.answer(304, ETag='"%d"' % turn)


@path
def _fresh(h, site):
    h.answer(200, feed(h.base, []), Cache_Control="max-age=36000")


@path
def _ttl(h, site):
    h.answer(200, feed(h.base, [], "<ttl>600</ttl>"))


@path
def _busy(h, site):
    h.answer(429, b"", Retry_After="3600")


@path
def _gone(h, site):
    h.answer(410)


@path
def _moved(h, site):
    h.answer(301, b"", Location="/new")


@path
def _new(h, site):
    h.conditional(feed(h.base, [("neu", h.base + "/artikel/neu")]), '"new"')


@path
def _redirect(h, site):
    """/redirect?to=URL"""
    h.answer(302, b"", Location=urllib.parse.parse_qs(h.url.query)["to"][0])


@path
def _loop(h, site):
    h.answer(302, b"", Location="/loop?" + "x" * (len(h.url.query) + 1))


@path
def _html(h, site):
    h.answer(200, b"<!DOCTYPE html><title>Wartung</title><p>Gleich wieder da.", "text/html")


@path
def _empty(h, site):
    h.answer(200, b"")


@path
def _short(h, site):
    body = feed(h.base, [("halb", h.base + "/artikel/halb")])
    h.answer(200, body[:-30], length=len(body), ETag='"short"')
    h.close_connection = True


@path
def _cut_gzip(h, site):
    h.answer(200, gzip.compress(feed(h.base, []))[:-8], Content_Encoding="gzip", ETag='"cut"')


@path
def _gzip(h, site):
    h.answer(200, gzip.compress(feed(h.base, [("gepackt", h.base + "/artikel/gepackt")])), Content_Encoding="gzip")


@path
def _bomb(h, site):
    """A GiB of blanks in a MB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    h.status = 200
    h.send_response(200)
    h.send_header("Content-Type", "text/html")
    h.send_header("Content-Encoding", "gzip")
    h.send_header("Connection", "close")
    h.end_headers()
    h.close_connection = True
    for _ in range(1024):
        h.wfile.write(packer.compress(b" " * (1 << 20)))


@path
def _endless(h, site):
    h.status = 200
    h.send_response(200)
    h.send_header("Content-Type", "text/html")
    h.send_header("Connection", "close")
    h.end_headers()
    h.close_connection = True
    while True:
        h.wfile.write(b"<p>" + b"und so weiter " * 5000)


@path
def _drip(h, site):
    """A byte now and then, for ever."""
    h.status = 200
    h.send_response(200)
    h.send_header("Content-Type", "application/rss+xml")
    h.send_header("Connection", "close")
    h.end_headers()
    h.close_connection = True
    while True:
        h.wfile.write(b" ")
        h.wfile.flush()
        time.sleep(0.1)


@path
def _escapes(h, site):
    h.answer(200, feed(h.base, [("\x1b]8;;http://x\x07Titel\x9b31m", h.base + "/artikel/farbe")]))


@path
def _thief(h, site):
    """A page that calls itself a page of another host."""
    h.answer(200, page("Dieb", h.host, "<link rel=canonical href='http://127.0.0.1:%d/geheim'>" % site.internal_port),
             "text/html")


@path
def _site(h, site):
    """A start page that names its feeds."""
    h.answer(200, b"<!DOCTYPE html><title>K</title><link rel=alternate type='application/rss+xml' href='/new'>", "text/html")


@path
def _plain_site(h, site):
    """A start page that names none."""
    h.answer(200, b"<!DOCTYPE html><title>K</title><p>Willkommen", "text/html")


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 128

    def handle_error(self, request, address):
        pass


class Site:
    """All hosts, on threads of their own. `hosts` are their addresses with port."""

    def __init__(self):
        self.counters = Counters()
        first = Server(("127.0.0.1", 0), Handler)
        self.port = first.server_address[1]
        self.servers = [first] + [Server(("127.0.0.%d" % i, self.port), Handler) for i in range(2, HOSTS + 1)]
        site = self

        class Internal(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                site.counters.internal += 1
                self.send_error(404)

            def log_message(self, *args):
                pass

        internal = Server(("127.0.0.1", 0), Internal)
        self.internal_port = internal.server_address[1]
        self.servers.append(internal)
        for server in self.servers:
            server.site = self
            threading.Thread(target=server.serve_forever, daemon=True).start()
        self.hosts = ["127.0.0.%d:%d" % (i, self.port) for i in range(1, HOSTS + 1)]

    def url(self, path, host=1):
        return "http://127.0.0.%d:%d%s" % (host, self.port, path)

    def close(self):
        for server in self.servers:
            server.shutdown()
            server.server_close()


if __name__ == "__main__":
    site = Site()
    print(json.dumps({"hosts": site.hosts, "internal": site.internal_port}), flush=True)
    threading.Event().wait()
