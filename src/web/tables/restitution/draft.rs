//! A restitution that is being written: its points with what is behind each, and what is missing before it can be published.

use domain::id::PointId;
use domain::processes::Process;
use domain::tables::restitution::{
    Alike, Behind, Draft, Edition, Looked, Missing, Of, Point, PointKind, Ready, Why, Written, ops,
};
use domain::{Error, Result};
use maud::{Markup, html};

use super::{address, all, desk, mine, name, where_said};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{StaffSection, staff_frame_within};
use crate::tables::line;
use crate::ui::{self, Tone, form::hidden, time};

/// What the pages know.
pub struct Desk {
    /// The process.
    pub process: Process,
    /// What is restituted.
    pub of: Of,
    /// What is written.
    pub draft: Draft,
    /// Whether it can be published.
    pub ready: Ready,
    /// Words that may be somebody's surname.
    pub alike: Vec<Alike>,
}

/// Reads it all as of one instant.
pub async fn load(v: &Visit) -> Result<Desk, Fault> {
    let (process, of) = mine(v).await?;
    v.snapshot(move |conn| {
        let Looked { draft, ready, alike } = ops::look(conn, &of)?;
        Ok(Desk { process, of, draft, ready, alike })
    })
    .await
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let d = load(&v).await?;
    let title = format!("{} – {}", v.t("restitution-title"), name(v.l(), &d.of));
    v.page(&title, &framed(&v, &d, &view(&v, &d)))
}

/// Around every page of a restitution's desk.
pub fn framed(v: &Visit, d: &Desk, content: &Markup) -> Markup {
    staff_frame_within(v, &d.process, StaffSection::Events, &name(v.l(), &d.of), content)
}

fn view(v: &Visit, d: &Desk) -> Markup {
    let of_kind = |kind| d.draft.points.iter().filter(move |p| p.row.kind == kind).collect::<Vec<_>>();
    let new = |kind: PointKind| desk(&d.process, &d.of, &format!("/nuovo?tipo={}", kind.as_str()));
    html! {
        (ui::head(&v.t("restitution-title"), Some(&name(v.l(), &d.of))))
        @if let Of::Session(at) = &d.of {
            p { (at.session.question) " " a href=(super::super::address(&d.process, at, "")) { (v.t("restitution-to-minutes")) } }
        } @else { p { (v.t("restitution-whole-text")) } }
        (state(v, d))
        form method="post" action=(desk(&d.process, &d.of, "")) {
            (hidden(v))
            section.block aria-labelledby="sintesi" {
                h2 #sintesi { (v.t("restitution-synthesis")) }
                (points(v, d, &of_kind(PointKind::Sentence)))
                p { a.btn.btn-outline-primary href=(new(PointKind::Sentence)) { (v.t("restitution-new-sentence")) } }
            }
            @if d.of.session().is_some() {
                section.block aria-labelledby="azioni" {
                    h2 #azioni { (v.t("restitution-plan")) }
                    p { (v.t("restitution-plan-text")) }
                    (points(v, d, &of_kind(PointKind::Action)))
                    p { a.btn.btn-outline-primary href=(new(PointKind::Action)) { (v.t("restitution-new-action")) } }
                }
            }
        }
        p { a href=(all(&d.process, d.of.event())) { (v.t("restitution-list")) } }
    }
}

/// What was published, and what is to be done before more can be.
fn state(v: &Visit, d: &Desk) -> Markup {
    html! {
        @if let Some(newest) = d.draft.editions.first() {
            p {
                (v.t_with("restitution-edition", &[("n", Arg::from(newest.number.to_string()))])) ", " (time::instant(v.l(), newest.published_at)) ". "
                a href=(address(&d.process, &d.of, "")) { (v.t("restitution-to-public")) }
            }
            (editions(v, d))
        }
        @if !d.alike.is_empty() { (alike_list(v, d)) }
        @match &d.ready {
            Ready::No(missing) if !d.draft.points.is_empty() => { (missing_list(v, d, missing)) },
            Ready::No(_) => {},
            Ready::Yes(content) => {
                @if changed(d, content) {
                    div.page-actions.mb-3 { a.btn.btn-primary href=(desk(&d.process, &d.of, "/pubblica")) { (v.t("restitution-publish")) } }
                } @else { p { (v.t("restitution-same")) } }
            },
        }
    }
}

