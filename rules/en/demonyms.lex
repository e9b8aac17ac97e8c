# Peoples in English, adjectives (Finnish) and plurals (the Finns), each with its country's ISO 3166 code.

adjective American
adjective German
adjective Austrian
adjective Swiss
adjective Italian
adjective French
adjective British
adjective English
adjective Scottish
adjective Irish
adjective Spanish
adjective Portuguese
adjective Dutch
adjective Belgian
adjective Luxembourgish
adjective Danish
adjective Swedish
adjective Norwegian
adjective Finnish
adjective Icelandic
adjective Estonian
adjective Latvian
adjective Lithuanian
adjective Polish
adjective Czech
adjective Slovak
adjective Slovakian
adjective Hungarian
adjective Romanian
adjective Bulgarian
adjective Greek
adjective Slovenian
adjective Slovene
adjective Croatian
adjective Serbian
adjective Ukrainian
adjective Russian
adjective Belarusian
adjective Turkish
adjective Israeli
adjective Egyptian
adjective Saudi
adjective Emirati
adjective Qatari
adjective Kuwaiti
adjective Iranian
adjective Indian
adjective Pakistani
adjective Bangladeshi
adjective Chinese
adjective Taiwanese
adjective Japanese
adjective Korean
adjective Singaporean
adjective Malaysian
adjective Thai
adjective Vietnamese
adjective Indonesian
adjective Philippine
adjective Filipino
adjective Australian
adjective Canadian
adjective Mexican
adjective Brazilian
adjective Argentine
adjective Argentinian
adjective Chilean
adjective Colombian
adjective Peruvian
adjective Venezuelan
adjective Nigerian
adjective Kenyan
adjective Moroccan
adjective Tunisian
adjective Algerian
adjective Maltese
adjective Cypriot
adjective Kazakh
adjective Armenian

class demonym  American=US, Americans=US, German=DE, Germans=DE, Austrian=AT, Austrians=AT, Swiss=CH, Italian=IT,
    Italians=IT, French=FR, Frenchmen=FR, British=GB, English=GB, Scottish=GB, Britons=GB, Brits=GB, Irish=IE,
    Spanish=ES, Spaniards=ES, Portuguese=PT, Dutch=NL, Dutchmen=NL, Belgian=BE, Belgians=BE, Luxembourgish=LU,
    Luxembourgers=LU, Danish=DK, Danes=DK, Swedish=SE, Swedes=SE, Norwegian=NO, Norwegians=NO, Finnish=FI, Finns=FI,
    Icelandic=IS, Icelanders=IS, Estonian=EE, Estonians=EE, Latvian=LV, Latvians=LV, Lithuanian=LT, Lithuanians=LT,
    Polish=PL, Poles=PL, Czech=CZ, Czechs=CZ, Slovak=SK, Slovakian=SK, Slovaks=SK, Hungarian=HU, Hungarians=HU,
    Romanian=RO, Romanians=RO, Bulgarian=BG, Bulgarians=BG, Greek=GR, Greeks=GR, Slovenian=SI, Slovene=SI,
    Slovenians=SI, Croatian=HR, Croatians=HR, Serbian=RS, Serbs=RS, Ukrainian=UA, Ukrainians=UA, Russian=RU,
    Russians=RU, Belarusian=BY, Belarusians=BY, Turkish=TR, Turks=TR, Israeli=IL, Israelis=IL, Egyptian=EG,
    Egyptians=EG, Saudi=SA, Saudis=SA, Emirati=AE, Emiratis=AE, Qatari=QA, Qataris=QA, Kuwaiti=KW, Kuwaitis=KW,
    Iranian=IR, Iranians=IR, Indian=IN, Indians=IN, Pakistani=PK, Pakistanis=PK, Bangladeshi=BD, Bangladeshis=BD,
    Chinese=CN, Taiwanese=TW, Japanese=JP, Korean=KR, Koreans=KR, Singaporean=SG, Singaporeans=SG, Malaysian=MY,
    Malaysians=MY, Thai=TH, Thais=TH, Vietnamese=VN, Indonesian=ID, Indonesians=ID, Philippine=PH, Filipino=PH,
    Filipinos=PH, Australian=AU, Australians=AU, Aussies=AU, Zealanders=NZ, Canadian=CA, Canadians=CA, Mexican=MX,
    Mexicans=MX, Brazilian=BR, Brazilians=BR, Argentine=AR, Argentinian=AR, Argentines=AR, Chilean=CL, Chileans=CL,
    Colombian=CO, Colombians=CO, Peruvian=PE, Peruvians=PE, Venezuelan=VE, Venezuelans=VE, Nigerian=NG,
    Nigerians=NG, Kenyan=KE, Kenyans=KE, Moroccan=MA, Moroccans=MA, Tunisian=TN, Tunisians=TN, Algerian=DZ,
    Algerians=DZ, Maltese=MT, Cypriot=CY, Cypriots=CY, Kazakh=KZ, Kazakhs=KZ, Armenian=AM, Armenians=AM,
    African, Asian, European, Arabian, Caribbean, Scandinavian, Californian=US, Bavarian=DE, Londoner=GB, Londoners=GB, Parisian=FR, Welsh=GB
