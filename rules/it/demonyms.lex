# Peoples in Italian, each with its country's ISO 3166 code; the adjective is the noun too (i finlandesi).

adjective americano
adjective statunitense
adjective tedesco
adjective austriaco  austriaci
adjective svizzero
adjective elvetico
adjective italiano
adjective francese
adjective transalpino
adjective britannico
adjective inglese
adjective scozzese
adjective irlandese
adjective spagnolo
adjective iberico
adjective portoghese
adjective olandese
adjective neerlandese
adjective belga  belgi belghe
adjective lussemburghese
adjective danese
adjective svedese
adjective norvegese
adjective finlandese
adjective finnico
adjective islandese
adjective estone
adjective lettone
adjective lituano
adjective polacco  polacchi
adjective ceco  cechi
adjective slovacco  slovacchi
adjective ungherese
adjective magiaro
adjective romeno
adjective rumeno
adjective bulgaro
adjective greco  greci
adjective ellenico
adjective sloveno
adjective croato
adjective serbo
adjective ucraino
adjective russo
adjective bielorusso
adjective turco  turchi
adjective israeliano
adjective egiziano
adjective saudita  sauditi saudite
adjective emiratino
adjective qatariota  qatarioti qatariote
adjective qatarino
adjective kuwaitiano
adjective iraniano
adjective indiano
adjective pakistano
adjective pachistano
adjective bengalese
adjective cinese
adjective taiwanese
adjective giapponese
adjective nipponico
adjective sudcoreano
adjective coreano
adjective singaporiano
adjective malese
adjective malaysiano
adjective thailandese
adjective vietnamita  vietnamiti vietnamite
adjective indonesiano
adjective filippino
adjective australiano
adjective neozelandese
adjective canadese
adjective messicano
adjective brasiliano
adjective argentino
adjective cileno
adjective colombiano
adjective peruviano
adjective venezuelano
adjective sudafricano
adjective nigeriano
adjective keniano
adjective keniota  kenioti keniote
adjective marocchino
adjective tunisino
adjective algerino
adjective maltese
adjective cipriota  ciprioti cipriote
adjective kazako
adjective georgiano
adjective armeno
adjective californiano
adjective texano
adjective newyorkese
adjective londinese
adjective parigino
adjective berlinese
adjective milanese
adjective torinese
adjective romano
adjective monegasco
adjective bavarese
adjective zurighese
adjective ginevrino
adjective bolognese
adjective veneto
adjective lombardo

# Regions and towns, as the press names a firm by where it sits (la società lombarda)
adjective sardo
adjective siciliano
adjective toscano
adjective pisano
adjective fiorentino
adjective senese
adjective emiliano
adjective romagnolo
adjective modenese
adjective ligure
adjective genovese
adjective piemontese
adjective cuneese
adjective pugliese
adjective barese
adjective campano
adjective napoletano
adjective calabrese
adjective umbro
adjective perugino
adjective marchigiano
adjective abruzzese
adjective friulano
adjective triestino
adjective trentino
adjective altoatesino
adjective veneziano
adjective vicentino
adjective padovano
adjective veronese
adjective trevigiano
adjective bresciano
adjective bergamasco  bergamaschi
adjective comasco  comaschi
adjective brianzolo
adjective varesino
adjective pavese
adjective cremonese
adjective mantovano
adjective parmense
adjective reggiano
adjective ferrarese
adjective riminese
adjective meneghino
adjective capitolino
adjective cagliaritano
adjective catanese
adjective palermitano
adjective lucano
adjective laziale
adjective molisano
adjective valdostano
adjective novarese
adjective biellese
adjective bostoniano
adjective virginiano
adjective gallese
adjective lionese
adjective bretone
adjective amburghese
adjective sassone
adjective catalano
adjective madrileno
adjective basco  baschi
adjective scandinavo
adjective viennese
adjective ticinese
adjective bernese
adjective pechinese
adjective anconetano
adjective pesarese
adjective ascolano
adjective maceratese
adjective aretino
adjective livornese
adjective lucchese
adjective pratese
adjective pistoiese
adjective grossetano
adjective leccese
adjective foggiano
adjective tarantino
adjective brindisino
adjective salernitano
adjective casertano
adjective messinese
adjective siracusano
adjective ragusano
adjective udinese
adjective pordenonese
adjective goriziano
adjective bellunese
adjective rovigotto
adjective bolzanino
adjective lecchese
adjective lodigiano
adjective monzese
adjective astigiano
adjective alessandrino
adjective vercellese
adjective savonese
adjective imperiese
adjective spezzino
adjective piacentino
adjective forlivese
adjective cesenate
adjective ravennate
adjective ternano
adjective pescarese
adjective chietino
adjective aquilano
adjective canavesano
adjective salentino
adjective irpino
adjective valtellinese
adjective eporediese
adjective fiammingo
adjective renano
adjective francofortese
adjective svevo
adjective iracheno
adjective libanese
adjective giordano
adjective libico  libici
adjective etiope
adjective ghanese
adjective uruguaiano
adjective uruguayano
adjective ecuadoriano
adjective cubano
adjective panamense
adjective azero
adjective mongolo
adjective uzbeko
adjective moldavo
adjective macedone
adjective albanese
adjective montenegrino
adjective bosniaco  bosniaci

