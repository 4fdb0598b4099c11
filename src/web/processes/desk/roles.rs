//! Who works on a process, and in which role.

use domain::Problems;
use domain::access::{GrantRole, Permit, Role, Subject};
use domain::accounts::{self, GrantLine};
use domain::id::RowId;
use domain::processes::{Process, ops};
use maud::{Markup, html};

use super::super::frame::staff_address;
use super::settings;
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::ui::{self, Choice, Form, time};

/// The roles that are granted.
const GRANTED: [Role; 3] = [Role::Promoter, Role::Reviewer, Role::Facilitator];

async fn read(v: &Visit) -> Result<(Process, Vec<GrantLine>), Fault> {
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    v.read(move |conn| {
        let process = ops::by_slug(conn, &actor, &slug)?;
        let permit: Permit<GrantRole> = actor.permit(Subject::of(process.id))?;
        let grants = accounts::ops::grants_in(conn, &permit, process.id)?;
        Ok((process, grants))
    })
    .await
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let (process, grants) = read(&v).await?;
    v.page(&v.t("settings-roles"), &view(&v, &process, &grants, &Problems::default()))
}

/// Grants a role to the account behind an address.
pub async fn grant(v: Visit) -> Answer {
    let (process, grants) = read(&v).await?;
    let (actor, id, here) = (v.actor().clone(), process.id, v.path_only().to_owned());
    let (email, role) = (v.field("email").to_owned(), v.field("role").to_owned());
    let done = v
        .write_once_saying("done-granted", move |()| here, move |w| accounts::ops::grant(w, &actor, id, &email, &role))
        .await;
    match done {
        Err(fault) => v.form_again(fault, &v.t("settings-roles"), |p| view(&v, &process, &grants, p)),
        ok => ok,
    }
}

/// Takes a role back.
pub async fn revoke(v: Visit) -> Answer {
    let (actor, slug, grant) = (v.actor().clone(), v.path("slug").to_owned(), v.path_as::<RowId>("id")?);
    let process = v
        .write(move |w| {
            let process = ops::by_slug(w.conn, &actor, &slug)?;
            accounts::ops::revoke(w, &actor, process.id, grant)?;
            Ok(process)
        })
        .await?;
    // Whoever took their own role back goes where they may still be.
    let mine = v.actor().administrator || v.actor().roles.iter().filter(|(p, _)| *p == process.id).count() > 1;
    let next = if mine { staff_address(&process, "/ruoli") } else { staff_address(&process, "") };
    v.done("done-revoked", &next)
}

fn view(v: &Visit, process: &Process, grants: &[GrantLine], problems: &Problems) -> Markup {
    let form = Form::new(v, &staff_address(process, "/ruoli"), problems);
    let choice = |r: Role| {
        let word = r.as_str();
        Choice::new(word, v.t(&format!("role-{word}"))).hint(v.t(&format!("role-{word}-hint")))
    };
    let fields = html! {
        (form.email("email", "account-email").required().autocomplete("off").hint("roles-email-hint"))
        (form.radios("role", "roles-role", GRANTED.into_iter().map(choice).collect()).required())
    };
    let content = html! {
        p { (v.t("settings-roles-hint")) }
        @if grants.is_empty() { (ui::empty(&v.t("roles-none"), &v.t("roles-none-text"))) }
        @else {
            ol.queue-list { @for g in grants { (line(v, process, g)) } }
        }
        section.block {
            h2 { (v.t("roles-new")) }
            (form.show(&fields, "roles-button", Some(&staff_address(process, ""))))
        }
    };
    settings(v, process, "/ruoli", "settings-roles", &content)
}

fn line(v: &Visit, process: &Process, g: &GrantLine) -> Markup {
    let role = v.t(&format!("role-{}", g.role));
    let named = [("role", Arg::from(role.as_ref())), ("name", Arg::from(g.name.as_str()))];
    html! {
        li.queue-item {
            div.queue-main {
                strong { (g.name) } " " (ui::badge::tag(&role))
                p.queue-meta { (g.email) ", " (v.t("roles-since")) " " (time::date(v.l(), g.granted_at)) }
            }
            div.queue-side {
                form.inline-form method="post" action=(staff_address(process, &format!("/ruoli/{}/revoca", g.id))) {
                    (ui::form::hidden(v))
                    button.btn.btn-sm.btn-outline-danger aria-label=(v.t_with("roles-revoke-named", &named)) { (v.t("roles-revoke")) }
                }
            }
        }
    }
}
