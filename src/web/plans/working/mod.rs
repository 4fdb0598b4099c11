//! The working draft: its passages one under the other with what may be done to each, the form that changes one, and the
//! history of both.

mod edit;
mod form;
mod history;
mod kinds;
mod list;

pub use edit::{new, open, put, take};
pub use history::{changed, changes, one as history};
pub use list::{Mend, begin, mend, mends, page, shift};

use domain::db::Conn;
use domain::id::RowId;
use domain::plans::{self, Version};
use domain::processes::{self, Process};
use domain::{Error, Result, access::Actor};

use super::address;

/// Passages a page.
const SIZE: i32 = 50;

/// The list of the passages, with what comes after.
fn list_address(slug: &str, rest: &str) -> String {
    address::desk(slug, &format!("/testo{rest}"))
}

/// Where a passage stands in that list.
fn place(slug: &str, position: i32, row: RowId) -> String {
    list_address(slug, &format!("?pagina={}#r{row}", (position.max(1) - 1) / SIZE + 1))
}

/// The process and its draft.
fn draft(conn: &mut Conn, actor: &Actor, slug: &str) -> Result<(Process, Version)> {
    let process = processes::ops::by_slug(conn, actor, slug)?;
    let draft = plans::ops::draft(conn, actor, process.id)?.ok_or(Error::NotFound)?;
    Ok((process, draft))
}
