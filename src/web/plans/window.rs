//! The window in which a version can be commented: set, read back in words, extended with a public reason.

use chrono::{NaiveDateTime, TimeDelta};
use domain::access::{Denied, ExtendWindow, Permit, ReadRegister, SetWindow, Subject, WindowState};
use domain::clock::{Instant, ROME};
use domain::consultations::{self, Consultation, Extension};
use domain::plans::{self, Version};
use domain::processes::{self, Process};
use domain::{Error, Problems};
use maud::{Markup, html};

use super::address;
use crate::http::{Answer, Fault, Visit};
use crate::locale::{Arg, Locale};
use crate::processes::{StaffSection, staff_frame};
use crate::ui::{self, Form, form, lists, time};

struct Found {
    process: Process,
    version: Option<Version>,
    window: Option<Consultation>,
    extensions: Vec<Extension>,
}

async fn load(v: &Visit) -> Result<Found, Fault> {
    let (actor, slug, now) = (v.actor().clone(), v.path("slug").to_owned(), v.now());
    v.read(move |conn| {
        let process = processes::ops::by_slug(conn, &actor, &slug)?;
        let _may: Permit<ReadRegister> = actor.permit(Subject::of(process.id))?;
        let versions = plans::ops::published(conn, process.id)?;
        let windows = consultations::ops::of_process(conn, process.id)?;
        // The window that can still be extended, one that is to open (on the newest version, whichever it was set for), or else that of
        // the newest version.
        let at = |state| windows.iter().find(|w| w.state(now) == state);
        let newest = || windows.iter().find(|w| versions.first().is_some_and(|v| v.id == w.version_id));
        let window = at(WindowState::Open).or_else(|| at(WindowState::Before)).or_else(newest).cloned();
        let set = window.as_ref().filter(|w| w.state(now) != WindowState::Before).map(|w| w.version_id);
        let version = versions.into_iter().find(|v| set.is_none_or(|of| of == v.id));
        let extensions = match &window {
            Some(window) => consultations::ops::extensions(conn, window.id)?,
            None => Vec::new(),
        };
        Ok(Found { process, version, window, extensions })
    })
    .await
}

fn here(process: &Process, rest: &str) -> String {
    format!("/percorsi/{}/gestione/consultazione{rest}", process.slug)
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let found = load(&v).await?;
    v.page(&v.t("window-title"), &view(&v, &found, &Problems::default()))
}

/// A wall clock in Rome as a browser writes it: `2031-03-11T18:00`, seconds or not.
fn wall(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim();
    let read = |format| NaiveDateTime::parse_from_str(text, format).ok();
    read("%Y-%m-%dT%H:%M").or_else(|| read("%Y-%m-%dT%H:%M:%S")).or_else(|| read("%Y-%m-%d %H:%M"))
}

/// What is written in a form for an instant.
fn written(at: Instant) -> String {
    local(at.rome().naive_local())
}

fn local(wall: NaiveDateTime) -> String {
    wall.format("%Y-%m-%dT%H:%M").to_string()
}

/// What is strange about a wall clock's time: the hour that autumn repeats, the one that spring skips.
fn oddity(at: NaiveDateTime) -> Option<&'static str> {
    use chrono::{LocalResult, TimeZone};
    match ROME.from_local_datetime(&at) {
        LocalResult::Single(_) => None,
        LocalResult::Ambiguous(..) => Some("window-repeated"),
        LocalResult::None => Some("window-skipped"),
    }
}

/// A field read as a wall clock's time.
fn read(v: &Visit, field: &'static str, p: &mut Problems) -> NaiveDateTime {
    let typed = v.field(field);
    let found = wall(typed);
    if found.is_none() {
        p.add(field, if typed.trim().is_empty() { "problem-required" } else { "problem-date-time" });
    }
    found.unwrap_or_default()
}

/// Sets the window, once its instants were shown in words and confirmed.
pub async fn set(v: Visit) -> Answer {
    let found = load(&v).await?;
    if !v.actor().may::<SetWindow>(found.process.id) {
        return Err(Error::Denied(Denied::Role).into());
    }
    let Some(version) = &found.version else { return Err(Error::NotFound.into()) };
    let mut problems = Problems::default();
    let walls = (read(&v, "opens_at", &mut problems), read(&v, "closes_at", &mut problems));
    let (opens, closes) = (Instant::in_rome(walls.0), Instant::in_rome(walls.1));
    let checked = problems
        .check()
        .and_then(|()| consultations::ops::check_window(v.actor(), found.process.id, opens, closes, v.now()));
    if let Err(fault) = checked {
        return v.form_again(fault.into(), &v.t("window-title"), |p| view(&v, &found, p));
    }
    if !v.ticked("confirmed") {
        return v.page(&v.t("window-confirm-title"), &confirm(&v, &found, walls));
    }
    let (actor, id, to) = (v.actor().clone(), version.id, here(&found.process, ""));
    v.write_once_saying(
        "done-window-set",
        move |_| to,
        move |w| consultations::ops::set_window(w, &actor, id, opens, closes),
    )
    .await
}

