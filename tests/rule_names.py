#!/usr/bin/env python3
"""Rules of one meaning have one name: `en.acquisition.buy` is the English `de.acquisition.buy`. This shows which deal rules
have no namesake in another language, and fails where that differs from tests/cases/rule_names.txt, so that a rule gets a
name of its own on purpose only. `--write` takes today's list.
"""
import argparse
import collections
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PINNED = os.path.join(ROOT, "tests/cases/rule_names.txt")
LANGUAGES = ("de", "en", "it")


def rule_names(lang):
    folder = os.path.join(ROOT, "rules", lang, "deals")
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8") as lines:
            yield from (m[1] for m in map(re.compile(r"rule\s+" + lang + r"\.(\S+)").match, lines) if m)


def alone():
    """`TYPE.NAME  LANGUAGES that have it`, for each name that not all languages have."""
    homes = collections.defaultdict(list)
    for lang in LANGUAGES:
        for name in rule_names(lang):
            homes[name].append(lang)
    return [f"{name}  {' '.join(langs)}" for name, langs in sorted(homes.items()) if len(langs) < len(LANGUAGES)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--write", action="store_true", help="take today's list as the one that is meant")
    args = parser.parse_args()
    today = alone()
    if args.write:
        with open(PINNED, "w", encoding="utf-8") as out:
            out.write("# rules that not all three languages have; written by tests/rule_names.py --write\n")
            out.writelines(line + "\n" for line in today)
        return 0
    with open(PINNED, encoding="utf-8") as lines:
        meant = [line.rstrip("\n") for line in lines if not line.startswith("#")]
    print(f"{sum(1 for line in today if len(line.split()) == 2)} rules stand in one language only, "
          f"{sum(1 for line in today if len(line.split()) == 3)} in two")
    for line in sorted(set(today) ^ set(meant)):
        print(("new: " if line in today else "gone: ") + line)
    return 0 if today == meant else 1


if __name__ == "__main__":
    sys.exit(main())
