//! The demonstration with something behind every door, and the way to it.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use domain::{accounts, plans, register};
use web::http::door;

use crate::harness::{House, promoter};

/// Twenty contributions, fifty requests, two versions, a report, a hundred and fifty participants.
pub const SLUG: &str = "piano-economia-sociale-torino-2030";

/// A `house of Published` with a draft of the full process's next version; the address of who sent the first contribution.
pub fn stage(house: &House) -> String {
    let (torino, promoter) = (house.demo().torino, promoter(house.db()));
    let version = house.db().read(|c| plans::ops::newest(c, torino)).unwrap().unwrap().number;
    house.write(move |w| plans::ops::begin(w, &promoter, torino, Some(version)));
    house.mailbox();
    let of = house.db().read(|c| register::ops::by_number(c, torino, 1)).unwrap();
    house.db().read(|c| accounts::ops::account(c, of.account_id.unwrap())).unwrap().email
}

/// Whether a path leads through the door: the same words, with something in place of each parameter; and no other door has more of
/// those words.
pub fn leads_through(path: &str, door: &str) -> bool {
    static ALL: OnceLock<Vec<&'static str>> = OnceLock::new();
    let parameters = |door: &str| door.matches('{').count();
    let all = ALL.get_or_init(|| door::all().into_iter().map(|door| door.path).collect());
    fits(path, door) && !all.iter().any(|other| parameters(other) < parameters(door) && fits(path, other))
}

fn fits(path: &str, door: &str) -> bool {
    let same = |(part, there): (&str, &str)| match part {
        "{number}" | "{n}" => there.parse::<i32>().is_ok(),
        part if part.starts_with('{') => !there.is_empty(),
        part => part == there,
    };
    path.split('/').count() == door.split('/').count() && door.split('/').zip(path.split('/')).all(same)
}

/// The `n`-th link that leads through the door, or the last of fewer; or one to what stands above it, where only a refused form
/// leads further.
pub fn through(door: &str, links: &BTreeSet<String>, n: usize) -> Option<String> {
    let found: Vec<&String> = links.iter().filter(|link| leads_through(link, door)).collect();
    let above = || {
        let (above, last) =
            door.rsplit_once('/').filter(|(above, last)| above.contains('{') && !last.starts_with('{'))?;
        Some(format!("{}/{last}", through(above, links, n)?))
    };
    found.get(n).or(found.last()).map(|link| (*link).clone()).or_else(above)
}
