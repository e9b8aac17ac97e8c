#!/usr/bin/env python3
"""docs/examples/spark on a cluster of two workers gives the documents of one process, byte for byte, whoever is killed midway:

    spark_test.py ACCORD ROOT

Runs in the Python that ACCORD_SPARK_PYTHON names (script/spark makes one), else in this one; without pyspark or Java it says so
and is skipped (status 77). The program that the jobs are given is a wrapper: where a case wants a death, its first child gives
forty documents, then kills itself or the executor that it works for. So the death is always midway, on any machine.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ACCORD, ROOT = (os.path.abspath(word) for word in sys.argv[1:3])
PYTHON = os.environ.get("ACCORD_SPARK_PYTHON", sys.executable)
EXAMPLES = pathlib.Path(ROOT) / "docs" / "examples" / "spark"
PAGES, PARTS, BEFORE_DEATH = 600, 4, 40
CASES = [("ndjson", "child"), ("parquet", "child"), ("parquet", "executor"), ("warc", "executor")]  # who is killed
CLUSTER = {"spark.master": "local-cluster[2,1,512]", "spark.executor.memory": "512m", "spark.ui.enabled": "false",
           "spark.sql.shuffle.partitions": "2", "spark.sql.files.maxPartitionBytes": "100k", "spark.sql.files.openCostInBytes": "60k",
           "spark.archives": "rules.tar.gz#rules", "spark.log.level": "OFF", "spark.ui.showConsoleProgress": "false"}

WRAPPER = """#!/bin/sh
# The child that finds the marker takes it away, gives some lines, and kills.
if mv {folder}/next-death {folder}/death.$$ 2>/dev/null; then
	victim=$(cat {folder}/death.$$)
	{accord} "$@" | head -n {lines}
	at=$$
	while [ "$victim" = executor ] && ! tr '\\0' ' ' < /proc/$at/cmdline | grep -q CoarseGrainedExecutorBackend; do
		at=$(awk '{{print $4}}' /proc/$at/stat)
		[ "$at" -gt 1 ] || exit 3
	done
	echo "$victim" >> {folder}/dead
	kill -9 "$at"
	sleep 60
	exit 3
fi
exec {accord} "$@"
"""

# A stand-in for accord that no page kills but one.
FRAGILE = """
import os, sys
for line in sys.stdin:
    if "poison" in line:
        os.kill(os.getpid(), 9)
    sys.stdout.write(line)
    sys.stdout.flush()
