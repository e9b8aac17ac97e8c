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
exit $failed
