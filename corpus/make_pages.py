#!/usr/bin/env python3
"""Writes corpus/pages and corpus/feeds from the articles in corpus/articles/LANG/pages.ndjson.

Each article is set in one of ten page designs, as sites of different ages have them: news portals with consent banners,
teasers between the paragraphs and share bars, a tabloid of 2003 in tables, blogs with comments, AMP, microdata, markup of
scripts without paragraphs. A design says what a reader can know from it: some give the time with its offset, some to the
minute, some the day alone. Run it after a change to an article or a design; what it writes is committed.
"""
import html
import json
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent
MONTHS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split(),
    "en": "January February March April May June July August September October November December".split(),
}
WORDS = {
    "de": dict(site="Netzblick", nav="Startseite Themen Podcast Archiv".split(), by="Von", share="Artikel teilen",
               related="Mehr zum Thema", comments="Kommentare", consent="Wir und unsere Partner speichern Cookies auf Ihrem Gerät. "
               "Bitte stimmen Sie der Verarbeitung zu oder verwalten Sie Ihre Einstellungen.", agree="Alle akzeptieren",
               newsletter="Newsletter: Das Wichtigste des Tages, kostenlos per Mail", imprint="Impressum Datenschutz Mediadaten",
               teaser="Stromspeicher im Keller: Was die neuen Geräte können", also="Lesen Sie auch", clock="Uhr",
               plus="Weiterlesen mit Netzblick Plus: vier Wochen für einen Euro", photo="Foto: Agentur Lichtwerk",
               comment="Endlich mal ein Text ohne Ausrufezeichen, danke dafür!", author_box="schreibt seit 2009 über Technik."),
    "it": dict(site="Pagina Digitale", nav="Home Economia Tecnologia Cultura".split(), by="di", share="Condividi su",
               related="Articoli correlati", comments="commenti", consent="Noi e i nostri partner usiamo cookie per personalizzare i "
               "contenuti. Puoi accettare o gestire le preferenze in ogni momento.", agree="Accetta tutti",
               newsletter="Iscriviti alla newsletter: le notizie del giorno nella tua casella", imprint="Chi siamo Contatti Privacy",
               teaser="Biciclette elettriche, guida alla scelta della batteria", also="Leggi anche", clock="ore",
               plus="Per continuare a leggere abbonati: il primo mese costa un euro", photo="Foto: Studio Lumen",
               comment="Finalmente un articolo chiaro, complimenti alla redazione.", author_box="si occupa di tecnologia dal 2009."),
    "en": dict(site="Ledger & Signal", nav="Home Business Science Podcasts".split(), by="By", share="Share this article",
               related="Related stories", comments="comments", consent="We and our partners use cookies to store and read data on your "
               "device. Accept, or manage your choices at any time.", agree="Accept all",
               newsletter="Sign up for our newsletter: the day in five minutes", imprint="About us Contact Privacy policy",
               teaser="How to choose a heat pump that will not wake the neighbours", also="Read more", clock="at",
               plus="Subscribe to continue reading: the first month is one pound", photo="Photograph: Lamplight Agency",
               comment="Clear and short, the way news should be.", author_box="has covered technology since 2009."),
}


class Page:
    def __init__(self, article, lang):
        self.__dict__.update(article)
        self.lang, self.w = lang, WORDS[lang]
        self.h = html.escape(self.title)
        self.paras = [html.escape(p, quote=False) for p in self.text.split("\n\n")]
        self.author = html.escape(self.authors[0])
        year, month, day, self.hour, self.minute = re.match(r"(\d+)-(\d+)-(\d+)T(\d+):(\d+)", self.published).groups()
        self.day_words = {"de": f"{int(day)}. {MONTHS['de'][int(month) - 1]} {year}",
                          "it": f"{int(day)} {MONTHS['it'][int(month) - 1]} {year}",
                          "en": f"{MONTHS['en'][int(month) - 1]} {int(day)}, {year}"}[lang]
        self.day_digits = f"{day}.{month}.{year}" if lang == "de" else f"{day}/{month}/{year}"
        self.day_iso, self.minute_iso = self.published[:10], self.published[:16]

    def p(self, attributes=""):
        return [f"<p{attributes}>{text}</p>" for text in self.paras]

    def nav(self):
        return "<ul>" + "".join(f'<li><a href="/{n.lower()}">{n}</a></li>' for n in self.w["nav"]) + "</ul>"

    def footer(self):
        return " ".join(f'<a href="/{n.lower()}">{n}</a>' for n in self.w["imprint"].split()) + f" © 2024 {html.escape(self.w['site'])}"

    def related(self):
        return "".join(f'<li><a href="/r/{i}">{html.escape(self.w["teaser"])} ({i})</a></li>' for i in range(1, 5))


