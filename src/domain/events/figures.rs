//! The figures of an event: who enrolled, who came, who did not; by table, zone and kind of organisation. What the public
//! reads leaves out what would speak of fewer than five people (design, promise 5).

use std::collections::{BTreeMap, HashMap};

use super::door;
use super::enrol_store::{self, Alike};
use super::model::{Admission, EnrolmentState, Event};
use crate::Result;
use crate::db::Conn;
use crate::id::{EventId, ProcessId, TableId};

/// Below so many people nothing is said in public.
pub const FEW: i64 = 5;

/// How many enrolled, and what became of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Had a seat when the event began.
    pub registered: i64,
    /// Of those, came.
    pub came: i64,
    /// Came without having had a seat: from the waiting list, or straight to the door.
    pub others: i64,
}

impl Counts {
    /// Everybody who came.
    pub const fn present(self) -> i64 {
        self.came + self.others
    }

    /// Had a seat and did not come.
    pub const fn absent(self) -> i64 {
        self.registered - self.came
    }

    /// The share of the absent among those who had a seat, in hundredths of a hundredth, half up: 1250 is 12.50%.
    pub const fn rate(self) -> Option<i64> {
        rate(self.absent(), self.registered)
    }

    const fn plus(self, other: Self) -> Self {
        Self {
            registered: self.registered + other.registered,
            came: self.came + other.came,
            others: self.others + other.others,
        }
    }
}

/// A part of a whole with two decimals, half up; nothing of nothing.
pub const fn rate(part: i64, whole: i64) -> Option<i64> {
    if whole <= 0 { None } else { Some((part * 20_000 + whole) / (whole * 2)) }
}

/// What a row is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// A table: number and theme.
    Table(i32, String),
    /// At no table: the plenaries only.
    NoTable,
    /// A zone; empty where none was said.
    Zone(String),
    /// Zones of few people each, together: what somebody typed alone might name them.
    OtherZones,
    /// A category of organisation; empty for who came for none.
    Category(String),
}

/// What was counted, of each thing.
pub type Counted = [(About, Counts)];

impl About {
    /// Whether both are about the same: zones are typed by hand, in capitals or not.
    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Zone(a), Self::Zone(b)) => a.to_lowercase() == b.to_lowercase(),
            (a, b) => a == b,
        }
    }
}

/// A row as it is shown: a number that is left out is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What about.
    pub about: About,
    /// Came.
    pub present: Option<i64>,
    /// Had a seat, and did not come; shown together or not at all.
    pub registered: Option<(i64, i64)>,
}

/// The figures of one event or of several.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// Of all.
    pub all: Counts,
    /// Heads that were counted where no names are taken.
    pub heads: i64,
    /// By table; of several events none is the same, so that each has its own.
    pub tables: Vec<(About, Counts)>,
    /// By zone.
    pub zones: Vec<(About, Counts)>,
    /// By kind of organisation.
    pub categories: Vec<(About, Counts)>,
}

impl Figures {
    /// Everybody who came, by name or by head.
    pub const fn present(&self) -> i64 {
        self.all.present() + self.heads
    }
}

/// The rows as they are; for the staff.
pub fn whole(rows: &Counted) -> Vec<Row> {
    let row = |(about, c): &(About, Counts)| Row {
        about: about.clone(),
        present: Some(c.present()),
        registered: Some((c.registered, c.absent())),
    };
    rows.iter().map(row).collect()
}

/// The rows as everybody may read them: without what speaks of one to four people (also by what it leaves when taken from
/// another number of the row), and without so much more that the total does not give it away.
pub fn publishable(rows: &Counted) -> Vec<Row> {
    let rows = together(rows);
    let present = rows.iter().map(|(_, c)| few(c.present())).collect();
    let registered = rows.iter().map(|(_, c)| any_few(c)).collect();
    without(&rows, present, registered)
}

