//! The figures of events for everybody: who enrolled, who came, by table, zone and kind of organisation. What speaks of fewer
//! than five people is left out.

use domain::Error;
use domain::events::figures::{self, About, Counted, Counts, Figures, Row};
use domain::events::{Admission, Event, Kind, State, ops};
use domain::id::EventId;
use domain::processes;
use maud::{Markup, html};

use super::{address, found};
use crate::http::{Answer, Visit};
use crate::locale::{Arg, Locale};
use crate::processes::{Section, frame_within};
use crate::ui::lists::Figure;
use crate::ui::{self, lists, table};

/// Of one event that was held.
pub async fn one(v: Visit) -> Answer {
    let (process, event) = found(&v).await?;
    if event.state != State::Held {
        return Err(Error::NotFound.into());
    }
    let of = event.clone();
    let shown = v.read(move |conn| figures::of_event(conn, &of)).await?;
    let title = v.t_with("figures-title", &[("event", Arg::from(event.title.as_str()))]);
    let content = html! {
        (ui::head(&v.t("figures-name"), Some(&event.title)))
        (view(&v, &shown, event.admission, figures::publishable))
        p { (v.t_with("figures-few", &[("n", Arg::from(figures::FEW))])) }
        p { a href=(address(&process, &event, "")) { (v.t("enrol-back")) } }
    };
    v.page(&title, &frame_within(&v, &process, Section::Events, &v.t("figures-name"), &content))
}

/// Of all events of a process that were held.
pub async fn all(v: Visit) -> Answer {
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let (process, events, each, sum) = v
        .read(move |conn| {
            let process = processes::ops::by_slug(conn, &actor, &slug)?;
            let mut events = ops::of_process(conn, &actor, process.id)?;
            events.retain(|e| e.state == State::Held && e.kind != Kind::Steering);
            let ids: Vec<_> = events.iter().map(|e| e.id).collect();
            let (each, sum) = figures::of_events(conn, process.id, &ids)?;
            Ok((process, events, each, sum))
        })
        .await?;
    let title = v.t("figures-all");
    let of = |e: &Event| each.iter().find(|(id, _)| *id == e.id).map(|(_, f)| f);
    let rows: Vec<Vec<Markup>> = events
        .iter()
        .filter_map(|e| Some((e, of(e)?)))
        .map(|(e, f)| {
            let name = html! { a href=(address(&process, e, "/cifre")) { (e.title) } };
            let mut row = vec![name, html! { (ui::time::date(v.l(), e.starts_at)) }];
            row.extend(numbers(v.l(), f, e.admission == Admission::Names));
            row
        })
        .collect();
    let heads =
        ["figures-event", "figures-day", "figures-registered", "figures-present", "figures-absent", "figures-rate"];
    let heads = heads.map(|k| v.t(k));
    let columns: Vec<(&str, bool)> = heads.iter().enumerate().map(|(n, h)| (h.as_ref(), n > 1)).collect();
    let content = html! {
        (ui::head(&title, Some(&process.title)))
        @if events.is_empty() { (ui::empty(&v.t("figures-none"), &v.t("figures-none-text"))) }
        @else {
            (table::table(&v.t("figures-by-event"), &columns, &rows))
            (sums(&v, &sum, Admission::Names))
            (part(&v, "figures-tables", &tables_of(v.l(), &events, &each)))
            (part(&v, "figures-zones", &labelled(v.l(), &together(&each, &sum, |f| &f.zones))))
            (part(&v, "figures-categories", &labelled(v.l(), &together(&each, &sum, |f| &f.categories))))
            p { (v.t_with("figures-few", &[("n", Arg::from(figures::FEW))])) }
        }
    };
    v.page(&format!("{title} – {}", process.title), &frame_within(&v, &process, Section::Events, &title, &content))
}

fn numbers(l: &Locale, f: &Figures, names: bool) -> Vec<Markup> {
    let number = |n: i64| if names { l.number(n) } else { "–".to_owned() };
    let rate = f.all.rate().map_or_else(|| "–".to_owned(), |r| l.hundredths(r));
    [number(f.all.registered), l.number(f.present()), number(f.all.absent()), rate]
        .into_iter()
        .map(|n| html! { (n) })
        .collect()
}

/// What may be read of all events together, beside what each of them shows.
fn together(each: &[(EventId, Figures)], sum: &Figures, rows: fn(&Figures) -> &Vec<(About, Counts)>) -> Vec<Row> {
    let each: Vec<&Counted> = each.iter().map(|(_, f)| rows(f).as_slice()).collect();
    figures::publishable_sum(&each, rows(sum))
}

