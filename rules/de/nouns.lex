# German nouns of deals, of firms and of people. `noun WORD  PLURAL`; where no plural stands, the ending gives it, and `-` says
# that there is none. Compounds are found by their heads (*übernahme), so few stand here.

# Deals
noun Übernahme
noun Komplettübernahme
noun Kauf  Käufe
noun Zukauf  Zukäufe
noun Aufkauf  Aufkäufe
noun Ankauf  Ankäufe
noun Einkauf  Einkäufe
noun Rückkauf  Rückkäufe
noun Erwerb  Erwerbe
noun Akquisition
noun Akquise
noun Ersteigerung
noun Buyout  Buyouts
noun Verkauf  Verkäufe
noun Veräußerung
noun Abgabe
noun Abtretung
noun Trennung
noun Übertragung
noun Übergang  Übergänge
noun Versteigerung
noun Auktion
noun Eingliederung
noun Integration
class takeover  Übernahme, Komplettübernahme, Kauf, Zukauf, Aufkauf, Ankauf, Erwerb, Akquisition, Buyout, Ersteigerung,
    Eingliederung
class sale  Verkauf, Veräußerung, Abgabe, Abtretung, Versteigerung, Auktion, Notverkauf, Ausverkauf
noun Notverkauf  Notverkäufe
noun Ausverkauf  Ausverkäufe
noun Übernahmeangebot
noun Übernahmeofferte
noun Angebot
noun Offerte
noun Gebot
noun Kaufangebot
noun Kaufofferte
noun Gegenangebot
noun Gegengebot
noun Gegenofferte
noun Barofferte
noun Milliardenofferte
noun Milliardenangebot
class bid  Übernahmeangebot, Übernahmeofferte, Angebot, Offerte, Gebot, Kaufangebot, Kaufofferte, Gegenangebot, Gegengebot,
    Gegenofferte, Barofferte, Milliardenangebot, Milliardenofferte
noun Fusion
noun Megafusion
noun Elefantenhochzeit
noun Hochzeit
noun Zusammenschluss  Zusammenschlüsse
noun Zusammenlegung
noun Verschmelzung
noun Vereinigung
noun Zusammenführung
noun Unternehmenszusammenschluss  Unternehmenszusammenschlüsse
noun Merger  Merger
class merger  Fusion, Megafusion, Elefantenhochzeit, Zusammenschluss, Zusammenlegung, Verschmelzung, Vereinigung,
    Zusammenführung, Unternehmenszusammenschluss, Merger
noun Beteiligung
noun Einstieg
noun Ausstieg
noun Minderheitsbeteiligung
noun Mehrheitsbeteiligung
noun Anteil
noun Aktienanteil
noun Aktienpaket
noun Anteilspaket
noun Paket
noun Minderheitsanteil
noun Mehrheitsanteil
noun Geschäftsanteil
noun Sperrminorität
noun Kontrollmehrheit
noun Aktienmehrheit
noun Mehrheit
noun Minderheit
noun Kontrolle
noun Hälfte
class stake  Beteiligung, Minderheitsbeteiligung, Mehrheitsbeteiligung, Anteil, Aktienanteil, Aktienpaket, Anteilspaket,
    Minderheitsanteil, Mehrheitsanteil, Geschäftsanteil, Sperrminorität, Kontrollmehrheit, Aktienmehrheit, Mehrheit,
    Minderheit, Aktie
class majority  Mehrheit, Mehrheitsbeteiligung, Mehrheitsanteil, Kontrollmehrheit, Aktienmehrheit, Kontrolle
class entry  Einstieg, Beteiligung, Engagement
class exit  Ausstieg
noun Engagement  Engagements
noun Investition
noun Investment  Investments
noun Finanzierung
noun Finanzierungsrunde
noun Investitionsrunde
noun Kapitalrunde
noun Runde
noun Kapitalerhöhung
noun Finanzspritze
noun Geldspritze
noun Kapitalspritze
noun Anschubfinanzierung
noun Wachstumsfinanzierung
noun Kapital  -
noun Wagniskapital  -
noun Risikokapital  -
noun Geld  Gelder
noun Summe
noun Mittel  Mittel
noun Wandelanleihe
class round  Finanzierungsrunde, Investitionsrunde, Kapitalrunde, Runde, Kapitalerhöhung, Finanzspritze, Geldspritze,
    Kapitalspritze, Finanzierung, Anschubfinanzierung, Wachstumsfinanzierung
