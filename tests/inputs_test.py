#!/usr/bin/env python3
"""Saved corpora in every form, whole and damaged: inputs_test.py ACCORD [Formats | Damage | Import | Cores].

All fixtures are made here. A page is told by a number in its text, so that which pages came, and in which order, can be seen in
the output whatever they were kept in.
"""
import base64
import bz2
import gzip
import hashlib
import io
import json
import lzma
import os
import pathlib
import quopri
import random
import re
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
import threading
import time
import unittest
import zipfile
import zlib

ACCORD = sys.argv[1] if len(sys.argv) > 1 else "accord"
NAMES = ["Alvaro Systems", "Kestrel Labs", "Ostara", "Norbit Networks", "Tellurio"]


def page(n, charset="utf-8", canonical=None, extra=0):
    filler = " ".join("Die Maschine %d läuft seit Tagen ohne eine Störung." % (n * 100 + k) for k in range(extra))
    link = '<link rel="canonical" href="%s">' % canonical if canonical else ""
    return ("<!DOCTYPE html><html lang='de'><head><title>Meldung %d</title>%s</head><body><article><h1>Meldung %d</h1>"
            "<p>Das ist die Seite Nummer %d über Geräte für Büros, die größer werden, und über Häuser am Fluss.</p>"
            "<p>%s kauft %s für zwei Millionen Euro, wie beide am Montag in München mitteilten. %s</p></article></body></html>"
            % (n, link, n, n, NAMES[n % 5], NAMES[(n + 2) % 5], filler)).encode(charset)


def document(n, **more):
    return json.dumps({"id": "n%d" % n, "text": "Das ist die Seite Nummer %d über Geräte." % n, **more}) + "\n"


def record(kind, url, block, n=0, **fields):
    head = {"WARC-Type": kind, "WARC-Record-ID": "<urn:uuid:00000000-0000-4000-8000-%012d>" % n,
            "WARC-Date": "2021-03-04T05:06:07Z", "WARC-Target-URI": url,
            "Content-Type": "application/http; msgtype=response", "Content-Length": str(len(block))}
    head.update({name.replace("_", "-"): value for name, value in fields.items()})
    lines = "".join("%s: %s\r\n" % pair for pair in head.items() if pair[1] is not None)
    return ("WARC/1.0\r\n" + lines + "\r\n").encode() + block + b"\r\n\r\n"


def answer(body, kind="text/html; charset=utf-8", **fields):
    lines = "".join("%s: %s\r\n" % (name.replace("_", "-"), value) for name, value in fields.items())
    return ("HTTP/1.1 200 OK\r\nContent-Type: %s\r\n%s\r\n" % (kind, lines)).encode() + body


def response(n, **more):
    return record("response", "https://a.example/%d" % n, answer(page(n, extra=more.pop("extra", 0))), n, **more)


