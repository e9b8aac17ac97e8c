#!/bin/sh
# What an engine relies on that runs accord as a worker (docs/scale.md): worker.sh ACCORD TESTS/CLI
set -u
accord=$1
. "$2/check.sh"
cd "$folder" || exit 1

cat > lines <<'END'
{"id": "a", "lang": "en", "text": "Intel buys Nokia for $3 billion."}
no document at all
{"id": "b"}
{"id": "c", "html": ""}
{"id": "d", "lang": "en", "html": 5}
[1, 2]
{"id": "e", "lang": "en", "text": "Intel buys Nokia for $3 billion."}
END
printf '{"id": "f", "text": "The last line has no end."}' >> lines

check "a line in, a line out" 1 "$accord" extract --from ndjson lines
lines 8
[ "$(printf '%s\n' "$out" | sed -n '7s/"companies".*//p')" = '{"id":"e","source":"lines","lang":"en","title":null,"authors":[],"published":null,"text":"Intel buys Nokia for $3 billion.",' ] ||
	fail "the seventh answer is not that of the seventh line"
[ "$(printf '%s\n' "$out" | grep -c '"error":')" -eq 5 ] || fail "not five errors: $out"
all=$out

check "as standard input, with nothing in the environment" 1 env -i "$accord" extract --from ndjson - < lines
[ "$out" = "$(printf '%s\n' "$all" | sed 's/"source":"lines"/"source":"-"/')" ] || fail "other answers"

check "rules that are not there are no matter of a document" 2 "$accord" extract --from ndjson --rules nowhere lines
[ -z "$out" ] || fail "answers without rules: $out"
says nowhere
check "nor for tag" 2 "$accord" tag --rules nowhere lines
# The answer to a line comes while the next one is still being waited for.
mkfifo questions
name="an answer does not wait for the end of the input"
"$accord" extract --from ndjson < questions > answers 2>/dev/null &
exec 3> questions
head -n 1 lines >&3
tries=0
while [ ! -s answers ] && [ $tries -lt 300 ]; do
	sleep 0.1
	tries=$((tries + 1))
done
[ -s answers ] || fail "none in thirty seconds"
exec 3>&-
wait
exit $failed
