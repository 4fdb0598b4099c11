//! What an account is.

use diesel::prelude::*;

use crate::clock::Instant;
use crate::id::{AccountId, OrganisationId, RowId};

/// What is typed to register.
#[derive(Debug, Clone, Default)]
pub struct NewAccount {
    /// Name and surname; never shown publicly.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// The password, in clear; hashed before it reaches the database.
    pub password: String,
    /// `it` or `en`: the language of letters.
    pub lang: String,
    /// The organisation one also acts for.
    pub organisation: Option<NewOrganisation>,
    /// The key of a text written before registering, which waits for the confirmation.
    pub draft_key: Option<String>,
}

/// What is typed to act for an organisation.
#[derive(Debug, Clone, Default)]
pub struct NewOrganisation {
    /// Its name, as it is to be published.
    pub name: String,
    /// One of [`super::CATEGORIES`].
    pub category: String,
    /// Where it works: municipality or homogeneous zone.
    pub zone: String,
}

/// An account, without its secrets.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::accounts)]
pub struct Account {
    /// Which one.
    pub id: AccountId,
    /// Where letters go.
    pub email: String,
    /// Name and surname.
    pub name: String,
    /// The language of letters.
    pub lang: String,
    /// Whether it runs the installation.
    pub administrator: bool,
    /// When the address was confirmed.
    pub confirmed_at: Option<Instant>,
}

/// An organisation one acts for.
#[derive(Debug, Clone, Queryable)]
pub struct Membership {
    /// The organisation.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// Its category.
    pub category: String,
    /// Its zone.
    pub zone: String,
}

/// A role somebody holds in a process.
#[derive(Debug, Clone, Queryable)]
pub struct GrantLine {
    /// The grant.
    pub id: RowId,
    /// Whose.
    pub account: AccountId,
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// The role's word.
    pub role: String,
    /// Since when.
    pub granted_at: Instant,
}
