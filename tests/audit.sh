#!/usr/bin/env bash
# Licences, bans and sources of the dependencies; advisories from a local copy of the database, where there is one.
set -euo pipefail
cd "$(dirname "$0")/.."
# Not optimised: it is built in a third of the time, and has little to do.
command -v cargo-deny >/dev/null || CARGO_PROFILE_DEV_DEBUG=false cargo install --quiet --debug --locked cargo-deny --version 0.20.2
[ "${1:-}" != --tool ] || exit 0
cargo deny --offline check licenses bans sources
if [ -n "${ASCOLTO_ADVISORIES:-}" ]; then
  cargo deny --offline check --config <(cat deny.toml; printf '\n[advisories]\ndb-path = "%s"\n' "$ASCOLTO_ADVISORIES") advisories
else
  echo "advisories: NOT RUN (ASCOLTO_ADVISORIES names no copy of the advisory database)"
fi
