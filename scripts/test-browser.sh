#!/usr/bin/env bash
# The browser suites: a release build with the demo in a temporary database, in a real Chromium, each spec
# with and without JavaScript. Arguments go to Playwright. LEDIG_BASE_URL tests a server that already runs.
#
#   scripts/test-browser.sh [ARGS…]            on SQLite
#   scripts/test-browser.sh postgres [ARGS…]   on a throwaway PostgreSQL; by itself the stories from start to end
set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "$0")/env.sh"
cd "$LEDIG_ROOT/end2end"
if [ "${1:-}" = postgres ]; then
  shift
  [ $# -gt 0 ] || set -- resident club applicant manager --project=script
  export DEMO_DATABASE=postgres
  exec "$LEDIG_ROOT/scripts/postgres.sh" "$LEDIG_ROOT/scripts/with-demo.sh" npx --no-install playwright test "$@"
fi
exec "$LEDIG_ROOT/scripts/with-demo.sh" npx --no-install playwright test "$@"
