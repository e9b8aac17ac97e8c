# German: words that hold a sentence together. `word` gives the forms of a word that never follows a pattern; a class
# names words that rules and stages treat alike; =VALUE is what the word stands for.

# Articles and what stands in their place
word der  die das dem den des
word ein  eine einer eines einem einen
word kein  keine keiner keines keinem keinen
word dieser  diese dieses diesem diesen
word jener  jene jenes jenem jenen
word jeder  jede jedes jedem jeden
word derselbe  dieselbe dasselbe demselben denselben desselben derselben dieselben
word mancher  manche manches manchem manchen
word welcher  welche welches welchem welchen
word solcher  solche solches solchem solchen solch
word beide  beiden beider beides
word mehrere  mehreren mehrerer
word einige  einigen einiger einiges
word viele  vielen vieler viel
word wenige  wenigen weniger wenig
word alle  allen aller alles allem
word sämtliche  sämtlichen sämtlicher
word zahlreiche  zahlreichen zahlreicher
word etliche  etlichen etlicher
word verschiedene  verschiedenen verschiedener
word anderer  andere anderen anderes anderem
word weiterer  weitere weiteren weiteres weiterem
word erster  erste ersten erstes erstem
word eigener  eigene eigenen eigenes eigenem eigen

class definite  der, dieser, jener, derselbe, beide
class determiner  der, ein, kein, dieser, jener, jeder, derselbe, mancher, welcher, solcher, beide, mehrere, einige,
    viele, wenige, alle, sämtliche, zahlreiche, etliche, verschiedene, mein, dein, sein, ihr, unser, deren, dessen
word genitive-article  des der eines einer dieses dieser jenes jener seines seiner ihres ihrer beider zweier dreier aller
    sämtlicher mehrerer einiger vieler
class genitive  genitive-article
class quantifier  beide, mehrere, einige, viele, wenige, alle, sämtliche, zahlreiche, etliche, verschiedene, paar,
    dutzend, dutzende, hunderte, tausende, rund, etwa, circa, ca., knapp, gut, fast, beinahe, nahezu, annähernd, mindestens,
    wenigstens, höchstens, maximal, bis, über, mehr, insgesamt, zusammen, jeweils, je, ungefähr, schätzungsweise

# Pronouns
word mein  meine meiner meines meinem meinen
word dein  deine deiner deines deinem deinen
word sein  seine seiner seines seinem seinen
word ihr  ihre ihrer ihres ihrem ihren
word unser  unsere unserer unseres unserem unseren unsre unsrer unserm unsern
word er  ihn ihm
word sie  ihnen
word es
word wir  uns
word man
word sich
word selbst  selber
word einander
word jemand  jemanden jemandem
word niemand  niemanden niemandem
class possessive  mein, dein, sein, ihr, unser, deren, dessen
class pronoun  ich, mich, mir, du, dich, er, sie, es, wir, ihr, sich, man, einander, jemand, niemand, etwas, nichts, alles,
    dies, letzterer, letztere, letzteres, ersterer, erstere, ersteres, beide
class reflexive  sich, uns, mich
word letzterer  letztere letzteres letzterem letzteren
word ersterer  erstere ersteres ersterem ersteren
class relative  der, die, das, dem, den, dessen, deren, denen, welcher, wer, was, wo, womit, wodurch, wofür, woran, worauf,
    wobei, wovon, wozu, wonach
class question  wer, wen, wem, wessen, was, wie, wo, wann, warum, weshalb, wieso, welcher, wohin, woher, wieviel

