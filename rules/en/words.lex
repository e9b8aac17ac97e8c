# English: words that hold a sentence together. `word` gives the forms of a word that follows no pattern; an apostrophe stands
# for the typographic one too. A class names words that rules and stages treat alike; =VALUE is what the word stands for.

# Articles and what stands in their place
word a  an
word the
word this  these
word that  those
class definite  the, this, these, that, those, both, such
class determiner  a, the, this, that, these, those, each, every, either, neither, both, some, any, no, all, several, many, few, most,
    another, other, such, my, your, his, her, its, our, their, whose, which, half, various, numerous, certain
class article  a, the
class genitive  of
class quantifier  some, any, all, several, many, few, most, another, other, both, each, every, half, various, numerous, about, around,
    nearly, almost, roughly, approximately, approx., some, over, under, least, more, less, than, up, total, combined, just,
    estimated, reported, additional, further

# Pronouns
word my  mine
word your  yours
word his
word her  hers
word its
word our  ours
word their  theirs
word it  itself
word he  him himself
word she  herself
word they  them themselves
word we  us ourselves
word who  whom
class possessive  my, your, his, her, its, our, their, whose
class pronoun  i, me, you, he, she, it, they, we, someone, somebody, anyone, anybody, everyone, nobody, none, nothing, something, everything,
    one, ones, this, that, these, those, former, latter, both, which, who
class relative  which, who, that, whose, where
class question  who, what, which, how, why, when, where, whose

# Prepositions
class preposition  of, in, on, at, to, for, from, by, with, within, without, about, against, among, amongst, around, before, behind, below,
    beneath, beside, besides, between, beyond, despite, during, except, following, including, inside, into, like, near, off, onto, out,
    outside, over, past, per, since, through, throughout, till, toward, towards, under, until, unlike, upon, versus, vs., via, as, after,
    along, alongside, amid, amidst, because, concerning, regarding, excluding, plus, minus, than, worth, across, above
class by  by
class towards  to, into, in

# Conjunctions
class coordinator  and, or, but, nor, yet, &, plus
class and  and, &, plus
class subordinator  that, if, whether, because, although, though, while, whilst, when, whenever, where, whereas, after, before, since,
    until, unless, as, once, so, provided, lest, till, than
class that  that
class adversative  but, however, although, though, yet, instead, nevertheless, nonetheless, meanwhile, despite

# Negation
class negation  not, n't, never, no, nor, neither, none, nobody, nothing, without, cannot, hardly
word not  n't
class barely  nearly, almost, barely

# Auxiliaries and modals
verb be  past=was past=were pp=been present=is plural=are plural=am ing=being
verb have  had had present=has
verb do  did done present=does
verb get  got got pp=gotten
word will  would 'll 'd wo
word can  could ca
word shall  should
word must
word ought
class auxiliary  be, have, do, will, can, may, might, shall, must, ought, 's, 're, 've
class modal  will, can, may, might, shall, must, ought
class hearsay_modal  may, could, might, would
class contraction  's, 're, 've, 'll, 'd, n't, 'm

# Adverbs that stand in the middle of a clause and change nothing
class adverb  also, now, already, still, only, even, just, yet, then, thus, therefore, officially, formally, finally, effectively, fully,
    completely, entirely, partly, partially, wholly, jointly, recently, reportedly, allegedly, apparently, supposedly, possibly, probably,
    perhaps, maybe, likely, previously, originally, initially, eventually, ultimately, subsequently, simultaneously, separately,
    together, again, once, soon, shortly, quickly, quietly, quite, very, too, so, here, there, instead, rather, actually, currently,
    definitively, today, worldwide, globally, outright, successfully, newly, privately, publicly, directly, indirectly, strategically,
    exclusively, initially, mutually, amicably, immediately, further, both, tentatively, aggressively

# Time
class time_adverb  today, yesterday, tomorrow, now, currently, presently, soon, shortly, later, earlier, recently, lately, already, ago,
    previously, formerly, once, then, before, afterwards, afterward, tonight, overnight, annually, yearly, monthly, weekly, daily, eventually,
    since, still, yet, last, next, early, late
class since  since
class formerly  formerly, previously, once, former, then, erstwhile, ex, onetime
class month  January=01, Jan.=01, Jan=01, February=02, Feb.=02, Feb=02, March=03, Mar.=03, April=04, Apr.=04, Apr=04, May=05, June=06,
    Jun.=06, Jun=06, July=07, Jul.=07, Jul=07, August=08, Aug.=08, Aug=08, September=09, Sep.=09, Sept.=09, Sep=09, Sept=09,
    October=10, Oct.=10, Oct=10, November=11, Nov.=11, Nov=11, December=12, Dec.=12, Dec=12
