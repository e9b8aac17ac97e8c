#!/bin/sh
# answers.sh ACCORD FOLDER: what is asked beyond a list of deals: the life of one, groups, news, saved queries, drawings, why.
accord=$1
cd "$2" || exit 1
. ./check.sh
check "import" 0 "$accord" import -q --tagged small.ndjson life.ndjson

id=$("$accord" deals Kestrel Labs --format ndjson | sed 's/.*"id":"\(d-[0-9a-f]*\)".*/\1/')
check "the life of a deal" 0 "$accord" show "$id"
has "2019-03-01 rumor      beta.example (it)"
has "Secondo due persone informate"
has "2019-03-05 announced  alpha.example (en)"
has "2019-06-03 completed  alpha.example (en)"
has "beta.example (it), 4 days before alpha.example"
check "disagreement" 0 "$accord" show "$id"
has "200 m $ (1 report) · 180 m € (1)"
has "announced (2 reports) · rumor (1) · completed (1)"
has "dates told"
has "copy of l2"

check "the sentence with its parties" 0 "$accord" deals Digia --context
has "[Nokia] sells its Qt business"
check "confidence and where it comes from" 0 "$accord" show "$id"
has "5 reports of 3 independent sources; lead (4)"
has "Ostara: seller (1 of 4 reports)"
check "what there is instead" 1 "$accord" deals Microsoft Digia
says "Digia has 1 deal, and is named in"
says "accord why"

check "by year" 0 "$accord" deals --group-by year
lines 3
has "2019"
check "by company" 0 "$accord" deals --group-by company --format ndjson Nokia
has '{"id":"nokia","name":"Nokia","deals":2,"reports":3,"first":"2011-02-11","last":"2012-08-09"}'
check "by status as CSV" 0 "$accord" deals -g status --format csv
has "id,name,deals,reports,first,last"
check "by nothing known" 2 "$accord" deals -g colour
check "groups have no Atom" 2 "$accord" deals -g type --format atom
check "one thing at a time" 2 "$accord" deals -g type --count

check "save" 0 "$accord" deals --save finns Nokia since:2011
check "list saved" 0 "$accord" deals --saved
has "@finns            Nokia since:2011"
check "ask a saved one" 0 "$accord" deals @finns type:partnership --count
has 1
check "saved within saved" 0 "$accord" deals --save more '(@finns OR company:"Kestrel Labs")'
check "ask that" 0 "$accord" deals @more --count
has 3
check "negated" 0 "$accord" deals -@finns --count
has 1
check "new by a saved one" 0 "$accord" deals @finns --new
check "nothing new" 1 "$accord" deals @finns --new
check "a name that is none" 2 "$accord" deals --save 'a b' Nokia
check "nothing to save" 2 "$accord" deals --save empty
check "not saved" 2 "$accord" deals @nobody
says "no saved query '@nobody'"
check "forget" 0 "$accord" deals --forget finns
check "forgotten" 1 "$accord" deals --forget finns
check "an address is no saved query" 1 "$accord" deals info@example.org

printf '%s\n' '{"id":"b1","lang":"en","title":"Nokia and Kestrel Labs","published":"2019-01-02","text":"Nokia and Kestrel Labs.","deals":[{"type":"partnership","status":"completed","date":"2012","parties":[{"id":"nokia","name":"Nokia","role":"partner"},{"id":"kestrel-labs","name":"Kestrel Labs","role":"partner"}],"evidence":[{"in":"text","start":0,"end":22}],"rule":"r","confidence":0.7}]}' >"$folder/background.ndjson"
check "watch" 0 sh -c '(timeout -s INT 4 "$0" deals --watch --format list; exit 0) & sleep 1.5; "$0" import -q --tagged "$1" && wait' "$accord" "$folder/background.ndjson"
has "Kestrel Labs – Nokia"
lacks "Digia"
check "fresh" 1 "$accord" deals --fresh Nokia Kestrel Labs
check "background" 0 "$accord" deals Nokia Kestrel Labs
check "fresh by a term" 0 "$accord" deals fresh:no --count
has 1

