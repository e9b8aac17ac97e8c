#!/usr/bin/env python3
"""`accord tag` on text that it is not made for: bad_text.py ACCORD. Nothing breaks and nothing absurd is tagged.

language   other languages under the name of one it knows: companies of the list at most, no deals, no dates out of nothing
capitals   shouted text: the listed companies and the day are found, the other words are no names
glued      words without blanks: hardly anything, and no deal
long       sentences of a megabyte, of every sort that a grammar could be lost in: one line comes out, offsets fit
published  days that do not exist, words, numbers: dates that hang on them stay open, others do not
"""
import json
import subprocess
import sys

ACCORD = sys.argv[1]
failures = 0


def tag(documents):
    data = "".join(json.dumps(document, ensure_ascii=False) + "\n" for document in documents).encode()
    run = subprocess.run([ACCORD, "tag"], input=data, capture_output=True, timeout=300)
    lines = [json.loads(line) for line in run.stdout.decode().splitlines()]
    check(len(lines) == len(documents), f"{len(documents)} documents, {len(lines)} lines, status {run.returncode}")
    return lines


def check(fact, complaint):
    global failures
    if not fact:
        failures += 1
        print(complaint)


def offsets_fit(document, found):
    text = {"text": document["text"].encode(), "title": (document.get("title") or "").encode()}
    for kind in ("companies", "dates", "amounts"):
        for item in found[kind]:
            part = text[item.get("in", "text")][item["start"]:item["end"]].decode()
            check(part == item["text"], f"{kind}: {part!r} stands where {item['text']!r} is said to")


def names(found):
    return {company["text"] for company in found["companies"]}


FOREIGN = {
    "fr": "Le ministre a visité la petite ville de Quimper où les habitants attendaient depuis des heures. Les enfants chantaient sous la "
          "pluie et la fanfare municipale jouait encore quand le maire prit la parole devant l'église.",
    "es": "La abuela preparaba el desayuno mientras los niños corrían por el patio. Nadie recordaba cuándo había empezado aquella costumbre, "
          "pero todos sabían que el domingo terminaba siempre en la playa de Zarauz.",
    "pl": "Dziadek opowiadał wnukom o dawnych czasach, kiedy w Zakopanem nie było jeszcze kolejki. Wieczorem siadali przy piecu i słuchali "
          "wiatru, który przychodził z gór.",
    "fi": "Vanha kalastaja korjasi verkkojaan rannalla ja katseli ulapalle. Kylän lapset juoksivat hänen ohitseen kohti kauppaa, jonka ovi oli auki.",
    "tr": "Köyün yaşlıları çınarın altında oturup eski günleri anlatıyordu. Çocuklar dereden su taşıyor, kadınlar ekmek pişiriyordu.",
    "ru": "Старик сидел у окна и смотрел на реку. Внуки бегали по двору, а бабушка пекла пироги.",
    "zh": "老人坐在河边看着水流。孩子们在院子里跑来跑去，奶奶在厨房里做饭。",
    "ar": "جلس الشيخ عند النافذة ينظر إلى النهر وكان الأطفال يركضون في الساحة.",
    "la": "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani, tertiam qui ipsorum lingua Celtae appellantur.",
}


def language():
    documents = [{"lang": lang, "text": text} for text in FOREIGN.values() for lang in ("de", "it", "en")]
    for document, found in zip(documents, tag(documents)):
        offsets_fit(document, found)
        where = f"{document['lang']}: {document['text'][:30]}"
        check(not found["deals"] and not found["amounts"], f"{where}: a deal or an amount")
        check(len(names(found)) <= 1, f"{where}: companies {names(found)}")
        check(len(found["dates"]) <= 1, f"{where}: dates {[d['text'] for d in found['dates']]}")


def capitals():
    documents = [
        {"lang": "en", "text": "MICROSOFT SAID ON 3 MARCH 2014 THAT THE WEATHER IN THE SMALL TOWN WAS GOOD AND THAT NOBODY HAD SEEN THE CAT.",
         "published": "2014-03-04"},
        {"lang": "de", "text": "MICROSOFT TEILTE AM 3. MÄRZ 2014 MIT, DASS DAS WETTER IN DER KLEINEN STADT GUT WAR UND NIEMAND DIE KATZE SAH.",
         "published": "2014-03-04"},
        {"lang": "it", "text": "MICROSOFT HA DETTO IL 3 MARZO 2014 CHE IL TEMPO NELLA PICCOLA CITTÀ ERA BUONO E CHE NESSUNO HA VISTO IL GATTO.",
         "published": "2014-03-04"},
    ]
    for document, found in zip(documents, tag(documents)):
        offsets_fit(document, found)
        check(names(found) == {"MICROSOFT"}, f"{document['lang']}, capitals: companies {names(found)}")
        check([d["value"] for d in found["dates"]] == ["2014-03-03"], f"{document['lang']}, capitals: dates {found['dates']}")


def glued():
    words = "MicrosoftkauftdenfinnischenNetzausrüsterNokiafürfünfMilliardenEuroundverkauftihnmorgenwieder"
    documents = [{"lang": lang, "text": text} for lang in ("de", "it", "en")
                 for text in (words, words * 2000, words.lower() * 2000, "1234567890" * 20000, "Nokia," * 50000, "A." * 100000, "'" * 200000)]
    for document, found in zip(documents, tag(documents)):
        offsets_fit(document, found)
        check(not found["deals"], f"{document['lang']}, glued: a deal in {document['text'][:20]}")
        check(not document["text"].startswith("Micro") or len(names(found)) <= 1, f"{document['lang']}, glued: companies {names(found)}")


def long():
    sorts = ["Nokia and ", "Nokia, ", "Nokia's ", "the firm that ", "(", "\"", "2014 ", "3 million ", "from 3 to ", "May ", "Monday, ", "Zorvex Kullimat ",
             "die Firma, die ", "der Konzern ", "dell'azienda che ", "will buy ", "kauft ", "di ", "drei hundert ", "$", "10.", "Holding ", "GmbH & Co. ",
             "übernimmt Nokia nicht ", "-", "a\u0301", "🙂 ", "Ä"]
    documents = [{"lang": ("de", "it", "en")[i % 3], "text": sort * (1000000 // len(sort.encode())), "published": "2019-11-05"}
                 for i, sort in enumerate(sorts)]
    for document, found in zip(documents, tag(documents)):
        check("error" in found or {"companies", "dates", "amounts", "deals"} <= found.keys(), f"long: {document['text'][:20]!r}")
        if "error" not in found:
            offsets_fit(document, found)


def published():
    days = ["gestern", "2019-13-45", "2019-02-30", "0000-00-00", "99999-01-01", "-5", "", " ", "2019-11-05T25:61:61Z", "9" * 400, "1066-10-14",
            "2999-12-31", None]
    text = "On Monday and last week and yesterday Nokia said so; on May 3, 2014 it had been silent for two years."
    documents = [{"lang": "en", "text": text, "published": day} for day in days]
    for document, found in zip(documents, tag(documents)):
        offsets_fit(document, found)
        values = {d["text"]: d["value"] for d in found["dates"]}
        check(values.get("May 3, 2014") == "2014-05-03", f"published {document['published']!r}: {values}")
        check(values.get("two years") == "P2Y", f"published {document['published']!r}: {values}")
        for value in values.values():
            check(len(value) < 20, f"published {document['published']!r}: {value}")


for part in (language, capitals, glued, long, published):
    part()
sys.exit(failures > 0)
