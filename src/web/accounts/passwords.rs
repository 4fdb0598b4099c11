//! A new password by a link in a letter.

use domain::Problems;
use domain::accounts::ops;
use maud::{Markup, html};

use crate::http::{Answer, Visit};
use crate::ui::{self, Form};

/// The form that asks for the address.
pub async fn ask_form(v: Visit) -> Answer {
    v.page(&v.t("forgot-title"), &ask_view(&v, &Problems::default()))
}

fn ask_view(v: &Visit, problems: &Problems) -> Markup {
    let form = Form::new(v, "/password-dimenticata", problems);
    let fields = html! { (form.email("email", "account-email").required().autocomplete("username")) };
    html! {
        (ui::head(&v.t("forgot-title"), Some(&v.t("forgot-lead"))))
        (form.show(&fields, "forgot-button", Some("/accedi")))
    }
}

/// Sends the link, or a letter that no account has this address; the page says the same either way.
pub async fn ask(v: Visit) -> Answer {
    let (actor, email, lang) = (v.actor().clone(), v.field("email").to_owned(), v.lang().code());
    match v.write(move |w| ops::ask_reset(w, &actor, &email, lang)).await {
        Err(fault) => v.form_again(fault, &v.t("forgot-title"), |p| ask_view(&v, p)),
        Ok(()) => v.see("/password-dimenticata/inviata"),
    }
}

/// What happens next.
pub async fn asked(v: Visit) -> Answer {
    let content = html! {
        (ui::head(&v.t("forgot-sent"), Some(&v.t("forgot-sent-lead"))))
        p { (v.t("forgot-sent-text")) }
    };
    v.page(&v.t("forgot-sent"), &content)
}

/// The form behind the link.
pub async fn reset_form(v: Visit) -> Answer {
    let (token, now) = (v.path("token").to_owned(), v.now());
    if v.read(move |conn| ops::can_reset(conn, &token, now)).await? {
        return v.page(&v.t("reset-title"), &view(&v, &Problems::default()));
    }
    let content = html! {
        (ui::head(&v.t("reset-over"), Some(&v.t("reset-over-lead"))))
        p { a href="/password-dimenticata" { (v.t("reset-over-again")) } }
    };
    v.page(&v.t("reset-over"), &content)
}

/// Sets the new password; every session ends.
pub async fn reset(v: Visit) -> Answer {
    let password = v.field("password").to_owned();
    let hash = match v.slow(move || ops::prepare_password(&password)).await {
        Ok(hash) => hash,
        Err(fault) => return v.form_again(fault, &v.t("reset-title"), |p| view(&v, p)),
    };
    let token = v.path("token").to_owned();
    v.write(move |w| ops::reset(w, &token, &hash)).await?;
    v.sign_out();
    v.done("done-password", "/accedi")
}

fn view(v: &Visit, problems: &Problems) -> Markup {
    let form = Form::new(v, v.path_only(), problems);
    let field = form.password("password", "account-new-password").required();
    let fields = html! { (field.autocomplete("new-password").hint("account-password-hint")) };
    html! {
        (ui::head(&v.t("reset-title"), Some(&v.t("reset-lead"))))
        (form.show(&fields, "reset-button", None))
    }
}