class investment  Investition, Investment, Beteiligung, Einstieg, Finanzspritze, Kapitalspritze
class capital  Kapital, Wagniskapital, Risikokapital, Geld, Mittel, Finanzmittel, Eigenkapital, Fremdkapital
noun Finanzmittel  Finanzmittel
noun Eigenkapital  -
noun Fremdkapital  -
noun Partnerschaft
noun Kooperation
noun Zusammenarbeit
noun Allianz
noun Bündnis  Bündnisse
noun Bund  -
noun Schulterschluss  Schulterschlüsse
noun Pakt
noun Partner
noun Kooperationspartner
noun Kooperationsvertrag  Kooperationsverträge
noun Kooperationsvereinbarung
noun Kooperationsabkommen
noun Entwicklungspartnerschaft
noun Vertriebspartnerschaft
noun Technologiepartnerschaft
noun Initiative
noun Konsortium
noun Vertriebsvereinbarung
noun Absichtserklärung
noun Rahmenvereinbarung
noun Rahmenvertrag  Rahmenverträge
class alliance  Partnerschaft, Kooperation, Zusammenarbeit, Allianz, Bündnis, Schulterschluss, Pakt, Kooperationsvertrag,
    Kooperationsvereinbarung, Kooperationsabkommen, Entwicklungspartnerschaft, Vertriebspartnerschaft,
    Technologiepartnerschaft, Vertriebsvereinbarung
class partner  Partner, Kooperationspartner, Verbündeter, Bündnispartner
noun Bündnispartner
adjective Verbündeter  verbündet
noun Gemeinschaftsunternehmen
noun Gemeinschaftsfirma  Gemeinschaftsfirmen
noun Gemeinschaftsprojekt
noun Jointventure  Jointventures
noun Venture  Ventures
noun Beteiligungsgesellschaft
noun Arbeitsgemeinschaft
class venture  Gemeinschaftsunternehmen, Gemeinschaftsfirma, Jointventure, Venture, Arbeitsgemeinschaft
noun Lizenz
noun Patentlizenz
noun Lizenzvertrag  Lizenzverträge
noun Lizenzabkommen
noun Lizenzvereinbarung
noun Lizenzdeal  Lizenzdeals
noun Kreuzlizenz
noun Kreuzlizenzabkommen
noun Kreuzlizenzvereinbarung
noun Kreuzlizenzierung
noun Lizenzierung
noun Patentabkommen
noun Patentvereinbarung
noun Patentaustausch
noun Patentlizenzabkommen
noun Lizenzgebühr  Lizenzgebühren
noun Tantieme
noun Nutzungsrecht
noun Lizenznehmer
noun Lizenzgeber
class licence  Lizenz, Patentlizenz, Lizenzvertrag, Lizenzabkommen, Lizenzvereinbarung, Lizenzdeal, Kreuzlizenz,
    Kreuzlizenzabkommen, Kreuzlizenzvereinbarung, Kreuzlizenzierung, Lizenzierung, Patentabkommen, Patentvereinbarung,
    Patentaustausch, Patentlizenzabkommen, Nutzungsrecht
class royalty  Lizenzgebühr, Tantieme, Lizenzzahlung
noun Lizenzzahlung
class licensee  Lizenznehmer
class licensor  Lizenzgeber
noun Patent  Patente
noun Schutzrecht
noun Patentportfolio  Patentportfolios
noun Patentpaket
noun Markenrecht
noun Recht
noun Marke
noun Schutzrechtsportfolio  Schutzrechtsportfolios
noun Frequenz
noun Spektrum
noun Domain  Domains
noun Immobilie
noun Grundstück
noun Gelände  Gelände
noun Gebäude  Gebäude
class patent  Patent, Schutzrecht, Patentportfolio, Patentpaket, Schutzrechtsportfolio
class asset  Patent, Schutzrecht, Patentportfolio, Patentpaket, Markenrecht, Recht, Marke, Frequenz, Spektrum, Domain,
    Immobilie, Grundstück, Gelände, Gebäude, Aktie, Lizenz, Fabrik, Werk, Rechenzentrum
