//! Around every page of a process: the way to here, and the rooms beside this one.

use domain::access::{ImportVersion, PrepareReport};
use domain::processes::{Process, ops};
use maud::{Markup, html};

use super::desk;
use crate::http::{Fault, Visit};
use crate::ui;

/// The rooms of a process that everybody may enter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// The process itself.
    Process,
    /// The plan and its versions.
    Plan,
    /// When people meet.
    Events,
    /// Who was heard, and what was learnt.
    Interviews,
    /// What was received and may be shown.
    Contributions,
    /// What was answered.
    Outcomes,
    /// The numbered chain.
    Register,
    /// Who took part.
    Participants,
    /// The report.
    Report,
}

impl Section {
    /// All of them, in order.
    pub const ALL: [Self; 9] = [
        Self::Process,
        Self::Plan,
        Self::Events,
        Self::Interviews,
        Self::Contributions,
        Self::Outcomes,
        Self::Register,
        Self::Participants,
        Self::Report,
    ];

    /// What stands after the process's own address, and the key of its name.
    pub const fn parts(self) -> (&'static str, &'static str) {
        match self {
            Self::Process => ("", "section-process"),
            Self::Plan => ("/piano", "section-plan"),
            Self::Events => ("/incontri", "section-events"),
            Self::Interviews => ("/interviste", "section-interviews"),
            Self::Contributions => ("/contributi", "section-contributions"),
            Self::Outcomes => ("/esiti", "section-outcomes"),
            Self::Register => ("/registro", "section-register"),
            Self::Participants => ("/partecipanti", "section-participants"),
            Self::Report => ("/resoconto", "section-report"),
        }
    }
}

/// The rooms of a process where its staff works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StaffSection {
    /// What is to be done.
    Dashboard,
    /// Facts, promoters, phases, figures, documents, acts, roles.
    Settings,
    /// Importing and publishing versions.
    Plan,
    /// The window.
    Consultation,
    /// Events, who enrolled, the door.
    Events,
    /// Who was heard, and what was learnt.
    Interviews,
    /// What came in, and moderation.
    Contributions,
    /// Cutting requests.
    Intake,
    /// Answers.
    Responses,
    /// Participants of other channels.
    Participants,
    /// The report.
    Report,
}

impl StaffSection {
    /// All of them, in order.
    pub const ALL: [Self; 11] = [
        Self::Dashboard,
        Self::Settings,
        Self::Plan,
        Self::Consultation,
        Self::Events,
        Self::Interviews,
        Self::Contributions,
        Self::Intake,
        Self::Responses,
        Self::Participants,
        Self::Report,
    ];

    /// What stands after `/percorsi/{slug}/gestione`, and the key of its name.
    pub const fn parts(self) -> (&'static str, &'static str) {
        match self {
            Self::Dashboard => ("", "staff-section-dashboard"),
            Self::Settings => ("/dati", "staff-section-settings"),
            Self::Plan => ("/piano", "staff-section-plan"),
            Self::Consultation => ("/consultazione", "staff-section-consultation"),
            Self::Events => ("/incontri", "staff-section-events"),
            Self::Interviews => ("/interviste", "staff-section-interviews"),
            Self::Contributions => ("/contributi", "staff-section-contributions"),
            Self::Intake => ("/istruttoria", "staff-section-intake"),
            Self::Responses => ("/riscontri", "staff-section-responses"),
            Self::Participants => ("/partecipanti", "staff-section-participants"),
            Self::Report => ("/resoconto", "staff-section-report"),
        }
    }
}

/// The process of `{slug}`, if this visitor may know of it.
///
/// # Errors
/// Not found otherwise.
pub async fn of(v: &Visit) -> Result<Process, Fault> {
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    v.read(move |conn| ops::by_slug(conn, &actor, &slug)).await
}

/// The address of a process, with what comes after it (`/piano`, or nothing).
pub fn address(process: &Process, rest: &str) -> String {
    format!("/percorsi/{}{rest}", process.slug)
}

/// The address of a page of its staff, with what comes after `/gestione`.
pub fn staff_address(process: &Process, rest: &str) -> String {
    format!("/percorsi/{}/gestione{rest}", process.slug)
}

/// A public page of a process: the first page of a section.
pub fn frame(v: &Visit, process: &Process, here: Section, content: &Markup) -> Markup {
    framed(v, process, here, None, content)
}

