//! Registering and confirming. What is answered is the same whether or not the address was known.

use domain::accounts::{self, CATEGORIES, NewAccount, NewOrganisation, ops};
use domain::{Error, Problems};
use maud::{Markup, Render, html};

use crate::http::{Answer, Fault, Visit};
use crate::ui::form::Field;
use crate::ui::{self, Choice, Form};

/// The form.
pub async fn form(v: Visit) -> Answer {
    if v.signed_in() {
        return v.see("/account");
    }
    v.page(&v.t("register-title"), &view(&v, &Problems::default()))
}

/// What was typed.
fn typed(v: &Visit) -> NewAccount {
    NewAccount {
        name: v.field("name").to_owned(),
        email: v.field("email").to_owned(),
        password: v.field("password").to_owned(),
        lang: v.lang().code().to_owned(),
        organisation: names_organisation(v).then(|| organisation(v)),
        draft_key: v.draft().map(str::to_owned),
    }
}

/// Whether anything was typed about an organisation: then all of it counts.
fn names_organisation(v: &Visit) -> bool {
    ["organisation", "category", "zone"].iter().any(|f| !v.field(f).trim().is_empty())
}

/// What was typed about an organisation; also on one's own page.
pub fn organisation(v: &Visit) -> NewOrganisation {
    NewOrganisation {
        name: v.field("organisation").to_owned(),
        category: v.field("category").to_owned(),
        zone: v.field("zone").to_owned(),
    }
}

/// Registers.
pub async fn send(v: Visit) -> Answer {
    let new = typed(&v);
    let prepared = match v.slow(move || ops::prepare(new)).await {
        Ok(prepared) => prepared,
        Err(fault) => return v.form_again(fault, &v.t("register-title"), |p| view(&v, p)),
    };
    let actor = v.actor().clone();
    v.write(move |w| ops::register(w, &actor, &prepared)).await?;
    v.see("/registrati/inviata")
}

/// What happens next.
pub async fn sent(v: Visit) -> Answer {
    let title = v.t("register-sent");
    let content = html! {
        (ui::head(&title, Some(&v.t("register-sent-lead"))))
        p { (v.t("register-sent-text")) }
        p { (v.t("register-sent-late")) }
    };
    v.page(&title, &content)
}

/// The page of the link in the letter: it asks for the password chosen before, so that nobody lets in a stranger who
/// registered their address; and programs that read mail and follow links confirm nothing.
pub async fn confirm_form(v: Visit) -> Answer {
    if waiting(&v).await?.is_some() {
        return v.page(&v.t("confirm-title"), &confirm_view(&v, &Problems::default()));
    }
    over(&v)
}

async fn waiting(v: &Visit) -> Result<Option<accounts::Waiting>, Fault> {
    let (token, now) = (v.path("token").to_owned(), v.now());
    v.read(move |conn| ops::waiting(conn, &token, now)).await
}

fn over(v: &Visit) -> Answer {
    let title = v.t("confirm-over");
    v.page(
        &title,
        &html! {
            (ui::head(&title, Some(&v.t("confirm-over-lead"))))
            p { a href="/accedi" { (v.t("confirm-over-sign-in")) } }
            p { a href="/registrati" { (v.t("confirm-over-register")) } }
        },
    )
}

fn confirm_view(v: &Visit, problems: &Problems) -> Markup {
    let form = Form::new(v, v.path_only(), problems);
    let password = form.password("password", "account-password").required().autocomplete("current-password");
    let fields = html! { (password.hint("confirm-password-hint")) };
    html! {
        (ui::head(&v.t("confirm-title"), Some(&v.t("confirm-lead"))))
        (form.show(&fields, "confirm-button", None))
        p.mt-4 { (v.t("confirm-forgot")) " " a href="/registrati" { (v.t("confirm-again")) } }
    }
}

/// Confirms and signs in.
pub async fn confirm(v: Visit) -> Answer {
    let Some(waiting) = waiting(&v).await? else { return Err(Error::Refused("refused-link-over").into()) };
    let password = v.field("password").to_owned();
    let Some(proven) = v.slow(move || Ok(ops::prove(waiting, &password))).await? else {
        let mut problems = Problems::default();
        problems.add("password", "problem-not-the-password-chosen");
        let fault = Error::Invalid(problems).into();
        return v.form_again(fault, &v.t("confirm-title"), |p| confirm_view(&v, p));
    };
    let draft = v.draft().map(str::to_owned);
    let opened = v.write(move |w| {
        let account = ops::confirm(w, &proven)?;
        let session = ops::open_session(w, account, draft.as_deref())?;
        Ok((session, !accounts::drafts::of_account(w.conn, account, w.now)?.is_empty()))
    });
    let (session, waiting) = opened.await?;
    v.sign_in(session);
    // What was written before registering comes first.
    v.done("done-confirmed", if waiting { "/riprendi" } else { "/account" })
}

fn view(v: &Visit, problems: &Problems) -> Markup {
    let form = Form::new(v, "/registrati", problems);
    let fields = html! {
        (form.text("name", "register-name").required().max(120).autocomplete("name").hint("register-name-hint"))
        (form.email("email", "account-email").required())
        (form.password("password", "account-password").required().autocomplete("new-password").hint("account-password-hint"))
        details.fold open[names_organisation(v)] {
            summary { (v.t("register-for-organisation")) }
            p.form-text { (v.t("register-for-organisation-hint")) }
            (organisation_fields(v, &form, false))
        }
        p { (v.t("register-privacy")) " " a href="/privacy" { (v.t("layout-privacy")) } }
    };
    html! {
        (ui::head(&v.t("register-title"), Some(&v.t("register-lead"))))
        @if v.draft().is_some() { (ui::notice(ui::Tone::Info, &html! { p { (v.t("register-draft")) } })) }
        (form.show(&fields, "register-button", None))
        p.mt-4 { (v.t("register-have-account")) " " a href="/accedi" { (v.t("layout-sign-in")) } }
    }
}

/// The fields about an organisation; also on one's own page.
pub fn organisation_fields(v: &Visit, form: &Form<'_>, required: bool) -> Markup {
    let first = Choice::new("", v.t("form-choose"));
    let categories = CATEGORIES.iter().map(|c| Choice::new(*c, v.t(&format!("category-{c}"))));
    let categories = std::iter::once(first).chain(categories).collect();
    let must = |field: Field<'_>| if required { field.required().render() } else { field.render() };
    let name = form.text("organisation", "organisation-name").max(200);
    html! {
        (must(name.autocomplete("organization").hint("organisation-name-hint")))
        (must(form.select("category", "organisation-category", categories)))
        (form.text("zone", "organisation-zone").max(120).hint("organisation-zone-hint"))
    }
}