/// What was published: to whoever may, with the way to take each edition back.
fn editions(v: &Visit, d: &Desk) -> Markup {
    let may = ops::may_publish(v.actor(), &d.of, &d.draft.points).is_ok();
    let n = |e: &Edition| [("n", Arg::from(e.number.to_string()))];
    html! {
        @if may || d.draft.editions.iter().any(|e| e.withdrawn.is_some()) {
            details.fold {
                summary { (v.t("restitution-published-editions")) }
                ul { @for e in &d.draft.editions { li {
                    a href=(address(&d.process, &d.of, &format!("/{}", e.number))) { (v.t_with("restitution-edition", &n(e))) } ", " (time::instant(v.l(), e.published_at)) " "
                    @if e.withdrawn.is_some() { (ui::badge::tag(&v.t("restitution-withdrawn-tag"))) }
                    @else if may { a href=(desk(&d.process, &d.of, &format!("/edizioni/{}/ritira", e.number))) { (v.t_with("restitution-withdraw-one", &n(e))) } }
                } } }
            }
        }
    }
}

/// Whether it says other than what was published last, or that was taken back.
pub fn changed(d: &Desk, content: &domain::tables::restitution::Content) -> bool {
    let newest = d.draft.editions.first().filter(|e| e.withdrawn.is_none()).map(|e| e.sha256.clone());
    ops::fingerprint(content).ok() != newest
}

/// What is missing, each with the way to it.
pub fn missing_list(v: &Visit, d: &Desk, missing: &[Missing]) -> Markup {
    let key = |why| match why {
        Why::Nothing => "restitution-missing-nothing",
        Why::Overtaken => "restitution-missing-overtaken",
        Why::Named => "restitution-missing-named",
        Why::NamedBehind => "restitution-missing-named-behind",
        Why::Session => "restitution-missing-session",
    };
    let to = |m: &Missing| match (m.point, m.why) {
        (Some(point), _) => Some(format!("#p-{point}")),
        (None, Why::Session) => Some(format!("{}/{}", all(&d.process, d.of.event()), m.words)),
        _ => None,
    };
    ui::notice(
        Tone::Warning,
        &html! {
            p.notice-title { (v.t("restitution-missing")) }
            ul { @for m in missing { li {
                (v.t(key(m.why))) " "
                @if let Some(href) = to(m) { a href=(href) { (m.words) } }
            } } }
        },
    )
}

/// Words that may be somebody's surname, each with where it stands.
pub fn alike_list(v: &Visit, d: &Desk) -> Markup {
    let back = desk(&d.process, &d.of, "");
    ui::notice(
        Tone::Info,
        &html! {
            p.notice-title { (v.t("restitution-alike")) }
            p { (v.t("restitution-alike-text")) }
            ul { @for a in &d.alike { li {
                a href=(format!("{back}#p-{}", a.point)) { "«" (a.word) "»" } ": " (a.text)
            } } }
        },
    )
}

fn points(v: &Visit, d: &Desk, list: &[&Point]) -> Markup {
    html! {
        @if list.is_empty() { p { (v.t("restitution-points-none")) } }
        ol.queue-list.working { @for p in list { (point(v, d, p)) } }
    }
}

fn point(v: &Visit, d: &Desk, p: &Point) -> Markup {
    let r = &p.row;
    html! {
        li.queue-item id=(format!("p-{}", r.id)) {
            div.queue-main {
                @if r.kind == PointKind::Action { p.queue-meta { (v.t("restitution-objective")) ": " strong { (r.objective) } } }
                (ui::prose(&r.text))
                @if r.kind == PointKind::Action { (how(v, &r.who, &r.by_when, &r.means)) }
                p.queue-meta { (v.t_with("restitution-written", &[("name", Arg::from(r.writer.as_str()))])) ", " (time::instant(v.l(), r.written_at)) }
                @if p.overtaken() { (ui::notice(Tone::Warning, &html! { p { (v.t("restitution-overtaken-lines")) } })) }
                details.fold {
                    summary { (v.t_with("restitution-behind", &[("n", Arg::from(p.lines.len() + p.sources.len()))])) }
                    ul { @for b in &p.lines { li { (behind(v, b)) } } }
                    ul { @for s in &p.sources { li {
                        span.text-muted { (where_said(v.l(), s.table, &s.theme, s.session)) } br; (s.text)
                        @if s.read != s.revision { " " (ui::badge::tag(&v.t("restitution-mended"))) }
                    } } }
                }
            }
            div.queue-side.working-acts {
                a.btn.btn-sm.btn-outline-primary href=(desk(&d.process, &d.of, &format!("/punti/{}", r.id))) { (v.t("minutes-mend")) (of(&r.text)) }
                button.btn.btn-sm.btn-outline-primary name="up" value=(r.id) { (v.t("minutes-up")) (of(&r.text)) }
                button.btn.btn-sm.btn-outline-primary name="down" value=(r.id) { (v.t("minutes-down")) (of(&r.text)) }
                button.btn.btn-sm.btn-outline-danger name="remove" value=(format!("{} {}", r.id, r.revision)) { (v.t("minutes-remove")) (of(&r.text)) }
            }
        }
    }
}

