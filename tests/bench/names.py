#!/usr/bin/env python3
"""The speed of `accord tag` with few and with many known companies: the same text, the same rules, lists of other lengths.

    names.py --accord build/release/cmd/accord [--copies N] [NAMES...]

NAMES are numbers of companies (default: 3000 100000 300000). A list shorter than the shipped one has the companies that the
texts name, so that the same is found, and others of it; a longer one the shipped list and made-up names of one to three words,
some of which begin with the words of shipped ones. The texts are the articles of the corpus, N times. Times are CPU seconds of whole processes, the least of five
rounds; start-up, which reads the list, is taken off and stands beside it. That the made-up names are found is looked at too.
"""
import argparse
import json
import os
import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SYLLABLES = "ba be bri cor dal den fa flo gri hel ino jo kal lum mar nex or pra qui ros sil tan ul vex wim xo yor zan".split()


def cpu(command, **options):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = subprocess.run(command, capture_output=True, check=True, **options)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, result


def made_up(number, shipped):
    """`number` names, the same in every run."""
    chance = random.Random(7)

    def word():
        return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4))).capitalize()

    for i in range(number):
        first = chance.choice(shipped).split()[0] if i % 10 == 0 else word()
        yield " ".join([first, *(word() for _ in range(chance.randint(1 if i % 10 == 0 else 0, 2)))]) + f" {word()}{i}"


def named(block, text):
    """Whether one of a company's names stands in the text."""
    fields = [line.split(None, 1) for line in block.splitlines() if line.startswith("  ")]
    return any(value.strip() in text for field in fields if field[0] in ("name", "alias", "former", "de", "it", "en", "parent")
               for value in field[1].split(","))


def rules_with(count, folder, text):
    """A rule folder with `count` companies; the last made-up name, if there is one."""
    shutil.copytree(ROOT / "rules", folder)
    blocks = []
    for path in sorted((folder / "companies").glob("*.companies")):
        blocks += ["company " + block for block in ("\n" + path.read_text()).split("\ncompany ")[1:]]
        path.unlink()
    blocks.sort(key=lambda block: not named(block, text))
    names = [line.split(None, 1)[1] for block in blocks for line in block.splitlines() if line.strip().startswith("name ")]
    more = list(made_up(max(0, count - len(blocks)), names))
    blocks = blocks[:count] + [f"company made-up-{i}\n  name {name}\n" for i, name in enumerate(more)]
    for i in range(0, len(blocks), 10000):
        (folder / "companies" / f"{i // 10000:03d}.companies").write_text("\n".join(blocks[i:i + 10000]))
    return more[-1] if more else None


def texts():
    for path in sorted((ROOT / "corpus" / "articles").rglob("*.ndjson")):
        for line in path.read_text().splitlines():
            document = json.loads(line)
            yield {key: document[key] for key in ("id", "lang", "title", "published", "text") if key in document}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--accord", required=True)
    options.add_argument("--copies", type=int, default=100)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("names", nargs="*", type=int, default=[3000, 100000, 300000])
    given = options.parse_args()
    documents = list(texts())
    letters = given.copies * sum(len(document.get("text", "").encode()) for document in documents) / 1e6
    text = "\n".join((document.get("title") or "") + "\n" + document.get("text", "") for document in documents)
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        os.environ["ACCORD_CACHE"] = str(work / "cache")
        source = work / "documents.ndjson"
        source.write_text("".join(json.dumps(document, ensure_ascii=False) + "\n" for document in documents) * given.copies)
        lists = {}
        for count in given.names:
            lists[count] = [given.accord, "tag", "--rules", str(work / str(count))]
            last = rules_with(count, work / str(count), text)
            if last:
                line = json.dumps({"lang": "en", "text": f"Yesterday {last} bought a firm."})
                found = json.loads(cpu(lists[count], input=line.encode())[1].stdout)["companies"]
                if not any(company["id"].startswith("made-up-") for company in found):
                    sys.exit(f"names: {last!r} is on the list and was not found")
        start, whole = ({count: float("inf") for count in lists} for _ in range(2))
        for _ in range(given.rounds):  # in turn, so that what else the machine does hits all alike
            for count, command in lists.items():
                start[count] = min(start[count], cpu(command, input=b"")[0])
                whole[count] = min(whole[count], cpu([*command, str(source)])[0])
        first = None
        for count in lists:
            seconds = max(whole[count] - start[count], 1e-9)
            first = first or seconds
            print(f"{count:7d} companies  {letters / seconds:6.2f} MB/s of text   {seconds / first:5.2f} of the first   "
                  f"start-up {start[count] * 1000:.0f} ms")


main()
