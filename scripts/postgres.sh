#!/usr/bin/env bash
# Runs a command beside a throwaway PostgreSQL cluster, and removes the cluster afterwards.
#
#   scripts/postgres.sh COMMAND [ARGS…]
#
# The command finds the cluster in LEDIG_TEST_POSTGRES (postgres://…, a superuser, database "postgres").
# PostgreSQL refuses to run as root: then it runs as the user "postgres" that Debian's package made.
set -euo pipefail

[ $# -gt 0 ] || { echo "usage: scripts/postgres.sh COMMAND [ARGS…]" >&2; exit 2; }
if [ -n "${LEDIG_TEST_POSTGRES:-}" ]; then exec "$@"; fi

bin="$(find /usr/lib/postgresql -maxdepth 2 -name bin -type d 2>/dev/null | sort -V | tail -n 1)"
[ -n "$bin" ] || bin="$(dirname "$(command -v initdb || true)")"
[ -x "$bin/initdb" ] || { echo "PostgreSQL is not installed. Run: scripts/setup.sh test" >&2; exit 1; }

dir="$(mktemp -d "${TMPDIR:-/tmp}/ledig-postgres.XXXXXX")"
if [ "$(id -u)" = 0 ]; then
  id postgres >/dev/null 2>&1 || useradd --system --home "$dir" postgres
  chown postgres "$dir"
  as_owner() { runuser -u postgres -- "$@"; }
else
  as_owner() { "$@"; }
fi

stop() {
  (cd / && as_owner "$bin/pg_ctl" -D "$dir/data" -m immediate -w stop >/dev/null 2>&1) || true
  rm -rf "$dir"
}
trap stop EXIT
trap 'exit 130' INT TERM

# Nothing in the cluster outlives the run: no need to wait for the disk.
(cd / && as_owner "$bin/initdb" -D "$dir/data" -U ledig -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$dir/initdb.log" 2>&1) \
  || { cat "$dir/initdb.log" >&2; exit 1; }

for _ in 1 2 3 4 5; do
  port="$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])' 2>/dev/null \
    || echo $((20000 + RANDOM % 20000)))"
  if (cd / && as_owner "$bin/pg_ctl" -D "$dir/data" -w -t 60 -l "$dir/server.log" start -o \
    "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200" \
    >/dev/null 2>&1); then
    started=yes
    break
  fi
done
[ -n "${started:-}" ] || { echo "PostgreSQL did not start:" >&2; tail -n 20 "$dir/server.log" >&2; exit 1; }

export LEDIG_TEST_POSTGRES="postgres://ledig@127.0.0.1:$port/postgres"
"$@"
