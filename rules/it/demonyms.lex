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
    ginevrino=CH, bolognese=IT, veneto=IT, lombardo=IT
