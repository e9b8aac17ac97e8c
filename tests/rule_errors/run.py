#!/usr/bin/env python3
"""Each NAME.rules is checked by `accord rules check`; what it says must be NAME.stderr. With --update, that is written.

The first line may name the language: `# lang: it`.
"""
import pathlib
import subprocess
import sys
import tempfile

def messages(accord, source):
    first = source.read_text(errors="replace").split("\n", 1)[0]
    lang = first.split(":")[1].strip() if first.startswith("# lang:") else "de"
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder, "rules", lang)
        place.mkdir(parents=True)
        (place / source.name).write_bytes(source.read_bytes())
        done = subprocess.run([accord, "rules", "check", "--rules", str(place.parent)], capture_output=True)
        return done.returncode, done.stderr.decode(errors="replace").replace(folder + "/", "")

# Files that are larger than anybody would want to read.
GENERATED = {
    "fields.many": "rule de.merger.many\n  type merger\n" + "  note  n\n" * 400,
    "blocks.many": "".join(f"word w{i}\n" for i in range(20001)),
    "members.many": "class many  w,\n" + "".join(f"  w{i},\n" for i in range(4100)) + "  ende\n",
    "bytes.many": "# comment\n" * 420000,
}


def sources(folder):
    yield from sorted(pathlib.Path(__file__).parent.glob("*.rules"))
    for name, text in GENERATED.items():
        source = pathlib.Path(folder, name + ".rules")
        source.write_text(text)
        yield source


def main():
    with tempfile.TemporaryDirectory() as folder:
        return run(folder)


def run(folder):
    accord, update = sys.argv[1], "--update" in sys.argv
    failed = 0
    for source in sources(folder):
        expected = pathlib.Path(__file__).parent / (source.name[:-len(".rules")] + ".stderr")
        status, text = messages(accord, source)
        if update:
            expected.write_text(text)
        elif status != 1 or not expected.exists() or text != expected.read_text():
            failed += 1
            print(f"{source.name}: exit {status}\n{text}")
    return 1 if failed else 0

sys.exit(main())
