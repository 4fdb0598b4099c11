//! Saying anew what a request asks for.

use domain::access::{PrepareResponse, ReadRegister, Subject};
use domain::intake::{RequestLine, desk as clerk, ops};
use domain::processes::Process;
use domain::{Error, Problems};
use maud::{Markup, html};

use super::words::desk;
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{self, StaffSection};
use crate::ui::{self, Form};

struct Desk {
    process: Process,
    request: RequestLine,
    themes: Vec<String>,
}

async fn read(v: &Visit) -> Result<Desk, Fault> {
    let process = processes::of(v).await?;
    let (actor, number) = (v.actor().clone(), v.path_as::<i32>("request")?);
    v.read(move |conn| {
        actor.permit::<PrepareResponse>(Subject::of(process.id))?;
        let permit = actor.permit::<ReadRegister>(Subject::of(process.id))?;
        let found = clerk::some_requests(conn, &permit, process.id, &[number])?.pop();
        let themes = clerk::themes(conn, &permit, process.id)?;
        Ok(Desk { request: found.ok_or(Error::NotFound)?, themes, process })
    })
    .await
}

fn title(v: &Visit, d: &Desk) -> String {
    v.t_with("request-correct-title", &[("n", Arg::from(d.request.request.number.to_string()))])
}

/// The form.
pub async fn page(v: Visit) -> Answer {
    let d = read(&v).await?;
    v.page(&title(&v, &d), &view(&v, &d, &Problems::default()))
}

/// Keeps it.
pub async fn correct(v: Visit) -> Answer {
    let d = read(&v).await?;
    let (actor, id, number) = (v.actor().clone(), d.process.id, d.request.request.number);
    let (summary, theme) = (v.field("summary").to_owned(), v.field("theme").to_owned());
    let back = desk(&d.process, &format!("/istruttoria/{}#richieste", d.request.contribution));
    let done = v.write_once_saying(
        "done-request-corrected",
        move |()| back,
        move |w| ops::correct(w, &actor, id, number, &summary, &theme),
    );
    match done.await {
        Err(fault) => v.form_again(fault, &title(&v, &d), |p| view(&v, &d, p)),
        answer => answer,
    }
}

fn view(v: &Visit, d: &Desk, problems: &Problems) -> Markup {
    let (title, of) = (title(v, d), &d.request);
    let back = desk(&d.process, &format!("/istruttoria/{}", of.contribution));
    let form = Form::new(v, &format!("{back}/richieste/{}", of.request.number), problems)
        .value("summary", of.request.summary.as_str())
        .value("theme", of.request.theme.as_str());
    let fields = html! {
        (form.text("summary", "intake-summary").required().max(300).hint("intake-summary-hint"))
        (form.text("theme", "intake-theme-label").max(100).suggestions("f-themes").hint("intake-theme-hint"))
        datalist #f-themes { @for theme in &d.themes { option value=(theme) {} } }
    };
    let content = html! {
        (ui::head(&title, None))
        @for words in &of.excerpts { blockquote.contribution-quote { (ui::prose(words)) } }
        (form.show(&fields, "request-correct-button", Some(&back)))
    };
    processes::staff_frame_within(v, &d.process, StaffSection::Intake, &title, &content)
}
