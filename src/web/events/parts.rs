//! Parts of pages about an event.

use domain::events::files::EventFile;
use domain::events::{Event, Kind, Session, State, Table};
use maud::{Markup, html};

use crate::http::Visit;
use crate::locale::{Arg, Locale};
use crate::ui::{self, Tone, lists, time};

/// Its kind in a word.
pub fn kind(l: &Locale, kind: Kind) -> Markup {
    ui::badge::tag(&l.t(&format!("event-kind-{}", kind.as_str())))
}

/// Where it stands, in a word with a shape; what is not public yet is a draft. What is over, and was not said to be held, is past.
pub fn state(v: &Visit, event: &Event) -> Markup {
    let l = v.l();
    let (look, word) = match event.state {
        State::Planned | State::MovedOnline if event.ends_at <= v.now() => ("answered", "past"),
        State::Planned => ("open", event.state.as_str()),
        State::MovedOnline => ("late", event.state.as_str()),
        State::Held => ("answered", event.state.as_str()),
        State::Cancelled => ("refused", event.state.as_str()),
    };
    html! {
        @if event.published_at.is_none() { (ui::badge::status(l, "draft")) }
        @else { span class=(format!("status status-{look}")) { (l.t(&format!("event-state-{word}"))) } }
    }
}

/// Why it was moved or cancelled.
pub fn change(v: &Visit, event: &Event) -> Markup {
    let (tone, key) = match event.state {
        State::Cancelled => (Tone::Danger, "event-was-cancelled"),
        _ if event.moved_online_at.is_some() => (Tone::Warning, "event-was-moved"),
        _ => return html! {},
    };
    ui::notice(tone, &html! { p.notice-title { (v.t(key)) } (ui::prose(&event.state_reason)) })
}

/// When and where; the link to follow it only for those who may have it.
pub fn facts(v: &Visit, event: &Event, with_link: bool) -> Markup {
    let l = v.l();
    let mut rows = vec![(l.t("event-when"), time::from_to(l, event.starts_at, event.ends_at))];
    if event.in_room() {
        rows.push((l.t("event-where"), html! { (event.place) @if !event.address.is_empty() { br; (event.address) } }));
        if !event.accessibility.is_empty() {
            rows.push((l.t("event-accessibility"), ui::prose(&event.accessibility)));
        }
    }
    if !event.online_link.is_empty() {
        let link = html! {
            @if with_link { a href=(event.online_link) rel="noreferrer" { (event.online_link) } }
            @else { (l.t("event-link-later")) }
        };
        rows.push((l.t("event-online"), link));
    }
    let rows: Vec<(&str, Markup)> = rows.iter().map(|(k, m)| (k.as_ref(), m.clone())).collect();
    lists::definition(&rows)
}

/// Seats left, in words.
pub fn left(l: &Locale, seats: i32, taken: i32) -> String {
    l.t_with(
        if taken < seats { "event-seats-left" } else { "event-seats-none" },
        &[("n", Arg::from((seats - taken).max(0)))],
    )
}

/// Seats left at a table, in words: no more than are left in the room.
pub fn left_at(l: &Locale, event: &Event, table: &Table) -> String {
    left(l, (table.seats - table.taken).min(event.room_seats - event.room_taken), 0)
}

/// The tables with their guiding questions, each with the way to its own page under `base`; how many seats are left, where one can
/// still enrol.
pub fn tables(v: &Visit, base: &str, tables: &[(Table, Vec<Session>)], with_seats: Option<&Event>) -> Markup {
    let l = v.l();
    html! {
        @if !tables.is_empty() {
            section.block aria-labelledby="tavoli" {
                h2 #tavoli { (l.t("event-tables")) }
                div.cards {
                    @for (table, sessions) in tables {
                        article.card { div.card-body {
                            h3.card-title { a href=(format!("{base}/tavoli/{}", table.number)) { (table_name(l, table)) } }
                            @if !table.room.is_empty() { p.card-meta { (table.room) } }
                            @if !sessions.is_empty() {
                                ol { @for s in sessions { li { (session(l, s)) } } }
                            }
                            @if let Some(event) = with_seats { p.card-meta { (left_at(l, event, table)) } }
                        } }
                    }
                }
            }
        }
    }
}

fn session(l: &Locale, s: &Session) -> Markup {
    html! {
        (s.question)
        @match (s.starts_at, s.ends_at) {
            (Some(a), Some(b)) => { br; span.text-muted { (l.hour(a)) "–" (l.hour(b)) } }
            (Some(a), None) => { br; span.text-muted { (l.hour(a)) } }
            _ => {}
        }
    }
}

/// `Tavolo 3. Theme`.
pub fn table_name(l: &Locale, table: &Table) -> String {
    table_words(l, table.number, &table.theme)
}

/// The same, by its number and theme.
pub fn table_words(l: &Locale, number: i32, theme: &str) -> String {
    l.t_with("event-table", &[("n", Arg::from(number.to_string())), ("theme", Arg::from(theme))])
}

/// The way to an uploaded document of the event at `base`, with the name of its file and its weight.
pub fn uploaded(l: &Locale, base: &str, file: &EventFile) -> Markup {
    let about = [("file", Arg::from(file.file_name.as_str())), ("size", Arg::from(i64::from(file.size / 1024 + 1)))];
    html! { a href=(format!("{base}/documenti/{}", file.id)) { (file.title) } " " span.text-muted { (l.t_with("event-file-about", &about)) } }
}
