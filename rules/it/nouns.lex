# Italian nouns of deals, of firms and of people. `noun WORD  PLURAL`; where no plural stands, the ending gives it; `-` says
# that there is none. English words that the press uses are here too.

# Deals
noun acquisizione
noun acquisto
noun compravendita
noun rilevazione
noun takeover
noun scalata
noun shopping
noun spesa
noun buyout
noun incorporazione
noun assorbimento
noun passaggio
noun opa
noun ops  ops
noun opas  opas
noun offerta
noun controfferta
noun proposta
noun rilancio
noun cessione
noun vendita
noun dismissione
noun alienazione
noun trasferimento
noun conferimento
noun asta
class takeover  acquisizione, acquisto, takeover, scalata, buyout, compravendita, incorporazione, assorbimento
class sale  cessione, vendita, dismissione, alienazione, trasferimento, asta, compravendita
class bid  offerta, opa, ops, opas, controfferta, proposta, rilancio
noun fusione
noun nozze  nozze
noun matrimonio
noun unione
noun aggregazione
noun integrazione
noun accorpamento
noun merger
noun megafusione
noun concentrazione
class merger  fusione, nozze, matrimonio, unione, aggregazione, integrazione, accorpamento, merger, megafusione
noun partecipazione
noun quota
noun pacchetto
noun azione
noun maggioranza
noun minoranza
noun controllo
noun capitale
noun ingresso
noun uscita
noun investimento
noun finanziamento
noun round
noun aumento
noun ricapitalizzazione
noun iniezione
noun sottoscrizione
noun raccolta
noun fondo
noun denaro  -
noun seed
noun equity
noun venture
class stake  partecipazione, quota, pacchetto, azione, maggioranza, minoranza, controllo
class majority  maggioranza, controllo
class entry  ingresso, entrata, investimento, partecipazione
noun entrata
class exit  uscita
class round  round, finanziamento, aumento, ricapitalizzazione, iniezione, raccolta
class investment  investimento, finanziamento, ingresso, iniezione
class capital  capitale, fondo, denaro, finanziamento, risorsa
noun risorsa
noun partnership
noun alleanza
noun collaborazione
noun cooperazione
noun sodalizio
noun sinergia
noun intesa
noun asse  assi
noun tandem
noun cordata
noun consorzio
noun patto
noun protocollo
noun convenzione
noun partner
noun alleato
noun socio
noun memorandum
noun mou  mou
noun partenariato
noun iniziativa
noun accordo
noun contratto
noun affare  affari
noun operazione
noun transazione
noun deal
noun trattato
noun stretta
noun firma
class alliance  partnership, partenariato, alleanza, collaborazione, cooperazione, sodalizio, tandem, protocollo, sinergia
class pact  accordo, intesa, patto, memorandum, asse, mou
class partner  partner, alleato, socio
class consortium  cordata, consorzio, gruppo, pool, raggruppamento, veicolo, tandem, compagine, alleanza, pattuglia, sindacato
class led  guidata, guidato, guidati, guidate, capeggiata, capeggiato, capeggiati, capitanata, capitanato, capitanati, composta, composto, formata, formato, costituita, costituito, promossa, promosso
class organ  cda, consiglio, vertice, board, dirigenza, management, assemblea, uomo, ceo, delegato, delegati
noun pool  pool
noun raggruppamento
noun compagine
noun pattuglia
noun board  board
noun dirigenza
noun management
noun assemblea
noun uomo  uomini
class contract  contratto, accordo, intesa, convenzione, patto, memorandum
class deal  affare, operazione, transazione, deal, accordo, intesa, contratto, acquisizione
class memorandum  memorandum, protocollo, lettera
noun lettera
noun newco
noun veicolo
noun jv
class venture  venture, newco, jv
noun licenza
noun licensing
noun sublicenza
noun royalty  royalty royalties
noun canone
noun licenziatario
noun licenziante
class licence  licenza, licensing, sublicenza
class royalty  royalty, canone
class licensee  licenziatario
class licensor  licenziante
noun brevetto
noun portafoglio
noun portfolio
noun frequenza
noun spettro
noun marchio
noun diritto
noun dominio
noun immobile  immobili
noun stabilimento
noun torre
noun proprietà
noun attività
noun asset
noun bene
noun titolo
class patent  brevetto, portafoglio, portfolio
class asset  brevetto, portafoglio, portfolio, frequenza, spettro, marchio, dominio, immobile, stabilimento, torre, antenna, asset,
    bene, azione, titolo, licenza
