#!/usr/bin/env bash
# The season's allocation beside OR-Tools CP-SAT and HiGHS on the same seasons, as tables for bench/README.md.
# Arguments: seasons as size:seed, e.g. S:1 M:1; by default those of the tables. After the word `again`: what a season that
# goes on changes.
set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "$0")/env.sh"
cd "$LEDIG_ROOT"
target="${CARGO_TARGET_DIR:-$LEDIG_ROOT/target}"
work="$target/bench-allocation"
venv="$work/venv"
wanted="$LEDIG_ROOT/bench/allocation/requirements.txt"
if ! cmp -s "$wanted" "$venv/requirements.txt"; then
  python3 -m venv --clear "$venv" >&2
  "$venv/bin/pip" install --quiet --requirement "$wanted" >&2
  cp "$wanted" "$venv/requirements.txt"
fi
cargo build --release --locked --quiet --package ledig-allocation --example instance \
  --example allocate --example check >&2
script=compare
if [ "${1:-}" = again ]; then
  script=again
  shift
fi
exec "$venv/bin/python" "bench/allocation/$script.py" "$target/release/examples" "$work" "$@"
