#!/usr/bin/env python3
"""Speeds, as MB/s and as ratios to libxml2 parsing the same pages and nothing else, all in one run.

    run.py --accord build/release/cmd/accord --floor build/release/tests/html_floor [--copies N] [FOLDER...]

Takes the HTML pages below the folders (default: corpus/pages), each N times under other names. The times are the CPU
seconds of whole processes, start-up taken off by a run over an empty page; the least of three runs counts. `tag` gets the
texts that `clean` made. Start-up and the tagging of text alone stand below: a language is read when its first document comes,
so its start-up is a word in each.
"""
import argparse
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def cpu(command, **options):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = subprocess.run(command, capture_output=True, **options)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, result


def least(command, **options):
    return min(cpu(command, **options)[0] for _ in range(3))


def copy_pages(folders, copies, work):
    pages = sorted(p for folder in folders for p in pathlib.Path(folder).rglob("*.html"))
    names = []
    for number in range(copies):
        for page in pages:
            name = work / f"{number:04d}-{page.parent.name}-{page.name}"
            shutil.copyfile(page, name)
            names.append(str(name))
    return names


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--accord", required=True)
    options.add_argument("--floor", required=True)
    options.add_argument("--copies", type=int, default=40)
    options.add_argument("folders", nargs="*", default=[ROOT / "corpus" / "pages"])
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        pages = copy_pages(given.folders, given.copies, work)
        if not pages:
            sys.exit("bench: no pages")
        empty = work / "empty.html"
        empty.write_text("<p>")
        size, floor = cpu([given.floor, *pages])[1].stdout.split()
        size, floor = int(size) / 1e6, float(floor)
        print(f"{len(pages)} pages, {size:.1f} MB; libxml2 alone {floor:.3f} s, {size / floor:.0f} MB/s")
        for verb in ("clean", "extract"):
            start = least([given.accord, verb, str(empty)])
            seconds = max(least([given.accord, verb, *pages]) - start, 1e-9)
            print(f"{verb:8} {size / seconds:7.0f} MB/s   {seconds / floor:5.2f} x libxml2   start-up {start * 1000:.0f} ms")
        lines = cpu([given.accord, "clean", *pages])[1].stdout
        text = work / "documents.ndjson"
        text.write_bytes(lines)
        letters = sum(len(json.loads(line).get("text", "").encode()) for line in lines.splitlines()) / 1e6
        bare = dict(os.environ, ACCORD_CACHE="off")
        word = [json.dumps({"lang": lang, "text": "Nokia."}).encode() + b"\n" for lang in ("de", "it", "en")]
        cold = least([given.accord, "tag"], input=b"".join(word), env=bare)
        start = least([given.accord, "tag"], input=b"".join(word))
        alone = max(least([given.accord, "tag"], input=one) for one in word)
        empty = least([given.accord, "tag"], input=b"")
        seconds = max(least([given.accord, "tag", str(text)]) - start, 1e-9)
        print(f"{'tag':8} {letters / seconds:7.1f} MB/s of text ({letters:.1f} MB)   start-up {start * 1000:.0f} ms,"
              f" ({alone * 1000:.0f} in one language, {empty * 1000:.0f} without a document), {cold * 1000:.0f} ms where nothing"
              " is kept")


main()
