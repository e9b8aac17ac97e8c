# What a firm makes, by the words that stand for it ("the chip maker", "the phone pioneer"): the kinds of the company files.

class trade  chip=chip, chips=chip, chipmaker=chip, semiconductor=chip, semiconductors=chip, processor=chip, memory=chip, foundry=chip, fabless=chip,
    software=software, database=software, antivirus=software, cybersecurity=software, search=internet, internet=internet, web=internet, online=internet/retail,
    portal=internet, dotcom=internet, phone=telecom/hardware, handset=telecom/hardware, smartphone=hardware/telecom, phonemaker=telecom/hardware,
    mobile=telecom, wireless=telecom, carrier=telecom, telco=telecom, telecom=telecom, telecoms=telecom, broadband=telecom, cable=telecom/media,
    satellite=telecom/media, network=telecom, networking=hardware/telecom, pc=hardware, computer=hardware, computers=hardware, printer=hardware, camera=hardware,
    photography=hardware, electronics=hardware, laptop=hardware, server=hardware, storage=hardware, router=hardware, tv=hardware/media, console=games/hardware,
    games=games, game=games, gaming=games, videogame=games, retailer=retail, retail=retail, supermarket=retail, media=media, broadcaster=media,
    publisher=media/games, studio=media/games, film=media, music=media, streaming=media/internet, carmaker=car, automaker=car, car=car, auto=car, truck=car,
    planemaker=aerospace, aerospace=aerospace, aircraft=aerospace, industrial=industry, engineering=industry, conglomerate=industry/hardware, drugmaker=pharma,
    energy=energy, power=energy, utility=energy, oil=energy, solar=solar, battery=battery, batteries=battery, bank=bank, lender=bank, insurer=insurance,
    payments=fintech, payment=fintech, fintech=fintech, buyout=fund, equity=fund/venture, investor=fund/venture, venture=venture, airline=airline, logistics=logistics,
    chemical=chemistry, chemicals=chemistry, defence=defence/aerospace, defense=defence/aerospace
