#!/usr/bin/env python3
"""The program against bad moments: robustness.py ACCORD.

kill     accord import is killed (SIGKILL) at random moments, again and again; each time the store opens, is sound, and has at
         least what it had; run to its end it has exactly what a store has that was never disturbed.
twice    two imports and a reprocess of one store at once: all end well, nothing is missing, nothing is there twice.
full     on a file system of two megabytes (where a user may mount one): the import says that the disk is full, what was stored
         before is there, and with more room the same command goes on.
readonly a store in a folder that nobody may write is read, also one that was left with a write-ahead log.
"""
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

KILLS = int(os.environ.get("ACCORD_KILLS", "12"))
NAMES = ["Alvaro Systems", "Kestrel Labs", "Ostara", "Norbit Networks", "Tellurio", "Habicht Software", "Pontevia"]


def document(n):
    a, b = NAMES[n % 7], NAMES[(n // 7) % 7]
    text = "%s has agreed to buy %s, both firms said in statement %d. %s" % (a, b, n, " ".join("word%d" % (n * 31 + k) for k in range(60)))
    deals = [] if a == b else [{
        "type": "acquisition", "status": "announced", "date": "2019-%02d-%02d" % (1 + n % 12, 1 + n % 28), "value": None, "object": None,
        "parties": [{"id": x.lower().replace(" ", "-"), "name": x, "role": r, "kind": "company"} for x, r in ((a, "acquirer"), (b, "target"))],
        "evidence": [{"in": "text", "start": 0, "end": 40}], "rule": "en.acquisition.buy", "confidence": 0.8}]
    return {"id": "r%d" % n, "url": "https://site%d.example/%d" % (n % 5, n), "site": "site%d.example" % (n % 5), "lang": "en",
            "title": "%s buys %s" % (a, b), "published": "2019-%02d-%02d" % (1 + n % 12, 1 + n % 28), "text": text,
            "companies": [], "dates": [], "amounts": [], "deals": deals}


def write_documents(path, first, count):
    with open(path, "w") as file:
        for n in range(first, first + count):
            file.write(json.dumps(document(n)) + "\n")


class Trial:
    def __init__(self, accord):
        self.accord, self.failed = accord, 0

    def run(self, *words, db, good=(0,)):
        done = subprocess.run([self.accord, *words, "--db", db], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode not in good:
            self.fail("accord %s: exit status %d: %s" % (" ".join(words), done.returncode, done.stderr.decode()))
        return done

    def fail(self, text):
        self.failed += 1
        print(text)

    def documents(self, db):
        done = self.run("store", "stats", "--json", db=db, good=(0, 1))
        if done.returncode and b"there is no store yet" in done.stderr:
            return 0  # killed before the file was a store
        return json.loads(done.stdout)["documents"]

    def told(self, db):
        """What all deals say, without the ids, which come of the order of arrival where two deals share a year."""
        lines = self.run("deals", "--format", "ndjson", "--sources", "--limit", "0", db=db).stdout.decode().splitlines()
        events = [json.loads(line) for line in lines]
        for event in events:
            del event["id"]
        return sorted(json.dumps(event, sort_keys=True) for event in events)


def kill(t, folder):
    file, db, calm = (os.path.join(folder, name) for name in ("kill.ndjson", "kill.db", "calm.db"))
    write_documents(file, 0, 1500)
    t.run("import", "-q", "--tagged", file, db=calm)
    r, before = random.Random(11), 0
    for n in range(KILLS):
        process = subprocess.Popen([t.accord, "import", "-q", "--tagged", file, "--db", db], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        time.sleep(r.random() ** 2 * 0.4)
        process.send_signal(signal.SIGKILL)
        process.wait()
        if not os.path.exists(db):
            continue
        if n % 8 == 0:
            t.run("store", "check", db=db)
        now = t.documents(db)
        if now < before:
            t.fail("kill %d: %d documents where %d were" % (n, now, before))
        before = now
    t.run("import", "-q", "--tagged", file, db=db)
    t.run("store", "check", db=db)
    if t.documents(db) != t.documents(calm) or t.told(db) != t.told(calm):
        t.fail("a store that was killed %d times says something else" % KILLS)


def twice(t, folder):
    db, files = os.path.join(folder, "twice.db"), []
    for n, first in enumerate((0, 300)):
        files.append(os.path.join(folder, "twice%d.ndjson" % n))
        write_documents(files[-1], first, 600)  # half of them are in both
    t.run("import", "-q", "--tagged", files[0], db=db)
    processes = [subprocess.Popen([t.accord, *words, "--db", db], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for words in
                 (("import", "-q", "--tagged", files[0]), ("import", "-q", "--tagged", files[1]), ("reprocess",))]
    while any(p.poll() is None for p in processes):  # readers go on meanwhile
        t.run("deals", "--count", db=db)
    for p in processes:
        if p.wait() != 0:
            t.fail("one of several runs at once: " + p.stderr.read().decode())
        p.stderr.close()
    t.run("store", "check", db=db)
    if t.documents(db) != 900:
        t.fail("%d documents, not 900" % t.documents(db))


def full(t, folder):
    place, file = os.path.join(folder, "small"), os.path.join(folder, "full.ndjson")
    os.mkdir(place)
    write_documents(file, 0, 2500)
    some = os.path.join(folder, "some.ndjson")
    write_documents(some, 0, 20)
    script = """mount -t tmpfs -o size=2m none {place} || exit 77
        {accord} import -q --tagged {some} --db {place}/a.db || exit 1
        {accord} import -q --tagged {file} --db {place}/a.db 2>{folder}/said && exit 2
        grep -q 'the disk is full' {folder}/said || exit 3
        {accord} store check --db {place}/a.db || exit 4
        {accord} deals --count --db {place}/a.db >/dev/null || exit 5
        mount -o remount,size=64m {place} || exit 77
        {accord} import -q --tagged {file} --db {place}/a.db || exit 6
        {accord} store stats --json --db {place}/a.db | grep -q '"documents":2500' || exit 7
        """.format(place=place, accord=t.accord, some=some, file=file, folder=folder)
    if not shutil.which("unshare"):
        return "no unshare"
    status = subprocess.run(["unshare", "-Urm", "sh", "-c", script], stderr=subprocess.PIPE).returncode
    if status in (77, 1) and not os.path.exists(os.path.join(folder, "said")):
        return "no mount"
    if status:
        t.fail("full disk: step %d" % status)
    return None


def readonly(t, folder):
    place = os.path.join(folder, "ro")
    os.mkdir(place)
    db, file = os.path.join(place, "a.db"), os.path.join(folder, "ro.ndjson")
    write_documents(file, 0, 50)
    t.run("import", "-q", "--tagged", file, db=db)
    os.chmod(folder, 0o755)
    os.chmod(db, 0o444)
    os.chmod(place, 0o555)

    def nobody():
        if os.getuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
    try:
        done = subprocess.run([t.accord, "deals", "--count", "--db", db], stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=nobody)
        if done.returncode != 0:
            t.fail("read-only: " + done.stderr.decode())
        done = subprocess.run([t.accord, "import", "--tagged", file, "--db", db], stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=nobody)
        if done.returncode != 1 or b"read-only" not in done.stderr:
            t.fail("writing read-only: %d %s" % (done.returncode, done.stderr.decode()))
    except PermissionError:
        return "the program is where nobody else may run it"
    finally:
        os.chmod(place, 0o755)
    return None


def main():
    t = Trial(sys.argv[1])
    for trial in (kill, twice, full, readonly):
        with tempfile.TemporaryDirectory() as folder:
            start, passed_over = time.time(), trial(t, folder)
            print("%-8s %s" % (trial.__name__, passed_over or "%.1f s" % (time.time() - start)))
    return t.failed > 0


if __name__ == "__main__":
    sys.exit(main())
