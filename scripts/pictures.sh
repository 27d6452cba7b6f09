#!/usr/bin/env bash
# Pictures of the main pages of the demo into docs/pictures, at 1280 and 375 px.
set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "$0")/env.sh"
"$LEDIG_ROOT/scripts/setup.sh" pictures
cd "$LEDIG_ROOT/end2end"
exec "$LEDIG_ROOT/scripts/with-demo.sh" node tools/pictures.mjs "$LEDIG_ROOT/docs/pictures"