def portal(a):
    """A large portal: JSON-LD, OpenGraph, consent banner, a teaser box between paragraphs, share bar."""
    ld = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": a.title, "datePublished": a.published,
          "dateModified": a.published, "author": {"@type": "Person", "name": a.authors[0]},
          "publisher": {"@type": "Organization", "name": a.w["site"]}}
    body = a.p()
    body.insert(1, f'<aside class="teaser-box"><h3>{a.w["related"]}</h3><ul>{a.related()}</ul></aside>')
    return a.published, "utf-8", f"""<!DOCTYPE html>
<html lang="{a.lang}"><head><meta charset="utf-8"><title>{a.h} | {html.escape(a.w['site'])}</title>
<meta property="og:title" content="{a.h}"><meta property="og:type" content="article">
<meta property="article:published_time" content="{a.published}">
<script type="application/ld+json">{json.dumps(ld, ensure_ascii=False)}</script>
<style>.consent{{position:fixed;bottom:0}}</style></head>
<body><div id="consent-layer" class="consent cookie-banner"><p>{a.w['consent']}</p><button>{a.w['agree']}</button></div>
<header class="site-header"><nav class="main-nav">{a.nav()}</nav></header>
<main><article class="article"><header class="article__header"><h1 class="article__headline">{a.h}</h1>
<div class="article__meta"><span class="byline">{a.w['by']} <a rel="author" href="/autor/1">{a.author}</a></span>
<time datetime="{a.published}">{a.day_words}</time></div></header>
<div class="share-bar"><span>{a.w['share']}</span><a href="#">Facebook</a><a href="#">WhatsApp</a><a href="#">E-Mail</a></div>
<div class="article__body">
{chr(10).join(body)}
</div></article></main>
<section class="newsletter-signup"><p>{a.w['newsletter']}</p><form><input type="email"><button>OK</button></form></section>
<footer class="site-footer">{a.footer()}</footer></body></html>
"""


def crumbs(a):
    """Technology site of 2016: byline in running text, comment counter, teasers, no machine-readable date; Latin-9."""
    when = {"de": f"{a.w['by']} {a.author} am {a.day_digits} {a.hour}:{a.minute} Uhr",
            "it": f"{a.w['by']} {a.author}, {a.day_digits} ore {a.hour}:{a.minute}",
            "en": f"{a.w['by']} {a.author} on {a.day_words}, {a.hour}:{a.minute}"}[a.lang]
    return a.minute_iso, "iso-8859-15", f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="{a.lang}"><head>
<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15" /><title>{a.h} - {html.escape(a.w['site'])}</title></head>
<body><div id="wrap"><div id="navi">{a.nav()}</div>
<div id="content"><div class="news_item"><h1>{a.h}</h1>
<div class="news_info">{when}</div><div class="news_comments"><a href="#c">8 {a.w['comments']}</a></div>
<div id="news_content" class="teaser_text">
{chr(10).join(t + "<br /><br />" for t in a.paras)}
</div>
<div class="share"><a href="#">whatsapp</a> <a href="#">facebook</a> <a href="#">twitter</a></div>
<div class="related_box"><b>{a.w['related']}</b><ul>{a.related()}</ul></div></div></div>
<div id="sidebar"><h4>{a.w['newsletter']}</h4><ul>{a.related()}</ul></div>
<div id="foot">{a.footer()}</div></div></body></html>
"""


def blog(a):
    """A blog: entry-content, author box, comments below."""
    return a.published, "utf-8", f"""<!DOCTYPE html>
