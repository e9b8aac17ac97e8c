# German verbs of deals, and of the frames around them. Weak verbs need no forms; strong and mixed ones give the third person,
# the preterite and the participle; the bar parts a separable particle.

# Buying, from the buyer's side
verb kaufen
verb auf|kaufen
verb ab|kaufen
verb hinzu|kaufen
verb dazu|kaufen
verb zu|kaufen
verb ein|kaufen
verb zusammen|kaufen
verb heraus|kaufen
verb zurück|kaufen
verb übernehmen  übernimmt übernahm übernommen
verb erwerben  erwirbt erwarb erworben conditional=erwürbe
verb erstehen  ersteht erstand erstanden
verb ersteigern
verb schlucken
verb schnappen
verb weg|schnappen
verb sichern
verb holen
verb angeln
verb greifen  greift griff gegriffen
verb zu|greifen  greift griff gegriffen
verb zu|schlagen  schlägt schlug geschlagen
verb ein|verleiben
verb ein|gliedern
verb integrieren
verb absorbieren
verb akquirieren
verb verschlingen  verschlingt verschlang verschlungen
verb auf|fressen  frisst fraß gefressen
verb krallen
verb ergattern
verb auf|schnappen
verb heim|holen
verb überbieten  überbietet überbot überboten
verb mit|bieten  bietet bot geboten
verb auf|stocken
verb auf|sammeln
verb ein|sacken
verb retten
class buy  kaufen, auf|kaufen, hinzu|kaufen, dazu|kaufen, zu|kaufen, übernehmen, erwerben, erstehen, ersteigern, schlucken,
    ein|verleiben, akquirieren, verschlingen, auf|fressen, absorbieren, ab|kaufen, heraus|kaufen, zurück|kaufen, ein|sacken,
    auf|sammeln, zusammen|kaufen
class grab  schnappen, weg|schnappen, sichern, holen, angeln, krallen, ergattern, auf|schnappen, heim|holen
class reach_for  greifen
class absorb  ein|verleiben, ein|gliedern, integrieren, absorbieren, schlucken, verschlingen

# Selling
verb verkaufen
verb veräußern
verb ab|stoßen  stößt stieß gestoßen
verb ab|geben  gibt gab gegeben
verb ab|treten  tritt trat getreten
verb trennen
verb weiter|reichen
verb weiter|verkaufen
verb los|werden  wird wurde geworden pp=losgeworden
verb verscherbeln
verb versilbern
verb verhökern
verb versteigern
verb überlassen  überlässt überließ überlassen
verb übertragen  überträgt übertrug übertragen
verb übergeben  übergibt übergab übergeben
verb feil|bieten  bietet bot geboten
verb aus|steigen  steigt stieg gestiegen
verb entledigen
verb devestieren
verb platzieren
class sell  verkaufen, veräußern, ab|stoßen, ab|geben, ab|treten, weiter|reichen, weiter|verkaufen, los|werden, verscherbeln,
    versilbern, verhökern, überlassen, versteigern, devestieren, übertragen
class part_with  trennen, entledigen
class transfer  übertragen, übergeben, überlassen, ab|treten, über|gehen, überschreiben, ein|bringen
verb überschreiben  überschreibt überschrieb überschrieben

# The target changes hands
verb gehen  geht ging gegangen
verb gehören
verb wandern
verb wechseln
verb landen
verb auf|gehen  geht ging gegangen
verb über|gehen  geht ging gegangen
verb stoßen  stößt stieß gestoßen
verb kommen  kommt kam gekommen
verb fallen  fällt fiel gefallen
verb zu|fallen  fällt fiel gefallen
verb unter|kommen  kommt kam gekommen
verb unter|schlüpfen
verb verstärken
verb verbleiben  verbleibt verblieb verblieben
class pass_to  gehen, wandern, wechseln, landen, über|gehen, kommen, fallen, stoßen, auf|gehen, zu|fallen, unter|kommen,
    unter|schlüpfen
class belong  gehören, verbleiben, an|gehören
verb an|gehören

