# Words with which the English press tells deals other than purchases: plain, of headlines, of trades, in pictures. Verbs
# that are here only, and the families of words that the rules below deals/ ask for.

# Money that goes in
verb chuck
verb throw  threw thrown
verb stick  stuck
verb funnel
verb shovel
verb plonk
verb wager
verb lavish
verb stump|up
verb chip|in
verb kick|in
verb put|up  put put ing=putting
verb put|in  put put ing=putting
verb pledge
verb promise
verb lend  lent
verb advance
verb toss
verb slip
verb deploy
verb earmark
verb bet  bet bet ing=betting
verb top|up
verb tap|up
verb persuade
verb convince
verb coax
verb tag|along
verb follow|on
verb come|in  came come
verb pile|in
verb pitch|in
verb take|part  took taken
class pour  pour, pump, plough, plow, sink, plunk, plonk, inject, put, stick, funnel, chuck, throw, shovel, toss, commit, place,
    invest, reinvest, contribute, drop, deploy, wager, bet, stump|up, splash, lay|out, bring, feed, steer
verb drop
verb jump
verb climb
verb hop  hopped ing=hopping
verb wire
verb feed  fed fed
verb steer
class bet_on  bet, wager, gamble, gambles, gambled, staked, gambling
class pledge_to  pledge, commit, contribute, promise, give, lend, hand, provide, offer, extend, advance, inject
class give_money  give, hand, lend, throw, promise, toss, slip, advance, offer, grant
class lead_in  lead, colead, anchor, spearhead, underwrite, headed, heads, fronted, fronts, topped, heading, fronting
class take_part  participate, join, share
class cheque  cheque, check, cheques, checks
class money_word  money, cash, capital, funds, funding, equity, financing, backing, investment, millions, billions, lifeline, finance
class backer_word  investor, backer, shareholder, stakeholder, financier, stockholder, part-owner, co-owner
class fund_raise  raise, secure, close, pull|in, rake|in, bring|in, attract, collect, receive, garner, gather, haul|in, land, bag, snag, nab, grab, get,
    pocket, nets, netted, mop|up, hoover|up, scoop|up, scoop, pick|up, win, scores, scored, clinch, draw, obtain, complete, top|up, wangle, amass, soak|up, pull, take, tuck|away, lure
verb pocket
verb draw  drew drawn
verb wangle
verb amass
verb soak|up
verb lure
verb tuck|away
class stake_get  take, buy, acquire, purchase, pick|up, obtain, grab, snap|up, bag, snag, secure, nab, build, build|up, amass, accumulate, scoop|up, pocket,
    get, gain, win, receive, snatch, mop|up, hoover|up, collect, seek
verb accumulate
verb build|up  built
class stake_part  stake, share, slice, chunk, piece, holding, interest, sliver, minority, position, portion, block, tranche, shareholding, parcel, tenth, twentieth, sixth, seventh, eighth, ninth, twelfth,
    fifth, quarter, third, half, bit
noun slice
noun chunk
noun piece
noun sliver
noun portion
noun block
noun parcel
noun tenth
noun bit

# Orders and those who carry them out
verb plump
verb opt
verb settle|on
verb entrust
verb rely
verb fit|out
verb kit|out
verb assemble
verb fabricate
verb make
verb handle
verb overhaul
verb rebuild  rebuilt
verb replace
verb modernise
verb modernize
verb look|after
verb enlist
verb engage
verb draft|in
verb call|in
verb bring|in  brought
verb rope|in
verb line|up
verb sign|up
verb sign|on
verb mandate
verb farm|out
verb hand|over
verb shift
verb switch
verb reserve
verb prefer
verb ditch
verb tear|up  tore torn
verb snatch
verb split  split split ing=splitting
class make_for  make, build, produce, manufacture, assemble, fabricate, develop, design, deliver, provide, supply, run, manage, install, operate, host, hosts, hosting,
    maintain, upgrade, modernise, modernize, equip, rebuild, replace, overhaul, handle, construct, furnish, power, powers, powering
