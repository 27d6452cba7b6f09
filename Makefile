# The commands of the project. `make` alone lists them.
SHELL := bash
.ONESHELL:
.SHELLFLAGS := -euo pipefail -c

.PHONY: help setup run dev test test-rust test-browser fmt clippy deny check pictures bench bench-allocation clean-data

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

setup: ## install what is missing, nothing else
	@scripts/setup.sh test

run: ## build in release and serve the demo at http://127.0.0.1:3000
	@scripts/setup.sh run
	scripts/build.sh
	scripts/serve.sh

dev: ## rebuild and reload while you edit
	@scripts/setup.sh run
	. scripts/env.sh
	exec cargo leptos watch

test: ## every suite: Rust on both databases, then the browser on both
	@scripts/setup.sh test
	scripts/test-rust.sh
	scripts/test-browser.sh
	scripts/test-browser.sh postgres

test-rust: ## the Rust suites; make test-rust ARGS='-p ledig-domain'
	@scripts/test-rust.sh $(ARGS)

test-browser: ## the browser suites on a release build; make test-browser ARGS='postgres start'
	@scripts/test-browser.sh $(ARGS)

fmt: ## format the sources
	@. scripts/env.sh
	cargo fmt --all

clippy: ## lints, for the server and for the browser
	@. scripts/env.sh
	cargo clippy --workspace --all-targets --locked -- -D warnings
	cargo clippy --package ledig-app --no-default-features --features hydrate --target wasm32-unknown-unknown --locked -- -D warnings

deny: ## licences, sources and duplicates of dependencies
	@scripts/deny.sh

check: ## what CI runs
	@.ci/run

pictures: ## pictures of the main pages, for the README
	@scripts/pictures.sh

bench: ## what each page costs, on SQLite and PostgreSQL side by side
	@scripts/setup.sh test
	scripts/bench.sh

bench-allocation: ## the season's allocation beside CP-SAT and HiGHS; make bench-allocation ARGS='S:1 M:1' (or ARGS=again)
	@scripts/bench-allocation.sh $(ARGS)

clean-data: ## throw the local database away
	rm -f data/ledig.db data/ledig.db-wal data/ledig.db-shm
