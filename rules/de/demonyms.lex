# Peoples and countries in German: adjectives (finnisch) and nouns (der Finne, die Finnen), each with its country's ISO 3166 code.

adjective amerikanisch
noun Amerikaner  Amerikaner
adjective deutsch
adjective Deutsche  deutsch
adjective österreichisch
noun Österreicher  Österreicher
adjective schweizerisch
adjective eidgenössisch
noun Schweizer  Schweizer
adjective italienisch
noun Italiener  Italiener
adjective französisch
noun Franzose  Franzosen
adjective britisch
adjective englisch
adjective schottisch
noun Brite  Briten
noun Engländer  Engländer
adjective irisch
noun Ire  Iren
adjective spanisch
noun Spanier  Spanier
adjective portugiesisch
noun Portugiese  Portugiesen
adjective niederländisch
adjective holländisch
noun Niederländer  Niederländer
noun Holländer  Holländer
adjective belgisch
noun Belgier  Belgier
adjective luxemburgisch
noun Luxemburger  Luxemburger
adjective dänisch
noun Däne  Dänen
adjective schwedisch
noun Schwede  Schweden
adjective norwegisch
noun Norweger  Norweger
adjective finnisch
noun Finne  Finnen
adjective isländisch
noun Isländer  Isländer
adjective estnisch
noun Este  Esten
adjective lettisch
noun Lette  Letten
adjective litauisch
noun Litauer  Litauer
adjective polnisch
noun Pole  Polen
adjective tschechisch
noun Tscheche  Tschechen
adjective slowakisch
noun Slowake  Slowaken
adjective ungarisch
noun Ungar  Ungarn
adjective rumänisch
noun Rumäne  Rumänen
adjective bulgarisch
noun Bulgare  Bulgaren
adjective griechisch
noun Grieche  Griechen
adjective slowenisch
noun Slowene  Slowenen
adjective kroatisch
noun Kroate  Kroaten
adjective serbisch
noun Serbe  Serben
adjective ukrainisch
noun Ukrainer  Ukrainer
adjective russisch
noun Russe  Russen
adjective belarussisch
adjective weißrussisch
noun Belarusse  Belarussen
adjective türkisch
noun Türke  Türken
adjective israelisch
noun Israeli  Israelis
adjective ägyptisch
noun Ägypter  Ägypter
adjective saudisch
noun Saudi  Saudis
adjective emiratisch
noun Emirati  Emiratis
adjective katarisch
noun Katarer  Katarer
adjective kuwaitisch
noun Kuwaiter  Kuwaiter
adjective iranisch
noun Iraner  Iraner
adjective indisch
noun Inder  Inder
adjective pakistanisch
noun Pakistaner  Pakistaner
adjective bangladeschisch
adjective chinesisch
noun Chinese  Chinesen
noun Hongkonger  Hongkonger
adjective taiwanisch
adjective taiwanesisch
noun Taiwaner  Taiwaner
noun Taiwanese  Taiwanesen
adjective japanisch
noun Japaner  Japaner
adjective südkoreanisch
adjective koreanisch
noun Südkoreaner  Südkoreaner
noun Koreaner  Koreaner
adjective singapurisch
noun Singapurer  Singapurer
adjective malaysisch
noun Malaysier  Malaysier
adjective thailändisch
noun Thailänder  Thailänder
adjective vietnamesisch
noun Vietnamese  Vietnamesen
adjective indonesisch
noun Indonesier  Indonesier
adjective philippinisch
noun Philippiner  Philippiner
adjective australisch
noun Australier  Australier
adjective neuseeländisch
noun Neuseeländer  Neuseeländer
adjective kanadisch
noun Kanadier  Kanadier
adjective mexikanisch
noun Mexikaner  Mexikaner
adjective brasilianisch
noun Brasilianer  Brasilianer
adjective argentinisch
noun Argentinier  Argentinier
adjective chilenisch
noun Chilene  Chilenen
adjective kolumbianisch
noun Kolumbianer  Kolumbianer
adjective peruanisch
noun Peruaner  Peruaner
adjective venezolanisch
noun Venezolaner  Venezolaner
adjective südafrikanisch
noun Südafrikaner  Südafrikaner
adjective nigerianisch
noun Nigerianer  Nigerianer
adjective kenianisch
noun Kenianer  Kenianer
adjective marokkanisch
noun Marokkaner  Marokkaner
adjective tunesisch
noun Tunesier  Tunesier
adjective algerisch
noun Algerier  Algerier
adjective maltesisch
noun Malteser  Malteser
adjective zyprisch
adjective zypriotisch
noun Zyprer  Zyprer
adjective liechtensteinisch
noun Liechtensteiner  Liechtensteiner
adjective kasachisch
noun Kasache  Kasachen
adjective georgisch
noun Georgier  Georgier
adjective armenisch
noun Armenier  Armenier
adjective kalifornisch
adjective texanisch
adjective bayerisch
adjective bayrisch
adjective sächsisch
adjective schwäbisch
adjective hessisch
adjective walisisch
noun Schwabe  Schwaben
noun Kalifornier  Kalifornier

