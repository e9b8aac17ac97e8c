# English nouns of deals, of firms and of people. `noun WORD  PLURAL`; where no plural stands, -s or -es is added; `-` says that
# there is none.

# Deals
noun acquisition
noun takeover
noun purchase
noun buyout
noun buy
noun buyback
noun acquirer
noun acquiror
noun absorption
noun sale
noun disposal
noun divestiture
noun divestment
noun selloff
noun auction
noun transfer
noun handover
class takeover  acquisition, takeover, purchase, buyout, absorption
class sale  sale, disposal, divestiture, divestment, selloff, auction, transfer
noun bid
noun offer
noun counteroffer
noun counterbid
noun proposal
noun approach  approaches
noun tender
noun overture
noun swoop
noun raid
noun pitch  pitches
noun advance
class bid  bid, offer, counteroffer, counterbid, proposal, approach, overture, swoop, raid, pitch, advance
noun merger
noun combination
noun amalgamation
noun union
noun marriage
noun megamerger
noun consolidation
noun fusion
noun integration
class merger  merger, combination, amalgamation, union, marriage, megamerger, consolidation
noun stake
noun share
noun shareholding
noun holding
noun interest
noun slice
noun minority
noun majority
noun control
noun ownership
noun position
noun equity
noun stock
class stake  stake, share, shareholding, holding, interest, slice, minority, majority, position
class majority  majority, control
noun investment
noun entry
noun exit
noun round
noun funding
noun financing
noun fundraising
noun fundraise
noun raise
noun injection
noun infusion
noun recapitalization
noun capital  -
noun money  -
noun cash  -
noun fund
noun seed
noun backing
class round  round, funding, financing, fundraising, fundraise, raise, injection, infusion, recapitalization
class investment  investment, stake, funding, financing, injection, backing
class capital  capital, money, cash, fund, funding
class entry  entry, investment
class exit  exit
noun partnership
noun alliance
noun collaboration
noun cooperation
noun tieup
noun teamup
noun pact
noun collaborator
noun partner
noun ally  allies
noun consortium  consortia consortiums
noun coalition
noun linkup
noun accord
noun relationship
noun initiative
noun hookup
class alliance  partnership, alliance, collaboration, cooperation, pact, linkup, accord, tieup, teamup
class partner  partner, ally, collaborator
noun venture
noun jv  jvs
class venture  venture, jv
noun agreement
noun deal
noun contract
noun transaction
noun arrangement
noun understanding
noun memorandum  memoranda memorandums
noun mou  mous
noun letter
noun settlement
noun treaty
noun megadeal
noun covenant
class contract  agreement, contract, deal, arrangement, accord, pact
class deal_word  deal, transaction, agreement, megadeal, arrangement, contract, pact, settlement, acquisition, takeover, purchase, buyout, sale, bid,
    offer, merger, combination, alliance, partnership, venture, collaboration, tieup, talks, negotiation, plan, pursuit, attempt, effort, order, proposal,
    approach, spinoff, listing, flotation, licence, investment
noun pursuit
noun attempt
noun effort
class deal  deal, transaction, agreement, megadeal, arrangement, contract, pact, settlement, acquisition
class memorandum  memorandum, mou, letter, understanding
noun license
noun sublicense
noun licensing
noun crosslicense
noun royalty
noun licensee
noun licensor
noun right
class licence  license, licensing, sublicense
class royalty  royalty, fee
noun fee
class licensee  licensee
class licensor  licensor
noun patent
noun portfolio
noun trademark
noun copyright
noun spectrum  spectra
noun frequency
noun domain
noun building
noun campus  campuses
noun property
noun land  -
noun tower
noun mast
noun plot
noun airwave
noun studio
noun aerial
noun warehouse
noun skyscraper
noun premises  premises
noun archive
noun catalogue
noun catalog
noun asset
noun brand
noun plant
noun factory
noun fab
noun datacenter
noun datacentre
noun headquarters  headquarters
class patent  patent, portfolio
noun farm
noun park
noun mine
noun rig
noun pipeline
class asset  patent, portfolio, trademark, copyright, spectrum, frequency, domain, building, campus, property, land, plot, tower, mast, airwave, warehouse, skyscraper, premises, asset, brand, plant, farm, park, mine, rig, pipeline,
    factory, fab, datacenter, datacentre, headquarters, license, right
