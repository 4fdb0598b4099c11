#!/usr/bin/env bash
# The bench: reading pages and accepting comments, as ratios within one run. Needs gcc for the artificial flush delay.
# ASCOLTO_LOAD_ONLY=reading|writing runs a half; ASCOLTO_LOAD_ROUNDS (5) and ASCOLTO_LOAD_SECONDS (3) set its length.
set -euo pipefail
cd "$(dirname "$0")/../.."
shim="$(mktemp --suffix=.so)"
trap 'rm -f "$shim"' EXIT
if command -v gcc >/dev/null; then
  gcc -O2 -shared -fPIC -o "$shim" tests/load/slow_flush.c -ldl
  export ASCOLTO_SLOW_FLUSH="$shim"
else
  echo "no gcc: the artificial flush delay is NOT RUN" >&2
fi
ASCOLTO_LOAD=1 cargo test --profile load --test load
