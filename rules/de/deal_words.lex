# Words of deals as families: compounds by their heads (*übernahme), so that a new compound needs no entry.

class takeover_noun  @takeover, *übernahme, *übernahmen, *zukauf, *zukäufe, *aufkauf, *akquisition, Aufkaufs, Zukaufs, *erwerb, Acquisition,
    Einverleibung, *einkauf
noun Einverleibung
class sale_noun  @sale, *verkauf, *verkaufs, *verkäufe, *veräußerung
class bid_noun  @bid, *angebot, *angebots, *angebote, *offerte, *gebot, *avance, Avancen, *attacke, *vorstoß
class merger_noun  @merger, *fusion, *fusionen, *zusammenschluss, *zusammenschlusses, *verschmelzung, *hochzeit, Zusammengehen
noun Zusammengehen
class alliance_noun  @alliance, *partnerschaft, *partnerschaften, *kooperation, *kooperationen, *allianz, *bündnis, *pakt,
    *zusammenarbeit, *kooperationsvertrag, *kooperationsvereinbarung, *kooperationsabkommen, *kollaboration, Joint-Development-Abkommen
class venture_noun  @venture, *gemeinschaftsunternehmen, *gemeinschaftsfirma, *venture, *joint-venture, *beteiligungsfirma,
    Gemeinschaftsunternehmens, Joint-Ventures
class licence_noun  @licence, *lizenz, *lizenzen, *lizenzvertrag, *lizenzvertrags, *lizenzabkommen, *lizenzvereinbarung, *patentabkommen,
    *lizenzdeal, *lizenzierung, *patentvereinbarung, *patenttausch, *patentaustausch, Lizenzpakt, *lizenzpaket
class licence_fee  @royalty, *lizenzgebühr, *lizenzgebühren, *lizenzzahlung, *lizenzzahlungen, *tantiemen, Patentgebühren, Lizenzkosten
class settle_noun  @settlement, *vergleich, *einigung, *beilegung, Waffenstillstand, Patentfrieden, Rechtsfrieden, Friedensschluss
noun Waffenstillstand  -
noun Patentfrieden  -
noun Rechtsfrieden  -
noun Friedensschluss  Friedensschlüsse
class dispute_noun  @dispute, *streit, *streits, *rechtsstreit, *streitigkeiten, *krieg, *klage, *klagen, *prozess, *zwist, *zoff, *disput, *fehde, *konflikt,
    *clinch, *verfahren, *auseinandersetzung, *auseinandersetzungen, Differenzen, Vorwürfe, Kriegsbeil
class order_word  @order_noun, *auftrag, *auftrags, *aufträge, *bestellung, *order, *liefervertrag, *lieferabkommen, *liefervereinbarung,
    *wartungsvertrag, *servicevertrag, *dienstleistungsvertrag, *outsourcing-vertrag, *outsourcingvertrag, *rahmenvertrag, *abnahmevertrag,
    *betriebsvertrag, *versorgungsvertrag, *beschaffungsvertrag, *outsourcing-auftrag, *ausrüstungsvertrag
class part_noun  @unit, *gesellschaften, *töchter, Dependance, Dependancen, *entwicklung, *sparte, *sparten, *geschäft, *geschäfts, *geschäfte, *abteilung, *division, *bereich, *bereichs, *bereiche, *aktivitäten, *segment,
    *einheit, *servicesparte, *netze, *produktlinie, *produktreihe, *standbein, *werke, *techniken, *signaltechnik, *medizintechnik, *antriebstechnik, *gebäudetechnik, *messtechnik, *automatisierungstechnik, *teil, Teile, Stücke
class asset_noun  @patent, *patent, *patente, *patenten, *patents, *patentportfolio, *schutzrechte, *schutzrechten, *frequenzen, *frequenz, *spektrum,
    *rechte, *rechten, *markenrechte, *markenrechten, *namensrechte, *immobilie, *immobilien, *gelände, *gebäude, *grundstück,
    *grundstücke, *funkmasten, *masten, *mobilfunkmasten, *funktürme, *sendemasten, *domain, *domains, Marke, Marken, Markennamen, Marken-Rechte,
    *zentrale, *hauptquartier, *campus, *portfolio, *patentpaket, *anlagen, Maschinen
