#!/usr/bin/env python3
"""How time and memory of `accord extract` and `accord import` grow with the corpus: processor time a document and the most memory
of its own (without the pages of the store that SQLite maps), each also as a ratio to the smallest corpus of the same run.
Linear and flat means ratios near one.

    growth.py --accord build/release/cmd/accord [--sizes 1000,10000,100000] [--verbs extract,import] [--furniture BYTES]

Pages come from many_pages.py through a pipe, so that no corpus lies on the disk; the store of an import does, in --folder. The
time of an empty run (start-up) is taken off. What is counted is the verb's own process with its threads; nothing depends on
how busy the machine is except the column of wall time.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent


def own_memory(pid):
    """MB that belong to the process alone; 0 when it has ended."""
    try:
        lines = pathlib.Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("RssAnon:")) / 1000


class Run:
    """What a verb took over `count` pages: documents written, processor and wall seconds, peak MB, bytes of the store."""

    def watch(self, pid):
        while not self.ended.wait(0.02):
            self.peak = max(self.peak, own_memory(pid))

    def __init__(self, accord, verb, count, folder, furniture=0, form="ndjson"):
        self.peak, self.ended = 0, threading.Event()
        store = pathlib.Path(folder) / "growth.db"
        words = {"extract": ["extract", "--from", form], "import": ["import", "--quiet", "--db", str(store), "-"]}[verb]
        pages = subprocess.Popen(
            [sys.executable, HERE / "many_pages.py", str(count), "--format", form, "--furniture", str(furniture)],
            stdout=subprocess.PIPE)
        begun = time.monotonic()
        child = subprocess.Popen([accord, *words], stdin=pages.stdout, stdout=subprocess.PIPE)
        pages.stdout.close()
        watching = threading.Thread(target=self.watch, args=[child.pid])
        watching.start()
        self.documents = self.errors = 0
        for line in child.stdout:
            self.documents += 1
            self.errors += b'"error":' in line
        self.peak = max(self.peak, own_memory(child.pid))
        _, status, used = os.wait4(child.pid, 0)
        self.ended.set()
        watching.join()
        self.wall = time.monotonic() - begun
        self.failed = bool(pages.wait()) or bool(status)
        self.cpu = used.ru_utime + used.ru_stime
        self.store = sum(path.stat().st_size for path in pathlib.Path(folder).glob("growth.db*"))
        for path in pathlib.Path(folder).glob("growth.db*"):
            path.unlink()


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--accord", required=True)
    options.add_argument("--sizes", default="1000,10000,100000")
    options.add_argument("--verbs", default="extract,import")
    options.add_argument("--furniture", type=int, default=0, metavar="BYTES", help="markup around each article")
    options.add_argument("--form", choices=["ndjson", "warc"], default="ndjson", help="what extract reads")
    options.add_argument("--folder", help="where stores may grow (default: a temporary folder)")
    given = options.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        print(f"{'':8} {'pages':>9} {'CPU s':>8} {'wall s':>8} {'ms/page':>8} {'ratio':>6} {'peak MB':>8} {'ratio':>6}"
              f" {'store KB/page':>14}")
        for verb in given.verbs.split(","):
            Run(given.accord, verb, 0, folder)  # compiles the rules where no run has
            start, first = Run(given.accord, verb, 0, folder).cpu, None
            for count in map(int, given.sizes.split(",")):
                run = Run(given.accord, verb, count, folder, given.furniture, given.form)
                if run.failed:
                    sys.exit(f"bench: accord {verb} failed")
                cost = max(run.cpu - start, 1e-9) / count * 1000
                first = first or (cost, run.peak)
                print(f"{verb:8} {count:9} {run.cpu:8.1f} {run.wall:8.1f} {cost:8.3f} {cost / first[0]:6.2f} {run.peak:8.1f}"
                      f" {run.peak / first[1]:6.2f} {f'{run.store / count / 1000:14.2f}' if run.store else '':>14}", flush=True)


if __name__ == "__main__":
    main()