# Merging
verb fusionieren
verb verschmelzen  verschmilzt verschmolz verschmolzen
verb vereinigen
verb vereinen
verb zusammen|schließen  schließt schloss geschlossen
verb zusammen|gehen  geht ging gegangen
verb zusammen|legen
verb zusammen|führen
verb zusammen|tun  tut tat getan
verb zusammen|rücken
verb zusammen|wachsen  wächst wuchs gewachsen
verb zusammen|fassen
verb bündeln
verb kombinieren
verb vermählen
verb heiraten
class merge  fusionieren, verschmelzen, vereinigen, vereinen, zusammen|schließen, zusammen|gehen, zusammen|legen,
    zusammen|führen, vermählen, heiraten
class pool  zusammen|legen, bündeln, zusammen|führen, ein|bringen, zusammen|fassen, kombinieren, vereinen

# Investing and raising money
verb investieren
verb beteiligen
verb ein|steigen  steigt stieg gestiegen
verb stecken
verb pumpen
verb buttern
verb ein|schießen  schießt schoss geschossen
verb nach|legen
verb zu|schießen  schießt schoss geschossen
verb finanzieren
verb an|führen
verb mit|finanzieren
verb unterstützen
verb fördern
verb bereit|stellen
verb zeichnen
verb mit|ziehen  zieht zog gezogen
verb teil|nehmen  nimmt nahm genommen
verb erhöhen
verb aus|bauen
verb sammeln
verb ein|sammeln
verb ein|werben  wirbt warb geworben conditional=würbe
verb auf|nehmen  nimmt nahm genommen
verb auf|treiben  treibt trieb getrieben
verb ein|streichen  streicht strich gestrichen
verb ein|fahren  fährt fuhr gefahren
verb ein|nehmen  nimmt nahm genommen
verb erlösen
verb beschaffen
verb generieren
verb kassieren
verb verbuchen
verb lukrieren
class invest  investieren, stecken, pumpen, buttern, ein|schießen, zu|schießen, finanzieren, mit|finanzieren
class take_stake  beteiligen, ein|steigen, ein|kaufen
class raise  sammeln, ein|sammeln, ein|werben, auf|nehmen, auf|treiben, ein|streichen, ein|fahren, ein|nehmen, kassieren,
    beschaffen, lukrieren, erhalten, bekommen, sichern, holen
class increase  auf|stocken, erhöhen, aus|bauen, auf|runden, steigern, an|heben, nach|legen
verb auf|runden
verb steigern
verb an|heben  hebt hob gehoben
class lead_round  an|führen, leiten, führen
class support  unterstützen, fördern, finanzieren, mit|finanzieren, teil|nehmen, mit|ziehen

# Working together
verb kooperieren
verb zusammen|arbeiten
verb arbeiten
verb verbünden
verb alliieren
verb liieren
verb verbrüdern
verb verbinden  verbindet verband verbunden
verb verknüpfen
verb verzahnen
verb paktieren
verb partnern
verb zusammen|spannen
verb ein|spannen
verb an|schließen  schließt schloss geschlossen
verb bei|treten  tritt trat getreten
verb mit|machen
verb mit|wirken
verb vertiefen
verb aus|weiten
verb erweitern
verb intensivieren
verb fort|setzen
verb verlängern
verb erneuern
verb entwickeln
verb vermarkten
verb vertreiben  vertreibt vertrieb vertrieben
verb betreiben  betreibt betrieb betrieben
class cooperate  kooperieren, zusammen|arbeiten, verbünden, alliieren, liieren, verbrüdern, paktieren, partnern, zusammen|tun,
    zusammen|spannen
class join  an|schließen, bei|treten, teil|nehmen, mit|machen, an|gehören
class deepen  vertiefen, aus|weiten, erweitern, intensivieren, aus|bauen, verstärken, verlängern, erneuern, fort|setzen

