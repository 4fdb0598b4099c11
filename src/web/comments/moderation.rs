//! The desk of moderation: what waits, many passed at once, and one contribution with all that is known of it.

use domain::access::{EnterOther, Moderate, Permit, ReadRegister, Subject};
use domain::accounts;
use domain::paging::{Page, Slice};
use domain::processes::{self, Process};
use domain::register::chain::{self, Entry};
use domain::register::{self, Channel, Contribution, Filter, ListLine, Moderation, Text};
use domain::tables::{Chosen, Line, contribute};
use maud::{Markup, html};

use super::show::{self, Around, Shown};
use super::{receipt, register_chain};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{StaffSection, staff_frame, staff_frame_within};
use crate::tables::{line_address, where_it_is};
use crate::ui::form::{button, hidden};
use crate::ui::{self, lists};

/// The list's address.
pub fn address(slug: &str) -> String {
    format!("/percorsi/{slug}/gestione/contributi")
}

struct Desk {
    process: Process,
    rows: Slice<ListLine>,
    around: Around,
    counts: Vec<(Moderation, i64)>,
}

/// Which state the list shows: those that wait, unless another one (or all) is asked for.
fn wanted(v: &Visit) -> Option<Moderation> {
    match v.query("stato") {
        None => Some(Moderation::Waiting),
        Some(word) => Moderation::parse(word),
    }
}

/// The list, oldest first.
pub async fn list(v: Visit) -> Answer {
    let (actor, slug, page) = (v.actor().clone(), v.path("slug").to_owned(), Page::new(v.page_number(), 50));
    let moderation = wanted(&v);
    let desk = v.read(move |conn| {
        let process = processes::ops::by_slug(conn, &actor, &slug)?;
        let permit: Permit<ReadRegister> = actor.permit(Subject::of(process.id))?;
        let filter = Filter { moderation, standing: moderation.is_some(), ..Filter::default() };
        let rows = register::ops::staff_list(conn, &permit, process.id, &filter, page)?;
        let around = Around::read(conn, &rows.rows)?;
        let counts = register::ops::to_moderate(conn, &permit, process.id)?;
        Ok(Desk { process, rows, around, counts })
    });
    let desk = desk.await?;
    v.page(
        &v.t("moderation-title"),
        &staff_frame(&v, &desk.process, StaffSection::Contributions, &list_view(&v, &desk)),
    )
}

fn list_view(v: &Visit, desk: &Desk) -> Markup {
    let may = v.actor().may::<Moderate>(desk.process.id);
    html! {
        (ui::head(&v.t("moderation-title"), Some(&v.t("moderation-lead"))))
        @if v.actor().may::<EnterOther>(desk.process.id) {
            p { a.btn.btn-outline-primary href=(format!("{}/nuovo", address(&desk.process.slug))) { (v.t("moderation-enter")) } " "
                a.btn.btn-outline-primary href=(format!("{}/nuovo-atto", address(&desk.process.slug))) { (v.t("moderation-enter-act")) } }
        }
        section.queue {
            (counts(v, desk))
            @if desk.rows.rows.is_empty() { (ui::empty(&v.t("moderation-none"), &v.t("moderation-none-text"))) }
            @else if may && matches!(wanted(v), Some(Moderation::Waiting | Moderation::Held)) { (selectable(v, desk)) }
            @else { div.contributions { @for line in &desk.rows.rows { (shown(v, desk, line)) } } }
        }
        (lists::pager(v, desk.rows.page, desk.rows.more))
    }
}

fn counts(v: &Visit, desk: &Desk) -> Markup {
    let of = |m: Moderation| desk.counts.iter().find(|c| c.0 == m).map_or(0, |c| c.1);
    let (now, href) = (wanted(v), address(&desk.process.slug));
    html! {
        p.queue-counts {
            @for m in Moderation::ALL {
                a.queue-count href=(format!("{href}?stato={}", m.as_str())) aria-current=[(now == Some(*m)).then_some("true")] {
                    b { (v.l().number(of(*m))) } " " (v.t(&format!("moderation-count-{}", m.as_str())))
                }
                " "
            }
            a.queue-count href=(format!("{href}?stato=tutti")) aria-current=[now.is_none().then_some("true")] { (v.t("moderation-count-all")) }
        }
    }
}

fn shown(v: &Visit, desk: &Desk, line: &ListLine) -> Markup {
    let (slug, number) = (&desk.process.slug, line.contribution.number);
    let href = format!("{}/{number}", address(slug));
    let foot = html! {
        (v.t(if line.contribution.shown { "moderation-shown" } else { "moderation-not-shown" })) " "
        a href=(href) { (v.t_with("moderation-open", &[("number", Arg::from(number.to_string()))])) }
    };
    Shown { l: v.l(), slug, line, around: &desk.around, href: href.clone(), quoted: false, foot, staff: true }.article()
}

