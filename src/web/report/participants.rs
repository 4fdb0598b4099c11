//! Who took part: entered by the staff where the product saw nothing, and the list everybody reads.

use domain::Problems;
use domain::access::PrepareReport;
use domain::id::RowId;
use domain::paging::{Page, Slice};
use domain::processes::Process;
use domain::report::{Entry, EntryChannel, NewEntry, Participants, ops};
use maud::{Markup, html};

use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{self, Section, StaffSection, address, staff_address};
use crate::ui::{self, Choice, Form, lists};

/// What the staff's page knows.
struct Desk {
    process: Process,
    entries: Slice<Entry>,
    list: Participants,
}

async fn read(v: &Visit) -> Result<Desk, Fault> {
    let process = processes::of(v).await?;
    let (actor, page) = (v.actor().clone(), Page::new(v.page_number(), 50));
    v.read(move |conn| {
        let skipped = usize::try_from(page.offset()).unwrap_or(0);
        let entries = ops::entries(conn, &actor, process.id)?.into_iter().rev().skip(skipped).collect();
        Ok(Desk { entries: page.slice(entries), list: ops::participants(conn, process.id)?, process })
    })
    .await
}

/// The staff's page.
pub async fn desk(v: Visit) -> Answer {
    let d = read(&v).await?;
    v.page(&v.t("participants-desk-title"), &view(&v, &d, &Problems::default()))
}

/// Enters participants.
pub async fn enter(v: Visit) -> Answer {
    let d = read(&v).await?;
    let (actor, id, back) = (v.actor().clone(), d.process.id, staff_address(&d.process, "/partecipanti"));
    let citizens = v.field("citizens").trim();
    let new = NewEntry {
        channel: EntryChannel::parse(v.field("channel")).unwrap_or(EntryChannel::Other),
        organisations: v.field("organisations").lines().map(str::to_owned).collect(),
        citizens: if citizens.is_empty() { 0 } else { citizens.parse().unwrap_or(-1) },
    };
    let done = v.write_once_saying("done-participants", move |_| back, move |w| ops::enter(w, &actor, id, &new));
    match done.await {
        Err(fault) => v.form_again(fault, &v.t("participants-desk-title"), |p| view(&v, &d, p)),
        answer => answer,
    }
}

/// Takes an entry back.
pub async fn remove(v: Visit) -> Answer {
    let process = processes::of(&v).await?;
    let (actor, id, entry) = (v.actor().clone(), process.id, v.path_as::<RowId>("entry")?);
    let back = staff_address(&process, "/partecipanti");
    v.write_once_saying("done-participant-removed", move |()| back, move |w| ops::remove(w, &actor, id, entry)).await
}

fn view(v: &Visit, d: &Desk, problems: &Problems) -> Markup {
    let n = d.list.organisations.len();
    let said = [("n", Arg::from(n)), ("citizens", Arg::from(d.list.citizens))];
    let content = html! {
        (ui::head(&v.t("participants-desk-title"), Some(&v.t("participants-desk-lead"))))
        p { (v.t_with("participants-counts", &said)) " " a href=(address(&d.process, "/partecipanti")) { (v.t("participants-see")) } }
        section.block aria-labelledby="aggiungi" { h2 #aggiungi { (v.t("participants-add")) } (form(v, d, problems)) }
        section.block aria-labelledby="voci" { h2 #voci { (v.t("participants-entries")) } (entries(v, d)) }
    };
    processes::staff_frame(v, &d.process, StaffSection::Participants, &content)
}

fn form(v: &Visit, d: &Desk, problems: &Problems) -> Markup {
    let form = Form::new(v, &staff_address(&d.process, "/partecipanti"), problems).value("channel", "interview");
    let channel = |c: &EntryChannel| Choice::new(c.as_str(), v.t(&format!("participants-channel-{}", c.as_str())));
    let fields = html! {
        (form.radios("channel", "participants-channel", EntryChannel::ALL.iter().map(channel).collect()).required())
        (form.area("organisations", "participants-organisations", 8).hint("participants-organisations-hint"))
        (form.number("citizens", "participants-citizens").hint("participants-citizens-hint"))
    };
    form.show(&fields, "participants-add-button", None)
}

fn entries(v: &Visit, d: &Desk) -> Markup {
    let words = |e: &Entry| {
        if e.organisation.is_empty() { v.t_with("participants-entry-citizens", &[("n", Arg::from(e.citizens))]) } else { e.organisation.clone() }
    };
    html! {
        @if d.entries.rows.is_empty() { p { (v.t("participants-entries-none")) } }
        ol.queue-list {
            @for e in &d.entries.rows {
                li.queue-item {
                    div.queue-main {
                        p.queue-title { (words(e)) }
                        p.queue-meta { (v.t(&format!("participants-channel-{}", e.channel.as_str()))) " · " (ui::time::date(v.l(), e.entered_at)) }
                    }
                    div.queue-side {
                        form.inline-form method="post" action=(staff_address(&d.process, &format!("/partecipanti/{}/togli", e.id))) {
                            (ui::form::hidden(v))
                            button.btn.btn-sm.btn-link aria-label=(v.t_with("participants-remove-named", &[("name", Arg::from(words(e)))])) { (v.t("participants-remove")) }
                        }
                    }
                }
            }
        }
        (lists::pager(v, d.entries.page, d.entries.more))
    }
}

/// The list everybody reads: organisations in the published order, people only counted.
pub async fn page(v: Visit) -> Answer {
    let process = processes::of(&v).await?;
    let id = process.id;
    let list = v.read(move |conn| ops::participants(conn, id)).await?;
    let n = i64::try_from(list.organisations.len()).unwrap_or(0);
    let title = v.t_with("participants-page-title", &[("process", Arg::from(process.title.as_str()))]);
    let content = html! {
        (ui::head(&v.t("participants-title"), Some(&v.t("participants-lead"))))
        @if n == 0 && list.citizens == 0 { (ui::empty(&v.t("participants-none"), &v.t("participants-none-text"))) }
        @if n > 0 {
            p { (v.t_with("doc-participants-text", &[("n", Arg::from(n))])) }
            ol.press-names { @for name in &list.organisations { li { (name) } } }
        }
        @if list.citizens > 0 { p { (v.t_with("participants-citizens-counted", &[("n", Arg::from(list.citizens))])) } }
        @if v.actor().may::<PrepareReport>(process.id) {
            p { a href=(staff_address(&process, "/partecipanti")) { (v.t("participants-to-desk")) } }
        }
    };
    v.page(&title, &processes::frame(&v, &process, Section::Participants, &content))
}