# Prepositions, with the article that has grown on to them
word in  im ins
word an  am ans
word zu  zum zur
word bei  beim
word von  vom
word auf  aufs
word für  fürs
word über  übers überm
word um  ums
word durch  durchs
word vor  vorm
word unter  unterm unters
word hinter  hinterm hinters
class preposition  in, an, zu, bei, von, auf, für, über, um, durch, vor, unter, hinter, mit, nach, aus, seit, gegen, ohne,
    bis, ab, zwischen, neben, während, wegen, trotz, statt, anstatt, anstelle, laut, gemäß, entsprechend,
    hinsichtlich, bezüglich, angesichts, aufgrund, infolge, mangels, mittels, mithilfe, dank, samt, nebst, inklusive,
    einschließlich, zuzüglich, abzüglich, exklusive, außer, außerhalb, innerhalb, oberhalb, unterhalb, binnen, per, pro,
    via, gegenüber, entlang, jenseits, diesseits, namens, seitens, zugunsten, zulasten, anlässlich, zwecks, kraft,
    entgegen, wider, rund, gen, contra, kontra, versus, vs., unweit, nahe
class by  durch, von, seitens
class towards  an, zu, in, bei, nach

# Conjunctions
class coordinator  und, oder, sowie, sowohl, wie, aber, sondern, beziehungsweise, bzw., noch, denn, doch, weder, entweder, plus,
    u.
class and  und, sowie, plus, u.
class subordinator  dass, daß, weil, ob, wenn, als, nachdem, bevor, ehe, während, obwohl, obgleich, obschon, wenngleich, damit,
    sodass, falls, sofern, sobald, solange, seit, seitdem, bis, indem, da, wie, wohingegen, zumal, insofern, soweit, wobei,
    sooft, wodurch, weshalb, weswegen, außer
class that  dass, daß
class infinitive_marker  um, ohne, statt, anstatt, anstelle
class adversative  aber, doch, jedoch, allerdings, dagegen, hingegen, vielmehr, dennoch, trotzdem, gleichwohl, indes, indessen

# Negation, and what comes near it
class negation  nicht, kein, nie, niemals, nirgends, keinesfalls, keineswegs, niemand, nichts, weder, mitnichten, nimmer
class barely  kaum, noch, beinahe, fast

# Auxiliaries and modals
verb sein  ist war gewesen present=bin present=bist present=sind present=seid subjunctive=sei subjunctive=seien subjunctive=seist subjunctive=seiest subjunctive=seiet
verb haben  hat hatte gehabt
verb werden  wird wurde geworden present=werde present=wirst present=werden present=werdet pp=worden
verb können  kann konnte gekonnt
verb müssen  muss musste gemusst
verb sollen  soll sollte gesollt
verb wollen  will wollte gewollt
verb dürfen  darf durfte gedurft
verb mögen  mag mochte gemocht
verb lassen  lässt ließ gelassen
class auxiliary  sein, haben, werden, können, müssen, sollen, wollen, dürfen, mögen
class modal  können, müssen, sollen, wollen, dürfen, mögen
class hearsay_modal  sollen, wollen, könnten, könnte, dürfte, dürften, möge

# Adverbs that stand in the middle of a clause and change nothing
class adverb  auch, nun, jetzt, bereits, schon, noch, erst, nur, sogar, gar, ebenfalls, ebenso, gleichfalls, zudem, außerdem,
    überdies, ferner, weiterhin, darüber, hinaus, damit, dafür, dabei, dazu, davon, somit, also, daher, deshalb, deswegen,
    daraufhin, schließlich, letztlich, endlich, tatsächlich, offiziell, formell, endgültig, vollständig, komplett, ganz,
    gänzlich, teilweise, mehrheitlich, künftig, zukünftig, offenbar, offensichtlich, angeblich, wohl, möglicherweise,
    vermutlich, wahrscheinlich, vielleicht, eventuell, mutmaßlich, anscheinend, scheinbar, sicher, sicherlich, erneut,
    wieder, wiederum, abermals, nochmals, hier, dort, da, so, sehr, besonders, insbesondere, vor, allem, allerdings, jedoch,
    hingegen, dagegen, zunächst, zuerst, vorerst, vorläufig, gemeinsam, zusammen, gleichzeitig, zugleich, inzwischen,
    mittlerweile, indes, derweil, unterdessen, dennoch, trotzdem, immerhin, lediglich, bloß, etwa, rund, knapp, gut, fast,
    überraschend, erwartungsgemäß, wie, geplant, selbst, eigens, weltweit, strategisch, exklusiv, langfristig, rückwirkend,
    unterm, unverzüglich, kurzerhand, still, heimlich, leise, nahezu, direkt, indirekt, jeweils, dann, danach, zuvor, davor