def chunks(body, size=100):
    parts = [body[i:i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def mhtml(n, encoding="quoted-printable", location="https://m.example/%d", boundary="----part", inner=False):
    body = page(n)
    text = {"quoted-printable": lambda: quopri.encodestring(body).replace(b"\n", b"\r\n"),
            "base64": lambda: base64.encodebytes(body).replace(b"\n", b"\r\n"), "8bit": lambda: body}[encoding]()
    head = ("From: <Saved by Blink>\r\nSnapshot-Content-Location: %s\r\nSubject: x\r\nDate: Thu, 4 Mar 2021 05:06:07 -0000\r\n"
            "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"%s\"\r\n\r\n"
            % (location % n, boundary)).encode()
    part = ("Content-Type: text/html; charset=utf-8\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
            "Content-Transfer-Encoding: %s\r\nContent-Location: %s\r\n\r\n" % (encoding, location % n)).encode() + text
    if inner:
        part = (b'Content-Type: multipart/alternative; boundary="in"\r\n\r\n--in\r\nContent-Type: text/plain\r\n\r\nx\r\n--in\r\n' + part
                + b"\r\n--in--\r\n")
    picture = b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(bytes(range(256)) * 8)
    mark = b"--" + boundary.encode()
    return head + b"\r\n".join([mark, part, mark, picture, mark + b"--", b""])


def tar(files, mode="w", **options):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode, **options) as archive:
        for name, data in files:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


class Unseekable(io.RawIOBase):
    """What zipfile must write with sizes behind the data."""

    def __init__(self):
        self.data = bytearray()

    def writable(self):
        return True

    def write(self, data):
        self.data += data
        return len(data)


def zipped(files, method=zipfile.ZIP_DEFLATED, stream=False):
    out = Unseekable() if stream else io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return bytes(out.data) if stream else out.getvalue()


def zstd(data):
    """A frame of raw blocks (RFC 8878), so that no tool is needed."""
    blocks = [data[i:i + 100000] for i in range(0, len(data), 100000)] or [b""]
    packed = b"".join((len(block) << 3 | (n == len(blocks) - 1)).to_bytes(3, "little") + block for n, block in enumerate(blocks))
    return b"\x28\xb5\x2f\xfd\xa0" + len(data).to_bytes(4, "little") + packed


def brotli(data):
    """An uncompressed meta-block and an empty last one (RFC 7932)."""
    assert 0 < len(data) <= 65536
    return (len(data) - 1 << 4 | 1 << 20).to_bytes(3, "little") + data + b"\x03"


class Inputs(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)

    def tearDown(self):
        self.folder.cleanup()

    def write(self, name, data):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return str(path)

    def run_accord(self, *words, verb="clean", **options):
        return subprocess.run([ACCORD, verb, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60,
                              cwd=self.path, **options)

    def objects(self, done):
        return [json.loads(line) for line in done.stdout.splitlines()]

    def numbers(self, done):
        """The numbers of the pages that came; None for an error object."""
        found = []
        for obj in self.objects(done):
            number = re.search(r"Seite Nummer (\d+) ", obj.get("text", ""))
            found.append(int(number[1]) if number else None)
        return found

    def expect(self, numbers, *words, status=0, **options):
        done = self.run_accord(*words, **options)
        self.assertEqual(self.numbers(done), numbers, done.stderr.decode())
        self.assertEqual(done.returncode, status, done.stderr.decode())
        return done


class Formats(Inputs):
    def test_single_pages(self):
        self.write("a.html", page(1))
        self.write("b.htm.gz", gzip.compress(page(2)))
        self.write("c.xhtml", page(3))
        self.write("d.html.bz2", bz2.compress(page(4)))
        self.write("e.html.xz", lzma.compress(page(5)))
        self.write("f.html.zst", zstd(page(6)))
        self.write("g.html.br", brotli(page(7)))
        names = ["a.html", "b.htm.gz", "c.xhtml", "d.html.bz2", "e.html.xz", "f.html.zst", "g.html.br"]
        done = self.expect([1, 2, 3, 4, 5, 6, 7], *names)
        self.assertEqual([obj["source"] for obj in self.objects(done)], names)

    def test_without_a_name(self):
        self.write("page", page(1))
        self.write("packed", gzip.compress(gzip.compress(page(2))))
        self.write("lines", (document(3) + document(4)).encode())
        self.write("saved", mhtml(5))
        self.write("archive", response(6))
        self.write("tape", tar([("x.html", page(7))]))
        self.write("box", zipped([("x.html", page(8))]))
        self.expect([1, 2, 3, 4, 5, 6, 7, 8], "page", "packed", "lines", "saved", "archive", "tape", "box")
        for n, name in enumerate(["page", "packed"], 1):
            self.expect([n], input=(self.path / name).read_bytes())

    def test_folder(self):
        self.write("f/b/2.html", page(2))
        self.write("f/a.html.gz", gzip.compress(page(1)))
        self.write("f/c.ndjson", (document(3) + "\n" + document(4)).encode())
        self.write("f/d", page(5))
        self.write("f/e.tar", tar([("x/6.html", page(6)), ("x/7.css", b"body {}"), ("x/8.html", page(8))]))
        self.write("f/style.css", b"body { color: red }")
        self.write("f/notes.txt", b"not a page\n")
        self.write("f/data.xml", b"<?xml version='1.0'?><rss/>")
        self.write("f/.hidden.html", page(99))
        os.symlink(self.path / "f/b/2.html", self.path / "f/z.html")
        done = self.expect([1, 2, 3, 4, 5, 6, 8], "f")
        self.assertEqual(self.objects(done)[5]["source"], "f/e.tar:x/6.html")
        self.expect([1], "f", "--match", "a*")
        self.expect([2], "f", "--match", "b/*.html")
        self.expect([6, 8], "f/e.tar", "--match", "x/*.html")
        self.expect([1, 3, 4], "f", "--match", "*.gz", "--match", "*.ndjson")

    def test_lists(self):
        self.write("f/1.html", page(1))
        self.write("f/2 3.html", page(2))
        self.write("f/x\ny.html", page(3))
        self.write("list", b"f/1.html\n\nf/2 3.html\r\n")
        self.expect([1, 2], "--files-from", "list")
        self.expect([2, 1], "--files-from", "-", input=b"f/2 3.html\nf/1.html")
        self.expect([3, 1], "--files-from", "-", "-0", input=b"f/x\ny.html\0f/1.html\0")
        self.expect([None, 1], "--files-from", "-", status=1, input=b"f/none.html\nf/1.html\n")
        self.assertEqual(self.run_accord("--files-from", "list", "f").returncode, 2)
        self.assertEqual(self.run_accord("-0", "f").returncode, 2)

    def test_tar(self):
        files = [("p/%d.html" % n, page(n)) for n in range(1, 4)] + [("p/" + "long/" * 60 + "4.html", page(4))]
        for name, data in {"a.tar": tar(files), "b.tgz": tar(files, "w:gz"), "c.tar.bz2": tar(files, "w:bz2"),
                           "d.tar.xz": tar(files, "w:xz"), "e.tar": tar(files, format=tarfile.GNU_FORMAT),
                           "f.tar": tar(files, format=tarfile.PAX_FORMAT)}.items():
            with self.subTest(name):
                done = self.expect([1, 2, 3, 4], self.write(name, data))
                self.assertTrue(self.objects(done)[3]["source"].endswith("long/4.html"))
                self.expect([1, 2, 3, 4], input=data)
        inner = [("a.html.gz", gzip.compress(page(1))), ("b.warc.gz", gzip.compress(response(2)) + gzip.compress(response(3))),
                 ("c.mhtml", mhtml(4)), ("d.ndjson", (document(5) + document(6)).encode())]
        self.expect([1, 2, 3, 4, 5, 6], self.write("mixed.tar", tar(inner)))
        done = self.expect([1, None], self.write("nested.tar", tar([("a.html", page(1)), ("b.tar", tar(files))])), status=1)
        self.assertIn(b"within an archive", done.stderr)

    def test_zip(self):
        files = [("p/%d.html" % n, page(n)) for n in range(1, 4)] + [("p/x.css", b"p {}"), ("p/", b"")]
        for name, data in {"a.zip": zipped(files), "b.zip": zipped(files, zipfile.ZIP_STORED),
                           "c.zip": zipped(files, stream=True), "d.zip": zipped(files, zipfile.ZIP_STORED, True)}.items():
            with self.subTest(name):
                self.expect([1, 2, 3], self.write(name, data))
                if name != "d.zip":
                    self.expect([1, 2, 3], input=data)
        self.expect([], self.write("empty.zip", zipped([])))
        done = self.expect([None], self.write("lzma.zip", zipped([("1.html", page(1))], zipfile.ZIP_LZMA)), status=1)
        self.assertIn(b"method 14", done.stderr)

    def test_mhtml(self):
        for encoding in ("quoted-printable", "base64", "8bit"):
            for inner in (False, True):
                with self.subTest(encoding=encoding, inner=inner):
                    done = self.expect([1], self.write("a.mhtml", mhtml(1, encoding, inner=inner)))
                    self.assertEqual(self.objects(done)[0]["url"], "https://m.example/1")
                    self.assertIn("für Büros", self.objects(done)[0]["text"])
        latin = mhtml(2, "8bit").replace(page(2), page(2, "latin-1")).replace(b"charset=utf-8", b"charset=iso-8859-1")
        self.assertIn("größer", self.objects(self.expect([2], self.write("b.mht", latin)))[0]["text"])
        done = self.expect([None], self.write("c.mht", b"MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nx"), status=1)
        self.assertIn(b"no page", done.stderr)

    def test_warc(self):
        body = page(4)
        records = [
            record("warcinfo", "", b"software: x\r\n", 100, Content_Type="application/warc-fields"),
            record("request", "https://a.example/1", b"GET / HTTP/1.1\r\n\r\n", 101),
            response(1),
            record("response", "https://a.example/2", answer(chunks(page(2)), Transfer_Encoding="chunked"), 2),
            record("response", "https://a.example/3", answer(gzip.compress(page(3)), Content_Encoding="gzip"), 3),
            record("response", "https://a.example/4", answer(zlib.compress(body)[2:-4], Content_Encoding="deflate"), 4),
            record("response", "https://a.example/5", answer(chunks(gzip.compress(page(5))), Content_Encoding="gzip",
                                                             Transfer_Encoding="chunked"), 5),
            record("response", "https://a.example/6", answer(page(6, "latin-1"), "text/html; charset=iso-8859-1"), 6),
            record("resource", "https://a.example/7", page(7), 7, Content_Type="text/html"),
            record("response", "https://a.example/8", answer(b"\x89PNG", "image/png"), 8),
            record("response", "https://a.example/9", b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + page(9), 9)]
        records.append(record("response", "https://a.example/10", answer(brotli(page(10)), Content_Encoding="br"), 10))
        records.append(record("response", "https://a.example/11", answer(zstd(page(11)), Content_Encoding="zstd"), 11))
        expected = [1, 2, 3, 4, 5, 6, 7, 10, 11]
        forms = {"a.warc": b"".join(records), "b.warc.gz": b"".join(map(gzip.compress, records)),
                 "c.warc.gz": gzip.compress(b"".join(records)),
                 "d.warc": b"".join(records).replace(b"WARC/1.0", b"WARC/1.1"), "e.warc.zst": b"".join(map(zstd, records))}
        for name, data in forms.items():
            with self.subTest(name):
                done = self.expect(expected, self.write(name, data))
                first = self.objects(done)[0]
                self.assertEqual(first["url"], "https://a.example/1")
                self.assertEqual(first["id"], "urn:uuid:00000000-0000-4000-8000-000000000001")
                self.assertIn("größer", self.objects(done)[5]["text"])
                self.expect(expected, input=data)
                self.expect([2, 3], name, "--match", "https://a.example/[23]")

    def test_large_records(self):
        film = record("response", "https://a.example/film", answer(bytes(40 << 20), "video/mp4"), 9)
        long = record("response", "https://a.example/3", answer(page(3) + b"<!-- %s -->" % (b"x" * (20 << 20))), 3)
        for pack in (bytes, gzip.compress):
            path = self.write("a.warc", b"".join(map(pack, [response(1), film, response(2), long])))
            self.expect([1, 2, 3], path, "--jobs", "1")
            self.expect([1, 2, 3], "--jobs", "1", input=pathlib.Path(path).read_bytes())

    def test_zstd_with_a_dictionary(self):
        if not shutil.which("zstd"):
            self.skipTest("no zstd here")
        words = page(0)
        dictionary = self.write("words", words)
        packed = [subprocess.run(["zstd", "-q", "-c", "-D", dictionary], input=response(n), stdout=subprocess.PIPE, check=True).stdout
                  for n in (1, 2, 3)]
        for inside in (words, zstd(words)):
            head = b"\x5d\x2a\x4d\x18" + len(inside).to_bytes(4, "little") + inside
            self.expect([1, 2, 3], self.write("a.warc.zst", head + b"".join(packed)))
        broken = packed[1][:20] + b"\xff" * 20 + packed[1][40:]
        self.expect([1, None, 3], self.write("b.warc.zst", head + packed[0] + broken + packed[2]), status=1)

    def test_revisit(self):
        digest = {"WARC_Payload_Digest": "sha1:" + base64.b32encode(hashlib.sha1(page(1)).digest()).decode()}
        again = record("revisit", "https://b.example/1", b"HTTP/1.1 200 OK\r\n\r\n", 50, WARC_Date="2022-01-01T00:00:00Z",
                       WARC_Profile="http://netpreserve.org/warc/1.0/revisit/identical-payload-digest", **digest)
        other = record("revisit", "https://b.example/2", b"HTTP/1.1 200 OK\r\n\r\n", 51, WARC_Payload_Digest="sha1:AAAA")
        for pack in (bytes, gzip.compress):
            data = b"".join(map(pack, [response(1, **digest), response(2), again, other]))
            done = self.expect([1, 2, 1], self.write("a.warc", data))
            self.assertEqual(self.objects(done)[2]["url"], "https://b.example/1")
            self.assertIn(b"1 pages were seen again", done.stderr)

    def test_wacz(self):
        records = b"".join(gzip.compress(response(n)) for n in (1, 2))
        files = [("archive/data.warc.gz", records), ("indexes/index.cdx.gz", gzip.compress(b"x")), ("datapackage.json", b"{}"),
                 ("pages/pages.jsonl", b'{"format": "json-pages-1.0", "id": "pages"}\n{"url": "https://a.example/1", "text": "x"}\n')]
        for method, stream in ((zipfile.ZIP_STORED, False), (zipfile.ZIP_STORED, True), (zipfile.ZIP_DEFLATED, False)):
            self.expect([1, 2], self.write("a.wacz", zipped(files, method, stream)))
            self.expect([1, 2], self.write("a.zip", zipped(files, method, stream)))

    def test_addresses_of_saved_pages(self):
        comment = b"<!-- saved from url=(0025)https://saved.example/page -->\n"
        self.write("a.html", page(1).replace(b"<html", comment + b"<html"))
        self.write("b.html", page(2, canonical="https://canonical.example/2"))
        self.write("c.html", b"<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://single.example/3 \n-->"
                   + page(3)[15:])
        urls = [obj["url"] for obj in self.objects(self.expect([1, 2, 3], "a.html", "b.html", "c.html"))]
        self.assertEqual(urls, ["https://saved.example/page", "https://canonical.example/2", "https://single.example/3"])

    def test_lines(self):
        lines = document(1) + "\r\n" + document(2).replace("\n", "\r\n") + json.dumps({"id": "h", "html": page(3).decode()})
        self.expect([1, 2, 3], self.write("a.ndjson", b"\xef\xbb\xbf" + lines.encode()))
        for verb in ("extract", "clean"):
            self.expect([1, 2, 3], verb=verb, input=lines.encode())
        self.write("a.jsonl.gz", gzip.compress((document(1) + document(2)).encode()))
        self.expect([1, 2], "a.jsonl.gz", verb="tag")
        done = self.expect([1, None, 2], self.write("b.ndjson", (document(1) + "{broken\n" + document(2)).encode()), status=1)
        self.assertIn(b"b.ndjson:2", done.stderr)

    def test_indented_json_is_no_corpus(self):
        """A file of settings beside the pages is passed over; one that is named is one error, not one a line."""
        indented = json.dumps({"text": "a", "html": "b", "list": [1, 2, 3]}, indent=1).encode()
        self.write("f/1.html", page(1))
        self.write("f/settings.json", indented)
        self.write("f.tar", tar([("x/settings.json", indented), ("x/2.html", page(2))]))
        self.expect([1, 2], "f", "f.tar")
        done = self.expect([None], "f/settings.json", status=1)
        self.assertEqual(len(done.stderr.splitlines()), 1)

    def test_what_is_named_is_answered(self):
        """A folder's style sheets and papers are passed over; named, each has its error object."""
        self.write("f/a.html", page(1))
        self.write("f/b.pdf", b"%PDF-1.4 binary")
        self.write("f/c.css", b"body { color: red }")
        self.expect([1], "f")
        self.expect([None, 1, None], "f/b.pdf", "f/a.html", "f/c.css", status=1)

    def test_gaps_are_filled_from_the_line(self):
        bare = "<html><body><article><p>%s</p></article></body></html>" % ("Das ist die Seite Nummer 5 über Geräte. " * 8)
        line = json.dumps({"id": "x", "html": bare, "published": "2020-02-03", "url": "https://l.example/5"})
        obj = self.objects(self.run_accord(verb="extract", input=line.encode()))[0]
        self.assertEqual((obj["id"], obj["published"], obj["url"]), ("x", "2020-02-03", "https://l.example/5"))


class Damage(Inputs):
    """What is whole before the damage, and what can be found behind it, comes; the rest is told with its place."""

    def test_warc_gz(self):
        members = [gzip.compress(response(n)) for n in range(1, 7)]
        broken = bytearray(members[2])
        broken[len(broken) // 2] ^= 0x55
        done = self.expect([1, 2, None, 4, 5, 6], self.write("a.warc.gz", b"".join(members[:2] + [bytes(broken)] + members[3:])), status=1)
        self.assertIn(("byte %d" % len(members[0] + members[1])).encode(), done.stderr)
        cut = b"".join(members)[:-50]
        done = self.expect([1, 2, 3, 4, 5, None], self.write("b.warc.gz", cut), status=1)
        self.assertIn(("byte %d" % len(b"".join(members[:5]))).encode(), done.stderr)
        self.expect([1, None, 3], self.write("c.warc.gz", members[0] + b"rubbish" * 50 + members[2]), status=1)

    def test_warc(self):
        records = [response(n) for n in range(1, 6)]
        for claim in (b"Content-Length: 999999", b"Content-Length: 99999999999", b"Content-Length: 12", b"Content-Lengthy: 1", b"Content-Length: 1e9"):
            wrong = records[1].replace(b"Content-Length: %d" % (len(answer(page(2)))), claim)
            self.assertNotEqual(wrong, records[1])
            for pack in (bytes, gzip.compress):
                with self.subTest(claim=claim, pack=pack):
                    data = b"".join(map(pack, [records[0], wrong] + records[2:]))
                    done = self.expect([1, None, 3, 4, 5], self.write("a.warc", data), status=1)
                    self.assertIn(("byte %d" % len(pack(records[0]))).encode(), done.stderr)
                    # A pipe does not go back behind what was passed over as too large to be kept.
                    huge = claim.endswith(b"99999999999")
                    self.expect([1, None] if huge else [1, None, 3, 4, 5], input=data, status=1)
        self.expect([1, 2, None], self.write("b.warc", b"".join(records)[:len(records[0] + records[1]) + 100]), status=1)

    def test_zstd_and_brotli(self):
        members = [zstd(response(n)) for n in range(1, 5)]
        broken = bytearray(members[1])
        broken[9] |= 6  # a block of a type that there is not
        self.expect([1, None, 3, 4], self.write("a.warc.zst", b"".join([members[0], bytes(broken)] + members[2:])), status=1)
        self.expect([1, 2, None], self.write("b.warc.zst", b"".join(members[:3])[:-100]), status=1)
        self.expect([None, 2], self.write("c.html.br", brotli(page(1))[:-30]), self.write("d.html", page(2)), status=1)
        self.expect([None], self.write("e.html.br", b"\xff" + brotli(page(1))), status=1)

    def test_tar(self):
        files = [("%d.html" % n, page(n)) for n in range(1, 5)]
        data = bytearray(tar(files))
        second = data.index(b"2.html")
        data[second + 10:second + 60] = b"\xff" * 50
        self.expect([1, None, 3, 4], self.write("a.tar", bytes(data)), status=1)
        whole = tar(files)
        third = whole.index(b"3.html")
        self.expect([1, 2, None], self.write("b.tar", whole[:third]), status=1)
        done = self.expect([1, 2, None, None], self.write("c.tar", whole[:third + 700]), status=1)
        self.assertIn(b"cut off", done.stderr)

    def test_zip(self):
        files = [("%d.html" % n, page(n)) for n in range(1, 5)]
        for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            data = bytearray(zipped(files, method))
            second = data.index(b"2.html")
            data[second + 60] ^= 0x55
            data[second + 61] ^= 0x55
            self.expect([1, None, 3, 4], self.write("a.zip", bytes(data)), status=1)
            header = bytearray(zipped(files, method))
            second = header.index(b"2.html") - 30
            header[second:second + 4] = b"XXXX"
            self.expect([1, None, 3, 4], self.write("b.zip", bytes(header)), status=1)
            whole = zipped(files, method)
            self.expect([1, 2, 3, 4, None], self.write("c.zip", whole[:whole.index(b"PK\1\2")]), status=1)

    def test_others_go_on(self):
        self.write("a.html.gz", gzip.compress(page(1))[:-20])
        self.write("b.html", page(2))
        self.write("c.mhtml", mhtml(3)[:600])
        self.write("d.mhtml", mhtml(4)[:-300])
        self.write("e.ndjson.gz", gzip.compress(b"".join(document(n).encode() for n in range(2000)))[:-30])
        done = self.run_accord("a.html.gz", "b.html", "c.mhtml", "d.mhtml", "e.ndjson.gz", "none.html", "b.html")
        found = self.numbers(done)
        self.assertEqual(found[:5], [None, 2, None, 4, None])
        self.assertEqual(found[-3:], [None, None, 2])
        self.assertEqual(found[5:-3], list(range(len(found[5:-3]))))
        self.assertGreater(len(found), 1000)
        self.assertEqual(done.returncode, 1)

    def test_bombs(self):
        zeros = gzip.compress(b"<html>" + b"\0" * (300 << 20))
        done = self.expect([None, 1], self.write("a.html.gz", zeros), self.write("b.html", page(1)), status=1)
        self.assertIn(b"times its size", done.stderr)
        self.expect([None, None, 2], self.write("c.zip", zipped([("1.html.gz", zeros), ("2.html", b" " * (80 << 20)), ("3.html", page(2))])), status=1)
        self.expect([1, None, 2], self.write("d.warc", response(1) + record("response", "https://a.example/9", answer(zeros, Content_Encoding="gzip"), 9)
                                             + response(2)), status=1)
        layers = page(1)
        for _ in range(40):
            layers = gzip.compress(layers)
        self.assertEqual(self.run_accord(self.write("e.html.gz", layers)).returncode, 1)

    def archives(self):
        files = [("%d.html" % n, page(n)) for n in range(1, 5)]
        lines = b"".join(document(n).encode() for n in range(1, 40))
        return {"a.warc": b"".join(response(n) for n in range(1, 5)),
                "b.warc.gz": b"".join(gzip.compress(response(n)) for n in range(1, 5)),
                "c.tar": tar(files), "d.tar.gz": tar(files, "w:gz"), "e.zip": zipped(files),
                "f.zip": zipped(files, zipfile.ZIP_STORED), "g.mhtml": mhtml(1), "h.ndjson.gz": gzip.compress(lines),
                "i.html.gz": gzip.compress(page(1)),
                "j.wacz": zipped([("archive/a.warc.gz", b"".join(gzip.compress(response(n)) for n in range(1, 4)))], zipfile.ZIP_STORED)}

    def test_cut_anywhere(self):
        """A file that ends too early, at many places: never a crash or a hang, and an end that is told. Where a form has no end
        mark, a cut between two records cannot be seen; neither can one inside of an uncompressed page."""
        places = int(os.environ.get("ACCORD_CUTS", "8"))
        r = random.Random(5)
        for name, data in self.archives().items():
            path, whole = self.write(name, data), self.numbers(self.run_accord(self.write(name, data)))
            edges = set()
            if name in ("a.warc", "b.warc.gz"):
                pack = gzip.compress if name == "b.warc.gz" else bytes
                edges = {len(b"".join(pack(response(k)) for k in range(1, n))) for n in range(1, 6)}
            for cut in sorted(r.sample(range(1, len(data)), places)):
                with self.subTest(name=name, cut=cut):
                    self.write(name, data[:cut])
                    done = self.run_accord(path)
                    self.assertIn(done.returncode, (0, 1))
                    found = self.numbers(done)
                    if done.returncode == 0:
                        # the blank lines behind the last record may be missing
                        self.assertTrue(found == whole or any(edge - 4 <= cut <= edge for edge in edges), (found, done.stderr))
                    else:
                        self.assertTrue(done.stderr)
                    good = [n for n in found if n is not None]
                    self.assertEqual(good, whole[:len(good)])

    def test_one_byte_anywhere(self):
        places = int(os.environ.get("ACCORD_CUTS", "8"))
        r = random.Random(6)
        for name, data in self.archives().items():
            path, whole = self.write(name, data), self.numbers(self.run_accord(self.write(name, data)))
            for place in sorted(r.sample(range(len(data)), places)):
                with self.subTest(name=name, place=place):
                    other = bytearray(data)
                    other[place] ^= 1 << r.randrange(8)
                    self.write(name, bytes(other))
                    done = self.run_accord(path)
                    self.assertIn(done.returncode, (0, 1), done.stderr)
                    found = self.numbers(done)
                    if done.returncode == 1:
                        self.assertTrue(done.stderr)
                    elif name in ("b.warc.gz", "d.tar.gz", "e.zip", "i.html.gz", "h.ndjson.gz", "j.wacz"):
                        self.assertEqual(found, whole)  # these have checksums: only what does not matter may pass
                    if name in ("b.warc.gz", "e.zip", "f.zip", "c.tar", "a.warc"):
                        lost = [n for n in whole if n not in found]
                        self.assertLessEqual(len(lost), 1, done.stderr)


class Import(Inputs):
    def load(self, *words, db="a.db", status=0):
        done = self.run_accord("--db", db, *words, verb="import")
        self.assertEqual(done.returncode, status, done.stderr.decode())
        return done.stderr.decode().splitlines()[-1]

    def stored(self, db="a.db"):
        done = self.run_accord("--db", db, "--untagged", verb="export")
        return sorted(self.numbers(done))

    def test_forms(self):
        self.write("f/a.warc.gz", b"".join(gzip.compress(response(n)) for n in (1, 2)))
        self.write("f/b.zip", zipped([("3.html", page(3)), ("4.mhtml", mhtml(4))]))
        self.write("f/c.ndjson", (document(5) + json.dumps({"id": "h", "html": page(6).decode(), "title": "Eigener"}) + "\n").encode())
        self.write("f/7.html", page(7))
        self.assertIn("7 new", self.load("f"))
        self.assertEqual(self.stored(), [1, 2, 3, 4, 5, 6, 7])
        titles = [obj["title"] for obj in self.objects(self.run_accord("--db", "a.db", verb="export")) if obj["id"] == "h"]
        self.assertEqual(titles, ["Eigener"])
        self.assertIn("0 new, 0 changed, 0 tagged again, 7 known", self.load("f"))
        self.assertIn("would store 0, 7 known", self.load("--dry-run", "f"))
        self.assertIn("0 new", self.load("--files-from", self.write("list", b"f/7.html\n")))

    def test_selection(self):
        lines = [json.dumps({"id": "d%d" % n, "lang": lang, "published": day, "text": "Das ist die Seite Nummer %d hier." % n}) for n, lang, day in
                 ((1, "de", "2019-01-01"), (2, "it", "2020-05-05"), (3, "de", "2021-01"), (4, "fr", "2021-02-02"), (5, "de", "2020-06-01T10:00"))]
        self.write("a.ndjson", "\n".join(lines).encode())
        for words, expected in ((("--lang", "de"), [1, 3, 5]), (("--lang", "it", "--lang", "fr"), [2, 4]), (("--since", "2020-06"), [3, 4, 5]),
                                (("--limit", "2"), [1, 2]), (("--lang", "de", "--since", "2020", "--limit", "1"), [3])):
            with self.subTest(words=words):
                db = "-".join(words) + ".db"
                self.load(*words, "a.ndjson", db=db)
                self.assertEqual(self.stored(db), expected)
        self.assertIn("2 not asked for", self.load("--lang", "de", "--dry-run", "a.ndjson", db="none.db"))
        self.assertFalse((self.path / "none.db").exists())
        self.write("w.warc", b"".join(response(n) for n in range(1, 6)))
        self.load("--match", "https://a.example/[24]", "w.warc", db="w.db")
        self.assertEqual(self.stored("w.db"), [2, 4])
        self.load("--since", "2021-03-05", "w.warc", db="v.db")  # fetched the day before, published on no day
        self.assertEqual(self.stored("v.db"), [])
        for words in (("--since", "yesterday"), ("--limit", "-1"), ("--from", "sandwich"), ("--jobs", "-1")):
            self.assertEqual(self.run_accord("--db", "x.db", *words, "a.ndjson", verb="import").returncode, 2)

    def kill_midway(self, *words):
        """An import that dies when something of it is stored."""
        run = subprocess.Popen([ACCORD, "import", "-q", "--jobs", "1", "--db", "a.db", *words], cwd=self.path, stderr=subprocess.DEVNULL)
        for _ in range(2000):
            time.sleep(0.01)
            stats = self.run_accord("--json", "--db", "a.db", "stats", verb="store").stdout if (self.path / "a.db").exists() else b""
            if run.poll() is not None or (stats and json.loads(stats)["documents"] >= 500):
                break
        self.assertIsNone(run.poll(), "the import was faster than its murderer")
        run.kill()
        run.wait()

    def test_goes_on_after_a_kill(self):
        lines = [document(n, url="https://k.example/%d" % n).encode() for n in range(1, 15001)]
        self.write("f/a.ndjson", b"{broken\n" + b"".join(lines[:100]))
        self.write("f/b.ndjson.gz", gzip.compress(b"".join(lines[100:])))
        self.kill_midway("f")
        done = self.run_accord("--db", "a.db", "f", verb="import")
        said = done.stderr.decode()
        before = int(re.search(r"going on behind (\d+) records", said)[1])
        self.assertGreater(before, 400)
        self.assertLess(before, 15001)
        self.assertRegex(said, r"15000 new, 0 changed, 0 tagged again, 0 known, 1 failed")  # as if nothing had happened
        self.assertNotIn("a.ndjson:1", said)  # which the first run told
        self.assertEqual(done.returncode, 1)
        self.assertEqual(self.stored(), list(range(1, 15001)))
        again = self.run_accord("--db", "a.db", "f", verb="import").stderr.decode()
        self.assertNotIn("going on", again)
        self.assertIn("0 new, 0 changed, 0 tagged again, 15000 known, 1 failed", again)

    def test_begins_anew_with_other_inputs(self):
        lines = [document(n, url="https://k.example/%d" % n).encode() for n in range(1, 15001)]
        self.write("f/b.ndjson", b"".join(lines))
        self.kill_midway("f")
        self.write("f/a.ndjson", document(15001).encode())  # in front of what was read
        said = self.run_accord("--db", "a.db", "f", verb="import").stderr.decode()
        self.assertNotIn("going on", said)
        self.assertEqual(self.stored(), list(range(1, 15002)))

    def test_progress(self):
        self.write("a.ndjson", b"".join(document(n, url="https://k.example/%d" % n).encode() for n in range(1, 12001)) + b"{broken\n")
        end, terminal = os.openpty()
        run = subprocess.Popen([ACCORD, "import", "--jobs", "1", "--db", "p.db", "a.ndjson"], cwd=self.path, stderr=terminal)
        os.close(terminal)
        for _ in range(3):  # however fast the machine is, half a second passes while documents are still to come
            time.sleep(0.1)
            run.send_signal(signal.SIGSTOP)
            time.sleep(0.6)
            run.send_signal(signal.SIGCONT)
        said = b""
        try:
            for piece in iter(lambda: os.read(end, 4096), b""):
                said += piece
        except OSError:
            pass  # the other side was closed
        os.close(end)
        self.assertEqual(run.wait(), 1)
        self.assertRegex(said.decode(), r"\raccord import: \d+ documents, \d+ a second, \d+ %, [\d.]+ (s|min|h) left, \d+ failed")
        self.assertIn(b"a.ndjson:12001", said)
        self.assertNotIn(b"a second", self.run_accord("--db", "q.db", "a.ndjson", verb="import").stderr)

    def test_round_trip(self):
        gone = record("response", "https://a.example/none", answer(b"<html><body>x</body></html>"), 77)
        fields = {"ETag": '"abc"', "Last_Modified": "Thu, 04 Mar 2021 05:06:07 GMT"}
        latin = record("response", "https://a.example/8", answer(page(8, "latin-1"), "text/html; charset=iso-8859-1", **fields), 78)
        same_text = record("response", "https://a.example/1", answer(page(1) + b"<!-- other bytes -->"), 79)
        self.write("a.warc.gz", b"".join(map(gzip.compress, [response(1, WARC_IP_Address="192.0.2.7"), gone, latin, same_text])))
        self.write("plain page.html", page(9))
        self.load("a.warc.gz", "plain page.html", status=1)
        archives = []
        for db, other in (("a.db", "b.db"), ("b.db", "c.db")):
            archive = self.run_accord("--db", db, "--format", "warc", verb="export").stdout
            archives.append(re.sub(rb"WARC-Date: .*\r\nContent-Type: application/warc-fields", b"", archive))
            self.load(self.write("out.warc", archive), db=other, status=1)
        self.assertEqual(archives[0], archives[1])
        self.assertEqual(archives[0].count(b"WARC-Type: response"), 5)
        self.assertIn(b"WARC-Target-URI: file:plain%20page.html", archives[0])
        self.assertIn(page(8, "latin-1"), archives[0])
        documents = [[{k: v for k, v in obj.items() if k != "source"} for obj in self.objects(self.run_accord("--db", db, verb="export"))]
                     for db in ("a.db", "b.db")]
        self.assertEqual(*documents)
        self.assertEqual(self.run_accord("--db", "a.db", "--format", "pdf", verb="export").returncode, 2)
        self.assertEqual(self.run_accord("--db", "a.db", "--format", "warc", "Nokia", verb="export").returncode, 2)

    def records_of(self, archive):
        """Strictly as ISO 28500:2017 has it: framing, named fields, lengths, digests."""
        at = 0
        while at < len(archive):
            head = archive.index(b"\r\n\r\n", at)
            lines = archive[at:head].decode().split("\r\n")
            self.assertEqual(lines[0], "WARC/1.1")
            fields = dict(line.split(": ", 1) for line in lines[1:])
            self.assertRegex(fields["WARC-Record-ID"], r"^<urn:uuid:[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}>$")
            self.assertRegex(fields["WARC-Date"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
            block = archive[head + 4:head + 4 + int(fields["Content-Length"])]
            at = head + 4 + len(block) + 4
            self.assertEqual(archive[at - 4:at], b"\r\n\r\n")
            payload = block[block.index(b"\r\n\r\n") + 4:] if fields["WARC-Type"] == "response" else b""
            for name, data in (("WARC-Block-Digest", block), ("WARC-Payload-Digest", payload)):
                if name in fields:
                    self.assertEqual(fields[name], "sha256:" + hashlib.sha256(data).hexdigest())
            yield fields, payload

    def test_archive_is_valid(self):
        self.write("a.warc", b"".join(response(n) for n in range(1, 6)))
        self.load("a.warc")
        found = list(self.records_of(self.run_accord("--db", "a.db", "--format", "warc", verb="export").stdout))
        kinds = [fields["WARC-Type"] for fields, _ in found]
        self.assertEqual(kinds, ["warcinfo"] + ["response", "request"] * 5)
        self.assertEqual(len({fields["WARC-Record-ID"] for fields, _ in found}), 11)
        self.assertEqual([payload for fields, payload in found if fields["WARC-Type"] == "response"], [page(n) for n in range(1, 6)])

    def test_archive_by_another_reader(self):
        try:
            from warcio.archiveiterator import ArchiveIterator
        except ImportError:
            self.skipTest("no warcio here (pip install warcio)")
        self.write("a.warc", b"".join(response(n) for n in range(1, 6)))
        self.load("a.warc")
        self.write("out.warc", self.run_accord("--db", "a.db", "--format", "warc", verb="export").stdout)
        found = []
        with open(self.path / "out.warc", "rb") as file:
            for entry in ArchiveIterator(file, check_digests="raise"):
                body = entry.content_stream().read()
                if entry.rec_type == "response":
                    found.append((entry.rec_headers.get_header("WARC-Target-URI"), body))
                    self.assertIs(entry.digest_checker.passed, True)
        self.assertEqual(found, [("https://a.example/%d" % n, page(n)) for n in range(1, 6)])


class Cores(Inputs):
    def mixed(self):
        r = random.Random(3)
        self.write("a.warc.gz", b"".join(gzip.compress(response(n, extra=r.choice((0, 0, 5, 400)))) for n in range(1, 120)))
        self.write("b.ndjson", b"".join(document(n).encode() if n % 17 else b"{no\n" for n in range(200, 500)))
        self.write("c.zip", zipped([("%d.html" % n, page(n) if n % 7 else b"") for n in range(600, 650)]))
        return ["a.warc.gz", "b.ndjson", "c.zip"]

    def test_order(self):
        names = self.mixed()
        for verb in ("clean", "extract"):
            one = self.run_accord("--jobs", "1", *names, verb=verb)
            self.assertEqual(one.returncode, 1)
            self.assertEqual(len(one.stdout.splitlines()), 119 + 300 + 50)
            for jobs in ("2", "3", "8", "40"):
                many = self.run_accord("--jobs", jobs, *names, verb=verb)
                self.assertEqual((many.stdout, many.stderr, many.returncode), (one.stdout, one.stderr, one.returncode))
        one, many = (self.run_accord("--jobs", jobs, "b.ndjson", verb="tag") for jobs in ("1", "5"))
        self.assertEqual((many.stdout, many.stderr), (one.stdout, one.stderr))

    def test_a_line_in_a_line_out(self):
        for verb in ("extract", "tag", "clean"):
            for jobs in ("1", "2"):
                with self.subTest(verb=verb, jobs=jobs):
                    worker = subprocess.Popen([ACCORD, verb, "--jobs", jobs], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
                    watchdog = threading.Timer(30, worker.kill)
                    watchdog.start()
                    for n in range(5):
                        worker.stdin.write(document(n).encode())
                        worker.stdin.flush()
                        line = worker.stdout.readline()  # nothing follows before this answer is here
                        self.assertIn('"n%d"' % n, line.decode())
                    worker.stdin.close()
                    self.assertEqual(worker.stdout.read(), b"")
                    worker.stdout.close()
                    self.assertEqual(worker.wait(), 0)
                    watchdog.cancel()

    def test_memory_is_bounded(self):
        """Ten times the documents take no more memory."""
        def peak(count):
            path = self.write("m.ndjson", b"".join(json.dumps({"id": n, "html": page(n, extra=60).decode()}).encode() + b"\n" for n in range(count)))
            measure = "import resource,subprocess,sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); " \
                      "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
            bare = dict(os.environ, ASAN_OPTIONS="quarantine_size_mb=1")  # what a sanitizer holds back is none of ours
            done = subprocess.run([sys.executable, "-c", measure, ACCORD, "clean", "--jobs", "2", path], stdout=subprocess.PIPE, env=bare)
            return int(done.stdout)
        small, large = peak(400), peak(4000)
        self.assertLess(large, small * 1.5 + 8192)

    def test_closed_output(self):
        path = self.write("x.ndjson", b"".join(document(n).encode() for n in range(20000)))
        for jobs in ("1", "2"):
            reader = subprocess.Popen("%s clean --jobs %s %s | head -1" % (ACCORD, jobs, path), shell=True, stdout=subprocess.PIPE)
            self.assertEqual(len(reader.communicate(timeout=30)[0].splitlines()), 1)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[2:])
