//! Choosing the requests that one response is for.

use domain::access::{PrepareResponse, ReadRegister, Subject};
use domain::intake::{RequestLine, desk as clerk};
use domain::paging::{Page, Slice};
use domain::processes::Process;
use maud::{Markup, html};

use super::words::{desk, first, numbers};
use crate::http::{Answer, Visit};
use crate::locale::Arg;
use crate::processes::{self, StaffSection};
use crate::ui::{self, lists};

/// The numbers chosen: `?richieste=3,7` or one box each.
pub fn chosen(v: &Visit) -> Vec<i32> {
    let all = v.queries().iter().filter(|(k, _)| k == "richieste");
    all.flat_map(|(_, value)| numbers(value).unwrap_or_default()).take(200).collect()
}

/// The page.
pub async fn page(v: Visit, process: Process) -> Answer {
    let (actor, id, page) = (v.actor().clone(), process.id, Page::new(v.page_number(), 100));
    let (theme, words) = (v.query("tema").unwrap_or("").to_owned(), v.query("parole").unwrap_or("").to_owned());
    let (themes, free) = v
        .read(move |conn| {
            actor.permit::<PrepareResponse>(Subject::of(id))?;
            let permit = actor.permit::<ReadRegister>(Subject::of(id))?;
            let all = clerk::unanswered(conn, &permit, id, &theme, &words)?;
            let skipped = usize::try_from(page.offset()).unwrap_or(0);
            let slice = page.slice(all.into_iter().skip(skipped).collect());
            let rows = clerk::lines(conn, &permit, slice.rows)?;
            Ok((clerk::themes(conn, &permit, id)?, Slice { rows, page: slice.page, more: slice.more }))
        })
        .await?;
    let title = v.t("choose-title");
    let content = html! {
        (ui::head(&title, Some(&v.t("choose-lead"))))
        (filters(&v, &process, &themes))
        (list(&v, &process, &free))
    };
    v.page(&title, &processes::staff_frame_within(&v, &process, StaffSection::Responses, &title, &content))
}

fn filters(v: &Visit, process: &Process, themes: &[String]) -> Markup {
    let now = v.query("tema").unwrap_or("");
    html! {
        form.filters method="get" action=(desk(process, "/riscontri/nuovo")) {
            div.field {
                label.form-label for="q-theme" { (v.t("intake-theme-label")) }
                select.form-select #q-theme name="tema" {
                    option value="" { (v.t("choose-any-theme")) }
                    @for theme in themes { option value=(theme) selected[theme == now] { (theme) } }
                }
            }
            div.field {
                label.form-label for="q-words" { (v.t("choose-words")) }
                input.form-control type="search" #q-words name="parole" value=(v.query("parole").unwrap_or(""));
            }
            div.form-actions { button.btn.btn-outline-primary { (v.t("choose-filter")) } }
        }
    }
}

fn list(v: &Visit, process: &Process, free: &Slice<RequestLine>) -> Markup {
    html! {
        @if free.rows.is_empty() { (ui::empty(&v.t("choose-none"), &v.t("choose-none-text"))) }
        @else {
            form method="get" action=(desk(process, "/riscontri/nuovo")) {
                ol.queue-list { @for line in &free.rows { (item(v, line)) } }
                div.form-actions { button.btn.btn-primary { (v.t("choose-button")) } }
            }
        }
        (lists::pager(v, free.page, free.more))
    }
}

fn item(v: &Visit, line: &RequestLine) -> Markup {
    let number = line.request.number;
    html! {
        li.queue-item {
            div.queue-main {
                div.form-check {
                    input.form-check-input type="checkbox" name="richieste" value=(number) id=(format!("r-{number}"));
                    label.form-check-label for=(format!("r-{number}")) {
                        (v.t_with("intake-request", &[("n", Arg::from(number.to_string()))])) " " (line.request.summary)
                    }
                }
                @for words in &line.excerpts { p.queue-meta { "«" (first(words, 200)) "»" } }
                p.queue-meta {
                    (v.t_with("intake-of-contribution", &[("n", Arg::from(line.contribution.to_string()))]))
                    @if !line.request.theme.is_empty() { " · " (line.request.theme) }
                }
            }
        }
    }
}