# With the adjectives that cities make: der Walldorfer Konzern, die Redmonder
class demonym  amerikanisch=US, Amerikaner=US, deutsch=DE, österreichisch=AT, Österreicher=AT, schweizerisch=CH,
    eidgenössisch=CH, Schweizer=CH, italienisch=IT, Italiener=IT, französisch=FR, Franzose=FR, britisch=GB,
    englisch=GB, schottisch=GB, Brite=GB, Engländer=GB, irisch=IE, Ire=IE, spanisch=ES, Spanier=ES,
    portugiesisch=PT, Portugiese=PT, niederländisch=NL, holländisch=NL, Niederländer=NL, Holländer=NL, belgisch=BE,
    Belgier=BE, luxemburgisch=LU, Luxemburger=LU, dänisch=DK, Däne=DK, schwedisch=SE, Schwede=SE, norwegisch=NO,
    Norweger=NO, finnisch=FI, Finne=FI, isländisch=IS, Isländer=IS, estnisch=EE, Este=EE, lettisch=LV, Lette=LV,
    litauisch=LT, Litauer=LT, polnisch=PL, Pole=PL, tschechisch=CZ, Tscheche=CZ, slowakisch=SK, Slowake=SK,
    ungarisch=HU, Ungar=HU, rumänisch=RO, Rumäne=RO, bulgarisch=BG, Bulgare=BG, griechisch=GR, Grieche=GR,
    slowenisch=SI, Slowene=SI, kroatisch=HR, Kroate=HR, serbisch=RS, Serbe=RS, ukrainisch=UA, Ukrainer=UA,
    russisch=RU, Russe=RU, belarussisch=BY, weißrussisch=BY, Belarusse=BY, türkisch=TR, Türke=TR, israelisch=IL,
    Israeli=IL, ägyptisch=EG, Ägypter=EG, saudisch=SA, Saudi=SA, emiratisch=AE, Emirati=AE, katarisch=QA,
    Katarer=QA, kuwaitisch=KW, Kuwaiter=KW, iranisch=IR, Iraner=IR, indisch=IN, Inder=IN, pakistanisch=PK,
    Pakistaner=PK, bangladeschisch=BD, chinesisch=CN, Chinese=CN, Hongkonger=HK, taiwanisch=TW, taiwanesisch=TW,
    Taiwaner=TW, Taiwanese=TW, japanisch=JP, Japaner=JP, südkoreanisch=KR, koreanisch=KR, Südkoreaner=KR,
    Koreaner=KR, singapurisch=SG, Singapurer=SG, malaysisch=MY, Malaysier=MY, thailändisch=TH, Thailänder=TH,
    vietnamesisch=VN, Vietnamese=VN, indonesisch=ID, Indonesier=ID, philippinisch=PH, Philippiner=PH,
    australisch=AU, Australier=AU, neuseeländisch=NZ, Neuseeländer=NZ, kanadisch=CA, Kanadier=CA, mexikanisch=MX,
    Mexikaner=MX, brasilianisch=BR, Brasilianer=BR, argentinisch=AR, Argentinier=AR, chilenisch=CL, Chilene=CL,
    kolumbianisch=CO, Kolumbianer=CO, peruanisch=PE, Peruaner=PE, venezolanisch=VE, Venezolaner=VE,
    südafrikanisch=ZA, Südafrikaner=ZA, nigerianisch=NG, Nigerianer=NG, kenianisch=KE, Kenianer=KE, marokkanisch=MA,
    Marokkaner=MA, tunesisch=TN, Tunesier=TN, algerisch=DZ, Algerier=DZ, maltesisch=MT, Malteser=MT, zyprisch=CY,
    zypriotisch=CY, Zyprer=CY, liechtensteinisch=LI, Liechtensteiner=LI, kasachisch=KZ, Kasache=KZ, georgisch=GE,
    Georgier=GE, armenisch=AM, Armenier=AM, kalifornisch=US, texanisch=US, bayerisch=DE, bayrisch=DE, sächsisch=DE,
    schwäbisch=DE, hessisch=DE, walisisch=GB, Schwabe=DE, Kalifornier=US, Redmonder=US, Cupertinoer=US,
    Sunnyvaler=US, Sacramentoer=US, Seattler=US, Armonker=US, Chicagoer=US, Bostoner=US, Houstoner=US, Dallaser=US,
    Denverer=US, Detroiter=US, Atlantaer=US, Miamier=US, Philadelphiaer=US, Pittsburgher=US, Manhattaner=US,
    Brooklyner=US, Burlingamer=US, Fremonter=US, Milpitaser=US, Pleasantoner=US, Bellevuer=US, Schaumburger=US,
    Massachusettser=US, Washingtoner=US, Minneapoliser=US, Cincinnatier=US, Planoer=US, Boiser=US, Baskinger=US,
    Bentonviller=US, Omahaer=US, Walldorfer=DE, Berliner=DE, Münchner=DE, Münchener=DE, Hamburger=DE,
    Frankfurter=DE, Kölner=DE, Stuttgarter=DE, Düsseldorfer=DE, Dortmunder=DE, Bonner=DE, Leipziger=DE, Dresdner=DE,
    Dresdener=DE, Hannoveraner=DE, Bremer=DE, Nürnberger=DE, Karlsruher=DE, Darmstädter=DE, Mannheimer=DE,
    Heidelberger=DE, Wolfsburger=DE, Ludwigshafener=DE, Leverkusener=DE, Mainzer=DE, Wiesbadener=DE, Augsburger=DE,
    Regensburger=DE, Jenaer=DE, Jenenser=DE, Erlangener=DE, Ingolstädter=DE, Ismaninger=DE, Garchinger=DE,
    Montabaurer=DE, Gütersloher=DE, Bielefelder=DE, Neubiberger=DE, Böblingener=DE, Herzogenauracher=DE,
    Aachener=DE, Kieler=DE, Rostocker=DE, Potsdamer=DE, Saarbrückener=DE, Freiburger=DE, Ulmer=DE, Wetzlarer=DE,
    Wiener=AT, Grazer=AT, Linzer=AT, Salzburger=AT, Innsbrucker=AT, Klagenfurter=AT, Villacher=AT, Zürcher=CH,
    Züricher=CH, Genfer=CH, Basler=CH, Berner=CH, Lausanner=CH, Zuger=CH, Luganeser=CH, Winterthurer=CH, Römer=IT,
    Mailänder=IT, Turiner=IT, Genueser=IT, Venezianer=IT, Bologneser=IT, Florentiner=IT, Neapolitaner=IT,
    Paduaner=IT, Veroneser=IT, Ivreaer=IT, Pisaner=IT, Bergamoer=IT, Bresciaer=IT, Trentoer=IT, Triester=IT,
    Modenaer=IT, Parmaer=IT, Cataniaer=IT, Palermoer=IT, Cagliarier=IT, Vimercater=IT, Agrater=IT,
    Pariser=FR, Lyoner=FR, Marseiller=FR, Toulouser=FR, Grenobler=FR, Liller=FR, Nanteser=FR, Bordeauxer=FR,
    Straßburger=FR, Londoner=GB, Cambridger=GB, Oxforder=GB, Manchesterer=GB, Edinburgher=GB, Glasgower=GB,
    Bristoler=GB, Newburyer=GB, Slougher=GB, Dubliner=IE, Madrider=ES, Barcelonaer=ES, Valenciaer=ES,
    Bilbaoer=ES, Lissaboner=PT, Portoer=PT, Amsterdamer=NL, Rotterdamer=NL, Eindhovener=NL, Veldhovener=NL,
    Utrechter=NL, Delfter=NL, Brüsseler=BE, Antwerpener=BE, Genter=BE, Kopenhagener=DK, Aarhuser=DK, Billunder=DK,
    Stockholmer=SE, Göteborger=SE, Malmöer=SE, Lunder=SE, Uppsalaer=SE, Osloer=NO, Trondheimer=NO, Bergener=NO,
    Helsinkier=FI, Espooer=FI, Ouluer=FI, Tamperer=FI, Saloer=FI, Reykjaviker=IS, Tallinner=EE, Rigaer=LV,
    Vilniuser=LT, Warschauer=PL, Krakauer=PL, Breslauer=PL, Danziger=PL, Prager=CZ, Brünner=CZ, Bratislavaer=SK,
    Budapester=HU, Bukarester=RO, Sofiaer=BG, Athener=GR, Ljubljanaer=SI, Zagreber=HR, Belgrader=RS, Kiewer=UA,
    Moskauer=RU, Petersburger=RU, Istanbuler=TR, Ankaraer=TR, Haifaer=IL, Jerusalemer=IL, Herzliaer=IL, Kairoer=EG,
    Riader=SA, Dohaer=QA, Teheraner=IR, Bangalorer=IN, Bengaluruer=IN, Mumbaier=IN, Delhier=IN, Hyderabader=IN,
    Puner=IN, Chennaier=IN, Gurgaoner=IN, Noidaer=IN, Pekinger=CN, Shanghaier=CN, Shenzhener=CN, Hangzhouer=CN,
    Guangzhouer=CN, Chongqinger=CN, Tianjiner=CN, Wuhaner=CN, Nanjinger=CN, Taipeher=TW, Hsinchuer=TW, Tokioter=JP,
    Osakaer=JP, Kyotoer=JP, Yokohamaer=JP, Nagoyaer=JP, Hamamatsuer=JP, Seouler=KR, Suwoner=KR, Busaner=KR,
    Jakartaer=ID, Bangkoker=TH, Hanoier=VN, Manilaer=PH, Sydneyer=AU, Melbourner=AU, Brisbaner=AU, Perther=AU,
    Canberraer=AU, Aucklander=NZ, Torontoer=CA, Montrealer=CA, Vancouverer=CA, Ottawaer=CA, Waterlooer=CA,
    Calgaryer=CA, Quebecer=CA, Monterreyer=MX, Campinaser=BR, Santiagoer=CL, Bogotaer=CO, Limaer=PE,
    Johannesburger=ZA, Kapstädter=ZA, Lagoser=NG, Nairobier=KE, Casablancaer=MA, Vaduzer=LI,
    Alsdorfer=DE, Aschheimer=DE, Auricher=DE, Bamberger=DE, Bietigheimer=DE,
    Bitterfelder=DE, Blomberger=DE, Bocholter=DE, Bochumer=DE, Bruchsaler=DE, Burgwedeler=DE,
    Büdelsdorfer=DE, Chemnitzer=DE, Darmstädter=DE, Dettinger=DE, Ditzinger=DE,
    Duisburger=DE, Ellwanger=DE, Eschborner=DE, Espelkamper=DE, Essener=DE, Esslinger=DE,
    Friedrichshafener=DE, Fürther=DE, Gautinger=DE, Geislinger=DE, Gerlinger=DE,
    Gilchinger=DE, Göppinger=DE, Göttinger=DE, Hagener=DE, Hanauer=DE, Harsewinkeler=DE,
    Heidenheimer=DE, Hirschauer=DE, Holzmindener=DE, Ingelheimer=DE, Ingolstädter=DE,
    Itzehoer=DE, Karlstader=SE, Kasseler=DE, Kemptener=DE, Koblenzer=DE, Kraillinger=DE, Kronacher=DE,
    Leobener=AT, Lichtenfelser=DE, Lippstädter=DE, Lübecker=DE, Mailänder=IT, Maintaler=DE,
    Mattighofener=AT, Mettlacher=DE, Metzinger=DE, Muttenzer=CH, Mülheimer=DE, Neckarsulmer=DE,
    Neutraublinger=DE, Niestetaler=DE, Nijmegener=NL, Oberkochener=DE, Offenburger=DE, Oldenburger=DE,
    Ottobrunner=DE, Paderborner=DE, Planegger=DE, Ravensburger=DE, Remscheider=DE,
    Rüsselsheimer=DE, Salzgitteraner=DE, Schaffhauser=CH, Stockdorfer=DE, Taufkirchener=DE,
    Thalheimer=DE, Thalwiler=CH, Tübinger=DE, Unterföhringer=DE,
    Waiblinger=DE, Waldkircher=DE, Wattenser=AT, Wedemarker=DE, Weinheimer=DE,
    Wildpoldsrieder=DE, Winnender=DE, Wuppertaler=DE, Würselener=DE, Zirndorfer=DE

