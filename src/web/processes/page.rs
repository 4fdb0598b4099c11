//! The page of a process: what can be done now first, then the phases, and everything that stands behind them.

use std::collections::HashMap;

use domain::access::{Actor, WindowState};
use domain::clock::Instant;
use domain::consultations::{self, Consultation, Extension};
use domain::db::Conn;
use domain::events::{self, Event};
use domain::id::ConsultationId;
use domain::plans::{self, Version};
use domain::processes::{self, ProcessPage};
use domain::report::{self, Report};
use domain::{intake, register};
use maud::{Markup, html};

use super::frame::{Section, address, frame};
use super::{now, parts};
use crate::http::{Answer, Visit};
use crate::ui;

/// Everything the page shows.
pub struct Shown {
    /// The process itself.
    pub page: ProcessPage,
    /// The published versions, newest first.
    pub versions: Vec<Version>,
    /// The windows, newest first.
    pub windows: Vec<Consultation>,
    /// Their extensions, oldest first.
    pub extensions: HashMap<ConsultationId, Vec<Extension>>,
    /// The reports that stand, newest first.
    pub reports: Vec<Report>,
    /// Received in time.
    pub received: i64,
    /// Filed late.
    pub late: i64,
    /// Organisations among those who wrote.
    pub organisations: i64,
    /// Requests with a published response.
    pub answered: i64,
    /// The next events, by their beginning.
    pub events: Vec<Event>,
}

impl Shown {
    /// The window that counts now, and where it stands.
    pub fn window(&self, v: &Visit) -> Option<(&Consultation, WindowState)> {
        consultations::ops::counting(&self.windows, v.now()).map(|w| (w, w.state(v.now())))
    }

    /// Where the version of a window is read.
    pub fn asked_about(&self, window: &Consultation) -> String {
        let version = self.versions.iter().find(|version| version.id == window.version_id);
        version.map_or_else(|| "/piano".to_owned(), |version| format!("/piano/{}", version.number))
    }
}

/// The next events that are shown here.
const NEXT: usize = 3;

/// Thirteen statements, whatever the process holds.
fn shown(conn: &mut Conn, actor: &Actor, slug: &str, now: Instant) -> domain::Result<Shown> {
    let process = processes::ops::by_slug(conn, actor, slug)?;
    let id = process.id;
    let windows = consultations::ops::of_process(conn, id)?;
    let ids: Vec<ConsultationId> = windows.iter().map(|w| w.id).collect();
    let mut extensions: HashMap<ConsultationId, Vec<Extension>> = HashMap::new();
    for (of, extension) in consultations::ops::extensions_in(conn, &ids)? {
        extensions.entry(of).or_default().push(extension);
    }
    let counts = register::ops::counts(conn, id)?;
    let sum = |late: bool| counts.iter().filter(|(l, ..)| *l == late).map(|(.., n)| n).sum();
    let mut events = events::ops::of_process(conn, actor, id)?;
    events.retain(|e| e.published_at.is_some() && !events::ops::is_past(e, now));
    events.truncate(NEXT);
    Ok(Shown {
        versions: plans::ops::published(conn, id)?,
        reports: report::ops::published(conn, id)?.into_iter().filter(|r| r.withdrawn_at.is_none()).collect(),
        organisations: register::ops::organisations(conn, id)?,
        answered: intake::ops::published_count(conn, id)?,
        page: processes::ops::page(conn, process)?,
        received: sum(false),
        late: sum(true),
        windows,
        extensions,
        events,
    })
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let (actor, slug, now) = (v.actor().clone(), v.path("slug").to_owned(), v.now());
    let found = v.read(move |conn| shown(conn, &actor, &slug, now)).await?;
    let content = frame(&v, &found.page.process, Section::Process, &view(&v, &found));
    v.page(&found.page.process.title, &content)
}

fn view(v: &Visit, s: &Shown) -> Markup {
    let p = &s.page.process;
    html! {
        (ui::head(&p.title, None))
        (now::what(v, s))
        (parts::next_events(v, s))
        section.block {
            h2 { (v.t("process-about")) }
            div.prose { (ui::prose(&p.summary)) }
        }
        section.block {
            h2 { (v.t("process-phases")) }
            (parts::phases(v, s))
            @if !s.page.phases.is_empty() {
                p { a href=(address(p, "/calendario.ics")) { (v.t("process-calendar")) } }
            }
        }
        (parts::numbers(v, s))
        (parts::windows(v, s))
        (parts::who(v, s))
        (parts::documents(v, s))
        (parts::acts(v, s))
    }
}