/// The rows of several events together, as everybody may read them beside those of each: a number that one event alone keeps to
/// itself would be what is left of the sum without the others.
pub fn publishable_sum(each: &[&Counted], sum: &Counted) -> Vec<Row> {
    let rows = together(sum);
    let read: Vec<(&Counted, Vec<Row>)> = each.iter().map(|all| (*all, publishable(all))).collect();
    // What the events that keep a number to themselves have of it together: it is what is left of the sum without the others.
    let kept_back = |about: &About, size: fn(&Counts) -> i64, shown: fn(&Row) -> bool| {
        let there =
            |all: &Counted| all.iter().filter(|(a, c)| a.is(about) && size(c) > 0).map(|(_, c)| *c).collect::<Vec<_>>();
        let hides = |read: &[Row]| !read.iter().any(|r| r.about.is(about) && shown(r));
        let counts =
            read.iter().filter(|(_, read)| hides(read)).map(|(all, _)| there(all)).filter(|all| !all.is_empty());
        let each: Vec<Counts> = counts.map(|all| all.into_iter().fold(Counts::default(), Counts::plus)).collect();
        (i64::try_from(each.len()).unwrap_or(i64::MAX), each.into_iter().fold(Counts::default(), Counts::plus))
    };
    // So few among so many events that each can only have one to four.
    let little = |events: i64, n: i64| n > 0 && n <= events.saturating_mul(FEW - 1);
    let one = |(about, c): &(About, Counts)| {
        let (events, rest) = kept_back(about, |c| c.present(), |r| r.present.is_some());
        let present = events == 1 || little(events, rest.present());
        let (events, rest) = kept_back(about, |c| c.registered + c.others, |r| r.registered.is_some());
        let numbers = [rest.registered, rest.absent(), rest.came, rest.others];
        let registered = events == 1 || numbers.into_iter().any(|n| little(events, n));
        (present || few(c.present()), registered || any_few(c))
    };
    let (present, registered) = rows.iter().map(one).unzip();
    without(&rows, present, registered)
}

const fn few(n: i64) -> bool {
    n > 0 && n < FEW
}

const fn any_few(c: &Counts) -> bool {
    few(c.registered) || few(c.absent()) || few(c.came) || few(c.others)
}

/// The rows without the numbers that are marked, and without another where one alone would be.
fn without(rows: &[(About, Counts)], mut present: Vec<bool>, mut registered: Vec<bool>) -> Vec<Row> {
    hide_another(&mut present, rows, |c| c.present());
    hide_another(&mut registered, rows, |c| c.registered);
    let row = |(((about, c), no_present), no_registered): (((&About, &Counts), &bool), &bool)| Row {
        about: about.clone(),
        present: (!no_present).then_some(c.present()),
        registered: (!no_registered).then_some((c.registered, c.absent())),
    };
    rows.iter().map(|(a, c)| (a, c)).zip(&present).zip(&registered).map(row).collect()
}

/// Zones are typed by hand: one that fewer than five people come from is not named.
fn together(rows: &[(About, Counts)]) -> Vec<(About, Counts)> {
    let named = |about: &About, c: &Counts| {
        !matches!(about, About::Zone(z) if !z.is_empty()) || c.registered >= FEW || c.present() >= FEW
    };
    let mut out: Vec<(About, Counts)> = rows.iter().filter(|(a, c)| named(a, c)).cloned().collect();
    let others: Vec<Counts> = rows.iter().filter(|(a, c)| !named(a, c)).map(|(_, c)| *c).collect();
    if !others.is_empty() {
        out.push((About::OtherZones, others.into_iter().fold(Counts::default(), Counts::plus)));
    }
    out
}