# The same in the dative plural: mit den Wolfsburgern
class +demonym  Amerikanern=US, Österreichern=AT, Schweizern=CH, Italienern=IT, Engländern=GB, Spaniern=ES, Niederländern=NL,
    Holländern=NL, Belgiern=BE, Luxemburgern=LU, Norwegern=NO, Isländern=IS, Litauern=LT, Ukrainern=UA, Ägyptern=EG, Katarern=QA,
    Kuwaitern=KW, Iranern=IR, Indern=IN, Pakistanern=PK, Hongkongern=HK, Taiwanern=TW, Japanern=JP, Südkoreanern=KR,
    Koreanern=KR, Singapurern=SG, Malaysiern=MY, Thailändern=TH, Indonesiern=ID, Philippinern=PH, Australiern=AU,
    Neuseeländern=NZ, Kanadiern=CA, Mexikanern=MX, Brasilianern=BR, Argentiniern=AR, Kolumbianern=CO, Peruanern=PE,
    Venezolanern=VE, Südafrikanern=ZA, Nigerianern=NG, Kenianern=KE, Marokkanern=MA, Tunesiern=TN, Algeriern=DZ, Maltesern=MT,
    Zyprern=CY, Liechtensteinern=LI, Georgiern=GE, Armeniern=AM, Kaliforniern=US, Redmondern=US, Cupertinoern=US, Sunnyvalern=US,
    Sacramentoern=US, Seattlern=US, Armonkern=US, Chicagoern=US, Bostonern=US, Houstonern=US, Dallasern=US, Denverern=US,
    Detroitern=US, Atlantaern=US, Miamiern=US, Philadelphiaern=US, Pittsburghern=US, Manhattanern=US, Brooklynern=US,
    Burlingamern=US, Fremontern=US, Milpitasern=US, Pleasantonern=US, Bellevuern=US, Schaumburgern=US, Massachusettsern=US,
    Washingtonern=US, Minneapolisern=US, Cincinnatiern=US, Planoern=US, Boisern=US, Baskingern=US, Bentonvillern=US, Omahaern=US,
    Walldorfern=DE, Berlinern=DE, Münchnern=DE, Münchenern=DE, Hamburgern=DE, Frankfurtern=DE, Kölnern=DE, Stuttgartern=DE,
    Düsseldorfern=DE, Dortmundern=DE, Bonnern=DE, Leipzigern=DE, Dresdnern=DE, Dresdenern=DE, Hannoveranern=DE, Bremern=DE,
    Nürnbergern=DE, Karlsruhern=DE, Darmstädtern=DE, Mannheimern=DE, Heidelbergern=DE, Wolfsburgern=DE, Ludwigshafenern=DE,
    Leverkusenern=DE, Mainzern=DE, Wiesbadenern=DE, Augsburgern=DE, Regensburgern=DE, Jenaern=DE, Jenensern=DE, Erlangenern=DE,
    Ingolstädtern=DE, Ismaningern=DE, Garchingern=DE, Montabaurern=DE, Güterslohern=DE, Bielefeldern=DE, Neubibergern=DE,
    Böblingenern=DE, Herzogenaurachern=DE, Aachenern=DE, Kielern=DE, Rostockern=DE, Potsdamern=DE, Saarbrückenern=DE,
    Freiburgern=DE, Ulmern=DE, Wetzlarern=DE, Wienern=AT, Grazern=AT, Linzern=AT, Salzburgern=AT, Innsbruckern=AT,
    Klagenfurtern=AT, Villachern=AT, Zürchern=CH, Zürichern=CH, Genfern=CH, Baslern=CH, Bernern=CH, Lausannern=CH, Zugern=CH,
    Luganesern=CH, Winterthurern=CH, Römern=IT, Mailändern=IT, Turinern=IT, Genuesern=IT, Venezianern=IT, Bolognesern=IT,
    Florentinern=IT, Neapolitanern=IT, Paduanern=IT, Veronesern=IT, Ivreaern=IT, Pisanern=IT, Bergamoern=IT, Bresciaern=IT,
    Trentoern=IT, Triestern=IT, Modenaern=IT, Parmaern=IT, Cataniaern=IT, Palermoern=IT, Cagliariern=IT, Vimercatern=IT,
    Agratern=IT, Parisern=FR, Lyonern=FR, Marseillern=FR, Toulousern=FR, Grenoblern=FR, Lillern=FR, Nantesern=FR, Bordeauxern=FR,
    Straßburgern=FR, Londonern=GB, Cambridgern=GB, Oxfordern=GB, Manchesterern=GB, Edinburghern=GB, Glasgowern=GB, Bristolern=GB,
    Newburyern=GB, Sloughern=GB, Dublinern=IE, Madridern=ES, Barcelonaern=ES, Valenciaern=ES, Bilbaoern=ES, Lissabonern=PT,
    Portoern=PT, Amsterdamern=NL, Rotterdamern=NL, Eindhovenern=NL, Veldhovenern=NL, Utrechtern=NL, Delftern=NL, Brüsselern=BE,
    Antwerpenern=BE, Gentern=BE, Kopenhagenern=DK, Aarhusern=DK, Billundern=DK, Stockholmern=SE, Göteborgern=SE, Malmöern=SE,
    Lundern=SE, Uppsalaern=SE, Osloern=NO, Trondheimern=NO, Bergenern=NO, Helsinkiern=FI, Espooern=FI, Ouluern=FI, Tamperern=FI,
    Saloern=FI, Reykjavikern=IS, Tallinnern=EE, Rigaern=LV, Vilniusern=LT, Warschauern=PL, Krakauern=PL, Breslauern=PL,
    Danzigern=PL, Pragern=CZ, Brünnern=CZ, Bratislavaern=SK, Budapestern=HU, Bukarestern=RO, Sofiaern=BG, Athenern=GR,
    Ljubljanaern=SI, Zagrebern=HR, Belgradern=RS, Kiewern=UA, Moskauern=RU, Petersburgern=RU, Istanbulern=TR, Ankaraern=TR,
    Haifaern=IL, Jerusalemern=IL, Herzliaern=IL, Kairoern=EG, Riadern=SA, Dohaern=QA, Teheranern=IR, Bangalorern=IN,
    Bengaluruern=IN, Mumbaiern=IN, Delhiern=IN, Hyderabadern=IN, Punern=IN, Chennaiern=IN, Gurgaonern=IN, Noidaern=IN,
    Pekingern=CN, Shanghaiern=CN, Shenzhenern=CN, Hangzhouern=CN, Guangzhouern=CN, Chongqingern=CN, Tianjinern=CN, Wuhanern=CN,
    Nanjingern=CN, Taipehern=TW, Hsinchuern=TW, Tokiotern=JP, Osakaern=JP, Kyotoern=JP, Yokohamaern=JP, Nagoyaern=JP,
    Hamamatsuern=JP, Seoulern=KR, Suwonern=KR, Busanern=KR, Jakartaern=ID, Bangkokern=TH, Hanoiern=VN, Manilaern=PH,
    Sydneyern=AU, Melbournern=AU, Brisbanern=AU, Perthern=AU, Canberraern=AU, Aucklandern=NZ, Torontoern=CA, Montrealern=CA,
    Vancouverern=CA, Ottawaern=CA, Waterlooern=CA, Calgaryern=CA, Quebecern=CA, Monterreyern=MX, Campinasern=BR, Santiagoern=CL,
    Bogotaern=CO, Limaern=PE, Johannesburgern=ZA, Kapstädtern=ZA, Lagosern=NG, Nairobiern=KE, Casablancaern=MA, Vaduzern=LI,
    Alsdorfern=DE, Aschheimern=DE, Aurichern=DE, Bambergern=DE, Bietigheimern=DE, Bitterfeldern=DE, Blombergern=DE,
    Bocholtern=DE, Bochumern=DE, Bruchsalern=DE, Burgwedelern=DE, Büdelsdorfern=DE, Chemnitzern=DE, Darmstädtern=DE,
    Dettingern=DE, Ditzingern=DE, Duisburgern=DE, Ellwangern=DE, Eschbornern=DE, Espelkampern=DE, Essenern=DE, Esslingern=DE,
    Friedrichshafenern=DE, Fürthern=DE, Gautingern=DE, Geislingern=DE, Gerlingern=DE, Gilchingern=DE, Göppingern=DE,
    Göttingern=DE, Hagenern=DE, Hanauern=DE, Harsewinkelern=DE, Heidenheimern=DE, Hirschauern=DE, Holzmindenern=DE,
    Ingelheimern=DE, Ingolstädtern=DE, Itzehoern=DE, Karlstadern=SE, Kasselern=DE, Kemptenern=DE, Koblenzern=DE, Kraillingern=DE,
    Kronachern=DE, Leobenern=AT, Lichtenfelsern=DE, Lippstädtern=DE, Lübeckern=DE, Mailändern=IT, Maintalern=DE,
    Mattighofenern=AT, Mettlachern=DE, Metzingern=DE, Muttenzern=CH, Mülheimern=DE, Neckarsulmern=DE, Neutraublingern=DE,
    Niestetalern=DE, Nijmegenern=NL, Oberkochenern=DE, Offenburgern=DE, Oldenburgern=DE, Ottobrunnern=DE, Paderbornern=DE,
    Planeggern=DE, Ravensburgern=DE, Remscheidern=DE, Rüsselsheimern=DE, Salzgitteranern=DE, Schaffhausern=CH, Stockdorfern=DE,
    Taufkirchenern=DE, Thalheimern=DE, Thalwilern=CH, Tübingern=DE, Unterföhringern=DE, Waiblingern=DE, Waldkirchern=DE,
    Wattensern=AT, Wedemarkern=DE, Weinheimern=DE, Wildpoldsriedern=DE, Winnendern=DE, Wuppertalern=DE, Würselenern=DE,
    Zirndorfern=DE