class stake_noun  @stake, *anteil, *anteile, *anteilen, *anteils, *beteiligung, *beteiligungen, *aktienpaket, Anteilspaket, Beteiligungspaket, *aktien, *anteilsscheine, *papiere,
    *minderheit, Aktien, Anteilsscheine
class majority_noun  @majority, *mehrheit, *mehrheitsbeteiligung, *mehrheitsanteil, *mehrheitsanteile, *kontrolle, sämtliche, Hälfte, Rest
class round_noun  @round, *runde, *finanzierungsrunde, *spritze, *kapitalerhöhung, *investitionsrunde, *seed-runde, Series,
    *anschubfinanzierung, Seed, *kapital, *millioneninvestment, *investment, *wandelanleihe, *wandeldarlehen
class entry_noun  @entry, *einstieg, *einstiegs, *beteiligung, *minderheitsbeteiligung, *investment, *investition, *investments, *engagement
class spin_noun  Abspaltung, Ausgliederung, Ausgründung, Abtrennung, Herauslösung, Spinoff, *abspaltung, *ausgliederung, *ausgründung, *spin-off, *herauslösung, *verselbstständigung,
    *verselbständigung, Abspaltungen, Carve-out, *abtrennung
class duty_noun  *kosten, *verantwortung, *führung, *leitung, *rolle, *amt, *posten, *vorsitz, *aufgabe, *aufgaben, *geschäftsführung, *spitze, *regie, Ruder,
    Zepter, Steuer, *schulden, *garantie, *bürgschaft, *moderation, *koordination, *patenschaft, *haftung, *betreuung, *organisation,
    *schirmherrschaft, *funktion, *federführung, *chefposten, *vertretung, *arbeit
class hope_noun  *interesse, *appetit, *gerüchte, *spekulationen, *pläne, *absicht, *absichten, *gedankenspiele

class snatch  schnappen, weg|schnappen, angeln, krallen, auf|schnappen, unter den Nagel
class secure  sichern, holen, ergattern, gönnen, leisten, schnappen, angeln, krallen
verb gönnen
verb leisten
class wander  wandern, wechseln, landen, über|gehen, kommen, fallen, zu|fallen, unter|kommen, unter|schlüpfen, flüchten, um|ziehen, an|docken
verb flüchten
verb um|ziehen  zieht zog gezogen
verb an|docken
class court  buhlen, werben, um|werben, bemühen, interessieren, schielen, liebäugeln
class now  nun, jetzt, künftig, fortan, inzwischen, mittlerweile, bald, demnächst, vollständig, komplett, neuerdings, zukünftig, seither, gänzlich,
    ab sofort, damit, endgültig, seit DATE, seit kurzem, offiziell, ganz
class spread_out  begleiten, an|führen, leiten, führen
verb begleiten
class contribute  bei|steuern, bei|tragen, zu|schießen, ein|schießen, stecken, geben, spendieren, bereit|stellen
verb bei|steuern
verb bei|tragen  trägt trug getragen
verb spendieren
class put_in  stecken, pumpen, investieren, buttern, ein|schießen, ein|bringen
class end_deal  kündigen, auf|kündigen, beenden, auf|lösen
class tie_up  kooperieren, zusammen|arbeiten, verbünden, alliieren, liieren, verbrüdern, paktieren, partnern, zusammen|tun, zusammen|spannen,
    zusammen|rücken, an|bandeln
verb an|bandeln
class bring_in  holen
class outfit  beliefern, versorgen, aus|rüsten, aus|statten
verb stocken
verb reichen
verb rücken
class rise_in  auf|gehen
class lay_down  hin|legen
class bid_along  mit|bieten
class get_out  aus|steigen
class get_in  ein|steigen
class buy_in  ein|kaufen
verb steuern
class contracted  vom, beim, zum, zur, im, am
class +company_noun  Finanzinvestor, Beteiligungsgesellschaft, Investor
class take_over  übernehmen, auf|kaufen
class fund_raise  sammeln, ein|sammeln, ein|werben, auf|nehmen, auf|treiben, beschaffen, lukrieren, sichern, holen
class fund_get  erhalten, bekommen, kriegen
class buy_off  ab|kaufen, ab|nehmen, ab|luchsen
verb ab|luchsen
verb besorgen
verb entziehen  entzieht entzog entzogen
verb schicken
class +fund_raise  besorgen
class spin_verb  ab|spalten, aus|gliedern, aus|gründen, ab|nabeln, heraus|lösen, verselbstständigen, verselbständigen, ab|trennen,
    aus|koppeln, separieren, los|lösen
