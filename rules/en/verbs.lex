# English verbs of deals, and of the frames around them. A regular verb needs no forms, an irregular one gives past and
# participle. A bar parts a particle that follows: snap|up is snapped up, snaps X up.

# Buying
verb buy  bought
verb acquire
verb purchase
verb take  took taken
verb take|over  took taken
verb buy|out  bought
verb buy|up  bought
verb snap|up
verb pick|up
verb scoop|up
verb gobble|up
verb swallow
verb swallow|up
verb scoop
verb snag
verb snare
verb nab
verb bag
verb grab
verb land
verb swoop
verb absorb
verb add
verb integrate
verb incorporate
verb annex
verb procure
verb obtain
verb outbid  outbid outbid ing=outbidding
verb pounce
verb capture
verb rescue
verb gobble
verb devour
verb repurchase
verb reacquire
verb consume
verb bolster
verb expand
verb inherit
verb snatch
verb snatch|up
verb mop|up
verb hoover|up
verb sweep|up  swept
verb lap|up
verb clinch
verb seize
verb assume
verb wrest
class buy  buy, acquire, purchase, buy|out, buy|up, take|over, snap|up, pick|up, scoop|up, gobble|up, swallow|up, swallow, scoop, gobble, devour,
    repurchase, reacquire, nab, snag, absorb, snatch, snatch|up, mop|up, hoover|up, lap|up
class grab  grab, bag, land, snag, snare, nab, capture, obtain, procure, win, secure, get, gain, clinch, seize, take, assume, wrest
class absorb  absorb, fold, swallow
verb fold

# Selling
verb sell  sold
verb sell|off  sold
verb offload
verb divest
verb dispose
verb unload
verb part
verb shed  shed shed ing=shedding
verb dump
verb auction
verb auction|off
verb relinquish
verb surrender
verb exit
verb transfer
verb hand|over
verb resell  resold
verb jettison
verb hive|off
verb flog  flogged ing=flogging
verb cede
verb yield
verb palm|off
verb hand
verb pass|on
class sell  sell, sell|off, offload, divest, unload, shed, dump, auction, auction|off, relinquish, resell, jettison, hand|over, flog, cede, surrender,
    palm|off, pass|on, hive|off
class part_with  part, dispose
class transfer  transfer, assign, contribute, hand|over
verb assign
verb contribute

# The target changes hands
verb go  went gone
verb join
verb belong
verb become  became become
verb change
verb move
verb fall  fell fallen
verb come  came come
verb end|up
verb pass
class pass_to  go, pass, move, come, fall
class belong  belong
class become  become

# Merging
verb merge
verb combine
verb amalgamate
verb consolidate
verb unite
verb fuse
verb unify
verb marry
verb tie|up
verb remerge
verb recombine
class merge  merge, combine, amalgamate, consolidate, unite, fuse, unify, marry, tie|up, remerge, recombine
class pool  pool, combine, consolidate, merge, share
verb pool
verb share

# Investing and raising money
verb invest
verb reinvest
verb inject
verb pour
verb pump
verb plough
verb plow
verb sink  sank sunk
verb plunk
verb fund
verb finance
verb bankroll
verb back
verb lead  led
verb colead  coled
verb participate
verb support
verb sponsor
verb underwrite  underwrote underwritten
verb subscribe
verb commit
verb raise
verb secure
verb close
verb pull|in
verb rake|in
verb bring|in  brought
verb attract
verb collect
verb receive
verb garner
verb gather
verb haul|in
verb hit  hit hit ing=hitting
verb increase
verb boost
verb up  upped upped ing=upping
verb lift
verb double
verb triple
verb hike
verb reduce
verb cut  cut cut ing=cutting
class invest  invest, reinvest, inject, pour, pump, plough, plow, sink, plunk, fund, finance, bankroll, commit
class take_stake  take, buy, acquire, purchase, pick|up, obtain, hold
class raise  raise, secure, close, pull|in, rake|in, bring|in, attract, collect, receive, garner, gather, haul|in, land, bag, snag, nab, grab, get
class raise_money  raise, secure, close, pull|in, rake|in, bring|in, attract, garner, gather, haul|in, land, bag, snag, nab
class increase  increase, boost, up, lift, double, triple, raise, hike
class lead_round  lead, colead, anchor, spearhead
verb anchor
verb spearhead
verb link
class fund_firm  back, support, fund, finance, bankroll
class support  back, support, fund, finance, bankroll, join, participate, sponsor

# Working together
verb partner
verb cooperate
verb collaborate
verb work
verb team
verb team|up
verb ally
verb align
verb associate
verb liaise
verb codevelop
verb develop
verb deepen
verb extend
verb broaden
verb widen
verb strengthen
verb renew
verb prolong
verb intensify
verb reinforce
verb cement
verb tap
verb enlist
verb market
verb distribute
verb promote
class cooperate  partner, cooperate, collaborate, team, team|up, ally, align
class join  join, enter, participate
class deepen  deepen, extend, expand, broaden, widen, strengthen, renew, prolong, intensify, reinforce, cement, boost