/// The tables of every event, as its own page shows them: none is the same at two events.
fn tables_of(l: &Locale, events: &[Event], each: &[(EventId, Figures)]) -> Vec<(String, Row)> {
    let of = |e: &Event| each.iter().find(|(id, _)| *id == e.id).map(|(_, f)| figures::publishable(&f.tables));
    let named = |e: &Event, row: Row| {
        let args = [("event", Arg::from(e.title.as_str())), ("table", Arg::from(about(l, &row.about)))];
        (l.t_with("figures-table-of", &args), row)
    };
    let rows = events.iter().filter_map(|e| Some((e, of(e)?)));
    rows.flat_map(|(e, rows)| rows.into_iter().map(|row| named(e, row)).collect::<Vec<_>>()).collect()
}

/// Rows with what they are about in words.
fn labelled(l: &Locale, rows: &[Row]) -> Vec<(String, Row)> {
    rows.iter().map(|row| (about(l, &row.about), row.clone())).collect()
}

/// All figures; `shown` says which of the rows may be read.
pub fn view(v: &Visit, f: &Figures, admission: Admission, shown: fn(&Counted) -> Vec<Row>) -> Markup {
    let rows = |all: &Counted| labelled(v.l(), &shown(all));
    html! {
        (sums(v, f, admission))
        @if admission == Admission::Names {
            (part(v, "figures-tables", &rows(&f.tables)))
            (part(v, "figures-zones", &rows(&f.zones)))
            (part(v, "figures-categories", &rows(&f.categories)))
        }
    }
}

fn sums(v: &Visit, f: &Figures, admission: Admission) -> Markup {
    let (l, c) = (v.l(), f.all);
    let labels = ["figures-registered", "figures-present", "figures-absent", "figures-rate"].map(|k| v.t(k));
    let rate = c.rate().map_or_else(|| "–".to_owned(), |r| l.hundredths(r));
    let values = [l.number(c.registered), l.number(f.present()), l.number(c.absent()), rate];
    let others = v.t_with("figures-others", &[("n", Arg::from(c.others))]);
    let only_heads = admission == Admission::Headcount;
    let all: Vec<Figure<'_>> = labels
        .iter()
        .zip(&values)
        .enumerate()
        .filter(|(n, _)| !only_heads || *n == 1)
        .map(|(n, (label, value))| Figure {
            label,
            number: html! { (value) },
            note: (n == 1 && c.others > 0).then_some(others.as_str()),
            sum: false,
        })
        .collect();
    lists::figures(&all)
}

/// What a row is about, in words.
fn about(l: &Locale, about: &About) -> String {
    match about {
        About::Table(n, theme) => {
            l.t_with("event-table", &[("n", Arg::from(n.to_string())), ("theme", Arg::from(theme.as_str()))])
        }
        About::NoTable => l.t("figures-no-table").into_owned(),
        About::Zone(zone) if zone.is_empty() => l.t("figures-no-zone").into_owned(),
        About::Zone(zone) => zone.clone(),
        About::OtherZones => l.t("figures-other-zones").into_owned(),
        About::Category(c) if c.is_empty() => l.t("figures-no-organisation").into_owned(),
        About::Category(c) => l.t(&format!("category-{c}")).into_owned(),
    }
}

/// A table with its bars beside the numbers.
fn part(v: &Visit, title: &str, rows: &[(String, Row)]) -> Markup {
    if rows.is_empty() {
        return html! {};
    }
    let (l, name) = (v.l(), v.t(title));
    let most = rows.iter().filter_map(|(_, r)| r.present).max().unwrap_or(1).max(1);
    let heads = [title, "figures-registered", "figures-present", "figures-absent", "figures-rate", "figures-bar"];
    let heads = heads.map(|k| if k == title { v.t("figures-what") } else { v.t(k) });
    let columns: Vec<(&str, bool)> = heads.iter().enumerate().map(|(n, h)| (h.as_ref(), (1..5).contains(&n))).collect();
    let hidden = || html! { abbr title=(l.t("figures-hidden")) { "*" } };
    let row = |(words, r): &(String, Row)| {
        let number = |n: Option<i64>| n.map_or_else(hidden, |n| html! { (l.number(n)) });
        let rate = match r.registered {
            None => hidden(),
            Some((all, absent)) => {
                html! { (figures::rate(absent, all).map_or_else(|| "–".to_owned(), |x| l.hundredths(x))) }
            }
        };
        let bar = |present: i64| {
            html! {
                meter.bar min="0" max=(most) value=(present) aria-label=(format!("{}: {words}", l.t("figures-present"))) { (present) }
            }
        };
        vec![
            html! { (words) },
            number(r.registered.map(|o| o.0)),
            number(r.present),
            number(r.registered.map(|o| o.1)),
            rate,
            html! { @if let Some(present) = r.present { (bar(present)) } },
        ]
    };
    html! {
        section.block {
            h2 { (name) }
            (table::table(&name, &columns, &rows.iter().map(row).collect::<Vec<_>>()))
        }
    }
}