noun commessa
noun ordine  ordini
noun appalto
noun gara
noun bando
noun fornitura
noun commissione
noun incarico
noun aggiudicazione
noun fornitore
noun cliente  clienti
noun subfornitore
noun appaltatore
noun committente
noun acquirente
noun venditore
class order_noun  commessa, ordine, appalto, fornitura, contratto, incarico, gara
class tender  gara, bando, asta, appalto
class award_noun  aggiudicazione, assegnazione
noun assegnazione
class supply_noun  fornitura, consegna
noun consegna
class supplier  fornitore, subfornitore, appaltatore
class customer  cliente, committente
noun patteggiamento
noun conciliazione
noun pace  paci
noun tregua
noun risarcimento
noun contenzioso
noun causa
noun denuncia
noun disputa
noun controversia
noun lite  liti
noun guerra
noun battaglia
noun processo
noun vertenza
noun violazione
class settlement  patteggiamento, transazione, conciliazione, pace, tregua, accordo, intesa
class dispute  contenzioso, causa, denuncia, disputa, controversia, lite, guerra, battaglia, processo, vertenza
class lawsuit  causa, denuncia, processo
noun scorporo
noun scissione
noun separazione
noun divisione
noun spinoff
noun quotazione
noun ipo
noun distacco
noun spezzatino
noun sbarco
noun borsa
class spin_off_noun  scorporo, scissione, separazione, spinoff, distacco, spezzatino
class listing  quotazione, ipo, sbarco, borsa

# What a firm is divided into
noun ramo
noun settore
noun business
noun comparto
noun unità
noun reparto
noun segmento
noun braccio
noun controllata
noun consociata
noun filiale
noun sussidiaria
noun partecipata
noun controllante
noun capogruppo
noun holding
noun sede
noun fabbrica
noun impianto
noun polo
noun piattaforma
noun servizio
noun linea
noun team  team
noun area  aree
noun costruzione
class unit  "back office", "ramo d'azienda", "rami d'azienda", team, area, divisione, ramo, settore, business, comparto, unità, reparto, segmento, braccio, attività, linea
class subsidiary  controllata, consociata, filiale, sussidiaria, partecipata, costola
noun costola
class parent  controllante, capogruppo, holding, casa
class site  stabilimento, fabbrica, impianto, sede

# Firms: heads of epithets and appositions
noun azienda
noun società
noun impresa
noun compagnia
noun gruppo
noun ditta
noun casa
noun startup
noun scaleup
noun multinazionale
noun colosso
noun gigante  giganti
noun big
noun leader
noun player
noun operatore
noun produttore
noun costruttore
noun sviluppatore
noun fabbricante
noun gestore
noun provider
noun distributore
noun rivenditore
noun editore
noun concorrente
noun rivale
noun competitor
noun monopolista
noun incumbent
noun conglomerato
noun corporation
noun unicorno
noun fintech
noun specialista
noun pioniere
noun vendor
noun studio
noun marketplace
noun portale
noun motore
noun network
noun rete
noun banca
noun telco
noun tlc
noun utility
noun assicurazione
noun compratore
noun pretendente
noun contendente
noun preda
noun target
noun realtà
noun marca
noun brand
noun fornitrice
noun produttrice
noun carrier
noun chipmaker
noun cooperativa
noun agenzia
noun fonderia
noun firm
class company_noun  azienda, società, impresa, compagnia, gruppo, ditta, casa, startup, scaleup, multinazionale, colosso, gigante, big,
    leader, player, operatore, produttore, costruttore, sviluppatore, fabbricante, gestore, provider, distributore, rivenditore,
    editore, concorrente, rivale, competitor, monopolista, incumbent, conglomerato, corporation, unicorno, fintech, specialista,
    pioniere, vendor, studio, marketplace, portale, network, telco, utility, compratore, pretendente, contendente, preda, realtà,
    fondo, brand, carrier, chipmaker, cooperativa, controllata, consociata, filiale, sussidiaria, partecipata, controllante, capogruppo,
    holding, fornitore, partner, piattaforma, acquirente, fornitrice, produttrice, banca, fonderia, costola
class rival  concorrente, rivale, competitor
class buyer_noun  acquirente, compratore, pretendente
class seller_noun  venditore

# People, owners, banks, authorities
noun azionista  azionisti azioniste
noun proprietario
noun investitore
noun finanziatore
noun fondatore
noun cofondatore
noun capo
noun amministratore
noun ad
noun ceo
noun presidente  presidenti
noun direttore
noun manager
noun dirigente  dirigenti
noun vertice
noun portavoce
noun analista  analisti
noun numero
noun dipendente  dipendenti
noun cda
noun consiglio
noun governo
noun antitrust
noun autorità
noun ministero
noun tribunale
noun giudice
noun garante
noun regolatore
noun sindacato
noun università
noun quotidiano
noun giornale
noun fonte
noun voce
noun indiscrezione
noun rumor
noun rumors
noun pettegolezzo
noun imprenditore
noun miliardario
noun ministro
noun professore
noun avvocato
class shareholder  azionista, socio, proprietario
class investor  investitore, finanziatore, fondo, capofila
noun capofila  capofila
class bank  banca
class founder  fondatore, cofondatore
class chief  capo, amministratore, ad, ceo, presidente, direttore, numero
class person_noun  capo, amministratore, ad, ceo, presidente, direttore, manager, dirigente, portavoce, analista, fondatore, cofondatore,
    imprenditore, miliardario, ministro, professore, avvocato, giudice
