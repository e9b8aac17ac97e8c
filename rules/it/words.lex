# Italian: words that hold a sentence together. `word` gives the forms of a word, articulated prepositions and elisions among
# them; an apostrophe stands for the typographic one too. A class names words that rules and stages treat alike; =VALUE is
# what the word stands for.

# Articles and what stands in their place
word il  lo la i gli le l'
word un  uno una un'
word questo  questa questi queste quest'
word quello  quella quelli quelle quel quei quegli quell'
word tale  tali
word stesso  stessa stessi stesse
word ogni
word ciascuno  ciascuna ciascun
word entrambi  entrambe
word ambedue
word alcuno  alcuna alcuni alcune alcun
word qualche
word molto  molta molti molte
word poco  poca pochi poche
word tutto  tutta tutti tutte
word altro  altra altri altre altr'
word diverso  diversa diversi diverse
word numeroso  numerosa numerosi numerose
word vario  varia vari varie
word nessuno  nessuna nessun nessun'
word parecchio  parecchia parecchi parecchie
word primo  prima primi prime
word secondo  seconda secondi seconde
word terzo  terza terzi terze
word quarto  quarta quarti quarte
word quinto  quinta quinti quinte
word proprio  propria propri proprie
class definite  il, questo, quello, tale, stesso, entrambi, ambedue
class determiner  il, un, questo, quello, tale, stesso, ogni, ciascuno, entrambi, ambedue, alcuno, qualche, molto, poco, tutto,
    altro, diverso, numeroso, vario, nessuno, parecchio, mio, tuo, suo, nostro, vostro, loro
class article  il, un
class genitive  di
class quantifier  alcuno, qualche, molto, poco, tutto, altro, diverso, numeroso, vario, parecchio, entrambi, ambedue, circa, quasi,
    oltre, almeno, intorno, attorno, complessivamente, complessivo, totale, fino, più, meno, appena, ben, minimo, massimo

# Pronouns and clitics
word mio  mia miei mie
word tuo  tua tuoi tue
word suo  sua suoi sue
word nostro  nostra nostri nostre
word vostro  vostra vostri vostre
word loro
word lo  la li le l' gli
word ne  n'
word ci  c' vi v'
word si  s'
word egli  lui esso
word ella  lei essa
word essi  esse
word quale  quali qual
word che  ch'
word cui
word chi
word quanto  quanta quanti quante quant'
word ciò
word costui  costei costoro
word ultimo  ultima ultimi ultime ultim'
class possessive  mio, tuo, suo, nostro, vostro, loro, proprio
class clitic  lo, ne, ci, si, mi, ti, vi, gli, se, glielo, gliela, gliene, ce, ve
class pronoun  egli, ella, essi, ciò, costui, io, tu, noi, voi, lui, lei, loro, sé, quello, questo, ognuno, qualcuno, nessuno,
    entrambi, ambedue
class reflexive  si, ci, se, sé
class relative  che, cui, quale, quanto, chi, dove
class question  chi, che, cosa, come, dove, quando, perché, quanto, quale, com'

# Prepositions with their articles
word di  del dello della dei degli delle dell' d'
word a  ad al allo alla ai agli alle all'
word da  dal dallo dalla dai dagli dalle dall'
word in  nel nello nella nei negli nelle nell'
word su  sul sullo sulla sui sugli sulle sull'
word con  col coi
word per
word tra  fra
word senza  senz'
word contro
word verso
word dopo
word presso
word durante
word oltre
word mediante
word tramite
word attraverso
word entro
word circa
class preposition  di, a, da, in, su, con, per, tra, senza, contro, verso, dopo, presso, durante, oltre, mediante, tramite,
    attraverso, entro, sotto, sopra, dietro, davanti, fuori, dentro, lungo, eccetto, salvo, tranne, nonostante, malgrado,
    secondo, insieme, assieme, accanto, vicino, prima, invece, rispetto, grazie, riguardo, circa, fino, sino, via, versus,
    stante, previo, causa, inclusi, inclusa, incluso, compreso, compresa, compresi, comprese
class by  da, presso
class towards  a, in, verso, su

