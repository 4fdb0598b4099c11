//! The outcomes, for everybody: every request with a published response, counted, filtered, linked to the changed text.

use domain::intake::Outcome;
use domain::paging::{Page, Slice};
use domain::processes::Process;
use domain::report::{Outcomes, Taken, ops};
use maud::{Markup, html};

use crate::http::{Answer, Visit};
use crate::locale::Arg;
use crate::processes::{self, Section};
use crate::ui::{self, badge, lists, plan};

/// A request with the title of its chapter.
type Row<'a> = (&'a str, &'a Taken);

/// Rows a page.
const ROWS: i64 = 25;

/// The page.
pub async fn page(v: Visit) -> Answer {
    let process = processes::of(&v).await?;
    let id = process.id;
    let found = v.snapshot(move |conn| ops::outcomes(conn, id)).await?;
    let title = v.t_with("outcomes-page-title", &[("process", Arg::from(process.title.as_str()))]);
    v.page(&title, &processes::frame(&v, &process, Section::Outcomes, &view(&v, &process, &found)))
}

fn view(v: &Visit, process: &Process, found: &Outcomes) -> Markup {
    let all: Vec<Row<'_>> = found.chapters.iter().flat_map(|c| c.taken.iter().map(|t| (c.title.as_str(), t))).collect();
    let wanted: Vec<Row<'_>> = all.iter().copied().filter(|row| passes(v, row)).collect();
    let n = wanted.len();
    let page = Page::new(v.page_number(), ROWS);
    let slice = page.slice(wanted.into_iter().skip(usize::try_from(page.offset()).unwrap_or(0)).collect());
    html! {
        (ui::head(&v.t("outcomes-title"), Some(&v.t("outcomes-lead"))))
        @if all.is_empty() { (ui::empty(&v.t("outcomes-none"), &v.t("outcomes-none-text"))) }
        @else {
            (counts(v, found))
            (filters(v, process, found))
            section.block aria-labelledby="elenco" {
                h2 #elenco { (v.t_with("outcomes-list", &[("n", Arg::from(n))])) }
                @if slice.rows.is_empty() { p { (v.t("outcomes-nothing")) " " a href=(processes::address(process, "/esiti")) { (v.t("outcomes-all")) } } }
                (list(v, process, found, &slice))
                (lists::pager(v, page, slice.more))
            }
        }
    }
}

fn passes(v: &Visit, (chapter, taken): &Row<'_>) -> bool {
    let is = |name: &str, value: &str| v.query(name).is_none_or(|wanted| wanted.is_empty() || wanted == value);
    let place = if chapter.is_empty() { "-" } else { chapter };
    is("esito", taken.outcome.as_str()) && is("tema", &taken.theme) && is("capitolo", place)
}

/// Requests of contributions received in time, by outcome: a table, and the same as bars.
fn counts(v: &Visit, found: &Outcomes) -> Markup {
    let l = v.l();
    let timely: Vec<&Taken> =
        found.chapters.iter().flat_map(|c| &c.taken).filter(|t| !found.late.contains(&t.contribution)).collect();
    let count = |n: usize| i64::try_from(n).unwrap_or(0);
    let all = count(timely.len());
    let of = |o: Outcome| count(timely.iter().filter(|t| t.outcome == o).count());
    let counted: Vec<_> = Outcome::ALL.iter().map(|o| (*o, of(*o))).filter(|(_, n)| *n > 0).collect();
    let shares = l.shares(&counted.iter().map(|(_, n)| *n).collect::<Vec<_>>());
    let late = found.chapters.iter().flat_map(|c| &c.taken).count() - timely.len();
    html! {
        table.table.table-sm {
            caption.caption-top { (v.t("doc-outcomes-caption")) }
            thead { tr {
                th scope="col" { (v.t("doc-col-outcome")) }
                th.num scope="col" { (v.t("doc-col-requests")) }
                th scope="col" { (v.t("doc-col-share")) }
            } }
            tbody {
                @for ((o, n), share) in counted.iter().zip(&shares) { (count_row(v, *o, *n, all, share)) }
                tr { th scope="row" { (v.t("outcomes-total")) } td.num { strong { (l.number(all)) } } td {} }
            }
        }
        @if late > 0 { p { (v.t_with("outcomes-late", &[("n", Arg::from(late))])) } }
    }
}

fn count_row(v: &Visit, o: Outcome, n: i64, all: i64, share: &str) -> Markup {
    let (l, label) = (v.l(), v.t(&format!("outcome-{}", o.as_str())));
    html! {
        tr {
            th scope="row" { (badge::outcome(l, o.as_str())) }
            td.num { (l.number(n)) }
            td { meter.bar min="0" max=(all) value=(n) aria-label=(label) { (share) } " " (share) }
        }
    }
}

