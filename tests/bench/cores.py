#!/usr/bin/env python3
"""What more threads bring: cores.py --accord build/release/cmd/accord [--jobs 1,2] [--runs 3] [--verbs clean,extract,tag] [--pages N]

Each verb runs over the same made-up pages (many_pages.py, a .warc.gz and NDJSON) with each number of threads in turn, --runs times;
the least wall time counts. Printed beside it: how much faster than the first number, and the processor time as a ratio to it, which is
what threads cost and holds also where the machine is busy: on N free cores the speed-up is at most N over that ratio. The outputs must
be the same, byte for byte.
"""
import argparse
import hashlib
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent


def measure(command):
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    wall, after = time.monotonic() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, hashlib.sha256(done.stdout).hexdigest()


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--accord", required=True)
    options.add_argument("--jobs", default="1,2")
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--verbs", default="clean,extract,tag")
    options.add_argument("--pages", type=int, default=6000)
    given = options.parse_args()
    numbers = given.jobs.split(",")
    with tempfile.TemporaryDirectory() as folder:
        archive, documents = folder + "/pages.warc.gz", folder + "/documents.ndjson"
        for path, words in ((archive, ("--format", "warc", "--furniture", "40000")), (documents, ("--format", "documents"))):
            subprocess.run([sys.executable, HERE / "many_pages.py", str(given.pages), *words, "--out", path], check=True)
        for verb in given.verbs.split(","):
            path = documents if verb == "tag" else archive
            best = {}
            for _ in range(given.runs):
                for jobs in numbers:
                    one = measure([given.accord, verb, "--jobs", jobs, path])
                    best[jobs] = tuple(map(min, best.get(jobs, one), one))
            if len({digest for _, _, digest in best.values()}) != 1:
                sys.exit(f"{verb}: the outputs differ")
            for jobs in numbers:
                wall, cpu, _ = best[jobs]
                print(f"{verb:8} --jobs {jobs:>2}  {wall:7.2f} s  speed-up {best[numbers[0]][0] / wall:5.2f}"
                      f"  processor time {cpu:7.2f} s, {cpu / best[numbers[0]][1]:5.2f} of the first", flush=True)


main()
