# Regions and the towns (or countries) of companies that they mean: "die Schwaben" are Bosch, "die Kalifornier" may be Apple.

noun Schwabe  Schwaben
noun Badener
noun Bayer  Bayern
noun Oberbayer  Oberbayern
noun Franke  Franken
noun Hesse  Hessen
noun Pfälzer
noun Rheinländer
noun Westfale  Westfalen
noun Sachse  Sachsen
noun Thüringer
noun Hanseat  Hanseaten
noun Norddeutsche  Norddeutschen
noun Brandenburger
noun Texaner
noun Skandinavier
noun Asiate  Asiaten
noun Tiroler
noun Steirer
noun Kärntner
noun Oberösterreicher
noun Eidgenosse  Eidgenossen
noun Nordeuropäer
noun Südeuropäer
noun Osteuropäer
noun Südostasiate  Südostasiaten
noun Lateinamerikaner
noun Angelsachse  Angelsachsen
noun Nordlicht  Nordlichter
noun Lombarde  Lombarden
noun Piemontese  Piemontesen
noun Neuengländer
noun Westküstler
noun Katalane  Katalanen
noun Flame  Flamen

class region
    Schwabe=Stuttgart/Gerlingen/Neckarsulm/Esslingen/Böblingen/Friedrichshafen/Ditzingen/Göppingen/Heidenheim/Oberkochen/Ulm/Ravensburg/Metzingen/Ellwangen/Geislingen/Bietigheim/Waiblingen/Winnenden/Tübingen/Augsburg/Kempten,
    schwäbisch=Stuttgart/Gerlingen/Neckarsulm/Esslingen/Böblingen/Friedrichshafen/Ditzingen/Göppingen/Heidenheim/Oberkochen/Ulm/Ravensburg/Metzingen/Ellwangen/Geislingen/Bietigheim/Waiblingen/Winnenden/Tübingen/Augsburg/Kempten,
    Badener=Karlsruhe/Walldorf/Mannheim/Heidelberg/Weinheim/Offenburg/Bruchsal/Waldkirch/Freiburg,
    badisch=Karlsruhe/Walldorf/Mannheim/Heidelberg/Weinheim/Offenburg/Bruchsal/Waldkirch/Freiburg,
    Bayer=München/Neubiberg/Garching/Ismaning/Unterföhring/Aschheim/Planegg/Gilching/Ottobrunn/Taufkirchen/Gauting/Krailling/Stockdorf/Ingolstadt/Nürnberg/Erlangen/Herzogenaurach/Regensburg/Augsburg/Fürth/Bamberg/Zirndorf,
    Oberbayer=München/Neubiberg/Garching/Ismaning/Unterföhring/Aschheim/Planegg/Gilching/Ottobrunn/Taufkirchen/Gauting/Krailling/Stockdorf/Ingolstadt,
    bayerisch=München/Neubiberg/Garching/Ismaning/Unterföhring/Aschheim/Planegg/Gilching/Ottobrunn/Taufkirchen/Gauting/Krailling/Stockdorf/Ingolstadt/Nürnberg/Erlangen/Herzogenaurach/Regensburg/Augsburg/Fürth/Bamberg/Zirndorf,
    Franke=Nürnberg/Erlangen/Herzogenaurach/Fürth/Bamberg/Zirndorf/Kronach/Lichtenfels,
    fränkisch=Nürnberg/Erlangen/Herzogenaurach/Fürth/Bamberg/Zirndorf/Kronach/Lichtenfels,
    Hesse=Frankfurt/Darmstadt/Wiesbaden/Eschborn/Hanau/Kassel/Bad Homburg/Bad Vilbel/Rüsselsheim/Wetzlar/Maintal/Allendorf,
    hessisch=Frankfurt/Darmstadt/Wiesbaden/Eschborn/Hanau/Kassel/Bad Homburg/Bad Vilbel/Rüsselsheim/Wetzlar/Maintal/Allendorf,
    Pfälzer=Ludwigshafen/Montabaur/Mainz/Koblenz/Ingelheim,
    Rheinländer=Bonn/Köln/Düsseldorf/Leverkusen/Aachen/Koblenz/Würselen/Remscheid/Wuppertal/Duisburg/Essen,
    rheinisch=Bonn/Köln/Düsseldorf/Leverkusen/Aachen/Koblenz/Würselen/Remscheid/Wuppertal/Duisburg/Essen,
    Westfale=Dortmund/Bielefeld/Gütersloh/Paderborn/Lippstadt/Soest/Verl/Bocholt/Blomberg/Espelkamp/Minden/Harsewinkel/Münster,
    Sachse=Dresden/Leipzig/Chemnitz,
    Thüringer=Jena/Erfurt,
    Hanseat=Hamburg/Bremen/Lübeck/Rostock/Kiel,
    Norddeutsche=Hamburg/Bremen/Lübeck/Rostock/Kiel/Hannover/Oldenburg/Wolfsburg/Aurich/Itzehoe/Büdelsdorf,
    Nordlicht=Hamburg/Bremen/Lübeck/Rostock/Kiel/Büdelsdorf,
    Kalifornier=San Francisco/San Jose/Mountain View/Santa Clara/Menlo Park/Sunnyvale/San Mateo/Redwood City/Los Angeles/Milpitas/Palo Alto/Santa Monica/San Diego/Oakland/Culver City/Foster City/South San Francisco/El Segundo/Irvine/Pleasanton/Campbell/San Ramon/Burbank/Thousand Oaks/Beverly Hills/Cupertino/Fremont/Scotts Valley/Santa Barbara/Alviso/Newport Beach/Costa Mesa/Hawthorne/Long Beach/Carlsbad/Santa Rosa/Berkeley/San Rafael/Daly City/Belmont/Alameda/San Bruno/Los Gatos/Novato/Agoura Hills/Emeryville/Glendale/Manhattan Beach,
    kalifornisch=San Francisco/San Jose/Mountain View/Santa Clara/Menlo Park/Sunnyvale/San Mateo/Redwood City/Los Angeles/Milpitas/Palo Alto/Santa Monica/San Diego/Oakland/Culver City/Foster City/South San Francisco/El Segundo/Irvine/Pleasanton/Campbell/San Ramon/Burbank/Thousand Oaks/Beverly Hills/Cupertino/Fremont/Scotts Valley/Santa Barbara/Alviso/Newport Beach/Costa Mesa/Hawthorne/Long Beach/Carlsbad/Santa Rosa/Berkeley/San Rafael/Daly City/Belmont/Alameda/San Bruno/Los Gatos/Novato/Agoura Hills/Emeryville/Glendale/Manhattan Beach,
    Westküstler=San Francisco/San Jose/Mountain View/Santa Clara/Menlo Park/Sunnyvale/Seattle/Redmond/Cupertino/Palo Alto/Los Angeles,
    Texaner=Austin/Houston/Dallas/Fort Worth/San Antonio/Round Rock/Plano/Frisco/Irving/Richardson/Midland/Westlake/Grapevine,
    texanisch=Austin/Houston/Dallas/Fort Worth/San Antonio/Round Rock/Plano/Frisco/Irving/Richardson/Midland/Westlake/Grapevine,
    Neuengländer=Boston/Cambridge/Waltham/Bedford/Framingham/Natick/Hopkinton/Marlborough/Needham/Burlington/Lexington,
    Skandinavier=SE/NO/DK/FI, skandinavisch=SE/NO/DK/FI, Nordeuropäer=SE/NO/DK/FI, nordeuropäisch=SE/NO/DK/FI,
    Südeuropäer=IT/ES/PT/GR, Osteuropäer=PL/CZ/SK/HU/RO/BG/UA, Asiate=CN/JP/KR/TW/SG/HK, asiatisch=CN/JP/KR/TW/SG/HK,
    fernöstlich=CN/JP/KR/TW/SG/HK, Südostasiate=SG/MY/TH/VN/ID/PH, Lateinamerikaner=BR/MX/AR/CL/CO/PE, Angelsachse=GB/US,
    angelsächsisch=GB/US, Lombarde=Mailand/Bergamo/Brescia, Piemontese=Turin, Katalane=Barcelona, Flame=Antwerpen/Löwen/Gent,
    Tiroler=Wattens/Innsbruck, Steirer=Graz/Leoben/Premstätten, Kärntner=Villach/Klagenfurt, Oberösterreicher=Linz/Mattighofen,
    Eidgenosse=CH

adjective fränkisch
adjective badisch
adjective rheinisch
adjective skandinavisch
adjective nordeuropäisch
adjective asiatisch
adjective fernöstlich
adjective angelsächsisch

class +demonym  Badener=DE, badisch=DE, Bayer=DE, Oberbayer=DE, Franke=DE, fränkisch=DE, Hesse=DE, Pfälzer=DE, Rheinländer=DE, rheinisch=DE,
    Westfale=DE, Sachse=DE, Thüringer=DE, Hanseat=DE, Norddeutsche=DE, Nordlicht=DE, Texaner=US, Neuengländer=US, Westküstler=US,
    Skandinavier, skandinavisch, Nordeuropäer, nordeuropäisch, Südeuropäer, Osteuropäer, Asiate, asiatisch, fernöstlich, Südostasiate, Lateinamerikaner,
    Angelsachse, angelsächsisch, Lombarde=IT, Piemontese=IT, Katalane=ES, Flame=BE, Tiroler=AT, Steirer=AT, Kärntner=AT, Oberösterreicher=AT, Eidgenosse=CH
