#!/usr/bin/env bash
# Licences, bans and sources of the dependencies; advisories from a local copy of the database, where there is one.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v cargo-deny >/dev/null || cargo install --quiet --locked cargo-deny --version 0.20.2
cargo deny --offline check licenses bans sources
if [ -n "${ASCOLTO_ADVISORIES:-}" ]; then
  cargo deny --offline check --config <(cat deny.toml; printf '\n[advisories]\ndb-path = "%s"\n' "$ASCOLTO_ADVISORIES") advisories
else
  echo "advisories: NOT RUN (ASCOLTO_ADVISORIES names no copy of the advisory database)"
fi
