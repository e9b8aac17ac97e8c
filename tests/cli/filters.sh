#!/bin/sh
# The filters' manners: exit status 0, 1, 2; an object for every input; the others go on; usage on standard error.
#   filters.sh ACCORD
set -u
accord=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failed=0

# expect STATUS LINES COMMAND...: exit status, and lines on standard output
expect() {
	want_status=$1 want_lines=$2
	shift 2
	"$@" >out 2>err </dev/null
	status=$? lines=$(wc -l <out)
	if [ "$status" -ne "$want_status" ] || { [ "$want_lines" != any ] && [ "$lines" -ne "$want_lines" ]; }; then
		echo "$*: status $status (expected $want_status), $lines lines (expected $want_lines)"
		cat err
		failed=1
	fi
}
# has FILE TEXT: the output of the last command holds the text
has() {
	grep -q -- "$2" "$1" || { echo "no '$2' in standard $1:"; cat "$1"; failed=1; }
}

cat >good.html <<'TEXT'
<html lang="en"><head><title>Harbour gets a crane</title></head><body><article><h1>Harbour gets a crane</h1>
<p>The harbour of a small town has bought a crane that lifts ninety tonnes, the mayor said on Tuesday.</p>
<p>It will unload timber from the north, which had to be brought by road for more than eleven years.</p></article></body></html>
TEXT
printf '%s\n' '{"id": 1, "lang": "en", "text": "Microsoft buys LinkedIn for $26.2 billion.", "x": [1]}' 'no json' \
	'{"id": "b", "lang": "fr", "text": "Microsoft achète LinkedIn."}' >documents.ndjson
cat >feed.xml <<'TEXT'
<rss version="2.0"><channel><title>A</title><item><title>B</title><link>http://example.org/b</link></item></channel></rss>
TEXT
printf '' >empty.html
printf '%%PDF-1.4 binary' >page.pdf

for verb in parse clean tag extract url robots deals import feeds fetch rules; do
	expect 0 any "$accord" "$verb" --help
	has out "usage: accord $verb"
	expect 2 0 "$accord" "$verb" --no-such-option
	has err "no option"
done
expect 2 any "$accord"
expect 2 0 "$accord" nonsense
expect 0 any "$accord" help tag
expect 0 1 "$accord" version

expect 0 1 "$accord" clean good.html
expect 1 4 "$accord" clean good.html missing.html empty.html page.pdf
has out '"error"'
has err missing.html
expect 1 3 "$accord" tag documents.ndjson
has out '"type":"acquisition"'
has out '"x":\[1\]'
has err "documents.ndjson:2"
expect 2 0 "$accord" extract --from word good.html
expect 1 3 "$accord" extract documents.ndjson
expect 1 3 "$accord" parse feed.xml good.html missing.xml
has out '"format":"rss2.0"'
gzip -k good.html
expect 0 2 "$accord" extract good.html good.html.gz
"$accord" clean good.html >a && "$accord" clean - <good.html | sed 's/"source":"-"/"source":"good.html"/' >b
cmp -s a b || { echo "standard input is not cleaned like a file"; failed=1; }
exit $failed
