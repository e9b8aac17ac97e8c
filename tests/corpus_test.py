#!/usr/bin/env python3
"""Runs the program over the corpus and holds what it says against what stands beside it.

    corpus_test.py ACCORD CORPUS pages      each corpus/pages/LANG/NAME.html against NAME.json
    corpus_test.py ACCORD CORPUS articles   each line of corpus/articles/LANG/NAME.ndjson against its own "gold"
    corpus_test.py ACCORD CORPUS feeds      each corpus/feeds/NAME.xml against NAME.json

A .json names the members that are compared; others may be anything. Of a deal, the type, status, date, value, and the
names and roles of its parties are compared, in any order. "known_failures" names members that are wrong today: they are
told, and fail the test once they become right, so that the list shrinks.
"""
import json
import pathlib
import subprocess
import sys


def run(accord, verb, paths):
    result = subprocess.run([accord, verb, *map(str, paths)], capture_output=True, text=True)
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    if len(lines) != len(paths):
        sys.exit(f"accord {verb}: {len(lines)} objects for {len(paths)} inputs\n{result.stderr}")
    return lines


def plain_deal(deal):
    parties = sorted((p["role"], p["name"]) for p in deal["parties"])
    value = deal.get("value")
    return {"type": deal["type"], "status": deal["status"], "date": deal.get("date"),
            "value": value and [value["amount"], value["currency"]], "parties": parties}


def plain(member, value):
    if member == "deals":
        return sorted((plain_deal(deal) for deal in value or []), key=lambda d: json.dumps(d, sort_keys=True))
    return value


def compare(name, want, got):
    """How many members differ that should not."""
    expected_wrong = want.get("known_failures", [])
    failures = 0
    for member, value in want.items():
        if member in ("known_failures", "about"):
            continue
        same = plain(member, value) == plain(member, got.get(member))
        if same == (member in expected_wrong):
            failures += 1
            print(f"{name}: {member}{' is right now; take it off known_failures' if same else ''}")
            if not same:
                print(f"  expected {json.dumps(plain(member, value), ensure_ascii=False)}")
                print(f"  found    {json.dumps(plain(member, got.get(member)), ensure_ascii=False)}")
    return failures


def compare_files(accord, verb, paths):
    failures = 0
    for path, got in zip(paths, run(accord, verb, paths)):
        failures += compare(f"{path.parent.name}/{path.name}", json.loads(path.with_suffix(".json").read_text()), got)
    return failures, len(paths)


def compare_articles(accord, paths):
    lines = [json.loads(line) for path in paths for line in path.read_text().splitlines() if line.strip()]
    text = "".join(json.dumps({k: v for k, v in doc.items() if k != "gold"}, ensure_ascii=False) + "\n" for doc in lines)
    result = subprocess.run([accord, "tag"], input=text, capture_output=True, text=True)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    if len(found) != len(lines):
        sys.exit(f"accord tag: {len(found)} objects for {len(lines)} documents\n{result.stderr}")
    return sum(compare(want["id"], want["gold"], got) for want, got in zip(lines, found)), len(lines)


def main():
    accord, corpus, part = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
    if part == "pages":
        failures, count = compare_files(accord, "extract", sorted(corpus.glob("pages/*/*.html")))
    elif part == "feeds":
        failures, count = compare_files(accord, "parse", sorted(corpus.glob("feeds/*.xml")))
    else:
        failures, count = compare_articles(accord, sorted(corpus.glob("articles/*/*.ndjson")))
    print(f"{count} inputs, {failures} differences")
    return failures > 0 or not count


sys.exit(main())