class pick  aus|wählen, küren, verpflichten
class allow  erlauben, gestatten, gewähren, ein|räumen, erteilen
class take_away  entziehen, kündigen, auf|kündigen, verweigern
class take_float  bringen, schicken, führen
class right_noun  *patente, *patenten, *technik, *technologie, *technologien, *software, *erfindungen, *rechte, *marken, *marke, *schutzrechte, Software, Know-how, Patente, Patenten, Technik, Marke, Namen, Erfindungen, Schutzrechte, Schutzrechten, Technologie, Technologien, Marken, Patent
class place_order  bestellen, ordern, nach|bestellen, in Auftrag
class work_on  entwickeln, forschen, vermarkten, bauen, vertreiben, anbieten, produzieren, betreiben, verkaufen, erforschen, an|bieten, auf|bauen, voran|treiben, vorantreiben, testen, fertigen
verb voran|treiben  treibt trieb getrieben
verb testen
verb erforschen
verb forschen

# What a company is, told by the end of the word: "der Sportartikelhersteller", "des Auktionshauses".
class +company_noun  *hersteller, *herstellers, *herstellern, *konzern, *konzerns, *anbieter, *anbieters, *betreiber, *betreibers, *riese, *riesen,
    *gigant, *giganten, *spezialist, *spezialisten, *entwickler, *entwicklers, *firma, *bauer, *bauers, *schmiede,
    *ausrüster, *ausrüsters, *zulieferer, *zulieferers, *händler, *händlers, *dienstleister, *dienstleisters, *verlag, *verlags, *versender,
    *netzwerk, *netzwerks, *plattform, *tochter, *dienst, *dienstes, *dienste, *vermittler, *vermittlers, *verwalter, *verwalters, *investor,
    *investors, *finanzierer, *fertiger, *fertigers, *designer, *designers, *vermieter, *vermieters, *artikler, *artiklers, *telefonierer,
    *portal, *portals, *jobbörse, *tauschbörse, *kryptobörse, *autobörse, *bank, *versicherer, *versicherers, *gesellschaft, *kaufhaus, *warenhaus, *softwarehaus, *verlagshaus, *auktionshaus, *auktionshauses, *bankhaus, *geldhaus, *modehaus, *versandhaus, *medienhaus, *medienhauses, *handelshaus, *autohaus, *systemhaus, *systemhauses, *beratungshaus, *reederei, *brauerei, *kette, *fonds,
    *veranstalter, *lieferant, *lieferanten, *lieferer, *makler, *drucker, *züchter, *macher, *machers, *funker, *funkers, *start-up, *startup

# Buying told by other verbs
verb springen|lassen  lässt ließ lassen
verb zu|packen
verb hin|langen
verb ein|tüten
verb los|schlagen  schlägt schlug geschlagen
verb los|eisen
verb weg|geben  gibt gab gegeben
verb her|geben  gibt gab gegeben
verb verabschieden
verb auf|geben  gibt gab gegeben
verb ein|streichen  streicht strich gestrichen
verb heim|holen
verb herein|holen
verb hinzu|holen
verb dazu|holen
verb ein|heimsen
verb auf|sammeln
verb vereinnahmen
verb ergänzen
verb bereichern
verb komplettieren
verb runden
class +buy  ein|streichen, heim|holen, hinzu|holen, dazu|holen, ein|tüten, vereinnahmen
class +sell  los|schlagen, weg|geben, her|geben
class +part_with  verabschieden
class strike  zu|schlagen, zu|greifen, zu|packen
class spend  aus|geben, hin|legen, hin|blättern, locker|machen, springen|lassen, berappen, auf|bringen, investieren
verb auf|bringen  bringt brachte gebracht
class slip  schlüpfen, kommen, wechseln, geraten, ziehen, wandern, gelangen, fallen, flüchten
verb schlüpfen
verb geraten  gerät geriet geraten
verb gelangen

