//! How one comes in: registering, confirming, signing in and out, passwords, and one's own page.

mod enter;
mod feed;
mod own;
mod passwords;
mod register;

use crate::http::{Access, Door, Limit};

/// The doors of this room.
pub fn doors() -> Vec<Door> {
    use Access::{Public, SignedIn};
    let guarded = Limit::Credentials;
    vec![
        Door::get("/registrati", Public, register::form),
        Door::post("/registrati", Public, register::send).limit(Limit::Letters),
        Door::get("/registrati/inviata", Public, register::sent),
        Door::get("/conferma/{token}", Public, register::confirm_form),
        Door::post("/conferma/{token}", Public, register::confirm).limit(guarded),
        Door::get("/accedi", Public, enter::form),
        Door::post("/accedi", Public, enter::sign_in).limit(guarded),
        Door::post("/esci", Public, enter::sign_out),
        Door::get("/password-dimenticata", Public, passwords::ask_form),
        Door::post("/password-dimenticata", Public, passwords::ask).limit(Limit::Letters),
        Door::get("/password-dimenticata/inviata", Public, passwords::asked),
        Door::get("/password/{token}", Public, passwords::reset_form),
        Door::post("/password/{token}", Public, passwords::reset).limit(guarded),
        Door::get("/account", SignedIn, own::page),
        Door::post("/account/password", SignedIn, own::change_password).limit(guarded),
        Door::post("/account/enti", SignedIn, own::add_organisation),
        Door::post("/account/enti/{id}/lascia", SignedIn, own::leave_organisation),
        Door::get("/account/calendario", SignedIn, own::page),
        Door::post("/account/calendario", SignedIn, feed::make),
        Door::post("/account/calendario/togli", SignedIn, feed::end),
        Door::post("/account/esci-ovunque", SignedIn, own::sign_out_everywhere),
    ]
}
