#!/usr/bin/env python3
"""Made-up news pages, as many as wanted, for measuring: many_pages.py COUNT [--format FORMAT] [--out PATH].

The articles are those of articles.py, in German, Italian and English, six stories in ten about a deal; each is set in one of the ten
page designs of corpus/make_pages.py, in that design's charset. --furniture adds what real pages have around their article:
menus, inline scripts, style sheets. A page depends on --seed and its number alone, so that --from N makes any part of the
corpus, on any machine. Pages are written as they are made; memory does not grow with COUNT.

    ndjson      a line a page: id, url, content_type, html
    documents   a line an article: id, url, lang, title, authors, published, text (for accord tag)
    warc        WARC 1.1, a gzip member a record, as crawlers write it
    folder      PATH/0012/p12345.html, a thousand a folder
"""
import argparse
import json
import pathlib
import random
import sys
import uuid
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "corpus"))
import articles  # noqa: E402
import make_pages  # noqa: E402

SITES = 300
BLOCKS = 48  # of each kind of furniture


def menu(r):
    return '<nav class="mega-menu"><ul>' + "".join(
        f'<li class="menu__item"><a class="menu__link" href="/{w}/{r.randrange(999)}" data-track="nav-{w}">{w.capitalize()}</a></li>'
        for w in r.choices(articles.SYLLABLES, k=40)) + "</ul></nav>"


def script(r):
    return "<script>window.__slots=window.__slots||[];" + "".join(
        f'__slots.push({{"id":"{w}-{r.randrange(10 ** 9)}","sizes":[[{r.randrange(999)},{r.randrange(999)}]],"lazy":true}});'
        for w in r.choices(articles.SYLLABLES, k=60)) + "</script>"


def style(r):
    return "<style>" + "".join(f".{w}-{r.randrange(999)}{{margin:{r.randrange(40)}px auto;color:#{r.randrange(16 ** 6):06x}}}"
                               for w in r.choices(articles.SYLLABLES, k=50)) + "</style>"


class Furniture:
    """What stands around an article: `size` bytes in the middle, half as much to twice as much."""

    def __init__(self, seed, size):
        r = random.Random(seed)
        self.size = size
        self.head = [style(r) for _ in range(BLOCKS)] + [script(r) for _ in range(BLOCKS)]
        self.body = [menu(r) for _ in range(BLOCKS)] + [script(r) for _ in range(BLOCKS)]

    def draw(self, r, blocks, size):
        chosen = []
        while size > 0:
            chosen.append(r.choice(blocks))
            size -= len(chosen[-1])
        return "\n".join(chosen)

    def around(self, r, markup):
        size = int(self.size * 2 ** r.uniform(-1, 1))
        if not size:
            return markup
        markup = markup.replace("</head>", self.draw(r, self.head, size // 2) + "</head>", 1)
        at = markup.rindex("</body>")
        return markup[:at] + self.draw(r, self.body, size // 2) + markup[at:]


def page(seed, number, furniture):
    """(article, url, charset, markup)"""
    article = articles.article(seed, number)
    r = random.Random((seed << 40) ^ number)
    design = make_pages.DESIGNS[r.randrange(len(make_pages.DESIGNS))]
    _, charset, markup = design(make_pages.Page(article, article["lang"]))
    url = f"https://site{int(SITES ** r.random())}.example/{article['published'][:10].replace('-', '/')}/{article['id']}.html"
    return article, url, charset, furniture.around(r, markup)


def json_line(value):
    return json.dumps(value, ensure_ascii=False).encode() + b"\n"


def as_ndjson(article, url, charset, markup):
    return json_line({"id": article["id"], "url": url, "content_type": "text/html; charset=utf-8", "html": markup})


def as_document(article, url, charset, markup):
    return json_line({"id": article["id"], "url": url} | {key: article[key] for key in ("lang", "title", "authors", "published", "text")})


def record(kind, name, header, block):
    head = (f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{uuid.UUID(int=name)}>\r\n{header}"
            f"Content-Length: {len(block)}\r\n\r\n")
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    return packer.compress(head.encode() + block + b"\r\n\r\n") + packer.flush()


def warc_head():
    return record("warcinfo", 0, "WARC-Date: 2020-01-01T00:00:00Z\r\nContent-Type: application/warc-fields\r\n",
                  b"software: many_pages.py\r\nformat: WARC File Format 1.1\r\n")


def as_warc(article, url, charset, markup):
    body = markup.encode(charset, "xmlcharrefreplace")
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset={charset}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    return record("response", int(article["id"][1:]) + 1, f"WARC-Date: {article['published'][:19]}Z\r\nWARC-Target-URI: {url}\r\n"
                  "Content-Type: application/http; msgtype=response\r\n", answer)


STREAMS = {"ndjson": (b"", as_ndjson), "documents": (b"", as_document), "warc": (warc_head(), as_warc)}


def write_folder(pages, path):
    for article, _, charset, markup in pages:
        folder = pathlib.Path(path) / f"{int(article['id'][1:]) // 1000:04d}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{article['id']}.html").write_bytes(markup.encode(charset, "xmlcharrefreplace"))


def write_stream(pages, path, form):
    head, line = STREAMS[form]
    with open(path, "wb") if path else open(1, "wb", closefd=False) as out:
        out.write(head)
        for made in pages:
            out.write(line(*made))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("count", type=int)
    options.add_argument("--format", choices=[*STREAMS, "folder"], default="ndjson")
    options.add_argument("--out", help="file or folder (default: standard output)")
    options.add_argument("--from", type=int, default=0, dest="first", help="the number of the first page")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--furniture", type=int, default=0, metavar="BYTES", help="markup around the article")
    given = options.parse_args()
    furniture = Furniture(given.seed, given.furniture)
    pages = (page(given.seed, n, furniture) for n in range(given.first, given.first + given.count))
    if given.format != "folder":
        write_stream(pages, given.out, given.format)
    elif given.out:
        write_folder(pages, given.out)
    else:
        options.error("--format folder needs --out")


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:
        sys.exit(1)
