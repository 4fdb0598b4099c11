//! What may be typed.

use super::model::{NewAccount, NewOrganisation};
use crate::Problems;

/// The categories of organisation, as keys of the locales (`category-<key>`).
pub const CATEGORIES: &[&str] = &[
    "association",
    "cooperative",
    "social_enterprise",
    "foundation",
    "benefit_company",
    "company",
    "public_body",
    "school_university",
    "trade_union",
    "other",
];

/// The address as it is compared: without spaces around, in lower case.
pub fn email_key(email: &str) -> String {
    email.trim().to_lowercase()
}

/// The name as it is compared: spaces folded, in lower case.
pub fn name_key(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether it can be an e-mail address one writes to.
pub fn is_email(email: &str) -> bool {
    email.len() <= 254 && email_address::EmailAddress::is_valid(email) && email.contains('.') && !email.contains('"')
}

/// Problems of a new password: 10 characters at least, 200 at most, not easily guessed (zxcvbn 2 of 4 or more).
pub fn password(problems: &mut Problems, field: &'static str, value: &str, inputs: &[&str]) {
    let length = value.chars().count();
    if length < 10 {
        problems.add_with(field, "problem-password-short", 10);
    } else if length > 200 {
        problems.add_with(field, "problem-too-long", 200);
    } else if zxcvbn::zxcvbn(&value.chars().take(100).collect::<String>(), inputs).score() < zxcvbn::Score::Two {
        problems.add(field, "problem-password-guessable");
    }
}

/// An address for letters, trimmed and checked.
pub fn email(p: &mut Problems, value: &str) -> String {
    let email = p.text("email", value, true, 254);
    if !email.is_empty() && !is_email(&email) {
        p.add("email", "problem-email");
    }
    email
}

/// A new account, trimmed and checked.
pub fn account(new: NewAccount) -> crate::Result<NewAccount> {
    let mut p = Problems::default();
    let name = p.text("name", &new.name, true, 120);
    let email = email(&mut p, &new.email);
    password(&mut p, "password", &new.password, &[&name, &email]);
    let organisation = new.organisation.map(|o| organisation_in(&mut p, &o));
    p.check()?;
    let lang = if new.lang == "en" { "en" } else { "it" }.to_owned();
    Ok(NewAccount { name, email, password: new.password, lang, organisation, draft_key: new.draft_key })
}

/// An organisation, trimmed and checked.
pub fn organisation(new: &NewOrganisation) -> crate::Result<NewOrganisation> {
    let mut p = Problems::default();
    let checked = organisation_in(&mut p, new);
    p.check()?;
    Ok(checked)
}

fn organisation_in(p: &mut Problems, new: &NewOrganisation) -> NewOrganisation {
    let name = p.text("organisation", &new.name, true, 200).split_whitespace().collect::<Vec<_>>().join(" ");
    let zone = p.text("zone", &new.zone, false, 120);
    if !CATEGORIES.contains(&new.category.as_str()) {
        p.add("category", "problem-choose");
    }
    NewOrganisation { name, category: new.category.clone(), zone }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for good in ["a@example.org", "nome.cognome+x@pec.comune.example.it"] {
            assert!(is_email(good), "{good}");
        }
        for bad in ["", "a", "a@", "@b.it", "a b@c.it", "a@b", "a@b.it\nBcc: c@d.it", "\"a\"@b.it"] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
