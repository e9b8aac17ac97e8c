# Places in English with the ISO 3166 code of their country.

class place  USA=US, US=US, U.S.=US, America=US, Germany=DE, Austria=AT, Switzerland=CH, Italy=IT, France=FR,
    Britain=GB, UK=GB, U.K.=GB, England=GB, Scotland=GB, Ireland=IE, Spain=ES, Portugal=PT, Netherlands=NL,
    Holland=NL, Belgium=BE, Luxembourg=LU, Denmark=DK, Sweden=SE, Norway=NO, Finland=FI, Iceland=IS, Estonia=EE,
    Latvia=LV, Lithuania=LT, Poland=PL, Czechia=CZ, Slovakia=SK, Hungary=HU, Romania=RO, Bulgaria=BG, Greece=GR,
    Slovenia=SI, Croatia=HR, Serbia=RS, Ukraine=UA, Russia=RU, Belarus=BY, Türkiye=TR, Israel=IL, Egypt=EG,
    Dubai=AE, UAE=AE, Emirates=AE, Qatar=QA, Kuwait=KW, Iran=IR, India=IN, Pakistan=PK, Bangladesh=BD, China=CN,
    Taiwan=TW, Japan=JP, Korea=KR, Singapore=SG, Malaysia=MY, Thailand=TH, Vietnam=VN, Indonesia=ID, Philippines=PH,
    Australia=AU, Canada=CA, Mexico=MX, Brazil=BR, Argentina=AR, Chile=CL, Colombia=CO, Peru=PE, Venezuela=VE,
    Nigeria=NG, Kenya=KE, Morocco=MA, Tunisia=TN, Algeria=DZ, Malta=MT, Cyprus=CY, Liechtenstein=LI, Kazakhstan=KZ,
    Armenia=AM, Redmond=US, Cupertino=US, Sunnyvale=US, Sacramento=US, Seattle=US, Armonk=US, Chicago=US, Boston=US,
    Houston=US, Dallas=US, Denver=US, Detroit=US, Atlanta=US, Miami=US, Philadelphia=US, Pittsburgh=US,
    Manhattan=US, Brooklyn=US, Burlingame=US, Fremont=US, Milpitas=US, Pleasanton=US, Bellevue=US, Schaumburg=US,
    California=US, Texas=US, Massachusetts=US, Washington=US, Minneapolis=US, Cincinnati=US, Plano=US, Boise=US,
    Basking=US, Bentonville=US, Omaha=US, Walldorf=DE, Berlin=DE, Munich=DE, Hamburg=DE, Frankfurt=DE, Cologne=DE,
    Stuttgart=DE, Düsseldorf=DE, Dortmund=DE, Bonn=DE, Leipzig=DE, Dresden=DE, Hanover=DE, Bremen=DE, Nuremberg=DE,
    Karlsruhe=DE, Darmstadt=DE, Mannheim=DE, Heidelberg=DE, Wolfsburg=DE, Ludwigshafen=DE, Leverkusen=DE, Mainz=DE,
    Wiesbaden=DE, Augsburg=DE, Regensburg=DE, Jena=DE, Erlangen=DE, Ingolstadt=DE, Ismaning=DE, Garching=DE,
    Montabaur=DE, Gütersloh=DE, Bielefeld=DE, Neubiberg=DE, Böblingen=DE, Herzogenaurach=DE, Aachen=DE, Kiel=DE,
    Rostock=DE, Potsdam=DE, Saarbrücken=DE, Freiburg=DE, Ulm=DE, Wetzlar=DE, Bavaria=DE, Vienna=AT, Graz=AT,
    Linz=AT, Salzburg=AT, Innsbruck=AT, Klagenfurt=AT, Villach=AT, Zurich=CH, Geneva=CH, Basel=CH, Bern=CH,
    Lausanne=CH, Zug=CH, Lugano=CH, Winterthur=CH, Rome=IT, Milan=IT, Turin=IT, Genoa=IT, Venice=IT, Bologna=IT,
    Florence=IT, Naples=IT, Padua=IT, Verona=IT, Ivrea=IT, Pisa=IT, Bergamo=IT, Brescia=IT, Trento=IT, Trieste=IT,
    Modena=IT, Parma=IT, Catania=IT, Palermo=IT, Cagliari=IT, Vimercate=IT, Agrate=IT, Lombardy=IT, Paris=FR,
    Lyon=FR, Marseille=FR, Toulouse=FR, Grenoble=FR, Lille=FR, Nantes=FR, Bordeaux=FR, Strasbourg=FR, London=GB,
    Cambridge=GB, Oxford=GB, Manchester=GB, Edinburgh=GB, Glasgow=GB, Bristol=GB, Newbury=GB, Slough=GB, Dublin=IE,
    Cork=IE, Madrid=ES, Barcelona=ES, Valencia=ES, Bilbao=ES, Lisbon=PT, Porto=PT, Amsterdam=NL, Rotterdam=NL,
    Eindhoven=NL, Veldhoven=NL, Utrecht=NL, Delft=NL, Brussels=BE, Antwerp=BE, Ghent=BE, Copenhagen=DK, Aarhus=DK,
    Billund=DK, Stockholm=SE, Gothenburg=SE, Malmö=SE, Lund=SE, Uppsala=SE, Oslo=NO, Trondheim=NO, Bergen=NO,
    Helsinki=FI, Espoo=FI, Oulu=FI, Tampere=FI, Salo=FI, Reykjavik=IS, Tallinn=EE, Riga=LV, Vilnius=LT, Warsaw=PL,
    Krakow=PL, Wroclaw=PL, Gdansk=PL, Prague=CZ, Brno=CZ, Bratislava=SK, Budapest=HU, Bucharest=RO, Sofia=BG,
    Athens=GR, Ljubljana=SI, Zagreb=HR, Belgrade=RS, Kyiv=UA, Moscow=RU, Petersburg=RU, Istanbul=TR, Ankara=TR,
    Haifa=IL, Jerusalem=IL, Herzliya=IL, Cairo=EG, Riyadh=SA, Doha=QA, Tehran=IR, Bangalore=IN, Bengaluru=IN,
    Mumbai=IN, Delhi=IN, Hyderabad=IN, Pune=IN, Chennai=IN, Gurgaon=IN, Noida=IN, Beijing=CN, Shanghai=CN,
    Shenzhen=CN, Hangzhou=CN, Guangzhou=CN, Chongqing=CN, Tianjin=CN, Wuhan=CN, Nanjing=CN, Taipei=TW, Hsinchu=TW,
    Tokyo=JP, Osaka=JP, Kyoto=JP, Yokohama=JP, Nagoya=JP, Hamamatsu=JP, Seoul=KR, Suwon=KR, Busan=KR, Jakarta=ID,
    Bangkok=TH, Hanoi=VN, Manila=PH, Sydney=AU, Melbourne=AU, Brisbane=AU, Perth=AU, Canberra=AU, Auckland=NZ,
    Toronto=CA, Montreal=CA, Vancouver=CA, Ottawa=CA, Waterloo=CA, Calgary=CA, Quebec=CA, Monterrey=MX, Campinas=BR,
    Santiago=CL, Bogota=CO, Lima=PE, Johannesburg=ZA, Lagos=NG, Nairobi=KE, Casablanca=MA, Vaduz=LI

# Names of several words
class place_phrase  New York=US, San Francisco=US, San Jose=US, San Diego=US, Los Angeles=US, Las Vegas=US, Salt
    Lake City=US, Mountain View=US, Palo Alto=US, Menlo Park=US, Santa Clara=US, Santa Monica=US, Redwood City=US,
    San Mateo=US, Silicon Valley=US, United States=US, New Jersey=US, Round Rock=US, North Carolina=US, United
    Kingdom=GB, Great Britain=GB, The Hague=NL, Tel Aviv=IL, Hong Kong=HK, Abu Dhabi=AE, Saudi Arabia=SA, New
    Delhi=IN, New Zealand=NZ, South Africa=ZA, Buenos Aires=AR, São Paulo=BR, Sao Paulo=BR, Czech Republic=CZ, South
    Korea=KR, Kuala Lumpur=MY, Mexico City=MX, Sophia Antipolis=FR, United Arab Emirates=AE, St. Louis=US
