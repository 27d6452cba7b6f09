#!/usr/bin/env bash
# The Rust suites of every crate, beside a throwaway PostgreSQL cluster. Arguments go to the test runner.
set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "$0")/env.sh"
cd "$LEDIG_ROOT"
[ $# -gt 0 ] || set -- --workspace
echo "==> Rust suites (first build up to 6 minutes on two cores)"
if cargo nextest --version >/dev/null 2>&1; then
  scripts/postgres.sh cargo nextest run --locked --no-fail-fast --status-level fail --final-status-level fail "$@"
else
  scripts/postgres.sh cargo test --locked --no-fail-fast --quiet "$@"
fi