class regulator  governo, antitrust, autorità, commissione, ministero, tribunale, garante, regolatore, consob, agcom, bruxelles
class source  fonte, voce, indiscrezione, rumor, rumors, quotidiano, giornale, agenzia
class rumor_noun  voce, indiscrezione, rumor, rumors, pettegolezzo, ipotesi
noun ipotesi

# Money, plans, stages
noun prezzo
noun cifra
noun somma
noun importo
noun valore
noun controvalore
noun corrispettivo
noun ammontare
noun esborso
noun assegno
noun contanti  contanti
noun valutazione
noun capitalizzazione
noun fatturato
noun ricavo
noun utile  utili
noun perdita
noun multa
noun sanzione
noun premio
noun stipendio
noun milione
noun miliardo
noun dollaro
noun trattativa
noun negoziato
noun negoziazione
noun colloquio
noun esclusiva
noun piano
noun progetto
noun intenzione
noun interesse
noun mirino
noun approvazione
noun autorizzazione
noun consenso
noun closing
noun completamento
noun perfezionamento
noun chiusura
noun conclusione
noun fallimento
noun rinuncia
noun rottura
noun stop
noun veto
noun no
noun rifiuto
noun smentita
noun annuncio
noun comunicato
noun nota
noun conferma
class price  prezzo, cifra, somma, importo, valore, controvalore, corrispettivo, ammontare, esborso
class valuation  valutazione, capitalizzazione
class turnover  fatturato, ricavo, utile, perdita, multa, sanzione, stipendio
class talks_noun  trattativa, negoziato, negoziazione, colloquio, esclusiva
class plan_noun  piano, progetto, intenzione, interesse
class approval  approvazione, autorizzazione, consenso
class completion  closing, completamento, perfezionamento, chiusura, conclusione
class failure  fallimento, rinuncia, rottura, stop, veto, rifiuto
class denial  smentita
class announcement  annuncio, comunicato, nota, conferma

# Times
noun anno
noun mese  mesi
noun settimana
noun giorno
noun trimestre
noun semestre
noun fine
noun inizio
noun metà
noun decennio
noun ora
noun minuto
noun weekend
class year_unit  anno, mese, settimana, giorno, trimestre, semestre, decennio

# Adjectives that deals go with
adjective strategico
adjective comune
adjective congiunto
adjective esclusivo
adjective mondiale
adjective globale
adjective pluriennale
adjective stragiudiziale
adjective extragiudiziale
adjective amichevole
adjective vincolante
adjective ostile
adjective incrociato
adjective scorso
adjective passato
adjective prossimo
adjective corrente
adjective nuovo
adjective giovane
adjective grande
adjective grosso
adjective piccolo
adjective indipendente
adjective autonomo
adjective quotato
adjective ex
adjective precedente
adjective restante
adjective rimanente
adjective intero
adjective paritetico
adjective controllato
adjective definitivo
adjective preliminare
adjective completo
adjective totale
adjective parziale
class last  scorso, passato, precedente
class next  prossimo
class former  ex, precedente
class separate  indipendente, autonomo, quotato
adjective misto
class jointly_owned  comune, congiunto, paritetico, misto
class mutual  comune, congiunto, incrociato, reciproco
adjective reciproco  reciproci

# What a business makes stands for the business: "i telefoni di Nokia"
noun telefono
noun telefonino
noun smartphone  smartphone
noun cellulare  cellulari
noun computer  computer
noun pc  pc
noun portatile  portatili
noun memoria
noun chip  chip
noun semiconduttore  semiconduttori
noun modem  modem
noun elettrodomestico
noun televisore  televisori
noun stampante  stampanti
noun batteria
noun schermo
noun macchinario
noun cella
noun processore  processori
noun server  server
noun cavo
noun mappa
noun pagamento
noun magazzino
noun antenna
noun sensore  sensori
class product_line  telefono, telefonino, smartphone, cellulare, computer, pc, portatile, memoria, chip, semiconduttore, modem,
    elettrodomestico, televisore, stampante, processore, server, mappa, pagamento, cloud, software
noun software  software
noun cloud  cloud

