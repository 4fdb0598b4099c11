//! Interviews: the page everybody reads, and the desk where the staff record who was heard and, apart from it, write what was
//! learnt. No address names a theme, and no form that writes a finding keeps a key: what a proxy writes down of a request must
//! not say under which theme something was written an hour after an interview (docs/decisions/0022).

mod cited;
mod findings;
mod list;
mod public;
mod publish;
mod questions;
mod record;
mod sources;
mod themes;
mod withdraw;

pub use cited::sources as sources_of_passage;
pub use public::{heard, rests};

use domain::access::{CiteFinding, RecordInterview};
use domain::processes::Process;
use maud::{Markup, html};

use crate::http::{Access, Door, Visit};
use crate::processes::{StaffSection, staff_address, staff_frame, staff_frame_within};
use crate::ui;

/// The doors of this room.
pub fn doors() -> Vec<Door> {
    use Access::{Public, Staff};
    vec![
        Door::get("/percorsi/{slug}/interviste", Public, public::page).cached(),
        Door::get("/percorsi/{slug}/gestione/interviste", Staff, list::page),
        Door::get("/percorsi/{slug}/gestione/interviste/nuova", Staff, record::form),
        Door::post("/percorsi/{slug}/gestione/interviste/nuova", Staff, record::record),
        Door::get("/percorsi/{slug}/gestione/interviste/{id}", Staff, record::edit),
        Door::post("/percorsi/{slug}/gestione/interviste/{id}", Staff, record::correct),
        Door::get("/percorsi/{slug}/gestione/interviste/{id}/elimina", Staff, record::edit),
        Door::post("/percorsi/{slug}/gestione/interviste/{id}/elimina", Staff, record::forget),
        Door::get("/percorsi/{slug}/gestione/interviste/domande", Staff, questions::form),
        Door::post("/percorsi/{slug}/gestione/interviste/domande", Staff, questions::save),
        Door::get("/percorsi/{slug}/gestione/interviste/temi", Staff, themes::form),
        Door::post("/percorsi/{slug}/gestione/interviste/temi", Staff, themes::save),
        Door::get("/percorsi/{slug}/gestione/interviste/risultanze", Staff, findings::page),
        Door::post("/percorsi/{slug}/gestione/interviste/risultanze", Staff, findings::write),
        Door::get("/percorsi/{slug}/gestione/interviste/risultanze/{id}", Staff, findings::edit),
        Door::post("/percorsi/{slug}/gestione/interviste/risultanze/{id}", Staff, findings::mend),
        Door::get("/percorsi/{slug}/gestione/interviste/risultanze/{id}/togli", Staff, findings::edit),
        Door::post("/percorsi/{slug}/gestione/interviste/risultanze/{id}/togli", Staff, findings::take_out),
        Door::get("/percorsi/{slug}/gestione/interviste/risultanze/{id}/ritira", Staff, withdraw::form),
        Door::post("/percorsi/{slug}/gestione/interviste/risultanze/{id}/ritira", Staff, withdraw::save),
        Door::get("/percorsi/{slug}/gestione/interviste/pubblica", Staff, publish::page),
        Door::post("/percorsi/{slug}/gestione/interviste/pubblica", Staff, publish::publish),
        Door::get("/percorsi/{slug}/gestione/interviste/fonti", Staff, sources::page),
        Door::post("/percorsi/{slug}/gestione/interviste/fonti", Staff, sources::cite),
        Door::post("/percorsi/{slug}/gestione/interviste/fonti/togli", Staff, sources::uncite),
    ]
}

/// The desk's pages: what stands after `/gestione/interviste`, and the key of the name.
const PAGES: [(&str, &str); 6] = [
    ("", "interviews-heard"),
    ("/domande", "interviews-questions"),
    ("/temi", "interviews-themes"),
    ("/risultanze", "interviews-findings"),
    ("/pubblica", "interviews-publish"),
    ("/fonti", "interviews-sources"),
];

/// Whether this person may enter one of those pages.
fn may(v: &Visit, process: &Process, rest: &str) -> bool {
    if rest == "/fonti" {
        v.actor().may::<CiteFinding>(process.id)
    } else {
        v.actor().may::<RecordInterview>(process.id)
    }
}

/// The address of a page of the desk.
fn desk(process: &Process, rest: &str) -> String {
    staff_address(process, &format!("/interviste{rest}"))
}

/// One of the desk's pages, with the way to the others.
fn framed(v: &Visit, process: &Process, here: &str, key: &str, lead: &str, content: &Markup) -> Markup {
    let title = v.t(key);
    let body = html! {
        (ui::head(&title, Some(&v.t(lead))))
        nav aria-label=(v.t("interviews-nav")) {
            ul.nav.nav-pills.mb-4 {
                @for (rest, name) in PAGES.into_iter().filter(|(rest, _)| may(v, process, rest)) {
                    li.nav-item {
                        a.nav-link.active[rest == here] aria-current=[(rest == here).then_some("page")]
                            href=(desk(process, rest)) { (v.t(name)) }
                    }
                }
            }
        }
        (content)
    };
    if here.is_empty() && key == PAGES[0].1 {
        staff_frame(v, process, StaffSection::Interviews, &body)
    } else {
        staff_frame_within(v, process, StaffSection::Interviews, &title, &body)
    }
}
