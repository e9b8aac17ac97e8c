#!/usr/bin/env python3
"""What rules cost that a text does not wake, and what a rule or a sentence can cost at most.

    rule_count.py --accord build/release/cmd/accord [--times N] [DOCUMENTS]

First the texts of the corpus (or of DOCUMENTS, NDJSON) with the shipped rules, and with N times as many: every class that a
deal's rule names is copied under other names with words that no text has, and every frame and every pattern that cannot do
without a class N - 1 times with them. The tags must be the same. Then a sentence that grows, for the shipped rules and for a rule
made to be slow. The figures are the CPU seconds of whole processes, start-up taken off, the least of three.
"""
import argparse
import json
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def cpu(command, text):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = subprocess.run(command, input=text, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if result.returncode:
        sys.exit(result.stderr.decode())
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, result.stdout


# A language is read when its first document comes, so start-up is a word in each.
START = "".join(json.dumps({"lang": lang, "text": "Nokia."}) + "\n" for lang in ("de", "it", "en")).encode()


def seconds(command, text):
    """Over the start-up, and the output."""
    cpu(command, text)  # what is kept between starts is kept now
    start = min(cpu(command, START)[0] for _ in range(3))
    runs = [cpu(command, text) for _ in range(3)]
    return max(min(run[0] for run in runs) - start, 1e-4), start, runs[0][1]


def needs_class(line):
    """A frame whose head is a class, a pattern that cannot do without one: no text wakes them."""
    word, _, rest = line.strip().partition(" ")
    if word in ("verb", "noun"):
        return rest.strip().startswith("@")
    while re.search(r"\([^()]*\)", rest):
        rest = re.sub(r"\(([^()]*)\)(\s*\?)?", lambda m: " " if m[2] or "|" in m[1] else m[1], rest)
    return bool(re.search(r"@[a-z_]+_copy\d+(:[a-z]+)?(?!\s*\?)(\s|$)", rest))


def copy_rules(source, target, number):
    """The deals' rules of one file once more, each class under another name."""
    text = re.sub(r"(?<=[@])([a-z_]+)", rf"\1_copy{number}", source.read_text())
    text = re.sub(r"^rule (\S+)", rf"rule \1_copy{number}", text, flags=re.M)
    blocks = []
    for block in re.split(r"\n(?=[a-z])", text):
        lines = [line for line in block.splitlines()
                 if not re.match(r"\s+(pattern|verb|noun)\b", line) or needs_class(line)]
        if any(re.match(r"\s+(pattern|verb|noun)\b", line) for line in lines) and block.startswith("rule "):
            blocks.append("\n".join(lines))
    target.write_text("\n\n".join(blocks) + "\n")
    return set(re.findall(r"@([a-z_]+_copy\d+)", "\n".join(blocks)))


def multiply(shipped, folder, times):
    shutil.copytree(shipped, folder)
    for lang in ("de", "it", "en"):
        for number in range(1, times):
            classes = set()
            for source in sorted((shipped / lang / "deals").glob("*.rules")):
                classes |= copy_rules(source, folder / lang / "deals" / f"{source.stem}_copy{number}.rules", number)
            words = "".join(f"verb zq{name.replace('_', '')}en\nclass {name}  zq{name.replace('_', '')}en, zq{name.replace('_', '')}wort\n"
                            if lang == "de" else f"class {name}  zq{name.replace('_', '')}wort, zq{name.replace('_', '')}word\n"
                            for name in sorted(classes))
            (folder / lang / f"copies{number}.rules").write_text(words)


def corpus_documents():
    lines = []
    for path in sorted((ROOT / "corpus" / "articles").rglob("*.ndjson")):
        for line in path.read_text().splitlines():
            document = json.loads(line)
            lines.append(json.dumps({key: document[key] for key in ("lang", "title", "published", "text") if key in document}))
    return lines


COPIES = 40  # of a sentence, so that it can be measured

SLOW = """rule de.acquisition.slow
  type     acquisition
  pattern  acquirer:COMPANY >> ( alpha | beta >> gamma | delta >> ( epsilon | zeta >> eta ) )? >> ANY_COMPANY >> ANY_COMPANY >> ende target:COMPANY
  pattern  acquirer:COMPANY >> ANY_COMPANY >> ANY_COMPANY >> ANY_COMPANY >> ANY_COMPANY >> ANY_COMPANY >> ende >> target:COMPANY
  yes      [acquirer: Nokia] Apple Google ende [target: SAP]
  no       Nokia
"""


def growth(accord, folders, what):
    last = 0
    for items in (500, 1000, 2000, 4000):
        words = " ".join(["Nokia alpha SAP beta"] * (items // 4)) + " ende Apple"
        text = (json.dumps({"lang": "de", "text": words}) + "\n").encode() * COPIES
        took = seconds([accord, "tag", *folders], text)[0] / COPIES
        print(f"  {what:14} {items:5} words {took * 1000:8.2f} ms" + (f"   {took / last:4.1f} x" if last else ""))
        last = took


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--accord", required=True)
    options.add_argument("--times", type=int, default=10)
    options.add_argument("documents", nargs="?")
    given = options.parse_args()
    lines = pathlib.Path(given.documents).read_text().splitlines() if given.documents else corpus_documents()
    size = sum(len(json.loads(line)["text"].encode()) for line in lines)
    rounds = max(1, 2_000_000 // size)
    text = ("\n".join(lines * rounds) + "\n").encode()
    shipped = ROOT / "rules"
    with tempfile.TemporaryDirectory() as work:
        many = pathlib.Path(work) / "rules"
        multiply(shipped, many, given.times)
        print(f"{size * rounds / 1e6:.1f} MB of text")
        one, start, tags = seconds([given.accord, "tag", "--rules", str(shipped)], text)
        print(f"  shipped rules     {one:6.2f} s   start-up {start * 1000:.0f} ms")
        more, start, others = seconds([given.accord, "tag", "--rules", str(many)], text)
        print(f"  {given.times:2} times as many  {more:6.2f} s   start-up {start * 1000:.0f} ms   ratio {more / one:.2f}")
        if tags != others:
            sys.exit("rule_count: other tags with more rules")
        slow = pathlib.Path(work) / "slow" / "de"
        slow.mkdir(parents=True)
        (slow / "slow.rules").write_text(SLOW)
        print("a sentence that grows")
        growth(given.accord, ["--rules", str(shipped)], "shipped rules")
        growth(given.accord, ["--rules", str(shipped), "--rules", str(slow.parent)], "and a slow one")


main()
