#!/usr/bin/env bash
# Licences, sources and banned crates of every dependency; known vulnerabilities where the advisory
# database can be fetched.
set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "$0")/env.sh"
cd "$LEDIG_ROOT"
cargo deny --log-level error check licenses bans sources
if timeout 60 git ls-remote --quiet https://github.com/RustSec/advisory-db HEAD >/dev/null 2>&1; then
  cargo deny --log-level error check advisories
else
  echo "advisories: not checked, the advisory database cannot be reached from here"
fi