class run_for  run, manage, operate, host, hosts, maintain, handle, overhaul, modernise, modernize, upgrade, rebuild, powers, equip, look|after, build
class opt_for  opt, plump, settle
class bring_in  hire, enlist, engage, draft|in, call|in, bring|in, rope|in, sign|up, commission, contract, appoint, select, choose, pick, tap, mandate, line|up, name, prefer, ask, instruct, commission
class hand_to  outsource, farm|out, hand|over, hand, entrust, shift, move, transfer, give, leave, contract|out, assign, migrate, award, switch, subcontract, pass
verb contract|out
class goods  chip, processor, modem, battery, cell, screen, display, panel, phone, handset, train, jet, plane, aircraft, engine, bus, turbine, server, router,
    satellite, sensor, memory, component, equipment, gear, kit, technology, software, station, radio, core, system, device, tablet, camera, robot,
    truck, locomotive, module, wafer, service, electricity, energy, steel, glass, cable, fibre, fiber, antenna, rocket, lorry, computer, material, lithium, cathode, nickel, cobalt, graphite, hydrogen, fuel, aluminium, mast, wagon, carriage, tram, tyre, tire, van, vehicle, kerosene, brake, lens, drone, scanner, terminal, gearbox, lorry, motor
noun chip
noun processor
noun modem
noun battery
noun cell
noun screen
noun display
noun panel
noun phone
noun handset
noun train
noun jet
noun plane
noun aircraft  aircraft
noun engine
noun bus  buses
noun turbine
noun server
noun router
noun satellite
noun sensor
noun memory
noun component
noun equipment  -
noun gear  -
noun kit
noun software  -
noun radio  radios
noun system
noun device
noun tablet
noun camera
noun robot
noun truck
noun lorry
noun locomotive
noun module
noun wafer
noun antenna
noun rocket
noun cable
class supplier_kind  supplier, vendor, maker, manufacturer, foundry, contractor, producer, builder, outsourcer, integrator, chipmaker, *maker, developer, shipbuilder, refiner, miner
class customer_kind  bank, lender, insurer, insurance provider, retailer, airline, carmaker, automaker, utility, railway, pension scheme, supermarket, chain, operator, carrier, broadcaster, brewer, drugmaker, hospital, grocer,
    telco, oil company, mobile operator, operator, planemaker, truckmaker, network operator, service provider, bus operator, rail operator, pharmacy chain, store chain, phone company, phone maker, pension fund, lessor, airline group, energy group
class asset_good  glass, tech, 5G, 6G, equipment, capacity, wafers, launches, launch, lithium, power, electricity, solar, wind, services, vehicles, vans, robotaxis, megawatts, gigawatts, gear, parts, silicon, compute, GPUs, laptops, servers
class systems  network, mast, tower, till, system, computer, operation, infrastructure, platform, datacenter, datacentre, centre, center, desk, office, support, payroll, cloud,
    production, manufacturing, billing, service, maintenance, computing, workload, website, logistics, processing, running, application, data
noun computer
noun material
noun lithium  -
noun cathode
noun nickel  -
noun cobalt  -
noun graphite  -
noun hydrogen  -
noun fuel
noun aluminium  -
noun infrastructure
noun centre
noun center
noun desk
noun workload
noun application
class job_word  contract, order, deal, tender, mandate, commission, job, work, business, account, assignment, project, nod, agreement
noun job
noun account
noun assignment
noun project
noun mandate

# Working together, and no longer
verb collude
verb unite
verb pull|together
verb cosy
verb hitch
verb cast  cast cast ing=casting
verb throw|in  threw thrown
verb get|together  got gotten ing=getting
verb integrate
verb bundle
verb embed  embedded ing=embedding
verb preload
verb preinstall
verb resell  resold
verb adopt
verb explore
class tie_noun  tie, link, bond, cooperation, collaboration, partnership, alliance, relationship, friendship
noun tie
noun link
noun bond
noun friendship
class build_with  develop, codevelop, build, design, designs, designed, designing, engineer, engineered, engineering, create, test, tests, tested, testing, trialling, launch, offer, explore, research, integrate, make, produce, market
class carry  distribute, sell, resell, bundle, offer, market, promote, integrate, embed, preload, preinstall, carry, stocks, ship, feature, features, include, put, install
verb carry
class share_assets  network, mast, technology, tower, spectrum, site, platform, data, infrastructure, cost, resource, lab, factory, plant, patent
noun mast
noun technology
noun cost
noun resource

