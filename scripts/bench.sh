#!/usr/bin/env bash
# What each page costs, on SQLite and on PostgreSQL side by side, as tables for bench/README.md.
set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "$0")/env.sh"
scripts="$LEDIG_ROOT/scripts"
exec "$scripts/with-demo.sh" bash -c '
  export BENCH_SQLITE="$LEDIG_BASE_URL" DEMO_DATABASE=postgres
  unset LEDIG_BASE_URL
  exec "$1/postgres.sh" "$1/with-demo.sh" node "$1/../bench/pages.mjs"
' bench "$scripts"