noun order
noun procurement
noun supplier
noun supply
noun delivery
noun outsourcing
noun vendor
noun customer
noun client
noun contractor
noun subcontractor
noun award
noun buyer
noun seller
noun bidder
noun suitor
noun purchaser
class order_noun  order, contract, tender, deal, supply
class tender  tender, auction, procurement, bidding
noun bidding
class award_noun  award
class supply_noun  supply, delivery, outsourcing, provision
noun provision
class supplier  supplier, vendor, contractor, subcontractor
class customer  customer, client
noun lawsuit
noun suit
noun litigation
noun dispute
noun case
noun claim
noun complaint
noun battle
noun war
noun feud
noun row
noun infringement
noun truce
noun peace
noun hatchet
noun trial
noun proceeding
noun resolution
class settlement  settlement, truce, peace, resolution, hatchet
class dispute  lawsuit, suit, litigation, dispute, case, claim, complaint, battle, war, feud, row, trial, proceeding, infringement
class lawsuit  lawsuit, suit, litigation, case, complaint, proceeding, trial
noun spinoff
noun spinout
noun separation
noun demerger
noun split
noun breakup
noun carveout
noun ipo  ipos
noun flotation
noun listing
noun debut
class spin_off_noun  spinoff, spinout, separation, demerger, split, breakup, carveout
class listing  ipo, flotation, listing, debut

# What a firm is divided into
noun unit
noun division
noun arm
noun business
noun segment
noun operation
noun department
noun branch  branches
noun subsidiary
noun affiliate
noun offshoot
noun parent
noun operations  operations
noun group
noun activity
noun line
noun product
noun service
noun platform
noun team
noun site
noun facility
noun lab
class unit  unit, division, station, store, arm, business, segment, operation, department, branch, operations, line, activity, family
class subsidiary  subsidiary, affiliate, offshoot, spinoff
# what acts, or is sold, by a name of its own: "Nokia unit Yogitech"
class daughter  unit, arm, subsidiary, division, affiliate, offshoot
class parent  parent, holding, owner
# what is sold as a thing: of assets those that are neither shares nor rights of other kinds
class property  patent, trademark, spectrum, frequency, domain, building, campus, land, plot, tower, mast, airwave, warehouse, skyscraper, premises, plant, farm, mine, rig, pipeline,
    factory, fab, datacenter, datacentre, headquarters, "spectrum licence", "spectrum license", "spectrum licences", "spectrum licenses", "wireless licences", "wireless licenses", "data centre", "data centres", "data center", "data centers", MHz
class site  plant, factory, site, facility, campus, fab, lab

# Firms: heads of epithets and appositions
noun company
noun firm
noun corporation
noun enterprise
noun startup
noun scaleup
noun conglomerate
noun multinational
noun giant
noun titan
noun behemoth
noun juggernaut
noun heavyweight
noun powerhouse
noun major
noun leader
noun player
noun maker
noun manufacturer
noun producer
noun builder
noun developer
noun designer
noun operator
noun provider
noun carrier
noun retailer
noun reseller
noun distributor
noun publisher
noun broadcaster
noun rival
noun competitor
noun challenger
noun newcomer
noun upstart
noun pioneer
noun specialist
noun chipmaker
noun carmaker
noun automaker
noun phonemaker
noun drugmaker
noun planemaker
noun toolmaker
noun foundry
noun studio
noun utility
noun telco  telcos
noun telecom  telecoms
noun insurer
noun lender
noun fintech
noun unicorn
noun marketplace
noun network
noun portal
noun app  apps
noun website
noun outfit
noun shop
noun house
noun consultancy
noun agency
noun integrator
noun processor
noun chain
noun airline
noun target
noun incumbent
noun monopoly
noun institution
noun organization
noun entity
noun newco
noun auctioneer
noun assembler
noun colossus  colossuses
noun stalwart
noun veteran
noun darling
noun minnow
noun trailblazer
noun innovator
noun champion
noun flagship
noun wholesaler
noun streamer
noun etailer
noun browser
noun hardware  -
noun workshop
noun concern
noun collective
noun brewer
noun miner
noun refiner
noun shipper
noun printer
noun exchange
noun newspaper
noun broker
noun brokerage
noun accelerator
noun incubator
noun vehicle
noun empire
noun dotcom  dotcoms
noun satcaster
noun hoster
noun host
noun ridehailer
noun automator
noun pair
noun duo
noun trio
noun sides  sides
class company_noun  company, firm, corporation, enterprise, startup, scaleup, conglomerate, multinational, giant, titan, behemoth,
    juggernaut, heavyweight, powerhouse, major, leader, player, maker, manufacturer, producer, builder, developer, designer, operator,
    provider, carrier, retailer, reseller, distributor, publisher, broadcaster, rival, competitor, challenger, newcomer, upstart, pioneer,
    specialist, chipmaker, carmaker, automaker, phonemaker, drugmaker, planemaker, toolmaker, foundry, studio, utility, telco, telecom,
    insurer, lender, fintech, unicorn, marketplace, network, portal, app, site, website, outfit, shop, house, consultancy, agency,
    integrator, processor, chain, airline, brand, target, incumbent, entity, newco, group, subsidiary, affiliate, offshoot, parent,
    supplier, vendor, contractor, platform, service, business, buyer, bidder, suitor, purchaser, acquirer, acquiror, unit, division, arm,
    bank, holding, auctioneer, assembler, colossus, stalwart, veteran, darling, minnow, trailblazer, innovator, champion, wholesaler, streamer,
    etailer, workshop, concern, brewer, refiner, broker, brokerage, dotcom, hoster, host, empire
