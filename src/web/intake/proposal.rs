//! Putting the wording somebody proposed into the working draft: one button, or after adapting it. Then the answer is written,
//! filled in with the change.

use actix_web::http::StatusCode;
use domain::access::{PrepareResponse, ReadRegister, Subject};
use domain::id::RowId;
use domain::intake::{Proposal, Way, ops};
use domain::plans::{Passage, Typed};
use domain::processes::Process;
use domain::{Error, Problems};
use maud::{Markup, html};

use super::words::desk;
use crate::comments::code_typed;
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::plans::redline;
use crate::processes::{self, StaffSection};
use crate::ui::{self, Form, plan};

struct Desk {
    process: Process,
    of: Proposal,
}

impl Desk {
    fn address(&self) -> String {
        desk(&self.process, &format!("/richieste/{}/testo", self.of.request))
    }

    fn title(&self, v: &Visit) -> String {
        v.t_with("put-title", &[("n", Arg::from(self.of.request.to_string()))])
    }
}

/// Into which passage: that of the contribution, or another by its code, or a new one after another.
fn way(v: &Visit) -> Way {
    let given = |name: &str| v.query(name).unwrap_or_else(|| v.field(name));
    match (code_typed(given("codice")), given("come")) {
        (Some(code), "dopo") => Way::After(code),
        (Some(code), _) => Way::Into(code),
        (None, _) => Way::Own,
    }
}

async fn read(v: &Visit) -> Result<Desk, Fault> {
    let process = processes::of(v).await?;
    let (actor, number, way) = (v.actor().clone(), v.path_as::<i32>("number")?, way(v));
    v.read(move |conn| {
        actor.permit::<PrepareResponse>(Subject::of(process.id))?;
        let permit = actor.permit::<ReadRegister>(Subject::of(process.id))?;
        Ok(Desk { of: ops::proposal(conn, &actor, &permit, process.id, number, way)?, process })
    })
    .await
}

/// The page: the words in the draft and those proposed, and the text to be adapted.
pub async fn page(v: Visit) -> Answer {
    let d = read(&v).await?;
    v.page(&d.title(&v), &view(&v, &d, &Problems::default(), false))
}

/// Puts it into the draft and goes on to the answer.
pub async fn put(v: Visit) -> Answer {
    let d = read(&v).await?;
    let Some(there) = &d.of.there else { return Err(Error::NotFound.into()) };
    // What another passage's form sent is not put into this one.
    let row = RowId(v.field("riga").parse().unwrap_or(there.row.0));
    let saw = v.field("vista").parse().unwrap_or(0);
    let (actor, id, number) = (v.actor().clone(), d.process.id, d.of.request);
    let (to, said) = if v.field("poi") == "altro" {
        (d.address(), "done-put-more")
    } else {
        (desk(&d.process, &format!("/riscontri/nuovo?richieste={number}")), "done-put")
    };
    let (source, after) = (v.field("text").to_owned(), matches!(d.of.way, Way::After(_)));
    let typed = if after {
        Typed { kind: reader::BlockKind::Paragraph, number: String::new(), source }
    } else {
        Typed { source, ..Typed::of(there) }
    };
    let done = v.write_once_saying(
        said,
        move |_| to,
        move |w| {
            if after {
                ops::put_after(w, &actor, id, number, row, &typed)
            } else {
                ops::put(w, &actor, id, number, (row, saw), &typed)
            }
        },
    );
    match done.await {
        Err(Fault::Domain(Error::Refused("refused-passage-changed"))) => {
            let d = read(&v).await?;
            v.page_as(StatusCode::CONFLICT, &d.title(&v), &view(&v, &d, &Problems::default(), true))
        }
        Err(fault) => v.form_again(fault, &d.title(&v), |p| view(&v, &d, p, false)),
        ok => ok,
    }
}

