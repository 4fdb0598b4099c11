# The words a developer types; CI runs the same.

# List them
default:
    @just --list

# Does it compile?
check:
    cargo check --workspace --all-targets

# The README's test command, on SQLite; on PostgreSQL too where ASCOLTO_TEST_POSTGRES names one
test:
    cargo test

# The same tests on a PostgreSQL at the usual place
test-pg:
    ASCOLTO_TEST_POSTGRES="${ASCOLTO_TEST_POSTGRES:-postgres://postgres@127.0.0.1:5432/postgres}" cargo test

# The demonstration on this machine
demo *args:
    cargo run -- demo {{ args }}

# Formatting
fmt:
    cargo fmt --all --check

# Lints; a warning is an error
lint:
    cargo clippy --workspace --all-targets -- -D warnings

# The documentation builds, and its links lead somewhere
doc:
    RUSTDOCFLAGS="-D warnings -A rustdoc::private_intra_doc_links -A rustdoc::redundant_explicit_links" cargo doc --workspace --no-deps --document-private-items

# Licences, bans and sources of what we depend on; advisories where ASCOLTO_ADVISORIES names a copy of the database
audit:
    bash tests/audit.sh

# Build the stylesheet, the script, the icons and the fonts anew
assets:
    cd assets && npm ci --silent && node build.mjs

# The committed assets are what their sources make
assets-check:
    cd assets && npm ci --silent && node build.mjs --check

# In a real browser (seven minutes): every page kind under axe-core at three widths, the whole way by hand, without JavaScript, with the keyboard alone, every form
browser:
    bash tests/browser/run.sh

# Each parser, that many seconds, with inputs changed by chance (decision 0028); ASCOLTO_FUZZ_SEED repeats one
fuzz seconds="60":
    ASCOLTO_FUZZ_SECONDS={{ seconds }} cargo test --test mutations -- --nocapture
    ASCOLTO_FUZZ_SECONDS={{ seconds }} cargo test --test fuzz_typed -- --nocapture
    ASCOLTO_FUZZ_SECONDS={{ seconds }} cargo test --bin ascolto fuzz_csv -- --nocapture

# Files changed by chance, sent through the real door, that many on each database
fuzz-door changes="10000":
    ASCOLTO_DOOR_CHANGES={{ changes }} cargo test --workspace --test api -- --nocapture files_changed_by_chance

# Everything CI runs
ci: fmt lint test (fuzz "3") doc audit assets-check browser

# Speed, as ratios in one run (long; needs gcc)
load:
    bash tests/load/run.sh