class rival  rival, competitor, challenger
class pair  pair, duo, trio, two, both, sides
class buyer_noun  buyer, bidder, suitor, purchaser, acquirer, acquiror
class seller_noun  seller

# People, owners, banks, authorities
noun shareholder
noun stockholder
noun owner
noun investor
noun backer
noun financier
noun founder
noun cofounder
noun chief
noun ceo  ceos
noun cfo  cfos
noun cto  ctos
noun coo  coos
noun boss
noun executive
noun president
noun chairman  chairmen
noun chairwoman  chairwomen
noun chair
noun head
noun director
noun manager
noun officer
noun spokesman  spokesmen
noun spokeswoman  spokeswomen
noun spokesperson
noun analyst
noun employee
noun engineer
noun worker
noun board
noun bank
noun bankers
noun adviser
noun advisor
noun regulator
noun authority
noun watchdog
noun commission
noun government
noun court
noun judge
noun jury
noun ministry
noun minister
noun university
noun newspaper
noun report
noun source
noun insider
noun rumor
noun rumour
noun speculation
noun person  people persons
noun billionaire
noun entrepreneur
noun tycoon
noun lawyer
noun professor
noun senator
class shareholder  shareholder, stockholder, owner, holder
noun holder
class organ  board, shareholder, stockholder, management, directors, subsidiary, spokesman, spokeswoman, spokesperson
class investor  investor, backer, financier, fund, shareholder
class bank  bank, lender
class founder  founder, cofounder
class chief  chief, ceo, cfo, cto, coo, boss, executive, president, chairman, chairwoman, chair, head, director
class person_noun  chief, ceo, cfo, cto, coo, boss, executive, president, chairman, chairwoman, head, director, manager, officer, spokesman,
    spokeswoman, spokesperson, analyst, founder, cofounder, billionaire, entrepreneur, tycoon, lawyer, professor, senator, minister, judge,
    engineer
class regulator  regulator, authority, watchdog, commission, government, court, ministry, ftc, cma, doj, sec, fcc, agency
class source  source, insider, report, rumor, rumour, newspaper, people, person
class rumor_noun  rumor, rumour, speculation

# Money, plans, stages
noun price
noun sum
noun amount
noun value
noun consideration
noun worth
noun tag
noun valuation
noun capitalization
noun revenue
noun profit
noun loss
noun fine
noun penalty
noun salary
noun turnover
noun talk
noun talks  talks
noun negotiation
noun discussion
noun plan
noun intention
noun intent
noun move
noun approval
noun clearance
noun nod
noun consent
noun closing
noun completion
noun closure
noun collapse
noun failure
noun withdrawal
noun termination
noun cancellation
noun rejection
noun denial
noun announcement
noun statement
noun release
noun filing
noun confirmation
class price  price, sum, amount, value, consideration, worth, tag
class valuation  valuation, capitalization
class turnover  revenue, profit, loss, fine, penalty, salary, turnover
class talks_noun  talk, talks, negotiation, discussion
class plan_noun  plan, intention, intent, interest, move
class approval  approval, clearance, nod, consent
class completion  closing, completion, closure
class failure  collapse, failure, withdrawal, termination, cancellation, rejection
class denial  denial
class announcement  announcement, statement, release, filing, confirmation

# Times
noun year
noun month
noun week
noun day
noun quarter
noun half  halves
noun end
noun beginning
noun start
noun mid
noun decade
noun hour
noun minute
noun weekend
class year_unit  year, month, week, day, quarter, half, decade

# Adjectives that deals go with
adjective strategic
adjective joint
adjective exclusive
adjective global
adjective worldwide
adjective multiyear
adjective definitive
adjective binding
adjective hostile
adjective friendly
adjective undisclosed
adjective planned
adjective proposed
adjective pending
adjective failed
adjective last
adjective past
adjective previous
adjective next
adjective coming
adjective upcoming
adjective former
adjective new
adjective young
adjective big
adjective large
adjective small
adjective independent
adjective separate
adjective standalone
adjective public
adjective private
adjective listed
adjective leading
adjective remaining
adjective outstanding
adjective minority
adjective mutual
class last  last, past, previous
class next  next, coming, upcoming
class former  former, erstwhile, onetime, ex
class separate  independent, separate, standalone, public
class mutual  mutual, joint, reciprocal

# A group that is bought or sold to by who leads it: "a consortium led by X"
class consortium  consortium, group, syndicate, alliance, partnership, team
class led  led, headed, fronted, backed
