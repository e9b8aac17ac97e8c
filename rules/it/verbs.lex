# Italian verbs of deals, and of the frames around them. A regular verb needs no forms; an irregular one gives the third
# persons of the present and of the remote past, and the participle. -ire verbs have -isc- unless the third person says otherwise.

# Buying
verb acquisire
verb acquistare
verb comprare
verb ricomprare
verb riacquistare
verb rilevare
verb inglobare
verb incorporare
verb assorbire  assorbe assorbono assorbì assorbito
verb annettere  annette annettono annesse pp=annesso
verb accaparrare
verb aggiudicare
verb assicurare
verb conquistare
verb fagocitare
verb divorare
verb ingoiare
verb inghiottire  inghiotte inghiottono inghiottì inghiottito
verb papparsi
verb soffiare
verb strappare
verb prendere  prende prendono prese pp=preso
verb rastrellare
verb sposare
verb portare
verb scalare
verb rafforzare
verb salvare
verb subentrare
verb espugnare
verb arraffare
verb spalancare
verb battere
verb alzare
verb migliorare
verb arricchire
verb espandere  espande espandono espanse pp=espanso
verb rispondere  risponde rispondono rispose pp=risposto
verb sbattere  sbatte sbattono sbatté pp=sbattuto
verb votare
verb aprire  apre aprono aprì pp=aperto
verb piacere  piace piacciono piacque pp=piaciuto
verb incamerare
verb accogliere  accoglie accolgono accolse pp=accolto
verb inserire
class buy  acquisire, acquistare, comprare, rilevare, inglobare, incorporare, assorbire, annettere, fagocitare, divorare, ingoiare,
    inghiottire, papparsi, ricomprare, riacquistare, espugnare
class take_control  prendere, assumere, conquistare, acquisire, ottenere, rilevare
verb assumere  assume assumono assunse pp=assunto
class grab  accaparrare, aggiudicare, assicurare, conquistare, soffiare, strappare, prendere
class absorb  inglobare, incorporare, assorbire, annettere, integrare
verb integrare

# Selling
verb vendere
verb rivendere
verb svendere
verb cedere
verb dismettere  dismette dismettono dismise pp=dismesso
verb alienare
verb disfare  disfa disfano disfece pp=disfatto imperfect=disfaceva future=disferà
verb liberare
verb sbarazzare
verb privare
verb collocare
verb mettere  mette mettono mise pp=messo
verb passare
verb girare
verb trasferire
verb conferire
verb apportare
verb scaricare
verb mollare
class sell  vendere, rivendere, svendere, cedere, dismettere, alienare, mollare, trasferire
class part_with  disfare, liberare, sbarazzare, separare, privare
class transfer  trasferire, conferire, cedere, girare, rigirare, apportare, passare

# The target changes hands
verb finire
verb entrare
verb approdare
verb migrare
verb traslocare
verb emigrare
verb confluire
verb appartenere  appartiene appartengono appartenne pp=appartenuto future=apparterrà subjunctive=appartenga
verb diventare
verb divenire  diviene divengono divenne pp=divenuto future=diverrà subjunctive=divenga
verb cambiare
verb tornare
verb cadere  cade cadono cadde pp=caduto future=cadrà
verb spostare
verb sbarcare
class move_to  passare, finire, andare, approdare, tornare, cadere, migrare, traslocare, emigrare
class pass_to  passare, finire, entrare, approdare, confluire, andare, cadere, sbarcare, arrivare, tornare
verb arrivare
class belong  appartenere, fare
class become  diventare, divenire

# Merging
verb fondere  fonde fondono fuse pp=fuso
verb unire
verb riunire
verb aggregare
verb accorpare
verb convolare
verb combinare
verb unificare
verb amalgamare
verb maritare
class merge  fondere, unire, aggregare, accorpare, convolare, integrare, sposare, unificare, combinare, amalgamare
class pool  unire, accorpare, aggregare, riunire, condividere, combinare, conferire
verb condividere  condivide condividono condivise pp=condiviso

