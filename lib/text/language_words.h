/*
 * The most frequent function words of the languages that news sites near ours are written in; folded, at most
 * 15 bytes. A word may stand in several lists: it then speaks for each of them. The languages that accord
 * does not work in are here so that a text in one of them finds its own words.
 */
#ifndef ACCORD_TEXT_LANGUAGE_WORDS_H
#define ACCORD_TEXT_LANGUAGE_WORDS_H

typedef struct language_words {
	const char *language, *words;
} language_words;

static const language_words function_words[] = {
	{"de", "der die das den dem des ein eine einen einem einer eines und oder aber auch nicht nur noch "
	       "schon ist sind war "
	       "waren wird werden wurde wurden hat haben hatte hatten kann können soll sollen will wollen "
	       "muss müssen darf "
	       "sei habe werde würde mit von vom zu zum zur im in ins am an auf aus bei beim für über unter "
	       "nach vor durch "
	       "gegen ohne um bis seit zwischen während wegen ich du er sie es wir ihr sich ihm ihn ihnen "
	       "ihre ihren ihrer "
	       "sein seine seinen seiner dass daß wenn als wie so da weil ob denn doch mehr sehr dann damit "
	       "dabei dieser "
	       "diese dieses diesem diesen man was wer wo hier jetzt bereits etwa rund laut sowie kein keine "
	       "keinen alle "
	       "allem anderen neue neuen heute gestern jahr jahre jahren zudem jedoch allerdings"},
	{"it",
	 "il lo la i gli le un uno una di del dello della dei degli delle dell a al allo alla ai agli alle "
	 "all da dal "
	 "dallo dalla dai dagli dalle dall in nel nello nella nei negli nelle nell con su sul sullo sulla "
	 "sui sugli "
	 "sulle sull per tra fra e ed o ma anche non che chi cui come quando dove se più sono è era erano ha "
	 "hanno "
	 "aveva stato stata stati state essere avere fatto può questo questa questi queste quello quella si "
	 "ci ne mi "
	 "ti vi suo sua suoi sue loro già ancora solo dopo prima molto tutto tutti tutta perché così però "
	 "inoltre "
	 "mentre secondo circa anni anno oggi ieri senza sarà quindi dunque ogni altri nuovo nuova d l un'"},
	{"en", "the a an and or but of to in on at by for from with without into over under about after "
	       "before between is are "
	       "was were be been being has have had do does did will would can could should may might must "
	       "not no this that "
	       "these those it its he she they we you i his her their our your him them who which what when "
	       "where while how "
	       "if than then there here as so also more most some any all one other new said says up out off "
	       "just now only "
	       "year years because such both each per against through during since until however according "
	       "company"},
	{"nl", "de het een en of maar ook niet van in op te voor met aan bij uit door over naar om tot onder "
	       "tegen tussen zonder "
	       "is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen zal zullen wil "
	       "moet moeten dat "
	       "die dit deze er hij zij ze wij we je ik hun haar zich als dan wel nog al meer veel geen wat "
	       "wie waar hoe "
	       "omdat maar volgens jaar nieuwe zegt heel hier daar naar toen sinds echter"},
	{"fr", "le la les l un une des du de d et ou mais aussi ne pas que qui quoi dont où est sont était "
	       "étaient a ont avait "
	       "avaient sera être avoir été à au aux en dans par pour sur sous avec sans entre vers chez ce "
	       "cet cette ces il "
	       "elle ils elles on nous vous je se sa son ses leur leurs plus moins très bien comme si car "
	       "donc ainsi après "
	       "avant depuis selon fait peut tout tous toute deux encore même ans année n s qu c y"},
	{"es", "el la los las un una unos unas y e o u pero también no de del a al en con por para sin sobre "
	       "entre hasta desde "
	       "hacia según es son era eran fue fueron ha han había ser estar está están que quien cual como "
	       "cuando donde "
	       "porque si se su sus lo le les me te nos más muy ya ese esta este estos estas esto eso todo "
	       "todos tras "
	       "durante año años dijo puede hay dos otro otra nuevo nueva así además"},
	{"pt", "o a os as um uma uns umas e ou mas também não de do da dos das em no na nos nas num numa por "
	       "pelo pela pelos "
	       "pelas para com sem sobre entre até desde ao à aos às é são era eram foi foram tem têm tinha "
	       "ser estar está "
	       "estão que quem qual como quando onde porque se seu sua seus suas ele ela eles elas mais "
	       "muito já isso este "
	       "esta esse essa ano anos disse pode há dois outro outra novo nova após segundo ainda"},
	{"da", "den det de en et og eller men også ikke af i på til for med fra ved om under over efter "
	       "mellem uden mod er var "
	       "bliver blev blevet har havde kan kunne skal skulle vil ville må at som der han hun vi jeg du "
	       "sig sin sit "
	       "sine deres hans hendes når hvor hvad hvem hvis så nu kun meget mere alle denne dette disse "
	       "år efter siger "
	       "selskabet ifølge nye"},
	{"nb", "den det de en et ei og eller men også ikke av i på til for med fra ved om under over etter "
	       "mellom uten mot er "
	       "var blir ble blitt har hadde kan kunne skal skulle vil ville må at som der han hun vi jeg du "
	       "seg sin sitt "
	       "sine deres hans hennes når hvor hva hvem hvis så nå bare mye mer alle denne dette disse år "
	       "sier selskapet "
	       "ifølge nye"},
	{"sv", "den det de en ett och eller men också inte av i på till för med från vid om under över efter "
	       "mellan utan mot är "
	       "var blir blev blivit har hade kan kunde ska skulle vill ville måste att som där han hon vi "
	       "jag du sig sin "
	       "sitt sina deras hans hennes när hur vad vem så nu bara mycket mer alla denna detta dessa år "
	       "säger bolaget "
	       "enligt nya"},
	{"fi", "ja on ei että se oli ovat hän mutta myös kun kuin joka jotka mukaan sekä tai niin jos vain "
	       "nyt ole ollut "
	       "sen tämä ne siitä vuonna vuoden jo noin yli kanssa jälkeen olla voi sitä hänen yhtiö"},
	{"pl", "i w z na do nie się że to jest są był była było były o od po za przez dla jak ale lub czy co "
	       "który która które "
	       "tego tym przy ze oraz już może tylko jego jej ich roku także więc pod nad bez między"},
	{"cs", "a v na se je že to s z do o i k za od po pro jako ale které který která by jsou byl byla "
	       "bylo jeho jejich také "
	       "již při podle ve roku ze tak aby nebo až jen však"},
	{"ro", "și în de la cu pe din pentru un o a al ale ai că este sunt era au fost care mai nu să se ce "
	       "sau dar prin după "
	       "lui ei lor acest această fi va anul între"},
	{"ca", "el la els les un una uns unes i o però també no de del dels a al als en amb per sense sobre "
	       "entre fins des és "
	       "són era ha han havia ser que qui com quan on perquè si es seu seva seus més molt ja aquest "
	       "aquesta aquests "
	       "any anys va van segons d l"},
	{"hu", "a az és hogy nem is egy van volt de ha csak már még mint meg el ez azt ki lesz után szerint "
	       "pedig vagy itt "
	       "ezt aki ami között több minden évben"},
	{"tr", "ve bir bu da de için ile olarak çok daha olan gibi en ne kadar sonra ama ancak her ya o "
	       "değil var yok göre "
	       "şirket tarafından olduğu ise oldu"}};

#endif
