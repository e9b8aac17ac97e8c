# Read by the tests beside it: check NAME STATUS COMMAND… runs a command; its standard output is then in $out, its errors
# in $errors. has TEXT and says TEXT look into them.
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
export ACCORD_DB="$folder/accord.db" LC_ALL=C.UTF-8 COLUMNS=80
# With ACCORD_TEST_DB (postgresql.sh) the store is a schema of its own on that server.
if [ -n "${ACCORD_TEST_DB:-}" ]; then
	"$ACCORD_TEST_PSQL" -q -d "$ACCORD_TEST_DB" -c "CREATE SCHEMA t$$" || exit 1
	ACCORD_DB="$ACCORD_TEST_DB?options=-csearch_path%3Dt$$"
fi
unset NO_COLOR
failed=0
fail() { echo "$name: $*" >&2; failed=1; }
check() {
	name=$1 want=$2
	shift 2
	out=$("$@" 2>"$folder/errors")
	status=$?
	errors=$(cat "$folder/errors")
	[ "$status" -eq "$want" ] || fail "exit status $status, not $want: $errors"
}
has() { case $out in *"$1"*) ;; *) fail "output lacks '$1':" "$out" ;; esac; }
lacks() { case $out in *"$1"*) fail "output has '$1'" ;; esac; }
says() { case $errors in *"$1"*) ;; *) fail "standard error lacks '$1': $errors" ;; esac; }
lines() { n=$(printf '%s\n' "$out" | wc -l); [ "$n" -eq "$1" ] || fail "$n lines, not $1"; }