# Conjunctions
word e  ed
word o  od
word se
class coordinator  e, o, ma, né, oppure, ovvero, nonché, bensì, anzi, però, sia, cioè, ossia, eppure, quindi, dunque, &
class and  e, nonché
class subordinator  che, se, perché, poiché, quando, mentre, benché, sebbene, nonostante, affinché, dopo, prima, finché,
    qualora, purché, giacché, siccome, come, dove, dopodiché, senza, laddove, ovunque, cosicché, anziché
class that  che
class adversative  ma, però, tuttavia, invece, eppure, comunque, anzi, bensì, nonostante

# Negation
class negation  non, né, nessuno, niente, nulla, mai, neanche, nemmeno, neppure, mica, senza
class barely  quasi, appena

# Auxiliaries and modals
verb essere  è sono fu pp=stato present=sono present=sei present=siamo present=siete past=furono past=fui past=fosti past=fummo future=sarà subjunctive=sia subjunctive=fosse subjunctive=fossero imperfect=era ger=essendo
verb avere  ha hanno ebbe pp=avuto present=ho present=hai present=abbiamo present=avete future=avrà subjunctive=abbia
verb venire  viene vengono venne pp=venuto future=verrà subjunctive=venga
verb potere  può possono poté pp=potuto present=posso present=puoi present=possiamo present=potete future=potrà subjunctive=possa
verb dovere  deve devono dovette pp=dovuto present=devo present=debbo present=debbono present=devi present=dobbiamo future=dovrà subjunctive=debba
verb volere  vuole vogliono volle pp=voluto present=voglio present=vuoi present=vogliamo present=volete future=vorrà subjunctive=voglia
verb sapere  sa sanno seppe pp=saputo present=so present=sai present=sappiamo present=sapete future=saprà subjunctive=sappia
verb stare  sta stanno stette pp=stato present=sto present=stai present=stiamo present=state future=starà subjunctive=stia
verb andare  va vanno andò pp=andato present=vado present=vai present=andiamo present=andate future=andrà subjunctive=vada
verb fare  fa fanno fece pp=fatto present=faccio present=fai present=facciamo present=fate future=farà subjunctive=faccia imperfect=faceva
verb restare
verb rimanere  rimane rimangono rimase pp=rimasto future=rimarrà
class auxiliary  essere, avere, venire, stare, potere, dovere, volere, andare
class passive  essere, venire, andare, rimanere, restare
class modal  potere, dovere, volere, sapere

# Adverbs that stand in the middle of a clause and change nothing
class adverb  anche, già, ancora, ora, adesso, oggi, solo, soltanto, pure, inoltre, infine, quindi, dunque, così, poi, invece, infatti,
    proprio, ufficialmente, definitivamente, completamente, interamente, totalmente, parzialmente, recentemente, appena, sempre,
    presto, forse, probabilmente, presumibilmente, effettivamente, praticamente, insieme, congiuntamente, contestualmente,
    contemporaneamente, successivamente, precedentemente, attualmente, intanto, tuttavia, comunque, oggi, formalmente,
    direttamente, indirettamente, strategicamente, finalmente, nuovamente, complessivamente, sostanzialmente, semplicemente, quasi,
    circa, più, meno, molto, assai, subito, ormai, altresì, persino, perfino, addirittura, sorprendentemente, rapidamente

# Time
class time_adverb  oggi, ieri, domani, dopodomani, ora, adesso, ormai, allora, poi, dopo, prima, presto, tardi, già, ancora, appena,
    recentemente, attualmente, prossimamente, precedentemente, successivamente, stamattina, stamane, stasera, stanotte, finora, sinora,
    intanto, frattempo, annualmente, mensilmente, settimanalmente, poc'anzi, tuttora, infine, altroieri
class since  avviata, avviate, avviati, avviato, iniziata, iniziate, iniziati, iniziato, cominciata, cominciate, cominciati, cominciato, partita, partite,
    risalente, risalenti, contrapposte, contrapposti, trascina, trascinava, dura, durava
class formerly  già, ex, allora, precedentemente
class month  gennaio=01, gen.=01, genn.=01, febbraio=02, feb.=02, febbr.=02, marzo=03, mar.=03, aprile=04, apr.=04, maggio=05,
    mag.=05, magg.=05, giugno=06, giu.=06, luglio=07, lug.=07, lugl.=07, agosto=08, ago.=08, settembre=09, set.=09, sett.=09,
    ottobre=10, ott.=10, novembre=11, nov.=11, dicembre=12, dic.=12
