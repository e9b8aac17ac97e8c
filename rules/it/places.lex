# Places in Italian with the ISO 3166 code of their country.

class place  USA=US, America=US, Germania=DE, Austria=AT, Svizzera=CH, Italia=IT, Francia=FR, Inghilterra=GB,
    Scozia=GB, Irlanda=IE, Spagna=ES, Portogallo=PT, Olanda=NL, Belgio=BE, Lussemburgo=LU, Danimarca=DK, Svezia=SE,
    Norvegia=NO, Finlandia=FI, Islanda=IS, Estonia=EE, Lettonia=LV, Lituania=LT, Polonia=PL, Cechia=CZ,
    Slovacchia=SK, Ungheria=HU, Romania=RO, Bulgaria=BG, Grecia=GR, Slovenia=SI, Croazia=HR, Serbia=RS, Ucraina=UA,
    Russia=RU, Bielorussia=BY, Turchia=TR, Israele=IL, Egitto=EG, Dubai=AE, Emirati=AE, Qatar=QA, Kuwait=KW,
    Iran=IR, India=IN, Pakistan=PK, Bangladesh=BD, Cina=CN, Taiwan=TW, Giappone=JP, Corea=KR, Singapore=SG,
    Malesia=MY, Malaysia=MY, Thailandia=TH, Vietnam=VN, Indonesia=ID, Filippine=PH, Australia=AU, Canada=CA,
    Messico=MX, Brasile=BR, Argentina=AR, Cile=CL, Colombia=CO, Perù=PE, Venezuela=VE, Sudafrica=ZA, Nigeria=NG,
    Kenya=KE, Marocco=MA, Tunisia=TN, Algeria=DZ, Malta=MT, Cipro=CY, Liechtenstein=LI, Kazakistan=KZ, Armenia=AM,
    Redmond=US, Cupertino=US, Sunnyvale=US, Sacramento=US, Seattle=US, Armonk=US, Chicago=US, Boston=US, Houston=US,
    Dallas=US, Denver=US, Detroit=US, Atlanta=US, Miami=US, Filadelfia=US, Pittsburgh=US, Manhattan=US, Brooklyn=US,
    Burlingame=US, Fremont=US, Milpitas=US, Pleasanton=US, Bellevue=US, Schaumburg=US, California=US, Texas=US,
    Massachusetts=US, Washington=US, Minneapolis=US, Cincinnati=US, Plano=US, Boise=US, Basking=US, Bentonville=US,
    Omaha=US, Walldorf=DE, Berlino=DE, Monaco=DE, Amburgo=DE, Francoforte=DE, Colonia=DE, Stoccarda=DE,
    Düsseldorf=DE, Dortmund=DE, Bonn=DE, Lipsia=DE, Dresda=DE, Hannover=DE, Brema=DE, Norimberga=DE, Karlsruhe=DE,
    Darmstadt=DE, Mannheim=DE, Heidelberg=DE, Wolfsburg=DE, Ludwigshafen=DE, Leverkusen=DE, Magonza=DE,
    Wiesbaden=DE, Augusta=DE, Ratisbona=DE, Jena=DE, Erlangen=DE, Ingolstadt=DE, Ismaning=DE, Garching=DE,
    Montabaur=DE, Gütersloh=DE, Bielefeld=DE, Neubiberg=DE, Böblingen=DE, Herzogenaurach=DE, Aquisgrana=DE, Kiel=DE,
    Rostock=DE, Potsdam=DE, Saarbrücken=DE, Friburgo=DE, Ulm=DE, Wetzlar=DE, Baviera=DE, Vienna=AT, Graz=AT,
    Linz=AT, Salisburgo=AT, Innsbruck=AT, Klagenfurt=AT, Villaco=AT, Zurigo=CH, Ginevra=CH, Basilea=CH, Berna=CH,
    Losanna=CH, Zugo=CH, Lugano=CH, Winterthur=CH, Roma=IT, Milano=IT, Torino=IT, Genova=IT, Venezia=IT, Bologna=IT,
    Firenze=IT, Napoli=IT, Padova=IT, Verona=IT, Ivrea=IT, Pisa=IT, Bergamo=IT, Brescia=IT, Trento=IT, Trieste=IT,
    Modena=IT, Parma=IT, Catania=IT, Palermo=IT, Cagliari=IT, Vimercate=IT, Agrate=IT, Lombardia=IT, Parigi=FR,
    Lione=FR, Marsiglia=FR, Tolosa=FR, Grenoble=FR, Lilla=FR, Nantes=FR, Bordeaux=FR, Strasburgo=FR, Londra=GB,
    Cambridge=GB, Oxford=GB, Manchester=GB, Edimburgo=GB, Glasgow=GB, Bristol=GB, Newbury=GB, Slough=GB, Dublino=IE,
    Cork=IE, Madrid=ES, Barcellona=ES, Valencia=ES, Bilbao=ES, Lisbona=PT, Porto=PT, Amsterdam=NL, Rotterdam=NL,
    Eindhoven=NL, Veldhoven=NL, Utrecht=NL, Delft=NL, Bruxelles=BE, Anversa=BE, Gand=BE, Copenaghen=DK, Aarhus=DK,
    Billund=DK, Stoccolma=SE, Göteborg=SE, Malmö=SE, Lund=SE, Uppsala=SE, Oslo=NO, Trondheim=NO, Bergen=NO,
    Helsinki=FI, Espoo=FI, Oulu=FI, Tampere=FI, Salo=FI, Reykjavik=IS, Tallinn=EE, Riga=LV, Vilnius=LT, Varsavia=PL,
    Cracovia=PL, Breslavia=PL, Danzica=PL, Praga=CZ, Brno=CZ, Bratislava=SK, Budapest=HU, Bucarest=RO, Sofia=BG,
    Atene=GR, Lubiana=SI, Zagabria=HR, Belgrado=RS, Kiev=UA, Mosca=RU, Pietroburgo=RU, Istanbul=TR, Ankara=TR,
    Haifa=IL, Gerusalemme=IL, Herzliya=IL, Cairo=EG, Riad=SA, Doha=QA, Teheran=IR, Bangalore=IN, Bengaluru=IN,
    Mumbai=IN, Delhi=IN, Hyderabad=IN, Pune=IN, Chennai=IN, Gurgaon=IN, Noida=IN, Pechino=CN, Shanghai=CN,
    Shenzhen=CN, Hangzhou=CN, Guangzhou=CN, Chongqing=CN, Tianjin=CN, Wuhan=CN, Nanchino=CN, Taipei=TW, Hsinchu=TW,
    Tokyo=JP, Osaka=JP, Kyoto=JP, Yokohama=JP, Nagoya=JP, Hamamatsu=JP, Seul=KR, Suwon=KR, Busan=KR, Giacarta=ID,
    Bangkok=TH, Hanoi=VN, Manila=PH, Sydney=AU, Melbourne=AU, Brisbane=AU, Perth=AU, Canberra=AU, Auckland=NZ,
    Toronto=CA, Montreal=CA, Vancouver=CA, Ottawa=CA, Waterloo=CA, Calgary=CA, Quebec=CA, Monterrey=MX, Campinas=BR,
    Santiago=CL, Bogotà=CO, Lima=PE, Johannesburg=ZA, Lagos=NG, Nairobi=KE, Casablanca=MA, Vaduz=LI

# Names of several words
class place_phrase  New York=US, San Francisco=US, San José=US, San Jose=US, San Diego=US, Los Angeles=US, Las
    Vegas=US, Salt Lake City=US, Mountain View=US, Palo Alto=US, Menlo Park=US, Santa Clara=US, Santa Monica=US,
    Redwood City=US, San Mateo=US, Silicon Valley=US, Stati Uniti=US, New Jersey=US, Regno Unito=GB, Gran
    Bretagna=GB, Paesi Bassi=NL, L'Aia=NL, Tel Aviv=IL, Hong Kong=HK, Abu Dhabi=AE, Arabia Saudita=SA, Nuova
    Delhi=IN, Nuova Zelanda=NZ, Buenos Aires=AR, San Paolo=BR, Repubblica Ceca=CZ, Corea del Sud=KR, Kuala
    Lumpur=MY, Città del Messico=MX, Sophia Antipolis=FR, San Gallo=CH
