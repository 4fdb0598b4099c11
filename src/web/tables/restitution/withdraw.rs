//! Taking back a published edition of a restitution, with a reason for everybody.

use domain::access::Denied;
use domain::tables::restitution::{MAX_REASON, ops};
use domain::{Error, Problems};
use maud::{Markup, html};

use super::draft::{self, Desk};
use super::{address, desk, name};
use crate::http::fault::denied_words;
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::ui::{self, Form, Tone, time};

/// What is being written, and which edition is meant: one that can still be read.
async fn load(v: &Visit) -> Result<(Desk, i32), Fault> {
    let (d, number) = (draft::load(v).await?, v.path_as::<i32>("edition")?);
    let known = d.draft.editions.iter().any(|e| e.number == number);
    if known { Ok((d, number)) } else { Err(Error::NotFound.into()) }
}

/// The form.
pub async fn form(v: Visit) -> Answer {
    let (d, number) = load(&v).await?;
    v.page(&title(&v, &d, number), &draft::framed(&v, &d, &view(&v, &d, number, &Problems::default())))
}

fn title(v: &Visit, d: &Desk, number: i32) -> String {
    format!("{} – {}", words(v, number), name(v.l(), &d.of))
}

fn words(v: &Visit, number: i32) -> String {
    v.t_with("restitution-withdraw-title", &[("n", Arg::from(number.to_string()))])
}

fn view(v: &Visit, d: &Desk, number: i32, problems: &Problems) -> Markup {
    let back = desk(&d.process, &d.of, "");
    let edition = d.draft.editions.iter().find(|e| e.number == number);
    let may = ops::may_publish(v.actor(), &d.of, &d.draft.points);
    html! {
        (ui::head(&words(v, number), Some(&name(v.l(), &d.of))))
        @if let Some(e) = edition {
            p { (v.t("restitution-published-at")) " " (time::instant(v.l(), e.published_at)) ". "
                a href=(address(&d.process, &d.of, &format!("/{number}"))) { (v.t("restitution-to-public")) } }
        }
        @if edition.is_some_and(|e| e.withdrawn.is_some()) {
            (ui::notice(Tone::Info, &html! { p { (v.t("refused-restitution-withdrawn")) } }))
        } @else {
            @match may {
                Ok(_) => {
                    p { (v.t("restitution-withdraw-text")) }
                    @if d.of.session().is_some() { p { (v.t("restitution-withdraw-whole")) } }
                    (fields(v, &back, problems))
                },
                Err(Error::Denied(Denied::SamePerson)) => { (ui::notice(Tone::Info, &html! { p { (v.t("restitution-withdraw-other")) } })) },
                Err(Error::Denied(why)) => { (ui::notice(Tone::Info, &html! { p { (v.t(denied_words(why).1)) } })) },
                Err(_) => {},
            }
        }
        p { a href=(back) { (v.t("restitution-back")) } }
    }
}

fn fields(v: &Visit, back: &str, problems: &Problems) -> Markup {
    let form = Form::new(v, v.path_only(), problems);
    let most = u32::try_from(MAX_REASON).unwrap_or(u32::MAX);
    let fields = html! {
        (form.area("reason", "restitution-withdraw-reason", 3).required().max(most).hint("restitution-withdraw-hint"))
    };
    form.show(&fields, "restitution-withdraw-button", Some(back))
}

/// Takes it back.
pub async fn save(v: Visit) -> Answer {
    let (d, number) = load(&v).await?;
    let (actor, of, reason) = (v.actor().clone(), d.of.clone(), v.field("reason").to_owned());
    let to = desk(&d.process, &d.of, "");
    let write = move |w: &mut domain::db::Write<'_>| ops::withdraw(w, &actor, &of, number, &reason);
    match v.write_once_saying("done-restitution-withdrawn", move |()| to, write).await {
        Err(fault) => v.form_again(fault, &title(&v, &d, number), |p| draft::framed(&v, &d, &view(&v, &d, number, p))),
        ok => ok,
    }
}
