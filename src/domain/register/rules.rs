//! What may be received, and who is named.

use super::model::{Author, Channel, Contribution, Kind, NamedAs, NewContribution};
use crate::{Problems, Result};

/// A text written online has at most this many characters; so has a proposed wording.
pub const MAX_TEXT: usize = 10_000;
/// What came by another channel may be longer: it was received as it is, and is to be kept as it is.
pub const MAX_ELSEWHERE: usize = 50_000;

/// How many characters a text may have that came by this channel.
pub const fn longest(channel: Channel) -> usize {
    if matches!(channel, Channel::Online) { MAX_TEXT } else { MAX_ELSEWHERE }
}

/// What is to be received, trimmed and checked: also what a preview shows.
///
/// # Errors
/// [`crate::Error::Invalid`].
pub fn contribution(new: NewContribution) -> Result<NewContribution> {
    let mut p = Problems::default();
    let longest = longest(new.channel);
    let text = p.text("text", &new.text, true, longest);
    let proposed = p.text("proposed", &new.proposed, new.kind == Kind::Rewording, longest);
    // A table is named with the title of its event.
    let most = if new.channel == Channel::Table { 300 } else { 40 };
    let pseudonym = p.text("pseudonym", &new.pseudonym, new.named_as == NamedAs::Pseudonym, most);
    let other = new.channel != Channel::Online;
    let sender = p.text("sender", &new.sender, other, 300);
    let evidence = p.text("evidence", &new.evidence, other, 1000);
    if new.kind == Kind::Act && matches!(new.channel, Channel::Online | Channel::Table) {
        p.add("kind", "problem-choose");
    }
    if new.named_as == NamedAs::Organisation && new.organisation.is_none() {
        p.add("named_as", "problem-choose-organisation");
    }
    p.check()?;
    let pseudonym = if new.named_as == NamedAs::Pseudonym { pseudonym } else { String::new() };
    let proposed = if new.kind == Kind::Rewording { proposed } else { String::new() };
    // An organisation that is not to be named is not kept with it: its name would stand in the list of participants.
    let organisation = new.organisation.filter(|_| new.named_as == NamedAs::Organisation);
    Ok(NewContribution { text, proposed, pseudonym, sender, evidence, organisation, ..new })
}

/// Who is named beside a contribution: never a person's name.
pub fn author(of: &Contribution, organisation: Option<&str>) -> Author {
    match (of.named_as, organisation) {
        (NamedAs::Organisation, Some(name)) => Author::Organisation(name.to_owned()),
        (NamedAs::Pseudonym, _) => Author::Pseudonym(of.pseudonym.clone()),
        _ => Author::Person,
    }
}

/// Whether a pseudonym looks like a name and surname: two words or more that each begin with a capital. A warning, not
/// a refusal.
pub fn looks_like_a_name(pseudonym: &str) -> bool {
    let words: Vec<&str> = pseudonym.split_whitespace().collect();
    words.len() >= 2 && words.iter().all(|w| w.chars().next().is_some_and(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pseudonyms_that_look_like_names() {
        assert!(looks_like_a_name("Maria Rossi"));
        assert!(!looks_like_a_name("lettrice di Valdora"));
        assert!(!looks_like_a_name("Cicala"));
    }
}