# Words of contracts, licences, sites
verb heben  hebt hob gehoben
verb entziehen  entzieht entzog entzogen
verb weg|nehmen  nimmt nahm genommen
verb zurück|nehmen  nimmt nahm genommen
verb lösen
verb übereignen
class withdraw  entziehen, weg|nehmen, stornieren, kündigen, streichen, zurück|ziehen, auf|kündigen
class entrust  übertragen, geben, überlassen, an|vertrauen, übergeben, legen
verb an|vertrauen
class take_back  zurück|nehmen
class site_noun  *werk, *fabrik, *fertigung, *rechenzentrum, *standort, *gelände, *türme, *turm, *halle, *labor, *hauptsitz, *zentrale
class hand_over  geben, legen, überlassen
class into_house  /^(Haus|Familie|Konzern)$/
verb entreißen  entreißt entriss entrissen
verb aus|stechen  sticht stach gestochen
class order_at  bestellen, ordern, nach|bestellen, kaufen, beziehen, ein|decken, beschaffen
verb ein|decken
class produce  fertigen, produzieren, her|stellen, bauen, liefern, entwickeln
class run  betreiben, modernisieren, warten, verwalten, betreuen, übernehmen, errichten, aus|bauen, auf|bauen, erneuern
verb warten
verb verwalten
verb betreuen
class hire  beauftragen, verpflichten, engagieren, an|heuern, aus|wählen
verb engagieren
verb an|heuern
class make_up  kommen, stammen
class sell_on  vertreiben, vermarkten, integrieren, ein|binden
verb ein|binden  bindet band gebunden
class take_part  beteiligen, teil|nehmen, mit|machen, mit|ziehen
class goods  Loks, Lokomotiven, Busse, Straßenbahnen, Chips, Akkus, Prozessoren, Displays, Batterien, Zellen, Bauteile, Komponenten, Server, Antennen, Motoren, Züge, Flugzeuge, Speicher
noun Bauteil
class outbid  aus|stechen, überbieten
class reach_into  zu|greifen, zurück|greifen
verb zurück|greifen  greift griff gegriffen
class split_self  auf|spalten, auf|teilen, spalten, zerlegen, zerschlagen, filetieren, zerteilen, auf|splitten
class lay_out  zahlen, bezahlen, bieten, hin|legen, hin|blättern, aus|geben, überweisen
verb ab|schieben  schiebt schob geschoben
class +sell  ab|schieben
class order_from  bestellen, ordern, nach|bestellen, beziehen
class stake_part  *anteil, *anteile, *anteilen, *anteils, *beteiligung, *beteiligungen, *aktienpaket, Anteilspaket, *minderheit
class add_more  nach|legen, auf|stocken

# Contracts by their kind, two words joined by a hyphen: Outsourcing-Vertrag, IT-Auftrag
class order_kind  Outsourcing, IT, Service, Cloud, Wartungs, Rahmen, Liefer, Software, Hardware, Millionen, Milliarden, Cloud-Computing, Sourcing, Betriebs,
    Netzwerk, Rechenzentrums, SAP, Entwicklungs, Bau, Groß, Rekord, Chip, Batterie, Dienstleistungs, Hosting, Infrastruktur, US, Euro, Dollar, Rüstungs, Bundeswehr,
    Armee, Jahres, Mega
class contract_word  Vertrag, Verträge, Auftrag, Aufträge, Auftrags, Deal, Abkommen, Order, Bestellung, Großauftrag, Rahmenvertrag
class +order_word  *orders, *großauftrag, *dienstleistervertrag, *dienstleistervertrags, *it-vertrag, *cloudvertrag, *liefervertrags, *rahmenvertrags, *folgeaufträge,
    *rahmenvereinbarung, *rahmenabkommen, *systemvertrag, *bestellungen, *großbestellung, *wartungsverträge, *lieferverträge
class deal_list  Deals, Zukäufe, Zukäufen, Übernahmen, Akquisitionen, Käufe, Einkäufe, Einkäufen, Transaktionen, Megadeals, Großübernahmen, Großakquisitionen
class money_heap  *millionenbetrag, *millionensumme, *milliardenbetrag, *milliardensumme, Millionen, Milliarden, Wagniskapital, Risikokapital, Wachstumskapital, Eigenkapital,
    Startkapital, *millionenfinanzierung, *seed-finanzierung, *anschlussfinanzierung, *wachstumsfinanzierung, *geldspritze, *kapitalspritze, *finanzspritze