# Time
class time_adverb  heute, gestern, vorgestern, morgen, übermorgen, jetzt, nun, derzeit, momentan, gegenwärtig, aktuell, zurzeit,
    demnächst, bald, künftig, zukünftig, früher, damals, einst, ehemals, vormals, zuletzt, kürzlich, jüngst, neulich, unlängst,
    soeben, eben, gerade, bisher, bislang, seither, seitdem, inzwischen, mittlerweile, später, zuvor, vorher, danach, nachher,
    anschließend, schließlich, noch, schon, bereits, heuer, jährlich, monatlich, wöchentlich, täglich, sofort, mittags,
    morgens, abends, nachts, vormittags, nachmittags, montags, dienstags, mittwochs, donnerstags, freitags, samstags, sonntags
class formerly  früher, damals, einst, ehemals, vormals, ehemalig, einstig, vormalig, ex, seinerzeit, dereinst
class month  Januar=01, Jänner=01, Jan.=01, Januars=01, Februar=02, Feber=02, Feb.=02, Febr.=02, Februars=02, März=03, Mär.=03,
    Mrz.=03, April=04, Apr.=04, Aprils=04, Mai=05, Juni=06, Jun.=06, Juno=06, Juli=07, Jul.=07, Julei=07, August=08, Aug.=08,
    Augusts=08, September=09, Sep.=09, Sept.=09, Septembers=09, Oktober=10, Okt.=10, Oktobers=10, November=11, Nov.=11,
    Novembers=11, Dezember=12, Dez.=12, Dezembers=12
class weekday  Montag=1, Mo.=1, Montagabend=1, Montagmorgen=1, Dienstag=2, Di.=2, Dienstagabend=2, Dienstagmorgen=2, Mittwoch=3,
    Mi.=3, Mittwochabend=3, Mittwochmorgen=3, Donnerstag=4, Do.=4, Donnerstagabend=4, Donnerstagmorgen=4, Freitag=5, Fr.=5,
    Freitagabend=5, Freitagmorgen=5, Samstag=6, Sonnabend=6, Sa.=6, Sonntag=7, So.=7, Sonntagabend=7
class season  Frühling=SP, Frühjahr=SP, Frühsommer=SU, Sommer=SU, Hochsommer=SU, Spätsommer=SU, Herbst=FA, Spätherbst=FA,
    Frühherbst=FA, Winter=WI

# Number words. ein and eine are articles first, so they are a class of their own.
class one  ein=1, eine=1, einer=1, eines=1, einem=1, einen=1, eins=1
class number  null=0, zwei=2, zwo=2, drei=3, vier=4, fünf=5, sechs=6, sieben=7, acht=8, neun=9, zehn=10, elf=11, zwölf=12,
    dreizehn=13, vierzehn=14, fünfzehn=15, sechzehn=16, siebzehn=17, achtzehn=18, neunzehn=19, zwanzig=20, dreißig=30,
    vierzig=40, fünfzig=50, sechzig=60, siebzig=70, achtzig=80, neunzig=90, hundert=100, einhundert=100, zweihundert=200,
    dreihundert=300, vierhundert=400, fünfhundert=500, sechshundert=600, siebenhundert=700, achthundert=800,
    neunhundert=900, tausend=1000, eintausend=1000, zweitausend=2000, dreitausend=3000, zehntausend=10000,
    hunderttausend=100000, anderthalb=1.5, eineinhalb=1.5, zweieinhalb=2.5, dreieinhalb=3.5, viereinhalb=4.5, zweier=2,
    dreier=3