# Investing and raising money
verb investire  investe investono investì investito
verb finanziare
verb ricapitalizzare
verb capitalizzare
verb partecipare
verb sottoscrivere  sottoscrive sottoscrivono sottoscrisse pp=sottoscritto
verb iniettare
verb puntare
verb scommettere  scommette scommettono scommise pp=scommesso
verb versare
verb erogare
verb stanziare
verb guidare
verb capitanare
verb sostenere  sostiene sostengono sostenne pp=sostenuto future=sosterrà subjunctive=sostenga
verb supportare
verb salire  sale salgono salì pp=salito subjunctive=salga
verb aumentare
verb incrementare
verb elevare
verb arrotondare
verb raccogliere  raccoglie raccolgono raccolse pp=raccolto
verb incassare
verb ottenere  ottiene ottengono ottenne pp=ottenuto future=otterrà subjunctive=ottenga
verb ricevere
verb reperire
verb racimolare
verb intascare
verb attrarre
verb attirare
verb chiudere  chiude chiudono chiuse pp=chiuso
verb completare
verb coinvolgere  coinvolge coinvolgono coinvolse pp=coinvolto
class invest  investire, finanziare, iniettare, puntare, scommettere, versare, stanziare, ricapitalizzare
class take_stake  partecipare, sottoscrivere, entrare, rilevare, salire
class raise  raccogliere, incassare, ottenere, ricevere, reperire, racimolare, attrarre, attirare, chiudere, intascare, assicurare
class increase  aumentare, incrementare, salire, elevare, rafforzare, arrotondare, portare
class sit  sedere
class lead_round  guidare, capitanare
class support  sostenere, supportare, finanziare, partecipare, appoggiare
verb appoggiare

# Working together
verb collaborare
verb cooperare
verb alleare
verb associare
verb lavorare
verb affiancare
verb coalizzare
verb consorziare
verb aderire
verb sviluppare
verb progettare
verb testare
verb sperimentare
verb approfondire
verb estendere  estende estendono estese pp=esteso
verb ampliare
verb allargare
verb prolungare
verb prorogare
verb rinnovare
verb consolidare
verb intensificare
verb potenziare
verb proseguire
verb schierare
verb dialogare
verb piovere  piove piovono piovve pp=piovuto
verb rompere  rompe rompono ruppe pp=rotto
verb sciogliere  scioglie sciolgono sciolse pp=sciolto
verb divorziare
class develop  sviluppare, progettare, sperimentare, testare, realizzare
class cooperate  collaborare, cooperare, alleare, associare, coalizzare, consorziare
class join  aderire, partecipare, entrare, unire, affiancare
class deepen  approfondire, estendere, ampliare, allargare, prolungare, prorogare, rinnovare, consolidare, intensificare, potenziare,
    rafforzare, proseguire

# Concluding and announcing something: the verb is light, the noun says what it is
verb stringere  stringe stringono strinse pp=stretto
verb siglare
verb firmare
verb concludere  conclude concludono concluse pp=concluso
verb raggiungere  raggiunge raggiungono raggiunse pp=raggiunto
verb stipulare
verb formalizzare
verb perfezionare
verb definire
verb avviare
verb bussare
verb lanciare
verb varare
verb inaugurare
verb concordare
verb pattuire
verb convenire  conviene convengono convenne pp=convenuto future=converrà subjunctive=convenga
verb accordare
verb intraprendere  intraprende intraprendono intraprese pp=intrapreso
verb instaurare
verb suggellare
verb ratificare
verb sancire
verb allacciare
class conclude  trovare, stringere, siglare, firmare, concludere, raggiungere, stipulare, sottoscrivere, formalizzare, perfezionare, definire,
    avviare, lanciare, varare, annunciare, concordare, chiudere, instaurare, suggellare, ratificare, sancire, intraprendere,
    inaugurare, allacciare
class agree  accordare, concordare, pattuire, convenire, accettare
verb accettare