verb filetieren
verb zerteilen
verb auf|splitten
verb freuen
verb nach|bessern
verb spülen
verb handeln

# A company of a group by what it is to its owner: "die Bauelemente-Tochter von X", "die X-Tochter"
class daughter  Tochter, Töchter, Tochterfirma, Tochterfirmen, Tochtergesellschaft, Tochtergesellschaften, Tochterunternehmen, Ableger, Landesgesellschaft, Konzerntochter, *tochter, *töchter
class all_of  sämtliche, sämtlichen, alle, allen, restlichen, übrigen, ausstehenden, verbliebenen, verbleibenden, restliche, 100 Prozent
class shares_of  Anteile, Anteilen, Anteil, Aktien, Anteilsscheine, *anteile, *anteilen, *anteil, *aktien, Papiere
class owners  Aktionären, Anteilseignern, Anteilseigner, Eigentümern, Gesellschaftern, Aktionäre, Gründern
verb ein|stellen
verb zählen

# What companies do in deals; "es" before it is a company (references.rules)
class deal_verb  kaufen, auf|kaufen, hinzu|kaufen, zu|kaufen, übernehmen, erwerben, schlucken, verkaufen, veräußern, ab|stoßen, investieren, beteiligen, ein|steigen, ein|sammeln,
    kooperieren, zusammen|arbeiten, lizenzieren, liefern, beliefern, gründen, ab|spalten, aus|gliedern, schließen, ab|schließen, bei|legen, einigen, fusionieren, bestellen, unterzeichnen,
    erhalten, beauftragen

# Verbs whose object stands without a preposition: behind "kaufte der Konzern" a name is what was bought (lib/tag/coreference.c)
class takes_object  @buy, @snatch, beliefern, versorgen, ab|spalten, aus|gliedern, verkaufen, ab|stoßen, beauftragen
class chip_in  bei|steuern, bei|tragen, zu|schießen, spendieren
class +part_noun  *vermögen, *vermögens, Vermögenswerte, Vermögenswerten, *geschäftsbetrieb, *geschäftsbetriebs, Geschäftsbetrieb
verb an|gehen  geht ging gegangen
class erect  errichten, installieren, montieren, auf|bauen, modernisieren, aus|rüsten
verb montieren
class +spin_noun  *loslösung, Loslösung, *lossagung
class +spin_verb  los|sagen
verb los|sagen
class +asset_noun  *funklizenzen, Mobilfunklizenzen, Mobilfunk-Lizenzen, UMTS-Lizenzen, *umts-lizenzen
class maker  *hersteller, *lieferant, *lieferanten, *zulieferer, *produzent, *produzenten, *fertiger, Hersteller, Zulieferer, Lieferant, Lieferanten, Ausrüster, *ausrüster
class young_firm  Up, Startup, Jungunternehmen, Jungfirma, Neuling, *start-up, *startup

# What firms order from each other, by the end of the word: "60 Züge", "neue Batteriezellen"
class ware  @goods, *zug, *züge, *zügen, *triebwagen, *batterien, *batteriezellen, *zellen, *chips, *prozessor, *prozessoren, *server, *servern, *antennen, *turbinen,
    *flugzeuge, *flugzeugen, *jets, *busse, *bussen, *loks, *lokomotiven, *fahrzeuge, *fahrzeugen, *lastwagen, *lkw, *transporter, *transportern, *rechner, *rechnern,
    *computer, *computern, *geräte, *geräten, *maschinen, *displays, *bildschirme, *bildschirmen, *module, *modulen, *sensoren, *satelliten, *schiffe, *akkus, *motoren,
    *antriebe, *antrieben, *kameras, *roboter, *robotern, *terminals, *kassen, *wafer, *platinen, *kabel, *komponenten, *bauteile, *bauteilen, *systeme, *systemen,
    *ladesäulen, *stationen, *leitungen, *getriebe, *reifen, *sitze, *scheinwerfer, *spiegel, *linsen, *optik, *halbleiter, *halbleitern, *elektrolyseure, *elektrolyseuren,
    *triebwerke, *triebwerken, *raketen, *drohnen, *panzer, *panzern, *drucker, *druckern, *tablets, *notebooks, *steuergeräte, *speicher, *technik, *ausrüstung, *hardware,
    *stahl, *strom, *wasserstoff, *lithium, *kathoden, *folien, *glas, *leuchten, *waggons, *aufzüge, *aufzügen, *anlage, *anlagen