fn view(v: &Visit, d: &Desk, problems: &Problems, clash: bool) -> Markup {
    let of = &d.of;
    let back = desk(&d.process, &format!("/istruttoria/{}#richieste", of.contribution));
    let content = html! {
        (ui::head(&d.title(v), Some(&of.summary)))
        @if clash { (ui::notice(ui::Tone::Warning, &html! { p.notice-title { (v.t("clash-title")) } p { (v.t("put-clash")) } })) }
        (redline::key(v.l()))
        section.block {
            h2.h4 { (v.t("put-proposed")) }
            (redline::whole(v.l(), &reader::compare::redline(&of.commented, &of.proposed)))
        }
        @match (of.draft, &of.there) {
            (None, _) => { (nowhere(v, d, "put-no-draft")) }
            (Some(_), None) => { (nowhere(v, d, if of.way == Way::Own { "put-no-passage" } else { "put-no-such" })) (elsewhere(v, d)) }
            (Some(n), Some(there)) => {
                @let code = there.code.map(plan::code).unwrap_or_default();
                @if there.text != of.commented && of.way == Way::Own {
                    section.block {
                        h2.h4 { (v.t_with("put-changed", &[("code", Arg::from(code.as_str())), ("n", Arg::from(n.to_string()))])) }
                        (redline::whole(v.l(), &reader::compare::redline(&of.commented, &there.text)))
                    }
                }
                section.block {
                    @let key = if matches!(of.way, Way::After(_)) { "put-after" } else { "put-into" };
                    h2.h4 { (v.t_with(key, &[("code", Arg::from(code.as_str())), ("n", Arg::from(n.to_string()))])) }
                    @match of.whole() {
                        Some(whole) => { (form(v, d, problems, &whole, there, clash)) }
                        None => { (nowhere(v, d, "put-no-text")) }
                    }
                }
                (elsewhere(v, d))
            }
        }
        p.page-actions { a href=(back) { (v.t_with("intake-contribution-title", &[("n", Arg::from(of.contribution.to_string()))])) } }
    };
    processes::staff_frame_within(v, &d.process, StaffSection::Intake, &d.title(v), &content)
}

fn form(v: &Visit, d: &Desk, problems: &Problems, whole: &Typed, there: &Passage, clash: bool) -> Markup {
    let own = d.of.way == Way::Own && !clash;
    let form = Form::new(v, &d.address(), problems).value("text", whole.source.clone());
    let fields = html! {
        input type="hidden" name="vista" value=(there.revision);
        input type="hidden" name="riga" value=(there.row);
        @if let Way::Into(code) | Way::After(code) = d.of.way {
            input type="hidden" name="codice" value=(code);
            input type="hidden" name="come" value=(if matches!(d.of.way, Way::After(_)) { "dopo" } else { "in" });
        }
        (form.area("text", "put-text", 8).required().hint(if own { "put-text-hint" } else { "put-other-hint" }))
    };
    let back = desk(&d.process, &format!("/istruttoria/{}#richieste", d.of.contribution));
    form.show_with(
        &fields,
        &html! {
            button.btn.btn-primary { (v.t("put-button")) } " "
            button.btn.btn-outline-primary name="poi" value="altro" { (v.t("put-button-more")) } " "
            a.btn.btn-link href=(back) { (v.t("form-cancel")) }
        },
    )
}

/// Where its words are already, and the way to put them into other passages too.
fn elsewhere(v: &Visit, d: &Desk) -> Markup {
    let (of, codice) = (&d.of, v.query("codice").unwrap_or_else(|| v.field("codice")));
    html! {
        section.block {
            h2.h4 { (v.t("put-elsewhere")) }
            @if !of.puts.is_empty() {
                ul { @for (put, text) in &of.puts { li { span.code { (plan::code(put.code)) } " " (crate::plans::start(text)) } } }
            }
            p { (v.t("put-elsewhere-text")) }
            form.filters method="get" action=(d.address()) {
                div.field {
                    label.form-label for="f-codice" { (v.t("put-code")) }
                    input.form-control.w-medium #f-codice name="codice" maxlength="20" value=(codice) required;
                }
                div.form-actions {
                    button.btn.btn-outline-primary name="come" value="in" { (v.t("put-way-in")) } " "
                    button.btn.btn-outline-primary name="come" value="dopo" { (v.t("put-way-after")) }
                }
            }
        }
    }
}

/// Why it cannot be put, and where to go.
fn nowhere(v: &Visit, d: &Desk, key: &str) -> Markup {
    ui::notice(
        ui::Tone::Info,
        &html! { p { (v.t(key)) " " a href=(desk(&d.process, if d.of.draft.is_some() { "/piano/testo" } else { "/piano" })) { (v.t("put-to-plan")) } } },
    )
}
