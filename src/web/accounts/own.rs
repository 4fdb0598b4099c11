//! One's own page: organisations, password, sessions.

use domain::access::Denied;
use domain::accounts::{Membership, feeds, ops};
use domain::clock::Instant;
use domain::id::{AccountId, OrganisationId};
use domain::{Error, Problems};
use maud::{Markup, html};

use super::feed;
use super::register::{organisation, organisation_fields};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::ui::form::button;
use crate::ui::{self, Form, lists};

fn me(v: &Visit) -> Result<AccountId, Fault> {
    v.actor().account.ok_or_else(|| Error::Denied(Denied::SignIn).into())
}

/// What the page shows besides who one is.
struct Own {
    organisations: Vec<Membership>,
    /// When the address for a calendar program was made.
    feed: Option<Instant>,
}

async fn load(v: &Visit) -> Result<Own, Fault> {
    let me = me(v)?;
    v.read(move |conn| Ok(Own { organisations: ops::my_organisations(conn, me)?, feed: feeds::made(conn, me)? })).await
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let mine = load(&v).await?;
    v.page(&v.t("own-title"), &view(&v, &mine, &Problems::default()))
}

/// Changes the password after the old one was given; every other session ends.
pub async fn change_password(v: Visit) -> Answer {
    let (email, old, new) =
        (v.actor().email.clone(), v.field("old_password").to_owned(), v.field("password").to_owned());
    let found = v.read(move |conn| ops::credentials(conn, &email)).await?;
    let hashed = v.slow(move || {
        if ops::check_password(found, &old).is_none() {
            let mut problems = Problems::default();
            problems.add("old_password", "problem-old-password");
            problems.check()?;
        }
        ops::prepare_password(&new)
    });
    let hash = match hashed.await {
        Ok(hash) => hash,
        Err(fault) => return again(&v, fault).await,
    };
    let (actor, me) = (v.actor().clone(), me(&v)?);
    let session = v.write(move |w| {
        ops::change_password(w, &actor, &hash)?;
        ops::open_session(w, me, None)
    });
    v.sign_in(session.await?);
    v.done("done-password-changed", "/account")
}

/// Acts for one more organisation.
pub async fn add_organisation(v: Visit) -> Answer {
    let (actor, new) = (v.actor().clone(), organisation(&v));
    let done = v.write_once_saying(
        "done-organisation",
        |_| "/account".to_owned(),
        move |w| ops::add_organisation(w, &actor, &new),
    );
    match done.await {
        Err(fault) => again(&v, fault).await,
        answer => answer,
    }
}

/// No longer acts for an organisation.
pub async fn leave_organisation(v: Visit) -> Answer {
    let (actor, id) = (v.actor().clone(), v.path_as::<OrganisationId>("id")?);
    v.write(move |w| ops::leave_organisation(w, &actor, id)).await?;
    v.done("done-organisation-left", "/account")
}

/// Ends every session, this one too.
pub async fn sign_out_everywhere(v: Visit) -> Answer {
    let actor = v.actor().clone();
    v.write(move |w| ops::close_all_sessions(w, &actor)).await?;
    v.sign_out();
    v.done("done-signed-out", "/accedi")
}

async fn again(v: &Visit, fault: Fault) -> Answer {
    let mine = load(v).await?;
    v.form_again(fault, &v.t("own-title"), |p| view(v, &mine, p))
}

fn view(v: &Visit, mine: &Own, problems: &Problems) -> Markup {
    let none = Problems::default();
    let (here, path) = (|p: &str| v.path_only() == p, v.actor());
    let of = |action: &str| if here(action) { problems } else { &none };
    let (about_password, about_organisation) = (of("/account/password"), of("/account/enti"));
    html! {
        (ui::head(&v.t("own-title"), None))
        (lists::definition(&[
            (&v.t("own-name"), html! { (path.name) }),
            (&v.t("account-email"), html! { (path.email) }),
        ]))
        section.block { (organisation_section(v, &mine.organisations, about_organisation)) }
        (feed::section(v, mine.feed))
        section.block { (password_section(v, about_password)) }
        section.block {
            h2 { (v.t("own-sessions")) }
            p { (v.t("own-sessions-text")) }
            (button(v, "/account/esci-ovunque", "btn btn-outline-danger", "own-sign-out-everywhere", &[]))
        }
    }
}

fn organisation_section(v: &Visit, mine: &[Membership], problems: &Problems) -> Markup {
    let form = Form::new(v, "/account/enti", problems);
    let fields = organisation_fields(v, &form, true);
    html! {
        h2 { (v.t("own-organisations")) }
        p { (v.t("own-organisations-text")) }
        @if !mine.is_empty() {
            ul {
                @for m in mine {
                    li {
                        strong { (m.name) } " – " (v.t(&format!("category-{}", m.category)))
                        @if !m.zone.is_empty() { ", " (m.zone) }
                        (leave(v, m))
                    }
                }
            }
        }
        details.fold open[!problems.0.is_empty()] {
            summary { (v.t("own-add-organisation")) }
            (form.show(&fields, "own-add-organisation-button", None))
        }
    }
}

fn leave(v: &Visit, m: &Membership) -> Markup {
    html! {
        form.inline-form method="post" action=(format!("/account/enti/{}/lascia", m.id)) {
            (ui::form::hidden(v))
            button.btn.btn-sm.btn-link aria-label=(v.t_with("own-leave-named", &[("name", Arg::from(m.name.as_str()))])) {
                (v.t("own-leave"))
            }
        }
    }
}

fn password_section(v: &Visit, problems: &Problems) -> Markup {
    let form = Form::new(v, "/account/password", problems);
    let new = form.password("password", "account-new-password").required();
    let fields = html! {
        (form.password("old_password", "account-old-password").required().autocomplete("current-password"))
        (new.autocomplete("new-password").hint("account-password-hint"))
    };
    html! {
        h2 { (v.t("own-password")) }
        (form.show(&fields, "own-password-button", None))
    }
}
