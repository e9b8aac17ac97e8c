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

def main():
    accord, update = sys.argv[1], "--update" in sys.argv
    failed = 0
    for source in sorted(pathlib.Path(__file__).parent.glob("*.rules")):
        expected = source.with_suffix(".stderr")
        status, text = messages(accord, source)
        if update:
            expected.write_text(text)
        elif status != 1 or not expected.exists() or text != expected.read_text():
            failed += 1
            print(f"{source.name}: exit {status}\n{text}")
    return 1 if failed else 0

sys.exit(main())
