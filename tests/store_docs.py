#!/usr/bin/env python3
"""Runs every query of docs/store.md against a store: store_docs.py ACCORD docs/store.md small.ndjson. Each must give a row."""
import os
import re
import sqlite3
import subprocess
import sys
import tempfile


def main():
    accord, page, documents = sys.argv[1:4]
    queries = re.findall(r"```sql\n(.*?)```", open(page, encoding="utf-8").read(), re.S)
    failed = 0 if len(queries) >= 10 else 1
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "accord.db")
        subprocess.run([accord, "import", "--quiet", "--tagged", "--db", path, documents], check=True)
        store = sqlite3.connect(path)
        for query in queries:
            try:
                rows = store.execute(query).fetchall()
                problem = None if rows else "no row"
            except sqlite3.Error as error:
                problem = str(error)
            if problem:
                failed += 1
                print("%s\n%s" % (problem, query))
        store.close()
    print("%d queries, %d failed" % (len(queries), failed))
    return failed != 0


if __name__ == "__main__":
    sys.exit(main())
