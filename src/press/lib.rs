//! The press: a document's content in, bytes out.
//!
//! What is printed is described by a [`Document`], which knows nothing of consultations: the same press prints a report, a
//! plan or a register. Each renderer says the same words:
//!
//! - [`html()`]: one standalone accessible page; [`html_body`]: the fragment to embed in a page of the site;
//! - [`pdf()`]: PDF/UA-1 and PDF/A-2a at once, typeset by Typst;
//! - [`docx()`]: an editable file with real styles, contents, lists and tables;
//! - [`odt()`] and [`markdown()`]: the same for a plan, whose blocks are passages;
//! - [`tracked()`]: two versions as one DOCX with tracked changes.
//!
//! All are pure: no clock, no network, no files; the same document always gives the same bytes. Text is data everywhere: no
//! string, however hostile, becomes markup or makes a renderer fail.
//!
//! | room | what it does |
//! |---|---|
//! | `model` | the words of this crate: document, block, span |
//! | `prepare` | makes any document printable: cleans text, repairs levels, resolves links |
//! | `passage` | the words for a plan |
//! | `html`, `pdf`, `docx`, `odt`, `markdown` | one renderer each |
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "a test that meets an unexpected value should stop there"
    )
)]

mod docx;
mod error;
mod html;
mod markdown;
mod model;
mod odt;
mod passage;
mod pdf;
mod prepare;

pub use docx::{docx, tracked};
pub use error::PressError;
pub use html::{html, html_body};
pub use markdown::markdown;
pub use model::{
    Block, Document, Figure, Item, Labels, Lang, List, Moment, Piece, PieceKind, Span, Summary, Table, Tracked,
    TrackedBlock, TrackedCell, TrackedLook, TrackedRole, TrackedRow, TrackedRun,
};
pub use odt::odt;
pub use passage::{GridCell, Passage, PassageBody, PassageCode, Picture, Role};
pub use pdf::pdf;