# Concluding and announcing something: the verb is light, the noun says what it is
verb schließen  schließt schloss geschlossen
verb ab|schließen  schließt schloss geschlossen
verb ein|gehen  geht ging gegangen
verb vereinbaren
verb verabreden
verb unterzeichnen
verb unterschreiben  unterschreibt unterschrieb unterschrieben
verb besiegeln
verb signieren
verb paraphieren
verb treffen  trifft traf getroffen
verb erzielen
verb schmieden
verb bilden
verb starten
verb beschließen  beschließt beschloss beschlossen
verb einigen
verb verständigen
verb fixieren
verb fest|zurren
verb perfekt|machen
verb aus|handeln
verb knüpfen
verb etablieren
verb begründen
verb bekräftigen
verb fest|schreiben  schreibt schrieb geschrieben
class conclude  schließen, ab|schließen, ein|gehen, vereinbaren, verabreden, unterzeichnen, unterschreiben, besiegeln,
    signieren, paraphieren, treffen, erzielen, schmieden, bilden, starten, verkünden, an|kündigen, bekannt|geben, beschließen,
    aus|handeln, fest|zurren, begründen, etablieren, knüpfen
class agree  einigen, verständigen, vereinbaren, überein|kommen, verabreden, zu|stimmen, ein|willigen
verb überein|kommen  kommt kam gekommen
verb zu|stimmen
verb ein|willigen

# Licensing
verb lizenzieren
verb lizensieren
verb ein|lizenzieren
verb aus|lizenzieren
verb ein|räumen
verb gewähren
verb erteilen
verb zu|gestehen  gesteht gestand gestanden
verb nutzen
verb verwenden
verb benutzen
verb verwerten
verb patentieren
verb aus|tauschen
verb tauschen
class license  lizenzieren, lizensieren, aus|lizenzieren
class license_in  ein|lizenzieren
class grant  gewähren, erteilen, ein|räumen, zu|gestehen, überlassen, vergeben, bewilligen
verb bewilligen
class use  nutzen, verwenden, benutzen, ein|setzen, verwerten
class exchange  aus|tauschen, tauschen

# Supplying and ordering
verb liefern
verb beliefern
verb versorgen
verb aus|rüsten
verb aus|statten
verb zu|liefern
verb an|liefern
verb aus|liefern
verb produzieren
verb fertigen
verb her|stellen
verb bauen
verb errichten
verb installieren
verb modernisieren
verb bestellen
verb ordern
verb nach|bestellen
verb beauftragen
verb vergeben  vergibt vergab vergeben
verb aus|lagern
verb outsourcen  outsourct outsourcte outgesourct
verb beziehen  bezieht bezog bezogen
verb ab|nehmen  nimmt nahm genommen
verb wählen
verb aus|wählen
verb entscheiden  entscheidet entschied entschieden
verb setzen
verb ein|setzen
verb gewinnen  gewinnt gewann gewonnen conditional=gewönne
verb erhalten  erhält erhielt erhalten
verb bekommen  bekommt bekam bekommen
verb kriegen
verb verpflichten
verb mieten
verb an|mieten
verb leasen
verb buchen
class supply  liefern, beliefern, versorgen, aus|rüsten, aus|statten, bereit|stellen, zu|liefern, aus|liefern, produzieren,
    fertigen, her|stellen, bauen, errichten, installieren, modernisieren, betreiben
class deliver_to  beliefern, versorgen, aus|rüsten, aus|statten
class win  gewinnen, erhalten, bekommen, kriegen, ergattern, sichern, holen, verbuchen, ein|fahren, an|ziehen, ziehen, erringen,
    ein|heimsen
verb ziehen  zieht zog gezogen
verb an|ziehen  zieht zog gezogen
verb erringen  erringt errang errungen
verb ein|heimsen
class award  vergeben, erteilen, zu|schlagen, übertragen, beauftragen
class order  bestellen, ordern, nach|bestellen, beauftragen
class outsource  aus|lagern, outsourcen
class choose  wählen, aus|wählen, entscheiden, setzen, küren
verb küren
class rent  mieten, an|mieten, leasen
class source_from  beziehen, ab|nehmen, kaufen

