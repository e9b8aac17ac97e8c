#!/usr/bin/env python3
"""The examples of docs/rule-language.md, run: each block marked with a language is a file over the shipped rules, without a
mistake, its examples hold, and the forms that it names (`# forms: …`) are forms of the entry above them; each line of
a shell block is run; each pattern of the tables is read.

    rule_docs.py ACCORD RULES PAGE
"""
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

accord, shipped, page = sys.argv[1:]
text = pathlib.Path(page).read_text()
failed = 0


def run(place, *command):
    global failed
    result = subprocess.run([accord, "rules", *command], capture_output=True, text=True)
    if result.returncode:
        failed += 1
        print(f"{place}: accord rules {shlex.join(command)}\n{result.stdout}{result.stderr}")
    return result.stdout


def overlay(folder, lang, rules):
    file = pathlib.Path(folder) / lang / "page.rules"
    file.parent.mkdir(parents=True)
    file.write_text(rules)
    return ["--rules", shipped, "--rules", folder]


def check_forms(place, over, lang, block):
    """A line `# forms: a b` names forms of the last entry before it."""
    global failed
    entry = None
    for line in block.splitlines():
        word = re.match(r"(?:verb|noun|adjective|word)\s+(\S+)", line)
        entry = word[1] if word else entry
        if line.startswith("# forms: "):
            known = {row.split("\t")[0].strip() for row in run(place, "forms", entry, "--lang", lang, *over).splitlines()}
            missing = [form for form in line.split()[2:] if form not in known]
            if missing:
                failed += 1
                print(f"{place}: {entry} has no forms {' '.join(missing)}; it has {' '.join(sorted(known))}")


def check_block(place, lang, block):
    with tempfile.TemporaryDirectory() as folder:
        over = overlay(folder, lang, block)
        run(place, "check", *over)
        names = re.findall(r"^(?:rule|date|amount|cue|follow|reference|mention)\s+(\S+)", block, re.M)
        if names and re.search(r"^\s+yes\b", block, re.M):
            run(place, "test", *names, *over)
        check_forms(place, over, lang, block)


def check_table(place, rows):
    """What the tables call a pattern stands in one, behind a word and before another."""
    patterns = [p.replace("\\|", "|") for row in rows for p in re.findall(r"`([^`]+)`", row.split(" | ")[0])]
    rules = ""
    for number, pattern in enumerate(patterns):
        rules += f"cue de.status.page_{number}\n  status  rumor\n  pattern Vorwort {pattern} Nachwort\n\n"
    with tempfile.TemporaryDirectory() as folder:
        run(place, "check", *overlay(folder, "de", rules))
    return len(patterns)


blocks = commands = patterns = 0
for match in re.finditer(r"^```(\w*)\n(.*?)^```$", text, re.M | re.S):
    place = f"{page}:{text.count(chr(10), 0, match.start()) + 1}"
    kind, block = match.groups()
    if kind in ("de", "it", "en"):
        check_block(place, kind, block)
        blocks += 1
    elif kind == "sh":
        for line in block.splitlines():
            words = shlex.split(line, comments=True)
            assert words[:2] == ["accord", "rules"], line
            run(place, *words[2:], "--rules", shipped)
            commands += 1
    else:
        failed += 1
        print(f"{place}: a block without a language")
for match in re.finditer(r"^\| (?:written|gap) \|.*\n\|---.*\n((?:\|.*\n)+)", text, re.M):
    patterns += check_table(f"{page}:{text.count(chr(10), 0, match.start()) + 1}", match[1].splitlines())
if blocks < 8 or commands < 5 or patterns < 25:
    failed += 1
    print(f"{page}: only {blocks} blocks, {commands} commands, {patterns} patterns found")
sys.exit(1 if failed else 0)