word dritter  dritte dritten drittes drittem
word zweiter  zweite zweiten zweites zweitem
word vierter  vierte vierten viertes viertem
word fünfter  fünfte fünften fünftes fünftem
class ordinal  erster=1, zweiter=2, dritter=3, vierter=4, fünfter=5, sechste=6, sechsten=6, siebte=7, siebten=7, achte=8,
    achten=8, neunte=9, neunten=9, zehnte=10, zehnten=10
class fraction  halb=0.5, halbe=0.5, halben=0.5, halbes=0.5, Hälfte=0.5, Drittel=0.333, Viertel=0.25, Fünftel=0.2, Zehntel=0.1,
    Dreiviertel=0.75, dreiviertel=0.75

# Words that report and doubt
class hedge  angeblich, offenbar, möglicherweise, womöglich, mutmaßlich, vermutlich, wohl, anscheinend, voraussichtlich, eventuell,
    vielleicht, offensichtlich, gerüchteweise, wahrscheinlich, denkbar, unbestätigt, unbestätigten, potenziell, potenzielle,
    potenziellen, potenzieller
class according  laut, zufolge, nach, gemäß, wonach

# nouns behind which "nach" ends the phrase: dem Vernehmen nach, ihrer Meinung nach
class postposed  Vernehmen, Meinung, Ansicht, Auffassung, Einschätzung, Überzeugung, Anschein, Lesart, Reihe, Möglichkeit, Angaben

# behind a hyphen no other company: die MTF-Gruppe, der VW-Konzern
class group_noun  Gruppe, Konzern, Holding

# What an object is a portion of is told too: "Teile der Sparte", "Rechte an der Serie" (lib/tag/object.c).
noun Teil
noun Rest
class portion  Teil, Rest, Stück, Hälfte, Großteil, Bruchteil, Recht
class portion_of  genitive-article, von, an

# Behind a company's name and a hyphen: another firm, told by its relation to that one (lib/tag/coreference.c).
class relation  Rivale, Konkurrent, Konkurrentin, Wettbewerber, Zulieferer, Lieferant, Kunde, Partner, Jäger, Verfolger, Herausforderer, Klon, Nachfolger, Alternative

# An agreement that is called so is of the kind of the one told before (lib/tag/alike.c).
word ähnlich  ähnliche ähnlicher ähnliches ähnlichem ähnlichen
word gleichartig  gleichartige gleichartiger gleichartiges gleichartigem gleichartigen
word vergleichbar  vergleichbare vergleichbarer vergleichbares vergleichbarem vergleichbaren
class alike  ähnlich, gleichartig, vergleichbar

# behind a span of time: what happened so long ago
class elapsed  nach, nachdem

# nouns whose "of" says what was bought or merged, and brings no seller to a verb beside them
class dealt_noun  @takeover_noun, @merger_noun

# before a participle or noun of dealing: who did it is the subject of the sentence ("verlor nach der Übernahme von Y")
class controls  nach, seit, vor

# how things stand is news with these ("gehört jetzt zu X")
class at_present  nun, jetzt

# behind a sum: what it is paid for
class paid_for  für
# Verbs of dealing: in any form they speak for a company beside them
class firm_verb  kaufen, erwerben, übernehmen, verkaufen, veräußern, schlucken, aufkaufen, zukaufen, investieren, fusionieren, verschmelzen, abstoßen, finanzieren, lizenzieren, beliefern, beauftragen, kooperieren

# what a sum is said to come to, and what is called new
class amount_to  summiert, summieren, summierte, entspricht, entsprechen, entsprach, beläuft, belaufen, belief, bewertet, bewerten, bewertete, beziffert, veranschlagt, taxiert
class new_firm  neue, neuen, neues, neuer, neu
# nouns for a part in a deal: the company that played it in the one told last
class deal_part  Käufer=acquirer, Käuferin=acquirer, Erwerber=acquirer, Aufkäufer=acquirer, Übernehmer=acquirer, Verkäufer=seller, Verkäuferin=seller, Übernahmeziel=target, Übernahmekandidat=target, Lizenznehmer=licensee, Lizenzgeber=licensor