# Quarrels and their end
verb bei|legen
verb begraben  begräbt begrub begraben
verb beenden
verb klären
verb bereinigen
verb schlichten
verb vergleichen  vergleicht verglich verglichen
verb zurück|ziehen  zieht zog gezogen
verb fallen|lassen  lässt ließ gelassen
verb verzichten
verb klagen
verb verklagen
verb an|klagen
verb ein|klagen
verb beschuldigen
verb verletzen
verb verurteilen
verb streiten  streitet stritt gestritten
verb vor|werfen  wirft warf geworfen
verb ein|reichen
verb aus|räumen
verb versöhnen
verb entschädigen
class settle  bei|legen, begraben, beenden, klären, bereinigen, schlichten, aus|räumen
class settle_self  einigen, vergleichen, versöhnen, verständigen
class sue  klagen, verklagen, ein|klagen, an|klagen, beschuldigen, streiten
class drop_claim  zurück|ziehen, fallen|lassen, verzichten, beenden

# Founding, splitting off
verb gründen
verb aus|gründen
verb mit|gründen
verb formen
verb auf|bauen
verb ein|richten
verb rufen  ruft rief gerufen
verb hervor|bringen  bringt brachte gebracht
verb hervor|gehen  geht ging gegangen
verb entstehen  entsteht entstand entstanden
verb ein|bringen  bringt brachte gebracht
verb halten  hält hielt gehalten
verb kontrollieren
verb besitzen  besitzt besaß besessen
verb ab|spalten  spaltet spaltete gespalten
verb auf|spalten  spaltet spaltete gespalten
verb auf|teilen
verb teilen
verb aus|gliedern
verb ab|nabeln
verb heraus|lösen
verb los|lösen
verb verselbstständigen
verb verselbständigen
verb entlassen  entlässt entließ entlassen
verb ab|trennen
verb zerschlagen  zerschlägt zerschlug zerschlagen
verb zerlegen
verb separieren
verb aus|koppeln
verb entflechten  entflicht entflocht entflochten
verb notieren
verb debütieren
class found  gründen, mit|gründen, formen, auf|bauen, bilden, etablieren, ein|richten, errichten, schaffen, rufen
class spin_off  ab|spalten, aus|gliedern, aus|gründen, ab|nabeln, heraus|lösen, verselbstständigen, verselbständigen,
    ab|trennen, aus|koppeln, separieren, aus|lagern, los|lösen
class split  auf|spalten, auf|teilen, teilen, zerschlagen, zerlegen, spalten, entflechten
verb spalten  spaltet spaltete gespalten
class hold  halten, besitzen, kontrollieren
class emerge  entstehen, hervor|gehen

# Announcing and reporting
verb an|kündigen
verb verkünden
verb bekannt|geben  gibt gab gegeben
verb bekannt|machen
verb mit|teilen
verb vermelden
verb melden
verb berichten
verb sagen
verb erklären
verb bestätigen
verb verraten  verrät verriet verraten
verb enthüllen
verb veröffentlichen
verb offenbaren
verb betonen
verb unterstreichen  unterstreicht unterstrich unterstrichen
verb äußern
verb heißen  heißt hieß geheißen
verb schreiben  schreibt schrieb geschrieben
verb wissen  weiß wusste gewusst
verb erfahren  erfährt erfuhr erfahren
verb behaupten
verb spekulieren
verb vermuten
verb munkeln
verb informieren
verb zitieren
verb vor|stellen
verb präsentieren
verb kommentieren
verb durch|sickern
verb meinen
verb schätzen
verb erwarten
verb rechnen
verb glauben
verb deuten
verb an|deuten
class announce  an|kündigen, verkünden, bekannt|geben, bekannt|machen, mit|teilen, vermelden, melden, bestätigen, erklären,
    veröffentlichen, enthüllen, offenbaren, präsentieren, vor|stellen, beschließen
class say  sagen, erklären, mit|teilen, berichten, melden, schreiben, betonen, äußern, heißen, behaupten, verraten, unterstreichen,
    informieren, zitieren, kommentieren, meinen, vermelden, verkünden, bestätigen, begründen
class report  berichten, melden, schreiben, spekulieren, vermuten, munkeln, erfahren, wissen, durch|sickern, zitieren, wollen
class confirm  bestätigen, bekräftigen, ein|räumen
class expect  erwarten, rechnen, glauben, schätzen, vermuten

