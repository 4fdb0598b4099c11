//! The SQL of contributions, their texts, seals and supports.

mod figures;
mod links;
mod lists;
mod one;
mod supports;
mod written;

pub use figures::{counts, late_numbers, organisations, places, public_numbers, shown_by_passage, to_moderate, ways};
pub use links::{links, links_of_process};
pub use lists::{Row, entered, list, of_account, places_of_account};
pub use one::{
    author_address, by_id, by_number, code_in, hash_of, organisation_name, passage_code, salt, sealed, text_of,
    texts_of,
};
pub use supports::{forget_supports, is_supported_by, support, supports_of};
pub use written::{Stamp, duplicate, insert, insert_text, moderated, redacted, revised, withdrawn};
