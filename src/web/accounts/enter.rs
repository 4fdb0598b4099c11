//! Signing in and out.

use domain::accounts::{drafts, ops};
use domain::{Error, Problems};
use maud::{Markup, html};

use crate::http::{Answer, Visit};
use crate::ui::{self, Form};

/// The form.
pub async fn form(v: Visit) -> Answer {
    if v.signed_in() {
        return v.see(back(&v));
    }
    v.page(&v.t("sign-in-title"), &view(&v, &Problems::default()))
}

/// Where one was going.
fn back(v: &Visit) -> &str {
    v.query("ritorno").or_else(|| v.typed().get("ritorno")).and_then(ui::local).unwrap_or("/account")
}

/// Signs in. An unknown address, a wrong password and an address never confirmed get the same answer and the same work.
pub async fn sign_in(v: Visit) -> Answer {
    let (email, password) = (v.field("email").to_owned(), v.field("password").to_owned());
    let found = v.read(move |conn| ops::credentials(conn, &email)).await?;
    let Some(account) = v.slow(move || Ok(ops::check_password(found, &password))).await? else {
        let mut problems = Problems::default();
        problems.add("email", "problem-sign-in");
        let fault = Error::Invalid(problems).into();
        return v.form_again(fault, &v.t("sign-in-title"), |p| view(&v, p));
    };
    let draft = v.draft().map(str::to_owned);
    let opened = v.write(move |w| {
        let session = ops::open_session(w, account.id, draft.as_deref())?;
        Ok((session, !drafts::of_account(w.conn, account.id, w.now)?.is_empty()))
    });
    let (session, waiting) = opened.await?;
    v.sign_in(session);
    // Who was going nowhere else finds the text that waits.
    let to = back(&v);
    v.see(if waiting && to == "/account" { "/riprendi" } else { to })
}

/// Ends this session.
pub async fn sign_out(v: Visit) -> Answer {
    if let Some(token) = v.session().map(str::to_owned) {
        v.write(move |w| ops::close_session(w, &token)).await?;
    }
    v.sign_out();
    v.done("done-signed-out", "/accedi")
}

fn view(v: &Visit, problems: &Problems) -> Markup {
    let form = Form::new(v, "/accedi", problems);
    let fields = html! {
        @if back(v) != "/account" { input type="hidden" name="ritorno" value=(back(v)); }
        (form.email("email", "account-email").required().autocomplete("username"))
        (form.password("password", "account-password").required().autocomplete("current-password"))
    };
    html! {
        (ui::head(&v.t("sign-in-title"), None))
        @if v.draft().is_some() { (ui::notice(ui::Tone::Info, &html! { p { (v.t("sign-in-draft")) } })) }
        @if v.flash() == Some("done-signed-out") {
            span data-kept-clear="*" {}
        }
        // Whoever signs in here next does not find what another one read at a door or a table.
        script src=(crate::http::static_files::address("uscita.js")) defer {}
        (form.show(&fields, "sign-in-button", None))
        p.mt-4 { a href="/password-dimenticata" { (v.t("sign-in-forgot")) } }
        p { (v.t("sign-in-no-account")) " " a href="/registrati" { (v.t("layout-register")) } }
    }
}
