#!/usr/bin/env python3
"""How fast `tag` is once it runs: MB of text a second on one core, beside a bare pass over the same lines.

    tag_speed.py --accord build/release/cmd/accord [--times N] [--runs N] [DOCUMENTS.ndjson...]

The documents (default: the corpus) are read once and N times in one process with --jobs 1; the difference of the two, the least of
some runs each, is what N - 1 passes cost without start-up and without words that are met for the first time. The floor is the same
with every document in a language that has no rules: reading and writing JSON, and nothing else. Text in languages without rules is
not counted.
"""
import argparse
import json
import pathlib
import resource
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def cpu(accord, files):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = subprocess.run([accord, "tag", "--jobs", "1", *files], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if result.returncode:
        sys.exit(result.stderr.decode())
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def steady(accord, path, times, runs):
    """Seconds of one pass, and those of a whole process with one."""
    cpu(accord, [path])  # what is kept between starts is kept now
    once = min(cpu(accord, [path]) for _ in range(runs))
    more = min(cpu(accord, [path] * times) for _ in range(runs))
    return max((more - once) / (times - 1), 1e-6), once


def documents(paths):
    for path in paths or sorted((ROOT / "corpus" / "articles").rglob("*.ndjson")):
        for line in pathlib.Path(path).read_text().splitlines():
            document = json.loads(line)
            if document.get("text"):
                yield {key: document[key] for key in ("lang", "title", "published", "text") if document.get(key)}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--accord", required=True)
    options.add_argument("--times", type=int, default=4)
    options.add_argument("--runs", type=int, default=4)
    options.add_argument("documents", nargs="*")
    given = options.parse_args()
    lines = [d for d in documents(given.documents) if d.get("lang", "")[:2] in ("de", "it", "en")]
    text = sum(len(d["text"].encode()) for d in lines)
    copies = max(1, 3_000_000 // max(text, 1))
    with tempfile.TemporaryDirectory() as folder:
        read, bare = pathlib.Path(folder) / "read.ndjson", pathlib.Path(folder) / "bare.ndjson"
        read.write_text("".join(json.dumps(d, ensure_ascii=False) + "\n" for d in lines) * copies)
        bare.write_text("".join(json.dumps({**d, "lang": "xx"}, ensure_ascii=False) + "\n" for d in lines) * copies)
        size = text * copies / 1e6
        floor, _ = steady(given.accord, str(bare), given.times, given.runs)
        seconds, once = steady(given.accord, str(read), given.times, given.runs)
    print(f"{len(lines)} documents, {size:.1f} MB of text, one core")
    print(f"  lines read and written   {size / floor:7.1f} MB/s")
    print(f"  tag, once it runs        {size / seconds:7.1f} MB/s   {seconds / floor:5.1f} x the bare pass")
    print(f"  tag, the first pass      {size / once:7.1f} MB/s   start-up and new words with it")


main()