# Licensing
verb licenziare
verb concedere  concede concedono concesse pp=concesso
verb autorizzare
verb rilasciare
verb attribuire
verb riconoscere  riconosce riconoscono riconobbe pp=riconosciuto
verb utilizzare
verb usare
verb sfruttare
verb impiegare
verb brevettare
verb scambiare
class license  licenziare, concedere
class grant  concedere, rilasciare, attribuire, riconoscere, accordare, dare, fornire
class use  utilizzare, usare, sfruttare, impiegare, adottare
verb adottare
class exchange  scambiare

# Supplying and ordering
verb fornire
verb rifornire
verb consegnare
verb equipaggiare
verb dotare
verb attrezzare
verb produrre
verb fabbricare
verb realizzare
verb costruire
verb installare
verb gestire
verb implementare
verb ordinare
verb commissionare
verb appaltare
verb esternalizzare
verb affidare
verb assegnare
verb scegliere  sceglie scelgono scelse pp=scelto
verb selezionare
verb preferire
verb incaricare
verb vincere  vince vincono vinse pp=vinto
verb spuntare
verb noleggiare
verb affittare
verb prenotare
verb approvvigionare
verb distribuire
verb commercializzare
class supply  fornire, rifornire, consegnare, equipaggiare, dotare, attrezzare, produrre, fabbricare, realizzare, costruire, installare,
    approvvigionare
class deliver_to  rifornire, equipaggiare, dotare, attrezzare
class win  vincere, ottenere, ricevere, aggiudicare, assicurare, conquistare, incassare, strappare, acquisire
class award  assegnare, affidare, aggiudicare, appaltare, commissionare, conferire, attribuire
class order  ordinare, commissionare, prenotare
class outsource  esternalizzare, appaltare, affidare
class choose  scegliere, selezionare, preferire, incaricare
class rent  noleggiare, affittare

# Quarrels and their end
verb patteggiare
verb transigere  transige transigono transigette pp=transatto
verb risolvere  risolve risolvono risolse pp=risolto
verb dirimere  dirime dirimono dirimette pp=dirimuto
verb ritirare
verb archiviare
verb seppellire
verb denunciare
verb citare
verb accusare
verb querelare
verb violare
verb condannare
verb risarcire
verb comporre
verb porre
verb cessare
verb terminare
verb abbandonare
verb rappacificare
verb riconciliare
class settle  transare, patteggiare, transigere, risolvere, dirimere, chiudere, comporre, archiviare, seppellire, definire
class settle_self  rappacificare, riconciliare
class sue  denunciare, citare, accusare, querelare
class drop_claim  ritirare, abbandonare, archiviare, rinunciare

# Founding, splitting off
verb fondare
verb costituire
verb creare
verb istituire
verb formare
verb nascere  nasce nascono nacque pp=nato
verb detenere  detiene detengono detenne pp=detenuto future=deterrà subjunctive=detenga
verb possedere  possiede possiedono possedette posseduto
verb controllare
verb scorporare
verb scindere  scinde scindono scisse pp=scisso
verb separare
verb dividere  divide dividono divise pp=diviso
verb suddividere  suddivide suddividono suddivise pp=suddiviso
verb staccare
verb distaccare
verb spezzare
verb sdoppiare
verb smembrare
verb enucleare
verb quotare
verb debuttare
verb deconsolidare
class found  fondare, costituire, creare, istituire, formare, dare, varare
class spin_off  scorporare, scindere, separare, enucleare
class split  scindere, dividere, suddividere, spezzare, sdoppiare, smembrare, separare
class hold  detenere, possedere, controllare
class emerge  nascere, sorgere
verb sorgere  sorge sorgono sorse pp=sorto

