#!/bin/sh
# Compiled rules that are kept between two starts: the same answers with them and without, damaged or out of date.
#   cache.sh ACCORD RULES
set -u
accord=$1 rules=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export ACCORD_CACHE="$work/kept"
unset ACCORD_RULES
failed=0
fail() { echo "$*"; failed=1; }

printf '%s\n' '{"id": "a", "lang": "de", "text": "Lufthansa Cargo übernimmt am 3. Mai 2019 den Prager Dienst Apiary für 40 Mio. Euro."}' \
	'{"id": "b", "lang": "it", "text": "Telecom Italia ha acquisito Yoox per 1,2 miliardi di euro, secondo indiscrezioni."}' \
	'{"id": "c", "lang": "en", "text": "Siemens said on Monday it will acquire Mentor Graphics for $4.5 billion."}' >"$work/documents"
# tags FILE [RULES]
tags() { "$accord" tag --references --rules "${2:-$rules}" "$work/documents" >"$1" 2>"$work/errors" || fail "tag: $(cat "$work/errors")"; }
# same FILE WHAT
same() { cmp -s "$work/plain" "$1" || fail "other tags $2"; }
explanation() { "$accord" rules explain --lang de --rules "$rules" 'Intel kauft Yogitech S.p.A. nicht.' >"$1" 2>&1; }

ACCORD_CACHE=off tags "$work/plain"
[ -e "$work/kept" ] && fail "something is kept although ACCORD_CACHE is off"
grep -q acquirer "$work/plain" || fail "no deal in the documents"
tags "$work/first" && same "$work/first" "at the first start"
[ "$(ls "$work/kept"/rules-*.image | wc -l)" -eq 3 ] || fail "not three images: $(ls "$work/kept")"
tags "$work/second" && same "$work/second" "from images"
ACCORD_CACHE=off explanation "$work/explained"
explanation "$work/explained_kept"
cmp -s "$work/explained" "$work/explained_kept" || fail "another explanation from images"

# Few rules, since they are compiled anew for every damage.
few="$work/few"
for lang in de it en; do
	mkdir -p "$few/$lang"
	printf '%s\n' "rule $lang.acquisition.few" '  type     acquisition' '  pattern  acquirer:COMPANY ( kauft | compra | buys ) target:COMPANY' \
		'  yes      [acquirer: Nokia] buys [target: SAP].' '  no       Nokia sleeps.' >"$few/$lang/few.rules"
done
cp "$rules/legal_forms.txt" "$few"
printf '%s\n' '{"id": "a", "lang": "de", "text": "Muster AG kauft Vorlage GmbH."}' '{"id": "b", "lang": "it", "text": "Esempio S.p.A. compra Modello S.r.l."}' \
	'{"id": "c", "lang": "en", "text": "Sample Inc. buys Template Ltd."}' >"$work/documents"
rm -rf "$work/kept"
rules=$few
ACCORD_CACHE=off tags "$work/plain"
[ "$(grep -c few "$work/plain")" -eq 3 ] || fail "no deals by few rules: $(cat "$work/plain")"
tags "$work/first" && same "$work/first" "at the first start with few rules"

# The same rules make the same images, byte for byte, whatever lay in memory before.
cp -r "$work/kept" "$work/images"
rm -rf "$work/kept"
tags "$work/anew"
for image in "$work/images"/rules-*.image "$work/images"/names-*.image; do
	cmp -s "$image" "$work/kept/${image##*/}" || fail "another image of the same rules: ${image##*/}"
done

# damage NAME COMMAND…: every image is damaged, the tags are the same, and the images are whole again
damage() {
	what=$1
	shift
	for image in "$work/kept"/rules-*.image; do
		"$@" "$image" || fail "cannot damage $image"
	done
	tags "$work/damaged"
	same "$work/damaged" "from images that are $what"
	tags "$work/again"
	same "$work/again" "after images that were $what"
}
cut_off() { truncate -s -9 "$1"; }
empty() { : >"$1"; }
longer() { printf 'abcdefgh' >>"$1"; }
head_only() { truncate -s 40 "$1"; }
# poke FRACTION FILE: another byte at that part of the file
poke() {
	python3 - "$1" "$2" <<'TEXT'
import sys
with open(sys.argv[2], "r+b") as image:
    image.seek(0, 2)
    place = int(image.tell() * float(sys.argv[1]))
    image.seek(place)
    byte = image.read(1)[0]
    image.seek(place)
    image.write(bytes([byte ^ 0x41]))
TEXT
}
damage "cut off" cut_off
damage empty empty
damage "longer" longer
damage "a header" head_only
for part in 0.0000012 0.5 0.9999; do
	damage "wrong at $part" poke "$part"
done
damage "somebody's folder" sh -c 'rm "$1" && mkdir "$1"' sh
rm -rf "$work/kept"

# What the files say now is what counts, in a copy of the rules too.
cp -r "$rules" "$work/rules"
tags "$work/copy" "$work/rules" && same "$work/copy" "in a copy of the rules"
cat >"$work/rules/en/of_the_test.rules" <<'TEXT'
rule en.investment.of_the_test
  type     investment
  pattern  investor:COMPANY hobnobs with recipient:COMPANY
  yes      [investor: Sample Inc.] hobnobs with [recipient: Template Ltd.].
  no       Sample Inc. hobnobs without Template Ltd.
TEXT
echo '{"lang": "en", "text": "Sample Inc. hobnobs with Template Ltd."}' | "$accord" tag --rules "$work/rules" >"$work/out" 2>&1
grep -q of_the_test "$work/out" || fail "a new rule is not seen"
rm "$work/rules/en/of_the_test.rules"
tags "$work/copy" "$work/rules" && same "$work/copy" "after the rule is gone"

# What is not used is given up when the next image is written, and what a killed run left; what is used stays.
touch -d '40 days ago' "$work/kept/rules-de-gone.image" "$work/kept/names-gone.image"
touch -d '2 hours ago' "$work/kept/rules-de-gone.image.Abcdef"
find "$work/kept" -name 'rules-*.image' ! -name '*gone*' -exec touch -d '20 days ago' {} +
truncate -s 300M "$work/kept/rules-it-large.image" && touch -d '2 days ago' "$work/kept/rules-it-large.image"
tags "$work/out" # uses what there is
cp -r "$rules" "$work/more"
tags "$work/out" "$work/more" # writes
ls "$work/kept" >"$work/list"
grep -q 'gone\|large' "$work/list" && fail "unused images are kept: $(cat "$work/list")"
[ "$(grep -c '^rules-' "$work/list")" -ge 6 ] || fail "used images are gone: $(cat "$work/list")"

ACCORD_CACHE=/proc/self/nowhere tags "$work/nowhere" && same "$work/nowhere" "where nothing can be written"
mkdir "$work/locked" && chmod 500 "$work/locked"
ACCORD_CACHE="$work/locked" tags "$work/out" && same "$work/out" "in a folder without write permission"
exit $failed