/// Extends the window.
pub async fn extend(v: Visit) -> Answer {
    let found = load(&v).await?;
    if !v.actor().may::<ExtendWindow>(found.process.id) {
        return Err(Error::Denied(Denied::Role).into());
    }
    let Some(window) = &found.window else { return Err(Error::NotFound.into()) };
    let mut problems = Problems::default();
    let at = Instant::in_rome(read(&v, "closes_at", &mut problems));
    if let Err(fault) = problems.check() {
        return v.form_again(fault.into(), &v.t("window-title"), |p| view(&v, &found, p));
    }
    let (actor, id, reason, to) =
        (v.actor().clone(), window.id, v.field("reason").to_owned(), here(&found.process, ""));
    let done = v.write_once_saying(
        "done-window-extended",
        move |()| to,
        move |w| consultations::ops::extend(w, &actor, id, at, &reason),
    );
    match done.await {
        Err(fault) => v.form_again(fault, &v.t("window-title"), |p| view(&v, &found, p)),
        ok => ok,
    }
}

fn view(v: &Visit, found: &Found, problems: &Problems) -> Markup {
    let content = html! {
        (ui::head(&v.t("window-title"), Some(&v.t("window-lead"))))
        @match (&found.version, &found.window) {
            (None, _) => {
                (ui::empty(&v.t("window-no-version"), &v.t("window-no-version-text")))
                p { a href=(address::desk(&found.process.slug, "")) { (v.t("window-to-plan")) } }
            }
            (Some(version), None) => { (set_form(v, found, version, None, problems)) }
            (Some(version), Some(window)) => { (known(v, found, version, window, problems)) }
        }
    };
    staff_frame(v, &found.process, StaffSection::Consultation, &content)
}

fn known(v: &Visit, found: &Found, version: &Version, window: &Consultation, problems: &Problems) -> Markup {
    let state = window.state(v.now());
    html! {
        (time::countdown(v.l(), v.now(), window.opens_at, window.closes_at))
        (instants(v, version, window.opens_at, window.closes_at))
        (oddities(v.l(), &[window.opens_at.rome().naive_local(), window.closes_at.rome().naive_local()]))
        @match state {
            WindowState::Before => { (set_form(v, found, version, Some(window), problems)) }
            WindowState::Open => {}
            WindowState::After => { p { (v.t("window-over")) } }
        }
        @if state != WindowState::After { (extend_form(v, found, window, problems)) }
        (extensions(v, &found.extensions))
    }
}

/// The two instants in words.
fn instants(v: &Visit, version: &Version, opens: Instant, closes: Instant) -> Markup {
    let at = |at: Instant| html! { time datetime=(at.rfc3339()) { (v.l().instant_long(at)) } " " (v.t("window-rome")) " – " (v.l().t_with("window-offset", &[("offset", Arg::from(at.rome().format("%:z").to_string()))])) };
    lists::definition(&[
        (&v.t("window-version"), html! { (v.t_with("plan-version", &[("n", Arg::from(version.number.to_string()))])) }),
        (&v.t("window-opens"), at(opens)),
        (&v.t("window-closes"), at(closes)),
        (&v.t("window-lasts"), html! { (v.l().duration((closes.0 - opens.0) / 1_000_000)) }),
    ])
}

fn oddities(l: &Locale, walls: &[NaiveDateTime]) -> Markup {
    html! {
        @for (key, at) in walls.iter().filter_map(|w| Some((oddity(*w)?, w))) {
            @let (hour, said) = (at.format("%H:%M").to_string(), l.instant_long(Instant::in_rome(*at)));
            (ui::notice(ui::Tone::Warning, &html! {
                p { (l.t_with(key, &[("hour", Arg::from(hour)), ("day", Arg::from(l.day(at.date()))), ("said", Arg::from(said))])) }
            }))
        }
    }
}

