"""Holds the includes of each module's sources against the USES line of its CMakeLists.txt.

    layering.py ROOT base= text=base …
"""
import pathlib
import re
import sys

# Which module a public header belongs to, where it is not the module's own name.
OWNER = {
    "opml": "fetch", "period": "store", "sql": "store", "why": "query", "cite": "query", "correction": "query", "coverage": "query", "plot": "query", "companies": "store",
    "error": "base", "arena": "base", "buffer": "base", "hash_map": "base", "image": "base", "version": "base",
    "token": "text", "words": "text", "json": "document", "lexicon": "rules", "gazetteer": "tag",
    "url": "fetch", "robots": "fetch", "feed_date": "feed", "feed_json": "feed", "filter": "feed", "content_coding": "fetch",
}


def main():
    root = pathlib.Path(sys.argv[1])
    uses = dict(pair.split("=", 1) for pair in sys.argv[2:])
    wrong = []
    for module, used in uses.items():
        allowed = set(used.split(",")) | {module}
        for source in sorted((root / "lib" / module).glob("*.[ch]")):
            for number, line in enumerate(source.read_text().splitlines(), 1):
                found = re.match(r"\s*#\s*include\s*<accord/(\w+)\.h>", line)
                if found and OWNER.get(found[1], found[1]) not in allowed:
                    wrong.append(f"{source.relative_to(root)}:{number}: {module} may not use {found[1]}.h")
    print("\n".join(wrong) or f"{len(uses)} modules keep to their USES")
    return bool(wrong)


sys.exit(main())