# Planning, wanting, negotiating, offering
verb planen
verb beabsichtigen
verb vor|haben  hat hatte gehabt
verb an|streben
verb an|peilen
verb erwägen  erwägt erwog erwogen
verb prüfen
verb aus|loten
verb sondieren
verb liebäugeln
verb interessieren
verb bemühen
verb buhlen
verb werben  wirbt warb geworben conditional=würbe
verb versuchen
verb suchen
verb drängen
verb verhandeln
verb sprechen  spricht sprach gesprochen
verb diskutieren
verb stehen  steht stand gestanden
verb führen
verb leiten
verb bieten  bietet bot geboten
verb an|bieten  bietet bot geboten
verb offerieren
verb vor|legen
verb unterbreiten
verb vor|schlagen  schlägt schlug geschlagen
verb bewerben  bewirbt bewarb beworben conditional=bewürbe
verb nach|bessern
verb winken
verb drohen
verb bereit|stehen  steht stand gestanden
verb hoffen
verb wünschen
verb schielen
verb um|werben  wirbt warb geworben
verb vor|bereiten
verb rüsten
verb zögern
class plan  planen, beabsichtigen, vor|haben, an|streben, an|peilen, wollen, vor|bereiten, erwägen, hoffen, wünschen,
    versuchen, suchen
class consider  erwägen, prüfen, aus|loten, sondieren, liebäugeln, interessieren, schielen, diskutieren, überlegen, nach|denken
verb überlegen
verb nach|denken  denkt dachte gedacht
class negotiate  verhandeln, sprechen, diskutieren, sondieren, aus|loten, buhlen, werben, um|werben, feilschen
verb feilschen
class offer  bieten, an|bieten, offerieren, vor|legen, unterbreiten, vor|schlagen, ab|geben, ein|reichen, mit|bieten

# Refusing, denying, calling off
verb ab|lehnen
verb zurück|weisen  weist wies gewiesen
verb ab|weisen  weist wies gewiesen
verb aus|schlagen  schlägt schlug geschlagen
verb verweigern
verb verwerfen  verwirft verwarf verworfen
verb dementieren
verb bestreiten  bestreitet bestritt bestritten
verb leugnen
verb ab|streiten  streitet stritt gestritten
verb verneinen
verb widersprechen  widerspricht widersprach widersprochen
verb aus|schließen  schließt schloss geschlossen
verb ab|wehren
verb wehren
verb ab|blasen  bläst blies geblasen
verb ab|sagen
verb ab|brechen  bricht brach gebrochen
verb stoppen
verb streichen  streicht strich gestrichen
verb stornieren
verb annullieren
verb kündigen
verb auf|kündigen
verb auf|lösen
verb auf|geben  gibt gab gegeben
verb scheitern
verb platzen
verb misslingen  misslingt misslang misslungen
verb zerbrechen  zerbricht zerbrach zerbrochen
verb kippen
verb blockieren
verb untersagen
verb verbieten  verbietet verbot verboten
verb verhindern
verb vereiteln
verb torpedieren
verb zurück|treten  tritt trat getreten
verb ab|springen  springt sprang gesprungen
verb ab|rücken
verb aus|setzen
verb ein|stellen
verb verschieben  verschiebt verschob verschoben
verb vertagen
verb widerrufen  widerruft widerrief widerrufen
verb rückgängig|machen
verb auf|heben  hebt hob gehoben
verb beerdigen
verb enden
verb aus|laufen  läuft lief gelaufen
class reject  ab|lehnen, zurück|weisen, ab|weisen, aus|schlagen, verweigern, verwerfen, ab|wehren
class deny  dementieren, bestreiten, leugnen, ab|streiten, verneinen, widersprechen, aus|schließen, zurück|weisen
class cancel  ab|blasen, ab|sagen, ab|brechen, stoppen, streichen, stornieren, annullieren, kündigen, auf|kündigen, auf|lösen,
    auf|geben, begraben, fallen|lassen, zurück|ziehen, widerrufen, beerdigen, ein|stellen, ab|springen, zurück|treten