# Announcing and reporting
verb annunciare
verb annunziare
verb comunicare
verb dichiarare
verb rendere  rende rendono rese pp=reso
verb confermare
verb rivelare
verb svelare
verb presentare
verb ufficializzare
verb pubblicare
verb affermare
verb dire  dice dicono disse pp=detto present=dico present=dici present=diciamo present=dite future=dirà imperfect=diceva subjunctive=dica
verb riferire
verb riportare
verb scrivere  scrive scrivono scrisse pp=scritto
verb spiegare
verb precisare
verb sottolineare
verb aggiungere  aggiunge aggiungono aggiunse pp=aggiunto
verb commentare
verb raccontare
verb ipotizzare
verb vociferare
verb mormorare
verb anticipare
verb trapelare
verb apprendere  apprende apprendono apprese pp=appreso
verb parlare
verb ritenere  ritiene ritengono ritenne pp=ritenuto future=riterrà subjunctive=ritenga
verb credere
verb stimare
verb prevedere  prevede prevedono previde pp=previsto future=prevedrà
verb aspettare
verb attendere  attende attendono attese pp=atteso
verb sembrare
verb parere  pare paiono parve pp=parso future=parrà subjunctive=paia
class announce  annunciare, annunziare, comunicare, dichiarare, confermare, rivelare, svelare, presentare, ufficializzare, pubblicare
class say  dire, affermare, dichiarare, riferire, riportare, scrivere, spiegare, precisare, sottolineare, aggiungere, commentare,
    raccontare, sostenere, comunicare, annunciare, rivelare, confermare
class report  riferire, riportare, scrivere, ipotizzare, vociferare, mormorare, anticipare, trapelare, apprendere, rivelare
class confirm  confermare, ribadire
verb ribadire
class expect  ritenere, credere, stimare, prevedere, aspettare, attendere
class seem  sembrare, parere, risultare
verb risultare

# Planning, wanting, negotiating, offering
verb pianificare
verb programmare
verb intendere  intende intendono intese pp=inteso
verb mirare
verb aspirare
verb meditare
verb valutare
verb considerare
verb studiare
verb esaminare
verb esplorare
verb pensare
verb decidere  decide decidono decise pp=deciso
verb preparare
verb cercare
verb tentare
verb provare
verb sperare
verb trattare
verb negoziare
verb discutere  discute discutono discusse pp=discusso
verb corteggiare
verb offrire  offre offrono offrì pp=offerto
verb proporre
verb avanzare
verb depositare
verb rilanciare
verb candidare
verb impegnare
verb apprestare
verb accingere  accinge accingono accinse pp=accinto
verb interessare
verb sondare
class plan  pianificare, programmare, intendere, mirare, aspirare, volere, decidere, preparare, cercare, tentare, sperare, apprestare,
    accingere, progettare, puntare, prevedere
class consider  meditare, valutare, considerare, studiare, esaminare, esplorare, pensare, sondare
class negotiate  trattare, negoziare, discutere, corteggiare, dialogare
class offer  offrire, proporre, avanzare, presentare, depositare, rilanciare, lanciare

# Refusing, denying, calling off
verb rifiutare
verb respingere  respinge respingono respinse pp=respinto
verb declinare
verb bocciare
verb negare
verb smentire
verb escludere  esclude escludono escluse pp=escluso
verb rinunciare
verb annullare
verb cancellare
verb interrompere  interrompe interrompono interruppe pp=interrotto
verb rescindere  rescinde rescindono rescisse pp=rescisso
verb revocare
verb disdire  disdice disdicono disdisse pp=disdetto imperfect=disdiceva
verb sospendere  sospende sospendono sospese pp=sospeso
verb congelare
verb saltare
verb sfumare
verb naufragare
verb fallire
verb arenare
verb tramontare
verb bloccare
verb vietare
verb proibire
verb impedire
verb ostacolare
verb fermare
verb stoppare
verb rinviare
verb rimandare
verb slittare
verb decadere  decade decadono decadde pp=decaduto future=decadrà
verb scadere  scade scadono scadde pp=scaduto future=scadrà
verb recedere
verb ritrattare
class reject  rifiutare, respingere, declinare, bocciare
class deny  negare, smentire, escludere
class cancel  annullare, cancellare, interrompere, rescindere, revocare, disdire, ritirare, rinunciare, abbandonare, recedere
class fail  saltare, sfumare, naufragare, fallire, arenare, tramontare, decadere
class block  bloccare, vietare, proibire, impedire, ostacolare, fermare, stoppare
class delay  rinviare, rimandare, slittare, sospendere, congelare
class end  terminare, cessare, finire, concludere, chiudere, interrompere, scadere