/// The list with a box beside each, and one button for those ticked.
fn selectable(v: &Visit, desk: &Desk) -> Markup {
    html! {
        form method="post" action=(format!("{}/pubblica", address(&desk.process.slug))) {
            (hidden(v))
            input type="hidden" name="stato" value=(wanted(v).map_or("", Moderation::as_str));
            p { (v.t("moderation-select-text")) }
            div.contributions {
                @for line in &desk.rows.rows {
                    @let number = line.contribution.number;
                    div.form-check {
                        input.form-check-input type="checkbox" name="numero" value=(format!("{number}.{}", line.contribution.revision)) id=(format!("n-{number}"));
                        label.form-check-label for=(format!("n-{number}")) {
                            (v.t_with("moderation-select", &[("number", Arg::from(number.to_string()))]))
                        }
                    }
                    (shown(v, desk, line))
                }
            }
            div.form-actions { button.btn.btn-primary { (v.t("moderation-publish-selected")) } }
        }
    }
}

/// A number and the revision that was read, as a box carries them: `12.1`.
fn seen(value: &str) -> Option<(i32, i32)> {
    let (number, revision) = value.split_once('.')?;
    Some((number.parse().ok()?, revision.parse().ok()?))
}

/// Publishes those ticked.
pub async fn publish_selected(v: Visit) -> Answer {
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let seen: Vec<(i32, i32)> = v.fields("numero").iter().filter_map(|n| seen(n)).collect();
    let state = Moderation::parse(v.field("stato")).unwrap_or(Moderation::Waiting);
    let to = format!("{}?stato={}", address(&slug), state.as_str());
    if seen.is_empty() {
        return v.done("done-none-selected", &to);
    }
    let done = v.write_once_saying(
        "done-published-selected",
        move |_| to,
        move |w| {
            let process = processes::ops::by_slug(w.conn, &actor, &slug)?;
            register::ops::publish_all(w, &actor, process.id, &seen)
        },
    );
    done.await
}

/// One contribution as the staff sees it.
pub struct Case {
    /// The process.
    pub process: Process,
    /// The contribution with its words.
    pub line: ListLine,
    /// What stands around it.
    pub around: Around,
    /// Every revision.
    pub history: Vec<Text>,
    /// Its entries in the chain.
    pub entries: Vec<Entry>,
    /// Who sent it, for those who moderate.
    pub sender: Option<String>,
    /// The number of the earlier one it repeats.
    pub duplicate_of: Option<i32>,
    /// The next one that waits.
    pub next: Option<i32>,
    /// Where the lines were said that it was made of.
    pub said: Vec<Chosen>,
}

impl Case {
    /// Its address.
    pub fn href(&self) -> String {
        format!("{}/{}", address(&self.process.slug), self.line.contribution.number)
    }
}

/// Reads one.
///
/// # Errors
/// Not found; denied.
pub async fn case(v: &Visit) -> Result<Case, Fault> {
    let (actor, slug, number) = (v.actor().clone(), v.path("slug").to_owned(), v.path_as::<i32>("number")?);
    v.read(move |conn| {
        let process = processes::ops::by_slug(conn, &actor, &slug)?;
        let permit: Permit<ReadRegister> = actor.permit(Subject::of(process.id))?;
        let of = register::ops::by_number(conn, process.id, number)?;
        let code = register::ops::passage_code(conn, &of)?;
        let duplicate_of = register::ops::duplicate_of(conn, &of)?;
        let history = register::ops::history(conn, &of)?;
        let entries = chain::entries_of(conn, process.id, number)?;
        let sender = match of.account_id.filter(|_| actor.may::<Moderate>(process.id)) {
            Some(id) => Some(accounts::ops::account(conn, id)?.name),
            None => None,
        };
        let waiting = Filter { moderation: Some(Moderation::Waiting), standing: true, ..Filter::default() };
        let waiting = register::ops::staff_list(conn, &permit, process.id, &waiting, Page::new(1, 2))?;
        let next = waiting.rows.iter().map(|l| l.contribution.number).find(|n| *n != number);
        let said = if of.channel == Channel::Table { contribute::said_where(conn, of.id)? } else { Vec::new() };
        let line = register::ops::line(conn, of, code)?;
        let around = Around::read(conn, std::slice::from_ref(&line))?;
        Ok(Case { process, line, around, history, entries, sender, duplicate_of, next, said })
    })
    .await
}

/// The page of one.
pub async fn one(v: Visit) -> Answer {
    let case = case(&v).await?;
    let title = v.t_with("moderation-one-title", &[("number", Arg::from(case.line.contribution.number.to_string()))]);
    let content = html! {
        (ui::head(&title, None))
        (Shown {
            l: v.l(), slug: &case.process.slug, line: &case.line, around: &case.around,
            href: format!("/percorsi/{}/contributi/{}", case.process.slug, case.line.contribution.number),
            quoted: true, staff: true, foot: html! { (v.t(if case.line.contribution.shown { "moderation-shown" } else { "moderation-not-shown" })) },
        }.article())
        (acts(&v, &case))
        (facts(&v, &case))
        (history(&v, &case))
        @if let Some(next) = case.next {
            p { a.btn.btn-outline-primary href=(format!("{}/{next}", address(&case.process.slug))) {
                (v.t_with("moderation-next", &[("number", Arg::from(next.to_string()))]))
            } }
        }
    };
    v.page(&title, &staff_frame_within(&v, &case.process, StaffSection::Contributions, &title, &content))
}

