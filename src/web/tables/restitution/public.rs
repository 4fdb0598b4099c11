//! A published restitution, for everybody: the page, and the files as they were frozen.

use actix_web::HttpResponse;
use actix_web::http::header;
use domain::Error;
use domain::processes::Process;
use domain::tables::restitution::{Action, Content, Edition, Format, Heard, Of, Place, Sentence, Withdrawn, ops};
use maud::{Markup, html};

use super::{address, event_of, name, where_said};
use crate::http::{Answer, Fault, Visit};
use crate::locale::{Arg, Lang};
use crate::processes::{Section, frame_within};
use crate::ui::{self, Tone, table, time};

struct Page {
    process: Process,
    of: Of,
    editions: Vec<Edition>,
    shown: Edition,
    /// What it says; nothing of one that was taken back.
    content: Option<Content>,
}

async fn read(v: &Visit, number: Option<i32>) -> Result<Page, Fault> {
    let visit = v.clone();
    v.read(move |conn| {
        let (process, event) = event_of(conn, &visit)?;
        let of = ops::named(conn, &event, visit.path("which"))?;
        let editions = ops::editions(conn, &of)?;
        let wanted = |e: &&Edition| number.is_none_or(|n| n == e.number);
        let shown = editions.iter().find(wanted).cloned().ok_or(Error::NotFound)?;
        let content = shown.withdrawn.is_none().then(|| ops::content(conn, &of, shown.number)).transpose()?;
        Ok(Page { process, of, editions, shown, content })
    })
    .await
}

/// The newest edition.
pub async fn newest(v: Visit) -> Answer {
    let page = read(&v, None).await?;
    show(&v, &page)
}

/// One by its number.
pub async fn edition(v: Visit) -> Answer {
    let page = read(&v, Some(v.path_as("edition")?)).await?;
    show(&v, &page)
}

fn show(v: &Visit, p: &Page) -> Answer {
    let of = name(v.l(), &p.of);
    let event = p.of.event();
    let title = v.t_with("restitution-of", &[("of", Arg::from(of.as_str()))]);
    let page = html! {
        (ui::head(&title, Some(&format!("{}, {}", event.title, v.l().date(event.starts_at)))))
        @if let Some(said) = &p.content {
            (facts(v, p))
            @if v.lang() != Lang::It { (ui::notice(Tone::Info, &html! { p { (v.t("restitution-official")) } })) }
            p { (v.t("restitution-names")) }
            (content(v, said, 2))
        }
        @if let Some(withdrawn) = &p.shown.withdrawn { (tombstone(v, p, withdrawn)) }
        (others(v, p))
    };
    v.page(&title, &frame_within(v, &p.process, Section::Events, &of, &page))
}

/// In the place of an edition that was taken back: when, and why.
fn tombstone(v: &Visit, p: &Page, withdrawn: &Withdrawn) -> Markup {
    let when = v.l().instant_long(withdrawn.at);
    let words = [("n", Arg::from(p.shown.number.to_string())), ("when", Arg::from(when.as_str()))];
    html! {
        p { (number(v, p.shown.number)) ", " (time::instant(v.l(), p.shown.published_at)) }
        (ui::notice(Tone::Warning, &html! {
            p.notice-title { (v.t_with("restitution-was-withdrawn", &words)) }
            p { strong { (v.t("restitution-withdrawn-reason")) } }
            (ui::prose(&withdrawn.reason))
            p { (v.t("restitution-withdrawn-text")) }
        }))
    }
}

fn number(v: &Visit, n: i32) -> String {
    v.t_with("restitution-edition", &[("n", Arg::from(n.to_string()))])
}

/// Which edition it is, and its files.
fn facts(v: &Visit, p: &Page) -> Markup {
    let base = address(&p.process, &p.of, &format!("/{}", p.shown.number));
    // An edition that was taken back takes no other's place.
    let newer = p.editions.iter().find(|e| e.withdrawn.is_none()).filter(|e| e.number > p.shown.number);
    html! {
        p { (number(v, p.shown.number)) ", " (time::instant(v.l(), p.shown.published_at)) }
        @if let Some(newer) = newer { (ui::notice(Tone::Warning, &html! { p { (v.t("restitution-older")) " " a href=(address(&p.process, &p.of, &format!("/{}", newer.number))) { (v.t("restitution-newest")) } } })) }
        p.d-print-none {
            @for format in Format::ALL {
                a.btn.btn-outline-primary href=(format!("{base}/restituzione.{}", format.as_str())) { (v.t(&format!("restitution-{}", format.as_str()))) } " "
            }
        }
    }
}

/// The other editions, the fingerprint, and the way back.
fn others(v: &Visit, p: &Page) -> Markup {
    let event = format!("/percorsi/{}/incontri/{}", p.process.slug, p.of.event().number);
    html! {
        section.block.d-print-none {
            p { (v.t("restitution-fingerprint")) " " span.hash { (p.shown.sha256) } }
            @if p.editions.len() > 1 {
                p { (v.t("restitution-editions")) }
                ul { @for e in &p.editions { li {
                    a href=(address(&p.process, &p.of, &format!("/{}", e.number))) { (number(v, e.number)) } ", " (time::instant(v.l(), e.published_at))
                    @if e.withdrawn.is_some() { " " (ui::badge::tag(&v.t("restitution-withdrawn-tag"))) }
                } } }
            }
            p { a href=(format!("{event}/restituzioni")) { (v.t("restitution-list")) } }
            p { a href=(event) { (v.t("minutes-to-event")) } }
        }
    }
}