<html lang="{a.lang}"><head><meta charset="UTF-8"><title>{a.h} &#8211; {html.escape(a.w['site'])}</title>
<link rel="stylesheet" href="/wp-content/style.css"><script>var ajax={{"url":"/wp-admin/admin-ajax.php"}};</script></head>
<body class="single single-post"><div id="page" class="site"><div class="menu-container">{a.nav()}</div>
<main id="main" class="site-main"><article id="post-4711" class="post type-post hentry">
<header class="entry-header"><h1 class="entry-title">{a.h}</h1>
<div class="entry-meta"><time class="entry-date published" datetime="{a.published}">{a.day_words}</time>
<span class="author vcard"><a class="url fn n" href="/author/x">{a.author}</a></span></div></header>
<div class="entry-content">
{chr(10).join(a.p())}
<div class="sharedaddy"><h3>{a.w['share']}</h3><ul><li><a href="#">Twitter</a></li><li><a href="#">LinkedIn</a></li></ul></div>
</div>
<footer class="entry-footer"><div class="author-bio"><p>{a.author} {a.w['author_box']}</p></div></footer></article>
<div id="comments" class="comments-area"><h2>2 {a.w['comments']}</h2><ol class="comment-list">
<li class="comment"><div class="comment-body"><p>{a.w['comment']}</p></div></li>
<li class="comment"><div class="comment-body"><p>+1</p></div></li></ol></div></main>
<footer class="site-info">{a.footer()}</footer></div></body></html>
"""


def tables(a):
    """A newspaper of 2003: layout tables, font elements, double line breaks, windows-1252."""
    return a.day_iso, "windows-1252", f"""<html><head><title>{html.escape(a.w['site'])}: {a.h}</title>
<meta http-equiv="content-type" content="text/html; charset=windows-1252"></head>
<body bgcolor="#ffffff"><table width="780" border="0" cellspacing="0"><tr><td colspan="3"><font size="1">
{' | '.join(f'<a href="/{n.lower()}.htm">{n}</a>' for n in a.w['nav'])}</font></td></tr>
<tr><td width="140" valign="top"><font size="1">{'<br>'.join(f'<a href="/{i}.htm">{html.escape(a.w["teaser"])}</a>' for i in range(5))}</font></td>
<td width="500" valign="top"><font size="1">{a.day_words}</font><br>
<h1><font face="Arial" size="5">{a.h}</font></h1><font face="Arial" size="2"><i>{a.w['by']} {a.author}</i><br><br>
{('<br><br>' + chr(10)).join(a.paras)}
</font></td><td width="140" valign="top"><font size="1">{a.w['newsletter']}</font></td></tr>
<tr><td colspan="3" align="center"><font size="1">{a.footer()}</font></td></tr></table></body></html>
"""


def application(a):
    """Markup written by a script: div and section without p, class names that say nothing, JSON-LD in a graph."""
    ld = {"@context": "https://schema.org", "@graph": [
        {"@type": "WebSite", "name": a.w["site"]},
        {"@type": "NewsArticle", "headline": a.title, "datePublished": a.published,
         "author": [{"@type": "Person", "name": a.authors[0], "url": "/people/1"}]}]}
    return a.published, "utf-8", f"""<!doctype html><html lang="{a.lang}"><head><meta charset="utf-8"/><title>{a.h}</title>
<script type="application/ld+json">{json.dumps(ld)}</script></head><body><div id="__root">
<div class="css-1h2k"><div role="navigation" class="css-77ax">{a.nav()}</div></div>
<section class="css-19q"><div class="css-2b"><h1 class="css-x1">{a.h}</h1><div class="css-b4"><span>{a.author}</span> · <span>{a.day_words}</span></div></div>
<section class="css-text">
{chr(10).join(f'<div class="css-p0">{t}</div>' for t in a.paras)}
</section></section>
<div role="complementary" class="css-9k"><div>{a.w['related']}</div>{''.join(f'<div class="css-t"><a href="/s/{i}">{html.escape(a.w["teaser"])}</a></div>' for i in range(6))}</div>
<div role="contentinfo" class="css-f">{a.footer()}</div></div>
<script id="__STATE__" type="application/json">{json.dumps({"page": {"t": a.title, "n": list(range(40))}})}</script></body></html>
"""


def paywall(a):
    """A daily with a subscription hint behind the text and a newsletter box inside it."""
    body = a.p(' class="text"')
    body.insert(1, f'<div class="newsletter-box"><p>{a.w["newsletter"]}</p></div>')
    return a.minute_iso, "utf-8", f"""<!DOCTYPE html><html lang="{a.lang}"><head><meta charset="utf-8">