class supplier_word  @supplier, *lieferant, *lieferanten, *zulieferer, *zulieferern, *ausrüster, *dienstleister, *auftragnehmer, Generalunternehmer, *fertiger, Hauslieferant
class customer_word  Kunde, Kunden, Kundin, *kunde, *kunden, Auftraggeber, Auftraggeberin, Abnehmer, Abnehmern, Besteller, *abnehmer
class deliver  liefern, aus|liefern, zu|liefern, bei|steuern, bereit|stellen, fertigen, produzieren, her|stellen, bauen, montieren, stellen,
    programmieren, konstruieren, installieren, errichten, auf|bauen, ein|richten, übergeben
verb programmieren
verb konstruieren
verb ein|richten

# Contracts that say nothing of their kind
class agreement  @contract, *vertrag, *vereinbarung, *abkommen, *kontrakt, *übereinkunft, *übereinkommen, Vertragswerk, Verträge, Vereinbarungen, Abkommen, Abmachung, Deal
class no_agreement  *arbeitsvertrag, *tarifvertrag, *mietvertrag, *handelsabkommen, *klimaabkommen, *staatsvertrag, *vorstandsvertrag, *kreditvertrag, *tarifvereinbarung, *betriebsvereinbarung
verb tüfteln
verb feilen
verb basteln
verb experimentieren
class tinker  arbeiten, tüfteln, feilen, basteln, experimentieren, erproben
verb erproben

# Rights that are sold, and no wares that are delivered
class right_asset  @patent, *patent, *patente, *patenten, *patents, *schutzrechte, *schutzrechten, *frequenzen, *frequenz, *spektrum, *markenrechte, *namensrechte, *domain, Marke, Marken
verb entrichten
class let_go  entlassen, schicken, führen, geben
class freedom  Freiheit, Selbständigkeit, Selbstständigkeit, Eigenständigkeit, Unabhängigkeit

# "der Firma X" is no subject, "der Konzern X" is one (lib/tag/phrase.c)
class feminine_firm  *firma, *tochter, *gruppe, *gesellschaft, *bank, *schmiede, *kette, *plattform, *agentur, *holding, *börse, *mutter, *schwester, *reederei, *brauerei,
    *sparkasse, *versicherung, *fluglinie, *airline, *werft, *druckerei, *fabrik, *stiftung, *redaktion, *anstalt, *assekuranz, *kasse, *marke, *organisation, *station

# More of what a company is called by the end of the word
class +company_noun  *verwerter, *verwerters, *vermarkter, *vermarkters, *versorger, *versorgers, *discounter, *discounters, *zusteller, *logistiker, *spediteur, *fahrdienst, *lieferdienst, *erzeuger, *veredler,
    *produzent, *produzenten, *pionier, *pioniers, *primus, *veteran, *neuling, *neulings, *champion, *ausgründung, *fluglinie, *airline, *werft, *druckerei, *gießerei, *raffinerie, *agentur, *startup,
    *start-ups, *unternehmen, *unternehmens, *bude, *imperium, *imperiums, *haus, *hauses, *ableger, *ablegers, *institut, *instituts, *sparkasse, *assekuranz, *fabrikant, *techniker, *technikers,
    *filialist, *betrieb, *betriebs, *entsorger, *entsorgers, *rüster, *rüsters, *wäscher, *wechsler, *broker, *brokers, *finanzier, *manager, *multi, *multis
verb ab|wickeln
verb erledigen
verb verarbeiten
class done_for  fertigen, produzieren, bauen, versorgen, betreiben, her|stellen, beliefern, aus|rüsten, ab|wickeln, erledigen, verwalten, warten, betreuen, entwickeln, modernisieren,
    verarbeiten, montieren, liefern, programmieren, errichten, aus|bauen, auf|bauen, um|bauen, überwachen, reinigen, transportieren, testen, prüfen