/// Which point a button is for, for those who hear the page.
fn of(text: &str) -> Markup {
    let short: String = text.chars().take(60).collect();
    html! { span.visually-hidden { ": " (short) } }
}

/// Who does it, when, with what.
pub fn how(v: &Visit, who: &str, by_when: &str, means: &str) -> Markup {
    let all = [("restitution-who", who), ("restitution-when", by_when), ("restitution-means", means)];
    html! {
        @for (key, what) in all.into_iter().filter(|(_, what)| !what.is_empty()) {
            p.mb-1 { span.text-muted { (v.t(key)) ": " } (what) }
        }
    }
}

/// A line behind a point, with who said it: for the staff.
fn behind(v: &Visit, b: &Behind) -> Markup {
    let who = line::name(v, &b.line);
    html! {
        (ui::badge::tag(&v.t(&format!("minutes-kind-{}", b.line.kind.as_str())))) " " (b.line.text)
        @if !who.is_empty() { span.text-muted { " · " (who) } }
        @if !b.line.stands() { " " (ui::badge::tag(&v.t("restitution-removed"))) }
        @else if b.line.revision != b.read { " " (ui::badge::tag(&v.t("restitution-mended"))) }
        @if b.barred { p.form-text { (v.t("restitution-barred")) } }
        @else {
            p.mb-2 {
                @if b.withheld { span.text-muted { (v.t("restitution-withheld")) " " } }
                button.btn.btn-xs.btn-outline-primary name=(if b.withheld { "show" } else { "withhold" }) value=(b.line.key) {
                    (v.t(if b.withheld { "restitution-show" } else { "restitution-withhold" }))
                    span.visually-hidden { ": " (b.line.text) }
                }
            }
        }
    }
}

/// What was pressed beside the points.
enum Pressed {
    Shift(PointId, bool),
    Remove(PointId, i32),
    Withhold(String, bool),
}

fn pressed(v: &Visit) -> Result<Pressed, Error> {
    let id = |text: &str| text.parse::<PointId>().map_err(|_| Error::NotFound);
    if let Some((point, revision)) = v.field("remove").split_once(' ') {
        return Ok(Pressed::Remove(id(point)?, revision.parse().map_err(|_| Error::NotFound)?));
    }
    for (button, up) in [("up", true), ("down", false)] {
        if v.ticked(button) {
            return Ok(Pressed::Shift(id(v.field(button))?, up));
        }
    }
    for (button, withheld) in [("withhold", true), ("show", false)] {
        if v.ticked(button) {
            return Ok(Pressed::Withhold(v.field(button).to_owned(), withheld));
        }
    }
    Err(Error::NotFound)
}

/// Does it.
pub async fn order(v: Visit) -> Answer {
    let (process, of) = mine(&v).await?;
    let (actor, pressed, to) = (v.actor().clone(), pressed(&v)?, desk(&process, &of, ""));
    let work = move |w: &mut domain::db::Write<'_>| match &pressed {
        Pressed::Shift(point, up) => ops::shift(w, &actor, &of, *point, *up),
        Pressed::Withhold(key, withheld) => ops::withhold(w, &actor, &of, key, *withheld),
        Pressed::Remove(point, revision) => match ops::remove(w, &actor, &of, (*point, *revision))? {
            Written::Done => Ok(()),
            Written::Overtaken(_) => Err(Error::Refused("refused-restitution-overtaken")),
        },
    };
    v.write_once_saying("done-restitution", move |()| to, work).await
}
