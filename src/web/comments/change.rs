//! What may be done with a contribution while the window is open: its author edits or withdraws it, others support it.

use domain::access::{Denied, WindowState};
use domain::comments;
use domain::id::ContributionId;
use domain::plans;
use domain::processes::{self, Process};
use domain::register::{self, Channel, Contribution, NamedAs, Text};
use domain::{Error, Problems};
use maud::{Markup, html};

use super::fields::{self, Typed, filled};
use super::place::{self, Asked, Place};
use super::{show, write};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{Section, frame_within};
use crate::ui::{self, Tone};

/// One's own contribution and where it was written.
struct Own {
    place: Place,
    of: Contribution,
    text: Text,
}

async fn own(v: &Visit) -> Result<Own, Fault> {
    let (actor, slug, now) = (v.actor().clone(), v.path("slug").to_owned(), v.now());
    let number = v.path_as::<i32>("number")?;
    v.read(move |conn| {
        let process = processes::ops::by_slug(conn, &actor, &slug)?;
        let of = register::ops::by_number(conn, process.id, number)?;
        if of.account_id.is_none() || of.account_id != actor.account {
            return Err(Error::NotFound);
        }
        let version = plans::ops::by_id(conn, of.version_id)?;
        let code = register::ops::passage_code(conn, &of)?;
        let passage = code.map(|c| c.to_string()).unwrap_or_default();
        let asked = Asked { slug, version: Some(version.number), passage };
        let (_, place) = place::find(conn, &actor, &asked, now)?;
        let text = register::ops::current_text(conn, &of)?;
        Ok(Own { place: place.ok_or(Error::NotFound)?, of, text })
    })
    .await
}

impl Own {
    fn typed(&self) -> Typed {
        let of = &self.of;
        let named_as = match (of.named_as, of.organisation_id) {
            (NamedAs::Organisation, Some(id)) => format!("organisation:{id}"),
            (named_as, _) => named_as.as_str().to_owned(),
        };
        let before = self.place.spot.as_ref().map(|s| s.text.clone()).unwrap_or_default();
        let proposed = if self.text.proposed.is_empty() { before } else { self.text.proposed.clone() };
        Typed {
            kind: of.kind.as_str().to_owned(),
            text: self.text.text.clone(),
            proposed,
            shown: if of.shown { "si" } else { "no" }.to_owned(),
            named_as,
            pseudonym: of.pseudonym.clone(),
            ..Typed::blank(&self.place)
        }
    }

    fn base(&self) -> String {
        format!("/percorsi/{}/contributi/{}", self.place.process.slug, self.of.number)
    }
}

/// The form to edit it.
pub async fn edit_form(v: Visit) -> Answer {
    let own = own(&v).await?;
    if own.of.withdrawn_at.is_some() {
        return Err(Error::Refused("refused-withdrawn").into());
    }
    let view = edit_view(&v, &own, &own.typed(), &Problems::default());
    v.page(&v.t("edit-title"), &view)
}

/// Keeps the new revision; after the window closed what was typed is shown back, with the offer to file it as late.
pub async fn edit(v: Visit) -> Answer {
    let own = own(&v).await?;
    let typed = Typed { slug: own.place.process.slug.clone(), ..Typed::of(&v) };
    let title = v.t("edit-title").into_owned();
    let new = match typed.checked(&own.place) {
        Ok(new) => new,
        Err(e) => return v.form_again(e.into(), &title, |p| edit_view(&v, &own, &typed, p)),
    };
    let (actor, id, to) = (v.actor().clone(), own.of.id, format!("{}/ricevuta", own.base()));
    let new = register::NewContribution { channel: Channel::Online, ..new };
    let done = v.write_once_saying("done-edited", move |_| to, move |w| comments::ops::edit(w, &actor, id, new));
    match done.await {
        Err(Fault::Domain(Error::Denied(Denied::Closed))) => write::too_late(&v, &own.place, &typed),
        Err(fault) => v.form_again(fault, &title, |p| edit_view(&v, &own, &typed, p)),
        answer => answer,
    }
}

fn edit_view(v: &Visit, own: &Own, typed: &Typed, problems: &Problems) -> Markup {
    let action = format!("{}/modifica", own.base());
    let form = filled(v, &action, problems, typed);
    let fields = fields::view(v, &form, &own.place);
    let (title, back) = (v.t("edit-title"), format!("{}/ricevuta", own.base()));
    let content = html! {
        (ui::head(&title, Some(&v.t_with("edit-lead", &[("number", Arg::from(own.of.number.to_string()))]))))
        (ui::time::countdown(v.l(), v.now(), own.place.window.opens_at, own.place.window.closes_at))
        (write::quoted(v, &own.place))
        @if may_change(v, own) { (form.show(&fields, "edit-button", Some(&back))) } @else { (closed(v, &back)) }
    };
    frame_within(v, &own.place.process, Section::Contributions, &title, &content)
}