check "a timeline" 0 "$accord" timeline Nokia
has "Digia"
has "2011-02-11 ◉ partnership"
check "as SVG" 0 sh -c '"$0" timeline Nokia --format svg | python3 -c "import sys,xml.dom.minidom as x; print(len(x.parse(sys.stdin.buffer).getElementsByTagName(\"title\")))"' "$accord"
has 3
check "of nobody" 2 "$accord" timeline
check "of somebody without deals" 1 "$accord" timeline Nokia type:merger
check "not as a sandwich" 2 "$accord" timeline Nokia --format sandwich

check "a graph" 0 "$accord" graph
has "Alvaro Systems"
has "← Alvaro Systems"
check "as DOT" 0 "$accord" graph --format dot
has '"digia" -> "nokia" [label="acquisition", color="#0072b2"];'
has '"microsoft" -> "nokia" [label="partnership", color="#e69f00", dir=none];'
check "as JSON" 0 sh -c '"$0" graph --format json | python3 -c "import json,sys; g=json.load(sys.stdin); print(len(g[\"nodes\"]), len(g[\"links\"]))"' "$accord"
has "6 5"
check "as SVG" 0 sh -c '"$0" graph --format svg | python3 -c "import sys,xml.dom.minidom as x; print(len(x.parse(sys.stdin.buffer).getElementsByTagName(\"circle\")))"' "$accord"
has 6
check "twice the same" 0 sh -c '[ "$("$0" graph --format svg)" = "$("$0" graph --format svg)" ]' "$accord"
check "of nothing" 1 "$accord" graph type:merger

check "why: a pair with sentences" 0 "$accord" why Nokia Digia
has "[Nokia] sells [its] Qt business to [Digia]"
has "MATCH"
check "why: one object a sentence" 0 "$accord" why --format ndjson Nokia Digia
has '"outcome":"match"'
check "why: never together" 1 "$accord" why Digia Microsoft
says "no article names both"
check "why: of one" 2 "$accord" why Nokia
check "why: of three" 2 "$accord" why Nokia Digia Microsoft

check "a pager" 0 script -qec "env ACCORD_PAGER='sed s/^/paged:/' $accord deals Nokia" /dev/null
has "paged:"
check "no pager in a pipe" 0 env ACCORD_PAGER='sed s/^/paged:/' "$accord" deals Nokia
lacks "paged:"
check "links in a terminal" 0 script -qec "env ACCORD_PAGER= TERM=xterm $accord deals Nokia --color always" /dev/null
has "$(printf '\033]8;;https://alpha.example/1')"

export XDG_CONFIG_HOME="$folder/config"
check "correct: wrong" 0 "$accord" correct "$id" wrong --document l2
says "it does not hold yet"
says "config/accord/rules/en/corrections.examples"
check "correct: a type" 0 "$accord" correct "$id" investment investor='Alvaro Systems' recipient='Kestrel Labs' --document l3
check "correct: missing" 0 "$accord" correct s4 missing supply supplier=Digia customer=Nokia
check "correct: what holds" 0 "$accord" correct s1 missing acquisition acquirer=Digia seller=Nokia
[ -z "$(printf %s "$errors" | grep 'not hold')" ] || fail "says that it does not hold: $errors"
check "correct: on paper" 0 "$accord" correct "$id" rumor --document l2 --print
has 'deal       acquisition rumor'
has 'Alvaro Systems has agreed to buy'
check "correct: nonsense" 2 "$accord" correct "$id" sandwich
check "correct: a role of another type" 2 "$accord" correct "$id" licensing
check "correct: nothing there" 1 "$accord" correct d-000000000000 wrong
check "rules test tells" 1 "$accord" rules test
has "4 corrections, 3 failed"
says "en/corrections.examples:2: correction of $id does not hold"
check "reprocess tells" 0 "$accord" reprocess --dry-run
says "corrections that hold: 1 of 4"
mkdir -p "$XDG_CONFIG_HOME/accord/rules/it"
printf '%s\n' 'correction x' '  deal  sandwich' >"$XDG_CONFIG_HOME/accord/rules/it/corrections.examples"
check "a correction that cannot be read" 1 "$accord" rules test
says "it/corrections.examples:2"

