//! The house of Ascolto: what the product exists for, with no HTTP, no HTML and no mail transport.
//!
//! `db, access -> accounts -> processes -> plans -> consultations -> events -> register -> tables -> comments -> intake ->
//! interviews -> report`: left knows nothing of right. A room has `model` (what things are), `rules` (pure), `ops` (verbs) and
//! a private `store` (its SQL).

#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails may panic")
)]

pub mod access;
pub mod accounts;
pub mod audit;
pub mod clock;
pub mod comments;
pub mod consultations;
pub mod db;
pub mod demo;
pub mod error;
pub mod events;
pub mod id;
pub mod intake;
pub mod interviews;
pub mod mail;
pub mod names;
pub mod once;
pub mod paging;
pub mod plans;
pub mod processes;
pub mod register;
pub mod report;
pub mod secrets;
pub mod tables;
pub mod uploads;

pub use error::{Error, Problem, Problems, Result};
