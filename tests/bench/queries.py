#!/usr/bin/env python3
"""What questions cost on a large store of many_documents.py: queries.py --accord ACCORD --db STORE.

Processor milliseconds of whole processes, the program's start included, the least of some runs; and how many lines came out.
"""
import argparse
import os
import resource
import subprocess

QUESTIONS = [
    ("a company in very many deals", "deals 'Company 0'"),
    ("a company in some", "deals 'Company 900'"),
    ("two companies", "deals 'Company 0' 'Company 1'"),
    ("type, status, date", "deals type:acquisition status:completed since:2024"),
    ("value", "deals 'value:>5e10'"),
    ("site", "deals site:site200.example"),
    ("rule", "deals rule:en.supply.x"),
    ("by value (--sort)", "deals --sort value"),
    ("--new, nothing new", "deals --new"),
    ("--new for a company, nothing new", "deals 'Company 900' --new"),
    ("a word that most articles have", "deals '\"cloud\"'"),
    ("a rare word", "deals '\"w9c00\"'"),
    ("a phrase of two frequent words", "deals '\"cloud chip\"'"),
    ("articles by a frequent word", "articles cloud"),
    ("articles by a rare word", "articles w9c00"),
    ("companies", "companies"),
    ("--count over everything", "deals --count"),
    ("--group-by year over everything", "deals --group-by year"),
    ("--group-by type over everything", "deals --group-by type"),
    ("--group-by company over everything", "deals --group-by company"),
    ("--group-by company of a type since 2024", "deals type:licensing since:2024 --group-by company"),
    ("timeline of a company", "timeline 'Company 900'"),
    ("status", "status"),
]


def milliseconds(command, environment):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run(command, shell=True, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used * 1000, run.stdout.count(b"\n")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--accord", required=True)
    options.add_argument("--db", required=True)
    options.add_argument("--runs", type=int, default=5)
    given = options.parse_args()
    environment = dict(os.environ, ACCORD_DB=os.path.abspath(given.db), LC_ALL="C.UTF-8")
    start = min(milliseconds(f"{given.accord} version", environment)[0] for _ in range(given.runs))
    print(f"{'accord version (start-up)':42} {start:8.0f} ms")
    for name, words in QUESTIONS:
        runs = [milliseconds(f"{given.accord} {words}", environment) for _ in range(given.runs + 1)]
        print(f"{name:42} {min(run[0] for run in runs[1:]):8.0f} ms {runs[-1][1]:7} lines", flush=True)


if __name__ == "__main__":
    main()