noun Vertrag  Verträge
noun Abkommen
noun Vereinbarung
noun Übereinkunft  Übereinkünfte
noun Übereinkommen
noun Einigung
noun Deal  Deals
noun Geschäft
noun Transaktion
noun Handel  -
noun Abschluss  Abschlüsse
noun Abmachung
noun Kaufvertrag  Kaufverträge
noun Megadeal  Megadeals
noun Milliardendeal  Milliardendeals
noun Milliardengeschäft
noun Coup  Coups
noun Schritt
class contract  Vertrag, Abkommen, Vereinbarung, Übereinkunft, Übereinkommen, Kaufvertrag, Abmachung, Rahmenvereinbarung,
    Rahmenvertrag, Absichtserklärung, Kontrakt
noun Kontrakt
class deal  Deal, Geschäft, Transaktion, Handel, Megadeal, Milliardendeal, Milliardengeschäft, Coup, Vertrag,
    Abkommen, Vereinbarung, Einigung
class memorandum  Absichtserklärung, Memorandum, Vorvertrag, Grundsatzvereinbarung
noun Memorandum
noun Vorvertrag  Vorverträge
noun Grundsatzvereinbarung
noun Auftrag  Aufträge
noun Großauftrag  Großaufträge
noun Milliardenauftrag  Milliardenaufträge
noun Millionenauftrag  Millionenaufträge
noun Folgeauftrag  Folgeaufträge
noun Rüstungsauftrag  Rüstungsaufträge
noun Bestellung
noun Großbestellung
noun Order  Orders
noun Zuschlag  Zuschläge
noun Ausschreibung
noun Liefervertrag  Lieferverträge
noun Lieferabkommen
noun Liefervereinbarung
noun Lieferung
noun Belieferung
noun Versorgung
noun Ausrüstung
noun Auslagerung
noun Outsourcing  -
noun Wartungsvertrag  Wartungsverträge
noun Dienstleistungsvertrag  Dienstleistungsverträge
noun Zulieferer
noun Lieferant
noun Ausrüster
noun Abnehmer
noun Kunde
noun Großkunde
noun Auftraggeber
noun Auftragnehmer
class order_noun  Auftrag, Großauftrag, Milliardenauftrag, Millionenauftrag, Folgeauftrag, Rüstungsauftrag, Bestellung, Großbestellung,
    Order, Liefervertrag, Lieferabkommen, Liefervereinbarung, Rahmenvertrag
class award_noun  Zuschlag, Auftrag
class tender  Ausschreibung, Vergabe
noun Vergabe
class supply_noun  Lieferung, Belieferung, Versorgung, Ausrüstung, Ausstattung
noun Ausstattung
class supplier  Zulieferer, Lieferant, Ausrüster, Auftragnehmer
class customer  Kunde, Großkunde, Abnehmer, Auftraggeber, Besteller
noun Besteller
noun Vergleich
noun Beilegung
noun Schlichtung
noun Streit  Streite Streitigkeiten
noun Rechtsstreit  Rechtsstreite Rechtsstreitigkeiten
noun Patentstreit  Patentstreitigkeiten
noun Patentkrieg
noun Markenstreit  -
noun Lizenzstreit  -
noun Klage
noun Patentklage
noun Sammelklage
noun Verfahren
noun Prozess
noun Gerichtsverfahren
noun Patentverletzung
noun Kriegsbeil
noun Frieden
noun Schlussstrich
noun Auseinandersetzung
noun Konflikt
noun Fehde
class settlement  Vergleich, Einigung, Beilegung, Schlichtung, Schlussstrich, Frieden, Burgfrieden
noun Burgfrieden
class dispute  Streit, Rechtsstreit, Patentstreit, Patentkrieg, Markenstreit, Lizenzstreit, Klage, Patentklage, Sammelklage,
    Verfahren, Prozess, Gerichtsverfahren, Auseinandersetzung, Konflikt, Fehde, Kriegsbeil
