//! The working draft: its passages one under the other with what may be done to each, the form that changes one, and the
//! history of both.

mod edit;
mod form;
mod history;
mod kinds;
mod list;
mod placing;

pub use edit::{new, open, put, take};
pub use history::{changed, changes, one as history};
pub use kinds::name as kind_name;
pub use list::{Mend, begin, mend, mends, page, shift};

use domain::access::{Actor, ReadRegister, Subject};
use domain::db::Conn;
use domain::id::{PassageId, RowId};
use domain::intake::{self, PutFrom};
use domain::plans::{self, Version};
use domain::processes::{self, Process};
use domain::{Error, Result};
use maud::{Markup, html};

use super::address;
use crate::http::Visit;
use crate::locale::Arg;

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

/// The requests whose words were put into a passage of the draft.
fn from(conn: &mut Conn, actor: &Actor, draft: &Version, of: Option<PassageId>) -> Result<Vec<PutFrom>> {
    let Some(of) = of else { return Ok(Vec::new()) };
    let permit = actor.permit::<ReadRegister>(Subject::of(draft.process_id))?;
    intake::put_into(conn, &permit, draft.id, of)
}

/// The same, each with the way to it.
fn put_from(v: &Visit, slug: &str, from: &[PutFrom]) -> Markup {
    html! {
        @if !from.is_empty() {
            p {
                (v.t("put-from"))
                @for (n, one) in from.iter().enumerate() {
                    @let args = [("request", Arg::from(one.request.to_string())), ("number", Arg::from(one.contribution.to_string()))];
                    @if n > 0 { "; " } @else { " " }
                    a href=(format!("/percorsi/{slug}/gestione/istruttoria/{}", one.contribution)) { (v.t_with("put-from-one", &args)) }
                    ", " (v.t(if one.whole { "put-from-whole" } else { "put-from-adapted" }))
                }
            }
        }
    }
}