# More heads of epithets and appositions
noun fetta
noun lotto
noun concessione
noun insegna
noun catena
noun vettore
noun emittente
noun testata
noun cantiere
noun boutique
noun incubatore
noun acceleratore
noun broker
noun assicuratore
noun assicuratrice
noun quotata
noun finanziaria
noun cassaforte
noun integratore
noun subholding
noun pmi  pmi
noun sgr  sgr
noun buyer
noun costruttrice
noun sviluppatrice
noun industria
noun investitrice
class +company_noun  catena, vettore, consorzio, emittente, boutique, incubatore, acceleratore, broker, assicuratore, assicuratrice, quotata,
    finanziaria, cassaforte, integratore, subholding, pmi, sgr, costruttrice, sviluppatrice, investitore, insegna, industria, "software house",
    "system integrator", "private equity", "family office", "casa editrice", "big tech", biotech, edtech, foodtech, proptech, insurtech, medtech,
    "start-up", "scale-up"
class +investor  sgr, investitrice

# Who buys for the public
noun dipartimento
noun comune
noun regione
noun provincia
noun marina
noun aeronautica
noun esercito
noun ente
noun ospedale
noun asl  asl
noun policlinico
noun polizia
noun ateneo
noun forze  forze
class public_body  ministero, dipartimento, comune, regione, provincia, governo, marina, aeronautica, esercito, ente, ospedale, asl, policlinico, polizia, agenzia,
    università, ateneo, autorità, commissione, parlamento, pentagono, nato, esa, nasa, consip, "forze armate", "azienda sanitaria", "difesa americana", tribunale
noun palazzo
noun edificio
noun terreno
noun grattacielo
noun complesso
class +asset  palazzo, edificio, terreno, grattacielo

# Goods that firms supply each other with
noun apparecchiatura
noun apparato
noun componente  componenti
noun display  display
noun energia
noun robot  robot
noun treno
noun satellite  satelliti
noun motore
noun wafer  wafer
noun substrato
noun pannello
noun telecamera
noun radar  radar
noun turbina
noun modulo
noun razzo
noun sistema  sistemi
noun infrastruttura
noun centrale  centrali
noun tecnologia
noun dispositivo
noun tablet  tablet
noun stazione
noun elicottero
noun aereo
noun velivolo
noun aeromobile  aeromobili
noun fusoliera
noun nave  navi
noun vagone
noun tram  tram
noun autobus  autobus
noun camion  camion
noun veicolo
noun vettura
noun furgone
noun carrozza
noun locomotiva
noun missile  missili
noun drone  droni
noun vaccino
noun dose  dosi
noun farmaco  farmaci
noun gas  gas
noun petrolio  -
noun greggio  -
noun litio  -
noun nichel  -
noun cobalto  -
noun acciaio
noun alluminio  -
noun idrogeno  -
noun elettricità
noun combustibile  combustibili
noun carburante  carburanti
noun catodo
noun elettrolizzatore
noun trasformatore
noun terminale  terminali
noun lente  lenti
noun pneumatico  pneumatici
noun freno
noun sedile  sedili
noun contatore
noun inverter  inverter
noun tonnellata
noun fusto
noun imballaggio
noun tessuto
noun obiettivo
noun fotocamera
class goods  apparecchiatura, chip, modem, batteria, cella, processore, apparato, componente, componentistica, server, schermo, display, antenna, energia, sensore,
    robot, software, servizio, memoria, cavo, treno, satellite, motore, wafer, substrato, fette, pannello, telecamera, radar, turbina, modulo, lanci, razzo, rete,
    cloud, sistema, piattaforma, macchinario, infrastruttura, centrale, tecnologia, dispositivo, tablet, computer, stazione, elicottero, aereo, velivolo, aeromobile,
    fusoliera, nave, vagone, tram, autobus, camion, veicolo, furgone, carrozza, locomotiva, missile, drone, vaccino, dose, farmaco, gas, gnl, petrolio, greggio,
    litio, nichel, cobalto, acciaio, alluminio, idrogeno, elettricità, combustibile, carburante, catodo, elettrolizzatore, trasformatore, terminale, lente,
    pneumatico, freno, sedile, contatore, inverter, tonnellata, imballaggio, fotocamera, semiconduttore, macchina, macchine, impianti, munizioni, attrezzature

# Beside these a name is of people
noun famiglia
noun fratello
noun erede  eredi
noun dinastia
noun clan  clan
class kin  famiglia, fratello, erede, dinastia, clan

# Places of work that change hands by the dozen
noun supermercato  supermercati
noun negozio  negozi
noun sportello
noun albergo  alberghi
noun hotel  hotel
noun capannone  capannoni
noun parco  parchi
class +site  cantiere, supermercato, sportello, albergo, hotel, capannone, "punti vendita", "parchi eolici", "parco eolico", "data center", "centro commerciale"

# agreements told in the plural: one with each of the names behind
class apart  accordi, intese, contratti, alleanze, collaborazioni, patti, licenze, progetti, memorandum, convenzioni, transazioni, sinergie