"""


def skip(why):
    print(f"skipped: {why}; docs/scale.md tells how to run it")
    sys.exit(77)


def run_in_spark():
    """Hands over to the Python that has pyspark, in a folder of its own."""
    if not shutil.which("java"):
        skip("no java")
    look = [PYTHON, "-c", "import pyspark, pandas, pyarrow; print(pyspark.__path__[0])"]
    spark = subprocess.run(look, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    if spark.returncode:
        skip(f"{PYTHON} has no pyspark, pandas and pyarrow (ACCORD_SPARK_PYTHON may name one that has)")
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder) / "spark-home"  # a local cluster works in the folder that it is installed in
        home.mkdir()
        for part in pathlib.Path(spark.stdout.strip()).iterdir():
            if part.name != "work":
                (home / part.name).symlink_to(part)
        own = {"SPARK_TEST": folder, "PYSPARK_PYTHON": PYTHON, "PYSPARK_DRIVER_PYTHON": PYTHON, "SPARK_LOCAL_IP": "127.0.0.1",
               "SPARK_HOME": str(home), "SPARK_LOCAL_DIRS": folder + "/spark", "ACCORD_CACHE": folder + "/cache",
               "PYTHONPATH": f"{EXAMPLES}:{ROOT}/tests/bench", "PYSPARK_SUBMIT_ARGS": "--driver-memory 600m pyspark-shell"}
        kept = {name: value for name, value in os.environ.items() if name != "SPARK_CONF_DIR"}
        sys.exit(subprocess.run([PYTHON, __file__, ACCORD, ROOT], env=kept | own, cwd=folder).returncode)


# ---- from here on in Spark's Python ------------------------------------------------------------------------------------------

def one_process(*words, stdin):
    run = subprocess.run([ACCORD, "extract", *words, "--rules", "rules"], input=stdin, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return run.stdout.decode().splitlines()


class Corpus:
    """The pages in three forms, some of them no articles, and what one process makes of each."""

    def __init__(self, folder):
        import many_pages
        import pandas
        shutil.copytree(pathlib.Path(ROOT) / "rules", "rules")
        (folder / "rules/companies/own.companies").write_text("company own-cloud\n  name     Own Cloud Name\n  alias    Valotech\n")
        shutil.make_archive("rules", "gztar", "rules")
        for name in ("lines", "table", "archives"):
            (folder / name).mkdir()
        furniture = many_pages.Furniture(1, 0)
        made = [many_pages.page(1, n, furniture) for n in range(PAGES)]
        pages = [json.loads(many_pages.as_ndjson(*page)) for page in made]
        pages[7]["html"] = ""
        pages[PAGES // 2]["html"] = "<nav><a href='/'>Home</a></nav>"
        size = PAGES // PARTS
        self.documents, self.rows, self.archives = [], [], []
        for part in range(PARTS):
            chosen = pages[part * size:(part + 1) * size]
            pandas.DataFrame(chosen)[["id", "url", "html"]].to_parquet(folder / f"table/{part}.parquet")
            lines = "".join(json.dumps(page) + "\n" for page in chosen)
            self.rows += one_process("--from", "ndjson", stdin=lines.encode())
            lines += "no page at all\n" + '{"id": "neither"}\n'
            (folder / f"lines/{part}.ndjson").write_text(lines)
            self.documents += one_process("--from", "ndjson", stdin=lines.encode())
            records = [many_pages.as_warc(*page) for page in made[part * size:(part + 1) * size]]
            records.append(many_pages.record("response", 10 ** 9 + part, f"WARC-Target-URI: https://bad.example/{part}\r\n",
                                             b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>"))
            packed = many_pages.warc_head() + b"".join(records)
            (folder / f"archives/{part}.warc.gz").write_bytes(packed)
            self.archives += one_process("--from", "warc", stdin=packed)
        assert any("Own Cloud Name" in line for line in self.documents), "the job's own rules are not used"
        (folder / "archives.txt").write_text("".join(f"{path}\n" for path in sorted(folder.glob("archives/*"))))


class Cases:
    def __init__(self, folder):
        self.folder, self.wrong, self.deaths = folder, [], []
        self.program = str(folder / "accord-wrapper")
        pathlib.Path(self.program).write_text(WRAPPER.format(folder=folder, accord=ACCORD, lines=BEFORE_DEATH))
        os.chmod(self.program, 0o755)

    def check(self, good, what):
        if not good:
            self.wrong.append(what)

    def same(self, name, found, expected):
        """Byte for byte, in the order of the bytes: engines keep no order of files."""
        found, expected = sorted(found), sorted(expected)
        differ = sum(a != b for a, b in zip(found, expected))
        self.check(found == expected, f"{name}: {len(found)} documents, {len(expected)} expected; {differ} differ")

    def in_session(self, spark, corpus):
        import deals_of_pages
        inputs = {"ndjson": ("lines/*.ndjson", corpus.documents), "parquet": ("table", corpus.rows),
                  "warc": ("archives.txt", corpus.archives)}
        for form, victim in CASES:
            begun, (path, expected) = time.monotonic(), inputs[form]
            (self.folder / "next-death").write_text(victim)
            frame = deals_of_pages.FORMS[form](spark, str(self.folder / path), self.program, ["rules"])
            rows = frame.select("document", "error", "deals").collect()
            self.same(f"{form}, {victim} killed", [row.document for row in rows], expected)
            with_deals = sum(bool(row.deals) for row in rows)
            self.check(with_deals == sum(bool(json.loads(d).get("deals")) for d in expected), f"{form}: {with_deals} rows with deals")
            self.check(sum(row.error is not None for row in rows) == sum('"error":' in d for d in expected), f"{form}: errors are lost")
            self.deaths.append(victim)
            dead = (self.folder / "dead").read_text().split() if (self.folder / "dead").exists() else []
            self.check(dead == self.deaths, f"{form}: nobody killed the {victim}")
            print(f"{form}, {victim} killed: {len(rows)} documents, {time.monotonic() - begun:.0f} s", flush=True)

    def as_documented(self, corpus):
        """spark-submit, a table, its way into a store."""
        command = ["spark-submit", "--driver-memory", "600m", "--py-files", EXAMPLES / "accord_spark.py"]
        for name, value in CLUSTER.items():
            command += ["--conf", f"{name}={value}"]
        command += [EXAMPLES / "deals_of_pages.py", "parquet", self.folder / "table", self.folder / "out"]
        command += ["--program", ACCORD, "--rules", "rules"]
        path = f"{pathlib.Path(PYTHON).parent}:{os.environ['PATH']}"
        run = subprocess.run(command, env=dict(os.environ, PATH=path), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self.check(run.returncode == 0, f"spark-submit: {run.stderr[-2000:].decode()}")
        tables = [PYTHON, EXAMPLES / "parquet_to_ndjson.py", self.folder / "out"]
        lines = subprocess.run(tables, stdout=subprocess.PIPE).stdout
        errors = subprocess.run([*tables, "--errors"], stdout=subprocess.PIPE).stdout
        self.same("spark-submit", (lines + errors).decode().splitlines(), corpus.rows)
        good = "".join(d + "\n" for d in corpus.rows if '"error":' not in d).encode()
        found, expected = (self.deals(name, documents) for name, documents in (("spark.db", lines), ("one.db", good)))
        self.check(found and found == expected, "the store of the table has other deals than that of one process")

    def deals(self, name, documents):
        subprocess.run([ACCORD, "import", "--quiet", "--tagged", "--db", name, "-"], input=documents, check=True)
        answer = subprocess.run([ACCORD, "deals", "--db", name, "--format", "ndjson"], stdout=subprocess.PIPE, check=True).stdout
        return sorted(answer.splitlines())

    def poison(self):
        """A page that kills accord is an error in its place; one that dies for another reason is asked again."""
        import accord_spark
        lines = [json.dumps({"id": f"d{n}", "text": "poison" if n == 5 else "x"}).encode() + b"\n" for n in range(10)]
        found = list(accord_spark.answers(lines, [PYTHON, "-c", FRAGILE]))
        self.check(found[:5] == lines[:5] and found[6:] == lines[6:], "what stands around a poisonous page is not the same")
        self.check(json.loads(found[5])["id"] == "d5" and "died" in json.loads(found[5])["error"], "a poisonous page is no error")
        try:
            list(accord_spark.answers(lines, [ACCORD, "extract", "--from", "ndjson", "--rules", "no-such-folder"]))
            self.check(False, "rules that are not there go unnoticed")
        except RuntimeError:
            pass

    def nobody_left(self):
        """No child outlives the executor that it worked for."""
        for _ in range(100):
            left = [path for path in pathlib.Path("/proc").glob("[0-9]*/cmdline") if self.works(path)]
            if not left:
                return
            time.sleep(0.2)
        self.check(False, f"{len(left)} children of accord are left")

    def works(self, path):
        try:
            words = path.read_bytes()
        except OSError:
            return False
        return ACCORD.encode() in words and b"extract" in words and b"--rules" in words and str(self.folder).encode() in words


def main():
    from pyspark.sql import SparkSession
    folder = pathlib.Path(os.environ["SPARK_TEST"])
    corpus, cases = Corpus(folder), Cases(folder)
    cases.poison()
    builder = SparkSession.builder
    for name, value in CLUSTER.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    for module in ("accord_spark.py", "deals_of_pages.py"):
        spark.sparkContext.addPyFile(str(EXAMPLES / module))
    cases.in_session(spark, corpus)
    spark.stop()
    cases.nobody_left()
    cases.as_documented(corpus)
    print("\n".join(cases.wrong) or f"{len(corpus.documents)} documents: Spark gives what one process gives")
    return bool(cases.wrong)


if "SPARK_TEST" not in os.environ:
    run_in_spark()
sys.exit(main())
