#!/usr/bin/env python3
"""How good the deals are: `tests/quality.py [--accord PATH] [FILE.ndjson ...]`, by default over corpus/articles.

A file holds articles with `gold.deals` as docs/json.md writes deals; a party may have `aliases`. All of them go through one
`accord tag`. Printed as Markdown, so that docs/quality.md can take the tables as they are:

  by language  typed pairs (two companies and the type of their deal), pairs, roles; status, date, value of the pairs found;
               deals found in articles that have none
  by type      typed pairs
  confidence   of the deals that were given .9, how many are right: most of their pairs, or their one party and role
"""
import argparse
import collections
import glob
import itertools
import json
import os
import re
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ACROSS = {
    "acquisition": [("acquirer", "target"), ("acquirer", "seller")],
    "investment": [("investor", "recipient")],
    "asset_sale": [("buyer", "seller")],
    "supply": [("supplier", "customer")],
    "spin_off": [("parent", "unit")],
    "licensing": [("licensor", "licensee"), ("party", "party"), ("party", "licensor"), ("party", "licensee")],
}
FORMS = r"\b(ag|se|gmbh|kgaa|inc|corp|corporation|ltd|plc|llc|nv|bv|sa|spa|srl|oy|ab|co)\b"


def fold(name):
    return re.sub(r"[\W_]+", "", re.sub(FORMS, "", name.casefold().replace(".", "")))


def share(right, all_):
    return right / all_ if all_ else None


def f1(right, found, wanted):
    return 2 * right / (found + wanted) if found + wanted else None


def shown(x):
    return "–" if x is None else f"{x:.2f}"


def table(head, rows):
    print("| " + " | ".join(head) + " |\n|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(map(str, row)) + " |")
    print()


class Article:
    """Gold and found deals of one article, with names that match through aliases made alike."""

    def __init__(self, gold, found):
        self.lang = gold["lang"]
        self.alias = {}
        for deal in gold["gold"]["deals"]:
            for party in deal["parties"]:
                for name in [party["name"], *party.get("aliases", [])]:
                    self.alias.setdefault(fold(name), fold(party["name"]))
        self.others = {self.name(p) for d in gold["gold"]["deals"] for p in d["parties"] if p.get("kind", "company") != "company"}
        self.gold = gold["gold"]["deals"]
        self.found = found.get("deals", [])

    def name(self, party):
        return self.alias.get(fold(party["name"]), fold(party["name"]))

    def companies(self, deal):
        return [(self.name(p), p["role"]) for p in deal["parties"]
                if p.get("kind", "company") == "company" and self.name(p) not in self.others]

    def pairs(self, deal):
        across = ACROSS.get(deal["type"])
        return {(deal["type"], frozenset((a, b))) for (a, r), (b, q) in itertools.combinations(self.companies(deal), 2)
                if a != b and (not across or (r, q) in across or (q, r) in across)}

    def roles(self, deal):
        return {(deal["type"], name, role) for name, role in self.companies(deal)}

    def all(self, deals, of):
        return set().union(*[of(d) for d in deals]) if deals else set()

    def right(self, deal):
        """Most of its pairs are gold pairs; of one party alone: its role."""
        pairs = self.pairs(deal)
        if pairs:
            return 2 * len(pairs & self.all(self.gold, self.pairs)) > len(pairs)
        return self.roles(deal) <= self.all(self.gold, self.roles)


def attributes(article, pair):
    """Status, date and value of the gold and the found deal of one pair that agree best; None is not judged."""
    best = None
    for g in [d for d in article.gold if pair in article.pairs(d)]:
        for f in [d for d in article.found if pair in article.pairs(d)]:
            date, value = f.get("date") or "", f.get("value")
            verdict = (g["status"] == f["status"] if "status" in g else None,
                       (date.startswith(g["date"]) if g["date"] else not date) if "date" in g else None,
                       g["value"] == value if "value" in g else None)
            if best is None or sum(map(bool, verdict)) > sum(map(bool, best)):
                best = verdict
    return best


def count(articles):
    c = collections.Counter(articles=len(articles))
    for a in articles:
        gold, found = a.all(a.gold, a.pairs), a.all(a.found, a.pairs)
        right = gold & found
        c.update(wanted=len(gold), found=len(found), right=len(right))
        plain = [{pair for _, pair in pairs} for pairs in (gold, found)]
        c.update(pair_wanted=len(plain[0]), pair_found=len(plain[1]), pair_right=len(plain[0] & plain[1]))
        roles = [a.all(deals, a.roles) for deals in (a.gold, a.found)]
        c.update(role_wanted=len(roles[0]), role_found=len(roles[1]), role_right=len(roles[0] & roles[1]))
        for pair in right:
            for key, verdict in zip(("status", "date", "value"), attributes(a, pair)):
                c.update({key: verdict is not None, key + "_right": verdict is True})
        if not a.gold:
            c.update(without=1, false=len(a.found))
    return c


def by_language(articles):
    head = ["", "articles", "typed P", "R", "F", "pair F", "role F", "status / date / value", "false in articles without"]
    rows = []
    for lang in sorted({a.lang for a in articles}):
        c = count([a for a in articles if a.lang == lang])
        rows.append([lang, c["articles"], shown(share(c["right"], c["found"])), shown(share(c["right"], c["wanted"])),
                     shown(f1(c["right"], c["found"], c["wanted"])),
                     shown(f1(c["pair_right"], c["pair_found"], c["pair_wanted"])),
                     shown(f1(c["role_right"], c["role_found"], c["role_wanted"])),
                     " / ".join(shown(share(c[k + "_right"], c[k])) for k in ("status", "date", "value")),
                     f"{c['false']} of {c['without']}"])
    table(head, rows)


def by_type(articles):
    wanted, found, right = collections.Counter(), collections.Counter(), collections.Counter()
    for a in articles:
        gold, got = a.all(a.gold, a.pairs), a.all(a.found, a.pairs)
        for counter, pairs in ((wanted, gold), (found, got), (right, gold & got)):
            counter.update(kind for kind, _ in pairs)
    table(["type", "pairs", "P", "R", "F"],
          [[kind, wanted[kind], shown(share(right[kind], found[kind])), shown(share(right[kind], wanted[kind])),
            shown(f1(right[kind], found[kind], wanted[kind]))] for kind in sorted(wanted | found)])


def calibration(articles):
    bins = collections.defaultdict(list)
    for a in articles:
        for deal in a.found:
            bins[min(int(deal["confidence"] * 10), 9)].append((deal["confidence"], a.right(deal)))
    table(["confidence given", "deals", "mean", "right"],
          [[f".{b} – .{b}9", len(rows), shown(sum(c for c, _ in rows) / len(rows)),
            shown(sum(r for _, r in rows) / len(rows))] for b, rows in sorted(bins.items())])


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--accord", default=os.path.join(ROOT, "build/release/cmd/accord"))
    parser.add_argument("files", nargs="*", help="NDJSON with gold.deals; default: corpus/articles")
    args = parser.parse_args()
    files = args.files or sorted(glob.glob(os.path.join(ROOT, "corpus/articles/*/*.ndjson")))
    documents = [d for path in files for d in read(path)]
    asked = "\n".join(json.dumps({k: v for k, v in d.items() if k != "gold"}) for d in documents)
    run = subprocess.run([args.accord, "tag"], input=asked, capture_output=True, text=True, encoding="utf-8", check=True)
    articles = [Article(d, json.loads(line)) for d, line in zip(documents, run.stdout.splitlines(), strict=True)]
    by_language(articles)
    by_type(articles)
    calibration(articles)


if __name__ == "__main__":
    main()