fn set_form(v: &Visit, found: &Found, version: &Version, window: Option<&Consultation>, problems: &Problems) -> Markup {
    let action = here(&found.process, "");
    let none = Problems::default();
    let form = Form::new(v, &action, if v.path_only() == action { problems } else { &none });
    // Two weeks from tomorrow morning, to be changed.
    let tomorrow = (v.now().rome().date_naive() + TimeDelta::days(1)).and_time(chrono::NaiveTime::default());
    let first = (tomorrow + TimeDelta::hours(10), tomorrow + TimeDelta::days(14) + TimeDelta::hours(18));
    let (opens, closes) =
        window.map_or_else(|| (local(first.0), local(first.1)), |w| (written(w.opens_at), written(w.closes_at)));
    let form = form.value("opens_at", opens).value("closes_at", closes);
    let fields = html! {
        (form.datetime("opens_at", "window-opens").required().hint("window-zone-hint"))
        (form.datetime("closes_at", "window-closes").required().hint("window-closes-hint"))
    };
    let number = [("n", Arg::from(version.number.to_string()))];
    html! {
        section.block {
            h2 { (v.t_with(if window.is_some() { "window-set-anew" } else { "window-set" }, &number)) }
            @if v.actor().may::<SetWindow>(found.process.id) { (form.show(&fields, "window-check", None)) }
            @else { p { (v.t("window-role")) } }
        }
    }
}

/// The instants in words, before they are kept.
fn confirm(v: &Visit, found: &Found, walls: (NaiveDateTime, NaiveDateTime)) -> Markup {
    let (opens, closes) = (Instant::in_rome(walls.0), Instant::in_rome(walls.1));
    let action = here(&found.process, "");
    let content = html! {
        (ui::head(&v.t("window-confirm-title"), Some(&v.t("window-confirm-lead"))))
        @if let Some(version) = &found.version { (instants(v, version, opens, closes)) }
        (oddities(v.l(), &[walls.0, walls.1]))
        @if opens <= v.now() { (ui::notice(ui::Tone::Warning, &html! { p { (v.t("window-at-once")) } })) }
        form.form method="post" action=(action) {
            (form::hidden(v))
            input type="hidden" name="opens_at" value=(v.field("opens_at"));
            input type="hidden" name="closes_at" value=(v.field("closes_at"));
            input type="hidden" name="confirmed" value="si";
            div.form-actions {
                button.btn.btn-primary { (v.t("window-confirm")) } " "
                a.btn.btn-link href=(action) { (v.t("form-cancel")) }
            }
        }
    };
    staff_frame(v, &found.process, StaffSection::Consultation, &content)
}

fn extend_form(v: &Visit, found: &Found, window: &Consultation, problems: &Problems) -> Markup {
    let action = here(&found.process, "/proroga");
    let none = Problems::default();
    let form = Form::new(v, &action, if v.path_only() == action { problems } else { &none });
    let form = form.value("closes_at", local(window.closes_at.rome().naive_local() + TimeDelta::days(7)));
    let fields = html! {
        (form.datetime("closes_at", "window-new-close").required().hint("window-zone-hint"))
        (form.area("reason", "window-reason", 4).required().max(2000).counted().hint("window-reason-hint"))
    };
    html! {
        section.block {
            h2 { (v.t("window-extend")) }
            p { (v.t("window-extend-text")) }
            @if v.actor().may::<ExtendWindow>(found.process.id) { (form.show(&fields, "window-extend-button", None)) }
            @else { p { (v.t("window-role")) } }
        }
    }
}

fn extensions(v: &Visit, list: &[Extension]) -> Markup {
    let l = v.l();
    html! {
        @if !list.is_empty() {
            section.block {
                h2 { (v.t("window-extensions")) }
                ol { @for e in list {
                    li {
                        p {
                            (l.t_with("window-extended", &[
                                ("when", Arg::from(l.instant(e.extended_at))),
                                ("before", Arg::from(l.instant(e.closed_at_before))),
                                ("after", Arg::from(l.instant(e.closes_at_after))),
                            ]))
                        }
                        (ui::prose(&e.reason))
                    }
                } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hours_that_clocks_repeat_and_skip_are_told() {
        let odd = |text: &str| oddity(wall(text).unwrap());
        assert_eq!(odd("2025-10-26T02:30"), Some("window-repeated"));
        assert_eq!(odd("2025-03-30T02:30:00"), Some("window-skipped"));
        assert_eq!(odd("2025-10-26T03:00"), None);
        assert_eq!(odd("2025-02-25 18:00"), None);
    }

    #[test]
    fn what_is_written_is_read_back() {
        for text in ["2025-02-25T18:00", "2025-03-30T03:00", "2025-10-26T01:59"] {
            assert_eq!(written(Instant::in_rome(wall(text).unwrap())), text);
        }
        for bad in ["", "domani", "2025-02-30T10:00", "2025-02-25T25:00", "99999999999-01-01T00:00"] {
            assert_eq!(wall(bad), None, "{bad}");
        }
    }
}
