//! Taking back a published report, with a reason for everybody.

use domain::Problems;
use domain::access::PublishReport;
use domain::processes::Process;
use domain::report::{MAX_REASON, Report, ops};
use maud::{Markup, html};

use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{self, StaffSection, address, staff_address};
use crate::ui::{self, Form, Tone, time};

async fn load(v: &Visit) -> Result<(Process, Report), Fault> {
    let (process, number) = (processes::of(v).await?, v.path_as::<i32>("n")?);
    let id = process.id;
    let (report, _) = v.read(move |conn| ops::by_number(conn, id, number)).await?;
    Ok((process, report))
}

/// The form.
pub async fn form(v: Visit) -> Answer {
    let (process, report) = load(&v).await?;
    v.page(&title(&v, &report), &view(&v, &process, &report, &Problems::default()))
}

fn title(v: &Visit, report: &Report) -> String {
    v.t_with("withdraw-report-title", &[("n", Arg::from(report.number.to_string()))])
}

fn view(v: &Visit, process: &Process, report: &Report, problems: &Problems) -> Markup {
    let (title, back) = (title(v, report), staff_address(process, "/resoconto"));
    let content = html! {
        (ui::head(&title, None))
        p {
            (v.t("withdraw-report-published")) " " (time::instant(v.l(), report.published_at)) ". "
            a href=(address(process, &format!("/resoconto/{}", report.number))) { (v.t("withdraw-report-read")) }
        }
        @if report.withdrawn_at.is_none() && v.actor().may::<PublishReport>(process.id) {
            p { (v.t("withdraw-report-text")) }
            (fields(v, &back, problems))
        } @else {
            @let why = if report.withdrawn_at.is_some() { "refused-report-withdrawn" } else { "withdraw-report-who" };
            (ui::notice(Tone::Info, &html! { p { (v.t(why)) } }))
            p { a href=(back) { (v.t("editor-back")) } }
        }
    };
    processes::staff_frame_within(v, process, StaffSection::Report, &title, &content)
}

fn fields(v: &Visit, back: &str, problems: &Problems) -> Markup {
    let form = Form::new(v, v.path_only(), problems);
    let most = u32::try_from(MAX_REASON).unwrap_or(u32::MAX);
    let reason = form.area("reason", "withdraw-report-reason", 3).required().max(most).hint("withdraw-report-hint");
    form.show(&html! { (reason) }, "withdraw-report-button", Some(back))
}

/// Takes it back.
pub async fn save(v: Visit) -> Answer {
    let (process, report) = load(&v).await?;
    let (actor, id, number) = (v.actor().clone(), process.id, report.number);
    let (reason, to) = (v.field("reason").to_owned(), staff_address(&process, "/resoconto"));
    let write = move |w: &mut domain::db::Write<'_>| ops::withdraw(w, &actor, id, number, &reason);
    match v.write_once_saying("done-report-withdrawn", move |()| to, write).await {
        Err(fault) => v.form_again(fault, &title(&v, &report), |p| view(&v, &process, &report, p)),
        ok => ok,
    }
}