verb um|bauen
verb überwachen
verb reinigen
verb transportieren
class install  installieren, montieren, auf|bauen, ein|richten
verb betrauen
noun Sanierer
class +company_noun  Sanierer, *sanierer
class +part_noun  *fertigung, *produktion, *elektronik, *chemie, *robotik, *logistik, *technologie, *software-sparte, Teil, Standbein
verb zurück|holen
verb zurück|erwerben  erwirbt erwarb erworben
verb heraus|lösen
class +buy  zurück|holen, zurück|erwerben
class +ware  Waren, Ware, *waren, *teile, *teilen
class +site_noun  *halle, Halle, *hallen, Werk, Fabrik, *areal, Areal, *grundstück, Grundstück, *gebäude
class +asset_noun  *mobilfunkstandorte, *funkstandorte, *stromleitungen, *hochspannungsleitungen, *windparks, *solarparks, *wohnungen

# Who a company belongs to, or is to belong to
class owner_word  *eigentümer, *eigentümerin, *eigner, *eignerin, Besitzer, Besitzerin, *besitzer, Herr, Hausherr, Hausherrin, Mutter, *mutter, Mutterkonzern, Mutterfirma, Inhaber, Inhaberin,
    Mehrheitsaktionär, Mehrheitsgesellschafter, Mehrheitseigner, Hauptaktionär, Alleineigentümer, Alleinherrscher, Gebieter, Eigentümerfirma, *eigentümers, *eigners, Besitzers, Herren, Eigentümern
class rescuer  Retter, Retterin, Käufer, Käuferin, Abnehmer, Abnehmerin, Erwerber, Aufkäufer, Nachfolger, Interessent, Interessenten, Übernehmer, Bieter
# To grow by another firm: "vergrößert sich um X", "verstärkt sich mit X"
class grow  vergrößern, verstärken, erweitern, ergänzen, bereichern, stärken, auf|rüsten, ab|runden, komplettieren, verbreitern, wachsen, aus|bauen, arrondieren
verb vergrößern
verb verstärken
verb erweitern
verb stärken
verb auf|rüsten
verb ab|runden
verb verbreitern
verb arrondieren
verb wachsen  wächst wuchs gewachsen
# To take a firm for oneself: "legt sich X zu", "lacht sich X an"
class take_oneself  zu|legen, an|lachen, greifen, ein|stecken, heraus|picken, aus|gucken, unter|haken, pflücken, heraus|fischen, auf|lesen, besorgen, leisten, gönnen
verb zu|legen
verb an|lachen
verb ein|stecken
verb heraus|picken
verb aus|gucken
verb unter|haken
verb pflücken
verb heraus|fischen
verb auf|lesen  liest las gelesen
verb durch|reichen
verb weiter|geben  gibt gab gegeben
verb verschmähen
verb ignorieren
verb ab|schmettern
class +reject  verschmähen, ignorieren, ab|schmettern
class +sell  durch|reichen, weiter|geben
class +deliver  backen
class aboard  dabei, engagiert, investiert, mit von der Partie, von der Partie, an Bord, im Boot, mit im Boot, mit drin, mit an Bord
class much_money  Milliarde, Milliarden, Millionen, Million, Geld, Kapital, *summe, *betrag, *spritze
class replace  aus|tauschen, ersetzen, tauschen, ab|lösen
verb ersetzen
verb ab|lösen
class share_of_sum  Löwenanteil, Großteil, Hauptteil, Teil, Hälfte, Brocken, Batzen, Anteil, meiste, meisten
verb zu|stecken

# To draw goods from somebody, to put a thing together for somebody
class draw  zapfen, mieten, pachten, leasen, tanken, decken, ordern, ein|decken
verb zapfen
verb pachten
verb tanken
verb decken
class assemble  zusammen|schrauben, zusammen|bauen, zusammen|setzen, montieren, fertigen, bestücken
verb zusammen|schrauben
verb zusammen|bauen
verb zusammen|setzen
verb bestücken
# agreements told in the plural: one with each of the names behind (lib/tag/apart.c)
class apart  *verträge, *verträgen, Verträge, Verträgen, *vereinbarungen, Vereinbarungen, *partnerschaften, Partnerschaften, *kooperationen, Kooperationen, *allianzen, Allianzen, Bündnisse, Bündnissen