class lawsuit  Klage, Patentklage, Sammelklage, Verfahren, Prozess
noun Abspaltung
noun Aufspaltung
noun Ausgliederung
noun Ausgründung
noun Abtrennung
noun Herauslösung
noun Verselbstständigung
noun Spinoff  Spinoffs
noun Off  Offs
noun Börsengang  Börsengänge
noun Teilbörsengang  Teilbörsengänge
noun Selbstständigkeit  -
noun Eigenständigkeit  -
class spin_off_noun  Abspaltung, Aufspaltung, Ausgliederung, Ausgründung, Abtrennung, Herauslösung, Verselbstständigung, Off,
    Spinoff
class listing  Börsengang, Teilbörsengang, Börse
noun Börse

# What a firm is divided into, and what can be sold of it
noun Sparte
noun Geschäftssparte
noun Handysparte
noun Mobilfunksparte
noun Netzwerksparte
noun Halbleitersparte
noun Chipsparte
noun Softwaresparte
noun Geschäftsbereich
noun Geschäftsfeld  Geschäftsfelder
noun Geschäftseinheit
noun Unternehmensbereich
noun Unternehmensteil
noun Konzernteil
noun Bereich
noun Einheit
noun Abteilung
noun Division
noun Segment  Segmente
noun Arm
noun Handygeschäft
noun Mobilfunkgeschäft
noun Servergeschäft
noun Cloudgeschäft
noun Chipgeschäft
noun Aktivität
noun Vermögenswert
noun Tochter  Töchter
noun Tochterfirma  Tochterfirmen
noun Tochtergesellschaft
noun Tochterunternehmen
noun Konzerntochter  Konzerntöchter
noun Landesgesellschaft
noun Mutter  Mütter
noun Mutterkonzern
noun Mutterfirma  Mutterfirmen
noun Muttergesellschaft
noun Dachgesellschaft
noun Holding  Holdings
noun Werk
noun Fabrik
noun Standort
noun Rechenzentrum
noun Plattform
noun Dienst
noun Kerngeschäft
class unit  Sparte, Geschäftssparte, Handysparte, Mobilfunksparte, Netzwerksparte, Halbleitersparte, Chipsparte,
    Softwaresparte, Geschäft, Geschäftsbereich, Geschäftsfeld, Geschäftseinheit, Unternehmensbereich, Unternehmensteil,
    Konzernteil, Bereich, Einheit, Abteilung, Division, Segment, Arm, Handygeschäft, Mobilfunkgeschäft, Servergeschäft,
    Cloudgeschäft, Chipgeschäft, Aktivität, Vermögenswert, Kerngeschäft
class subsidiary  Tochter, Tochterfirma, Tochtergesellschaft, Tochterunternehmen, Konzerntochter, Landesgesellschaft, Ableger
noun Ableger
class parent  Mutter, Mutterkonzern, Mutterfirma, Muttergesellschaft, Dachgesellschaft
class site  Werk, Fabrik, Standort, Rechenzentrum

