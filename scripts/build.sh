#!/usr/bin/env bash
# Builds the server and the browser client in release, with compressed assets: target/release/ledig, target/site.
set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "$0")/env.sh"
cd "$LEDIG_ROOT"
echo "==> Building in release with $(rustc --version) (first time up to 12 minutes on two cores, then seconds)"
cargo leptos build --release --precompress || {
  echo "The build failed. If a tool is missing: scripts/setup.sh run" >&2
  exit 1
}
