//! Who acts in the demo: one account a role, with a password that is printed at start, and the fictitious authors.

use crate::Result;
use crate::access::Actor;
use crate::accounts::{self, NewAccount, NewOrganisation, ops};
use crate::clock::Instant;
use crate::db::Db;
use crate::id::AccountId;

use super::files::AuthorFile;

/// The password of every demo account; the demo listens on this machine only.
pub const PASSWORD: &str = "prova-ascolto-2025";

/// Role and address of the accounts one can sign in with.
pub const SIGN_INS: [(&str, &str); 5] = [
    ("administrator", "amministrazione@example.org"),
    ("promoter", "promotore@example.org"),
    ("reviewer", "istruttoria@example.org"),
    ("facilitator", "facilitazione@example.org"),
    ("participant", "partecipante@example.org"),
];

/// The accounts that act for the promoters.
#[derive(Debug, Clone)]
pub struct People {
    /// Runs the installation.
    pub administrator: AccountId,
    /// Answers for the process: the second person.
    pub promoter: AccountId,
    /// Prepares answers.
    pub reviewer: AccountId,
    /// Facilitates at tables and keeps the door.
    pub facilitator: AccountId,
    /// Takes part.
    pub participant: AccountId,
}

/// When the accounts of the demo were made.
fn beginning() -> Instant {
    super::play::rome("2024-07-01T09:00")
}

fn account(
    db: &Db,
    name: &str,
    email: &str,
    organisation: Option<NewOrganisation>,
    administrator: bool,
) -> Result<AccountId> {
    let new = NewAccount {
        name: name.to_owned(),
        email: email.to_owned(),
        password: PASSWORD.to_owned(),
        lang: "it".to_owned(),
        organisation,
        draft_key: None,
    };
    let prepared = ops::prepare(new)?;
    db.write(beginning(), move |w| ops::create_prepared(w, &prepared, administrator))
}

/// Registers the accounts one can sign in with.
pub fn register(db: &Db) -> Result<People> {
    let [administrator, promoter, reviewer, facilitator, participant] = SIGN_INS.map(|(_, email)| email);
    let people = People {
        administrator: account(db, "Amministrazione di prova", administrator, None, true)?,
        promoter: account(db, "Responsabile di prova", promoter, None, false)?,
        reviewer: account(db, "Istruttoria di prova", reviewer, None, false)?,
        participant: account(db, "Partecipante di prova", participant, None, false)?,
        facilitator: account(db, "Facilitazione di prova", facilitator, None, false)?,
    };
    Ok(people)
}

/// The account of a fictitious author, made when it is not there yet.
pub fn author(db: &Db, of: &AuthorFile) -> Result<AccountId> {
    let known = db.read(|conn| ops::credentials(conn, &of.email))?;
    if let Some((account, _)) = known {
        return Ok(account.id);
    }
    let organisation = of.organisation.as_ref().map(|o| NewOrganisation {
        name: o.name.clone(),
        category: category(&o.category).to_owned(),
        zone: o.zone.clone(),
    });
    account(db, &of.name, &of.email, organisation, false)
}

/// The product's category for the content's label.
fn category(label: &str) -> &'static str {
    let label = label.to_lowercase();
    let table = [
        ("associazione di categoria", "trade_union"),
        ("associazione", "association"),
        ("rete", "association"),
        ("cooperativ", "cooperative"),
        ("fondazione", "foundation"),
        ("unione di comuni", "public_body"),
        ("ente gestore", "public_body"),
        ("ricerca", "school_university"),
    ];
    table.iter().find(|(word, _)| label.contains(word)).map_or("other", |(_, key)| key)
}

/// Acts as an account.
pub fn actor(db: &Db, id: AccountId) -> Result<Actor> {
    db.read(|conn| ops::actor_by_id(conn, id))
}

/// Grants the demo's roles in a process.
pub fn grant_roles(db: &Db, people: &People, process: crate::id::ProcessId, at: Instant) -> Result<()> {
    let administrator = actor(db, people.administrator)?;
    for (role, email) in SIGN_INS.iter().filter(|(role, _)| matches!(*role, "promoter" | "reviewer" | "facilitator")) {
        let (administrator, role, email) = (administrator.clone(), (*role).to_owned(), (*email).to_owned());
        db.write(at, move |w| accounts::ops::grant(w, &administrator, process, &email, &role))?;
    }
    Ok(())
}

/// The organisation an account acts for, if any.
pub fn organisation_of(db: &Db, id: AccountId) -> Result<Option<crate::id::OrganisationId>> {
    db.read(|conn| Ok(ops::my_organisations(conn, id)?.first().map(|m| m.id)))
}
