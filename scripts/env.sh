# Sourced by the other scripts: where the tools are, and which compiler builds. Installs nothing;
# scripts/setup.sh does that.

LEDIG_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
# Tools live outside the checkout, so that a second clone on the same machine finds them.
LEDIG_TOOLS_DIR="${LEDIG_TOOLS_DIR:-$HOME/.cache/ledig-tools}"
export LEDIG_ROOT LEDIG_TOOLS_DIR
export PATH="$LEDIG_TOOLS_DIR/bin:$LEDIG_ROOT/node_modules/.bin:$HOME/.cargo/bin:$PATH"
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

# True if the compiler now chosen can build the browser client.
ledig_has_wasm() {
  local libdir
  libdir="$(rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null)" || return 1
  compgen -G "$libdir/libstd-*.rlib" >/dev/null || return 1
  # A library left over from another compiler version is worse than none.
  [ ! -e "$libdir/ledig-built-by" ] || [ "$(cat "$libdir/ledig-built-by")" = "$(rustc -vV)" ]
}

# One compiler for everything: the machine's own where it has wasm32, else Debian's, which setup.sh
# links into rustup as "debian". An explicit RUSTUP_TOOLCHAIN wins.
ledig_choose_toolchain() {
  [ -z "${RUSTUP_TOOLCHAIN:-}" ] || return 0
  if ledig_has_wasm; then return 0; fi
  if command -v rustup >/dev/null 2>&1 && RUSTUP_TOOLCHAIN=debian ledig_has_wasm; then
    export RUSTUP_TOOLCHAIN=debian
  fi
}
ledig_choose_toolchain