/// What it says; `level` is that of its highest headings.
pub fn content(v: &Visit, c: &Content, level: u8) -> Markup {
    html! {
        @if let Some(at) = &c.session {
            section.block { (heading(level, &v.t("restitution-question"))) p { (at.question) } }
        }
        @if !c.sentences.is_empty() {
            section.block.prose {
                (heading(level, &v.t("restitution-synthesis")))
                @for s in &c.sentences { (sentence(v, s)) }
            }
        }
        @if !c.plan.is_empty() {
            section.block {
                (heading(level, &v.t("restitution-plan")))
                @for objective in &c.plan {
                    (heading(level + 1, &objective.title))
                    (plan(v, &objective.title, &objective.actions))
                    @for a in &objective.actions { (behind_action(v, a, c.session.is_none())) }
                }
            }
        }
    }
}

fn heading(level: u8, text: &str) -> Markup {
    html! { @match level { 2 => { h2 { (text) } }, 3 => { h3 { (text) } }, _ => { h4 { (text) } } } }
}

fn sentence(v: &Visit, s: &Sentence) -> Markup {
    html! {
        (ui::prose(&s.text))
        @if !s.from.is_empty() {
            details.fold {
                summary { (v.t_with("restitution-from", &[("n", Arg::from(s.from.len()))])) }
                ul { @for (at, text) in &s.from { li { span.text-muted { (place(v, at)) } br; (text) } } }
            }
        }
        (behind(v, &s.lines, s.unshown, None))
    }
}

fn place(v: &Visit, at: &Place) -> String {
    where_said(v.l(), at.table, &at.theme, at.session)
}

/// The lines behind it, at hand.
fn behind(v: &Visit, lines: &[Heard], unshown: usize, of: Option<&str>) -> Markup {
    html! {
        @if lines.len() + unshown > 0 {
            details.fold {
                summary { (v.t_with("restitution-behind", &[("n", Arg::from(lines.len() + unshown))])) @if let Some(of) = of { ": " (of) } }
                ul {
                    @for h in lines { li {
                        (ui::badge::tag(&v.t(&format!("minutes-kind-{}", h.kind.as_str())))) " " (h.text)
                        @if !h.by.is_empty() { span.text-muted { " · " (h.by) } }
                    } }
                    @if unshown > 0 { li { (v.t_with("restitution-unshown", &[("n", Arg::from(unshown))])) } }
                }
            }
        }
    }
}

fn behind_action(v: &Visit, a: &Action, whole: bool) -> Markup {
    html! {
        @if whole { p.mb-0.text-muted { (place(v, &a.place)) } }
        (behind(v, &a.lines, a.unshown, Some(&a.text)))
    }
}

fn plan(v: &Visit, objective: &str, actions: &[Action]) -> Markup {
    let heads = ["restitution-action", "restitution-who", "restitution-when", "restitution-means"].map(|key| v.t(key));
    let columns: Vec<(&str, bool)> = heads.iter().map(|h| (h.as_ref(), false)).collect();
    let cell = |text: &str| html! { (if text.is_empty() { "–" } else { text }) };
    let row = |a: &Action| vec![cell(&a.text), cell(&a.who), cell(&a.by_when), cell(&a.means)];
    let caption = v.t_with("restitution-actions", &[("objective", Arg::from(objective))]);
    table::table(&caption, &columns, &actions.iter().map(row).collect::<Vec<_>>())
}

/// A file, byte by byte as it was frozen.
pub async fn file(v: Visit) -> Answer {
    let number = v.path_as::<i32>("edition")?;
    let format = v.path("file").strip_prefix("restituzione.").and_then(Format::parse);
    let format = format.ok_or(Fault::Domain(Error::NotFound))?;
    let visit = v.clone();
    let (public, download, bytes, hash) = v
        .read(move |conn| {
            let (process, event) = event_of(conn, &visit)?;
            let of = ops::named(conn, &event, visit.path("which"))?;
            let (bytes, hash) = ops::file(conn, &of, number, format)?;
            let public = process.published_at.is_some() && event.kind != domain::events::Kind::Steering;
            let name =
                format!("restituzione-{}-{}-{}-{number}.{}", process.slug, event.number, of.name(), format.as_str());
            Ok((public, name, bytes, hash))
        })
        .await?;
    let (kind, how) = match format {
        Format::Pdf => ("application/pdf", "inline"),
        Format::Docx => ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "attachment"),
    };
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, kind))
        .insert_header((header::CONTENT_DISPOSITION, format!("{how}; filename=\"{download}\"")))
        .insert_header((header::CACHE_CONTROL, if public { "public, no-cache" } else { "no-store" }))
        .insert_header((header::ETAG, format!("\"{hash}\"")))
        .body(bytes))
}
