#!/usr/bin/env python3
"""The corpus generator and a small run of the growth measurement: growth_test.py ACCORD [sanitized].

The generator says the same with the same seed, any part of it is that part of the whole, and its forms hold the same articles.
Over ten times as many pages every verb gives every page and needs no more memory (with sanitizers, which
keep freed memory back, only the pages are counted).
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

BENCH = pathlib.Path(__file__).resolve().parent / "bench"
sys.path.insert(0, str(BENCH))
import growth  # noqa: E402

ACCORD = os.path.abspath(sys.argv[1])
wrong = []


def check(good, what):
    if not good:
        wrong.append(what)


def made(*words):
    return subprocess.run([sys.executable, BENCH / "many_pages.py", *map(str, words)], check=True, stdout=subprocess.PIPE).stdout


def articles_of(*words, stdin=b""):
    """(title, text) of each page, as accord reads it."""
    run = subprocess.run([ACCORD, "extract", *map(str, words)], input=stdin, stdout=subprocess.PIPE)
    check(run.returncode == 0, f"extract {words}: exit status {run.returncode}")
    documents = [json.loads(line) for line in run.stdout.splitlines()]
    return [(d.get("title"), d.get("text")) for d in documents]


def test_same_again():
    whole = made(60)
    check(whole == made(60), "the same seed gives other pages")
    check(whole != made(60, "--seed", 2), "another seed gives the same pages")
    lines = whole.splitlines(keepends=True)
    check(b"".join(lines[40:]) == made(20, "--from", 40), "--from 40 is not that part of the whole")
    check(len(set(lines)) == 60, "pages are equal")


def test_forms(folder):
    written = [json.loads(line) for line in made(60, "--format", "documents").splitlines()]
    expected = [(d["title"], d["text"]) for d in written]
    check({d["lang"] for d in written} == {"de", "it", "en"}, "not all three languages")
    made(60, "--format", "warc", "--out", folder / "p.warc.gz", "--furniture", 3000)
    made(60, "--format", "folder", "--out", folder / "pages")
    pages = sorted(folder.glob("pages/*/*.html"), key=lambda p: int(p.stem[1:]))
    forms = {"ndjson": articles_of("--from", "ndjson", stdin=made(60)), "warc": articles_of(folder / "p.warc.gz"),
             "folder": articles_of(*pages)}
    for name, found in forms.items():
        alike = sum(a == b for a, b in zip(expected, found))
        check(len(found) == 60, f"{name}: {len(found)} documents of 60 pages")
        check(alike >= 57, f"{name}: {alike} of 60 articles come out as they went in")


def test_deals():
    run = subprocess.run([ACCORD, "tag"], input=made(200, "--format", "documents"), stdout=subprocess.PIPE)
    with_deals = sum(bool(json.loads(line)["deals"]) for line in run.stdout.splitlines())
    check(80 <= with_deals <= 160, f"{with_deals} of 200 articles have deals")


def test_growth(folder, sanitized):
    small, large = (growth.Run(ACCORD, "extract", n, folder) for n in (400, 4000))
    check((small.documents, large.documents, large.errors) == (400, 4000, 0),
          f"extract: {large.documents} documents, {large.errors} errors")
    # Tables of words fill up to a bound; a page that stayed behind would take more than 10 KB.
    check(sanitized or large.peak < small.peak + 36, f"extract: memory grows from {small.peak:.0f} to {large.peak:.0f} MB")
    small, large = (growth.Run(ACCORD, "import", n, folder) for n in (200, 2000))
    check(not small.failed and not large.failed, "import failed")
    check(5 * small.store < large.store < 20 * small.store, f"import: the store grows from {small.store} to {large.store} bytes")
    # SQLite's cache fills up to 64 MB.
    check(sanitized or large.peak < small.peak + 100, f"import: memory grows from {small.peak:.0f} to {large.peak:.0f} MB")


with tempfile.TemporaryDirectory() as name:
    # Images of its own: where other tests fill the common folder, one of ours may be made anew in the midst of a measurement.
    os.environ["ACCORD_CACHE"] = os.path.join(name, "cache")
    test_same_again()
    test_forms(pathlib.Path(name))
    test_deals()
    test_growth(name, "sanitized" in sys.argv)
print("\n".join(wrong) or "the generator and the growth of extract and import hold")
sys.exit(bool(wrong))
