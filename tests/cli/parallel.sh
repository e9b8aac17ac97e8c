#!/bin/sh
# GNU parallel over accord's filters, as docs/scale.md has it, gives what one process gives: parallel.sh ACCORD TESTS
set -eu
command -v parallel >/dev/null || { echo "skipped: no GNU parallel (Debian: parallel)"; exit 77; }
parallel --version 2>/dev/null | grep -q 'GNU parallel' || { echo "skipped: parallel is not GNU parallel"; exit 77; }
accord=$1
pages="python3 $2/bench/many_pages.py"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
PATH=$(dirname "$accord"):$PATH
HOME=$folder
export PATH HOME
mkdir -p .parallel
touch .parallel/will-cite

same()
{
	cmp "$1" "$2" || { echo "$3: not the same"; exit 1; }
	[ "$(wc -l < "$1")" -eq "$4" ] || { echo "$3: $(wc -l < "$1") lines, not $4"; exit 1; }
}

# Lines: a block a job, in order. Two of them are no pages: an object with `error` stands in their place.
$pages 400 > pages.ndjson
{ head -n 150 pages.ndjson; echo 'no page at all'; tail -n +151 pages.ndjson; echo '{"id": "neither"}'; } > some.ndjson
accord extract --from ndjson < some.ndjson > one.out 2>/dev/null && { echo "errors go unnoticed"; exit 1; }
status=0
parallel --pipe -k -j 2 --block 100k 'accord extract --jobs 1 --from ndjson' < some.ndjson > many.out 2>/dev/null || status=$?
same one.out many.out "parallel --pipe" 402
[ "$(grep -c '"error":' many.out)" -eq 2 ] || { echo "parallel --pipe: errors are lost"; exit 1; }
[ "$status" -ge 1 ] && [ "$status" -le 2 ] || { echo "parallel --pipe: status $status, not the number of blocks with an error"; exit 1; }

# A large file, whose parts are found by seeking.
accord extract --from ndjson < pages.ndjson > one.out
parallel --pipe-part -k -j 2 --block 100k -a pages.ndjson 'accord extract --jobs 1 --from ndjson' > many.out
same one.out many.out "parallel --pipe-part" 400

# Archives: a file a job.
for part in 0 1 2; do
	$pages 100 --from $((part * 100)) --format warc --out $part.warc.gz
done
accord extract [0-2].warc.gz > one.out
parallel -k -j 2 accord extract --jobs 1 ::: [0-2].warc.gz > many.out
same one.out many.out "parallel over archives" 300

# A job that is killed is done again, and its half of the output does not stay.
cat > dies-once <<END
#!/bin/sh
if mkdir "$folder/died" 2>/dev/null; then accord "\$@" | head -n 20; kill -9 \$\$; fi
exec accord "\$@"
END
chmod +x dies-once
parallel -k -j 2 --retries 3 ./dies-once extract ::: [0-2].warc.gz > many.out
[ -d died ] || { echo "nobody died"; exit 1; }
same one.out many.out "parallel --retries" 300
echo "GNU parallel gives what one process gives"
