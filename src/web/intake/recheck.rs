//! Answers to be checked again, because the passages they name are no longer what the answers say of them.

use domain::processes::Process;
use maud::{Markup, html};

use super::words::desk;
use crate::http::Visit;
use crate::locale::Arg;
use crate::ui::{self, Tone};

/// The answers to be checked again, each with what is wrong and the way to it; nothing where there are none.
pub fn notice(v: &Visit, process: &Process, wrong: &[(i32, &'static str)]) -> Markup {
    if wrong.is_empty() {
        return html! {};
    }
    let list = html! {
        p.notice-title { (v.t_with("recheck-title", &[("n", Arg::from(wrong.len()))])) }
        p { (v.t("recheck-text")) }
        ul { @for (number, why) in wrong { li { (one(v, process, *number)) " – " (v.t(why)) } } }
    };
    ui::notice(Tone::Warning, &list)
}

/// The way to one answer.
pub fn one(v: &Visit, process: &Process, number: i32) -> Markup {
    let name = v.t_with("response-name", &[("n", Arg::from(number.to_string()))]);
    html! { a href=(desk(process, &format!("/riscontri/{number}"))) { (name) } }
}
