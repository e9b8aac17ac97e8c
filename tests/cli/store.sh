#!/bin/sh
# store.sh ACCORD FOLDER: import, deals, show, articles, companies, store as a user meets them.
accord=$1
cd "$2" || exit 1
. ./check.sh

check "no store yet" 1 "$accord" deals
says "there is no store yet"
check "import" 0 "$accord" import --tagged small.ndjson
says "4 new"
check "import again" 0 "$accord" import --tagged small.ndjson
says "0 new, 0 changed, 0 tagged again, 4 known"
check "a bad line does not stop the others" 1 "$accord" import --tagged broken.ndjson
says "broken.ndjson:1"
says "1 new"
check "the option before the verb" 0 "$accord" --db "$folder/other.db" import -q --tagged small.ndjson
check "a file that is not there" 1 "$accord" import --tagged nowhere.ndjson

check "all deals" 0 "$accord" deals
lines 4
has "Digia → its Qt business (from Nokia)"
has "4 m €"
has "2 en it"
check "narrow enough" 0 sh -c '"$0" deals | python3 -c "import sys; print(max(len(l.rstrip(chr(10))) for l in sys.stdin) <= 80)"' "$accord"
has True
check "control characters are out" 0 sh -c '"$0" deals | tr -d "[:print:]\n" | tr -d "\200-\377" | wc -c' "$accord"
has 0
check "German numbers" 0 env LC_ALL=de_DE.UTF-8 "$accord" deals Digia
has "4 Mio. €"
check "negated" 0 "$accord" deals -Microsoft -status:rumor --count
has 1
check "two companies" 0 "$accord" deals Microsoft Nokia
lines 2
check "tolerant spelling" 0 "$accord" deals "NOKIA Oyj" digia --count
has 1
check "words for types" 0 "$accord" deals übernahme --count
has 1
check "what is not there" 1 "$accord" deals Microsoft Digia
says "no deals"
check "did you mean" 1 "$accord" deals Nokya
says "did you mean Nokia?"
check "did you mean, of companies" 1 "$accord" companies Nokya
says "did you mean Nokia?"
check "the limit that was asked for is no news" 0 sh -c '"$0" deals -n 1 2>&1 >/dev/null | wc -c' "$accord"
has 0
check "what the shell keeps together is one name" 0 "$accord" deals 'Microsoft Corp' Nokia --count
check "all but one of two words" 0 "$accord" deals Nokia '-Microsoft Corp' --explain --count
says 'Nokia AND -("Microsoft Corp")'
check "a verb that is near" 2 "$accord" deal
says "did you mean 'deals'?"
check "an option that is near" 2 "$accord" deals --formt csv
says "did you mean --format?"
check "help fits" 0 sh -c '"$0" deals --help | sed "/^examples/,\$d" | wc -L' "$accord"
[ "$out" -le 80 ] || fail "$out columns"
check "a query that cannot be read" 2 "$accord" deals type:sandwich
says "no deal type 'sandwich'"
check "a format that is none" 2 "$accord" deals --format sandwich
check "no formula" 0 "$accord" deals --format csv
has "'=HYPERLINK"
lacks ",=HYPERLINK"
check "CSV has a header" 0 sh -c '"$0" deals --format csv | head -1' "$accord"
has "id,date,type,status,parties"
check "JSON is a list" 0 sh -c '"$0" deals --format json --sources | python3 -c "import json,sys; print(len(json.load(sys.stdin)))"' "$accord"
has 2
check "NDJSON as the contract has it" 0 "$accord" deals --format ndjson --sources Digia
lines 1
for key in '"id":"d-' '"type":"acquisition"' '"history":[{"status":"announced","date":"2012-08-09"}]' '"reports":[{"document":"s1"' \
	'"sentence":"Nokia sells' '"fresh":true' '"value":{"amount":4000000,"currency":"EUR"}'; do
	has "$key"
done
check "Atom is XML" 0 sh -c '"$0" deals --format atom | python3 -c "import sys,xml.dom.minidom as x; print(len(x.parse(sys.stdin.buffer).getElementsByTagName(\"entry\")))"' "$accord"
has 2
check "HTML" 0 "$accord" deals --format html --sources
has "<td>2012-08-09"
lacks "<script"
check "Markdown" 0 "$accord" deals --format markdown
lines 4
check "colours when asked for" 0 "$accord" deals --color always
has "$(printf '\033[')"
check "NO_COLOR, and none in a pipe" 0 env NO_COLOR=1 "$accord" deals
lacks "$(printf '\033[')"

check "new: all, the first time" 0 "$accord" deals --new
lines 4
check "new: nothing, the second" 1 "$accord" deals --new
[ -z "$out" ] || fail "prints something"
check "new: another query has its own mark" 0 "$accord" deals --new Digia

id=$("$accord" deals --format ndjson Digia | sed 's/.*"id":"\(d-[0-9a-f]*\)".*/\1/')
check "show a deal" 0 "$accord" show --why-merged "$id"
has "same parties, same date"
has "alpha.example"
check "show by a beginning of the id" 0 "$accord" show "$(printf %.8s "$id")"
check "show an article by URL" 0 "$accord" show https://alpha.example/1
has "[Nokia] sells"
check "show nothing" 1 "$accord" show d-000000000000
says "no deal d-000000000000"

check "articles" 0 "$accord" articles '"mobile phones"'
has "Nokia sells its Qt business"
check "articles without a word" 1 "$accord" articles Nokia -Microsoft -Qt -Digia
check "articles by date" 0 "$accord" articles since:2012
lacks "Ein Tag"
check "an article's syntax is no syntax" 1 "$accord" articles 'NEAR(a' ')'
check "companies" 0 "$accord" companies
has "Nokia"
check "one company with its partners" 0 "$accord" companies nokia
has "with Digia"

check "check" 0 "$accord" store check
check "stats" 0 "$accord" store stats --json
has '"documents":5'
check "backup" 0 "$accord" store backup "$folder/copy.db"
check "backup does not overwrite" 1 "$accord" store backup "$folder/copy.db"
check "compact" 0 "$accord" store compact
check "what is no store" 1 "$accord" deals --db "$2/small.ndjson"
exit $failed