/// A public page further inside a section, by its own name.
pub fn frame_within(v: &Visit, process: &Process, section: Section, name: &str, content: &Markup) -> Markup {
    framed(v, process, section, Some(name), content)
}

fn framed(v: &Visit, process: &Process, section: Section, name: Option<&str>, content: &Markup) -> Markup {
    let (rest, key) = section.parts();
    let (home, own, inside) = (v.t("layout-processes"), address(process, ""), address(process, rest));
    let title = v.t(key);
    let mut way: Vec<(&str, &str)> = vec![("/", home.as_ref())];
    let last = match (section, name) {
        (Section::Process, None) => process.title.as_str(),
        (_, None) => {
            way.push((&own, &process.title));
            title.as_ref()
        }
        (_, Some(name)) => {
            way.push((&own, &process.title));
            if section != Section::Process {
                way.push((&inside, title.as_ref()));
            }
            name
        }
    };
    html! {
        (ui::breadcrumb(&v.t("breadcrumb-label"), &way, last))
        (public_tabs(v, process, section, name.is_none()))
        @if process.published_at.is_none() { (ui::notice(ui::Tone::Warning, &html! { p { (v.t("process-unpublished")) } })) }
        (content)
    }
}

fn public_tabs(v: &Visit, process: &Process, here: Section, exact: bool) -> Markup {
    html! {
        nav aria-label=(v.t("section-nav")) {
            ul.nav.nav-tabs {
                @for section in Section::ALL {
                    @let (rest, key) = section.parts();
                    (tab(&address(process, rest), &v.t(key), section == here, exact))
                }
                @if v.actor().is_staff(process.id) {
                    (tab(&staff_address(process, ""), &v.t("section-staff"), false, false))
                }
            }
        }
    }
}

fn tab(href: &str, name: &str, here: bool, exact: bool) -> Markup {
    let current = here.then_some(if exact { "page" } else { "true" });
    html! { li.nav-item { a.nav-link.active[here] href=(href) aria-current=[current] { (name) } } }
}

/// A page of the staff of a process: the first page of a section.
pub fn staff_frame(v: &Visit, process: &Process, here: StaffSection, content: &Markup) -> Markup {
    staff_framed(v, process, here, None, content)
}

/// A page of the staff further inside a section, by its own name.
pub fn staff_frame_within(v: &Visit, process: &Process, section: StaffSection, name: &str, content: &Markup) -> Markup {
    staff_framed(v, process, section, Some(name), content)
}

/// Where a section of the staff begins for this person; none where they may enter no page of it.
fn entrance(v: &Visit, process: &Process, section: StaffSection, rest: &'static str) -> Option<&'static str> {
    let actor = v.actor();
    match section {
        StaffSection::Settings => desk::first_settings(v, process),
        StaffSection::Plan => actor.may::<ImportVersion>(process.id).then_some(rest),
        StaffSection::Participants | StaffSection::Report => actor.may::<PrepareReport>(process.id).then_some(rest),
        _ => Some(rest),
    }
}

fn staff_framed(v: &Visit, process: &Process, section: StaffSection, name: Option<&str>, content: &Markup) -> Markup {
    let (rest, key) = section.parts();
    let (home, own, desk) = (v.t("layout-processes"), address(process, ""), staff_address(process, ""));
    let rest = entrance(v, process, section, rest).unwrap_or(rest);
    let (inside, staff, title) = (staff_address(process, rest), v.t("section-staff"), v.t(key));
    let mut way: Vec<(&str, &str)> = vec![("/", home.as_ref()), (&own, &process.title)];
    let last = match (section, name) {
        (StaffSection::Dashboard, None) => staff.as_ref(),
        (_, None) => {
            way.push((&desk, staff.as_ref()));
            title.as_ref()
        }
        (_, Some(name)) => {
            way.push((&desk, staff.as_ref()));
            if section != StaffSection::Dashboard {
                way.push((&inside, title.as_ref()));
            }
            name
        }
    };
    html! {
        (ui::breadcrumb(&v.t("breadcrumb-label"), &way, last))
        nav aria-label=(v.t("staff-section-nav")) {
            ul.nav.nav-tabs {
                @for other in StaffSection::ALL {
                    @let (rest, key) = other.parts();
                    @if let Some(rest) = entrance(v, process, other, rest) {
                        (tab(&staff_address(process, rest), &v.t(key), other == section, name.is_none()))
                    }
                }
            }
        }
        (content)
    }
}
