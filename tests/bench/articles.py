"""Made-up articles in German, Italian and English, any number of them, each the same whenever it is drawn again.

    article(seed, number) -> {"id", "lang", "title", "authors", "published", "text", "story"}

Three numbers in a row tell one story, each in words and a language of its own, so that a store has reports to gather; four
stories in ten are about no deal. Companies are drawn by a Zipf law, the first of them well known, the others made up.
An article depends on its seed and number alone: any range of numbers can be made anywhere, in any order.
"""
import datetime
import random

REPORTS = 3  # pages that tell one story
KNOWN = ("Microsoft Nokia Google Siemens Infineon Intel Samsung Apple Oracle SAP Vodafone Ericsson Huawei Xiaomi IBM Leonardo "
         "Stellantis Bosch Telefónica Qualcomm Lenovo Sony Philips Nvidia Amazon").split()
MADE_UP = 20000
SYLLABLES = "va lo ri ten qua mer so dex pla zu kor bi nex ta ul fen ga ro syl mon".split()
ENDINGS = "tech soft ion data net works labs ware sys chip".split()
FIRST = "Anna Paul Marta Luca Helen Owen Clara Jonas Irene Victor".split()
LAST = "Berger Rossi Hughes Lindner Moretti Clarke Vogel Ferri Nolan Krämer".split()
DAYS = {"de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(),
        "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica".split(),
        "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()}

# Headline and lead of each kind of deal: {a} acts, {b} is acted on, {v} the price, {d} the day of the week.
DEALS = {
    "de": [("{a} kauft {b} für {v}", "{a} übernimmt {b} für {v}. Das teilten beide Unternehmen am {d} mit."),
           ("{a} beteiligt sich an {b}", "{a} investiert {v} in {b}. Die Mehrheit bleibt bei den Gründern."),
           ("{a} und {b} schließen Partnerschaft", "{a} und {b} haben am {d} eine strategische Partnerschaft vereinbart."),
           ("{a} nimmt Lizenz bei {b}", "{a} hat mit {b} ein Lizenzabkommen über Funkpatente geschlossen."),
           ("{b}: {a} soll an Übernahme interessiert sein", "{a} will Kreisen zufolge {b} kaufen. Im Gespräch sind {v}."),
           ("Großauftrag: {a} beliefert {b}", "{a} liefert {b} in den kommenden Jahren Sensoren im Wert von {v}."),
           ("{a} und {b} legen Patentstreit bei", "{a} und {b} haben ihren Rechtsstreit am {d} mit einem Vergleich beendet.")],
    "it": [("{a} compra {b} per {v}", "{a} acquisisce {b} per {v}. Lo hanno comunicato {d} le due società."),
           ("{a} entra nel capitale di {b}", "{a} investe {v} in {b}. La maggioranza resta ai fondatori."),
           ("{a} e {b}, al via la partnership", "{a} e {b} hanno siglato {d} una partnership strategica."),
           ("Brevetti, accordo tra {a} e {b}", "{a} ha firmato con {b} un accordo di licenza sui brevetti radio."),
           ("{a} tratta per rilevare {b}", "Secondo indiscrezioni {a} vorrebbe comprare {b}. Si parla di {v}."),
           ("Maxi commessa: {a} fornirà {b}", "{a} fornirà a {b} sensori per un valore di {v}."),
           ("{a} e {b} chiudono la causa", "{a} e {b} hanno chiuso {d} con un accordo la causa sui brevetti.")],
    "en": [("{a} to buy {b} for {v}", "{a} has agreed to acquire {b} for {v}, the two companies said on {d}."),
           ("{a} invests in {b}", "{a} has invested {v} in {b}. The founders keep the majority."),
           ("{a} and {b} team up", "{a} and {b} announced a strategic partnership on {d}."),
           ("{a} licenses patents from {b}", "{a} has signed a licence agreement with {b} that covers radio patents."),
           ("{a} said to be weighing bid for {b}", "{a} is in talks to buy {b}, people familiar with the matter said. They spoke of {v}."),
           ("{a} wins order from {b}", "{a} will supply {b} with sensors worth {v} over the next years."),
           ("{a} and {b} settle patent fight", "{a} and {b} have settled their lawsuit over patents, they said on {d}.")],
}
# What a page is about that tells of no deal.
OTHER = {
    "de": [("{a} steigert Umsatz im Quartal", "{a} hat im abgelaufenen Quartal mehr umgesetzt als erwartet, der Gewinn ging leicht zurück."),
           ("Neuer Finanzchef bei {a}", "{a} bekommt zum Jahresende einen neuen Finanzchef. Der Vorgänger geht in den Ruhestand."),
           ("Drei Router im Test", "Schnell sind sie alle, doch nur einer der drei Router lässt sich ohne Handbuch einrichten."),
           ("Störung legt Bezahlterminals lahm", "In vielen Läden ließ sich am {d} nur bar bezahlen. Die Ursache ist noch unklar.")],
    "it": [("{a}, ricavi in crescita nel trimestre", "{a} ha chiuso il trimestre con ricavi sopra le attese, l'utile è calato di poco."),
           ("{a} cambia direttore finanziario", "Cambio ai vertici di {a}: a fine anno arriva un nuovo direttore finanziario."),
           ("Tre router a confronto", "Sono tutti veloci, ma solo uno dei tre si configura senza aprire il manuale."),
           ("Pagamenti fermi in mezzo Paese", "In molti negozi {d} si è potuto pagare solo in contanti. Le cause sono da chiarire.")],
    "en": [("{a} reports higher sales", "{a} sold more than analysts had expected last quarter, while its profit slipped a little."),
           ("{a} names new finance chief", "{a} gets a new finance chief at the end of the year. The present one retires."),
           ("Three routers put to the test", "All of them are fast, but just one can be set up without opening the manual."),
           ("Outage hits card terminals", "Many shops took nothing but cash on {d}. What went wrong is not yet known.")],
}
BACKGROUND = {
    "de": ["Bereits {y} hatte {a} den Anbieter {c} gekauft.", "{c} und {a} arbeiten seit {y} auf Grundlage eines Lizenzvertrags zusammen.",
           "{y} war ein Zusammenschluss von {c} und {b} am Kartellamt gescheitert."],
    "it": ["Già nel {y} {a} aveva acquistato {c}.", "Nel {y} {a} e {c} avevano firmato un accordo di licenza.",
           "Nel {y} la fusione tra {c} e {b} era stata bloccata dall'antitrust."],
    "en": ["In {y}, {a} bought {c}.", "{a} and {c} signed a licence agreement in {y}.",
           "A merger of {c} and {b} was blocked by regulators in {y}."],
}
# What surrounds it. Each sentence has a made-up place or product {p} and a number {n}, so that texts are no copies of each other.
FILLING = {
    "de": ["Die Behörden in {p} müssen bis zum {n}. Verhandlungstag noch zustimmen.", "Zu den {n} offenen Fragen wollte sich ein Sprecher aus {p} nicht äußern.",
           "Die Aktie gab in {p} zunächst um {n} Cent nach.", "{n} Analysten hatten laut einer Umfrage von {p} mit diesem Schritt gerechnet.",
           "Die {n} Beschäftigten in {p} sollen bleiben.", "Der Markt für {p}-Geräte wächst seit Jahren, zuletzt um {n} Prozent.",
           "Wer einen der {n} Tarife von {p} nutzt, merkt davon nichts.", "In {p} soll im Frühjahr eine Fabrik mit {n} Plätzen den Betrieb aufnehmen.",
           "Günstige Geräte wie das {p} {n} setzen die Branche unter Druck.", "Wie es weitergeht, entscheidet der Aufsichtsrat in {p}, Saal {n}.",
           "Verbraucherschützer aus {p} zählten {n} Beschwerden.", "Das Rechenzentrum {p} läuft zu {n} Prozent mit Windstrom."],
    "it": ["Le autorità di {p} hanno ancora {n} giorni per dare il via libera.", "Un portavoce da {p} non ha voluto rispondere alle {n} domande inviate.",
           "A {p} il titolo ha aperto in calo di {n} centesimi.", "Secondo un sondaggio di {p}, {n} analisti si aspettavano la mossa.",
           "I {n} dipendenti di {p} resteranno al loro posto.", "Il mercato dei dispositivi {p} cresce da anni, da ultimo del {n} per cento.",
           "Per chi usa una delle {n} tariffe di {p} non cambia nulla.", "A {p} aprirà in primavera uno stabilimento con {n} posti.",
           "Apparecchi economici come il {p} {n} premono sul settore.", "Il consiglio deciderà i prossimi passi a {p}, nella sala {n}.",
           "Le associazioni dei consumatori di {p} hanno contato {n} reclami.", "Il centro dati di {p} funziona per il {n} per cento con energia eolica."],
    "en": ["Regulators in {p} have {n} days left to approve it.", "A spokesman in {p} declined to answer {n} questions in detail.",
           "The shares fell by {n} cents in {p}.", "A poll by the {p} institute had {n} analysts expecting such a step.",
           "The {n} people working in {p} will keep their jobs.", "The market for {p} devices has been growing for years, by {n} per cent of late.",
           "Nothing changes for those on one of the {n} plans of {p}.", "A plant with {n} jobs is to open in {p} in spring.",
           "Cheap devices such as the {p} {n} put pressure on the industry.", "The board will decide on the next steps in {p}, room {n}.",
           "Consumer groups in {p} counted {n} complaints.", "The data centre of {p} runs on wind power for {n} per cent of the day."],
}


def company(r):
    """A name; small numbers are drawn often, as in life."""
    n = int((len(KNOWN) + MADE_UP) ** r.random()) - 1
    if n < len(KNOWN):
        return KNOWN[n]
    n -= len(KNOWN)
    first, n = SYLLABLES[n % 20], n // 20
    second, n = SYLLABLES[n % 20], n // 20
    return (first + second + SYLLABLES[n % 20] if n >= 10 else first + second).capitalize() + ENDINGS[n % 10]


def price(millions, lang):
    number, large = (millions / 1000, True) if millions >= 1000 else (millions, False)
    digits = f"{number:.1f}" if large else str(number)
    if lang == "en":
        return f"${digits} {'billion' if large else 'million'}"
    digits = digits.replace(".", ",")
    if lang == "de":
        return f"{digits} {'Milliarden' if large else 'Millionen'} Dollar"
    return f"{digits} {'miliardi' if large else 'milioni'} di dollari"


def story(seed, number):
    """What the reports of one story agree on."""
    r = random.Random((seed << 40) + 2 * number)
    day = datetime.date(2005, 1, 1) + datetime.timedelta(days=r.randrange(7600))
    return {"deal": r.random() < 0.6, "kind": r.randrange(28), "names": [company(r) for _ in range(3)],
            "millions": r.randint(2, 90) * 10 ** r.randint(0, 3), "day": day, "year": day.year - r.randint(1, 9)}


def paragraphs(r, lang, facts, words):
    background = r.choice(BACKGROUND[lang]).format_map(words) if facts["deal"] and r.random() < 0.5 else None
    sentences = [text.format(p="".join(r.choices(SYLLABLES, k=3)).capitalize(), n=r.randrange(2, 400))
                 for text in r.sample(FILLING[lang], r.randint(4, 12))]
    if background:
        sentences.insert(r.randrange(len(sentences)), background)
    while sentences:
        n = r.randint(1, 4)
        yield " ".join(sentences[:n])
        del sentences[:n]


def article(seed, number):
    facts = story(seed, number // REPORTS)
    r = random.Random((seed << 40) + 2 * number + 1)
    lang = ("de", "it", "en")[r.randrange(3)]
    a, b, c = facts["names"]
    words = {"a": a, "b": b, "c": c, "v": price(facts["millions"], lang), "d": DAYS[lang][facts["day"].weekday()], "y": facts["year"]}
    kinds = (DEALS if facts["deal"] else OTHER)[lang]
    title, lead = (text.format_map(words) for text in kinds[facts["kind"] % len(kinds)])
    minute = r.randrange(1440)
    return {"id": f"p{number}", "lang": lang, "title": title, "authors": [f"{r.choice(FIRST)} {r.choice(LAST)}"],
            "published": f"{facts['day']}T{minute // 60:02d}:{minute % 60:02d}:00+01:00",
            "text": "\n\n".join([lead, *paragraphs(r, lang, facts, words)]), "story": number // REPORTS}