class weekday  Monday=1, Mon.=1, Mon=1, Tuesday=2, Tue.=2, Tues.=2, Tue=2, Tues=2, Wednesday=3, Wed.=3, Wednes=3, Thursday=4, Thu.=4,
    Thurs.=4, Thu=4, Thurs=4, Friday=5, Fri.=5, Fri=5, Saturday=6, Sunday=7
class season  spring=SP, summer=SU, autumn=FA, fall=FA, winter=WI

# Number words
class one  a=1, one=1
class number  zero=0, two=2, three=3, four=4, five=5, six=6, seven=7, eight=8, nine=9, ten=10, eleven=11, twelve=12, thirteen=13,
    fourteen=14, fifteen=15, sixteen=16, seventeen=17, eighteen=18, nineteen=19, twenty=20, thirty=30, forty=40, fifty=50, sixty=60,
    seventy=70, eighty=80, ninety=90, hundred=100, thousand=1000, dozen=12
class ordinal  first=1, second=2, third=3, fourth=4, fifth=5, sixth=6, seventh=7, eighth=8, ninth=9, tenth=10
class fraction  half=0.5, third=0.333, quarter=0.25, fifth=0.2, tenth=0.1

# Words that report and doubt
class hedge  reportedly, allegedly, apparently, supposedly, possibly, probably, perhaps, maybe, likely, rumored, rumoured, potential, possible,
    purported, purportedly, alleged, speculated, unconfirmed, presumably, seemingly, mooted, prospective
class according  according

# What an object is a portion of is told too: "part of its server business" (lib/tag/object.c).
class portion  part, rest, half, bulk, remainder, portion, piece, right
class portion_of  of

# Newspapers, agencies and sites that report what others have not announced
class media  Bloomberg, Reuters, Nikkei, CNBC, TechCrunch, Handelsblatt, Yonhap, Xinhua, Kyodo, Caixin, Axios, Recode, Politico, Expansión, newspaper, newspapers, daily, magazine, broadcaster,
    "Wall Street Journal", "Financial Times", "New York Times", "Les Echos", "Le Monde", "Le Figaro", "Economic Times", "The Information", "The Times", "Sunday Times", "Il Sole", "Manager Magazin", "Business Insider",
    "news agency", "business daily", "tech site", "trade journal"

# States, as they stand behind a town: "Andover, MA", "Gurnee, Ill."
class state  AL, AK, AZ, AR, CA, CO, CT, DE, FL, GA, HI, ID, IL, IN, IA, KS, KY, LA, ME, MD, MA, MI, MN, MS, MO, MT, NE, NV, NH, NJ, NM, NY, NC, ND,
    OH, OK, OR, PA, RI, SC, SD, TN, TX, UT, VT, VA, WA, WV, WI, WY, DC, BC, ON, AB, QC, Ala, Ariz, Ark, Calif, Colo, Conn, Del, Fla, Ill, Ind, Kan, Ky, Md,
    Mass, Mich, Minn, Miss, Mont, Neb, Nev, N.H., N.J., N.M., N.Y., N.C., N.D., Okla, Ore, Penn, R.I., S.C., S.D., Tenn, Tex, Vt, Wash, Wis, Wyo, D.C.,
    Alabama, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Georgia, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky,
    Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, Ohio, Oklahoma, Oregon,
    Pennsylvania, Tennessee, Texas, Utah, Vermont, Virginia, Washington, Wisconsin, Wyoming, Ontario, Quebec, Texas, Alberta

# Behind a company's name: another firm, told by its relation to that one (lib/tag/coreference.c).
class relation  rival, competitor, supplier, customer, partner, challenger, clone, contender, wannabe, killer, successor, spin-off

# An agreement that is called so is of the kind of the one told before (lib/tag/alike.c).
class alike  similar, comparable, analogous

# behind a span of time: what happened so long ago
class elapsed  after

# nouns whose "of" says what was bought or merged, and brings no seller to a verb beside them
class dealt_noun  @takeover, @merger

# before a participle or noun of dealing: who did it is the subject of the sentence ("verlor nach der Übernahme von Y")
class controls  after, before, by, since, while

# how things stand is news with these ("gehört jetzt zu X")
class at_present  now

# behind a sum: what it is paid for
class paid_for  for
# Verbs of dealing: in any form they speak for a company beside them
class firm_verb  acquire, buy, purchase, sell, offload, divest, merge, snap|up, gobble|up, swallow, outbid, bankroll, absorb, license, outsource

# what a sum is said to come to, and what is called new
class amount_to  put, puts, value, values, valued, valuing, estimate, estimates, estimated, total, totals, totalling, worth
class new_firm  new
# nouns for a part in a deal: the company that played it in the one told last
class deal_part  buyer=acquirer, acquirer=acquirer, purchaser=acquirer, suitor=acquirer, seller=seller, vendor=seller, target=target, licensee=licensee, licensor=licensor

# a young firm is no company that is traded at an exchange ("start - up" ends on "up")
class young_firm  startup, startups, up, newcomer, fledgling