fn acts(v: &Visit, case: &Case) -> Markup {
    let (of, href) = (&case.line.contribution, case.href());
    let way =
        |act: &str, key: &str| html! { a.btn.btn-outline-primary href=(format!("{href}/{act}")) { (v.t(key)) } " " };
    html! {
        @if of.withdrawn_at.is_some() { p { (v.t("moderation-withdrawn")) } }
        @else if v.actor().may::<Moderate>(case.process.id) {
            section.block {
                h2 { (v.t("moderation-decide")) }
                div.form-actions {
                    @if of.moderation != Moderation::Published {
                        (button(v, &format!("{href}/pubblica"), "btn btn-primary", if of.shown { "moderation-publish" } else { "moderation-accept" }, &[("revisione", &of.revision.to_string())])) " "
                    }
                    @if of.moderation != Moderation::Held { (way("trattieni", "moderation-hold")) }
                    @if of.moderation != Moderation::Refused { (way("rifiuta", "moderation-refuse")) }
                    (way("oscura", "moderation-redact"))
                    (way("duplicato", "moderation-duplicate"))
                }
            }
        }
        (super::acts::switch(v, case))
        p { a href=(format!("/percorsi/{}/gestione/istruttoria/{}", case.process.slug, of.number)) { (v.t("moderation-intake")) } }
    }
}

fn channel(v: &Visit, of: &Contribution) -> Markup {
    html! { (v.t(&format!("contribution-channel-{}", of.channel.as_str()))) }
}

fn facts(v: &Visit, case: &Case) -> Markup {
    let (l, of) = (v.l(), &case.line.contribution);
    let mut facts: Vec<(String, Markup)> = vec![
        (v.t("moderation-received").into_owned(), html! { (l.instant_exact(of.received_at)) }),
        (v.t("moderation-channel").into_owned(), channel(v, of)),
    ];
    let may = v.actor().may::<Moderate>(case.process.id);
    if let Some(name) = &case.sender {
        facts.push((v.t("moderation-sender").into_owned(), html! { (name) }));
    }
    if of.channel != Channel::Online {
        facts.push((v.t("moderation-recorded").into_owned(), html! { (l.instant_exact(of.recorded_at)) }));
        if may {
            facts.push((v.t("moderation-evidence").into_owned(), html! { (of.evidence) }));
            facts.push((v.t("moderation-sender").into_owned(), html! { (of.sender) }));
        }
    }
    if !case.said.is_empty() {
        facts.push((v.t("minutes-register-lines").into_owned(), said(v, case)));
    }
    if of.moderation == Moderation::Refused {
        facts.push((v.t("moderation-refusal").into_owned(), html! { (show::refusal(l, of)) }));
    }
    if !of.refusal_note.is_empty() {
        facts.push((v.t("moderation-note").into_owned(), html! { (of.refusal_note) }));
    }
    if let Some(other) = case.duplicate_of {
        let href = format!("{}/{other}", address(&case.process.slug));
        facts.push((v.t("moderation-duplicate-of").into_owned(), html! { a href=(href) { (other) } }));
    }
    let facts: Vec<(&str, Markup)> = facts.iter().map(|(k, m)| (k.as_str(), m.clone())).collect();
    html! { section.block { h2 { (v.t("moderation-facts")) } (lists::definition(&facts)) } }
}

/// Where the lines were said, each with the way to it in the minutes.
fn said(v: &Visit, case: &Case) -> Markup {
    let hour = |l: &Line| v.t_with("minutes-register-line", &[("hour", Arg::from(v.l().hour(l.said_at)))]);
    html! {
        ul.list-unstyled.mb-0 { @for at in &case.said {
            li {
                (where_it_is(v, &at.place)) ": "
                @for (n, l) in at.lines.iter().enumerate() {
                    @if n > 0 { ", " }
                    a href=(line_address(&case.process, &at.place, &l.key)) { (hour(l)) }
                }
            }
        } }
    }
}

fn history(v: &Visit, case: &Case) -> Markup {
    html! {
        section.block {
            h2 { (v.t("moderation-history")) }
            ol {
                @for e in &case.entries {
                    li { (v.l().instant_exact(e.at)) " – " (register_chain::act(v.l(), e.act)) " (" (v.t("receipt-revision")) " " (e.revision) ")" }
                }
            }
            @if case.history.len() > 1 {
                div.folds { @for text in case.history.iter().rev().skip(1) { (receipt::revision(v, text)) } }
            }
        }
    }
}
