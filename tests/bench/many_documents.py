#!/usr/bin/env python3
"""Made-up documents with ready tags, for measuring the store: many_documents.py COUNT > FILE; accord import --tagged FILE.

Companies and words are drawn by Zipf laws, so that some companies are in very many deals and some words in nearly every
article, as in life; a deal is told by one to eight documents. A million take two minutes to make.
"""
import itertools
import json
import random
import sys

TYPES = {"acquisition": ("acquirer", "target"), "investment": ("investor", "recipient"), "partnership": ("partner", "partner"),
         "licensing": ("licensor", "licensee"), "supply": ("supplier", "customer"), "asset_sale": ("seller", "buyer"),
         "settlement": ("party", "party")}
WORDS = "cloud chip licence network market board share phone software patent server deal price year group court data plan".split()
COMPANIES = 20000
VOCABULARY = WORDS + ["w" + format(i, "x") for i in range(40000)]
WEIGHTS = list(itertools.accumulate(1 / (i + 8) for i in range(len(VOCABULARY))))


def company(r):
    n = int(COMPANIES ** r.random()) - 1
    return {"id": "c%d" % n, "name": "Company %d" % n}


def day(r):
    return "%04d-%02d-%02d" % (r.randint(2005, 2025), r.randint(1, 12), r.randint(1, 28))


def main():
    r = random.Random(1)
    count, event = int(sys.argv[1]), None
    left = 0
    for n in range(count):
        if not left:
            left = min(8, int(r.expovariate(0.5)) + 1)
            a, b, kind = company(r), company(r), r.choice(list(TYPES))
            event = (kind, a, b, day(r), r.choice([None, {"amount": r.randint(1, 90000) * 1e6, "currency": r.choice(["USD", "EUR"])}]))
        left -= 1
        kind, a, b, date, value = event
        text = "%s and %s: %s" % (a["name"], b["name"], " ".join(r.choices(VOCABULARY, cum_weights=WEIGHTS, k=120)))
        deals = []
        if a["id"] != b["id"] and r.random() < 0.7:
            deals.append({"type": kind, "status": r.choice(["announced", "announced", "completed", "rumor"]), "date": date, "value": value,
                          "object": None, "parties": [dict(p, role=x, kind="company") for p, x in zip((a, b), TYPES[kind])],
                          "evidence": [{"in": "text", "start": 0, "end": 60}], "rule": "en.%s.x" % kind, "confidence": 0.8})
        site = "site%d.example" % int(300 ** r.random())
        print(json.dumps({"id": "m%d" % n, "url": "https://%s/%d" % (site, n), "site": site, "lang": r.choice(["de", "en", "it"]),
                          "title": "%s, %s" % (a["name"], b["name"]), "published": date, "text": text,
                          "companies": [{"in": "text", "start": 0, "end": len(a["name"]), **a}],
                          "dates": [], "amounts": [], "deals": deals}))


if __name__ == "__main__":
    main()