# Completing and approving
verb ultimare
verb finalizzare
verb eseguire
verb approvare
verb permettere  permette permettono permise pp=permesso
verb consentire  consente consentono consentì consentito
verb ammettere  ammette ammettono ammise pp=ammesso
verb benedire  benedice benedicono benedisse pp=benedetto imperfect=benediceva
verb avallare
verb raccomandare
verb indagare
class complete  completare, ultimare, finalizzare, perfezionare, concludere, chiudere, eseguire, portare, formalizzare
class approve  approvare, autorizzare, permettere, consentire, ammettere, benedire, avallare, ratificare
class accept  accettare, approvare, raccomandare

# Paying and valuing
verb pagare
verb sborsare
verb spendere  spende spendono spese pp=speso
verb corrispondere  corrisponde corrispondono corrispose pp=corrisposto
verb costare
verb ammontare
verb aggirare
verb valere  vale valgono valse pp=valso future=varrà subjunctive=valga
verb quantificare
verb fissare
verb sganciare
verb saldare
verb liquidare
verb fruttare
class pay  pagare, sborsare, spendere, versare, corrispondere, sganciare, mettere, saldare, liquidare
class cost  costare, ammontare, aggirare, valere
class value  valutare, stimare, quantificare

# Light verbs
verb dare  dà danno diede pp=dato present=do present=dai present=diamo present=date future=darà subjunctive=dia
verb trovare
verb iniziare
verb cominciare
verb continuare
verb permanere  permane permangono permase pp=permaso
verb vedere  vede vedono vide pp=visto future=vedrà
verb seguire
verb chiamare
verb ribattezzare
verb rinominare
verb denominare
verb chiedere  chiede chiedono chiese pp=chiesto
verb richiedere  richiede richiedono richiese pp=richiesto
verb perdere  perde perdono perse pp=perso
verb lasciare
verb crescere  cresce crescono crebbe pp=cresciuto
verb operare
verb basare
verb comprendere  comprende comprendono comprese pp=compreso
verb includere  include includono incluse pp=incluso
verb riguardare
verb mantenere  mantiene mantengono mantenne pp=mantenuto future=manterrà subjunctive=mantenga
verb tenere  tiene tengono tenne pp=tenuto future=terrà subjunctive=tenga
verb uscire  esce escono uscì pp=uscito subjunctive=esca
verb competere
verb fruire
class give  dare, concedere, fornire, consegnare, conferire
class get  ottenere, ricevere, avere, prendere, incassare, aggiudicare
class put  mettere, investire, versare, porre
class name  chiamare, ribattezzare, rinominare, denominare, battezzare
verb battezzare
class exit_verb  uscire, lasciare

# The verbs whose subject may be left out ("Ha ceduto …") and whose conditional is hearsay
class dealing  puntare, scommettere, accordare, acquisire, acquistare, comprare, rilevare, inglobare, incorporare, assorbire, ricomprare, riacquistare, annettere, vendere,
    rivendere, cedere, dismettere, trasferire, conferire, passare, finire, investire, finanziare, sottoscrivere, partecipare, entrare, salire,
    raccogliere, incassare, ottenere, collaborare, cooperare, alleare, stringere, siglare, firmare, concludere, raggiungere,
    stipulare, formalizzare, perfezionare, avviare, annunciare, concedere, fornire, affidare, assegnare, scegliere, vincere,
    aggiudicare, pagare, sborsare, spendere, versare, scorporare, scindere, separare, costituire, creare, fondare, fondere, unire,
    integrare, sposare, offrire, lanciare, presentare, ritirare, rinunciare, controllare, liberare, disfare, collocare, girare, diventare,
    completare, confluire
verb toccare
verb piazzare
verb montare
verb vincolare
verb camminare
verb indennizzare
verb spaccare
verb superare
verb sfiorare
verb datare
verb ricavare
verb condurre
verb apporre
verb risalire  risale risalgono risalì pp=risalito subjunctive=risalga
verb rigirare
verb tirare
verb sedere  siede siedono sedette pp=seduto
verb figurare
verb spiccare
verb comparire
verb spingere  spinge spingono spinse pp=spinto
verb formulare
verb togliere  toglie tolgono tolse pp=tolto
verb spettare
verb ragionare
verb tradurre
verb sfociare
verb curare
verb transare
verb convincere  convince convincono convinse pp=convinto
verb deporre  depone depongono depose pp=deposto
verb legare
verb assemblare
class bid_verb  offrire, lanciare, presentare

