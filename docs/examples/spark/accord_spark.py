"""accord as a worker of Apache Spark: pages in, documents with deals out, whatever dies on the way.

    from accord_spark import SCHEMA, extract_pages, extract_archives
    frame.select("url", "html").mapInPandas(extract_pages(rules=["rules"]), SCHEMA)       # pages in a table
    paths.mapInPandas(extract_archives(rules=["rules"]), SCHEMA)                          # a path of a WARC file a row

Each task runs a child process and talks to it in lines of JSON. A page without an article is a row with `error`. If the child
dies, a new one goes on with the first page that has no answer yet; a page that two of them die on gets an error too. If the
whole executor dies, Spark gives its tasks to another. So the rows are the same as those of one process over the same pages.
"""
import collections
import itertools
import json
import subprocess
import threading
import urllib.request

import pandas
from pyspark import SparkFiles

MEMBERS = """id string, url string, site string, lang string, published string, title string,
    deals array<struct<type: string, status: string, date: string, value: struct<amount: double, currency: string>, object: string,
        parties: array<struct<id: string, name: string, role: string, kind: string>>, rule: string, confidence: double>>,
    error string"""
SCHEMA = MEMBERS + ", document string"  # the last one is the document as accord wrote it, with text and tags
COLUMNS = ["id", "url", "site", "lang", "published", "title", "deals", "error"]
ROWS = 500  # of a batch that goes back to Spark
TRIES = 2   # children that may die on one page


def extract_pages(program="accord", rules=()):
    """For mapInPandas over columns `url` and `html` (text), further ones of accord's documents where there are: id, content_type."""
    def pages(frames):
        return in_frames(answers(page_lines(frames), command(program, "ndjson", rules)))
    return pages


def extract_archives(program="accord", rules=()):
    """For mapInPandas over a column `path`: WARC files that every worker can open, or http(s) addresses of some."""
    def archives(frames):
        for frame in frames:
            for path in frame["path"]:
                yield from in_frames(archive_answers(path, command(program, "warc", rules)))
    return archives


def command(program, form, rules):
    """`rules` are names of folders that came with the job (--archives rules.tar.gz#rules, --files)."""
    words = [program, "extract", "--jobs", "1", "--from", form]
    for name in rules:
        words += ["--rules", SparkFiles.get(name)]
    return words


def page_lines(frames):
    for frame in frames:
        for page in frame.to_dict("records"):
            page.setdefault("content_type", "text/html; charset=utf-8")  # the table's text has been decoded
            known = {key: value for key, value in page.items() if value is not None}
            yield json.dumps(known, default=str).encode() + b"\n"


class Child:
    """A running accord. A thread of its own writes, so that neither side ever waits for the other; what is sent stands in
    `waiting` until its answer is there."""

    def __init__(self, words, waiting, lines):
        self.process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.failure = None
        self.writer = threading.Thread(target=self.write, args=[list(waiting), waiting, lines], daemon=True)
        self.writer.start()

    def write(self, again, waiting, lines):
        try:
            for line in again:
                self.process.stdin.write(line)
            for line in lines:
                waiting.append(line)
                self.process.stdin.write(line)
            self.process.stdin.close()
        except BrokenPipeError:
            pass  # the child is dead: its reader sees that
        except BaseException as failure:  # of what makes the lines: it belongs to the task
            self.failure = failure
            self.process.kill()

    def end(self):
        """The exit status, when all that it wrote has been read."""
        status = self.process.wait()
        self.writer.join()
        if self.failure:
            raise self.failure
        return status

    def stop(self):
        """No child outlives its task, however that ends."""
        self.process.kill()
        self.process.wait()


def answers(lines, words):
    """For each line one line of answer, in order."""
    waiting, lines = collections.deque(), iter(lines)
    tries = 0
    while True:
        child = Child(words, waiting, lines)
        try:
            for answer in child.process.stdout:
                if not answer.endswith(b"\n"):
                    break  # it died in the middle of a line
                waiting.popleft()
                tries = 0
                yield answer
            status = child.end()
        finally:
            child.stop()
        if not waiting:
            return
        if 0 <= status < 128:
            raise RuntimeError(f"{' '.join(words)} ended with status {status} before its input did; see the executor's standard error")
        tries += 1
        if tries == TRIES:
            tries = 0
            yield error_of(waiting.popleft(), status)


def error_of(line, status):
    page = json.loads(line)
    return json.dumps({"id": page.get("id"), "source": "-", "error": f"accord died on this page (status {status})"}).encode() + b"\n"


def archive_answers(path, words):
    """All pages of an archive. How many there are only accord knows, so a child that dies takes the task with it, and Spark
    runs that again."""
    remote = path.startswith(("http://", "https://"))
    with urllib.request.urlopen(path) if remote else open(path, "rb") as archive:
        chunks = iter(lambda: archive.read(1 << 16), b"")
        child = Child(words, collections.deque(maxlen=0), chunks)
        try:
            count = 0
            for count, answer in enumerate(child.process.stdout, 1):
                yield answer
            status = child.end()
        finally:
            child.stop()
    if status not in (0, 1) or (status == 1 and not count):
        raise RuntimeError(f"{path}: {' '.join(words)} ended with status {status}; see the executor's standard error")


def in_frames(lines):
    """Rows of SCHEMA."""
    while batch := [line.decode() for line in itertools.islice(lines, ROWS)]:
        documents = [json.loads(line) for line in batch]
        columns = {name: [d.get(name) for d in documents] for name in COLUMNS}
        yield pandas.DataFrame({**columns, "document": [line.rstrip("\n") for line in batch]})