# Concluding and announcing something: the verb is light, the noun says what it is
verb sign
verb ink
verb strike  struck
verb forge
verb reach
verb conclude
verb enter
verb form
verb make  made
verb seal
verb finalize
verb execute
verb arrange
verb establish
verb launch
verb unveil
verb announce
verb build  built
verb create
verb set|up  set set ing=setting
verb set  set set ing=setting
verb broker
verb hammer|out
verb work|out
verb pen
verb cobble
verb agree
verb consent
class conclude  sign, ink, strike, forge, reach, conclude, enter, form, make, seal, clinch, finalize, establish, launch, unveil, announce, create,
    build, broker, hammer|out, work|out, pen, close, cement, cut, execute, negotiate, set|up, arrange
class agree  agree, consent, accept

# Licensing
verb license
verb sublicense
verb relicense
verb grant
verb give  gave given
verb permit
verb allow
verb use
verb utilize
verb access
verb patent
verb exchange
verb swap
verb trade
class license  license, sublicense, relicense
class grant  grant, give, award, accord, extend, provide, issue
verb accord
class use  use, utilize, access, adopt, deploy
verb adopt
verb deploy
class exchange  exchange, swap, trade

# Supplying and ordering
verb supply
verb provide
verb deliver
verb equip
verb furnish
verb manufacture
verb produce
verb install
verb construct
verb operate
verb run  ran run
verb manage
verb maintain
verb serve
verb ship
verb source
verb order
verb reorder
verb commission
verb contract
verb subcontract
verb outsource
verb award
verb select
verb choose  chose chosen
verb pick
verb name
verb appoint
verb hire
verb win  won won
verb earn
verb score
verb gain
verb lease
verb rent
verb book
verb upgrade
verb migrate
class supply  supply, provide, deliver, equip, furnish, manufacture, produce, install, construct, build, operate, run, manage, ship, serve
class deliver_to  supply, equip, furnish, serve
class win  win, secure, bag, land, clinch, earn, score, gain, receive, get, obtain, grab, capture, snag, nab
class award  award, grant, give, hand, assign, contract
class order  order, reorder, commission, book
class outsource  outsource, subcontract, contract
class choose  choose, select, pick, tap, appoint, name, hire
class rent  lease, rent
class source_from  source, buy, procure, order

# Quarrels and their end
verb settle
verb resolve
verb drop
verb dismiss
verb withdraw  withdrew withdrawn
verb bury
verb end
verb sue
verb countersue
verb file
verb accuse
verb allege
verb infringe
verb violate
verb litigate
verb arbitrate
verb fine
verb compensate
verb reconcile
verb terminate
class settle  settle, resolve, end, drop, dismiss, bury, terminate
class settle_self  settle, reconcile
class sue  sue, countersue, accuse, litigate, file
class drop_claim  drop, dismiss, withdraw, end

# Founding, splitting off
verb found
verb cofound
verb start
verb hold  held
verb own
verb control
verb possess
verb spin|off  spun spun ing=spinning
verb spin|out  spun spun ing=spinning
verb spin  spun spun ing=spinning
verb split  split split ing=splitting
verb split|off  split split ing=splitting
verb split|up  split split ing=splitting
verb separate
verb demerge
verb carve|out
verb break|up  broke broken
verb break  broke broken
verb detach
verb float
verb list
verb debut
verb deconsolidate
verb emerge
verb divide
class found  found, cofound, form, create, establish, set|up, launch, start, build, incorporate
class spin_off  spin|off, spin|out, split|off, separate, demerge, carve|out, hive|off, detach, float, divest
class split  split, split|up, break|up, divide, separate
class hold  hold, own, control, possess
class emerge  emerge

# Announcing and reporting
verb confirm
verb disclose
verb reveal
verb declare
verb report
verb say  said
verb tell  told
verb state
verb claim
verb explain
verb note
verb write  wrote written
verb comment
verb publish
verb release
verb issue
verb quote
verb cite
verb leak
verb rumor
verb rumour
verb speculate
verb believe
verb think  thought
verb understand  understood
verb expect
verb estimate
verb hear  heard
verb learn
verb suggest
verb indicate
verb show  showed shown
verb publicize
class announce  announce, confirm, disclose, reveal, unveil, declare, say, report, publish, publicize, release
class say  say, tell, state, claim, explain, note, write, add, comment, report, announce, confirm, reveal, disclose, quote, indicate, suggest
class report  report, cite, leak, rumor, rumour, speculate, believe, understand, hear, learn, write, quote
class confirm  confirm, acknowledge
verb acknowledge
class expect  expect, believe, estimate, think
class seem  seem, appear
verb seem
verb appear