class demonym  americano=US, statunitense=US, tedesco=DE, austriaco=AT, svizzero=CH, elvetico=CH, italiano=IT,
    francese=FR, transalpino=FR, britannico=GB, inglese=GB, scozzese=GB, irlandese=IE, spagnolo=ES, iberico=ES,
    portoghese=PT, olandese=NL, neerlandese=NL, belga=BE, lussemburghese=LU, danese=DK, svedese=SE, norvegese=NO,
    finlandese=FI, finnico=FI, islandese=IS, estone=EE, lettone=LV, lituano=LT, polacco=PL, ceco=CZ, slovacco=SK,
    ungherese=HU, magiaro=HU, romeno=RO, rumeno=RO, bulgaro=BG, greco=GR, ellenico=GR, sloveno=SI, croato=HR,
    serbo=RS, ucraino=UA, russo=RU, bielorusso=BY, turco=TR, israeliano=IL, egiziano=EG, saudita=SA, emiratino=AE,
    qatariota=QA, qatarino=QA, kuwaitiano=KW, iraniano=IR, indiano=IN, pakistano=PK, pachistano=PK, bengalese=BD,
    cinese=CN, taiwanese=TW, giapponese=JP, nipponico=JP, sudcoreano=KR, coreano=KR, singaporiano=SG, malese=MY,
    malaysiano=MY, thailandese=TH, vietnamita=VN, indonesiano=ID, filippino=PH, australiano=AU, neozelandese=NZ,
    canadese=CA, messicano=MX, brasiliano=BR, argentino=AR, cileno=CL, colombiano=CO, peruviano=PE, venezuelano=VE,
    sudafricano=ZA, nigeriano=NG, keniano=KE, keniota=KE, marocchino=MA, tunisino=TN, algerino=DZ, maltese=MT,
    cipriota=CY, kazako=KZ, georgiano=GE, armeno=AM, californiano=US, texano=US, newyorkese=US, londinese=GB,
    parigino=FR, berlinese=DE, milanese=IT, torinese=IT, romano=IT, monegasco=MC, bavarese=DE, zurighese=CH,
    ginevrino=CH, bolognese=IT, veneto=IT, lombardo=IT,
    sardo=IT, siciliano=IT, toscano=IT, pisano=IT, fiorentino=IT, senese=IT, emiliano=IT, romagnolo=IT, modenese=IT,
    ligure=IT, genovese=IT, piemontese=IT, cuneese=IT, pugliese=IT, barese=IT, campano=IT, napoletano=IT,
    calabrese=IT, umbro=IT, perugino=IT, marchigiano=IT, abruzzese=IT, friulano=IT, triestino=IT, trentino=IT,
    altoatesino=IT, veneziano=IT, vicentino=IT, padovano=IT, veronese=IT, trevigiano=IT, bresciano=IT, bergamasco=IT,
    comasco=IT, brianzolo=IT, varesino=IT, pavese=IT, cremonese=IT, mantovano=IT, parmense=IT, reggiano=IT,
    ferrarese=IT, riminese=IT, meneghino=IT, capitolino=IT, cagliaritano=IT, catanese=IT, palermitano=IT, lucano=IT,
    laziale=IT, molisano=IT, valdostano=IT, novarese=IT, biellese=IT, bostoniano=US, virginiano=US, gallese=GB,
    lionese=FR, bretone=FR, amburghese=DE, sassone=DE, catalano=ES, madrileno=ES, basco=ES, scandinavo=SE,
    viennese=AT, ticinese=CH, bernese=CH, pechinese=CN,
    anconetano=IT, pesarese=IT, ascolano=IT, maceratese=IT, aretino=IT, livornese=IT, lucchese=IT, pratese=IT,
    pistoiese=IT, grossetano=IT, leccese=IT, foggiano=IT, tarantino=IT, brindisino=IT, salernitano=IT, casertano=IT,
    messinese=IT, siracusano=IT, ragusano=IT, udinese=IT, pordenonese=IT, goriziano=IT, bellunese=IT, rovigotto=IT,
    bolzanino=IT, lecchese=IT, lodigiano=IT, monzese=IT, astigiano=IT, alessandrino=IT, vercellese=IT, savonese=IT,
    imperiese=IT, spezzino=IT, piacentino=IT, forlivese=IT, cesenate=IT, ravennate=IT, ternano=IT, pescarese=IT,
    chietino=IT, aquilano=IT, canavesano=IT, salentino=IT, irpino=IT, valtellinese=IT, eporediese=IT, fiammingo=BE,
    renano=DE, francofortese=DE, svevo=DE, iracheno=IQ, libanese=LB, giordano=JO, libico=LY, etiope=ET, ghanese=GH,
    uruguaiano=UY, uruguayano=UY, ecuadoriano=EC, cubano=CU, panamense=PA, azero=AZ, mongolo=MN, uzbeko=UZ, moldavo=MD,
    macedone=MK, albanese=AL, montenegrino=ME, bosniaco=BA

adjective fermano
adjective viterbese
adjective reatino
adjective frusinate
adjective teramano
adjective campobassano
adjective isernino
adjective beneventano
adjective avellinese
adjective potentino
adjective materano
adjective cosentino
adjective catanzarese
adjective crotonese
adjective nisseno
adjective agrigentino
adjective trapanese
adjective ennese
adjective sassarese
adjective nuorese
adjective oristanese
adjective rodigino
adjective carrarese
adjective pinerolese
adjective imolese
adjective faentino
adjective fabrianese
class +demonym  fermano=IT, viterbese=IT, reatino=IT, frusinate=IT, teramano=IT, campobassano=IT, isernino=IT, beneventano=IT, avellinese=IT, potentino=IT, materano=IT, cosentino=IT, catanzarese=IT, crotonese=IT, nisseno=IT, agrigentino=IT, trapanese=IT, ennese=IT, sassarese=IT, nuorese=IT, oristanese=IT, rodigino=IT, carrarese=IT, pinerolese=IT, imolese=IT, faentino=IT, fabrianese=IT
