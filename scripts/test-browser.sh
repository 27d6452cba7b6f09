#!/usr/bin/env bash
# The browser suites: a release build with the demo in a temporary database, in a real Chromium, each spec
# with and without JavaScript. Arguments go to Playwright. LEDIG_BASE_URL tests a server that already runs.
set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "$0")/env.sh"
cd "$LEDIG_ROOT/end2end"
exec "$LEDIG_ROOT/scripts/with-demo.sh" npx --no-install playwright test "$@"
