//! Compares what an alignment says with what is true.

use super::table::Row;
use reader::align::{Alignment, Kind, Match};
use std::collections::BTreeMap;
use std::fmt::{Display, Formatter, Result};

/// How one passage came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Taken, and right.
    Right,
    /// Put before a person, with the right answer in sight.
    Asked,
    /// Put before a person, but the right answer is not among those offered.
    Beside,
    /// Taken, and wrong.
    Wrong,
}

/// What the check says of a whole table.
#[derive(Default)]
pub struct Figures {
    /// For each kind, as the table has it: how many came out in each way.
    pub kinds: BTreeMap<String, BTreeMap<Verdict, usize>>,
    /// The rows that did not come out right: place on the old side (or on the new one), the kind, how.
    pub others: Vec<(String, Verdict)>,
    /// Of the old passages: how many a person is asked about, and how many there are.
    pub asked_old: (usize, usize),
    /// The same of the new ones.
    pub asked_new: (usize, usize),
}

/// Judges every row.
pub fn judge(rows: &[Row], found: &Alignment) -> Figures {
    let mut figures = Figures {
        asked_old: (found.fates.iter().filter(|it| !it.sure).count(), found.fates.len()),
        asked_new: (found.origins.iter().filter(|it| !it.sure).count(), found.origins.len()),
        ..Figures::default()
    };
    for row in rows {
        let Some(kind) = row.kinds.first() else { continue };
        let (verdict, place) = match (row.old, row.new.first()) {
            (Some(old), _) => (old_side(row, old, found), format!("old {old}")),
            (None, Some(new)) => (new_side(row, *new, found), format!("new {new}")),
            (None, None) => continue,
        };
        *figures.kinds.entry(format!("{kind:?}")).or_default().entry(verdict).or_default() += 1;
        if verdict != Verdict::Right {
            figures.others.push((format!("{place} {kind:?} {:?}", row.new), verdict));
        }
    }
    figures
}

fn old_side(row: &Row, old: usize, found: &Alignment) -> Verdict {
    let fate = &found.fates[old];
    if !fate.sure {
        let offered = |new: &usize| match &found.matches[*new] {
            Match::Unsure(candidates) => candidates.iter().any(|it| it.code == fate.code),
            _ => fate.into.contains(new),
        };
        let in_sight = row.kinds.contains(&Kind::Removed) || row.new.iter().any(offered);
        return if in_sight { Verdict::Asked } else { Verdict::Beside };
    }
    let is = |kind: &Kind| {
        *kind == fate.kind
            && match kind {
                Kind::Removed => fate.into.is_empty(),
                Kind::Split => fate.into == row.new,
                _ => fate.into.first() == row.new.first(),
            }
    };
    if row.kinds.iter().any(is) { Verdict::Right } else { Verdict::Wrong }
}

fn new_side(row: &Row, new: usize, found: &Alignment) -> Verdict {
    let origin = &found.origins[new];
    match (origin.sure, row.kinds.contains(&origin.kind)) {
        (false, _) => Verdict::Asked,
        (true, true) => Verdict::Right,
        (true, false) => Verdict::Wrong,
    }
}

impl Figures {
    /// Of some kinds: how many came out so.
    pub fn count(&self, kinds: &[&str], verdict: Verdict) -> usize {
        kinds.iter().filter_map(|kind| self.kinds.get(*kind)?.get(&verdict)).sum()
    }

    /// The bars that are missed, in words.
    #[allow(clippy::cast_precision_loss, reason = "counts of passages")]
    pub fn missed(&self) -> Vec<String> {
        const CHANGED: [&str; 4] = ["Edited", "Moved", "Split", "Merged"];
        const ALL: [Verdict; 4] = [Verdict::Right, Verdict::Asked, Verdict::Beside, Verdict::Wrong];
        let mut missed = Vec::new();
        let total = |kinds: &[&str]| ALL.iter().map(|verdict| self.count(kinds, *verdict)).sum::<usize>();
        let found = self.count(&["Unchanged"], Verdict::Right);
        if found < total(&["Unchanged"]) {
            missed.push(format!("unchanged: {found} of {} found", total(&["Unchanged"])));
        }
        let wrong = self.count(&CHANGED, Verdict::Wrong) + self.count(&["Removed", "New"], Verdict::Wrong);
        if wrong > 0 {
            missed.push(format!("{wrong} silently wrong"));
        }
        let good = self.count(&CHANGED, Verdict::Right) + self.count(&CHANGED, Verdict::Asked);
        if (good as f64) < 0.95 * total(&CHANGED) as f64 {
            missed.push(format!("{good} of {} right or asked", total(&CHANGED)));
        }
        for (asked, of) in [self.asked_old, self.asked_new] {
            if asked as f64 > 0.15 * of as f64 {
                missed.push(format!("{asked} of {of} put before a person"));
            }
        }
        missed
    }
}

impl Display for Figures {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        writeln!(f, "{:<10} {:>6} {:>6} {:>6} {:>6}", "", "right", "asked", "beside", "wrong")?;
        for kind in self.kinds.keys() {
            let of = |verdict| self.count(&[kind], verdict);
            let (right, asked) = (of(Verdict::Right), of(Verdict::Asked));
            writeln!(f, "{kind:<10} {right:>6} {asked:>6} {:>6} {:>6}", of(Verdict::Beside), of(Verdict::Wrong))?;
        }
        let ((old, olds), (new, news)) = (self.asked_old, self.asked_new);
        writeln!(f, "put before a person: {old} of {olds} old passages, {new} of {news} new ones")?;
        self.missed().iter().try_for_each(|bar| writeln!(f, "MISSED: {bar}"))
    }
}
