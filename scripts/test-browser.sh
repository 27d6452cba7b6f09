#!/usr/bin/env bash
# The browser suites: a release build with the demo in a temporary database, in a real Chromium, each spec
# with and without JavaScript. Arguments go to Playwright. LEDIG_BASE_URL tests a server that already runs.
set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "$0")/env.sh"
cd "$LEDIG_ROOT"

if [ -z "${LEDIG_BASE_URL:-}" ]; then
  scripts/build.sh
  dir="$(mktemp -d "${TMPDIR:-/tmp}/ledig-browser.XXXXXX")"
  cleanup() {
    [ -z "${server:-}" ] || kill "$server" 2>/dev/null || true
    [ -z "${server:-}" ] || wait "$server" 2>/dev/null || true
    rm -rf "$dir"
  }
  trap cleanup EXIT
  trap 'exit 130' INT TERM
  port="$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')"
  export LEDIG_BASE_URL="http://127.0.0.1:$port"
  # Every spec signs in from the same address: the limit on attempts has a test of its own.
  LEDIG_DATABASE_URL="sqlite:$dir/ledig.db" LEDIG_LISTEN="127.0.0.1:$port" LEDIG_PUBLIC_URL="$LEDIG_BASE_URL" \
    LEDIG_LOG=warn LEDIG_RATE_LIMITS=off \
    "${CARGO_TARGET_DIR:-target}/release/ledig" serve --demo >"$dir/server.log" 2>&1 &
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
fi

cd end2end
status=0
npx playwright test "$@" || status=$?
if [ "$status" != 0 ] && [ -n "${dir:-}" ] && [ -s "$dir/server.log" ]; then
  echo "The server's warnings:" >&2
  tail -n 40 "$dir/server.log" >&2
fi
exit "$status"
