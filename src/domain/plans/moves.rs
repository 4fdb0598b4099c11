//! Which passages stand elsewhere than they stood: told by the order of their codes alone, without their words.

use std::collections::HashMap;

use super::{rules, store};
use crate::Result;
use crate::db::Conn;
use crate::id::VersionId;

/// The passages that moved from one version to another, by code, each with the code of the one it had stood after; none where
/// it had stood first.
pub type Moves = HashMap<i32, Option<i32>>;

/// Which of the passages that stand in both orders moved: as few of them as explain the difference.
pub fn moves(before: &[i32], after: &[i32]) -> Moves {
    let stood: HashMap<i32, i32> = before.iter().copied().zip(0..).collect();
    let (shared, positions): (Vec<i32>, Vec<i32>) =
        after.iter().filter_map(|code| Some((*code, *stood.get(code)?))).unzip();
    let ahead: HashMap<i32, i32> = before.windows(2).map(|two| (two[1], two[0])).collect();
    let out = rules::out_of_order(&positions).into_iter();
    out.map(|i| (shared[i], ahead.get(&shared[i]).copied())).collect()
}

/// What moved between the two versions of each pair: one statement, whatever their number.
///
/// # Errors
/// The database's.
pub fn among(conn: &mut Conn, pairs: &[(VersionId, VersionId)]) -> Result<HashMap<(VersionId, VersionId), Moves>> {
    let versions: Vec<VersionId> = pairs.iter().flat_map(|(from, to)| [*from, *to]).collect();
    if versions.is_empty() {
        return Ok(HashMap::new());
    }
    let mut orders: HashMap<VersionId, Vec<i32>> = HashMap::new();
    for (version, code) in store::orders(conn, &versions)? {
        orders.entry(version).or_default().push(code);
    }
    let order = |of: &VersionId| orders.get(of).map_or(&[][..], Vec::as_slice);
    Ok(pairs.iter().map(|pair| (*pair, moves(order(&pair.0), order(&pair.1)))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_that_went_elsewhere_is_the_one_that_moved() {
        let told = |before: &[i32], after: &[i32]| Vec::from_iter(moves(before, after));
        let old = [1, 2, 3, 4];
        assert_eq!(told(&old, &old), []);
        assert_eq!(told(&old, &[4, 1, 2, 3]), [(4, Some(3))]);
        assert_eq!(told(&old, &[2, 3, 4, 1]), [(1, None)], "it had stood first");
        assert_eq!(told(&old, &[1, 9, 3, 4]), [], "one went, another came");
        assert_eq!(told(&[], &[1]), []);
    }
}