# Rights to use
verb revoke
verb open|up
class let_use  let, allow, permit, enable, entitle
verb entitle
# agreements told in the plural: one with each of the names behind (lib/tag/apart.c)
class apart  agreements, deals, contracts, partnerships, alliances, collaborations, pacts, accords, ventures, ties, licences, licenses, projects, settlements, memoranda
class content  film, films, movie, movies, show, shows, series, music, song, songs, catalogue, catalog, library, archive, title, titles, content, programming, programme, programmes, release, releases, slate, footage, recordings, tracks, articles, episodes
class ip  patent, technology, brand, name, invention, portfolio, design, software, catalogue, catalog, content, article, archive, trademark, film, show, music, core,
    architecture, code, know-how, recordings, songs, game, library, intellectual, posts, pictures, photos, maps, books, recipes, data, works, voices, characters
noun invention
noun catalogue
noun catalog
noun article
noun archive
noun film
noun song
noun game
noun library
noun core
noun design
noun code
noun architecture
class rights_word  license, licence, licenses, licences, right, royalty, sublicense
class cancel_right  end, terminate, revoke, cancel, withdraw, rescind, pull, tear|up, scrap

# Quarrels that end
class quarrel  lawsuit, suit, litigation, dispute, case, claim, complaint, battle, war, feud, row, trial, proceeding, quarrel, fight, difference, hostility, spat,
    tussle, wrangle, action, clash, standoff, conflict, fracas, squabble, spats, arms, duel, showdown, disagreement, counterclaim, countersuit
noun quarrel
noun fight
noun difference
noun hostility
noun spat
noun tussle
noun wrangle
noun action
noun clash
noun conflict
noun squabble
noun duel
noun disagreement
noun counterclaim
noun countersuit
class end_quarrel  settle, resolve, end, drop, dismiss, bury, terminate, withdraw, close, conclude, cease, halt, stop, abandon, patch|up, lay|down, defuse, shelve, finish, solve
verb patch|up
verb lay|down  laid
verb defuse
verb solve
class peace_word  peace, truce, ceasefire, armistice, settlement, detente
noun ceasefire
noun armistice
class seal_peace  make, sign, reach, strike, call, declare, agree, buy, announce, conclude, seal, find, negotiate, broker

# Owning together
class set_up_verb  found, cofound, form, create, establish, set|up, launch, start, build, incorporate, unveil, plan, announce, agree, open
class own_verb  own, hold, control, have, get, keep, take, retain
class company_word  company, firm, venture, business, outfit, entity, enterprise, house, vehicle, operator, maker, startup, unit, group, developer, provider, chipmaker, undertaking
noun vehicle
noun undertaking

# Verbs that only patterns name
verb retain
verb relieve
verb oust
verb displace
verb unseat

# Pictures that many writers use: where money is kept, who takes a firm on, what a firm is put into, what one may do with a name
class purse  wallet, purse, chequebook, checkbook, cheque book, check book, chequebooks, war chest, piggy bank, pocket, pockets, coffers, purse strings, kitty, treasury
class rescuer  white knight, knight, buyer, saviour, savior, taker, new owner, suitor, rescuer, purchaser, bidder, acquirer, new home, new parent
class money_giver  sponsor, backer, investor, patron, benefactor, financier, shareholder, angel, sugar daddy
class pot  pot, roof, basket, company, firm, bag, bucket, house, entity, vehicle
class home_in  home, place, buyer, taker, resting place
class fold_noun  stable, fold, empire, portfolio, basket, family, arms, bag, collection, wing, roof, umbrella, orbit, net, nest, lap, clutches, embrace, bosom, belly, camp, hands, stall, garden, kingdom, realm, house
class outlay  pay, spend, lay|out, lay|down, put|up, put|down, fork|out, shell|out, hand|over, splash|out, cough|up, offer, bid, stump|up
verb lay|down  laid
verb put|down  put put ing=putting
class offspring  child, offspring, daughter, baby, brainchild, creature, creation, subsidiary
verb carry|off
verb cart|off
noun wagon
noun carriage
noun tram
noun tyre
noun tire
noun van
noun vehicle
noun kerosene  -
noun brake
noun lens
noun drone
noun scanner
noun terminal
noun gearbox
noun motor
class +buy  carry|off, cart|off