# Firms: heads of epithets and appositions
noun Unternehmen
noun Firma  Firmen
noun Konzern
noun Betrieb
noun Gesellschaft
noun Gruppe
noun Startup  Startups
word Up
noun Jungunternehmen
noun Jungfirma  Jungfirmen
noun Neuling
noun Hersteller
noun Anbieter
noun Betreiber
noun Entwickler
noun Produzent
noun Fertiger
noun Auftragsfertiger
noun Spezialist
noun Riese
noun Gigant
noun Primus
noun Marktführer
noun Weltmarktführer
noun Branchenführer
noun Branchenprimus
noun Platzhirsch
noun Pionier
noun Dienstleister
noun Händler
noun Onlinehändler
noun Versandhändler
noun Netzbetreiber
noun Netzwerkausrüster
noun Netzausrüster
noun Telekommunikationsausrüster
noun Telekommunikationskonzern
noun Telekomkonzern
noun Telekomriese
noun Mobilfunkanbieter
noun Mobilfunkbetreiber
noun Mobilfunker
noun Provider
noun Internetkonzern
noun Internetriese
noun Internetfirma  Internetfirmen
noun Internetunternehmen
noun Suchmaschine
noun Suchmaschinenbetreiber
noun Softwarekonzern
noun Softwarehersteller
noun Softwareanbieter
noun Softwareriese
noun Softwarefirma  Softwarefirmen
noun Softwarehaus  Softwarehäuser
noun Softwareschmiede
noun Spieleentwickler
noun Spielehersteller
noun Spieleanbieter
noun Entwicklerstudio  Entwicklerstudios
noun Studio  Studios
noun Publisher
noun Chiphersteller
noun Chipkonzern
noun Chipfertiger
noun Chipentwickler
noun Chipdesigner
noun Chipriese
noun Halbleiterhersteller
noun Halbleiterkonzern
noun Prozessorhersteller
noun Speicherhersteller
noun Handyhersteller
noun Smartphonehersteller
noun Computerhersteller
noun Computerkonzern
noun Computerbauer
noun Elektronikkonzern
noun Elektronikhersteller
noun Elektronikriese
noun Elektrokonzern
noun Technologiekonzern
noun Technologieunternehmen
noun Technologiefirma  Technologiefirmen
noun Technologieriese
noun Techkonzern
noun Industriekonzern
noun Mischkonzern
noun Medienkonzern
noun Medienhaus  Medienhäuser
noun Verlag
noun Autobauer
noun Autohersteller
noun Autokonzern
noun Autozulieferer
noun Automobilzulieferer
noun Lastwagenbauer
noun Flugzeugbauer
noun Maschinenbauer
noun Anlagenbauer
noun Roboterbauer
noun Roboterhersteller
noun Pharmakonzern
noun Medizintechniker
noun Energiekonzern
noun Versorger
noun Rüstungskonzern
noun Solarkonzern
noun Batteriehersteller
noun Kabelnetzbetreiber
noun Kabelkonzern
noun Satellitenbetreiber
noun Zahlungsdienstleister
noun Zahlungsabwickler
noun Bezahldienst
noun Fintech  Fintechs
noun Finanzkonzern
noun Versicherer
noun Netzwerk
noun Portal
noun Onlineportal
noun Videoportal
noun Streamingdienst
noun Lieferdienst
noun Fahrdienst
noun Taxidienst
noun Fahrdienstvermittler
noun Kurznachrichtendienst
noun Marktplatz  Marktplätze
noun Beratungsfirma  Beratungsfirmen
noun Beratungsunternehmen
noun Systemhaus  Systemhäuser
noun Distributor
noun Konkurrent
noun Rivale
noun Wettbewerber
noun Mitbewerber
noun Erzrivale
noun Käufer
noun Verkäufer
noun Übernahmekandidat  Übernahmekandidaten
noun Übernahmeziel
noun Bieter
noun Interessent
noun Traditionsunternehmen
noun Traditionsfirma  Traditionsfirmen
noun Traditionskonzern
noun Familienunternehmen
noun Mittelständler
noun Weltkonzern
noun Großkonzern
noun Ausgabe
class company_noun  Unternehmen, Firma, Konzern, Betrieb, Gesellschaft, Gruppe, Up, Startup, Jungunternehmen, Jungfirma,
    Neuling, Hersteller, Anbieter, Betreiber, Entwickler, Produzent, Fertiger, Auftragsfertiger, Spezialist, Riese, Gigant,
    Primus, Marktführer, Weltmarktführer, Branchenführer, Branchenprimus, Platzhirsch, Pionier, Dienstleister,
    Händler, Onlinehändler, Versandhändler, Netzbetreiber, Netzwerkausrüster, Netzausrüster,
    Telekommunikationsausrüster, Telekommunikationskonzern, Telekomkonzern, Telekomriese, Mobilfunkanbieter,
    Mobilfunkbetreiber, Mobilfunker, Provider, Internetkonzern, Internetriese, Internetfirma, Internetunternehmen,
    Suchmaschine, Suchmaschinenbetreiber, Softwarekonzern, Softwarehersteller, Softwareanbieter, Softwareriese,
    Softwarefirma, Softwarehaus, Softwareschmiede, Spieleentwickler, Spielehersteller, Spieleanbieter, Entwicklerstudio,
    Studio, Publisher, Chiphersteller, Chipkonzern, Chipfertiger, Chipentwickler, Chipdesigner, Chipriese,
    Halbleiterhersteller, Halbleiterkonzern, Prozessorhersteller, Speicherhersteller, Handyhersteller,
    Smartphonehersteller, Computerhersteller, Computerkonzern, Computerbauer, Elektronikkonzern, Elektronikhersteller,
    Elektronikriese, Elektrokonzern, Technologiekonzern, Technologieunternehmen, Technologiefirma, Technologieriese,
    Techkonzern, Industriekonzern, Mischkonzern, Medienkonzern,
    Medienhaus, Verlag, Autobauer, Autohersteller, Autokonzern, Autozulieferer, Automobilzulieferer, Lastwagenbauer,
    Flugzeugbauer, Maschinenbauer, Anlagenbauer, Roboterbauer, Roboterhersteller, Pharmakonzern, Medizintechniker,
    Energiekonzern, Versorger, Rüstungskonzern, Solarkonzern, Batteriehersteller, Kabelnetzbetreiber, Kabelkonzern,
    Satellitenbetreiber, Zahlungsdienstleister, Zahlungsabwickler, Bezahldienst, Fintech, Finanzkonzern, Versicherer,
    Netzwerk, Portal, Onlineportal, Videoportal, Streamingdienst, Lieferdienst, Fahrdienst, Taxidienst,
    Fahrdienstvermittler, Kurznachrichtendienst, Marktplatz, Beratungsfirma, Beratungsunternehmen, Systemhaus, Distributor,
    Konkurrent, Rivale, Wettbewerber, Mitbewerber, Erzrivale, Käufer, Verkäufer, Übernahmekandidat, Übernahmeziel, Bieter,
    Interessent, Traditionsunternehmen, Traditionsfirma, Traditionskonzern, Familienunternehmen, Mittelständler,
    Weltkonzern, Großkonzern, Zulieferer, Lieferant, Ausrüster, Tochter, Tochterfirma, Tochtergesellschaft, Tochterunternehmen,
    Konzerntochter, Ableger, Mutter, Mutterkonzern, Mutterfirma, Muttergesellschaft, Plattform, Dienst, Partner, Holding