# More ways of the press to say the same
verb opporre
verb contrapporre
verb ricomporre
verb garantire
verb affacciare
verb prevalere  prevale prevalgono prevalse pp=prevalso future=prevarrà subjunctive=prevalga
verb comperare
verb prelevare
verb smobilizzare
verb disinvestire  disinveste disinvestono disinvestì disinvestito
verb immettere  immette immettono immise pp=immesso
verb deliberare
verb appianare
verb sanare
verb estinguere  estingue estinguono estinse pp=estinto
verb allestire
verb societarizzare
verb rimpinguare
verb cofinanziare
verb coinvestire  coinveste coinvestono coinvestì coinvestito
verb spogliare
verb rientrare
verb blindare
verb incamminare
verb radunare
verb ingaggiare
verb cementare
class +buy  comperare, prelevare
class +sell  smobilizzare
class +part_with  spogliare
class +grab  garantire, blindare
class +invest  immettere, cofinanziare, coinvestire
class +raise  rastrellare
class +settle  appianare, sanare, estinguere, ricomporre
class +spin_off  societarizzare
class +supply  allestire
class +conclude  deliberare, cementare
class +dealing  comperare, prelevare, ricevere, rastrellare, sborsare, aderire, risolvere, transare, patteggiare, ordinare, acquisire
verb alimentare
verb animare
verb muovere  muove muovono mosse pp=mosso
verb traghettare
verb giungere  giunge giungono giunse pp=giunto
verb guardare
verb aggiornare
verb rivedere  rivede rivedono rivide pp=rivisto future=rivedrà
verb rinegoziare
verb modificare
class +deepen  aggiornare, rivedere, rinegoziare, modificare
verb contare
verb annoverare
verb vantare
verb servire  serve servono servì servito
verb delistare
verb esercitare
verb provenire  proviene provengono provenne pp=provenuto future=proverrà subjunctive=provenga
verb spedire
verb esportare
verb importare
verb accompagnare
verb rivolgere  rivolge rivolgono rivolse pp=rivolto
verb occupare
verb spartire  spartisce spartiscono spartì spartito
verb percepire

# More images of the press
verb rispedire
verb provvedere  provvede provvedono provvide pp=provveduto future=provvederà
verb viaggiare
verb correre  corre corrono corse pp=corso
verb volare
verb accendere  accende accendono accese pp=acceso
verb funzionare
verb illuminare
verb stracciare
verb congedare
verb arruolare
verb reclutare
verb mandare
verb regalare
verb trasformare
verb sottrarre  sottrae sottraggono sottrasse pp=sottratto
verb prestare
verb marciare
verb circolare
verb navigare
class runs_on  viaggiare, correre, volare, accendere, funzionare, illuminare, girare, muovere, circolare, alimentare
verb vestire  veste vestono vestì vestito
verb calzare
verb restare
verb regolare
verb richiamare
verb salutare
verb indossare
verb ereditare
verb disegnare
verb coprire  copre coprono coprì pp=coperto
verb accasare
verb sfilare
verb succedere  succede succedono successe pp=successo
verb piantare
verb sventolare
verb issare
verb mangiare
verb pappare
verb intestare
verb gettare
verb arrendere  arrende arrendono arrese pp=arreso
verb monetizzare
verb posare
verb stampare
verb appendere  appende appendono appese pp=appeso
verb imbarcare
verb riporre  ripone ripongono ripose pp=riposto
verb dimenticare
verb sfoggiare
verb riscattare
verb contribuire
verb concorrere  concorre concorrono concorse pp=concorso
class +buy  riscattare
verb smettere  smette smettono smise pp=smesso
verb emancipare
verb affrancare
verb smarcare
verb litigare
verb premiare
verb voltare
verb riempire  riempie riempiono riempì riempito
verb spodestare
class +pass_to  traslocare, migrare