/// One hidden row alone is the total less the others, and so are several that have fewer than five between them: the smallest of the
/// others goes with them.
fn hide_another(hidden: &mut [bool], rows: &[(About, Counts)], size: impl Fn(&Counts) -> i64) {
    loop {
        let sizes = || rows.iter().map(|(_, c)| size(c)).zip(hidden.iter()).enumerate();
        let (many, sum) =
            sizes().filter(|(_, (_, h))| **h).fold((0, 0), |(many, sum), (_, (n, _))| (many + 1, sum + n));
        if many == 0 || (many > 1 && !few(sum)) {
            return;
        }
        let next = sizes().filter(|(_, (n, h))| !**h && *n > 0).map(|(at, (n, _))| (n, at)).min();
        match next.and_then(|(_, at)| hidden.get_mut(at)) {
            Some(next) => *next = true,
            None => return,
        }
    }
}

fn counts(of: &Alike) -> Counts {
    let (state, present, n) = (of.4, of.5, of.6);
    match (state, present) {
        (EnrolmentState::Seated, true) => Counts { registered: n, came: n, others: 0 },
        (EnrolmentState::Seated, false) => Counts { registered: n, ..Counts::default() },
        (EnrolmentState::Waiting | EnrolmentState::WalkIn, true) => Counts { others: n, ..Counts::default() },
        _ => Counts::default(),
    }
}

fn gathered(rows: &[Alike], about: impl Fn(&Alike) -> Option<About>) -> Vec<(About, Counts)> {
    let mut by: BTreeMap<About, Counts> = BTreeMap::new();
    for row in rows {
        let counts = counts(row);
        if let Some(about) = about(row).filter(|_| counts != Counts::default()) {
            let sum = by.entry(about).or_default();
            *sum = sum.plus(counts);
        }
    }
    by.into_iter().collect()
}

/// Zones are typed by hand: the same in capitals or with other spaces is the same.
fn zones(rows: &[Alike]) -> Vec<(About, Counts)> {
    let mut words: HashMap<String, String> = HashMap::new();
    for row in rows {
        words.entry(row.2.to_lowercase()).or_insert_with(|| row.2.clone());
    }
    gathered(rows, |r| Some(About::Zone(words.get(&r.2.to_lowercase()).cloned().unwrap_or_default())))
}

fn figures(rows: &[Alike], tables: &HashMap<TableId, (i32, String)>, heads: i64) -> Figures {
    let at = |r: &Alike| {
        let table = r.1.and_then(|t| tables.get(&t));
        Some(table.map_or(About::NoTable, |(n, theme)| About::Table(*n, theme.clone())))
    };
    Figures {
        all: rows.iter().map(counts).fold(Counts::default(), Counts::plus),
        heads,
        tables: if tables.is_empty() { Vec::new() } else { gathered(rows, at) },
        zones: zones(rows),
        categories: gathered(rows, |r| Some(About::Category(r.3.clone()))),
    }
}

/// The figures of one event: three statements.
///
/// # Errors
/// The database's.
pub fn of_event(conn: &mut Conn, event: &Event) -> Result<Figures> {
    let rows = if event.admission == Admission::Names { enrol_store::alike(conn, &[event.id])? } else { Vec::new() };
    let tables = enrol_store::tables_of(conn, event.process_id)?.into_iter().filter(|t| t.0 == event.id);
    let tables = tables.map(|(_, id, n, theme)| (id, (n, theme))).collect();
    Ok(figures(&rows, &tables, door::heads(conn, event.id)?))
}

