# What a firm makes, by the word behind the noun that stands for it ("il gruppo telefonico", "il produttore di chip"), or by the
# noun alone ("la banca"): the kinds of the company files.

adjective telefonico  telefonici
adjective automobilistico
adjective bancario
adjective assicurativo
adjective energetico
adjective farmaceutico
adjective informatico
adjective elettronico
adjective editoriale
adjective aerospaziale
adjective televisivo
adjective aereo
adjective finanziario
adjective chimico

class trade  telefonico=telecom, automobilistico=car, bancario=bank, assicurativo=insurance, energetico=energy, farmaceutico=pharma,
    informatico=it/software/hardware, elettronico=hardware, editoriale=media, aerospaziale=aerospace/defence, televisivo=media, aereo=airline,
    finanziario=bank/insurance/fund, chimico=chemistry, chip=chip, semiconduttori=chip, microprocessori=chip, processori=chip, microchip=chip,
    memorie=chip, software=software, internet=internet, web=internet, rete=internet/telecom, telecomunicazioni=telecom, tlc=telecom, telefonia=telecom,
    ricerca=internet, videogiochi=games, videogame=games, giochi=games, streaming=media/internet, pagamenti=fintech, commercio=retail/internet,
    pc=hardware, computer=hardware, smartphone=hardware, telefonini=hardware, cellulari=hardware, elettronica=hardware, stampanti=hardware,
    elettrodomestici=industry/hardware, auto=car, batterie=battery, cavi=industry/hardware, difesa=defence/aerospace, satelliti=telecom/aerospace,
    energia=energy, farmaci=pharma, social=internet, torri=telecom, server=hardware/it, operatore=telecom, telco=telecom, monopolista=telecom,
    incumbent=telecom, carrier=telecom, fintech=fintech, banca=bank, fondo=fund/venture, utility=energy, editore=media, chipmaker=chip, fonderia=chip,
    assicurazione=insurance, marketplace=internet/retail, portale=internet, network=internet