class rival  Konkurrent, Rivale, Wettbewerber, Mitbewerber, Erzrivale, Konkurrenz
noun Konkurrenz
class buyer_noun  Käufer, Bieter, Interessent, Erwerber, Aufkäufer
noun Erwerber
noun Aufkäufer
class seller_noun  Verkäufer, Vorbesitzer, Alteigentümer
noun Vorbesitzer
noun Alteigentümer

# People, owners, banks, authorities
noun Aktionär
noun Großaktionär
noun Hauptaktionär
noun Mehrheitsaktionär
noun Anteilseigner
noun Gesellschafter
noun Eigentümer
noun Eigner
noun Besitzer
noun Miteigentümer
noun Investor
noun Finanzinvestor
noun Großinvestor
noun Altinvestor
noun Bestandsinvestor
noun Geldgeber
noun Kapitalgeber
noun Wagnisfinanzierer
noun Risikokapitalgeber
noun Beteiligungsfirma  Beteiligungsfirmen
noun Fonds  Fonds
noun Hedgefonds  Hedgefonds
noun Staatsfonds  Staatsfonds
noun Heuschrecke
noun Gründer
noun Mitgründer
noun Mitbegründer
noun Firmengründer
noun Chef  Chefs
noun Konzernchef  Konzernchefs
noun Firmenchef  Firmenchefs
noun Vorstandschef  Vorstandschefs
noun Vorstand  Vorstände
noun Vorstandsvorsitzender
adjective Vorsitzende  vorsitzend
noun Geschäftsführer
noun Manager
noun Aufsichtsrat  Aufsichtsräte
noun Verwaltungsrat  Verwaltungsräte
noun Finanzchef  Finanzchefs
noun Sprecher
noun Sprecherin
noun Analyst
noun Insider  Insider
noun Mitarbeiter
noun Beschäftigte
noun Kreis
noun Bank  Banken
noun Investmentbank  Investmentbanken
noun Behörde
noun Kartellamt  Kartellämter
noun Kartellbehörde
noun Kartellwächter
noun Wettbewerbshüter
noun Wettbewerbsbehörde
noun Aufsichtsbehörde
noun Regulierer
noun Kommission
noun Regierung
noun Gericht
noun Ministerium
noun Universität
noun Medienbericht
noun Bericht
noun Zeitungsbericht
noun Gerücht
noun Spekulation
noun Agentur
noun Nachrichtenagentur
noun Zeitung
noun Magazin
class shareholder  Aktionär, Großaktionär, Hauptaktionär, Mehrheitsaktionär, Anteilseigner, Gesellschafter, Eigentümer, Eigner,
    Besitzer, Miteigentümer
