#!/usr/bin/env python3
"""The syntax files for editors know every kind of block and every field that the shipped rules use.

    editors.py ROOT
"""
import json
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
vim = (root / "docs/editors/accord-rules.vim").read_text()
grammar = json.loads((root / "docs/editors/accord-rules.tmLanguage.json").read_text())
vim_blocks = set(re.search(r"accordBlock /\^\\\((.*?)\\\)", vim)[1].split("\\|"))
vim_fields = set(re.search(r"accordField /\^\\s\\\+\\\((.*?)\\\)", vim)[1].split("\\|")) | {"yes", "no"}
patterns = [p.get("match") or p["begin"] for p in grammar["patterns"]]
heads = [re.compile(p) for p in patterns if p.startswith("^(rule")]
fields = [re.compile(p) for p in patterns if p.startswith("^\\s+")]
wrong = set()
seen = 0
for path in [*root.glob("rules/*/**/*.rules"), *root.glob("rules/*/**/*.lex")]:
    indent, kind = 0, ""
    for number, line in enumerate(path.read_text().splitlines(), 1):
        word = re.match(r"(\s*)([a-z]+)\s", line + " ")
        if not word:
            continue
        if not word[1]:
            kind, indent = word[2], 0
            if kind not in vim_blocks or not any(h.match(line) for h in heads):
                wrong.add(f"block '{kind}'")
        elif kind in ("rule", "date", "amount", "mention", "cue", "follow", "reference"):
            indent = indent or len(word[1])
            if len(word[1]) == indent and (word[2] not in vim_fields or not any(f.match(line + " ") for f in fields)):
                wrong.add(f"field '{word[2]}' ({path.name}:{number})")
        seen += 1
print("\n".join(sorted(wrong)) or f"{seen} lines")
sys.exit(bool(wrong) or seen < 1000)