fn filters(v: &Visit, process: &Process, found: &Outcomes) -> Markup {
    let all = || found.chapters.iter().flat_map(|c| &c.taken);
    let outcomes = Outcome::ALL.iter().filter(|o| all().any(|t| t.outcome == **o));
    let outcomes: Vec<_> =
        outcomes.map(|o| (o.as_str().to_owned(), v.t(&format!("outcome-{}", o.as_str())).into_owned())).collect();
    let mut themes: Vec<String> = all().map(|t| t.theme.clone()).filter(|t| !t.is_empty()).collect();
    themes.sort();
    themes.dedup();
    let themes: Vec<_> = themes.into_iter().map(|t| (t.clone(), t)).collect();
    let chapter = |title: &str| {
        if title.is_empty() {
            ("-".to_owned(), v.t("doc-whole-plan").into_owned())
        } else {
            (title.to_owned(), title.to_owned())
        }
    };
    let chapters: Vec<_> = found.chapters.iter().map(|c| chapter(&c.title)).collect();
    html! {
        form.filters method="get" action=(processes::address(process, "/esiti")) {
            (select(v, "esito", "doc-col-outcome", &outcomes))
            @if themes.len() > 1 { (select(v, "tema", "intake-theme-label", &themes)) }
            @if chapters.len() > 1 { (select(v, "capitolo", "outcomes-chapter", &chapters)) }
            div.form-actions { button.btn.btn-outline-primary { (v.t("choose-filter")) } }
        }
    }
}

fn select(v: &Visit, name: &str, label: &str, choices: &[(String, String)]) -> Markup {
    let now = v.query(name).unwrap_or("");
    html! {
        div.field {
            label.form-label for=(format!("q-{name}")) { (v.t(label)) }
            select.form-select id=(format!("q-{name}")) name=(name) {
                option value="" { (v.t("outcomes-any")) }
                @for (value, words) in choices { option value=(value) selected[value == now] { (words) } }
            }
        }
    }
}

/// The rows, under the heading of their chapter.
fn list(v: &Visit, process: &Process, found: &Outcomes, slice: &Slice<Row<'_>>) -> Markup {
    let whole = v.t("doc-whole-plan");
    html! {
        @for (i, (chapter, taken)) in slice.rows.iter().enumerate() {
            @if i == 0 || slice.rows.get(i - 1).is_some_and(|(before, _)| before != chapter) {
                h3 { @if chapter.is_empty() { (whole) } @else { (chapter) } }
            }
            (item(v, process, found, taken))
        }
    }
}

fn item(v: &Visit, process: &Process, found: &Outcomes, t: &Taken) -> Markup {
    let number = v.t_with("outcomes-contribution", &[("n", Arg::from(t.contribution.to_string()))]);
    html! {
        article.contribution id=(format!("r-{}", t.number)) {
            header.contribution-head {
                a.contribution-number href=(format!("#r-{}", t.number)) { (v.t_with("outcomes-request", &[("n", Arg::from(t.number.to_string()))])) } " "
                @if found.shown.contains(&t.contribution) {
                    a href=(processes::address(process, &format!("/contributi/{}", t.contribution))) { (number) }
                } @else { span.contribution-author { (number) } }
                @if !t.theme.is_empty() { " " (badge::tag(&t.theme)) }
                @if found.late.contains(&t.contribution) { " " (badge::status(v.l(), "late")) }
            }
            div.contribution-text { p { (t.summary) } }
            section.response {
                h4.response-title { (v.t("response-title")) " " (badge::outcome(v.l(), t.outcome.as_str())) }
                div.response-reason {
                    (ui::prose(&t.reason))
                    @if !t.competence.is_empty() { p { (v.t_with("doc-competence", &[("whose", Arg::from(t.competence.as_str()))])) } }
                    @if !t.deferred.0.is_empty() {
                        p { (v.t_with("doc-deferred", &[("step", Arg::from(t.deferred.0.as_str())), ("owner", Arg::from(t.deferred.1.as_str()))])) }
                    }
                }
                (passages(v, process, t))
            }
        }
    }
}

fn passages(v: &Visit, process: &Process, t: &Taken) -> Markup {
    html! {
        @if let Some((version, codes)) = &t.passages {
            p.response-passages {
                (v.t("response-passages")) " "
                @for (i, code) in codes.iter().enumerate() {
                    @if i > 0 { ", " }
                    a.code href=(crate::report::passage_href(&process.slug, *code)) { (plan::code(*code)) }
                }
                " " (v.t_with("doc-of-version", &[("n", Arg::from(version.to_string()))]))
            }
        }
    }
}
