//! Consultations: the window in which a version can be commented, and the one rule that decides whether it is open
//! (design, promise 4). Everybody who may do something only in time asks [`ops::subject`], inside the writing transaction.

mod model;
pub mod ops;
mod rules;
mod store;

pub use model::{Consultation, Extension, InSight};
pub use rules::state;