# Planning, wanting, negotiating, offering
verb plan
verb intend
verb aim
verb seek  sought
verb want
verb hope
verb look
verb try
verb attempt
verb prepare
verb ready
verb propose
verb consider
verb weigh
verb mull
verb explore
verb eye
verb evaluate
verb study
verb examine
verb review
verb contemplate
verb ponder
verb discuss
verb negotiate
verb talk
verb bargain
verb court
verb woo
verb pursue
verb approach
verb target
verb offer
verb bid  bid bid ing=bidding
verb rebid  rebid rebid ing=rebidding
verb tender
verb submit
verb table
verb lodge
verb vie
verb compete
verb decide
verb vow
verb pledge
verb near
class plan  plan, intend, aim, seek, want, hope, look, try, attempt, prepare, propose, decide, vow, move
class consider  consider, weigh, mull, explore, eye, evaluate, study, contemplate, ponder, discuss
class negotiate  negotiate, talk, discuss, bargain, court, woo, pursue, approach
class talk_over  negotiate, talk, discuss, bargain, courting, courted, woo, pursue, approached, approaching, approaches
class offer  offer, bid, rebid, tender, propose, submit, table, lodge

# Refusing, denying, calling off
verb reject
verb refuse
verb decline
verb rebuff
verb spurn
verb snub
verb turn|down
verb deny
verb refute
verb rubbish
verb rebut
verb quash
verb cancel
verb call|off
verb scrap
verb abandon
verb ditch
verb shelve
verb axe
verb pull
verb pull|out
verb walk
verb back|out
verb rescind
verb revoke
verb void
verb nix
verb kill
verb scuttle
verb derail
verb unwind  unwound
verb collapse
verb fail
verb fall|through  fell fallen
verb fall|apart  fell fallen
verb lapse
verb expire
verb flop
verb founder
verb stall
verb block
verb prohibit
verb bar
verb forbid  forbade forbidden
verb veto
verb prevent
verb thwart
verb halt
verb stop
verb delay
verb postpone
verb suspend
verb pause
verb oppose
verb object
verb dissolve
verb renege
class reject  reject, refuse, decline, rebuff, spurn, snub, turn|down, dismiss
class deny  deny, refute, rubbish, rebut, quash, dismiss
class cancel  cancel, call|off, scrap, abandon, drop, ditch, shelve, axe, pull, pull|out, back|out, terminate, rescind, revoke, void, nix, withdraw,
    unwind, kill, end, dissolve, renege
class fail  fail, collapse, fall|through, fall|apart, lapse, expire, flop, founder, stall, derail
class block  block, prohibit, bar, forbid, veto, prevent, thwart, halt, stop, derail, scuttle, oppose
class delay  delay, postpone, suspend, pause, stall
class end  end, terminate, expire, dissolve, cease
verb cease

# Completing and approving
verb complete
verb finish
verb consummate
verb wrap|up
verb approve
verb clear
verb authorize
verb greenlight  greenlit
verb bless
verb endorse
verb ratify
verb accept
verb recommend
verb investigate
verb probe
class complete  complete, finish, consummate, wrap|up, close, finalize, conclude
class approve  approve, clear, authorize, greenlight, bless, endorse, ratify, permit, allow
class accept  accept, approve, recommend, agree

# Paying and valuing
verb pay  paid
verb spend  spent
verb shell|out
verb fork|out
verb fork|over
verb splash|out
verb cough|up
verb splash
verb splurge
verb cost  cost cost
verb total
verb amount
verb value
verb price
verb exceed
verb fetch
verb lay|out  laid
verb overpay  overpaid
verb splurge|out
verb lavish
class pay  pay, overpay, lavish, spend, shell|out, fork|out, fork|over, splash|out, cough|up, splash, splurge, lay|out
class cost  cost, total, amount, fetch
class value  value, price, estimate

# Light verbs and others
verb see  saw seen
verb find  found found
verb put  put put ing=putting
verb keep  kept
verb bring  brought
verb turn
verb begin  began begun
verb continue
verb remain
verb stand  stood
verb lose  lost
verb let  let let ing=letting
verb help
verb enable
verb include
verb involve
verb comprise
verb call
verb rename
verb rebrand
verb dub
verb follow
verb need
verb face
verb grow  grew grown
verb rise  rose risen
verb leave  left
verb employ
verb base
verb headquarter
verb focus
verb specialize
verb mean  meant
verb know  knew known
verb live
verb open
verb shut  shut shut ing=shutting
verb stay
verb ask
verb advise
verb represent
class give  give, grant, hand, provide, award
class get  get, receive, obtain, gain, win, secure
class put  put, invest, pour, pump, place
verb place
class name  name, call, rename, rebrand, dub
