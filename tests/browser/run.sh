#!/usr/bin/env bash
# Pages in a real browser: every page kind looked at, the whole way by hand, an event and its door, the tables, a whole evening on
# phones, every kind of letter, a draft written by two, without JavaScript, with the keyboard alone, on paper, every form with nothing, too much and hostile words in it.
# Three lanes side by side, since they wait more than they compute, each with a demonstration of its own; before them, what the script of the pages promises, on pages of its own.
# Photographs are left in target/shots. One script alone: tests/browser/run.sh pages.mjs
set -euo pipefail
cd "$(dirname "$0")/../.."

not_run() { echo "tests/browser was NOT RUN: $1"; [ "${CI:-}" = true ] && exit 1; exit 0; }
CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
[ -n "$CHROMIUM" ] || not_run "there is no chromium on this machine (or name one in CHROMIUM)"
command -v node >/dev/null || not_run "there is no node on this machine"
export CHROMIUM
[ -d assets/node_modules ] || (cd assets && npm ci --silent)

if [ -z "${ASCOLTO_BINARY:-}" ]; then
  # Where all tests run, they have built it already, with the features that their own dependencies ask for.
  if [ "${CI:-}" = true ]; then cargo test --no-run; else cargo build; fi
  ASCOLTO_BINARY=${CARGO_TARGET_DIR:-target}/debug/ascolto
fi

ready() { node -e 'fetch(process.argv[1]).then(r=>process.exit(r.ok?0:1),()=>process.exit(1))' "$ASCOLTO_ADDRESS/salute"; }

# Runs scripts one after the other on a demonstration of their own; the last line is how many claims held and how many did not.
lane() (
  data=$(mktemp -d)
  port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
  export ASCOLTO_ADDRESS=http://127.0.0.1:$port
  "$ASCOLTO_BINARY" demo --fresh --data "$data" --bind "127.0.0.1:$port" >"$data/server.log" 2>&1 &
  server=$!
  stop() { kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$data"; }
  trap stop EXIT
  for _ in $(seq 240); do
    ready && break
    kill -0 "$server" 2>/dev/null || break
    sleep 0.5
  done
  ready || { cat "$data/server.log"; echo "the demonstration did not start"; echo "0 1"; exit; }

  passed=0 failed=0
  for script in "$@"; do
    echo "== $script (${SECONDS}s)"
    tally=$(mktemp)
    TALLY=$tally node "tests/browser/$script" || true
    read -r p f <"$tally" || { p=0 f=1; echo "FAILED $script: it broke off"; }
    rm -f "$tally"
    passed=$((passed + p)) failed=$((failed + f))
  done
  [ "$failed" = 0 ] || tail -n 20 "$data/server.log"
  echo "$passed $failed"
)

logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
if [ $# -gt 0 ]; then
  lane "$@" 2>&1 | tee "$logs/1"
else
  { echo "== assets/script.test.mjs"; node assets/script.test.mjs && echo "1 0" || echo "0 1"; } >"$logs/0" 2>&1
  lane pages.mjs without_script.mjs keyboard.mjs print.mjs incontri.mjs evening.mjs >"$logs/1" 2>&1 &
  lane whole_way.mjs forms.mjs >"$logs/2" 2>&1 &
  lane porta.mjs tables.mjs writing.mjs letters.mjs >"$logs/3" 2>&1 || true
  wait
  cat "$logs"/*
fi
passed=0 failed=0
for log in "$logs"/*; do
  read -r p f <<<"$(tail -n 1 "$log" | grep -E '^[0-9]+ [0-9]+$' || echo "0 1")"
  passed=$((passed + p)) failed=$((failed + f))
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
