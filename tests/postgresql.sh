#!/bin/sh
# A PostgreSQL server of the tests' own, on loopback: postgresql.sh COMMAND... runs a command with ACCORD_TEST_DB, the
# URL of an empty database in it, and stops it behind. Exit status 77, which ctest shows as skipped, where there is no
# PostgreSQL. The server refuses to be root, so it runs as nobody there.
set -eu

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$bin" ] || { command -v initdb >/dev/null && bin=$(dirname "$(command -v initdb)"); } || {
	echo "no PostgreSQL here (Debian's package postgresql): skipped"
	exit 77
}
folder=$(mktemp -d /tmp/accord-postgresql-XXXXXX)
as=""
if [ "$(id -u)" = 0 ]; then
	chown nobody "$folder"
	as="setpriv --reuid=nobody --regid=nogroup --clear-groups"
fi
stop() {
	$as "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
	rm -rf "$folder"
}
trap stop EXIT
trap 'exit 1' INT TERM
cd "$folder"
$as "$bin/initdb" -D "$folder/data" -U accord --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$folder/initdb.log" 2>&1 || {
	cat "$folder/initdb.log"
	exit 1
}
start() { # a port that is free now may be taken a moment later
	port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
	$as "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/server.log" -o "-p $port -c listen_addresses=127.0.0.1 \
		-c unix_socket_directories=$folder -c fsync=off -c full_page_writes=off -c max_connections=40" start >/dev/null
}
start || start || start || {
	cat "$folder/server.log"
	exit 1
}
"$bin/psql" -q -h 127.0.0.1 -p "$port" -U accord -d postgres -c "CREATE DATABASE test TEMPLATE template0"
cd - >/dev/null
ACCORD_TEST_DB="postgresql://accord@127.0.0.1:$port/test" ACCORD_TEST_PSQL="$bin/psql" "$@"