class fail  scheitern, platzen, misslingen, zerbrechen, kippen, zerschlagen
class block  blockieren, untersagen, verbieten, verhindern, vereiteln, torpedieren, stoppen, kippen
class delay  verschieben, vertagen, aus|setzen, verzögern
verb verzögern
class end  beenden, enden, aus|laufen, kündigen, auf|kündigen, auf|lösen, ein|stellen

# Completing and approving
verb vollziehen  vollzieht vollzog vollzogen
verb vollenden
verb finalisieren
verb erledigen
verb durch|führen
verb bewältigen
verb genehmigen
verb gestatten
verb erlauben
verb billigen
verb frei|geben  gibt gab gegeben
verb durch|winken
verb ab|segnen
verb ab|nicken
verb zu|lassen  lässt ließ gelassen
verb akzeptieren
verb an|nehmen  nimmt nahm genommen
verb empfehlen  empfiehlt empfahl empfohlen
verb untersuchen
verb beanstanden
verb um|setzen
class complete  ab|schließen, vollziehen, vollenden, finalisieren, erledigen, durch|führen, besiegeln, beenden, um|setzen
class approve  genehmigen, gestatten, erlauben, billigen, frei|geben, durch|winken, ab|segnen, ab|nicken, zu|lassen, zu|stimmen
class accept  akzeptieren, an|nehmen, zu|stimmen, empfehlen, ein|willigen

# Paying and valuing
verb zahlen
verb bezahlen
verb aus|geben  gibt gab gegeben
verb hin|blättern
verb blättern
verb legen
verb hin|legen
verb berappen
verb überweisen  überweist überwies überwiesen
verb kosten
verb lassen  lässt ließ gelassen
verb bewerten
verb beziffern
verb betragen  beträgt betrug betragen
verb belaufen  beläuft belief belaufen
verb um|fassen
verb umfassen
verb begleichen  begleicht beglich beglichen
verb springen  springt sprang gesprungen
verb fließen  fließt floss geflossen
verb locker|machen
verb auf|wenden
verb verdienen
verb vereinnahmen
class pay  zahlen, bezahlen, aus|geben, hin|blättern, blättern, hin|legen, berappen, überweisen, locker|machen, auf|wenden,
    begleichen, legen, stecken
class cost  kosten, betragen, belaufen, umfassen
class value  bewerten, beziffern, schätzen

# Light verbs
verb geben  gibt gab gegeben
verb nehmen  nimmt nahm genommen
verb bringen  bringt brachte gebracht
verb machen
verb tun  tut tat getan
verb stellen
verb ab|holen
verb schaffen  schafft schuf geschaffen
verb finden  findet fand gefunden
verb sehen  sieht sah gesehen
verb bleiben  bleibt blieb geblieben
verb liegen  liegt lag gelegen
verb beginnen  beginnt begann begonnen
verb laufen  läuft lief gelaufen
verb zeigen
verb helfen  hilft half geholfen conditional=hülfe
verb ermöglichen
verb verlieren  verliert verlor verloren
verb brauchen
verb folgen
verb dauern
verb nennen  nennt nannte genannt
verb um|benennen  benennt benannte benannt
verb tragen  trägt trug getragen
verb bestehen  besteht bestand bestanden
verb gelten  gilt galt gegolten
verb verlassen  verlässt verließ verlassen
verb sitzen  sitzt saß gesessen
verb fordern
verb verlangen
verb entsprechen  entspricht entsprach entsprochen
verb profitieren
verb wachsen  wächst wuchs gewachsen
verb steigen  steigt stieg gestiegen
verb sinken  sinkt sank gesunken
verb stammen
verb beschäftigen
verb konzentrieren
verb stärken
verb erreichen
verb bedeuten
verb konkurrieren
verb eröffnen
verb veranstalten
class give  geben, gewähren, erteilen, verschaffen, überlassen, ein|räumen
verb verschaffen
class get  erhalten, bekommen, kriegen, gewinnen, holen, sichern, ergattern
class put  stecken, pumpen, legen, setzen, stellen, bringen
class name  nennen, heißen, benennen, um|benennen, taufen, firmieren
verb benennen  benennt benannte benannt
verb taufen
verb firmieren
class employ  beschäftigen
