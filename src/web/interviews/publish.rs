//! Publishing the set of findings: what will be public, what will not, and why.

use domain::access::PublishFindings;
use domain::interviews::{State, Theme, ops};
use domain::processes::Process;
use maud::{Markup, html};

use super::{desk, framed, themes};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{self, address};
use crate::ui::form::button;
use crate::ui::{self, Tone};

async fn read(v: &Visit) -> Result<(Process, Vec<(Theme, State)>), Fault> {
    let process = processes::of(v).await?;
    let (actor, id) = (v.actor().clone(), process.id);
    let list = v.read(move |conn| ops::states(conn, &actor, id)).await?;
    Ok((process, list))
}

/// The page before the button.
pub async fn page(v: Visit) -> Answer {
    let (process, list) = read(&v).await?;
    v.page(&v.t("interviews-publish"), &view(&v, &process, &list))
}

/// Publishes. Blocks a thread: afterwards the database's files are wiped of the order in which findings were written.
pub async fn publish(v: Visit) -> Answer {
    let process = processes::of(&v).await?;
    let (app, actor, id, now) = (v.app().clone(), v.actor().clone(), process.id, v.now());
    v.slow(move || ops::publish(&app.db, now, &actor, id)).await?;
    v.done("done-findings-published", &address(&process, "/interviste"))
}

fn view(v: &Visit, process: &Process, list: &[(Theme, State)]) -> Markup {
    let sum = |of: fn(&State) -> i64| list.iter().map(|(_, s)| of(s)).sum::<i64>();
    let (public, ready, held_back) = (sum(|s| s.public), sum(|s| s.ready), sum(|s| s.held_back));
    let n = |n: i64| [("n", Arg::from(n))];
    let content = html! {
        section.block aria-labelledby="saranno" {
            h2 #saranno { (v.t("findings-will-be-public")) }
            p { (v.t_with("findings-ready", &n(ready))) " " @if public > 0 { (v.t_with("findings-public-already", &n(public))) } }
            (part(v, list, |s| s.public + s.ready > 0))
        }
        @if held_back > 0 {
            section.block aria-labelledby="non-saranno" {
                h2 #non-saranno { (v.t("findings-held-back-title")) }
                p { (v.t_with("findings-held-back", &n(held_back))) }
                (part(v, list, |s| s.held_back > 0))
            }
        }
        @if ready > 0 {
            (ui::notice(Tone::Warning, &html! {
                p { (v.t("findings-publish-final")) }
                @if public > 0 { p { (v.t("findings-publish-again")) } }
            }))
            p { (v.t("findings-publish-order")) }
            @if v.actor().may::<PublishFindings>(process.id) {
                div.page-actions {
                    (button(v, &desk(process, "/pubblica"), "btn btn-primary", "findings-publish-button", &[])) " "
                    a.btn.btn-link href=(desk(process, "/risultanze")) { (v.t("form-cancel")) }
                }
            } @else { p { (v.t("findings-publish-who")) } }
        }
        p { a href=(address(process, "/interviste")) { (v.t("interviews-see-public")) } }
    };
    framed(v, process, "/pubblica", "interviews-publish", "interviews-publish-lead", &content)
}

fn part(v: &Visit, list: &[(Theme, State)], wanted: fn(&State) -> bool) -> Markup {
    html! {
        ul { @for (theme, state) in list.iter().filter(|(_, s)| wanted(s)) {
            li { strong { (theme.title) } br; (themes::stands(v, theme, state)) }
        } }
    }
}