/// Whether its author may still change it.
fn may_change(v: &Visit, own: &Own) -> bool {
    own.place.state(v.now()) == WindowState::Open
}

/// In place of a button that could only refuse.
fn closed(v: &Visit, back: &str) -> Markup {
    html! {
        p { (v.t("change-closed")) }
        p { a href=(back) { (v.t("change-closed-back")) } }
    }
}

/// Asks once more before withdrawing.
pub async fn withdraw_form(v: Visit) -> Answer {
    let own = own(&v).await?;
    let title = v.t_with("withdraw-title", &[("number", Arg::from(own.of.number.to_string()))]);
    let back = format!("{}/ricevuta", own.base());
    let content = html! {
        (ui::head(&title, None))
        (ui::time::countdown(v.l(), v.now(), own.place.window.opens_at, own.place.window.closes_at))
        (ui::prose(&v.t("withdraw-text")))
        div.contribution-text { (ui::prose(&own.text.text)) }
        @if !may_change(&v, &own) { (closed(&v, &back)) }
        @else { div.form-actions {
            (ui::form::button(&v, v.path_only(), "btn btn-danger", "withdraw-button", &[])) " "
            a.btn.btn-link href=(back) { (v.t("form-cancel")) }
        } }
    };
    v.page(&title, &frame_within(&v, &own.place.process, Section::Contributions, &title, &content))
}

/// Withdraws it.
pub async fn withdraw(v: Visit) -> Answer {
    let own = own(&v).await?;
    let (actor, id, to) = (v.actor().clone(), own.of.id, format!("{}/ricevuta", own.base()));
    v.write_once_saying("done-withdrawn", move |()| to, move |w| comments::ops::withdraw(w, &actor, id)).await
}

/// Somebody's shown contribution.
struct Other {
    process: Process,
    id: ContributionId,
    number: i32,
    author: register::Author,
    text: String,
    supported: bool,
    mine: bool,
    opens: domain::clock::Instant,
    closes: domain::clock::Instant,
}

async fn other(v: &Visit) -> Result<Other, Fault> {
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let number = v.path_as::<i32>("number")?;
    v.read(move |conn| {
        let process = processes::ops::by_slug(conn, &actor, &slug)?;
        let of = register::ops::by_number(conn, process.id, number)?;
        let account = actor.account.ok_or(Error::Denied(Denied::SignIn))?;
        if !register::ops::is_public(&of) {
            return Err(Error::NotFound);
        }
        let window = domain::consultations::ops::by_id(conn, of.consultation_id)?;
        let supported = register::ops::is_supported_by(conn, of.id, account)?;
        let (id, mine) = (of.id, of.account_id == actor.account);
        let line = register::ops::line(conn, of, None)?;
        let (author, text) = (line.author, line.text.text);
        Ok(Other {
            process,
            id,
            number,
            author,
            text,
            supported,
            mine,
            opens: window.opens_at,
            closes: window.closes_at,
        })
    })
    .await
}

/// Says what supporting means, with its button.
pub async fn support_form(v: Visit) -> Answer {
    let o = other(&v).await?;
    let title = v.t_with("support-title", &[("number", Arg::from(o.number.to_string()))]);
    let (label, on) = if o.supported { ("support-undo", "no") } else { ("support-button", "si") };
    let back = format!("/percorsi/{}/contributi/{}", o.process.slug, o.number);
    let content = html! {
        (ui::head(&title, Some(&v.t("support-lead"))))
        (ui::time::countdown(v.l(), v.now(), o.opens, o.closes))
        article.contribution {
            header.contribution-head { span.contribution-author { (show::author(v.l(), &o.author)) } }
            div.contribution-text { (ui::prose(&o.text)) }
        }
        @if o.mine { (ui::notice(Tone::Info, &html! { p { (v.t("refused-own-support")) } })) }
        @else if v.now() < o.opens || v.now() >= o.closes { p { (v.t("support-closed")) } }
        @else {
            @if o.supported { p { (v.t("support-given")) } }
            div.form-actions { (ui::form::button(&v, v.path_only(), "btn btn-primary", label, &[("on", on)])) }
        }
        p { a href=(back) { (v.t("support-back")) } }
    };
    v.page(&title, &frame_within(&v, &o.process, Section::Contributions, &title, &content))
}

/// Supports it, or no longer.
pub async fn support(v: Visit) -> Answer {
    let o = other(&v).await?;
    let (actor, on) = (v.actor().clone(), v.field("on") != "no");
    let to = format!("/percorsi/{}/contributi/{}", o.process.slug, o.number);
    let done = if on { "done-supported" } else { "done-support-undone" };
    v.write_once_saying(done, move |()| to, move |w| comments::ops::support(w, &actor, o.id, on)).await
}
