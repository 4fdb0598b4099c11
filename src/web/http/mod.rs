//! The house's front: doors, the gate behind each of them, what a visit brings, and what is sent back.

pub mod cookies;
pub mod csrf;
pub mod documents;
pub mod door;
pub mod encoding;
pub mod fault;
pub mod fields;
pub mod gate;
pub mod headers;
pub mod kept;
pub mod limits;
pub mod page_cache;
pub mod pieces;
pub mod received;
pub mod static_files;
pub mod visit;

pub use door::{Access, Door};
pub use fault::{Answer, Fault};
pub use fields::{Fields, File};
pub use limits::Limit;
pub use visit::Visit;
