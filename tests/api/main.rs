//! Stories told through the real door: an HTTP client, the house as `main` builds it, both databases.
//!
//! Every story runs on SQLite in a folder of its own and, where `ASCOLTO_TEST_POSTGRES` names a server
//! (`postgres://user@127.0.0.1:5432/postgres`), on PostgreSQL in a database of its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails panics")]

#[macro_use]
#[allow(dead_code, reason = "words for stories that other rooms will tell")]
mod harness;

mod accounts;
mod acts;
mod citations;
mod columns;
mod commands;
mod comments;
mod deadline;
mod door_check;
mod doors;
mod duplicates;
mod enrolled;
mod event_files;
mod events;
mod everywhere;
mod filters;
mod flush;
mod front;
mod intake;
mod interviews;
mod logged;
mod matrix;
mod matrix_prepared;
mod office;
mod paper;
mod plans;
mod plans_alignment;
mod plans_download;
mod plans_form;
mod plans_hostile;
mod plans_images;
mod plans_links;
mod plans_placing;
mod plans_proposals;
mod plans_reading;
mod plans_tracked;
mod plans_tracked_made;
mod plans_writing;
mod processes;
mod registrations;
mod report;
mod report_events;
mod requests;
mod rereading;
mod restitutions;
mod roundtrip;
mod stage;
mod statements;
mod tables;
mod tables_together;
mod whole_way;
mod wire;