<title>{a.h} - {html.escape(a.w['site'])}</title><meta name="author" content="{a.author}">
<meta name="date" content="{a.minute_iso}"></head><body>
<div class="topbar">{a.nav()}</div>
<div class="article-wrapper"><div class="breadcrumb"><a href="/">Home</a> &gt; <a href="/tech">Tech</a></div>
<h1>{a.h}</h1><p class="author-line">{a.w['by']} {a.author}</p>
<div class="story-body">
{chr(10).join(body)}
</div><div class="paywall-hint"><p>{a.w['plus']}</p><a class="button" href="/abo">{a.w['agree']}</a></div></div>
<div class="most-read"><h3>{a.w['related']}</h3><ol>{a.related()}</ol></div>
<div class="footer">{a.footer()}</div></body></html>
"""


def agency(a):
    """A regional portal: picture with caption and credit, a "read also" line between the paragraphs."""
    body = a.p()
    body.insert(1, f'<p class="readmore"><strong>{a.w["also"]}:</strong> <a href="/x">{html.escape(a.w["teaser"])}</a></p>')
    return a.published, "utf-8", f"""<!DOCTYPE html><html lang="{a.lang}"><head><meta charset="utf-8"><title>{html.escape(a.w['site'])} - {a.h}</title>
<meta property="article:published_time" content="{a.published}"><meta name="author" content="{a.author}"></head><body>
<header><div class="logo">{html.escape(a.w['site'])}</div><nav>{a.nav()}</nav></header>
<article><h1>{a.h}</h1><figure class="lead-image"><img src="/i.jpg" alt=""><figcaption>{a.w['photo']}</figcaption></figure>
<div class="meta">{a.w['by']} <span class="author-name">{a.author}</span> - {a.day_words}</div>
<div class="text-block">
{chr(10).join(body)}
</div><div class="tags"><a href="/t/1">Tech</a><a href="/t/2">Business</a></div></article>
<aside><h2>{a.w['related']}</h2><ul>{a.related()}</ul></aside><footer>{a.footer()}</footer></body></html>
"""


def amp(a):
    """An AMP page."""
    ld = {"@context": "http://schema.org", "@type": "NewsArticle", "headline": a.title, "datePublished": a.published,
          "author": {"@type": "Person", "name": a.authors[0]}}
    return a.published, "utf-8", f"""<!doctype html><html amp lang="{a.lang}"><head><meta charset="utf-8">
<script async src="https://cdn.example.org/v0.js"></script><title>{a.h}</title><link rel="canonical" href="https://www.example.org/{a.id}.html">
<script type="application/ld+json">{json.dumps(ld, ensure_ascii=False)}</script>
<style amp-boilerplate>body{{visibility:hidden}}</style></head><body>
<amp-sidebar id="menu" layout="nodisplay">{a.nav()}</amp-sidebar><header class="amp-header">{html.escape(a.w['site'])}</header>
<article class="amp-article"><h1 class="amp-title">{a.h}</h1><div class="amp-byline">{a.w['by']} {a.author}</div>
{chr(10).join(a.p())}
<amp-social-share type="twitter"></amp-social-share></article>
<amp-consent id="c"><div>{a.w['consent']}</div></amp-consent><footer>{a.footer()}</footer></body></html>
"""


def split(a):
    """A magazine: the text stands in two containers with an advertisement between them."""
    p, half = a.p(), max(1, len(a.paras) // 2)
    return a.published, "utf-8", f"""<!DOCTYPE html><html lang="{a.lang}"><head><meta charset="utf-8"><title>{a.h} · {html.escape(a.w['site'])}</title>
<meta property="og:site_name" content="{html.escape(a.w['site'])}"><meta itemprop="datePublished" content="{a.published}"></head><body>
<div class="nav-wrapper">{a.nav()}</div><div class="story"><div class="story-head"><h1>{a.h}</h1>
<div class="story-byline">{a.w['by']} <a href="/p/1" rel="author">{a.author}</a></div></div>
<div class="story-chunk story-text">{''.join(p[:half])}</div>
<div class="ad-slot" data-slot="mid"><span>Anzeige</span></div>
<div class="story-chunk story-text">{''.join(p[half:])}</div></div>
<div class="recirculation"><h2>{a.w['related']}</h2><ul>{a.related()}</ul></div><div class="legal">{a.footer()}</div></body></html>
"""


def microdata(a):
    """Microdata instead of JSON-LD; the author stands in the markup only."""
    return a.published, "utf-8", f"""<!DOCTYPE html><html lang="{a.lang}"><head><meta charset="utf-8"><title>{a.h} // {html.escape(a.w['site'])}</title></head>