class investor  Investor, Finanzinvestor, Großinvestor, Altinvestor, Bestandsinvestor, Geldgeber, Kapitalgeber,
    Wagnisfinanzierer, Risikokapitalgeber, Beteiligungsgesellschaft, Beteiligungsfirma, Fonds,
    Hedgefonds, Staatsfonds
class bank  Bank, Investmentbank, Sparkasse, Großbank, Geldhaus
noun Sparkasse
noun Großbank  Großbanken
noun Geldhaus  Geldhäuser
class founder  Gründer, Mitgründer, Mitbegründer, Firmengründer
class chief  Chef, Konzernchef, Firmenchef, Vorstandschef, Vorstandsvorsitzender, Geschäftsführer, Vorsitzende, Finanzchef
class person_noun  Chef, Konzernchef, Firmenchef, Vorstandschef, Vorstandsvorsitzender, Vorsitzende, Geschäftsführer, Manager,
    Finanzchef, Sprecher, Sprecherin, Analyst, Gründer, Mitgründer, Mitbegründer, Firmengründer, Minister, Präsident,
    Kanzler, Kommissar, Anwalt, Richter, Experte, Herr, Frau, Investor, Unternehmer, Milliardär, Professor
noun Minister
noun Präsident
noun Kanzler
noun Kommissar
noun Anwalt  Anwälte
noun Richter
noun Experte
noun Herr  Herren
noun Frau  Frauen
noun Unternehmer
noun Milliardär
noun Professor
class regulator  Behörde, Kartellamt, Kartellbehörde, Kartellwächter, Wettbewerbshüter, Wettbewerbsbehörde, Aufsichtsbehörde,
    Regulierer, Kommission, Bundeskartellamt, Gericht, Regierung, Ministerium
noun Bundeskartellamt  -
class source  Insider, Kreis, Bericht, Medienbericht, Zeitungsbericht, Gerücht, Spekulation, Agentur, Nachrichtenagentur,
    Zeitung, Magazin, Quelle
noun Quelle
class rumor_noun  Gerücht, Spekulation, Übernahmegerücht, Fusionsgerücht
noun Übernahmegerücht
noun Fusionsgerücht

# Money, plans, stages
noun Preis
noun Kaufpreis
noun Gesamtpreis
noun Betrag  Beträge
noun Wert
noun Gesamtwert
noun Volumen  Volumina Volumen
noun Transaktionsvolumen  Transaktionsvolumina
noun Höhe
noun Bewertung
noun Umsatz  Umsätze
noun Gewinn
noun Aktie
noun Prozent  Prozente
noun Million  Millionen
noun Milliarde
noun Verhandlung
noun Gespräch
noun Übernahmegespräch
noun Fusionsgespräch
noun Fusionsverhandlung
noun Übernahmeverhandlung
noun Plan  Pläne
noun Übernahmeplan  Übernahmepläne
noun Absicht
noun Vorhaben
noun Interesse
noun Genehmigung
noun Zustimmung
noun Freigabe
noun Vollzug  -
noun Closing  Closings
noun Abbruch
noun Scheitern  -
noun Absage
noun Ablehnung
noun Aus  -
noun Dementi  Dementis
noun Ankündigung
noun Mitteilung
noun Angabe
noun Bestätigung
class price  Preis, Kaufpreis, Gesamtpreis, Betrag, Summe, Wert, Gesamtwert, Volumen, Transaktionsvolumen, Höhe
class valuation  Bewertung, Börsenwert, Marktwert, Marktkapitalisierung, Unternehmenswert
noun Börsenwert
noun Marktwert
noun Marktkapitalisierung
noun Unternehmenswert
class turnover  Umsatz, Gewinn, Verlust, Erlös, Ergebnis, Gehalt, Strafe, Bußgeld
noun Verlust
noun Erlös
noun Ergebnis  Ergebnisse
noun Gehalt  Gehälter
noun Strafe
noun Bußgeld  Bußgelder
class talks_noun  Verhandlung, Gespräch, Übernahmegespräch, Fusionsgespräch, Fusionsverhandlung, Übernahmeverhandlung,
    Vertragsverhandlung, Verkaufsverhandlung
