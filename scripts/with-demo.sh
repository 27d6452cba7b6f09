#!/usr/bin/env bash
# Runs a command beside a release build that serves the demo of 11 August 2026 (the same whatever day it is)
# from a temporary database; the command finds it at LEDIG_BASE_URL. If that is set already, the command runs against that server.
# The database is SQLite, or with DEMO_DATABASE=postgres that of scripts/postgres.sh.
#
#   scripts/with-demo.sh COMMAND [ARGS…]
set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "$0")/env.sh"
[ $# -gt 0 ] || { echo "usage: scripts/with-demo.sh COMMAND [ARGS…]" >&2; exit 2; }
if [ -n "${LEDIG_BASE_URL:-}" ]; then exec "$@"; fi

"$LEDIG_ROOT/scripts/build.sh"
ledig="$(cd "$LEDIG_ROOT" && realpath "${CARGO_TARGET_DIR:-target}")/release/ledig"
dir="$(mktemp -d "${TMPDIR:-/tmp}/ledig-demo.XXXXXX")"
stop() {
  if [ -n "${server:-}" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$dir"
}
trap stop EXIT
trap 'exit 130' INT TERM

port="$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')"
export LEDIG_BASE_URL="http://127.0.0.1:$port"
database="sqlite:$dir/ledig.db"
if [ "${DEMO_DATABASE:-sqlite}" = postgres ]; then
  database="${LEDIG_TEST_POSTGRES:?start it with: scripts/postgres.sh scripts/with-demo.sh …}"
fi
# Every spec signs in from the same address: the limits have tests of their own.
LEDIG_DATABASE_URL="$database" LEDIG_LISTEN="127.0.0.1:$port" LEDIG_PUBLIC_URL="$LEDIG_BASE_URL" \
  LEDIG_SITE_ROOT="$LEDIG_ROOT/target/site" LEDIG_LOG=warn LEDIG_RATE_LIMITS=off \
  "$ledig" serve --demo --at 2026-08-11T10:00 >"$dir/server.log" 2>&1 &
server=$!
echo "==> Waiting for the server with its demo (under a minute)"
for _ in $(seq 1 240); do
  if curl -fsS -o /dev/null "$LEDIG_BASE_URL/readyz" 2>/dev/null; then ready=yes; break; fi
  kill -0 "$server" 2>/dev/null || break
  sleep 0.5
done
if [ -z "${ready:-}" ]; then
  echo "The server did not come up:" >&2
  tail -n 40 "$dir/server.log" >&2
  exit 1
fi

status=0
"$@" || status=$?
if [ "$status" != 0 ] && grep -qE 'WARN|ERROR' "$dir/server.log"; then
  echo "The server's warnings:" >&2
  grep -E 'WARN|ERROR' "$dir/server.log" | tail -n 40 >&2
fi
exit "$status"
