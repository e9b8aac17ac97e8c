#!/usr/bin/env python3
"""Runs the examples of the manual pages and of README: examples.py ACCORD ROOT.

Each runs as a line of shell in a folder of its own, over a store with made-up articles; what an example writes stays for the
next of its page. None may be misunderstood (exit status 2) or crash; most must find something. What asks the network is only
read as far as its options: it runs with --help. Every verb has a page with an example.
"""
import gzip
import os
import pathlib
import re
import subprocess
import sys
import tempfile

NETWORK = re.compile(r"accord (fetch|feeds add|filters test|robots (?!.*--file))")
FILES = {  # what examples read
    "feed.xml": ("corpus/feeds", ".xml"), "news.xml": ("corpus/feeds", ".xml"), "page.html": ("corpus/pages/de", ".html"),
    "documents.ndjson": ("corpus/articles/en", ".ndjson"),
}
FOLDERS = {"saved-pages": "corpus/pages/de", "pages": "corpus/pages/de", "rules": "rules", "my-rules": "rules"}
COMMAND = re.compile(r"(\$ |[0-9*/]+ \S+ \S+ \S+ \S+  ?)?((echo|cat|gzip) .*\| *)?accord ")


def lines_of(text):
    """Commands, each with the line behind it where that is output (JSON); what is continued is put together."""
    lines = re.sub(r"(?:\\e\n|\|\n) +", lambda m: "| " if m[0][0] == "|" else "", text).split("\n")
    for line, after in zip(lines, lines[1:] + [""]):
        line = re.sub(r"^\.Dl ", "", line).strip()
        found = COMMAND.match(line)
        if found and not line.startswith("accord reads"):
            yield re.sub(r"\s{2,}# .*$", "", line[len(found[1] or ""):]), after if after.startswith("{") else None


def page_examples(path):
    part = re.search(r"\.Sh EXAMPLES\n(.*?)(?=\n\.Sh |\Z)", path.read_text(), re.S)
    return list(lines_of(part[1])) if part else []


def readme_examples(path):
    return [line for block in re.findall(r"```\n(.*?)```", path.read_text(), re.S) for line in lines_of(block)]


def warc_of(page):
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/a\r\nWARC-Date: 2019-11-05T10:00:00Z\r\n"
            "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
            "Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(answer))
    return head.encode() + answer + b"\r\n\r\n"


def prepare(accord, root, folder):
    for name, (source, ending) in FILES.items():
        first = sorted((root / source).glob("*" + ending))[0]
        (folder / name).write_bytes(first.read_bytes())
    with gzip.open(folder / "feed.xml.gz", "wb") as file:
        file.write((folder / "feed.xml").read_bytes())
    with gzip.open(folder / "news-2019.ndjson.gz", "wb") as file:
        file.write((root / "tests/cli/life.ndjson").read_bytes())
    with gzip.open(folder / "news.warc.gz", "wb") as file:
        file.write(warc_of((folder / "page.html").read_bytes()))
    (folder / "feeds.opml").write_bytes((root / "rules/feeds.opml").read_bytes())
    (folder / "robots.txt").write_text("User-agent: *\nCrawl-delay: 5\nDisallow: /private/\n")
    for name, source in FOLDERS.items():
        (folder / name).symlink_to(root / source)
    for document in ("small.ndjson", "life.ndjson"):
        subprocess.run([accord, "import", "-q", "--tagged", str(root / "tests/cli" / document)], check=True, cwd=folder)


def main():
    accord, root = sys.argv[1], pathlib.Path(sys.argv[2])
    bad, run, empty, bare = 0, 0, 0, []
    pages = sorted((root / "docs/man").glob("accord*.[17]"))
    verbs = re.findall(r"^  (\w+) ", subprocess.run([accord, "help"], stdout=subprocess.PIPE).stdout.decode(), re.M)
    named = {page.stem.replace("accord-", "") for page in pages if page_examples(page)}
    for verb in verbs:
        if verb not in named:
            print("no manual page with an example: accord", verb)
            bad += 1
    for page in pages + [root / "README.md"]:
        examples = readme_examples(page) if page.suffix == ".md" else page_examples(page)
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "bin").mkdir()
            (folder / "bin/accord").symlink_to(accord)
            os.environ.update(HOME=name, ACCORD_DB=str(folder / "accord.db"), XDG_CONFIG_HOME=str(folder / "config"),
                              PATH=str(folder / "bin") + ":" + os.environ["PATH"], ACCORD_PAGER="")
            prepare(accord, root, folder)
            for example, output in examples:
                line = example
                if NETWORK.search(line):
                    line = re.sub(r"(accord \w+).*", r"\1 --help >/dev/null", line)
                done = subprocess.run(["sh", "-c", line], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                      stderr=subprocess.PIPE, timeout=120)
                run += 1
                empty += done.returncode == 1
                wrong = output is not None and done.stdout.decode().strip() != output.strip()
                if done.returncode not in (0, 1) or b"usage: accord" in done.stderr or wrong:
                    bad += 1
                    print("%s: exit status %d: %s\n%s%s" % (page.name, done.returncode, example,
                                                           done.stderr.decode("utf-8", "replace"), done.stdout.decode() if wrong else ""))
                elif done.returncode == 1:
                    bare.append("%s: %s: %s" % (page.name, example, done.stderr.decode("utf-8", "replace").strip()[:100]))
    print("%d examples, %d failed, %d without an answer" % (run, bad, empty))
    if "-v" in sys.argv:
        print("\n".join(bare))
    return bad > 0 or run < 40 or empty > run // 3


if __name__ == "__main__":
    sys.exit(main())
