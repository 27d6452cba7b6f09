#!/usr/bin/env bash
# Serves the release build with the demo municipality, from the repository's root.
set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "$0")/env.sh"
cd "$LEDIG_ROOT"
exec "${CARGO_TARGET_DIR:-target}/release/ledig" serve --demo