<body><div class="page"><div class="head">{a.nav()}</div>
<div class="content" itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">{a.h}</h1>
<span itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">{a.author}</span></span>
<meta itemprop="datePublished" content="{a.published}"><div itemprop="articleBody">
{chr(10).join(a.p())}
</div></div><div class="sidebar"><h3>{a.w['related']}</h3><ul>{a.related()}</ul></div><div class="bottom">{a.footer()}</div></div></body></html>
"""


DESIGNS = [portal, crumbs, blog, tables, application, paywall, agency, amp, split, microdata]


def with_offset(published):
    return published.replace("Z", "+00:00")


def write_page(article, lang, design):
    page = Page(article, lang)
    published, encoding, markup = design(page)
    folder = ROOT / "pages" / lang
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{article['id']}.html").write_bytes(markup.encode(encoding, "xmlcharrefreplace"))
    expected = {"about": design.__doc__, "lang": lang, "title": article["title"], "authors": article["authors"],
                "published": with_offset(published), "text": article["text"], "deals": article["gold"]["deals"]}
    for known in (ROOT / "known_failures.json",):
        if known.exists():
            failing = json.loads(known.read_text()).get(article["id"])
            if failing:
                expected["known_failures"] = failing
    (folder / f"{article['id']}.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1) + "\n")


def rfc822(iso):
    import datetime
    import email.utils
    return email.utils.format_datetime(datetime.datetime.fromisoformat(iso.replace("Z", "+00:00")))


def rss(lang, articles):
    items = "".join(f"""<item><title>{html.escape(a['title'])}</title><link>../pages/{lang}/{a['id']}.html</link>
<guid isPermaLink="false">{a['id']}</guid><pubDate>{rfc822(a['published'])}</pubDate>
<description>{html.escape(a['text'].split('. ')[0])}.</description></item>
""" for a in articles)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>{html.escape(WORDS[lang]['site'])}</title><link>../</link><language>{lang}</language>
{items}</channel></rss>
"""


def atom(lang, articles):
    entries = "".join(f"""<entry><title>{html.escape(a['title'])}</title><id>urn:x:{a['id']}</id>
<link rel="alternate" href="../pages/{lang}/{a['id']}.html"/><published>{a['published']}</published><updated>{a['published']}</updated>
<author><name>{a['authors'][0]}</name></author></entry>
""" for a in articles)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{lang}"><title>{html.escape(WORDS[lang]['site'])}</title><id>urn:x:{lang}</id>
<updated>{articles[0]['published']}</updated><link href="../"/>
{entries}</feed>
"""


def rdf(lang, articles):
    items = "".join(f"""<item rdf:about="../pages/{lang}/{a['id']}.html"><title>{html.escape(a['title'])}</title>
<link>../pages/{lang}/{a['id']}.html</link><dc:date>{a['published']}</dc:date><dc:creator>{a['authors'][0]}</dc:creator></item>
""" for a in articles)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="../"><title>{html.escape(WORDS[lang]['site'])}</title><link>../</link><dc:language>{lang}</dc:language></channel>
{items}</rdf:RDF>
"""


FEEDS = {"de": (rss, "rss2.0"), "it": (atom, "atom1.0"), "en": (rdf, "rss1.0")}


def write_feed(lang, articles):
    writer, form = FEEDS[lang]
    folder = ROOT / "feeds"
    folder.mkdir(exist_ok=True)
    (folder / f"{lang}.xml").write_text(writer(lang, articles))
    expected = {"format": form, "title": WORDS[lang]["site"], "lang": lang}
    (folder / f"{lang}.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1) + "\n")


def main():
    outlines = ""
    for lang in WORDS:
        lines = (ROOT / "articles" / lang / "pages.ndjson").read_text().splitlines()
        articles = [json.loads(line) for line in lines if line.strip()]
        for number, article in enumerate(articles):
            write_page(article, lang, DESIGNS[number % len(DESIGNS)])
        write_feed(lang, articles)
        name = html.escape(WORDS[lang]["site"])
        outlines += f'<outline type="rss" text="{name}" title="{name}" language="{lang}" xmlUrl="http://127.0.0.1:@PORT@/feeds/{lang}.xml"/>\n'
    (ROOT / "feeds.opml").write_text(f"""<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>accord corpus</title></head><body>
{outlines}</body></opml>
""")


if __name__ == "__main__":
    main()