noun Vertragsverhandlung
noun Verkaufsverhandlung
class plan_noun  Plan, Übernahmeplan, Absicht, Interesse, Verkaufsplan, Fusionsplan
noun Verkaufsplan  Verkaufspläne
noun Fusionsplan  Fusionspläne
class approval  Genehmigung, Zustimmung, Freigabe
class completion  Vollzug, Closing, Abschluss
class failure  Abbruch, Scheitern, Absage, Ablehnung, Aus, Rückzug
noun Rückzug  Rückzüge
class denial  Dementi
class announcement  Ankündigung, Mitteilung, Angabe, Bestätigung

# Times
noun Jahr
noun Monat
noun Woche
noun Tag
noun Quartal
noun Halbjahr
noun Ende
noun Anfang  Anfänge
noun Mitte
noun Beginn
noun Jahresende
noun Jahresbeginn
noun Jahreswechsel
noun Jahresmitte
noun Jahresanfang  Jahresanfänge
noun Monatsende
noun Wochenende
noun Geschäftsjahr
noun Jahrzehnt
noun Stunde
noun Minute
class year_unit  Jahr, Monat, Woche, Tag, Quartal, Halbjahr, Geschäftsjahr, Jahrzehnt

# Adjectives that deals go with
adjective strategisch
adjective gemeinsam
adjective exklusiv
adjective weltweit
adjective global
adjective langfristig
adjective mehrjährig
adjective außergerichtlich
adjective gerichtlich
adjective vollständig
adjective teilweise
adjective mehrheitlich
adjective verbindlich
adjective unverbindlich
adjective feindlich
adjective freundlich
adjective geplant
adjective angekündigt
adjective gescheitert
adjective abgeschlossen
adjective vergangen
adjective letzt
adjective nächst
adjective vorig
adjective kommend
adjective laufend
adjective jung
adjective neu
adjective alt
adjective groß
adjective klein
adjective eigenständig
adjective selbstständig
adjective selbständig
adjective unabhängig
adjective börsennotiert
adjective ehemalig
adjective früher
adjective einstig
adjective bisherig
adjective führend
adjective weltgrößt
adjective restlich
adjective übrig
adjective verbleibend
adjective deutsch
class last  vergangen, letzt, vorig, abgelaufen, zurückliegend
adjective abgelaufen
adjective zurückliegend
class next  nächst, kommend
class former  ehemalig, früher, einstig, bisherig, vormalig
adjective vormalig
class separate  eigenständig, selbstständig, selbständig, unabhängig, börsennotiert
class mutual  gemeinsam, gegenseitig, wechselseitig
adjective gegenseitig
adjective wechselseitig

# Buyers and backers as a group, and who leads it: "ein Konsortium um X", "Investoren unter Führung von X" (`lib/tag/clause.c`).
class consortium  Konsortium, Konsortiums, Investorenkonsortium, Käuferkonsortium, Bieterkonsortium, Firmenkonsortium, Bankenkonsortium, Gruppe, Investorengruppe,
    Bietergruppe, Käufergruppe, Bietergemeinschaft, Investorengemeinschaft, Investorenkreis, Investorenrunde, Investoren, Finanzinvestoren, Geldgebern,
    Geldgeber, Kapitalgebern, Wagniskapitalgebern, Risikokapitalgebern, Altinvestoren, Bestandsinvestoren, Bündnis, Fonds
class led  Führung, Leitung, Federführung, Ägide, Regie