rm -r "$XDG_CONFIG_HOME/accord/rules/it" && mkdir -p "$XDG_CONFIG_HOME/accord/rules/companies"
printf '%s\n' '{"id":"x1","lang":"en","title":"Kestrel Labs buys Norbit Networks","published":"2019-01-02","text":"Kestrel Labs buys Norbit Networks for 20 million dollars, it said on Wednesday."}' \
	'{"id":"x2","lang":"en","title":"Falkon Robotics buys Norbit Networks","published":"2019-01-03","text":"Falkon Robotics has agreed to buy Norbit Networks, it said on Wednesday."}' >"$folder/two.ndjson"
check "two companies" 0 "$accord" import -q --db "$folder/two.db" "$folder/two.ndjson"
printf 'company falkon\n  name   Falkon Robotics\n  alias  Kestrel Labs\n' >"$XDG_CONFIG_HOME/accord/rules/companies/own.companies"
check "are one by a line of the user's" 0 "$accord" reprocess --db "$folder/two.db"
check "and so are their deals" 0 "$accord" deals --db "$folder/two.db" Kestrel Labs --format ndjson --sources
lines 1
has '"name":"Falkon Robotics"'
has '"document":"x1"'
has '"document":"x2"'
unset XDG_CONFIG_HOME
check "reprocess what a query has to do with" 0 "$accord" reprocess --dry-run Nokia Digia
says "2 articles"
check "reprocess nobody" 1 "$accord" reprocess --dry-run Nobodyknows
says "no article names 'Nobodyknows'"
check "reprocess nonsense" 2 "$accord" reprocess type:sandwich

check "cite" 0 "$accord" cite "$id"
has "alpha.example, 2019-03-05: Alvaro Systems to buy Kestrel Labs"
has "found by accord"
check "cite as JSON" 0 sh -c '"$0" cite --format json "$1" >"$2/cited.json"' "$accord" "$id" "$folder"
check "cite nothing" 1 "$accord" cite d-000000000000
check "run again" 0 "$accord" cite --check "$folder/cited.json"
has "l2  as cited, by other rules than then"
check "run again without a store" 1 "$accord" cite --db "$folder/other.db" --check "$folder/cited.json"
check "another store" 0 "$accord" import -q --tagged --db "$folder/other.db" small.ndjson
check "run again elsewhere" 1 "$accord" cite --db "$folder/other.db" --check "$folder/cited.json"
has "l2  is not in this store"
check "what is no citation" 1 "$accord" cite --check small.ndjson
says "this is no citation"
check "a bundle" 0 "$accord" export --bundle "$folder/deal.tar.gz" company:"Kestrel Labs"
check "what is in it" 0 tar tzf "$folder/deal.tar.gz"
has "citations.ndjson"
has "rules/de/"
check "its documents" 0 sh -c 'tar xzOf "$1/deal.tar.gz" documents.ndjson | wc -l' - "$folder"
has 6
check "what tells a deal" 0 "$accord" export Digia
lines 2
check "what tells none" 1 "$accord" export type:merger

check "coverage" 0 "$accord" coverage
has "alpha.example"
check "coverage as JSON" 0 sh -c '"$0" coverage --format json | python3 -c "import json,sys; c=json.load(sys.stdin); print(len(c[\"sites\"]), sum(s[\"documents\"] for s in c[\"sites\"]))"' "$accord"
has "5 10"
check "coverage without sentences" 0 "$accord" coverage --sample 0
check "coverage of words" 2 "$accord" coverage Nokia
exit $failed