class weekday  lunedì=1, lun.=1, martedì=2, mart.=2, mercoledì=3, merc.=3, mer.=3, giovedì=4, gio.=4, giov.=4, venerdì=5, ven.=5,
    sabato=6, sab.=6, domenica=7, dom.=7
class season  primavera=SP, estate=SU, autunno=FA, inverno=WI

# Number words
class one  un=1, uno=1, una=1, un'=1
class number  zero=0, due=2, tre=3, quattro=4, cinque=5, sei=6, sette=7, otto=8, nove=9, dieci=10, undici=11, dodici=12, tredici=13,
    quattordici=14, quindici=15, sedici=16, diciassette=17, diciotto=18, diciannove=19, venti=20, ventuno=21, ventidue=22,
    ventitre=23, ventitré=23, ventiquattro=24, venticinque=25, ventisei=26, ventisette=27, ventotto=28, ventinove=29, trenta=30,
    trentuno=31, trentacinque=35, quaranta=40, quarantacinque=45, cinquanta=50, sessanta=60, settanta=70, ottanta=80, novanta=90,
    cento=100, duecento=200, trecento=300, quattrocento=400, cinquecento=500, seicento=600, settecento=700, ottocento=800,
    novecento=900, mille=1000, duemila=2000, tremila=3000, quattromila=4000, cinquemila=5000, diecimila=10000, ventimila=20000,
    centomila=100000
class ordinal  primo=1, secondo=2, terzo=3, quarto=4, quinto=5, sesto=6, settimo=7, ottavo=8, nono=9, decimo=10
class fraction  metà=0.5, mezzo=0.5, mezza=0.5, terzo=0.333, terzi=0.333, quarto=0.25, quarti=0.25, quinto=0.2, decimo=0.1

# Words that report and doubt
class hedge  presumibilmente, forse, probabilmente, apparentemente, presunto, presunta, presunti, presunte, possibile, possibili, ipotetico,
    ipotetica, eventuale, eventuali, pare, sembra, sembrerebbe, parrebbe, potenziale, potenziali, ufficiosamente
class according  secondo, stando

# What an object is a portion of is told too: "una parte dei brevetti" (lib/tag/object.c).
class portion  parte, resto, metà, pezzo, diritto, ramo
class portion_of  di

# An agreement that is called so is of the kind of the one told before (lib/tag/alike.c).
class alike  simile, analogo, identico, gemello

# behind a span of time: what happened so long ago
class elapsed  dopo

# nouns whose "of" says what was bought or merged, and brings no seller to a verb beside them
class dealt_noun  @takeover, @merger

# before a participle or noun of dealing: who did it is the subject of the sentence ("verlor nach der Übernahme von Y")
class controls  dopo

# how things stand is news with these ("gehört jetzt zu X")
class at_present  ora, adesso

# behind a sum: what it is paid for
class paid_for  per
# Verbs of dealing: in any form they speak for a company beside them
class firm_verb  acquisire, acquistare, comprare, rilevare, cedere, vendere, investire, fondere, incorporare, sborsare, finanziare, assorbire, inglobare, collaborare, rifornire

# what a sum is said to come to, and what is called new
class amount_to  ammonta, ammontano, equivale, valuta, valutano, valutata, valutato, stima, stimano, stimata, stimato, corrisponde, valorizza
class new_firm  nuova, nuovo, nuove
# nouns for a part in a deal: the company that played it in the one told last
class deal_part  acquirente=acquirer, compratore=acquirer, compratrice=acquirer, venditore=seller, venditrice=seller, cedente=seller, preda=target, licenziatario=licensee, licenziataria=licensee, licenziante=licensor

# a young firm is no company that is traded at an exchange ("start - up" ends on "up")
class young_firm  startup, up, matricola, neonata
class +adverb  innanzitutto, anzitutto, dapprima, perlopiù, nondimeno, ciononostante, cionondimeno, frattanto, dopotutto, tuttalpiù, oltretutto, peraltro, altresì, addirittura, perfino, persino, finora, tuttora, stavolta, talvolta, pressoché, insomma