/// The figures of each of several events of a process, and of all together: three statements.
///
/// # Errors
/// The database's.
pub fn of_events(conn: &mut Conn, process: ProcessId, of: &[EventId]) -> Result<(Vec<(EventId, Figures)>, Figures)> {
    let rows = enrol_store::alike(conn, of)?;
    let heads = door::heads_in(conn, of)?;
    let mut tables: HashMap<EventId, HashMap<TableId, (i32, String)>> = HashMap::new();
    for (event, id, n, theme) in enrol_store::tables_of(conn, process)? {
        tables.entry(event).or_default().insert(id, (n, theme));
    }
    let none = HashMap::new();
    let one = |id: &EventId| {
        let mine: Vec<Alike> = rows.iter().filter(|r| r.0 == *id).cloned().collect();
        (*id, figures(&mine, tables.get(id).unwrap_or(&none), heads.get(id).copied().unwrap_or(0)))
    };
    Ok((of.iter().map(one).collect(), figures(&rows, &none, heads.values().sum())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(registered: i64, came: i64, others: i64) -> Counts {
        Counts { registered, came, others }
    }

    #[test]
    fn the_rate_has_two_decimals_half_up() {
        for (absent, registered, expected) in [
            (1, 8, Some(1250)),
            (1, 3, Some(3333)),
            (2, 3, Some(6667)),
            (1, 800, Some(13)),
            (1, 20_000, Some(1)),
            (1, 20_001, Some(0)),
            (0, 7, Some(0)),
            (7, 7, Some(10_000)),
            (0, 0, None),
        ] {
            assert_eq!(rate(absent, registered), expected, "{absent} of {registered}");
        }
    }

    #[test]
    fn few_people_are_left_out_and_another_row_with_them() {
        let rows: Vec<(About, Counts)> =
            [("a", of(3, 3, 0)), ("b", of(20, 10, 0)), ("c", of(8, 8, 0)), ("d", of(9, 7, 0))]
                .into_iter()
                .map(|(z, c)| (About::Zone(z.to_owned()), c))
                .collect();
        let shown = publishable(&rows);
        let present: Vec<_> = shown.iter().map(|r| r.present).collect();
        // "a" is not even named: it stands with the others, at the end.
        assert_eq!(shown.last().map(|r| &r.about), Some(&About::OtherZones));
        assert_eq!(present, [Some(10), Some(8), None, None]);
        // Two of nine did not come: that is too few to be said.
        let registered: Vec<_> = shown.iter().map(|r| r.registered).collect();
        assert_eq!(registered, [Some((20, 10)), Some((8, 0)), None, None]);
    }

    #[test]
    fn what_one_event_keeps_to_itself_is_not_the_rest_of_the_sum() {
        let zone = |z: &str, n: i64| (About::Zone(z.to_owned()), of(n, n, 0));
        let (one, two) = ([zone("Alta", 12), zone("Bassa", 3), zone("Porto", 9)], [zone("alta", 10), zone("Bassa", 8)]);
        let sum = [zone("Alta", 22), zone("Bassa", 11), zone("Porto", 9)];
        let shown = publishable_sum(&[&one, &two], &sum);
        let read = |about: &str| shown.iter().find(|r| r.about == About::Zone(about.to_owned())).unwrap().present;
        // Eleven less the eight of the second are the three of the first.
        assert_eq!(read("Bassa"), None);
        // What went with it there, the smallest of the others, goes here as well.
        assert_eq!((read("Porto"), read("Alta")), (None, Some(22)));
        // One and one are not two that somebody could count.
        let (few, more) = ([zone("Alta", 1), zone("Porto", 30)], [zone("Alta", 20), zone("Porto", 30)]);
        let sum = [zone("Alta", 22), zone("Porto", 90)];
        let shown = publishable_sum(&[&few, &few, &more], &sum);
        assert!(shown.iter().all(|r| r.present.is_none()), "{shown:?}");
        let alone = publishable_sum(&[&one], &one);
        assert_eq!(alone, publishable(&one), "of one event the same as the event's own");
    }

    proptest! {
        /// Nothing that is shown of all events, less what is shown of each, speaks of one to four people.
        #[test]
        fn no_event_is_given_away_by_the_sum(rows in prop::collection::vec((0_i64..14, 0_i64..14, 0_i64..14), 2..7)) {
            let zone = |n: usize| About::Zone(n.to_string());
            let event = |pick: fn(&(i64, i64, i64)) -> i64| -> Vec<(About, Counts)> {
                rows.iter().enumerate().map(|(n, r)| (zone(n), of(pick(r), pick(r), 0))).collect()
            };
            let each = [event(|r| r.0), event(|r| r.1), event(|r| r.2)];
            let sum: Vec<_> = rows.iter().enumerate().map(|(n, r)| (zone(n), of(r.0 + r.1 + r.2, r.0 + r.1 + r.2, 0))).collect();
            let shown = publishable_sum(&[&each[0], &each[1], &each[2]], &sum);
            for row in shown.iter().filter(|r| r.about != About::OtherZones) {
                if row.present.is_none() {
                    continue;
                }
                // Two events that keep theirs are told together only: no one of them is what is left.
                let told = each.iter().filter_map(|e| publishable(e).into_iter().find(|r| r.about == row.about)?.present);
                let told = told.filter(|n| *n > 0).count();
                let there = each.iter().filter(|e| e.iter().any(|(a, c)| *a == row.about && c.present() > 0)).count();
                prop_assert!(there - told != 1, "{told} of {there} are told");
                let told: i64 = each.iter().filter_map(|e| publishable(e).into_iter().find(|r| r.about == row.about)?.present).sum();
                let rest = row.present.unwrap_or(0) - told;
                prop_assert!(rest == 0 || rest >= FEW, "{rest} are left");
            }
        }

        /// Nothing that is shown, and no difference to the total, speaks of one to four people.
        #[test]
        fn nobody_is_given_away(rows in prop::collection::vec((0_i64..12, 0_i64..12, 0_i64..8), 2..8)) {
            let rows: Vec<(About, Counts)> = rows.into_iter().enumerate()
                .map(|(n, (r, c, o))| (About::Zone(n.to_string()), of(r, c.min(r), o))).collect();
            let shown = publishable(&rows);
            let good = |n: i64| n == 0 || n >= FEW;
            for (row, (_, c)) in shown.iter().zip(&together(&rows)) {
                prop_assert!(row.present.is_none_or(|n| good(n) && n == c.present()));
                prop_assert!(row.registered.is_none_or(|(r, a)| good(r) && good(a) && good(r - a)));
                if let (Some(present), Some((registered, absent))) = (row.present, row.registered) {
                    prop_assert!(good(present + absent - registered), "who came without a seat");
                }
            }
            // What is kept back is the total less what is shown: that must not be few either, unless nothing is shown.
            let all = together(&rows);
            let kept = |hides: fn(&Row) -> bool, size: fn(&Counts) -> i64| -> i64 {
                shown.iter().zip(&all).filter(|(r, _)| hides(r)).map(|(_, (_, c))| size(c)).sum()
            };
            let told = |n: fn(&Row) -> Option<i64>| shown.iter().any(|r| n(r).is_some_and(|n| n > 0));
            let present = kept(|r| r.present.is_none(), |c| c.present());
            prop_assert!(good(present) || !told(|r| r.present), "{present} between them");
            let registered = kept(|r| r.registered.is_none(), |c| c.registered);
            prop_assert!(good(registered) || !told(|r| r.registered.map(|r| r.0)), "{registered} between them");
            let rows = together(&rows);
            prop_assert_eq!(shown.len(), rows.len());
            prop_assert!(shown.iter().all(|r| !matches!(&r.about, About::Zone(z) if rows.iter().any(|(a, c)| *a == About::Zone(z.clone()) && c.registered < FEW && c.present() < FEW))));
            let hidden = |f: &dyn Fn(&Row) -> bool| shown.iter().filter(|r| f(r)).count();
            let filled = |f: &dyn Fn(&Counts) -> bool| rows.iter().filter(|(_, c)| f(c)).count();
            prop_assert!(hidden(&|r| r.present.is_none()) != 1 || filled(&|c| c.present() > 0) == 1);
            prop_assert!(hidden(&|r| r.registered.is_none()) != 1 || filled(&|c| c.registered > 0) <= 1);
        }
    }
}
